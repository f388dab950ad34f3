//! Topics as people type them.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn a_known_topic_is_found_whatever_its_case() {
    sprint_session(expect![[r#"
        $ sprint plan a -t "Release Work/Stackless"
        1 planned: a  | topic: Release Work › Stackless
        ! remark: `Release Work/Stackless` is a new topic
        $ sprint plan b -t "release  work/stackless"
        2 planned: b  | topic: Release Work › Stackless
        $ sprint plan c -t STACKLESS
        3 planned: c  | topic: Release Work › Stackless
        $ sprint plan d -t "release work/Windows"
        4 planned: d  | topic: Release Work › Windows
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
        1 planned: a  | topic: Release Work › Stackless
        ! remark: `Release Work/Stackless` is a new topic
        $ sprint plan b -t Stackles
        ! error: there is no topic `Stackles`
        ! hint: did you mean `Release Work/Stackless`? A slash at the end makes a new topic of it: `-t Stackles/`
        [exit 1]
        $ sprint plan b -t "Release Wrok"
        ! error: there is no topic `Release Wrok`
        ! hint: did you mean `Release Work`? A slash at the end makes a new topic of it: `-t 'Release Wrok/'`
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
        1 planned: a  | topic: JITs
        $ sprint plan b -t JITTs
        2 planned: b  | topic: JITTs
        $ sprint plan c -t JITTTs
        ! error: there is no topic `JITTTs`
        ! hint: did you mean `JITTs`? A slash at the end makes a new topic of it: `-t JITTTs/`
        [exit 1]
    "#]]);
}

#[test]
fn an_ending_that_two_topics_share_is_refused() {
    sprint_session(expect![[r#"
        $ sprint plan a -t Query/Parser
        1 planned: a  | topic: Query › Parser
        ! remark: `Query/Parser` is a new topic
        $ sprint plan b -t Storage/Parser
        2 planned: b  | topic: Storage › Parser
        ! remark: `Storage/Parser` is a new topic
        $ sprint plan c -t parser
        ! error: `parser` may be `Query/Parser` or `Storage/Parser`
        ! hint: use the whole path
        [exit 1]
        $ sprint plan c -t "Python 2"
        3 planned: c  | topic: Python 2
        ! remark: `Python 2` is a new topic
        $ sprint plan d -t "Python 3"
        4 planned: d  | topic: Python 3
        ! remark: `Python 3` is a new topic
        $ sprint plan e -t Release/Work
        5 planned: e  | topic: Release › Work
        ! remark: `Release/Work` is a new topic
        $ sprint plan f -t "Release／Work／Other"
        6 planned: f  | topic: Release／Work／Other
        ! remark: `Release／Work／Other` is a new topic
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Query › Parser
          1  a  nobody
        Storage › Parser
          2  b  nobody
        Python 2
          3  c  nobody
        Python 3
          4  d  nobody
        Release › Work
          5  e  nobody
        Release／Work／Other
          6  f  nobody
    "#]]);
}

#[test]
fn words_that_slip_into_a_topic_are_refused() {
    sprint_session(expect![[r#"
        $ sprint plan a -t CI
        1 planned: a  | topic: CI
        ! remark: `CI` is a new topic
        $ sprint plan fix the build -t CI the build
        ! error: `CI the build` begins with the topic `CI`
        ! hint: did words of the text slip into it? For part of `CI`, type `CI/the build`; a slash at the end makes a new topic of it: `-t 'CI the build/'`
        [exit 1]
        $ sprint plan b -t Release Work/Stackless
        2 planned: b  | topic: Release Work › Stackless
        ! remark: `Release Work/Stackless` is a new topic
        $ sprint plan c -t stackless pickling
        ! error: `stackless pickling` begins with the topic `stackless`
        ! hint: did words of the text slip into it? For part of `stackless`, type `stackless/pickling`; a slash at the end makes a new topic of it: `-t 'stackless pickling/'`
        [exit 1]
        $ sprint plan d -t release work on it
        ! error: `release work on it` begins with the topic `release work`
        ! hint: did words of the text slip into it? For part of `release work`, type `release work/on it`; a slash at the end makes a new topic of it: `-t 'release work on it/'`
        [exit 1]
        $ sprint plan -t Release Work fix stackless pickling
        ! error: `Work` after `-t Release` may belong to it or begin the text
        ! hint: an option takes several words after the text: `sprint plan … TEXT -t Release Work`; to begin the text here: `-t Release -- Work …`
        [exit 2]
        $ sprint plan -t Release Work/JIT fix it
        ! error: `Work/JIT` after `-t Release` may belong to it or begin the text
        ! hint: an option takes several words after the text: `sprint plan … TEXT -t Release Work/JIT`; to begin the text here: `-t Release -- Work/JIT …`
        [exit 2]
        $ sprint plan -t Release Work -- fix stackless pickling
        3 planned: fix stackless pickling  | topic: Release Work
        $ sprint plan -t Release Work
        ! error: there is no text
        ! hint: type it after the command, use `-` to read it from standard input, or set EDITOR to write it at a terminal
        [exit 2]
        $ sprint plan e -t CI/builds
        4 planned: e  | topic: CI › builds
        ! remark: `CI/builds` is a new topic
        $ sed -i '1i topics = ["CI the build"]' sprints/leysin-2017/sprint.toml && sprint plan f -t ci the build
        5 planned: f  | topic: CI the build
    "#]]);
}

#[test]
fn a_slash_in_a_heading_is_escaped_or_in_code() {
    sprint_session(expect![[r#"
        $ sprint plan make readline faster -t I/O
        ! error: the headings of the new topic `I/O` have only one letter each
        ! hint: a slash separates headings; `-t 'I\/O'` is one heading with a slash in it
        [exit 1]
        $ sprint plan make readline faster -t 'I\/O'
        1 planned: make readline faster  | topic: I/O
        ! remark: `I\/O` is a new topic
        $ sprint plan b -t 'i\/o'
        2 planned: b  | topic: I/O
        $ sprint plan c -t 'JIT/`a/b` traces'
        3 planned: c  | topic: JIT › `a/b` traces
        ! remark: `JIT/`a/b` traces` is a new topic
        $ sprint plan d -t Languages/C
        4 planned: d  | topic: Languages › C
        ! remark: `Languages/C` is a new topic
        $ sprint plan e -t Languages/D
        5 planned: e  | topic: Languages › D
        ! remark: `Languages/D` is a new topic
        $ grep -o 'topic = [^}]*' sprints/leysin-2017/2017-02-27.toml
        topic = "I\\/O" 
        topic = "I\\/O" 
        topic = "JIT/`a/b` traces" 
        topic = "Languages/C" 
        topic = "Languages/D" 
        $ sprint summary | grep '^#'
        # Leysin Winter Sprint 2017
        ## What is next
    "#]]);
}

#[test]
fn an_escaped_slash_is_shown_as_a_slash() {
    sprint_session(expect![[r#"
        $ sprint plan fix it -t 'Core/Fast I\/O'
        1 planned: fix it  | topic: Core › Fast I/O
        ! remark: `Core/Fast I\/O` is a new topic
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Core › Fast I/O
          1  fix it  nobody
        $ sprint log
        Monday, 27 February 2017
        time   by     what  #  entry                   id
        09:00  armin  plan  1  fix it (Core/Fast I/O)  1-rra9cg
        $ sprint show 1
        1 fix it
            task, open
            topic: Core/Fast I/O

        when              by     what  entry                   id
        Mon 27 Feb 09:00  armin  plan  fix it (Core/Fast I/O)  1-rra9cg
        $ sprint done 1 It works. && sprint summary | grep '#'
        1 done: fix it  | result: It works.
        # Leysin Winter Sprint 2017
        ## Core
        ### Fast I/O
    "#]]);
}
