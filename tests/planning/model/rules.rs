//! What edits of the document mean.

use std::collections::{BTreeMap, BTreeSet};

use proptest::sample::Index;
use sprint_journal::domain::{EntryId, Sprint};

use super::document::{Row, Section, is_below};
use super::edits::Edit;
use super::state::{Item, People, State, nick};
use super::{HOSTILE, TOPICS, is_plain};

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
    /// Whether a heading was edited. One is enough.
    pub has_heading_edit: bool,
    /// The topic whose heading was deleted.
    pub gone: Option<String>,
    /// What the list held whose heading was deleted.
    pub gone_list: Option<String>,
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

    /// Returns people of an edit whom their nicks mean.
    fn listed(&self, people: &[(&str, bool, bool)], may_doubt: bool) -> People {
        let people = people.iter();
        people
            .filter(|(nick, ..)| self.known(nick).is_none_or(|known| known == *nick))
            .map(|(nick, helps, doubt)| ((*nick).to_owned(), *helps, *doubt && may_doubt))
            .collect()
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
        // Other words are only cut off from the rest where they have no signs.
        let may_be_hostile = !matches!(edit, Edit::Reword | Edit::All(..));
        let is_plain_row = (is_plain(&item.state.title)
            || may_be_hostile && HOSTILE.contains(&item.state.title.as_str()))
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
            | Edit::Copy(_)
            | Edit::RenameHeading(_)
            | Edit::DeleteHeading => {
                return self.rearrange(edit, at, item);
            }
            _ if !is_plain_row || !self.touched.insert(id) => return,
            Edit::Reword => state.title += " thoroughly",
            Edit::People(people) => {
                let listed = self.listed(people, is_open);
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
                state.status = match sign {
                    ' ' if !is_open => item.last_status.clone(),
                    ' ' => state.status,
                    _ => None,
                };
            }
            Edit::All(people, status) if is_open => {
                state.title = format!("{} thoroughly", state.title);
                state.people = self.listed(people, true);
                state.status = Some((*status).to_owned());
            }
            Edit::GiveUp(_) if is_open => {
                state.ending = Some('-');
                state.status = None;
            }
            Edit::Status(_) | Edit::All(..) | Edit::GiveUp(_) => return,
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
            Edit::People(_) | Edit::All(..) => state.people.clone(),
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
            Edit::GiveUp(status) => Some((*status).to_owned()),
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
            Edit::People(_) | Edit::All(..) => format!(" ({})", both.join("; ")),
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
        let sign = match edit {
            Edit::GiveUp(_) => ' ',
            _ => state.ending.unwrap_or(' '),
        };
        self.sections[at.0].rows[at.1].line = format!(
            "- [{sign}] #{} {}{brackets}{when}{status}",
            item.label, state.title
        );
        if item.sign != state.ending.unwrap_or(' ') {
            // What was closed and is open has the people who are on it; what was given up and is done, those with credit.
            state.people.clear();
        }
        self.states.insert(id, state);
    }

    /// Inserts a line that makes an item.
    fn insert(
        &mut self,
        (section, place): (usize, usize),
        depth: usize,
        line: String,
        made: State,
    ) {
        let row = Row {
            id: None,
            depth,
            line,
        };
        self.sections[section].rows.insert(place, row);
        self.new.insert(made.title.clone(), made);
    }

    /// Takes a row and its parts out of the document, as they stand below a row of some depth.
    fn take(&mut self, at: (usize, usize), depth: usize) -> Vec<Row> {
        let height = self.height(at);
        let rows = &mut self.sections[at.0].rows;
        let old = rows[at.1].depth;
        let taken = rows.drain(at.1..at.1 + height);
        let taken = taken.map(|part| Row {
            depth: depth + part.depth - old,
            ..part
        });
        taken.collect()
    }

    fn rearrange(&mut self, edit: &Edit, at: (usize, usize), item: &Item) {
        let row = self.sections[at.0].rows[at.1].clone();
        let section = &self.sections[at.0];
        let fresh = |title: &str, topic: Option<String>, under| State {
            kind: section.kind_of_new(),
            title: title.to_owned(),
            people: People::new(),
            status: None,
            when: None,
            ending: None,
            topic,
            under,
        };
        let is_as_it_was = |part: &Row| part.id.is_some_and(|id| !self.touched.contains(&id));
        let topic = section.topic.clone();
        match (edit, topic) {
            (Edit::Delete, _) => {
                let parts = &section.rows[at.1..at.1 + self.height(at)];
                if parts.iter().all(is_as_it_was) {
                    self.touched.insert(item.id);
                    self.sections[at.0].rows.remove(at.1);
                }
            }
            (Edit::New(title), Some(topic)) if row.depth == 0 && !self.new.contains_key(*title) => {
                let made = fresh(title, topic, None);
                self.insert(at, 0, format!("- [ ] {title}"), made);
            }
            (Edit::NewPart(title), _) if !self.new.contains_key(*title) => {
                let end = (at.0, at.1 + self.height(at));
                let made = State {
                    kind: "Task".to_owned(),
                    ..fresh(title, None, Some(item.id))
                };
                self.insert(end, row.depth + 1, format!("- [ ] {title}"), made);
            }
            (Edit::Copy(title), Some(topic))
                if row.depth == 0
                    && item.is_task
                    && is_plain(&item.state.title)
                    && !self.new.contains_key(*title) =>
            {
                let made = fresh(title, topic, None);
                if self.touched.insert(item.id) {
                    let line = format!("- [{}] #{} {title}", item.sign, item.label);
                    self.insert((at.0, at.1 + self.height(at)), 0, line, made);
                }
            }
            (Edit::MoveTo(to), _) => {
                let sections = self.sections.iter().enumerate();
                let places = sections.filter(|(_, section)| section.may_hold(item));
                let places: Vec<usize> = places.map(|(place, _)| place).collect();
                if places.is_empty() || !self.touched.insert(item.id) {
                    return;
                }
                let to = places[to.index(places.len())];
                let taken = self.take(at, 0);
                self.sections[to].rows.extend(taken);
                let topic = self.sections[to].topic.clone().flatten();
                if let Some(state) = self.states.get_mut(&item.id) {
                    state.topic = topic;
                    state.under = None;
                }
            }
            (Edit::PartOf(to), _) => self.make_part(at, *to, item),
            (Edit::RenameHeading(new), Some(Some(topic))) => {
                let is_new_row = |row: &Row| row.depth == 0 && row.id.is_none();
                let above = topic
                    .rsplit_once('/')
                    .map_or(String::new(), |(above, _)| format!("{above}/"));
                if self.has_heading_edit
                    || !self.is_plain_topic(&topic)
                    || self.has_below(&topic, is_new_row)
                {
                    return;
                }
                self.has_heading_edit = true;
                let level = "#".repeat(2 + topic.matches('/').count());
                let heading = &mut self.sections[at.0].heading;
                *heading = heading.replacen(
                    &format!("{level} {}\n", &topic[above.len()..]),
                    &format!("{level} {new}\n"),
                    1,
                );
                for section in &mut self.sections {
                    section.rename(&topic, &format!("{above}{new}"));
                }
            }
            (Edit::DeleteHeading, Some(Some(topic))) if !self.has_heading_edit => {
                let has_other = |row: &Row| !is_as_it_was(row);
                if self.is_plain_topic(&topic) && !self.has_below(&topic, has_other) {
                    self.delete_heading(at.0, |section| section.is_below(&topic));
                    self.gone = Some(topic);
                }
            }
            (Edit::DeleteHeading, Some(None))
                if !self.has_heading_edit
                    && !item.is_task
                    && section.rows.iter().all(is_as_it_was) =>
            {
                let heading = section.heading.clone();
                self.delete_heading(at.0, |section| section.heading == heading);
                self.gone_list = Some(item.state.kind.clone());
            }
            _ => {}
        }
    }

    /// Deletes a heading. What stands under it, or under those below it, is not edited further.
    fn delete_heading(&mut self, at: usize, is_below: impl Fn(&Section) -> bool) {
        self.has_heading_edit = true;
        for section in self.sections.iter_mut().filter(|section| is_below(section)) {
            let rows = section.rows.iter();
            self.touched.extend(rows.filter_map(|row| row.id));
            section.topic = None;
        }
        let heading = &mut self.sections[at].heading;
        let rest = heading.split_once('\n').map(|(_, rest)| rest.to_owned());
        *heading = rest.unwrap_or_default();
    }

    /// Returns whether a heading has plain words, and so have those below it.
    fn is_plain_topic(&self, topic: &str) -> bool {
        let below = self
            .sections
            .iter()
            .filter(|section| section.is_below(topic));
        let mut topics = below.filter_map(|section| section.topic.clone().flatten());
        topics.all(|topic| TOPICS.contains(&topic.as_str()))
    }

    /// Returns whether there is such a row under a heading or those below it.
    fn has_below(&self, topic: &str, is_such: impl Fn(&Row) -> bool) -> bool {
        let mut below = self
            .sections
            .iter()
            .filter(|section| section.is_below(topic));
        below.any(|section| section.rows.iter().any(&is_such))
    }

    fn make_part(&mut self, at: (usize, usize), to: Index, item: &Item) {
        let count = self.height(at);
        let is_other =
            |place: &(usize, usize)| place.0 != at.0 || place.1 < at.1 || place.1 >= at.1 + count;
        let places: Vec<(usize, usize)> = self.rows().into_iter().filter(is_other).collect();
        if places.is_empty() {
            return;
        }
        let to = places[to.index(places.len())];
        let parent = &self.sections[to.0].rows[to.1];
        let depth = parent.depth + 1;
        let Some(parent) = parent.id else {
            return;
        };
        if !self.touched.insert(item.id) {
            return;
        }
        let end = to.1 + self.height(to);
        let taken = self.take(at, depth);
        let is_behind = to.0 == at.0 && at.1 < end;
        let end = if is_behind { end - count } else { end };
        self.sections[to.0].rows.splice(end..end, taken);
        if let Some(state) = self.states.get_mut(&item.id) {
            state.under = Some(parent);
            state.topic = None;
        }
    }

    /// Settles where items are whose old place is gone or has other words.
    pub fn settle_places(&mut self) {
        let rows = self.sections.iter().flat_map(|section| &section.rows);
        let there: BTreeSet<EntryId> = rows.filter_map(|row| row.id).collect();
        let base: BTreeMap<EntryId, &Item> =
            self.items.iter().map(|item| (item.id, item)).collect();
        let mut gone: Vec<String> = self.gone.iter().cloned().collect();
        for section in &self.sections {
            let Some(former) = &section.former else {
                continue;
            };
            let at_top = section.rows.iter().filter(|row| row.depth == 0);
            let at_top: Vec<&Item> = at_top
                .filter_map(|row| base.get(&row.id?).copied())
                .collect();
            let was_here = |item: &&&Item| item.state.topic.as_ref() == Some(former);
            if !at_top.iter().any(|item| was_here(&item)) {
                gone.push(former.clone());
            }
            for item in at_top {
                if let Some(state) = self.states.get_mut(&item.id) {
                    state.topic = section.topic.clone().flatten();
                }
            }
        }
        for item in self.items {
            let is_left = item.state.under.is_some_and(|id| !there.contains(&id));
            let is_below = |gone: &String| is_below(item.state.topic.as_deref(), gone);
            let Some(state) = self.states.get_mut(&item.id) else {
                continue;
            };
            let is_at_top = item.state.under.is_none() && state.under.is_none();
            let was_listed =
                item.state.topic.is_none() && self.gone_list.as_ref() == Some(&item.state.kind);
            if is_left || is_at_top && (was_listed || gone.iter().any(is_below)) {
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
