//! What stands behind a name in a list of who is there: days, a role, a handle.

use chrono::NaiveDate;

use super::role::role_of;
use crate::domain::entry::Role;
use crate::text::{is_of, typed_day as day, typed_weekday};

/// What is said behind the name of somebody who is there, or is not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// From when to when they are there, as `join --from` and `--to` take it.
    pub from: Option<String>,
    pub to: Option<String>,
    pub role: Option<Role>,
    /// Their handle, without its sign.
    pub handle: Option<String>,
    /// Whether they are said to be away, and nothing else, or are struck through.
    pub is_gone: bool,
    /// Whether more is said than that they are away.
    pub has_more: bool,
    /// Whether they are said to be sick.
    pub is_sick: bool,
    /// The words behind the name, if they are not all understood. Then only whether they say more is known.
    pub unread: Vec<String>,
}

/// Words that say no more than that somebody is there.
const NOTHING: &str =
    "all and at am an auf day days is nur on only the time und week whole whole-time full-time &";

/// Words before the first day and before the last.
const FROM: &str = "ab arrives arriving coming from seit since starting von";
const TO: &str = "- bis leaves leaving through thru till to until";

/// Reads what stands behind a name.
pub(crate) fn read_stay(more: &str) -> Said {
    let words = parts(more.trim_start_matches([' ', '-', '–', '—', ':']));
    let said = understood(&words).unwrap_or_else(|| Said {
        unread: vec![words.join(" ")],
        ..Said::default()
    });
    Said {
        is_gone: !words.is_empty() && words.iter().all(|word| is_gone(word)),
        has_more: words.iter().any(|word| !is_gone(word)),
        is_sick: words.iter().any(|word| is_sick(word)),
        ..said
    }
}

/// Reads words, if all of them are understood: any other may turn what is said into the opposite, as in `not Thu and Fri`.
fn understood(words: &[&str]) -> Option<Said> {
    let mut said = Said::default();
    let mut rest = words;
    while let Some(word) = rest.first() {
        let lower = word.to_lowercase();
        let next = rest.get(1).and_then(|word| day(word));
        let count = if let Some((days, count)) = run(rest).filter(|_| said.is_undated()) {
            (said.from, said.to) = (Some(days[0].clone()), days.last().cloned());
            count
        } else if next.is_some() && is_of(FROM, &lower) && said.is_undated() {
            said.from = next;
            2 + parts_of_day(&rest[2..])
        } else if next.is_some() && is_of(TO, &lower) && said.to.is_none() {
            said.to = next;
            2 + parts_of_day(&rest[2..])
        } else if let Some(role) = role_of(word)
            && said.role.is_none_or(|before| before == role)
        {
            said.role = Some(role);
            1
        } else if let Some(handle) = word.strip_prefix('@')
            && said.handle.is_none()
        {
            said.handle = Some(handle.to_owned());
            1
        } else if is_of(NOTHING, &lower) || !word.contains(char::is_alphanumeric) {
            1
        } else {
            return None;
        };
        rest = &rest[count..];
    }
    Some(said)
}

/// Counts the words that say in which part of a day somebody comes or goes: `Tuesday morning`.
fn parts_of_day(words: &[&str]) -> usize {
    const PARTS: &str = "abend afternoon evening fruh früh lunch midday mittag morgen morning nachmittag night noon vormittag";
    let first = words.first().map(|word| word.to_lowercase());
    usize::from(first.is_some_and(|word| is_of(PARTS, &word)))
}

impl Said {
    fn is_undated(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
}

/// Reads days with which words begin: `Mon - Wed`, `Thu and Fri only`, `only Thu`. Those in between count. Returns with them how many
/// words they are. One day alone may be when somebody comes.
fn run(words: &[&str]) -> Option<(Vec<String>, usize)> {
    let is_only = |word: &&str| is_of("nur only", &word.to_lowercase());
    let first = words.iter().take_while(|word| is_only(word)).count();
    let mut days = vec![day(words.get(first)?)?];
    let mut end = first + 1;
    while let Some(word) = words.get(end) {
        let lower = word.to_lowercase();
        let is_between = is_of("& + and und", &lower);
        let is_range = is_of(TO, &lower);
        let place = end + usize::from(is_between || is_range);
        let Some(next) = words.get(place).and_then(|word| day(word)) else {
            break;
        };
        let is_next = days.last().is_some_and(|last| follows(last, &next));
        if !is_range && !is_next || is_range && days.len() > 1 {
            return None;
        }
        days.push(next);
        end = place + 1;
        if is_range {
            break;
        }
    }
    let last = words[end..].iter().take_while(|word| is_only(word)).count();
    (days.len() > 1 || first + last > 0).then_some((days, end + last))
}

/// Returns whether a day is the next after another.
fn follows(first: &str, second: &str) -> bool {
    let date = |text: &str| text.parse::<NaiveDate>().ok();
    match (typed_weekday(first), typed_weekday(second)) {
        (Some(first), Some(second)) => first.succ() == second,
        _ => date(first)
            .zip(date(second))
            .is_some_and(|(first, second)| first.succ_opt() == Some(second)),
    }
}

/// Cuts what is said of a name into words; a dash between two days is one.
fn parts(more: &str) -> Vec<&str> {
    let is_sign = |letter: char| letter.is_whitespace() || "()[],;".contains(letter);
    let words = more.split(is_sign).filter(|word| !word.is_empty());
    let apart = |word| {
        let dash = |dash: char| {
            let (first, last) = str::split_once(word, dash)?;
            (day(first).is_some() && day(last).is_some()).then(|| vec![first, "-", last])
        };
        match day(word) {
            Some(_) => vec![word],
            None if ["–", "—"].contains(&word) => vec!["-"],
            None => ['-', '–', '—']
                .into_iter()
                .find_map(dash)
                .unwrap_or(vec![word]),
        }
    };
    words.flat_map(apart).collect()
}

/// Returns whether a word behind the name of somebody who is away says no more than that.
pub(crate) fn is_gone(word: &str) -> bool {
    const GONE: &str = "abgereist abwesend absent away departed gone left parti partie partis";
    is_of(GONE, &word.to_lowercase()) || is_sick(word)
}

/// Returns whether a word says that somebody is sick.
pub(crate) fn is_sick(word: &str) -> bool {
    ["ill", "krank", "sick"]
        .iter()
        .any(|sick| word.eq_ignore_ascii_case(sick))
}

/// Returns whether a text between commas says when somebody is there, and is nobody: `Tue + Wed`, `from Thu`.
pub(crate) fn are_days(text: &str) -> bool {
    let words = parts(text);
    let is_beside = |word: &str| {
        let word = word.to_lowercase();
        word == "+" || [NOTHING, FROM, TO].iter().any(|list| is_of(list, &word))
    };
    !text.contains(['(', '['])
        && words.iter().any(|word| day(word).is_some())
        && words
            .iter()
            .all(|word| day(word).is_some() || is_beside(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_taken_of_what_is_said_if_a_word_of_it_is_not_understood() {
        for more in [
            "away Thu and Fri",
            "gone from Wed",
            "sick until Tue",
            "left Thu",
            "not Thu and Fri",
            "not before Wed",
            "not from Mon to Wed",
            "except Mon and Tue",
            "cannot come Mon and Tue",
            "back on Thu and Fri",
            "back from Wed",
            "probably from Wed",
            "maybe until Thu",
            "leaves Wed for Bern",
            "from Tue vegetarian",
            "nicht ab Mi",
            "erst ab Mi",
            "voraussichtlich bis Do",
            "kommt Mo und Di nicht",
            "Mon Wed and Thu",
            "Mon to Tue and Thu",
            "from Mon and Tue",
            "bis Mi ab Fr",
            "from Wed until Thu until Fri",
            "Mon only Wed only",
            "not remote",
            "remote Mon and Wed",
            "guest of @tom",
            "host newcomer",
        ] {
            let unread = vec![more.to_owned()];
            let has_more = true;
            let is_sick = more.contains("sick");
            let expected = Said {
                unread,
                has_more,
                is_sick,
                ..Said::default()
            };
            assert_eq!(read_stay(&format!("({more})")), expected, "{more}");
            assert_eq!(read_stay(&format!(": {more}")), expected, "{more}");
        }
    }

    #[test]
    fn a_role_and_a_handle_stand_beside_days() {
        for (more, from, role, handle) in [
            ("(remote, from Wed)", Some("Wed"), Some(Role::Remote), None),
            ("(@ida from Wed)", Some("Wed"), None, Some("ida")),
            ("(Gast ab Do)", Some("Thu"), Some(Role::Visitor), None),
            ("(local host)", None, Some(Role::Host), None),
        ] {
            let said = read_stay(more);
            let seen = (said.from.as_deref(), said.role, said.handle.as_deref());
            assert_eq!(seen, (from, role, handle), "{more}");
            assert!(said.unread.is_empty(), "{more}");
        }
    }
}
