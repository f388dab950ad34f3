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
        ! error: `break` may be a day without work or a theme
        ! hint: `sprint day --break` is a day without work; `sprint day -- break` is a theme
        [exit 2]
        $ sprint day -- break
        Monday, 27 February 2017: break
        $ sprint day break and games
        Monday, 27 February 2017: break and games
    "#]]);
}
