//! Lines of documents, each with what is read from it.

use chrono::DateTime;

use super::*;
use crate::diagnostic::UnreadKind;
use crate::domain::{Action, Entry, EntryId, Join, Sprint};
use crate::planning::document::{Mark, Person};
use crate::planning::lines::lines;

/// Everybody who joined: full name and nick.
const ATTENDEES: [(&str, &str); 8] = [
    ("Armin Rigo", "armin"),
    ("Antonio Cuni", "anto"),
    ("Carl Friedrich Bolz", "cf-bolz"),
    ("Samuele Pedroni", "samuele"),
    ("Ronan Lamy", "ronan"),
    ("Laura Creighton", "laura"),
    ("Anders Hammarquist", "iko"),
    ("Anders Chrigstroem", "arre"),
];

pub fn sprint() -> Sprint {
    let at = DateTime::parse_from_rfc3339("2017-02-27T09:00:00+01:00").expect("a time");
    let entry = |(place, (name, nick)): (usize, (&str, &str))| {
        let join = Join {
            person: name.into(),
            nick: nick.into(),
            ..Join::default()
        };
        Entry::new(
            EntryId::new(None, place as u64),
            at,
            "armin".into(),
            Action::Join(Box::new(join)),
        )
    };
    Sprint::from_entries(ATTENDEES.into_iter().enumerate().map(entry).collect())
}

pub fn shown_people(people: &[Person]) -> String {
    let shown = people.iter().map(|person| {
        let Person {
            typed,
            doubtful,
            helps,
            is_struck,
        } = person;
        let sign = |is: bool, sign| if is { sign } else { "" };
        format!(
            "{}{typed}{}{}",
            sign(*is_struck, "-"),
            sign(*doubtful, "?"),
            sign(*helps, " helps")
        )
    });
    shown.collect::<Vec<_>>().join(", ")
}

/// Writes what a line says: title, people, time, status, mark; what there is none of is left out. `not`: words among the people.
pub(super) fn shown(text: &str, title: Option<&str>) -> String {
    let sprint = sprint();
    let document = format!("- {text}");
    let names = Names::learn(&sprint, &[], &lines(&document), &[], "armin");
    let form = form(text, title, &names);
    let people = form
        .people
        .as_deref()
        .map(|people| format!("({})", shown_people(people)));
    let credit = form
        .credit
        .filter(|credit| form.people.as_ref() != Some(credit))
        .map(|credit| format!("by {}", shown_people(&credit)));
    let unclear = form.unclear.first().map(|why| match why {
        UnreadKind::NoSuchPerson { name, near } => format!("{name} is {}?", near.join(", ")),
        UnreadKind::KnownInName { name, known } => format!("{name} has {}", known.join(", ")),
        UnreadKind::InTitle(names) => format!("names {}", names.join(", ")),
        _ => "unclear".to_owned(),
    });
    let others = (!form.others.is_empty()).then(|| format!("not {}", form.others.join(", ")));
    let when = form.when.map(|when| format!("at {when}"));
    let status = form.status.map(|status| format!(": {status}"));
    let mark = (form.mark != Mark::None).then(|| format!("{:?}", form.mark));
    let parts = [
        Some(form.title),
        people,
        credit,
        unclear,
        others,
        when,
        status,
        mark,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" | ")
}

pub(super) fn check(table: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, expected) in table {
        let seen = shown(text, None);
        if seen != *expected {
            wrong.push(format!(
                "{text}\n   expected {expected}\n   seen     {seen}"
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn people_are_read_wherever_documents_have_them() {
    check(&[
        (
            "plug the leak (Armin, Anto)",
            "plug the leak | (armin, anto)",
        ),
        (
            "(Samuele, Laura) (hard) sort the calls",
            "(hard) sort the calls | (samuele, laura)",
        ),
        (
            "samuele, laura: count the objects",
            "count the objects | (samuele, laura)",
        ),
        (
            "better messages: laura, samuele: DONE",
            "better messages | (laura, samuele) | : DONE | Done",
        ),
        (
            "better messages: laura, samuele",
            "better messages | (laura, samuele)",
        ),
        (
            "move (Armin, Anto) the docs",
            "move the docs | (armin, anto)",
        ),
        ("**Armin**: plug the leak", "plug the leak | (armin)"),
        ("plug the leak (**Armin**)", "plug the leak | (armin)"),
        (
            "plug the leak @armin @anto",
            "plug the leak | (armin, anto)",
        ),
        (
            "plug the leak @armin, @fijal DONE",
            "plug the leak | (armin, +fijal) | : DONE | Done",
        ),
        ("ask @armin about the leak", "ask @armin about the leak"),
        ("plug the leak @team/jit", "plug the leak @team/jit"),
        ("plug the leak Assignee: Armin", "plug the leak | (armin)"),
        ("plug the leak /assign @armin", "plug the leak | (armin)"),
        ("plug the leak ()", "plug the leak | ()"),
        ("numpy: plug the leak", "numpy: plug the leak"),
        (
            "plug the leak (Armin) (easy)",
            "plug the leak (easy) | (armin)",
        ),
        (
            "plug the leak (~~Armin~~, Anto)",
            "plug the leak | (-armin, anto)",
        ),
        (
            "plug the leak (~~Armin~~ Anto)",
            "plug the leak | (-armin, anto)",
        ),
        (
            "plug the leak ~~@armin~~ @anto",
            "plug the leak | (-armin, anto)",
        ),
    ]);
}

#[test]
fn people_are_named_in_many_ways() {
    check(&[
        ("x (Armin, Samuele around)", "x | (armin, samuele helps)"),
        ("x (Ronan?)", "x | (ronan?)"),
        ("x (Armin or Anto?)", "x | (armin?, anto?)"),
        ("x (Armin, ...)", "x | (armin)"),
        ("x (Armin, ?)", "x | (armin)"),
        ("x (Armin + Anto)", "x | (armin, anto)"),
        ("x (Armin/Anto)", "x | (armin, anto)"),
        ("x (everybody)", "x | (everybody)"),
        ("x (mostly everybody)", "x | (everybody) | not mostly"),
        ("x (a bit all)", "x | (everybody) | not a bit"),
        ("x (Armin and everybody else)", "x | (armin, everybody)"),
        ("x (Armin, Laura later)", "x | (armin, laura) | not later"),
        ("x (Armin, Laura to review)", "x | (armin, laura helps)"),
        (
            "x (Armin, Laura to write it down)",
            "x | (armin, laura) | not to write it down",
        ),
        (
            "x (Armin looking, Laura)",
            "x | (armin, laura) | not looking",
        ),
        ("x (half of Armin)", "x | (armin helps)"),
        ("x (Anto, a bit of Laura)", "x | (anto, laura helps)"),
        ("x (Armin, help from Laura)", "x | (armin, laura helps)"),
        ("x (Armin with Laura)", "x | (armin, laura helps)"),
        ("x (Armin, quickly)", "x | (armin) | not quickly"),
        ("x (Armin, etc)", "x | (armin)"),
        (
            "x (Anto, Laura; on Sunday)",
            "x | (anto, laura) | at on Sunday",
        ),
        (
            "x (Armin, after the tutorial)",
            "x | (armin) | at after the tutorial",
        ),
        ("x (Armin Anto)", "x | (armin, anto)"),
        ("x (Armin, X)", "x | (armin)"),
        (
            "x (Armin, with Laura's late-night help)",
            "x | (armin, laura helps)",
        ),
        (
            "x (Armin with help of one of us)",
            "x | (armin) | not with help of one of us",
        ),
        ("x (Armin and Laura around)", "x | (armin, laura helps)"),
        (
            "x (Armin, Laura, quickly)",
            "x | (armin, laura) | not quickly",
        ),
        ("x (probably Armin, Laura)", "x | (armin?, laura)"),
        (
            "x (Armin, so that others learn it)",
            "x | (armin) | not so that others learn it",
        ),
        (
            "x (Armin, so that others learn it) DONE!",
            "x | (armin) | not so that others learn it | : DONE! | Done",
        ),
        ("x (laura doubtful, ?)", "x | (laura) | not doubtful"),
        ("x (DONE, armin)", "x | (armin) | : DONE | Done"),
        (
            "(Armin, progress) x",
            "x | (armin) | : progress | InProgress",
        ),
    ]);
}

#[test]
fn nicks_of_initials_and_surname_are_known() {
    check(&[
        ("x (arigo, cfbolz)", "x | (armin, cf-bolz)"),
        ("x (antocuni, pedronis)", "x | (anto, samuele)"),
        ("x (CF)", "x | (cf-bolz)"),
        ("x (rlamy)", "x | (ronan)"),
        ("x (hamm, arre)", "x | (iko, arre)"),
        ("x (CF, jit)", "x (CF, jit)"),
        ("x (Armin, fijal)", "x | (armin, +fijal)"),
        ("x (Amaury)", "x | (+Amaury)"),
        (
            "x (Amaury Forgeot d'Arc, Armin)",
            "x | (+Amaury Forgeot d'Arc, armin)",
        ),
        ("x (fijal, hpk)", "x | (+fijal, +hpk)"),
        ("x (fijal)", "x (fijal)"),
        ("x (Armin, Anders)", "x | (armin) | unclear"),
        ("x (Armin, Iko)", "x | (armin, iko)"),
        // Slips.
        ("x (Armn, Samuele)", "x | (samuele) | Armn is Armin Rigo?"),
        ("x (Armn)", "x | () | Armn is Armin Rigo?"),
        ("x (+Armn)", "x | (+Armn)"),
        ("(Armn, Samuele) x", "x | (samuele) | Armn is Armin Rigo?"),
        ("x (Evrybody)", "x | () | Evrybody is everybody?"),
        ("x (armn)", "x (armn)"),
    ]);
}

#[test]
fn other_brackets_are_text() {
    check(&[
        ("loops (across calls)", "loops (across calls)"),
        ("the tests (skips/failures)", "the tests (skips/failures)"),
        ("hooks (zip-imports etc.)", "hooks (zip-imports etc.)"),
        (
            "look at isinstance(x, Class)",
            "look at isinstance(x, Class)",
        ),
        ("the server (Open End?)", "the server (Open End?)"),
        ("faster loops (5-6x)", "faster loops (5-6x)"),
        ("plug the leak (easy)", "plug the leak (easy)"),
        ("plug the leak (LLVM)", "plug the leak (LLVM)"),
        ("plug the leak (see below)", "plug the leak (see below)"),
        (
            "plug the leak (Amaury) on the wall",
            "plug the leak (Amaury) on the wall",
        ),
        ("(probably) undo it", "(probably) undo it"),
        ("plug `it (Armin)`", "plug `it (Armin)`"),
        ("plug [it](Armin)", "plug [it](Armin)"),
        ("test on Windows (Windows)", "test on Windows (Windows)"),
    ]);
}

#[test]
fn a_status_is_cut_off_where_its_words_begin() {
    check(&[
        (
            "compile PyPy with LLVM DONE",
            "compile PyPy with LLVM | : DONE | Done",
        ),
        (
            "compile it IN-PROGRESS",
            "compile it | : IN-PROGRESS | InProgress",
        ),
        (
            "compile it SOME PROGRESS",
            "compile it | : SOME PROGRESS | InProgress",
        ),
        (
            "compile it mostly DONE",
            "compile it | : mostly DONE | InProgress",
        ),
        (
            "compile it DONE (but slower)",
            "compile it | : DONE (but slower) | Done",
        ),
        (
            "compile it DONE, modulo tests",
            "compile it | : DONE, modulo tests | InProgress",
        ),
        (
            "compile it DONE in the front, started the back",
            "compile it | : DONE in the front, started the back | InProgress",
        ),
        (
            "compile it DONE: the linker was wrong",
            "compile it | : DONE: the linker was wrong | Done",
        ),
        (
            "compile it WAITING FOR REVIEW",
            "compile it | : WAITING FOR REVIEW | InProgress",
        ),
        ("compile it (DONE)", "compile it | : DONE | Done"),
        ("compile it [DONE]", "compile it | : DONE | Done"),
        (
            "compile it (mostly done)",
            "compile it | : mostly done | InProgress",
        ),
        ("compile it: done", "compile it | : done | Done"),
        (
            "compile it - TO BE MERGED",
            "compile it | : TO BE MERGED | InProgress",
        ),
        ("compile it DONE?", "compile it | : DONE?"),
        ("DONE: compile it", "compile it | : DONE | Done"),
        ("dropped: compile it", "compile it | : dropped | Dropped"),
        (
            "cancelled: compile it (Armin) - no time",
            "compile it | (armin) | : cancelled: no time | Dropped",
        ),
        ("abgesagt: compile it", "compile it | : abgesagt | Dropped"),
        ("skip: compile it", "skip: compile it"),
        (
            "duplicate: merge the two readers",
            "duplicate: merge the two readers",
        ),
        (
            "**Dropped** frames are counted",
            "**Dropped** frames are counted",
        ),
        ("compile it (now dropped)", "compile it | : now dropped"),
        (
            "compile it: DONE: -30% memory",
            "compile it | : DONE: -30% memory | Done",
        ),
        (
            ":bug: translate `DONE` in green",
            ":bug: translate `DONE` in green",
        ),
        ("DONE compile it", "compile it | : DONE | Done"),
        ("(DONE) compile it", "compile it | : DONE | Done"),
        ("[DONE] compile it", "compile it | : DONE | Done"),
        (
            "(MOSTLY DONE) compile it",
            "compile it | : MOSTLY DONE | InProgress",
        ),
        (
            "(DONE except for one test) compile it",
            "compile it | : DONE except for one test | InProgress",
        ),
        (
            "-> TRACKER: compile it",
            "compile it | : -> TRACKER | Dropped",
        ),
        (
            "compile it (Armin) DONE",
            "compile it | (armin) | : DONE | Done",
        ),
        (
            "compile it (Armin) - MORE PROGRESS",
            "compile it | (armin) | : MORE PROGRESS | InProgress",
        ),
        (
            "compile it STARTED (Armin)",
            "compile it | (armin) | : STARTED | InProgress",
        ),
        (
            "compile it (Armin) (NOT DONE)",
            "compile it | (armin) | : NOT DONE | InProgress",
        ),
        (
            "compile it (Armin): it was the linker",
            "compile it | (armin) | : it was the linker",
        ),
        (
            "compile it (Armin) EASIER THAN FEARED",
            "compile it | (armin) | : EASIER THAN FEARED",
        ),
        (
            "compile it (Armin) needs more tests",
            "compile it | (armin) | : needs more tests | InProgress",
        ),
        (
            "(mostly done) compile it (Armin): it links",
            "compile it | (armin) | : mostly done: it links | InProgress",
        ),
        ("read the LLVM docs", "read the LLVM docs"),
        (
            "document what DONE means in a plan",
            "document what DONE means in a plan",
        ),
        (
            "optimise (PRETTY MUCH DONE) and fold constants",
            "optimise (PRETTY MUCH DONE) and fold constants",
        ),
    ]);
}

#[test]
fn a_time_stands_behind_a_comma_or_in_brackets() {
    check(&[
        (
            "strings (all), Thu 17:00",
            "strings | (everybody) | at Thu 17:00",
        ),
        (
            "strings (all), Thu 17:00: prepared",
            "strings | (everybody) | at Thu 17:00 | : prepared",
        ),
        ("strings, after lunch", "strings | at after lunch"),
        ("strings (today at 16.30)", "strings | at today at 16.30"),
        ("a talk (Tuesday)", "a talk | at Tuesday"),
        (
            "a talk (Tuesday) DONE",
            "a talk | at Tuesday | : DONE | Done",
        ),
        ("count strings, lists", "count strings, lists"),
    ]);
}

#[test]
fn signs_of_today_say_where_an_item_stands() {
    check(&[
        ("✅ plug the leak", "plug the leak | Done"),
        ("plug the leak ✔️", "plug the leak | Done"),
        (
            "🚧 plug the leak (Armin)",
            "plug the leak | (armin) | : 🚧 | InProgress",
        ),
        (
            "plug the leak (Armin) ⏳",
            "plug the leak | (armin) | : ⏳ | InProgress",
        ),
        ("❌ plug the leak", "plug the leak | Dropped"),
        ("⏸ plug the leak", "plug the leak | : ⏸ | InProgress"),
        (
            "plug the leak: ⏸\u{fe0f}",
            "plug the leak | : ⏸ | InProgress",
        ),
        ("❓ plug the leak", "plug the leak | : ❓"),
        (
            "🚧 plug the leak: NEEDS TESTS",
            "plug the leak | : NEEDS TESTS | InProgress",
        ),
        ("plug the leak 🎉", "plug the leak"),
        (
            "~~plug the leak (Armin)~~",
            "plug the leak | (armin) | Struck",
        ),
        ("plug ~~the~~ a leak", "plug ~~the~~ a leak"),
        ("plug the leak ~bug :tag:", "plug the leak ~bug :tag:"),
    ]);
}

#[test]
fn an_exported_title_is_cut_first() {
    let mut wrong = Vec::new();
    for (title, rest, expected) in [
        ("jit: plug it (now)", "", ""),
        (
            "jit: plug it (now)",
            " (Armin, Anto; Samuele around), Thu 17:00: found it: here",
            " | (armin, anto, samuele helps) | at Thu 17:00 | : found it: here",
        ),
        ("jit: plug it (now)", " ()", " | ()"),
        ("jit: plug it (now)", " (): found it", " | () | : found it"),
        (
            "jit: plug it (now)",
            " (), in the garden: found it",
            " | () | at in the garden | : found it",
        ),
        ("jit: plug it (Armin)", " (Anto)", " | (anto)"),
        ("plug it DONE", "", ""),
        ("plug it DONE", " (Armin)", " | (armin)"),
        ("plug it", " DONE", " | : DONE | Done"),
        ("plug it", ", Thu 17:00", " | at Thu 17:00"),
        ("plug it", " (Armin) DONE", " | (armin) | : DONE | Done"),
        (
            "plug it",
            " MORE PROGRESS: 🚧",
            " | : MORE PROGRESS | InProgress",
        ),
    ] {
        let seen = shown(&format!("{title}{rest}"), Some(title));
        let expected = format!("{title}{expected}");
        if seen != expected {
            wrong.push(format!(
                "{title}{rest}\n   expected {expected}\n   seen     {seen}"
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    // Other words are a new title.
    assert_eq!(
        shown("plug it, and test it", Some("plug it")),
        "plug it, and test it"
    );
    assert_eq!(
        shown("plug it (on Windows)", Some("plug it")),
        "plug it (on Windows)"
    );
    assert_eq!(
        shown("plug the leak (Armin)", Some("plug it")),
        "plug the leak | (armin)"
    );
    assert_eq!(
        shown("plug  “it” … (Armin)", Some("plug \"it\" ...")),
        "plug \"it\" ... | (armin)"
    );
}

#[test]
fn a_status_in_front_needs_no_sign() {
    check(&[
        ("DONE port the tests", "port the tests | : DONE | Done"),
        (
            "DONE (on Linux) port the tests",
            "port the tests | : DONE (on Linux) | Done",
        ),
        (
            "DONE (the rest doesn't work) port the tests",
            "port the tests | : DONE (the rest doesn't work) | InProgress",
        ),
        (
            "DONE (Armin) port the tests",
            "port the tests | (armin) | : DONE | Done",
        ),
        (
            "NOT YET DONE port the tests",
            "port the tests | : NOT YET DONE | InProgress",
        ),
        (
            "SOME PROGRESS WE HOPE porting the tests (Armin)",
            "porting the tests | (armin) | : SOME PROGRESS WE HOPE | InProgress",
        ),
        (
            "IN-PROGRESS: port the tests",
            "port the tests | : IN-PROGRESS | InProgress",
        ),
        (
            "IN PROGRESS port the tests",
            "port the tests | : IN PROGRESS | InProgress",
        ),
        (
            "-> TRACKER port the tests",
            "port the tests | : -> TRACKER | Dropped",
        ),
        (
            "-> TRACKER: port the tests (Armin)",
            "port the tests | (armin) | : -> TRACKER | Dropped",
        ),
        (
            "TRACKER -> port the tests",
            "port the tests | : TRACKER -> | Dropped",
        ),
        ("FIX BROKEN builds", "FIX BROKEN builds"),
        (
            "TESTING framework for threads",
            "TESTING framework for threads",
        ),
        ("INVALID opcodes crash", "INVALID opcodes crash"),
        ("GC tuning", "GC tuning"),
    ]);
}

#[test]
fn an_exported_title_may_be_followed_by_a_status_and_people() {
    let title = Some("count the objects");
    for (text, expected) in [
        (
            "count the objects IN PROGRESS (Armin, Iko)",
            "count the objects | (armin, iko) | : IN PROGRESS | InProgress",
        ),
        (
            "count the objects (), after lunch DONE",
            "count the objects | () | at after lunch | : DONE | Done",
        ),
    ] {
        assert_eq!(shown(text, title), expected, "{text}");
    }
}

#[test]
fn names_alone_leave_the_title_to_the_line_below() {
    check(&[
        ("Samuele, Laura", " | (samuele, laura)"),
        ("DONE Samuele, Laura", " | (samuele, laura) | : DONE | Done"),
        ("Armin, and everybody else, please", " | (armin, everybody)"),
        ("Armin and Laura, transitional", " | (armin, laura)"),
        ("Armin", "Armin"),
        ("Laura, the tests", "Laura, the tests | names Laura"),
    ]);
}
