//! The title of a document.

use super::{Cutter, is_stamp, plain};
use crate::planning::document::Mark;
use crate::planning::lines::{Line, LineKind, is_title};
use crate::planning::read::headings::{Meaning, is_for_later, is_of_others, mark_of, meaning};
use crate::text::{full_day, normalize, other_dates};

/// The lowest level of a heading that is more than bold.
const LOWEST: usize = 6;

/// A year that has every date.
const LEAP_YEAR: i32 = 2000;

impl Cutter<'_> {
    /// Finds the heading that is the title of the document.
    pub(super) fn title(&self) -> Option<usize> {
        // A pad may have a heading of its own above it.
        if self.is_own
            && let Some(place) = self.lines.iter().position(is_our_title)
        {
            return Some(place);
        }
        let place = self.lines.iter().position(|line| {
            matches!(
                line.kind,
                LineKind::Heading { .. } | LineKind::Bullet { .. }
            )
        })?;
        let LineKind::Heading {
            level,
            text,
            is_underlined,
        } = &self.lines[place].kind
        else {
            return None;
        };
        if self.lines[..place].iter().any(is_stamp) {
            return Some(place);
        }
        if self.known.contains(&plain(text))
            || mark_of(text) != Mark::None
            || is_for_later(text)
            || !self.people_of(text).is_empty()
            || !matches!(
                meaning(text),
                Meaning::Topic | Meaning::Generic | Meaning::Words
            )
        {
            return None;
        }
        let above = self.lines[..place].iter().map(|line| &line.kind);
        let mut above =
            above.filter(|kind| matches!(kind, LineKind::Comment(text) if is_title(text)));
        if above.next().is_some() {
            return is_named(text).then_some(place);
        }
        let is_end =
            |kind: &&LineKind| matches!(kind, LineKind::Heading { text, .. } if text.is_empty());
        let below = self.lines[place + 1..].iter().map(|line| &line.kind);
        let mut below = below.filter(|kind| !is_end(kind));
        let mut levels = below.clone().filter_map(|kind| match kind {
            LineKind::Heading { level, .. } => Some(*level),
            _ => None,
        });
        let has_others = levels.clone().next().is_some();
        // The one heading of a pad may be the topic of the items right below it.
        let is_of_items = *is_underlined && self.is_glued_to_items(place) && !has_number(text);
        let is_above_all = !self.lines[..place].iter().any(says_something);
        let is_first = *level == 1 && is_above_all && !is_of_items;
        let is_highest = levels.all(|other| other > *level) && (has_others || is_first);
        let is_bold = *level > LOWEST;
        let first = below.find(|kind| {
            use LineKind::{Bullet, Heading, Person};
            matches!(kind, Heading { .. } | Bullet { .. } | Person { .. })
        });
        let is_empty = matches!(first, Some(LineKind::Heading { .. }));
        if is_of_others(text) && has_others && !is_empty {
            return None;
        }
        (is_named(text) || is_highest && !is_bold || is_empty).then_some(place)
    }

    /// Returns whether a bullet stands right below an underlined heading.
    fn is_glued_to_items(&self, place: usize) -> bool {
        let below = self.lines.get(place + 2).map(|line| &line.kind);
        matches!(below, Some(LineKind::Bullet { .. }))
    }
}

/// Returns whether a line is the title of an exported document: `# Leysin Winter Sprint, Tuesday, 28 February`.
fn is_our_title(line: &Line) -> bool {
    let LineKind::Heading {
        level: 1,
        text,
        is_underlined: false,
    } = &line.kind
    else {
        return false;
    };
    let mut days = text.match_indices(", ").map(|(at, _)| &text[at + 2..]);
    days.any(|day| {
        let day = day.split(':').next().unwrap_or_default();
        let parts = day.split_once(", ").map(|(name, date)| {
            (
                full_day(&normalize(name)),
                other_dates(date, Some(LEAP_YEAR)),
            )
        });
        parts.is_some_and(|(name, dates)| name.is_some() && !dates.is_empty())
    })
}

/// Returns whether a title has a number, such as a year.
fn has_number(text: &str) -> bool {
    text.contains(|sign: char| sign.is_ascii_digit())
}

/// Returns whether a title says what the document is.
fn is_named(text: &str) -> bool {
    let words = normalize(text);
    let names = ["sprint", "planning", "agenda"];
    names.iter().any(|name| words.contains(name))
}

fn says_something(line: &Line) -> bool {
    !matches!(
        line.kind,
        LineKind::Blank | LineKind::Comment(_) | LineKind::Aside(_)
    )
}
