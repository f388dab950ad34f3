//! Which placeholder tells what: each thing of the log once, wherever the placeholders stand.
//!
//! Claims are made before anything is filled in, so that the order of the placeholders does not matter.

use std::cmp::Reverse;

use foldhash::{HashMap, HashSet};

use super::selection::Builder;
use super::template::{Filter, Kind, Mark, Part, Placeholder};
use crate::domain::{EntryId, Topic};
use crate::report::settings::Group;

/// Something that the post tells once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Unit {
    /// What came of an item.
    Item(EntryId),
    Note(EntryId),
    /// A photo, by its place among those of the sprint.
    Picture(usize),
    /// What follows after the sprint, by its place.
    NextStep(usize),
    /// That an item is not finished.
    Unfinished(EntryId),
}

/// What tells a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Teller {
    /// A placeholder, by the place of its mark.
    Mark(usize),
    /// The story of an item: it tells the photos of the item and what follows from it.
    Story(EntryId),
    /// The words of `post.md`, by the offset of `told`; without one, they show a photo.
    Words(Option<usize>),
}

/// A placeholder that tells something for the second time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Repeated {
    /// The place of its mark.
    pub mark: usize,
    /// The place of the mark that told it first.
    pub first: usize,
}

/// Who tells what.
#[derive(Debug, Default)]
pub(super) struct Claims {
    tellers: HashMap<Unit, Teller>,
    /// What each story tells beside its item, in order.
    of_stories: HashMap<EntryId, Vec<Unit>>,
    /// The first mark with the same part, for each mark: goals, people, next and thanks may be repeated.
    firsts: Vec<usize>,
    pub repeated: Vec<Repeated>,
}

/// How well a placeholder fits a unit, the less the better: the class of the placeholder, and how deep its topic is.
type Rank = (u8, Reverse<usize>);

/// Ranks a placeholder by its class alone.
fn class(class: u8) -> Rank {
    (class, Reverse(0))
}

/// The placeholders, of which each unit has the one that fits it best.
struct Fitting<'m> {
    /// With the places of their marks, each part once.
    placeholders: Vec<(usize, &'m Placeholder)>,
    /// What tells each item and note that is named by its number or id.
    named: HashMap<EntryId, Teller>,
}

impl<'m> Fitting<'m> {
    fn of(marks: &'m [Mark], firsts: &[usize]) -> Self {
        let marks = marks.iter().enumerate();
        let placeholders = marks.filter_map(|(place, mark)| match mark {
            Mark::Part(placeholder) => Some((place, placeholder)),
            Mark::Value { .. } => None,
        });
        let placeholders = placeholders.filter(|(place, _)| firsts[*place] == *place);
        let placeholders: Vec<(usize, &Placeholder)> = placeholders.collect();
        let mut named = HashMap::default();
        for (place, placeholder) in &placeholders {
            if let Part::Items(ids) | Part::Told(ids) = &placeholder.part {
                for id in ids {
                    named.entry(*id).or_insert(teller_of(*place, placeholder));
                }
            }
        }
        Fitting {
            placeholders,
            named,
        }
    }

    /// Returns what tells an item or note that is named.
    fn named(&self, id: EntryId) -> Option<Teller> {
        self.named.get(&id).copied()
    }

    /// Returns the placeholder that is ranked best, and first among those.
    fn best(&self, rank: &dyn Fn(&Placeholder) -> Option<Rank>) -> Option<Teller> {
        let placeholders = self.placeholders.iter();
        let ranked = placeholders
            .filter_map(|(place, placeholder)| Some((rank(placeholder)?, *place, *placeholder)));
        let best = ranked.min_by_key(|(rank, place, _)| (*rank, *place));
        best.map(|(_, place, placeholder)| teller_of(place, placeholder))
    }
}

fn teller_of(place: usize, placeholder: &Placeholder) -> Teller {
    match placeholder.part {
        Part::Told(_) => Teller::Words(Some(placeholder.offset)),
        _ => Teller::Mark(place),
    }
}

impl Claims {
    /// Finds what tells each unit of a sprint. `shown` are the photos whose paths are in the words of `post.md`.
    pub fn new(builder: &Builder<'_>, marks: &[Mark], shown: &HashSet<String>) -> Claims {
        let mut claims = Claims::default();
        claims.find_repeated(marks);
        let fitting = Fitting::of(marks, &claims.firsts);
        claims.claim_items(builder, &fitting);
        claims.claim_notes(builder, &fitting);
        claims.claim_pictures(builder, &fitting, shown);
        claims.claim_next_steps(builder, &fitting);
        claims.claim_unfinished(builder, &fitting);
        claims
    }

    fn claim_items(&mut self, builder: &Builder<'_>, fitting: &Fitting<'_>) {
        for item in builder.told_items() {
            // As a part, it is told where the nearest item is that is named.
            let mut wholes = std::iter::once(item).chain(builder.ancestors(item));
            let named = wholes.find_map(|whole| fitting.named(whole.id));
            let topic = item.topic.as_ref();
            let kind = Kind::of(item.kind);
            let filed =
                || fitting.best(&|placeholder| rank_of_kind(&placeholder.part, kind, topic));
            self.insert(Unit::Item(item.id), named.or_else(filed));
        }
    }

    fn claim_notes(&mut self, builder: &Builder<'_>, fitting: &Fitting<'_>) {
        for note in builder.notes() {
            let topic = note.topic.as_ref();
            let filed =
                || fitting.best(&|placeholder| rank_of_kind(&placeholder.part, Kind::Notes, topic));
            self.insert(Unit::Note(note.id), fitting.named(note.id).or_else(filed));
        }
    }

    fn claim_pictures(
        &mut self,
        builder: &Builder<'_>,
        fitting: &Fitting<'_>,
        shown: &HashSet<String>,
    ) {
        for (place, picture) in builder.pictures() {
            let topic = builder.topic_of(picture);
            let is_it = |placeholder: &Placeholder| placeholder.part == Part::Picture(place);
            let named = fitting.best(&|placeholder| is_it(placeholder).then_some(class(0)));
            let is_shown = shown.contains(picture.file.as_str());
            let shown = is_shown.then_some(Teller::Words(None));
            let story = picture.item.and_then(|item| self.story(item));
            let filed = || fitting.best(&|placeholder| rank_of_picture(placeholder, topic));
            let teller = named.or(shown).or(story).or_else(filed);
            self.insert(Unit::Picture(place), teller);
        }
    }

    fn claim_next_steps(&mut self, builder: &Builder<'_>, fitting: &Fitting<'_>) {
        for (place, step) in builder.next_steps() {
            let story = step.item.and_then(|item| self.story(item));
            let topic = builder.topic_of_step(step);
            let filed = || {
                fitting.best(&|placeholder| match &placeholder.part {
                    Part::Next(filter) => filter.rank(1, topic),
                    _ => None,
                })
            };
            self.insert(Unit::NextStep(place), story.or_else(filed));
        }
    }

    fn claim_unfinished(&mut self, builder: &Builder<'_>, fitting: &Fitting<'_>) {
        for item in builder.unfinished() {
            let left_out = fitting.named(item.id);
            let left_out = left_out.filter(|teller| matches!(teller, Teller::Words(_)));
            let listed = || {
                fitting.best(&|placeholder| match &placeholder.part {
                    Part::Unfinished(filter) => filter.rank(1, item.topic.as_ref()),
                    _ => None,
                })
            };
            self.insert(Unit::Unfinished(item.id), left_out.or_else(listed));
        }
    }

    fn insert(&mut self, unit: Unit, teller: Option<Teller>) {
        if let Some(Teller::Story(item)) = teller {
            self.of_stories.entry(item).or_default().push(unit);
        }
        self.tellers.extend(teller.map(|teller| (unit, teller)));
    }

    /// Returns what tells a unit; `None` if nothing does.
    pub fn teller(&self, unit: Unit) -> Option<Teller> {
        self.tellers.get(&unit).copied()
    }

    /// Returns the photos and next steps that the story of an item tells.
    pub fn of_story(&self, item: EntryId) -> &[Unit] {
        self.of_stories.get(&item).map_or(&[], Vec::as_slice)
    }

    /// Returns whether the placeholder with this mark, or one that it repeats, tells a unit.
    pub fn is_told_at(&self, mark: usize, unit: Unit) -> bool {
        let first = self.firsts.get(mark).copied().unwrap_or(mark);
        self.teller(unit) == Some(Teller::Mark(first))
    }

    /// Returns where in the template a unit is told, also with the story of an item.
    pub fn offset_of(&self, unit: Unit, marks: &[Mark]) -> Option<usize> {
        match self.teller(unit)? {
            Teller::Mark(mark) => match marks.get(mark)? {
                Mark::Part(placeholder) => Some(placeholder.offset),
                Mark::Value { offset, .. } => Some(*offset),
            },
            Teller::Story(item) => self.offset_of(Unit::Item(item), marks),
            Teller::Words(offset) => offset,
        }
    }

    /// Returns the story of an item as a teller, if a placeholder tells that.
    fn story(&self, item: EntryId) -> Option<Teller> {
        let teller = self.teller(Unit::Item(item))?;
        matches!(teller, Teller::Mark(_)).then_some(Teller::Story(item))
    }

    fn find_repeated(&mut self, marks: &[Mark]) {
        let mut placed: HashMap<EntryId, usize> = HashMap::default();
        for (place, mark) in marks.iter().enumerate() {
            let Mark::Part(placeholder) = mark else {
                self.firsts.push(place);
                continue;
            };
            let same = marks[..place].iter().position(
                |other| matches!(other, Mark::Part(other) if other.part == placeholder.part),
            );
            let first = same.unwrap_or(place);
            self.firsts.push(first);
            let mut repeated = same.filter(|_| !may_be_repeated(&placeholder.part));
            if let Part::Items(items) | Part::Told(items) = &placeholder.part {
                for item in items {
                    repeated = repeated.or(placed.insert(*item, place));
                }
            }
            let found = repeated.map(|first| Repeated { mark: place, first });
            self.repeated.extend(found);
        }
    }
}

fn may_be_repeated(part: &Part) -> bool {
    match part {
        Part::Goals | Part::Attendees { .. } | Part::Next(_) | Part::Thanks => true,
        Part::Body
        | Part::Topic(_)
        | Part::Items(_)
        | Part::Kind(..)
        | Part::Days
        | Part::Unfinished(_)
        | Part::Pictures(_)
        | Part::Picture(_)
        | Part::Gap(_)
        | Part::Told(_) => false,
    }
}

/// Ranks a placeholder for an item or note that none names: a kind within a topic; the deepest topic; a kind; everything.
fn rank_of_kind(part: &Part, kind: Kind, topic: Option<&Topic>) -> Option<Rank> {
    match part {
        Part::Kind(of, filter) if *of == kind => match filter {
            Filter::All => Some(class(3)),
            filter => filter.rank(1, topic),
        },
        Part::Topic(wanted) => rank_of_topic(2, wanted.as_ref(), topic),
        Part::Body => Some(class(4)),
        _ => None,
    }
}

/// Ranks a placeholder for a photo that belongs to no story.
fn rank_of_picture(placeholder: &Placeholder, topic: Option<&Topic>) -> Option<Rank> {
    match &placeholder.part {
        Part::Pictures(Filter::All) => Some(class(4)),
        Part::Pictures(filter) => filter.rank(1, topic),
        Part::Topic(Some(wanted)) => rank_of_topic(2, Some(wanted), topic),
        Part::Body => match placeholder.settings.group {
            Group::Topic | Group::None => topic.map(|_| class(3)),
            Group::Day => Some(class(3)),
            Group::Person => None,
        },
        _ => None,
    }
}

impl Filter {
    /// Ranks what is filed under a topic; `None` if that is not meant.
    fn rank(&self, class: u8, topic: Option<&Topic>) -> Option<Rank> {
        match self {
            Filter::All => Some(self::class(class)),
            Filter::Topic(wanted) => rank_of_topic(class, wanted.as_ref(), topic),
        }
    }
}

/// Ranks what is filed under a topic: the deeper the topic that was asked for, the better; `None` if it is not below that.
fn rank_of_topic(class: u8, wanted: Option<&Topic>, topic: Option<&Topic>) -> Option<Rank> {
    let depth = match (wanted, topic) {
        (None, None) => 1,
        (Some(wanted), Some(topic)) => {
            let (wanted, headings) = (wanted.headings(), topic.headings());
            headings.starts_with(wanted).then_some(wanted.len())?
        }
        _ => return None,
    };
    Some((class, Reverse(depth)))
}
