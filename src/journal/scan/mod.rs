//! The short way through a log in which every line is as this program writes it.
//!
//! The TOML parser takes many times as long for an entry. This reader knows the form of [`line`](super::line()) and no other:
//! whatever else a log holds, even one line of it, the whole log is left to the parser. What it gives is what the parser
//! would give; `tests/fuzz.rs` compares the two.

mod scanner;

use lean_string::LeanString;
use memchr::memchr;
use thin_vec::ThinVec;

pub use self::scanner::KnownTopics;
use self::scanner::{Quoted, Scanner};
use crate::domain::{
    Action, Assign, Day, Decide, Discuss, Done, Drop, Entry, EntryId, Goal, ItemResult, Join,
    Leave, Move, Next, Note, Photo, Plan, Progress, Renumber, Reopen, Reword, Talk, Thank,
    Unassign, Undo,
};

// Keys of several kinds of entries, with what stands before and behind them.
const ITEM: &[u8; 9] = b", item = ";
const TEXT: &[u8; 9] = b", text = ";
const TOPIC: &[u8; 10] = b", topic = ";
const UNDER: &[u8; 10] = b", under = ";
const WHEN: &[u8; 9] = b", when = ";
const PEOPLE: &[u8; 11] = b", people = ";
const WITH: &[u8; 9] = b", with = ";
const ONLY: &[u8; 13] = b", only = true";

/// Most entries are longer, in bytes.
pub(super) const USUAL_LENGTH: usize = 150;

/// Reads a log of which every line is an entry as [`line`](super::line()) writes it, a comment or empty: adds its entries, and returns the number of the line of each. If anything else is in the log, or if there is something to report about an entry, adds
/// nothing and returns `None`. The same id may occur twice; the caller must check for that.
///
/// `topics`: those of logs that were read before; the topics of this one are added.
pub fn scan(log: &str, topics: &mut KnownTopics, entries: &mut Vec<Entry>) -> Option<Vec<u32>> {
    let before = entries.len();
    let lines = scan_lines(log, topics, entries);
    if lines.is_none() {
        entries.truncate(before);
    }
    lines
}

fn scan_lines(log: &str, topics: &mut KnownTopics, entries: &mut Vec<Entry>) -> Option<Vec<u32>> {
    // All bytes are looked at: without an early end, many are at once.
    if log
        .bytes()
        .fold(false, |found, byte| found | is_control(byte))
    {
        return None;
    }
    let most = log.len() / USUAL_LENGTH;
    entries.reserve(most);
    let mut lines = Vec::with_capacity(most);
    let mut scanner = Scanner::of(log, topics);
    for number in 1.. {
        if scanner.rest.is_empty() {
            break;
        }
        if scanner.skip(b"\n").is_some() {
            continue;
        }
        if scanner.rest.starts_with('#') {
            let end = memchr(b'\n', scanner.rest.as_bytes());
            scanner.take(end.unwrap_or(scanner.rest.len()))?;
        } else {
            entries.push(scanner.entry()?);
            lines.push(number);
        }
        if !scanner.rest.is_empty() {
            scanner.skip(b"\n")?;
        }
    }
    Some(lines)
}

/// Returns whether TOML does not have a byte in one line. It does have a tab; [`line`](super::line()) does not write one.
fn is_control(byte: u8) -> bool {
    byte < b' ' && byte != b'\n' || byte == 0x7f
}

impl Scanner<'_, '_> {
    fn entry(&mut self) -> Option<Entry> {
        let id = EntryId::parse(self.word()?)?;
        self.skip(b" = { at = ")?;
        let at = self.time()?;
        self.skip(b", by = ")?;
        let by = self.text()?;
        self.skip(b", kind = ")?;
        let Quoted::Plain(kind) = self.quoted()? else {
            return None;
        };
        let action = self.action(kind)?;
        let entry = Entry {
            id,
            at,
            by,
            action,
            entered: self.optional(b", entered = ", Scanner::time)?,
            kept_day: self.optional(b", day = ", Scanner::day)?,
            batch: self.optional(b", batch = ", Scanner::id)?,
        };
        self.skip(b" }")?;
        (entry.action.makes_item() == id.number().is_some()).then_some(entry)
    }

    /// Takes the keys of a kind of entry. The fields of each are in the order in which [`line`](super::line()) writes them, which is the order in
    /// which they are evaluated.
    fn action(&mut self, kind: &str) -> Option<Action> {
        Some(match kind {
            "plan" => Action::Plan(Plan {
                text: self.needed_text(TEXT)?,
                topic: self.optional(TOPIC, Scanner::topic)?,
                under: self.optional(UNDER, Scanner::id)?,
                when: self.optional(WHEN, Scanner::text)?,
                people: self.names(PEOPLE)?,
                with: self.names(WITH)?,
            }),
            "assign" => Action::Assign(Assign {
                item: self.item()?,
                people: self.names(PEOPLE)?,
                with: self.names(WITH)?,
                only: self.flag(ONLY),
            }),
            "unassign" => Action::Unassign(Unassign {
                item: self.item()?,
                people: self.names(PEOPLE)?,
            }),
            "progress" => Action::Progress(Progress {
                item: self.item()?,
                text: self.needed_text(TEXT)?,
            }),
            "result" => Action::Result(ItemResult {
                item: self.item()?,
                text: self.needed_text(TEXT)?,
                only: self.flag(ONLY),
            }),
            "done" => Action::Done(Done {
                item: self.item()?,
                text: self.optional(TEXT, Scanner::text)?,
                people: self.names(PEOPLE)?,
                with: self.names(WITH)?,
            }),
            "drop" => Action::Drop(Drop {
                item: self.item()?,
                text: self.optional(TEXT, Scanner::text)?,
            }),
            "reopen" => Action::Reopen(Reopen {
                item: self.item()?,
                text: self.optional(TEXT, Scanner::text)?,
            }),
            "move" => Action::Move(Move {
                item: self.item()?,
                topic: self.optional(TOPIC, Scanner::topic_or_none)?,
                under: self.optional(UNDER, Scanner::id)?,
                top: self.flag(b", top = true"),
                when: self.optional(WHEN, Scanner::text)?,
            }),
            "discuss" => Action::Discuss(Discuss {
                text: self.needed_text(TEXT)?,
                topic: self.optional(TOPIC, Scanner::topic)?,
                when: self.optional(WHEN, Scanner::text)?,
                people: self.names(PEOPLE)?,
                with: self.names(WITH)?,
                decided: self.optional(b", decided = ", Scanner::text)?,
            }),
            "decide" => Action::Decide(Decide {
                item: self.item()?,
                text: self.needed_text(TEXT)?,
            }),
            "talk" => Action::Talk(Talk {
                text: self.needed_text(TEXT)?,
                topic: self.optional(TOPIC, Scanner::topic)?,
                when: self.optional(WHEN, Scanner::text)?,
                people: self.names(PEOPLE)?,
                with: self.names(WITH)?,
            }),
            "join" => Action::Join(Box::new(Join {
                person: self.needed_name(b", person = ")?,
                nick: self.needed_name(b", nick = ")?,
                also: self.names(b", also = ")?,
                from: self.optional(b", from = ", Scanner::day)?,
                to: self.optional(b", to = ", Scanner::day)?,
                role: self.optional(b", role = ", Scanner::role)?,
                org: self.optional(b", org = ", Scanner::text)?,
                group: self.optional(b", group = ", Scanner::text)?,
                url: self.optional(b", url = ", Scanner::text)?,
            })),
            "leave" => {
                self.skip(PEOPLE)?;
                let people = self.texts()?;
                Action::Leave(Leave { people })
            }
            "goal" => Action::Goal(Goal {
                text: self.needed_text(TEXT)?,
                side: self.flag(b", side = true"),
            }),
            "day" => Action::Day(Day {
                text: self.optional(TEXT, Scanner::text)?,
                is_break: self.flag(b", break = true"),
            }),
            "note" => Action::Note(Note {
                text: self.needed_text(TEXT)?,
                topic: self.optional(TOPIC, Scanner::topic)?,
            }),
            "next" => Action::Next(Next {
                item: self.optional(ITEM, Scanner::id)?,
                text: self.needed_text(TEXT)?,
                topic: self.optional(TOPIC, Scanner::topic)?,
                people: self.names(PEOPLE)?,
                with: self.names(WITH)?,
            }),
            "photo" => Action::Photo(Photo {
                item: self.optional(ITEM, Scanner::id)?,
                text: self.optional(TEXT, Scanner::text)?,
                file: self.needed_text(b", file = ")?,
                alt: self.optional(b", alt = ", Scanner::text)?,
                topic: self.optional(TOPIC, Scanner::topic)?,
            }),
            "thank" => Action::Thank(Thank {
                text: self.needed_text(TEXT)?,
            }),
            "reword" => Action::Reword(Reword {
                item: self.item()?,
                text: self.needed_text(TEXT)?,
            }),
            "renumber" => Action::Renumber(Renumber {
                item: self.item()?,
                number: self.needed(b", number = ", Scanner::item_number)?,
                settled: self.flag(b", settled = true"),
            }),
            "undo" => Action::Undo(Undo {
                entry: self.needed(b", entry = ", Scanner::id)?,
                only: self.flag(ONLY),
            }),
            _ => return None,
        })
    }

    /// Takes a key with its value, if the key is next. `None` if it does not have such a value.
    fn optional<T, const N: usize>(
        &mut self,
        key: &[u8; N],
        value: fn(&mut Self) -> Option<T>,
    ) -> Option<Option<T>> {
        match self.skip(key) {
            Some(()) => value(self).map(Some),
            None => Some(None),
        }
    }

    fn needed<T, const N: usize>(
        &mut self,
        key: &[u8; N],
        value: fn(&mut Self) -> Option<T>,
    ) -> Option<T> {
        self.skip(key)?;
        value(self)
    }

    fn needed_text<const N: usize>(&mut self, key: &[u8; N]) -> Option<LeanString> {
        self.needed(key, Scanner::text)
    }

    fn needed_name<const N: usize>(&mut self, key: &[u8; N]) -> Option<LeanString> {
        let name = self.needed_text(key)?;
        (!name.trim().is_empty()).then_some(name)
    }

    fn item(&mut self) -> Option<EntryId> {
        self.needed(ITEM, Scanner::id)
    }

    fn names<const N: usize>(&mut self, key: &[u8; N]) -> Option<ThinVec<LeanString>> {
        self.optional(key, Scanner::texts)
            .map(Option::unwrap_or_default)
    }

    /// Takes a key that is written only if it is true.
    fn flag<const N: usize>(&mut self, pair: &[u8; N]) -> bool {
        self.skip(pair).is_some()
    }
}
