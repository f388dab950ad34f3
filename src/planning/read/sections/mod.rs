//! What stands under which heading, and where it ends.

mod full_name;
mod heading;
mod people;
mod title;

pub(super) use people::people_of;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::headings::{is_column, mark_of, says_to_do, status_of};
use super::number::number;
use super::wrapped::Margin;
use crate::domain::{ItemKind, Sprint};
use crate::planning::document::{Mark, Person};
use crate::planning::folded::folded;
use crate::planning::lines::{Line, LineKind};
use crate::planning::names::{Names, are_people};
use crate::planning::stamp::Stamp;
use crate::text::normalize;

/// A run of lines under one heading, or after a block that ended.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Section {
    /// The place of its heading among the lines; `None` where it goes on after a block.
    pub heading: Option<usize>,
    /// The words of the heading.
    pub title: String,
    /// The headings that are topics: those above and its own.
    pub path: Vec<String>,
    /// Who does what stands there: its heading, or one above, is their names.
    pub people: Vec<Person>,
    pub holds: Holds,
    /// The lines below the heading.
    pub lines: Range<usize>,
}

/// What stands in a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    Items(ItemKind),
    /// Who is there; in the first line of its lines there may be words before the names.
    Here,
    Away,
    /// Minutes, or results, of the item above.
    Minutes {
        is_result: bool,
    },
    /// Minutes of the item at this line: the heading has its words.
    MinutesOf(usize),
    /// Minutes of the discussion that the heading is.
    Discussion,
    /// Times, goals and other words that are not items.
    Words,
    /// Notes of no item.
    Notes,
}

/// Cuts a document at its headings.
pub(super) fn sections(lines: &[Line], sprint: &Sprint, names: &Names<'_>) -> Vec<Section> {
    let mut known: HashSet<String> = HashSet::new();
    for topic in sprint.topics() {
        let headings = topic.headings();
        known.extend(headings.iter().map(|heading| plain(heading)));
        // What lies too deep for headings is one with slashes in it.
        known.extend(headings.get(LEVELS..).map(|rest| plain(&rest.join("/"))));
    }
    let mut cutter = Cutter {
        lines,
        names,
        margin: Margin::of(lines),
        is_own: lines.iter().any(is_stamp),
        known,
        listed: listed(sprint),
        open: Vec::new(),
        sections: vec![Section {
            heading: None,
            title: String::new(),
            path: Vec::new(),
            people: Vec::new(),
            holds: Holds::Items(ItemKind::Task),
            lines: 0..0,
        }],
        bullets: None,
        bullets_above: bullets_above(lines),
        has_columns: has_columns(lines),
        end_of_people: None,
    };
    let title = cutter.title();
    cutter.cut(title);
    cutter.sections
}

/// Returns the discussions and talks without a topic, by their numbers.
fn listed(sprint: &Sprint) -> HashMap<String, ItemKind> {
    let items = sprint.items().iter();
    let listed = items.filter(|item| item.kind != ItemKind::Task && item.topic.is_none());
    listed
        .map(|item| (item.label.to_string(), item.kind))
        .collect()
}

/// Counts the bullets above each line, and above the end.
fn bullets_above(lines: &[Line]) -> Vec<usize> {
    let is_bullet = |line: &Line| matches!(line.kind, LineKind::Bullet { .. });
    let counts = lines.iter().scan(0, |count, line| {
        *count += usize::from(is_bullet(line));
        Some(*count)
    });
    std::iter::once(0).chain(counts).collect()
}

/// Gives the words of a heading the form in which they are compared with those of topics.
fn plain(heading: &str) -> String {
    normalize(&folded(heading))
}

/// Returns whether headings are the columns of a board: one says that work goes on or waits, or two what is to do and what is done.
fn has_columns(lines: &[Line]) -> bool {
    let headings = lines.iter().filter_map(|line| match &line.kind {
        LineKind::Heading { text, .. } | LineKind::Text(text) => Some(text),
        _ => None,
    });
    let mut ends = [false, false];
    for heading in headings {
        match mark_of(heading) {
            Mark::InProgress => return true,
            Mark::Done => ends[1] = true,
            _ if status_of(heading).is_some() && !is_column(heading) => return true,
            _ => ends[0] |= says_to_do(heading),
        }
    }
    ends == [true, true]
}

fn is_stamp(line: &Line) -> bool {
    matches!(&line.kind, LineKind::Comment(comment) if Stamp::parse(comment).is_some())
}

/// A heading whose section goes on.
struct Open {
    rank: usize,
    /// Its column, if an indented block stands below it.
    block: Option<usize>,
    topic: Option<String>,
    people: Vec<Person>,
    /// Whether what stands under it has none of the topics above.
    is_list: bool,
    holds: Holds,
}

fn is_list(section: &Section) -> bool {
    matches!(section.holds, Holds::Here | Holds::Away)
}

struct Cutter<'l> {
    lines: &'l [Line],
    names: &'l Names<'l>,
    /// Where the lines are broken.
    margin: Margin,
    /// Whether it is our own document.
    is_own: bool,
    /// The headings of all topics of the sprint.
    known: HashSet<String>,
    /// The discussions and talks without a topic, by their numbers.
    listed: HashMap<String, ItemKind>,
    open: Vec<Open>,
    sections: Vec<Section>,
    /// The column of the outermost bullets that a line may belong to.
    bullets: Option<usize>,
    /// How many bullets stand above each line.
    bullets_above: Vec<usize>,
    /// Whether a heading says where things stand, as the columns of a board do.
    has_columns: bool,
    /// The line that ends the list of people.
    end_of_people: Option<usize>,
}

/// How many headings of a topic have a level of their own.
const LEVELS: usize = 4;

impl Cutter<'_> {
    fn cut(&mut self, title: Option<usize>) {
        let mut place = 0;
        while let Some(line) = self.lines.get(place) {
            if self.end_of_people == Some(place) && self.sections.last().is_some_and(is_list) {
                self.go_on(place);
            }
            match &line.kind {
                LineKind::Heading { .. } if Some(place) == title => {
                    self.open.clear();
                    self.begin(
                        place,
                        place + 1,
                        Holds::Items(ItemKind::Task),
                        String::new(),
                    );
                }
                LineKind::Heading { level, text, .. } if text.is_empty() => {
                    self.end_headings(*level);
                    self.go_on(place);
                }
                LineKind::Heading { level, text, .. } => self.heading(place, *level, None, text),
                LineKind::Bullet { checkbox, text, .. } => {
                    self.end_blocks(place, line.indent);
                    if let Some(end) = self.end_of_bullets(place) {
                        self.begin(place, place, Holds::Here, String::new());
                        self.go_on(end);
                        place = end;
                        continue;
                    }
                    // In a list of people, a box says whether they came.
                    let is_item =
                        checkbox.is_some() && !are_people(text) || number(text).0.is_some();
                    if is_item && self.sections.last().is_some_and(is_list) {
                        self.go_on(place);
                    }
                    let outermost = self.bullets.unwrap_or(line.indent);
                    self.bullets = Some(outermost.min(line.indent));
                }
                LineKind::Person { is_sure: true, .. }
                    if !self.sections.last().is_some_and(is_list) =>
                {
                    let rows = self.lines[place..].iter();
                    let rows = rows.take_while(|line| {
                        matches!(line.kind, LineKind::Person { .. } | LineKind::TableRow(_))
                    });
                    let end = place + rows.count();
                    if self.may_list(place) {
                        self.begin(place, place, Holds::Here, String::new());
                        self.go_on(end);
                    }
                    place = end;
                    continue;
                }
                LineKind::Text(text)
                    if self.bullets.is_none_or(|column| line.indent < column + 2) =>
                {
                    place = self.text(place, line, text);
                    continue;
                }
                _ => {}
            }
            place += 1;
        }
        self.end(self.lines.len());
    }

    /// The next line that is not blank.
    fn next(&self, place: usize) -> Option<&Line> {
        let mut lines = self.lines[place + 1..].iter();
        lines.find(|line| line.kind != LineKind::Blank)
    }

    /// Begins a section whose lines begin at `first`.
    fn begin(&mut self, place: usize, first: usize, holds: Holds, title: String) {
        self.end(place);
        self.bullets = None;
        self.sections.push(Section {
            heading: Some(place),
            title,
            path: self.path(),
            people: self.people(),
            holds,
            lines: first..first,
        });
    }

    fn path(&self) -> Vec<String> {
        let lists = self.open.iter().rposition(|open| open.is_list);
        let open = &self.open[lists.unwrap_or_default()..];
        open.iter().filter_map(|open| open.topic.clone()).collect()
    }

    fn people(&self) -> Vec<Person> {
        let open = self.open.last();
        open.map(|open| open.people.clone()).unwrap_or_default()
    }

    /// Goes on with what stands under the headings that are open.
    fn go_on(&mut self, place: usize) {
        let holds = self
            .open
            .last()
            .map_or(Holds::Items(ItemKind::Task), |open| open.holds);
        let holds = match holds {
            Holds::Here | Holds::Away => Holds::Items(ItemKind::Task),
            holds => holds,
        };
        self.begin(place, place, holds, String::new());
        if let Some(section) = self.sections.last_mut() {
            section.heading = None;
        }
    }

    fn end(&mut self, place: usize) {
        if let Some(section) = self.sections.last_mut()
            && section.lines.end < place
        {
            section.lines.end = place.max(section.lines.start);
        }
    }

    /// Ends the headings of a rank, and of lower ones.
    fn end_headings(&mut self, rank: usize) {
        while self.open.last().is_some_and(|open| open.rank >= rank) {
            self.open.pop();
        }
    }

    /// Ends the blocks that a line at a column no longer belongs to.
    fn end_blocks(&mut self, place: usize, column: usize) {
        let before = self.open.len();
        while let Some(open) = self.open.last()
            && open.block.is_some_and(|block| column <= block)
        {
            self.open.pop();
        }
        if self.open.len() < before {
            self.go_on(place);
        }
    }
}
