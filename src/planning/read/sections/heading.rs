//! Which lines are a heading, and what it means where it stands.

use super::people::says_away;
use super::{Cutter, Holds, Open, Section, is_list, plain};
use crate::domain::ItemKind;
use crate::planning::lines::{Line, LineKind};
use crate::planning::names::{are_people, is_nobody_yet};
use crate::planning::read::below::{Before, Below, below, says_how_it_is};
use crate::planning::read::headings::{
    Meaning, is_column, is_criteria, is_list_of_tasks, is_logistics, is_no_person, may_list_people,
    meaning, says_to_do, says_where_they_stand, slip_of_heading, without_colon, without_count,
    without_number_below,
};
use crate::planning::read::labels::{Labelled, label};
use crate::planning::read::number::number;
use crate::planning::status::without_emphasis;
use crate::text::{is_of, normalize};

/// How many lines below a heading are asked what it is.
const LOOKED_AT: usize = 100;

/// The rank of a heading that is neither underlined nor has signs before it.
const PLAIN: usize = 10;

/// The rank of the title of minutes: they go on to the end.
const OUTERMOST: usize = 0;

impl Cutter<'_> {
    /// Takes a line of words that belongs to no item; returns the place of the next line.
    pub(super) fn text(&mut self, place: usize, line: &Line, text: &str) -> usize {
        self.end_blocks(place, line.indent);
        if let Some((_, holds)) = self.presence(place, text) {
            let end = self.end_of_list(self.end_of_paragraph(place));
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
            _ if self.is_of_minutes(place, text) => self.heading(place, PLAIN, None, text),
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
                let is_known = || self.known.contains(&plain(title));
                let is_heading = (!greets(text) && !introduces(text)) || self.is_own || is_known();
                // What is told there, as below `Notes:`.
                let is_told = || {
                    let next = self.lines.get(place + 1).map(|next| &next.kind);
                    self.is_own && self.has_boxes(place) && matches!(next, Some(LineKind::Text(_)))
                };
                (is_short
                    && is_heading
                    && !is_told()
                    && !title.is_empty()
                    && (has_bullets || has_block || stands_alone))
                    .then(|| title.to_owned())
            }
            // Our own headings have signs before them.
            None if self.is_own && !self.known.contains(&plain(text)) => None,
            None => {
                let is_presence = matches!(meaning(text), Meaning::Here);
                // `Protokoll vom 27.2.`
                let is_minutes = matches!(meaning(text), Meaning::Minutes { .. });
                let is_short = words <= 6
                    && (!text.ends_with(['.', ',', ';', '!']) || is_minutes)
                    && (is_presence || !text.ends_with('?'))
                    && !without_count(text).contains(": ");
                let is_word = text.chars().any(char::is_alphabetic);
                let is_over = self
                    .lines
                    .get(place + 1)
                    .is_some_and(|next| !matches!(next.kind, LineKind::Text(_)));
                let is_apart = self.is_alone(place)
                    || is_presence && !self.follows_bullet(place)
                    || self.is_glued(place, line, text)
                    || self.is_right_below_names(place)
                        && (is_no_person(text)
                            || is_logistics(text)
                            || self.known.contains(&plain(text)));
                let is_heading = is_over && has_bullets && !self.begins_list(place, text);
                let is_greeting = greets(text) && !self.known.contains(&plain(text));
                (is_short && is_word && is_apart && !is_greeting && (is_heading || is_presence))
                    .then(|| text.to_owned())
            }
        }
    }

    /// Returns whether the first line of words is the title of the minutes of a day: `Minutes, 5 May`.
    fn is_of_minutes(&self, place: usize, text: &str) -> bool {
        !self.is_own
            && self.bullets_above[place] == 0
            && matches!(meaning(text), Meaning::Minutes { is_result: false })
            && text.contains(char::is_whitespace)
            && self
                .sections
                .iter()
                .all(|section| section.heading.is_none())
    }

    /// Returns whether a line follows none of an item or of a text.
    pub(super) fn is_alone(&self, place: usize) -> bool {
        let before = place.checked_sub(1).map(|before| &self.lines[before].kind);
        !matches!(before, Some(LineKind::Text(_) | LineKind::Bullet { .. }))
    }

    /// Returns whether a list of people ends right above a line.
    fn is_right_below_names(&self, place: usize) -> bool {
        let mut last = self.sections.iter().rev();
        last.next()
            .is_some_and(|section| section.heading.is_none() && section.lines.start == place)
            && last.next().is_some_and(is_list)
    }

    fn follows_bullet(&self, place: usize) -> bool {
        let before = place.checked_sub(1).map(|before| &self.lines[before].kind);
        matches!(before, Some(LineKind::Bullet { .. }))
    }

    /// Returns whether a line between two bullets is a heading without a blank line before it: it does not go on with the item
    /// above, and stands left of it, or has a few words and a capital.
    fn is_glued(&self, place: usize, line: &Line, text: &str) -> bool {
        const NARROWEST: usize = 32;
        const MOST: usize = 3;
        let above = self.lines[..place].iter().rev().take(LOOKED_AT);
        let above = above
            .take_while(|line| matches!(line.kind, LineKind::Bullet { .. } | LineKind::Text(_)));
        let bullets = above.clone().filter_map(|line| match line.kind {
            LineKind::Bullet { .. } => Some(line.indent),
            _ => None,
        });
        let (Some(column), Some(above)) = (bullets.min(), above.clone().next()) else {
            return false;
        };
        let (before, start) = match &above.kind {
            LineKind::Bullet { text, column, .. } => (text, *column),
            LineKind::Text(text) if above.indent > column => (text, above.indent),
            _ => return false,
        };
        let before = Before {
            text: before,
            end: start + before.chars().count(),
            is_open: false,
            is_item: true,
        };
        let words = text.split_whitespace();
        let words = words.filter(|word| word.contains(char::is_alphanumeric));
        let is_left = line.indent + 2 <= column;
        // Below those of somebody, the tasks that nobody is on.
        let is_nobody = !self.people().is_empty() && says_nobody(text);
        let is_name =
            text.starts_with(char::is_uppercase) && words.count() <= MOST && !says_how_it_is(text);
        let margin = self.margin.at_least(NARROWEST);
        let next = self.lines.get(place + 1).map(|next| &next.kind);
        !self.is_own
            && matches!(next, Some(LineKind::Bullet { .. }))
            && line.indent <= column
            && (is_left || is_name || is_nobody)
            && !without_number_below(text).contains(['(', ')'])
            && (is_nobody
                || match below(Some(&before), text, margin, self.names) {
                    Below::Minutes => true,
                    Below::Status => self.is_in_column() && says_where_they_stand(text),
                    // Below a heading of people, names are the next one.
                    Below::People => !self.people().is_empty(),
                    _ => false,
                })
    }

    /// Returns whether the last heading is a column of a board.
    fn is_in_column(&self) -> bool {
        let last = self.sections.last();
        self.has_columns
            && last
                .is_some_and(|last| says_where_they_stand(&last.title) || says_to_do(&last.title))
    }

    pub(super) fn heading(&mut self, place: usize, rank: usize, block: Option<usize>, text: &str) {
        let text = text.trim_end();
        let text = match self.known.contains(&plain(text)) {
            true => text,
            false => without_emphasis(text),
        };
        let rank = match self.is_of_minutes(place, text) {
            true => OUTERMOST,
            false => rank,
        };
        let title = match self.known.contains(&plain(text)) {
            true => text,
            false => without_colon(text),
        };
        self.end(place);
        self.end_headings(rank);
        let above = self
            .open
            .last()
            .map_or(Holds::Items(ItemKind::Task), |open| open.holds);
        // A slash at the end makes a topic of what would be a list of discussions or talks.
        let (title, is_topic) = match title.strip_suffix('/') {
            Some(topic) if !topic.is_empty() => (topic, true),
            _ => (title, self.known.contains(&plain(title))),
        };
        let listed = self.kind_listed(place, title).filter(|_| !is_topic);
        let meaning = match listed.map_or_else(|| meaning(title), Meaning::Kind) {
            Meaning::Kind(kind) if listed.is_some() => Meaning::Kind(kind),
            Meaning::Kind(kind)
                if !text.ends_with('/') && (!self.is_own || is_printed(title, kind)) =>
            {
                Meaning::Kind(kind)
            }
            _ if is_topic => Meaning::Topic,
            meaning => self.meaning_here(meaning, place, title),
        };
        // `## To discuss: which license`.
        let (meaning, title) = match label(title) {
            Some((label, asked))
                if meaning == Meaning::Topic
                    && !is_topic
                    && !self.is_own
                    && label.says == Labelled::Kind(ItemKind::Discussion) =>
            {
                (Meaning::Discussion, asked)
            }
            _ => (meaning, title),
        };
        let is_text = block.is_some() && !self.has_bullets(place);
        let holds = match holds(meaning, above, is_text) {
            Holds::Notes | Holds::Words
                if meaning == Meaning::Generic && !is_text && is_list_of_tasks(title) =>
            {
                Holds::Items(ItemKind::Task)
            }
            holds => holds,
        };
        let people = match (meaning, holds) {
            (Meaning::Topic, Holds::Items(_)) => self.people_of(title),
            _ => Vec::new(),
        };
        let is_topic = meaning == Meaning::Topic && people.is_empty();
        let topic = (is_topic && matches!(holds, Holds::Items(_))).then(|| title.to_owned());
        self.open.push(Open {
            rank,
            block,
            topic,
            people: match people.is_empty() {
                true => self.people(),
                false => people,
            },
            is_list: matches!(meaning, Meaning::Kind(_)),
            holds: match holds {
                Holds::Discussion => Holds::MinutesOf(self.lines[place].number),
                holds => holds,
            },
        });
        self.begin(place, place + 1, holds, title.to_owned());
        if matches!(holds, Holds::Here | Holds::Away) {
            self.end_of_people = self.end_of_people(place + 1);
        }
    }

    /// Returns what a heading of our own document lists, if that has a slip or is in the singular: what has no topic stands below it.
    fn kind_listed(&self, place: usize, title: &str) -> Option<ItemKind> {
        const STARTS: [&str; 4] = ["discuss", "diskuss", "talk", "vortr"];
        let plain = plain(title);
        if !self.is_own || !STARTS.iter().any(|start| plain.starts_with(start)) {
            return None;
        }
        let LineKind::Bullet { text, .. } = &self.next(place)?.kind else {
            return None;
        };
        let kind = *self.listed.get(number(text).0?)?;
        let slip = slip_of_heading(title);
        let titles = [Some(title), slip.as_deref()].into_iter().flatten();
        titles
            .map(meaning)
            .any(|meaning| meaning == Meaning::Kind(kind))
            .then_some(kind)
    }

    /// Returns what a heading means that is not known as a topic, where it stands.
    fn meaning_here(&self, meaning: Meaning, place: usize, title: &str) -> Meaning {
        match meaning {
            Meaning::Topic if says_nobody(title) => Meaning::Generic,
            Meaning::Topic if self.has_columns && is_column(title) => Meaning::Generic,
            // What these say is a status of what stands below them, whoever wrote them.
            Meaning::Generic if self.is_own && says_where_they_stand(title) => meaning,
            Meaning::Away if says_away(title) => Meaning::Away,
            Meaning::Away if self.is_after_list(place) && self.has_person(place) => Meaning::Away,
            // Whoever writes a heading into our own document means a topic.
            Meaning::Away
            | Meaning::Generic
            | Meaning::Words
            | Meaning::Kind(_)
            | Meaning::Discussion
                if self.is_own && !is_list_of_tasks(title) =>
            {
                Meaning::Topic
            }
            Meaning::Away if !self.is_after_list(place) => Meaning::Generic,
            Meaning::Words | Meaning::Minutes { .. } | Meaning::Discussion
                if self.has_boxes(place) && !is_criteria(title) =>
            {
                Meaning::Topic
            }
            Meaning::Topic if may_list_people(title) && self.lists_people(place) => Meaning::Here,
            meaning => meaning,
        }
    }

    /// Returns whether a list of people stands above a place, with nothing listed between.
    pub(super) fn is_after_list(&self, place: usize) -> bool {
        let is_read = |section: &Section| section.heading.is_some() || is_list(section);
        let last = self.sections.iter().rposition(is_read);
        last.is_some_and(|last| {
            let behind = self.sections.get(last + 1);
            let first = behind.map_or(place, |behind| behind.lines.start);
            is_list(&self.sections[last]) && self.bullets_above[first] == self.bullets_above[place]
        })
    }

    /// Returns whether the first line below a heading is people.
    fn has_person(&self, place: usize) -> bool {
        let next = self.next(place).map(|line| &line.kind);
        matches!(
            next,
            Some(LineKind::Bullet { checkbox: None, text, .. } | LineKind::Text(text)) if are_people(text)
        )
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
}

/// Returns whether a heading says that nobody is on what stands below it.
fn says_nobody(title: &str) -> bool {
    let title = without_colon(title);
    is_nobody_yet(title) || is_of("unclaimed unverteilt", &normalize(title))
}

/// Returns whether a line begins a letter: `Hallo zusammen,`, `Dear all`.
fn greets(text: &str) -> bool {
    const GREETINGS: &str =
        "bonjour ciao dear geehrte guten hallo hello hey hi hola liebe lieber moin salut servus";
    const ALL: &str = "alle allen all allerseits colleagues everybody everyone folks friends freunde kolleginnen kollegen leute liebe \
                       miteinander morgen sprinters tag team teilnehmende there together tout zusammen";
    let mut words = text.split(|sign: char| !sign.is_alphanumeric());
    let mut words = words.by_ref().filter(|word| !word.is_empty());
    let is_greeting = words
        .next()
        .is_some_and(|first| is_of(GREETINGS, &normalize(first)));
    let mut rest = words.map(normalize).peekable();
    is_greeting && rest.peek().is_some() && rest.all(|word| is_of(ALL, &word) || word == "und")
}

/// Returns whether a line only leads to what stands below it: `here is the plan:`, `wir machen heute:`.
fn introduces(text: &str) -> bool {
    const FIRST: &str = "anbei here hier i ich we wir";
    const SECOND: &str = "are is ist sind the der die das unser our";
    let mut words = text.split_whitespace().map(normalize);
    let (first, second) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    match first.as_str() {
        "here" | "hier" => is_of(SECOND, &second),
        first => is_of(FIRST, first) && second.contains(char::is_alphabetic),
    }
}

/// Tells what stands below a heading. `above`: what stands below the heading above it; `is_text`: a block without bullets is next.
fn holds(meaning: Meaning, above: Holds, is_text: bool) -> Holds {
    match (meaning, above) {
        (Meaning::Here, _) => Holds::Here,
        (Meaning::Away, _) => Holds::Away,
        (Meaning::Kind(kind), _) => Holds::Items(kind),
        (Meaning::Words, _) => Holds::Words,
        // What has a heading of its own is hardly about the last of the items above.
        (Meaning::Minutes { .. }, Holds::Items(_) | Holds::Here | Holds::Away | Holds::Notes) => {
            Holds::Notes
        }
        (Meaning::Minutes { is_result }, _) => Holds::Minutes { is_result },
        (Meaning::Discussion, _) => Holds::Discussion,
        (_, Holds::Here | Holds::Away) => Holds::Items(ItemKind::Task),
        (_, Holds::Items(_)) if is_text => Holds::Words,
        _ => above,
    }
}

/// Returns whether our own document has a heading above discussions or talks without a topic.
fn is_printed(title: &str, kind: ItemKind) -> bool {
    let printed = match kind {
        ItemKind::Talk => "talks",
        ItemKind::Discussion | ItemKind::Task => "discussions",
    };
    plain(title).starts_with(printed)
}
