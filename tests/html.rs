//! HTML, read back by a browser's parser: nothing is lost, and nothing in a text is active.

use html5ever::driver::ParseOpts;
use html5ever::parse_document;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;
use sprint_journal::report::{Alignment, Block, Inline, page, parse};

/// Returns what a browser finds in the page of a document: the blocks of its `main`.
fn read(page: &str) -> Vec<Block> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    assert_eq!(dom.errors.borrow().as_slice(), &[] as &[&str], "{page}");
    let main = find(&dom.document, "main").expect("a page has a main part");
    blocks(&main)
}

fn find(node: &Handle, wanted: &str) -> Option<Handle> {
    if name(node) == wanted {
        return Some(node.clone());
    }
    node.children
        .borrow()
        .iter()
        .find_map(|child| find(child, wanted))
}

fn name(node: &Handle) -> String {
    match &node.data {
        NodeData::Element { name, .. } => name.local.to_string(),
        _ => String::new(),
    }
}

fn attribute(node: &Handle, wanted: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else {
        return None;
    };
    let attributes = attrs.borrow();
    let found = attributes
        .iter()
        .find(|attribute| &*attribute.name.local == wanted);
    found.map(|attribute| attribute.value.to_string())
}

fn elements(node: &Handle) -> Vec<Handle> {
    let children = node.children.borrow();
    children
        .iter()
        .filter(|child| matches!(child.data, NodeData::Element { .. }))
        .cloned()
        .collect()
}

fn text(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => node.children.borrow().iter().map(text).collect(),
    }
}

const BLOCKS: [&str; 14] = [
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "ul",
    "ol",
    "pre",
    "blockquote",
    "table",
    "hr",
    "figure",
];

fn blocks(node: &Handle) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut line: Vec<Handle> = Vec::new();
    for child in node.children.borrow().iter() {
        let is_block = BLOCKS.contains(&name(child).as_str());
        match &child.data {
            NodeData::Comment { contents } => {
                blocks.push(Block::Comment(contents.trim().to_owned()));
            }
            NodeData::Element { .. } if is_block => {
                finish(&mut line, &mut blocks);
                blocks.push(block(child));
            }
            _ => line.push(child.clone()),
        }
    }
    finish(&mut line, &mut blocks);
    blocks
}

/// Makes a paragraph of the inlines before the blocks of a tight item.
fn finish(line: &mut Vec<Handle>, blocks: &mut Vec<Block>) {
    let line = std::mem::take(line);
    let is_between = |node: &Handle| {
        matches!(node.data, NodeData::Text { .. }) && text(node).trim_matches('\n').is_empty()
    };
    if !line.iter().all(is_between) {
        let mut inlines = inlines(&line);
        if let Some(Inline::Text(last)) = inlines.last_mut() {
            last.truncate(last.trim_end_matches('\n').len());
        }
        blocks.push(Block::Paragraph(joined(inlines)));
    }
}

fn block(node: &Handle) -> Block {
    let line = || inlines(&node.children.borrow());
    match name(node).as_str() {
        "p" => Block::Paragraph(line()),
        "ul" => Block::List {
            start: None,
            items: elements(node).iter().map(blocks).collect(),
        },
        "ol" => Block::List {
            start: Some(
                attribute(node, "start").map_or(1, |start| start.parse().expect("a number")),
            ),
            items: elements(node).iter().map(blocks).collect(),
        },
        "pre" => {
            let code = elements(node).remove(0);
            let language = attribute(&code, "class").unwrap_or_default();
            Block::Code {
                language: language.trim_start_matches("language-").to_owned(),
                text: text(&code)
                    .strip_suffix('\n')
                    .expect("a last line")
                    .to_owned(),
            }
        }
        "blockquote" => Block::Quote(blocks(node)),
        "table" => table(node),
        "hr" => Block::Rule,
        "figure" => {
            let caption = find(node, "figcaption");
            Block::Figure {
                source: attribute(&elements(node)[0], "src").expect("a source"),
                alt: attribute(&elements(node)[0], "alt").expect("an alternative text"),
                caption: caption.map_or(Vec::new(), |caption| inlines(&caption.children.borrow())),
            }
        }
        heading => Block::Heading(heading[1..].parse().expect("a level"), line()),
    }
}

fn table(node: &Handle) -> Block {
    let rows: Vec<Handle> = elements(node).iter().flat_map(elements).collect();
    let cells = |row: &Handle| elements(row).iter().map(inlines_of).collect();
    let column = |cell: &Handle| match attribute(cell, "style").as_deref() {
        None => Alignment::Plain,
        Some("text-align: left") => Alignment::Left,
        Some("text-align: center") => Alignment::Center,
        Some("text-align: right") => Alignment::Right,
        Some(other) => panic!("{other} was not written"),
    };
    Block::Table {
        columns: elements(&rows[0]).iter().map(column).collect(),
        head: cells(&rows[0]),
        rows: rows[1..].iter().map(cells).collect(),
    }
}

fn inlines(nodes: &[Handle]) -> Vec<Inline> {
    let mut inlines = Vec::new();
    for node in nodes {
        let inner = inlines_of(node);
        inlines.push(match name(node).as_str() {
            "" if inlines.last() == Some(&Inline::Break) => {
                Inline::Text(text(node).trim_start_matches('\n').to_owned())
            }
            "" => Inline::Text(text(node)),
            "code" => Inline::Code(text(node)),
            "em" => Inline::Emphasis(inner),
            "strong" => Inline::Strong(inner),
            "a" => Inline::Link {
                to: attribute(node, "href").expect("an address"),
                text: inner,
            },
            "img" => Inline::Image {
                source: attribute(node, "src").expect("a source"),
                alt: attribute(node, "alt").expect("words for whoever does not see it"),
            },
            "br" => Inline::Break,
            other => panic!("<{other}> was not written"),
        });
    }
    joined(inlines)
}

fn inlines_of(node: &Handle) -> Vec<Inline> {
    inlines(&node.children.borrow())
}

/// Joins texts that touch and removes empty ones, as a parser does.
fn joined(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut joined: Vec<Inline> = Vec::new();
    for inline in inlines {
        match (joined.last_mut(), inline) {
            (_, Inline::Text(text)) if text.is_empty() => {}
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, inline) => joined.push(inline),
        }
    }
    joined
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~é日\u{a0}\u{202e}]{1,12}",
        "[<>&\"'/!?=a-]{1,12}",
        Just("</p><script>alert(1)</script><!-- --> &amp; &lt;".to_owned()),
    ]
}

fn address() -> impl Strategy<Value = String> {
    "(https://[a-z<>&\"'`(){}|-]{1,9}|photos/[a-z&\"'<>]{1,5}\\.png)"
}

fn line() -> impl Strategy<Value = Vec<Inline>> {
    let leaf = prop_oneof![
        4 => words().prop_map(Inline::text),
        1 => words().prop_map(|text| Inline::Code(text.replace('\u{202e}', ""))),
        1 => (address(), words()).prop_map(|(source, alt)| Inline::Image { source, alt }),
        1 => Just(Inline::Break),
    ];
    let leaves = || prop::collection::vec(leaf.clone(), 1..3).prop_map(joined);
    let inline = prop_oneof![
        4 => leaf.clone(),
        1 => leaves().prop_map(Inline::Emphasis),
        1 => leaves().prop_map(Inline::Strong),
        1 => (address(), leaves()).prop_map(|(to, text)| Inline::Link { to, text }),
    ];
    prop::collection::vec(inline, 1..5).prop_map(joined)
}

fn table_of_lines() -> impl Strategy<Value = Block> {
    let alignment = prop::sample::select(vec![
        Alignment::Plain,
        Alignment::Left,
        Alignment::Center,
        Alignment::Right,
    ]);
    let columns = prop::collection::vec(alignment, 1..4);
    columns.prop_flat_map(|columns| {
        let row = || prop::collection::vec(line(), columns.len());
        let rows = prop::collection::vec(row(), 0..3);
        (row(), rows).prop_map(move |(head, rows)| Block::Table {
            columns: columns.clone(),
            head,
            rows,
        })
    })
}

fn tree() -> impl Strategy<Value = Vec<Block>> {
    let leaf = prop_oneof![
        3 => line().prop_map(Block::Paragraph),
        1 => (2u8..=6, line()).prop_map(|(level, line)| Block::Heading(level, line)),
        1 => ("[a-z+#\"<]{0,5}", prop::collection::vec("[ -~é]{0,12}", 1..4))
            .prop_map(|(language, lines)| Block::Code { language, text: lines.join("\n") }),
        1 => table_of_lines(),
        1 => Just(Block::Rule),
        1 => (address(), words(), line()).prop_map(|(source, alt, caption)| Block::Figure { source, alt, caption }),
    ];
    let block = leaf.prop_recursive(3, 12, 3, |inner| {
        let blocks = || prop::collection::vec(inner.clone(), 1..3);
        prop_oneof![
            (
                prop::option::of(1u64..12),
                prop::collection::vec(blocks(), 1..4)
            )
                .prop_map(|(start, items)| Block::List { start, items }),
            blocks().prop_map(Block::Quote),
        ]
    });
    prop::collection::vec(block, 0..5)
}

proptest! {
    #[test]
    fn a_browser_finds_in_a_page_what_was_written(tree in tree()) {
        prop_assert_eq!(read(&page(&tree)), tree);
    }

    #[test]
    fn a_text_of_the_log_is_in_the_page_as_it_was_parsed(
        text in prop::collection::vec("[-a-z`#>*_!\\[\\]()1.<&\"|:]{0,8}( {0,4}|\n{1,2} {0,4})", 0..12)
    ) {
        let tree = parse(&text.concat());
        prop_assert_eq!(read(&page(&tree)), tree);
    }

    #[test]
    fn no_comment_ends_before_its_end(text in "[->!<a ]{0,12}") {
        let read = read(&page(&[Block::Comment(text.clone())]));
        let [Block::Comment(comment)] = &read[..] else { panic!("{read:?}") };
        prop_assert!(!comment.contains(['<', '>']), "{}", comment);
        let comment = comment.replace("&lt;", "<").replace("&gt;", ">");
        let letters = |text: &str| text.replace(' ', "");
        prop_assert_eq!(letters(&comment), letters(&text));
    }
}
