//! `--json` of every view, and its documentation in `sprint help json`.

use std::collections::{BTreeMap, BTreeSet};

use expect_test::expect;
use serde_json::Value;
use sprint_journal::view;

use crate::support::{TestEnv, session, sprint_session};

/// A sprint with every kind of entry.
const EVERYTHING: [&str; 42] = [
    "sprint join Armin Rigo --also arigo --from 2017-02-26 --to 2017-03-01 --role host --org PyPy --group core --url https://example.org/armin",
    "sprint join Antonio Cuni --nick Anto",
    "sprint join Bea",
    "sprint goal release it",
    "sprint goal skiing --side",
    "sprint day documentation day --break",
    "sprint plan fix the leak -t CPyExt -p armin,+ronan?",
    "sprint plan write a test -u 1 -p everybody",
    "sprint assign 1 anto --with bea --only",
    "sprint progress 1 found it",
    "sprint unassign 2 everybody",
    "sprint done 1 The leak is gone. -p armin --with bea",
    "sprint done 2",
    "sprint reopen 2 It fails on Windows.",
    "sprint progress 2 only there",
    "sprint assign 2 armin",
    "sprint plan an old idea",
    "sprint drop 3 It was too old.",
    "sprint discuss which encoding --decided UTF-8. -p everybody",
    "sprint discuss what next -t Plans --when Sunday",
    "sprint move 3 --top",
    "sprint decide 5 A release.",
    "sprint talk The JIT -p anto",
    "sprint note The food was good.",
    "sprint note The wall is full. -t CPyExt",
    "sprint next write the post -p anto",
    "sprint next test it -i 1 -t CPyExt",
    "sprint photo http://example.org/a.png The leak -i 1 --alt A leak",
    "sprint photo http://example.org/b.png The topic -t CPyExt",
    "sprint photo http://example.org/c.png The room",
    "sprint thank The house.",
    "sprint leave bea",
    "sprint plan clean up",
    "sprint done 7",
    "sprint reword 7 tidy up",
    "sprint note a slip",
    "sprint undo",
    r#"echo '7-zzzzzz = { at = 2017-02-27T09:30:00+01:00, by = "anto", kind = "plan", text = "twin" }' >> sprints/leysin-2017/2017-02-27.toml"#,
    "sprint renumber 7b",
    "SPRINT_BY=anto SPRINT_NOW=2017-02-28T00:10:00+01:00 sprint progress 6 on Tuesday",
    "sprint progress 6 prepared",
    "printf 'note a\\nnote b\\n' | sprint batch",
];

#[test]
fn a_board_is_what_is_open_what_was_closed_and_who_is_idle() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo
        joined: Armin Rigo (armin)
        $ sprint join Antonio Cuni --nick Anto
        joined: Antonio Cuni (Anto)
        $ sprint plan fix the leak -t CPyExt -p armin,+ronan?
        1 planned: fix the leak  | on it: Armin, ronan?  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        $ sprint plan write a test -u 1 -p everybody
        2 planned: write a test  | on it: everybody  | part of: 1 fix the leak
        $ sprint unassign 2
        2 unassigned: write a test  | nobody is on it
        $ sprint plan read the docs
        3 planned: read the docs
        $ sprint done 3 They are read.
        3 done: read the docs  | result: They are read.
        $ sprint board --json
        {
          "version": 2,
          "sprint": {
            "name": "leysin-2017",
            "title": "Leysin Winter Sprint 2017",
            "from": "2017-02-26",
            "to": "2017-03-04"
          },
          "day": {
            "date": "2017-02-27",
            "break": false
          },
          "open": [
            {
              "number": "1",
              "id": "1-af3qx9",
              "kind": "task",
              "state": "open",
              "text": "fix the leak",
              "former": [],
              "topic": "CPyExt",
              "parts": [
                {
                  "number": "2",
                  "id": "2-fbjkhk"
                }
              ],
              "people": [
                {
                  "nick": "armin",
                  "name": "Armin Rigo",
                  "doubtful": false
                },
                {
                  "nick": "ronan",
                  "name": "ronan",
                  "doubtful": true
                }
              ],
              "with": [],
              "credit": {
                "people": [
                  {
                    "nick": "armin",
                    "name": "Armin Rigo",
                    "doubtful": false
                  }
                ],
                "with": []
              },
              "progress": [],
              "outcome": [],
              "at": "2017-02-27T09:00:00.002+01:00"
            },
            {
              "number": "2",
              "id": "2-fbjkhk",
              "kind": "task",
              "state": "open",
              "text": "write a test",
              "former": [],
              "topic": "CPyExt",
              "under": {
                "number": "1",
                "id": "1-af3qx9"
              },
              "parts": [],
              "people": [],
              "with": [],
              "credit": {
                "people": [
                  "everybody"
                ],
                "with": []
              },
              "progress": [],
              "outcome": [],
              "at": "2017-02-27T09:00:00.003+01:00"
            }
          ],
          "closed": [
            {
              "number": "3",
              "id": "3-mweq7f",
              "kind": "task",
              "state": "done",
              "text": "read the docs",
              "former": [],
              "parts": [],
              "people": [],
              "with": [],
              "credit": {
                "people": [],
                "with": []
              },
              "progress": [],
              "outcome": [
                {
                  "at": "2017-02-27T09:00:00.006+01:00",
                  "text": "They are read."
                }
              ],
              "at": "2017-02-27T09:00:00.005+01:00",
              "closed": "2017-02-27T09:00:00.006+01:00"
            }
          ],
          "here": [
            {
              "nick": "armin",
              "name": "Armin Rigo",
              "doubtful": false
            },
            {
              "nick": "Anto",
              "name": "Antonio Cuni",
              "doubtful": false
            }
          ],
          "idle": [
            {
              "nick": "Anto",
              "name": "Antonio Cuni",
              "doubtful": false
            }
          ]
        }
    "#]]);
}

#[test]
fn an_item_that_two_laptops_numbered_alike_has_its_letter() {
    sprint_session(expect![[r#"
        $ sprint plan fix the bug
        1 planned: fix the bug
        $ echo '1-aaaaaa = { at = 2017-02-27T09:00:01+01:00, by = "anto", kind = "plan", text = "fix the leak" }' >> sprints/leysin-2017/2017-02-27.toml
        $ sprint show 1b --json
        {
          "version": 2,
          "sprint": {
            "name": "leysin-2017",
            "title": "Leysin Winter Sprint 2017",
            "from": "2017-02-26",
            "to": "2017-03-04"
          },
          "item": {
            "number": "1b",
            "id": "1-aaaaaa",
            "kind": "task",
            "state": "open",
            "text": "fix the leak",
            "former": [],
            "parts": [],
            "people": [],
            "with": [],
            "credit": {
              "people": [],
              "with": []
            },
            "progress": [],
            "outcome": [],
            "at": "2017-02-27T09:00:01.000+01:00"
          },
          "entries": [
            {
              "id": "1-aaaaaa",
              "at": "2017-02-27T09:00:01.000+01:00",
              "by": "anto",
              "kind": "plan",
              "undone": false,
              "item": {
                "number": "1b",
                "id": "1-aaaaaa"
              },
              "text": "fix the leak",
              "people": [],
              "with": []
            }
          ]
        }
    "#]]);
}

#[test]
fn a_log_has_every_entry_with_the_fields_of_its_kind() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo --role host
        joined: Armin Rigo (armin; host)
        $ sprint plan fix the leak -p armin
        1 planned: fix the leak  | on it: Armin
        $ sprint assign 1 --with everybody
        1 assigned: fix the leak  | on it: Armin, with help from everybody
        $ sprint goal skiing --side
        side goal: skiing
        $ sprint log --json
        {
          "version": 2,
          "sprint": {
            "name": "leysin-2017",
            "title": "Leysin Winter Sprint 2017",
            "from": "2017-02-26",
            "to": "2017-03-04"
          },
          "day": {
            "date": "2017-02-27",
            "break": false
          },
          "entries": [
            {
              "id": "a01kgkr8cv",
              "at": "2017-02-27T09:00:00.000+01:00",
              "by": "armin",
              "kind": "join",
              "undone": false,
              "person": "Armin Rigo",
              "nick": "armin",
              "also": [],
              "role": "host"
            },
            {
              "id": "1-w8jnk7",
              "at": "2017-02-27T09:00:00.001+01:00",
              "by": "armin",
              "kind": "plan",
              "undone": false,
              "item": {
                "number": "1",
                "id": "1-w8jnk7"
              },
              "text": "fix the leak",
              "people": [
                {
                  "nick": "armin",
                  "name": "Armin Rigo",
                  "doubtful": false
                }
              ],
              "with": []
            },
            {
              "id": "chcwwdfh4r",
              "at": "2017-02-27T09:00:00.002+01:00",
              "by": "armin",
              "kind": "assign",
              "undone": false,
              "item": {
                "number": "1",
                "id": "1-w8jnk7"
              },
              "people": [],
              "with": [
                "everybody"
              ],
              "only": false
            },
            {
              "id": "h1qkjrpkw8",
              "at": "2017-02-27T09:00:00.003+01:00",
              "by": "armin",
              "kind": "goal",
              "undone": false,
              "text": "skiing",
              "side": true
            }
          ]
        }
        $ sprint log --json 2017-02-26
        {
          "version": 2,
          "sprint": {
            "name": "leysin-2017",
            "title": "Leysin Winter Sprint 2017",
            "from": "2017-02-26",
            "to": "2017-03-04"
          },
          "day": {
            "date": "2017-02-26",
            "break": false
          },
          "entries": []
        }
    "#]]);
}

#[test]
fn people_are_here_away_or_only_named() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo --also arigo --role host --org PyPy
        joined: Armin Rigo (armin; also arigo; PyPy; host)
        $ sprint join Bea --from 2017-03-01
        joined: Bea (bea; from 2017-03-01)
        $ sprint plan fix the leak -p armin,+ronan?
        1 planned: fix the leak  | on it: Armin, ronan?
        $ sprint people --json
        {
          "version": 2,
          "sprint": {
            "name": "leysin-2017",
            "title": "Leysin Winter Sprint 2017",
            "from": "2017-02-26",
            "to": "2017-03-04"
          },
          "day": {
            "date": "2017-02-27",
            "break": false
          },
          "here": [
            {
              "person": {
                "nick": "armin",
                "name": "Armin Rigo",
                "doubtful": false
              },
              "also": [
                "arigo"
              ],
              "days": [
                {}
              ],
              "role": "host",
              "org": "PyPy",
              "on": [
                {
                  "number": "1",
                  "id": "1-51jwhh"
                }
              ]
            }
          ],
          "away": [
            {
              "person": {
                "nick": "bea",
                "name": "Bea",
                "doubtful": false
              },
              "also": [],
              "from": "2017-03-01",
              "days": [
                {
                  "from": "2017-03-01"
                }
              ],
              "on": []
            }
          ],
          "named": [
            {
              "nick": "ronan",
              "name": "ronan",
              "doubtful": false
            }
          ]
        }
    "#]]);
}

#[test]
fn who_is_not_ready_lacks_something_and_the_exit_status_says_so() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo
        joined: Armin Rigo (armin)
        $ sprint join Anto
        joined: Anto (anto)
        $ sprint plan fix the leak -p armin
        1 planned: fix the leak  | on it: Armin
        $ sprint ready --json
        {
          "version": 2,
          "sprint": {
            "name": "leysin-2017",
            "title": "Leysin Winter Sprint 2017",
            "from": "2017-02-26",
            "to": "2017-03-04"
          },
          "day": {
            "date": "2017-02-27",
            "break": false
          },
          "ready": false,
          "unready": [
            {
              "person": {
                "nick": "armin",
                "name": "Armin Rigo",
                "doubtful": false
              },
              "lacks": "partner",
              "left": false,
              "on": [
                {
                  "number": "1",
                  "id": "1-kz1a5v"
                }
              ]
            },
            {
              "person": {
                "nick": "anto",
                "name": "Anto",
                "doubtful": false
              },
              "lacks": "task",
              "left": false,
              "on": []
            }
          ]
        }
        ! error: planning is not complete: 2 people are not ready
        ! hint: `sprint assign ITEM PEOPLE` gives everybody a task and a partner
        [exit 1]
        $ sprint assign 1 anto
        1 assigned: fix the leak  | on it: Armin, Anto
        $ sprint ready --json
        {
          "version": 2,
          "sprint": {
            "name": "leysin-2017",
            "title": "Leysin Winter Sprint 2017",
            "from": "2017-02-26",
            "to": "2017-03-04"
          },
          "day": {
            "date": "2017-02-27",
            "break": false
          },
          "ready": true,
          "unready": []
        }
    "#]]);
}

#[test]
fn what_was_taken_back_is_marked_and_former_words_are_kept() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint reword 1 fix the memoryview leak
        1 reworded: fix the memoryview leak  | was: fix the leak
        $ sprint progress 1 a slip
        1 progress: fix the memoryview leak  | status: a slip
        $ sprint undo
        took back: progress 1 fix the memoryview leak: a slip (`sprint undo 0n4cjra4nf` reverses that)
        $ sprint show 1 --json
        {
          "version": 2,
          "sprint": {
            "name": "leysin-2017",
            "title": "Leysin Winter Sprint 2017",
            "from": "2017-02-26",
            "to": "2017-03-04"
          },
          "item": {
            "number": "1",
            "id": "1-44gd7a",
            "kind": "task",
            "state": "open",
            "text": "fix the memoryview leak",
            "former": [
              "fix the leak"
            ],
            "parts": [],
            "people": [],
            "with": [],
            "credit": {
              "people": [],
              "with": []
            },
            "progress": [],
            "outcome": [],
            "at": "2017-02-27T09:00:00.000+01:00"
          },
          "entries": [
            {
              "id": "1-44gd7a",
              "at": "2017-02-27T09:00:00.000+01:00",
              "by": "armin",
              "kind": "plan",
              "undone": false,
              "item": {
                "number": "1",
                "id": "1-44gd7a"
              },
              "text": "fix the leak",
              "people": [],
              "with": []
            },
            {
              "id": "6j0e7dgmxg",
              "at": "2017-02-27T09:00:00.001+01:00",
              "by": "armin",
              "kind": "reword",
              "undone": false,
              "item": {
                "number": "1",
                "id": "1-44gd7a"
              },
              "text": "fix the memoryview leak"
            },
            {
              "id": "kbwqz40arx",
              "at": "2017-02-27T09:00:00.002+01:00",
              "by": "armin",
              "kind": "progress",
              "undone": true,
              "item": {
                "number": "1",
                "id": "1-44gd7a"
              },
              "text": "a slip"
            }
          ]
        }
    "#]]);
}

#[test]
fn what_acts_on_a_terminal_is_escaped_and_nothing_else_is_changed() {
    sprint_session(expect![[r#"
        $ printf 'red \033[31m\t"quoted" \\ \302\233 \342\200\256 é 日本語\n\n    code' | sprint note -
        noted: red \u{1b}[31m "quoted" \ \u{9b} \u{202e} é 日本語 code
        $ sprint log --json
        {
          "version": 2,
          "sprint": {
            "name": "leysin-2017",
            "title": "Leysin Winter Sprint 2017",
            "from": "2017-02-26",
            "to": "2017-03-04"
          },
          "day": {
            "date": "2017-02-27",
            "break": false
          },
          "entries": [
            {
              "id": "h16jbfgc82",
              "at": "2017-02-27T09:00:00.000+01:00",
              "by": "armin",
              "kind": "note",
              "undone": false,
              "text": "red \u001b[31m\t\"quoted\" \\ \u009b \u202e é 日本語\n\n    code"
            }
          ]
        }
    "#]]);
}

#[test]
fn the_sprint_that_commands_are_about_is_named_in_the_list() {
    sprint_session(expect![[r#"
        $ sprint init undated
        created: sprints/undated  | from Monday, 27 February 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint -s undated list --json
        {
          "version": 2,
          "current": "undated",
          "sprints": [
            {
              "name": "leysin-2017",
              "title": "Leysin Winter Sprint 2017",
              "from": "2017-02-26",
              "to": "2017-03-04"
            },
            {
              "name": "undated",
              "title": "undated",
              "from": "2017-02-27",
              "to": "2017-02-27"
            }
          ]
        }
    "#]]);
}

#[test]
fn a_report_is_data_and_its_gaps_are_remarks_as_well() {
    sprint_session(expect![[r##"
        $ rm sprints/leysin-2017/post.md
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1
        1 done: fix the leak
        $ sprint summary --json --strict
        {
          "version": 2,
          "sprint": {
            "name": "leysin-2017",
            "title": "Leysin Winter Sprint 2017",
            "from": "2017-02-26",
            "to": "2017-03-04"
          },
          "report": {
            "title": "Leysin Winter Sprint 2017",
            "goals": [],
            "items": [
              {
                "number": "1",
                "id": "1-44gd7a",
                "kind": "task",
                "title": "fix the leak",
                "open": false,
                "minutes": [],
                "results": [],
                "people": [],
                "helpers": [],
                "line": 15
              }
            ],
            "notes": [],
            "special_days": [],
            "unfinished": [],
            "next": [],
            "attendees": [],
            "thanks": [],
            "pictures": [],
            "gaps": [
              {
                "message": "a few sentences: where, when, who, what for; sprint edit post"
              },
              {
                "number": "1",
                "message": "#1 fix the leak: nothing told; sprint edit 1"
              }
            ]
          }
        }
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
        ! remark: gap: #1 fix the leak: nothing told; sprint edit 1
        ! error: the report has 2 gaps
        ! hint: fill the gaps, or leave out `--strict`
        [exit 1]
        $ sprint summary --json --for markdown
        ! error: `--json` cannot be used with `--for FORMAT`
        ! hint: leave one of them out
        [exit 2]
    "##]]);
}

#[test]
fn an_error_stays_plain_text() {
    session(expect![[r#"
        $ sprint board --json
        ! error: there is no sprint here: no folder `sprints` in this folder or above it
        ! hint: create one with `sprint init NAME`, such as `sprint init leysin-2017`
        [exit 1]
        $ sprint init hut
        created: sprints/hut  | from Monday, 27 February 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint show --json 7
        ! error: there is no item 7
        ! hint: there are no items yet; `sprint plan TEXT` makes the first
        [exit 1]
        $ echo "x = {" > sprints/hut/2017-02-27.toml
        $ sprint summary --json
        ! error: sprints/hut/2017-02-27.toml:1:6: invalid TOML: `}` is missing
        !   1 | x = {
        !     |      ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! error: no report was made: 1 error in the logs
        ! hint: fix the lines named above; the report would leave them out
        [exit 1]
        $ sprint board --json
        {
          "version": 2,
          "sprint": {
            "name": "hut",
            "title": "hut",
            "from": "2017-02-27",
            "to": "2017-02-27"
          },
          "day": {
            "date": "2017-02-27",
            "break": false
          },
          "open": [],
          "closed": [],
          "here": [],
          "idle": []
        }
        ! warning: sprints/hut/2017-02-27.toml:1:6: invalid TOML: `}` is missing
        !   1 | x = {
        !     |      ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
    "#]]);
}

#[test]
fn a_command_that_records_gives_ids() {
    sprint_session(expect![[r#"
        $ sprint plan --json fix the leak
        {
          "version": 2,
          "recorded": [
            {
              "id": "1-44gd7a",
              "kind": "plan",
              "item": {
                "number": "1",
                "id": "1-44gd7a"
              }
            }
          ]
        }
        $ sprint done 1 It is fixed. --json
        {
          "version": 2,
          "recorded": [
            {
              "id": "k9jf9qvjkt",
              "kind": "done",
              "item": {
                "number": "1",
                "id": "1-44gd7a"
              }
            }
          ]
        }
        $ printf 'plan a\nnote b\n' | sprint batch --json
        {
          "version": 2,
          "recorded": [
            {
              "id": "2-f00er7",
              "kind": "plan",
              "item": {
                "number": "2",
                "id": "2-f00er7"
              }
            },
            {
              "id": "9z9c8y8wgz",
              "kind": "note"
            }
          ]
        }
        $ sprint note --json | head -3
        ! error: there is no text
        ! hint: type it after the command, use `-` to read it from standard input, or set EDITOR to write it at a terminal
        $ sprint done 7 --json
        ! error: there is no item 7
        ! hint: the highest number is 2; `sprint board` shows what is open
        [exit 1]
        $ printf 'plan a --json\n' | sprint batch
        ! error: -:1:1: `plan a --json` cannot be part of a batch
        ! hint: nothing of the batch was recorded; give `-s`, `-C` and `--json` to `sprint batch` itself
        [exit 2]
        $ sprint --json
        ! error: `--json` is not an option of `sprint`
        ! hint: `sprint --help` shows the options
        [exit 2]
    "#]]);
}

#[test]
fn every_field_is_documented_and_every_documented_field_occurs() {
    let shape = Shape::documented();
    let mut seen = BTreeSet::new();
    for (command, answer) in answers() {
        shape.hold(&command, &answer, &mut seen);
    }
    let missing: Vec<_> = shape
        .fields
        .keys()
        .filter(|field| !seen.contains(*field))
        .collect();
    assert!(missing.is_empty(), "nothing has {missing:?}");
}

/// Collects what every command answers about the bundled sprints and about one with everything in it.
fn answers() -> Vec<(String, Value)> {
    let env = TestEnv::with_sprint();
    for command in EVERYTHING {
        let seen = env.run(command);
        assert!(!seen.contains("[exit"), "{command}: {seen}");
    }
    let bundled = concat!("-C ", env!("CARGO_MANIFEST_DIR"), "/sprints");
    let mut asked: Vec<String> = (1..=6).map(|item| format!("show {item}")).collect();
    for sprint in ["", "-s leysin-2009", "-s leysin-2017"] {
        let place = if sprint.is_empty() { "" } else { bundled };
        for command in [
            "board",
            "log",
            "log --since 2009-04-17",
            "people",
            "ready",
            "list",
            "summary",
            "summary --to mon --group none",
            "summary --item 1",
        ] {
            asked.push(format!("{command} {place} {sprint}"));
        }
    }
    env.run("printf 'reword 1 fix it\\nnote a\\nboard\\nshow 1\\nlog\\npeople\\nready\\nlist\\n' > lines");
    env.run("echo '- port it' > pad.md");
    asked.push("batch lines".to_owned());
    asked.push("import pad.md --yes".to_owned());
    asked.push(format!("show 9 {bundled} -s leysin-2009"));
    let answer = |asked: String| {
        let seen = env.run(&format!("sprint {asked} --json 2>/dev/null || true"));
        let answer: Value =
            serde_json::from_str(&seen).unwrap_or_else(|error| panic!("{asked}: {error}: {seen}"));
        assert!(seen.ends_with("\n}\n"), "{asked} ends with one newline");
        let command = asked.split(' ').next().unwrap_or_default();
        (command.to_owned(), answer)
    };
    let mut answers: Vec<(String, Value)> = asked.into_iter().map(answer).collect();
    env.run("echo 'x = {' > sprints/leysin-2017/2017-03-01.toml");
    answers.push(answer("check".to_owned()));
    answers.push(answer("check --all".to_owned()));
    answers
}

/// The objects and fields that `sprint help json` lists.
struct Shape {
    /// An object and its field, and the object that the field is or has a list of, if it is or has any.
    fields: BTreeMap<(String, String), Option<String>>,
}

impl Shape {
    /// Reads the documentation: a heading of the third level names an object, and an item of the list below it some of
    /// its fields.
    fn documented() -> Self {
        let description = view::json::DESCRIPTION.replace("\n  ", " ");
        let objects: Vec<&str> = description
            .lines()
            .filter_map(|line| line.strip_prefix("### "))
            .collect();
        let mut fields = BTreeMap::new();
        let mut object = "every answer";
        for line in description.lines() {
            object = line.strip_prefix("### ").unwrap_or(object);
            let Some(line) = line.strip_prefix("- ") else {
                continue;
            };
            let (names, what) = line.split_once(": ").unwrap_or((line, ""));
            let what = what.trim_start_matches("lists of ");
            let what = what.trim_start_matches("list of ");
            let what = what.split(':').next().filter(|what| objects.contains(what));
            for field in names.split(", ").map(|field| field.trim_matches('`')) {
                let before = fields.insert((object.into(), field.into()), what.map(str::to_owned));
                assert_eq!(before, None, "{object} has {field} once");
            }
        }
        Shape { fields }
    }

    /// Fails on whatever an answer has that is not documented, and takes down what it has.
    fn hold(&self, command: &str, answer: &Value, seen: &mut BTreeSet<(String, String)>) {
        let mut asked = answer.as_object().expect("an object").clone();
        assert_eq!(asked.remove("version"), Some(Value::from(2)));
        seen.insert(("every answer".into(), "version".into()));
        self.hold_object(command, &Value::Object(asked), seen);
    }

    fn hold_object(&self, object: &str, value: &Value, seen: &mut BTreeSet<(String, String)>) {
        if object == "Person" && value == "everybody" {
            return;
        }
        let fields = value.as_object();
        for (field, value) in fields.unwrap_or_else(|| panic!("no {object}: {value}")) {
            let name = (object.to_owned(), field.clone());
            let what = self.fields.get(&name);
            let what = what.unwrap_or_else(|| panic!("{name:?} is not documented"));
            seen.insert(name);
            let values = match value {
                Value::Array(values) => values.iter().collect(),
                value => vec![value],
            };
            for value in values {
                match what {
                    Some(what) => self.hold_object(what, value, seen),
                    None => assert!(!value.is_object() && !value.is_null(), "{field}: {value}"),
                }
            }
        }
    }
}
