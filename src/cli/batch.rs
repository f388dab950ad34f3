//! `sprint batch`: several commands at once.

use std::path::Path;

use clap::Args;

use super::desk::{Desk, Globals};
use super::record::Step;
use super::{Cli, Command, Recording, dispatch, is_help, parse};
use crate::diagnostic::{Error, Remark, UsageError};
use crate::journal::read_text;

/// Record several commands, one per line without the word `sprint`: all of them or none
///
/// Words are separated as in a shell, but only double quotes hold words together; an apostrophe is a letter. Empty lines
/// and lines that begin with # are ignored. At a terminal and without a FILE, a prompt opens, and each line is recorded at
/// once.
#[derive(Args, Debug)]
pub struct Batch {
    /// The file [default: standard input]
    file: Option<String>,
}

impl Batch {
    /// Records the lines.
    pub fn run(self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        let text = match self.file.as_deref() {
            None if desk.is_interactive() => return prompt(desk),
            None | Some("-") => desk.input()?,
            Some(file) => read_text(Path::new(file))?,
        };
        let mut steps = Vec::new();
        for (number, line) in text
            .lines()
            .enumerate()
            .filter(|(_, line)| is_command(line))
        {
            let line_number = Some(number + 1);
            steps.push(step(line, line_number, desk).map_err(|error| error.in_line(line_number))?);
        }
        desk.record_all(steps)
    }
}

/// Reads commands at a prompt, each recorded or answered at once, until the input ends.
fn prompt(desk: &mut Desk<'_, '_>) -> Result<(), Error> {
    desk.remark(&Remark::Prompt)?;
    while let Some(line) = desk.ask("sprint> ")? {
        if !is_command(&line) {
            continue;
        }
        let answered = match parse(&words(&line)) {
            Err(error) if is_help(&error) => desk.say(&error.render().to_string()),
            Err(error) => Err(UsageError::NotACommand(told(&error)).into()),
            Ok(cli) => answer(cli, &line, desk),
        };
        if let Err(error) = answered {
            desk.complain("error", &error.to_string(), error.hint().as_deref())?;
        }
    }
    Ok(())
}

/// Does what a line at the prompt says.
fn answer(cli: Cli, line: &str, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
    let globals = cli.globals.or(desk.globals());
    match cli.command {
        Some(Command::Batch(_)) => Err(UsageError::NotForABatch(line.trim().to_owned()).into()),
        command => {
            desk.with_environment(|environment| dispatch(Cli { globals, command }, environment))
        }
    }
}

fn step(line: &str, number: Option<usize>, desk: &Desk<'_, '_>) -> Result<Step, Error> {
    let cli = parse(&words(line)).map_err(|error| UsageError::NotACommand(told(&error)))?;
    let not_here = || Error::Usage(UsageError::NotForABatch(line.trim().to_owned()));
    match cli.command {
        Some(Command::Recording(Recording::Plan(plan))) if plan.is_bare() => Err(not_here()),
        Some(Command::Recording(recording)) if !cli.globals.choose() => Ok(Step {
            line: number,
            globals: Globals::or(cli.globals, desk.globals()),
            command: recording.command(),
        }),
        _ => Err(not_here()),
    }
}

fn is_command(line: &str) -> bool {
    !line.trim().is_empty() && !line.trim_start().starts_with('#')
}

/// The words of a line. Texts have more apostrophes than quotations, so that only double quotes at the ends of words
/// hold words together.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = line.trim();
    while !rest.is_empty() {
        let quoted = rest.strip_prefix('"').and_then(|inside| {
            let ends = inside.match_indices('"').map(|(end, _)| end);
            let mut ends = ends.filter(|end| {
                inside[end + 1..]
                    .chars()
                    .next()
                    .is_none_or(char::is_whitespace)
            });
            ends.next().map(|end| (&inside[..end], &inside[end + 1..]))
        });
        let (word, behind) = quoted
            .unwrap_or_else(|| rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len())));
        words.push(word.to_owned());
        rest = behind.trim_start();
    }
    if words.first().is_some_and(|word| word == "sprint") {
        words.remove(0);
    }
    words
}

/// The first line of what the parser says, and what it would rather have read.
fn told(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let first = text
        .lines()
        .next()
        .unwrap_or_default()
        .trim_start_matches("error: ")
        .to_owned();
    let tip = text
        .lines()
        .find_map(|line| line.trim().strip_prefix("tip: ").map(str::to_owned));
    tip.map_or(first.clone(), |tip| format!("{first}; {tip}"))
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn only_double_quotes_around_words_hold_them_together() {
        for (line, expected) in [
            ("plan fix the leak", vec!["plan", "fix", "the", "leak"]),
            (
                "  sprint plan  don't panic ",
                vec!["plan", "don't", "panic"],
            ),
            (
                "assign 1 \"Carl Friedrich\" anto",
                vec!["assign", "1", "Carl Friedrich", "anto"],
            ),
            (
                "note say \"hello world\".",
                vec!["note", "say", "\"hello", "world\"."],
            ),
            ("note 5\" wide", vec!["note", "5\"", "wide"]),
            ("note \"open", vec!["note", "\"open"]),
            ("note \"\"", vec!["note", ""]),
            ("", vec![]),
        ] {
            assert_eq!(words(line), expected, "{line}");
        }
    }
}
