//! README.md does what it says.

use std::fs;
use std::path::Path;

use expect_test::expect_file;
use sprint_journal::domain::Action;
use strum::VariantNames;

use crate::support::Room;

/// The text of README.md.
pub fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"))
        .expect("README.md is there")
}

#[test]
fn the_first_day_is_what_a_newcomer_sees() {
    let readme = readme();
    let room = Room::new();
    let mut sections = readme.split("```console\n");
    let mut replayed = sections.next().unwrap_or_default().to_owned();
    for section in sections {
        let (session, rest) = section.split_once("```").expect("a session ends");
        replayed.push_str(&format!("```console\n{}```{rest}", room.replay(session)));
    }
    expect_file!["../../README.md"].assert_eq(&replayed);
}

#[test]
fn every_command_is_in_the_table_with_the_options_it_has() {
    let readme = readme();
    let help = Room::new().run("sprint --help");
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
            let seen = Room::new().run(&format!("sprint {command} --help"));
            assert!(seen.contains(word), "`{command}` has no {word}");
        }
    }
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
