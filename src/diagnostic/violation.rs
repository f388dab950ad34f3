//! What the rules of a sprint say no to, in words.

use super::rule::{Description, Rule, Severity};
use super::words::{kind_word, listed, state_word};
use crate::domain::{
    Choice, DEEPEST, EVERYBODY, Ending, Excess, Limited, MOST_NAMES, NameChoice, Violation,
};
use crate::text::excerpt;

impl Violation {
    pub(super) fn describe(&self) -> Description {
        match self {
            Violation::NoSuchEntry(id) => Description {
                rule: Rule::NoSuchEntry,
                severity: Severity::Warning,
                message: format!("there is no entry `{id}`"),
                hint: None,
            },
            Violation::NoTimeLeft => Rule::Contradiction.warning(
                "it would come after the end of the year 9999, which no log can hold",
                "an entry has the last time there is: `sprint log 9999-12-31` shows it, `sprint undo ID` takes it back",
            ),
            Violation::UndoneAlready(id) => Rule::Contradiction.warning(
                format!("`{id}` is already taken back"),
                "`sprint undo ID` of the undo brings it back; `sprint log` shows its id",
            ),
            Violation::NotJoined(name) => Rule::NeverJoined.warning(
                format!("{name} has not joined"),
                format!("`sprint join {name}` makes an attendee"),
            ),
            Violation::Closed {
                kind,
                label,
                ending,
            } => {
                let reopen = format!("`sprint reopen {label}` opens it");
                Rule::Contradiction.warning(
                    format!("{label} is {}", state_word(Some(*ending))),
                    match (*kind, ending) {
                        ("assign" | "unassign", _) => format!(
                            "{reopen}; `sprint done {label} -p PEOPLE` corrects whose work it was"
                        ),
                        ("drop", _) | (_, Ending::Dropped) => reopen,
                        _ => format!("`sprint done {label} TEXT` adds to its outcome; {reopen}"),
                    },
                )
            }
            Violation::NothingNew { label, ending } => Rule::Contradiction.warning(
                format!("{label} is already {}", state_word(Some(*ending))),
                match ending {
                    Ending::Dropped => format!("`sprint drop {label} TEXT` says why"),
                    _ => format!("`sprint done {label} TEXT` adds to its outcome"),
                },
            ),
            Violation::StillOpen(label) => Rule::Contradiction.warning(
                format!("{label} is open"),
                format!("`sprint show {label}` tells its story"),
            ),
            Violation::NotOn { label, people, on } => Rule::Contradiction.warning(
                match &people[..] {
                    [] => format!("nobody is on {label}"),
                    [person] => format!("{person} is not on {label}"),
                    people => format!("{} are not on {label}", listed(people)),
                },
                match on[..] {
                    [] => format!("`sprint assign {label} PEOPLE` puts somebody on it"),
                    _ => format!("on it: {}", listed(on)),
                },
            ),
            Violation::NotADiscussion { label, kind } => Rule::Contradiction.warning(
                format!("{label} is a {}, not a discussion", kind_word(*kind)),
                format!("`sprint done {label} TEXT` says what came of it"),
            ),
            Violation::NickTaken { nick, holder } => Rule::Contradiction.warning(
                format!("{holder} has the nick `{nick}`"),
                "give another one with `--nick`",
            ),
            Violation::InsideItself(label) => Description {
                rule: Rule::Contradiction,
                severity: Severity::Warning,
                message: format!("{label} would be a part of itself"),
                hint: None,
            },
            Violation::TooDeep(label) => Rule::TooDeep.warning(
                format!("{label} would lie deeper than {DEEPEST} levels of parts"),
                "make it a part of an item further up, or of none",
            ),
            Violation::TooMuch(excess) => excess.describe(),
            Violation::NoSuchNumber { typed, highest } => Rule::NoSuchEntry.warning(
                format!("there is no item {typed}"),
                match highest {
                    0 => "there are no items yet; `sprint plan TEXT` makes the first".to_owned(),
                    _ => format!("the highest number is {highest}; `sprint board` shows what is open"),
                },
            ),
            Violation::SharedNumber { number, choices } => Rule::SharedNumber.warning(
                format!("{} items have the number {number}", choices.len()),
                format!("say which: {}", same_number_hint(choices)),
            ),
            Violation::NumbersUsedUp(highest) => Rule::SharedNumber.warning(
                format!("the highest number, {highest}, is already taken"),
                "give the entry that has it another number in the log, with `sprint edit DAY`",
            ),
            Violation::OwnNumber(label) => Rule::SharedNumber.warning(
                format!("no other item has the number {label}"),
                "`12a` and `12b` share a number; nothing else is renumbered",
            ),
            Violation::NoSuchWord { word, near } => Rule::NoSuchEntry.warning(
                format!("no open item has `{word}` in its text"),
                match near[..] {
                    [] => "`sprint board` shows what is open, with numbers".to_owned(),
                    _ => format!("did you mean {}?", choices_of(near)),
                },
            ),
            Violation::SharedWord { word, choices } => Rule::SharedNumber.warning(
                format!("{} open items have `{word}` in their text", choices.len()),
                format!("say its number: {}", choices_of(choices)),
            ),
            Violation::NotAName(name) => Rule::SimilarNames.warning(
                format!("`{name}` is not a name"),
                "people are named by nick, first name or full name, separated by blanks or commas",
            ),
            Violation::SharedName { name, choices } => Rule::SimilarNames.warning(
                format!("`{name}` may be {}", either(choices)),
                "say the full name",
            ),
            Violation::LikeName { name, known } => {
                let meant = match known.as_str() {
                    EVERYBODY => format!("`{known}`"),
                    _ => known.clone(),
                };
                Rule::SimilarNames.warning(
                    format!("nobody is called `{name}`"),
                    format!(
                        "did you mean {meant}? if it is somebody new, let them join first: `sprint join NAME`"
                    ),
                )
            }
            Violation::PartlyKnown { name, known } => Rule::SimilarNames.warning(
                format!("nobody is called `{name}`"),
                format!(
                    "{known} is known: separate names by commas, or let somebody new join first: `sprint join NAME`"
                ),
            ),
            Violation::SharedTopic { topic, choices } => Rule::SimilarTopics.warning(
                format!("`{topic}` may be `{}`", choices.join("` or `")),
                "say the whole path",
            ),
            Violation::LikeTopic { topic, known } => Rule::SimilarTopics.warning(
                format!("there is no topic `{topic}`"),
                format!(
                    "did you mean `{known}`? a new topic is listed first, as one of `topics` in sprint.toml"
                ),
            ),
        }
    }
}

impl Excess {
    pub(super) fn describe(&self) -> Description {
        match self {
            Excess::Characters { what, count } => {
                let noun = match what {
                    Limited::Title => "a title",
                    Limited::Text => "a text",
                    Limited::Topic => "a topic",
                    Limited::Name => "a name",
                    Limited::Org => "an affiliation",
                    Limited::Caption => "a caption",
                    Limited::Picture => "an address of a picture",
                    Limited::Place => "a place",
                };
                Rule::TooLong.warning(
                    format!("{noun} of {count} characters; {} is the most", what.limit()),
                    match what {
                        Limited::Text => "shorten it, or record it in several entries",
                        _ => "shorten it",
                    },
                )
            }
            Excess::Names(count) => Rule::TooLong.warning(
                format!("{count} names in one entry; {MOST_NAMES} is the most"),
                format!("name fewer; `{EVERYBODY}` is everybody who is there"),
            ),
            Excess::Headings(count) => Rule::TooDeep.warning(
                format!("a topic of {count} headings, one in the other; {DEEPEST} is the most"),
                "shorten it",
            ),
        }
    }
}

fn either(choices: &[NameChoice]) -> String {
    let choices: Vec<String> = choices
        .iter()
        .map(|NameChoice { name, nick }| format!("{name} (nick `{nick}`)"))
        .collect();
    choices.join(" or ")
}

fn choices_of(choices: &[Choice]) -> String {
    const SHOWN: usize = 5;
    let mut said: Vec<String> = choices
        .iter()
        .take(SHOWN)
        .map(|choice| match choice.ending {
            None => format!("{} ({})", choice.label, excerpt(&choice.text, EXCERPT)),
            ending => format!(
                "{} ({}; {})",
                choice.label,
                excerpt(&choice.text, EXCERPT),
                state_word(ending)
            ),
        })
        .collect();
    if choices.len() > SHOWN {
        said.push(format!("{} more", choices.len() - SHOWN));
    }
    said.join(", ")
}

/// Items that share a number, and how to end that.
pub(super) fn same_number_hint(choices: &[Choice]) -> String {
    let later = choices.last().map(|choice| choice.label.to_string());
    format!(
        "{}; `sprint renumber {}` gives it a number of its own",
        choices_of(choices),
        later.unwrap_or_default()
    )
}

/// How many columns of the text of an item tell which it is.
const EXCERPT: usize = 40;
