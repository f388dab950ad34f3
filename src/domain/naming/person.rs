//! The attendees that the words of `join` mean.

use super::known::KnownPeople;
use super::people::is_new_name;
use crate::domain::entry::EVERYBODY;
use crate::domain::lookup_error::{LookupError, NotOnePerson};
use crate::domain::person::{Attendee, Person, PersonId, is_name};
use crate::domain::sprint::Sprint;
use crate::domain::typo::typo_of;
use crate::text::normalize;

/// Somebody who joins, or of whom something more is said.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedAttendee {
    /// The full name as it is stored.
    pub person: String,
    pub nick: String,
    /// The known name that a new one is much like.
    pub like: Option<String>,
}

impl Sprint {
    /// Finds the attendees that typed words mean. Names are separated by commas alone. A word with a blank in it, as quotes
    /// make it, is a name whatever it looks like. `nick`: the nick that the only one is to have.
    pub fn read_attendees(
        &self,
        words: &[String],
        nick: Option<&str>,
        me: &str,
    ) -> Result<Vec<NamedAttendee>, LookupError> {
        let mut attendees: Vec<NamedAttendee> = Vec::new();
        for (name, is_quoted) in names(words) {
            let attendee = self.read_attendee(&name, is_quoted, nick, me, &attendees)?;
            attendees.push(attendee);
        }
        Ok(attendees)
    }

    fn read_attendee(
        &self,
        typed: &str,
        is_quoted: bool,
        nick: Option<&str>,
        me: &str,
        others: &[NamedAttendee],
    ) -> Result<NamedAttendee, LookupError> {
        let refused = |why| {
            Err(LookupError::NotOnePerson {
                typed: typed.to_owned(),
                why,
            })
        };
        let (name, is_namesake) = match typed.strip_prefix('+') {
            Some(name) => (name.trim_start(), true),
            None => (typed, false),
        };
        let (name, is_handle) = match name.strip_prefix('@') {
            Some(handle) => (handle, true),
            None => (name, false),
        };
        if name.contains('@') {
            return refused(NotOnePerson::Address);
        }
        if name.contains(['(', ')', '[', ']', '{', '}', '<', '>']) {
            return refused(NotOnePerson::Brackets);
        }
        let is_separator = |word: &str| word == "+" || normalize(word) == "and";
        if name.contains(['&', ';', '/', '、', '，']) || name.split(' ').any(is_separator) {
            return refused(NotOnePerson::Separator);
        }
        if !is_name(name) || is_reserved(name) || !is_new_name(name) || says_where(name) {
            return Err(LookupError::NotAName(typed.to_owned()));
        }
        let known = KnownPeople::new(&self.people);
        let found = self.attendee_called(&known, name)?;
        if is_namesake {
            if found.is_none() {
                return refused(NotOnePerson::NoNamesake);
            }
        } else if let Some(id) = found {
            return self.say_more(id, nick);
        }
        let is_lower = |word: &str| word.starts_with(char::is_lowercase);
        let words: Vec<String> = name.split(' ').map(str::to_owned).collect();
        if words.len() > 1 && !is_quoted && !is_namesake {
            if words.iter().all(|word| is_lower(word)) {
                return refused(NotOnePerson::LowerCase);
            }
            let people = self.read_people(&words, me);
            if people.is_ok_and(|people| people.all().len() > 1) {
                return refused(NotOnePerson::KnownNames);
            }
        }
        let is_one_word = words.len() == 1 && !is_namesake;
        if let Some(person) = self.called_last(&known, name).filter(|_| is_one_word) {
            return refused(NotOnePerson::LastName(person.name.clone()));
        }
        let has_same_name = |one: Attendee<'_>| normalize(&one.person.name) == normalize(name);
        let is_same = self.people.attendees().any(has_same_name);
        let plus = if is_namesake && is_same { "+" } else { "" };
        let nick = match nick {
            Some(nick) => nick.to_owned(),
            None if is_handle => name.to_owned(),
            None => self.new_nick(name, others),
        };
        Ok(NamedAttendee {
            person: format!("{plus}{name}"),
            nick,
            like: self.like_name(name).filter(|_| !is_namesake),
        })
    }

    fn say_more(&self, id: PersonId, nick: Option<&str>) -> Result<NamedAttendee, LookupError> {
        let person = self.people.get(id);
        Ok(NamedAttendee {
            person: person.name.clone(),
            nick: nick.unwrap_or(&person.nick).to_owned(),
            like: None,
        })
    }

    /// Finds the one attendee who is called so: by full name, or else by a name that begins like the full one, by nick or
    /// another name.
    fn attendee_called(
        &self,
        known: &KnownPeople<'_>,
        typed: &str,
    ) -> Result<Option<PersonId>, LookupError> {
        let mut attendees = self.people.attendees();
        let wholly = attendees.find(|one| normalize(&one.person.name) == normalize(typed));
        if let Some(attendee) = wholly {
            return Ok(Some(attendee.id));
        }
        let mut found = known.find(typed);
        found.retain(|id| {
            self.people.get(*id).attendance.is_some() && !known.is_later_part(*id, typed)
        });
        match found[..] {
            [] => Ok(None),
            [id] => Ok(Some(id)),
            _ => Err(LookupError::SharedName {
                name: typed.to_owned(),
                choices: known.choices(&found),
            }),
        }
    }

    /// Finds an attendee whose last name was typed.
    fn called_last(&self, known: &KnownPeople<'_>, typed: &str) -> Option<&Person> {
        let people = known.find(typed).into_iter().map(|id| self.people.get(id));
        people
            .into_iter()
            .find(|person| person.attendance.is_some())
    }

    /// Makes a nick that nobody has: the first name, or else the whole name, or else that and a number.
    fn new_nick(&self, name: &str, others: &[NamedAttendee]) -> String {
        let is_free = |nick: &String| {
            let is_nick = |other: &NamedAttendee| normalize(&other.nick) == normalize(nick);
            self.people.nick_holder(nick).is_none()
                && !others.iter().any(is_nick)
                && !is_reserved(nick)
        };
        let first = name.split_whitespace().find(|word| is_name(word));
        let first = first.unwrap_or(name).to_lowercase();
        let whole = slug::slugify(name);
        let numbered = (2_u32..).map(|number| format!("{whole}-{number}"));
        let mut nicks = [first, whole.clone()].into_iter().chain(numbered);
        nicks.find(is_free).unwrap_or(whole)
    }

    /// Finds the known name that a new one looks like a typo of.
    fn like_name(&self, typed: &str) -> Option<String> {
        let like = typo_of(typed, self.people.all_names().map(|(_, name)| name));
        // Who was called Adrian so far may well be Adrian Kuhn.
        let is_longer = |known: &String| normalize(typed).starts_with(&(normalize(known) + " "));
        like.filter(|known| !is_longer(known))
    }
}

/// Cuts typed words at commas into names, each on one line, and whether it was quoted.
fn names(words: &[String]) -> Vec<(String, bool)> {
    let is_quoted = |name: &str| {
        words
            .iter()
            .any(|word| word.contains(char::is_whitespace) && word.contains(name))
    };
    let joined = words.join(" ");
    let names = joined
        .split(',')
        .map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
    let names = names.filter(|name| !name.is_empty());
    names
        .map(|name| {
            let quoted = name.contains(' ') && is_quoted(&name);
            (name, quoted)
        })
        .collect()
}

/// Returns whether a name means something else where people are named.
pub fn is_reserved(name: &str) -> bool {
    let words = [EVERYBODY, "everyone", "all", "me"];
    words.contains(&normalize(name).as_str()) || name.ends_with('?')
}

fn says_where(name: &str) -> bool {
    name.ends_with(" around") || name.ends_with(" remotely")
}
