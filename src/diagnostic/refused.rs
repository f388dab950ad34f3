//! What the rules of a sprint say no to, in words.

use super::words::{kind_word, listed, state_word};
use crate::domain::{Choice, DEEPEST, EVERYBODY, Ending, Excess, Limited, MOST_NAMES, Violation};
use crate::text::excerpt;

/// What the rules say no to, in words.
pub fn told(violation: &Violation) -> String {
    match violation {
        Violation::NoSuchEntry(id) => format!("there is no entry `{id}`"),
        Violation::NoTimeLeft => {
            "it would come behind the end of the year 9999, which no log can hold".to_owned()
        }
        Violation::UndoneAlready(id) => format!("`{id}` was taken back already"),
        Violation::NotJoined(name) => format!("{name} has not joined"),
        Violation::Closed { label, ending, .. } => {
            format!("{label} is {}", state_word(Some(*ending)))
        }
        Violation::NothingNew { label, ending } => {
            format!("{label} is {} already", state_word(Some(*ending)))
        }
        Violation::StillOpen(label) => format!("{label} is open"),
        Violation::NotOn { label, people, .. } if people.is_empty() => {
            format!("nobody is on {label}")
        }
        Violation::NotOn { label, people, .. } => {
            format!(
                "{} {} not on {label}",
                listed(people),
                if people.len() == 1 { "is" } else { "are" }
            )
        }
        Violation::NotADiscussion { label, kind } => {
            format!("{label} is a {}, not a discussion", kind_word(*kind))
        }
        Violation::NickTaken { nick, holder } => format!("{holder} has the nick `{nick}`"),
        Violation::InsideItself(label) => format!("{label} would be a part of itself"),
        Violation::TooDeep(label) => {
            format!("{label} would lie deeper than {DEEPEST} levels of parts")
        }
        Violation::TooMuch(excess) => excess_told(excess),
        Violation::NoSuchNumber { typed, .. } => format!("there is no item {typed}"),
        Violation::SharedNumber { number, choices } => {
            format!("{} items have the number {number}", choices.len())
        }
        Violation::NumbersUsedUp(highest) => {
            format!("the highest number, {highest}, is given already")
        }
        Violation::OwnNumber(label) => format!("no other item has the number {label}"),
        Violation::NoSuchWord { word, .. } => format!("no open item has `{word}` in its text"),
        Violation::SharedWord { word, choices } => {
            format!("{} open items have `{word}` in their text", choices.len())
        }
        Violation::NotAName(name) => format!("`{name}` is not a name"),
        Violation::SharedName { name, choices } => format!("`{name}` may be {}", either(choices)),
        Violation::LikeName { name, .. } => format!("nobody is called `{name}`"),
        Violation::PartlyKnown { name, .. } => format!("nobody is called `{name}`"),
        Violation::SharedTopic { topic, choices } => {
            format!("`{topic}` may be `{}`", choices.join("` or `"))
        }
        Violation::LikeTopic { topic, .. } => format!("there is no topic `{topic}`"),
    }
}

pub(super) fn hint_of(violation: &Violation) -> Option<String> {
    let hint = match violation {
        Violation::NoSuchEntry(_) | Violation::InsideItself(_) => return None,
        Violation::NoTimeLeft => {
            "an entry has the last time there is: `sprint log 9999-12-31` shows it, `sprint undo ID` takes it back"
                .to_owned()
        }
        Violation::TooDeep(_) => "make it a part of an item further up, or of none".to_owned(),
        Violation::TooMuch(Excess::Characters {
            what: Limited::Text,
            ..
        }) => "shorten it, or record it in several entries".to_owned(),
        Violation::TooMuch(Excess::Characters { .. } | Excess::Headings(_)) => {
            "shorten it".to_owned()
        }
        Violation::TooMuch(Excess::Names(_)) => {
            format!("name fewer; `{EVERYBODY}` is everybody who is there")
        }
        Violation::UndoneAlready(_) => {
            "`sprint undo ID` of the undo brings it back; `sprint log` shows its id".to_owned()
        }
        Violation::NotJoined(name) => format!("`sprint join {name}` makes an attendee"),
        Violation::Closed {
            kind: "assign" | "unassign",
            label,
            ..
        } => {
            format!(
                "`sprint reopen {label}` opens it; `sprint done {label} -p PEOPLE` corrects whose work it was"
            )
        }
        Violation::Closed {
            kind: "drop",
            label,
            ..
        } => format!("`sprint reopen {label}` opens it"),
        Violation::Closed {
            label,
            ending: Ending::Dropped,
            ..
        } => format!("`sprint reopen {label}` opens it"),
        Violation::Closed { label, .. } => {
            format!(
                "`sprint done {label} TEXT` adds to its outcome; `sprint reopen {label}` opens it"
            )
        }
        Violation::NothingNew {
            label,
            ending: Ending::Dropped,
        } => format!("`sprint drop {label} TEXT` says why"),
        Violation::NothingNew { label, .. } => {
            format!("`sprint done {label} TEXT` adds to its outcome")
        }
        Violation::StillOpen(label) => format!("`sprint show {label}` tells its story"),
        Violation::NotOn { label, on, .. } if on.is_empty() => {
            format!("`sprint assign {label} PEOPLE` puts somebody on it")
        }
        Violation::NotOn { on, .. } => format!("on it: {}", listed(on)),
        Violation::NotADiscussion { label, .. } => {
            format!("`sprint done {label} TEXT` says what came of it")
        }
        Violation::NickTaken { .. } => "give another one with `--nick`".to_owned(),
        Violation::NoSuchNumber { highest: 0, .. } => {
            "there are no items yet; `sprint plan TEXT` makes the first".to_owned()
        }
        Violation::NoSuchNumber { highest, .. } => {
            format!("the highest number is {highest}; `sprint board` shows what is open")
        }
        Violation::SharedNumber { choices, .. } => format!("say which: {}", twins_of(choices)),
        Violation::NumbersUsedUp(_) => {
            "give the entry that has it another number in the log, with `sprint edit DAY`"
                .to_owned()
        }
        Violation::OwnNumber(_) => {
            "`12a` and `12b` share a number; nothing else is renumbered".to_owned()
        }
        Violation::NoSuchWord { near, .. } if near.is_empty() => {
            "`sprint board` shows what is open, with numbers".to_owned()
        }
        Violation::NoSuchWord { near, .. } => format!("did you mean {}?", choices_of(near)),
        Violation::SharedWord { choices, .. } => format!("say its number: {}", choices_of(choices)),
        Violation::NotAName(_) => {
            "people are named by nick, first name or full name, separated by blanks or commas"
                .to_owned()
        }
        Violation::SharedName { .. } => "say the full name".to_owned(),
        Violation::LikeName { known, .. } if known == EVERYBODY => {
            format!(
                "did you mean `{known}`? if it is somebody new, let them join first: `sprint join NAME`"
            )
        }
        Violation::LikeName { known, .. } => {
            format!(
                "did you mean {known}? if it is somebody new, let them join first: `sprint join NAME`"
            )
        }
        Violation::PartlyKnown { known, .. } => {
            format!(
                "{known} is known: separate names by commas, or let somebody new join first: `sprint join NAME`"
            )
        }
        Violation::SharedTopic { .. } => "say the whole path".to_owned(),
        Violation::LikeTopic { known, .. } => {
            format!(
                "did you mean `{known}`? a new topic is listed first, as one of `topics` in sprint.toml"
            )
        }
    };
    Some(hint)
}

fn either(choices: &[(String, String)]) -> String {
    let choices: Vec<String> = choices
        .iter()
        .map(|(name, nick)| format!("{name} (nick `{nick}`)"))
        .collect();
    choices.join(" or ")
}

fn choices_of(choices: &[Choice]) -> String {
    const SHOWN: usize = 5;
    let mut said: Vec<String> = choices
        .iter()
        .take(SHOWN)
        .map(|choice| match choice.ending {
            None => format!("{} ({})", choice.label, excerpt(&choice.text, 40)),
            ending => format!(
                "{} ({}; {})",
                choice.label,
                excerpt(&choice.text, 40),
                state_word(ending)
            ),
        })
        .collect();
    if choices.len() > SHOWN {
        said.push(format!("{} more", choices.len() - SHOWN));
    }
    said.join(", ")
}

/// Items that share a number, and what becomes of that.
pub(super) fn twins_of(choices: &[Choice]) -> String {
    let later = choices.last().map(|choice| choice.label.to_string());
    format!(
        "{}; `sprint renumber {}` gives it a number of its own",
        choices_of(choices),
        later.unwrap_or_default()
    )
}

/// What is beyond a limit, in words.
pub(super) fn excess_told(excess: &Excess) -> String {
    match excess {
        Excess::Characters { what, count } => {
            let what_it_is = match what {
                Limited::Title => "title",
                Limited::Text => "text",
                Limited::Topic => "topic",
                Limited::Name => "name",
                Limited::Org => "affiliation",
                Limited::Caption => "caption",
                Limited::Picture => "address of a picture",
                Limited::Place => "place",
            };
            format!(
                "a {what_it_is} of {count} characters; {} is the most",
                what.limit()
            )
            .replacen("a a", "an a", 1)
        }
        Excess::Names(count) => format!("{count} names in one entry; {MOST_NAMES} is the most"),
        Excess::Headings(count) => {
            format!("a topic of {count} headings, one in the other; {DEEPEST} is the most")
        }
    }
}
