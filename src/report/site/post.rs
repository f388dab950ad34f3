//! A post, as a site gets it.

use chrono::NaiveDate;

use super::super::document::Block;
use super::description::Site;
use super::front_matter::Fields;
use super::{sanitize, seal};

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

    /// Writes the file: front matter, text and seal. The title is only in the front matter, since the engine makes a heading
    /// of it.
    ///
    /// Nothing in the front matter is markup, wherever a theme prints it. It has a summary, so that no engine cuts one out of the
    /// text: half a code block may be anything.
    pub fn text(&self, document: &[Block]) -> String {
        let body: Vec<Block> = document
            .iter()
            .filter(|block| !matches!(block, Block::Heading(1, _)))
            .cloned()
            .collect();
        let summary = sanitize::summary(&body, [&self.title, &self.slug]);
        let body = sanitize::in_xml(&self.site.dialect.write(&body));
        let front_matter = self.site.front_matter.write(&self.fields(summary), &body);
        seal::sealed(&format!("{front_matter}\n{body}"))
    }

    /// Collects what may be shown of the post outside of its text.
    fn fields(&self, summary: String) -> Fields<'_> {
        let name = match self.site.escapes_names {
            true => sanitize::name,
            // Nothing may end an attribute.
            false => sanitize::title,
        };
        Fields {
            title: sanitize::title(&self.title),
            slug: &self.slug,
            date: self.date,
            authors: sanitize::names(&self.authors, name),
            tags: sanitize::names(&self.tags, name),
            summary,
        }
    }
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
    use super::super::super::parse::parse;
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
            ..post(site)
        };
        hostile.text(&[Block::Paragraph(vec![Inline::text(text)])])
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
                let seen = active_lines(site, text);
                assert_eq!(seen.len(), plain.len(), "{} {seen:#?}", site.name);
                for (line, like) in seen.iter().zip(&plain) {
                    let key = |line: &str| {
                        let line = line.trim_start_matches(".. ");
                        line.split([':', '=']).next().map(str::to_owned)
                    };
                    assert_eq!(key(line), key(like), "{} {text:?}", site.name);
                    let is_ours = line == like;
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
