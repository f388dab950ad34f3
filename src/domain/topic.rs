//! Topics: the headings that entries are filed under.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::limits::{DEEPEST, Excess, Limited};
use crate::text::normalize;

/// A path of headings such as `Release Work/Stackless`: at least one heading, none empty, no blanks around them. From the
/// [`DEEPEST`] on, what is left of the path is one heading with slashes in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Topic(Vec<String>);

impl Topic {
    /// Reads a path as it is typed or written; `None` if there is no heading in it. Empty headings are left out.
    pub fn parse(text: &str) -> Option<Self> {
        let headings: Vec<String> = text
            .split('/')
            .map(|heading| heading.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|heading| !heading.is_empty())
            .collect();
        Topic::new(headings)
    }

    /// Makes the path of some headings; `None` if there are none. Those that are too deep become one.
    pub(super) fn new(mut headings: Vec<String>) -> Option<Self> {
        if headings.len() > DEEPEST {
            let last = headings.split_off(DEEPEST - 1).join("/");
            headings.push(last);
        }
        (!headings.is_empty()).then_some(Topic(headings))
    }

    /// Returns the headings, outermost first.
    pub fn headings(&self) -> &[String] {
        &self.0
    }

    /// Returns how many headings it was written with.
    pub(super) fn depth(&self) -> usize {
        let last = self.0.last().map_or(0, |last| last.split('/').count());
        self.0.len() - 1 + last
    }

    /// Returns what about it exceeds a limit.
    pub(super) fn excess(&self) -> Option<Excess> {
        let depth = Some(self.depth()).filter(|depth| *depth > DEEPEST);
        depth
            .map(Excess::Headings)
            .or_else(|| Limited::Topic.excess_of(&self.to_string()))
    }

    /// Returns the headings in the form in which they are compared.
    pub(super) fn normalized(&self) -> Vec<String> {
        self.0.iter().map(|heading| normalize(heading)).collect()
    }

    /// Returns this topic and all those above it, outermost first.
    pub fn path(&self) -> impl Iterator<Item = Topic> + '_ {
        (1..=self.0.len()).map(|depth| Topic(self.0[..depth].to_vec()))
    }
}

impl fmt::Display for Topic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.join("/"))
    }
}

impl TryFrom<String> for Topic {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Topic::parse(&text).ok_or("a topic needs a heading")
    }
}

impl From<Topic> for String {
    fn from(topic: Topic) -> Self {
        topic.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_as_its_headings() {
        let topic = Topic::parse(" Release  Work / Stackless/").expect("two headings");
        assert_eq!(topic.headings(), ["Release Work", "Stackless"]);
        assert_eq!(topic.to_string(), "Release Work/Stackless");
        assert_eq!(
            topic
                .path()
                .map(|topic| topic.to_string())
                .collect::<Vec<_>>(),
            ["Release Work", "Release Work/Stackless"]
        );
    }

    #[test]
    fn what_lies_too_deep_is_part_of_the_last_heading() {
        let path = |depth: usize| vec!["a"; depth].join("/");
        for depth in [1, DEEPEST, DEEPEST + 1, 500_000] {
            let topic = Topic::parse(&path(depth)).expect("headings");
            assert_eq!(topic.headings().len(), depth.min(DEEPEST));
            assert_eq!((topic.depth(), topic.to_string()), (depth, path(depth)));
            assert_eq!(Topic::parse(&topic.to_string()), Some(topic));
        }
    }

    #[test]
    fn blanks_and_slashes_are_not_a_topic() {
        for text in ["", " ", "/", " / "] {
            assert_eq!(Topic::parse(text), None);
        }
    }
}
