//! What a placeholder tells of items and notes: its sections, by topic, day or person, or one list.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::claims::{Claims, Unit};
use super::data::Image;
use super::document::{Inline, push_inline};
use super::parse::parse_line;
use super::selection::{Builder, end_time};
use super::story::{Story, View};
use super::template::{Part, Placeholder};
use crate::domain::{EntryId, Item, TimedNote, Topic, Who};
use crate::report::settings::Group;

/// A part of what a placeholder tells.
#[derive(Default)]
pub(super) struct Section {
    /// Empty if there is none.
    pub heading: Vec<Inline>,
    /// How much deeper the level of its heading is than that of the outermost: 0 for those.
    pub depth: u8,
    /// What happened, in order.
    pub stories: Vec<Story>,
    pub pictures: Vec<Image>,
}

/// Tells the items and notes of a placeholder.
#[derive(Clone, Copy)]
pub(super) struct Outline<'a> {
    pub builder: Builder<'a>,
    pub claims: &'a Claims,
    pub placeholder: &'a Placeholder,
    /// The place of its mark.
    pub mark: usize,
}

/// Items that are told together.
#[derive(Default)]
struct Told<'a> {
    /// Those that are not part of another of them.
    roots: Vec<&'a Item>,
    /// The parts of each, as they were closed.
    parts: HashMap<EntryId, Vec<&'a Item>>,
}

/// What a section is about.
#[derive(Clone, Copy)]
enum Scope<'t> {
    Everything,
    /// One topic, or what has none.
    Topic(Option<&'t Topic>),
    Day(NaiveDate),
    /// The work of one person, or of nobody.
    Credit(Option<Who>),
}

impl<'a> Outline<'a> {
    /// Returns the sections in order. One without a heading may be empty.
    pub fn sections(self) -> Vec<Section> {
        match &self.placeholder.part {
            Part::Items(items) => vec![self.listed(items)],
            Part::Body | Part::Topic(_) => match self.placeholder.settings.group {
                Group::Topic => without_empty(self.by_topic()),
                Group::Day => self.by_day(),
                Group::Person => self.by_person(),
                Group::None => vec![self.section(Vec::new(), 0, Scope::Everything)],
            },
            _ => vec![self.section(Vec::new(), 0, Scope::Everything)],
        }
    }

    /// Returns the items that are told here.
    fn items(self) -> impl Iterator<Item = &'a Item> {
        let items = self.builder.told_items();
        items.filter(move |item| self.claims.is_told_at(self.mark, Unit::Item(item.id)))
    }

    fn notes(self) -> impl Iterator<Item = &'a TimedNote> {
        let notes = self.builder.notes();
        notes.filter(move |note| self.claims.is_told_at(self.mark, Unit::Note(note.id)))
    }

    /// Tells items and notes in the given order, then parts of items that are not told themselves.
    fn listed(self, ids: &[EntryId]) -> Section {
        let told = self.told(|_| true);
        let roots = told.roots.iter();
        let items = roots.map(|item| (item.id, self.story(item, &told, View::Whole)));
        let notes = self.notes();
        let notes = notes.map(|note| {
            (
                note.id,
                self.builder.note_story(note, self.builder.settings.names),
            )
        });
        let mut stories: Vec<(EntryId, Story)> = items.chain(notes).collect();
        stories.sort_by_key(|(id, _)| {
            let place = ids.iter().position(|wanted| wanted == id);
            place.unwrap_or(ids.len())
        });
        Section {
            stories: stories.into_iter().map(|(_, story)| story).collect(),
            ..Section::default()
        }
    }

    /// Makes a section of what has no deeper topic than the placeholder, without a heading; then one for each deeper topic.
    fn by_topic(self) -> Vec<Section> {
        let above = match &self.placeholder.part {
            Part::Topic(topic) => topic.as_ref(),
            _ => None,
        };
        let top = above.map_or(0, |topic| topic.headings().len());
        let topics = self.builder.topics();
        let below = topics.iter().filter(|topic| {
            let headings = topic.headings();
            headings.len() > top && above.is_none_or(|above| headings.starts_with(above.headings()))
        });
        let sections = below.map(|topic| {
            let depth = topic.headings().len() - top - 1;
            let title = topic.headings().last().map(|text| parse_line(text));
            let depth = u8::try_from(depth).unwrap_or(u8::MAX);
            self.section(title.unwrap_or_default(), depth, Scope::Topic(Some(topic)))
        });
        let first = self.section(Vec::new(), 0, Scope::Topic(above));
        std::iter::once(first).chain(sections).collect()
    }

    /// Makes a section for each day on which something is told, or which is special.
    fn by_day(self) -> Vec<Section> {
        let is_body = self.placeholder.part == Part::Body;
        // Everything that happened was recorded, so its day is among these.
        let days = self.builder.days().into_iter();
        let sections = days.filter_map(|day| {
            let title = heading(&self.builder.day_heading(day));
            let section = self.section(title, 0, Scope::Day(day));
            let is_special = is_body && self.builder.is_special(day);
            (!section.is_empty() || is_special).then_some(section)
        });
        sections.collect()
    }

    /// Makes a section for everybody together, then one for each person with credit, then one for what is left.
    fn by_person(self) -> Vec<Section> {
        let people = self.builder.sprint.people();
        let credited = self.items().flat_map(|item| self.builder.credited(item));
        let credited: BTreeSet<Who> = credited.collect();
        let mut credited: Vec<Who> = credited.into_iter().collect();
        credited.sort_by_key(|who| match who {
            Who::Everybody => None,
            Who::Person(id) => Some(people.get(*id).sort_key()),
        });
        let mut sections: Vec<Section> = credited
            .into_iter()
            .map(|who| {
                let name = match who {
                    Who::Everybody => "Everybody",
                    Who::Person(id) => &people.get(id).name,
                };
                self.section(heading(name), 0, Scope::Credit(Some(who)))
            })
            .collect();
        let rest = self.section(Vec::new(), 0, Scope::Credit(None));
        // Without a heading it would belong to the person above it.
        sections.insert(0, rest);
        sections
    }

    fn section(self, heading: Vec<Inline>, depth: u8, scope: Scope<'_>) -> Section {
        Section {
            heading,
            depth,
            stories: self.stories(scope),
            pictures: self.pictures(scope),
        }
    }

    /// Tells the stories of a section, in the order in which things happened.
    fn stories(self, scope: Scope<'_>) -> Vec<Story> {
        let told = self.told(|item| self.is_in_scope(item, scope));
        let view = match scope {
            Scope::Day(day) => View::Day(day),
            Scope::Credit(Some(who)) => View::Person(who),
            _ => View::Whole,
        };
        let roots = told.roots.iter();
        let items = roots.map(|item| (end_time(item), self.story(item, &told, view)));
        let notes = self.notes().filter(|note| is_note_in_scope(note, scope));
        let notes = notes.map(|note| {
            (
                note.timed_text.at,
                self.builder.note_story(note, self.builder.settings.names),
            )
        });
        let mut stories: Vec<(DateTime<FixedOffset>, Story)> = items.chain(notes).collect();
        stories.sort_by_key(|(at, _)| *at);
        stories.into_iter().map(|(_, story)| story).collect()
    }

    /// Finds what of an outline is told here, and what of that is a part of what.
    fn told(self, is_here: impl Fn(&Item) -> bool) -> Told<'a> {
        let items: Vec<&Item> = self.items().filter(|item| is_here(item)).collect();
        let members: HashSet<EntryId> = items.iter().map(|item| item.id).collect();
        let mut told = Told::default();
        for item in items {
            match self.whole(item, &members) {
                Some(whole) => told.parts.entry(whole).or_default().push(item),
                None => told.roots.push(item),
            }
        }
        let parts = told.parts.values_mut();
        parts.for_each(|parts| parts.sort_by_key(|part| end_time(part)));
        told
    }

    /// Tells an item, then its parts among those that are told here.
    fn story(self, item: &Item, told: &Told<'_>, view: View) -> Story {
        let builder = self.builder;
        let days = builder.days_of(item);
        let is_here = |day: NaiveDate| match view {
            View::Day(here) if days.contains(&day) => day == here,
            // Of another day, it is told with the last that is told of the item.
            View::Day(here) => days.last() == Some(&here),
            View::Whole | View::Person(_) => true,
        };
        let (mut next, mut pictures) = (Vec::new(), Vec::new());
        for unit in self.claims.of_story(item.id) {
            match unit {
                Unit::NextStep(place) => next.extend(builder.sprint.next_steps().get(*place)),
                Unit::Picture(place) => pictures.extend(builder.sprint.pictures().get(*place)),
                Unit::Item(_) | Unit::Note(_) | Unit::Unfinished(_) => {}
            }
        }
        next.retain(|step| is_here(step.timed_text.day));
        pictures.retain(|picture| is_here(picture.day));
        let parts = told.parts.get(&item.id).into_iter().flatten();
        let mut story = Story {
            parts: parts.map(|part| self.story(part, told, view)).collect(),
            next: next
                .into_iter()
                .map(|step| builder.next_step(step))
                .collect(),
            pictures: pictures
                .into_iter()
                .map(|picture| builder.image(picture))
                .collect(),
            ..builder.story(item, view, builder.settings.names)
        };
        let mut items = builder.sprint.items().iter();
        let has_nothing_after = story.parts.is_empty() && story.pictures.is_empty();
        if has_nothing_after
            && story.introduces()
            && items.any(|other| other.under == Some(item.id))
        {
            // The parts are told elsewhere, or not at all.
            story.end_introduction();
        }
        story
    }

    /// Returns the nearest item among some that an item is part of, unless the placeholder names the item itself.
    fn whole(self, item: &Item, members: &HashSet<EntryId>) -> Option<EntryId> {
        if matches!(&self.placeholder.part, Part::Items(ids) if ids.contains(&item.id)) {
            return None;
        }
        let mut above = self.builder.ancestors(item).map(|above| above.id);
        above.find(|above| members.contains(above))
    }

    fn pictures(self, scope: Scope<'_>) -> Vec<Image> {
        let builder = self.builder;
        let here = builder.pictures().filter(|(place, picture)| {
            self.claims.is_told_at(self.mark, Unit::Picture(*place))
                && match scope {
                    Scope::Everything => true,
                    Scope::Topic(here) => builder.topic_of(picture) == here,
                    Scope::Day(day) => picture.day == day,
                    Scope::Credit(who) => who.is_none(),
                }
        });
        here.map(|(_, picture)| builder.image(picture)).collect()
    }

    fn is_in_scope(self, item: &Item, scope: Scope<'_>) -> bool {
        match scope {
            Scope::Everything => true,
            Scope::Topic(topic) => item.topic.as_ref() == topic,
            Scope::Day(day) => self.builder.days_of(item).contains(&day),
            Scope::Credit(Some(who)) => self.builder.credited(item).contains(&who),
            Scope::Credit(None) => self.builder.credited(item).is_empty(),
        }
    }
}

impl Section {
    fn is_empty(&self) -> bool {
        self.stories.is_empty() && self.pictures.is_empty()
    }
}

fn is_note_in_scope(note: &TimedNote, scope: Scope<'_>) -> bool {
    match scope {
        Scope::Everything => true,
        Scope::Topic(topic) => note.topic.as_ref() == topic,
        Scope::Day(day) => note.timed_text.day == day,
        Scope::Credit(who) => who.is_none(),
    }
}

/// Drops the sections that have no content and no subsection with content.
fn without_empty(sections: Vec<Section>) -> Vec<Section> {
    let mut kept: Vec<Section> = Vec::new();
    for section in sections.into_iter().rev() {
        let has_below = kept.last().is_some_and(|below| below.depth > section.depth);
        if has_below && !section.heading.is_empty() || !section.is_empty() {
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
