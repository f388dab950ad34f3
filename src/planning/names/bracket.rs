//! What stands between brackets, or in another list of people: who, when and how far.

use super::known::{Names, Resolved};
use super::manner::{Manner, helps_before, helps_behind};
use super::part::{JoinedNames, NewName, Part, is_nobody_yet, is_state};
use super::written::{HELPING, JOINING, JOINING_KNOWN, is_led_as_name};
use crate::diagnostic::UnreadKind;
use crate::domain::{MOST_NAMES, either_in_doubt, is_one_of_all};
use crate::planning::document::{Mark, Person};
use crate::planning::status::{
    begins_going_on, is_capital_status, is_label_of_decided, is_status, mark_of,
};
use crate::planning::time::is_time;
use crate::text::{is_of, normalize};

/// What a bracket of people says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bracket {
    pub people: Vec<Person>,
    /// Who did it, if it says so: `done by Armin`.
    pub credit: Option<Vec<Person>>,
    /// What is not clear about it.
    pub unclear: Vec<UnreadKind>,
    /// Words beside the names that are not understood: `somebody`, `later`.
    pub others: Vec<String>,
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

/// The maximum length in bytes of a name and what is said of it.
const LONGEST: usize = 200;

/// How many signs are looked at behind which what came of something may begin.
const MOST: usize = 8;

/// Cuts a list at commas and semicolons.
fn listed(inside: &str) -> impl Iterator<Item = &str> {
    inside.split([',', ';', '，', '；', '、'])
}

/// Cuts what says that something was done off those who did it: `done by Ida`, but not `reviewed by Ida`.
fn at_by(text: &str) -> Option<(&str, &str)> {
    const WORK: &str = "abgeschlossen behoben built coded completed developed done entwickelt erledigt fertiggestellt finished fixed \
                        gebaut gefixt gelöst gemacht geschrieben implemented implementiert made ported portiert programmed solved \
                        umgesetzt written";
    let (before, people) = at_any_by(text)?;
    let word = before.split_whitespace().next_back()?;
    let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    is_of(WORK, &word.to_lowercase()).then_some((before, people))
}

/// Cuts what says what somebody did off those who did it.
fn at_any_by(text: &str) -> Option<(&str, &str)> {
    let mut cuts = [" by ", " von "].into_iter();
    cuts.find_map(|by| text.rsplit_once(by))
}

/// Returns words that are not a name without the sign that one of two is meant.
fn without_doubt(words: &str) -> String {
    words.trim_end_matches([' ', '?']).to_owned()
}

/// Returns whether a list says of all in it that one of them is meant: `Ida, Tom or Bela`.
fn is_either(inside: &str) -> bool {
    let apart = inside.chars().flat_map(|letter| match letter {
        ',' | '，' | '、' => " , ".chars().collect(),
        ';' | '；' => " ; ".chars().collect(),
        '&' | '/' => " & ".chars().collect(),
        letter => vec![letter],
    });
    let apart: String = apart.collect();
    let words: Vec<&str> = apart.split_whitespace().map(in_english).collect();
    is_one_of_all(&words)
}

/// Returns whether others follow somebody of whom it is said that they help: `with help from Ida and Bela`.
fn are_led_as_one(names: &[String]) -> bool {
    let led = names.iter().position(|name| helps_before(name));
    let is_plain = |name: &String| !helps_behind(name) && !helps_before(name);
    led.is_some_and(|led| names[led + 1..].iter().any(is_plain))
}

/// Returns whether several names with blanks alone between them end in a word of which one helps: `Noor Ida around`.
fn are_helpers_as_one(part: &str, read: &[Part]) -> bool {
    matches!(read, [Part::Known(people)] if people.len() > 1) && helps_behind(part)
}

/// Returns a word between people in English.
fn in_english(word: &str) -> &str {
    match normalize(word).as_str() {
        "and" | "und" => "and",
        "or" | "oder" => "or",
        "with" => "with",
        _ => word,
    }
}

/// Cuts a part of a list at `and` and the like. `with` begins a new piece. Those words of other languages count only beside names.
fn pieces(part: &str, is_known: impl Fn(&str) -> bool) -> Vec<String> {
    let mut pieces: Vec<Vec<&str>> = vec![Vec::new()];
    let apart = part.replace('&', " & ");
    let words: Vec<&str> = apart.split_whitespace().map(in_english).collect();
    let words = either_in_doubt(&words);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    for (at, word) in words.iter().copied().enumerate() {
        let is_name = |word: &str| is_led_as_name(word) || is_known(word);
        let is_certain = |word: &str| word.starts_with(['@', '+']) || is_known(word);
        let before = at.checked_sub(1).map_or("", |before| words[before]);
        let after = words.get(at + 1).copied().unwrap_or_default();
        let is_cut = ["&", "+", "/", "and", "or"].contains(&word)
            || JOINING.contains(&word) && is_name(before) && is_name(after)
            || JOINING_KNOWN.contains(&word) && is_certain(before) && is_certain(after);
        let is_with = word.eq_ignore_ascii_case("with")
            || word == "w/"
            || HELPING.contains(&word) && (at == 0 || is_name(before)) && is_certain(after);
        if is_cut || is_with {
            pieces.push(Vec::new());
        }
        if is_with && let Some(piece) = pieces.last_mut() {
            piece.push("with");
        }
        if is_cut || is_with {
            continue;
        }
        // `~~Ida~~ Tom`, `@ida @tom`.
        let are_handles = word.starts_with('@') && before.starts_with('@');
        if word.starts_with("~~") || before.ends_with("~~") || are_handles {
            pieces.push(Vec::new());
        }
        // `@team/x` is nobody, `@ida/@tom` are two.
        let is_whole = word.starts_with('@') && !word.split('/').all(|name| name.starts_with('@'));
        let count = if is_whole { 1 } else { usize::MAX };
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
            Part::Known(_) | Part::Unclear(_) | Part::Joined(_) => true,
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
            && (is_nobody_yet(inside) || ["none", "noone"].contains(&normalize(inside).as_str()));
        if !are_new && !are_known && !is_nobody {
            return None;
        }
        Some(Bracket {
            credit: self.credit(inside),
            ..self.said(parts)
        })
    }

    /// Returns who did it, in a list that ends with that: `Armin, Anto; done by Armin`.
    fn credit(&self, inside: &str) -> Option<Vec<Person>> {
        let (before, people) = at_by(inside)?;
        let part = listed(before).last()?;
        let is_done = mark_of(part) == Mark::Done;
        is_done.then(|| self.said(self.parts(people).0).people)
    }

    /// Puts together what the parts of a bracket of people say.
    fn said(&self, parts: Vec<Part>) -> Bracket {
        let mut bracket = Bracket::default();
        for part in parts {
            match part {
                Part::Nothing => {}
                Part::Others(words) => bracket.others.push(without_doubt(&words)),
                Part::Text(text) => match self.name_in(&text) {
                    Some((person, word)) => {
                        bracket.add(person);
                        bracket.others.push(word.to_owned());
                    }
                    None if begins_going_on(&text) || mark_of(&text) != Mark::None => {
                        add_status(&mut bracket.status, &text)
                    }
                    None => bracket.others.push(without_doubt(&text)),
                },
                Part::Initials(person) => bracket.add(person),
                Part::Known(people) => people.into_iter().for_each(|one| bracket.add(one)),
                Part::Unclear(_) => bracket.unclear.push(UnreadKind::Names),
                Part::Joined(JoinedNames { name, known }) => {
                    bracket
                        .unclear
                        .push(UnreadKind::KnownInName { name, known });
                }
                Part::New(new) => match self.slips_of(&new) {
                    near if near.is_empty() => bracket.add(new.person),
                    near => {
                        let name = new.name;
                        bracket
                            .unclear
                            .push(UnreadKind::NoSuchPerson { name, near });
                    }
                },
                Part::Time(when) => add_time(&mut bracket.when, &mut bracket.others, when),
                Part::Status(status) => add_status(&mut bracket.status, &status),
            }
        }
        bracket
    }

    /// Returns the people of whose names a new one looks like a typo.
    fn slips_of(&self, new: &NewName) -> Vec<String> {
        match new.is_said_new {
            true => Vec::new(),
            false => self.near(&new.name),
        }
    }

    /// Reads what stands between brackets, if it is people; `None` if it is something else.
    ///
    /// `is_last`: only a status follows the brackets. Then a capitalised name that nobody knows is somebody new.
    pub fn people(&self, inside: &str, is_last: bool) -> Option<Vec<Person>> {
        let place = if is_last { Place::Last } else { Place::Within };
        self.bracket(inside, place).map(|bracket| bracket.people)
    }

    /// Reads a text that is nothing but people who are known, with what is said of them.
    pub fn known(&self, text: &str) -> Option<Bracket> {
        let bracket = self.bracket(text, Place::Within)?;
        let is_clear = bracket.unclear.is_empty() && bracket.others.is_empty();
        (is_clear && !bracket.people.is_empty()).then_some(bracket)
    }

    /// Returns whether a text is a list of names in which some are known and some are not: `Ida, Carla`.
    pub fn are_partly_known(&self, text: &str) -> bool {
        if text.len() > LONGEST {
            return false;
        }
        let (parts, _) = self.parts(text);
        let is_known = |part: &Part| matches!(part, Part::Known(_));
        let is_new = |part: &Part| matches!(part, Part::New(new) if new.is_capitalised);
        let are_both = |part: &Part| matches!(part, Part::Joined(_));
        let has = |is: &dyn Fn(&Part) -> bool| parts.iter().any(|part| is(part) || are_both(part));
        has(&is_known)
            && has(&is_new)
            && parts
                .iter()
                .all(|part| is_known(part) || is_new(part) || are_both(part))
    }

    /// Returns whether a text is nothing but names that are written as those of people, and nobody knows.
    pub fn may_be_new(&self, text: &str) -> bool {
        let (parts, _) = self.parts(text);
        let is_new = |part: &Part| matches!(part, Part::New(new) if new.is_capitalised);
        !parts.is_empty() && parts.iter().all(is_new)
    }

    /// Returns whether a bracket names nobody but those whom only brackets of the document name, and no `+` says that they are people:
    /// other words may be meant where more brackets follow.
    pub fn are_met_here(&self, bracket: &Bracket) -> bool {
        let is_met_here = |person: &Person| {
            let name = person.typed.strip_prefix('+');
            name.is_some_and(|name| self.certain.find(name).is_empty())
        };
        !bracket.people.is_empty() && bracket.people.iter().all(is_met_here)
    }

    /// Reads known people beside a status: `DONE, armin, anto`.
    pub fn beside_status(&self, inside: &str) -> Option<Bracket> {
        let (parts, _) = self.parts(inside);
        let is_of_them = |part: &Part| {
            is_state(part)
                || matches!(
                    part,
                    Part::Known(_) | Part::Initials(_) | Part::Time(_) | Part::Nothing
                )
        };
        let is_known = |part: &Part| matches!(part, Part::Known(_));
        let are_both = parts.iter().any(is_state) && parts.iter().any(is_known);
        let bracket =
            (are_both && parts.iter().all(is_of_them)).then(|| self.bracket(inside, Place::Within));
        bracket.flatten()
    }

    /// Reads several known people, with commas between them, with whom a text begins: `Armin, Anto write a test`. Returns with
    /// them what follows.
    pub fn in_front<'t>(&self, text: &'t str) -> Option<(Bracket, &'t str)> {
        const MOST: usize = 8;
        const SAY_HOW_IT_IS: [&str; 10] = [
            "and", "are", "had", "has", "have", "is", "or", "was", "were", "will",
        ];
        let mut bracket = Bracket::default();
        let mut has_comma = false;
        let mut rest = text;
        for _ in 0..MOST {
            let (person, after) = self.known_in_front(rest)?;
            bracket.add(person);
            let behind = after.trim_start();
            if let Some(next) = behind.strip_prefix(',') {
                has_comma = true;
                rest = next.trim_start();
                continue;
            }
            let next = ["and ", "& "]
                .into_iter()
                .find_map(|and| behind.strip_prefix(and));
            if let Some(next) = next {
                rest = next.trim_start();
                continue;
            }
            let first = behind.split_whitespace().next()?;
            let is_title = first.starts_with(char::is_lowercase)
                && !SAY_HOW_IT_IS.contains(&first)
                && after.len() > behind.len();
            let are_several = has_comma && bracket.people.len() > 1;
            return (is_title && are_several).then_some((bracket, behind));
        }
        None
    }

    /// Reads the longest known name with which a text begins.
    fn known_in_front<'t>(&self, text: &'t str) -> Option<(Person, &'t str)> {
        const LONGEST: usize = 4;
        let end = text.find([',', '(', ':']).unwrap_or(text.len());
        let words = text[..end].split_whitespace().take(LONGEST);
        let ends = words.map(|word| word.as_ptr() as usize + word.len() - text.as_ptr() as usize);
        let ends: Vec<usize> = ends.collect();
        ends.into_iter().rev().find_map(|end| {
            let name = &text[..end];
            match self.resolve(name) {
                Resolved::One(typed) => Some((Manner::default().person(typed), &text[end..])),
                _ => None,
            }
        })
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
                Part::Known(people) => people.into_iter().for_each(|one| bracket.add(one)),
                Part::Others(words) => bracket.others.push(without_doubt(&words)),
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
            let part = part.trim().trim_matches('"');
            if part.is_empty() {
                continue;
            }
            count += 1;
            if part.len() > LONGEST || count > MOST_NAMES {
                return (vec![Part::Text(inside.to_owned())], true);
            }
            match self.status_apart(part) {
                Some(both) => both.iter().for_each(|part| self.read(part, &mut parts)),
                None => self.read(part, &mut parts),
            }
        }
        // `Noor; Ida, Bela around`.
        if let Some((_, helpers)) = inside.split_once([';', '；'])
            && self.are_some_helpers(helpers)
        {
            parts.push(Part::Unclear(inside.to_owned()));
        }
        let is_person =
            |part: &Part| matches!(part, Part::Known(_) | Part::New(_) | Part::Initials(_));
        if is_either(inside) && parts.iter().all(is_person) {
            for part in &mut parts {
                match part {
                    Part::Known(people) => people.iter_mut().for_each(|one| one.doubtful = true),
                    Part::New(new) => new.person.doubtful = true,
                    _ => {}
                }
            }
        }
        (parts, count > 1)
    }

    /// Reads a part that no comma separates.
    fn read(&self, part: &str, parts: &mut Vec<Part>) {
        if self.is_whole(part) {
            return parts.extend(self.part(part));
        }
        let pieces = pieces(part, |word| self.knows(word));
        let read: Vec<Part> = pieces.iter().flat_map(|piece| self.part(piece)).collect();
        let are_known = read.iter().all(|part| matches!(part, Part::Known(_)));
        if are_known && (are_led_as_one(&pieces) || are_helpers_as_one(part, &read)) {
            return parts.push(Part::Unclear(part.to_owned()));
        }
        // What nobody knows behind `with` in a status is what it is about: `works with Postfix`.
        let is_about =
            |part: &Part| matches!(part, Part::New(new) if new.person.helps && !new.is_said_new);
        match read.iter().any(is_state) && read.iter().any(is_about) {
            true => parts.push(Part::Status(part.to_owned())),
            false => parts.extend(read),
        }
    }

    /// Returns whether the last of several people behind a semicolon helps, as a word behind them says, and not each of the others.
    fn are_some_helpers(&self, helpers: &str) -> bool {
        let names = listed(helpers).flat_map(|part| pieces(part, |word| self.knows(word)));
        let names: Vec<String> = names.collect();
        let is_plain = |name: &String| !helps_behind(name) && !helps_before(name);
        names.last().is_some_and(|last| helps_behind(last)) && names.iter().any(is_plain)
    }

    /// Cuts `armin: DONE` and `DONE: armin` at the colon, and `done by armin` at that word.
    fn status_apart<'t>(&self, part: &'t str) -> Option<[&'t str; 2]> {
        // `decided: Ida` is what was decided.
        if is_label_of_decided(part) {
            return None;
        }
        let (first, second) = part.split_once(':').or_else(|| at_by(part))?;
        let (first, second) = (first.trim(), second.trim());
        let is_status = |text: &str| is_status(text) || is_capital_status(text);
        let are_known = |text: &str| {
            let mut parts = Vec::new();
            self.read(text, &mut parts);
            let is_known = |part: &Part| matches!(part, Part::Known(_) | Part::Initials(_));
            !parts.is_empty() && parts.iter().all(is_known)
        };
        let are_both =
            is_status(first) && are_known(second) || is_status(second) && are_known(first);
        let both_are_apart = part.contains(':') || mark_of(first) == Mark::Done;
        (are_both && both_are_apart).then_some([first, second])
    }

    /// Returns whether a part is a time, a status or a name, whatever words in it separate others.
    fn is_whole(&self, part: &str) -> bool {
        is_time(part) || is_status(part) || matches!(self.resolve(part), Resolved::One(_))
    }

    /// Returns whether words in a list say something about its people. The list begins with a handle or with somebody known
    /// beyond doubt, and no other word may be a name.
    fn is_aside(&self, text: &str, list: &str) -> bool {
        let may_be_name = |word: &str| word.contains(char::is_uppercase) && !is_time(word);
        let first = listed(list).next().unwrap_or_default().trim();
        self.name_in(text).is_some()
            || (first.starts_with('@') || !self.known.find(first).is_empty())
                && (begins_going_on(text) || !text.split_whitespace().any(may_be_name))
    }

    /// Takes out of a status who did it: `done by Armin: it was the linker`.
    pub fn done_by(&self, status: &str) -> Option<(String, Bracket)> {
        let front = &status[..status.find(':').unwrap_or(status.len())];
        let mut ends = vec![front.len()];
        ends.extend(
            front
                .rmatch_indices([',', ';', '.'])
                .map(|(end, _)| end)
                .take(MOST),
        );
        ends.into_iter().find_map(|end| {
            let (front, result) = status.split_at(end);
            let (before, names) = at_by(front)?;
            let bracket = self
                .known(names)
                .filter(|_| mark_of(before) == Mark::Done)?;
            Some((format!("{before}{result}"), bracket))
        })
    }

    /// Returns whether a status says who looked after what is finished, which does not make it their work: `done, reviewed by Armin`.
    pub fn is_done_and_seen(&self, status: &str) -> bool {
        at_any_by(status).is_some_and(|(before, names)| {
            mark_of(before) == Mark::Done && self.known(names).is_some()
        })
    }

    /// Returns whether words name somebody known among others: `was Armin, now Anto`.
    pub fn mentions(&self, text: &str) -> bool {
        !self.mentioned(text).is_empty()
    }

    /// Returns whether words only tell something of one person who is known: `Johan pessimistic`, `see Tom`.
    pub fn is_remark(&self, text: &str) -> bool {
        let is_word = |letter: char| letter.is_alphanumeric() || " '’-.".contains(letter);
        text.contains(' ') && text.chars().all(is_word) && self.mentioned(text).len() == 1
    }

    /// Returns whether a text begins in lower case, as no name does, and no word in it may be somebody known: `easy for now`.
    pub fn are_words(&self, text: &str) -> bool {
        let mut words = text
            .split(|letter: char| !letter.is_alphanumeric() && letter != '-')
            .filter(|word| !word.is_empty());
        let is_name = |word: &str| !self.known.find(word).is_empty() || !self.near(word).is_empty();
        text.starts_with(char::is_lowercase) && text.len() <= LONGEST && !words.any(is_name)
    }

    /// Returns the names of those known among other words.
    pub fn mentioned<'t>(&self, text: &'t str) -> Vec<&'t str> {
        const SHORTEST: usize = 3;
        let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
        let names = words.filter(|word| {
            word.starts_with(char::is_uppercase) && word.chars().count() >= SHORTEST
        });
        match text.len() <= LONGEST {
            true => names
                .filter(|name| !self.known.find(name).is_empty())
                .collect(),
            false => Vec::new(),
        }
    }
}

impl Bracket {
    fn add(&mut self, person: Person) {
        match self.people.iter_mut().find(|one| one.typed == person.typed) {
            Some(one) => one.is_struck &= person.is_struck,
            None => self.people.push(person),
        }
    }

    /// Returns whether it names nobody but somebody new who is written as any word is: `(zh, de)`.
    pub fn may_be_words(&self) -> bool {
        let is_word = |person: &Person| {
            person
                .typed
                .strip_prefix('+')
                .is_some_and(|name| name.starts_with(char::is_lowercase))
        };
        !self.people.is_empty() && self.people.iter().all(is_word)
    }

    /// Adds what another bracket of the same line says.
    pub fn extend(&mut self, other: Bracket) {
        for person in other.people {
            self.add(person);
        }
        self.credit = self.credit.take().or(other.credit);
        self.unclear.extend(other.unclear);
        self.others.extend(other.others);
        if let Some(when) = other.when {
            add_time(&mut self.when, &mut self.others, when);
        }
        if let Some(status) = other.status {
            add_status(&mut self.status, &status);
        }
    }
}

/// Adds a time to that of a line. A second one is not understood, and is among the `others`.
pub fn add_time(when: &mut Option<String>, others: &mut Vec<String>, more: String) {
    match when {
        None => *when = Some(more),
        Some(first) if *first == more => {}
        Some(_) => others.push(more),
    }
}

/// Adds words behind those of a status that there are.
pub fn add_status(status: &mut Option<String>, more: &str) {
    *status = Some(match status.take() {
        Some(before) => format!("{before}: {more}"),
        None => more.to_owned(),
    });
}
