//! The words of a command line: which of them are options, their values, and the text.
//!
//! clap knows what each command takes, and reads the result. What it cannot express is what a typist expects: after the
//! text, an option takes all words up to the next option; before the text, it takes one. So the words are put in an order
//! that clap reads in one way only: `VERB --option=WORD … -- ARGUMENT … TEXT …`.

mod options;
mod quotes;

use clap::{Arg, ArgAction, Command};

use super::going_on::KnownNames;
use super::line::Line;
use super::misread::Misread;
use super::other_words;
use crate::diagnostic::{OptionError, TypedOption, UsageError};
use crate::domain::near;

/// A command line in the order that clap reads.
pub struct Arranged {
    /// The words, with the name of the program.
    pub words: Vec<String>,
    /// Whether the text was typed after `--`: it is text to the letter.
    pub literal: bool,
    /// The options as they were typed, for hints.
    pub options: Vec<TypedOption>,
    /// Whether the order depends on the people and topics of the sprint: words follow the value of an option that comes before the text.
    pub is_open: bool,
}

/// Puts the words of a line in the order that clap reads. Without `known` names, the words after the value of an option
/// that comes before the text are text, and the result says that this is open.
///
/// # Errors
///
/// An option that the command does not have, that is given twice or whose value may be longer than a word; a quote without its end; words after `-`.
pub fn arrange(
    program: &Command,
    line: &Line,
    known: Option<KnownNames<'_>>,
) -> Result<Arranged, Misread> {
    let as_typed = |words: &[String]| {
        let name = [program.get_name().to_owned()];
        Arranged {
            words: [&name, words].concat(),
            literal: false,
            options: Vec::new(),
            is_open: false,
        }
    };
    // `help files` is the command `files`, which prints a document.
    if let [help, document] = line.words()
        && help == "help"
        && DOCUMENTS.contains(&document.as_str())
    {
        return Ok(as_typed(&line.words()[1..]));
    }
    let mut reader = Reader::new(program, line, known);
    while let Some(word) = line.words().get(reader.at) {
        reader.check_dash(word)?;
        let is_ours = match reader.command {
            _ if is_option(word) && !reader.is_within_quotes() => reader.read_option(word)?,
            None => reader.read_command(word)?,
            Some(_) => reader.read_word(word).map(|()| true)?,
        };
        if !is_ours {
            return Ok(as_typed(line.words()));
        }
    }
    Ok(reader.arranged())
}

/// Finds the command that a word is like, or begins like.
fn near_command(program: &Command, typed: &str) -> Option<String> {
    let shown = program
        .get_subcommands()
        .filter(|command| !command.is_hide_set());
    let names: Vec<&str> = shown.map(Command::get_name).collect();
    let typed = typed.to_lowercase();
    let typed = typed.trim_end_matches(|sign: char| !sign.is_alphanumeric());
    let begins = |name: &&&str| typed.len() > 2 && name.starts_with(typed);
    let begun = || names.iter().find(begins).map(|name| (*name).to_owned());
    near(typed, names.iter().copied()).or_else(begun)
}

/// Refuses a word after `help` that is not a command.
fn require_command(program: &Command, word: Option<&String>) -> Result<(), UsageError> {
    let Some(typed) = word.filter(|word| !is_option(word)).cloned() else {
        return Ok(());
    };
    let is_known = typed == "help" || DOCUMENTS.contains(&typed.as_str());
    if is_known || program.find_subcommand(&typed).is_some() {
        return Ok(());
    }
    let near = near_command(program, &typed);
    Err(match other_words::ours(&typed).filter(|_| near.is_none()) {
        Some(ours) => UsageError::OtherWord { typed, ours },
        None => UsageError::NotACommand {
            typed,
            near: near.map(|near| format!("help {near}")),
        },
    })
}

/// What may stand behind an item in a list of them.
const COMMAS: [char; 2] = [',', ';'];

struct Reader<'l> {
    program: &'l Command,
    line: &'l Line,
    known: Option<KnownNames<'l>>,
    command: Option<&'l Command>,
    /// The place of the next word.
    at: usize,
    given: Vec<&'l str>,
    options: Vec<String>,
    /// The options as they were typed.
    typed: Vec<TypedOption>,
    arguments: Vec<String>,
    text: Vec<String>,
    /// Whether the whole text was in quotes.
    is_quoted: bool,
    literal: bool,
    is_open: bool,
}

impl<'l> Reader<'l> {
    fn new(program: &'l Command, line: &'l Line, known: Option<KnownNames<'l>>) -> Self {
        Reader {
            program,
            line,
            known,
            command: None,
            at: 0,
            given: Vec::new(),
            options: Vec::new(),
            typed: Vec::new(),
            arguments: Vec::new(),
            text: Vec::new(),
            is_quoted: false,
            literal: false,
            is_open: false,
        }
    }

    fn arranged(mut self) -> Arranged {
        // Behind a comma, more items may follow, but not in quotes.
        let quoted = |text: &String| self.is_quoted || text.contains(char::is_whitespace);
        if (self.literal || self.text.first().is_none_or(quoted))
            && let Some(item) = self.arguments.last_mut()
        {
            item.truncate(item.trim_end_matches(COMMAS).len());
        }
        let verb = self.command.map(|command| command.get_name().to_owned());
        let mut words = vec![self.program.get_name().to_owned()];
        words.extend(verb);
        words.extend(self.options);
        let arguments = [self.arguments, self.text].concat();
        if !arguments.is_empty() {
            words.push("--".to_owned());
            words.extend(arguments);
        }
        Arranged {
            words,
            literal: self.literal,
            options: self.typed,
            is_open: self.is_open,
        }
    }

    /// Reads the command; false if clap answers what stands in its place.
    fn read_command(&mut self, word: &str) -> Result<bool, UsageError> {
        // clap adds `help` to the commands, but only once it has read a line.
        if word == "help" {
            require_command(self.program, self.line.words().get(self.at + 1))?;
            return Ok(false);
        }
        self.command = self.program.find_subcommand(word);
        if self.command.is_some() {
            self.at += 1;
            return Ok(true);
        }
        let typed = word.to_owned();
        if let Some(ours) = other_words::ours(word) {
            return Err(UsageError::OtherWord { typed, ours });
        }
        let near = near_command(self.program, word);
        let is_number = |word: &str| word.trim_start_matches('#').parse::<u32>().is_ok();
        let number = word.trim_end_matches([':', '.', ',']);
        if is_number(number) {
            let item = number.trim_start_matches('#').to_owned();
            let next = self.line.words().get(self.at + 1);
            let command = next.filter(|next| self.program.find_subcommand(next).is_some());
            return Err(UsageError::ItemBeforeCommand {
                typed,
                item,
                command: command.cloned(),
            });
        }
        if ["-", "*", "•", "<!--"].contains(&word) || word.starts_with('[') {
            return Err(UsageError::LineOfDocument(typed));
        }
        Err(match other_words::near(word).filter(|_| near.is_none()) {
            Some(ours) => UsageError::OtherWord { typed, ours },
            None => UsageError::NotACommand { typed, near },
        })
    }

    /// Returns the options that may be given here.
    fn known_options(&self) -> impl Iterator<Item = &'l Arg> {
        let of_command = self.command.into_iter().flat_map(Command::get_arguments);
        let of_program = self.program.get_arguments();
        of_command
            .chain(of_program)
            .filter(|option| !option.is_positional())
    }

    fn option(&self, word: &str) -> Option<&'l Arg> {
        option_called(self.known_options(), word)
    }

    /// Refuses an option that an editor gave another dash.
    fn check_dash(&self, word: &str) -> Result<(), Misread> {
        let Some(name) = word.strip_prefix(['–', '—']) else {
            return Ok(());
        };
        let meant = [format!("-{name}"), format!("--{name}")];
        match meant.iter().find(|meant| self.option(meant).is_some()) {
            Some(meant) => Err(UsageError::Option(OptionError::OtherDash {
                typed: word.to_owned(),
                meant: meant.clone(),
            })
            .into()),
            None => Ok(()),
        }
    }

    /// Counts the arguments before the text.
    fn places(&self) -> usize {
        self.command.map_or(0, |command| fixed(command).len())
    }

    fn ending(&self) -> Option<&'l Arg> {
        self.command.and_then(ending)
    }

    /// Returns whether the text is there, or none can follow.
    fn is_after_text(&self) -> bool {
        let has_all = self.command.is_some() && self.arguments.len() >= self.places();
        !self.text.is_empty() || (has_all && self.ending().is_none())
    }

    /// Reads an argument or a word of the text.
    fn read_word(&mut self, word: &str) -> Result<(), Misread> {
        if word == "--" && self.text.is_empty() {
            self.literal = true;
            let words = &self.line.words()[self.at + 1..];
            let count = words.len().min(self.places() - self.arguments.len());
            self.arguments.extend_from_slice(&words[..count]);
            if words.len() > count {
                self.text.push(self.line.rest(self.at + 1 + count));
            }
            self.at = self.line.words().len();
            return Ok(());
        }
        if self.arguments.len() < self.places() {
            return Ok(self.read_argument()?);
        }
        if self.ending().is_some_and(takes_names) {
            return Ok(self.read_name(word)?);
        }
        if self.text.is_empty()
            && let Some((text, after)) = self.quoted_text(word)
        {
            self.text.push(text);
            self.is_quoted = true;
            self.at = after;
            return Ok(());
        }
        if self.text == ["-"] && self.ending().is_some() {
            let command = self.command.map(Command::get_name).unwrap_or_default();
            return Err(UsageError::WordsAfterDash(command.to_owned()).into());
        }
        self.text.push(word.to_owned());
        self.at += 1;
        Ok(())
    }

    /// Reads an argument before the text. `8, 9` and `8 , 9` are several items.
    fn read_argument(&mut self) -> Result<(), UsageError> {
        let mut arguments = self.command.into_iter().flat_map(Command::get_positionals);
        let is_item = arguments.nth(self.arguments.len()).map(value_name) == Some("ITEM");
        let mut argument = self.element()?;
        let goes_on = |reader: &Self, argument: &str| {
            let next = reader.line.words().get(reader.at).map(String::as_str);
            let next = next.unwrap_or_default();
            let is_number = next.starts_with(|first: char| first.is_ascii_digit() || first == '#');
            (argument.ends_with(COMMAS) && is_number) || next.starts_with(',') || next == ";"
        };
        while is_item && goes_on(self, &argument) {
            argument += &self.element()?;
        }
        self.arguments.push(argument);
        Ok(())
    }

    /// Reads a word of the people in the place of the text. Within a full name, an apostrophe is a letter: Gerard 't Hooft.
    fn read_name(&mut self, word: &str) -> Result<(), UsageError> {
        let is_person = self.ending().map(value_name) == Some("PERSON");
        let before = self.text.last();
        let is_within = before.is_some_and(|before| !before.ends_with(','));
        let name = match is_person && is_within {
            true => {
                self.at += 1;
                word.to_owned()
            }
            false => self.element()?,
        };
        self.text.push(name);
        Ok(())
    }
}

/// The commands that `sprint help` prints in full.
const DOCUMENTS: [&str; 5] = ["files", "json", "planning", "publishing", "template"];

/// Returns the arguments of a command before its text.
pub fn fixed(command: &Command) -> Vec<&Arg> {
    let arguments = command.get_positionals();
    arguments
        .filter(|argument| !takes_several(argument))
        .collect()
}

/// Returns the text, or the list of people, that ends a command.
pub fn ending(command: &Command) -> Option<&Arg> {
    let mut arguments = command.get_positionals();
    arguments.find(|argument| takes_several(argument) && !argument.is_hide_set())
}

/// Returns the option that a word is, with or without a value behind `=`.
pub fn option_called<'c>(
    mut options: impl Iterator<Item = &'c Arg>,
    word: &str,
) -> Option<&'c Arg> {
    let name = word.split('=').next().unwrap_or_default();
    options.find(|option| match name.strip_prefix("--") {
        Some(long) => option.get_long() == Some(long),
        None => option
            .get_short()
            .is_some_and(|short| name == format!("-{short}")),
    })
}

/// Returns whether a word is an option: one or two dashes and a letter. `-5` and `->` are not.
pub fn is_option(word: &str) -> bool {
    let name = word.strip_prefix("--").or(word.strip_prefix('-'));
    name.is_some_and(|name| name.starts_with(char::is_alphabetic))
}

fn takes_several(argument: &Arg) -> bool {
    matches!(argument.get_action(), ArgAction::Append)
}

/// Returns whether an argument is a list of people.
fn takes_names(argument: &Arg) -> bool {
    ["PEOPLE", "PERSON"].contains(&value_name(argument))
}

pub fn value_name(option: &Arg) -> &str {
    let names = option.get_value_names().unwrap_or_default();
    names.first().map(|name| name.as_str()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
