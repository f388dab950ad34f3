//! What a report says of a sprint, and where: what belongs to which section, and what stands by itself.

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::build::{Attendee, Choices, Gap, Image, Section, Span, Story, Unfinished};
use super::credit::{credit_line, credited, print};
use super::document::{Block, Inline, plain, plain_blocks};
use super::parse::{CANNOT_SHOW, may_show, parse};
use crate::domain::{
    Assignees, Attendance, Body, Config, Credit, Entry, FiledNote, Group, Item, ItemKind, Names,
    PersonRef, Picture, Role, Sprint, State, TimedText, Topic, Who, is_address,
};
use crate::text::normalize;

/// What the parts of a report are made from.
pub(super) struct Narrator<'a> {
    pub(super) sprint: &'a Sprint,
    pub(super) config: &'a Config,
    pub(super) choices: &'a Choices,
}

/// What a section of the body tells of.
#[derive(Clone, Copy)]
enum Scope<'a> {
    /// The whole sprint.
    Sprint,
    /// What is filed under a topic, or under none.
    Topic(Option<&'a Topic>),
    /// What came to an end or was noted on a day.
    Day(NaiveDate),
    /// What somebody has part in, or what is nobody's work.
    Credit(Option<Who>),
    /// What is part of an item.
    Item(&'a Item),
}

impl Narrator<'_> {
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
            let title = topic.headings().last().cloned();
            self.section(title, depth, Scope::Topic(Some(topic)))
        });
        self.with_rest(without_empty(sections.collect()), Scope::Topic(None))
    }

    /// A section for each day on which something came to an end or was noted, or that was not like the others.
    fn by_day(&self) -> Vec<Section> {
        // Whatever happened was recorded, so that its day is among these.
        let days = self.days_with_entries();
        let sections = days.into_iter().filter_map(|day| {
            let section = self.section(Some(self.day_heading(day)), 0, Scope::Day(day));
            (!section.is_empty() || self.is_special(day)).then_some(section)
        });
        sections.collect()
    }

    fn days_with_entries(&self) -> BTreeSet<NaiveDate> {
        let days = self.sprint.entries().iter().map(Entry::day);
        days.filter(|day| self.choices.span.holds(*day)).collect()
    }

    /// A section for everybody together, then one for each who has part in something.
    fn by_person(&self) -> Vec<Section> {
        let people = self.sprint.people();
        let items = self.sprint.items().iter();
        let told = items.filter(|item| self.is_in_body(item));
        let credited: BTreeSet<Who> = told.flat_map(|item| self.credited(item)).collect();
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
            self.section(Some(name), 0, Scope::Credit(Some(who)))
        });
        self.with_rest(sections.collect(), Scope::Credit(None))
    }

    fn credited(&self, item: &Item) -> Vec<Who> {
        credited(self.sprint, &item.credit())
    }

    pub(super) fn special_days(&self) -> Vec<Vec<Inline>> {
        if !matches!(self.choices.group, Group::Topic | Group::None) {
            return Vec::new();
        }
        let days = self.days_with_entries().into_iter();
        days.filter(|day| self.is_special(*day))
            .map(|day| self.day_line(day))
            .collect()
    }

    fn section(&self, heading: Option<String>, depth: usize, scope: Scope<'_>) -> Section {
        Section {
            heading,
            depth,
            stories: self.stories(scope),
            pictures: self.pictures(|picture| self.is_picture_here(picture, scope)),
        }
    }

    /// The sections, and behind them what belongs to none of them.
    fn with_rest(&self, mut sections: Vec<Section>, rest: Scope<'_>) -> Vec<Section> {
        let headings = &self.config.report.headings;
        let title = if sections.is_empty() {
            &headings.highlights
        } else {
            &headings.other
        };
        sections.push(self.section(heading(title), 0, rest));
        without_empty(sections)
    }

    /// All topics, each behind the one it lies in: as `sprint.toml` lists them, then as they came.
    fn topics(&self) -> Vec<Topic> {
        let mut known: Vec<Topic> = Vec::new();
        for topic in self
            .config
            .topics
            .iter()
            .flat_map(Topic::path)
            .chain(self.sprint.topics())
        {
            if !known.contains(&topic) {
                known.push(topic);
            }
        }
        let place = |topic: &Topic| known.iter().position(|other| other == topic);
        let mut sorted = known.clone();
        sorted.sort_by_key(|topic| topic.path().map(|above| place(&above)).collect::<Vec<_>>());
        sorted
    }

    /// What happened in a scope, in its order.
    fn stories(&self, scope: Scope<'_>) -> Vec<Story> {
        let items = self
            .sprint
            .items()
            .iter()
            .filter(|item| self.is_in_body(item) && self.is_here(item, scope));
        let roots = items.filter(|item| {
            !self
                .parent(item)
                .is_some_and(|parent| self.is_here(parent, scope))
        });
        let notes = self
            .notes()
            .filter(|note| self.is_note_in_body(note) && is_note_here(note, scope));
        let mut told: Vec<(DateTime<FixedOffset>, Story)> = roots
            .map(|item| (ended(item), self.story(item, scope)))
            .chain(notes.map(|note| (note.timed_text.at, noted(note))))
            .collect();
        told.sort_by_key(|(at, _)| *at);
        told.into_iter().map(|(_, story)| story).collect()
    }

    fn is_here(&self, item: &Item, scope: Scope<'_>) -> bool {
        match scope {
            Scope::Sprint => true,
            Scope::Topic(topic) => item.topic.as_ref() == topic,
            Scope::Day(day) => ended_on(item) == day,
            Scope::Credit(Some(who)) => self.credited(item).contains(&who),
            Scope::Credit(None) => self.credited(item).is_empty(),
            Scope::Item(whole) => self.is_part(item, whole),
        }
    }

    /// Whether the body tells of an item: of finished work always, of talks and discussions that belong to a topic or
    /// are told on their day.
    fn is_in_body(&self, item: &Item) -> bool {
        let is_filed = item.topic.is_some() || self.choices.group == Group::Day;
        match item.kind {
            ItemKind::Task => self.is_finished(item),
            ItemKind::Discussion => is_filed && self.has_come_to_something(item),
            ItemKind::Talk => is_filed && self.was_held(item),
        }
    }

    pub(super) fn is_note_in_body(&self, note: &FiledNote) -> bool {
        note.topic.is_some() || matches!(self.choices.group, Group::Day | Group::Person)
    }

    fn is_finished(&self, item: &Item) -> bool {
        let finished = matches!(item.state, State::Done | State::Decided);
        finished
            && item
                .closed_on()
                .is_some_and(|day| self.choices.span.holds(day))
    }

    /// Of a discussion: there is an end or there are minutes.
    fn has_come_to_something(&self, item: &Item) -> bool {
        let talked = |timed_text: &TimedText| self.choices.span.holds(timed_text.day);
        self.is_finished(item) || (item.is_open() && item.progress.iter().any(talked))
    }

    fn was_held(&self, item: &Item) -> bool {
        item.state != State::Dropped && self.choices.span.holds(ended_on(item))
    }

    /// What the body tells an item behind.
    fn parent(&self, item: &Item) -> Option<&Item> {
        self.wholes(item).find(|whole| self.is_in_body(whole))
    }

    /// Whether an item is part of another, or of a part of it.
    pub(super) fn is_part(&self, item: &Item, whole: &Item) -> bool {
        self.wholes(item).any(|above| above.id == whole.id)
    }

    /// The item that an item is a part of, then the one that this is a part of, and so on.
    fn wholes(&self, item: &Item) -> impl Iterator<Item = &Item> {
        let above = |item: &Item| item.under.and_then(|id| self.sprint.get(id));
        std::iter::successors(above(item), move |item| above(item))
    }

    /// How an item went, in a report about it alone: who took part, minutes, and what came of it.
    pub(super) fn course(&self, item: &Item) -> Vec<Block> {
        let credit = credit_line(self.sprint, &item.credit(), self.choices.names, "");
        let people = credit.map(|credit| Inline::text(format!("({credit})")));
        let minutes = item
            .progress
            .iter()
            .filter(|_| item.kind == ItemKind::Discussion);
        let told = minutes
            .chain(&item.outcome)
            .filter(|timed_text| self.choices.span.holds(timed_text.day))
            .map(|timed_text| timed_text.text.as_str());
        let dropped = item
            .reason
            .as_deref()
            .filter(|_| item.state == State::Dropped);
        people
            .map(|people| Block::Paragraph(vec![people]))
            .into_iter()
            .chain(told.chain(dropped).flat_map(parse))
            .chain(gap(item).map(|gap| Block::Comment(gap.message())))
            .collect()
    }

    /// The parts of an item, and the pictures of it and of those parts of which there is nothing to tell.
    pub(super) fn parts_of(&self, whole: &Item) -> Section {
        let mut section = self.section(None, 0, Scope::Item(whole));
        section.pictures = self.pictures(|picture| {
            let item = picture.item.and_then(|id| self.sprint.get(id));
            item.is_some_and(|item| {
                item.id == whole.id || self.is_part(item, whole) && !self.is_in_body(item)
            })
        });
        section
    }

    /// What came of an item. A talk or a discussion also has to say what it is about: always where no topic says it,
    /// else unless its text begins with that.
    fn story(&self, item: &Item, scope: Scope<'_>) -> Story {
        let mut story = self.plain_story(item, scope);
        let is_told =
            has_outcome(item) || item.kind == ItemKind::Discussion && !item.progress.is_empty();
        let beginning = plain_blocks(story.blocks.get(..1).unwrap_or_default());
        let is_introduced = item.topic.is_some() && introduces(&beginning, &item.text);
        if item.kind != ItemKind::Task && is_told && !is_introduced {
            story.title = first_line(parse(&item.text));
        }
        story
    }

    fn plain_story(&self, item: &Item, scope: Scope<'_>) -> Story {
        let mut blocks: Vec<Block> = Vec::new();
        if item.kind == ItemKind::Discussion
            && (self.choices.body == Body::Prose || item.outcome.is_empty())
        {
            blocks.extend(
                item.progress
                    .iter()
                    .flat_map(|minutes| parse(&minutes.text)),
            );
        }
        blocks.extend(
            item.outcome
                .iter()
                .flat_map(|timed_text| parse(&timed_text.text)),
        );
        if blocks.is_empty() {
            blocks = parse(&item.text);
        }
        if !self.says_whose(item, scope) {
            self.add_credit(item, &mut blocks);
        }
        let mut parts: Vec<&Item> = self
            .sprint
            .items()
            .iter()
            .filter(|part| self.is_in_body(part))
            .collect();
        parts.retain(|part| {
            self.parent(part).is_some_and(|parent| parent.id == item.id)
                && self.is_here(part, scope)
        });
        parts.sort_by_key(|part| part.closed);
        Story {
            title: Vec::new(),
            blocks,
            parts: parts
                .into_iter()
                .map(|part| self.story(part, scope))
                .collect(),
            pictures: self.pictures(|picture| picture.item.as_ref() == Some(&item.id)),
            gap: gap(item),
        }
    }

    /// Whether the heading of a scope names all there are to be named.
    fn says_whose(&self, item: &Item, scope: Scope<'_>) -> bool {
        matches!(scope, Scope::Credit(Some(who)) if self.credited(item) == [who])
    }

    fn add_credit(&self, item: &Item, blocks: &mut Vec<Block>) {
        let text = plain_blocks(blocks);
        if let Some(credit) = credit_line(self.sprint, &item.credit(), self.choices.names, &text) {
            add_behind(blocks, vec![Inline::text(format!(" ({credit})"))]);
        }
    }

    /// The discussions that the body does not tell of.
    pub(super) fn decisions(&self) -> Vec<Story> {
        self.outside_body(|item| {
            item.kind == ItemKind::Discussion && self.has_come_to_something(item)
        })
    }

    /// The talks that the body does not tell of.
    pub(super) fn talks(&self) -> Vec<Story> {
        self.outside_body(|item| item.kind == ItemKind::Talk && self.was_held(item))
    }

    fn outside_body(&self, is_meant: impl Fn(&Item) -> bool) -> Vec<Story> {
        let mut items: Vec<&Item> = self
            .sprint
            .items()
            .iter()
            .filter(|item| is_meant(item) && !self.is_in_body(item))
            .collect();
        items.sort_by_key(|item| ended(item));
        items
            .into_iter()
            .map(|item| self.story(item, Scope::Sprint))
            .collect()
    }

    pub(super) fn notes(&self) -> impl Iterator<Item = &FiledNote> {
        self.sprint
            .notes()
            .iter()
            .filter(|note| self.choices.span.holds(note.timed_text.day))
    }

    pub(super) fn unfinished(&self, is_meant: impl Fn(&Item) -> bool) -> Vec<Unfinished> {
        let is_left = |item: &&Item| match item.kind {
            ItemKind::Task => item.is_open(),
            ItemKind::Discussion => item.is_open() && !self.has_come_to_something(item),
            ItemKind::Talk => false,
        };
        let left = self
            .sprint
            .items()
            .iter()
            .filter(is_left)
            .filter(|item| is_meant(item));
        left.map(|item| Unfinished {
            title: parse(&item.text),
            status: first_line(item.status().map(parse).unwrap_or_default()),
            people: self.assignees(&item.assignees),
        })
        .collect()
    }

    pub(super) fn next(&self) -> Vec<(Vec<Block>, Option<String>)> {
        let plans = self
            .sprint
            .plans()
            .iter()
            .filter(|plans| self.choices.span.holds(plans.timed_text.day));
        plans
            .map(|plans| (parse(&plans.timed_text.text), self.names(&plans.people)))
            .collect()
    }

    fn assignees(&self, assignees: &Assignees) -> Option<String> {
        let credit = Credit {
            people: assignees.people.clone(),
            helpers: assignees.helpers.clone(),
        };
        credit_line(self.sprint, &credit, self.choices.names, "")
    }

    fn names(&self, person_refs: &[PersonRef]) -> Option<String> {
        if person_refs.is_empty() || self.choices.names == Names::None {
            return None;
        }
        let names: Vec<String> = person_refs
            .iter()
            .map(|person_ref| print(self.sprint, *person_ref, self.choices.names))
            .collect();
        Some(names.join(", "))
    }

    pub(super) fn pictures(&self, is_here: impl Fn(&Picture) -> bool) -> Vec<Image> {
        let in_span = |picture: &&Picture| self.choices.span.holds(picture.day);
        let pictures = self
            .sprint
            .pictures()
            .iter()
            .filter(in_span)
            .filter(|picture| is_here(picture));
        pictures
            .map(|picture| Image {
                fault: (!may_show(&source_of(picture))).then(|| CANNOT_SHOW.to_owned()),
                source: source_of(picture),
                caption: first_line(picture.caption.as_deref().map(parse).unwrap_or_default()),
            })
            .collect()
    }

    /// The item that a picture stands behind, if anything is told of that.
    fn shown(&self, picture: &Picture) -> Option<&Item> {
        let item = picture.item.and_then(|item| self.sprint.get(item));
        item.filter(|item| match item.kind {
            ItemKind::Task => self.is_finished(item),
            ItemKind::Discussion => self.has_come_to_something(item),
            ItemKind::Talk => self.was_held(item),
        })
    }

    /// The topic that a picture is filed under: its own, else that of its item.
    fn topic_of<'p>(&'p self, picture: &'p Picture) -> Option<&'p Topic> {
        let item = picture.item.and_then(|item| self.sprint.get(item));
        picture
            .topic
            .as_ref()
            .or(item.and_then(|item| item.topic.as_ref()))
    }

    /// Whether a picture stands at the end of a section.
    fn is_picture_here(&self, picture: &Picture, scope: Scope<'_>) -> bool {
        let topic = self.topic_of(picture);
        self.shown(picture).is_none()
            && match scope {
                Scope::Sprint => topic.is_some(),
                Scope::Topic(here) => topic.is_some() && topic == here,
                Scope::Day(day) => picture.day == day,
                Scope::Credit(_) | Scope::Item(_) => false,
            }
    }

    /// Whether a picture belongs to nothing that is told, and stands behind the intro.
    pub(super) fn is_general(&self, picture: &Picture) -> bool {
        let is_in_section = match self.choices.group {
            Group::Topic | Group::None => self.topic_of(picture).is_some(),
            Group::Day => true,
            Group::Person => false,
        };
        self.shown(picture).is_none() && !is_in_section
    }

    pub(super) fn attendees(&self) -> Vec<Attendee> {
        let Span { from, to } = self.choices.span;
        let mut people: Vec<_> = self
            .sprint
            .people()
            .attendees()
            .filter(|(_, _, attendance)| attendance.overlaps(from, to))
            .collect();
        people.sort_by_key(|(_, person, _)| person.sort_key());
        people
            .into_iter()
            .map(|(_, person, attendance)| Attendee {
                name: person.name.clone(),
                details: self.details(attendance),
            })
            .collect()
    }

    fn details(&self, attendance: &Attendance) -> Vec<String> {
        let role = attendance
            .role
            .filter(|role| matches!(role, Role::Visitor | Role::Remote | Role::Host));
        let from = attendance
            .from
            .filter(|from| self.config.from.is_none_or(|start| start < *from));
        let to = attendance
            .to
            .filter(|to| self.config.to.is_none_or(|end| *to < end));
        let days = match (from, to) {
            (None, None) => None,
            (Some(from), Some(to)) if from == to => Some(day(from)),
            (Some(from), Some(to)) => Some(format!("{} to {}", day(from), day(to))),
            (Some(from), None) => Some(format!("from {}", day(from))),
            (None, Some(to)) => Some(format!("until {}", day(to))),
        };
        attendance
            .org
            .clone()
            .into_iter()
            .chain(role.map(|role| role.word().to_owned()))
            .chain(days)
            .collect()
    }

    /// `day 2`, `days 1-3`, counted from the first day of the sprint where that is known.
    pub(super) fn days(&self) -> Option<String> {
        let Span { from, to } = self.choices.span;
        if from.is_none() && to.is_none() {
            return None;
        }
        let last = to
            .or(self.config.to)
            .or(self.sprint.entries().last().map(Entry::day))?;
        let first_day = from;
        let first = from.map_or(Some(1), |from| self.day_number(from))?;
        let number = self.day_number(last)?;
        if first < 1 || number < first {
            // There is nothing to count from.
            return Some(match first_day.filter(|first| *first != last) {
                Some(first) => format!("{} to {}", day(first), day(last.max(first))),
                None => day(last),
            });
        }
        let last = number;
        Some(if first == last {
            format!("day {first}")
        } else {
            format!("days {first}-{last}")
        })
    }

    /// Which day of the sprint a day is, if the first is known.
    fn day_number(&self, day: NaiveDate) -> Option<i64> {
        let first_entry = self.sprint.entries().first().map(Entry::day);
        let start = self.config.from.or(first_entry)?;
        Some((day - start).num_days() + 1)
    }

    /// `Day 4: Friday, 17 April: Documentation day`; a day before the first has no number.
    fn day_heading(&self, day: NaiveDate) -> String {
        let line = plain(&self.day_line(day));
        match self.day_number(day) {
            Some(number) if number > 0 => format!("Day {number}: {line}"),
            _ => line,
        }
    }

    /// A day and what it was: `Friday, 17 April: Documentation day`, `Sunday, 19 April (break)`.
    fn day_line(&self, day: NaiveDate) -> Vec<Inline> {
        let mut line = vec![Inline::text(day.format("%A, %-d %B").to_string())];
        let known = self.sprint.day(day);
        if let Some(theme) = known.and_then(|known| known.theme.as_deref()) {
            line.push(Inline::text(": "));
            line.extend(first_line(parse(theme)));
        }
        if known.is_some_and(|known| known.is_break) {
            line.push(Inline::text(" (break)"));
        }
        line
    }

    /// Whether a day has a theme or is a break.
    fn is_special(&self, day: NaiveDate) -> bool {
        self.sprint
            .day(day)
            .is_some_and(|known| known.theme.is_some() || known.is_break)
    }
}

/// What is missing from an item: anything to tell of it, though it is finished. That a talk took place is enough.
pub(super) fn gap(item: &Item) -> Option<Gap> {
    let is_told = match item.kind {
        ItemKind::Task => has_outcome(item),
        ItemKind::Discussion => has_outcome(item) || !item.progress.is_empty(),
        ItemKind::Talk => true,
    };
    let is_finished = matches!(item.state, State::Done | State::Decided);
    (is_finished && !is_told).then(|| no_outcome(item))
}

fn has_outcome(item: &Item) -> bool {
    !item.outcome.is_empty()
}

/// Whether a text says what it is about: whether one of the telling words of its title is in it, a long one or one in
/// capitals.
fn introduces(text: &str, title: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let is_telling =
        |word: &String| word.chars().count() >= 5 || word.chars().skip(1).any(char::is_uppercase);
    let told: HashSet<String> = words(text).iter().map(|word| normalize(word)).collect();
    words(title)
        .iter()
        .filter(|word| is_telling(word))
        .any(|word| told.contains(&normalize(word)))
}

fn no_outcome(item: &Item) -> Gap {
    Gap::NoOutcome {
        label: item.label.to_string(),
        text: item.text.clone(),
        command: if item.kind == ItemKind::Discussion {
            "decide"
        } else {
            "done"
        },
    }
}

fn is_note_here(note: &FiledNote, scope: Scope<'_>) -> bool {
    match scope {
        Scope::Sprint => true,
        Scope::Topic(topic) => note.topic.as_ref() == topic,
        Scope::Day(day) => note.timed_text.day == day,
        Scope::Credit(who) => who.is_none(),
        Scope::Item(_) => false,
    }
}

fn noted(note: &FiledNote) -> Story {
    Story {
        title: Vec::new(),
        blocks: parse(&note.timed_text.text),
        parts: Vec::new(),
        pictures: Vec::new(),
        gap: None,
    }
}

impl Section {
    fn is_empty(&self) -> bool {
        self.stories.is_empty() && self.pictures.is_empty()
    }
}

/// The sections with something in them or below them.
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

/// Adds inlines to the last paragraph; a paragraph of their own behind anything else.
pub(super) fn add_behind(blocks: &mut Vec<Block>, more: Vec<Inline>) {
    match blocks.last_mut() {
        Some(Block::Paragraph(inlines)) => inlines.extend(more),
        _ => blocks.push(Block::Paragraph(more)),
    }
}

/// The inlines of a text that should be a line: those of its only paragraph, else all its words.
pub(super) fn first_line(mut blocks: Vec<Block>) -> Vec<Inline> {
    match &mut blocks[..] {
        [] => Vec::new(),
        [Block::Paragraph(inlines)] => std::mem::take(inlines),
        more => vec![Inline::text(
            plain_blocks(more)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
        )],
    }
}

/// The day under which it is told that an item ended, or was last heard of.
fn ended_on(item: &Item) -> NaiveDate {
    item.closed_on()
        .or(item.progress.last().map(|timed_text| timed_text.day))
        .unwrap_or(item.day)
}

/// When an item ended, or was last heard of.
fn ended(item: &Item) -> DateTime<FixedOffset> {
    item.closed
        .or(item.progress.last().map(|timed_text| timed_text.at))
        .unwrap_or(item.at)
}

fn heading(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

fn day(date: NaiveDate) -> String {
    date.format("%-d %B").to_string()
}

/// Where a picture comes from, as a link can say it: in names that somebody wrote by hand there may be blanks.
fn source_of(picture: &Picture) -> String {
    if is_address(&picture.file) {
        picture.file.clone()
    } else {
        picture.file.replace(' ', "%20")
    }
}
