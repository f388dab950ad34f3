//! Wrong usage: words that no command can make sense of. The exit status is 2.

use super::failure::Failure;
use crate::domain::Label;

/// What is wrong with the words of a command.
#[derive(Debug)]
pub enum UsageError {
    BadTime {
        typed: String,
        option: &'static str,
        accepted: &'static str,
    },
    BadDay {
        typed: String,
        option: &'static str,
    },
    DayAndSpan,
    EmptyText,
    NoText,
    EmptyDay,
    NoPeople,
    /// A name right after an option that takes one word of people.
    WordAfterPeople {
        people: String,
        word: String,
    },
    EmptyTopic,
    /// A topic with a heading that is invisible.
    BlankHeading(String),
    NotAnId(String),
    NumberNotId {
        typed: String,
        item: Option<Label>,
        count: Option<u32>,
    },
    /// A line of a batch that is not a command, in the words of the parser.
    NotACommand(String),
    /// A line of a batch that records nothing, or has `-s` or `-C`.
    NotForABatch(String),
    PageWithoutHtml,
    NothingToWatch,
    DateWithoutSite,
}

impl UsageError {
    pub(super) fn describe(&self) -> Failure {
        match self {
            UsageError::BadTime {
                typed,
                option,
                accepted,
            } => Failure::usage(
                format!("`{typed}` is not a time for {option}"),
                format!("use {accepted}"),
            ),
            UsageError::BadDay { typed, option } => Failure::usage(
                format!("`{typed}` is not a day for {option}"),
                "use a date such as 2017-02-27, a weekday (the latest one), `today`, `yesterday` or `tomorrow`",
            ),
            UsageError::DayAndSpan => Failure::usage(
                "`--day` cannot be used with `--from` or `--to`",
                "use `--day` for one day, `--from` and `--to` for several",
            ),
            UsageError::EmptyText => Failure::usage(
                "the text is empty",
                "say something, or `-` to read it from standard input",
            ),
            UsageError::NoText => Failure::usage(
                "there is no text",
                "type it after the command, use `-` to read it from standard input, or set EDITOR to write it at a terminal",
            ),
            UsageError::EmptyDay => Failure::usage(
                "nothing was said about the day",
                "say what it is, or `--break` if nobody is expected to work",
            ),
            UsageError::NoPeople => Failure::usage(
                "nobody was named",
                "name one or more: `armin anto`, `armin,anto`, `everybody`",
            ),
            UsageError::WordAfterPeople { people, word } => Failure::usage(
                format!("`{word}` follows an option that takes one word"),
                format!(
                    "join several people with commas: `{},{word}`; or put the text before the option",
                    people.trim_end_matches(',')
                ),
            ),
            UsageError::EmptyTopic => Failure::usage(
                "the topic is empty",
                "a topic is a heading or a path of headings: `-t \"Release Work/Stackless\"`",
            ),
            UsageError::BlankHeading(topic) => Failure::usage(
                format!("a heading of the topic `{topic}` is blank"),
                "give every heading a letter or another visible character",
            ),
            UsageError::NotAnId(typed) => Failure::usage(
                format!("`{typed}` is not an entry id"),
                "`sprint log` shows the ids of a day's entries",
            ),
            UsageError::NumberNotId { typed, item, count } => {
                let (what, ids) = match item {
                    Some(label) => (
                        "an item",
                        format!("`sprint show {label}` shows the ids of its entries"),
                    ),
                    None => (
                        "a number",
                        "`sprint log` shows the ids of a day's entries".to_owned(),
                    ),
                };
                let undo = match count {
                    Some(1) => "; `sprint undo` alone takes back your last".to_owned(),
                    Some(count) => {
                        format!("; `sprint undo -n {count}` takes back your last {count}")
                    }
                    None => String::new(),
                };
                Failure::usage(format!("`{typed}` is {what}, not an entry id"), ids + &undo)
            }
            UsageError::NotACommand(reason) => Failure::usage(
                reason,
                "a line is a command without the word `sprint`, such as `plan fix the leak`",
            ),
            UsageError::NotForABatch(line) => Failure::usage(
                format!("`{line}` cannot be part of a batch"),
                "a batch takes the commands that record; give `-s` and `-C` to `sprint batch` itself",
            ),
            UsageError::PageWithoutHtml => Failure::usage(
                "only HTML can be a page",
                "`--page` goes with `--for html` or with no `--for`",
            ),
            UsageError::NothingToWatch => Failure::usage(
                "only a page in a file can be kept up to date",
                "`sprint board --for html -o board.html --watch`",
            ),
            UsageError::DateWithoutSite => Failure::usage(
                "only a post for a site has a date",
                "say which site the post is for, such as `--for jekyll`",
            ),
        }
    }
}
