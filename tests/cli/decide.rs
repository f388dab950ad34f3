//! `sprint decide`.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

#[test]
fn a_decision_closes_a_discussion() {
    sprint_session(expect![[r#"
        $ sprint discuss which encoding -t Unicode
        1 to discuss: which encoding  | topic: Unicode
        ! remark: `Unicode` is a new topic
        $ sprint progress 1 we went through the options
        1 progress: which encoding  | minutes: we went through the options
        $ sprint decide encoding UTF-8 inside.
        1 decided: which encoding  | decision: UTF-8 inside.
        $ sprint decide 1 And fast.
        1 decided: which encoding  | decision: And fast.
        ! remark: the post tells this after what 1 had before
        ! hint: `sprint result 1 TEXT --only` replaces all of it
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        Closed today
          1  discussion: which encoding  decided
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Unicode

        **Which encoding**: we went through the options

        UTF-8 inside.

        And fast.
        $ sprint summary --body bullets
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Unicode

        - **Which encoding**: we went through the options

            UTF-8 inside.

            And fast.
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-93p3z8 = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "discuss", text = "which encoding", topic = "Unicode" }
        38byy2zhcr = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "progress", item = "1-93p3z8", text = "we went through the options" }
        5fs7b8py4v = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "decide", item = "1-93p3z8", text = "UTF-8 inside." }
        zws0j4xrsm = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "decide", item = "1-93p3z8", text = "And fast." }
    "#]]);
}

#[test]
fn a_decision_is_written_in_the_document() {
    sprint_session(expect![[r#"
        $ sprint discuss which license -p everybody && sprint discuss which encoding
        1 to discuss: which license  | on it: everybody
        2 to discuss: which encoding
        $ sprint board --for markdown | sed -e 's/license (all)/&: decided: MIT/' > board.md
        $ printf '    - We tried two.\n    - decided: UTF-8 inside\n    - decided: UTF-16 outside\n' >> board.md && tail -n 5 board.md
        - [ ] #1 which license (all): decided: MIT
        - [ ] #2 which encoding
            - We tried two.
            - decided: UTF-8 inside
            - decided: UTF-16 outside
        $ sprint import board.md --yes && sprint import board.md --yes
        decide 1 MIT
        progress 2 We tried two.
        decide 2 UTF-8 inside
        decide 2 UTF-16 outside
        recorded 4: 3 decided, 1 progress (`sprint undo` takes all of it back)
        ! remark: the post tells this after what 2 had before
        ! hint: `sprint result 2 TEXT --only` replaces all of it
        ! remark: there is nothing to record
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        Closed today
          1  discussion: which license   everybody  decided
          2  discussion: which encoding             decided
        $ sprint board --for markdown | sed -e 's/license (all)/& : DECIDED, MIT/' > next.md
        $ sprint import next.md --yes
        ! remark: there is nothing to record
        $ sprint undo
        took back 4 entries recorded together at 09:00: decide 1, 2, 2; progress 2 which encoding: We tried two. (`sprint undo dsed8carj5` reverses that)
        $ sprint import board.md --yes
        decide 1 MIT
        progress 2 We tried two.
        decide 2 UTF-8 inside
        decide 2 UTF-16 outside
        recorded 4: 3 decided, 1 progress (`sprint undo` takes all of it back)
        ! remark: the post tells this after what 2 had before
        ! hint: `sprint result 2 TEXT --only` replaces all of it
        $ sprint summary --body bullets
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Decisions and discussions

        - **Which license**: MIT (all of us)

        - **Which encoding**: We tried two.

            UTF-8 inside

            UTF-16 outside
        $ printf 'Discussions:\n- which name (Armin): DECIDED nightingale\n- which colour\n    - beschlossen: blue\n    - not everybody likes it\n- which day\n    - decided: not yet\n' > pad.txt
        $ sprint import pad.txt --yes && sprint import pad.txt --yes
        discuss -p +Armin -- which name
        decide 3 nightingale
        discuss which colour
        progress 4 not everybody likes it
        decide 4 blue
        discuss which day
        recorded 6: 3 to discuss, 2 decided, 1 progress (`sprint undo` takes all of it back)
        ! remark: pad.txt:7:5: this does not say for certain what was decided, and is not recorded: `decided: not yet`
        ! hint: write what was decided behind the word, `decided: MIT`, or what was said without it
        ! remark: new names: +Armin
        ! hint: `sprint join` adds those who attend
        ! remark: there is nothing to record
        ! remark: pad.txt:7:5: this does not say for certain what was decided, and is not recorded: `decided: not yet`
        ! hint: write what was decided behind the word, `decided: MIT`, or what was said without it
    "#]]);
}

#[test]
fn only_discussions_are_decided() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint decide 1 yes
        ! error: 1 is a task, not a discussion
        ! hint: `sprint done 1 TEXT` records its result
        [exit 1]
        $ sprint talk the JIT
        2 talk: the JIT
        $ sprint decide 2 yes
        ! error: 2 is a talk, not a discussion
        ! hint: `sprint done 2 TEXT` records its result
        [exit 1]
    "#]]);
}

#[test]
fn done_and_drop_end_a_discussion_without_a_decision() {
    sprint_session(expect![[r#"
        $ sprint discuss one thing
        1 to discuss: one thing
        $ sprint discuss another thing
        2 to discuss: another thing
        $ sprint done 1 Nobody could agree.
        1 done: one thing  | result: Nobody could agree.
        $ sprint drop 2
        2 dropped: another thing
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        Closed today
          1  discussion: one thing      done
          2  discussion: another thing  dropped
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Decisions and discussions

        **One thing**: Nobody could agree.
    "#]]);
}

#[test]
fn the_same_decision_is_recorded_once() {
    sprint_session(expect![[r#"
        $ sprint discuss which license; sprint decide 1 MIT
        1 to discuss: which license
        1 decided: which license  | decision: MIT
        $ sprint decide 1 MIT.
        ! remark: `MIT.` is a result of 1 already, and is not recorded again
        $ sprint decide 1 GPL
        1 decided: which license  | decision: GPL
        ! remark: the post tells this after what 1 had before
        ! hint: `sprint result 1 TEXT --only` replaces all of it
    "#]]);
}

#[test]
fn a_decided_item_is_named_one_letter_off() {
    people_session(expect![[r#"
        $ sprint discuss license --decided MIT
        1 decided: license  | decision: MIT
        $ sprint decide licence GPL; sprint reopen licence
        ! error: no open item has `licence` in its text
        ! hint: did you mean 1 (license; decided)?
        ! error: no open item has `licence` in its text
        ! hint: did you mean 1 (license; decided)?
        [exit 1]
    "#]]);
}
