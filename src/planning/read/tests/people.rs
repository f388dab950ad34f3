//! Who is there, and whose work something is.

use super::{document, rows, unread};

#[test]
fn people_are_listed_in_one_line_that_wraps() {
    let document = document("Here: Ada, Bob,\n      Cleo\nAway: Dan\n\n- fix it\n");
    let names = |list: &[crate::planning::document::Present]| -> Vec<String> {
        list.iter().map(|present| present.typed.clone()).collect()
    };
    assert_eq!(names(&document.here), ["Ada", "Bob", "Cleo"]);
    assert_eq!(names(&document.away), ["Dan"]);
}

#[test]
fn whoever_is_new_and_only_struck_through_does_not_join() {
    let text = "- fix it (Bob)\n- test it (Carl)\n- port it (~~Amaury~~)\n";
    let here = document(text).here;
    assert!(here.iter().all(|present| present.typed != "Amaury"));
}

#[test]
fn names_above_a_task_are_its_people() {
    let text = "Here: Armin, Anto\n\n## Pairs\n\n- Armin, Anto\n  make the tests pass\n- ?\n  write the docs\n";
    let document = document(text);
    let rows: Vec<(&str, usize)> = document
        .rows
        .iter()
        .map(|row| (row.title.as_str(), row.people.as_ref().map_or(0, Vec::len)))
        .collect();
    assert_eq!(rows, [("make the tests pass", 2), ("write the docs", 0)]);
}

#[test]
fn names_between_bullets_below_a_heading_of_people_are_the_next_heading() {
    for blank in ["", "\n"] {
        let text = format!("Here: Ida, Bela\n\nIda\n- fix it\n- run it\n{blank}Bela\n- port it\n");
        let rows = document(&text).rows;
        let people = rows.iter().map(|row| {
            let people = row.people.iter().flatten();
            people.map(|one| one.typed.as_str()).collect::<String>()
        });
        assert_eq!(people.collect::<Vec<_>>(), ["ida", "ida", "bela"]);
    }
}

#[test]
fn names_and_a_colon_before_a_task_need_no_bullet() {
    let text =
        "Here: Ida, Bela\n\nIda: port the scanner\nBela, Ida: shrink the index\nLunch: at noon\n";
    assert_eq!(rows(text), ["port the scanner", "shrink the index"]);
}

#[test]
fn handles_in_a_list_of_people_need_no_commas() {
    let here = document("People: @ada @bob-k\n\n- fix it\n").here;
    let typed: Vec<&str> = here.iter().map(|one| one.typed.as_str()).collect();
    assert_eq!(typed, ["@ada", "@bob-k"]);
}

#[test]
fn nothing_in_a_list_of_people_vanishes() {
    let list = "Present: Ada, “Joe”, “Bob” Kay, the twins, and others\n\n- fix it\n";
    assert_eq!(unread(list), ["“Bob” Kay", "the twins"]);
    let here = document(list).here;
    let typed: Vec<&str> = here.iter().map(|one| one.typed.as_str()).collect();
    assert_eq!(typed, ["Ada", "Joe"]);
}

/// Shows who a document lists as present.
fn here(text: &str) -> Vec<String> {
    let here = document(text).here.into_iter();
    here.map(|present| present.typed).collect()
}

#[test]
fn headings_of_a_list_of_nothing_but_people_say_who_is_there() {
    for heading in [
        "Team:",
        "## Names",
        "Who is here?",
        "Wer ist da?",
        "*Crew*",
        "== Team ==",
    ] {
        let text = format!(
            "{heading}\n- Rosa Vidal\n- @kim\n- Jo Meier (until Wed)\n\n## Core\n- fix it\n"
        );
        assert_eq!(here(&text), ["Rosa Vidal", "@kim", "Jo Meier"], "{heading}");
        assert_eq!(rows(&text), ["Core: fix it"], "{heading}");
    }
    assert_eq!(
        here("Team: Rosa Vidal, Kim Lee\n"),
        ["Rosa Vidal", "Kim Lee"]
    );
    let tasks = "## Team\n- write the announcement\n- Rosa Vidal\n\n## Core\n- fix it\n";
    assert!(here(tasks).is_empty());
    assert_eq!(rows(tasks)[0], "Team: write the announcement");
}

#[test]
fn names_on_lines_of_their_own_are_each_one_person() {
    assert_eq!(
        here("Here: Ida\n  Rosa Vidal\n  Kim Lee\n\n- fix it\n"),
        ["Ida", "Rosa Vidal", "Kim Lee"]
    );
    assert_eq!(
        here("Here: Ida (from\nThu), Carl\nFriedrich (until\nWed)\n\n- fix it\n"),
        ["Ida", "Carl Friedrich"]
    );
    assert_eq!(
        here("Here: Ida, Carl\nFriedrich, Kim\n\n- fix it\n"),
        ["Ida", "Carl Friedrich", "Kim"]
    );
    assert_eq!(
        here("Here: Ida\n- Rosa Vidal\n- @kim\n\n- fix it\n"),
        ["Ida", "Rosa Vidal", "@kim"]
    );
    assert_eq!(rows("Here: Ida\n- fix it\n"), ["fix it"]);
}

#[test]
fn the_people_of_a_heading_are_listed() {
    let text = "# Plan\n\n## Docs (Ann)\n- write it (Ann)\n\n## Core (fast)\n- fix it\n";
    assert_eq!(rows(text), ["Docs: write it", "Core (fast): fix it"]);
    assert_eq!(unread(text), ["Docs (Ann)"]);
}

#[test]
fn a_list_of_people_ends_at_what_somebody_does() {
    for list in [
        "People\nIda, Bela",
        "Here:\nIda, Bela",
        "Attendees:\nIda\nBela",
        "## People\n- Ida\n- Bela",
    ] {
        let text = format!("{list}\n\nIda: shrink the index\nTom: fuzz it\nLea: port it\n");
        assert_eq!(here(&text), ["Ida", "Bela"], "{list}");
        assert_eq!(rows(&text), ["shrink the index"], "{list}");
        assert_eq!(unread(&text), ["Tom: fuzz it", "Lea: port it"], "{list}");
        for sign in ["- Ida: ", "* Ida - "] {
            let text = format!("{list}\n\n{sign}shrink the index\n");
            assert_eq!(rows(&text), ["shrink the index"], "{text}");
        }
    }
    let text = "Here:\nIda\n\nWe met at ten.\n";
    assert_eq!(
        (here(text), unread(text)),
        (vec!["Ida".into()], vec!["We met at ten.".into()])
    );
    let days = "People:\n- Ida\n\n- Bela: from Wed\n- Tom - whole-time\n";
    assert_eq!(here(days), ["Ida", "Bela", "Tom"]);
}

#[test]
fn a_label_below_a_list_of_people_is_nobody() {
    let text = "present: Ida, Bela, Noor + Carla\nlate: Tom (11:00)\nsick: Jürgen\nMinutes: Carla\n\n- fix it\n";
    assert_eq!(here(text), ["Ida", "Bela", "Noor", "Carla"]);
    assert_eq!(unread(text), ["late: Tom (11:00)", "Minutes: Carla"]);
    assert_eq!(document(text).away[0].typed, "Jürgen");
    let text = "Participants:\nIda, Bela\nDate: 30 November\nPlace: Bern\n";
    assert_eq!(here(text), ["Ida", "Bela"]);
    assert_eq!(unread(text), ["Date: 30 November", "Place: Bern"]);
    let table =
        "## Participants\n\nName | Topic | Arrives\n--- | --- | ---\nIda | index | Monday\n";
    assert_eq!(
        (here(table), unread(table)),
        (vec![], vec!["Arrives".into(), "index (Ida)".into()])
    );
}

#[test]
fn what_is_said_of_somebody_away_is_listed_and_nobody_leaves() {
    let text =
        "Away: Tom (ab Do), Carla (bis Mi), Kim (from Thu), Lea (dentist), Noor (sick), Bela\n";
    let away: Vec<String> = document(text)
        .away
        .into_iter()
        .map(|one| one.typed)
        .collect();
    assert_eq!(away, ["Noor", "Bela"]);
    assert_eq!(unread(text), ["Tom", "Carla", "Kim", "Lea"]);
}

#[test]
fn what_stands_under_the_name_of_somebody_is_theirs() {
    let work = |text: &str| -> Vec<String> {
        let rows = document(text).rows.into_iter();
        let shown = rows.map(|row| {
            let people = row.people.into_iter().flatten().map(|person| person.typed);
            let people = people.collect::<Vec<_>>().join(", ");
            format!("{} {}: {people}", row.topic.join("/"), row.title)
        });
        shown.collect()
    };
    for text in [
        "Here: Ida, Bela\n\n## Ida\n- fix it\n- port it (Bela)\n\n## Storage\n- pack it\n### Ida, Bela\n- shrink it\n",
        "Here: Ida, Bela\n\nIda:\n- fix it\n- port it (Bela)\n\nStorage\n=======\n- pack it\n\n**Ida and Bela**\n- shrink it\n",
    ] {
        assert_eq!(
            work(text),
            [
                " fix it: ida",
                " port it: bela",
                "Storage pack it: ",
                "Storage shrink it: ida, bela"
            ]
        );
        assert!(document(text).no_topics.is_empty());
    }
    let bullets =
        "Here: Ida, Bela, Tom\n\n- Ida\n  - fix it\n- Bela\n  - port it\n- Tom\n  - test it\n";
    assert_eq!(
        work(bullets),
        [" fix it: ida", " port it: bela", " test it: tom"]
    );
    assert_eq!(work("## @noor\n- fix it\n"), [" fix it: +noor"]);
    // It may be what the work is about.
    assert_eq!(
        work("## Ida\n- fix it\n- port it (Ida)\n"),
        ["Ida fix it: ", "Ida port it: +Ida"]
    );
}

#[test]
fn the_first_line_of_a_list_of_people_is_not_a_heading() {
    for list in [
        "## Here\nIda, Bela\n",
        "People:\n\nIda & Bela\n\n",
        "## Participants\nOnline\n- Ida\nRemote\n- Bela\n\n## Tasks\n",
    ] {
        let text = format!("{list}- fix it (Ida)\n");
        assert_eq!(here(&text), ["Ida", "Bela"], "{list}");
    }
}

#[test]
fn whoever_comes_later_is_no_task_and_joins_if_a_day_is_said() {
    for label in [
        "later:",
        "Later on:",
        "## Coming later",
        "Not here yet:",
        "Joining later",
        "Kommen später:",
    ] {
        let text =
            format!("Here: Ida, Bela\n\n{label}\n- Tom\n- Mei (from Wed)\n\n# Work\n\n- fix it\n");
        assert_eq!(here(&text), ["Ida", "Bela", "Mei"], "{label}");
        assert_eq!(rows(&text).len(), 1, "{label}");
        assert_eq!(unread(&text), ["Tom"], "{label}");
    }
    for text in [
        "Here: Ida, Bela\nlater: Tom, Mei (from Wed)\n\n- fix it\n",
        "Here:\n- Ida\n- later:\n  - Tom\n  - Mei (from Wed)\n- Bela\n\n# Work\n- fix it\n",
    ] {
        assert_eq!(unread(text), ["Tom"], "{text}");
        assert!(here(text).contains(&"Mei".to_owned()), "{text}");
        assert_eq!(rows(text).len(), 1, "{text}");
    }
    let below =
        "\n    - Tom\n    - Mei (from Wed)\n\ntasks:\n    - fix it\n\nlater:\n    - parser.py\n";
    for (list, label) in [
        ("People present:\n    - Ida\n", "later:"),
        ("present\n  - Ida\n  - Bela\n", "Joining later:"),
        ("Anwesend:\n\n    - Ida\n", "Kommen später:"),
        ("Here: Ida\n", "Not here yet:"),
        ("- Ada\n- Bela\n- Tim\n\nHere: Ida\n", "later"),
    ] {
        let text = format!("{list}\n{label}\n{below}");
        assert_eq!(unread(&text), ["Tom"], "{text}");
        assert!(here(&text).contains(&"Mei".to_owned()), "{text}");
        assert!(rows(&text).contains(&"parser.py".to_owned()), "{text}");
    }
    for heading in ["Goals", "Benchmarks"] {
        let text = format!("Here:\n    - Ida\n\n{heading}:\n    - speed\n    - size\n");
        assert_eq!(here(&text), ["Ida"], "{heading}");
    }
    // What stands between is no list of people.
    let far = "Here: Ida\n\n- fix it\n\nlater:\n    - Tom\n";
    assert_eq!(rows(far).len(), 2);
    let tasks = "# Work\n- fix it\n\n# Later\n- test it\n";
    assert_eq!(rows(tasks).len(), 2);
}

#[test]
fn a_heading_behind_a_list_of_people_is_nobody() {
    let headings = [
        "Topics",
        "Today",
        "Agenda",
        "Goals",
        "Plan",
        "Talks",
        "Open Tasks",
        "Wishlist",
        "Welcome!",
        "Stuff",
    ];
    for heading in headings {
        for tasks in [
            "- fix it\n",
            "\n- fix it\n",
            "[ ] fix it\n",
            "1. fix it\n",
            "fix it\n",
        ] {
            for list in [
                "Here:\nIda\nBela",
                "## Participants\n\nIda (from Tue)\nBela",
                "People\n- Ida\n- Bela",
            ] {
                let text = format!("{list}\n\n{heading}\n{tasks}");
                assert_eq!(here(&text), ["Ida", "Bela"], "{text}");
            }
        }
        let text = format!("Ida Lind\nBela Toth\nNoor Vos\n\n{heading}\n\n- fix it\n");
        assert_eq!(here(&text), ["Ida Lind", "Bela Toth", "Noor Vos"], "{text}");
    }
    // A name may stand apart, or be that of a month.
    assert_eq!(
        here("Here:\nIda\nApril\nand more\nTom\n\nJune\n\nLea\n"),
        ["Ida", "April", "Tom", "June", "Lea"]
    );
    assert_eq!(here("Here:\nIda\nBela\nTasks\nfix it\n"), ["Ida", "Bela"]);
}

#[test]
fn a_table_of_people_is_a_list_of_them_below_a_heading_of_people_or_if_its_header_says_so() {
    let here = |text: &str| -> Vec<String> {
        let here = document(text).here.into_iter();
        here.map(|present| present.typed).collect()
    };
    let days = "| Name | Days |\n|---|---|\n| Ida | Mon–Wed |\n| Bela | |\n";
    let shirts = "| Name | Shirt |\n|---|---|\n| Ida | M |\n";
    let duties = "| Who | Day |\n|---|---|\n| Ida | Mon |\n";
    for (text, expected) in [
        (format!("# Hut\n\n{days}\n- fix it\n"), vec!["Ida", "Bela"]),
        (format!("## People\n{shirts}\n- fix it\n"), vec!["Ida"]),
        (format!("## Team\n{shirts}"), vec!["Ida"]),
        (format!("## Shirts\n{shirts}"), vec![]),
        (format!("## Cooking\n{duties}"), vec![]),
        (format!("## Kitchen\n{days}"), vec![]),
        (format!("## Cancelled\n\n{days}"), vec![]),
        (format!("## Not coming\n{days}"), vec![]),
        (format!("## Waiting list\n{days}"), vec![]),
        (
            format!("## Participants\n### Interested, not registered\n{days}"),
            vec![],
        ),
        (format!("**Waiting list**\n\n{days}"), vec![]),
        (format!("Waiting list:\n\n{days}"), vec![]),
        (format!("Warteliste\n\n{days}"), vec![]),
        (format!("# Waiting list\n\n{days}"), vec![]),
        (
            format!("# Interested\n\n{days}\n## Storage\n- fix it\n"),
            vec![],
        ),
        (
            format!("# Hut\n\nWe meet at the hut, and not in Bern\n\n{days}"),
            vec!["Ida", "Bela"],
        ),
        (format!("We start on Monday:\n\n{days}"), vec![]),
        (
            format!("## Participants\nAll who come.\n\n{days}"),
            vec!["Ida", "Bela"],
        ),
    ] {
        assert_eq!(here(&text), expected, "{text}");
    }
    let rows = document(&format!("# Hut\n\n{days}\n- fix it\n")).rows;
    assert_eq!(rows.len(), 1);
}

#[test]
fn a_bullet_may_be_the_heading_of_who_is_there() {
    let here = |text: &str| {
        let document = document(text);
        let here = document.here.iter().map(|present| present.typed.clone());
        (here.collect::<Vec<_>>().join(" "), document.rows.len())
    };
    for text in [
        "- Participants\n  - Ida\n  - Bela\n- port it\n",
        "- Teilnehmer:\n  - Ida\n  - Bela\n\n- port it\n",
        "* People\n** Ida\n** Bela\n* port it (Ida)\n",
        "- Participants: Ida, Bela\n- port it\n",
        "#+TITLE: Hut\n* Participants\n** Ida\n** Bela\n* TODO port it\n",
    ] {
        assert_eq!(here(text), ("Ida Bela".to_owned(), 1), "{text}");
    }
    for (text, rows) in [
        ("- Participants\n  - find a room for them\n", 2),
        ("- People\n- Tokio\n- port it\n", 2),
        ("- People: who is where\n", 1),
    ] {
        assert_eq!(here(text), (String::new(), rows), "{text}");
    }
}

#[test]
fn a_word_of_headings_right_below_names_is_nobody() {
    for (heading, expected) in [
        ("Discussions", vec!["port it"]),
        ("Tasks", vec!["port it"]),
        ("Aufgaben", vec!["port it"]),
        ("Plan", vec!["port it"]),
        ("Ziele", vec![]),
        ("Anreise", vec!["Anreise: port it"]),
        // It may be a topic.
        ("Compiler", vec!["port it"]),
    ] {
        for people in [
            "People:\nAnna Berg\nTom Keller",
            "## Teilnehmer\nAnna Berg\nTom Keller",
            "People: Anna Berg, Tom Keller",
            "People: Anna Berg,\nTom Keller",
        ] {
            let text = format!("{people}\n{heading}\n- port it\n");
            assert_eq!(here(&text), ["Anna Berg", "Tom Keller"], "{text}");
            assert_eq!(rows(&text), expected, "{text}");
        }
    }
    let text = "People: Anna Berg,\nTom Keller\nDiscussions\nwhich license?\n";
    assert_eq!(here(text), ["Anna Berg", "Tom Keller"]);
    assert_eq!(unread(text), ["Discussions which license?"]);
}

#[test]
fn those_whose_names_are_not_said_lose_nobody_and_are_nobody() {
    for (list, names, left) in [
        (
            "Anna Berg, Bela und 3 weitere",
            vec!["Anna Berg", "Bela"],
            "3 weitere",
        ),
        ("Tom Keller und Freunde", vec!["Tom Keller"], "Freunde"),
        (
            "Kim Lee and a few students",
            vec!["Kim Lee"],
            "a few students",
        ),
        ("Ida & 2 others", vec!["Ida"], "2 others"),
    ] {
        let text = format!("Teilnehmer: {list}\n\n- port it\n");
        assert_eq!(here(&text), names, "{list}");
        assert_eq!(unread(&text), [left], "{list}");
    }
    let rows = document("Here: Ida\n\n- port it (Ida und Freunde)\n").rows;
    assert_eq!(rows[0].people.as_ref().map(Vec::len), Some(1));
}

#[test]
fn labels_that_a_formatter_has_put_on_one_line_are_several_lists() {
    for (text, away, left) in [
        ("Absent: Tom", vec!["Tom"], vec![]),
        ("Excused: Tom, Kim", vec!["Tom", "Kim"], vec![]),
        ("Regrets: Tom", vec!["Tom"], vec![]),
        ("Entschuldigt: Tom", vec!["Tom"], vec![]),
        ("Away:", vec![], vec![]),
        ("Date: 5 May", vec![], vec!["Date: 5 May"]),
        (
            "Absent: Tom Protokoll: Bela",
            vec!["Tom"],
            vec!["Protokoll: Bela"],
        ),
    ] {
        let text = format!("Present: Ida, Bela Szabo {text}\n\n- fix it\n");
        assert_eq!(here(&text), ["Ida", "Bela Szabo"], "{text}");
        let gone: Vec<_> = document(&text)
            .away
            .into_iter()
            .map(|one| one.typed)
            .collect();
        assert_eq!(
            (gone, unread(&text)),
            (
                away.into_iter().map(str::to_owned).collect(),
                left.into_iter().map(str::to_owned).collect()
            ),
            "{text}"
        );
    }
    assert_eq!(
        here("Present: Ida (host: Bern), Bela\n\n- fix it\n"),
        ["Ida", "Bela"]
    );
}

#[test]
fn backslashes_before_the_signs_of_people_say_nothing() {
    let text = "Here: @ida, Bela\n\n- docs (\\@ida)\n- index \\@ida\n- lexer \\(Bela\\)\n- call `f\\(x\\)`\n";
    assert_eq!(rows(text), ["docs", "index", "lexer", "call `f\\(x\\)`"]);
    let people = document(text)
        .rows
        .into_iter()
        .map(|row| row.people.map_or(0, |people| people.len()));
    assert_eq!(people.collect::<Vec<_>>(), [1, 1, 1, 0]);
}

#[test]
fn backslashes_before_anything_else_are_words() {
    for title in [
        r"match foo\(bar\) in regexes",
        r"the regex is a\(b\)c",
        r"the regex is a\(Bela\)",
        r"build it in C:\x",
        r"build it in C:\(x86\)",
        r"prove that \(x\)",
        r"escape \\@ida",
        r"escape \@property",
        r"call `f \(Bela\)`",
    ] {
        let text = format!("Here: Ida, Bela\n\n- {title}\n  - result: {title}\n");
        let rows = document(&text).rows;
        assert_eq!(rows[0].title, title);
        assert!(rows[0].people.as_ref().is_none_or(Vec::is_empty), "{title}");
        assert!(
            rows[0].minutes[0].text.ends_with(title),
            "{:?}",
            rows[0].minutes
        );
    }
}

#[test]
fn handles_behind_the_number_of_a_tracker_are_its_people() {
    let text = "- [ ] #103 @ida\n- [ ] #104 @ida @bela\n";
    let rows = document(text).rows.into_iter().map(|row| {
        let people = row.people.into_iter().flatten().map(|person| person.typed);
        (row.title, people.collect::<Vec<_>>().join(", "))
    });
    let expected = [("#103", "ida"), ("#104", "ida, +bela")];
    let expected = expected.map(|(title, people)| (title.to_owned(), people.to_owned()));
    assert_eq!(rows.collect::<Vec<_>>(), expected);
}
