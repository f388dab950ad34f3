//! A word and a colon in front of a title that say what the heading of the same word says of its list: `to discuss: which license`,
//! `later: port it`, `todo: fix it`.

use super::headings::{Meaning, is_todo, meaning};
use super::verbs::{is_work, tells};
use crate::domain::ItemKind;
use crate::planning::status::without_emphasis;
use crate::planning::time::is_time;
use crate::text::{is_of, normalize, typed_day as day};

/// What stands in front of a title.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    /// The words in front of the colon.
    pub words: String,
    pub says: Labelled,
    /// Whether it says so of a line without a bullet, too: something is asked, or it is what a discussion is called.
    pub is_asked: bool,
}

/// What it says of the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Labelled {
    Kind(ItemKind),
    /// That it is for later, as a status does.
    Later,
}

/// How many words a label has at most.
const MOST: usize = 3;

/// Splits a label from the title behind it.
pub(super) fn label(text: &str) -> Option<(Label, &str)> {
    let (front, title) = text.split_once(':')?;
    // `**Discussion:** which license`.
    let is_open = ["**", "__", "*", "_"]
        .into_iter()
        .find(|sign| front.starts_with(sign) && title.starts_with(sign));
    let (front, title) = match is_open {
        Some(sign) => (&front[sign.len()..], &title[sign.len()..]),
        None => (without_emphasis(front), title),
    };
    let is_cut = title.starts_with(' ') && front.split_whitespace().count() <= MOST;
    let title = title.trim_start();
    if !is_cut
        || !title.starts_with(|sign: char| sign.is_alphanumeric() || "\"'`“„«¿*_".contains(sign))
        || is_time(title)
    {
        return None;
    }
    let says = says(front.trim(), title)?;
    let label = Label {
        words: front.trim().to_owned(),
        says,
        is_asked: !is_kind_of_talk(front)
            && (asks_for(front) || asks(title) || is_discussion(front) && !tells(title)),
    };
    Some((label, title))
}

fn says(front: &str, title: &str) -> Option<Labelled> {
    const LATER: [&str; 4] = ["for later", "fur spater", "later", "spater"];
    if LATER.contains(&normalize(front).as_str()) {
        return Some(Labelled::Later);
    }
    if is_todo(front) {
        return Some(Labelled::Kind(ItemKind::Task));
    }
    // `Discussion: at five in the kitchen`, `Demo: book the room`.
    let has_subject = || {
        let first = title.split(' ').next().unwrap_or_default();
        !is_of(BEFORE_PLACE, &normalize(first)) && day(first).is_none()
    };
    if is_kind_of_talk(front) {
        return (has_subject() && !is_work(title)).then_some(Labelled::Kind(ItemKind::Talk));
    }
    let is_discussion = meaning(front) == Meaning::Kind(ItemKind::Discussion);
    let is_asked = || is_discussion && (asks_for(front) || asks(title));
    let is_named = || self::is_discussion(front) && has_subject();
    (is_asked() || is_named()).then_some(Labelled::Kind(ItemKind::Discussion))
}

/// What a discussion is called.
const DISCUSSIONS: &str =
    "besprechung discussion discussions diskussion diskussionen diskussionspunkt";

/// What a talk is called, and of what kinds there are.
const TALKS: &str = "demo keynote presentation talk tutorial vortrag";
const KINDS_OF_TALKS: &str = "invited keynote lightning short";

/// Words before where or when something is.
const BEFORE_PLACE: &str = "ab after am at auf before bei bis by for from heute im in morgen nach on today tomorrow um until vor";

fn is_discussion(front: &str) -> bool {
    is_of(DISCUSSIONS, &normalize(front))
}

fn is_kind_of_talk(front: &str) -> bool {
    let words = normalize(front);
    match words.split_once(' ') {
        Some((kind, talk)) => is_of(KINDS_OF_TALKS, kind) && is_of(TALKS, talk),
        None => is_of(TALKS, &words),
    }
}

/// Returns whether words in front of a title say that it is to be discussed, and are not only what a list of such titles is called.
fn asks_for(front: &str) -> bool {
    const VERBS: &str = "besprechen clarify decide discuss entscheiden klaren";
    normalize(front)
        .split_whitespace()
        .any(|word| is_of(VERBS, word))
}

/// Returns whether a title is a question.
pub(super) fn asks(title: &str) -> bool {
    const ASKING: &str = "can do does how is ob should shall soll sollen sollten wann warum was welche welchem welchen welcher welches wer \
                          what when where whether which who why wie wo";
    let title = normalize(title);
    title.contains('?') || is_of(ASKING, title.split(' ').next().unwrap_or_default())
}
