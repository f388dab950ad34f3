//! Words that say when something is to happen, in English and in German.

use chrono::NaiveDate;

use crate::text::{full_day, is_of, is_two_letter_day, normalize, other_dates};

/// Words before a day in two letters that say so.
const BEFORE_DAYS: &str = "ab am bis seit";

/// Other words that say a time by themselves.
const TIMES: &str = "today tonight tomorrow yesterday morning mornings afternoon afternoons evening evenings noon midday midnight \
                     breakfast lunch lunchtime dinner coffee weekend \
                     heute morgen ubermorgen gestern vormittag vormittags nachmittag nachmittags mittag mittags abend abends \
                     mitternacht fruhstuck mittagessen mittagspause kaffeepause abendessen wochenende";

/// Those that say another day tomorrow.
const RELATIVE: &str = "today tonight tomorrow yesterday heute morgen ubermorgen gestern";

/// Those that are something to go to, too, and may be the title.
const MEALS: &str = "breakfast lunch lunchtime dinner coffee \
                     fruhstuck mittagessen mittagspause kaffeepause abendessen";

/// Words that go with them.
const WITH_TIMES: &str = "a about after around at approx before between by ca circa day during early earliest every first for from \
                          half in last late later latest next of onwards or past planned probably quarter scheduled sharp should since \
                          start starting starts the then this till time to until week and break \
                          ab bis das dem den der die etwa fruh fruhestens gegen halb jeden kurz nach nachste nachsten nachster \
                          seit spatestens und viertel vom von vor woche zum zur zwischen";

/// Words that lead a day or a time of day.
const JOINTS: &str = "am at on um";

/// Words behind a number that make an hour of it, and words before it.
const BEHIND_HOURS: &str = "a.m am o'clock p.m pm uhr";
const BEFORE_HOURS: &str = "at gegen halb past um";

const MONTHS: &str = "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov \
                      november dec december januar februar marz mai juni juli okt oktober dez dezember";

/// The first hour of a day at which a sprint may meet.
const EARLIEST: u32 = 7;

/// What a word says about when.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Word {
    Day,
    /// A day in two letters.
    ShortDay,
    Date,
    Clock,
    /// An hour that only a word before it makes one.
    Hour,
    /// An hour and minutes behind a day; else it may be a version.
    Dotted,
    Number,
    Month,
    /// What leads a day or a time of day.
    Joint,
    Beside,
}

/// Returns whether a text says when, and nothing else: `Thu 17:00`, `after lunch`, `on Sunday`, `ab Mittwoch`.
pub fn is_time(text: &str) -> bool {
    words(text).is_some_and(|words| {
        let has = |wanted: Word| words.contains(&wanted);
        has(Word::Day)
            || has(Word::Date)
            || has(Word::Clock)
            || has(Word::Hour)
            || has(Word::Month) && has(Word::Number)
    })
}

/// Returns whether a text says when among other words: a day, a date or a time of day.
pub fn mentions_time(text: &str) -> bool {
    let text = normalize(text);
    let all = apart(&text);
    let words = (0..all.len()).filter_map(|place| word(&all, place));
    let words: Vec<Word> = words.collect();
    let is_one = |word: &Word| matches!(word, Word::Day | Word::Date | Word::Clock | Word::Hour);
    words.iter().any(is_one) || words.contains(&Word::Month) && words.contains(&Word::Number)
}

/// Returns a text without the signs around it if it says when, and nothing else: `17:00` of `@ 17:00`.
pub fn bare_time(text: &str) -> Option<&str> {
    const SIGNS: &str = "@-–—,:;/|";
    let is_sign = |sign: char| sign.is_whitespace() || SIGNS.contains(sign);
    let bare = text.trim_matches(is_sign);
    let inner = bare
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'));
    let bare = inner.filter(|inner| !inner.contains(')')).unwrap_or(bare);
    // What stands behind `17:00: ` is something else.
    let front = bare.split_once(": ").map(|(front, _)| front);
    let ends_before =
        front.is_some_and(|front| front.ends_with(|sign: char| sign.is_ascii_digit()));
    (is_time(bare) && !ends_before).then(|| bare.trim_matches(is_sign))
}

/// Returns the time of day with which a text ends, perhaps with the day, and the text before it: `the index`, `Thu at 14:30`.
/// Before it stands a comma, `at` or a weekday: `version 3:10` is none. No day is one that is another tomorrow.
pub fn time_at_end(text: &str) -> Option<(&str, &str)> {
    const MOST: usize = 4;
    let blanks = text.rmatch_indices(' ').take(MOST);
    let cuts = blanks.map(|(at, _)| {
        (
            text[..at].trim_end_matches([' ', ',', '-', '–', '—']),
            &text[at + 1..],
        )
    });
    let has_clock = |when: &str| words(when).is_some_and(|words| words.contains(&Word::Clock));
    let is_whole = |when: &str| when.matches('(').count() == when.matches(')').count();
    let found = cuts.filter(|(front, when)| {
        !front.is_empty() && is_time(when) && has_clock(when) && is_whole(when)
    });
    let inner = |when: &'_ str| when.len() - when.trim_start_matches('(').len();
    let is_relative = apart(&normalize(text))
        .into_iter()
        .any(|word| is_of(RELATIVE, word));
    found
        .last()
        .filter(|(_, when)| !is_relative && is_led(text, when))
        .map(|(front, when)| (front, when[inner(when)..].trim_end_matches(')')))
}

/// Returns whether what stands before the clock of `when`, the end of a text, makes it one.
fn is_led(text: &str, when: &str) -> bool {
    let is_date = |word: &str| is_date(word.trim_matches(['(', ')', ',']));
    let is_clock = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit()) && !is_date(word);
    let Some(clock) = when.split_whitespace().find(is_clock) else {
        return false;
    };
    let before = text[..clock.as_ptr() as usize - text.as_ptr() as usize].trim_end();
    let word = before.rsplit([' ', '(']).next().unwrap_or_default();
    let word = normalize(word);
    before.ends_with([',', '@']) || is_of("at um", &word) || full_day(&word).is_some()
}

/// Cuts off a time of day with which a text begins, perhaps with the day: `14:00 apples`, `Fri 11:00 - 12:00: apples`. A number with a
/// dot is one only behind the day, as it may be a version. A meal is a time only before a sign: `dinner at 19:00 at the lake` is a title.
pub fn time_in_front(text: &str) -> Option<(&str, &str)> {
    const MOST: usize = 6;
    const SIGNS: [char; 7] = ['-', '–', '—', ',', ':', '.', ' '];
    let first = text.split_whitespace().take(MOST);
    let ends = first.map(|word| word.as_ptr() as usize + word.len() - text.as_ptr() as usize);
    let ends: Vec<usize> = ends.collect();
    ends.into_iter().rev().find_map(|end| {
        let (when, rest) = text.split_at(end);
        let title = rest.trim_start_matches(SIGNS);
        let words = words(when)?;
        let is_end = !matches!(words.last(), Some(Word::Joint));
        // Other words that go with a time may belong to the title.
        let is_certain = !words
            .iter()
            .any(|word| matches!(word, Word::Beside | Word::Number | Word::Hour));
        let is_time = words.contains(&Word::Clock) && is_end && is_certain;
        let bare = when.trim_end_matches(SIGNS);
        let between = &text[bare.len()..text.len() - title.len()];
        let is_divided = !between.trim().is_empty();
        (is_time && title.starts_with(char::is_alphabetic) && (is_divided || !has_meal(when)))
            .then_some((bare, title))
    })
}

fn has_meal(text: &str) -> bool {
    apart(&normalize(text))
        .into_iter()
        .any(|word| is_of(MEALS, word))
}

/// Reads the words of a text; `None` if one of them is not of a time.
fn words(text: &str) -> Option<Vec<Word>> {
    let text = normalize(&text.replace('@', " at "));
    let all = apart(&text);
    let words = (0..all.len()).map(|place| word(&all, place));
    let mut words = words.collect::<Option<Vec<Word>>>()?;
    let has = |words: &[Word], wanted: &[Word]| words.iter().any(|word| wanted.contains(word));
    let is_led = |place: usize| place > 0 && is_of(BEFORE_DAYS, all[place - 1]);
    let mut short = words
        .iter()
        .enumerate()
        .filter(|(_, word)| **word == Word::ShortDay);
    if has(&words, &[Word::ShortDay])
        && !has(&words, &[Word::Clock, Word::Dotted, Word::Date])
        && !short.any(|(place, _)| is_led(place))
    {
        return None;
    }
    if has(&words, &[Word::Dotted]) && !has(&words, &[Word::Day, Word::ShortDay, Word::Date]) {
        return None;
    }
    for word in &mut words {
        match word {
            Word::ShortDay => *word = Word::Day,
            Word::Dotted => *word = Word::Clock,
            _ => {}
        }
    }
    Some(words)
}

/// Cuts a folded text into words, at the signs between them too, unless they are those of a date.
fn apart(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    for word in text.split(' ') {
        let word = word.trim_matches(['(', ')', ',', ':', ';', '?', '!']);
        if is_date(word) {
            all.push(word);
            continue;
        }
        let pieces = word.split(|letter| ",/-–—~()&".contains(letter));
        let pieces = pieces.map(|piece| piece.trim_end_matches(['.', ':', '?', '!']));
        all.extend(pieces.filter(|piece| !piece.is_empty()));
    }
    all
}

/// Tells what one of the words of a text says, with what those beside it say.
fn word(all: &[&str], place: usize) -> Option<Word> {
    let word = all[place];
    let before = place.checked_sub(1).map_or("", |place| all[place]);
    let after = all.get(place + 1).copied().unwrap_or_default();
    let is_hour = |word: &str| is_clock(word) || is_dotted(word) || is_number_to(word, 24);
    Some(match word {
        _ if is_date(word) => Word::Date,
        _ if is_of(TIMES, word) || full_day(word).is_some() => Word::Day,
        _ if is_clock(word)
            || is_of(BEHIND_HOURS, after) && is_hour(word)
            || is_of(BEHIND_HOURS, word) && is_hour(before) =>
        {
            Word::Clock
        }
        _ if is_of(BEFORE_HOURS, before) && is_hour(word) => Word::Hour,
        _ if is_dotted(word) => Word::Dotted,
        _ if is_number(word) => Word::Number,
        _ if is_of(MONTHS, word) => Word::Month,
        _ if is_of(JOINTS, word) => Word::Joint,
        _ if is_of(WITH_TIMES, word) => Word::Beside,
        _ if is_two_letter_day(word) => Word::ShortDay,
        _ => return None,
    })
}

/// Returns whether a word is a date: `2017-02-28`, `28.2.`, `28.02.2017`.
fn is_date(word: &str) -> bool {
    const ANY_LEAP_YEAR: i32 = 2024;
    let dots = word.matches('.').count();
    let year = word.rsplit('.').next().unwrap_or_default();
    // Other numbers with dots are versions.
    let is_dotted = dots == 2
        && (year.is_empty() || year.len() == 4)
        && word
            .bytes()
            .all(|sign| sign == b'.' || sign.is_ascii_digit());
    NaiveDate::parse_from_str(word, "%Y-%m-%d").is_ok()
        || is_dotted && !other_dates(word, Some(ANY_LEAP_YEAR)).is_empty()
}

/// Returns whether a word is a time of day: `16:30`, `16.30h`, `5pm`, `17h30`.
fn is_clock(word: &str) -> bool {
    let hour = ["am", "pm", "h", "uhr"]
        .iter()
        .find_map(|half| word.strip_suffix(half));
    let is_time = |word: &str| is_hour_and_minutes(word, &[':', 'h']);
    // `2h` is how long something takes.
    let is_duration =
        word.ends_with('h') && hour.is_some_and(|hour| is_number_to(hour, EARLIEST - 1));
    hour.is_some_and(|hour| is_number_to(hour, 24) || is_dotted(hour)) && !is_duration
        || is_time(hour.unwrap_or(word))
}

/// Returns whether a word is an hour and minutes as they are written in German, or a version: `16.30`.
fn is_dotted(word: &str) -> bool {
    is_hour_and_minutes(word, &['.'])
}

fn is_hour_and_minutes(word: &str, signs: &[char]) -> bool {
    word.split_once(signs).is_some_and(|(hour, minutes)| {
        is_number_to(hour, 24) && minutes.len() == 2 && is_number_to(minutes, 59)
    })
}

fn is_number_to(word: &str, most: u32) -> bool {
    (1..=2).contains(&word.len())
        && word.bytes().all(|digit| digit.is_ascii_digit())
        && word.parse().is_ok_and(|number: u32| number <= most)
}

/// Returns whether a word is a number, perhaps of a day: `28`, `3rd`.
fn is_number(word: &str) -> bool {
    let number = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(word);
    !number.is_empty() && number.len() <= 4 && number.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_nothing_but_words_that_say_when() {
        for text in [
            "Thu 17:00",
            "at 16.30",
            "after lunch",
            "today",
            "on Sunday",
            "today at 16.00",
            "Tuesday",
            "2017-02-28",
            "28 February",
            "tomorrow morning",
            "Mon-Wed",
            "5pm",
            "should start sunday",
            "16.30h",
            "17 Uhr",
            "um 17 Uhr",
            "13:30 Uhr",
            "14-16 Uhr",
            "Di 10:00",
            "Mi, 10.15 Uhr",
            "ab Mi",
            "ab Mittwoch",
            "bis Freitag Mittag",
            "Donnerstag nachmittag",
            "am 1. Dezember",
            "Mo 30.11.",
            "30.11.2026",
            "morgen früh",
            "Tuesdays",
            "at 5",
            "half past 5",
            "5 pm",
            "10 a.m.",
            "Tue @ 5",
            "17h30",
        ] {
            assert!(is_time(text), "{text}");
        }
        for text in [
            "",
            "at",
            "12",
            "and test it",
            "the afternoon talk about GC",
            "may",
            "Carl",
            "5-6x",
            "later",
            "after the release",
            "3.11",
            "1.2.3",
            "16",
            "so",
            "do mi so",
            "17 bugs",
            "99:99",
            "um",
            "look at 5",
        ] {
            assert!(!is_time(text), "{text}");
        }
    }

    #[test]
    fn a_time_of_day_may_stand_in_front() {
        for (text, expected) in [
            ("14:00 apples", ("14:00", "apples")),
            ("at 14:00: apples", ("at 14:00", "apples")),
            ("Fri 11:00 apples", ("Fri 11:00", "apples")),
            ("Fri, 11.00 - apples", ("Fri, 11.00", "apples")),
            ("14:00-15:00 the apples", ("14:00-15:00", "the apples")),
            ("14:00 - 15:00, apples", ("14:00 - 15:00", "apples")),
            ("2017-02-28 5pm apples", ("2017-02-28 5pm", "apples")),
            ("17 Uhr: Äpfel", ("17 Uhr", "Äpfel")),
            ("Di 10:00 Äpfel", ("Di 10:00", "Äpfel")),
            ("14:00 the Monday apples", ("14:00", "the Monday apples")),
            ("14:00 at home", ("14:00", "at home")),
            (
                "heute um 19 Uhr im Keller",
                ("heute um 19 Uhr", "im Keller"),
            ),
            ("Lunch, 12:00: the park", ("Lunch, 12:00", "the park")),
        ] {
            assert_eq!(time_in_front(text), Some(expected), "{text}");
        }
        for text in [
            "3.11 is out",
            "Friday apples",
            "14:00",
            "at home",
            "apples at 14:00",
            "9:00 - 12",
            "9:00 12 apples",
            "at 5 apples",
            "dinner at 19:00 at the lake",
            "Abendessen um 19 Uhr im Keller",
            "Coffee 15:00 with Ida",
            "",
        ] {
            assert_eq!(time_in_front(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_of_day_may_stand_at_the_end() {
        for (text, expected) in [
            ("call Mira, 14:30", ("call Mira", "14:30")),
            ("call Mira at 5 pm", ("call Mira", "at 5 pm")),
            ("call Mira um 14 Uhr", ("call Mira", "um 14 Uhr")),
            ("intro Fri 17:00", ("intro", "Fri 17:00")),
            ("intro (Freitag, 17:00)", ("intro", "Freitag, 17:00")),
            ("intro @ 17:00", ("intro", "@ 17:00")),
        ] {
            assert_eq!(time_at_end(text), Some(expected), "{text}");
        }
        for text in [
            "fix the bug in version 3:10",
            "scale it to 16:10",
            "merge 14:30 and later",
            "cut the build to 10h",
            "look at 3:1",
            "look at 3:75",
            "meet today, 16:00",
            "meet tomorrow at 16:00",
            "Treffen heute um 16 Uhr",
        ] {
            assert_eq!(time_at_end(text), None, "{text}");
        }
    }

    #[test]
    fn a_word_of_any_length_is_read() {
        assert!(!is_time(&"h".repeat(1_000_000)));
        assert!(!is_time(&"am".repeat(1_000_000)));
    }
}
