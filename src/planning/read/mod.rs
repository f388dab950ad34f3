//! Reading a planning document: which line is an item, a part of one, or minutes.

mod agenda;
mod below;
mod bracketed;
mod column;
mod fields;
mod filed;
mod headings;
mod item;
mod known;
mod labels;
mod lists;
mod meals;
mod mentions;
mod node;
mod number;
mod outline;
mod parts;
mod sections;
mod struck;
#[cfg(test)]
mod tests;
mod titles;
mod told;
mod told_twice;
mod unread;
mod unwrapped;
mod verbs;
mod who;
mod wrapped;

use std::collections::{HashMap, HashSet};

use crate::diagnostic::UnreadKind;
use crate::domain::{ItemKind, Sprint, is_one_letter_off};
use crate::planning::document::{Document, Mark, Minute, Person, Present, Says};
use crate::planning::folded::folded;
use crate::planning::form::{Form, behind_title, form, form_of_row, is_cut};
use crate::planning::lines::{Line, LineKind, lines};
use crate::planning::names::{List, Names, Whom};
use crate::planning::row::ExportedRow;
use crate::planning::stamp::Stamp;
use crate::planning::status::{self, is_doubtful, not_decided, without_emphasis};
use agenda::with_points_as_headings;
use below::{behind_label, settles};
use bracketed::with_lines_of_people;
use headings::is_criteria;
pub(super) use headings::{Meaning, is_of_column, meaning};
use known::Known;
use labels::Labelled;
use lists::lists;
use node::Node;
use outline::outline;
use sections::{Holds, Section, sections};
use struck::add_end;
use titles::Titles;
use told_twice::told_twice;
use unwrapped::unwrapped;
use who::{add_who, without_who};

/// How often a document is read until everybody in it is known.
const MOST_READINGS: usize = 5;

/// Reads a document. The sprint, as it was when the document was exported if that is known, says which names and titles there are;
/// `me` is who typed it. Anything can be read; what is not understood is among [`Document::unread`].
pub fn read(text: &str, sprint: &Sprint, me: &str) -> Document {
    let known = Known::new(sprint);
    let is_cut_off = !text.ends_with('\n');
    let text = &unwrapped(text, &known);
    let lines = with_points_as_headings(with_lines_of_people(lines(text), sprint));
    let learn = |lists: &[List], met: &[String]| Names::learn(sprint, lists, &lines, met, me);
    // Headings may be names, and lists of names end at headings.
    let (_, listed) = cut(&lines, sprint, &learn(&[], &[]));
    let stamp = lines.iter().find_map(|line| match &line.kind {
        LineKind::Comment(comment) => Stamp::parse(comment),
        _ => None,
    });
    let read = |met: &[String]| {
        let names = learn(&listed, met);
        let (sections, lists) = cut(&lines, sprint, &names);
        let titles = Titles::new(sprint, &names, &lines);
        let nodes = outline(&lines, &sections, &names, &known, &titles, stamp.is_some());
        let mut reader = Reader {
            sections: &sections,
            nodes: &nodes,
            is_cut_off,
            names: &names,
            known: &known,
            titles: &titles,
            document: Document {
                stamp: stamp.clone(),
                ..Document::default()
            },
            roles: Vec::with_capacity(nodes.len()),
            forms: nodes.iter().map(|_| None).collect(),
            told: Vec::new(),
            topics: HashSet::new(),
            no_topics: HashSet::new(),
        };
        reader.presence(&lists);
        reader.items(&lines);
        reader.tell();
        reader.lost(&lines);
        let mut document = reader.document;
        document.new_people = names.new_people(&document.rows);
        (document, names)
    };
    let (mut document, mut names) = read(&[]);
    // Whoever is met on its lines is known when it is read the next time, and may be elsewhere in it.
    for _ in 1..MOST_READINGS {
        if document.new_people.iter().all(|name| names.knows(name)) {
            break;
        }
        (document, names) = read(&document.new_people);
    }
    // Those who write our own document know who is here, and where it says so.
    if document.stamp.is_none() {
        names.expect_workers(&mut document);
    }
    document
}

/// Cuts a document into its sections, and finds the lists of who is there.
fn cut(lines: &[Line], sprint: &Sprint, names: &Names<'_>) -> (Vec<Section>, Vec<List>) {
    let mut sections = sections(lines, sprint, names);
    told_twice(&mut sections, lines);
    let lists = lists(lines, &sections);
    (sections, lists)
}

/// What became of a bullet.
#[derive(Clone, Debug)]
enum Role {
    Row(usize),
    /// Minutes of a row or, if that is not read yet, of the item at a line.
    Told(Told),
    /// Only a heading of the bullets below it.
    Heading(Head),
    Nothing,
}

/// What a bullet says about those below it, which it is a heading of.
#[derive(Clone, Debug)]
struct Head {
    holds: Holds,
    topic: Vec<String>,
    /// Who is on those that name nobody.
    people: Vec<Person>,
    /// The heading that is a bullet, if it says where they stand.
    column: Option<String>,
}

#[derive(Clone, Copy, Debug)]
enum Told {
    Row(usize),
    Line(usize),
}

struct Reader<'d> {
    sections: &'d [Section],
    nodes: &'d [Node],
    /// Whether the last line has no end, as if more had followed.
    is_cut_off: bool,
    names: &'d Names<'d>,
    known: &'d Known<'d>,
    titles: &'d Titles<'d>,
    document: Document,
    roles: Vec<Role>,
    forms: Vec<Option<Form>>,
    /// Minutes of items that stand further below.
    told: Vec<(usize, Minute)>,
    /// The topics that have a heading.
    topics: HashSet<Vec<String>>,
    /// The headings that are not topics, in the form in which they are compared.
    no_topics: HashSet<String>,
}

impl Reader<'_> {
    fn presence(&mut self, lists: &[List]) {
        for list in lists {
            let (present, others) = self.names.present(list);
            let is_joined = |why: &UnreadKind| matches!(why, UnreadKind::KnownInName { .. });
            if present.is_empty()
                && list.text.chars().any(char::is_alphanumeric)
                && !others.iter().any(|(_, why)| is_joined(why))
            {
                self.unread(list.line, &list.text, UnreadKind::NotAName);
            } else {
                for (other, why) in others {
                    self.unread(list.line, &other, why);
                }
            }
            for present in present {
                self.present(list, present);
            }
        }
    }

    /// Takes somebody whom a list has.
    fn present(&mut self, list: &List, mut present: Present) {
        let is_joining = present.is_known || present.from.is_some();
        match list.whom {
            // `leave` is for good.
            Whom::Away | Whom::Sick if present.has_more => {
                self.unread(list.line, &present.typed, UnreadKind::AwayForDays);
            }
            Whom::Away | Whom::Sick => {
                present.is_sick |= list.whom == Whom::Sick;
                self.document.away.push(present);
            }
            Whom::Here | Whom::Later | Whom::Unticked if present.is_gone => {
                self.document.away.push(present)
            }
            Whom::Later if !is_joining => {
                self.unread(list.line, &present.typed, UnreadKind::ComesLater);
            }
            Whom::Unticked if !is_joining => {
                self.unread(list.line, &present.typed, UnreadKind::Unticked);
            }
            Whom::Here | Whom::Later | Whom::Unticked if present.is_unsure && !present.is_known => {
                let shown = format!("{} ({})", present.typed, present.unread);
                self.unread(list.line, &shown, UnreadKind::MayCome);
            }
            Whom::Here | Whom::Later | Whom::Unticked | Whom::Other => {
                // An empty box says nothing of those who are there already.
                if list.whom == Whom::Unticked && present.from.is_none() {
                    present.role = None;
                }
                let unread = std::mem::take(&mut present.unread);
                if !unread.is_empty() {
                    let name = present.typed.clone();
                    self.unread(list.line, &unread, UnreadKind::BehindName(name));
                }
                if let Some(nick) = present.may_be.take() {
                    self.unread(list.line, &present.typed, UnreadKind::MayBe(nick));
                }
                self.document.here.push(present);
            }
        }
    }

    fn items(&mut self, lines: &[Line]) {
        let mut nodes = 0;
        for (place, section) in self.sections.iter().enumerate() {
            self.heading(place, section, lines);
            self.not_read(section, lines);
            let of_section = self.nodes[nodes..].iter();
            let count = of_section.take_while(|node| node.section == place).count();
            let head = Head {
                holds: section.holds,
                topic: self.path(section),
                people: section.people.clone(),
                column: None,
            };
            if count > 0 {
                self.files_nothing(section);
            }
            let are_headings = self.are_headings(nodes..nodes + count);
            for node in nodes..nodes + count {
                let role = self.role(node, &head, are_headings);
                self.roles.push(role);
            }
            nodes += count;
        }
    }

    /// Tells what a bullet or a paragraph is. `head`: what its section says.
    fn role(&mut self, place: usize, head: &Head, are_headings: bool) -> Role {
        let node = &self.nodes[place];
        let Some(parent) = node.parent else {
            return match are_headings && !node.children.is_empty() {
                true => self.heading_bullet(place, head),
                false => self.top(place, head),
            };
        };
        match self.roles[parent].clone() {
            Role::Row(row) => self.below(place, row),
            Role::Told(told) => match self.is_marked(place) {
                true => self.row(place, head, ItemKind::Task, None),
                false => self.tell_node(place, told),
            },
            Role::Heading(head) => self.top(place, &head),
            Role::Nothing => self.top(place, head),
        }
    }

    /// Returns whether a bullet has a box or a number, so that it is an item wherever it stands.
    fn is_marked(&self, place: usize) -> bool {
        let node = &self.nodes[place];
        node.checkbox.is_some() || self.known.get(node.number.as_deref()).is_some()
    }

    /// Returns whether a bullet says what has to be true once the work is done: its box is ticked again and again.
    fn is_criterion(&self, place: usize) -> bool {
        let node = &self.nodes[place];
        node.number.is_none() && is_criteria(&self.sections[node.section].title)
    }

    /// Takes what stands below no item.
    fn top(&mut self, place: usize, head: &Head) -> Role {
        let node = &self.nodes[place];
        let kind = match head.holds {
            Holds::Items(kind) => kind,
            _ if self.is_marked(place) && !self.is_criterion(place) => ItemKind::Task,
            holds => {
                return match self.told_by(holds) {
                    Some(told) => self.tell_node(place, told),
                    None => {
                        self.prose(node);
                        Role::Heading(head.clone())
                    }
                };
            }
        };
        if node.is_text {
            return self.prose(node);
        }
        let is_heading = matches!(meaning(&node.text), Meaning::Generic | Meaning::Kind(_))
            || self.known.has_heading(&node.text) && !self.titles.has(&node.text);
        match is_heading && !node.children.is_empty() && !self.is_marked(place) {
            true => self.heading_bullet(place, head),
            false => match self
                .meal(place, head)
                .or_else(|| self.not_work(place, head))
            {
                Some(role) => role,
                None => self.row(place, head, kind, None),
            },
        }
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

    /// What the words of a bullet say by their form.
    fn form(&mut self, place: usize) -> &Form {
        let (node, names, known, titles) =
            (&self.nodes[place], self.names, self.known, self.titles);
        let is_end = self.is_cut_off && place + 1 == self.nodes.len();
        let is_own = self.document.stamp.is_some();
        self.forms[place].get_or_insert_with(|| {
            let is_exported = known.exported(node.number.as_deref()).is_some();
            let by_words = |node: &Node| {
                let mut form = form(&node.text, titles.beginning(&node.text), names);
                titles.cut_status(&mut form, names);
                form
            };
            let read = |node: &Node| match known.exported(node.number.as_deref()) {
                Some(exported) => exported_form(node, exported, is_end, names),
                // Only its number is gone.
                None => match is_own.then(|| known.exported_as(&node.text)).flatten() {
                    Some(exported) => unchanged(exported, names),
                    None => by_words(node),
                },
            };
            let mut form = read(node);
            if let Some(text) = without_who(node, &form) {
                form = read(&Node {
                    text,
                    ..node.clone()
                });
                add_who(&mut form, node.who.as_deref().unwrap_or_default(), names);
            }
            if let Some(end) = &node.end {
                add_end(&mut form, end, is_exported);
            }
            for when in &node.when {
                form.take_when(when);
            }
            if let (Some(label), Some(Labelled::Later)) = (&node.label, node.labelled())
                && form.status.is_none()
                && form.mark == Mark::None
            {
                form.add_status(&label.words);
            }
            form
        })
    }

    /// Takes a bullet as minutes, with what stands below it.
    fn tell_node(&mut self, place: usize, told: Told) -> Role {
        let node = &self.nodes[place];
        let whole = node.whole();
        let above = node.parent.and_then(|parent| self.nodes[parent].says());
        let is_result = node.parent.is_none()
            && self.sections[node.section].holds == Holds::Minutes { is_result: true };
        let says = match above {
            Some(says) => says,
            None if is_result => Says::Result,
            None => Says::Words,
        };
        // A label alone says what stands below it.
        if node.children.is_empty() || node.says().is_none() {
            let minute = Minute {
                line: node.line,
                text: whole,
                says,
            };
            self.minute(Some(told), minute);
        }
        for minute in &node.minutes {
            self.minute(Some(told), minute.clone());
        }
        Role::Told(told)
    }

    fn minute(&mut self, told: Option<Told>, minute: Minute) {
        match told {
            Some(Told::Row(row)) => self.document.rows[row].minutes.push(minute),
            Some(Told::Line(line)) => self.told.push((line, minute)),
            None => self.words(minute.line, &minute.text),
        }
    }

    /// Gives the minutes to their items that stand elsewhere, and tells what each of them says.
    fn tell(&mut self) {
        let rows = self.document.rows.iter().enumerate();
        let rows: HashMap<usize, usize> = rows.map(|(place, row)| (row.line, place)).collect();
        for (line, minute) in std::mem::take(&mut self.told) {
            let row = rows.get(&line).copied();
            self.minute(row.map(Told::Row), minute);
        }
        let mut undecided = Vec::new();
        for row in &mut self.document.rows {
            let is_discussion = row.kind == Some(ItemKind::Discussion);
            for minute in &mut row.minutes {
                let whole = minute.text.clone();
                if let Some((says, text)) = behind_label(&minute.text)
                    && !text.is_empty()
                {
                    // What came of a discussion is what was decided.
                    minute.says = match says {
                        Says::Result if is_discussion && settles(text) => Says::Decision,
                        says => says,
                    };
                    minute.text = text.to_owned();
                }
                if minute.says == Says::Decision && is_undecided(&minute.text) {
                    undecided.push((minute.line, whole));
                } else if minute.says == Says::Decision && !is_discussion {
                    minute.says = Says::Result;
                }
            }
            row.minutes
                .retain(|minute| minute.says != Says::Decision || !is_undecided(&minute.text));
        }
        for (line, text) in undecided {
            self.unread(line, &text, UnreadKind::Undecided);
        }
    }
}

/// Returns whether what stands in the place of a decision says that there is none, or none for certain.
fn is_undecided(text: &str) -> bool {
    is_doubtful(text) || not_decided(text)
}

/// Reads the line of an item that was exported. `is_end`: it may have been cut off.
fn exported_form(node: &Node, exported: ExportedRow, is_end: bool, names: &Names<'_>) -> Form {
    if node.is_unchanged(&exported) {
        return unchanged(exported, names);
    }
    // `**fix it (Ida)**`.
    let bare = without_emphasis(&node.text);
    if bare.len() < node.text.len() && behind_title(bare, &exported.title).is_some() {
        let text = bare.to_owned();
        let bare = Node {
            text,
            ..node.clone()
        };
        return exported_form(&bare, exported, is_end, names);
    }
    let form = form_of_row(&node.text, &exported, names);
    if is_cut(&node.text, &exported, is_end) {
        let unclear = vec![UnreadKind::CutOff];
        return Form {
            unclear,
            ..unchanged(exported, names)
        };
    }
    let mut form = form;
    form.unclear.extend(slips(&form, &exported, &node.text));
    let is_clear = form.unclear.iter().all(UnreadKind::is_told_only);
    match is_clear && form.mark != Mark::Struck {
        true => form,
        // Nothing of it is known for certain.
        false => Form {
            unclear: form.unclear,
            mark: form.mark,
            ..unchanged(exported, names)
        },
    }
}

/// Returns who is new on the line of an item, and whose name, which is gone from it, differs by a letter.
fn slips(form: &Form, exported: &ExportedRow, text: &str) -> Vec<UnreadKind> {
    const MOST: usize = 50;
    let printed = exported.people.as_deref().unwrap_or_default();
    let printed = printed.split([',', ';']).map(|name| {
        let name = name.trim().trim_end_matches('?');
        name.strip_suffix(" around").unwrap_or(name)
    });
    let words = folded(text);
    let is_there = |name: &str| {
        words.contains(&format!("({}", folded(name)))
            || words.contains(&format!(" {}", folded(name)))
    };
    let gone: Vec<&str> = printed.filter(|name| !is_there(name)).take(MOST).collect();
    let new = form.people.iter().flatten().take(MOST);
    let new = new.filter_map(|person| person.typed.strip_prefix('+'));
    let new = new.filter(|name| !words.contains(&format!("+{}", folded(name))));
    let slips = new.filter_map(|name| {
        let near = gone.iter().find(|gone| is_one_letter_off(gone, name))?;
        Some(UnreadKind::NoSuchPerson {
            name: name.to_owned(),
            near: vec![(*near).to_owned()],
        })
    });
    slips.collect()
}

/// Reads a line that is as it was exported.
fn unchanged(exported: ExportedRow, names: &Names<'_>) -> Form {
    let people = exported.people.as_deref();
    let mark = exported
        .status
        .as_deref()
        .map_or(Mark::None, status::mark_of);
    Form {
        people: people.and_then(|inside| names.people(inside, true)),
        title: exported.title,
        when: exported.when,
        status: exported.status,
        mark,
        ..Form::default()
    }
}
