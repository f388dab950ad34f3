//! A log, split into entries, the words between them, and damage.
//!
//! `read` says what a log means; this says which of its lines say it, so that an entry can be taken out of one
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
use crate::journal::documents::{decoded, documents};
use crate::journal::line::string;
use crate::journal::read::Reading;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// A log in segments.
#[derive(Debug, Default)]
pub(super) struct SplitLog {
    /// Whether it begins with a byte order mark, which is in none of the segments.
    pub(super) has_bom: bool,
    /// All of it, in its order.
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
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Owner {
    /// An entry, by its place in [`SplitLog::entries`].
    Entry(usize),
    /// Comments and blank lines.
    Words,
    /// A line of what cannot be read as an entry, and the id that this begins with. How many lines are damaged together
    /// depends on what stands around them.
    Damage(Option<EntryId>),
}

/// An entry as it stands in a log.
#[derive(Debug)]
pub(super) struct EntryText {
    pub(super) id: EntryId,
    /// All its lines, which are a log by themselves.
    pub(super) bytes: Vec<u8>,
    /// Its text with plain newlines, to see whether anybody laid it out anew.
    pub(super) layout: String,
    /// What it says, once somebody has asked.
    value: OnceCell<String>,
    /// Whether it has a header of its own, to which TOML counts what follows.
    pub(super) has_header: bool,
}

impl EntryText {
    /// Whether another entry says the same, however it is laid out. Entries of a newer kind are compared too, which nothing
    /// else here can read.
    pub(super) fn has_same_content(&self, other: &EntryText) -> bool {
        self.layout == other.layout || self.value() == other.value()
    }

    fn value(&self) -> &str {
        self.value.get_or_init(|| value(&self.layout, &self.id))
    }
}

impl SplitLog {
    /// Takes a log apart.
    pub(super) fn of(log: &[u8]) -> SplitLog {
        let bytes = log.strip_prefix(BOM).unwrap_or(log);
        let (text, bad) = decoded(bytes);
        let mut splitter = Splitter::default();
        documents(&text, |range, document| match document {
            Ok(_) => splitter.take_document(&text[range]),
            Err(_) => splitter.take_damage(&text[range]),
        });
        splitter.keep_together();
        let bad_lines = bad.iter().map(|position| position.line - 1).collect();
        let raw = with_bytes(bytes, splitter.cuts, &bad_lines);
        let reading = Reading::of_log(Path::new(""), log);
        let is_whole = !reading.diagnostics.iter().any(Diagnostic::is_error);
        let split = finished(raw, splitter.starts, is_whole);
        // An entry with a line in it that is not UTF-8 is read, and is damaged all the same.
        let damaged: HashSet<&EntryId> = split
            .segments
            .iter()
            .filter_map(|segment| match &segment.owner {
                Owner::Damage(id) => id.as_ref(),
                Owner::Entry(_) | Owner::Words => None,
            })
            .collect();
        let sound: HashSet<&EntryId> = split.entries.iter().map(|entry| &entry.id).collect();
        let is_damaged = |id: &EntryId| damaged.contains(id) && !sound.contains(id);
        let read = reading.entries.into_iter();
        let ids = read.map(|entry| entry.id).filter(|id| !is_damaged(id));
        let ids = ids.collect();
        SplitLog {
            has_bom: bytes.len() < log.len(),
            ids,
            ..split
        }
    }
}

/// An entry of which some lines were seen.
#[derive(Clone)]
struct EntryStart {
    id: EntryId,
    has_header: bool,
}

struct Cut<'t> {
    text: &'t str,
    owner: Owner,
}

#[derive(Default)]
struct Splitter<'t> {
    cuts: Vec<Cut<'t>>,
    starts: Vec<EntryStart>,
}

/// Where in a document the next line belongs.
#[derive(Clone)]
enum Context {
    /// To nothing: it begins something.
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

impl<'t> Splitter<'t> {
    fn take_document(&mut self, text: &'t str) {
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
                    let owner = owner.clone();
                    self.mark_header(&owner);
                    context = match kind == StatementKind::ArrayHeader || is_deeper {
                        true => Context::Deeper(owner.clone()),
                        false => Context::Within(owner.clone()),
                    };
                    owner
                }
                StatementKind::Pair => {
                    let key = FirstKey::of(text);
                    let id = EntryId::parse(&key.name);
                    let entry = id.filter(|_| key.is_table);
                    let within = match &context {
                        Context::Within(Owner::Entry(entry)) => Some(*entry),
                        _ => None,
                    };
                    match (&context, entry) {
                        (Context::Deeper(owner), _) | (Context::Within(owner), None) => {
                            owner.clone()
                        }
                        (_, entry) => known
                            .entry((within, key.name))
                            .or_insert_with(|| match entry {
                                Some(id) => self.begin(id),
                                None => Owner::Damage(id),
                            })
                            .clone(),
                    }
                }
            };
            self.cuts.push(Cut { text, owner });
        }
    }

    fn begin(&mut self, id: EntryId) -> Owner {
        let has_header = false;
        self.starts.push(EntryStart { id, has_header });
        Owner::Entry(self.starts.len() - 1)
    }

    fn mark_header(&mut self, owner: &Owner) {
        if let Owner::Entry(entry) = owner {
            self.starts[*entry].has_header = true;
        }
    }

    /// Takes lines that together are not valid TOML.
    fn take_damage(&mut self, text: &'t str) {
        let first = text.lines().find(|line| !is_words(line.as_bytes()));
        self.cuts.push(Cut {
            text,
            owner: Owner::Damage(first.and_then(damaged_id)),
        });
    }

    /// Makes words that stand within an entry a part of it.
    fn keep_together(&mut self) {
        let mut before: Option<(usize, Owner)> = None;
        for place in 0..self.cuts.len() {
            let owner = self.cuts[place].owner.clone();
            if owner == Owner::Words {
                continue;
            }
            if let Some((last, other)) = before.take()
                && other == owner
                && matches!(owner, Owner::Entry(_))
            {
                for between in &mut self.cuts[last + 1..place] {
                    between.owner = owner.clone();
                }
            }
            before = Some((place, owner));
        }
    }
}

/// Whether a line is a comment or blank, wherever it stands.
fn is_words(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    (line.is_empty() || line.starts_with(b"#")) && std::str::from_utf8(line).is_ok()
}

/// The id that a damaged line begins with.
fn damaged_id(line: &str) -> Option<EntryId> {
    let line = line.trim_start();
    let key = line.strip_prefix('[').unwrap_or(line);
    let key = key.split(['=', ']', ' ', '\t', '.']).next()?;
    EntryId::parse(key.trim_matches(['"', '\'']))
}

/// The lines of a document that belong together, in order: pairs, headers, and words, line by line.
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
        EventKind::Newline
        | EventKind::SimpleKey
        | EventKind::StdTableClose
        | EventKind::ArrayTableClose
        | EventKind::KeySep
        | EventKind::KeyValSep
        | EventKind::Scalar
        | EventKind::ValueSep
        | EventKind::Whitespace
        | EventKind::Comment
        | EventKind::Error => {}
    };
    // It was read already: there are no errors.
    let mut ignored: Option<ParseError> = None;
    parse_document(&tokens, &mut take, &mut ignored);
    if ends.last().map_or(0, |(_, end)| *end) < text.len() {
        ends.push((kind, text.len()));
    }
    let mut start = 0;
    let mut statements = Vec::new();
    for (kind, end) in ends {
        statements.push((kind, &text[start..end]));
        start = end;
    }
    statements
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

/// A segment whose owner may turn out to be damaged.
struct RawSegment<'t> {
    segment: Segment,
    /// Its text, in which each line that is not UTF-8 is blank.
    text: &'t str,
    /// Whether it has such a line.
    is_bad: bool,
}

/// The segments with the bytes that they were decoded from. A line that is not UTF-8 damages the segment that it is in.
fn with_bytes<'t>(
    bytes: &[u8],
    cuts: Vec<Cut<'t>>,
    bad_lines: &HashSet<usize>,
) -> Vec<RawSegment<'t>> {
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').enumerate();
    let mut segments = Vec::new();
    for Cut { text, owner } in cuts {
        let mut bytes = Vec::new();
        let mut is_bad = false;
        for (index, line) in lines.by_ref().take(text.split_inclusive('\n').count()) {
            bytes.extend_from_slice(line);
            is_bad |= bad_lines.contains(&index);
        }
        let owner = match owner {
            Owner::Words if is_bad => Owner::Damage(None),
            owner => owner,
        };
        let segment = Segment { bytes, owner };
        segments.push(RawSegment {
            segment,
            text,
            is_bad,
        });
    }
    segments
}

/// All lines of an entry, of as many segments as they are in.
#[derive(Clone, Default)]
struct EntryLines {
    bytes: Vec<u8>,
    text: String,
    is_bad: bool,
}

impl EntryLines {
    fn add(&mut self, raw: &RawSegment<'_>) {
        if !self.bytes.is_empty() && !self.bytes.ends_with(b"\n") {
            self.bytes.push(b'\n');
        }
        self.bytes.extend_from_slice(&raw.segment.bytes);
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.text.push_str(raw.text);
        self.is_bad |= raw.is_bad;
    }
}

/// Sorts what was begun into entries and damage, of which there is none in a log that is whole.
fn finished(raw: Vec<RawSegment<'_>>, starts: Vec<EntryStart>, is_whole: bool) -> SplitLog {
    let mut lines = vec![EntryLines::default(); starts.len()];
    for raw in &raw {
        if let Owner::Entry(entry) = raw.segment.owner {
            lines[entry].add(raw);
        }
    }
    let mut entries = Vec::new();
    let mut owners = Vec::new();
    for (start, lines) in starts.into_iter().zip(lines) {
        let is_entry = is_whole || !lines.is_bad && is_sound(&lines.text);
        owners.push(match is_entry {
            true => {
                entries.push(EntryText {
                    id: start.id,
                    bytes: lines.bytes,
                    layout: lines.text.replace("\r\n", "\n").trim_end().to_owned(),
                    value: OnceCell::new(),
                    has_header: start.has_header,
                });
                Owner::Entry(entries.len() - 1)
            }
            false => Owner::Damage(Some(start.id)),
        });
    }
    let mut segments = Vec::new();
    for RawSegment { segment, .. } in raw {
        let owner = match segment.owner {
            Owner::Entry(entry) => owners[entry].clone(),
            owner => owner,
        };
        match owner {
            Owner::Damage(_) => {
                let lines = segment.bytes.split_inclusive(|byte| *byte == b'\n');
                segments.extend(lines.map(|line| Segment {
                    bytes: line.to_vec(),
                    owner: match is_words(line) {
                        true => Owner::Words,
                        false => owner.clone(),
                    },
                }));
            }
            Owner::Entry(_) | Owner::Words => segments.push(Segment { owner, ..segment }),
        }
    }
    SplitLog {
        segments,
        entries,
        ..SplitLog::default()
    }
}

/// Whether an entry can be read. One of a newer kind can be, by newer versions.
fn is_sound(text: &str) -> bool {
    let reading = Reading::of_log(Path::new(""), text.as_bytes());
    !reading
        .diagnostics
        .iter()
        .any(|diagnostic| diagnostic.is_error())
}

/// What an entry says, in a form that is the same for every layout of it.
fn value(text: &str, id: &EntryId) -> String {
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
        Value::Datetime(moment) => {
            let mut moment = *moment;
            if let Some(time) = &mut moment.time {
                time.second.get_or_insert(0);
                time.nanosecond.get_or_insert(0);
            }
            canonical.push_str(&moment.to_string());
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
