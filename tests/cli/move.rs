//! `sprint move`.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

#[test]
fn an_item_is_filed_under_another_topic_or_none() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak -t CPyExt
        1 planned: fix the leak  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        $ sprint plan port numpy -t "Release Work/Stackless"
        2 planned: port numpy  | topic: Release Work › Stackless
        ! remark: `Release Work/Stackless` is a new topic
        $ sprint move 1 -t stackless
        1 moved: fix the leak  | topic: Release Work › Stackless
        $ sprint move 2 -t ''
        2 moved: port numpy  | no topic
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          2  port numpy    nobody
        Release Work › Stackless
          1  fix the leak  nobody
        $ sprint show 1
        1 fix the leak
            task, open
            topic: Release Work/Stackless

        when              by     what  entry                     id
        Mon 27 Feb 09:00  armin  plan  fix the leak (CPyExt)     1-1ptx1y
        Mon 27 Feb 09:00  armin  move  (Release Work/Stackless)  mrw5ke3cm8
        $ sprint undo
        took back: move 2 port numpy: (no topic) (`sprint undo c7gyd5nhv6` reverses that)
        $ sprint show 2
        2 port numpy
            task, open
            topic: Release Work/Stackless

        when              by     what  entry                                id
        Mon 27 Feb 09:00  armin  plan  port numpy (Release Work/Stackless)  2-x5qvaf
        Mon 27 Feb 09:00  armin  move  (no topic) (taken back)              6amptrqbpf
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-1ptx1y = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak", topic = "CPyExt" }
        2-x5qvaf = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "port numpy", topic = "Release Work/Stackless" }
        mrw5ke3cm8 = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "move", item = "1-1ptx1y", topic = "Release Work/Stackless" }
        6amptrqbpf = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "move", item = "2-x5qvaf", topic = "" }
        c7gyd5nhv6 = { at = 2017-02-27T09:00:00.004+01:00, by = "armin", kind = "undo", entry = "6amptrqbpf" }
    "#]]);
}

#[test]
fn an_item_becomes_part_of_another_or_of_none() {
    sprint_session(expect![[r#"
        $ sprint plan release tasks -t "Release Work"
        1 planned: release tasks  | topic: Release Work
        ! remark: `Release Work` is a new topic
        $ sprint plan fix the leak -t CPyExt
        2 planned: fix the leak  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        $ sprint plan write a test -u leak
        3 planned: write a test  | part of: 2 fix the leak
        $ sprint move 2 -u 1
        2 moved: fix the leak  | part of: 1 release tasks
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Release Work
          1  release tasks     nobody
          2    fix the leak    nobody
          3      write a test  nobody
        $ sprint move 2 --top
        2 moved: fix the leak  | topic: Release Work  | part of none
        $ sprint move test --top
        3 moved: write a test  | topic: Release Work  | part of none
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Release Work
          1  release tasks  nobody
          2  fix the leak   nobody
          3  write a test   nobody
        $ sprint log
        Monday, 27 February 2017
        time   by     what  #  entry                         id
        09:00  armin  plan  1  release tasks (Release Work)  1-ey123s
        09:00  armin  plan  2  fix the leak (CPyExt)         2-zmgy1m
        09:00  armin  plan  3  write a test (part of 2)      3-mmgsa0
        09:00  armin  move  2  (part of 1)                   t20yzfrq91
        09:00  armin  move  2  (part of none; Release Work)  bwewhn6f1p
        09:00  armin  move  3  (part of none; Release Work)  d72gns144t
        $ sprint log --json | grep -A3 '"topic"\|"top"\|"under"'
              "topic": "Release Work",
              "people": [],
              "with": []
            },
        --
              "topic": "CPyExt",
              "people": [],
              "with": []
            },
        --
              "under": {
                "number": "2",
                "id": "2-zmgy1m"
              },
        --
              "topic": "",
              "under": {
                "number": "1",
                "id": "1-ey123s"
              },
              "top": false
            },
            {
              "id": "bwewhn6f1p",
        --
              "topic": "Release Work",
              "top": true
            },
            {
              "id": "d72gns144t",
        --
              "topic": "Release Work",
              "top": true
            }
          ]
        }
    "#]]);
}

#[test]
fn parts_are_in_no_circle() {
    sprint_session(expect![[r#"
        $ sprint plan release tasks
        1 planned: release tasks
        $ sprint plan fix the leak -u 1
        2 planned: fix the leak  | part of: 1 release tasks
        $ sprint plan write a test -u 2
        3 planned: write a test  | part of: 2 fix the leak
        $ sprint move 1 -u 3
        ! error: 1 would be a part of itself
        ! hint: `sprint show 1` shows its parts
        [exit 1]
        $ sprint move 1 -u 1
        ! error: 1 would be a part of itself
        ! hint: `sprint show 1` shows its parts
        [exit 1]
        $ sprint move 3 -u 1
        3 moved: write a test  | part of: 1 release tasks
        $ sprint move 2 -u 3
        2 moved: fix the leak  | part of: 3 write a test
        $ sprint move 1 -u 2
        ! error: 1 would be a part of itself
        ! hint: `sprint show 1` shows its parts
        [exit 1]
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  release tasks     nobody
          3    write a test    nobody
          2      fix the leak  nobody
    "#]]);
}

#[test]
fn a_time_is_for_the_board_alone() {
    sprint_session(expect![[r#"
        $ sprint discuss how are strings stored --when Sunday
        1 to discuss: how are strings stored  | when: Sunday
        $ sprint talk the GC --when "after lunch"
        2 talk: the GC  | when: after lunch
        $ sprint plan fix the leak --when "Thu 17:00"
        3 planned: fix the leak  | when: Thu 17:00
        $ sprint progress 3 nearly done
        3 progress: fix the leak  | status: nearly done
        $ sprint move 1 --when "Mon 10:00"
        1 moved: how are strings stored  | when: Mon 10:00
        $ sprint move 2 --when ''
        2 moved: the GC  | no time
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          3  fix the leak            nobody  Thu 17:00; nearly done
        Discussions
          1  how are strings stored          Mon 10:00
        Talks
          2  the GC
        $ sprint show 1
        1 how are strings stored
            discussion, open
            when: Mon 10:00

        when              by     what     entry                            id
        Mon 27 Feb 09:00  armin  discuss  how are strings stored (Sunday)  1-42vdwt
        Mon 27 Feb 09:00  armin  move     (Mon 10:00)                      rq3z7rznjq
        $ sprint board --json | grep when
              "when": "Thu 17:00",
              "when": "Mon 10:00",
        $ sprint plan another --when ''
        ! error: the time is empty
        ! hint: say when, in any words: `--when Thu 17:00`, `--when after lunch`
        [exit 2]
        $ sprint done 3 It is fixed.
        3 done: fix the leak  | result: It is fixed.
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        It is fixed.

        ## What is next

        - How are strings stored
    "#]]);
}

#[test]
fn what_is_not_said_with_an_option_is_refused() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint move 1
        ! error: where should 1 be moved?
        ! hint: `sprint move 1 -t TOPIC` files it, `-u ITEM` makes it part of an item, `--top` of none, `--when TEXT` says when
        [exit 2]
        $ sprint move 1 Release Work
        ! error: `Release Work` is not an option of `move`
        ! hint: `sprint move 1 -t Release Work` files it under that topic, `-u Release Work` makes it part of that item, `--when Release Work` says when
        [exit 2]
        $ sprint move 1 --top -u 1
        ! error: `--top` cannot be used with `--under ITEM`
        ! hint: leave one of them out
        [exit 2]
        $ sprint move 2 -t CI
        ! error: there is no item 2
        ! hint: the highest number is 1; `sprint board` shows what is open
        [exit 1]
        $ cat sprints/leysin-2017/2017-02-27.toml | wc -l
        2
    "#]]);
}

#[test]
fn what_is_moved_last_holds_whatever_the_clocks_say() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak -t CPyExt
        1 planned: fix the leak  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        $ SPRINT_NOW=2017-02-27T10:30:00+01:00 sprint move 1 -t CI --by anto
        1 moved: fix the leak  | topic: CI
        ! remark: `CI` is a new topic
        $ sprint move 1 -t Stackless
        1 moved: fix the leak  | topic: Stackless
        ! remark: `Stackless` is a new topic
        ! remark: what anto recorded is 2 hours ahead of your clock; this comes right after it
        ! hint: check both clocks
        $ sprint show 1
        1 fix the leak
            task, open
            topic: Stackless

        when              by     what  entry                  id
        Mon 27 Feb 09:00  armin  plan  fix the leak (CPyExt)  1-1ptx1y
        Mon 27 Feb 10:30  anto   move  (CI)                   r2dypzvcsm
        Mon 27 Feb 10:30  armin  move  (Stackless)            tx1fc14vff
        $ sprint move 1 --day yesterday -t GC
        1 moved: fix the leak  | topic: GC
        ! remark: `GC` is a new topic
        ! remark: this belongs to 2017-02-26, but comes right after what you recorded for 2017-02-27 10:30, which would have cancelled it
        $ sprint show 1
        1 fix the leak
            task, open
            topic: GC

        when              by     what  entry                  id
        Mon 27 Feb 09:00  armin  plan  fix the leak (CPyExt)  1-1ptx1y
        Mon 27 Feb 10:30  anto   move  (CI)                   r2dypzvcsm
        Mon 27 Feb 10:30  armin  move  (Stackless)            tx1fc14vff
        Mon 27 Feb 10:30  armin  move  (GC)                   h37fjfb27p
    "#]]);
}

#[test]
fn several_words_of_an_item_want_quotes() {
    people_session(expect![[r#"
        $ sprint plan write tests
        1 planned: write tests
        $ sprint move write tests -t Storage
        ! error: `tests` is not an option of `move`
        ! hint: several words of an item are in quotes: `sprint move 'write tests' -t Storage`
        [exit 2]
        $ sprint move write tests
        ! error: `tests` is not an option of `move`
        ! hint: several words of an item are in quotes: `sprint move 'write tests' -t TOPIC`
        [exit 2]
    "#]]);
}
