//! How many words go on with the value of an option: those of a name, of a topic, of an item or of a time.

use super::time::is_time;
use crate::domain::{Sprint, Topic};

/// Words that begin a time and never are one.
const LEADS_ON: [&str; 9] = [
    "on", "at", "after", "before", "until", "from", "this", "next", "in",
];

const PARTS_OF_DAY: [&str; 6] = ["morning", "noon", "lunch", "afternoon", "evening", "night"];

/// How many words are looked at for the end of a name.
const LONGEST_NAME: usize = 6;

/// The names that may go on with the value of an option.
#[derive(Clone, Copy)]
pub struct KnownNames<'s> {
    pub sprint: &'s Sprint,
    /// The topics in the settings.
    pub topics: &'s [Topic],
}

impl KnownNames<'_> {
    /// Counts the words that may go on with the value of an option. `value_name`: what it is called in the help.
    pub fn going_on(self, value_name: &str, value: &[String], following: &[String]) -> usize {
        let is_name = |count: usize| {
            let words = [value, &following[..count]].concat();
            match value_name {
                "PEOPLE" | "WHO" => self.sprint.are_people(&words),
                "TOPIC" => self.sprint.begins_topic(&words.join(" "), self.topics),
                "ITEM" => self.sprint.has_phrase(&words.join(" ")),
                _ => false,
            }
        };
        let mut longest = 0;
        for count in 1..=following.len() {
            if is_name(count) {
                longest = count;
            } else if count - longest > LONGEST_NAME {
                break;
            }
        }
        longest
    }

    /// Counts the words that go on with a list of people that ends in a comma: a name, and after each comma one more. `None` if it
    /// is not clear where that ends.
    pub fn going_on_list(self, following: &[String]) -> Option<usize> {
        let mut taken = 0;
        while let Some(rest) = following.get(taken..).filter(|rest| !rest.is_empty()) {
            let lengths = 1..=LONGEST_NAME.min(rest.len());
            let is_one = |count: &usize| self.sprint.count_people(&rest[..*count]) == Some(1);
            let length = lengths.rev().find(is_one);
            taken += length.unwrap_or(1);
            let is_listed = |word: &String| word.starts_with(',') || is_and(word);
            let goes_on = following[taken - 1].ends_with(',')
                || is_and(&following[taken - 1])
                || following.get(taken).is_some_and(is_listed);
            let is_end = taken == following.len();
            if length.is_none() && !goes_on && !is_end {
                return None;
            }
            if !goes_on {
                break;
            }
        }
        let rest = &following[taken..];
        let are_more =
            (1..=LONGEST_NAME.min(rest.len())).any(|count| self.sprint.are_people(&rest[..count]));
        (!are_more).then_some(taken)
    }
}

/// Returns whether a word joins two names, as a comma does.
pub fn is_and(word: &str) -> bool {
    [",", "and", "und", "&"].contains(&word)
}

/// Counts the words that go on with a time that begins with `value`.
pub fn going_on_time(value: &[String], following: &[String]) -> usize {
    let leads_on = value
        .last()
        .is_some_and(|word| LEADS_ON.contains(&word.as_str()));
    let first = following[0].to_lowercase();
    usize::from(leads_on || is_time(&first) || PARTS_OF_DAY.contains(&first.as_str()))
}
