//! All sprints.

use chrono::NaiveDate;

use super::table::Rows;

/// What is said of a sprint as a whole.
pub struct SprintRow {
    /// Its name.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub place: String,
    /// Its first and last day, if they are known.
    pub dates: Option<(NaiveDate, NaiveDate)>,
    /// Whether it is the one that commands are about.
    pub current: bool,
}

/// The sprints, one a line.
pub fn list(sprints: &[SprintRow], width: usize) -> String {
    let mut rows = Rows::new(&["sprint", "title", "place", "from", "to", ""]);
    for sprint in sprints {
        let date = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
        let current = if sprint.current { "current" } else { "" };
        rows.push(vec![
            sprint.name.clone(),
            sprint.title.clone(),
            sprint.place.clone(),
            date(sprint.dates.map(|(from, _)| from)),
            date(sprint.dates.map(|(_, to)| to)),
            current.to_owned(),
        ]);
    }
    rows.write(width) + "\n"
}
