//! `sprint init`: a new sprint.

use clap::Args;

use super::context::Context;
use super::time;
use super::ui::Ui;
use crate::diagnostic::{Error, UsageError};
use crate::domain::{Limited, Violation};
use crate::journal::NewSprint;
use crate::text::is_blank;
use crate::view;

/// Start a sprint: a folder for its logs, with a sprint.toml to fill in
#[derive(Args, Debug)]
pub struct Init {
    /// Its name, such as leysin-2017; also the name of its folder
    name: String,
    /// Its title [default: its name]
    #[arg(long)]
    title: Option<String>,
    /// Where it is
    #[arg(long)]
    place: Option<String>,
    /// Its first day; a weekday is the coming one [default: today]
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// Its last day; a weekday is the first one after that
    #[arg(long, value_name = "DAY")]
    to: Option<String>,
}

impl Init {
    /// Makes the folder, and suggests what to do next.
    pub fn run(self, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
        let today = context.today();
        let day = |typed: Option<String>, first, option| {
            let typed = typed.map(|typed| time::coming_day(&typed, today, first, option));
            typed.transpose()
        };
        let from = day(self.from, today, "--from")?;
        let to = day(self.to, from.unwrap_or(today), "--to")?;
        // A sprint without dates would not be the one that is on.
        let from = from.or(Some(today).filter(|today| to.is_none_or(|to| *today <= to)));
        if let Some((from, to)) = from.zip(to).filter(|(from, to)| to < from) {
            return Err(Error::BackwardDates { from, to });
        }
        let texts = [(Limited::Title, &self.title), (Limited::Place, &self.place)];
        for (what, text) in texts {
            let Some(text) = text.as_deref() else {
                continue;
            };
            if is_blank(text) {
                return Err(UsageError::EmptyText.into());
            }
            if let Some(excess) = what.excess_of(text) {
                return Err(Error::Refused(Violation::TooMuch(excess)));
            }
        }
        let new = NewSprint {
            title: self.title,
            place: self.place,
            from,
            to,
        };
        let folder = context.journal_or_new()?.create(&self.name, &new)?;
        folder.receipts(context.state()).forget_all();
        ui.confirm(&format!(
            "{}\nNext: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.",
            view::created(&folder.path, from, to)
        ))
    }
}
