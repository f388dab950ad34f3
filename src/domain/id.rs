//! The names of entries and the numbers of items.

use std::cmp::Ordering;
use std::fmt::{self, Write};
use std::num::NonZeroU64;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Crockford's base32 without the letters that are mistaken for others.
/// <https://www.crockford.com/base32.html>
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The value of each byte that is a symbol.
const VALUES: [Option<u8>; 256] = {
    let mut values = [None; 256];
    let mut value = 0;
    while value < ALPHABET.len() {
        values[ALPHABET[value] as usize] = Some(value as u8);
        value += 1;
    }
    values
};

/// Numbers have at most nine digits.
pub(super) const HIGHEST: u32 = 999_999_999;

/// How many symbols follow the number of an item, and how many the id of any other entry has.
const ITEM_SYMBOLS: usize = 6;
const ENTRY_SYMBOLS: usize = 10;

/// The id of one entry, unique in its sprint: `12-k7f2m9` for an entry that makes item 12, `q8wd31ztha` for any other.
///
/// A value says nothing about whether such an entry exists. Ids are ordered as their written forms are, letter by
/// letter: the order of entries with the same time is that of the log's text.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct EntryId(
    /// The value of the symbols, the first of which is the lowest; of an item with [`ITEM`] and its number above them, of
    /// any other entry with [`OTHER`]. One word: a sprint holds several ids for each of its entries.
    NonZeroU64,
);

/// Marks the id of an entry that makes an item.
const ITEM: NonZeroU64 = NonZeroU64::new(1 << 63).unwrap();
/// Marks the id of any other entry.
const OTHER: NonZeroU64 = NonZeroU64::new(1 << 62).unwrap();
/// The place of an item's number, which has 30 bits.
const NUMBER: usize = 5 * ITEM_SYMBOLS;

/// The longest written form: nine digits, `-` and six symbols.
const LONGEST: usize = 16;

impl EntryId {
    /// Makes an id of the lowest of 64 random bits: of 30 for an entry that makes the item `number`, from 1 to
    /// 999,999,999; of 50 for one that makes none.
    pub fn new(number: Option<u32>, bits: u64) -> Self {
        debug_assert!(number.is_none_or(Label::is_number), "{number:?}");
        let suffix = bits & ((1 << (5 * symbol_count(number))) - 1);
        EntryId(match number {
            Some(number) => ITEM | u64::from(number) << NUMBER | suffix,
            None => OTHER | suffix,
        })
    }

    /// Reads an id from a log or as somebody typed it; `None` if it does not have the form of one.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.as_bytes();
        let dash = text.len().checked_sub(ITEM_SYMBOLS + 1);
        let (number, symbols) = match dash.filter(|dash| text[*dash] == b'-') {
            Some(dash) => (Some(plain_number(&text[..dash])?), &text[dash + 1..]),
            None => (None, text),
        };
        if symbols.len() != symbol_count(number) {
            return None;
        }
        let suffix = symbols.iter().rev().try_fold(0, |suffix, symbol| {
            let value = VALUES[usize::from(*symbol)]?;
            Some(suffix << 5 | u64::from(value))
        })?;
        Some(EntryId::new(number, suffix))
    }

    /// Returns whether any id begins with `text`.
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

    /// Returns the number that the entry gives to the item that it makes.
    pub fn number(self) -> Option<u32> {
        let bits = self.0.get();
        // The mark is above the 32 bits.
        (bits & ITEM.get() != 0).then_some((bits >> NUMBER) as u32)
    }

    /// Returns the written form, followed by zero bytes.
    fn written(self) -> [u8; LONGEST] {
        let mut written = [0; LONGEST];
        let mut length = 0;
        let number = self.number();
        if let Some(number) = number {
            for place in (0..=number.ilog10()).rev() {
                written[length] = b'0' + (number / 10_u32.pow(place) % 10) as u8;
                length += 1;
            }
            written[length] = b'-';
            length += 1;
        }
        for place in 0..symbol_count(number) {
            written[length] = ALPHABET[(self.0.get() >> (5 * place)) as usize & 31];
            length += 1;
        }
        written
    }
}

/// Reads the number of an item: at most nine digits, the first of which is not a zero.
fn plain_number(digits: &[u8]) -> Option<u32> {
    if !(1..=9).contains(&digits.len()) || digits[0] == b'0' {
        return None;
    }
    digits.iter().try_fold(0, |number, digit| {
        let value = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
        Some(number * 10 + value)
    })
}

/// Returns how many symbols an id has in addition to the number.
fn symbol_count(number: Option<u32>) -> usize {
    if number.is_some() {
        ITEM_SYMBOLS
    } else {
        ENTRY_SYMBOLS
    }
}

impl Ord for EntryId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.written().cmp(&other.written())
    }
}

impl PartialOrd for EntryId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = self.written();
        let symbols = written.iter().take_while(|symbol| **symbol != 0);
        symbols
            .map(|symbol| char::from(*symbol))
            .try_for_each(|symbol| formatter.write_char(symbol))
    }
}

impl fmt::Debug for EntryId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

impl Serialize for EntryId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Reads a number as an item may have it.
pub(super) fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let number = u32::deserialize(deserializer)?;
    if Label::is_number(number) {
        Ok(number)
    } else {
        Err(de::Error::custom(format!(
            "{number} is not a number from 1 to {HIGHEST}"
        )))
    }
}

impl<'de> Deserialize<'de> for EntryId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        EntryId::parse(&text)
            .ok_or_else(|| de::Error::custom(format!("`{text}` is not an entry id")))
    }
}

/// What people call an item by: its number, and a letter while two items share the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// From 1 upwards, one count for all items of a sprint.
    pub number: u32,
    /// 0 for `a`, 1 for `b` and so on; `None` if no other item has the number.
    pub twin: Option<u32>,
}

impl Label {
    /// Returns whether `number` is in the range for items.
    pub(crate) fn is_number(number: u32) -> bool {
        (1..=HIGHEST).contains(&number)
    }
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

/// Spells the place of a twin: a, b, … z, aa, ab, …
fn letters(twin: u32) -> String {
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
                assert_eq!(EntryId::parse(&id.to_string()), Some(id));
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
