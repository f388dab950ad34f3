//! Finding a known person by what was typed, more tolerantly than a log is read.

use std::borrow::Cow;
use std::sync::Arc;

use crate::domain::entry::EVERYBODY;
use crate::domain::lookup_error::NameChoice;
use crate::domain::names::{Names, initials, latin, plain};
use crate::domain::person::{People, Person, PersonId};
use crate::domain::typo::is_typo;

/// Everybody who can be named.
pub(crate) struct KnownPeople<'p> {
    people: Cow<'p, People>,
}

impl<'p> KnownPeople<'p> {
    pub(crate) fn new(people: &'p People) -> Self {
        KnownPeople::of(Cow::Borrowed(people))
    }

    pub(crate) fn of(people: Cow<'p, People>) -> Self {
        KnownPeople { people }
    }

    /// Finds everybody whom a typed name may mean: those with that nick, or else with that first, last or other name or
    /// those words in the full name. What is spelled like a name comes before what only sounds like one.
    pub(crate) fn find(&self, typed: &str) -> Vec<PersonId> {
        let typed = [plain(typed), latin(typed)];
        if typed[0].is_empty() {
            return Vec::new();
        }
        let ways: [fn(&Names, &str) -> bool; 2] = [
            |names, typed| names.nick == typed,
            |names, typed| names.has(typed),
        ];
        let mut found = typed.iter().enumerate().flat_map(|(form, typed)| {
            let having = self.people.names().having(typed);
            ways.map(|way| self.ids(&having, |names| way(&names[form], typed)))
        });
        found.find(|ids| !ids.is_empty()).unwrap_or_default()
    }

    /// Returns whether a typed name may mean anybody.
    pub(crate) fn knows(&self, typed: &str) -> bool {
        let typed = [plain(typed), latin(typed)];
        let forms = &self.people.names().forms().of;
        !typed[0].is_empty()
            && typed.iter().enumerate().any(|(form, typed)| {
                let is = |place: usize| {
                    let names = &forms[place][form];
                    names.nick == *typed || names.has(typed)
                };
                self.people.names().any_having(typed, is)
            })
    }

    /// Finds those who go by a handle, with hyphens for blanks. One word between the first and the last name is not enough.
    pub(crate) fn find_by_handle(&self, handle: &str) -> Vec<PersonId> {
        let typed = handle.replace('-', " ");
        let wanted = latin(&typed);
        let mut found = self.find(&typed);
        found.retain(|id| {
            let [_, names] = self.people.names_of(*id);
            let ends = [names.words.first(), names.words.last(), Some(&names.nick)];
            wanted.contains(' ') || ends.contains(&Some(&wanted)) || names.others.contains(&wanted)
        });
        found
    }

    /// Finds those of whose initials and surname a nick is made: `arigo`, `cfbolz`, `antocuni`, `pedronis`, `cf`.
    pub(crate) fn find_by_initials(&self, nick: &str) -> Vec<PersonId> {
        let nick = latin(nick);
        let made_of = self.people.names().made_into(&nick);
        self.ids(&made_of, |[_, names]| is_made_of(&nick, &names.words))
    }

    /// Finds those whose surname begins with a nick: `fijal`.
    pub(crate) fn find_by_surname(&self, nick: &str) -> Vec<PersonId> {
        const ENOUGH: usize = 4;
        let nick = latin(nick);
        if nick.chars().count() < ENOUGH {
            return Vec::new();
        }
        let is_last = |words: &[String]| match words {
            [_, .., last] => last.starts_with(&nick),
            [] | [_] => false,
        };
        let beginning = self.people.names().beginning(&nick);
        self.ids(&beginning, |[_, names]| is_last(&names.words))
    }

    /// Finds those of whose first name a nick is a short form: `anto` of Antonio, but not `jan` of Jana.
    pub(crate) fn find_by_short_form(&self, nick: &str) -> Vec<PersonId> {
        const ENOUGH: usize = 3;
        const SHORTER: usize = 2;
        let nick = latin(nick);
        let length = nick.chars().count();
        if length < ENOUGH {
            return Vec::new();
        }
        let is_short =
            |name: &String| name.starts_with(&nick) && name.chars().count() >= length + SHORTER;
        let beginning = self.people.names().beginning(&nick);
        let is_first_short = |names: &Names| names.words.first().is_some_and(is_short);
        self.ids(&beginning, |[_, names]| is_first_short(names))
    }

    /// Finds those of a first name, whatever nick they have.
    pub(crate) fn find_by_first_name(&self, name: &str) -> Vec<PersonId> {
        let name = latin(name);
        let having = self.people.names().having(&name);
        self.ids(&having, |[_, names]| names.words.first() == Some(&name))
    }

    /// Finds those of whom a nick has the first letter and the beginning of the surname: `ale` of Anders Lehmann.
    pub(crate) fn find_by_beginnings(&self, nick: &str) -> Vec<PersonId> {
        const ENOUGH: usize = 2;
        let nick = latin(nick);
        let mut letters = nick.chars();
        let Some(initial) = letters.next() else {
            return Vec::new();
        };
        let surname = letters.as_str();
        if surname.chars().count() < ENOUGH {
            return Vec::new();
        }
        let beginning = self.people.names().beginning(surname);
        self.ids(&beginning, |[_, names]| match &names.words[..] {
            [first, .., last] => first.starts_with(initial) && last.starts_with(surname),
            [] | [_] => false,
        })
    }

    /// Finds those of whom a name, or a word of one, looks like what was typed or begins with it.
    pub(super) fn near(&self, typed: &str) -> Vec<PersonId> {
        let typed = latin(typed);
        let is_near = |name: &String| is_typo(name, &typed) || is_start(name, &typed);
        let like = self.people.names().all_like(&typed);
        self.ids(&like, |[_, names]| {
            let words = names.words.iter().chain(&names.others);
            is_near(&names.nick)
                || is_near(&names.words.join(" "))
                || words.into_iter().any(is_near)
        })
    }

    /// Returns whether a word looks like a typo of somebody's name.
    pub(super) fn is_slip(&self, typed: &str) -> bool {
        let typed = latin(typed);
        let is_slip = |name: &String| is_typo(name, &typed);
        let like = self.people.names().all_like(&typed);
        let slips = self.ids(&like, |[_, names]| {
            is_slip(&names.nick) || names.words.iter().any(is_slip)
        });
        is_typo(EVERYBODY, &typed) || !slips.is_empty()
    }

    /// Finds those whose name, or a word of it, what was typed looks like a typo of.
    fn slips(&self, typed: &str) -> Vec<PersonId> {
        let typed = latin(typed);
        let is_slip = |name: &String| is_typo(name, &typed);
        let like = self.people.names().all_like(&typed);
        self.ids(&like, |[_, names]| {
            is_slip(&names.nick)
                || is_slip(&names.words.join(" "))
                || names.words.iter().any(is_slip)
        })
    }

    /// Returns the nicks of those whose name, or a word of it, a handle looks like a typo of.
    pub(crate) fn nicks_like(&self, handle: &str) -> Vec<String> {
        let ids = self.slips(&handle.replace('-', " "));
        let nick = |id: PersonId| self.get(id).nick.replace(' ', "-");
        ids.into_iter().map(nick).collect()
    }

    /// Returns the full names of those whose name, or a word of it, what was typed looks like a typo of.
    pub(crate) fn slips_of(&self, typed: &str) -> Vec<String> {
        const SHOWN: usize = 3;
        let ids = self.slips(typed);
        let mut slips: Vec<String> = ids.iter().map(|id| self.get(*id).name.clone()).collect();
        if is_typo(EVERYBODY, &latin(typed)) {
            slips.push(EVERYBODY.to_owned());
        }
        slips.dedup();
        slips.truncate(SHOWN);
        slips
    }

    /// Returns whether a typed text is in somebody's full name and not at its beginning.
    pub(super) fn is_later_part(&self, id: PersonId, typed: &str) -> bool {
        let typed = latin(typed);
        let first = typed.split(' ').next();
        let [_, names] = self.people.names_of(id);
        let is_other = names.nick == typed || names.others.contains(&typed);
        !is_other && names.words.first().map(String::as_str) != first
    }

    pub(super) fn choices(&self, ids: &[PersonId]) -> Vec<NameChoice> {
        let people = ids.iter().map(|id| self.get(*id));
        let choice = |person: &Person| NameChoice {
            name: person.name.clone(),
            nick: person.nick.clone(),
        };
        people.map(choice).collect()
    }

    /// Returns how many words the longest name has; at least one.
    pub(super) fn longest(&self) -> usize {
        self.people.names().forms().longest.max(1)
    }

    pub(crate) fn get(&self, id: PersonId) -> &Person {
        self.people.get(id)
    }

    /// Returns those at some places whose names are so.
    fn ids(&self, places: &[usize], is: impl Fn(&[Arc<Names>; 2]) -> bool) -> Vec<PersonId> {
        let ids = self.people.ids_at(places);
        ids.filter(|id| is(self.people.names_of(*id))).collect()
    }
}

/// Returns whether a nick is made of the initials and the surname of a full name, or of initials alone.
fn is_made_of(nick: &str, name: &[String]) -> bool {
    let Some((last, firsts @ [first, more @ ..])) = name.split_last() else {
        return false;
    };
    let others = initials(more);
    let is_in_order = |rest: &str| {
        let mut others = others.chars();
        rest.chars()
            .all(|letter| others.any(|initial| initial == letter))
    };
    // The beginning of the first name, then initials.
    let is_of_firsts = |front: &str| {
        let places = front
            .char_indices()
            .map(|(place, letter)| place + letter.len_utf8());
        let mut starts = places.take_while(|end| first.starts_with(&front[..*end]));
        starts.any(|end| is_in_order(&front[end..]))
    };
    let is_of_last = last.chars().count() > 1
        && (nick.strip_suffix(last.as_str()).is_some_and(is_of_firsts)
            || nick
                .strip_prefix(last.as_str())
                .is_some_and(|rest| !rest.is_empty() && initials(firsts).starts_with(rest)));
    is_of_last || initials(name) == nick || firsts.len() > 1 && initials(firsts) == nick
}

fn is_start(name: &str, typed: &str) -> bool {
    const ENOUGH: usize = 3;
    typed.chars().count() >= ENOUGH && name.starts_with(typed)
}
