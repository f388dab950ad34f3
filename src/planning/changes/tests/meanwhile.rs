//! What was recorded meanwhile, or before.

use expect_test::expect;
use thin_vec::ThinVec;

use super::{board, changes, compared, edited, exported, id, names, plan, shown, then};
use crate::domain::{
    Action, Assign, Done, Drop, EntryId, Move, Progress, Reopen, Reword, Topic, Unassign, Undo,
};
use crate::planning::read;

#[test]
fn what_the_document_says_was_recorded_before_is_not_recorded_again() {
    let base = board();
    let text = edited(&[
        ("(Armin, Anto)", "(Anto, Bea)"),
        (
            "## Release\n",
            "## Release\n- [ ] #1 speed up the parser, Thu\n",
        ),
        ("- [ ] #1 speed up the parser\n", ""),
    ]);
    expect![[r#"
        8: assign 2 bea
        8: unassign 2 armin
        13: move 1 -t Release --when Thu
    "#]]
    .assert_eq(&shown(&compared(&text, &base, &base), &base));
    let leak = id(2, &base);
    let parser = id(1, &base);
    let imported = then(
        board(),
        &[
            Action::Assign(Assign {
                item: leak,
                people: names(&["bea"]),
                ..assign()
            }),
            Action::Unassign(Unassign {
                item: leak,
                people: names(&["armin"]),
            }),
            Action::Move(Move {
                item: parser,
                topic: Some(Topic::parse("Release")),
                under: None,
                top: false,
                when: Some("Thu".into()),
            }),
        ],
    );
    let now = then(
        imported,
        &[
            Action::Assign(Assign {
                item: leak,
                people: names(&["armin"]),
                ..assign()
            }),
            Action::Unassign(Unassign {
                item: leak,
                people: names(&["bea"]),
            }),
            Action::Move(Move {
                item: parser,
                topic: Some(Topic::parse("CPyExt")),
                under: None,
                top: false,
                when: Some("Fri".into()),
            }),
        ],
    );
    expect![[r#"
        ? these items are not as their lines say any more, and nothing is recorded of that: 2 fix the memoryview leak (line 8), 1 speed up the parser (line 13); `sprint board --for markdown` prints them as they are; a command changes one, such as `sprint progress ITEM TEXT`
    "#]].assert_eq(&shown(&compared(&text, &base, &now), &now));
}

#[test]
fn a_status_of_what_others_closed_or_said_meanwhile() {
    let base = board();
    let now = then(
        board(),
        &[
            Action::Done(Done {
                item: id(1, &base),
                text: None,
                people: ThinVec::new(),
                with: ThinVec::new(),
            }),
            Action::Progress(Progress {
                item: id(5, &base),
                text: "it builds".into(),
            }),
            Action::Drop(Drop {
                item: id(2, &base),
                text: None,
            }),
        ],
    );
    let text = edited(&[
        ("speed up the parser", "speed up the parser (): half way"),
        ("found a compiler", "nearly"),
        (
            "(Armin, Anto)\n",
            "(Armin, Anto)\n    - it is in the cache\n",
        ),
    ]);
    expect![[r#"
        15: progress 5 -- nearly
        ? 6: `1 speed up the parser` is closed, so its status `half way` is not recorded; `sprint reopen 1` opens it, `sprint result 1 TEXT` adds to what came of it
        ? 10: this stands below an item that was given up, which has no results: `it is in the cache`; open the item again first: `sprint reopen ITEM`
        ? 15: others changed `5 build on Windows`, too, after the document was written; now it is as the document says
        ? these items are not as their lines say any more, and nothing is recorded of that: 2 fix the memoryview leak (line 9); `sprint board --for markdown` prints them as they are; a command changes one, such as `sprint progress ITEM TEXT`
    "#]].assert_eq(&shown(&compared(&text, &base, &now), &now));
}

#[test]
fn what_was_opened_again_is_not_done_by_an_old_document() {
    let base = board();
    let now = then(
        board(),
        &[
            Action::Done(Done {
                item: id(5, &base),
                text: None,
                people: ThinVec::new(),
                with: ThinVec::new(),
            }),
            Action::Reopen(Reopen {
                item: id(5, &base),
                text: None,
            }),
        ],
    );
    let text = edited(&[("(Bea): found a compiler", "(Bea): DONE")]);
    expect![[r#"
        ? these items are not as their lines say any more, and nothing is recorded of that: 5 build on Windows (line 14); `sprint board --for markdown` prints them as they are; a command changes one, such as `sprint progress ITEM TEXT`
    "#]].assert_eq(&shown(&compared(&text, &base, &now), &now));
    let old = changes(&read(&text, &now, "armin"), None, &now);
    expect![[""]].assert_eq(&shown(&old, &now));
}

#[test]
fn what_is_so_already_is_not_recorded_again() {
    let base = board();
    let now = then(
        board(),
        &[
            Action::Reword(Reword {
                item: id(1, &base),
                text: "speed up the lexer".into(),
            }),
            Action::Assign(Assign {
                item: id(1, &base),
                people: names(&["bea"]),
                ..assign()
            }),
            Action::Done(Done {
                item: id(5, &base),
                text: None,
                people: ThinVec::new(),
                with: ThinVec::new(),
            }),
            plan("tune the cache", "CPyExt", &[]),
        ],
    );
    let same = edited(&[
        ("speed up the parser", "speed up the lexer (Bea)"),
        ("- [ ] #5", "- [x] #5"),
        ("## CPyExt\n", "## CPyExt\n- [ ] tune the cache\n"),
    ]);
    expect![[""]].assert_eq(&shown(&compared(&same, &base, &now), &now));
    let other = edited(&[("speed up the parser", "speed up the printer")]);
    expect![[r#"
        6: reword 1 -- speed up the printer
        ? 6: others changed `1 speed up the lexer`, too, after the document was written; now it is as the document says
        ? these items are not as their lines say any more, and nothing is recorded of that: 5 build on Windows (line 14); `sprint board --for markdown` prints them as they are; a command changes one, such as `sprint progress ITEM TEXT`
    "#]].assert_eq(&shown(&compared(&other, &base, &now), &now));
}

fn assign() -> Assign {
    Assign {
        item: EntryId::new(None, 0),
        people: ThinVec::new(),
        with: ThinVec::new(),
        only: false,
    }
}

#[test]
fn an_old_document_without_a_stamp_undoes_nothing() {
    let old = exported(&board());
    let base = board();
    let now = then(
        board(),
        &[
            Action::Reword(Reword {
                item: id(1, &base),
                text: "make the parser fast".into(),
            }),
            Action::Unassign(Unassign {
                item: id(2, &base),
                people: names(&["anto"]),
            }),
            Action::Progress(Progress {
                item: id(5, &base),
                text: "it builds".into(),
            }),
            Action::Reopen(Reopen {
                item: id(3, &base),
                text: None,
            }),
            Action::Move(Move {
                item: id(2, &base),
                topic: Some(Topic::parse("Release")),
                under: None,
                top: false,
                when: None,
            }),
        ],
    );
    let changes = changes(&read(&old, &now, "armin"), None, &now);
    expect![[r#"
        ? 6: `1 make the parser fast` is called `speed up the parser` in the document, and nothing of that is recorded; `sprint reword 1 speed up the parser` makes it what the line says
        ? 9: `2 fix the memoryview leak` stands under `Release` by now, not under `CPyExt`, and nothing of that is recorded; `sprint move 2 -t CPyExt` makes it what the line says
        ? 14: `5 build on Windows` is `it builds` by now, not `found a compiler`, and nothing of that is recorded; `sprint progress 5 found a compiler` makes it what the line says
    "#]].assert_eq(&shown(&changes, &now));
}

#[test]
fn what_was_taken_back_is_not_made_again() {
    let base = board();
    let undo = Undo {
        entry: id(1, &base),
        only: false,
    };
    let now = then(board(), &[Action::Undo(undo)]);
    let text = edited(&[("speed up the parser", "speed up the parser (Bea)")]);
    expect![[r#"
        ? 6: #1 was taken back, so nothing of this line is recorded
    "#]]
    .assert_eq(&shown(&compared(&text, &base, &now), &now));
    let alone = changes(&read(&text, &now, "armin"), None, &now);
    expect![[r#"
        ? 6: #1 was taken back, so nothing of this line is recorded
    "#]]
    .assert_eq(&shown(&alone, &now));
}

#[test]
fn whoever_is_named_where_a_box_is_checked_has_no_credit_of_another_line() {
    let base = board();
    let text = edited(&[
        ("- [ ] #1", "- [x] #1"),
        ("- [ ] #2", "- [x] #2"),
        ("(Armin, Anto)", "(Bea)"),
    ]);
    let leak = id(2, &base);
    let done = |people: &[&str]| {
        Action::Done(Done {
            item: leak,
            text: None,
            people: names(people),
            with: ThinVec::new(),
        })
    };
    let reopened = |people: &[&str]| {
        let reopen = Action::Reopen(Reopen {
            item: leak,
            text: None,
        });
        then(board(), &[done(people), reopen])
    };
    let now = reopened(&[]);
    expect![[r#"
        6: done 1
        9: assign 2 bea
        9: unassign 2 armin, anto
    "#]]
    .assert_eq(&shown(&compared(&text, &base, &now), &now));
    // The same document was imported before.
    let now = reopened(&["bea"]);
    expect![[r#"
        6: done 1
        ? these items are not as their lines say any more, and nothing is recorded of that: 2 fix the memoryview leak (line 9); `sprint board --for markdown` prints them as they are; a command changes one, such as `sprint progress ITEM TEXT`
    "#]]
    .assert_eq(&shown(&compared(&text, &base, &now), &now));
}

#[test]
fn a_box_checked_with_fewer_names_is_done_once() {
    let base = board();
    let text = edited(&[("- [ ] #2", "- [x] #2"), ("(Armin, Anto)", "(Armin)")]);
    let done = Action::Done(Done {
        item: id(2, &base),
        text: None,
        people: ThinVec::new(),
        with: ThinVec::new(),
    });
    let now = then(board(), &[done]);
    assert_eq!(shown(&compared(&text, &base, &now), &now), "");
}
