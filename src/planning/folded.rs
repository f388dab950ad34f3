//! The form in which texts of documents are compared.

use unicode_normalization::UnicodeNormalization;

use super::codes::COLON;
use crate::text::one_line;

/// Gives a text the form in which it is compared: what editors, pads and formatters write in more than one way is alike.
/// These are blanks, quotes, dashes, ellipses, arrows, signs of emphasis, backslash escapes and compositions of letters.
pub fn folded(text: &str) -> String {
    let mut line = folded_with_break(text);
    line.truncate(without_break(&line).len());
    line
}

/// Cuts off the backslash that is a line break in Markdown.
pub fn without_break(line: &str) -> &str {
    line.trim_end_matches(['\\', ' '])
}

/// Gives a text the same form with the backslash that may end it.
pub fn folded_with_break(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    // What pads put into words.
    let is_put_in =
        |letter: &char| matches!(letter, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}');
    for letter in text.chars().filter(|letter| !is_put_in(letter)).nfkc() {
        match letter {
            '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2039}' | '\u{203a}' | '\u{2bc}' => {
                plain.push('\'');
            }
            '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => plain.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            '\u{2192}' => plain.push_str("->"),
            '\u{2190}' => plain.push_str("<-"),
            '\u{2044}' => plain.push('/'),
            COLON => plain.push(':'),
            // Formatters choose one of them.
            '*' => plain.push('_'),
            letter => plain.push(letter),
        }
    }
    let mut kept = String::with_capacity(plain.len());
    let mut letters = plain.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_escape = letter == '\\' && letters.peek().is_some_and(char::is_ascii_punctuation);
        // A dash is typed as two hyphens, too.
        let is_repeated = letter == '-' && kept.ends_with('-');
        if !is_escape && !is_repeated {
            kept.push(letter);
        }
    }
    one_line(&kept)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_editors_write_in_more_than_one_way_is_alike() {
        for (one, other) in [
            ("a  b\t c\u{a0}d", "a b c d"),
            ("a b\\", "a b"),
            (" a\u{3000}b\n", "a b"),
            (
                "don\u{2019}t \u{201c}x\u{201d} \u{ab}y\u{bb}",
                "don't \"x\" \"y\"",
            ),
            ("3\u{2013}4 \u{2014} x\u{2011}y \u{2212}1", "3-4 - x-y -1"),
            ("run it \u{2014}fast", "run it --fast"),
            ("and so on\u{2026}", "and so on..."),
            ("a \u{2192} b", "a -> b"),
            (r"\_\_init\_\_ \* \#12 1\. \<b\>", "__init__ * #12 1. <b>"),
            ("*now* __then__", "_now_ **then**"),
            ("re\u{301}mi", "r\u{e9}mi"),
            ("\u{fb01}x", "fix"),
            ("soft\u{ad}hyphen zero\u{200b}width", "softhyphen zerowidth"),
        ] {
            assert_eq!(folded(one), folded(other), "{one}");
        }
    }

    #[test]
    fn other_words_capitals_accents_and_backslashes_are_not_alike() {
        for (one, other) in [
            ("fix the leak", "fix a leak"),
            ("unicode", "Unicode"),
            ("resume", "r\u{e9}sum\u{e9}"),
            (r"print \n", "print n"),
            (r"C:\temp", "C:temp"),
            ("12a", "12 a"),
            ("x", "x?"),
            ("`a`", "a"),
        ] {
            assert_ne!(folded(one), folded(other), "{one}");
        }
    }

    /// Generates texts with many of the signs that are folded.
    fn text() -> impl Strategy<Value = String> {
        prop_oneof![
            "[\\\\\\ \t\n\u{a0}\\-\u{2013}\u{2014}*_\u{2026}.'\u{2019}\"\u{201c}\u{2192}<>/\u{2044}\u{bd}\u{ad}e\u{301}\u{fb01}`]{0,12}",
            any::<String>()
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_folded_stays_as_it_is(text in text()) {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }
    }
}
