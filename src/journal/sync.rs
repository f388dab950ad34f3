//! The exchange of a sprint's logs with those of others, through git.
//!
//! What is sent is one commit on top of the branch that is followed, with nothing in it but files of the sprint: commits
//! of the user that were not pushed stay unpushed. The branch that is checked out goes on when that commit has
//! arrived, not before; until then nothing is changed that anybody could see.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::append::{Pen, whole_lines};
use super::edit::EditedLog;
use super::folder::{CONFIG, FOR_GIT, Folder};
use super::git::{Blob, Object, PLAIN, Pushed, Repository, temporary};
use super::own::Fault;
use super::read::Reading;
use crate::domain::{Entry, EntryId, Sprint};
use crate::error::{Error, GitError};

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
    /// How many files of the sprint went besides: photos, and logs that were changed by hand.
    pub files: usize,
    /// Entries that are new here.
    pub received: Vec<Entry>,
    /// How many logs others have changed in another way than by entries that are new here.
    pub changed: usize,
    /// What `init` wrote and somebody has changed since: files that are theirs to commit.
    pub unsent: Vec<PathBuf>,
}

impl Exchange {
    fn has_sent(&self) -> bool {
        !self.sent.is_empty() || self.files > 0
    }

    fn add_sent(&mut self, more: &Exchange) {
        self.sent.extend(more.sent.iter().cloned());
        self.files += more.files;
    }

    /// Adds what was received, which may have been tried before.
    fn add_received(&mut self, more: &Exchange) {
        let known: HashSet<EntryId> = self.received.iter().map(|entry| entry.id.clone()).collect();
        let new = more
            .received
            .iter()
            .filter(|entry| !known.contains(&entry.id));
        self.received.extend(new.cloned());
        self.changed = self.changed.max(more.changed);
    }
}

/// A file of the sprint: where it is, and its path from the top of the repository.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct OwnFile {
    path: String,
    file: PathBuf,
}

/// What a file of the sprint was when it was looked at.
struct Snapshot {
    bytes: Vec<u8>,
    blob: Blob,
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
    files: Vec<Blob>,
    exchange: Exchange,
}

impl Folder {
    /// Commits what was recorded, fetches, unites, pushes, and tries again while others are faster. `message` words a
    /// commit of some entries. git asks for passwords only if `prompts`; `waiting` is called if the sprint's lock has
    /// to be waited for.
    ///
    /// # Errors
    ///
    /// Whatever is wrong with the repository or the way to the other one; then everything is left as it was.
    /// [`GitError::Stuck`] if something went wrong after what was recorded had arrived.
    pub fn exchange(
        &self,
        message: impl Fn(&[Entry]) -> String,
        prompts: bool,
        waiting: impl FnMut(),
    ) -> Result<Exchange, Error> {
        let repository = Repository::of(&self.path, prompts)?;
        let _turn = repository.take_turn()?;
        let mut exchange = Exchange::default();
        match self.try_to_exchange(&repository, message, waiting, &mut exchange) {
            Ok(()) => Ok(exchange),
            Err(error) if exchange.has_sent() => Err(GitError::Stuck(Box::new(error)).into()),
            Err(error) => Err(error),
        }
    }

    fn try_to_exchange(
        &self,
        repository: &Repository,
        message: impl Fn(&[Entry]) -> String,
        mut waiting: impl FnMut(),
        exchange: &mut Exchange,
    ) -> Result<(), Error> {
        let mut tips = Vec::new();
        for _ in 0..ROUNDS {
            let theirs = repository.fetch()?;
            tips.push(theirs.clone());
            let own = self.snapshot(repository)?;
            let offer = self.offer(repository, &own, theirs.as_ref(), &message)?;
            repository.rehearse(offer.head.as_ref(), &offer.target, &offer.files)?;
            if offer.is_new {
                match repository.push(&offer.commit)? {
                    Pushed::Yes => exchange.add_sent(&offer.exchange),
                    // Nobody was faster if nothing new is there.
                    Pushed::TooLate(reason)
                        if tips.iter().filter(|tip| **tip == theirs).count() > PATIENCE =>
                    {
                        return Err(repository.not_pushed(reason).into());
                    }
                    Pushed::TooLate(_) => {
                        thread::sleep(PAUSE * u32::try_from(tips.len()).unwrap_or(1));
                        continue;
                    }
                }
            }
            let pen = self.take_pen(&mut waiting)?;
            let settled = self.settle(&pen, repository, &own, &offer);
            if !matches!(settled, Err(Error::ChangedMeanwhile(_))) {
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

    /// What the sprint has to send: its logs, the photos that they name, and what `init` wrote if git does not have it.
    fn own_files(&self, repository: &Repository) -> Result<Vec<OwnFile>, Error> {
        let inside = |name: &str| OwnFile {
            path: format!("{}{name}", repository.prefix),
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
            begun.retain(|own| !known.iter().any(|blob| blob.path == own.path));
        }
        files.extend(begun);
        files.sort();
        files.dedup();
        Ok(files)
    }

    /// What `init` wrote.
    fn begun(&self, repository: &Repository) -> Vec<OwnFile> {
        let config = OwnFile {
            path: format!("{}{CONFIG}", repository.prefix),
            file: self.path.join(CONFIG),
        };
        // A sprint behind a link is not where its journal is.
        let is_here = |path: &Path| path.parent().and_then(|above| above.canonicalize().ok());
        let real = self.path.canonicalize().ok();
        let is_real =
            real.is_some_and(|real| is_here(&self.path) == real.parent().map(Path::to_owned));
        let above = repository.above().filter(|_| is_real).into_iter();
        let for_git = above.flat_map(|above| {
            FOR_GIT.map(|name| OwnFile {
                path: format!("{above}{name}"),
                file: self.path.with_file_name(name),
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
            if let (Some(known), Ok(bytes)) = (known, self.own().read(&own.file, u64::MAX))
                && repository.store(&own.path, &bytes)? != known.object
            {
                changed.push(own.file);
            }
        }
        Ok(changed)
    }

    fn snapshot(&self, repository: &Repository) -> Result<Vec<Snapshot>, Error> {
        let own = self.own_files(repository)?;
        let known = match repository.head() {
            Some(head) => repository.files(&head, &paths(&own))?,
            None => Vec::new(),
        };
        let mut snapshots = Vec::new();
        for OwnFile { path, file } in own {
            let mut bytes = match self.own().read(&file, u64::MAX) {
                Ok(bytes) => bytes,
                Err(Fault::InTheWay(..)) => continue,
                Err(fault) if fault.is_not_found() => continue,
                Err(fault) => return Err(fault.error("read", &file)),
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
        let all: Vec<&str> = snapshots.iter().map(|own| own.blob.path.as_str()).collect();
        match repository.ignored(&all)? {
            ignored if ignored.is_empty() => Ok(snapshots),
            ignored => Err(GitError::Ignored(ignored).into()),
        }
    }

    fn offer(
        &self,
        repository: &Repository,
        own: &[Snapshot],
        theirs: Option<&Object>,
        message: impl Fn(&[Entry]) -> String,
    ) -> Result<Offer, Error> {
        let head = repository.head();
        let own_blobs: Vec<Blob> = own.iter().map(|own| own.blob.clone()).collect();
        let ours = repository.tree(head.as_ref(), &own_blobs)?;
        let united = match (&head, theirs) {
            (None, None) => ours,
            // A new branch would have commits of the user's in it.
            (Some(_), None) => return Err(repository.gone().into()),
            (None, Some(_)) => return Err(GitError::NothingCheckedOut.into()),
            (Some(head), Some(theirs)) => repository.merge(head, &ours, theirs)?,
        };
        let files = self.files_of(repository, &united, own)?;
        let tree = repository.tree(theirs, &files)?;
        let known = match theirs {
            Some(theirs) => self.files_of(repository, theirs, own)?,
            None => Vec::new(),
        };
        let exchange = self.compare(repository, own, &known, &files)?;
        let commit = match theirs {
            Some(theirs) if repository.tree_of(theirs)? == tree => theirs.clone(),
            theirs => {
                let message = temporary(message(&exchange.sent).as_bytes())?;
                repository.ask_hooks(&own_blobs, &message)?;
                let parents: Vec<&Object> = theirs.into_iter().collect();
                repository.commit(&tree, &parents, &message)?
            }
        };
        let target = match &head {
            Some(head) if repository.is_ancestor(&commit, head) => head.clone(),
            Some(head) if !repository.is_ancestor(head, &commit) => {
                let message = format!("Merge what was recorded in {}\n", self.name);
                repository.commit(&united, &[head, &commit], &temporary(message.as_bytes())?)?
            }
            Some(_) | None => commit.clone(),
        };
        Ok(Offer {
            is_new: theirs != Some(&commit),
            head,
            commit,
            target,
            files,
            exchange,
        })
    }

    /// The files of the sprint in a tree: its logs, and whatever else is its own here.
    fn files_of(
        &self,
        repository: &Repository,
        tree: &Object,
        own: &[Snapshot],
    ) -> Result<Vec<Blob>, Error> {
        let mut paths: Vec<&str> = own.iter().map(|own| own.blob.path.as_str()).collect();
        paths.push(&repository.prefix);
        let mut files = repository.files(tree, &paths)?;
        files.retain(|blob| {
            repository.is_log(&blob.path) || own.iter().any(|own| own.blob.path == blob.path)
        });
        Ok(files)
    }

    /// What `files` have that others do not, and what they have that is new here.
    fn compare(
        &self,
        repository: &Repository,
        own: &[Snapshot],
        known: &[Blob],
        files: &[Blob],
    ) -> Result<Exchange, Error> {
        let mut exchange = Exchange::default();
        for blob in files {
            let own = own.iter().find(|own| own.blob.path == blob.path);
            let known = known.iter().find(|known| known.path == blob.path);
            let is_here = own.is_some_and(|own| own.blob.object == blob.object);
            let is_there = known.is_some_and(|known| known.object == blob.object);
            if !repository.is_log(&blob.path) {
                exchange.files += usize::from(!is_there);
                continue;
            }
            if is_here && is_there {
                continue;
            }
            let entries = entries(&repository.read(blob)?);
            let there = match known {
                Some(known) => self::entries(&repository.read(known)?),
                None => Vec::new(),
            };
            let here = own.map(|own| self::entries(&own.bytes)).unwrap_or_default();
            let (sent, received) = (missing(&entries, &there), missing(&entries, &here));
            exchange.files += usize::from(!is_there && sent.is_empty());
            exchange.changed += usize::from(!is_here && received.is_empty());
            exchange.sent.extend(sent);
            exchange.received.extend(received);
        }
        Ok(exchange)
    }

    /// Puts what came into the logs, behind it what was recorded since they were looked at, and lets the branch go on.
    fn settle(
        &self,
        pen: &Pen<'_>,
        repository: &Repository,
        own: &[Snapshot],
        offer: &Offer,
    ) -> Result<(), Error> {
        for blob in &offer.files {
            let own = own.iter().find(|own| own.blob.path == blob.path);
            let name = blob.path.strip_prefix(&repository.prefix);
            let Some(name) = name.filter(|_| repository.is_log(&blob.path)) else {
                continue;
            };
            if own.is_some_and(|own| own.blob.object == blob.object) {
                continue;
            }
            let log = EditedLog::known(
                self.path.join(name),
                own.map(|own| own.bytes.clone()).unwrap_or_default(),
            );
            pen.put(&log, &repository.read(blob)?)?;
        }
        repository.go_on(offer.head.as_ref(), &offer.target, &offer.files)
    }
}

fn paths(files: &[OwnFile]) -> Vec<&str> {
    files.iter().map(|own| own.path.as_str()).collect()
}

/// The entries that others do not have, or have in another form.
fn missing(entries: &[Entry], others: &[Entry]) -> Vec<Entry> {
    let others: HashMap<&EntryId, &Entry> = others.iter().map(|entry| (&entry.id, entry)).collect();
    let missing = entries
        .iter()
        .filter(|entry| others.get(&entry.id) != Some(entry));
    missing.cloned().collect()
}

fn entries(log: &[u8]) -> Vec<Entry> {
    Reading::of_log(Path::new(""), log).entries
}
