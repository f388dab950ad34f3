//! A log, split into entries, the words between them, and damage.
//!
//! `read` gives what a log means; this gives the lines that mean it, so that an entry can be taken out of one
//! text and put into another as its writer laid it out. Every segment consists of whole lines, and all of them in a row are
//! the log, to the byte.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::path::Path;

use toml::de::{DeTable, DeValue};
use toml::{Table, Value};
use toml_parser::parser::{Event, EventKind, parse_document};
use toml_parser::{ParseError, Source};

use crate::diagnostic::Diagnostic;
use crate::domain::EntryId;
use crate::journal::documents::{damaged_id, decoded, documents};
use crate::journal::line::string;
use crate::journal::read::Reading;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// A log in segments.
#[derive(Debug, Default)]
pub(super) struct SplitLog {
    /// Whether it begins with a byte order mark, which is in none of the segments.
    pub(super) has_bom: bool,
    /// The whole log, in order.
    pub(super) segments: Vec<Segment>,
    /// The entries in it that can be read, in the order in which they begin.
    pub(super) entries: Vec<EntryText>,
    /// The ids that reading the log gives.
    pub(super) ids: Vec<EntryId>,
}

/// Some whole lines of a log.
#[derive(Debug)]
pub(super) struct Segment {
    pub(super) bytes: Vec<u8>,
    pub(super) owner: Owner,
}

/// What a segment is part of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Owner {
    /// An entry, by its place in [`SplitLog::entries`].
    Entry(usize),
    /// Comments and blank lines.
    Words,
    /// A line of what cannot be read as an entry, and the id that this begins with. How many lines are damaged together
    /// depends on what is around them.
    Damage(Option<EntryId>),
}

/// An entry as it is written in a log.
#[derive(Debug)]
pub(super) struct EntryText {
    pub(super) id: EntryId,
    /// All its lines, which are a log by themselves.
    pub(super) bytes: Vec<u8>,
    /// Its text with plain newlines, to see whether anybody changed its layout.
    pub(super) layout: String,
    /// Its content, parsed when it is first needed.
    value: OnceCell<String>,
    /// Whether it has a header of its own, to which TOML counts what follows.
    pub(super) has_header: bool,
}

impl EntryText {
    /// Returns whether another entry has the same content, however it is laid out. Entries of a newer kind are compared
    /// too, which nothing else here can read.
    pub(super) fn has_same_content(&self, other: &EntryText) -> bool {
        self.layout == other.layout || self.value() == other.value()
    }

    fn value(&self) -> &str {
        self.value.get_or_init(|| value(&self.layout, self.id))
    }
}

impl SplitLog {
    /// Splits a log.
    pub(super) fn of(log: &[u8]) -> SplitLog {
        let bytes = log.strip_prefix(BOM).unwrap_or(log);
        let (text, _) = decoded(bytes);
        let mut splitter = Splitter {
            rest: bytes,
            ..Splitter::default()
        };
        documents(&text, |range, document| match document {
            Ok(_) => splitter.take_document(&text[range]),
            Err(_) => splitter.take_damage(&text[range]),
        });
        splitter.keep_together();
        let reading = Reading::of_log(Path::new(""), log);
        let (segments, entries) = splitter.finish(is_whole(&reading));
        // An entry with a line in it that is not UTF-8 is read, and is damaged all the same.
        let damaged: HashSet<EntryId> = segments
            .iter()
            .filter_map(|segment| match segment.owner {
                Owner::Damage(id) => id,
                Owner::Entry(_) | Owner::Words => None,
            })
            .collect();
        let sound: HashSet<EntryId> = entries.iter().map(|entry| entry.id).collect();
        let ids = reading.entries.iter().map(|entry| entry.id);
        SplitLog {
            has_bom: bytes.len() < log.len(),
            ids: ids
                .filter(|id| sound.contains(id) || !damaged.contains(id))
                .collect(),
            segments,
            entries,
        }
    }
}

#[derive(Default)]
struct Splitter<'t> {
    /// The part that was not split yet.
    rest: &'t [u8],
    segments: Vec<Segment>,
    /// The entries that have begun; their texts follow in the end.
    entries: Vec<EntryText>,
}

/// Where in a document the next line belongs.
#[derive(Clone, Copy)]
enum Context {
    /// To nothing: it begins a new statement.
    Top,
    /// To the table of a header, unless it is an entry that was appended after that.
    Within(Owner),
    /// To a table inside of that, whatever it is.
    Deeper(Owner),
}

#[derive(Clone, Copy, PartialEq)]
enum StatementKind {
    Words,
    Header,
    ArrayHeader,
    Pair,
}

impl Splitter<'_> {
    fn take_document(&mut self, text: &str) {
        let mut context = Context::Top;
        // Keys that are written with dots, and tables within tables, come back to what was begun.
        let mut known: HashMap<(Option<usize>, String), Owner> = HashMap::new();
        for (kind, text) in statements(text) {
            let owner = match kind {
                StatementKind::Words => Owner::Words,
                StatementKind::Header | StatementKind::ArrayHeader => {
                    let key = FirstKey::of(text);
                    let is_deeper = key.is_deeper;
                    let is_table = kind == StatementKind::Header || is_deeper;
                    let id = EntryId::parse(&key.name).filter(|_| is_table);
                    let owner = known.entry((None, key.name)).or_insert_with(|| match id {
                        Some(id) => self.begin(id),
                        None => Owner::Damage(None),
                    });
                    if let Owner::Entry(entry) = *owner {
                        self.entries[entry].has_header = true;
                    }
                    context = match kind == StatementKind::ArrayHeader || is_deeper {
                        true => Context::Deeper(*owner),
                        false => Context::Within(*owner),
                    };
                    *owner
                }
                StatementKind::Pair => {
                    let key = FirstKey::of(text);
                    let id = EntryId::parse(&key.name);
                    let entry = id.filter(|_| key.is_table);
                    let within = match context {
                        Context::Within(Owner::Entry(entry)) => Some(entry),
                        _ => None,
                    };
                    match (context, entry) {
                        (Context::Deeper(owner), _) | (Context::Within(owner), None) => owner,
                        (_, entry) => {
                            *known
                                .entry((within, key.name))
                                .or_insert_with(|| match entry {
                                    Some(id) => self.begin(id),
                                    None => Owner::Damage(id),
                                })
                        }
                    }
                }
            };
            self.take(text, owner);
        }
    }

    fn begin(&mut self, id: EntryId) -> Owner {
        self.entries.push(EntryText {
            id,
            bytes: Vec::new(),
            layout: String::new(),
            value: OnceCell::new(),
            has_header: false,
        });
        Owner::Entry(self.entries.len() - 1)
    }

    /// Takes lines that together are not valid TOML.
    fn take_damage(&mut self, text: &str) {
        let first = text.lines().find(|line| !is_words(line.as_bytes()));
        self.take(text, Owner::Damage(first.and_then(damaged_id)));
    }

    /// Takes the bytes of which a text was decoded, line by line.
    fn take(&mut self, text: &str, owner: Owner) {
        let lines = self.rest.split_inclusive(|byte| *byte == b'\n');
        let lines = lines.take(text.split_inclusive('\n').count());
        let (bytes, rest) = self.rest.split_at(lines.map(<[u8]>::len).sum());
        self.rest = rest;
        let bytes = bytes.to_vec();
        self.segments.push(Segment { bytes, owner });
    }

    /// Makes words within an entry a part of it.
    fn keep_together(&mut self) {
        let mut before: Option<(usize, Owner)> = None;
        for place in 0..self.segments.len() {
            let owner = self.segments[place].owner;
            if owner == Owner::Words {
                continue;
            }
            if let Some((last, other)) = before.replace((place, owner))
                && other == owner
                && matches!(owner, Owner::Entry(_))
            {
                for between in &mut self.segments[last + 1..place] {
                    between.owner = owner;
                }
            }
        }
    }

    /// Sorts what was begun into entries and damage, of which there is none in a log that is whole. A line that is not
    /// UTF-8 damages the segment that it is in.
    fn finish(mut self, is_whole: bool) -> (Vec<Segment>, Vec<EntryText>) {
        for segment in &self.segments {
            if let Owner::Entry(entry) = segment.owner {
                let bytes = &mut self.entries[entry].bytes;
                if !bytes.is_empty() && !bytes.ends_with(b"\n") {
                    bytes.push(b'\n');
                }
                bytes.extend_from_slice(&segment.bytes);
            }
        }
        let mut entries = Vec::new();
        let mut owners = Vec::new();
        for entry in self.entries {
            match std::str::from_utf8(&entry.bytes) {
                Ok(text) if is_whole || is_sound(text) => {
                    let layout = text.replace("\r\n", "\n").trim_end().to_owned();
                    owners.push(Owner::Entry(entries.len()));
                    entries.push(EntryText { layout, ..entry });
                }
                _ => owners.push(Owner::Damage(Some(entry.id))),
            }
        }
        let mut segments = Vec::new();
        for segment in self.segments {
            let owner = match segment.owner {
                Owner::Entry(entry) => owners[entry],
                Owner::Words if std::str::from_utf8(&segment.bytes).is_err() => Owner::Damage(None),
                owner => owner,
            };
            if !matches!(owner, Owner::Damage(_)) {
                segments.push(Segment { owner, ..segment });
                continue;
            }
            let lines = segment.bytes.split_inclusive(|byte| *byte == b'\n');
            segments.extend(lines.map(|line| Segment {
                bytes: line.to_vec(),
                owner: if is_words(line) { Owner::Words } else { owner },
            }));
        }
        (segments, entries)
    }
}

/// Returns whether a line is a comment or blank, wherever it is.
fn is_words(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    (line.is_empty() || line.starts_with(b"#")) && std::str::from_utf8(line).is_ok()
}

/// Splits a document into the lines that belong together, in order: pairs, headers, and words, line by line.
fn statements(text: &str) -> Vec<(StatementKind, &str)> {
    let tokens = Source::new(text).lex().into_vec();
    let mut ends: Vec<(StatementKind, usize)> = Vec::new();
    let (mut kind, mut depth) = (StatementKind::Words, 0_usize);
    let mut take = |event: Event| match event.kind() {
        EventKind::StdTableOpen => kind = StatementKind::Header,
        EventKind::ArrayTableOpen => kind = StatementKind::ArrayHeader,
        EventKind::SimpleKey if kind == StatementKind::Words => kind = StatementKind::Pair,
        EventKind::InlineTableOpen | EventKind::ArrayOpen => depth += 1,
        EventKind::InlineTableClose | EventKind::ArrayClose => depth = depth.saturating_sub(1),
        EventKind::Newline if depth == 0 => {
            ends.push((kind, event.span().end()));
            kind = StatementKind::Words;
        }
        _ => {}
    };
    // It was read already: there are no errors.
    parse_document(&tokens, &mut take, &mut None::<ParseError>);
    if ends.last().map_or(0, |(_, end)| *end) < text.len() {
        ends.push((kind, text.len()));
    }
    let mut start = 0;
    let statement = |(kind, end)| (kind, &text[std::mem::replace(&mut start, end)..end]);
    ends.into_iter().map(statement).collect()
}

/// The key that a header or a pair begins with.
#[derive(Default)]
struct FirstKey {
    name: String,
    /// Whether its value is a table.
    is_table: bool,
    /// Whether more keys follow it: its value is a table with something in it.
    is_deeper: bool,
}

impl FirstKey {
    fn of(text: &str) -> FirstKey {
        let table = DeTable::parse(text).map(|table| table.into_inner());
        let first = table.ok().and_then(|table| table.into_iter().next());
        let Some((key, value)) = first else {
            return FirstKey::default();
        };
        FirstKey {
            name: key.into_inner().into_owned(),
            is_table: matches!(value.get_ref(), DeValue::Table(_)),
            is_deeper: matches!(value.get_ref(), DeValue::Table(table) if !table.is_empty()),
        }
    }
}

/// Returns whether an entry can be read. One of a newer kind can be, by newer versions.
fn is_sound(text: &str) -> bool {
    is_whole(&Reading::of_log(Path::new(""), text.as_bytes()))
}

fn is_whole(reading: &Reading) -> bool {
    !reading.diagnostics.iter().any(Diagnostic::is_error)
}

/// Returns the content of an entry, in a form that is the same for every layout of it.
fn value(text: &str, id: EntryId) -> String {
    let table: Table = toml::from_str(text).unwrap_or_default();
    let mut canonical = String::new();
    if let Some(value) = table.get(&id.to_string()) {
        write_value(value, &mut canonical);
    }
    canonical
}

fn write_value(value: &Value, canonical: &mut String) {
    match value {
        Value::Table(table) => {
            let mut pairs: Vec<(&String, &Value)> = table.iter().collect();
            pairs.sort_by_key(|(key, _)| *key);
            canonical.push('{');
            for (key, value) in pairs {
                canonical.extend([string(key).as_str(), "="]);
                write_value(value, canonical);
                canonical.push(',');
            }
            canonical.push('}');
        }
        Value::Array(values) => {
            canonical.push('[');
            for value in values {
                write_value(value, canonical);
                canonical.push(',');
            }
            canonical.push(']');
        }
        Value::String(text) => canonical.push_str(&string(text)),
        Value::Datetime(date) => {
            let mut date = *date;
            if let Some(time) = &mut date.time {
                time.second.get_or_insert(0);
                time.nanosecond.get_or_insert(0);
            }
            canonical.push_str(&date.to_string());
        }
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) => {
            canonical.push_str(&value.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTE: &str = "q8wd31ztha = { at = 2017-02-27T09:14:02.020+01:00, by = \"anto\", kind = \"note\", text = \"a\" }\n";

    fn owners(log: &[u8]) -> Vec<String> {
        let split = SplitLog::of(log);
        let whole: Vec<u8> = split
            .segments
            .iter()
            .flat_map(|segment| segment.bytes.clone())
            .collect();
        assert_eq!(whole, log.strip_prefix(BOM).unwrap_or(log));
        let owner = |segment: &Segment| match &segment.owner {
            Owner::Entry(entry) => split.entries[*entry].id.to_string(),
            Owner::Words => "words".to_owned(),
            Owner::Damage(None) => "damage".to_owned(),
            Owner::Damage(Some(id)) => format!("damage {id}"),
        };
        split.segments.iter().map(owner).collect()
    }

    #[test]
    fn every_layout_of_an_entry_is_one_entry() {
        let other = NOTE.replace("q8wd31ztha", "00000q7f2m");
        let header = "[q8wd31ztha] # first\nat = 2017-02-27T09:14:02.02+01:00\n# why\nby = \"anto\"\n\nkind = 'note'\ntext = \"\"\"\na\"\"\"\n";
        let dotted = "q8wd31ztha.text = 'a'\nq8wd31ztha.at = 2017-02-27T09:14:02.02+01:00\nq8wd31ztha.by = 'anto'\nq8wd31ztha.kind = 'note'\n";
        let broken = "\"q8wd31ztha\" = {\n  at = 2017-02-27T09:14:02.02+01:00, # when\n  by = 'anto',\n  kind = 'note', text = 'a',\n}\n";
        for text in [NOTE, header, dotted, broken] {
            let log = format!("# title\n{text}{other}\n");
            let split = SplitLog::of(log.as_bytes());
            let ids: Vec<String> = split
                .entries
                .iter()
                .map(|entry| entry.id.to_string())
                .collect();
            assert_eq!(ids, ["q8wd31ztha", "00000q7f2m"], "{text}");
            assert_eq!(split.entries[0].value(), split.entries[1].value(), "{text}");
            assert_eq!(split.entries[0].bytes, text.as_bytes());
            assert_eq!(
                owners(log.as_bytes()).last().map(String::as_str),
                Some("words")
            );
        }
    }

    #[test]
    fn what_is_appended_after_a_header_is_an_entry_of_its_own() {
        let log = "[q8wd31ztha]\nat = 2017-02-27T09:14:02.02+01:00\nby = 'a'\n00000q7f2m = { at = 2017-02-27T09:14:02.02+01:00, by = 'b', kind = 'note', text = 'b' }\nkind = 'note'\ntext = 'a'\n";
        let (a, b) = ("q8wd31ztha", "00000q7f2m");
        assert_eq!(owners(log.as_bytes()), [a, a, a, b, a, a]);
    }

    #[test]
    fn damage_is_told_from_what_stands_around_it() {
        for (damage, owner) in [
            ("q8wd31zthb = { at = 2017-02-27T09\n", "damage q8wd31zthb"),
            ("q8wd31zthb = { at = 1 }\n", "damage q8wd31zthb"),
            ("q8wd31zthb = 1\n", "damage q8wd31zthb"),
            ("<<<<<<< ours\n", "damage"),
            ("x = \"\"\"\n", "damage"),
            ("foo = 1\n", "damage"),
            ("\0\0\n", "damage"),
        ] {
            let log = format!("# title\n{NOTE}# before\n{damage}# after\n\n");
            assert_eq!(
                owners(log.as_bytes()),
                ["words", "q8wd31ztha", "words", owner, "words", "words"],
                "{damage}"
            );
        }
        let latin = [
            NOTE.as_bytes(),
            b"caf\xe9\n# x\n",
            NOTE.replace('8', "9").as_bytes(),
        ]
        .concat();
        assert_eq!(
            owners(&latin),
            ["q8wd31ztha", "damage", "words", "q9wd31ztha"]
        );
        let within = NOTE.replace("\"a\"", "\"\u{e9}\"").into_bytes();
        let within: Vec<u8> = within.into_iter().filter(|byte| *byte != 0xa9).collect();
        assert_eq!(owners(&within), ["damage"]);
        let marked = [BOM, NOTE.as_bytes()].concat();
        assert_eq!(owners(&marked), ["q8wd31ztha"]);
    }
}
