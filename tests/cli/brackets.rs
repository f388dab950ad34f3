//! A text that ends in brackets of people says who.

use expect_test::expect;

use crate::support::people_session;

#[test]
fn brackets_of_people_say_who_is_on_something_new() {
    people_session(expect![[r#"
        $ sprint join Samuele Pedroni
        joined: Samuele Pedroni (samuele)
        $ sprint plan fix the leak '(Armin, Samuele around)'
        1 planned: fix the leak  | on it: Armin, with help from Samuele
        $ sprint discuss strings '(anto & bea).'
        2 to discuss: strings  | on it: Antonio, Bea
        $ sprint talk the new tests '(Bea?)'
        3 talk: the new tests  | on it: Bea?
        $ sprint next write a paper '(all)'
        next: write a paper  | on it: everybody
        $ sprint plan go on '(armin, with help from +Stian Andreassen)'
        4 planned: go on  | on it: Armin, with help from Stian Andreassen
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        kh1wtrvpj2 = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "join", person = "Samuele Pedroni", nick = "samuele" }
        1-h74n1d = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "fix the leak", people = ["armin"], with = ["samuele"] }
        2-zhf638 = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "discuss", text = "strings", people = ["anto", "bea"] }
        3-jrkvrr = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "talk", text = "the new tests", people = ["bea?"] }
        ppsm2r2xya = { at = 2017-02-27T09:00:00.004+01:00, by = "armin", kind = "next", text = "write a paper", people = ["everybody"] }
        4-2r6crn = { at = 2017-02-27T09:00:00.005+01:00, by = "armin", kind = "plan", text = "go on", people = ["armin"], with = ["+Stian Andreassen"] }
    "#]]);
}

#[test]
fn brackets_of_people_add_to_those_on_an_item() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p bea
        1 planned: fix the leak  | on it: Bea
        $ sprint progress 1 to be merged '(Armin)'
        1 assigned: fix the leak  | on it: Bea, Armin
        1 progress: fix the leak  | status: to be merged
        $ sprint result 1 It is found. '(Anto)'
        1 assigned: fix the leak  | on it: Bea, Armin, Antonio
        1 result added: fix the leak  | result: It is found.
        $ sprint done 1 It is fixed. '(Armin, Anto remotely)'
        1 done: fix the leak  | credit: Bea, Armin, Antonio  | result added: It is fixed.
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-aha3aj = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak", people = ["bea"] }
        q702c84ht2 = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "assign", item = "1-aha3aj", people = ["armin"], batch = "q702c84ht2" }
        13ztxyhdce = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "progress", item = "1-aha3aj", text = "to be merged", batch = "q702c84ht2" }
        0tqqs53tq6 = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "assign", item = "1-aha3aj", people = ["anto"], batch = "0tqqs53tq6" }
        gpfbxcngbv = { at = 2017-02-27T09:00:00.004+01:00, by = "armin", kind = "result", item = "1-aha3aj", text = "It is found.", batch = "0tqqs53tq6" }
        6tkwzd91s6 = { at = 2017-02-27T09:00:00.005+01:00, by = "armin", kind = "assign", item = "1-aha3aj", people = ["armin"], with = ["anto"], batch = "6tkwzd91s6" }
        h634vzytm9 = { at = 2017-02-27T09:00:00.006+01:00, by = "armin", kind = "done", item = "1-aha3aj", text = "It is fixed.", batch = "6tkwzd91s6" }
        $ sprint show 1
        1 fix the leak
            task, done
            credit: Bea, Armin, Antonio

        It is found.

        It is fixed.

        when              by     what      entry                id
        Mon 27 Feb 09:00  armin  plan      fix the leak (Bea)   1-aha3aj
        Mon 27 Feb 09:00  armin  assign    Armin                q702c84ht2
        Mon 27 Feb 09:00  armin  progress  to be merged         13ztxyhdce
        Mon 27 Feb 09:00  armin  assign    Antonio              0tqqs53tq6
        Mon 27 Feb 09:00  armin  result    It is found.         gpfbxcngbv
        Mon 27 Feb 09:00  armin  assign    Armin, with Antonio  6tkwzd91s6
        Mon 27 Feb 09:00  armin  done      It is fixed.         h634vzytm9
        $ sprint undo
        took back 2 entries recorded together at 09:00: assign 1; done 1 fix the leak: It is fixed. (`sprint undo zt179wk740` reverses that)
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
          1  fix the leak  Bea, Armin, Antonio  to be merged
    "#]]);
}

#[test]
fn brackets_that_may_say_who_or_not_are_refused() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint plan docs '(armin, rnoan)'
        ! error: nobody is called `rnoan`
        ! hint: somebody new joins first: `sprint join rnoan`; `+rnoan` is somebody new who helps and does not attend
        [exit 1]
        $ sprint plan docs '(armin, see below)'
        ! error: `(armin, see below)` says who, `armin`, and something else, `see below`
        ! hint: brackets that end a text say who if there is nothing else in them: move the rest before them; after `--`, a text is taken as it is
        [exit 1]
        $ sprint plan docs '(rnoan)'
        2 planned: docs (rnoan)
        $ sprint plan docs '(half of Armin)'
        ! error: `half of Armin` does not name a person
        ! hint: nobody has half of a credit: name them, or as a helper with `with NAME`
        [exit 1]
        $ sprint plan 'docs(armin)'
        ! error: `(armin)` has no blank before it
        ! hint: put one before brackets that say who; after `--`, a text is taken as it is
        [exit 1]
        $ sprint plan kill it '(Anto, Armin)' WAITING FOR REVIEW
        ! error: `(Anto, Armin)` may say who, but `WAITING FOR REVIEW` follows
        ! hint: brackets say who at the end of a text; `sprint progress ITEM WAITING FOR REVIEW` says where something stands; after `--`, a text is taken as it is
        [exit 1]
        $ sprint plan docs '(armin)' -p bea
        ! error: the brackets at the end of the text say who, and so does an option
        ! hint: say it in one place; after `--`, a text is taken as it is
        [exit 2]
        $ sprint done 1 It works. '(armin)' -p bea
        ! error: the brackets at the end of the text say who, and so does an option
        ! hint: say it in one place; after `--`, a text is taken as it is
        [exit 2]
        $ sprint reword 1 fix it '(armin)'
        ! error: the brackets at the end of the text say who, and `reword` changes only the words
        ! hint: `sprint assign 1 armin` and `sprint reword 1 fix it` do both; after `--`, a text is taken as it is
        [exit 2]
        $ sprint log
        Monday, 27 February 2017
        time   by     what  #  entry         id
        09:00  armin  plan  1  fix the leak  1-44gd7a
        09:00  armin  plan  2  docs (rnoan)  2-k0p9dn
    "#]]);
}

#[test]
fn other_brackets_are_text_with_a_remark_if_they_name_somebody() {
    people_session(expect![[r#"
        $ sprint plan run benchmarks '(all platforms)'
        1 planned: run benchmarks (all platforms)
        $ sprint progress 1 blocked '(see Armin'"'"'s branch)'
        1 progress: run benchmarks (all platforms)  | status: blocked (see Armin's branch)
        ! remark: the brackets are text, though they name Armin
        ! hint: `sprint assign 1 PEOPLE` says who
        $ sprint progress 1 merged on default '(Armin did it, thanks)'
        1 progress: run benchmarks (all platforms)  | status: merged on default (Armin did it, thanks)
        ! remark: the brackets are text, though they name Armin
        ! hint: `sprint assign 1 PEOPLE` says who
        $ sprint progress 1 IN PROGRESS '(will be merged)'
        1 progress: run benchmarks (all platforms)  | status: IN PROGRESS (will be merged)
        $ sprint plan 'assert isinstance(x, Class)'
        2 planned: assert isinstance(x, Class)
        $ sprint plan docs '(Armin)' on the wall
        3 planned: docs (Armin) on the wall
        ! remark: the brackets are text, though they name Armin
        ! hint: `sprint assign 3 PEOPLE` says who
        $ sprint note we met '(Armin, Anto)'
        noted: we met (Armin, Anto)
        ! remark: the brackets are text, though they name Armin
        ! hint: this command takes no people; `@Armin` in a text is told as the name
        $ sprint drop 1 no time '(armin)'
        1 dropped: run benchmarks (all platforms)  | why: no time (armin)
        ! remark: the brackets are text, though they name armin
        ! hint: this command takes no people; `@armin` in a text is told as the name
        $ sprint thank the University of Bern '(Bea)'
        thanks: the University of Bern (Bea)
        ! remark: the brackets are text, though they name Bea
        ! hint: this command takes no people; `@Bea` in a text is told as the name
    "#]]);
}

#[test]
fn a_literal_text_has_no_brackets() {
    people_session(expect![[r#"
        $ sprint plan -- docs '(armin)'
        1 planned: docs (armin)
        $ echo 'more docs (armin)' | sprint plan -
        2 planned: more docs (armin)
        $ sprint progress 1 -- '(bea)'
        1 progress: docs (armin)  | status: (bea)
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (3): Armin, Antonio, Bea
          1  docs (armin)       nobody  (bea)
          2  more docs (armin)  nobody
    "#]]);
}

#[test]
fn a_batch_needs_no_quotes_for_brackets() {
    people_session(expect![[r#"
        $ sprint batch <<'END'
        > plan fix the leak (armin, anto)
        > done 1 It's fixed (bea).
        > END
        1 planned: fix the leak  | on it: Armin, Antonio
        1 done: fix the leak  | credit: Armin, Antonio, Bea  | result: It's fixed.
        $ sprint log
        Monday, 27 February 2017
        time   by     what    #  entry                          id
        09:00  armin  plan    1  fix the leak (Armin, Antonio)  1-vs2jyw
        09:00  armin  assign  1  Bea                            dxbt54xyxr
        09:00  armin  done    1  It's fixed.                    jbnd7ndccn
    "#]]);
}

#[test]
fn what_is_left_of_a_text_without_its_brackets_is_checked_like_any_other() {
    people_session(expect![[r#"
        $ sprint plan fix the leak && sprint plan write a test
        1 planned: fix the leak
        2 planned: write a test
        $ sprint done 1 2 '(armin)'
        ! error: `2` may be items or the text
        ! hint: `sprint assign 1,2 armin` and `sprint done 1,2` is about all of them; `sprint assign 1 armin` and `sprint done 1 -- 2` records the text
        [exit 2]
        $ sprint done 1 armin '(anto)'
        ! error: `armin` may be people or the text
        ! hint: `sprint done 1 -p anto, armin` says whose work it was; `sprint assign 1 anto` and `sprint done 1 -- armin` records the text
        [exit 2]
        $ sprint progress 1 2 '(armin)'
        ! error: `2` may be items or the text
        ! hint: `sprint progress 1,2 'TEXT (armin)'` is about all of them; `sprint assign 1 armin` and `sprint progress 1 -- 2` records the text
        [exit 2]
        $ sprint plan armin '(anto)'
        ! error: `armin` may be people or the text
        ! hint: `sprint plan TEXT -p anto, armin` says who is on it; `sprint plan -p anto -- armin` records the text
        [exit 2]
        $ sprint log
        Monday, 27 February 2017
        time   by     what  #  entry         id
        09:00  armin  plan  1  fix the leak  1-44gd7a
        09:00  armin  plan  2  write a test  2-nakqdv
    "#]]);
}

#[test]
fn a_full_stop_after_brackets_ends_a_sentence() {
    people_session(expect![[r#"
        $ sprint plan fix the leak '(armin).'
        1 planned: fix the leak  | on it: Armin
        $ sprint progress 1 It is found '(bea).'
        1 assigned: fix the leak  | on it: Armin, Bea
        1 progress: fix the leak  | status: It is found.
        $ sprint result 1 It was the cache '(bea).'
        1 assigned: fix the leak  | on it: Armin, Bea
        1 result added: fix the leak  | result: It was the cache.
        $ sprint done 1 Is it fixed? '(anto).'
        1 done: fix the leak  | credit: Armin, Bea, Antonio  | result added: Is it fixed?
    "#]]);
}

#[test]
fn whom_brackets_name_in_doubt_is_confirmed() {
    people_session(expect![[r#"
        $ sprint plan fix the leak '(armin)'
        1 planned: fix the leak  | on it: Armin
        $ sprint done 1 It works '(bea?)'
        1 done: fix the leak  | credit: Armin  | no credit: Bea?  | result: It works
    "#]]);
}

#[test]
fn brackets_add_to_the_credit_for_a_closed_item() {
    people_session(expect![[r#"
        $ sprint plan fix the leak '(armin)' && sprint plan write a test && sprint plan port it
        1 planned: fix the leak  | on it: Armin
        2 planned: write a test
        3 planned: port it
        $ sprint done 1,2 && sprint drop 3
        1 done: fix the leak  | credit: Armin
        2 done: write a test
        3 dropped: port it
        $ sprint result 1 And tested. '(bea).'
        1 credited: fix the leak  | credit: Armin, Bea
        1 result added: fix the leak  | result: And tested.
        $ sprint done 1 And on Windows. '(with Anto)'
        1 done: fix the leak  | credit: Armin, Bea, with help from Antonio  | result added: And on Windows.
        $ sprint result 2 It is short. '(+Zoe?, me)'
        2 credited: write a test  | credit: Armin  | no credit: Zoe?
        2 result added: write a test  | result: It is short.
        $ sprint done 3 After all '(anto).'
        3 done: port it  | credit: Antonio  | result: After all.
        $ sprint progress 1 merged '(bea)'
        ! error: 1 is done
        ! hint: `sprint reopen 1` opens it; `sprint done 1 -p PEOPLE` corrects whose work it was
        [exit 1]
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-nwqx2n = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak", people = ["armin"] }
        2-nakqdv = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "write a test" }
        3-q5yej0 = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "plan", text = "port it" }
        fvba4m3pch = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "done", item = "1-nwqx2n", batch = "fvba4m3pch" }
        649s8q2v25 = { at = 2017-02-27T09:00:00.004+01:00, by = "armin", kind = "done", item = "2-nakqdv", batch = "fvba4m3pch" }
        mxhekvbbhv = { at = 2017-02-27T09:00:00.005+01:00, by = "armin", kind = "drop", item = "3-q5yej0" }
        sah6c2kent = { at = 2017-02-27T09:00:00.006+01:00, by = "armin", kind = "done", item = "1-nwqx2n", people = ["armin", "bea"], batch = "sah6c2kent" }
        gqvnw1skh7 = { at = 2017-02-27T09:00:00.007+01:00, by = "armin", kind = "result", item = "1-nwqx2n", text = "And tested.", batch = "sah6c2kent" }
        1gp4ghjz72 = { at = 2017-02-27T09:00:00.008+01:00, by = "armin", kind = "done", item = "1-nwqx2n", text = "And on Windows.", people = ["armin", "bea"], with = ["anto"] }
        6j7xjfmyjg = { at = 2017-02-27T09:00:00.009+01:00, by = "armin", kind = "done", item = "2-nakqdv", people = ["+Zoe?", "armin"], batch = "6j7xjfmyjg" }
        nakd79sffc = { at = 2017-02-27T09:00:00.010+01:00, by = "armin", kind = "result", item = "2-nakqdv", text = "It is short.", batch = "6j7xjfmyjg" }
        5yh30mg4t8 = { at = 2017-02-27T09:00:00.011+01:00, by = "armin", kind = "done", item = "3-q5yej0", text = "After all.", people = ["anto"] }
        $ sprint undo
        took back: done 3 port it: After all. (Antonio) (`sprint undo berdjb17hd` reverses that)
        $ sprint show 1
        1 fix the leak
            task, done
            credit: Armin, Bea, with help from Antonio

        And tested.

        And on Windows.

        when              by     what    entry                                id
        Mon 27 Feb 09:00  armin  plan    fix the leak (Armin)                 1-nwqx2n
        Mon 27 Feb 09:00  armin  done                                         fvba4m3pch
        Mon 27 Feb 09:00  armin  done    (Armin, Bea)                         sah6c2kent
        Mon 27 Feb 09:00  armin  result  And tested.                          gqvnw1skh7
        Mon 27 Feb 09:00  armin  done    And on Windows. (Armin, Bea, with    1gp4ghjz72
                                         Antonio)
    "#]]);
}

#[test]
fn brackets_of_people_are_not_part_of_an_option() {
    people_session(expect![[r#"
        $ sprint plan 'a' -t 'JIT (armin)'; sprint plan b -t 'CI (fast)' --when 'today (armin, anto)'
        ! error: the brackets at the end of `JIT (armin)` name people
        ! hint: put them at the end of the text, before the options, or name people with `-p`
        ! error: the brackets at the end of `today (armin, anto)` name people
        ! hint: put them at the end of the text, before the options, or name people with `-p`
        [exit 2]
        $ sprint plan 'a (armin)' -t JIT --when today
        1 planned: a  | on it: Armin  | topic: JIT  | when: today
        ! remark: `JIT` is a new topic
    "#]]);
}

#[test]
fn somebody_unknown_in_brackets_is_told_as_behind_an_option() {
    people_session(expect![[r#"
        $ sprint plan 'port tests (Bea, Carl)'; sprint plan port tests -p Carl
        ! error: nobody is called `Carl`
        ! hint: somebody new joins first: `sprint join Carl`; `+Carl` is somebody new who helps and does not attend
        ! error: nobody is called `Carl`
        ! hint: somebody new joins first: `sprint join Carl`; `+Carl` is somebody new who helps and does not attend
        [exit 1]
        $ sprint plan 'port tests (bea and carl)'; sprint plan 'port tests (Bea, Carl Huber)'; sprint plan 'port tests (Bea, Aanto)'
        ! error: nobody is called `carl`
        ! hint: somebody new joins first: `sprint join carl`; `+carl` is somebody new who helps and does not attend
        ! error: nobody is called `Carl Huber`
        ! hint: somebody new joins first: `sprint join Carl Huber`; `+Carl Huber` is somebody new who helps and does not attend
        ! error: nobody is called `Aanto`
        ! hint: did you mean Antonio Cuni? Somebody new joins first: `sprint join Aanto`; `+Aanto` is somebody new who helps and does not attend
        [exit 1]
        $ sprint plan 'port tests (Bea, docs)'; sprint plan 'port tests (Bea, host)'; sprint plan 'port tests (Bea, on x86)'
        ! error: `(Bea, docs)` says who, `Bea`, and something else, `docs`
        ! hint: brackets that end a text say who if there is nothing else in them: move the rest before them; after `--`, a text is taken as it is
        ! error: `(Bea, host)` says who, `Bea`, and something else, `host`
        ! hint: brackets that end a text say who if there is nothing else in them: move the rest before them; after `--`, a text is taken as it is
        ! error: `(Bea, on x86)` says who, `Bea`, and something else, `on x86`
        ! hint: brackets that end a text say who if there is nothing else in them: move the rest before them; after `--`, a text is taken as it is
        [exit 1]
    "#]]);
}

#[test]
fn brackets_of_people_in_a_text_that_takes_none_are_told() {
    people_session(expect![[r#"
        $ sprint discuss which license; sprint plan fix the leak; sprint plan port it
        1 to discuss: which license
        2 planned: fix the leak
        3 planned: port it
        $ printf 'decide 1 MIT (Armin and Bea)\ndrop 2,3 too hard (Anto says)\nreopen 2,3 we try again (Armin).\nnote We met (Armin).\ngoal To ship it (Bea)\nnote We met in a hut (in Leysin)\nnote -- We met (Bea)\ndone 1 -p armin,bea\nassign 2,3 armin\n' | sprint batch
        1 decided: which license  | decision: MIT (Armin and Bea)
        2 dropped: fix the leak  | why: too hard (Anto says)
        3 dropped: port it  | why: too hard (Anto says)
        2 reopened: fix the leak  | why: we try again (Armin).
        3 reopened: port it  | why: we try again (Armin).
        noted: We met (Armin).
        goal: To ship it (Bea)
        noted: We met in a hut (in Leysin)
        noted: We met (Bea)
        1 done: which license  | credit: Armin, Bea
        2 assigned: fix the leak  | on it: Armin
        3 assigned: port it  | on it: Armin
        ! remark: the brackets are text, though they name Armin
        ! hint: `sprint result 1 MIT --only` and `sprint done 1 -p Armin and Bea` says who
        ! remark: the brackets are text, though they name Anto
        ! hint: this command takes no people; `@Anto` in a text is told as the name
        ! remark: the brackets are text, though they name Bea
        ! hint: this command takes no people; `@Bea` in a text is told as the name
    "#]]);
}

#[test]
fn of_either_nobody_is_certain() {
    people_session(expect![[r#"
        $ sprint plan 'write docs (Armin or Anto)'
        1 planned: write docs  | on it: Armin?, Antonio?
        $ sprint plan 'port it (Armin, Bea or Anto)'; sprint plan 'test it (Armin and/or Anto)'
        2 planned: port it  | on it: Armin?, Bea?, Antonio?
        3 planned: test it  | on it: Armin?, Antonio?
    "#]]);
}

#[test]
fn next_says_how_to_name_who_will_do_it() {
    people_session(expect![[r#"
        $ printf 'next write docs (Armin\nnext port it (Mia, Dan Roth)\n' | sprint batch
        next: write docs (Armin
        next: port it (Mia, Dan Roth)
        ! remark: the brackets are text, though they name Armin
        ! hint: `sprint next TEXT… -p PEOPLE` says who
        ! remark: the brackets are text, as nobody is called Mia or Dan Roth
        ! hint: `sprint next TEXT… -p +Mia, +Dan Roth` puts them on it, if they are people
    "#]]);
}

#[test]
fn what_looks_like_people_and_names_nobody_is_told() {
    people_session(expect![[r#"
        $ sprint plan 'fix it (+dan, +eve)'; sprint plan 'fix it (+docs, +tests)'; sprint plan 'fix that (+docs)'
        1 planned: fix it  | on it: dan, eve
        2 planned: fix it (+docs, +tests)
        3 planned: fix that (+docs)
        $ sprint plan 'port numpy (Mia, Dan Roth)'; sprint plan 'port it (Windows)'; sprint plan 'port that (GC, JIT)'
        4 planned: port numpy (Mia, Dan Roth)
        5 planned: port it (Windows)
        6 planned: port that (GC, JIT)
        ! remark: the brackets are text, though they name Dan
        ! hint: `sprint assign 4 PEOPLE` says who
        ! remark: the brackets are text, as nobody is called Mia or Dan Roth
        ! hint: `sprint assign 4 +Mia, +Dan Roth` puts them on it, if they are people
        $ sprint plan 'read it [Armin, Bea]'; sprint plan 'read that [see Armin]'; sprint done 1 'It works (Armin'
        7 planned: read it [Armin, Bea]
        8 planned: read that [see Armin]
        1 done: fix it  | credit: dan, eve  | result: It works (Armin
        ! remark: the brackets are text, though they name Armin
        ! hint: `sprint assign 7 PEOPLE` says who
        ! remark: the brackets are text, though they name Armin
        ! hint: `sprint assign 1 PEOPLE` says who
        $ sprint plan 'write it (armin oder bea)'; sprint plan 'write that (armin und bea)'; sprint assign 1 armin und anto; sprint assign 1 armin or anto
        9 planned: write it  | on it: Armin?, Bea?
        10 planned: write that  | on it: Armin, Bea
        ! error: 1 is done
        ! hint: `sprint reopen 1` opens it; `sprint done 1 -p PEOPLE` corrects whose work it was
        ! error: `or` is not a name
        ! hint: who is in doubt has a question mark: `armin? anto?`
        [exit 1]
        $ sprint plan tidy up -p armin,bea --with armin
        11 planned: tidy up  | on it: Armin, Bea
        ! remark: Armin is on it, and so not named as a helper too
    "#]]);
}
