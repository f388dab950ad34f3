//! The items that a command is about: those that were typed, and those that the words behind them may mean.

use super::record::Resolver;
use crate::diagnostic::{Error, OtherMeaning, Remark, TypedOption, UsageError};
use crate::domain::{
    Action, EntryId, Further, Item, Label, LookupError, is_typed_status, unfinished,
};
use crate::planning::not_done;
use crate::text::{is_of, normalize};

/// Words between items or people.
const BETWEEN: &str = "and und plus & +";

/// Words that say how something goes, and are no result but often all that is typed.
const WELL: &str = "broken fine geht good great ok okay perfect slow works working";

/// Words before people.
const BY: &str = "by durch mit von with";

/// What may follow an item in a list of them.
const COMMAS: [char; 2] = [',', ';'];

impl<'s> Resolver<'s> {
    /// Finds the only item that a command takes, open.
    pub fn item(&self, kind: &'static str, typed: &str) -> Result<EntryId, Error> {
        let found = self.sprint.find_item(typed).or_else(|error| {
            let one = self.one_with_own_words(typed);
            one.ok_or(error)
        });
        self.one_item(kind, typed, found.map(|item| item.id))
    }

    /// Finds the only item that a command takes, open or closed.
    pub fn any_item(&self, kind: &'static str, typed: &str) -> Result<EntryId, Error> {
        let found = self.sprint.find_any_item(typed).or_else(|error| {
            let one = self.one_with_own_words(typed);
            one.ok_or(error)
        });
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
            found => {
                let item = found?;
                let there = self.sprint.get(item);
                if let Some(rest) = there.and_then(|there| self.behind_own_words(typed, there))
                    && kind != "reword"
                {
                    return Err(self.goes_on(kind, there.into_iter().collect(), rest));
                }
                let label = there.map(|item| item.label);
                let others = self.further_items(kind, typed, label.as_slice(), true)?;
                return match others.is_empty() {
                    true => Ok(item),
                    false => Err(self.refused(
                        kind,
                        label.into_iter().collect(),
                        OtherMeaning::Items(others.iter().map(|item| item.label).collect()),
                    )),
                };
            }
        };
        let typed = typed.to_owned();
        Err(self.refused(kind, items, OtherMeaning::OfOne { typed }))
    }

    /// Finds the items that were typed, with commas between them, and those that the text goes on with behind a comma: it is
    /// none then.
    pub fn items_before_text(
        &mut self,
        kind: &'static str,
        typed: &str,
        or_closed: bool,
    ) -> Result<Vec<EntryId>, Error> {
        let items = match self.sprint.find_items(typed, or_closed) {
            Err(error) => vec![self.one_with_own_words(typed).ok_or(error)?],
            found => found?,
        };
        self.take_own_words(kind, typed, &items)?;
        let labels: Vec<Label> = items.iter().map(|item| item.label).collect();
        if let Some(text) = self.text.as_deref().filter(|_| !self.literal)
            && let Some((mut others, rest)) = self.items_and_status(text)
        {
            others.retain(|label| !labels.contains(label));
            if !others.is_empty() {
                let meaning = OtherMeaning::ItemsAndText { others, rest };
                return Err(self.refused(kind, labels, meaning));
            }
        }
        let further = self.further_items(kind, typed, &labels, or_closed)?;
        if !further.is_empty() {
            self.text = None;
        }
        let mut found: Vec<EntryId> = Vec::new();
        for item in items.into_iter().chain(further) {
            if !found.contains(&item.id) {
                found.push(item.id);
            }
        }
        Ok(found)
    }

    /// Takes a text away that is nothing but the words with which that of the item goes on: `page` behind `login`.
    ///
    /// # Errors
    ///
    /// If it may begin with those, or be the text.
    fn take_own_words(
        &mut self,
        kind: &'static str,
        typed: &str,
        items: &[&Item],
    ) -> Result<(), Error> {
        let [item] = items else { return Ok(()) };
        let Some(rest) = self.behind_own_words(typed, item) else {
            return Ok(());
        };
        match rest {
            "" if kind != "progress" => self.text = None,
            // What is not finished is refused as what is left.
            rest if self.text_before(rest).ends_with(':')
                || kind == "done" && is_not_finished(rest) =>
            {
                self.text = Some(rest.into());
            }
            rest => return Err(self.goes_on(kind, vec![item], rest)),
        }
        Ok(())
    }

    /// Returns the only open item whose text is the typed words and those behind them: `Doku aktualisieren` beside `Doku schreiben`.
    fn one_with_own_words(&self, typed: &str) -> Option<&'s Item> {
        let Err(LookupError::SharedWord { choices, .. }) = self.sprint.find_item(typed) else {
            return None;
        };
        let text = self.text.as_deref().filter(|_| !self.literal)?;
        let whole = normalize(&format!("{typed} {text}"));
        let mut same = choices.iter().filter(|one| normalize(&one.text) == whole);
        let one = same.next().filter(|_| same.next().is_none())?;
        let item = self.sprint.find_item(&one.label.to_string()).ok()?;
        (self.behind_own_words(typed, item) == Some("")).then_some(item)
    }

    /// Returns what is left of the text behind the words with which that of the item goes on.
    fn behind_own_words(&self, typed: &str, item: &Item) -> Option<&str> {
        let text = self.text.as_deref().filter(|_| !self.literal)?;
        let rest = self.sprint.behind_own_words(item, typed, text)?;
        (!is_typed_status(text)).then_some(rest)
    }

    /// Returns the text without what is left of it.
    fn text_before(&self, rest: &str) -> &str {
        let text = self.text.as_deref().unwrap_or_default();
        text.strip_suffix(rest).unwrap_or_default().trim_end()
    }

    /// Refuses a text that begins with words of its item. `rest`: what is left of it.
    fn goes_on(&self, kind: &'static str, about: Vec<&Item>, rest: &str) -> Error {
        let labels: Vec<Label> = about.iter().map(|item| item.label).collect();
        let names = match rest.split_once(' ') {
            Some((word, names)) if is_of(BY, &word.to_lowercase()) => names,
            _ => rest,
        };
        let meaning = match self.sprint.further_items(rest, false) {
            Err(error) if self.text_before(rest).ends_with(COMMAS) => return error.into(),
            Ok(Further::Items(others)) => {
                OtherMeaning::Items(others.iter().map(|item| item.label).collect())
            }
            _ if self.sprint.is_only_names(names, &self.by) => OtherMeaning::ItemsAndPeople {
                others: Vec::new(),
                names: rest.to_owned(),
            },
            _ => OtherMeaning::OwnWords(rest.to_owned()),
        };
        self.refused(kind, labels, meaning)
    }

    /// Finds the items that the text goes on with behind a comma, if it is nothing else.
    ///
    /// # Errors
    ///
    /// If it may be those and more, or the text.
    fn further_items(
        &self,
        kind: &'static str,
        typed: &str,
        labels: &[Label],
        or_closed: bool,
    ) -> Result<Vec<&'s Item>, Error> {
        let is_list = typed.ends_with(COMMAS);
        let is_said = |text: &&str| is_typed_status(text) || not_done(text).is_some();
        let text = self
            .text
            .as_deref()
            .filter(|text| !self.literal && !is_said(text));
        let is_between = |word: &str| is_of(BETWEEN, &word.to_lowercase());
        let behind = text.and_then(|text| match text.split_once(' ') {
            Some((word, behind)) if is_between(word) => Some(behind),
            _ => is_list.then_some(text),
        });
        // What takes one item is seldom followed by a list: `reword 2, write the docs`.
        let is_number = self.sprint.listed_items(typed).is_some();
        let takes_one = ["decide", "result", "reword"].contains(&kind);
        let wants_number = takes_one && (is_number || kind == "reword");
        let begins_with_number =
            |text: &&str| text.starts_with(|c: char| c == '#' || c.is_ascii_digit());
        let behind = behind.filter(|text| !wants_number || begins_with_number(text));
        let Some(behind) = behind else {
            return Ok(Vec::new());
        };
        let of = |items: &[&Item]| items.iter().map(|item| item.label).collect();
        let meaning = match self.sprint.further_items(behind, or_closed)? {
            Further::Nothing => {
                let is_word = is_list
                    && ["done", "drop", "reopen"].contains(&kind)
                    && self.sprint.listed_items(typed).is_none();
                let word = is_word.then(|| self.word_of_no_item(behind)).flatten();
                match word {
                    Some(word) => OtherMeaning::NoItem(word),
                    None => return Ok(Vec::new()),
                }
            }
            Further::Items(others) if kind == "progress" || !is_list => {
                OtherMeaning::Items(of(&others))
            }
            Further::Items(others) => return Ok(others),
            Further::ItemsAndText { items, .. }
                if items.iter().all(|item| labels.contains(&item.label))
                    && !begins_with_number(&behind) =>
            {
                return Ok(Vec::new());
            }
            Further::ItemsAndText { items, rest } => {
                let others = of(&items);
                let is_by = |(word, names): &(&str, &str)| {
                    is_of(BY, &word.to_lowercase()) && self.sprint.is_only_names(names, &self.by)
                };
                match rest.split_once(' ').is_some_and(|led| is_by(&led)) {
                    true => OtherMeaning::ItemsAndPeople {
                        others,
                        names: rest.to_owned(),
                    },
                    false => OtherMeaning::ItemsAndText {
                        others,
                        rest: rest.to_owned(),
                    },
                }
            }
        };
        Err(self.refused(kind, labels.to_vec(), meaning))
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

    /// Refuses the number of an item among people, and a word of one behind `and`. `before`: people who were typed before these, who
    /// help.
    pub fn refuse_items_among(
        &self,
        kind: &'static str,
        item: &str,
        people: &[String],
        before: &[String],
    ) -> Result<(), Error> {
        let words = people.iter().flat_map(|words| words.split_whitespace());
        let words = words.flat_map(|words| words.split(COMMAS));
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        // `assign fuzzers and tutorial ida`.
        let behind_and = match words[..] {
            [first, word, ..] if is_of(BETWEEN, first) => Some(word),
            _ => None,
        };
        let is_item = |word: &str| {
            !self.sprint.are_people(&[word.to_owned()]) && self.sprint.item_named(word).is_some()
        };
        let behind_and = behind_and.filter(|word| is_item(word));
        // `assign tutorial fuzzers ida`.
        let are_people = self.sprint.read_people(people, &self.by).is_ok();
        let (items, others): (Vec<&str>, Vec<&str>) = words.into_iter().partition(|word| {
            behind_and == Some(*word)
                || self.sprint.listed_items(word).is_some()
                || !are_people && is_item(word)
        });
        let Some(word) = items.first() else {
            return self.refuse_people_among(kind, item, people);
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
                options: self.options.clone(),
            }
            .into());
        }
        let has_item = |option: &&TypedOption| !option.has_word(|word| items.contains(&word));
        let options = self.options.iter().filter(has_item);
        let about = self.sprint.find_items(item, false)?;
        let mut labels: Vec<Label> = about.iter().map(|item| item.label).collect();
        let listed = items.iter().flat_map(|word| self.labels(word));
        labels.extend(listed.collect::<Vec<_>>());
        labels.dedup();
        let mut options: Vec<TypedOption> = options.cloned().collect();
        let mut people = others.join(", ");
        if !before.is_empty() {
            if !people.is_empty() {
                options.push(TypedOption::new("--with", &people));
            }
            people = before.join(" ");
        }
        Err(UsageError::ItemAmongPeople {
            kind,
            items: labels,
            word: (*word).to_owned(),
            people,
            options,
        }
        .into())
    }

    /// Refuses people among the items, or in their place.
    fn refuse_people_among(
        &self,
        kind: &'static str,
        items: &str,
        people: &[String],
    ) -> Result<(), Error> {
        let parts = items.split(COMMAS).map(str::trim);
        let parts = parts.filter(|part| !part.is_empty());
        let is_person = |part: &&str| {
            self.sprint.are_people(&[(*part).to_owned()])
                && self.sprint.find_items(part, false).is_err()
        };
        let (named, items): (Vec<&str>, Vec<&str>) = parts.partition(is_person);
        if named.is_empty() {
            return Ok(());
        }
        let others = people.iter().map(String::as_str);
        let people: Vec<&str> = named.iter().copied().chain(others).collect();
        Err(UsageError::PersonBeforeItem {
            kind,
            typed: named.join(","),
            people: people.join(", "),
            items: match items[..] {
                [] => "ITEM".to_owned(),
                _ => items.join(","),
            },
            options: self.options.clone(),
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

    /// Remarks on a typed text that begins with other items, about which the command could be as well.
    pub fn remark_on_items_in_text(&mut self, actions: &[Action]) {
        let kind = actions.last().map_or("", Action::kind);
        let Some(text) = self.text.as_deref().filter(|_| !self.literal) else {
            return;
        };
        if !["done", "drop", "progress", "reopen"].contains(&kind) {
            return;
        }
        let about: Vec<EntryId> = actions.iter().filter_map(Action::item).collect();
        let possible = |label: &Label| {
            let item = self.sprint.find_any_item(&label.to_string()).ok()?;
            let is_possible = item.is_open() == (kind != "reopen");
            (is_possible && !about.contains(&item.id)).then_some(item)
        };
        let (listed, rest) = self.leading_items(text);
        let mut others: Vec<&Item> = listed.iter().filter_map(possible).collect();
        // `done fuzzers tutorial`, but not `done fuzzers works`.
        let is_status = kind == "progress";
        let is_word = !is_status && !text.contains(' ') && !is_well(text);
        let named = || self.sprint.item_named(text).map(|item| item.label);
        let word = others.is_empty() && is_word;
        let word = word.then(named).flatten().as_ref().and_then(possible);
        others.extend(word);
        let rest = if word.is_some() { "" } else { rest };
        let Some(other) = others.first().filter(|_| !is_counted(rest, is_status)) else {
            return;
        };
        let items = about.iter().filter_map(|item| self.sprint.get(*item));
        let mut items: Vec<Label> = items.map(|item| item.label).collect();
        items.dedup();
        self.remarks.push(Remark::ItemInText {
            word: word.map(|_| text.to_owned()),
            other: (other.label, other.text.to_string()),
            others: others.iter().map(|item| item.label).collect(),
            rest: rest.to_owned(),
            typed: Box::new(self.typed_text(kind, items)),
            entries: Vec::new(),
        });
    }

    /// Returns the items whose numbers a text begins with, and the rest of it.
    fn leading_items<'t>(&self, text: &'t str) -> (Vec<Label>, &'t str) {
        let (mut listed, mut rest) = (Vec::new(), text);
        while let Some((word, behind)) = rest
            .split_once(' ')
            .or((!rest.is_empty()).then_some((rest, "")))
        {
            match self.sprint.listed_items(word) {
                Some(labels) => listed.extend(labels),
                None if is_of(BETWEEN, &word.to_lowercase()) => {}
                None => break,
            }
            rest = behind.trim_start();
        }
        (listed, rest)
    }

    /// Finds the items with whose numbers a text begins or ends that says nothing else but where they stand: `7 merged`, `merged, 8`.
    fn items_and_status(&self, text: &str) -> Option<(Vec<Label>, String)> {
        let (listed, rest) = self.leading_items(text);
        if !listed.is_empty() && is_well(rest) && !is_counted(rest, true) {
            return Some((listed, rest.to_owned()));
        }
        text.match_indices(' ').find_map(|(at, _)| {
            let status = text[..at].trim_end_matches([' ', ',', ';']);
            let listed = self.sprint.listed_items(&text[at..])?;
            is_well(status).then(|| (listed, status.to_owned()))
        })
    }

    /// Returns the word with which a text begins behind `WORD,` that reads like a list of items, and is none: `nine with ida`.
    fn word_of_no_item(&self, text: &str) -> Option<String> {
        let is_led = |(at, word): &(usize, &str)| {
            is_of(BY, word)
                && self
                    .sprint
                    .is_only_names(&text[at + word.len() + 2..], &self.by)
        };
        let led = text.match_indices(' ').filter_map(|(at, _)| {
            let word = text[at + 1..].split(' ').next()?;
            text.get(at + word.len() + 2..).map(|_| (at, word))
        });
        let end = led
            .into_iter()
            .find(is_led)
            .map_or(text.len(), |(at, _)| at);
        let mut words = text[..end].split(COMMAS).map(str::trim);
        let first = words.clone().next()?;
        let is_sentence = text.ends_with(['.', '!', '?']);
        let is_list = words.all(|word| !word.is_empty() && !word.contains(' '));
        (is_list && !is_sentence && !is_well(first)).then(|| first.to_owned())
    }
}

/// Returns whether a text says only where something stands, or how it goes.
fn is_well(text: &str) -> bool {
    is_typed_status(text) || not_done(text).is_some() || is_of(WELL, &text.to_lowercase())
}

/// Returns whether a text says that its item is not finished.
fn is_not_finished(text: &str) -> bool {
    unfinished(text).is_some() || not_done(text).is_some()
}

/// Returns whether words follow that make the number before them one of something: `4 of 5`, in a status also `4 tests fail`,
/// `4 Fehler`.
fn is_counted(rest: &str, is_status: bool) -> bool {
    let word = rest.split(' ').next().unwrap_or_default();
    let is_verb = is_of("has is needs waits was works", word);
    let is_noun = word.ends_with('s') || word.starts_with(char::is_uppercase);
    if is_status && is_noun && !is_verb {
        return true;
    }
    is_of(
        "% mal of out percent prozent times von x",
        &word.to_lowercase(),
    )
}

fn ids(items: &[&Item]) -> Vec<EntryId> {
    items.iter().map(|item| item.id).collect()
}
