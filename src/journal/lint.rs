//! What deserves a look in the files of a sprint although it was read.

use std::ops::Range;
use std::path::Path;

use chrono::NaiveDate;
use foldhash::HashMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::documents::{decoded, documents, wide_encoding};
use super::folder::Folder;
use super::layout::{CONFIG, FOR_GIT, LOCK, PHOTOS, is_log};
use super::locations::Locations;
use super::scan::{KnownTopics, scan};
use super::toml10::newer_syntax;
use crate::diagnostic::{
    Diagnostic, DiagnosticKind, Error, FileKind, Lines, Location, Obstacle, Wanted,
};
use crate::domain::{Action, Sprint, is_address};
use crate::text::characters;

impl Folder {
    /// Finds what deserves a look although it was read: entries in the log of another day, pictures that are not there,
    /// syntax that other programs may refuse, control characters and others that nobody sees. Reads the files once more,
    /// which only a check has the time for.
    pub fn lint(&self, sprint: &Sprint, locations: &Locations) -> Result<Vec<Diagnostic>, Error> {
        let logs = self.logs()?.logs;
        let days: HashMap<&Path, NaiveDate> = logs
            .iter()
            .map(|log| (log.path.as_path(), log.day))
            .collect();
        let entries = sprint.entries().iter();
        let mut diagnostics: Vec<Diagnostic> = entries
            .filter_map(|entry| {
                let location = locations.get(entry.id)?;
                let (day, log) = (entry.day(), *days.get(&*location.file)?);
                let kind = DiagnosticKind::WrongDay { day, log };
                (day != log).then(|| Diagnostic::at(location, kind))
            })
            .collect();
        diagnostics.extend(self.photo_diagnostics(sprint, locations));
        diagnostics.extend(self.in_the_way()?);
        let files = logs.iter().map(|log| log.path.clone());
        for file in files.chain([self.path.join(CONFIG)]) {
            // What cannot be read is found already.
            if let Ok(bytes) = self.read_log(&file) {
                diagnostics.extend(look_at(&file, &bytes));
            }
        }
        Ok(diagnostics)
    }

    /// Finds what is in the place of a file or folder of the sprint and is something else, except for the logs and
    /// `sprint.toml`.
    fn in_the_way(&self) -> Result<Vec<Diagnostic>, Error> {
        let mut found = Vec::new();
        let sandbox = self.sandbox();
        let mut look = |path: &Path, kind: FileKind, wanted: Wanted| {
            let is_wanted = match wanted {
                Wanted::File => kind == FileKind::File,
                Wanted::Folder => kind == FileKind::Folder,
            };
            if !is_wanted {
                let kind = DiagnosticKind::InTheWay(Obstacle { kind, wanted });
                found.push(Diagnostic::at(Location::whole(path), kind));
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
                if kind == FileKind::Folder {
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

    fn photo_diagnostics(&self, sprint: &Sprint, locations: &Locations) -> Vec<Diagnostic> {
        // Many entries may have one picture.
        let mut known: HashMap<&str, Option<DiagnosticKind>> = HashMap::default();
        let mut diagnostics = Vec::new();
        for entry in sprint.effective() {
            let (Action::Photo(photo), Some(location)) = (&entry.action, locations.get(entry.id))
            else {
                continue;
            };
            if is_address(&photo.file) {
                continue;
            }
            let file = &photo.file;
            let what = known.entry(file).or_insert_with(|| {
                let fault = self.check_picture(file).err()?;
                let file = file.to_string();
                Some(DiagnosticKind::BadPicture { file, fault })
            });
            let what = what.clone();
            diagnostics.extend(what.map(|what| Diagnostic::at(location.clone(), what)));
        }
        diagnostics
    }
}

fn look_at(file: &Path, bytes: &[u8]) -> Vec<Diagnostic> {
    if wide_encoding(bytes).is_some() {
        return Vec::new();
    }
    let text = decoded(bytes).0;
    let lines = Lines::of(file, &text);
    let mut diagnostics = Vec::new();
    for part in parts_to_look_at(&text) {
        documents(&text[part.clone()], |range, document| {
            let Ok(table) = document else { return };
            let range = part.start + range.start..part.start + range.end;
            let mut find = |offset: usize, kind| {
                diagnostics.push(Diagnostic::at(lines.locate(range.start + offset), kind));
            };
            for newer in newer_syntax(&text[range.clone()]) {
                let offset = newer.span().start;
                find(offset, DiagnosticKind::NewerToml(newer.into_inner()));
            }
            for control in control_characters(&table) {
                find(control.span().start, control.into_inner());
            }
        });
    }
    diagnostics
}

/// Returns where in a file there may be something to find: in all of it, unless every line is as this program writes it, and then in
/// those with other characters than visible ones of ASCII.
fn parts_to_look_at(text: &str) -> Vec<Range<usize>> {
    if scan(text, &mut KnownTopics::default(), &mut Vec::new()).is_none() {
        return std::iter::once(0..text.len()).collect();
    }
    let mut start = 0;
    let mut parts = Vec::new();
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        if !line.is_ascii() || has_hidden_escape(line) {
            parts.push(start..end);
        }
        start = end;
    }
    parts
}

/// Returns whether a line has an escape other than those of a quotation mark, a backslash, a tab and the ends of lines.
fn has_hidden_escape(line: &str) -> bool {
    let mut escapes = line.split('\\').skip(1);
    while let Some(after) = escapes.next() {
        match after.bytes().next() {
            Some(b'"' | b'n' | b'r' | b't') => {}
            // An escaped backslash: what follows it is text.
            None => drop(escapes.next()),
            Some(_) => return true,
        }
    }
    false
}

/// Finds, in each text, the first character that acts on a terminal, reorders, or shows as nothing, and is not a line
/// end or tab; returns it with the place of the text.
fn control_characters(table: &DeTable<'_>) -> Vec<Spanned<DiagnosticKind>> {
    let mut found = Vec::new();
    let mut left: Vec<&Spanned<DeValue<'_>>> = table.values().collect();
    while let Some(value) = left.pop() {
        match value.get_ref() {
            DeValue::String(text) => {
                let control =
                    characters(text).find(|(letter, acts)| *acts && !"\n\r\t".contains(*letter));
                let control = control.map(|(letter, _)| DiagnosticKind::Control(letter));
                found.extend(control.map(|kind| Spanned::new(value.span(), kind)));
            }
            DeValue::Array(values) => left.extend(values.iter()),
            DeValue::Table(table) => left.extend(table.values()),
            _ => {}
        }
    }
    found
}
