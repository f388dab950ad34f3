use proptest::prelude::*;

use super::*;
use crate::report::document::plain_blocks;

proptest! {
    #[test]
    fn a_plain_text_is_what_the_parser_makes_of_it(
        text in "[a-zB0](http|://|--|  |[a-z0-9B ,;:?('\"/%.)-]){0,9}",
    ) {
        for source in [Source::Log, Source::Page] {
            prop_assert_eq!(read(&text, source), read_markup(&text, source));
        }
        if is_plain(&text) {
            let line = format!("x {text}");
            prop_assert_eq!(read_markup(&line, Source::Log), paragraph(vec![Inline::Text(line)]));
        }
    }
}

fn paragraph(inlines: Vec<Inline>) -> Vec<Block> {
    vec![Block::Paragraph(inlines)]
}

#[test]
fn raw_html_is_text() {
    assert_eq!(
        parse("a <b>c</b>"),
        paragraph(vec![Inline::text("a <b>c</b>")])
    );
    assert_eq!(
        parse("<script>\nalert(1)\n</script>"),
        paragraph(vec![Inline::text("<script> alert(1) </script>")])
    );
}

#[test]
fn a_page_has_headings_but_not_in_lists_and_quotes() {
    let text = || vec![Inline::text("a")];
    let bold = || vec![Block::Paragraph(vec![Inline::Strong(text())])];
    assert_eq!(
        parse_page("# a\n##### a #\n##\n\na\n===\n- # a\n\n> ## a"),
        [
            Block::Heading(1, text()),
            Block::Heading(5, text()),
            Block::Heading(1, text()),
            Block::List {
                start: None,
                items: vec![bold()]
            },
            Block::Quote(bold()),
        ]
    );
    assert_eq!(parse("# a"), bold());
}

#[test]
fn a_comment_of_a_page_stays_behind_the_block_that_it_is_in() {
    let text = |text: &str| Block::Paragraph(vec![Inline::text(text)]);
    let comment = |text: &str| Block::Comment(text.into());
    let list = |items: &[&[Block]]| Block::List {
        start: None,
        items: items.iter().map(|item| item.to_vec()).collect(),
    };
    for (page, blocks) in [
        (
            "a\n\n<!-- more -->\n\nb",
            vec![text("a"), comment(" more "), text("b")],
        ),
        (
            "a\n<!--more-->\nb",
            vec![text("a"), comment("more"), text("b")],
        ),
        ("a <!-- b --> c", vec![text("a c"), comment("b")]),
        ("a<!-- b -->c", vec![text("ac"), comment("b")]),
        ("a <!-- -->b", vec![text("a b")]),
        ("<!-- a\n\n  b --> c", vec![comment("a\n\n  b"), text("c")]),
        (
            "<!-- a --><!-- b --> c <!-- d -->",
            vec![comment("a"), comment("b"), text("c"), comment("d")],
        ),
        ("<!-- a", vec![text("<!-- a")]),
        (
            "<p>\na <!-- b --> c\n</p>",
            vec![text("<p> a"), comment("b"), text("c </p>")],
        ),
        (
            "- a <!-- b -->\n  - c\n- <!-- d -->",
            vec![
                list(&[&[text("a"), comment("b"), list(&[&[text("c")]])]]),
                comment("d"),
            ],
        ),
        (
            "- a\n\n<!-- -->\n\n- b",
            vec![list(&[&[text("a")]]), list(&[&[text("b")]])],
        ),
        (
            "**a <!-- b -->**",
            vec![
                Block::Paragraph(vec![Inline::Strong(vec![Inline::text("a ")])]),
                comment("b"),
            ],
        ),
        (
            "| a <!-- b --> |\n|---|",
            vec![
                Block::Table {
                    columns: vec![Alignment::Plain],
                    head: vec![vec![Inline::text("a")]],
                    rows: Vec::new(),
                },
                comment("b"),
            ],
        ),
        (
            "```\n<!-- a -->\n```\n\n`<!-- b -->`",
            vec![
                Block::Code {
                    language: String::new(),
                    text: "<!-- a -->".into(),
                },
                Block::Paragraph(vec![Inline::Code("<!-- b -->".into())]),
            ],
        ),
    ] {
        assert_eq!(parse_page(page), blocks, "{page}");
    }
}

#[test]
fn a_raw_fence_of_a_page_is_verbatim() {
    let raw = |text: &str| Block::Raw {
        format: "hugo".into(),
        text: text.into(),
    };
    let text = "{{< b >}}\n\n\t__c__ \u{202e}<d> ";
    assert_eq!(
        parse_page(&format!("```raw hugo\n{text}\n```")),
        [raw(text)]
    );
    assert_eq!(
        parse_page("- a\n  ~~~ raw  hugo\n  b\n  ~~~"),
        [Block::List {
            start: None,
            items: vec![vec![Block::Paragraph(vec![Inline::text("a")]), raw("b")]]
        }]
    );
    let code = |language: &str| Block::Code {
        language: language.into(),
        text: "b".into(),
    };
    assert_eq!(parse_page("```raw\nb\n```"), [code("raw")]);
    assert_eq!(parse("```raw hugo\nb\n```"), [code("raw")]);
}

#[test]
fn a_mark_of_a_page_stays_and_its_address_is_checked_later() {
    let mark = "\u{f8fe}12\u{f8ff}";
    let text = || vec![Inline::text(mark)];
    let to = format!("javascript:{mark}");
    let links = format!("[{mark}](<{to}>) ![{mark}]({mark})");
    assert_eq!(
        parse_page(&links),
        paragraph(vec![
            Inline::Link {
                to: to.clone(),
                text: text()
            },
            Inline::text(" "),
            Inline::Image {
                source: mark.into(),
                alt: mark.into()
            }
        ])
    );
    assert_eq!(
        parse_page(&format!("*{mark}* <!-- {mark} -->")),
        [
            Block::Paragraph(vec![Inline::Emphasis(text())]),
            Block::Comment(mark.into())
        ]
    );
    assert_eq!(link(to, text()), text());
    assert!(matches!(
        image("javascript:1".into(), String::new()),
        Inline::OmittedImage { .. }
    ));
    let to = format!("https://x.y/{mark}");
    assert_eq!(
        parse_page(&format!("see {to}, {mark}s and a__{mark}__")),
        paragraph(vec![
            Inline::text("see "),
            Inline::Link {
                to: to.clone(),
                text: vec![Inline::text(&to)]
            },
            Inline::text(format!(", {mark}s and a__{mark}__")),
        ])
    );
}

#[test]
fn an_empty_comment_keeps_things_apart_and_is_nothing() {
    assert_eq!(parse("- a\n\n<!-- -->\n\n- b").len(), 2);
    assert_eq!(parse("a<!-- -->b"), paragraph(vec![Inline::text("ab")]));
    assert_eq!(parse("<!-- -->"), Vec::new());
}

#[test]
fn a_link_that_leads_elsewhere_is_its_text_and_a_picture_is_left_out() {
    assert_eq!(
        parse("[x](javascript:alert(1))"),
        paragraph(vec![Inline::text("x")])
    );
    let picture = OmittedPicture {
        source: "data:y".into(),
        fault: CANNOT_SHOW.into(),
    };
    let alt = "x".into();
    assert_eq!(
        parse("![x](data:y)"),
        paragraph(vec![Inline::OmittedImage { picture, alt }])
    );
}

#[test]
fn an_address_in_the_text_becomes_a_link() {
    let link = |to: &str| Inline::Link {
        to: to.into(),
        text: vec![Inline::text(to)],
    };
    assert_eq!(
        parse("see https://pypy.org/a_(b), now."),
        paragraph(vec![
            Inline::text("see "),
            link("https://pypy.org/a_(b)"),
            Inline::text(", now.")
        ])
    );
}

#[test]
fn an_address_is_whole_whatever_markup_it_looks_like() {
    for to in [
        "https://x.org/a/__init__.py",
        "https://x.org/*star*/",
        "https://x.org/?b=**c**",
        "https://x.org/[a](b)",
        "https://x.org/a_(b_c)_d",
    ] {
        let link = Inline::Link {
            to: to.into(),
            text: vec![Inline::text(to)],
        };
        let sentence = vec![Inline::text("see "), link.clone(), Inline::text(".")];
        assert_eq!(parse(&format!("see {to}.")), paragraph(sentence));
        assert_eq!(
            parse(&format!("**see {to} now**")),
            paragraph(vec![Inline::Strong(vec![
                Inline::text("see "),
                link,
                Inline::text(" now")
            ])])
        );
    }
}

#[test]
fn a_word_between_two_underscores_is_literal() {
    for text in ["__init__", "__init__.py", "a.__b__()", "(__a_b__)"] {
        assert_eq!(parse(text), paragraph(vec![Inline::text(text)]));
    }
    let emphasis = |text| paragraph(vec![Inline::Emphasis(vec![Inline::text(text)])]);
    assert_eq!(parse("_two words_"), emphasis("two words"));
    assert_eq!(parse("_word_"), emphasis("word"));
    assert_eq!(parse("*__a__*"), emphasis("__a__"));
    let strong = vec![Inline::Strong(vec![Inline::text("two words")])];
    assert_eq!(parse("__two words__"), paragraph(strong));
}

#[test]
fn an_address_in_angle_brackets_is_a_link_or_the_text_of_one() {
    let link = |to: &str, text: Vec<Inline>| Inline::Link {
        to: to.into(),
        text,
    };
    let mailbox = || vec![Inline::text("a@b.org")];
    assert_eq!(
        parse("<a@b.org>"),
        paragraph(vec![link("mailto:a@b.org", mailbox())])
    );
    assert_eq!(
        parse("[**<a@b.org>**](c)"),
        paragraph(vec![link("c", vec![Inline::Strong(mailbox())])])
    );
}

#[test]
fn a_table_has_a_row_of_headings_and_as_many_cells_in_each_row() {
    let cell = |text: &str| match text {
        "" => Vec::new(),
        text => vec![Inline::text(text)],
    };
    assert_eq!(
        parse("before\n\n| a | `b\\|` |\n|---|:-:|\n| 1 \\| 2 | **3** | 4 |\n| 5\n\nafter")[1],
        Block::Table {
            columns: vec![Alignment::Plain, Alignment::Center],
            head: vec![cell("a"), vec![Inline::Code("b|".into())]],
            rows: vec![
                vec![cell("1 | 2"), vec![Inline::Strong(cell("3"))]],
                vec![cell("5"), cell("")]
            ],
        }
    );
    assert_eq!(parse("a | b"), paragraph(cell("a | b")));
    assert_eq!(parse("|  |\n|--|"), Vec::new());
}

#[test]
fn code_in_a_list_is_exact() {
    let text = "  a\n\n\n\tb \tc\n   \n\td";
    let code = |indent: &str| text.replace('\n', &format!("\n{indent}"));
    for source in [
        format!("- x\n\n  ```\n  {}\n  ```", code("  ")),
        format!("- x\n  ```\n  {}\n  ```", code("  ")),
        format!("1. x\n   - y\n\n     ~~~\n     {}\n     ~~~", code("     ")),
    ] {
        let tree = format!("{:?}", parse(&source));
        assert!(tree.contains(&format!("{text:?}")), "{source} {tree}");
    }
}

#[test]
fn lists_keep_their_nesting_and_their_code() {
    let item = |text: &str| Block::Paragraph(vec![Inline::text(text)]);
    let inner = Block::List {
        start: Some(1),
        items: vec![vec![item("two")]],
    };
    assert_eq!(
        parse("- one\n  1. two\n\n- three\n\n      code\n"),
        vec![Block::List {
            start: None,
            items: vec![
                vec![item("one"), inner],
                vec![
                    item("three"),
                    Block::Code {
                        language: String::new(),
                        text: "code".into()
                    }
                ],
            ],
        }]
    );
}

#[test]
fn text_around_a_block_in_a_tight_item_stays_around_it() {
    let text = |text: &str| Block::Paragraph(vec![Inline::text(text)]);
    let code = Block::Code {
        language: String::new(),
        text: "x".into(),
    };
    let items = vec![vec![text("a"), code, text("b")]];
    assert_eq!(
        parse("- a\n  ```\n  x\n  ```\n  b"),
        vec![Block::List { start: None, items }]
    );
}

/// Measures how deep blocks are nested.
fn depth(blocks: &[Block]) -> usize {
    let inside = blocks.iter().map(|block| match block {
        Block::Quote(inner) => 1 + depth(inner),
        Block::List { items, .. } => 1 + items.iter().map(|item| depth(item)).max().unwrap_or(0),
        _ => 0,
    });
    inside.max().unwrap_or(0)
}

#[test]
fn what_is_nested_too_deep_goes_to_the_deepest_level() {
    for (marker, next) in [("> ", "> "), ("- ", "  "), ("1. ", "   "), ("> - ", ">   ")] {
        let levels = marker.trim().split(' ').count();
        for depth_of_text in [DEEPEST / levels, DEEPEST, 20_000] {
            let text = format!(
                "{}*one*\n\ntwo\n\n{}three",
                marker.repeat(depth_of_text),
                next.repeat(depth_of_text.min(200))
            );
            let tree = parse(&text);
            assert_eq!(
                depth(&tree),
                (levels * depth_of_text).min(DEEPEST),
                "{marker}"
            );
            let text = plain_blocks(&tree);
            for word in ["one", "two", "three"] {
                assert!(text.contains(word), "{text}");
            }
        }
    }
    let mut text = "- ".repeat(DEEPEST) + "a\n";
    let indent = "  ".repeat(DEEPEST);
    text.extend([&indent, "- b\n", &indent, "- c"]);
    let mut inside = &parse(&text)[..];
    while let [Block::List { items, .. }] = inside {
        inside = &items[0];
    }
    let items = ["a", "b", "c"].map(|text| Block::Paragraph(vec![Inline::text(text)]));
    assert_eq!(inside, items);
}

#[test]
fn texts_that_touch_once_their_marks_are_gone_are_one() {
    assert_eq!(
        parse("**a *b* c**"),
        paragraph(vec![Inline::Strong(vec![Inline::text("a b c")])])
    );
}

#[test]
fn emphasis_in_emphasis_is_one_and_a_picture_in_pictures_is_its_words() {
    let many = |open: &str, close: &str| open.repeat(5000) + "a" + &close.repeat(5000);
    let a = || vec![Inline::text("a")];
    let [Block::Paragraph(inlines)] = &parse(&many("*b _c ", " c_ b*"))[..] else {
        panic!("one paragraph");
    };
    assert!(
        matches!(&inlines[..], [Inline::Emphasis(inner)] if matches!(inner[..], [Inline::Text(_)]))
    );
    assert_eq!(
        parse(&many("**", "**")),
        paragraph(vec![Inline::Strong(a())])
    );
    let image = Inline::Image {
        source: "b".into(),
        alt: "a".into(),
    };
    assert_eq!(parse(&many("![", "](b)")), paragraph(vec![image]));
    let brackets = "[".repeat(5000);
    assert_eq!(parse(&brackets), paragraph(vec![Inline::text(&brackets)]));
}

#[test]
fn invisible_characters_are_shown_however_they_were_written() {
    for (text, shown) in [
        ("Be\u{ad}a", "Be\\u{ad}a"),
        ("Be&shy;a &#x2800;", "Be\\u{ad}a \\u{2800}"),
        ("👩&zwj;👩", "👩\u{200d}👩"),
    ] {
        assert_eq!(parse(text), paragraph(vec![Inline::text(shown)]));
    }
}

#[test]
fn control_characters_are_shown() {
    assert_eq!(
        parse("a\u{1b}[31mb"),
        paragraph(vec![Inline::text("a\\u{1b}[31mb")])
    );
    let code = |text: &str| Block::Code {
        language: "c".into(),
        text: text.into(),
    };
    assert_eq!(
        parse("```c\nx\u{1b}\ty\nz\n```"),
        vec![code("x\\u{1b}\ty\nz")]
    );
}
