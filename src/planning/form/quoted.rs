//! What stands in quotes or as code: nothing of it is cut off.

use std::ops::Range;

use super::parts::Form;
use crate::domain::groups;
use crate::planning::codes::COLON;

/// The first of the letters that stand for what is quoted while a text is cut. They are for private use, and hardly in any.
const FIRST: u32 = 0xF_0000;

/// Pairs of quotes.
const QUOTES: [(char, char); 7] = [
    ('`', '`'),
    ('"', '"'),
    ('“', '”'),
    ('„', '“'),
    ('«', '»'),
    ('‘', '’'),
    ('\'', '\''),
];

/// What was hidden of a text.
pub(super) struct Quoted<'t>(Vec<&'t str>);

/// Returns whether a bracket is opened before a word, outside of quotes and code, and not closed: `fix it (Ida`.
pub fn has_open_bracket(text: &str) -> bool {
    let (plain, _) = hidden(text);
    let mut open: Vec<char> = Vec::new();
    let mut before = ' ';
    let mut letters = plain.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_before_word = letters
            .peek()
            .is_some_and(|next| next.is_alphanumeric() || *next == '@');
        match letter {
            '(' | '[' if is_before_word && before.is_whitespace() => open.push(letter),
            '(' | '[' => open.push(' '),
            ')' | ']' => _ = open.pop(),
            _ => {}
        }
        before = letter;
    }
    open.iter().any(|sign| *sign != ' ')
}

/// Replaces each stretch in quotes outside brackets by one letter.
pub(super) fn hidden(text: &str) -> (String, Quoted<'_>) {
    let is_taken = |letter: char| letter as u32 >= FIRST && letter != COLON;
    let is_free = !text.chars().any(is_taken);
    if !is_free || !text.contains(QUOTES.map(|(open, _)| open)) {
        return (text.to_owned(), Quoted(Vec::new()));
    }
    let groups = groups(text);
    let is_inside = |place: usize| {
        let before = groups.partition_point(|group| group.before.len() <= place);
        let group = before.checked_sub(1).map(|last| &groups[last]);
        group.is_some_and(|group| place <= group.before.len() + group.inside.len())
    };
    let mut plain = String::with_capacity(text.len());
    let mut quoted = Vec::new();
    let mut ends = Ends::of(text);
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let place = text.len() - rest.len();
        let kind = QUOTES.iter().position(|(open, _)| *open == letter);
        let kind = kind.filter(|_| !plain.ends_with(char::is_alphanumeric) && !is_inside(place));
        let end = kind.and_then(|kind| ends.end(kind, place));
        let stands_for = u32::try_from(quoted.len()).ok();
        let stands_for = stands_for.and_then(|count| char::from_u32(FIRST + count));
        match (end, stands_for) {
            (Some(end), Some(stands_for)) if ends.is_balanced(place..end) => {
                plain.push(stands_for);
                quoted.push(&text[place..end]);
                rest = &text[end..];
            }
            _ => {
                plain.push(letter);
                rest = &rest[letter.len_utf8()..];
            }
        }
    }
    (plain, Quoted(quoted))
}

/// Where quotes end. Each end is remembered while it is ahead, so that no part of a text is searched twice.
struct Ends<'t> {
    text: &'t str,
    /// The next closing quote of each of [`QUOTES`]; behind the text if there is none.
    next: [usize; QUOTES.len()],
    /// The places of the brackets.
    opened: Vec<usize>,
    closed: Vec<usize>,
}

impl Ends<'_> {
    fn of(text: &str) -> Ends<'_> {
        let places = |sign: char| text.match_indices(sign).map(|(place, _)| place).collect();
        Ends {
            text,
            next: [0; QUOTES.len()],
            opened: places('('),
            closed: places(')'),
        }
    }

    /// Returns where what is quoted ends whose opening quote stands at a place, if it is closed.
    fn end(&mut self, kind: usize, place: usize) -> Option<usize> {
        let (open, close) = QUOTES[kind];
        let start = place + open.len_utf8();
        let text = self.text;
        if text[start..].starts_with(char::is_whitespace) {
            return None;
        }
        if self.next[kind] <= start {
            let ends = text[start..].match_indices(close);
            let mut ends = ends.map(|(end, _)| start + end);
            let is_end = |end: &usize| {
                let after = &text[end + close.len_utf8()..];
                *end > start
                    && !text[..*end].ends_with(char::is_whitespace)
                    && !after.starts_with(char::is_alphanumeric)
            };
            self.next[kind] = ends.find(is_end).unwrap_or(text.len());
        }
        let end = self.next[kind];
        (end < text.len()).then(|| end + close.len_utf8())
    }

    fn is_balanced(&self, range: Range<usize>) -> bool {
        let count = |places: &[usize]| {
            let before = |end: usize| places.partition_point(|place| *place < end);
            before(range.end) - before(range.start)
        };
        count(&self.opened) == count(&self.closed)
    }
}

impl Quoted<'_> {
    /// Puts what was hidden back into the parts of a line.
    pub(super) fn show(&self, form: &mut Form) {
        if self.0.is_empty() {
            return;
        }
        let parts = [
            Some(&mut form.title),
            form.when.as_mut(),
            form.status.as_mut(),
        ];
        let others = form.others.iter_mut();
        for part in parts.into_iter().flatten().chain(others) {
            *part = self.shown(part);
        }
    }

    fn shown(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for letter in text.chars() {
            let place = (letter as u32).checked_sub(FIRST);
            let quoted = place.and_then(|place| self.0.get(usize::try_from(place).ok()?));
            match quoted {
                Some(quoted) => shown.push_str(quoted),
                None => shown.push(letter),
            }
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_one_letter() {
        let plain = |text: &str| {
            let hidden = hidden(text).0;
            let letters = hidden.chars();
            letters
                .map(|letter| if letter as u32 >= FIRST { '_' } else { letter })
                .collect::<String>()
        };
        for (text, expected) in [
            ("port \"a: b\" and \"c\"", "port _ and _"),
            ("\"a \"b\" c\"", "_ c\""),
            ("a 5\" disk, then \"it\"", "a 5\" disk, then _"),
            ("\"\" and \"it\"", "_"),
            ("\" a \"b\"", "\" a _"),
            ("\"a (b\" `c)`", "\"a (b\" `c)`"),
            ("„a“ and “b”", "_ and _"),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
    }

    #[test]
    fn a_line_of_any_number_of_quotes_is_read() {
        for (one, end) in [("\"a ", "(x\""), ("'a ", "x"), ("`(a` ", ""), ("„a “", "")] {
            let text = one.repeat(200_000) + end;
            assert!(hidden(&text).0.len() <= text.len());
        }
    }
}
