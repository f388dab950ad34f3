//! The bullets of a document as a tree, each with the lines of words that belong to it.

use chrono::NaiveDate;

use super::below::{
    Before, Below, behind_label, behind_people, below, bracket, goes_on_with, is_closed_by,
    open_brackets, says_who_works, without_margin,
};
use super::fields::take_field;
use super::headings::{Meaning, is_labelled, is_todo, meaning};
use super::known::Known;
use super::labels::Labelled;
use super::mentions::{without_mentions, without_numbers_of_titles};
use super::node::{Node, Paragraph};
use super::number::{almost, number};
use super::sections::{Holds, Section};
use super::struck::ended;
use super::titles::{Titles, begins};
use super::unwrapped::is_broken;
use super::verbs::is_work;
use super::wrapped::{Margin, is_unfinished};
use crate::domain::ItemKind;
use crate::planning::document::{Minute, Says};
use crate::planning::folded::folded;
use crate::planning::lines::{Aside, Line, LineKind, box_in_front};
use crate::planning::names::Names;
use crate::planning::status::{is_label_of_decided, is_label_of_decision};
use crate::planning::time::is_time;

/// Makes the tree of the sections that have items or minutes.
pub(super) fn outline(
    lines: &[Line],
    sections: &[Section],
    names: &Names<'_>,
    known: &Known<'_>,
    titles: &Titles<'_>,
    is_own: bool,
) -> Vec<Node> {
    let mut builder = Builder {
        lines,
        names,
        known,
        titles,
        margin: Margin::of(lines),
        nodes: Vec::new(),
        is_own,
        has_bullets: lines
            .iter()
            .any(|line| matches!(line.kind, LineKind::Bullet { .. })),
        kind: None,
        is_to_do: false,
        open: Vec::new(),
        last: None,
        paragraph: None,
    };
    for (place, section) in sections.iter().enumerate() {
        if matches!(
            section.holds,
            Holds::Items(_)
                | Holds::Minutes { .. }
                | Holds::MinutesOf(_)
                | Holds::Discussion
                | Holds::Notes
        ) {
            builder.section(place, section);
        }
    }
    let mut nodes = builder.nodes;
    without_numbers_of_titles(&mut nodes, known, titles);
    without_mentions(&mut nodes, known);
    nodes
}

/// Cuts off the day behind a sign that says that something is done, as Obsidian writes it: `✅ 2026-05-04`.
fn without_done_date(text: &str) -> &str {
    let cut = text
        .trim_end()
        .rsplit_once(' ')
        .filter(|(before, day)| before.ends_with(['✅', '❌']) && day.parse::<NaiveDate>().is_ok());
    cut.map_or(text, |(before, _)| before)
}

/// Cuts off the bracket with which a text ends.
fn at_bracket(text: &str) -> Option<(&str, &str)> {
    text.strip_suffix(')')?.rsplit_once(" (")
}

/// Returns whether a line says at its end when it is to be: `talk: the index (Ida), 14:00`.
fn ends_in_time(text: &str) -> bool {
    text.rsplit_once(", ")
        .is_some_and(|(_, when)| is_time(when))
}

fn width(text: &str) -> usize {
    text.chars().count()
}

struct Builder<'l> {
    lines: &'l [Line],
    names: &'l Names<'l>,
    known: &'l Known<'l>,
    titles: &'l Titles<'l>,
    margin: Margin,
    nodes: Vec<Node>,
    /// Whether it is a document that was exported.
    is_own: bool,
    /// Whether the document has any bullet.
    has_bullets: bool,
    /// What kind of items the section holds, if it holds any.
    kind: Option<ItemKind>,
    /// Whether its heading says that there is work in it.
    is_to_do: bool,
    /// The nodes that a line may belong to, outermost first.
    open: Vec<usize>,
    /// What the line before belongs to; `None` after a blank line.
    last: Option<Last>,
    paragraph: Option<Paragraph>,
}

/// The line before.
struct Last {
    node: usize,
    /// Whether it is one of the minutes of the node.
    is_minute: bool,
    /// The column after its last letter.
    end: usize,
    /// How many brackets are open there, of all lines that were joined.
    open_brackets: usize,
}

impl Builder<'_> {
    fn section(&mut self, place: usize, section: &Section) {
        self.open.clear();
        (self.last, self.paragraph) = (None, None);
        self.kind = match section.holds {
            Holds::Items(kind) => Some(kind),
            _ => None,
        };
        self.is_to_do = is_todo(&section.title);
        for at in section.lines.clone() {
            let line = &self.lines[at];
            match &line.kind {
                LineKind::Blank => (self.last, self.paragraph) = (None, None),
                LineKind::Bullet {
                    checkbox,
                    text,
                    column,
                    ..
                } => self.bullet(place, at, *checkbox, text, *column),
                LineKind::Text(text) => self.words(place, at, line, text),
                LineKind::Block(text) => self.block(place, line, text),
                LineKind::Aside(aside) => self.aside(line, aside),
                LineKind::Comment(_)
                | LineKind::Heading { .. }
                | LineKind::TableRow(_)
                | LineKind::Person { .. } => {}
            }
        }
    }

    /// Takes what an outline says of a bullet beside its words; those of its tags that are people.
    fn aside(&mut self, line: &Line, aside: &Aside) {
        let mut nodes = self.nodes.iter_mut().rev();
        let Some(node) = nodes.find(|node| node.line <= line.number) else {
            return;
        };
        if node.line != line.number {
            return;
        }
        match aside {
            Aside::Tags(tags) => {
                let people = tags.iter().filter(|tag| self.names.known(tag).is_some());
                node.people.extend(people.cloned());
            }
            Aside::Status(status) => {
                node.status.get_or_insert_with(|| status.clone());
            }
            Aside::ToDo => node.is_to_do = true,
            Aside::When(when) => node.when.push(when.clone()),
            Aside::Who(who) => node.who = Some(who.clone()),
            Aside::Hidden { .. } | Aside::Columns(_) => {}
        }
    }

    /// Takes a bullet.
    fn bullet(
        &mut self,
        section: usize,
        at: usize,
        checkbox: Option<char>,
        text: &str,
        column: usize,
    ) {
        let line = &self.lines[at];
        let text = without_done_date(text);
        self.paragraph
            .take_if(|paragraph| !paragraph.has_bullets || checkbox.is_some());
        while let Some(&open) = self.open.last()
            && (!self.is_above(open, line) || self.nodes[open].is_text)
        {
            self.open.pop();
        }
        let (words, at_margin) = without_margin(text);
        let (mut number, mut words) = self.number(words, checkbox);
        let written = words;
        // A title may be written so itself.
        let item = self.known.get(number);
        let is_title = item.is_some_and(|item| begins(&folded(words), &folded(&item.text)))
            || self.titles.beginning(words).is_some();
        let end = ended(words, self.names).filter(|_| !is_title);
        let end = end.map(|(struck, end)| {
            let (within, struck) = self.number(struck, checkbox);
            (number, words) = (number.or(within), struck);
            end
        });
        // `#3 [x] fix it`.
        let behind = number.filter(|_| checkbox.is_none() && !is_title);
        let behind = behind.and_then(|_| box_in_front(words));
        let (checkbox, words) = match behind {
            Some((inside, words)) => (Some(inside), words),
            None => (checkbox, words),
        };
        let timed = self.titles.time_before_label(words);
        let (when, words) = match timed.filter(|_| number.is_none()) {
            Some((when, rest)) => (Some(when), rest),
            None => (None, words),
        };
        let (label, words) = match number {
            Some(_) => (None, words),
            None => match self.titles.split_label(words) {
                // `Discussion: Ida, Bela`, `talk: the slides` under *To do*, unless it says when that is.
                (Some(label), title)
                    if self.names.known(title).is_some()
                        || (self.is_to_do && !ends_in_time(title) || checkbox.is_some())
                            && label.says == Labelled::Kind(ItemKind::Talk) =>
                {
                    (None, words)
                }
                label => label,
            },
        };
        let parent = self.open.last().copied();
        let place = self.nodes.len();
        let mut node = Node {
            line: line.number,
            indent: line.indent,
            checkbox,
            text: words.to_owned(),
            number: number.map(str::to_owned),
            label,
            when: when.into_iter().map(str::to_owned).collect(),
            written: end.as_ref().map(|_| written.to_owned()),
            end,
            parent,
            section,
            ..Node::default()
        };
        if let Some(bracket_at_margin) = at_margin.and_then(bracket) {
            match self.names.people(bracket_at_margin, true) {
                Some(_) => node.people.push(bracket_at_margin.to_owned()),
                None => {
                    node.text = self
                        .titles
                        .split_label(self.number(text, checkbox).1)
                        .1
                        .to_owned()
                }
            }
        }
        let exported = self.known.exported(node.number.as_deref());
        let is_whole = exported.is_some_and(|exported| node.is_unchanged(&exported));
        let open_brackets = open_brackets(0, &node.text);
        if let Some(parent) = parent {
            self.nodes[parent].children.push(place);
        }
        self.nodes.push(node);
        self.open.push(place);
        if self.kind == Some(ItemKind::Discussion) && parent.is_none() && !self.is_own {
            self.paragraph = Some(Paragraph {
                node: place,
                has_bullets: false,
            });
        }
        self.last = (!is_whole).then_some(Last {
            node: place,
            is_minute: false,
            end: column + width(words),
            open_brackets,
        });
    }

    /// Returns whether a line stands below a bullet or a paragraph.
    fn is_above(&self, node: usize, line: &Line) -> bool {
        let paragraph = self.paragraph.map(|paragraph| paragraph.node);
        paragraph == Some(node) || line.indent >= self.nodes[node].indent + 2
    }

    /// Returns whether a line of words is the title of a discussion: a word in front says so, or it asks something in a list of them.
    fn opens_discussion(&self, text: &str) -> bool {
        let is_asked = || self.last.is_none() && text.ends_with('?');
        match self.kind {
            None => false,
            Some(_) if self.is_own => false,
            Some(ItemKind::Discussion) if is_asked() => true,
            Some(_) => {
                let (label, title) = self.titles.split_label(text);
                let is_name = self.names.known(title).is_some();
                label.filter(|_| !is_name).is_some_and(|label| {
                    label.is_asked && label.says == Labelled::Kind(ItemKind::Discussion)
                })
            }
        }
    }

    /// Returns whether a line of words below a discussion is an item beside it: a word in front of it says so.
    fn is_another(&self, above: usize, indent: usize, text: &str) -> bool {
        let node = &self.nodes[above];
        let is_discussion = node.labelled() == Some(Labelled::Kind(ItemKind::Discussion))
            || self.kind == Some(ItemKind::Discussion) && node.parent.is_none();
        if self.is_own || node.is_text || self.kind.is_none() || !is_discussion {
            return false;
        }
        match self.titles.split_label(text) {
            (Some(label), title) => match label.says {
                Labelled::Later => is_work(title),
                Labelled::Kind(ItemKind::Task) => true,
                Labelled::Kind(ItemKind::Talk) => indent <= node.indent,
                Labelled::Kind(_) => label.is_asked,
            },
            (None, _) => false,
        }
    }

    /// Takes a line of words that is an item, as a word in front of it says or as it asks something. `has_bullets`: those that follow
    /// stand below it if it is a discussion.
    fn labelled(&mut self, section: usize, at: usize, text: &str, has_bullets: bool) {
        self.paragraph = None;
        self.bullet(section, at, None, text, self.lines[at].indent);
        let node = self.nodes.len() - 1;
        let is_other = |says: Labelled| says != Labelled::Kind(ItemKind::Discussion);
        self.paragraph = match self.nodes[node].labelled().is_some_and(is_other) {
            true => None,
            false => Some(Paragraph { node, has_bullets }),
        };
    }

    /// Returns whether a line says what somebody does: `Ida, Bela: port the scanner`.
    fn is_of_somebody(&self, text: &str) -> bool {
        behind_people(text, self.names).is_some_and(|task| task.contains(' '))
    }

    /// Returns whether a line is a task in a list without bullets, as in a letter: it and one beside it say who does what.
    fn is_in_list(&self, at: usize) -> bool {
        let says_who = |at: usize| {
            let line = self.lines.get(at).map(|line| &line.kind);
            matches!(line, Some(LineKind::Text(text)) if says_who_works(text, self.names))
        };
        !self.has_bullets
            && self.kind == Some(ItemKind::Task)
            && says_who(at)
            && (says_who(at + 1) || at.checked_sub(1).is_some_and(says_who))
    }

    /// Cuts off the number of an item, and that of a line in a list.
    fn number<'t>(&self, text: &'t str, checkbox: Option<char>) -> (Option<&'t str>, &'t str) {
        let numbered = number(text);
        let is_known = self.known.get(numbered.0).is_some();
        let may_be_other = !is_known || numbered.1.starts_with(['-', '–', '—']);
        if may_be_other
            && let Some((number, words)) = almost(text)
            && let Some(item) = self.known.get(Some(number))
            && (begins(&folded(words), &folded(&item.text)) || self.is_own && checkbox.is_some())
        {
            return (Some(number), words);
        }
        match numbered {
            (None, words) => (None, self.titles.without_count(words)),
            // A link to a tracker keeps its target.
            _ if text.starts_with('[') && !is_known => (None, text),
            // Of a tracker, with no title of its own: `#12 (Ida)`.
            (Some(_), words)
                if !is_known
                    && (words.starts_with(['(', ':'])
                        || words.starts_with('@')
                            && words.split_whitespace().all(|word| word.starts_with('@'))) =>
            {
                (None, text)
            }
            numbered => numbered,
        }
    }

    /// Takes a line of words.
    fn words(&mut self, section: usize, at: usize, line: &Line, text: &str) {
        let end = line.indent + width(text);
        let owner = self.open.iter().rev().copied();
        let owner = owner.into_iter().find(|node| {
            self.nodes[*node].is_text && self.last.is_some() || self.is_above(*node, line)
        });
        if let Some(above) = owner.filter(|owner| self.is_another(*owner, line.indent, text)) {
            let place = self.open.iter().position(|open| *open == above);
            self.open.truncate(place.unwrap_or_default());
            let before = self.paragraph.map(|paragraph| paragraph.has_bullets);
            let has_bullets = before.unwrap_or_default();
            self.labelled(section, at, text, has_bullets);
            return;
        }
        let is_owned = owner.is_some_and(|owner| !self.nodes[owner].is_text);
        if !is_owned && self.opens_discussion(text) {
            self.labelled(section, at, text, self.last.is_none());
            return;
        }
        if self.kind.is_some() && !is_owned && (self.is_of_somebody(text) || self.is_in_list(at)) {
            self.bullet(section, at, None, text, line.indent);
            self.last = None;
            return;
        }
        if let Some(owner) = owner.filter(|_| is_owned && !self.is_own)
            && take_field(&mut self.nodes[owner], line.number, text, self.names)
        {
            self.last = None;
            return;
        }
        let last = self.last.take();
        let before = last.as_ref().and_then(|last| self.before(last, at, text));
        let kind = below(before.as_ref(), text, self.margin, self.names);
        if let (Below::Text, Some(last)) = (kind, &last) {
            self.go_on(last, text, end);
            return;
        }
        let Some(owner) = owner.filter(|owner| !self.nodes[*owner].is_text) else {
            self.paragraph(section, line, text, end);
            return;
        };
        while self.open.last().is_some_and(|open| *open != owner) {
            self.open.pop();
        }
        if let Some(paragraph) = &mut self.paragraph {
            paragraph.has_bullets = false;
        }
        self.below_item(owner, kind, line, text);
    }

    /// Returns what a line of words may go on with, if it may.
    fn before(&self, last: &Last, at: usize, text: &str) -> Option<Before<'_>> {
        let node = &self.nodes[last.node];
        let is_whole = !last.is_minute
            && node.number.is_none()
            && !goes_on_with(text)
            && self.titles.is_whole(&node.text, text, self.names);
        // A paragraph does not go on with a label: that is a line by itself, and so is each of several labels.
        let minute = node.minutes.last().filter(|_| last.is_minute);
        let follows = match minute {
            Some(minute) => is_labelled(&minute.text),
            None => node.is_text && !last.is_minute,
        };
        let is_label = follows && is_labelled(text);
        if is_whole || is_label {
            return None;
        }
        let said = match last.is_minute {
            true => &node.minutes.last()?.text,
            false => &node.text,
        };
        let next = self.lines[at..].iter().map_while(|line| match &line.kind {
            LineKind::Text(text) => Some(text.as_str()),
            _ => None,
        });
        Some(Before {
            text: said,
            end: last.end,
            is_open: last.open_brackets > 0 && is_closed_by(next.clone())
                || self.goes_on_with_label(said, at)
                || !last.is_minute && self.is_own && self.is_broken(node, next),
            is_item: !last.is_minute,
        })
    }

    /// Returns whether a line goes on with what came of an item, or was decided, behind the word for that: it begins in lower case, the
    /// line before ends no sentence, and it stands further to the right, ends one, or the line before is long.
    fn goes_on_with_label(&self, before: &str, at: usize) -> bool {
        const FEWEST: usize = 4;
        const MOST: usize = 8;
        // `which licence (all): decided: MIT`.
        let parts = before.match_indices(": ").take(MOST);
        let mut parts = parts.map(|(place, sign)| &before[place + sign.len()..]);
        let decided = parts.find(|part| is_label_of_decided(part));
        let in_front = behind_label(before);
        let label = in_front.or(decided.and_then(behind_label));
        let Some((_, said)) = label.filter(|(_, said)| !said.is_empty()) else {
            return false;
        };
        let (LineKind::Text(text), Some(above)) = (&self.lines[at].kind, at.checked_sub(1)) else {
            return false;
        };
        let is_indented = self.lines[at].indent > self.lines[above].indent;
        let is_long = said.split_whitespace().count() >= FEWEST;
        text.starts_with(char::is_lowercase)
            && !before.ends_with(['.', '!', '?'])
            && !is_labelled(text)
            && behind_label(text).is_none()
            && behind_people(text, self.names).is_none()
            && (is_long || in_front.is_some() && (is_indented || text.ends_with(['.', '!'])))
    }

    /// Returns whether a line of words goes on with what came of a task, in our own document: it stands behind that below it.
    fn is_more_of_result(&self, owner: usize, text: &str) -> bool {
        let node = &self.nodes[owner];
        let item = self.known.get(node.number.as_deref()).map(|item| item.kind);
        let kind = item.or(self.kind).unwrap_or(ItemKind::Task);
        let is_result = node.minutes.last().is_some_and(|last| {
            let label = behind_label(&last.text);
            last.says == Says::Result
                || matches!(label, Some((Says::Result, said)) if !said.is_empty())
        });
        self.is_own
            && is_result
            && kind != ItemKind::Discussion
            && node.labelled().is_none()
            && !is_labelled(text)
            && behind_people(text, self.names).is_none()
    }

    /// Adds a line of words to the line that goes on with it.
    fn go_on(&mut self, last: &Last, text: &str, end: usize) {
        let names = self.names;
        let people = |bracket: &str| {
            names
                .people(bracket, false)
                .is_some_and(|all| !all.is_empty())
        };
        let node = &mut self.nodes[last.node];
        // `write docs (Bela)` and `and the tutorial (Noor)`.
        if !last.is_minute
            && node.number.is_none()
            && text.ends_with(')')
            && let Some((title, inside)) = at_bracket(&node.text).filter(|(_, it)| people(it))
            && at_bracket(text).is_some_and(|(_, inside)| people(inside))
        {
            let (title, inside) = (title.to_owned(), inside.to_owned());
            node.people.push(inside);
            node.text = title;
        }
        node.more += usize::from(!last.is_minute);
        let whole = match last.is_minute {
            true => node.minutes.last_mut().map(|minute| &mut minute.text),
            false => Some(&mut node.text),
        };
        if let Some(whole) = whole {
            whole.push(' ');
            whole.push_str(text);
        }
        self.last = Some(Last {
            node: last.node,
            is_minute: last.is_minute,
            end,
            open_brackets: open_brackets(last.open_brackets, text),
        });
    }

    /// Takes a line of words that belongs to an item.
    fn below_item(&mut self, owner: usize, kind: Below, line: &Line, text: &str) {
        let says = match self.is_more_of_result(owner, text) {
            true => Says::Result,
            false => Says::Words,
        };
        let node = &mut self.nodes[owner];
        match kind {
            Below::People => {
                node.people.push(bracket(text).unwrap_or(text).to_owned());
            }
            Below::Status
                if node.status.is_none() && node.minutes.is_empty() && !is_unfinished(text) =>
            {
                node.status = Some(text.to_owned());
            }
            _ => {
                if let Meaning::Minutes { is_result } = meaning(text)
                    && text.ends_with(':')
                {
                    node.is_told = Some(match is_result {
                        _ if is_label_of_decision(text) => Says::Decision,
                        true => Says::Result,
                        false => Says::Words,
                    });
                    return;
                }
                node.minutes.push(Minute {
                    line: line.number,
                    text: text.to_owned(),
                    says,
                });
                self.last = Some(Last {
                    node: owner,
                    is_minute: true,
                    end: line.indent + width(text),
                    open_brackets: open_brackets(0, text),
                });
            }
        }
    }

    fn is_broken<'t>(&self, node: &Node, next: impl Iterator<Item = &'t str>) -> bool {
        const MOST: usize = 5;
        let number = node.number.as_deref().filter(|_| node.more < MOST);
        let exported = self.known.exported(number);
        exported.is_some_and(|exported| is_broken(&node.text, &exported, next.take(MOST)))
    }

    /// Begins a paragraph that belongs to no item. In our own document it does not part an item from what stands below it.
    fn paragraph(&mut self, section: usize, line: &Line, text: &str, end: usize) {
        if !self.is_own {
            self.open.clear();
        }
        let node = self.nodes.len();
        self.nodes.push(Node {
            line: line.number,
            indent: line.indent,
            is_text: true,
            text: text.to_owned(),
            section,
            ..Node::default()
        });
        self.open.push(node);
        self.last = Some(Last {
            node,
            is_minute: false,
            end,
            open_brackets: open_brackets(0, text),
        });
    }

    /// Takes a block of code or a quote. One that belongs to no item does not end the one above.
    fn block(&mut self, section: usize, line: &Line, text: &str) {
        self.last = None;
        let mut open = self.open.iter().rev();
        let owner = open.find(|node| line.indent >= self.nodes[**node].indent + 2);
        match owner {
            Some(owner) => self.nodes[*owner].minutes.push(Minute {
                line: line.number,
                text: text.to_owned(),
                says: Says::Words,
            }),
            None => self.nodes.push(Node {
                line: line.number,
                indent: line.indent,
                is_text: true,
                text: text.to_owned(),
                section,
                ..Node::default()
            }),
        }
    }
}
