//! Commands that are shown, as a shell takes them.

use std::borrow::Cow;
use std::path::Path;

/// What a shell reads as more than text.
const READ_BY_A_SHELL: &[char] = &[
    '\'', '"', '`', '(', ')', '[', ']', '{', '}', '$', '\\', '#', '?', '*', '&', ';', '|', '<',
    '>', '!', '~',
];

/// Puts quotes around a file, or the value of an option, if a shell needs them to take it for one word.
pub fn shell_word(word: &str) -> Cow<'_, str> {
    if word.is_empty() || word.contains(char::is_whitespace) {
        return quoted(word);
    }
    shell_words(word)
}

/// Shows the path of a file as a word of a command.
pub fn shell_path(path: &Path) -> String {
    shell_word(&path.display().to_string()).into_owned()
}

/// Puts quotes around names or other words that a shell may cut, if it would read anything in them as more than text.
pub fn shell_words(words: &str) -> Cow<'_, str> {
    if words.contains(READ_BY_A_SHELL) {
        return quoted(words);
    }
    Cow::Borrowed(words)
}

/// Returns the text of a command that is shown, or `TEXT` in its place: quotes would be part of the text behind a `--` in a batch, and
/// without them a shell would read something in it.
pub fn shell_text(text: &str) -> &str {
    if text.contains(READ_BY_A_SHELL) {
        return "TEXT";
    }
    text
}

/// Puts quotes around a word: those that a batch takes off, too, unless both an apostrophe and another such sign are in it.
fn quoted(word: &str) -> Cow<'_, str> {
    let is_read_in_double = |word: &str| word.contains(['"', '$', '`', '\\', '!']);
    Cow::Owned(match word.contains('\'') {
        false => format!("'{word}'"),
        true if !is_read_in_double(word) => format!("\"{word}\""),
        true => format!("'{}'", word.replace('\'', r"'\''")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_quotes_if_a_shell_needs_them() {
        for (word, shown) in [
            ("pad.md", "pad.md"),
            ("été,1.md", "été,1.md"),
            ("", "''"),
            ("my pad.md", "'my pad.md'"),
            ("it's.md", "\"it's.md\""),
            ("a$b.md", "'a$b.md'"),
            ("a;b.md", "'a;b.md'"),
            ("I\\/O", "'I\\/O'"),
            ("it's $1", r"'it'\''s $1'"),
        ] {
            assert_eq!(shell_word(word), shown);
        }
    }

    #[test]
    fn names_of_several_words_need_no_quotes() {
        assert_eq!(shell_words("Ida Lind, Bela"), "Ida Lind, Bela");
        assert_eq!(shell_words("Pat O'Brien"), "\"Pat O'Brien\"");
    }

    #[test]
    fn a_text_that_a_shell_would_read_is_not_shown() {
        assert_eq!(shell_text("nearly there, 90%"), "nearly there, 90%");
        for text in ["it's late", "a > b", "done & gone", "why?"] {
            assert_eq!(shell_text(text), "TEXT");
        }
    }
}
