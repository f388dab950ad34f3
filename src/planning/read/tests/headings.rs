//! What headings say.

use super::{document, rows, unread};
use crate::domain::ItemKind;
use crate::planning::document::Mark;
use crate::planning::read::headings::{Meaning, meaning};

#[test]
fn a_colon_makes_a_heading_that_bullets_follow() {
    let text = "Compiler:\n- fix the parser\n- port it\n\nBackend::\n- speed it up\n";
    assert_eq!(
        rows(text),
        [
            "Compiler: fix the parser",
            "Compiler: port it",
            "Backend: speed it up"
        ]
    );
}

#[test]
fn a_block_under_a_heading_ends_where_the_indentation_does() {
    let text = "Compiler:\n    - fix the parser\n\n- tell the others\n";
    assert_eq!(rows(text), ["Compiler: fix the parser", "tell the others"]);
}

#[test]
fn a_short_line_alone_is_a_heading_if_bullets_follow() {
    let text = "Garbage collector\n\n- pin objects\n";
    assert_eq!(rows(text), ["Garbage collector: pin objects"]);
    let sentence = "We met at nine and had coffee first.\n\n- pin objects\n";
    assert_eq!(rows(sentence), ["pin objects"]);
}

#[test]
fn the_title_of_the_document_and_generic_headings_are_no_topics() {
    let text = "# Bern sprint planning\n\n## Tasks\n- fix it\n\n### Compiler\n- port it\n";
    assert_eq!(rows(text), ["fix it", "Compiler: port it"]);
}

#[test]
fn headings_mean_what_their_words_say() {
    for generic in [
        "Tasks",
        "TODO",
        "Things to do",
        "Other tasks",
        "Tasks for the morning",
        "Monday, 28 February",
        "Montag",
        "Offene Punkte",
        "Next steps",
        "Action items",
        "Done so far:",
        "Won't do",
        "In progress",
        "In Arbeit",
        "Doing today",
        "Blocked",
        "Nächste Woche",
        "Heute Nachmittag",
    ] {
        assert_eq!(meaning(generic), Meaning::Generic, "{generic}");
    }
    for topic in [
        "Translation tasks",
        "2.4.1 Compliance",
        "3.11",
        "Planner",
        "After the sprint",
        "Next sprint",
        "Nächster Sprint",
        "Review",
        "Progress bars",
    ] {
        assert_eq!(meaning(topic), Meaning::Topic, "{topic}");
    }
    for list in [
        "Discussions",
        "discussions to be had",
        "Topics for discussion",
        "Questions",
        "Offene Fragen",
        "Zu klären",
        "Zu besprechen:",
        "To decide",
        "To clarify",
    ] {
        assert_eq!(meaning(list), Meaning::Kind(ItemKind::Discussion), "{list}");
    }
    assert_eq!(meaning("Lightning discussion"), Meaning::Discussion);
    assert_eq!(meaning("Talks"), Meaning::Kind(ItemKind::Talk));
    assert_eq!(meaning("Lightning talks"), Meaning::Kind(ItemKind::Talk));
    assert_eq!(meaning("People present"), Meaning::Here);
    assert_eq!(meaning("Who is here"), Meaning::Here);
    assert_eq!(meaning("Absent"), Meaning::Away);
    assert_eq!(meaning("Entschuldigt"), Meaning::Away);
    assert_eq!(meaning("Rough week planning"), Meaning::Words);
    assert_eq!(meaning("Outcome"), Meaning::Minutes { is_result: true });
}

#[test]
fn a_heading_that_is_one_discussion_has_minutes_below() {
    let text = "inlining discussion\n-------------------\n- trace more\n- fix the counters\n";
    assert_eq!(
        rows(text),
        ["inlining discussion", "| trace more", "| fix the counters"]
    );
}

#[test]
fn a_heading_with_the_words_of_a_discussion_has_its_minutes() {
    let text = "Discussions:\n- state of the docs DONE\n\nState of Docs\n-------------\n- too few examples\n";
    assert_eq!(rows(text), ["state of the docs", "| too few examples"]);
}

#[test]
fn sections_of_times_have_no_items() {
    let text = "overall time planning::\n    25th full day\n    26th break\n\n- fix it\n";
    assert_eq!(rows(text), ["fix it"]);
    assert_eq!(unread(text), ["overall time planning"]);
}

#[test]
fn bullets_with_others_below_all_of_them_are_headings() {
    let text = "* Compiler\n  - fix a\n* Runtime\n  - fix b\n* Docs\n  - fix c\n";
    assert_eq!(
        rows(text),
        ["Compiler: fix a", "Runtime: fix b", "Docs: fix c"]
    );
}

#[test]
fn a_bold_line_is_a_topic_also_as_the_first_heading() {
    let document = document("**Porting**\n- port the tests\n");
    assert_eq!(document.rows[0].topic, ["Porting"]);
}

#[test]
fn a_list_of_discussions_may_hold_a_task() {
    let text = "## Discussions\n- write the blog post\n- how are strings stored\n";
    let kinds = |text: &str| {
        let rows = document(text).rows;
        rows.iter().map(|row| row.kind).collect::<Vec<_>>()
    };
    let (task, discussion) = (Some(ItemKind::Task), Some(ItemKind::Discussion));
    assert_eq!(kinds(text), [task, discussion]);
}

#[test]
fn the_code_of_an_emoji_is_a_part_of_a_heading_and_means_nothing() {
    let text = "## Packaging :package:\n- build it\n\n## TODO :memo:\n- fix it\n\n## Notes :memo:\n- the key is lost\n";
    assert_eq!(rows(text), ["Packaging :package:: build it", "fix it"]);
    assert_eq!(unread(text), ["Notes :memo:", "the key is lost"]);
    assert_eq!(rows("Scanner::\n- port it\n"), ["Scanner: port it"]);
}

#[test]
fn german_headings_are_understood() {
    let text = "## Anwesend\n- Ida\n- Bela\n\n## Aufgaben\n- Parser reparieren (Ida, Bela)\n- Doku schreiben (alle)\n\n\
                ## Diskussionen\n- welche Lizenz (alle)\n\n## Notizen\n- der Ofen ist an\n";
    let document = document(text);
    let here: Vec<&str> = document.here.iter().map(|one| one.typed.as_str()).collect();
    assert_eq!(here, ["Ida", "Bela"]);
    assert_eq!(
        rows(text),
        ["Parser reparieren", "Doku schreiben", "welche Lizenz"]
    );
    let everybody = document.rows[1].people.as_deref().unwrap_or_default();
    assert_eq!(everybody[0].typed, "everybody");
    assert_eq!(document.rows[2].kind, Some(ItemKind::Discussion));
    assert_eq!(unread(text), ["Notizen", "der Ofen ist an"]);
    assert_eq!(meaning("Vorträge"), Meaning::Kind(ItemKind::Talk));
    assert_eq!(meaning("Teilnehmer"), Meaning::Here);
}

#[test]
fn what_stands_under_a_heading_for_what_is_finished_is_finished() {
    for heading in [
        "Done",
        "Done today:",
        "## Finished",
        "# What\n\n## Closed yesterday",
        "Erledigt:",
    ] {
        let text = format!(
            "{heading}\n\n- port the scanner (Ida)\n    - write tests for it\n- [ ] shrink the index\n- write docs (Ida): almost\n"
        );
        let rows = document(&text).rows;
        let marks: Vec<Mark> = rows.iter().map(|row| row.mark).collect();
        assert_eq!(
            marks,
            [Mark::Done, Mark::Done, Mark::Open, Mark::None],
            "{heading}"
        );
        assert!(rows.iter().all(|row| row.topic.is_empty()), "{heading}");
    }
    for heading in ["In progress", "In Arbeit:", "Doing", "Läuft gerade"] {
        let text = format!("{heading}\n\n- port the scanner (Ida)\n- [ ] write the docs\n");
        let marks: Vec<Mark> = document(&text).rows.iter().map(|row| row.mark).collect();
        assert_eq!(marks, [Mark::InProgress, Mark::InProgress], "{heading}");
    }
    for (heading, status) in [
        ("Blocked", "blocked"),
        ("In review:", "in review"),
        ("## Blockiert", "blockiert"),
    ] {
        let text = format!("{heading}\n\n- port the scanner (Ida)\n- [ ] write the docs\n");
        for row in document(&text).rows {
            assert_eq!(row.status.as_deref(), Some(status), "{heading}");
        }
    }
    for heading in [
        "Done deals",
        "To be done",
        "Almost done",
        "## Merged branches",
    ] {
        let text = format!("{heading}\n\n- port the scanner (Ida)\n");
        assert_eq!(document(&text).rows[0].mark, Mark::None, "{heading}");
    }
}

#[test]
fn the_only_heading_above_a_list_is_a_topic() {
    assert_eq!(rows("## Core\n- fix it\n"), ["Core: fix it"]);
    assert_eq!(rows("\nCore\n====\n\n- fix it\n"), ["fix it"]);
    assert_eq!(rows("\nCore\n====\n- fix it\n"), ["Core: fix it"]);
    assert_eq!(rows("Hut 2026\n--------\n- fix it\n"), ["fix it"]);
    assert_eq!(rows("Hut sprint\n----------\n- fix it\n"), ["fix it"]);
    assert_eq!(rows("# Core\n- fix it\n"), ["fix it"]);
    assert_eq!(rows("See below.\n\n# Core\n- fix it\n"), ["Core: fix it"]);
    assert_eq!(
        rows("## Hut\n- fix it\n### Docs\n- write it\n"),
        ["fix it", "Docs: write it"]
    );
}

#[test]
fn a_heading_that_may_be_meant_as_a_topic_is_named() {
    let text = "# Plan\n\n## Ideas\n- fix it\n\n## Tasks\n- port it\n\n## Monday\n- test it\n\n## Done\n- tune it\n\n## Afternoon\n";
    let headings = document(text).no_topics.into_iter();
    let headings: Vec<_> = headings
        .map(|heading| (heading.line, heading.text))
        .collect();
    assert_eq!(
        headings,
        [(3, "Ideas".to_owned()), (9, "Monday".to_owned())]
    );
    assert_eq!(rows("# Plan\n\n## Ideas/\n- fix it\n"), ["Ideas: fix it"]);
}

#[test]
fn headings_of_wikis_are_topics() {
    for heading in ["== Core ==", "h2. Core", "*Core*", "**Core**", "== Core"] {
        let text = format!("{heading}\n\n- fix it\n\n== Docs ==\n\n- write it\n");
        assert_eq!(rows(&text)[0], "Core: fix it", "{heading}");
    }
    assert_eq!(
        rows("====== Hut ======\n\n===== Core =====\n  * fix it\n==== Parser ====\n  * port it\n"),
        ["Core: fix it", "Core/Parser: port it"]
    );
}

#[test]
fn any_number_of_headings_that_are_not_topics_is_read() {
    let text: String = (0..2_000)
        .map(|number| format!("## Ideas ({number})\n- fix it {number}\n"))
        .collect();
    let count = document(&text).no_topics.len();
    assert!(count > 1, "{count}");
}

#[test]
fn a_heading_between_two_bullets_needs_no_blank_line() {
    let storage = "Storage\n- shrink the index (Ida)\n- fuzz it\n";
    for heading in ["Docs", "API docs & tests", "Neue Oberfläche"] {
        let text = format!("{storage}{heading}\n- fix the links\n");
        let below = format!("{heading}: fix the links");
        assert_eq!(
            rows(&text),
            ["Storage: shrink the index", "Storage: fuzz it", &below]
        );
    }
    let indented =
        "Storage\n\t* shrink the index,\n\t  and the rest\nwhat is open for all\n\t* port it\n";
    assert_eq!(
        rows(indented),
        [
            "Storage: shrink the index, and the rest",
            "what is open for all: port it"
        ]
    );
    let people = "People\n- Ida\n- Bela\nDocs\n- fix the links\n";
    assert_eq!(rows(people), ["Docs: fix the links"]);
}

#[test]
fn a_line_that_goes_on_with_the_bullet_above_is_not_a_heading() {
    for (line, next) in [
        ("- write the notes about all of the very long", "Index"),
        ("- write the notes of the", "Docs"),
        ("- write the notes", "IN PROGRESS"),
        ("- write the notes", "Good progress"),
        ("- write the notes", "We will see"),
        ("- write the notes", "Tom helps with that"),
        ("- write the notes", "Ida"),
        ("- write the notes", "(Ida)"),
        ("- write the notes", "Docs."),
        ("- write the notes", "docs"),
    ] {
        let text = format!("Storage\n- shrink the index (Ida)\n{line}\n{next}\n- port it\n");
        let rows = rows(&text);
        assert_eq!(
            rows.last().map(String::as_str),
            Some("Storage: port it"),
            "{next}"
        );
    }
}

#[test]
fn what_stands_under_a_heading_for_what_nobody_will_do_is_dropped() {
    for heading in ["## Won't do", "Dropped:", "## Postponed", "## Verworfen"] {
        let text = format!("{heading}\n- fix it\n- [ ] port it\n- test it: in progress\n");
        let marks = document(&text).rows.into_iter().map(|row| row.mark);
        assert_eq!(
            marks.collect::<Vec<_>>(),
            [Mark::Dropped, Mark::Open, Mark::InProgress],
            "{heading}"
        );
    }
}

#[test]
fn what_comes_next_is_no_topic_and_thanks_are_no_work_in_german_either() {
    assert_eq!(
        rows(
            "Nächste Schritte\n----------------\n- port it\n\nVielen Dank\n-----------\n- an Frau Schulze\n\nMerci\n-----\n- Paul\n"
        ),
        ["port it"]
    );
}
