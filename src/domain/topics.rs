//! The topics of a sprint, as they are looked up.

use std::collections::BTreeMap;

use foldhash::HashMap;

use super::derived::Derived;
use super::id::EntryId;
use super::topic::Topic;
use super::typo::is_like_topic;
use super::typo_index::TypoIndex;

/// Topics in the order of their first use, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Topics {
    list: Vec<Topic>,
    /// With the entry that used each first; `None` where that is not asked for.
    known: HashMap<Topic, Option<EntryId>>,
    search: Derived<TopicSearch>,
}

/// Topics as they are looked up.
#[derive(Clone, Debug, Default)]
struct TopicSearch {
    /// The places of the topics that end in some headings, by these in the form in which they are compared.
    ends: BTreeMap<String, Vec<usize>>,
    /// Whole paths, and last headings.
    typos: TypoIndex,
}

impl TopicSearch {
    fn add(&mut self, topic: &Topic, place: usize) {
        for end in topic.ends() {
            self.ends.entry(end).or_default().push(place);
        }
        let headings = topic.normalized();
        self.typos.add(&headings.join("/"), place);
        if let Some(last) = headings.last() {
            self.typos.add(last, place);
        }
    }
}

impl Topics {
    /// Takes topics and those above them.
    pub(super) fn of(topics: &[Topic]) -> Topics {
        let mut all = Topics::default();
        topics.iter().for_each(|topic| all.add(topic, None));
        all
    }

    /// Adds a topic and those above it, unless they are known, and the entry that uses it.
    pub(super) fn add(&mut self, topic: &Topic, user: Option<EntryId>) {
        if self.contains(topic) {
            return;
        }
        for topic in topic.path() {
            if self.contains(&topic) {
                continue;
            }
            self.known.insert(topic.clone(), user);
            if let Some(search) = self.search.made() {
                search.add(&topic, self.list.len());
            }
            self.list.push(topic);
        }
    }

    fn search(&self) -> &TopicSearch {
        self.search.get(|| {
            let mut search = TopicSearch::default();
            for (place, topic) in self.list.iter().enumerate() {
                search.add(topic, place);
            }
            search
        })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Topic> {
        self.list.iter()
    }

    pub(super) fn contains(&self, topic: &Topic) -> bool {
        self.known.contains_key(topic)
    }

    /// Returns the entry that used a topic first.
    pub(super) fn first_use(&self, topic: &Topic) -> Option<EntryId> {
        self.known.get(topic).copied().flatten()
    }

    /// Returns the topics that end in some headings.
    pub(super) fn ending_in(&self, headings: &[String]) -> impl Iterator<Item = &Topic> {
        let places = self.search().ends.get(&headings.join("/"));
        places.into_iter().flatten().map(|place| &self.list[*place])
    }

    /// Returns the topics that a typed one may be a typo of.
    pub(super) fn near<'t>(
        &'t self,
        typed: &[String],
    ) -> impl Iterator<Item = &'t Topic> + use<'t> {
        let places = self.search().typos.near(&typed.join("/"));
        places.map(|place| &self.list[place])
    }

    /// Returns the first topic that another may be a typo of, or that differs from it at most by case and accents.
    pub(super) fn first_like(&self, other: &Topic) -> Option<&Topic> {
        let headings = other.normalized();
        let path = headings.join("/");
        let TopicSearch { ends, typos } = self.search();
        let same = ends.get(&path).into_iter().flatten().copied();
        let places = same.chain(typos.near(&path));
        let mut topics = places.map(|place| &self.list[place]);
        topics.find(|topic| is_like_topic(topic, other) || topic.normalized() == headings)
    }

    /// Returns what a text begins with that a topic ends in, if other words follow; of several, that of the first topic, and of
    /// its ends the longest.
    pub(super) fn end_before_words<'t>(&self, text: &'t str) -> Option<&'t str> {
        let starts = text.match_indices(' ').map(|(blank, _)| &text[..blank]);
        let ends = starts.rev().filter_map(|start| {
            let place = self.search().ends.get(start)?.first()?;
            Some((place, start))
        });
        let first = ends.min_by_key(|(place, _)| *place);
        first.map(|(_, end)| end)
    }

    /// Returns a topic that ends in headings which begin with the words of a text and go on with others.
    pub(super) fn longer_than(&self, text: &str) -> Option<&Topic> {
        let start = format!("{text} ");
        let (end, places) = self.search().ends.range(start.clone()..).next()?;
        let place = places.first().filter(|_| end.starts_with(&start))?;
        Some(&self.list[*place])
    }

    /// Returns whether a topic ends in headings that begin with the words of a text, or the text goes on with a heading where
    /// a topic ends.
    pub(super) fn goes_on_as(&self, text: &str) -> bool {
        let ends = &self.search().ends;
        let is_beginning = |start: String| {
            let mut ends = ends.range(start.clone()..);
            ends.next().is_some_and(|(end, _)| end.starts_with(&start))
        };
        let starts = text
            .match_indices('/')
            .map(|(slash, _)| text.split_at(slash));
        let mut starts = starts.filter(|(_, rest)| !rest.contains(' '));
        ends.contains_key(text)
            || [" ", "/"]
                .iter()
                .any(|next| is_beginning(format!("{text}{next}")))
            || starts.any(|(start, _)| ends.contains_key(start))
    }
}
