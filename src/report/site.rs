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
use crate::visible::visible;

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
    pub fn text(&self, document: &[Block]) -> String {
        let body: Vec<Block> = document
            .iter()
            .filter(|block| !matches!(block, Block::Heading(1, _)))
            .cloned()
            .collect();
        let body = self.site.dialect().write(&body);
        sealed(&format!("{}\n{body}", self.front_matter(&body)))
    }

    fn front_matter(&self, body: &str) -> String {
        match self.site {
            Site::Nikola => self.nikola(),
            Site::Jekyll => self.yaml(&["layout: post"], &[]),
            Site::Hugo => self.hugo(body),
            Site::Zola => self.zola(),
            Site::Pelican => self.pelican(),
            // Otherwise Liquid or Nunjucks would read the text before it is read as Markdown.
            Site::Eleventy => self.yaml(&[], &["templateEngineOverride: md"]),
        }
    }

    fn nikola(&self) -> String {
        let line = |name: &str, value: &str| format!(".. {name}: {}\n", visible(value));
        [
            "<!--\n".to_owned(),
            line("title", &self.title),
            line("slug", &self.slug),
            line("date", &self.date.to_string()),
            line("tags", &self.tags.join(", ")),
            line("author", &self.authors.join(", ")),
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

    fn hugo(&self, body: &str) -> String {
        let mut lines = vec![
            format!("title = {}", string(&self.title)),
            format!("date = {}", self.date),
        ];
        lines.extend(named_list("tags = ", &self.tags));
        lines.extend(named_list("authors = ", &self.authors));
        let used = PARAMETERS
            .iter()
            .filter(|parameter| body.contains(parameter.shortcode));
        lines.extend(
            used.map(|parameter| format!("{} = {}", parameter.name, string(parameter.text))),
        );
        format!("+++\n{}\n+++\n", lines.join("\n"))
    }

    fn zola(&self) -> String {
        let mut lines = vec![
            format!("title = {}", string(&self.title)),
            format!("date = {}", self.date),
        ];
        lines.extend(named_list("authors = ", &self.authors));
        if let Some(tags) = named_list("tags = ", &self.tags) {
            lines.extend(["\n[taxonomies]".to_owned(), tags]);
        }
        format!("+++\n{}\n+++\n", lines.join("\n"))
    }

    fn pelican(&self) -> String {
        let mut lines = vec![
            format!("Title: {}", html(&self.title)),
            format!("Date: {}", self.date),
            format!("Slug: {}", self.slug),
        ];
        lines.extend(separated("Tags: ", &self.tags));
        lines.extend(separated("Authors: ", &self.authors));
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
    TomlStringBuilder::new(&visible(text))
        .as_basic()
        .to_toml_value()
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
    let texts: Vec<String> = texts.iter().map(|text| html_name(text)).collect();
    let end = if texts.len() == 1 && texts[0].contains(',') {
        ";"
    } else {
        ""
    };
    Some(format!("{name}{}{end}", texts.join("; ")))
}

/// A name as HTML without semicolons, which HTML itself does not insist on behind these references.
fn html_name(name: &str) -> String {
    let name = visible(name).replace(';', ",");
    let mut rest = name.split('&');
    let mut html = rest.next().unwrap_or_default().to_owned();
    for part in rest {
        let is_reference =
            part.starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '#');
        html.push_str(if is_reference { "&amp" } else { "&" });
        html.push_str(part);
    }
    html.replace('<', "&lt")
}

/// A text as HTML, which is what Pelican's themes take titles and names for.
fn html(text: &str) -> String {
    visible(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

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
    fn front_matter_holds_every_character() {
        let yaml = r#"title: "\"A\" & <b> \\ {{ x }} --> é"
date: 2017-03-04
tags: ["R&D <x>", "c;d"]
author: "Rigo, \"A\""
"#;
        let toml = r#"title = "\"A\" & <b> \\ {{ x }} --> é"
date = 2017-03-04
"#;
        let (tags, authors) = (
            "tags = [\"R&D <x>\", \"c;d\"]\n",
            "authors = [\"Rigo, \\\"A\\\"\"]\n",
        );
        assert_eq!(
            front_matter(Site::Jekyll),
            format!("---\nlayout: post\n{yaml}---\n")
        );
        assert_eq!(
            front_matter(Site::Eleventy),
            format!("---\n{yaml}templateEngineOverride: md\n---\n")
        );
        assert_eq!(
            front_matter(Site::Hugo),
            format!("+++\n{toml}{tags}{authors}+++\n")
        );
        assert_eq!(
            front_matter(Site::Zola),
            format!("+++\n{toml}{authors}\n[taxonomies]\n{tags}+++\n")
        );
        assert_eq!(
            front_matter(Site::Nikola),
            r#"<!--
.. title: "A" & <b> \ {{ x }} --> é
.. slug: hut-2017
.. date: 2017-03-04
.. tags: R&D <x>, c;d
.. author: Rigo, "A"
.. type: text
-->
"#
        );
        assert_eq!(
            front_matter(Site::Pelican),
            r#"Title: "A" &amp; &lt;b&gt; \ {{ x }} --&gt; é
Date: 2017-03-04
Slug: hut-2017
Tags: R&ampD &ltx>; c,d
Authors: Rigo, "A";
"#
        );
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
