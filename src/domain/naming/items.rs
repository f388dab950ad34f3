//! The item that a typed word means.

use crate::domain::entry::{Action, Entry, Undo};
use crate::domain::id::{EntryId, Label};
use crate::domain::item::Item;
use crate::domain::lookup_error::{Choice, LookupError};
use crate::domain::sprint::Sprint;
use crate::domain::typo::is_typo;
use crate::text::{is_of, normalize};

/// What a text behind `ITEM,` is.
pub enum Further<'s, 't> {
    /// It does not begin with an item.
    Nothing,
    /// Nothing but items.
    Items(Vec<&'s Item>),
    /// Items and other words, which may be a text about all of them, or all be one text.
    ItemsAndText { items: Vec<&'s Item>, rest: &'t str },
}

/// What separates items from each other, or from what is said of them.
const COMMAS: [char; 2] = [',', ';'];

impl Sprint {
    /// Finds the item that `typed` means: a number, an id, or a word that occurs in the text of exactly one open item.
    pub fn find_item(&self, typed: &str) -> Result<&Item, LookupError> {
        let found = self.look_up(typed);
        found.map_err(|error| match error {
            LookupError::NoSuchWord { word, .. } => {
                let wanted = wanted_word(&word);
                let near = Some(self.near(&wanted)).filter(|near| !near.is_empty());
                let near = near.unwrap_or_else(|| self.closed_like(&wanted));
                LookupError::NoSuchWord { near, word }
            }
            error => error,
        })
    }

    /// Finds the same, without looking for what may have been meant instead.
    pub fn item_named(&self, typed: &str) -> Option<&Item> {
        self.look_up(typed).ok()
    }

    /// Finds the same; what is near to a word that no item has is still to be found.
    fn look_up(&self, typed: &str) -> Result<&Item, LookupError> {
        let typed = typed.trim().trim_end_matches(COMMAS).trim_end();
        let wanted = typed.strip_prefix('#').unwrap_or(typed).to_lowercase();
        if let Some(item) = EntryId::parse(&wanted).and_then(|id| self.get(id)) {
            return Ok(item);
        }
        if let Some(items) = self.listed_items(typed).filter(|items| items.len() > 1) {
            let typed = typed.to_owned();
            return Err(LookupError::SeveralItems { typed, items });
        }
        let Some(number) = number(typed) else {
            return match self.find_word(typed) {
                Err(LookupError::NoSuchWord { .. }) if typed.contains(COMMAS) => {
                    Err(self.several(typed)?)
                }
                found => found,
            };
        };
        match self.find_number(typed, &number) {
            // `2to3` may be a word.
            Err(LookupError::NoSuchNumber { .. })
                if number.ends_with(char::is_alphabetic) && self.find_word(typed).is_ok() =>
            {
                self.find_word(typed)
            }
            Err(error @ LookupError::NoSuchNumber { .. }) => {
                Err(self.taken_back(typed, &number).unwrap_or(error))
            }
            found => found,
        }
    }

    /// Says which items words with commas between them mean.
    fn several(&self, typed: &str) -> Result<LookupError, LookupError> {
        let mut items = Vec::new();
        for part in typed.split(COMMAS).filter(|part| !part.trim().is_empty()) {
            let label = self.look_up(part)?.label;
            if !items.contains(&label) {
                items.push(label);
            }
        }
        let typed = typed.to_owned();
        Ok(LookupError::SeveralItems { typed, items })
    }

    /// Finds the items that `typed` means, which may have commas between them; none twice. A word means an open one, or
    /// as in [`Sprint::find_any_item`].
    pub fn find_items(&self, typed: &str, or_closed: bool) -> Result<Vec<&Item>, LookupError> {
        let mut items: Vec<&Item> = Vec::new();
        let typed = typed.trim_end_matches([',', ';', ' ']);
        for part in typed.split(COMMAS) {
            let item = match or_closed {
                true => self.find_any_item(part)?,
                false => self.find_item(part)?,
            };
            if !items.iter().any(|other| other.id == item.id) {
                items.push(item);
            }
        }
        Ok(items)
    }

    /// Finds an item as [`Sprint::find_item`] does, but a word may also mean the only closed item with it.
    pub fn find_any_item(&self, typed: &str) -> Result<&Item, LookupError> {
        match self.find_item(typed) {
            Err(LookupError::NoSuchWord { near, .. })
                if near.len() == 1
                    && near[0].ending.is_some()
                    && has_word(&normalize(&near[0].text), &wanted_word(typed)) =>
            {
                self.find_item(&near[0].label.to_string())
            }
            found => found,
        }
    }

    /// Reads what stands behind `ITEM,`: more items are numbers, or each a word or words of exactly one item.
    ///
    /// # Errors
    ///
    /// If one word is all of it, and like a word of some items, or one of several of them.
    pub fn further_items<'t>(
        &self,
        text: &'t str,
        or_closed: bool,
    ) -> Result<Further<'_, 't>, LookupError> {
        let find = |typed: &str| match or_closed {
            true => self.find_any_item(typed),
            false => self.find_item(typed),
        };
        let text = text.trim();
        let bare = text.trim_end_matches('.');
        let mut items = Vec::new();
        let mut rest = bare;
        while !rest.is_empty() {
            let (part, behind) = first_part(rest);
            let Ok(item) = find(part) else { break };
            items.push(item);
            rest = behind;
        }
        if rest.is_empty() && !items.is_empty() {
            return Ok(Further::Items(items));
        }
        if let Some((word, behind)) = rest.split_once(' ')
            && let Ok(item) = find(word.trim_end_matches(':'))
        {
            items.push(item);
            rest = behind;
        } else if items.is_empty() && !rest.contains(' ') {
            let is_doubtful = |error: &LookupError| match error {
                LookupError::NoSuchWord { near, .. } => !near.is_empty(),
                LookupError::SharedWord { .. } => true,
                _ => false,
            };
            return match find(rest) {
                Err(error) if is_doubtful(&error) => Err(error),
                _ => Ok(Further::Nothing),
            };
        }
        let rest = text[bare.len() - rest.len()..].trim_start();
        Ok(match items.is_empty() {
            true => Further::Nothing,
            false => Further::ItemsAndText { items, rest },
        })
    }

    /// Finds an item that shares its number with another.
    pub fn find_twin(&self, typed: &str) -> Result<&Item, LookupError> {
        let item = self.find_any_item(typed)?;
        match item.label.twin {
            Some(_) => Ok(item),
            None => Err(LookupError::OwnNumber(item.label)),
        }
    }

    /// Returns the items whose number was taken when they came, oldest first.
    pub fn renumberable(&self) -> impl Iterator<Item = &Item> {
        self.items()
            .iter()
            .filter(|item| item.label.twin.is_some_and(|twin| twin > 0))
    }

    /// Returns the items that a text lists and nothing else, such as `9`, `9 and 10` or `8-10`; `None` for any other text.
    pub fn listed_items(&self, text: &str) -> Option<Vec<Label>> {
        let text = text.replace(COMMAS, " ");
        let mut listed: Vec<Label> = Vec::new();
        let mut is_range = false;
        for word in text.split_whitespace() {
            for (place, part) in word.split(DASHES).enumerate() {
                is_range |= place > 0 || is_of("bis to", part);
                if part.is_empty() || is_of("bis to and und & + /", part) {
                    continue;
                }
                let last = self.labelled(part)?;
                if let Some(first) = listed.last().filter(|_| is_range).copied() {
                    let between = self.items().iter().map(|item| item.label);
                    listed.extend(between.filter(|label| first < *label && *label < last));
                }
                listed.push(last);
                is_range = false;
            }
        }
        (!listed.is_empty()).then_some(listed)
    }

    /// Returns the label of the item whose number is typed.
    fn labelled(&self, typed: &str) -> Option<Label> {
        let number = number(typed.trim_end_matches(['.', ';']))?;
        self.find_number(typed, &number).ok().map(|item| item.label)
    }

    fn find_number(&self, typed: &str, number: &str) -> Result<&Item, LookupError> {
        let no_such = || LookupError::NoSuchNumber {
            typed: typed.to_owned(),
            highest: self.highest_number(),
        };
        let digits = number.trim_end_matches(char::is_alphabetic);
        let digits: u32 = digits.parse().map_err(|_| no_such())?;
        let items: Vec<&Item> = self.items.with_number(digits).collect();
        if let Some(item) = items.iter().find(|item| item.label.to_string() == number) {
            return Ok(item);
        }
        if items.is_empty() || number.ends_with(char::is_alphabetic) {
            return Err(no_such());
        }
        Err(LookupError::SharedNumber {
            number: digits,
            choices: items.into_iter().map(choice).collect(),
        })
    }

    /// Says of the number of an item that was taken back, and that no other has, what it was.
    fn taken_back(&self, typed: &str, number: &str) -> Option<LookupError> {
        let number: u32 = number.parse().ok()?;
        let is_it = |entry: &&Entry| entry.id.number() == Some(number) && self.is_undone(entry.id);
        let made = self.entries.iter().rev().find(is_it)?;
        let takes_it = |undo: &Undo| {
            let others = self.entry(undo.entry).and_then(|entry| entry.batch);
            undo.entry == made.id || !undo.only && others.is_some() && others == made.batch
        };
        let by = self.entries.iter().rev().find(|entry| match &entry.action {
            Action::Undo(undo) => !self.is_undone(entry.id) && takes_it(undo),
            _ => false,
        });
        Some(LookupError::TakenBack {
            typed: typed.to_owned(),
            text: made.action.fields().text?.to_owned(),
            by: by.map(|entry| entry.id),
        })
    }

    fn find_word(&self, typed: &str) -> Result<&Item, LookupError> {
        let wanted = wanted_word(typed);
        if wanted.is_empty() {
            return Err(LookupError::NoItem);
        }
        let items = self.items.with_words(&wanted).unwrap_or_default();
        let items = items.into_iter();
        let open = items.filter(|item| item.is_open());
        let found: Vec<&Item> = open
            .filter(|item| has_word(&normalize(&item.text), &wanted))
            .collect();
        let word = typed.to_owned();
        let choices = || found.iter().map(|item| choice(item)).collect();
        match found[..] {
            // `the tests run`: only a sentence about an item. `C callbacks`: the name of something, of which the rest would become text.
            _ if is_little(&wanted) || wanted.len() == 1 && !found.is_empty() => {
                Err(LookupError::TooLittle {
                    word,
                    choices: choices(),
                })
            }
            [] => Err(LookupError::NoSuchWord {
                word,
                near: Vec::new(),
            }),
            [item] => Ok(item),
            _ => Err(LookupError::SharedWord {
                word,
                choices: choices(),
            }),
        }
    }

    /// Returns the open items with a similar or longer word, and the closed ones with the word.
    fn near(&self, wanted: &str) -> Vec<Choice> {
        let is_near = |item: &&Item| {
            let text = normalize(&item.text);
            let is_like = |word: &str| {
                is_typo(word, wanted) || wanted.chars().count() > 2 && word.contains(wanted)
            };
            match item.is_open() {
                true => text
                    .split(|letter: char| !letter.is_alphanumeric())
                    .any(is_like),
                false => has_word(&text, wanted),
            }
        };
        self.items().iter().filter(is_near).map(choice).collect()
    }

    /// Returns the closed items with a word that looks like a typo of what is wanted.
    fn closed_like(&self, wanted: &str) -> Vec<Choice> {
        let is_like = |item: &&Item| {
            let text = normalize(&item.text);
            let mut words = text.split(|letter: char| !letter.is_alphanumeric());
            !item.is_open() && words.any(|word| is_typo(word, wanted))
        };
        self.items().iter().filter(is_like).map(choice).collect()
    }
}

pub(in crate::domain) fn choice(item: &Item) -> Choice {
    Choice {
        label: item.label,
        text: item.text.to_string(),
        ending: item.ending(),
    }
}

/// Words that many texts have, and that name nothing.
const LITTLE: &str = "a all also an and any are as at be been but by can could did do does for from had has have he her his how if in \
                      into is it its just may me my no not now of off on or our out over she should so some still than that the \
                      their them then there these they this those to too up us was we were what when where which who will with \
                      would yes you your";

/// The same in German, without accents.
const LITTLE_IN_GERMAN: &str = "aber alle alles als am auch auf aus bei beim bis da dann das dass dem den denn der des die dies diese \
                                diesen dieser dieses doch du durch ein eine einem einen einer eines er es euer fur gegen haben hat hatte \
                                hier ich ihm ihr ihre im ins ist ja jede jeder jedes jetzt kann kein keine konnen machen man mein meine \
                                mich mir mit muss mussen nach nein nicht nichts noch nun nur ob oder ohne schon sehr sein seine sich sie \
                                sind so soll sollen und uns unser unsere unter vom von vor war waren was weil wenn wer werden wie wieder \
                                wir wird wo wurde zu zum zur uber";

pub(super) fn is_little(word: &str) -> bool {
    is_of(LITTLE, word) || is_of(LITTLE_IN_GERMAN, word)
}

const DASHES: [char; 3] = ['-', '–', '—'];

/// Returns the number that is typed, with its letter if it has one: `12`, `12b`, `#12`, `012`, `12:` and `12.` are numbers.
fn number(typed: &str) -> Option<String> {
    let typed = typed.strip_prefix('#').unwrap_or(typed);
    let typed = typed.strip_suffix([':', '.']).unwrap_or(typed);
    let typed = typed.to_lowercase();
    let letters = typed.trim_start_matches(|symbol: char| symbol.is_ascii_digit());
    let is_number =
        letters.len() < typed.len() && letters.chars().all(|letter| letter.is_ascii_lowercase());
    let (digits, _) = typed.split_at(typed.len() - letters.len());
    let digits = digits.trim_start_matches('0');
    is_number.then(|| format!("{}{letters}", if digits.is_empty() { "0" } else { digits }))
}

/// Returns the form in which a typed word is looked for in the texts of items.
pub(super) fn wanted_word(typed: &str) -> String {
    normalize(typed.trim_end_matches(':'))
}

/// Cuts a list at the first sign or word between two parts.
fn first_part(list: &str) -> (&str, &str) {
    const BETWEEN: [&str; 8] = [", and ", "; ", ", ", " and ", " und ", " & ", " + ", " / "];
    let cuts = BETWEEN.iter().filter_map(|between| {
        let at = list.find(between)?;
        Some((at, between.len()))
    });
    let commas = list.find(COMMAS).map(|at| (at, 1));
    let first = cuts
        .chain(commas)
        .min_by_key(|(at, length)| (*at, usize::MAX - length));
    first.map_or((list, ""), |(at, length)| {
        (&list[..at], list[at + length..].trim_start())
    })
}

/// Returns whether words occur in a text as whole words. They may have signs between them, `2.7.5`, `less-stringly-ops`, and some names
/// around them: `.NET`, `C++`, `C#`.
pub(super) fn has_word(text: &str, wanted: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let name = wanted.strip_prefix('.').unwrap_or(wanted);
    let name = name.trim_end_matches(['+', '#']);
    let are_words = is_letter(name.chars().next()) && is_letter(name.chars().last());
    are_words
        && text.match_indices(wanted).any(|(start, _)| {
            let (before, after) = (&text[..start], &text[start + wanted.len()..]);
            !is_letter(before.chars().last()) && !is_letter(after.chars().next())
        })
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use thin_vec::ThinVec;

    use super::*;
    use crate::domain::{Done, Plan};

    /// Returns the items of a sprint, numbered from 1; the last one is done.
    fn sprint(texts: &[&str]) -> Sprint {
        let at = |second: usize| {
            let time = format!("2017-02-27T09:00:{second:02}+01:00");
            DateTime::parse_from_rfc3339(&time).expect("a time")
        };
        let plan = |(place, text): (usize, &&str)| {
            let action = Action::Plan(Plan {
                text: (*text).into(),
                ..Plan::default()
            });
            let id = EntryId::new(Some(place as u32 + 1), place as u64);
            Entry::new(id, at(place), "armin".into(), action)
        };
        let mut entries: Vec<Entry> = texts.iter().enumerate().map(plan).collect();
        let done = Action::Done(Done {
            item: entries.last().expect("an item").id,
            text: None,
            people: ThinVec::new(),
            with: ThinVec::new(),
        });
        entries.push(Entry::new(
            EntryId::new(None, 99),
            at(50),
            "armin".into(),
            done,
        ));
        Sprint::from_entries(entries)
    }

    fn open() -> Sprint {
        sprint(&[
            "fix the memoryview leak",
            "fix stackless in conjunction with C callbacks",
            "Python 2.7.5 branch",
            "port 2to3 to numpy 5",
            "merge less-stringly-ops",
            "wrap it for C++ and .NET",
            "tidy up",
        ])
    }

    #[test]
    fn an_item_is_a_number_or_a_whole_word_of_one_open_item() {
        let open = open();
        for (typed, found) in [
            ("1", Some(1)),
            ("#1", Some(1)),
            ("#01", Some(1)),
            ("001", Some(1)),
            ("1:", Some(1)),
            ("6", Some(6)),
            ("c++", Some(6)),
            (".NET", Some(6)),
            ("LEAK", Some(1)),
            ("leak:", Some(1)),
            ("memoryview leak", Some(1)),
            ("callbacks", Some(2)),
            ("2.7.5", Some(3)),
            ("2to3", Some(4)),
            ("less-stringly-ops", Some(5)),
            ("stringly", Some(5)),
            // A number, not a word.
            ("5", Some(5)),
            ("8", None),
            ("0", None),
            // A part of a word, in two items, in a closed one, too short, or no word.
            ("memory", None),
            ("fix", None),
            ("tidy", None),
            ("C", None),
            ("C#", None),
            ("für", None),
            ("", None),
            (" ", None),
            ("-", None),
            ("-5", None),
            ("1,2", None),
            ("1-2", None),
        ] {
            let item = open.find_item(typed).ok();
            assert_eq!(item.map(|item| item.label.number), found, "{typed}");
        }
    }

    #[test]
    fn several_items_have_commas_between_them() {
        let open = open();
        let found = |typed: &str| -> Option<Vec<u32>> {
            let items = open.find_items(typed, false).ok()?;
            Some(items.iter().map(|item| item.label.number).collect())
        };
        assert_eq!(found("1,2"), Some(vec![1, 2]));
        assert_eq!(found("1, #02,leak"), Some(vec![1, 2]));
        assert_eq!(found("1,"), Some(vec![1]));
        assert_eq!(found("1,,2"), None);
        assert_eq!(found(",1"), None);
        assert_eq!(found("1,9"), None);
        assert_eq!(found("1-3"), None);
    }

    #[test]
    fn a_text_may_be_nothing_but_items() {
        let open = open();
        for (text, listed) in [
            ("2", Some("2")),
            ("2.", Some("2")),
            ("#2 and 3", Some("2 3")),
            ("and 2", Some("2")),
            ("2-4", Some("2 3 4")),
            ("2 to 4", Some("2 3 4")),
            ("2, 3 & 4", Some("2 3 4")),
            ("- 2", Some("2")),
            ("to 4", Some("4")),
            ("9", None),
            ("2 tests left", None),
            ("and", None),
            ("-", None),
            ("", None),
            ("5-6x", None),
        ] {
            let labels = open.listed_items(text);
            let labels = labels.map(|labels| {
                labels
                    .iter()
                    .map(Label::to_string)
                    .collect::<Vec<_>>()
                    .join(" ")
            });
            assert_eq!(labels.as_deref(), listed, "{text}");
        }
    }
}
