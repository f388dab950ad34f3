//! Meals, breaks and the like: with a time they stand in a plan so that people know when, and are no work.

use super::verbs::{first, is_verb, is_work, plain};
use crate::planning::form::Form;
use crate::planning::time::{is_time, mentions_time};
use crate::text::{is_of, normalize};

/// What happens on a day without work.
const BREAKS: &str = "abendessen abendbrot almuerzo apero aperitif beer beers bier break breakday breakfast brunch cafe cena coffee dejeuner \
                      diner dinner drinks essen fruhstuck holiday kaffee kaffeepause kuchen lunch mittagessen mittagspause pause pranzo \
                      snack snacks supper tea tee teatime";

/// Words in front of one: whose it is.
const WHOSE: &str = "common das der die ein eine gemeinsame gemeinsamer gemeinsames group joint our social sprint team the unser";

/// Words behind one that go on with it: what it is, where, and who comes.
const BEHIND: &str = "and am at auf bei beim break day im in mit on pause time und with";

/// What a day has at some time beside them.
const TIMES: &str = "abfahrt abreise ankunft anreise arrival arrivals beginn begin begins departure end ende ends finish start starts standup wrapup";

/// Returns whether a text only says when nobody works.
pub(super) fn is_break(text: &str) -> bool {
    let (word, rest) = text.trim().split_once(' ').unwrap_or((text, ""));
    is_of(BREAKS, &folded(word))
        && (rest.is_empty()
            || matches!(plain(rest).as_str(), "break" | "day" | "time")
            || is_time(rest))
}

/// Returns whether a line says when people eat, rest, come and go: a meal or the like with a time.
pub(super) fn is_meal(form: &Form) -> bool {
    let title = form.title.trim();
    if title.ends_with('?') || is_work(title) || is_verb(&first(title)) && !is_start(title) {
        return false;
    }
    let has_time = form.when.is_some() || mentions_time_of_day(title);
    has_time && (is_one(title) || is_start(title))
        || form
            .when
            .as_deref()
            .is_some_and(|when| is_food(when, title))
}

/// Returns whether a title is a meal or a break, with whose it is, where, or who comes.
fn is_one(title: &str) -> bool {
    let all: Vec<&str> = title.split_whitespace().collect();
    let mut rest = all.iter().skip_while(|word| is_of(WHOSE, &folded(word)));
    let meal = rest.next().copied().unwrap_or_default();
    // `Kaffee-Pause`, `Lunch/Brunch`.
    let plain = folded(meal);
    let mut parts = plain.split(|sign: char| !sign.is_alphanumeric());
    if plain.is_empty() || !parts.all(|word| is_of(BREAKS, word)) {
        return false;
    }
    let behind = rest.next().copied().unwrap_or_default();
    let word = folded(behind);
    // `Lunch: pizza`, `Lunch (pizza)`, `Lunch – pizza`.
    let is_sign = |sign: char| !sign.is_alphanumeric();
    meal.ends_with(is_sign)
        || behind.is_empty()
        || behind.starts_with(|sign: char| is_sign(sign) || sign.is_ascii_digit())
        || is_of(BREAKS, &word)
        || is_of(BEHIND, &word)
        || is_time(title.split_once(' ').map_or("", |(_, rest)| rest))
}

/// Returns whether a title says only that the day, or something of it, begins or ends.
fn is_start(title: &str) -> bool {
    const BESIDE: &str = "daily day der des sprint tag tages of the up wrap";
    let words = title.split_whitespace().map(folded);
    let words: Vec<String> = words.map(|word| word.replace('-', "")).collect();
    let is_left = |word: &&String| !is_time(word);
    let mut left = words.iter().filter(is_left).peekable();
    let is_any = words.iter().any(|word| is_of(TIMES, word)) || words.join(" ") == "wrap up";
    left.peek().is_some() && is_any && left.all(|word| is_of(TIMES, word) || is_of(BESIDE, word))
}

/// Returns whether a time ends with a meal, and what follows is only what there is to eat: `19:00 Abendessen: Pizza`.
fn is_food(when: &str, title: &str) -> bool {
    const NOT_THEN: &str = "after ab before bis nach until vor since seit";
    const MOST: usize = 3;
    let mut words = when.split_whitespace().map(folded);
    let is_then = words.clone().all(|word| !is_of(NOT_THEN, &word));
    let is_meal = words.next_back().is_some_and(|word| is_of(BREAKS, &word));
    is_then && is_meal && mentions_time_of_day(when) && title.split_whitespace().count() <= MOST
}

/// Returns whether a text has a time of day, and not only the name of a meal, which says when as well.
fn mentions_time_of_day(text: &str) -> bool {
    text.contains(|sign: char| sign.is_ascii_digit()) && mentions_time(text)
}

fn folded(word: &str) -> String {
    normalize(&plain(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(title: &str, when: Option<&str>) -> bool {
        is_meal(&Form {
            title: title.to_owned(),
            when: when.map(str::to_owned),
            ..Form::default()
        })
    }

    #[test]
    fn meals_and_the_like_with_a_time_are_no_work() {
        for title in [
            "Lunch",
            "team lunch",
            "gemeinsames Abendessen",
            "coffee break",
            "Kaffee-Pause",
            "Mittagessen in der Hütte",
            "Breakfast (Ida cooks)",
            "dinner: pizza",
            "drinks and snacks",
            "Pause",
            "start",
            "sprint start",
            "Ende",
            "daily standup",
            "wrap-up",
            "Ankunft",
        ] {
            assert!(is(title, Some("12:30")), "{title}");
        }
        for title in ["Kaffee um 15:30", "Lunch 12:30", "tea at 4 pm", "end 18:00"] {
            assert!(is(title, None), "{title}");
        }
        assert!(is("Pizza", Some("19:00 Abendessen")));
        for title in [
            "port the scanner",
            "cook dinner",
            "organise lunch",
            "Lunch vorbereiten",
            "tea server: port it",
            "Kaffee kaufen",
            "break the cycle",
            "start the server",
            "finish the docs",
            "end-to-end tests",
            "lunch?",
        ] {
            assert!(!is(title, Some("12:30")), "{title}");
        }
        for title in ["Lunch", "Kaffee", "lunch with sponsors", "start"] {
            assert!(!is(title, None), "{title}");
        }
        assert!(!is("port the scanner", Some("after lunch")));
        assert!(!is("which license", Some("12:30 after lunch")));
    }
}
