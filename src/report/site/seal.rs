//! The last line of a post that is a file, which shows whether somebody has edited the post.

use std::hash::Hasher;

use fnv::FnvHasher;

/// What the line says; a hash of all before it follows.
const SEAL: &str = "sprint writes this anew until somebody edits it: ";

/// How a format writes a comment of one line.
#[derive(Clone, Copy, Debug)]
pub enum CommentLine {
    /// As in Markdown and HTML.
    Html,
    /// As in reStructuredText.
    Rst,
}

impl CommentLine {
    fn signs(self) -> (&'static str, &'static str) {
        match self {
            CommentLine::Html => ("<!-- ", " -->"),
            CommentLine::Rst => (".. ", ""),
        }
    }
}

/// Returns whether a post is as it was written, so that it can be replaced. Line ends may have changed.
pub(crate) fn is_unedited(post: &[u8]) -> bool {
    let Ok(post) = str::from_utf8(post) else {
        return false;
    };
    let post = post.replace("\r\n", "\n");
    [CommentLine::Html, CommentLine::Rst]
        .into_iter()
        .any(|line| {
            let seal = format!("{}{SEAL}", line.signs().0);
            let text = post.rfind(&seal).map(|seal| &post[..seal]);
            text.is_some_and(|text| sealed(text, line).trim_end() == post.trim_end())
        })
}

/// Adds the line.
pub(crate) fn sealed(text: &str, line: CommentLine) -> String {
    let (open, close) = line.signs();
    let mut hasher = FnvHasher::default();
    hasher.write(text.trim_end().as_bytes());
    format!(
        "{}\n\n{open}{SEAL}{:016x}{close}\n",
        text.trim_end(),
        hasher.finish()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_is_edited_when_anything_but_its_line_ends_is() {
        let text = sealed("Title: A\n\nText.", CommentLine::Html);
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
