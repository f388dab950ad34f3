//! What is wrong in a text of told texts, in words.

use super::failure::Failure;

/// What is wrong in the text that `sprint edit told` opens.
#[derive(Debug, PartialEq)]
#[allow(missing_docs, reason = "`describe` has the words for each")]
pub enum ToldFault {
    /// A heading that is none of those that were opened.
    OtherHeading(String),
    /// A heading stands twice: the line of the first.
    Twice { name: String, first: usize },
    /// A text stands before the first heading.
    NoHeading,
    /// What belongs to another heading, which is gone.
    LostHeading(String),
    /// A title that has nothing in common with the one that was opened.
    OtherTitle { title: String, heading: String },
}

impl ToldFault {
    pub(super) fn describe(&self) -> Failure {
        match self {
            ToldFault::OtherHeading(heading) => Failure::new(
                format!("`{heading}` is not a heading that was opened"),
                "a heading keeps its number; one of your own in a text takes another number of `#`",
            ),
            ToldFault::Twice { name, first } => Failure::new(
                format!("{name} has a heading twice, first in line {first}"),
                "leave one of them",
            ),
            ToldFault::NoHeading => Failure::new(
                "this stands under no heading",
                "put it below the heading of what it is about",
            ),
            ToldFault::LostHeading(heading) => Failure::new(
                format!("this seems to belong to `{heading}`, which is gone"),
                "put that heading back on a line of its own, or leave out all that stood under it",
            ),
            ToldFault::OtherTitle { title, heading } => Failure::new(
                format!("`{title}` has no word of `{heading}`"),
                "put the title back behind its number; `sprint reword` gives one all new words",
            ),
        }
    }
}
