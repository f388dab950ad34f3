//! Syntax that TOML 1.1 has and 1.0 does not have. The parser reads it; other programs may refuse the whole file.
//!
//! It is found in the parser's own tokens, so that what is found is what was read: a line that ends within an inline table, a comma
//! after its last value, the escapes `\e` and `\xHH`, and times without seconds.

use std::ops::Range;

use toml::Spanned;
use toml::value::Datetime;
use toml_parser::decoder::Encoding;
use toml_parser::parser::{Event, EventKind, parse_document};
use toml_parser::{ParseError, Source};

use crate::diagnostic::NewerToml;

/// Finds what is newer than TOML 1.0 in a document that can be read, each with where it is. Of an inline
/// table, only the first line end is given.
pub(super) fn newer_syntax(document: &str) -> Vec<Spanned<NewerToml>> {
    let tokens = Source::new(document).lex().into_vec();
    let mut search = Search {
        document,
        open: Vec::new(),
        comma: None,
        found: Vec::new(),
    };
    // The caller has read the document: there are no errors.
    let mut take = |event| search.take(&event);
    parse_document(&tokens, &mut take, &mut None::<ParseError>);
    search.found.sort_by_key(|newer| newer.span().start);
    search.found
}

/// A pass through the tokens of a document.
struct Search<'d> {
    document: &'d str,
    /// The arrays and inline tables that are open, outermost first.
    open: Vec<Open>,
    /// The comma that only blanks, comments and line ends have followed so far.
    comma: Option<Range<usize>>,
    found: Vec<Spanned<NewerToml>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Open {
    Array,
    Table {
        /// Whether a line has ended in it.
        is_broken: bool,
    },
}

impl Search<'_> {
    fn take(&mut self, event: &Event) {
        let (start, end) = (event.span().start(), event.span().end());
        let comma = match event.kind() {
            EventKind::Whitespace | EventKind::Comment | EventKind::Newline => self.comma.clone(),
            _ => self.comma.take(),
        };
        match event.kind() {
            EventKind::ArrayOpen => self.open.push(Open::Array),
            EventKind::InlineTableOpen => self.open.push(Open::Table { is_broken: false }),
            EventKind::ArrayClose => {
                self.open.pop();
            }
            EventKind::InlineTableClose => {
                self.open.pop();
                let comma = comma.map(|comma| Spanned::new(comma, NewerToml::Comma));
                self.found.extend(comma);
            }
            EventKind::ValueSep => self.comma = Some(start..end),
            EventKind::Newline => {
                if let Some(table @ Open::Table { is_broken: false }) = self.open.last_mut() {
                    *table = Open::Table { is_broken: true };
                    self.found
                        .push(Spanned::new(start..end, NewerToml::Newline));
                }
            }
            EventKind::SimpleKey | EventKind::Scalar => {
                let word = &self.document[start..end];
                match event.encoding() {
                    Some(Encoding::BasicString | Encoding::MlBasicString) => {
                        self.found.extend(newer_escapes(word, start));
                    }
                    Some(Encoding::LiteralString | Encoding::MlLiteralString) => {}
                    None if event.kind() == EventKind::Scalar && has_no_seconds(word) => {
                        let time = NewerToml::Time(word.to_owned());
                        self.found.push(Spanned::new(start..end, time));
                    }
                    None => {}
                }
            }
            _ => {}
        }
    }
}

/// Finds the escapes of a basic string that TOML 1.0 does not have.
fn newer_escapes(string: &str, start: usize) -> Vec<Spanned<NewerToml>> {
    let mut found = Vec::new();
    let mut letters = string.char_indices();
    while let Some((place, letter)) = letters.next() {
        if letter != '\\' {
            continue;
        }
        let length = match letters.next() {
            Some((_, 'e')) => 2,
            Some((_, 'x')) => 4,
            _ => continue,
        };
        let escape: String = string[place..].chars().take(length).collect();
        let span = start + place..start + place + escape.len();
        found.push(Spanned::new(span, NewerToml::Escape(escape)));
    }
    found
}

fn has_no_seconds(scalar: &str) -> bool {
    let time = scalar.parse().ok().and_then(|date: Datetime| date.time);
    time.is_some_and(|time| time.second.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(document: &str) -> Vec<(usize, NewerToml)> {
        assert!(toml::de::DeTable::parse(document).is_ok(), "{document}");
        let newer = newer_syntax(document).into_iter();
        newer
            .map(|newer| (newer.span().start, newer.into_inner()))
            .collect()
    }

    #[test]
    fn what_toml_1_0_has_not_is_found_where_it_stands() {
        let escape = |escape: &str| NewerToml::Escape(escape.into());
        let time = |time: &str| NewerToml::Time(time.into());
        for (document, newer) in [
            ("a = {\nb = 1,\nc = 2\n}", vec![(5, NewerToml::Newline)]),
            ("a = { b = 1 # one\n}", vec![(17, NewerToml::Newline)]),
            ("a = { b = 1, }", vec![(11, NewerToml::Comma)]),
            (
                "a = { b = 1, # one\n}",
                vec![(11, NewerToml::Comma), (18, NewerToml::Newline)],
            ),
            (
                "a = [{\n}, {\n}]",
                vec![(6, NewerToml::Newline), (11, NewerToml::Newline)],
            ),
            ("a = { b = {\n} }", vec![(11, NewerToml::Newline)]),
            (r#"a = "\e[31m\\e""#, vec![(5, escape(r"\e"))]),
            (r#"a = "é\x41" "#, vec![(7, escape(r"\x41"))]),
            ("a = \"\"\"\n\\e\"\"\"", vec![(8, escape(r"\e"))]),
            (r#""\e" = 1"#, vec![(1, escape(r"\e"))]),
            ("a = 10:30", vec![(4, time("10:30"))]),
            (
                "a = [2017-02-27T10:30Z]",
                vec![(5, time("2017-02-27T10:30Z"))],
            ),
            ("a = 2017-02-27 10:30", vec![(4, time("2017-02-27 10:30"))]),
        ] {
            assert_eq!(found(document), newer, "{document}");
        }
    }

    #[test]
    fn nothing_of_toml_1_0_is_found() {
        for document in [
            "a = { b = [\n1,\n2,\n], c = \"\"\"\n\"\"\", d = {} }",
            "[[a]]\nb = [ # one\n{ c = 1 },\n]\n",
            r#"a = "\b\t\n\f\r\"\\\u0041\U00000041 \\e \\x41""#,
            r"a = 'C:\e\x41'",
            "a = '''\n\\e'''",
            "a = \"\"\"\\\n  e\"\"\"",
            "a = 2017-02-27T10:30:00.5+01:00\nb = 10:30:00\nc = 2017-02-27\nd = 1.5\n10 = 1",
        ] {
            assert_eq!(found(document), [], "{document}");
        }
    }
}
