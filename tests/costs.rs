//! A long text costs no more than in proportion to its length, whatever is in it. These tests count nodes and bytes, not
//! seconds, which depend on the machine.

use chrono::NaiveDate;
use sprint_journal::report::{
    Block, Inline, Post, SITES, html, is_too_deep, markdown, page, parse, rst,
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
