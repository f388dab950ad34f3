//! What a line says that was so before and is otherwise by now. Without a stamp it is not known whether the line was changed back, or is older.

use std::convert::Infallible;

use super::Comparison;
use super::all_lines::Said;
use super::said::texts;
use crate::diagnostic::{Before, PlanningRemark};
use crate::domain::{EntryId, Item, ItemKind};
use crate::planning::command::{Command, Target};
use crate::planning::document::Mark;
use crate::planning::find::{plain_headings, shown};
use crate::planning::folded::folded;
use crate::planning::likeness::Words;
use crate::planning::row;
use crate::text::{shell_text, shell_word};

impl Comparison<'_> {
    /// Says what the own line of an open item says so, with the command that records it. `said`: what all its lines say.
    pub(super) fn remark_gone_back(&mut self, row: usize, item: &Item, said: &Said) {
        let found = [
            self.earlier_title(row, item),
            self.earlier_time(row, item),
            self.earlier_status(row, item, said),
            self.earlier_place(row, item),
        ];
        for (before, command) in found.into_iter().flatten() {
            self.changes.remarks.push(PlanningRemark::GoneBack {
                line: self.row(row).line,
                item: shown(item),
                before,
                command: self.in_shell(&command),
            });
        }
    }

    fn earlier_title(&self, row: usize, item: &Item) -> Option<(Before, Command)> {
        let title = self.found.rows[row].title.clone();
        let key = |title: &str| Words::of(&folded(title)).key;
        let mut former = item.former.iter();
        let was_so = former.any(|text| key(text) == key(&title));
        if !was_so || key(&title) == key(&item.text) || key(&title) == key(&row::title(item)) {
            return None;
        }
        let before = Before::Title(title.clone());
        let item = Target::Item(item.id);
        Some((before, Command::Reword { item, title }))
    }

    fn earlier_time(&self, row: usize, item: &Item) -> Option<(Before, Command)> {
        let when = self.row(row).when.clone()?;
        let own = self.timed.get(&Target::Item(item.id));
        let is_so = |other: &str| folded(other) == folded(&when);
        let mut times = self.now.history(item);
        let was_so = times.any(|entry| entry.action.fields().when.is_some_and(is_so));
        if own != Some(&row) || !was_so || item.when.as_deref().is_some_and(is_so) {
            return None;
        }
        let before = Before::Time {
            said: when.clone(),
            is: item.when.clone().map(String::from),
        };
        let command = Command::Move {
            items: vec![Target::Item(item.id)],
            topic: None,
            under: None,
            top: false,
            when: Some(when),
        };
        Some((before, command))
    }

    fn earlier_status(&self, row: usize, item: &Item, said: &Said) -> Option<(Before, Command)> {
        let this = self.row(row);
        let status = this.status.as_deref().filter(|_| this.column.is_none())?;
        let is_told = item.kind == ItemKind::Discussion || this.mark.closes(item.kind);
        let is = item
            .status()
            .filter(|_| !is_told && said.lacks_status(item))?;
        if !texts(item).contains(&folded(status)) || this.mark == Mark::Struck {
            return None;
        }
        let before = Before::Status {
            said: status.to_owned(),
            is: is.to_owned(),
        };
        let (item, text) = (Target::Item(item.id), status.to_owned());
        Some((before, Command::Progress { item, text }))
    }

    /// Returns under which heading it stood, or of what it was a part, or that it is a part of what does not stand above it.
    fn earlier_place(&self, row: usize, item: &Item) -> Option<(Before, Command)> {
        let this = self.row(row);
        let moved = |topic, under, top| Command::Move {
            items: vec![Target::Item(item.id)],
            topic,
            under,
            top,
            when: None,
        };
        let parent = |id: EntryId| self.now.get(id).map(shown);
        let under = this.under.map(|row| self.target(row));
        match (under, item.under) {
            (None, Some(now)) if self.there.contains(&now) => {
                let before = Before::Part {
                    said: None,
                    is: parent(now),
                };
                Some((before, moved(None, None, true)))
            }
            (Some(Target::Item(said)), now)
                if now != Some(said) && now.is_none_or(|now| self.there.contains(&now)) =>
            {
                let before = Before::Part {
                    said: parent(said),
                    is: now.and_then(parent),
                };
                Some((before, moved(None, under, false)))
            }
            (None, None) => {
                let old = item.topic.as_ref()?;
                let new = plain_headings(&this.topic);
                let is = plain_headings(old.headings());
                let topic = self.topic(&this.topic).filter(|topic| topic != old)?;
                if new.is_empty() || new == is || !self.headings.contains(&is) {
                    return None;
                }
                let before = Before::Topic {
                    said: topic.to_string(),
                    is: old.to_string(),
                };
                Some((before, moved(Some(Some(topic)), None, false)))
            }
            _ => None,
        }
    }

    /// Writes a command about items that there are as it is typed.
    fn in_shell(&self, command: &Command) -> String {
        let name = |target: Target| {
            let item = match target {
                Target::Item(id) => self.now.get(id),
                Target::Row(_) => None,
            };
            let label = item.map(|item| item.label.to_string());
            Ok::<String, Infallible>(label.unwrap_or_default())
        };
        let Ok(typed) = command.typed(name);
        let words = typed.words.iter().map(|word| shell_word(word).into_owned());
        let text = typed
            .text
            .as_deref()
            .map(|text| shell_text(text).to_owned());
        let words: Vec<String> = ["sprint".to_owned()]
            .into_iter()
            .chain(words)
            .chain(text)
            .collect();
        words.join(" ")
    }
}
