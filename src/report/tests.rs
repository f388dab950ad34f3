//! Reports, as Markdown.

mod contract;

use chrono::{DateTime, NaiveDate};
use lean_string::LeanString;
use thin_vec::ThinVec;

use super::build::{Choices, Report};
use super::markdown::markdown;
use super::settings::{Body, Group, Names, Overrides, Span};
use super::template::Template;
use crate::domain::{
    Action, Config, Day, Decide, Discuss, Done, Drop, Entry, EntryId, Goal, ItemResult, Join, Next,
    Note, Photo, Plan, Progress, Sprint, Talk, Thank, Topic,
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
        let at = DateTime::from_timestamp(1_488_182_400 + hours * 3600, 0).expect("a time of 2017");
        let id = EntryId::new(number, place.into());
        let entry = Entry::new(id, at.fixed_offset(), "armin".into(), action);
        self.entries.push(entry);
        self
    }

    /// Puts what follows on the next day.
    fn night(self) -> Self {
        let nights = self.nights + 1;
        Log { nights, ..self }
    }

    fn day(self, theme: &str, is_break: bool) -> Self {
        let text = given(theme);
        self.then(Action::Day(Day { text, is_break }))
    }

    fn discuss(self, topic: &str, people: &str, decided: &str) -> Self {
        self.then(Action::Discuss(Discuss {
            text: "Which?".into(),
            topic: Topic::parse(topic),
            people: names(people),
            decided: given(decided),
            ..Discuss::default()
        }))
    }

    fn talk(self, topic: &str, people: &str) -> Self {
        self.then(Action::Talk(Talk {
            text: "the talk".into(),
            topic: Topic::parse(topic),
            people: names(people),
            ..Talk::default()
        }))
    }

    fn progress(self, item: u32, text: &str) -> Self {
        self.then(Action::Progress(Progress {
            item: id(item),
            text: text.into(),
        }))
    }

    fn result(self, item: u32, text: &str) -> Self {
        self.then(Action::Result(ItemResult {
            item: id(item),
            text: text.into(),
            only: false,
        }))
    }

    fn join(self, name: &str) -> Self {
        self.then(Action::Join(Box::new(Join {
            person: name.into(),
            nick: name.to_lowercase().into(),
            ..Join::default()
        })))
    }

    /// Adds a task that is done in the next entry.
    fn did(self, topic: &str, people: &str, result: &str) -> Self {
        self.finished("the task", topic, None, people, result)
    }

    fn finished(
        self,
        text: &str,
        topic: &str,
        under: Option<u32>,
        people: &str,
        result: &str,
    ) -> Self {
        let item = id(self.entries.len() as u32 + 1);
        self.then(Action::Plan(Plan {
            text: text.into(),
            topic: Topic::parse(topic),
            under: under.map(id),
            people: names(people),
            ..Plan::default()
        }))
        .then(Action::Done(Done {
            item,
            text: given(result),
            people: ThinVec::new(),
            with: ThinVec::new(),
        }))
    }

    /// Adds a task as [`Log::did`] does, with help.
    fn helped(self, people: &str, helpers: &str, result: &str) -> Self {
        let mut log = self.did("", people, result);
        if let Some(Action::Done(done)) = log.entries.last_mut().map(|entry| &mut entry.action) {
            done.with = names(helpers);
        }
        log
    }

    fn part(self, under: u32, result: &str) -> Self {
        self.part_by("", under, result)
    }

    fn part_by(self, people: &str, under: u32, result: &str) -> Self {
        self.finished("a part", "", Some(under), people, result)
    }

    fn open_task(self, text: &str, status: &str) -> Self {
        let item = self.entries.len() as u32 + 1;
        self.then(Action::Plan(Plan {
            text: text.into(),
            ..Plan::default()
        }))
        .progress(item, status)
    }

    fn open_part(self, under: u32, text: &str) -> Self {
        self.then(Action::Plan(Plan {
            text: text.into(),
            under: Some(id(under)),
            ..Plan::default()
        }))
    }

    fn note(self, topic: &str, text: &str) -> Self {
        self.then(Action::Note(Note {
            text: text.into(),
            topic: Topic::parse(topic),
        }))
    }

    fn photo(self, topic: &str, item: Option<u32>, file: &str) -> Self {
        self.then(Action::Photo(Photo {
            item: item.map(id),
            text: None,
            file: file.into(),
            topic: Topic::parse(topic),
            ..Photo::default()
        }))
    }

    /// Returns the post that the built-in template makes, without its title and its first gap.
    fn post(self, group: Group, body: Body) -> String {
        self.post_with(&Config::default(), group, body)
    }

    fn post_with(self, config: &Config, group: Group, body: Body) -> String {
        self.post_about(config, group, body, Span::default())
    }

    fn post_about(self, config: &Config, group: Group, body: Body, span: Span) -> String {
        let sprint = Sprint::from_entries(self.entries);
        let post = written(&sprint, config, choices(group, body, span));
        let interim = INTRO.replace("; sprint edit post", "");
        let begun = post.split_once(INTRO).or(post.split_once(&interim));
        let (title, post) = begun.unwrap_or(("", &post));
        match title {
            "# Title\n\n" | "" => post.to_owned(),
            title => format!("{title}{post}"),
        }
    }
}

/// The gap that the built-in template begins with.
const INTRO: &str =
    "<!-- gap: a few sentences: where, when, who, what for; sprint edit post -->\n\n";

fn written(sprint: &Sprint, config: &Config, choices: Choices) -> String {
    let report = Report::new(sprint, "Title", config, &Template::built_in(), choices);
    markdown(&report.expect("a template without faults").to_blocks())
}

/// Returns the id that a [`Log`] gives to its entry of that number.
fn id(number: u32) -> EntryId {
    EntryId::new(Some(number), u64::from(number) - 1)
}

fn names(people: &str) -> ThinVec<LeanString> {
    people.split_whitespace().map(LeanString::from).collect()
}

fn given(text: &str) -> Option<LeanString> {
    Some(LeanString::from(text)).filter(|text| !text.is_empty())
}

fn choices(group: Group, body: Body, span: Span) -> Choices {
    Choices {
        overrides: Overrides {
            group: Some(group),
            body: Some(body),
            ..Overrides::default()
        },
        span,
        is_built_in: true,
        ..Choices::default()
    }
}

fn only(month: u32, day: u32) -> Span {
    let day = NaiveDate::from_ymd_opt(2017, month, day);
    Span { from: day, to: day }
}

#[test]
fn results_are_under_their_topics_in_the_order_of_the_settings_then_of_the_log() {
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
        "## B\n\nOne.\n\n## A\n\nFive.\n\n### X\n\nTwo.\n\n## C\n\nThree.\n\n## More results\n\nFour.\n"
    );
    let config = Config {
        topics: ["C", "A"].into_iter().filter_map(Topic::parse).collect(),
        ..Config::default()
    };
    assert_eq!(
        log().post_with(&config, Group::Topic, Body::Bullets),
        "## C\n\n- Three.\n\n## A\n\n- Five.\n\n### X\n\n- Two.\n\n## B\n\n- One.\n\n## More results\n\n- Four.\n"
    );
    assert_eq!(
        log().post(Group::None, Body::Bullets),
        "## What we did\n\n- One.\n- Two.\n- Three.\n- Four.\n- Five.\n"
    );
}

#[test]
fn notes_are_between_results_in_order_of_time() {
    let log = Log::default()
        .did("A", "", "One.")
        .note("A", "Two.")
        .did("A", "", "Three.")
        .note("", "Four.");
    assert_eq!(
        log.post(Group::Topic, Body::Prose),
        "## A\n\nOne.\n\nTwo.\n\nThree.\n\n## More results\n\nFour.\n"
    );
}

#[test]
fn parts_follow_their_whole() {
    let log = || {
        Log::default()
            .did("", "", "Whole.")
            .did("", "", "Other.")
            .part(1, "Part.")
    };
    assert_eq!(
        log().post(Group::Topic, Body::Prose),
        "## What we did\n\nWhole.\n\nPart.\n\nOther.\n"
    );
    assert_eq!(
        log().post(Group::None, Body::Bullets),
        "## What we did\n\n- Whole.\n    - Part.\n- Other.\n"
    );
}

/// Prints the line of a task that people finished, among Will, Bea, Anna Meier (am), Carl-Friedrich Bolz (cfb) and Zoe
/// Anna Meier (zoe).
fn told(people: &str, result: &str) -> String {
    let join = |person: &str, nick: &str| {
        Action::Join(Box::new(Join {
            person: person.into(),
            nick: nick.into(),
            ..Join::default()
        }))
    };
    let log = Log::default()
        .join("Will")
        .join("Bea")
        .then(join("Anna Meier", "am"))
        .then(join("Carl-Friedrich Bolz", "cfb"))
        .then(join("Zoe Anna Meier", "zoe"))
        .did("", people, result);
    let post = log.post(Group::None, Body::Bullets);
    post.lines().nth(2).unwrap_or_default().to_owned()
}

#[test]
fn credit_follows_unless_the_text_names_them_all() {
    for (people, result, line) in [
        ("will bea", "Fixed.", "- Fixed. (Will, Bea)"),
        (
            "will bea",
            "WILL and Bea fixed it.",
            "- WILL and Bea fixed it. (Will, Bea)",
        ),
        (
            "will bea",
            "Béa and Will fixed it.",
            "- Béa and Will fixed it.",
        ),
        (
            "will bea",
            "**Will**, with *Bea*'s help: fixed.",
            "- **Will**, with *Bea*'s help: fixed.",
        ),
        // One word alone may be anything.
        ("will", "Will be released.", "- Will be released. (Will)"),
        ("will", "Will fixed it.", "- Will fixed it. (Will)"),
        ("am", "Anna fixed it.", "- Anna fixed it. (Anna)"),
        ("am", "Anna Meier fixed it.", "- Anna Meier fixed it."),
        (
            "am bea",
            "Anna and Bea fixed it.",
            "- Anna and Bea fixed it.",
        ),
        // It is the name of somebody else.
        (
            "am",
            "Zoe Anna Meier saw it.",
            "- Zoe Anna Meier saw it. (Anna)",
        ),
        (
            "am",
            "Zoe Anna Meier saw it, Anna Meier fixed it.",
            "- Zoe Anna Meier saw it, Anna Meier fixed it.",
        ),
        ("am", "Fixed Anna-Meier.", "- Fixed Anna-Meier. (Anna)"),
        // A name in code, an address or part of a word is none.
        (
            "will bea",
            "`class Will` and `Bea`.",
            "- `class Will` and `Bea`. (Will, Bea)",
        ),
        (
            "will bea",
            "See <https://x.org/Will/Bea/>.",
            "- See <https://x.org/Will/Bea/>. (Will, Bea)",
        ),
        (
            "will bea",
            "See https://x.org/Will/(Bea).",
            "- See <https://x.org/Will/(Bea)>. (Will, Bea)",
        ),
        (
            "will bea",
            "Will.py, Bea::x, Bea() and src/Bea",
            "- Will.py, Bea::x, Bea() and src/Bea (Will, Bea)",
        ),
        (
            "will bea",
            "[Will and Bea](https://x.org/) fixed it.",
            "- [Will and Bea](https://x.org/) fixed it.",
        ),
        ("will bea am cfb zoe", "Fixed.", "- Fixed. (all of us)"),
        (
            "will bea am cfb zoe",
            "Everybody fixed it.",
            "- Everybody fixed it.",
        ),
        ("everybody", "Fixed.", "- Fixed. (all of us)"),
        ("everybody", "Everybody fixed it.", "- Everybody fixed it."),
        ("", "Fixed.", "- Fixed."),
        ("bea", "Fixed.\n\n    code", "-   Fixed."),
    ] {
        assert_eq!(told(people, result), line);
    }
}

#[test]
fn whom_a_text_names_with_an_at_sign_is_a_name_and_needs_no_credit() {
    for (people, result, line) in [
        ("am", "@am fixed it.", "- Anna fixed it."),
        ("cfb", "(@carl-friedrich)", "- (Carl-Friedrich)"),
        (
            "cfb",
            "By @CARL-friedrich-bolz, and *@Bea*'s.",
            "- By Carl-Friedrich, and *Bea*'s.",
        ),
        ("am bea", "@am/@bea: fixed", "- Anna/Bea: fixed"),
        ("am bea", "@am fixed it.", "- Anna fixed it. (Anna, Bea)"),
        ("am", "[@am](https://x.org)", "- [Anna](https://x.org)"),
        ("bea", "@everybody: it works", "- everybody: it works (Bea)"),
        // It assigns nobody.
        ("", "@am fixed it.", "- Anna fixed it."),
        // Nobody who is known.
        (
            "am",
            "@amm, @am-bot, @am@x.org, @am/x and x.org/@am",
            "- @amm, @am-bot, @am@x.org, @am/x and x.org/@am (Anna)",
        ),
        (
            "am",
            "am@am.org, `@am`, <https://x.org/@am>",
            "- am@am.org, `@am`, <https://x.org/@am> (Anna)",
        ),
    ] {
        assert_eq!(told(people, result).replace("&#64;", "@"), line);
    }
}

#[test]
fn the_number_of_an_issue_is_a_link_where_the_settings_say_where_issues_are() {
    let text = "Fixed #12, (#3) and *#4*; not C#5, #6a, `#7`, x/#8, [#9](https://x.org), https://x.org/#10";
    let post = |issues: Option<&str>| {
        let config = Config {
            issues: issues.map(str::to_owned),
            ..Config::default()
        };
        let log = Log::default().note("", text);
        let post = log.post_with(&config, Group::Topic, Body::Prose);
        post.lines().nth(2).unwrap_or_default().to_owned()
    };
    let other = "not C#5, #6a, `#7`, x/#8, [#9](https://x.org), <https://x.org/#10>";
    let link = |number| format!("[#{number}](https://y.org/issues/{number})");
    assert_eq!(
        post(Some("https://y.org/issues/")),
        format!(
            "Fixed {}, ({}) and *{}*; {other}",
            link(12),
            link(3),
            link(4)
        )
    );
    assert_eq!(post(None), format!("Fixed #12, (#3) and *#4*; {other}"));
}

#[test]
fn a_mention_is_printed_as_the_report_prints_names_in_every_text() {
    let entries = Log::default()
        .then(Action::Join(Box::new(Join {
            person: "Antonio Cuni".into(),
            nick: "anto".into(),
            ..Join::default()
        })))
        .then(Action::Goal(Goal {
            text: "help @anto".into(),
            side: false,
        }))
        .discuss("", "", "@anto is right")
        .note("", "@anto skis")
        .day("@anto cooks", false)
        .open_task("wait for @anto", "asked @anto")
        .then(Action::Next(Next {
            text: "ask @anto".into(),
            people: ThinVec::new(),
            ..Next::default()
        }))
        .then(Action::Thank(Thank {
            text: "@anto".into(),
        }))
        .entries;
    let sprint = Sprint::from_entries(entries);
    for (names, name) in [
        (Names::Full, "Antonio Cuni"),
        (Names::Short, "Antonio"),
        (Names::None, "Antonio"),
    ] {
        let mut choices = choices(Group::Topic, Body::Prose, Span::default());
        choices.overrides.names = Some(names);
        let post = written(&sprint, &Config::default(), choices);
        let expected = format!(
            "# Title\n\n{INTRO}## Goals\n\n- Help {name}\n\n\
             ## What we did\n\n{name} skis\n\n## Decisions and discussions\n\n**Which?** {name} is right\n\n\
             ## Special days\n\n- Monday, 27 February: {name} cooks\n\n\
             ## What is next\n\n- Wait for {name}: asked {name}\n- Ask {name}\n\n\
             ## Attendees\n\n- Antonio Cuni\n\n## Thanks\n\n{name}\n"
        );
        assert_eq!(post, expected);
    }
}

#[test]
fn a_result_comes_through_unharmed_in_both_shapes() {
    let result = "One `a_b`:\n\n```c\nint x;\n```\n\n- two\n- [three](http://x.y)\n\n**Four** <b>.";
    let log = || Log::default().did("", "anto", result);
    assert_eq!(
        log().post(Group::None, Body::Prose),
        "## What we did\n\nOne `a_b`:\n\n```c\nint x;\n```\n\n- two\n- [three](http://x.y)\n\n**Four** &lt;b&gt;. (anto)\n"
    );
    assert_eq!(
        log().post(Group::None, Body::Bullets),
        "## What we did\n\n-   One `a_b`:\n\n        int x;\n\n    - two\n    - [three](http://x.y)\n\n    **Four** &lt;b&gt;. (anto)\n"
    );
}

#[test]
fn a_finished_task_without_a_result_is_listed_by_its_text_and_is_a_gap() {
    assert_eq!(
        Log::default()
            .did("", "anto", "")
            .post(Group::Topic, Body::Bullets),
        "## What we did\n\n- The task (anto)\n\n<!-- gap: #1 the task: nothing told; sprint edit 1 -->\n"
    );
}

#[test]
fn a_picture_follows_its_item_or_topic_or_else_the_intro() {
    let log = Log::default().did("A", "", "One.").did("A", "", "Two.");
    let log = log
        .photo("", Some(1), "1.png")
        .photo("A", None, "2.png")
        .photo("", None, "3.png")
        .photo("Z", None, "javascript:x");
    assert_eq!(
        log.post(Group::Topic, Body::Prose),
        "![](3.png)\n\n## A\n\nOne.\n\n![](1.png)\n\nTwo.\n\n![](2.png)\n\n## Z\n\n\
         <!-- gap: a picture is left out: javascript:x is neither a web address nor a file in `photos/`; \
         add another with `sprint photo`, or `sprint undo` it -->\n"
    );
}

#[test]
fn a_discussion_is_its_minutes_and_its_decision() {
    for (topic, decided, shape, expected) in [
        (
            "A",
            "UTF-8.",
            Body::Prose,
            "## A\n\n**Which?** Minutes.\n\nUTF-8.\n",
        ),
        (
            "A",
            "UTF-8.",
            Body::Bullets,
            "## A\n\n- **Which?** Minutes.\n\n    UTF-8.\n",
        ),
        ("A", "", Body::Bullets, "## A\n\n- **Which?** Minutes.\n"),
        (
            "",
            "UTF-8.",
            Body::Bullets,
            "## Decisions and discussions\n\n- **Which?** Minutes.\n\n    UTF-8.\n",
        ),
        (
            "",
            "",
            Body::Prose,
            "## Decisions and discussions\n\n**Which?** Minutes.\n",
        ),
    ] {
        let log = Log::default().discuss(topic, "", decided);
        let post = log.progress(1, "Minutes.").post(Group::Topic, shape);
        assert_eq!(post, expected);
    }
    assert_eq!(
        Log::default()
            .discuss("A", "", "")
            .post(Group::Topic, Body::Prose),
        "## What is next\n\n- Which?\n"
    );
}

#[test]
fn a_day_has_what_ended_or_was_noted_on_it() {
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
        "## What we did\n\n### Day 1: Monday, 27 February\n\nOne.\n\nTwo.\n\n### Day 2: Tuesday, 28 February\n\n**The task**: Three.\n\nFour.\n\n\
         **Which?** UTF-8.\n\n![](1.png)\n\n![](2.png)\n\n## Decisions and discussions\n\n**Which?** ASCII.\n"
    );
    assert_eq!(
        log().post(Group::Day, Body::Bullets),
        "## What we did\n\n### Day 1: Monday, 27 February\n\n- One.\n\nTwo.\n\n### Day 2: Tuesday, 28 February\n\n- **The task**: Three.\n\nFour.\n\n\
         - **Which?** UTF-8.\n\n![](1.png)\n\n![](2.png)\n\n## Decisions and discussions\n\n- **Which?** ASCII.\n"
    );
}

#[test]
fn open_parts_with_a_result_and_closed_ones_are_in_order_of_time() {
    let post = Log::default()
        .finished("whole", "", None, "", "The whole.")
        .part(1, "First.")
        .open_part(1, "the next part")
        .result(5, "Second.")
        .part(1, "Third.")
        .post(Group::None, Body::Bullets);
    let place = |text: &str| post.find(text).expect("a part");
    assert!(
        place("First.") < place("Second.") && place("Second.") < place("Third."),
        "{post}"
    );
}

#[test]
fn a_part_is_under_the_day_on_which_it_ended() {
    let log = Log::default()
        .did("", "", "Whole.")
        .part(1, "Early part.")
        .night()
        .part(1, "Late part.");
    assert_eq!(
        log.post(Group::Day, Body::Bullets),
        "## What we did\n\n### Day 1: Monday, 27 February\n\n- Whole.\n    - Early part.\n\n\
         ### Day 2: Tuesday, 28 February\n\n- Late part.\n"
    );
}

#[test]
fn minutes_are_under_the_day_on_which_they_were_taken() {
    let log = Log::default()
        .discuss("A", "", "")
        .progress(1, "One.")
        .night()
        .progress(1, "Two.");
    assert_eq!(
        log.post(Group::Day, Body::Prose),
        "## What we did\n\n### Day 1: Monday, 27 February\n\n**Which?** One.\n\n### Day 2: Tuesday, 28 February\n\n**Which?** Two.\n"
    );
}

#[test]
fn an_open_task_is_under_the_day_of_its_last_result() {
    let post = Log::default()
        .open_task("the task", "begun")
        .result(1, "Half of it.")
        .night()
        .progress(1, "soon")
        .post(Group::Day, Body::Bullets);
    let (monday, tuesday) = post
        .split_once("27 February")
        .expect("a section for Monday");
    assert!(!monday.contains("Half of it."), "{post}");
    assert!(tuesday.contains("Half of it."), "{post}");
    assert!(!post.contains("28 February"), "{post}");
}

#[test]
fn days_with_a_theme_or_break_are_listed_even_if_nothing_happened() {
    let config = Config {
        from: NaiveDate::from_ymd_opt(2017, 2, 28),
        ..Config::default()
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
            "## What we did\n\n### Monday, 27 February\n\nSnow.\n\n### Day 2: Wednesday, 1 March (break)\n\n\
             ### Day 3: Thursday, 2 March: Documentation day\n\n### Day 4: Friday, 3 March: Skiing (break)\n\n{attendees}"
        )
    );
    assert_eq!(
        log().post_about(&config, Group::Day, Body::Prose, only(3, 2)),
        format!(
            "# Title (day 3)\n\n## What we did\n\n### Day 3: Thursday, 2 March: Documentation day\n\n{attendees}"
        )
    );
}

#[test]
fn days_with_a_theme_or_break_are_listed_if_no_heading_names_them() {
    let log = || {
        Log::default()
            .note("", "Snow.")
            .night()
            .day("`Documentation` day", false)
            .night()
            .day("Skiing", true)
            .then(Action::Next(Next {
                text: "More.".into(),
                people: ThinVec::new(),
                ..Next::default()
            }))
            .night()
            .day("", true)
            .night()
            .day("", true)
            .day("Work after all", false)
    };
    let days = "## Special days\n\n- Tuesday, 28 February: `Documentation` day\n- Wednesday, 1 March: Skiing (break)\n\
                - Thursday, 2 March (break)\n- Friday, 3 March: Work after all\n";
    for group in [Group::Topic, Group::None] {
        assert_eq!(
            log().post(group, Body::Prose),
            format!("## What we did\n\nSnow.\n\n{days}\n## What is next\n\n- More.\n")
        );
    }
    let config = Config::default();
    assert_eq!(
        log().post_about(&config, Group::Topic, Body::Bullets, only(3, 2)),
        "# Title (day 4)\n\n## Special days\n\n- Thursday, 2 March (break)\n"
    );
}

#[test]
fn a_story_is_under_everyone_with_credit() {
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
        "## What we did\n\n- One.\n\nSeven.\n\n### Everybody\n\n- Four. (dan, all of us)\n- Five.\n\n\
         ### Carl Bolz\n\n- Six. (Bea, with help from Carl)\n\n\
         ### dan\n\n- Three. (Bea, dan)\n- Four. (dan, all of us)\n\n\
         ### Bea Zuse\n\n- Two.\n- Three. (Bea, dan)\n- Six. (Bea, with help from Carl)\n\n"
    );
}

#[test]
fn a_part_by_others_is_under_them() {
    let log = Log::default()
        .did("", "anto", "Whole.")
        .part_by("bea", 1, "A part.")
        .part_by("anto", 1, "Another.")
        .part_by("", 1, "A third.");
    assert_eq!(
        log.post(Group::Person, Body::Bullets),
        "## What we did\n\n- A third.\n\n### anto\n\n- Whole.\n    - Another.\n\n### bea\n\n- A part.\n"
    );
}

#[test]
fn a_gap_counts_once_however_many_people_have_credit() {
    let sprint = Sprint::from_entries(Log::default().did("", "anto bea", "").entries);
    let choices = choices(Group::Person, Body::Prose, Span::default());
    let template = Template::built_in();
    let report = Report::new(&sprint, "Title", &Config::default(), &template, choices);
    assert_eq!(report.map(|report| report.gaps.len()), Ok(2));
}

#[test]
fn an_interim_report_has_only_what_ended_in_its_days_in_every_group() {
    for (group, heading) in [
        (Group::Topic, "A"),
        (Group::Day, "What we did\n\n### Day 2: Tuesday, 28 February"),
        (Group::Person, "What we did\n\n### anto"),
        (Group::None, "What we did"),
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
        let post = log.post_about(&Config::default(), group, Body::Prose, only(2, 28));
        let is_said = group == Group::Person;
        let credit = if is_said { "" } else { " (anto)" };
        assert_eq!(
            post,
            format!(
                "# Title (day 2)\n\n## {heading}\n\nTuesday.{credit}\n\n## What is next\n\n- Go on: half\n"
            )
        );
    }
}

fn post_about_first(log: Log, shape: Body, span: Span) -> String {
    let sprint = Sprint::from_entries(log.entries);
    let choices = Choices {
        item: Some(sprint.items()[0].id),
        ..choices(Group::Topic, shape, span)
    };
    written(&sprint, &Config::default(), choices)
}

/// Begins a log with a discussion about which everything is recorded that can be, and another task.
fn big_discussion() -> Log {
    Log::default()
        .discuss("A", "armin anto", "")
        .progress(1, "Minutes with `code`.")
        .night()
        .progress(1, "More minutes by Armin and Anto.")
        .then(Action::Decide(Decide {
            item: id(1),
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
fn a_report_about_an_item_has_its_course_and_what_is_open() {
    let course = "# Which?\n\nMinutes with `code`.\n\nMore minutes by Armin and Anto.\n\nUTF-8. (armin, anto)\n\n![](1.png)\n\n";
    let rest = "![](3.png)\n\n## What is next\n\n- The next part\n";
    for shape in [Body::Prose, Body::Bullets] {
        assert_eq!(
            post_about_first(big_discussion(), shape, Span::default()),
            format!("{course}A part. (bea)\n\n![](2.png)\n\nA part of it.\n\n{rest}")
        );
    }
}

#[test]
fn an_interim_report_about_an_item_is_about_its_days() {
    let monday = NaiveDate::from_ymd_opt(2017, 2, 27);
    let until = |to| Span { from: None, to };
    assert_eq!(
        post_about_first(big_discussion(), Body::Prose, until(monday)),
        "# Which? (day 1)\n\nMinutes with `code`. (armin, anto)\n"
    );
    let tuesday = Span {
        from: monday.and_then(|monday| monday.succ_opt()),
        to: None,
    };
    assert_eq!(
        post_about_first(big_discussion(), Body::Prose, tuesday),
        "# Which? (day 2)\n\nMore minutes by Armin and Anto.\n\nUTF-8. (armin, anto)\n\n![](1.png)\n\n\
         A part. (bea)\n\n![](2.png)\n\nA part of it.\n\n![](3.png)\n\n## What is next\n\n- The next part\n"
    );
}

#[test]
fn a_report_about_an_item_has_its_status() {
    let post = |log| post_about_first(log, Body::Prose, Span::default());
    assert_eq!(
        post(
            Log::default()
                .open_part(9, "the *hard* part")
                .progress(1, "half")
        ),
        "# The hard part\n\n## What is next\n\n- The *hard* part: half\n"
    );
    assert_eq!(
        post(Log::default().did("", "anto", "")),
        "# The task\n\n(anto)\n\n<!-- gap: #1 the task: nothing told; sprint edit 1 -->\n"
    );
    let drop = Action::Drop(Drop {
        item: id(1),
        text: Some("Postponed.".into()),
    });
    assert_eq!(
        post(Log::default().discuss("", "", "").then(drop)),
        "# Which?\n\nPostponed.\n"
    );
    assert_eq!(post(Log::default().talk("A", "anto")), "# The talk\n");
}

#[test]
fn a_topic_is_inline_markdown() {
    for (topic, heading) in [
        ("I\\/O", "I/O"),
        ("`a/b` code", "`a/b` code"),
        ("_quick_ fix", "*quick* fix"),
        ("1. PyPy", "1. PyPy"),
        ("# C", "\\# C"),
    ] {
        let post = Log::default()
            .did(topic, "", "One.")
            .post(Group::Topic, Body::Prose);
        assert_eq!(post, format!("## {heading}\n\nOne.\n"), "{topic}");
    }
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
