//! Promises about any history, held up by random ones.

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::FileFailurePersistence;
use pulldown_cmark::{Event, Tag};
use serde_json::Value;
use sprint_journal::domain::{
    Action, Assign, Config, Day, Decide, Discuss, Done, Drop, Entry, EntryId, Goal, Group, Join,
    Leave, Next, Note, Photo, Plan, Progress, Renumber, Reopen, Reword, Role, Sprint, State, Talk,
    Thank, Topic, Unassign, Undo,
};
use sprint_journal::error::{Complaint, Finding, What};
use sprint_journal::journal::{Folder, Journal, NewSprint, line};
use sprint_journal::report::{Block, Choices, Inline, Report, Span, markdown, parse};
use sprint_journal::view::{SprintRow, check, github, gitlab, json};
use sprint_journal::visible::visible;

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

fn names() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(name(), 0..4)
}

fn topic() -> impl Strategy<Value = Option<Topic>> {
    prop::option::of("[a-zA-Z/]{1,9}".prop_map(|text| Topic::parse(&text)))
        .prop_map(Option::flatten)
}

fn date() -> impl Strategy<Value = Option<NaiveDate>> {
    prop::option::of((1u32..28).prop_filter_map("a day of March", |day| {
        NaiveDate::from_ymd_opt(2017, 3, day)
    }))
}

/// Stands for an item until there are some to pick from.
fn nothing() -> EntryId {
    EntryId::new(Some(1), 1)
}

/// An action that is about the item, if it is about one.
fn about(action: Action, item: EntryId) -> Action {
    match action {
        Action::Plan(plan) => Action::Plan(Plan {
            under: plan.under.map(|_| item),
            ..plan
        }),
        Action::Assign(assign) => Action::Assign(Assign { item, ..assign }),
        Action::Unassign(unassign) => Action::Unassign(Unassign { item, ..unassign }),
        Action::Progress(progress) => Action::Progress(Progress { item, ..progress }),
        Action::Done(done) => Action::Done(Done { item, ..done }),
        Action::Drop(drop) => Action::Drop(Drop { item, ..drop }),
        Action::Reopen(reopen) => Action::Reopen(Reopen { item, ..reopen }),
        Action::Decide(decide) => Action::Decide(Decide { item, ..decide }),
        Action::Photo(photo) => Action::Photo(Photo {
            item: photo.item.map(|_| item),
            ..photo
        }),
        Action::Reword(reword) => Action::Reword(Reword { item, ..reword }),
        Action::Renumber(renumber) => Action::Renumber(Renumber { item, ..renumber }),
        other => other,
    }
}

/// What somebody may try, about some item.
fn attempt() -> impl Strategy<Value = Action> {
    let item = nothing;
    prop_oneof![
        (text(), topic(), any::<bool>(), names()).prop_map(
            move |(text, topic, is_part, people)| {
                Action::Plan(Plan {
                    text,
                    topic,
                    under: is_part.then(item),
                    people,
                })
            }
        ),
        (names(), names(), any::<bool>()).prop_map(move |(people, with, only)| Action::Assign(
            Assign {
                item: item(),
                people,
                with,
                only
            }
        )),
        names().prop_map(move |people| Action::Unassign(Unassign {
            item: item(),
            people
        })),
        text().prop_map(move |text| Action::Progress(Progress { item: item(), text })),
        (prop::option::of(text()), names(), names()).prop_map(move |(text, people, with)| {
            Action::Done(Done {
                item: item(),
                text,
                people,
                with,
            })
        }),
        prop::option::of(text()).prop_map(move |text| Action::Drop(Drop { item: item(), text })),
        prop::option::of(text())
            .prop_map(move |text| Action::Reopen(Reopen { item: item(), text })),
        text().prop_map(move |text| Action::Reword(Reword { item: item(), text })),
        (1u32..20).prop_map(move |number| Action::Renumber(Renumber {
            item: item(),
            number
        })),
        text().prop_map(move |text| Action::Undo(Undo {
            entry: EntryId::new(None, text.len() as u64)
        })),
        text().prop_map(move |text| Action::Decide(Decide { item: item(), text })),
        (text(), prop::option::of(text()), topic(), any::<bool>()).prop_map(
            move |(file, text, topic, shows)| {
                Action::Photo(Photo {
                    item: shows.then(item),
                    text,
                    file,
                    topic,
                })
            }
        ),
        action_about_nothing(),
    ]
}

/// Actions that are about no item.
fn action_about_nothing() -> impl Strategy<Value = Action> {
    let role = prop::option::of(prop::sample::select(vec![
        Role::Newcomer,
        Role::Visitor,
        Role::Remote,
        Role::Host,
    ]));
    prop_oneof![
        (text(), topic(), names(), prop::option::of(text())).prop_map(
            |(text, topic, people, decided)| Action::Discuss(Discuss {
                text,
                topic,
                people,
                decided
            })
        ),
        (text(), topic(), names()).prop_map(|(text, topic, people)| Action::Talk(Talk {
            text,
            topic,
            people
        })),
        (
            name(),
            name(),
            names(),
            date(),
            date(),
            role,
            prop::option::of(text())
        )
            .prop_map(
                |(person, nick, also, from, to, role, org)| Action::Join(Join {
                    person,
                    nick,
                    also,
                    from,
                    to,
                    role,
                    org
                })
            ),
        names().prop_map(|people| Action::Leave(Leave { people })),
        (text(), any::<bool>()).prop_map(|(text, side)| Action::Goal(Goal { text, side })),
        (prop::option::of(text()), any::<bool>())
            .prop_map(|(text, is_break)| Action::Day(Day { text, is_break })),
        (text(), topic()).prop_map(|(text, topic)| Action::Note(Note { text, topic })),
        (text(), names()).prop_map(|(text, people)| Action::Next(Next { text, people })),
        text().prop_map(|text| Action::Thank(Thank { text })),
    ]
}

/// A moment of three days, in one of three zones.
fn moment() -> impl Strategy<Value = DateTime<FixedOffset>> {
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

/// What is recorded when all of these are attempted one after another: those that the rules allow.
fn history() -> impl Strategy<Value = Vec<Entry>> {
    let attempts = (attempt(), any::<Index>(), moment(), text(), any::<u64>());
    prop::collection::vec(attempts, 0..25).prop_map(|attempts| {
        let mut sprint = Sprint::from_entries(Vec::new());
        for (action, index, at, by, bits) in attempts {
            let items = sprint.items();
            let item = if items.is_empty() {
                nothing()
            } else {
                items[index.index(items.len())].id.clone()
            };
            let action = match about(action, item) {
                Action::Undo(undo) => {
                    let entries = sprint.entries();
                    let entry = if entries.is_empty() {
                        undo.entry
                    } else {
                        entries[index.index(entries.len())].id.clone()
                    };
                    Action::Undo(Undo { entry })
                }
                action => action,
            };
            let number = action.makes_item().then(|| sprint.highest_number() + 1);
            let entry = Entry {
                id: EntryId::new(number, bits),
                at,
                by,
                action,
            };
            if let Ok(next) = sprint.clone().admit(entry) {
                sprint = next;
            }
        }
        sprint.entries().to_vec()
    })
}

/// An empty sprint in a folder that ends with the test.
fn empty_folder() -> (tempfile::TempDir, Folder) {
    let room = tempfile::tempdir().expect("a temporary folder can be made");
    let journal =
        Journal::find_or_begin(Some(room.path()), &PathBuf::new()).expect("a new journal");
    let folder = journal
        .create("leysin-2017", &NewSprint::default())
        .expect("a new sprint");
    (room, folder)
}

fn choices() -> Choices {
    Choices {
        group: Default::default(),
        body: Default::default(),
        names: Default::default(),
        span: Span::default(),
    }
}

/// What may stand in a log: anything, and what is open at its end in the ways that TOML knows.
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

/// Enough cases to find what is wrong with a change, in a few seconds. `PROPTEST_CASES` asks for more.
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

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_history_that_was_written_is_read_back_without_a_warning_and_to_the_same_state(entries in history()) {
        let (_room, folder) = empty_folder();
        let mut pen = folder.take_pen(|| ()).expect("nobody else writes");
        let (alone, together) = entries.split_at(entries.len() / 2);
        for entry in alone {
            pen.read().expect("a readable folder");
            prop_assert!(pen.append(std::slice::from_ref(entry)).expect("a sound disk").is_empty());
        }
        prop_assert!(pen.append(together).expect("a sound disk").is_empty());
        let reading = folder.read().expect("a readable folder");
        prop_assert_eq!(&reading.findings, &[]);
        let read = Sprint::from_entries(reading.entries);
        let looked = folder.look_closely(&read, &reading.places).expect("a readable folder");
        let is_typed = |finding: &Finding| matches!(finding.what, What::Control(_) | What::NoSuchPhoto(_) | What::NotAPicture { .. });
        prop_assert!(looked.iter().all(is_typed), "{:?}", looked);
        let problems = read.problems();
        prop_assert!(problems.iter().all(|problem| !problem.refusal.is_lasting()), "{:?}", problems);
        prop_assert_eq!(read, Sprint::from_entries(entries));
    }

    #[test]
    fn the_state_does_not_depend_on_the_order_of_lines(
        (entries, shuffled) in history().prop_flat_map(|entries| (Just(entries.clone()), Just(entries).prop_shuffle()))
    ) {
        let (sprint, other) = (Sprint::from_entries(entries), Sprint::from_entries(shuffled));
        prop_assert_eq!(sprint.problems(), other.problems());
        let post = |sprint: &Sprint| markdown(&Report::new(sprint, "A sprint", &Config::default(), &choices()).document());
        prop_assert_eq!(post(&sprint), post(&other));
        prop_assert_eq!(sprint, other);
    }

    #[test]
    fn what_is_admitted_one_by_one_is_what_is_folded_at_once(mut entries in history()) {
        entries.sort_by(|one, other| (one.at, &one.id).cmp(&(other.at, &other.id)));
        let mut sprint = Sprint::default();
        for entry in entries {
            if let Ok(next) = sprint.clone().admit(entry) {
                sprint = next;
            }
            let entries = sprint.entries().to_vec();
            prop_assert_eq!(&sprint, &Sprint::from_entries(entries));
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
        let boards = days.iter().map(|day| json::board(&row, &sprint, *day));
        let logs = days.iter().map(|day| json::day_log(&row, &sprint, *day));
        let stories: Vec<String> = sprint.items().iter().map(|item| json::show(&row, &sprint, item)).collect();
        for answer in boards.chain(logs).chain(stories.clone()) {
            prop_assert!(answer.lines().all(|line| visible(line) == line), "{}", answer);
        }
        for (item, story) in sprint.items().iter().zip(&stories) {
            let story: Value = serde_json::from_str(story).expect("JSON");
            prop_assert_eq!(&story["item"]["text"], &item.text);
            let told = story["entries"].as_array().expect("a list");
            prop_assert_eq!(told.len(), sprint.story(item).count());
            for (told, entry) in told.iter().zip(sprint.story(item)) {
                prop_assert_eq!(&told["by"], &entry.by);
            }
        }
    }

    #[test]
    fn nothing_that_was_finished_is_missing_from_the_report(entries in history()) {
        let sprint = Sprint::from_entries(entries);
        for group in [Group::Topic, Group::Day, Group::Person, Group::None] {
            let choices = Choices { group, ..choices() };
            let report = Report::new(&sprint, "A sprint", &Config::default(), &choices);
            let told = format!("{:?}", (&report.body, &report.decisions, &report.talks));
            for item in sprint.items() {
                for passage in item.outcome.iter().filter(|_| matches!(item.state, State::Done | State::Decided)) {
                    let word: Option<&str> = passage.text.split(|letter: char| !letter.is_ascii_alphanumeric()).find(|word| word.len() > 3);
                    prop_assert!(word.is_none_or(|word| told.contains(word)), "{:?} by {:?}", passage.text, group);
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
            let is_tag = |event| matches!(event, Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock));
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
        let (_room, folder) = empty_folder();
        let log = folder.path.join("2017-02-27.toml");
        std::fs::write(&log, &garbage).expect("a sound disk");
        let mut pen = folder.take_pen(|| ()).expect("nobody else writes");
        for entry in &entries {
            pen.read().expect("a readable folder");
            match pen.append(std::slice::from_ref(entry)) {
                Ok(_) => {
                    let read = folder.read().expect("a readable folder").entries;
                    prop_assert!(read.contains(entry));
                }
                Err(error) => prop_assert!(error.to_string().contains("swallow"), "{}", error),
            }
        }
        let sprint = Sprint::from_entries(folder.read().expect("a readable folder").entries);
        markdown(&Report::new(&sprint, "A sprint", &Config::default(), &choices()).document());
    }

    #[test]
    fn a_log_is_checked_whatever_happened_to_it(
        entries in history(),
        damages in prop::collection::vec((any::<Index>(), any::<u8>()), 0..6),
    ) {
        let (_room, folder) = empty_folder();
        let mut log = entries.iter().map(line).collect::<String>().into_bytes();
        for (place, byte) in damages.iter().filter(|_| !entries.is_empty()) {
            let place = place.index(log.len());
            log[place] = *byte;
        }
        std::fs::write(folder.path.join("2017-02-27.toml"), log).expect("a sound disk");
        let reading = folder.read().expect("a readable folder");
        let sprint = Sprint::from_entries(reading.entries);
        let looked = folder.look_closely(&sprint, &reading.places).expect("a readable folder");
        let (from, to) = (NaiveDate::from_ymd_opt(2017, 2, 27), NaiveDate::from_ymd_opt(2017, 3, 4));
        let advice = sprint.advice(&Config { from, to, ..Config::default() });
        let found = reading.findings.iter().chain(&looked).map(Complaint::of);
        let wrong = sprint.problems().iter().map(|problem| Complaint::of_problem(problem, reading.places[&problem.entry].clone()));
        let odd = advice.iter().map(|advice| Complaint::of_advice(advice, reading.places[&advice.entry].clone()));
        let complaints: Vec<Complaint> = found.chain(wrong).chain(odd).collect();
        let annotations = github(&complaints);
        prop_assert_eq!(annotations.lines().count(), complaints.len());
        let report = gitlab(&complaints);
        let issues: Value = serde_json::from_str(&report).expect("JSON");
        let issues = issues.as_array().expect("a list");
        let fingerprints: BTreeSet<String> = issues.iter().map(|issue| issue["fingerprint"].to_string()).collect();
        prop_assert_eq!(fingerprints.len(), complaints.len());
        for text in [check(&complaints), json::check(&[], true, &complaints), annotations, report] {
            prop_assert!(text.lines().all(|line| visible(line) == line), "{}", text);
        }
    }
}
