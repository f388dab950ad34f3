//! A log as the pieces that its writers put together: entries, the words between them, and damage.
//!
//! [`super::read`] says what a log means; this says which of its lines say it, so that an entry can be taken out of one
//! text and put into another as its writer laid it out. Every piece consists of whole lines, and all of them in a row are
//! the log, to the byte.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::path::Path;

use toml::de::{DeTable, DeValue};
use toml::{Table, Value};
use toml_parser::parser::{Event, EventKind, parse_document};
use toml_parser::{ParseError, Source};

use super::documents::{decoded, documents};
use super::line::string;
use super::read::Reading;
use crate::diagnostic::Diagnostic;
use crate::domain::EntryId;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// A log in pieces.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// Whether it begins with a byte order mark, which is in none of the pieces.
    pub(super) has_bom: bool,
    /// All of it, in its order.
    pub(super) pieces: Vec<Piece>,
    /// The entries in it that can be read, in the order in which they begin.
    pub(super) entries: Vec<Written>,
    /// The ids that reading the log gives.
    pub(super) ids: Vec<EntryId>,
}

/// Some whole lines of a log.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) bytes: Vec<u8>,
    pub(super) owner: Owner,
}

/// What a piece is part of.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Owner {
    /// An entry, by its place in [`Pieces::entries`].
    Entry(usize),
    /// Comments and blank lines.
    Words,
    /// A line of what cannot be read as an entry, and the id that this begins with. How many lines are damaged together
    /// depends on what stands around them.
    Damage(Option<EntryId>),
}

/// An entry as it stands in a log.
#[derive(Debug)]
pub(super) struct Written {
    pub(super) id: EntryId,
    /// All its lines, which are a log by themselves.
    pub(super) bytes: Vec<u8>,
    /// Its text with plain newlines, to see whether anybody laid it out anew.
    pub(super) layout: String,
    /// What it says, once somebody has asked.
    value: OnceCell<String>,
    /// Whether it has a header of its own, to which TOML counts what comes behind it.
    pub(super) has_header: bool,
}

impl Written {
    /// Whether another entry says the same, however it is laid out. Entries of a newer kind are compared too, which nothing
    /// else here can read.
    pub(super) fn says_the_same(&self, other: &Written) -> bool {
        self.layout == other.layout || self.value() == other.value()
    }

    fn value(&self) -> &str {
        self.value.get_or_init(|| value(&self.layout, &self.id))
    }
}

impl Pieces {
    /// Takes a log apart.
    pub(super) fn of(log: &[u8]) -> Pieces {
        let bytes = log.strip_prefix(BOM).unwrap_or(log);
        let (text, bad) = decoded(bytes);
        let mut cutter = Cutter::default();
        documents(&text, |range, document| match document {
            Ok(_) => cutter.take_document(&text[range]),
            Err(_) => cutter.take_damage(&text[range]),
        });
        cutter.keep_together();
        let mut bad_lines: Vec<usize> = bad.iter().map(|position| position.line - 1).collect();
        bad_lines.reverse();
        let raw = raw(bytes, cutter.cuts, &mut bad_lines);
        let reading = Reading::of_log(Path::new(""), log);
        let is_whole = !reading.diagnostics.iter().any(Diagnostic::is_error);
        let pieces = finished(raw, cutter.begun, is_whole);
        // An entry with a line in it that is not UTF-8 is read, and is damage all the same.
        let damaged: HashSet<&EntryId> = pieces
            .pieces
            .iter()
            .filter_map(|piece| match &piece.owner {
                Owner::Damage(id) => id.as_ref(),
                Owner::Entry(_) | Owner::Words => None,
            })
            .collect();
        let sound: HashSet<&EntryId> = pieces.entries.iter().map(|entry| &entry.id).collect();
        let is_damage = |id: &EntryId| damaged.contains(id) && !sound.contains(id);
        let read = reading.entries.into_iter();
        let ids = read.map(|entry| entry.id).filter(|id| !is_damage(id));
        let ids = ids.collect();
        Pieces {
            has_bom: bytes.len() < log.len(),
            ids,
            ..pieces
        }
    }
}

/// An entry of which some lines were seen.
#[derive(Clone)]
struct Begun {
    id: EntryId,
    has_header: bool,
}

struct Cut<'t> {
    text: &'t str,
    owner: Owner,
}

#[derive(Default)]
struct Cutter<'t> {
    cuts: Vec<Cut<'t>>,
    begun: Vec<Begun>,
}

/// Where in a document the next line belongs.
#[derive(Clone)]
enum Context {
    /// To nothing: it begins something.
    Top,
    /// To the table of a header, unless it is an entry that was appended behind that.
    Within(Owner),
    /// To a table inside of that, whatever it is.
    Deeper(Owner),
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Words,
    Header,
    ArrayHeader,
    Pair,
}

impl<'t> Cutter<'t> {
    fn take_document(&mut self, text: &'t str) {
        let mut context = Context::Top;
        // Keys that are written with dots, and tables within tables, come back to what was begun.
        let mut known: HashMap<(Option<usize>, String), Owner> = HashMap::new();
        for (kind, text) in statements(text) {
            let owner = match kind {
                Kind::Words => Owner::Words,
                Kind::Header | Kind::ArrayHeader => {
                    let (key, is_deeper) = header(text);
                    let id = EntryId::parse(&key).filter(|_| kind == Kind::Header || is_deeper);
                    let owner = known
                        .entry((None, key))
                        .or_insert_with(|| self.begin(id, true))
                        .clone();
                    self.mark_header(&owner);
                    context = match kind == Kind::ArrayHeader || is_deeper {
                        true => Context::Deeper(owner.clone()),
                        false => Context::Within(owner.clone()),
                    };
                    owner
                }
                Kind::Pair => {
                    let (key, is_table) = pair(text);
                    let id = EntryId::parse(&key).filter(|_| is_table);
                    let within = match &context {
                        Context::Within(Owner::Entry(entry)) => Some(*entry),
                        _ => None,
                    };
                    match (&context, id) {
                        (Context::Deeper(owner), _) | (Context::Within(owner), None) => {
                            owner.clone()
                        }
                        (_, id) => known
                            .entry((within, key.clone()))
                            .or_insert_with(|| match id {
                                Some(id) => self.begin(Some(id), false),
                                None => Owner::Damage(EntryId::parse(&key)),
                            })
                            .clone(),
                    }
                }
            };
            self.cuts.push(Cut { text, owner });
        }
    }

    fn begin(&mut self, id: Option<EntryId>, has_header: bool) -> Owner {
        match id {
            Some(id) => {
                self.begun.push(Begun { id, has_header });
                Owner::Entry(self.begun.len() - 1)
            }
            None => Owner::Damage(None),
        }
    }

    fn mark_header(&mut self, owner: &Owner) {
        if let Owner::Entry(entry) = owner {
            self.begun[*entry].has_header = true;
        }
    }

    /// Takes lines that are no TOML together.
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
fn statements(text: &str) -> Vec<(Kind, &str)> {
    let tokens = Source::new(text).lex().into_vec();
    let mut ends: Vec<(Kind, usize)> = Vec::new();
    let (mut kind, mut depth) = (Kind::Words, 0_usize);
    let mut take = |event: Event| match event.kind() {
        EventKind::StdTableOpen => kind = Kind::Header,
        EventKind::ArrayTableOpen => kind = Kind::ArrayHeader,
        EventKind::SimpleKey if kind == Kind::Words => kind = Kind::Pair,
        EventKind::InlineTableOpen | EventKind::ArrayOpen => depth += 1,
        EventKind::InlineTableClose | EventKind::ArrayClose => depth = depth.saturating_sub(1),
        EventKind::Newline if depth == 0 => {
            ends.push((kind, event.span().end()));
            kind = Kind::Words;
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

/// The first key of a header, and whether there are more.
fn header(text: &str) -> (String, bool) {
    let table = DeTable::parse(text).map(|table| table.into_inner());
    let first = table.ok().and_then(|table| {
        let (key, value) = table.into_iter().next()?;
        let is_deeper = matches!(value.get_ref(), DeValue::Table(table) if !table.is_empty());
        Some((key.into_inner().into_owned(), is_deeper))
    });
    first.unwrap_or_default()
}

/// The first key of a pair, and whether it is that of a table.
fn pair(text: &str) -> (String, bool) {
    let table = DeTable::parse(text).map(|table| table.into_inner());
    let first = table.ok().and_then(|table| {
        let (key, value) = table.into_iter().next()?;
        let is_table = matches!(value.get_ref(), DeValue::Table(_));
        Some((key.into_inner().into_owned(), is_table))
    });
    first.unwrap_or_default()
}

/// The pieces with the bytes that they were decoded from. A line that is not UTF-8 damages the piece that it is in.
fn raw(bytes: &[u8], cuts: Vec<Cut<'_>>, bad_lines: &mut Vec<usize>) -> Vec<(Piece, String, bool)> {
    if bad_lines.is_empty() {
        let piece = |cut: Cut<'_>| {
            let piece = Piece {
                bytes: cut.text.as_bytes().to_vec(),
                owner: cut.owner,
            };
            (piece, cut.text.to_owned(), false)
        };
        return cuts.into_iter().map(piece).collect();
    }
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').enumerate();
    let mut pieces = Vec::new();
    for cut in cuts {
        let mut raw = Vec::new();
        let mut is_bad = false;
        for (index, line) in lines.by_ref().take(cut.text.split_inclusive('\n').count()) {
            raw.extend_from_slice(line);
            if bad_lines.last() == Some(&index) {
                bad_lines.pop();
                is_bad = true;
            }
        }
        let owner = match cut.owner {
            Owner::Words if is_bad => Owner::Damage(None),
            owner => owner,
        };
        pieces.push((Piece { bytes: raw, owner }, cut.text.to_owned(), is_bad));
    }
    pieces
}

/// Sorts what was begun into entries and damage, of which there is none in a log that is `whole`.
fn finished(raw: Vec<(Piece, String, bool)>, begun: Vec<Begun>, whole: bool) -> Pieces {
    let mut of_entry: Vec<(Vec<u8>, String, bool)> = vec![Default::default(); begun.len()];
    for (piece, text, is_bad) in &raw {
        if let Owner::Entry(entry) = piece.owner {
            let (bytes, whole, bad) = &mut of_entry[entry];
            if !bytes.is_empty() && !bytes.ends_with(b"\n") {
                bytes.push(b'\n');
            }
            bytes.extend_from_slice(&piece.bytes);
            if !whole.is_empty() && !whole.ends_with('\n') {
                whole.push('\n');
            }
            whole.push_str(text);
            *bad |= is_bad;
        }
    }
    let mut entries = Vec::new();
    let mut owners = Vec::new();
    for (begun, (bytes, text, is_bad)) in begun.into_iter().zip(of_entry) {
        let is_entry = whole || !is_bad && is_sound(&text);
        owners.push(match is_entry {
            true => {
                entries.push(Written {
                    id: begun.id,
                    bytes,
                    layout: text.replace("\r\n", "\n").trim_end().to_owned(),
                    value: OnceCell::new(),
                    has_header: begun.has_header,
                });
                Owner::Entry(entries.len() - 1)
            }
            false => Owner::Damage(Some(begun.id)),
        });
    }
    let mut pieces = Vec::new();
    for (piece, ..) in raw {
        let owner = match piece.owner {
            Owner::Entry(entry) => owners[entry].clone(),
            owner => owner,
        };
        match owner {
            Owner::Damage(_) => {
                let lines = piece.bytes.split_inclusive(|byte| *byte == b'\n');
                pieces.extend(lines.map(|line| Piece {
                    bytes: line.to_vec(),
                    owner: match is_words(line) {
                        true => Owner::Words,
                        false => owner.clone(),
                    },
                }));
            }
            Owner::Entry(_) | Owner::Words => pieces.push(Piece { owner, ..piece }),
        }
    }
    Pieces {
        pieces,
        entries,
        ..Pieces::default()
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
        let pieces = Pieces::of(log);
        let whole: Vec<u8> = pieces
            .pieces
            .iter()
            .flat_map(|piece| piece.bytes.clone())
            .collect();
        assert_eq!(whole, log.strip_prefix(BOM).unwrap_or(log));
        let owner = |piece: &Piece| match &piece.owner {
            Owner::Entry(entry) => pieces.entries[*entry].id.to_string(),
            Owner::Words => "words".to_owned(),
            Owner::Damage(None) => "damage".to_owned(),
            Owner::Damage(Some(id)) => format!("damage {id}"),
        };
        pieces.pieces.iter().map(owner).collect()
    }

    #[test]
    fn every_layout_of_an_entry_is_one_entry() {
        let other = NOTE.replace("q8wd31ztha", "00000q7f2m");
        let header = "[q8wd31ztha] # first\nat = 2017-02-27T09:14:02.02+01:00\n# why\nby = \"anto\"\n\nkind = 'note'\ntext = \"\"\"\na\"\"\"\n";
        let dotted = "q8wd31ztha.text = 'a'\nq8wd31ztha.at = 2017-02-27T09:14:02.02+01:00\nq8wd31ztha.by = 'anto'\nq8wd31ztha.kind = 'note'\n";
        let broken = "\"q8wd31ztha\" = {\n  at = 2017-02-27T09:14:02.02+01:00, # when\n  by = 'anto',\n  kind = 'note', text = 'a',\n}\n";
        for text in [NOTE, header, dotted, broken] {
            let log = format!("# title\n{text}{other}\n");
            let pieces = Pieces::of(log.as_bytes());
            let ids: Vec<String> = pieces
                .entries
                .iter()
                .map(|entry| entry.id.to_string())
                .collect();
            assert_eq!(ids, ["q8wd31ztha", "00000q7f2m"], "{text}");
            assert_eq!(
                pieces.entries[0].value(),
                pieces.entries[1].value(),
                "{text}"
            );
            assert_eq!(pieces.entries[0].bytes, text.as_bytes());
            assert_eq!(
                owners(log.as_bytes()).last().map(String::as_str),
                Some("words")
            );
        }
    }

    #[test]
    fn what_is_appended_behind_a_header_is_an_entry_of_its_own() {
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
            let log = format!("# title\n{NOTE}# before\n{damage}# behind\n\n");
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
