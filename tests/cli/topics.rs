//! Topics as people type them.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn a_known_topic_is_found_whatever_its_case() {
    sprint_session(expect![[r#"
        $ sprint plan a -t "Release Work/Stackless"
        1 planned: a
        ! remark: `Release Work/Stackless` is a new topic
        $ sprint plan b -t "release  work/stackless"
        2 planned: b
        $ sprint plan c -t STACKLESS
        3 planned: c
        $ sprint plan d -t "release work/Windows"
        4 planned: d
        ! remark: `Release Work/Windows` is a new topic
        $ grep -o 'topic = [^}]*' sprints/leysin-2017/2017-02-27.toml
        topic = "Release Work/Stackless" 
        topic = "Release Work/Stackless" 
        topic = "Release Work/Stackless" 
        topic = "Release Work/Windows" 
    "#]]);
}

#[test]
fn a_typo_in_a_topic_is_refused_with_a_suggestion() {
    sprint_session(expect![[r#"
        $ sprint plan a -t "Release Work/Stackless"
        1 planned: a
        ! remark: `Release Work/Stackless` is a new topic
        $ sprint plan b -t Stackles
        ! error: there is no topic `Stackles`
        ! hint: did you mean `Release Work/Stackless`? to use a new topic, add it to `topics` in sprint.toml first
        [exit 1]
        $ sprint plan b -t "Release Wrok"
        ! error: there is no topic `Release Wrok`
        ! hint: did you mean `Release Work`? to use a new topic, add it to `topics` in sprint.toml first
        [exit 1]
        $ sprint plan b -t " / "
        ! error: the topic is empty
        ! hint: a topic is a heading or a path of headings: `-t "Release Work/Stackless"`
        [exit 2]
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
        ! hint: did you mean `JITTs`? to use a new topic, add it to `topics` in sprint.toml first
        [exit 1]
    "#]]);
}

#[test]
fn an_ending_that_two_topics_share_is_refused() {
    sprint_session(expect![[r#"
        $ sprint plan a -t Query/Parser
        1 planned: a
        ! remark: `Query/Parser` is a new topic
        $ sprint plan b -t Storage/Parser
        2 planned: b
        ! remark: `Storage/Parser` is a new topic
        $ sprint plan c -t parser
        ! error: `parser` may be `Query/Parser` or `Storage/Parser`
        ! hint: say the whole path
        [exit 1]
        $ sprint plan c -t "Python 2"
        3 planned: c
        ! remark: `Python 2` is a new topic
        $ sprint plan d -t "Python 3"
        4 planned: d
        ! remark: `Python 3` is a new topic
        $ sprint plan e -t Release/Work
        5 planned: e
        ! remark: `Release/Work` is a new topic
        $ sprint plan f -t "Release／Work／Other"
        6 planned: f
        ! remark: `Release／Work／Other` is a new topic
        $ sprint board
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        ┌──────────────────────────────┐
        │ #   task                     │
        ╞══════════════════════════════╡
        │ 1   a [Query/Parser]         │
        │ 2   b [Storage/Parser]       │
        │ 3   c [Python 2]             │
        │ 4   d [Python 3]             │
        │ 5   e [Release/Work]         │
        │ 6   f [Release／Work／Other] │
        └──────────────────────────────┘
    "#]]);
}
