//! Titles as they begin and end sentences, and sentences made of several.

use super::document::{Inline, is_address_of, plain, push_inline};

/// Names that their owners write in lower case, of which the spelling does not tell.
const IN_LOWER_CASE: [&str; 31] = [
    "apt",
    "bash",
    "conda",
    "cpyext",
    "ctypes",
    "curl",
    "distutils",
    "docker",
    "git",
    "hypothesis",
    "malloc",
    "matplotlib",
    "mypy",
    "numpy",
    "pandas",
    "pip",
    "printf",
    "pygame",
    "pypy",
    "pytest",
    "ruff",
    "rustc",
    "scipy",
    "setuptools",
    "sphinx",
    "strace",
    "sudo",
    "systemd",
    "tox",
    "valgrind",
    "zlib",
];

/// Gives a title a capital letter, unless its first word is written as it is: code, an address, a name such as `iOS`, `printf`,
/// `__init__`, `-O2` or `gcc`.
pub(super) fn capitalized(mut title: Vec<Inline>) -> Vec<Inline> {
    capitalize(&mut title);
    title
}

fn capitalize(title: &mut [Inline]) {
    let is_alone = match title.get(1) {
        None => true,
        Some(Inline::Text(text)) => text.starts_with(char::is_whitespace),
        Some(_) => false,
    };
    match title.first_mut() {
        Some(Inline::Text(text)) if is_alone || text.contains(char::is_whitespace) => {
            *text = capitalized_text(text);
        }
        // What follows without a blank may belong to the word.
        Some(Inline::Text(text)) if text.ends_with([',', ';', ':']) => {
            *text = capitalized_text(text)
        }
        Some(Inline::Emphasis(inner) | Inline::Strong(inner)) => capitalize(inner),
        Some(Inline::Link { to, text }) if !is_address_of(to, text) => capitalize(text),
        _ => {}
    }
}

fn capitalized_text(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if !is_name(text) => first.to_uppercase().to_string() + letters.as_str(),
        _ => text.to_owned(),
    }
}

/// Returns whether the first word of a text is not a word of plain English: it has something else than small letters, or no vowel, or it
/// is a well-known name.
fn is_name(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or_default();
    let word = word.trim_end_matches([',', ';', ':', '.', '!', '?', ')', '"', '”', '’', '\'']);
    let word = word
        .strip_suffix("'s")
        .or(word.strip_suffix("’s"))
        .unwrap_or(word);
    let is_plain = |letter: char| letter.is_lowercase() || "-'’/".contains(letter);
    let is_vowel = |letter: char| "aeiouyäöüéèàáíóúåøæ".contains(letter);
    let is_latin = word.is_ascii();
    !word.starts_with(char::is_lowercase)
        || !word.chars().all(is_plain)
        || is_latin && !word.contains(is_vowel)
        || IN_LOWER_CASE.contains(&word)
}

/// Ends a title with a full stop, unless it ends with another sign.
pub(super) fn with_stop(mut title: Vec<Inline>) -> Vec<Inline> {
    if !ends_itself(&title) {
        push_inline(&mut title, Inline::text("."));
    }
    title
}

/// Returns whether a line ends with a sign after which nothing else is needed, or with a smiley.
pub(super) fn ends_itself(line: &[Inline]) -> bool {
    let text = plain(line);
    let text = text.trim_end().trim_end_matches(['"', '”', '’', '»', '\'']);
    text.is_empty()
        || text.ends_with(['.', '?', '!', ':', ';', '…'])
        || [":)", ":-)", ";)", ";-)", ":D"]
            .iter()
            .any(|smiley| text.ends_with(smiley))
}

/// Removes a full stop from the end of a line; what ends with `...` keeps it.
pub(super) fn without_stop(mut line: Vec<Inline>) -> Vec<Inline> {
    remove_end(&mut line, '.');
    line
}

/// Removes a sign from the end of a line, with the blanks after it; false if the line does not end with it.
pub(super) fn remove_end(line: &mut Vec<Inline>, sign: char) -> bool {
    match line.last_mut() {
        Some(Inline::Text(text)) => {
            let rest = text.trim_end().strip_suffix(sign);
            let Some(rest) = rest.filter(|rest| sign != '.' || !rest.ends_with('.')) else {
                return false;
            };
            let rest = rest.to_owned();
            if rest.is_empty() {
                line.pop();
            } else {
                *text = rest;
            }
            true
        }
        Some(Inline::Emphasis(inner) | Inline::Strong(inner)) => remove_end(inner, sign),
        _ => false,
    }
}

/// Lists things in a sentence: `a, b and c`; with semicolons if one of them has a comma.
pub(super) fn listed(things: Vec<Vec<Inline>>) -> Vec<Inline> {
    let has_comma = |thing: &Vec<Inline>| {
        let text = without_brackets(&plain(thing));
        text.contains([',', ';']) || text.contains(". ")
    };
    let (comma, and) = match things.iter().any(has_comma) && things.len() > 1 {
        true => ("; ", "; and "),
        false => (", ", " and "),
    };
    let last = things.len().saturating_sub(1);
    let mut line = Vec::new();
    for (place, thing) in things.into_iter().enumerate() {
        let before = match place {
            0 => "",
            place if place == last => and,
            _ => comma,
        };
        push_inline(&mut line, Inline::text(before));
        thing
            .into_iter()
            .for_each(|inline| push_inline(&mut line, inline));
    }
    line
}

/// Gives a text without what is in brackets, where a comma separates nothing.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let is_outside = |letter: &char| {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    };
    text.chars().filter(is_outside).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::parse::parse_line;

    #[test]
    fn a_title_begins_with_a_capital_unless_its_first_word_is_a_name_or_code() {
        for (title, expected) in [
            ("fix the leak", "Fix the leak"),
            ("étude of the GC", "Étude of the GC"),
            ("re-enable the tests", "Re-enable the tests"),
            ("what's new, and why", "What's new, and why"),
            ("*really* fix it", "Really fix it"),
            ("[the docs](https://x.y) are new", "The docs are new"),
            ("tests: port them", "Tests: port them"),
            ("a GC", "A GC"),
            ("Already", "Already"),
        ] {
            assert_eq!(plain(&capitalized(parse_line(title))), expected);
        }
        for title in [
            "printf is slow",
            "iOS build",
            "numpy's arrays",
            "__init__ is slow",
            "-O2 by default",
            "`make` fails",
            "gcc 4 builds",
            "snake_case names",
            "setup.py works",
            "x86 backend",
            "https://x.y is down",
            "2to3 works",
            "(again) broken",
            "std::vec is used",
            "`pre`fixed",
            "",
        ] {
            let read = parse_line(title);
            assert_eq!(capitalized(read.clone()), read, "{title}");
        }
    }

    #[test]
    fn a_title_ends_with_a_full_stop_unless_it_ends_with_another_sign() {
        for (title, expected) in [
            ("Fix the leak", "Fix the leak."),
            ("Use `make`", "Use make."),
            ("Fix it (again)", "Fix it (again)."),
            ("See https://x.y", "See https://x.y."),
            ("Fixed.", "Fixed."),
            ("Why?", "Why?"),
            ("Fixed!", "Fixed!"),
            ("These:", "These:"),
            ("and so on…", "and so on…"),
            ("and so on...", "and so on..."),
            ("It says “stop.”", "It says “stop.”"),
            ("Fun :-)", "Fun :-)"),
        ] {
            let stopped = with_stop(parse_line(title));
            assert_eq!(plain(&stopped), expected);
            let again = plain(&with_stop(without_stop(stopped)));
            assert_eq!(again, expected);
        }
    }

    #[test]
    fn things_in_a_sentence_have_commas_or_semicolons_between_them() {
        for (things, expected) in [
            (vec!["a"], "a"),
            (vec!["a", "b"], "a and b"),
            (vec!["a", "b (x, y)", "c"], "a, b (x, y) and c"),
            (vec!["a, b", "c", "d"], "a, b; c; and d"),
            (vec!["a, b"], "a, b"),
        ] {
            let things = things.into_iter().map(parse_line).collect();
            assert_eq!(plain(&listed(things)), expected);
        }
    }
}
