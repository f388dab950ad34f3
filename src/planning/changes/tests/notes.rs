//! Notes below a task in one version of a pad and the next.

use expect_test::expect;
use thin_vec::{ThinVec, thin_vec};

use super::{changes, id, join, plan, shown, sprint, then};
use crate::domain::{Action, Assign, Join, Progress, Sprint};
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
    expect![[r#"
        ? 2: `2 server side` stands below `1 shrink the index` here, and is no part of it, and nothing of that is recorded; `sprint move 2 -u 1` makes it what the line says
    "#]].assert_eq(&pad(next, &planned));
}

#[test]
fn what_stands_below_an_item_that_is_given_up_says_why_and_a_note_is_how_far_another_one_is() {
    let sprint = sprint(&[plan("shrink the index", "", &[])]);
    expect![[r#"
        1: drop 1 -- not worth it
    "#]]
    .assert_eq(&pad("- [-] shrink the index\n  not worth it\n", &sprint));
    expect![[r#"
        2: progress 1 -- it is slow
    "#]]
    .assert_eq(&pad("- [~] shrink the index\n  it is slow\n", &sprint));
}

#[test]
fn whoever_is_gone_leaves_before_the_day_that_was_planned_but_not_after_it() {
    let until = |day: &str| {
        let join = Join {
            person: "Ida Holm".into(),
            nick: "ida".into(),
            to: day.parse().ok(),
            ..Join::default()
        };
        sprint(&[Action::Join(Box::new(join))])
    };
    let text = "Here: Bela Kiss\nAway: Ida\n";
    expect![[r#"
        1: join 'Bela Kiss'
        2: leave ida
    "#]]
    .assert_eq(&pad(text, &until("2017-03-02")));
    expect![[r#"
        1: join 'Bela Kiss'
    "#]]
    .assert_eq(&pad(text, &until("2017-02-27")));
}

#[test]
fn what_stands_behind_a_known_title_and_an_arrow_a_question_or_a_time_is_its_status() {
    let titles = [
        "which licence do we take",
        "drop support for 3.8?",
        "next release",
    ];
    let sprint = sprint(&titles.map(|title| plan(title, "", &[])));
    expect![[r#"
        1: progress 1 -- MIT for all
        2: progress 2 -- yes, with 5.0
        3: move 3 --when 'Wed 17:00'
        3: progress 3 -- in April
    "#]]
    .assert_eq(&pad(
        "- which licence do we take → MIT for all\n- drop support for 3.8? yes, with 5.0\n- next release, Wed 17:00: in April\n",
        &sprint,
    ));
}
