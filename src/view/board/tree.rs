//! The open items, each under its heading, and parts below what they are part of.

use foldhash::{HashMap, HashSet};

use chrono::NaiveDate;

use super::row::{Group, Heading, Row};
use super::wanted::Wanted;
use crate::domain::{EntryId, Item, ItemKind, Sprint, Topic};

/// Returns the open items that are wanted: tasks without a topic, then topics, those `listed` first and each before what is
/// below it, then discussions and talks without a topic.
pub(super) fn open_items<'s>(
    sprint: &'s Sprint,
    listed: &[Topic],
    day: NaiveDate,
    wanted: &Wanted,
    free_tasks: &HashSet<EntryId>,
) -> Vec<Group<'s>> {
    let mut parts: HashMap<EntryId, Vec<&Item>> = HashMap::default();
    let mut roots = Vec::new();
    for item in sprint.items().iter().filter(|item| item.is_open()) {
        let above = item.under.and_then(|above| sprint.get(above));
        match above.filter(|above| above.is_open()) {
            Some(above) => parts.entry(above.id).or_default().push(item),
            None => roots.push(item),
        }
    }
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut places: HashMap<Heading<'_>, usize> = HashMap::default();
    let waiting = |item, group, depth| Waiting { item, group, depth };
    let roots = roots.into_iter().rev();
    let mut stack: Vec<Waiting<'_>> = roots.map(|root| waiting(root, None, 0)).collect();
    while let Some(Waiting {
        item,
        mut group,
        mut depth,
    }) = stack.pop()
    {
        if wanted.has(item, free_tasks) {
            let heading = Heading::of(item);
            let place = group.unwrap_or_else(|| {
                *places.entry(heading).or_insert_with(|| {
                    groups.push(Group {
                        heading,
                        rows: Vec::new(),
                    });
                    groups.len() - 1
                })
            });
            groups[place]
                .rows
                .push(Row::open(sprint, item, depth, day, free_tasks));
            group = Some(place);
            depth += 1;
        }
        let parts = parts.remove(&item.id).unwrap_or_default().into_iter().rev();
        stack.extend(parts.map(|part| waiting(part, group, depth)));
    }
    let known = sprint.known_topics(listed);
    let places: HashMap<&Topic, usize> = known.iter().zip(0..).collect();
    groups.sort_by_cached_key(|group| match group.heading {
        Heading::Kind(ItemKind::Task) => (0, Vec::new()),
        Heading::Topic(topic) => {
            let above = topic.path();
            (
                1,
                above
                    .filter_map(|above| places.get(&above).copied())
                    .collect(),
            )
        }
        Heading::Kind(ItemKind::Discussion) => (2, Vec::new()),
        Heading::Kind(ItemKind::Talk) => (3, Vec::new()),
    });
    groups
}

/// An item that is still to be added.
struct Waiting<'s> {
    item: &'s Item,
    /// The place of the group of what it is part of, if that is shown.
    group: Option<usize>,
    depth: usize,
}
