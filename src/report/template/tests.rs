//! What a template prints and refuses.

use expect_test::expect;

use super::*;
use crate::diagnostic::Position;
use crate::domain::{Label, Role};
use crate::report::settings::Overrides;

fn topic(path: &str) -> Option<Topic> {
    Topic::parse(path)
}

fn id(text: &str) -> EntryId {
    EntryId::parse(text).expect("an id")
}

fn item(id_text: &str, label: (u32, Option<usize>), kind: Kind, path: &str) -> ItemFact {
    ItemFact {
        id: id(id_text),
        label: Label {
            number: label.0,
            twin: label.1,
        },
        kind,
        topic: topic(path),
        tells: true,
    }
}

/// A small sprint.
fn facts() -> Facts {
    let paths = [
        "Release Work",
        "Release Work/Stackless",
        "CPyExt",
        "New/JIT",
        "Old/JIT",
    ];
    let known_topics: Vec<Topic> = paths.iter().filter_map(|path| topic(path)).collect();
    let person = |name: &str, nick: &str| PersonFact {
        name: name.to_owned(),
        nick: nick.to_owned(),
        ..PersonFact::default()
    };
    Facts {
        title: "Leysin 2017".to_owned(),
        place: Some("Leysin".to_owned()),
        from: chrono::NaiveDate::from_ymd_opt(2017, 2, 26),
        counts: Counts {
            attendees: 2,
            tasks: 3,
            ..Counts::default()
        },
        people: vec![
            PersonFact {
                org: Some("HHU".to_owned()),
                role: Some(Role::Host),
                group: Some("PyPy".to_owned()),
                ..person("Armin Rigo", "armin")
            },
            person("Antonio Cuni", "anto"),
        ],
        topics: known_topics[1..3].to_vec(),
        known_topics,
        items: vec![
            item("1-aaaaaa", (1, None), Kind::Tasks, "CPyExt"),
            item("2-aaaaaa", (2, Some(0)), Kind::Talks, ""),
            item("2-bbbbbb", (2, Some(1)), Kind::Decisions, "New/JIT"),
        ],
        notes: vec![NoteFact {
            id: id("aaaaaaaaaa"),
            topic: None,
        }],
        goals: 1,
        pictures: ["photos/lake.jpg", "photos/alps.jpg"]
            .map(|file| PictureFact {
                file: file.to_owned(),
                caption: Some(format!("The view, {file}")),
                topic: None,
            })
            .to_vec(),
        ..Facts::default()
    }
}

fn rendered(text: &str) -> Rendered {
    let template = Template::parse(text).unwrap_or_else(|errors| panic!("{text}: {errors:?}"));
    let rendered = template.render(&facts(), Overrides::default());
    rendered.unwrap_or_else(|errors| panic!("{text}: {errors:?}"))
}

/// Renders a template and shows each mark as what it stands for.
fn shown(text: &str) -> String {
    let rendered = rendered(text);
    let mut shown = rendered.markdown;
    for (number, mark) in rendered.marks.iter().enumerate() {
        let meaning = match mark {
            Mark::Part(placeholder) => format!("<{:?}>", placeholder.part),
            Mark::Value { text, .. } => format!("<{text}>"),
        };
        shown = shown.replace(&format!("{OPEN}{number}{CLOSE}"), &meaning);
    }
    shown
}

/// Lists what is wrong with a template.
fn refused(text: &str) -> String {
    let errors = match Template::parse(text) {
        Err(errors) => errors,
        Ok(template) => match template.render(&facts(), Overrides::default()) {
            Err(errors) => errors,
            Ok(rendered) => panic!("{text}: {rendered:?}"),
        },
    };
    let mut told = String::new();
    let file = std::path::Path::new("post.md");
    for TemplateError { offset, fault } in errors {
        let location = crate::diagnostic::Lines::of(file, text).locate(offset);
        let Some(Position { line, column }) = location.position else {
            panic!("no position")
        };
        let description = fault.describe();
        told += &format!(
            "{line}:{column}: {}\n    {}\n",
            description.message,
            description.hint.unwrap_or_default()
        );
    }
    told
}

#[test]
fn the_built_in_template_can_be_rendered() {
    let template = Template::built_in();
    let rendered = template
        .render(&facts(), Overrides::default())
        .expect("it is right");
    assert_eq!(rendered.marks.len(), 12);
    assert!(rendered.markdown.contains("## More results"));
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let mut told = String::new();
    for text in [
        "a {{ bdy() }}\n\n{{ gaols() }} and {{ titel }}",
        "{{ body }}",
        "{{ body( }}",
        "{{ body() }",
        "{{ body()\n\n{{ goals() }}",
        "{% if topics %}\na",
        "a\n{% endif %}",
        "{% for t in topics %}{% endif %}",
        "{% if topics %}{% else %}{% else %}{% endif %}",
        "{% include \"x\" %}",
        "{% macro x() %}",
        "{% fi x %}",
        "{% set x %}a{% endset %}",
        "{# a",
        "{{ count.taks }}",
        "{{ count }}",
        "{{ people }}",
        "{{ topics }}",
        "{% for p in people %}{{ p.nik }}{% endfor %}",
        "{{ title | upper }}",
        "{% if title is defined %}{% endif %}",
        "{% if foo %}{% endif %}",
        "{% for x in foo %}{% endfor %}",
        "{% for x in 3 %}{% endfor %}",
        "{{ range(10) }}",
        "{{ title.upper() }}",
        "{{ title() }}",
        "{{ body() ~ title }}",
        "{{ [body()] }}",
        "{{ body(level=7) }}",
        "{{ body(level=\"2\") }}",
        "{{ body(lvl=2) }}",
        "{{ body(2) }}",
        "{{ body(titles=\"bald\") }}",
        "{{ body(names=none) }}",
        "{{ body(group=\"topics\") }}",
        "{{ topic() }}",
        "{{ topic(\"CPyExtt\") }}",
        "{{ topic(\"jit\") }}",
        "{{ topic(\"Release\") }}",
        "{{ topic(12) }}",
        "{{ item() }}",
        "{{ item(9) }}",
        "{{ item(2) }}",
        "{{ item(1.5) }}",
        "{{ item(\"x\") }}",
        "{{ item(none) }}",
        "{{ told(titles=\"bold\") }}",
        "{{ goals(style=\"bullet\") }}",
        "{{ attendees(group=\"PyPi\") }}",
        "{{ attendees(role=\"guest\") }}",
        "{{ picture() }}",
        "{{ picture(\"\") }}",
        "{{ picture(\"sea\") }}",
        "{{ picture(\"view\") }}",
        "{{ gap() }}",
        "{{ gap(3) }}",
        "{{ talks(topic=\"x\") }}",
        "{{ 1/0 }}",
        "{{ 1 + title }}",
        "{{ \"a\" * 100000000 }}",
        "{{ 'a }}",
        "{{ a b }}",
        "{{ }}",
        "{{ body(,) }}",
        "{{ § }}",
        "{{ \"\\q\" }}",
        "{{< figure src=\"x\" >}}",
        "{% for topic in topics %}{{ topic(topic) }}{% endfor %}",
        "{% if %}{% endif %}",
        "{% for in topics %}{% endfor %}",
        "{{ `x` }}",
        "{{ goals(style=\"bold\", lvl=3) }}",
    ] {
        told += &format!("{text:?}\n{}", refused(text));
    }
    expect![[r#""#]].assert_eq(&told);
}
