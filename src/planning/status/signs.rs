//! Signs that people put at lines to say where an item stands.

use crate::planning::document::Mark;

/// What signs at the start or the end of a line say.
const SIGNS: [(char, Mark); 17] = [
    ('✅', Mark::Done),
    ('✔', Mark::Done),
    ('✓', Mark::Done),
    ('☑', Mark::Done),
    ('🚧', Mark::InProgress),
    ('⏳', Mark::InProgress),
    ('🔄', Mark::InProgress),
    ('⏸', Mark::InProgress),
    ('❌', Mark::Dropped),
    ('🚫', Mark::Dropped),
    ('✗', Mark::Dropped),
    ('✘', Mark::Dropped),
    ('❓', Mark::None),
    ('🎉', Mark::None),
    ('👍', Mark::None),
    ('❤', Mark::None),
    ('🙏', Mark::None),
];

/// Returns what a sign says; `None` if it is not one of them.
pub fn sign(letter: char) -> Option<Mark> {
    let found = SIGNS.iter().find(|(sign, _)| *sign == letter);
    found.map(|(_, mark)| *mark)
}

/// Returns whether a sign says how far work is that goes on, or that it is not known: it is kept as a status.
pub fn is_state(letter: char) -> bool {
    letter == '❓' || sign(letter) == Some(Mark::InProgress)
}

/// Returns whether a word is the code of an emoji: `:tada:`.
pub fn is_code(word: &str) -> bool {
    let name = word
        .strip_prefix(':')
        .and_then(|word| word.strip_suffix(':'));
    name.is_some_and(|name| {
        let is_sign = |sign: char| sign.is_alphanumeric() || "_+-".contains(sign);
        !name.is_empty() && name.chars().all(is_sign)
    })
}
