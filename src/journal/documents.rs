//! The TOML documents that the text of a log consists of.
//!
//! A log is read as one TOML document. If it is not one, it is read line by line, so that a damaged line costs only
//! itself: see [`documents`].

use std::borrow::Cow;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::diagnostic::Position;
use crate::domain::EntryId;

/// Detects a text whose characters have two or four bytes each, as some editors save it, and names its encoding.
///
/// A log begins with letters that have one byte each in UTF-8, and no zero bytes between them. If a line of it begins an
/// entry in UTF-8, it is a damaged log in UTF-8: that entry counts.
pub(super) fn wide_encoding(bytes: &[u8]) -> Option<&'static str> {
    let encoding = match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => "UTF-32",
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "UTF-16",
        [1..=255, 0, 0, 0, 1..=255, 0, 0, 0, ..] | [0, 0, 0, 1..=255, 0, 0, 0, 1..=255, ..] => {
            "UTF-32"
        }
        [1..=255, 0, 1..=255, 0, ..] | [0, 1..=255, 0, 1..=255, ..] => "UTF-16",
        _ => return None,
    };
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let has_entry = lines.any(|line| std::str::from_utf8(line).is_ok_and(begins_entry));
    (!has_entry).then_some(encoding)
}

/// Returns the text of a log in which each line that is not UTF-8 is blanked out, and where those lines stop being
/// UTF-8.
pub(super) fn decoded(bytes: &[u8]) -> (Cow<'_, str>, Vec<Position>) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.into(), Vec::new());
    }
    let mut text = String::new();
    let mut bad = Vec::new();
    for (index, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        match std::str::from_utf8(line) {
            Ok(line) => text.push_str(line),
            Err(error) => {
                let good = String::from_utf8_lossy(&line[..error.valid_up_to()])
                    .chars()
                    .count();
                bad.push(Position {
                    line: index + 1,
                    column: good + 1,
                });
                text.push('\n');
            }
        }
    }
    (text.into(), bad)
}

/// Counts the bytes that stay: all except a last line that was cut off while this program wrote it, and zero bytes
/// after it.
pub(super) fn whole_lines(bytes: &[u8]) -> usize {
    if wide_encoding(bytes).is_some() {
        // Nothing of it was written by this program.
        return bytes.len();
    }
    let without_zeros = bytes
        .iter()
        .rposition(|byte| *byte != 0)
        .map_or(0, |last| last + 1);
    let last_line = bytes[..without_zeros]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |newline| newline + 1);
    let (before, tail) = bytes[..without_zeros].split_at(last_line);
    // A cut may go through a character: then the last one is invalid.
    let tail = tail.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let is_whole = last_line + tail.len() == without_zeros && DeTable::parse(tail).is_ok();
    if !is_whole && looks_ours(before, tail) {
        last_line
    } else {
        without_zeros
    }
}

/// Returns whether a text is how a line of this program begins: an id, then ` = { at = ` and anything, or less of it. A
/// piece of an id alone could be a word that somebody wrote; where a line may begin, it is not.
fn looks_ours(before: &[u8], tail: &str) -> bool {
    const BETWEEN: &str = " = { at = ";
    match tail.split_once(' ') {
        Some((id, _)) => {
            let rest = &tail[id.len()..];
            EntryId::parse(id).is_some() && (rest.starts_with(BETWEEN) || BETWEEN.starts_with(rest))
        }
        None => {
            let may_begin =
                std::str::from_utf8(before).is_ok_and(|before| DeTable::parse(before).is_ok());
            may_begin && EntryId::may_begin_with(tail)
        }
    }
}

/// Finds the id that a damaged line begins with.
pub(super) fn damaged_id(line: &str) -> Option<EntryId> {
    let line = line.trim_start();
    let key = line.strip_prefix('[').unwrap_or(line);
    let key = key.split(['=', ']', ' ', '\t', '.']).next()?;
    EntryId::parse(key.trim_matches(['"', '\'']))
}

/// A piece of a log as the parser reads it.
type Parsed<'t> = Result<DeTable<'t>, Vec<toml::de::Error>>;

/// Gives the TOML documents that a text consists of, in order, each with its bytes. That is the whole text, if it is one.
/// Else every line that is an entry by itself is one. Lines in a row that are not are read together, for an entry that
/// was laid out by hand over several lines. If they are not a document together, each of the [`pieces`] is one, or is damage.
pub(super) fn documents(text: &str, mut take: impl FnMut(Range<usize>, Parsed<'_>)) {
    if let Ok(table) = DeTable::parse(text) {
        take(0..text.len(), Ok(table.into_inner()));
        return;
    }
    let mut run = 0..0;
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let next = offset + line.len();
        match DeTable::parse(line) {
            Ok(table) if is_entry(table.get_ref()) => {
                take_run(text, run, &mut take);
                take(offset..next, Ok(table.into_inner()));
                run = next..next;
            }
            _ => run.end = next,
        }
        offset = next;
    }
    take_run(text, run, &mut take);
}

fn take_run(text: &str, run: Range<usize>, take: &mut impl FnMut(Range<usize>, Parsed<'_>)) {
    if let Ok(table) = DeTable::parse(&text[run.clone()]) {
        take(run, Ok(table.into_inner()));
        return;
    }
    for piece in pieces(text, run) {
        let (table, errors) = DeTable::parse_recoverable(&text[piece.clone()]);
        let document = if errors.is_empty() {
            Ok(table.into_inner())
        } else {
            Err(errors)
        };
        take(piece, document);
    }
}

/// Cuts lines that are damaged together before every line that begins an entry, and around every line with which git
/// marks a conflict.
fn pieces(text: &str, run: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut piece = run.start..run.start;
    for line in text[run].split_inclusive('\n') {
        let next = piece.end + line.len();
        if begins_entry(line) || is_marker(line) {
            pieces.push(piece.clone());
            piece.start = piece.end;
        }
        piece.end = next;
        if is_marker(line) {
            pieces.push(piece.clone());
            piece.start = next;
        }
    }
    pieces.push(piece);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Returns whether a line begins like `12-k7f2m9 = …` or `[12-k7f2m9]`.
fn begins_entry(line: &str) -> bool {
    let header = line.strip_prefix('[');
    let key = header.unwrap_or(line).split(['=', ']', ' ', '\t']).next();
    key.is_some_and(|key| EntryId::parse(key).is_some())
}

/// Returns whether git wrote a line to mark a conflict: seven signs, and a label after a blank.
pub(super) fn is_marker(line: &str) -> bool {
    let mut markers = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter();
    markers.any(|marker| {
        let label = line.strip_prefix(marker);
        label.is_some_and(|label| label.is_empty() || label.starts_with([' ', '\r', '\n']))
    })
}

/// Returns whether a document is one entry in an inline table and nothing else.
fn is_entry(table: &DeTable<'_>) -> bool {
    let mut entries = table.iter();
    let first = entries.next().is_some_and(
        |(_, value)| matches!(value.get_ref(), DeValue::Table(table) if !table.is_empty()),
    );
    first && entries.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_of_two_or_four_bytes_is_known_by_its_mark_or_its_zeros() {
        let text = "# 雪\n1-k7f2m9 = { at = 2017-02-27T09:14:02.020+01:00, by = \"李\" }\n";
        let two = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect();
        let four = |unit: fn(u32) -> [u8; 4]| {
            text.chars()
                .flat_map(|letter| unit(letter.into()))
                .collect()
        };
        let forms: [(&str, &[u8], Vec<u8>); 4] = [
            ("UTF-16", b"\xff\xfe", two(u16::to_le_bytes)),
            ("UTF-16", b"\xfe\xff", two(u16::to_be_bytes)),
            ("UTF-32", b"\xff\xfe\0\0", four(u32::to_le_bytes)),
            ("UTF-32", b"\0\0\xfe\xff", four(u32::to_be_bytes)),
        ];
        for (name, mark, bytes) in forms {
            assert_eq!(wide_encoding(&bytes), Some(name));
            assert_eq!(wide_encoding(&[mark, &bytes].concat()), Some(name));
            // What was appended to it once still counts.
            let mixed = [&bytes, b"\n2-k7f2m9 = {}\n".as_slice()].concat();
            assert_eq!(wide_encoding(&mixed), None);
        }
        for text in ["", "a", "\0\0\0\0", "\u{feff}# a", text, "a\0bc"] {
            assert_eq!(wide_encoding(text.as_bytes()), None, "{text:?}");
        }
    }

    #[test]
    fn every_cut_of_a_line_of_ours_is_seen_and_the_line_before_stays() {
        let first = "q8wd31ztha = { at = 2017-02-27T09:14:02.020+01:00, by = \"anto\", kind = \"note\", text = \"é\" }\n";
        let second = first.replace("q8wd31ztha", "12-k7f2m9");
        for cut in 1..second.len() - 1 {
            let bytes = [first.as_bytes(), &second.as_bytes()[..cut]].concat();
            let zeros = [bytes.as_slice(), &[0; 5]].concat();
            assert_eq!(
                (whole_lines(&bytes), whole_lines(&zeros)),
                (first.len(), first.len()),
                "{cut}"
            );
        }
        let no_newline = &second[..second.len() - 1];
        assert_eq!(whole_lines(no_newline.as_bytes()), no_newline.len());
    }

    #[test]
    fn a_text_by_hand_is_never_cut() {
        for text in [
            "# a comment",
            "text = \"unfinished",
            "Armin was here",
            "x = \"\"\"",
            "a = 1",
            "12 = { by",
        ] {
            assert_eq!(whole_lines(text.as_bytes()), text.len(), "{text}");
        }
    }
}
