//! One part of a list of people: a name with the words that belong to it.

use super::known::{Names, Resolved, within};
use super::manner::{Manner, without_manner};
use super::written::{is_capitalised, is_short_word};
use crate::domain::{EVERYBODY, is_everybody, is_new_name, is_wordless, stored_name};
use crate::planning::document::Person;
use crate::planning::status::is_status;
use crate::planning::strike::struck;
use crate::planning::time::{bare_time, is_time};
use crate::text::{is_of, is_short_day, normalize, weekday};

/// A part of a bracket.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    /// What says nothing, such as `...`.
    Nothing,
    /// Words beside the names that are not understood: `somebody`, `later`.
    Others(String),
    Known(Vec<Person>),
    /// Initials alone: they may be an abbreviation.
    Initials(Person),
    Unclear(String),
    /// A new name with those of known people in it, with no sign between them.
    Joined(JoinedNames),
    New(NewName),
    Time(String),
    Status(String),
    Text(String),
}

/// A name that nobody is known by.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NewName {
    pub person: Person,
    pub name: String,
    pub is_capitalised: bool,
    /// Whether a `+` says that it is somebody new.
    pub is_said_new: bool,
}

/// A new name with those of known people in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct JoinedNames {
    pub name: String,
    pub known: Vec<String>,
}

/// Words that stand where names do and name nobody.
const NOBODY: [&str; 42] = [
    "also",
    "anybody",
    "anyone",
    "co",
    "etc",
    "irgendjemand",
    "irgendwer",
    "jemand",
    "jemand anders",
    "jemanden",
    "later",
    "more",
    "more people",
    "niemand",
    "no one yet",
    "nobody",
    "nobody yet",
    "noch jemand",
    "noch keiner",
    "noch niemand",
    "none",
    "noone",
    "one of us",
    "other",
    "other people",
    "others",
    "part time",
    "people",
    "quickly",
    "somebody",
    "somebody else",
    "someone",
    "someone else",
    "soon",
    "tba",
    "tbd",
    "unassigned",
    "volunteer",
    "volunteers",
    "wer",
    "who",
    "you",
];

/// Those of them that say that nobody is on something yet.
const NOBODY_YET: [&str; 7] = [
    "niemand",
    "no one yet",
    "nobody",
    "nobody yet",
    "noch keiner",
    "noch niemand",
    "unassigned",
];

/// Those of them that say nothing, or that there are more, as `etc` does.
const SAYS_NOTHING: [&str; 10] = [
    "also",
    "co",
    "etc",
    "more",
    "more people",
    "none",
    "noone",
    "other",
    "other people",
    "others",
];

/// Returns whether a text says that nobody is on something, and hardly anything else.
pub fn is_nobody_yet(text: &str) -> bool {
    NOBODY_YET.contains(&normalize(text).as_str())
}

/// Words behind a known name that begin to say what they do.
const GOES_ON: [&str; 12] = [
    "as", "during", "for", "from", "if", "on", "till", "to", "until", "when", "while", "who",
];

impl Names<'_> {
    /// Reads one name with the words that belong to it. Those that are not understood follow it.
    pub(super) fn part(&self, text: &str) -> Vec<Part> {
        let (text, is_struck) = match struck(text) {
            Some(inner) => (inner, true),
            None => (text, false),
        };
        let text = text.trim_matches(['*', '_', '`', '"']).trim();
        let text = text.trim_end_matches('!');
        if let Some(typed) = self.nick_with_sign(text) {
            let manner = Manner {
                is_struck,
                ..Manner::default()
            };
            return vec![Part::Known(vec![manner.person(typed)])];
        }
        let is_known = !matches!(self.resolve(text.trim_matches('?')), Resolved::Nobody);
        let is_when = |text: &&str| is_event(text) || is_capitalised_short_day(text);
        let when = bare_time(text).or(Some(text).filter(is_when));
        if let Some(when) = when.filter(|_| !is_known) {
            return vec![Part::Time(when.to_owned())];
        }
        if !is_known && (is_status(text) || is_difficulty(text)) {
            let status = text.trim_start_matches(['-', '–', '—']).trim_start();
            let status = if text.starts_with("->") { text } else { status };
            return vec![Part::Status(status.to_owned())];
        }
        let words: Vec<&str> = text
            .split_whitespace()
            .map(|word| word.trim_end_matches("...").trim_end_matches('…'))
            .map(|word| word.trim_start_matches("...").trim_start_matches('…'))
            .collect();
        let mut manner = Manner {
            is_struck,
            ..Manner::default()
        };
        let mut others = Vec::new();
        let words = without_manner(&words, &mut manner, &mut others);
        let name = words.join(" ");
        let bare = name.trim_matches('?').trim();
        manner.doubtful |= bare.len() < name.len();
        let name = bare.to_owned();
        let folded = normalize(&name);
        if is_more(&name) && !is_nobody(&folded) && !is_known {
            return vec![Part::Others(text.to_owned())];
        }
        if is_nobody(&folded) || name == "X" {
            return vec![match NOBODY_YET.contains(&folded.as_str())
                || SAYS_NOTHING.contains(&folded.as_str())
                || is_wordless(&name)
                || name == "X"
            {
                true => Part::Nothing,
                false => Part::Others(text.to_owned()),
            }];
        }
        let mut parts = self.one(&name, words, manner);
        parts.extend(others.into_iter().map(Part::Others));
        parts
    }

    /// Finds whom a nick means that ends in `?`, as some in old logs do.
    fn nick_with_sign(&self, text: &str) -> Option<String> {
        if !text.ends_with('?') {
            return None;
        }
        match self.known.find(text)[..] {
            [id] if self.known.get(id).nick == text => Some(stored_name(self.known.get(id))),
            _ => None,
        }
    }

    /// Reads one name without the words that say how somebody is named.
    fn one(&self, name: &str, words: &[&str], manner: Manner) -> Vec<Part> {
        if means_everybody(name) {
            return vec![Part::Known(vec![manner.person(EVERYBODY.to_owned())])];
        }
        let part = match self.resolve(name) {
            Resolved::One(typed) if self.is_initials(name) => Part::Initials(manner.person(typed)),
            Resolved::One(typed) => Part::Known(vec![manner.person(typed)]),
            Resolved::Several => Part::Unclear(name.to_owned()),
            Resolved::Nobody if EVERYBODY_ELSEWHERE.contains(&normalize(name).as_str()) => {
                Part::Known(vec![manner.person(EVERYBODY.to_owned())])
            }
            Resolved::Nobody => match self.known_with_more(words, manner) {
                Some(parts) => return parts,
                None => self
                    .known_behind_by(words, manner)
                    .or_else(|| self.whose_help(words, manner))
                    .or_else(|| self.known_between_blanks(words, manner))
                    .unwrap_or_else(|| self.new_name(name, manner)),
            },
        };
        vec![part]
    }

    /// Returns whether a known name is initials alone.
    fn is_initials(&self, name: &str) -> bool {
        const MOST: usize = 3;
        name.chars().count() <= MOST && self.known.find(name).is_empty()
    }

    /// Returns somebody known and one word about them: `armin pessimistic`.
    pub(super) fn name_in<'t>(&self, text: &'t str) -> Option<(Person, &'t str)> {
        let (name, word) = text.split_once(' ')?;
        match self.known.find(name)[..] {
            [_] if !word.is_empty() && word.chars().all(char::is_lowercase) => {}
            _ => return None,
        }
        match self.resolve(name) {
            Resolved::One(typed) => Some((Manner::default().person(typed), word)),
            Resolved::Nobody | Resolved::Several => None,
        }
    }

    /// Reads `by Armin`. Somebody new may have written what the work is about.
    fn known_behind_by(&self, words: &[&str], manner: Manner) -> Option<Part> {
        let name = words
            .strip_prefix(&["by"])
            .or(words.strip_prefix(&["von"]))?;
        match self.resolve(&name.join(" ")) {
            Resolved::One(typed) => Some(Part::Known(vec![manner.person(typed)])),
            Resolved::Nobody | Resolved::Several => None,
        }
    }

    /// Reads `Armin's throwing-examples help`.
    fn whose_help(&self, words: &[&str], mut manner: Manner) -> Option<Part> {
        let [first, .., "help"] = words else {
            return None;
        };
        let name = first.strip_suffix("'s").or(first.strip_suffix("’s"))?;
        let Resolved::One(typed) = self.resolve(name) else {
            return None;
        };
        manner.helps = true;
        Some(Part::Known(vec![manner.person(typed)]))
    }

    /// Reads a name that nobody is known by. A place is not one.
    fn new_name(&self, name: &str, manner: Manner) -> Part {
        match new_name(name, manner) {
            Part::New(new) if !new.is_said_new && self.places.contains(&normalize(&new.name)) => {
                Part::Others(new.name)
            }
            Part::New(new) if !new.is_said_new && self.near(&new.name).is_empty() => {
                let known = within(&self.known, &new.name);
                match known.is_empty() {
                    true => Part::New(new),
                    false => Part::Joined(JoinedNames {
                        name: new.name,
                        known,
                    }),
                }
            }
            part => part,
        }
    }

    /// Reads a known name with words behind it that say when or what for.
    fn known_with_more(&self, words: &[&str], mut manner: Manner) -> Option<Vec<Part>> {
        let mut ends = (1..words.len()).rev();
        ends.find_map(|end| {
            let (name, rest) = words.split_at(end);
            let name = name.join(" ");
            let typed = match self.resolve(&name) {
                Resolved::One(typed) => typed,
                Resolved::Nobody | Resolved::Several => return None,
            };
            let rest = rest.join(" ");
            if is_surname_or_day(&name, &rest) {
                return Some(vec![Part::Unclear(words.join(" "))]);
            }
            if is_time(&rest) || is_capitalised_short_day(&rest) {
                return Some(vec![
                    Part::Known(vec![manner.person(typed)]),
                    Part::Time(rest),
                ]);
            }
            let first = rest.split(' ').next().unwrap_or_default();
            let says_what = GOES_ON.contains(&first) || first == rest && first.ends_with("ing");
            if !says_what {
                return None;
            }
            let helps = ["to review", "to help", "to discuss"];
            manner.helps |= helps.iter().any(|words| rest.starts_with(words));
            let known = Part::Known(vec![manner.person(typed)]);
            Some(match helps.contains(&rest.as_str()) {
                true => vec![known],
                false => vec![known, Part::Others(rest)],
            })
        })
    }

    /// Reads known names with blanks alone between them, the longest first.
    fn known_between_blanks(&self, words: &[&str], manner: Manner) -> Option<Part> {
        const LONGEST: usize = 4;
        let mut people = Vec::new();
        let mut rest = words;
        while !rest.is_empty() {
            let mut counts = (1..=LONGEST.min(rest.len())).rev();
            let (count, typed) =
                counts.find_map(|count| match self.resolve(&rest[..count].join(" ")) {
                    Resolved::One(typed) => Some((count, typed)),
                    Resolved::Nobody | Resolved::Several => None,
                })?;
            people.push(manner.person(typed));
            rest = &rest[count..];
        }
        Some(Part::Known(people))
    }
}

/// Returns whether a part says how far something is, and not how difficult it is.
pub(super) fn is_state(part: &Part) -> bool {
    matches!(part, Part::Status(status) if !is_difficulty(status))
}

/// Returns whether a folded text stands where names do and names nobody.
pub(super) fn is_nobody(folded: &str) -> bool {
    !folded.contains(char::is_alphanumeric) || NOBODY.contains(&folded)
}

/// Returns whether a text says that there are others whose names are not said: `3 weitere`, `a few friends`.
pub(super) fn is_more(text: &str) -> bool {
    const OTHERS: &str = "andere anderen anderer anfanger beginner beginners colleagues familie family freunde friends gaste guests \
                          kollegen leute more neuling neulinge newcomer newcomers others people personen persons studenten students \
                          weitere weiteren weiterer";
    const HOW_MANY: &str = "a an drei ein eine einige few her his ihre many mehrere other paar seine several some the three two viele vier zwei";
    let text = normalize(text);
    let mut words = text.split_whitespace();
    let is_number = |word: &str| word.bytes().all(|digit| digit.is_ascii_digit());
    words.next_back().is_some_and(|word| is_of(OTHERS, word))
        && words.all(|word| is_number(word) || is_of(HOW_MANY, word) || is_of(OTHERS, word))
}

/// What means everybody in other languages, where nobody has it as a name.
const EVERYBODY_ELSEWHERE: [&str; 7] = [
    "alle", "iedereen", "todas", "todos", "tous", "toutes", "tutti",
];

fn means_everybody(name: &str) -> bool {
    let folded = normalize(name);
    let named = folded.strip_suffix(" else").unwrap_or(&folded);
    is_everybody(named) || ["all of us", "whole team", "the whole team"].contains(&named)
}

/// Returns whether a word is a day such as `Mi`; `do` and `so` are words as well.
fn is_capitalised_short_day(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && is_short_day(word)
}

/// Returns whether the word behind a name is a day that may be a surname as well: `Ida Freitag`, but neither `ida Freitag`,
/// `Ida Fr` nor `Ida on Sunday`.
fn is_surname_or_day(name: &str, word: &str) -> bool {
    let is_capitalised = |word: &str| word.starts_with(char::is_uppercase);
    is_capitalised(name) && is_capitalised(word) && weekday(word).is_some() && !is_short_day(word)
}

/// Returns whether a part of a list of people says when: `after the tutorial`.
fn is_event(text: &str) -> bool {
    const MOST: usize = 4;
    let mut words = text.split_whitespace();
    let is_when = words.next().is_some_and(|first| {
        ["after", "before", "during"].contains(&first.to_lowercase().as_str())
    });
    is_when && (1..MOST).contains(&words.count())
}

/// Returns whether a text says how difficult something is.
pub fn is_difficulty(text: &str) -> bool {
    ["easy", "medium", "hard"].contains(&normalize(text).as_str())
}

/// Reads a name that nobody is known by.
fn new_name(name: &str, manner: Manner) -> Part {
    let handle = name.strip_prefix('@');
    let is_said_new = name.starts_with('+');
    let is_given = handle.is_some() || is_said_new;
    let name = handle.unwrap_or(name).trim_end_matches(['.', '!']);
    let name = name.strip_prefix('+').unwrap_or(name);
    let is_capitalised = is_given || is_capitalised(name);
    let is_handle = handle.is_none_or(|handle| !handle.contains(' '));
    if !is_handle || !is_new_name(name) || !is_capitalised && !is_short_word(name) {
        return Part::Text(name.to_owned());
    }
    Part::New(NewName {
        person: manner.person(format!("+{name}")),
        name: name.to_owned(),
        is_capitalised,
        is_said_new,
    })
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::{Action, Entry, EntryId, Join, Sprint};

    #[test]
    fn a_nick_of_an_old_log_may_end_in_a_question_mark() {
        let at = DateTime::parse_from_rfc3339("2017-02-27T09:00:00+01:00").expect("a time");
        let join = Join {
            person: "Ida Berg".into(),
            nick: "idab?".into(),
            ..Join::default()
        };
        let entry = Entry::new(
            EntryId::new(None, 1),
            at,
            "ida".into(),
            Action::Join(Box::new(join)),
        );
        let sprint = Sprint::from_entries(vec![entry]);
        let names = Names::learn(&sprint, &[], &[], &[], "ida");
        let person = |doubtful, typed: &str| {
            let manner = Manner {
                doubtful,
                ..Manner::default()
            };
            Some(vec![manner.person(typed.to_owned())])
        };
        assert_eq!(names.people("idab?", true), person(false, "idab?"));
        assert_eq!(names.people("Ida?", true), person(true, "idab?"));
    }
}
