//! What stands in quotes or as code: nothing of it is cut off.

use super::parts::Form;
use crate::domain::groups;

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

/// Replaces each stretch in quotes outside brackets by one letter.
pub(super) fn hidden(text: &str) -> (String, Quoted<'_>) {
    let is_free = !text.chars().any(|letter| letter as u32 >= FIRST);
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
    // Quotes that nothing closes behind some place are not looked for again.
    let mut unclosed: Vec<char> = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let place = text.len() - rest.len();
        let close = QUOTES.iter().find(|(open, _)| *open == letter);
        let close = close.filter(|_| !plain.ends_with(char::is_alphanumeric) && !is_inside(place));
        let close = close.filter(|(open, _)| !unclosed.contains(open));
        let length = close.and_then(|(open, close)| {
            let length = length(rest, *open, *close);
            unclosed.extend(length.is_none().then_some(*open));
            length
        });
        let stands_for = u32::try_from(quoted.len()).ok();
        let stands_for = stands_for.and_then(|count| char::from_u32(FIRST + count));
        let cut = length.and_then(|length| rest.split_at_checked(length));
        match (cut, stands_for) {
            (Some((taken, after)), Some(stands_for)) if is_balanced(taken) => {
                plain.push(stands_for);
                quoted.push(taken);
                rest = after;
            }
            _ => {
                plain.push(letter);
                rest = &rest[letter.len_utf8()..];
            }
        }
    }
    (plain, Quoted(quoted))
}

/// Returns how long what is quoted is with its quotes, if they are closed.
fn length(text: &str, open: char, close: char) -> Option<usize> {
    let inside = &text[open.len_utf8()..];
    if inside.starts_with(char::is_whitespace) {
        return None;
    }
    let mut ends = inside.match_indices(close);
    let end = ends.find(|(place, _)| {
        let after = &inside[place + close.len_utf8()..];
        let is_tight = *place > 0 && !inside[..*place].ends_with(char::is_whitespace);
        is_tight && !after.starts_with(char::is_alphanumeric)
    });
    end.map(|(place, _)| open.len_utf8() + place + close.len_utf8())
}

fn is_balanced(text: &str) -> bool {
    text.matches('(').count() == text.matches(')').count()
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
