//! The arrows between the modules, held to the picture at the top of `src/lib.rs`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What each part may know, besides itself.
const ARROWS: [(&str, &[&str]); 7] = [
    (
        "cli",
        &[
            "journal",
            "report",
            "view",
            "domain",
            "diagnostic",
            "visible",
        ],
    ),
    ("journal", &["domain", "diagnostic", "visible"]),
    ("report", &["domain", "visible"]),
    ("view", &["domain", "diagnostic", "visible"]),
    ("diagnostic", &["domain"]),
    ("domain", &["visible"]),
    ("visible", &[]),
];

/// What only one part may do, by the words that do it.
const PLACES: [(&str, &[&str]); 4] = [
    (
        "main",
        &[
            "Local::now",
            "Utc::now",
            "SystemTime",
            "env::var",
            "env::args",
            "etcetera",
            "io::stdout",
            "io::stdin",
        ],
    ),
    (
        "journal",
        &[
            "std::fs",
            "fs::",
            "File::open",
            "OpenOptions",
            "process::Command",
            "exif::",
            "infer::",
            "quick_xml",
        ],
    ),
    ("view", &["comfy_table", "serde_json"]),
    ("report", &["pulldown_cmark", "linkify"]),
];

#[test]
fn modules_know_only_what_the_picture_shows() {
    for (part, known) in ARROWS {
        let mut used = BTreeSet::new();
        for file in files_of(part) {
            for rest in code(&file).split("crate::").skip(1) {
                let module = rest.split(|letter: char| !letter.is_alphanumeric()).next();
                used.insert(module.unwrap_or_default().to_owned());
            }
        }
        let allowed: BTreeSet<String> = known
            .iter()
            .chain([&part])
            .map(|module| (*module).to_owned())
            .collect();
        let strange: Vec<&String> = used.difference(&allowed).collect();
        assert!(strange.is_empty(), "{part} knows {strange:?}");
        let unused: Vec<&&str> = known
            .iter()
            .filter(|module| !used.contains(**module))
            .collect();
        assert!(
            unused.is_empty(),
            "{part} does not know {unused:?}: take them out of the picture"
        );
    }
}

#[test]
fn the_world_is_met_in_one_place_each() {
    for (place, words) in PLACES {
        for part in ARROWS
            .iter()
            .map(|(part, _)| *part)
            .chain(["main"])
            .filter(|part| *part != place)
        {
            for file in files_of(part) {
                let code = code(&file);
                for word in words {
                    // Part of a longer word is another word.
                    let found = code.match_indices(word).any(|(at, _)| {
                        !code[..at].ends_with(|letter: char| letter.is_alphanumeric())
                    });
                    assert!(
                        !found,
                        "{} has `{word}`, which belongs to {place}",
                        file.display()
                    );
                }
            }
        }
    }
}

/// What touches a file, in `src/journal/`, by how the code has it.
const TOUCHES: [&str; 17] = [
    "fs::",
    "File::open",
    "File::create",
    "File::options",
    "OpenOptions",
    "open_ambient",
    "write_output(",
    "read_dir(",
    ".exists()",
    ".try_exists()",
    ".is_file()",
    ".is_dir()",
    ".is_symlink()",
    ".metadata()",
    ".symlink_metadata()",
    ".read_link()",
    "tempfile",
];

/// The one place that opens what lies in a sprint's folder, and those that have files of another sort: what a user
/// names, what git keeps, the folder of a site.
const OTHER_FILES: [&str; 5] = ["own.rs", "output.rs", "input.rs", "git.rs", "site.rs"];

/// What else may be touched, and is no file of a sprint.
const OUTSIDE: [(&str, &str); 13] = [
    // Types, not deeds.
    ("append.rs", "use std::fs::{File, TryLockError};"),
    ("append.rs", "log.metadata()"),
    // `sprints/`, and what leads to it.
    ("folder.rs", "given.is_dir()"),
    ("folder.rs", "root.is_dir()"),
    ("folder.rs", "folder.join(\"sprints\").is_dir()"),
    ("folder.rs", "folder.join(\".git\").exists()"),
    // Whether a link in `sprints/` could be meant as a sprint.
    ("folder.rs", "!path.is_file()"),
    // The picture that a user names, and the folder of a post.
    ("photo.rs", "fs::metadata(source)"),
    ("photo.rs", "metadata.is_file()"),
    ("photo.rs", "File::open(source)"),
    ("photo.rs", "above.is_dir()"),
    // The folder of all receipts of a sprint.
    ("receipts.rs", "fs::create_dir_all(place)"),
    ("receipts.rs", "fs::remove_dir_all(place)"),
];

#[test]
fn what_lies_in_a_sprints_folder_is_touched_in_one_place() {
    for file in files_of("journal") {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if OTHER_FILES.contains(&name.as_ref()) {
            continue;
        }
        let mut code = code(&file);
        for (_, outside) in OUTSIDE.iter().filter(|(other, _)| *other == name) {
            code = code.replace(outside, "");
        }
        for line in code.lines().filter(|line| !line.starts_with("use std::fs")) {
            let found = TOUCHES.iter().find(|touch| line.contains(*touch));
            assert!(found.is_none(), "{name} touches a file: {line}");
        }
    }
}

#[test]
fn every_part_is_in_the_picture() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut parts: Vec<String> = fs::read_dir(source)
        .expect("the source is there")
        .map(|child| {
            child
                .expect("a readable folder")
                .path()
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|part| part != "main" && part != "lib")
        .collect();
    parts.sort();
    let mut drawn: Vec<&str> = ARROWS.iter().map(|(part, _)| *part).collect();
    drawn.sort_unstable();
    assert_eq!(parts, drawn);
}

/// The files of a part: one, or those of its folder.
fn files_of(part: &str) -> Vec<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let file = source.join(format!("{part}.rs"));
    if file.exists() {
        return vec![file];
    }
    files_in(&source.join(part))
}

/// The files of a folder and of those in it.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let children = fs::read_dir(folder).expect("a part is a file or a folder");
    let paths = children.map(|child| child.expect("a readable folder").path());
    paths
        .flat_map(|path| match path.is_dir() {
            true => files_in(&path),
            false => vec![path],
        })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

/// The code of a file: no comments, no tests.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("source is text");
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}
