//! `sprint done`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn the_outcome_is_credited_to_everybody_ever_assigned() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak -p armin
        1 planned: fix the leak (armin)
        ! remark: armin is new here; `sprint join armin` makes an attendee
        $ sprint assign 1 anto --only
        1 assigned: fix the leak (anto)
        ! remark: anto is new here; `sprint join anto` makes an attendee
        $ sprint assign 1 --with samuele
        1 assigned: fix the leak (anto, with samuele)
        ! remark: samuele is new here; `sprint join samuele` makes an attendee
        $ sprint done 1 We fixed the leak.
        1 done: fix the leak (armin, anto, with samuele)
        $ sprint summary
        # Leysin Winter Sprint 2017

        <!-- there is no intro: write `intro` under [report] in sprint.toml -->

        ## Highlights

        We fixed the leak. (armin, anto, with help by samuele)
        ! remark: there is no intro: write `intro` under [report] in sprint.toml
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-nwqx2n = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak", people = ["armin"] }
        d4gjjzjmjn = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "assign", item = "1-nwqx2n", people = ["anto"], only = true }
        r08z5g1cx8 = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "assign", item = "1-nwqx2n", with = ["samuele"] }
        def9bwpacr = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "done", item = "1-nwqx2n", text = "We fixed the leak." }
    "#]]);
}

#[test]
fn credit_can_be_corrected() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak -p armin,anto
        1 planned: fix the leak (armin, anto)
        ! remark: armin is new here; `sprint join armin` makes an attendee
        ! remark: anto is new here; `sprint join anto` makes an attendee
        $ sprint done 1 -p ronan,armin --with anto We fixed it.
        1 done: fix the leak (ronan, armin, with anto)
        ! remark: ronan is new here; `sprint join ronan` makes an attendee
        $ sprint summary
        # Leysin Winter Sprint 2017

        <!-- there is no intro: write `intro` under [report] in sprint.toml -->

        ## Highlights

        We fixed it. (ronan, armin, with help by anto)
        ! remark: there is no intro: write `intro` under [report] in sprint.toml
        $ sprint done 1 --with bea
        1 done: fix the leak (ronan, armin, with bea)
        ! remark: bea is new here; `sprint join bea` makes an attendee
        $ sprint show 1
        1 fix the leak
            task, done
            credit: ronan, armin, with bea

        We fixed it.

        ┌──────────────────────────────────────────────────────────────────────────────┐
        │ when               by      what   entry                           id         │
        ╞══════════════════════════════════════════════════════════════════════════════╡
        │ Mon 27 Feb 09:00   armin   plan   fix the leak (armin, anto)      1-vs2jyw   │
        │ Mon 27 Feb 09:00   armin   done   We fixed it. (ronan, armin,     x9szyhspzm │
        │                                   with anto)                                 │
        │ Mon 27 Feb 09:00   armin   done   (with bea)                      4w13pgzc2a │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]);
}

#[test]
fn again_it_adds_a_paragraph() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1 We fixed it.
        1 done: fix the leak
        $ sprint done 1 Then we fixed the next.
        1 done: fix the leak
        $ sprint summary
        # Leysin Winter Sprint 2017

        <!-- there is no intro: write `intro` under [report] in sprint.toml -->

        ## Highlights

        We fixed it.

        Then we fixed the next.
        ! remark: there is no intro: write `intro` under [report] in sprint.toml
    "#]]);
}

#[test]
fn again_with_nothing_new_is_refused() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1
        1 done: fix the leak
        $ sprint done 1
        ! error: 1 is done already
        ! hint: `sprint done 1 TEXT` adds to its outcome
        [exit 1]
    "#]]);
}

#[test]
fn an_item_is_found_by_a_word_of_its_text() {
    sprint_session(expect![[r#"
        $ sprint plan fix the Memoryview leak
        1 planned: fix the Memoryview leak
        $ sprint plan fix the numpy leak
        2 planned: fix the numpy leak
        $ sprint done memoryview
        1 done: fix the Memoryview leak
        $ sprint done leak
        2 done: fix the numpy leak
        $ sprint done fix
        ! error: no open item has `fix` in its text
        ! hint: did you mean 1 (fix the Memoryview leak; done), 2 (fix the numpy leak; done)?
        [exit 1]
        $ sprint plan fix the numpy docs
        3 planned: fix the numpy docs
        $ sprint done num
        3 done: fix the numpy docs
    "#]]);
}

#[test]
fn an_item_is_found_by_its_id() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done $(grep -o "^1-[^ ]*" sprints/leysin-2017/2017-02-27.toml)
        1 done: fix the leak
        $ sprint done '#1' More.
        1 done: fix the leak
    "#]]);
}

#[test]
fn what_is_not_there_is_refused_with_what_is() {
    sprint_session(expect![[r#"
        $ sprint done 1
        ! error: there is no item 1
        ! hint: there are no items yet; `sprint plan TEXT` makes the first
        [exit 1]
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint plan port numpy
        2 planned: port numpy
        $ sprint done 3
        ! error: there is no item 3
        ! hint: the highest number is 2; `sprint board` shows what is open
        [exit 1]
        $ sprint done 1x
        ! error: there is no item 1x
        ! hint: the highest number is 2; `sprint board` shows what is open
        [exit 1]
        $ sprint done numby
        ! error: no open item has `numby` in its text
        ! hint: did you mean 2 (port numpy)?
        [exit 1]
        $ sprint done something
        ! error: no open item has `something` in its text
        ! hint: `sprint board` shows what is open, with numbers
        [exit 1]
        $ sprint done leak
        1 done: fix the leak
        $ sprint done leak
        ! error: no open item has `leak` in its text
        ! hint: did you mean 1 (fix the leak; done)?
        [exit 1]
        $ cat sprints/leysin-2017/2017-02-27.toml | wc -l
        4
    "#]]);
}

#[test]
fn a_dropped_item_can_be_finished_after_all() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint drop 1 no time
        1 dropped: fix the leak
        $ sprint done 1 Somebody had time.
        1 done: fix the leak
        $ sprint summary
        # Leysin Winter Sprint 2017

        <!-- there is no intro: write `intro` under [report] in sprint.toml -->

        ## Highlights

        Somebody had time.
        ! remark: there is no intro: write `intro` under [report] in sprint.toml
    "#]]);
}

#[test]
fn two_letters_are_no_piece_of_a_word() {
    sprint_session(expect![[r#"
        $ sprint plan write the changelog
        1 planned: write the changelog
        $ sprint done it works now
        ! error: no open item has `it` in its text
        ! hint: `sprint board` shows what is open, with numbers
        [exit 1]
        $ sprint done wri works now
        1 done: write the changelog
    "#]]);
}
