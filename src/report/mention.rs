//! The people whom a text names: as `@nick`, or by a name of theirs.

use std::cell::OnceCell;
use std::ops::Range;

use memchr::memchr_iter;

use super::document::{Block, Inline, for_each_line, is_address_of};
use crate::domain::{KnownPeople, People, PersonId, Who};
use crate::text::{kept_together, normalize, one_line, without_accents};

/// Stands for what is not text: code, an address, a picture.
const OTHER: char = '\u{fffc}';

/// What may be right before a name, except for blanks.
const OPENING: &str = "([{<\"'“‘„«*~,;+&|—–…";

/// What may be right after a name, except for blanks. `Anna.py`, `Anna::x` and `Anna()` are something else.
const CLOSING: &str = ")]}>\"'”’»*~,;!?+&|—–….:";

/// Finds where a text names somebody as `@nick`, at the start of a word and with hyphens for blanks. A mailbox, the handle of somebody
/// who is not known and a package such as `@types/node` are something else.
pub(super) fn mentions(people: &People, text: &str) -> Vec<(Range<usize>, Who)> {
    let found = handles(text, |handle| holder(people, handle).is_some());
    let found = found.into_iter();
    let of_somebody = found.filter_map(|(range, handle)| Some((range, holder(people, handle)?)));
    of_somebody.collect()
}

/// Finds the handles in a text that nobody has.
pub(crate) fn unknown_handles(people: &People, text: &str) -> Vec<String> {
    let kept = kept_together(text);
    let found = handles(text, |_| true).into_iter();
    let found = found.filter(|(range, handle)| {
        let is_kept = kept.iter().any(|kept| kept.contains(&range.start));
        !handle.is_empty() && !is_kept && holder(people, handle).is_none()
    });
    found.map(|(_, handle)| handle.to_owned()).collect()
}

/// Finds what may be handles in a text, with their signs. `counts`: whether one is, so that another may follow its slash.
fn handles(text: &str, counts: impl Fn(&str) -> bool) -> Vec<(Range<usize>, &str)> {
    let mut found: Vec<(Range<usize>, &str)> = Vec::new();
    for start in memchr_iter(b'@', text.as_bytes()) {
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
        let begins = is_paired || begins_word(&text[..start]);
        if !continues && begins && counts(handle) {
            found.push((start..end, handle));
        }
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
    if holders.is_empty() {
        holders = KnownPeople::new(people).find_by_handle(handle);
    }
    match holders[..] {
        [id] => Some(Who::Person(id)),
        _ => None,
    }
}

/// The text outside code and addresses, as names are looked for in it.
pub(super) struct Prose<'p> {
    people: &'p People,
    /// Its lines, and these as [`plain_words`], once a name is looked for.
    lines: Vec<String>,
    plain_lines: OnceCell<Vec<String>>,
    /// Who is named as `@nick`.
    pub mentioned: Vec<Who>,
    /// The full names of all people, once they are needed.
    full_names: OnceCell<Vec<String>>,
}

impl<'p> Prose<'p> {
    /// Takes the text of some blocks, which stay as they are.
    pub fn of(blocks: &mut [Block], people: &'p People) -> Self {
        let mut prose = Prose {
            people,
            lines: Vec::new(),
            plain_lines: OnceCell::new(),
            mentioned: Vec::new(),
            full_names: OnceCell::new(),
        };
        for_each_line(blocks, &mut |line| {
            let line = outside_code(line);
            let mentioned = mentions(people, &line).into_iter().map(|(_, who)| who);
            prose.mentioned.extend(mentioned);
            prose.lines.push(line);
        });
        prose
    }

    /// Returns whether a name is there, in the same case: `Will` is a name, `will` is not. In the longer name of somebody else it is
    /// not theirs.
    pub fn has(&self, name: &str) -> bool {
        if !self.may_have(name) {
            return false;
        }
        let name = plain_words(name);
        let is_longer = |other: &&String| other.len() > name.len() && other.contains(&name);
        let plain = || self.lines.iter().map(|line| plain_words(line)).collect();
        let lines = self.plain_lines.get_or_init(plain);
        lines.iter().any(|line| {
            places(line, &name).any(|place| {
                let longer = self.full_names().iter().filter(is_longer);
                let mut longer = longer.flat_map(|other| places(line, other));
                !longer.any(|other| other.start <= place.start && place.end <= other.end)
            })
        })
    }

    /// Returns whether a name may be there: most texts name nobody.
    fn may_have(&self, name: &str) -> bool {
        let first = name.split_whitespace().next().unwrap_or(name);
        let may_have = |line: &String| !line.is_ascii() || line.contains(first);
        !name.is_ascii() || self.lines.iter().any(may_have)
    }

    fn full_names(&self) -> &[String] {
        let names = self.people.iter().map(|(_, person)| &person.name);
        let plain = || names.map(|name| plain_words(name)).collect();
        self.full_names.get_or_init(plain)
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
    one_line(&without_accents(text))
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
