//! The planning document: exported and unchanged it records nothing, whatever the texts hold and whatever reformats it.

#[path = "support/history.rs"]
mod history;
#[path = "planning/model/mod.rs"]
mod model;
#[path = "support/program.rs"]
mod program;
#[path = "planning/twice.rs"]
mod twice;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{FileFailurePersistence, RngSeed};
use sprint_journal::domain::{Action, Config, Entry, Sprint};
use sprint_journal::planning::{Opened, Shown, changes, read, write};

use history::{Counter, Words, attempt};

const NAME: &str = "leysin-2017";

/// What texts are made of: the signs of the document itself, of Markdown, and of terminals.
const PIECES: [&str; 73] = [
    "fix the leak",
    "(Armin)",
    "(Armin, Anto)",
    "()",
    "(hard)",
    "(",
    ")",
    "(Amaury):",
    ": DONE",
    "DONE",
    ", Thu 17:00",
    "[ ]",
    "[x]",
    "- [ ] #1 x",
    "- [x] #2 fix",
    "#1",
    "#12",
    "#12 fix",
    "1.",
    "1)",
    "-",
    "*",
    "+",
    "#",
    "##",
    "# Title",
    "## Discussions",
    "Here: Armin",
    "Away: Anto",
    "Here:",
    "People:",
    "Discussions",
    "Talks",
    "Status:",
    "outcome:",
    "~~gone~~",
    "~~",
    "**bold**",
    "__init__",
    "*.py",
    "_x_",
    "`code",
    "`a|b`",
    "```",
    "~~~",
    "|",
    "| a | b |",
    "| --- | --- |",
    "---",
    "===",
    "<!--",
    "-->",
    "<!-- x -->",
    "<details>",
    "fix it<br>",
    "<b>",
    "https://x.org/a_b?c",
    "@armin",
    "@amaury",
    "everybody",
    "Ronan?",
    "\u{1f6a7}",
    "\u{2705}",
    "\u{274c}",
    "\u{2026}",
    "\u{201c}q\u{201d}",
    "\u{202e}",
    "\u{1b}[31m",
    "\u{a0}",
    "\\",
    "\\_",
    "a \u{2192} b -> c",
    "\n",
];

fn text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(select(PIECES.to_vec()), 1..5);
    prop_oneof![
        4 => (pieces, select(vec![" ", "", "\n"])).prop_map(|(pieces, between)| pieces.join(between)),
        1 => "[a-z ]{1,40}",
        1 => "[a-z]{1,6}( [a-z]{1,9}){6,30}",
        1 => any::<String>(),
    ]
    .prop_filter("a text says something", |text| !text.trim().is_empty())
}

fn name() -> impl Strategy<Value = String> {
    let hostile = [
        "all",
        "Smith, John",
        "x (y)",
        "Ann: DONE",
        "a/b",
        "Armin around",
        "-",
        "DONE",
        "+Amaury",
        "me",
        "Thu",
        "Bea?",
        "o\nn",
    ];
    prop_oneof![
        4 => select(vec!["armin", "anto", "Carl Friedrich", "r\u{e9}mi", "everybody", "ronan?", "Armin Rigo", "armin ronacher"]).prop_map(str::to_owned),
        1 => "[A-Za-z\u{e9}]{1,8}",
        1 => select(hostile.to_vec()).prop_map(str::to_owned),
    ]
}

fn words() -> Words {
    Words {
        text: text().boxed(),
        name: name().boxed(),
        topic: prop_oneof![
            3 => "[a-cA-C]{1,2}(/[a-c]{1,2}){0,7}",
            2 => (text(), text()).prop_map(|(one, other)| format!("{one}/{other}")),
            2 => select(PIECES.to_vec()).prop_map(str::to_owned),
        ]
        .boxed(),
    }
}

fn start() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2017-03-01T09:00:00+01:00").expect("a time")
}

/// Generates what the rules allow of a series of attempts, over three days.
fn history() -> impl Strategy<Value = Vec<Entry>> {
    let attempts = (attempt(&words()), 0i64..3 * 1440);
    prop::collection::vec(attempts, 0..25).prop_map(|mut attempts| {
        attempts.sort_by_key(|(_, minute)| *minute);
        let mut counter = Counter::default();
        let mut sprint = Sprint::default();
        for (attempt, minute) in attempts {
            let at = start() + TimeDelta::minutes(minute);
            let action = attempt.on(&sprint);
            // `join` refuses such a name.
            if matches!(&action, Action::Join(join) if join.nick.ends_with('?')) {
                continue;
            }
            let entry = counter.entry(&sprint, at, "armin".to_owned(), action);
            if let Ok(next) = sprint.clone().admit(entry) {
                sprint = next;
            }
        }
        sprint.entries().to_vec()
    })
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2017, 3, day).expect("a day of March")
}

/// A way in which an editor, a pad or a formatter writes the same document.
type Reformat = fn(&str) -> String;

const REFORMATS: [(&str, Reformat); 16] = [
    ("as it is", str::to_owned),
    ("CRLF", |text| text.replace('\n', "\r\n")),
    ("a byte order mark", |text| format!("\u{feff}{text}")),
    ("blanks at line ends", |text| text.replace('\n', "  \n")),
    ("without the last line end", |text| {
        text.trim_end().to_owned()
    }),
    ("a blank line after each line", |text| {
        text.replace('\n', "\n\n")
    }),
    ("stars", |text| bullets(text, "* ")),
    ("tabs", |text| indented(text, "\t")),
    ("two blanks", |text| indented(text, "  ")),
    ("wrapped", |text| wrapped(text, 60)),
    ("wrapped at every word", |text| wrapped(text, 1)),
    ("capitals in boxes", capitals),
    ("non-breaking blanks", |text| {
        behind_numbers(text, |text| text.replace(' ', "\u{a0}"))
    }),
    ("typographic signs", |text| {
        behind_numbers(text, typographic)
    }),
    ("escapes", |text| behind_numbers(text, escaped)),
    ("a formatter", formatted),
];

fn is_row(line: &str) -> bool {
    ["- [ ] #", "- [x] #", "- [-] #"]
        .iter()
        .any(|sign| line.trim_start().starts_with(sign))
}

/// Changes each line about an item.
fn rows(text: &str, change: impl Fn(&str, &str) -> String) -> String {
    let lines = text.lines().map(|line| {
        let rest = line.trim_start_matches(' ');
        match is_row(line) {
            true => change(&line[..line.len() - rest.len()], rest),
            false => line.to_owned(),
        }
    });
    lines.map(|line| line + "\n").collect()
}

fn bullets(text: &str, sign: &str) -> String {
    rows(text, |indent, row| format!("{indent}{sign}{}", &row[2..]))
}

fn capitals(text: &str) -> String {
    rows(text, |indent, row| {
        let is_done = row.starts_with("- [x]");
        format!(
            "{indent}{}",
            if is_done {
                row.replacen("[x]", "[X]", 1)
            } else {
                row.to_owned()
            }
        )
    })
}

fn indented(text: &str, step: &str) -> String {
    rows(text, |indent, row| step.repeat(indent.len() / 4) + row)
}

/// Changes what stands behind the number of each item.
fn behind_numbers(text: &str, change: impl Fn(&str) -> String) -> String {
    rows(text, |indent, row| {
        let number = row[7..].find(' ').map_or(row.len(), |place| place + 8);
        format!("{indent}{}{}", &row[..number], change(&row[number..]))
    })
}

fn typographic(text: &str) -> String {
    text.replace("...", "\u{2026}")
        .replace("->", "\u{2192}")
        .replace("--", "\u{2014}")
        .replace(" - ", " \u{2013} ")
        .replace('\'', "\u{2019}")
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if "_*[]<>#~|`+".contains(letter) && !escaped.ends_with('\\') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// Wraps the lines about items, and those about who is there, at blanks.
fn wrapped(text: &str, width: usize) -> String {
    let fill = |indent: &str, hanging: &str, line: &str| {
        let mut lines = vec![indent.to_owned()];
        for (place, word) in line.split(' ').enumerate() {
            let is_long = |last: &String| last.chars().count() + 1 + word.chars().count() > width;
            // The sign, the box and the number stay together.
            match lines.last_mut() {
                Some(last) if place < 4 || !is_long(last) => {
                    if place > 0 {
                        last.push(' ');
                    }
                    last.push_str(word);
                }
                _ => lines.push(format!("{hanging}{word}")),
            }
        }
        lines.join("\n")
    };
    let lines = text.lines().map(|line| {
        let rest = line.trim_start_matches(' ');
        let indent = &line[..line.len() - rest.len()];
        match line {
            line if is_row(line) => fill(indent, &format!("{indent}  "), rest),
            line if line.starts_with("Here: ") || line.starts_with("Away: ") => fill("", "", line),
            line => line.to_owned(),
        }
    });
    lines.map(|line| line + "\n").collect()
}

/// Does what formatters of Markdown do: blank lines around headings, another sign of bullets, a smaller step, and backslashes.
fn formatted(text: &str) -> String {
    let text = indented(&behind_numbers(text, escaped), "  ");
    let mut formatted = String::new();
    for line in bullets(&text, "* ").lines() {
        match line.starts_with('#') {
            true => formatted.push_str(&format!("\n{line}\n\n")),
            false => formatted.push_str(&format!("{}\n", line.replacen("] #", "] \\#", 1))),
        }
    }
    formatted
}

/// Returns what a document of a day, reformatted, would record.
fn recorded(sprint: &Sprint, day: NaiveDate, reformat: Reformat) -> (String, Vec<String>) {
    let config = Config::default();
    let exported = write(NAME, &config, sprint, Shown::Board(day));
    let text = reformat(&exported);
    let opened = write(NAME, &config, sprint, Shown::All(day));
    let opened = read(&opened, sprint, "armin");
    let document = read(&text, sprint, "armin");
    let opened = Opened {
        document: &opened,
        sprint,
        is_kept: true,
        me: "",
    };
    let changes = changes(&document, Some(opened), sprint);
    let changed = changes.changes.iter().map(|change| format!("{change:?}"));
    let rows = exported.lines().filter(|line| is_row(line)).count();
    let lost = (document.rows.len() != rows).then(|| "a row is lost".to_owned());
    let faults = changes.faults.iter().map(|fault| format!("{fault:?}"));
    (text, changed.chain(faults).chain(lost).collect())
}

/// Tries some cases, in a few seconds: always the same, so that a run does not fail for what it did not change. `PROPTEST_CASES` asks
/// for more, which are others each time.
fn config(some: u32) -> ProptestConfig {
    let found = FileFailurePersistence::Direct("tests/planning.regressions");
    let cases = std::env::var("PROPTEST_CASES").ok();
    let cases = cases.and_then(|cases| cases.parse().ok());
    let rng_seed = match cases {
        Some(_) => RngSeed::Random,
        None => RngSeed::Fixed(1),
    };
    ProptestConfig {
        cases: cases.unwrap_or(some),
        rng_seed,
        failure_persistence: Some(Box::new(found)),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn what_is_exported_and_unchanged_records_nothing_however_it_is_reformatted(
        entries in history(), last in 0u32..4, (how, reformat) in select(REFORMATS.to_vec()),
    ) {
        let sprint = Sprint::from_entries(entries);
        let (text, changed) = recorded(&sprint, day(1 + last), reformat);
        prop_assert!(changed.is_empty(), "{how}\n{text}\n{changed:#?}");
    }
}
