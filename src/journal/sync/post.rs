//! `post.md` on both sides. Git's three-way merge of its lines decides.
//!
//! Where that conflicts, or a side has something other than a text, nothing of it is sent and ours stays as it is; the
//! version of others is put beside it, for somebody to merge by hand and to delete. The branch goes on all the same,
//! since the logs are exchanged. So the version that ours comes from may no longer be the one that is checked out: it
//! is remembered.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use super::attempt::Attempt;
use super::report::PostExchange;
use crate::diagnostic::{
    Error, FileKind, Location, Position, PostFault, PostProblem, PostReason, StorageError,
};
use crate::journal::append::LogWriter;
use crate::journal::folder::Folder;
use crate::journal::git::{Blob, MergedText, Object, PLAIN, Remembered, Repository, exists};
use crate::journal::layout::{LARGEST_LOG, LARGEST_POST, POST, digest};
use crate::journal::sandbox::{FileError, WriteOutcome};

/// What is to become of `post.md`.
pub(super) struct PostPlan {
    /// The file that everybody gets.
    pub(super) shared: Option<Blob>,
    /// What goes from everybody's tree.
    pub(super) gone: Vec<OsString>,
    pub(super) is_sent: bool,
    pub(super) is_removed: bool,
    pub(super) update: Option<Update>,
    pub(super) problem: Option<PostProblem>,
    /// The version of others, to be put beside ours.
    new_beside: Option<(PathBuf, Vec<u8>)>,
    /// The version of others that is beside ours and has been merged.
    old_beside: Option<(PathBuf, Vec<u8>)>,
    memory: Memory,
}

/// How the file is to change here.
pub(super) struct Update {
    original: Option<Vec<u8>>,
    bytes: Option<Vec<u8>>,
}

/// What to remember.
enum Memory {
    Nothing,
    AsBefore,
    /// Files, from a commit on.
    New(Vec<Blob>, Object),
}

/// What a side has.
enum Version {
    Absent,
    Text(Text),
    /// Something else; if it is a file, that.
    Fault(PostFault, Option<Text>),
}

#[derive(Clone)]
struct Text {
    /// The object in git; none of a file that is only here.
    object: Option<Object>,
    bytes: Vec<u8>,
}

impl Text {
    /// Returns whether the lines are the same. Their ends differ by settings of git and of editors.
    fn is_like(&self, other: &Text) -> bool {
        unix_lines(&self.bytes) == unix_lines(&other.bytes)
    }
}

/// `post.md` on both sides, and the version that ours comes from.
struct Sides<'a> {
    attempt: &'a Attempt<'a>,
    ours: Version,
    theirs: Version,
    base: Option<Text>,
    /// The version of others that is beside ours since an earlier sync: its name and what it was.
    beside: Option<Blob>,
    remembered: Option<Remembered>,
}

impl Attempt<'_> {
    /// Decides what becomes of `post.md`.
    pub(super) fn post(&self) -> Result<PostPlan, Error> {
        let repository = self.repository;
        let remembered = match repository.remembered(&memory_name(repository))? {
            // It counts from when the branch has what was fetched then.
            Some(memory) => match &self.head {
                Some(head) if repository.is_ancestor(&memory.since, head)? => Some(memory),
                _ => None,
            },
            None => None,
        };
        let files = remembered.as_ref().map(|memory| memory.files.as_slice());
        let find = |is_base: bool| {
            let mut files = files.unwrap_or_default().iter();
            files.find(|blob| (blob.path == *POST) == is_base).cloned()
        };
        let was_beside = find(false);
        let is_there = |blob: &Blob| exists(&self.folder.path.join(&blob.path));
        let beside = was_beside.clone().filter(is_there);
        let (ours, theirs) = (
            self.own_post()?,
            repository.post_version(self.theirs.as_ref())?,
        );
        let base = match (&self.head, &self.theirs) {
            _ if matches!((&ours, &theirs), (Version::Absent, Version::Absent)) => None,
            // Whoever has deleted the version of others has merged it.
            _ if remembered.is_some() => was_beside.filter(|_| beside.is_none()).or(find(true)),
            (Some(head), Some(theirs)) => {
                let bases = repository.merge_bases(head, theirs)?;
                repository.post_in(bases.first())?
            }
            _ => None,
        };
        let base = base.map(|blob| repository.text(&blob)).transpose()?;
        let sides = Sides {
            attempt: self,
            ours,
            theirs,
            base,
            beside,
            remembered,
        };
        sides.plan()
    }

    fn own_post(&self) -> Result<Version, Error> {
        let path = self.folder.path.join(POST);
        let bytes = match self.folder.sandbox().read(&path, LARGEST_POST) {
            Ok(bytes) => bytes,
            Err(fault) if fault.is_not_found() => return Ok(Version::Absent),
            Err(FileError::InTheWay(_, obstacle)) => {
                return Ok(Version::Fault(PostFault::NotAFile(obstacle.kind), None));
            }
            Err(FileError::TooLarge) => return Ok(Version::Fault(PostFault::TooLarge, None)),
            Err(FileError::Io(cause)) => {
                let fault = PostFault::Unreadable(Error::reason(&cause));
                return Ok(Version::Fault(fault, None));
            }
            Err(fault) => return Err(fault.during("read", &path)),
        };
        let in_git = self.repository.inside(POST);
        let fault = match std::str::from_utf8(&bytes) {
            Err(_) => Some(PostFault::NotUtf8),
            Ok(_) if !self.repository.ignored(&[&in_git])?.is_empty() => Some(PostFault::Ignored),
            Ok(_) => None,
        };
        Ok(match fault {
            Some(fault) => Version::Fault(fault, None),
            None => Version::Text(Text {
                object: None,
                bytes,
            }),
        })
    }
}

impl Repository {
    fn post_in(&self, tree: Option<&Object>) -> Result<Option<Blob>, Error> {
        let path = self.inside(POST);
        let mut files = self.files(tree, &[&path])?;
        files.retain(|blob| blob.path == path);
        Ok(files.pop())
    }

    fn text(&self, blob: &Blob) -> Result<Text, Error> {
        Ok(Text {
            object: Some(blob.object.clone()),
            bytes: self.read_raw(&[&blob.object])?.concat(),
        })
    }

    fn post_version(&self, tree: Option<&Object>) -> Result<Version, Error> {
        let kind = match tree {
            Some(tree) => self.kind(tree, &self.inside(POST))?,
            None => None,
        };
        let file = match kind {
            None => return Ok(Version::Absent),
            Some(FileKind::File) => self.post_in(tree)?,
            Some(_) => None,
        };
        let (Some(file), Some(FileKind::File)) = (file, kind) else {
            let kind = kind.unwrap_or(FileKind::Other);
            return Ok(Version::Fault(PostFault::NotAFile(kind), None));
        };
        let size = self.size(&file.object)?;
        if size > LARGEST_LOG {
            return Ok(Version::Fault(PostFault::TooLarge, None));
        }
        let text = self.text(&file)?;
        Ok(if size > LARGEST_POST {
            Version::Fault(PostFault::TooLarge, Some(text))
        } else if std::str::from_utf8(&text.bytes).is_err() {
            Version::Fault(PostFault::NotUtf8, Some(text))
        } else {
            Version::Text(text)
        })
    }
}

impl Sides<'_> {
    fn plan(self) -> Result<PostPlan, Error> {
        let is_base = |text: &Text| self.base.as_ref().is_some_and(|base| base.is_like(text));
        match (&self.ours, &self.theirs) {
            (Version::Absent, Version::Absent) => self.nothing(),
            (Version::Absent, Version::Text(theirs)) if is_base(theirs) && self.is_removed()? => {
                self.nothing()
            }
            (Version::Absent, Version::Text(theirs)) => self.all_have(theirs),
            (Version::Text(ours), Version::Absent) if is_base(ours) && !self.is_whole_gone()? => {
                self.nothing()
            }
            (Version::Text(ours), Version::Absent) => self.all_have(ours),
            (Version::Text(ours), Version::Text(theirs)) => {
                if is_base(ours) || ours.is_like(theirs) {
                    self.all_have(theirs)
                } else if is_base(theirs) {
                    self.all_have(ours)
                } else {
                    self.merged(ours, theirs)
                }
            }
            // Others have still what was wrong when ours was merged with it.
            (Version::Text(ours), Version::Fault(_, Some(theirs))) if is_base(theirs) => {
                self.all_have(ours)
            }
            (Version::Text(ours), Version::Fault(PostFault::NotAFile(kind), _)) => {
                let reason = PostReason::Replaced(*kind);
                let problem = Some(self.problem(reason, None));
                Ok(PostPlan {
                    problem,
                    ..self.all_have(ours)?
                })
            }
            (Version::Fault(fault, _), _) => self.held(PostReason::Ours(fault.clone()), None),
            (_, Version::Fault(fault, _)) => self.held(PostReason::Theirs(fault.clone()), None),
        }
    }

    /// Returns whether a commit here has removed the file. Where it is only missing, it comes back.
    fn is_removed(&self) -> Result<bool, Error> {
        let Attempt {
            head, repository, ..
        } = self.attempt;
        Ok(head.is_some() && repository.post_in(head.as_ref())?.is_none())
    }

    /// Returns whether others have removed the whole sprint, which then comes back.
    fn is_whole_gone(&self) -> Result<bool, Error> {
        let Attempt {
            theirs, repository, ..
        } = self.attempt;
        let there = repository.files(theirs.as_ref(), &[&repository.prefix])?;
        Ok(there.is_empty())
    }

    fn merged(&self, ours: &Text, theirs: &Text) -> Result<PostPlan, Error> {
        let base = self.base.as_ref().map_or(&b""[..], |base| &base.bytes);
        let [base, mine, other] = [base, &ours.bytes, &theirs.bytes].map(unix_lines);
        match self.attempt.repository.merge_texts(&base, &mine, &other)? {
            MergedText::Clean(bytes) if bytes.len() as u64 > LARGEST_POST => {
                self.held(PostReason::Conflict, None)
            }
            MergedText::Clean(bytes) => {
                let text = Text {
                    object: None,
                    bytes,
                };
                self.all_have(&text)
            }
            MergedText::Conflict(line) => self.held(PostReason::Conflict, line),
        }
    }

    /// Returns what others have, if it is a file.
    fn their_file(&self) -> Option<&Text> {
        match &self.theirs {
            Version::Text(theirs) | Version::Fault(_, Some(theirs)) => Some(theirs),
            Version::Absent | Version::Fault(_, None) => None,
        }
    }

    /// Plans that all have a text.
    fn all_have(&self, text: &Text) -> Result<PostPlan, Error> {
        let repository = self.attempt.repository;
        let theirs = self.their_file();
        let ours = match &self.ours {
            Version::Text(ours) => Some(ours),
            Version::Absent | Version::Fault(..) => None,
        };
        let same = theirs.filter(|theirs| theirs.is_like(text));
        let object = match same.and_then(|theirs| theirs.object.clone()) {
            Some(object) => object,
            None => repository.store_raw(&unix_lines(&text.bytes))?,
        };
        let is_here = ours.is_some_and(|ours| ours.is_like(text));
        let update = (!is_here).then(|| Update {
            original: ours.map(|ours| ours.bytes.clone()),
            bytes: Some(match ours {
                Some(ours) => lines_like(&text.bytes, &ours.bytes),
                None => text.bytes.clone(),
            }),
        });
        Ok(PostPlan {
            shared: Some(self.file(object)?),
            gone: self.inside_folder()?,
            is_sent: same.is_none(),
            update,
            ..self.agreed()?
        })
    }

    /// Plans that nobody has it.
    fn nothing(&self) -> Result<PostPlan, Error> {
        let ours = match &self.ours {
            Version::Text(ours) => Some(ours.bytes.clone()),
            Version::Absent | Version::Fault(..) => None,
        };
        Ok(PostPlan {
            gone: self.in_trees()?,
            is_sent: matches!(self.theirs, Version::Text(_)),
            is_removed: true,
            update: ours.map(|ours| Update {
                original: Some(ours),
                bytes: None,
            }),
            ..self.agreed()?
        })
    }

    fn agreed(&self) -> Result<PostPlan, Error> {
        let old_beside = match &self.beside {
            Some(blob) => {
                let path = self.attempt.folder.path.join(&blob.path);
                Some((path, self.attempt.repository.text(blob)?.bytes))
            }
            None => None,
        };
        Ok(PostPlan {
            shared: None,
            gone: Vec::new(),
            is_sent: false,
            is_removed: false,
            update: None,
            problem: None,
            new_beside: None,
            old_beside,
            memory: Memory::Nothing,
        })
    }

    /// Plans that both sides stay as they are, and that somebody merges them. `line` is where they conflict.
    fn held(&self, reason: PostReason, line: Option<usize>) -> Result<PostPlan, Error> {
        let Attempt {
            folder,
            theirs: commit,
            ..
        } = self.attempt;
        let theirs = self.their_file();
        let is_shown = !matches!(reason, PostReason::Ours(_));
        let new_beside = theirs.filter(|_| self.beside.is_none() && is_shown);
        let new_beside = new_beside.map(|theirs| (free_name(folder, &theirs.bytes), theirs));
        let is_to_remember = |name: OsString, text: &Text| {
            let object = text.object.clone()?;
            let (path, mode) = (name, PLAIN);
            Some(Blob { path, mode, object })
        };
        let base = self.base.as_ref();
        let base = base.and_then(|base| is_to_remember(POST.into(), base));
        let new = new_beside.as_ref();
        let new = new.and_then(|(name, theirs)| is_to_remember(name.into(), theirs));
        let files: Vec<Blob> = [base, new].into_iter().flatten().collect();
        let since = self.remembered.as_ref().map(|memory| &memory.since);
        let memory = match (since.or(commit.as_ref()), &self.beside) {
            (Some(_), Some(_)) | (None, _) => Memory::AsBefore,
            (Some(since), None) => Memory::New(files, since.clone()),
        };
        let path_of = |name: &OsStr| folder.path.join(name);
        let beside = self.beside.as_ref().map(|blob| path_of(&blob.path));
        let new_beside =
            new_beside.map(|(name, theirs)| (path_of(name.as_ref()), theirs.bytes.clone()));
        let beside = beside.or(new_beside.as_ref().map(|(path, _)| path.clone()));
        let mut problem = self.problem(reason, beside);
        if let Some(line) = line {
            let position = Position { line, column: 1 };
            problem.location = Location::at(&folder.path.join(POST), position);
        }
        let shared = theirs.and_then(|theirs| theirs.object.clone());
        let shared = shared.map(|object| self.file(object)).transpose()?;
        let gone = match &self.theirs {
            Version::Absent => self.in_trees()?,
            Version::Text(_) | Version::Fault(..) => Vec::new(),
        };
        Ok(PostPlan {
            shared,
            gone,
            is_sent: false,
            is_removed: false,
            update: None,
            problem: Some(problem),
            new_beside,
            old_beside: None,
            memory,
        })
    }

    fn problem(&self, reason: PostReason, beside: Option<PathBuf>) -> PostProblem {
        PostProblem {
            location: Location::whole(&self.attempt.folder.path.join(POST)),
            reason,
            beside,
        }
    }

    /// Returns the file as git is to have it, with the mode that it has there.
    fn file(&self, object: Object) -> Result<Blob, Error> {
        let repository = self.attempt.repository;
        let known = repository.post_in(self.attempt.theirs.as_ref())?;
        Ok(Blob {
            path: repository.inside(POST),
            mode: known.map_or(PLAIN, |known| known.mode),
            object,
        })
    }

    /// Lists the path of the file if either side has it.
    fn in_trees(&self) -> Result<Vec<OsString>, Error> {
        let Attempt {
            head,
            theirs,
            repository,
            ..
        } = self.attempt;
        for tree in [head, theirs] {
            if repository.post_in(tree.as_ref())?.is_some() {
                return Ok(vec![repository.inside(POST)]);
            }
        }
        Ok(Vec::new())
    }

    /// Lists what either side has in a folder in its place.
    fn inside_folder(&self) -> Result<Vec<OsString>, Error> {
        let Attempt {
            head,
            theirs,
            repository,
            ..
        } = self.attempt;
        let path = repository.inside(POST);
        let mut inside = Vec::new();
        for tree in [head, theirs] {
            inside.extend(repository.names(tree.as_ref(), &path)?);
        }
        inside.retain(|name| *name != path);
        inside.sort();
        inside.dedup();
        Ok(inside)
    }
}

impl PostPlan {
    pub(super) fn exchange(&self) -> PostExchange {
        PostExchange {
            is_sent: self.is_sent,
            is_received: self.update.is_some(),
            is_removed: self.is_removed,
            problem: self.problem.clone(),
        }
    }

    /// Puts the version of others beside ours, and remembers what ours comes from.
    pub(super) fn prepare(&self, folder: &Folder, repository: &Repository) -> Result<(), Error> {
        if let Some((path, bytes)) = &self.new_beside {
            let written = folder.sandbox().write(path, bytes, |_| false);
            written.map_err(|error| error.during("write", path))?;
            folder.sandbox().sync_folder(&folder.path)?;
        }
        match &self.memory {
            Memory::New(files, since) => {
                repository.remember(&memory_name(repository), files.clone(), since)
            }
            Memory::AsBefore | Memory::Nothing => Ok(()),
        }
    }

    /// Writes what came.
    ///
    /// # Errors
    ///
    /// `StorageError::ChangedMeanwhile` if it is no longer what it was.
    pub(super) fn write(&self, writer: &LogWriter<'_>) -> Result<(), Error> {
        let Some(Update { original, bytes }) = &self.update else {
            return Ok(());
        };
        let folder = writer.folder;
        let (path, sandbox) = (folder.path.join(POST), folder.sandbox());
        let now = match sandbox.read(&path, LARGEST_POST) {
            Ok(now) => Some(now),
            Err(error) if error.is_not_found() => None,
            Err(_) => return Err(StorageError::ChangedMeanwhile(path).into()),
        };
        if now != *original {
            return Err(StorageError::ChangedMeanwhile(path).into());
        }
        let done = match bytes {
            Some(bytes) => sandbox.write(&path, bytes, |there| Some(there) == original.as_deref()),
            None => sandbox.remove(&path).map(|()| WriteOutcome::Written),
        };
        match done {
            Err(FileError::OtherContent) => Err(StorageError::ChangedMeanwhile(path).into()),
            done => {
                done.map_err(|error| error.during("write", &path))?;
                sandbox.sync_folder(&folder.path)
            }
        }
    }

    /// Forgets what is merged, once the branch has it.
    pub(super) fn finish(&self, folder: &Folder, repository: &Repository) -> Result<(), Error> {
        if !matches!(self.memory, Memory::Nothing) {
            return Ok(());
        }
        let name = memory_name(repository);
        if repository.remembered(&name)?.is_some() {
            repository.forget(&name)?;
        }
        // What somebody has changed in it is theirs.
        if let Some((path, bytes)) = &self.old_beside
            && let Ok(there) = folder.sandbox().read(path, LARGEST_LOG)
            && there == *bytes
        {
            let _ = folder.sandbox().remove(path);
        }
        Ok(())
    }
}

/// Names the memory of a sprint: `post.md`, the version that ours comes from, and by its name what was put beside it.
fn memory_name(repository: &Repository) -> String {
    format!("post-{}", digest(repository.prefix.as_encoded_bytes()))
}

/// Finds a name for the version of others next to `post.md`: one that nothing has, or that it has already.
fn free_name(folder: &Folder, bytes: &[u8]) -> String {
    let mut names = (1..).map(|number: u32| match number {
        1 => "post.theirs.md".to_owned(),
        number => format!("post.theirs{number}.md"),
    });
    let is_free = |name: &String| {
        let path = folder.path.join(name);
        let is_it = |path| {
            folder
                .sandbox()
                .read(path, LARGEST_LOG)
                .is_ok_and(|there| there == bytes)
        };
        !exists(&path) || is_it(&path)
    };
    names.find(is_free).unwrap_or_default()
}

fn unix_lines(bytes: &[u8]) -> Vec<u8> {
    let mut lines = Vec::with_capacity(bytes.len());
    for (place, byte) in bytes.iter().enumerate() {
        if *byte != b'\r' || bytes.get(place + 1) != Some(&b'\n') {
            lines.push(*byte);
        }
    }
    lines
}

/// Gives a text the line ends of another.
fn lines_like(bytes: &[u8], other: &[u8]) -> Vec<u8> {
    let lines = unix_lines(bytes);
    let first = other.iter().position(|byte| *byte == b'\n');
    match first.and_then(|first| first.checked_sub(1)) {
        Some(before) if other[before] == b'\r' => lines
            .split_inclusive(|byte| *byte == b'\n')
            .flat_map(|line| match line.strip_suffix(b"\n") {
                Some(line) => [line, b"\r\n"].concat(),
                None => line.to_vec(),
            })
            .collect(),
        _ => lines,
    }
}
