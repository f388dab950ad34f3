//! HTML, <https://html.spec.whatwg.org>: a fragment for the body of a post, or a self-contained page.

use html_escape::{encode_double_quoted_attribute as attribute, encode_text};

use super::comment::comment;
use super::document::{Alignment, Block, Inline, is_tight, plain};

/// Writes the body of a post: the document without its title, for which a blog has a field.
pub fn html(document: &[Block]) -> String {
    write_blocks(parts(document).1) + "\n"
}

/// Writes a whole page, readable on a phone, in light and dark mode, and on paper. It has its own style and no scripts.
pub fn page(document: &[Block]) -> String {
    let (title, _) = parts(document);
    format!(
        "<!DOCTYPE html>\n\
         <html lang=\"en\">\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{}</title>\n\
         <style>\n{}</style>\n\
         </head>\n\
         <body>\n\
         <main>\n{}\n</main>\n\
         </body>\n\
         </html>\n",
        encode_text(&plain(title)),
        include_str!("page.css"),
        write_blocks(document),
    )
}

/// Splits a document into its title and the rest.
fn parts(document: &[Block]) -> (&[Inline], &[Block]) {
    match document {
        [Block::Heading(1, title), body @ ..] => (title, body),
        body => (&[], body),
    }
}

fn write_blocks(blocks: &[Block]) -> String {
    let written: Vec<String> = blocks.iter().map(write_block).collect();
    written.join("\n")
}

fn write_block(block: &Block) -> String {
    match block {
        Block::Heading(level, inlines) => {
            format!("<h{level}>{}</h{level}>", write_inlines(inlines))
        }
        Block::Paragraph(inlines) => format!("<p>{}</p>", write_inlines(inlines)),
        Block::List { start, items } => write_list(*start, items),
        Block::Code { language, text } if language.is_empty() => {
            format!("<pre><code>{}\n</code></pre>", encode_text(text))
        }
        Block::Code { language, text } => format!(
            "<pre><code class=\"language-{}\">{}\n</code></pre>",
            attribute(language),
            encode_text(text)
        ),
        Block::Quote(inner) => format!("<blockquote>\n{}\n</blockquote>", write_blocks(inner)),
        Block::Table {
            columns,
            head,
            rows,
        } => write_table(columns, head, rows),
        Block::Rule => "<hr>".to_owned(),
        Block::Figure {
            source,
            alt,
            caption,
        } => {
            let picture = write_image(source, alt);
            let caption = match caption.as_slice() {
                [] => String::new(),
                caption => format!("<figcaption>{}</figcaption>\n", write_inlines(caption)),
            };
            format!("<figure>\n{picture}\n{caption}</figure>")
        }
        Block::Comment(text) => comment(text),
        Block::Raw { text, .. } => text.clone(),
    }
}

fn write_table(columns: &[Alignment], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> String {
    let row = |tag: &str, cells: &[Vec<Inline>]| {
        let cell = |(cell, column): (&Vec<Inline>, &Alignment)| {
            let style = match column {
                Alignment::Plain => "",
                Alignment::Left => " style=\"text-align: left\"",
                Alignment::Center => " style=\"text-align: center\"",
                Alignment::Right => " style=\"text-align: right\"",
            };
            format!("<{tag}{style}>{}</{tag}>\n", write_inlines(cell))
        };
        let cells: String = cells.iter().zip(columns).map(cell).collect();
        format!("<tr>\n{cells}</tr>\n")
    };
    let head = row("th", head);
    let body: String = rows.iter().map(|cells| row("td", cells)).collect();
    let body = match body.as_str() {
        "" => body,
        rows => format!("<tbody>\n{rows}</tbody>\n"),
    };
    format!("<table>\n<thead>\n{head}</thead>\n{body}</table>")
}

fn write_list(start: Option<u64>, items: &[Vec<Block>]) -> String {
    let written: String = items
        .iter()
        .map(|item| format!("<li>{}</li>\n", write_item(item)))
        .collect();
    match start {
        None => format!("<ul>\n{written}</ul>"),
        Some(1) => format!("<ol>\n{written}</ol>"),
        Some(start) => format!("<ol start=\"{start}\">\n{written}</ol>"),
    }
}

fn write_item(item: &[Block]) -> String {
    match item {
        [Block::Paragraph(inlines)] => write_inlines(inlines),
        [Block::Paragraph(inlines), rest @ ..] if is_tight(item) => {
            format!("{}\n{}\n", write_inlines(inlines), write_blocks(rest))
        }
        blocks => format!("\n{}\n", write_blocks(blocks)),
    }
}

fn write_inlines(inlines: &[Inline]) -> String {
    inlines.iter().map(write_inline).collect()
}

fn write_inline(inline: &Inline) -> String {
    match inline {
        Inline::Text(text) => encode_text(text).into_owned(),
        Inline::Code(text) => format!("<code>{}</code>", encode_text(text)),
        Inline::Emphasis(inner) => format!("<em>{}</em>", write_inlines(inner)),
        Inline::Strong(inner) => format!("<strong>{}</strong>", write_inlines(inner)),
        Inline::Link { to, text } => {
            format!("<a href=\"{}\">{}</a>", attribute(to), write_inlines(text))
        }
        Inline::Image { source, alt } => write_image(source, alt),
        Inline::OmittedImage { alt, .. } => encode_text(alt).into_owned(),
        Inline::Break => "<br>\n".to_owned(),
    }
}

fn write_image(source: &str, alt: &str) -> String {
    format!(
        "<img src=\"{}\" alt=\"{}\">",
        attribute(source),
        attribute(alt)
    )
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    #[test]
    fn every_kind_of_block_has_its_element() {
        let text = "One `a<b` *two* **three** [four](x?a=1&b=\"2\") ![five](y.png)  \nsix\n\n- a\n- b\n    - c\n\n\
                    3. x\n\n   y\n\n```c\n\"<int>\"\n\n  x;\n```\n\n    plain\n\n> said\n\n---\n\n<script>";
        assert_eq!(
            html(&parse(text)),
            "<p>One <code>a&lt;b</code> <em>two</em> <strong>three</strong> \
             <a href=\"x?a=1&amp;b=&quot;2&quot;\">four</a> <img src=\"y.png\" alt=\"five\"><br>\nsix</p>\n\
             <ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n\
             <ol start=\"3\">\n<li>\n<p>x</p>\n<p>y</p>\n</li>\n</ol>\n\
             <pre><code class=\"language-c\">\"&lt;int&gt;\"\n\n  x;\n</code></pre>\n\
             <pre><code>plain\n</code></pre>\n\
             <blockquote>\n<p>said</p>\n</blockquote>\n<hr>\n<p>&lt;script&gt;</p>\n"
        );
    }

    #[test]
    fn a_table_has_its_headings_and_alignments() {
        assert_eq!(
            html(&parse("a|b\n-|-:\n*c*|<d>")),
            "<table>\n<thead>\n<tr>\n<th>a</th>\n<th style=\"text-align: right\">b</th>\n</tr>\n</thead>\n\
             <tbody>\n<tr>\n<td><em>c</em></td>\n<td style=\"text-align: right\">&lt;d&gt;</td>\n</tr>\n</tbody>\n</table>\n"
        );
        assert_eq!(
            html(&parse("|a|\n|-|")),
            "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n"
        );
    }

    #[test]
    fn a_picture_is_above_its_caption() {
        let figure = |alt: &str, caption| Block::Figure {
            source: "photos/a.png".into(),
            alt: alt.into(),
            caption,
        };
        let caption = vec![
            Inline::Strong(vec![Inline::text("R&D")]),
            Inline::text(" \"x\""),
        ];
        assert_eq!(
            html(&[figure("R&D \"x\"", caption), figure("", Vec::new())]),
            "<figure>\n<img src=\"photos/a.png\" alt=\"R&amp;D &quot;x&quot;\">\n\
             <figcaption><strong>R&amp;D</strong> \"x\"</figcaption>\n</figure>\n\
             <figure>\n<img src=\"photos/a.png\" alt=\"\">\n</figure>\n"
        );
    }

    #[test]
    fn a_fragment_leaves_the_title_to_the_blog_and_a_page_has_it_twice() {
        let title = Block::Heading(1, vec![Inline::text("A & B")]);
        let document = [title, Block::Heading(2, vec![Inline::text("C")])];
        assert_eq!(html(&document), "<h2>C</h2>\n");
        let page = page(&document);
        assert!(page.contains("<title>A &amp; B</title>"), "{page}");
        assert!(
            page.contains("<main>\n<h1>A &amp; B</h1>\n<h2>C</h2>\n</main>"),
            "{page}"
        );
    }
}
