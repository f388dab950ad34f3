//! The topic that typed words mean.

use std::collections::HashSet;

use super::item::Item;
use super::lookup_error::LookupError;
use super::sprint::Sprint;
use super::topic::Topic;
use super::topics::Topics;
use super::typo::is_like_topic;

use crate::text::normalize;

impl Sprint {
    /// Finds the topic that `typed` means: a known one whatever its case and accents, also by its last headings if only
    /// one topic ends in them; otherwise a new one, unless it looks like a typo of a known one. The topics in use and
    /// those `listed` are known.
    pub fn find_topic(&self, typed: &Topic, listed: &[Topic]) -> Result<Topic, LookupError> {
        let listed = &Topics::of(listed);
        let known = [listed, &self.index.topics];
        let path = typed.normalized();
        let ending = distinct(known.iter().flat_map(|topics| topics.ending_in(&path)));
        match typed.among(&ending)[..] {
            [] => {}
            [topic] => return Ok(topic.clone()),
            ref several => {
                let choices = several.iter().map(ToString::to_string).collect();
                return Err(LookupError::SharedTopic {
                    topic: typed.to_string(),
                    choices,
                });
            }
        }
        let mut near = known.iter().flat_map(|topics| topics.near(&path));
        if let Some(topic) = near.find(|topic| is_like_topic(topic, typed)) {
            return Err(LookupError::LikeTopic {
                topic: typed.to_string(),
                known: topic.to_string(),
            });
        }
        let line = normalize(&typed.to_string());
        let mut ends = known.iter().map(|topics| topics.end_before_words(&line));
        if let Some(end) = ends.find_map(|end| end) {
            let count = end.split(' ').count();
            let topic = typed.to_string();
            let words: Vec<&str> = topic.split_whitespace().take(count).collect();
            let known = words.join(" ");
            return Err(LookupError::LongerTopic { topic, known });
        }
        let is_letter = |heading: &String| heading.chars().count() == 1;
        if typed.headings().len() > 1 && typed.headings().iter().all(is_letter) {
            return Err(LookupError::LetterTopic(typed.to_string()));
        }
        Ok(exact(typed, &known))
    }

    /// Finds the known topic that `typed` means, as [`Sprint::find_topic`] does.
    pub fn find_known_topic(&self, typed: &Topic, listed: &[Topic]) -> Result<Topic, LookupError> {
        let no_such = |near: Option<String>| LookupError::NoSuchTopic {
            topic: typed.to_string(),
            near,
        };
        match self.find_topic(typed, listed) {
            Ok(topic) if self.is_new_topic(&topic, listed) => Err(no_such(None)),
            Err(LookupError::LikeTopic { known, .. } | LookupError::LongerTopic { known, .. }) => {
                Err(no_such(Some(known)))
            }
            Err(LookupError::LetterTopic(_)) => Err(no_such(None)),
            found => found,
        }
    }

    /// Returns the topic with the whole path `typed`: a known one whatever its case and accents, otherwise a new one, which
    /// keeps the spelling of the known ones above it.
    pub fn exact_topic(&self, typed: &Topic, listed: &[Topic]) -> Topic {
        exact(typed, &[&Topics::of(listed), &self.index.topics])
    }

    /// Returns whether the words of `typed` follow each other in the text of an open item.
    pub fn has_phrase(&self, typed: &str) -> bool {
        let phrase = normalize(typed);
        let wanted = format!(" {phrase} ");
        let has = |item: &Item| {
            item.is_open() && format!(" {} ", normalize(&item.text)).contains(&wanted)
        };
        match self.items.with_words(&phrase) {
            Some(items) => items.into_iter().any(has),
            None => self.items().iter().any(has),
        }
    }

    /// Returns whether a known topic, or its last headings, begin with the words of `typed`.
    pub fn begins_topic(&self, typed: &str, listed: &[Topic]) -> bool {
        let wanted = normalize(typed);
        let known = [&Topics::of(listed), &self.index.topics];
        known.iter().any(|topics| topics.goes_on_as(&wanted))
    }

    /// Returns a known topic whose heading begins with that of a new one and goes on with other words.
    pub fn longer_topic(&self, new: &Topic, listed: &[Topic]) -> Option<Topic> {
        let path = new.normalized().join("/");
        let known = [&Topics::of(listed), &self.index.topics];
        known
            .iter()
            .find_map(|topics| topics.longer_than(&path).cloned())
    }

    /// Returns whether nobody has used the topic so far.
    pub fn is_new_topic(&self, topic: &Topic, listed: &[Topic]) -> bool {
        !self.index.topics.contains(topic) && !Topics::of(listed).contains(topic)
    }
}

/// Returns the topic with the whole path `typed`, in the spelling of the known ones.
fn exact(typed: &Topic, known: &[&Topics]) -> Topic {
    let wanted = typed.normalized();
    let above = (1..=wanted.len()).rev().find_map(|depth| {
        let path = &wanted[..depth];
        let same = known.iter().flat_map(|topics| topics.ending_in(path));
        let same = distinct(same.filter(|topic| topic.normalized() == path));
        same.into_iter().next_back()
    });
    let above = above.as_ref().map(Topic::headings).unwrap_or_default();
    Topic::new([above, &typed.headings()[above.len()..]].concat()).unwrap_or_else(|| typed.clone())
}

fn distinct<'t>(topics: impl Iterator<Item = &'t Topic>) -> Vec<Topic> {
    let mut seen = HashSet::new();
    topics
        .filter(|topic| seen.insert(*topic))
        .cloned()
        .collect()
}
