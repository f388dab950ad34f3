//! README.md does what it says.

use std::fs;
use std::path::Path;

use expect_test::expect_file;
use sprint_journal::domain::Action;
use strum::VariantNames;

use crate::support::TestEnv;

/// The text of README.md.
pub fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"))
        .expect("README.md is there")
}

#[test]
fn the_first_day_is_what_a_newcomer_sees() {
    let readme = readme();
    let env = TestEnv::new();
    let mut sections = readme.split("```console\n");
    let mut replayed = sections.next().unwrap_or_default().to_owned();
    for section in sections {
        let (session, rest) = section.split_once("```").expect("a session ends");
        replayed.push_str(&format!("```console\n{}```{rest}", env.replay(session)));
    }
    expect_file!["../../README.md"].assert_eq(&replayed);
}

#[test]
fn every_command_is_in_the_table_with_the_options_it_has() {
    let readme = readme();
    let help = TestEnv::new().run("sprint --help");
    let commands = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty());
    let commands: Vec<&str> = commands
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect();
    assert!(commands.len() > 20, "{commands:?}");
    for command in commands {
        let row = readme
            .lines()
            .find(|line| line.starts_with(&format!("| `sprint {command}")));
        let row = row.unwrap_or_else(|| panic!("`{command}` has no row"));
        for word in row
            .split(['`', '[', ']', ' '])
            .filter(|word| word.starts_with('-') && word.len() > 1)
        {
            let seen = TestEnv::new().run(&format!("sprint {command} --help"));
            assert!(seen.contains(word), "`{command}` has no {word}");
        }
    }
}

#[test]
fn every_promise_names_tests_that_there_are() {
    let readme = readme();
    let section = readme
        .split("## What we promise")
        .nth(1)
        .expect("the section is there");
    let rows = section
        .lines()
        .skip_while(|line| !line.starts_with('|'))
        .take_while(|line| line.starts_with('|'));
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let pure = tests.with_file_name("src").join("journal");
    let pictures = pure.join("picture");
    let source: String = [
        &tests,
        &tests.join("cli"),
        &tests.join("faults"),
        &pure,
        &pictures,
    ]
    .into_iter()
    .flat_map(|folder| fs::read_dir(folder).expect("tests are there"))
    .filter_map(|file| fs::read_to_string(file.expect("a file").path()).ok())
    .collect();
    let mut count = 0;
    for row in rows.skip(2) {
        let names = row
            .rsplit('|')
            .nth(1)
            .expect("two cells")
            .split('`')
            .skip(1)
            .step_by(2);
        for name in names {
            let is_there =
                source.contains(&format!("fn {name}(")) || tests.with_file_name(name).is_file();
            assert!(is_there, "there is no test {name}");
            count += 1;
        }
    }
    assert!(count > 20, "{count}");
}

#[test]
fn every_kind_of_entry_is_in_the_table() {
    let readme = readme();
    for kind in Action::VARIANTS {
        assert!(
            readme
                .lines()
                .any(|line| line.starts_with(&format!("| `{kind}` |"))),
            "`{kind}` has no row"
        );
    }
}
