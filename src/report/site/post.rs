//! A post, as a site gets it.

use chrono::NaiveDate;
use toml::Table;

use super::super::comment::{comment, is_teaser};
use super::super::document::{Block, plain};
use super::description::Site;
use super::front_matter::Fields;
use super::seal::CommentLine;
use super::{keys, sanitize, seal};
use crate::text::{one_line, visible};

/// A post without its text.
#[derive(Clone, Debug)]
pub struct Post {
    /// The site that it is for.
    pub site: &'static Site,
    /// The name in addresses: letters, digits and hyphens.
    pub slug: String,
    /// Its day. It has no time, so that no time zone moves it to another day.
    pub date: NaiveDate,
    /// The title, of any characters.
    pub title: String,
    /// The people who sign the post.
    pub authors: Vec<String>,
    /// The tags in the front matter.
    pub tags: Vec<String>,
    /// The categories in the front matter.
    pub categories: Vec<String>,
    /// What it is about, in a line, if its author says so.
    pub description: Option<String>,
    /// The keys of its front matter that are the site's.
    pub others: Table,
}

impl Post {
    /// Gives the path of the post in the site's folder.
    pub(crate) fn path(&self) -> String {
        self.filled(&self.date.format(self.site.post).to_string())
    }

    /// Gives the folder with posts that may be this one under another date; `None` if the date is not in the path.
    pub(crate) fn dated_folder(&self) -> Option<&'static str> {
        DatedPath::new(self.site.post).map(|path| path.folder)
    }

    /// Returns whether a path in the site's folder is that of this post, under whatever date.
    pub(crate) fn may_be_at(&self, path: &str) -> bool {
        let Some(DatedPath { folder, date, file }) = DatedPath::new(self.site.post) else {
            return path == self.path();
        };
        let shape = |date: &str| date.replace(|letter: char| letter.is_ascii_digit(), "0");
        let found = path
            .strip_prefix(folder)
            .and_then(|rest| rest.strip_suffix(&self.filled(file)));
        found.is_some_and(|found| shape(found) == shape(&self.date.format(date).to_string()))
    }

    /// Gives the path of a picture of the post in the site's folder.
    pub(crate) fn picture_path(&self, name: &str) -> String {
        self.filled(self.site.picture).replace("{name}", name)
    }

    /// Gives the address by which the text of the post links to that picture.
    pub(crate) fn picture_address(&self, name: &str) -> String {
        self.filled(self.site.picture_link).replace("{name}", name)
    }

    fn filled(&self, path: &str) -> String {
        path.replace("{slug}", &self.slug)
    }

    /// Writes the file: front matter, text and seal. A title at its beginning is left out, since the engine makes a heading of the
    /// one in the front matter.
    ///
    /// Nothing in the front matter is markup, wherever a theme prints it. It has a summary, so that no engine cuts one out of the
    /// text: half a code block may be anything. Where the author says where to cut, it is what stands before.
    pub fn text(&self, document: &[Block]) -> String {
        let mut blocks = document.to_vec();
        self.remove_title(&mut blocks);
        let teaser = take_teasers(&mut blocks);
        let mut fields = self.fields(&blocks, teaser);
        let mut body = self.site.dialect.write(&blocks);
        if let Some(place) = teaser {
            let mut cut = blocks.clone();
            cut.insert(place, Block::Comment(self.site.teaser.to_owned()));
            let with_teaser = self.site.dialect.write(&cut);
            // Engines look for it in code, too, and the first one counts.
            let mark = comment(self.site.teaser);
            if with_teaser.matches(&mark).count() == 1 {
                body = with_teaser;
                if self.site.cuts_at_teaser {
                    fields.summary = None;
                }
            }
        }
        let body = sanitize::in_xml(&body);
        let front_matter = self.site.front_matter.write(&fields, &body);
        let text = format!("{front_matter}\n{body}");
        seal::sealed(&text, CommentLine::Html)
    }

    /// Returns the keys of the author's that the site does not get: it has no form for them, or they would act in it.
    pub fn refused_keys(&self) -> Vec<&str> {
        let kept = keys::safe(&self.others, self.write_name());
        let front_matter = &self.site.front_matter;
        let is_kept = |key: &&String| {
            let kept = kept.iter().find(|(kept, _)| kept == *key);
            kept.is_some_and(|(_, value)| front_matter.can_have(value))
        };
        let keys = self.others.keys().filter(|key| !is_kept(key));
        keys.map(String::as_str).collect()
    }

    fn remove_title(&self, blocks: &mut Vec<Block>) {
        let is_block = |block: &Block| !matches!(block, Block::Comment(_));
        let Some(first) = blocks.iter().position(is_block) else {
            return;
        };
        if let Block::Heading(_, title) = &blocks[first]
            && one_line(&plain(title)) == one_line(&visible(&self.title))
        {
            blocks.remove(first);
        }
    }

    /// Collects what may be shown of the post outside of its text, which may be cut somewhere.
    fn fields(&self, body: &[Block], teaser: Option<usize>) -> Fields<'_> {
        let name = self.write_name();
        let given = self.description.as_deref().map(sanitize::line);
        let given = given.filter(|text| text.contains(char::is_alphanumeric));
        let description =
            given.unwrap_or_else(|| sanitize::summary(body, [&self.title, &self.slug]));
        let before = teaser.and_then(|place| sanitize::teaser(&body[..place]));
        Fields {
            title: sanitize::title(&self.title),
            slug: &self.slug,
            date: self.date,
            authors: sanitize::names(&self.authors, name),
            tags: sanitize::names(&self.tags, name),
            categories: sanitize::categories(&self.categories, name),
            summary: Some(before.unwrap_or_else(|| description.clone())),
            description,
            others: keys::safe(&self.others, name),
        }
    }

    fn write_name(&self) -> fn(&str) -> String {
        match self.site.escapes_names {
            true => sanitize::name,
            // Nothing may end an attribute.
            false => sanitize::title,
        }
    }
}

/// Takes out the comments at which engines cut, and returns the place of the first that stands between blocks. In a list or a quote
/// it would cut that in two.
fn take_teasers(blocks: &mut Vec<Block>) -> Option<usize> {
    let is_mark = |block: &Block| matches!(block, Block::Comment(text) if is_teaser(text));
    let place = blocks.iter().position(is_mark);
    blocks.retain_mut(|block| {
        match block {
            Block::Quote(inner) => {
                take_teasers(inner);
            }
            Block::List { items, .. } => {
                items.iter_mut().for_each(|item| {
                    take_teasers(item);
                });
            }
            _ => {}
        }
        !is_mark(block)
    });
    place.filter(|place| *place > 0)
}

/// The path of a post with its date, in three parts.
struct DatedPath {
    folder: &'static str,
    date: &'static str,
    file: &'static str,
}

impl DatedPath {
    fn new(path: &'static str) -> Option<DatedPath> {
        let (start, end) = (path.find('%')?, path.rfind('%')? + "%d".len());
        Some(DatedPath {
            folder: &path[..start],
            date: &path[start..end],
            file: &path[end..],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::document::Inline;
    use super::super::super::parse::{parse, parse_page};
    use super::super::SITES;
    use super::super::eleventy::ELEVENTY;
    use super::super::hugo::HUGO;
    use super::super::jekyll::JEKYLL;
    use super::super::nikola::NIKOLA;
    use super::super::pelican::PELICAN;
    use super::super::zola::ZOLA;
    use super::*;

    fn post(site: &'static Site) -> Post {
        Post {
            site,
            slug: "hut-2017".into(),
            date: NaiveDate::from_ymd_opt(2017, 3, 4).expect("a day"),
            title: "\"A\" & <b> \\ {{ x }} --> é".into(),
            authors: vec!["Rigo, \"A\"".into()],
            tags: vec!["R&D <x>".into(), "c;d".into()],
            categories: Vec::new(),
            description: None,
            others: Table::new(),
        }
    }

    fn front_matter(site: &'static Site) -> String {
        let text = post(site).text(&parse("Text."));
        text.split("\nText.").next().unwrap_or_default().to_owned()
    }

    #[test]
    fn front_matter_holds_every_character_that_does_not_act() {
        let title = "title: \"“A” & ‹b› \\\\ {{ x }} --› é\"\ndate: 2017-03-04\n";
        let (tags, author) = ("tags: [\"R&D ‹x›\", \"c;d\"]\n", "author: \"Rigo, “A”\"\n");
        let described = "description: \"Text.\"\n";
        assert_eq!(
            front_matter(&JEKYLL),
            format!("---\nlayout: post\n{title}{tags}{author}{described}excerpt: \"Text.\"\n---\n")
        );
        let author = "author: \"Rigo, \\\"A\\\"\"\n";
        assert_eq!(
            front_matter(&ELEVENTY),
            format!("---\n{title}{tags}{author}{described}templateEngineOverride: md\n---\n")
        );
        let title = "title = \"“A” & ‹b› \\\\ {{ x }} --› é\"\ndate = 2017-03-04\n";
        let (tags, authors) = (
            "tags = [\"R&D ‹x›\", \"c;d\"]\n",
            "authors = [\"Rigo, \\\"A\\\"\"]\n",
        );
        let described = "description = \"Text.\"\n";
        assert_eq!(
            front_matter(&HUGO),
            format!("+++\n{title}{tags}{authors}{described}summary = \"Text.\"\n+++\n")
        );
        assert_eq!(
            front_matter(&ZOLA),
            format!("+++\n{title}{described}{authors}\n[taxonomies]\n{tags}+++\n")
        );
        assert_eq!(
            front_matter(&NIKOLA),
            r#"<!--
.. title: “A” & ‹b› \ {{ x }} --› é
.. slug: hut-2017
.. date: 2017-03-04
.. tags: R&D ‹x›, c;d
.. author: Rigo, "A"
.. description: Text.
.. type: text
-->
"#
        );
        assert_eq!(
            front_matter(&PELICAN),
            r#"Title: “A” & ‹b› \ {{ x }} --› é
Date: 2017-03-04
Slug: hut-2017
Tags: R&D ‹x›; c,d
Authors: Rigo, “A”;
Summary: Text.
"#
        );
    }

    fn with_keys(site: &'static Site, others: &str) -> Post {
        Post {
            title: "Hut".into(),
            tags: vec!["a, b".into(), "c".into()],
            categories: vec!["News".into(), "x/../y".into()],
            description: Some("Seen *from* <above>".into()),
            others: others.parse().expect("TOML"),
            ..post(site)
        }
    }

    #[test]
    fn the_keys_of_the_author_are_written_as_each_site_has_them() {
        let others = "subtitle = \"A \\\"b\\\"\"\nweight = 3\nmath = true\ndate = 2017-03-05\nlayout = \"wide\"\nno = 1\n\
                      extras = [\"a.png\", \"b.png\"]\nparams = { a = 1, b = [2] }\npermalink = \"/\"";
        let written = |site| {
            let text = with_keys(site, others).text(&parse("Text."));
            text.split("\nText.").next().unwrap_or_default().to_owned()
        };
        assert_eq!(
            written(&JEKYLL),
            r#"---
layout: "wide"
title: "Hut"
date: 2017-03-05
tags: ["a, b", "c"]
categories: ["News", "x∕..∕y"]
author: "Rigo, “A”"
description: "Seen ∗from∗ ‹above›"
excerpt: "Seen ∗from∗ ‹above›"
subtitle: "A “b”"
weight: 3
math: true
"no": 1
extras: ["a.png", "b.png"]
params: {a: 1, b: [2]}
---
"#
        );
        assert_eq!(
            written(&HUGO),
            r#"+++
title = "Hut"
date = 2017-03-05
tags = ["a, b", "c"]
categories = ["News", "x∕..∕y"]
authors = ["Rigo, \"A\""]
description = "Seen ∗from∗ ‹above›"
summary = "Seen ∗from∗ ‹above›"
subtitle = "A “b”"
weight = 3
math = true
layout = "wide"
"no" = 1
extras = ["a.png", "b.png"]
params = {a = 1, b = [2]}
+++
"#
        );
        assert_eq!(
            written(&ZOLA),
            r#"+++
title = "Hut"
date = 2017-03-05
description = "Seen ∗from∗ ‹above›"
authors = ["Rigo, \"A\""]
weight = 3

[taxonomies]
tags = ["a, b", "c"]
categories = ["News", "x∕..∕y"]

[extra]
subtitle = "A “b”"
math = true
layout = "wide"
"no" = 1
extras = ["a.png", "b.png"]
params = {a = 1, b = [2]}
+++
"#
        );
        assert_eq!(
            written(&NIKOLA),
            r#"<!--
.. title: Hut
.. slug: hut-2017
.. date: 2017-03-05
.. tags: a‚ b, c
.. category: News
.. author: Rigo, "A"
.. description: Seen ∗from∗ ‹above›
.. type: text
.. subtitle: A “b”
.. weight: 3
.. math: true
.. layout: wide
.. no: 1
.. extras: a.png, b.png
-->
"#
        );
        assert_eq!(
            written(&PELICAN),
            r#"Title: Hut
Date: 2017-03-05
Slug: hut-2017
Category: News
Tags: a, b; c
Authors: Rigo, “A”;
Summary: Seen ∗from∗ ‹above›
subtitle: A “b”
weight: 3
math: true
layout: wide
no: 1
extras: a.png, b.png
"#
        );
        assert_eq!(with_keys(&HUGO, others).refused_keys(), ["permalink"]);
        assert_eq!(
            with_keys(&NIKOLA, others).refused_keys(),
            ["params", "permalink"]
        );
    }

    #[test]
    fn a_site_gets_its_own_mark_where_the_author_cuts_the_post() {
        let page = "One *two*.\n\n- three\n\n<!--more-->\n\nFour.\n\n<!-- TEASER_END -->";
        for (site, mark, summary) in [
            (&NIKOLA, "<!-- TEASER_END -->", None),
            (
                &JEKYLL,
                "<!--more-->",
                Some("excerpt_separator: \"<!--more-->\""),
            ),
            (
                &HUGO,
                "<!--more-->",
                Some("description = \"One two.\"\n+++"),
            ),
            (&ZOLA, "<!-- more -->", None),
            (&PELICAN, "<!-- more -->", Some("Summary: One two. three\n")),
            (
                &ELEVENTY,
                "<!-- excerpt -->",
                Some("description: \"One two. three\"\n"),
            ),
        ] {
            let text = post(site).text(&parse_page(page));
            let body = format!("\nOne *two*.\n\n- three\n\n{mark}\n\nFour.\n\n<!-- sprint");
            assert!(text.contains(&body), "{text}");
            assert!(
                summary.is_none_or(|summary| text.contains(summary)),
                "{text}"
            );
            assert!(!text.contains("excerpt:"), "{text}");
        }
    }

    #[test]
    fn a_mark_in_a_list_at_the_beginning_or_also_in_code_cuts_nothing() {
        for page in [
            "- One.\n\n  <!--more-->",
            "<!--more-->\n\nOne.",
            "One.\n\n    <!--more-->\n\nTwo.\n\n<!--more-->",
        ] {
            let text = post(&JEKYLL).text(&parse_page(page));
            assert!(text.contains("excerpt: \"One."), "{text}");
            assert!(!text.contains("excerpt_separator"), "{text}");
            assert!(!text.contains("\n\n<!--more-->"), "{text}");
        }
    }

    #[test]
    fn a_title_at_the_beginning_is_not_there_twice() {
        let body = |page: &str| {
            let text = with_keys(&ZOLA, "").text(&parse_page(page));
            text.rsplit("+++\n").next().unwrap_or_default().to_owned()
        };
        for page in ["# Hut\n\nText.", "<!-- a -->\n\n## *Hut*\n\nText."] {
            assert!(!body(page).contains("Hut"), "{page}");
        }
        assert!(body("# Other\n\n# Hut\n\nText.").contains("# Other\n\n# Hut\n\nText."));
    }

    /// Texts of which each acts somewhere: in a page, a template, a feed, or in front matter itself.
    const ACTIVE: [&str; 18] = [
        "'\"><script>alert(1)</script>",
        "\" onmouseover=\"alert(1)",
        "0;url=javascript:alert(1)\" http-equiv=\"refresh",
        "&lt;/title&gt;&lt;script&gt;",
        "&#60x&#x3e; &quot onload=x",
        "a\nTemplate: evil",
        "a\r\n---\nlayout: evil",
        "a\rb\n\nbody <b>",
        "a\n+++\ndraft = true",
        "-->\n.. slug: ../evil",
        "\"\"\"\n'''\nx",
        "!ruby/object:Gem &a *a @x %x",
        "a\u{85}Title: b\u{2028}c\u{2029}d\u{b}e\u{c}f\u{1c}g",
        "\0\u{1b}[31m\u{7f}\u{fffe}\u{ffff}",
        "{{ 7*7 }}{% x %}{{< x >}}${x}",
        "[x](javascript:alert(1)) ![x](y) `z`",
        "]]><!-- --> <?php ?>",
        "\\\" \\u003c \\",
    ];

    fn active_post(site: &'static Site, text: &str) -> String {
        let hostile = Post {
            title: text.into(),
            authors: vec![text.into(), "Zoë".into()],
            tags: vec![text.into(), "tag".into()],
            categories: vec![text.into(), "news".into()],
            others: active_keys(text),
            ..post(site)
        };
        hostile.text(&[Block::Paragraph(vec![Inline::text(text)])])
    }

    /// Returns keys with the text in each kind of value. As a key, it would be refused.
    fn active_keys(text: &str) -> Table {
        let mut keys = Table::new();
        for key in [
            "subtitle", "category", "summary", "author", "status", "layout", "date",
        ] {
            keys.insert(key.to_owned(), text.into());
        }
        keys.insert(
            "list".to_owned(),
            toml::Value::Array(vec![text.into(), "a".into()]),
        );
        keys.insert(text.to_owned(), text.into());
        keys
    }

    /// Returns the lines of the front matter of such a post.
    fn active_lines(site: &'static Site, text: &str) -> Vec<String> {
        let post = active_post(site, text);
        let end = format!("\n{}\n", site.front_matter.syntax.close);
        let (head, _) = post.split_once(&end).expect("front matter");
        head.split('\n').map(str::to_owned).collect()
    }

    #[test]
    fn no_text_adds_a_line_to_front_matter_or_an_element_to_what_is_made_of_it() {
        for site in SITES {
            let plain = active_lines(site, "plain");
            for text in ACTIVE {
                let key = |line: &String| {
                    let line = line.trim_start_matches(".. ");
                    line.split([':', '=']).next().map(str::to_owned)
                };
                for line in &active_lines(site, text) {
                    let is_known = plain.iter().any(|like| key(like) == key(line));
                    assert!(is_known, "{} {line}", site.name);
                    let is_ours = plain.contains(line);
                    assert!(
                        is_ours || !line.contains(['<', '>']),
                        "{} {line}",
                        site.name
                    );
                    let acts = |letter: char| {
                        letter.is_control() || "\u{2028}\u{2029}\u{fffe}\u{ffff}".contains(letter)
                    };
                    assert!(!line.contains(acts), "{} {line:?}", site.name);
                }
            }
        }
    }

    #[test]
    fn front_matter_in_toml_is_read_back() {
        for site in [&HUGO, &ZOLA] {
            for text in ACTIVE {
                let post = active_post(site, text);
                let head = post.split("+++\n").nth(1).expect("front matter");
                let head: toml::Table = head.parse().expect("TOML");
                let title = head["title"].as_str().expect("a text");
                assert_eq!(title, sanitize::title(text));
                assert!(head["description"].is_str());
            }
        }
    }

    #[test]
    fn nothing_ends_an_attribute_where_a_theme_prints_what_it_gets() {
        for text in ACTIVE {
            let head = active_lines(&PELICAN, text).join("\n");
            assert!(!head.contains(['"', '\'', '<', '>']), "{head}");
            let (_, summary) = head.split_once("Summary: ").expect("a summary");
            let summary = summary.lines().next().unwrap_or_default();
            assert!(!summary.contains(['{', '[', '`', '*', '\\']), "{summary}");
            let head = active_lines(&JEKYLL, text);
            let author = head.iter().find_map(|line| line.strip_prefix("author: \""));
            let author = author.and_then(|rest| rest.strip_suffix('"'));
            let author = author.expect("an author");
            assert!(!author.contains(['\'', '<', '>']), "{author}");
            assert!(!author.contains("\\\""), "{author}");
        }
    }

    #[test]
    fn characters_that_xml_does_not_have_are_not_in_the_text_either() {
        for site in SITES {
            let post = active_post(site, "a\u{ffff}b\u{fffe}c");
            assert!(!post.contains(['\u{fffe}', '\u{ffff}']), "{post:?}");
        }
    }

    #[test]
    fn hugo_gets_braces_of_shortcodes_as_parameters_of_the_page() {
        let text = post(&HUGO).text(&parse("`{{< x >}}` and {{< y >}}"));
        assert!(text.contains("\nopen_angle = \"{{<\"\n+++\n"), "{text}");
        assert!(
            text.contains("\n`{{< param open_angle >}} x >}}` and &#123;&#123;&lt; y &gt;}}\n"),
            "{text}"
        );
        let text = post(&HUGO).text(&parse("`{{{ a }} {% b %} {{< c {{% d`"));
        assert!(
            text.contains(
                "`{{{ a }} {% b %} {{< param open_angle >}} c {{< param open_percent >}} d`"
            ),
            "{text}"
        );
    }

    #[test]
    fn hugo_does_not_cut_in_code() {
        let text = post(&HUGO).text(&parse_page("`<!--more-->`\n\n<!-- more -->\n\nEnd."));
        assert!(text.contains("\nmore_mark = \"<!--more-->\"\n"), "{text}");
        assert!(
            text.contains("\n`{{< param more_mark >}}`\n\n<!--more-->\n\nEnd.\n"),
            "{text}"
        );
    }

    #[test]
    fn only_the_date_in_a_path_makes_it_that_of_a_former_post() {
        let is_former = |site, path| post(site).may_be_at(path);
        assert!(is_former(&JEKYLL, "_posts/2017-03-01-hut-2017.md"));
        assert!(is_former(&NIKOLA, "posts/2016/12/hut-2017.md"));
        for (site, path) in [
            (&JEKYLL, "_posts/2017-03-01-other-hut-2017.md"),
            (&JEKYLL, "_posts/17-03-01-hut-2017.md"),
            (&JEKYLL, "_posts/2017-03-01-hut-2017.markdown"),
            (&NIKOLA, "posts/hut-2017.md"),
            (&NIKOLA, "posts/2016/12/31/hut-2017.md"),
            (&NIKOLA, "posts/2016/12/the-hut-2017.md"),
        ] {
            assert!(!is_former(site, path), "{path}");
        }
        assert_eq!(post(&HUGO).dated_folder(), None);
    }
}
