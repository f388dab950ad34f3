//! Brackets in a text that say who: `fix the leak (Armin, Samuele around)`.

use super::known::KnownPeople;
use super::people::{CUTS, NamedPeople, is_new_name, read_list, with_near_names};
use super::role::is_role;
use crate::domain::limits::MOST_NAMES;
use crate::domain::lookup_error::LookupError;
use crate::domain::person::is_everybody;
use crate::domain::sprint::Sprint;
use crate::text::{kept_together, normalize};

/// What the brackets of a text say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brackets {
    /// Those at the end, if they are nothing but people.
    pub people: Option<PeopleInBrackets>,
    /// Somebody whom others name, which are text.
    pub mentioned: Option<String>,
    /// What looks like the names of several people in those at the end, which are text as nobody is called so.
    pub unknown: Vec<String>,
}

/// People in the brackets that end a text.
#[derive(Clone, Debug, PartialEq)]
pub struct PeopleInBrackets {
    /// The text before the brackets.
    pub text: String,
    pub named: NamedPeople,
    /// Whether a full stop follows the brackets.
    pub has_stop: bool,
}

/// Names that are English words, which in lower case name nobody in a text.
pub(super) const WORDS: [&str; 20] = [
    "art", "bill", "chase", "drew", "frank", "grace", "guy", "hope", "jack", "joy", "mark", "may",
    "max", "pat", "ray", "rich", "rob", "rose", "sue", "will",
];

/// Returns whether a name is an English word, too.
pub(crate) fn is_also_a_word(name: &str) -> bool {
    WORDS.contains(&name.to_lowercase().as_str())
}

/// What is between two parentheses of a text.
pub(crate) struct Group<'t> {
    pub before: &'t str,
    pub inside: &'t str,
    pub after: &'t str,
}

/// A part of what is in brackets.
enum Part {
    Nothing,
    People,
    /// Nothing but names and slips, and yet not people.
    Slips(LookupError),
    Text,
}

impl Sprint {
    /// Reads the brackets of a text; `me` is who typed it.
    ///
    /// # Errors
    ///
    /// If it is not clear whether they say who.
    pub fn read_brackets(&self, text: &str, me: &str) -> Result<Brackets, LookupError> {
        let known = KnownPeople::new(&self.people);
        let mut brackets = Brackets::default();
        for group in &groups(text) {
            let read = match group.is_last() {
                true => read_last(group, &known, me),
                false => read_inner(group, &known, me),
            };
            let read = read.map_err(|error| with_near_names(error, &known))?;
            brackets.people = read.people;
            brackets.unknown = read.unknown;
            brackets.mentioned = brackets.mentioned.or(read.mentioned);
        }
        if brackets == Brackets::default()
            && let Some(inside) = other_bracket(text)
            && are_all_people(inside, &known, me)
        {
            return Ok(mentioned(inside, &known));
        }
        Ok(brackets)
    }

    /// Finds somebody whom the brackets at the end of a recorded text name, if they would say who or be refused when typed.
    pub(crate) fn named_at_end(&self, text: &str) -> Option<String> {
        let last = groups(text).pop().filter(Group::is_last)?;
        let known = KnownPeople::new(&self.people);
        let parts = parts(last.inside);
        let has_pluses = has_pluses(&parts);
        let is_people =
            |part: &Vec<String>| matches!(read_part(part, has_pluses, &known, ""), Part::People);
        let part = parts.into_iter().find(is_people)?;
        Some(part.join(" ").trim_end_matches('?').to_owned())
    }
}

impl Group<'_> {
    /// Returns whether it ends the text.
    fn is_last(&self) -> bool {
        ["", "."].contains(&self.after.trim())
    }
}

/// Reads the brackets that end a text.
fn read_last(
    group: &Group<'_>,
    known: &KnownPeople<'_>,
    me: &str,
) -> Result<Brackets, LookupError> {
    let inside = group.inside;
    let (mut people, mut texts) = (Vec::new(), Vec::new());
    let parts = parts(inside);
    let has_pluses = has_pluses(&parts);
    for part in parts {
        match read_part(&part, has_pluses, known, me) {
            Part::Nothing => {}
            Part::People => people.push(part.join(" ")),
            Part::Slips(error) => return Err(error),
            Part::Text => texts.push(part.join(" ")),
        }
    }
    let text = group.before.trim_end();
    match (&people[..], &texts[..]) {
        ([], _) => Ok(Brackets {
            unknown: names_of_nobody(&texts),
            ..mentioned(inside, known)
        }),
        // Told as where people alone are typed.
        ([_, ..], [other, ..]) if is_new_person(other) => Err(LookupError::NoSuchPerson {
            name: other.clone(),
            near: Vec::new(),
        }),
        ([first, ..], [other, ..]) => Err(LookupError::MixedBracket {
            inside: inside.to_owned(),
            people: first.clone(),
            other: other.clone(),
        }),
        _ if text.is_empty() => Ok(Brackets::default()),
        _ if text.len() == group.before.len() => Err(LookupError::GluedBracket(inside.to_owned())),
        _ => Ok(Brackets {
            people: Some(PeopleInBrackets {
                text: text.to_owned(),
                named: read_list(known, &list(inside), me)?,
                has_stop: !group.after.trim().is_empty(),
            }),
            ..Brackets::default()
        }),
    }
}

/// Returns whether a text may be the name of somebody whom nobody knows: one word, or several with capitals.
fn is_new_person(text: &str) -> bool {
    const MOST: usize = 4;
    let words: Vec<&str> = text.split(' ').collect();
    let is_capitalised = |word: &&str| word.starts_with(char::is_uppercase);
    is_new_name(text)
        && text
            .chars()
            .all(|letter| letter.is_alphabetic() || "-' .".contains(letter))
        && !is_role(text)
        && words.len() <= MOST
        && (words.len() == 1 || words.iter().all(is_capitalised))
}

/// Reads brackets with words after them.
fn read_inner(
    group: &Group<'_>,
    known: &KnownPeople<'_>,
    me: &str,
) -> Result<Brackets, LookupError> {
    if !are_all_people(group.inside, known, me) {
        return Ok(Brackets::default());
    }
    if is_in_capitals(group.after) {
        return Err(LookupError::BracketBefore {
            inside: group.inside.to_owned(),
            after: group.after.trim().to_owned(),
        });
    }
    Ok(mentioned(group.inside, known))
}

/// Returns whether there is nothing but people in brackets.
fn are_all_people(inside: &str, known: &KnownPeople<'_>, me: &str) -> bool {
    let parts = parts(inside);
    let is_people =
        |part: &Vec<String>| matches!(read_part(part, has_pluses(&parts), known, me), Part::People);
    !parts.is_empty() && parts.iter().all(is_people)
}

/// Returns what is in other brackets at the end of a text, which say nothing: square ones, or one that is not closed.
fn other_bracket(text: &str) -> Option<&str> {
    let bare = text.trim_end_matches(['.', ' ']);
    let (before, inside) = match bare.strip_suffix(']') {
        Some(bare) => bare.rsplit_once('[')?,
        None => bare
            .rsplit_once('(')
            .filter(|(_, inside)| !inside.contains(')'))?,
    };
    let is_kept = kept_together(text)
        .into_iter()
        .any(|range| range.contains(&before.len()));
    let is_short = inside.split_whitespace().count() <= MOST_NAMES;
    (before.ends_with(' ') && is_short && !is_kept).then_some(inside)
}

/// Returns the parts of brackets that look like the names of several people whom nobody knows: each has a capital.
fn names_of_nobody(texts: &[String]) -> Vec<String> {
    let is_name = |text: &String| {
        let mut words = text.split(' ');
        let has_small = text.chars().any(char::is_lowercase);
        is_new_person(text) && has_small && words.all(|word| word.starts_with(char::is_uppercase))
    };
    match texts.len() > 1 && texts.iter().all(is_name) {
        true => texts.to_vec(),
        false => Vec::new(),
    }
}

/// Returns whether several parts have a plus, so that each is somebody, also in small letters.
fn has_pluses(parts: &[Vec<String>]) -> bool {
    let pluses = parts
        .iter()
        .filter(|part| part.first().is_some_and(|word| word.starts_with('+')));
    pluses.count() > 1
}

fn read_part(part: &[String], has_pluses: bool, known: &KnownPeople<'_>, me: &str) -> Part {
    // `(+docs)` is something in addition, not somebody.
    let is_addition = |word: &String| {
        let name = word.strip_prefix('+');
        name.is_some_and(|name| name.starts_with(char::is_lowercase))
    };
    if !has_pluses && part.iter().any(is_addition) {
        return Part::Text;
    }
    let is_name = |word: &String| {
        let word = word.trim_matches(|letter| "?@.…".contains(letter));
        !known.find(word).is_empty() || known.is_slip(word)
    };
    match read_list(known, part, me) {
        Ok(named) if named.is_empty() => Part::Nothing,
        Ok(_) => Part::People,
        Err(error @ (LookupError::Share(_) | LookupError::KnownInNew { .. })) => Part::Slips(error),
        Err(error) if part.iter().all(is_name) => Part::Slips(error),
        Err(_) => Part::Text,
    }
}

/// Finds the brackets of a text that may hold people: not inside others, in code or an address. One without its other
/// half, as in `:(`, is no bracket.
pub(crate) fn groups(text: &str) -> Vec<Group<'_>> {
    let mut is_kept = vec![false; text.len()];
    for range in kept_together(text) {
        is_kept[range].fill(true);
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut opened = Vec::new();
    for (place, bracket) in text.match_indices(['(', ')']) {
        match bracket {
            _ if is_kept[place] => {}
            "(" => opened.push(place),
            _ => {
                if let Some(open) = opened.pop() {
                    while pairs.pop_if(|(inner, _)| *inner > open).is_some() {}
                    pairs.push((open, place));
                }
            }
        }
    }
    let groups = pairs.into_iter().map(|(open, close)| Group {
        before: &text[..open],
        inside: &text[open + 1..close],
        after: &text[close + 1..],
    });
    let may_hold_people = |group: &Group<'_>| {
        !group.before.ends_with(']') && group.inside.split_whitespace().count() <= MOST_NAMES
    };
    groups.filter(may_hold_people).collect()
}

/// Returns the words of each part of what is in brackets.
fn parts(inside: &str) -> Vec<Vec<String>> {
    let mut parts = vec![Vec::new()];
    for word in list(inside) {
        let word_form = normalize(&word);
        let is_cut = ["and", "+", ","].contains(&word_form.as_str());
        if is_cut || word_form == "with" {
            parts.push(Vec::new());
        }
        if !is_cut && let Some(part) = parts.last_mut() {
            part.push(word);
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Returns the words in brackets as a list of people has them: what is between people is a word of its own, and `or` and
/// a semicolon are commas.
fn list(inside: &str) -> Vec<String> {
    let apart = inside.chars().flat_map(|letter| match letter {
        '/' | '&' => [' ', '+', ' '],
        ';' | '；' => [' ', ';', ' '],
        letter if CUTS.contains(&letter) => [' ', ',', ' '],
        letter => ['\0', letter, '\0'],
    });
    let apart: String = apart.filter(|letter| *letter != '\0').collect();
    let english = |word| match word {
        "und" => "and",
        "oder" => "or",
        "mit" => "with",
        word => word,
    };
    let words: Vec<&str> = apart.split_whitespace().map(english).collect();
    let mut words = either_in_doubt(&words);
    for word in words
        .iter_mut()
        .filter(|word| *word == "or" || *word == ";")
    {
        *word = ",".to_owned();
    }
    words
}

/// The words between people.
const BETWEEN: [&str; 7] = [",", ";", "/", "and", "+", "&", "with"];

/// Returns whether a list says of all in it that one of them is meant: `ida, tom or bela`. What is between them is a word
/// of its own.
pub(crate) fn is_one_of_all(words: &[&str]) -> bool {
    let is_between = |word: &&str| *word == "or" || BETWEEN.contains(word);
    let mut between = words.iter().rev().filter(|word| is_between(word));
    between.next() == Some(&"or")
        && between.clone().next().is_some()
        && between.all(|word| *word == ",")
}

/// Marks each of several people of whom only one is meant, as nobody says which: in `armin or anto`, both are in doubt, and
/// all in `ida, armin or anto`.
pub(crate) fn either_in_doubt(words: &[&str]) -> Vec<String> {
    // `armin, or anto`.
    let words = words.iter().enumerate().filter(|(at, word)| {
        let rest = words[*at..].iter().find(|word| !BETWEEN.contains(word));
        !BETWEEN.contains(word) || rest != Some(&"or")
    });
    let words: Vec<&str> = words.map(|(_, word)| *word).collect();
    let is_one_of_all = is_one_of_all(&words);
    let mut marked: Vec<String> = Vec::with_capacity(words.len());
    for part in words.split_inclusive(|word| BETWEEN.contains(word)) {
        let is_either = is_one_of_all || part.contains(&"or");
        for (at, word) in part.iter().enumerate() {
            let next = part.get(at + 1).copied().unwrap_or(",");
            let is_end = next == "or" || BETWEEN.contains(&next);
            let is_name = *word != "or" && !BETWEEN.contains(word) && !word.ends_with('?');
            let mark = if is_either && is_end && is_name {
                "?"
            } else {
                ""
            };
            marked.push(format!("{word}{mark}"));
        }
    }
    marked
}

/// Returns whether a text is nothing but words in capitals, such as a state.
fn is_in_capitals(text: &str) -> bool {
    let mut letters = text
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .peekable();
    letters.peek().is_some() && letters.all(char::is_uppercase)
}

/// Finds the first name in brackets that are text.
fn mentioned(text: &str, known: &KnownPeople<'_>) -> Brackets {
    let words = text.split(|letter: char| letter.is_whitespace() || CUTS.contains(&letter));
    let bare = words.map(|word| {
        let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        word.strip_suffix("'s")
            .or(word.strip_suffix("’s"))
            .unwrap_or(word)
    });
    let mut names = bare.filter(|word| !WORDS.contains(word) && !known.find(word).is_empty());
    let everybody = Some(text).filter(|text| is_everybody(text));
    Brackets {
        people: None,
        unknown: Vec::new(),
        mentioned: everybody.or_else(|| names.next()).map(str::to_owned),
    }
}
