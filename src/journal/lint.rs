//! What deserves a look in the files of a sprint although it was read.

use std::collections::HashMap;
use std::path::Path;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::documents::{decoded, documents, wide_encoding};
use super::folder::Folder;
use super::layout::{CONFIG, FOR_GIT, LOCK, PHOTOS, is_log};
use super::sandbox::FileError;
use super::toml10::newer_syntax;
use crate::diagnostic::{
    Error, Finding, Kind, Lines, Location, Obstacle, PictureFault, Wanted, What,
};
use crate::domain::{Action, EntryId, Sprint, is_address};
use crate::text::characters;

impl Folder {
    /// What deserves a look although it was read, and made a sprint: entries in the log of another day, pictures that are
    /// not there, syntax that other programs may refuse, control characters and others that nobody sees. Reads the files once more, which only a check
    /// has the time for.
    pub fn look_closely(
        &self,
        sprint: &Sprint,
        places: &HashMap<EntryId, Location>,
    ) -> Result<Vec<Finding>, Error> {
        let logs = self.logs()?.logs;
        let days: HashMap<&Path, NaiveDate> = logs
            .iter()
            .map(|(day, file)| (file.as_path(), *day))
            .collect();
        let mut findings: Vec<Finding> = sprint
            .entries()
            .iter()
            .filter_map(|entry| {
                let place = places.get(&entry.id)?;
                let (day, log) = (entry.day(), *days.get(place.file.as_path())?);
                (day != log).then(|| Finding {
                    place: place.clone(),
                    what: What::WrongDay { day, log },
                })
            })
            .collect();
        findings.extend(self.photo_findings(sprint, places));
        findings.extend(self.in_the_way()?);
        let files = logs.iter().map(|(_, file)| file.clone());
        for file in files.chain([self.path.join(CONFIG)]) {
            // What cannot be read is found already.
            if let Ok(bytes) = self.read_log(&file) {
                findings.extend(look_at(&file, &bytes));
            }
        }
        Ok(findings)
    }

    /// What stands where a file or folder of the sprint belongs and is none, besides the logs and `sprint.toml`.
    fn in_the_way(&self) -> Result<Vec<Finding>, Error> {
        let mut found = Vec::new();
        let sandbox = self.sandbox();
        let mut look = |path: &Path, kind: Kind, wanted: Wanted| {
            let is_wanted = match wanted {
                Wanted::File => kind == Kind::File,
                Wanted::Folder => kind == Kind::Folder,
            };
            if !is_wanted {
                let obstacle = Obstacle { kind, wanted };
                found.push(FileError::InTheWay(path.to_owned(), obstacle).finding(path));
            }
        };
        let listed = |folder: &Path| {
            sandbox
                .list(folder)
                .map_err(|error| error.during("read", folder))
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
            let kind = sandbox
                .kind(&path)
                .map_err(|error| error.during("read", &path))?;
            if let Some(kind) = kind {
                look(&path, kind, Wanted::File);
            }
        }
        Ok(found)
    }

    fn photo_findings(&self, sprint: &Sprint, places: &HashMap<EntryId, Location>) -> Vec<Finding> {
        // One picture may stand in many entries.
        let mut known: HashMap<&str, Option<What>> = HashMap::new();
        let mut findings = Vec::new();
        for entry in sprint.effective() {
            let (Action::Photo(photo), Some(place)) = (&entry.action, places.get(&entry.id)) else {
                continue;
            };
            if is_address(&photo.file) {
                continue;
            }
            let file = &photo.file;
            let what = known.entry(file).or_insert_with(|| {
                Some(match self.check_picture(file).err()? {
                    PictureFault::Missing => What::NoSuchPhoto(file.clone()),
                    fault => What::NotAPicture {
                        file: file.clone(),
                        fault,
                    },
                })
            });
            findings.extend(what.clone().map(|what| Finding {
                place: place.clone(),
                what,
            }));
        }
        findings
    }
}

fn look_at(file: &Path, bytes: &[u8]) -> Vec<Finding> {
    if wide_encoding(bytes).is_some() {
        return Vec::new();
    }
    let (text, _) = decoded(file, bytes);
    let lines = Lines::of(file, &text);
    let mut findings = Vec::new();
    documents(&text, |range, document| {
        let Ok(table) = document else { return };
        let newer = newer_syntax(&text[range.clone()]);
        let newer = newer
            .into_iter()
            .map(|(offset, newer)| (offset, What::NewerToml(newer)));
        let control = control_characters(&table).into_iter();
        findings.extend(newer.chain(control).map(|(offset, what)| Finding {
            place: lines.place(range.start + offset),
            what,
        }));
    });
    findings
}

/// The first letter of every text that has one which acts on a terminal, reorders or shows as nothing, and is no line end or
/// tab, behind the byte where the text begins.
fn control_characters(table: &DeTable<'_>) -> Vec<(usize, What)> {
    let mut found = Vec::new();
    let mut left: Vec<&Spanned<DeValue<'_>>> = table.values().collect();
    while let Some(value) = left.pop() {
        match value.get_ref() {
            DeValue::String(text) => {
                let control =
                    characters(text).find(|(letter, acts)| *acts && !"\n\r\t".contains(*letter));
                found
                    .extend(control.map(|(letter, _)| (value.span().start, What::Control(letter))));
            }
            DeValue::Array(values) => left.extend(values.iter()),
            DeValue::Table(table) => left.extend(table.values()),
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => {}
        }
    }
    found
}
