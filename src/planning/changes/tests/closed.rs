//! What a document says of items that are closed, and of those that have no line any more.

use expect_test::expect;
use thin_vec::ThinVec;

use super::{compared_on, day, id, shown, then};
use crate::domain::{Action, Config, Done, Drop, Sprint};
use crate::planning::changes::pad_tests::{pad, planned};
use crate::planning::{Shown, write};

fn done(number: u32, sprint: &Sprint) -> Action {
    Action::Done(Done {
        item: id(number, sprint),
        text: None,
        people: ThinVec::new(),
        with: ThinVec::new(),
    })
}

#[test]
fn items_that_a_document_would_open_or_give_up_are_named() {
    let open = planned(&["draw the maps", "port it", "test it"]);
    let dropped = Action::Drop(Drop {
        item: id(3, &open),
        text: None,
    });
    let sprint = then(
        open.clone(),
        &[done(1, &open), done(2, &open), dropped, done(3, &open)],
    );
    pad(
        "- [-] draw the maps\n- [ ] port it\n- [-] test it\n",
        &sprint,
        expect![[r#"
            ? these items are open in the document and stay closed: 2 port it; `sprint reopen ITEM` opens one
            ? these items are given up in the document and stay done: 1 draw the maps; `sprint reopen ITEM` and then `sprint drop ITEM` give one up
        "#]],
    );
    pad(
        "- draw the maps\n- [x] port it\n- test it\n",
        &sprint,
        expect![[r#""#]],
    );
}

#[test]
fn items_that_were_recorded_with_others_and_have_no_line_are_named() {
    let together = |titles: &[&str]| {
        let sprint = planned(titles);
        let mut entries = sprint.entries().to_vec();
        let first = entries[2].id;
        entries
            .iter_mut()
            .skip(2)
            .for_each(|entry| entry.batch = Some(first));
        Sprint::from_entries(entries)
    };
    let sprint = together(&["draw the maps", "port it", "test it", "write it"]);
    pad(
        "- draw the maps\n- test it\n- write it\n",
        &sprint,
        expect![[r#"
            ? these items have no line and stay open: 2 port it; `sprint done ITEM` says that one is finished, `sprint drop ITEM` that it was given up
        "#]],
    );
    pad("- draw the maps\n", &sprint, expect![[r#""#]]);
    pad(
        "- draw the maps\n- test it\n- write it\n",
        &planned(&["draw the maps", "port it", "test it", "write it"]),
        expect![[r#""#]],
    );
}

#[test]
fn what_is_struck_through_and_not_needed_is_given_up_whatever_its_box_says() {
    pad(
        "- [x] ~~Benchmarks~~ not needed any more\n- ~~draw it~~ obsolet\n- [x] ~~port it~~ DONE\n- [x] ~~test it~~ we may need it\n",
        &planned(&["Benchmarks", "draw it", "port it", "test it"]),
        expect![[r#"
            1: drop 1 -- not needed any more
            2: drop 2 -- obsolet
            3: done 3
            4: progress 4 -- we may need it
        "#]],
    );
}

#[test]
fn other_words_behind_what_is_struck_through_are_its_status_and_never_its_title() {
    pad(
        "- [x] ~~sew it~~ not needed any more?\n- ~~buy cables~~ too expensive\n- ~~draw it~~ - Friday at last\n\
         - [ ] ~~cut it~~ port the lexer\n- [-] ~~fold it~~ too long\n\n## Erledigt\n- ~~glue it~~\n",
        &planned(&[
            "sew it",
            "buy cables",
            "draw it",
            "cut it",
            "fold it",
            "glue it",
        ]),
        expect![[r#"
            1: progress 1 -- not needed any more?
            2: progress 2 -- too expensive
            5: drop 5 -- too long
            8: done 6
        "#]],
    );
    pad(
        "- [x] ~~sew it~~ not needed any more?\n- ~~buy cables~~\n- [ ] ~~cut it~~ port the lexer\n- [x] ~~fold it~~\n",
        &planned(&["draw it"]),
        expect![[r#"
            4: plan -- fold it
            4: done row0
        "#]],
    );
}

#[test]
fn what_stands_behind_a_title_and_an_arrow_says_where_or_when_it_is_now() {
    let titles = [
        "which license",
        "fix the parser?",
        "draw it",
        "call home",
        "port it",
    ];
    pad(
        "- #1 which license → moved to tomorrow\n- fix the parser? ask Ida first\n- draw it -> verschoben auf Mittwoch\n\
         - #4 call home => Thu 17:00\n- #5 port it → core\n",
        &planned(&titles),
        expect![[r#"
            1: progress 1 -- moved to tomorrow
            2: reword 2 -- fix the parser? ask Ida first
            3: progress 3 -- verschoben auf Mittwoch
            4: move 4 --when 'Thu 17:00'
            5: reword 5 -- port it → core
            ? 2: this is taken for `2 fix the parser?` in other words
            ? 1: `which license` stays open; if `moved to tomorrow` means that nobody does it in this sprint, write `POSTPONED: WHY`
            ? 3: `draw it` stays open; if `verschoben auf Mittwoch` means that nobody does it in this sprint, write `POSTPONED: WHY`
        "#]],
    );
}

#[test]
fn of_several_times_the_first_is_recorded_and_the_others_are_named() {
    pad(
        "- port it [Mon] [Tue]\n- draw it (Mon) (Tue)\n- cut it (Ida) [Mon] [Tue]\n- paint it (Ida) (Mon 12:00): slow\n- write it (Ida, Mon, Tue)\n",
        &planned(&[]),
        expect![[r#"
            1: plan --when Mon -- port it
            2: plan --when Mon -- draw it
            3: plan -p ida --when Mon -- cut it
            4: plan -p ida --when 'Mon 12:00' -- paint it
            4: progress row3 -- slow
            5: plan -p ida --when Mon -- write it
        "#]],
    );
}

#[test]
fn what_was_given_up_and_is_done_after_all_is_also_the_work_of_those_who_did_it() {
    let sprint = planned(&["sew it", "draw it"]);
    let (sew, draw) = (id(1, &sprint), id(2, &sprint));
    let given_up = |item| Action::Drop(Drop { item, text: None });
    let sprint = then(sprint, &[given_up(sew), given_up(draw)]);
    pad(
        "- [x] sew it (Ida)\n- draw it: fertig, Ergebnis: es war der Cache\n",
        &sprint,
        expect![[r#"
            1: reopen 1
            1: assign 1 ida
            1: done 1
            2: done 2 -- es war der Cache
        "#]],
    );
    pad(
        "- sew it: fertig, Ergebnis: läuft\n- draw it (geben wir auf)\n",
        &planned(&["sew it", "draw it"]),
        expect![[r#"
            1: progress 1 -- fertig, Ergebnis: läuft
            2: drop 2 -- geben wir auf
            ? 1: `sew it` stays open; if `fertig, Ergebnis: läuft` means that it is done, check its box or write only `DONE`
        "#]],
    );
}

#[test]
fn a_new_line_like_what_was_closed_before_the_day_of_the_document_is_another_task() {
    let open = planned(&["fix the rdict bug", "port it"]);
    let sprint = then(open.clone(), &[done(1, &open)]);
    let added = |day| {
        let text = write("leysin", &Config::default(), &sprint, Shown::Board(day));
        let text = text.replace("- [x] #1 fix the rdict bug", "") + "- [ ] fix the new rdict bug\n";
        shown(&compared_on(day, &text, &sprint, &sprint), &sprint)
    };
    expect![[r#"
        ? 8: this may be `1 fix the rdict bug`, which is closed, so nothing of this line is recorded; `sprint reopen 1` opens it, and `sprint plan TEXT` adds another
    "#]].assert_eq(&added(day()));
    let next = day().succ_opt().expect("a day");
    expect![[r#"
        7: plan -- fix the new rdict bug
    "#]]
    .assert_eq(&added(next));
}
