//! Words of a command line that do not go together, as the parser of arguments finds them.

use super::failure::Failure;
use super::words::{listed, listed_or};
use crate::text::{is_of, shell_words, typed_day};

/// What is wrong with the arguments of a command.
#[derive(Debug)]
pub enum ArgumentError {
    /// Arguments that are needed, and the command with them.
    Missing {
        arguments: Vec<String>,
        usage: String,
    },
    /// An option without its value, and what may stand there: any words, if nothing is listed.
    NoValue {
        option: String,
        value: String,
        values: Vec<String>,
    },
    /// A value that an option or argument does not take, and those that it takes: a number, if none are listed.
    BadValue {
        typed: String,
        option: String,
        values: Vec<String>,
        near: Option<String>,
    },
    /// Two arguments, or one and any others.
    Conflict { one: String, other: Option<String> },
    /// A word after all that a command takes.
    TooMuch { typed: String, command: String },
    /// Anything else, in the words of the parser.
    Other(String),
}

impl ArgumentError {
    pub(super) fn describe(&self) -> Failure {
        match self {
            ArgumentError::Missing { arguments, usage } => {
                let names = arguments.iter().map(|name| name.trim_end_matches('…'));
                let names: Vec<&str> = names.collect();
                let are = if names.len() == 1 { "is" } else { "are" };
                Failure::usage(
                    format!("{} {are} missing", listed(&names)),
                    match names.contains(&"ITEM") {
                        true => format!(
                            "type `{usage}`; an item is a number, an id, or a word of its text: `sprint board` shows what is open"
                        ),
                        false => format!("type `{usage}`"),
                    },
                )
            }
            ArgumentError::NoValue {
                option,
                value,
                values,
            } => Failure::usage(
                format!("`{option}` has no value"),
                match values[..] {
                    [] => format!("type it behind the option: `{option} {value}`"),
                    _ => format!("`{option}` takes {}", listed_or(values)),
                },
            ),
            ArgumentError::BadValue {
                typed,
                option,
                values,
                near,
            } => {
                let near = near.iter().map(|near| format!("did you mean `{near}`? "));
                let taken = match values[..] {
                    [] => "a number from 1 on".to_owned(),
                    _ => listed_or(values),
                };
                Failure::usage(
                    format!("`{typed}` is not a value of `{option}`"),
                    format!("{}`{option}` takes {taken}", near.collect::<String>()),
                )
            }
            ArgumentError::Conflict {
                one,
                other: Some(other),
            } => Failure::usage(
                format!("`{one}` cannot be used with `{other}`"),
                "leave one of them out",
            ),
            ArgumentError::Conflict { one, other: None } => Failure::usage(
                format!("`{one}` cannot be used with anything else"),
                "leave the others out",
            ),
            ArgumentError::TooMuch { typed, command } if typed.starts_with('-') => Failure::usage(
                format!("`{typed}` is not an option of `{command}`"),
                format!("`{command} --help` shows the options"),
            ),
            ArgumentError::TooMuch { typed, command } if command == "sprint summary" => {
                Failure::usage(
                    format!("`{typed}` is more than `{command}` takes"),
                    of_summary(typed),
                )
            }
            ArgumentError::TooMuch { typed, command } => Failure::usage(
                format!("`{typed}` is more than `{command}` takes"),
                format!("leave it out; `{command} --help` shows what it takes"),
            ),
            ArgumentError::Other(reason) => Failure::usage(
                reason,
                "`sprint help` lists the commands, `sprint help COMMAND` says more about one",
            ),
        }
    }
}

/// Says with which option a word goes that was typed behind `summary`.
fn of_summary(typed: &str) -> String {
    const FORMATS: &str = "eleventy html hugo jekyll json markdown nikola pelican rst text zola";
    let shown = shell_words(typed);
    let number = typed.trim_start_matches('#');
    if let Some(day) = typed_day(typed) {
        return format!("`sprint summary --day {day}` is about that day");
    }
    match typed.to_lowercase() {
        format if is_of(FORMATS, &format) => format!("`sprint summary --for {format}` does that"),
        _ if number.parse::<u32>().is_ok() => {
            format!("`sprint summary --item {number}` is about that item")
        }
        _ => format!(
            "`--for` takes a format, `--day` a day, `--item` an item, and `-o` a file: `sprint summary -o {shown}`"
        ),
    }
}
