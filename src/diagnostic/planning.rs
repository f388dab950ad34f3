//! What is wrong in a planning document, in words.

mod before;
mod remark;
#[cfg(test)]
mod tests;
mod unread;

use super::failure::Failure;
use super::words::kind_word;
use crate::domain::ItemKind;

pub use self::before::Before;
pub use self::remark::PlanningRemark;
pub use self::unread::{RowFault, Run, UnreadKind};

/// What is wrong in a planning document, so that nothing of it may be recorded. An item is shown as `12 fix the leak`.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "`describe` has the words for each")]
pub enum PlanningFault {
    /// What is wrong with a line by itself.
    Row(RowFault),
    /// A number whose item has other words.
    OtherWords {
        number: String,
        line: String,
        item: String,
    },
    /// A number in front of the words of another item.
    WordsOfAnother {
        number: String,
        item: String,
        other: String,
    },
    /// A number in front of words that are like those of another item, which has no line. `item`: the one with the number.
    LikeAnother {
        number: String,
        item: Option<String>,
        other: String,
        label: String,
    },
    /// The number of an item within the words of its line.
    NotInFront { number: String },
    /// A number that two items have.
    TwoItems { number: String, items: Vec<String> },
    /// Several lines with the number of one item, of which it is not clear which one is its own.
    Twice { item: String },
    /// An item that was moved to the section of another kind.
    OtherKind { item: String, kind: ItemKind },
}

impl PlanningFault {
    pub(crate) fn describe(&self) -> Failure {
        match self {
            PlanningFault::Row(fault) => fault.describe(),
            PlanningFault::OtherWords { number, line, item } => Failure::new(
                format!("`{line}` does not have the words of #{number}, which is `{item}`"),
                format!(
                    "put the item's words back behind its number, `sprint reword {number} TEXT` gives it others; without the number, the line is something new"
                ),
            ),
            PlanningFault::WordsOfAnother {
                number,
                item,
                other,
            } => Failure::new(
                format!("#{number} is `{item}`, but the words of this line are those of `{other}`"),
                "put the number of an item in front of its own words",
            ),
            PlanningFault::LikeAnother {
                number,
                item,
                other,
                label,
            } => {
                let whose = match item {
                    Some(item) => format!("#{number} is `{item}`"),
                    None => format!("no item has #{number}"),
                };
                Failure::new(
                    format!("{whose}, but this line is like `{other}`, which has no line"),
                    format!("if it is that, put #{label} in front; something new has no number"),
                )
            }
            PlanningFault::NotInFront { number } => Failure::new(
                format!("#{number} does not stand right behind the bullet or the box"),
                format!("write `- [ ] #{number} …`; without the number, the line is something new"),
            ),
            PlanningFault::TwoItems { number, items } => Failure::new(
                format!("#{number} may be {}", either(items)),
                "write the number with its letter",
            ),
            PlanningFault::Twice { item } => Failure::new(
                format!("`{item}` stands on several lines"),
                "keep its number on one line, with its words; without a number, the other line is something new",
            ),
            PlanningFault::OtherKind { item, kind } => {
                let heading = match kind {
                    ItemKind::Talk => "Talks",
                    _ => "Discussions",
                };
                let kind = kind_word(*kind);
                Failure::new(
                    format!("`{item}` is not a {kind}, but stands among the {kind}s"),
                    format!(
                        "move the line back; without its number, it is a new {kind}. A heading for tasks \
                         that has such a name ends in a slash: `## {heading}/`"
                    ),
                )
            }
        }
    }
}

/// Shows items, one of which is meant: `1 fix it` or `2 test it`.
fn either(items: &[String]) -> String {
    let items: Vec<String> = items.iter().map(|item| format!("`{item}`")).collect();
    items.join(" or ")
}
