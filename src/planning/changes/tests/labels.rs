//! A word and a colon in front of a title, and what is said below a discussion.

use expect_test::expect;

use super::{compared, shown};
use crate::planning::changes::pad_tests::{pad, planned};

#[test]
fn a_word_in_front_of_a_title_says_what_the_heading_of_that_word_says() {
    pad(
        "- to discuss: which license (Ida), Thu 17:00: decided: MIT\n- discuss: the api\n- **Diskussion:** warum?\n- zu klären: wer\n\
         - Frage: wo?\n- later: port it\n- später: draw it\n- TODO: write it (Ida)\n- [ ] Aufgabe: call home\n",
        &planned(&[]),
        expect![[r#"
            1: discuss -p ida --when 'Thu 17:00' -- which license
            1: decide row0 -- MIT
            2: discuss -- the api
            3: discuss -- warum?
            5: discuss -- wo?
            6: plan -- port it
            6: progress row4 -- later
            7: plan -- draw it
            7: progress row5 -- später
            8: plan -p ida -- write it
            9: plan -- call home
            ? 6: `port it` stays open; if `later` means that nobody does it in this sprint, write `POSTPONED: WHY`
            ? 7: `draw it` stays open; if `später` means that nobody does it in this sprint, write `POSTPONED: WHY`
        "#]],
    );
}

#[test]
fn a_title_that_is_known_with_the_word_and_a_line_that_asks_nothing_keep_it() {
    let known = planned(&["discuss: the api", "later: port it", "which license"]);
    pad(
        "- discuss: the api: found a way\n- later: port it (Ida)\n- #3 to discuss: which license\n- questions: ask Ida\n\
         - https://example.org: a page\n- discussion: at five in the kitchen\n",
        &known,
        expect![[r#"
            1: progress 1 -- found a way
            2: assign 2 ida
            3: reword 3 -- to discuss: which license
            4: plan -- questions: ask Ida
            5: plan -- https://example.org: a page
            6: discuss -- discussion: at five in the kitchen
        "#]],
    );
}

#[test]
fn what_stands_right_below_a_discussion_without_a_bullet_is_told_of_it() {
    pad(
        "to discuss: which storage?\nIda: S3 is expensive\nBela: so is SQL\nErgebnis: SQLite\n\n- fix it (Ida)\n\
         To discuss: the name\n- port it\n\nDiscussion: when\n- Ida: on Friday\n- [ ] draw it\n",
        &planned(&[]),
        expect![[r#"
            1: discuss -- which storage?
            2: progress row0 -- Ida: S3 is expensive
            3: progress row0 -- Bela: so is SQL
            4: decide row0 -- SQLite
            6: plan -p ida -- fix it
            7: discuss -- the name
            8: plan -- port it
            10: discuss -- when
            11: progress row4 -- Ida: on Friday
            12: plan -- draw it
        "#]],
    );
    pad(
        "Discussions:\n- which storage?\nIda: S3\nBela: no\n\nwhich license?\nIda: MIT\n",
        &planned(&[]),
        expect![[r#"
            2: discuss -- which storage?
            3: progress row0 -- Ida: S3
            4: progress row0 -- Bela: no
            6: discuss -- which license?
            7: progress row1 -- Ida: MIT
        "#]],
    );
    pad(
        "## Discussion: which storage?\n- S3 is expensive\n\nIda: no\n\n## Tasks\n- fix it\n",
        &planned(&[]),
        expect![[r#"
            1: discuss -- which storage?
            2: progress row0 -- S3 is expensive
            4: progress row0 -- Ida: no
            7: plan -- fix it
        "#]],
    );
}

#[test]
fn behind_a_question_stands_what_was_decided() {
    pad(
        "## Discussions\n- which license? decided: MIT\n- welcher Name? Beschluss: Hut\n- which host? decided: not yet\n",
        &planned(&[]),
        expect![[r#"
            2: discuss -- which license?
            2: decide row0 -- MIT
            3: discuss -- welcher Name?
            3: decide row1 -- Hut
            4: discuss -- which host? decided: not yet
        "#]],
    );
}

#[test]
fn what_came_of_a_discussion_is_what_was_decided() {
    let below = |label: &str| format!("Discussions:\n- which license?\n  {label}: MIT\n");
    for label in [
        "Ergebnis",
        "Result",
        "outcome",
        "**Decision**",
        "Conclusion",
        "Fazit",
    ] {
        pad(
            &below(label),
            &planned(&[]),
            expect![[r#"
                2: discuss -- which license?
                3: decide row0 -- MIT
            "#]],
        );
    }
    pad(
        "Discussions:\n- which license?\n  - Result: maybe MIT\n  - Outcome: see the minutes\n  - Result: we need a vote\n\nTasks:\n- [~] port it\n  - Result: twice as fast\n\
         - [ ] draw it (Ida)\n  - Ergebnis: halb so schnell (Ida)\n  - to discuss: the colors\n",
        &planned(&[]),
        expect![[r#"
            2: discuss -- which license?
            3: result row0 -- maybe MIT
            4: result row0 -- see the minutes
            5: result row0 -- we need a vote
            8: plan -- port it
            9: result row1 -- twice as fast
            10: plan -p ida -- draw it
            11: result row2 -- halb so schnell (Ida)
            12: discuss -- the colors
            12: move row3 -u row2
        "#]],
    );
}

#[test]
fn a_line_with_a_word_in_front_of_it_below_a_discussion_is_another_item() {
    pad(
        "to discuss: which license\nto discuss: where to host it\nIda: at home\ntodo: ask the board\n\n\
         - zu klären: wer zahlt?\n  to discuss: what for\n\n## Discussions\nwhich name?\nlater: port it\nlater: we see\n",
        &planned(&[]),
        expect![[r#"
            1: discuss -- which license
            2: discuss -- where to host it
            3: progress row1 -- Ida: at home
            4: plan -- ask the board
            6: discuss -- wer zahlt?
            7: discuss -- what for
            10: discuss -- which name?
            11: discuss -- port it
            11: progress row6 -- later
            ? 11: `port it` stays open; if `later` means that nobody does it in this sprint, write `POSTPONED: WHY`
        "#]],
    );
}

#[test]
fn what_leaves_something_open_decides_nothing() {
    for came in [
        "Result: we will look at it tomorrow",
        "Ergebnis: noch offen",
        "Ergebnis: Ida prüft das",
        "Ergebnis: kein Ergebnis",
        "Fazit: mal sehen",
        "Outcome: tbd",
        "Outcome: n/a",
        "Outcome: none",
        "Outcome: -",
        "Outcome: two options left",
        "Result: discussed",
        "Conclusion: we should think about it",
        "Beschluss: vertagt auf morgen",
        "vertagt",
        "adjourned",
    ] {
        let text = format!("Discussions:\n- which license?\n  {came}\n");
        let sprint = planned(&[]);
        let changes = compared(&text, &sprint, &sprint);
        let said = shown(&changes, &sprint);
        assert!(
            said.contains("discuss") && !said.contains("decide") && !said.contains("drop"),
            "{said}"
        );
    }
}
