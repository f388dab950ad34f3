//! Bullets that are no work: they tell something or refer to it.

use super::headings::{Meaning, is_logistics, is_practical, meaning};
use super::meals::{is_break, is_meal};
use super::verbs::{first, is_verb, is_work, plain, tells};
use super::{Head, Reader, Role, Told};
use crate::diagnostic::{Run, UnreadKind};
use crate::domain::EVERYBODY;
use crate::planning::status::is_label_of_decided;
use crate::text::is_of;

/// Words with which somebody is thanked, and what may follow them: `thanks page` is work.
const THANKS: &str = "danke dank gracias grazie merci thanks";
const BEHIND_THANKS: &str =
    "a à all alla an and au aux everybody everyone for für fur para per pour to tutti";

/// What stands where nobody knows yet what comes.
const PLACEHOLDERS: &str = "n/a tba tbc tbd todo";

/// Headings of thanks.
const HEADINGS: &str = "acknowledgements acknowledgments danksagung";

/// Texts that have contents, of which the bullets below them tell.
const TEXTS: &str = "announcement agenda invitation letter mail email";

impl Reader<'_> {
    /// Lists a line that says when people eat, rest, come and go, with or without a box, unless an item is called so.
    pub(super) fn meal(&mut self, place: usize, head: &Head) -> Option<Role> {
        let nodes = self.nodes;
        let node = &nodes[place];
        if self.document.stamp.is_some() || self.known.get(node.number.as_deref()).is_some() {
            return None;
        }
        let form = self.form(place);
        let is_for_all = form
            .people
            .iter()
            .flatten()
            .all(|person| person.typed == EVERYBODY);
        if !is_for_all || !node.people.is_empty() || !is_meal(form) {
            return None;
        }
        let title = form.title.clone();
        let why = UnreadKind::Meal(Run::from(node.line, 1));
        (!self.titles.has(&title)).then(|| self.list(node, why, head))
    }

    /// Takes a bullet that stands below no item and is no work.
    pub(super) fn not_work(&mut self, place: usize, head: &Head) -> Option<Role> {
        let nodes = self.nodes;
        let node = &nodes[place];
        let is_logistics = is_logistics(&self.sections[node.section].title);
        let has_status = node.status.is_some() && !is_logistics;
        if self.document.stamp.is_some() || self.is_marked(place) || has_status {
            return None;
        }
        let form = self.form(place);
        let names_nobody = node.people.is_empty() && form.people.is_none();
        let is_alone = names_nobody && form.status.is_none();
        let is_empty = node.minutes.is_empty() && node.children.is_empty();
        let mut people = form.people.iter().flatten();
        let is_told = is_for_all(&form.title) && people.all(|person| person.typed == EVERYBODY)
            || is_label_of_decided(&form.title)
            || names_nobody
                && is_logistics
                && !is_verb(&first(&form.title))
                && !is_work(&form.title)
            || is_alone
                && (tells(&form.title)
                    || thanks(&form.title)
                    || is_practical(&form.title)
                    || is_empty && names_nothing(&form.title));
        let title = form.title.clone();
        // A line that only shares its words with an item of another line stays what it was before that item was known.
        if !is_told || self.titles.has_only_here(&title) {
            return None;
        }
        // What stands below it is no work either.
        if !is_empty && is_practical(&title) {
            let why = UnreadKind::Bullet(Run::from(node.line, 1));
            return Some(self.list(node, why, head));
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
    is_heading || is_break(text) || is_placeholder(text)
}

/// Returns whether a text only keeps a place free: `tbd`, `???`.
fn is_placeholder(text: &str) -> bool {
    let mut words = text.split_whitespace().map(plain);
    words.all(|word| word.is_empty() || is_of(PLACEHOLDERS, &word))
}

/// Returns whether a text thanks somebody: `Thanks to Carl for the cake`.
pub(super) fn thanks(text: &str) -> bool {
    let mut words = text.split_whitespace().map(plain);
    let words = [words.next(), words.next()].map(Option::unwrap_or_default);
    match &words {
        [first, second] if second.is_empty() => is_of(THANKS, first) || is_of(HEADINGS, first),
        [first, second] => {
            is_of(THANKS, first) && is_of(BEHIND_THANKS, second)
                || matches!(
                    (first.as_str(), second.as_str()),
                    ("thank", "you") | ("vielen", "dank")
                )
        }
    }
}
