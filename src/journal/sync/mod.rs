//! Syncing a sprint's logs with those of others, through git.
//!
//! What is sent is one commit on top of the branch that is followed, with nothing in it but files of the sprint: commits
//! of the user that were not pushed stay unpushed. The branch that is checked out goes on when that commit has
//! arrived, not before; until then nothing is changed that anybody could see.

mod attempt;
mod files;
mod histories;
mod plan;
mod post;
mod report;
mod side;

use std::thread;
use std::time::Duration;

pub(crate) use report::{ReplacedText, SyncReport};

use super::append::LogWriter;
use super::backup::backup_path;
use super::folder::Folder;
use super::git::{Pushed, Repository};
use super::receipts::Receipts;
use crate::diagnostic::{Error, GitError, StorageError};
use crate::domain::Entry;
use attempt::Attempt;
use plan::Plan;

/// How many times to try again after somebody else has pushed first, or seems to have.
const ROUNDS: usize = 50;
const PATIENCE: usize = 5;

/// The time that is added to the pause before each further attempt.
const PAUSE: Duration = Duration::from_millis(10);

impl Folder {
    /// Commits what was recorded, fetches, merges, pushes, and tries again while others are faster. An entry that is
    /// nowhere and has one of the `receipts` comes back. `message` gives the message of a commit of some entries. git asks for
    /// passwords only if `prompts`; `waiting` is called if the sprint's lock has to be waited for.
    ///
    /// # Errors
    ///
    /// Whatever is wrong with the repository or the way to the other one; then everything is left as it was.
    /// `GitError::Stuck` if something went wrong after what was recorded had arrived.
    pub fn sync(
        &self,
        receipts: &Receipts<'_>,
        message: impl Fn(&[Entry]) -> String,
        prompts: bool,
        waiting: impl FnMut(),
    ) -> Result<SyncReport, Error> {
        self.require_files_for_git()?;
        let repository = Repository::open(&self.path, prompts)?;
        let _lock = repository.lock()?;
        let mut report = SyncReport::default();
        match self.try_to_sync(&repository, receipts, message, waiting, &mut report) {
            Ok(()) => Ok(report),
            Err(error) if report.has_sent() => Err(GitError::Stuck(error.to_string()).into()),
            Err(error) => Err(error),
        }
    }

    fn try_to_sync(
        &self,
        repository: &Repository,
        receipts: &Receipts<'_>,
        message: impl Fn(&[Entry]) -> String,
        mut waiting: impl FnMut(),
        report: &mut SyncReport,
    ) -> Result<(), Error> {
        let mut tips = Vec::new();
        for _ in 0..ROUNDS {
            let theirs = repository.fetch()?;
            tips.push(theirs.clone());
            let kept = receipts.read();
            let attempt = Attempt::begin(self, repository, theirs.clone())?;
            let plan = attempt.plan(kept, &message)?;
            repository.check_advance(plan.head.as_ref(), &plan.target, &plan.overlay)?;
            if plan.is_new {
                match repository.push(&plan.commit)? {
                    Pushed::Accepted => report.add_sent(&plan.report),
                    // Nobody was faster if nothing new is there.
                    Pushed::Rejected(reason)
                        if tips.iter().filter(|tip| **tip == theirs).count() > PATIENCE =>
                    {
                        return Err(repository.push_failed(reason).into());
                    }
                    Pushed::Rejected(_) => {
                        thread::sleep(PAUSE * u32::try_from(tips.len()).unwrap_or(1));
                        continue;
                    }
                }
            }
            let writer = self.log_writer(&mut waiting)?;
            self.clear_leftovers();
            let applied = self.apply(&writer, repository, &plan, report);
            match applied {
                // Some of the logs may have what came already.
                Err(Error::Storage(StorageError::ChangedMeanwhile(_))) => {
                    report.add_received(&plan.report);
                }
                applied => {
                    applied?;
                    report.add_received(&plan.report);
                    report.unsent = self.changed_by_hand(repository)?;
                    return Ok(());
                }
            }
        }
        Err(GitError::OthersFaster(ROUNDS).into())
    }

    /// Puts what came into the logs, followed by what was recorded since they were looked at, and advances the branch.
    fn apply(
        &self,
        writer: &LogWriter<'_>,
        repository: &Repository,
        plan: &Plan,
        report: &mut SyncReport,
    ) -> Result<(), Error> {
        // Backed up before it goes, so that it is never lost.
        for text in &plan.replaced {
            let log = self.path.join(&text.log);
            let replaced = ReplacedText {
                id: text.id,
                why: text.why,
                text: String::from_utf8_lossy(&text.bytes).into_owned(),
                kept: backup_path(&log),
            };
            if !report.replaced.contains(&replaced) {
                self.back_up(&log, &text.bytes)?;
                report.replaced.push(replaced);
            }
        }
        plan.post.prepare(self, repository)?;
        for update in &plan.logs {
            let bytes = update.bytes.as_deref();
            let cut_off = writer.apply(&update.log, &update.original, bytes)?;
            report.cut_off.extend(cut_off);
        }
        plan.post.write(writer)?;
        repository.advance(plan.head.as_ref(), &plan.target, &plan.overlay)?;
        plan.post.finish(self, repository)
    }
}
