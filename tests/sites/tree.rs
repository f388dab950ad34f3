//! For the comparison with the engines: a report as the tree that it is written from, and Markdown as pulldown-cmark reads it.
//!
//! `tree SPRINTS NAME` prints a JSON list of blocks, `tree -` the HTML of the Markdown on standard input.

#![allow(clippy::print_stdout, reason = "that is all it is for")]

use std::io::{self, Read};
use std::path::Path;
use std::{env, fs};

use pulldown_cmark::{Options, Parser, html};
use serde_json::{Value, json};
use sprint_journal::domain::Sprint;
use sprint_journal::journal::{Folder, Journal};
use sprint_journal::report::{Block, Choices, Inline, LinkTargets, Report, Template};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let answer = match &arguments[..] {
        [dash] if dash == "-" => {
            let mut text = String::new();
            io::stdin()
                .read_to_string(&mut text)
                .expect("Markdown on standard input");
            rendered(&text)
        }
        [sprints, name] => tree(Path::new(sprints), name),
        _ => panic!("tree SPRINTS NAME, or tree -"),
    };
    println!("{answer}");
}

/// Returns what Zola makes of the text after the front matter, with the same settings of pulldown-cmark.
fn rendered(text: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut page = String::new();
    html::push_html(&mut page, Parser::new_ext(text, options));
    page
}

fn tree(sprints: &Path, name: &str) -> String {
    let journal = Journal::find(Some(sprints), sprints)
        .expect("a readable journal")
        .expect("a journal");
    let folders = journal.sprints().expect("readable sprints");
    let folder = folders
        .iter()
        .find(|folder| folder.name == name)
        .expect("the sprint");
    let reading = folder.read().expect("readable logs");
    assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
    let sprint = Sprint::from_entries(reading.entries);
    let config = &folder.config;
    let post = fs::read_to_string(folder.path.join("post.md"));
    let template = post.map_or_else(|_| Ok(Template::built_in()), |post| Template::parse(&post));
    let template = template.expect("a template without faults");
    let choices = Choices::default();
    let report = Report::new(&sprint, folder.title(), config, &template, choices);
    let mut report = report.expect("a template without faults");
    report.rewrite_links(&mut Published(folder));
    blocks(&report.to_blocks()).to_string()
}

/// What goes to a site: pictures, under the names that they have here.
struct Published<'a>(&'a Folder);

impl LinkTargets for Published<'_> {
    fn picture(&mut self, source: &str) -> Result<String, String> {
        let fit = self.0.check_picture(source);
        fit.map(|()| source.to_owned())
            .map_err(|fault| fault.describe().message)
    }

    fn link(&mut self, to: &str) -> Option<String> {
        self.picture(to).ok()
    }
}

fn blocks(blocks: &[Block]) -> Value {
    let block = |block: &Block| match block {
        Block::Heading(level, text) => json!({"heading": level, "text": inlines(text)}),
        Block::Paragraph(text) => json!({"text": inlines(text)}),
        Block::List { start, items } => json!({
            "list": items.iter().map(|item| self::blocks(item)).collect::<Vec<_>>(),
            "start": start,
        }),
        Block::Code { text, .. } => json!({"code": text}),
        Block::Quote(inner) => json!({"quote": self::blocks(inner)}),
        Block::Table { head, rows, .. } => {
            let row = |cells: &Vec<Vec<Inline>>| cells.iter().map(|cell| inlines(cell)).collect();
            let rows: Vec<Value> = [head].into_iter().chain(rows).map(row).collect();
            json!({"table": rows})
        }
        Block::Rule => json!({"rule": true}),
        Block::Figure {
            source,
            alt,
            caption,
        } => {
            json!({"figure": source, "alt": alt, "text": inlines(caption)})
        }
        Block::Comment(text) | Block::Raw { text, .. } => json!({"comment": text}),
    };
    blocks.iter().map(block).collect()
}

fn inlines(inlines: &[Inline]) -> Value {
    let inline = |inline: &Inline| match inline {
        Inline::Text(text) => json!({"text": text}),
        Inline::Code(text) => json!({"code": text}),
        Inline::Emphasis(inner) => json!({"em": self::inlines(inner)}),
        Inline::Strong(inner) => json!({"strong": self::inlines(inner)}),
        Inline::Link { to, text } => json!({"link": to, "inner": self::inlines(text)}),
        Inline::Image { source, alt } => json!({"image": source, "alt": alt}),
        Inline::OmittedImage { alt, .. } => json!({"text": alt}),
        Inline::Break => json!({"break": true}),
    };
    inlines.iter().map(inline).collect()
}
