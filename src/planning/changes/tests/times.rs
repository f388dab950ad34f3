//! When items are to happen.

use expect_test::expect;

use super::super::pad_tests::{pad, planned};
use super::{id, then};
use crate::domain::{Action, Discuss, Move};

#[test]
fn a_time_that_an_item_never_had_is_news() {
    let discuss = Action::Discuss(Discuss {
        text: "which license".into(),
        when: Some("17:00".into()),
        ..Discuss::default()
    });
    let first = then(planned(&[]), &[discuss]);
    let later = Action::Move(Move {
        item: id(1, &first),
        topic: None,
        under: None,
        top: false,
        when: Some("Thu 18:00".into()),
    });
    let text = "## Discussions\n- which license, Thu 18:00\n";
    pad(
        text,
        &first,
        expect![[r#"
        2: move 1 --when 'Thu 18:00'
    "#]],
    );
    let moved = then(first, &[later]);
    pad(text, &moved, expect![[""]]);
    pad(
        &text.replace("Thu 18:00", "17:00"),
        &moved,
        expect![[r#"
        ? 2: `1 which license` has the time `Thu 18:00` by now, not `17:00`, and nothing of that is recorded; `sprint move 1 --when 17:00` makes it what the line says
    "#]],
    );
}

#[test]
fn the_time_of_an_item_is_that_of_its_own_line() {
    let text = "- build it, Wed\n- test it\n\nLater:\n- build it, Thu\n- test it, Thu\n";
    let new = planned(&[]);
    pad(
        text,
        &new,
        expect![[r#"
            1: plan --when Wed -- build it
            2: plan -- test it
            6: move row1 --when Thu
            ? 5: `build it` has the time `Wed` on another line, so `Thu` is not recorded; write both times there, `, Wed and Thu`, or other words here for another item
        "#]],
    );
    let known = planned(&["build it", "test it"]);
    pad(
        text,
        &known,
        expect![[r#"
            1: move 1 --when Wed
            6: move 2 --when Thu
            ? 5: `build it` has the time `Wed` on another line, so `Thu` is not recorded; write both times there, `, Wed and Thu`, or other words here for another item
        "#]],
    );
    let when = |number: u32, when: &str| {
        Action::Move(Move {
            item: id(number, &known),
            topic: None,
            under: None,
            top: false,
            when: Some(when.into()),
        })
    };
    let timed = then(known.clone(), &[when(1, "Wed"), when(2, "Thu")]);
    pad(
        text,
        &timed,
        expect![[r#"
            ? 5: `build it` has the time `Wed` on another line, so `Thu` is not recorded; write both times there, `, Wed and Thu`, or other words here for another item
        "#]],
    );
    let three = format!("{text}- test it, Thu\n- test it, Fri\n");
    pad(
        &three,
        &known,
        expect![[r#"
            1: move 1 --when Wed
            6: move 2 --when Thu
            ? 5: `build it` has the time `Wed` on another line, so `Thu` is not recorded; write both times there, `, Wed and Thu`, or other words here for another item
            ? 8: `test it` has the time `Thu` on another line, so `Fri` is not recorded; write both times there, `, Thu and Fri`, or other words here for another item
        "#]],
    );
    pad(
        &three,
        &new,
        expect![[r#"
            1: plan --when Wed -- build it
            2: plan -- test it
            6: move row1 --when Thu
            ? 5: `build it` has the time `Wed` on another line, so `Thu` is not recorded; write both times there, `, Wed and Thu`, or other words here for another item
            ? 8: `test it` has the time `Thu` on another line, so `Fri` is not recorded; write both times there, `, Thu and Fri`, or other words here for another item
        "#]],
    );
    pad(
        &text.replace("Thu", "Wed"),
        &timed,
        expect![[r#"
        6: move 2 --when Wed
    "#]],
    );
}
