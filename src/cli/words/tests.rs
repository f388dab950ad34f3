//! What the words of a line are read as.

use clap::CommandFactory;

use super::*;
use crate::cli::Cli;

/// Returns the words as clap reads them after the verb, with `|` between them; of a refusal, what is wrong.
fn read(line: &Line) -> String {
    match arrange(&Cli::command(), line, None) {
        Ok(arranged) => arranged.words[1..].join("|"),
        Err(Misread::Usage(UsageError::Option(error))) => format!("{error:?}"),
        Err(Misread::Usage(error)) => format!("{error:?}"),
        Err(Misread::Help(help)) => help.to_string(),
    }
}

fn shell(line: &str) -> String {
    read(&Line::of_words(
        line.split(' ').map(str::to_owned).collect(),
    ))
}

fn prompt(line: &str) -> String {
    read(&Line::of_text(line))
}

#[test]
fn after_the_text_an_option_takes_all_words_up_to_the_next() {
    for (line, expected) in [
        (
            "plan fix it -t Release Work -p armin anto",
            "plan|--topic=Release Work|--people=armin|--people=anto|--|fix|it",
        ),
        ("plan -t CI fix it", "plan|--topic=CI|--|fix|it"),
        ("done 8 -p iko samuele", "done|--people=iko|--|8|samuele"),
        (
            "assign 8 armin --only anto",
            "assign|--only|--|8|armin|anto",
        ),
        ("log -s hut mon", "log|--sprint=hut|--|mon"),
        ("init hut --title The Hut", "init|--title=The Hut|--|hut"),
        (
            "--day yesterday done 8 It works.",
            "done|--day=yesterday|--|8|It|works.",
        ),
        ("note a --at mon 14:30", "note|--at=mon 14:30|--|a"),
        ("plan fix --topic=CI", "plan|--topic=CI|--|fix"),
        ("plan fix -t", "plan|--topic|--|fix"),
    ] {
        assert_eq!(shell(line), expected, "{line}");
        assert_eq!(prompt(line), expected, "{line}");
    }
}

#[test]
fn a_dash_without_a_letter_is_text_and_two_before_the_text_make_all_of_it_text() {
    for (line, expected) in [
        ("progress 8 -3 failures", "progress|--|8|-3|failures"),
        ("note a -> b -- c", "note|--|a|->|b|--|c"),
        ("note -- a -t b", "note|--|a -t b"),
        ("progress -- 8 -x", "progress|--|8|-x"),
        ("progress 8 -- -x --", "progress|--|8|-x --"),
        ("plan -", "plan|--|-"),
    ] {
        assert_eq!(shell(line), expected, "{line}");
        assert_eq!(prompt(line), expected, "{line}");
    }
    assert_eq!(prompt("note --   a   b "), "note|--|a   b");
}

#[test]
fn several_items_are_one_argument() {
    assert_eq!(shell("drop 3, 4 no time"), "drop|--|3,4|no|time");
    assert_eq!(shell("drop 3,4 no time"), "drop|--|3,4|no|time");
    assert_eq!(shell("drop 3 , 4 no time"), "drop|--|3,4|no|time");
    assert_eq!(shell("photo a.png, b"), "photo|--|a.png,|b");
    assert_eq!(shell("photo a.png b, c"), "photo|--|a.png|b,|c");
}

#[test]
fn quotes_are_removed_around_a_name_a_value_or_a_whole_text() {
    for (line, expected) in [
        (
            "plan \"fix it\" -t 'Python 3'",
            "plan|--topic=Python 3|--|fix it",
        ),
        ("plan --topic=\"Python 3\" x", "plan|--topic=Python 3|--|x"),
        ("plan 'nonlocal'", "plan|--|nonlocal"),
        ("plan implement 'nonlocal'", "plan|--|implement|'nonlocal'"),
        ("plan 'a' and 'b'", "plan|--|'a'|and|'b'"),
        ("plan \"add -t option\"", "plan|--|add -t option"),
        ("plan don't panic", "plan|--|don't|panic"),
        ("note say \"hello world\".", "note|--|say|\"hello|world\"."),
        ("note 5\" wide", "note|--|5\"|wide"),
        ("note \"open", "note|--|\"open"),
        ("note \"\"", "note|--|"),
        (
            "assign 'the leak' \"Carl Friedrich\", o'brien",
            "assign|--|the leak|Carl Friedrich,|o'brien",
        ),
        ("join 'bell hooks'", "join|--|bell hooks"),
        (
            "assign 8 \"manuel jacob\",armin",
            "assign|--|8|manuel jacob,armin",
        ),
        (
            "assign 8 armin,\"manuel jacob\", anto",
            "assign|--|8|armin,manuel jacob,|anto",
        ),
        ("assign 8, armin, anto", "assign|--|8,|armin,|anto"),
        ("done 8 -p +Zoe", "done|--people=+Zoe|--|8"),
        (
            "assign 8 --with +Zoe Quinn",
            "assign|--with=+Zoe|--with=Quinn|--|8",
        ),
        (
            "plan --when after lunch -t CI",
            "plan|--when=after lunch|--topic=CI",
        ),
        (
            "join Gerard 't Hooft, 'bell hooks'",
            "join|--|Gerard|'t|Hooft,|bell hooks",
        ),
        (
            "done 8 -p armin 'twas a leak",
            "done|--people=armin|--|8|'twas|a|leak",
        ),
        ("sprint plan it", "plan|--|it"),
        (
            "plan explain \"sprint -x\" better -t CI",
            "plan|--topic=CI|--|explain|\"sprint|-x\"|better",
        ),
        (
            "plan run `cargo -q build`, -p ida",
            "plan|--people=ida|--|run|`cargo|-q|build`,",
        ),
        (
            "plan say \"hello -t \"Python 3\"",
            "plan|--topic=Python 3|--|say|\"hello",
        ),
    ] {
        assert_eq!(prompt(line), expected, "{line}");
    }
    assert_eq!(
        prompt("plan x -t \"Python 3"),
        "UnclosedQuote(\"\\\"Python\")"
    );
}

#[test]
fn what_is_not_an_option_or_not_clear_is_refused() {
    for (line, expected) in [
        ("plan -thread-safe dicts", "Unknown("),
        ("plan make it --shared", "Unknown("),
        ("plan fix -t=CI", "Unknown("),
        ("plan fix -t CI -t Docs", "Repeated {"),
        ("plan fix -t CI --topic Docs", "Repeated {"),
        ("plan - fix it", "WordsAfterDash"),
        ("discuss --decided Yes, we do strings", "WordAfterValue"),
        ("note --at mon 14:30 it rained", "WordAfterValue"),
        ("plan --when Thu 17:00 talk", "WordAfterValue"),
        ("talk --when on Sunday the JIT", "WordAfterValue"),
        ("plan fix it –t CI", "OtherDash"),
        ("plan fix it —topic CI", "OtherDash"),
        ("plan --when Thu 17.00 talk", "WordAfterValue"),
    ] {
        assert!(shell(line).starts_with(expected), "{line}: {}", shell(line));
    }
}
