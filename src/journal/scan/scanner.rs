//! The tokens of a log: words, texts, numbers, days and times.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use foldhash::HashMap;
use lean_string::LeanString;
use memchr::{memchr, memchr3};
use thin_vec::ThinVec;

use crate::domain::{EntryId, Label, Role, Topic};

/// Most nicks and ids are not longer, in bytes.
const SHORT: usize = 16;

/// The topics that were read. Many entries are filed under the same few.
#[derive(Debug, Default)]
pub struct KnownTopics(HashMap<Box<str>, Topic>);

/// What is left of a log.
pub(super) struct Scanner<'l, 't> {
    pub(super) rest: &'l str,
    topics: &'t mut KnownTopics,
    /// The last day and the last offset from UTC that were read: mostly those of the next time, too.
    day: Option<([u8; 10], NaiveDate)>,
    zone: Option<([u8; 6], FixedOffset)>,
}

/// A basic string without its quotation marks.
pub(super) enum Quoted<'l> {
    /// As it is written.
    Plain(&'l str),
    /// Written with backslashes.
    Escaped(String),
}

impl<'l, 't> Scanner<'l, 't> {
    pub(super) fn of(log: &'l str, topics: &'t mut KnownTopics) -> Self {
        Scanner {
            rest: log,
            topics,
            day: None,
            zone: None,
        }
    }

    /// Takes a token of ASCII. Its length is known at compile time, so the comparison is inlined.
    pub(super) fn skip<const N: usize>(&mut self, token: &[u8; N]) -> Option<()> {
        if self.rest.as_bytes().first_chunk() != Some(token) {
            return None;
        }
        self.take(N).map(|_| ())
    }

    /// Returns the next bytes without taking them.
    fn next<const N: usize>(&self) -> Option<[u8; N]> {
        self.rest.as_bytes().first_chunk().copied()
    }

    pub(super) fn take(&mut self, length: usize) -> Option<&'l str> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    /// Takes what is before the next blank.
    pub(super) fn word(&mut self) -> Option<&'l str> {
        let end = self.rest.bytes().position(|byte| byte == b' ')?;
        self.take(end)
    }

    /// Takes a number of so many digits, at most nine.
    pub(super) fn number<const N: usize>(&mut self) -> Option<u32> {
        let number = decimal(self.next::<N>()?)?;
        self.take(N)?;
        Some(number)
    }

    /// Takes the number of an item.
    pub(super) fn item_number(&mut self) -> Option<u32> {
        let length = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        if length > 9 || self.rest.starts_with('0') {
            return None;
        }
        let number = self.take(length)?.parse().ok()?;
        Label::is_number(number).then_some(number)
    }

    pub(super) fn role(&mut self) -> Option<Role> {
        self.text()?.parse().ok()
    }

    pub(super) fn id(&mut self) -> Option<EntryId> {
        match self.quoted()? {
            Quoted::Plain(id) => EntryId::parse(id),
            Quoted::Escaped(_) => None,
        }
    }

    pub(super) fn topic(&mut self) -> Option<Topic> {
        match self.quoted()? {
            Quoted::Plain(text) => {
                if let Some(known) = self.topics.0.get(text) {
                    return Some(known.clone());
                }
                let topic = Topic::parse(text)?;
                self.topics.0.insert(text.into(), topic.clone());
                Some(topic)
            }
            Quoted::Escaped(text) => Topic::parse(&text),
        }
    }

    pub(super) fn topic_or_none(&mut self) -> Option<Option<Topic>> {
        match self.skip(b"\"\"") {
            Some(()) => Some(None),
            None => self.topic().map(Some),
        }
    }

    pub(super) fn text(&mut self) -> Option<LeanString> {
        Some(match self.quoted()? {
            Quoted::Plain(text) => text.into(),
            Quoted::Escaped(text) => text.into(),
        })
    }

    /// Takes a basic string.
    pub(super) fn quoted(&mut self) -> Option<Quoted<'l>> {
        self.skip(b"\"")?;
        let plain = self.plain()?;
        if self.skip(b"\"").is_some() {
            return Some(Quoted::Plain(plain));
        }
        let mut text = plain.to_owned();
        loop {
            match self.take(1)? {
                "\"" => return Some(Quoted::Escaped(text)),
                "\\" => text.push(self.escaped()?),
                _ => return None,
            }
            text.push_str(self.plain()?);
        }
    }

    /// Takes what is before the next quotation mark, backslash or newline.
    pub(super) fn plain(&mut self) -> Option<&'l str> {
        let bytes = self.rest.as_bytes();
        // Most texts are names, for which a search that begins with preparations is too much.
        let (start, rest) = bytes.split_at(bytes.len().min(SHORT));
        let end = start
            .iter()
            .position(|byte| matches!(byte, b'"' | b'\\' | b'\n'));
        let end = end.or_else(|| Some(SHORT + memchr3(b'"', b'\\', b'\n', rest)?))?;
        self.take(end)
    }

    /// Takes what follows a backslash.
    pub(super) fn escaped(&mut self) -> Option<char> {
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

    pub(super) fn texts(&mut self) -> Option<ThinVec<LeanString>> {
        self.skip(b"[")?;
        let end = memchr(b']', self.rest.as_bytes())?;
        let commas = self.rest.as_bytes()[..end].iter();
        let commas = commas.filter(|byte| **byte == b',').count();
        let mut texts = ThinVec::with_capacity(commas + usize::from(end > 0));
        while self.skip(b"]").is_none() {
            if !texts.is_empty() {
                self.skip(b", ")?;
            }
            texts.push(self.text()?);
        }
        Some(texts)
    }

    pub(super) fn day(&mut self) -> Option<NaiveDate> {
        let text = self.next()?;
        if let Some((known, day)) = self.day
            && known == text
        {
            self.take(text.len())?;
            return Some(day);
        }
        let day = self.new_day()?;
        self.day = Some((text, day));
        Some(day)
    }

    pub(super) fn new_day(&mut self) -> Option<NaiveDate> {
        let year = self.number::<4>()?;
        self.skip(b"-")?;
        let month = self.number::<2>()?;
        self.skip(b"-")?;
        NaiveDate::from_ymd_opt(year.try_into().ok()?, month, self.number::<2>()?)
    }

    pub(super) fn time(&mut self) -> Option<DateTime<FixedOffset>> {
        let day = self.day()?;
        let [b'T', h1, h2, b':', m1, m2, b':', s1, s2, b'.', f1, f2, f3] = self.next()? else {
            return None;
        };
        let (hour, minute) = (decimal([h1, h2])?, decimal([m1, m2])?);
        let (second, milli) = (decimal([s1, s2])?, decimal([f1, f2, f3])?);
        self.take("T00:00:00.000".len())?;
        let time = NaiveTime::from_hms_milli_opt(hour, minute, second, milli)?;
        let zone = self.zone()?;
        let utc = day.and_time(time).checked_sub_offset(zone)?;
        Some(DateTime::from_naive_utc_and_offset(utc, zone))
    }

    pub(super) fn zone(&mut self) -> Option<FixedOffset> {
        let text = self.next()?;
        if let Some((known, zone)) = self.zone
            && known == text
        {
            self.take(text.len())?;
            return Some(zone);
        }
        let zone = self.new_zone()?;
        self.zone = Some((text, zone));
        Some(zone)
    }

    pub(super) fn new_zone(&mut self) -> Option<FixedOffset> {
        let sign = match self.take(1)? {
            "+" => 1,
            "-" => -1,
            _ => return None,
        };
        let hours = self.number::<2>().filter(|hours| *hours < 24)?;
        self.skip(b":")?;
        let minutes = self.number::<2>().filter(|minutes| *minutes < 60)?;
        let offset = i32::try_from(hours * 60 + minutes).ok()? * 60;
        FixedOffset::east_opt(sign * offset)
    }
}

/// Returns the number that some digits are, at most nine.
fn decimal<const N: usize>(digits: [u8; N]) -> Option<u32> {
    digits.into_iter().try_fold(0, |number, digit| {
        let value = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
        Some(number * 10 + value)
    })
}
