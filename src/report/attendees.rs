//! Who was there.

use super::address::may_link;
use super::data::Attendee;
use super::days::day;
use super::document::{Block, Inline, push_inline};
use super::lists::styled;
use super::selection::Builder;
use super::settings::{Span, Style};
use crate::domain::{self, Attendance, Person, Role};
use crate::text::normalize;

impl Builder<'_> {
    /// Finds who was there, of everybody or of those with a group and a role.
    pub(super) fn attendees(&self, group: Option<&str>, role: Option<&str>) -> Vec<Attendee> {
        let attendees = self.attending().into_iter();
        let attendees = attendees.filter(|attendee| attendee.is_of(group, role));
        let attendees = attendees.map(|attendee| Attendee {
            name: attendee.person.name.clone(),
            url: attendee.attendance.url.clone(),
            details: self.details(attendee.attendance, role.is_some()),
        });
        attendees.collect()
    }

    /// Finds everybody who was there on the days of the report, by last names where all have one, else by the names as shown.
    pub(super) fn attending(&self) -> Vec<domain::Attendee<'_>> {
        let Span { from, to } = self.span;
        // Whoever left on the first day of the sprint may have been there in the morning.
        let start = self.config.from.and_then(|start| start.pred_opt());
        let from = from.or(start);
        let attendees = self.sprint.people().attendees();
        let attendees = attendees.filter(|attendee| attendee.attendance.overlaps(from, to));
        let mut attendees: Vec<_> = attendees.collect();
        // With the last names of some, the order of all would look random.
        let has_last_name = |person: &Person| person.name.split_whitespace().nth(1).is_some();
        let have_last_names = attendees.iter().all(|one| has_last_name(one.person));
        attendees.sort_by_key(|attendee| match have_last_names {
            true => attendee.person.sort_key(),
            false => (normalize(&attendee.person.name), String::new()),
        });
        attendees
    }

    /// Returns what is worth a mention: affiliation, role and days. The role is not, where it is that of all.
    fn details(&self, attendance: &Attendance, is_role_said: bool) -> Vec<String> {
        let role = attendance.role.filter(|role| {
            !is_role_said && matches!(role, Role::Visitor | Role::Remote | Role::Host)
        });
        let days = self.days_of_stay(attendance);
        let role = role.map(|role| role.word().to_owned());
        attendance
            .org
            .iter()
            .cloned()
            .chain(role)
            .chain(days)
            .collect()
    }

    /// Says on which days of the sprint somebody was there who was not there on all.
    fn days_of_stay(&self, attendance: &Attendance) -> Option<String> {
        let periods = attendance.periods_from(self.config.from);
        let is_alone = periods.len() == 1;
        let days = periods.iter().map(|period| {
            let from = period.from;
            let from = from.filter(|from| self.config.from.is_none_or(|start| start < *from));
            let to = period.to;
            let to = to.filter(|to| self.config.to.is_none_or(|end| *to < end));
            match (from, to) {
                (None, None) => None,
                _ if period.from.is_some() && period.from == period.to => {
                    let date = period.from.filter(|_| !is_alone).map(day);
                    Some(date.unwrap_or("one day".to_owned()))
                }
                (Some(from), Some(to)) => Some(format!("{} to {}", day(from), day(to))),
                (Some(from), None) => Some(format!("from {}", day(from))),
                (None, Some(to)) => Some(format!("until {}", day(to))),
            }
        });
        // Who was there in one of the periods on all days was so.
        let days: Vec<String> = days.collect::<Option<_>>()?;
        (!days.is_empty()).then(|| days.join(" and "))
    }
}

impl domain::Attendee<'_> {
    /// Returns whether somebody has a group and a role, where those are wanted.
    pub(super) fn is_of(&self, group: Option<&str>, role: Option<&str>) -> bool {
        let is_of = |wanted: Option<&str>, own: Option<&str>| {
            wanted.is_none_or(|wanted| normalize(own.unwrap_or_default()) == normalize(wanted))
        };
        is_of(group, self.attendance.group.as_deref())
            && is_of(role, self.attendance.role.map(Role::word))
    }
}

/// Lists attendees, or names them in a sentence, which has no full stop.
pub(super) fn attendees(attendees: &[Attendee], style: Style) -> Vec<Block> {
    let lines = match style {
        Style::Sentence => sentence(attendees),
        Style::Bullets | Style::Numbers => attendees
            .iter()
            .map(|attendee| named(attendee, &attendee.details))
            .collect(),
    };
    let lines = lines.into_iter().map(|line| vec![Block::Paragraph(line)]);
    styled(lines.collect(), style)
}

/// Names attendees as a sentence does: what is true of all is said once, after the last.
fn sentence(attendees: &[Attendee]) -> Vec<Vec<Inline>> {
    let first = attendees.first().map(|attendee| &attendee.details[..]);
    let shared = first.filter(|details| {
        attendees.len() > 1
            && attendees
                .iter()
                .all(|attendee| attendee.details == *details)
    });
    let last = attendees.len().saturating_sub(1);
    let line = |(place, attendee): (usize, &Attendee)| match shared {
        None => named(attendee, &attendee.details),
        Some([detail, more @ ..]) if place == last => {
            let all = if attendees.len() > 2 { "all" } else { "both" };
            let first = format!("{all} {detail}");
            let details: Vec<String> = [first].into_iter().chain(more.iter().cloned()).collect();
            named(attendee, &details)
        }
        Some(_) => named(attendee, &[]),
    };
    attendees.iter().enumerate().map(line).collect()
}

fn named(attendee: &Attendee, details: &[String]) -> Vec<Inline> {
    let name = Inline::text(&attendee.name);
    // A log may have been edited by hand.
    let mut line = match attendee.url.as_ref().filter(|url| may_link(url)) {
        Some(url) => vec![Inline::Link {
            to: url.clone(),
            text: vec![name],
        }],
        None => vec![name],
    };
    if !details.is_empty() {
        push_inline(
            &mut line,
            Inline::text(format!(" ({})", details.join(", "))),
        );
    }
    line
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};

    use super::*;
    use crate::domain::{Action, Config, Entry, EntryId, Join, Sprint};
    use crate::report::document::plain;
    use crate::report::markdown::markdown;
    use crate::report::settings::{Settings, Span};

    fn attendee(name: &str, details: &str) -> Attendee {
        let details = details.split(", ").filter(|detail| !detail.is_empty());
        Attendee {
            name: name.into(),
            url: None,
            details: details.map(str::to_owned).collect(),
        }
    }

    fn told(people: &[Attendee], style: Style) -> String {
        markdown(&attendees(people, style)).trim_end().to_owned()
    }

    #[test]
    fn attendees_are_bullets_numbers_or_one_sentence() {
        let mut armin = attendee("Armin", "");
        armin.url = Some("https://x.y".into());
        let people = [
            armin,
            attendee("Anto", "University of Bern, visitor"),
            attendee("Stefan", ""),
        ];
        for (style, expected) in [
            (
                Style::Bullets,
                "- [Armin](https://x.y)\n- Anto (University of Bern, visitor)\n- Stefan",
            ),
            (
                Style::Numbers,
                "1. [Armin](https://x.y)\n2. Anto (University of Bern, visitor)\n3. Stefan",
            ),
            (
                Style::Sentence,
                "[Armin](https://x.y), Anto (University of Bern, visitor) and Stefan",
            ),
        ] {
            assert_eq!(told(&people, style), expected);
        }
        assert_eq!(told(&[], Style::Sentence), "");
        let mut bea = attendee("Bea", "");
        bea.url = Some("A:".into());
        assert_eq!(told(&[bea], Style::Sentence), "Bea");
    }

    #[test]
    fn a_sentence_says_once_what_is_true_of_all() {
        let guests = ["Adrian Kuhn", "Toon Verwaest", "Camillo Bruni"];
        let guests = guests.map(|name| attendee(name, "University of Bern, one day"));
        assert_eq!(
            told(&guests, Style::Sentence),
            "Adrian Kuhn, Toon Verwaest and Camillo Bruni (all University of Bern, one day)"
        );
        assert_eq!(
            told(&guests[..2], Style::Sentence),
            "Adrian Kuhn and Toon Verwaest (both University of Bern, one day)"
        );
        assert_eq!(
            told(&guests[..1], Style::Sentence),
            "Adrian Kuhn (University of Bern, one day)"
        );
    }

    fn sprint(joins: &[Join]) -> Sprint {
        let at = DateTime::from_timestamp(1_488_182_400, 0).expect("a time of 2017");
        let entries = joins.iter().zip(0_u64..).map(|(join, place)| {
            let id = EntryId::new(None, place);
            Entry::new(
                id,
                at.fixed_offset(),
                "armin".into(),
                Action::Join(Box::new(join.clone())),
            )
        });
        Sprint::from_entries(entries.collect())
    }

    fn join(name: &str) -> Join {
        Join {
            person: name.into(),
            nick: name.to_lowercase().into(),
            ..Join::default()
        }
    }

    fn listed(joins: &[Join], group: Option<&str>, role: Option<&str>) -> Vec<String> {
        let sprint = sprint(joins);
        let config = Config {
            from: Some(day(26)),
            to: Some(day(28)),
            ..Config::default()
        };
        let builder = Builder {
            sprint: &sprint,
            config: &config,
            settings: Settings::default(),
            span: Span::default(),
            about: None,
        };
        let attendees = builder.attendees(group, role);
        let lines = attendees.iter().map(|one| plain(&named(one, &one.details)));
        lines.collect()
    }

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2017, 2, day).expect("a day")
    }

    #[test]
    fn attendees_are_in_the_order_of_their_last_names_if_all_have_one() {
        let all = ["Stefan Beyer", "Émile Anders", "Antonio Cuni"].map(join);
        assert_eq!(
            listed(&all, None, None),
            ["Émile Anders", "Stefan Beyer", "Antonio Cuni"]
        );
        let some = ["Stefan Beyer", "Émile", "Antonio Cuni", "Fred"].map(join);
        assert_eq!(
            listed(&some, None, None),
            ["Antonio Cuni", "Émile", "Fred", "Stefan Beyer"]
        );
    }

    #[test]
    fn whoever_left_on_the_first_day_was_there_for_one() {
        let gone = Join {
            to: Some(day(25)),
            ..join("Adrian")
        };
        assert_eq!(listed(&[gone], None, None), ["Adrian (one day)"]);
    }

    #[test]
    fn attendees_have_their_affiliation_role_and_days_in_brackets() {
        let guest = |from, to| Join {
            org: Some("University of Bern".into()),
            role: Some(Role::Visitor),
            from: Some(day(from)),
            to: Some(day(to)),
            group: Some("Guests".into()),
            ..join("Adrian")
        };
        for (from, to, expected) in [
            (27, 27, "Adrian (University of Bern, visitor, one day)"),
            (
                27,
                28,
                "Adrian (University of Bern, visitor, from 27 February)",
            ),
            (
                26,
                27,
                "Adrian (University of Bern, visitor, until 27 February)",
            ),
            (26, 28, "Adrian (University of Bern, visitor)"),
        ] {
            assert_eq!(listed(&[guest(from, to)], None, None), [expected]);
        }
        // What all of a list are is not said of each.
        let all = [guest(26, 28), join("Bea")];
        assert_eq!(
            listed(&all, None, Some("visitor")),
            ["Adrian (University of Bern)"]
        );
        assert_eq!(listed(&all, Some("guests"), None).len(), 1);
        assert_eq!(listed(&all, Some("PyPy"), None).len(), 0);
    }
}
