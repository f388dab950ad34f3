//! Signs that people put at lines to say where an item stands.

use crate::planning::codes::{COLON, is_code};
use crate::planning::document::Mark;

/// Where a sign says something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// At the start or the end of a line, and in a box.
    Anywhere,
    /// There, and in the place of a box.
    AsBox,
    /// In the place of a box alone.
    OnlyAsBox,
}

/// What signs say.
const SIGNS: [(char, Mark, Stands); 25] = [
    ('☐', Mark::Open, Stands::OnlyAsBox),
    ('□', Mark::Open, Stands::OnlyAsBox),
    ('▢', Mark::Open, Stands::OnlyAsBox),
    ('◻', Mark::Open, Stands::OnlyAsBox),
    ('⬜', Mark::Open, Stands::OnlyAsBox),
    ('🔲', Mark::Open, Stands::OnlyAsBox),
    ('☒', Mark::Done, Stands::OnlyAsBox),
    ('🗹', Mark::Done, Stands::OnlyAsBox),
    ('☑', Mark::Done, Stands::AsBox),
    ('✓', Mark::Done, Stands::AsBox),
    ('✔', Mark::Done, Stands::AsBox),
    ('✅', Mark::Done, Stands::Anywhere),
    ('🚧', Mark::InProgress, Stands::Anywhere),
    ('⏳', Mark::InProgress, Stands::Anywhere),
    ('🔄', Mark::InProgress, Stands::Anywhere),
    ('⏸', Mark::InProgress, Stands::Anywhere),
    ('✗', Mark::Dropped, Stands::AsBox),
    ('✘', Mark::Dropped, Stands::AsBox),
    ('❌', Mark::Dropped, Stands::Anywhere),
    ('🚫', Mark::Dropped, Stands::Anywhere),
    ('❓', Mark::None, Stands::Anywhere),
    ('🎉', Mark::None, Stands::Anywhere),
    ('👍', Mark::None, Stands::Anywhere),
    ('❤', Mark::None, Stands::Anywhere),
    ('🙏', Mark::None, Stands::Anywhere),
];

/// Returns what a sign at the start or the end of a line says; `None` if it is not one of them.
pub fn sign(letter: char) -> Option<Mark> {
    let (mark, stands) = known(letter)?;
    (stands != Stands::OnlyAsBox).then_some(mark)
}

/// Returns what a sign in the place of a box says, as the letter in a box.
pub fn sign_as_box(letter: char) -> Option<char> {
    let (mark, stands) = known(letter)?;
    letter_of(mark).filter(|_| stands != Stands::Anywhere)
}

/// Returns what a sign in a box says, as the letter in its place.
pub fn sign_in_box(letter: char) -> Option<char> {
    letter_of(sign(letter)?)
}

fn known(letter: char) -> Option<(Mark, Stands)> {
    let found = SIGNS.iter().find(|(sign, ..)| *sign == letter);
    found.map(|(_, mark, stands)| (*mark, *stands))
}

fn letter_of(mark: Mark) -> Option<char> {
    match mark {
        Mark::Open => Some(' '),
        Mark::Done => Some('x'),
        Mark::Dropped => Some('-'),
        Mark::InProgress => Some('~'),
        _ => None,
    }
}

/// Returns whether a sign says how far work is that goes on, or that it is not known: it is kept as a status.
pub fn is_state(letter: char) -> bool {
    letter == '❓' || sign(letter) == Some(Mark::InProgress)
}

/// Codes of those signs that say something.
const CODES: [(&str, char); 12] = [
    ("arrows_counterclockwise", '🔄'),
    ("ballot_box_with_check", '☑'),
    ("construction", '🚧'),
    ("double_vertical_bar", '⏸'),
    ("heavy_check_mark", '✔'),
    ("hourglass", '⏳'),
    ("hourglass_flowing_sand", '⏳'),
    ("no_entry_sign", '🚫'),
    ("pause_button", '⏸'),
    ("question", '❓'),
    ("white_check_mark", '✅'),
    ("x", '❌'),
];

/// Returns the sign for which a word is the code.
pub fn sign_of_code(word: &str) -> Option<char> {
    let name = word.trim_matches([':', COLON]);
    let found = CODES.iter().find(|(code, _)| *code == name);
    found.filter(|_| is_code(word)).map(|(_, sign)| *sign)
}
