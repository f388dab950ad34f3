//! A command line as it was typed.

use clap::Command;

/// A command line after the name of the program.
#[derive(Clone)]
pub struct Line {
    words: Vec<String>,
    /// The text that the words were cut from, and where each begins; none if a shell cut them, which removes quotes.
    typed: Option<(String, Vec<usize>)>,
}

impl Line {
    /// Takes the words that a shell has cut.
    pub fn of_words(words: Vec<String>) -> Line {
        Line { words, typed: None }
    }

    /// Cuts a line of a batch or of the prompt at its blanks. The word `sprint` at its beginning does not count, nor does what a
    /// shell or the prompt has there.
    pub fn of_text(text: &str) -> Line {
        let mut starts = Vec::new();
        let mut words = Vec::new();
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            starts.push(text.len() - rest.len());
            words.push(rest[..end].to_owned());
            rest = rest[end..].trim_start();
        }
        for passed in [&["$", ">"][..], &["sprint", "sprint>"][..]] {
            let is_passed = |word: &String| passed.contains(&word.to_lowercase().as_str());
            if words.first().is_some_and(is_passed) {
                words.remove(0);
                starts.remove(0);
            }
        }
        let typed = Some((text.trim_end().to_owned(), starts));
        Line { words, typed }
    }

    /// Returns the command that the line is, or asks for help about.
    pub fn command(&self, program: &Command) -> Option<String> {
        let is_command =
            |word: &&String| *word != "help" && program.find_subcommand(word).is_some();
        self.words.iter().find(is_command).cloned()
    }

    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Returns where a word begins in the text that the words were cut from, in bytes.
    pub fn start(&self, word: usize) -> Option<usize> {
        let (_, starts) = self.typed.as_ref()?;
        starts.get(word).copied()
    }

    /// Returns whether quotes are among the words: no shell has removed them.
    pub fn has_quotes(&self) -> bool {
        self.typed.is_some()
    }

    /// Returns all that was typed from a word on, to the letter; empty after the last word.
    pub fn rest(&self, from: usize) -> String {
        match &self.typed {
            Some((text, starts)) => {
                let start = starts.get(from).copied().unwrap_or(text.len());
                text[start..].to_owned()
            }
            None => self.words[from..].join(" "),
        }
    }
}
