//! Text, addresses and code in which no engine finds markup.

use crate::report::syntax::is_mostly_plain;
use crate::text::one_line;

/// Where inlines are: what counts as markup depends on it.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// At the start of a paragraph, where some characters would start another kind of block.
    Start,
    /// Inside a line.
    Inside,
    /// In a heading, which some engines end at a hash.
    Heading,
    /// In a cell of a table. A row that has only dashes would be a line.
    Cell,
}

/// Escapes what some engine takes for markup.
pub(super) fn escape(text: &str, position: Place) -> String {
    let at_start = position == Place::Start;
    let text = if at_start { text.trim_start() } else { text };
    match is_harmless(text, position) {
        true => text.to_owned(),
        false => escape_each(text, position),
    }
}

fn escape_each(text: &str, position: Place) -> String {
    let at_start = position == Place::Start;
    let letters: Vec<char> = text.chars().collect();
    let starts = |place: usize, word: &str| {
        word.chars()
            .enumerate()
            .all(|(offset, letter)| letters.get(place + offset) == Some(&letter))
    };
    let is_digit = |letter: &&char| letter.is_ascii_digit();
    let digits = letters.iter().take_while(is_digit).count();
    let mut escaped = String::with_capacity(text.len());
    let mut label_end = None;
    for (place, letter) in letters.iter().copied().enumerate() {
        if letter.is_ascii_alphanumeric() || letter == ' ' {
            escaped.push(letter);
            continue;
        }
        let before = place.checked_sub(1).map_or(' ', |place| letters[place]);
        let after = letters.get(place + 1).copied().unwrap_or(' ');
        let within_word = before.is_alphanumeric() && after.is_alphanumeric();
        let doubled = before == letter || after == letter;
        let first = at_start && place == 0;
        match letter {
            '[' if place > 0 && before == ' ' && number_of_item(&letters[place..]) => {
                label_end = letters[place..].iter().position(|letter| *letter == ']');
                label_end = label_end.map(|length| place + length);
                escaped.push(letter);
            }
            ']' if label_end == Some(place) => escaped.push(letter),
            '\\' | '*' | '[' | ']' => escaped.extend(['\\', letter]),
            // After a backslash, kramdown still takes one for the end of code when it looks for tables.
            '`' => entity(letter, &mut escaped),
            '_' if within_word => escaped.push(letter),
            '_' => escaped.push_str("\\_"),
            '!' if after == '[' => escaped.push_str("\\!"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' if begins_entity(&letters[place + 1..]) => escaped.push_str("&amp;"),
            // Within a word, no engine looks for attributes after it.
            '{' if before.is_alphanumeric()
                && position != Place::Heading
                && !"{%#:<".contains(after) =>
            {
                escaped.push(letter);
            }
            '-' | '+' | ':' | '=' if position == Place::Cell && place == 0 => {
                entity(letter, &mut escaped);
            }
            '{' | '|' | '~' | '^' => entity(letter, &mut escaped),
            '=' | '$' if doubled || first => entity(letter, &mut escaped),
            '@' if within_word => entity(letter, &mut escaped),
            ':' if first || (starts(place, "://") && before.is_alphabetic()) => {
                entity(letter, &mut escaped)
            }
            '.' if starts(place.saturating_sub(3), "www.") && place >= 3 => {
                entity(letter, &mut escaped)
            }
            '#' if position == Place::Heading => escaped.push_str("\\#"),
            '-' if after == '-' => entity(letter, &mut escaped),
            '-' | '+' | '#' if first => escaped.extend(['\\', letter]),
            '.' | ')' if at_start && place > 0 && place == digits => {
                escaped.extend(['\\', letter]);
            }
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Returns whether a text has nothing that any engine takes for markup, as most have.
fn is_harmless(text: &str, position: Place) -> bool {
    let may_begin_block = match position {
        Place::Start => |first: char| first.is_ascii_digit() || ":-".contains(first),
        Place::Cell => |first: char| ":-".contains(first),
        Place::Inside | Place::Heading => |_| false,
    };
    is_mostly_plain(text)
        && !text.starts_with(may_begin_block)
        && !["://", "--", "www."].iter().any(|mark| text.contains(mark))
}

/// Returns whether a text begins with the number of an item, `[#12]`, and goes on as no link does.
fn number_of_item(text: &[char]) -> bool {
    let Some(['[', '#', rest @ ..]) = text.get(..) else {
        return false;
    };
    let number = rest
        .iter()
        .take_while(|letter| letter.is_ascii_alphanumeric());
    let (number, after) = rest.split_at(number.count());
    number.first().is_some_and(char::is_ascii_digit)
        && after.first() == Some(&']')
        && after.get(1).is_none_or(|after| " .,;:".contains(*after))
}

/// Writes code as HTML on one line, in which no engine finds Markdown.
pub(super) fn html_code(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\n' | '\t') || letter.is_ascii_punctuation() {
            entity(letter, &mut escaped);
        } else {
            escaped.push(letter);
        }
    }
    format!("<code>{escaped}</code>")
}

/// Replaces all characters of a text that could be markup by blanks.
pub(super) fn words(text: &str) -> String {
    let word = |letter: char| match letter {
        '\'' => '’',
        ' ' | ',' | ';' | '?' | '(' | ')' | '/' | '%' => letter,
        letter if letter.is_ascii_punctuation() => ' ',
        letter => letter,
    };
    let text: String = text.chars().map(word).collect();
    one_line(&text)
}

/// Escapes the ampersands of an address that would begin an entity.
pub(super) fn without_entities(to: &str) -> String {
    let letters: Vec<char> = to.chars().collect();
    let escape = |(place, letter): (usize, &char)| match letter {
        '&' if begins_entity(&letters[place + 1..]) => "&amp;".to_owned(),
        letter => letter.to_string(),
    };
    letters.iter().enumerate().map(escape).collect()
}

/// Returns whether the text after an ampersand makes it an entity.
fn begins_entity(rest: &[char]) -> bool {
    let name = rest
        .iter()
        .take_while(|letter| letter.is_ascii_alphanumeric() || **letter == '#')
        .count();
    name > 0 && rest.get(name) == Some(&';')
}

fn entity(letter: char, escaped: &mut String) {
    escaped.push_str(&format!("&#{};", u32::from(letter)));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_harmless_text_is_what_becomes_of_each_of_its_letters(
            text in "(www|w)?(://|--|[w0-9aB ,;:?('\"/%.)-]){0,9}",
        ) {
            for position in [Place::Start, Place::Inside, Place::Heading, Place::Cell] {
                let text = text.trim_start();
                prop_assert_eq!(escape(text, position), escape_each(text, position));
            }
        }
    }
}
