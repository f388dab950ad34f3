//! Two people who joined with one nick on laptops that were apart, in words.

use super::location::Location;
use super::rule::{Description, Rule};
use super::words::{listed, some};
use crate::domain::EntryId;
use crate::text::shell_path;

/// Somebody who joined with the nick of somebody else, who is meant by it in all entries.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenNick {
    /// The entry that says that they join.
    pub entry: EntryId,
    pub name: String,
    pub nick: String,
    /// The full name of the one who has the nick.
    pub holder: String,
    /// Who typed that they join.
    pub by: String,
    /// What that one recorded of the nick since then.
    pub named: Vec<String>,
    /// Where these entries are, that of the `join` first.
    pub places: Vec<Location>,
    /// A nick that nobody has.
    pub free_nick: String,
}

impl TakenNick {
    pub(super) fn describe(&self) -> Description {
        let TakenNick {
            entry,
            name,
            nick,
            holder,
            by,
            named,
            free_nick,
            ..
        } = self;
        let meant = match &named[..] {
            [] => String::new(),
            all => format!(", also where {by} recorded it after that: {}", some(all)),
        };
        Rule::Contradiction.warning(
            format!("{name} joined as `{nick}`, but that is the nick of {holder}, who is meant by it{meant}"),
            format!(
                "write `{free_nick}` for `{nick}` in {}, as far as {name} is meant there (`sprint edit log DAY` opens a log); if the two are one \
                 person, `sprint undo {entry} --only` takes the `join` back",
                self.lines()
            ),
        )
    }

    /// Lists the lines, by files.
    fn lines(&self) -> String {
        let of_file = self.places.chunk_by(|one, next| one.file == next.file);
        let files = of_file.map(|places| {
            let lines = places.iter().filter_map(|place| place.position);
            let lines: Vec<String> = lines.map(|position| position.line.to_string()).collect();
            let noun = if lines.len() == 1 { "line" } else { "lines" };
            format!(
                "{noun} {} of {}",
                listed(&lines),
                shell_path(&places[0].file)
            )
        });
        listed(&files.collect::<Vec<_>>())
    }
}
