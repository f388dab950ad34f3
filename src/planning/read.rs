//! Reading a planning document: which line is an item, a part of one, or minutes.

use std::collections::HashMap;

use super::below::{is_part, is_result};
use super::document::{Document, Heading, Mark, Minute, Person, Row, Unread};
use super::folded::folded;
use super::form::{Form, behind_title, form};
use super::lines::{Line, LineKind, lines};
use super::names::Names;
use super::outline::{Known, Node, number, outline};
use super::row::ExportedRow;
use super::sections::{Holds, Meaning, Section, meaning, sections};
use super::stamp::Stamp;
use super::status;
use crate::diagnostic::{RowFault, UnreadKind};
use crate::domain::{ItemKind, Sprint};

/// Reads a document. The sprint, as it was when the document was exported if that is known, says which names and titles there are;
/// `me` is who typed it. Anything can be read; what is not understood is among [`Document::unread`].
pub fn read(text: &str, sprint: &Sprint, me: &str) -> Document {
    let lines = lines(text);
    let sections = sections(&lines, sprint);
    let lists = lists(&lines, &sections);
    let learnt: Vec<(usize, &str)> = lists
        .iter()
        .map(|list| (list.line, list.text.as_str()))
        .collect();
    let names = Names::learn(sprint, &learnt, &lines, me);
    let known = Known::new(sprint);
    let nodes = outline(text, &lines, &sections, &names, &known);
    let mut reader = Reader {
        sections: &sections,
        nodes: &nodes,
        names: &names,
        known: &known,
        document: Document::default(),
        roles: Vec::with_capacity(nodes.len()),
        forms: nodes.iter().map(|_| None).collect(),
        told: Vec::new(),
    };
    reader.document.stamp = lines.iter().find_map(|line| match &line.kind {
        LineKind::Comment(comment) => Stamp::parse(comment),
        _ => None,
    });
    reader.presence(&lists);
    reader.items(&lines);
    reader.tell();
    reader.lost(&lines);
    let mut document = reader.document;
    document.new_people = names.new_people(&document.rows);
    names.expect_workers(&mut document);
    document
}

/// A line, or a wrapped one, of a list of who is there.
struct List {
    line: usize,
    text: String,
    is_away: bool,
}

/// Collects the lines of the lists of who is there.
fn lists(lines: &[Line], sections: &[Section]) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    for section in sections {
        let is_away = section.holds == Holds::Away;
        if !is_away && section.holds != Holds::Here {
            continue;
        }
        let is_inline = section.title.is_empty();
        let below = &lines[section.lines.clone()];
        let mut paragraph: Vec<(usize, &str)> = Vec::new();
        for line in below.iter().map(Some).chain([None]) {
            if let Some(Line {
                number,
                kind: LineKind::Text(text),
                ..
            }) = line
            {
                paragraph.push((*number, text));
                continue;
            }
            add_paragraph(&mut lists, &paragraph, is_away, is_inline);
            paragraph.clear();
            if let Some(Line {
                number,
                kind: LineKind::Bullet { text, .. },
                ..
            }) = line
            {
                lists.push(List {
                    line: *number,
                    text: text.clone(),
                    is_away,
                });
            }
        }
    }
    lists
}

/// Adds lines of words to the lists: as one line that was wrapped, or each by itself.
fn add_paragraph(
    lists: &mut Vec<List>,
    paragraph: &[(usize, &str)],
    is_away: bool,
    is_inline: bool,
) {
    let Some((first, text)) = paragraph.first() else {
        return;
    };
    let before = text
        .split_once(':')
        .filter(|(title, _)| is_inline && matches!(meaning(title), Meaning::Here | Meaning::Away));
    let is_wrapped = before.is_some()
        || paragraph
            .iter()
            .any(|(_, text)| text.ends_with(',') || text.matches(',').count() > 1);
    if !is_wrapped {
        lists.extend(paragraph.iter().map(|(line, text)| List {
            line: *line,
            text: (*text).to_owned(),
            is_away,
        }));
        return;
    }
    let mut words: Vec<&str> = paragraph.iter().map(|(_, text)| *text).collect();
    if let Some((_, names)) = before {
        words[0] = names.trim_start_matches(':').trim();
    }
    let whole = words.join(" ");
    let (here, away) = match whole.split_once(" Away:") {
        Some((here, away)) => (here.to_owned(), Some(away.trim().to_owned())),
        None => (whole, None),
    };
    lists.push(List {
        line: *first,
        text: here,
        is_away,
    });
    lists.extend(away.map(|text| List {
        line: *first,
        text,
        is_away: true,
    }));
}

/// What became of a bullet.
#[derive(Clone, Debug)]
enum Role {
    Row(usize),
    /// Minutes of a row or, if that is not read yet, of the item at a line.
    Told(Told),
    /// Only a heading of the bullets below it, with the people on them.
    Heading(Holds, Vec<Person>),
    Nothing,
}

#[derive(Clone, Copy, Debug)]
enum Told {
    Row(usize),
    Line(usize),
}

struct Reader<'d> {
    sections: &'d [Section],
    nodes: &'d [Node],
    names: &'d Names<'d>,
    known: &'d Known<'d>,
    document: Document,
    roles: Vec<Role>,
    forms: Vec<Option<Form>>,
    /// Minutes of items that stand further below.
    told: Vec<(usize, Minute)>,
}

impl Reader<'_> {
    fn presence(&mut self, lists: &[List]) {
        for list in lists {
            let present = self.names.present(list.line, &list.text);
            if present.is_empty() && list.text.chars().any(char::is_alphanumeric) {
                self.unread(list.line, &list.text, UnreadKind::Prose);
            }
            match list.is_away {
                true => self.document.away.extend(present),
                false => self.document.here.extend(present),
            }
        }
    }

    fn items(&mut self, lines: &[Line]) {
        let mut nodes = 0;
        for (place, section) in self.sections.iter().enumerate() {
            self.heading(place, section, lines);
            while self
                .nodes
                .get(nodes)
                .is_some_and(|node| node.section == place)
            {
                let role = self.role(nodes, section);
                self.roles.push(role);
                nodes += 1;
            }
        }
    }

    /// Takes the heading of a section.
    fn heading(&mut self, place: usize, section: &Section, lines: &[Line]) {
        let Some(line) = section.heading.and_then(|heading| lines.get(heading)) else {
            return;
        };
        let line = line.number;
        match section.holds {
            Holds::Items(_) if !section.path.is_empty() => {
                let path = self.path(section);
                if !self
                    .document
                    .headings
                    .iter()
                    .any(|heading| heading.path == path)
                {
                    self.document.headings.push(Heading { line, path });
                }
            }
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
                        is_result: false,
                    },
                );
            }
            Holds::Words => self.unread(line, &section.title, UnreadKind::Prose),
            _ => {}
        }
    }

    /// The topic of what stands in a section, without the people of its headings.
    fn path(&self, section: &Section) -> Vec<String> {
        let headings = section.path.iter();
        headings
            .map(|heading| {
                let cut = heading
                    .strip_suffix(')')
                    .and_then(|rest| rest.rsplit_once('('));
                match cut {
                    Some((title, inside))
                        if !title.trim().is_empty()
                            && !self.known.has_heading(heading)
                            && self.names.people(inside, true).is_some() =>
                    {
                        title.trim_end().to_owned()
                    }
                    _ => heading.clone(),
                }
            })
            .collect()
    }

    /// Tells what a bullet or a paragraph is.
    fn role(&mut self, place: usize, section: &Section) -> Role {
        let node = &self.nodes[place];
        let Some(parent) = node.parent else {
            return self.top(place, section, section.holds, &[]);
        };
        match self.roles[parent].clone() {
            Role::Row(row) => self.below(place, section, row),
            Role::Told(told) => match self.is_marked(place) {
                true => self.row(place, section, ItemKind::Task, None, &[]),
                false => self.tell_node(place, told),
            },
            Role::Heading(holds, people) => self.top(place, section, holds, &people),
            Role::Nothing => self.top(place, section, section.holds, &[]),
        }
    }

    /// Returns whether a bullet has a box or a number, so that it is an item wherever it stands.
    fn is_marked(&self, place: usize) -> bool {
        let node = &self.nodes[place];
        node.checkbox.is_some() || self.known.get(node.number.as_deref()).is_some()
    }

    /// Takes what stands below no item.
    fn top(&mut self, place: usize, section: &Section, holds: Holds, people: &[Person]) -> Role {
        let node = &self.nodes[place];
        let kind = match holds {
            Holds::Items(kind) => kind,
            _ if self.is_marked(place) => ItemKind::Task,
            _ => {
                let told = self.told_by(holds);
                return match told {
                    Some(told) => self.tell_node(place, told),
                    None => self.prose(node),
                };
            }
        };
        if node.is_text {
            return self.prose(node);
        }
        if !node.children.is_empty() && !self.is_marked(place) {
            match meaning(&node.text) {
                Meaning::Generic => return Role::Heading(holds, Vec::new()),
                Meaning::Kind(kind) => return Role::Heading(Holds::Items(kind), Vec::new()),
                _ => {}
            }
        }
        self.row(place, section, kind, None, people)
    }

    fn prose(&mut self, node: &Node) -> Role {
        self.unread(node.line, &node.text, UnreadKind::Prose);
        Role::Nothing
    }

    /// Of which item the minutes of a section are.
    fn told_by(&self, holds: Holds) -> Option<Told> {
        let last = self.document.rows.len().checked_sub(1)?;
        match holds {
            Holds::Minutes { .. } | Holds::Discussion => Some(Told::Row(last)),
            Holds::MinutesOf(line) => Some(Told::Line(line)),
            _ => None,
        }
    }

    /// Takes what stands below an item.
    fn below(&mut self, place: usize, section: &Section, row: usize) -> Role {
        let node = &self.nodes[place];
        let is_part = match node.parent {
            _ if self.is_marked(place) => true,
            Some(parent) => self.is_part(place, parent, row),
            None => true,
        };
        match is_part {
            true => self.row(place, section, ItemKind::Task, Some(row), &[]),
            false => {
                let told = Told::Row(row);
                self.tell_node(place, told)
            }
        }
    }

    fn is_part(&mut self, place: usize, parent: usize, row: usize) -> bool {
        let nodes = self.nodes;
        let is_loud = |form: &Form| form.mark != Mark::None && form.status.is_some();
        if nodes[parent].is_told.is_some() {
            return false;
        }
        if self.document.rows[row].kind == Some(ItemKind::Discussion) {
            return is_loud(self.form(place));
        }
        if let Some(is_part) = self.vote(place) {
            return is_part;
        }
        let siblings = &nodes[parent].children;
        let (mut parts, mut minutes) = (0_usize, 0_usize);
        // A long list says it by its first ones, so that it is not read again for each of them.
        for sibling in siblings.iter().take(MOST) {
            match self.vote(*sibling) {
                Some(true) => parts += 1,
                Some(false) => minutes += 1,
                None => {}
            }
        }
        match parts.cmp(&minutes) {
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => {
                let people = &self.document.rows[row].people;
                people.as_ref().is_none_or(Vec::is_empty)
            }
        }
    }

    fn vote(&mut self, place: usize) -> Option<bool> {
        let text = &self.nodes[place].text;
        if self.is_marked(place) {
            return Some(true);
        }
        is_part(text, self.form(place))
    }

    /// What the words of a bullet say by their form.
    fn form(&mut self, place: usize) -> &Form {
        let (node, names, known) = (&self.nodes[place], self.names, self.known);
        self.forms[place].get_or_insert_with(|| {
            let Some(exported) = known.exported(node.number.as_deref()) else {
                return form(&node.text, None, names);
            };
            match is_unchanged(node, &exported) {
                true => unchanged(exported, names),
                false => form(&node.text, Some(&exported.title), names),
            }
        })
    }

    /// Takes a bullet as minutes, with what stands below it.
    fn tell_node(&mut self, place: usize, told: Told) -> Role {
        let node = &self.nodes[place];
        let is_result = is_result(&node.text)
            || node
                .parent
                .is_some_and(|parent| self.nodes[parent].is_told == Some(true))
            || node.parent.is_none()
                && self.sections[node.section].holds == Holds::Minutes { is_result: true };
        let mut text = node.text.clone();
        for bracket in &node.people {
            text.push_str(&format!(" ({bracket})"));
        }
        if let Some(status) = &node.status {
            text.push(' ');
            text.push_str(status);
        }
        if let Some(number) = &node.number {
            text.insert_str(0, &format!("#{number} "));
        }
        self.minute(
            Some(told),
            Minute {
                line: node.line,
                text,
                is_result,
            },
        );
        for minute in &node.minutes {
            self.minute(Some(told), minute.clone());
        }
        Role::Told(told)
    }

    fn minute(&mut self, told: Option<Told>, minute: Minute) {
        match told {
            Some(Told::Row(row)) => self.document.rows[row].minutes.push(minute),
            Some(Told::Line(line)) => self.told.push((line, minute)),
            None => self.unread(minute.line, &minute.text, UnreadKind::Prose),
        }
    }

    /// Gives the minutes to their items that stand elsewhere.
    fn tell(&mut self) {
        let rows = self.document.rows.iter().enumerate();
        let rows: HashMap<usize, usize> = rows.map(|(place, row)| (row.line, place)).collect();
        for (line, minute) in std::mem::take(&mut self.told) {
            let row = rows.get(&line).copied();
            self.minute(row.map(Told::Row), minute);
        }
    }

    /// Takes a bullet as an item.
    fn row(
        &mut self,
        place: usize,
        section: &Section,
        kind: ItemKind,
        under: Option<usize>,
        people: &[Person],
    ) -> Role {
        let node = &self.nodes[place];
        let mut form = self.form(place).clone();
        let mut minutes = node.minutes.clone();
        let mut number = node.number.clone();
        if form.title.is_empty() && form.people.is_some() && number.is_none() {
            // Names as the item, and the task below.
            match minutes.is_empty() {
                false => form.title = minutes.remove(0).text,
                true if !node.children.is_empty() => {
                    return Role::Heading(Holds::Items(kind), form.people.unwrap_or_default());
                }
                true => {}
            }
        }
        if form.title.is_empty() && number.is_none() {
            if !node.text.is_empty() {
                self.unread(node.line, &node.text, UnreadKind::Prose);
            }
            return Role::Nothing;
        }
        if number.is_none() && form.mark == Mark::Struck {
            let (struck, title) = self::number(&form.title);
            if let Some(struck) = struck {
                number = Some(struck.to_owned());
                form.title = title.to_owned();
            }
        }
        for bracket in &node.people {
            let more = self.names.people(bracket, true).unwrap_or_default();
            let people = form.people.get_or_insert_default();
            let new = more
                .into_iter()
                .filter(|person| !people.iter().any(|other| other.typed == person.typed));
            let new: Vec<Person> = new.collect();
            people.extend(new);
        }
        if form.people.is_none() && !people.is_empty() {
            form.people = Some(people.to_vec());
        }
        if let Some(below) = &node.status {
            match form.status {
                None => {
                    form.mark = status::meaning(below);
                    form.status = Some(below.clone());
                }
                Some(_) => minutes.insert(
                    0,
                    Minute {
                        line: node.line,
                        text: below.clone(),
                        is_result: false,
                    },
                ),
            }
        }
        if form.mark == Mark::Struck {
            self.unread(node.line, &node.text, UnreadKind::Struck);
        }
        if !form.unclear.is_empty() {
            self.unread(node.line, &node.text, UnreadKind::Names);
        }
        let known = self.known.get(number.as_deref());
        let row = Row {
            line: node.line,
            kind: Some(known.map_or_else(|| kind_of(&form.title, kind), |item| item.kind)),
            fault: self.fault(node),
            number,
            title: form.title,
            people: form.people,
            when: form.when,
            status: form.status,
            mark: mark(node.checkbox, form.mark),
            topic: self.path(section),
            under,
            minutes,
        };
        self.document.rows.push(row);
        Role::Row(self.document.rows.len() - 1)
    }

    /// Finds a second box or a second number in a line that has one: it was joined with another.
    fn fault(&self, node: &Node) -> Option<RowFault> {
        if node.checkbox.is_none() && node.number.is_none() {
            return None;
        }
        let exported = self.known.exported(node.number.as_deref());
        let mut rest = node.text.as_str();
        if let Some(exported) = &exported {
            if is_unchanged(node, exported) {
                return None;
            }
            rest = behind_title(rest, &exported.title).unwrap_or(rest);
        }
        let boxes = ["[ ]", "[x]", "[X]"];
        let has_box = boxes.iter().any(|sign| {
            rest.match_indices(sign).any(|(at, _)| {
                let before = &rest[..at];
                before.ends_with("- ") || before.ends_with("* ")
            })
        });
        if has_box {
            return Some(RowFault::SecondBox);
        }
        node.number.as_ref()?;
        let second = rest.match_indices(" #").find_map(|(at, _)| {
            let (second, words) = number(&rest[at + 1..]);
            let item = self.known.get(second)?;
            words
                .starts_with(&item.text)
                .then(|| second.map(str::to_owned))
                .flatten()
        });
        second.map(RowFault::SecondNumber)
    }

    fn unread(&mut self, line: usize, text: &str, why: UnreadKind) {
        self.document.unread.push(Unread {
            line,
            text: text.to_owned(),
            why,
        });
    }

    /// Lists what no section reads, and leaves out what is not worth a word: what stands before the first item but once.
    fn lost(&mut self, lines: &[Line]) {
        let mut in_table = false;
        for line in lines {
            let is_row = matches!(line.kind, LineKind::TableRow(_));
            if let LineKind::TableRow(text) = &line.kind
                && !in_table
            {
                self.unread(line.number, text, UnreadKind::Table);
            }
            in_table = is_row;
        }
        self.document.unread.sort_by_key(|unread| unread.line);
        let first = self
            .document
            .rows
            .iter()
            .map(|row| row.line)
            .min()
            .unwrap_or(usize::MAX);
        let mut has_intro = false;
        self.document.unread.retain(|unread| {
            let is_word = unread.text.chars().any(char::is_alphanumeric);
            let is_prose = unread.why == UnreadKind::Prose;
            let is_intro = is_prose && unread.line < first;
            let is_second = is_intro && has_intro;
            has_intro |= is_intro;
            is_word && !is_second && !(is_prose && meaning(&unread.text) == Meaning::Generic)
        });
    }
}

/// Returns whether the line of an item is as it was exported.
fn is_unchanged(node: &Node, exported: &ExportedRow) -> bool {
    folded(&node.text) == folded(&exported.text())
}

/// Reads a line that is as it was exported.
fn unchanged(exported: ExportedRow, names: &Names<'_>) -> Form {
    let people = exported.people.as_deref();
    let mark = exported
        .status
        .as_deref()
        .map_or(Mark::None, status::meaning);
    Form {
        people: people.and_then(|inside| names.people(inside, true)),
        title: exported.title,
        when: exported.when,
        status: exported.status,
        mark,
        ..Form::default()
    }
}

/// How many bullets beside one are asked what they are.
const MOST: usize = 50;

/// What kind of an item a title is.
fn kind_of(title: &str, kind: ItemKind) -> ItemKind {
    let first = title
        .split([' ', ':'])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let last = title
        .split(' ')
        .next_back()
        .unwrap_or_default()
        .to_lowercase();
    let is_talk = matches!(last.as_str(), "presentation" | "talk" | "tutorial" | "demo");
    match kind {
        ItemKind::Task
            if matches!(first.as_str(), "discuss" | "discussion" | "discussions")
                || last == "discussion" =>
        {
            ItemKind::Discussion
        }
        ItemKind::Task if is_talk && !super::below::is_verb(&first) => ItemKind::Talk,
        kind => kind,
    }
}

/// What a box and the words of a line say together: a box that is not empty says it.
fn mark(checkbox: Option<char>, words: Mark) -> Mark {
    match checkbox {
        Some('x' | 'X') => Mark::Done,
        Some('-') => Mark::Dropped,
        Some('~' | '/') => Mark::InProgress,
        Some(_) if words == Mark::None => Mark::Open,
        _ => words,
    }
}
