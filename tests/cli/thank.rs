//! `sprint thank`.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

#[test]
fn thanks_are_in_the_report() {
    sprint_session(expect![[r#"
        $ sprint thank We thank our donors.
        thanks: We thank our donors.
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Thanks

        We thank our donors.
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        sfkzws6t60 = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "thank", text = "We thank our donors." }
    "#]]);
}

#[test]
fn the_command_may_be_the_first_word_of_the_sentence() {
    sprint_session(expect![[r#"
        $ sprint thank you to the hut.; sprint thank to the cook.; sprint thank -- you all
        thanks: Thank you to the hut.
        thanks: Thanks to the cook.
        thanks: you all
        $ sprint summary | tail -n 5
        Thank you to the hut.

        Thanks to the cook.

        You all
    "#]]);
}

#[test]
fn brackets_of_people_are_text_with_a_remark() {
    people_session(expect![[r#"
        $ sprint thank the cooks '(Bea and Armin)'
        thanks: the cooks (Bea and Armin)
        ! remark: the brackets are text, though they name Bea
        ! hint: this command takes no people; `@Bea` in a text is told as the name
        $ sprint thank the cooks, @bea
        thanks: the cooks, @bea
    "#]]);
}
