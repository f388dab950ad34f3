//! A confirmed command has its effect, whatever the clocks say.

use serde_json::Value;

use expect_test::expect;

use crate::support::{TestEnv, people_session, sprint_session};

/// What Anto's clock says at nine: an hour ahead, three hours, past midnight, a year, or the same
/// as the others', so that both type in the same millisecond.
const CLOCKS: [&str; 5] = [
    "2017-02-27T09:00:00+01:00",
    "2017-02-27T10:00:00+01:00",
    "2017-02-27T12:00:00+01:00",
    "2017-02-28T00:10:00+01:00",
    "2018-02-27T09:00:00+01:00",
];

/// What Anto types, what is typed after it, and what must be shown then: a view, a pointer into its JSON, and the value.
const CASES: [(&[&str], &str, &str, &str, &str); 18] = [
    (
        &["done 1 Old.", "reopen 1"],
        "done 1 It is fixed.",
        "show 1",
        "/item/state",
        "done",
    ),
    (
        &["done 1 Old.", "reopen 1"],
        "done 1 It is fixed.",
        "show 1",
        "/item/outcome/0/text",
        "It is fixed.",
    ),
    (
        &["done 1 -p bea"],
        "done 1 -p armin",
        "show 1",
        "/item/credit/people/0/nick",
        "armin",
    ),
    (
        &["drop 1", "reopen 1"],
        "drop 1 no time",
        "show 1",
        "/item/reason",
        "no time",
    ),
    (
        &["drop 1", "reopen 1"],
        "drop 1",
        "show 1",
        "/item/state",
        "dropped",
    ),
    (
        &["done 1"],
        "reopen 1 not yet",
        "show 1",
        "/item/status",
        "not yet",
    ),
    (
        &["done 2 x", "reopen 2"],
        "decide 2 UTF-8.",
        "show 2",
        "/item/state",
        "decided",
    ),
    (
        &["progress 1 found it"],
        "progress 1 nearly done",
        "show 1",
        "/item/status",
        "nearly done",
    ),
    (
        &["progress 2 first"],
        "progress 2 second",
        "show 2",
        "/item/progress/1/text",
        "second",
    ),
    (
        &["reword 1 other words"],
        "reword 1 my words",
        "show 1",
        "/item/text",
        "my words",
    ),
    (
        &["unassign 1"],
        "assign 1 bea --only",
        "show 1",
        "/item/people/0/nick",
        "bea",
    ),
    (
        &["assign 1 bea --only"],
        "assign 1 armin",
        "show 1",
        "/item/people/1/nick",
        "armin",
    ),
    (
        &["assign 1 bea"],
        "assign 1 armin --only",
        "show 1",
        "/item/people/1",
        "",
    ),
    (
        &["assign 1 bea"],
        "unassign 1 bea",
        "show 1",
        "/item/people/1",
        "",
    ),
    (
        &["join Bea Meier --nick bea --role host"],
        "join Bea Meier --role visitor --to wed",
        "people",
        "/here/0/role",
        "visitor",
    ),
    (
        &["leave bea", "join Bea Meier"],
        "leave bea",
        "people",
        "/here/0",
        "",
    ),
    (&["day docs"], "day tests", "board", "/day/theme", "tests"),
    (&["day --break"], "day docs", "board", "/day/break", "false"),
];

#[test]
fn every_command_has_its_effect_whatever_the_clock_of_somebody_else_said() {
    for clock in CLOCKS {
        for (theirs, mine, view, place, expected) in CASES {
            // `day` is about the day that its writer means.
            let day = if mine.starts_with("day") {
                "--day 2017-02-27"
            } else {
                ""
            };
            let env = begun();
            for typed in theirs {
                let seen = env.run(&format!(
                    "SPRINT_BY=anto SPRINT_NOW={clock} sprint {typed} {day}"
                ));
                assert!(!seen.contains("[exit"), "{typed}: {seen}");
            }
            let seen = env.run(&format!("sprint {mine}"));
            assert!(!seen.contains("[exit"), "{mine}: {seen}");
            let shown = env.run(&format!("sprint {view} --json"));
            let shown: Value = serde_json::from_str(&shown).expect("JSON");
            let found = shown.pointer(place).map(|value| match value {
                Value::String(text) => text.clone(),
                value => value.to_string(),
            });
            assert_eq!(
                found.unwrap_or_default(),
                expected,
                "{mine} after {clock}: {shown}"
            );
            let log = env.run("tail -n 1 sprints/leysin-2017/2017-02-27.toml");
            assert!(
                log.contains("by = \"armin\""),
                "it is filed where it was typed: {log}"
            );
            let checked = env.run("sprint check");
            assert!(!checked.contains("wrong-day"), "{checked}");
        }
    }
}

#[test]
fn what_two_people_enter_for_yesterday_has_its_effect_and_stays_there() {
    for (theirs, mine, view, place, expected) in CASES {
        let env = begun();
        env.run("sed -i s/2017-02-27/2017-02-25/g sprints/leysin-2017/*-27.toml; mv sprints/leysin-2017/2017-02-27.toml sprints/leysin-2017/2017-02-25.toml");
        for typed in theirs {
            let seen = env.run(&format!("SPRINT_BY=anto sprint {typed} --day yesterday"));
            assert!(!seen.contains("[exit"), "{typed}: {seen}");
        }
        let seen = env.run(&format!("sprint {mine} --day yesterday"));
        assert!(
            !seen.contains("[exit") && !seen.contains("cancelled"),
            "{mine}: {seen}"
        );
        let shown = env.run(&format!("sprint {view} --json --day yesterday"));
        let shown: Value = serde_json::from_str(&shown).expect("JSON");
        let found = shown.pointer(place).map(|value| match value {
            Value::String(text) => text.clone(),
            value => value.to_string(),
        });
        assert_eq!(found.unwrap_or_default(), expected, "{mine}: {shown}");
        let log = env.run("tail -n 1 sprints/leysin-2017/2017-02-26.toml");
        assert!(
            log.contains("{ at = 2017-02-26T23:59:00.00") && log.contains("by = \"armin\""),
            "{log}"
        );
    }
}

/// Records a task and a discussion from eight o'clock, and an attendee.
fn begun() -> TestEnv {
    let env = TestEnv::with_sprint();
    for typed in [
        "plan fix the leak -p +armin",
        "discuss which encoding",
        "join Bea Meier",
    ] {
        let seen = env.run(&format!(
            "SPRINT_BY=carl SPRINT_NOW=2017-02-27T08:00:00+01:00 sprint {typed}"
        ));
        assert!(!seen.contains("[exit"), "{typed}: {seen}");
    }
    env
}

#[test]
fn clocks_that_are_an_hour_or_more_apart_get_a_remark() {
    sprint_session(expect![[r#"
        $ sprint join Antonio Cuni --nick Anto && sprint plan fix the leak
        joined: Antonio Cuni (Anto)
        1 planned: fix the leak
        $ SPRINT_BY=anto SPRINT_NOW=2017-02-27T09:59:00+01:00 sprint done 1 && sprint reopen 1
        1 done: fix the leak
        1 reopened: fix the leak
        $ SPRINT_BY=anto SPRINT_NOW=2017-02-27T12:01:00+01:00 sprint done 1 && sprint reopen 1
        1 done: fix the leak
        1 reopened: fix the leak
        ! remark: what Anto recorded is 3 hours ahead of your clock; this comes right after it
        ! hint: check both clocks
        $ printf 'done 1 It is fixed.\nreopen 1\n' | sprint batch
        1 done: fix the leak  | result: It is fixed.
        1 reopened: fix the leak
        ! remark: what Anto recorded is 3 hours ahead of your clock; this comes right after it
        ! hint: check both clocks
        ! remark: the post does not tell what came of 1 until it is finished again
        ! hint: `sprint done 1` finishes it with that, `sprint done 1 TEXT` with something else
        ! remark: what you recorded counts from 2017-02-27 12:01 on, 3 hours ahead of your clock; this comes right after it
        $ SPRINT_BY=anto SPRINT_NOW=2017-03-03T09:01:00+01:00 sprint done 1 && sprint reopen 1
        1 done: fix the leak
        1 reopened: fix the leak
        ! remark: the post does not tell what came of 1 until it is finished again
        ! hint: `sprint done 1` finishes it with that, `sprint done 1 TEXT` with something else
        ! remark: what Anto recorded is 4 days ahead of your clock; this comes right after it
        ! hint: check both clocks
        $ SPRINT_BY=anto SPRINT_NOW=2018-02-27T09:01:00+01:00 sprint done 1 && sprint reopen 1
        1 done: fix the leak
        1 reopened: fix the leak
        ! remark: recorded in leysin-2017 (2017-02-26 to 2017-03-04) for 2018-02-27
        ! remark: the post does not tell what came of 1 until it is finished again
        ! hint: `sprint done 1` finishes it with that, `sprint done 1 TEXT` with something else
        ! remark: what Anto recorded is 1 year ahead of your clock; this comes right after it
        ! hint: check both clocks
        $ sprint show 1
        1 fix the leak
            task, open

        It is fixed.

        when              by     what    entry         id
        Mon 27 Feb 09:00  armin  plan    fix the leak  1-5twvwg
        Mon 27 Feb 09:59  Anto   done                  qk6d8trnyz
        Mon 27 Feb 09:59  armin  reopen                de28t9ww1r
        Mon 27 Feb 12:01  Anto   done                  0r402rpw8v
        Mon 27 Feb 12:01  armin  reopen                0bn3a4khca
        Mon 27 Feb 12:01  armin  done    It is fixed.  z0sd5arfvx
        Mon 27 Feb 12:01  armin  reopen                tjmknb2sxa
        Fri 3 Mar 09:01   Anto   done                  xke47tdd8e
        Mon 27 Feb 09:00  armin  reopen                hctsc5sd19
        Tue 27 Feb 09:01  Anto   done                  31x4gvjzc6
        Mon 27 Feb 09:00  armin  reopen                49dqfeqa46
        $ sprint plan next
        2 planned: next
        $ tail -n 2 sprints/leysin-2017/2017-02-27.toml
        49dqfeqa46 = { at = 2018-02-27T09:01:00.001+01:00, by = "armin", kind = "reopen", item = "1-5twvwg", entered = 2017-02-27T09:00:00.007+01:00, day = 2017-02-27 }
        2-5j1x9z = { at = 2017-02-27T09:00:00.008+01:00, by = "armin", kind = "plan", text = "next" }
    "#]]);
}

#[test]
fn a_batch_says_once_that_the_clock_has_gone_back() {
    sprint_session(expect![[r#"
        $ SPRINT_NOW=2017-02-27T10:00:12+01:00 sprint plan a && printf 'plan b\nplan c\n' | sprint batch
        1 planned: a
        2 planned: b
        3 planned: c
        ! remark: the clock has gone back since your last entry
        ! hint: check it, because entries are ordered by time
    "#]]);
}

#[test]
fn what_was_typed_today_is_told_today_although_it_counts_from_tomorrow_on() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak -p +armin
        1 planned: fix the leak  | on it: armin
        $ SPRINT_BY=anto SPRINT_NOW=2017-02-28T00:10:00+01:00 sprint done 1 Gone. && sprint reopen 1 && sprint done 1 It is fixed.
        1 done: fix the leak  | credit: armin  | result: Gone.
        1 reopened: fix the leak  | on it: armin
        1 done: fix the leak  | credit: armin  | result: It is fixed.
        ! remark: the post does not tell what came of 1 until it is finished again
        ! hint: `sprint done 1` finishes it with that, `sprint done 1 TEXT` with something else
        ! remark: what anto recorded is 15 hours ahead of your clock; this comes right after it
        ! hint: check both clocks
        ! remark: the post tells this instead of what 1 had before it was opened again: `Gone.`
        ! hint: `sprint show 1` has what was told before, and `sprint edit 1` changes what is told
        ! remark: what anto recorded is 15 hours ahead of your clock; this comes right after it
        ! hint: check both clocks
        $ cat sprints/leysin-2017/*.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-mte8y6 = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak", people = ["+armin"] }
        3a2nsx1qq8 = { at = 2017-02-28T00:10:00.001+01:00, by = "armin", kind = "reopen", item = "1-mte8y6", entered = 2017-02-27T09:00:00.001+01:00, day = 2017-02-27 }
        ekh127scvc = { at = 2017-02-28T00:10:00.001+01:00, by = "armin", kind = "done", item = "1-mte8y6", text = "It is fixed.", entered = 2017-02-27T09:00:00.002+01:00, day = 2017-02-27 }
        # Leysin Winter Sprint 2017: Tuesday, 28 February 2017
        gnhnngan8k = { at = 2017-02-28T00:10:00.000+01:00, by = "anto", kind = "done", item = "1-mte8y6", text = "Gone." }
        title = "Leysin Winter Sprint 2017"
        # place = "Leysin, Switzerland"
        from = 2017-02-26
        to = 2017-03-04
        # topics = ["Release Work", "Release Work/Stackless"]    # in the order of the report
        # log = "per-writer"     # one log per day and writer: merges without .gitattributes

        # [check]
        # off = ["never-joined"]     # rules that `sprint check` ignores
        $ sprint log
        Monday, 27 February 2017
        time   by     what    #  entry                 id
        09:00  armin  plan    1  fix the leak (armin)  1-mte8y6
        09:00  armin  reopen  1                        3a2nsx1qq8
        09:00  armin  done    1  It is fixed.          ekh127scvc
        $ sprint log 2017-02-28
        Tuesday, 28 February 2017
        time   by    what  #  entry  id
        00:10  anto  done  1  Gone.  gnhnngan8k
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        Closed today
          1  fix the leak  armin  done
        $ sprint summary --day today --group day 2>/dev/null
        # Leysin Winter Sprint 2017 (day 2)

        <!-- gap: a few sentences: where, when, who, what for -->

        ## What we did

        ### Day 2: Monday, 27 February

        It is fixed. (armin)
        $ sprint check
    "#]]);
}

#[test]
fn a_given_day_is_kept_and_a_remark_says_what_it_comes_after() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak --day yesterday && SPRINT_BY=anto sprint done 1 && SPRINT_BY=anto sprint reopen 1
        1 planned: fix the leak
        1 done: fix the leak
        1 reopened: fix the leak
        $ sprint done 1 It was fixed. --day yesterday
        1 done: fix the leak  | result: It was fixed.
        ! remark: this belongs to 2017-02-26, but comes right after what anto recorded for 2017-02-27 09:00, which would have cancelled it
        $ tail -n 1 sprints/leysin-2017/2017-02-26.toml
        yz7ms766be = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "done", item = "1-xsa8v6", text = "It was fixed.", day = 2017-02-26 }
        $ sprint log yesterday
        Sunday, 26 February 2017
        time          by     what  #  entry          id
        23:59         armin  plan  1  fix the leak   1-xsa8v6
        27 Feb 09:00  armin  done  1  It was fixed.  yz7ms766be
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        Closed on Sunday
          1  fix the leak  done
        $ SPRINT_BY=anto sprint reword 1 other words && sprint reword 1 my words --at 8:00
        1 reworded: other words  | was: fix the leak
        1 reworded: my words  | was: other words
        ! remark: this belongs to 2017-02-27, but comes right after what anto recorded for 2017-02-27 09:00, which would have cancelled it
        $ sprint show 1 | head -1
        1 my words
        $ sprint note It rains. --day tomorrow && tail -n 1 sprints/leysin-2017/2017-02-28.toml
        noted: It rains.
        y2af8g1y77 = { at = 2017-02-28T00:00:00.000+01:00, by = "armin", kind = "note", text = "It rains.", entered = 2017-02-27T09:00:00.003+01:00 }
        ! remark: 2017-02-28 00:00 is in the future
    "#]]);
}

#[test]
fn what_was_moved_moves_nothing_else_of_its_writer() {
    sprint_session(expect![[r#"
        $ sprint plan a && sprint plan b
        1 planned: a
        2 planned: b
        $ SPRINT_BY=anto SPRINT_NOW=2017-02-27T09:00:30+01:00 sprint done 1 && sprint reopen 1
        1 done: a
        1 reopened: a
        $ sprint progress 2 half && sprint plan c && sprint plan --at 9:00:30 d
        2 progress: b  | status: half
        3 planned: c
        4 planned: d
        $ cut -c1-80 sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-m0mzdw = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", te
        2-bjpd7f = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", te
        k4bq3k9j14 = { at = 2017-02-27T09:00:30.000+01:00, by = "anto", kind = "done", i
        r44dgxtf16 = { at = 2017-02-27T09:00:30.001+01:00, by = "armin", kind = "reopen"
        s4jwpaczf3 = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "progres
        3-wx05bq = { at = 2017-02-27T09:00:00.004+01:00, by = "armin", kind = "plan", te
        4-f68c0t = { at = 2017-02-27T09:00:30.000+01:00, by = "armin", kind = "plan", te
    "#]]);
}

#[test]
fn the_year_9999_ends_and_nothing_comes_after_it() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint reword 1 a --at 9999-12-31T23:59:59.999Z
        1 reworded: a  | was: fix the leak
        ! remark: 9999-12-31 23:59 is in the future
        ! remark: recorded in leysin-2017 (2017-02-26 to 2017-03-04) for 9999-12-31
        $ sprint reword 1 b --at 9999-12-31T23:59:59.999Z
        ! error: it would come after the end of the year 9999, which no log can hold
        ! hint: an entry has the last possible time: `sprint log 9999-12-31` shows it, `sprint undo ID` takes it back
        [exit 1]
        $ SPRINT_BY=anto sprint reword 1 b --at 9999-12-31T23:59:59.999Z
        ! error: it would come after the end of the year 9999, which no log can hold
        ! hint: an entry has the last possible time: `sprint log 9999-12-31` shows it, `sprint undo ID` takes it back
        [exit 1]
        $ sprint reword 1 c
        ! error: it would come after the end of the year 9999, which no log can hold
        ! hint: an entry has the last possible time: `sprint log 9999-12-31` shows it, `sprint undo ID` takes it back
        [exit 1]
        $ sprint progress 1 half
        1 progress: a  | status: half
        $ sprint note The last day. --day 9999-12-31
        noted: The last day.
        ! remark: 9999-12-31 00:00 is in the future
        ! remark: recorded in leysin-2017 (2017-02-26 to 2017-03-04) for 9999-12-31
        $ SPRINT_BY=anto sprint note An offset that leads over the year. --at 9999-12-31T23:59:59.999-12:00
        noted: An offset that leads over the year.
        ! remark: 9999-12-31 23:59 is in the future
        ! remark: recorded in leysin-2017 (2017-02-26 to 2017-03-04) for 9999-12-31
        $ SPRINT_BY=anto sprint note Another. --at 9999-12-31T23:59:59.999-12:00
        ! error: it would come after the end of the year 9999, which no log can hold
        ! hint: an entry has the last possible time: `sprint log 9999-12-31` shows it, `sprint undo ID` takes it back
        [exit 1]
        $ SPRINT_NOW=9999-12-31T23:59:59.999+14:00 sprint plan in the last moment
        2 planned: in the last moment
        ! remark: recorded in leysin-2017 (2017-02-26 to 2017-03-04) for 9999-12-31
        $ SPRINT_NOW=9999-12-31T23:59:59.999+14:00 sprint plan too late
        ! error: it would come after the end of the year 9999, which no log can hold
        ! hint: an entry has the last possible time: `sprint log 9999-12-31` shows it, `sprint undo ID` takes it back
        [exit 1]
        $ SPRINT_NOW=9999-12-31T23:59:00Z sprint note x --day tomorrow
        ! error: `tomorrow` is not a day for --day
        ! hint: use a date such as 2017-02-27, a weekday, `today`, `yesterday` or `tomorrow`
        [exit 2]
        $ SPRINT_NOW=9999-12-31T23:59:00Z sprint join Bea --from tomorrow
        ! error: `tomorrow` is not a day for --from
        ! hint: use a date such as 2017-02-27, a weekday, `today`, `yesterday` or `tomorrow`
        [exit 2]
        $ SPRINT_NOW=0000-01-01T00:00:00+01:00 sprint note x --day yesterday
        ! error: `yesterday` is not a day for --day
        ! hint: use a date such as 2017-02-27, a weekday, `today`, `yesterday` or `tomorrow`
        [exit 2]
        $ SPRINT_NOW=0000-01-01T00:00:00+01:00 sprint note The first day. && sprint note The year one. --day 0001-01-01
        noted: The first day.
        noted: The year one.
        ! remark: the clock has gone back since your last entry
        ! hint: check it, because entries are ordered by time
        ! remark: recorded in leysin-2017 (2017-02-26 to 2017-03-04) for 0000-01-01
        ! remark: recorded in leysin-2017 (2017-02-26 to 2017-03-04) for 0001-01-01
        $ sprint note x --day +12345-1-1; sprint note x --day -001-01-01; sprint note x --at -0001-01-01T00:00:00Z
        ! error: `+12345-1-1` is not a day for --day
        ! hint: use a date such as 2017-02-27, a weekday, `today`, `yesterday` or `tomorrow`
        ! error: `-001-01-01` is not a day for --day
        ! hint: use a date such as 2017-02-27, a weekday, `today`, `yesterday` or `tomorrow`
        ! error: `-0001-01-01T00:00:00Z` is not a time for --at
        ! hint: use a time such as 14:30, a day such as 2017-02-27, `mon` or `yesterday`, both, or 2017-02-27T14:30:00+01:00
        [exit 2]
        $ SPRINT_NOW=0000-01-01T00:00:00+14:00 sprint board && SPRINT_NOW=9999-12-31T23:59:59.999-12:00 sprint board --json >/dev/null && sprint summary --group day >/dev/null 2>&1; ls sprints/leysin-2017
        Leysin Winter Sprint 2017 · Saturday, 1 January 0000
          1  a                   nobody  half
          2  in the last moment  nobody
        0000-01-01.toml
        0001-01-01.toml
        2017-02-27.toml
        9999-12-31.toml
        post.md
        sprint.toml
        $ sprint check --format text | grep -v outside-sprint
            2 | 74d00tqkd3 = { at = 0000-01-01T00:00:00.000+01:00, by = "armin", kind =…
              | ^
            hint: correct the entry, or `from` and `to` in sprint.toml
            2 | 0y9mtq3rt2 = { at = 0001-01-01T23:59:00.000+01:00, by = "armin", kind =…
              | ^
            hint: correct the entry, or `from` and `to` in sprint.toml
            3 | 0azhvz2hrj = { at = 9999-12-31T00:00:00.000+01:00, by = "armin", kind =…
              | ^
            hint: correct the entry, or `from` and `to` in sprint.toml
    "#]]);
}

#[test]
fn two_clones_with_wrong_clocks_come_to_one_state() {
    let env = TestEnv::new();
    env.run(
        "git config --global user.name Armin && git config --global user.email armin@example.org
         git config --global init.defaultBranch main
         git init -q --bare hub.git && git clone -q hub.git armin 2>/dev/null && cd armin
         sprint init hut --from 2017-02-26 --to 2017-03-04 && export SPRINT_BY=carl
         sprint plan fix the leak && sprint discuss which && sprint join Bea Meier
         sprint sync && cd .. && git clone -q hub.git anto",
    );
    for (armin, anto) in [
        ("2017-02-27T09:10:00+01:00", "2018-02-27T09:10:00+01:00"),
        ("2017-02-27T23:50:00+01:00", "2017-02-28T00:10:00+01:00"),
    ] {
        let armin = format!("export SPRINT_NOW={armin}; cd armin");
        let anto = format!("export SPRINT_BY=anto SPRINT_NOW={anto}; cd anto");
        for typed in [
            "done 1 x",
            "reopen 1",
            "reword 1 a",
            "assign 1 bea --only",
            "decide 2 y",
            "join Bea --role host",
            "leave bea",
            "day docs",
        ] {
            for there in [&anto, &armin] {
                env.run(&format!("{there}; sprint {typed}; printf 'progress 1 half\nunassign 1\n' | sprint batch; sprint undo"));
            }
        }
        for there in [&armin, &anto, &armin] {
            let seen = env.run(&format!("{there}; sprint sync"));
            assert!(!seen.contains("error"), "{seen}");
        }
    }
    for view in [
        "board",
        "show 1",
        "show 2",
        "people",
        "log 2017-02-27",
        "log 2017-02-28",
        "summary",
    ] {
        let armin = env.run(&format!("cd armin; sprint {view} --json"));
        assert_eq!(env.run(&format!("cd anto; sprint {view} --json")), armin);
    }
    // What is typed after that has its effect in both.
    env.run("cd anto; SPRINT_BY=anto sprint reopen 1; SPRINT_BY=anto sprint done 1 It is fixed.; SPRINT_BY=anto sprint sync; cd ../armin; sprint sync");
    for clone in ["armin", "anto"] {
        let seen = env.run(&format!("cd {clone}; sprint show 1 --json"));
        let shown: Value = serde_json::from_str(&seen).expect("JSON");
        assert_eq!(shown["item"]["outcome"][0]["text"], "It is fixed.");
        assert_eq!(shown["item"]["state"], "done");
    }
}

#[test]
fn who_is_on_an_item_from_the_beginning_comes_off_it_although_it_was_planned_later() {
    people_session(expect![[r#"
        $ ahead() { SPRINT_BY=bea SPRINT_NOW=2017-02-27T10:00:00+01:00 sprint "$@"; }; ahead plan fix the leak -p anto && ahead talk speed -p anto && ahead discuss strings -p anto
        1 planned: fix the leak  | on it: Antonio
        2 talk: speed  | on it: Antonio
        3 to discuss: strings  | on it: Antonio
        $ sprint assign 1 bea --only && sprint show 1 --json | grep -A3 '"people"' | head -4
        1 assigned only: fix the leak  | on it: Bea
            "people": [
              {
                "nick": "bea",
                "name": "Bea Meier",
        ! remark: what Bea recorded is 1 hour ahead of your clock; this comes right after it
        ! hint: check both clocks
        $ sprint unassign 2
        2 unassigned: speed  | nobody is on it
        ! remark: what Bea recorded is 1 hour ahead of your clock; this comes right after it
        ! hint: check both clocks
        $ sprint assign 3 bea --with anto --only
        3 assigned only: strings  | on it: Bea, with help from Antonio
        ! remark: what Bea recorded is 1 hour ahead of your clock; this comes right after it
        ! hint: check both clocks
        $ sprint plan write a test -p anto && sprint assign 4 bea --only --day yesterday
        4 planned: write a test  | on it: Antonio
        4 assigned only: write a test  | on it: Bea
        ! remark: this belongs to 2017-02-26, but comes right after what you recorded for 2017-02-27 09:00, which would have cancelled it
    "#]]);
}

#[test]
fn work_on_an_item_that_was_planned_later_is_told_on_its_day() {
    sprint_session(expect![[r#"
        $ SPRINT_BY=bea SPRINT_NOW=2017-02-28T00:10:00+01:00 sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1 It is fixed.
        1 done: fix the leak  | result: It is fixed.
        $ sprint board --day today
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        Closed today
          1  fix the leak  done
        $ sprint summary --day today
        # Leysin Winter Sprint 2017 (day 2)

        <!-- gap: a few sentences: where, when, who, what for -->

        ## What we did

        It is fixed.
        ! remark: gap: a few sentences: where, when, who, what for
        $ sprint plan write a test && sprint done 2 There is a test. --day yesterday && sprint summary --day yesterday
        2 planned: write a test
        2 done: write a test  | result: There is a test.
        # Leysin Winter Sprint 2017 (day 1)

        <!-- gap: a few sentences: where, when, who, what for -->

        ## What we did

        There is a test.
        ! remark: gap: a few sentences: where, when, who, what for
    "#]]);
}

#[test]
fn an_offset_with_seconds_is_written_in_whole_minutes() {
    sprint_session(expect![[r#"
        $ unset SPRINT_NOW; for zone in UTC-23:59:59 UTC+23:59:59 UTC-0:19:32; do TZ=$zone sprint plan a --day 2017-02-27 && TZ=$zone sprint plan b; done >/dev/null 2>&1; sprint check --no-receipts --format github | grep -v outside-sprint
        [exit 1]
        $ cat sprints/leysin-2017/2017-02-27.toml | grep -o 'at = [^,]*'
        at = 2017-02-27T23:59:00.000+23:59
        at = 2017-02-27T23:59:00.000-23:59
        at = 2017-02-27T23:59:00.000+00:19
    "#]]);
}
