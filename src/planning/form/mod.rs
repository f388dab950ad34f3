//! What one line about an item says, by its form: title, people, time, status.

mod around;
mod back;
mod behind;
mod by_form;
mod end;
mod front;
mod handles;
mod in_title;
mod parts;
mod quoted;
mod signs;
mod timed;

use self::around::named_around;
use self::behind::behind;
use self::by_form::{by_form, finished, with_bare_status};
pub use self::end::may_end_in_status;
pub use self::in_title::named_in;
pub use self::quoted::has_open_bracket;
use super::codes::without_code_colons;
use super::document::Mark;
use super::folded::folded;
use super::names::Names;
use super::row::ExportedRow;
use super::status::{is_capitals, is_status_word};
use crate::diagnostic::UnreadKind;

pub use self::back::people_before_note;
pub use self::behind::{behind_title, form_of_row, is_cut};
pub use self::by_form::{add_behind_sign, people_before_comma};
pub use self::front::DASHES;
pub use self::parts::Form;
pub use self::timed::time_at_start;

#[cfg(test)]
mod behind_tests;
#[cfg(test)]
mod handles_tests;
#[cfg(test)]
mod names_tests;
#[cfg(test)]
mod status_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod typed_tests;

/// Returns what stands before one word in capitals that ends a text, and no status: `PFFFF`.
pub fn before_loud_word(text: &str) -> Option<&str> {
    const SHORTEST: usize = 4;
    const FEWEST: usize = 2;
    let (before, word) = text.trim_end().rsplit_once(' ')?;
    let letters = word.trim_end_matches('!');
    let is_word = letters.chars().count() >= SHORTEST && letters.chars().all(char::is_alphabetic);
    let is_loud = is_word && is_capitals(letters) && !is_status_word(letters);
    let has_more = before.split_whitespace().count() >= FEWEST;
    let is_alone = !before
        .split_whitespace()
        .next_back()
        .is_some_and(is_capitals);
    (is_loud && has_more && is_alone).then(|| before.trim_end())
}

/// Writes a bracket of people that is struck through as one whose names are, with those beside it: `~~(Ida)~~ (Tom)`.
fn struck_inside(text: &str, names: &Names<'_>) -> Option<String> {
    let (before, rest) = text.split_once("~~(")?;
    let (inside, behind) = rest.split_once(")~~")?;
    names.known(inside)?;
    // In code, nothing is struck through.
    if before.matches('`').count() % 2 == 1 {
        return None;
    }
    let struck: Vec<String> = inside
        .split(',')
        .map(|name| format!("~~{}~~", name.trim()))
        .collect();
    let struck = struck.join(", ");
    let in_front = before.trim_end().strip_suffix(')').filter(|front| {
        let bracket = front.rsplit_once('(');
        bracket.is_some_and(|(_, inside)| names.known(inside).is_some())
    });
    let start = match in_front {
        Some(front) => format!("{front}, {struck}"),
        None => format!("{before}({struck}"),
    };
    let text = match behind.trim_start().strip_prefix('(') {
        Some(others) => format!("{start}, {others}"),
        None => format!("{start}){behind}"),
    };
    Some(struck_inside(&text, names).unwrap_or(text))
}

/// Removes the backslashes that editors put before the signs of the people at the end of a line, `\@ida` and `\(Ida\)`. Those
/// before anything else are words.
fn without_escapes(text: &str, names: &Names<'_>) -> Option<String> {
    if !text.contains('\\') {
        return None;
    }
    let (before, inside) = match text.strip_suffix(')') {
        Some(cut) => {
            let (before, inside) = cut.rsplit_once('(')?;
            match (before.strip_suffix('\\'), inside.strip_suffix('\\')) {
                (Some(before), Some(inside)) => (before, inside),
                (None, None) => (before, inside),
                _ => return None,
            }
        }
        None => {
            let (before, word) = text.rsplit_once(' ')?;
            (
                before,
                word.strip_prefix('\\')
                    .filter(|word| word.starts_with('@'))?,
            )
        }
    };
    let people = inside.replace("\\@", "@");
    names.known(&people)?;
    // In code, they are words.
    let is_plain = before.ends_with(' ') || !text.ends_with(')');
    if !is_plain || before.matches('`').count() % 2 == 1 {
        return None;
    }
    Some(format!("{} ({people})", before.trim_end())).filter(|plain| plain != text)
}

/// Cuts a line about an item into its parts. `title`: the title of an item with which the line begins; what follows is people, time
/// and status.
pub fn form(text: &str, title: Option<&str>, names: &Names<'_>) -> Form {
    let plain = without_escapes(text, names).filter(|_| title.is_none());
    let text = plain.as_deref().unwrap_or(text);
    let struck = struck_inside(text, names);
    let text = struck.as_deref().unwrap_or(text);
    let mut form = form_without_codes(&without_code_colons(text), title, names);
    form.show_codes();
    form
}

fn form_without_codes(text: &str, title: Option<&str>, names: &Names<'_>) -> Form {
    let known = title.and_then(|title| behind_title(text, title).map(|rest| (title, rest)));
    let exported = known.and_then(|(title, rest)| {
        let row = ExportedRow::of(title);
        let word = before_loud_word(text).is_some_and(|before| folded(before) == folded(title));
        match word {
            true => behind(&format!(":{rest}"), &row, names),
            false => behind(rest, &row, names),
        }
    });
    let exported = exported.map(with_bare_status);
    let mut form = exported.unwrap_or_else(|| by_form(text, names));
    // Names as the item, and the task below.
    if title.is_none()
        && form.people.is_none()
        && let Some(bracket) = names.only(&form.title)
    {
        form.take(bracket);
        form.title.clear();
    }
    let mut form = finished(form, None, names);
    let is_known = title.is_some_and(|title| folded(title) == folded(&form.title));
    if form.people.is_none() && form.unclear.is_empty() && !is_known {
        let named = named_around(&form.title, names);
        let unclear = (!named.is_empty()).then_some(UnreadKind::InTitle(named));
        form.unclear.extend(unclear);
    }
    // That work has not begun is no progress.
    if form.mark == Mark::Open {
        form.status = None;
    }
    form
}
