//! Under which topic something is filed: what headings, and bullets that are one, say.

use std::ops::Range;

use super::below::is_part;
use super::headings::{
    Meaning, is_column, is_list_of_tasks, meaning, says_to_do, says_where_they_stand,
    slip_of_heading, without_colon,
};
use super::sections::{Holds, Section, people_of};
use super::{Head, Reader, Role};
use crate::diagnostic::{Run, UnreadKind};
use crate::domain::ItemKind;
use crate::planning::document::{Heading, ListHeading, Mark, Minute, Row, Says};
use crate::planning::folded::folded;
use crate::planning::form::{DASHES, Form};
use crate::planning::lines::{Line, LineKind};
use crate::planning::status::without_emphasis;

/// Returns whether a heading that is no topic says where those below it stand, as a column of a board.
pub(super) fn is_column_of_board(section: &Section) -> bool {
    section.path.last() != Some(&section.title)
        && (says_where_they_stand(&section.title) || is_column(&section.title))
}

impl Reader<'_> {
    /// Takes the heading of a section.
    pub(super) fn heading(&mut self, place: usize, section: &Section, lines: &[Line]) {
        let Some(line) = section.heading.and_then(|heading| lines.get(heading)) else {
            return;
        };
        let line = line.number;
        if matches!(section.holds, Holds::Items(_)) && self.title(&section.title) != section.title {
            self.unread(line, &section.title, UnreadKind::PeopleOfHeading);
        }
        match section.holds {
            Holds::Items(_) if !section.path.is_empty() => {
                let path = self.path(section);
                self.topic(line, &path);
                if section.path.last() == Some(&section.title)
                    && !self.known.has_heading(&section.title)
                    && let Some(word) = slip_of_heading(&section.title)
                {
                    self.unread(line, &section.title, UnreadKind::SlipOfHeading(word));
                }
            }
            Holds::Items(kind) => self.document.lists.push(ListHeading {
                line,
                text: section.title.clone(),
                kind,
            }),
            Holds::Discussion => self.document.rows.push(Row {
                line,
                kind: Some(ItemKind::Discussion),
                title: section.title.clone(),
                topic: self.path(section),
                ..Row::default()
            }),
            Holds::MinutesOf(_)
                if place
                    .checked_sub(1)
                    .is_some_and(|before| self.sections[before].holds == section.holds) =>
            {
                let told = self.told_by(section.holds);
                self.minute(
                    told,
                    Minute {
                        line,
                        text: format!("{}:", section.title),
                        says: Says::Words,
                    },
                );
            }
            // The title of minutes with a list of who is there.
            Holds::Notes if self.is_above_people(place, lines) => {}
            Holds::Notes => {
                let below = Run {
                    count: 0,
                    last: line,
                };
                let why = UnreadKind::Section { headings: 1, below };
                self.unread(line, &section.title, why);
            }
            _ => {}
        }
    }

    /// Returns whether nothing stands between the heading of a section and a list of people.
    fn is_above_people(&self, place: usize, lines: &[Line]) -> bool {
        let mut own = lines[self.sections[place].lines.clone()].iter();
        let next = self.sections.get(place + 1);
        let is_list = |section: &Section| matches!(section.holds, Holds::Here | Holds::Away);
        next.is_some_and(is_list) && own.all(|line| line.kind == LineKind::Blank)
    }

    /// The topic of what stands in a section, without the people of its headings.
    pub(super) fn path(&self, section: &Section) -> Vec<String> {
        let headings = section.path.iter();
        headings
            .map(|heading| self.title(heading).to_owned())
            .collect()
    }

    /// Cuts the people off a heading.
    fn title<'t>(&self, heading: &'t str) -> &'t str {
        let dash = DASHES.iter().find_map(|dash| heading.rsplit_once(dash));
        if let Some((title, names)) = dash
            && !title.trim().is_empty()
            && !self.known.has_heading(heading)
            && !people_of(names, self.names).is_empty()
        {
            return title.trim_end();
        }
        let cut = heading
            .strip_suffix(')')
            .and_then(|rest| rest.rsplit_once('('));
        match cut {
            Some((title, inside))
                if !title.trim().is_empty()
                    && !self.known.has_heading(heading)
                    && self.names.people(inside, true).is_some() =>
            {
                title.trim_end()
            }
            _ => heading,
        }
    }

    /// Notes the heading of items that is not a topic, if it may be meant as one.
    pub(super) fn files_nothing(&mut self, section: &Section) {
        let title = &section.title;
        if section.holds != Holds::Items(ItemKind::Task)
            || title.is_empty()
            || !section.path.is_empty()
            || !section.people.is_empty()
        {
            return;
        }
        let line = self.document.lists.last().map_or(0, |list| list.line);
        let has_columns = || self.sections.iter().any(is_column_of_board);
        if is_column_of_board(section) || says_to_do(title) && has_columns() {
            return;
        }
        match (&self.document.stamp, is_list_of_tasks(title)) {
            (None, false) => self.no_topic(line, title),
            (Some(_), true) => self.unread(line, title, UnreadKind::NoTopic),
            (None, true) | (Some(_), false) => {}
        }
    }

    fn no_topic(&mut self, line: usize, title: &str) {
        if self.no_topics.insert(folded(title)) {
            self.document.no_topics.push(ListHeading {
                line,
                text: title.to_owned(),
                kind: ItemKind::Task,
            });
        }
    }

    fn topic(&mut self, line: usize, path: &[String]) {
        if self.topics.insert(path.to_vec()) {
            let path = path.to_vec();
            self.document.headings.push(Heading { line, path });
        }
    }

    /// Returns whether the outermost bullets of a section are headings: several, nearly all with others below them, and
    /// none that is said to be work.
    pub(super) fn are_headings(&mut self, nodes: Range<usize>) -> bool {
        const FEWEST: usize = 3;
        let (mut count, mut with_parts, mut with_people) = (0_usize, 0_usize, 0_usize);
        let (known, titles) = (self.known, self.titles);
        for place in nodes {
            let node = &self.nodes[place];
            if node.parent.is_some() {
                continue;
            }
            let form = self.form(place);
            let is_work = form.status.is_some()
                || form.mark != Mark::None
                || is_part(&form.title, &Form::default()) == Some(true);
            let has_people = form.people.is_some();
            let title = without_colon(&form.title);
            let is_item = titles.has(title) && !known.has_heading(title);
            if self.is_marked(place)
                || node.is_text
                || is_item
                || is_work && node.children.is_empty()
                || self.says_of_item(place)
            {
                return false;
            }
            count += 1;
            with_people += usize::from(has_people);
            with_parts += usize::from(!node.children.is_empty());
        }
        count >= FEWEST && with_parts * 5 >= count * 4 && with_people * 2 <= count
    }

    /// Takes a bullet as the heading of those below it.
    pub(super) fn heading_bullet(&mut self, place: usize, head: &Head) -> Role {
        let title = self.form(place).title.clone();
        let title = without_colon(&title);
        let mut head = head.clone();
        match meaning(title) {
            Meaning::Kind(kind) => {
                head.holds = Holds::Items(kind);
                head.topic.clear();
            }
            Meaning::Generic if says_where_they_stand(title) || says_to_do(title) => {
                head.column = Some(title.to_owned());
            }
            Meaning::Generic if is_list_of_tasks(title) || self.document.stamp.is_some() => {}
            Meaning::Generic => self.no_topic(self.nodes[place].line, title),
            _ => {
                let is_topic = self.document.stamp.is_some() || self.known.has_heading(title);
                let people = people_of(without_colon(without_emphasis(title)), self.names);
                if !is_topic && !people.is_empty() {
                    head.people = people;
                    return Role::Heading(head);
                }
                head.topic.push(title.to_owned());
                self.topic(self.nodes[place].line, &head.topic);
            }
        }
        Role::Heading(head)
    }
}
