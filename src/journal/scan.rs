//! The short way through a log in which every line is as this program writes it.
//!
//! The TOML parser takes several times as long for an entry. This reader knows the form of [`line`](super::line()) and no other:
//! whatever else a log holds, even one line of it, the whole log is left to the parser. What it gives is what the parser
//! would give; `tests/fuzz.rs` compares the two.

use std::borrow::Cow;
use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use foldhash::HashSet;
use memchr::memchr2;
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{self, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use crate::domain::{Action, Entry, EntryId};

/// More keys than any kind of entry has. Each is compared with those before it.
const MOST_KEYS: usize = 32;

/// Most entries are longer, in bytes.
const USUAL_LENGTH: usize = 150;

/// How many keys most entries have in addition to when, by whom and what.
const USUAL_KEYS: usize = 4;

/// Reads a log of which every line is an entry as [`line`](super::line()) writes it, a comment or empty. Gives the entries in their order, each
/// with the number of its line; `None` if anything else is in the log, if an id is in it twice, or if there is something to report about an entry.
pub fn scan(log: &str) -> Option<Vec<(usize, Entry)>> {
    // All bytes are looked at: without an early end, many are at once.
    if log
        .bytes()
        .fold(false, |found, byte| found | is_control(byte))
    {
        return None;
    }
    let mut entries = Vec::with_capacity(log.len() / USUAL_LENGTH);
    for (index, line) in log.split('\n').enumerate() {
        if !line.is_empty() && !line.starts_with('#') {
            entries.push((index + 1, entry(line)?));
        }
    }
    let ids: HashSet<EntryId> = entries.iter().map(|(_, entry)| entry.id).collect();
    (ids.len() == entries.len()).then_some(entries)
}

/// Returns whether TOML does not have a byte in one line. It does have a tab; [`line`](super::line()) does not write one.
fn is_control(byte: u8) -> bool {
    byte < b' ' && byte != b'\n' || byte == 0x7f
}

fn entry(line: &str) -> Option<Entry> {
    let mut line = Scanner { rest: line };
    let id = EntryId::parse(line.word()?)?;
    line.skip(" = { at = ")?;
    let at = line.time()?;
    line.skip(", by = ")?;
    let by = line.text()?.into_owned();
    line.skip(", kind = ")?;
    let Value::Text(kind) = line.value()? else {
        return None;
    };
    let (mut entered, mut kept_day, mut batch) = (None, None, None);
    let mut pairs: Vec<(&str, Value<'_>)> = Vec::with_capacity(USUAL_KEYS);
    while line.skip(" }").is_none() {
        line.skip(", ")?;
        let key = line.word()?;
        line.skip(" = ")?;
        let is_known_already = match key {
            "entered" => entered.replace(line.time()?).is_some(),
            "day" => kept_day.replace(line.day()?).is_some(),
            "batch" => batch.replace(EntryId::parse(&line.text()?)?).is_some(),
            _ => {
                let is_known_already = pairs.iter().any(|(known, _)| *known == key);
                pairs.push((key, line.value()?));
                is_known_already || pairs.len() > MOST_KEYS
            }
        };
        if is_known_already {
            return None;
        }
    }
    let variant = MapDeserializer::new([(kind, Pairs(pairs))].into_iter());
    let action = Action::deserialize(MapAccessDeserializer::new(variant)).ok()?;
    let is_whole = line.rest.is_empty() && action.makes_item() == id.number().is_some();
    is_whole.then_some(Entry {
        id,
        at,
        by,
        action,
        entered,
        kept_day,
        batch,
    })
}

/// What is left of a line.
struct Scanner<'l> {
    rest: &'l str,
}

impl<'l> Scanner<'l> {
    fn skip(&mut self, token: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(token)?;
        Some(())
    }

    fn take(&mut self, length: usize) -> Option<&'l str> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    /// Takes what is before the next blank.
    fn word(&mut self) -> Option<&'l str> {
        let end = self.rest.bytes().position(|byte| byte == b' ')?;
        self.take(end)
    }

    /// Takes a number of so many digits.
    fn number(&mut self, length: usize) -> Option<u32> {
        let mut digits = self.take(length)?.bytes();
        digits.try_fold(0, |number: u32, digit| {
            let value = char::from(digit).to_digit(10)?;
            number.checked_mul(10)?.checked_add(value)
        })
    }

    fn value(&mut self) -> Option<Value<'l>> {
        match self.rest.bytes().next()? {
            b'"' => self.text().map(Value::Text),
            b'[' => self.texts().map(Value::Texts),
            b't' => self.skip("true").map(|()| Value::True),
            _ => {
                let length = self.rest.bytes().take_while(u8::is_ascii_digit).count();
                let after = &self.rest[length..];
                if after.starts_with('-') {
                    let start = self.rest;
                    self.day()?;
                    return Some(Value::Text(start[..start.len() - self.rest.len()].into()));
                }
                let is_plain = !self.rest.starts_with('0');
                self.number(length).filter(|_| is_plain).map(Value::Number)
            }
        }
    }

    /// Takes a basic string.
    fn text(&mut self) -> Option<Cow<'l, str>> {
        self.skip("\"")?;
        let mut text = Cow::Borrowed(self.plain()?);
        loop {
            match self.take(1)? {
                "\"" => return Some(text),
                "\\" => text.to_mut().push(self.escaped()?),
                _ => return None,
            }
            text.to_mut().push_str(self.plain()?);
        }
    }

    /// Takes what is before the next quotation mark or backslash.
    fn plain(&mut self) -> Option<&'l str> {
        let end = memchr2(b'"', b'\\', self.rest.as_bytes())?;
        self.take(end)
    }

    /// Takes what follows a backslash.
    fn escaped(&mut self) -> Option<char> {
        Some(match self.take(1)? {
            "\"" => '"',
            "\\" => '\\',
            "b" => '\u{8}',
            "t" => '\t',
            "n" => '\n',
            "f" => '\u{c}',
            "r" => '\r',
            "u" => {
                let digits = self.take(4)?;
                let is_number = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
                char::from_u32(u32::from_str_radix(digits, 16).ok().filter(|_| is_number)?)?
            }
            _ => return None,
        })
    }

    fn texts(&mut self) -> Option<Vec<Cow<'l, str>>> {
        self.skip("[")?;
        let mut texts = Vec::new();
        while self.skip("]").is_none() {
            if !texts.is_empty() {
                self.skip(", ")?;
            }
            texts.push(self.text()?);
        }
        Some(texts)
    }

    fn day(&mut self) -> Option<NaiveDate> {
        let year = self.number(4)?;
        self.skip("-")?;
        let month = self.number(2)?;
        self.skip("-")?;
        NaiveDate::from_ymd_opt(year.try_into().ok()?, month, self.number(2)?)
    }

    fn time(&mut self) -> Option<DateTime<FixedOffset>> {
        let day = self.day()?;
        self.skip("T")?;
        let hour = self.number(2)?;
        self.skip(":")?;
        let minute = self.number(2)?;
        self.skip(":")?;
        let second = self.number(2)?;
        self.skip(".")?;
        let time = NaiveTime::from_hms_milli_opt(hour, minute, second, self.number(3)?)?;
        let sign = match self.take(1)? {
            "+" => 1,
            "-" => -1,
            _ => return None,
        };
        let hours = self.number(2).filter(|hours| *hours < 24)?;
        self.skip(":")?;
        let minutes = self.number(2).filter(|minutes| *minutes < 60)?;
        let offset = i32::try_from(hours * 60 + minutes).ok()? * 60;
        let zone = FixedOffset::east_opt(sign * offset)?;
        day.and_time(time).and_local_timezone(zone).single()
    }
}

/// A value of a key.
enum Value<'l> {
    Text(Cow<'l, str>),
    Texts(Vec<Cow<'l, str>>),
    Number(u32),
    True,
}

/// Why a value does not fit its key. The parser says it to people.
#[derive(Debug)]
struct Unfit;

impl fmt::Display for Unfit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not a line of this program")
    }
}

impl std::error::Error for Unfit {}

impl de::Error for Unfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Unfit
    }
}

impl<'de> IntoDeserializer<'de, Unfit> for Value<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Value<'de> {
    type Error = Unfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self {
            Value::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Value::Text(Cow::Owned(text)) => visitor.visit_string(text),
            Value::Texts(texts) => {
                let texts = texts.into_iter().map(Value::Text);
                visitor.visit_seq(SeqDeserializer::new(texts))
            }
            Value::Number(number) => visitor.visit_u32(number),
            Value::True => visitor.visit_bool(true),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        match self {
            Value::Text(text) => IntoDeserializer::<Unfit>::into_deserializer(text)
                .deserialize_enum(name, variants, visitor),
            _ => Err(Unfit),
        }
    }

    /// Refuses the value of a key that the kind of entry does not have: it is reported.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Unfit> {
        Err(Unfit)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier
    }
}

/// The other keys of an entry with their values.
struct Pairs<'l>(Vec<(&'l str, Value<'l>)>);

impl<'de> IntoDeserializer<'de, Unfit> for Pairs<'de> {
    type Deserializer = MapDeserializer<'de, std::vec::IntoIter<(&'de str, Value<'de>)>, Unfit>;

    fn into_deserializer(self) -> Self::Deserializer {
        MapDeserializer::new(self.0.into_iter())
    }
}
