//! Titles that do not look like one.

use std::collections::HashMap;

use crate::domain::Sprint;
use crate::planning::folded::folded;
use crate::planning::form::form;
use crate::planning::names::Names;
use crate::planning::status::without_shout;

/// The titles of a sprint that would be cut by their form, such as `fix it: the hard way`, by their first words.
pub(super) struct Titles<'s> {
    cut: HashMap<String, Vec<(String, &'s str)>>,
    /// All titles, in the form in which they are compared.
    all: HashMap<String, &'s str>,
}

impl<'s> Titles<'s> {
    pub(super) fn new(sprint: &'s Sprint, names: &Names<'_>) -> Self {
        let mut titles: HashMap<String, Vec<(String, &'s str)>> = HashMap::new();
        let mut all = HashMap::new();
        for item in sprint.items() {
            all.insert(folded(&item.text), item.text.as_str());
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
        Titles { cut: titles, all }
    }

    /// Returns the longest one that a text begins with, or any title behind which a text only has words in capitals.
    pub(super) fn beginning(&self, text: &str) -> Option<&'s str> {
        let title = without_shout(text).and_then(|title| self.all.get(&folded(title)));
        title.copied().or_else(|| self.cut(text))
    }

    fn cut(&self, text: &str) -> Option<&'s str> {
        if self.cut.is_empty() {
            return None;
        }
        let text = folded(text);
        let titles = self.cut.get(&first(&text))?;
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
