//! Where an item stands: under which headings and as a part of what.

use std::collections::{BTreeSet, HashMap};

use crate::domain::{EntryId, Item, Sprint, Topic};
use crate::planning::document::{Document, Row};
use crate::planning::folded::folded;
use crate::planning::row::headings_of;
use crate::text::normalize;

/// Under which headings something stands and what it is a part of, in the form in which that is compared.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Place {
    pub(super) headings: Vec<String>,
    pub(super) parent: Option<Parent>,
}

/// What something is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Parent {
    Item(EntryId),
    /// The new item of a row.
    Row(usize),
}

impl Place {
    pub(super) fn of_item(item: &Item) -> Place {
        let headings = item.topic.as_ref().map(|topic| topic.headings());
        Place {
            headings: plain_headings(headings.unwrap_or_default()),
            parent: item.under.map(Parent::Item),
        }
    }

    pub(super) fn of_row(row: &Row, parent: Option<Parent>) -> Place {
        Place {
            headings: plain_headings(&row.topic),
            parent,
        }
    }
}

/// The items by their words.
#[derive(Default)]
pub(super) struct SameWords {
    /// Those that have them, by where they stand.
    pub(super) here: HashMap<(String, Place), Vec<usize>>,
    /// Those that have them, then those that had them.
    pub(super) anywhere: HashMap<String, Vec<usize>>,
}

/// Gives headings the form in which they are compared.
pub(in crate::planning) fn plain_headings(headings: &[String]) -> Vec<String> {
    let headings = headings.iter();
    headings
        .map(|heading| normalize(&folded(&heading.replace("\\/", "/"))))
        .collect()
}

/// Returns the headings of a document under which something may stand, in the form in which they are compared.
pub(in crate::planning) fn headings(document: &Document) -> BTreeSet<Vec<String>> {
    let listed = document.headings.iter().map(|heading| &heading.path);
    let used = document.rows.iter().map(|row| &row.topic);
    let mut headings = BTreeSet::new();
    for path in listed.chain(used) {
        let path = plain_headings(path);
        for depth in (1..=path.len()).rev() {
            // Those above it are there then, too.
            if !headings.insert(path[..depth].to_vec()) {
                break;
            }
        }
    }
    headings
}

/// Returns the topics of a sprint, each by its headings as a document has them, in the form in which they are compared.
pub(in crate::planning) fn topics(sprint: &Sprint) -> HashMap<Vec<String>, Topic> {
    let topics = sprint.topics().into_iter().rev();
    topics
        .map(|topic| {
            let headings = headings_of(&topic);
            (plain_headings(&headings), topic)
        })
        .collect()
}
