//! Signs and boxes before the words of a line.

use crate::domain::is_wordless;
use crate::planning::status::{sign_as_box, sign_in_box};

/// Signs of bullets.
const BULLETS: &str = "-*+–—→";

/// Signs of bullets that no word begins with, so that no blank is needed.
const ROUND: &str = "•●▪‣◦∙⁃■►➤○";

/// Reads the sign of a bullet; returns it and what stands behind it.
pub fn sign(text: &str, has_o: bool) -> Option<(char, &str)> {
    let first = text.chars().next()?;
    let behind = &text[first.len_utf8()..];
    let (sign, behind) = if ROUND.contains(first) {
        return Some((first, behind.trim_start()));
    } else if let Some(behind) = text.strip_prefix("->").or(text.strip_prefix("=>")) {
        ('→', behind)
    } else if let Some(behind) = text.strip_prefix("(-") {
        ('-', behind)
    } else if BULLETS.contains(first) || (has_o && first == 'o') {
        (if "–—".contains(first) { '-' } else { first }, behind)
    } else if let Some(behind) = text.strip_prefix("#.").or(text.strip_prefix("#)")) {
        // What reStructuredText counts.
        ('1', behind)
    } else {
        let behind = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let digits = text.len() - behind.len();
        let behind = behind.strip_prefix(['.', ')'])?;
        // A longer one is the year that ends a sentence.
        ((1..=3).contains(&digits)).then_some(('1', behind))?
    };
    (behind.is_empty() || behind.starts_with(' ')).then(|| (sign, behind.trim_start()))
}

/// Reads a box; returns what is in it and what stands behind it.
pub fn checkbox(text: &str) -> Option<(char, &str)> {
    let (inside, behind) = match text.strip_prefix('[') {
        Some(behind) => {
            let (inside, behind) = behind.split_once(']')?;
            (in_box(inside.trim(), behind.starts_with(" #"))?, behind)
        }
        None => {
            let sign = text.chars().next()?;
            let inside = sign_as_box(sign)?;
            let behind = &text[sign.len_utf8()..];
            let behind = behind.strip_prefix('\u{fe0f}').unwrap_or(behind);
            return Some((inside, behind.trim_start()));
        }
    };
    (behind.is_empty() || behind.starts_with([' ', '#'])).then(|| (inside, behind.trim_start()))
}

/// Reads a box in brackets that stands behind something else; returns what is in it and what stands behind it.
pub fn box_in_front(text: &str) -> Option<(char, &str)> {
    let (inside, behind) = checkbox(text).filter(|_| text.starts_with('['))?;
    is_known_sign(inside).then_some((inside, behind))
}

/// Returns what a box says by the sign in it. One that nobody knows stands for itself. A digit is one only before a number.
fn in_box(inside: &str, is_before_number: bool) -> Option<char> {
    const LONGEST: usize = 3;
    let inside = inside.trim_end_matches('\u{fe0f}');
    let mut letters = inside.chars();
    match (letters.next(), letters.next()) {
        (None, _) => Some(' '),
        (Some('X'), None) => Some('x'),
        (Some(sign), None) => {
            let is_box = is_before_number || !sign.is_numeric();
            sign_in_box(sign).or(is_box.then_some(sign))
        }
        (Some(_), Some(_)) => {
            let is_sign = is_wordless(inside) && inside.chars().count() <= LONGEST;
            is_sign.then_some('?')
        }
    }
}

/// Returns whether a sign in a box says something.
pub fn is_known_sign(checkbox: char) -> bool {
    " x-~/".contains(checkbox)
}

/// Removes the backslashes that editors put before the signs with which a line begins: those of `\- \[ \] \#12`, `\#\# Docs`, `1\. x`.
pub fn unescaped(text: &str) -> Option<String> {
    if !text.contains('\\') {
        return None;
    }
    if let Some(heading) = heading(text) {
        return Some(heading);
    }
    let digits = text.len()
        - text
            .trim_start_matches(|sign: char| sign.is_ascii_digit())
            .len();
    let (front, rest) = text.split_at(digits);
    let is_sign = |rest: &&str| match digits {
        0 => rest.starts_with(['-', '*', '+']),
        _ => rest.starts_with(['.', ')']),
    };
    let behind = rest.strip_prefix('\\').filter(is_sign);
    let behind = behind.filter(|behind| behind[1..].starts_with(' '));
    let plain = front.to_owned() + behind.unwrap_or(rest);
    // The box, behind a sign or alone.
    let start = sign(&plain, false).map_or(0, |(_, words)| plain.len() - words.len());
    let words = &plain[start..];
    let inside = words.strip_prefix("\\[").or(words.strip_prefix('['));
    let cut = inside.and_then(|inside| inside.split_once(']'));
    if let Some((inside, after)) = cut {
        let inside = inside.strip_suffix('\\').unwrap_or(inside);
        if inside.chars().count() < 2 {
            return Some(format!("{}[{inside}]{after}", &plain[..start]));
        }
    }
    (plain != text).then_some(plain)
}

/// Removes the backslashes before the signs of a heading.
fn heading(text: &str) -> Option<String> {
    let mut level = 0;
    let mut rest = text;
    while let Some(after) = rest.strip_prefix("\\#").or(rest.strip_prefix('#')) {
        level += 1;
        rest = after;
    }
    (level > 0 && rest.starts_with(' ')).then(|| "#".repeat(level) + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_at_the_beginning_of_a_line_may_be_escaped() {
        for (text, expected) in [
            (r"- \[ \] \#4 fix \*it\*", r"- [ ] \#4 fix \*it\*"),
            (r"\- \[x\] fix it", "- [x] fix it"),
            (r"\* fix it", "* fix it"),
            (r"1\. fix it", "1. fix it"),
            (r"\[ \] fix it", "[ ] fix it"),
            (r"\#\# Docs", "## Docs"),
        ] {
            assert_eq!(unescaped(text).as_deref(), Some(expected));
        }
        for text in [
            r"\#4 fix it",
            r"\_\_init\_\_ is slow",
            r"print \n",
            r"\-x",
            r"\",
        ] {
            assert_eq!(unescaped(text), None);
        }
    }

    #[test]
    fn a_box_may_have_a_sign_that_nobody_knows() {
        assert_eq!(checkbox("[1] #6 release"), Some(('1', "#6 release")));
        assert_eq!(checkbox("[1] release"), None);
        for (text, sign) in [
            ("[?] release", '?'),
            ("[v] release", 'v'),
            ("[*] release", '*'),
            ("[!!] release", '?'),
            ("[✅] release", 'x'),
        ] {
            assert_eq!(checkbox(text), Some((sign, "release")));
        }
        assert_eq!(checkbox("[ok] release"), None);
    }
}
