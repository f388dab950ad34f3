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
        ("x (Armin, see below)", "x | (armin) | not see below"),
        (
            "x (Armin, not before Wed)",
            "x | (armin) | not not before Wed",
        ),
        ("x (Armin, 80%, #12)", "x | (armin) | not 80%, #12"),
        ("x (Armin, remote)", "x | (armin) | not remote"),
        // There is nothing to record about these.
        ("x (Armin & co)", "x | (armin)"),
        ("x (Armin et al.)", "x | (armin)"),
        ("x (Armin and others)", "x | (armin)"),
        ("x (Armin, Laura too)", "x | (armin, laura)"),
        // A question about one of two asks about both.
        ("x (Armin or Laura?)", "x | (armin?, laura?)"),
        ("x (Armin & Laura or Ronan?)", "x | (armin, laura?, ronan?)"),
        ("x (Armin or Laura)", "x | (armin?, laura?)"),
        ("x (Armin oder Laura)", "x | (armin?, laura?)"),
        ("x (Ronan, Armin or Laura)", "x | (ronan?, armin?, laura?)"),
        ("x (Ronan, Armin, or Laura)", "x | (ronan?, armin?, laura?)"),
        ("x (Ronan; Armin or Laura)", "x | (ronan, armin?, laura?)"),
        ("x (Armin oder Laura; Ronan)", "x | (armin?, laura?, ronan)"),
        ("x (Armin only)", "x | (armin)"),
    ]);
}

#[test]
fn whom_nobody_knows_behind_with_in_a_status_is_nobody() {
    check(&[
        (
            "mailer (Armin): works with Postfix",
            "mailer | (armin) | : works with Postfix",
        ),
        (
            "mailer (Armin) - in review with Postfix",
            "mailer | (armin) | : in review with Postfix",
        ),
        (
            "mailer (Armin, works with Postfix)",
            "mailer | (armin) | : works with Postfix",
        ),
        ("mailer - works with Postfix", "mailer - works with Postfix"),
        (
            "mailer (Armin) - in review with Laura",
            "mailer | (armin, laura helps) | : in review | InProgress",
        ),
        (
            "mailer (Armin) - in review with +Amaury",
            "mailer | (armin, +Amaury helps) | : in review | InProgress",
        ),
    ]);
}

#[test]
fn people_in_brackets_that_are_struck_through_are_off_beside_others() {
    check(&[
        ("mailer ~~(Armin)~~ (Laura)", "mailer | (-armin, laura)"),
        ("mailer (Laura) ~~(Armin)~~", "mailer | (laura, -armin)"),
        (
            "mailer ~~(Armin)~~ (Laura) ~~(Anto)~~",
            "mailer | (-armin, laura, -anto)",
        ),
        ("rename `~~(Armin)~~`", "rename `~~(Armin)~~`"),
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
            "plug the leak (Armin, help wanted)",
            "plug the leak | (armin) | : help wanted | InProgress",
        ),
        (
            "plug the leak (Armin, waiting for Anto)",
            "plug the leak | (armin) | : waiting for Anto | InProgress",
        ),
        (
            "plug the leak (Armin, in review)",
            "plug the leak | (armin) | : in review | InProgress",
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
fn whoever_did_it_stands_behind_by() {
    check(&[
        (
            "plug it (done by Armin)",
            "plug it | (armin) | : done | Done",
        ),
        (
            "plug it (fixed by Armin and Anto)",
            "plug it | (armin, anto) | : fixed | Done",
        ),
        (
            "plug it: done by Armin",
            "plug it | (armin) | : done | Done",
        ),
        (
            "plug it (Laura): done by Armin",
            "plug it | (laura) | by armin | : done | Done",
        ),
        (
            "plug it (Laura): erledigt von Armin",
            "plug it | (laura) | by armin | : erledigt | Done",
        ),
        (
            "plug it (Laura): done by Armin, Anto: it was the linker",
            "plug it | (laura) | by armin, anto | : done: it was the linker | Done",
        ),
        (
            "plug it (Laura): done by Armin, Anto, faster now",
            "plug it | (laura) | by armin, anto | : done, faster now | Done",
        ),
        (
            "plug it (Armin, Laura; done by Armin)",
            "plug it | (armin, laura) | by armin | : done | Done",
        ),
        (
            "plug it (Laura; done by Armin and Anto)",
            "plug it | (laura, armin, anto) | by armin, anto | : done | Done",
        ),
        (
            "plug it (Laura) (fixed by Armin)",
            "plug it | (laura, armin) | by armin | : fixed | Done",
        ),
        ("plug it (Laura) (Armin)", "plug it | (laura, armin)"),
        ("plug it (by Armin)", "plug it | (armin)"),
        ("plug it (w/ Armin)", "plug it | (armin helps)"),
        ("sort it (by Knuth)", "sort it (by Knuth)"),
        (
            "plug it (reviewed by Armin)",
            "plug it (reviewed by Armin) | names Armin",
        ),
        (
            "plug it (Laura): done by Friday",
            "plug it | (laura) | : done by Friday | InProgress",
        ),
    ]);
}

#[test]
fn words_in_brackets_are_nobody_where_people_stand_in_front() {
    check(&[
        (
            "Armin: translations (zh, de) - done with zh, de missing",
            "translations (zh, de) | (armin) | : done with zh, de missing | InProgress",
        ),
        (
            "Armin: translations (Amaury)",
            "translations | (armin, +Amaury)",
        ),
        ("translations (zh, de)", "translations | (+zh, +de)"),
        ("fix - fixed point numbers", "fix - fixed point numbers"),
    ]);
}

#[test]
fn names_among_words_that_are_not_understood_are_listed() {
    check(&[
        (
            "x (was Armin, now Anto)",
            "x (was Armin, now Anto) | names Armin, Anto",
        ),
        ("x (ask Armin first)", "x (ask Armin first) | names Armin"),
        ("x (Armin, Room 5)", "x (Armin, Room 5) | names Armin"),
        (
            "x (Armin: reader, Anto: writer)",
            "x (Armin: reader, Anto: writer) | names Armin, Anto",
        ),
        (
            "x (Armin -> Anto): slow",
            "x (Armin -> Anto): slow | names Armin, Anto",
        ),
        ("x (the tests in Rose)", "x (the tests in Rose)"),
        ("x (ask Armin first) and y", "x (ask Armin first) and y"),
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
        (
            "Armin makes the test faster",
            "Armin makes the test faster | names Armin",
        ),
        (
            "Armin, Laura are on the train",
            "Armin, Laura are on the train",
        ),
        (
            "Armin, Nobody make the test faster",
            "Armin, Nobody make the test faster | names Armin",
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
            "draw the maps - Laura - a talk | names Laura",
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
fn the_title_goes_on_behind_a_number_and_people() {
    check(&[
        ("#866 (Laura) draw the maps", "#866 draw the maps | (laura)"),
        (
            "!45 (Armin, Laura) draw the maps DONE",
            "!45 draw the maps | (armin, laura) | : DONE | Done",
        ),
        ("#866 (Laura): nearly", "#866 | (laura) | : nearly"),
        ("#866 (Laura) DONE", "#866 | (laura) | : DONE | Done"),
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

#[test]
fn people_between_two_signs_need_no_brackets() {
    check(&[
        (
            "Docs – Laura, Armin – 60 of 90",
            "Docs | (laura, armin) | : 60 of 90",
        ),
        ("Docs - Laura - 30%", "Docs | (laura) | : 30%"),
        (
            "Docs - Laura, Armin - slow",
            "Docs | (laura, armin) | : slow",
        ),
        (
            "Docs - Laura - part two",
            "Docs - Laura - part two | names Laura",
        ),
        (
            "Docs – Laura, 14:00 – part two",
            "Docs | (laura) | at 14:00 | : part two",
        ),
        (
            "write tests: Laura, Armin - DONE",
            "write tests | (laura, armin) | : DONE | Done",
        ),
        (
            "write tests – Laura (DONE)",
            "write tests | (laura) | : DONE | Done",
        ),
    ]);
}

#[test]
fn names_that_may_say_who_is_on_it_are_told_and_stay_in_the_title() {
    for (text, named) in [
        ("plug it, Armin", "Armin"),
        (
            "plug it, Laura Creighton and Armin!",
            "Laura Creighton, Armin",
        ),
        ("plug it by Armin", "Armin"),
        ("plug it, Armin (not before lunch)", "Armin"),
        ("plug it von Armin", "Armin"),
        ("plug it @laura, then publish it", "@laura"),
        ("reply @laura: can we publish it", "@laura"),
        ("nudge @armin: the log", "@armin"),
        ("plug it @laura - it is for the slow ones", "@laura"),
        ("plug it (was Armin, now Laura)", "Armin, Laura"),
        ("plug it (see Armin)", "Armin"),
    ] {
        let expected = format!("{text} | names {named}");
        check(&[(text, &expected)]);
    }
    for text in [
        "ask Armin about the fonts",
        "Armin's branch needs a merge",
        "port it by Armin's rules",
        "plug it, Armin needs it",
        "plug it, then test it",
        "plug it by Friday",
        "tell Laura, as always, about it",
        "quote “plug it, Armin” as it is",
        "mention (as in x, Armin) it there",
        "use @dataclass in models",
        "plug it @hsato, then publish it",
        "drop @cached_property: it is slow",
        "reply @hsato: can we publish it",
    ] {
        check(&[(text, text)]);
    }
}

#[test]
fn a_title_that_is_known_names_nobody_anew() {
    let text = "plug it, Armin";
    assert_eq!(shown(text, Some(text)), text);
}

#[test]
fn doubt_is_read_in_several_languages() {
    for doubt in [
        "maybe",
        "evtl.",
        "eventuell",
        "vielleicht",
        "Vllt.",
        "peut-être",
        "forse",
        "tal vez",
        "misschien",
    ] {
        let expected = "plug it | (armin, laura?)";
        check(&[
            (&format!("plug it (Armin, {doubt} Laura)"), expected),
            (&format!("plug it (Armin, Laura {doubt})"), expected),
        ]);
    }
}

#[test]
fn a_new_name_with_a_known_one_in_it_is_not_taken_for_one_person() {
    check(&[
        ("x (Laura Nor)", "x | () | Laura Nor has Laura"),
        ("x (Nor Armin)", "x | () | Nor Armin has Armin"),
        (
            "x (Ronan, Armin Laura Nor)",
            "x | (ronan) | Armin Laura Nor has Armin, Laura",
        ),
        ("x (+Nor Armin, Ronan)", "x | (+Nor Armin, ronan)"),
        ("x (\"+Nor Armin\")", "x | (+Nor Armin)"),
        ("x (Armin Laura)", "x | (armin, laura)"),
        ("x (Tom Rigo)", "x | (+Tom Rigo)"),
        ("x: Armin Nor", "x | unclear"),
    ]);
}

#[test]
fn names_at_the_ends_of_a_title_are_told_whatever_is_around_them() {
    for (text, named) in [
        ("plug it armin", "armin"),
        ("plug it, armin", "armin"),
        ("plug it armin laura", "armin, laura"),
        ("plug it Armin/Laura", "Armin, Laura"),
        ("plug it Armin & Laura", "Armin, Laura"),
        ("plug it Armin)", "Armin"),
        ("plug it {Armin}", "Armin"),
        ("plug it _Armin_", "Armin"),
        ("Armin/Laura plug it", "Armin, Laura"),
        ("armin plug it", "armin"),
        ("Armin → docs", "Armin"),
        ("Armin -> docs", "Armin"),
        ("Armin | docs", "Armin"),
        ("**Armin** plug it", "Armin"),
        ("owner Armin: plug it", "Armin"),
        ("Armin, plug it", "Armin"),
    ] {
        check(&[(text, &format!("{text} | names {named}"))]);
    }
    for text in ["ask armin", "write docs for armin", "plug it (x)"] {
        check(&[(text, text)]);
    }
    check(&[
        ("AI Armin: plug it", "plug it | (armin)"),
        ("AI (Armin, Laura): plug it", "plug it | (armin, laura)"),
        ("Action item Armin: plug it", "plug it | (armin)"),
        ("AI: train it", "AI: train it"),
        ("plug it responsible: Armin", "plug it | (armin)"),
    ]);
}

#[test]
fn whoever_only_looked_after_it_has_no_credit() {
    for text in [
        "done, reviewed by Armin",
        "done, tested by Armin",
        "done, reported by Armin",
        "finished, presented by Armin on Friday",
        "erledigt, geprüft von Armin",
        "merged by Armin",
        "PR merged by Armin",
        "closed by Armin",
    ] {
        let told = text.split_once(", ").map_or(text, |(_, told)| told);
        let expected = format!("plug it | (laura) | : {told} | Done");
        check(&[(&format!("plug it (Laura): {text}"), &expected)]);
    }
    check(&[
        (
            "plug it (Laura): reviewed by Armin",
            "plug it | (laura) | : reviewed by Armin | InProgress",
        ),
        (
            "plug it: done, reviewed by Armin",
            "plug it | : reviewed by Armin | Done",
        ),
        (
            "plug it (Laura): written by Armin",
            "plug it | (laura) | : written by Armin",
        ),
    ]);
}
