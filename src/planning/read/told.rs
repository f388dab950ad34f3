//! Bullets that are no work: they tell something or refer to it.

use super::headings::{Meaning, meaning};
use super::verbs::{first, is_verb, plain, tells};
use super::{Reader, Role, Told};
use crate::domain::EVERYBODY;
use crate::planning::listed::is_of;
use crate::planning::status::is_label_of_decided;

/// What happens on a day without work.
const BREAKS: &str = "break breakday breakfast coffee dinner holiday lunch";

/// Texts that have contents, of which the bullets below them tell.
const TEXTS: &str = "announcement agenda invitation letter mail email";

impl Reader<'_> {
    /// Takes a bullet that stands below no item and is no work.
    pub(super) fn not_work(&mut self, place: usize) -> Option<Role> {
        let nodes = self.nodes;
        let node = &nodes[place];
        if self.document.stamp.is_some() || self.is_marked(place) || node.status.is_some() {
            return None;
        }
        let form = self.form(place);
        let is_alone = node.people.is_empty() && form.people.is_none() && form.status.is_none();
        let is_empty = node.minutes.is_empty() && node.children.is_empty();
        let mut people = form.people.iter().flatten();
        let is_told = is_for_all(&form.title) && people.all(|person| person.typed == EVERYBODY)
            || is_label_of_decided(&form.title)
            || is_alone && (tells(&form.title) || is_empty && names_nothing(&form.title));
        let title = form.title.clone();
        if !is_told || self.titles.has(&title) {
            return None;
        }
        let above = first(&title) == "related";
        Some(match above.then(|| self.item_above(place)).flatten() {
            Some(row) => self.tell_node(place, Told::Row(row)),
            None => self.prose(node),
        })
    }

    /// Returns the row of the bullet right above one, in the same list.
    fn item_above(&self, place: usize) -> Option<usize> {
        let node = &self.nodes[place];
        let mut above = place.checked_sub(1)?;
        while self.nodes[above].parent != node.parent {
            above = self.nodes[above].parent?;
        }
        match self.roles[above] {
            Role::Row(row) if self.nodes[above].section == node.section => Some(row),
            _ => None,
        }
    }

    /// Returns whether the bullets below one are the contents of a text that is to be written.
    pub(super) fn are_contents(&mut self, parent: usize) -> bool {
        const MOST: usize = 50;
        let nodes = self.nodes;
        let mut title = self.form(parent).title.split_whitespace().take(MOST);
        let is_text = title.any(|word| {
            let word = word.trim_end_matches([':', '.', ',']).to_lowercase();
            is_of(TEXTS, &word)
        });
        if !is_text {
            return false;
        }
        let children = &nodes[parent].children;
        let mut works = 0;
        for child in children.iter().take(MOST) {
            let is_marked = self.is_marked(*child);
            let form = self.form(*child);
            if is_marked || form.people.is_some() || form.status.is_some() {
                return false;
            }
            works += usize::from(is_verb(&first(&form.title)));
        }
        works * 2 < children.len().min(MOST)
    }
}

/// Returns whether a text says what everybody does at some time.
fn is_for_all(text: &str) -> bool {
    let words = text.to_lowercase();
    let all = ["all of us ", "many of us ", "most of us ", "some of us "];
    !is_verb(&first(text)) && all.iter().any(|all| words.contains(all))
}

/// Returns whether a text is a heading without anything, or only says when nobody works.
fn names_nothing(text: &str) -> bool {
    let is_heading = matches!(
        meaning(text),
        Meaning::Minutes { .. } | Meaning::Words | Meaning::Here
    );
    is_heading || is_break(text)
}

fn is_break(text: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().take(3).map(plain).collect();
    match words.as_slice() {
        [word] => is_of(BREAKS, word),
        [word, day] => is_of(BREAKS, word) && matches!(day.as_str(), "break" | "day" | "time"),
        _ => false,
    }
}
