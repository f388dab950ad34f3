//! Which lines list people.

use super::full_name::is_full_name;
use super::{Cutter, Holds, is_list, plain};
use crate::planning::document::Person;
use crate::planning::lines::{Line, LineKind};
use crate::planning::names::{Names, are_people, may_be_people, says_what};
use crate::planning::read::headings::{
    Meaning, at_label, is_labelled, is_logistics, is_no_person, may_list_people, meaning,
    says_sick, without_colon,
};
use crate::text::{is_of, normalize};

impl Cutter<'_> {
    /// Reads `Here: Armin, Anto`: the words before the colon.
    pub(super) fn presence<'t>(&self, place: usize, text: &'t str) -> Option<(&'t str, Holds)> {
        let (title, rest) = at_label(text)?;
        if rest.trim_matches([':', ' ']).is_empty() {
            return None;
        }
        match meaning(title) {
            Meaning::Here => Some((rest, Holds::Here)),
            Meaning::Away if says_away(title) => {
                let is_work = rest.contains(": ") && says_what(rest);
                (!is_work).then_some((rest, Holds::Away))
            }
            // `Left: Ida, Tomas: port it` may be what is left to do.
            away if (away == Meaning::Away || says_sick(title))
                && self.is_after_list(place)
                && are_people(rest)
                && !says_what(rest) =>
            {
                Some((rest, Holds::Away))
            }
            Meaning::Topic if may_list_people(title) && are_people(rest) => {
                Some((rest, Holds::Here))
            }
            _ => None,
        }
    }

    /// Returns whether a table of people may list who is there: the heading above says so, or there is none, and no label either.
    pub(super) fn may_list(&self, place: usize) -> bool {
        let mut above = self.lines[..place].iter().rev();
        let before = above.find(|line| line.kind != LineKind::Blank);
        let is_label = before.is_some_and(|line| match &line.kind {
            LineKind::Text(text) => text.ends_with(':') || says_not_here(text),
            LineKind::Heading { text, .. } => says_not_here(text),
            _ => false,
        });
        let open = self.open.last();
        !is_label && open.is_none_or(|open| open.holds == Holds::Here)
    }

    /// Returns who does what stands below a heading that is nothing but their names.
    pub(super) fn people_of(&self, title: &str) -> Vec<Person> {
        match self.is_own || self.known.contains(&plain(title)) {
            true => Vec::new(),
            false => people_of(title, self.names),
        }
    }

    /// Returns the place after a paragraph, or before the next list of people in it.
    pub(super) fn end_of_paragraph(&self, place: usize) -> usize {
        let below = self.lines.iter().enumerate().skip(place + 1);
        let count = below
            .take_while(|(place, line)| match &line.kind {
                LineKind::Text(text) => {
                    self.presence(*place, text).is_none()
                        && !self.is_heading_below_names(*place, text)
                        && !text.ends_with(':')
                        && !is_labelled(text)
                        && !begins_with_label(text)
                }
                _ => false,
            })
            .count();
        place + 1 + count
    }

    /// Returns the place after the bullets right below a paragraph with people, if these are more of them.
    pub(super) fn end_of_list(&self, place: usize) -> usize {
        let below = self.lines[place..].iter();
        let bullets = below.take_while(|line| matches!(line.kind, LineKind::Bullet { .. }));
        let is_person = |line: &Line| match &line.kind {
            LineKind::Bullet {
                checkbox: None,
                text,
                ..
            } => are_people(text),
            _ => false,
        };
        match bullets.clone().all(is_person) {
            true => place + bullets.count(),
            false => place,
        }
    }

    /// Returns the place after the bullets that list who is there, if one has the names or is the heading of others: those right of it
    /// that are names, or beside it that are known people.
    pub(super) fn end_of_bullets(&self, place: usize) -> Option<usize> {
        let heading = &self.lines[place];
        let LineKind::Bullet {
            checkbox: None,
            text,
            ..
        } = &heading.kind
        else {
            return None;
        };
        let is_outermost = self.bullets.is_none_or(|column| heading.indent <= column);
        if self.is_own || !is_outermost {
            return None;
        }
        // `- Participants: Ida, Bela`.
        if let Some((names, Holds::Here)) = self.presence(place, text) {
            return are_people(names).then_some(place + 1);
        }
        if meaning(without_colon(text)) != Meaning::Here {
            return None;
        }
        let mut end = place + 1;
        for (place, line) in self.lines.iter().enumerate().skip(place + 1) {
            let is_below = line.indent >= heading.indent + 2;
            match &line.kind {
                LineKind::Blank | LineKind::Comment(_) | LineKind::Aside(_) => {}
                LineKind::Bullet {
                    checkbox: None,
                    text,
                    ..
                } if is_below && are_people(text) || self.names.known(text).is_some() => {
                    end = place + 1;
                }
                LineKind::Bullet { .. } if is_below => return None,
                _ => break,
            }
        }
        (end > place + 1).then_some(end)
    }

    /// Finds the line that ends the list of people below a heading, if it does not go on to the next heading. A line that stands apart
    /// ends it if it is not people. So does one that says what somebody does where no line above does, as it may be an item.
    pub(super) fn end_of_people(&self, first: usize) -> Option<usize> {
        const MOST: usize = 500;
        let below = self.lines.iter().enumerate().skip(first).take(MOST);
        let mut is_bulleted = None;
        let (mut is_apart, mut has_more) = (false, false);
        for (place, line) in below {
            let (text, is_bullet) = match &line.kind {
                // The rows of a table are listed.
                LineKind::Heading { .. } | LineKind::Bullet { sign: '|', .. } => return None,
                LineKind::Bullet { text, .. } => (text, true),
                LineKind::Text(text) => (text, false),
                LineKind::Blank => {
                    is_apart = true;
                    continue;
                }
                LineKind::Person { .. } => {
                    is_bulleted.get_or_insert(false);
                    is_apart = false;
                    continue;
                }
                LineKind::Block(_)
                | LineKind::TableRow(_)
                | LineKind::Comment(_)
                | LineKind::Aside(_) => continue,
            };
            let is_other = is_bulleted.is_some_and(|bulleted| bulleted != is_bullet);
            let is_more = says_what(text) && !has_more;
            let is_people = are_people(text) || !is_other && may_be_people(text);
            if is_bulleted.is_some()
                && ((is_apart || is_other) && (is_more || !is_people)
                    || is_more && !is_bullet && is_labelled(text)
                    || !is_bullet && self.is_heading_in_list(place, text, is_apart))
            {
                return Some(place);
            }
            is_bulleted.get_or_insert(is_bullet);
            has_more |= says_what(text);
            is_apart = false;
        }
        None
    }

    /// Returns whether a line without a bullet in a list of people is a heading: its words say what is listed below it, or it is one
    /// word that stands apart from the names, above what is not people. `is_apart`: a blank line is above it.
    fn is_heading_in_list(&self, place: usize, text: &str, is_apart: bool) -> bool {
        let is_above_others = || {
            let below = self.lines.get(place + 1).map(|line| &line.kind);
            match below {
                Some(LineKind::Text(text)) => !are_people(text) && !may_be_people(text),
                _ => self
                    .next(place)
                    .is_some_and(|next| matches!(next.kind, LineKind::Bullet { .. })),
            }
        };
        self.is_heading_below_names(place, text)
            || is_apart && !text.contains(' ') && is_above_others()
    }

    /// Returns whether a line right below names is a heading, or may be one: its words say what is listed below it, a topic is called
    /// so, or the bullets right below it are no people, and nobody is known by its words.
    pub(super) fn is_heading_below_names(&self, place: usize, text: &str) -> bool {
        let is_sure = is_no_person(text) || is_logistics(text) || self.known.contains(&plain(text));
        let before = place.checked_sub(1).map(|before| &self.lines[before].kind);
        let goes_on =
            matches!(before, Some(LineKind::Text(before)) if before.ends_with([',', ';']));
        let is_glued = || {
            let next = self.lines.get(place + 1);
            let indent = self.lines[place].indent;
            matches!(
                next,
                Some(Line { indent: column, kind: LineKind::Bullet { text, .. }, .. })
                    if *column <= indent + 1 && !are_people(text)
            )
        };
        let is_name = || text.contains([',', '@', '&']) || self.names.known(text).is_some();
        is_sure && self.names.known(text).is_none() || !goes_on && is_glued() && !is_name()
    }

    /// Returns whether a line has the first names of a list of people.
    pub(super) fn begins_list(&self, place: usize, text: &str) -> bool {
        let list = self.sections.last().filter(|section| is_list(section));
        list.is_some_and(|list| {
            let mut above = self.lines[list.lines.start..place].iter();
            text.contains([',', '&'])
                && above.all(|line| line.kind == LineKind::Blank)
                && are_people(text)
        })
    }

    /// Finds a list of full names without a heading of its own, one a line, with nothing else but words in brackets or
    /// after a gap; returns the place after it.
    pub(super) fn columns_of_names(&self, place: usize) -> Option<usize> {
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
            if !is_full_name(text) || is_no_person(text) {
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
            && !is_no_person(text)
        {
            end += 2;
        }
        Some(end)
    }

    /// Returns whether nothing but people stands below a heading.
    pub(super) fn lists_people(&self, place: usize) -> bool {
        const LOOKED_AT: usize = 100;
        let is_end = |line: &&Line| !matches!(line.kind, LineKind::Heading { .. });
        let below = self.lines[place + 1..].iter().take_while(is_end);
        let texts = below
            .filter(|line| line.kind != LineKind::Blank)
            .take(LOOKED_AT);
        let first = texts.clone().next();
        // What stands further left, or without a bullet where the first has one, is below another heading.
        first.is_some_and(|first| {
            let is_bullet = |line: &Line| matches!(line.kind, LineKind::Bullet { .. });
            let mut list = texts.take_while(|line| {
                line.indent >= first.indent && is_bullet(line) == is_bullet(first)
            });
            let is_known = |line: &Line| match &line.kind {
                LineKind::Bullet { text, .. } => self.names.known(text).is_some(),
                _ => false,
            };
            // With boxes, tasks in capitals may be listed.
            let is_attendance = list.clone().any(is_known);
            list.all(|line| match &line.kind {
                LineKind::Bullet {
                    checkbox: Some(_),
                    text,
                    ..
                } => is_attendance && are_people(text),
                LineKind::Bullet { text, .. } | LineKind::Text(text) => are_people(text),
                LineKind::Person { .. } => true,
                _ => false,
            })
        })
    }
}

/// Returns whether a line begins with a label of people, of those who are not there, or of something else than people.
fn begins_with_label(text: &str) -> bool {
    let label = at_label(text).map(|(label, _)| label);
    label.is_some_and(|label| {
        meaning(label) != Meaning::Topic || says_sick(label) || may_list_people(label)
    })
}

/// Returns whether a line above a table of people says that they may not come: `Waiting list`, `Interested`.
fn says_not_here(text: &str) -> bool {
    const MOST: usize = 4;
    const NOT_HERE: &str = "abgesagt absagen applicants bewerbungen cancelled canceled candidates declined former interessenten \
                            interested invited kandidaten last maybe no not nicht reserve vielleicht waiting waitlist \
                            warteliste";
    let plain = normalize(text);
    let mut words = plain.split(|letter: char| !letter.is_alphanumeric());
    plain.split_whitespace().count() <= MOST
        && meaning(text) != Meaning::Here
        && (meaning(text) == Meaning::Away || words.any(|word| is_of(NOT_HERE, word)))
}

/// Returns the people whose names are all that a heading says. One whom only brackets name may be something else.
pub(in crate::planning::read) fn people_of(title: &str, names: &Names<'_>) -> Vec<Person> {
    let are_handles = title.split(' ').all(|word| word.starts_with('@'));
    let people = match are_handles {
        true => names.people(title, true),
        false => names.known(title).map(|bracket| bracket.people),
    };
    let people = people.unwrap_or_default();
    match !are_handles && people.iter().any(|person| person.typed.starts_with('+')) {
        true => Vec::new(),
        false => people,
    }
}

/// Returns whether a heading says that people are not there, whatever stands above it.
pub(super) fn says_away(title: &str) -> bool {
    let words = normalize(title);
    matches!(
        words.trim(),
        "abgereist"
            | "abwesend"
            | "absent"
            | "absents"
            | "afwezig"
            | "afwezigen"
            | "assenti"
            | "ausentes"
            | "away"
            | "departed"
            | "entschuldigt"
            | "excused"
            | "gone"
            | "not here"
            | "partis"
    )
}
