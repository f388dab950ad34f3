//! The exchange of a sprint's logs with those of others, through git.
//!
//! What is sent is one commit on top of the branch that is followed, with nothing in it but files of the sprint: commits
//! of the user that were not pushed stay unpushed. The branch that is checked out goes on when that commit has
//! arrived, not before; until then nothing is changed that anybody could see.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::append::Pen;
use super::edit::EditedLog;
use super::folder::{CONFIG, FOR_GIT, Folder, is_log};
use super::git::{Blob, Object, Pushed, Repository, temporary};
use super::read::Reading;
use crate::domain::{Action, Entry};
use crate::error::{Error, GitError};

/// How often somebody else may be faster.
const ROUNDS: usize = 50;

/// What was exchanged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exchange {
    /// Entries that others can have now.
    pub sent: Vec<Entry>,
    /// How many other files of the sprint went with them.
    pub files: usize,
    /// Entries that are new here.
    pub received: Vec<Entry>,
    /// What `init` wrote and somebody has changed since: files that are theirs to commit.
    pub unsent: Vec<PathBuf>,
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
    pub fn exchange(
        &self,
        message: impl Fn(&[Entry]) -> String,
        prompts: bool,
        mut waiting: impl FnMut(),
    ) -> Result<Exchange, Error> {
        let repository = Repository::of(&self.path, prompts)?;
        let _turn = repository.take_turn()?;
        let mut exchange = Exchange::default();
        for _ in 0..ROUNDS {
            let theirs = repository.fetch()?;
            let own = self.snapshot(&repository)?;
            let offer = self.offer(&repository, &own, theirs.as_ref(), &message)?;
            repository.rehearse(&offer.target, &offer.files)?;
            if offer.is_new {
                match repository.push(&offer.commit)? {
                    Pushed::Yes => {
                        exchange.sent.extend(offer.exchange.sent.iter().cloned());
                        exchange.files += offer.exchange.files;
                    }
                    Pushed::TooLate => continue,
                }
            }
            let pen = self.take_pen(&mut waiting)?;
            match self.settle(&pen, &repository, &own, &offer) {
                Err(Error::ChangedMeanwhile(_)) => continue,
                settled => settled?,
            }
            exchange.received.extend(offer.exchange.received);
            exchange.unsent = self.changed_by_hand(&repository)?;
            return Ok(exchange);
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
        for entry in self.read()?.entries {
            // A path that was written by hand may lead anywhere.
            if let Action::Photo(photo) = &entry.action
                && let Some(name) = photo.file.strip_prefix("photos/")
                && Path::new(name).file_name().is_some_and(|last| last == name)
            {
                files.push(inside(&photo.file));
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
        let above = repository.above().into_iter();
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
            if let (Some(known), Ok(bytes)) = (known, fs::read(&own.file))
                && repository.store(&own.path, &bytes)? != known.object
            {
                changed.push(own.file);
            }
        }
        Ok(changed)
    }

    fn snapshot(&self, repository: &Repository) -> Result<Vec<Snapshot>, Error> {
        let mut snapshots = Vec::new();
        for OwnFile { path, file } in self.own_files(repository)? {
            match fs::symlink_metadata(&file) {
                Ok(metadata) if metadata.is_file() => {}
                Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
                    return Err(Error::io("read", &file, &cause));
                }
                Ok(_) | Err(_) => continue,
            }
            let bytes = fs::read(&file).map_err(|cause| Error::io("read", &file, &cause))?;
            let object = repository.store(&path, &bytes)?;
            snapshots.push(Snapshot {
                bytes,
                blob: Blob { path, object },
            });
        }
        Ok(snapshots)
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
            (_, None) => ours,
            (None, Some(_)) => return Err(GitError::NothingCheckedOut.into()),
            (Some(head), Some(theirs)) => repository.merge(head, &ours, theirs)?,
        };
        let files = self.files_of(repository, &united, own)?;
        let base = theirs.or(head.as_ref());
        let tree = repository.tree(base, &files)?;
        let known = match theirs {
            Some(theirs) => self.files_of(repository, theirs, own)?,
            None => Vec::new(),
        };
        let exchange = self.compare(repository, own, &known, &files)?;
        let commit = match base {
            Some(base) if repository.tree_of(base)? == tree => base.clone(),
            base => {
                let message = temporary(message(&exchange.sent).as_bytes())?;
                repository.ask_hooks(&own_blobs, &message)?;
                let parents: Vec<&Object> = base.into_iter().collect();
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
            let name = blob.path.strip_prefix(&repository.prefix);
            name.is_some_and(is_log) || own.iter().any(|own| own.blob.path == blob.path)
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
            if !blob
                .path
                .strip_prefix(&repository.prefix)
                .is_some_and(is_log)
            {
                exchange.files += usize::from(!is_there);
                continue;
            }
            if is_here && is_there {
                continue;
            }
            let entries = entries(&repository.read(blob)?);
            let here = own.map(|own| self::entries(&own.bytes)).unwrap_or_default();
            let there = match known {
                Some(known) => self::entries(&repository.read(known)?),
                None => Vec::new(),
            };
            let missing = |those: &[Entry]| -> Vec<Entry> {
                let missing = entries.iter().filter(|entry| !those.contains(entry));
                missing.cloned().collect()
            };
            exchange.sent.extend(missing(&there));
            exchange.received.extend(missing(&here));
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
            let Some(name) = name.filter(|name| is_log(name)) else {
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
        repository.go_on(&offer.target, &offer.files)
    }
}

fn paths(files: &[OwnFile]) -> Vec<&str> {
    files.iter().map(|own| own.path.as_str()).collect()
}

fn entries(log: &[u8]) -> Vec<Entry> {
    Reading::of_log(Path::new(""), log).entries
}
