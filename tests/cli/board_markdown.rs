//! `sprint board --for markdown`: the planning document.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

#[test]
fn it_is_the_board_as_text_that_people_edit() {
    people_session(expect![[r#"
        $ sprint join Carl Friedrich Bolz --nick cf --from wed
        joined: Carl Friedrich Bolz (cf; from 2017-03-01)
        $ sprint join Samuele Pedroni --to thu
        joined: Samuele Pedroni (samuele; to 2017-03-02)
        $ sprint join Niko Matsakis --from 2017-03-01 --to 2017-03-02
        joined: Niko Matsakis (niko; from 2017-03-01; to 2017-03-02)
        $ sprint join Eric van Riet Paap && sprint --day sun leave eric
        joined: Eric van Riet Paap (eric)
        left: Eric, gone from Sunday, 26 February 2017 on
        $ sprint plan fix the memoryview leak -t CPyExt -p armin,anto --with samuele
        1 planned: fix the memoryview leak  | on it: Armin, Antonio, with help from Samuele  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        $ sprint progress 1 found it, now the hard part
        1 progress: fix the memoryview leak  | status: found it, now the hard part
        $ sprint plan write a test for it -u 1
        2 planned: write a test for it  | part of: 1 fix the memoryview leak
        $ sprint plan port the tests -t CPyExt -p bea && sprint done 3
        3 planned: port the tests  | on it: Bea  | topic: CPyExt
        3 done: port the tests  | credit: Bea
        $ sprint discuss how are strings stored -p everybody --when 'Thu 17:00'
        4 to discuss: how are strings stored  | on it: everybody  | when: Thu 17:00
        $ sprint plan find a name -p bea?
        5 planned: find a name  | on it: Bea?
        $ sprint plan release it -t 'Release/Windows'
        6 planned: release it  | topic: Release › Windows
        ! remark: `Release/Windows` is a new topic
        $ sprint progress 6 waiting for a translation
        6 progress: release it  | status: waiting for a translation
        $ sprint plan merge the branch -t Release && sprint drop 7 too late
        7 planned: merge the branch  | topic: Release
        7 dropped: merge the branch  | why: too late
        $ sprint talk the JIT --when 'after lunch'
        8 talk: the JIT  | when: after lunch
        $ sprint talk the GC -t CPyExt -p armin
        9 talk: the GC  | on it: Armin  | topic: CPyExt
        $ sprint day documentation day
        Monday, 27 February 2017: documentation day
        $ sprint board --for markdown
        <!-- sprint leysin-2017, as of nab8c60e24, 22 entries, e27ad3f5, 2017-02-27 -->
        # Leysin Winter Sprint 2017, Monday, 27 February: documentation day

        Here: Armin, Antonio, Bea, Carl (from Wed), Samuele (until Thu), Niko (from Wed, until Thu)

        Away: Eric

        - [ ] #5 find a name (Bea?)

        ## CPyExt
        - [ ] #1 fix the memoryview leak (Armin, Antonio; Samuele around): found it, now the hard part
            - [ ] #2 write a test for it
        - [x] #3 port the tests (Bea)
        - [ ] #9 the GC (Armin)

        ## Release
        - [-] #7 merge the branch

        ### Windows
        - [ ] #6 release it (): waiting for a translation

        ## Discussions
        - [ ] #4 how are strings stored (all), Thu 17:00

        ## Talks
        - [ ] #8 the JIT (), after lunch
    "#]]);
}

#[test]
fn before_the_first_item_it_says_what_to_type() {
    sprint_session(expect![[r#"
        $ sprint board --for markdown
        <!-- sprint leysin-2017, as of the beginning, 0 entries, e3b0c442, 2017-02-27 -->
        # Leysin Winter Sprint 2017, Monday, 27 February

        Here:

        <!-- Write who is here after `Here:`, and the tasks below, one a line:
             - [ ] fix the leak (Armin, Anto)
             `sprint help planning` explains the rest. -->
        $ echo 'topics = ["CPyExt/NumPy", "Release"]' >> sprints/leysin-2017/sprint.toml
        $ sprint join Armin Rigo && sprint board --for markdown
        joined: Armin Rigo (armin)
        <!-- sprint leysin-2017, as of qjmvgjrgz4, 1 entry, 7d527c39, 2017-02-27 -->
        # Leysin Winter Sprint 2017, Monday, 27 February

        Here: Armin

        <!-- Write who is here after `Here:`, and the tasks below, one a line:
             - [ ] fix the leak (Armin, Anto)
             `sprint help planning` explains the rest. -->

        ## CPyExt

        ### NumPy

        ## Release
    "#]]);
}

#[test]
fn what_was_closed_on_other_days_is_left_out_unless_something_open_is_part_of_it() {
    people_session(expect![[r#"
        $ sprint --day sun plan port numpy -p armin && sprint --day sun plan write a test -u 1 -p bea
        1 planned: port numpy  | on it: Armin
        2 planned: write a test  | on it: Bea  | part of: 1 port numpy
        $ sprint --day sun plan fix the leak -p anto && sprint --day sun done 1,3
        3 planned: fix the leak  | on it: Antonio
        1 done: port numpy  | credit: Armin
        3 done: fix the leak  | credit: Antonio
        ! remark: parts of 1 are still open: 2 (write a test)
        $ sprint board --for markdown
        <!-- sprint leysin-2017, as of vd424ycgbn, 8 entries, b3553d03, 2017-02-27 -->
        # Leysin Winter Sprint 2017, Monday, 27 February

        Here: Armin, Antonio, Bea

        - [x] #1 port numpy (Armin)
            - [ ] #2 write a test (Bea)
        $ sprint board --for markdown --day sun
        <!-- sprint leysin-2017, as of vd424ycgbn, 8 entries, b3553d03, 2017-02-26 -->
        # Leysin Winter Sprint 2017, Sunday, 26 February

        Here: Armin, Antonio, Bea

        - [x] #1 port numpy (Armin)
            - [ ] #2 write a test (Bea)
        - [x] #3 fix the leak (Antonio)
    "#]]);
}

#[test]
fn a_topic_stands_below_the_one_above_it_whatever_was_used_first() {
    sprint_session(expect![[r#"
        $ sprint plan one -t Release && sprint plan two -t JIT && sprint plan three -t Release/Windows
        1 planned: one  | topic: Release
        2 planned: two  | topic: JIT
        3 planned: three  | topic: Release › Windows
        ! remark: `Release` is a new topic
        ! remark: `JIT` is a new topic
        ! remark: `Release/Windows` is a new topic
        $ sprint plan four -t 'A/B/C/D/E/F\/G/H'
        4 planned: four  | topic: A › B › C › D › E › F/G › H
        ! remark: `A/B/C/D/E/F\/G/H` is a new topic
        $ sprint board --for markdown | tail -n +5

        ## Release
        - [ ] #1 one

        ### Windows
        - [ ] #3 three

        ## JIT
        - [ ] #2 two

        ## A

        ### B

        #### C

        ##### D

        ###### E

        ###### E/F\/G/H
        - [ ] #4 four
    "#]]);
}

#[test]
fn a_topic_that_is_called_like_a_section_or_ends_in_signs_stays_a_topic() {
    sprint_session(expect![[r#"
        $ sprint plan one -t Talks && sprint plan two -t discussions && sprint plan three -t 'Release/Talks'
        1 planned: one  | topic: Talks
        2 planned: two  | topic: discussions
        3 planned: three  | topic: Release › Talks
        ! remark: `Talks` is a new topic
        ! remark: `discussions` is a new topic
        ! remark: `Release/Talks` is a new topic
        $ sprint plan four -t 'C #' && sprint plan five -t '#' && sprint plan six -t 'C#'
        4 planned: four  | topic: C #
        5 planned: five  | topic: #
        6 planned: six  | topic: C#
        ! remark: `C #` is a new topic
        ! remark: `#` is a new topic
        ! remark: `C#` is a new topic
        $ sprint board --for markdown | tail -n +5

        ## Talks/
        - [ ] #1 one

        ## discussions/
        - [ ] #2 two

        ## Release

        ### Talks/
        - [ ] #3 three

        ## C \#
        - [ ] #4 four

        ## \#
        - [ ] #5 five

        ## C#
        - [ ] #6 six
    "#]]);
}

#[test]
fn a_person_is_named_so_that_nobody_else_is_meant() {
    people_session(expect![[r#"
        $ sprint join Armin Ronacher --nick mitsuhiko && sprint join Mark Done --nick DONE
        joined: Armin Ronacher (mitsuhiko)
        joined: Mark Done (DONE)
        $ sprint join +Bea Meier --nick bea2
        joined: Bea Meier (bea2)
        $ sprint plan one -p 'Armin Rigo, mitsuhiko, DONE, bea2, +Amaury, +Stian Andreassen'
        1 planned: one  | on it: Armin Rigo, Armin Ronacher, DONE, bea2, Amaury, Stian Andreassen
        $ sprint assign 1 bea
        1 assigned: one  | on it: Armin Rigo, Armin Ronacher, DONE, bea2, Amaury, Stian Andreassen, bea
        $ sprint board --for markdown | tail -n +3

        Here: Armin Rigo, Antonio, bea, Armin Ronacher, DONE, bea2

        - [ ] #1 one (Armin Rigo, Armin Ronacher, DONE, bea2, Amaury, Stian Andreassen, bea)
    "#]]);
}

#[test]
fn what_a_text_holds_does_nothing_to_a_terminal_or_to_the_rest_of_the_document() {
    people_session(expect![[r#"
        $ printf 'one\ntwo\n\n- [ ] #9 three' | sprint plan -
        1 planned: one two - [ ] #9 three
        $ printf 'red \033[31m and \342\200\256tfel' | sprint plan -
        2 planned: red \u{1b}[31m and \u{202e}tfel
        $ sprint plan -- 'a <!-- b --> c' && sprint plan -- '~~gone~~' && sprint plan -- '[ ] #1 `x' && sprint plan -- '??'
        3 planned: a <!-- b --> c
        4 planned: ~~gone~~
        5 planned: [ ] #1 `x
        6 planned: ??
        $ sprint progress 1 -- 'see <!--
        > and | more |' && sprint move 2 --when 'Thu
        > 17:00'
        1 progress: one two - [ ] #9 three  | status: see <!-- and | more |
        2 moved: red \u{1b}[31m and \u{202e}tfel  | when: Thu 17:00
        $ sprint board --for markdown | tail -n +5

        - [ ] #1 one two - [ ] #9 three (): see \<!-- and | more |
        - [ ] #2 red \u{1b}[31m and \u{202e}tfel (), Thu 17:00
        - [ ] #3 a \<!-- b --> c
        - [ ] #4 ~~gone~~
        - [ ] #5 [ ] #1 `x
        - [ ] #6 ??
    "#]]);
}

#[test]
fn minutes_are_not_a_status() {
    people_session(expect![[r#"
        $ sprint discuss strings -p armin && sprint progress 1 UTF-8 has won. && sprint board --for markdown | tail -n 2
        1 to discuss: strings  | on it: Armin
        1 progress: strings  | minutes: UTF-8 has won.
        ## Discussions
        - [ ] #1 strings (Armin)
        $ sprint progress 1 DISCUSSED && sprint board --for markdown | tail -n 2
        1 progress: strings  | status: DISCUSSED
        ## Discussions
        - [ ] #1 strings (Armin): DISCUSSED
        ! remark: 1 stays open
        ! hint: `sprint done 1` finishes it
    "#]]);
}
