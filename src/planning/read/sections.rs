//! Headings: which lines are one, what they mean, and where what stands under them ends.

use std::collections::HashSet;
use std::ops::Range;

use super::full_name::is_full_name;
use super::headings::{Meaning, meaning, says_finished, without_colon};
use super::number::number;
use crate::domain::{ItemKind, Sprint};
use crate::planning::folded::folded;
use crate::planning::lines::{Line, LineKind};
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
    /// Times, goals and other words that are no items.
    Words,
    /// Notes of no item.
    Notes,
}

/// Cuts a document at its headings.
pub(super) fn sections(lines: &[Line], sprint: &Sprint) -> Vec<Section> {
    let mut known: HashSet<String> = HashSet::new();
    for topic in sprint.topics() {
        let headings = topic.headings();
        known.extend(headings.iter().map(|heading| plain(heading)));
        // What lies too deep for headings is one with slashes in it.
        known.extend(headings.get(LEVELS..).map(|rest| plain(&rest.join("/"))));
    }
    let mut cutter = Cutter {
        lines,
        known,
        open: Vec::new(),
        sections: vec![Section {
            heading: None,
            title: String::new(),
            path: Vec::new(),
            holds: Holds::Items(ItemKind::Task),
            lines: 0..0,
        }],
        bullets: None,
    };
    let title = cutter.title();
    cutter.cut(title);
    cutter.sections
}

/// Gives the words of a heading the form in which they are compared with those of topics.
fn plain(heading: &str) -> String {
    normalize(&folded(heading))
}

/// A heading whose section goes on.
struct Open {
    rank: usize,
    /// Its column, if an indented block stands below it.
    block: Option<usize>,
    topic: Option<String>,
    /// Whether what stands under it has none of the topics above.
    is_list: bool,
    holds: Holds,
}

struct Cutter<'l> {
    lines: &'l [Line],
    /// The headings of all topics of the sprint.
    known: HashSet<String>,
    open: Vec<Open>,
    sections: Vec<Section>,
    /// The column of the outermost bullets that a line may belong to.
    bullets: Option<usize>,
}

/// How many headings of a topic have a level of their own.
const LEVELS: usize = 4;

/// How many lines below a heading are asked what it is.
const LOOKED_AT: usize = 100;

/// The lowest level of a heading that is more than bold.
const LOWEST: usize = 6;

/// The rank of a heading that is neither underlined nor has signs before it.
const PLAIN: usize = 10;

impl Cutter<'_> {
    fn cut(&mut self, title: Option<usize>) {
        let mut place = 0;
        while let Some(line) = self.lines.get(place) {
            match &line.kind {
                LineKind::Heading { .. } if Some(place) == title => {
                    self.begin(
                        place,
                        place + 1,
                        Holds::Items(ItemKind::Task),
                        String::new(),
                    );
                }
                LineKind::Heading { level, text } => self.heading(place, *level, None, text),
                LineKind::Bullet { checkbox, text, .. } => {
                    self.end_blocks(place, line.indent);
                    let is_list =
                        |section: &Section| matches!(section.holds, Holds::Here | Holds::Away);
                    let is_item = checkbox.is_some() || number(text).0.is_some();
                    if is_item && self.sections.last().is_some_and(is_list) {
                        self.go_on(place);
                    }
                    let outermost = self.bullets.unwrap_or(line.indent);
                    self.bullets = Some(outermost.min(line.indent));
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

    /// Takes a line of words that belongs to no item; returns the place of the next line.
    fn text(&mut self, place: usize, line: &Line, text: &str) -> usize {
        self.end_blocks(place, line.indent);
        if let Some((_, holds)) = self.presence(text) {
            let end = self.end_of_paragraph(place);
            self.begin(place, place, holds, String::new());
            self.go_on(end);
            return end;
        }
        if let Some(end) = self.columns_of_names(place) {
            self.begin(place, place, Holds::Here, String::new());
            self.go_on(end);
            return end;
        }
        let block = self
            .next(place)
            .filter(|next| next.indent >= line.indent + 2);
        let block = block.map(|_| line.indent);
        match self.heading_of(place, line, text) {
            Some(words) => self.heading(place, PLAIN + line.indent, block, &words),
            None if self.is_alone(place) => self.bullets = None,
            None => {}
        }
        place + 1
    }

    /// Returns the words of a line that is a heading by what follows it.
    fn heading_of(&self, place: usize, line: &Line, text: &str) -> Option<String> {
        let next = self.next(place);
        let words = text.split_whitespace().count();
        let has_bullets = next.is_some_and(|next| {
            matches!(next.kind, LineKind::Bullet { .. }) && next.indent >= line.indent
        });
        let title = Some(without_colon(text)).filter(|title| title.len() < text.trim_end().len());
        match title {
            Some(title) => {
                let is_short = words <= 8 && !title.contains(". ");
                let has_block = next.is_some_and(|next| next.indent >= line.indent + 2);
                let stands_alone = matches!(
                    meaning(title),
                    Meaning::Here
                        | Meaning::Away
                        | Meaning::Minutes { .. }
                        | Meaning::Kind(_)
                        | Meaning::Generic
                );
                (is_short && !title.is_empty() && (has_bullets || has_block || stands_alone))
                    .then(|| title.to_owned())
            }
            None => {
                let is_short = words <= 6
                    && !text.ends_with(['.', ',', ';', '!', '?'])
                    && !text.contains(": ");
                let is_presence = matches!(meaning(text), Meaning::Here);
                let is_word = text.chars().any(char::is_alphabetic);
                let is_over = self
                    .lines
                    .get(place + 1)
                    .is_some_and(|next| !matches!(next.kind, LineKind::Text(_)));
                (is_short
                    && is_word
                    && self.is_alone(place)
                    && (is_over && has_bullets || is_presence))
                    .then(|| text.to_owned())
            }
        }
    }

    /// Returns whether a line follows none of an item or of a text.
    fn is_alone(&self, place: usize) -> bool {
        let before = place.checked_sub(1).map(|before| &self.lines[before].kind);
        !matches!(before, Some(LineKind::Text(_) | LineKind::Bullet { .. }))
    }

    /// The next line that is not blank.
    fn next(&self, place: usize) -> Option<&Line> {
        let mut lines = self.lines[place + 1..].iter();
        lines.find(|line| line.kind != LineKind::Blank)
    }

    fn heading(&mut self, place: usize, rank: usize, block: Option<usize>, text: &str) {
        let text = text.trim_end();
        let title = match self.known.contains(&plain(text)) {
            true => text,
            false => without_colon(text),
        };
        self.end(place);
        while self.open.last().is_some_and(|open| open.rank >= rank) {
            self.open.pop();
        }
        let above = self
            .open
            .last()
            .map_or(Holds::Items(ItemKind::Task), |open| open.holds);
        // A slash at the end makes a topic of what would be a list of discussions or talks.
        let (title, is_topic) = match title.strip_suffix('/') {
            Some(topic) if !topic.is_empty() => (topic, true),
            _ => (title, self.known.contains(&plain(title))),
        };
        let meaning = match meaning(title) {
            Meaning::Kind(kind) if !text.ends_with('/') => Meaning::Kind(kind),
            _ if is_topic => Meaning::Topic,
            Meaning::Away if !self.is_after_list() => match normalize(title).as_str() {
                "abwesend" | "absent" | "away" | "not here" => Meaning::Away,
                _ => Meaning::Generic,
            },
            Meaning::Words | Meaning::Minutes { .. } | Meaning::Discussion
                if self.has_boxes(place) =>
            {
                Meaning::Topic
            }
            meaning => meaning,
        };
        let holds = match (meaning, above) {
            (Meaning::Here, _) => Holds::Here,
            (Meaning::Away, _) => Holds::Away,
            (Meaning::Kind(kind), _) => Holds::Items(kind),
            (Meaning::Words, _) => Holds::Words,
            // What has a heading of its own is hardly about the last of the items above.
            (Meaning::Minutes { .. }, Holds::Items(_) | Holds::Here | Holds::Away)
                if rank < PLAIN =>
            {
                Holds::Notes
            }
            (Meaning::Minutes { is_result }, _) => Holds::Minutes { is_result },
            (Meaning::Discussion, _) => Holds::Discussion,
            (_, Holds::Here | Holds::Away) => Holds::Items(ItemKind::Task),
            _ if block.is_some() && !self.has_bullets(place) => match above {
                Holds::Items(_) => Holds::Words,
                _ => above,
            },
            _ => above,
        };
        let topic = (meaning == Meaning::Topic && matches!(holds, Holds::Items(_)))
            .then(|| title.to_owned());
        self.open.push(Open {
            rank,
            block,
            topic,
            is_list: matches!(meaning, Meaning::Kind(_)),
            holds: match holds {
                Holds::Discussion => Holds::MinutesOf(self.lines[place].number),
                holds => holds,
            },
        });
        self.begin(place, place + 1, holds, title.to_owned());
    }

    /// Returns whether a list of people stands above, with nothing between.
    fn is_after_list(&self) -> bool {
        let mut above = self.sections.iter().rev().take(2);
        above.any(|section| matches!(section.holds, Holds::Here | Holds::Away))
    }

    /// Returns whether the first bullet below a heading has a box.
    fn has_boxes(&self, place: usize) -> bool {
        let below = self.lines[place + 1..].iter().take(LOOKED_AT);
        let first = below
            .map(|line| &line.kind)
            .find(|kind| matches!(kind, LineKind::Heading { .. } | LineKind::Bullet { .. }));
        matches!(
            first,
            Some(LineKind::Bullet {
                checkbox: Some(_),
                ..
            })
        )
    }

    /// Returns whether bullets stand in the block below a heading.
    fn has_bullets(&self, place: usize) -> bool {
        let column = self.lines[place].indent;
        let below = self.lines[place + 1..].iter().take(LOOKED_AT);
        below
            .filter(|line| line.kind != LineKind::Blank)
            .take_while(|line| line.indent > column)
            .any(|line| matches!(line.kind, LineKind::Bullet { .. }))
    }

    /// Begins a section whose lines begin at `first`.
    fn begin(&mut self, place: usize, first: usize, holds: Holds, title: String) {
        self.end(place);
        self.bullets = None;
        self.sections.push(Section {
            heading: Some(place),
            title,
            path: self.path(),
            holds,
            lines: first..first,
        });
    }

    fn path(&self) -> Vec<String> {
        let lists = self.open.iter().rposition(|open| open.is_list);
        let open = &self.open[lists.unwrap_or_default()..];
        open.iter().filter_map(|open| open.topic.clone()).collect()
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

    /// Finds the heading that is the title of the document.
    fn title(&self) -> Option<usize> {
        let place = self.lines.iter().position(|line| {
            matches!(
                line.kind,
                LineKind::Heading { .. } | LineKind::Bullet { .. }
            )
        })?;
        let LineKind::Heading { level, text } = &self.lines[place].kind else {
            return None;
        };
        let above = self.lines[..place].iter();
        let is_stamp = |line: &Line| matches!(&line.kind, LineKind::Comment(comment) if Stamp::parse(comment).is_some());
        if above.into_iter().any(is_stamp) {
            return Some(place);
        }
        if self.known.contains(&plain(text))
            || says_finished(text)
            || !matches!(
                meaning(text),
                Meaning::Topic | Meaning::Generic | Meaning::Words
            )
        {
            return None;
        }
        let words = normalize(text);
        let is_named = ["sprint", "planning", "agenda"]
            .iter()
            .any(|word| words.contains(word));
        let mut others = self.lines[place + 1..]
            .iter()
            .filter_map(|line| match &line.kind {
                LineKind::Heading { level, .. } => Some(*level),
                _ => None,
            });
        let is_highest = others.all(|other| other > *level);
        let below = self.lines[place + 1..].iter().map(|line| &line.kind);
        let first = below
            .clone()
            .find(|kind| matches!(kind, LineKind::Heading { .. } | LineKind::Bullet { .. }));
        let is_empty = matches!(first, Some(LineKind::Heading { .. }));
        let is_bold = *level > LOWEST;
        (is_named || is_highest && !is_bold || is_empty).then_some(place)
    }

    /// Reads `Here: Armin, Anto`: the words before the colon.
    fn presence<'t>(&self, text: &'t str) -> Option<(&'t str, Holds)> {
        let (title, rest) = text.split_once(':')?;
        if rest.trim_matches([':', ' ']).is_empty() {
            return None;
        }
        match meaning(title) {
            Meaning::Here => Some((rest, Holds::Here)),
            Meaning::Away
                if matches!(
                    normalize(title).as_str(),
                    "abwesend" | "absent" | "away" | "gone"
                ) =>
            {
                Some((rest, Holds::Away))
            }
            _ => None,
        }
    }

    /// Returns the place after a paragraph, or before the next list of people in it.
    fn end_of_paragraph(&self, place: usize) -> usize {
        let below = self.lines[place + 1..].iter();
        let count = below
            .take_while(|line| match &line.kind {
                LineKind::Text(text) => self.presence(text).is_none() && !text.ends_with(':'),
                _ => false,
            })
            .count();
        place + 1 + count
    }

    /// Finds a list of full names without a heading of its own, one a line, with nothing else but words in brackets or
    /// after a gap; returns the place after it.
    fn columns_of_names(&self, place: usize) -> Option<usize> {
        if !self.is_alone(place) {
            return None;
        }
        let run = self.lines[place..]
            .iter()
            .map_while(|line| match &line.kind {
                LineKind::Text(text) => Some(text.as_str()),
                _ => None,
            });
        let mut count = 0;
        for text in run {
            if !is_full_name(text) {
                return None;
            }
            count += 1;
        }
        if count < 3 {
            return None;
        }
        let mut end = place + count;
        // Those who came to the list later stand apart.
        while let Some(LineKind::Blank) = self.lines.get(end).map(|line| &line.kind)
            && let Some(LineKind::Text(text)) = self.lines.get(end + 1).map(|line| &line.kind)
            && is_full_name(text)
        {
            end += 2;
        }
        Some(end)
    }
}
