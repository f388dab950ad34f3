//! The exchange of a sprint's logs with those of others, through git.
//!
//! What is sent is one commit on top of the branch that is followed, with nothing in it but files of the sprint: commits
//! of the user that were not pushed stay unpushed. The branch that is checked out goes on when that commit has
//! arrived, not before; until then nothing is changed that anybody could see.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::append::LogWriter;
use super::backup::backup_path;
use super::documents::{whole_lines, wide_encoding};
use super::folder::Folder;
use super::git::{
    Blob, MergeSide, Object, Overlay, PLAIN, Pushed, Repository, exists, folder_of_log, log_in,
};
use super::layout::{CONFIG, FOR_GIT, LARGEST_LOG, PHOTOS, is_log};
use super::line::line;
use super::picture::LARGEST_PICTURE;
use super::read::Reading;
use super::receipts::{Receipt, Receipts};
use super::sandbox::{FileError, Sandbox, is_temporary};
use super::unite::{GivenWay, Logs, NotKept, Sides, United, unite};
use crate::diagnostic::{
    Error, FileKind, GaveWay, GitError, Location, Position, Rename, StorageError,
};
use crate::domain::{Action, Entry, EntryId, Sprint};

/// How often somebody else may be faster, and how often it may look so although nothing came of it.
const ROUNDS: usize = 50;
const PATIENCE: usize = 5;

/// How much longer each round waits before it tries again.
const PAUSE: Duration = Duration::from_millis(10);

/// What was exchanged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exchange {
    /// Entries that others can have now.
    pub sent: Vec<Entry>,
    /// Those among them that others had before, and that were missing in what they pushed.
    pub sent_again: Vec<Entry>,
    /// How many files of the sprint went besides: photos, and logs that were changed by hand.
    pub files: usize,
    /// Entries that are new here.
    pub received: Vec<Entry>,
    /// Entries that were missing here, and stand in the logs again.
    pub returned: Vec<Entry>,
    /// How many logs others have changed in another way than by entries that are new here.
    pub changed: usize,
    /// Texts of logs that gave way to others.
    pub replaced: Vec<Replaced>,
    /// Where the files are to which lines were moved that were cut off while they were written.
    pub cut_off: Vec<PathBuf>,
    /// Where what cannot be read stays, and is not sent.
    pub damage: Vec<Location>,
    /// What `init` wrote and somebody has changed since: files that are theirs to commit.
    pub unsent: Vec<PathBuf>,
}

/// A text of a log that gave way to another version of the same entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Replaced {
    /// The entry.
    pub id: EntryId,
    /// Why it is in no log any more.
    pub why: GaveWay,
    /// All of it.
    pub text: String,
    /// The file in which it is kept.
    pub kept: PathBuf,
}

impl Exchange {
    fn has_sent(&self) -> bool {
        !self.sent.is_empty() || self.files > 0
    }

    fn add_sent(&mut self, more: &Exchange) {
        self.sent.extend(more.sent.iter().cloned());
        self.sent_again.extend(more.sent_again.iter().cloned());
        self.files += more.files;
    }

    /// Adds what was received, which may have been tried before.
    fn add_received(&mut self, more: &Exchange) {
        add_entries(&mut self.received, &more.received);
        add_entries(&mut self.returned, &more.returned);
        self.changed = self.changed.max(more.changed);
        self.damage.clone_from(&more.damage);
    }
}

fn add_entries(entries: &mut Vec<Entry>, more: &[Entry]) {
    let known: HashSet<EntryId> = entries.iter().map(|entry| entry.id).collect();
    let new = more.iter().filter(|entry| !known.contains(&entry.id));
    entries.extend(new.cloned());
}

/// A file of the sprint: where it is, and its path from the top of the repository.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct OwnFile {
    path: OsString,
    file: PathBuf,
}

/// What a file of the sprint was when it was looked at.
struct Snapshot {
    bytes: Vec<u8>,
    blob: Blob,
}

/// The logs of the sprint in a commit.
#[derive(Default)]
struct Found {
    /// The folder that they are in, from the top.
    folder: OsString,
    logs: Logs,
    blobs: BTreeMap<String, Blob>,
}

/// A log that is to be another one here.
struct Settling {
    log: PathBuf,
    original: Vec<u8>,
    /// Nothing, if there is to be none.
    bytes: Option<Vec<u8>>,
}

/// What is to be sent, and where that leads.
struct Offer {
    /// Where the branch is; nowhere before its first commit.
    head: Option<Object>,
    /// On top of what was fetched; that itself if there is nothing to send.
    commit: Object,
    is_new: bool,
    /// Where the branch goes on to.
    target: Object,
    /// The files of the sprint in both.
    overlay: Overlay,
    logs: Vec<Settling>,
    given_way: Vec<GivenWay>,
    exchange: Exchange,
}

/// The logs of the sprint on every side.
struct Histories {
    bases: Vec<Found>,
    committed: Vec<Found>,
    pushed: Vec<Found>,
    theirs: Found,
}

impl Folder {
    /// Commits what was recorded, fetches, unites, pushes, and tries again while others are faster. What stands nowhere and
    /// has one of the `receipts` comes back. `message` words a commit of some entries. git asks for passwords only if `prompts`; `waiting` is called if the sprint's lock has
    /// to be waited for.
    ///
    /// # Errors
    ///
    /// Whatever is wrong with the repository or the way to the other one; then everything is left as it was.
    /// [`GitError::Stuck`] if something went wrong after what was recorded had arrived.
    pub fn exchange(
        &self,
        receipts: &Receipts<'_>,
        message: impl Fn(&[Entry]) -> String,
        prompts: bool,
        waiting: impl FnMut(),
    ) -> Result<Exchange, Error> {
        self.require_files_for_git()?;
        let repository = Repository::open(&self.path, prompts)?;
        let _lock = repository.lock()?;
        let mut exchange = Exchange::default();
        match self.try_to_exchange(&repository, receipts, message, waiting, &mut exchange) {
            Ok(()) => Ok(exchange),
            Err(error) if exchange.has_sent() => Err(GitError::Stuck(error.to_string()).into()),
            Err(error) => Err(error),
        }
    }

    fn try_to_exchange(
        &self,
        repository: &Repository,
        receipts: &Receipts<'_>,
        message: impl Fn(&[Entry]) -> String,
        mut waiting: impl FnMut(),
        exchange: &mut Exchange,
    ) -> Result<(), Error> {
        let mut tips = Vec::new();
        for _ in 0..ROUNDS {
            let theirs = repository.fetch()?;
            tips.push(theirs.clone());
            let kept = receipts.read();
            let own = self.snapshot(repository, theirs.as_ref())?;
            let offer = self.offer(repository, &own, kept, theirs.as_ref(), &message)?;
            repository.check_advance(offer.head.as_ref(), &offer.target, &offer.overlay)?;
            if offer.is_new {
                match repository.push(&offer.commit)? {
                    Pushed::Accepted => exchange.add_sent(&offer.exchange),
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
            let settled = self.settle(&writer, repository, &offer, exchange);
            if !matches!(
                settled,
                Err(Error::Storage(StorageError::ChangedMeanwhile(_)))
            ) {
                settled?;
                exchange.add_received(&offer.exchange);
                exchange.unsent = self.changed_by_hand(repository)?;
                return Ok(());
            }
            // Some of the logs may have what came already.
            exchange.add_received(&offer.exchange);
        }
        Err(GitError::OthersFaster(ROUNDS).into())
    }

    /// Removes the unfinished files that replacing a log leaves when it is killed. Whoever has the pen is the only one to
    /// replace one.
    fn clear_leftovers(&self) {
        for (name, kind) in self.sandbox().list(&self.path).into_iter().flatten() {
            if kind == FileKind::File && is_temporary(&name) {
                let _ = self.sandbox().remove(&self.path.join(name));
            }
        }
    }

    /// Says no to what stands where git looks for attributes and what to ignore, in this sprint and those beside it: git
    /// waits for a pipe, and follows a link in a folder above.
    fn require_files_for_git(&self) -> Result<(), Error> {
        let root = self.path.parent().unwrap_or(Path::new(""));
        let sprints = self.sandbox().list(root);
        let sprints = sprints.map_err(|error| error.during("read", root))?;
        let folders = sprints
            .into_iter()
            .filter(|(_, kind)| *kind == FileKind::Folder);
        let folders = folders.map(|(name, _)| root.join(name));
        let with_photos = folders.flat_map(|folder| [folder.join(PHOTOS), folder]);
        for folder in with_photos.chain([root.to_owned()]) {
            for name in FOR_GIT {
                match self.sandbox().find(&folder.join(name)) {
                    // What is in the way of a whole folder is git's to see.
                    Err(FileError::InTheWay(path, obstacle)) if path.ends_with(name) => {
                        return Err(StorageError::InTheWay { path, obstacle }.into());
                    }
                    Ok(()) | Err(_) => {}
                }
            }
        }
        Ok(())
    }

    /// What the sprint has to send: its logs, the photos that they name, and what `init` wrote if git does not have it.
    fn own_files(
        &self,
        repository: &Repository,
        theirs: Option<&Object>,
    ) -> Result<Vec<OwnFile>, Error> {
        let inside = |name: &str| OwnFile {
            path: repository.inside(name),
            file: self.path.join(name),
        };
        let mut files: Vec<OwnFile> = self.log_names()?.iter().map(|name| inside(name)).collect();
        // What was taken back stays here. A path that was written by hand may lead anywhere.
        let sprint = Sprint::from_entries(self.read()?.entries);
        for picture in sprint.pictures() {
            if let Some(name) = picture.file.strip_prefix("photos/")
                && Path::new(name).file_name().is_some_and(|last| last == name)
            {
                files.push(inside(&picture.file));
            }
        }

        let mut begun = self.begun(repository);
        if let Some(head) = repository.head() {
            let known = repository.files(&head, &paths(&begun))?;
            // Where the whole sprint was deleted it comes back, as its logs do.
            let is_deleted = match theirs {
                Some(theirs) => repository.files(theirs, &[&repository.prefix])?.is_empty(),
                None => false,
            };
            let config = repository.inside(CONFIG);
            begun.retain(|own| {
                let is_known = known.iter().any(|blob| blob.path == own.path);
                !is_known || is_deleted && own.path == config
            });
        }
        files.extend(begun);
        files.sort();
        files.dedup();
        Ok(files)
    }

    /// What `init` wrote.
    fn begun(&self, repository: &Repository) -> Vec<OwnFile> {
        let config = OwnFile {
            path: repository.inside(CONFIG),
            file: self.path.join(CONFIG),
        };
        // A sprint behind a link is not where its journal is.
        let is_here = |path: &Path| path.parent().and_then(|above| above.canonicalize().ok());
        let real = self.path.canonicalize().ok();
        let is_real =
            real.is_some_and(|real| is_here(&self.path) == real.parent().map(Path::to_owned));
        let above = repository.above().filter(|_| is_real).into_iter();
        let for_git = above.flat_map(|above| {
            FOR_GIT.map(|name| {
                let mut path = above.clone();
                path.push(name);
                OwnFile {
                    path,
                    file: self.path.with_file_name(name),
                }
            })
        });
        [config].into_iter().chain(for_git).collect()
    }

    fn changed_by_hand(&self, repository: &Repository) -> Result<Vec<PathBuf>, Error> {
        let begun = self.begun(repository);
        let known = match repository.head() {
            Some(head) => repository.files(&head, &paths(&begun))?,
            None => Vec::new(),
        };
        let mut changed = Vec::new();
        for own in begun {
            let known = known.iter().find(|blob| blob.path == own.path);
            if let (Some(known), Ok(bytes)) = (known, self.sandbox().read(&own.file, LARGEST_LOG))
                && repository.store(&own.path, &bytes)? != known.object
            {
                changed.push(own.file);
            }
        }
        Ok(changed)
    }

    fn snapshot(
        &self,
        repository: &Repository,
        theirs: Option<&Object>,
    ) -> Result<Vec<Snapshot>, Error> {
        let own = self.own_files(repository, theirs)?;
        let known = match repository.head() {
            Some(head) => repository.files(&head, &paths(&own))?,
            None => Vec::new(),
        };
        let photos = repository.inside("photos/");
        let mut snapshots = Vec::new();
        for OwnFile { path, file } in own {
            let is_picture = path
                .as_encoded_bytes()
                .starts_with(photos.as_encoded_bytes());
            let largest = if is_picture {
                LARGEST_PICTURE
            } else {
                LARGEST_LOG
            };
            let mut bytes = match self.sandbox().read(&file, largest) {
                Ok(bytes) => bytes,
                Err(FileError::TooLarge) if is_picture => {
                    return Err(GitError::PictureTooLarge(file).into());
                }
                Err(FileError::InTheWay(..)) if !repository.is_log(&path) => continue,
                Err(fault) if fault.is_not_found() => continue,
                Err(fault) => return Err(fault.during("read", &file)),
            };
            if repository.is_log(&path) {
                // What is cut off, or being written at this moment, is nothing to send.
                bytes.truncate(whole_lines(&bytes));
            }
            let known = known.iter().find(|blob| blob.path == path);
            let object = repository.store(&path, &bytes)?;
            let mode = known.map_or(PLAIN, |known| known.mode);
            snapshots.push(Snapshot {
                bytes,
                blob: Blob { path, mode, object },
            });
        }
        let all: Vec<&OsStr> = snapshots
            .iter()
            .map(|own| own.blob.path.as_os_str())
            .collect();
        match repository.ignored(&all)? {
            ignored if ignored.is_empty() => Ok(snapshots),
            ignored => Err(GitError::Ignored(ignored).into()),
        }
    }

    fn offer(
        &self,
        repository: &Repository,
        own: &[Snapshot],
        kept: Vec<Receipt>,
        theirs: Option<&Object>,
        message: impl Fn(&[Entry]) -> String,
    ) -> Result<Offer, Error> {
        let head = repository.head();
        if head.is_some() && theirs.is_none() {
            // A new branch would have commits of the user's in it.
            return Err(repository.no_such_branch().into());
        }
        let here = self.here(repository, own)?;
        let mut histories = self.histories(repository, &here, head.as_ref(), theirs)?;
        let gone = gone(kept, &here, &histories);
        histories.committed.extend(gone);
        let united = self.united(&here, &histories)?;
        if let Some(name) = too_large(&united.logs).or(too_large(&united.here)) {
            return Err(GitError::LogTooLarge(self.path.join(name)).into());
        }
        let overlay = self.overlay(repository, own, &here, &histories, theirs, &united)?;
        let all = match (&head, theirs) {
            (Some(head), Some(theirs)) => {
                let ours = repository.tree(Some(head), &overlay)?;
                let logs = Overlay {
                    files: self.logs_of(repository, &overlay),
                    gone: overlay.gone.clone(),
                };
                let there = repository.tree(Some(theirs), &logs)?;
                let merged = {
                    let ours = MergeSide {
                        commit: head,
                        tree: &ours,
                    };
                    let theirs = MergeSide {
                        commit: theirs,
                        tree: &there,
                    };
                    repository.merge(ours, theirs)?
                };
                repository.tree(Some(&merged), &overlay)?
            }
            (_, theirs) => repository.tree(theirs, &overlay)?,
        };
        let overlay = Overlay {
            files: self.files_of(repository, &all, own)?,
            ..overlay
        };
        let tree = repository.tree(theirs, &overlay)?;
        let known = match theirs {
            Some(theirs) => self.files_of(repository, theirs, own)?,
            None => Vec::new(),
        };
        let exchange = self.compare(
            repository,
            &here,
            &histories.theirs,
            &united,
            &known,
            &overlay,
        );
        let commit = match theirs {
            Some(theirs) if repository.tree_of(theirs)? == tree => theirs.clone(),
            theirs => {
                let message = repository.run_hooks(&overlay, &message(&exchange.sent))?;
                let parents: Vec<&Object> = theirs.into_iter().collect();
                repository.commit(&tree, &parents, &message)?
            }
        };
        let target = match &head {
            Some(head) if repository.is_ancestor(&commit, head)? => {
                // A commit here that lacks something would take that away when it is pushed.
                if repository.tree_of(head)? == all {
                    head.clone()
                } else {
                    let message = format!("Put back what was recorded in {}\n", self.name);
                    repository.commit(&all, &[head], message.as_bytes())?
                }
            }
            Some(head) if !repository.is_ancestor(head, &commit)? => {
                let message = format!("Merge what was recorded in {}\n", self.name);
                repository.commit(&all, &[head, &commit], message.as_bytes())?
            }
            Some(_) | None => commit.clone(),
        };
        let logs = self.settlings(repository, own, &here, &united, &overlay)?;
        for given_way in &united.given_way {
            self.require_file(&backup_path(&self.path.join(&given_way.log)))?;
        }
        Ok(Offer {
            is_new: theirs != Some(&commit),
            head,
            commit,
            target,
            overlay,
            logs,
            given_way: united.given_way,
            exchange,
        })
    }

    /// The logs that are here, as git would keep them.
    fn here(&self, repository: &Repository, own: &[Snapshot]) -> Result<Found, Error> {
        let blobs = own.iter().map(|own| own.blob.clone()).collect();
        found(repository, repository.prefix.clone(), blobs)
    }

    /// The logs of all sides. A sprint that has another folder there is the same one if they share an entry.
    fn histories(
        &self,
        repository: &Repository,
        here: &Found,
        head: Option<&Object>,
        theirs: Option<&Object>,
    ) -> Result<Histories, Error> {
        let at = |commit: &Object| -> Result<Found, Error> {
            let folder = repository.prefix.clone();
            let blobs = repository.files(commit, &[&folder])?;
            found(repository, folder, blobs)
        };
        let mut committed = Vec::new();
        if let Some(head) = head {
            committed.push(at(head)?);
        }
        let own = || ids(here).chain(committed.iter().flat_map(ids));
        let own: HashSet<EntryId> = own().collect();
        let here_or_elsewhere = |commit: &Object| match at(commit)? {
            found if found.logs.is_empty() => {
                Ok(elsewhere(repository, commit, &own, &HashSet::new())?.unwrap_or_default())
            }
            found => Ok::<_, Error>(found),
        };
        let (mut bases, mut pushed) = (Vec::new(), Vec::new());
        if let (Some(head), Some(theirs)) = (head, theirs) {
            for base in repository.merge_bases(head, theirs)? {
                bases.push(here_or_elsewhere(&base)?);
            }
            // What stood in a log before a commit that took lines out of it.
            for commit in repository.before_losses(theirs, head)? {
                committed.push(at(&commit)?);
            }
            for commit in repository.before_losses(head, theirs)? {
                pushed.push(at(&commit)?);
            }
            if committed[0].logs.is_empty() {
                committed.push(here_or_elsewhere(head)?);
            }
        }
        let Some(commit) = theirs else {
            return Ok(Histories {
                bases,
                committed,
                pushed,
                theirs: Found::default(),
            });
        };
        let theirs = at(commit)?;
        // What they had before and have no more may have moved with its folder.
        let there: HashSet<EntryId> = ids(&theirs).collect();
        let mut missing: HashSet<EntryId> = bases.iter().flat_map(ids).collect();
        if theirs.logs.is_empty() {
            missing.extend(own);
        }
        missing.retain(|id| !there.contains(id));
        if missing.is_empty() {
            return Ok(Histories {
                bases,
                committed,
                pushed,
                theirs,
            });
        }
        // A copy that was there before is none.
        let mut copies = HashSet::new();
        if let Some(head) = head {
            for (base, found) in repository.merge_bases(head, commit)?.iter().zip(&bases) {
                if found.folder == repository.prefix {
                    let files = repository.files(base, &[OsStr::new("")])?;
                    copies.extend(files.iter().filter_map(|blob| folder_of_log(&blob.path)));
                }
            }
        }
        if let Some(renamed) = elsewhere(repository, commit, &missing, &copies)? {
            return Err(self.renamed(repository, head, here, &renamed)?.into());
        }
        Ok(Histories {
            bases,
            committed,
            pushed,
            theirs,
        })
    }

    /// Says that the sprint has another folder there, and how it gets the same name.
    fn renamed(
        &self,
        repository: &Repository,
        head: Option<&Object>,
        here: &Found,
        renamed: &Found,
    ) -> Result<GitError, Error> {
        let folder = renamed.folder.as_os_str();
        let on_disk = repository.on_disk(folder);
        let is_beside = on_disk.parent() == repository.on_disk(&repository.prefix).parent();
        let there = match on_disk.file_name().filter(|_| is_beside) {
            Some(name) => self.path.with_file_name(name),
            None => on_disk,
        };
        let had_that_name = match head {
            Some(head) => !repository.files(head, &[folder])?.is_empty(),
            None => false,
        };
        let way = match (repository.is_committed(), repository.is_staged()) {
            _ if is_sprint(&there) => Rename::Taken,
            (false, false) => Rename::Move,
            (false, true) if had_that_name => Rename::Back,
            _ => Rename::Commit,
        };
        // What is left of a folder, such as its lock, would make of a move one into it.
        let leftover = exists(&there) && way != Rename::Taken;
        let known: HashSet<EntryId> = ids(renamed).collect();
        let has_more = |log: &[u8]| entries(log).iter().any(|entry| !known.contains(&entry.id));
        let unsent = here.logs.iter().filter(|(_, log)| has_more(log));
        Ok(GitError::Renamed {
            here: self.path.clone(),
            aside: leftover.then(|| free_beside(&there).into()),
            unsent: unsent.map(|(name, _)| name.clone()).collect(),
            there,
            branch: repository.upstream(),
            way,
        })
    }

    fn united(&self, here: &Found, histories: &Histories) -> Result<United, Error> {
        let sides = Sides {
            bases: histories.bases.iter().map(|base| &base.logs).collect(),
            committed: histories.committed.iter().map(|side| &side.logs).collect(),
            pushed: histories.pushed.iter().map(|side| &side.logs).collect(),
            ours: &here.logs,
            theirs: &histories.theirs.logs,
            is_deliberate: false,
        };
        unite(&sides).map_err(|NotKept { id, log, is_ours }| {
            let path = self.path.join(&log);
            let bytes = here.logs.get(&log).filter(|_| is_ours);
            let locations = bytes.map(|bytes| Reading::of_log(&path, bytes).locations);
            let location = locations.and_then(|locations| locations.get(&id).cloned());
            GitError::NotUnited {
                location: location.unwrap_or_else(|| Location::whole(&path)),
                id: id.to_string(),
            }
            .into()
        })
    }

    /// The files of the sprint as they are to be for everybody.
    fn overlay(
        &self,
        repository: &Repository,
        own: &[Snapshot],
        here: &Found,
        histories: &Histories,
        theirs: Option<&Object>,
        united: &United,
    ) -> Result<Overlay, Error> {
        let mut overlay = Overlay::default();
        let there = &histories.theirs;
        for (name, bytes) in &united.logs {
            let same = |found: &Found| found.logs.get(name) == Some(bytes);
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
            .filter(|(name, _)| !united.logs.contains_key(*name))
            .map(|(name, _)| repository.inside(name))
            .collect();
        gone.sort();
        gone.dedup();
        overlay.gone = gone;
        let others: Vec<&Snapshot> = own
            .iter()
            .filter(|own| !repository.is_log(&own.blob.path))
            .collect();
        let paths: Vec<&OsStr> = others.iter().map(|own| own.blob.path.as_os_str()).collect();
        let known = match theirs {
            Some(theirs) if !paths.is_empty() => repository.files(theirs, &paths)?,
            _ => Vec::new(),
        };
        // What `init` wrote elsewhere first stays there as it is.
        let is_known: HashSet<&OsStr> = known.iter().map(|blob| blob.path.as_os_str()).collect();
        let others = others.into_iter().map(|own| own.blob.clone());
        let photos = repository.inside("photos/");
        let is_photo = |path: &OsStr| {
            let path = path.as_encoded_bytes();
            path.starts_with(photos.as_encoded_bytes())
        };
        let is_new =
            |blob: &Blob| !is_known.contains(blob.path.as_os_str()) || is_photo(&blob.path);
        overlay.files.extend(others.filter(is_new));
        Ok(overlay)
    }

    fn logs_of(&self, repository: &Repository, overlay: &Overlay) -> Vec<Blob> {
        let files = overlay.files.iter();
        files
            .filter(|blob| repository.is_log(&blob.path))
            .cloned()
            .collect()
    }

    /// The files of the sprint in a tree: its logs, and whatever else is its own here.
    fn files_of(
        &self,
        repository: &Repository,
        tree: &Object,
        own: &[Snapshot],
    ) -> Result<Vec<Blob>, Error> {
        let mut paths: Vec<&OsStr> = own.iter().map(|own| own.blob.path.as_os_str()).collect();
        let is_own: HashSet<&OsStr> = paths.iter().copied().collect();
        paths.push(&repository.prefix);
        let mut files = repository.files(tree, &paths)?;
        files
            .retain(|blob| repository.is_log(&blob.path) || is_own.contains(blob.path.as_os_str()));
        Ok(files)
    }

    /// What the overlay has that others do not, and what it has that is new here.
    fn compare(
        &self,
        repository: &Repository,
        here: &Found,
        there: &Found,
        united: &United,
        known: &[Blob],
        overlay: &Overlay,
    ) -> Exchange {
        let mut exchange = Exchange::default();
        let (ours, theirs) = (by_id(here), by_id(there));
        let returned: HashSet<&EntryId> = united.returned.iter().collect();
        let again: HashSet<&EntryId> = united.resent.iter().collect();
        for (name, bytes) in &united.logs {
            let (mut is_sent, mut is_received) = (false, false);
            for entry in entries(bytes) {
                if theirs.get(&entry.id) != Some(&entry) {
                    is_sent = true;
                    if again.contains(&entry.id) {
                        exchange.sent_again.push(entry.clone());
                    }
                    exchange.sent.push(entry.clone());
                }
                if returned.contains(&entry.id) {
                    is_received = true;
                    exchange.returned.push(entry);
                } else if ours.get(&entry.id) != Some(&entry) {
                    is_received = true;
                    exchange.received.push(entry);
                }
            }
            let is_there = there.logs.get(name) == Some(bytes);
            let is_here = same_lines(here.logs.get(name), united.here.get(name));
            exchange.files += usize::from(!is_there && !is_sent);
            exchange.changed += usize::from(!is_here && !is_received);
        }
        let gone = |found: &Found| {
            let names = found.logs.keys();
            names
                .filter(|name| !united.logs.contains_key(*name))
                .count()
        };
        exchange.files += gone(there);
        let known: HashMap<&OsStr, &Object> = known
            .iter()
            .map(|blob| (blob.path.as_os_str(), &blob.object))
            .collect();
        let other = overlay.files.iter().filter(|blob| {
            let is_there = known.get(blob.path.as_os_str()) == Some(&&blob.object);
            !repository.is_log(&blob.path) && !is_there
        });
        exchange.files += other.count();
        let damage = united.damage.iter().map(|(log, line)| {
            let position = Position {
                line: *line,
                column: 1,
            };
            Location::at(&self.path.join(log), position)
        });
        exchange.damage = damage.collect();
        exchange
    }

    /// The logs that are to change here.
    fn settlings(
        &self,
        repository: &Repository,
        own: &[Snapshot],
        here: &Found,
        united: &United,
        overlay: &Overlay,
    ) -> Result<Vec<Settling>, Error> {
        let mut settlings = Vec::new();
        let sent: HashMap<&OsStr, &Object> = overlay
            .files
            .iter()
            .map(|blob| (blob.path.as_os_str(), &blob.object))
            .collect();
        let own: HashMap<&OsStr, &Snapshot> = own
            .iter()
            .map(|own| (own.blob.path.as_os_str(), own))
            .collect();
        let all: HashSet<&String> = here.logs.keys().chain(united.here.keys()).collect();
        for name in all {
            let (now, next) = (here.logs.get(name), united.here.get(name));
            if same_lines(now, next) {
                continue;
            }
            let path = repository.inside(name);
            let log = self.path.join(name);
            self.require_file(&log)?;
            let bytes = match (next, sent.get(path.as_os_str())) {
                (None, _) => None,
                (Some(next), Some(sent)) if united.logs.get(name) == Some(next) => {
                    Some(repository.read(&path, sent)?)
                }
                (Some(next), _) => Some(repository.read(&path, &repository.store_raw(next)?)?),
            };
            let original = own.get(path.as_os_str()).map(|own| own.bytes.clone());
            settlings.push(Settling {
                log,
                original: original.unwrap_or_default(),
                bytes,
            });
        }
        Ok(settlings)
    }

    /// Puts what came into the logs, behind it what was recorded since they were looked at, and lets the branch go on.
    fn settle(
        &self,
        writer: &LogWriter<'_>,
        repository: &Repository,
        offer: &Offer,
        exchange: &mut Exchange,
    ) -> Result<(), Error> {
        // Kept before it goes, so that it is nowhere lost.
        for GivenWay {
            id,
            log,
            bytes,
            why,
        } in &offer.given_way
        {
            let replaced = Replaced {
                id: *id,
                why: *why,
                text: String::from_utf8_lossy(bytes).into_owned(),
                kept: backup_path(&self.path.join(log)),
            };
            if !exchange.replaced.contains(&replaced) {
                self.back_up(&self.path.join(log), bytes)?;
                exchange.replaced.push(replaced);
            }
        }
        for Settling {
            log,
            original,
            bytes,
        } in &offer.logs
        {
            exchange
                .cut_off
                .extend(writer.settle(log, original, bytes.as_deref())?);
        }
        repository.advance(offer.head.as_ref(), &offer.target, &offer.overlay)
    }
}

/// Whether two logs are the same but for their line ends, which settings of git may change.
fn same_lines(one: Option<&Vec<u8>>, other: Option<&Vec<u8>>) -> bool {
    let lines = |log: &Vec<u8>| -> Vec<u8> {
        let lines = log.split(|byte| *byte == b'\n');
        let lines: Vec<&[u8]> = lines
            .map(|line| line.strip_suffix(b"\r").unwrap_or(line))
            .collect();
        lines.join(&b'\n')
    };
    one == other
        || one
            .zip(other)
            .is_some_and(|(one, other)| lines(one) == lines(other))
}

/// What was recorded on this machine and stands nowhere, as a side that has it still; none if there is nothing of that. A
/// log that cannot be read at all has lost nothing yet.
fn gone(kept: Vec<Receipt>, here: &Found, histories: &Histories) -> Option<Found> {
    if kept.is_empty() {
        return None;
    }
    let sides = [here, &histories.theirs].into_iter();
    let sides = sides
        .chain(&histories.bases)
        .chain(&histories.committed)
        .chain(&histories.pushed);
    let mut known = HashSet::new();
    for log in sides.flat_map(|side| side.logs.values()) {
        for entry in entries(log) {
            if let Action::Undo(undo) = entry.action {
                known.insert(undo.entry);
            }
            known.insert(entry.id);
        }
    }
    // A sprint of that name that was tried in that folder before is another one: nothing of it is here or there.
    if !kept.iter().any(|receipt| known.contains(&receipt.entry.id)) {
        return None;
    }
    let mut gone = Found::default();
    for Receipt { log, entry } in kept {
        let name = log.file_name().and_then(OsStr::to_str);
        let Some(name) = name.filter(|name| is_log(name)) else {
            continue;
        };
        let is_read = |bytes: &Vec<u8>| wide_encoding(bytes).is_none();
        if here.logs.get(name).is_none_or(is_read) && known.insert(entry.id) {
            let log = gone.logs.entry(name.to_owned()).or_default();
            log.extend(line(&entry).into_bytes());
        }
    }
    (!gone.logs.is_empty()).then_some(gone)
}

/// The logs among the files of a commit that are directly in a folder.
fn found(repository: &Repository, folder: OsString, files: Vec<Blob>) -> Result<Found, Error> {
    let mut found = Found::default();
    for blob in files {
        if let Some(name) = log_in(&folder, &blob.path) {
            found.blobs.insert(name.to_owned(), blob.clone());
        }
    }
    let objects: Vec<&Object> = found.blobs.values().map(|blob| &blob.object).collect();
    let bytes = repository.read_raw(&objects)?;
    found.logs = found.blobs.keys().cloned().zip(bytes).collect();
    found.folder = folder;
    Ok(found)
}

/// The logs of another folder of a commit that has one of these entries, if there is one; rather of one beside the
/// sprint's own than of any other.
fn elsewhere(
    repository: &Repository,
    commit: &Object,
    wanted: &HashSet<EntryId>,
    copies: &HashSet<OsString>,
) -> Result<Option<Found>, Error> {
    let mut folders: BTreeMap<(bool, OsString), Vec<Blob>> = BTreeMap::new();
    let beside = repository.on_disk(&repository.prefix);
    for blob in repository.files(commit, &[OsStr::new("")])? {
        if let Some(folder) = folder_of_log(&blob.path)
            && folder != repository.prefix
            && !copies.contains(&folder)
        {
            let is_beside = repository.on_disk(&folder).parent() == beside.parent();
            folders.entry((!is_beside, folder)).or_default().push(blob);
        }
    }
    for ((_, folder), blobs) in folders {
        let found = found(repository, folder, blobs)?;
        if ids(&found).any(|id| wanted.contains(&id)) {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// Whether a folder is a sprint's: it has a `sprint.toml` or a day log.
fn is_sprint(folder: &Path) -> bool {
    let files = Sandbox::below(folder).list(folder).unwrap_or_default();
    let mut names = files.iter().map(|(name, _)| name);
    names.any(|name| name == CONFIG || name.to_str().is_some_and(is_log))
}

/// A path beside another one where nothing is.
fn free_beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let numbers = (1..).map(|number: u32| match number {
        1 => path.with_file_name(format!("{name}.old")),
        number => path.with_file_name(format!("{name}.old{number}")),
    });
    let mut free = numbers.skip_while(|path| exists(path));
    free.next().unwrap_or_else(|| path.to_owned())
}

/// A log that nobody could read any more, if there is one.
fn too_large(logs: &Logs) -> Option<&String> {
    let size = |log: &Vec<u8>| log.len() as u64;
    let mut logs = logs.iter();
    logs.find(|(_, log)| size(log) > LARGEST_LOG)
        .map(|(name, _)| name)
}

fn ids(found: &Found) -> impl Iterator<Item = EntryId> {
    found
        .logs
        .values()
        .flat_map(|log| entries(log))
        .map(|entry| entry.id)
}

fn by_id(found: &Found) -> HashMap<EntryId, Entry> {
    let entries = found.logs.values().flat_map(|log| entries(log));
    entries.map(|entry| (entry.id, entry)).collect()
}

fn paths(files: &[OwnFile]) -> Vec<&OsStr> {
    files.iter().map(|own| own.path.as_os_str()).collect()
}

fn entries(log: &[u8]) -> Vec<Entry> {
    Reading::of_log(Path::new(""), log).entries
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
