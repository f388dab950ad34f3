//! Statuses behind a title, and words of titles that are none.

use super::tests::check;

#[test]
fn what_nobody_does_now_is_a_status_behind_a_sign_or_in_capitals() {
    check(&[
        (
            "draw the maps (Laura): postponed until autumn",
            "draw the maps | (laura) | : postponed until autumn | Dropped",
        ),
        (
            "draw the maps POSTPONED until autumn",
            "draw the maps | : POSTPONED until autumn | Dropped",
        ),
        (
            "draw the maps MOVED to the next sprint",
            "draw the maps | : MOVED to the next sprint | Dropped",
        ),
        (
            "draw the maps VERSCHOBEN auf Herbst",
            "draw the maps | : VERSCHOBEN auf Herbst | Dropped",
        ),
        (
            "draw the maps -> next sprint",
            "draw the maps | : -> next sprint | Dropped",
        ),
        (
            "draw the maps --> backlog",
            "draw the maps | : --> backlog | Dropped",
        ),
        (
            "draw the maps (Laura) -> next sprint",
            "draw the maps | (laura) | : -> next sprint | Dropped",
        ),
        (
            "draw the maps, not this week",
            "draw the maps | : not this week",
        ),
        ("draw the maps - later", "draw the maps | : later"),
        (
            "draw the maps POSTPONED until Friday",
            "draw the maps | : POSTPONED until Friday",
        ),
        (
            "find what was moved to next sprint",
            "find what was moved to next sprint",
        ),
        (
            "draw the maps, postponed until autumn",
            "draw the maps | : postponed until autumn | Dropped",
        ),
        (
            "draw the maps, POSTPONED: no ink",
            "draw the maps | : POSTPONED: no ink | Dropped",
        ),
        (
            "draw the maps MERGED as !45",
            "draw the maps | : MERGED as !45 | Done",
        ),
        ("draw the next sprint", "draw the next sprint"),
    ]);
}

#[test]
fn words_of_a_title_such_as_cancelled_are_no_status() {
    for title in [
        "answer MOVED to old clients",
        "answer clients MOVED to old version",
        "Bug: CANCELLED orders show up",
        "CANCELLED orders show up in the list",
        "DEFERRED mails are lost",
        "ABANDONED carts were counted twice",
        "REJECTED mails are sent again",
        "Tests: ABANDONED carts are counted twice",
        "sort bugs: WONTFIX ones first",
        "Cookies: invalid since 4.1",
        "Cookies: invalid, unless they are signed",
        "sets: dropped since 3.0",
        "packets: dropped because of the MTU",
        "port docs: moved into the release branch",
        "port docs: moved to the sprint branch",
        "port docs: moved to a version control system",
        "tickets: postponed in the UI are hidden",
        "document states: postponed for review",
        "list packets, dropped because of the MTU",
        "ship it, canceled since the venue closed",
        "fix the parser, later",
        "fix the parser, dropped",
        "translate DONE to German",
        "render DONE as green",
        "rename FIXED into RESOLVED",
        "set old tickets to FIXED",
        "sort MERGED by date",
        "zeige FERTIG auf Deutsch",
    ] {
        check(&[(title, title)]);
    }
}

#[test]
fn a_sentence_about_what_is_called_off_belongs_to_the_title() {
    check(&[
        (
            "payments (Laura): CANCELLED state is handled",
            "payments: CANCELLED state is handled | (laura)",
        ),
        (
            "payments (Laura) - ABANDONED carts are counted",
            "payments - ABANDONED carts are counted | (laura)",
        ),
        (
            "payments: Laura: WONTFIX bugs show up",
            "payments: WONTFIX bugs show up | (laura)",
        ),
        (
            "payments - Laura, Armin - INVALID input must fail",
            "payments - INVALID input must fail | (laura, armin)",
        ),
        (
            "payments (Laura): POSTPONED nobody is here",
            "payments | (laura) | : POSTPONED nobody is here",
        ),
    ]);
}

#[test]
fn behind_people_between_dashes_half_a_sentence_belongs_to_the_title() {
    check(&[
        (
            "draw the maps - Laura, Armin - in French",
            "draw the maps - in French | (laura, armin)",
        ),
        (
            "draw the maps -- Laura, Armin -- for the post",
            "draw the maps - for the post | (laura, armin)",
        ),
        (
            "draw the maps - Laura, Armin - in progress",
            "draw the maps | (laura, armin) | : in progress | InProgress",
        ),
        (
            "draw the maps - Laura, Armin - nearly",
            "draw the maps | (laura, armin) | : nearly",
        ),
        (
            "draw the maps: Laura, Armin: in French",
            "draw the maps | (laura, armin) | : in French",
        ),
    ]);
}

#[test]
fn words_of_another_language_that_close_are_cut_off_with_what_follows_a_sign() {
    check(&[
        (
            "write home: erledigt, Laura prüft morgen",
            "write home | : erledigt, Laura prüft morgen | InProgress",
        ),
        (
            "write home - solved: see below",
            "write home | : solved: see below | Done",
        ),
        (
            "write home: fertig machen, dann abschicken",
            "write home: fertig machen, dann abschicken",
        ),
    ]);
}

#[test]
fn words_follow_a_status_in_capitals_behind_any_sign() {
    for sign in [",", ".", "!", ":", " -", " –"] {
        let expected = format!("plug it | : DONE{sign} you can try it | Done");
        check(&[(&format!("plug it DONE{sign} you can try it"), &expected)]);
    }
}

#[test]
fn the_code_of_an_emoji_says_what_the_emoji_does_and_its_colons_cut_nothing() {
    check(&[
        (
            "draw the maps (Laura) :tada: PR 501",
            "draw the maps | (laura) | : :tada: PR 501",
        ),
        (
            "draw the maps (Laura): :rocket: soon",
            "draw the maps | (laura) | : :rocket: soon",
        ),
        (
            "draw the maps (Laura): :construction: waiting",
            "draw the maps | (laura) | : :construction: waiting",
        ),
        (
            ":bug: draw the maps: Laura",
            ":bug: draw the maps | (laura)",
        ),
        ("draw :bug: maps", "draw :bug: maps"),
        ("draw the maps :white_check_mark:", "draw the maps | Done"),
        (":heavy_check_mark: draw the maps", "draw the maps | Done"),
        (
            "draw the maps :x: (Laura)",
            "draw the maps | (laura) | Dropped",
        ),
        (
            "draw the maps (Laura): :construction:",
            "draw the maps | (laura) | : 🚧 | InProgress",
        ),
        ("draw the a:b:c maps", "draw the a:b:c maps"),
    ]);
}

#[test]
fn a_sign_that_is_asked_about_closes_nothing() {
    check(&[
        ("plug it (Laura) ✅?", "plug it | (laura) | : ❓"),
        ("plug it (Laura) ✅ ?", "plug it | (laura) | : ❓"),
        ("plug it (Laura): ✅ ?", "plug it | (laura) | : ❓"),
        ("✅? plug it (Laura)", "plug it | (laura) | : ❓"),
        (
            "plug it (Laura): DONE, I hope",
            "plug it | (laura) | : DONE, I hope | InProgress",
        ),
    ]);
}
