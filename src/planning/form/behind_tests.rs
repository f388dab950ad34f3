//! Lines of items of which the title is known.

use super::behind::{form_of_row, is_cut};
use super::tests::{shown_people, sprint};
use crate::diagnostic::UnreadKind;
use crate::planning::document::Mark;
use crate::planning::names::Names;
use crate::planning::row::ExportedRow;

/// Reads a line of the item `fix crash on empty file (Armin, Samuele), after: lunch`: people, time, status, mark.
fn shown(text: &str) -> String {
    let row = ExportedRow {
        people: Some("Armin, Samuele".to_owned()),
        when: Some("after: lunch".to_owned()),
        ..ExportedRow::of("fix crash on empty file")
    };
    let sprint = sprint();
    let form = form_of_row(text, &row, &Names::learn(&sprint, &[], &[], &[], "armin"));
    if !form.unclear.is_empty() {
        return "unclear".to_owned();
    }
    let title = (form.title != row.title).then_some(form.title);
    let people = form.people.as_deref().map(shown_people);
    let mark = (form.mark != Mark::None).then(|| format!("{:?}", form.mark));
    let parts = [title, people, form.when, form.status, mark];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" | ")
}

#[test]
fn brackets_behind_the_title_that_are_not_understood_are_no_part_of_it() {
    for bracket in [
        "(Armin, Samuele, Room 5)",
        "(Armin: reader, Samuele: writer)",
        "(Armin -> Anto)",
        "(Armin, Samuele",
        "(TBD)",
        "(?)",
        "(kim)",
        "[urgent]",
        "(Armin, Samuele), Anto",
    ] {
        for title in ["fix crash on empty file", "fix it on an empty file"] {
            let text = format!("{title} {bracket}");
            if title.starts_with("fix crash") || bracket.ends_with(')') {
                assert_eq!(shown(&text), "unclear", "{text}");
            }
        }
    }
}

#[test]
fn where_nobody_goes_by_it_a_bracket_that_tells_of_one_person_is_words() {
    let sprint = sprint();
    let names = Names::learn(&sprint, &[], &[], &[], "armin");
    let row = ExportedRow::of("fix the leak");
    for (bracket, is_words) in [
        ("(Armin pessimistic)", true),
        ("(see Armin)", true),
        ("(waits for Samuele's box)", true),
        ("(Armin, Room 5)", false),
        ("(Armin: reader)", false),
        ("(Armin -> Anto)", false),
        ("(TBD)", false),
    ] {
        let text = format!("fix the leak {bracket}");
        let form = form_of_row(&text, &row, &names);
        let is_told = matches!(form.unclear[..], [UnreadKind::InTitle(_)]);
        assert_eq!(is_told && form.title == text, is_words, "{text}");
        assert!(!form.unclear.is_empty(), "{text}");
    }
}

#[test]
fn where_nobody_goes_by_it_a_bracket_of_words_belongs_to_the_title() {
    let sprint = sprint();
    let names = Names::learn(&sprint, &[], &[], &[], "armin");
    let row = ExportedRow::of("fix the leak");
    for (bracket, is_title) in [
        ("(easy for now)", true),
        ("(easy)", true),
        ("(for genc/llvm)", true),
        ("(good progress, we still need 25 files)", true),
        ("(waits for samuele)", false),
        ("(armni)", false),
        ("(Kim reviews it)", false),
        ("(TBD)", false),
    ] {
        let text = format!("fix the leak {bracket}");
        let form = form_of_row(&text, &row, &names);
        let is_text = form.unclear.is_empty() && form.people.is_none() && form.title == text;
        assert_eq!(is_text, is_title, "{text}");
    }
}

#[test]
fn nobody_goes_from_a_line_that_names_people_outside_of_brackets() {
    for text in [
        "fix crash on empty file, Armin",
        "fix it on an empty file, Armin",
    ] {
        assert_eq!(shown(text), "unclear", "{text}");
    }
    for text in ["fix crash on empty file", "fix it on an empty file"] {
        let title = if text.starts_with("fix it") { text } else { "" };
        assert_eq!(shown(text), title);
    }
}

#[test]
fn people_a_time_and_a_status_follow_the_title() {
    for (rest, expected) in [
        ("(Armin+Samuele+Anto)", "armin, samuele, anto"),
        ("[Armin, Samuele]", "armin, samuele"),
        ("(Armin) (Anto)", "armin, anto"),
        ("(Armin) +Amaury: nearly", "armin, +Amaury | nearly"),
        ("(Armin) @anto", "armin, anto"),
        ("(Armin) Anto", "armin, anto"),
        ("(Armin) ✅", "armin | Done"),
        ("(Armin) 👍", "armin"),
        ("(Armin), DONE", "armin | DONE | Done"),
        ("(Armin), Thu 17:00 DONE", "armin | Thu 17:00 | DONE | Done"),
        (
            "(Armin), after: lunch DONE",
            "armin | after: lunch | DONE | Done",
        ),
        (
            "(Armin), after: lunch: nearly",
            "armin | after: lunch | nearly",
        ),
        ("EASIER THAN FEARED", "EASIER THAN FEARED"),
        ("- IN PROGRESS", "IN PROGRESS | InProgress"),
        ("-- TO BE MERGED", "TO BE MERGED | InProgress"),
        (
            "WHERE ARE THE SLIDES? (Armin)",
            "armin | WHERE ARE THE SLIDES?",
        ),
        ("(in C) (Armin)", "fix crash on empty file (in C) | armin"),
        (
            "in GC JIT (Armin)",
            "fix crash on empty file in GC JIT | armin",
        ),
    ] {
        let text = format!("fix crash on empty file {rest}");
        assert_eq!(shown(&text), expected, "{rest}");
    }
}

#[test]
fn the_known_time_is_one_though_everything_else_has_changed() {
    for (text, expected) in [
        (
            "make empty files work (Anto), after: lunch: stuck",
            "make empty files work | anto | after: lunch | stuck",
        ),
        (
            "make empty files work (fast) (), after: lunch DONE",
            "make empty files work (fast) |  | after: lunch | DONE | Done",
        ),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn a_title_that_is_struck_through_is_struck_whatever_follows() {
    for text in [
        "~~fix crash on empty file~~ (Armin)",
        "~~fix crash on empty file (Armin)~~",
    ] {
        assert_eq!(shown(text), "armin | Struck", "{text}");
    }
}

#[test]
fn a_line_is_cut_where_it_ends_within_the_words_of_its_row() {
    let row = ExportedRow {
        people: Some("Armin".to_owned()),
        ..ExportedRow::of("fix crash on empty file")
    };
    let alone = ExportedRow::of("fix the leaks");
    assert!(is_cut("fix crash o", &row, false));
    assert!(is_cut("fix the leak", &alone, true));
    assert!(!is_cut("fix the leak", &alone, false));
    assert!(!is_cut("fix crash on empty file", &row, true));
    assert!(!is_cut("", &row, true));
}
