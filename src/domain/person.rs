//! The people of a sprint and the names that they go by.

use std::num::NonZeroU32;
use std::sync::Arc;

use chrono::NaiveDate;
use foldhash::{HashMap, HashSet};
use lean_string::LeanString;
use smallvec::SmallVec;

use super::attendance::Attendance;
use super::entry::{EVERYBODY, Join};
use super::names::{NameIndex, Names};
use crate::text::{normalize, normalized};

/// Somebody who was named in a sprint.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The name in full, or what was typed of somebody who never joined.
    pub name: String,
    pub nick: String,
    pub also: Vec<String>,
    /// When and as what they attend; `None` for somebody who is only mentioned.
    pub attendance: Option<Attendance>,
    /// Whether somebody named them with a `+`: they help and do not attend.
    pub is_from_afar: bool,
}

impl Person {
    /// Returns the first word of the full name that is not a title: `Ines` of `Dr. Ines Weber`.
    pub fn first_name(&self) -> &str {
        const TITLES: [&str; 7] = ["dr", "frau", "herr", "mr", "mrs", "ms", "prof"];
        let is_title = |word: &&str| {
            let word = word.trim_end_matches('.');
            TITLES.iter().any(|title| title.eq_ignore_ascii_case(word))
        };
        let mut words = self.name.split_whitespace();
        let first = words.clone().find(|word| !is_title(word));
        first.or(words.next()).unwrap_or(&self.name)
    }

    /// Returns what a list of names is sorted by: the last word of the full name, then all of it.
    pub fn sort_key(&self) -> (String, String) {
        let last = self.name.split_whitespace().next_back().unwrap_or_default();
        (normalize(last), normalize(&self.name))
    }

    /// Returns every name that they go by.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        [self.name.as_str(), self.first_name(), self.nick.as_str()]
            .into_iter()
            .chain(self.also.iter().map(String::as_str))
    }
}

/// A person's place in [`People`]; valid for one state of a sprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(
    /// The place, counted from 1: an item names many people, and so [`Who`] takes no more room than this.
    NonZeroU32,
);

impl PersonId {
    /// Makes the id of the person at a place. There are fewer than 2^32: each is named in a line of a log.
    fn at(place: usize) -> PersonId {
        PersonId(NonZeroU32::MIN.saturating_add(place as u32))
    }

    fn place(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// Somebody who is named for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonRef {
    /// Who is named.
    pub who: Who,
    /// Typed with a question mark: shown, and not credited.
    pub doubtful: bool,
}

/// One person, or all who are present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// Somebody by name.
    Person(PersonId),
    /// All who are present.
    Everybody,
}

/// Somebody who joined.
#[derive(Clone, Copy, Debug)]
pub struct Attendee<'a> {
    pub id: PersonId,
    pub person: &'a Person,
    pub attendance: &'a Attendance,
}

/// Everybody who was named, attendees first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct People {
    list: Vec<Person>,
    /// The owner of each normalized nick. Most names in a log are nicks.
    nicks: HashMap<String, PersonId>,
    /// Those with each normalized full name, in the order in which they were first named.
    full_names: HashMap<String, SmallVec<[PersonId; 1]>>,
    names: NameIndex,
    /// The normalized first name of each.
    first_names: Vec<String>,
    /// How many have a normalized first name.
    namesakes: HashMap<String, usize>,
    /// Who is printed by the name in full, wherever a short one would do.
    in_full: Vec<PersonId>,
    /// The normalized names by which the log means somebody on an item, and which are nobody's nick.
    used: HashSet<String>,
    all_gone: AllGone,
}

/// The day from which on everybody was gone, unless somebody joined since: to let them go again changes nothing.
///
/// Two of them are always equal, since it follows from when everybody is there.
#[derive(Clone, Copy, Debug, Default)]
struct AllGone(Option<NaiveDate>);

impl PartialEq for AllGone {
    fn eq(&self, _: &AllGone) -> bool {
        true
    }
}

impl People {
    /// Prints some people by their names in full from now on, and all others by a short one.
    pub(super) fn print_in_full(&mut self, names: &[String]) {
        let people = names.iter().filter_map(|name| self.referred(name));
        self.in_full = people.collect();
    }

    /// Returns the names of everybody in the forms in which they are looked up, by their places.
    pub(super) fn names(&self) -> &NameIndex {
        &self.names
    }

    pub(super) fn names_of(&self, id: PersonId) -> &[Arc<Names>; 2] {
        &self.names.forms().of[id.place()]
    }

    pub(super) fn ids_at(&self, places: &[usize]) -> impl Iterator<Item = PersonId> {
        places.iter().copied().map(PersonId::at)
    }

    /// Returns those who have or had a normalized name, in the order in which they were first named.
    fn called(&self, name: &str) -> impl Iterator<Item = (PersonId, &Person)> {
        let ids = self.names.called(name).iter().copied().map(PersonId::at);
        ids.map(|id| (id, self.get(id)))
    }

    /// Returns everybody, in the order in which they were first named.
    pub fn iter(&self) -> impl Iterator<Item = (PersonId, &Person)> {
        self.list
            .iter()
            .enumerate()
            .map(|(place, person)| (PersonId::at(place), person))
    }

    /// Returns everybody who joined.
    pub fn attendees(&self) -> impl Iterator<Item = Attendee<'_>> {
        self.iter().filter_map(attendee)
    }

    /// Returns those who joined and have or had a normalized name.
    pub(super) fn attendees_called(&self, name: &str) -> impl Iterator<Item = Attendee<'_>> {
        self.called(name).filter_map(attendee)
    }

    /// Returns the person with an id. The id must come from this value.
    pub fn get(&self, id: PersonId) -> &Person {
        &self.list[id.place()]
    }

    /// Returns the short name to print: for an attendee a nick with a capital letter, or else the first name if nobody
    /// else has it; otherwise the full name.
    pub fn short_name(&self, id: PersonId) -> &str {
        let person = self.get(id);
        let shared = || self.namesakes[&self.first_names[id.place()]] > 1;
        if person.attendance.is_none() {
            &person.name
        } else if self.in_full.contains(&id) {
            self.full_name(id)
        } else if person.nick.chars().any(char::is_uppercase) {
            &person.nick
        } else if shared() {
            self.full_name(id)
        } else {
            person.first_name()
        }
    }

    /// Returns the name in full, or the nick of one of two attendees with the same name.
    pub fn full_name(&self, id: PersonId) -> &str {
        let person = self.get(id);
        let name = normalize(&person.name);
        let is_namesake =
            |(other, someone): (PersonId, &Person)| other != id && normalize(&someone.name) == name;
        if person.attendance.is_some() && self.called(&name).any(is_namesake) {
            &person.nick
        } else {
            &person.name
        }
    }

    /// Returns the short name, with a question mark if in doubt.
    pub fn print(&self, person_ref: PersonRef) -> String {
        let name = match person_ref.who {
            Who::Person(id) => self.short_name(id),
            Who::Everybody => EVERYBODY,
        };
        let mark = if person_ref.doubtful { "?" } else { "" };
        [name, mark].concat()
    }

    /// Returns the printed form of a name in a log.
    pub fn print_name(&self, stored: &str) -> String {
        self.stored(stored)
            .map_or_else(|| stored.to_owned(), |person_ref| self.print(person_ref))
    }

    /// Finds whom a name in a log means, if that is known.
    pub fn stored(&self, written: &str) -> Option<PersonRef> {
        let (name, doubtful) = split_doubt(written);
        let name = normalized(split_plus(name).0);
        let who = match &*name {
            EVERYBODY => Some(Who::Everybody),
            name => self.normalized(name).map(Who::Person),
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
        let by_whole_name =
            |person: &Person| is(&person.name) || person.also.iter().any(|name| is(name));
        let by_part = |person: &Person| is(&person.nick) || is(person.first_name());
        let ways: [&dyn Fn(&Person) -> bool; 4] = [
            &|person| person.attendance.is_some() && by_whole_name(person),
            &|person| person.attendance.is_some() && by_part(person),
            &by_whole_name,
            &by_part,
        ];
        let called: Vec<(PersonId, &Person)> = self.called(&wanted).collect();
        let found = ways.iter().map(|way| {
            called
                .iter()
                .filter(|(_, person)| way(person))
                .map(|(id, _)| *id)
                .collect()
        });
        found
            .into_iter()
            .find(|people: &Vec<PersonId>| !people.is_empty())
            .unwrap_or_default()
    }

    /// Returns every name that somebody goes by, for suggestions.
    pub fn all_names(&self) -> impl Iterator<Item = (PersonId, &str)> {
        self.iter()
            .flat_map(|(id, person)| person.names().map(move |name| (id, name)))
    }

    /// Finds those of one of whose names another may be a typo.
    pub(super) fn like<'p>(
        &'p self,
        name: &str,
    ) -> impl Iterator<Item = (PersonId, &'p Person)> + use<'p> {
        let places = self.names.like(&normalize(name));
        places.map(|place| (PersonId::at(place), &self.list[place]))
    }

    /// Finds the person whom a name in a log means: the one with that nick, or else the only one with that name.
    pub(super) fn referred(&self, name: &str) -> Option<PersonId> {
        self.normalized(&normalize(name))
    }

    /// Finds the same for a normalized name.
    fn normalized(&self, name: &str) -> Option<PersonId> {
        let holder = self.nicks.get(name).copied();
        holder.or_else(|| match self.named(name)[..] {
            [id] => Some(id),
            _ => None,
        })
    }

    /// Finds whom a name in a log means, and adds them if they are not known.
    pub(super) fn person_ref(&mut self, written: &str) -> PersonRef {
        if let Some(id) = self.bare_nick(written) {
            return PersonRef {
                who: Who::Person(id),
                doubtful: false,
            };
        }
        let (name, doubtful) = split_doubt(written);
        let (name, is_from_afar) = split_plus(name);
        let known = self.stored(written);
        self.note_use(name, known);
        let person_ref = known.unwrap_or_else(|| PersonRef {
            who: Who::Person(self.add(name, name)),
            doubtful,
        });
        if let (Who::Person(id), true) = (person_ref.who, is_from_afar) {
            self.list[id.place()].is_from_afar = true;
        }
        person_ref
    }

    /// Returns whose nick a name is as it is written, as most in a log are, with no mark before or behind it.
    fn bare_nick(&self, written: &str) -> Option<PersonId> {
        let id = self.nicks.get(written).copied()?;
        let is_marked = written.starts_with('+') || written.ends_with('?');
        (!is_marked && written != EVERYBODY && self.get(id).nick == written).then_some(id)
    }

    /// Returns whether a name in a log is the nick of somebody who joined, in doubt or not, or means everybody: then it means the
    /// same whatever else the log says of anybody.
    pub(super) fn is_nick_of_attendee(&self, written: &str) -> bool {
        let name = split_doubt(written).0;
        let holder = self.bare_nick(name).map(|id| self.get(id));
        name == EVERYBODY || holder.is_some_and(|person| person.attendance.is_some())
    }

    /// Notes the name by which an entry means somebody, unless that is a nick.
    pub(super) fn note_use(&mut self, name: &str, means: Option<PersonRef>) {
        if let Some(Who::Person(id)) = means.map(|known| known.who)
            && self.get(id).nick != name
            && !self.nicks.contains_key(&*normalized(name))
        {
            self.used.insert(normalize(name));
        }
    }

    /// Returns the attendee who has or had a nick.
    pub(super) fn nick_holder(&self, nick: &str) -> Option<PersonId> {
        let holder = self.nicks.get(&normalize(nick)).copied();
        holder.filter(|id| self.get(*id).attendance.is_some())
    }

    /// Returns whether a `join` is of somebody none of whose names anybody has, and all others have joined. Others may have the
    /// first name, if the log means nobody by it.
    pub(super) fn adds_nobody_known(&self, join: &Join) -> bool {
        let name = split_plus(&join.person).0;
        let first = name.split_whitespace().next().unwrap_or(name);
        let also = join.also.iter().map(LeanString::as_str);
        let mut names = [name, &join.nick].into_iter().chain(also);
        let last = self.list.last();
        last.is_none_or(|last| last.attendance.is_some())
            && !self.used.contains(&normalize(first))
            && names.all(|name| self.called(&normalize(name)).next().is_none())
    }

    /// Returns whether a `join` names an attendee as they are known, and no other names of theirs.
    pub(super) fn is_same(&self, join: &Join) -> bool {
        let holder = self.nick_holder(&join.nick).map(|id| self.get(id));
        join.also.is_empty()
            && holder.is_some_and(|known| known.name == join.person && known.nick == join.nick)
    }

    /// Adds an attendee or changes one, with an entry of a day. A new nick replaces the old one, which stays a name of
    /// theirs. A `+` before the name is for a namesake, distinguished from the other by the nick.
    ///
    /// # Errors
    ///
    /// The one who has the nick already, if that is somebody else.
    pub(super) fn join(&mut self, join: &Join, day: NaiveDate) -> Result<(), PersonId> {
        let (name, has_namesake) = split_plus(&join.person);
        let (folded, nick) = (normalize(name), normalize(&join.nick));
        let is_named = |person: &Person| normalize(&person.name) == folded;
        let has_nick = self.nicks.get(&nick).copied();
        let named = self.full_names.get(&folded);
        let named = named.map(SmallVec::as_slice).unwrap_or_default();
        // The nick that one of several with the same name had so far is among the other names.
        let had = |other: &LeanString| {
            let other = normalize(other);
            let holder = self.nicks.get(&other)?;
            let person = self.get(*holder);
            (normalize(&person.nick) == other && is_named(person)).then_some(*holder)
        };
        let former = join.also.iter().filter(|_| named.len() > 1);
        let former = former.filter_map(had).min();
        if let (Some(holder), Some(former)) = (has_nick, former)
            && holder != former
        {
            return Err(holder);
        }
        let first = named.first().filter(|_| !has_namesake);
        let id = match has_nick.or(former).or(first.copied()) {
            Some(holder) if !is_named(self.get(holder)) => {
                // They still attend, under their full name.
                let renamed = Join {
                    nick: name.into(),
                    ..join.clone()
                };
                let is_taken = nick == folded;
                return if is_taken {
                    Err(holder)
                } else {
                    self.join(&renamed, day).and(Err(holder))
                };
            }
            Some(id) => id,
            None => self.push(name, &join.nick),
        };
        let person = &mut self.list[id.place()];
        name.clone_into(&mut person.name);
        // The former nick stays a name of theirs.
        let former = std::mem::replace(&mut person.nick, join.nick.to_string());
        let former = Some(former).filter(|former| normalize(former) != nick);
        if former.is_some() && self.names.is_called(id.place(), &nick) {
            person.also.retain(|name| normalize(name) != nick);
        }
        let new = self.add_names(id, &join.also, former.as_deref());
        self.nicks.entry(nick).or_insert(id);
        self.all_gone = AllGone(None);
        let given = |text: &Option<LeanString>| text.as_deref().map(str::to_owned);
        let person = &mut self.list[id.place()];
        let mut attendance = person.attendance.take().unwrap_or_default();
        attendance.come(day, join.from, join.to);
        person.attendance = Some(Attendance {
            periods: attendance.periods,
            joined: attendance.joined,
            role: join.role.or(attendance.role),
            org: given(&join.org).or(attendance.org),
            group: given(&join.group).or(attendance.group),
            url: given(&join.url).or(attendance.url),
        });
        let Person { name, nick, .. } = person;
        self.names.set(id.place(), name, nick, &new);
        let first = normalize(person.first_name());
        self.set_first_name(id, first);
        Ok(())
    }

    /// Adds other names of somebody, and the nick that they had until now, unless they go by it already; returns those that
    /// were added.
    fn add_names(
        &mut self,
        id: PersonId,
        others: &[LeanString],
        former: Option<&str>,
    ) -> Vec<String> {
        let person = &mut self.list[id.place()];
        let title = person.name.split_whitespace().next().map(normalize);
        let former = former.map(|former| (normalize(former), former));
        let mut seen: HashSet<String> = HashSet::default();
        let mut new = Vec::new();
        let names = others.iter().map(LeanString::as_str);
        for name in names.chain(former.iter().map(|(_, former)| *former)) {
            let wanted = normalize(name);
            let mut own = [&*person.name, person.first_name(), &*person.nick].into_iter();
            let is_other = || match Some(&wanted) == title.as_ref() {
                true => person.also.iter().any(|known| normalize(known) == wanted),
                false => self.names.is_called(id.place(), &wanted),
            };
            let was_nick = former.as_ref().is_some_and(|(nick, _)| *nick == wanted);
            let is_theirs = own.any(|known| normalize(known) == wanted) || !was_nick && is_other();
            if !is_theirs && seen.insert(wanted) {
                new.push(name.to_owned());
            }
        }
        person.also.extend_from_slice(&new);
        new
    }

    /// Notes the normalized first name of somebody.
    fn set_first_name(&mut self, id: PersonId, first: String) {
        *self.namesakes.entry(first.clone()).or_default() += 1;
        match self.first_names.get_mut(id.place()) {
            Some(known) => {
                let former = std::mem::replace(known, first);
                *self.namesakes.entry(former).or_default() -= 1;
            }
            None => self.first_names.push(first),
        }
    }

    /// Forgets whoever was only named on items, by the first name or the nick of somebody who joins: in a log, that is the
    /// one who joins.
    pub(super) fn forget_mentioned(&mut self, name: &str, nick: &str) {
        let name = split_plus(name).0;
        let first = name.split_whitespace().next().unwrap_or(name);
        for called in [normalize(first), normalize(nick)] {
            let mentioned = self.called(&called);
            let mentioned = mentioned.filter(|(_, person)| normalize(&person.name) == called);
            let ids: Vec<PersonId> = mentioned.map(|(id, _)| id).collect();
            let attends = |id: PersonId| self.get(id).attendance.is_some();
            let is_attendees = || {
                let with_word = self.names.search().having_word(&called);
                self.ids_at(with_word).any(attends)
            };
            if called == normalize(name) || ids.is_empty() || is_attendees() {
                continue;
            }
            for id in ids {
                self.nicks.retain(|_, holder| *holder != id);
                self.names.set(id.place(), "", "", &[]);
            }
        }
    }

    /// Ends the attendance of somebody before a day; false if they never joined.
    pub(super) fn leave(&mut self, id: PersonId, day: NaiveDate) -> bool {
        let attendance = self.list[id.place()].attendance.as_mut();
        attendance.map(|attendance| attendance.go(day)).is_some()
    }

    /// Ends the attendance of everybody before a day; false if nobody joined.
    pub(super) fn leave_all(&mut self, day: NaiveDate) -> bool {
        if self.all_gone.0.replace(day) == Some(day) {
            return self.attendees().next().is_some();
        }
        let here = self
            .attendees()
            .filter(|attendee| attendee.attendance.covers(day));
        let here: Vec<PersonId> = here.map(|attendee| attendee.id).collect();
        for id in here {
            self.leave(id, day);
        }
        self.attendees().next().is_some()
    }

    fn add(&mut self, name: &str, nick: &str) -> PersonId {
        let id = self.push(name, nick);
        self.names.set(id.place(), name, nick, &[]);
        self.set_first_name(id, normalize(self.get(id).first_name()));
        id
    }

    /// Adds somebody whose names are still to be indexed.
    fn push(&mut self, name: &str, nick: &str) -> PersonId {
        let id = PersonId::at(self.list.len());
        self.nicks.entry(normalize(nick)).or_insert(id);
        let namesakes = self.full_names.entry(normalize(name)).or_default();
        namesakes.push(id);
        self.list.push(Person {
            name: name.to_owned(),
            nick: nick.to_owned(),
            also: Vec::new(),
            attendance: None,
            is_from_afar: false,
        });
        id
    }
}

fn attendee((id, person): (PersonId, &Person)) -> Option<Attendee<'_>> {
    Some(Attendee {
        id,
        person,
        attendance: person.attendance.as_ref()?,
    })
}

/// Returns whether a typed name means all who are present. `@here` and `@channel` are what chats call them.
pub fn is_everybody(typed: &str) -> bool {
    let name = normalize(typed);
    match name.strip_prefix('@') {
        Some("here" | "channel") => true,
        Some(name) => EVERYBODY_NAMES.contains(&name),
        None => EVERYBODY_NAMES.contains(&&*name),
    }
}

const EVERYBODY_NAMES: [&str; 3] = [EVERYBODY, "everyone", "all"];

/// Splits a typed `ronan?` into the name and whether there is doubt.
pub fn split_doubt(typed: &str) -> (&str, bool) {
    match typed.strip_suffix('?') {
        Some(name) => (name.trim_end(), true),
        None => (typed, false),
    }
}

/// Splits a stored `+Amaury` into the name and whether it has that mark of somebody new.
pub fn split_plus(stored: &str) -> (&str, bool) {
    match stored.strip_prefix('+') {
        Some(name) if is_name(name) => (name.trim_start(), true),
        _ => (stored, false),
    }
}

/// Returns whether a text can be a name: whether it has a visible letter.
pub fn is_name(text: &str) -> bool {
    normalize(text).chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::super::attendance::Period;
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
        people.join(&join("Bea", "bea"), day(1)).expect("free nick");
        let bea = people.person_ref("bea");
        assert_eq!(people.person_ref("b\u{200b}ea"), bea);
        people
            .join(&join("Be\u{ad}a", "bea"), day(1))
            .expect("same person");
        assert_eq!(people.attendees().count(), 1);
    }

    #[test]
    fn a_first_name_that_two_people_share_is_printed_in_full() {
        let mut people = People::default();
        people
            .join(&join("Armin Rigo", "arigo"), day(1))
            .expect("first");
        let rigo = people.referred("arigo").expect("joined");
        assert_eq!(people.short_name(rigo), "Armin");
        people
            .join(&join("Armin Ronacher", "mitsuhiko"), day(1))
            .expect("another nick");
        assert_eq!(people.short_name(rigo), "Armin Rigo");
        assert_eq!(people.named("ARMIN").len(), 2);
        assert_eq!(people.named("mitsuhiko").len(), 1);
    }

    #[test]
    fn a_nick_with_a_capital_is_printed() {
        let mut people = People::default();
        people
            .join(&join("Antonio Cuni", "Anto"), day(1))
            .expect("first");
        let anto = people.person_ref("anto?");
        assert_eq!(people.print(anto), "Anto?");
    }

    #[test]
    fn a_nick_belongs_to_one_person_and_who_else_took_it_goes_by_the_full_name() {
        let mut people = People::default();
        people
            .join(&join("Armin Rigo", "armin"), day(1))
            .expect("first");
        let rigo = people.referred("armin").expect("joined");
        assert_eq!(
            people.join(&join("Armin Ronacher", "Armin"), day(1)),
            Err(rigo)
        );
        assert_ne!(people.referred("Armin Ronacher"), Some(rigo));
        assert_eq!(
            (people.referred("armin"), people.attendees().count()),
            (Some(rigo), 2)
        );
        assert_eq!(people.join(&join("armin rigo", "arigo"), day(1)), Ok(()));
        assert_eq!(
            (people.referred("arigo"), people.attendees().count()),
            (Some(rigo), 2)
        );
    }

    #[test]
    fn a_nick_that_somebody_had_stays_a_name_of_theirs_once() {
        let mut people = People::default();
        let with_names = |nick: &str, also: &[&str]| Join {
            also: also.iter().map(|name| (*name).into()).collect(),
            ..join("Dr. Ines Weber", nick)
        };
        for (nick, also, known) in [
            ("wbr", &["Dr.", "inw"][..], &["Dr.", "inw"][..]),
            ("iw", &["INW", "wbr", "ines"], &["Dr.", "inw", "wbr"]),
            ("wbr", &["Dr.", "dr."], &["Dr.", "inw", "iw"]),
            ("iw", &["x", "x"], &["Dr.", "inw", "x", "wbr"]),
            ("IW", &[], &["Dr.", "inw", "x", "wbr"]),
        ] {
            let joined = people.join(&with_names(nick, also), day(1));
            joined.expect("one person");
            let id = people.referred(nick).expect("joined");
            assert_eq!(people.get(id).also, known, "{nick}");
        }
    }

    #[test]
    fn who_was_mentioned_before_joining_is_the_same_person() {
        let mut people = People::default();
        let before = people.person_ref("bea");
        people.join(&join("Bea", "bea"), day(1)).expect("free nick");
        assert_eq!(people.person_ref("Béa"), before);
    }

    /// Returns the days from 1 to 9 of March on which somebody is there who comes (`+`) and goes (`-`) on some days.
    fn days_of(changes: &[&str]) -> String {
        let mut people = People::default();
        for change in changes {
            let mut words = change.split(' ');
            let mut date = || words.next().and_then(|word| word.parse().ok()).map(day);
            let (on, from, to) = (date().expect("a day"), date(), date());
            if change.ends_with('-') {
                let bea = people.referred("bea").expect("joined");
                assert!(people.leave(bea, on));
            } else {
                let join = Join {
                    from,
                    to,
                    ..join("Bea", "bea")
                };
                people.join(&join, on).expect("free nick");
            }
        }
        let bea = people.referred("bea").expect("joined");
        let attendance = people.get(bea).attendance.clone().expect("joined");
        let there = (1..=9).filter(|number| attendance.covers(day(*number)));
        there.map(|number| number.to_string()).collect()
    }

    #[test]
    fn who_comes_and_goes_is_there_on_the_days_between() {
        for (changes, days) in [
            (&["2"][..], "123456789"),
            (&["2", "4 -"], "123"),
            (&["2", "4 -", "6"], "1236789"),
            (&["2", "4 -", "4"], "123456789"),
            (&["2", "4 -", "5 7 8"], "12378"),
            (&["2", "4 -", "6", "8 -", "9"], "123679"),
            (&["2", "4 -", "6", "6 -"], "123"),
            (&["2", "4 -", "6", "6 -", "6"], "1236789"),
            (&["2", "4 -", "5 7 8", "7 -"], "123"),
            (&["2", "4 -", "5 7 8", "6 -"], "12378"),
            (&["2", "4 -", "5 7 8", "6"], "1236789"),
            (&["2", "4 -", "5 7 8", "6 6 8"], "123678"),
            // Who comes without a last day stays.
            (&["2 3 5", "4"], "3456789"),
            (&["2 3 5", "4 2 5"], "2345"),
            (&["2 3 5", "7"], "345789"),
            // Nobody leaves before they came.
            (&["2 5", "4 -"], "5"),
            (&["2", "4 -", "6 -"], "123"),
        ] {
            assert_eq!(days_of(changes), days, "{changes:?}");
        }
    }

    #[test]
    fn what_is_known_of_an_attendee_stays_if_they_come_again() {
        let mut people = People::default();
        let first = Join {
            org: Some("Bern".into()),
            url: Some("https://example.org/bea".into()),
            ..join("Bea", "bea")
        };
        people.join(&first, day(1)).expect("free nick");
        people
            .join(&join("Bea", "bea"), day(1))
            .expect("same person");
        let bea = people.referred("bea").expect("joined");
        let expected = Attendance {
            periods: vec![Period::default()],
            joined: Some(day(1)),
            org: Some("Bern".into()),
            url: Some("https://example.org/bea".into()),
            ..Attendance::default()
        };
        assert_eq!(people.get(bea).attendance, Some(expected));
    }

    #[test]
    fn a_plus_is_no_part_of_a_name_and_a_namesake_is_told_by_nick() {
        let mut people = People::default();
        let amaury = people.person_ref("+Amaury");
        assert_eq!(people.person_ref("amaury?").who, amaury.who);
        assert_eq!(people.print(amaury), "Amaury");
        people
            .join(&join("Carl", "carl"), day(1))
            .expect("free nick");
        people
            .join(&join("+Carl", "carl-2"), day(1))
            .expect("free nick");
        let names: Vec<&str> = people
            .attendees()
            .map(|attendee| people.short_name(attendee.id))
            .collect();
        assert_eq!(names, ["carl", "carl-2"]);
    }
}
