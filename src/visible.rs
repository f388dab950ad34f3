//! What outside text may do to a terminal: nothing.

/// A text on one line in which nothing acts on a terminal: line ends and tabs become blanks, every other control
/// character, and what reorders or hides text, becomes its escape.
///
/// Reordering is what "Trojan Source" does (<https://trojansource.codes>); joiners stay, emoji are made with them.
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\n' | '\r' | '\t' => shown.push(' '),
            letter if acts(letter) => shown.extend(letter.escape_unicode()),
            letter => shown.push(letter),
        }
    }
    shown
}

/// Like [`visible`], but lines stay lines.
pub fn visible_lines(text: &str) -> String {
    text.lines().map(visible).collect::<Vec<_>>().join("\n")
}

/// Whether a letter acts on a terminal, or reorders or hides what stands around it.
pub(crate) fn acts(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_on_a_terminal_is_shown_as_its_escape() {
        for (text, shown) in [
            ("\u{1b}[31mred", "\\u{1b}[31mred"),
            ("\u{9b}31m", "\\u{9b}31m"),
            ("bell\u{7}\u{7f}\0", "bell\\u{7}\\u{7f}\\u{0}"),
            ("a\u{202e}b\u{2066}c", "a\\u{202e}b\\u{2066}c"),
            ("one\ntwo\tthree\r\nfour\rfive", "one two three four five"),
            ("zero\u{200b}width\u{feff}", "zero\\u{200b}width\\u{feff}"),
        ] {
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn letters_of_every_script_stay() {
        for text in ["Łukasz é 日本語 שלום", "👩‍👩‍👧 ❤️", "e\u{301}"] {
            assert_eq!(visible(text), text);
        }
    }
}
