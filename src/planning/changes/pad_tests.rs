//! What the next version of a plan in a pad records, where no line has a number.

use chrono::NaiveDate;
use expect_test::{Expect, expect};
use thin_vec::ThinVec;

use super::changes;
use super::tests::{id, join, plan, shown, sprint, then};
use crate::domain::{Action, Assign, Done, Drop, Join, Plan, Progress, Sprint};
use crate::planning::read;

pub(super) fn planned(titles: &[&str]) -> Sprint {
    let titles = titles.iter().map(|title| plan(title, "", &[]));
    let people = [join("Ida Holm", "ida"), join("Bela Kiss", "bela")];
    sprint(&people.into_iter().chain(titles).collect::<Vec<Action>>())
}

/// Checks what a text records.
#[track_caller]
pub(super) fn pad(text: &str, sprint: &Sprint, expected: Expect) {
    let changes = changes(&read(text, sprint, "ida"), None, sprint);
    expected.assert_eq(&shown(&changes, sprint));
}

#[test]
fn a_second_line_of_a_closed_item_adds_nothing() {
    let open = planned(&["port the scanner"]);
    let scanner = id(1, &open);
    let dropped = Action::Drop(Drop {
        item: scanner,
        text: None,
    });
    pad(
        "- [-] port the scanner\n- port the scanner DONE\n",
        &then(open, &[dropped]),
        expect![[r#""#]],
    );
}

#[test]
fn words_behind_a_title_and_a_sign_say_how_it_goes() {
    let sprint = planned(&["shrink the index", "port the scanner", "merge the branch"]);
    pad(
        "- shrink the index: half as large on disk (Ida)\n\
         - port the scanner - runs twice as fast DONE\n\
         - merge the branch. We talked about it first.\n",
        &sprint,
        expect![[r#"
            1: assign 1 ida
            1: progress 1 -- half as large on disk
            2: done 2 -- runs twice as fast
            3: progress 3 -- We talked about it first.
        "#]],
    );
}

#[test]
fn a_status_with_something_nobody_is_called_by_names_nobody() {
    let sprint = planned(&["Ida and Bela pair on it"]);
    pad(
        "- Ida and Bela pair on it - works with Postfix\n- mailer (Ida): works with Postfix\n",
        &sprint,
        expect![[r#"
            1: progress 1 -- works with Postfix
            2: plan -p ida -- mailer
            2: progress row1 -- works with Postfix
        "#]],
    );
}

#[test]
fn words_before_a_title_say_how_it_goes() {
    let sprint = planned(&["shrink the index", "port the scanner", "merge the branch"]);
    pad(
        "- (Bela) mostly done: shrink the index\n\
         - drop it or ask the list -> port the scanner\n\
         - (not before Friday) merge the branch\n",
        &sprint,
        expect![[r#"
            1: assign 1 bela
            1: progress 1 -- mostly done
            2: progress 2 -- drop it or ask the list
            3: progress 3 -- not before Friday
        "#]],
    );
}

#[test]
fn several_lines_with_the_words_of_a_title_have_no_status_behind_it() {
    let sprint = planned(&["shrink the index", "write docs"]);
    pad(
        "- shrink the index\n\
         - shrink the index: on Windows\n\
         - write docs: tutorial\n\
         - write docs: reference\n",
        &sprint,
        expect![[r#"
            2: plan -- shrink the index: on Windows
            3: reword 2 -- write docs: tutorial
            4: plan -- write docs: reference
            ? 3: this is taken for `2 write docs` in other words
        "#]],
    );
}

#[test]
fn lines_below_a_whole_title_are_no_part_of_it() {
    let sprint = planned(&[
        "make the background indexer stop when the disk is full",
        "find out why the importer takes so much longer",
        "find out why the importer takes so much longer on the old machine",
    ]);
    pad(
        "- make the background indexer stop when the disk is full\n  \
           needs a new system call on some machines, which\n  nobody knows\n\
         - find out why the importer takes so much longer\n  on the old machine\n\
         - find out why the importer takes so much longer\n  and whether it matters\n",
        &sprint,
        expect![[r#"
            2: progress 1 -- needs a new system call on some machines, which nobody knows
            6: reword 2 -- find out why the importer takes so much longer and whether it matters
            ? 6: this is taken for `2 find out why the importer takes so much longer` in other words
        "#]],
    );
}

#[test]
fn of_a_paragraph_that_grew_only_what_is_new_is_recorded() {
    let index = planned(&["shrink the index"]);
    let item = id(1, &index);
    let text = "wrote a small compressor".into();
    let index = then(index, &[Action::Progress(Progress { item, text })]);
    pad(
        "- shrink the index\n    wrote a small compressor,\n    and tested it\n",
        &index,
        expect![[r#"
            2: progress 1 -- wrote a small compressor, and tested it
        "#]],
    );
    pad(
        "- shrink the index\n    wrote a small compressor it is faster than before\n",
        &index,
        expect![[r#"
            2: progress 1 -- it is faster than before
        "#]],
    );
    pad(
        "- shrink the index\n    wrote a small compressor DONE\n",
        &index,
        expect![[r#"
            2: progress 1 -- wrote a small compressor DONE
        "#]],
    );
}

#[test]
fn notes_below_a_task_are_no_results_which_the_post_would_tell() {
    let pads = [
        "- [ ] fix it\n  try valgrind first\n",
        "- [ ] #1 fix it\n  try valgrind first\n",
    ];
    pad(
        pads[0],
        &planned(&[]),
        expect![[r#"
        1: plan -- fix it
        2: progress row0 -- try valgrind first
    "#]],
    );
    pad(
        pads[0],
        &planned(&["fix it"]),
        expect![[r#"
        2: progress 1 -- try valgrind first
    "#]],
    );
    pad(
        pads[1],
        &planned(&["fix it"]),
        expect![[r#"
        2: progress 1 -- try valgrind first
    "#]],
    );
}

#[test]
fn short_forms_of_a_first_name_are_that_person() {
    let sprint = planned(&[]);
    pad(
        "Here: Antonia, Jana, Christoph\n\n\
         - shrink the index (anto, chris)\n\
         - port the scanner (jan, bel)\n",
        &sprint,
        expect![[r#"
            1: join Antonia --nick anto
            1: join Jana
            1: join Christoph --nick chris
            3: plan -p 'anto, chris' -- shrink the index
            4: plan -- port the scanner
        "#]],
    );
}

#[test]
fn a_status_and_names_in_brackets_stand_above_what_is_done() {
    let sprint = planned(&["shrink the index"]);
    pad(
        "- DONE (bela)\n  shrink the index\n\n- (ida)\n  port the scanner\n",
        &sprint,
        expect![[r#"
            1: assign 1 bela
            1: done 1
            4: plan -p ida -- port the scanner
        "#]],
    );
}

#[test]
fn an_item_does_not_become_a_topic_as_it_gets_parts() {
    let sprint = planned(&["the scanner"]);
    pad(
        "- the scanner\n  - fix the tests\n- the index\n  - shrink it\n- the docs\n  - write them\n",
        &sprint,
        expect![[r#"
            2: plan -u 1 -- fix the tests
            3: plan -- the index
            4: plan -u row2 -- shrink it
            5: plan -- the docs
            6: plan -u row4 -- write them
        "#]],
    );
}

#[test]
fn a_line_that_asks_for_more_than_what_is_closed_is_another_task() {
    let sprint = planned(&[
        "add tests for the importer",
        "write the tutorial",
        "shrink the index",
        "port the scanner",
    ]);
    let (tests, tutorial) = (id(1, &sprint), id(2, &sprint));
    let text = "- add fuzz tests for the importer\n- write the tutorial for Windows\n- shrink the index\n- port the scanner\n";
    pad(
        text,
        &sprint,
        expect![[r#"
            1: reword 1 -- add fuzz tests for the importer
            2: reword 2 -- write the tutorial for Windows
            ? 2: this is taken for `2 write the tutorial` in other words
            ? 1: this is taken for `1 add tests for the importer` in other words
        "#]],
    );
    let done = |item| {
        Action::Done(Done {
            item,
            text: None,
            people: ThinVec::new(),
            with: ThinVec::new(),
        })
    };
    pad(
        text,
        &then(sprint, &[done(tests), done(tutorial)]),
        expect![[r#"
            1: plan -- add fuzz tests for the importer
            ? 2: this may be `2 write the tutorial`, which is closed, so nothing of this line is recorded; `sprint reopen 2` opens it, and `sprint plan TEXT` adds another
        "#]],
    );
}

#[test]
fn a_topic_does_not_become_an_item_as_its_bullet_stands_among_others() {
    let titles = ["fix the tests"]
        .iter()
        .map(|title| plan(title, "Scanner", &[]));
    let people = [join("Ida Holm", "ida"), join("Bela Kiss", "bela")];
    let sprint = sprint(&people.into_iter().chain(titles).collect::<Vec<Action>>());
    pad(
        "- Scanner\n  - fix the tests\n  - port it\n- shrink the index (Ida)\n",
        &sprint,
        expect![[r#"
            3: plan -t Scanner -- port it
            4: plan -p ida -- shrink the index
        "#]],
    );
}

#[test]
fn of_a_line_that_was_split_the_first_part_is_its_item() {
    let sprint = planned(&[
        "fix the rounding, add the missing help texts to all commands",
        "shrink the index",
    ]);
    pad(
        "- add the missing help texts to all commands\n- fix the rounding\n- shrink the index\n",
        &sprint,
        expect![[r#"
            1: plan -- add the missing help texts to all commands
            2: reword 1 -- fix the rounding
            ? 2: this is taken for `1 fix the rounding, add the missing help texts to all commands` in other words
        "#]],
    );
}

#[test]
fn one_loud_word_behind_a_title_says_how_it_goes() {
    let sprint = planned(&["talk about caching", "decide on a wire format"]);
    pad(
        "- talk about caching HMPFFF\n- (decide on a wire format) (not before Friday)\n",
        &sprint,
        expect![[r#"
            1: progress 1 -- HMPFFF
            2: progress 2 -- not before Friday
        "#]],
    );
    pad(
        "- talk about caching SQLITE\n- talk about caching\n",
        &sprint,
        expect![[r#"
            1: plan -- talk about caching SQLITE
        "#]],
    );
}

#[test]
fn the_same_words_in_several_lines_are_each_an_item() {
    let shrunk = planned(&["shrink the index", "port the scanner"]);
    let scanner = id(2, &shrunk);
    let part = Action::Plan(Plan {
        text: "run it".into(),
        under: Some(scanner),
        ..Plan::default()
    });
    let shrunk = then(shrunk, &[part, plan("run it", "", &[])]);
    pad(
        "Cleanups\n--------\n\n\
         - run it (Bela)\n\
         - shrink the index\n    - run it (Ida)\n\
         - port the scanner\n    - run it (Ida, Bela)\n",
        &shrunk,
        expect![[r#"
            4: assign 4 bela
            6: plan -u 1 -p ida -- run it
            8: assign 3 ida, bela
        "#]],
    );
}

#[test]
fn people_behind_a_status_are_no_result_and_no_status() {
    let people = [join("Ida Holm", "ida"), join("Bela Kiss", "bela")];
    let sprint = sprint(&people);
    pad(
        "- shrink the index (Ida): DONE (Bela)\n- port the scanner (Ida): (Bela)\n- write docs (Ida): found a way (Bela)\n",
        &sprint,
        expect![[r#"
            1: plan -p 'ida, bela' -- shrink the index
            1: done row0
            2: plan -p 'ida, bela' -- port the scanner
            3: plan -p 'ida, bela' -- write docs
            3: progress row2 -- found a way
        "#]],
    );
}

#[test]
fn a_number_that_is_text_says_no_more_of_a_line_once_its_item_is_there() {
    let sprint = planned(&["#1 fix the leak"]);
    pad(
        "Discussions:\n\n- [ ] #1 fix the leak\n  - port the socket module\n",
        &sprint,
        expect![[r#"
            4: plan -u 1 -- port the socket module
        "#]],
    );
}

#[test]
fn what_a_pad_may_take_back_is_said() {
    let sprint = planned(&["shrink the index", "write docs"]);
    let people = vec!["bela".into()];
    let item = id(1, &sprint);
    let sprint = then(
        sprint,
        &[
            Action::Assign(Assign {
                item,
                people: people.into(),
                with: ThinVec::new(),
                only: false,
            }),
            Action::Progress(Progress {
                item,
                text: "smaller, but slow".into(),
            }),
        ],
    );
    for (text, expected) in [
        (
            "- shrink the index (Bela): smaller, but slow\n- write docs\n",
            false,
        ),
        ("- shrink the index (Bela)\n    smaller, but slow\n", false),
        (
            "- shrink the index (Bela): smaller, but slow\n- write docs (Bela)\n",
            false,
        ),
        ("- write docs\n", false),
        ("- shrink the index (Bela)\n", true),
        ("- shrink the index (): smaller, but slow\n", true),
        ("- shrink the index: smaller, but slow\n", true),
        ("- shrink the index (~~Bela~~): smaller, but slow\n", true),
    ] {
        let changes = changes(&read(text, &sprint, "ida"), None, &sprint);
        assert_eq!(changes.may_take_back, expected, "{text}");
    }
}

#[test]
fn a_line_with_the_numbers_of_two_items_is_listed() {
    let sprint = planned(&["fix it", "port it", "#3 and #4 together"]);
    let text = "- #1 and #2: both fine\n- #1/#2 DONE\n- #1, #9 are of the tracker\n- #3 and #4 together\n\n#1: DONE\n";
    let document = read(text, &sprint, "typist");
    let titles = document.rows.iter().map(|row| row.title.as_str());
    assert_eq!(
        titles.collect::<Vec<_>>(),
        ["#1, #9 are of the tracker", "#3 and #4 together"]
    );
    let unread = document.unread.iter().map(|unread| unread.text.as_str());
    assert_eq!(
        unread.collect::<Vec<_>>(),
        ["#1 and #2: both fine", "#1/#2 DONE", "#1: DONE"]
    );
}

#[test]
fn days_of_somebody_who_is_here_are_news_if_none_are_known() {
    let tom = Action::Join(Box::new(Join {
        person: "Tom Berg".into(),
        nick: "tom".into(),
        from: NaiveDate::from_ymd_opt(2017, 2, 28),
        to: NaiveDate::from_ymd_opt(2017, 3, 1),
        ..Join::default()
    }));
    let sprint = then(planned(&[]), &[tom]);
    pad(
        "Here: Ida (until Wed), Bela (Tue-Thu), Tom (Tue-Wed)\n",
        &sprint,
        expect![[r#"
            1: join ida --to Wed
            1: join bela --from Tue --to Thu
        "#]],
    );
    pad(
        "Anwesend:\n- Ida\n- Tom (bis Donnerstag)\n",
        &sprint,
        expect![[r#"
            ? 3: `tom` has other days, which stay as they are; `sprint join tom --from DAY --to DAY` changes them
        "#]],
    );
}

#[test]
fn a_second_line_of_a_new_discussion_closes_it_as_one() {
    pad(
        "## Discussions\n- which license\n\n## Later\n- which license: HAPPENED\n",
        &planned(&[]),
        expect![[r#"
            2: discuss -- which license
            5: done row0
        "#]],
    );
}
