//! The people whom a text names: as `@nick`, or by a name of theirs.

use std::ops::Range;

use super::document::{Block, Inline, for_each_line, is_address_of};
use crate::domain::{People, PersonId, Who};
use crate::text::{normalize, without_accents};

/// Stands for what is no text: code, an address, a picture.
const OTHER: char = '\u{fffc}';

/// What may be right before a name, except for blanks.
const OPENING: &str = "([{<\"'“‘„«*~,;+&|—–…";

/// What may be right after a name, except for blanks. `Anna.py`, `Anna::x` and `Anna()` are something else.
const CLOSING: &str = ")]}>\"'”’»*~,;!?+&|—–….:";

/// Finds where a text names somebody as `@nick`, at the start of a word and with hyphens for blanks. A mailbox, the handle of somebody
/// who is not known and a package such as `@types/node` are something else.
pub(super) fn mentions(people: &People, text: &str) -> Vec<(Range<usize>, Who)> {
    let mut found: Vec<(Range<usize>, Who)> = Vec::new();
    for (start, _) in text.match_indices('@') {
        let rest = &text[start + 1..];
        let is_handle = |letter: char| letter.is_alphanumeric() || "-_.".contains(letter);
        let length = rest.find(|letter| !is_handle(letter));
        let handle = &rest[..length.unwrap_or(rest.len())];
        let handle = handle.trim_end_matches(['-', '_', '.']);
        let end = start + 1 + handle.len();
        let before = text[..start].chars().next_back();
        let mut after = text[end..].chars();
        // In `@anto/@bea` both are people, in `x.org/@anto` nobody is.
        let is_paired = before == Some('/')
            && found
                .last()
                .is_some_and(|(range, _)| range.end + 1 == start);
        let continues = match after.next() {
            Some('@') => true,
            Some('/') => after
                .next()
                .is_some_and(|letter| letter != '@' && !letter.is_whitespace()),
            _ => false,
        };
        if continues || !(is_paired || begins_word(&text[..start])) {
            continue;
        }
        found.extend(holder(people, handle).map(|who| (start..end, who)));
    }
    found
}

/// Finds the one who goes by a handle. Where a name has a blank, it has a hyphen.
fn holder(people: &People, handle: &str) -> Option<Who> {
    if let Some(known) = people.stored(handle) {
        return Some(known.who);
    }
    let spoken = |name: &str| normalize(&name.replace('-', " "));
    let wanted = spoken(handle);
    let names = people.all_names();
    let mut holders: Vec<PersonId> = names
        .filter(|(_, name)| spoken(name) == wanted)
        .map(|(id, _)| id)
        .collect();
    holders.dedup();
    match holders[..] {
        [id] => Some(Who::Person(id)),
        _ => None,
    }
}

/// The text outside code and addresses, in lines.
pub(super) struct Prose(Vec<String>);

impl Prose {
    pub fn of(blocks: &[Block]) -> Self {
        let mut prose = Vec::new();
        let mut blocks = blocks.to_vec();
        for_each_line(&mut blocks, &mut |line| prose.push(outside_code(line)));
        Prose(prose)
    }

    /// Returns whether somebody is named as `@nick`.
    pub fn mentions(&self, people: &People, wanted: Who) -> bool {
        let mut mentioned = self.0.iter().flat_map(|line| mentions(people, line));
        mentioned.any(|(_, who)| who == wanted)
    }

    /// Returns whether a name is there, in the same case: `Will` is a name, `will` is not. In the longer name of somebody else it is
    /// not theirs.
    pub fn has(&self, people: &People, name: &str) -> bool {
        let name = plain_words(name);
        let is_longer = |other: &String| other.len() > name.len() && other.contains(&name);
        self.0.iter().any(|line| {
            let line = plain_words(line);
            let mut places = places(&line, &name).peekable();
            if places.peek().is_none() {
                return false;
            }
            let names = people.iter().map(|(_, person)| plain_words(&person.name));
            let longer: Vec<String> = names.filter(is_longer).collect();
            places.any(|place| {
                let mut longer = longer.iter().flat_map(|other| self::places(&line, other));
                !longer.any(|other| other.start <= place.start && place.end <= other.end)
            })
        })
    }
}

/// Finds where a name is in a line.
fn places<'l>(line: &'l str, name: &'l str) -> impl Iterator<Item = Range<usize>> + 'l {
    let found = line.match_indices(name).filter(|_| !name.is_empty());
    let places = found.map(|(start, name)| start..start + name.len());
    places.filter(|place| {
        let mut after = line[place.end..].chars();
        let ends = match after.next() {
            // `Anna.py` and `Anna::x` are not names.
            Some('.' | ':') => after
                .next()
                .is_none_or(|letter| may_be_around(letter, CLOSING)),
            letter => letter.is_none_or(|letter| may_be_around(letter, CLOSING)),
        };
        ends && begins_word(&line[..place.start])
    })
}

/// Returns whether a name or a number may begin after a text.
pub(super) fn begins_word(before: &str) -> bool {
    let before = before.chars().next_back();
    before.is_none_or(|letter| may_be_around(letter, OPENING))
}

fn may_be_around(letter: char, signs: &str) -> bool {
    letter.is_whitespace() || signs.contains(letter)
}

/// Gives a text without accents, with one blank between words.
fn plain_words(text: &str) -> String {
    let text = without_accents(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Gives the text of a line with one sign for each piece of code, address or picture.
fn outside_code(inlines: &[Inline]) -> String {
    let text = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Link { to, text } if is_address_of(to, text) => OTHER.to_string(),
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => {
            outside_code(inner)
        }
        Inline::Code(_) | Inline::Image { .. } | Inline::OmittedImage { .. } => OTHER.to_string(),
        Inline::Break => " ".to_owned(),
    };
    inlines.iter().map(text).collect()
}
