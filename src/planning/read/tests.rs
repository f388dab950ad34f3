//! What small documents say.

use super::headings::{Meaning, meaning};
use super::read;
use crate::diagnostic::UnreadKind;
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
    ] {
        assert_eq!(meaning(generic), Meaning::Generic, "{generic}");
    }
    for topic in [
        "Translation tasks",
        "2.4.1 Compliance",
        "3.11",
        "Planner",
        "After the sprint",
    ] {
        assert_eq!(meaning(topic), Meaning::Topic, "{topic}");
    }
    for list in [
        "Discussions",
        "discussions to be had",
        "Topics for discussion",
    ] {
        assert_eq!(meaning(list), Meaning::Kind(ItemKind::Discussion), "{list}");
    }
    assert_eq!(meaning("Lightning discussion"), Meaning::Discussion);
    assert_eq!(meaning("Talks"), Meaning::Kind(ItemKind::Talk));
    assert_eq!(meaning("People present"), Meaning::Here);
    assert_eq!(meaning("Who is here"), Meaning::Here);
    assert_eq!(meaning("Absent"), Meaning::Away);
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
fn a_status_below_an_item_goes_on_where_its_line_is_wrapped() {
    let text =
        "- draw the maps\n  MOSTLY DONE, the borders of the old and\n  the new ones are missing\n";
    assert_eq!(
        rows(text),
        [
            "draw the maps",
            "| MOSTLY DONE, the borders of the old and the new ones are missing"
        ]
    );
}

#[test]
fn a_status_with_its_remark_stands_above_the_title() {
    let text = "- draw\n    - DONE (the borders too)\n      the maps of the north\n";
    assert_eq!(rows(text), ["draw", "> the maps of the north"]);
}

#[test]
fn a_link_to_a_tracker_keeps_its_target() {
    assert_eq!(
        rows("- [#71](https://example.org/71) draw the maps\n"),
        ["[#71](https://example.org/71) draw the maps"]
    );
}

#[test]
fn one_column_more_is_a_bullet_beside() {
    assert_eq!(
        rows(" - one thing\n- another thing\n  - fix a part\n"),
        ["one thing", "another thing", "> fix a part"]
    );
}

#[test]
fn nested_bullets_are_parts_or_minutes_by_their_words() {
    let text = "- port the runtime (Ada, Bob)\n  - fix the loader\n  - the loader works now\n  - moved the tests\n";
    assert_eq!(
        rows(text),
        [
            "port the runtime",
            "| the loader works now",
            "| moved the tests",
            "> fix the loader"
        ]
    );
}

#[test]
fn a_nested_bullet_with_a_box_is_a_part() {
    let text = "- [ ] port the runtime\n  - [ ] the loader works now\n";
    assert_eq!(rows(text), ["port the runtime", "> the loader works now"]);
}

#[test]
fn lines_below_go_on_with_an_item_or_are_minutes() {
    let text = "- look at the loader and\n  its tests\n  we found two bugs\n";
    assert_eq!(
        rows(text),
        ["look at the loader and its tests", "| we found two bugs"]
    );
    let open = "- fix the loader (with all of\n  its tests)\n";
    assert_eq!(rows(open), ["fix the loader (with all of its tests)"]);
}

#[test]
fn a_line_that_is_only_a_status_belongs_to_its_item() {
    let row = &document("- fix the loader\n  IN PROGRESS\n").rows[0];
    assert_eq!(
        (row.title.as_str(), row.status.as_deref()),
        ("fix the loader", Some("IN PROGRESS"))
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
fn an_outcome_is_a_result() {
    let row = &document("- fix the loader\n\n  OUTCOME: we keep the old one\n").rows[0];
    assert!(row.minutes[0].is_result);
    assert_eq!(row.minutes[0].text, "we keep the old one");
}

#[test]
fn sections_of_times_have_no_items() {
    let text = "overall time planning::\n    25th full day\n    26th break\n\n- fix it\n";
    assert_eq!(rows(text), ["fix it"]);
    assert_eq!(unread(text), ["overall time planning"]);
}

#[test]
fn what_fits_nowhere_is_listed() {
    let text =
        "Dear all,\n\nwelcome to Bern.\n\n- fix it\n\nSee you at dinner tonight, everybody.\n";
    assert_eq!(
        unread(text),
        [
            "Dear all,",
            "welcome to Bern.",
            "See you at dinner tonight, everybody."
        ]
    );
}

#[test]
fn people_are_listed_in_one_line_that_wraps() {
    let document = document("Here: Ada, Bob,\n      Cleo\nAway: Dan\n\n- fix it\n");
    let names = |list: &[crate::planning::document::Present]| -> Vec<String> {
        list.iter().map(|present| present.typed.clone()).collect()
    };
    assert_eq!(names(&document.here), ["Ada", "Bob", "Cleo"]);
    assert_eq!(names(&document.away), ["Dan"]);
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
fn whoever_is_new_and_only_struck_through_does_not_join() {
    let text = "- fix it (Bob)\n- test it (Carl)\n- port it (~~Amaury~~)\n";
    let here = document(text).here;
    assert!(here.iter().all(|present| present.typed != "Amaury"));
}

#[test]
fn names_above_a_task_are_its_people() {
    let text = "Here: Armin, Anto\n\n## Pairs\n\n- Armin, Anto\n  make the tests pass\n- ?\n  write the docs\n";
    let document = document(text);
    let rows: Vec<(&str, usize)> = document
        .rows
        .iter()
        .map(|row| (row.title.as_str(), row.people.as_ref().map_or(0, Vec::len)))
        .collect();
    assert_eq!(rows, [("make the tests pass", 2), ("write the docs", 0)]);
}

#[test]
fn a_bold_line_is_a_topic_also_as_the_first_heading() {
    let document = document("**Porting**\n- port the tests\n");
    assert_eq!(document.rows[0].topic, ["Porting"]);
}

#[test]
fn a_note_to_the_readers_is_no_task() {
    let document = document("- NOTE: the list is in the wiki\n- fix it\n");
    assert_eq!(document.rows.len(), 1);
    assert_eq!(document.rows[0].title, "fix it");
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
fn names_and_a_colon_before_a_task_need_no_bullet() {
    let text =
        "Here: Ida, Bela\n\nIda: port the scanner\nBela, Ida: shrink the index\nLunch: at noon\n";
    assert_eq!(rows(text), ["port the scanner", "shrink the index"]);
}

#[test]
fn a_note_in_a_table_stands_below_its_task() {
    let text = "| task | who | status | notes | room |\n|---|---|---|---|---|\n\
                | port the scanner | Ida | done | faster | 5 |\n";
    assert_eq!(rows(text), ["port the scanner", "| faster", "| room: 5"]);
}

#[test]
fn notes_with_a_heading_of_their_own_belong_to_no_item() {
    let text = "## Compiler\n- fix the parser (Ada, Bob)\n\n## Notes\n- the key is with Ada\n  or with Bob\n- quiet after ten\n";
    assert_eq!(rows(text), ["Compiler: fix the parser"]);
    assert_eq!(
        unread(text),
        [
            "Notes",
            "the key is with Ada (or with Bob)",
            "quiet after ten"
        ]
    );
    let plain = "- fix the parser (Ada, Bob)\n\nNotes:\n- it was slow\n";
    assert_eq!(rows(plain), ["fix the parser", "| it was slow"]);
}

#[test]
fn handles_in_a_list_of_people_need_no_commas() {
    let here = document("People: @ada @bob-k\n\n- fix it\n").here;
    let typed: Vec<&str> = here.iter().map(|one| one.typed.as_str()).collect();
    assert_eq!(typed, ["@ada", "@bob-k"]);
}

#[test]
fn nothing_in_a_list_of_people_vanishes() {
    let list = "Present: Ada, “Joe”, “Bob” Kay, the twins, and others\n\n- fix it\n";
    assert_eq!(unread(list), ["“Bob” Kay", "the twins"]);
    let here = document(list).here;
    let typed: Vec<&str> = here.iter().map(|one| one.typed.as_str()).collect();
    assert_eq!(typed, ["Ada", "Joe"]);
}

#[test]
fn what_only_tells_something_is_listed_and_no_task() {
    let told = [
        "We had no time for the scanner",
        "see https://example.org/plan",
        "cf. the notes of last year",
        "https://example.org/plan",
        "lunch break",
        "Links",
        "on Friday most of us leave at noon (all)",
    ];
    let task = "Here: Ida, Bela\n\n- shrink the index (Ida, Bela)\n";
    let text = format!("{task}- {}\n", told.join("\n- "));
    assert_eq!(rows(&text), ["shrink the index"]);
    assert_eq!(unread(&text), told);
    let below = "- port the scanner\n  - fix the tests\n- related: the old scanner\n";
    assert_eq!(
        rows(below),
        [
            "port the scanner",
            "| related: the old scanner",
            "> fix the tests"
        ]
    );
}

#[test]
fn what_is_to_be_done_is_a_task_in_whatever_words() {
    let tasks = [
        "we should port the scanner",
        "see whether it still works",
        "scanner",
        "not so many copies",
        "CF cards are slow",
        "notes.txt",
        "notes.txt needs a new section",
        "lunch menu for Friday",
    ];
    for task in tasks {
        assert_eq!(rows(&format!("- {task}\n")), [task]);
    }
    for meal in ["lunch (Ida, Bela)", "lunch: IN PROGRESS"] {
        assert_eq!(rows(&format!("- {meal}\n")), ["lunch"]);
    }
    assert_eq!(rows("- [ ] lunch\n- [x] We met\n"), ["lunch", "We met"]);
}

#[test]
fn what_only_tells_something_below_an_item_is_its_minutes() {
    let text = "- port the scanner\n  - not tried on the old machine.\n  - see https://example.org/scanner\n  \
                - https://example.org/old\n  - kept as it was (Ida, Bela):\n  - fix the tests\n";
    assert_eq!(
        rows(text),
        [
            "port the scanner",
            "| not tried on the old machine.",
            "| see https://example.org/scanner",
            "| https://example.org/old",
            "| kept as it was (Ida, Bela):",
            "> fix the tests"
        ]
    );
}

#[test]
fn the_contents_of_a_text_are_no_parts_of_writing_it() {
    let text = "- send out the announcement\n  - porting the scanner\n  - all kinds of small things\n  - work on the docs\n";
    assert_eq!(
        rows(text),
        [
            "send out the announcement",
            "| porting the scanner",
            "| all kinds of small things",
            "| work on the docs"
        ]
    );
    let parts =
        "- send out the announcement\n  - collect the links\n  - proof-reading\n  - write it\n";
    assert_eq!(
        rows(parts),
        [
            "send out the announcement",
            "> collect the links",
            "> proof-reading",
            "> write it"
        ]
    );
}

/// Shows what was not understood: the line, how many lines that are, and the first words.
fn not_read(text: &str) -> Vec<String> {
    let unread = document(text).unread.into_iter();
    let shown = unread.map(|unread| {
        let count = match unread.why {
            UnreadKind::Lines(count) => count,
            UnreadKind::Section(below) => 1 + below,
            _ => 1,
        };
        let first = unread.text.lines().next().unwrap_or_default().to_owned();
        format!("{}: {count}: {first}", unread.line)
    });
    shown.collect()
}

#[test]
fn every_line_that_no_item_has_is_listed_or_counted() {
    let text = "Dear all,\nwelcome to the hut, which is as high up as ever.\n\n> bring shoes\n> and a coat\n\n\
                ## Goals\n- be faster\n- be smaller\n  than before\n\nAnd be nice.\n\n## Links\n\n\
                ## Scanner\n- port it\n\n```\nscan --all\n```\n  - fix the tests\n\n> well said\n\n\
                ## People\n- Ida\n- Bela\n\n> and others\n";
    assert_eq!(
        not_read(text),
        [
            "1: 2: Dear all, welcome to the hut, which is as high up as ever.",
            "4: 2: > bring shoes",
            "7: 5: Goals",
            "14: 1: Links",
            "19: 3: ```",
            "24: 1: > well said",
            "30: 1: > and others",
        ]
    );
    assert_eq!(rows(text), ["Scanner: port it", "Scanner: > fix the tests"]);
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

/// Shows who a document lists as present.
fn here(text: &str) -> Vec<String> {
    let here = document(text).here.into_iter();
    here.map(|present| present.typed).collect()
}

#[test]
fn headings_of_a_list_of_nothing_but_people_say_who_is_there() {
    for heading in [
        "Team:",
        "## Names",
        "Who is here?",
        "Wer ist da?",
        "*Crew*",
        "== Team ==",
    ] {
        let text = format!(
            "{heading}\n- Rosa Vidal\n- @kim\n- Jo Meier (until Wed)\n\n## Core\n- fix it\n"
        );
        assert_eq!(here(&text), ["Rosa Vidal", "@kim", "Jo Meier"], "{heading}");
        assert_eq!(rows(&text), ["Core: fix it"], "{heading}");
    }
    assert_eq!(
        here("Team: Rosa Vidal, Kim Lee\n"),
        ["Rosa Vidal", "Kim Lee"]
    );
    let tasks = "## Team\n- write the announcement\n- Rosa Vidal\n\n## Core\n- fix it\n";
    assert!(here(tasks).is_empty());
    assert_eq!(rows(tasks)[0], "Team: write the announcement");
}

#[test]
fn names_on_lines_of_their_own_are_each_one_person() {
    assert_eq!(
        here("Here: Ida\n  Rosa Vidal\n  Kim Lee\n\n- fix it\n"),
        ["Ida", "Rosa Vidal", "Kim Lee"]
    );
    assert_eq!(
        here("Here: Ida, Carl\nFriedrich, Kim\n\n- fix it\n"),
        ["Ida", "Carl Friedrich", "Kim"]
    );
    assert_eq!(
        here("Here: Ida\n- Rosa Vidal\n- @kim\n\n- fix it\n"),
        ["Ida", "Rosa Vidal", "@kim"]
    );
    assert_eq!(rows("Here: Ida\n- fix it\n"), ["fix it"]);
}

#[test]
fn the_only_heading_above_a_list_is_a_topic() {
    assert_eq!(rows("## Core\n- fix it\n"), ["Core: fix it"]);
    assert_eq!(rows("\nCore\n====\n\n- fix it\n"), ["fix it"]);
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
fn the_people_of_a_heading_are_listed() {
    let text = "# Plan\n\n## Docs (Ann)\n- write it (Ann)\n\n## Core (fast)\n- fix it\n";
    assert_eq!(rows(text), ["Docs: write it", "Core (fast): fix it"]);
    assert_eq!(unread(text), ["Docs (Ann)"]);
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
fn a_list_of_people_ends_at_what_somebody_does() {
    for list in [
        "People\nIda, Bela",
        "Here:\nIda, Bela",
        "Attendees:\nIda\nBela",
        "## People\n- Ida\n- Bela",
    ] {
        let text = format!("{list}\n\nIda: shrink the index\nTom: fuzz it\nLea: port it\n");
        assert_eq!(here(&text), ["Ida", "Bela"], "{list}");
        assert_eq!(rows(&text), ["shrink the index"], "{list}");
        assert_eq!(unread(&text), ["Tom: fuzz it", "Lea: port it"], "{list}");
        for sign in ["- Ida: ", "* Ida - "] {
            let text = format!("{list}\n\n{sign}shrink the index\n");
            assert_eq!(rows(&text), ["shrink the index"], "{text}");
        }
    }
    let text = "Here:\nIda\n\nWe met at ten.\n";
    assert_eq!(
        (here(text), unread(text)),
        (vec!["Ida".into()], vec!["We met at ten.".into()])
    );
    let days = "People:\n- Ida\n\n- Bela: from Wed\n- Tom - whole-time\n";
    assert_eq!(here(days), ["Ida", "Bela", "Tom"]);
}

#[test]
fn a_label_below_a_list_of_people_is_nobody() {
    let text = "present: Ida, Bela, Noor + Carla\nlate: Tom (11:00)\nsick: Jürgen\nMinutes: Carla\n\n- fix it\n";
    assert_eq!(here(text), ["Ida", "Bela", "Noor", "Carla"]);
    assert_eq!(unread(text), ["late: Tom (11:00)", "Minutes: Carla"]);
    assert_eq!(document(text).away[0].typed, "Jürgen");
    let text = "Participants:\nIda, Bela\nDate: 30 November\nPlace: Bern\n";
    assert_eq!(here(text), ["Ida", "Bela"]);
    assert_eq!(unread(text), ["Date: 30 November", "Place: Bern"]);
    let table =
        "## Participants\n\nName | Topic | Arrives\n--- | --- | ---\nIda | index | Monday\n";
    assert_eq!(
        (here(table), unread(table)),
        (vec![], vec!["index (Ida)".into()])
    );
}

#[test]
fn what_is_said_of_somebody_away_is_listed_and_nobody_leaves() {
    let text =
        "Away: Tom (ab Do), Carla (bis Mi), Kim (from Thu), Lea (dentist), Noor (sick), Bela\n";
    let away: Vec<String> = document(text)
        .away
        .into_iter()
        .map(|one| one.typed)
        .collect();
    assert_eq!(away, ["Noor", "Bela"]);
    assert_eq!(unread(text), ["Tom", "Carla", "Kim", "Lea"]);
}

#[test]
fn any_number_of_headings_that_are_not_topics_is_read() {
    let text: String = (0..2_000)
        .map(|number| format!("## Ideas ({number})\n- fix it {number}\n"))
        .collect();
    let count = document(&text).no_topics.len();
    assert!(count > 1, "{count}");
}
