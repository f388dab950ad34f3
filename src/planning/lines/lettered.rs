//! Lists whose lines have letters, Roman numbers or numbers in brackets in front: `a) tutorial`, `(ii) reference`, `(2) howto`.

use super::blocks::Piece;
use super::bullet::sign;
use crate::text::is_of;

/// How lists count.
const LETTERS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];
const ROMAN: [&str; 8] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"];
const DIGITS: [&str; 8] = ["1", "2", "3", "4", "5", "6", "7", "8"];

/// Gives the lines of such lists a number, as others have. One letter alone is a word of a text, unless a bullet stands above it.
pub(super) fn without_letters(pieces: &mut [Piece]) {
    for first in 0..pieces.len() {
        for order in [LETTERS, ROMAN, DIGITS] {
            let places = list(pieces, first, order);
            let is_list = places.len() > 1 || is_alone(pieces, first, order);
            for place in places.iter().copied().filter(|_| is_list) {
                if let Piece::Line(source) = &mut pieces[place]
                    && let Some((_, words)) = counted(&source.text)
                {
                    source.text = format!("1) {words}");
                }
            }
        }
    }
}

/// Returns whether the first line of a list is one without others: `(1) the lexer first`, `a) write it`.
fn is_alone(pieces: &[Piece], place: usize, order: [&str; 8]) -> bool {
    let is_first = match pieces.get(place) {
        Some(Piece::Line(line)) => {
            order == DIGITS || order == LETTERS && line.text.starts_with("a) ")
        }
        _ => false,
    };
    is_first && is_below_bullet(pieces, place)
}

/// Returns whether a line stands right below a bullet, deeper, and no sentence goes on in it: `(1) the lexer first`.
fn is_below_bullet(pieces: &[Piece], place: usize) -> bool {
    let (Some(Piece::Line(above)), Some(Piece::Line(line))) = (
        place.checked_sub(1).map(|above| &pieces[above]),
        pieces.get(place),
    ) else {
        return false;
    };
    const GOES_ON: &str = "abbildung and cf equation example fig figure in issue of see section siehe step table the to und";
    let last = above.text.split(' ').next_back().unwrap_or_default();
    let last = last.trim_end_matches('.');
    sign(&above.text, false).is_some()
        && line.indent > above.indent
        && last.ends_with(|letter: char| letter.is_alphanumeric() || ")]?!".contains(letter))
        && !is_of(GOES_ON, &last.to_lowercase())
}

/// Returns the lines of a list that begins at a place, which stand in its column with deeper ones between them.
fn list(pieces: &[Piece], first: usize, order: [&str; 8]) -> Vec<usize> {
    let mut places = Vec::new();
    let mut column = None;
    for (place, piece) in pieces.iter().enumerate().skip(first) {
        let Piece::Line(source) = piece else { break };
        let Some(wanted) = order.get(places.len()) else {
            break;
        };
        let is_next = counted(&source.text).is_some_and(|(count, _)| count == *wanted);
        match column {
            _ if source.text.is_empty() && column.is_some() => {}
            Some(column) if source.indent > column => {}
            None if is_next => {
                column = Some(source.indent);
                places.push(place);
            }
            Some(column) if is_next && source.indent == column => places.push(place),
            _ => break,
        }
    }
    places
}

/// Splits a letter or a Roman number and its sign, or a number in brackets, off the front of a line.
fn counted(text: &str) -> Option<(&str, &str)> {
    let (count, words) = text.split_once(' ')?;
    let (count, is_digit) = match count.strip_prefix('(') {
        Some(count) => (
            count.strip_suffix(')')?,
            DIGITS.contains(&count.trim_end_matches(')')),
        ),
        None => (count.strip_suffix([')', '.'])?, false),
    };
    let is_count = is_digit || LETTERS.contains(&count) || ROMAN.contains(&count);
    is_count.then(|| (count, words.trim_start()))
}
