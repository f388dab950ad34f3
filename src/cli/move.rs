//! `sprint move`: an item is filed elsewhere.

use clap::Args;
use lean_string::LeanString;

use super::record::{Record, Resolver, when};
use crate::diagnostic::{Error, UsageError};
use crate::domain::{Action, Entry, Item, Sprint};
use crate::text::is_of;
use crate::view;

/// File an item under another topic, make it part of another item or of none, or say when it is to happen
#[derive(Args, Debug)]
pub struct Move {
    /// The item: a number, an id, or a word of its text; several with commas between them
    item: String,
    /// What would need an option.
    #[arg(hide = true)]
    words: Vec<String>,
    /// Its topic: a heading or a path of headings; '' for none
    #[arg(short, long, value_name = "TOPIC")]
    topic: Option<String>,
    /// The item that it becomes part of
    #[arg(short, long, value_name = "ITEM")]
    under: Option<String>,
    /// Make it part of no other item
    #[arg(long, conflicts_with = "under")]
    top: bool,
    /// When it is to happen, for the board; '' for no time
    #[arg(long, value_name = "TEXT")]
    when: Option<String>,
}

impl Record for Move {
    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let (item, words) = resolver.items_and_words(&self.item, &self.words);
        let is_bare =
            self.topic.is_none() && self.under.is_none() && !self.top && self.when.is_none();
        if is_bare || !words.is_empty() {
            let words = words.join(" ");
            let whole = format!("{item} {words}");
            let is_item = !words.is_empty() && resolver.sprint.find_any_item(&whole).is_ok();
            return Err(UsageError::MoveWhere {
                item: self.item.trim_end_matches([',', ';']).to_owned(),
                items: resolver.listed_behind(&item, &words),
                whole: is_item.then(|| (whole, resolver.options.clone())),
                words: without_lead(&words).to_owned(),
            }
            .into());
        }
        let parent = self.under.as_deref();
        let parent = parent.map(|typed| resolver.sprint.find_any_item(typed));
        let parent = parent.transpose()?;
        let topic = match self.topic.as_deref() {
            Some("") => Some(None),
            Some(typed) => Some(resolver.topic(Some(typed))?),
            None => None,
        };
        let when = match self.when.as_deref() {
            Some("") => Some(LeanString::default()),
            typed => when(typed)?,
        };
        // A part is filed with its parent, and what was filed with its parent stays there.
        let follows = |item: &Item| match parent {
            Some(parent) if parent.topic.is_some() && item.has_own_topic() => Some(None),
            None if self.top && !item.has_own_topic() => item.topic.clone().map(Some),
            _ => None,
        };
        let items = resolver.items(&item, true)?;
        let items = items.iter().filter_map(|id| resolver.sprint.get(*id));
        let moves = items.map(|item| crate::domain::Move {
            item: item.id,
            topic: topic.clone().or_else(|| follows(item)),
            under: parent.map(|parent| parent.id),
            top: self.top,
            when: when.clone(),
        });
        Ok(moves.map(Action::Move).collect())
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "moved")
    }
}

/// Cuts off the word in front of where an item is moved to.
fn without_lead(words: &str) -> &str {
    match words.split_once(' ') {
        Some((lead, place)) if is_of("in into nach to under unter zu", &lead.to_lowercase()) => {
            place
        }
        _ => words,
    }
}
