//! The names that stand in a list of people, with what is said of each.

use std::collections::HashSet;

use super::lines_of_lists::{List, Whom};
use super::part::{is_more, is_nobody};
use super::written::{JOINING, JOINING_KNOWN, is_capitalised, is_led_as_name};
use crate::domain::{Said, are_days, is_affiliation, is_gone, is_role, read_stay, role_of};
use crate::planning::strike::struck;
use crate::text::{is_of, normalize, typed_day as day};

/// A name of a list of who is present, with what is said of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Listed {
    pub name: String,
    pub said: Said,
}

impl Listed {
    /// Adds what is said of somebody behind a comma; returns whether it says a role that they lacked.
    fn add(&mut self, more: Said) -> bool {
        let said = &mut self.said;
        said.from = said.from.take().or(more.from);
        said.to = said.to.take().or(more.to);
        said.has_more |= more.has_more;
        said.unread.extend(more.unread);
        let is_news = said.role.is_none() && more.role.is_some();
        said.role = said.role.or(more.role);
        is_news
    }
}

/// Cuts a line of a list into names, and what is not a name. `called`: what brackets of the document have as names, folded;
/// `is_known` says which names the sprint has, `is_first` which of them are first names or nicks.
pub(super) fn listed_names(
    list: &List,
    called: &HashSet<String>,
    [is_known, is_first]: [&dyn Fn(&str) -> bool; 2],
) -> (Vec<Listed>, Vec<String>) {
    let text = list.text.as_str();
    if list.whom == Whom::Other {
        return (Vec::new(), vec![text.to_owned()]);
    }
    let (mut all, mut others): (Vec<Listed>, Vec<String>) = (Vec::new(), Vec::new());
    let all_struck = struck(text.trim());
    // `**Here:** @ida` has signs in front of the first name.
    let text = all_struck
        .unwrap_or(text)
        .trim_start_matches(['*', '_', ' ']);
    // `Nor Bela` may be two people.
    let has_first = |name: &str| name.split(' ').skip(1).any(is_first);
    for part in at_commas(text) {
        if are_days(part) {
            let said = read_stay(part);
            match &mut all[..] {
                // `Ida Berg, until Thursday`.
                [one] if said.unread.is_empty() => _ = one.add(said),
                _ => others.push(part.to_owned()),
            }
            continue;
        }
        let whole = struck(part);
        let (name, more) = name_and_more(whole.unwrap_or(part));
        let alone = struck(name);
        let (name, mut said) = with_handle(alone.unwrap_or(name), more);
        if all_struck.or(whole).or(alone).is_some() {
            (said.is_gone, said.has_more) = (true, true);
        }
        let (name, more) = without_more(&name);
        others.extend(
            more.filter(|more| !is_nobody(&normalize(more)))
                .map(str::to_owned),
        );
        let names = names_of(name, called, [is_known, is_first]);
        for text in names {
            let said = said.clone();
            match self::name(&text) {
                _ if is_nobody(&normalize(&text)) => {}
                _ if is_role(&text) => {
                    let role = role_of(&text);
                    let last = all.last_mut();
                    let is_taken = last.is_some_and(|one| one.add(Said { role, ..said }));
                    others.extend((!is_taken).then_some(text));
                }
                Some(name)
                    if !is_known(&name)
                        && (names_nobody(&name)
                            || list.is_line && may_be_affiliation(&name, &all)
                            || !list.is_line && !part.starts_with('+') && has_first(&name)) =>
                {
                    others.push(text);
                }
                Some(name) => all.push(Listed { name, said }),
                None => others.push(text),
            }
        }
    }
    (all, others)
}

/// Returns whether what is written as a name is where the one before it works, or a word of headings: `Ida Berg, Uni Bern`,
/// `Ida; regrets: Bela`.
fn names_nobody(name: &str) -> bool {
    const HEADINGS: &str = "abwesend apologies entschuldigt fehlt gaste guests missing regrets";
    is_of(HEADINGS, &normalize(name)) || is_affiliation(name, None)
}

/// Returns whether the one name behind that of one person, on a line of their own, may be where they work: `Ida Berg, Acme`.
fn may_be_affiliation(name: &str, before: &[Listed]) -> bool {
    let is_one = !name.contains(' ') && !name.starts_with('@');
    is_one && matches!(before, [one] if one.name.contains(' '))
}

/// Splits a handle from the name beside it, `@ida Ida Berg` or `Ida Berg @ida`, and reads what more is said. In brackets or behind a
/// dash, a name is one if the handle is made of it: `@ida (Ida Berg)`, but not `@ida (Bern University)`.
fn with_handle(text: &str, more: &str) -> (String, Said) {
    let first = text.split_once(' ');
    let last = text.rsplit_once(' ').map(|(name, handle)| (handle, name));
    let mut both = [first, last].into_iter().flatten();
    let beside = both.find_map(|(handle, name)| {
        let is_name = handle.starts_with('@') && (is_role(name) || is_capitalised(name));
        is_name.then_some((handle, name, more))
    });
    let behind = || {
        let inside = more.trim_start_matches([' ', '-', '–', '—', ':', '(', '[']);
        let end = inside.find([',', ';', ')', ']']).unwrap_or(inside.len());
        let (name, more) = inside.split_at(end);
        let is_name = is_capitalised(name) && is_made_of(text.strip_prefix('@')?, name);
        is_name.then_some((text, name, more))
    };
    // `Ida Berg (@ida)`.
    let in_brackets = || {
        let inside = more.strip_prefix("(@").filter(|_| is_capitalised(text))?;
        let end = inside.find([',', ';', ')', ' '])?;
        let (handle, more) = inside.split_at(end);
        let more = more.trim_start_matches([',', ';', ' ']);
        let more = (more != ")").then(|| format!("({more}"));
        Some((handle, more.unwrap_or_default()))
    };
    if let Some((handle, more)) = in_brackets() {
        let handle = Some(handle.to_owned()).filter(|handle| !handle.is_empty());
        let said = read_stay(&more);
        return (text.to_owned(), Said { handle, ..said });
    }
    match beside.or_else(behind) {
        // `@ida Host`.
        Some((handle, role, more)) if is_role(role) => {
            (handle.to_owned(), read_stay(&format!("{role} {more}")))
        }
        Some((handle, name, more)) => {
            let handle = handle.strip_prefix('@').map(str::to_owned);
            let said = read_stay(more);
            (name.to_owned(), Said { handle, ..said })
        }
        None => (text.to_owned(), read_stay(more)),
    }
}

/// Returns whether a handle is made of a name: it has one of its words, the beginning of one, or its initials.
fn is_made_of(handle: &str, name: &str) -> bool {
    const SHORTEST: usize = 3;
    let (handle, name) = (normalize(handle), normalize(name));
    let initials: String = name
        .split(' ')
        .filter_map(|word| word.chars().next())
        .collect();
    handle == initials
        || name.split(' ').any(|word| {
            let is_long = |text: &str| text.chars().count() >= SHORTEST;
            is_long(word) && handle.contains(word) || is_long(&handle) && word.starts_with(&handle)
        })
}

/// Says of every name that the sprint does not have it.
fn nobody(_: &str) -> bool {
    false
}

/// Returns whether a line has nothing but names that are written as those of people.
pub fn are_people(text: &str) -> bool {
    let (listed, others) = listed_names(&List::of(text), &HashSet::new(), [&nobody, &nobody]);
    let is_written_so = |listed: &Listed| {
        let capitals = listed
            .name
            .split(' ')
            .any(|word| word.starts_with(char::is_uppercase));
        text.contains('@') || capitals && is_capitalised(&listed.name)
    };
    !listed.is_empty()
        && others.iter().all(|other| is_role(other))
        && listed.iter().all(is_written_so)
}

/// Returns whether a line has nothing but names, which may be written as any nick is.
pub fn may_be_people(text: &str) -> bool {
    let (listed, others) = listed_names(&List::of(text), &HashSet::new(), [&nobody, &nobody]);
    !listed.is_empty() && others.iter().all(|other| is_role(other))
}

/// Returns whether a line goes on behind the first sign with something else than when somebody is there, and as what.
pub fn says_what(text: &str) -> bool {
    const SIGNS: [&str; 5] = [": ", " - ", " -- ", " – ", " — "];
    let cuts = SIGNS.into_iter().filter_map(|sign| text.split_once(sign));
    let first = cuts.min_by_key(|(front, _)| front.len());
    first.is_some_and(|(_, behind)| {
        let unread = read_stay(behind).unread;
        let mut words = unread.iter().flat_map(|words| words.split(' '));
        !words.all(|word| day(word).is_some() || is_gone(word))
    })
}

/// Cuts at commas and semicolons outside brackets.
fn at_commas(text: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let parts = text.split(|letter| {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && [',', ';', '、', '，'].contains(&letter)
    });
    parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// Cuts what says more off a name: brackets, what is in another column, and words such as `until`.
fn name_and_more(part: &str) -> (&str, &str) {
    let signs = ["(", "[", "  ", " - ", " – ", " — ", ": ", " @ "];
    let words = [
        " ab ",
        " bis ",
        " until ",
        " till ",
        " from ",
        " seit ",
        " since ",
        " whole-time",
        " arrives ",
        " leaves ",
    ];
    let lower = part.to_lowercase();
    let ends = signs.iter().filter_map(|sign| part.find(sign));
    let ends = ends.chain(
        words
            .iter()
            .filter_map(|words| lower.find(words))
            .filter(|_| lower.len() == part.len()),
    );
    let end = ends.min().filter(|end| part.is_char_boundary(*end));
    let (name, more) = part.split_at(end.unwrap_or(part.len()));
    (name.trim(), more.trim())
}

/// Splits off that others come, too, whose names are not said: `Bela und 3 weitere`, `Tom and friends`, `a few more`.
fn without_more(text: &str) -> (&str, Option<&str>) {
    const SIGNS: [&str; 7] = [" and ", " und ", " et ", " plus ", " & ", " + ", " / "];
    let ends = SIGNS.iter().filter_map(|sign| {
        let (front, behind) = text.rsplit_once(sign)?;
        is_more(behind).then(|| (front.trim_end(), Some(behind.trim())))
    });
    let cut = ends.min_by_key(|(front, _)| front.len());
    match cut {
        Some(cut) => cut,
        None if is_more(text) => ("", Some(text)),
        None => (text, None),
    }
}

/// Returns what stands between `and` and the like, or between blanks if they are names that brackets have.
fn names_of(
    text: &str,
    called: &HashSet<String>,
    [is_known, is_first]: [&dyn Fn(&str) -> bool; 2],
) -> Vec<String> {
    let apart = text.replace(['&', '/', '+'], " and ");
    let mut names: Vec<Vec<&str>> = vec![Vec::new()];
    let all: Vec<&str> = apart.split_whitespace().collect();
    for (at, word) in all.iter().copied().enumerate() {
        let before = at.checked_sub(1).map_or("", |before| all[before]);
        let beside = [before, all.get(at + 1).copied().unwrap_or_default()];
        let is_certain = |word: &str| word.starts_with('@') || is_known(word);
        let is_joining = JOINING.contains(&word) && beside.into_iter().all(is_led_as_name)
            || JOINING_KNOWN.contains(&word) && beside.into_iter().all(is_certain);
        if is_joining || word.eq_ignore_ascii_case("and") {
            names.push(Vec::new());
        } else if let Some(name) = names.last_mut() {
            name.push(word);
        }
    }
    let mut all = Vec::new();
    for words in names {
        const MOST_WORDS: usize = 4;
        let is_called = |word: &&&str| called.contains(&normalize(word));
        let are_names = words.iter().all(|word| is_capitalised(word));
        let are_handles = words.iter().all(|word| word.starts_with('@'));
        // `Ida Bela`, `Ida. Bela`.
        let are_first = words.len() > 1
            && !is_known(&words.join(" "))
            && words
                .iter()
                .all(|word| is_first(word.trim_end_matches('.')));
        let are_several = words.len() > MOST_WORDS && are_names
            || are_first
            || are_handles
            || words.len() > 1
                && words.iter().filter(is_called).count() > 1
                && !called.contains(&normalize(&words.join(" ")));
        if are_several {
            all.extend(words.into_iter().map(str::to_owned));
        } else {
            all.push(words.join(" "));
        }
    }
    all
}

/// Returns a text without stars, quotes and full stops if it is written as a name or a nick is.
fn name(text: &str) -> Option<String> {
    let name = text
        .trim_matches(|letter: char| "*_`.:!\"“”„".contains(letter))
        .trim();
    let bare = name.trim_start_matches('@');
    let is_nick = !bare.contains(' ')
        && bare.starts_with(char::is_alphabetic)
        && bare
            .chars()
            .all(|letter| letter.is_alphanumeric() || "-_'".contains(letter))
        && bare.chars().count() > 1;
    (is_nick || is_capitalised(bare) || has_joined_surname(bare)).then(|| name.to_owned())
}

/// Returns whether a full name has two surnames with a word between them: `Jose Ortega y Gasset`. Behind a name of one word, as in
/// `Ida y Tom`, that may join two people.
fn has_joined_surname(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let [front @ .., joint, last] = &words[..] else {
        return false;
    };
    front.len() > 1
        && JOINING_KNOWN.contains(joint)
        && is_capitalised(&front.join(" "))
        && is_capitalised(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_english_and_german() {
        let shown = |text: &str| {
            let (listed, _) = listed_names(&List::of(text), &HashSet::new(), [&nobody, &nobody]);
            let Listed { name, said } = &listed[0];
            let day = |day: &Option<String>| day.clone().unwrap_or_default();
            let unread = said.unread.iter().map(|words| format!(" {words}"));
            let unread: String = unread.collect();
            format!("{name}: {}-{}{unread}", day(&said.from), day(&said.to))
        };
        for (text, expected) in [
            ("Ida (from Wed)", "Ida: Wed-"),
            ("Ida (ab Do)", "Ida: Thu-"),
            ("Ida (bis Mittwoch)", "Ida: -Wed"),
            ("Ida bis Fr", "Ida: -Fri"),
            ("Ida (Di-Do)", "Ida: Tue-Thu"),
            ("Ida (Mon–Tue)", "Ida: Mon-Tue"),
            ("Ida (Mon – Wed)", "Ida: Mon-Wed"),
            ("Ida (Mo bis Mi)", "Ida: Mon-Wed"),
            ("Ida: Mon to Wed", "Ida: Mon-Wed"),
            ("Ida (Thursday and Friday only)", "Ida: Thursday-Friday"),
            ("Ida (Mon, Tue, Wed)", "Ida: Mon-Wed"),
            ("Ida (nur Mi)", "Ida: Wed-Wed"),
            ("Ida (ab heute)", "Ida: today-"),
            ("Ida (bis morgen)", "Ida: -tomorrow"),
            ("Ida seit gestern", "Ida: yesterday-"),
            ("Ida (nur heute)", "Ida: today-today"),
            ("Ida Lind, until Thursday", "Ida Lind: -Thursday"),
            ("Ida (ab Di), bis Do", "Ida: Tue-Thu"),
            ("Ida, Bela, until Thursday", "Ida: -"),
            ("Ida (from Tuesday morning)", "Ida: Tuesday-"),
            ("Ida (ab Di Mittag bis Do Abend)", "Ida: Tue-Thu"),
            (
                "Ida (2017-02-28 - 2017-03-01)",
                "Ida: 2017-02-28-2017-03-01",
            ),
            ("Ida (the whole week)", "Ida: -"),
            // What is not clear is left.
            ("Ida (Wed)", "Ida: - Wed"),
            ("Ida (morgen)", "Ida: - morgen"),
            ("Ida (Tuesday morning)", "Ida: - Tuesday morning"),
            ("Ida (ab übermorgen)", "Ida: - ab übermorgen"),
            ("Ida (Mon and Wed)", "Ida: - Mon and Wed"),
            ("Ida (University of Bern)", "Ida: - University of Bern"),
            ("Ida [work on _sre]", "Ida: - work on _sre"),
            ("Ida (so)", "Ida: - so"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn a_list_is_struck_through_as_a_whole_or_name_by_name() {
        for (text, expected) in [
            ("~~Ida, Bela~~", "Ida gone, Bela gone"),
            ("~~Ida~~, Bela, ~~Tom~~", "Ida gone, Bela, Tom gone"),
            ("~~Ida~~, Bela", "Ida gone, Bela"),
        ] {
            let (listed, others) =
                listed_names(&List::of(text), &HashSet::new(), [&nobody, &nobody]);
            let shown = listed
                .iter()
                .map(|Listed { name, said }| match said.is_gone {
                    true => format!("{name} gone"),
                    false => name.clone(),
                });
            let shown: Vec<String> = shown.collect();
            assert_eq!(shown.join(", "), expected, "{text}");
            assert!(others.is_empty(), "{others:?}");
        }
    }

    #[test]
    fn a_handle_and_the_name_beside_it_are_one_person() {
        for (text, expected) in [
            ("@ida Ida Lind", "Ida Lind ida"),
            ("@hpk Holger Kay (from Wed)", "Holger Kay hpk"),
            ("Ida Lind @ida-l", "Ida Lind ida-l"),
            ("Ida Lind (@ida)", "Ida Lind ida"),
            ("Ida Lind - @ida", "Ida Lind ida"),
            ("@ida (Ida Lind)", "Ida Lind ida"),
            ("@il (Ida Lind)", "Ida Lind il"),
            ("@ilind – Ida Lind", "Ida Lind ilind"),
            ("@ida (Ida Lind, from Wed)", "Ida Lind ida"),
            ("@ida (Bern University)", "@ida"),
            ("@ada @bob-k", "@ada, @bob-k"),
        ] {
            let (listed, others) =
                listed_names(&List::of(text), &HashSet::new(), [&nobody, &nobody]);
            let shown = listed.iter().map(|one| {
                let handle = one.said.handle.as_deref().unwrap_or_default();
                format!("{} {handle}", one.name).trim_end().to_owned()
            });
            let shown: Vec<String> = shown.collect();
            assert_eq!(
                (shown.join(", ").as_str(), others.len()),
                (expected, 0),
                "{text}"
            );
        }
    }

    #[test]
    fn what_somebody_is_there_is_nobody() {
        for (text, expected, left) in [
            ("Ida Lind, host", "Ida Lind Host", ""),
            ("Ida, Bob, remote", "Ida, Bob Remote", ""),
            ("@ida-l (Ida Lind), organiser", "Ida Lind", "organiser"),
            ("Ida; Local Organizer", "Ida", "Local Organizer"),
            ("Ida, host, organiser", "Ida Host", "organiser"),
            ("Ida, Gast; Bob, Gastgeber", "Ida Visitor, Bob Host", ""),
            ("Ida Gast", "Ida Gast", ""),
            ("Bob Lind, @ida Host", "Bob Lind, @ida Host", ""),
            ("@ida Remote, Bob", "@ida Remote, Bob", ""),
            ("Gast @ida, Bob Lind", "@ida Visitor, Bob Lind", ""),
            ("@ida Organiser", "@ida", ""),
            ("Organisation", "", "Organisation"),
        ] {
            let (listed, others) =
                listed_names(&List::of(text), &HashSet::new(), [&nobody, &nobody]);
            let shown = listed.iter().map(|one| match one.said.role {
                Some(role) => format!("{} {role:?}", one.name),
                None => one.name.clone(),
            });
            let shown: Vec<String> = shown.collect();
            assert_eq!(
                (shown.join(", ").as_str(), others.join(", ").as_str()),
                (expected, left),
                "{text}"
            );
        }
    }
}
