//! The folder of a sprint, and the folder that holds them all.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use unicode_normalization::UnicodeNormalization;

use super::append::whole_lines;
use super::config;
use super::line::string;
use super::own::{Fault, OwnFiles};
use super::photo::symbols;
use super::read::{Reading, wide_encoding};
use crate::diagnostic::{Error, Finding, Kind, Location, Obstacle, Wanted, What};
use crate::domain::{Config, EntryId};
use crate::text::is_blank;

/// What a log may weigh: one of 100 MB costs 1.8 GB to parse.
pub(super) const LARGEST_LOG: u64 = 64 << 20;

pub(super) const CONFIG: &str = "sprint.toml";

/// What `init` writes for git, beside the folders of all sprints.
pub(super) const FOR_GIT: [&str; 2] = [".gitattributes", ".gitignore"];

/// The lock of a sprint.
pub(super) const LOCK: &str = ".lock";

/// The folder of the photos in the folder of a sprint.
pub(super) const PHOTOS: &str = "photos";

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
    /// What is wrong with `sprint.toml`, and what besides is to be said of the choice of this sprint.
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
        for (name, _) in self.children(Kind::Folder)? {
            if check_name(&name).is_ok() && self.is_sprint(&name)? {
                folders.push(self.open(&name)?);
            }
        }
        Ok(folders)
    }

    /// The folders that would be sprints if their names were fit for one. Hidden ones are meant to be none.
    pub fn strays(&self) -> Result<Vec<Finding>, Error> {
        let mut strays = Vec::new();
        for (name, path) in self.children(Kind::Folder)? {
            let is_stray = check_name(&name).is_err() && !name.starts_with('.');
            // A folder that cannot be looked into may be anything.
            if is_stray && self.is_sprint(&name).unwrap_or(false) {
                strays.push(Finding {
                    place: Location::whole(&path),
                    what: What::StrayFolder,
                });
            }
        }
        Ok(strays)
    }

    /// The links that have the name of a sprint, unless they lead to a file. What they lead to is no sprint.
    pub fn links(&self) -> Result<Vec<Finding>, Error> {
        let links = self.children(Kind::Link)?.into_iter();
        let links = links.filter(|(name, path)| check_name(name).is_ok() && !path.is_file());
        let finding = |(_, path): (String, PathBuf)| Finding {
            place: Location::whole(&path),
            what: What::LinkedFolder,
        };
        Ok(links.map(finding).collect())
    }

    /// What stands where the folder of a sprint of that name belongs, if that is not a folder.
    ///
    /// # Errors
    ///
    /// [`Error::InTheWay`] with it.
    pub fn require_free(&self, name: &str) -> Result<(), Error> {
        let path = self.root.join(name);
        match self.own().kind(&path) {
            Ok(Some(kind)) if kind != Kind::Folder => Err(Error::InTheWay {
                path,
                obstacle: Obstacle {
                    kind,
                    wanted: Wanted::Folder,
                },
            }),
            Ok(_) => Ok(()),
            Err(fault) => Err(fault.error("read", &path)),
        }
    }

    /// What lies in it of one kind, by name.
    fn children(&self, wanted: Kind) -> Result<Vec<(String, PathBuf)>, Error> {
        let children = self.own().list(&self.root);
        let children = children.map_err(|fault| fault.error("read", &self.root))?;
        let children = children.into_iter().filter(|(_, kind)| *kind == wanted);
        let named = |name: OsString| (name.to_string_lossy().into_owned(), self.root.join(name));
        Ok(children.map(|(name, _)| named(name)).collect())
    }

    /// What lies below it.
    fn own(&self) -> OwnFiles<'_> {
        OwnFiles::below(&self.root)
    }

    fn is_sprint(&self, name: &str) -> Result<bool, Error> {
        let folder = self.root.join(name);
        let config = self.own().kind(&folder.join(CONFIG));
        let config = config.map_err(|fault| fault.error("read", &folder))?;
        Ok(config.is_some() || !logs_in(self.own(), &folder)?.logs.is_empty())
    }

    fn open(&self, name: &str) -> Result<Folder, Error> {
        let path = self.root.join(name);
        let file = path.join(CONFIG);
        let (config, findings) = match self.own().read(&file, LARGEST_LOG) {
            Err(fault) if fault.is_not_found() => Default::default(),
            Err(fault) => (Config::default(), vec![fault.finding(&file)]),
            Ok(bytes) => match settings_text(bytes) {
                Ok(text) => config::parse(&file, &text),
                Err(what) => {
                    let place = Location::whole(&file);
                    (Config::default(), vec![Finding { place, what }])
                }
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
        self.require_free(name)?;
        let own = self.own();
        let there = own.kind(&path);
        if there.map_err(|fault| fault.error("read", &path))?.is_some() && self.is_sprint(name)? {
            return Err(Error::SprintExists {
                name: name.to_owned(),
                path,
            });
        }
        own.make_folder(&path)
            .map_err(|fault| fault.error("make", &path))?;
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
        let file = path.join(CONFIG);
        let written = own.write(&file, first_config(name, new).as_bytes(), |_| false);
        written.map_err(|fault| fault.error("write", &file))?;
        // The names of what is new stand in the folders above.
        sync_folder(own, &path)?;
        sync_folder(own, &self.root)?;
        let above = self.root.parent().unwrap_or(Path::new(""));
        sync_folder(OwnFiles::below(above), above)?;
        self.open(name)
    }

    /// Adds lines to a file for git, unless it has them.
    fn tell_git(&self, file: &str, comment: &str, lines: &str) -> Result<(), Error> {
        let file = self.root.join(file);
        let own = self.own();
        let mut bytes = match own.read(&file, LARGEST_LOG) {
            Err(fault) if fault.is_not_found() => Vec::new(),
            read => read.map_err(|fault| fault.error("read", &file))?,
        };
        let text = String::from_utf8_lossy(&bytes);
        let missing: String = lines
            .split_inclusive('\n')
            .filter(|line| !text.lines().any(|known| known == line.trim_end()))
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        if !text.is_empty() && !text.ends_with('\n') {
            bytes.push(b'\n');
        }
        bytes.extend([comment, &missing].concat().as_bytes());
        let written = own.write(&file, &bytes, |_| true);
        written
            .map(|_| ())
            .map_err(|fault| fault.error("write", &file))
    }
}

/// The text of a `sprint.toml`, or why there is none.
fn settings_text(bytes: Vec<u8>) -> Result<String, What> {
    match wide_encoding(&bytes) {
        Some(encoding) => Err(What::WideEncoding(encoding)),
        None => String::from_utf8(bytes).map_err(|_| What::NotUtf8),
    }
}

fn sync_folder(own: OwnFiles<'_>, path: &Path) -> Result<(), Error> {
    own.sync_folder(path).map_err(|fault| match fault {
        Fault::Io(cause) => Error::NotSynced {
            path: path.to_owned(),
            reason: Error::reason(&cause),
        },
        fault => fault.error("sync", path),
    })
}

impl Folder {
    /// What the sprint is called: its title, else its name.
    pub fn title(&self) -> &str {
        let title = self.config.title.as_deref();
        title.filter(|title| !is_blank(title)).unwrap_or(&self.name)
    }

    /// The file with its settings, as a place.
    pub fn settings_place(&self) -> Location {
        Location::whole(&self.path.join(CONFIG))
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
        logs_in(self.own(), &self.path)
    }

    /// What lies below the folder that holds all sprints, as far as it is this one's.
    pub(super) fn own(&self) -> OwnFiles<'_> {
        OwnFiles::below(self.path.parent().unwrap_or(Path::new("")))
    }

    /// The bytes of a log, or of a file like one.
    pub(super) fn read_log(&self, log: &Path) -> Result<Vec<u8>, Finding> {
        let read = self.own().read(log, LARGEST_LOG);
        read.map_err(|fault| fault.finding(log))
    }

    /// Says no to what stands in the place of a file and is none. What does not exist can become one.
    pub(super) fn require_file(&self, path: &Path) -> Result<(), Error> {
        match self.own().find(path) {
            Err(fault) if !fault.is_not_found() => Err(fault.error("open", path)),
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// Says no to what stands where git looks for attributes and what to ignore, in this sprint and those beside it: git
    /// waits for a pipe, and follows a link in a folder above.
    pub(super) fn require_files_for_git(&self) -> Result<(), Error> {
        let root = self.path.parent().unwrap_or(Path::new(""));
        let sprints = self.own().list(root);
        let sprints = sprints.map_err(|fault| fault.error("read", root))?;
        let folders = sprints
            .into_iter()
            .filter(|(_, kind)| *kind == Kind::Folder);
        let folders = folders.map(|(name, _)| root.join(name));
        let with_photos = folders.flat_map(|folder| [folder.join(PHOTOS), folder]);
        for folder in with_photos.chain([root.to_owned()]) {
            for name in FOR_GIT {
                match self.own().find(&folder.join(name)) {
                    // What is in the way of a whole folder is git's to see.
                    Err(Fault::InTheWay(path, obstacle)) if path.ends_with(name) => {
                        return Err(Error::InTheWay { path, obstacle });
                    }
                    Ok(()) | Err(_) => {}
                }
            }
        }
        Ok(())
    }

    /// Waits until the names in a folder of the sprint are on the disk.
    pub(super) fn sync_folder(&self, path: &Path) -> Result<(), Error> {
        sync_folder(self.own(), path)
    }

    /// What stands where a file or folder of the sprint belongs and is none, besides the logs and `sprint.toml`.
    pub(super) fn in_the_way(&self) -> Result<Vec<Finding>, Error> {
        let mut found = Vec::new();
        let own = self.own();
        let mut look = |path: &Path, kind: Kind, wanted: Wanted| {
            let is_wanted = match wanted {
                Wanted::File => kind == Kind::File,
                Wanted::Folder => kind == Kind::Folder,
            };
            if !is_wanted {
                let obstacle = Obstacle { kind, wanted };
                found.push(Fault::InTheWay(path.to_owned(), obstacle).finding(path));
            }
        };
        let listed = |folder: &Path| {
            own.list(folder)
                .map_err(|fault| fault.error("read", folder))
        };
        for (name, kind) in listed(&self.path)? {
            let path = self.path.join(&name);
            let name = name.to_string_lossy();
            if name == PHOTOS {
                look(&path, kind, Wanted::Folder);
                if kind == Kind::Folder {
                    for (name, kind) in listed(&path)? {
                        look(&path.join(name), kind, Wanted::File);
                    }
                }
            } else if name == LOCK
                || FOR_GIT.contains(&&*name)
                || name.strip_suffix(".cut").is_some_and(is_log)
            {
                look(&path, kind, Wanted::File);
            }
        }
        for name in FOR_GIT {
            let path = self.path.with_file_name(name);
            let kind = own
                .kind(&path)
                .map_err(|fault| fault.error("read", &path))?;
            if let Some(kind) = kind {
                look(&path, kind, Wanted::File);
            }
        }
        Ok(found)
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
        let mut reading = Reading::default();
        reading.findings.clone_from(&self.findings);
        let Logs { logs, strays } = self.logs()?;
        for (_, log) in logs {
            match read(&log) {
                Ok(bytes) => {
                    let (whole, cut_off) = bytes.split_at(whole_lines(&bytes));
                    let is_closed = reading.take_log(&log, whole);
                    if !cut_off.is_empty() {
                        reading.findings.push(Finding {
                            place: Location::end_of(&log, whole),
                            what: What::CutOff,
                        });
                    }
                    keep(log, bytes, is_closed);
                }
                Err(finding) => reading.findings.push(finding),
            }
        }
        let stray = |file: PathBuf| Finding {
            place: Location::whole(&file),
            what: What::StrayFile,
        };
        reading.findings.extend(strays.into_iter().map(stray));
        Ok(reading)
    }
}

fn logs_in(own: OwnFiles<'_>, folder: &Path) -> Result<Logs, Error> {
    let mut logs = Vec::new();
    let mut strays = Vec::new();
    let children = own.list(folder);
    for (name, _) in children.map_err(|fault| fault.error("read", folder))? {
        let path = folder.join(&name);
        let name = name.to_string_lossy();
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

/// Whether a file of that name in a sprint's folder is a day log.
pub(super) fn is_log(name: &str) -> bool {
    name.strip_suffix(".toml")
        .is_some_and(|stem| day_of(stem).is_some())
}

/// The day in `2017-02-27` or `2017-02-27.WORD`.
fn day_of(stem: &str) -> Option<NaiveDate> {
    let (date, word) = stem.split_once('.').unwrap_or((stem, "shared"));
    // What others have pushed may be called anything.
    let leads_elsewhere = |symbol: char| "./\\".contains(symbol) || symbol.is_control();
    let well_formed = date.len() == 10 && !word.is_empty() && !word.contains(leads_elsewhere);
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

/// The word that stands for a writer in the names of their logs. Two names never share one, also where a file system does
/// not tell capitals apart: unless word and name are the same letter for letter, it has symbols that come from the name.
/// The composed and the decomposed form of a letter are one.
pub(super) fn writer_word(by: &str) -> String {
    let name: String = by.nfc().collect();
    let word = file_word(&name, "somebody");
    let symbols = symbols(name.as_bytes());
    // Who is called like a word with symbols would share it with its owner.
    let looks_made = word
        .rsplit_once('-')
        .is_some_and(|(_, last)| last.len() == symbols.len() && EntryId::may_begin_with(last));
    if word == name && !looks_made {
        word
    } else {
        format!("{word}-{symbols}")
    }
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
    fn a_writer_has_a_word_of_their_own() {
        for name in ["armin", "carl-friedrich", "anto2"] {
            assert_eq!(writer_word(name), name);
        }
        let long = "x".repeat(65);
        let names = [
            "armin",
            "Armin",
            "ARMIN",
            "ármin",
            "armin!",
            " armin",
            "Li",
            "li",
            "李",
            "里",
            "anto",
            "anto!",
            "Ánto",
            "?",
            "!",
            "",
            "somebody",
            "con",
            "CON",
            "a b",
            "a-b",
            "a.b",
            "ß",
            "ss",
            &long,
            &long[..64],
        ];
        let mut words: Vec<String> = names.iter().map(|name| writer_word(name)).collect();
        // A word that was made of a name is no other name's.
        words.push(writer_word(&writer_word("Armin")));
        words.extend(["li-k7f2m9", "jean-pepper"].map(writer_word));
        for word in &words {
            assert_eq!(
                day_of(&format!("2017-02-27.{word}")),
                NaiveDate::from_ymd_opt(2017, 2, 27)
            );
            assert_eq!(*word, word.to_lowercase());
        }
        let count = words.len();
        words.sort();
        words.dedup();
        assert_eq!(words.len(), count, "{words:?}");
        assert_eq!(writer_word("A\u{301}nto"), writer_word("Ánto"));
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
            "2017-02-27.a/b",
            "2017-02-27.a\\b",
            "2017-02-27.a\nb",
        ] {
            assert_eq!(day_of(stem), None, "{stem}");
        }
    }
}
