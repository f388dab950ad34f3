//! Headings and the places of items, and when they are to happen.

use expect_test::expect;

use super::{board, compared, edit, exported, pad, plan, shown, sprint};
use crate::domain::{Action, Discuss, Talk};

#[test]
fn an_item_moves_if_its_old_heading_still_stands() {
    edit(
        &[
            ("- [ ] #1 speed up the parser\n", ""),
            ("## Release\n", "## Release\n- [ ] #1 speed up the parser\n"),
        ],
        expect![[r#"
            13: move 1 -t Release
        "#]],
    );
    edit(
        &[
            ("    - [ ] #6 write a test for it\n", ""),
            ("## Release\n", "## Release\n- [ ] #6 write a test for it\n"),
        ],
        expect![[r#"
        13: move 6 -t Release --top
    "#]],
    );
    edit(
        &[
            (
                "## Release\n",
                "- [ ] #1 speed up the parser\n\n## Release\n",
            ),
            ("- [ ] #1 speed up the parser\n", ""),
        ],
        expect![[r#"
        12: move 1 -t CPyExt
    "#]],
    );
    edit(
        &[
            ("- [ ] #1 speed up the parser\n", ""),
            (
                "    - [ ] #6",
                "    - [ ] #1 speed up the parser\n    - [ ] #6",
            ),
        ],
        expect![[r#"
        9: move 1 -u 2
    "#]],
    );
}

#[test]
fn a_heading_in_other_words_is_one_move() {
    edit(
        &[("## CPyExt", "## C Extensions")],
        expect![[r#"
        9: move 2,3 -t 'C Extensions'
    "#]],
    );
    edit(
        &[("## CPyExt\n", "")],
        expect![[r#"
            ? the heading `CPyExt` is gone; what stood under it stays there; `sprint move ITEM -t TOPIC` files an item under another, `-t ''` under none
        "#]],
    );
    edit(
        &[("\n## Release\n", "")],
        expect![[r#"
            ? the heading `Release` is gone; what stood under it stays there; `sprint move ITEM -t TOPIC` files an item under another, `-t ''` under none
        "#]],
    );
}

#[test]
fn a_heading_that_is_gone_moves_nothing_below_it() {
    let base = sprint(&[
        plan("speed up the parser", "Storage", &[]),
        plan("fix the leak", "Tasks", &[]),
        plan("write the manual", "Tasks/Docs", &[]),
        plan("draw the slides", "Tasks/Docs/Slides", &[]),
    ]);
    let text = exported(&base);
    let gone = text.replace("## Tasks\n", "");
    assert_ne!(gone, text);
    expect![[r#"
        ? the heading `Tasks` is gone; what stood under it stays there; `sprint move ITEM -t TOPIC` files an item under another, `-t ''` under none
    "#]]
    .assert_eq(&shown(&compared(&gone, &base, &base), &base));
    let other = text.replace("## Tasks\n", "## Tools\n");
    expect![[r#"
        10: move 2 -t Tools
        13: move 3 -t Tools/Docs
        16: move 4 -t Tools/Docs/Slides
    "#]]
    .assert_eq(&shown(&compared(&other, &base, &base), &base));
}

#[test]
fn an_item_may_leave_a_heading_that_gets_other_words() {
    edit(
        &[
            ("- [x] #3 port the tests (Bea)\n", ""),
            ("## CPyExt", "## CPyExt and more"),
            (
                "## Release\n",
                "## Release\n- [x] #3 port the tests (Bea)\n",
            ),
        ],
        expect![[r#"
            9: move 2 -t 'CPyExt and more'
            13: move 3 -t Release
        "#]],
    );
}

#[test]
fn a_time_is_recorded() {
    edit(
        &[("(Armin, Anto)", "(Armin, Anto), Thu 17:00")],
        expect![[r#"
        9: move 2 --when 'Thu 17:00'
    "#]],
    );
    pad(
        &[("(Armin, Anto)", "(Armin, Anto), Thu 17:00")],
        expect![[r#"
        9: move 2 --when 'Thu 17:00'
    "#]],
    );
}

#[test]
fn a_task_among_discussions_is_refused() {
    let moved = [
        ("- [ ] #1 speed up the parser\n", ""),
        (
            "## Discussions\n",
            "## Discussions\n- [ ] #1 speed up the parser\n",
        ),
    ];
    edit(
        &moved,
        expect![[r#"
            ! 16: `1 speed up the parser` is not a discussion, but stands among the discussions; move the line back; without its number, it is a new discussion. A heading for tasks that has such a name ends in a slash: `## Discussions/`
        "#]],
    );
    pad(
        &moved,
        expect![[r#"
            ! 16: `1 speed up the parser` is not a discussion, but stands among the discussions; move the line back; without its number, it is a new discussion. A heading for tasks that has such a name ends in a slash: `## Discussions/`
        "#]],
    );
}

#[test]
fn a_topic_of_signs_alone_is_one_however_its_heading_is_written() {
    for topic in ["#", "\\"] {
        let base = sprint(&[
            plan("speed up the parser", "", &[]),
            plan("fix the leak", topic, &[]),
        ]);
        let row = "- [ ] #1 speed up the parser\n";
        let text = exported(&base).replace(row, "") + row;
        let expected = format!("9: move 1 -t {topic}\n");
        let changes = compared(&text, &base, &base);
        assert_eq!(shown(&changes, &base), expected, "{text}");
    }
}

#[test]
fn a_heading_whose_words_mean_something_else_is_a_topic_with_a_slash() {
    edit(
        &[("## CPyExt", "## Open tasks")],
        expect![[r#"
            ? the heading `CPyExt` is gone; what stood under it stays there, as `Open tasks` is not a topic; it is one with a slash at its end: `## Open tasks/`
        "#]],
    );
    edit(
        &[("## CPyExt", "## Open tasks/")],
        expect![[r#"
        9: move 2,3 -t 'Open tasks'
    "#]],
    );
}

#[test]
fn a_heading_typed_into_our_own_document_is_a_topic() {
    for heading in ["Afternoon", "Ideas", "Monday", "Later", "Notes", "Goals"] {
        let base = board();
        let text = exported(&base).replace("## CPyExt", &format!("## {heading}"));
        let seen = shown(&compared(&text, &base, &base), &base);
        assert_eq!(seen, format!("9: move 2,3 -t {heading}\n"));
    }
}

#[test]
fn discussions_whose_heading_is_gone_stay_without_a_topic() {
    let discuss = |text: &str| {
        Action::Discuss(Discuss {
            text: text.into(),
            ..Discuss::default()
        })
    };
    let base = sprint(&[
        plan("fix the leak", "CPyExt", &[]),
        discuss("which license"),
        discuss("where to meet"),
    ]);
    let text = exported(&base);
    let shown = |text: &str| shown(&compared(text, &base, &base), &base);
    expect![[r#"
        ? the heading `Discussions` is gone; what stood under it stays there; `sprint move ITEM -t TOPIC` files an item under another, `-t ''` under none
    "#]]
    .assert_eq(&shown(&text.replace("## Discussions\n", "")));
    expect![[r#"
        10: move 2 -t Questions
        11: move 3 -t Questions
    "#]]
    .assert_eq(&shown(&text.replace("Discussions", "Questions")));
}

#[test]
fn a_talk_is_not_refused_among_discussions_if_the_heading_of_talks_is_gone() {
    let base = sprint(&[
        Action::Discuss(Discuss {
            text: "which license".into(),
            ..Discuss::default()
        }),
        Action::Talk(Talk {
            text: "the new parser".into(),
            ..Talk::default()
        }),
    ]);
    let text = exported(&base).replace("## Talks\n", "");
    expect![[r#"
        ? the heading `Talks` is gone; what stood under it stays there; `sprint move ITEM -t TOPIC` files an item under another, `-t ''` under none
    "#]]
    .assert_eq(&shown(&compared(&text, &base, &base), &base));
}
