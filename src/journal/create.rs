//! A new sprint: its folder, its `sprint.toml`, and what git has to know of all sprints.

use std::path::Path;

use chrono::NaiveDate;

use super::find::Journal;
use super::folder::Folder;
use super::layout::{CONFIG, FOR_GIT, LARGEST_LOG, check_name};
use super::line::string;
use super::sandbox::Sandbox;
use crate::diagnostic::Error;

/// The facts for a new `sprint.toml`.
#[derive(Clone, Debug, Default)]
pub struct NewSprint {
    pub(crate) title: Option<String>,
    pub(crate) place: Option<String>,
    pub(crate) from: Option<NaiveDate>,
    pub(crate) to: Option<NaiveDate>,
}

impl Journal {
    /// Makes the folder of a new sprint with its `sprint.toml`, and in the folder of all sprints the files for git.
    pub fn create(&self, name: &str, new: &NewSprint) -> Result<Folder, Error> {
        check_name(name)?;
        let path = self.root().join(name);
        self.require_free(name)?;
        let sandbox = self.sandbox();
        let there = sandbox.kind(&path);
        let there = there.map_err(|error| error.during("read", &path))?;
        if there.is_some() && self.is_sprint(name)? {
            let name = name.to_owned();
            return Err(Error::SprintExists { name, path });
        }
        let made = sandbox.make_folder(&path);
        made.map_err(|error| error.during("make", &path))?;
        let [attributes, ignored] = FOR_GIT;
        self.add_for_git(
            attributes,
            "# Day logs: git keeps the lines of both sides when it merges.\n",
            "[0-9]*.toml text eol=lf merge=union\n",
        )?;
        self.add_for_git(
            ignored,
            "# What sprint keeps for itself.\n",
            "*.cut\n.lock\npost.theirs*.md\n",
        )?;
        // What makes the folder a sprint comes last: until then, `init` can begin again.
        let file = path.join(CONFIG);
        let written = sandbox.write(&file, first_config(name, new).as_bytes(), |_| false);
        written.map_err(|error| error.during("write", &file))?;
        // The names of what is new are in the folders above.
        sandbox.sync_folder(&path)?;
        sandbox.sync_folder(self.root())?;
        let above = self.root().parent().unwrap_or(Path::new(""));
        Sandbox::below(above).sync_folder(above)?;
        self.open(name)
    }

    /// Adds lines to a file for git, unless it has them.
    fn add_for_git(&self, file: &str, comment: &str, lines: &str) -> Result<(), Error> {
        let file = self.root().join(file);
        let sandbox = self.sandbox();
        let mut bytes = match sandbox.read(&file, LARGEST_LOG) {
            Err(error) if error.is_not_found() => Vec::new(),
            read => read.map_err(|error| error.during("read", &file))?,
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
        let written = sandbox.write(&file, &bytes, |_| true);
        written.map_err(|error| error.during("write", &file))?;
        Ok(())
    }
}

/// The part of a new `sprint.toml` that people fill in.
const TO_FILL_IN: &str = r#"# topics = ["Release Work", "Release Work/Stackless"]    # in the order of the report
# log = "per-writer"     # one log per day and writer: merges without .gitattributes

# [check]
# off = ["never-joined"]     # rules that `sprint check` ignores
"#;

/// Returns the `sprint.toml` of a new sprint: what is known, and after `#` what may be filled in.
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
