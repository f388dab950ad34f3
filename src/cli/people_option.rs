//! What comes after an option that takes people, such as `-p armin anto`.

use std::collections::HashMap;

use clap::{Arg, ArgMatches, Command};

use crate::diagnostic::{Error, UsageError};
use crate::domain::{EVERYBODY, Sprint};
use crate::text::normalize;

/// The name of a value that is people, in the help.
const PEOPLE: &str = "PEOPLE";

/// The word after the value of an option that takes people. An option takes one word, and this one may have been meant
/// to be one of the people.
pub struct NextWord {
    people: String,
    word: String,
}

impl NextWord {
    /// Finds all of them on a command line.
    pub fn all_in(matches: &ArgMatches, command: &Command) -> Vec<NextWord> {
        let values = |arg: &Arg| {
            let indices = matches.indices_of(arg.get_id().as_str());
            let values = matches.get_raw(arg.get_id().as_str());
            let values = indices
                .into_iter()
                .flatten()
                .zip(values.into_iter().flatten());
            values
                .map(|(index, value)| (index, value.to_string_lossy().into_owned()))
                .collect::<Vec<_>>()
        };
        let words: HashMap<usize, String> = command.get_positionals().flat_map(values).collect();
        let takes_people =
            |arg: &&Arg| arg.get_value_names().is_some_and(|names| names == [PEOPLE]);
        let people = command.get_opts().filter(takes_people).flat_map(values);
        people
            .filter_map(|(index, people)| {
                Some(NextWord {
                    people,
                    word: words.get(&(index + 1))?.clone(),
                })
            })
            .collect()
    }

    /// Refuses a word that is a person, and any after a comma.
    pub fn check(&self, sprint: &Sprint) -> Result<(), Error> {
        let NextWord { people, word } = self;
        let is_person = !sprint.people().named(word).is_empty() || normalize(word) == EVERYBODY;
        if is_person || people.ends_with(',') {
            let (people, word) = (people.clone(), word.clone());
            return Err(UsageError::WordAfterPeople { people, word }.into());
        }
        Ok(())
    }
}
