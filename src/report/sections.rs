//! The body of a report: its sections, by topic, day or person.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};

use super::data::{Section, Story};
use super::document::{Inline, push_inline};
use super::parse::parse_line;
use super::selection::{Builder, Scope, end_time, is_note_in_scope};
use crate::domain::{Group, Item, TimedNote, Topic, Who};

impl Builder<'_> {
    pub(super) fn body(&self) -> Vec<Section> {
        match self.choices.group {
            Group::Topic => self.by_topic(),
            Group::Day => self.by_day(),
            Group::Person => self.by_person(),
            Group::None => self.highlights(),
        }
    }

    fn highlights(&self) -> Vec<Section> {
        let title = heading(&self.config.report.headings.highlights);
        without_empty(vec![self.section(title, 0, Scope::Sprint)])
    }

    fn by_topic(&self) -> Vec<Section> {
        let topics = self.topics();
        let sections = topics.iter().map(|topic| {
            let depth = topic.headings().len() - 1;
            let title = topic.headings().last().map(|text| parse_line(text));
            self.section(title.unwrap_or_default(), depth, Scope::Topic(Some(topic)))
        });
        self.with_rest(without_empty(sections.collect()), Scope::Topic(None))
    }

    /// Makes a section for each day on which something was closed or noted, or which was special.
    fn by_day(&self) -> Vec<Section> {
        // Everything that happened was recorded, so its day is among these.
        let days = self.days_with_entries();
        let sections = days.into_iter().filter_map(|day| {
            let section = self.section(heading(&self.day_heading(day)), 0, Scope::Day(day));
            (!section.is_empty() || self.is_special(day)).then_some(section)
        });
        sections.collect()
    }

    /// Makes a section for everybody together, then one for each person with credit.
    fn by_person(&self) -> Vec<Section> {
        let people = self.sprint.people();
        let items = self.sprint.items().iter();
        let in_body = items.filter(|item| self.is_in_body(item));
        let credited: BTreeSet<Who> = in_body.flat_map(|item| self.credited(item)).collect();
        let mut credited: Vec<Who> = credited.into_iter().collect();
        credited.sort_by_key(|who| match who {
            Who::Everybody => None,
            Who::Person(id) => Some(people.get(*id).sort_key()),
        });
        let sections = credited.into_iter().map(|who| {
            let name = match who {
                Who::Everybody => "Everybody".to_owned(),
                Who::Person(id) => people.get(id).name.clone(),
            };
            self.section(heading(&name), 0, Scope::Credit(Some(who)))
        });
        self.with_rest(sections.collect(), Scope::Credit(None))
    }

    /// Adds a section with what belongs to none of the others.
    fn with_rest(&self, mut sections: Vec<Section>, rest: Scope<'_>) -> Vec<Section> {
        let headings = &self.config.report.headings;
        let title = match sections[..] {
            [] => &headings.highlights,
            _ => &headings.other,
        };
        sections.push(self.section(heading(title), 0, rest));
        without_empty(sections)
    }

    fn section(&self, heading: Vec<Inline>, depth: usize, scope: Scope<'_>) -> Section {
        Section {
            heading,
            depth,
            stories: self.stories(scope),
            pictures: self.pictures(|picture| self.is_picture_in_scope(picture, scope)),
        }
    }

    /// Tells the stories of a section, in the order in which things happened.
    fn stories(&self, scope: Scope<'_>) -> Vec<Story> {
        let is_root = |item: &&Item| {
            let mut parent = self.parent(item).into_iter();
            self.is_in_body(item)
                && self.is_in_scope(item, scope)
                && !parent.any(|parent| self.is_in_scope(parent, scope))
        };
        let roots = self.sprint.items().iter().filter(is_root);
        let is_listed =
            |note: &&TimedNote| self.is_note_in_body(note) && is_note_in_scope(note, scope);
        let notes = self.notes().filter(is_listed);
        let mut stories: Vec<(DateTime<FixedOffset>, Story)> = roots
            .map(|item| (end_time(item), self.old_story(item, scope)))
            .chain(notes.map(|note| (note.timed_text.at, self.old_note_story(note))))
            .collect();
        stories.sort_by_key(|(at, _)| *at);
        stories.into_iter().map(|(_, story)| story).collect()
    }

    /// Lists all topics, each after the one that it is part of, in the order of `sprint.toml` and then of the log.
    fn topics(&self) -> Vec<Topic> {
        let mut known: Vec<Topic> = Vec::new();
        let configured = self.config.topics.iter().flat_map(Topic::path);
        for topic in configured.chain(self.sprint.topics()) {
            if !known.contains(&topic) {
                known.push(topic);
            }
        }
        let place = |topic: &Topic| known.iter().position(|other| other == topic);
        let mut sorted = known.clone();
        sorted.sort_by_key(|topic| topic.path().map(|above| place(&above)).collect::<Vec<_>>());
        sorted
    }

    /// Makes a section of the parts of an item, with the pictures of the item and of those parts that are not in the
    /// body.
    pub(super) fn parts_of(&self, parent: &Item) -> Section {
        let mut section = self.section(Vec::new(), 0, Scope::Item(parent));
        section.pictures = self.pictures(|picture| {
            let item = picture.item.and_then(|id| self.sprint.get(id));
            item.is_some_and(|item| {
                item.id == parent.id || self.is_part_of(item, parent) && !self.is_in_body(item)
            })
        });
        section
    }
}

/// Drops the sections that have no content and no subsection with content.
pub(super) fn without_empty(sections: Vec<Section>) -> Vec<Section> {
    let mut kept: Vec<Section> = Vec::new();
    for section in sections.into_iter().rev() {
        let has_below = kept.last().is_some_and(|below| below.depth > section.depth);
        if has_below || !section.is_empty() {
            kept.push(section);
        }
    }
    kept.reverse();
    kept
}

/// Makes a heading of a text that is not Markdown; none of an empty one.
fn heading(text: &str) -> Vec<Inline> {
    let mut heading = Vec::new();
    push_inline(&mut heading, Inline::text(text));
    heading
}
