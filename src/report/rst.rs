//! reStructuredText that docutils reads as meant, without a warning.
//! <https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html>
//!
//! It has no nested markup: code and links within emphasis are written next to it, and the text of a link is plain. Blanks at the
//! ends of markup are moved out of it. A picture in a line is a substitution, and a break makes a line block. Blank lines at
//! the ends of code are lost. A tab in code becomes blanks up to the next multiple of eight columns.

use unicode_width::UnicodeWidthChar;

use super::address::encoded;
use super::comment::is_teaser;
use super::document::{Block, Inline, is_tight, plain};
use super::parse::flat;

/// The characters that underline headings, from the outermost to the innermost.
const UNDERLINES: [&str; 6] = ["=", "-", "~", "^", "\"", "'"];

/// How many columns apart tabs end in docutils.
const TAB: usize = 8;

/// An empty comment, which separates two blocks that would be read as one.
const BETWEEN: &str = "..";

/// Languages by the names that Pygments knows. For an unknown one, docutils replaces the code by a warning.
/// <https://pygments.org/languages/>
const LANGUAGES: &str = "\
    asm awk bash bat c c++ clojure cmake console cpp csharp css cython diff docker elixir erlang fortran go \
    haskell html ini java javascript js json kotlin llvm lua make nix nasm ocaml perl php py pycon python r rb rs \
    rst ruby rust scala sh sql toml ts xml yaml";

/// Writes a document, with a newline at its end.
pub fn rst(document: &[Block]) -> String {
    let mut writer = Writer::default();
    let mut written = writer.blocks(&with_one_title(document), Place::Section);
    for picture in &writer.pictures {
        written.push_str(&format!("\n\n{picture}"));
    }
    written + "\n"
}

/// Keeps docutils from making titles of headings that are none: those of level 1 after the title become one deeper, and a heading
/// that is the only one of its level has an empty paragraph before it.
fn with_one_title(document: &[Block]) -> Vec<Block> {
    let is_block = |block: &Block| !matches!(block, Block::Comment(_));
    let first = document.iter().position(is_block).unwrap_or_default();
    let has_title = matches!(document.get(first), Some(Block::Heading(1, _)));
    let (title, rest) = document.split_at(if has_title { first + 1 } else { 0 });
    let lowered = |block: &Block| match block {
        Block::Heading(1, inlines) if has_title => Block::Heading(2, inlines.clone()),
        other => other.clone(),
    };
    let rest: Vec<Block> = rest.iter().map(lowered).collect();
    let mut blocks = rest.iter().filter(|block| is_block(block));
    let is_alone = match blocks.next() {
        Some(Block::Heading(level, _)) => {
            blocks.all(|block| !matches!(block, Block::Heading(other, _) if other <= level))
        }
        _ => false,
    };
    let empty = is_alone.then(|| Block::Raw {
        format: "rst".to_owned(),
        text: "\\ ".to_owned(),
    });
    title.iter().cloned().chain(empty).chain(rest).collect()
}

#[derive(Default)]
struct Writer {
    /// The levels of the open headings.
    levels: Vec<u8>,
    /// The definitions of the substitutions in the text.
    pictures: Vec<String>,
}

/// Where blocks are.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// Below a heading, where other headings may follow.
    Section,
    /// In a list or a quote.
    Inside,
}

/// The emphasis of a text.
#[derive(Clone, Copy)]
enum Style {
    Plain,
    Emphasis,
    Strong,
}

/// A piece of a line.
enum Piece {
    /// Text, not yet escaped.
    Text(String),
    /// Markup, as it is written.
    Markup(String),
}

impl Writer {
    fn blocks(&mut self, blocks: &[Block], place: Place) -> String {
        let mut page = String::new();
        let mut before: Option<(&Block, String)> = None;
        for (number, block) in blocks.iter().enumerate() {
            let can_be_line = place == Place::Section
                && number + 1 < blocks.len()
                && before
                    .as_ref()
                    .is_some_and(|(before, _)| !matches!(before, Block::Heading(..) | Block::Rule));
            let written = match block {
                Block::Rule if can_be_line => "----".to_owned(),
                Block::Rule => "\\* * *".to_owned(),
                Block::Heading(level, inlines) if place == Place::Section => {
                    self.heading(*level, inlines)
                }
                Block::Heading(_, inlines) => self.paragraph(&[Inline::Strong(inlines.clone())]),
                Block::Paragraph(inlines) => self.paragraph(inlines),
                Block::List { start, items } => self.list(*start, items),
                Block::Code { language, text } => code(language, text),
                Block::Quote(inner) => indent(&self.blocks(inner, Place::Inside), 3, 0),
                Block::Table { head, rows, .. } => self.table(head, rows),
                Block::Figure {
                    source,
                    alt,
                    caption,
                } => self.figure(source, alt, caption),
                // Nikola is the only engine that cuts reStructuredText.
                Block::Comment(text) if is_teaser(text) => ".. TEASER_END".to_owned(),
                Block::Comment(text) => format!("..\n{}", indent(text, 3, 0)),
                Block::Raw { text, .. } => text.clone(),
            };
            if written.is_empty() {
                continue;
            }
            if !page.is_empty() {
                page.push_str("\n\n");
            }
            if would_join(before.as_ref(), block, place) {
                page.push_str(&format!("{BETWEEN}\n\n"));
            }
            page.push_str(&written);
            before = Some((block, written));
        }
        page
    }

    /// Writes a heading one level below the open one: docutils does not accept a skipped level.
    fn heading(&mut self, level: u8, inlines: &[Inline]) -> String {
        let text = self.line(inlines);
        if text.is_empty() {
            return text;
        }
        self.levels.retain(|open| *open < level);
        let depth = self.levels.len().min(UNDERLINES.len() - 1);
        self.levels.push(level);
        // docutils counts columns in its own way, and counts some characters that others do not.
        let columns = text
            .chars()
            .map(|letter| letter.width().unwrap_or(1).max(1));
        let underline = UNDERLINES[depth].repeat(columns.sum());
        format!("{text}\n{underline}")
    }

    fn paragraph(&mut self, inlines: &[Inline]) -> String {
        if let [Inline::Image { source, alt }] = inlines {
            return picture("image", source, alt);
        }
        let lines = lines(inlines);
        if let [line] = &lines[..] {
            return self.line(line);
        }
        let block_line =
            |line: &Vec<Inline>| format!("| {}", self.line(line)).trim_end().to_owned();
        lines.iter().map(block_line).collect::<Vec<_>>().join("\n")
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>]) -> String {
        let written: Vec<String> = items
            .iter()
            .zip(start.unwrap_or(0)..)
            .map(|(item, number)| {
                let marker = match start {
                    Some(_) => format!("{number}. "),
                    None => "- ".to_owned(),
                };
                let blocks = indent(&self.blocks(item, Place::Inside), marker.len(), 1);
                format!("{marker}{blocks}").trim_end().to_owned()
            })
            .collect();
        let mut list = String::new();
        for (place, item) in written.iter().enumerate() {
            if place > 0 {
                let is_simple =
                    |place: usize| is_tight(&items[place]) && !written[place].contains('\n');
                list.push_str(if is_simple(place - 1) && is_simple(place) {
                    "\n"
                } else {
                    "\n\n"
                });
            }
            list.push_str(item);
        }
        list
    }

    /// Writes a table as a list of rows, in which a cell may have any width. Columns are not aligned.
    fn table(&mut self, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> String {
        // docutils refuses a table that has only headings.
        let headings = if rows.is_empty() {
            ""
        } else {
            "   :header-rows: 1\n"
        };
        let mut written = format!(".. list-table::\n{headings}");
        for row in [head].into_iter().chain(rows.iter().map(Vec::as_slice)) {
            for (place, cell) in row.iter().enumerate() {
                let marker = if place == 0 { "* -" } else { "  -" };
                let cell = format!("\n   {marker} {}", self.line(cell));
                written.push_str(cell.trim_end());
            }
        }
        written
    }

    fn figure(&mut self, source: &str, alt: &str, caption: &[Inline]) -> String {
        let picture = picture("figure", source, alt);
        match self.line(caption) {
            caption if caption.is_empty() => picture,
            caption => format!("{picture}\n\n   {caption}"),
        }
    }

    /// Writes inlines on one line, with breaks as blanks.
    fn line(&mut self, inlines: &[Inline]) -> String {
        let mut pieces: Vec<Piece> = Vec::new();
        self.pieces(inlines, Style::Plain, &mut pieces);
        let mut line = String::new();
        let mut last: Option<&Piece> = None;
        for (place, piece) in pieces.iter().enumerate() {
            let is_last = place + 1 == pieces.len();
            let written = match piece {
                Piece::Markup(written) => written.clone(),
                Piece::Text(text) if line.is_empty() => escape(text.trim_start(), true, !is_last),
                Piece::Text(text) => escape(text, false, !is_last),
            };
            if written.is_empty() {
                continue;
            }
            let is_parted = match (last, piece) {
                (Some(Piece::Markup(before)), _) => may_follow(before, &written),
                (_, Piece::Markup(_)) => may_precede(&line, &written),
                (_, Piece::Text(_)) => true,
            };
            if !is_parted {
                line.push_str("\\ ");
            }
            line.push_str(&written);
            last = Some(piece);
        }
        let line = line.trim_end();
        // A line of one repeated character would be a horizontal line, or underline a heading.
        let first = line.chars().next().filter(char::is_ascii_punctuation);
        match first {
            Some(sign) if line.chars().all(|letter| letter == sign) => format!("\\ {line}"),
            _ => line.to_owned(),
        }
    }

    fn pieces(&mut self, inlines: &[Inline], style: Style, pieces: &mut Vec<Piece>) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::OmittedImage { alt: text, .. } => {
                    push_text(text, style, pieces)
                }
                Inline::Break => push_text(" ", style, pieces),
                Inline::Code(text) => push_marked(text, literal, pieces),
                Inline::Emphasis(inner) => self.pieces(inner, Style::Emphasis, pieces),
                Inline::Strong(inner) => self.pieces(inner, Style::Strong, pieces),
                Inline::Image { source, alt } => {
                    pieces.push(Piece::Markup(self.substitution(source, alt, None)));
                }
                Inline::Link { to, text } => self.link(to, text, pieces),
            }
        }
    }

    /// Writes a link. If there are pictures in its text, each is a link of its own, as is the text between them.
    fn link(&mut self, to: &str, text: &[Inline], pieces: &mut Vec<Piece>) {
        let to = address(to);
        if is_blank(text) {
            pieces.push(Piece::Markup(format!("`<{to}>`__")));
            return;
        }
        for part in flat(text.to_vec()).chunk_by(|one, other| !is_image(one) && !is_image(other)) {
            if let [Inline::Image { source, alt }] = part {
                let name = self.substitution(source, alt, Some(&to));
                pieces.push(Piece::Markup(name));
                continue;
            }
            let link = |words: &str| match words == to {
                true => format!("`<{to}>`__"),
                false => format!("`{} <{to}>`__", escape(words, false, false)),
            };
            push_marked(&plain(part), link, pieces);
        }
    }

    /// Defines a picture in a line, and gives the name to refer to it.
    fn substitution(&mut self, source: &str, alt: &str, link: Option<&str>) -> String {
        let name = format!("|picture {}|", self.pictures.len() + 1);
        let mut definition = picture(&format!("{name} image"), source, alt);
        if let Some(to) = link {
            definition.push_str(&format!("\n   :target: {to}"));
        }
        self.pictures.push(definition);
        name
    }
}

fn is_image(inline: &Inline) -> bool {
    matches!(inline, Inline::Image { .. })
}

fn is_blank(inlines: &[Inline]) -> bool {
    plain(inlines).trim().is_empty() && !flat(inlines.to_vec()).iter().any(is_image)
}

/// Returns whether a block would become part of the one before it, or of nothing.
fn would_join(before: Option<&(&Block, String)>, block: &Block, place: Place) -> bool {
    match (before, block) {
        (None, Block::Quote(_)) => place == Place::Inside,
        (Some((Block::List { start: one, .. }, _)), Block::List { start: other, .. }) => {
            one.is_some() == other.is_some()
        }
        (Some((Block::Heading(..) | Block::Rule, _)), Block::Quote(_)) => false,
        (Some((Block::Paragraph(_), written)), Block::Quote(_)) => written.starts_with(".. "),
        (Some(_), Block::Quote(_)) => true,
        _ => false,
    }
}

/// Splits inlines at breaks.
fn lines(inlines: &[Inline]) -> Vec<Vec<Inline>> {
    let mut done = vec![Vec::new()];
    for inline in inlines {
        let parts: Vec<Inline> = match inline {
            Inline::Break => {
                done.push(Vec::new());
                continue;
            }
            Inline::Emphasis(inner) => lines(inner).into_iter().map(Inline::Emphasis).collect(),
            Inline::Strong(inner) => lines(inner).into_iter().map(Inline::Strong).collect(),
            Inline::Link { to, text } => {
                let parts = lines(text);
                let is_one = parts.len() == 1;
                let keep = |text| link_unless_blank(to, text, is_one);
                parts.into_iter().map(keep).collect()
            }
            other => vec![other.clone()],
        };
        for (place, part) in parts.into_iter().enumerate() {
            if place > 0 {
                done.push(Vec::new());
            }
            if let Some(line) = done.last_mut() {
                line.push(part);
            }
        }
    }
    done
}

/// Makes a link, or plain blanks between two breaks in a link.
fn link_unless_blank(to: &str, text: Vec<Inline>, is_whole: bool) -> Inline {
    if is_blank(&text) && !is_whole {
        return Inline::Text(plain(&text));
    }
    let to = to.to_owned();
    Inline::Link { to, text }
}

fn code(language: &str, text: &str) -> String {
    let language = language.to_lowercase();
    let known = LANGUAGES.split(' ').any(|known| known == language);
    let argument = match known {
        true => format!(" {language}"),
        false => String::new(),
    };
    let mut lines = text.lines();
    let is_indented = lines.all(|line| line.trim().is_empty() || line.starts_with(' '));
    // Blanks at the start of all lines would be taken for indentation, unless there is a line without them.
    let option = if is_indented { "   :class: code\n" } else { "" };
    format!(
        ".. code-block::{argument}\n{option}\n{}",
        indent(&without_tabs(text), 3, 0)
    )
}

/// Replaces tabs by blanks, as docutils would if the code were not indented.
fn without_tabs(text: &str) -> String {
    let mut column = 0;
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\t' => {
                let blanks = TAB - column % TAB;
                written.push_str(&" ".repeat(blanks));
                column += blanks;
            }
            '\n' => {
                written.push('\n');
                column = 0;
            }
            letter => {
                written.push(letter);
                column += 1;
            }
        }
    }
    written
}

fn picture(directive: &str, source: &str, alt: &str) -> String {
    let written = format!(".. {directive}:: {}\n   :alt: {alt}", encoded(source));
    written.trim_end().to_owned()
}

/// Writes the address of a link. With an underscore at its end it would be a name, with an at sign a mailbox.
fn address(to: &str) -> String {
    let mut to = encoded(to);
    if !to.contains(':') {
        to = to.replace('@', "%40");
    }
    if to.ends_with('_') {
        to.insert(to.len() - 1, '\\');
    }
    to
}

/// Writes code in a line: as a literal, or in a role that does the same where a literal is not possible.
fn literal(text: &str) -> String {
    if text.starts_with('`') || text.ends_with('`') || text.contains("``") {
        let escaped = text.replace('\\', "\\\\").replace('`', "\\`");
        format!(":literal:`{escaped}`")
    } else {
        format!("``{text}``")
    }
}

fn push_text(text: &str, style: Style, pieces: &mut Vec<Piece>) {
    let marked = |mark| move |words: &str| format!("{mark}{}{mark}", escape(words, false, false));
    match style {
        Style::Plain => push_plain(text, pieces),
        Style::Emphasis => push_marked(text, marked("*"), pieces),
        Style::Strong => push_marked(text, marked("**"), pieces),
    }
}

/// Adds markup around a text. Blanks are moved out of it, since markup cannot end at one.
fn push_marked(text: &str, markup: impl Fn(&str) -> String, pieces: &mut Vec<Piece>) {
    let words = text.trim();
    let (before, after) = match text.split_once(words) {
        Some(blanks) if !words.is_empty() => blanks,
        _ => (text, ""),
    };
    push_plain(before, pieces);
    if !words.is_empty() {
        pieces.push(Piece::Markup(markup(words)));
    }
    push_plain(after, pieces);
}

fn push_plain(text: &str, pieces: &mut Vec<Piece>) {
    match pieces.last_mut() {
        Some(Piece::Text(before)) => before.push_str(text),
        _ if text.is_empty() => {}
        _ => pieces.push(Piece::Text(text.to_owned())),
    }
}

/// Returns whether markup is read as ending before `written`. A role may also follow its text.
fn may_follow(markup: &str, written: &str) -> bool {
    let ends = |letter: char| letter.is_whitespace() || ".,;!?:)]}'\"/-".contains(letter);
    written.starts_with(ends) && !(markup.starts_with(':') && written.starts_with(':'))
}

/// Returns whether markup is read as beginning after a text.
fn may_precede(line: &str, markup: &str) -> bool {
    let content = markup.trim_start_matches(['*', '`', '|']);
    let before = line.chars().next_back();
    before.is_none_or(|before| {
        before.is_whitespace()
            || ("([{'\"/-".contains(before) && content.starts_with(char::is_alphanumeric))
    })
}

/// Indents the lines of a text, except for the first `skip` and for empty ones.
fn indent(text: &str, by: usize, skip: usize) -> String {
    let blanks = " ".repeat(by);
    let lines = text.split('\n').enumerate().map(|(number, line)| {
        if number < skip || line.trim().is_empty() {
            line.trim_end().to_owned()
        } else {
            format!("{blanks}{line}")
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Escapes what docutils takes for markup; at the start of a line, also what would begin a block.
fn escape(text: &str, at_start: bool, markup_follows: bool) -> String {
    let letters: Vec<char> = text.chars().collect();
    let delimiter = enumerator(&letters).filter(|_| at_start);
    let mut escaped = String::with_capacity(text.len());
    for (place, letter) in letters.iter().copied().enumerate() {
        let before = place.checked_sub(1).map(|place| letters[place]);
        let after = letters.get(place + 1).copied();
        let in_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let touches = |letter: Option<char>| letter.is_some_and(|letter| !letter.is_whitespace());
        let touches_next = touches(after) || (after.is_none() && markup_follows);
        let is_markup = match letter {
            '\\' | '`' | '*' | '|' => true,
            '_' => !(in_word(before) && in_word(after)),
            // A scheme would make a link; two colons at the end of a paragraph announce code.
            ':' => in_word(before) && touches_next || before == Some(':') && !touches(after),
            '@' => touches(before) && touches_next,
            _ => false,
        };
        let begins_block = at_start && place == 0 && begins_block(&letters);
        if is_markup || begins_block || delimiter == Some(place) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// Returns whether the first character would begin a block: a list, a field, an option, a test, a table, an attribution
/// or a directive.
fn begins_block(letters: &[char]) -> bool {
    let is_mark = |letter: &char| "-+•‣⁃—:>=/".contains(*letter);
    letters.first().is_some_and(is_mark) || letters.starts_with(&['.', '.'])
}

/// Finds the character after a number, `1.`, `a)` or `(iv)`, that would make it a list item.
fn enumerator(letters: &[char]) -> Option<usize> {
    let begin = usize::from(letters.first() == Some(&'('));
    let is_sign = |letter: &char| letter.is_alphanumeric() || *letter == '#';
    let signs = letters[begin..].iter().take_while(|letter| is_sign(letter));
    let length = signs.count();
    let end = begin + length;
    let is_delimiter = matches!(letters.get(end), Some('.' | ')'));
    let after = letters.get(end + 1);
    let is_apart = after.is_none_or(|letter| letter.is_whitespace());
    let number = &letters[begin..end];
    let is_roman = |letter: &char| "ivxlcdmIVXLCDM".contains(*letter);
    let is_number =
        length == 1 || number.iter().all(char::is_ascii_digit) || number.iter().all(is_roman);
    (length > 0 && is_delimiter && is_apart && is_number).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::super::parse::{parse, parse_page};
    use super::*;

    /// Prints a text of the log.
    fn written(text: &str) -> String {
        rst(&parse(text)).trim_end_matches('\n').to_owned()
    }

    #[test]
    fn common_text_stays_readable() {
        let text = "Fixed the leak in ``cpyext`` (50% faster); see snake_case, x = 1, don't & \"quotes\": done!";
        assert_eq!(written(&text.replace("``", "`")), text);
    }

    #[test]
    fn what_docutils_would_take_for_markup_is_escaped() {
        for (text, expected) in [
            ("5 \\* 3 | x_ x__y a_b", "5 \\* 3 \\| x\\_ x\\_\\_y a_b"),
            (
                "a@b.org ftp://x.y 10:30 C++::x",
                "a\\@b.org ftp\\://x.y 10\\:30 C++::x",
            ),
            ("code::", "code\\:\\:"),
            ("\\- a", "\\- a"),
            ("\\>>> a", "\\>>> a"),
            (":field: a", "\\:field: a"),
            ("/V dos", "\\/V dos"),
            (".. raw:: html", "\\.. raw\\:\\: html"),
            ("...", "\\..."),
            ("!!!!", "\\ !!!!"),
            ("1\\. a", "1\\. a"),
            ("iv. a", "iv\\. a"),
            ("(a) b", "(a\\) b"),
            ("(Armin) 3.5 e.g. mail.", "(Armin) 3.5 e.g. mail."),
            ("• a", "\\• a"),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
    }

    #[test]
    fn markup_is_parted_from_the_word_that_it_touches() {
        for (text, expected) in [
            ("a`b`c", "a\\ ``b``\\ c"),
            ("(`b`), *c*.", "(``b``), *c*."),
            ("(`)`)", "(\\ ``)``)"),
            ("`a`**b**", "``a``\\ **b**"),
            ("``` a`` b ```", ":literal:`a\\`\\` b`"),
            ("`` `a` ``:b", ":literal:`\\`a\\``\\ :b"),
            ("` a `", "``a``"),
            ("x`  a`y", "x  ``a``\\ y"),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_in_markup_is_next_to_it() {
        for (text, expected) in [
            ("**a `b` c**", "**a** ``b`` **c**"),
            ("*a [b](c.html)*", "*a* `b <c.html>`__"),
            ("[`a` b](<x_>)", "`a b <x\\_>`__"),
            ("<https://x.y>", "`<https://x.y>`__"),
            ("[](x)", "`<x>`__"),
            (
                "[*a ![b](c.png)*](x)",
                "`a <x>`__ |picture 1|\n\n.. |picture 1| image:: c.png\n   :alt: b\n   :target: x",
            ),
            ("[me](a@b.org)", "`me <a%40b.org>`__"),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
    }

    #[test]
    fn a_picture_in_a_line_is_a_substitution() {
        assert_eq!(
            written("a ![b](c.png) d [![e](f.png) g](h)"),
            "a |picture 1| d |picture 2| `g <h>`__\n\n\
             .. |picture 1| image:: c.png\n   :alt: b\n\n\
             .. |picture 2| image:: f.png\n   :alt: e\n   :target: h"
        );
        assert_eq!(written("![b](c.png)"), ".. image:: c.png\n   :alt: b");
    }

    #[test]
    fn a_break_makes_a_line_block() {
        assert_eq!(written("**a  \nb**  \nc"), "| **a**\n| **b**\n| c");
    }

    #[test]
    fn blocks_that_would_be_one_are_kept_apart() {
        assert_eq!(
            written("- a\n- b\n\n    - c\n\n* d\n\n> e\n\n1. > f\n\n       g"),
            "- a\n\n- b\n\n  - c\n\n..\n\n- d\n\n..\n\n   e\n\n1. ..\n\n      f\n\n   .. code-block::\n\n      g"
        );
        assert_eq!(written("- a\n- b"), "- a\n- b");
    }

    #[test]
    fn code_keeps_its_indentation_and_a_language_that_is_known() {
        for (text, expected) in [
            (
                "```rust\nfn\n\n  x\n```",
                ".. code-block:: rust\n\n   fn\n\n     x",
            ),
            ("```what\nx\n```", ".. code-block::\n\n   x"),
            (
                "```\n  x\n   y\n```",
                ".. code-block::\n   :class: code\n\n     x\n      y",
            ),
            (
                "```\na\tb\n\tc\n```",
                ".. code-block::\n\n   a       b\n           c",
            ),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
    }

    #[test]
    fn a_table_is_a_list_of_rows() {
        assert_eq!(
            written("|a||\n|-|-:|\n|*c*|- d|\n\n> x"),
            ".. list-table::\n   :header-rows: 1\n\n   * - a\n     -\n   * - *c*\n     - \\- d\n\n..\n\n   x"
        );
        assert_eq!(written("|a|\n|-|"), ".. list-table::\n\n   * - a");
    }

    #[test]
    fn headings_may_begin_at_any_level_and_only_the_title_is_one() {
        for (page, written) in [
            (
                "### a\n\nb\n\n## c\n\n##### d\n\ne",
                "a\n=\n\nb\n\nc\n=\n\nd\n-\n\ne\n",
            ),
            (
                "# a\n\nb\n\n# c\n\n### d\n\n## e",
                "a\n=\n\nb\n\nc\n-\n\nd\n~\n\ne\n-\n",
            ),
            (
                "# a\n\n<!-- x -->\n\n## b\n\nc",
                "a\n=\n\n\\ \n\n..\n   x\n\nb\n-\n\nc\n",
            ),
            ("## a\n\n### b", "\\ \n\na\n=\n\nb\n-\n"),
            ("# a\n\n## b\n\n## c", "a\n=\n\nb\n-\n\nc\n-\n"),
        ] {
            assert_eq!(rst(&parse_page(page)), written, "{page}");
        }
    }

    #[test]
    fn comments_are_indented_and_raw_blocks_are_verbatim() {
        let page =
            "<!--\nnote:: a\n\nb\n-->\n\n> c\n\n<!-- more -->\n\n```raw rst\n.. d::\n\n   e\n```";
        assert_eq!(
            rst(&parse_page(page)),
            "..\n   note:: a\n\n   b\n\n..\n\n   c\n\n.. TEASER_END\n\n.. d::\n\n   e\n"
        );
    }

    #[test]
    fn a_heading_has_a_line_as_wide_as_it_and_no_level_is_left_out() {
        let heading = |level, text| Block::Heading(level, vec![Inline::text(text)]);
        let page = [
            heading(1, "日本語"),
            heading(3, "Fun 🎿 day"),
            heading(4, "1. a"),
            heading(2, "e\u{301}"),
        ];
        assert_eq!(
            rst(&page),
            "日本語\n======\n\nFun 🎿 day\n----------\n\n1\\. a\n~~~~~\n\ne\u{301}\n--\n"
        );
    }

    #[test]
    fn a_horizontal_line_is_only_where_it_may_be() {
        let rule = "\\* * *";
        assert_eq!(
            written("***\n\na\n\n***\n\n***\n\n- ***\n\n***"),
            format!("{rule}\n\na\n\n----\n\n{rule}\n\n- {rule}\n\n{rule}")
        );
    }

    #[test]
    fn a_comment_is_not_a_directive() {
        assert_eq!(
            rst(&[Block::Comment("note:: --> x".into())]),
            "..\n   note:: --> x\n"
        );
    }
}
