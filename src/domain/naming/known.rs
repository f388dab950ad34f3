//! Finding a known person by what was typed, more tolerantly than a log is read.

use std::borrow::Cow;

use icu_properties::CodePointMapData;
use icu_properties::props::Script;

use crate::domain::entry::EVERYBODY;
use crate::domain::lookup_error::NameChoice;
use crate::domain::person::{People, Person, PersonId};
use crate::domain::typo::is_typo;
use crate::text::normalize;

/// Everybody who can be named, with their names in the forms that are compared.
pub(crate) struct KnownPeople<'p> {
    people: Cow<'p, People>,
    /// In the order of `people`.
    names: Vec<[Names; 2]>,
}

/// The names of one person in one form.
struct Names {
    nick: String,
    /// The words of the full name.
    words: Vec<String>,
    others: Vec<String>,
}

impl Names {
    fn new(person: &Person, form: fn(&str) -> String) -> Self {
        let words = form(&person.name);
        Names {
            nick: form(&person.nick),
            words: words.split(' ').map(str::to_owned).collect(),
            others: person.also.iter().map(|name| form(name)).collect(),
        }
    }

    /// Returns whether a typed text is an other name of the person or some words of the full name, in order.
    fn has(&self, typed: &str) -> bool {
        let mut words = self.words.iter();
        let mut is_in_order = || {
            typed
                .split(' ')
                .all(|word| words.any(|other| other == word))
        };
        self.others.iter().any(|name| name == typed) || is_in_order()
    }
}

impl<'p> KnownPeople<'p> {
    pub(crate) fn new(people: &'p People) -> Self {
        KnownPeople::of(Cow::Borrowed(people))
    }

    pub(crate) fn of(people: Cow<'p, People>) -> Self {
        let names = people.iter();
        let names = names.map(|(_, person)| [Names::new(person, plain), Names::new(person, latin)]);
        let names = names.collect();
        KnownPeople { people, names }
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
        let found = typed
            .iter()
            .enumerate()
            .flat_map(|(form, typed)| ways.map(|way| self.ids(|names| way(&names[form], typed))));
        found
            .into_iter()
            .find(|ids| !ids.is_empty())
            .unwrap_or_default()
    }

    /// Finds those of whose initials and surname a nick is made: `arigo`, `cfbolz`, `antocuni`, `pedronis`, `cf`.
    pub(crate) fn find_by_initials(&self, nick: &str) -> Vec<PersonId> {
        let nick = latin(nick);
        self.ids(|[_, names]| is_made_of(&nick, &names.words))
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
        self.ids(|[_, names]| is_last(&names.words))
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
        self.ids(|[_, names]| names.words.first().is_some_and(is_short))
    }

    /// Finds those of whom a name, or a word of one, looks like what was typed or begins with it.
    pub(super) fn near(&self, typed: &str) -> Vec<PersonId> {
        let typed = latin(typed);
        let is_near = |name: &String| is_typo(name, &typed) || is_start(name, &typed);
        self.ids(|[_, names]| {
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
        let mut names = self.names.iter().map(|[_, names]| names);
        is_typo(EVERYBODY, &typed)
            || names.any(|names| is_slip(&names.nick) || names.words.iter().any(is_slip))
    }

    /// Returns the full names of those whose name, or a word of it, what was typed looks like a typo of.
    pub(crate) fn slips_of(&self, typed: &str) -> Vec<String> {
        const SHOWN: usize = 3;
        let typed = latin(typed);
        let is_slip = |name: &String| is_typo(name, &typed);
        let ids = self.ids(|[_, names]| {
            is_slip(&names.nick)
                || is_slip(&names.words.join(" "))
                || names.words.iter().any(is_slip)
        });
        let mut slips: Vec<String> = ids.iter().map(|id| self.get(*id).name.clone()).collect();
        if is_typo(EVERYBODY, &typed) {
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
        let is_later_in = |names: &[Names; 2]| {
            let [_, names] = names;
            let is_other = names.nick == typed || names.others.contains(&typed);
            !is_other && names.words.first().map(String::as_str) != first
        };
        self.ids(is_later_in).contains(&id)
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
        let length = |[names, _]: &[Names; 2]| {
            let others = names.others.iter().chain([&names.nick]);
            let others = others.map(|name| name.split(' ').count());
            others.chain([names.words.len()]).max().unwrap_or(1)
        };
        self.names.iter().map(length).max().unwrap_or(1)
    }

    pub(crate) fn get(&self, id: PersonId) -> &Person {
        self.people.get(id)
    }

    fn ids(&self, is: impl Fn(&[Names; 2]) -> bool) -> Vec<PersonId> {
        let people = self.people.iter().zip(&self.names);
        let found = people.filter(|(_, names)| is(names));
        found.map(|((id, _), _)| id).collect()
    }
}

/// Returns whether a nick is made of the initials and the surname of a full name, or of initials alone.
fn is_made_of(nick: &str, name: &[String]) -> bool {
    let Some((last, firsts @ [first, more @ ..])) = name.split_last() else {
        return false;
    };
    let initials = |words: &[String]| -> String {
        words
            .iter()
            .filter_map(|word| word.chars().next())
            .collect()
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

/// Gives a name the form in which typed names are compared: a hyphen is a blank, and apostrophes and full stops are nothing.
fn plain(name: &str) -> String {
    let marked = name.chars().filter_map(|letter| match letter {
        '-' | '\u{2010}' | '\u{2011}' => Some(' '),
        '\'' | '’' | 'ʼ' | '`' | '´' | '.' => None,
        letter => Some(letter),
    });
    normalize(&marked.collect::<String>())
}

/// Gives a name the same form with the letters of the Latin script that have no decomposition, such as ł, ø, đ and ß, as
/// those who have no such key type them.
fn latin(name: &str) -> String {
    let name = plain(name);
    if name.is_ascii() {
        return name;
    }
    let mut latin = String::with_capacity(name.len());
    for letter in name.chars() {
        match deunicode::deunicode_char(letter) {
            Some(typed) if CodePointMapData::<Script>::new().get(letter) == Script::Latin => {
                latin.push_str(typed);
            }
            _ => latin.push(letter),
        }
    }
    latin.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_without_a_decomposition_are_what_is_typed_for_them() {
        for (name, typed) in [
            ("Łukasz", "lukasz"),
            ("Søren", "soren"),
            ("Đorđe", "dorde"),
            ("Straße", "strasse"),
            ("Siobhán O’Brien", "siobhan obrien"),
            ("Jean-Philippe", "jean philippe"),
            ("王小明", "王小明"),
            ("Ærø", "aero"),
            ("Ольга", "ольга"),
        ] {
            assert_eq!(latin(name), typed);
        }
    }
}
