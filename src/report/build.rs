//! From a sprint to its report.

use super::credit::{credit_line, print};
use super::data::{Choices, Gap, Goal, NextStep, Report, Unfinished};
use super::document::{first_line, plain};
use super::sections::without_empty;
use super::selection::Builder;
use super::stories::gap;
use crate::domain::{
    Assignees, Config, EntryId, Headings, Item, ItemKind, Names, PersonRef, Sprint,
};

impl Report {
    /// Builds the report about a sprint that is called `title`.
    pub fn new(sprint: &Sprint, title: &str, config: &Config, choices: &Choices) -> Report {
        let sprint = &sprint.until(choices.span.to);
        let builder = Builder {
            sprint,
            config,
            choices,
        };
        let report = &config.report;
        let intro = builder.read_given(&report.intro);
        let body = builder.body();
        let (decisions, talks) = (builder.decisions(), builder.talks());
        let no_intro = intro.is_empty().then_some(Gap::NoIntro);
        let mut gaps = Vec::from_iter(no_intro);
        let stories = body.iter().flat_map(|section| &section.stories);
        let stories = stories.chain(&decisions).chain(&talks);
        stories.for_each(|story| story.collect_gaps(&mut gaps));
        Report {
            title: report.title.clone().unwrap_or(title.to_owned()),
            item: None,
            days: builder.days(),
            intro,
            pictures: builder.pictures(|picture| builder.is_general(picture)),
            invitation: builder.read_given(&report.invitation),
            goals: sprint
                .goals()
                .iter()
                .map(|goal| Goal {
                    text: builder.read(&goal.text),
                    is_side: goal.side,
                })
                .collect(),
            body,
            decisions,
            talks,
            notes: builder
                .notes()
                .filter(|note| !builder.is_note_in_body(note))
                .map(|note| builder.read(&note.timed_text.text))
                .collect(),
            special_days: builder.special_days(),
            unfinished: builder.unfinished(|_| true),
            next: builder.next(),
            attendees: builder.attendees(None, None),
            thanks: sprint
                .thanks()
                .iter()
                .map(|text| builder.read(text))
                .collect(),
            closing: builder.read_given(&report.closing),
            sign_off: builder.read_given(&report.sign_off),
            gaps,
            shape: choices.body,
            headings: report.headings.clone(),
        }
    }

    /// Builds the report about one item; `None` if it was entered after the days that the report is about.
    pub fn about(
        sprint: &Sprint,
        item: EntryId,
        config: &Config,
        choices: &Choices,
    ) -> Option<Report> {
        let sprint = &sprint.until(choices.span.to);
        let item = sprint.get(item)?;
        let builder = Builder {
            sprint,
            config,
            choices,
        };
        let section = builder.parts_of(item);
        let mut gaps = Vec::from_iter(gap(item));
        let stories = section.stories.iter();
        stories.for_each(|story| story.collect_gaps(&mut gaps));
        // It is not a summary of the sprint.
        let headings = Headings {
            summary: String::new(),
            ..config.report.headings.clone()
        };
        Some(Report {
            title: plain(&first_line(builder.read(&item.text))),
            item: Some(item.label.to_string()),
            days: builder.days(),
            intro: builder.history(item),
            body: without_empty(vec![section]),
            unfinished: builder.unfinished(|left| {
                // The title has its text already: the item itself is listed only for its status.
                builder.is_part_of(left, item) || left.id == item.id && left.status().is_some()
            }),
            sign_off: builder.read_given(&config.report.sign_off),
            gaps,
            shape: choices.body,
            headings,
            ..Report::default()
        })
    }
}

impl Builder<'_> {
    fn unfinished(&self, is_wanted: impl Fn(&Item) -> bool) -> Vec<Unfinished> {
        let is_left = |item: &&Item| match item.kind {
            ItemKind::Task => item.is_open(),
            ItemKind::Discussion => item.is_open() && !self.was_discussed(item),
            ItemKind::Talk => false,
        };
        let items = self.sprint.items().iter().filter(is_left);
        let left = items.filter(|item| is_wanted(item));
        left.map(|item| Unfinished {
            title: self.read(&item.text),
            status: self.first_line(item.status()),
            people: self.assignees(&item.assignees),
        })
        .collect()
    }

    fn next(&self) -> Vec<NextStep> {
        let steps = self.sprint.next_steps().iter();
        let steps = steps.filter(|step| self.choices.span.holds(step.timed_text.day));
        let steps = steps.map(|step| NextStep {
            text: self.read(&step.timed_text.text),
            people: match step.helpers[..] {
                [] => self.names(&step.people),
                _ => self.assignees(&Assignees {
                    people: step.people.clone(),
                    helpers: step.helpers.clone(),
                }),
            },
        });
        steps.collect()
    }

    fn assignees(&self, assignees: &Assignees) -> Option<String> {
        credit_line(self.sprint, assignees, self.choices.names)
    }

    fn names(&self, person_refs: &[PersonRef]) -> Option<String> {
        if person_refs.is_empty() || self.choices.names == Names::None {
            return None;
        }
        let name = |person_ref: &PersonRef| print(self.sprint, *person_ref, self.choices.names);
        let names: Vec<String> = person_refs.iter().map(name).collect();
        Some(names.join(", "))
    }
}
