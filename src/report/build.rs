//! From a sprint to its report: what is said, and what is missing.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::credit::{credit_line, credited, print};
use super::document::{Block, Inline, plain, plain_blocks};
use super::parse::{may_link, parse};
use crate::domain::{
    Attendance, Body, Config, Credit, Entry, EntryId, FiledNote, Group, Headings, Item, ItemKind,
    Names, Passage, Picture, Role, Sprint, Staff, State, Topic, Who, fold_text,
};
use crate::visible::visible;

/// What the report is asked to be. What `sprint.toml` leaves open and a flag decides is decided here already.
#[derive(Clone, Debug)]
pub struct Choices {
    /// What the body is divided by.
    pub group: Group,
    /// What the body is made of.
    pub body: Body,
    /// How credit is given.
    pub names: Names,
    /// The days it is about.
    pub span: Span,
}

/// The days that a report is about; an end that is `None` is the sprint's.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Span {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
}

impl Span {
    fn holds(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// A report as data. What is empty has no part in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The title.
    pub title: String,
    /// The days of an interim report, such as `days 1-3`.
    pub days: Option<String>,
    /// The first paragraphs.
    pub intro: Vec<Block>,
    /// The pictures that belong to nothing else.
    pub pictures: Vec<Image>,
    /// Why the reader should come next time.
    pub invitation: Vec<Block>,
    /// Goals, and whether each is a side goal.
    pub goals: Vec<(Vec<Block>, bool)>,
    /// The body, section by section.
    pub body: Vec<Section>,
    /// Decisions and discussions that the body does not tell of.
    pub decisions: Vec<Story>,
    /// Talks that the body does not tell of.
    pub talks: Vec<Story>,
    /// Notes that do not stand in the body.
    pub notes: Vec<Vec<Block>>,
    /// The days that were not like the others, where the body does not name them.
    pub special_days: Vec<Vec<Inline>>,
    /// Work that is not finished.
    pub unfinished: Vec<Unfinished>,
    /// What should happen after the sprint, and who will see to it.
    pub next: Vec<(Vec<Block>, Option<String>)>,
    /// Who was there.
    pub attendees: Vec<Attendee>,
    /// Whom to thank.
    pub thanks: Vec<Vec<Block>>,
    /// The last paragraphs.
    pub closing: Vec<Block>,
    /// The last line.
    pub sign_off: Vec<Block>,
    /// What is missing.
    pub gaps: Vec<Gap>,
    pub(super) shape: Body,
    pub(super) headings: Headings,
}

/// A part of the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its heading, if it has one.
    pub heading: Option<String>,
    /// How deep it lies: 0 for the outermost.
    pub depth: usize,
    /// What is told in it, in the order in which it happened.
    pub stories: Vec<Story>,
    /// The pictures of its topic or day.
    pub pictures: Vec<Image>,
}

/// What is told of one item, or one note.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// What it is about, where that is told besides the outcome.
    pub title: Vec<Inline>,
    /// The outcome, with its credit.
    pub blocks: Vec<Block>,
    /// What is told of its parts.
    pub parts: Vec<Story>,
    /// The pictures that show it.
    pub pictures: Vec<Image>,
    /// What is missing.
    pub gap: Option<Gap>,
}

/// An item that is not finished.
#[derive(Clone, Debug, PartialEq)]
pub struct Unfinished {
    /// What it is about.
    pub title: Vec<Block>,
    /// Where it stands.
    pub status: Vec<Inline>,
    /// Who is on it.
    pub people: Option<String>,
}

/// Somebody who was there.
#[derive(Clone, Debug, PartialEq)]
pub struct Attendee {
    /// The full name.
    pub name: String,
    /// Affiliation, role and days, where there is something to say.
    pub details: Vec<String>,
}

/// A photo in the report.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// An address, or a path relative to the sprint's folder.
    pub source: String,
    /// The caption.
    pub caption: Vec<Inline>,
}

/// Something that whoever polishes the report has to add.
#[derive(Clone, Debug, PartialEq)]
pub enum Gap {
    /// There is no intro.
    NoIntro,
    /// A picture is neither a web address nor a relative path.
    NoPicture(String),
    /// A finished item has no outcome.
    NoOutcome {
        /// What the item is called by.
        label: String,
        /// What it is about.
        text: String,
        /// What would record its outcome.
        command: &'static str,
    },
}

impl Gap {
    /// What is missing and how to add it, on one line.
    pub fn told(&self) -> String {
        match self {
            Gap::NoIntro => {
                "there is no intro: write `intro` under [report] in sprint.toml".to_owned()
            }
            Gap::NoPicture(file) => visible(&format!("a picture cannot be linked: {file}")),
            Gap::NoOutcome {
                label,
                text,
                command,
            } => {
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                visible(&format!(
                    "{label} has no outcome: sprint {command} {label} TEXT ({text})"
                ))
            }
        }
    }
}

impl Report {
    /// The report about a sprint that is called `title`.
    pub fn new(sprint: &Sprint, title: &str, config: &Config, choices: &Choices) -> Report {
        let sprint = &at_end_of(choices.span, sprint);
        let writer = Writer {
            sprint,
            config,
            choices,
        };
        let report = &config.report;
        let markdown = |text: &Option<String>| text.as_deref().map(parse).unwrap_or_default();
        let intro = markdown(&report.intro);
        let body = writer.body();
        let (decisions, talks) = (writer.decisions(), writer.talks());
        let mut gaps: Vec<Gap> = intro
            .is_empty()
            .then_some(Gap::NoIntro)
            .into_iter()
            .collect();
        let stories = body
            .iter()
            .flat_map(|section| &section.stories)
            .chain(&decisions)
            .chain(&talks);
        stories.for_each(|story| story.collect_gaps(&mut gaps));
        let unlinkable = sprint
            .pictures()
            .iter()
            .filter(|picture| !may_link(&picture.file));
        gaps.extend(unlinkable.map(|picture| Gap::NoPicture(picture.file.clone())));
        Report {
            title: report.title.clone().unwrap_or(title.to_owned()),
            days: writer.days(),
            intro,
            pictures: writer.pictures(|picture| writer.is_general(picture)),
            invitation: markdown(&report.invitation),
            goals: sprint
                .goals()
                .iter()
                .map(|goal| (parse(&goal.text), goal.side))
                .collect(),
            body,
            decisions,
            talks,
            notes: writer
                .notes()
                .filter(|note| !writer.is_note_in_body(note))
                .map(|note| parse(&note.passage.text))
                .collect(),
            special_days: writer.special_days(),
            unfinished: writer.unfinished(|_| true),
            next: writer.next(),
            attendees: writer.attendees(),
            thanks: sprint.thanks().iter().map(|text| parse(text)).collect(),
            closing: markdown(&report.closing),
            sign_off: markdown(&report.sign_off),
            gaps,
            shape: choices.body,
            headings: report.headings.clone(),
        }
    }

    /// The report about one item; `None` if it was entered after the days that the report is about.
    pub fn about(
        sprint: &Sprint,
        item: &EntryId,
        config: &Config,
        choices: &Choices,
    ) -> Option<Report> {
        let sprint = &at_end_of(choices.span, sprint);
        let item = sprint.get(item)?;
        let writer = Writer {
            sprint,
            config,
            choices,
        };
        let section = writer.parts_of(item);
        let mut gaps: Vec<Gap> = gap(item).into_iter().collect();
        section
            .stories
            .iter()
            .for_each(|story| story.collect_gaps(&mut gaps));
        // It is no summary of the sprint.
        let headings = Headings {
            summary: String::new(),
            ..config.report.headings.clone()
        };
        Some(Report {
            title: plain(&first_line(parse(&item.text))),
            days: writer.days(),
            intro: writer.course(item),
            body: without_empty(vec![section]),
            unfinished: writer.unfinished(|left| {
                // The title says what it is about: itself it is listed only with where it stands.
                writer.is_part(left, item) || left.id == item.id && left.status().is_some()
            }),
            sign_off: config
                .report
                .sign_off
                .as_deref()
                .map(parse)
                .unwrap_or_default(),
            gaps,
            shape: choices.body,
            headings,
            ..Report::default()
        })
    }
}

/// The sprint as it stood when the span ended: what was not known then has no part in its report.
fn at_end_of(span: Span, sprint: &Sprint) -> Sprint {
    let entries = sprint.entries().iter();
    let known = entries.filter(|entry| span.to.is_none_or(|to| entry.day() <= to));
    Sprint::from_entries(known.cloned().collect())
}

impl Story {
    fn collect_gaps(&self, gaps: &mut Vec<Gap>) {
        // Under two people, a story has still only one gap.
        gaps.extend(self.gap.clone().filter(|gap| !gaps.contains(gap)));
        self.parts.iter().for_each(|part| part.collect_gaps(gaps));
    }
}

/// What the parts of a report are made from.
struct Writer<'a> {
    sprint: &'a Sprint,
    config: &'a Config,
    choices: &'a Choices,
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

impl Writer<'_> {
    fn body(&self) -> Vec<Section> {
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

    fn special_days(&self) -> Vec<Vec<Inline>> {
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
            .chain(notes.map(|note| (note.passage.at, noted(note))))
            .collect();
        told.sort_by_key(|(at, _)| *at);
        told.into_iter().map(|(_, story)| story).collect()
    }

    fn is_here(&self, item: &Item, scope: Scope<'_>) -> bool {
        match scope {
            Scope::Sprint => true,
            Scope::Topic(topic) => item.topic.as_ref() == topic,
            Scope::Day(day) => ended(item).date_naive() == day,
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

    fn is_note_in_body(&self, note: &FiledNote) -> bool {
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
        let talked = |passage: &Passage| self.choices.span.holds(passage.at.date_naive());
        self.is_finished(item) || (item.is_open() && item.progress.iter().any(talked))
    }

    fn was_held(&self, item: &Item) -> bool {
        item.state != State::Dropped && self.choices.span.holds(ended(item).date_naive())
    }

    /// What the body tells an item behind.
    fn parent(&self, item: &Item) -> Option<&Item> {
        self.wholes(item).find(|whole| self.is_in_body(whole))
    }

    /// Whether an item is part of another, or of a part of it.
    fn is_part(&self, item: &Item, whole: &Item) -> bool {
        self.wholes(item).any(|above| above.id == whole.id)
    }

    /// The item that an item is a part of, then the one that this is a part of, and so on.
    fn wholes(&self, item: &Item) -> impl Iterator<Item = &Item> {
        let above = |item: &Item| item.under.as_ref().and_then(|id| self.sprint.get(id));
        std::iter::successors(above(item), move |item| above(item))
    }

    /// How an item went, in a report about it alone: who took part, minutes, and what came of it.
    fn course(&self, item: &Item) -> Vec<Block> {
        let credit = credit_line(self.sprint, &item.credit(), self.choices.names, "");
        let people = credit.map(|credit| Inline::text(format!("({credit})")));
        let minutes = item
            .progress
            .iter()
            .filter(|_| item.kind == ItemKind::Discussion);
        let told = minutes
            .chain(&item.outcome)
            .filter(|passage| self.choices.span.holds(passage.at.date_naive()))
            .map(|passage| passage.text.as_str());
        let dropped = item
            .reason
            .as_deref()
            .filter(|_| item.state == State::Dropped);
        people
            .map(|people| Block::Paragraph(vec![people]))
            .into_iter()
            .chain(told.chain(dropped).flat_map(parse))
            .chain(gap(item).map(|gap| Block::Comment(gap.told())))
            .collect()
    }

    /// The parts of an item, and the pictures of it and of those parts of which there is nothing to tell.
    fn parts_of(&self, whole: &Item) -> Section {
        let mut section = self.section(None, 0, Scope::Item(whole));
        section.pictures = self.pictures(|picture| {
            let item = picture.item.as_ref().and_then(|id| self.sprint.get(id));
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
        blocks.extend(item.outcome.iter().flat_map(|passage| parse(&passage.text)));
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
    fn decisions(&self) -> Vec<Story> {
        self.outside_body(|item| {
            item.kind == ItemKind::Discussion && self.has_come_to_something(item)
        })
    }

    /// The talks that the body does not tell of.
    fn talks(&self) -> Vec<Story> {
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

    fn notes(&self) -> impl Iterator<Item = &FiledNote> {
        self.sprint
            .notes()
            .iter()
            .filter(|note| self.choices.span.holds(note.passage.at.date_naive()))
    }

    fn unfinished(&self, is_meant: impl Fn(&Item) -> bool) -> Vec<Unfinished> {
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
            people: self.staff(&item.staff),
        })
        .collect()
    }

    fn next(&self) -> Vec<(Vec<Block>, Option<String>)> {
        let plans = self
            .sprint
            .plans()
            .iter()
            .filter(|plans| self.choices.span.holds(plans.passage.at.date_naive()));
        plans
            .map(|plans| (parse(&plans.passage.text), self.names(&plans.people)))
            .collect()
    }

    fn staff(&self, staff: &Staff) -> Option<String> {
        let credit = Credit {
            people: staff.people.clone(),
            helpers: staff.helpers.clone(),
        };
        credit_line(self.sprint, &credit, self.choices.names, "")
    }

    fn names(&self, mentions: &[crate::domain::Mention]) -> Option<String> {
        if mentions.is_empty() || self.choices.names == Names::None {
            return None;
        }
        let names: Vec<String> = mentions
            .iter()
            .map(|mention| print(self.sprint, *mention, self.choices.names))
            .collect();
        Some(names.join(", "))
    }

    fn pictures(&self, is_here: impl Fn(&Picture) -> bool) -> Vec<Image> {
        let in_span = |picture: &&Picture| self.choices.span.holds(picture.at.date_naive());
        let linkable = |picture: &&Picture| may_link(&picture.file);
        let pictures = self
            .sprint
            .pictures()
            .iter()
            .filter(in_span)
            .filter(linkable)
            .filter(|picture| is_here(picture));
        pictures
            .map(|picture| Image {
                source: picture.file.clone(),
                caption: first_line(picture.caption.as_deref().map(parse).unwrap_or_default()),
            })
            .collect()
    }

    /// The item that a picture stands behind, if anything is told of that.
    fn shown(&self, picture: &Picture) -> Option<&Item> {
        let item = picture.item.as_ref().and_then(|item| self.sprint.get(item));
        item.filter(|item| match item.kind {
            ItemKind::Task => self.is_finished(item),
            ItemKind::Discussion => self.has_come_to_something(item),
            ItemKind::Talk => self.was_held(item),
        })
    }

    /// The topic that a picture is filed under: its own, else that of its item.
    fn topic_of<'p>(&'p self, picture: &'p Picture) -> Option<&'p Topic> {
        let item = picture.item.as_ref().and_then(|item| self.sprint.get(item));
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
                Scope::Day(day) => picture.at.date_naive() == day,
                Scope::Credit(_) | Scope::Item(_) => false,
            }
    }

    /// Whether a picture belongs to nothing that is told, and stands behind the intro.
    fn is_general(&self, picture: &Picture) -> bool {
        let is_in_section = match self.choices.group {
            Group::Topic | Group::None => self.topic_of(picture).is_some(),
            Group::Day => true,
            Group::Person => false,
        };
        self.shown(picture).is_none() && !is_in_section
    }

    fn attendees(&self) -> Vec<Attendee> {
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
    fn days(&self) -> Option<String> {
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
fn gap(item: &Item) -> Option<Gap> {
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
    let told: Vec<String> = words(text).iter().map(|word| fold_text(word)).collect();
    words(title)
        .iter()
        .filter(|word| is_telling(word))
        .any(|word| told.contains(&fold_text(word)))
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
        Scope::Day(day) => note.passage.at.date_naive() == day,
        Scope::Credit(who) => who.is_none(),
        Scope::Item(_) => false,
    }
}

fn noted(note: &FiledNote) -> Story {
    Story {
        title: Vec::new(),
        blocks: parse(&note.passage.text),
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
fn without_empty(sections: Vec<Section>) -> Vec<Section> {
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
fn first_line(mut blocks: Vec<Block>) -> Vec<Inline> {
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

/// When an item ended, or was last heard of.
fn ended(item: &Item) -> DateTime<FixedOffset> {
    item.closed
        .or(item.progress.last().map(|passage| passage.at))
        .unwrap_or(item.at)
}

fn heading(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

fn day(date: NaiveDate) -> String {
    date.format("%-d %B").to_string()
}

#[cfg(test)]
mod tests {
    use super::super::markdown::markdown;
    use super::*;
    use crate::domain::{
        Action, Day, Decide, Discuss, Done, Drop, Join, Next, Note, Photo, Plan, Progress,
        ReportConfig, Talk,
    };

    /// Entries, an hour apart, from Monday, 27 February 2017, eight in the morning in UTC.
    #[derive(Default)]
    struct Log {
        entries: Vec<Entry>,
        nights: u32,
    }

    impl Log {
        fn then(mut self, action: Action) -> Self {
            let place = self.entries.len() as u32;
            let number = action.makes_item().then_some(place + 1);
            let hours = i64::from(place + 24 * self.nights);
            let at = DateTime::from_timestamp(1_488_182_400 + hours * 3600, 0)
                .expect("a moment of 2017");
            let id = EntryId::new(number, place.into());
            self.entries.push(Entry {
                id,
                at: at.fixed_offset(),
                by: "armin".into(),
                action,
            });
            self
        }

        /// What follows is a day later.
        fn night(self) -> Self {
            let nights = self.nights + 1;
            Log { nights, ..self }
        }

        fn day(self, theme: &str, is_break: bool) -> Self {
            let text = Some(theme.to_owned()).filter(|theme| !theme.is_empty());
            self.then(Action::Day(Day { text, is_break }))
        }

        fn discuss(self, topic: &str, people: &str, decided: &str) -> Self {
            self.then(Action::Discuss(Discuss {
                text: "Which?".into(),
                topic: Topic::parse(topic),
                people: people.split_whitespace().map(str::to_owned).collect(),
                decided: Some(decided.to_owned()).filter(|decided| !decided.is_empty()),
            }))
        }

        fn talk(self, topic: &str, people: &str) -> Self {
            self.then(Action::Talk(Talk {
                text: "the talk".into(),
                topic: Topic::parse(topic),
                people: people.split_whitespace().map(str::to_owned).collect(),
            }))
        }

        fn progress(self, item: u32, text: &str) -> Self {
            let item = EntryId::new(Some(item), u64::from(item) - 1);
            self.then(Action::Progress(Progress {
                item,
                text: text.into(),
            }))
        }

        fn join(self, name: &str) -> Self {
            let nick = name.to_lowercase();
            let (also, from, to) = (Vec::new(), None, None);
            self.then(Action::Join(Join {
                person: name.into(),
                nick,
                also,
                from,
                to,
                role: None,
                org: None,
            }))
        }

        /// A task that is done in the next entry.
        fn did(self, topic: &str, people: &str, outcome: &str) -> Self {
            let id = EntryId::new(
                Some(self.entries.len() as u32 + 1),
                self.entries.len() as u64,
            );
            let people = people.split_whitespace().map(str::to_owned).collect();
            let text = Some(outcome.to_owned()).filter(|text| !text.is_empty());
            self.then(Action::Plan(Plan {
                text: "the task".into(),
                topic: Topic::parse(topic),
                under: None,
                people,
            }))
            .then(Action::Done(Done {
                item: id,
                text,
                people: Vec::new(),
                with: Vec::new(),
            }))
        }

        /// Like [`Log::did`], with help.
        fn helped(self, people: &str, helpers: &str, outcome: &str) -> Self {
            let mut log = self.did("", people, outcome);
            if let Some(Action::Done(done)) = log.entries.last_mut().map(|entry| &mut entry.action)
            {
                done.with = helpers.split_whitespace().map(str::to_owned).collect();
            }
            log
        }

        fn part(self, under: u32, outcome: &str) -> Self {
            self.part_by("", under, outcome)
        }

        fn part_by(self, people: &str, under: u32, outcome: &str) -> Self {
            let under = Some(EntryId::new(Some(under), u64::from(under) - 1));
            let id = EntryId::new(
                Some(self.entries.len() as u32 + 1),
                self.entries.len() as u64,
            );
            let text = Some(outcome.to_owned());
            self.then(Action::Plan(Plan {
                text: "a part".into(),
                topic: None,
                under,
                people: people.split_whitespace().map(str::to_owned).collect(),
            }))
            .then(Action::Done(Done {
                item: id,
                text,
                people: Vec::new(),
                with: Vec::new(),
            }))
        }

        fn open_part(self, under: u32, text: &str) -> Self {
            self.then(Action::Plan(Plan {
                text: text.into(),
                topic: None,
                under: Some(EntryId::new(Some(under), u64::from(under) - 1)),
                people: Vec::new(),
            }))
        }

        fn note(self, topic: &str, text: &str) -> Self {
            self.then(Action::Note(Note {
                text: text.into(),
                topic: Topic::parse(topic),
            }))
        }

        fn photo(self, topic: &str, item: Option<u32>, file: &str) -> Self {
            let item = item.map(|number| EntryId::new(Some(number), u64::from(number) - 1));
            self.then(Action::Photo(Photo {
                item,
                text: None,
                file: file.into(),
                topic: Topic::parse(topic),
            }))
        }

        /// The body of the post and what follows it, without its title and without the gap of the intro.
        fn post(self, group: Group, body: Body) -> String {
            let config = Config {
                report: ReportConfig {
                    intro: Some("Intro.".into()),
                    ..Default::default()
                },
                ..Default::default()
            };
            self.post_with(&config, group, body)
        }

        fn post_with(self, config: &Config, group: Group, body: Body) -> String {
            self.post_about(config, group, body, Span::default())
        }

        fn post_about(self, config: &Config, group: Group, body: Body, span: Span) -> String {
            let sprint = Sprint::from_entries(self.entries);
            let choices = Choices {
                group,
                body,
                names: Names::Short,
                span,
            };
            let post = markdown(&Report::new(&sprint, "Title", config, &choices).document());
            post.strip_prefix("# Title\n\nIntro.\n\n")
                .unwrap_or(&post)
                .to_owned()
        }
    }

    #[test]
    fn outcomes_stand_under_their_topics_in_the_order_of_the_settings_then_of_coming() {
        let log = || {
            Log::default()
                .did("B", "", "One.")
                .did("A/X", "", "Two.")
                .did("C", "", "Three.")
                .did("", "", "Four.")
                .did("A", "", "Five.")
        };
        assert_eq!(
            log().post(Group::Topic, Body::Prose),
            "## B\n\nOne.\n\n## A\n\nFive.\n\n### X\n\nTwo.\n\n## C\n\nThree.\n\n## Miscellaneous\n\nFour.\n"
        );
        let topics = ["C", "A"]
            .iter()
            .filter_map(|topic| Topic::parse(topic))
            .collect();
        let report = ReportConfig {
            intro: Some("Intro.".into()),
            ..Default::default()
        };
        let config = Config {
            topics,
            report,
            ..Default::default()
        };
        assert_eq!(
            log().post_with(&config, Group::Topic, Body::Bullets),
            "## C\n\n- Three.\n\n## A\n\n- Five.\n\n### X\n\n- Two.\n\n## B\n\n- One.\n\n## Miscellaneous\n\n- Four.\n"
        );
        assert_eq!(
            log().post(Group::None, Body::Bullets),
            "## Highlights\n\n- One.\n- Two.\n- Three.\n- Four.\n- Five.\n"
        );
    }

    #[test]
    fn notes_stand_between_outcomes_when_they_were_said() {
        let log = Log::default()
            .did("A", "", "One.")
            .note("A", "Two.")
            .did("A", "", "Three.")
            .note("", "Four.");
        assert_eq!(
            log.post(Group::Topic, Body::Prose),
            "## A\n\nOne.\n\nTwo.\n\nThree.\n\n## Notes\n\nFour.\n"
        );
    }

    #[test]
    fn parts_are_told_behind_their_whole() {
        let log = || {
            Log::default()
                .did("", "", "Whole.")
                .did("", "", "Other.")
                .part(1, "Part.")
        };
        assert_eq!(
            log().post(Group::Topic, Body::Prose),
            "## Highlights\n\nWhole.\n\nPart.\n\nOther.\n"
        );
        assert_eq!(
            log().post(Group::None, Body::Bullets),
            "## Highlights\n\n- Whole.\n    - Part.\n- Other.\n"
        );
    }

    #[test]
    fn credit_follows_unless_the_sentence_names_them_all() {
        let highlights = |people: &str, outcome: &str| {
            let log = Log::default()
                .join("Anto")
                .join("Bea")
                .join("Carl")
                .did("", people, outcome);
            let post = log.post(Group::None, Body::Bullets);
            post.lines().nth(2).unwrap_or_default().to_owned()
        };
        assert_eq!(highlights("anto bea", "Fixed."), "- Fixed. (Anto, Bea)");
        assert_eq!(
            highlights("anto bea", "ANTO fixed it."),
            "- ANTO fixed it. (Anto, Bea)"
        );
        assert_eq!(
            highlights("anto bea", "Béa and Anto fixed it."),
            "- Béa and Anto fixed it."
        );
        assert_eq!(
            highlights("anto", "Antonia fixed it."),
            "- Antonia fixed it. (Anto)"
        );
        assert_eq!(
            highlights("anto bea carl", "Fixed."),
            "- Fixed. (everybody)"
        );
        assert_eq!(highlights("everybody", "Fixed."), "- Fixed. (everybody)");
        assert_eq!(
            highlights("everybody", "Everybody fixed it."),
            "- Everybody fixed it."
        );
        assert_eq!(highlights("", "Fixed."), "- Fixed.");
        assert_eq!(highlights("anto", "Fixed.\n\n    code"), "-   Fixed.");
    }

    #[test]
    fn an_outcome_comes_through_unharmed_in_both_shapes() {
        let outcome =
            "One `a_b`:\n\n```c\nint x;\n```\n\n- two\n- [three](http://x.y)\n\n**Four** <b>.";
        let log = || Log::default().did("", "anto", outcome);
        assert_eq!(
            log().post(Group::None, Body::Prose),
            "## Highlights\n\nOne `a_b`:\n\n```c\nint x;\n```\n\n- two\n- [three](http://x.y)\n\n**Four** &lt;b&gt;. (anto)\n"
        );
        assert_eq!(
            log().post(Group::None, Body::Bullets),
            "## Highlights\n\n-   One `a_b`:\n\n        int x;\n\n    - two\n    - [three](http://x.y)\n\n    **Four** &lt;b&gt;. (anto)\n"
        );
    }

    #[test]
    fn a_finished_task_without_an_outcome_is_told_by_its_text_and_is_a_gap() {
        assert_eq!(
            Log::default()
                .did("", "anto", "")
                .post(Group::Topic, Body::Bullets),
            "## Highlights\n\n- the task (anto)\n\n<!-- 1 has no outcome: sprint done 1 TEXT (the task) -->\n"
        );
    }

    #[test]
    fn a_picture_stands_behind_its_item_or_topic_else_behind_the_intro() {
        let log = Log::default().did("A", "", "One.").did("A", "", "Two.");
        let log = log
            .photo("", Some(1), "1.png")
            .photo("A", None, "2.png")
            .photo("", None, "3.png")
            .photo("Z", None, "javascript:x");
        assert_eq!(
            log.post(Group::Topic, Body::Prose),
            "![](3.png)\n\n## A\n\nOne.\n\n![](1.png)\n\nTwo.\n\n![](2.png)\n"
        );
    }

    #[test]
    fn a_discussion_is_told_by_its_minutes_and_its_decision() {
        let discuss = |topic: &str, decided: Option<&str>| {
            let decided = decided.map(str::to_owned);
            Action::Discuss(Discuss {
                text: "Which?".into(),
                topic: Topic::parse(topic),
                people: Vec::new(),
                decided,
            })
        };
        let minutes = Action::Progress(Progress {
            item: EntryId::new(Some(1), 0),
            text: "Minutes.".into(),
        });
        let log = |topic, decided| {
            Log::default()
                .then(discuss(topic, decided))
                .then(minutes.clone())
        };
        for (topic, decided, shape, expected) in [
            (
                "A",
                Some("UTF-8."),
                Body::Prose,
                "## A\n\n**Which?** Minutes.\n\nUTF-8.\n",
            ),
            (
                "A",
                Some("UTF-8."),
                Body::Bullets,
                "## A\n\n- **Which?** UTF-8.\n",
            ),
            ("A", None, Body::Bullets, "## A\n\n- **Which?** Minutes.\n"),
            (
                "",
                Some("UTF-8."),
                Body::Bullets,
                "## Decisions and discussions\n\n- **Which?** UTF-8.\n",
            ),
            (
                "",
                None,
                Body::Prose,
                "## Decisions and discussions\n\n- **Which?** Minutes.\n",
            ),
        ] {
            assert_eq!(log(topic, decided).post(Group::Topic, shape), expected);
        }
        let open = Log::default().then(discuss("A", None));
        assert_eq!(
            open.post(Group::Topic, Body::Prose),
            "## What is next\n\n- Which?\n"
        );
    }

    #[test]
    fn a_day_tells_of_what_ended_or_was_noted_on_it() {
        let log = || {
            Log::default()
                .did("A", "", "One.")
                .note("", "Two.")
                .night()
                .did("B", "", "Three.")
                .note("A", "Four.")
                .talk("", "anto")
                .discuss("A", "", "UTF-8.")
                .discuss("", "", "ASCII.")
                .photo("A", None, "1.png")
                .photo("", None, "2.png")
        };
        assert_eq!(
            log().post(Group::Day, Body::Prose),
            "## Day 1: Monday, 27 February\n\nOne.\n\nTwo.\n\n## Day 2: Tuesday, 28 February\n\nThree.\n\nFour.\n\n\
             the talk (anto)\n\n**Which?** UTF-8.\n\n**Which?** ASCII.\n\n![](1.png)\n\n![](2.png)\n"
        );
        assert_eq!(
            log().post(Group::Day, Body::Bullets),
            "## Day 1: Monday, 27 February\n\n- One.\n- Two.\n\n## Day 2: Tuesday, 28 February\n\n- Three.\n- Four.\n\
             - the talk (anto)\n- **Which?** UTF-8.\n- **Which?** ASCII.\n\n![](1.png)\n\n![](2.png)\n"
        );
    }

    #[test]
    fn a_part_is_told_on_the_day_on_which_it_ended() {
        let log = Log::default()
            .did("", "", "Whole.")
            .part(1, "Early part.")
            .night()
            .part(1, "Late part.");
        assert_eq!(
            log.post(Group::Day, Body::Bullets),
            "## Day 1: Monday, 27 February\n\n- Whole.\n    - Early part.\n\n\
             ## Day 2: Tuesday, 28 February\n\n- Late part.\n"
        );
    }

    #[test]
    fn a_discussion_that_goes_on_is_told_on_the_day_on_which_it_was_last_talked_over() {
        let log = Log::default()
            .discuss("A", "", "")
            .progress(1, "One.")
            .night()
            .progress(1, "Two.");
        assert_eq!(
            log.post(Group::Day, Body::Prose),
            "## Day 2: Tuesday, 28 February\n\n**Which?** One.\n\nTwo.\n"
        );
    }

    #[test]
    fn days_that_are_not_like_the_others_are_listed_though_nothing_happened() {
        let config = Config {
            from: NaiveDate::from_ymd_opt(2017, 2, 28),
            report: ReportConfig {
                intro: Some("Intro.".into()),
                ..Default::default()
            },
            ..Default::default()
        };
        let log = || {
            Log::default()
                .note("", "Snow.")
                .night()
                .join("Anto")
                .night()
                .day("", true)
                .night()
                .day("*Documentation*\n\nday", false)
                .night()
                .day("Skiing", true)
        };
        let attendees = "## Attendees\n\n- Anto\n";
        assert_eq!(
            log().post_with(&config, Group::Day, Body::Prose),
            format!(
                "## Monday, 27 February\n\nSnow.\n\n## Day 2: Wednesday, 1 March (break)\n\n\
                 ## Day 3: Thursday, 2 March: Documentation day\n\n## Day 4: Friday, 3 March: Skiing (break)\n\n{attendees}"
            )
        );
        let span = Span {
            from: NaiveDate::from_ymd_opt(2017, 3, 2),
            to: NaiveDate::from_ymd_opt(2017, 3, 2),
        };
        assert_eq!(
            log().post_about(&config, Group::Day, Body::Prose, span),
            format!(
                "# Title (day 3)\n\nIntro.\n\n## Day 3: Thursday, 2 March: Documentation day\n\n{attendees}"
            )
        );
    }

    #[test]
    fn where_no_heading_names_the_days_those_that_are_not_like_the_others_are_listed() {
        let log = || {
            Log::default()
                .note("", "Snow.")
                .night()
                .day("`Documentation` day", false)
                .night()
                .day("Skiing", true)
                .then(Action::Next(Next {
                    text: "More.".into(),
                    people: Vec::new(),
                }))
                .night()
                .day("", true)
                .night()
                .day("", true)
                .day("Work after all", false)
        };
        let days = "## Days\n\n- Tuesday, 28 February: `Documentation` day\n- Wednesday, 1 March: Skiing (break)\n\
                    - Thursday, 2 March (break)\n- Friday, 3 March: Work after all\n";
        for group in [Group::Topic, Group::None] {
            assert_eq!(
                log().post(group, Body::Prose),
                format!("## Notes\n\nSnow.\n\n{days}\n## What is next\n\n- More.\n")
            );
        }
        let mut config = Config::default();
        config.report.intro = Some("Intro.".into());
        config.report.headings.days = String::new();
        let span = Span {
            from: NaiveDate::from_ymd_opt(2017, 3, 2),
            to: NaiveDate::from_ymd_opt(2017, 3, 2),
        };
        assert_eq!(
            log().post_about(&config, Group::Topic, Body::Bullets, span),
            "# Title (day 4)\n\nIntro.\n\n- Thursday, 2 March (break)\n"
        );
    }

    #[test]
    fn a_story_stands_under_everyone_who_has_part_in_it() {
        let log = || {
            Log::default()
                .join("Bea Zuse")
                .join("Anto Cuni")
                .join("Carl Bolz")
                .did("", "anto?", "One.")
                .did("", "bea", "Two.")
                .did("", "bea dan", "Three.")
                .did("", "dan everybody", "Four.")
                .did("", "anto bea carl", "Five.")
                .helped("bea", "carl", "Six.")
                .note("", "Seven.")
                .talk("A", "")
                .talk("A", "bea")
                .talk("", "carl")
        };
        let post = log().post(Group::Person, Body::Bullets);
        assert_eq!(
            post.split_once("## Attendees").unwrap_or_default().0,
            "## Everybody\n\n- Four. (dan, everybody)\n- Five.\n\n## Carl Bolz\n\n- Six. (Bea, with help by Carl)\n\n\
             ## dan\n\n- Three. (Bea, dan)\n- Four. (dan, everybody)\n\n\
             ## Bea Zuse\n\n- Two.\n- Three. (Bea, dan)\n- Six. (Bea, with help by Carl)\n- the talk\n\n\
             ## Miscellaneous\n\n- One.\n- Seven.\n- the talk\n\n## Talks\n\n- the talk (Carl)\n\n"
        );
    }

    #[test]
    fn a_part_by_others_stands_under_them() {
        let log = Log::default()
            .did("", "anto", "Whole.")
            .part_by("bea", 1, "A part.")
            .part_by("anto", 1, "Another.")
            .part_by("", 1, "A third.");
        assert_eq!(
            log.post(Group::Person, Body::Bullets),
            "## anto\n\n- Whole.\n    - Another.\n\n## bea\n\n- A part.\n\n## Miscellaneous\n\n- A third.\n"
        );
    }

    #[test]
    fn a_gap_counts_once_however_many_people_it_stands_under() {
        let sprint = Sprint::from_entries(Log::default().did("", "anto bea", "").entries);
        let choices = Choices {
            group: Group::Person,
            body: Body::Prose,
            names: Names::Short,
            span: Span::default(),
        };
        let report = Report::new(&sprint, "Title", &Config::default(), &choices);
        assert_eq!((report.body.len(), report.gaps.len()), (2, 2));
    }

    #[test]
    fn an_interim_report_tells_in_every_group_only_what_ended_in_its_days() {
        let mut config = Config::default();
        config.report.intro = Some("Intro.".into());
        let tuesday = NaiveDate::from_ymd_opt(2017, 2, 28);
        let span = Span {
            from: tuesday,
            to: tuesday,
        };
        for (group, heading) in [
            (Group::Topic, "A"),
            (Group::Day, "Day 2: Tuesday, 28 February"),
            (Group::Person, "anto"),
            (Group::None, "Highlights"),
        ] {
            let log = Log::default()
                .did("A", "bea", "Monday.")
                .note("A", "Also on Monday.")
                .open_part(1, "go on")
                .night()
                .did("A", "anto", "Tuesday.")
                .progress(4, "half")
                .night()
                .progress(4, "nearly")
                .did("A", "carl", "Wednesday.")
                .photo("A", None, "1.png")
                .day("", true);
            let post = log.post_about(&config, group, Body::Prose, span);
            let credit = if group == Group::Person {
                ""
            } else {
                " (anto)"
            };
            assert_eq!(
                post,
                format!(
                    "# Title (day 2)\n\nIntro.\n\n## {heading}\n\nTuesday.{credit}\n\n## What is next\n\n- go on: half\n"
                )
            );
        }
    }

    /// The post about the first item.
    fn post_about_first(log: Log, shape: Body, span: Span) -> String {
        let mut config = Config::default();
        config.report.intro = Some("Intro.".into());
        config.report.closing = Some("Closing.".into());
        config.report.sign_off = Some("The team".into());
        config.report.headings.summary = "Sprint summary".into();
        let choices = Choices {
            group: Group::Topic,
            body: shape,
            names: Names::Short,
            span,
        };
        let sprint = Sprint::from_entries(log.entries);
        let first = &sprint.items()[0].id;
        match Report::about(&sprint, first, &config, &choices) {
            Some(report) => markdown(&report.document()),
            None => "nothing".to_owned(),
        }
    }

    /// A discussion with all there can be about it, and a task besides.
    fn big_discussion() -> Log {
        let item = EntryId::new(Some(1), 0);
        Log::default()
            .discuss("A", "armin anto", "")
            .progress(1, "Minutes with `code`.")
            .night()
            .progress(1, "More minutes by Armin and Anto.")
            .then(Action::Decide(Decide {
                item,
                text: "UTF-8.".into(),
            }))
            .part_by("bea", 1, "A part.")
            .part(5, "A part of it.")
            .open_part(1, "the next part")
            .photo("", Some(1), "1.png")
            .photo("", Some(5), "2.png")
            .photo("", Some(9), "3.png")
            .photo("A", None, "4.png")
            .did("A", "", "Something else.")
            .join("Carl")
    }

    #[test]
    fn a_report_about_an_item_tells_how_it_went_and_what_is_open() {
        let course = "# Which?\n\n(armin, anto)\n\nMinutes with `code`.\n\nMore minutes by Armin and Anto.\n\nUTF-8.\n\n";
        let rest = "![](1.png)\n\n![](3.png)\n\n## What is next\n\n- the next part\n\nThe team\n";
        assert_eq!(
            post_about_first(big_discussion(), Body::Prose, Span::default()),
            format!("{course}A part. (bea)\n\n![](2.png)\n\nA part of it.\n\n{rest}")
        );
        assert_eq!(
            post_about_first(big_discussion(), Body::Bullets, Span::default()),
            format!("{course}- A part. (bea)\n\n    ![](2.png)\n\n    - A part of it.\n\n{rest}")
        );
    }

    #[test]
    fn an_interim_report_about_an_item_is_about_its_days() {
        let monday = NaiveDate::from_ymd_opt(2017, 2, 27);
        let until = |to| Span { from: None, to };
        assert_eq!(
            post_about_first(big_discussion(), Body::Prose, until(monday)),
            "# Which? (day 1)\n\n(armin, anto)\n\nMinutes with `code`.\n\nThe team\n"
        );
        let sunday = monday.and_then(|monday| monday.pred_opt());
        assert_eq!(
            post_about_first(big_discussion(), Body::Prose, until(sunday)),
            "nothing"
        );
        let tuesday = Span {
            from: monday.and_then(|monday| monday.succ_opt()),
            to: None,
        };
        let post = post_about_first(big_discussion(), Body::Prose, tuesday);
        let start = "# Which? (day 2)\n\n(armin, anto)\n\nMore minutes by Armin and Anto.\n\nUTF-8.\n\nA part.";
        assert!(post.starts_with(start), "{post}");
    }

    #[test]
    fn a_report_about_an_item_says_where_it_stands() {
        let post = |log| post_about_first(log, Body::Prose, Span::default());
        assert_eq!(
            post(
                Log::default()
                    .open_part(9, "the *hard* part")
                    .progress(1, "half")
            ),
            "# the hard part\n\n## What is next\n\n- the *hard* part: half\n\nThe team\n"
        );
        assert_eq!(
            post(Log::default().did("", "anto", "")),
            "# the task\n\n(anto)\n\n<!-- 1 has no outcome: sprint done 1 TEXT (the task) -->\n\nThe team\n"
        );
        let drop = Action::Drop(Drop {
            item: EntryId::new(Some(1), 0),
            text: Some("Postponed.".into()),
        });
        assert_eq!(
            post(Log::default().discuss("", "", "").then(drop)),
            "# Which?\n\nPostponed.\n\nThe team\n"
        );
        assert_eq!(
            post(Log::default().talk("A", "anto")),
            "# the talk\n\n(anto)\n\nThe team\n"
        );
    }

    #[test]
    fn a_summary_heading_puts_what_is_below_it_one_level_deeper() {
        let mut config = Config::default();
        config.report.intro = Some("Intro.".into());
        config.report.headings.summary = "Sprint summary".into();
        config.report.headings.attendees = String::new();
        let log = Log::default().join("Anto").did("A/B", "", "One.");
        assert_eq!(
            log.post_with(&config, Group::Topic, Body::Prose),
            "## Sprint summary\n\n### A\n\n#### B\n\nOne.\n\n- Anto\n"
        );
    }

    #[test]
    fn titles_names_and_headings_are_text() {
        let log = Log::default()
            .join("*Ev*il\u{1b}[2J")
            .did("<b> {{ x }}", "", "One.");
        assert_eq!(
            log.post(Group::Topic, Body::Prose),
            "## &lt;b&gt; &#123;&#123; x }}\n\nOne.\n\n## Attendees\n\n- \\*Ev\\*il\\\\u{1b}\\[2J\n"
        );
    }
}
