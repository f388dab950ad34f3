//! Who was there.

#![allow(dead_code, reason = "built in steps")]

use super::data::{Attendee, Span};
use super::days::day;
use super::document::{Block, Inline};
use super::lists::styled;
use super::selection::Builder;
use super::settings::Style;
use crate::domain::{Attendance, Person, Role};
use crate::text::normalize;

impl Builder<'_> {
    /// Finds who was there, of everybody or of those with a group and a role.
    pub(super) fn attendees(&self, group: Option<&str>, role: Option<&str>) -> Vec<Attendee> {
        let Span { from, to } = self.choices.span;
        let is_of = |wanted: Option<&str>, own: Option<&str>| {
            wanted.is_none_or(|wanted| own.is_some_and(|own| normalize(own) == normalize(wanted)))
        };
        let attendees = self.sprint.people().attendees().filter(|attendee| {
            let attendance = attendee.attendance;
            attendance.overlaps(from, to)
                && is_of(group, attendance.group.as_deref())
                && is_of(role, attendance.role.map(Role::word))
        });
        let mut attendees: Vec<_> = attendees.collect();
        // With the last names of some, the order of all would look random.
        let has_last_name = |person: &Person| person.name.split_whitespace().nth(1).is_some();
        let have_last_names = attendees.iter().all(|one| has_last_name(one.person));
        attendees.sort_by_key(|attendee| match have_last_names {
            true => attendee.person.sort_key(),
            false => (normalize(&attendee.person.name), String::new()),
        });
        let attendees = attendees.into_iter().map(|attendee| Attendee {
            name: attendee.person.name.clone(),
            url: attendee.attendance.url.clone(),
            details: self.details(attendee.attendance, role.is_some()),
        });
        attendees.collect()
    }

    /// Returns what is worth a mention: affiliation, role and days. The role is not, where it is that of all.
    fn details(&self, attendance: &Attendance, is_role_said: bool) -> Vec<String> {
        let role = attendance.role.filter(|role| {
            !is_role_said && matches!(role, Role::Visitor | Role::Remote | Role::Host)
        });
        let from = attendance
            .first()
            .filter(|from| self.config.from.is_none_or(|start| start < *from));
        let to = attendance
            .last()
            .filter(|to| self.config.to.is_none_or(|end| *to < end));
        let one_day = attendance.first().zip(attendance.last());
        let days = match (from, to) {
            (None, None) => None,
            _ if one_day.is_some_and(|(first, last)| first == last) => Some("one day".to_owned()),
            (Some(from), Some(to)) => Some(format!("{} to {}", day(from), day(to))),
            (Some(from), None) => Some(format!("from {}", day(from))),
            (None, Some(to)) => Some(format!("until {}", day(to))),
        };
        let role = role.map(|role| role.word().to_owned());
        attendance
            .org
            .iter()
            .cloned()
            .chain(role)
            .chain(days)
            .collect()
    }
}

/// Lists attendees, or names them in a sentence, which has no full stop. There, what is true of all is said once.
pub(super) fn attendees(attendees: &[Attendee], style: Style) -> Vec<Block> {
    let name = |attendee: &Attendee| match &attendee.url {
        Some(url) => Inline::Link {
            to: url.clone(),
            text: vec![Inline::text(&attendee.name)],
        },
        None => Inline::text(&attendee.name),
    };
    let line = |attendee: &Attendee, details: &[String]| {
        let mut line = vec![name(attendee)];
        if !details.is_empty() {
            line.push(Inline::text(format!(" ({})", details.join(", "))));
        }
        vec![Block::Paragraph(line)]
    };
    let lines = attendees
        .iter()
        .map(|attendee| line(attendee, &attendee.details));
    styled(lines.collect(), style)
}
