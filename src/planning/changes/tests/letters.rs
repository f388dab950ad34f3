//! Plans without bullets, and lists that are hardly work.

use expect_test::expect;

use crate::planning::changes::pad_tests::{pad, planned};

#[test]
fn where_nothing_has_a_bullet_lines_that_say_who_does_what_are_tasks() {
    pad(
        "Hi all,\n\nport the scanner: Ida, Bela\nwrite a benchmark (Bela): started\nfix the leak\nden Leser portieren - Ida\nArriving late: Ida\n\
         fix the docs: Ida\n\nsee you,\nIda\n",
        &planned(&[]),
        expect![[r#"
            3: plan -p 'ida, bela' -- port the scanner
            4: plan -p bela -- write a benchmark
            4: progress row1 -- started
        "#]],
    );
    for text in [
        "From: Ida\nTo: Bela\n\nModeration: Ida\nMinutes: Bela\n",
        "port the scanner: Ida\n\nWe met at nine.\n",
        "port the scanner: Otto\nwrite a benchmark: Sam\n",
    ] {
        pad(text, &planned(&[]), expect![[""]]);
    }
    pad(
        "- draw it\n\nport the scanner: Ida\nwrite a benchmark: Bela\n",
        &planned(&["draw it"]),
        expect![[""]],
    );
}

#[test]
fn below_a_heading_such_as_travel_only_what_is_said_to_be_work_is_a_task() {
    pad(
        "## Logistics\n- book the train (Ida)\n- keys are at the desk\n\n## Anreise\n- train at 9\n- [ ] buy tickets\n\n\
         ## Food and drinks\n- pizza\n  - extra cheese\n- organize lunch\n\n## Travel planner\n- speed\n",
        &planned(&[]),
        expect![[r#"
            2: plan -t Logistics -p ida -- book the train
            7: plan -t Anreise -- buy tickets
            12: plan -t 'Food and drinks' -- organize lunch
            15: plan -t 'Travel planner' -- speed
        "#]],
    );
}

#[test]
fn below_such_a_heading_a_status_makes_no_task_either() {
    pad(
        "## Logistics\n- keys at the desk - erledigt\n- bus 12\n  erledigt\n- send the invitations - done\n- flipcharts (Bela): erledigt\n",
        &planned(&[]),
        expect![[r#"
            5: plan -t Logistics -- send the invitations
            5: done row0
            6: plan -t Logistics -p bela -- flipcharts
            6: done row1
        "#]],
    );
}
