//! The people that a list of names means.

use crate::domain::entry::EVERYBODY;
use crate::domain::lookup_error::{LookupError, NameChoice};
use crate::domain::person::{Person, PersonId, is_name, split_doubt};
use crate::domain::sprint::Sprint;
use crate::domain::typo::typo_of;
use crate::text::normalize;

/// The people whom some words mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundPeople {
    /// The names to store: nicks of attendees, other names as typed; none twice.
    pub names: Vec<String>,
    /// Those among them that are new to the sprint.
    pub unknown: Vec<String>,
}

/// Words that may separate names.
const BETWEEN: [&str; 3] = ["and", "&", "+"];

impl Sprint {
    /// Finds the people that `typed` means. Names are separated by blanks or commas. A typed word with a blank in it is
    /// one name, and so is the text between two commas, unless it consists of known names.
    pub fn find_people(&self, typed: &[String]) -> Result<FoundPeople, LookupError> {
        let mut named = FoundPeople::default();
        if typed.iter().any(|word| word.contains(',')) {
            for part in typed.join(" ").split(',') {
                self.name_part(&split(part), true, &mut named)?;
            }
            return Ok(named);
        }
        for run in typed.chunk_by(|one, other| !one.contains(' ') && !other.contains(' ')) {
            let words: Vec<&str> = run.iter().flat_map(|word| split(word)).collect();
            self.name_part(&words, run[0].contains(' '), &mut named)?;
        }
        Ok(named)
    }

    /// Adds the people that `words` mean. Unknown words are one new name if `whole`, otherwise a new name each.
    fn name_part(
        &self,
        words: &[&str],
        whole: bool,
        named: &mut FoundPeople,
    ) -> Result<(), LookupError> {
        let mut found = Vec::new();
        let mut rest = words;
        // No known name has more words.
        let longest = self.people.longest_name();
        while let Some(first) = rest.first() {
            let known = (1..=rest.len().min(longest)).rev().find_map(|count| {
                let name = self.find_person(&rest[..count].join(" "));
                name.transpose().map(|name| name.map(|name| (count, name)))
            });
            match known.transpose()? {
                Some((count, name)) => {
                    found.push((name, false));
                    rest = &rest[count..];
                }
                None if BETWEEN.contains(first) => rest = &rest[1..],
                None if whole => {
                    let name = words.join(" ");
                    let new = self.new_name(&name)?;
                    if let Some((known, _)) = found.first() {
                        return Err(LookupError::PartlyKnown {
                            name,
                            known: known.to_owned(),
                        });
                    }
                    found = vec![(new, true)];
                    break;
                }
                None => {
                    found.push((self.new_name(first)?, true));
                    rest = &rest[1..];
                }
            }
        }
        for (name, unknown) in found {
            if !named.names.contains(&name) {
                if unknown {
                    named.unknown.push(split_doubt(&name).0.to_owned());
                }
                named.names.push(name);
            }
        }
        Ok(())
    }

    /// Finds the stored name of the one known person whom `typed` means; `None` if it means nobody known.
    fn find_person(&self, typed: &str) -> Result<Option<String>, LookupError> {
        let (name, doubtful) = split_doubt(typed);
        let stored = if normalize(name) == EVERYBODY {
            EVERYBODY.to_owned()
        } else {
            match self.people.named(name)[..] {
                [] => return Ok(None),
                [id] => self.people.get(id).nick.clone(),
                ref several => {
                    let choice = |id: &PersonId| {
                        let Person { name, nick, .. } = self.people.get(*id).clone();
                        NameChoice { name, nick }
                    };
                    let choices = several.iter().map(choice).collect();
                    return Err(LookupError::SharedName {
                        name: name.to_owned(),
                        choices,
                    });
                }
            }
        };
        Ok(Some(if doubtful { stored + "?" } else { stored }))
    }

    /// Accepts an unknown name, unless it looks like a typo of a known one.
    fn new_name(&self, typed: &str) -> Result<String, LookupError> {
        let (name, _) = split_doubt(typed);
        if !is_name(name) {
            return Err(LookupError::NotAName(typed.to_owned()));
        }
        match self.like_name(name) {
            Some(known) => Err(LookupError::LikeName {
                name: name.to_owned(),
                known,
            }),
            None => Ok(typed.to_owned()),
        }
    }

    /// Returns the known name that `typed` looks like a typo of.
    pub fn like_name(&self, typed: &str) -> Option<String> {
        typo_of(typed, self.people.all_names().map(|(_, name)| name))
    }
}

fn split(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}
