//! Where items stand: headings, and what they are a part of.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::{Comparison, OpenedRow};
use crate::diagnostic::{PlanningFault, PlanningRemark};
use crate::domain::{Item, ItemKind, Topic};
use crate::planning::command::{Command, Target};
use crate::planning::document::ListHeading;
use crate::planning::find::{plain_headings, shown};
use crate::text::kept_together;

impl Comparison<'_> {
    /// Records the headings that have other words above the same items, and returns the rows whose place is settled by that.
    pub(super) fn rename_headings(&mut self) -> HashSet<usize> {
        if self.opened.is_none() {
            return HashSet::new();
        }
        // The rows that were under a heading that is gone, by where they are now.
        let mut moved: BTreeMap<Vec<String>, BTreeMap<Vec<String>, Vec<usize>>> = BTreeMap::new();
        for (row, this) in self.document.rows.iter().enumerate() {
            let found = &self.found.rows[row];
            let id = self.found.item(row).filter(|_| !found.is_second);
            let Some(opened) = id.and_then(|id| self.opened_rows.get(&id)) else {
                continue;
            };
            let old = plain_headings(&opened.row.topic);
            let is_at_top = this.under.is_none() && opened.under.is_none();
            if is_at_top && !old.is_empty() && !self.headings.contains(&old) {
                let new = plain_headings(&this.topic);
                moved
                    .entry(old)
                    .or_default()
                    .entry(new)
                    .or_default()
                    .push(row);
            }
        }
        let mut settled = HashSet::new();
        let mut said = BTreeSet::new();
        for (old, places) in moved {
            let mut new = places.keys().filter(|place| {
                !place.is_empty()
                    && !self.headings_before.contains(*place)
                    && !self.is_below_gone(&old, place)
            });
            let renamed = new.next().filter(|_| new.next().is_none());
            if let Some(rows) = renamed.and_then(|place| places.get(place)) {
                self.rename(rows);
                settled.extend(rows);
                self.renamed.insert(old);
                continue;
            }
            // The outermost heading that is gone says it for those below it.
            let depth = (1..=old.len()).find(|depth| !self.headings.contains(&old[..*depth]));
            let gone = old[..depth.unwrap_or(old.len())].to_vec();
            let rows: Vec<usize> = places.into_values().flatten().collect();
            if let Some(opened) = rows
                .first()
                .and_then(|row| self.found.item(*row))
                .and_then(|id| self.opened_rows.get(&id))
                && said.insert(gone.clone())
            {
                let heading = opened.row.topic[..gone.len()].join("/");
                let now = rows.first().and_then(|row| self.list(*row));
                let now = now.map(|list| list.text.clone());
                self.changes
                    .remarks
                    .push(PlanningRemark::HeadingGone { heading, now });
            }
            settled.extend(rows);
        }
        settled
    }

    /// Returns the heading of a row without a topic.
    fn list(&self, row: usize) -> Option<&ListHeading> {
        let row = self.row(row);
        let lists = &self.document.lists;
        let above = lists.partition_point(|list| list.line < row.line);
        let list = above.checked_sub(1).and_then(|place| lists.get(place));
        list.filter(|list| row.topic.is_empty() && !list.text.is_empty())
    }

    /// Returns whether a heading stands elsewhere only because one above it is gone: now it is below one that stood there before.
    fn is_below_gone(&self, old: &[String], new: &[String]) -> bool {
        let ends = old.iter().rev().zip(new.iter().rev());
        let same = ends.take_while(|(one, other)| one == other).count();
        let (above_old, above_new) = (&old[..old.len() - same], &new[..new.len() - same]);
        same > 0
            && !above_old.is_empty()
            && !self.headings.contains(above_old)
            && (above_new.is_empty() || self.headings_before.contains(above_new))
    }

    /// Records that a heading has other words.
    fn rename(&mut self, rows: &[usize]) {
        let Some(first) = rows.first() else { return };
        let new = self.topic(&self.row(*first).topic);
        let is_elsewhere = |row: &&usize| {
            let item = self.found.item(**row).and_then(|id| self.now.get(id));
            item.is_some_and(|item| item.topic != new && !self.was_filed(item, &new))
        };
        let items: Vec<Target> = rows
            .iter()
            .filter(is_elsewhere)
            .map(|row| self.target(*row))
            .collect();
        if !items.is_empty() {
            let command = Command::Move {
                items,
                topic: Some(new),
                under: None,
                top: false,
                when: None,
            };
            self.push(*first, command);
        }
    }

    /// Records where an item was moved to, and when it is to happen.
    pub(super) fn compare_place(
        &mut self,
        row: usize,
        opened: OpenedRow<'_>,
        [then, now]: [&Item; 2],
        is_renamed: bool,
    ) {
        let this = self.row(row);
        let before = opened.row;
        let has_lost_list = self.has_lost_list(row, opened);
        if this.kind != before.kind && !has_lost_list && !self.may_stand_among(row, now) {
            return;
        }
        let parent = this.under.map(|parent| self.target(parent));
        let was_under = opened.under.map(Target::Item);
        let mut topic = None;
        let (mut under, mut top) = (None, false);
        if parent == was_under {
            let (old, new) = (plain_headings(&before.topic), plain_headings(&this.topic));
            let still_stands =
                old.is_empty() || self.headings.contains(&old) || self.renamed.contains(&old);
            // A heading that is not a topic, typed into the document, files nothing.
            let list = self.list(row).map(|list| list.kind);
            let is_filed = list != Some(ItemKind::Task);
            let still_stands = still_stands && !has_lost_list && is_filed;
            if parent.is_none() && old != new && still_stands && !is_renamed {
                topic = Some(self.topic(&this.topic));
            }
        } else if opened.under.is_none_or(|id| self.there.contains(&id)) {
            match parent {
                Some(parent) => {
                    under = Some(parent);
                    topic = now.has_own_topic().then_some(None);
                }
                None => {
                    top = true;
                    topic = Some(self.topic(&this.topic));
                }
            }
        }
        // What others have done meanwhile, or an import of the same document, is not done again.
        let under = under.filter(|under| match under {
            Target::Item(parent) => {
                now.under != Some(*parent) && !self.was_part_of(now, Some(*parent))
            }
            Target::Row(_) => true,
        });
        let top = top && now.under.is_some() && !self.was_part_of(now, None);
        let topic = topic.filter(|topic| match topic {
            None if under.is_some() => true,
            topic => now.topic != *topic && !self.was_filed(now, topic),
        });
        let when = match this.when == before.when {
            true => None,
            false => Some(this.when.clone().unwrap_or_default()),
        };
        let when = when.filter(|when| {
            now.when.as_deref().unwrap_or_default() != when && !self.was_timed(now, when)
        });
        if under.is_none() && !top && topic.is_none() && when.is_none() {
            return;
        }
        let place = |item: &Item| (item.topic.clone(), item.under, item.when.clone());
        if place(then) != place(now) {
            self.remark_meanwhile(row, now);
        }
        let items = vec![self.target(row)];
        self.push(
            row,
            Command::Move {
                items,
                topic,
                under,
                top,
                when,
            },
        );
    }

    /// Refuses the row of an item that stands among discussions or talks and is none. Returns whether it may stand where it does:
    /// a part whose parent's line is gone was not moved there.
    pub(super) fn may_stand_among(&mut self, row: usize, item: &Item) -> bool {
        let was_left = item.under.is_some_and(|id| !self.there.contains(&id));
        match self.row(row).kind {
            Some(kind @ (ItemKind::Discussion | ItemKind::Talk))
                if kind != item.kind && !was_left =>
            {
                // With the number of another item, it looks like that.
                let number = self.row(row).number.as_deref();
                let number = number.filter(|_| self.found.rows[row].is_copy);
                let fault = match number.and_then(|number| self.base.item_named(number)) {
                    Some(other) => PlanningFault::WordsOfAnother {
                        number: other.label.to_string(),
                        item: shown(other),
                        other: shown(item),
                    },
                    None => PlanningFault::OtherKind {
                        item: shown(item),
                        kind,
                    },
                };
                self.refuse(row, fault);
                false
            }
            _ => true,
        }
    }

    /// Returns whether a discussion or talk without a topic stands under another heading only because that of its list is gone,
    /// and says so.
    fn has_lost_list(&mut self, row: usize, opened: OpenedRow<'_>) -> bool {
        let this = self.row(row);
        let (kind, heading) = match opened.row.kind {
            Some(kind @ ItemKind::Discussion) => (kind, "Discussions"),
            Some(kind @ ItemKind::Talk) => (kind, "Talks"),
            Some(ItemKind::Task) | None => return false,
        };
        let new = plain_headings(&this.topic);
        let is_at_top = this.under.is_none() && opened.under.is_none();
        let has_lost_list = is_at_top
            && opened.row.topic.is_empty()
            && !self.document.lists.iter().any(|list| list.kind == kind)
            && (new.is_empty() || self.headings_before.contains(&new));
        let is_elsewhere = !new.is_empty() || this.kind != opened.row.kind;
        if has_lost_list && is_elsewhere && !self.lost_lists.contains(&heading) {
            self.lost_lists.push(heading);
            self.changes.remarks.push(PlanningRemark::HeadingGone {
                heading: heading.to_owned(),
                now: None,
            });
        }
        has_lost_list
    }

    /// Returns whether a row and the one that it is a part of are under the same headings.
    pub(super) fn has_same_topic(&self, row: usize, parent: usize) -> bool {
        plain_headings(&self.row(row).topic) == plain_headings(&self.row(parent).topic)
    }

    /// Returns the topic of some headings: a known one if they mean that.
    pub(super) fn topic(&self, headings: &[String]) -> Option<Topic> {
        if let Some(topic) = self.topics.get(&plain_headings(headings)) {
            return Some(topic.clone());
        }
        let headings: Vec<String> = headings.iter().map(|heading| escaped(heading)).collect();
        let topic = Topic::parse(&headings.join("/"))?;
        let found = self.now.find_topic(&topic, &[]);
        Some(found.unwrap_or_else(|_| self.now.exact_topic(&topic, &[])))
    }
}

/// Writes a heading so that no slash in it separates anything.
fn escaped(heading: &str) -> String {
    let kept = kept_together(heading);
    let mut escaped = String::with_capacity(heading.len());
    for (place, letter) in heading.char_indices() {
        if letter == '/' && !kept.iter().any(|range| range.contains(&place)) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
