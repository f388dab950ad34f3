//! What is said about an item over time, where another text changes nothing but the list of these.

use lean_string::LeanString;
use thin_vec::ThinVec;

use super::apply::{insert, timed_text};
use crate::domain::{Action, Entry, Item, TimedText};

impl Item {
    /// Adds what an entry says about the item to the texts in the order of time, if that changes nothing else; false if it may.
    pub(super) fn say(&mut self, entry: &Entry) -> bool {
        let Some((texts, text)) = self.said_by(entry) else {
            return false;
        };
        let place = texts.partition_point(|other| other.at < entry.at);
        if texts.get(place).is_some_and(|next| next.at == entry.at) {
            return false;
        }
        let said = timed_text(entry, text);
        insert(self.texts_of(entry), place, said);
        true
    }

    /// Takes out what an entry says about the item, if that changes nothing else; false if it may.
    pub(super) fn unsay(&mut self, entry: &Entry) -> bool {
        let Some((texts, _)) = self.said_by(entry) else {
            return false;
        };
        let place = texts.partition_point(|other| other.at < entry.at);
        let is_there = |place: usize| texts.get(place).is_some_and(|text| text.at == entry.at);
        if !is_there(place) || is_there(place + 1) {
            return false;
        }
        self.texts_of(entry).remove(place);
        true
    }

    /// Returns the texts to which an entry adds its own, and that; `None` if it changes something else, or may mean something else
    /// at another place among those about the item.
    pub(in crate::domain) fn said_by<'i, 'e>(
        &'i self,
        entry: &'e Entry,
    ) -> Option<(&'i [TimedText], &'e LeanString)> {
        match &entry.action {
            _ if self.has_turned => None,
            Action::Progress(progress) => Some((&self.progress, &progress.text)),
            Action::Result(result) if !result.only => Some((&self.results, &result.text)),
            _ => None,
        }
    }

    fn texts_of(&mut self, entry: &Entry) -> &mut ThinVec<TimedText> {
        match &entry.action {
            Action::Progress(_) => &mut self.progress,
            _ => &mut self.results,
        }
    }
}
