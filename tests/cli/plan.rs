//! `sprint plan`.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

#[test]
fn a_task_gets_the_next_number_and_is_one_line_of_the_log() {
    people_session(expect![[r#"
        $ sprint plan fix the memoryview leak -t CPyExt -p anto
        1 planned: fix the memoryview leak  | on it: Antonio  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        $ sprint plan "write a test"
        2 planned: write a test
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-dzze8v = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the memoryview leak", topic = "CPyExt", people = ["anto"] }
        2-nakqdv = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "write a test" }
    "#]]);
}

#[test]
fn a_part_is_filed_with_its_whole() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak -t CPyExt
        1 planned: fix the leak  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        $ sprint plan write a test -u 1
        2 planned: write a test  | part of: 1 fix the leak
        $ sprint plan -u leak measure it -t Benchmarks
        3 planned: measure it  | topic: Benchmarks  | part of: 1 fix the leak
        ! remark: `Benchmarks` is a new topic
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        CPyExt
          1  fix the leak    nobody
          2    write a test  nobody
          3    measure it    nobody
    "#]]);
}

#[test]
fn plan_alone_is_the_board() {
    sprint_session(expect![[r#"
        $ sprint plan one thing
        1 planned: one thing
        $ sprint plan
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  one thing  nobody
    "#]]);
}

#[test]
fn a_part_of_nothing_is_refused() {
    sprint_session(expect![[r#"
        $ sprint plan write a test -u 7
        ! error: there is no item 7
        ! hint: there are no items yet; `sprint plan TEXT` makes the first
        [exit 1]
        $ sprint plan write a test -u leak
        ! error: no open item has `leak` in its text
        ! hint: `sprint board` shows what is open, with numbers
        [exit 1]
        $ ls sprints/leysin-2017
        post.md
        sprint.toml
    "#]]);
}

#[test]
fn options_without_a_text_do_not_make_a_task() {
    sprint_session(expect![[r#"
        $ sprint plan -t CPyExt
        ! error: there is no text
        ! hint: type it after the command, use `-` to read it from standard input, or set EDITOR to write it at a terminal
        [exit 2]
    "#]]);
}

#[test]
fn a_word_may_begin_with_a_digit() {
    sprint_session(expect![[r#"
        $ sprint plan port 2to3 to python3
        1 planned: port 2to3 to python3
        $ sprint done 2to3
        1 done: port 2to3 to python3
        $ sprint done 3d
        ! error: there is no item 3d
        ! hint: the highest number is 1; `sprint board` shows what is open
        [exit 1]
    "#]]);
}

#[test]
fn helpers_and_a_time_are_part_of_it() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin --with anto,bea --when "after  lunch"
        1 planned: fix the leak  | on it: Armin, with help from Antonio, Bea  | when: after lunch
        $ sprint discuss how are strings stored --with anto --when Sunday
        2 to discuss: how are strings stored  | on it: with help from Antonio  | when: Sunday
        $ sprint talk the GC -p bea --with armin
        3 talk: the GC  | on it: Bea, with help from Armin
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
          1  fix the leak            Armin, with Antonio, with Bea  after lunch
        Discussions
          2  how are strings stored  with Antonio                   Sunday
        Talks
          3  the GC                  Bea, with Armin
        $ sprint done 1 It is fixed.
        1 done: fix the leak  | credit: Armin, with help from Antonio, Bea  | result: It is fixed.
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-338bcc = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak", when = "after lunch", people = ["armin"], with = ["anto", "bea"] }
        2-sak6zn = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "discuss", text = "how are strings stored", when = "Sunday", with = ["anto"] }
        3-hv9wyf = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "talk", text = "the GC", people = ["bea"], with = ["armin"] }
        p56jec9847 = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "done", item = "1-338bcc", text = "It is fixed." }
    "#]]);
}

#[test]
fn an_open_item_with_the_same_words_is_named() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint plan Fix the Leak -t JIT
        2 planned: Fix the Leak  | topic: JIT
        ! remark: `JIT` is a new topic
        ! remark: 1 is open and has the same words
        $ sprint plan fix the leak -t Docs
        3 planned: fix the leak  | topic: Docs
        ! remark: `Docs` is a new topic
        ! remark: 1 is open and has the same words
        $ sprint plan fix the leak -u 1
        4 planned: fix the leak  | part of: 1 fix the leak
        $ sprint discuss café
        5 to discuss: café
        $ sprint talk Cafe
        6 talk: Cafe
        ! remark: 5 is open and has the same words
        $ sprint done 1,2,3,4
        1 done: fix the leak
        2 done: Fix the Leak
        3 done: fix the leak
        4 done: fix the leak
        $ sprint plan fix the leak
        7 planned: fix the leak
    "#]]);
}

#[test]
fn who_is_put_on_an_item_and_has_left_is_named() {
    people_session(expect![[r#"
        $ sprint leave anto
        left: Antonio, gone from Monday, 27 February 2017 on
        $ sprint plan "fix the leak (anto)"
        1 planned: fix the leak  | on it: Antonio
        ! remark: Antonio Cuni has left
        ! hint: `sprint join anto` if they are back
        $ sprint plan write a test -p armin --with anto
        2 planned: write a test  | on it: Armin, with help from Antonio
        ! remark: Antonio Cuni has left
        ! hint: `sprint join anto` if they are back
        $ sprint assign 1 +Kim, anto
        1 assigned: fix the leak  | on it: Kim, Antonio
        ! remark: Antonio Cuni has left
        ! hint: `sprint join anto` if they are back
        $ sprint done 1 "It is fixed (anto)"
        1 done: fix the leak  | credit: Antonio, Kim  | result: It is fixed
        $ sprint join anto
        attends: Antonio Cuni (anto)
        $ sprint assign 2 anto
        2 assigned: write a test  | on it: Armin, Antonio
    "#]]);
}

#[test]
fn an_option_that_is_given_twice_is_told_with_its_own_form() {
    people_session(expect![[r#"
        $ sprint plan x --when a --when b; sprint plan x -t a --topic=b; sprint plan x -p bea -p anto; sprint goal x --side --side
        ! error: `--when` is given twice
        ! hint: give it once: `--when TEXT`
        ! error: `--topic` is given twice
        ! hint: give it once: `--topic TOPIC`
        ! error: `-p` is given twice
        ! hint: give it once, with all its words: `-p armin anto`
        ! error: `--side` is given twice
        ! hint: give it once
        [exit 2]
    "#]]);
}

#[test]
fn people_who_are_named_in_a_title_are_told() {
    people_session(expect![[r#"
        $ sprint plan fix the parser with Bea; sprint plan Armin: write docs; sprint plan Bea and anto port the tests; sprint plan pair with bea
        1 planned: fix the parser with Bea
        2 planned: Armin: write docs
        3 planned: Bea and anto port the tests
        4 planned: pair with bea
        ! remark: the text names Bea Meier, and puts nobody on it
        ! hint: `sprint assign 1 bea` puts them on it
        ! remark: the text names Armin Rigo, and puts nobody on it
        ! hint: `sprint assign 2 armin` puts them on it
        ! remark: the text names Bea Meier and Antonio Cuni, and puts nobody on it
        ! hint: `sprint assign 3 bea, anto` puts them on it
        ! remark: the text names Bea Meier, and puts nobody on it
        ! hint: `sprint assign 4 bea` puts them on it
        $ sprint discuss where to meet, Armin asks; sprint plan write docs with Bea -p anto; sprint plan ask @bea; sprint plan -- fix it with Bea
        5 to discuss: where to meet, Armin asks
        6 planned: write docs with Bea  | on it: Antonio
        7 planned: ask @bea
        8 planned: fix it with Bea
        ! remark: the text names Armin Rigo, and puts nobody on it
        ! hint: `sprint assign 5 armin` puts them on it
        ! remark: the text names Bea Meier, and puts nobody on it
        ! hint: `sprint assign 7 bea` puts them on it
    "#]]);
}

#[test]
fn a_new_topic_with_the_first_words_of_a_known_one_is_told() {
    people_session(expect![[r#"
        $ sprint plan x -t Release Work; sprint plan y -t Release
        1 planned: x  | topic: Release Work
        2 planned: y  | topic: Release
        ! remark: `Release Work` is a new topic
        ! remark: `Release` is a new topic
        ! hint: did you mean `Release Work`? `sprint move ITEM -t 'Release Work'` files it there
    "#]]);
}

#[test]
fn brackets_that_say_that_nobody_is_on_it_yet_are_no_title() {
    people_session(expect![[r#"
        $ sprint plan 'write docs (nobody yet)'; sprint talk 'intro (niemand)'
        1 planned: write docs
        2 talk: intro
        $ sprint plan -- 'write docs (nobody yet)'
        3 planned: write docs (nobody yet)
    "#]]);
}

#[test]
fn a_time_at_the_end_of_a_title_is_remarked_on() {
    people_session(expect![[r#"
        $ sprint plan call Mira, 14:30; sprint talk intro on Tuesday at 14:30; sprint discuss release um 14 Uhr
        1 planned: call Mira, 14:30
        2 talk: intro on Tuesday at 14:30
        3 to discuss: release um 14 Uhr
        ! remark: `14:30` is part of the title
        ! hint: `sprint reword 1 call Mira` and `sprint move 1 --when 14:30` make it the time
        ! remark: `on Tuesday at 14:30` is part of the title
        ! hint: `sprint reword 2 intro` and `sprint move 2 --when on Tuesday at 14:30` make it the time
        ! remark: `um 14 Uhr` is part of the title
        ! hint: `sprint reword 3 release` and `sprint move 3 --when um 14 Uhr` make it the time
        $ sprint talk intro two --when 14:30; sprint talk -- intro three 14:30
        4 talk: intro two  | when: 14:30
        5 talk: intro three 14:30
        $ sprint plan release 2.0; sprint plan summary of Friday; sprint plan merge 14:30 and later
        6 planned: release 2.0
        7 planned: summary of Friday
        8 planned: merge 14:30 and later
        $ sprint plan fix the bug in version 3:10; sprint plan divide 4:3; sprint plan meet today, 16:00; sprint plan merge, 17:99
        9 planned: fix the bug in version 3:10
        10 planned: divide 4:3
        11 planned: meet today, 16:00
        12 planned: merge, 17:99
        $ sprint plan meet Ida, 16:00; sprint plan meet um 9:15; sprint plan meet Fri 17:00
        13 planned: meet Ida, 16:00
        14 planned: meet um 9:15
        15 planned: meet Fri 17:00
        ! remark: `16:00` is part of the title
        ! hint: `sprint reword 13 meet Ida` and `sprint move 13 --when 16:00` make it the time
        ! remark: `um 9:15` is part of the title
        ! hint: `sprint reword 14 meet` and `sprint move 14 --when um 9:15` make it the time
        ! remark: `Fri 17:00` is part of the title
        ! hint: `sprint reword 15 meet` and `sprint move 15 --when Fri 17:00` make it the time
        $ sprint talk x -p armin 14:30
        ! error: `14:30` is not a name
        ! hint: `--when 14:30` says when something is to happen, `--at 14:30` when it was
        [exit 1]
    "#]]);
}
