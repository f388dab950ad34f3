//! The list of sprints.

use anstyle::Style;
use chrono::NaiveDate;

use super::cell::Cell;
use super::look::{Look, STRONG};
use super::table::{Column, Table};

/// A sprint in the list.
pub struct SprintRow {
    /// The name of its folder.
    pub name: String,
    /// The title of `sprint.toml`, or else the name.
    pub title: String,
    /// Empty if it is not known.
    pub place: String,
    /// Its first and last day, if they are known.
    pub dates: Option<(NaiveDate, NaiveDate)>,
    /// Whether commands use it if no other is named.
    pub current: bool,
}

/// Lists sprints, one per line.
pub(crate) fn list(sprints: &[SprintRow], look: Look) -> String {
    let mut table = Table::new(&[
        Column::whole("sprint"),
        Column::shared("title", 20),
        Column::shared("place", 10),
        Column::whole("from"),
        Column::whole("to"),
        Column::whole(""),
    ]);
    for sprint in sprints {
        let date = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
        let current = if sprint.current { "current" } else { "" };
        let name = if sprint.current { STRONG } else { Style::new() };
        table.push(vec![
            Cell::text(&sprint.name).styled(name),
            Cell::text(&sprint.title),
            Cell::text(&sprint.place),
            Cell::text(&date(sprint.dates.map(|(from, _)| from))),
            Cell::text(&date(sprint.dates.map(|(_, to)| to))),
            Cell::text(current).styled(STRONG),
        ]);
    }
    table.write(look) + "\n"
}
