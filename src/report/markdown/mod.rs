//! Markdown that every engine reads in the same way, and the exceptions of some.
//!
//! The rules are those on which Python-Markdown, kramdown, goldmark, markdown-it, pulldown-cmark and comrak agree: nested
//! blocks are indented by four blanks; lists and fences have blank lines around them; code in a list is indented, not
//! fenced, where that is exact; a paragraph is one line; a character that some engine takes for markup becomes an entity where a backslash does
//! not work in all of them. A [`Dialect`] has the exceptions.

mod dialect;
mod escape;

use self::escape::{Place, escape, html_code, without_entities, words};
use super::address::encoded;
use super::comment::comment;
use super::document::{Alignment, Block, Inline, is_tight};
use super::parse::{NOTHING, flat};
use crate::text::one_line;

pub(super) use dialect::{Alt, Dialect, NestedCode, Replacement};

/// Writes a document, with a newline at its end.
pub fn markdown(blocks: &[Block]) -> String {
    Dialect::PORTABLE.write(blocks)
}

/// Where a block is.
#[derive(Clone, Copy, PartialEq)]
enum Nest {
    Page,
    Item,
    Quote,
}

impl Dialect {
    /// Writes a document, with a newline at its end.
    pub fn write(&self, blocks: &[Block]) -> String {
        self.blocks(&with_comments_behind_lists(blocks), Nest::Page)
            .join("\n\n")
            + "\n"
    }

    fn blocks(&self, blocks: &[Block], nest: Nest) -> Vec<String> {
        let mut written = Vec::new();
        let mut before = None;
        // Python-Markdown reads them only after something else.
        let is_first_container = nest == Nest::Item
            && self.nested_code != NestedCode::Fenced
            && matches!(
                blocks.first(),
                Some(Block::List { .. } | Block::Quote(_) | Block::Table { .. })
            );
        if is_first_container {
            written.push(NOTHING.to_owned());
        }
        for block in blocks {
            if before.is_some_and(|before| are_one_in_a_row(before, block)) {
                written.push(NOTHING.to_owned());
            }
            written.push(self.block(block, nest, before));
            before = Some(block);
        }
        written
    }

    fn block(&self, block: &Block, nest: Nest, before: Option<&Block>) -> String {
        match block {
            Block::Heading(level, inlines) => {
                let level = level.saturating_sub(self.demotes).max(1);
                let hashes = "#".repeat(usize::from(level));
                format!("{hashes} {}", self.inlines(inlines, Place::Heading))
            }
            Block::Paragraph(inlines) => self.inlines(inlines, Place::Start),
            Block::List { start, items } => self.list(*start, items),
            Block::Code { language, text } => match self.form(text, nest, before) {
                Form::Fenced => fenced(language, &self.code(text)),
                Form::Indented => indent(&self.code(text), 4, 0),
                Form::Html => format!("<pre>{}</pre>", html_code(text)),
            },
            Block::Quote(inner) => quoted(&self.blocks(inner, Nest::Quote).join("\n\n")),
            Block::Table {
                columns,
                head,
                rows,
            } => self.table(columns, head, rows),
            Block::Rule => "* * *".to_owned(),
            Block::Figure {
                source,
                alt,
                caption,
            } => {
                let picture = self.image(source, alt);
                if caption.is_empty() {
                    return picture;
                }
                let caption = self.inlines(&flat(caption.clone()), Place::Inside);
                format!("{picture}\n*{caption}*")
            }
            Block::Raw { text, .. } => text.clone(),
            Block::Comment(text) if nest == Nest::Page => comment(text),
            // Not every engine reads one with several lines there.
            Block::Comment(text) => comment(&one_line(text)),
        }
    }

    /// Chooses a form that the engine reads as this code.
    fn form(&self, text: &str, nest: Nest, before: Option<&Block>) -> Form {
        if self.has_shortcode(text) {
            return Form::Html;
        }
        // Python-Markdown replaces tabs and empties lines of blanks, wherever they are.
        let is_blank = |line: &str| !line.is_empty() && line.trim().is_empty();
        let has_blanks = text.contains('\t') || text.lines().any(is_blank);
        if self.nested_code == NestedCode::Html && (has_blanks || text.starts_with('\n')) {
            return Form::Html;
        }
        if nest == Nest::Page || self.nested_code == NestedCode::Fenced {
            return Form::Fenced;
        }
        // Right after a marker, engines disagree about how many blanks make code; after a list, the code would belong to its last
        // item; Python-Markdown merges blank lines, and takes some first lines for options.
        let is_first = nest == Nest::Item && before.is_none();
        let is_after_list = matches!(before, Some(Block::List { .. }));
        let is_other = text.starts_with(['\n', ' '])
            || text.ends_with('\n')
            || text.contains("\n\n\n")
            || has_blanks;
        let has_options = self.nested_code == NestedCode::Html
            && (text.starts_with("#!") || text.starts_with("::"));
        match self.nested_code {
            _ if !is_first && !is_after_list && !is_other && !has_options => Form::Indented,
            NestedCode::Html => Form::Html,
            NestedCode::Indented | NestedCode::Fenced => Form::Fenced,
        }
    }

    fn list(&self, start: Option<u64>, items: &[Vec<Block>]) -> String {
        let items: Vec<Vec<Block>> = items
            .iter()
            .map(|item| with_pictures_in_text(item))
            .collect();
        // After a wide marker, all engines need the same number of blanks for code and lists.
        let wide = items.iter().any(|item| self.is_wide(item, Nest::Item));
        let mut list = String::new();
        for (place, (item, number)) in items.iter().zip(start.unwrap_or(0)..).enumerate() {
            // Some engines put blanks around those items only that have blank lines around them.
            let gap = match place.checked_sub(1) {
                None => "",
                Some(before) if is_tight(&items[before]) && is_tight(item) => "\n",
                Some(_) => "\n\n",
            };
            let marker = match start {
                Some(_) => format!("{number}."),
                None => "-".to_owned(),
            };
            let marker = if wide {
                format!("{marker:<3} ")
            } else {
                marker + " "
            };
            let inner = if is_tight(item) { "\n" } else { "\n\n" };
            let blocks = self.blocks(item, Nest::Item).join(inner);
            let by = marker.len().max(4);
            list.push_str(&format!("{gap}{marker}{}", indent(&blocks, by, 1)));
        }
        list
    }

    /// Returns whether blocks contain something that must be in the same column as the text after the marker: code, or
    /// a list right after another marker.
    fn is_wide(&self, blocks: &[Block], nest: Nest) -> bool {
        let befores = [None].into_iter().chain(blocks.iter().map(Some));
        blocks
            .iter()
            .zip(befores)
            .any(|(block, before)| match block {
                Block::Code { .. } => true,
                Block::List { items, .. } => {
                    nest == Nest::Item && before.is_none()
                        || items.iter().any(|item| self.is_wide(item, Nest::Item))
                }
                Block::Quote(inner) => self.is_wide(inner, Nest::Quote),
                _ => false,
            })
    }

    fn table(
        &self,
        columns: &[Alignment],
        head: &[Vec<Inline>],
        rows: &[Vec<Vec<Inline>>],
    ) -> String {
        let row = |cells: &[Vec<Inline>]| {
            let cells = cells.iter().map(|cell| self.inlines(cell, Place::Cell));
            format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
        };
        let line = columns.iter().map(|column| match column {
            Alignment::Plain => "---",
            Alignment::Left => ":--",
            Alignment::Center => ":-:",
            Alignment::Right => "--:",
        });
        let mut lines = vec![row(head)];
        lines.push(format!("| {} |", line.collect::<Vec<_>>().join(" | ")));
        lines.extend(rows.iter().map(|cells| row(cells)));
        lines.join("\n")
    }

    fn inlines(&self, inlines: &[Inline], place: Place) -> String {
        let mut line = String::new();
        let mut before = None;
        for inline in inlines {
            let place = match place {
                // After a break, a line begins again.
                Place::Start if line.is_empty() || line.ends_with('\n') => Place::Start,
                Place::Start | Place::Inside => Place::Inside,
                Place::Heading | Place::Cell => place,
            };
            let written = self.inline(inline, place);
            if before.is_some_and(|before| !touch(before, inline, &line, &written)) {
                line.push_str(NOTHING);
            }
            // Otherwise the link would be a picture.
            if written.starts_with('[') && line.ends_with('!') {
                line.insert(line.len() - 1, '\\');
            }
            line.push_str(&written);
            before = Some(inline);
        }
        line
    }

    fn inline(&self, inline: &Inline, place: Place) -> String {
        let inside = match place {
            Place::Heading | Place::Cell => place,
            Place::Start | Place::Inside => Place::Inside,
        };
        match inline {
            Inline::Text(text) => escape(text, place),
            Inline::Code(text) if self.has_shortcode(text) => html_code(text),
            // Kramdown takes three backticks at the start of a line for a fence, whatever follows them.
            Inline::Code(text)
                if place == Place::Start
                    && longest_run(text) > 1
                    && self.nested_code == NestedCode::Html =>
            {
                html_code(text)
            }
            // Not every engine takes the backslash out again that keeps a bar from ending the cell.
            Inline::Code(text) if place == Place::Cell && text.contains('|') => {
                match self.nested_code {
                    NestedCode::Html => html_code(text),
                    _ => inline_code(&self.code(text)).replace('|', "\\|"),
                }
            }
            Inline::Code(text) => inline_code(&self.code(text)),
            Inline::Emphasis(inner) => format!("*{}*", self.inlines(inner, inside)),
            Inline::Strong(inner) => format!("**{}**", self.inlines(inner, inside)),
            Inline::Link { to, text } if is_plain_address(to, text) => format!("<{to}>"),
            Inline::Link { to, text } => {
                format!("[{}]({})", self.inlines(text, inside), self.target(to))
            }
            Inline::Image { source, alt } => self.image(source, alt),
            Inline::OmittedImage { alt, .. } => escape(alt, place),
            Inline::Break => "  \n".to_owned(),
        }
    }

    fn image(&self, source: &str, alt: &str) -> String {
        let alt = match self.alt {
            Alt::Text => escape(alt, Place::Inside),
            Alt::Words => words(alt),
        };
        format!("![{alt}]({})", self.target(source))
    }

    /// Writes the target of a link; in angle brackets if its own brackets would end it.
    fn target(&self, to: &str) -> String {
        let (prefix, rest) = match to.strip_prefix(self.link_prefix) {
            Some(rest) if rest.starts_with('/') => (self.link_prefix, rest),
            _ => ("", to),
        };
        let to = format!("{prefix}{}", without_entities(&encoded(rest)));
        if to.contains(['(', ')']) {
            format!("<{to}>")
        } else {
            to
        }
    }

    /// Returns whether code contains something that is a shortcode unless it is written as HTML.
    fn has_shortcode(&self, text: &str) -> bool {
        self.shortcodes.iter().any(|begin| text.contains(begin))
    }

    /// Writes code so that the engine's templates turn it into the code.
    fn code(&self, text: &str) -> String {
        let mut replaced = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(letter) = rest.chars().next() {
            let mut found = self.code_replacements.iter();
            match found.find(|replacement| rest.starts_with(replacement.text)) {
                Some(replacement) => {
                    replaced.push_str(replacement.written);
                    rest = &rest[replacement.text.len()..];
                }
                None => {
                    replaced.push(letter);
                    rest = &rest[letter.len_utf8()..];
                }
            }
        }
        replaced
    }
}

/// Moves the pictures of an item that follow its text into its paragraph: with blank lines around them, most engines would put blank
/// lines around all items of the list.
fn with_pictures_in_text(item: &[Block]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for block in item {
        match (blocks.last_mut(), block) {
            (
                Some(Block::Paragraph(inlines)),
                Block::Figure {
                    source,
                    alt,
                    caption,
                },
            ) => {
                let (source, alt) = (source.clone(), alt.clone());
                inlines.extend([Inline::Break, Inline::Image { source, alt }]);
                if !caption.is_empty() {
                    inlines.extend([Inline::Break, Inline::Emphasis(flat(caption.clone()))]);
                }
            }
            (_, block) => blocks.push(block.clone()),
        }
    }
    blocks
}

/// Moves the comments in lists behind them.
fn with_comments_behind_lists(blocks: &[Block]) -> Vec<Block> {
    let mut moved = Vec::new();
    for block in blocks {
        match block {
            Block::List { start, items } => {
                let (start, mut items, mut comments) = (*start, items.clone(), Vec::new());
                take_comments(&mut items, &mut comments);
                moved.push(Block::List { start, items });
                moved.extend(comments);
            }
            Block::Quote(inner) => moved.push(Block::Quote(with_comments_behind_lists(inner))),
            other => moved.push(other.clone()),
        }
    }
    moved
}

/// Takes the comments out of the items of a list, in which not every engine reads them as such, to stand behind it.
fn take_comments(items: &mut Vec<Vec<Block>>, comments: &mut Vec<Block>) {
    for item in items.iter_mut() {
        for block in std::mem::take(item) {
            match block {
                Block::Comment(_) => comments.push(block),
                Block::List {
                    start,
                    items: mut inner,
                } => {
                    take_comments(&mut inner, comments);
                    item.push(Block::List {
                        start,
                        items: inner,
                    });
                }
                other => item.push(other),
            }
        }
    }
    items.retain(|item| !item.is_empty());
}

/// What code is written as.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Fenced,
    Indented,
    Html,
}

/// Returns whether two blocks in a row would be read as one.
fn are_one_in_a_row(before: &Block, block: &Block) -> bool {
    matches!(
        (before, block),
        (Block::List { .. }, Block::List { .. })
            | (Block::Quote(_), Block::Quote(_))
            | (Block::Code { .. }, Block::Code { .. })
    )
}

/// Returns whether stars are read as emphasis where two inlines touch, which are written as `left` and `right`.
fn touch(before: &Inline, inline: &Inline, left: &str, right: &str) -> bool {
    let is_emphasis = |inline| matches!(inline, &Inline::Emphasis(_) | &Inline::Strong(_));
    let is_in_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let (last, first) = (left.chars().next_back(), right.chars().next());
    let inside_left = || left.trim_end_matches('*').chars().next_back();
    let inside_right = || right.trim_start_matches('*').chars().next();
    match (is_emphasis(before), is_emphasis(inline)) {
        (true, true) => false,
        (true, false) => !is_in_word(first) || is_in_word(inside_left()),
        (false, true) => !is_in_word(last) || is_in_word(inside_right()),
        (false, false) => true,
    }
}

/// Writes code between fences, with its language if all engines take that for a name.
fn fenced(language: &str, text: &str) -> String {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "#.+-_".contains(letter);
    let language = if language.chars().all(is_name) {
        language
    } else {
        ""
    };
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    format!("{fence}{language}\n{text}\n{fence}")
}

fn inline_code(text: &str) -> String {
    // After a single backtick, kramdown does not accept a blank.
    let shortest = usize::from(text.starts_with(' '));
    let fence = "`".repeat(longest_run(text).max(shortest) + 1);
    // Engines remove one blank on both sides.
    let is_padded = text.starts_with(' ') && text.ends_with(' ') && !text.trim().is_empty();
    let is_hidden = is_padded || text.starts_with('`') || text.ends_with('`');
    let pad = if is_hidden { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

fn quoted(text: &str) -> String {
    let quote = |line: &str| match line {
        "" => ">".to_owned(),
        line => format!("> {line}"),
    };
    text.lines().map(quote).collect::<Vec<_>>().join("\n")
}

/// Indents the lines of a text, except for the first `skip` and for empty ones.
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

/// Returns whether a link is its own text, without anything that could be a tag or is shown decoded.
fn is_plain_address(to: &str, text: &[Inline]) -> bool {
    let is_address = ["http://", "https://"]
        .iter()
        .any(|scheme| to.starts_with(scheme));
    is_address
        && !to.contains('%')
        && without_entities(&encoded(to)) == to
        && matches!(text, [Inline::Text(text)] if text == to)
}

fn longest_run(text: &str) -> usize {
    text.split(|letter| letter != '`')
        .map(str::len)
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Parser, html};

    use super::super::parse::{parse, parse_page};
    use super::*;

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(vec![Inline::text(text)])
    }

    /// Returns what an engine makes of a paragraph, without the tags around it.
    fn rendered(text: &str) -> String {
        let mut page = String::new();
        html::push_html(&mut page, Parser::new(text));
        page.trim()
            .trim_start_matches("<p>")
            .trim_end_matches("</p>")
            .to_owned()
    }

    #[test]
    fn text_is_read_as_text() {
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
    fn only_items_with_blank_lines_in_them_have_blank_lines_around_them() {
        let list = parse("- a\n- b\n    - c\n- d\n\n  e\n- f\n- g");
        assert_eq!(
            markdown(&list),
            "- a\n- b\n    - c\n\n- d\n\n    e\n\n- f\n- g\n"
        );
        assert_eq!(parse(&markdown(&list)), list);
    }

    #[test]
    fn a_picture_behind_the_text_of_an_item_is_in_its_paragraph() {
        let figure = Block::Figure {
            source: "c.png".into(),
            alt: "Alt".into(),
            caption: vec![Inline::Strong(vec![Inline::text("Seen")])],
        };
        let items = vec![vec![paragraph("a"), figure], vec![paragraph("b")]];
        assert_eq!(
            markdown(&[Block::List { start: None, items }]),
            "- a  \n    ![Alt](c.png)  \n    *Seen*\n- b\n"
        );
    }

    #[test]
    fn a_comment_in_a_list_stands_behind_it() {
        let page = "- a <!-- b -->\n    - c\n- d\n    - e\n\n        <!--\n        f\n        -->";
        assert_eq!(
            markdown(&parse_page(page)),
            "- a\n    - c\n- d\n    - e\n\n<!-- b -->\n\n<!-- f -->\n"
        );
    }

    #[test]
    fn what_would_be_read_as_one_is_kept_apart() {
        assert_eq!(
            markdown(&parse("- a\n\n* b\n\n> c\n\n<!-- -->\n\n> d")),
            "- a\n\n<!-- -->\n\n- b\n\n> c\n\n<!-- -->\n\n> d\n"
        );
        for (text, written) in [
            ("_a c_**b**", "*a c*<!-- -->**b**"),
            ("*a.*<!-- -->b", "*a.*<!-- -->b"),
            ("*a*b", "*a*b"),
            ("great![a](b)", "great![a](b)"),
            ("great&#33;[a](b)", "great\\![a](b)"),
        ] {
            assert_eq!(markdown(&parse(text)), format!("{written}\n"));
        }
    }

    /// Returns a list whose items are code, and code after an inner list.
    fn code_in_a_list() -> Vec<Block> {
        parse("- ```\n  {{ a }}\n  ```\n- b\n  - c\n\n  ```sh\n  d\n  ```")
    }

    #[test]
    fn code_in_a_list_is_what_the_engine_reads_as_code() {
        let with = |nested_code| {
            let dialect = Dialect {
                nested_code,
                ..Dialect::PORTABLE
            };
            dialect.write(&code_in_a_list())
        };
        assert_eq!(
            with(NestedCode::Indented),
            "-   ```\n    {{ a }}\n    ```\n\n-   b\n\n    - c\n\n    ```sh\n    d\n    ```\n"
        );
        assert_eq!(
            with(NestedCode::Html),
            "-   <pre><code>&#123;&#123; a &#125;&#125;</code></pre>\n\n-   b\n\n    - c\n\n    <pre><code>d</code></pre>\n"
        );
        assert_eq!(
            with(NestedCode::Fenced),
            "-   ```\n    {{ a }}\n    ```\n\n-   b\n\n    - c\n\n    ```sh\n    d\n    ```\n"
        );
    }

    #[test]
    fn a_table_has_no_bars_but_its_own() {
        let text = "a | `b\\|c`\n---|--:\nd \\| e | https://x.y/a_b\n--- | +";
        let with = |nested_code| {
            let dialect = Dialect {
                nested_code,
                ..Dialect::PORTABLE
            };
            dialect.write(&parse(text))
        };
        let rows = "| --- | --: |\n| d &#124; e | <https://x.y/a_b> |\n| &#45;&#45;- | &#43; |\n";
        assert_eq!(
            with(NestedCode::Indented),
            format!("| a | `b\\|c` |\n{rows}")
        );
        assert_eq!(
            with(NestedCode::Html),
            format!("| a | <code>b&#124;c</code> |\n{rows}")
        );
    }

    #[test]
    fn braces_in_code_come_out_of_templates_as_they_are() {
        let with = |dialect: Dialect| dialect.write(&parse("`{{{ a }} {% b %} {{< c {{% d`"));
        assert_eq!(with(Dialect::PORTABLE), "`{{{ a }} {% b %} {{< c {{% d`\n");
        let replacing = Dialect {
            code_replacements: &[
                Replacement {
                    text: "{{",
                    written: "{{ \"{{\" }}",
                },
                Replacement {
                    text: "{%",
                    written: "{{ \"{%\" }}",
                },
            ],
            ..Dialect::PORTABLE
        };
        assert_eq!(
            with(replacing),
            "`{{ \"{{\" }}{ a }} {{ \"{%\" }} b %} {{ \"{{\" }}< c {{ \"{{\" }}% d`\n"
        );
        let with_shortcodes = Dialect {
            shortcodes: &["{%"],
            ..Dialect::PORTABLE
        };
        assert_eq!(
            with(with_shortcodes),
            "<code>&#123;&#123;&#123; a &#125;&#125; &#123;&#37; b &#37;&#125; &#123;&#123;&#60; c &#123;&#123;&#37; d</code>\n"
        );
    }

    #[test]
    fn a_fence_has_no_language_that_is_not_a_name() {
        let code = |language: &str| Block::Code {
            language: language.into(),
            text: "x".into(),
        };
        assert_eq!(markdown(&[code("c++")]), "```c++\nx\n```\n");
        assert_eq!(markdown(&[code("{.c}")]), "```\nx\n```\n");
    }

    #[test]
    fn an_option_in_the_text_keeps_its_hyphens() {
        assert_eq!(markdown(&parse("use \\--strict")), "use &#45;-strict\n");
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
            "- a\n\n  ```\n    b\n\n\n  \tc\n   \n  ```",
            "| a | b |\n|---|:-:|\n| `c\\|d` | e \\| *f* |\n|  | - |",
            "- a\n\n  | b |\n  |---|\n  | -- |",
            "- | b |\n  |---|\n  | c |",
            "> | b |\n> |--:|",
            "````\n```\n````",
            "- a\n\n  b\n- c",
        ] {
            let tree = parse(text);
            let written = markdown(&tree);
            assert_eq!(parse(&written), tree, "{written}");
        }
    }
}
