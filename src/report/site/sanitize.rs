//! Titles, names and summaries that are safe wherever a site prints them outside of the text of a post.
//!
//! Themes put them into elements, attributes, feeds and scripts, and escape them in different ways: as HTML, twice, after removing
//! tags and entities, as Markdown, or not at all. No way of writing `<` is right in all of these places. So a character that
//! is markup in one of them is replaced by one that looks like it and is markup nowhere.

use std::collections::HashSet;

use super::super::document::{Block, plain, plain_blocks};
use crate::text::{one_line, visible, words_within};

/// The longest summary, in characters; search engines show less.
const SUMMARY: usize = 200;

/// The longest text that the author gives, in characters.
const LONGEST_VALUE: usize = 1000;

/// The schemes of addresses that run a script.
const SCRIPTS: [&str; 3] = ["javascript:", "vbscript:", "data:"];

/// The longest name, in characters: it becomes the name of a file, which may have 255 bytes.
const NAME: usize = 60;

/// The maximum length of a list of names that shares one page.
const LONGEST_LIST: usize = 150;

/// The characters at the start of a text that would make it a heading, a list or a line.
const BLOCK_MARKS: [char; 11] = ['#', '-', '+', '=', ':', '.', ')', '~', '%', '!', '?'];

/// Names with another meaning for some engine: the page of all names, a switch for formulas, and every post.
const RESERVED: [&str; 3] = ["all", "index", "mathjax"];

/// The properties of each JavaScript object. As names, they break the build.
const PROPERTIES: [&str; 13] = [
    "__defineGetter__",
    "__defineSetter__",
    "__lookupGetter__",
    "__lookupSetter__",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "prototype",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// Character references that HTML also reads without a semicolon, and that stand for markup.
const REFERENCES: [&str; 4] = ["lt", "gt", "quot", "amp"];

/// Makes a title safe, or a name that themes print unescaped: it has no elements and does not end an attribute.
pub(super) fn title(text: &str) -> String {
    let text = visible(text);
    let mut written = String::with_capacity(text.len());
    let mut before = ' ';
    for (place, letter) in text.char_indices() {
        written.push(match letter {
            '<' => '‹',
            '>' => '›',
            '&' if begins_reference(&text[place + 1..]) => '＆',
            '"' if opens_after(before) => '“',
            '"' => '”',
            '\'' if opens_after(before) => '‘',
            '\'' => '’',
            letter => letter,
        });
        before = letter;
    }
    in_xml(&written)
}

/// Makes a name safe that themes escape. An author or tag must keep the name that it has on other pages of the site, so only
/// angle brackets are replaced, for feed readers that take the name of a page for HTML.
pub(super) fn name(text: &str) -> String {
    in_xml(&visible(text).replace('<', "‹").replace('>', "›"))
}

/// Makes names safe with `write`, and drops those that no page can have.
pub(super) fn names(texts: &[String], write: fn(&str) -> String) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut known: HashSet<String> = HashSet::new();
    for text in texts {
        let name = inside(&words_within(write(text).trim(), NAME));
        let is_reserved = RESERVED.contains(&name.as_str()) || is_property(&name);
        let is_page = name.contains(char::is_alphanumeric) && !is_reserved;
        if is_page && known.insert(name.clone()) {
            names.push(name);
        }
    }
    names
}

/// Makes names of categories safe, as [`names`] does, also as parts of the address of a post: Jekyll takes a colon there for the end
/// of a scheme, and stops.
pub(super) fn categories(texts: &[String], write: fn(&str) -> String) -> Vec<String> {
    let names = names(texts, write).into_iter();
    names.map(|name| name.replace(':', "꞉")).collect()
}

/// Returns whether each JavaScript object has a property of that name, in whatever case.
pub(super) fn is_property(name: &str) -> bool {
    PROPERTIES
        .iter()
        .any(|property| property.eq_ignore_ascii_case(name))
}

/// Makes the value of a key safe that only the author's theme knows: it is no HTML, template or link. An address that runs a
/// script is refused.
pub(super) fn value(text: &str) -> Option<String> {
    let text = words_within(title(text).trim(), LONGEST_VALUE);
    let start = text.to_lowercase();
    if SCRIPTS.iter().any(|scheme| start.starts_with(scheme)) {
        return None;
    }
    Some(text.replace(['{', '['], "(").replace(['}', ']'], ")"))
}

/// Makes a line of plain text of what the author gives, as a summary is one.
pub(super) fn line(text: &str) -> String {
    without_markup(text, LONGEST_VALUE)
}

/// Gives the text of blocks as a line of plain text, without headings, pictures, tables and code; `None` if there is none.
pub(super) fn teaser(blocks: &[Block]) -> Option<String> {
    let mut paragraphs = Vec::new();
    push_paragraphs(blocks, &mut paragraphs);
    let text = line(&paragraphs.join(" "));
    text.contains(char::is_alphanumeric).then_some(text)
}

fn push_paragraphs(blocks: &[Block], paragraphs: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => paragraphs.push(plain(inlines)),
            Block::List { items, .. } => {
                items
                    .iter()
                    .for_each(|item| push_paragraphs(item, paragraphs));
            }
            Block::Quote(inner) => push_paragraphs(inner, paragraphs),
            _ => {}
        }
    }
}

/// Joins names, for a site that makes one page of them: as many as fit, then `et al.`
pub(super) fn shortened_list(names: &[String]) -> String {
    let mut list = String::new();
    for name in names {
        let gap = if list.is_empty() { "" } else { ", " };
        if !list.is_empty() && list.chars().count() + name.chars().count() > LONGEST_LIST {
            return list + ", et al.";
        }
        list.push_str(gap);
        list.push_str(name);
    }
    list
}

/// Keeps a name from leading out of the folder of the pages of names.
fn inside(name: &str) -> String {
    // Some engines remove everything from a path except letters and dots.
    let is_step = |part: &str| !part.contains(char::is_alphanumeric);
    let leads_out = name.split(['/', '\\']).any(is_step);
    // Nikola reads a backslash in a category as the beginning of an escape, and stops.
    let name = name.replace('\\', "∖");
    if leads_out {
        name.replace('/', "∕")
    } else {
        name
    }
}

/// Says in one line of plain text what a post is about: its first paragraph, or one of the given texts if it has none.
/// It contains no markup of HTML, Markdown or templates.
pub(super) fn summary(blocks: &[Block], otherwise: [&str; 2]) -> String {
    let first = first_paragraph(blocks, false).or_else(|| first_paragraph(blocks, true));
    let texts = first.as_deref().into_iter().chain(otherwise);
    texts
        .map(|text| without_markup(text, SUMMARY))
        .find(|text| text.contains(char::is_alphanumeric))
        .unwrap_or_default()
}

fn first_paragraph(blocks: &[Block], in_others: bool) -> Option<String> {
    blocks.iter().find_map(|block| match block {
        Block::Paragraph(_) => {
            let text = plain_blocks(std::slice::from_ref(block));
            Some(text).filter(|text| text.contains(char::is_alphanumeric))
        }
        Block::List { items, .. } if in_others => {
            items.iter().find_map(|item| first_paragraph(item, true))
        }
        Block::Quote(inner) if in_others => first_paragraph(inner, true),
        _ => None,
    })
}

fn without_markup(text: &str, most: usize) -> String {
    let text = words_within(&title(&one_line(text)), most);
    let text = text
        .trim_start_matches(|letter: char| BLOCK_MARKS.contains(&letter) || letter.is_whitespace());
    let letters: Vec<char> = text.chars().collect();
    let mut written = String::with_capacity(text.len());
    for (place, letter) in letters.iter().copied().enumerate() {
        let before = place.checked_sub(1).map_or(' ', |place| letters[place]);
        let after = letters.get(place + 1).copied().unwrap_or(' ');
        written.push(match letter {
            '{' | '[' => '(',
            '}' | ']' => ')',
            '*' => '∗',
            '_' if !before.is_alphanumeric() || !after.is_alphanumeric() => '＿',
            '`' => '‵',
            '\\' => '∖',
            '|' => '∣',
            '~' => '∼',
            '$' if !after.is_ascii_digit() => '＄',
            // A number with a dot would begin a list.
            ' ' if ".)".contains(before) && is_number(&letters[..place - 1]) => '\u{a0}',
            letter => letter,
        });
    }
    written
}

fn is_number(letters: &[char]) -> bool {
    !letters.is_empty() && letters.iter().all(char::is_ascii_digit)
}

/// Returns whether a quotation mark after that character opens a quotation.
fn opens_after(letter: char) -> bool {
    letter.is_whitespace() || "([{<-–—/\"'".contains(letter)
}

/// Returns whether the text after an ampersand makes it a character reference.
fn begins_reference(rest: &str) -> bool {
    let end = rest
        .find(|letter: char| !letter.is_ascii_alphanumeric())
        .unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    let word = word.to_ascii_lowercase();
    after.starts_with('#') && word.is_empty()
        || after.starts_with(';') && !word.is_empty()
        || REFERENCES.iter().any(|name| word.starts_with(name))
}

/// Shows the two code points that neither XML nor YAML may contain as escapes.
pub(super) fn in_xml(text: &str) -> String {
    text.replace('\u{fffe}', "\\u{fffe}")
        .replace('\u{ffff}', "\\u{ffff}")
}

#[cfg(test)]
mod tests {
    use super::super::super::parse::parse;
    use super::*;

    fn summary_of(text: &str) -> String {
        summary(&parse(text), ["Title", "slug"])
    }

    #[test]
    fn a_title_keeps_its_looks_and_has_nothing_that_acts() {
        for (text, written) in [
            (
                "'\"><script>alert(1)</script>",
                "‘“›‹script›alert(1)‹/script›",
            ),
            ("The \"new\" JIT's 'x' (\"y\")", "The “new” JIT’s ‘x’ (“y”)"),
            ("R&D, AT&T, a & b && c; &x", "R&D, AT&T, a & b && c; &x"),
            (
                "&lt;b&gt; &LTb &quot= &#60; &#x3c &copy; &amp;lt;",
                "＆lt;b＆gt; ＆LTb ＆quot= ＆#60; ＆#x3c ＆copy; ＆amp;lt;",
            ),
            ("a\nTemplate: b\r\n---", "a Template: b ---"),
            ("a\u{ffff}b\u{1b}c\u{85}d", "a\\u{ffff}b\\u{1b}c\\u{85}d"),
        ] {
            assert_eq!(title(text), written);
        }
    }

    #[test]
    fn a_name_stays_the_one_it_is_on_other_pages() {
        let texts = ["R&D", "O'Neil \"x\"", "a<b>", "..", "***", " R&D "].map(str::to_owned);
        assert_eq!(names(&texts, name), ["R&D", "O'Neil \"x\"", "a‹b›"]);
        assert_eq!(names(&texts, title), ["R&D", "O’Neil “x”", "a‹b›"]);
        let reserved = ["index", "all", "constructor", "__proto__", "mathjax"].map(str::to_owned);
        assert_eq!(names(&reserved, name), Vec::<String>::new());
        let paths = ["../\"../a", "CI/CD", "a\\..\\b", "/a", "A."].map(str::to_owned);
        assert_eq!(
            names(&paths, name),
            ["..∕\"..∕a", "CI/CD", "a∖..∖b", "∕a", "A."]
        );
        let long = names(&["é".repeat(5000)], name);
        assert_eq!(long, ["é".repeat(60) + "…"]);
    }

    #[test]
    fn many_names_in_a_row_end_with_the_others() {
        let names: Vec<String> = (10..40).map(|number| format!("Author {number}")).collect();
        assert_eq!(shortened_list(&names[..2]), "Author 10, Author 11");
        let many = shortened_list(&names);
        assert!(many.ends_with(" 22, Author 23, et al."), "{many}");
        assert_eq!(shortened_list(&[]), "");
    }

    #[test]
    fn a_summary_is_the_first_paragraph_without_markup() {
        for (text, written) in [
            (
                "One *two* `three` [four](five).\n\nSix.",
                "One two three four.",
            ),
            ("```\n<script>\n```\n\n> quoted\n\nOne.", "One."),
            ("- **one**\n- two", "one"),
            ("> ```\n> x\n> ```\n>\n> 1. one", "one"),
            ("```\nx\n```", "Title"),
            ("\\*\\*\\*", "Title"),
            ("![seen \"x\"](a.png)", "seen “x”"),
        ] {
            assert_eq!(summary_of(text), written);
        }
        assert_eq!(summary(&[], ["***", "slug"]), "slug");
    }

    #[test]
    fn a_summary_is_read_as_text_by_html_markdown_and_templates() {
        for (text, written) in [
            (
                "'\"\\>\\<script\\>alert(1)\\</script\\> is what we saw",
                "‘“›‹script›alert(1)‹/script› is what we saw",
            ),
            (
                "{{ 7*7 }} {% raw %} ${x} \\`a\\` \\[x\\](javascript:y)",
                "(( 7∗7 )) (% raw %) ＄(x) ‵a‵ (x)(javascript:y)",
            ),
            (
                "\\# a_b \\_\\_init\\_\\_ a \\| b \\~\\~c",
                "a_b ＿＿init＿＿ a ∣ b ∼∼c",
            ),
            ("2017\\. It cost $5", "2017.\u{a0}It cost $5"),
            ("\\--- x", "x"),
        ] {
            assert_eq!(summary_of(text), written);
        }
    }

    #[test]
    fn a_long_summary_ends_after_a_word() {
        let summary = summary_of(&"longer ".repeat(100));
        assert_eq!(summary, "longer ".repeat(28).trim_end().to_owned() + "…");
    }
}
