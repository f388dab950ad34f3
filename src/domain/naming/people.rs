//! The people that a list of names means.

use lean_string::LeanString;
use strum::VariantNames;
use thin_vec::ThinVec;

use super::known::KnownPeople;
use crate::domain::entry::{Action, EVERYBODY};
use crate::domain::item::Item;
use crate::domain::lookup_error::LookupError;
use crate::domain::person::{Person, PersonId, PersonRef, Who, is_everybody, is_name};
use crate::domain::sprint::Sprint;
use crate::domain::typo::is_typo;
use crate::text::{is_of, normalize};

/// People that were named, as they are stored: the nicks of attendees, other names with a `+` if they are new, and a `?`
/// after those in doubt; none twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NamedPeople {
    pub people: ThinVec<LeanString>,
    /// Those who were named as helpers.
    pub with: ThinVec<LeanString>,
    /// Those among them who were named by several words.
    pub joined: Vec<String>,
}

impl NamedPeople {
    pub fn is_empty(&self) -> bool {
        self.people.is_empty() && self.with.is_empty()
    }

    /// Returns all of them, helpers last.
    pub fn all(self) -> ThinVec<LeanString> {
        [self.people, self.with].concat().into()
    }

    /// Adds somebody, unless they were named already.
    pub fn add(&mut self, name: LeanString, helps: bool) {
        if !self.people.contains(&name) && !self.with.contains(&name) {
            let list = if helps {
                &mut self.with
            } else {
                &mut self.people
            };
            list.push(name);
        }
    }
}

/// What separates people and splits words.
pub(super) const CUTS: [char; 7] = [',', '，', ';', '；', '、', '/', '&'];

/// What a `+` before a name never begins: English words that no name begins with, in addition to the commands.
const NO_NAMES: &str = "a add an and are as at außer ausser be build but by docs except excluding fix for from half he help ich if in is \
                        it its make maybe me merge mich mir mit more my nicht no not nur of ohne on only or our review she so some test tests \
                        that the these they this those to und update was we with without write you";

/// Words that say that others are meant than everybody who is named.
const EXCEPTIONS: &str = "außer ausser but except excluding nicht not nur ohne only without";

impl Sprint {
    /// Finds the people that typed words mean; `me` is who typed them. A word with a blank in it, as quotes make it, is one
    /// name if that is known. Nobody may be named.
    pub fn read_people(&self, words: &[String], me: &str) -> Result<NamedPeople, LookupError> {
        let known = KnownPeople::new(&self.people);
        read_list(&known, words, me).map_err(|error| with_near_names(error, &known))
    }

    /// Returns who has the credit for an item and others in addition, as they are stored.
    pub fn credited_with(&self, item: &Item, more: &NamedPeople) -> NamedPeople {
        let credit = item.credit();
        let stored = |one: &PersonRef| match one.who {
            Who::Person(id) => stored_name(self.people.get(id)).into(),
            Who::Everybody => EVERYBODY.into(),
        };
        let people = credit.people.iter().map(stored);
        let helpers = credit.helpers.iter().map(stored);
        let mut all = NamedPeople::default();
        for name in people.chain(more.people.iter().cloned()) {
            all.add(name, false);
        }
        for name in helpers.chain(more.with.iter().cloned()) {
            all.add(name, true);
        }
        all
    }

    /// Returns whether a text is nothing but names of known people.
    pub fn is_only_names(&self, text: &str, me: &str) -> bool {
        let words: Vec<String> = text
            .trim_matches(['(', ')', '.'])
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        // A plus alone is `and`.
        let is_new = |word: &str| word.len() > 1 && word.contains('+');
        match read_list(&KnownPeople::new(&self.people), &words, me) {
            Ok(named) => !named.is_empty() && !text.split_whitespace().any(is_new),
            Err(LookupError::SharedName { name, .. }) => normalize(&name) == normalize(text),
            Err(error) => matches!(error, LookupError::OneOrTwo { .. }),
        }
    }

    /// Returns whether words are nothing but people, somebody new or not. They may be cut from the middle of a line.
    pub fn are_people(&self, words: &[String]) -> bool {
        self.count_people(words).is_some()
    }

    /// Counts the people that words are, if they are nothing else.
    pub fn count_people(&self, words: &[String]) -> Option<usize> {
        let (me, others): (Vec<String>, Vec<String>) = words
            .iter()
            .cloned()
            .partition(|word| normalize(word) == "me");
        let others = match others.is_empty() {
            true => NamedPeople::default(),
            false => read_list(&KnownPeople::new(&self.people), &others, "").ok()?,
        };
        Some(me.len() + others.people.len() + others.with.len())
    }

    /// Finds everybody whom one typed name may mean.
    pub fn find_person(&self, typed: &str) -> Vec<PersonId> {
        KnownPeople::new(&self.people).find(typed.trim_start_matches('@'))
    }
}

/// Adds to an error about somebody unknown whom the name may mean.
pub(super) fn with_near_names(error: LookupError, known: &KnownPeople<'_>) -> LookupError {
    const SHOWN: usize = 3;
    // In a longer text, names are not what is wrong.
    const COMPARED: usize = 8;
    let LookupError::NoSuchPerson { name, .. } = error else {
        return error;
    };
    let words = [name.as_str()]
        .into_iter()
        .chain(name.split(' ').take(COMPARED));
    let mut near: Vec<String> = Vec::new();
    for id in words.flat_map(|word| known.near(word)) {
        let Person { name, .. } = known.get(id);
        if !near.contains(name) {
            near.push(name.clone());
        }
    }
    if is_typo(EVERYBODY, &normalize(&name)) {
        near.push(EVERYBODY.to_owned());
    }
    near.truncate(SHOWN);
    LookupError::NoSuchPerson { name, near }
}

/// Finds the people that words mean among those who are known. What is like an unknown name is not looked for, as most
/// callers only ask whether words are people.
pub(super) fn read_list(
    known: &KnownPeople<'_>,
    words: &[String],
    me: &str,
) -> Result<NamedPeople, LookupError> {
    let reader = Reader { known, me };
    let mut named = NamedPeople::default();
    let tokens = tokens(&requoted(words)).into_iter();
    let tokens: Vec<Token> = tokens.flat_map(|token| reader.expanded(token)).collect();
    for part in tokens.split(|token| *token == Token::Comma) {
        reader.read_part(part, &mut named)?;
    }
    Ok(named)
}

/// Makes one of the words between quotes that nobody has removed.
fn requoted(words: &[String]) -> Vec<String> {
    // Within what a shell has unquoted, too.
    let cut = |word: &String| match word.contains(", \"") {
        true => word.split(' ').map(str::to_owned).collect(),
        false => vec![word.clone()],
    };
    let words: Vec<String> = words.iter().flat_map(cut).collect();
    let mut joined = Vec::new();
    let mut rest = &words[..];
    while let Some(first) = rest.first() {
        let quote = first.chars().next();
        let quote = quote.filter(|first| ['"', '\''].contains(first));
        let closes = |(place, word): (usize, &String)| {
            let word = word.trim_end_matches(CUTS);
            quote.is_some_and(|quote| word.ends_with(quote)) && (place > 0 || word.len() > 1)
        };
        let last = rest.iter().enumerate().position(closes);
        let count = last.map_or(1, |last| last + 1);
        let name = rest[..count].join(" ");
        let end = quote
            .filter(|_| last.is_some())
            .and_then(|quote| name.rfind(quote));
        joined.push(match end {
            Some(end) => format!("{}{}", &name[1..end], &name[end + 1..]),
            None => name,
        });
        rest = &rest[count..];
    }
    joined
}

/// A piece of what was typed.
#[derive(Clone, Debug, PartialEq)]
enum Token {
    Comma,
    /// `and` and the like.
    And,
    Word(String),
    /// What was quoted.
    Quoted(String),
}

/// Cuts typed words into tokens.
fn tokens(words: &[String]) -> Vec<Token> {
    let mut tokens = Vec::new();
    for typed in words {
        let is_quoted = typed.contains(char::is_whitespace);
        let mut rest = typed.as_str();
        while !rest.is_empty() {
            let end = rest.find(CUTS).unwrap_or(rest.len());
            let (piece, after) = rest.split_at(end);
            tokens.extend(token(piece.trim(), is_quoted));
            let mut after = after.chars();
            tokens.extend(after.next().map(|cut| match cut {
                '/' | '&' => Token::And,
                _ => Token::Comma,
            }));
            rest = after.as_str();
        }
    }
    tokens
}

fn token(piece: &str, is_quoted: bool) -> Option<Token> {
    if is_quoted && piece.contains(char::is_whitespace) {
        return Some(Token::Quoted(piece.to_owned()));
    }
    // Who else there is was not typed.
    let word = piece.trim_start_matches("...").trim_start_matches('…');
    let word = word.trim_end_matches("...").trim_end_matches('…');
    match normalize(word).as_str() {
        "" | "etc" | "etc." => None,
        "and" | "und" | "+" => Some(Token::And),
        "mit" => Some(Token::Word("with".to_owned())),
        _ => Some(Token::Word(word.to_owned())),
    }
}

/// How somebody is named.
#[derive(Clone, Copy)]
struct Manner {
    doubtful: bool,
    helps: bool,
}

impl Manner {
    const PLAIN: Manner = Manner {
        doubtful: false,
        helps: false,
    };
    const DOUBTFUL: Manner = Manner {
        doubtful: true,
        helps: false,
    };
    const HELPS: Manner = Manner {
        doubtful: false,
        helps: true,
    };

    fn and(self, other: Manner) -> Manner {
        Manner {
            doubtful: self.doubtful || other.doubtful,
            helps: self.helps || other.helps,
        }
    }
}

/// Words before or after somebody that say in which manner they are named.
struct MannerWords {
    manner: Manner,
    count: usize,
}

/// Somebody known, by the name that is stored.
struct Named {
    name: String,
    manner: Manner,
}

struct Reader<'s> {
    known: &'s KnownPeople<'s>,
    me: &'s str,
}

impl Reader<'_> {
    /// Returns the words of what was quoted, if it is not one name.
    fn expanded(&self, token: Token) -> Vec<Token> {
        match &token {
            Token::Quoted(quoted) if !quoted.starts_with('+') => {
                let name = quoted.trim_end_matches('?').trim();
                match self.find(name) {
                    Ok(None) => {
                        let words: Vec<String> =
                            quoted.split_whitespace().map(str::to_owned).collect();
                        tokens(&words)
                    }
                    _ => vec![token],
                }
            }
            _ => vec![token],
        }
    }

    /// Reads what is between two commas.
    fn read_part(&self, mut part: &[Token], named: &mut NamedPeople) -> Result<(), LookupError> {
        while let Some(first) = part.first() {
            if *first == Token::And {
                part = &part[1..];
                continue;
            }
            let MannerWords {
                manner,
                count: lead,
            } = leading(part);
            let led = &part[lead..];
            if let Some(taken) = share(led) {
                return Err(self.share_of(&led[taken..], part));
            }
            if let Some(name) = new_name(led) {
                let Token::Quoted(_) = led[0] else {
                    return self.read_new(name, &led[1..], manner, named);
                };
                // Quotes end a name, as a comma does.
                let end = 1 + all_trailing(&led[1..]).count;
                self.read_new(name, &led[1..end], manner, named)?;
                part = &led[end..];
                continue;
            }
            let run = run_length(led);
            if run == 0 {
                return Err(LookupError::NotAName(written(part)));
            }
            let mut people = self.read_run(&led[..run])?;
            named.joined.extend(self.joined(&led[..run], &people));
            let trailing = all_trailing(&led[run..]);
            let rest = &led[run + trailing.count..];
            if lead > 0 && (people.len() > 1 || !rest.is_empty()) {
                return Err(LookupError::SeveralLed {
                    lead: written(&part[..lead]),
                    words: written(&part[..lead + run]),
                });
            }
            if let Some(last) = people.last_mut() {
                last.manner = last.manner.and(manner).and(trailing.manner);
            }
            for Named { name, manner } in people {
                named.add(stored(name, manner.doubtful).into(), manner.helps);
            }
            part = rest;
        }
        Ok(())
    }

    /// Returns those among people whom several words of a run name.
    fn joined(&self, run: &[Token], people: &[Named]) -> Vec<String> {
        let words: Vec<&str> = run
            .iter()
            .filter_map(|token| match token {
                Token::Word(word) | Token::Quoted(word) => Some(word.trim_matches('?')),
                Token::Comma | Token::And => None,
            })
            .collect();
        let longest = self.known.longest();
        let lengths = 1..=longest.min(words.len());
        let names = lengths.flat_map(|length| words.windows(length));
        let names = names.map(|words| words.join(" "));
        let names = names.filter(|name| name.contains(char::is_whitespace));
        let found: Vec<String> = names
            .filter_map(|name| self.find(&name).ok().flatten())
            .collect();
        let people = people.iter().map(|named| named.name.clone());
        people.filter(|name| found.contains(name)).collect()
    }

    /// Reads words that are nothing but names.
    fn read_run(&self, run: &[Token]) -> Result<Vec<Named>, LookupError> {
        let mut people = Vec::new();
        let mut words: Vec<&str> = Vec::new();
        for token in run {
            match token {
                Token::Quoted(name) => {
                    people.extend(certain(self.read_names(&words)?));
                    words.clear();
                    people.extend(self.read_quoted(name)?);
                }
                Token::Word(word) => {
                    let name = word.trim_start_matches('?');
                    if name.len() < word.len() && !words.is_empty() {
                        people.extend(certain(self.read_names(&words)?));
                        words.clear();
                    }
                    let before = name.len() < word.len();
                    let name = name.trim_end_matches('?');
                    let after = !before && word.ends_with('?');
                    words.push(name);
                    if before || after {
                        let mut names = certain(self.read_names(&words)?);
                        words.clear();
                        if let Some(last) = names.last_mut() {
                            last.manner = Manner::DOUBTFUL;
                        }
                        people.extend(names);
                    }
                }
                Token::Comma | Token::And => {}
            }
        }
        people.extend(certain(self.read_names(&words)?));
        Ok(people)
    }

    /// Reads what was quoted: one name, or else several.
    fn read_quoted(&self, quoted: &str) -> Result<Vec<Named>, LookupError> {
        let name = quoted.trim_end_matches('?').trim();
        match self.find(name)? {
            Some(name) if quoted.ends_with('?') => Ok(vec![Named {
                name,
                manner: Manner::DOUBTFUL,
            }]),
            Some(name) => Ok(certain(vec![name])),
            None => {
                let words: Vec<String> = quoted.split_whitespace().map(str::to_owned).collect();
                self.read_run(&tokens(&words))
            }
        }
    }

    /// Reads known names between blanks, the longest first.
    fn read_names(&self, words: &[&str]) -> Result<Vec<String>, LookupError> {
        // `wir alle`.
        let longest = self.known.longest().max(2);
        // What the words from each place on may mean: the reading with the longest names, and one with other people.
        let mut readings: Vec<Vec<Vec<String>>> = vec![Vec::new(); words.len()];
        readings.push(vec![Vec::new()]);
        for start in (0..words.len()).rev() {
            let mut found: Vec<Vec<String>> = Vec::new();
            let mut whole = None;
            for length in (1..=longest.min(words.len() - start)).rev() {
                let name = words[start..start + length].join(" ");
                let Ok(Some(person)) = self.find(&name) else {
                    continue;
                };
                if length > 1 && self.is_whole_name(&name) {
                    whole = Some(person.clone());
                }
                for rest in &readings[start + length] {
                    let mut people = rest.clone();
                    if !people.contains(&person) {
                        people.insert(0, person.clone());
                    }
                    let is_new = |other: &Vec<String>| !is_same_set(other, &people);
                    // `Anna Schmidt` is not somebody else called Anna beside her.
                    let is_part = whole
                        .as_ref()
                        .is_some_and(|one| *one != person && rest.contains(one));
                    if found.len() < 2 && found.iter().all(is_new) && !is_part {
                        found.push(people);
                    }
                }
            }
            readings[start] = found;
        }
        match &readings[0][..] {
            [one] => Ok(one.clone()),
            [one, other] => Err(LookupError::OneOrTwo {
                words: words.join(" "),
                one: self.printed(one),
                other: self.printed(other),
            }),
            _ => Err(self.unknown_in(words)),
        }
    }

    /// Returns whether what was typed is the full name of the only one whom it means.
    fn is_whole_name(&self, typed: &str) -> bool {
        match self.known.find(typed)[..] {
            [id] => normalize(&self.known.get(id).name) == normalize(typed),
            _ => false,
        }
    }

    /// Finds the stored name of the one person whom `typed` means; `None` if it means nobody known.
    fn find(&self, typed: &str) -> Result<Option<String>, LookupError> {
        if is_everybody(typed) {
            return Ok(Some(EVERYBODY.to_owned()));
        }
        let typed = typed.strip_prefix('@').unwrap_or(typed);
        let normal = normalize(typed);
        let mut ids = match normal.as_str() {
            "me" => Vec::new(),
            _ => self.known.find(typed),
        };
        match normal.as_str() {
            "alle" | "jede" | "jeder" | "wir alle" if ids.is_empty() => {
                return Ok(Some(EVERYBODY.to_owned()));
            }
            "ich" | "me" if ids.is_empty() => {
                ids = self.known.find(self.me);
                if ids.len() != 1 {
                    return Err(LookupError::UnknownAuthor(self.me.to_owned()));
                }
            }
            _ => {}
        }
        match ids[..] {
            [] => Ok(None),
            [id] => Ok(Some(stored_name(self.known.get(id)))),
            _ => Err(LookupError::SharedName {
                name: typed.to_owned(),
                choices: self.known.choices(&ids),
            }),
        }
    }

    /// Returns what is wrong with words that cannot be read as names.
    fn unknown_in(&self, words: &[&str]) -> LookupError {
        let longest = self.known.longest();
        let mut rest = words;
        loop {
            let mut shared = None;
            let known = (1..=longest.min(rest.len())).rev().find(|count| {
                match self.find(&rest[..*count].join(" ")) {
                    Ok(found) => found.is_some(),
                    Err(error) => {
                        shared = Some(error);
                        false
                    }
                }
            });
            match (known, shared) {
                (Some(count), _) => rest = &rest[count..],
                (None, Some(error)) => return error,
                (None, None) => break,
            }
        }
        let is_unknown = |word: &str| matches!(self.find(word), Ok(None));
        let unknown = rest.iter().enumerate().take_while(|(place, word)| {
            let is_end = *place > 0 && is_exception(word);
            is_unknown(word) && !is_end
        });
        let unknown: Vec<&str> = unknown.map(|(_, word)| *word).collect();
        self.unknown(&unknown.join(" "))
    }

    fn unknown(&self, name: &str) -> LookupError {
        let name = name.to_owned();
        match is_name(&name) {
            true => LookupError::NoSuchPerson {
                name,
                near: Vec::new(),
            },
            false => LookupError::NotAName(name),
        }
    }

    /// Reads somebody new, whose name goes on until the next comma.
    fn read_new(
        &self,
        name: &str,
        mut rest: &[Token],
        mut manner: Manner,
        named: &mut NamedPeople,
    ) -> Result<(), LookupError> {
        let is_quoted = name.contains(char::is_whitespace);
        let mut words = vec![name];
        while let Some(Token::Word(word)) = rest.first().filter(|_| trail(rest).is_none()) {
            words.push(word);
            rest = &rest[1..];
        }
        let trailing = all_trailing(rest);
        manner = manner.and(trailing.manner);
        rest = &rest[trailing.count..];
        let typed = words.join(" ") + if rest.is_empty() { "" } else { " " } + &written(rest);
        let name = typed.trim_end_matches('?');
        manner.doubtful |= name.len() < typed.len();
        let name = name.trim_start_matches('@');
        if !is_new_name(name) {
            return Err(LookupError::NotAName(format!("+{typed}")));
        }
        let holder = self.known_in(name, is_quoted);
        // Somebody who was new before stays so.
        let is_same = |person: &Person| {
            person.attendance.is_none() && normalize(&person.name) == normalize(name)
        };
        match holder {
            Some((_, person)) if !is_same(person) => Err(LookupError::KnownInNew {
                name: name.to_owned(),
                known: person.name.clone(),
                is_whole: !self.known.find(name).is_empty(),
            }),
            _ if !rest.is_empty() => Err(LookupError::NotAName(format!("+{typed}"))),
            _ => {
                let name = stored(format!("+{name}"), manner.doubtful);
                named.add(name.into(), manner.helps);
                Ok(())
            }
        }
    }

    /// Finds somebody known whose name is in a new one.
    fn known_in(&self, name: &str, is_quoted: bool) -> Option<(PersonId, &Person)> {
        let whole = self.known.find(name);
        let words = name.split_whitespace().filter(|_| !is_quoted);
        let words = words.flat_map(|word| self.known.find(word));
        let id = whole.into_iter().chain(words).next()?;
        Some((id, self.known.get(id)))
    }

    /// Returns what is wrong with `half of` something.
    fn share_of(&self, whom: &[Token], phrase: &[Token]) -> LookupError {
        match self.read_run(&whom[..run_length(whom)]) {
            Ok(people) if !people.is_empty() => LookupError::Share(written(phrase)),
            _ => self.unknown(&written(phrase)),
        }
    }

    fn printed(&self, names: &[String]) -> Vec<String> {
        let print = |stored: &String| match self.known.find(stored.trim_start_matches('+'))[..] {
            [id] => self.known.get(id).name.clone(),
            _ => stored.clone(),
        };
        names.iter().map(print).collect()
    }
}

/// Returns the name in a log of somebody who is known.
pub(crate) fn stored_name(person: &Person) -> String {
    match person.attendance {
        None if person.is_from_afar => format!("+{}", person.name),
        _ => person.nick.clone(),
    }
}

fn stored(name: String, doubtful: bool) -> String {
    if doubtful { name + "?" } else { name }
}

fn certain(names: Vec<String>) -> Vec<Named> {
    let manner = Manner::PLAIN;
    let named = names.into_iter().map(|name| Named { name, manner });
    named.collect()
}

/// Returns whether a word says that others are meant than everybody who is named.
pub(crate) fn is_exception(word: &str) -> bool {
    is_of(EXCEPTIONS, &word.to_lowercase())
}

fn is_same_set(one: &[String], other: &[String]) -> bool {
    one.len() == other.len() && one.iter().all(|name| other.contains(name))
}

/// Returns the words before somebody that say in which manner they are named.
fn leading(part: &[Token]) -> MannerWords {
    const HELP: [&[&str]; 6] = [
        &["with", "some", "help"],
        &["with", "a", "little", "help"],
        &["with", "the", "help"],
        &["with", "help"],
        &["some", "help"],
        &["help"],
    ];
    let words = |manner, count| MannerWords { manner, count };
    for help in HELP {
        let is_from = |token: &Token| ["from", "by", "of"].iter().any(|word| token.is(word));
        if begins_with(part, help) && part.get(help.len()).is_some_and(is_from) {
            return words(Manner::HELPS, help.len() + 1);
        }
    }
    match part {
        [first, ..] if first.is("with") => words(Manner::HELPS, 1),
        [first, ..] if first.is("maybe") || first.is("?") => words(Manner::DOUBTFUL, 1),
        _ => words(Manner::PLAIN, 0),
    }
}

/// Returns the first words after somebody that say in which manner they are named.
fn trail(rest: &[Token]) -> Option<MannerWords> {
    let words = |manner, count| Some(MannerWords { manner, count });
    match rest {
        [first, ..] if first.is("around") || first.is("remotely") => words(Manner::HELPS, 1),
        [first, second, ..] if first.is("to") && second.is("review") => words(Manner::HELPS, 2),
        [first, ..] if first.is("?") => words(Manner::DOUBTFUL, 1),
        _ => None,
    }
}

/// Returns all words after somebody that say in which manner they are named.
fn all_trailing(rest: &[Token]) -> MannerWords {
    let mut all = MannerWords {
        manner: Manner::PLAIN,
        count: 0,
    };
    while let Some(more) = trail(&rest[all.count..]) {
        all.manner = all.manner.and(more.manner);
        all.count += more.count;
    }
    all
}

/// Returns how many words `half of` and the like are, before somebody.
fn share(part: &[Token]) -> Option<usize> {
    let shares: [&[&str]; 3] = [&["half", "of"], &["a", "bit", "of"], &["bit", "of"]];
    let words = shares.iter().find(|words| begins_with(part, words))?;
    Some(words.len())
}

/// Returns how many tokens there are before what cannot be a name: an `and`, or words that say how somebody is named.
fn run_length(part: &[Token]) -> usize {
    let is_end = |place: &usize| {
        let rest = &part[*place..];
        rest[0] == Token::And
            || trail(rest).is_some()
            || *place > 0 && (leading(rest).count > 0 || new_name(rest).is_some())
    };
    (0..part.len()).find(is_end).unwrap_or(part.len())
}

/// Returns the name of a part that begins with a `+`.
fn new_name(part: &[Token]) -> Option<&str> {
    match part.first()? {
        Token::Word(word) | Token::Quoted(word) => word.strip_prefix('+'),
        Token::Comma | Token::And => None,
    }
}

fn begins_with(part: &[Token], words: &[&str]) -> bool {
    part.len() >= words.len() && words.iter().zip(part).all(|(word, token)| token.is(word))
}

/// Returns whether a text can be the name of somebody whom nobody knows yet.
pub(crate) fn is_new_name(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default();
    let is_word = first == first.to_lowercase()
        && (NO_NAMES.split(' ').any(|word| word == first)
            || is_everybody(first)
            || Action::VARIANTS.contains(&first));
    let is_mark = |letter: char| "()[]{}<>@\"`:+?!*=|\\".contains(letter);
    is_name(name) && !is_word && !name.contains(is_mark) && !name.contains(CUTS)
}

fn written(tokens: &[Token]) -> String {
    let words = tokens.iter().map(|token| match token {
        Token::Comma => ",",
        Token::And => "and",
        Token::Word(word) | Token::Quoted(word) => word,
    });
    words.collect::<Vec<_>>().join(" ")
}

impl Token {
    fn is(&self, word: &str) -> bool {
        matches!(self, Token::Word(typed) if typed.to_lowercase() == word)
    }
}
