//! Options of a command line that do not go together with the rest, or are none.

use super::failure::Failure;

/// What is wrong with an option, or with where it stands.
#[derive(Debug)]
pub enum OptionError {
    /// Brackets at the end of a text that say who, and an option that does.
    BracketsAndOption,
    /// The value of an option that ends in brackets of people.
    BracketsInValue(String),
    /// An option of `join` that is about one person, with several.
    OfOne,
    Unknown {
        option: String,
        command: String,
        /// What may be meant, as a hint.
        near: Option<String>,
        /// What it is called in some command.
        ours: Option<String>,
        /// Whether it may be a short option with its value.
        is_glued: bool,
        takes_item: bool,
        takes_text: bool,
    },
    Repeated {
        option: String,
        /// What its value is called in the help; empty without one.
        value: String,
    },
    /// An option after a dash that is not a hyphen.
    OtherDash { typed: String, meant: String },
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

/// Says which command says of an item what an option of others does.
fn elsewhere(option: &str) -> Option<&'static str> {
    match option {
        "-p" | "--people" | "--with" => Some("`sprint assign ITEM PEOPLE` says who is on an item"),
        "-t" | "--topic" | "-u" | "--under" | "--when" => {
            Some("`sprint move ITEM` files an item, with `-t TOPIC`, `-u ITEM` or `--when TEXT`")
        }
        _ => None,
    }
}

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
            OptionError::Unknown {
                option,
                command,
                near,
                ours,
                is_glued,
                takes_item,
                takes_text,
            } => {
                let elsewhere = elsewhere(ours.as_ref().unwrap_or(option));
                let elsewhere = elsewhere.filter(|_| *takes_item && near.is_none());
                let elsewhere = elsewhere.map(str::to_owned);
                let near = near.clone();
                let apart = "an option and its value are two words, as in `-t CI`".to_owned();
                let text = format!("in a text, it goes after `--`: `sprint {command} … -- TEXT`");
                let help = match command.as_str() {
                    "sprint" => "`sprint --help` shows the options".to_owned(),
                    command => format!("`sprint {command} --help` shows the options"),
                };
                let hints = [
                    near,
                    elsewhere,
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
