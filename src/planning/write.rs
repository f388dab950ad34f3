//! The board as a document that people edit.

use std::collections::{HashMap, HashSet};

use chrono::{Days, NaiveDate};

use super::read::{Meaning, meaning};
use super::row::{ExportedRow, LEVELS, PrintedNames, headings_of, line};
use super::stamp::Stamp;
use crate::domain::{Attendee, Config, Ending, EntryId, Item, ItemKind, Sprint, Topic};
use crate::text::is_blank;

/// Which items a document has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Those that are open, those that were closed on the day, and what they are part of.
    Board(NaiveDate),
    /// All: what [`crate::planning::changes()`] compares with, since an item may have been on the board of any day.
    All(NaiveDate),
}

/// What a document without items says to whoever opens it.
const FIRST: &str = "<!-- Write who is here after `Here:`, and the tasks below, one a line:
     - [ ] fix the leak (Armin, Anto)
     `sprint help planning` explains the rest. -->";

/// The sections of what has no topic.
const SECTIONS: [(ItemKind, &str); 2] = [
    (ItemKind::Discussion, "Discussions"),
    (ItemKind::Talk, "Talks"),
];

/// Writes the document of the sprint with the given name.
pub fn write(name: &str, config: &Config, sprint: &Sprint, shown: Shown) -> String {
    let (day, on_board) = match shown {
        Shown::Board(day) => (day, Some(on_board(sprint, day))),
        Shown::All(day) => (day, None),
    };
    let mut items: HashMap<Place<'_>, Vec<&Item>> = HashMap::new();
    let is_shown = |item: &&Item| on_board.as_ref().is_none_or(|ids| ids.contains(&item.id));
    for item in sprint.items().iter().filter(is_shown) {
        items.entry(Place::of(item)).or_default().push(item);
    }
    let names = PrintedNames::new(sprint);
    let writer = Writer {
        sprint,
        names: &names,
        items,
    };
    let title = config.title.as_deref().filter(|title| !is_blank(title));
    let stamp = Stamp::of(name, sprint, day).comment();
    let heading = format!(
        "# {}, {}",
        line(title.unwrap_or(name)),
        line(&day_and_theme(sprint, day))
    );
    let mut blocks = vec![stamp + "\n" + &heading];
    blocks.extend(presence(config, sprint, &names, day));
    if sprint.items().is_empty() {
        blocks.push(FIRST.to_owned());
    }
    blocks.extend(writer.rows(Place::Kind(ItemKind::Task)));
    blocks.extend(writer.topics(&config.topics));
    for (kind, heading) in SECTIONS {
        let rows = writer.rows(Place::Kind(kind));
        blocks.extend(rows.map(|rows| format!("## {heading}\n{rows}")));
    }
    blocks.join("\n\n") + "\n"
}

/// Returns what the board of a day has: what is open, what was closed on the day, and what they are part of.
fn on_board(sprint: &Sprint, day: NaiveDate) -> HashSet<EntryId> {
    let mut ids = HashSet::new();
    let is_of_day = |item: &&Item| item.closed.is_none_or(|closed| closed.day == day);
    for item in sprint.items().iter().filter(is_of_day) {
        let mut next = Some(item);
        while let Some(item) = next.filter(|item| ids.insert(item.id)) {
            next = item.under.and_then(|above| sprint.get(above));
        }
    }
    ids
}

/// Where a document has an item.
#[derive(PartialEq, Eq, Hash)]
enum Place<'s> {
    Under(EntryId),
    Topic(&'s Topic),
    /// Under no topic, with those of its kind.
    Kind(ItemKind),
}

impl Place<'_> {
    fn of(item: &Item) -> Place<'_> {
        match (item.under, &item.topic) {
            (Some(above), _) => Place::Under(above),
            (None, Some(topic)) => Place::Topic(topic),
            (None, None) => Place::Kind(item.kind),
        }
    }
}

struct Writer<'s> {
    sprint: &'s Sprint,
    names: &'s PrintedNames<'s>,
    /// The items that are shown, by their places, oldest first.
    items: HashMap<Place<'s>, Vec<&'s Item>>,
}

impl Writer<'_> {
    /// Writes a block for each topic that is listed or has items, with headings for those above it.
    fn topics(&self, listed: &[Topic]) -> Vec<String> {
        let known = self.sprint.known_topics(listed);
        let used: HashSet<Topic> = self.sprint.topics().into_iter().collect();
        let places: HashMap<&Topic, usize> = known.iter().zip(0..).collect();
        let wanted = known.iter().filter(|topic| {
            listed.contains(topic) || self.items.contains_key(&Place::Topic(topic))
        });
        // What lies deeper than Markdown has levels needs no headings above it.
        let wanted: HashSet<Topic> = wanted
            .flat_map(|topic| topic.path().take(LEVELS - 1).chain([topic.clone()]))
            .collect();
        let mut topics: Vec<&Topic> = known
            .iter()
            .filter(|topic| wanted.contains(topic))
            .collect();
        topics.sort_by_cached_key(|topic| -> Vec<usize> {
            topic
                .path()
                .filter_map(|above| places.get(&above).copied())
                .collect()
        });
        let block = |topic: &Topic| {
            let rows = self.rows(Place::Topic(topic));
            let rows = rows.map(|rows| format!("\n{rows}")).unwrap_or_default();
            heading(topic, used.contains(topic)) + &rows
        };
        topics.into_iter().map(block).collect()
    }

    /// Writes the rows of the items at a place, each with its parts below it; `None` if there are none.
    fn rows(&self, place: Place<'_>) -> Option<String> {
        let mut rows = Vec::new();
        self.push_rows(&place, 0, &mut rows);
        (!rows.is_empty()).then(|| rows.join("\n"))
    }

    fn push_rows(&self, place: &Place<'_>, depth: usize, rows: &mut Vec<String>) {
        for item in self.items.get(place).into_iter().flatten() {
            let indent = "    ".repeat(depth);
            let sign = match item.ending() {
                None => ' ',
                Some(Ending::Done | Ending::Decided) => 'x',
                Some(Ending::Dropped) => '-',
            };
            let text = ExportedRow::new(item, self.names).text();
            rows.push(
                format!("{indent}- [{sign}] #{} {text}", item.label)
                    .trim_end()
                    .to_owned(),
            );
            self.push_rows(&Place::Under(item.id), depth + 1, rows);
        }
    }
}

/// Writes a heading. What lies deeper than Markdown has levels is one heading with slashes in it. `is_used`: an entry of the sprint
/// names the topic, so that it is known.
fn heading(topic: &Topic, is_used: bool) -> String {
    let headings = headings_of(topic);
    let level = headings.len() + 1;
    let text = headings.last().cloned().unwrap_or_default();
    // A slash at the end is part of no heading, and says that this is one of a topic.
    let end = match meaning(&text) {
        Meaning::Topic => "",
        Meaning::Kind(_) => "/",
        _ if is_used && topic.headings().last() == Some(&text) => "",
        _ => "/",
    };
    // Signs at the end, after a blank, close a heading.
    let words = text.trim_end_matches('#');
    let text = match words.is_empty() || words.ends_with(' ') {
        true => words.to_owned() + &text[words.len()..].replace('#', "\\#"),
        false => text,
    };
    // A backslash alone at the end breaks the line.
    let text = match text.ends_with('\\') && !text.ends_with("\\\\") {
        true => text + "\\",
        false => text,
    };
    format!("{} {text}{end}", "#".repeat(level))
}

/// Writes who is there on a day or comes later, and who has left.
fn presence(
    config: &Config,
    sprint: &Sprint,
    names: &PrintedNames<'_>,
    day: NaiveDate,
) -> Vec<String> {
    let attendees = || sprint.people().attendees();
    let here = attendees().filter(|one| !one.attendance.is_over(day));
    let here = here.map(|one| names.name(one.id).to_owned() + &stay(config, &one, day));
    let away = attendees().filter(|one| one.attendance.is_over(day));
    let away: Vec<&str> = away.map(|one| names.name(one.id)).collect();
    let here = format!("Here: {}", here.collect::<Vec<_>>().join(", "));
    let away = (!away.is_empty()).then(|| format!("Away: {}", away.join(", ")));
    [here.trim_end().to_owned()]
        .into_iter()
        .chain(away)
        .collect()
}

/// Writes from when to when somebody is there, as far as that is not the whole of what is left: ` (from Wed, until Fri)`.
fn stay(config: &Config, attendee: &Attendee<'_>, day: NaiveDate) -> String {
    let attendance = attendee.attendance;
    let from = attendance.beginning_of_stay(day).filter(|from| day < *from);
    let to = attendance.end_of_stay(day);
    let to = to.filter(|to| config.to.is_none_or(|last| *to < last));
    let from = from.map(|from| format!("from {}", short_day(config, from)));
    let to = to.map(|to| format!("until {}", short_day(config, to)));
    let days: Vec<String> = from.into_iter().chain(to).collect();
    match days.is_empty() {
        true => String::new(),
        false => format!(" ({})", days.join(", ")),
    }
}

/// Writes a day as `Wed` if that means this day of the sprint alone.
fn short_day(config: &Config, day: NaiveDate) -> String {
    let week = config.from.zip(config.to).map(|(from, to)| {
        let end = from.checked_add_days(Days::new(6)).unwrap_or(from);
        from..=end.min(to)
    });
    match week.is_some_and(|week| week.contains(&day)) {
        true => day.format("%a").to_string(),
        false => day.to_string(),
    }
}

/// Writes `Friday, 17 April: documentation day`.
fn day_and_theme(sprint: &Sprint, day: NaiveDate) -> String {
    let known = sprint.day(day);
    let theme = known.and_then(|day| day.theme.as_deref());
    let theme = theme.or(known.filter(|day| day.is_break).map(|_| "break"));
    let theme = theme.map(|theme| format!(": {theme}")).unwrap_or_default();
    format!("{}{theme}", day.format("%A, %-d %B"))
}
