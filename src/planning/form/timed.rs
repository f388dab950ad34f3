//! A time that something else follows.

use crate::planning::status::{is_capital_status, is_label_of_decision, is_status};
use crate::planning::time::bare_time;
use crate::text::is_short_day;

/// Cuts off the time with which a text begins, if nothing else follows it than a sign or a status: `Thu 17:00: done`,
/// `Tue 10:00 -> yes`. Where there are several signs, the time is as long as can be.
pub fn time_at_start(text: &str) -> Option<(&str, &str)> {
    const SIGNS: [&str; 12] = [
        ": ", ", ", "; ", ". ", " (", " - ", " -- ", " – ", " — ", " -> ", " => ", " → ",
    ];
    const MOST: usize = 12;
    // `late` and `half` are words of a time, but behind a colon they say how it goes.
    let whole = |text| {
        let behind_colon = str::rsplit_once(text, ": ").map(|(_, behind)| behind);
        let is_whole = behind_colon.is_none_or(|behind| bare_time(behind).is_some());
        bare_time(text).filter(|_| is_whole)
    };
    if let Some(when) = whole(text).or_else(|| capitalised_day(text)) {
        return Some((when, ""));
    }
    let blanks = text.match_indices(' ').map(|(blank, _)| blank).take(MOST);
    let places: Vec<usize> = blanks.collect();
    places.into_iter().rev().find_map(|blank| {
        let (before, after) = text.split_at(blank);
        let when = whole(before).or_else(|| capitalised_day(before))?;
        let is_cut = SIGNS.iter().any(|sign| match sign.starts_with(' ') {
            true => after.starts_with(sign),
            false => before.ends_with(sign.trim_end()),
        });
        let is_state = is_status(after) || is_capital_status(after) || is_label_of_decision(after);
        let is_end = is_cut || is_state;
        is_end.then(|| (when, after.trim_start()))
    })
}

/// Returns a day of two letters that is all of a text: `, Di`. In small letters, some are words.
fn capitalised_day(text: &str) -> Option<&str> {
    let day = text.trim_matches([',', ':', '-', '–', '—', ' ']);
    (is_short_day(day) && day.starts_with(char::is_uppercase)).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_ends_at_a_sign_or_a_status() {
        for (text, expected) in [
            ("Thu 17:00", ("Thu 17:00", "")),
            ("Thu 17:00: done", ("Thu 17:00", "done")),
            ("Thu 17:00: half", ("Thu 17:00", "half")),
            ("after lunch: late", ("after lunch", "late")),
            ("Thu: 17:00", ("Thu: 17:00", "")),
            ("Thu 17:00: in April", ("Thu 17:00", "in April")),
            ("Thu: half past 5", ("Thu: half past 5", "")),
            (
                "Tue 10:00 -> yes, with 4.0",
                ("Tue 10:00", "-> yes, with 4.0"),
            ),
            (
                "Tue, 10:00 - 11:00 - slow",
                ("Tue, 10:00 - 11:00", "- slow"),
            ),
            ("@ 17:00 DONE", ("17:00", "DONE")),
            ("14:00 decided: MIT", ("14:00", "decided: MIT")),
            ("Thu 14:00 Beschluss: MIT", ("Thu 14:00", "Beschluss: MIT")),
            ("- Tuesday morning", ("Tuesday morning", "")),
            ("17 Uhr, noch offen", ("17 Uhr", "noch offen")),
            ("Wed: in progress", ("Wed", "in progress")),
            (", Di", ("Di", "")),
            ("Mi: in Arbeit", ("Mi", "in Arbeit")),
        ] {
            assert_eq!(time_at_start(text), Some(expected), "{text}");
        }
        for text in [
            "",
            "found it",
            "Tuesday it broke",
            "in the garden: found it",
            "do",
        ] {
            assert_eq!(time_at_start(text), None, "{text}");
        }
    }
}
