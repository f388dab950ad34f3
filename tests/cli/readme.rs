//! The documents are true.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use expect_test::expect_file;
use sprint_journal::domain::Action;
use sprint_journal::report;
use strum::VariantNames;

use crate::support::TestEnv;

/// Reads a document of this repository.
pub fn document(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a document")
}

/// Replays what is typed before the post that comes of it, a first day in an empty folder, and the import of a pad.
#[test]
fn the_sessions_of_the_readme_are_what_a_newcomer_sees() {
    let readme = document("README.md");
    let mut sections = readme.split("```console\n");
    let mut replayed = sections.next().unwrap_or_default().to_owned();
    for (section, env) in sections.zip([in_the_hut(&readme), TestEnv::new(), with_pad(&readme)]) {
        let (session, rest) = section.split_once("```").expect("a session ends");
        let session = replay(&env, session);
        replayed.push_str(&format!("```console\n{session}```"));
        replayed.push_str(&with_post(rest, &env));
    }
    expect_file!["../../README.md"].assert_eq(&replayed);
}

/// Replays a session in which some lines are typed at the prompt. What a shell reads as words has the same meaning.
fn replay(env: &TestEnv, session: &str) -> String {
    let mut seen = String::new();
    for line in session.lines() {
        let command = match (line.strip_prefix("$ "), line.strip_prefix("sprint> ")) {
            (Some("sprint batch"), _) => {
                seen.push_str(&format!("{line}\n{}", first_of_prompt(env)));
                continue;
            }
            (_, Some("exit")) => String::new(),
            (Some(command), _) => command.to_owned(),
            (_, Some(typed)) => {
                let words = typed.replace('\'', r"'\''").replace(' ', "' '");
                format!("sprint '{words}'")
            }
            (None, None) => continue,
        };
        seen.push_str(&format!("{line}\n{}", env.run(&command)));
    }
    seen
}

/// Returns what the prompt says before anything is typed.
fn first_of_prompt(env: &TestEnv) -> String {
    let seen = env.run("script -qec 'TERM=dumb sprint batch' /dev/null < /dev/null | tr -d '\\r'");
    let said = seen.lines().filter(|line| line.starts_with("remark: "));
    said.map(|line| format!("! {line}\n")).collect()
}

/// Begins a sprint that two people have joined, with the `post.md` that a document shows.
fn in_the_hut(document: &str) -> TestEnv {
    let env = TestEnv::new();
    env.run("sprint init hut --title 'Mountain Hut Sprint'");
    env.run("sprint join Ida Lind && sprint join Bela Szabo");
    let (_, post) = document
        .split_once("```markdown\n")
        .expect("a post.md is shown");
    let (post, _) = post.split_once("```").expect("it ends");
    fs::write(env.path().join("sprints/hut/post.md"), post).expect("a writable folder");
    let settings = "title = \"Mountain Hut Sprint\"\n";
    fs::write(env.path().join("sprints/hut/sprint.toml"), settings).expect("a writable folder");
    env
}

/// Begins a sprint beside the pad that a document shows.
fn with_pad(document: &str) -> TestEnv {
    let env = TestEnv::new();
    env.run("sprint init hut --title 'Mountain Hut Sprint'");
    let (_, pad) = document.split_once("```text\n").expect("a pad is shown");
    let (pad, _) = pad.split_once("```").expect("it ends");
    fs::write(env.path().join("pad.txt"), pad).expect("a writable folder");
    env
}

#[test]
fn the_session_of_the_planning_document_is_what_a_newcomer_sees() {
    let document = document("src/planning/planning.md");
    let (before, session) = document.split_once("```console\n").expect("a session");
    let (session, rest) = session.split_once("```").expect("it ends");
    let session = replay(&with_pad(&document), session);
    let replayed = format!("{before}```console\n{session}```{rest}");
    expect_file!["../../src/planning/planning.md"].assert_eq(&replayed);
}

/// Puts the post of the sprint in the place of a quotation.
fn with_post(text: &str, env: &TestEnv) -> String {
    let Some((before, quoted)) = text.split_once("\n> ") else {
        return text.to_owned();
    };
    let quote = |line: &str| format!("> {line}").trim_end().to_owned() + "\n";
    let post: String = env.run("sprint summary").lines().map(quote).collect();
    let (_, after) = quoted.split_at(quoted.find("\n\n").expect("a quotation ends"));
    format!("{before}\n{}{after}", post.trim_end())
}

#[test]
fn every_command_is_in_the_table_with_all_its_options() {
    let readme = document("README.md");
    let help = TestEnv::new().run("sprint --help");
    let commands = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty());
    let commands: BTreeSet<&str> = commands
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect();
    let rows: BTreeMap<&str, &str> = readme
        .lines()
        .filter_map(|line| line.strip_prefix("| `sprint "))
        .filter_map(|row| Some((row.split([' ', '`']).next()?, row)))
        .collect();
    assert_eq!(rows.keys().copied().collect::<BTreeSet<_>>(), commands);
    let everywhere = options(&help);
    for (command, row) in rows {
        let shown: Vec<&str> = row
            .split(['`', '[', ']', ' '])
            .filter(|word| word.starts_with('-') && word.len() > 1)
            .collect();
        let has = options(&TestEnv::new().run(&format!("sprint {command} --help")));
        for option in &shown {
            let known = has
                .iter()
                .any(|names| names.iter().any(|name| name == option));
            assert!(known, "`{command}` has no {option}");
        }
        for names in has.iter().filter(|names| !everywhere.contains(names)) {
            let shown = names
                .iter()
                .any(|name| shown.contains(&name.as_str()) || name == "--json");
            assert!(shown, "the row of `{command}` does not have {names:?}");
        }
    }
}

/// Lists the options of a help text, each by its names.
fn options(help: &str) -> Vec<Vec<String>> {
    help.lines()
        .map(str::trim_start)
        .filter(|line| line.starts_with('-'))
        .map(|line| {
            let words = line.split_whitespace();
            words
                .take_while(|word| word.starts_with('-'))
                .map(|word| word.trim_end_matches(',').to_owned())
                .collect()
        })
        .collect()
}

#[test]
fn the_readme_says_which_rust_is_needed() {
    let needed = concat!(
        "](https://rustup.rs) ",
        env!("CARGO_PKG_RUST_VERSION"),
        " or newer"
    );
    assert!(document("README.md").contains(needed), "{needed}");
}

#[test]
fn every_promise_names_tests_that_there_are() {
    let promises = document("tests/README.md");
    let section = promises
        .split("## What we promise")
        .nth(1)
        .expect("the section is there");
    let rows = section
        .lines()
        .skip_while(|line| !line.starts_with('|'))
        .take_while(|line| line.starts_with('|'));
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = text_below(&root.join("tests")) + &text_below(&root.join("src"));
    let mut count = 0;
    for row in rows.skip(2) {
        let names = row
            .rsplit('|')
            .nth(1)
            .expect("two cells")
            .split('`')
            .skip(1)
            .step_by(2)
            .filter(|name| !name.starts_with('.'));
        for name in names {
            let is_there = source.contains(&format!("fn {name}(")) || root.join(name).is_file();
            assert!(is_there, "there is no test {name}");
            count += 1;
        }
    }
    assert!(count > 20, "{count}");
}

/// Reads all files in a folder and the folders in it.
fn text_below(folder: &Path) -> String {
    let files = fs::read_dir(folder).expect("a folder");
    let paths = files.map(|file| file.expect("a file").path());
    paths
        .filter_map(|path| match path.is_dir() {
            true => Some(text_below(&path)),
            false => fs::read_to_string(path).ok(),
        })
        .collect()
}

#[test]
fn every_kind_of_entry_is_in_the_table() {
    let format = document("sprints/README.md");
    for kind in Action::VARIANTS {
        let row = format!("| `{kind}` |");
        assert!(format.lines().any(|line| line.starts_with(&row)), "{kind}");
    }
}

#[test]
fn every_site_is_in_the_table() {
    for site in report::SITES {
        let row = format!("| `{}` ", site.name);
        let mut lines = report::DESCRIPTION.lines();
        assert!(lines.any(|line| line.starts_with(&row)), "{}", site.name);
    }
}

/// Follows each link to a file or a heading.
#[test]
fn every_link_leads_somewhere() {
    for path in [
        "README.md",
        "sprints/README.md",
        "tests/README.md",
        ".github/CONTRIBUTING.md",
    ] {
        let text = document(path);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let headings: Vec<String> = text
            .lines()
            .filter(|line| line.starts_with('#'))
            .map(|line| {
                line.trim_start_matches('#')
                    .trim()
                    .to_lowercase()
                    .replace(' ', "-")
                    .replace('`', "")
            })
            .collect();
        let links = text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next());
        for link in links
            .map(str::trim)
            .filter(|link| !link.starts_with("http"))
        {
            let is_there = match link.strip_prefix('#') {
                Some(heading) => headings.iter().any(|there| there == heading),
                None => folder.with_file_name("").join(link).exists(),
            };
            assert!(is_there, "{path} links to {link}");
        }
    }
}

#[test]
fn the_examples_of_the_template_are_posts() {
    let env = in_the_hut(report::TEMPLATE);
    env.run("sprint done $(sprint plan shrink the index -p ida | head -c1) The index is smaller.");
    for example in report::TEMPLATE.split("```markdown\n").skip(1) {
        let (example, _) = example.split_once("```").expect("an example ends");
        fs::write(env.path().join("sprints/hut/post.md"), example).expect("a writable folder");
        let post = env.run("sprint summary");
        assert!(!post.contains("! error"), "{example}\n{post}");
    }
}
