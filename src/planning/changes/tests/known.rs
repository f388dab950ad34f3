//! What is known of the sprint comes before what a line looks like.

use expect_test::{Expect, expect};
use thin_vec::ThinVec;

use super::{compared, exported, id, join, names, plan, shown, sprint, then};
use crate::domain::{Action, Discuss, Done, Plan, Progress, Sprint};
use crate::planning::command::Command;

/// Checks what an edit of the document of a sprint records.
#[track_caller]
fn edit(sprint: &Sprint, (old, new): (&str, &str), expected: Expect) {
    let exported = exported(sprint);
    assert!(exported.contains(old), "{exported}");
    let text = exported.replace(old, new);
    expected.assert_eq(&shown(&compared(&text, sprint, sprint), sprint));
}

#[test]
fn a_reworded_line_keeps_a_time_and_a_status_that_look_like_neither() {
    let sprint = sprint(&[
        join("Armin Rigo", "armin"),
        Action::Plan(Plan {
            text: "fix the leak".into(),
            people: names(&["armin"]),
            when: Some("before: the cake".into()),
            ..Plan::default()
        }),
    ]);
    let leak = id(1, &sprint);
    let sprint = then(
        sprint,
        &[Action::Progress(Progress {
            item: leak,
            text: "stuck, see (Anto): tests".into(),
        })],
    );
    edit(
        &sprint,
        ("fix the leak", "mend the leak"),
        expect![[r#"
        6: reword 1 -- mend the leak
    "#]],
    );
    edit(
        &sprint,
        ("fix the leak (Armin)", "fix the bad leak (+Anto)"),
        expect![[r#"
        6: reword 1 -- fix the bad leak
        6: assign 1 +Anto
        6: unassign 1 armin
    "#]],
    );
    edit(
        &sprint,
        (
            "leak (Armin), before: the cake: stuck, see (Anto): tests",
            "bad leak (Armin), before: the cake: slow",
        ),
        expect![[r#"
            6: reword 1 -- fix the bad leak
            6: progress 1 -- slow
        "#]],
    );
    edit(
        &sprint,
        (
            "leak (Armin), before: the cake: stuck, see (Anto): tests",
            "bad leak (Armin), before: the cake",
        ),
        expect![[r#"
            6: reword 1 -- fix the bad leak
            6: undo 3000000000 --only
        "#]],
    );
}

#[test]
fn a_topic_whose_heading_looks_like_something_else_is_that_topic() {
    for topic in [
        "Here:",
        "<!-- old",
        "a/b/c/d/e/f",
        "\u{201c}C\u{201d} \u{2013} API",
    ] {
        let sprint = sprint(&[plan("fix the leak", topic, &[])]);
        let new = "- [ ] write a test\n- [ ] #1";
        let exported = exported(&sprint)
            .replace("- [ ] #1", new)
            .replace('\u{2013}', "-");
        let changes = compared(&exported, &sprint, &sprint);
        let topics: Vec<_> = changes
            .changes
            .iter()
            .filter_map(|change| match &change.command {
                Command::New { topic, .. } => topic.clone(),
                _ => None,
            })
            .collect();
        assert_eq!(
            topics,
            [sprint.topics().pop().expect("a topic")],
            "{exported}"
        );
    }
}

#[test]
fn that_nobody_helped_cannot_be_said_of_what_is_finished() {
    let sprint = sprint(&[
        join("Armin Rigo", "armin"),
        join("Anto Cuni", "anto"),
        Action::Plan(Plan {
            text: "fix the leak".into(),
            people: names(&["armin"]),
            with: names(&["anto"]),
            ..Plan::default()
        }),
    ]);
    let leak = id(1, &sprint);
    let sprint = then(
        sprint,
        &[Action::Done(Done {
            item: leak,
            text: None,
            people: ThinVec::new(),
            with: ThinVec::new(),
        })],
    );
    edit(
        &sprint,
        ("; Anto around", ""),
        expect![[r#"
        ? 6: `1 fix the leak` is closed, and who was on it stays; `sprint done 1 -p PEOPLE` says whose work it was
    "#]],
    );
    edit(
        &sprint,
        ("; Anto around", ", Anto"),
        expect![[r#"
        6: done 1 -p 'armin, anto'
    "#]],
    );
}

#[test]
fn a_part_stays_where_it_is_though_the_line_of_its_discussion_is_gone() {
    let sprint = sprint(&[Action::Discuss(Discuss {
        text: "how are strings stored".into(),
        ..Discuss::default()
    })]);
    let strings = id(1, &sprint);
    let part = Action::Plan(Plan {
        text: "measure the memory".into(),
        under: Some(strings),
        ..Plan::default()
    });
    let sprint = then(sprint, &[part]);
    edit(
        &sprint,
        ("- [ ] #1 how are strings stored\n    - ", "- "),
        expect![[r#"
            ? these items have no line and stay open: 1 how are strings stored; `sprint done ITEM` says that one is finished, `sprint drop ITEM` that it was given up
        "#]],
    );
}
