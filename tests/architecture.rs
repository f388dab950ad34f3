//! Checks the arrows between the modules against the picture at the top of `src/lib.rs`.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::path::{Path, PathBuf};

/// What each part may use, in addition to itself.
const ARROWS: [(&str, &[&str]); 8] = [
    (
        "cli",
        &[
            "journal",
            "planning",
            "report",
            "view",
            "domain",
            "diagnostic",
            "text",
        ],
    ),
    ("journal", &["domain", "diagnostic", "text"]),
    ("planning", &["domain", "diagnostic", "text"]),
    ("report", &["domain", "diagnostic", "text"]),
    ("view", &["domain", "diagnostic", "text"]),
    ("diagnostic", &["domain", "text"]),
    ("domain", &["text"]),
    ("text", &[]),
];

#[test]
fn no_files_use_each_other_in_a_circle() {
    let uses = uses();
    let mut circles = BTreeSet::new();
    for (from, to) in uses.keys() {
        if let Some(mut circle) = shortest_way(&uses, to, from) {
            // The same circle begins at the same file, wherever it was entered.
            let first = (0..circle.len()).min_by_key(|&at| &circle[at]);
            circle.rotate_left(first.unwrap_or_default());
            circles.insert(circle);
        }
    }
    let mut shown = String::new();
    for circle in &circles {
        for (from, to) in circle.iter().zip(circle.iter().cycle().skip(1)) {
            let names = &uses[&(from.clone(), to.clone())];
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            shown.push_str(&format!("  {from} uses {to}: {}\n", names.join(", ")));
        }
        shown.push('\n');
    }
    assert!(
        circles.is_empty(),
        "files use each other in circles:\n\n{shown}"
    );
}

/// Lists what each file uses of which other, by name. What a file re-exports is used of the file that defines it; to
/// re-export it is not to use it.
fn uses() -> BTreeMap<(String, String), BTreeSet<String>> {
    let mut modules = BTreeMap::new();
    read_module(Vec::new(), "lib.rs", &mut modules);
    let mut uses: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for module in modules.values() {
        for used in &module.uses {
            let (file, name) = definition(&modules, used);
            if file != module.file && file != "lib.rs" {
                let files = (module.file.clone(), file.to_owned());
                uses.entry(files).or_default().insert(name.to_owned());
            }
        }
    }
    uses
}

/// The path of a module or of what is in it, from the root of the crate.
type ItemPath = Vec<String>;

/// A file of the source, as a module.
struct Module {
    /// Where it is in `src/`.
    file: String,
    /// What its code imports and re-exports, by the names that it has there.
    imports: BTreeMap<String, ItemPath>,
    /// What its code uses.
    uses: Vec<ItemPath>,
}

/// Reads a module and those that it declares.
fn read_module(path: ItemPath, file: &str, modules: &mut BTreeMap<ItemPath, Module>) {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    // `r#move` is the module `move`.
    let code = code(&source.join(file)).replace("r#", "");
    let mut children = Vec::new();
    for line in code.lines() {
        let declared = line.split_once("mod ").map(|(_, rest)| rest);
        if let Some(name) = declared.and_then(|rest| rest.strip_suffix(';')) {
            let name = name.trim_start_matches("r#");
            children.push(name);
            let child = [&path[..], &[name.to_owned()]].concat();
            let in_folder = child.join("/") + "/mod.rs";
            let alone = child.join("/") + ".rs";
            let is_alone = source.join(&alone).exists();
            read_module(child, if is_alone { &alone } else { &in_folder }, modules);
        }
    }
    let (mut imports, mut uses) = (BTreeMap::new(), Vec::new());
    let mut rest = code.as_str();
    while let Some(colons) = rest.find("::") {
        let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
        let before = rest[..colons].trim_end_matches(is_letter);
        let root = match &rest[before.len()..colons] {
            "crate" => Some(Vec::new()),
            "super" => Some(path[..path.len() - 1].to_vec()),
            "self" => Some(path.clone()),
            name if children.contains(&name) => Some([&path[..], &[name.to_owned()]].concat()),
            _ => None,
        };
        let line = before.lines().next_back().unwrap_or_default();
        rest = &rest[colons + 2..];
        let Some(root) = root.filter(|_| !before.ends_with("::")) else {
            continue;
        };
        let mut named = Vec::new();
        rest = read_path(rest, root, &mut named);
        let is_import = line.ends_with("use ");
        let is_reexport = is_import && line.starts_with("pub");
        for (name, path) in named {
            if !is_reexport {
                uses.push(path.clone());
            }
            if is_import {
                imports.insert(name, path);
            }
        }
    }
    let file = file.to_owned();
    modules.insert(
        path,
        Module {
            file,
            imports,
            uses,
        },
    );
}

/// Reads what stands after `root::`, gives each path in it with the name that it is imported by, and returns the text
/// after it.
fn read_path<'t>(
    text: &'t str,
    mut root: ItemPath,
    found: &mut Vec<(String, ItemPath)>,
) -> &'t str {
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
    let text = text.trim_start();
    if let Some(mut list) = text.strip_prefix('{') {
        while let Some(rest) = list.trim_start().strip_prefix(|letter| letter != '}') {
            let start = list.len() - rest.len() - 1;
            list = read_path(&list[start..], root.clone(), found).trim_start();
            list = list.strip_prefix(',').unwrap_or(list);
        }
        return list;
    }
    let rest = text.trim_start_matches(is_letter);
    match &text[..text.len() - rest.len()] {
        "self" => {}
        "super" => root.truncate(root.len() - 1),
        name => root.push(name.to_owned()),
    }
    match rest.strip_prefix("::") {
        Some(more) if more.starts_with(|letter| is_letter(letter) || letter == '{') => {
            read_path(more, root, found)
        }
        _ => {
            let renamed = rest.strip_prefix(" as ");
            let name = renamed.and_then(|rest| rest.split(|letter| !is_letter(letter)).next());
            let name = name.or(root.last().map(String::as_str)).unwrap_or_default();
            found.push((name.to_owned(), root));
            rest.trim_start_matches(" as ")
                .trim_start_matches(is_letter)
        }
    }
}

/// Finds the file that defines what a path leads to, and what it is called there.
fn definition<'m>(
    modules: &'m BTreeMap<ItemPath, Module>,
    path: &'m [String],
) -> (&'m str, &'m str) {
    let inner = (1..=path.len()).take_while(|&length| modules.contains_key(&path[..length]));
    let length = inner.last().unwrap_or_default();
    let module = &modules[&path[..length]];
    match path
        .get(length)
        .map(|name| (name, module.imports.get(name)))
    {
        Some((_, Some(import))) => definition(modules, import),
        Some((name, None)) => (&module.file, name),
        None => (&module.file, path.last().map_or("", String::as_str)),
    }
}

/// Finds the shortest way from a file to another by what they use.
fn shortest_way(
    uses: &BTreeMap<(String, String), BTreeSet<String>>,
    from: &str,
    to: &str,
) -> Option<Vec<String>> {
    let mut ways = VecDeque::from([vec![from.to_owned()]]);
    let mut seen = BTreeSet::from([from]);
    while let Some(way) = ways.pop_front() {
        let last = way.last()?;
        if last == to {
            return Some(way);
        }
        for (_, next) in uses.keys().filter(|(user, _)| user == last) {
            if seen.insert(next) {
                ways.push_back([&way[..], std::slice::from_ref(next)].concat());
            }
        }
    }
    None
}

/// What only one part may use. The reader of a report's Markdown is in `report`; `text` only finds code and links.
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
    ("report", &["pulldown_cmark"]),
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
                if file.ends_with("text/inline.rs") {
                    continue;
                }
                for word in words {
                    // Part of a longer word does not count.
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

/// How code in `src/journal/` touches a file.
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

/// The one file that opens the files of a sprint, and those that open others: what a user
/// names, what git keeps, the folder of a site.
const OTHER_FILES: [&str; 4] = ["sandbox.rs", "output.rs", "input.rs", "site.rs"];

/// What else may be touched, because it is not a file of a sprint.
const OUTSIDE: [(&str, &str); 12] = [
    // `sprints/`, and what leads to it.
    ("find.rs", "given.is_dir()"),
    ("find.rs", "given.exists()"),
    ("find.rs", "root.is_dir()"),
    ("find.rs", "folder.join(\"sprints\").is_dir()"),
    ("find.rs", "folder.join(\".git\").exists()"),
    // Whether a link in `sprints/` could be meant as a sprint.
    ("find.rs", "!path.is_file()"),
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
        let is_git = file.parent().is_some_and(|folder| folder.ends_with("git"));
        if is_git || OTHER_FILES.contains(&name.as_ref()) {
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

/// Lists the files of a part: one, or those of its folder.
fn files_of(part: &str) -> Vec<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let file = source.join(format!("{part}.rs"));
    if file.exists() {
        return vec![file];
    }
    files_in(&source.join(part))
}

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

/// Returns the code of a file without comments and tests.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("source is text");
    let mut lines = text.lines();
    let mut code = Vec::new();
    while let Some(line) = lines.next() {
        let trimmed = line.trim_start();
        if trimmed.starts_with("#[cfg(test)]") || trimmed.starts_with("#[cfg(all(test") {
            // The item after the attribute ends with a line of the same indentation.
            let depth = line.len() - trimmed.len();
            let is_last = |line: &&str| {
                line.ends_with([';', '}']) && !line.starts_with(&" ".repeat(depth + 1))
            };
            lines.find(is_last);
        } else if !trimmed.starts_with("//") {
            code.push(line);
        }
    }
    code.join("\n")
}
