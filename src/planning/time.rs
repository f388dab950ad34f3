//! Words that say when something is to happen.

use chrono::NaiveDate;

use super::listed::is_of;
use crate::text::normalize;

/// Words that say a time by themselves.
const TIMES: &str = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun mondays \
                     today tonight tomorrow yesterday morning mornings afternoon afternoons evening evenings noon midday midnight \
                     breakfast lunch lunchtime dinner coffee weekend";

/// Words that go with them.
const WITH_TIMES: &str = "a about after around at approx before between by ca circa day during early earliest every first for from \
                          in last late later latest next o'clock of on or planned probably scheduled sharp should since start starting \
                          starts the then this till time to until and week break onwards";

const MONTHS: &str = "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov \
                      november dec december";

/// Returns whether a text says when, and nothing else: `Thu 17:00`, `after lunch`, `on Sunday`.
pub fn is_time(text: &str) -> bool {
    let text = normalize(text);
    let words = text.split(|letter: char| letter.is_whitespace() || ",/-–—~()&".contains(letter));
    let words: Vec<&str> = words
        .map(|word| word.trim_end_matches(['.', ':', '?', '!']))
        .filter(|word| !word.is_empty())
        .collect();
    let has_time = text.split_whitespace().any(is_date)
        || words
            .iter()
            .any(|word| is_of(TIMES, word) || is_clock(word))
        || words.iter().any(|word| is_of(MONTHS, word)) && words.iter().any(|word| is_number(word));
    let is_part = |word: &&str| {
        is_of(TIMES, word)
            || is_of(WITH_TIMES, word)
            || is_of(MONTHS, word)
            || is_clock(word)
            || is_number(word)
    };
    has_time && words.iter().all(is_part)
}

/// Cuts off a time of day with which a text begins, perhaps with the day: `14:00 apples`, `Fri 11:00 - 12:00: apples`. A number with a
/// dot is one only behind the day, as it may be a version.
pub fn time_in_front(text: &str) -> Option<(&str, &str)> {
    const MOST: usize = 6;
    const SIGNS: [char; 7] = ['-', '–', '—', ',', ':', '.', ' '];
    let mut has_clock = false;
    let mut has_day = false;
    let mut end = 0;
    for word in text.split_whitespace().take(MOST) {
        let bare = normalize(word.trim_matches(SIGNS));
        let is_day = is_of(TIMES, &bare) || is_date(&bare);
        let mut times = bare.split(['-', '–']).peekable();
        let is_clock = times.all(|time| is_clock(time) && (has_day || !time.contains('.')));
        let goes_on = bare.is_empty() || ["at", "on"].contains(&bare.as_str());
        if !(is_day || is_clock || goes_on) {
            break;
        }
        has_day |= is_day;
        has_clock |= is_clock;
        if is_day || is_clock {
            end = word.as_ptr() as usize + word.len() - text.as_ptr() as usize;
        }
    }
    let (when, rest) = text.split_at(end);
    let title = rest.trim_start_matches(SIGNS);
    (has_clock && title.starts_with(char::is_alphabetic))
        .then(|| (when.trim_end_matches(SIGNS), title))
}

/// Returns whether a word is a date: `2017-02-28`.
fn is_date(word: &str) -> bool {
    NaiveDate::parse_from_str(word, "%Y-%m-%d").is_ok()
}

/// Returns whether a word is a time of day: `16.30`, `5pm`.
fn is_clock(word: &str) -> bool {
    let digits = |text: &str| {
        (1..=2).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit())
    };
    let hour = ["am", "pm", "h"]
        .iter()
        .find_map(|half| word.strip_suffix(half));
    let is_time = |word: &str| {
        word.split_once([':', '.'])
            .is_some_and(|(hour, minute)| digits(hour) && minute.len() == 2 && digits(minute))
    };
    hour.is_some_and(digits) || is_time(hour.unwrap_or(word))
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
            "",
        ] {
            assert_eq!(time_in_front(text), None, "{text}");
        }
    }

    #[test]
    fn a_word_of_any_length_is_read() {
        assert!(!is_time(&"h".repeat(1_000_000)));
        assert!(!is_time(&"am".repeat(1_000_000)));
    }
}
