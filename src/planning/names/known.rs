//! Whom a name means.

use std::collections::{HashMap, HashSet};

use super::written::is_short_word;
use crate::domain::{KnownPeople, PersonId, Sprint, stored_name};
use crate::text::normalize;

/// The names that a document may mean: those of the sprint, those of its lists of who is present, and those in its brackets.
pub struct Names<'s> {
    pub(super) sprint: &'s Sprint,
    pub(super) me: String,
    /// Everybody, as it will be when what the document says is recorded.
    pub(super) known: KnownPeople<'static>,
    /// Those among them who are known from elsewhere than brackets.
    pub(super) certain: KnownPeople<'static>,
    /// The nicks that its brackets use for those of its lists who are new, by the folded name.
    pub(super) nicks: HashMap<String, String>,
    /// The nicks of attendees who are known by their first name alone, by the folded longer name that a list has for them.
    pub(super) longer: HashMap<String, String>,
    /// The same of those who may be meant by one of several longer names.
    pub(super) may_be: HashMap<String, String>,
    /// What work is on or goes on at: `upgrade it on HOST`. It is not a person unless it is known to be one.
    pub(super) places: HashSet<String>,
}

/// What is found for a name.
pub enum Resolved {
    Nobody,
    /// What is typed for the one person.
    One(String),
    Several,
}

impl Names<'_> {
    /// Finds whom a name means.
    pub(super) fn resolve(&self, name: &str) -> Resolved {
        let name = name.trim_start_matches(['@', '+']);
        let mut found = self.known.find(name);
        if found.is_empty() {
            found = find_by_nick(&self.known, name);
        }
        if found.is_empty() {
            found = find_as_written(&self.known, name);
        }
        match found[..] {
            [] => Resolved::Nobody,
            [id] => Resolved::One(stored_name(self.known.get(id))),
            _ => Resolved::Several,
        }
    }

    /// Returns the full names of those who may be meant by a name that nobody has: it looks like a typo, or is made of letters
    /// of theirs.
    pub(super) fn near(&self, name: &str) -> Vec<String> {
        const SHOWN: usize = 3;
        let slips = self.certain.slips_of(name);
        if !slips.is_empty() || !is_short_word(name) {
            return slips;
        }
        let found = self.certain.find_by_beginnings(name).into_iter();
        let names = found.map(|id| self.certain.get(id).name.clone());
        names.take(SHOWN).collect()
    }

    /// Returns the nick of somebody of the sprint whom a list has in another form of their name: `Tom B.`, `@tombaker`.
    pub(super) fn listed_as(&self, name: &str) -> Option<String> {
        const SHORTEST: usize = 4;
        let known = KnownPeople::new(self.sprint.people());
        let name = name.trim_start_matches('@');
        let mut found = known.find(name);
        if found.is_empty() && name.chars().count() >= SHORTEST {
            found = known.find_by_initials(name);
        }
        if found.is_empty() {
            found = find_as_written(&known, name);
        }
        match found[..] {
            [id] => Some(stored_name(known.get(id))),
            [] => self.longer.get(&normalize(name)).cloned(),
            _ => None,
        }
    }

    /// Finds the attendees whom lists have with a longer name: each is the only one in them with that first name, of whom no surname
    /// is known. `joining`: those who are there; `listed`: all whom the lists have, also those who are away.
    pub(super) fn find_longer(&mut self, joining: &[String], listed: &[String]) {
        let first = |name: &str| normalize(name.split(' ').next().unwrap_or_default());
        let mut namesakes: HashMap<String, HashSet<String>> = HashMap::new();
        for name in listed {
            let namesakes = namesakes.entry(first(name)).or_default();
            namesakes.insert(normalize(name));
        }
        let known = KnownPeople::new(self.sprint.people());
        for name in joining.iter().filter(|name| name.contains(' ')) {
            let Some(namesakes) = namesakes.get(&first(name)) else {
                continue;
            };
            if namesakes.contains(&first(name)) || self.listed_as(name).is_some() {
                continue;
            }
            if let [id] = known.find(&first(name))[..]
                && let person = known.get(id)
                && normalize(&person.name) == first(name)
                && person.attendance.is_some()
                && person.also.iter().all(|other| !other.contains(' '))
            {
                let found = match namesakes.len() {
                    1 => &mut self.longer,
                    _ => &mut self.may_be,
                };
                found.insert(normalize(name), stored_name(person));
            }
        }
    }

    /// Returns the nick that brackets use for somebody who is new in a list.
    pub(super) fn nick(&self, name: &str) -> Option<&str> {
        self.nicks.get(&normalize(name)).map(String::as_str)
    }
}

/// Finds those of whose names another form is written: the first name with the initial of the surname, `Tom B.`, or two letters for
/// one with dots, `juergen`.
fn find_as_written(known: &KnownPeople<'_>, name: &str) -> Vec<PersonId> {
    if let Some((first, initial)) = name.trim_end_matches('.').rsplit_once(' ')
        && initial.chars().count() == 1
    {
        let is_one = |id: &PersonId| {
            let surname = known.get(*id).name.rsplit(' ').next().unwrap_or_default();
            known.get(*id).name.contains(' ') && normalize(surname).starts_with(&normalize(initial))
        };
        let mut found = known.find(first);
        found.retain(is_one);
        if found.is_empty() {
            // Somebody else has the first name as a nick.
            found = known.find_by_first_name(first);
            found.retain(is_one);
        }
        return found;
    }
    let plain = name.to_lowercase();
    let plain = [("ae", "a"), ("oe", "o"), ("ue", "u")]
        .iter()
        .fold(plain, |name, (two, one)| name.replace(two, one));
    match plain.len() < name.len() {
        true => known.find(&plain),
        false => Vec::new(),
    }
}

/// Returns the words of a new name that are known people by themselves: `Ida` and `Bela` of `Ida Nor Bela`. A surname that somebody
/// else has, too, is none of them.
pub(super) fn within(known: &KnownPeople<'_>, name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let is_one = |word: &&&str| {
        let folded = normalize(word);
        known.find(word).into_iter().any(|id| {
            let person = known.get(id);
            let mut surnames = person.name.split(' ').skip(1).map(normalize);
            let is_first = normalize(person.first_name()) == folded;
            is_first || surnames.all(|surname| surname != folded)
        })
    };
    let within = words.iter().filter(|_| words.len() > 1).filter(is_one);
    within.map(|word| (*word).to_owned()).collect()
}

/// Finds those of whose full name a nick is made: of initials and surname, or of the beginning of the surname or the first name.
pub(super) fn find_by_nick(known: &KnownPeople<'_>, nick: &str) -> Vec<PersonId> {
    if nick.contains(char::is_whitespace) {
        return Vec::new();
    }
    let mut found = known.find_by_initials(nick);
    if found.is_empty() && is_short_word(nick) {
        found = known.find_by_surname(nick);
    }
    if found.is_empty() {
        found = known.find_by_short_form(nick);
    }
    found
}
