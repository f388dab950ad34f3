//! The attendees that the words of `join` mean.

use chrono::NaiveDate;
use lean_string::LeanString;

use super::beside::{beside_name, is_affiliation, stay_of};
use super::known::KnownPeople;
use super::people::{is_new_name, read_list};
use crate::domain::entry::Join;
use crate::domain::lookup_error::{LookupError, NotOnePerson};
use crate::domain::person::{People, Person, PersonId, is_everybody, is_name};
use crate::domain::sprint::Sprint;
use crate::domain::typo::typo_of;
use crate::text::{is_of, normalize, one_line};

/// Somebody who joins, or of whom something more is said.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedAttendee {
    /// The full name as it is stored.
    pub person: String,
    pub nick: String,
    /// Who it is, if they attend already.
    pub id: Option<PersonId>,
    /// The former nick of one of several attendees with the same name: it says which of them gets the new one.
    pub former_nick: Option<String>,
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
        self.people.read_attendees(words, nick, me)
    }
}

impl People {
    /// Adds somebody who joins. Whether the nick is free is seen when that is recorded.
    pub(crate) fn expect(&mut self, attendee: &NamedAttendee) {
        self.forget_mentioned(&attendee.person, &attendee.nick);
        let join = Join {
            person: attendee.person.as_str().into(),
            nick: attendee.nick.as_str().into(),
            also: attendee.former_nick.iter().map(LeanString::from).collect(),
            ..Join::default()
        };
        self.join(&join, NaiveDate::default()).ok();
    }

    /// Finds the first of those who were only named, and whose full name begins with the words of a new one.
    pub(crate) fn mentioned_called_longer(&self, new: &str) -> Option<String> {
        let start = normalize(new) + " ";
        let may_be = self.names().beginning(&start);
        let mut people = self.ids_at(&may_be).map(|id| self.get(id));
        let is_longer = |person: &&Person| {
            person.attendance.is_none() && normalize(&person.name).starts_with(&start)
        };
        people.find(is_longer).map(|person| person.name.clone())
    }

    /// Finds the first attendee whose whole name so far is the beginning of a new one, or its last words.
    pub(crate) fn attendee_called_shorter(&self, new: &str) -> Option<PersonId> {
        let new = normalize(new);
        let parts = new.match_indices(' ');
        let parts = parts.flat_map(|(blank, _)| [&new[..blank], &new[blank + 1..]]);
        let known = parts.flat_map(|part| {
            let called = self.attendees_called(part);
            called.filter(move |known| normalize(&known.person.name) == part)
        });
        known.map(|known| known.id).min()
    }

    /// Adds somebody who is named on an item, such as `+Amaury`.
    pub(crate) fn mention(&mut self, name: &str) {
        self.person_ref(name);
    }

    fn read_attendees(
        &self,
        words: &[String],
        nick: Option<&str>,
        me: &str,
    ) -> Result<Vec<NamedAttendee>, LookupError> {
        let mut attendees: Vec<NamedAttendee> = Vec::new();
        let typed_names = typed_names(words);
        self.refuse_affiliations(&typed_names)?;
        if let [typed] = &typed_names[..] {
            let attendee = self.read_attendee(typed, nick, me)?;
            return Ok(vec![self.with_like(attendee, typed)]);
        }
        // Each is known to those after them.
        let mut known = self.clone();
        let mut named = Vec::new();
        let all: Vec<String> = typed_names.iter().map(|typed| typed.name.clone()).collect();
        for (place, typed) in typed_names.into_iter().enumerate() {
            let before = attendees.last().map(|before| before.person.as_str());
            let attendee = known.read_attendee(&typed, None, me);
            let attendee = attendee.map_err(|error| match error {
                LookupError::NotOnePerson {
                    typed,
                    why: NotOnePerson::Separator(names),
                } if names.len() > 1 => {
                    let names = [&all[..place], &names, &all[place + 1..]].concat();
                    let why = NotOnePerson::Separator(names);
                    LookupError::NotOnePerson { typed, why }
                }
                error => said_of(before, error),
            })?;
            let attendee = known.with_like(attendee, &typed);
            known.expect(&attendee);
            let id = known.nick_holder(&attendee.nick);
            if named.contains(&id) {
                return Err(LookupError::NotOnePerson {
                    typed: typed.name,
                    why: NotOnePerson::Repeated(attendee.person),
                });
            }
            named.push(id);
            attendees.push(attendee);
        }
        Ok(attendees)
    }

    /// Refuses what is typed like the name of somebody, and is that of a place where people work.
    fn refuse_affiliations(&self, typed_names: &[TypedName]) -> Result<(), LookupError> {
        let known = KnownPeople::new(self);
        for (place, typed) in typed_names.iter().enumerate() {
            let before = place.checked_sub(1).map(|place| &typed_names[place].name);
            // Among several, an abbreviation is one of their nicks.
            let beside = before.filter(|_| typed_names.len() == 2);
            if !typed.is_quoted
                && !typed.name.starts_with(['+', '@'])
                && is_affiliation(&typed.name, beside.map(String::as_str))
                && self.attendee_known_as(&known, &typed.name).is_none()
            {
                return Err(LookupError::NotOnePerson {
                    typed: typed.name.clone(),
                    why: NotOnePerson::Affiliation {
                        name: before.cloned().unwrap_or_default(),
                    },
                });
            }
        }
        Ok(())
    }

    /// Finds the attendee that a name of a document means. What it is like is not looked for.
    pub(crate) fn attendee(
        &self,
        name: &str,
        nick: Option<&str>,
        me: &str,
    ) -> Result<NamedAttendee, LookupError> {
        let name = one_line(name);
        let is_quoted = name.contains(' ');
        self.read_attendee(&TypedName { name, is_quoted }, nick, me)
    }

    /// Adds the known name that the name of somebody new is much like.
    fn with_like(&self, attendee: NamedAttendee, typed: &TypedName) -> NamedAttendee {
        let is_new = attendee.id.is_none() && !typed.name.starts_with('+');
        let like = is_new.then(|| self.like_name(&attendee.person)).flatten();
        NamedAttendee { like, ..attendee }
    }

    fn read_attendee(
        &self,
        typed: &TypedName,
        nick: Option<&str>,
        me: &str,
    ) -> Result<NamedAttendee, LookupError> {
        let TypedName {
            name: typed,
            is_quoted,
        } = typed;
        let refused = |why| {
            Err(LookupError::NotOnePerson {
                typed: typed.to_owned(),
                why,
            })
        };
        let (name, is_namesake) = match typed.strip_prefix('+') {
            Some(name) => (name.trim_start(), true),
            None => (typed.as_str(), false),
        };
        let (name, is_handle) = match name.strip_prefix('@') {
            Some(handle) => (handle, true),
            None => (name, false),
        };
        let known = KnownPeople::new(self);
        if !is_quoted
            && !is_namesake
            && let Some((typed, why)) = beside_name(name)
            && self.attendee_known_as(&known, name).is_none()
        {
            return Err(LookupError::NotOnePerson { typed, why });
        }
        check_letters(typed, name)?;
        if is_namesake {
            // Beside a helper, only a name of theirs that is not all of it says that somebody else is meant.
            let is_part = |id: &PersonId| normalize(&self.get(*id).name) != normalize(name);
            let is_known = self.attendee_known_as(&known, name).is_some()
                || known.find(name).iter().any(is_part);
            if !is_known {
                return refused(NotOnePerson::NoNamesake);
            }
        } else if let Some(id) = self.attendee_called(&known, name)? {
            return Ok(self.say_more(id, nick));
        }
        let words: Vec<String> = name.split(' ').map(str::to_owned).collect();
        if words.len() > 1
            && !*is_quoted
            && !is_namesake
            && let Some(why) = self.may_be_several(&known, &words, me)
        {
            return refused(why);
        }
        let is_one_word = words.len() == 1 && !is_namesake;
        if let Some(person) = self.attendee_known_as(&known, name).filter(|_| is_one_word) {
            return refused(NotOnePerson::LastName(person.name.clone()));
        }
        let is_same = !self.attendees_named(name).is_empty();
        let plus = if is_namesake && is_same { "+" } else { "" };
        let nick = match nick {
            Some(nick) => nick.to_owned(),
            None if is_handle => name.to_owned(),
            None => self.new_nick(name),
        };
        Ok(NamedAttendee {
            person: format!("{plus}{name}"),
            nick,
            id: None,
            former_nick: None,
            like: None,
        })
    }

    /// Returns why words may be the names of several people.
    fn may_be_several(
        &self,
        known: &KnownPeople<'_>,
        words: &[String],
        me: &str,
    ) -> Option<NotOnePerson> {
        if words
            .iter()
            .all(|word| word.starts_with(char::is_lowercase))
        {
            return Some(NotOnePerson::LowerCase);
        }
        let people = read_list(known, words, me);
        // A longer name may begin with a known one, and does not go on with one.
        let goes_on = (1..words.len() - 1).any(|from| {
            let mut ends = from + 2..=words.len();
            ends.any(|end| !self.attendees_named(&words[from..end].join(" ")).is_empty())
        });
        let are_several = goes_on || people.is_ok_and(|people| people.all().len() > 1);
        are_several.then_some(NotOnePerson::KnownNames)
    }

    fn say_more(&self, id: PersonId, nick: Option<&str>) -> NamedAttendee {
        let person = self.get(id);
        let is_renamed = nick.is_some_and(|nick| normalize(nick) != normalize(&person.nick));
        let has_namesake = self.attendees_named(&person.name).len() > 1;
        let former_nick = Some(&person.nick).filter(|_| is_renamed && has_namesake);
        NamedAttendee {
            person: person.name.clone(),
            nick: nick.unwrap_or(&person.nick).to_owned(),
            id: Some(id),
            former_nick: former_nick.cloned(),
            like: None,
        }
    }

    /// Finds all attendees with a full name.
    fn attendees_named(&self, name: &str) -> Vec<PersonId> {
        let name = normalize(name);
        let attendees = self.attendees_called(&name);
        let named = attendees.filter(|one| normalize(&one.person.name) == name);
        named.map(|one| one.id).collect()
    }

    /// Finds the one attendee who is called so: by full name, or else by a name that begins like the full one, by nick or
    /// another name. Of several with the same full name, one is meant by the nick, letter for letter.
    fn attendee_called(
        &self,
        known: &KnownPeople<'_>,
        typed: &str,
    ) -> Result<Option<PersonId>, LookupError> {
        let mut found = self.attendees_named(typed);
        if found.len() > 1 && found.iter().any(|id| self.get(*id).nick == typed) {
            found.retain(|id| self.get(*id).nick == typed);
        }
        if found.is_empty() {
            found = known.find(typed);
            found.retain(|id| {
                self.get(*id).attendance.is_some() && !known.is_later_part(*id, typed)
            });
        }
        match found[..] {
            [] => Ok(None),
            [id] => Ok(Some(id)),
            _ => Err(LookupError::SharedName {
                name: typed.to_owned(),
                choices: known.choices(&found),
            }),
        }
    }

    /// Finds an attendee with a typed name, be it only the last name.
    fn attendee_known_as(&self, known: &KnownPeople<'_>, typed: &str) -> Option<&Person> {
        let people = known.find(typed).into_iter().map(|id| self.get(id));
        people
            .into_iter()
            .find(|person| person.attendance.is_some())
    }

    /// Makes a nick that nobody has: the first name, or else the whole name, or else that and a number.
    pub(in crate::domain) fn new_nick(&self, name: &str) -> String {
        let is_free = |nick: &String| self.nick_holder(nick).is_none() && !is_reserved(nick);
        // An initial is not what somebody is called by.
        let is_called = |word: &&str| is_name(word) && !word.ends_with('.');
        let first = name.split_whitespace().find(is_called);
        let first = first.unwrap_or(name).to_lowercase();
        let whole = slug::slugify(name);
        let numbered = (2_u32..).map(|number| format!("{whole}-{number}"));
        let mut nicks = [first, whole.clone()].into_iter().chain(numbered);
        nicks.find(is_free).unwrap_or(whole)
    }

    /// Finds the known name that a new one looks like a typo of.
    fn like_name(&self, typed: &str) -> Option<String> {
        let like = typo_of(
            typed,
            self.like(typed).flat_map(|(_, person)| person.names()),
        );
        // Who was called Adrian so far may well be Adrian Kuhn.
        let is_longer = |known: &String| normalize(typed).starts_with(&(normalize(known) + " "));
        like.filter(|known| !is_longer(known))
    }
}

/// Refuses a name with signs in it that no name has. `typed`: with the signs before it that say who is meant.
fn check_letters(typed: &str, name: &str) -> Result<(), LookupError> {
    let refused = |why| {
        Err(LookupError::NotOnePerson {
            typed: typed.to_owned(),
            why,
        })
    };
    if name.contains('@') {
        return refused(NotOnePerson::Address);
    }
    if name.contains(['(', ')', '[', ']', '{', '}', '<', '>']) {
        let bracket = name.trim_end_matches([')', ']']).split_once(['(', '[']);
        let stay = bracket.and_then(|(name, inside)| {
            let (name, said) = (name.trim_end().to_owned(), stay_of(inside)?);
            Some(NotOnePerson::Stay { name, said })
        });
        return refused(stay.unwrap_or(NotOnePerson::Brackets));
    }
    const SEPARATORS: [char; 5] = ['&', ';', '/', '、', '，'];
    let is_separator = |word: &&str| *word == "+" || normalize(word) == "and";
    if let Some((name, behind)) = cut_at_stop(name) {
        let names = [name, behind].map(|name| name.trim_end_matches('.').to_owned());
        return refused(NotOnePerson::Separator(names.to_vec()));
    }
    if name.contains(SEPARATORS) || name.split(' ').any(|word| is_separator(&word)) {
        let words: Vec<&str> = name.split(' ').collect();
        let names = words.split(is_separator).map(|words| words.join(" "));
        let names: Vec<String> = names
            .flat_map(|names| {
                let names = names.split(SEPARATORS).map(|name| name.trim().to_owned());
                names.collect::<Vec<_>>()
            })
            .filter(|name| name.contains(char::is_alphabetic))
            .collect();
        return refused(NotOnePerson::Separator(names));
    }
    let is_no_word = |word: &str| !word.chars().any(char::is_alphabetic);
    let is_name = is_name(name) && !is_reserved(name) && is_new_name(name);
    let is_list = name.trim_end_matches('.').ends_with(" etc");
    if !is_name || is_list || name.split(' ').any(is_no_word) {
        return Err(LookupError::NotAName(typed.to_owned()));
    }
    Ok(())
}

/// Cuts a name at a full stop behind a last name: `Fay Olsen. Gil Roth`. What is cut short is a title or in the middle of a name.
fn cut_at_stop(name: &str) -> Option<(&str, &str)> {
    let mut stops = name.match_indices(". ");
    stops.find_map(|(at, stop)| {
        let (before, behind) = (&name[..at], &name[at + stop.len()..]);
        let (_, last) = before.rsplit_once(' ')?;
        is_whole_word(last).then_some((before, behind))
    })
}

/// Returns whether a word before a full stop is not cut short by it, as `Jr` and `Joh` are.
fn is_whole_word(word: &str) -> bool {
    const SHORTEST: usize = 4;
    !is_of("mult prof univ", &word.to_lowercase())
        && word.chars().filter(|letter| letter.is_alphabetic()).count() >= SHORTEST
}

/// Removes the full stop that ends a list of names.
fn without_stop(name: &str) -> &str {
    let bare = name.trim_end_matches('.');
    let last = bare.rsplit(' ').next().unwrap_or_default();
    match is_whole_word(last) && !name.ends_with("..") {
        true => bare,
        false => name,
    }
}

/// Adds to an error about days or a role of nobody the name before them.
fn said_of(before: Option<&str>, mut error: LookupError) -> LookupError {
    if let LookupError::NotOnePerson {
        why: NotOnePerson::Stay { name, .. },
        ..
    } = &mut error
        && name.is_empty()
    {
        name.push_str(before.unwrap_or_default());
    }
    error
}

/// A name of a list that was typed, on one line.
struct TypedName {
    name: String,
    is_quoted: bool,
}

/// Cuts typed words at commas into names.
fn typed_names(words: &[String]) -> Vec<TypedName> {
    let is_quoted = |name: &str| {
        let mut quoted = words
            .iter()
            .filter(|word| word.contains(char::is_whitespace));
        name.contains(' ') && quoted.any(|word| word.contains(name))
    };
    let joined = words.join(" ");
    let names = joined.split(',').map(|name| {
        let name = one_line(name);
        without_stop(&name).to_owned()
    });
    let names = names.filter(|name| !name.is_empty());
    names
        .map(|name| TypedName {
            is_quoted: is_quoted(&name),
            name,
        })
        .collect()
}

/// Returns whether a name means something else where people are named.
pub fn is_reserved(name: &str) -> bool {
    is_everybody(name) || normalize(name) == "me" || name.ends_with('?')
}
