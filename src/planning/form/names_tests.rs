//! Lines with more than names in their brackets, and names without brackets.

use super::tests::{check, shown};

#[test]
fn words_among_the_people_that_are_not_understood_are_kept_apart() {
    check(&[
        (
            "x (Armin, Laura, somebody)",
            "x | (armin, laura) | not somebody",
        ),
        ("x (Armin later)", "x | (armin) | not later"),
        (
            "x (Armin, Laura all day)",
            "x | (armin, laura) | not all day",
        ),
        ("x (Armin, TBD)", "x | (armin) | not TBD"),
        ("x (Armin on Windows)", "x | (armin) | not on Windows"),
        (
            "x (Armin, with help of one of us)",
            "x | (armin) | not with help of one of us",
        ),
        (
            "x (Armin, today, after lunch)",
            "x | (armin) | not after lunch | at today",
        ),
        ("x (Armin, Laura to discuss)", "x | (armin, laura helps)"),
        // There is nothing to record about these.
        ("x (Armin and others)", "x | (armin)"),
        ("x (Armin, Laura too)", "x | (armin, laura)"),
        ("x (Armin only)", "x | (armin)"),
    ]);
}

#[test]
fn people_stand_beside_a_status() {
    check(&[
        (
            "(DONE, armin, laura) plug the leak",
            "plug the leak | (armin, laura) | : DONE | Done",
        ),
        (
            "(SOME PROGRESS, Armin) plug the leak",
            "plug the leak | (armin) | : SOME PROGRESS | InProgress",
        ),
        (
            "plug the leak (armin, laura: DONE)",
            "plug the leak | (armin, laura) | : DONE | Done",
        ),
        (
            "plug the leak (DONE: armin, laura)",
            "plug the leak | (armin, laura) | : DONE | Done",
        ),
        (
            "plug the leak DONE (armin, laura)",
            "plug the leak | (armin, laura) | : DONE | Done",
        ),
        (
            "DONE (armin, laura) plug the leak",
            "plug the leak | (armin, laura) | : DONE | Done",
        ),
        // What was done.
        (
            "(DONE, cleanup) plug the leak",
            "plug the leak | : DONE, cleanup | Done",
        ),
        (
            "plug the leak (DONE: Boehm)",
            "plug the leak | : DONE: Boehm | Done",
        ),
    ]);
}

#[test]
fn several_people_stand_in_front_of_the_title() {
    check(&[
        (
            "Armin, Laura make the test faster",
            "make the test faster | (armin, laura)",
        ),
        (
            "DONE Armin, Laura make the test faster",
            "make the test faster | (armin, laura) | : DONE | Done",
        ),
        (
            "Armin, Carl Friedrich and Laura: make the test faster",
            "make the test faster | (armin, cf-bolz, laura)",
        ),
        (
            "Armin, Carl Friedrich and Laura make the test faster",
            "make the test faster | (armin, cf-bolz, laura)",
        ),
        ("Armin makes the test faster", "Armin makes the test faster"),
        (
            "Armin, Laura are on the train",
            "Armin, Laura are on the train",
        ),
        (
            "Armin, Nobody make the test faster",
            "Armin, Nobody make the test faster",
        ),
    ]);
}

#[test]
fn people_stand_behind_dashes_and_in_brackets_that_nothing_closes() {
    check(&[
        (
            "draw the maps – Laura – in progress",
            "draw the maps | (laura) | : in progress | InProgress",
        ),
        (
            "draw the maps - Laura, Armin",
            "draw the maps | (laura, armin)",
        ),
        (
            "draw the maps - Laura - a talk",
            "draw the maps - Laura - a talk",
        ),
        (
            "draw the maps (Laura, Armin around",
            "draw the maps | (laura, armin helps)",
        ),
        (
            "draw the maps (Laura, see below",
            "draw the maps (Laura, see below",
        ),
        ("draw the maps f(Laura", "draw the maps f(Laura"),
    ]);
}

#[test]
fn nobody_is_guessed_from_letters_or_places() {
    check(&[
        ("x (Armin, lcr)", "x | (armin) | lcr is Laura Creighton?"),
        ("x (Armin, hpk)", "x | (armin, +hpk)"),
        (
            "upgrade Python on tuba (Armin, Tuba around)",
            "upgrade Python on tuba | (armin) | not Tuba",
        ),
        (
            "wait on Amaury (Armin, Amaury)",
            "wait on Amaury | (armin, +Amaury)",
        ),
    ]);
}

#[test]
fn a_line_struck_through_is_asked_about_whatever_says_why() {
    check(&[
        ("~~draw the maps~~", "draw the maps | Struck"),
        (
            "~~draw the maps~~ see the new ones",
            "draw the maps see the new ones | Struck",
        ),
        ("~~two~~ three new maps", "~~two~~ three new maps"),
    ]);
}

#[test]
fn that_work_has_not_begun_is_no_status() {
    check(&[
        (
            "draw the maps (Laura): todo",
            "draw the maps | (laura) | Open",
        ),
        (
            "draw the maps (Laura): offen",
            "draw the maps | (laura) | Open",
        ),
        ("draw the maps NOT STARTED", "draw the maps | Open"),
    ]);
}

#[test]
fn a_word_in_capitals_behind_a_known_title_is_a_status() {
    let title = Some("discuss the colours");
    for (text, expected) in [
        ("discuss the colours ARRGH", "discuss the colours | : ARRGH"),
        (
            "discuss the colours ARRGH!",
            "discuss the colours | : ARRGH!",
        ),
        (
            "discuss the colours ARRGH today",
            "discuss the colours ARRGH today",
        ),
        ("discuss the colours GIF", "discuss the colours GIF"),
    ] {
        assert_eq!(shown(text, title), expected, "{text}");
    }
}
