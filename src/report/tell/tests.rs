//! Lists of stories, as Markdown.

use super::{Telling, tell};
use crate::domain::{EntryId, ItemKind, Label};
use crate::report::data::{Gap, Image, NextStep};
use crate::report::markdown::markdown;
use crate::report::parse::{parse, parse_line};
use crate::report::settings::{Body, Credit, Group, Names, Settings, Titles};
use crate::report::story::{Story, Subject};

fn item(kind: ItemKind, number: u32, title: &str, text: &str) -> Story {
    let label = Label { number, twin: None };
    Story {
        item: Some(Subject {
            id: EntryId::new(Some(number), u64::from(number)),
            label,
            kind,
        }),
        title: parse_line(title),
        texts: parse(text),
        ..Story::default()
    }
}

/// A task with a text, or one that is finished and has none.
fn task(number: u32, title: &str, text: &str) -> Story {
    item(ItemKind::Task, number, title, text)
}

fn talk(title: &str, text: &str) -> Story {
    item(ItemKind::Talk, 9, title, text)
}

fn note(text: &str) -> Story {
    Story {
        texts: parse(text),
        ..Story::default()
    }
}

impl Story {
    fn by(mut self, people: &str, helpers: &str) -> Story {
        let names = |names: &str| names.split_whitespace().map(str::to_owned).collect();
        self.credit.people = names(people);
        self.credit.helpers = names(helpers);
        self
    }

    fn by_all(mut self) -> Story {
        self.credit.everybody = true;
        self
    }

    fn said(mut self) -> Story {
        self.credit.is_said = true;
        self
    }

    fn with(mut self, parts: Vec<Story>) -> Story {
        self.parts = parts;
        self
    }

    fn then(mut self, step: &str, people: &str) -> Story {
        self.next.push(NextStep {
            text: parse(step),
            people: Some(people.to_owned()).filter(|people| !people.is_empty()),
        });
        self
    }

    fn shown(mut self) -> Story {
        self.pictures.push(Image {
            source: "photos/x.png".into(),
            caption: parse_line("Snow"),
            alt: "Snow".into(),
            fault: None,
        });
        self
    }
}

fn told_as(settings: Settings, stories: Vec<Story>) -> String {
    let telling = Telling {
        settings,
        level: 3,
        numbers: false,
        about: None,
    };
    markdown(&tell(&stories, &telling)).trim_end().to_owned()
}

fn prose(stories: Vec<Story>) -> String {
    told_as(Settings::default(), stories)
}

fn in_bullets(stories: Vec<Story>) -> String {
    let settings = Settings {
        body: Body::Bullets,
        ..Settings::default()
    };
    told_as(settings, stories)
}

fn credited(credit: Credit, stories: Vec<Story>) -> String {
    let settings = Settings {
        credit,
        ..Settings::default()
    };
    told_as(settings, stories)
}

fn titled(titles: Titles, body: Body, stories: Vec<Story>) -> String {
    let settings = Settings {
        titles: Some(titles),
        body,
        ..Settings::default()
    };
    told_as(settings, stories)
}

#[test]
fn credit_stands_after_a_text_in_brackets() {
    for (story, expected) in [
        (
            task(1, "x", "Fixed.").by("Armin Anto", "Samuele"),
            "Fixed. (Armin, Anto, with help from Samuele)",
        ),
        (
            task(1, "x", "Fixed.").by("", "Samuele"),
            "Fixed. (with help from Samuele)",
        ),
        (task(1, "x", "Fixed.").by_all(), "Fixed. (all of us)"),
        (task(1, "x", "Fixed."), "Fixed."),
        (
            task(1, "x", "Armin and Anto fixed it.")
                .by("Armin Anto", "")
                .said(),
            "Armin and Anto fixed it.",
        ),
        (
            task(1, "x", "One.\n\nTwo.").by("Armin", ""),
            "One.\n\nTwo. (Armin)",
        ),
    ] {
        assert_eq!(prose(vec![story]), expected);
    }
}

#[test]
fn credit_has_a_paragraph_of_its_own_where_the_text_has_none_at_that_end() {
    let code = || task(1, "x", "```\nmake\n```").by("Armin", "");
    assert_eq!(prose(vec![code()]), "```\nmake\n```\n\n(Armin)");
    assert_eq!(
        credited(Credit::Before, vec![code()]),
        "Armin:\n\n```\nmake\n```"
    );
    let list = || task(1, "x", "- a\n- b").by("Armin", "");
    assert_eq!(prose(vec![list()]), "- a\n- b\n\n(Armin)");
    assert_eq!(credited(Credit::Before, vec![list()]), "Armin:\n\n- a\n- b");
    let picture = || task(1, "x", "See:\n\n![a](photos/a.png)").by("Armin", "");
    assert_eq!(
        prose(vec![picture()]),
        "See:\n\n![a](photos/a.png)\n\n(Armin)"
    );
}

#[test]
fn credit_stands_before_a_text_with_a_colon() {
    for (story, expected) in [
        (
            task(1, "x", "Fixed.").by("Armin Anto", "Samuele"),
            "Armin, Anto, with help from Samuele: Fixed.",
        ),
        (
            task(1, "x", "Fixed.").by("", "Samuele"),
            "With help from Samuele: Fixed.",
        ),
        (task(1, "x", "Fixed.").by_all(), "All of us: Fixed."),
        (task(1, "x", "Fixed.").by("Armin", "").said(), "Fixed."),
        (talk("the JIT", "").by("Armin", ""), "Armin: The JIT."),
    ] {
        assert_eq!(credited(Credit::Before, vec![story]), expected);
    }
}

#[test]
fn credit_of_a_section_names_everybody_once() {
    let section = |stories| credited(Credit::Section, stories);
    let stories = || {
        vec![
            task(1, "x", "One.").by("Armin", "Bea"),
            note("A note."),
            task(2, "x", "Two.")
                .by("Anto Bea", "Carl")
                .with(vec![task(3, "part", "").by("Dan", "")]),
        ]
    };
    assert_eq!(
        section(stories()),
        "*Armin, Anto, Bea, Dan, with help from Carl*\n\nOne.\n\nA note.\n\nTwo. Also done: part."
    );
    assert_eq!(
        section(vec![
            task(1, "x", "One.").by_all(),
            task(2, "x", "Two.").by("Armin", "")
        ]),
        "*All of us*\n\nOne.\n\nTwo."
    );
    let mut helped = task(2, "x", "Two.").by("Armin", "Zoe Anto");
    helped.credit.others = vec!["Zoe".to_owned()];
    assert_eq!(
        section(vec![task(1, "x", "One.").by_all(), helped]),
        "*All of us, with help from Zoe*\n\nOne.\n\nTwo."
    );
    // A line with some of the names would look as if they were all.
    let said = task(1, "x", "One by Armin.").by("Armin", "").said();
    assert_eq!(
        section(vec![said.clone(), task(2, "x", "Two.").by("Anto", "")]),
        "*Armin, Anto*\n\nOne by Armin.\n\nTwo."
    );
    assert_eq!(section(vec![said]), "One by Armin.");
}

#[test]
fn without_names_nobody_is_named() {
    for credit in [Credit::After, Credit::Before, Credit::Section] {
        let settings = Settings {
            names: Names::None,
            credit,
            ..Settings::default()
        };
        let stories = vec![
            task(1, "x", "One.").by("Armin", ""),
            task(2, "two", "").by("Anto", ""),
        ];
        assert_eq!(told_as(settings, stories), "One.\n\nAlso done: two.");
    }
}

#[test]
fn finished_tasks_without_a_result_are_one_sentence_at_the_end() {
    let stories = || {
        vec![
            task(1, "Fix the leak.", "").by("Armin Anto", ""),
            task(2, "x", "Done well.").by("Armin", ""),
            task(3, "port the tests", ""),
            task(4, "use `make`", "").by("Bea", ""),
        ]
    };
    let sentence = "Also done: Fix the leak (Armin, Anto), port the tests and use `make` (Bea).";
    assert_eq!(
        prose(stories()),
        format!("Done well. (Armin)\n\n{sentence}")
    );
    assert_eq!(
        in_bullets(stories()),
        format!("- Done well. (Armin)\n- {sentence}")
    );
    assert_eq!(
        credited(Credit::Before, stories()),
        format!("Armin: Done well.\n\n{sentence}")
    );
}

#[test]
fn a_sentence_of_titles_names_their_people_once_if_they_are_the_same() {
    let stories = vec![
        note("A note."),
        task(1, "fix the leak", "").by("Armin Anto", ""),
        task(2, "port the tests", "").by("Armin Anto", ""),
    ];
    assert_eq!(
        prose(stories),
        "A note.\n\nAlso done: fix the leak and port the tests. (Armin, Anto)"
    );
}

#[test]
fn titles_with_commas_are_separated_by_semicolons() {
    let stories = vec![
        note("A note."),
        task(1, "fix a, b", ""),
        task(2, "port the tests", ""),
        task(3, "which one?", ""),
    ];
    assert_eq!(
        prose(stories),
        "A note.\n\nAlso done: fix a, b; port the tests; and which one?"
    );
}

#[test]
fn where_there_is_nothing_but_titles_they_are_the_list() {
    let stories = || {
        vec![
            task(1, "fix the leak", "").by("Armin", ""),
            task(2, "port the tests", ""),
        ]
    };
    assert_eq!(
        prose(stories()),
        "Done: fix the leak (Armin) and port the tests."
    );
    assert_eq!(
        in_bullets(stories()),
        "- Fix the leak (Armin)\n- Port the tests"
    );
    assert_eq!(prose(stories()[..1].to_vec()), "Fix the leak (Armin).");
    assert_eq!(
        titled(Titles::Bold, Body::Bullets, stories()),
        "- **Fix the leak** (Armin)\n- **Port the tests**"
    );
    assert_eq!(
        titled(Titles::Heading, Body::Prose, stories()),
        "Done: fix the leak (Armin) and port the tests."
    );
}

#[test]
fn discussions_without_minutes_have_a_sentence_of_their_own() {
    let stories = vec![
        note("A note."),
        task(1, "fix it", ""),
        item(ItemKind::Discussion, 2, "which GC?", ""),
    ];
    assert_eq!(
        prose(stories),
        "A note.\n\nAlso done: fix it.\n\nAlso discussed: which GC?"
    );
}

#[test]
fn a_held_talk_without_a_text_is_told_by_its_title() {
    let stories = || {
        vec![
            talk("the JIT today.", "").by("Armin", ""),
            task(1, "fix it", ""),
        ]
    };
    assert_eq!(
        prose(stories()),
        "The JIT today (Armin).\n\nAlso done: fix it."
    );
    assert_eq!(
        in_bullets(stories()),
        "- The JIT today (Armin)\n- Also done: fix it."
    );
    assert_eq!(
        titled(Titles::Heading, Body::Prose, stories()),
        "The JIT today (Armin).\n\n### Also done\n\nFix it."
    );
}

#[test]
fn each_title_of_a_sentence_is_a_gap() {
    let gap = Gap::NoResult {
        label: "1".into(),
        text: "fix it".into(),
    };
    let mut bare = task(1, "fix it", "");
    bare.gap = Some(gap.clone());
    let comment = format!("<!-- gap: {} -->", gap.message());
    let whole = task(2, "x", "Whole.").with(vec![bare.clone()]);
    assert_eq!(
        prose(vec![note("A note."), bare]),
        format!("A note.\n\nAlso done: fix it.\n\n{comment}")
    );
    assert_eq!(
        in_bullets(vec![whole]),
        format!("- Whole. Also done: fix it.\n\n{comment}")
    );
}

#[test]
fn parts_follow_their_whole() {
    let parts = || {
        vec![
            task(2, "a", "Part a.").by("Bea", ""),
            task(3, "b", "Part b."),
        ]
    };
    let whole = |text: &str| task(1, "x", text).by("Armin", "").with(parts());
    assert_eq!(
        prose(vec![whole("Whole.")]),
        "Whole. (Armin)\n\nPart a. (Bea)\n\nPart b."
    );
    assert_eq!(
        in_bullets(vec![whole("Whole.")]),
        "- Whole. (Armin)\n    - Part a. (Bea)\n    - Part b."
    );
    assert_eq!(
        prose(vec![whole("These:")]),
        "These (Armin):\n\n- Part a. (Bea)\n- Part b."
    );
    assert_eq!(
        credited(Credit::Before, vec![whole("These:")]),
        "Armin: These:\n\n- Bea: Part a.\n- Part b."
    );
}

#[test]
fn a_whole_without_a_result_introduces_its_parts() {
    let whole = || {
        let parts = vec![task(2, "a", "Part a."), task(3, "b", "")];
        task(1, "release the beta", "").by("Armin", "").with(parts)
    };
    assert_eq!(
        prose(vec![whole()]),
        "Release the beta (Armin):\n\n- Part a.\n- Also done: b."
    );
    assert_eq!(
        in_bullets(vec![whole()]),
        "- Release the beta (Armin):\n    - Part a.\n    - Also done: b."
    );
}

#[test]
fn parts_without_a_result_are_a_sentence_within_their_whole() {
    let parts = || vec![task(2, "a", "").by("Bea", ""), task(3, "b", "")];
    let whole = |text: &str| task(1, "x", text).by("Armin", "").with(parts());
    assert_eq!(
        prose(vec![whole("Whole.")]),
        "Whole. (Armin) Also done: a (Bea) and b."
    );
    assert_eq!(
        in_bullets(vec![whole("Whole")]),
        "- Whole (Armin). Also done: a (Bea) and b."
    );
    assert_eq!(
        prose(vec![whole("These:")]),
        "These (Armin):\n\n- A (Bea)\n- b"
    );
    assert_eq!(
        prose(vec![whole("```\nx\n```")]),
        "```\nx\n```\n\n(Armin) Also done: a (Bea) and b."
    );
    // Of a whole without a result all are in the sentence.
    assert_eq!(
        prose(vec![note("A note."), whole("")]),
        "A note.\n\nAlso done: x (Armin), a (Bea) and b."
    );
}

#[test]
fn next_steps_stand_at_their_item() {
    let one = || {
        task(1, "x", "Done.")
            .by("Armin", "")
            .then("fix OpenSSL.", "Bea")
    };
    assert_eq!(prose(vec![one()]), "Done. (Armin) Next: fix OpenSSL (Bea).");
    assert_eq!(
        in_bullets(vec![one()]),
        "- Done. (Armin) Next: fix OpenSSL (Bea)."
    );
    assert_eq!(
        prose(vec![one().then("test it", "")]),
        "Done. (Armin) Next: fix OpenSSL (Bea) and test it."
    );
    assert_eq!(
        prose(vec![one().then("Test it. Then ship.", "Carl")]),
        "Done. (Armin)\n\nNext:\n\n- fix OpenSSL. (Bea)\n- Test it. Then ship. (Carl)"
    );
    let with_part = || one().with(vec![task(2, "a", "Part.")]);
    assert_eq!(
        prose(vec![with_part()]),
        "Done. (Armin)\n\nPart.\n\nNext: fix OpenSSL (Bea)."
    );
    assert_eq!(
        in_bullets(vec![with_part()]),
        "- Done. (Armin)\n    - Part.\n    - Next: fix OpenSSL (Bea)."
    );
}

#[test]
fn pictures_follow_the_text_of_their_item() {
    let story = task(1, "x", "Done.")
        .shown()
        .with(vec![task(2, "a", "Part.")])
        .then("test", "");
    assert_eq!(
        prose(vec![story]),
        "Done.\n\n![Snow](photos/x.png)\n*Snow*\n\nPart.\n\nNext: test."
    );
    assert_eq!(
        prose(vec![task(1, "the hut", "").shown()]),
        "The hut.\n\n![Snow](photos/x.png)\n*Snow*"
    );
}

#[test]
fn titles_are_bold_for_all_items_of_a_list_or_for_none() {
    let stories = || {
        vec![
            task(1, "fix the leak.", "Fixed.")
                .by("Armin", "")
                .with(vec![task(2, "a", "Part.")]),
            item(ItemKind::Discussion, 3, "which *GC*?", "The old one."),
            talk("the JIT", ""),
            note("A note."),
            task(4, "code", "```\nx\n```"),
        ]
    };
    assert_eq!(
        titled(Titles::Bold, Body::Prose, stories()),
        "**Fix the leak**: Fixed. (Armin)\n\nPart.\n\n**Which GC?** The old one.\n\n**The JIT**.\n\nA note.\n\n\
         **Code**:\n\n```\nx\n```"
    );
    assert_eq!(
        titled(Titles::None, Body::Prose, stories()),
        "Fixed. (Armin)\n\nPart.\n\nThe old one.\n\nThe JIT.\n\nA note.\n\n```\nx\n```"
    );
    assert_eq!(
        titled(Titles::Heading, Body::Prose, stories()[..4].to_vec()),
        "The JIT.\n\nA note.\n\n### Fix the leak\n\nFixed. (Armin)\n\nPart.\n\n### Which *GC*?\n\nThe old one."
    );
}

#[test]
fn a_list_of_decisions_or_talks_has_bold_titles_unless_somebody_says_otherwise() {
    let told = |titles| {
        let telling = Telling {
            settings: Settings {
                titles,
                ..Settings::default()
            },
            level: 3,
            numbers: false,
            about: None,
        };
        markdown(&tell(&[talk("the JIT", "Fast.")], &telling))
    };
    assert_eq!(told(None), "**The JIT**: Fast.\n");
    assert_eq!(told(Some(Titles::None)), "Fast.\n");
}

#[test]
fn credit_comes_before_a_bold_title() {
    let settings = Settings {
        titles: Some(Titles::Bold),
        credit: Credit::Before,
        ..Settings::default()
    };
    let story = task(1, "fix the leak", "Fixed.").by("Armin", "");
    assert_eq!(
        told_as(settings, vec![story]),
        "Armin: **Fix the leak.** Fixed."
    );
}

#[test]
fn each_item_may_be_followed_by_its_number() {
    let telling = Telling {
        settings: Settings::default(),
        level: 3,
        numbers: true,
        about: None,
    };
    let stories = [
        task(1, "x", "Fixed.")
            .by("Armin", "")
            .with(vec![task(2, "a", "Part.").then("test", "")]),
        task(3, "x", "These:").with(vec![task(4, "a", "")]),
        talk("the JIT", "").by("Bea", ""),
        task(5, "port", "").by("Bea", ""),
        task(6, "test", ""),
    ];
    assert_eq!(
        markdown(&tell(&stories, &telling)),
        "Fixed. (Armin) [#1]\n\nPart. [#2] Next: test.\n\nThese [#3]:\n\n- A [#4]\n\nThe JIT (Bea) [#9].\n\n\
         Also done: port (Bea) [#5] and test [#6].\n"
    );
}

#[test]
fn notes_are_bullets_only_where_nothing_divides_the_post() {
    let stories = || {
        vec![
            note("About HPy."),
            task(1, "x", "One."),
            note("A note."),
            task(2, "x", "Two."),
            task(3, "three", ""),
        ]
    };
    let grouped = |group| {
        let settings = Settings {
            body: Body::Bullets,
            group,
            ..Settings::default()
        };
        told_as(settings, stories())
    };
    assert_eq!(
        grouped(Group::None),
        "- About HPy.\n- One.\n- A note.\n- Two.\n- Also done: three."
    );
    for group in [Group::Topic, Group::Day, Group::Person] {
        assert_eq!(
            grouped(group),
            "About HPy.\n\n- One.\n\nA note.\n\n- Two.\n- Also done: three."
        );
    }
}

#[test]
fn a_picture_does_not_come_between_a_colon_and_the_list_after_it() {
    let story = || {
        task(1, "x", "These:")
            .shown()
            .with(vec![task(2, "a", "Part.")])
    };
    let expected = "These:\n\n- Part.\n\n![Snow](photos/x.png)\n*Snow*";
    assert_eq!(prose(vec![story()]), expected);
}
