//! What is known of the items of a sprint.

use std::collections::BTreeSet;

use sprint_journal::domain::{Action, Ending, EntryId, PersonRef, Sprint, Who};

pub type People = BTreeSet<(String, bool, bool)>;

/// What is known of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub kind: String,
    pub title: String,
    pub people: People,
    pub status: Option<String>,
    pub when: Option<String>,
    pub ending: Option<char>,
    pub topic: Option<String>,
    /// The title of what it is a part of.
    pub under: Option<EntryId>,
}

/// An item of a sprint.
#[derive(Clone, Debug)]
pub struct Item {
    pub id: EntryId,
    pub label: String,
    pub is_task: bool,
    /// How it is closed; a blank while it is open.
    pub sign: char,
    /// Who is on it, in the document.
    pub on: People,
    /// Whether anybody ever helped.
    pub has_had_helpers: bool,
    /// Whether everything that was said about it can be taken back.
    pub has_plain_status: bool,
    /// What was said of it last, also if it is closed.
    pub last_status: Option<String>,
    pub state: State,
}

pub fn nick(who: Who, sprint: &Sprint) -> String {
    match who {
        Who::Everybody => "everybody".to_owned(),
        Who::Person(id) => sprint.people().get(id).nick.clone(),
    }
}

pub fn items(sprint: &Sprint) -> Vec<Item> {
    let named = |refs: &[PersonRef], helps: bool| -> People {
        let named = refs
            .iter()
            .map(|one| (nick(one.who, sprint), helps, one.doubtful));
        named.collect()
    };
    let item = sprint.items().iter().map(|item| {
        let sign = match item.ending() {
            None => ' ',
            Some(Ending::Done | Ending::Decided) => 'x',
            Some(Ending::Dropped) => '-',
        };
        let on = &item.assignees;
        let on: People = &named(&on.people, false) | &named(&on.helpers, true);
        let credit = item.credit();
        let credit = &named(&credit.people, false) | &named(&credit.helpers, true);
        let mut history = sprint.history(item);
        let kind = format!("{:?}", item.kind);
        Item {
            id: item.id,
            label: item.label.to_string(),
            is_task: kind == "Task",
            sign,
            has_had_helpers: sprint.history(item).any(|entry| {
                entry
                    .action
                    .fields()
                    .with
                    .is_some_and(|with| !with.is_empty())
            }),
            has_plain_status: !history.any(
                |entry| matches!(&entry.action, Action::Reopen(reopen) if reopen.text.is_some()),
            ),
            last_status: item.status().map(str::to_owned),
            state: State {
                kind,
                title: item.text.to_string(),
                people: if item.is_finished() {
                    credit
                } else {
                    on.clone()
                },
                status: item.status().filter(|_| item.is_open()).map(str::to_owned),
                when: item.when.as_deref().map(str::to_owned),
                ending: Some(sign).filter(|sign| *sign != ' '),
                topic: item
                    .topic
                    .as_ref()
                    .filter(|_| item.under.is_none())
                    .map(ToString::to_string),
                under: item.under,
            },
            on,
        }
    });
    item.collect()
}
