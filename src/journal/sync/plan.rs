//! What is to be sent, and what is to change here.

use std::collections::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use super::attempt::Attempt;
use super::files::is_picture;
use super::histories::missing;
use super::post::PostPlan;
use super::report::SyncReport;
use super::side::{SideLogs, entries};
use crate::diagnostic::{Error, GitError, Location, Position};
use crate::domain::{Entry, EntryId};
use crate::journal::backup::backup_path;
use crate::journal::git::{Blob, Object, Overlay, PLAIN};
use crate::journal::layout::{LARGEST_LOG, POST};
use crate::journal::merge::{DamagedLine, Logs, Merged, NotKept, Replaced, Sides, merge};
use crate::journal::read::Reading;
use crate::journal::receipts::Receipt;
use crate::journal::sources::Sources;

/// What is to be sent, and the state that follows.
pub(super) struct Plan {
    /// The commit of the local branch; `None` before the first.
    pub(super) head: Option<Object>,
    /// The commit to send, on top of what was fetched; the fetched one if there is nothing to send.
    pub(super) commit: Object,
    pub(super) is_new: bool,
    /// The commit that the local branch moves to.
    pub(super) target: Object,
    /// The files of the sprint in both.
    pub(super) overlay: Overlay,
    pub(super) logs: Vec<LogUpdate>,
    pub(super) replaced: Vec<Replaced>,
    pub(super) post: PostPlan,
    pub(super) report: SyncReport,
}

/// A log that is to be changed here.
pub(super) struct LogUpdate {
    pub(super) log: PathBuf,
    pub(super) original: Vec<u8>,
    /// `None` if the log is to be removed.
    pub(super) bytes: Option<Vec<u8>>,
}

impl Attempt<'_> {
    pub(super) fn plan(
        &self,
        receipts: Vec<Receipt>,
        message: impl Fn(&[Entry]) -> String,
    ) -> Result<Plan, Error> {
        let folder = self.folder;
        let mut histories = self.histories()?;
        let missing = missing(&histories, receipts);
        histories.committed.extend(missing);
        let merged = self.merged(&histories)?;
        if let Some(name) = too_large(&merged.logs).or(too_large(&merged.here)) {
            return Err(GitError::LogTooLarge(folder.path.join(name)).into());
        }
        let mut overlay = self.overlay(&histories, &merged)?;
        let post = self.post()?;
        overlay.files.extend(post.shared.clone());
        overlay.gone.extend(post.gone.iter().cloned());
        let all = self.merged_tree(&overlay)?;
        let overlay = Overlay {
            files: self.files_of(Some(&all))?,
            ..overlay
        };
        let known = self.files_of(self.theirs.as_ref())?;
        let report = SyncReport {
            post: post.exchange(),
            ..self.compare(&histories, &merged, &known, &overlay)
        };
        let commit = self.commit(&overlay, || message(&report.sent))?;
        let target = self.target(&commit, &all)?;
        let logs = self.log_updates(&histories.ours, &merged, &overlay)?;
        for replaced in &merged.replaced {
            folder.require_file(&backup_path(&folder.path.join(&replaced.log)))?;
        }
        Ok(Plan {
            head: self.head.clone(),
            is_new: self.theirs.as_ref() != Some(&commit),
            commit,
            target,
            overlay,
            logs,
            replaced: merged.replaced,
            post,
            report,
        })
    }

    /// Makes the tree of all that both sides have, with the files of the sprint on top.
    fn merged_tree(&self, overlay: &Overlay) -> Result<Object, Error> {
        let repository = self.repository;
        let (Some(head), Some(theirs)) = (&self.head, &self.theirs) else {
            return repository.tree(self.theirs.as_ref(), overlay);
        };
        let ours = repository.tree(Some(head), overlay)?;
        let files = overlay.files.iter();
        let post = repository.inside(POST);
        // What is merged already is the same on both sides.
        let is_merged = |blob: &&Blob| repository.is_log(&blob.path) || blob.path == post;
        let logs = files.filter(is_merged).cloned();
        let logs = Overlay {
            files: logs.collect(),
            gone: overlay.gone.clone(),
        };
        let there = repository.tree(Some(theirs), &logs)?;
        let merged = repository.merge([head, theirs], [&ours, &there])?;
        repository.tree(Some(&merged), overlay)
    }

    /// Commits the overlay on top of what was fetched; returns the fetched commit if there is nothing to send.
    fn commit(&self, overlay: &Overlay, message: impl FnOnce() -> String) -> Result<Object, Error> {
        let (repository, theirs) = (self.repository, self.theirs.as_ref());
        let tree = repository.tree(theirs, overlay)?;
        match theirs {
            Some(theirs) if repository.tree_of(theirs)? == tree => Ok(theirs.clone()),
            theirs => {
                let message = repository.run_hooks(overlay, &message())?;
                let parents: Vec<&Object> = theirs.into_iter().collect();
                repository.commit(&tree, &parents, &message)
            }
        }
    }

    /// Returns the commit to which the branch that is checked out moves.
    fn target(&self, commit: &Object, all: &Object) -> Result<Object, Error> {
        let (repository, name) = (self.repository, &self.folder.name);
        match &self.head {
            Some(head) if repository.is_ancestor(commit, head)? => {
                // A commit here that lacks something would take that away when it is pushed.
                if repository.tree_of(head)? == *all {
                    Ok(head.clone())
                } else {
                    let message = format!("Put back what was recorded in {name}\n");
                    repository.commit(all, &[head], message.as_bytes())
                }
            }
            Some(head) if !repository.is_ancestor(head, commit)? => {
                let message = format!("Merge what was recorded in {name}\n");
                repository.commit(all, &[head, commit], message.as_bytes())
            }
            Some(_) | None => Ok(commit.clone()),
        }
    }

    fn merged(&self, histories: &Sides<SideLogs>) -> Result<Merged, Error> {
        merge(&histories.map(|side| &side.logs)).map_err(|NotKept { id, log, is_ours }| {
            let path = self.folder.path.join(&log);
            let bytes = histories.ours.logs.get(&log).filter(|_| is_ours);
            let locations = bytes.map(|bytes| Reading::of_log(&path, bytes).locations);
            let location = locations.and_then(|locations| locations.get(id));
            let location = location.unwrap_or_else(|| Location::whole(&path));
            GitError::NotMerged {
                quote: bytes.and_then(|bytes| Sources::edited(&path, bytes).quote(&location)),
                location: Box::new(location),
                id: id.to_string(),
            }
            .into()
        })
    }

    /// Collects the files of the sprint as they are to be for everybody.
    fn overlay(&self, histories: &Sides<SideLogs>, merged: &Merged) -> Result<Overlay, Error> {
        let repository = self.repository;
        let (here, there) = (&histories.ours, &histories.theirs);
        let mut overlay = Overlay::default();
        for (name, bytes) in &merged.logs {
            let same = |found: &SideLogs| found.logs.get(name) == Some(bytes);
            let known = there.blobs.get(name).or(here.blobs.get(name));
            let object = match (there.blobs.get(name), here.blobs.get(name)) {
                (Some(blob), _) if same(there) => blob.object.clone(),
                (_, Some(blob)) if same(here) => blob.object.clone(),
                _ => repository.store_raw(bytes)?,
            };
            overlay.files.push(Blob {
                path: repository.inside(name),
                mode: known.map_or(PLAIN, |blob| blob.mode),
                object,
            });
        }
        let sides = histories.committed.iter().chain([there, here]);
        let mut gone: Vec<OsString> = sides
            .flat_map(|side| &side.blobs)
            .filter(|(name, _)| !merged.logs.contains_key(*name))
            .map(|(name, _)| repository.inside(name))
            .collect();
        gone.sort();
        gone.dedup();
        overlay.gone = gone;
        let others = self.files.iter().map(|own| &own.blob);
        let others: Vec<&Blob> = others
            .filter(|blob| !repository.is_log(&blob.path))
            .collect();
        let paths: Vec<&OsStr> = others.iter().map(|blob| blob.path.as_os_str()).collect();
        let known = repository.files(self.theirs.as_ref(), &paths)?;
        let known: HashSet<&OsString> = known.iter().map(|blob| &blob.path).collect();
        // What `init` wrote elsewhere first stays there as it is.
        let is_new =
            |blob: &&&Blob| !known.contains(&blob.path) || is_picture(repository, &blob.path);
        let new = others.iter().filter(is_new).copied().cloned();
        overlay.files.extend(new);
        Ok(overlay)
    }

    /// Counts what the overlay has that others do not, and what it has that is new here.
    fn compare(
        &self,
        histories: &Sides<SideLogs>,
        merged: &Merged,
        known: &[Blob],
        overlay: &Overlay,
    ) -> SyncReport {
        let (here, there) = (&histories.ours, &histories.theirs);
        let mut report = SyncReport::default();
        let (ours, theirs) = (here.by_id(), there.by_id());
        let returned: HashSet<EntryId> = merged.returned.iter().copied().collect();
        let again: HashSet<EntryId> = merged.resent.iter().copied().collect();
        for (name, bytes) in &merged.logs {
            let (mut is_sent, mut is_received) = (false, false);
            for entry in entries(bytes) {
                if theirs.get(&entry.id) != Some(&entry) {
                    is_sent = true;
                    if again.contains(&entry.id) {
                        report.sent_again.push(entry.clone());
                    }
                    report.sent.push(entry.clone());
                }
                if returned.contains(&entry.id) {
                    is_received = true;
                    report.returned.push(entry);
                } else if ours.get(&entry.id) != Some(&entry) {
                    is_received = true;
                    report.received.push(entry);
                }
            }
            let is_there = there.logs.get(name) == Some(bytes);
            let is_here = same_lines(here.logs.get(name), merged.here.get(name));
            report.files += usize::from(!is_there && !is_sent);
            report.changed += usize::from(!is_here && !is_received);
        }
        let names = there.logs.keys();
        let removed = names.filter(|name| !merged.logs.contains_key(*name));
        report.files += removed.count();
        let known = objects(known);
        let post = self.repository.inside(POST);
        let other = overlay.files.iter().filter(|blob| {
            let is_there = known.get(&blob.path) == Some(&&blob.object);
            !self.repository.is_log(&blob.path) && blob.path != post && !is_there
        });
        report.files += other.count();
        let damage = merged.damage.iter().map(|DamagedLine { log, line }| {
            let (line, column) = (*line, 1);
            Location::at(&self.folder.path.join(log), Position { line, column })
        });
        report.damage = damage.collect();
        report
    }

    /// Returns the logs that are to change here.
    fn log_updates(
        &self,
        here: &SideLogs,
        merged: &Merged,
        overlay: &Overlay,
    ) -> Result<Vec<LogUpdate>, Error> {
        let repository = self.repository;
        let mut log_updates = Vec::new();
        let sent = objects(&overlay.files);
        let all: HashSet<&String> = here.logs.keys().chain(merged.here.keys()).collect();
        for name in all {
            let (now, next) = (here.logs.get(name), merged.here.get(name));
            if same_lines(now, next) {
                continue;
            }
            let path = repository.inside(name);
            let log = self.folder.path.join(name);
            self.folder.require_file(&log)?;
            let bytes = match (next, sent.get(&path)) {
                (None, _) => None,
                (Some(next), Some(sent)) if merged.logs.get(name) == Some(next) => {
                    Some(repository.read(&path, sent)?)
                }
                (Some(next), _) => Some(repository.read(&path, &repository.store_raw(next)?)?),
            };
            let own = self.files.iter().find(|own| own.blob.path == path);
            let original = own.map(|own| own.bytes.clone());
            log_updates.push(LogUpdate {
                log,
                original: original.unwrap_or_default(),
                bytes,
            });
        }
        Ok(log_updates)
    }
}

/// Returns whether two logs are the same except for their line ends, which settings of git may change.
fn same_lines(one: Option<&Vec<u8>>, other: Option<&Vec<u8>>) -> bool {
    fn lines(log: &[u8]) -> impl Iterator<Item = &[u8]> {
        let lines = log.split(|byte| *byte == b'\n');
        lines.map(|line| line.strip_suffix(b"\r").unwrap_or(line))
    }
    match (one, other) {
        (Some(one), Some(other)) => lines(one).eq(lines(other)),
        (one, other) => one == other,
    }
}

fn objects(blobs: &[Blob]) -> HashMap<&OsString, &Object> {
    let blobs = blobs.iter();
    blobs.map(|blob| (&blob.path, &blob.object)).collect()
}

/// Finds a log that nobody could read any more.
fn too_large(logs: &Logs) -> Option<&String> {
    let mut logs = logs.iter();
    let found = logs.find(|(_, log)| log.len() as u64 > LARGEST_LOG);
    found.map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_that_is_larger_than_any_that_is_read_is_found() {
        let largest = usize::try_from(LARGEST_LOG).expect("64 bits");
        let logs = |size: usize| Logs::from([("2017-02-27.toml".to_owned(), vec![b'\n'; size])]);
        assert_eq!(too_large(&logs(largest)), None);
        assert!(too_large(&logs(largest + 1)).is_some());
    }
}
