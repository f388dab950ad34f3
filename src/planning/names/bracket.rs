//! What stands between brackets, or in another list of people: who, when and how far.

use super::known::{Names, Resolved};
use super::manner::{Manner, without_manner};
use super::written::{is_capitalised, is_short_word};
use crate::diagnostic::UnreadKind;
use crate::domain::{EVERYBODY, MOST_NAMES, is_new_name};
use crate::planning::document::Person;
use crate::planning::status::is_status;
use crate::planning::time::is_time;
use crate::text::normalize;

/// What a bracket of people says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bracket {
    pub people: Vec<Person>,
    /// What is not clear about it.
    pub unclear: Vec<UnreadKind>,
    pub when: Option<String>,
    pub status: Option<String>,
}

/// Where a bracket stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Only a status follows.
    Last,
    /// Elsewhere, where nobody is new.
    Within,
}

/// A part of a bracket.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    /// Words that name nobody, such as `...`.
    Nothing,
    Known(Vec<Person>, Option<String>),
    /// Initials alone: they may be an abbreviation.
    Initials(Person),
    Unclear(String),
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

/// The maximum length in bytes of a name and what is said of it.
const LONGEST: usize = 200;

/// Words that stand where names do and name nobody.
const NOBODY: [&str; 28] = [
    "also",
    "anybody",
    "anyone",
    "etc",
    "later",
    "more",
    "more people",
    "nobody",
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
    "volunteer",
    "volunteers",
    "who",
    "you",
];

/// Words behind a known name that begin to say what they do.
const GOES_ON: [&str; 12] = [
    "as", "during", "for", "from", "if", "on", "till", "to", "until", "when", "while", "who",
];

/// Cuts a list at commas and semicolons.
fn listed(inside: &str) -> impl Iterator<Item = &str> {
    inside.split([',', ';', '，', '；', '、'])
}

/// Cuts a part of a list at `and` and the like. `with` begins a new piece.
fn pieces(part: &str) -> Vec<String> {
    let mut pieces: Vec<Vec<&str>> = vec![Vec::new()];
    let apart = part.replace('&', " & ");
    for word in apart.split_whitespace() {
        let is_cut = ["&", "+", "/", "and", "or", "und"].contains(&word.to_lowercase().as_str());
        if is_cut || word.eq_ignore_ascii_case("with") {
            pieces.push(Vec::new());
        }
        if is_cut {
            continue;
        }
        // `@team/x` is nobody.
        let count = if word.starts_with('@') { 1 } else { usize::MAX };
        let mut names = word
            .splitn(count, '/')
            .flat_map(at_plus)
            .filter(|name| !name.is_empty());
        if let Some(piece) = pieces.last_mut() {
            piece.extend(names.next());
        }
        pieces.extend(names.map(|name| vec![name]));
    }
    let pieces = pieces.into_iter().filter(|piece| !piece.is_empty());
    pieces.map(|piece| piece.join(" ")).collect()
}

/// Cuts `armin+anto` at the sign, but neither `+Amaury` nor `c++`.
fn at_plus(word: &str) -> Vec<&str> {
    let first = usize::from(word.starts_with('+'));
    let cut: Vec<&str> = word[first..].split('+').collect();
    match cut.iter().all(|name| !name.is_empty()) {
        true if first == 0 => cut,
        true if cut.len() > 1 => {
            let end = first + cut[0].len();
            [&word[..end]]
                .into_iter()
                .chain(cut[1..].iter().copied())
                .collect()
        }
        _ => vec![word],
    }
}

impl Names<'_> {
    /// Reads what stands between brackets, if it is people; `None` if it is something else.
    pub fn bracket(&self, inside: &str, place: Place) -> Option<Bracket> {
        if inside.trim().is_empty() {
            return Some(Bracket::default());
        }
        let (parts, has_comma) = self.parts(inside);
        let mut texts = parts.iter().filter_map(|part| match part {
            Part::Text(text) => Some(text),
            _ => None,
        });
        let may_have_texts = place == Place::Last && has_comma;
        if !texts.all(|text| may_have_texts && self.is_aside(text, inside)) {
            return None;
        }
        let is_known = |part: &Part| match part {
            Part::Known(..) | Part::Unclear(_) => true,
            Part::Text(text) => self.name_in(text).is_some(),
            _ => false,
        };
        let is_slip = |new: &NewName| !self.slips_of(new).is_empty();
        let news = parts.iter().filter_map(|part| match part {
            Part::New(new) => Some(new),
            _ => None,
        });
        let has_new = news.clone().next().is_some();
        let has_initials = parts.iter().any(|part| matches!(part, Part::Initials(_)));
        let has_known = parts.iter().any(is_known) || has_initials && !has_new;
        if has_initials && !has_known {
            return None;
        }
        let are_new = has_new
            && place == Place::Last
            && news.clone().all(|new| new.is_capitalised || has_comma);
        let are_known = has_known && (place == Place::Last || news.clone().all(is_slip));
        // `(DONE, Amaury) fix it`.
        let has_status = parts.iter().any(is_state);
        let are_new =
            are_new || has_status && has_new && news.clone().all(|new| new.is_capitalised);
        let is_nobody = parts.iter().all(|part| *part == Part::Nothing)
            && ["nobody", "noone", "none"].contains(&normalize(inside).as_str());
        if !are_new && !are_known && !is_nobody {
            return None;
        }
        let mut bracket = Bracket::default();
        for part in parts {
            match part {
                Part::Nothing => {}
                Part::Text(text) => self
                    .name_in(&text)
                    .into_iter()
                    .for_each(|one| bracket.add(one)),
                Part::Initials(person) => bracket.add(person),
                Part::Known(people, when) => {
                    for person in people {
                        bracket.add(person);
                    }
                    bracket.when = bracket.when.or(when);
                }
                Part::Unclear(_) => bracket.unclear.push(UnreadKind::Names),
                Part::New(new) => match self.slips_of(&new) {
                    near if near.is_empty() => bracket.add(new.person),
                    near => {
                        let name = new.name;
                        bracket
                            .unclear
                            .push(UnreadKind::NoSuchPerson { name, near });
                    }
                },
                Part::Time(when) => bracket.when = bracket.when.or(Some(when)),
                Part::Status(status) => bracket.status = bracket.status.or(Some(status)),
            }
        }
        Some(bracket)
    }

    /// Returns the people of whose names a new one looks like a typo.
    fn slips_of(&self, new: &NewName) -> Vec<String> {
        match new.is_said_new {
            true => Vec::new(),
            false => self.certain.slips_of(&new.name),
        }
    }

    /// Reads what stands between brackets, if it is people; `None` if it is something else.
    ///
    /// `is_last`: only a status follows the brackets. Then a capitalised name that nobody knows is somebody new.
    pub fn people(&self, inside: &str, is_last: bool) -> Option<Vec<Person>> {
        let place = if is_last { Place::Last } else { Place::Within };
        self.bracket(inside, place).map(|bracket| bracket.people)
    }

    /// Reads a text that is nothing but the names of several people who are known, and at most one word more.
    pub fn only(&self, text: &str) -> Option<Bracket> {
        let mut bracket = Bracket::default();
        let mut others = 0;
        if text.len() > LONGEST {
            return None;
        }
        for part in self.parts(text).0 {
            match part {
                Part::Nothing => {}
                Part::Known(people, None) => people.into_iter().for_each(|one| bracket.add(one)),
                Part::New(new) if !new.is_capitalised => others += 1,
                _ => return None,
            }
        }
        (bracket.people.len() > 1 && others < 2).then_some(bracket)
    }

    /// Reads the parts of a bracket, and whether there is a comma between them.
    pub(super) fn parts(&self, inside: &str) -> (Vec<Part>, bool) {
        let mut parts = Vec::new();
        let mut count = 0;
        for part in listed(inside) {
            let part = part.trim();
            if part.is_empty() {
                continue;
            }
            count += 1;
            if part.len() > LONGEST || count > MOST_NAMES {
                return (vec![Part::Text(inside.to_owned())], true);
            }
            let is_whole = self.is_whole(part);
            if is_whole {
                parts.push(self.part(part));
            } else {
                parts.extend(pieces(part).iter().map(|piece| self.part(piece)));
            }
        }
        (parts, count > 1)
    }

    /// Returns whether a part is a time, a status or a name, whatever words in it separate others.
    fn is_whole(&self, part: &str) -> bool {
        is_time(part) || is_status(part) || matches!(self.resolve(part), Resolved::One(_))
    }

    /// Reads one name with the words that belong to it.
    pub(super) fn part(&self, text: &str) -> Part {
        let (text, is_struck) = match text.strip_prefix("~~").and_then(|t| t.strip_suffix("~~")) {
            Some(inner) => (inner, true),
            None => (text, false),
        };
        let text = text.trim_matches(['*', '_', '`', '"']).trim();
        let is_known = !matches!(self.resolve(text.trim_matches('?')), Resolved::Nobody);
        if !is_known && (is_time(text) || is_event(text)) {
            return Part::Time(text.to_owned());
        }
        if !is_known && (is_status(text) || is_difficulty(text)) {
            return Part::Status(text.to_owned());
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
        let words = without_manner(&words, &mut manner);
        let name = words.join(" ");
        let bare = name.trim_matches('?').trim();
        manner.doubtful |= bare.len() < name.len();
        let name = bare.to_owned();
        let folded = normalize(&name);
        if is_nobody(&folded) || name == "X" {
            return Part::Nothing;
        }
        if is_everybody(&folded) {
            return Part::Known(vec![manner.person(EVERYBODY.to_owned())], None);
        }
        match self.resolve(&name) {
            Resolved::One(typed) if self.is_initials(&name) => {
                return Part::Initials(manner.person(typed));
            }
            Resolved::One(typed) => return Part::Known(vec![manner.person(typed)], None),
            Resolved::Several => return Part::Unclear(name),
            Resolved::Nobody if folded == EVERYBODY_IN_GERMAN => {
                return Part::Known(vec![manner.person(EVERYBODY.to_owned())], None);
            }
            Resolved::Nobody => {}
        }
        self.whose_help(words, manner)
            .or_else(|| self.known_with_more(words, manner))
            .or_else(|| self.known_between_blanks(words, manner))
            .unwrap_or_else(|| new_name(&name, manner))
    }

    /// Returns whether a known name is initials alone.
    fn is_initials(&self, name: &str) -> bool {
        const MOST: usize = 3;
        name.chars().count() <= MOST && self.known.find(name).is_empty()
    }

    /// Returns whether words in a list say something about its people. The list begins with somebody known beyond doubt.
    fn is_aside(&self, text: &str, list: &str) -> bool {
        const FEWEST: usize = 3;
        let is_plain = |word: &str| {
            let mut letters = word.chars();
            letters.all(|letter| letter.is_lowercase() || letter == '-')
        };
        if self.name_in(text).is_some() {
            return true;
        }
        let first = listed(list).next().unwrap_or_default().trim();
        !self.known.find(first).is_empty()
            && text.split_whitespace().count() >= FEWEST
            && text.split_whitespace().all(is_plain)
    }

    /// Returns somebody known with one word about them: `armin pessimistic`.
    fn name_in(&self, text: &str) -> Option<Person> {
        let (name, word) = text.split_once(' ')?;
        match self.known.find(name)[..] {
            [_] if !word.is_empty() && word.chars().all(char::is_lowercase) => {}
            _ => return None,
        }
        match self.resolve(name) {
            Resolved::One(typed) => Some(Manner::default().person(typed)),
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
        Some(Part::Known(vec![manner.person(typed)], None))
    }

    /// Reads a known name with words behind it that say when or what for.
    fn known_with_more(&self, words: &[&str], mut manner: Manner) -> Option<Part> {
        let mut ends = (1..words.len()).rev();
        ends.find_map(|end| {
            let (name, rest) = words.split_at(end);
            let typed = match self.resolve(&name.join(" ")) {
                Resolved::One(typed) => typed,
                Resolved::Nobody | Resolved::Several => return None,
            };
            let rest = rest.join(" ");
            if is_time(&rest) {
                return Some(Part::Known(vec![manner.person(typed)], Some(rest)));
            }
            let first = rest.split(' ').next().unwrap_or_default();
            let says_what = GOES_ON.contains(&first) || first == rest && first.ends_with("ing");
            if !says_what {
                return None;
            }
            manner.helps |= ["to review", "to help", "to discuss"]
                .iter()
                .any(|words| rest.starts_with(words));
            Some(Part::Known(vec![manner.person(typed)], None))
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
        Some(Part::Known(people, None))
    }
}

impl Bracket {
    fn add(&mut self, person: Person) {
        match self.people.iter_mut().find(|one| one.typed == person.typed) {
            Some(one) => one.is_struck &= person.is_struck,
            None => self.people.push(person),
        }
    }

    /// Adds what another bracket of the same line says.
    pub fn extend(&mut self, other: Bracket) {
        for person in other.people {
            self.add(person);
        }
        self.unclear.extend(other.unclear);
        self.when = self.when.take().or(other.when);
        self.status = self.status.take().or(other.status);
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

/// May be a name as well: it means everybody where nobody has it.
const EVERYBODY_IN_GERMAN: &str = "alle";

fn is_everybody(folded: &str) -> bool {
    let name = folded.strip_suffix(" else").unwrap_or(folded);
    [
        EVERYBODY,
        "all",
        "everyone",
        "all of us",
        "whole team",
        "the whole team",
    ]
    .contains(&name)
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
    if !is_new_name(name) || !is_capitalised && !is_short_word(name) {
        return Part::Text(name.to_owned());
    }
    Part::New(NewName {
        person: manner.person(format!("+{name}")),
        name: name.to_owned(),
        is_capitalised,
        is_said_new,
    })
}
