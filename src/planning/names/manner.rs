//! How somebody is named: in doubt, as a helper, or not any more.

use crate::planning::document::Person;
use crate::text::{is_of, normalize};

/// How somebody is named.
#[derive(Clone, Copy, Default)]
pub struct Manner {
    pub doubtful: bool,
    pub helps: bool,
    pub is_struck: bool,
}

impl Manner {
    pub fn person(self, typed: String) -> Person {
        let Manner {
            doubtful,
            helps,
            is_struck,
        } = self;
        Person {
            typed,
            doubtful,
            helps,
            is_struck,
        }
    }
}

/// Returns whether words behind the name of somebody in a list of who is there say that this is not certain: `maybe`, `tbc`.
pub(super) fn says_unsure(words: &str) -> bool {
    const UNSURE: &str = "eventuell evtl fraglich hoffentlich hopefully maybe perhaps possibly probably tba tbc tbd tentative tentatively \
                          uncertain unclear unconfirmed unklar unsicher unsure vielleicht vllt wahrscheinlich";
    const NOT: &str = "nicht noch not";
    const CERTAIN: &str = "bestatigt certain clear confirmed fest klar offen sicher sure";
    let words = words.split(|sign: char| !sign.is_alphanumeric());
    let words: Vec<String> = words
        .map(normalize)
        .filter(|word| !word.is_empty())
        .collect();
    words.iter().any(|word| is_of(UNSURE, word))
        || words.iter().any(|word| is_of(NOT, word))
            && words.iter().any(|word| is_of(CERTAIN, word))
}

/// Words before or behind a name of somebody who may not be on it.
const DOUBT: [&[&str]; 19] = [
    &["maybe"],
    &["perhaps"],
    &["possibly"],
    &["probably"],
    &["?"],
    &["evtl."],
    &["evtl"],
    &["eventuell"],
    &["vielleicht"],
    &["vllt."],
    &["vllt"],
    &["wahrscheinlich"],
    &["peut-être"],
    &["peut-etre"],
    &["forse"],
    &["quizás"],
    &["tal", "vez"],
    &["talvez"],
    &["misschien"],
];

/// Words before a name of somebody who helps.
const HELP_BEFORE: [&[&str]; 17] = [
    &["with", "some", "help", "from"],
    &["with", "some", "help", "by"],
    &["with", "some", "help", "of"],
    &["with", "help", "from"],
    &["with", "help", "by"],
    &["with", "help", "of"],
    &["with", "the", "help", "of"],
    &["some", "help", "from"],
    &["help", "from"],
    &["help", "by"],
    &["help", "of"],
    &["helped", "by"],
    &["half", "of"],
    &["a", "bit", "of"],
    &["bit", "of"],
    &["parts", "of"],
    &["with"],
];

/// Words before a name that say how much somebody does.
const BEFORE: [&[&str]; 2] = [&["mostly"], &["a", "bit"]];

/// Words behind a name of somebody who helps.
const HELP_AFTER: [&[&str]; 7] = [
    &["around"],
    &["nearby"],
    &["remotely"],
    &["remote"],
    &["to", "review"],
    &["to", "help"],
    &["helping"],
];

/// Words behind a name that say when or how much somebody does.
const AFTER: [&[&str]; 6] = [
    &["later"],
    &["quickly"],
    &["all", "day"],
    &["part", "time"],
    &["for", "a", "bit"],
    &["a", "bit"],
];

/// Words before a name that say nothing.
const NOTHING_BEFORE: [&[&str]; 1] = [&["also"]];

/// Words behind a name that say nothing.
const NOTHING_AFTER: [&[&str]; 5] = [&["only"], &["too"], &["etc"], &["etc."], &["et", "al."]];

/// Returns whether words begin with those that say that somebody gives help.
pub fn helps_before(words: &str) -> bool {
    HELP_BEFORE.iter().any(|help| {
        let mut words = words.split_whitespace();
        let begins = help.iter().all(|word| {
            words
                .next()
                .is_some_and(|other| other.eq_ignore_ascii_case(word))
        });
        begins && help.contains(&"help")
    })
}

/// Returns whether words end with those that say that somebody helps.
pub fn helps_behind(words: &str) -> bool {
    HELP_AFTER.iter().any(|help| {
        let mut words = words.split_whitespace().rev();
        let mut help = help.iter().rev();
        help.all(|word| {
            words
                .next()
                .is_some_and(|other| other.eq_ignore_ascii_case(word))
        })
    })
}

/// Removes the words that say how somebody is named. `others`: takes those that say something else.
pub fn without_manner<'w, 't>(
    words: &'w [&'t str],
    manner: &mut Manner,
    others: &mut Vec<String>,
) -> &'w [&'t str] {
    let mut rest = words;
    let is = |words: &[&str], other: &[&str]| {
        let mut pairs = words.iter().zip(other);
        words.len() == other.len() && pairs.all(|(word, other)| word.eq_ignore_ascii_case(other))
    };
    let begins = |rest: &[&str], all: &[&[&str]]| {
        let mut all = all.iter();
        let found = all.find(|words| rest.len() >= words.len() && is(&rest[..words.len()], words));
        found.map(|words| words.len())
    };
    let ends = |rest: &[&str], all: &[&[&str]]| {
        let mut all = all.iter();
        let found = all
            .find(|words| rest.len() > words.len() && is(&rest[rest.len() - words.len()..], words));
        found.map(|words| words.len())
    };
    loop {
        if let Some(count) = begins(rest, &DOUBT) {
            manner.doubtful = true;
            rest = &rest[count..];
        } else if let Some(count) = begins(rest, &HELP_BEFORE) {
            manner.helps = true;
            rest = &rest[count..];
        } else if let Some(count) = begins(rest, &NOTHING_BEFORE) {
            rest = &rest[count..];
        } else if let Some(count) = begins(rest, &BEFORE) {
            others.push(rest[..count].join(" "));
            rest = &rest[count..];
        } else if let Some(count) = ends(rest, &DOUBT) {
            manner.doubtful = true;
            rest = &rest[..rest.len() - count];
        } else if let Some(count) = ends(rest, &HELP_AFTER) {
            manner.helps = true;
            rest = &rest[..rest.len() - count];
        } else if let Some(count) = ends(rest, &NOTHING_AFTER) {
            rest = &rest[..rest.len() - count];
        } else if let Some(count) = ends(rest, &AFTER) {
            let (before, words) = rest.split_at(rest.len() - count);
            others.push(words.join(" "));
            rest = before;
        } else {
            return rest;
        }
    }
}
