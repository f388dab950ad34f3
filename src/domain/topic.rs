//! Topics: the headings that entries are filed under.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::person::fold;

/// A path of headings such as `Release Work/Stackless`: at least one heading, none empty, no blanks around them.
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
        (!headings.is_empty()).then_some(Topic(headings))
    }

    /// The path of some headings; `None` if there are none.
    pub(super) fn new(headings: Vec<String>) -> Option<Self> {
        (!headings.is_empty()).then_some(Topic(headings))
    }

    /// The headings, outermost first.
    pub fn headings(&self) -> &[String] {
        &self.0
    }

    /// The headings as they are compared.
    pub(super) fn folded(&self) -> Vec<String> {
        self.0.iter().map(|heading| fold(heading)).collect()
    }

    /// This topic and all those it lies in, outermost first.
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
    fn blanks_and_slashes_are_no_topic() {
        for text in ["", " ", "/", " / "] {
            assert_eq!(Topic::parse(text), None);
        }
    }
}
