//! The form in which texts of documents are compared.

use unicode_normalization::UnicodeNormalization;

use crate::text::one_line;

/// Gives a text the form in which it is compared: what editors, pads and formatters write in more than one way is alike.
/// These are blanks, quotes, dashes, ellipses, arrows, signs of emphasis, backslash escapes and compositions of letters.
pub fn folded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.nfkc() {
        match letter {
            '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2039}' | '\u{203a}' | '\u{2bc}' => {
                plain.push('\'');
            }
            '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => plain.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            '\u{2192}' => plain.push_str("->"),
            '\u{2190}' => plain.push_str("<-"),
            '\u{2044}' => plain.push('/'),
            // What pads put into words.
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
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
