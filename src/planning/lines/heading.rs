//! Lines that are headings by themselves.

/// Reads a heading in Markdown: its level and its words.
pub fn hashes(text: &str) -> Option<(usize, &str)> {
    let words = text.trim_start_matches('#');
    let level = text.len() - words.len();
    if !(1..=6).contains(&level) || !(words.is_empty() || words.starts_with(' ')) {
        return None;
    }
    let words = words.trim();
    let open = words.trim_end_matches('#');
    let is_closed = open.is_empty() || open.ends_with(' ');
    Some((level, if is_closed { open.trim_end() } else { words }))
}

/// Reads a line that is bold as a whole, with or without a colon at the end.
pub fn bold(text: &str) -> Option<String> {
    let (text, colon) = match text.strip_suffix(':') {
        Some(text) => (text, ":"),
        None => (text, ""),
    };
    let inside = ["**", "__", "*"].iter().find_map(|stars| {
        let inside = text.strip_prefix(stars)?.strip_suffix(stars)?;
        (!inside.contains(stars) && inside.contains(char::is_alphanumeric)).then_some(inside)
    })?;
    let is_tight = !inside.starts_with([' ', '*', '_']) && !inside.ends_with([' ', '*', '_']);
    is_tight.then(|| format!("{inside}{colon}"))
}

/// Reads a heading of a wiki, of Textile or of AsciiDoc: `== Core ==`, `h2. Core`, `== Core`.
pub fn wiki(text: &str) -> Option<(usize, &str)> {
    const LEVELS: std::ops::RangeInclusive<usize> = 1..=6;
    if let Some((level, words)) = text
        .strip_prefix('h')
        .and_then(|rest| rest.split_once(". "))
    {
        let level = level.parse().ok().filter(|level| LEVELS.contains(level))?;
        return Some((level, words.trim()));
    }
    let words = text.trim_start_matches('=');
    let level = text.len() - words.len();
    if !LEVELS.contains(&level) {
        return None;
    }
    let open = words.trim_end_matches('=');
    let is_closed = words.len() - open.len() == level;
    let is_open = open.len() == words.len() && level > 1 && words.starts_with(' ');
    let has_words = open.contains(char::is_alphanumeric) && !open.contains("==");
    ((is_closed || is_open) && has_words).then(|| (level, open.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_wikis_have_their_level_and_words() {
        for (text, expected) in [
            ("== Core ==", (2, "Core")),
            ("=Core=", (1, "Core")),
            ("=== The new parser ===", (3, "The new parser")),
            ("== Core", (2, "Core")),
            ("h2. Core", (2, "Core")),
            ("h1. Sprint in Bern", (1, "Sprint in Bern")),
        ] {
            assert_eq!(wiki(text), Some(expected), "{text}");
        }
        for text in [
            "= 5",
            "== 5 =",
            "==",
            "=> x",
            "h7. x",
            "h2.5 x",
            "a == b",
            "== a == b",
            "x",
            "h. x",
        ] {
            assert_eq!(wiki(text), None, "{text}");
        }
    }

    #[test]
    fn a_line_that_is_bold_as_a_whole_is_a_heading() {
        for text in ["**Core**", "__Core__", "*Core*"] {
            assert_eq!(bold(text).as_deref(), Some("Core"), "{text}");
        }
        assert_eq!(bold("*Core*:").as_deref(), Some("Core:"));
        for text in ["* Core *", "*now* or *then*", "*.*", "Core*", "**"] {
            assert_eq!(bold(text), None, "{text}");
        }
    }
}
