//! `sprint reword`: other words for an item.

use clap::Args;

use super::record::{Record, Resolver, Text};
use crate::diagnostic::{Error, OtherMeaning};
use crate::domain::{Action, Entry, EntryId, Label, Sprint};
use crate::text::normalize;
use crate::view;

/// Change the text of an item; `show` keeps the old one
#[derive(Args, Debug)]
pub struct Reword {
    /// The item: a number, an id, or a word of its text
    item: String,
    /// The new text
    text: Vec<String>,
}

impl Record for Reword {
    fn text(&self) -> Text<'_> {
        Text::Needed(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        let item = resolver.any_item("reword", &self.item)?;
        let label = resolver.sprint.get(item).map(|item| item.label);
        let labels: Vec<Label> = label.into_iter().collect();
        if !resolver.told_by()?.is_empty() {
            return Err(resolver.refused("reword", labels, OtherMeaning::WordsAndPeople));
        }
        if let Some(whole) = self.whole_text(resolver, item) {
            return Err(resolver.refused("reword", labels, OtherMeaning::WholeText(whole)));
        }
        let text = resolver.title()?;
        Ok(vec![Action::Reword(crate::domain::Reword { item, text })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "reworded")
    }
}

impl Reword {
    /// Returns the words with the one in the place of the item in front of them, if those of the item begin with the same two.
    fn whole_text(&self, resolver: &Resolver<'_>, item: EntryId) -> Option<String> {
        let text = resolver.text.as_deref().filter(|_| !resolver.literal)?;
        let whole = format!("{} {text}", self.item);
        let first_two = |text: &str| -> Option<Vec<String>> {
            let words = text.split_whitespace().map(normalize).take(2);
            let words: Vec<String> = words.collect();
            (words.len() == 2).then_some(words)
        };
        let known = first_two(&resolver.sprint.get(item)?.text)?;
        (first_two(&whole)? == known).then_some(whole)
    }
}
