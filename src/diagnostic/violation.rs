//! What the rules of a sprint say no to, in words.

use super::rule::{Description, Rule};
use super::words::{kind_word, listed, state_word};
use crate::domain::{DEEPEST, EVERYBODY, Ending, Excess, Limited, MOST_NAMES, Violation};
use crate::text::{shell_text, shell_words};

impl Violation {
    pub(super) fn describe(&self) -> Description {
        match self {
            Violation::NoSuchEntry(id) => {
                Rule::NoSuchEntry.warning_alone(format!("there is no entry `{id}`"))
            }
            Violation::NoTimeLeft => Rule::Contradiction.warning(
                "it would come after the end of the year 9999, which no log can hold",
                "an entry has the last possible time: `sprint log 9999-12-31` shows it, `sprint undo ID` takes it back",
            ),
            Violation::UndoneAlready(id) => Rule::Contradiction.warning(
                format!("`{id}` is already taken back"),
                "`sprint undo ID` of the undo brings it back; `sprint log` shows its id",
            ),
            Violation::NotJoined(name) => {
                // In a log, a plus is in front of those who do not attend.
                let name = name.trim_start_matches('+');
                Rule::NeverJoined.warning(
                    format!("{name} has not joined"),
                    format!("`sprint join {}` adds an attendee", shell_words(name)),
                )
            }
            Violation::Closed {
                kind,
                label,
                ending,
            } => {
                let reopen = format!("`sprint reopen {label}` opens it");
                Rule::Contradiction.warning(
                    format!("{label} is {}", state_word(Some(*ending))),
                    match (*kind, ending) {
                        ("drop", _) | (_, Ending::Dropped) => reopen,
                        ("assign" | "unassign", _) => format!(
                            "{reopen}; `sprint done {label} -p PEOPLE` corrects whose work it was"
                        ),
                        _ => format!("`sprint done {label} TEXT` adds to its result; {reopen}"),
                    },
                )
            }
            Violation::NothingNew { label, ending } => Rule::Contradiction.warning(
                format!("{label} is already {}", state_word(Some(*ending))),
                match ending {
                    Ending::Dropped => format!("`sprint drop {label} TEXT` adds the reason"),
                    _ => format!("`sprint done {label} TEXT` adds to its result"),
                },
            ),
            Violation::StillOpen(label, why) => Rule::Contradiction.warning(
                format!("{label} is open"),
                match why {
                    Some(why) => format!("`sprint progress {label} {}` sets its status", shell_text(why)),
                    None => format!("`sprint show {label}` shows its history"),
                },
            ),
            Violation::NotOn { label, people, on } => Rule::Contradiction.warning(
                match &people[..] {
                    [] => format!("nobody is on {label}"),
                    [person] => format!("{person} is not on {label}"),
                    people => format!("{} are not on {label}", listed(people)),
                },
                match on[..] {
                    [] => format!("`sprint assign {label} PEOPLE` assigns somebody to it"),
                    _ => format!("on it: {}", listed(on)),
                },
            ),
            Violation::NotADiscussion { label, kind } => Rule::Contradiction.warning(
                format!("{label} is a {}, not a discussion", kind_word(*kind)),
                format!("`sprint done {label} TEXT` records its result"),
            ),
            Violation::NickTaken { nick, holder } => Rule::Contradiction.warning(
                format!("{holder} has the nick `{nick}`"),
                "give another one with `--nick`",
            ),
            Violation::InsideItself(label) => Rule::Contradiction.warning(
                format!("{label} would be a part of itself"),
                format!("`sprint show {label}` shows its parts"),
            ),
            Violation::TooDeep(label) => Rule::TooDeep.warning(
                format!("{label} would be deeper than {DEEPEST} levels of parts"),
                "make it a part of an item further up, or of none",
            ),
            Violation::TooMuch(excess) => excess.describe(),
            Violation::NumbersUsedUp(highest) => Rule::SharedNumber.warning(
                format!("the highest number, {highest}, is already taken"),
                "give the entry that has it another number in the log, with `sprint edit log DAY`",
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
                    Limited::Group => "a group",
                    Limited::Url => "an address",
                    Limited::Caption => "a caption",
                    Limited::Picture => "an address of a picture",
                    Limited::Place => "a place",
                    Limited::When => "a time",
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
                format!("name fewer; `{EVERYBODY}` means everybody who is present"),
            ),
            Excess::Headings(count) => Rule::TooDeep.warning(
                format!("a topic of {count} nested headings; {DEEPEST} is the most"),
                "shorten it",
            ),
        }
    }
}
