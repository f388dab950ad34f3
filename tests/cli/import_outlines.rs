//! Outlines of Org mode.

use expect_test::expect;

use crate::support::TestEnv;

#[test]
fn an_outline_has_topics_words_for_its_keywords_and_parts_that_are_not_read() {
    let env = TestEnv::with_people();
    env.run(
        r##"cat > plan.org <<'END'
#+TITLE: Hut sprint
#+TODO: TODO REVIEW | DONE
* Compiler
** Notes
   some words
** REVIEW port it <2017-03-03 Fri 11:00>        :bea:
** COMMENT TODO rework it
*** TODO part of it
** TODO test it
* Old stuff                                     :ARCHIVE:
** TODO lost
* TODO go home
END"##,
    );
    env.session(expect![[r#"
        $ sprint import plan.org --yes; sprint import plan.org --dry-run
        plan -t Compiler -p bea --when '2017-03-03 Fri 11:00' port it
        progress 1 review
        plan -t Compiler test it
        plan go home
        recorded 4: 3 planned, 1 progress (`sprint undo` takes all of it back)
        ! remark: plan.org:4:1: the line below this heading is not an item: `Notes`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
        ! remark: plan.org:7:1: this is commented out or archived, and nothing of it is read: `COMMENT TODO rework it`
        ! hint: without `COMMENT` or `:ARCHIVE:` in its headline it is a part of the plan
        ! remark: plan.org:10:1: this is commented out or archived, and nothing of it is read: `Old stuff :ARCHIVE:`
        ! remark: `Compiler` is a new topic
        ! remark: there is nothing to record
        ! remark: plan.org:4:1: the line below this heading is not an item: `Notes`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
        ! remark: plan.org:7:1: this is commented out or archived, and nothing of it is read: `COMMENT TODO rework it`
        ! hint: without `COMMENT` or `:ARCHIVE:` in its headline it is a part of the plan
        ! remark: plan.org:10:1: this is commented out or archived, and nothing of it is read: `Old stuff :ARCHIVE:`
    "#]]);
}
