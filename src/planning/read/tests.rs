//! What small documents say.

mod below;
mod headings;
mod listed;
mod outlines;
mod people;

use super::read;
use crate::domain::{ItemKind, Sprint};
use crate::planning::document::{Document, Mark, Row};

fn document(text: &str) -> Document {
    read(text, &Sprint::default(), "typist")
}

/// Shows the rows of a document: the topic, the depth and the title, and the minutes with a bar before them.
fn rows(text: &str) -> Vec<String> {
    let document = document(text);
    let depth = |row: &Row| {
        let mut depth = 0;
        let mut above = row.under;
        while let Some(place) = above {
            depth += 1;
            above = document.rows[place].under;
        }
        depth
    };
    let mut shown = Vec::new();
    for row in &document.rows {
        let topic = row.topic.join("/");
        let topic = if topic.is_empty() {
            topic
        } else {
            topic + ": "
        };
        shown.push(format!("{topic}{}{}", "> ".repeat(depth(row)), row.title));
        shown.extend(
            row.minutes
                .iter()
                .map(|minute| format!("| {}", minute.text)),
        );
    }
    shown
}

fn unread(text: &str) -> Vec<String> {
    let unread = document(text).unread.into_iter();
    unread.map(|unread| unread.text).collect()
}

#[test]
fn a_link_to_a_tracker_keeps_its_target() {
    assert_eq!(
        rows("- [#71](https://example.org/71) draw the maps\n"),
        ["[#71](https://example.org/71) draw the maps"]
    );
}

#[test]
fn brackets_around_a_whole_title_are_not_part_of_it() {
    assert_eq!(
        rows("- (try to share the code?)\n"),
        ["try to share the code?"]
    );
}

#[test]
fn an_outline_of_org_mode_has_tasks_with_keywords() {
    let text = "#+TITLE: Hut\n* Hut sprint\n** People\n*** Ida\n*** Bela\n** Tasks\n*** TODO port the scanner (Ida)\n\
                :PROPERTIES:\n:CREATED: [2026-05-01]\n:END:\nIt reads too much.\n  - fix the tests\n**** TODO write the docs\n\
                *** DONE shrink the index\n** Compiler\n*** STARTED fix the parser\n*** the lexer\n";
    let document = document(text);
    let here: Vec<&str> = document.here.iter().map(|one| one.typed.as_str()).collect();
    assert_eq!(here, ["Ida", "Bela"]);
    assert_eq!(
        rows(text),
        [
            "port the scanner",
            "| It reads too much.",
            "> fix the tests",
            "> write the docs",
            "shrink the index",
            "Compiler: fix the parser",
            "Compiler: the lexer"
        ]
    );
    let marks: Vec<Mark> = document.rows.iter().map(|row| row.mark).collect();
    let (open, none) = (Mark::Open, Mark::None);
    assert_eq!(
        marks,
        [open, none, open, Mark::Done, Mark::InProgress, none]
    );
    assert_eq!(unread(text), Vec::<String>::new());
}

#[test]
fn stars_are_bullets_where_nothing_has_a_keyword() {
    assert_eq!(
        rows("* DONE port the scanner\n* fix the tests\n  ** hard\n"),
        ["port the scanner", "fix the tests", "| ** hard"]
    );
}

#[test]
fn what_an_outline_keeps_for_its_editor_is_no_text() {
    let text = "#+TITLE: Bern\n* Storage    :core:urgent:\n** TODO [#A] shrink it (Ida) [1/2]    :io:\n   SCHEDULED: <2026-11-30 Mon 10:00> DEADLINE: <2026-12-01 Tue>\n   \
                :PROPERTIES:\n   :Effort: 2h\n   :END:\n   - [X] header [50%]\n   - [ ] footer :slow:\n** DONE port it\n   CLOSED: [2026-11-29 Sun 11:20]\n   \
                :LOGBOOK:\n   - State \"DONE\" from \"TODO\"\n   CLOCK: [2026-11-29 Sun 10:00]--[2026-11-29 Sun 11:20] =>  1:20\n   :END:\n   It is fast.\n** TODO test it\n   \
                DEADLINE: <2026-12-01 Tue>\n   CLOCK: [2026-11-29 Sun 10:00]\n   :NOTES:\n   it is slow\n* Tooling\n** TODO check it\n";
    assert_eq!(
        rows(text),
        [
            "Storage: shrink it",
            "| DEADLINE: 2026-12-01 Tue",
            "Storage: > header",
            "Storage: > footer",
            "Storage: port it",
            "| It is fast.",
            "Storage: test it",
            "| DEADLINE: 2026-12-01 Tue",
            "| it is slow",
            "Tooling: check it"
        ]
    );
    assert_eq!(unread(text), [""; 0]);
    let when = document(text).rows.into_iter().map(|row| row.when);
    let when: Vec<String> = when.flatten().collect();
    assert_eq!(when, ["2026-11-30 Mon 10:00"]);
    let flat = "* TODO shrink it :io:\n  SCHEDULED: <2026-11-30 Mon>\n* port it\n  CLOSED: [2026-11-29 Sun]\n";
    assert_eq!(rows(flat), ["shrink it", "port it"]);
}

#[test]
fn a_text_with_keywords_of_org_mode_is_an_outline_whatever_its_headlines_are() {
    for (text, expected) in [
        (
            "#+TITLE: Hut\n\n* Storage\n- port it\n* Web\n  * draw it\n  * print it\n* Later\n",
            vec!["Storage: port it", "Web: draw it", "Web: print it"],
        ),
        (
            "#+TITLE: Hut\n* TODO port it\n* test it\n",
            vec!["port it", "test it"],
        ),
        (
            "#+title: Hut\n* Storage\n** TODO port it\n",
            vec!["Storage: port it"],
        ),
        (
            "#+TITLE: Hut\n* port it\n* test it\n",
            vec!["port it", "test it"],
        ),
        (
            "#+TODO: TODO LATER(l) | DONE REJECTED\n* LATER port it\nIt takes 2 GB now.\n* REJECTED test it\n",
            vec!["port it", "| It takes 2 GB now.", "test it"],
        ),
        (
            "* Web\n** TODO draw it\n  ** fix the map\n  *** TODO cut it\n** DONE print it\n* Storage\n** TODO port it\n",
            vec![
                "Web: draw it",
                "Web: > fix the map",
                "Web: > cut it",
                "Web: print it",
                "Storage: port it",
            ],
        ),
    ] {
        assert_eq!(rows(text), expected, "{text}");
    }
}

#[test]
fn a_keyword_behind_the_bar_is_done_or_given_up_and_one_that_waits_is_a_status() {
    let text = "#+todo: TODO WAITING | SHIPPED SHELVED(s) UNRESOLVED\n#+TYP_TODO: Ida | DONE\n* SHIPPED port it\n* SHELVED test it\n* WAITING draw it\n* HOLD #3 cut it\n\
         * UNRESOLVED mend it\n* Ida bake it\n";
    let rows = document(text).rows;
    let rows: Vec<_> = rows
        .iter()
        .map(|row| (row.title.as_str(), row.mark, row.status.as_deref()))
        .collect();
    assert_eq!(
        rows,
        [
            ("port it", Mark::Done, None),
            ("test it", Mark::Dropped, None),
            ("draw it", Mark::InProgress, Some("waiting")),
            ("cut it", Mark::InProgress, Some("on hold")),
            ("UNRESOLVED mend it", Mark::None, None),
            ("Ida bake it", Mark::None, None),
        ]
    );
    assert_eq!(
        document("#+TODO: | DONE\n* Web\n** | port it\n** DONE cut it\n").rows[0].title,
        "| port it"
    );
}

#[test]
fn tags_that_are_known_people_are_on_the_item() {
    let text = "#+TITLE: Hut\n* Participants\n** Ida\n** Bela\n* Web\n** TODO port it :ida:urgent:\n   SCHEDULED: <2026-11-30 Mon>\n\
                ** TODO test it (Ida) :bela:ida:\n** draw it :urgent:\n";
    let rows = document(text).rows;
    let people = rows.iter().map(|row| {
        let people = row.people.iter().flatten();
        people
            .map(|person| person.typed.as_str())
            .collect::<Vec<_>>()
    });
    let people: Vec<_> = people.collect();
    assert_eq!(people, [vec!["ida"], vec!["ida", "bela"], vec![]]);
    assert_eq!(rows[0].when.as_deref(), Some("2026-11-30 Mon"));
}

#[test]
fn a_half_box_is_partly_done_only_in_what_org_mode_writes() {
    let mark = |text: &str| document(text).rows.pop().map(|row| row.mark);
    for text in [
        "#+TITLE: Hut\n- [-] port it\n",
        "* Web\n** TODO draw it\n   - [-] port it\n",
        "* Web\n** TODO draw it\n   * [-] port it\n",
        "* port it\n  SCHEDULED: <2026-11-30 Mon>\n  1. [-] port it\n",
        "#+SEQ_TODO: OPEN REVIEW CLOSED\n* REVIEW port it\n",
    ] {
        assert_eq!(mark(text), Some(Mark::InProgress), "{text}");
    }
    for text in [
        "* TODO draw it\n\n## Web\n- [-] port it\n",
        "#+1: nice\n\n- [-] port it\n",
        "* draw it\n* [-] port it\n",
    ] {
        assert_eq!(mark(text), Some(Mark::Dropped), "{text}");
    }
}

#[test]
fn what_looks_like_tags_is_text_where_there_is_no_outline() {
    let text = "## Launch :rocket:\n\n- shrink it [1/3] :tada:\n";
    assert_eq!(rows(text), ["Launch :rocket:: shrink it [1/3] :tada:"]);
}

#[test]
fn a_box_or_a_heading_for_tasks_makes_a_task_whatever_the_words_are() {
    let kind = |text: &str| document(text).rows[0].kind;
    for text in [
        "- [ ] Discuss it with Ida\n",
        "## TODO\n- Discuss it with Ida\n",
        "Open tasks:\n- presentation: draw the slides\n",
        "- Tutorial rewrite\n",
        "- Presentation slides\n",
    ] {
        assert_eq!(kind(text), Some(ItemKind::Task), "{text}");
    }
    for (text, expected) in [
        ("- Discuss the licence\n", ItemKind::Discussion),
        ("- Tutorial on strings\n", ItemKind::Talk),
        ("- Presentation: strings\n", ItemKind::Talk),
        ("- strings tutorial\n", ItemKind::Talk),
        (
            "## Discussions\n- [ ] Discuss the licence\n",
            ItemKind::Discussion,
        ),
    ] {
        assert_eq!(kind(text), Some(expected), "{text}");
    }
}
