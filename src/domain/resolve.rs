//! The topic that typed words mean.

use super::lookup_error::LookupError;
use super::sprint::Sprint;
use super::topic::Topic;
use super::typo::is_like_topic;

use crate::text::normalize;

impl Sprint {
    /// Finds the topic that `typed` means: a known one whatever its case and accents, also by its last headings if only
    /// one topic ends in them; otherwise a new one, unless it looks like a typo of a known one. The topics in use and
    /// those `listed` are known.
    pub fn find_topic(&self, typed: &Topic, listed: &[Topic]) -> Result<Topic, LookupError> {
        let known = self.known_topics(listed);
        match typed.among(&known)[..] {
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
        if let Some(topic) = known.iter().find(|topic| is_like_topic(topic, typed)) {
            return Err(LookupError::LikeTopic {
                topic: typed.to_string(),
                known: topic.to_string(),
            });
        }
        if let Some(known) = known.iter().find_map(|topic| begins_with(typed, topic)) {
            return Err(LookupError::LongerTopic {
                topic: typed.to_string(),
                known,
            });
        }
        let is_letter = |heading: &String| heading.chars().count() == 1;
        if typed.headings().len() > 1 && typed.headings().iter().all(is_letter) {
            return Err(LookupError::LetterTopic(typed.to_string()));
        }
        Ok(self.exact_topic(typed, listed))
    }

    /// Returns the topic with the whole path `typed`: a known one whatever its case and accents, otherwise a new one, which
    /// keeps the spelling of the known ones above it.
    pub fn exact_topic(&self, typed: &Topic, listed: &[Topic]) -> Topic {
        let known = self.known_topics(listed);
        let wanted = typed.normalized();
        let above = known
            .iter()
            .filter(|topic| wanted.starts_with(&topic.normalized()));
        let above = above.max_by_key(|topic| topic.headings().len());
        let above = above.map(Topic::headings).unwrap_or_default();
        Topic::new([above, &typed.headings()[above.len()..]].concat())
            .unwrap_or_else(|| typed.clone())
    }

    /// Returns whether the words of `typed` follow each other in the text of an open item.
    pub fn has_phrase(&self, typed: &str) -> bool {
        let wanted = format!(" {} ", normalize(typed));
        let mut open = self.items.iter().filter(|item| item.is_open());
        open.any(|item| format!(" {} ", normalize(&item.text)).contains(&wanted))
    }

    /// Returns whether a known topic, or its last headings, begin with the words of `typed`.
    pub fn begins_topic(&self, typed: &str, listed: &[Topic]) -> bool {
        let wanted = normalize(typed);
        let begins = |text: &str| {
            let rest = text.strip_prefix(&wanted);
            let longer = wanted.strip_prefix(text);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '/']))
                || longer.is_some_and(|rest| rest.starts_with('/') && !rest.contains(' '))
        };
        let known = self.known_topics(listed);
        known.iter().any(|topic| {
            let headings = topic.normalized();
            (0..headings.len()).any(|from| begins(&headings[from..].join("/")))
        })
    }

    /// Returns whether nobody has used the topic so far.
    pub fn is_new_topic(&self, topic: &Topic, listed: &[Topic]) -> bool {
        !self.known_topics(listed).contains(topic)
    }
}

/// Returns the words that `typed` begins with, if they are a known topic or its last headings, and other words follow.
fn begins_with(typed: &Topic, known: &Topic) -> Option<String> {
    let (typed, wanted) = (typed.to_string(), normalize(&typed.to_string()));
    let headings = known.normalized();
    let ends = (0..headings.len()).map(|from| headings[from..].join("/"));
    let known = ends.into_iter().find(|end| {
        let rest = wanted.strip_prefix(end.as_str());
        rest.is_some_and(|rest| rest.starts_with(' '))
    })?;
    let count = known.split(' ').count();
    let words: Vec<&str> = typed.split_whitespace().take(count).collect();
    Some(words.join(" "))
}
