//! Posts for static-site generators: front matter, Markdown as the engine reads it, and where everything lands.
//!
//! Names and places are those of each one's documentation:
//! Nikola <https://getnikola.com/handbook.html>, with `posts/YYYY/MM` as <https://github.com/pypy/pypy.org> has it;
//! Jekyll <https://jekyllrb.com/docs/posts/>; Hugo <https://gohugo.io/content-management/page-bundles/>;
//! Zola <https://www.getzola.org/documentation/content/overview/>; Pelican <https://docs.getpelican.com/en/stable/content.html>;
//! Eleventy <https://www.11ty.dev/docs/>, with `content/blog` as its starter has it.

use std::hash::Hasher;

use chrono::NaiveDate;
use fnv::FnvHasher;
use toml_writer::{ToTomlValue, TomlStringBuilder};

use super::document::Block;
use super::markdown::{Alt, Braces, Dialect, NestedCode, PARAMETERS};
use super::sanitize;

/// What the last line of a post begins with; behind it stands a hash of all before it.
const SEAL: &str = "<!-- sprint writes this anew until somebody edits it: ";

/// A static-site generator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what it is called")]
pub enum Site {
    Nikola,
    Jekyll,
    Hugo,
    Zola,
    Pelican,
    Eleventy,
}

/// What a site is told of a post, besides its text.
#[derive(Clone, Debug)]
pub struct Post {
    /// The site that it is for.
    pub site: Site,
    /// What it is called in addresses: letters, digits and hyphens.
    pub slug: String,
    /// Its day. No time stands with it, so that no time zone moves it to another day.
    pub date: NaiveDate,
    /// The title.
    pub title: String,
    /// Who signs.
    pub authors: Vec<String>,
    /// The tags.
    pub tags: Vec<String>,
}

/// Where a site keeps a post, from the site's folder.
struct PostPath {
    before: &'static str,
    /// How the date is written in the middle, for `chrono`; nothing if it is not.
    date: &'static str,
    after: String,
}

impl Post {
    /// Where the site keeps it, from the site's folder.
    pub fn path(&self) -> String {
        let PostPath {
            before,
            date,
            after,
        } = self.site.place_of(&self.slug);
        format!("{before}{}{after}", self.date.format(date))
    }

    /// The folder with posts that may be this one under another date; none if dates are not in its path.
    pub fn dated_folder(&self) -> Option<&'static str> {
        let place = self.site.place_of(&self.slug);
        (!place.date.is_empty()).then_some(place.before)
    }

    /// Whether a path, from the site's folder, is that of this post, under whatever date.
    pub fn may_be_at(&self, path: &str) -> bool {
        let place = self.site.place_of(&self.slug);
        let date = path
            .strip_prefix(place.before)
            .and_then(|rest| rest.strip_suffix(place.after.as_str()));
        let shape = |date: &str| date.replace(|letter: char| letter.is_ascii_digit(), "0");
        let own = self.date.format(place.date).to_string();
        date.is_some_and(|date| shape(date) == shape(&own))
    }

    /// Where the site keeps a picture of the post, from the site's folder.
    pub fn picture_path(&self, name: &str) -> String {
        let slug = &self.slug;
        match self.site {
            Site::Nikola => format!("images/{slug}/{name}"),
            Site::Jekyll => format!("assets/{slug}/{name}"),
            Site::Pelican => format!("content/images/{slug}/{name}"),
            Site::Hugo => format!("content/posts/{slug}/{name}"),
            Site::Zola | Site::Eleventy => format!("content/blog/{slug}/{name}"),
        }
    }

    /// How the text of the post names that picture.
    pub fn picture_address(&self, name: &str) -> String {
        let slug = &self.slug;
        match self.site {
            Site::Nikola => format!("/images/{slug}/{name}"),
            Site::Jekyll => format!("/assets/{slug}/{name}"),
            Site::Pelican => format!("{{static}}/images/{slug}/{name}"),
            Site::Hugo | Site::Zola | Site::Eleventy => name.to_owned(),
        }
    }

    /// The file: front matter, text and seal. The title stands only in the front matter, since the engine makes a heading
    /// of it.
    ///
    /// In the front matter nothing acts, wherever a theme puts it, and the summary is said, so that no engine cuts one
    /// from the text: half of a code block may be anything.
    pub fn text(&self, document: &[Block]) -> String {
        let body: Vec<Block> = document
            .iter()
            .filter(|block| !matches!(block, Block::Heading(1, _)))
            .cloned()
            .collect();
        let summary = sanitize::summary(&body, [&self.title, &self.slug]);
        let body = sanitize::in_xml(&self.site.dialect().write(&body));
        let front_matter = self.shown().front_matter(&summary, &body);
        sealed(&format!("{front_matter}\n{body}"))
    }

    /// The post with what its site may show of it outside of the text.
    fn shown(&self) -> Post {
        // Where the theme that an engine begins with prints them as they are, nothing may end an attribute.
        let name = match self.site {
            Site::Pelican | Site::Jekyll => sanitize::title,
            Site::Nikola | Site::Hugo | Site::Zola | Site::Eleventy => sanitize::name,
        };
        Post {
            title: sanitize::title(&self.title),
            authors: sanitize::names(&self.authors, name),
            tags: sanitize::names(&self.tags, name),
            ..self.clone()
        }
    }

    fn front_matter(&self, summary: &str, body: &str) -> String {
        let described = format!("description: {}", string(summary));
        match self.site {
            Site::Nikola => self.nikola(summary),
            Site::Jekyll => {
                let excerpt = format!("excerpt: {}", string(summary));
                self.yaml(&["layout: post"], &[&described, &excerpt])
            }
            Site::Hugo => self.hugo(summary, body),
            Site::Zola => self.zola(summary),
            Site::Pelican => self.pelican(summary),
            // Otherwise Liquid or Nunjucks would read the text before it is read as Markdown.
            Site::Eleventy => self.yaml(&[], &[&described, "templateEngineOverride: md"]),
        }
    }

    fn nikola(&self, summary: &str) -> String {
        let line = |name: &str, value: &str| format!(".. {name}: {value}\n");
        [
            "<!--\n".to_owned(),
            line("title", &self.title),
            line("slug", &self.slug),
            line("date", &self.date.to_string()),
            line("tags", &self.tags.join(", ")),
            line("author", &sanitize::row(&self.authors)),
            line("description", summary),
            line("type", "text"),
            "-->\n".to_owned(),
        ]
        .concat()
    }

    fn yaml(&self, first: &[&str], last: &[&str]) -> String {
        let mut lines: Vec<String> = first.iter().map(|line| (*line).to_owned()).collect();
        lines.push(format!("title: {}", string(&self.title)));
        lines.push(format!("date: {}", self.date));
        lines.extend(named_list("tags: ", &self.tags));
        if !self.authors.is_empty() {
            lines.push(format!("author: {}", string(&self.authors.join(", "))));
        }
        lines.extend(last.iter().map(|line| (*line).to_owned()));
        format!("---\n{}\n---\n", lines.join("\n"))
    }

    fn hugo(&self, summary: &str, body: &str) -> String {
        let mut lines = vec![
            format!("title = {}", string(&self.title)),
            format!("date = {}", self.date),
        ];
        lines.extend(named_list("tags = ", &self.tags));
        lines.extend(named_list("authors = ", &self.authors));
        lines.push(format!("description = {}", string(summary)));
        lines.push(format!("summary = {}", string(summary)));
        let used = PARAMETERS
            .iter()
            .filter(|parameter| body.contains(parameter.shortcode));
        lines.extend(
            used.map(|parameter| format!("{} = {}", parameter.name, string(parameter.text))),
        );
        format!("+++\n{}\n+++\n", lines.join("\n"))
    }

    fn zola(&self, summary: &str) -> String {
        let mut lines = vec![
            format!("title = {}", string(&self.title)),
            format!("date = {}", self.date),
        ];
        lines.push(format!("description = {}", string(summary)));
        lines.extend(named_list("authors = ", &self.authors));
        if let Some(tags) = named_list("tags = ", &self.tags) {
            lines.extend(["\n[taxonomies]".to_owned(), tags]);
        }
        format!("+++\n{}\n+++\n", lines.join("\n"))
    }

    fn pelican(&self, summary: &str) -> String {
        let mut lines = vec![
            format!("Title: {}", self.title),
            format!("Date: {}", self.date),
            format!("Slug: {}", self.slug),
        ];
        lines.extend(separated("Tags: ", &self.tags));
        lines.extend(separated("Authors: ", &self.authors));
        lines.push(format!("Summary: {summary}"));
        lines.join("\n") + "\n"
    }
}

impl Site {
    fn place_of(self, slug: &str) -> PostPath {
        let (before, date, after) = match self {
            Site::Nikola => ("posts/", "%Y/%m", format!("/{slug}.md")),
            Site::Jekyll => ("_posts/", "%Y-%m-%d", format!("-{slug}.md")),
            Site::Pelican => ("content/", "", format!("{slug}.md")),
            Site::Hugo => ("content/posts/", "", format!("{slug}/index.md")),
            Site::Zola | Site::Eleventy => ("content/blog/", "", format!("{slug}/index.md")),
        };
        PostPath {
            before,
            date,
            after,
        }
    }

    fn dialect(self) -> Dialect {
        let common_mark = Dialect {
            nested_code: NestedCode::Fenced,
            ..Dialect::PORTABLE
        };
        let other = Dialect {
            nested_code: NestedCode::Html,
            ..Dialect::PORTABLE
        };
        match self {
            Site::Nikola => Dialect {
                demotes: 1,
                braces: Braces::Html(&["{{%"]),
                ..other
            },
            Site::Jekyll => Dialect {
                braces: Braces::Liquid,
                ..other
            },
            Site::Pelican => Dialect {
                marker: "{static}",
                ..other
            },
            Site::Hugo => Dialect {
                braces: Braces::Shortcodes,
                alt: Alt::Words,
                ..common_mark
            },
            Site::Zola => Dialect {
                braces: Braces::Html(&["{{", "{%"]),
                ..common_mark
            },
            Site::Eleventy => Dialect {
                alt: Alt::Words,
                ..common_mark
            },
        }
    }
}

/// Whether a post is as it was written, so that it can be written anew from the log; line ends may have changed.
pub fn is_unedited(post: &[u8]) -> bool {
    let Ok(post) = str::from_utf8(post) else {
        return false;
    };
    let post = post.replace("\r\n", "\n");
    let text = post.rfind(SEAL).map(|seal| &post[..seal]);
    text.is_some_and(|text| sealed(text).trim_end() == post.trim_end())
}

/// A text with a last line that tells whether somebody edits it.
fn sealed(text: &str) -> String {
    let mut hasher = FnvHasher::default();
    hasher.write(text.trim_end().as_bytes());
    format!(
        "{}\n\n{SEAL}{:016x} -->\n",
        text.trim_end(),
        hasher.finish()
    )
}

/// A text in quotes, as TOML and YAML both read it.
fn string(text: &str) -> String {
    TomlStringBuilder::new(text).as_basic().to_toml_value()
}

/// A name and a list in brackets, as TOML and YAML both read it; none if there is nothing in it.
fn named_list(name: &str, texts: &[String]) -> Option<String> {
    if texts.is_empty() {
        return None;
    }
    let texts: Vec<String> = texts.iter().map(|text| string(text)).collect();
    Some(format!("{name}[{}]", texts.join(", ")))
}

/// A name and a list as Pelican separates it: at semicolons, and only where there are none at commas.
fn separated(name: &str, texts: &[String]) -> Option<String> {
    if texts.is_empty() {
        return None;
    }
    let texts: Vec<String> = texts.iter().map(|text| text.replace(';', ",")).collect();
    let end = if texts.len() == 1 && texts[0].contains(',') {
        ";"
    } else {
        ""
    };
    Some(format!("{name}{}{end}", texts.join("; ")))
}

#[cfg(test)]
mod tests {
    use super::super::document::Inline;
    use super::super::parse::parse;
    use super::*;

    const SITES: [Site; 6] = [
        Site::Nikola,
        Site::Jekyll,
        Site::Hugo,
        Site::Zola,
        Site::Pelican,
        Site::Eleventy,
    ];

    fn post(site: Site) -> Post {
        Post {
            site,
            slug: "hut-2017".into(),
            date: NaiveDate::from_ymd_opt(2017, 3, 4).expect("a day"),
            title: "\"A\" & <b> \\ {{ x }} --> é".into(),
            authors: vec!["Rigo, \"A\"".into()],
            tags: vec!["R&D <x>".into(), "c;d".into()],
        }
    }

    fn front_matter(site: Site) -> String {
        let text = post(site).text(&parse("Text."));
        text.split("\nText.").next().unwrap_or_default().to_owned()
    }

    #[test]
    fn front_matter_holds_every_character_that_does_not_act() {
        let title = "title: \"“A” & ‹b› \\\\ {{ x }} --› é\"\ndate: 2017-03-04\n";
        let (tags, author) = ("tags: [\"R&D ‹x›\", \"c;d\"]\n", "author: \"Rigo, “A”\"\n");
        let described = "description: \"Text.\"\n";
        assert_eq!(
            front_matter(Site::Jekyll),
            format!("---\nlayout: post\n{title}{tags}{author}{described}excerpt: \"Text.\"\n---\n")
        );
        let author = "author: \"Rigo, \\\"A\\\"\"\n";
        assert_eq!(
            front_matter(Site::Eleventy),
            format!("---\n{title}{tags}{author}{described}templateEngineOverride: md\n---\n")
        );
        let title = "title = \"“A” & ‹b› \\\\ {{ x }} --› é\"\ndate = 2017-03-04\n";
        let (tags, authors) = (
            "tags = [\"R&D ‹x›\", \"c;d\"]\n",
            "authors = [\"Rigo, \\\"A\\\"\"]\n",
        );
        let described = "description = \"Text.\"\n";
        assert_eq!(
            front_matter(Site::Hugo),
            format!("+++\n{title}{tags}{authors}{described}summary = \"Text.\"\n+++\n")
        );
        assert_eq!(
            front_matter(Site::Zola),
            format!("+++\n{title}{described}{authors}\n[taxonomies]\n{tags}+++\n")
        );
        assert_eq!(
            front_matter(Site::Nikola),
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
            front_matter(Site::Pelican),
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

    fn active_post(site: Site, text: &str) -> String {
        let hostile = Post {
            title: text.into(),
            authors: vec![text.into(), "Zoë".into()],
            tags: vec![text.into(), "tag".into()],
            ..post(site)
        };
        hostile.text(&[Block::Paragraph(vec![Inline::text(text)])])
    }

    /// The lines of the front matter of such a post.
    fn active_lines(site: Site, text: &str) -> Vec<String> {
        let post = active_post(site, text);
        let behind = match site {
            Site::Nikola => "-->\n\n",
            Site::Hugo | Site::Zola => "\n+++\n\n",
            Site::Jekyll | Site::Eleventy => "\n---\n\n",
            Site::Pelican => "\n\n",
        };
        let (head, _) = post.split_once(behind).expect("front matter");
        head.split('\n').map(str::to_owned).collect()
    }

    #[test]
    fn no_text_adds_a_line_to_front_matter_or_an_element_to_what_is_made_of_it() {
        for site in SITES {
            let plain = active_lines(site, "plain");
            for text in ACTIVE {
                let seen = active_lines(site, text);
                assert_eq!(seen.len(), plain.len(), "{site:?} {seen:#?}");
                for (line, like) in seen.iter().zip(&plain) {
                    let key = |line: &str| {
                        let line = line.trim_start_matches(".. ");
                        line.split([':', '=']).next().map(str::to_owned)
                    };
                    assert_eq!(key(line), key(like), "{site:?} {text:?}");
                    let is_ours = line == like;
                    assert!(is_ours || !line.contains(['<', '>']), "{site:?} {line}");
                    let acts = |letter: char| {
                        letter.is_control() || "\u{2028}\u{2029}\u{fffe}\u{ffff}".contains(letter)
                    };
                    assert!(!line.contains(acts), "{site:?} {line:?}");
                }
            }
        }
    }

    #[test]
    fn front_matter_in_toml_is_read_back() {
        for site in [Site::Hugo, Site::Zola] {
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
            let head = active_lines(Site::Pelican, text).join("\n");
            assert!(!head.contains(['"', '\'', '<', '>']), "{head}");
            let (_, summary) = head.split_once("Summary: ").expect("a summary");
            assert!(!summary.contains(['{', '[', '`', '*', '\\']), "{summary}");
            let head = active_lines(Site::Jekyll, text);
            let author = head.iter().find_map(|line| line.strip_prefix("author: \""));
            let author = author.and_then(|rest| rest.strip_suffix('"'));
            let author = author.expect("an author");
            assert!(!author.contains(['\'', '<', '>']), "{author}");
            assert!(!author.contains("\\\""), "{author}");
        }
    }

    #[test]
    fn what_is_no_character_of_xml_is_not_in_the_text_either() {
        for site in SITES {
            let post = active_post(site, "a\u{ffff}b\u{fffe}c");
            assert!(!post.contains(['\u{fffe}', '\u{ffff}']), "{post:?}");
        }
    }

    #[test]
    fn hugo_gets_braces_of_shortcodes_as_parameters_of_the_page() {
        let text = post(Site::Hugo).text(&parse("`{{< x >}}` and {{< y >}}"));
        assert!(text.contains("\nopen_angle = \"{{<\"\n+++\n"), "{text}");
        assert!(
            text.contains("\n`{{< param open_angle >}} x >}}` and &#123;&#123;&lt; y &gt;}}\n"),
            "{text}"
        );
    }

    #[test]
    fn only_the_date_in_a_path_makes_it_that_of_a_former_post() {
        let is_former = |site, path| post(site).may_be_at(path);
        assert!(is_former(Site::Jekyll, "_posts/2017-03-01-hut-2017.md"));
        assert!(is_former(Site::Nikola, "posts/2016/12/hut-2017.md"));
        for (site, path) in [
            (Site::Jekyll, "_posts/2017-03-01-other-hut-2017.md"),
            (Site::Jekyll, "_posts/17-03-01-hut-2017.md"),
            (Site::Jekyll, "_posts/2017-03-01-hut-2017.markdown"),
            (Site::Nikola, "posts/hut-2017.md"),
            (Site::Nikola, "posts/2016/12/31/hut-2017.md"),
            (Site::Nikola, "posts/2016/12/the-hut-2017.md"),
        ] {
            assert!(!is_former(site, path), "{path}");
        }
        assert_eq!(post(Site::Hugo).dated_folder(), None);
    }

    #[test]
    fn a_post_is_edited_when_anything_but_its_line_ends_is() {
        let text = post(Site::Pelican).text(&parse("Text."));
        for same in [text.clone(), text.replace('\n', "\r\n"), text.trim().into()] {
            assert!(is_unedited(same.as_bytes()), "{same}");
        }
        for other in [
            text.replace("Text", "text"),
            format!("{text}More."),
            text.replace("Title", "Titel"),
            "Text.".to_owned(),
            text[..text.len() - 6].to_owned(),
        ] {
            assert!(!is_unedited(other.as_bytes()), "{other}");
        }
        assert!(!is_unedited(b"\xff"));
    }
}
