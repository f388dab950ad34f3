//! The arrows between the modules, held to the picture at the top of `src/lib.rs`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What each part may know, besides itself.
const ARROWS: [(&str, &[&str]); 7] = [
    (
        "cli",
        &["journal", "report", "view", "domain", "error", "visible"],
    ),
    ("journal", &["domain", "error", "visible"]),
    ("report", &["domain", "visible"]),
    ("view", &["domain", "error", "visible"]),
    ("error", &["domain"]),
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
            "img_parts",
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
    let children = fs::read_dir(source.join(part)).expect("a part is a file or a folder");
    children
        .map(|child| child.expect("a readable folder").path())
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
