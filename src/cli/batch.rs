//! `sprint batch`: several commands at once.

use std::path::Path;

use clap::Args;

use super::ui::Ui;
use crate::diagnostic::Error;
use crate::journal::read_text;

/// Record several commands, one per line without the word `sprint`: all of them or none
///
/// Words are separated as in a shell, but only double quotes hold words together; an apostrophe is a letter. Empty lines
/// and lines that begin with # are ignored. At a terminal and without a FILE, a prompt opens, and each line is recorded at
/// once.
#[derive(Args)]
pub struct Batch {
    /// The file [default: standard input]
    file: Option<String>,
}

impl Batch {
    /// Reads the lines; none if they are to be typed at a prompt.
    pub fn text(&self, ui: &mut Ui) -> Result<Option<String>, Error> {
        match self.file.as_deref() {
            None if ui.interactive => Ok(None),
            None | Some("-") => ui.read_input().map(Some),
            Some(file) => read_text(Path::new(file)).map(Some),
        }
    }
}

pub fn is_command(line: &str) -> bool {
    !line.trim().is_empty() && !line.trim_start().starts_with('#')
}

/// Splits a line into words. Texts have more apostrophes than quotations, so that only double quotes at the ends of
/// words hold words together.
pub fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = line.trim();
    while !rest.is_empty() {
        let quoted = rest.strip_prefix('"').and_then(|inside| {
            let parts = inside
                .match_indices('"')
                .map(|(end, _)| inside.split_at(end));
            let is_end = |after: &str| after.is_empty() || after.starts_with(char::is_whitespace);
            parts
                .map(|(word, quote)| (word, &quote[1..]))
                .find(|(_, after)| is_end(after))
        });
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, after) = quoted.unwrap_or(rest.split_at(end));
        words.push(word.to_owned());
        rest = after.trim_start();
    }
    if words.first().is_some_and(|word| word == "sprint") {
        words.remove(0);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn only_double_quotes_around_words_hold_them_together() {
        for (line, expected) in [
            ("plan fix the leak", "plan|fix|the|leak"),
            ("  sprint plan  don't panic ", "plan|don't|panic"),
            (
                "assign 1 \"Carl Friedrich\" anto",
                "assign|1|Carl Friedrich|anto",
            ),
            ("note say \"hello world\".", "note|say|\"hello|world\"."),
            ("note 5\" wide", "note|5\"|wide"),
            ("note \"open", "note|\"open"),
            ("note \"\"", "note|"),
            ("", ""),
        ] {
            assert_eq!(words(line).join("|"), expected, "{line}");
        }
    }
}
