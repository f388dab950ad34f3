//! A long text, and a report about a long log, cost no more than in proportion to the length, whatever is in it. These tests count
//! nodes and bytes, and compare processor times with each other: seconds depend on the machine.

use std::time::Duration;
use thin_vec::ThinVec;

use chrono::{DateTime, NaiveDate, TimeDelta};
use rustix::time::{ClockId, clock_gettime};
use sprint_journal::domain::{Action, Config, Done, Entry, EntryId, Note, Plan, Sprint, Topic};
use sprint_journal::planning::{Opened, Shown, changes, read, write};
use sprint_journal::report::{
    Block, Choices, Group, Inline, Overrides, Post, Report, SITES, Template, html, is_too_deep,
    markdown, page, parse, rst,
};
use sprint_journal::text::visible;

/// What is repeated, what follows it, and what is repeated after that.
const TEXTS: [(&str, &str, &str); 38] = [
    ("> ", "x", ""),
    ("> ", "x", "\ny"),
    ("> ", "x", "\n"),
    ("- ", "x", "\ny"),
    ("1. ", "x", "\n\ny"),
    ("> - ", "x", "\n>"),
    ("- a\n", "", ""),
    ("> - a\nb\n", "", ""),
    ("*", "a", "*"),
    ("*_", "a", "_*"),
    ("*a _b ", "a", " b_ a*"),
    ("*a **a ", "", ""),
    ("*a*b ", "", ""),
    ("[", "a", "]"),
    ("[a](", "", ""),
    ("[a](b) ", "", ""),
    ("[a](b \"", "", ""),
    ("![", "a", "](b)"),
    ("[![a](b)](c) ", "", ""),
    ("[a]: b '\n", "", ""),
    ("[x]\n", "\n[x]: ", "y"),
    ("<", "", ""),
    ("<a ", "", ""),
    ("<!-- ", "", ""),
    ("<b>a</b> ", "", ""),
    ("` `` ", "", ""),
    ("`{{ x }}` ", "", ""),
    ("```\n{% x %}\n```\n", "", ""),
    ("- a\n\n  ```\n  x\n  ```\n", "", ""),
    ("&", "", ""),
    ("&shy;", "", ""),
    ("http://a.b/c ", "", ""),
    ("1", "", "."),
    ("a  \n", "", ""),
    ("# a\n", "", ""),
    ("a\n---\n", "", ""),
    ("\u{301}", "", ""),
    ("👩\u{200d}", "", ""),
];

/// Counts the nodes, and how deep they are nested.
fn blocks(blocks: &[Block]) -> (usize, usize) {
    sum(blocks.iter().map(|block| match block {
        Block::Heading(_, inner) | Block::Paragraph(inner) => inlines(inner),
        Block::Figure { caption, .. } => inlines(caption),
        Block::List { items, .. } => items
            .iter()
            .map(|item| self::blocks(item))
            .fold((0, 0), |(count, depth), (inner, below)| {
                (count + inner, depth.max(below))
            }),
        Block::Quote(inner) => self::blocks(inner),
        Block::Table { head, rows, .. } => {
            let cells = rows.iter().flatten().chain(head);
            sum(cells.map(|cell| inlines(cell)))
        }
        Block::Code { .. } | Block::Rule | Block::Comment(_) | Block::Raw { .. } => (0, 0),
    }))
}

fn inlines(inner: &[Inline]) -> (usize, usize) {
    sum(inner.iter().map(|inline| match inline {
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => {
            inlines(inner)
        }
        Inline::Text(_)
        | Inline::Code(_)
        | Inline::Image { .. }
        | Inline::OmittedImage { .. }
        | Inline::Break => (0, 0),
    }))
}

fn sum(inside: impl Iterator<Item = (usize, usize)>) -> (usize, usize) {
    inside.fold((0, 0), |(count, depth), (inner, below)| {
        (count + 1 + inner, depth.max(below + 1))
    })
}

/// Measures everything that is made from a text.
fn sizes(text: &str) -> Vec<(&'static str, usize)> {
    let tree = parse(text);
    let (nodes, depth) = blocks(&tree);
    assert!(depth < 40, "{depth} levels");
    is_too_deep(text);
    let mut sizes = vec![
        ("nodes", nodes),
        ("visible", visible(text).len()),
        ("markdown", markdown(&tree).len()),
        ("html", html(&tree).len()),
        ("page", page(&tree).len()),
        ("rst", rst(&tree).len()),
    ];
    for site in SITES {
        let post = Post {
            site,
            slug: "hut".into(),
            date: NaiveDate::from_ymd_opt(2017, 3, 4).expect("a day"),
            title: "Hut".into(),
            authors: Vec::new(),
            tags: Vec::new(),
            categories: Vec::new(),
            description: None,
            others: toml::Table::new(),
        };
        sizes.push((site.name, post.text(&tree).len()));
    }
    sizes
}

#[test]
fn a_text_four_times_as_long_makes_no_more_than_that() {
    for (repeated, middle, behind) in TEXTS {
        let text = |times: usize| repeated.repeat(times) + middle + &behind.repeat(times);
        let (once, more) = (sizes(&text(1_000)), sizes(&text(4_000)));
        for ((what, once), (_, more)) in once.into_iter().zip(more) {
            assert!(
                more <= 5 * once + 4_000,
                "{what} of {repeated:?}: {once}, then {more}"
            );
        }
    }
}

#[test]
fn a_long_text_of_anything_is_told() {
    for (repeated, middle, behind) in TEXTS {
        let times = 200_000 / (repeated.len() + behind.len());
        let text = repeated.repeat(times) + middle + &behind.repeat(times);
        let (_, depth) = blocks(&parse(&text));
        assert!(depth < 40, "{repeated:?}: {depth} levels");
    }
}

/// Makes a log of finished items of ten people, one each minute: every third has a part, and after every tenth there is a note.
fn log(items: u32) -> Vec<Entry> {
    let start = DateTime::from_timestamp(1_488_150_000, 0).expect("a second of February 2017");
    let mut entries: Vec<Entry> = Vec::new();
    let mut add = |number: Option<u32>, person: u32, action: Action| {
        let place = entries.len() as u64;
        let at = start + TimeDelta::seconds(30 * i64::try_from(place).expect("a small number"));
        let id = EntryId::new(number, place + 1);
        entries.push(Entry::new(
            id,
            at.fixed_offset(),
            format!("p{person}").into(),
            action,
        ));
        id
    };
    let mut whole = None;
    for number in 1..=items {
        let person = number % 10;
        let topic = Topic::parse(&format!("Topic {}", number % 20));
        let plan = Action::Plan(Plan {
            text: format!("write thing {number}").into(),
            topic: topic.clone(),
            under: whole.filter(|_| number % 3 == 2),
            ..Plan::default()
        });
        let item = add(Some(number), person, plan);
        whole = Some(item).filter(|_| number % 3 == 1);
        let text = Some(format!("It is *written* number {number}.").into());
        add(
            None,
            person,
            Action::Done(Done {
                item,
                text,
                people: ThinVec::new(),
                with: ThinVec::new(),
            }),
        );
        if number % 10 == 0 {
            let text = format!("We ate {number}.").into();
            add(None, person, Action::Note(Note { text, topic }));
        }
    }
    entries
}

/// Returns the processor time of this thread, which a busy machine does not change.
fn now() -> Duration {
    Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).expect("a short time")
}

#[test]
fn a_planning_document_of_four_times_as_many_lines_costs_no_more_than_that() {
    let config = Config::default();
    let day = NaiveDate::from_ymd_opt(2017, 2, 28).expect("a day");
    let cost = |items, is_stamped: bool| {
        let sprint = Sprint::from_entries(log(items));
        let begin = now();
        let text = write("hut", &config, &sprint, Shown::All(day));
        let lines = text.replace("thing", "one thing") + "\n- [ ] something new (p1, p2)\n";
        let document = read(&lines, &sprint, "p1");
        let opened = is_stamped.then(|| read(&text, &sprint, "p1"));
        let opened = opened.as_ref().map(|document| Opened {
            document,
            sprint: &sprint,
            is_kept: true,
            me: "",
        });
        changes(&document, opened, &sprint);
        now() - begin
    };
    for is_stamped in [false, true] {
        let [short, long] = [250, 1_000].map(|items| cost(items, is_stamped));
        assert!(long < 8 * short, "{is_stamped}: {short:?}, {long:?}");
    }
}

/// Makes a word of letters that hardly another number has.
fn word(number: usize) -> String {
    let mut rest = number.wrapping_mul(2_654_435_761) % 0x1000_0000;
    let syllable = |_| {
        let (first, second) = (rest % 16, rest / 16 % 5);
        rest /= 80;
        let letters = (b"bcdfghklmnprstvz"[first], b"aeiou"[second]);
        [char::from(letters.0), char::from(letters.1)]
    };
    (0..4).flat_map(syllable).collect()
}

/// Makes a name and a surname.
fn full_name(number: usize) -> String {
    let capitalised = |word: String| word[..1].to_uppercase() + &word[1..];
    format!(
        "{} {}",
        capitalised(word(2 * number)),
        capitalised(word(2 * number + 1))
    )
}

/// Writes one of many, by its number.
type One = fn(usize) -> String;

/// What planning documents have many of.
const MANY: [(&str, One); 15] = [
    ("lines", |at| {
        format!("- port the {} {}\n", word(at), word(at + 7))
    }),
    ("lines with the same words", |_| {
        "- port the scanner again\n".into()
    }),
    ("lines of prose", |at| {
        format!("So {} is the {} of it.\n", word(at), word(at + 7))
    }),
    ("wrapped lines", |at| {
        format!(
            "  {} and then the {} that we saw before all of the others\n",
            word(at),
            word(at + 7)
        )
    }),
    ("open brackets", |at| {
        format!("({} the words go on here\n", word(at))
    }),
    ("names of attendees", |at| {
        format!(
            "{}{}\n",
            if at == 0 { "## Here\n- " } else { "- " },
            full_name(at)
        )
    }),
    ("names in one line", |at| {
        format!("{}{}", if at == 0 { "Here: " } else { ", " }, full_name(at))
    }),
    ("names in brackets", |at| {
        format!("- port the {} ({}, Ida)\n", word(at), full_name(at))
    }),
    ("people below an item", |at| {
        let first = if at == 0 { "- port it\n" } else { "" };
        format!("{first}  ({}, {})\n", full_name(at), full_name(at + 1))
    }),
    ("headings", |at| {
        format!(
            "## The {} {}\n- port {}\n",
            word(at),
            word(at + 3),
            word(at + 7)
        )
    }),
    ("headings that are not topics", |at| {
        format!("## Ideas ({at})\n- port {} {at}\n", word(at))
    }),
    ("headings between bullets", |at| {
        format!("- port {} {at}\nThe {}\n", word(at), word(at + 3))
    }),
    ("words in a line", |at| {
        format!("{}{}", if at == 0 { "- port " } else { " " }, word(at))
    }),
    ("parts of parts", |at| {
        format!(
            "{}- port the {} {}\n",
            "  ".repeat(at % 60),
            word(at),
            word(at + 7)
        )
    }),
    ("numbers of no item", |at| {
        format!(
            "- #{} port the {} {}\n",
            90_000 + at,
            word(at),
            word(at + 7)
        )
    }),
];

#[test]
fn a_planning_document_with_four_times_as_much_of_anything_costs_no_more_than_that() {
    let sprint = Sprint::from_entries(log(10));
    for (what, one) in MANY {
        let cost = |times: usize| {
            let text: String = (0..times).map(one).collect();
            let begin = now();
            let document = read(&text, &sprint, "p1");
            changes(&document, None, &sprint);
            now() - begin
        };
        let [short, long] = [100, 400].map(cost);
        assert!(long < 8 * short, "{what}: {short:?}, {long:?}");
    }
}

#[test]
fn a_planning_document_that_is_imported_again_costs_no_more_than_in_proportion_to_its_length() {
    let cost = |items| {
        let sprint = Sprint::from_entries(log(items));
        let lines = (1..=items).map(|number| format!("- [ ] write thing {number} (p1): nearly\n"));
        let text: String = lines.collect();
        let begin = now();
        changes(&read(&text, &sprint, "p1"), None, &sprint);
        now() - begin
    };
    let [short, long] = [150, 600].map(cost);
    assert!(long < 8 * short, "{short:?}, {long:?}");
}

#[test]
fn what_a_name_or_a_topic_is_a_typo_of_is_found_without_looking_at_all() {
    let join = |people: usize| {
        let names: Vec<String> = (0..people).map(full_name).collect();
        let begin = now();
        let named = Sprint::default().read_attendees(&[names.join(", ")], None, "p1");
        assert_eq!(named.map(|named| named.len()), Ok(people));
        now() - begin
    };
    let file = |topics: usize| {
        let topic = |at: usize| Topic::parse(&format!("The {} {}", word(at), word(at + 3)));
        let topics: Vec<Topic> = (0..topics).filter_map(topic).collect();
        let plan = |(place, topic): (usize, &Topic)| {
            let at = DateTime::from_timestamp(1_488_150_000 + place as i64, 0);
            let plan = Plan {
                text: "write it".into(),
                topic: Some(topic.clone()),
                ..Plan::default()
            };
            let at = at.expect("a second").fixed_offset();
            let number = u32::try_from(place).expect("a small number") + 1;
            let id = EntryId::new(Some(number), place as u64 + 1);
            Entry::new(id, at, "p1".into(), Action::Plan(plan))
        };
        let sprint = Sprint::from_entries(topics.iter().enumerate().map(plan).collect());
        let begin = now();
        for place in 0..topics.len() {
            let other = Topic::parse(&format!("An {} {}", word(place + 9), word(place)));
            let other = other.expect("a heading");
            sprint.find_topic(&other, &[]).ok();
        }
        now() - begin
    };
    for cost in [&join as &dyn Fn(usize) -> Duration, &file] {
        let [short, long] = [150, 600].map(cost);
        assert!(long < 8 * short, "{short:?}, {long:?}");
    }
}

#[test]
fn a_long_title_of_a_planning_document_costs_no_more_than_its_length() {
    let config = Config::default();
    let day = NaiveDate::from_ymd_opt(2017, 2, 28).expect("a day");
    let at = DateTime::from_timestamp(1_488_150_000, 0).expect("a second of February 2017");
    let cost = |words| {
        let plan = Plan {
            text: ("a_b (c), ".repeat(words) + "d").into(),
            ..Plan::default()
        };
        let id = EntryId::new(Some(1), 1);
        let entry = Entry::new(id, at.fixed_offset(), "p1".into(), Action::Plan(plan));
        let sprint = Sprint::from_entries(vec![entry]);
        let text = write("hut", &config, &sprint, Shown::All(day));
        let begin = now();
        read(&text.replace('_', "\\_"), &sprint, "p1");
        now() - begin
    };
    let [short, long] = [100, 400].map(cost);
    assert!(long < 8 * short, "{short:?}, {long:?}");
}

#[test]
fn a_report_about_four_times_as_many_items_costs_no_more_than_that() {
    let template =
        "{{ body() }}\n\n{{ next() }}\n\n{{ item(7, 8) }} {{ tasks(topic=\"Topic 3\") }}";
    let template = Template::parse(template).expect("a template without errors");
    let config = Config::default();
    let cost = |sprint: &Sprint, group, has_data| {
        let choices = Choices {
            overrides: Overrides {
                group: Some(group),
                ..Overrides::default()
            },
            has_data,
            ..Choices::default()
        };
        let begin = now();
        let report = Report::new(sprint, "Hut", &config, &template, choices);
        let size = report.expect("a report").to_blocks().len();
        assert!(size > 0);
        now() - begin
    };
    let [short, long] = [1_000, 4_000].map(|items| Sprint::from_entries(log(items)));
    for group in [Group::Topic, Group::None, Group::Day, Group::Person] {
        for has_data in [false, true] {
            let [short, long] = [&short, &long].map(|sprint| cost(sprint, group, has_data));
            // In proportion, it is 4 times as much; by the square, 16 times.
            assert!(
                long < 8 * short,
                "{group:?}, {has_data}: {short:?}, {long:?}"
            );
        }
    }
}
