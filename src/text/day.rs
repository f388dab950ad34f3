//! The names of days, in English, in German and in other languages.

use chrono::{NaiveDate, Weekday};

use super::listed::is_of;
use super::normalize::normalize;

/// The days with their names. The last one, in two letters, is a word as well: it is a day only where something else says so.
const DAYS: [(Weekday, &str, &str); 7] = [
    (
        Weekday::Mon,
        "mon monday montag lundi lunes lunedi maandag",
        "mo",
    ),
    (
        Weekday::Tue,
        "tue tues tuesday dienstag mardi martes martedi dinsdag",
        "di",
    ),
    (
        Weekday::Wed,
        "wed wednesday mittwoch mercredi miercoles mercoledi woensdag",
        "mi",
    ),
    (
        Weekday::Thu,
        "thu thur thurs thursday donnerstag jeudi jueves giovedi donderdag",
        "do",
    ),
    (
        Weekday::Fri,
        "fri friday freitag vendredi viernes venerdi vrijdag",
        "fr",
    ),
    (
        Weekday::Sat,
        "sat saturday samstag sonnabend samedi sabado sabato zaterdag",
        "sa",
    ),
    (
        Weekday::Sun,
        "sun sunday sonntag dimanche domingo domenica zondag",
        "so",
    ),
];

/// Returns the day that a word names: `Tue`, `Tuesdays`, `Dienstag`, `Di`.
pub(crate) fn weekday(word: &str) -> Option<Weekday> {
    let word = normalize(word);
    let short = || DAYS.iter().find(|(.., short)| *short == word);
    full_day(&word).or_else(|| short().map(|(day, ..)| *day))
}

/// Returns whether a word is a day in its short form, `Thu` or `Mi`, which nobody has as a surname.
pub(crate) fn is_short_day(word: &str) -> bool {
    let word = normalize(word);
    let begins = |name: &str| name.len() > word.len() && name.starts_with(&word);
    DAYS.iter().any(|(_, names, short)| {
        *short == word || is_of(names, &word) && names.split(' ').any(begins)
    })
}

/// Returns the day that a folded word names beyond doubt.
pub(crate) fn full_day(word: &str) -> Option<Weekday> {
    let one = word.strip_suffix('s');
    let one = one.filter(|one| one.ends_with("day") || one.ends_with("tag"));
    let is_it = |(_, names, _): &&(Weekday, &str, &str)| is_of(names, one.unwrap_or(word));
    DAYS.iter().find(is_it).map(|(day, ..)| *day)
}

/// Returns whether a folded word is a day in two letters, which is a word as well.
pub(crate) fn is_two_letter_day(word: &str) -> bool {
    DAYS.iter().any(|(.., short)| *short == word)
}

/// Returns the weekday that a command takes a word for: in English alone.
pub(crate) fn typed_weekday(word: &str) -> Option<Weekday> {
    word.trim().parse().ok()
}

/// Returns the day that a word means, as a command takes it.
pub(crate) fn typed_day(word: &str) -> Option<String> {
    let word = word.trim_end_matches(['.', ':', ',']);
    let lower = word.to_lowercase();
    let is_taken = typed_weekday(word).is_some()
        || is_of("today tomorrow yesterday", &lower)
        || word.len() == 10 && NaiveDate::parse_from_str(word, "%Y-%m-%d").is_ok();
    match lower.as_str() {
        _ if is_taken => Some(word.to_owned()),
        "heute" => Some("today".to_owned()),
        "morgen" => Some("tomorrow".to_owned()),
        "gestern" => Some("yesterday".to_owned()),
        _ => weekday(word).map(|day| day.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_names_in_two_languages() {
        for (word, expected) in [
            ("Tue", Some(Weekday::Tue)),
            ("tuesdays", Some(Weekday::Tue)),
            ("Dienstag", Some(Weekday::Tue)),
            ("samstags", Some(Weekday::Sat)),
            ("Do", Some(Weekday::Thu)),
            ("day", None),
            ("", None),
        ] {
            assert_eq!(weekday(word), expected, "{word}");
        }
    }
}
