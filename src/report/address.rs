//! The addresses of links and pictures: which ones a report may contain, and how they are written.

use percent_encoding::percent_decode_str;

use crate::text::visible;

/// Why a picture with an impossible address is left out.
pub(super) const CANNOT_SHOW: &str = "is neither a web address nor a file in `photos/`";

/// Returns whether a link may have this target: the web, a mailbox, a part of the page, or a path that does not leave
/// the folder that it starts from.
pub(crate) fn may_link(to: &str) -> bool {
    let is_plain = visible(to) == to && !to.contains(char::is_whitespace) && !to.contains('\\');
    is_plain
        && match scheme(to).as_deref() {
            Some("http" | "https") => is_web(to),
            Some("mailto") => true,
            Some(_) => false,
            None => to.starts_with('#') || stays_inside(to),
        }
}

/// Returns whether a picture may come from there: from the web, or from such a path.
pub fn may_show(source: &str) -> bool {
    let is_web_or_path = matches!(scheme(source).as_deref(), None | Some("http" | "https"));
    is_web_or_path && !source.starts_with(['#', '?']) && may_link(source)
}

/// How often the characters of a path may be percent-encoded.
const MOST_DECODED: usize = 4;

fn scheme(to: &str) -> Option<String> {
    let start = to.split(['/', '?', '#']).next()?;
    let (scheme, _) = start.split_once(':')?;
    Some(scheme.to_lowercase())
}

/// Returns whether an address has a host. Browsers take one without a host for a path.
fn is_web(to: &str) -> bool {
    let host = to
        .split_once(':')
        .and_then(|(_, rest)| rest.strip_prefix("//"));
    host.is_some_and(|host| !host.is_empty() && !host.starts_with(['/', '?', '#', '\\']))
}

/// Returns whether a path never leaves its folder. It is decoded first, several times if necessary, since some servers
/// decode it more than once.
fn stays_inside(to: &str) -> bool {
    let mut path = to.split(['?', '#']).next().unwrap_or_default().to_owned();
    if path.is_empty() {
        return !to.is_empty();
    }
    for _ in 0..MOST_DECODED {
        let Ok(decoded) = percent_decode_str(&path).decode_utf8() else {
            return false;
        };
        path = decoded.into_owned();
    }
    if path.contains("%2") || path.contains("%5") {
        return false;
    }
    if path.starts_with('/') || path.contains(['\\', ':']) || path.contains(char::is_control) {
        return false;
    }
    let mut depth = 0_usize;
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => match depth.checked_sub(1) {
                Some(above) => depth = above,
                None => return false,
            },
            _ => depth += 1,
        }
    }
    true
}

/// Encodes everything in an address that ends a link or a tag.
pub(super) fn encoded(to: &str) -> String {
    let encode = |letter: char| match letter {
        '<' | '>' | '"' | '\'' | '\\' | '`' | '*' | '|' | ' ' => {
            format!("%{:02X}", u32::from(letter))
        }
        '{' | '}' | '[' | ']' => format!("%{:02X}", u32::from(letter)),
        letter => letter.to_string(),
    };
    to.chars().map(encode).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_go_to_the_web_a_mailbox_or_a_relative_path() {
        for to in [
            "http://x.y",
            "HTTPS://x.y/a:b",
            "mailto:a@b.org",
            "photos/a.png",
            "a?b=c:d",
            "a/../b",
            "100%25.png",
            "a/%2E%2e/b",
            "#part",
        ] {
            assert!(may_link(to), "{to}");
        }
        for to in [
            "javascript:alert(1)",
            "JavaScript:x",
            "data:text/html,x",
            "//evil.org",
            "",
            "file:///etc/passwd",
            "java\tscript:x",
            "\\\\host\\x",
            "/etc/passwd",
            "../x",
            "a/../../x",
            "./../x",
            "%2e%2e/x",
            ".%2E/x",
            "a%2f..%2f..%2fx",
            "%252e%252e/x",
            "%25252525252e%25252525252e/x",
            "..%5cx",
            "%2fetc/passwd",
            "%00",
            "%ff",
            "C%3a/x",
            "http:x",
            "http:/x",
            "https:///x",
            "http://",
        ] {
            assert!(!may_link(to), "{to}");
        }
    }
}
