//! Promises about any history, tested with random ones.

#[path = "support/history.rs"]
mod history;
#[path = "support/program.rs"]
mod program;

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};
use lean_string::LeanString;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::FileFailurePersistence;
use pulldown_cmark::{Event, Tag};
use serde_json::Value;
use sprint_journal::diagnostic::{Diagnostic, DiagnosticKind, Location};
use sprint_journal::domain::{Action, Config, Ending, Entry, EntryId, Join, Problem, Sprint};
use sprint_journal::journal::{Folder, Journal, NewSprint, line};
use sprint_journal::report::{
    Block, Choices, Group, Inline, Overrides, Report, Template, markdown, parse,
};
use sprint_journal::text::visible;
use sprint_journal::view::{
    Board, LogDays, SprintRow, Wanted, check, github, gitlab, json, recorded, snippet,
};

use history::{Attempt, Counter, Words, attempt, date};
use program::type_in;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z ]{1,20}",
        any::<String>().prop_filter("a text says something", |text| !text.trim().is_empty()),
        // Every control character, and what TOML, Markdown and the terminal read as their own.
        Just((0..=0x9f).filter_map(char::from_u32).collect()),
        Just("a\r\nb\n\n```\n{% raw %}\n```\n\"\"\" ''' \\ \u{202e}\u{feff}\u{2028}".to_owned()),
    ]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "armin",
        "anto",
        "Carl Friedrich",
        "rémi",
        "everybody",
        "ronan\\?",
        "[A-Za-zé]{1,8}"
    ]
}

fn words() -> Words {
    Words {
        text: text().boxed(),
        name: name().boxed(),
        topic: "[a-zA-Z/]{1,9}".boxed(),
    }
}

/// Generates a time within three days, in one of three zones.
fn time() -> impl Strategy<Value = DateTime<FixedOffset>> {
    (
        0i64..3 * 86_400_000,
        prop::sample::select(vec![0, 3600, -34_200]),
    )
        .prop_map(|(millisecond, offset)| {
            let offset = FixedOffset::east_opt(offset).expect("an offset of a few hours");
            let start =
                DateTime::from_timestamp(1_488_150_000, 0).expect("a second of February 2017");
            (start + TimeDelta::milliseconds(millisecond)).with_timezone(&offset)
        })
}

/// Generates the entries that the rules allow, of a series of attempts.
fn history() -> impl Strategy<Value = Vec<Entry>> {
    attempts(words(), 25).prop_map(|attempts| {
        let mut counter = Counter::default();
        let admit = |sprint: Sprint, tried: Tried| {
            let entry = tried.entry(&mut counter, &sprint);
            sprint.clone().admit(entry).unwrap_or(sprint)
        };
        let sprint = attempts.into_iter().fold(Sprint::default(), admit);
        sprint.entries().to_vec()
    })
}

/// An entry that may be tried, about something in whatever sprint there is then.
#[derive(Clone, Debug)]
struct Tried {
    attempt: Attempt,
    at: DateTime<FixedOffset>,
    by: String,
    entered: Option<DateTime<FixedOffset>>,
    kept_day: Option<NaiveDate>,
    is_batch: bool,
}

impl Tried {
    fn entry(self, counter: &mut Counter, sprint: &Sprint) -> Entry {
        let last = sprint.entries().last();
        let batch = last.map(|last| last.batch.unwrap_or(last.id));
        Entry {
            entered: self.entered,
            kept_day: self.kept_day,
            batch: batch.filter(|_| self.is_batch),
            ..counter.entry(sprint, self.at, self.by, self.attempt.on(sprint))
        }
    }
}

/// Generates fewer than `most` attempts.
fn attempts(words: Words, most: usize) -> impl Strategy<Value = Vec<Tried>> {
    let common = (prop::option::of(time()), date(), any::<bool>());
    let tried = (attempt(&words), time(), text(), common).prop_map(
        |(attempt, at, by, (entered, kept_day, is_batch))| Tried {
            attempt,
            at,
            by,
            entered,
            kept_day,
            is_batch,
        },
    );
    prop::collection::vec(tried, 0..most)
}

/// Generates words of which few are said often.
fn few_words() -> Words {
    Words {
        text: "[ab] [cd]".boxed(),
        name: prop::sample::select(vec!["armin", "anto", "carl", "carl?", "everybody", "new"])
            .prop_map(str::to_owned)
            .boxed(),
        topic: "[XY]".boxed(),
    }
}

/// Makes an empty sprint in a folder that is deleted after the test.
fn empty_folder() -> (tempfile::TempDir, Folder) {
    let env = tempfile::tempdir().expect("a temporary folder can be made");
    let journal = Journal::find_or_begin(Some(env.path()), &PathBuf::new()).expect("a new journal");
    let folder = journal
        .create("leysin-2017", &NewSprint::default())
        .expect("a new sprint");
    (env, folder)
}

/// Prints the lines of entries: as they are, with other contents, in another time zone, and twice.
fn several_forms(entries: &[Entry], forms: &[u8]) -> Vec<String> {
    let mut lines = Vec::new();
    for (entry, form) in entries.iter().zip(forms) {
        let other = Entry {
            by: format!("{}!", entry.by).into(),
            ..entry.clone()
        };
        let offset = FixedOffset::east_opt(-34_200).expect("an offset of a few hours");
        let elsewhere = Entry {
            at: entry.at.with_timezone(&offset),
            ..entry.clone()
        };
        let all = [line(entry), line(&other), line(&elsewhere)];
        match form {
            0 => lines.extend(all.clone()),
            1 => lines.extend([all[0].clone(), all[1].clone()]),
            2 => lines.extend([all[0].clone(), all[2].clone()]),
            3 => lines.extend([
                all[0].clone(),
                all[0].clone(),
                all[1].clone(),
                all[1].clone(),
            ]),
            4 => lines.extend([all[0].clone(), all[0].clone()]),
            _ => lines.push(all[0].clone()),
        }
    }
    lines
}

/// Reads the sprint that two logs of a day give; returns also each line with another content, with the one that counts.
fn read_from_two_logs(lines: &[String], cut: usize) -> (Sprint, Vec<(String, String)>) {
    let (_env, folder) = empty_folder();
    let names = ["2017-02-27.toml", "2017-02-27.anto.toml"].map(|name| folder.path.join(name));
    for (name, lines) in names.iter().zip([&lines[..cut], &lines[cut..]]) {
        std::fs::write(name, lines.concat()).expect("a sound disk");
    }
    let reading = folder.read().expect("a readable folder");
    let mut sources = folder.sources();
    let mut at = |location: &Location| {
        let quote = sources.quote(location).expect("a line");
        quote.before + &quote.after
    };
    let found = reading
        .diagnostics
        .iter()
        .map(|diagnostic| match &diagnostic.kind {
            DiagnosticKind::SameId { other, .. } => (at(&diagnostic.location), at(other)),
            kind => panic!("{kind:?}"),
        });
    let mut found: Vec<(String, String)> = found.collect();
    found.sort();
    (Sprint::from_entries(reading.entries), found)
}

/// Makes the report that the built-in template gives.
fn report(sprint: &Sprint, group: Group) -> Report {
    let overrides = Overrides {
        group: Some(group),
        ..Overrides::default()
    };
    let choices = Choices {
        overrides,
        is_built_in: true,
        has_data: true,
        ..Choices::default()
    };
    let template = Template::built_in();
    let report = Report::new(sprint, "A sprint", &Config::default(), &template, choices);
    report.expect("a template without faults")
}

/// Generates any bytes, and pieces of TOML that are left open at the end.
fn garbage() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::sample::select(vec![
        "q8wd31ztha = {",
        "\"",
        "\"\"\"",
        "'''",
        "[[",
        "[",
        "entri",
        "]",
        "]]",
        "}",
        " = ",
        "a",
        ".",
        ",",
        "# ",
        "1",
        "\n",
        "\r\n",
        "\nx = \"\"\"\n",
        "\n[entri]\n",
        "\n[[entri]]\n",
        "\na.b = 1\n",
        "\nx = [\n",
        "\nx = {}\n",
    ]);
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat().into_bytes()),
    ]
}

/// Takes a few seconds. `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let found = FileFailurePersistence::Direct("tests/properties.regressions");
    let cases = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(128);
    ProptestConfig {
        cases,
        failure_persistence: Some(Box::new(found)),
        ..ProptestConfig::default()
    }
}

/// Returns the entries and the parts of each item, the place of each entry, and the entries in the order of typing.
fn looked_up(sprint: &Sprint) -> impl PartialEq + std::fmt::Debug + use<> {
    let items = sprint.items().iter().map(|item| {
        let history: Vec<EntryId> = sprint.history(item).map(|entry| entry.id).collect();
        let parts: Vec<EntryId> = sprint.parts(item).map(|part| part.id).collect();
        (history, parts)
    });
    let entries = sprint.entries().iter();
    let found = entries.filter_map(|entry| Some(sprint.entry(entry.id)?.id));
    let before_all = DateTime::<Utc>::MIN_UTC.fixed_offset();
    let typed = sprint.typed_after(before_all).map(|entry| entry.id);
    let undoable = sprint.entries().first().map(|first| {
        let entries = sprint.undoable(&first.by, first.batch);
        entries.map(|entry| entry.id).collect::<Vec<EntryId>>()
    });
    let words = ["a", "b c", "d"].map(|word| sprint.has_phrase(word));
    (
        (undoable, words),
        items.collect::<Vec<_>>(),
        found.collect::<Vec<EntryId>>(),
        typed.collect::<Vec<EntryId>>(),
    )
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_history_that_was_written_is_read_back_without_a_warning_and_to_the_same_state(entries in history()) {
        let (_env, folder) = empty_folder();
        let mut writer = folder.log_writer(|| ()).expect("nobody else writes");
        let (alone, together) = entries.split_at(entries.len() / 2);
        for entry in alone {
            writer.read().expect("a readable folder");
            prop_assert!(writer.append(&folder.lines_of([entry])).expect("a sound disk").is_empty());
        }
        prop_assert!(writer.append(&folder.lines_of(together)).expect("a sound disk").is_empty());
        let reading = folder.read().expect("a readable folder");
        prop_assert_eq!(&reading.diagnostics, &[]);
        let read = Sprint::from_entries(reading.entries);
        let looked = folder.lint(&read, &reading.locations).expect("a readable folder");
        let is_typed = |diagnostic: &Diagnostic| matches!(diagnostic.kind, DiagnosticKind::Control(_) | DiagnosticKind::BadPicture { .. });
        prop_assert!(looked.iter().all(is_typed), "{:?}", looked);
        let problems = read.problems();
        prop_assert!(problems.iter().all(|problem| !problem.violation.is_lasting()), "{:?}", problems);
        prop_assert_eq!(read, Sprint::from_entries(entries));
    }

    #[test]
    fn the_state_does_not_depend_on_the_order_of_lines(
        (entries, shuffled) in history().prop_flat_map(|entries| (Just(entries.clone()), Just(entries).prop_shuffle()))
    ) {
        let (sprint, other) = (Sprint::from_entries(entries), Sprint::from_entries(shuffled));
        prop_assert_eq!(sprint.problems(), other.problems());
        let post = |sprint: &Sprint| markdown(&report(sprint, Group::Topic).to_blocks());
        prop_assert_eq!(post(&sprint), post(&other));
        prop_assert_eq!(sprint, other);
    }

    /// Spreads up to three forms of each entry, some of them twice, over the lines of two logs.
    #[test]
    fn of_one_id_with_several_contents_the_same_one_counts_in_whatever_order_they_stand(
        (lines, shuffled) in history().prop_flat_map(|entries| {
            let count = entries.len();
            (Just(entries), prop::collection::vec(0u8..9, count))
        }).prop_map(|(entries, forms)| several_forms(&entries, &forms)).prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle())),
        cut in any::<Index>(),
    ) {
        let (one, found) = read_from_two_logs(&lines, lines.len());
        let (other, found_there) = read_from_two_logs(&shuffled, cut.index(lines.len() + 1));
        prop_assert_eq!(one, other);
        prop_assert_eq!(found, found_there);
    }

    #[test]
    fn what_is_admitted_one_by_one_is_what_is_folded_at_once(mut entries in history()) {
        entries.sort_by(|one, other| (one.at, &one.id).cmp(&(other.at, &other.id)));
        let mut sprint = Sprint::default();
        for entry in entries {
            if let Ok(next) = sprint.clone().admit(entry) {
                sprint = next;
            }
            let folded = Sprint::from_entries(sprint.entries().to_vec());
            prop_assert_eq!(&sprint, &folded);
            // What was looked up once is kept up to date.
            prop_assert_eq!(looked_up(&sprint), looked_up(&folded));
        }
    }

    /// What is entered for an earlier time, and what is taken back, is folded into what is there.
    #[test]
    fn what_is_admitted_in_any_order_is_what_is_folded_at_once(attempts in attempts(few_words(), 60)) {
        let mut counter = Counter::default();
        let mut sprint = Sprint::default();
        for nick in ["armin", "anto", "carl"] {
            let join = Join { nick: nick.into(), person: nick.into(), ..Join::default() };
            let at = DateTime::<Utc>::UNIX_EPOCH.fixed_offset();
            let entry = counter.entry(&sprint, at, "armin", Action::Join(Box::new(join)));
            sprint = sprint.admit(entry).expect("somebody new");
        }
        for tried in attempts {
            let entry = tried.entry(&mut counter, &sprint);
            looked_up(&sprint);
            let Ok(next) = sprint.clone().admit(entry) else { continue };
            sprint = next;
            let folded = Sprint::from_entries(sprint.entries().to_vec());
            prop_assert_eq!(&sprint, &folded);
            prop_assert_eq!(looked_up(&sprint), looked_up(&folded));
        }
    }

    #[test]
    fn a_confirmation_names_every_person_topic_and_parent_and_no_text_looks_like_one(mut entries in history()) {
        entries.sort_by(|one, other| (one.at, &one.id).cmp(&(other.at, &other.id)));
        let mut sprint = Sprint::default();
        for entry in entries {
            let Ok(next) = sprint.clone().admit(entry.clone()) else { continue };
            sprint = next;
            let about_attendance = matches!(entry.action, Action::Join(_) | Action::Leave(_));
            if sprint.is_undone(entry.id) || about_attendance || matches!(entry.action, Action::Undo(_) | Action::Day(_)) {
                continue;
            }
            let confirmation = recorded(&sprint, &entry, "verb");
            let lines: Vec<&str> = confirmation.split('\n').collect();
            let (head, rest) = match lines[..] {
                [line] => line.split_once("  | ").unwrap_or((line, "")),
                [head, parts] => (head, parts.strip_prefix("    ").expect("an indented line")),
                _ => panic!("more than two lines: {confirmation}"),
            };
            let parts: Vec<&str> = rest.split("  | ").collect();
            let after = |label: &str| parts.iter().find_map(|part| part.strip_prefix(label)?.strip_prefix(':').map(str::trim_start));
            prop_assert!(head.starts_with("verb: ") || head.contains(" verb: "));
            let fields = entry.action.fields();
            let shown: Vec<&str> = ["on it", "off it", "credit", "no credit"].into_iter().filter_map(after).collect();
            let shown = shown.join(", ").replace("with help from ", "");
            let shown: BTreeSet<&str> = shown.split(", ").collect();
            for name in fields.names() {
                let name = sprint.people().print_name(name);
                prop_assert!(shown.contains(name.as_str()), "{} is not in {}", name, confirmation);
            }
            let topic = fields.topic.map(|topic| topic.headings().join(" › "));
            prop_assert_eq!(after("topic"), topic.as_deref());
            let parent = fields.under.and_then(|under| sprint.get(under)).map(|item| item.label.to_string());
            let shown = after("part of").map(|shown| shown.split(' ').next().unwrap_or_default());
            prop_assert_eq!(shown, parent.as_deref());
            let when = fields.when.map(|when| when.is_empty());
            prop_assert_eq!(after("when").is_some(), when == Some(false));
        }
    }

    #[test]
    fn an_entry_is_one_line_of_plain_text(entries in history()) {
        for entry in entries {
            let line = line(&entry);
            prop_assert!(line.ends_with('\n'));
            let inside = &line[..line.len() - 1];
            prop_assert!(!inside.contains(|letter: char| letter.is_ascii_control()), "{:?}", inside);
        }
    }

    #[test]
    fn json_gives_every_text_back_and_acts_on_no_terminal(entries in history()) {
        let sprint = Sprint::from_entries(entries.clone());
        let row = SprintRow { name: "hut".into(), title: "\u{202e}".into(), place: String::new(), dates: None, current: true };
        let days: BTreeSet<NaiveDate> = entries.iter().map(Entry::day).collect();
        let boards = days.iter().map(|day| {
            let board = Board::new(&sprint, "hut", &[], *day, &Wanted::default());
            json::board(&row, &board)
        });
        let logs = days.iter().map(|day| json::log(&row, &sprint, LogDays::Only(*day)));
        let stories: Vec<String> = sprint.items().iter().map(|item| json::show(&row, &sprint, item)).collect();
        for answer in boards.chain(logs).chain(stories.clone()) {
            prop_assert!(answer.lines().all(|line| visible(line) == line), "{}", answer);
        }
        for (item, story) in sprint.items().iter().zip(&stories) {
            let story: Value = serde_json::from_str(story).expect("JSON");
            prop_assert_eq!(&story["item"]["text"], item.text.as_str());
            let told = story["entries"].as_array().expect("a list");
            prop_assert_eq!(told.len(), sprint.history(item).count());
            for (told, entry) in told.iter().zip(sprint.history(item)) {
                prop_assert_eq!(&told["by"], entry.by.as_str());
            }
        }
    }

    #[test]
    fn nothing_that_was_finished_is_missing_from_the_report(entries in history()) {
        let sprint = Sprint::from_entries(entries);
        for group in [Group::Topic, Group::Day, Group::Person, Group::None] {
            let told = format!("{:?}", report(&sprint, group).to_blocks());
            for item in sprint.items().iter() {
                for timed_text in item.results.iter().filter(|_| item.is_finished()) {
                    let word: Option<&str> = timed_text.text.split(|letter: char| !letter.is_ascii_alphanumeric()).find(|word| word.len() > 3);
                    prop_assert!(word.is_none_or(|word| told.contains(word)), "{:?} by {:?}", timed_text.text, group);
                }
            }
        }
    }

    #[test]
    fn any_text_in_a_post_is_read_as_the_text_it_is(text in "[ -~é日\u{202e}]{1,60}", heading in any::<bool>()) {
        let inlines = vec![Inline::text(text.trim())];
        let block = if heading { Block::Heading(2, inlines.clone()) } else { Block::Paragraph(inlines.clone()) };
        let written = markdown(&[block]);
        let mut read = String::new();
        for event in pulldown_cmark::Parser::new(&written) {
            match event {
                Event::Text(text) => read.push_str(&text),
                Event::Start(Tag::Paragraph | Tag::Heading { .. }) | Event::End(_) => {}
                other => prop_assert!(false, "{:?} in {:?}", other, written),
            }
        }
        let Some(Inline::Text(meant)) = inlines.first() else { unreachable!("a text was made") };
        prop_assert_eq!(&read, meant, "{:?}", written);
    }

    #[test]
    fn a_post_has_no_tags_in_it(target in "[a-z<>(){}\"'`* /:.-]{0,20}", text in "[a-z<>(){}\"'`*\\[\\] /:.-]{0,20}") {
        for source in [format!("[{text}](<{target}>)"), format!("![{text}]({target})"), format!("<{target}> {text}")] {
            let written = markdown(&parse(&source));
            let is_tag = |event| match event {
                // An empty comment keeps two words in emphasis apart.
                Event::Html(html) | Event::InlineHtml(html) => html.trim() != "<!-- -->",
                _ => false,
            };
            prop_assert!(!pulldown_cmark::Parser::new(&written).any(is_tag), "{:?}", written);
        }
    }

    #[test]
    fn a_text_of_the_log_is_written_as_what_it_was_parsed_to(text in prop::collection::vec("[-a-z`#>\\[\\]()1.!<&]{0,8}( {0,4}|\n{1,2} {0,4})", 0..12)) {
        let tree = parse(&text.concat());
        let written = markdown(&tree);
        let tree_again = parse(&written);
        prop_assert_eq!(markdown(&tree_again), written);
    }

    #[test]
    fn no_bytes_in_a_log_stop_the_program_or_swallow_an_entry(garbage in garbage(), entries in history()) {
        let (_env, folder) = empty_folder();
        let log = folder.path.join("2017-02-27.toml");
        std::fs::write(&log, &garbage).expect("a sound disk");
        let mut writer = folder.log_writer(|| ()).expect("nobody else writes");
        for entry in &entries {
            writer.read().expect("a readable folder");
            match writer.append(&folder.lines_of([entry])) {
                Ok(_) => {
                    let read = folder.read().expect("a readable folder").entries;
                    prop_assert!(read.contains(entry));
                }
                Err(error) => {
                    let said = error.to_string();
                    let is_open = said.contains("of which the entry would become part");
                    prop_assert!(is_open || said.contains(" is UTF-"), "{}", said);
                }
            }
        }
        let sprint = Sprint::from_entries(folder.read().expect("a readable folder").entries);
        markdown(&report(&sprint, Group::Topic).to_blocks());
    }

    #[test]
    fn a_log_is_checked_whatever_happened_to_it(
        entries in history(),
        damages in prop::collection::vec((any::<Index>(), any::<u8>()), 0..6),
    ) {
        let (_env, folder) = empty_folder();
        let mut log = entries.iter().map(line).collect::<String>().into_bytes();
        for (place, byte) in damages.iter().filter(|_| !entries.is_empty()) {
            let place = place.index(log.len());
            log[place] = *byte;
        }
        std::fs::write(folder.path.join("2017-02-27.toml"), log).expect("a sound disk");
        let reading = folder.read().expect("a readable folder");
        let sprint = Sprint::from_entries(reading.entries);
        let looked = folder.lint(&sprint, &reading.locations).expect("a readable folder");
        let (from, to) = (NaiveDate::from_ymd_opt(2017, 2, 27), NaiveDate::from_ymd_opt(2017, 3, 4));
        let lints = sprint.lints(&Config { from, to, ..Config::default() });
        let wrong = sprint.problems().iter().cloned().map(|Problem { entry, violation }| (entry, DiagnosticKind::Violation { entry, violation: Box::new(violation) }));
        let odd = lints.into_iter().map(|lint| (lint.entry, DiagnosticKind::Lint(lint.kind)));
        let placed = wrong.chain(odd).map(|(entry, kind)| Diagnostic { location: reading.locations.get(entry).expect("a place"), kind });
        let diagnostics: Vec<Diagnostic> = reading.diagnostics.into_iter().chain(looked).chain(placed).collect();
        let mut sources = folder.sources();
        let annotations = github(&diagnostics);
        prop_assert_eq!(annotations.lines().count(), diagnostics.len());
        let report = gitlab(&diagnostics);
        let issues: Value = serde_json::from_str(&report).expect("JSON");
        let issues = issues.as_array().expect("a list");
        let fingerprints: BTreeSet<String> = issues.iter().map(|issue| issue["fingerprint"].to_string()).collect();
        prop_assert_eq!(fingerprints.len(), diagnostics.len());
        for text in [check(&diagnostics, |location, indent| sources.quote(location).map(|quote| snippet(&quote, indent, 80))), json::check(&[], true, &diagnostics), annotations, report] {
            prop_assert!(text.lines().all(|line| visible(line) == line), "{}", text);
        }
    }
}

/// Who types, how far their clock is off, what they type, and how many days away it happened, if they say so.
type Typed = (usize, usize, String, Option<i64>);

/// Generates commands by several people. `ITEM` is the number of an item.
fn typed() -> impl Strategy<Value = Vec<Typed>> {
    let command = prop_oneof![
        "done ITEM [a-z]{4}",
        "done ITEM",
        "done ITEM -p bea",
        "done ITEM [a-z]{4} -p carl",
        "drop ITEM",
        "drop ITEM [a-z]{4}",
        "reopen ITEM",
        "reopen ITEM [a-z]{4}",
        "decide 3 [a-z]{4}",
        "progress ITEM [a-z]{4}",
        "reword ITEM [a-z]{4}",
        "result ITEM [a-z]{4}( --only)?",
        "move ITEM (-t|--when) [A-Z]",
        "move ITEM -u [123]",
        "move ITEM --top",
        "assign ITEM (bea|carl|anto)( --only)?",
        "assign ITEM anto --with (bea|carl)",
        "unassign ITEM (bea|carl|anto)",
        "unassign ITEM",
        "join Bea Meier --role (host|visitor)",
        "join Bea Meier --nick bee",
        "leave bea",
        "day [a-z]{4}",
        "day --break",
        "note [a-z]{4}",
        "undo",
    ];
    let said = prop::option::weighted(0.3, -3i64..3);
    let item = prop::sample::select(vec!["1", "2", "3"]);
    let typed = (0usize..3, 0usize..6, command, item, said).prop_map(
        |(who, clock, command, item, said)| (who, clock, command.replace("ITEM", item), said),
    );
    prop::collection::vec(typed, 1..14)
}

/// How far clocks are off, in minutes: nothing, minutes, hours, days, years.
const OFF: [i64; 6] = [0, 10, 180, -90, 2 * 1440 + 7, 366 * 1440];

fn read(folder: &Folder) -> Sprint {
    Sprint::from_entries(folder.read().expect("a readable folder").entries)
}

/// Checks that the state after an entry is what its command confirmed.
fn is_so(sprint: &Sprint, entry: &Entry, is_dated: bool) -> Result<(), TestCaseError> {
    let item = entry.action.item().and_then(|item| sprint.get(item));
    let people = |person_refs: &[sprint_journal::domain::PersonRef]| -> BTreeSet<String> {
        person_refs
            .iter()
            .map(|person_ref| sprint.people().print(*person_ref))
            .collect()
    };
    let printed = |names: &[LeanString]| -> BTreeSet<String> {
        names
            .iter()
            .map(|name| sprint.people().print_name(name))
            .collect()
    };
    let texts = |timed_texts: &[sprint_journal::domain::TimedText]| -> Vec<LeanString> {
        timed_texts
            .iter()
            .map(|timed_text| timed_text.text.clone())
            .collect()
    };
    let item = || item.expect("the item is there");
    match &entry.action {
        Action::Done(done) => {
            prop_assert!(item().is_finished());
            prop_assert!(
                done.text
                    .as_ref()
                    .is_none_or(|text| texts(&item().results).contains(text))
            );
            let credit = item().credit();
            prop_assert!(done.people.is_empty() || people(&credit.people) == printed(&done.people));
        }
        Action::Drop(drop) => {
            prop_assert_eq!(item().ending(), Some(Ending::Dropped));
            prop_assert!(drop.text.is_none() || item().reason == drop.text);
        }
        Action::Result(result) => {
            let results = texts(&item().results);
            prop_assert!(results.contains(&result.text));
            prop_assert!(!result.only || !is_dated || results == [result.text.as_str()]);
        }
        Action::Move(place) => {
            prop_assert!(!place.top || item().under.is_none());
            prop_assert!(place.under.is_none() || item().under == place.under);
            prop_assert!(place.when.is_none() || item().when == place.when);
            let topic = place.topic.as_ref().and_then(Option::as_ref);
            prop_assert!(topic.is_none() || item().topic.as_ref() == topic);
        }
        Action::Reopen(_) => prop_assert_eq!(item().ending(), None),
        Action::Decide(decide) => {
            prop_assert_eq!(item().ending(), Some(Ending::Decided));
            prop_assert!(texts(&item().results).contains(&decide.text));
        }
        Action::Progress(progress) if is_dated => {
            prop_assert!(texts(&item().progress).contains(&progress.text));
        }
        Action::Progress(progress) => {
            prop_assert_eq!(item().status(), Some(progress.text.as_str()));
            prop_assert_eq!(item().ending(), None);
        }
        Action::Reword(reword) => prop_assert_eq!(&item().text, &reword.text),
        Action::Assign(assign) => {
            let on = people(&item().assignees.people);
            prop_assert!(on.is_superset(&printed(&assign.people)));
            prop_assert!(people(&item().assignees.helpers).is_superset(&printed(&assign.with)));
            prop_assert!(!assign.only || on == printed(&assign.people));
        }
        Action::Unassign(unassign) => {
            let on: Vec<_> = item().assignees.all().collect();
            let gone = printed(&unassign.people);
            prop_assert!(people(&on).is_disjoint(&gone) && (!gone.is_empty() || on.is_empty()));
        }
        Action::Join(join) => {
            let mut attendees = sprint.people().attendees();
            let attendee = attendees.find(|attendee| attendee.person.name == join.person);
            let (person, attendance) = attendee
                .map(|attendee| (attendee.person, attendee.attendance))
                .expect("joined");
            prop_assert!(
                join.nick == person.nick || person.also.iter().any(|name| *name == join.nick)
            );
            prop_assert!(join.role.is_none() || attendance.role == join.role);
            let day = entry.day();
            let is_of_day =
                join.from.is_none_or(|from| from <= day) && join.to.is_none_or(|to| day <= to);
            prop_assert!(!is_of_day || attendance.covers(day));
            let ends = |to| {
                attendance
                    .periods
                    .iter()
                    .any(|period| period.to == Some(to))
            };
            prop_assert!(join.to.is_none_or(ends));
        }
        Action::Leave(_) => {
            let mut attendees = sprint.people().attendees();
            let bea = attendees
                .find(|attendee| attendee.person.name == "Bea Meier")
                .expect("joined");
            prop_assert!(!bea.attendance.covers(entry.day()));
        }
        Action::Day(day) => {
            let known = sprint.day(entry.day()).expect("something was said of it");
            prop_assert_eq!(known.is_break, day.is_break);
            prop_assert!(day.text.is_none() || known.theme == day.text);
        }
        Action::Undo(undo) => prop_assert!(sprint.is_undone(undo.entry)),
        _ => {}
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases / 4, ..config() })]

    #[test]
    fn what_is_confirmed_is_so_whatever_the_clocks_say(typed in typed()) {
        let (env, folder) = empty_folder();
        let start = DateTime::parse_from_rfc3339("2017-02-27T22:00:00+01:00").expect("a time");
        for words in ["plan fix the leak", "plan write a test", "discuss which", "join Bea Meier, Carl, Anto"] {
            let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
            prop_assert_eq!(type_in(env.path(), "dan", start - TimeDelta::days(30), &words, "").status, 0);
        }
        for (place, (who, clock, command, said)) in typed.iter().enumerate() {
            let by = ["armin", "anto", "carl"][*who];
            // Everybody's clock is off by something else; a minute passes between commands.
            let now = start + TimeDelta::minutes(place as i64 + OFF[(clock + who) % OFF.len()]);
            let mut words: Vec<String> = command.split(' ').map(str::to_owned).collect();
            let day = said.map(|days| now.date_naive() + TimeDelta::days(days));
            if let Some(day) = day {
                words.extend(["--day".to_owned(), day.to_string()]);
            }
            let before = read(&folder);
            if type_in(env.path(), by, now, &words, "").status != 0 {
                prop_assert_eq!(&before, &read(&folder));
                continue;
            }
            let after = read(&folder);
            let is_new = |entry: &&Entry| before.entry(entry.id).is_none();
            let new: Vec<&Entry> = after.entries().iter().filter(is_new).collect();
            prop_assert_eq!(new.len(), 1, "{} moved something else", command);
            prop_assert_eq!(after.entries().len(), before.entries().len() + 1);
            let entry = new[0];
            is_so(&after, entry, day.is_some_and(|day| day != now.date_naive()))?;
            prop_assert_eq!(entry.day(), day.unwrap_or(now.date_naive()));
            prop_assert!((now..now + TimeDelta::minutes(2)).contains(&entry.typed()));
            let is_alone = !before.entries().iter().any(|other| {
                let is_about = entry.action.item().is_some() && other.action.item() == entry.action.item();
                let is_same = entry.action.item().is_none() && !matches!(entry.action, Action::Note(_));
                other.at >= now && (is_about || is_same)
            });
            if is_alone && day.is_none() {
                prop_assert_eq!(entry.at, entry.typed(), "{} was moved", command);
            }
            let looked = folder.lint(&after, &folder.read().expect("a folder").locations).expect("a folder");
            prop_assert_eq!(looked, vec![]);
        }
    }

    #[test]
    fn a_batch_that_was_taken_back_leaves_the_state_before_it(typed in typed(), batch in typed()) {
        let (env, folder) = empty_folder();
        let start = DateTime::parse_from_rfc3339("2017-02-27T22:00:00+01:00").expect("a time");
        for words in ["plan fix the leak", "plan write a test", "discuss which", "join Bea Meier, Carl, Anto"] {
            let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
            prop_assert_eq!(type_in(env.path(), "dan", start - TimeDelta::days(30), &words, "").status, 0);
        }
        for (who, clock, command, _) in &typed {
            let by = ["armin", "anto", "carl"][*who];
            let words: Vec<String> = command.split(' ').map(str::to_owned).collect();
            type_in(env.path(), by, start + TimeDelta::minutes(OFF[*clock]), &words, "");
        }
        // Lines that would be refused by themselves are left out.
        let before = read(&folder);
        let mut lines = vec!["plan one more".to_owned()];
        for (_, _, command, said) in &batch {
            let said = said.map(|days| format!(" --day {}", start.date_naive() + TimeDelta::days(days)));
            lines.push(format!("{command}{}", said.unwrap_or_default()));
        }
        lines.retain(|line| !line.starts_with("undo"));
        let word = |word: &str| vec![word.to_owned()];
        while type_in(env.path(), "eva", start, &word("batch"), &lines.join("\n")).status != 0 {
            prop_assert_eq!(&before, &read(&folder));
            lines.pop();
        }
        let with = read(&folder);
        let first = with.entries().iter().find(|entry| entry.by == "eva").expect("a line at least");
        prop_assert_eq!(first.batch.is_some(), lines.len() > 1);
        let facts = |sprint: &Sprint| {
            let days: Vec<_> = before.entries().iter().map(|entry| sprint.day(entry.day()).cloned()).collect();
            (sprint.items().to_vec(), sprint.people().clone(), sprint.notes().to_vec(), days)
        };
        prop_assert_eq!(type_in(env.path(), "eva", start, &word("undo"), "").status, 0);
        prop_assert_eq!(facts(&read(&folder)), facts(&before));
        let undo = read(&folder).entries().iter().find(|entry| matches!(entry.action, Action::Undo(_)) && entry.by == "eva").map(|entry| entry.id.to_string());
        let back = [word("undo"), undo.into_iter().collect()].concat();
        prop_assert_eq!(type_in(env.path(), "eva", start, &back, "").status, 0);
        prop_assert_eq!(facts(&read(&folder)), facts(&with));
    }
}
