//! What comes after an option that takes people, such as `-p armin anto`.

use std::ffi::OsString;

use crate::diagnostic::{Error, UsageError};
use crate::domain::{EVERYBODY, Sprint};
use crate::text::normalize;

/// The word after an option that takes people and its value. An option takes one word, and this one may have been meant
/// to be one of the people.
#[derive(Clone)]
pub struct NextWord {
    people: String,
    word: String,
}

impl NextWord {
    /// Finds all of them on a command line. What comes after `--` is text, letter for letter.
    pub fn all_in(words: &[OsString]) -> Vec<NextWord> {
        let words = words.iter().map(|word| word.to_string_lossy().into_owned());
        let words: Vec<String> = words.take_while(|word| word != "--").collect();
        let next_words = words.windows(3).filter_map(|words| match words {
            [option, people, word] if takes_people(option) && !word.starts_with('-') => {
                Some(NextWord {
                    people: people.clone(),
                    word: word.clone(),
                })
            }
            _ => None,
        });
        next_words.collect()
    }

    /// Refuses a word that is a person, and any after a comma.
    pub fn check(&self, sprint: &Sprint) -> Result<(), Error> {
        let NextWord { people, word } = self.clone();
        let is_person = !sprint.people().named(&word).is_empty() || normalize(&word) == EVERYBODY;
        if is_person || people.ends_with(',') {
            return Err(UsageError::WordAfterPeople { people, word }.into());
        }
        Ok(())
    }
}

fn takes_people(option: &str) -> bool {
    ["-p", "--people", "--with"].contains(&option)
}
