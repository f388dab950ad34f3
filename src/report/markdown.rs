//! Markdown that every engine reads as meant.
//!
//! The rules are those that come out the same in Python-Markdown, kramdown, goldmark, markdown-it, pulldown-cmark and
//! comrak: nested blocks are indented by four blanks, blank lines stand around lists and fences, code in a list is
//! indented and not fenced, a paragraph is one line, and a character that some engine takes for markup becomes
//! an entity where a backslash would not do in all of them.

use super::document::{Block, Inline, is_tight, plain};
use super::parse::flat;

/// The text of a document, with a newline at its end.
pub fn markdown(blocks: &[Block]) -> String {
    write_blocks(blocks, false) + "\n"
}

fn write_blocks(blocks: &[Block], nested: bool) -> String {
    blocks
        .iter()
        .map(|block| write_block(block, nested))
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn write_block(block: &Block, nested: bool) -> String {
    match block {
        Block::Heading(level, inlines) => {
            let hashes = "#".repeat(usize::from(*level));
            format!("{hashes} {}", write_inlines(inlines, Place::Heading))
        }
        Block::Paragraph(inlines) => write_inlines(inlines, Place::Start),
        Block::List { start, items } => write_list(*start, items),
        Block::Code { text, .. } if nested => indent(text, 4, 0),
        Block::Code { language, text } => {
            let fence = "`".repeat(longest_run(text).max(2) + 1);
            format!("{fence}{language}\n{text}\n{fence}")
        }
        Block::Quote(inner) => write_blocks(inner, true)
            .lines()
            .map(|line| {
                if line.is_empty() {
                    ">".to_owned()
                } else {
                    format!("> {line}")
                }
            })
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Rule => "* * *".to_owned(),
        Block::Figure { source, caption } => {
            let picture = write_image(source, &plain(caption));
            if caption.is_empty() {
                return picture;
            }
            format!(
                "{picture}\n*{}*",
                write_inlines(&flat(caption.clone()), Place::Inside)
            )
        }
        Block::Comment(text) => format!(
            "<!-- {} -->",
            text.replace("--", "- -").replace('>', "&gt;")
        ),
    }
}

fn write_list(start: Option<u64>, items: &[Vec<Block>]) -> String {
    // Behind a wide marker, code needs no more blanks in one engine than in another.
    let wide = items.iter().any(|item| has_code(item));
    let tight = !wide && is_tight(items);
    let written: Vec<String> = items
        .iter()
        .zip(start.unwrap_or(0)..)
        .map(|(item, number)| {
            let marker = if start.is_some() {
                format!("{number}.")
            } else {
                "-".to_owned()
            };
            let marker = if wide {
                format!("{marker:<3} ")
            } else {
                marker + " "
            };
            let blocks: Vec<String> = item
                .iter()
                .enumerate()
                .map(|(place, block)| match block {
                    // Right behind a marker, engines disagree about the blanks that make code.
                    Block::Code { text, .. } if place == 0 => {
                        write_inlines(&code_lines(text), Place::Start)
                    }
                    block => write_block(block, true),
                })
                .collect();
            marker + indent(&blocks.join(if tight { "\n" } else { "\n\n" }), 4, 1).as_str()
        })
        .collect();
    written.join(if tight { "\n" } else { "\n\n" })
}

/// Code as lines of a paragraph.
fn code_lines(text: &str) -> Vec<Inline> {
    let mut inlines: Vec<Inline> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if !inlines.is_empty() {
            inlines.push(Inline::Break);
        }
        inlines.push(Inline::Code(line.to_owned()));
    }
    inlines
}

/// Whether an item has code in it that is written as such.
fn has_code(item: &[Block]) -> bool {
    item.iter().enumerate().any(|(place, block)| match block {
        Block::Code { .. } => place > 0,
        Block::List { items, .. } => items.iter().any(|item| has_code(item)),
        Block::Quote(inner) => {
            inner
                .iter()
                .any(|block| matches!(block, Block::Code { .. }))
                || has_code(inner)
        }
        _ => false,
    })
}

/// Indents the lines of a text, but for the first `skip` and for empty ones.
fn indent(text: &str, by: usize, skip: usize) -> String {
    let blanks = " ".repeat(by);
    text.split('\n')
        .enumerate()
        .map(|(number, line)| {
            if number < skip || line.is_empty() {
                line.to_owned()
            } else {
                format!("{blanks}{line}")
            }
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// Where inlines stand: what is markup depends on it.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// At the start of a paragraph, where some characters would start another sort of block.
    Start,
    /// Inside a line.
    Inside,
    /// In a heading, which some engines end at a hash.
    Heading,
}

fn write_inlines(inlines: &[Inline], place: Place) -> String {
    let mut line = String::new();
    for inline in inlines {
        let place = match place {
            // Behind a break, a line begins again.
            Place::Start if line.is_empty() || line.ends_with('\n') => Place::Start,
            Place::Start | Place::Inside => Place::Inside,
            Place::Heading => Place::Heading,
        };
        line.push_str(&write_inline(inline, place));
    }
    line
}

fn write_inline(inline: &Inline, place: Place) -> String {
    let inside = if place == Place::Heading {
        place
    } else {
        Place::Inside
    };
    match inline {
        Inline::Text(text) => escape(text, place),
        Inline::Code(text) => {
            let fence = "`".repeat(longest_run(text) + 1);
            // One blank on both sides is taken off again.
            let is_padded = text.starts_with(' ') && text.ends_with(' ') && !text.trim().is_empty();
            let is_hidden = is_padded || text.starts_with('`') || text.ends_with('`');
            let pad = if is_hidden { " " } else { "" };
            format!("{fence}{pad}{text}{pad}{fence}")
        }
        Inline::Emphasis(inner) => format!("*{}*", write_inlines(inner, inside)),
        Inline::Strong(inner) => format!("**{}**", write_inlines(inner, inside)),
        Inline::Link { to, text } if is_plain_address(to, text) => format!("<{to}>"),
        Inline::Link { to, text } => format!("[{}]({})", write_inlines(text, inside), target(to)),
        Inline::Image { source, alt } => write_image(source, alt),
        Inline::Break => "  \n".to_owned(),
    }
}

fn write_image(source: &str, alt: &str) -> String {
    format!("![{}]({})", escape(alt, Place::Inside), target(source))
}

/// Whether a link is an address that says where it goes, and nothing that could be a tag.
fn is_plain_address(to: &str, text: &[Inline]) -> bool {
    let is_address = ["http://", "https://"]
        .iter()
        .any(|scheme| to.starts_with(scheme));
    is_address && encoded(to) == to && matches!(text, [Inline::Text(text)] if text == to)
}

/// An address behind a link's text; in angle brackets where its own brackets would end it.
fn target(to: &str) -> String {
    let to = encoded(to);
    if to.contains(['(', ')']) {
        format!("<{to}>")
    } else {
        to
    }
}

/// An address with nothing in it that ends a link or a tag.
pub(super) fn encoded(to: &str) -> String {
    let encode = |letter: char| match letter {
        '<' | '>' | '"' | '\'' | '\\' | '`' | '*' | '|' | ' ' => {
            format!("%{:02X}", u32::from(letter))
        }
        '{' | '}' | '[' | ']' => format!("%{:02X}", u32::from(letter)),
        letter => letter.to_string(),
    };
    to.chars().map(encode).collect()
}

fn longest_run(text: &str) -> usize {
    text.split(|letter| letter != '`')
        .map(str::len)
        .max()
        .unwrap_or(0)
}

/// Text in which no engine finds markup.
fn escape(text: &str, position: Place) -> String {
    let at_start = position == Place::Start;
    let text = if at_start { text.trim_start() } else { text };
    let letters: Vec<char> = text.chars().collect();
    let starts = |place: usize, word: &str| {
        word.chars()
            .enumerate()
            .all(|(offset, letter)| letters.get(place + offset) == Some(&letter))
    };
    let mut escaped = String::with_capacity(text.len());
    for (place, letter) in letters.iter().copied().enumerate() {
        let before = place.checked_sub(1).map_or(' ', |place| letters[place]);
        let after = letters.get(place + 1).copied().unwrap_or(' ');
        let within_word = before.is_alphanumeric() && after.is_alphanumeric();
        let doubled = before == letter || after == letter;
        let first = at_start && place == 0;
        match letter {
            '\\' | '`' | '*' | '[' | ']' => escaped.extend(['\\', letter]),
            '_' if within_word => escaped.push(letter),
            '_' => escaped.push_str("\\_"),
            '!' if after == '[' => escaped.push_str("\\!"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' if begins_entity(&letters[place + 1..]) => escaped.push_str("&amp;"),
            '{' if before == '{' || "{%#:<".contains(after) => entity(letter, &mut escaped),
            '|' | '~' | '^' => entity(letter, &mut escaped),
            '=' | '$' if doubled || first => entity(letter, &mut escaped),
            '@' if within_word => entity(letter, &mut escaped),
            ':' if first || (starts(place, "://") && before.is_alphabetic()) => {
                entity(letter, &mut escaped)
            }
            '.' if starts(place.saturating_sub(3), "www.") && place >= 3 => {
                entity(letter, &mut escaped)
            }
            '#' if position == Place::Heading => escaped.push_str("\\#"),
            '-' | '+' | '#' if first => escaped.extend(['\\', letter]),
            '.' | ')'
                if at_start && place > 0 && letters[..place].iter().all(char::is_ascii_digit) =>
            {
                escaped.extend(['\\', letter]);
            }
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Whether what stands behind an ampersand would make an entity of it.
fn begins_entity(rest: &[char]) -> bool {
    let name = rest
        .iter()
        .take_while(|letter| letter.is_ascii_alphanumeric() || **letter == '#')
        .count();
    name > 0 && rest.get(name) == Some(&';')
}

fn entity(letter: char, escaped: &mut String) {
    escaped.push_str(&format!("&#{};", u32::from(letter)));
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Parser, html};

    use super::super::parse::parse;
    use super::*;

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(vec![Inline::text(text)])
    }

    /// What an engine makes of a paragraph, without the tags around it.
    fn rendered(text: &str) -> String {
        let mut page = String::new();
        html::push_html(&mut page, Parser::new(text));
        page.trim()
            .trim_start_matches("<p>")
            .trim_end_matches("</p>")
            .to_owned()
    }

    #[test]
    fn text_is_read_as_the_text_it_is() {
        for text in [
            "*star* **bold** _under_ snake_case __del__",
            "`code`",
            "[link](http://x.y)",
            "![img](a.png)",
            "# hash",
            "1. one",
            "12) two",
            "- dash",
            "+ plus",
            "> quote",
            "| a | b |",
            "{{ jinja }} {% raw %} {# x #}",
            "back\\slash \\* \\n",
            "~~strike~~ ==mark== ^sup^",
            "a@b.org",
            "$$y$$ $5",
            "&lt; &amp; R&D; &",
            "--- *** ===",
            "term\\: defn",
            ": colon",
            "Vec<T>",
            "C++ & C#",
            "5 * 3 < 4",
            "{: .cls}",
        ] {
            let written = markdown(&[paragraph(text)]);
            let expected = text
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;");
            assert_eq!(rendered(&written), expected, "{written}");
        }
    }

    #[test]
    fn headings_keep_their_hashes() {
        assert_eq!(
            markdown(&[Block::Heading(2, vec![Inline::text("# C# ##")])]),
            "## \\# C\\# \\#\\#\n"
        );
    }

    #[test]
    fn common_text_stays_readable() {
        let text = "Fixed the leak in `cpyext` (50% faster); see snake_case, x = 1, don't & \"quotes\" - done!";
        assert_eq!(markdown(&parse(text)), format!("{text}\n"));
    }

    #[test]
    fn blocks_in_a_bullet_are_indented_by_four() {
        let list = parse("- one\n\n  two\n\n  ```c\n  int x;\n\n  y\n  ```\n\n  - inner\n- last");
        assert_eq!(
            markdown(&list),
            "-   one\n\n    two\n\n        int x;\n\n        y\n\n    - inner\n\n-   last\n"
        );
    }

    #[test]
    fn what_is_written_is_read_back_as_the_same_tree() {
        for text in [
            "- a\n- b\n    - c\n        - d\n- e",
            "1. a\n2. b",
            "9. a\n10. b\n\n    c",
            "a\n\n> b\n>\n> - c",
            "**a** *b* `c` [d](e.html) ![f](g.png)",
            "```rust\nfn main() {}\n```",
            "a  \nb",
            "<https://x.y/z>",
            "[a](<b(c>)",
            "`` a`b ``",
            "````\n```\n````",
            "- a\n\n  b\n- c",
        ] {
            let tree = parse(text);
            let written = markdown(&tree);
            assert_eq!(parse(&written), tree, "{written}");
        }
    }

    #[test]
    fn a_comment_cannot_be_ended_from_inside() {
        assert_eq!(
            markdown(&[Block::Comment("a --> b".into())]),
            "<!-- a - -&gt; b -->\n"
        );
    }
}
