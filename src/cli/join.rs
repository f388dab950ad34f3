//! `sprint join`: an attendee.

use clap::Args;

use super::options::one_of;
use super::record::{Record, Resolver};
use super::time;
use crate::diagnostic::{Error, Remark};
use crate::domain::{Action, EVERYBODY, Entry, LookupError, Role, Sprint, is_name};
use crate::text::{is_blank, normalize};
use crate::view;

/// Add an attendee, or say more about one
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
    /// What kind of attendee
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
            typed
                .as_deref()
                .map(|typed| time::day_within(typed, resolver.today, dates, option))
                .transpose()
        };
        let (from, to) = (day(&self.from, "--from")?, day(&self.to, "--to")?);
        if let Some((from, to)) = from.zip(to).filter(|(from, to)| to < from) {
            return Err(Error::BackwardDates { from, to });
        }
        let also = self
            .also
            .iter()
            .map(|name| one_line(name))
            .filter(|name| !name.is_empty())
            .collect();
        let org = self
            .org
            .as_deref()
            .map(one_line)
            .filter(|org| !is_blank(org));
        Ok(vec![Action::Join(crate::domain::Join {
            person,
            nick,
            also,
            from,
            to,
            role: self.role,
            org,
        })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        let again = sprint
            .effective()
            .filter(|other| is_about_same(other, entry))
            .count()
            > 1;
        format!(
            "{}: {}",
            if again { "changed" } else { "joined" },
            view::describe(sprint, entry)
        )
    }
}

impl Join {
    /// Full name and nick: those of the attendee whom `typed` names, else of somebody new.
    fn identity(
        &self,
        resolver: &mut Resolver<'_>,
        typed: &str,
    ) -> Result<(String, String), Error> {
        if !is_name(typed) {
            return Err(LookupError::NotAName(typed.to_owned()).into());
        }
        let reserved = |name: &str| normalize(name) == EVERYBODY || name.ends_with('?');
        let is_word = |nick: &String| !nick.contains(',') && is_name(nick);
        let nick_typed = self
            .nick
            .iter()
            .chain(&self.also)
            .find(|nick| reserved(nick) || !is_word(nick));
        if let Some(odd) = nick_typed
            .cloned()
            .or(reserved(typed).then(|| typed.to_owned()))
        {
            return Err(LookupError::NotAName(odd).into());
        }
        let people = resolver.sprint.people();
        let nick = self
            .nick
            .as_deref()
            .map(one_line)
            .filter(|nick| !nick.is_empty());
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
        if let Some(known) = resolver
            .sprint
            .like_name(typed)
            .filter(|known| !is_longer(known))
        {
            resolver.remarks.push(Remark::LikeKnown {
                name: typed.to_owned(),
                known,
            });
        }
        let first = typed
            .split_whitespace()
            .find(|word| is_name(word))
            .unwrap_or(typed)
            .to_lowercase();
        let taken = |nick: &str| {
            people
                .attendees()
                .any(|(_, person, _)| normalize(&person.nick) == normalize(nick))
        };
        let short = if taken(&first) {
            slug::slugify(typed)
        } else {
            first
        };
        Ok((typed.to_owned(), nick.unwrap_or(short)))
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two entries are about the same attendee.
fn is_about_same(one: &Entry, other: &Entry) -> bool {
    match (&one.action, &other.action) {
        (Action::Join(one), Action::Join(other)) => {
            normalize(&one.person) == normalize(&other.person)
        }
        _ => false,
    }
}
