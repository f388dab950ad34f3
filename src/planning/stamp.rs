//! The first line of an exported document: from which state it was exported.

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::folded::folded;
use crate::domain::{Entry, EntryId, Sprint};

/// A state of a sprint: its last entry, how many entries stood up to it, and a digest of their ids.
#[derive(Clone, Debug, PartialEq)]
pub struct Stamp {
    pub sprint: String,
    /// `None` before the first entry.
    pub last: Option<EntryId>,
    pub entries: usize,
    pub digest: String,
    /// The day of the board; `None` if that is not known.
    pub day: Option<NaiveDate>,
}

/// What stands for the last entry where there is none.
const BEGINNING: &str = "the beginning";

impl Stamp {
    /// Makes the stamp of a sprint as it is, for the board of a day.
    pub fn of(name: &str, sprint: &Sprint, day: NaiveDate) -> Stamp {
        let entries = sprint.entries();
        Stamp {
            sprint: name.to_owned(),
            last: entries.last().map(|entry| entry.id),
            entries: entries.len(),
            digest: digest(entries),
            day: Some(day),
        }
    }

    /// Writes it as a comment.
    pub fn comment(&self) -> String {
        let last = self
            .last
            .map_or_else(|| BEGINNING.to_owned(), |id| id.to_string());
        let entries = match self.entries {
            1 => "1 entry".to_owned(),
            count => format!("{count} entries"),
        };
        let day = self.day.map(|day| format!(", {day}")).unwrap_or_default();
        format!(
            "<!-- sprint {}, as of {last}, {entries}, {}{day} -->",
            self.sprint, self.digest
        )
    }

    /// Reads what stands between `<!--` and `-->`; `None` if that is not a stamp. Blanks, line ends and capitals mean nothing.
    pub fn parse(comment: &str) -> Option<Stamp> {
        let text = folded(comment).to_lowercase();
        let mut parts = text.split(',').map(str::trim);
        let sprint = parts.next()?.strip_prefix("sprint ")?.to_owned();
        let last = match parts.next()?.strip_prefix("as of ")? {
            BEGINNING => None,
            id => Some(EntryId::parse(id)?),
        };
        let (entries, word) = parts.next()?.split_once(' ')?;
        let entries = entries
            .parse()
            .ok()
            .filter(|_| matches!(word, "entry" | "entries"))?;
        let digest = parts.next()?.to_owned();
        let day = parts.next().map(str::parse).transpose().ok()?;
        Some(Stamp {
            sprint,
            last,
            entries,
            digest,
            day,
        })
    }

    /// Returns the sprint as it was then; `None` if entries have come since that count before the last one, or if it is of another sprint.
    pub fn state(&self, name: &str, sprint: &Sprint) -> Option<Sprint> {
        let then = sprint.entries().get(..self.entries)?;
        let is_same = self.sprint == name
            && then.last().map(|entry| entry.id) == self.last
            && digest(then) == self.digest;
        is_same.then(|| Sprint::from_entries(then.to_vec()))
    }
}

/// Gives eight hexadecimal digits that change with the ids of entries and their order.
fn digest(entries: &[Entry]) -> String {
    let mut hasher = Sha256::new();
    for entry in entries {
        hasher.update(format!("{}\n", entry.id));
    }
    let bytes = hasher.finalize();
    bytes[..4]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
