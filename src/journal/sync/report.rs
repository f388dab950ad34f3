//! What a sync did.

use std::collections::HashSet;
use std::path::PathBuf;

use crate::diagnostic::{Location, PostProblem, ReplaceReason};
use crate::domain::{Entry, EntryId};

/// What was exchanged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SyncReport {
    /// Entries that were sent to others.
    pub(crate) sent: Vec<Entry>,
    /// Those among them that others had before, and that were missing in what they pushed.
    pub(crate) sent_again: Vec<Entry>,
    /// How many other files of the sprint were sent: photos, and logs that were changed by hand.
    pub(crate) files: usize,
    /// Entries that are new here.
    pub(crate) received: Vec<Entry>,
    /// Entries that were missing here, and are in the logs again.
    pub(crate) returned: Vec<Entry>,
    /// How many logs others have changed other than by entries that are new here.
    pub(crate) changed: usize,
    /// Texts of logs that were replaced by others.
    pub(crate) replaced: Vec<ReplacedText>,
    /// The files to which lines were moved that were cut off while they were written.
    pub(crate) cut_off: Vec<PathBuf>,
    /// The places of what cannot be read; it stays here and is not sent.
    pub(crate) damage: Vec<Location>,
    pub(crate) post: PostExchange,
    /// Files that `init` wrote and somebody has changed since then, who has to commit them.
    pub(crate) unsent: Vec<PathBuf>,
}

/// What became of `post.md`.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PostExchange {
    pub(crate) is_sent: bool,
    /// Whether the file here was changed.
    pub(crate) is_received: bool,
    pub(crate) is_removed: bool,
    /// What keeps it from being exchanged.
    pub(crate) problem: Option<PostProblem>,
}

/// A text of a log that was replaced by another version of the same entry.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ReplacedText {
    pub(crate) id: EntryId,
    pub(crate) why: ReplaceReason,
    pub(crate) text: String,
    pub(crate) kept: PathBuf,
}

impl SyncReport {
    pub(super) fn has_sent(&self) -> bool {
        !self.sent.is_empty() || self.files > 0 || self.post.is_sent
    }

    pub(super) fn add_sent(&mut self, more: &SyncReport) {
        self.sent.extend(more.sent.iter().cloned());
        self.sent_again.extend(more.sent_again.iter().cloned());
        self.files += more.files;
        self.post.is_sent |= more.post.is_sent;
        self.post.is_removed = more.post.is_removed;
    }

    /// Adds what was received, which may have been tried before.
    pub(super) fn add_received(&mut self, more: &SyncReport) {
        add_entries(&mut self.received, &more.received);
        add_entries(&mut self.returned, &more.returned);
        self.changed = self.changed.max(more.changed);
        self.damage.clone_from(&more.damage);
        self.post.is_received |= more.post.is_received;
        self.post.is_removed = more.post.is_removed;
        self.post.problem.clone_from(&more.post.problem);
    }
}

fn add_entries(entries: &mut Vec<Entry>, more: &[Entry]) {
    let known: HashSet<EntryId> = entries.iter().map(|entry| entry.id).collect();
    let new = more.iter().filter(|entry| !known.contains(&entry.id));
    entries.extend(new.cloned());
}
