//! What a typed word means: an item or a topic.

use super::id::EntryId;
use super::item::Item;
use super::lookup_error::{Choice, LookupError};
use super::sprint::Sprint;
use super::topic::Topic;
use super::typo::{is_like_topic, is_typo};

use crate::text::normalize;

impl Sprint {
    /// Finds the item that `typed` means: a number, an id, or a word that occurs in the text of exactly one open item.
    pub fn find_item(&self, typed: &str) -> Result<&Item, LookupError> {
        let typed = typed.trim();
        let wanted = typed.strip_prefix('#').unwrap_or(typed).to_lowercase();
        if let Some(item) = EntryId::parse(&wanted).and_then(|id| self.get(id)) {
            return Ok(item);
        }
        let suffix = wanted.trim_start_matches(|symbol: char| symbol.is_ascii_digit());
        let is_number =
            suffix.len() < wanted.len() && suffix.chars().all(|symbol| symbol.is_ascii_lowercase());
        if !is_number {
            return self.find_word(typed);
        }
        match self.find_number(typed, &wanted) {
            // `2to3` may be a word.
            Err(LookupError::NoSuchNumber { .. })
                if !suffix.is_empty() && self.find_word(typed).is_ok() =>
            {
                self.find_word(typed)
            }
            found => found,
        }
    }

    /// Finds an item as [`Sprint::find_item`] does, but a word may also mean the only closed item with it.
    pub fn find_any_item(&self, typed: &str) -> Result<&Item, LookupError> {
        match self.find_item(typed) {
            Err(LookupError::NoSuchWord { near, .. })
                if near.len() == 1 && near[0].ending.is_some() =>
            {
                self.find_item(&near[0].label.to_string())
            }
            found => found,
        }
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
        self.items
            .iter()
            .filter(|item| item.label.twin.is_some_and(|twin| twin > 0))
    }

    fn find_number(&self, typed: &str, wanted: &str) -> Result<&Item, LookupError> {
        let no_such = || LookupError::NoSuchNumber {
            typed: typed.to_owned(),
            highest: self.highest_number(),
        };
        if let Some(item) = self
            .items
            .iter()
            .find(|item| item.label.to_string() == wanted)
        {
            return Ok(item);
        }
        let number: u32 = wanted.parse().map_err(|_| no_such())?;
        let choices: Vec<Choice> = self
            .items
            .iter()
            .filter(|item| item.label.number == number)
            .map(choice)
            .collect();
        Err(if choices.is_empty() {
            no_such()
        } else {
            LookupError::SharedNumber { number, choices }
        })
    }

    fn find_word(&self, typed: &str) -> Result<&Item, LookupError> {
        let wanted = normalize(typed);
        let mut found: Vec<&Item> = Vec::new();
        let ways: [fn(&str, &str) -> bool; 3] = [has_word, has_start_of_word, is_part];
        // Two letters are somewhere in half of all words.
        let ways = ways
            .into_iter()
            .take(if wanted.chars().count() > 2 { 3 } else { 2 });
        for way in ways {
            found = self
                .items
                .iter()
                .filter(|item| item.is_open() && way(&normalize(&item.text), &wanted))
                .collect();
            if !found.is_empty() {
                break;
            }
        }
        match found[..] {
            [item] => Ok(item),
            [] => Err(LookupError::NoSuchWord {
                word: typed.to_owned(),
                near: self.near(&wanted),
            }),
            _ => Err(LookupError::SharedWord {
                word: typed.to_owned(),
                choices: found.into_iter().map(choice).collect(),
            }),
        }
    }

    fn near(&self, wanted: &str) -> Vec<Choice> {
        let is_near = |item: &&Item| {
            let text = normalize(&item.text);
            if item.is_open() {
                words(&text).any(|word| is_typo(word, wanted))
            } else {
                is_part(&text, wanted)
            }
        };
        self.items.iter().filter(is_near).map(choice).collect()
    }

    /// Finds the topic that `typed` means: a known one whatever its case and accents, also by its last headings if only
    /// one topic ends in them; otherwise a new one, unless it looks like a typo of a known one. The topics in use and
    /// those `listed` are known.
    pub fn find_topic(&self, typed: &Topic, listed: &[Topic]) -> Result<Topic, LookupError> {
        let known = self.known_topics(listed);
        let wanted = typed.normalized();
        if let Some(topic) = known.iter().find(|topic| topic.normalized() == wanted) {
            return Ok(topic.clone());
        }
        let ending: Vec<&Topic> = known
            .iter()
            .filter(|topic| topic.normalized().ends_with(&wanted))
            .collect();
        match ending[..] {
            [] => {}
            [topic] => return Ok(topic.clone()),
            ref several => {
                let choices = several.iter().map(ToString::to_string).collect();
                return Err(LookupError::SharedTopic {
                    topic: typed.to_string(),
                    choices,
                });
            }
        }
        if let Some(topic) = known.iter().find(|topic| is_like_topic(topic, typed)) {
            return Err(LookupError::LikeTopic {
                topic: typed.to_string(),
                known: topic.to_string(),
            });
        }
        if let Some(known) = known.iter().find_map(|topic| begins_with(typed, topic)) {
            return Err(LookupError::LongerTopic {
                topic: typed.to_string(),
                known,
            });
        }
        // The new heading keeps its parent's spelling.
        let parents = known
            .iter()
            .filter(|topic| wanted.starts_with(&topic.normalized()));
        let parent = parents.max_by_key(|topic| topic.headings().len());
        let above = parent.map(Topic::headings).unwrap_or_default();
        let is_letter = |heading: &String| heading.chars().count() == 1;
        if typed.headings().len() > 1 && typed.headings()[above.len()..].iter().any(is_letter) {
            return Err(LookupError::LetterTopic(typed.to_string()));
        }
        Ok(
            Topic::new([above, &typed.headings()[above.len()..]].concat())
                .unwrap_or_else(|| typed.clone()),
        )
    }

    /// Returns whether a known topic, or its last headings, begin with the words of `typed`.
    pub fn begins_topic(&self, typed: &str, listed: &[Topic]) -> bool {
        let wanted = normalize(typed);
        let begins = |text: &str| {
            let rest = text.strip_prefix(&wanted);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '/']))
        };
        let known = self.known_topics(listed);
        known.iter().any(|topic| {
            let headings = topic.normalized();
            (0..headings.len()).any(|from| begins(&headings[from..].join("/")))
        })
    }

    /// Returns whether nobody has used the topic so far.
    pub fn is_new_topic(&self, topic: &Topic, listed: &[Topic]) -> bool {
        !self.known_topics(listed).contains(topic)
    }
}

/// Returns the words that `typed` begins with, if they are a known topic or its last headings, and other words follow.
fn begins_with(typed: &Topic, known: &Topic) -> Option<String> {
    let (typed, wanted) = (typed.to_string(), normalize(&typed.to_string()));
    let headings = known.normalized();
    let ends = (0..headings.len()).map(|from| headings[from..].join("/"));
    let known = ends.into_iter().find(|end| {
        let rest = wanted.strip_prefix(end.as_str());
        rest.is_some_and(|rest| rest.starts_with(' '))
    })?;
    let count = known.split(' ').count();
    let words: Vec<&str> = typed.split_whitespace().take(count).collect();
    Some(words.join(" "))
}

pub(super) fn choice(item: &Item) -> Choice {
    Choice {
        label: item.label,
        text: item.text.clone(),
        ending: item.ending(),
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

fn has_word(text: &str, wanted: &str) -> bool {
    words(text).any(|word| word == wanted)
}

fn has_start_of_word(text: &str, wanted: &str) -> bool {
    words(text).any(|word| word.starts_with(wanted))
}

fn is_part(text: &str, wanted: &str) -> bool {
    !wanted.is_empty() && text.contains(wanted)
}
