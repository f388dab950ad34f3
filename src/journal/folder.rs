//! The folder of a sprint, and the folder that holds them all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::append::{sync_folder, whole_lines};
use super::line::string;
use super::output::write_output;
use super::read::Reading;
use super::settings;
use crate::domain::Config;
use crate::error::{Error, Finding, Place, What};
use crate::visible::is_blank;

/// What a log may weigh: one of 100 MB costs 1.8 GB to parse.
pub(super) const LARGEST_LOG: u64 = 64 << 20;

pub(super) const CONFIG: &str = "sprint.toml";

/// What `init` writes for git, beside the folders of all sprints.
pub(super) const FOR_GIT: [&str; 2] = [".gitattributes", ".gitignore"];

/// How long a name of ours may be.
const LONGEST_NAME: usize = 64;

/// Names that Windows keeps for devices.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// The folder `sprints/`, which holds a folder for each sprint.
#[derive(Clone, Debug)]
pub struct Journal {
    root: PathBuf,
}

/// One sprint's folder and what was written by hand in it.
#[derive(Clone, Debug)]
pub struct Folder {
    /// The sprint's name.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// The contents of `sprint.toml`.
    pub config: Config,
    /// What is wrong with `sprint.toml`.
    pub findings: Vec<Finding>,
}

/// The files of a sprint that are named by a day.
pub(super) struct Logs {
    /// The day logs, in the order of days.
    pub(super) logs: Vec<(NaiveDate, PathBuf)>,
    /// Files that look like one and are not.
    strays: Vec<PathBuf>,
}

/// What `init` is told about a new sprint.
#[derive(Clone, Debug, Default)]
pub struct NewSprint {
    /// What it is called.
    pub title: Option<String>,
    /// Where it is.
    pub place: Option<String>,
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
}

impl Journal {
    /// The journal at `given` (the folder that holds `sprints/`, or is it), else the nearest one from `working` upwards;
    /// `None` if there is none yet.
    pub fn find(given: Option<&Path>, working: &Path) -> Result<Option<Journal>, Error> {
        if let Some(given) = given {
            if !given.is_dir() {
                return Err(Error::NoSuchFolder(given.to_owned()));
            }
            let root = Self::root_in(given);
            return Ok(root.is_dir().then_some(Journal { root }));
        }
        let mut up = PathBuf::new();
        for folder in working.ancestors() {
            if folder.join("sprints").is_dir() {
                return Ok(Some(Journal {
                    root: up.join("sprints"),
                }));
            }
            up.push("..");
        }
        Ok(None)
    }

    /// The journal that [`Journal::find`] finds, or one that is made when something is put into it.
    pub fn find_or_begin(given: Option<&Path>, working: &Path) -> Result<Journal, Error> {
        let root = Self::root_in(given.unwrap_or(Path::new("")));
        Ok(Self::find(given, working)?.unwrap_or(Journal { root }))
    }

    /// Where the journal of a folder is: in it, or it is the journal itself.
    fn root_in(folder: &Path) -> PathBuf {
        let is_root = |path: &Path| path.file_name().is_some_and(|name| name == "sprints");
        let is_itself = is_root(folder) || folder.canonicalize().is_ok_and(|path| is_root(&path));
        if is_itself && !folder.as_os_str().is_empty() {
            folder.to_owned()
        } else {
            folder.join("sprints")
        }
    }

    /// Where it is.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where it is from the root of the git repository that it lies in, else from the folder that holds it.
    pub fn root_in_repository(&self) -> PathBuf {
        let Ok(root) = self.root.canonicalize() else {
            return self.root.clone();
        };
        let repository = root.ancestors().find(|folder| folder.join(".git").exists());
        let path = repository
            .or(root.parent())
            .and_then(|repository| root.strip_prefix(repository).ok());
        path.unwrap_or(&root).to_owned()
    }

    /// All sprints, by name: the folders with a `sprint.toml` or a day log in them.
    pub fn sprints(&self) -> Result<Vec<Folder>, Error> {
        let mut folders = Vec::new();
        for (name, path) in self.children()? {
            if check_name(&name).is_ok() && is_sprint(&path)? {
                folders.push(self.open(&name)?);
            }
        }
        Ok(folders)
    }

    /// The folders that would be sprints if their names were fit for one. Hidden ones are meant to be none.
    pub fn strays(&self) -> Result<Vec<Finding>, Error> {
        let mut strays = Vec::new();
        for (name, path) in self.children()? {
            let is_stray = check_name(&name).is_err() && !name.starts_with('.');
            // A folder that cannot be looked into may be anything.
            if is_stray && is_sprint(&path).unwrap_or(false) {
                strays.push(Finding {
                    place: Place::whole(&path),
                    what: What::StrayFolder,
                });
            }
        }
        Ok(strays)
    }

    /// All folders in it, by name.
    fn children(&self) -> Result<Vec<(String, PathBuf)>, Error> {
        let failed = |cause: io::Error| Error::io("read", &self.root, &cause);
        let mut children = Vec::new();
        for child in fs::read_dir(&self.root).map_err(failed)? {
            let child = child.map_err(failed)?;
            if child.path().is_dir() {
                let name = child.file_name().to_string_lossy().into_owned();
                children.push((name, child.path()));
            }
        }
        children.sort();
        Ok(children)
    }

    fn open(&self, name: &str) -> Result<Folder, Error> {
        let path = self.root.join(name);
        let file = path.join(CONFIG);
        let (config, findings) = match read_regular(&file) {
            _ if !is_there(&file) => Default::default(),
            Err(finding) => (Config::default(), vec![finding]),
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => settings::parse(&file, &text),
                Err(_) => (
                    Config::default(),
                    vec![Finding {
                        place: Place::whole(&file),
                        what: What::NotUtf8,
                    }],
                ),
            },
        };
        Ok(Folder {
            name: name.to_owned(),
            path,
            config,
            findings,
        })
    }

    /// Makes the folder of a new sprint: its `sprint.toml`, and beside all sprints what tells git how to treat them.
    pub fn create(&self, name: &str, new: &NewSprint) -> Result<Folder, Error> {
        check_name(name)?;
        let path = self.root.join(name);
        if is_there(&path) && (!path.is_dir() || is_sprint(&path)?) {
            return Err(Error::SprintExists {
                name: name.to_owned(),
                path,
            });
        }
        fs::create_dir_all(&path).map_err(|cause| Error::io("make", &path, &cause))?;
        let [attributes, ignored] = FOR_GIT;
        self.tell_git(
            attributes,
            "# Day logs: git keeps the lines of both sides when it merges.\n",
            "[0-9]*.toml text eol=lf merge=union\n",
        )?;
        self.tell_git(
            ignored,
            "# What sprint keeps for itself while it writes.\n",
            "*.cut\n.lock\n",
        )?;
        // What makes the folder a sprint comes last: until then, `init` can begin again.
        let config = first_config(name, new);
        write_output(&path.join(CONFIG), config.as_bytes(), |_| false)?;
        // The names of what is new stand in the folders above.
        let above = self.root.parent().filter(|above| *above != Path::new(""));
        for folder in [&path, &self.root, above.unwrap_or(Path::new("."))] {
            sync_folder(folder)?;
        }
        self.open(name)
    }

    /// Adds lines to a file for git, unless it has them.
    fn tell_git(&self, file: &str, comment: &str, lines: &str) -> Result<(), Error> {
        let file = self.root.join(file);
        let mut text = match fs::read_to_string(&file) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => String::new(),
            Err(cause) => return Err(Error::io("read", &file, &cause)),
            Ok(text) => text,
        };
        let missing: String = lines
            .split_inclusive('\n')
            .filter(|line| !text.lines().any(|known| known == line.trim_end()))
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.extend([comment, &missing]);
        write_output(&file, text.as_bytes(), |_| true).map(|_| ())
    }
}

impl Folder {
    /// What the sprint is called: its title, else its name.
    pub fn title(&self) -> &str {
        let title = self.config.title.as_deref();
        title.filter(|title| !is_blank(title)).unwrap_or(&self.name)
    }

    /// The file with its settings, as a place.
    pub fn settings_place(&self) -> Place {
        Place::whole(&self.path.join(CONFIG))
    }

    /// The first and the last day: as `sprint.toml` says, else of the logs.
    pub fn dates(&self) -> Result<Option<(NaiveDate, NaiveDate)>, Error> {
        let days: Vec<NaiveDate> = self.logs()?.logs.into_iter().map(|(day, _)| day).collect();
        let from = self
            .config
            .from
            .or(days.first().copied())
            .or(self.config.to);
        let to = self.config.to.or(days.last().copied()).or(from);
        Ok(from.zip(to).map(|(from, to)| (from, to.max(from))))
    }

    pub(super) fn logs(&self) -> Result<Logs, Error> {
        logs_in(&self.path)
    }

    /// The names of the day logs, in the order of days.
    pub(super) fn log_names(&self) -> Result<Vec<String>, Error> {
        let name = |(_, path): (NaiveDate, PathBuf)| {
            let name = path.file_name()?;
            Some(name.to_string_lossy().into_owned())
        };
        Ok(self.logs()?.logs.into_iter().filter_map(name).collect())
    }

    /// Reads all day logs. What cannot be read is in the findings; everything else counts. Never waits for a writer: what
    /// one is writing at this moment is not there yet.
    pub fn read(&self) -> Result<Reading, Error> {
        self.read_with(|log| self.settled(log), |_, _, _| {})
    }

    /// Reads all day logs with `read`, and hands on the bytes of each and whether nothing is open at its end.
    pub(super) fn read_with(
        &self,
        read: impl Fn(&Path) -> Result<Vec<u8>, Finding>,
        mut keep: impl FnMut(PathBuf, Vec<u8>, bool),
    ) -> Result<Reading, Error> {
        let mut reading = Reading {
            findings: self.findings.clone(),
            ..Reading::default()
        };
        let Logs { logs, strays } = self.logs()?;
        for (_, log) in logs {
            match read(&log) {
                Ok(bytes) => {
                    let (whole, cut_off) = bytes.split_at(whole_lines(&bytes));
                    let is_closed = reading.take_log(&log, whole);
                    if !cut_off.is_empty() {
                        reading.findings.push(Finding {
                            place: Place::end_of(&log, whole),
                            what: What::CutOff,
                        });
                    }
                    keep(log, bytes, is_closed);
                }
                Err(finding) => reading.findings.push(finding),
            }
        }
        let stray = |file: PathBuf| Finding {
            place: Place::whole(&file),
            what: What::StrayFile,
        };
        reading.findings.extend(strays.into_iter().map(stray));
        Ok(reading)
    }
}

/// Whether there is anything of that name, if only a link to nothing.
fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

fn is_sprint(folder: &Path) -> Result<bool, Error> {
    Ok(is_there(&folder.join(CONFIG)) || !logs_in(folder)?.logs.is_empty())
}

fn logs_in(folder: &Path) -> Result<Logs, Error> {
    let failed = |cause: io::Error| Error::io("read", folder, &cause);
    let mut logs = Vec::new();
    let mut strays = Vec::new();
    for child in fs::read_dir(folder).map_err(failed)? {
        let path = child.map_err(failed)?.path();
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        match name.strip_suffix(".toml") {
            _ if name == CONFIG || name.starts_with('.') => {}
            Some(stem) => match day_of(stem) {
                Some(day) => logs.push((day, path)),
                None => strays.push(path),
            },
            None => {}
        }
    }
    logs.sort();
    strays.sort();
    Ok(Logs { logs, strays })
}

/// The bytes of a file of the sprint. One that is no regular file is not even opened: a pipe would never let go.
pub(super) fn read_regular(file: &Path) -> Result<Vec<u8>, Finding> {
    let finding = |what| Finding {
        place: Place::whole(file),
        what,
    };
    let metadata = fs::metadata(file).map_err(|cause| match fs::symlink_metadata(file) {
        Ok(link) if link.is_symlink() => finding(What::NotAFile),
        _ => unreadable(file, &cause),
    })?;
    if !metadata.is_file() {
        return Err(finding(What::NotAFile));
    }
    if metadata.len() > LARGEST_LOG {
        return Err(finding(What::TooLarge));
    }
    fs::read(file).map_err(|cause| unreadable(file, &cause))
}

fn unreadable(file: &Path, cause: &io::Error) -> Finding {
    Finding {
        place: Place::whole(file),
        what: What::Unreadable(Error::reason(cause)),
    }
}

/// Whether a file of that name in a sprint's folder is a day log.
pub(super) fn is_log(name: &str) -> bool {
    name.strip_suffix(".toml")
        .is_some_and(|stem| day_of(stem).is_some())
}

/// The day in `2017-02-27` or `2017-02-27.WORD`.
fn day_of(stem: &str) -> Option<NaiveDate> {
    let (date, word) = stem.split_once('.').unwrap_or((stem, "shared"));
    let well_formed = date.len() == 10 && !word.is_empty() && !word.contains('.');
    NaiveDate::parse_from_str(date, "%Y-%m-%d")
        .ok()
        .filter(|_| well_formed)
}

/// Whether a name is fit for a sprint on every system: `[a-z0-9][a-z0-9._-]{0,63}`, no device of Windows, no dot at
/// the end.
pub fn check_name(name: &str) -> Result<(), Error> {
    if is_name(name) {
        return Ok(());
    }
    let suggestion = Some(file_word(name, "")).filter(|name| is_name(name));
    Err(Error::BadSprintName {
        name: name.to_owned(),
        suggestion,
    })
}

/// A part of a file's name that every system and every web server takes, made of `text`; `otherwise` if nothing of
/// that is fit for one.
pub(super) fn file_word(text: &str, otherwise: &str) -> String {
    let word: String = slug::slugify(text).chars().take(LONGEST_NAME).collect();
    match word.trim_end_matches('-') {
        "" => otherwise.to_owned(),
        word => word.to_owned(),
    }
}

fn is_name(name: &str) -> bool {
    let letter_or_digit = |symbol: char| symbol.is_ascii_lowercase() || symbol.is_ascii_digit();
    let fits = |symbol: char| letter_or_digit(symbol) || "._-".contains(symbol);
    let stem = name.split('.').next().unwrap_or(name);
    let device = match stem.strip_suffix(|last: char| last.is_ascii_digit()) {
        Some(word) => NUMBERED_DEVICES.contains(&word),
        None => DEVICES.contains(&stem),
    };
    name.starts_with(letter_or_digit)
        && name.chars().all(fits)
        && name.len() <= LONGEST_NAME
        && !name.ends_with('.')
        && !device
}

/// What a new `sprint.toml` has besides the facts, to be filled in.
const TO_FILL_IN: &str = r#"# topics = ["Release Work", "Release Work/Stackless"]    # the order of the headings
# log = "per-writer"     # one log a day for everybody who types: merges without .gitattributes

# [check]
# off = ["never-joined"]     # rules that `sprint check` leaves out

# What only the report needs. All of it may stay out; texts are Markdown.
[report]
# title = "Leysin Winter Sprint Summary"
# authors = ["Armin Rigo"]
# tags = ["sprint"]
# group = "topic"      # or "day", "person", "none"
# body = "prose"       # or "bullets"
# names = "short"      # or "full", "none"
# intro = """
# """
# invitation = """
# """
# closing = """
# """
# sign-off = "The PyPy Team"

# [report.headings]    # of the parts; "" for none
# highlights = "Highlights"
"#;

/// The `sprint.toml` of a new sprint: what is known, and behind `#` what may be filled in.
fn first_config(name: &str, new: &NewSprint) -> String {
    let set = |key: &str, value: Option<String>, example: &str| match value {
        Some(value) => format!("{key} = {value}\n"),
        None => format!("# {key} = {example}\n"),
    };
    let date = |date: Option<NaiveDate>| date.map(|date| date.to_string());
    let text = |text: &Option<String>| text.as_deref().map(string);
    [
        format!("title = {}\n", string(new.title.as_deref().unwrap_or(name))),
        set("place", text(&new.place), "\"Leysin, Switzerland\""),
        set("from", date(new.from), "2017-02-27"),
        set("to", date(new.to), "2017-03-04"),
        TO_FILL_IN.to_owned(),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_some_system_cannot_store_are_refused() {
        for name in ["leysin-2017", "a", "0", "x.y_z-1", "console", "com", "con1"] {
            assert!(check_name(name).is_ok(), "{name}");
        }
        let long = "x".repeat(65);
        for name in [
            "", ".", "..", "../etc", "-rf", "A", "a.", "a b", "con", "nul.x", "com1", "lpt9", "é",
            ".git", "a/b", &long,
        ] {
            assert!(check_name(name).is_err(), "{name}");
        }
    }

    #[test]
    fn a_day_log_is_named_by_its_day_and_at_most_one_word() {
        let day = NaiveDate::from_ymd_opt(2017, 2, 27);
        assert_eq!(day_of("2017-02-27"), day);
        assert_eq!(day_of("2017-02-27.armin"), day);
        for stem in [
            "2017-2-27",
            "2017-02-27.",
            "2017-02-27.a.b",
            "2017-02-30",
            "notes",
            "2017-02-27-armin",
        ] {
            assert_eq!(day_of(stem), None, "{stem}");
        }
    }
}
