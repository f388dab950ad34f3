//! Notes below a task in one version of a pad and the next.

use expect_test::expect;
use thin_vec::{ThinVec, thin_vec};

use super::{changes, id, join, plan, shown, sprint, then};
use crate::domain::{Action, Assign, Progress, Sprint};
use crate::planning::read;

/// Shows what a pad records.
fn pad(text: &str, sprint: &Sprint) -> String {
    shown(&changes(&read(text, sprint, "armin"), None, sprint), sprint)
}

#[test]
fn what_was_kept_as_a_note_is_not_planned_by_the_next_version() {
    let sprint = sprint(&[
        join("Armin Rigo", "armin"),
        plan("shrink the index", "", &[]),
    ]);
    let index = id(1, &sprint);
    let kept = [
        Action::Assign(Assign {
            item: index,
            people: thin_vec!["armin".into()],
            with: ThinVec::new(),
            only: false,
        }),
        Action::Progress(Progress {
            item: index,
            text: "server side".into(),
        }),
    ];
    // With somebody on it, a line that does not say what it is is a note.
    let first = "- shrink the index (Armin)\n  - server side\n";
    expect![[r#"
        1: assign 1 armin
        2: progress 1 -- server side
    "#]]
    .assert_eq(&pad(first, &sprint));
    let kept = then(sprint.clone(), &kept);
    for next in [
        "- shrink the index\n  - server side\n",
        "- shrink the index\n  - server side\n  - write the tests\n  - port it\n",
    ] {
        assert!(!pad(next, &kept).contains("server side"), "{next}");
    }
}

#[test]
fn what_was_planned_is_no_note_in_the_next_version() {
    let planned = sprint(&[
        join("Armin Rigo", "armin"),
        plan("shrink the index", "", &["armin"]),
        plan("server side", "", &[]),
    ]);
    let next = "- shrink the index (Armin)\n  - server side\n";
    assert_eq!(pad(next, &planned), "");
}
