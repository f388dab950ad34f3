//! What a report says, as the text that comes of it.

use chrono::{DateTime, NaiveDate};

use super::data::{Choices, Report, Span};
use super::markdown::markdown;
use crate::domain::{
    Action, Body, Config, Day, Decide, Discuss, Done, Drop, Entry, EntryId, Group, Join, Names,
    Next, Note, Photo, Plan, Progress, ReportConfig, Sprint, Talk, Topic,
};

/// Entries, an hour apart, from Monday, 27 February 2017, eight in the morning in UTC.
#[derive(Default)]
struct Log {
    entries: Vec<Entry>,
    nights: u32,
}

impl Log {
    fn then(mut self, action: Action) -> Self {
        let place = self.entries.len() as u32;
        let number = action.makes_item().then_some(place + 1);
        let hours = i64::from(place + 24 * self.nights);
        let at =
            DateTime::from_timestamp(1_488_182_400 + hours * 3600, 0).expect("a moment of 2017");
        let id = EntryId::new(number, place.into());
        let entry = Entry::new(id, at.fixed_offset(), "armin".into(), action);
        self.entries.push(entry);
        self
    }

    /// What follows is a day later.
    fn night(self) -> Self {
        let nights = self.nights + 1;
        Log { nights, ..self }
    }

    fn day(self, theme: &str, is_break: bool) -> Self {
        let text = Some(theme.to_owned()).filter(|theme| !theme.is_empty());
        self.then(Action::Day(Day { text, is_break }))
    }

    fn discuss(self, topic: &str, people: &str, decided: &str) -> Self {
        self.then(Action::Discuss(Discuss {
            text: "Which?".into(),
            topic: Topic::parse(topic),
            people: people.split_whitespace().map(str::to_owned).collect(),
            decided: Some(decided.to_owned()).filter(|decided| !decided.is_empty()),
        }))
    }

    fn talk(self, topic: &str, people: &str) -> Self {
        self.then(Action::Talk(Talk {
            text: "the talk".into(),
            topic: Topic::parse(topic),
            people: people.split_whitespace().map(str::to_owned).collect(),
        }))
    }

    fn progress(self, item: u32, text: &str) -> Self {
        let item = EntryId::new(Some(item), u64::from(item) - 1);
        self.then(Action::Progress(Progress {
            item,
            text: text.into(),
        }))
    }

    fn join(self, name: &str) -> Self {
        let nick = name.to_lowercase();
        let (also, from, to) = (Vec::new(), None, None);
        self.then(Action::Join(Join {
            person: name.into(),
            nick,
            also,
            from,
            to,
            role: None,
            org: None,
        }))
    }

    /// A task that is done in the next entry.
    fn did(self, topic: &str, people: &str, outcome: &str) -> Self {
        let id = EntryId::new(
            Some(self.entries.len() as u32 + 1),
            self.entries.len() as u64,
        );
        let people = people.split_whitespace().map(str::to_owned).collect();
        let text = Some(outcome.to_owned()).filter(|text| !text.is_empty());
        self.then(Action::Plan(Plan {
            text: "the task".into(),
            topic: Topic::parse(topic),
            under: None,
            people,
        }))
        .then(Action::Done(Done {
            item: id,
            text,
            people: Vec::new(),
            with: Vec::new(),
        }))
    }

    /// Like [`Log::did`], with help.
    fn helped(self, people: &str, helpers: &str, outcome: &str) -> Self {
        let mut log = self.did("", people, outcome);
        if let Some(Action::Done(done)) = log.entries.last_mut().map(|entry| &mut entry.action) {
            done.with = helpers.split_whitespace().map(str::to_owned).collect();
        }
        log
    }

    fn part(self, under: u32, outcome: &str) -> Self {
        self.part_by("", under, outcome)
    }

    fn part_by(self, people: &str, under: u32, outcome: &str) -> Self {
        let under = Some(EntryId::new(Some(under), u64::from(under) - 1));
        let id = EntryId::new(
            Some(self.entries.len() as u32 + 1),
            self.entries.len() as u64,
        );
        let text = Some(outcome.to_owned());
        self.then(Action::Plan(Plan {
            text: "a part".into(),
            topic: None,
            under,
            people: people.split_whitespace().map(str::to_owned).collect(),
        }))
        .then(Action::Done(Done {
            item: id,
            text,
            people: Vec::new(),
            with: Vec::new(),
        }))
    }

    fn open_part(self, under: u32, text: &str) -> Self {
        self.then(Action::Plan(Plan {
            text: text.into(),
            topic: None,
            under: Some(EntryId::new(Some(under), u64::from(under) - 1)),
            people: Vec::new(),
        }))
    }

    fn note(self, topic: &str, text: &str) -> Self {
        self.then(Action::Note(Note {
            text: text.into(),
            topic: Topic::parse(topic),
        }))
    }

    fn photo(self, topic: &str, item: Option<u32>, file: &str) -> Self {
        let item = item.map(|number| EntryId::new(Some(number), u64::from(number) - 1));
        self.then(Action::Photo(Photo {
            item,
            text: None,
            file: file.into(),
            topic: Topic::parse(topic),
        }))
    }

    /// The body of the post and what follows it, without its title and without the gap of the intro.
    fn post(self, group: Group, body: Body) -> String {
        let config = Config {
            report: ReportConfig {
                intro: Some("Intro.".into()),
                ..Default::default()
            },
            ..Default::default()
        };
        self.post_with(&config, group, body)
    }

    fn post_with(self, config: &Config, group: Group, body: Body) -> String {
        self.post_about(config, group, body, Span::default())
    }

    fn post_about(self, config: &Config, group: Group, body: Body, span: Span) -> String {
        let sprint = Sprint::from_entries(self.entries);
        let choices = Choices {
            group,
            body,
            names: Names::Short,
            span,
        };
        let post = markdown(&Report::new(&sprint, "Title", config, &choices).to_blocks());
        post.strip_prefix("# Title\n\nIntro.\n\n")
            .unwrap_or(&post)
            .to_owned()
    }
}

#[test]
fn outcomes_stand_under_their_topics_in_the_order_of_the_settings_then_of_coming() {
    let log = || {
        Log::default()
            .did("B", "", "One.")
            .did("A/X", "", "Two.")
            .did("C", "", "Three.")
            .did("", "", "Four.")
            .did("A", "", "Five.")
    };
    assert_eq!(
        log().post(Group::Topic, Body::Prose),
        "## B\n\nOne.\n\n## A\n\nFive.\n\n### X\n\nTwo.\n\n## C\n\nThree.\n\n## Miscellaneous\n\nFour.\n"
    );
    let topics = ["C", "A"]
        .iter()
        .filter_map(|topic| Topic::parse(topic))
        .collect();
    let report = ReportConfig {
        intro: Some("Intro.".into()),
        ..Default::default()
    };
    let config = Config {
        topics,
        report,
        ..Default::default()
    };
    assert_eq!(
        log().post_with(&config, Group::Topic, Body::Bullets),
        "## C\n\n- Three.\n\n## A\n\n- Five.\n\n### X\n\n- Two.\n\n## B\n\n- One.\n\n## Miscellaneous\n\n- Four.\n"
    );
    assert_eq!(
        log().post(Group::None, Body::Bullets),
        "## Highlights\n\n- One.\n- Two.\n- Three.\n- Four.\n- Five.\n"
    );
}

#[test]
fn notes_stand_between_outcomes_when_they_were_said() {
    let log = Log::default()
        .did("A", "", "One.")
        .note("A", "Two.")
        .did("A", "", "Three.")
        .note("", "Four.");
    assert_eq!(
        log.post(Group::Topic, Body::Prose),
        "## A\n\nOne.\n\nTwo.\n\nThree.\n\n## Notes\n\nFour.\n"
    );
}

#[test]
fn parts_are_told_behind_their_whole() {
    let log = || {
        Log::default()
            .did("", "", "Whole.")
            .did("", "", "Other.")
            .part(1, "Part.")
    };
    assert_eq!(
        log().post(Group::Topic, Body::Prose),
        "## Highlights\n\nWhole.\n\nPart.\n\nOther.\n"
    );
    assert_eq!(
        log().post(Group::None, Body::Bullets),
        "## Highlights\n\n- Whole.\n    - Part.\n- Other.\n"
    );
}

#[test]
fn credit_follows_unless_the_sentence_names_them_all() {
    let highlights = |people: &str, outcome: &str| {
        let log = Log::default()
            .join("Anto")
            .join("Bea")
            .join("Carl")
            .did("", people, outcome);
        let post = log.post(Group::None, Body::Bullets);
        post.lines().nth(2).unwrap_or_default().to_owned()
    };
    assert_eq!(highlights("anto bea", "Fixed."), "- Fixed. (Anto, Bea)");
    assert_eq!(
        highlights("anto bea", "ANTO fixed it."),
        "- ANTO fixed it. (Anto, Bea)"
    );
    assert_eq!(
        highlights("anto bea", "Béa and Anto fixed it."),
        "- Béa and Anto fixed it."
    );
    assert_eq!(
        highlights("anto", "Antonia fixed it."),
        "- Antonia fixed it. (Anto)"
    );
    assert_eq!(
        highlights("anto bea carl", "Fixed."),
        "- Fixed. (everybody)"
    );
    assert_eq!(highlights("everybody", "Fixed."), "- Fixed. (everybody)");
    assert_eq!(
        highlights("everybody", "Everybody fixed it."),
        "- Everybody fixed it."
    );
    assert_eq!(highlights("", "Fixed."), "- Fixed.");
    assert_eq!(highlights("anto", "Fixed.\n\n    code"), "-   Fixed.");
}

#[test]
fn an_outcome_comes_through_unharmed_in_both_shapes() {
    let outcome =
        "One `a_b`:\n\n```c\nint x;\n```\n\n- two\n- [three](http://x.y)\n\n**Four** <b>.";
    let log = || Log::default().did("", "anto", outcome);
    assert_eq!(
        log().post(Group::None, Body::Prose),
        "## Highlights\n\nOne `a_b`:\n\n```c\nint x;\n```\n\n- two\n- [three](http://x.y)\n\n**Four** &lt;b&gt;. (anto)\n"
    );
    assert_eq!(
        log().post(Group::None, Body::Bullets),
        "## Highlights\n\n-   One `a_b`:\n\n        int x;\n\n    - two\n    - [three](http://x.y)\n\n    **Four** &lt;b&gt;. (anto)\n"
    );
}

#[test]
fn a_finished_task_without_an_outcome_is_told_by_its_text_and_is_a_gap() {
    assert_eq!(
        Log::default()
            .did("", "anto", "")
            .post(Group::Topic, Body::Bullets),
        "## Highlights\n\n- the task (anto)\n\n<!-- 1 has no outcome: sprint done 1 TEXT (the task) -->\n"
    );
}

#[test]
fn a_picture_stands_behind_its_item_or_topic_else_behind_the_intro() {
    let log = Log::default().did("A", "", "One.").did("A", "", "Two.");
    let log = log
        .photo("", Some(1), "1.png")
        .photo("A", None, "2.png")
        .photo("", None, "3.png")
        .photo("Z", None, "javascript:x");
    assert_eq!(
        log.post(Group::Topic, Body::Prose),
        "![](3.png)\n\n## A\n\nOne.\n\n![](1.png)\n\nTwo.\n\n![](2.png)\n\n## Z\n\n\
         <!-- a picture is left out: javascript:x is neither a web address nor a file in `photos/`; \
         add another with `sprint photo`, or `sprint undo` it -->\n"
    );
}

#[test]
fn a_discussion_is_told_by_its_minutes_and_its_decision() {
    let discuss = |topic: &str, decided: Option<&str>| {
        let decided = decided.map(str::to_owned);
        Action::Discuss(Discuss {
            text: "Which?".into(),
            topic: Topic::parse(topic),
            people: Vec::new(),
            decided,
        })
    };
    let minutes = Action::Progress(Progress {
        item: EntryId::new(Some(1), 0),
        text: "Minutes.".into(),
    });
    let log = |topic, decided| {
        Log::default()
            .then(discuss(topic, decided))
            .then(minutes.clone())
    };
    for (topic, decided, shape, expected) in [
        (
            "A",
            Some("UTF-8."),
            Body::Prose,
            "## A\n\n**Which?** Minutes.\n\nUTF-8.\n",
        ),
        (
            "A",
            Some("UTF-8."),
            Body::Bullets,
            "## A\n\n- **Which?** UTF-8.\n",
        ),
        ("A", None, Body::Bullets, "## A\n\n- **Which?** Minutes.\n"),
        (
            "",
            Some("UTF-8."),
            Body::Bullets,
            "## Decisions and discussions\n\n- **Which?** UTF-8.\n",
        ),
        (
            "",
            None,
            Body::Prose,
            "## Decisions and discussions\n\n- **Which?** Minutes.\n",
        ),
    ] {
        assert_eq!(log(topic, decided).post(Group::Topic, shape), expected);
    }
    let open = Log::default().then(discuss("A", None));
    assert_eq!(
        open.post(Group::Topic, Body::Prose),
        "## What is next\n\n- Which?\n"
    );
}

#[test]
fn a_day_tells_of_what_ended_or_was_noted_on_it() {
    let log = || {
        Log::default()
            .did("A", "", "One.")
            .note("", "Two.")
            .night()
            .did("B", "", "Three.")
            .note("A", "Four.")
            .talk("", "anto")
            .discuss("A", "", "UTF-8.")
            .discuss("", "", "ASCII.")
            .photo("A", None, "1.png")
            .photo("", None, "2.png")
    };
    assert_eq!(
        log().post(Group::Day, Body::Prose),
        "## Day 1: Monday, 27 February\n\nOne.\n\nTwo.\n\n## Day 2: Tuesday, 28 February\n\nThree.\n\nFour.\n\n\
         the talk (anto)\n\n**Which?** UTF-8.\n\n**Which?** ASCII.\n\n![](1.png)\n\n![](2.png)\n"
    );
    assert_eq!(
        log().post(Group::Day, Body::Bullets),
        "## Day 1: Monday, 27 February\n\n- One.\n- Two.\n\n## Day 2: Tuesday, 28 February\n\n- Three.\n- Four.\n\
         - the talk (anto)\n- **Which?** UTF-8.\n- **Which?** ASCII.\n\n![](1.png)\n\n![](2.png)\n"
    );
}

#[test]
fn a_part_is_told_on_the_day_on_which_it_ended() {
    let log = Log::default()
        .did("", "", "Whole.")
        .part(1, "Early part.")
        .night()
        .part(1, "Late part.");
    assert_eq!(
        log.post(Group::Day, Body::Bullets),
        "## Day 1: Monday, 27 February\n\n- Whole.\n    - Early part.\n\n\
         ## Day 2: Tuesday, 28 February\n\n- Late part.\n"
    );
}

#[test]
fn a_discussion_that_goes_on_is_told_on_the_day_on_which_it_was_last_talked_over() {
    let log = Log::default()
        .discuss("A", "", "")
        .progress(1, "One.")
        .night()
        .progress(1, "Two.");
    assert_eq!(
        log.post(Group::Day, Body::Prose),
        "## Day 2: Tuesday, 28 February\n\n**Which?** One.\n\nTwo.\n"
    );
}

#[test]
fn days_that_are_not_like_the_others_are_listed_though_nothing_happened() {
    let config = Config {
        from: NaiveDate::from_ymd_opt(2017, 2, 28),
        report: ReportConfig {
            intro: Some("Intro.".into()),
            ..Default::default()
        },
        ..Default::default()
    };
    let log = || {
        Log::default()
            .note("", "Snow.")
            .night()
            .join("Anto")
            .night()
            .day("", true)
            .night()
            .day("*Documentation*\n\nday", false)
            .night()
            .day("Skiing", true)
    };
    let attendees = "## Attendees\n\n- Anto\n";
    assert_eq!(
        log().post_with(&config, Group::Day, Body::Prose),
        format!(
            "## Monday, 27 February\n\nSnow.\n\n## Day 2: Wednesday, 1 March (break)\n\n\
             ## Day 3: Thursday, 2 March: Documentation day\n\n## Day 4: Friday, 3 March: Skiing (break)\n\n{attendees}"
        )
    );
    let span = Span {
        from: NaiveDate::from_ymd_opt(2017, 3, 2),
        to: NaiveDate::from_ymd_opt(2017, 3, 2),
    };
    assert_eq!(
        log().post_about(&config, Group::Day, Body::Prose, span),
        format!(
            "# Title (day 3)\n\nIntro.\n\n## Day 3: Thursday, 2 March: Documentation day\n\n{attendees}"
        )
    );
}

#[test]
fn where_no_heading_names_the_days_those_that_are_not_like_the_others_are_listed() {
    let log = || {
        Log::default()
            .note("", "Snow.")
            .night()
            .day("`Documentation` day", false)
            .night()
            .day("Skiing", true)
            .then(Action::Next(Next {
                text: "More.".into(),
                people: Vec::new(),
            }))
            .night()
            .day("", true)
            .night()
            .day("", true)
            .day("Work after all", false)
    };
    let days = "## Days\n\n- Tuesday, 28 February: `Documentation` day\n- Wednesday, 1 March: Skiing (break)\n\
                - Thursday, 2 March (break)\n- Friday, 3 March: Work after all\n";
    for group in [Group::Topic, Group::None] {
        assert_eq!(
            log().post(group, Body::Prose),
            format!("## Notes\n\nSnow.\n\n{days}\n## What is next\n\n- More.\n")
        );
    }
    let mut config = Config::default();
    config.report.intro = Some("Intro.".into());
    config.report.headings.days = String::new();
    let span = Span {
        from: NaiveDate::from_ymd_opt(2017, 3, 2),
        to: NaiveDate::from_ymd_opt(2017, 3, 2),
    };
    assert_eq!(
        log().post_about(&config, Group::Topic, Body::Bullets, span),
        "# Title (day 4)\n\nIntro.\n\n- Thursday, 2 March (break)\n"
    );
}

#[test]
fn a_story_stands_under_everyone_who_has_part_in_it() {
    let log = || {
        Log::default()
            .join("Bea Zuse")
            .join("Anto Cuni")
            .join("Carl Bolz")
            .did("", "anto?", "One.")
            .did("", "bea", "Two.")
            .did("", "bea dan", "Three.")
            .did("", "dan everybody", "Four.")
            .did("", "anto bea carl", "Five.")
            .helped("bea", "carl", "Six.")
            .note("", "Seven.")
            .talk("A", "")
            .talk("A", "bea")
            .talk("", "carl")
    };
    let post = log().post(Group::Person, Body::Bullets);
    assert_eq!(
        post.split_once("## Attendees").unwrap_or_default().0,
        "## Everybody\n\n- Four. (dan, everybody)\n- Five.\n\n## Carl Bolz\n\n- Six. (Bea, with help by Carl)\n\n\
         ## dan\n\n- Three. (Bea, dan)\n- Four. (dan, everybody)\n\n\
         ## Bea Zuse\n\n- Two.\n- Three. (Bea, dan)\n- Six. (Bea, with help by Carl)\n- the talk\n\n\
         ## Miscellaneous\n\n- One.\n- Seven.\n- the talk\n\n## Talks\n\n- the talk (Carl)\n\n"
    );
}

#[test]
fn a_part_by_others_stands_under_them() {
    let log = Log::default()
        .did("", "anto", "Whole.")
        .part_by("bea", 1, "A part.")
        .part_by("anto", 1, "Another.")
        .part_by("", 1, "A third.");
    assert_eq!(
        log.post(Group::Person, Body::Bullets),
        "## anto\n\n- Whole.\n    - Another.\n\n## bea\n\n- A part.\n\n## Miscellaneous\n\n- A third.\n"
    );
}

#[test]
fn a_gap_counts_once_however_many_people_it_stands_under() {
    let sprint = Sprint::from_entries(Log::default().did("", "anto bea", "").entries);
    let choices = Choices {
        group: Group::Person,
        body: Body::Prose,
        names: Names::Short,
        span: Span::default(),
    };
    let report = Report::new(&sprint, "Title", &Config::default(), &choices);
    assert_eq!((report.body.len(), report.gaps.len()), (2, 2));
}

#[test]
fn an_interim_report_tells_in_every_group_only_what_ended_in_its_days() {
    let mut config = Config::default();
    config.report.intro = Some("Intro.".into());
    let tuesday = NaiveDate::from_ymd_opt(2017, 2, 28);
    let span = Span {
        from: tuesday,
        to: tuesday,
    };
    for (group, heading) in [
        (Group::Topic, "A"),
        (Group::Day, "Day 2: Tuesday, 28 February"),
        (Group::Person, "anto"),
        (Group::None, "Highlights"),
    ] {
        let log = Log::default()
            .did("A", "bea", "Monday.")
            .note("A", "Also on Monday.")
            .open_part(1, "go on")
            .night()
            .did("A", "anto", "Tuesday.")
            .progress(4, "half")
            .night()
            .progress(4, "nearly")
            .did("A", "carl", "Wednesday.")
            .photo("A", None, "1.png")
            .day("", true);
        let post = log.post_about(&config, group, Body::Prose, span);
        let credit = if group == Group::Person {
            ""
        } else {
            " (anto)"
        };
        assert_eq!(
            post,
            format!(
                "# Title (day 2)\n\nIntro.\n\n## {heading}\n\nTuesday.{credit}\n\n## What is next\n\n- go on: half\n"
            )
        );
    }
}

/// The post about the first item.
fn post_about_first(log: Log, shape: Body, span: Span) -> String {
    let mut config = Config::default();
    config.report.intro = Some("Intro.".into());
    config.report.closing = Some("Closing.".into());
    config.report.sign_off = Some("The team".into());
    config.report.headings.summary = "Sprint summary".into();
    let choices = Choices {
        group: Group::Topic,
        body: shape,
        names: Names::Short,
        span,
    };
    let sprint = Sprint::from_entries(log.entries);
    let first = sprint.items()[0].id;
    match Report::about(&sprint, first, &config, &choices) {
        Some(report) => markdown(&report.to_blocks()),
        None => "nothing".to_owned(),
    }
}

/// A discussion with all there can be about it, and a task besides.
fn big_discussion() -> Log {
    let item = EntryId::new(Some(1), 0);
    Log::default()
        .discuss("A", "armin anto", "")
        .progress(1, "Minutes with `code`.")
        .night()
        .progress(1, "More minutes by Armin and Anto.")
        .then(Action::Decide(Decide {
            item,
            text: "UTF-8.".into(),
        }))
        .part_by("bea", 1, "A part.")
        .part(5, "A part of it.")
        .open_part(1, "the next part")
        .photo("", Some(1), "1.png")
        .photo("", Some(5), "2.png")
        .photo("", Some(9), "3.png")
        .photo("A", None, "4.png")
        .did("A", "", "Something else.")
        .join("Carl")
}

#[test]
fn a_report_about_an_item_tells_how_it_went_and_what_is_open() {
    let course = "# Which?\n\n(armin, anto)\n\nMinutes with `code`.\n\nMore minutes by Armin and Anto.\n\nUTF-8.\n\n";
    let rest = "![](1.png)\n\n![](3.png)\n\n## What is next\n\n- the next part\n\nThe team\n";
    assert_eq!(
        post_about_first(big_discussion(), Body::Prose, Span::default()),
        format!("{course}A part. (bea)\n\n![](2.png)\n\nA part of it.\n\n{rest}")
    );
    assert_eq!(
        post_about_first(big_discussion(), Body::Bullets, Span::default()),
        format!("{course}- A part. (bea)\n\n    ![](2.png)\n\n    - A part of it.\n\n{rest}")
    );
}

#[test]
fn an_interim_report_about_an_item_is_about_its_days() {
    let monday = NaiveDate::from_ymd_opt(2017, 2, 27);
    let until = |to| Span { from: None, to };
    assert_eq!(
        post_about_first(big_discussion(), Body::Prose, until(monday)),
        "# Which? (day 1)\n\n(armin, anto)\n\nMinutes with `code`.\n\nThe team\n"
    );
    let sunday = monday.and_then(|monday| monday.pred_opt());
    assert_eq!(
        post_about_first(big_discussion(), Body::Prose, until(sunday)),
        "nothing"
    );
    let tuesday = Span {
        from: monday.and_then(|monday| monday.succ_opt()),
        to: None,
    };
    let post = post_about_first(big_discussion(), Body::Prose, tuesday);
    let start =
        "# Which? (day 2)\n\n(armin, anto)\n\nMore minutes by Armin and Anto.\n\nUTF-8.\n\nA part.";
    assert!(post.starts_with(start), "{post}");
}

#[test]
fn a_report_about_an_item_says_where_it_stands() {
    let post = |log| post_about_first(log, Body::Prose, Span::default());
    assert_eq!(
        post(
            Log::default()
                .open_part(9, "the *hard* part")
                .progress(1, "half")
        ),
        "# the hard part\n\n## What is next\n\n- the *hard* part: half\n\nThe team\n"
    );
    assert_eq!(
        post(Log::default().did("", "anto", "")),
        "# the task\n\n(anto)\n\n<!-- 1 has no outcome: sprint done 1 TEXT (the task) -->\n\nThe team\n"
    );
    let drop = Action::Drop(Drop {
        item: EntryId::new(Some(1), 0),
        text: Some("Postponed.".into()),
    });
    assert_eq!(
        post(Log::default().discuss("", "", "").then(drop)),
        "# Which?\n\nPostponed.\n\nThe team\n"
    );
    assert_eq!(
        post(Log::default().talk("A", "anto")),
        "# the talk\n\n(anto)\n\nThe team\n"
    );
}

#[test]
fn a_summary_heading_puts_what_is_below_it_one_level_deeper() {
    let mut config = Config::default();
    config.report.intro = Some("Intro.".into());
    config.report.headings.summary = "Sprint summary".into();
    config.report.headings.attendees = String::new();
    let log = Log::default().join("Anto").did("A/B", "", "One.");
    assert_eq!(
        log.post_with(&config, Group::Topic, Body::Prose),
        "## Sprint summary\n\n### A\n\n#### B\n\nOne.\n\n- Anto\n"
    );
}

#[test]
fn titles_names_and_headings_are_text() {
    let log = Log::default()
        .join("*Ev*il\u{1b}[2J")
        .did("<b> {{ x }}", "", "One.");
    assert_eq!(
        log.post(Group::Topic, Body::Prose),
        "## &lt;b&gt; &#123;&#123; x }}\n\nOne.\n\n## Attendees\n\n- \\*Ev\\*il\\\\u{1b}\\[2J\n"
    );
}
