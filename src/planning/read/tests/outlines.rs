//! What outlines of Org mode say beside the words of their headlines.

use super::{document, rows, unread};
use crate::planning::document::Mark;

#[test]
fn a_headline_without_a_keyword_is_the_topic_of_deeper_ones_alone() {
    let text = "#+TITLE: Hut\n* Compiler\n** Notes\n   some words\n** TODO port it\n* Docs\n** Guides\n*** TODO write one\n*** Maps\n    \
                a map\n**** TODO print it\n*** TODO fold it\n** TODO sort them\n* TODO go home\n";
    assert_eq!(
        rows(text),
        [
            "Compiler: port it",
            "Docs/Guides: write one",
            "Docs/Guides/Maps: print it",
            "Docs/Guides: fold it",
            "Docs: sort them",
            "go home"
        ]
    );
    assert_eq!(unread(text), ["Notes", "some words", "a map"]);
}

#[test]
fn a_keyword_of_ones_own_is_a_status_in_its_own_word() {
    let text = "#+TODO: TODO REVIEW IN-TEST | DONE\n* Web\n** REVIEW port it\n** IN-TEST test it\n** STARTED draw it\n** DONE cut it\n";
    let rows = document(text).rows;
    let rows: Vec<_> = rows
        .iter()
        .map(|row| (row.title.as_str(), row.mark, row.status.as_deref()))
        .collect();
    assert_eq!(
        rows,
        [
            ("port it", Mark::InProgress, Some("review")),
            ("test it", Mark::InProgress, Some("in test")),
            ("draw it", Mark::InProgress, None),
            ("cut it", Mark::Done, None),
        ]
    );
}

#[test]
fn timestamps_say_when_and_are_never_text() {
    let text = "* Web :x:\n** TODO port it <2017-03-03 Fri 11:00> :ida:\n** TODO [#A] test it [2017-03-03 Fri]\n   SCHEDULED: <2017-03-02 Thu>\n\
                ** draw it\n   <2017-03-03 Fri 11:00-12:00>\n** TODO meet <2017-03-02 Thu>--<2017-03-03 Fri>\n\
                ** TODO cook <2017-03-03 Fri +1w>\n** TODO print it DEADLINE: <2017-03-04 Sat>\n* <2017-03-05 Sun>\n** TODO go home\n";
    assert_eq!(
        rows(text),
        [
            "Web: port it",
            "Web: test it",
            "Web: draw it",
            "Web: meet",
            "Web: cook",
            "Web: print it",
            "| DEADLINE: 2017-03-04 Sat",
            "go home"
        ]
    );
    let rows = document(text).rows.into_iter();
    let whens: Vec<String> = rows.map(|row| row.when.unwrap_or_default()).collect();
    assert_eq!(
        whens,
        [
            "2017-03-03 Fri 11:00",
            "2017-03-02 Thu",
            "2017-03-03 Fri 11:00-12:00",
            "2017-03-02 Thu to 2017-03-03 Fri",
            "",
            "",
            ""
        ]
    );
    assert_eq!(unread(text), ["2017-03-05 Sun"]);
}

#[test]
fn what_is_commented_out_or_archived_is_named_once() {
    let text = "* Web\n** COMMENT TODO draw it\n   some words\n*** TODO part of it\n** TODO old :web:ARCHIVE:\n*** TODO very old\n\
                ** TODO port it\n* COMMENT Notes\n** TODO lost\n* Docs\n** TODO [#A] COMMENT fold it\n** TODO write it\n";
    assert_eq!(rows(text), ["Web: port it", "Docs: write it"]);
    assert_eq!(
        unread(text),
        [
            "COMMENT TODO draw it",
            "old :web:ARCHIVE:",
            "COMMENT Notes",
            "[#A] COMMENT fold it"
        ]
    );
}

#[test]
fn a_comment_is_no_tags() {
    let text = "Here: Ida\n\n- port it <!-- :ida: -->\n";
    assert_eq!(document(text).rows[0].people, None);
}

#[test]
fn in_comments_and_blocks_of_an_outline_is_no_task() {
    let text = "#+TITLE: Hut\n# one comment\n* Web\n# another\n** TODO port it\n#+BEGIN_SRC rust\n* TODO no task\n#+END_SRC\n** TODO test it\n\
                #+begin_comment\n** TODO hidden\n#+end_comment\n* Docs\n** TODO write it\n";
    assert_eq!(
        rows(text),
        [
            "Web: port it",
            "| ```\n* TODO no task\n```",
            "Web: test it",
            "Docs: write it"
        ]
    );
    let markdown = "#+TITLE: Hut\n# Web\n## Core\n- port it\n";
    assert_eq!(rows(markdown), ["Web/Core: port it"]);
}
