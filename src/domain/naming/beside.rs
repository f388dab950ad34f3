//! What is typed behind the name of somebody who joins, or in its place, and is no name: days, roles, other people, an
//! affiliation.

use super::role::{is_role_word, role_of};
use super::stay::{Said, read_stay};
use crate::domain::lookup_error::NotOnePerson;
use crate::domain::typo::slip_of_day;
use crate::text::{
    is_of, is_short_day, is_two_letter_day, normalize, other_dates, typed_day, weekday,
};

/// Words beside days.
const BESIDE_DAYS: &str = "ab am and arrives arriving bis coming comes day days from ist kommt leaves leaving nur on only seit since \
                           starting thru through till to und until von";

/// Words without a capital that no name has in it, and with which something else begins.
const NO_PART: &str = "arrives at aus auf bei bis but by can comes except for from für goes has hat im in is ist kommt leaves nur of \
                       ohne on only seit since till until will wird without zum zur";

/// Words that say when somebody comes or goes, but not on which day.
const TOO_LITTLE: &str = "early früh late later spät später";

/// Words between the names of two people.
const TOGETHER: &str = "mit und with or oder plus samt";

/// Words of the names of places where people work, and well-known ones that nobody is called by.
const OF_AFFILIATIONS: &str = "academy akademie amazon association canonical college company consulting corp corporation department e.v e.v. \
                               ev facebook fachhochschule faculty fakultat firma foundation github gitlab gmbh google hochschule inc inc. \
                               institut institute instituto intel jetbrains lab laboratory labs llc ltd ltd. microsoft mozilla netflix \
                               nvidia polytechnic redhat research schule school siemens software stiftung suse systems technologies uni \
                               universidad universita universitat universite university verein";

/// Finds words of a typed name that are not part of it, and says why it is not one person: with those words, or the whole.
pub(super) fn beside_name(typed: &str) -> Option<(String, NotOnePerson)> {
    let words: Vec<&str> = typed.split(' ').collect();
    let mut places = 0..words.len();
    let start = places.find(|place| is_beside(&words, *place));
    // `newcomer Vera`.
    if let [role, name @ ..] = &words[..]
        && !name.is_empty()
        && start != Some(0)
        && role.starts_with(char::is_lowercase)
        && let Some(said) = role_of(role).and_then(|_| stay_of(role))
    {
        let name = name.join(" ");
        return Some(((*role).to_owned(), NotOnePerson::Stay { name, said }));
    }
    let start = start?;
    let (name, beside) = (words[..start].join(" "), &words[start..]);
    if start > 0 && is_of(TOGETHER, &beside[0].to_lowercase()) {
        let names = [name, beside[1..].join(" ")];
        let why = NotOnePerson::Separator(names.to_vec());
        return Some((typed.to_owned(), why));
    }
    let beside = beside.join(" ");
    let beside = beside
        .trim_start_matches(|sign: char| !sign.is_alphanumeric())
        .to_owned();
    let why = match stay_of(&beside) {
        Some(said) => NotOnePerson::Stay { name, said },
        None => NotOnePerson::Remark,
    };
    Some((beside, why))
}

/// Reads when or as what somebody takes part: a day alone may be the first or the last.
pub(super) fn stay_of(beside: &str) -> Option<Box<Said>> {
    let words = beside.split(' ');
    let words = words.map(|word| slip_of_day(word).unwrap_or(word.to_owned()));
    let words: Vec<String> = words.collect();
    let mut said = read_stay(&words.join(" "));
    let alone = words.last().filter(|_| {
        let lead = words
            .len()
            .checked_sub(2)
            .map(|place| words[place].as_str());
        words.len() == 1 || words.len() == 2 && lead.is_some_and(|lead| is_of("am on", lead))
    });
    if let Some(day) = alone.and_then(|day| typed_day(day)) {
        said = Said {
            from: Some(day.clone()),
            to: Some(day),
            ..Said::default()
        };
    }
    let says_something = said.from.is_some() || said.to.is_some() || said.role.is_some();
    (said.unread.is_empty() && says_something).then(|| Box::new(said))
}

/// Returns whether the words from a place on are not part of a name.
fn is_beside(words: &[&str], place: usize) -> bool {
    let rest = &words[place..];
    let is_remark = |word: &&str| is_role_word(word) || is_day(word);
    let is_said = |word: &&str| {
        let is_sign = !word.contains(char::is_alphanumeric);
        is_remark(word) || is_sign || is_of(BESIDE_DAYS, &word.to_lowercase())
    };
    let are_all = rest.iter().any(is_remark) && rest.iter().all(is_said);
    if place == 0 {
        return are_all;
    }
    let is_lower = rest[0].starts_with(char::is_lowercase);
    // Where people are put on an item, a name may go on like this.
    let is_helping = matches!(rest, ["around"] | ["to", "review"]);
    match rest {
        // A role with a capital, and a day, may be a surname.
        [last] if !is_lower => is_day(last) && !is_surname(last),
        _ if is_helping => true,
        [word] if is_of(TOO_LITTLE, word) => true,
        [word, _, ..] if is_lower && is_of(NO_PART, word) => true,
        [word, _, ..] if is_lower && is_of(TOGETHER, word) => true,
        _ => are_all,
    }
}

/// Returns whether a day with a capital may be a surname: `Friday`, `Do`, but not `Thu`.
fn is_surname(day: &str) -> bool {
    let folded = normalize(day);
    let is_full = weekday(&folded).is_some() && !is_short_day(&folded);
    is_full || is_two_letter_day(&folded) || is_of("morgen sun", &folded)
}

/// Returns whether a word says on which day: a day, a date, two days with a dash, or a slip of a day.
fn is_day(word: &str) -> bool {
    // A slip of a shorter one with a capital is a surname.
    const LONG: usize = 7;
    const ANY_LEAP_YEAR: i32 = 2024;
    let folded = normalize(word);
    let is_date = || {
        folded.starts_with(|first: char| first.is_ascii_digit())
            && !other_dates(&folded, Some(ANY_LEAP_YEAR)).is_empty()
    };
    let are_days = || {
        let dashes = ['-', '–', '—'];
        let mut days = dashes
            .into_iter()
            .filter_map(|dash| folded.split_once(dash));
        days.any(|(first, last)| typed_day(first).is_some() && typed_day(last).is_some())
    };
    let is_lower = word.starts_with(char::is_lowercase);
    let is_slip = || slip_of_day(word).is_some() && (is_lower || word.chars().count() >= LONG);
    typed_day(word).is_some() || is_slip() || is_date() || are_days()
}

/// Returns whether a name, perhaps behind another, is that of a place where people work.
pub(crate) fn is_affiliation(name: &str, before: Option<&str>) -> bool {
    const SHORTEST: usize = 3;
    let is_abbreviation =
        |word: &str| word.chars().count() >= SHORTEST && word.chars().all(char::is_uppercase);
    let mut words = name.split(' ');
    let is_of_one = |word: &str| is_of(OF_AFFILIATIONS, &normalize(word));
    let is_behind_name = || before.is_some_and(|before| !before.split(' ').any(is_abbreviation));
    words.any(is_of_one) || is_behind_name() && name.split(' ').any(is_abbreviation)
}
