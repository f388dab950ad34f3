//! `sprint decide`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn a_decision_closes_a_discussion() {
    sprint_session(expect![[r#"
        $ sprint discuss which encoding -t Unicode
        1 to discuss: which encoding  | topic: Unicode
        ! remark: `Unicode` is a new topic
        $ sprint progress 1 we went through the options
        1 progress: which encoding  | status: we went through the options
        $ sprint decide encoding UTF-8 inside.
        1 decided: which encoding  | decision: UTF-8 inside.
        $ sprint decide 1 And fast.
        1 decided: which encoding  | decision: And fast.
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
