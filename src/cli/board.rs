//! `sprint board`, and `sprint` alone: what is open now.

use clap::Args;

use super::desk::Desk;
use super::json::{Json, sprint_row};
use crate::domain::Sprint;
use crate::error::Error;
use crate::view;

/// Show what is open and who is on it; with --day, as it stood when that day ended
#[derive(Args, Debug, Default)]
pub struct Board {
    #[command(flatten)]
    json: Json,
}

impl Board {
    /// Shows the board.
    pub fn run(&self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        let opened = desk.open()?;
        let day = desk.day()?;
        let sprint = if desk.day_is_given() {
            until(&opened.sprint, day)
        } else {
            opened.sprint
        };
        let text = if self.json.wanted {
            view::json::board(&sprint_row(&opened.folder, true)?, &sprint, day)
        } else {
            view::board(&sprint, opened.folder.title(), day, desk.width())
        };
        desk.print(&text)
    }

    /// Shows the board; where there is none, what this program is and how to begin.
    pub fn run_or_welcome(&self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        match self.run(desk) {
            Err(Error::NoJournal | Error::NoSprint(_)) => desk.print(
                "sprint is the journal of a development sprint: plan, pair, discuss, and the blog post writes itself.\n\
                 Begin with `sprint init NAME`, such as `sprint init leysin-2017`; `sprint --help` lists the commands.\n",
            ),
            shown => shown,
        }
    }
}

/// The sprint as it stood when `day` ended.
fn until(sprint: &Sprint, day: chrono::NaiveDate) -> Sprint {
    let entries = sprint
        .entries()
        .iter()
        .filter(|entry| entry.day() <= day)
        .cloned()
        .collect();
    Sprint::from_entries(entries)
}
