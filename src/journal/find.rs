//! The folder that holds all sprints, and the sprints in it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::config;
use super::documents::wide_encoding;
use super::folder::{Folder, logs_in};
use super::layout::{CONFIG, LARGEST_LOG, check_name};
use super::sandbox::Sandbox;
use crate::diagnostic::{
    Diagnostic, DiagnosticKind, Error, FileKind, Location, Obstacle, StorageError, Wanted,
};
use crate::domain::Config;

/// The folder `sprints/`, which holds a folder for each sprint.
#[derive(Clone, Debug)]
pub struct Journal {
    root: PathBuf,
}

impl Journal {
    /// Finds the journal at `given` (the folder that holds `sprints/`, or is it), else the nearest one from `working`
    /// upwards; `None` if there is none yet.
    pub fn find(given: Option<&Path>, working: &Path) -> Result<Option<Journal>, Error> {
        if let Some(given) = given {
            if !given.is_dir() {
                return Err(StorageError::NoSuchFolder {
                    path: given.to_owned(),
                    is_there: given.exists(),
                }
                .into());
            }
            let root = Self::root_in(given);
            return Ok(root.is_dir().then_some(Journal { root }));
        }
        let mut above = working.ancestors();
        let steps = above.position(|folder| folder.join("sprints").is_dir());
        Ok(steps.map(|steps| Journal {
            root: PathBuf::from("../".repeat(steps) + "sprints"),
        }))
    }

    /// Finds the journal as [`Journal::find`] does; one that does not exist yet is made when something is put into it.
    pub fn find_or_begin(given: Option<&Path>, working: &Path) -> Result<Journal, Error> {
        let root = Self::root_in(given.unwrap_or(Path::new("")));
        Ok(Self::find(given, working)?.unwrap_or(Journal { root }))
    }

    /// Returns where the journal of a folder is: in it, or it is the journal itself.
    fn root_in(folder: &Path) -> PathBuf {
        let is_root = |path: &Path| path.file_name().is_some_and(|name| name == "sprints");
        let is_itself = is_root(folder) || folder.canonicalize().is_ok_and(|path| is_root(&path));
        if is_itself && !folder.as_os_str().is_empty() {
            folder.to_owned()
        } else {
            folder.join("sprints")
        }
    }

    /// Returns the folder that holds all sprints.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the path of the journal from the root of its git repository, or else from the folder that holds it.
    pub(crate) fn root_in_repository(&self) -> PathBuf {
        let Ok(root) = self.root.canonicalize() else {
            return self.root.clone();
        };
        let repository = root.ancestors().find(|folder| folder.join(".git").exists());
        let path = repository
            .or(root.parent())
            .and_then(|repository| root.strip_prefix(repository).ok());
        path.unwrap_or(&root).to_owned()
    }

    /// Lists all sprints by name: the folders with a `sprint.toml` or a day log in them.
    pub fn sprints(&self) -> Result<Vec<Folder>, Error> {
        self.sprints_among(&self.children()?)
    }

    /// Lists all sprints, as [`Journal::sprints`] does, and reports the links, as [`Journal::links`] does.
    pub(crate) fn sprints_and_links(&self) -> Result<(Vec<Folder>, Vec<Diagnostic>), Error> {
        let children = self.children()?;
        Ok((self.sprints_among(&children)?, self.links_among(&children)))
    }

    fn sprints_among(&self, children: &[(OsString, FileKind)]) -> Result<Vec<Folder>, Error> {
        let mut folders = Vec::new();
        for (name, _) in self.named(children, FileKind::Folder) {
            if check_name(&name).is_ok() && self.is_sprint(&name)? {
                folders.push(self.open(&name)?);
            }
        }
        Ok(folders)
    }

    /// Reports the folders that would be sprints if their names were valid. Hidden ones are not meant to be sprints.
    pub(crate) fn strays(&self) -> Result<Vec<Diagnostic>, Error> {
        let mut strays = Vec::new();
        for (name, path) in self.named(&self.children()?, FileKind::Folder) {
            let is_stray = check_name(&name).is_err() && !name.starts_with('.');
            // A folder that cannot be looked into may be anything.
            if is_stray && self.is_sprint(&name).unwrap_or(false) {
                let location = Location::whole(&path);
                strays.push(Diagnostic::at(location, DiagnosticKind::StrayFolder));
            }
        }
        Ok(strays)
    }

    /// Reports the links that have the name of a sprint, unless they lead to a file. What they lead to is not a sprint.
    pub(crate) fn links(&self) -> Result<Vec<Diagnostic>, Error> {
        Ok(self.links_among(&self.children()?))
    }

    fn links_among(&self, children: &[(OsString, FileKind)]) -> Vec<Diagnostic> {
        let links = self.named(children, FileKind::Link);
        let links = links.filter(|(name, path)| check_name(name).is_ok() && !path.is_file());
        let links = links.map(|(_, path)| Location::whole(&path));
        let diagnostic = |link| Diagnostic::at(link, DiagnosticKind::LinkedFolder);
        links.map(diagnostic).collect()
    }

    /// Refuses what is in the place of the folder of a sprint of that name and is not a folder.
    pub(crate) fn require_free(&self, name: &str) -> Result<(), Error> {
        let path = self.root.join(name);
        match self.sandbox().kind(&path) {
            Ok(Some(kind)) if kind != FileKind::Folder => {
                let wanted = Wanted::Folder;
                let obstacle = Obstacle { kind, wanted };
                Err(StorageError::InTheWay { path, obstacle }.into())
            }
            Ok(_) => Ok(()),
            Err(error) => Err(error.during("read", &path)),
        }
    }

    fn children(&self) -> Result<Vec<(OsString, FileKind)>, Error> {
        let children = self.sandbox().list(&self.root);
        children.map_err(|error| error.during("read", &self.root))
    }

    /// Returns those of its children that are files, folders or links, each with its path.
    fn named(
        &self,
        children: &[(OsString, FileKind)],
        wanted: FileKind,
    ) -> impl Iterator<Item = (String, PathBuf)> {
        let children = children.iter().filter(move |(_, kind)| *kind == wanted);
        children.map(|(name, _)| (name.to_string_lossy().into(), self.root.join(name)))
    }

    pub(super) fn sandbox(&self) -> Sandbox<'_> {
        Sandbox::below(&self.root)
    }

    pub(super) fn is_sprint(&self, name: &str) -> Result<bool, Error> {
        let folder = self.root.join(name);
        let config = self.sandbox().kind(&folder.join(CONFIG));
        let config = config.map_err(|error| error.during("read", &folder))?;
        Ok(config.is_some() || !logs_in(self.sandbox(), &folder)?.logs.is_empty())
    }

    pub(super) fn open(&self, name: &str) -> Result<Folder, Error> {
        let path = self.root.join(name);
        let file = path.join(CONFIG);
        let (config, diagnostics) = match self.sandbox().read(&file, LARGEST_LOG) {
            Err(error) if error.is_not_found() => Default::default(),
            Err(error) => (Config::default(), vec![error.diagnostic(&file)]),
            Ok(bytes) => match decoded(bytes) {
                Ok(text) => config::parse(&file, &text),
                Err(kind) => {
                    let diagnostic = Diagnostic::at(Location::whole(&file), kind);
                    (Config::default(), vec![diagnostic])
                }
            },
        };
        Ok(Folder {
            name: name.to_owned(),
            path,
            config,
            diagnostics,
        })
    }
}

/// Decodes a file that people write, or says why it cannot be read.
pub(super) fn decoded(bytes: Vec<u8>) -> Result<String, DiagnosticKind> {
    match wide_encoding(&bytes) {
        Some(encoding) => Err(DiagnosticKind::WideEncoding(encoding)),
        None => String::from_utf8(bytes).map_err(|_| DiagnosticKind::NotUtf8),
    }
}
