//! `sprint board`, and `sprint` alone.

use expect_test::expect;

use crate::support::{session, sprint_session};

#[test]
fn outside_any_sprint_it_says_how_to_begin() {
    session(expect![[r#"
        $ sprint
        sprint is the journal of a development sprint: plan, pair, discuss, and the blog post writes itself.
        Begin with `sprint init NAME`, such as `sprint init leysin-2017`; `sprint --help` lists the commands.
        $ sprint board
        ! error: there is no sprint here: no folder `sprints` in this folder or above it
        ! hint: begin one: `sprint init NAME`, such as `sprint init leysin-2017`
        [exit 1]
        $ mkdir sprints
        $ sprint
        sprint is the journal of a development sprint: plan, pair, discuss, and the blog post writes itself.
        Begin with `sprint init NAME`, such as `sprint init leysin-2017`; `sprint --help` lists the commands.
        $ sprint board
        ! error: there is no sprint in sprints
        ! hint: begin one: `sprint init NAME`, such as `sprint init leysin-2017`
        [exit 1]
    "#]]);
}

#[test]
fn it_shows_tasks_discussions_talks_what_was_finished_and_who_is_idle() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo
        joined: Armin Rigo (armin)
        $ sprint join Anto Cuni
        joined: Anto Cuni (anto)
        $ sprint join Ronan Lamy
        joined: Ronan Lamy (ronan)
        $ sprint join A Visitor --role visitor
        joined: A Visitor (a; visitor)
        $ sprint plan fix the leak -t CPyExt -p armin
        1 planned: fix the leak (Armin)
        ! remark: `CPyExt` is a new topic
        $ sprint plan write a test -u 1
        2 planned: write a test
        $ sprint plan run it on Windows -u 2
        3 planned: run it on Windows
        $ sprint plan port numpy -p bea,ronan?
        4 planned: port numpy (bea, Ronan?)
        ! remark: bea is new here; `sprint join bea` makes an attendee
        $ sprint progress 4 nearly done
        4 progress: port numpy (nearly done)
        $ sprint discuss which encoding
        5 to discuss: which encoding
        $ sprint talk The JIT -p armin
        6 talk: The JIT (Armin)
        $ sprint plan merge it
        7 planned: merge it
        $ sprint done merge
        7 done: merge it
        $ sprint plan old idea
        8 planned: old idea
        $ sprint drop idea
        8 dropped: old idea
        $ sprint
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        ┌────────────────────────────────────────────────────────────────┐
        │ #   task                             people        state       │
        ╞════════════════════════════════════════════════════════════════╡
        │ 1   fix the leak [CPyExt]            Armin                     │
        │ 2     write a test [CPyExt]                                    │
        │ 3       run it on Windows [CPyExt]                             │
        │ 4   port numpy                       bea, Ronan?   nearly done │
        └────────────────────────────────────────────────────────────────┘

        ┌────────────────────┐
        │ #   discussion     │
        ╞════════════════════╡
        │ 5   which encoding │
        └────────────────────┘

        ┌──────────────────────┐
        │ #   talk      people │
        ╞══════════════════════╡
        │ 6   The JIT   Armin  │
        └──────────────────────┘

        ┌────────────────────────────┐
        │ #   closed today   state   │
        ╞════════════════════════════╡
        │ 7   merge it       done    │
        │ 8   old idea       dropped │
        └────────────────────────────┘

        ┌────────────────┐
        │ without a task │
        ╞════════════════╡
        │ Anto, Ronan    │
        └────────────────┘
    "#]]);
}

#[test]
fn it_fits_sixty_eighty_and_two_hundred_columns() {
    sprint_session(expect![[r#"
        $ sprint plan "make the x86 backend not recompile everything after every bridge that it makes" -t "Release Work/JIT" -p "armin,anto,carl friedrich" | tail -1
        1 planned: make the x86 backend not recompile everything after every bridge that i… (armin, anto, carl friedrich)
        ! remark: `Release Work/JIT` is a new topic
        ! remark: armin is new here; `sprint join armin` makes an attendee
        ! remark: anto is new here; `sprint join anto` makes an attendee
        ! remark: carl friedrich is new here; `sprint join carl friedrich` makes an attendee
        $ sprint progress 1 almost ready, more debugging needed on the machines that have less memory
        1 progress: make the x86 backend not recompile everything after every bridge that i… (almost ready, more debugging needed on the machines that have less memo…)
        $ COLUMNS=60 sprint
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        ┌──────────────────────────────────────────────────────────┐
        │ #   task               people            state           │
        ╞══════════════════════════════════════════════════════════╡
        │ 1   make the x86       armin, anto,      almost ready,   │
        │     backend not        carl friedrich    more debugging  │
        │     recompile                            needed on the   │
        │     everything after                     machines that   │
        │     every bridge                         have less       │
        │     that it makes                        memory          │
        │     [Release                                             │
        │     Work/JIT]                                            │
        └──────────────────────────────────────────────────────────┘
        $ COLUMNS=80 sprint
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        ┌──────────────────────────────────────────────────────────────────────────────┐
        │ #   task                        people              state                    │
        ╞══════════════════════════════════════════════════════════════════════════════╡
        │ 1   make the x86 backend not    armin, anto, carl   almost ready, more       │
        │     recompile everything        friedrich           debugging needed on the  │
        │     after every bridge that                         machines that have less  │
        │     it makes [Release                               memory                   │
        │     Work/JIT]                                                                │
        └──────────────────────────────────────────────────────────────────────────────┘
        $ COLUMNS=200 sprint
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        ┌──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
        │ #   task                                                                         people                        state                                                                topic            │
        ╞══════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════╡
        │ 1   make the x86 backend not recompile everything after every bridge that it     armin, anto, carl friedrich   almost ready, more debugging needed on the machines that have less   Release Work/JIT │
        │     makes                                                                                                      memory                                                                                │
        └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
    "#]]);
}

#[test]
fn wide_and_combining_characters_keep_the_lines_straight() {
    sprint_session(expect![[r#"
        $ sprint plan "日本語のドキュメント 🎿 été" -p "Łukasz,李"
        1 planned: 日本語のドキュメント 🎿 été (Łukasz, 李)
        ! remark: Łukasz is new here; `sprint join Łukasz` makes an attendee
        ! remark: 李 is new here; `sprint join 李` makes an attendee
        $ sprint
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        ┌──────────────────────────────────────────────┐
        │ #   task                          people     │
        ╞══════════════════════════════════════════════╡
        │ 1   日本語のドキュメント 🎿 été   Łukasz, 李 │
        └──────────────────────────────────────────────┘
    "#]]);
}

#[test]
fn control_characters_are_shown_and_do_nothing() {
    sprint_session(expect![[r#"
        $ sprint plan "$(printf 'red \033[31m bell \007 back\b c1 \302\233 bidi \342\200\256 end')" -t "$(printf 'to\033]0;x\007pic')" -p "$(printf 'ev\033[2Jil')"
        1 planned: red \u{1b}[31m bell \u{7} back\u{8} c1 \u{9b} bidi \u{202e} end (ev\u{1b}[2Jil)
        ! remark: `to\u{1b}]0;x\u{7}pic` is a new topic
        ! remark: ev\u{1b}[2Jil is new here; `sprint join ev\u{1b}[2Jil` makes an attendee
        $ sprint progress 1 "$(printf 'one\ntwo\rthree\tfour')"
        1 progress: red \u{1b}[31m bell \u{7} back\u{8} c1 \u{9b} bidi \u{202e} end (one two three four)
        $ sprint
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        ┌──────────────────────────────────────────────────────────────────────────────┐
        │ #   task                                  people          state              │
        ╞══════════════════════════════════════════════════════════════════════════════╡
        │ 1   red \u{1b}[31m bell \u{7} back\u{8}   ev\u{1b}[2Jil   one two three four │
        │     c1 \u{9b} bidi \u{202e} end                                              │
        │     [to\u{1b}]0;x\u{7}pic]                                                   │
        └──────────────────────────────────────────────────────────────────────────────┘
        $ sprint show 1
        1 red \u{1b}[31m bell \u{7} back\u{8} c1 \u{9b} bidi \u{202e} end
            task, open
            state: one two three four
            topic: to\u{1b}]0;x\u{7}pic
            on it: ev\u{1b}[2Jil
            credit: ev\u{1b}[2Jil

        ┌──────────────────────────────────────────────────────────────────────────────┐
        │ when               by      what       entry                       id         │
        ╞══════════════════════════════════════════════════════════════════════════════╡
        │ Mon 27 Feb 09:00   armin   plan       red \u{1b}[31m bell \u{7}   1-y67en8   │
        │                                       back\u{8} c1 \u{9b} bidi               │
        │                                       \u{202e} end                           │
        │                                       (to\u{1b}]0;x\u{7}pic;                 │
        │                                       ev\u{1b}[2Jil)                         │
        │ Mon 27 Feb 09:00   armin   progress   one two three four          hnjwnsw0z1 │
        └──────────────────────────────────────────────────────────────────────────────┘
        $ sprint log
        Monday, 27 February 2017

        ┌───────────────────────────────────────────────────────────────────────┐
        │ time    by      what       #   entry                       id         │
        ╞═══════════════════════════════════════════════════════════════════════╡
        │ 09:00   armin   plan       1   red \u{1b}[31m bell \u{7}   1-y67en8   │
        │                                back\u{8} c1 \u{9b} bidi               │
        │                                \u{202e} end                           │
        │                                (to\u{1b}]0;x\u{7}pic;                 │
        │                                ev\u{1b}[2Jil)                         │
        │ 09:00   armin   progress   1   one two three four          hnjwnsw0z1 │
        └───────────────────────────────────────────────────────────────────────┘
        $ sprint summary
        # Leysin Winter Sprint 2017

        <!-- there is no intro: write `intro` under [report] in sprint.toml -->

        ## What is next

        - red \\u{1b}\[31m bell \\u{7} back\\u{8} c1 \\u{9b} bidi \\u{202e} end: one two three four (ev\\u{1b}\[2Jil)
        ! remark: there is no intro: write `intro` under [report] in sprint.toml
    "#]]);
}

#[test]
fn a_day_is_shown_as_it_ended() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak -p armin
        1 planned: fix the leak (armin)
        ! remark: armin is new here; `sprint join armin` makes an attendee
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint done 1
        1 done: fix the leak (armin)
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint
        Leysin Winter Sprint 2017, Tuesday, 28 February 2017

        No task is open.

        ┌───────────────────────────────────┐
        │ #   closed today   people   state │
        ╞═══════════════════════════════════╡
        │ 1   fix the leak   armin    done  │
        └───────────────────────────────────┘
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint board --day mon
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        ┌───────────────────────────┐
        │ #   task           people │
        ╞═══════════════════════════╡
        │ 1   fix the leak   armin  │
        └───────────────────────────┘
    "#]]);
}

#[test]
fn a_morning_begins_with_what_the_last_day_closed_and_moved_on() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak -p armin
        1 planned: fix the leak (armin)
        ! remark: armin is new here; `sprint join armin` makes an attendee
        $ sprint plan port numpy -p anto
        2 planned: port numpy (anto)
        ! remark: anto is new here; `sprint join anto` makes an attendee
        $ sprint plan not touched
        3 planned: not touched
        $ sprint done 1 Fixed.
        1 done: fix the leak (armin)
        $ sprint progress 2 half done
        2 progress: port numpy (half done)
        $ SPRINT_NOW=2017-02-28T09:00:00+01:00 sprint
        Leysin Winter Sprint 2017, Tuesday, 28 February 2017

        ┌──────────────────────────────────────┐
        │ #   task          people   state     │
        ╞══════════════════════════════════════╡
        │ 2   port numpy    anto     half done │
        │ 3   not touched                      │
        └──────────────────────────────────────┘

        Monday, 27 February 2017:
        ┌─────────────────────────────────────────────┐
        │ #   closed or moved on   people   state     │
        ╞═════════════════════════════════════════════╡
        │ 1   fix the leak         armin    done      │
        │ 2   port numpy           anto     half done │
        └─────────────────────────────────────────────┘
        $ SPRINT_NOW=2017-02-28T09:00:00+01:00 sprint plan a quick one
        4 planned: a quick one
        $ SPRINT_NOW=2017-02-28T09:00:00+01:00 sprint done quick
        4 done: a quick one
        $ SPRINT_NOW=2017-02-28T09:00:00+01:00 sprint
        Leysin Winter Sprint 2017, Tuesday, 28 February 2017

        ┌──────────────────────────────────────┐
        │ #   task          people   state     │
        ╞══════════════════════════════════════╡
        │ 2   port numpy    anto     half done │
        │ 3   not touched                      │
        └──────────────────────────────────────┘

        ┌──────────────────────────┐
        │ #   closed today   state │
        ╞══════════════════════════╡
        │ 4   a quick one    done  │
        └──────────────────────────┘
    "#]]);
}
