//! `sprint day`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn a_day_has_a_theme_or_is_a_break() {
    sprint_session(expect![[r#"
        $ sprint day documentation day
        Monday, 27 February 2017: documentation day
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017: documentation day
        No task is open.
        $ sprint day --break
        Monday, 27 February 2017: break
        ! remark: the day was `documentation day` so far
        ! hint: `sprint day documentation day --break` says both
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017: break
        No task is open.
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        a8tcstrf52 = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "day", text = "documentation day" }
        35va5gmq6z = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "day", break = true }
    "#]]);
}

#[test]
fn something_has_to_be_said() {
    sprint_session(expect![[r#"
        $ sprint day
        ! error: neither a theme nor `--break` was given
        ! hint: type what the day is, or `--break` if nobody is expected to work
        [exit 2]
    "#]]);
}

#[test]
fn the_word_break_alone_is_refused() {
    sprint_session(expect![[r#"
        $ sprint day break
        ! error: `break` may be a day without work or a theme
        ! hint: `sprint day --break` is a day without work; `sprint day -- break` is a theme
        [exit 2]
        $ sprint day Break --day tue
        ! error: `Break` may be a day without work or a theme
        ! hint: `sprint day --break` is a day without work; `sprint day -- Break` is a theme
        [exit 2]
        $ sprint day -- break
        Monday, 27 February 2017: break
        $ sprint day break and games
        Monday, 27 February 2017: break and games
    "#]]);
}

#[test]
fn another_day_is_said_by_an_option() {
    sprint_session(expect![[r#"
        $ sprint day thu excursion; sprint day Thursday: excursion; sprint day on Donnerstag Ausflug; sprint day excursion on thu
        ! error: `thu excursion` may be for another day, `thu`, or a theme
        ! hint: `sprint day --day thu excursion` is for that day; `sprint day -- thu excursion` is the theme
        ! error: `Thursday: excursion` may be for another day, `Thursday`, or a theme
        ! hint: `sprint day --day Thursday excursion` is for that day; `sprint day -- Thursday: excursion` is the theme
        ! error: `on Donnerstag Ausflug` may be for another day, `Thu`, or a theme
        ! hint: `sprint day --day Thu Ausflug` is for that day; `sprint day -- on Donnerstag Ausflug` is the theme
        ! error: `excursion on thu` may be for another day, `thu`, or a theme
        ! hint: `sprint day --day thu excursion` is for that day; `sprint day -- excursion on thu` is the theme
        [exit 2]
        $ sprint day tomorrow; sprint day mon; sprint day thurday excursion
        ! error: `tomorrow` may be for another day, `tomorrow`, or a theme
        ! hint: `sprint day --day tomorrow TEXT` is for that day; `sprint day -- tomorrow` is the theme
        ! error: `mon` may be for another day, `mon`, or a theme
        ! hint: `sprint day --day mon TEXT` is for that day; `sprint day -- mon` is the theme
        ! error: `thurday excursion` may be for another day, `thursday`, or a theme
        ! hint: `sprint day --day thursday excursion` is for that day; `sprint day -- thurday excursion` is the theme
        [exit 2]
        $ sprint day --day thu excursion
        Thursday, 2 March 2017: excursion
        $ sprint day --day sun arrival
        Sunday, 26 February 2017: arrival
        $ sprint day Monday: arrival
        Monday, 27 February 2017: Monday: arrival
        $ sprint day -- Thursday people
        Monday, 27 February 2017: Thursday people
    "#]]);
}

#[test]
fn what_a_day_was_so_far_is_told() {
    sprint_session(expect![[r#"
        $ sprint day documentation day
        Monday, 27 February 2017: documentation day
        $ sprint day --break
        Monday, 27 February 2017: break
        ! remark: the day was `documentation day` so far
        ! hint: `sprint day documentation day --break` says both
        $ sprint day docs
        Monday, 27 February 2017: docs
        ! remark: the day was `break` so far
        ! hint: `sprint day docs --break` says both
        $ sprint day documentation
        Monday, 27 February 2017: documentation
        $ sprint day documentation --break
        Monday, 27 February 2017: documentation, break
    "#]]);
}
