//! What a template prints and refuses.

use expect_test::expect;

use super::*;
use crate::domain::{Label, Role};
use crate::report::settings::Overrides;

fn topic(path: &str) -> Option<Topic> {
    Topic::parse(path)
}

fn id(text: &str) -> EntryId {
    EntryId::parse(text).expect("an id")
}

fn item(id_text: &str, label: (u32, Option<u32>), kind: Kind, path: &str) -> ItemFact {
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
                place: file.len(),
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
    let rendered = template.render(facts(), Overrides::default());
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
        Ok(template) => match template.render(facts(), Overrides::default()) {
            Err(errors) => errors,
            Ok(rendered) => panic!("{text}: {rendered:?}"),
        },
    };
    let mut told = String::new();
    let file = std::path::Path::new("post.md");
    for diagnostic in diagnose(file, text, errors) {
        let description = diagnostic.describe();
        let hint = description.hint.unwrap_or_default();
        told += &format!(
            "{}: {}\n    {hint}\n",
            diagnostic.location, description.message
        );
    }
    told
}

#[test]
fn the_built_in_template_can_be_rendered() {
    let template = Template::built_in();
    let rendered = template
        .render(facts(), Overrides::default())
        .expect("it is right");
    assert_eq!(rendered.marks.len(), 12);
    assert!(rendered.markdown.contains("## More results"));
}

#[test]
fn code_and_what_other_tools_write_is_text() {
    for text in [
        "`{{ body() }}` and `{% if %}` and `{# x`",
        "```\n{{ body() }}\n{% if x %}\n{{ \"\n```\n",
        "~~~yaml\nrun: ${{ matrix.os }}\n~~~\n",
        "> ```\n> {{ body() }}\n> ```\n",
        "- ```\n  {{ body() }}\n  ```\n",
        "``a ` {{ b`` c",
        "run ${{ matrix.os }} and ${#list[@]} and ${% x %} and ${% x",
        "{\"a\": {\"b\": 1}} and {50%}",
        "Heading\n=======\n\ntext <<<<<<< x\n",
        "## A heading {#anchor}\n",
        "\\frac{#1}{2}",
        "`{%` opens and `%}` closes, `{{` and `}}`, `{#` and `#}`",
    ] {
        assert_eq!(shown(text), text);
    }
}

#[test]
fn what_begins_as_a_tag_is_one_whatever_is_in_it() {
    for (text, expected) in [
        ("{{ \"`\" }} and {{ \"`\" }}", "<`> and <`>"),
        ("{{ \"}}\" }} {{ '%}' }}", "<}}> <%}>"),
        ("{{ \"{{ body() }}\" }}", "<{{ body() }}>"),
        ("{# `a {{ b #}{{ title }} `{{`", "<Leysin 2017> `{{`"),
        ("{#\n~~~\n#}{{ title }}\n", "<Leysin 2017>\n"),
        ("`{#` {{ title }} `#}`", "`{#` <Leysin 2017> `#}`"),
        (
            "{% if group in [\"topic\", \"day\"] and (count.tasks > 1) %}{{ people[0].nick }}{% endif %}",
            "<armin>",
        ),
        ("a  {{- title -}}  b", "a<Leysin 2017>b"),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn tags_on_lines_of_their_own_leave_no_line() {
    let text = "a\n  {% if topics %}\n- b\n  {% else %}\n- c\n  {% endif %}\n{# d #}\n{% set x = 3 %}\ne {{ x }}\n";
    assert_eq!(shown(text), "a\n- b\ne <3>\n");
}

#[test]
fn every_printed_value_is_a_mark() {
    assert_eq!(
        shown("{{ title }}, {{ place }}, {{ from }}{{ to }}: {{ count.attendees }} {{ group }}"),
        "<Leysin 2017>, <Leysin>, <2017-02-26>: <2> <topic>"
    );
    assert_eq!(
        shown("{% for p in people %}\n- {{ p.name }} ({{ p.org }}{{ p.role }})\n{% endfor %}"),
        "- <Armin Rigo> (<HHU><host>)\n- <Antonio Cuni> ()\n"
    );
    assert_eq!(
        shown("{% for t in topics %}\n## {{ t }}\n{{ topic(t) }}\n{% endfor %}"),
        "## <Release Work/Stackless>\n\n<Topic(Some(Topic([\"Release Work\", \"Stackless\"])))>\n\n\
         ## <CPyExt>\n\n<Topic(Some(Topic([\"CPyExt\"])))>\n\n"
    );
}

#[test]
fn a_mark_has_the_place_of_its_tag() {
    let text = "+++\r\ntitle = \"é\"\r\n+++\r\né {{ title }}\r\n{% for p in people %}\r\n  {{- p.nick }}\r\n{% endfor %}\r\n";
    let template = Template::parse(text).expect("it is right");
    let rendered = template
        .render(facts(), Overrides::default())
        .expect("it is right");
    let place = |mark: &Mark| match mark {
        Mark::Part(placeholder) => placeholder.offset,
        Mark::Value { offset, .. } => *offset,
    };
    let places = rendered
        .marks
        .iter()
        .map(|mark| template.position(place(mark)));
    let places: Vec<_> = places
        .map(|position| (position.line, position.column))
        .collect();
    assert_eq!(places, [(4, 3), (6, 3), (6, 3)]);
}

#[test]
fn a_part_alone_on_its_line_has_blank_lines_around_it() {
    for (text, expected) in [
        ("a\n{{ goals() }}\nb", "a\n\n<Goals>\n\nb"),
        ("- a\n{{ goals() }}\n---\n", "- a\n\n<Goals>\n\n---\n"),
        (
            "| a |\n|---|\n{{ goals() }}\n",
            "| a |\n|---|\n\n<Goals>\n\n",
        ),
        ("> a\n> {{ goals() }}\n> b\n", "> a\n>\n> <Goals>\n>\n> b\n"),
        ("a\n{{ goals(style=\"sentence\") }}\nb", "a\n<Goals>\nb"),
        ("a\n{{ title }}\nb", "a\n<Leysin 2017>\nb"),
        (
            "a\n{{ goals() }} {{ title }}\nb",
            "a\n<Goals> <Leysin 2017>\nb",
        ),
        ("a\n{{ told(1) }}\nb", "a\nb"),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn an_indented_part_belongs_to_the_list_item_above() {
    for (text, expected) in [
        ("- a\n  {{ goals() }}\n- b\n", "- a\n\n  <Goals>\n\n- b\n"),
        ("1. a\n  {{ goals() }}\n", "1. a\n\n   <Goals>\n\n"),
        (
            "10. a\n\n  {{ goals() }}\n\n  {{ talks() }}\n",
            "10. a\n\n\n    <Goals>\n\n\n\n    <Kind(Talks, All)>\n\n",
        ),
        ("- a\n        {{ goals() }}\n", "- a\n\n  <Goals>\n\n"),
        (
            "- a\n  - b\n    {{ goals() }}\n",
            "- a\n  - b\n\n    <Goals>\n\n",
        ),
        (
            "- a\n  - b\n  {{ goals() }}\n",
            "- a\n  - b\n\n  <Goals>\n\n",
        ),
        ("- a\n\tb\n\t{{ goals() }}\n", "- a\n\tb\n\n  <Goals>\n\n"),
        ("a\n\n    {{ goals() }}\n", "a\n\n\n<Goals>\n\n"),
        ("- a\n\nb\n\n  {{ goals() }}\n", "- a\n\nb\n\n\n<Goals>\n\n"),
        ("> - a\n>   {{ goals() }}\n", "> - a\n>\n>   <Goals>\n>\n"),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn characters_that_marks_are_made_of_are_printed_as_they_are() {
    assert_eq!(
        shown("\u{f8fe}0\u{f8ff} `\u{f8ff}` \u{e000}\u{e001} {{ \"\u{f8ff}\" }}"),
        "<\u{f8fe}>0<\u{f8ff}> `<\u{f8ff}>` \u{e000}\u{e001} <\u{f8ff}>"
    );
}

#[test]
fn a_part_as_a_condition_is_true_if_it_has_something_to_tell() {
    for (condition, expected) in [
        ("goals()", "a"),
        ("goals", "a"),
        ("next()", "b"),
        ("thanks", "b"),
        ("body()", "a"),
        ("topic(\"Release Work\")", "b"),
        ("topic(\"CPyExt\")", "a"),
        ("talks()", "a"),
        ("talks(topic=\"CPyExt\")", "b"),
        ("item(1)", "a"),
        ("attendees(role=\"visitor\")", "b"),
        ("attendees(group=\"pypy\")", "a"),
        ("place and not to", "a"),
        ("\"CPyExt\" in topics", "a"),
        ("count.tasks > 2", "a"),
    ] {
        let text = format!("{{% if {condition} %}}a{{% else %}}b{{% endif %}}");
        assert_eq!(shown(&text), expected, "{condition}");
    }
}

#[test]
fn arguments_come_before_options_and_options_before_the_front_matter() {
    use crate::report::settings::{Body, Group, Names, Settings, Titles};
    let text = "+++\nbody = \"bullets\"\nnames = \"none\"\ngroup = \"day\"\n+++\n{{ body(names=\"full\", level=3, titles=\"bold\") }}{{ group }}";
    let template = Template::parse(text).expect("it is right");
    let options = Overrides {
        group: Some(Group::None),
        names: Some(Names::Short),
        ..Overrides::default()
    };
    let rendered = template.render(facts(), options).expect("it is right");
    let Mark::Part(placeholder) = &rendered.marks[0] else {
        panic!("{rendered:?}")
    };
    assert_eq!(placeholder.level, Some(3));
    assert_eq!(
        placeholder.settings,
        Settings {
            group: Group::None,
            body: Body::Bullets,
            names: Names::Full,
            titles: Some(Titles::Bold),
            ..Settings::default()
        }
    );
    let Mark::Value { text, .. } = &rendered.marks[1] else {
        panic!("{rendered:?}")
    };
    assert_eq!(text, "none");
}

#[test]
fn an_item_is_named_by_number_letter_or_id_and_a_topic_and_a_picture_by_a_part_of_their_name() {
    let parts = |text: &str| {
        let parts = rendered(text).marks.into_iter().map(|mark| match mark {
            Mark::Part(placeholder) => placeholder.part,
            Mark::Value { text, .. } => panic!("{text}"),
        });
        parts.collect::<Vec<Part>>()
    };
    let [one, two, three] = ["1-aaaaaa", "2-aaaaaa", "2-bbbbbb"].map(id);
    let note = id("aaaaaaaaaa");
    assert_eq!(
        parts(
            "{{ item(1, \"2b\", \"#2a\", titles=\"bold\") }}{{ told(\"2-bbbbbb\", \"aaaaaaaaaa\") }}"
        ),
        [
            Part::Items(vec![one, three, two]),
            Part::Told(vec![three, note])
        ]
    );
    assert_eq!(
        parts(
            "{{ topic(\"stackless\") }}{{ topic(\"\") }}{{ talks(topic=\"cpyext\") }}{{ next(topic=\"\") }}"
        ),
        [
            Part::Topic(topic("Release Work/Stackless")),
            Part::Topic(None),
            Part::Kind(Kind::Talks, Filter::Topic(topic("CPyExt"))),
            Part::Next(Filter::Topic(None))
        ]
    );
    assert_eq!(
        parts("{{ picture(\"LAKE\") }}"),
        [Part::Picture("photos/lake.jpg".len())]
    );
}

#[test]
fn front_matter_sets_what_is_ours_and_keeps_the_rest_in_order() {
    use crate::report::settings::{Body, Credit, Group, Names, Titles};
    let text = "\u{feff}+++\r\ntitle = \"A\"\r\nzeta = 1\r\nauthors = [\"B\"]\r\ntags = [\"c\"]\r\ncategories = [\"d\"]\r\ndescription = \"e\"\r\n\
                group = \"person\"\r\nbody = \"bullets\"\r\nnames = \"full\"\r\ncredit = \"section\"\r\ntitles = \"heading\"\r\n\
                alpha = { date = 2017-02-27 }\r\n+++\r\nText\r\n";
    let front = Template::parse(text).expect("it is right").front;
    assert_eq!(front.title.as_deref(), Some("A"));
    assert_eq!(
        [&front.authors[..], &front.tags[..], &front.categories[..]].concat(),
        ["B", "c", "d"]
    );
    assert_eq!(front.description.as_deref(), Some("e"));
    assert_eq!(
        front.overrides,
        Overrides {
            group: Some(Group::Person),
            body: Some(Body::Bullets),
            names: Some(Names::Full),
            credit: Some(Credit::Section),
            titles: Some(Titles::Heading),
        }
    );
    assert_eq!(
        front.others.to_string(),
        "zeta = 1\n\n[alpha]\ndate = 2017-02-27\n"
    );
    assert_eq!(shown(text), "Text\n");
}

#[test]
fn only_plus_signs_at_the_beginning_are_front_matter() {
    for text in [
        "a\n+++\nb = 1\n+++\n",
        "---\na\n---\n",
        "---\n\na: b\n",
        "++++\n",
        "",
    ] {
        assert_eq!(shown(text), text);
    }
    assert_eq!(shown("\n+++\n+++\n{{ title }}"), "<Leysin 2017>");
}

#[test]
fn all_that_is_wrong_with_front_matter_is_told_at_once() {
    let mut told = String::new();
    for text in [
        "+++\ntitle = 3\nauthors = \"me\"\nbody = \"bullet\"\ngroup = 1\nother = 1\n+++\n{{ body( }}\n",
        "+++\ntitle = A\n+++\n",
        "+++\ntags = [1]\ntags = [\"a\"]\n+++\n",
        "+++\ntitle = \"A\"\n",
        "---\ntitle: A\n---\n",
        "\u{feff}---\r\ntitle: A\r\n---\r\n",
    ] {
        told += &format!("{text:?}\n{}", refused(text));
    }
    expect![[r#"
        "+++\ntitle = 3\nauthors = \"me\"\nbody = \"bullet\"\ngroup = 1\nother = 1\n+++\n{{ body( }}\n"
        post.md:2:9: the number `3` where a text in quotes belongs
            `sprint help template` lists what the front matter can say
        post.md:3:11: the text "me" where a list in `[ ]` belongs
            `sprint help template` lists what the front matter can say
        post.md:4:8: `bullet` is not `prose` or `bullets`
            `sprint help template` lists what the front matter can say
        post.md:5:9: a word in quotes belongs here
            `sprint help template` lists what the front matter can say
        post.md:8:8: `(` without its closing bracket
            write `{{ PART() }}` or `{{ PART(ARGUMENTS) }}`
        "+++\ntitle = A\n+++\n"
        post.md:2:9: not a value; a text must be in quotes
            `sprint help template` lists what the front matter can say
        "+++\ntags = [1]\ntags = [\"a\"]\n+++\n"
        post.md:3:1: the key appears twice
            `sprint help template` lists what the front matter can say
        post.md:2:9: the number `1` where a text in quotes belongs
            `sprint help template` lists what the front matter can say
        "+++\ntitle = \"A\"\n"
        post.md:1:1: the front matter has no end
            write a line `+++` after it
        "---\ntitle: A\n---\n"
        post.md:1:1: front matter between `---` lines
            write it as TOML between `+++` lines: title = "…"
        "\u{feff}---\r\ntitle: A\r\n---\r\n"
        post.md:1:1: front matter between `---` lines
            write it as TOML between `+++` lines: title = "…"
    "#]].assert_eq(&told);
}

#[test]
fn what_is_too_large_too_deep_or_too_much_is_refused() {
    let nested = |depth: usize| "{% if topics %}".repeat(depth) + &"{% endif %}".repeat(depth);
    shown(&nested(64));
    shown(&"> ".repeat(64));
    shown(&"{{ title }}".repeat(1_000));
    let mut told = String::new();
    for (name, text) in [
        ("large", "a".repeat(1024 * 1024 + 1)),
        ("deep", nested(65)),
        ("quotes", "a\n\n".to_owned() + &"> ".repeat(65)),
        ("many", "a\n".to_owned() + &"{{ title }}".repeat(1_001)),
        (
            "brackets",
            format!("{{{{ {}1{} }}}}", "(".repeat(200), ")".repeat(200)),
        ),
        (
            "long",
            format!("{{{{ title{} }}}}", " ~ title".repeat(100_000)),
        ),
        (
            "not",
            format!("{{% if {}title %}}{{% endif %}}", "not ".repeat(100_000)),
        ),
        (
            "branches",
            "{% if to %}".to_owned() + &"{% elif to %}".repeat(50_000) + "{% endif %}",
        ),
        (
            "grown",
            "{% set a = title %}\n".to_owned() + &"{% set a = a ~ a %}\n".repeat(60),
        ),
        (
            "loops",
            "{% for a in people %}".repeat(40) + "x" + &"{% endfor %}".repeat(40),
        ),
        (
            "letters",
            format!(
                "{{% for a in \"{}\" %}}{}{{% endfor %}}",
                "x".repeat(30_000),
                "y".repeat(3_000)
            ),
        ),
        (
            "list",
            "{% for x in [1] * 100000000 %}x{% endfor %}".to_owned(),
        ),
        (
            "maps",
            "{% set a = 1 %}\n".to_owned()
                + &"{% set a = {1: a, 2: a} %}\n".repeat(2)
                + "{% if a == a %}{% endif %}",
        ),
        (
            "joined",
            "{% set a = [1] %}\n".to_owned() + &"{% set a = a + a %}\n".repeat(2),
        ),
    ] {
        told += &format!("{name}\n{}", refused(&text));
    }
    expect![[r#"
        large
        post.md:1:1: larger than 1 MiB
            shorten it; pictures are files of their own
        deep
        post.md:1:961: nesting of more than 64 levels
            remove some levels
        quotes
        post.md:3:129: nesting of more than 64 levels
            remove some levels
        many
        post.md:2:11004: more than 1000 printed placeholders
            remove some, or the `{% for %}` around them
        brackets
        post.md:1:78: brackets are nested too deep
            write `{{ PART() }}`, `{{ NAME }}` or `{% if NAME %}`; texts are in quotes
        long
        post.md:1:1: a placeholder of more than 1000 characters
            write several, or keep a step with `{% set NAME = VALUE %}`
        not
        post.md:1:1: a placeholder of more than 1000 characters
            write several, or keep a step with `{% set NAME = VALUE %}`
        branches
        post.md:1:844: nesting of more than 64 levels
            remove some levels
        grown
        post.md:19:12: the template takes too long or makes too much text
            remove some of the `{% for %}` in each other, or of what makes texts longer
        loops
        post.md:1:832: the template takes too long or makes too much text
            remove some of the `{% for %}` in each other, or of what makes texts longer
        letters
        post.md:1:1: the template takes too long or makes too much text
            remove some of the `{% for %}` in each other, or of what makes texts longer
        list
        post.md:1:17: `*` is not possible here
            there are parts with arguments, data, texts, numbers, lists such as `["a", "b"]`, and comparisons
        maps
        post.md:2:12: `{` is not possible here
            there are parts with arguments, data, texts, numbers, lists such as `["a", "b"]`, and comparisons
        post.md:3:12: `{` is not possible here
            there are parts with arguments, data, texts, numbers, lists such as `["a", "b"]`, and comparisons
        joined
        post.md:2:14: `+` is not possible here
            there are parts with arguments, data, texts, numbers, lists such as `["a", "b"]`, and comparisons
        post.md:3:14: `+` is not possible here
            there are parts with arguments, data, texts, numbers, lists such as `["a", "b"]`, and comparisons
    "#]].assert_eq(&told);
}

#[test]
fn no_text_takes_long() {
    const SIZE: usize = 64 * 1024;
    let pieces = [
        "{{ ",
        "{{ \"",
        "{{ '{{ \"",
        "{{\"\\\"AAAA",
        "{{ (",
        "{# ",
        "{% ",
        "{{",
        "`",
        "`{{ ",
        "``` `",
        "> ",
        "- ",
        "[",
        "*a ",
        "{#a",
        "${{",
        "\u{f8ff}",
        "{{ a",
        "{% if a %}",
        "{{ body() }}\n",
        "- {{ body() }}\n",
        "  {{ told(1) }}\n",
        "- a\n  {{ title }}\n",
        "{% set a = 1 %}",
        "{{ \"`\" }}",
        "{# ` #}",
        "{{ x }}",
    ];
    let deep = ">".repeat(20_000) + "\n" + &"a\n>\n".repeat(10_000);
    for text in pieces
        .map(|piece| piece.repeat(SIZE / piece.len()))
        .into_iter()
        .chain([deep])
    {
        let started = std::time::Instant::now();
        if let Ok(template) = Template::parse(&text) {
            _ = template.render(facts(), Overrides::default());
        }
        // Without optimization, on a machine with other work.
        let seconds = started.elapsed().as_secs();
        assert!(seconds < 20, "{seconds} s: {}", &text[..20]);
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(500))]

    /// Any text is a template or is refused, and what is rendered has each of its marks.
    #[test]
    fn any_text_gives_a_result_or_an_error(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..24)) {
        let text = pieces.concat();
        let Ok(template) = Template::parse(&text) else { return Ok(()) };
        let Ok(rendered) = template.render(facts(), Overrides::default()) else { return Ok(()) };
        let numbers = rendered.markdown.split(OPEN).skip(1).map(|rest| {
            let number = rest.split(CLOSE).next().and_then(|number| number.parse::<usize>().ok());
            number.expect("a number")
        });
        for number in numbers {
            proptest::prop_assert!(number < rendered.marks.len());
        }
        for mark in &rendered.marks {
            let (Mark::Part(Placeholder { offset, .. }) | Mark::Value { offset, .. }) = mark;
            template.position(*offset);
        }
    }
}

/// What templates are made of, and what is almost that.
const PIECES: &[&str] = &[
    "{{ ",
    " }}",
    "{{- ",
    " -}}",
    "{% ",
    " %}",
    "{%- ",
    "{# ",
    " #}",
    "{#a}",
    "${{",
    "{",
    "}",
    "`",
    "```\n",
    "~~~\n",
    "\n",
    "\n\n",
    "  ",
    "    ",
    "\t",
    "- ",
    "1. ",
    "> ",
    "| a | b |\n|---|---|\n",
    "if topics",
    "else",
    "endif",
    "for p in people",
    "endfor",
    "set x = 3",
    "body()",
    "goals",
    "title",
    "p.name",
    "x",
    "told(1)",
    "item(1, \"2a\")",
    "\"",
    "'",
    "(",
    ")",
    "[",
    "]",
    ",",
    "+",
    "~",
    "é",
    "\u{f8fe}",
    "\u{f8ff}",
    "\u{e000}",
    "0",
    "+++\n",
    "title = \"a\"\n",
    "---\n",
    "\r\n",
    "\u{feff}",
    "\\",
    "<!--",
    "-->",
    "{{ goals() }}\n",
    "{{ title }}",
    "{% if topics %}\n",
    "{% endif %}\n",
];

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
        "{{ [1] }}",
        "{% set a = title, title %}",
        "{% if title in (title, title) %}{% endif %}",
        "{% set a = {1: 2} %}",
        "{{ body(level=7) }}",
        "{{ body(level=\"2\") }}",
        "{{ body(lvl=2) }}",
        "{{ body(2) }}",
        "{{ body(titles=\"bald\") }}",
        "{{ body(names=none) }}",
        "{{ body(group=\"topics\") }}",
        "{{ topic() }}",
        "{{ topic(\"CPyExtt\") }}",
        "{{ topic(\"stackles\") }}",
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
        "{{< figure src=\"x\" >}}",
        "{% for topic in topics %}{{ topic(topic) }}{% endfor %}",
        "{% if %}{% endif %}",
        "{% for in topics %}{% endfor %}",
        "{{ `x` }}",
        "{{ goals(style=\"bold\", lvl=3) }}",
        "{{ body(level = 1, group=\"none\", level=2) }}",
        "{{ topics(\"CPyExt\") }}",
        "{{ people() }}",
        "{{ count() }}",
        "{{ person.name }}",
        "{% for p in people %}{% endfor %}{{ p.name }}",
        "{% for t in topics %}{{ t.name }}{% endfor %}",
        "{{ x.y }}",
        "{{ from.day }}",
        "{{ people.name }}",
        "{{ topics.first }}",
        "{{ body.level }}",
        "{{ topic(cpyext) }}",
        "{{ topic(talks) }}",
        "{{ topic(scikit-learn) }}",
        "{{ body(body=bullets) }}",
        "{{ gap(todo) }}",
        "{{ item(x) }}",
        "{{ topic(\"CPyExt) }}",
        "{{ topic(\"CPyExt) }} and \"more\"",
        "{{ topic(“CPyExt”) }}",
        "{% for t in talks() %}{% endfor %}",
        "{% for d in days %}{% endfor %}",
        "{{ picture(\"foo\") }}",
        "<<<<<<< HEAD\nIntro A\n||||||| x\nOld\n=======\nIntro B\n>>>>>>> x\n{{ body() }}",
        "+++\n<<<<<<< HEAD\ntitle = \"a\"\n=======\ntitle = \"b\"\n>>>>>>> x\n+++\n",
        "a\n=======\nb\n>>>>>>> x\n",
        "{ goals() }} and\n\nbody() }}",
        "if topics %}\na\n{ endif %}",
    ] {
        told += &format!("{text:?}\n{}", refused(text));
    }
    expect![[r#"
        "a {{ bdy() }}\n\n{{ gaols() }} and {{ titel }}"
        post.md:1:6: there is no part `bdy()`; did you mean `body`?
            the parts are `body`, `topic`, `item`, `tasks`, `decisions`, `talks`, `notes`, `goals`, `days`, `unfinished`, `next`, `attendees`, `thanks`, `pictures`, `picture`, `gap` and `told`
        post.md:3:4: there is no part `gaols()`; did you mean `goals`?
            the parts are `body`, `topic`, `item`, `tasks`, `decisions`, `talks`, `notes`, `goals`, `days`, `unfinished`, `next`, `attendees`, `thanks`, `pictures`, `picture`, `gap` and `told`
        post.md:3:22: there is no `titel`; did you mean `title`?
            the data are `title`, `place`, `from`, `to`, `count`, `people`, `topics` and `group`
        "{{ body }}"
        post.md:1:4: `body` is a part and needs brackets
            write `{{ body() }}`
        "{{ body( }}"
        post.md:1:8: `(` without its closing bracket
            write `{{ PART() }}` or `{{ PART(ARGUMENTS) }}`
        "{{ body() }"
        post.md:1:1: `{{` without `}}`
            write `{{ PART() }}`; as text, `{{` stands in `code`
        "{{ body()\n\n{{ goals() }}"
        post.md:1:1: `{{` without `}}`
            write `{{ PART() }}`; as text, `{{` stands in `code`
        "{% if topics %}\na"
        post.md:1:1: this `{% if %}` has no end
            write `{% endif %}` where it ends
        "a\n{% endif %}"
        post.md:2:1: `{% endif %}` is not within a `{% if %}`
            remove it, or write `{% if … %}` before it
        "{% for t in topics %}{% endif %}"
        post.md:1:22: `{% endif %}` within the `{% for %}` of line 1
            write `{% endfor %}` before it
        "{% if topics %}{% else %}{% else %}{% endif %}"
        post.md:1:26: `{% else %}` within the `{% if %}` of line 1
            write `{% endif %}` before it
        "{% include \"x\" %}"
        post.md:1:1: there is no `{% include %}`
            there are `{% if %}`, `{% for %}`, `{% set NAME = VALUE %}` and comments, `{# … #}`; a tag of a site's engine goes into a fence such as ```raw jekyll
        "{% macro x() %}"
        post.md:1:1: there is no `{% macro %}`
            there are `{% if %}`, `{% for %}`, `{% set NAME = VALUE %}` and comments, `{# … #}`; a tag of a site's engine goes into a fence such as ```raw jekyll
        "{% fi x %}"
        post.md:1:1: there is no `{% fi %}`
            there are `{% if %}`, `{% for %}`, `{% set NAME = VALUE %}` and comments, `{# … #}`; a tag of a site's engine goes into a fence such as ```raw jekyll
        "{% set x %}a{% endset %}"
        post.md:1:1: `{% set %}` without a value
            write `{% set NAME = VALUE %}`
        "{# a"
        post.md:1:1: `{#` without `#}`
            close it with `#}`; as text, `{#` stands in `code`
        "{{ count.taks }}"
        post.md:1:4: there is no `taks`; did you mean `talks`?
            there are `attendees`, `newcomers`, `tasks`, `done`, `discussions`, `decisions`, `talks` and `days`
        "{{ count }}"
        post.md:1:4: `count` is not a text
            print what is in it: `count.attendees`, `count.days`, `count.decisions`, `count.discussions`, `count.done`, `count.newcomers`, `count.talks` and `count.tasks`
        "{{ people }}"
        post.md:1:4: `people` is not a text
            print what is in it: `{% for p in people %}{{ p.name }}{% endfor %}`
        "{{ topics }}"
        post.md:1:4: `topics` is not a text
            print what is in it: `{% for x in topics %}{{ x }}{% endfor %}`
        "{% for p in people %}{{ p.nik }}{% endfor %}"
        post.md:1:25: there is no `nik`; did you mean `nick`?
            there are `name`, `nick`, `org`, `role`, `group` and `url`
        "{{ title | upper }}"
        post.md:1:12: there is no filter `upper`
            there are no filters; print it as it is
        "{% if title is defined %}{% endif %}"
        post.md:1:16: there is no test `defined`
            compare with `==`, `!=`, `<`, `>` or `in`
        "{% if foo %}{% endif %}"
        post.md:1:7: there is no `foo`
            the data are `title`, `place`, `from`, `to`, `count`, `people`, `topics` and `group`
        "{% for x in foo %}{% endfor %}"
        post.md:1:13: there is no `foo`
            the data are `title`, `place`, `from`, `to`, `count`, `people`, `topics` and `group`
        "{% for x in 3 %}{% endfor %}"
        post.md:1:13: `for` needs a list, such as `people` or `topics`
            only `people` and `topics` are lists; a part is printed as a whole: `{{ PART() }}`
        "{{ range(10) }}"
        post.md:1:4: there is no part `range()`
            the parts are `body`, `topic`, `item`, `tasks`, `decisions`, `talks`, `notes`, `goals`, `days`, `unfinished`, `next`, `attendees`, `thanks`, `pictures`, `picture`, `gap` and `told`
        "{{ title.upper() }}"
        post.md:1:9: there is no `upper()`
            data can be printed, compared with `==`, and looked through with `for`; texts are in quotes
        "{{ title() }}"
        post.md:1:4: `title` is not a part
            write it without brackets: `{{ title }}`
        "{{ body() ~ title }}"
        post.md:1:4: a part that is joined to a text
            print it alone: `{{ PART() }}`
        "{{ [body()] }}"
        post.md:1:5: `b` is not possible here
            there are parts with arguments, data, texts, numbers, lists such as `["a", "b"]`, and comparisons
        "{{ [1] }}"
        post.md:1:4: `[1]` is not a text
            print what is in it: `{% for x in [1] %}{{ x }}{% endfor %}`
        "{% set a = title, title %}"
        post.md:1:17: `,` is not possible here
            there are parts with arguments, data, texts, numbers, lists such as `["a", "b"]`, and comparisons
        "{% if title in (title, title) %}{% endif %}"
        post.md:1:22: `,` is not possible here
            there are parts with arguments, data, texts, numbers, lists such as `["a", "b"]`, and comparisons
        "{% set a = {1: 2} %}"
        post.md:1:12: `{` is not possible here
            there are parts with arguments, data, texts, numbers, lists such as `["a", "b"]`, and comparisons
        "{{ body(level=7) }}"
        post.md:1:4: `level` cannot be the number 7
            it can be a number from 1 to 6
        "{{ body(level=\"2\") }}"
        post.md:1:4: `level` cannot be the text `2`
            it can be a number from 1 to 6
        "{{ body(lvl=2) }}"
        post.md:1:4: `body()` has no argument `lvl`
            its arguments are `group`, `body`, `names`, `credit`, `titles` and `level`
        "{{ body(2) }}"
        post.md:1:4: `body()` takes only arguments with a name
            its arguments are `group`, `body`, `names`, `credit`, `titles` and `level`
        "{{ body(titles=\"bald\") }}"
        post.md:1:4: `titles` cannot be the text `bald`
            it can be `"none"`, `"bold"` or `"heading"`
        "{{ body(names=none) }}"
        post.md:1:4: `names` cannot be `none` without quotes
            it can be `"short"`, `"full"` or `"none"`
        "{{ body(group=\"topics\") }}"
        post.md:1:4: `group` cannot be the text `topics`
            it can be `"topic"`, `"day"`, `"person"` or `"none"`
        "{{ topic() }}"
        post.md:1:4: `topic()` needs one topic in quotes
            write `{{ topic("TOPIC") }}`
        "{{ topic(\"CPyExtt\") }}"
        post.md:1:4: there is no topic `CPyExtt`; did you mean `CPyExt`?
            the topics are `Release Work`, `Release Work/Stackless`, `CPyExt`, `New/JIT` and `Old/JIT`
        "{{ topic(\"stackles\") }}"
        post.md:1:4: there is no topic `stackles`; did you mean `Release Work/Stackless`?
            the topics are `Release Work`, `Release Work/Stackless`, `CPyExt`, `New/JIT` and `Old/JIT`
        "{{ topic(\"jit\") }}"
        post.md:1:4: `jit` may be `New/JIT` or `Old/JIT`
            write the whole path
        "{{ topic(\"Release\") }}"
        post.md:1:4: there is no topic `Release`
            the topics are `Release Work`, `Release Work/Stackless`, `CPyExt`, `New/JIT` and `Old/JIT`
        "{{ topic(12) }}"
        post.md:1:4: a topic cannot be the number 12
            it can be a topic in quotes; `""` is what has no topic
        "{{ item() }}"
        post.md:1:4: `item()` needs the number of an item, or several
            write `{{ item(12, 14) }}`
        "{{ item(9) }}"
        post.md:1:4: there is no item 9
            the highest number is 2; `sprint board` shows open items, `sprint log DAY` what was recorded on a day
        "{{ item(2) }}"
        post.md:1:4: 2 items have the number 2
            write `2a` or `2b` in quotes
        "{{ item(1.5) }}"
        post.md:1:4: there is no item 1.5
            the highest number is 2; `sprint board` shows open items, `sprint log DAY` what was recorded on a day
        "{{ item(\"x\") }}"
        post.md:1:4: there is no item x
            the highest number is 2; `sprint board` shows open items, `sprint log DAY` what was recorded on a day
        "{{ item(none) }}"
        post.md:1:4: an item cannot be `none` without quotes
            it can be a number, or such as `12a` or an id in quotes
        "{{ told(titles=\"bold\") }}"
        post.md:1:4: `told()` has no argument `titles`
            `told()` has no arguments with names
        "{{ goals(style=\"bullet\") }}"
        post.md:1:4: `style` cannot be the text `bullet`
            it can be `"bullets"`, `"numbers"` or `"sentence"`
        "{{ attendees(group=\"PyPi\") }}"
        post.md:1:4: no attendee is of the group `PyPi`; did you mean `PyPy`?
            the groups are `PyPy`
        "{{ attendees(role=\"guest\") }}"
        post.md:1:4: `role` cannot be the text `guest`
            it can be `"newcomer"`, `"visitor"`, `"remote"` or `"host"`
        "{{ picture() }}"
        post.md:1:4: `picture()` needs a word of the name or caption of a picture, in quotes
            write `{{ picture("WORD") }}`
        "{{ picture(\"\") }}"
        post.md:1:4: the picture cannot be an empty text
            it can be a word of its name or caption, in quotes
        "{{ picture(\"sea\") }}"
        post.md:1:4: no picture has `sea` in its name or caption
            the pictures are `photos/lake.jpg` and `photos/alps.jpg`
        "{{ picture(\"view\") }}"
        post.md:1:4: 2 pictures have `view` in their name or caption
            write more of the name of one: `photos/lake.jpg` and `photos/alps.jpg`
        "{{ gap() }}"
        post.md:1:4: `gap()` needs one text in quotes
            write `{{ gap("TEXT") }}`
        "{{ gap(3) }}"
        post.md:1:4: the gap cannot be the number 3
            it can be a text in quotes
        "{{ talks(topic=\"x\") }}"
        post.md:1:4: there is no topic `x`
            the topics are `Release Work`, `Release Work/Stackless`, `CPyExt`, `New/JIT` and `Old/JIT`
        "{{ 1/0 }}"
        post.md:1:4: `1 / 0` cannot be calculated
            data can be printed, compared with `==`, and looked through with `for`; texts are in quotes
        "{{ 1 + title }}"
        post.md:1:6: `+` is not possible here
            there are parts with arguments, data, texts, numbers, lists such as `["a", "b"]`, and comparisons
        "{{ \"a\" * 100000000 }}"
        post.md:1:8: `*` is not possible here
            there are parts with arguments, data, texts, numbers, lists such as `["a", "b"]`, and comparisons
        "{{ 'a }}"
        post.md:1:4: `'` without its closing quote
            a text ends with the quote that it begins with: 'TEXT'
        "{{ a b }}"
        post.md:1:6: a name where `}}` belongs
            write `{{ PART() }}`, `{{ NAME }}` or `{% if NAME %}`; texts are in quotes
        "{{ }}"
        post.md:1:4: `}}` is not allowed here
            write `{{ PART() }}`, `{{ NAME }}` or `{% if NAME %}`; texts are in quotes
        "{{ body(,) }}"
        post.md:1:9: `,` is not allowed here
            write `{{ PART() }}`, `{{ NAME }}` or `{% if NAME %}`; texts are in quotes
        "{{ § }}"
        post.md:1:4: a character that is not allowed in a placeholder
            write `{{ PART() }}`, `{{ NAME }}` or `{% if NAME %}`; texts are in quotes
        "{{< figure src=\"x\" >}}"
        post.md:1:1: what only one site's engine understands
            put it in a fence that begins with ```raw and the name of the site, such as ```raw hugo
        "{% for topic in topics %}{{ topic(topic) }}{% endfor %}"
        post.md:1:29: `topic` is not a part here
            give what `{% for %}` or `{% set %}` makes a name that no part has
        "{% if %}{% endif %}"
        post.md:1:7: `%}` is not allowed here
            write `{{ PART() }}`, `{{ NAME }}` or `{% if NAME %}`; texts are in quotes
        "{% for in topics %}{% endfor %}"
        post.md:1:8: `for` needs a list, such as `people` or `topics`
            only `people` and `topics` are lists; a part is printed as a whole: `{{ PART() }}`
        "{{ `x` }}"
        post.md:1:1: `{{` without `}}`
            write `{{ PART() }}`; as text, `{{` stands in `code`
        "{{ goals(style=\"bold\", lvl=3) }}"
        post.md:1:4: `goals()` has no argument `lvl`
            its arguments are `style` and `level`
        "{{ body(level = 1, group=\"none\", level=2) }}"
        post.md:1:34: the argument `level` is given twice
            remove one of them
        "{{ topics(\"CPyExt\") }}"
        post.md:1:4: `topics` is a list, not a part; did you mean `topic`?
            write `{{ topic("TOPIC") }}`, or `{% for t in topics %}{{ topic(t) }}{% endfor %}`
        "{{ people() }}"
        post.md:1:4: `people` is a list, not a part; did you mean `attendees`?
            write `{{ attendees() }}`, or `{% for p in people %}{{ p.name }}{% endfor %}`
        "{{ count() }}"
        post.md:1:4: `count` is not a part
            print what is in it, such as `{{ count.attendees }}`
        "{{ person.name }}"
        post.md:1:4: there is no `person` with a `name` here
            an attendee has it, in a loop: `{% for p in people %}{{ p.name }}{% endfor %}`
        "{% for p in people %}{% endfor %}{{ p.name }}"
        post.md:1:37: there is no `p` with a `name` here
            an attendee has it, in a loop: `{% for p in people %}{{ p.name }}{% endfor %}`
        "{% for t in topics %}{{ t.name }}{% endfor %}"
        post.md:1:25: there is no `t` with a `name` here
            an attendee has it, in a loop: `{% for p in people %}{{ p.name }}{% endfor %}`
        "{{ x.y }}"
        post.md:1:4: there is no `x`
            the data are `title`, `place`, `from`, `to`, `count`, `people`, `topics` and `group`
        "{{ from.day }}"
        post.md:1:4: `from` has no `day`
            print it as it is: `{{ from }}`
        "{{ people.name }}"
        post.md:1:4: `people` has no `name`
            it is a list: `{% for p in people %}{{ p.name }}{% endfor %}`
        "{{ topics.first }}"
        post.md:1:4: `topics` has no `first`
            it is a list: `{% for t in topics %}{{ t }}{% endfor %}`
        "{{ body.level }}"
        post.md:1:4: `body` is a part and needs brackets
            write `{{ body() }}`
        "{{ topic(cpyext) }}"
        post.md:1:4: a topic cannot be a word without quotes
            put it in quotes
        "{{ topic(talks) }}"
        post.md:1:4: a topic cannot be a word without quotes
            put it in quotes
        "{{ topic(scikit-learn) }}"
        post.md:1:10: `-` is not possible with these values
            data can be printed, compared with `==`, and looked through with `for`; texts are in quotes
        "{{ body(body=bullets) }}"
        post.md:1:4: `body` cannot be a word without quotes
            put it in quotes; it can be `"prose"` or `"bullets"`
        "{{ gap(todo) }}"
        post.md:1:4: the gap cannot be a word without quotes
            put it in quotes
        "{{ item(x) }}"
        post.md:1:4: an item cannot be a word without quotes
            put it in quotes
        "{{ topic(\"CPyExt) }}"
        post.md:1:10: `"` without its closing quote
            a text ends with the quote that it begins with: "TEXT"
        "{{ topic(\"CPyExt) }} and \"more\""
        post.md:1:10: `"` without its closing quote
            a text ends with the quote that it begins with: "TEXT"
        "{{ topic(“CPyExt”) }}"
        post.md:1:10: `“` does not begin or end a text in a placeholder
            write straight quotes: "TEXT"
        "{% for t in talks() %}{% endfor %}"
        post.md:1:13: `for` needs a list, such as `people` or `topics`
            only `people` and `topics` are lists; a part is printed as a whole: `{{ PART() }}`
        "{% for d in days %}{% endfor %}"
        post.md:1:13: `for` needs a list, such as `people` or `topics`
            only `people` and `topics` are lists; a part is printed as a whole: `{{ PART() }}`
        "{{ picture(\"foo\") }}"
        post.md:1:4: no picture has `foo` in its name or caption
            the pictures are `photos/lake.jpg` and `photos/alps.jpg`
        "<<<<<<< HEAD\nIntro A\n||||||| x\nOld\n=======\nIntro B\n>>>>>>> x\n{{ body() }}"
        post.md:1:1: an unresolved git conflict
            keep the lines that are to stay and delete the marker lines
        "+++\n<<<<<<< HEAD\ntitle = \"a\"\n=======\ntitle = \"b\"\n>>>>>>> x\n+++\n"
        post.md:2:1: an unresolved git conflict
            keep the lines that are to stay and delete the marker lines
        "a\n=======\nb\n>>>>>>> x\n"
        post.md:2:1: an unresolved git conflict
            keep the lines that are to stay and delete the marker lines
        "{ goals() }} and\n\nbody() }}"
        post.md:1:11: `}}` without `{{`
            begin it with `{{`; as text, `}}` stands in `code`
        post.md:3:8: `}}` without `{{`
            begin it with `{{`; as text, `}}` stands in `code`
        "if topics %}\na\n{ endif %}"
        post.md:1:11: `%}` without `{%`
            begin it with `{%`; as text, `%}` stands in `code`
        post.md:3:9: `%}` without `{%`
            begin it with `{%`; as text, `%}` stands in `code`
    "#]].assert_eq(&told);
}

#[test]
fn the_characters_of_marks_in_a_log_are_not_marks() {
    let sign = "Top\u{f8fe}ic\u{f8ff}";
    let topic = Topic::parse(sign).expect("a topic");
    let facts = Facts {
        title: sign.to_owned(),
        topics: vec![topic.clone()],
        known_topics: vec![topic.clone()],
        ..Facts::default()
    };
    let template = Template::parse("{{ title }}{% for t in topics %}{{ topic(t) }}{% endfor %}");
    let template = template.expect("no faults");
    let rendered = template.render(facts, Overrides::default());
    let marks = rendered.expect("no faults").marks;
    assert!(
        matches!(&marks[0], Mark::Value { text, .. } if text == "Top\u{fffd}ic\u{fffd}"),
        "{marks:?}"
    );
    assert!(
        matches!(&marks[1], Mark::Part(part) if part.part == Part::Topic(Some(topic))),
        "{marks:?}"
    );
}

#[test]
fn front_matter_of_other_tools_is_refused_however_it_begins() {
    for begin in ["title: x", "# c\ntitle: x", "\"title\": x", "\ntitle: x"] {
        let errors = Template::parse(&format!("---\n{begin}\n---\nx")).expect_err("refused");
        assert_eq!(errors[0].fault, TemplateFault::YamlFrontMatter, "{begin}");
    }
    assert!(Template::parse("---\nWords.\n").is_ok());
}
