//! The words of a command line: which of them are options, their values, and the text.
//!
//! clap knows what each command takes, and reads the result. What it cannot express is what a typist expects: after the
//! text, an option takes all words up to the next option; before the text, it takes one. So the words are put in an order
//! that clap reads in one way only: `VERB --option=WORD … -- ARGUMENT … TEXT …`.

use clap::{Arg, ArgAction, Command};

use super::going_on::{KnownNames, going_on_time, is_and};
use super::line::Line;
use super::misread::Misread;
use super::other_words;
use crate::diagnostic::UsageError;
use crate::domain::{is_typo, near};

/// A command line in the order that clap reads.
pub struct Arranged {
    /// The words, with the name of the program.
    pub words: Vec<String>,
    /// Whether the text was typed after `--`: it is text to the letter.
    pub literal: bool,
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
    let mut reader = Reader {
        program,
        line,
        known,
        command: None,
        at: 0,
        given: Vec::new(),
        options: Vec::new(),
        arguments: Vec::new(),
        text: Vec::new(),
        literal: false,
        is_open: false,
    };
    let as_typed = || {
        let name = [program.get_name().to_owned()];
        let words = name.into_iter().chain(line.words().iter().cloned());
        Ok(Arranged {
            words: words.collect(),
            literal: false,
            is_open: false,
        })
    };
    // `help files` is the command `files`, which prints a document.
    if let [help, document] = line.words()
        && help == "help"
        && DOCUMENTS.contains(&document.as_str())
    {
        let words = vec![program.get_name().to_owned(), document.clone()];
        return Ok(Arranged {
            words,
            literal: false,
            is_open: false,
        });
    }
    while let Some(word) = line.words().get(reader.at) {
        reader.check_dash(word)?;
        if is_option(word) {
            // What clap has made of them once it has read a line are options, too.
            let is_answered = ANSWERED.contains(&word.as_str());
            match reader.option(word).filter(|_| !is_answered) {
                // clap answers these, and what is wrong before the command is known.
                None if reader.command.is_none() || HELP.contains(&word.as_str()) => {
                    return as_typed();
                }
                option => reader.read_option(word, option)?,
            }
        } else if reader.command.is_none() {
            reader.command = program.find_subcommand(word);
            if reader.command.is_none()
                && let Some(ours) = other_words::ours(word)
            {
                let typed = word.clone();
                return Err(UsageError::OtherWord { typed, ours }.into());
            }
            // clap adds `help` to the commands only when it reads.
            if word == "help" {
                require_command(program, line.words().get(reader.at + 1))?;
                return as_typed();
            }
            if reader.command.is_none() {
                let (typed, near) = (word.clone(), near_command(program, word));
                return Err(UsageError::NotACommand { typed, near }.into());
            }
            reader.at += 1;
        } else {
            reader.read_word(word)?;
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

struct Reader<'l> {
    program: &'l Command,
    line: &'l Line,
    known: Option<KnownNames<'l>>,
    command: Option<&'l Command>,
    /// The place of the next word.
    at: usize,
    given: Vec<&'l str>,
    options: Vec<String>,
    arguments: Vec<String>,
    text: Vec<String>,
    literal: bool,
    is_open: bool,
}

impl<'l> Reader<'l> {
    fn arranged(self) -> Arranged {
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
            is_open: self.is_open,
        }
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
            Some(meant) => Err(UsageError::OtherDash {
                typed: word.to_owned(),
                meant: meant.clone(),
            }
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

    /// Reads an option and its value.
    fn read_option(&mut self, word: &str, option: Option<&'l Arg>) -> Result<(), Misread> {
        let command = self.command.map(Command::get_name).unwrap_or_default();
        let option = option.filter(|_| !word.contains('=') || word.starts_with("--"));
        let Some(option) = option else {
            let longs = self.known_options().filter_map(Arg::get_long);
            let typed = word.trim_start_matches('-');
            let near = longs.into_iter().find(|long| is_typo(long, typed));
            return Err(UsageError::UnknownOption {
                option: word.to_owned(),
                command: command.to_owned(),
                near: near.map(|long| format!("--{long}")),
                is_glued: !word.starts_with("--") && word.chars().count() > 2,
                takes_item: self.command.is_some_and(|command| {
                    fixed(command)
                        .into_iter()
                        .map(value_name)
                        .any(|name| name == "ITEM")
                }),
                takes_text: self.ending().is_some(),
            }
            .into());
        };
        if self.given.contains(&option.get_id().as_str()) {
            return Err(UsageError::RepeatedOption(word.to_owned()).into());
        }
        self.given.push(option.get_id().as_str());
        self.at += 1;
        let name = written(option);
        let (typed, glued) = match word.split_once('=') {
            Some((typed, value)) => (typed, Some(value.to_owned())),
            None => (word, None),
        };
        if !option.get_action().takes_values() {
            let glued = glued.map(|value| format!("={value}"));
            self.options.push(name + &glued.unwrap_or_default());
            return Ok(());
        }
        let mut value = Vec::new();
        match glued {
            Some(first) => {
                let (first, after) = self.quoted(&first, self.at).unwrap_or((first, self.at));
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
        if value.is_empty() {
            // clap says that the value is missing.
            self.options.push(name);
        } else if takes_several(option) && value_name(option) != "NAMES" {
            let words = value.iter().map(|word| format!("{name}={word}"));
            self.options.extend(words);
        } else {
            self.options.push(format!("{name}={}", value.join(" ")));
        }
        Ok(())
    }

    /// Adds the words that go on with the value of an option before the text: all up to the next option, or none.
    fn go_on(&mut self, typed: &str, option: &Arg, value: &mut Vec<String>) -> Result<(), Misread> {
        let from = self.at;
        let mut following = Vec::new();
        // A quote that is not closed begins the text, where it is a letter.
        while self.is_at_value()
            && let Ok(word) = self.element()
        {
            following.push(word);
        }
        let is_at_end = !self.is_at_value();
        if following.is_empty() || following == ["-"] {
            self.at = from;
            return Ok(());
        }
        let has_names = ["PEOPLE", "WHO", "TOPIC", "ITEM"].contains(&value_name(option));
        let takes_time = value_name(option) == "TIME" || option.get_id() == "when";
        let ends_with_new = value.last().is_some_and(|word| is_open_name(word));
        let is_new = value_name(option) == "PEOPLE" && ends_with_new;
        let takes_names = self.ending().is_some_and(takes_names);
        let count = match self.known {
            _ if takes_time => going_on_time(value, &following),
            // A new name goes on up to the next comma.
            _ if is_new && takes_names => following.len(),
            Some(known) => known.going_on(value_name(option), value, &following),
            None => 0,
        };
        let after_comma =
            value.last().is_some_and(|word| word.ends_with(',')) || following[0].starts_with(',');
        self.is_open |= has_names && self.known.is_none();
        if count == following.len() && is_at_end && (!is_new || takes_names) {
            value.append(&mut following);
            return Ok(());
        }
        let is_list = ["PEOPLE", "WHO"].contains(&value_name(option)) && !is_new;
        let has_new = following.iter().any(|word| word.starts_with('+'));
        if (after_comma || is_and(&following[0]))
            && is_list
            && !has_new
            && let Some(known) = self.known
            && let Some(count) = known.going_on_list(&following)
        {
            self.at = from;
            for _ in 0..count {
                value.push(self.element()?);
            }
            return Ok(());
        }
        self.at = from;
        let is_decided = self.known.is_some() || !has_names;
        if count > 0 || ((after_comma || is_new) && is_decided) {
            let words = following[..count.max(1)].join(" ");
            return Err(UsageError::WordAfterValue {
                command: self
                    .command
                    .map(Command::get_name)
                    .unwrap_or_default()
                    .to_owned(),
                option: typed.to_owned(),
                value: value.join(" "),
                words,
                has_arguments: self.arguments.len() < self.places(),
            }
            .into());
        }
        Ok(())
    }

    /// Returns whether the next word may be part of the value of an option.
    fn is_at_value(&self) -> bool {
        let word = self.line.words().get(self.at);
        word.is_some_and(|word| !is_option(word) && (word != "--" || !self.text.is_empty()))
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
            let mut arguments = self.command.into_iter().flat_map(Command::get_positionals);
            let is_item = arguments.nth(self.arguments.len()).map(value_name) == Some("ITEM");
            let mut argument = self.element()?;
            // `8, 9` and `8 , 9` are several items.
            let goes_on = |reader: &Self, argument: &str| {
                let next = reader.line.words().get(reader.at).map(String::as_str);
                let next = next.unwrap_or_default();
                let is_number =
                    next.starts_with(|first: char| first.is_ascii_digit() || first == '#');
                (argument.ends_with(',') && is_number) || next.starts_with(',')
            };
            while is_item && goes_on(self, &argument) {
                argument += &self.element()?;
            }
            if is_item {
                argument.truncate(argument.trim_end_matches(',').len());
            }
            self.arguments.push(argument);
            return Ok(());
        }
        if self.ending().is_some_and(takes_names) {
            // Within a full name, an apostrophe is a letter: Gerard 't Hooft.
            let is_person = self.ending().map(value_name) == Some("PERSON");
            let is_within = self
                .text
                .last()
                .is_some_and(|before| !before.ends_with(','));
            let name = match is_person && is_within {
                true => {
                    self.at += 1;
                    word.to_owned()
                }
                false => self.element()?,
            };
            self.text.push(name);
            return Ok(());
        }
        if self.text.is_empty()
            && let Some((text, after)) = self.quoted_text(word)
        {
            self.text.push(text);
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

    /// Reads an argument, a name or a word of a value, which may be in quotes where no shell has removed them.
    fn element(&mut self) -> Result<String, UsageError> {
        let word = &self.line.words()[self.at];
        let (element, after) = match self.quoted(word, self.at + 1) {
            Some(quoted) => quoted,
            None if self.line.has_quotes() && word.contains('"') => {
                return Err(UsageError::UnclosedQuote(word.clone()));
            }
            None => (word.clone(), self.at + 1),
        };
        self.at = after;
        Ok(element)
    }

    /// Reads on from `first` to the end of the quotes that are open in it, and returns all of it without quotes, with the
    /// place after it. An apostrophe is only a quote if it is closed before the next option.
    fn quoted(&self, first: &str, next: usize) -> Option<(String, usize)> {
        if !self.line.has_quotes() {
            return None;
        }
        let mut text = first.to_owned();
        let mut after = next;
        loop {
            if let Some(unquoted) = unquoted(&text) {
                return Some((unquoted, after));
            }
            let next = self.line.words().get(after)?;
            if first.contains('\'') && !first.contains('"') && is_option(next) {
                return None;
            }
            text += " ";
            text += next;
            after += 1;
        }
    }

    /// Returns the text between quotes that are around all of it, and the place after it.
    fn quoted_text(&self, first: &str) -> Option<(String, usize)> {
        let quote = first.chars().next();
        let quote = quote.filter(|quote| QUOTES.contains(quote) && self.line.has_quotes())?;
        let words = &self.line.words()[self.at..];
        let closes = |(place, word): (usize, &String)| {
            word.ends_with(quote) && (place > 0 || word.len() > 1)
        };
        let last = words.iter().enumerate().position(closes)?;
        let after = self.at + last + 1;
        let is_end = self
            .line
            .words()
            .get(after)
            .is_none_or(|word| is_option(word));
        let is_whole = is_end && !words[1..=last].iter().any(|word| word.starts_with(quote));
        let text = words[..=last].join(" ");
        is_whole.then(|| (text[1..text.len() - 1].to_owned(), after))
    }
}

const QUOTES: [char; 2] = ['"', '\''];

const HELP: [&str; 2] = ["-h", "--help"];

/// The options that clap answers itself.
const ANSWERED: [&str; 4] = [HELP[0], HELP[1], "-V", "--version"];

/// The commands that `sprint help` prints in full.
const DOCUMENTS: [&str; 5] = ["files", "json", "planning", "publishing", "template"];

/// Removes the quotes around the parts of a list; `None` if one is not closed.
fn unquoted(list: &str) -> Option<String> {
    let mut without = String::new();
    let mut rest = list;
    loop {
        let part = match rest.chars().next().filter(|first| QUOTES.contains(first)) {
            Some(quote) => {
                let (inside, after) = until_quote(&rest[1..], quote)?;
                rest = after;
                inside
            }
            None => {
                let (part, after) = rest.split_at(rest.find(',').unwrap_or(rest.len()));
                rest = after;
                part.to_owned()
            }
        };
        without += &part;
        match rest.strip_prefix(',') {
            Some(after) => rest = after,
            None => return Some(without),
        }
        without += ",";
    }
}

/// Cuts a text at the quote that ends it, before a comma or at the end. One that is doubled is a letter.
fn until_quote(text: &str, quote: char) -> Option<(String, &str)> {
    let mut inside = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once(quote)?;
        inside += before;
        rest = match after.strip_prefix(quote) {
            _ if after.is_empty() || after.starts_with(',') => return Some((inside, after)),
            Some(after) => after,
            None => after,
        };
        inside.push(quote);
    }
}

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

/// Returns whether a word of people ends with the beginning of a new name, which goes on up to the next comma.
fn is_open_name(word: &str) -> bool {
    let last = word.rsplit(',').next().unwrap_or_default().trim_start();
    last.starts_with('+') && !last.contains(char::is_whitespace)
}

pub fn value_name(option: &Arg) -> &str {
    let names = option.get_value_names().unwrap_or_default();
    names.first().map(|name| name.as_str()).unwrap_or_default()
}

/// Writes the option as clap reads it.
fn written(option: &Arg) -> String {
    match (option.get_long(), option.get_short()) {
        (Some(long), _) => format!("--{long}"),
        (None, Some(short)) => format!("-{short}"),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::super::Cli;
    use super::*;

    /// Returns the words as clap reads them after the verb, with `|` between them; of a refusal, what is wrong.
    fn read(line: &Line) -> String {
        match arrange(&Cli::command(), line, None) {
            Ok(arranged) => arranged.words[1..].join("|"),
            Err(Misread::Usage(error)) => format!("{error:?}"),
            Err(Misread::Help(help)) => help.to_string(),
        }
    }

    fn shell(line: &str) -> String {
        read(&Line::of_words(
            line.split(' ').map(str::to_owned).collect(),
        ))
    }

    fn prompt(line: &str) -> String {
        read(&Line::of_text(line))
    }

    #[test]
    fn after_the_text_an_option_takes_all_words_up_to_the_next() {
        for (line, expected) in [
            (
                "plan fix it -t Release Work -p armin anto",
                "plan|--topic=Release Work|--people=armin|--people=anto|--|fix|it",
            ),
            ("plan -t CI fix it", "plan|--topic=CI|--|fix|it"),
            ("done 8 -p iko samuele", "done|--people=iko|--|8|samuele"),
            (
                "assign 8 armin --only anto",
                "assign|--only|--|8|armin|anto",
            ),
            ("log -s hut mon", "log|--sprint=hut|--|mon"),
            ("init hut --title The Hut", "init|--title=The Hut|--|hut"),
            (
                "--day yesterday done 8 It works.",
                "done|--day=yesterday|--|8|It|works.",
            ),
            ("note a --at mon 14:30", "note|--at=mon 14:30|--|a"),
            ("plan fix --topic=CI", "plan|--topic=CI|--|fix"),
            ("plan fix -t", "plan|--topic|--|fix"),
        ] {
            assert_eq!(shell(line), expected, "{line}");
            assert_eq!(prompt(line), expected, "{line}");
        }
    }

    #[test]
    fn a_dash_without_a_letter_is_text_and_two_before_the_text_make_all_of_it_text() {
        for (line, expected) in [
            ("progress 8 -3 failures", "progress|--|8|-3|failures"),
            ("note a -> b -- c", "note|--|a|->|b|--|c"),
            ("note -- a -t b", "note|--|a -t b"),
            ("progress -- 8 -x", "progress|--|8|-x"),
            ("progress 8 -- -x --", "progress|--|8|-x --"),
            ("plan -", "plan|--|-"),
        ] {
            assert_eq!(shell(line), expected, "{line}");
            assert_eq!(prompt(line), expected, "{line}");
        }
        assert_eq!(prompt("note --   a   b "), "note|--|a   b");
    }

    #[test]
    fn several_items_are_one_argument() {
        assert_eq!(shell("drop 3, 4 no time"), "drop|--|3,4|no|time");
        assert_eq!(shell("drop 3,4 no time"), "drop|--|3,4|no|time");
        assert_eq!(shell("drop 3 , 4 no time"), "drop|--|3,4|no|time");
        assert_eq!(shell("photo a.png, b"), "photo|--|a.png,|b");
        assert_eq!(shell("photo a.png b, c"), "photo|--|a.png|b,|c");
    }

    #[test]
    fn quotes_are_removed_around_a_name_a_value_or_a_whole_text() {
        for (line, expected) in [
            (
                "plan \"fix it\" -t 'Python 3'",
                "plan|--topic=Python 3|--|fix it",
            ),
            ("plan --topic=\"Python 3\" x", "plan|--topic=Python 3|--|x"),
            ("plan 'nonlocal'", "plan|--|nonlocal"),
            ("plan implement 'nonlocal'", "plan|--|implement|'nonlocal'"),
            ("plan 'a' and 'b'", "plan|--|'a'|and|'b'"),
            ("plan \"add -t option\"", "plan|--|add -t option"),
            ("plan don't panic", "plan|--|don't|panic"),
            ("note say \"hello world\".", "note|--|say|\"hello|world\"."),
            ("note 5\" wide", "note|--|5\"|wide"),
            ("note \"open", "note|--|\"open"),
            ("note \"\"", "note|--|"),
            (
                "assign 'the leak' \"Carl Friedrich\", o'brien",
                "assign|--|the leak|Carl Friedrich,|o'brien",
            ),
            ("join 'bell hooks'", "join|--|bell hooks"),
            (
                "assign 8 \"manuel jacob\",armin",
                "assign|--|8|manuel jacob,armin",
            ),
            (
                "assign 8 armin,\"manuel jacob\", anto",
                "assign|--|8|armin,manuel jacob,|anto",
            ),
            ("assign 8, armin, anto", "assign|--|8|armin,|anto"),
            ("done 8 -p +Zoe", "done|--people=+Zoe|--|8"),
            (
                "assign 8 --with +Zoe Quinn",
                "assign|--with=+Zoe|--with=Quinn|--|8",
            ),
            (
                "plan --when after lunch -t CI",
                "plan|--when=after lunch|--topic=CI",
            ),
            (
                "join Gerard 't Hooft, 'bell hooks'",
                "join|--|Gerard|'t|Hooft,|bell hooks",
            ),
            (
                "done 8 -p armin 'twas a leak",
                "done|--people=armin|--|8|'twas|a|leak",
            ),
            ("sprint plan it", "plan|--|it"),
        ] {
            assert_eq!(prompt(line), expected, "{line}");
        }
        assert_eq!(
            prompt("plan x -t \"Python 3"),
            "UnclosedQuote(\"\\\"Python\")"
        );
    }

    #[test]
    fn what_is_not_an_option_or_not_clear_is_refused() {
        for (line, expected) in [
            ("plan -thread-safe dicts", "UnknownOption"),
            ("plan make it --shared", "UnknownOption"),
            ("plan fix -t=CI", "UnknownOption"),
            ("plan fix -t CI -t Docs", "RepeatedOption"),
            ("plan fix -t CI --topic Docs", "RepeatedOption"),
            ("plan - fix it", "WordsAfterDash"),
            ("discuss --decided Yes, we do strings", "WordAfterValue"),
            ("note --at mon 14:30 it rained", "WordAfterValue"),
            ("plan --when Thu 17:00 talk", "WordAfterValue"),
            ("talk --when on Sunday the JIT", "WordAfterValue"),
            ("plan fix it –t CI", "OtherDash"),
            ("plan fix it —topic CI", "OtherDash"),
            ("plan --when Thu 17.00 talk", "WordAfterValue"),
        ] {
            assert!(shell(line).starts_with(expected), "{line}: {}", shell(line));
        }
    }
}
