//! `sprint check`.

use std::fs;
use std::path::{Path, PathBuf};

use expect_test::{expect, expect_file};
use serde_json::Value;
use sprint_journal::diagnostic::Rule;
use strum::VariantNames;

use crate::readme::document;
use crate::support::{TestEnv, session, sprint_session};

#[test]
fn everything_that_is_wrong_is_listed_with_its_place() {
    sprint_session(expect![[r#"
        $ sprint check
        $ sprint plan a
        1 planned: a
        $ echo 'q8wd31ztha = { at = 2017-02-27T09:14:00+01:00, by = "anto", kind = "done", item = "9-aaaaaa" }' >> sprints/leysin-2017/2017-02-27.toml
        $ echo 'q8wd31zthb = { at = 2017-02-27T09:14:00+01:00, by = "anto", kind = "sing" }' >> sprints/leysin-2017/2017-02-27.toml
        $ echo 'cut = {' >> sprints/leysin-2017/2017-02-27.toml
        $ sprint check
        sprints/leysin-2017/2017-02-27.toml:3:1: warning: there is no entry `9-aaaaaa` [no-such-entry]
            3 | q8wd31ztha = { at = 2017-02-27T09:14:00+01:00, by = "anto", kind = "don…
              | ^
            hint: `sprint undo q8wd31ztha` takes the entry back
        sprints/leysin-2017/2017-02-27.toml:4:68: warning: the kind `sing` is not known; the entry is skipped [unknown-kind]
            4 | …31zthb = { at = 2017-02-27T09:14:00+01:00, by = "anto", kind = "sing" }
              |                                                                 ^
            hint: a newer version of sprint may have written it
        sprints/leysin-2017/2017-02-27.toml:5:8: error: invalid TOML: `}` is missing [syntax]
            5 | cut = {
              |        ^
            hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! error: the check found 1 error and 2 warnings
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ sprint check --json
        {
          "version": 2,
          "sprint": {
            "name": "leysin-2017",
            "title": "Leysin Winter Sprint 2017",
            "from": "2017-02-26",
            "to": "2017-03-04"
          },
          "sprints": [
            {
              "name": "leysin-2017",
              "title": "Leysin Winter Sprint 2017",
              "from": "2017-02-26",
              "to": "2017-03-04"
            }
          ],
          "problems": [
            {
              "file": "sprints/leysin-2017/2017-02-27.toml",
              "line": 3,
              "column": 1,
              "rule": "no-such-entry",
              "level": "warning",
              "error": false,
              "message": "there is no entry `9-aaaaaa`",
              "hint": "`sprint undo q8wd31ztha` takes the entry back"
            },
            {
              "file": "sprints/leysin-2017/2017-02-27.toml",
              "line": 4,
              "column": 68,
              "rule": "unknown-kind",
              "level": "warning",
              "error": false,
              "message": "the kind `sing` is not known; the entry is skipped",
              "hint": "a newer version of sprint may have written it"
            },
            {
              "file": "sprints/leysin-2017/2017-02-27.toml",
              "line": 5,
              "column": 8,
              "rule": "syntax",
              "level": "error",
              "error": true,
              "message": "invalid TOML: `}` is missing",
              "hint": "an entry is one line: ID = { at = …, by = \"…\", kind = \"…\", … }"
            }
          ]
        }
        ! error: the check found 1 error and 2 warnings
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ sprint undo q8wd31ztha
        took back: done 9 (`sprint undo qswffmg5ww` reverses that)
        ! warning: sprints/leysin-2017/2017-02-27.toml:3:1: there is no entry `9-aaaaaa`
        !   3 | q8wd31ztha = { at = 2017-02-27T09:14:00+01:00, by = "anto", kind = "done"…
        !     | ^
        ! hint: `sprint undo q8wd31ztha` takes the entry back
        ! warning: sprints/leysin-2017/2017-02-27.toml:4:68: the kind `sing` is not known; the entry is skipped
        !   4 | …wd31zthb = { at = 2017-02-27T09:14:00+01:00, by = "anto", kind = "sing" }
        !     |                                                                   ^
        ! hint: a newer version of sprint may have written it
        ! warning: sprints/leysin-2017/2017-02-27.toml:5:8: invalid TOML: `}` is missing
        !   5 | cut = {
        !     |        ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        $ sprint edit log
        ! error: there is no editor to open
        ! hint: set VISUAL or EDITOR, and run this at a terminal; or edit the file itself
        [exit 1]
    "#]]);
}

#[test]
fn a_topic_with_a_typo_is_no_more_told_once_its_items_were_moved() {
    TestEnv::with_sprint().session(expect![[r#"
        $ sprint plan fix the leak -t Storrage; sprint plan port it -t Storrage/Index; sprint move 1 -t Storage/
        1 planned: fix the leak  | topic: Storrage
        2 planned: port it  | topic: Storrage › Index
        1 moved: fix the leak  | topic: Storage
        ! remark: `Storrage` is a new topic
        ! remark: `Storrage/Index` is a new topic
        ! remark: `Storage` is a new topic
        $ sprint check
        sprints/leysin-2017/2017-02-27.toml:4:1: notice: the topic `Storage` looks like a typo of `Storrage` [similar-topics]
            4 | 5278mgc6mw = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind =…
              | ^
            hint: correct it in the log; if both are meant, list it as one of `topics` in sprint.toml
        $ sprint move 2 -t Storage/Index/ && sprint check
        2 moved: port it  | topic: Storage › Index
        ! remark: `Storage/Index` is a new topic
    "#]]);
}

/// Returns the file of the session that breaks a rule.
fn provocation(rule: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/check/{rule}.session"))
}

/// Breaks a rule in a new folder, and returns what was shown on the way.
fn provoked(rule: &str) -> (TestEnv, String) {
    let session = fs::read_to_string(provocation(rule));
    let session = session.unwrap_or_else(|_| panic!("no session provokes `{rule}`"));
    let env = TestEnv::with_sprint();
    let seen = env.replay(&session);
    (env, seen)
}

/// Returns the rules that `check` finds broken.
fn broken(env: &TestEnv) -> Vec<String> {
    let seen = env.run("sprint check --all --json 2>/dev/null || true");
    let answer: Value = serde_json::from_str(&seen).expect("an object");
    let problems = answer["problems"].as_array().expect("a list").iter();
    let rules = problems.map(|problem| problem["rule"].as_str().expect("a name").to_owned());
    rules.collect()
}

#[test]
fn every_rule_has_a_session_that_provokes_it() {
    for rule in Rule::VARIANTS {
        let (_, seen) = provoked(rule);
        expect_file![provocation(rule)].assert_eq(&seen);
        let after = seen
            .split_once(&format!("[{rule}]\n"))
            .map(|(_, after)| after);
        let mut lines = after.unwrap_or_default().lines();
        let hint = lines.find(|line| !line.contains(" | "));
        assert!(
            hint.is_some_and(|hint| hint.starts_with("    hint: ")),
            "{seen}"
        );
    }
}

#[test]
fn every_rule_is_explained_with_an_example() {
    for rule in Rule::VARIANTS {
        let explained = TestEnv::new().run(&format!("sprint check --explain {rule}"));
        let example = explained
            .lines()
            .find_map(|line| line.strip_prefix("Example: "));
        let example = example.unwrap_or_else(|| panic!("{rule} has no example: {explained}"));
        assert!(example.ends_with(&format!(" [{rule}]")), "{example}");
        let session = fs::read_to_string(provocation(rule)).expect("a session");
        assert!(session.contains(&format!(": {example}\n")), "{example}");
        assert!(explained.ends_with(&format!("    [check]\n    off = [\"{rule}\"]\n")));
    }
}

#[test]
fn a_rule_is_explained() {
    session(expect![[r#"
        $ sprint check --explain no-such-entry
        no-such-entry

        A reference to an item or an entry that does not exist. The entry has no effect.

        Example: warning: there is no entry `8-aaaaaa` [no-such-entry]

        Correct the id, find the lost line (`sprint check` names what was recorded on
        this machine), or take the entry back with `sprint undo ID`.

        To switch it off, write this in sprint.toml:

            [check]
            off = ["no-such-entry"]
        $ sprint check --explain nosuchentry
        ! error: `nosuchentry` is not a value of `--explain`
        ! hint: did you mean `no-such-entry`? `--explain` takes syntax, merge-marker, zero-bytes, not-utf-8, malformed-entry, same-id, setting, post, unreadable-file, in-the-way, gone, cut-off, stray-file, unknown-kind, unknown-key, no-such-entry, no-such-photo, not-a-picture, contradiction, wrong-day, newer-toml, control-character, too-deep, too-long, outside-sprint, never-joined, similar-names, similar-topics, misread, name-in-brackets, only-status, left-on-item, shared-number or same-item
        [exit 2]
        $ sprint check --explain never-joined --all
        ! error: `--explain RULE` cannot be used with anything else
        ! hint: leave the others out
        [exit 2]
    "#]]);
}

#[test]
fn every_session_is_one_of_a_rule() {
    let sessions = provocation("syntax");
    let sessions = sessions.parent().expect("a folder").read_dir();
    for session in sessions.expect("a readable folder") {
        let path = session.expect("a readable folder").path();
        let rule = path.file_stem().unwrap_or_default().to_string_lossy();
        assert!(Rule::VARIANTS.contains(&rule.as_ref()), "{rule}");
    }
}

#[test]
fn every_rule_is_in_the_table() {
    let rules = document("sprints/README.md");
    for rule in Rule::VARIANTS {
        let row = format!("| `{rule}` | ");
        assert!(rules.lines().any(|line| line.starts_with(&row)), "{rule}");
    }
}

#[test]
fn every_rule_can_be_switched_off() {
    for rule in Rule::VARIANTS {
        let (env, _) = provoked(rule);
        assert!(broken(&env).iter().any(|broken| broken == rule), "{rule}");
        let settings = env.path().join("sprints/leysin-2017/sprint.toml");
        let text = fs::read_to_string(&settings).expect("settings");
        let text = format!("{text}\n[check]\noff = ['{rule}']\n");
        fs::write(&settings, text).expect("a writable folder");
        assert!(broken(&env).iter().all(|broken| broken != rule), "{rule}");
    }
}

#[test]
fn no_format_acts_on_a_terminal() {
    let nasty = "\u{9b}31m\\u001b[31m\\u0007\\r\\n::error::x%\u{202e}";
    for rule in Rule::VARIANTS {
        let (env, _) = provoked(rule);
        let log = env
            .path()
            .join("sprints/leysin-2017/2017-02-28.\u{1b}[31m.toml");
        let lines = [
            format!("\"{nasty}\" = 1\n"),
            format!(
                "1-aaaaaa = {{ at = 2017-02-28T09:12:33Z, by = \"{nasty}\", kind = \"{nasty}\" }}\n"
            ),
            format!(
                "2-aaaaaa = {{ at = 2017-02-28T09:12:33Z, by = \"a\", kind = \"plan\", text = \"{nasty}\", \
                 topic = \"{nasty}\", people = [\"{nasty}\"], \"{nasty}\" = 1 }}\n"
            ),
        ];
        fs::write(log, lines.concat()).expect("a writable folder");
        for format in ["text", "json", "github", "gitlab"] {
            let seen = env.run(&format!("sprint check --format {format} 2>&1"));
            let acting = |letter: &char| {
                letter.is_control() && *letter != '\n' || matches!(letter, '\u{202e}')
            };
            assert_eq!(seen.chars().find(acting), None, "{format}: {seen}");
            assert!(
                !seen.lines().any(|line| line.starts_with("::error::x")),
                "{seen}"
            );
        }
    }
}

#[test]
fn notices_fail_where_strictness_is_asked_for() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ echo 'q8wd31zthb = { at = 2017-02-27T09:13:00+01:00, by = "armin", kind = "next", text = "go on", people = ["bea"] }' >> sprints/leysin-2017/2017-02-27.toml
        $ sprint check
        sprints/leysin-2017/2017-02-27.toml:3:1: notice: bea was named but has not joined [never-joined]
            3 | q8wd31zthb = { at = 2017-02-27T09:13:00+01:00, by = "armin", kind = "ne…
              | ^
            hint: `sprint join bea` adds an attendee
        $ sprint check --strict
        sprints/leysin-2017/2017-02-27.toml:3:1: notice: bea was named but has not joined [never-joined]
            3 | q8wd31zthb = { at = 2017-02-27T09:13:00+01:00, by = "armin", kind = "ne…
              | ^
            hint: `sprint join bea` adds an attendee
        ! error: the check found 1 notice
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ echo 'x = 1' >> sprints/leysin-2017/2017-02-27.toml
        $ sprint check
        sprints/leysin-2017/2017-02-27.toml:3:1: notice: bea was named but has not joined [never-joined]
            3 | q8wd31zthb = { at = 2017-02-27T09:13:00+01:00, by = "armin", kind = "ne…
              | ^
            hint: `sprint join bea` adds an attendee
        sprints/leysin-2017/2017-02-27.toml:4:1: error: `x` is not an entry [malformed-entry]
            4 | x = 1
              | ^
            hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! error: the check found 1 error and 1 notice
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
        ! warning: sprints/leysin-2017/2017-02-27.toml:4:1: `x` is not an entry
        !   4 | x = 1
        !     | ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        $ sprint check --json --strict
        {
          "version": 2,
          "sprint": {
            "name": "leysin-2017",
            "title": "Leysin Winter Sprint 2017",
            "from": "2017-02-26",
            "to": "2017-03-04"
          },
          "sprints": [
            {
              "name": "leysin-2017",
              "title": "Leysin Winter Sprint 2017",
              "from": "2017-02-26",
              "to": "2017-03-04"
            }
          ],
          "problems": [
            {
              "file": "sprints/leysin-2017/2017-02-27.toml",
              "line": 3,
              "column": 1,
              "rule": "never-joined",
              "level": "notice",
              "error": false,
              "message": "bea was named but has not joined",
              "hint": "`sprint join bea` adds an attendee"
            },
            {
              "file": "sprints/leysin-2017/2017-02-27.toml",
              "line": 4,
              "column": 1,
              "rule": "malformed-entry",
              "level": "error",
              "error": true,
              "message": "`x` is not an entry",
              "hint": "an entry is one line: ID = { at = …, by = \"…\", kind = \"…\", … }"
            }
          ]
        }
        ! error: the check found 1 error and 1 notice
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
    "#]]);
}

#[test]
fn what_is_switched_off_is_left_out_of_the_check_and_nowhere_else() {
    sprint_session(expect![[r#"
        $ echo 'x = 1' >> sprints/leysin-2017/2017-02-27.toml
        $ printf '[check]\noff = ["malformed-entry"]\n' >> sprints/leysin-2017/sprint.toml
        $ sprint check
        $ sprint summary
        ! error: sprints/leysin-2017/2017-02-27.toml:1:1: `x` is not an entry
        !   1 | x = 1
        !     | ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! error: no report was made: 1 error in the logs
        ! hint: fix the lines named above; the report would leave them out
        [exit 1]
    "#]]);
}

#[test]
fn a_rule_that_is_not_known_is_named() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/sprint.toml <<'END'
        > [check]
        > off = ["setting", "neverjoined", "sing"]
        > of = ["never-joined"]
        > END
        $ sprint board
        leysin-2017 · Monday, 27 February 2017
        No task is open.
        ! warning: sprints/leysin-2017/sprint.toml:2:19: the rule `neverjoined` is not known and is skipped; did you mean `never-joined`?
        !   2 | off = ["setting", "neverjoined", "sing"]
        !     |                   ^
        ! warning: sprints/leysin-2017/sprint.toml:2:34: the rule `sing` is not known and is skipped
        !   2 | off = ["setting", "neverjoined", "sing"]
        !     |                                  ^
        ! hint: `sprint check` shows the rules in brackets
        ! warning: sprints/leysin-2017/sprint.toml:3:1: the setting `check.of` is not known and is skipped; did you mean `off`?
        !   3 | of = ["never-joined"]
        !     | ^
        ! hint: `sprint help files` lists the settings
        $ sprint check
        $ sed -i 's/"setting", //' sprints/leysin-2017/sprint.toml
        $ sprint check
        sprints/leysin-2017/sprint.toml:2:8: warning: the rule `neverjoined` is not known and is skipped; did you mean `never-joined`? [setting]
            2 | off = ["neverjoined", "sing"]
              |        ^
            hint: `sprint check` shows the rules in brackets
        sprints/leysin-2017/sprint.toml:2:23: warning: the rule `sing` is not known and is skipped [setting]
            2 | off = ["neverjoined", "sing"]
              |                       ^
            hint: `sprint check` shows the rules in brackets
        sprints/leysin-2017/sprint.toml:3:1: warning: the setting `check.of` is not known and is skipped; did you mean `off`? [setting]
            3 | of = ["never-joined"]
              | ^
            hint: `sprint help files` lists the settings
        ! error: the check found 3 warnings
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
    "#]]);
}

#[test]
fn a_folder_that_would_be_a_sprint_is_named() {
    sprint_session(expect![[r#"
        $ mkdir 'sprints/Hut 2018' sprints/.hidden sprints/Photos
        $ touch 'sprints/Hut 2018/2018-02-27.toml' sprints/.hidden/sprint.toml
        $ sprint check
        $ sprint check --all
        sprints/Hut 2018: warning: not the name of a sprint; it is skipped [stray-file]
            hint: a name has lower-case letters, digits, `-`, `_` and `.`, as in leysin-2017
        ! error: the check found 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
    "#]]);
}

#[test]
fn all_sprints_can_be_checked() {
    session(expect![[r#"
        $ sprint check --all
        ! error: there is no sprint here: no folder `sprints` in this folder or above it
        ! hint: create one with `sprint init NAME`, such as `sprint init leysin-2017`
        [exit 1]
        $ sprint init hut-2016 --from 2016-02-26 --to 2016-03-04 > /dev/null
        $ sprint init hut-2017 --from 2017-02-26 --to 2017-03-04 > /dev/null
        $ sprint check --all
        $ echo 'x = 1' > sprints/hut-2016/2016-02-27.toml
        $ echo 'y = 1' > sprints/hut-2017/2017-02-27.toml
        $ sprint check
        sprints/hut-2017/2017-02-27.toml:1:1: error: `y` is not an entry [malformed-entry]
            1 | y = 1
              | ^
            hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! error: the check found 1 error
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ sprint check --all
        sprints/hut-2016/2016-02-27.toml:1:1: error: `x` is not an entry [malformed-entry]
            1 | x = 1
              | ^
            hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        sprints/hut-2017/2017-02-27.toml:1:1: error: `y` is not an entry [malformed-entry]
            1 | y = 1
              | ^
            hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! error: the check found 2 errors
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ sprint check --all -s hut-2016
        ! error: `--all` cannot be used with `--sprint NAME`
        ! hint: leave one of them out
        [exit 2]
        $ sprint check --all --json 2>/dev/null
        {
          "version": 2,
          "sprints": [
            {
              "name": "hut-2016",
              "title": "hut-2016",
              "from": "2016-02-26",
              "to": "2016-03-04"
            },
            {
              "name": "hut-2017",
              "title": "hut-2017",
              "from": "2017-02-26",
              "to": "2017-03-04"
            }
          ],
          "problems": [
            {
              "file": "sprints/hut-2016/2016-02-27.toml",
              "line": 1,
              "column": 1,
              "rule": "malformed-entry",
              "level": "error",
              "error": true,
              "message": "`x` is not an entry",
              "hint": "an entry is one line: ID = { at = …, by = \"…\", kind = \"…\", … }"
            },
            {
              "file": "sprints/hut-2017/2017-02-27.toml",
              "line": 1,
              "column": 1,
              "rule": "malformed-entry",
              "level": "error",
              "error": true,
              "message": "`y` is not an entry",
              "hint": "an entry is one line: ID = { at = …, by = \"…\", kind = \"…\", … }"
            }
          ]
        }
        [exit 1]
        $ sprint check -s hut-2016
        sprints/hut-2016/2016-02-27.toml:1:1: error: `x` is not an entry [malformed-entry]
            1 | x = 1
              | ^
            hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! error: the check found 1 error
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
    "#]]);
}

#[test]
fn github_makes_annotations_of_it() {
    sprint_session(expect![[r#"
        $ sprint check --format github
        $ printf 'q8wd31ztha = { at = 2017-02-27T09:14:00+01:00, by = "anto", kind = "100%%: a,b" }\n<<<<<<< HEAD\n' > sprints/leysin-2017/2017-02-27.toml
        $ touch sprints/leysin-2017/notes,1.toml
        $ sprint check --format github
        ::warning file=sprints/leysin-2017/2017-02-27.toml,line=1,col=68,title=sprint check%3A unknown-kind::the kind `100%25: a,b` is not known; the entry is skipped%0Ahint: a newer version of sprint may have written it
        ::error file=sprints/leysin-2017/2017-02-27.toml,line=2,col=1,title=sprint check%3A merge-marker::an unresolved git conflict%0Ahint: keep the lines of both sides and delete the marker lines
        ::warning file=sprints/leysin-2017/notes%2C1.toml,line=1,col=1,title=sprint check%3A stray-file::not the name of a day log; it is skipped%0Ahint: a day log is called 2017-02-27.toml or 2017-02-27.WORD.toml
        ! error: the check found 1 error and 2 warnings
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
    "#]]);
}

#[test]
fn gitlab_makes_a_code_quality_report_of_it() {
    sprint_session(expect![[r#"
        $ sprint check --format gitlab
        []
        $ printf '<<<<<<< HEAD\nx = 1\n>>>>>>> anto\n' > sprints/leysin-2017/2017-02-27.toml
        $ touch sprints/leysin-2017/notes.toml
        $ sprint check --format gitlab
        [
          {
            "description": "an unresolved git conflict; keep the lines of both sides and delete the marker lines",
            "check_name": "merge-marker",
            "fingerprint": "81e8a6dd757cac6f",
            "severity": "major",
            "location": {
              "path": "sprints/leysin-2017/2017-02-27.toml",
              "lines": {
                "begin": 1
              }
            }
          },
          {
            "description": "`x` is not an entry; an entry is one line: ID = { at = …, by = \"…\", kind = \"…\", … }",
            "check_name": "malformed-entry",
            "fingerprint": "687f423c351e3ca0",
            "severity": "major",
            "location": {
              "path": "sprints/leysin-2017/2017-02-27.toml",
              "lines": {
                "begin": 2
              }
            }
          },
          {
            "description": "an unresolved git conflict; keep the lines of both sides and delete the marker lines",
            "check_name": "merge-marker",
            "fingerprint": "81e8a5dd757caabc",
            "severity": "major",
            "location": {
              "path": "sprints/leysin-2017/2017-02-27.toml",
              "lines": {
                "begin": 3
              }
            }
          },
          {
            "description": "not the name of a day log; it is skipped; a day log is called 2017-02-27.toml or 2017-02-27.WORD.toml",
            "check_name": "stray-file",
            "fingerprint": "2c208f12eff25cc9",
            "severity": "minor",
            "location": {
              "path": "sprints/leysin-2017/notes.toml",
              "lines": {
                "begin": 1
              }
            }
          }
        ]
        ! error: the check found 3 errors and 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ sprint check --format gitlab --json
        ! error: `--format FORMAT` cannot be used with `--json`
        ! hint: leave one of them out
        [exit 2]
        $ sprint check --format xml
        ! error: `xml` is not a value of `--format`
        ! hint: `--format` takes text, json, github or gitlab
        [exit 2]
    "#]]);
}

#[test]
fn services_are_told_paths_from_the_root_of_the_repository() {
    session(expect![[r#"
        $ mkdir -p repo/notes/deep other; mkdir repo/.git
        $ sprint -C repo/notes init hut > /dev/null
        $ touch repo/notes/sprints/hut/x.toml
        $ sprint -C repo/notes check --format github
        ::warning file=notes/sprints/hut/x.toml,line=1,col=1,title=sprint check%3A stray-file::not the name of a day log; it is skipped%0Ahint: a day log is called 2017-02-27.toml or 2017-02-27.WORD.toml
        ! error: the check found 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ cd repo/notes/deep; sprint check; sprint check --format github
        ../sprints/hut/x.toml: warning: not the name of a day log; it is skipped [stray-file]
            hint: a day log is called 2017-02-27.toml or 2017-02-27.WORD.toml
        ::warning file=notes/sprints/hut/x.toml,line=1,col=1,title=sprint check%3A stray-file::not the name of a day log; it is skipped%0Ahint: a day log is called 2017-02-27.toml or 2017-02-27.WORD.toml
        ! error: the check found 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        ! error: the check found 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ cd other; sprint -C ../repo/notes/sprints check --format gitlab
        [
          {
            "description": "not the name of a day log; it is skipped; a day log is called 2017-02-27.toml or 2017-02-27.WORD.toml",
            "check_name": "stray-file",
            "fingerprint": "570122bfb5eb5da0",
            "severity": "minor",
            "location": {
              "path": "notes/sprints/hut/x.toml",
              "lines": {
                "begin": 1
              }
            }
          }
        ]
        ! error: the check found 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ rmdir repo/.git; cd repo/notes/deep; sprint check --format github
        ::warning file=sprints/hut/x.toml,line=1,col=1,title=sprint check%3A stray-file::not the name of a day log; it is skipped%0Ahint: a day log is called 2017-02-27.toml or 2017-02-27.WORD.toml
        ! error: the check found 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
    "#]]);
}

#[test]
fn the_hook_of_pre_commit_checks_all_sprints_when_a_log_changes() {
    let hooks = Path::new(env!("CARGO_MANIFEST_DIR")).join(".pre-commit-hooks.yaml");
    let hooks = fs::read_to_string(hooks).expect("a hook");
    let value = |key: &str| {
        let line = hooks.lines().find_map(|line| line.trim().strip_prefix(key));
        line.unwrap_or_else(|| panic!("no {key}")).trim().to_owned()
    };
    let env = TestEnv::new();
    env.run("sprint init hut-2016 --to 2016-02-27; sprint init hut-2017 --to 2017-02-27");
    env.run("echo 'x = 1' > sprints/hut-2016/2016-02-27.toml");
    expect![[r#"
        sprints/hut-2016/2016-02-27.toml:1:1: error: `x` is not an entry [malformed-entry]
            1 | x = 1
              | ^
            hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! error: the check found 1 error
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
    "#]]
    .assert_eq(&env.run(&value("entry:")));
    assert_eq!(value("pass_filenames:"), "false");
    assert_eq!(value("files:"), r"(^|/)sprints/[^/]+/[^/]+\.toml$");
}

#[test]
fn a_journal_that_is_a_repository_itself_has_paths_from_there() {
    sprint_session(expect![[r#"
        $ cd sprints && git init -q -b main && echo 'cut = {' > leysin-2017/2017-02-27.toml && sprint check --format github
        ::error file=leysin-2017/2017-02-27.toml,line=1,col=8,title=sprint check%3A syntax::invalid TOML: `}` is missing%0Ahint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! error: the check found 1 error
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ cd sprints && sprint sync
        ! error: the branch `main` has no upstream branch
        ! hint: `git remote add origin ADDRESS`, commit something, then `git push -u origin main` sends it there for the first time
        [exit 1]
    "#]]);
}

#[test]
fn a_topic_with_a_typo_that_a_part_has_is_told() {
    sprint_session(expect![[r#"
        $ sprint plan index it -t Storage
        1 planned: index it  | topic: Storage
        ! remark: `Storage` is a new topic
        $ sprint plan -u 1 -t Storage/Speed test it
        2 planned: test it  | topic: Storage › Speed  | part of: 1 index it
        ! remark: `Storage/Speed` is a new topic
        $ sed -i 's,Storage/Speed,Storge,' sprints/leysin-2017/2017-02-27.toml && sprint check
        sprints/leysin-2017/2017-02-27.toml:3:1: notice: the topic `Storge` looks like a typo of `Storage` [similar-topics]
            3 | 2-znrgys = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "…
              | ^
            hint: correct it in the log; if both are meant, list it as one of `topics` in sprint.toml
    "#]]);
}
