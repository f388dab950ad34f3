//! Learning the names of a document.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::known::{Names, find_by_nick};
use super::lines_of_lists::{List, Whom};
use super::list::{Listed, listed_names};
use super::manner::says_unsure;
use super::part::{NewName, Part, is_state};
use super::written::is_short_word;
use crate::domain::{EVERYBODY, KnownPeople, People, PersonId, Sprint, groups};
use crate::planning::document::Row;
use crate::planning::lines::{Line, LineKind};
use crate::planning::status::may_follow_people;
use crate::text::normalize;

/// The maximum number of new names that are learnt from a document.
const MOST_NEW: usize = 500;

/// How many brackets at the end of a line are looked at for names.
const MOST_GROUPS: usize = 8;

/// How often names are looked for among those that are known by then.
const MOST_ROUNDS: usize = 5;

/// A bracket that names somebody whom nobody knows.
struct Candidate {
    names: Vec<NewName>,
    has_known: bool,
    has_comma: bool,
}

impl<'s> Names<'s> {
    /// Learns the names of a whole document, before any of its lines is read: from its lists of who is present, and from the brackets of all its lines. `met`: the new people on its lines as it was read before;
    /// `me` is who typed it.
    pub fn learn(
        sprint: &'s Sprint,
        lists: &[List],
        lines: &[Line],
        met: &[String],
        me: &str,
    ) -> Names<'s> {
        let mut expected = sprint.people().clone();
        let mut names = Names {
            sprint,
            me: me.to_owned(),
            known: KnownPeople::of(Cow::Owned(expected.clone())),
            certain: KnownPeople::of(Cow::Owned(expected.clone())),
            nicks: HashMap::new(),
            longer: HashMap::new(),
            may_be: HashMap::new(),
            places: HashSet::new(),
        };
        let lines_of_lists = lists.iter().map(|list| list.line).collect();
        let texts = texts(lines, &lines_of_lists);
        names.places = places(&texts);
        let called = names.called(&texts);
        let listed = names.joining(lists, &called);
        for name in &listed {
            names.expect(&mut expected, name);
        }
        names.known = KnownPeople::of(Cow::Owned(expected.clone()));
        let nicks = names.nicks_of(&listed, &called);
        if !nicks.is_empty() {
            for (name, nick) in nicks {
                names.nicks.entry(name).or_insert(nick);
            }
            expected = sprint.people().clone();
            for name in &listed {
                names.expect(&mut expected, name);
            }
        }
        names.known = KnownPeople::of(Cow::Owned(expected.clone()));
        names.certain = KnownPeople::of(Cow::Owned(expected.clone()));
        for name in met {
            expected.mention(name);
        }
        names.known = KnownPeople::of(Cow::Owned(expected.clone()));
        // Whoever is named with somebody new is known by that, too.
        for _ in 0..MOST_ROUNDS {
            let new = names.new_names(&texts);
            for name in &new {
                expected.mention(&format!("+{name}"));
            }
            names.known = KnownPeople::of(Cow::Owned(expected.clone()));
            if new.is_empty() {
                break;
            }
        }
        names
    }

    /// Returns the people on the rows of a document whom nobody knew, each once, as they are typed: `+Amaury`.
    pub fn new_people(&self, rows: &[Row]) -> Vec<String> {
        let mut new: Vec<String> = Vec::new();
        let mut listed = HashSet::new();
        let people = rows.iter().filter_map(|row| row.people.as_ref()).flatten();
        for person in people {
            let name = person.typed.strip_prefix('+');
            let is_new = name.is_some_and(|name| self.sprint.find_person(name).is_empty());
            if is_new && listed.insert(normalize(&person.typed)) {
                new.push(person.typed.clone());
            }
        }
        new
    }

    /// Returns whether somebody of the sprint is known by a name.
    pub(super) fn is_of_sprint(&self, name: &str) -> bool {
        !self.sprint.find_person(name).is_empty()
    }

    /// Returns whether it is the first name or the nick of somebody of the sprint.
    pub(super) fn is_first_name(&self, name: &str) -> bool {
        !self.sprint.people().named(name).is_empty()
    }

    /// Returns whether somebody is known by a name.
    pub fn knows(&self, name: &str) -> bool {
        self.known.knows(name.trim_start_matches('+'))
    }

    /// Returns the names of those whom lists say to join, and remembers the handles beside them. Whoever is away does not join by
    /// that, so that their names are as new as any other, nor does whoever comes on a day that nothing says.
    fn joining(&mut self, lists: &[List], called: &HashSet<String>) -> Vec<String> {
        let (mut names, mut all) = (Vec::new(), Vec::new());
        for list in lists {
            let is_known = |name: &str| self.is_of_sprint(name);
            let is_first = |name: &str| self.is_first_name(name);
            for Listed { name, said } in listed_names(list, called, [&is_known, &is_first]).0 {
                all.push(name.clone());
                let is_later =
                    matches!(list.whom, Whom::Later | Whom::Unticked) && said.from.is_none();
                let is_unsure = says_unsure(&said.unread.join(" "));
                if list.is_away() || is_later || is_unsure || said.is_gone {
                    continue;
                }
                let attends = said.handle.as_deref().and_then(|nick| self.listed_as(nick));
                if let (None, Some(nick)) = (&attends, said.handle) {
                    self.nicks.insert(normalize(&name), nick);
                }
                names.push(attends.unwrap_or(name));
            }
        }
        self.find_longer(&names, &all);
        names
    }

    /// Returns the words that brackets have as names, folded.
    fn called(&self, texts: &[String]) -> HashSet<String> {
        let inner = texts.iter().flat_map(|text| groups(text));
        let names = inner.flat_map(|group| {
            let names = group.inside.split([',', ';', '/']).map(normalize);
            names.collect::<Vec<_>>()
        });
        names.collect()
    }

    /// Finds the one nick that brackets use for each new person of a list, where it is not a name of theirs.
    fn nicks_of(&self, listed: &[String], called: &HashSet<String>) -> HashMap<String, String> {
        const SHORTEST: usize = 4;
        let mut nicks: HashMap<PersonId, Vec<&String>> = HashMap::new();
        let may_be = |nick: &&String| nick.len() >= SHORTEST && is_short_word(nick);
        for nick in called.iter().filter(may_be) {
            if self.known.find(nick).is_empty()
                && let [id] = find_by_nick(&self.known, nick)[..]
            {
                nicks.entry(id).or_default().push(nick);
            }
        }
        let nick_of = |name: &String| {
            let [id] = self.known.find(name)[..] else {
                return None;
            };
            let is_new = self.sprint.find_person(name).is_empty();
            match nicks.get(&id)?[..] {
                [nick] if is_new => Some((normalize(name), nick.clone())),
                _ => None,
            }
        };
        listed.iter().filter_map(nick_of).collect()
    }

    /// Finds the new names in the brackets of all texts.
    fn new_names(&self, texts: &[String]) -> Vec<String> {
        let mut candidates = Vec::new();
        let mut outside: HashSet<&str> = HashSet::new();
        for text in texts {
            let groups = groups(text);
            let mut end = 0;
            let near = groups.len().saturating_sub(MOST_GROUPS);
            for (place, group) in groups.iter().enumerate() {
                outside.extend(words(
                    &text[end.min(group.before.len())..group.before.len()],
                ));
                end = group.before.len() + group.inside.len() + 2;
                let is_front = group.before.trim().is_empty();
                let is_apart = is_front || group.before.ends_with(char::is_whitespace);
                if is_apart && (is_front || place >= near && may_follow_people(group.after)) {
                    candidates.extend(self.candidate(group.inside, is_front));
                }
            }
            outside.extend(words(&text[end.min(text.len())..]));
        }
        let mut accepted = accepted(&candidates, &outside);
        let new = candidates.iter().flat_map(|candidate| &candidate.names);
        let said_new: HashSet<String> = new
            .filter(|new| new.is_said_new)
            .map(|new| normalize(&new.name))
            .collect();
        accepted.retain(|name| said_new.contains(&normalize(name)) || self.near(name).is_empty());
        let new = candidates.iter().flat_map(|candidate| &candidate.names);
        let alone = new.map(|new| normalize(&new.name));
        self.distinct(accepted, &alone.collect())
    }

    fn candidate(&self, inside: &str, is_front: bool) -> Option<Candidate> {
        let (parts, has_comma) = self.parts(inside);
        if parts.iter().any(|part| matches!(part, Part::Text(_))) {
            return None;
        }
        let is_known =
            |part: &Part| matches!(part, Part::Known(_) | Part::Unclear(_) | Part::Joined(_));
        let has_known = parts.iter().any(is_known);
        let has_state = parts.iter().any(is_state) && has_comma;
        let names: Vec<NewName> = parts
            .into_iter()
            .filter_map(|part| match part {
                Part::New(new) => Some(new),
                _ => None,
            })
            .collect();
        // A word in small letters beside a status may be what was done.
        let has_known = has_known || has_state && names.iter().all(|new| new.is_capitalised);
        let counts = !names.is_empty() && (has_known || !is_front);
        counts.then_some(Candidate {
            names,
            has_known,
            has_comma,
        })
    }

    /// Returns each person once among new names: a name that is part of a longer one means that one.
    fn distinct(&self, mut names: Vec<String>, alone: &HashSet<String>) -> Vec<String> {
        names.sort_by_key(|name| std::cmp::Reverse(name.split(' ').count()));
        names.truncate(MOST_NEW);
        let is_long = |name: &String| name.contains(' ');
        let (mut long, short): (Vec<String>, Vec<String>) = names.into_iter().partition(is_long);
        // Two people whom other brackets name alone are not one.
        let is_alone = |word: &&str| alone.contains(&normalize(word));
        long.retain(|name| name.split(' ').filter(is_alone).count() < 2);
        let mut kept: Vec<String> = Vec::new();
        let mut people = People::default();
        for name in long {
            let known = KnownPeople::of(Cow::Borrowed(&people));
            if known.find(&name).is_empty() {
                people.mention(&format!("+{name}"));
                kept.push(name);
            }
        }
        let known = KnownPeople::of(Cow::Borrowed(&people));
        let is_other =
            |name: &String| known.find(name).is_empty() && find_by_nick(&known, name).is_empty();
        kept.extend(short.into_iter().filter(is_other));
        kept
    }
}

/// Returns the names that are people's, each once, as they are written with capitals if they ever are.
fn accepted(candidates: &[Candidate], outside: &HashSet<&str>) -> Vec<String> {
    let mut count: HashMap<String, usize> = HashMap::new();
    for candidate in candidates {
        for new in &candidate.names {
            *count.entry(normalize(&new.name)).or_default() += 1;
        }
    }
    // What the texts speak of is hardly somebody.
    let is_spoken_of = |name: &str| name.split(' ').all(|word| outside.contains(word));
    let mut accepted: HashSet<String> = HashSet::new();
    let takes = |candidate: &Candidate, accepted: &mut HashSet<String>| {
        accepted.extend(candidate.names.iter().map(|new| normalize(&new.name)));
    };
    for candidate in candidates {
        let is_alone = candidate.names.len() == 1;
        let is_new = |new: &NewName| {
            let is_often = count[&normalize(&new.name)] > 1;
            !is_spoken_of(&new.name) && (new.is_capitalised || is_often && candidate.has_comma)
                || new.is_capitalised && !is_alone
        };
        if candidate.has_known || candidate.names.iter().all(is_new) {
            takes(candidate, &mut accepted);
        }
    }
    // Whoever is named with somebody.
    for candidate in candidates {
        let is_accepted = |new: &NewName| accepted.contains(&normalize(&new.name));
        let is_listed =
            |new: &NewName| new.is_capitalised || candidate.has_comma && !is_spoken_of(&new.name);
        if candidate.names.iter().any(is_accepted) && candidate.has_comma
            || candidate.names.iter().all(is_listed) && candidate.names.len() > 1
        {
            takes(candidate, &mut accepted);
        }
    }
    let mut names: Vec<String> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for new in candidates.iter().flat_map(|candidate| &candidate.names) {
        let folded = normalize(&new.name);
        if !accepted.contains(&folded) || folded == EVERYBODY {
            continue;
        }
        match places.get(&folded) {
            Some(place) if new.is_capitalised => names[*place].clone_from(&new.name),
            Some(_) => {}
            None => {
                places.insert(folded, names.len());
                names.push(new.name.clone());
            }
        }
    }
    names
}

/// Returns the words behind `on`, folded: `on the server`. They are where something is done, unless somebody waits.
fn places(texts: &[String]) -> HashSet<String> {
    const WAITING: [&str; 5] = ["depend", "depends", "wait", "waiting", "waits"];
    let mut places = HashSet::new();
    for text in texts {
        let words: Vec<&str> = text.split_whitespace().collect();
        for (at, on) in words.iter().enumerate() {
            let is_waiting = at > 0 && WAITING.contains(&words[at - 1]);
            let mut behind = words[at + 1..].iter().filter(|word| **word != "the");
            if on.trim_start_matches('(').eq_ignore_ascii_case("on")
                && !is_waiting
                && let Some(place) = behind.next()
            {
                let place = place.trim_end_matches(['.', ',', ':', ';', ')', '?', '!']);
                places.extend(
                    place
                        .chars()
                        .all(char::is_alphanumeric)
                        .then(|| normalize(place)),
                );
            }
        }
    }
    places
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}

/// Returns the texts of a document, each with the lines that are wrapped below it; not those of lists of who is present.
fn texts(lines: &[Line], listed: &HashSet<usize>) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut is_open = false;
    // How many brackets more are opened than closed in the last text.
    let mut depth = 0_isize;
    for line in lines.iter().filter(|line| !listed.contains(&line.number)) {
        match &line.kind {
            LineKind::Text(text) if is_open && depth > 0 => {
                depth += surplus(text);
                if let Some(last) = texts.last_mut() {
                    last.push(' ');
                    last.push_str(text);
                }
            }
            LineKind::Bullet { text, .. }
            | LineKind::Heading { text, .. }
            | LineKind::Text(text) => {
                is_open = !matches!(line.kind, LineKind::Heading { .. });
                depth = surplus(text);
                texts.push(text.clone());
            }
            LineKind::Blank
            | LineKind::Block(_)
            | LineKind::TableRow(_)
            | LineKind::Person { .. }
            | LineKind::Comment(_)
            | LineKind::Aside(_) => {
                is_open = false;
            }
        }
    }
    texts
}

/// Returns how many brackets more are opened than closed in a text.
fn surplus(text: &str) -> isize {
    text.chars()
        .map(|letter| match letter {
            '(' => 1,
            ')' => -1,
            _ => 0,
        })
        .sum()
}
