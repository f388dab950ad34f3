//! Who is there.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate};

use super::people::Somebody;
use super::{Change, Comparison};
use crate::diagnostic::{PlanningRemark, UnreadKind};
use crate::domain::{Action, Attendance, Sprint, Who, is_one_letter_off};
use crate::planning::command::Command;
use crate::planning::document::Present;
use crate::text::typed_weekday;

impl<'a> Comparison<'a> {
    /// Records who is listed as present and was not before. Who is not listed has not left.
    pub(super) fn join(&mut self) {
        let opened = self.listed(|opened| &opened.here);
        let gone = self.not_listed();
        let mut seen = HashSet::new();
        for present in &self.document.here {
            let somebody = Somebody::of(&present.typed, self.now);
            if !seen.insert(somebody.clone()) {
                continue;
            }
            if let Somebody::New(name) = &somebody
                && !present.typed.starts_with('+')
                && let Some(near) = gone.iter().find(|gone| is_one_letter_off(gone, name))
            {
                self.changes.remarks.push(PlanningRemark::Unread {
                    line: present.line,
                    text: present.typed.clone(),
                    why: UnreadKind::NoSuchPerson {
                        name: present.typed.clone(),
                        near: vec![near.clone()],
                    },
                });
                continue;
            }
            let attends = attendance(&somebody, self.now);
            let news = match opened.get(&somebody) {
                // Only its days may be news.
                Some(before) => {
                    (&before.from, &before.to) != (&present.from, &present.to)
                        && attends.is_some_and(|now| self.is_as_before(&somebody, now))
                }
                None => match attends {
                    None => true,
                    // Somebody who had left is back.
                    Some(attendance) if self.opened.is_some() => {
                        self.is_as_before(&somebody, attendance) && attendance.last().is_some()
                    }
                    Some(attendance) => self.days_are_news(present, attendance),
                },
            };
            // Without a role, and still there.
            let may_get_role =
                attends.is_some_and(|now| now.role.is_none() && now.last().is_none());
            let is_renamed = present.also.is_some();
            if news || is_renamed || present.role.is_some() && may_get_role {
                self.changes.changes.push(Change {
                    line: present.line,
                    command: Command::Join {
                        person: present.typed.clone(),
                        nick: present.nick.clone(),
                        also: present.also.clone(),
                        from: present.from.clone().filter(|_| news),
                        to: present.to.clone().filter(|_| news),
                        role: present.role,
                    },
                });
            }
        }
    }

    /// Returns whether a document gives the days of somebody of whom none are known. Others than those that are known may be older.
    fn days_are_news(&mut self, present: &Present, attendance: &Attendance) -> bool {
        if present.from.is_none() && present.to.is_none() {
            return false;
        }
        let is_whole = attendance.first().is_none() && attendance.last().is_none();
        let is_news = is_whole && attendance.periods.len() == 1;
        let mut periods = attendance.periods.iter();
        let are_known = periods.any(|period| {
            may_be(present.from.as_deref(), period.from) && may_be(present.to.as_deref(), period.to)
        });
        if !is_news && !are_known {
            self.changes.remarks.push(PlanningRemark::OtherDays {
                line: present.line,
                name: present.typed.clone(),
            });
        }
        is_news
    }

    /// Records who is listed as gone and was not before.
    pub(super) fn leave(&mut self) {
        let opened = self.listed(|opened| &opened.away);
        let here = self.document.here.iter();
        let joining: HashSet<Somebody> = here
            .map(|present| Somebody::of(&present.typed, self.now))
            .collect();
        // Whoever is to leave later than anything was recorded has not left yet.
        let last_day = self.now.entries().last();
        let last_day = last_day.map(|entry| entry.at.date_naive());
        let mut seen = HashSet::new();
        for gone in &self.document.away {
            let somebody = Somebody::of(&gone.typed, self.now);
            let Some(attendance) = attendance(&somebody, self.now) else {
                // Both lists of one document name them.
                if joining.contains(&somebody) && seen.insert(somebody.clone()) {
                    self.remark_sick(gone);
                    let people = vec![gone.typed.trim_start_matches(['+', '@']).to_owned()];
                    self.changes.changes.push(Change {
                        line: gone.line,
                        command: Command::Leave { people },
                    });
                }
                if seen.insert(somebody) {
                    self.changes.remarks.push(PlanningRemark::NeverJoined {
                        line: gone.line,
                        name: gone.typed.trim_start_matches(['+', '@']).to_owned(),
                    });
                }
                continue;
            };
            let news = match self.opened {
                Some(_) => {
                    !opened.contains_key(&somebody)
                        && self.is_as_before(&somebody, attendance)
                        && !self.has_left(&somebody)
                }
                // They came back on the day on which they left.
                None if attendance.last().is_none() && self.has_left(&somebody) => false,
                // The document may be older than their coming back.
                None => match attendance.periods[..] {
                    // Who left before the first day is there on that one alone.
                    [only] => only.to.is_none_or(|to| {
                        only.from != Some(to) && last_day.is_some_and(|last| last <= to)
                    }),
                    _ => attendance.periods.iter().all(|period| period.to.is_none()),
                },
            };
            let may_be_back = self.opened.is_none() || self.has_left(&somebody);
            if may_be_back && !news && attendance.last().is_none() {
                self.changes.remarks.push(PlanningRemark::IsBack {
                    line: gone.line,
                    name: gone.typed.clone(),
                });
            }
            if news && seen.insert(somebody) {
                self.remark_sick(gone);
                self.changes.changes.push(Change {
                    line: gone.line,
                    command: Command::Leave {
                        people: vec![gone.typed.clone()],
                    },
                });
            }
        }
    }

    /// Returns whether it was recorded, since the document was exported, that somebody left.
    fn has_left(&self, somebody: &Somebody) -> bool {
        let entries = self.now.entries().iter();
        let since =
            entries.filter(|entry| self.opened.is_none() || !self.before.contains(&entry.id));
        let mut left = since.filter_map(|entry| match &entry.action {
            Action::Leave(leave) if !self.now.is_undone(entry.id) => Some(&leave.people),
            _ => None,
        });
        left.any(|people| {
            let mut people = people.iter();
            people.any(|name| Somebody::of(name, self.now) == *somebody)
        })
    }

    /// Says who was listed as present and is in no list now: they have not left.
    pub(super) fn remark_not_listed(&mut self) {
        let listed = self.document.here.iter().chain(&self.document.away);
        let mut seen: HashSet<Somebody> = listed
            .map(|present| Somebody::of(&present.typed, self.now))
            .collect();
        let opened = self.opened.iter().flat_map(|opened| &opened.document.here);
        let mut stay = Vec::new();
        for before in opened {
            let somebody = Somebody::of(&before.typed, self.now);
            let attends = attendance(&somebody, self.now);
            let is_there = attends.is_some_and(|now| self.is_as_before(&somebody, now));
            if is_there && seen.insert(somebody) {
                stay.push(self.now.people().print_name(&before.typed));
            }
        }
        if !stay.is_empty() {
            self.changes.remarks.push(PlanningRemark::StayHere(stay));
        }
    }

    /// Returns who was listed as here and is in no list now, up to as many as may be slips.
    fn not_listed(&self) -> Vec<String> {
        const MOST: usize = 20;
        let listed = self.document.here.iter().chain(&self.document.away);
        let listed: HashSet<Somebody> = listed
            .map(|present| Somebody::of(&present.typed, self.now))
            .collect();
        let opened = self.opened.iter().flat_map(|opened| &opened.document.here);
        let gone = opened.filter(|before| !listed.contains(&Somebody::of(&before.typed, self.now)));
        let names = gone.map(|before| self.now.people().print_name(&before.typed));
        names.take(MOST).collect()
    }

    /// Says that whoever is sick counts as gone until they are back.
    fn remark_sick(&mut self, gone: &Present) {
        if gone.is_sick {
            self.changes.remarks.push(PlanningRemark::Sick {
                line: gone.line,
                name: gone.typed.trim_start_matches(['+', '@']).to_owned(),
            });
        }
    }

    /// Returns how each was listed in the opened document: first, if more than once.
    fn listed(
        &self,
        list: fn(&crate::planning::Document) -> &Vec<Present>,
    ) -> HashMap<Somebody, &'a Present> {
        let opened = self.opened.iter();
        let listed = opened.flat_map(|opened| list(opened.document)).rev();
        listed
            .map(|before| (Somebody::of(&before.typed, self.now), before))
            .collect()
    }

    /// Returns whether nobody has recorded meanwhile when somebody is there.
    fn is_as_before(&self, somebody: &Somebody, now: &Attendance) -> bool {
        let Somebody::Known(Who::Person(id)) = somebody else {
            return false;
        };
        let nick = &self.now.people().get(*id).nick;
        let then = attendance(&Somebody::of(nick, self.base), self.base);
        then.is_some_and(|then| then.periods == now.periods)
    }
}

/// Returns whether a day that a document gives, if it does, may be this one.
fn may_be(typed: Option<&str>, day: Option<NaiveDate>) -> bool {
    let (Some(typed), Some(day)) = (typed, day) else {
        return typed.is_none();
    };
    match (typed_weekday(typed), typed.parse::<NaiveDate>()) {
        (Some(weekday), _) => weekday == day.weekday(),
        (None, Ok(date)) => date == day,
        // `tomorrow` is not the same when it is read again.
        (None, Err(_)) => true,
    }
}

fn attendance<'s>(somebody: &Somebody, sprint: &'s Sprint) -> Option<&'s Attendance> {
    match somebody {
        Somebody::Known(Who::Person(id)) => sprint.people().get(*id).attendance.as_ref(),
        Somebody::Known(Who::Everybody) | Somebody::New(_) => None,
    }
}
