//! Titles that do not look like one.

use std::collections::HashMap;

use crate::domain::Sprint;
use crate::planning::folded::folded;
use crate::planning::form::form;
use crate::planning::names::Names;

/// The titles of a sprint that would be cut by their form, such as `fix it: the hard way`, by their first words.
pub(super) struct Titles<'s>(HashMap<String, Vec<(String, &'s str)>>);

impl<'s> Titles<'s> {
    pub(super) fn new(sprint: &'s Sprint, names: &Names<'_>) -> Self {
        let mut titles: HashMap<String, Vec<(String, &'s str)>> = HashMap::new();
        for item in sprint.items() {
            if form(&item.text, None, names).title != item.text {
                let title = folded(&item.text);
                titles
                    .entry(first(&title))
                    .or_default()
                    .push((title, &item.text));
            }
        }
        for titles in titles.values_mut() {
            titles.sort_by_key(|(title, _)| std::cmp::Reverse(title.len()));
        }
        Titles(titles)
    }

    /// Returns the longest one that a text begins with.
    pub(super) fn beginning(&self, text: &str) -> Option<&'s str> {
        if self.0.is_empty() {
            return None;
        }
        let text = folded(text);
        let titles = self.0.get(&first(&text))?;
        let begins = |title: &&(String, &str)| {
            let rest = text.strip_prefix(&title.0);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        titles.iter().find(begins).map(|(_, title)| *title)
    }
}

fn first(title: &str) -> String {
    title.split(' ').next().unwrap_or_default().to_owned()
}
