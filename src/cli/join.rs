//! `sprint join`: an attendee.

use clap::Args;

use super::options::one_of;
use super::record::{Record, Resolver};
use super::time;
use crate::diagnostic::{Error, Remark};
use crate::domain::{Action, EVERYBODY, Entry, LookupError, Role, Sprint, is_name};
use crate::text::{is_blank, normalize};
use crate::view;

/// Add an attendee, or change what is known about one
#[derive(Args, Debug)]
pub struct Join {
    /// The full name
    #[arg(required = true)]
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
}

impl Record for Join {
    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let typed = one_line(&self.person.join(" "));
        if typed.contains(',') {
            return Err(Error::SeveralPeople(typed));
        }
        let (person, nick) = self.identity(resolver, &typed)?;
        let dates = resolver.folder.config.from.zip(resolver.folder.config.to);
        let day = |typed: &Option<String>, option| {
            time::day_within(typed.as_deref(), resolver.today, dates, option)
        };
        let (from, to) = (day(&self.from, "--from")?, day(&self.to, "--to")?);
        if let Some((from, to)) = from.zip(to).filter(|(from, to)| to < from) {
            return Err(Error::BackwardDates { from, to });
        }
        let also = self.also.iter().map(|name| one_line(name));
        let org = self.org.as_deref().map(one_line);
        Ok(vec![Action::Join(crate::domain::Join {
            person,
            nick,
            also: also.filter(|name| !name.is_empty()).collect(),
            from,
            to,
            role: self.role,
            org: org.filter(|org| !is_blank(org)),
        })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        let mut others = sprint.effective().filter(|other| other.id != entry.id);
        let what = match others.any(|other| is_about_same(other, entry)) {
            true => "changed",
            false => "joined",
        };
        format!("{what}: {}", view::describe(sprint, entry))
    }
}

impl Join {
    /// Returns the full name and nick of the attendee whom `typed` names, or else of somebody new.
    fn identity(
        &self,
        resolver: &mut Resolver<'_>,
        typed: &str,
    ) -> Result<(String, String), Error> {
        self.check_names(typed)?;
        let people = resolver.sprint.people();
        let nick = self.nick.as_deref().map(one_line);
        let nick = nick.filter(|nick| !nick.is_empty());
        let named = people.named(typed);
        let mut attendees = people.attendees();
        let known = attendees.find(|(id, person, _)| {
            normalize(&person.name) == normalize(typed) || (nick.is_none() && named == [*id])
        });
        if let Some((_, person, _)) = known {
            return Ok((person.name.clone(), nick.unwrap_or(person.nick.clone())));
        }
        // Who was called Adrian so far may well be Adrian Kuhn.
        let is_longer = |known: &String| normalize(typed).starts_with(&(normalize(known) + " "));
        let like = resolver.sprint.like_name(typed);
        if let Some(known) = like.filter(|known| !is_longer(known)) {
            let name = typed.to_owned();
            resolver.remarks.push(Remark::LikeKnown { name, known });
        }
        Ok((
            typed.to_owned(),
            nick.unwrap_or_else(|| new_nick(resolver.sprint, typed)),
        ))
    }

    /// Refuses what is not a name, or means something else where people are named.
    fn check_names(&self, typed: &str) -> Result<(), Error> {
        let is_reserved = |name: &str| normalize(name) == EVERYBODY || name.ends_with('?');
        let is_bad = |nick: &&String| is_reserved(nick) || nick.contains(',') || !is_name(nick);
        let bad = match self.nick.iter().chain(&self.also).find(is_bad) {
            _ if !is_name(typed) => typed,
            Some(nick) => nick,
            None if is_reserved(typed) => typed,
            None => return Ok(()),
        };
        Err(LookupError::NotAName(bad.to_owned()).into())
    }
}

/// Returns the first name, unless somebody has that nick; then the whole name.
fn new_nick(sprint: &Sprint, name: &str) -> String {
    let first = name.split_whitespace().find(|word| is_name(word));
    let first = first.unwrap_or(name).to_lowercase();
    let mut attendees = sprint.people().attendees();
    match attendees.any(|(_, person, _)| normalize(&person.nick) == normalize(&first)) {
        true => slug::slugify(name),
        false => first,
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns whether two entries are about the same attendee.
fn is_about_same(one: &Entry, other: &Entry) -> bool {
    match (&one.action, &other.action) {
        (Action::Join(one), Action::Join(other)) => {
            normalize(&one.person) == normalize(&other.person)
        }
        _ => false,
    }
}
