//! `sprint check`: everything that is wrong with the logs.

use clap::Args;

use super::desk::{Desk, Opened};
use super::json::{Json, sprint_row};
use crate::domain::Entry;
use crate::error::{Error, Remark};
use crate::journal::Receipt;
use crate::view;

/// List everything that is wrong with the logs of a sprint, each with its place
#[derive(Args, Debug)]
pub struct Check {
    #[command(flatten)]
    json: Json,
    /// Put back what was recorded on this machine and is in no log any more
    #[arg(long)]
    restore: bool,
    /// Let go of it
    #[arg(long, conflicts_with = "restore")]
    forget: bool,
}

impl Check {
    /// Lists it, and fails if there is anything.
    pub fn run(self, desk: &mut Desk<'_, '_>) -> Result<(), Error> {
        let opened = self.look(desk)?;
        let complaints = opened.complaints();
        let text = if self.json.wanted {
            view::json::check(&sprint_row(&opened.folder, true)?, &complaints)
        } else {
            view::check(&complaints)
        };
        desk.print(&text)?;
        match complaints.len() {
            0 => Ok(()),
            count => Err(Error::CheckFailed(count)),
        }
    }

    /// The sprint and what is wrong with it, when what is gone from the logs was put back or let go of.
    fn look(&self, desk: &mut Desk<'_, '_>) -> Result<Opened, Error> {
        let folder = desk.folder()?;
        let receipts = folder.receipts(desk.state());
        let kept = receipts.read();
        let mut opened = Opened::read(folder.clone())?;
        let gone = opened.gone(kept);
        if gone.is_empty() {
            return Ok(opened);
        }
        if self.restore {
            let pen = folder.take_pen(|| ())?;
            let entries: Vec<Entry> = gone.into_iter().map(|receipt| receipt.entry).collect();
            pen.append(&entries)?;
            drop(pen);
            desk.remark(&Remark::Restored(entries.len()))?;
            return Opened::read(folder);
        }
        if self.forget {
            let _pen = folder.take_pen(|| ())?;
            receipts.forget(
                &gone
                    .iter()
                    .map(|receipt| receipt.entry.id.clone())
                    .collect(),
            );
            desk.remark(&Remark::Forgotten(gone.len()))?;
            return Ok(opened);
        }
        opened.findings.extend(gone.iter().map(Receipt::finding));
        Ok(opened)
    }
}
