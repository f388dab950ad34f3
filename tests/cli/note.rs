//! `sprint note`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn notes_stand_with_their_topic_or_by_themselves() {
    sprint_session(expect![[r#"
        $ sprint note It snowed all week.
        noted: It snowed all week.
        $ sprint note -t JIT "The JIT is *fast* now."
        noted: The JIT is *fast* now.  | topic: JIT
        ! remark: `JIT` is a new topic
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## JIT

        The JIT is *fast* now.

        ## More results

        It snowed all week.
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        2bw6rcned0 = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "note", text = "It snowed all week." }
        egqdrm57mn = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "note", text = "The JIT is *fast* now.", topic = "JIT" }
    "#]]);
}
