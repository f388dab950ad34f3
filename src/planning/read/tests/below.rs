//! What stands below an item.

use super::{document, rows, unread};
use crate::diagnostic::UnreadKind;
use crate::planning::document::Says;
use crate::planning::document::{Mark, Row};

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
fn what_somebody_says_is_a_note_and_what_they_will_do_a_part() {
    let text = "Here: Ada, Bob\n\n- port the runtime\n  - Ada: the tests pass\n  - Bob: found two leaks\n  - Bob - it still crashes\n  \
                - Ada: port the tests that fail\n  - Bob: server side\n  - all tests of the loader pass\n";
    assert_eq!(
        rows(text),
        [
            "port the runtime",
            "| Ada: the tests pass",
            "| Bob: found two leaks",
            "| Bob - it still crashes",
            "| all tests of the loader pass",
            "> port the tests that fail",
            "> server side"
        ]
    );
}

#[test]
fn what_tells_something_makes_no_notes_of_the_parts_beside_it() {
    let text = "- port the runtime\n  - we like it\n  - it is fast\n  - server side\n";
    assert_eq!(
        rows(text),
        [
            "port the runtime",
            "| we like it",
            "| it is fast",
            "> server side"
        ]
    );
}

#[test]
fn what_stands_beside_parts_is_one_though_somebody_is_on_the_item() {
    assert_eq!(
        rows("- release it (Ada)\n  - design it\n  - nested lists\n  - server side\n"),
        [
            "release it",
            "> design it",
            "> nested lists",
            "> server side"
        ]
    );
    assert_eq!(
        rows("- release it (Ada)\n  - design it\n  - it is fast\n  - server side\n"),
        ["release it", "| it is fast", "| server side", "> design it"]
    );
}

#[test]
fn what_is_done_or_given_up_below_an_item_is_a_part_of_it() {
    assert_eq!(
        rows("- release it (Ada)\n  - server -> done\n  - Handbuch: gestrichen\n"),
        ["release it", "> server", "> Handbuch"]
    );
}

#[test]
fn what_has_no_box_below_a_checked_one_came_of_it() {
    assert_eq!(
        rows(
            "- [x] look at others\n  - two of three use zstd\n  - see the notes in #77\n  - write a summary\n"
        ),
        [
            "look at others",
            "| two of three use zstd",
            "| see the notes in #77",
            "> write a summary"
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
fn an_outcome_is_a_result() {
    let row = &document("- fix the loader\n\n  OUTCOME: we keep the old one\n").rows[0];
    assert_eq!(row.minutes[0].says, Says::Result);
    assert_eq!(row.minutes[0].text, "we keep the old one");
}

#[test]
fn a_label_says_what_stands_below_it() {
    let below = |text: &str| -> Vec<(Says, String)> {
        let document = document(&format!(
            "Discussions\n-----------\n- which license\n{text}"
        ));
        let minutes = document.rows[0].minutes.iter();
        minutes
            .map(|minute| (minute.says, minute.text.clone()))
            .collect()
    };
    let decided = |text: &str| (Says::Decision, text.to_owned());
    let both = [decided("MIT"), decided("as for our maps")];
    for text in [
        "  - decided:\n    - MIT\n    - as for our maps\n",
        "  Decisions:\n  - MIT\n  - as for our maps\n",
        "  - Beschluss: MIT\n  - decision: as for our maps\n",
        "  Beschluss: MIT\n\n  -> decided: as for\n  our maps\n",
    ] {
        assert_eq!(below(text), both, "{text}");
    }
    assert_eq!(
        below("  - decisions:\n    - MIT\n    - not yet for the documents\n"),
        [decided("MIT")]
    );
    assert_eq!(
        below("  - outcome:\n    - we like MIT\n"),
        [(Says::Result, "we like MIT".to_owned())]
    );
}

#[test]
fn a_decision_may_be_that_something_is_not_done_and_what_is_doubtful_is_listed() {
    let said = |text: &str| {
        let document = document(&format!(
            "Discussions\n-----------\n- which license\n  - {text}\n"
        ));
        let minutes = document.rows[0].minutes.iter();
        let said = minutes.map(|minute| (minute.says, minute.text.clone()));
        let unread = document.unread.iter().map(|unread| unread.why.clone());
        (said.collect::<Vec<_>>(), unread.collect::<Vec<_>>())
    };
    for (text, decision) in [
        ("decided: don't use a snake", "don't use a snake"),
        ("decided: no GPL", "no GPL"),
        ("decision: we do not switch", "we do not switch"),
    ] {
        let decided = vec![(Says::Decision, decision.to_owned())];
        assert_eq!(said(text), (decided, vec![]));
    }
    for text in [
        "decided: not yet",
        "decision: maybe MIT",
        "decided: MIT?",
        "decided: offen",
    ] {
        assert_eq!(said(text), (vec![], vec![UnreadKind::Undecided]), "{text}");
    }
}

#[test]
fn what_is_to_be_decided_is_an_item() {
    assert_eq!(
        rows("## Work\n- Decision: pick a licence\n- Beschluss: welche Lizenz\n"),
        ["Decision: pick a licence", "Beschluss: welche Lizenz"]
    );
    assert_eq!(
        rows("## Discussions\n- Decision: which host\n- which licence\n"),
        ["Decision: which host", "which licence"]
    );
}

#[test]
fn what_was_decided_is_no_work_by_itself() {
    let text = "Discussions\n-----------\n- decided: MIT\n- which license\n";
    assert_eq!(rows(text), ["which license"]);
    assert_eq!(unread(text), ["decided: MIT"]);
}

#[test]
fn a_note_in_a_table_stands_below_its_task() {
    let text = "| task | who | status | notes | room |\n|---|---|---|---|---|\n\
                | port the scanner | Ida | done | faster | 5 |\n";
    assert_eq!(rows(text), ["port the scanner", "| faster"]);
    assert_eq!(unread(text), ["room"]);
    let text = "| task | who | tags |\n|---|---|---|\n| port the scanner | Ida | core |\n";
    assert_eq!(rows(text), ["port the scanner"]);
    assert_eq!(unread(text), ["tags"]);
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

#[test]
fn a_title_with_notes_below_keeps_its_emoji_and_loses_its_colon() {
    assert_eq!(
        rows("- draw the maps :tada:\n  - found two old ones\n- book the hut:\n  - called them\n"),
        [
            "draw the maps :tada:",
            "| found two old ones",
            "book the hut",
            "| called them"
        ]
    );
}

/// Breaks a line at the blanks for which the words up to there, and all words, say so.
fn broken(line: &str, is_broken: impl Fn(usize, usize) -> bool) -> String {
    let mut words = line.split(' ');
    let mut broken = words.next().unwrap_or_default().to_owned();
    let mut width = broken.len();
    for (place, word) in words.enumerate() {
        // What a formatter breaks begins with words, not with the sign of another bullet.
        let is_words = place > 1 && word.starts_with(char::is_alphanumeric);
        let is_here = is_words && is_broken(place, width + 1 + word.len());
        broken += if is_here { "\n  " } else { " " };
        width = if is_here { 2 } else { width + 1 } + word.len();
        broken += word;
    }
    broken
}

#[test]
fn a_line_that_is_wrapped_says_the_same_as_before() {
    let lines = [
        "- [x] fix the reader (Noor): The reader takes half as much memory now and is much faster",
        "- [ ] fix the lexer (Noor): waiting for a review by Bela",
        "- [ ] fix the parser (Ida): most of it is already merged",
        "- [ ] fix the printer (Ida): half done, and tests missing",
        "- [ ] fix the index (Ida): found the place where it goes wrong, but not yet why",
        "- [ ] fix the cache (Ida, Bela): wartet auf einen Review von Noor und auf den Server",
        "- [x] fix the clock (Ida): Der Index ist jetzt nur noch halb so groß und sehr schnell",
    ];
    for line in lines {
        let read = |line: &str| {
            let text = format!("Here: Ida, Bela, Noor\n\n{line}\n- [ ] draw the maps (Noor)\n");
            document(&text)
                .rows
                .into_iter()
                .map(|row| Row { line: 0, ..row })
                .collect::<Vec<_>>()
        };
        let whole = read(line);
        // Nobody breaks a line in the middle of its title.
        let title = line.split(')').next().unwrap_or_default();
        let behind = title.matches(' ').count() - 1;
        for blank in behind..line.matches(' ').count() {
            let text = broken(line, |place, _| place == blank);
            assert_eq!(read(&text), whole, "{text}");
        }
        for margin in 40..90 {
            let text = broken(line, |_, width| width > margin);
            assert_eq!(read(&text), whole, "{text}");
        }
    }
}

#[test]
fn a_sentence_begins_in_the_middle_of_what_is_wrapped() {
    let text = "- [x] draw the maps (Ada): they have all the rivers of the north now.\n  The hills are there, \
                too, and the valleys.\n- [x] draw the roads (Ada): they have all the roads of the north now.\n  \
                Streets are there.\n\n  The small ones are found on the maps that we drew yesterday morning.\n  \
                Bob will draw the others.\n";
    let document = document(text);
    let said: Vec<_> = document
        .rows
        .iter()
        .map(|row| row.status.as_deref())
        .collect();
    assert_eq!(
        said,
        [
            Some(
                "they have all the rivers of the north now. The hills are there, too, and the valleys."
            ),
            Some("they have all the roads of the north now. Streets are there.")
        ]
    );
    assert_eq!(
        rows(text),
        [
            "draw the maps",
            "draw the roads",
            "| The small ones are found on the maps that we drew yesterday morning. Bob will draw the others."
        ]
    );
}

#[test]
fn a_sentence_below_an_item_goes_on_in_the_next_line() {
    let text = "- draw the maps\n\n  All maps are drawn again, and they\n  show the hills.\n  The rivers, too.\n- fix a leak\n  found it\n  needs tests\n";
    assert_eq!(
        rows(text),
        [
            "draw the maps",
            "| All maps are drawn again, and they show the hills.",
            "| The rivers, too.",
            "fix a leak",
            "| found it",
            "| needs tests",
        ]
    );
}

#[test]
fn one_letter_below_a_bullet_is_a_part_of_it() {
    let text = "1. shrink it (Ada, Bob)\n  a) write a benchmark (Bob)\n2. pack it (Ada)\n";
    assert_eq!(rows(text), ["shrink it", "> write a benchmark", "pack it"]);
}

#[test]
fn a_sign_alone_below_an_item_says_that_it_is_done() {
    let rows = document("- fix it\n  - ✅\n- port it\n").rows;
    let marks: Vec<_> = rows.iter().map(|row| row.mark).collect();
    assert_eq!(marks, [Mark::Done, Mark::None]);
}

#[test]
fn a_checked_box_before_what_nobody_does_any_more_is_dropped() {
    for line in [
        "- [x] write the index: dropped",
        "- [x] write the index – abgebrochen",
        "- [x] write it: POSTPONED",
    ] {
        let rows = document(&format!("{line}\n")).rows;
        assert_eq!(rows[0].mark, Mark::Dropped, "{line}");
    }
    for line in [
        "- [x] write the index: replaced by the wiki",
        "- [x] write the index: dropped in favour of the wiki",
        "- [x] write the index: dropped: nobody wants it",
        "- [x] write the index: -> next sprint",
        "- [x] write the index: postponed until Thursday",
    ] {
        let rows = document(&format!("{line}\n")).rows;
        assert_eq!(rows[0].mark, Mark::Done, "{line}");
    }
}

#[test]
fn how_much_is_done_and_what_somebody_thinks_of_it_are_notes() {
    let text = "- draw the maps (Ada, Bob)\n  - half of the hills\n  - Bob: looks good\n  - Ada: lgtm\n  - Bob: looks into the names\n";
    assert_eq!(
        rows(text),
        [
            "draw the maps",
            "| half of the hills",
            "| Bob: looks good",
            "| Ada: lgtm",
            "> looks into the names"
        ]
    );
}

#[test]
fn that_nothing_came_of_a_discussion_is_none() {
    let text = "## Discussions\n\n### Naming\n- no conclusion\n- postponed to Thursday\n\n### Licenses\n- which one\n";
    assert_eq!(rows(text), ["Licenses: which one"]);
    assert_eq!(unread(text), ["no conclusion", "postponed to Thursday"]);
}
