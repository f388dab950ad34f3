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
            digest: digest(entries.iter()),
            day: Some(day),
        }
    }

    /// Writes it as a comment.
    pub fn comment(&self) -> String {
        format!("<!-- {} -->", self.words())
    }

    /// Writes what it says: `sprint leysin-2017, as of q8wd31ztha, 214 entries, 5f3a91c2, 2017-02-28`.
    pub fn words(&self) -> String {
        let last = self
            .last
            .map_or_else(|| BEGINNING.to_owned(), |id| id.to_string());
        let entries = match self.entries {
            1 => "1 entry".to_owned(),
            count => format!("{count} entries"),
        };
        let day = self.day.map(|day| format!(", {day}")).unwrap_or_default();
        format!(
            "sprint {}, as of {last}, {entries}, {}{day}",
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

    /// Returns whether its document is that of another sprint, or has what others recorded and is not here yet. A sprint that was
    /// renamed has its last entry.
    pub fn is_of_another(&self, name: &str, sprint: &Sprint) -> bool {
        match self.last {
            Some(last) => sprint.entries().iter().all(|entry| entry.id != last),
            None => self.sprint != name.to_lowercase(),
        }
    }

    /// Returns the sprint as it was then; `None` if entries have since been added before the last one, or if the stamp is of another
    /// sprint. The entries say which one it is, if there are any.
    pub fn state(&self, name: &str, sprint: &Sprint) -> Option<Sprint> {
        let then = sprint.entries().iter().take(self.entries);
        let is_same = (self.sprint == name || self.last.is_some())
            && then.len() == self.entries
            && then.clone().next_back().map(|entry| entry.id) == self.last
            && digest(then.clone()) == self.digest;
        is_same.then(|| Sprint::from_entries(then.cloned().collect()))
    }
}

/// Gives eight hexadecimal digits that change with the ids of entries and their order.
fn digest<'e>(entries: impl Iterator<Item = &'e Entry>) -> String {
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

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};

    use super::*;
    use crate::domain::{Action, Note};

    const NAME: &str = "leysin-2017";

    fn entry(number: u64, minute: i64) -> Entry {
        let start = DateTime::parse_from_rfc3339("2017-02-28T09:00:00+01:00").expect("a time");
        let at = start + TimeDelta::minutes(minute);
        let note = Action::Note(Note::default());
        Entry::new(EntryId::new(None, number), at, "armin".into(), note)
    }

    fn sprint(entries: &[Entry]) -> Sprint {
        Sprint::from_entries(entries.to_vec())
    }

    fn stamp(entries: &[Entry]) -> Stamp {
        let day = NaiveDate::from_ymd_opt(2017, 2, 28).expect("a day");
        Stamp::of(NAME, &sprint(entries), day)
    }

    #[test]
    fn it_is_read_back_however_it_is_wrapped_and_spelled() {
        let two = stamp(&[entry(1, 0), entry(2, 1)]);
        let written = two.comment();
        assert_eq!(
            written,
            "<!-- sprint leysin-2017, as of 2000000000, 2 entries, 513dd58e, 2017-02-28 -->"
        );
        let inside = written.trim_start_matches("<!--").trim_end_matches("-->");
        let wrapped = inside.replace(' ', "\n\t");
        let with_escapes = inside.replace('-', "\\-");
        let elsewhere = inside.replace(' ', "\u{a0}").replace('-', "\u{2011}");
        for comment in [
            inside.to_owned(),
            inside.to_uppercase(),
            wrapped,
            with_escapes,
            elsewhere,
        ] {
            assert_eq!(Stamp::parse(&comment), Some(two.clone()), "{comment}");
        }
        let without_day = inside.trim_end().trim_end_matches(", 2017-02-28");
        let read = Stamp::parse(without_day).expect("a stamp");
        assert_eq!(read, Stamp { day: None, ..two });
    }

    #[test]
    fn one_entry_and_none_are_in_plain_words() {
        for (entries, words) in [
            (vec![], "as of the beginning, 0 entries, e3b0c442"),
            (vec![entry(1, 0)], "as of 1000000000, 1 entry, 8bd5a23c"),
        ] {
            let stamp = stamp(&entries);
            let comment = stamp.comment();
            assert!(comment.contains(words), "{comment}");
            let inside = comment.trim_start_matches("<!--").trim_end_matches("-->");
            assert_eq!(Stamp::parse(inside), Some(stamp));
        }
    }

    #[test]
    fn other_comments_are_not_stamps() {
        for comment in [
            "",
            "sprint",
            "sprint leysin-2017",
            "sprint leysin-2017, as of yesterday, 2 entries, 513dd58e",
            "sprint leysin-2017, as of 2000000000, two entries, 513dd58e",
            "sprint leysin-2017, as of 2000000000, 2 apples, 513dd58e",
            "sprint leysin-2017, as of 2000000000, 2 entries",
            "sprint leysin-2017, as of 2000000000, 2 entries, 513dd58e, tomorrow",
            "sprint leysin-2017, as of 2000000000, 99999999999999999999 entries, 513dd58e",
        ] {
            assert_eq!(Stamp::parse(comment), None, "{comment}");
        }
    }

    #[test]
    fn the_state_is_what_stood_in_the_log_up_to_the_last_entry() {
        let then = [entry(1, 0), entry(2, 1)];
        let stamp = stamp(&then);
        let later = [then.as_slice(), &[entry(3, 2)]].concat();
        for now in [&then[..], &later] {
            assert_eq!(stamp.state(NAME, &sprint(now)), Some(sprint(&then)));
        }
    }

    #[test]
    fn there_is_no_state_if_the_log_was_another_one() {
        let then = [entry(1, 0), entry(2, 2)];
        let stamp = stamp(&then);
        let between = [then.as_slice(), &[entry(3, 1)]].concat();
        let replaced = [entry(4, 0), entry(2, 2)];
        for now in [&then[..1], &between, &replaced, &[]] {
            assert_eq!(stamp.state(NAME, &sprint(now)), None);
        }
    }

    #[test]
    fn the_entries_say_which_sprint_it_is_after_it_was_renamed() {
        let then = [entry(1, 0), entry(2, 2)];
        let renamed = stamp(&then).state("leysin-2018", &sprint(&then));
        assert_eq!(renamed, Some(sprint(&then)));
        let beginning = stamp(&[]).state("leysin-2018", &sprint(&then));
        assert_eq!(beginning, None);
    }

    #[test]
    fn a_document_of_another_sprint_is_known_by_its_name_and_last_entry() {
        let then = [entry(1, 0), entry(2, 2)];
        let (named, beginning) = (stamp(&then), stamp(&[]));
        assert!(named.is_of_another("leysin-2018", &sprint(&[])));
        assert!(!named.is_of_another("leysin-2018", &sprint(&then)));
        assert!(named.is_of_another(NAME, &sprint(&[])));
        assert!(beginning.is_of_another("leysin-2018", &sprint(&[])));
        assert!(!beginning.is_of_another(NAME, &sprint(&then)));
    }
}
