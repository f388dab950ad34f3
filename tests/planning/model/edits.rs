//! What edits of the document mean.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::{Index, select};
use sprint_journal::domain::{EntryId, Sprint};

use super::is_plain;
use super::state::{Item, People, State, nick};

/// An edit of a row, and which one.
#[derive(Clone, Debug)]
pub enum Edit {
    Reword,
    People(Vec<(&'static str, bool, bool)>),
    Status(Option<&'static str>),
    Sign(char),
    When(Option<&'static str>),
    MoveTo(Index),
    PartOf(Index),
    Delete,
    New(&'static str),
    NewPart(&'static str),
    Copy(&'static str),
}

pub fn edit() -> impl Strategy<Value = Edit> {
    let person = (
        select(vec!["armin", "anto", "samuele", "ronan", "Zoe"]),
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.2),
    );
    let people = prop::collection::vec(person, 0..4);
    prop_oneof![
        2 => Just(Edit::Reword),
        3 => people.prop_map(|people| {
            let mut seen = BTreeSet::new();
            Edit::People(people.into_iter().filter(|(nick, ..)| seen.insert(*nick)).collect())
        }),
        2 => prop::option::of(select(vec!["found the culprit", "stuck at the linker"])).prop_map(Edit::Status),
        2 => select(vec![' ', 'x', '-']).prop_map(Edit::Sign),
        1 => prop::option::of(select(vec!["Thu 17:00", "tomorrow"])).prop_map(Edit::When),
        2 => any::<Index>().prop_map(Edit::MoveTo),
        1 => any::<Index>().prop_map(Edit::PartOf),
        1 => Just(Edit::Delete),
        1 => select(vec!["polish the trombone", "water the cactus"]).prop_map(Edit::New),
        1 => select(vec!["measure the glacier", "count the marmots"]).prop_map(Edit::NewPart),
        1 => select(vec!["feed the llamas", "knit a pullover"]).prop_map(Edit::Copy),
    ]
}

/// A line of the document and what it says.
#[derive(Clone, Debug)]
pub struct Row {
    pub id: Option<EntryId>,
    pub depth: usize,
    pub line: String,
}

/// A heading, the rows below it, and the topic that they have.
#[derive(Clone, Debug)]
pub struct Section {
    pub heading: String,
    pub topic: Option<Option<String>>,
    pub kind: Option<String>,
    pub rows: Vec<Row>,
}

pub fn sections(text: &str, items: &[Item]) -> Vec<Section> {
    let labels: BTreeMap<&str, &Item> = items
        .iter()
        .map(|item| (item.label.as_str(), item))
        .collect();
    let mut sections = vec![Section {
        heading: String::new(),
        topic: None,
        kind: None,
        rows: Vec::new(),
    }];
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
                last.kind = Some(item.kind.clone());
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
                    topic: None,
                    kind: None,
                    rows: Vec::new(),
                }),
            }
        }
    }
    sections
}

/// A document that is edited, and the state that is to come of it.
pub struct Model<'s> {
    pub sprint: &'s Sprint,
    pub items: &'s [Item],
    pub sections: Vec<Section>,
    pub states: BTreeMap<EntryId, State>,
    /// What is new, by its title.
    pub new: BTreeMap<String, State>,
    /// What an edit has touched.
    pub touched: BTreeSet<EntryId>,
}

impl Model<'_> {
    fn rows(&self) -> Vec<(usize, usize)> {
        let sections = self.sections.iter().enumerate();
        sections
            .flat_map(|(section, rows)| (0..rows.rows.len()).map(move |row| (section, row)))
            .collect()
    }

    /// Returns the nick of somebody whom the sprint knows by a name.
    fn known(&self, name: &str) -> Option<String> {
        let known = self.sprint.people().stored(name)?;
        Some(nick(known.who, self.sprint))
    }

    /// Returns how many rows a row and its parts are.
    fn height(&self, (section, row): (usize, usize)) -> usize {
        let rows = &self.sections[section].rows;
        let depth = rows[row].depth;
        1 + rows[row + 1..]
            .iter()
            .take_while(|part| part.depth > depth)
            .count()
    }

    pub fn apply(&mut self, edit: &Edit, index: Index) {
        let rows = self.rows();
        if rows.is_empty() {
            return;
        }
        let at = rows[index.index(rows.len())];
        let Some(id) = self.sections[at.0].rows[at.1].id else {
            return;
        };
        let Some(item) = self.items.iter().find(|item| item.id == id) else {
            return;
        };
        let is_plain_row = is_plain(&item.state.title)
            && item.state.when.as_deref().is_none_or(is_plain)
            && item.state.status.as_deref().is_none_or(is_plain);
        let is_open = item.sign == ' ';
        let mut state = self.states[&id].clone();
        match edit {
            Edit::MoveTo(_)
            | Edit::PartOf(_)
            | Edit::Delete
            | Edit::New(_)
            | Edit::NewPart(_)
            | Edit::Copy(_) => {
                return self.rearrange(edit, at, item);
            }
            _ if !is_plain_row || !self.touched.insert(id) => return,
            Edit::Reword => state.title += " thoroughly",
            Edit::People(people) => {
                let listed: People = people
                    .iter()
                    .filter(|(nick, ..)| self.known(nick).is_none_or(|known| known == *nick))
                    .map(|(nick, helps, doubt)| ((*nick).to_owned(), *helps, *doubt && is_open))
                    .collect();
                if !is_open
                    && (item.sign == '-'
                        || listed.iter().all(|one| one.1)
                        // `done` cannot say that nobody helped.
                        || item.has_had_helpers && !listed.iter().any(|one| one.1))
                {
                    return;
                }
                state.people = listed;
            }
            Edit::Status(status) if is_open => {
                let can = match status {
                    Some(_) => true,
                    None => item.is_task && item.has_plain_status,
                };
                if !can {
                    return;
                }
                state.status = status.map(str::to_owned);
            }
            Edit::When(when) => state.when = when.map(str::to_owned),
            Edit::Sign(sign) => {
                state.ending = Some(*sign).filter(|sign| *sign != ' ');
                if *sign != ' ' {
                    state.status = None;
                }
            }
            Edit::Status(_) => return,
        }
        let printed = |(nick, helps, doubt): &(String, bool, bool)| {
            // As it is exported.
            let nick = if nick == "everybody" { "all" } else { nick };
            let plus = if nick == "all" || self.known(nick).is_some() {
                ""
            } else {
                "+"
            };
            format!(
                "{plus}{nick}{}{}",
                if *doubt { "?" } else { "" },
                if *helps { " around" } else { "" }
            )
        };
        let shown = match edit {
            Edit::People(_) => state.people.clone(),
            _ => item.on.clone(),
        };
        let (helpers, people): (Vec<_>, Vec<_>) = shown.iter().partition(|one| one.1);
        let people: Vec<String> = people.into_iter().map(printed).collect();
        let helpers: Vec<String> = helpers.into_iter().map(printed).collect();
        let both: Vec<String> = [people.join(", "), helpers.join(", ")]
            .into_iter()
            .filter(|list| !list.is_empty())
            .collect();
        let status = match edit {
            Edit::Sign(_) => item.state.status.clone(),
            _ => state.status.clone(),
        };
        let needs = !both.is_empty() || state.when.is_some() || status.is_some();
        let line = &self.sections[at.0].rows[at.1].line;
        let exported = line
            .split_once(&item.state.title)
            .and_then(|(_, rest)| rest.split_inclusive(')').next())
            .filter(|rest| rest.starts_with(" ("));
        let brackets = match edit {
            _ if !needs => String::new(),
            Edit::People(_) => format!(" ({})", both.join("; ")),
            _ => exported.unwrap_or(" ()").to_owned(),
        };
        let when = state
            .when
            .as_ref()
            .map(|when| format!(", {when}"))
            .unwrap_or_default();
        let status = status
            .map(|status| format!(": {status}"))
            .unwrap_or_default();
        let sign = state.ending.unwrap_or(' ');
        self.sections[at.0].rows[at.1].line = format!(
            "- [{sign}] #{} {}{brackets}{when}{status}",
            item.label, state.title
        );
        if let Edit::Sign(sign) = edit
            && item.sign != *sign
        {
            // What was closed and is open has the people who are on it; what was given up and is done, those with credit.
            state.people.clear();
        }
        self.states.insert(id, state);
    }

    fn rearrange(&mut self, edit: &Edit, at: (usize, usize), item: &Item) {
        let row = self.sections[at.0].rows[at.1].clone();
        let fresh = |title: &str, topic: Option<String>, under| State {
            title: title.to_owned(),
            people: People::new(),
            status: None,
            when: None,
            ending: None,
            topic,
            under,
        };
        match edit {
            Edit::Delete => {
                let parts = &self.sections[at.0].rows[at.1..at.1 + self.height(at)];
                let is_as_it_was =
                    |part: &Row| part.id.is_some_and(|id| !self.touched.contains(&id));
                if parts.iter().all(is_as_it_was) {
                    self.touched.insert(item.id);
                    self.sections[at.0].rows.remove(at.1);
                }
            }
            Edit::New(title) if row.depth == 0 && !self.new.contains_key(*title) => {
                let Some(topic) = self.sections[at.0].topic.clone() else {
                    return;
                };
                if !item.is_task && topic.is_none() {
                    return;
                }
                let line = format!("- [ ] {title}");
                self.sections[at.0].rows.insert(
                    at.1,
                    Row {
                        id: None,
                        depth: 0,
                        line,
                    },
                );
                self.new
                    .insert((*title).to_owned(), fresh(title, topic, None));
            }
            Edit::NewPart(title) if !self.new.contains_key(*title) => {
                let end = at.1 + self.height(at);
                let line = format!("- [ ] {title}");
                self.sections[at.0].rows.insert(
                    end,
                    Row {
                        id: None,
                        depth: row.depth + 1,
                        line,
                    },
                );
                self.new
                    .insert((*title).to_owned(), fresh(title, None, Some(item.id)));
            }
            Edit::Copy(title)
                if row.depth == 0
                    && is_plain(&item.state.title)
                    && !self.new.contains_key(*title)
                    && self.touched.insert(item.id) =>
            {
                let Some(topic) = self.sections[at.0].topic.clone() else {
                    return;
                };
                if !item.is_task {
                    return;
                }
                let line = format!("- [{}] #{} {title}", item.sign, item.label);
                let end = at.1 + self.height(at);
                self.sections[at.0].rows.insert(
                    end,
                    Row {
                        id: None,
                        depth: 0,
                        line,
                    },
                );
                self.new
                    .insert((*title).to_owned(), fresh(title, topic, None));
            }
            Edit::MoveTo(to) => {
                let sections = self.sections.iter().enumerate();
                let fits = |section: &Section| match &section.topic {
                    Some(Some(_)) => true,
                    Some(None) => section.kind.as_ref() == Some(&item.kind),
                    None => false,
                };
                let places: Vec<usize> = sections
                    .filter(|(_, section)| fits(section))
                    .map(|(place, _)| place)
                    .collect();
                if places.is_empty() || !self.touched.insert(item.id) {
                    return;
                }
                let to = places[to.index(places.len())];
                let Some(topic) = self.sections[to].topic.clone() else {
                    return;
                };
                let count = self.height(at);
                let taken: Vec<Row> = self.sections[at.0].rows.drain(at.1..at.1 + count).collect();
                self.sections[to]
                    .rows
                    .extend(taken.into_iter().map(|part| Row {
                        depth: part.depth - row.depth,
                        ..part
                    }));
                if let Some(state) = self.states.get_mut(&item.id) {
                    state.topic = topic;
                    state.under = None;
                }
            }
            Edit::PartOf(to) => {
                let count = self.height(at);
                let is_other = |place: &(usize, usize)| {
                    place.0 != at.0 || place.1 < at.1 || place.1 >= at.1 + count
                };
                let places: Vec<(usize, usize)> =
                    self.rows().into_iter().filter(is_other).collect();
                if places.is_empty() {
                    return;
                }
                let to = places[to.index(places.len())];
                let Some(parent) = self.sections[to.0].rows[to.1].id else {
                    return;
                };
                if !self.touched.insert(item.id) {
                    return;
                }
                let depth = self.sections[to.0].rows[to.1].depth + 1;
                let end = to.1 + self.height(to);
                let taken: Vec<Row> = self.sections[at.0].rows.drain(at.1..at.1 + count).collect();
                let end = if to.0 == at.0 && at.1 < end {
                    end - count
                } else {
                    end
                };
                let taken = taken.into_iter().map(|part| Row {
                    depth: depth + part.depth - row.depth,
                    ..part
                });
                self.sections[to.0].rows.splice(end..end, taken);
                if let Some(state) = self.states.get_mut(&item.id) {
                    state.under = Some(parent);
                    state.topic = None;
                }
            }
            _ => {}
        }
    }

    /// Leaves what is part of an item without a line where it is: it stands elsewhere only because that line is gone.
    pub fn leave_parts_of_missing(&mut self) {
        let rows = self.sections.iter().flat_map(|section| &section.rows);
        let there: BTreeSet<EntryId> = rows.filter_map(|row| row.id).collect();
        for item in self.items {
            let is_left = item.state.under.is_some_and(|id| !there.contains(&id));
            if let Some(state) = self.states.get_mut(&item.id).filter(|_| is_left) {
                state.topic = item.state.topic.clone();
                state.under = item.state.under;
            }
        }
    }

    pub fn text(&self) -> String {
        let mut text = String::new();
        for section in &self.sections {
            text += &section.heading;
            for row in &section.rows {
                text += &format!("{}{}\n", "    ".repeat(row.depth), row.line);
            }
            text += "\n";
        }
        text
    }
}
