//! A whole sprint, command by command: a week in Gothenburg as it might have been typed in 2009.
//!
//! What was typed stands in `tests/replay/gothenburg-2009`, a batch for each morning and each evening, and what the room
//! then saw in `tests/golden/replay`.
//!
//! Two more sprints are retold there from their public reports, each as a journal and a `post.md`.

use std::fs;
use std::path::{Path, PathBuf};

use expect_test::{ExpectFile, expect_file};

use crate::support::TestEnv;

/// The days of the sprint, and the batches of each.
const DAYS: [(&str, &str, &[&str]); 7] = [
    ("tuesday", "2009-05-19", &["morning", "evening"]),
    ("wednesday", "2009-05-20", &["morning", "evening"]),
    ("thursday", "2009-05-21", &["morning", "evening"]),
    ("friday", "2009-05-22", &["morning", "evening"]),
    ("saturday", "2009-05-23", &["morning"]),
    ("sunday", "2009-05-24", &["morning", "evening"]),
    ("monday", "2009-05-25", &["morning", "evening"]),
];

/// The sprint in Gothenburg, after some days.
struct Week {
    env: TestEnv,
    /// When it is.
    now: String,
}

impl Week {
    /// Begins the sprint, with a `sprint.toml` and a `post.md` that were edited by hand, and records no batch yet.
    fn begin() -> Self {
        let env = TestEnv::new();
        let mut week = Week {
            env,
            now: String::new(),
        };
        week.at("tuesday", "morning");
        week.run("sprint init gothenburg-2009");
        for file in fs::read_dir(typed()).expect("the batches are in a folder") {
            let file = file.expect("the folder of the batches can be read");
            let target = match file.file_name().to_string_lossy().as_ref() {
                name @ ("sprint.toml" | "post.md") => format!("sprints/gothenburg-2009/{name}"),
                batch => batch.to_owned(),
            };
            fs::copy(file.path(), week.env.path().join(target)).expect("a file can be copied");
        }
        week
    }

    /// Records the batches up to the morning of `day`.
    fn on_the_morning_of(day: &str) -> Self {
        let mut week = Week::begin();
        for (name, _, parts) in DAYS {
            for part in parts {
                week.at(name, part);
                week.run(&format!("sprint batch {}", batch(name, part)));
                if name == day {
                    return week;
                }
            }
        }
        panic!("{day} is not a day of the sprint");
    }

    /// Records all batches.
    fn over() -> Self {
        let mut week = Week::on_the_morning_of("monday");
        week.at("monday", "evening");
        week.run(&format!("sprint batch {}", batch("monday", "evening")));
        week
    }

    /// Sets the clock.
    fn at(&mut self, day: &str, part: &str) {
        let (_, date, _) = DAYS
            .iter()
            .find(|(name, ..)| *name == day)
            .expect("it is a day of the sprint");
        let time = if part == "morning" { "09:30" } else { "18:15" };
        self.now = format!("{date}T{time}:00+02:00");
    }

    /// Runs one command and gives its output.
    fn run(&self, command: &str) -> String {
        let environment = format!("export SPRINT_NOW={} SPRINT_BY=bea COLUMNS=100", self.now);
        self.env.run(&format!("{environment}; {command}"))
    }

    /// Runs commands and compares their whole output.
    fn shows(&self, commands: &[&str], expected: &ExpectFile) {
        let seen: String = commands
            .iter()
            .map(|command| format!("$ {command}\n{}", self.run(command)))
            .collect();
        expected.assert_eq(&seen);
    }
}

/// Returns the folder of what was typed.
fn typed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/replay/gothenburg-2009")
}

/// Returns the file of a batch.
fn batch(day: &str, part: &str) -> String {
    let place = DAYS.iter().position(|(name, ..)| *name == day);
    let place = place.expect("it is a day of the sprint") + 1;
    format!("{place}-{day}-{part}.batch")
}

#[test]
fn every_batch_is_answered_and_every_morning_has_a_board() {
    let mut week = Week::begin();
    for (place, (day, _, parts)) in DAYS.into_iter().enumerate() {
        let mut seen = String::new();
        for part in parts {
            week.at(day, part);
            let typed = format!("sprint batch {}", batch(day, part));
            let commands = if *part == "morning" {
                vec![typed, "sprint board".to_owned()]
            } else {
                vec![typed]
            };
            for command in commands {
                seen.push_str(&format!("$ {command}\n{}", week.run(&command)));
            }
        }
        let file = format!("../golden/replay/{}-{day}.txt", place + 1);
        expect_file![file].assert_eq(&seen);
    }
}

#[test]
fn a_morning_with_a_typo_is_not_recorded_and_nothing_is_lost() {
    let mut week = Week::on_the_morning_of("tuesday");
    week.at("tuesday", "evening");
    week.run("sprint batch 1-tuesday-evening.batch");
    week.at("wednesday", "morning");
    week.shows(
        &[
            "sed 's/samuele --only/samule --only/' 2-wednesday-morning.batch | sprint batch",
            "sed 's/assign 9 +somebody?/asign 9 +somebody?/' 2-wednesday-morning.batch | sprint batch",
            "sed 's/assign compiler/assign merge/' 2-wednesday-morning.batch | sprint batch",
            "sed 's/maciek, +Holger?/maciek, Amin?/' 2-wednesday-morning.batch | sprint batch",
            "ls sprints/gothenburg-2009",
            "sprint batch 2-wednesday-morning.batch",
        ],
        &expect_file!["../golden/replay/slips.txt"],
    );
}

#[test]
fn a_word_that_two_items_share_is_refused() {
    let mut week = Week::on_the_morning_of("thursday");
    week.at("thursday", "evening");
    week.shows(
        &["sed 's/aggressive/inlining/' 3-thursday-evening.batch | sprint batch"],
        &expect_file!["../golden/replay/refused.txt"],
    );
}

#[test]
fn planning_ends_when_everybody_has_a_task_and_a_partner() {
    let week = Week::on_the_morning_of("thursday");
    week.shows(
        &[
            "sprint people",
            "sprint ready",
            "sprint assign lib-python samuele",
            "sprint assign gcc iko",
            "sprint ready",
        ],
        &expect_file!["../golden/replay/ready.txt"],
    );
}

#[test]
fn two_days_make_an_interim_report() {
    Week::over().shows(
        &["sprint summary --to 2009-05-20"],
        &expect_file!["../golden/replay/days-1-2.txt"],
    );
}

#[test]
fn the_week_is_a_post_of_prose_by_topic() {
    Week::over().shows(
        &["sprint summary --group topic --body prose"],
        &expect_file!["../golden/replay/topic-prose.txt"],
    );
}

#[test]
fn the_week_is_a_post_of_bullets_by_day() {
    Week::over().shows(
        &["sprint summary --group day --body bullets"],
        &expect_file!["../golden/replay/day-bullets.txt"],
    );
}

#[test]
fn the_log_of_the_week_keeps_its_format() {
    Week::over().shows(
        &["cat sprints/gothenburg-2009/2009-*.toml"],
        &expect_file!["../golden/replay/logs.txt"],
    );
}

/// Makes the post of a retold sprint, in which nothing is missing.
fn retold(name: &str) -> String {
    let env = TestEnv::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/replay")
        .join(name);
    let typed = env.run(&format!("sh '{}/journal.sh'", folder.display()));
    assert!(!typed.contains("\n! "), "{typed}");
    let post = env.path().join("sprints").join(name).join("post.md");
    fs::copy(folder.join("post.md"), post).expect("a file can be copied");
    assert_eq!(env.run("sprint check --strict"), "");
    env.run("sprint summary --strict")
}

#[test]
fn the_post_of_a_week_in_2018_lists_its_topics_and_tells_no_results() {
    expect_file!["../golden/replay/leysin-2018.md"].assert_eq(&retold("leysin-2018"));
}

#[test]
fn the_post_of_a_week_in_2020_has_lists_between_its_sentences() {
    expect_file!["../golden/replay/leysin-2020.md"].assert_eq(&retold("leysin-2020"));
}
