//! Names with which a title begins or ends, of which no sign says that they are those of the people who do it.

use super::handles::{is_about_them, is_between};
use super::in_title::{LONGEST, named_in};
use super::quoted::hidden;
use crate::domain::is_also_a_word;
use crate::planning::names::Names;
use crate::text::{is_of, normalize};

/// Returns the names in a title that may say who is on it, and those with which it begins or ends: `Ida to call the hut`, `mend it ida`,
/// `Ida/Bela mend it`.
pub(super) fn named_around(title: &str, names: &Names<'_>) -> Vec<String> {
    let within = named_in(title, names);
    let (plain, _) = hidden(title);
    let words = words(&plain, names);
    let mut around = named_in_front(&words, names);
    around.extend(named_behind(&words, names));
    let is_there = |name: &String| {
        around
            .iter()
            .any(|other| normalize(other) == normalize(name))
    };
    let (mut found, others) = match within.iter().all(is_there) {
        true => (around, within),
        false => (within, around),
    };
    let folded: Vec<String> = found.iter().map(|name| normalize(name)).collect();
    found.extend(
        others
            .into_iter()
            .filter(|name| !folded.contains(&normalize(name))),
    );
    found.dedup();
    found
}

/// A word of a title, or a sign between words.
struct Word<'t> {
    /// As it stands there.
    raw: &'t str,
    /// Without signs of emphasis and brackets around it.
    bare: &'t str,
}

impl Word<'_> {
    fn is_between(&self) -> bool {
        is_between(self.raw)
    }

    /// Returns whether signs set it apart: `**Ida**`, `{Ida}`, `Ida,`.
    fn is_apart(&self) -> bool {
        self.raw.len() > self.bare.len()
    }
}

/// Cuts a title into words, also those of `Ida/Bela`.
fn words<'t>(title: &'t str, names: &Names<'_>) -> Vec<Word<'t>> {
    const SIGNS: [char; 4] = ['/', '+', '&', ','];
    const AROUND: &str = "*_<>{}[]#?!.,;:/+&";
    let has_open = title.contains('(');
    let closes = |sign: char| AROUND.contains(sign) || sign == ')' && !has_open;
    let word = |raw: &'t str| {
        let bare = raw.trim_start_matches(|sign| AROUND.contains(sign));
        let bare = bare.trim_end_matches(closes);
        Word { raw, bare }
    };
    let mut words = Vec::new();
    for raw in title.split_whitespace() {
        let parts = raw.split_inclusive(SIGNS).map(word);
        let parts: Vec<Word<'_>> = parts.collect();
        let is_list = parts.len() > 1
            && parts
                .iter()
                .all(|part| name_at(&[Word { ..*part }], names).is_some());
        match is_list {
            true => words.extend(parts),
            false => words.push(word(raw)),
        }
    }
    words
}

/// Returns the names with which words begin, before what those are to do.
fn named_in_front(words: &[Word<'_>], names: &Names<'_>) -> Vec<String> {
    // `owner Ida: port it`.
    const LABELS: &str = "assignee by for für lead owner responsible verantwortlich von wer who";
    let mut found = Vec::new();
    let label = words
        .iter()
        .take(1)
        .filter(|word| is_of(LABELS, &word.raw.to_lowercase()));
    let label = label.count();
    let mut rest = &words[label..];
    let mut is_apart = false;
    while let Some((name, count)) = name_at(rest, names) {
        found.push(name);
        is_apart = rest[count - 1].is_apart();
        rest = &rest[count..];
        let between = rest.iter().take_while(|word| word.is_between()).count();
        rest = &rest[between..];
    }
    let says_how_it_is = |next: &Word<'_>| ["are", "were"].contains(&next.raw);
    let next = rest.first().filter(|next| !says_how_it_is(next));
    let does = next.is_some_and(|next| {
        let is_word = next.raw.starts_with(char::is_lowercase);
        let is_sign = !next.raw.contains(char::is_alphanumeric) || next.raw.starts_with(['(', '[']);
        label == 0 && is_word || is_apart || is_sign && rest.len() > 1
    });
    if !does {
        found.clear();
    }
    found
}

/// Returns the names with which words end, unless those are whom they are about: `call Ida`, `write docs for Ida`.
fn named_behind(words: &[Word<'_>], names: &Names<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = words;
    loop {
        let between = rest.iter().rev().take_while(|word| word.is_between());
        let front = match found.is_empty() {
            true => rest,
            false => &rest[..rest.len() - between.count()],
        };
        let counts = (1..=LONGEST.min(front.len())).rev();
        let mut ends = counts.filter_map(|count| {
            let (name, length) = name_at(&front[front.len() - count..], names)?;
            (length == count).then_some((name, count))
        });
        let Some((name, count)) = ends.next() else {
            break;
        };
        found.push(name);
        rest = &front[..front.len() - count];
    }
    found.reverse();
    let Some(before) = rest.last() else {
        return Vec::new();
    };
    let first = words.first().map(|word| normalize(word.bare));
    let is_object = is_about_them(before.raw)
        || before.is_between()
        || is_of(BEFORE_OBJECTS, &normalize(before.bare))
        || before.raw.starts_with(char::is_uppercase) && rest.len() > 1
        || is_of(ABOUT_PEOPLE, &first.unwrap_or_default());
    if is_object
        || !before
            .raw
            .ends_with(|sign: char| sign.is_alphanumeric() || sign == ',')
    {
        found.clear();
    }
    found
}

/// Returns the longest name of somebody known with which words begin, and how many of them it has.
fn name_at(words: &[Word<'_>], names: &Names<'_>) -> Option<(String, usize)> {
    const SHORTEST: usize = 3;
    let mut counts = (1..=LONGEST.min(words.len())).rev();
    counts.find_map(|count| {
        let (last, front) = words[..count].split_last()?;
        let are_whole = front.iter().all(|word| !word.is_apart());
        let bare: Vec<&str> = words[..count].iter().map(|word| word.bare).collect();
        let name = bare.join(" ");
        let is_name = match name.starts_with(char::is_uppercase) {
            true => bare
                .iter()
                .all(|word| word.ends_with(char::is_alphanumeric)),
            false => {
                count == 1
                    && last.bare.chars().count() >= SHORTEST
                    && last.bare.chars().all(char::is_alphabetic)
                    && !is_also_a_word(last.bare)
            }
        };
        (is_name && are_whole && names.knows(&name)).then_some((name, count))
    })
}

/// Words before a name that belongs to the sentence.
const BEFORE_OBJECTS: &str = "as at behind bis durch gegen in into mit nach ohne over since through under until uber unter von zu zum zur";

/// Verbs at the beginning of a title that are about whom it names at its end.
const ABOUT_PEOPLE: &str = "abholen anrufen ask befragen begrusse begrussen besuche besuchen call congratulate contact danke danken email \
                            feed feiern find finde finden frag frage fragen greet help helfe helfen hilf introduce interview invite lade \
                            mail meet ping pick phone remind ruf rufe show tell thank thanks treffe treffen unterstutzen visit wake \
                            warte warten wecke wecken welcome";
