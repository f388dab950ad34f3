//! Options and their values: after the text, an option takes all words up to the next option; before it, one, or several
//! that belong together.

use clap::{Arg, Command};

use super::quotes::QUOTES;
use super::{COMMAS, Reader, fixed, is_option, takes_names, takes_several, value_name};
use crate::cli::going_on::{going_on_time, is_and};
use crate::cli::misread::Misread;
use crate::cli::other_options::{is_of_text, name_of, near, ours, takes_format};
use crate::diagnostic::{OptionError, TypedOption, UnknownOption, UsageError, shown};
use crate::text::{shell_word, shell_words};

const HELP: [&str; 2] = ["-h", "--help"];

/// The options that clap answers itself.
const ANSWERED: [&str; 4] = [HELP[0], HELP[1], "-V", "--version"];

impl Reader<'_> {
    /// Reads an option and its value; false if clap answers it.
    pub(super) fn read_option(&mut self, word: &str) -> Result<bool, Misread> {
        // What clap has made of them once it has read a line are options, too.
        let is_answered = ANSWERED.contains(&word);
        let option = self.option(word).filter(|_| !is_answered);
        if is_answered && (self.command.is_none() || HELP.contains(&word)) {
            return Ok(false);
        }
        let option = option.filter(|_| !word.contains('=') || word.starts_with("--"));
        let Some(option) = option else {
            return Err(UsageError::Option(self.unknown_option(word)).into());
        };
        if self.given.contains(&option.get_id().as_str()) {
            let takes_value = option.get_action().takes_values();
            let value = Some(value_name(option)).filter(|_| takes_value);
            let (option, _) = word.split_once('=').unwrap_or((word, ""));
            return Err(UsageError::Option(OptionError::Repeated {
                option: option.to_owned(),
                value: value.unwrap_or_default().to_owned(),
            })
            .into());
        }
        self.given.push(option.get_id().as_str());
        self.at += 1;
        let name = written(option);
        let (typed, glued) = match word.split_once('=') {
            Some((typed, value)) => (typed, Some(value)),
            None => (word, None),
        };
        if !option.get_action().takes_values() {
            self.typed.push(TypedOption::new(typed, ""));
            let glued = glued.map(|value| format!("={value}"));
            self.options.push(name + &glued.unwrap_or_default());
            return Ok(true);
        }
        let value = self.read_value(typed, option, glued)?;
        self.typed.push(TypedOption::new(typed, &value.join(" ")));
        if value.is_empty() {
            // clap says that the value is missing.
            self.options.push(name);
        } else if takes_several(option) && value_name(option) != "NAMES" {
            let words = value.iter().map(|word| format!("{name}={word}"));
            self.options.extend(words);
        } else {
            self.options.push(format!("{name}={}", value.join(" ")));
        }
        Ok(true)
    }

    /// Says that a word is not an option here, and what may be meant.
    fn unknown_option(&self, word: &str) -> OptionError {
        let takes_item = self.command.is_some_and(|command| {
            fixed(command)
                .into_iter()
                .any(|argument| value_name(argument) == "ITEM")
        });
        let behind = self.line.words().iter().skip(self.at + 1);
        let behind: Vec<&str> = behind
            .take_while(|word| !is_option(word))
            .map(|word| word.trim_matches(QUOTES))
            .collect();
        // In front of the text, it is one word.
        let count = match self.text.is_empty() {
            true => behind.len().min(1),
            false => behind.len(),
        };
        let (value, following) = behind.split_at(count);
        let mut typed = self.arguments.iter().chain(&self.text).map(String::as_str);
        let typed: Vec<&str> = typed.by_ref().chain(following.iter().copied()).collect();
        let item = takes_item.then(|| {
            let typed = typed.first().copied().unwrap_or("ITEM");
            shell_word(typed.trim_end_matches(COMMAS)).into_owned()
        });
        let (value, rest) = (value.join(" "), self.without(&typed));
        let known: Vec<&Arg> = self.known_options().collect();
        let names_format = |option: &&Arg| takes_format(option, word);
        let near = match (near(word, &known), ours(word, &known)) {
            (Some(near), _) => Some(format!("`{}` looks like it", written(near))),
            (None, Some(ours)) => Some(match &rest {
                Some(rest) if ours.get_action().takes_values() && !value.is_empty() => {
                    format!(
                        "`{rest} {} {}` does that",
                        written(ours),
                        shell_word(&value)
                    )
                }
                Some(rest) if !ours.get_action().takes_values() && value.is_empty() => {
                    format!("`{rest} {}` does that", written(ours))
                }
                _ => format!("`{}` does that", with_value(ours)),
            }),
            (None, None) => known.iter().copied().find(names_format).map(|option| {
                let format = word.trim_start_matches('-');
                format!("`{} {format}` does that", written(option))
            }),
        };
        let is_of_text = self.ending().is_some() && is_of_text(word);
        let near = near.or_else(|| is_of_text.then(|| "the text needs no option".to_owned()));
        OptionError::Unknown(Box::new(UnknownOption {
            option: word.to_owned(),
            command: self.command_name(),
            near,
            ours: name_of(word).map(|name| format!("--{name}")),
            is_glued: !word.starts_with("--") && word.chars().count() > 2,
            item,
            value,
            rest,
            takes_text: self.ending().is_some_and(|ending| !takes_names(ending)),
        }))
    }

    /// Shows the command without an option: its words, and the other options. `None` if too little is left of it.
    fn without(&self, words: &[&str]) -> Option<String> {
        let needed = match self.command.map(Command::get_name) {
            Some("done" | "drop" | "reopen") => 1,
            _ => self.places() + 1,
        };
        let after = self.line.words().iter().skip(self.at + 1);
        let after: Vec<&String> = after.skip_while(|word| !is_option(word)).collect();
        let after = after
            .into_iter()
            .map(|word| format!(" {}", shell_word(word)));
        let (fixed, text) = words.split_at(self.places().min(words.len()));
        let fixed = fixed.iter().map(|word| format!(" {}", shell_word(word)));
        let fixed: String = fixed.collect();
        let text = match shell_words(&text.join(" ")) {
            text if text.is_empty() => String::new(),
            text => format!(" {text}"),
        };
        (self.command.is_some() && needed <= words.len()).then(|| {
            let (name, options) = (self.command_name(), shown(&self.typed));
            let after = after.collect::<String>();
            format!("sprint {name}{fixed}{text}{options}{after}")
        })
    }

    fn command_name(&self) -> String {
        let name = self.command.unwrap_or(self.program).get_name();
        name.to_owned()
    }

    /// Reads the words of the value of an option. `glued`: what stands behind its `=`.
    fn read_value(
        &mut self,
        typed: &str,
        option: &Arg,
        glued: Option<&str>,
    ) -> Result<Vec<String>, Misread> {
        let mut value = Vec::new();
        match glued {
            Some(first) => {
                let unquoted = self.quoted(first, self.at);
                let (first, after) = unquoted.unwrap_or((first.to_owned(), self.at));
                value.push(first);
                self.at = after;
            }
            None if self.is_at_value() => value.push(self.element()?),
            None => {}
        }
        if self.is_after_text() {
            while self.is_at_value() {
                value.push(self.element()?);
            }
        } else if self.command.is_some() && !value.is_empty() {
            self.go_on(typed, option, &mut value)?;
        }
        Ok(value)
    }

    /// Adds the words that go on with the value of an option before the text: all up to the next option, or none.
    fn go_on(&mut self, typed: &str, option: &Arg, value: &mut Vec<String>) -> Result<(), Misread> {
        let from = self.at;
        let mut following = self.following();
        let (behind, is_at_end) = (self.at, !self.is_at_value());
        self.at = from;
        if following.is_empty() || following == ["-"] {
            return Ok(());
        }
        let has_names = ["PEOPLE", "WHO", "TOPIC", "ITEM"].contains(&value_name(option));
        let ends_with_new = value.last().is_some_and(|word| is_open_name(word));
        let is_new = value_name(option) == "PEOPLE" && ends_with_new;
        let takes_names = self.ending().is_some_and(takes_names);
        let count = match is_new && takes_names {
            // A new name goes on up to the next comma.
            true => following.len(),
            false => self.going_on(option, value, &following),
        };
        self.is_open |= has_names && self.known.is_none();
        if count == following.len() && is_at_end && (!is_new || takes_names) {
            self.at = behind;
            value.append(&mut following);
            return Ok(());
        }
        let after_comma =
            value.last().is_some_and(|word| word.ends_with(',')) || following[0].starts_with(',');
        let is_list = ["PEOPLE", "WHO"].contains(&value_name(option)) && !is_new;
        if is_list
            && (after_comma || is_and(&following[0]))
            && let Some(count) = self.going_on_list(&following)
        {
            for _ in 0..count {
                value.push(self.element()?);
            }
            return Ok(());
        }
        let is_decided = self.known.is_some() || !has_names;
        if count > 0 || ((after_comma || is_new) && is_decided) {
            return Err(UsageError::Option(OptionError::WordAfterValue {
                command: self.command_name(),
                option: typed.to_owned(),
                value: value.join(" "),
                words: following[..count.max(1)].join(" "),
                has_arguments: self.arguments.len() < self.places(),
            })
            .into());
        }
        Ok(())
    }

    /// Reads all words up to the next option. A quote that is not closed begins the text, where it is a letter.
    fn following(&mut self) -> Vec<String> {
        let mut following = Vec::new();
        while self.is_at_value()
            && let Ok(word) = self.element()
        {
            following.push(word);
        }
        following
    }

    /// Counts the words that may belong to the value before them.
    fn going_on(&self, option: &Arg, value: &[String], following: &[String]) -> usize {
        if value_name(option) == "TIME" || option.get_id() == "when" {
            return going_on_time(value, following);
        }
        let known = self.known;
        known.map_or(0, |known| {
            known.going_on(value_name(option), value, following)
        })
    }

    /// Counts the words that go on with a list of people; `None` if it is not clear where that ends.
    fn going_on_list(&self, following: &[String]) -> Option<usize> {
        let has_new = following.iter().any(|word| word.starts_with('+'));
        let known = self.known.filter(|_| !has_new)?;
        known.going_on_list(following)
    }

    /// Returns whether the next word may be part of the value of an option.
    fn is_at_value(&self) -> bool {
        let word = self.line.words().get(self.at);
        word.is_some_and(|word| !is_option(word) && (word != "--" || !self.text.is_empty()))
    }
}

/// Returns whether a word of people ends with the beginning of a new name, which goes on up to the next comma.
fn is_open_name(word: &str) -> bool {
    let last = word.rsplit(',').next().unwrap_or_default().trim_start();
    last.starts_with('+') && !last.contains(char::is_whitespace)
}

/// Writes the option with what stands for its value.
fn with_value(option: &Arg) -> String {
    match option.get_action().takes_values() {
        true => format!("{} {}", written(option), value_name(option)),
        false => written(option),
    }
}

/// Writes the option as clap reads it.
fn written(option: &Arg) -> String {
    match (option.get_long(), option.get_short()) {
        (Some(long), _) => format!("--{long}"),
        (None, Some(short)) => format!("-{short}"),
        (None, None) => String::new(),
    }
}
