//! The people of a sprint and the names that they go by.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::entry::{EVERYBODY, Join, Role};
use crate::text::normalize;

/// Somebody who was named in a sprint.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The name in full, or what was typed of somebody who never joined.
    pub name: String,
    pub nick: String,
    pub also: Vec<String>,
    /// When and as what they attend; `None` for somebody who is only mentioned.
    pub attendance: Option<Attendance>,
}

/// How somebody takes part. A day that is `None` is the first or the last of the sprint.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attendance {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub role: Option<Role>,
    pub org: Option<String>,
}

impl Attendance {
    /// Returns whether the person is present on `day`.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Returns whether the person is present on any of the days; `None` is an open end.
    pub fn overlaps(&self, from: Option<NaiveDate>, to: Option<NaiveDate>) -> bool {
        let before = |start: Option<NaiveDate>, end: Option<NaiveDate>| {
            start.zip(end).is_none_or(|(start, end)| start <= end)
        };
        before(self.from, to) && before(from, self.to)
    }
}

impl Person {
    /// Returns the first word of the full name.
    pub fn first_name(&self) -> &str {
        self.name.split_whitespace().next().unwrap_or(&self.name)
    }

    /// Returns what a list of names is sorted by: the last word of the full name, then all of it.
    pub fn sort_key(&self) -> (String, String) {
        let last = self.name.split_whitespace().next_back().unwrap_or_default();
        (normalize(last), normalize(&self.name))
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        [self.name.as_str(), self.first_name(), self.nick.as_str()]
            .into_iter()
            .chain(self.also.iter().map(String::as_str))
    }
}

/// A person's place in [`People`]; valid for one state of a sprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(usize);

/// Somebody who is named for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonRef {
    pub(crate) who: Who,
    /// Typed with a question mark: shown, and not credited.
    pub doubtful: bool,
}

/// One person, or all who are present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    Person(PersonId),
    Everybody,
}

/// Everybody who was named, attendees first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct People {
    list: Vec<Person>,
    /// The owner of each normalized nick. Most names in a log are nicks.
    nicks: HashMap<String, PersonId>,
}

impl People {
    /// Returns everybody, in the order in which they were first named.
    pub fn iter(&self) -> impl Iterator<Item = (PersonId, &Person)> {
        self.list
            .iter()
            .enumerate()
            .map(|(place, person)| (PersonId(place), person))
    }

    /// Returns everybody who joined.
    pub fn attendees(&self) -> impl Iterator<Item = (PersonId, &Person, &Attendance)> {
        self.iter().filter_map(|(id, person)| {
            person
                .attendance
                .as_ref()
                .map(|attendance| (id, person, attendance))
        })
    }

    /// Returns the person with an id. The id must come from this value.
    pub fn get(&self, id: PersonId) -> &Person {
        &self.list[id.0]
    }

    /// Returns the short name to print: for an attendee a nick with a capital letter, or else the first name if nobody
    /// else has it; otherwise the full name.
    pub fn short_name(&self, id: PersonId) -> &str {
        let person = self.get(id);
        let first = normalize(person.first_name());
        let shared = || {
            self.iter()
                .any(|(other, someone)| other != id && normalize(someone.first_name()) == first)
        };
        if person.attendance.is_none() {
            &person.name
        } else if person.nick.chars().any(char::is_uppercase) {
            &person.nick
        } else if shared() {
            &person.name
        } else {
            person.first_name()
        }
    }

    /// Returns the short name, with a question mark if in doubt.
    pub fn print(&self, person_ref: PersonRef) -> String {
        let name = match person_ref.who {
            Who::Person(id) => self.short_name(id),
            Who::Everybody => EVERYBODY,
        };
        let mark = if person_ref.doubtful { "?" } else { "" };
        format!("{name}{mark}")
    }

    /// Returns the printed form of a name in a log.
    pub fn print_name(&self, stored: &str) -> String {
        self.stored(stored)
            .map_or_else(|| stored.to_owned(), |person_ref| self.print(person_ref))
    }

    /// Finds whom a name in a log means, if that is known.
    pub fn stored(&self, written: &str) -> Option<PersonRef> {
        let (name, doubtful) = split_doubt(written);
        let who = if normalize(name) == EVERYBODY {
            Some(Who::Everybody)
        } else {
            self.referred(name).map(Who::Person)
        };
        who.map(|who| PersonRef { who, doubtful })
    }

    /// Finds everybody whom a typed name may mean, whatever its case and accents. Full names and other names that were
    /// given come before nicks and first names, and attendees before those who were only mentioned.
    pub fn named(&self, typed: &str) -> Vec<PersonId> {
        let wanted = normalize(typed);
        if wanted.is_empty() {
            return Vec::new();
        }
        let is = |name: &str| normalize(name) == wanted;
        let wholly = |person: &Person| is(&person.name) || person.also.iter().any(|name| is(name));
        let partly = |person: &Person| is(&person.nick) || is(person.first_name());
        let ways: [&dyn Fn(&Person) -> bool; 4] = [
            &|person| person.attendance.is_some() && wholly(person),
            &|person| person.attendance.is_some() && partly(person),
            &wholly,
            &partly,
        ];
        let found = ways.iter().map(|way| {
            self.iter()
                .filter(|(_, person)| way(person))
                .map(|(id, _)| id)
                .collect()
        });
        found
            .into_iter()
            .find(|people: &Vec<PersonId>| !people.is_empty())
            .unwrap_or_default()
    }

    /// Returns how many words the longest name has, at least one.
    pub(super) fn longest_name(&self) -> usize {
        let names = self.all_names();
        let words = names.map(|(_, name)| name.split_whitespace().count());
        words.max().unwrap_or(1).max(1)
    }

    /// Returns every name that somebody goes by, for suggestions.
    pub fn all_names(&self) -> impl Iterator<Item = (PersonId, &str)> {
        self.iter()
            .flat_map(|(id, person)| person.names().map(move |name| (id, name)))
    }

    /// Finds the person whom a name in a log means: the one with that nick, or else the only one with that name.
    pub(super) fn referred(&self, name: &str) -> Option<PersonId> {
        self.nicks
            .get(&normalize(name))
            .copied()
            .or_else(|| match self.named(name)[..] {
                [id] => Some(id),
                _ => None,
            })
    }

    /// Finds whom a name in a log means, and adds them if they are not known.
    pub(super) fn person_ref(&mut self, written: &str) -> PersonRef {
        self.stored(written).unwrap_or_else(|| {
            let (name, doubtful) = split_doubt(written);
            let id = self.add(Person {
                name: name.to_owned(),
                nick: name.to_owned(),
                also: Vec::new(),
                attendance: None,
            });
            PersonRef {
                who: Who::Person(id),
                doubtful,
            }
        })
    }

    /// Adds an attendee or changes one. A new nick replaces the old one, which stays a name of theirs.
    ///
    /// # Errors
    ///
    /// The one who has the nick already, if that is somebody else.
    pub(super) fn join(&mut self, join: &Join) -> Result<(), PersonId> {
        let is_named = |person: &Person| normalize(&person.name) == normalize(&join.person);
        let has_nick = self.nicks.get(&normalize(&join.nick)).copied();
        let named = || self.iter().find(|(_, person)| is_named(person));
        let id = match has_nick.or_else(|| named().map(|(id, _)| id)) {
            Some(holder) if !is_named(self.get(holder)) => {
                // They still attend, under their full name.
                let renamed = Join {
                    nick: join.person.clone(),
                    ..join.clone()
                };
                let is_taken = normalize(&join.nick) == normalize(&join.person);
                return if is_taken {
                    Err(holder)
                } else {
                    self.join(&renamed).and(Err(holder))
                };
            }
            Some(id) => id,
            None => self.add(Person {
                name: join.person.clone(),
                nick: join.nick.clone(),
                also: Vec::new(),
                attendance: None,
            }),
        };
        let person = &mut self.list[id.0];
        person.name.clone_from(&join.person);
        // The former nick stays a name of theirs.
        let former = std::mem::replace(&mut person.nick, join.nick.clone());
        person
            .also
            .retain(|name| normalize(name) != normalize(&join.nick));
        for name in join.also.iter().chain([&former]) {
            if !person
                .names()
                .any(|known| normalize(known) == normalize(name))
            {
                person.also.push(name.clone());
            }
        }
        self.nicks.entry(normalize(&join.nick)).or_insert(id);
        let before = person.attendance.take().unwrap_or_default();
        // Joining again without a last day brings somebody back.
        person.attendance = Some(Attendance {
            from: join.from.or(before.from),
            to: join.to,
            role: join.role.or(before.role),
            org: join.org.clone().or(before.org),
        });
        Ok(())
    }

    /// Ends the attendance of somebody on `last`; false if they never joined.
    pub(super) fn leave(&mut self, id: PersonId, last: Option<NaiveDate>) -> bool {
        let attendance = self.list[id.0].attendance.as_mut();
        // Nobody leaves before they came.
        attendance
            .map(|attendance| attendance.to = last.max(attendance.from))
            .is_some()
    }

    fn add(&mut self, person: Person) -> PersonId {
        let id = PersonId(self.list.len());
        self.nicks.entry(normalize(&person.nick)).or_insert(id);
        self.list.push(person);
        id
    }
}

/// Splits a typed `ronan?` into the name and whether there is doubt.
pub fn split_doubt(typed: &str) -> (&str, bool) {
    match typed.strip_suffix('?') {
        Some(name) => (name.trim_end(), true),
        None => (typed, false),
    }
}

/// Returns whether a text can be a name: whether it has a visible letter.
pub fn is_name(text: &str) -> bool {
    normalize(text).chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn join(person: &str, nick: &str) -> Join {
        Join {
            person: person.into(),
            nick: nick.into(),
            ..Join::default()
        }
    }

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2017, 3, day).expect("a day of March")
    }

    #[test]
    fn what_is_not_seen_does_not_count() {
        for twin in [
            "Be\u{ad}a",
            "\u{200b}Bea\u{3164}",
            "B\u{fe0f}ea\u{ffa0}",
            "Bea\u{e0041} \u{2800}",
        ] {
            assert_eq!(
                normalize(twin),
                normalize("Bea"),
                "{}",
                twin.escape_unicode()
            );
        }
        let mut people = People::default();
        people.join(&join("Bea", "bea")).expect("free nick");
        let bea = people.person_ref("bea");
        assert_eq!(people.person_ref("b\u{200b}ea"), bea);
        people.join(&join("Be\u{ad}a", "bea")).expect("same person");
        assert_eq!(people.attendees().count(), 1);
    }

    #[test]
    fn a_first_name_that_two_people_share_is_printed_in_full() {
        let mut people = People::default();
        people.join(&join("Armin Rigo", "arigo")).expect("first");
        let rigo = people.referred("arigo").expect("joined");
        assert_eq!(people.short_name(rigo), "Armin");
        people
            .join(&join("Armin Ronacher", "mitsuhiko"))
            .expect("another nick");
        assert_eq!(people.short_name(rigo), "Armin Rigo");
        assert_eq!(people.named("ARMIN").len(), 2);
        assert_eq!(people.named("mitsuhiko").len(), 1);
    }

    #[test]
    fn a_nick_with_a_capital_is_printed() {
        let mut people = People::default();
        people.join(&join("Antonio Cuni", "Anto")).expect("first");
        let anto = people.person_ref("anto?");
        assert_eq!(people.print(anto), "Anto?");
    }

    #[test]
    fn a_nick_belongs_to_one_person_and_who_else_took_it_goes_by_the_full_name() {
        let mut people = People::default();
        people.join(&join("Armin Rigo", "armin")).expect("first");
        let rigo = people.referred("armin").expect("joined");
        assert_eq!(people.join(&join("Armin Ronacher", "Armin")), Err(rigo));
        assert_ne!(people.referred("Armin Ronacher"), Some(rigo));
        assert_eq!(
            (people.referred("armin"), people.attendees().count()),
            (Some(rigo), 2)
        );
        assert_eq!(people.join(&join("armin rigo", "arigo")), Ok(()));
        assert_eq!(
            (people.referred("arigo"), people.attendees().count()),
            (Some(rigo), 2)
        );
    }

    #[test]
    fn who_was_mentioned_before_joining_is_the_same_person() {
        let mut people = People::default();
        let before = people.person_ref("bea");
        people.join(&join("Bea", "bea")).expect("free nick");
        assert_eq!(people.person_ref("Béa"), before);
    }

    #[test]
    fn joining_again_brings_somebody_back() {
        let mut people = People::default();
        people
            .join(&Join {
                from: Some(day(1)),
                org: Some("Bern".into()),
                ..join("Bea", "bea")
            })
            .expect("free nick");
        let bea = people.referred("bea").expect("joined");
        assert!(people.leave(bea, Some(day(2))));
        people.join(&join("Bea", "bea")).expect("same person");
        let expected = Attendance {
            from: Some(day(1)),
            to: None,
            role: None,
            org: Some("Bern".into()),
        };
        assert_eq!(people.get(bea).attendance, Some(expected));
    }

    #[test]
    fn attendance_has_open_ends() {
        let visit = Attendance {
            from: Some(day(2)),
            to: Some(day(3)),
            ..Attendance::default()
        };
        let covered: Vec<u32> = (1..=4)
            .filter(|number| visit.covers(day(*number)))
            .collect();
        assert_eq!(covered, [2, 3]);
        assert!(
            visit.overlaps(None, Some(day(2)))
                && visit.overlaps(Some(day(3)), None)
                && visit.overlaps(None, None)
        );
        assert!(!visit.overlaps(Some(day(4)), None) && !visit.overlaps(None, Some(day(1))));
        assert!(Attendance::default().covers(day(1)));
    }
}
