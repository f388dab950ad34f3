//! Bare web addresses in a text.

use std::ops::Range;

/// The signs at the end of an address that belong to the sentence.
const AFTER_ADDRESS: &str = "?!.,:;'”’»…";

/// Finds the bare web addresses in a text.
pub(crate) fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (start, _) in text.match_indices("http") {
        let is_inside = found.last().is_some_and(|last| start < last.end);
        if !is_inside && let Some(length) = length_of_address(&text[..start], &text[start..]) {
            found.push(start..start + length);
        }
    }
    found
}

/// Finds how long the bare web address is that a text begins with, after `before`; `None` if there is none. What belongs to
/// the sentence around it does not count, as in GitHub's Markdown: marks at its end, brackets that it does not open and
/// emphasis that it does not begin. <https://github.github.com/gfm/#autolinks-extension->
pub(crate) fn length_of_address(before: &str, text: &str) -> Option<usize> {
    let mut schemes = ["http://", "https://"].into_iter();
    let scheme = schemes.find(|scheme| text.starts_with(scheme))?;
    let is_in_word = before.ends_with(char::is_alphanumeric);
    if is_in_word || !text[scheme.len()..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let mut address = &text[..end_of_word(text)];
    let mut opened = address.matches('(').count();
    let mut closed = address.matches(')').count();
    loop {
        let last = address.chars().next_back()?;
        let shorter = &address[..address.len() - last.len_utf8()];
        let word = shorter.trim_end_matches(|letter: char| letter.is_ascii_alphanumeric());
        address = match last {
            // A reference to a character, such as `&lt;`.
            ';' if word.len() < shorter.len() && word.ends_with('&') => &word[..word.len() - 1],
            '*' | '_' | '~' if !closes_emphasis(address, last) => address.trim_end_matches(last),
            ')' if closed > opened => {
                closed -= 1;
                shorter
            }
            '(' => {
                opened -= 1;
                shorter
            }
            '[' | '{' => shorter,
            last if AFTER_ADDRESS.contains(last) => shorter,
            _ => return Some(address.len()),
        };
    }
}

/// Finds the first sign that cannot be part of an address: a blank, a delimiter or a bracket that the text does not open.
fn end_of_word(text: &str) -> usize {
    let (mut square, mut curly) = (0_usize, 0_usize);
    let closes = |depth: &mut usize| match depth.checked_sub(1) {
        Some(less) => {
            *depth = less;
            false
        }
        None => true,
    };
    let is_outside = |letter: char| match letter {
        '[' => {
            square += 1;
            false
        }
        '{' => {
            curly += 1;
            false
        }
        ']' => closes(&mut square),
        '}' => closes(&mut curly),
        _ => letter.is_whitespace() || letter.is_control() || "<>\"|`".contains(letter),
    };
    text.find(is_outside).unwrap_or(text.len())
}

/// Returns whether the stars or underscores at the end of an address belong to others in it that begin a word, as in
/// `?b=**c**` and `/__init__`.
fn closes_emphasis(address: &str, sign: char) -> bool {
    let rest = address.trim_end_matches(sign);
    let run = &address[rest.len()..];
    rest.match_indices(run).any(|(start, _)| {
        let before = rest[..start].chars().next_back();
        before.is_some_and(|before| !before.is_alphanumeric() && before != sign)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_address_ends_where_the_sentence_goes_on() {
        for (text, address) in [
            ("https://x.y", "https://x.y"),
            ("http://localhost:8000/ is", "http://localhost:8000/"),
            ("https://x.y/a/__init__.py.", "https://x.y/a/__init__.py"),
            ("https://x.y/*star*/ and", "https://x.y/*star*/"),
            ("https://x.y/?b=**c**!", "https://x.y/?b=**c**"),
            ("https://x.y/__init__", "https://x.y/__init__"),
            ("https://x.y/a**", "https://x.y/a"),
            ("https://x.y/a_b_", "https://x.y/a_b"),
            ("https://x.y/a_(b)_c)", "https://x.y/a_(b)_c"),
            ("https://x.y/a),", "https://x.y/a"),
            ("https://x.y/a)b", "https://x.y/a)b"),
            ("https://x.y/a](b)", "https://x.y/a"),
            ("https://x.y/[a](b)", "https://x.y/[a](b)"),
            ("https://x.y/?a=1&lt;", "https://x.y/?a=1"),
            ("https://x.y/a;b;", "https://x.y/a;b"),
            ("https://x.y/é”", "https://x.y/é"),
            ("https://x.y/a?!...", "https://x.y/a"),
            ("https://x.y|z", "https://x.y"),
            ("https://x.y/(((", "https://x.y/"),
        ] {
            assert_eq!(length_of_address("(", text), Some(address.len()), "{text}");
        }
        for (before, text) in [
            ("x", "http://x.y"),
            ("", "http:///a"),
            ("", "ftp://x.y"),
            ("", "https://"),
        ] {
            assert_eq!(length_of_address(before, text), None, "{text}");
        }
    }
}
