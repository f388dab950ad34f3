//! What looks like a typo of something known.

use super::entry::EVERYBODY;
use super::person::is_everybody;
use super::topic::Topic;
use super::typo_index::without_digits;
use crate::text::{normalize, typed_day};

/// Finds the first of some known names, or else `everybody`, that `typed` looks like a typo of.
pub(super) fn typo_of<'n>(typed: &str, known: impl Iterator<Item = &'n str>) -> Option<String> {
    let wanted = normalize(typed);
    if is_everybody(typed) {
        return Some(EVERYBODY.to_owned());
    }
    let is_like = |name: &str| {
        if name == typed {
            return false;
        }
        let name = normalize(name);
        let is_half = name
            .strip_prefix(&wanted)
            .is_some_and(|rest| rest.starts_with('-'));
        is_half || is_typo(&name, &wanted)
    };
    known
        .chain([EVERYBODY])
        .find(|name| is_like(name))
        .map(str::to_owned)
}

/// Returns whether a topic looks like a typo of a known one, or its only heading like a typo of the known one's last
/// heading. A topic above or below another is not like it, and neither is `Languages/D` like `Languages/C`.
pub(super) fn is_like_topic(known: &Topic, typed: &Topic) -> bool {
    let (known, typed) = (known.normalized(), typed.normalized());
    let same_end = known
        .last()
        .zip(typed.last())
        .is_some_and(|(known, typed)| is_typo(known, typed));
    let mut pairs = known.iter().zip(&typed);
    let is_other = match known.len() == typed.len() {
        true => pairs.any(|(known, typed)| known != typed && !is_typo(known, typed)),
        false => pairs.all(|(known, typed)| known == typed),
    };
    !is_other && is_typo(&known.join("/"), &typed.join("/")) || (typed.len() == 1 && same_end)
}

/// Finds the known name that a name is most like, if it is near enough.
pub(crate) fn near<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<String> {
    let close = known
        .map(|known| (strsim::osa_distance(known, name), known))
        .filter(|(distance, known)| *distance <= known.len() / 3);
    close.min().map(|(_, known)| known.to_owned())
}

/// Returns the day that a word looks like a typo of, as a command takes it.
pub(crate) fn slip_of_day(typed: &str) -> Option<String> {
    const DAYS: &str = "today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday \
                        heute gestern morgen montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag";
    if typed_day(typed).is_some() || !typed.chars().all(char::is_alphabetic) {
        return None;
    }
    let typed = normalize(typed);
    let day = DAYS.split_whitespace().find(|day| is_typo(day, &typed));
    day.and_then(typed_day)
}

/// Returns whether two normalized texts differ by no more than a typo: by one letter; in seven letters or more by two;
/// in three or fewer only by two letters that changed places.
pub(crate) fn is_typo(known: &str, typed: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    let allowed = match known.chars().count().max(typed.chars().count()) {
        0..=3 if sorted(known) == sorted(typed) => 1,
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    };
    // A common beginning and end make no difference, and comparing them takes time if they are long.
    let (known, typed) = differing(known, typed);
    if known.chars().count().max(typed.chars().count()) > LONGEST_TYPO {
        return false;
    }
    let distance = strsim::osa_distance(known, typed);
    distance > 0 && distance <= allowed && without_digits(known) != without_digits(typed)
}

/// Returns whether two names differ by one letter, however short they are.
pub(crate) fn is_one_letter_off(known: &str, typed: &str) -> bool {
    const SHORTEST: usize = 3;
    let (known, typed) = (normalize(known), normalize(typed));
    let is_long = known.chars().count().max(typed.chars().count()) >= SHORTEST;
    is_long && strsim::osa_distance(&known, &typed) == 1
}

/// The maximum distance between the first and the last letter in which a typo differs from what was meant.
const LONGEST_TYPO: usize = 100;

/// Removes what two texts both begin and end with.
fn differing<'t>(mut one: &'t str, mut other: &'t str) -> (&'t str, &'t str) {
    let alike = |(one, other): &((usize, char), char)| one.1 == *other;
    let start = one
        .char_indices()
        .zip(other.chars())
        .take_while(alike)
        .last()
        .map_or(0, |((place, letter), _)| place + letter.len_utf8());
    (one, other) = (&one[start..], &other[start..]);
    let end: usize = one
        .chars()
        .rev()
        .zip(other.chars().rev())
        .take_while(|(one, other)| one == other)
        .map(|(letter, _)| letter.len_utf8())
        .sum();
    (&one[..one.len() - end], &other[..other.len() - end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_is_like_another_if_its_headings_are() {
        let is_like = |known: &str, typed: &str| {
            let topic = |path| Topic::parse(path).expect("a heading");
            is_like_topic(&topic(known), &topic(typed))
        };
        for (known, typed) in [
            ("Release Work", "Relaese Work"),
            ("Release Work/Stackless", "Release Work/Stackles"),
            ("Release Work/Stackless", "Release WorkStackless"),
            ("Release Work/Stackless", "Stackles"),
        ] {
            assert!(is_like(known, typed), "{known} {typed}");
        }
        for (known, typed) in [
            ("Languages", "Languages/C"),
            ("Languages/C", "Languages"),
            ("Languages/C", "Languages/D"),
            ("Languages/C", "Speed"),
        ] {
            assert!(!is_like(known, typed), "{known} {typed}");
        }
    }

    #[test]
    fn a_typo_is_one_letter_and_two_in_long_words() {
        for (known, typed) in [
            ("armin", "amrin"),
            ("anto", "ant"),
            ("samuele", "samule"),
            ("everybody", "evrybdy"),
            ("tim", "tmi"),
        ] {
            assert!(is_typo(known, typed), "{known} {typed}");
        }
        for (known, typed) in [
            ("armin", "armin"),
            ("bea", "ben"),
            ("armin", "arxxn"),
            ("samuele", "samanta"),
            ("niko", "ike"),
        ] {
            assert!(!is_typo(known, typed), "{known} {typed}");
        }
    }
}
