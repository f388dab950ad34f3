//! What a placeholder tells of items and notes: its sections, by topic, day or person, or one list.

use chrono::NaiveDate;
use foldhash::{HashMap, HashSet};

use super::claims::{Claims, Teller, Unit};
use super::data::Image;
use super::document::{Inline, push_inline};
use super::parse::parse_line;
use super::selection::{Builder, end_time};
use super::story::{Story, View};
use super::template::{Part, Placeholder};
use crate::domain::{EntryId, Item, Picture, TimedNote, Topic, Who};
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
pub(super) struct Outline<'a> {
    builder: Builder<'a>,
    claims: &'a Claims,
    placeholder: &'a Placeholder,
    /// The place of its mark.
    mark: usize,
    /// The items of the sprint that have parts.
    wholes: HashSet<EntryId>,
}

/// What a section is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Scope<'t> {
    Everything,
    /// One topic, or what has none.
    Topic(Option<&'t Topic>),
    Day(NaiveDate),
    /// The work of one person, or of nobody.
    Credit(Option<Who>),
}

/// What a section tells, as the log has it.
#[derive(Default)]
struct Content<'a> {
    items: Vec<&'a Item>,
    notes: Vec<&'a TimedNote>,
    pictures: Vec<&'a Picture>,
}

type Contents<'a> = HashMap<Scope<'a>, Content<'a>>;

/// The parts of items, among those that a section tells.
type Parts<'a> = HashMap<EntryId, Vec<&'a Item>>;

impl<'a> Outline<'a> {
    pub fn new(
        builder: Builder<'a>,
        claims: &'a Claims,
        placeholder: &'a Placeholder,
        mark: usize,
    ) -> Outline<'a> {
        let items = builder.sprint.items().iter();
        Outline {
            builder,
            claims,
            placeholder,
            mark,
            wholes: items.filter_map(|item| item.under).collect(),
        }
    }

    /// Returns the sections in order. One without a heading may be empty.
    pub fn sections(&self) -> Vec<Section> {
        let group = match &self.placeholder.part {
            Part::Body | Part::Topic(_) => self.placeholder.settings.group,
            _ => Group::None,
        };
        let contents = self.contents(group);
        match group {
            Group::Topic => without_empty(self.by_topic(contents)),
            Group::Day => self.by_day(contents),
            Group::Person => self.by_person(contents),
            Group::None => vec![self.everything(contents)],
        }
    }

    /// Sorts what is told here into sections.
    fn contents(&self, group: Group) -> Contents<'a> {
        let builder = self.builder;
        let mut contents = Contents::default();
        let items = builder.told_items();
        for item in items.filter(|item| self.is_here(Unit::Item(item.id))) {
            for scope in self.scopes(item, group) {
                contents.entry(scope).or_default().items.push(item);
            }
        }
        let notes = builder.notes();
        for note in notes.filter(|note| self.is_here(Unit::Note(note.id))) {
            let scope = scope(group, note.topic.as_ref(), note.timed_text.day);
            contents.entry(scope).or_default().notes.push(note);
        }
        let pictures = builder.pictures();
        for (_, picture) in pictures.filter(|(place, picture)| {
            self.is_here(Unit::Picture(*place))
                || group == Group::Day && self.is_of_another_day(*place, picture)
        }) {
            let scope = scope(group, builder.topic_of(picture), picture.day);
            contents.entry(scope).or_default().pictures.push(picture);
        }
        contents
    }

    /// Returns whether the placeholder tells a unit.
    fn is_here(&self, unit: Unit) -> bool {
        self.claims.is_told_at(self.mark, unit)
    }

    /// Returns whether a photo belongs to a story that the placeholder tells, though not on the day of the photo.
    fn is_of_another_day(&self, place: usize, picture: &Picture) -> bool {
        let item = picture.item.and_then(|item| self.builder.sprint.get(item));
        item.is_some_and(|item| {
            self.claims.teller(Unit::Picture(place)) == Some(Teller::Story(item.id))
                && self.is_here(Unit::Item(item.id))
                && !self.builder.days_of(item).contains(&picture.day)
        })
    }

    fn scopes(&self, item: &'a Item, group: Group) -> Vec<Scope<'a>> {
        match group {
            Group::Day => {
                let days = self.builder.days_of(item).into_iter();
                days.map(Scope::Day).collect()
            }
            Group::Person => match &self.builder.credited(item)[..] {
                [] => vec![Scope::Credit(None)],
                people => people
                    .iter()
                    .copied()
                    .map(Some)
                    .map(Scope::Credit)
                    .collect(),
            },
            Group::Topic | Group::None => vec![scope(group, item.topic.as_ref(), item.day)],
        }
    }

    /// Makes one section: in the order of the arguments of the placeholder, then in the order in which things happened.
    fn everything(&self, mut contents: Contents<'a>) -> Section {
        let content = contents.remove(&Scope::Everything).unwrap_or_default();
        let Part::Items(ids) = &self.placeholder.part else {
            return self.section(Vec::new(), 0, Scope::Everything, Some(content));
        };
        // Parts of items that are not told themselves come last.
        let place = |id: EntryId| ids.iter().position(|wanted| *wanted == id);
        let place = |id| place(id).unwrap_or(ids.len());
        let (item_place, note_place) = (
            |item: &Item| place(item.id),
            |note: &TimedNote| place(note.id),
        );
        Section {
            stories: self.stories(&content, View::Whole, item_place, note_place),
            ..Section::default()
        }
    }

    /// Makes a section of what has no deeper topic than the placeholder, without a heading; then one for each deeper topic.
    fn by_topic(&self, contents: Contents<'a>) -> Vec<Section> {
        let above = match &self.placeholder.part {
            Part::Topic(topic) => topic.as_ref(),
            _ => None,
        };
        let top = above.map_or(0, |topic| topic.headings().len());
        let topics = self.builder.topics();
        let mut contents: Contents<'_> = contents;
        let first = contents.remove(&Scope::Topic(above));
        let first = self.section(Vec::new(), 0, Scope::Topic(above), first);
        let below = topics.iter().filter(|topic| {
            let headings = topic.headings();
            headings.len() > top && above.is_none_or(|above| headings.starts_with(above.headings()))
        });
        let sections = below.map(|topic| {
            let depth = topic.headings().len() - top - 1;
            let title = topic.headings().last().map(|text| parse_line(text));
            let depth = u8::try_from(depth).unwrap_or(u8::MAX);
            let scope = Scope::Topic(Some(topic));
            let content = contents.remove(&scope);
            self.section(title.unwrap_or_default(), depth, scope, content)
        });
        std::iter::once(first).chain(sections).collect()
    }

    /// Makes a section for each day on which something is told, or which is special.
    fn by_day(&self, mut contents: Contents<'a>) -> Vec<Section> {
        let is_body = self.placeholder.part == Part::Body;
        // Everything that happened was recorded, so its day is among these.
        let days = self.builder.days().into_iter();
        let sections = days.filter_map(|day| {
            let title = heading(&self.builder.day_heading(day));
            let content = contents.remove(&Scope::Day(day));
            let section = self.section(title, 0, Scope::Day(day), content);
            let is_special = is_body && self.builder.is_special(day);
            (!section.is_empty() || is_special).then_some(section)
        });
        sections.collect()
    }

    /// Makes a section of what is nobody's, without a heading; then one for everybody together, and one for each person with credit.
    fn by_person(&self, mut contents: Contents<'a>) -> Vec<Section> {
        let people = self.builder.sprint.people();
        // Without a heading, what is nobody's would belong to the person above it.
        let mut credited: Vec<Option<Who>> = vec![None];
        credited.extend(contents.keys().filter_map(|scope| match scope {
            Scope::Credit(Some(who)) => Some(Some(*who)),
            _ => None,
        }));
        credited.sort_by_cached_key(|who| match who {
            None => (0, None, *who),
            Some(Who::Everybody) => (1, None, *who),
            Some(Who::Person(id)) => (2, Some(people.get(*id).sort_key()), *who),
        });
        let sections = credited.into_iter().map(|who| {
            let title = match who {
                None => Vec::new(),
                Some(Who::Everybody) => heading("Everybody"),
                Some(Who::Person(id)) => heading(&people.get(id).name),
            };
            let content = contents.remove(&Scope::Credit(who));
            self.section(title, 0, Scope::Credit(who), content)
        });
        sections.collect()
    }

    /// Makes a section that tells things in the order in which they happened.
    fn section(
        &self,
        heading: Vec<Inline>,
        depth: u8,
        scope: Scope<'_>,
        content: Option<Content<'a>>,
    ) -> Section {
        let content = content.unwrap_or_default();
        let view = match scope {
            Scope::Day(day) => View::Day(day),
            Scope::Credit(Some(who)) => View::Person(who),
            _ => View::Whole,
        };
        let pictures = content.pictures.iter();
        Section {
            heading,
            depth,
            stories: self.stories(&content, view, end_time, |note| note.timed_text.at),
            pictures: pictures
                .map(|picture| self.builder.image(picture))
                .collect(),
        }
    }

    /// Tells items with their parts, and notes, in the order of their keys.
    fn stories<K: Ord>(
        &self,
        content: &Content<'a>,
        view: View,
        item_key: impl Fn(&Item) -> K,
        note_key: impl Fn(&TimedNote) -> K,
    ) -> Vec<Story> {
        let members: HashSet<EntryId> = content.items.iter().map(|item| item.id).collect();
        let mut parts = Parts::default();
        let mut roots = Vec::new();
        for item in content.items.iter().copied() {
            match self.whole(item, &members) {
                Some(whole) => parts.entry(whole).or_default().push(item),
                None => roots.push(item),
            }
        }
        let names = self.builder.settings.names;
        let items = roots.into_iter();
        let items = items.map(|item| (item_key(item), self.story(item, &parts, view)));
        let notes = content.notes.iter();
        let notes = notes.map(|note| (note_key(note), self.builder.note_story(note, names)));
        let mut stories: Vec<(K, Story)> = items.chain(notes).collect();
        stories.sort_by(|(one, _), (other, _)| one.cmp(other));
        stories.into_iter().map(|(_, story)| story).collect()
    }

    /// Tells an item, then its parts among those that are told here.
    fn story(&self, item: &Item, parts: &Parts<'a>, view: View) -> Story {
        let mut own_parts = parts.get(&item.id).cloned().unwrap_or_default();
        own_parts.sort_by_key(|part| end_time(part));
        let own_parts = own_parts.into_iter();
        let builder = self.builder;
        let days = builder.days_of(item);
        let is_here = |day: NaiveDate| match view {
            View::Day(here) if days.contains(&day) => day == here,
            // Of another day, it is told with the last that is told of the item.
            View::Day(here) => days.last() == Some(&here),
            View::Whole | View::Person(_) => true,
        };
        let (steps, pictures) = (builder.sprint.next_steps(), builder.sprint.pictures());
        let (mut next, mut images) = (Vec::new(), Vec::new());
        for unit in self.claims.of_story(item.id) {
            match unit {
                Unit::NextStep(place) if is_here(steps[*place].timed_text.day) => {
                    next.push(builder.next_step(&steps[*place]));
                }
                // On a day on which nothing else is told of the item, it stands alone.
                Unit::Picture(place) if !matches!(view, View::Day(here) if here != pictures[*place].day) =>
                {
                    images.push(builder.image(&pictures[*place]));
                }
                _ => {}
            }
        }
        let mut story = Story {
            parts: own_parts
                .map(|part| self.story(part, parts, view))
                .collect(),
            next,
            pictures: images,
            ..builder.story(item, view, builder.settings.names)
        };
        let has_nothing_after = story.parts.is_empty() && story.pictures.is_empty();
        if has_nothing_after && self.wholes.contains(&item.id) {
            // The parts are told elsewhere, or not at all.
            story.end_introduction();
        }
        story
    }

    /// Returns the nearest item among some that an item is part of, unless the placeholder names the item itself.
    fn whole(&self, item: &Item, members: &HashSet<EntryId>) -> Option<EntryId> {
        if matches!(&self.placeholder.part, Part::Items(ids) if ids.contains(&item.id)) {
            return None;
        }
        let mut above = self.builder.ancestors(item).map(|above| above.id);
        above.find(|above| members.contains(above))
    }
}

/// Returns the section of something that is nobody's work.
fn scope(group: Group, topic: Option<&Topic>, day: NaiveDate) -> Scope<'_> {
    match group {
        Group::Topic => Scope::Topic(topic),
        Group::Day => Scope::Day(day),
        Group::Person => Scope::Credit(None),
        Group::None => Scope::Everything,
    }
}

impl Section {
    fn is_empty(&self) -> bool {
        self.stories.is_empty() && self.pictures.is_empty()
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
