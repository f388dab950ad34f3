//! Codes of emojis, such as `:tada:`, whose colons cut nothing.

/// What stands for the colons of codes while a text is cut, so that they cut nothing. It is for private use, and hardly in any text.
pub const COLON: char = '\u{10fffd}';

/// Returns whether a word is the code of an emoji: `:tada:`.
pub fn is_code(word: &str) -> bool {
    code_in_front(word).is_some_and(|code| code.len() == word.len())
}

/// Returns the code with which a text begins, if no letter follows it.
fn code_in_front(text: &str) -> Option<&str> {
    const COLONS: [char; 2] = [':', COLON];
    let is_sign = |sign: char| sign.is_alphanumeric() || "_+-".contains(sign);
    let behind = text.strip_prefix(COLONS)?;
    let end = behind.find(|letter: char| !is_sign(letter))?;
    let after = behind[end..].strip_prefix(COLONS).filter(|_| end > 0)?;
    let is_cut = !after.starts_with(|letter: char| letter.is_alphanumeric() || letter == '/');
    is_cut.then(|| &text[..text.len() - after.len()])
}

/// Replaces the colons of codes, so that they cut nothing.
pub fn without_code_colons(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find(':') {
        let (before, behind) = rest.split_at(place);
        plain.push_str(before);
        let is_word = !plain.ends_with(|letter: char| letter.is_alphanumeric() || letter == '/');
        let code = code_in_front(behind).filter(|_| is_word);
        let colon = &behind[..1];
        let code = code.unwrap_or(colon);
        match code.len() {
            1 => plain.push_str(colon),
            _ => plain.extend(
                code.chars()
                    .map(|sign| if sign == ':' { COLON } else { sign }),
            ),
        }
        rest = &behind[code.len()..];
    }
    plain + rest
}

/// Cuts signs that stand together, and the blanks around them, off the front of a text, but not the colon of a code.
pub fn behind_signs<'t>(text: &'t str, signs: &[char]) -> &'t str {
    let mut rest = text.trim_start();
    while code_in_front(rest).is_none()
        && let Some(behind) = rest.strip_prefix(signs)
    {
        rest = behind;
    }
    rest.trim_start()
}
