//! Lists of who is present.

use std::collections::{HashMap, HashSet};

use super::known::{Names, within};
use super::lines_of_lists::List;
use super::list::{Listed, listed_names};
use super::manner::says_unsure;
use super::part::Part;
use super::written::is_capitalised;
use crate::diagnostic::UnreadKind;
use crate::domain::{KnownPeople, NamedAttendee, People};
use crate::planning::document::{Document, Present};
use crate::text::normalize;

/// The maximum number of names that are read of one line: each is looked for among all who are known.
const MOST_LISTED: usize = 200;

impl Names<'_> {
    /// Reads who stands in a list of who is present, in one line or an item of it, and returns with them what is not a name, and why.
    /// Words behind a name that say something else, such as `[work on _sre]`, are left out.
    pub fn present(&self, list: &List) -> (Vec<Present>, Vec<(String, UnreadKind)>) {
        let mut all = Vec::new();
        let is_known = |name: &str| self.is_of_sprint(name);
        let is_first = |name: &str| self.is_first_name(name);
        let (mut listed, mut others) = listed_names(list, &HashSet::new(), [&is_known, &is_first]);
        let many = listed.split_off(listed.len().min(MOST_LISTED));
        others.extend(many.into_iter().map(|listed| listed.name));
        for Listed { name, said } in listed {
            let attends = said.handle.as_deref().and_then(|nick| self.listed_as(nick));
            let is_longer = attends.is_none() && self.longer.contains_key(&normalize(&name));
            let longer = is_longer.then(|| name.clone());
            let handle = said.handle.filter(|_| attends.is_none());
            let may_be = self.may_be.get(&normalize(&name)).cloned();
            let of_sprint = attends.or_else(|| self.listed_as(&name));
            // Whoever never joined has no nick.
            let nick = of_sprint.filter(|nick| !nick.starts_with('+'));
            let name = nick.unwrap_or(name);
            let nick = self.nick(&name);
            let Ok(attendee) = self.sprint.people().attendee(&name, nick, &self.me) else {
                // A last name or several: whoever is known by them is there already.
                others.extend((!self.knows(&name)).then_some(name));
                continue;
            };
            // Whoever is only named on items has not joined.
            let attends = |id| self.sprint.people().get(id).attendance.is_some();
            let is_known = attendee.id.is_some_and(attends);
            all.push(Present {
                line: list.line,
                is_known,
                nick: nick.filter(|_| !is_known).map(str::to_owned),
                also: longer.or(handle.filter(|_| is_known)),
                may_be: may_be.filter(|_| !is_known),
                typed: if is_known { attendee.nick } else { name },
                from: said.from,
                to: said.to,
                has_more: said.has_more,
                is_gone: said.is_gone,
                is_sick: said.is_sick,
                role: said.role.or(list.role),
                is_unsure: says_unsure(&said.unread.join(" ")),
                unread: said.unread.join(", "),
            });
        }
        others.retain(|other| !matches!(self.part(other)[..], [Part::Known(_)]));
        let known = KnownPeople::new(self.sprint.people());
        let why = |other: &str| match within(&known, other) {
            names if is_capitalised(other) && !names.is_empty() => UnreadKind::KnownInName {
                name: other.to_owned(),
                known: names,
            },
            _ => UnreadKind::NotAName,
        };
        let others = others.into_iter().map(|other| (why(&other), other));
        (all, others.map(|(why, other)| (other, why)).collect())
    }

    /// Takes whoever is new and named on several items of a document for somebody who is there, as most lists of who is present
    /// lack somebody who works.
    pub fn expect_workers(&self, document: &mut Document) {
        let mut expected = self.sprint.people().clone();
        for present in document.here.iter().filter(|present| !present.is_known) {
            self.expect(&mut expected, &present.typed);
        }
        let mut items: HashMap<&str, Vec<usize>> = HashMap::new();
        for name in &document.new_people {
            items.insert(name, Vec::new());
        }
        for row in &document.rows {
            for person in row.people.iter().flatten().filter(|one| !one.is_struck) {
                if let Some(lines) = items.get_mut(person.typed.as_str()) {
                    lines.push(row.line);
                }
            }
        }
        let rows_with_people = document
            .rows
            .iter()
            .filter(|row| row.people.as_ref().is_some_and(|people| !people.is_empty()))
            .count();
        let are_listed_nowhere = document.here.is_empty()
            && self.sprint.people().attendees().next().is_none()
            && rows_with_people > 2;
        let away = document.away.iter().map(|gone| normalize(&gone.typed));
        let away: HashSet<String> = away.collect();
        let mut nicks: HashMap<String, String> = HashMap::new();
        for name in &document.new_people {
            let lines = &items[name.as_str()];
            let bare = name.trim_start_matches('+');
            if !away.contains(&normalize(bare))
                && (lines.len() > 1 || are_listed_nowhere)
                && let Some(line) = lines.first()
                && let Some(nick) = self.expect(&mut expected, bare)
            {
                document.here.push(Present {
                    line: *line,
                    typed: bare.to_owned(),
                    ..Present::default()
                });
                nicks.insert(name.clone(), nick);
            }
        }
        document.new_people.retain(|name| !nicks.contains_key(name));
        let people = document.rows.iter_mut().flat_map(|row| &mut row.people);
        for person in people.flatten() {
            if let Some(nick) = nicks.get(&person.typed) {
                person.typed.clone_from(nick);
            }
        }
    }

    /// Adds somebody who joins; returns the nick that they get.
    pub(super) fn expect(&self, expected: &mut People, name: &str) -> Option<String> {
        if let Some(nick) = self.listed_as(name) {
            let is_longer = self.longer.contains_key(&normalize(name));
            let also = if is_longer {
                Some(name)
            } else {
                self.nick(name)
            };
            if let Some(also) = also {
                let attendee = expected.attendee(&nick, None, &self.me).ok()?;
                let former_nick = Some(also.to_owned());
                expected.expect(&NamedAttendee {
                    former_nick,
                    ..attendee
                });
            }
            return Some(nick);
        }
        let attendee = expected.attendee(name, self.nick(name), &self.me).ok()?;
        expected.expect(&attendee);
        Some(attendee.nick)
    }
}
