//! Topics as people type them.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn a_known_topic_is_found_whatever_its_case() {
    sprint_session(expect![[r#"
        $ sprint plan a -t "Release Work/Stackless"
        1 planned: a
        $ sprint plan b -t "release  work/stackless"
        2 planned: b
        $ sprint plan c -t STACKLESS
        3 planned: c
        $ sprint plan d -t "release work/Windows"
        4 planned: d
        $ grep -o 'topic = [^}]*' sprints/leysin-2017/2017-02-27.toml
        topic = "Release Work/Stackless" 
        topic = "Release Work/Stackless" 
        topic = "Release Work/Stackless" 
        topic = "Release Work/Windows" 
    "#]]);
}

#[test]
fn a_slip_is_refused_with_the_topic_that_was_meant() {
    sprint_session(expect![[r#"
        $ sprint plan a -t "Release Work/Stackless"
        1 planned: a
        $ sprint plan b -t Stackles
        ! error: there is no topic `Stackles`
        ! hint: did you mean `Release Work/Stackless`? a new topic is listed first, as one of `topics` in sprint.toml
        [exit 1]
        $ sprint plan b -t "Release Wrok"
        ! error: there is no topic `Release Wrok`
        ! hint: did you mean `Release Work`? a new topic is listed first, as one of `topics` in sprint.toml
        [exit 1]
        $ sprint plan b -t " / "
        ! error: the topic is empty
        ! hint: a topic is a heading or a path of headings: `-t "Release Work/Stackless"`
        [exit 1]
    "#]]);
}

#[test]
fn a_listed_topic_is_known() {
    sprint_session(expect![[r#"
        $ echo "topics = [\"JITs\", \"JITTs\"]" > sprints/leysin-2017/sprint.toml
        $ sprint plan a -t jits
        1 planned: a
        $ sprint plan b -t JITTs
        2 planned: b
        $ sprint plan c -t JITTTs
        ! error: there is no topic `JITTTs`
        ! hint: did you mean `JITTs`? a new topic is listed first, as one of `topics` in sprint.toml
        [exit 1]
    "#]]);
}
