//! Why a file or folder cannot be used, in words.

use std::path::{Path, PathBuf};

use super::failure::{Failure, SAVE_AS_UTF8};
use super::location::{Location, Quote};
use super::obstacle::Obstacle;
use super::picture::PictureFault;

/// Why a file or folder cannot be read or written.
#[derive(Debug)]
pub enum StorageError {
    /// `-C` or `SPRINT_DIR` names something other than a folder.
    NoSuchFolder {
        path: PathBuf,
        /// Whether something else has that name.
        is_there: bool,
    },
    NotUtf8(PathBuf),
    /// A picture to copy that is not there.
    NoSuchPhoto(PathBuf),
    Io {
        what: &'static str,
        path: PathBuf,
        reason: String,
    },
    InTheWay {
        path: PathBuf,
        obstacle: Obstacle,
    },
    /// A day log in an encoding whose characters have two or four bytes each.
    WideEncoding {
        path: PathBuf,
        encoding: &'static str,
    },
    TooLarge(PathBuf),
    /// A text that somebody gives, such as a batch.
    TextTooLarge(PathBuf),
    /// A log in which a new entry would become part of something unfinished at its end.
    Swallowed(PathBuf),
    /// An entry was written, but the disk did not confirm it.
    NotSynced {
        path: PathBuf,
        reason: String,
    },
    Locked {
        path: PathBuf,
        /// The process, if the lock names it.
        holder: Option<u32>,
        /// For how many seconds at least it was seen to be held.
        seconds: u64,
    },
    /// More than appending was done to a log while somebody edited it.
    ChangedMeanwhile(PathBuf),
    /// An entry of an edited log cannot be kept together with the text that was typed.
    NotApart {
        id: String,
        location: Box<Location>,
        quote: Option<Box<Quote>>,
    },
    NotAPhoto(PathBuf),
    BadPicture {
        path: PathBuf,
        fault: PictureFault,
    },
    NotAPlace(PathBuf),
    OtherContent(PathBuf),
    /// A text would replace a file that the program keeps entries in.
    OwnFile(PathBuf),
    /// A post would replace a file that somebody edited or wrote.
    EditedPost(PathBuf),
    /// `-o` names something other than a folder, and a site is one.
    NoSuchSite {
        path: PathBuf,
        /// Whether something else has that name.
        is_there: bool,
    },
}

impl StorageError {
    pub(super) fn describe(&self) -> Failure {
        match self {
            StorageError::NoSuchFolder { path, is_there } => Failure::new(
                no_folder(path, *is_there),
                "`-C` and SPRINT_DIR name the folder that holds `sprints/`",
            ),
            StorageError::NotUtf8(path) => {
                Failure::new(format!("{} is not UTF-8", path.display()), SAVE_AS_UTF8)
            }
            StorageError::NoSuchPhoto(path) => Failure::new(
                format!("cannot read {}: it does not exist", path.display()),
                "nothing was recorded; a name with blanks needs quotes around it",
            ),
            StorageError::Io { what, path, reason } => Failure::new(
                format!("cannot {what} {}: {reason}", path.display()),
                "nothing was recorded; fix that and try again",
            ),
            StorageError::InTheWay { path, obstacle } => {
                let description = obstacle.describe();
                let hint = description.hint.unwrap_or_default();
                Failure::new(
                    format!("{} is {}", path.display(), description.message),
                    format!("nothing was recorded; {hint}"),
                )
            }
            StorageError::WideEncoding { path, encoding } => Failure::new(
                format!("{} is {encoding}", path.display()),
                "nothing was recorded; save it as UTF-8",
            ),
            StorageError::TooLarge(path) => Failure::new(
                format!("{} is larger than 64 MiB", path.display()),
                "nothing was recorded; move what is not an entry out of it",
            ),
            StorageError::TextTooLarge(path) => Failure::new(
                format!("{} is larger than 64 MiB", path.display()),
                "cut it into several files",
            ),
            StorageError::Swallowed(path) => Failure::new(
                format!(
                    "{} ends in something unfinished, of which the entry would become part",
                    path.display()
                ),
                "nothing was recorded; fix the end of the file by hand and try again",
            ),
            StorageError::NotSynced { path, reason } => Failure::new(
                format!(
                    "the entry was written, but the disk did not confirm {}: {reason}",
                    path.display()
                ),
                "look with `sprint log` before you try again: the entry is in the file",
            ),
            StorageError::Locked {
                path,
                holder,
                seconds,
            } => {
                let process = holder.map(|process| format!("process {process}"));
                let who = process.as_deref().unwrap_or("another process");
                let unnamed = format!("the process that holds {}", path.display());
                let end = process.as_ref().unwrap_or(&unnamed);
                Failure::new(
                    format!("{who} has held the lock of this sprint for at least {seconds} seconds"),
                    format!("nothing was recorded; try again later, or end {end} if it hangs"),
                )
            }
            StorageError::ChangedMeanwhile(path) => Failure::new(
                format!("{} was changed by somebody else meanwhile", path.display()),
                "run the same command again, and insert the text that was kept",
            ),
            StorageError::NotApart {
                id,
                location,
                quote,
            } => Failure::new(
                format!(
                    "{location}: the entry {id} cannot be kept together with the text that you typed"
                ),
                "the log was left as it was; give the entry one line to itself, `ID = { at = …, by = \"…\", kind = \"…\", … }`, then edit again",
            )
            .quoting(quote),
            StorageError::NotAPhoto(path) => Failure::new(
                format!("{} is not a regular file", path.display()),
                "give the path of a picture, or its address",
            ),
            StorageError::BadPicture { path, fault } => {
                let description = fault.describe();
                Failure {
                    message: format!("{} {}", path.display(), description.message),
                    ..description.into()
                }
            }
            StorageError::NotAPlace(path) => Failure::new(
                format!("{} is not a regular file", path.display()),
                "move it away, or choose another place with `-o`",
            ),
            StorageError::OtherContent(path) => Failure::new(
                format!("{} was left as it is: it has other content", path.display()),
                "choose another name, or replace it with `--force`",
            ),
            StorageError::OwnFile(path) => Failure::new(
                format!(
                    "{} is where sprint keeps what was recorded; it was left as it is",
                    path.display()
                ),
                "choose a place outside `sprints/` with `-o`",
            ),
            StorageError::EditedPost(path) => Failure::new(
                format!(
                    "{} was left as it is: somebody has edited it",
                    path.display()
                ),
                "move it away; or put your changes into post.md, sprint.toml or the log, and replace it with `--force`",
            ),
            StorageError::NoSuchSite { path, is_there } => Failure::new(
                no_folder(path, *is_there),
                match is_there {
                    true => "name the folder of the site with `-o`; without it, the post goes to standard output".to_owned(),
                    false => format!(
                        "make the folder first: `mkdir {}`; or name another one with `-o`",
                        path.display()
                    ),
                },
            ),
        }
    }
}

fn no_folder(path: &Path, is_there: bool) -> String {
    let what = if is_there {
        "is not a folder"
    } else {
        "does not exist"
    };
    format!("{} {what}", path.display())
}

#[cfg(test)]
mod tests {
    use super::super::Error;
    use super::*;

    fn described(error: StorageError) -> (String, Option<String>) {
        let error = Error::from(error);
        (error.to_string(), error.hint())
    }

    #[test]
    fn an_entry_that_the_disk_did_not_confirm_is_not_to_be_typed_again() {
        let path = PathBuf::from("sprints/leysin-2017/2017-02-27.toml");
        let (message, hint) = described(StorageError::NotSynced {
            path,
            reason: "Input/output error".to_owned(),
        });
        assert_eq!(
            message,
            "the entry was written, but the disk did not confirm sprints/leysin-2017/2017-02-27.toml: Input/output error"
        );
        assert_eq!(
            hint.as_deref(),
            Some("look with `sprint log` before you try again: the entry is in the file")
        );
    }

    #[test]
    fn who_holds_the_lock_is_named_if_it_is_known() {
        let locked = |holder: Option<u32>| {
            let path = PathBuf::from("sprints/leysin-2017/.lock");
            described(StorageError::Locked {
                path,
                holder,
                seconds: 10,
            })
        };
        assert_eq!(
            locked(Some(4242)),
            (
                "process 4242 has held the lock of this sprint for at least 10 seconds".to_owned(),
                Some(
                    "nothing was recorded; try again later, or end process 4242 if it hangs"
                        .to_owned()
                )
            )
        );
        assert_eq!(
            locked(None),
            (
                "another process has held the lock of this sprint for at least 10 seconds".to_owned(),
                Some("nothing was recorded; try again later, or end the process that holds sprints/leysin-2017/.lock if it hangs".to_owned())
            )
        );
    }
}
