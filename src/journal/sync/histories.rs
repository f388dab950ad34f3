//! The logs of all sides of a merge.

use std::collections::{BTreeMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use super::attempt::Attempt;
use super::side::{SideLogs, entries};
use crate::diagnostic::{Error, GitError, Rename};
use crate::domain::{Action, EntryId};
use crate::journal::documents::wide_encoding;
use crate::journal::git::{Blob, Object, Repository, exists, folder_of_log};
use crate::journal::layout::{CONFIG, is_log};
use crate::journal::line::line;
use crate::journal::merge::Sides;
use crate::journal::receipts::Receipt;
use crate::journal::sandbox::Sandbox;

/// Returns what was recorded on this machine and is on no side, as a side that still has it; `None` if nothing is
/// missing. A log that cannot be read at all has lost nothing yet.
pub(super) fn missing(sides: &Sides<SideLogs>, receipts: Vec<Receipt>) -> Option<SideLogs> {
    let mut known = HashSet::new();
    for entry in sides.iter().flat_map(SideLogs::entries) {
        if let Action::Undo(undo) = entry.action {
            known.insert(undo.entry);
        }
        known.insert(entry.id);
    }
    // A sprint of that name that was tried in that folder before is another one: nothing of it is here or there.
    if !receipts.iter().any(|kept| known.contains(&kept.entry.id)) {
        return None;
    }
    let mut missing = SideLogs::default();
    for Receipt { log, entry } in receipts {
        let name = log.file_name().and_then(OsStr::to_str);
        let Some(name) = name.filter(|name| is_log(name)) else {
            continue;
        };
        let is_read = |bytes: &Vec<u8>| wide_encoding(bytes).is_none();
        if sides.ours.logs.get(name).is_none_or(is_read) && known.insert(entry.id) {
            let log = missing.logs.entry(name.to_owned()).or_default();
            log.extend(line(&entry).into_bytes());
        }
    }
    (!missing.logs.is_empty()).then_some(missing)
}

impl Attempt<'_> {
    /// Reads the logs of all sides. A sprint that has another folder there is the same one if they share an entry.
    pub(super) fn histories(&self) -> Result<Sides<SideLogs>, Error> {
        let here = self.files.iter().map(|own| own.blob.clone()).collect();
        let folder = self.repository.prefix.clone();
        let mut histories = Sides {
            bases: Vec::new(),
            committed: Vec::new(),
            pushed: Vec::new(),
            ours: SideLogs::read(self.repository, folder, here)?,
            theirs: SideLogs::default(),
            is_deliberate: false,
        };
        if let Some(head) = &self.head {
            histories.committed.push(self.logs_at(head)?);
        }
        let committed = histories.committed.iter().flat_map(SideLogs::ids);
        let own: HashSet<EntryId> = histories.ours.ids().chain(committed).collect();
        let Some(theirs) = &self.theirs else {
            return Ok(histories);
        };
        let mut bases = Vec::new();
        if let Some(head) = &self.head {
            bases = self.repository.merge_bases(head, theirs)?;
            self.add_history(&mut histories, &own, &bases, head, theirs)?;
        }
        histories.theirs = self.logs_at(theirs)?;
        // What they had before and have no more may have moved with its folder.
        let there: HashSet<EntryId> = histories.theirs.ids().collect();
        let mut missing: HashSet<EntryId> =
            histories.bases.iter().flat_map(SideLogs::ids).collect();
        if histories.theirs.logs.is_empty() {
            missing.extend(own);
        }
        missing.retain(|id| !there.contains(id));
        if missing.is_empty() {
            return Ok(histories);
        }
        // A copy that was there before has not moved.
        let mut copies = HashSet::new();
        for (base, side) in bases.iter().zip(&histories.bases) {
            if side.folder == self.repository.prefix {
                let files = self.repository.files(Some(base), &[OsStr::new("")])?;
                copies.extend(files.iter().filter_map(|blob| folder_of_log(&blob.path)));
            }
        }
        match elsewhere(self.repository, theirs, &missing, &copies)? {
            Some(renamed) => Err(self.renamed(&histories.ours, &renamed)?.into()),
            None => Ok(histories),
        }
    }

    /// Adds what both sides have had: at the bases, and before commits that took lines out of logs.
    fn add_history(
        &self,
        histories: &mut Sides<SideLogs>,
        own: &HashSet<EntryId>,
        bases: &[Object],
        head: &Object,
        theirs: &Object,
    ) -> Result<(), Error> {
        let here_or_elsewhere = |commit: &Object| match self.logs_at(commit)? {
            side if side.logs.is_empty() => {
                let side = elsewhere(self.repository, commit, own, &HashSet::new())?;
                Ok(side.unwrap_or_default())
            }
            side => Ok::<_, Error>(side),
        };
        for base in bases {
            histories.bases.push(here_or_elsewhere(base)?);
        }
        for commit in self.repository.before_losses(theirs, head)? {
            histories.committed.push(self.logs_at(&commit)?);
        }
        for commit in self.repository.before_losses(head, theirs)? {
            histories.pushed.push(self.logs_at(&commit)?);
        }
        if histories.committed[0].logs.is_empty() {
            histories.committed.push(here_or_elsewhere(head)?);
        }
        Ok(())
    }

    /// Says that the sprint has another folder there, and how it gets the same name.
    fn renamed(&self, here: &SideLogs, renamed: &SideLogs) -> Result<GitError, Error> {
        let repository = self.repository;
        let folder = renamed.folder.as_os_str();
        let on_disk = repository.on_disk(folder);
        let is_sibling = on_disk.parent() == repository.on_disk(&repository.prefix).parent();
        let there = match on_disk.file_name().filter(|_| is_sibling) {
            Some(name) => self.folder.path.with_file_name(name),
            None => on_disk,
        };
        let had_that_name = !repository.files(self.head.as_ref(), &[folder])?.is_empty();
        let way = match (repository.is_committed(), repository.is_staged()) {
            _ if is_sprint(&there) => Rename::Taken,
            (false, false) => Rename::Move,
            (false, true) if had_that_name => Rename::Back,
            _ => Rename::Commit,
        };
        // What is left of a folder, such as its lock, would make of a move one into it.
        let leftover = exists(&there) && way != Rename::Taken;
        let known: HashSet<EntryId> = renamed.ids().collect();
        let has_more = |log: &[u8]| entries(log).iter().any(|entry| !known.contains(&entry.id));
        let unsent = here.logs.iter().filter(|(_, log)| has_more(log));
        Ok(GitError::Renamed {
            here: self.folder.path.clone(),
            backup: leftover.then(|| free_path_next_to(&there).into()),
            unsent: unsent.map(|(name, _)| name.clone()).collect(),
            there,
            branch: repository.upstream(),
            way,
        })
    }
}

/// Finds the logs of another folder of a commit that has one of these entries; one next to the sprint's own is
/// preferred.
fn elsewhere(
    repository: &Repository,
    commit: &Object,
    wanted: &HashSet<EntryId>,
    copies: &HashSet<OsString>,
) -> Result<Option<SideLogs>, Error> {
    let mut folders: BTreeMap<(bool, OsString), Vec<Blob>> = BTreeMap::new();
    let own = repository.on_disk(&repository.prefix);
    for blob in repository.files(Some(commit), &[OsStr::new("")])? {
        if let Some(folder) = folder_of_log(&blob.path)
            && folder != repository.prefix
            && !copies.contains(&folder)
        {
            let is_sibling = repository.on_disk(&folder).parent() == own.parent();
            folders.entry((!is_sibling, folder)).or_default().push(blob);
        }
    }
    for ((_, folder), blobs) in folders {
        let side = SideLogs::read(repository, folder, blobs)?;
        if side.ids().any(|id| wanted.contains(&id)) {
            return Ok(Some(side));
        }
    }
    Ok(None)
}

/// Returns whether a folder is a sprint's: it has a `sprint.toml` or a day log.
fn is_sprint(folder: &Path) -> bool {
    let files = Sandbox::below(folder).list(folder).unwrap_or_default();
    let mut names = files.iter().map(|(name, _)| name);
    names.any(|name| name == CONFIG || name.to_str().is_some_and(is_log))
}

/// Finds a path next to another one where nothing is.
fn free_path_next_to(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let numbers = (1..).map(|number: u32| match number {
        1 => path.with_file_name(format!("{name}.old")),
        number => path.with_file_name(format!("{name}.old{number}")),
    });
    let mut free = numbers.skip_while(|path| exists(path));
    free.next().unwrap_or_else(|| path.to_owned())
}
