//! Where items stand: boxes, statuses, minutes and results.

use expect_test::expect;

use super::{board, compared, edit, exported, id, pad, shown, then};
use crate::domain::{Action, Progress};
use crate::planning::changes::pad_tests;

#[test]
fn a_checked_box_or_done_finishes() {
    edit(
        &[("- [ ] #1", "- [x] #1")],
        expect![[r#"
        6: done 1
    "#]],
    );
    edit(
        &[("- [ ] #2", "- [x] #2"), (" (Armin, Anto)", "")],
        expect![[r#"
        9: done 2
    "#]],
    );
    edit(
        &[("found a compiler", "DONE")],
        expect![[r#"
        14: done 5
    "#]],
    );
    edit(
        &[("found a compiler", "DONE, the linker was too old")],
        expect![[r#"
        14: done 5 -- the linker was too old
    "#]],
    );
    edit(
        &[("found a compiler", "DONE (but slower)")],
        expect![[r#"
        14: done 5 -- but slower
    "#]],
    );
    edit(
        &[("found a compiler", "MOSTLY DONE")],
        expect![[r#"
        14: progress 5 -- MOSTLY DONE
    "#]],
    );
    edit(
        &[("found a compiler", "HAPPENED")],
        expect![[r#"
        14: progress 5 -- HAPPENED
    "#]],
    );
    edit(
        &[(
            "how are strings stored",
            "how are strings stored (): DISCUSSED",
        )],
        expect![[r#"
        17: done 4
    "#]],
    );
    edit(
        &[
            ("- [ ] #5", "- [x] #5"),
            ("found a compiler", "it builds there"),
        ],
        expect![[r#"
        14: done 5 -- it builds there
    "#]],
    );
    edit(
        &[("- [ ] #5", "- [x] #5")],
        expect![[r#"
        14: done 5
    "#]],
    );
    pad(
        &[("- [ ] #1", "- [x] #1")],
        expect![[r#"
        6: done 1
    "#]],
    );
}

#[test]
fn a_decision_as_the_status_of_a_discussion_closes_it() {
    let discussion = "how are strings stored";
    for status in [
        "decided: as UTF-8",
        "DECIDED, as UTF-8",
        "DECIDED as UTF-8",
        "-> beschlossen: as UTF-8",
    ] {
        edit(
            &[(discussion, &format!("{discussion} (all): {status}"))],
            expect![[r#"
                17: assign 4 everybody
                17: decide 4 -- as UTF-8
            "#]],
        );
        pad(
            &[(discussion, &format!("{discussion}: {status}"))],
            expect![[r#"
                17: decide 4 -- as UTF-8
            "#]],
        );
    }
    edit(
        &[(discussion, &format!("{discussion} (): DECIDED"))],
        expect![[r#"
            17: done 4
        "#]],
    );
    edit(
        &[(
            "- [ ] #4 how are strings stored",
            "- [x] #4 how are strings stored (): decided: as UTF-8",
        )],
        expect![[r#"
            17: decide 4 -- as UTF-8
        "#]],
    );
    for status in [
        "decided: not yet",
        "to be decided",
        "nothing decided yet",
        "decided: maybe as UTF-8",
        "decided: as UTF-8?",
    ] {
        let kept = format!("17: progress 4 -- {status}\n");
        let text = exported(&board()).replace(discussion, &format!("{discussion} (): {status}"));
        assert_eq!(shown(&compared(&text, &board(), &board()), &board()), kept);
    }
    edit(
        &[("found a compiler", "decided: we use another one")],
        expect![[r#"
            14: progress 5 -- decided: we use another one
        "#]],
    );
}

#[test]
fn decisions_below_a_discussion_close_it_behind_its_minutes() {
    let discussion = "how are strings stored";
    edit(
        &[(
            discussion,
            &format!(
                "{discussion}\n  decided: as UTF-8\n\n  Armin explains the two forms.\n\n  --> Decision: with an index\n"
            ),
        )],
        expect![[r#"
            20: progress 4 -- Armin explains the two forms.
            18: decide 4 -- as UTF-8
            22: decide 4 -- with an index
        "#]],
    );
    edit(
        &[(discussion, &format!("{discussion}\n  decided: not yet"))],
        expect![[""]],
    );
    // Whose work it was is said besides.
    edit(
        &[(
            "- [ ] #4 how are strings stored",
            "- [x] #4 how are strings stored\n  decided: as UTF-8",
        )],
        expect![[r#"
            18: decide 4 -- as UTF-8
        "#]],
    );
    edit(
        &[(
            "found a compiler",
            "found a compiler\n  decided: we use another one",
        )],
        expect![[r#"
            15: result 5 -- we use another one
        "#]],
    );
}

#[test]
fn postponed_or_a_dash_in_the_box_drops() {
    edit(
        &[("found a compiler", "POSTPONED: no time")],
        expect![[r#"
            14: drop 5 -- no time
        "#]],
    );
    edit(
        &[("found a compiler", "moved to next sprint")],
        expect![[r#"
            14: drop 5 -- moved to next sprint
        "#]],
    );
    edit(
        &[("found a compiler", "POSTPONED until Thursday")],
        expect![[r#"
            14: progress 5 -- POSTPONED until Thursday
            ? 14: `build on Windows` stays open; if `POSTPONED until Thursday` means that nobody does it in this sprint, write `POSTPONED: WHY`
        "#]],
    );
    edit(
        &[("- [ ] #1", "- [-] #1")],
        expect![[r#"
        6: drop 1
    "#]],
    );
    edit(
        &[("- [x] #3", "- [-] #3")],
        expect![[r#"
        11: reopen 3
        11: drop 3
    "#]],
    );
}

#[test]
fn an_emptied_box_reopens_only_what_is_known_to_have_been_closed() {
    edit(
        &[("- [x] #3", "- [ ] #3")],
        expect![[r#"
        11: reopen 3
    "#]],
    );
    edit(&[("- [x] #3", "- #3")], expect![[""]]);
    pad(
        &[("- [x] #3", "- [ ] #3")],
        expect![[r#"
        ? these items are open in the document and stay closed: 3 port the tests; `sprint reopen ITEM` opens one
    "#]],
    );
}

#[test]
fn another_status_is_progress_and_one_that_is_gone_is_taken_back() {
    edit(
        &[("found a compiler", "it compiles")],
        expect![[r#"
        14: progress 5 -- it compiles
    "#]],
    );
    edit(
        &[(": found a compiler", "")],
        expect![[r#"
            14: undo b000000000 --only
        "#]],
    );
    pad(&[(": found a compiler", "")], expect![[""]]);
}

#[test]
fn lines_below_are_minutes_and_results() {
    edit(
        &[(
            "found a compiler",
            "found a compiler\n  We tried three of them.",
        )],
        expect![[r#"
            15: progress 5 -- We tried three of them.
        "#]],
    );
    edit(
        &[("(Bea)\n", "(Bea)\n  All but two of them pass.\n")],
        expect![[r#"
        12: result 3 -- All but two of them pass.
    "#]],
    );
    edit(
        &[(
            "how are strings stored",
            "how are strings stored\n  Armin explains the two forms.\n\n  Nobody objects.",
        )],
        expect![[r#"
        18: progress 4 -- Armin explains the two forms.
        20: progress 4 -- Nobody objects.
    "#]],
    );
    edit(
        &[("found a compiler", "it runs\n  We tried three of them.")],
        expect![[r#"
            15: progress 5 -- We tried three of them.
            14: progress 5 -- it runs
        "#]],
    );
}

#[test]
fn minutes_stay_when_the_status_is_deleted() {
    let board = board();
    let windows = id(5, &board);
    let progress = |text: &str| {
        Action::Progress(Progress {
            item: windows,
            text: text.into(),
        })
    };
    let base = then(
        board,
        &[progress("The headers were missing."), progress("nearly")],
    );
    let text = exported(&base).replace(" (Bea): nearly", " (Bea)");
    expect![[r#"
        14: undo d000000000 --only
        14: undo b000000000 --only
    "#]]
    .assert_eq(&shown(&compared(&text, &base, &base), &base));
}

#[test]
fn a_box_of_what_goes_on_ends_the_wait_for_something() {
    let sprint = pad_tests::planned(&["port it", "test it"]);
    let of = |number, text: &str| {
        Action::Progress(Progress {
            item: id(number, &sprint),
            text: text.into(),
        })
    };
    let sprint = then(
        sprint.clone(),
        &[of(1, "waiting"), of(2, "waiting for ink")],
    );
    pad_tests::pad(
        "- [~] port it\n- [~] test it\n",
        &sprint,
        expect![[r#"
            1: progress 1 -- in progress
        "#]],
    );
}
