//! Bullets that are no work: they tell something or refer to it.

use super::below::{is_past, is_verb};
use super::headings::is_of;
use super::{Reader, Role, Told};

/// Who tells what happened, and a word behind them with which they say what is still to be done.
const TELLERS: &str = "we i";
const TO_DO: &str = "can cannot could have may might must need ought shall should want will would";

/// What happens on a day without work.
const BREAKS: &str = "break breakday breakfast coffee dinner holiday lunch";

/// Texts that have contents, of which the bullets below them tell.
const TEXTS: &str = "announcement agenda invitation letter mail email";

/// Words behind `see` with which it only refers to something.
const PLACES: &str = "above also below issue issues section";

impl Reader<'_> {
    /// Takes a bullet that stands below no item and is no work.
    pub(super) fn not_work(&mut self, place: usize) -> Option<Role> {
        let nodes = self.nodes;
        let node = &nodes[place];
        if self.document.stamp.is_some() || self.is_marked(place) || node.status.is_some() {
            return None;
        }
        let form = self.form(place);
        let is_alone = node.people.is_empty() && form.people.is_none() && form.status.is_none();
        let is_told = is_for_all(&form.title)
            || is_alone && (tells(&form.title) || is_break(&form.title) && node.minutes.is_empty());
        let title = form.title.clone();
        if !is_told || self.titles.has(&title) {
            return None;
        }
        let above = first(&title) == "related";
        Some(match above.then(|| self.item_above(place)).flatten() {
            Some(row) => self.tell_node(place, Told::Row(row)),
            None => self.prose(node),
        })
    }

    /// Returns the row of the bullet right above one, in the same list.
    fn item_above(&self, place: usize) -> Option<usize> {
        let node = &self.nodes[place];
        let mut above = place.checked_sub(1)?;
        while self.nodes[above].parent != node.parent {
            above = self.nodes[above].parent?;
        }
        match self.roles[above] {
            Role::Row(row) if self.nodes[above].section == node.section => Some(row),
            _ => None,
        }
    }

    /// Returns whether the bullets below one are the contents of a text that is to be written.
    pub(super) fn are_contents(&mut self, parent: usize) -> bool {
        const MOST: usize = 50;
        let nodes = self.nodes;
        let mut title = self.form(parent).title.split_whitespace().take(MOST);
        let is_text = title.any(|word| {
            let word = word.trim_end_matches([':', '.', ',']).to_lowercase();
            is_of(TEXTS, &word)
        });
        if !is_text {
            return false;
        }
        let children = &nodes[parent].children;
        let mut works = 0;
        for child in children.iter().take(MOST) {
            let is_marked = self.is_marked(*child);
            let form = self.form(*child);
            if is_marked || form.people.is_some() || form.status.is_some() {
                return false;
            }
            works += usize::from(is_verb(&first(&form.title)));
        }
        works * 2 < children.len().min(MOST)
    }
}

/// Returns whether a text says how things stand or refers to something else, and not what is to be done.
pub(super) fn tells(text: &str) -> bool {
    let mut words = text.split_whitespace().map(plain);
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let is_end = words.next().is_none();
    match first.as_str() {
        "" => false,
        "related" => text.contains(':') || second == "to",
        "cf" => true,
        "see" => is_of(PLACES, &second) || is_end && is_place(text),
        "not" => is_past(&second),
        first if is_of(TELLERS, first) => !is_of(TO_DO, &second),
        _ => is_end && second.is_empty() && text.contains("://"),
    }
}

/// Returns whether the last word of a text is the name of a file or an address.
fn is_place(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    last.contains("://") || is_file(last) || last.starts_with('#')
}

/// Returns whether a text says what everybody does at some time.
fn is_for_all(text: &str) -> bool {
    let text = text.to_lowercase();
    ["all of us ", "many of us ", "most of us ", "some of us "]
        .iter()
        .any(|words| text.contains(words))
}

/// Returns whether a text only says when nobody works.
fn is_break(text: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().take(3).map(plain).collect();
    match words.as_slice() {
        [word] => is_of(BREAKS, word),
        [word, day] => is_of(BREAKS, word) && matches!(day.as_str(), "break" | "day" | "time"),
        _ => false,
    }
}

/// Returns whether a word is the name of a file: `notes.txt`.
fn is_file(word: &str) -> bool {
    let cut = word.rsplit_once('.');
    cut.is_some_and(|(name, ending)| {
        let is_name = |sign: char| sign.is_alphanumeric() || "_-./*".contains(sign);
        name.len() > 1
            && name.chars().all(is_name)
            && (1..=4).contains(&ending.len())
            && ending.chars().all(|sign| sign.is_ascii_lowercase())
            && !matches!(ending, "com" | "net" | "org")
    })
}

fn first(text: &str) -> String {
    text.split_whitespace()
        .next()
        .map(plain)
        .unwrap_or_default()
}

/// Returns a word without the signs around it.
fn plain(word: &str) -> String {
    let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    word.to_lowercase()
}
