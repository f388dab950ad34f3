//! What is no item, and is listed.

use super::{document, rows, unread};
use crate::domain::ItemKind;

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
fn a_note_to_the_readers_is_no_task() {
    let document = document("- NOTE: the list is in the wiki\n- fix it\n");
    assert_eq!(document.rows.len(), 1);
    assert_eq!(document.rows[0].title, "fix it");
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
    for heading in [
        "Notes:",
        "Protokoll:",
        "**Minutes**",
        "Outcome:",
        "Beschlüsse:",
    ] {
        let plain = format!("- fix the parser (Ada, Bob)\n\n{heading}\n- it was slow\n");
        assert_eq!(rows(&plain), ["fix the parser"], "{heading}");
        assert_eq!(unread(&plain).len(), 2, "{heading}");
    }
    let below = "- fix the parser (Ada, Bob)\n    Notes:\n    - it was slow\n";
    assert_eq!(rows(below), ["fix the parser", "| it was slow"]);
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

/// Shows what was not understood: the line, how many lines that are, and the first words.
fn not_read(text: &str) -> Vec<String> {
    let unread = document(text).unread.into_iter();
    let shown = unread.map(|unread| {
        let count = unread.why.count();
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
fn notes_in_our_own_document_are_listed_and_a_topic_if_that_is_said() {
    let own = "<!-- sprint hut, as of 4-xzpxz9, 8 entries, a9618208, 2026-11-30 -->\n# hut\n\n## Storage\n- [ ] fix it\n\n## Talks\n- [ ] fuzzing\n\n";
    for heading in ["Notes:", "## Notes", "Protokoll:"] {
        let text = format!("{own}{heading}\n- dinner at eight\n");
        assert_eq!(rows(&text), ["Storage: fix it", "fuzzing"], "{heading}");
        assert_eq!(unread(&text).len(), 2, "{heading}");
    }
    for heading in [
        "## Notes/\n- dinner at eight",
        "## Notes\n- [ ] dinner at eight",
    ] {
        let text = format!("{own}{heading}\n");
        assert_eq!(
            rows(&text),
            ["Storage: fix it", "fuzzing", "Notes: dinner at eight"]
        );
    }
}

#[test]
fn of_neighbouring_lines_that_are_left_out_the_first_is_listed_and_the_others_are_counted() {
    let folded = |text: &str| -> Vec<String> {
        let mut document = document(text);
        document.fold_unread();
        let unread = document.unread.iter();
        let shown = unread.map(|unread| {
            let why = unread.why.describe().message;
            format!("{}: {why}: {}", unread.line, unread.text)
        });
        shown.collect()
    };
    let two = "these 2 lines, up to line 3, do not belong to an item";
    let one = "this does not belong to an item";
    for (text, expected) in [
        (
            "We met.\n\nIt was late.\n\n- fix it\n",
            vec![format!("1: {two}: We met.")],
        ),
        (
            "We met.\n\n- fix it\n\nIt was late.\n",
            vec![
                format!("1: {one}: We met."),
                format!("5: {one}: It was late."),
            ],
        ),
        (
            "- port it\n- we had no time\n- we saw the snow\n\nIt was late.\n",
            vec![
                "2: these 2 bullets, up to line 3, do not say what is to be done: we had no time"
                    .to_owned(),
                format!("5: {one}: It was late."),
            ],
        ),
        (
            "- port it\n\nGoals:\n- be fast\n\nLinks:\n- a.org\n- b.org\n",
            vec![
                "3: the 3 lines below these 2 headings, up to line 8, are not items: Goals"
                    .to_owned(),
            ],
        ),
        (
            "- port it\n\nNotes:\n\nWe met.\n\nIt was late.\n",
            vec!["3: the 2 lines below this heading are not items: Notes".to_owned()],
        ),
    ] {
        assert_eq!(folded(text), expected, "{text}");
    }
}

#[test]
fn a_day_alone_is_no_task() {
    let text = "Here: Ada, Bob\n\n## Cooking\n- Mo: Ada\n- Tuesday: Bob\n- [ ] Wed\n";
    assert_eq!(rows(text), ["Cooking: Wed"]);
    assert_eq!(unread(text), ["Mo: Ada", "Tuesday: Bob"]);
}

#[test]
fn what_somebody_does_with_a_talk_or_a_discussion_is_a_task() {
    let kinds = |text: &str| -> Vec<ItemKind> {
        let rows = document(text).rows.into_iter();
        rows.map(|row| row.kind.unwrap_or(ItemKind::Task)).collect()
    };
    for line in [
        "Tom fixes the tutorial",
        "Ida reviews the talk",
        "Bela updates tutorial",
        "Bela and Ida fix the demo",
        "Ida zeigt die Demo",
        "Fiona: rewrite the tutorial",
        "Diskussion vorbereiten (Ida)",
        "Discuss page is broken (Bela)",
    ] {
        assert_eq!(
            kinds(&format!("Here: Ida, Bela\n\n- {line}\n")),
            [ItemKind::Task],
            "{line}"
        );
    }
    for line in [
        "JIT talk (Ida)",
        "lightning demo",
        "tutorial: the index",
        "the new index: a talk",
    ] {
        assert_eq!(
            kinds(&format!("Here: Ida, Bela\n\n- {line}\n")),
            [ItemKind::Talk],
            "{line}"
        );
    }
    let tasks = "## To do\n- talk: scanner, 14:00\n- talk: the slides\n";
    assert_eq!(kinds(tasks), [ItemKind::Talk, ItemKind::Task]);
    for line in [
        "discuss the license",
        "Diskussion über die Lizenz",
        "discuss who is there",
    ] {
        assert_eq!(
            kinds(&format!("Here: Ida, Bela\n\n- {line}\n")),
            [ItemKind::Discussion],
            "{line}"
        );
    }
}

#[test]
fn a_plan_of_the_day_holds_no_tasks_in_either_language() {
    for heading in ["Schedule", "Zeitplan", "Ablauf", "Tagesablauf"] {
        let text = format!("## {heading}\n- open the house\n\n## Core\n- fix it\n");
        assert_eq!(rows(&text), ["Core: fix it"], "{heading}");
    }
    assert_eq!(rows("## Tag 2\n- fix it\n"), ["fix it"]);
}
