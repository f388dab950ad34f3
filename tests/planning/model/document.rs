//! The lines of an exported document.

use std::collections::BTreeMap;

use sprint_journal::domain::EntryId;

use super::state::Item;

/// A line of the document and what it says.
#[derive(Clone, Debug)]
pub struct Row {
    pub id: Option<EntryId>,
    pub depth: usize,
    pub line: String,
}

/// A heading, the rows below it, and the topic that they have.
#[derive(Clone, Debug, Default)]
pub struct Section {
    pub heading: String,
    pub topic: Option<Option<String>>,
    /// The topic that they had before the heading got other words.
    pub former: Option<String>,
    pub kind: Option<String>,
    pub rows: Vec<Row>,
}

pub fn sections(text: &str, items: &[Item]) -> Vec<Section> {
    let labels: BTreeMap<&str, &Item> = items
        .iter()
        .map(|item| (item.label.as_str(), item))
        .collect();
    let mut sections = vec![Section::default()];
    for line in text.lines() {
        let trimmed = line.trim_start();
        let depth = (line.len() - trimmed.len()) / 4;
        let number = ["- [ ] #", "- [x] #", "- [-] #"]
            .iter()
            .find_map(|sign| trimmed.strip_prefix(sign));
        let number = number.map(|rest| rest.split(' ').next().unwrap_or_default());
        let item = number.and_then(|number| labels.get(number));
        if let (Some(item), Some(last)) = (item, sections.last_mut()) {
            if depth == 0 {
                last.topic = Some(item.state.topic.clone());
                last.kind = Some(item.state.kind.clone());
            }
            last.rows.push(Row {
                id: Some(item.id),
                depth,
                line: trimmed.to_owned(),
            });
        } else {
            match (line.starts_with('#'), sections.last_mut()) {
                (false, Some(last)) if last.rows.is_empty() => last.heading += &format!("{line}\n"),
                _ => sections.push(Section {
                    heading: format!("{line}\n"),
                    ..Section::default()
                }),
            }
        }
    }
    sections
}

impl Section {
    /// Returns whether an item may be moved to the section.
    pub fn may_hold(&self, item: &Item) -> bool {
        match &self.topic {
            Some(Some(_)) => true,
            Some(None) => self.kind.as_ref() == Some(&item.state.kind),
            None => false,
        }
    }

    /// Returns whether the section has a topic or one below it.
    pub fn is_below(&self, topic: &str) -> bool {
        is_below(self.topic.as_ref().and_then(Option::as_deref), topic)
    }

    /// Returns what a new line of the section makes.
    pub fn kind_of_new(&self) -> String {
        let listed = self.kind.clone().filter(|_| self.topic == Some(None));
        listed.unwrap_or_else(|| "Task".to_owned())
    }

    /// Gives the topic other headings if they begin with some.
    pub fn rename(&mut self, old: &str, new: &str) {
        if self.is_below(old)
            && let Some(Some(topic)) = self.topic.take()
        {
            self.topic = Some(Some(format!("{new}{}", &topic[old.len()..])));
            self.former = Some(topic);
        }
    }
}

/// Returns whether a topic is another or one below it.
pub fn is_below(topic: Option<&str>, above: &str) -> bool {
    let rest = topic.and_then(|topic| topic.strip_prefix(above));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
