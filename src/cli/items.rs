//! The items that a command is about: those that were typed, and those that the words behind them may mean.

use super::record::Resolver;
use crate::diagnostic::{Error, Remark, UsageError};
use crate::domain::{Action, EntryId, Further, Item, Label, LookupError, is_typed_status};
use crate::planning::not_done;
use crate::text::is_of;

/// Words between items or people.
const BETWEEN: &str = "and und plus & +";

/// Words that say how something goes, and are no result but often all that is typed.
const WELL: &str = "broken fine geht good great ok okay perfect slow works working";

/// What may follow an item in a list of them.
const COMMAS: [char; 2] = [',', ';'];

impl Resolver<'_> {
    /// Finds the only item that a command takes, open.
    pub fn item(&self, kind: &'static str, typed: &str) -> Result<EntryId, Error> {
        self.one_item(
            kind,
            typed,
            self.sprint.find_item(typed).map(|item| item.id),
        )
    }

    /// Finds the only item that a command takes, open or closed.
    pub fn any_item(&self, kind: &'static str, typed: &str) -> Result<EntryId, Error> {
        let found = self.sprint.find_any_item(typed);
        self.one_item(kind, typed, found.map(|item| item.id))
    }

    fn one_item(
        &self,
        kind: &'static str,
        typed: &str,
        found: Result<EntryId, LookupError>,
    ) -> Result<EntryId, Error> {
        let items = match found {
            Err(LookupError::SeveralItems { items, .. }) => items,
            found => return Ok(found?),
        };
        let text = self.text.as_deref().map(str::to_owned);
        let typed = typed.to_owned();
        Err(UsageError::OneItem {
            kind,
            typed,
            items,
            text,
        }
        .into())
    }

    /// Finds the items that were typed, with commas between them, and those that the text goes on with behind a comma: it is
    /// none then.
    pub fn items_before_text(
        &mut self,
        kind: &'static str,
        typed: &str,
        or_closed: bool,
    ) -> Result<Vec<EntryId>, Error> {
        let mut items = self.sprint.find_items(typed, or_closed)?;
        let is_list = typed.ends_with(COMMAS);
        let text = self.text.clone().filter(|text| {
            let is_said = is_typed_status(text) || not_done(text).is_some();
            !self.literal && !is_said
        });
        let is_between = |word: &str| is_of(BETWEEN, &word.to_lowercase());
        let behind = text.as_deref().and_then(|text| match text.split_once(' ') {
            Some((word, behind)) if is_between(word) => Some(behind),
            _ => is_list.then_some(text),
        });
        let Some((text, behind)) = text.as_deref().zip(behind) else {
            return Ok(ids(&items));
        };
        let labels = items.iter().map(|item| item.label).collect();
        match self.sprint.further_items(behind, or_closed)? {
            Further::Nothing => {}
            Further::Items(others) if kind == "progress" || !is_list => {
                let others = others.iter().map(|item| item.label).collect();
                return Err(UsageError::ItemsAsText {
                    kind,
                    items: labels,
                    others,
                    text: text.to_owned(),
                }
                .into());
            }
            Further::Items(others) => {
                items.extend(others);
                self.text = None;
            }
            Further::ItemsAndText { items, rest } => {
                return Err(UsageError::ItemsBeforeText {
                    kind,
                    items: labels,
                    others: items.iter().map(|item| item.label).collect(),
                    rest: rest.to_owned(),
                    text: text.to_owned(),
                }
                .into());
            }
        }
        let mut found: Vec<EntryId> = Vec::new();
        for id in ids(&items) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        Ok(found)
    }

    /// Finds the items that were typed, with commas between them.
    pub fn items(&self, typed: &str, or_closed: bool) -> Result<Vec<EntryId>, Error> {
        Ok(ids(&self.sprint.find_items(typed, or_closed)?))
    }

    /// Adds to what was typed for items those that follow behind a comma, in front of people or other words: those are what
    /// is left.
    pub fn items_and_words(&self, typed: &str, words: &[String]) -> (String, Vec<String>) {
        let (mut typed, mut words) = (typed.to_owned(), words.to_vec());
        while typed.ends_with(COMMAS)
            && let Some(word) = words.first()
        {
            let bare = word.trim_end_matches(COMMAS);
            let is_person = self.sprint.are_people(&[bare.to_owned()]);
            if is_person || self.sprint.find_items(bare, true).is_err() {
                break;
            }
            typed += &words.remove(0);
        }
        (typed, words)
    }

    /// Refuses the number of an item among people, and a word of one behind `and`.
    pub fn refuse_items_among(
        &self,
        kind: &'static str,
        item: &str,
        people: &[String],
    ) -> Result<(), Error> {
        let words = people.iter().flat_map(|words| words.split_whitespace());
        let words = words.flat_map(|words| words.split(COMMAS));
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        // `assign fuzzers and tutorial ida`.
        let behind_and = match words[..] {
            [first, word, ..] if is_of(BETWEEN, first) => Some(word),
            _ => None,
        };
        let behind_and = behind_and.filter(|word| {
            !self.sprint.are_people(&[(*word).to_owned()]) && self.sprint.item_named(word).is_some()
        });
        let (items, others): (Vec<&str>, Vec<&str>) = words.into_iter().partition(|word| {
            behind_and == Some(*word) || self.sprint.listed_items(word).is_some()
        });
        let Some(word) = items.first() else {
            return Ok(());
        };
        let is_little = |word: &&str| is_of(BETWEEN, word) || is_of("bis to", word);
        let others = others.into_iter().filter(|word| !is_little(word));
        let others: Vec<&str> = others.collect();
        let typed = [item.to_owned()];
        if self.sprint.listed_items(item).is_none() && self.sprint.are_people(&typed) {
            let people = item.split(',').map(str::trim).chain(others);
            return Err(UsageError::PersonBeforeItem {
                kind,
                typed: item.to_owned(),
                people: people.collect::<Vec<_>>().join(", "),
                items: items.join(","),
            }
            .into());
        }
        let about = self.sprint.find_items(item, false)?;
        let mut labels: Vec<Label> = about.iter().map(|item| item.label).collect();
        let listed = items.iter().flat_map(|word| self.labels(word));
        labels.extend(listed.collect::<Vec<_>>());
        labels.dedup();
        Err(UsageError::ItemAmongPeople {
            kind,
            items: labels,
            word: (*word).to_owned(),
            people: others.join(", "),
        }
        .into())
    }

    /// Returns the items that a number, a list or a word means.
    fn labels(&self, word: &str) -> Vec<Label> {
        let listed = self.sprint.listed_items(word);
        let found = || self.sprint.item_named(word).map(|item| vec![item.label]);
        listed.or_else(found).unwrap_or_default()
    }

    /// Returns the items that words behind others list, if they are nothing else.
    pub fn listed_behind(&self, typed: &str, words: &str) -> Option<Vec<Label>> {
        let listed = self.sprint.listed_items(words)?;
        let about = self.sprint.find_items(typed, true).ok()?;
        let labels = about.iter().map(|item| item.label);
        Some(labels.chain(listed).collect())
    }

    /// Remarks on a typed text that begins with another item, about which the command could be as well.
    pub fn remark_on_items_in_text(&mut self, actions: &[Action]) {
        let kind = actions.last().map_or("", Action::kind);
        let Some(text) = self.text.as_deref().filter(|_| !self.literal) else {
            return;
        };
        let about: Vec<EntryId> = actions.iter().filter_map(Action::item).collect();
        let mut words = text.split_whitespace().peekable();
        let is_led = words.next_if(|word| is_of(BETWEEN, word));
        let listed = |word: &str| self.sprint.listed_items(word);
        let first = words.next();
        // `done fuzzers tutorial`, but not `done fuzzers works`.
        let is_alone =
            words.peek().is_none() && !is_typed_status(text) && !is_of(WELL, &text.to_lowercase());
        let named = |word: &str| {
            let found = is_alone.then(|| self.sprint.item_named(word));
            found.flatten().map(|item| vec![item.label])
        };
        let word = first
            .filter(|word| listed(word).is_none())
            .map(str::to_owned);
        let first = first.and_then(|word| listed(word).or_else(|| named(word)));
        let first = first.unwrap_or_default();
        let goes_on = |word: &str| {
            ["both", "all", "and", "&", "are", "were"].contains(&word) || listed(word).is_some()
        };
        let is_list = is_led.is_some() || words.next().is_some_and(goes_on);
        let may_be = match kind {
            "done" | "drop" | "reopen" => true,
            "progress" => is_list,
            _ => false,
        };
        let mut others = first.iter().filter_map(|label| {
            let item = self.sprint.find_any_item(&label.to_string()).ok()?;
            let is_possible = item.is_open() == (kind != "reopen");
            (is_possible && !about.contains(&item.id)).then_some(item)
        });
        let item = about.last().and_then(|item| self.sprint.get(*item));
        if let Some((item, other)) = item.zip(others.next()).filter(|_| may_be) {
            self.remarks.push(Remark::ItemInText {
                kind,
                item: item.label,
                other: other.label,
                word,
                text: other.text.to_string(),
            });
        }
    }
}

fn ids(items: &[&Item]) -> Vec<EntryId> {
    items.iter().map(|item| item.id).collect()
}
