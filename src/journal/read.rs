//! Reads day logs into entries and diagnostics.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::Range;
use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use foldhash::{HashMap, HashSet};
use lean_string::LeanString;
use serde::Deserialize;
use strum::VariantNames;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};
use toml::value::{Date, Datetime, Offset};

use super::documents::{damaged_id, decoded, documents, is_marker, wide_encoding};
use super::line::line;
use super::locations::Locations;
use super::scan::{KnownTopics, USUAL_LENGTH, scan};
use crate::diagnostic::{Diagnostic, DiagnosticKind, Lines, Location, Position};
use crate::domain::{Action, Entry, EntryId, near};

/// For how many entries there is room at most before they are read: the next log may be much smaller than this one.
const MOST_EXPECTED: usize = 1 << 17;

/// What was read from the logs of a sprint.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The entries, each once, in the order of files and lines.
    pub entries: Vec<Entry>,
    /// Where each of them is.
    pub locations: Locations,
    /// What could not be read, or only in part.
    pub diagnostics: Vec<Diagnostic>,
    /// The ids of lines that could not be read.
    pub damaged: HashSet<EntryId>,
    /// Where further lines with the same content are.
    copies: HashMap<EntryId, Vec<Location>>,
    /// Which of the diagnostics are of other contents with an id.
    same_ids: HashMap<EntryId, Vec<usize>>,
    /// How many logs are still to be read, with the one that is.
    logs_left: usize,
    /// The ids whose diagnostics name a line that does not count any more.
    outdated: HashSet<EntryId>,
    /// How many diagnostics were made to name another line.
    #[cfg(test)]
    renamed: usize,
}

impl Reading {
    pub(super) fn of_log(file: &Path, bytes: &[u8]) -> Reading {
        let mut reading = Reading::default();
        reading.take_log(file, bytes, &mut KnownTopics::default());
        reading
    }

    /// Makes room for the entries of so many logs of so many bytes, so that they are not moved again and again.
    pub(super) fn expect(&mut self, bytes: usize, logs: usize) {
        let entries = bytes.saturating_mul(logs) / USUAL_LENGTH;
        self.entries.reserve(entries.min(MOST_EXPECTED));
        self.logs_left = logs;
    }

    /// Adds the entries of one day log. Returns whether nothing is open at its end: a line more is an entry more. `topics`: those of
    /// the logs before it.
    pub(super) fn take_log(&mut self, file: &Path, bytes: &[u8], topics: &mut KnownTopics) -> bool {
        if let Some(encoding) = wide_encoding(bytes) {
            let kind = DiagnosticKind::WideEncoding(encoding);
            self.diagnostics
                .push(Diagnostic::at(Location::whole(file), kind));
            return false;
        }
        let (text, bad) = decoded(bytes);
        let bad = bad.into_iter().map(|place| Location::at(file, place));
        self.diagnostics
            .extend(bad.map(|place| Diagnostic::at(place, DiagnosticKind::NotUtf8)));
        let first = self.entries.len();
        if let Some(lines) = scan(&text, topics, &mut self.entries)
            && self.take_scanned(file, first, &lines)
        {
            return true;
        }
        let lines = Lines::of(file, &text);
        let mut is_closed = false;
        documents(&text, |range, document| match document {
            Ok(table) => {
                is_closed = range == (0..text.len()) && is_flat(&text, &table);
                self.take_table(&lines, range.start, table);
            }
            Err(errors) => {
                let text = &text[range.clone()];
                self.damaged.extend(text.lines().filter_map(damaged_id));
                let place = |error: &toml::de::Error| {
                    error.span().map_or(0, |span| span.start).min(text.len())
                };
                if let Some(error) = errors.iter().min_by_key(|error| place(error)) {
                    let EntryError { offset, what } = damage(text, place(error), error.message());
                    self.find(&lines, range.start + offset, what);
                }
            }
        });
        self.rename_outdated();
        is_closed
    }

    /// Takes over the entries from the `first` on, which a log had on some lines. If an id is there twice, takes them away and returns false.
    fn take_scanned(&mut self, file: &Path, first: usize, lines: &[u32]) -> bool {
        let ids = self.entries[first..].iter().map(|entry| entry.id);
        let entries = lines.len().saturating_mul(self.logs_left);
        self.locations.reserve(entries.min(MOST_EXPECTED));
        if self.locations.append(file, ids.zip(lines.iter().copied())) {
            return true;
        }
        let entries = self.entries.split_off(first);
        let ids: HashSet<EntryId> = entries.iter().map(|entry| entry.id).collect();
        if ids.len() < entries.len() {
            return false;
        }
        let mut location = Location::whole(file);
        for (entry, line) in entries.into_iter().zip(lines) {
            let line = *line as usize;
            location.position = Some(Position { line, column: 1 });
            self.add(entry, &location);
        }
        self.rename_outdated();
        true
    }

    fn take_table(&mut self, lines: &Lines<'_>, base: usize, table: DeTable<'_>) {
        for (key, mut value) in table {
            let place = base + key.span().start;
            let appended = entries_within(&mut value);
            match self.entry(lines, base, &key, value) {
                Ok(entry) => self.add(entry, &lines.locate(place)),
                Err(EntryError { offset, what }) => {
                    self.damaged.extend(EntryId::parse(key.get_ref()));
                    self.find(lines, base + offset, what);
                }
            }
            self.take_table(lines, base, appended);
        }
    }

    /// Adds an entry. Of several with one id and other contents, the one whose line sorts first counts, whatever their
    /// order. Each line of another content is found, together with the first place of the one that counts.
    fn add(&mut self, entry: Entry, location: &Location) {
        let id = entry.id;
        let Some(rank) = self.locations.rank(id) else {
            self.locations.insert(id, self.entries.len(), location);
            self.entries.push(entry);
            return;
        };
        let known = &mut self.entries[rank];
        match compare(&entry, known) {
            Ordering::Equal => self.copies.entry(id).or_default().push(location.clone()),
            Ordering::Greater => self.find_same_id(id, location.clone()),
            Ordering::Less => {
                *known = entry;
                self.outdated.insert(id);
                let copies = self.copies.remove(&id).unwrap_or_default();
                let former = self.locations.get(id);
                self.locations.insert(id, rank, location);
                for location in former.into_iter().chain(copies) {
                    self.find_same_id(id, location);
                }
            }
        }
    }

    /// Makes diagnostics name the line that counts, once for a whole log: each of its lines may count for a while.
    fn rename_outdated(&mut self) {
        for id in self.outdated.drain() {
            let Some(counts) = self.locations.get(id) else {
                continue;
            };
            for found in self.same_ids.get(&id).into_iter().flatten() {
                if let DiagnosticKind::SameId { other, .. } = &mut self.diagnostics[*found].kind {
                    other.clone_from(&counts);
                }
                #[cfg(test)]
                {
                    self.renamed += 1;
                }
            }
        }
    }

    /// Finds a line with a content that does not count.
    fn find_same_id(&mut self, id: EntryId, location: Location) {
        let found = self.same_ids.entry(id).or_default();
        found.push(self.diagnostics.len());
        let other = self.locations.get(id).unwrap_or_else(|| location.clone());
        let kind = DiagnosticKind::SameId { id, other };
        self.diagnostics.push(Diagnostic::at(location, kind));
    }

    fn find(&mut self, lines: &Lines<'_>, offset: usize, kind: DiagnosticKind) {
        self.diagnostics
            .push(Diagnostic::at(lines.locate(offset), kind));
    }

    /// Reads one entry. Keys of it that are not known are found.
    fn entry(
        &mut self,
        lines: &Lines<'_>,
        base: usize,
        key: &Spanned<Cow<'_, str>>,
        value: Spanned<DeValue<'_>>,
    ) -> Result<Entry, EntryError> {
        let start = key.span().start;
        let failed = |what| EntryError {
            offset: start,
            what,
        };
        let span = value.span();
        let name = key.get_ref().to_string();
        let DeValue::Table(mut table) = value.into_inner() else {
            return Err(failed(DiagnosticKind::NotAnEntry(name)));
        };
        let id = EntryId::parse(&name).ok_or_else(|| failed(DiagnosticKind::BadId(name)))?;
        let mut take = |key: &'static str| {
            table
                .remove(key)
                .ok_or_else(|| failed(DiagnosticKind::MissingKey(key)))
        };
        let (at, by, kind) = (take("at")?, take("by")?, take("kind")?);
        let at = time(&at, "at")?;
        let by = LeanString::from(word(by)?);
        let kind_span = kind.span();
        let kind = word(kind)?;
        if !Action::VARIANTS.contains(&kind.as_str()) {
            return Err(EntryError {
                offset: kind_span.start,
                what: DiagnosticKind::UnknownKind {
                    near: near(&kind, Action::VARIANTS.iter().copied()),
                    name: kind,
                },
            });
        }

        let (entered, day) = (table.remove("entered"), table.remove("day"));
        let entered = entered.map(|value| time(&value, "entered")).transpose()?;
        let kept_day = day.map(|value| date(&value, "day")).transpose()?;
        let batch = table.remove("batch").map(batch).transpose()?;

        let kind = Spanned::new(kind_span, kind);
        let (action, unknown) =
            action(&key.span(), &kind, Spanned::new(span, table)).map_err(|error| {
                let offset = error.span().map_or(start, |span| span.start);
                let what = DiagnosticKind::Content(error.message().to_owned());
                EntryError { offset, what }
            })?;
        let makes_item = action.makes_item();
        if makes_item != id.number().is_some() {
            let kind = kind.into_inner();
            return Err(failed(DiagnosticKind::WrongId { kind, makes_item }));
        }
        for key in unknown {
            let place = base + key.span().start;
            self.find(lines, place, DiagnosticKind::UnknownKey(key.into_inner()));
        }
        Ok(Entry {
            id,
            at,
            by,
            action,
            entered,
            kept_day,
            batch,
        })
    }
}

/// What is wrong with an entry, and where in its document.
struct EntryError {
    offset: usize,
    what: DiagnosticKind,
}

impl EntryError {
    fn at(value: &Spanned<DeValue<'_>>, what: DiagnosticKind) -> EntryError {
        let offset = value.span().start;
        EntryError { offset, what }
    }
}

/// Reads the other keys of an entry as an action, and returns the keys that are not known. A key within a value is
/// found at the key of the entry, whose bytes are `id`.
fn action(
    id: &Range<usize>,
    kind: &Spanned<String>,
    table: Spanned<DeTable<'_>>,
) -> Result<(Action, Vec<Spanned<String>>), toml::de::Error> {
    let span = table.span();
    let mut table = table.into_inner();
    dates_as_text(&mut table);
    let keys: Vec<Spanned<Cow<'_, str>>> = table.keys().cloned().collect();
    let mut variant = DeTable::new();
    variant.insert(
        Spanned::new(kind.span(), kind.get_ref().clone().into()),
        Spanned::new(span.clone(), DeValue::Table(table)),
    );
    let mut unknown = Vec::new();
    let variant = ValueDeserializer::from(Spanned::new(span, DeValue::Table(variant)));
    let action = serde_ignored::deserialize(variant, |path| {
        let path = path.to_string();
        let key = path.rsplit('.').next().unwrap_or(&path).to_owned();
        let place = keys.iter().find(|known| *known.get_ref() == key);
        unknown.push(Spanned::new(place.map_or(id.clone(), Spanned::span), key));
    })?;
    Ok((action, unknown))
}

/// Compares two entries with one id, to see which counts: by the line, and what is not written there. These are only made
/// if the entries differ.
fn compare(one: &Entry, other: &Entry) -> Ordering {
    let offsets = |entry: &Entry| {
        let entered = entry.entered.map(|entered| *entered.offset());
        (*entry.at.offset(), entered)
    };
    if one == other && offsets(one) == offsets(other) {
        return Ordering::Equal;
    }
    let content = |entry: &Entry| (line(entry), format!("{entry:?}"));
    content(one).cmp(&content(other))
}

/// Returns whether a document has only inline tables, and no header that what follows would belong to.
fn is_flat(text: &str, table: &DeTable<'_>) -> bool {
    table.iter().all(|(_, value)| {
        matches!(value.get_ref(), DeValue::Table(_)) && text[value.span()].starts_with('{')
    })
}

/// Takes the entries out of an entry. To TOML, what is appended after an entry with a header of its own, `[12-k7f2m9]`,
/// belongs to that entry.
fn entries_within<'i>(entry: &mut Spanned<DeValue<'i>>) -> DeTable<'i> {
    let mut within = DeTable::new();
    if let DeValue::Table(table) = entry.get_mut() {
        let is_entry = |key: &Spanned<Cow<'_, str>>, value: &Spanned<DeValue<'_>>| {
            EntryId::parse(key.get_ref()).is_some() && matches!(value.get_ref(), DeValue::Table(_))
        };
        let keys = table.iter().filter(|(key, value)| is_entry(key, value));
        let keys: Vec<Spanned<Cow<'_, str>>> = keys.map(|(key, _)| key.clone()).collect();
        for key in keys {
            if let Some(value) = table.remove(key.get_ref().as_ref()) {
                within.insert(key, value);
            }
        }
    }
    within
}

/// Describes what broke lines that are not valid TOML, and where.
fn damage(lines: &str, offset: usize, message: &str) -> EntryError {
    let mut start = offset;
    while !lines.is_char_boundary(start) {
        start -= 1;
    }
    let start = lines[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line = lines[start..].lines().next().unwrap_or_default();
    let (offset, what) = if is_marker(line) {
        (start, DiagnosticKind::MergeMarker)
    } else if let Some(zero) = line.find('\0') {
        (start + zero, DiagnosticKind::ZeroBytes)
    } else {
        (offset, DiagnosticKind::Syntax(message.to_owned()))
    };
    EntryError { offset, what }
}

/// Writes the dates of a table as text, which is how the domain reads them; in the file they are native.
pub(super) fn dates_as_text(table: &mut DeTable<'_>) {
    for (_, value) in table.iter_mut() {
        if let DeValue::Datetime(date) = value.get_ref() {
            let date = date.to_string();
            *value.get_mut() = DeValue::String(date.into());
        }
    }
}

fn word(value: Spanned<DeValue<'_>>) -> Result<String, EntryError> {
    let offset = value.span().start;
    String::deserialize(ValueDeserializer::from(value)).map_err(|error| EntryError {
        offset,
        what: DiagnosticKind::Content(error.message().to_owned()),
    })
}

fn batch(value: Spanned<DeValue<'_>>) -> Result<EntryId, EntryError> {
    let offset = value.span().start;
    let text = word(value)?;
    EntryId::parse(&text).ok_or_else(|| EntryError {
        offset,
        what: DiagnosticKind::Content(format!("`{text}` is not an entry id")),
    })
}

/// Reads a native date.
fn date(value: &Spanned<DeValue<'_>>, key: &'static str) -> Result<NaiveDate, EntryError> {
    let date = match value.get_ref() {
        DeValue::Datetime(Datetime {
            date: Some(date),
            time: None,
            offset: None,
        }) => day(*date),
        _ => None,
    };
    date.ok_or_else(|| EntryError::at(value, DiagnosticKind::WrongDate(key)))
}

fn day(date: Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}

/// Reads a native date and time with an offset. chrono itself reads and writes such times as text.
fn time(
    value: &Spanned<DeValue<'_>>,
    key: &'static str,
) -> Result<DateTime<FixedOffset>, EntryError> {
    let time = || {
        let datetime = value.get_ref().as_datetime()?;
        let (date, time) = (datetime.date?, datetime.time?);
        let minutes = match datetime.offset? {
            Offset::Z => 0,
            Offset::Custom { minutes } => i32::from(minutes),
        };
        let (second, nano) = (time.second.unwrap_or(0), time.nanosecond.unwrap_or(0));
        let (hour, minute) = (time.hour.into(), time.minute.into());
        let clock = NaiveTime::from_hms_nano_opt(hour, minute, second.into(), nano)?;
        let zone = FixedOffset::east_opt(minutes * 60)?;
        day(date)?.and_time(clock).and_local_timezone(zone).single()
    };
    time().ok_or_else(|| EntryError::at(value, DiagnosticKind::WrongTime(key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_closed_if_a_line_more_is_an_entry_more() {
        let entry = "q8wd31ztha = { at = 2017-02-27T09:14:02.020+01:00, by = \"anto\", kind = \"note\", text = \"a\" }";
        for (log, is_closed) in [
            ("", true),
            ("# a comment", true),
            (entry, true),
            ("x = {}\n", true),
            ("[q8wd31ztha]\n", false),
            ("[[entri]]\n", false),
            ("a.b = {}\n", false),
            ("x = \"\"\"\n", false),
            ("x = 1\n", false),
            ("Armin was here\n", false),
        ] {
            let file = Path::new("2017-02-27.toml");
            let topics = &mut KnownTopics::default();
            let taken = Reading::default().take_log(file, log.as_bytes(), topics);
            assert_eq!(taken, is_closed, "{log}");
        }
    }

    #[test]
    fn lines_with_one_id_are_read_in_one_pass() {
        const LINES: usize = 300;
        let line = |text: &str| {
            format!(
                "q8wd31ztha = {{ at = 2017-02-27T09:14:02.020+01:00, by = \"anto\", kind = \"note\", text = \"{text}\" }}\n"
            )
        };
        // Each counts until the next is read.
        let falling: String = (0..LINES)
            .map(|place| line(&format!("{:03}", LINES - place)))
            .collect();
        let file = Path::new("2017-02-27.toml");
        let line_of = |location: &Location| location.position.map(|position| position.line);
        let reading = Reading::of_log(file, falling.as_bytes());
        assert_eq!(reading.entries.len(), 1);
        assert_eq!(
            reading
                .locations
                .get(reading.entries[0].id)
                .as_ref()
                .and_then(line_of),
            Some(LINES)
        );
        assert_eq!(reading.diagnostics.len(), LINES - 1);
        let names_the_last = |diagnostic: &Diagnostic| matches!(&diagnostic.kind, DiagnosticKind::SameId { other, .. } if line_of(other) == Some(LINES));
        assert!(reading.diagnostics.iter().all(names_the_last));
        assert_eq!(reading.renamed, LINES - 1);
        // What differs in nothing but the offset from UTC is another content.
        let zones = line("x") + &line("x").replace("09:14:02.020+01:00", "08:14:02.020Z");
        assert_eq!(Reading::of_log(file, zones.as_bytes()).diagnostics.len(), 1);
        let copies = Reading::of_log(file, line("x").repeat(LINES).as_bytes());
        assert_eq!((copies.entries.len(), copies.diagnostics.len()), (1, 0));
    }
}
