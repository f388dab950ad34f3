//! The titles of a sprint in the lines of a document without numbers.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::below::bracket;
use super::labels::{Label, label};
use super::number::{count, number};
use super::verbs::{first as first_word, is_verb};
use crate::diagnostic::UnreadKind;
use crate::domain::{ItemKind, Sprint};
use crate::planning::document::Mark;
use crate::planning::folded::folded;
use crate::planning::form::{
    Form, add_behind_sign, before_loud_word, form, named_in, people_before_comma,
    people_before_note, time_at_start,
};
use crate::planning::lines::{Line, LineKind};
use crate::planning::names::{Names, is_difficulty};
use crate::planning::status::{loud_front, mark_of, without_shout};
use crate::planning::strike::struck;
use crate::planning::time::time_in_front;

/// How many words a title has at least that is known with others before or behind it.
const FEWEST: usize = 2;

/// How many signs of a line are looked at.
const MOST_SIGNS: usize = 16;

/// The titles of a sprint, in the form in which they are compared.
pub(super) struct Titles<'s> {
    /// Those that would be cut by their form, such as `fix it: the hard way`, with those of the document: it is read as it will be when
    /// they are known.
    cut: HashMap<String, String>,
    /// How long these are, by their first words.
    lengths: HashMap<String, BTreeSet<usize>>,
    /// All titles, and those that were reworded.
    all: BTreeMap<String, &'s str>,
    /// Those of discussions.
    discussions: HashSet<String>,
    /// Those that a line has by themselves, and how many lines have each.
    there: HashMap<String, usize>,
    /// In how many lines one stands with a status before or behind it.
    with_status: HashMap<&'s str, usize>,
}

impl<'s> Titles<'s> {
    pub(super) fn new(sprint: &'s Sprint, names: &Names<'_>, lines: &[Line]) -> Self {
        let mut titles = Titles {
            cut: HashMap::new(),
            lengths: HashMap::new(),
            all: BTreeMap::new(),
            discussions: HashSet::new(),
            there: HashMap::new(),
            with_status: HashMap::new(),
        };
        for item in sprint.items().iter() {
            let former = item.former.iter();
            titles
                .all
                .extend(former.map(|text| (folded(text), text.as_str())));
        }
        for item in sprint.items().iter() {
            titles.all.insert(folded(&item.text), item.text.as_str());
            titles.add_cut(&item.text, names);
            if item.kind == ItemKind::Discussion {
                titles.discussions.insert(folded(&item.text));
            }
        }
        for line in lines {
            if let LineKind::Bullet { text, .. } = &line.kind {
                let text = titles.words(text);
                let title = form(text, titles.beginning(text), names).title;
                if struck(&title).is_none() {
                    titles.add_cut(&title, names);
                }
            }
        }
        titles.look_for(lines, names);
        titles
    }

    /// Notes a title if it would be cut by its form.
    fn add_cut(&mut self, title: &str, names: &Names<'_>) {
        if form(title, None, names).title == title {
            return;
        }
        let key = folded(title);
        self.lengths
            .entry(first(&key))
            .or_default()
            .insert(key.len());
        self.cut.insert(key, title.to_owned());
    }

    fn look_for(&mut self, lines: &[Line], names: &Names<'_>) {
        if self.all.is_empty() {
            return;
        }
        for line in lines {
            let LineKind::Bullet { text, .. } = &line.kind else {
                continue;
            };
            let text = self.words(text);
            let title = form(text, self.in_front(text), names).title;
            let title = title.trim_end_matches([':', ' ']);
            if self.all.contains_key(&folded(title)) {
                *self.there.entry(folded(title)).or_default() += 1;
            } else if let Some((title, _)) = self.with_status(title, names) {
                *self.with_status.entry(title).or_default() += 1;
            }
        }
    }

    /// Returns whether a text is a title, or was one, that no other line has by itself.
    pub(super) fn has_only_here(&self, text: &str) -> bool {
        self.has(text) && self.there.get(&folded(text)).is_none_or(|count| *count < 2)
    }

    /// Returns whether a text is a title, or was one.
    pub(super) fn has(&self, text: &str) -> bool {
        self.all.contains_key(&folded(text))
    }

    /// Returns the longest one that a text begins with, or any title behind which a text only has words in capitals, or `@handles`
    /// or a time and more.
    fn in_front(&self, text: &str) -> Option<&str> {
        let title = without_shout(text).and_then(|title| self.all.get(&folded(title)));
        let title = title.copied().or_else(|| self.cut(text));
        let before_time = || {
            let (title, behind) = text.split_once(", ")?;
            time_at_start(behind)?;
            self.known(title)
        };
        title
            .or_else(|| self.known(text.split_once(" @")?.0))
            .or_else(before_time)
    }

    /// Returns a title of enough words to be known among others.
    fn known(&self, text: &str) -> Option<&'s str> {
        let title = self.all.get(&folded(text)).copied();
        title.filter(|title| is_long(title))
    }

    /// Returns the title with which a text begins, as far as that is clear: also one without a line of its own that has one word
    /// in capitals behind it, such as `PFFFF`.
    pub(super) fn beginning(&self, text: &str) -> Option<&str> {
        let before_word = before_loud_word(text).map(folded);
        match before_word.and_then(|title| self.all.get_key_value(&title)) {
            Some((title, _)) if self.there.contains_key(title) => None,
            Some((_, title)) => Some(title),
            None => self.in_front(text),
        }
    }

    /// Cuts off the number of a line in a list, `3. fix it`, unless it is a part of a title.
    pub(super) fn without_count<'t>(&self, text: &'t str) -> &'t str {
        let Some((count, words)) = count(text) else {
            return text;
        };
        let count = format!("{count} ");
        let mut from = self.all.range(count.clone()..);
        let is_title = from
            .next()
            .is_some_and(|(title, _)| title.starts_with(&count));
        if is_title { text } else { words }
    }

    /// Splits off a label in front of a title, unless it is a part of one.
    pub(super) fn split_label<'t>(&self, text: &'t str) -> (Option<Label>, &'t str) {
        match label(text) {
            Some((label, title)) if !self.begins_with_title(text, &label) => (Some(label), title),
            _ => (None, text),
        }
    }

    /// Returns the time in front of a label, which is in front of a title: `14:00 Talk: how we store`.
    pub(super) fn time_before_label<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        if self.split_label(text).0.is_some() || self.beginning(text).is_some() {
            return None;
        }
        time_in_front(text).filter(|(_, rest)| self.split_label(rest).0.is_some())
    }

    /// Returns whether a text begins with a title that goes on behind a label.
    fn begins_with_title(&self, text: &str, label: &Label) -> bool {
        if self.all.is_empty() {
            return false;
        }
        let text = folded(text);
        let ends = text.match_indices(|sign: char| !sign.is_alphanumeric());
        let ends = ends.map(|(end, _)| end).chain([text.len()]);
        let behind = ends.skip_while(|end| *end <= label.words.len());
        let mut ends = behind.take_while(|end| *end < LONGEST);
        ends.any(|end| self.all.contains_key(&text[..end]))
    }

    /// Returns the words of a line without what stands in front of its title.
    fn words<'t>(&self, text: &'t str) -> &'t str {
        let words = self.without_count(number(text).1);
        let words = self
            .time_before_label(words)
            .map_or(words, |(_, rest)| rest);
        self.split_label(words).1
    }

    fn cut(&self, text: &str) -> Option<&str> {
        if self.cut.is_empty() {
            return None;
        }
        let text = folded(text);
        let lengths = self.lengths.get(&first(&text))?.iter().rev();
        let mut starts = lengths.filter_map(|length| text.get(..*length));
        let title = starts.find_map(|start| self.cut.get(start).filter(|_| begins(&text, start)));
        title.map(String::as_str)
    }

    /// Returns whether a text begins with a title that has a number in front.
    pub(super) fn is_numbered(&self, text: &str) -> bool {
        let text = folded(text);
        let number = format!("{} ", first(&text));
        let mut numbered = self
            .all
            .range(number.clone()..)
            .take_while(|(title, _)| title.starts_with(&number));
        numbered.any(|(title, _)| begins(&text, title))
    }

    /// Cuts off what stands behind a sign before or behind a title that has no line of its own: it says how that goes.
    pub(super) fn cut_status(&self, form: &mut Form, names: &Names<'_>) {
        let Some((title, status)) = self.with_status(&form.title, names) else {
            self.cut_bracket(form, names);
            return;
        };
        let count = self.with_status.get(title).copied().unwrap_or_default();
        // Several lines may say who does what of one item.
        let is_one = || count < 2 || people_before_note(status, names).is_some();
        if self.there.contains_key(&folded(title)) || !is_one() {
            return;
        }
        let is_said = form.status.as_deref().map_or(Mark::None, mark_of) == form.mark;
        form.is_status_in_front |= form.title.starts_with(status);
        let status = status.to_owned();
        title.clone_into(&mut form.title);
        add_behind_sign(form, &status, names);
        if is_said {
            form.mark = form.status.as_deref().map_or(Mark::None, mark_of);
        }
    }

    /// Cuts off the bracket behind a title that has no line of its own if it names somebody among other words: it is not clear who is on
    /// the item, but the words are no part of its title.
    fn cut_bracket(&self, form: &mut Form, names: &Names<'_>) {
        let inside = form.title.strip_suffix(')');
        let Some((front, _)) = inside.and_then(|title| title.rsplit_once(" (")) else {
            return;
        };
        let is_other = form.people.is_some() || self.has(&form.title);
        let Some(title) = self.all.get(&folded(front)).filter(|_| !is_other) else {
            return;
        };
        if self.there.contains_key(&folded(title)) || named_in(&form.title, names).is_empty() {
            return;
        }
        form.title = (*title).to_owned();
        let is_told = |why: &UnreadKind| matches!(why, UnreadKind::InTitle(_));
        form.unclear.retain(|why| !is_told(why));
        form.unclear.push(UnreadKind::Names);
    }

    /// Returns the title with which a text begins or ends, and what is cut off from it by a sign.
    fn with_status<'t>(&self, text: &'t str, names: &Names<'_>) -> Option<(&'s str, &'t str)> {
        const BEFORE: [&str; 5] = ["-> ", "→ ", ": ", ") ", "] "];
        const BEHIND: [&str; 8] = [": ", " - ", " – ", " — ", ". ", " -> ", " => ", " → "];
        if self.all.is_empty() || self.all.contains_key(&folded(text)) {
            return None;
        }
        let places = |signs: &[&'static str]| {
            let places = signs.iter().flat_map(|sign| text.match_indices(sign));
            let mut places: Vec<(usize, usize)> = places
                .map(|(place, sign)| (place, place + sign.len()))
                .take(MOST_SIGNS)
                .collect();
            places.sort_unstable();
            places
        };
        let inside = text
            .strip_prefix('(')
            .and_then(|text| text.split_once(") "));
        if let Some((title, behind)) = inside
            && let Some(title) = self.known(title)
        {
            return Some((title, bracket(behind.trim()).unwrap_or(behind.trim())));
        }
        if let Some((status, behind)) = loud_front(text)
            && let Some(title) = self.all.get(&folded(behind))
        {
            return Some((title, status));
        }
        // `which license? MIT`. Behind a task, more work is more of its words: `fix the parser? ask Ida first`.
        let questions = places(&["? "]).into_iter().map(|(_, end)| (end - 1, end));
        let is_answered = |(start, end): &(usize, usize)| {
            !is_verb(&first_word(&text[*end..]))
                || self.discussions.contains(&folded(&text[..*start]))
        };
        let questions = questions.filter(is_answered);
        for (start, end) in places(&BEHIND).into_iter().rev().chain(questions) {
            let behind = text[end..].trim();
            // With people behind it, a title of one word is known, too.
            let is_known = |title: &&&str| {
                is_long(title)
                    || people_before_note(behind, names).is_some()
                    || people_before_comma(behind, names).is_some()
            };
            if let Some(title) = self.all.get(&folded(&text[..start])).filter(is_known) {
                return Some((*title, behind));
            }
        }
        for (_, end) in places(&BEFORE) {
            let front = text[..end].trim();
            if let Some(title) = self.known(&text[end..])
                && let Some(status) = status_before(front)
            {
                return Some((title, status));
            }
        }
        None
    }

    /// Returns whether a text is a whole title, so that the next line is not more of it.
    pub(super) fn is_whole(&self, text: &str, next: &str, names: &Names<'_>) -> bool {
        if self.all.is_empty() || text.len() > LONGEST {
            return false;
        }
        let title = form(text, None, names).title;
        let key = folded(&title);
        let longer = format!("{key} {}", first(&folded(next)));
        let mut from = self.all.range(longer.clone()..);
        self.all.contains_key(&key)
            && title.split_whitespace().count() >= FEWEST
            && !from
                .next()
                .is_some_and(|(other, _)| other.starts_with(&longer))
            && form(&format!("{text} {next}"), None, names).title != title
    }
}

fn is_long(title: &str) -> bool {
    title.split_whitespace().count() >= FEWEST
}

/// How long a text may be that is compared with the titles line by line.
const LONGEST: usize = 2000;

/// Returns the words in front of a title if they say how that goes: `mostly done:`, `write a test or drop it ->`, `(not before Friday)`.
fn status_before(front: &str) -> Option<&str> {
    const FAR: usize = 80;
    if front.len() > FAR {
        return None;
    }
    if let Some(inner) = bracket(front) {
        return (!is_difficulty(inner)).then_some(inner.trim());
    }
    let words = front.trim_end_matches([':', ' ']);
    if mark_of(words) != Mark::None {
        return Some(words);
    }
    let words = words.strip_suffix("->").or(words.strip_suffix('→'));
    words.map(str::trim_end)
}

/// Returns whether a text begins with the words of a title.
pub(super) fn begins(text: &str, title: &str) -> bool {
    let rest = text.strip_prefix(title);
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

fn first(title: &str) -> String {
    title.split(' ').next().unwrap_or_default().to_owned()
}
