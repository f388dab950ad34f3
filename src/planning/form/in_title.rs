//! Names in a title of which nothing says who is on it.

use super::handles::{handle, is_about_them, is_between};
use super::quoted::hidden;
use crate::domain::groups;
use crate::planning::names::Names;
use crate::planning::status::may_follow_people;
use crate::text::{is_of, normalize};

/// Returns the names in a title that may say who is on it: behind a comma, a sign or `by`, before what they do, among other words in brackets at its end, or as
/// `@handles`. One within a sentence is what that is about, `ask Ida about the fonts`, or no person: `use @dataclass in models`.
pub fn named_in(title: &str, names: &Names<'_>) -> Vec<String> {
    let (plain, _) = hidden(title);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut place = 0;
    let mut behind_name = false;
    while let Some(word) = words.get(place) {
        let before = place.checked_sub(1).map_or("", |before| words[before]);
        let is_inside = depth > 0 || word.starts_with(['(', '[']);
        depth = (depth + word.matches(['(', '[']).count())
            .saturating_sub(word.matches([')', ']']).count());
        let is_sign = !before.is_empty() && !before.contains(char::is_alphanumeric);
        let is_led = is_sign
            || before.ends_with([',', ';', ':', '.', '…', '!'])
            || ["by", "cc", "von", "w/"].contains(&before.to_lowercase().as_str())
            || is_assigned(&words[..place])
            || behind_name && is_between(before);
        // `fix it: Ida will do it`, `Ida will fix it`.
        let does = || {
            let behind = words[place + 1..].iter().take(LONGEST);
            behind
                .map(|word| normalize(word))
                .any(|word| is_of(DOES, &word))
        };
        let begins = is_sign
            || before.ends_with([';', ':', '.', '…', '!'])
            || (place == 0 || before.ends_with(',')) && does();
        behind_name &= is_between(word);
        if is_inside {
        } else if let Some(handle) = handle(word) {
            let is_last = place + 1 == words.len();
            let is_somebody = || !is_about_them(before) && names.known(handle).is_some();
            let is_named = place > 0 && (is_last || is_somebody());
            found.extend(is_named.then(|| handle.to_owned()));
        } else if let Some((name, count)) = name_at(&words[place..], [is_led, begins], names) {
            found.push(name);
            place += count - 1;
            behind_name = true;
        }
        place += 1;
    }
    let groups = groups(title);
    let last = groups.last().filter(|group| may_follow_people(group.after));
    if let Some(group) = last.filter(|group| group.before.ends_with(' ')) {
        found.extend(names.mentioned(group.inside).into_iter().map(str::to_owned));
    }
    // `fix it [Ida] [urgent]`.
    let square = plain.split(" [").skip(1);
    let inside = square.filter_map(|rest| Some(rest.split_once(']')?.0));
    found.extend(
        inside
            .filter(|inside| names.known(inside).is_some())
            .map(str::to_owned),
    );
    found.dedup();
    found
}

/// Returns whether words end in such as `assigned to`.
fn is_assigned(words: &[&str]) -> bool {
    const ASSIGNED: &str = "assign assigned delegated zugeteilt zugewiesen";
    let [.., assigned, to] = words else {
        return false;
    };
    ["to", "an"].contains(to) && is_of(ASSIGNED, &normalize(assigned))
}

/// The maximum number of words of a name.
pub(super) const LONGEST: usize = 3;

/// Words behind the name of somebody at the beginning of a title who is to do it.
const DOES: &str = "does has hat is ist kummert macht nimmt schaut takes ubernimmt will wird works";

/// Reads a name of somebody known with which words begin, if no more of a sentence follows, or where it begins one, if what they do does.
/// Returns with it how many words it has.
fn name_at(
    words: &[&str],
    [is_led, begins]: [bool; 2],
    names: &Names<'_>,
) -> Option<(String, usize)> {
    const SIGNS: [char; 6] = [',', '.', ';', ':', '!', '?'];
    let mut counts = (1..=LONGEST.min(words.len())).rev();
    counts.find_map(|count| {
        let text = words[..count].join(" ");
        let name = text.trim_end_matches(SIGNS);
        let next = words.get(count);
        let is_end = name.len() < text.len()
            || next.is_none_or(|next| is_between(next) || !next.starts_with(char::is_alphanumeric));
        let does = name.len() == text.len()
            && next.is_some_and(|next| next.starts_with(char::is_lowercase));
        let is_word = |word: &str| word.contains(char::is_alphanumeric);
        let is_name = name.starts_with(char::is_uppercase)
            && !name.contains(SIGNS)
            && name.split(' ').all(is_word);
        ((is_led && is_end || begins && does) && is_name && names.knows(name))
            .then(|| (name.to_owned(), count))
    })
}
