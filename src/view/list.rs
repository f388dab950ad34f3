//! The list of sprints.

use chrono::NaiveDate;

use super::table::Table;

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
pub(crate) fn list(sprints: &[SprintRow], width: usize) -> String {
    let mut table = Table::new(&["sprint", "title", "place", "from", "to", ""]);
    for sprint in sprints {
        let date = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
        let current = if sprint.current { "current" } else { "" };
        table.push(vec![
            sprint.name.clone(),
            sprint.title.clone(),
            sprint.place.clone(),
            date(sprint.dates.map(|(from, _)| from)),
            date(sprint.dates.map(|(_, to)| to)),
            current.to_owned(),
        ]);
    }
    table.write(width) + "\n"
}
