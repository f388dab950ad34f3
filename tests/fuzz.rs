//! Reads damaged logs and settings, and shows the board and the post.

#[path = "support/history.rs"]
mod history;

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, TimeDelta};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::FileFailurePersistence;
use pulldown_cmark::{Event, Parser, Tag};
use sprint_journal::diagnostic::Diagnostic;
use sprint_journal::domain::{Entry, EntryId, Sprint};
use sprint_journal::journal::{self, Journal, KnownTopics, NewSprint, Reading, scan};
use sprint_journal::report::{
    Body, Choices, Group, Overrides, Post, Report, SITES, Template, html, markdown, page, rst,
};
use sprint_journal::text::visible;
use sprint_journal::view::{
    Board, LogDays, Look, PageOptions, SprintRow, Wanted, board, board_page, json, people_of, show,
};
use tempfile::TempDir;

use history::{Words, about, action};

/// Strings with a meaning in TOML, Markdown, HTML, a template, a terminal or git.
const TOKENS: [&str; 72] = [
    "\"",
    "\"\"\"",
    "'''",
    "'",
    "\\",
    "{",
    "}",
    "[",
    "]",
    "[[",
    "=",
    ",",
    "#",
    ".",
    "\n",
    "\r",
    "\r\n",
    "\0",
    "\t",
    "\u{feff}",
    "\u{1b}[2J",
    "\u{9b}31m",
    "\u{202e}",
    "\u{2028}",
    "\u{7f}",
    "\u{200d}",
    "<<<<<<< HEAD\n",
    "=======\n",
    ">>>>>>> theirs\n",
    "[12-k7f2m9]\n",
    "[[entry]]\n",
    "12-k7f2m9 = ",
    " = { at = ",
    "2017-02-27T09:12:33+01:00",
    "9999-12-31T23:59:59.999999999-23:59",
    "0000-01-01",
    "99999999999999999999",
    "-1",
    "true",
    "kind = \"renumber\"",
    "<script>alert(1)</script>",
    "<!--",
    "-->",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "![a](data:text/html,x)",
    "<javascript:alert(1)>",
    "{{ x }}",
    "{% raw %}",
    "```\n",
    "    ",
    "- ",
    "1. ",
    "> ",
    "&#106;avascript:",
    "\\u0000",
    "\\e",
    "&lt;",
    "|",
    "***",
    "../../etc",
    "@everybody",
    "\u{ad}",
    "\u{3164}",
    "\u{2800}",
    "\u{fe0f}",
    "\u{200c}",
    "\u{e0041}",
    "\u{301}",
    "\u{94d}",
    "👩",
    "1\u{20e3}",
];

/// Nests deeply, or becomes long, when repeated.
const REPEATED: [&str; 16] = [
    "> ", "- ", "1. ", "> - ", "* ", "*", "*a _b ", "**", "[", "![", "![a](b)", "`", "<",
    "\u{301}", "a/", "word ",
];

/// Generates texts of entries before any damage.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-z ]{1,12}".prop_map(String::from),
        2 => prop::collection::vec(select(TOKENS.to_vec()), 1..5).prop_map(|tokens| tokens.concat()),
        1 => any::<String>(),
        1 => (select(REPEATED.to_vec()), 1usize..1500, select(vec!["", "x", "\n", "\n\ny", "\ny"]), 0usize..100)
            .prop_map(|(piece, times, end, ends)| piece.repeat(times) + &end.repeat(ends)),
    ]
}

/// Generates a line as the program writes one, or one of a kind that it does not know. There are few ids, so that lines
/// refer to each other.
fn line() -> impl Strategy<Value = String> {
    let words = Words {
        text: text().boxed(),
        name: prop_oneof!["armin|anto|everybody|ronan\\?", text()].boxed(),
        topic: text().boxed(),
    };
    let is_unknown = prop::bool::weighted(0.05);
    (action(&words), 1u32..4, 0u32..90, text(), is_unknown).prop_map(
        |(action, item, bits, by, is_unknown)| {
            let item = EntryId::new(Some(item), item.into());
            let id = match action.makes_item() {
                true => item,
                false => EntryId::new(None, bits.into()),
            };
            let hours = TimeDelta::hours((bits % 72).into());
            let start = DateTime::parse_from_rfc3339("2017-02-26T00:00:00+01:00").expect("a time");
            let line = journal::line(&Entry::new(
                id,
                start + hours,
                by.into(),
                about(action, item),
            ));
            match is_unknown {
                true => line.replacen("kind = \"", "loud = true, kind = \"un", 1),
                false => line,
            }
        },
    )
}

/// Damage to a file at some position.
#[derive(Clone, Debug)]
enum Damage {
    Insert(&'static str),
    Overwrite(u8),
    Delete(usize),
    Repeat(usize),
    Cut,
}

fn damage() -> impl Strategy<Value = (Index, Damage)> {
    let damage = prop_oneof![
        4 => select(TOKENS.to_vec()).prop_map(Damage::Insert),
        2 => any::<u8>().prop_map(Damage::Overwrite),
        2 => (1usize..40).prop_map(Damage::Delete),
        1 => (1usize..200).prop_map(Damage::Repeat),
        1 => Just(Damage::Cut),
    ];
    (any::<Index>(), damage)
}

fn damaged(mut bytes: Vec<u8>, damages: &[(Index, Damage)]) -> Vec<u8> {
    for (index, damage) in damages {
        let place = index.index(bytes.len() + 1);
        let until = |length: usize, bytes: &[u8]| bytes.len().min(place + length);
        match damage {
            Damage::Insert(token) => {
                bytes.splice(place..place, token.bytes());
            }
            Damage::Overwrite(byte) => {
                let end = until(1, &bytes);
                bytes.splice(place..end, [*byte]);
            }
            Damage::Delete(length) => {
                bytes.drain(place..until(*length, &bytes));
            }
            Damage::Repeat(length) => {
                let again = bytes[place..until(*length, &bytes)].to_vec();
                bytes.splice(place..place, again);
            }
            Damage::Cut => bytes.truncate(place),
        }
    }
    bytes
}

/// Tokens of a line of a log, and others much like them.
const LINE_TOKENS: [&str; 44] = [
    "at", "by", "kind", "text", "people", "with", "topic", "item", "entry", "only", "top", "from",
    "day", "batch", "entered", "number", "note", "plan", "join", "role", "host", "true", "false",
    "0", "00", "1", "24", "60", "59", "12345", "\"", "\\", "u00e9", "ud800", "[", "]", ", ", " = ",
    "{ ", " }", ":", "-", "+", "Z",
];

/// What happens to a line: one of its tokens is replaced, doubled or left out, or something is put before it.
fn token_damage() -> impl Strategy<Value = (Index, Option<Index>, bool)> {
    (
        any::<Index>(),
        prop::option::weighted(0.8, any::<Index>()),
        any::<bool>(),
    )
}

/// Damages a text token by token: a token is a word, or a sign with the blanks around it. `other` is where the new ones come from.
fn with_other_tokens(text: &str, other: &str, damages: &[(Index, Option<Index>, bool)]) -> String {
    let class = |letter: char| letter.is_alphanumeric();
    let cut = |text: &str| -> Vec<String> {
        let letters: Vec<char> = text.chars().collect();
        let tokens = letters.chunk_by(|one, next| class(*one) && class(*next));
        tokens.map(|token| token.iter().collect()).collect()
    };
    let mut tokens = cut(text);
    let mut pool = cut(other);
    pool.extend(LINE_TOKENS.map(str::to_owned));
    for (place, new, replaces) in damages {
        let place = place.index(tokens.len() + 1);
        let end = tokens.len().min(place + usize::from(*replaces));
        let new = new.map(|new| pool[new.index(pool.len())].clone());
        tokens.splice(place..end, new);
    }
    tokens.concat()
}

/// Reads a log the short way, if no id is in it twice.
fn scanned(log: &str) -> Option<(Vec<Entry>, Vec<u32>)> {
    let mut entries = Vec::new();
    let lines = scan(log, &mut KnownTopics::default(), &mut entries)?;
    let ids: BTreeSet<EntryId> = entries.iter().map(|entry| entry.id).collect();
    (ids.len() == entries.len()).then_some((entries, lines))
}

/// Compares what the short way gives with what the parser reads, which a line with nothing but a tab leads to.
fn same_as_the_parser(log: &str) -> Result<(), TestCaseError> {
    let Some((entries, lines)) = scanned(log) else {
        return Ok(());
    };
    let (_, parsed) = read(format!("{log}\n\t\n").as_bytes(), b"");
    prop_assert_eq!(&parsed.diagnostics, &[], "{}", log);
    prop_assert_eq!(&entries, &parsed.entries, "{}", log);
    for (line, entry) in lines.iter().zip(&entries) {
        let offsets =
            |entry: &Entry| (*entry.at.offset(), entry.entered.map(|time| *time.offset()));
        let twin = parsed.entries.iter().find(|other| other.id == entry.id);
        prop_assert_eq!(twin.map(offsets), Some(offsets(entry)), "{}", log);
        let position = parsed
            .locations
            .get(entry.id)
            .and_then(|location| location.position);
        prop_assert_eq!(
            position.map(|place| (place.line, place.column)),
            Some((*line as usize, 1)),
            "{}",
            log
        );
    }
    Ok(())
}

thread_local! {
    static ENV: OnceCell<(TempDir, Journal)> = const { OnceCell::new() };
}

/// Reads a sprint with this log and these settings.
fn read(log: &[u8], settings: &[u8]) -> (sprint_journal::journal::Folder, Reading) {
    ENV.with(|env| {
        let (_, journal) = env.get_or_init(|| {
            let env = tempfile::tempdir().expect("a temporary folder can be made");
            let journal =
                Journal::find_or_begin(Some(env.path()), &PathBuf::new()).expect("a new journal");
            journal
                .create("hut", &NewSprint::default())
                .expect("a new sprint");
            (env, journal)
        });
        let path = journal.root().join("hut");
        fs::write(path.join("2017-02-27.toml"), log).expect("a sound disk");
        fs::write(path.join("sprint.toml"), settings).expect("a sound disk");
        let folder = journal
            .sprints()
            .expect("a readable folder")
            .pop()
            .expect("a sprint");
        let reading = folder.read().expect("a readable folder");
        (folder, reading)
    })
}

/// Returns whether a post is safe in a browser: no tags other than comments, and no links that run code.
fn is_inert(post: &str) -> bool {
    Parser::new(post).all(|event| match event {
        Event::Html(html) | Event::InlineHtml(html) => {
            let html = html.trim();
            html.is_empty()
                || (html.starts_with("<!--")
                    && html.ends_with("-->")
                    && html.matches("-->").count() == 1)
        }
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            // A browser ignores blanks and control characters before a scheme.
            let address: String = dest_url.chars().filter(|letter| *letter > ' ').collect();
            let scheme = address
                .split_once(':')
                .map(|(scheme, _)| scheme.to_lowercase());
            let is_part = |letter: char| letter.is_ascii_alphanumeric() || "+.-".contains(letter);
            scheme.is_none_or(|scheme| {
                let is_scheme = scheme.starts_with(|letter: char| letter.is_ascii_lowercase());
                !is_scheme
                    || !scheme.chars().all(is_part)
                    || ["http", "https", "mailto"].contains(&scheme.as_str())
            })
        }
        _ => true,
    })
}

fn look_at_everything(log: &[u8], settings: &[u8]) -> Result<(), TestCaseError> {
    let (folder, reading) = read(log, settings);
    let told = |diagnostic: &Diagnostic| {
        format!("{}: {}", diagnostic.location, diagnostic.describe().message)
    };
    let lines = log
        .iter()
        .chain(settings)
        .filter(|byte| **byte == b'\n')
        .count()
        + 1;
    for diagnostic in &reading.diagnostics {
        prop_assert!(
            diagnostic
                .location
                .position
                .is_none_or(|position| position.line <= lines),
            "{}",
            told(diagnostic)
        );
    }

    let sprint = Sprint::from_entries(reading.entries);
    let day = NaiveDate::from_ymd_opt(2017, 2, 27).expect("a day");
    let title = folder.title();
    let shown = Board::new(&sprint, title, &[], day, &Wanted::default());
    let look = |width| Look {
        width,
        color: false,
    };
    let mut seen = vec![
        board(&shown, look(80), false),
        board(&shown, look(30), true),
        sprint_journal::view::log(&sprint, LogDays::Only(day), look(80)),
        sprint_journal::view::log(&sprint, LogDays::Since(day), look(60)),
        people_of(&sprint, None, day, look(80)),
    ];
    let row = SprintRow {
        name: folder.name.clone(),
        title: title.to_owned(),
        place: String::new(),
        dates: None,
        current: true,
    };
    seen.extend([
        json::board(&row, &shown),
        json::log(&row, &sprint, LogDays::Only(day)),
        json::people(&row, &sprint, None, day),
    ]);
    let wall = board_page(&shown, PageOptions::default());
    prop_assert!(
        !wall.contains("<script") && !wall.contains("<img"),
        "{}",
        wall
    );
    for item in sprint.items().iter() {
        seen.extend([
            show(&sprint, item, day, look(80)),
            json::show(&row, &sprint, item),
        ]);
    }
    for line in seen.iter().flat_map(|text| text.lines()) {
        prop_assert_eq!(visible(line), line);
    }

    for (group, body) in [
        (Group::Topic, Body::Prose),
        (Group::None, Body::Bullets),
        (Group::Day, Body::Prose),
        (Group::Person, Body::Bullets),
    ] {
        let overrides = Overrides {
            group: Some(group),
            body: Some(body),
            ..Overrides::default()
        };
        let choices = Choices {
            overrides,
            has_data: true,
            ..Choices::default()
        };
        let template = Template::built_in();
        let report = Report::new(&sprint, title, &folder.config, &template, choices);
        let report = report.expect("a template without faults");
        let document = report.to_blocks();
        let post = markdown(&document);
        prop_assert!(is_inert(&post), "{}", post);
        for written in [html(&document), page(&document)] {
            prop_assert!(
                !written.contains("<script") && !written.contains("<img src=x"),
                "{}",
                written
            );
        }
        rst(&document);
        for site in SITES {
            let post = Post {
                site,
                slug: folder.name.clone(),
                date: day,
                title: title.to_owned(),
                authors: Vec::new(),
                tags: Vec::new(),
                categories: Vec::new(),
                description: None,
                others: toml::Table::new(),
            };
            post.text(&document);
        }
        json::summary(&row, &report);
    }
    Ok(())
}

/// Takes a few seconds. `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let found = FileFailurePersistence::Direct("tests/fuzz.regressions");
    let cases = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: cases.unwrap_or(256),
        failure_persistence: Some(Box::new(found)),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_damaged_log_is_read_and_shown_without_a_panic_or_anything_active(
        lines in prop::collection::vec(line(), 0..7),
        damages in prop::collection::vec(damage(), 0..6),
    ) {
        look_at_everything(&damaged(lines.concat().into_bytes(), &damages), b"title = \"hut\"\n")?;
    }

    #[test]
    fn what_is_read_the_short_way_is_what_the_parser_reads(
        lines in prop::collection::vec(line(), 1..4),
        other in line(),
        damages in prop::collection::vec(token_damage(), 0..4),
    ) {
        same_as_the_parser(&with_other_tokens(&lines.concat(), &other, &damages))?;
    }

    #[test]
    fn what_is_damaged_is_read_the_short_way_only_if_the_parser_reads_the_same(
        lines in prop::collection::vec(line(), 1..4),
        damages in prop::collection::vec(damage(), 1..4),
    ) {
        if let Ok(log) = String::from_utf8(damaged(lines.concat().into_bytes(), &damages)) {
            same_as_the_parser(&log)?;
        }
    }

    #[test]
    fn whatever_the_program_writes_is_read_the_short_way_unless_there_is_something_to_report(
        lines in prop::collection::vec(line(), 1..7),
    ) {
        let log = lines.concat();
        let (_, reading) = read(format!("{log}\t\n").as_bytes(), b"");
        let is_sound = reading.diagnostics.is_empty() && reading.entries.len() == lines.len();
        prop_assert_eq!(scanned(&log).is_some(), is_sound, "{}", log);
    }

    #[test]
    fn damaged_settings_are_read_too(lines in prop::collection::vec(line(), 0..3), damages in prop::collection::vec(damage(), 1..6)) {
        let settings = "title = \"hut\"\nfrom = 2017-02-26\nto = 2017-03-04\ntopics = [\"a\", \"b/c\"]\nlog = \"per-writer\"\n\
            issues = \"https://example.org/{}\"\n[check]\noff = [\"never-joined\"]\n";
        look_at_everything(lines.concat().as_bytes(), &damaged(settings.into(), &damages))?;
    }

    #[test]
    fn bytes_that_never_were_a_log_are_read_too(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        look_at_everything(&bytes, &bytes)?;
    }

    #[test]
    fn a_line_that_nothing_happened_to_counts_or_it_is_said_what_is_wrong(
        lines in prop::collection::vec(line(), 1..7),
        damages in prop::collection::vec(damage(), 1..4),
    ) {
        let log = damaged(lines.concat().into_bytes(), &damages);
        let (_, whole) = read(&log, b"");
        let text = String::from_utf8_lossy(&log).into_owned();
        for line in lines.iter().filter(|line| text.starts_with(*line) || text.contains(&format!("\n{line}"))) {
            let (_, alone) = read(line.as_bytes(), b"");
            for entry in &alone.entries {
                prop_assert!(whole.entries.contains(entry) || !whole.diagnostics.is_empty(), "{} is lost in {}", line, text);
            }
        }
    }
}

#[test]
fn what_could_act_in_a_browser_is_recognised() {
    for active in [
        "<b>x</b>",
        "[a](javascript:alert(1))",
        "[a](<java\tscript:alert(1)>)",
        "![a](data:text/html,x)",
        "<script>",
    ] {
        assert!(!is_inert(active), "{active}");
    }
    for inert in [
        "a [b](https://example.org/c:d)",
        "![a](photos/a:b.jpg)",
        "<!-- no intro -->\n",
        "`<b>`",
        "[a](mailto:b@c)",
    ] {
        assert!(is_inert(inert), "{inert}");
    }
}
