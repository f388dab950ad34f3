//! Options of a command line that do not go together with the rest, or are none.

use super::failure::Failure;
use crate::text::shell_words;

/// What is wrong with an option, or with where it stands.
#[derive(Debug)]
pub enum OptionError {
    /// Brackets at the end of a text that say who, and an option that does.
    BracketsAndOption,
    /// The value of an option that ends in brackets of people.
    BracketsInValue(String),
    /// An option of `join` that is about one person, with several.
    OfOne,
    Unknown(Box<UnknownOption>),
    Repeated {
        option: String,
        /// What its value is called in the help; empty without one.
        value: String,
    },
    /// An option after a dash that is not a hyphen.
    OtherDash {
        typed: String,
        meant: String,
    },
    /// Words after the value of an option that comes before the text, which may be part of the value.
    WordAfterValue {
        command: String,
        option: String,
        value: String,
        words: String,
        /// Whether arguments such as ITEM are still to come before the text.
        has_arguments: bool,
    },
    /// A quote that is opened around a name or a value, and not closed.
    UnclosedQuote(String),
}

/// An option that a command does not have.
#[derive(Debug)]
pub struct UnknownOption {
    pub option: String,
    pub command: String,
    /// What may be meant, as a hint.
    pub near: Option<String>,
    /// What it is called in some command.
    pub ours: Option<String>,
    /// Whether it may be a short option with its value.
    pub is_glued: bool,
    /// The item that was typed, or what stands for it, if the command takes one.
    pub item: Option<String>,
    /// The value that was typed.
    pub value: String,
    /// The command without it, if that is one.
    pub rest: Option<String>,
    pub takes_text: bool,
}

/// Says which command does what an option of others does; `option`: what that is called there.
fn elsewhere(unknown: &UnknownOption, option: &str) -> Option<String> {
    let UnknownOption { command, value, .. } = unknown;
    let (item, rest) = (unknown.item.as_deref(), unknown.rest.as_deref());
    let typed = |stands: &str| match value.as_str() {
        "" => stands.to_owned(),
        value => shell_words(value).into_owned(),
    };
    let of_item = |verb: &str, option: &str, stands: &str, does: &str| {
        let value = typed(stands);
        item.map(|item| format!("`sprint {verb} {item} {option}{value}` {does}"))
    };
    match (command.as_str(), option) {
        ("summary", "-p" | "--people" | "--with" | "--who") => {
            Some("`sprint summary --group person` tells what each person did".to_owned())
        }
        ("summary", "-t" | "--topic") => Some(format!(
            "`{{{{ topic(\"{}\") }}}}` in `post.md` tells of one topic: `sprint edit post`; `--item ITEM` is about one item",
            if value.is_empty() { "TOPIC" } else { value }
        )),
        ("unassign", "-p" | "--people" | "--with") => {
            of_item("unassign", "", "PEOPLE", "takes them off it")
        }
        (_, "-p" | "--people") => of_item("assign", "", "PEOPLE", "puts them on it"),
        (_, "--with") => of_item("assign", "--with ", "PEOPLE", "says who helps"),
        (_, "-t" | "--topic") => of_item("move", "-t ", "TOPIC", "files it"),
        (_, "-u" | "--under") => of_item("move", "-u ", "ITEM", "makes it part of that item"),
        ("leave", "--when" | "--from" | "--to") => {
            let day = typed("DAY");
            let people = rest.and_then(|rest| rest.strip_prefix("sprint leave "));
            let people = people.filter(|people| !people.contains(" -"));
            let one = people.filter(|people| people.contains(',') || !people.contains(' '));
            let (people, one) = (people.unwrap_or("PEOPLE"), one.unwrap_or("PERSON"));
            Some(format!(
                "`sprint leave {people} --day {day}` is for who is gone from that day on, `sprint join {one} --to {day}` for whose last day it is"
            ))
        }
        (_, "--when") => of_item("move", "--when ", "TEXT", "says when"),
        (_, "--role" | "--org" | "--group" | "--url" | "--nick" | "--also") => Some(format!(
            "`sprint join PERSON {option} {}` says that of somebody",
            typed("VALUE")
        )),
        _ => None,
    }
}

/// What needs no option of `sync`.
const SYNC: &str = "`sprint sync` alone commits, pulls and pushes, with a message of its own";

impl OptionError {
    pub(super) fn describe(&self) -> Failure {
        match self {
            OptionError::BracketsAndOption => Failure::usage(
                "the brackets at the end of the text say who, and so does an option",
                "say it in one place; after `--`, a text is taken as it is",
            ),
            OptionError::OfOne => Failure::usage(
                "several people have no nick, other name or page in common",
                "give `--nick`, `--also` and `--url` to a `join` of one person",
            ),
            OptionError::Unknown(unknown) => {
                let UnknownOption {
                    option,
                    command,
                    near,
                    ours,
                    is_glued,
                    item,
                    rest,
                    takes_text,
                    ..
                } = &**unknown;
                let called = |name: &String| elsewhere(unknown, name);
                let said = (command == "sync").then_some(SYNC.to_owned());
                let elsewhere = match near {
                    Some(_) => None,
                    None => called(option).or_else(|| called(ours.as_ref()?)),
                };
                let rest = rest.as_ref().filter(|_| item.is_some());
                let elsewhere = elsewhere.map(|elsewhere| match rest {
                    Some(rest) => format!("{elsewhere}, `{rest}` is the rest"),
                    None => elsewhere,
                });
                let near = near.clone();
                let apart = "an option and its value are two words, as in `-t CI`".to_owned();
                let text = format!("in a text, it goes after `--`: `sprint {command} … -- TEXT`");
                let help = match command.as_str() {
                    "sprint" => "`sprint --help` shows the options".to_owned(),
                    command => format!("`sprint {command} --help` shows the options"),
                };
                let hints = [
                    near,
                    elsewhere.or(said),
                    is_glued.then_some(apart),
                    takes_text.then_some(text),
                    (!takes_text).then_some(help),
                ];
                Failure::usage(
                    format!("`{option}` is not an option of `{command}`"),
                    hints.into_iter().flatten().collect::<Vec<_>>().join("; "),
                )
            }
            OptionError::BracketsInValue(value) => Failure::usage(
                format!("the brackets at the end of `{value}` name people"),
                "put them at the end of the text, before the options, or name people with `-p`",
            ),
            OptionError::OtherDash { typed, meant } => Failure::usage(
                format!("`{typed}` begins with a dash that is not a hyphen"),
                format!("type the option as `{meant}`; in a text, put a blank after the dash"),
            ),
            OptionError::Repeated { option, value } => Failure::usage(
                format!("`{option}` is given twice"),
                match value.as_str() {
                    "" => "give it once".to_owned(),
                    "PEOPLE" => format!("give it once, with all its words: `{option} armin anto`"),
                    value => format!("give it once: `{option} {value}`"),
                },
            ),
            OptionError::WordAfterValue {
                command,
                option,
                value,
                words,
                has_arguments,
            } => Failure::usage(
                format!("`{words}` after `{option} {value}` may belong to it or begin the text"),
                {
                    let after = format!(
                        "an option takes several words after the text: `sprint {command} … TEXT {option} {value} {words}`"
                    );
                    match has_arguments {
                        true => after,
                        false => format!(
                            "{after}; to begin the text here: `{option} {value} -- {words} …`"
                        ),
                    }
                },
            ),
            OptionError::UnclosedQuote(word) => Failure::usage(
                format!("the quote that begins with {word} is not closed"),
                "close it, or leave it out: after the text, an option takes all words up to the next option",
            ),
        }
    }
}
