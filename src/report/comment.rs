//! Comments: harmless in every engine, except the mark at which engines cut a post.

/// What a comment consists of where engines cut a post: those of Hugo, Zola, Jekyll and WordPress, of Nikola, and of Eleventy.
/// <https://gohugo.io/content-management/summaries/> <https://getnikola.com/handbook.html#teasers>
/// <https://www.11ty.dev/docs/data-frontmatter-customize/>
const TEASERS: [&str; 3] = ["more", "teaser_end", "excerpt"];

/// Returns whether a comment is the mark at which engines cut a post.
pub(super) fn is_teaser(text: &str) -> bool {
    TEASERS.contains(&text.trim().to_lowercase().as_str())
}

/// Writes a comment in HTML or Markdown. A mark at which engines cut a post stays as it is, with its blanks.
///
/// In any other, nothing ends the comment, begins a template or a shortcode, or is found by a search for tags. The blank at its
/// beginning keeps servers from taking it for a command, as in `<!--#include`.
pub(super) fn comment(text: &str) -> String {
    if is_teaser(text) {
        return format!("<!--{text}-->");
    }
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '{' => escaped.push_str("&#123;"),
            '-' if escaped.ends_with('-') => escaped.push_str(" -"),
            letter => escaped.push(letter),
        }
    }
    // Blocks of WordPress are comments.
    let start = escaped.trim_start_matches([' ', '\n', '/']);
    if start.starts_with("wp:") {
        let colon = escaped.len() - start.len() + 2;
        escaped.replace_range(colon..=colon, "&#58;");
    }
    format!("<!-- {escaped} -->")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_cannot_be_ended_from_inside_and_is_no_template() {
        for (text, written) in [
            ("a --> b", "<!-- a - -&gt; b -->"),
            ("--->", "<!-- - - -&gt; -->"),
            ("--!> <!--", "<!-- - -!&gt; &lt;!- - -->"),
            ("-", "<!-- - -->"),
            ("{{ a }} {% b %}", "<!-- &#123;&#123; a }} &#123;% b %} -->"),
            ("#exec cmd=\"a\"", "<!-- #exec cmd=\"a\" -->"),
            ("wp:rss {\"a\":1} /", "<!-- wp&#58;rss &#123;\"a\":1} / -->"),
            ("/wp:html", "<!-- /wp&#58;html -->"),
        ] {
            assert_eq!(comment(text), written);
        }
    }

    #[test]
    fn a_mark_at_which_engines_cut_stays() {
        for text in ["more", " more ", " TEASER_END ", " excerpt "] {
            assert_eq!(comment(text), format!("<!--{text}-->"));
        }
        assert_eq!(comment("more of this"), "<!-- more of this -->");
    }
}
