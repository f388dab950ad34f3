//! Topics: the headings that entries are filed under.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::limits::{DEEPEST, Excess, Limited};
use crate::text::{kept_together, normalize, one_line};

/// A path of headings such as `Release Work/Stackless`: at least one heading, none empty, no blanks around them. From the
/// [`DEEPEST`] on, what is left of the path is one heading with slashes in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Topic(
    /// A pointer without a length: every entry and item holds one.
    Arc<Vec<String>>,
);

impl Topic {
    /// Reads a path as it is typed or written; `None` if there is no heading in it. Empty headings are left out. A slash
    /// after a backslash, in code, in a link or in an address is part of a heading.
    pub fn parse(text: &str) -> Option<Self> {
        let headings: Vec<String> = split_path(text)
            .into_iter()
            .map(one_line)
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
        (!headings.is_empty()).then(|| Topic(Arc::new(headings)))
    }

    /// Returns the headings, outermost first.
    pub fn headings(&self) -> &[String] {
        &self.0
    }

    /// Prints it as it reads: the headings with a separator between them, and slashes without backslashes.
    pub fn readable(&self, separator: &str) -> String {
        self.0.join(separator).replace("\\/", "/")
    }

    /// Returns how many headings it was written with.
    pub(super) fn depth(&self) -> usize {
        let last = self.0.last().map_or(0, |last| split_path(last).len());
        self.0.len() - 1 + last
    }

    /// Returns what about it exceeds a limit.
    pub(super) fn excess(&self) -> Option<Excess> {
        let depth = Some(self.depth()).filter(|depth| *depth > DEEPEST);
        depth
            .map(Excess::Headings)
            .or_else(|| Limited::Topic.excess_of(&self.to_string()))
    }

    /// Finds the topic that this one means among known ones, whatever the case and the accents: the same one, or else all that
    /// end in its headings.
    pub(crate) fn among<'k>(&self, known: &'k [Topic]) -> Vec<&'k Topic> {
        let wanted = self.normalized();
        let same = known.iter().find(|topic| topic.normalized() == wanted);
        match same {
            Some(topic) => vec![topic],
            None => {
                let ends = |topic: &&Topic| topic.normalized().ends_with(&wanted);
                known.iter().filter(ends).collect()
            }
        }
    }

    /// Returns the headings in the form in which they are compared.
    pub(super) fn normalized(&self) -> Vec<String> {
        self.0.iter().map(|heading| normalize(heading)).collect()
    }

    /// Returns the whole path and each of its ends, the longest first, in the form in which they are compared.
    pub(super) fn ends(&self) -> impl Iterator<Item = String> {
        let headings = self.normalized();
        (0..headings.len()).map(move |from| headings[from..].join("/"))
    }

    /// Returns this topic and all those above it, outermost first.
    pub fn path(&self) -> impl Iterator<Item = Topic> + '_ {
        (1..=self.0.len()).map(|depth| Topic(Arc::new(self.0[..depth].to_vec())))
    }
}

/// Splits a path at the slashes that separate headings.
fn split_path(text: &str) -> Vec<&str> {
    let mut kept = kept_together(text).into_iter().peekable();
    let mut parts = Vec::new();
    let mut start = 0;
    for (place, _) in text.match_indices('/') {
        while kept.next_if(|range| range.end <= place).is_some() {}
        if kept.peek().is_none_or(|range| place < range.start) {
            parts.push(&text[start..place]);
            start = place + 1;
        }
    }
    parts.push(&text[start..]);
    parts
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
    fn a_long_topic_takes_no_longer_than_its_letters() {
        for part in [
            r"\/",
            "`/`",
            "[a](b/c) ",
            "https://x.y/a](",
            "https://x.y ",
            "/",
        ] {
            let path = part.repeat(500_000 / part.len());
            let headings = Topic::parse(&path).map_or(0, |topic| topic.depth());
            assert_eq!(headings, usize::from(part != "/"), "{part}");
        }
    }

    #[test]
    fn a_slash_that_is_escaped_or_in_code_a_link_or_an_address_separates_nothing() {
        for (path, headings) in [
            (r"PyPy\/CPython Bridge", vec![r"PyPy\/CPython Bridge"]),
            ("JIT/`a/b` and/c", vec!["JIT", "`a/b` and", "c"]),
            ("[a/b](c/d)/e", vec!["[a/b](c/d)", "e"]),
            ("<https://x.org/a>/b", vec!["<https://x.org/a>", "b"]),
            (
                "see https://x.org/a b/c",
                vec!["see https://x.org/a b", "c"],
            ),
            ("1. a/`b", vec!["1. a", "`b"]),
        ] {
            let topic = Topic::parse(path).expect("headings");
            assert_eq!(topic.headings(), headings, "{path}");
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
