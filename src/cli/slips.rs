//! Remarks on texts that say something else than the command that records them.

use super::record::{Resolver, inside};
use crate::diagnostic::Remark;
use crate::domain::{Action, EntryId, Item, TextRole, is_typed_status, slip_of_status};
use crate::planning::{done_with, is_capitals, time_at_end};
use crate::text::is_of;

impl Resolver<'_> {
    /// Remarks on a result or a decision of one word that looks like a typo of one that says only where an item stands.
    pub fn remark_on_slips(&mut self, actions: &[Action]) {
        if self.literal {
            return;
        }
        for action in actions {
            let fields = action.fields();
            let is_told = matches!(fields.text_is, TextRole::Result | TextRole::Decision);
            let Some(text) = fields.text.filter(|_| is_told) else {
                continue;
            };
            let item = fields.item.and_then(|item| self.sprint.get(item));
            if let (Some(like), Some(item)) = (slip_of_status(text), item) {
                self.remarks.push(Remark::SlipOfStatus {
                    label: item.label,
                    typed: text.to_owned(),
                    like,
                });
            }
        }
    }

    /// Remarks on a reason for which something is dropped that says that it is finished.
    pub fn remark_on_done(&mut self, items: &[&Item]) {
        let Some(text) = self.text.as_deref().filter(|_| !self.literal) else {
            return;
        };
        let Some(result) = done_with(text) else {
            return;
        };
        let remarks = items.iter().map(|item| Remark::MayBeDone {
            label: item.label,
            text: text.to_owned(),
            result: result.map(str::to_owned),
        });
        self.remarks.extend(remarks);
    }

    /// Remarks on a title that ends in a time of day, which the board does not know as one.
    pub fn remark_on_time(&mut self, new: &Action) {
        let fields = new.fields();
        let text = fields
            .text
            .filter(|_| !self.literal && fields.when.is_none());
        let found = text.and_then(time_at_end);
        if let (Some((title, when)), Ok(number)) = (found, self.sprint.next_number()) {
            // Between the title and the time, brackets say who.
            let people = self.sprint.read_brackets(title, &self.by).ok();
            let people = people.and_then(|brackets| brackets.people);
            let bare = people.map_or(title.to_owned(), |people| people.text);
            self.remarks.push(Remark::TimeInTitle {
                number,
                people: inside(title, &bare),
                title: bare,
                when: when.to_owned(),
            });
        }
    }

    /// Remarks on a title with signs and words of a planning document that say where it stands.
    pub fn remark_on_state(&mut self, new: &Action) {
        let text = new.fields().text.filter(|_| !self.literal);
        let found = text.and_then(|text| {
            let (first, behind) = text.split_once(' ')?;
            let (before, last) = text.rsplit_once(' ')?;
            let has_box = ["[x]", "[X]"].contains(&first);
            let is_closed = is_capitals(last) && is_typed_status(last);
            match () {
                () if has_box => Some((first, behind, true)),
                () if first == "[]" || first == "TODO:" => Some((first, behind, false)),
                () if is_closed => Some((last, before, true)),
                () => None,
            }
        });
        if let (Some((state, title, is_done)), Ok(number)) = (found, self.sprint.next_number()) {
            self.remarks.push(Remark::StateInTitle {
                number,
                state: state.to_owned(),
                title: title.to_owned(),
                is_done,
            });
        }
    }

    /// Remarks on another command that a text goes on with, and on a quote without a second one. In what is no title, `done it` and
    /// `talk to Ida` are sentences.
    pub fn remark_on_rest(&mut self, actions: &[Action]) {
        const OF_ITEMS: &str =
            "assign decide done drop edit move progress reopen result reword show unassign";
        let Some(text) = self.text.as_deref().filter(|_| !self.literal) else {
            return;
        };
        let is_title = actions
            .iter()
            .any(|action| action.fields().text_is == TextRole::Title);
        let is_item = |word: &str| {
            let is_number = word.starts_with(|c: char| c == '#' || c.is_ascii_digit());
            is_number && self.sprint.listed_items(word).is_some() || EntryId::parse(word).is_some()
        };
        let is_command = |part: &&str| {
            let mut words = part.split_whitespace();
            let (first, second) = (words.next(), words.next());
            first.zip(second).is_some_and(|(first, second)| {
                is_of(OF_ITEMS, first) && is_item(second)
                    || is_title && is_of("assign discuss join plan", first)
            })
        };
        let parts = text.split("; ").flat_map(|part| part.split(" && ")).skip(1);
        let other = parts.map(str::trim).find(is_command);
        let is_open = text.starts_with('"') && text.matches('"').count() == 1;
        let quote = is_open.then_some("\"");
        let part = other.or(quote).map(str::to_owned);
        self.remarks.extend(part.map(Remark::PartOfText));
    }
}
