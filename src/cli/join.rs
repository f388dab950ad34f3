//! `sprint join`: an attendee.

use chrono::NaiveDate;
use clap::Args;
use lean_string::LeanString;

use super::options::one_of;
use super::record::{Record, Resolver};
use super::time;
use crate::diagnostic::{Error, OptionError, Remark, UsageError};
use crate::domain::{
    Action, Entry, LookupError, NamedAttendee, NotOnePerson, Person, PersonId, Role, Sprint, Who,
    is_name, is_reserved,
};
use crate::text::{is_blank, normalize, one_line};
use crate::view;

/// Add an attendee, or change what is known about one
#[derive(Args, Debug)]
pub struct Join {
    /// Who: full names, separated by commas
    #[arg(required = true, value_name = "PERSON")]
    person: Vec<String>,
    /// A short name to type; with a capital letter, it is also printed [default: the first name]
    #[arg(long)]
    nick: Option<String>,
    /// Other names to type, separated by commas
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    also: Vec<String>,
    /// The first day [default: the sprint's]
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// The last day [default: the sprint's]
    #[arg(long, value_name = "DAY")]
    to: Option<String>,
    /// The kind of attendee
    #[arg(long, value_parser = one_of::<Role>())]
    role: Option<Role>,
    /// The affiliation
    #[arg(long)]
    org: Option<String>,
    /// The group that they are in
    #[arg(long)]
    group: Option<String>,
    /// The address of their page
    #[arg(long)]
    url: Option<String>,
}

impl Record for Join {
    fn has_day_of_sprint(&self) -> bool {
        true
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let nick = self.nick.as_deref().map(one_line);
        let nick = nick.filter(|nick| !nick.is_empty());
        self.check_names()?;
        let sprint = resolver.sprint;
        let attendees = sprint.read_attendees(&self.person, nick.as_deref(), &resolver.by);
        let attendees = attendees.map_err(|error| -> Error {
            match error {
                LookupError::NotOnePerson {
                    typed,
                    why: NotOnePerson::Separator(names),
                } if names.len() > 1 => {
                    let options = resolver.options.clone();
                    UsageError::SeveralJoin {
                        typed,
                        names,
                        options,
                    }
                    .into()
                }
                error => error.into(),
            }
        })?;
        self.check_attendees(sprint, &attendees, nick.as_deref())?;
        let (from, to) = self.days(resolver)?;
        let also = self.also.iter().map(|name| one_line(name));
        let also: Vec<String> = also.filter(|name| !name.is_empty()).collect();
        let said = |text: &Option<String>| {
            let text = text.as_deref();
            let text = text.map(|text| one_line(text.trim_end_matches([',', ' '])));
            text.filter(|text| !is_blank(text)).map(LeanString::from)
        };
        // Somebody about whom something is said leaves when they meant to; who merely joins again stays.
        let known_end = |id: PersonId| {
            let attendance = sprint.people().get(id).attendance.as_ref()?;
            let over = from
                .and(attendance.last())
                .filter(|end| *end < resolver.day);
            let end = over.or(attendance.end_of_stay(resolver.day))?;
            let is_possible = from.is_none_or(|from| from <= end);
            (self.says_more() && is_possible).then_some(end)
        };
        let end = resolver.folder.config.to;
        let is_over = end.is_some_and(|end| end < resolver.day);
        let mut actions = Vec::new();
        for attendee in attendees {
            let NamedAttendee {
                person,
                nick,
                id,
                former_nick,
                like,
            } = attendee;
            let again = id.zip(from.filter(|_| to.is_none()));
            if let Some(error) = again.and_then(|(id, from)| comes_again(resolver, id, from)) {
                return Err(error);
            }
            let gone = id.filter(|_| from.is_none() && to.is_none() && self.says_more());
            let gone = gone.and_then(|id| gone_since(resolver, id));
            let (from, to) = match gone {
                // When the sprint is over, nobody comes back.
                Some(last) if is_over => (Some(last), Some(last)),
                _ => (from, to.or_else(|| id.and_then(known_end))),
            };
            if let Some((last, id)) = gone.filter(|_| !is_over).zip(id) {
                let Person { name, nick, .. } = sprint.people().get(id);
                resolver.remarks.push(Remark::IsBack {
                    name: name.clone(),
                    nick: nick.clone(),
                    last,
                    day: resolver.day,
                });
            }
            let stays = id.filter(|_| from.is_none() && to.is_none());
            resolver
                .remarks
                .extend(stays.and_then(|id| stays_now(resolver, id)));
            let longer = sprint
                .people()
                .attendee_called_shorter(&person)
                .filter(|_| id.is_none());
            if let Some(known) = longer {
                resolver.remarks.push(Remark::MayBeKnown {
                    name: person.clone(),
                    known: sprint.people().get(known).name.clone(),
                    joined: sprint.joined_by(known),
                });
            }
            let named = sprint
                .people()
                .mentioned_called_longer(&person)
                .filter(|_| id.is_none());
            if let Some(known) = like.or(named) {
                let name = person.clone();
                resolver.remarks.push(Remark::LikeKnown { name, known });
            }
            actions.push(Action::Join(Box::new(crate::domain::Join {
                person: person.into(),
                nick: nick.into(),
                also: also
                    .iter()
                    .cloned()
                    .chain(former_nick)
                    .map(LeanString::from)
                    .collect(),
                from,
                to,
                role: self.role,
                org: said(&self.org),
                group: said(&self.group),
                url: said(&self.url),
            })));
        }
        Ok(actions)
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        let people = sprint.people();
        let who = |entry: &Entry| match &entry.action {
            Action::Join(join) => people.stored(&join.nick).map(|one| one.who),
            _ => None,
        };
        let is_known = match who(entry) {
            Some(Who::Person(id)) => sprint.joins(id) > 1,
            _ => false,
        };
        let what = if is_known { "attends" } else { "joined" };
        let joined = format!("{what}: {}", view::describe(sprint, entry));
        let attendance = match who(entry) {
            Some(Who::Person(id)) => people.get(id).attendance.as_ref(),
            _ => None,
        };
        let day = entry.day();
        let mut later = attendance.iter().flat_map(|one| one.periods.iter().skip(1));
        match later.any(|period| period.from == Some(day)) {
            true => format!("{joined}, back from {} on", view::long_day(day)),
            false => joined,
        }
    }
}

impl Join {
    /// Refuses options that cannot be about those who join, and a nick that means somebody else.
    fn check_attendees(
        &self,
        sprint: &Sprint,
        attendees: &[NamedAttendee],
        nick: Option<&str>,
    ) -> Result<(), Error> {
        if attendees.is_empty() {
            return Err(UsageError::NoPeople.into());
        }
        if attendees.len() > 1 && (nick.is_some() || !self.also.is_empty() || self.url.is_some()) {
            return Err(UsageError::Option(OptionError::OfOne).into());
        }
        if let (Some(nick), [attendee]) = (nick, attendees)
            && let [other] = sprint.find_person(nick)[..]
            && attendee.id != Some(other)
            && sprint.people().get(other).attendance.is_some()
            && normalize(&sprint.people().get(other).nick) != normalize(nick)
        {
            return Err(LookupError::NickOfOther {
                nick: nick.to_owned(),
                person: sprint.people().get(other).name.clone(),
            }
            .into());
        }
        for name in &self.also {
            let called = sprint.find_person(name);
            let is_own = |id: &PersonId| attendees.iter().any(|one| one.id == Some(*id));
            let attends = |id: &&PersonId| sprint.people().get(**id).attendance.is_some();
            let other = called.iter().find(attends);
            if let Some(other) = other.filter(|_| !called.iter().any(is_own)) {
                return Err(LookupError::NameOfOther {
                    name: one_line(name),
                    new: attendees
                        .first()
                        .map(|one| one.person.clone())
                        .unwrap_or_default(),
                    person: sprint.people().get(*other).name.clone(),
                    joined: sprint.joined_by(*other),
                }
                .into());
            }
        }
        Ok(())
    }

    /// Returns the first and the last day that were given.
    fn days(
        &self,
        resolver: &Resolver<'_>,
    ) -> Result<(Option<NaiveDate>, Option<NaiveDate>), Error> {
        let dates = resolver.folder.config.from.zip(resolver.folder.config.to);
        let today = resolver.today;
        let from = time::first_day_within(self.from.as_deref(), today, dates, "--from")?;
        let first = from.unwrap_or(resolver.day);
        let to = time::last_day_within(self.to.as_deref(), first, today, dates, "--to")?;
        match from.zip(to).filter(|(from, to)| to < from) {
            Some((from, to)) => Err(Error::BackwardDates { from, to }),
            None => Ok((from, to)),
        }
    }

    /// Returns whether there is more than names and a last day.
    fn says_more(&self) -> bool {
        let texts = [&self.nick, &self.from, &self.org, &self.group, &self.url];
        texts.iter().any(|text| text.is_some()) || self.role.is_some() || !self.also.is_empty()
    }

    /// Refuses nicks and other names that are not names, or mean something else where people are named.
    fn check_names(&self) -> Result<(), Error> {
        // What would be a separator, a word of the grammar or an item where it is typed.
        const SIGNS: [char; 10] = [',', ';', '/', '&', '+', '@', '(', ')', '[', ']'];
        const WORDS: [&str; 10] = [
            "and", "or", "with", "maybe", "around", "remotely", "etc", "to", "from", "help",
        ];
        let is_bad = |nick: &&String| {
            let is_word = WORDS.contains(&normalize(nick).as_str());
            let is_number = nick.starts_with(|first: char| first.is_ascii_digit());
            is_word || is_number || is_reserved(nick) || nick.contains(SIGNS) || !is_name(nick)
        };
        match self.nick.iter().chain(&self.also).find(is_bad) {
            Some(nick) => Err(LookupError::NotAName(nick.to_owned()).into()),
            None => Ok(()),
        }
    }
}

/// Returns why the first day of somebody is not clear who leaves before it: the days until then may count, or not.
fn comes_again(resolver: &Resolver<'_>, id: PersonId, from: NaiveDate) -> Option<Error> {
    let person = resolver.sprint.people().get(id);
    let attendance = person.attendance.as_ref()?;
    let is_there = attendance.covers(resolver.day);
    let to = attendance.end_of_stay(resolver.day);
    let to = to.filter(|to| is_there && to.succ_opt().is_some_and(|next| next < from))?;
    Some(Error::ComesAgain {
        name: person.name.clone(),
        nick: person.nick.clone(),
        to,
        from,
    })
}

/// Returns the last day of somebody who is not there any more.
fn gone_since(resolver: &Resolver<'_>, id: PersonId) -> Option<NaiveDate> {
    let attendance = resolver.sprint.people().get(id).attendance.as_ref()?;
    attendance.last().filter(|last| *last < resolver.day)
}

/// Says that somebody who is there and was to leave stays, if a day later than that of the entry was their last one.
fn stays_now(resolver: &Resolver<'_>, id: PersonId) -> Option<Remark> {
    let person = resolver.sprint.people().get(id);
    let attendance = person.attendance.as_ref()?;
    let day = resolver.day;
    let periods = attendance.periods_from(resolver.folder.config.from);
    let here = periods.into_iter().find(|period| period.covers(day))?;
    Some(Remark::Stays {
        name: person.name.clone(),
        nick: person.nick.clone(),
        end: here.to.filter(|end| *end > day)?,
    })
}
