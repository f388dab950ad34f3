//! The names of entries and the numbers of items.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, de};

/// Crockford's base32 without the letters that are mistaken for others.
/// <https://www.crockford.com/base32.html>
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Numbers have at most nine digits.
pub(super) const HIGHEST: u32 = 999_999_999;

/// Symbols behind the number of an item, and of an entry that makes none.
const ITEM_SYMBOLS: usize = 6;
const ENTRY_SYMBOLS: usize = 10;

/// The id of one entry, unique in its sprint: `12-k7f2m9` for an entry that makes item 12,
/// `q8wd31ztha` for any other.
///
/// A value of this type has that form; it says nothing about whether such an entry exists.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct EntryId(String);

impl EntryId {
    /// The id for an entry, made from 64 bits of which the lowest are used: 30 for an entry that makes the item
    /// `number`, 50 for one that makes none.
    pub fn new(number: Option<u32>, bits: u64) -> Self {
        let symbols = |count: usize| -> String {
            (0..count)
                .map(|place| char::from(ALPHABET[(bits >> (5 * place)) as usize & 31]))
                .collect()
        };
        EntryId(match number {
            Some(number) => format!("{number}-{}", symbols(ITEM_SYMBOLS)),
            None => symbols(ENTRY_SYMBOLS),
        })
    }

    /// Reads an id as it stands in a log or as somebody typed it; `None` if it has not the form of one.
    pub fn parse(text: &str) -> Option<Self> {
        let symbols = |text: &str, count: usize| {
            text.len() == count && text.bytes().all(|symbol| ALPHABET.contains(&symbol))
        };
        let well_formed = match text.split_once('-') {
            Some((number, rest)) => {
                number.parse::<u32>().is_ok_and(|value| {
                    (1..=HIGHEST).contains(&value) && value.to_string() == number
                }) && symbols(rest, ITEM_SYMBOLS)
            }
            None => symbols(text, ENTRY_SYMBOLS),
        };
        well_formed.then(|| EntryId(text.to_owned()))
    }

    /// Whether some id begins with `text`.
    pub fn may_begin_with(text: &str) -> bool {
        let full = |number: &str, rest: &str| format!("{number}-{rest:0<ITEM_SYMBOLS$}");
        match text.split_once('-') {
            Some((number, rest)) => EntryId::parse(&full(number, rest)).is_some(),
            None => {
                EntryId::parse(&format!("{text:0<ENTRY_SYMBOLS$}")).is_some()
                    || EntryId::parse(&full(text, "")).is_some()
            }
        }
    }

    /// The number of the item that this entry makes, if it makes one.
    pub fn number(&self) -> Option<u32> {
        self.0
            .split_once('-')
            .and_then(|(number, _)| number.parse().ok())
    }

    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Reads a number as an item may have it.
pub(super) fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let number = u32::deserialize(deserializer)?;
    if (1..=HIGHEST).contains(&number) {
        Ok(number)
    } else {
        Err(de::Error::custom(format!(
            "{number} is no number from 1 to {HIGHEST}"
        )))
    }
}

impl<'de> Deserialize<'de> for EntryId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        EntryId::parse(&text).ok_or_else(|| de::Error::custom(format!("`{text}` is not an id")))
    }
}

/// What people call an item by: its number, and a letter while two items share the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// From 1 upwards, one count for all items of a sprint.
    pub number: u32,
    /// 0 for `a`, 1 for `b` and so on; `None` if no other item has the number.
    pub twin: Option<usize>,
}

impl fmt::Display for Label {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.number)?;
        match self.twin {
            Some(twin) => formatter.write_str(&letters(twin)),
            None => Ok(()),
        }
    }
}

/// a, b, … z, aa, ab, …
fn letters(twin: usize) -> String {
    let last = char::from(b'a' + (twin % 26) as u8);
    match twin / 26 {
        0 => last.to_string(),
        more => letters(more - 1) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_ids_are_well_formed() {
        for bits in [0, 1, u64::MAX, 0x0123_4567_89ab_cdef] {
            for number in [None, Some(1), Some(HIGHEST)] {
                let id = EntryId::new(number, bits);
                assert_eq!(EntryId::parse(id.as_str()), Some(id.clone()));
                assert_eq!(id.number(), number);
            }
        }
    }

    #[test]
    fn other_forms_are_not_ids() {
        for text in [
            "",
            "12",
            "12-",
            "-k7f2m9",
            "12-k7f2m",
            "012-k7f2m9",
            "0-k7f2m9",
            "12-K7F2M9",
            "12-k7f2ml",
            "q8wd31zth",
        ] {
            assert_eq!(EntryId::parse(text), None, "{text}");
        }
    }

    #[test]
    fn every_beginning_of_an_id_is_known_as_one() {
        for id in ["12-k7f2m9", "q8wd31ztha", "400000000-k7f2m9"] {
            for end in 1..=id.len() {
                assert!(EntryId::may_begin_with(&id[..end]), "{}", &id[..end]);
            }
        }
        for text in ["open", "12-k7f2m9x", "q8wd31zthax", "#", "a=", "0-", "-"] {
            assert!(!EntryId::may_begin_with(text), "{text}");
        }
    }

    #[test]
    fn twins_are_lettered_beyond_z() {
        let label = |twin| Label { number: 12, twin }.to_string();
        assert_eq!(
            [
                label(None),
                label(Some(0)),
                label(Some(25)),
                label(Some(26)),
                label(Some(27))
            ],
            ["12", "12a", "12z", "12aa", "12ab"]
        );
    }
}
