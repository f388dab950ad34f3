//! What the lists of a report are about.

use super::data::{Goal, NextStep, Unfinished};
use super::document::Block;
use super::parse::parse_line;
use super::selection::Builder;
use super::template::{Counts, Facts, ItemFact, Kind, NoteFact, PersonFact, PictureFact};
use super::whose::Whose;
use crate::domain::{self, Assignees, Ending, Item, ItemKind, Role};

impl Builder<'_> {
    pub(super) fn goals(&self) -> Vec<Goal> {
        let goals = self.listed_goals().map(|goal| Goal {
            text: self.read(&goal.what.text),
            is_side: goal.what.side,
        });
        goals.collect()
    }

    pub(super) fn thanks(&self) -> Vec<Vec<Block>> {
        self.listed_thanks()
            .map(|thanks| self.read(&thanks.what))
            .collect()
    }

    pub(super) fn left(&self, item: &Item) -> Unfinished {
        Unfinished {
            title: self.with_references(
                vec![Block::Paragraph(parse_line(&item.text))],
                self.settings.names,
            ),
            status: self.first_line(item.status()),
            people: self.whose(&item.assignees),
        }
    }

    pub(super) fn next_step(&self, step: &domain::NextStep) -> NextStep {
        let assignees = Assignees {
            people: step.people.clone(),
            helpers: step.helpers.clone(),
        };
        NextStep {
            text: self.read(&step.timed_text.text),
            people: self.whose(&assignees),
        }
    }

    fn whose(&self, assignees: &Assignees) -> Option<String> {
        Whose::new(self.sprint, assignees, self.settings.names).line()
    }

    /// Collects what a template can ask.
    pub(super) fn facts(&self, title: &str) -> Facts {
        let Builder { sprint, config, .. } = *self;
        let pictures = self.pictures().map(|(place, picture)| PictureFact {
            place,
            file: picture.file.to_string(),
            caption: picture.caption.as_deref().map(str::to_owned),
            topic: self.topic_of(picture).cloned(),
        });
        Facts {
            title: title.to_owned(),
            place: config.place.clone(),
            from: config.from,
            to: config.to,
            counts: self.counts(),
            people: self.attending().iter().map(person_fact).collect(),
            topics: self.told_topics(),
            known_topics: self.topics(),
            items: sprint
                .items()
                .iter()
                .map(|item| ItemFact {
                    id: item.id,
                    label: item.label,
                    kind: Kind::of(item.kind),
                    topic: item.topic.clone(),
                    tells: self.is_told(item),
                })
                .collect(),
            notes: self
                .notes()
                .map(|note| NoteFact {
                    id: note.id,
                    topic: note.topic.clone(),
                })
                .collect(),
            goals: sprint.goals().len(),
            special_days: self.special_days().len(),
            thanks: sprint.thanks().len(),
            next: self
                .next_steps()
                .map(|(_, step)| self.topic_of_step(step).cloned())
                .collect(),
            unfinished: self.unfinished().map(|item| item.topic.clone()).collect(),
            pictures: pictures.collect(),
        }
    }

    fn counts(&self) -> Counts {
        let count = |is_counted: &dyn Fn(&&Item) -> bool| {
            self.told_items().filter(|item| is_counted(item)).count()
        };
        let of_kind = |kind: ItemKind| count(&|item: &&Item| item.kind == kind);
        let attending = self.attending();
        let newcomers = attending
            .iter()
            .filter(|one| one.attendance.role == Some(Role::Newcomer));
        let is_kept =
            |item: &&Item| item.kind == ItemKind::Task && item.ending() != Some(Ending::Dropped);
        Counts {
            attendees: attending.len(),
            newcomers: newcomers.count(),
            tasks: self.sprint.items().iter().filter(is_kept).count(),
            done: count(&|item: &&Item| item.kind == ItemKind::Task && item.is_finished()),
            discussions: of_kind(ItemKind::Discussion),
            decisions: count(&|item: &&Item| {
                item.kind == ItemKind::Discussion && !item.results.is_empty()
            }),
            talks: of_kind(ItemKind::Talk),
            days: self.days().len(),
        }
    }
}

fn person_fact(one: &domain::Attendee<'_>) -> PersonFact {
    PersonFact {
        name: one.person.name.clone(),
        nick: one.person.nick.clone(),
        org: one.attendance.org.clone(),
        role: one.attendance.role,
        group: one.attendance.group.clone(),
        url: one.attendance.url.clone(),
    }
}
