//! The parts of a line of which no title is known.

use super::back::{after_people, at_back, people_before_note};
use super::front::{DASHES, assigned, at_front};
use super::parts::Form;
use super::quoted::hidden;
use super::signs::{without_signs, without_states};
use crate::diagnostic::UnreadKind;
use crate::planning::document::Mark;
use crate::planning::names::{Bracket, Names, Place};
use crate::planning::status::{mark_of, without_emphasis};
use crate::planning::strike::struck_in_front;

/// Removes the signs of bold and italic words around the status, unless it is known, takes the people out of it, `DONE (Bela)` or
/// `done by Bela`, and the mark if nothing else says where the item stands.
pub(super) fn finished(mut form: Form, known: Option<&str>, names: &Names<'_>) -> Form {
    if form.status.as_deref() != known
        && let Some(status) = &mut form.status
    {
        *status = without_emphasis(status).to_owned();
    }
    let new = form
        .status
        .as_deref()
        .filter(|status| Some(*status) != known);
    let done_by = new.and_then(|status| names.done_by(status));
    let bracket =
        |status| -> Option<(&str, &str)> { str::strip_suffix(status, ')')?.rsplit_once('(') };
    let end = new.map(|status| bracket(status).unwrap_or(("", status)));
    if let Some((status, people)) = done_by {
        form.credit = Some(people.people.clone());
        match form.people {
            None => form.take(people),
            Some(_) => {
                form.unclear.extend(people.unclear);
                form.others.extend(people.others);
            }
        }
        form.status = Some(status);
    } else if let Some(status) = new.filter(|status| names.is_done_and_seen(status)) {
        let cut = status.split_once([',', ';', ':']);
        let cut = cut.filter(|(front, _)| mark_of(front) == Mark::Done);
        let more = cut.map_or(status, |(_, more)| more.trim());
        form.status = Some(more.to_owned());
        form.mark = Mark::Done;
    } else if let Some((before, inside)) = end
        && let Some(people) = names.bracket(inside, Place::Within)
        && !people.people.is_empty()
    {
        let before = before.trim_end().trim_end_matches([':', ',']).to_owned();
        form.status = Some(before).filter(|before| !before.is_empty());
        form.take(people);
    }
    if form.people.is_none()
        && let Some(status) = form.status.take_if(|status| Some(status.as_str()) != known)
    {
        add_behind_sign(&mut form, &status, names);
    }
    if form.mark == Mark::None {
        form.mark = form.status.as_deref().map_or(Mark::None, mark_of);
    }
    form
}

/// Adds what stands behind a title and a sign: a status, known people, or both, as in `Ida, Bela (works for JPEG)`.
pub fn add_behind_sign(form: &mut Form, text: &str, names: &Names<'_>) {
    match people_before_note(text, names) {
        Some((people, "")) => form.take(people),
        Some((people, note)) if form.people.is_none() => {
            form.take(people);
            after_people(note, names, form);
        }
        _ if names.are_partly_known(text) => form.unclear.push(UnreadKind::OutsideBrackets),
        _ => match people_before_comma(text, names).filter(|_| form.people.is_none()) {
            Some((people, status)) => {
                form.take(people);
                form.add_status(status);
            }
            None => form.add_status(text),
        },
    }
}

/// Splits known people from what stands behind them and a comma: `Ida, Bela, nearly done`.
pub fn people_before_comma<'t>(text: &'t str, names: &Names<'_>) -> Option<(Bracket, &'t str)> {
    const MOST: usize = 8;
    let mut cuts = text.match_indices(", ").take(MOST).collect::<Vec<_>>();
    cuts.reverse();
    cuts.into_iter().find_map(|(place, comma)| {
        let people = names.known(&text[..place])?;
        Some((people, text[place + comma.len()..].trim_start()))
    })
}

fn without_dash(text: &str) -> &str {
    let mut dashes = DASHES.iter().map(|dash| dash.trim_end());
    let cut = dashes.find_map(|dash| text.strip_suffix(dash));
    cut.map_or(text, str::trim_end)
}

/// Writes dots up to known people as a dash: `fix it ........ Ida`.
fn without_leaders(text: &str, names: &Names<'_>) -> Option<String> {
    let (title, dots) = text.split_once(" ....")?;
    let people = dots.trim_start_matches('.').strip_prefix(' ')?.trim();
    names.known(people)?;
    (!title.trim().is_empty()).then(|| format!("{} -- {people}", title.trim_end()))
}

/// Cuts a line into its parts by its form alone.
pub(super) fn by_form(text: &str, names: &Names<'_>) -> Form {
    let mut form = Form::default();
    let (text, state) = without_states(text.trim(), &mut form);
    let text = match state {
        // `fix it — Ida — 🚧`.
        Some(_) => without_dash(text),
        None => text,
    };
    let struck = struck(text, names);
    if struck.is_some() {
        form.mark = Mark::Struck;
    }
    let text = struck.as_deref().unwrap_or(text);
    let (text, quoted) = hidden(text);
    let dashed = without_leaders(&text, names);
    let text = dashed.as_deref().unwrap_or(&text);
    let text = at_front(text, names, &mut form);
    form.is_status_in_front = form.status.is_some();
    let text = assigned(text, names, &mut form);
    let text = at_back(&text, names, &mut form);
    // `fix it ✅ @ida`.
    let (title, before_people) = without_states(&text, &mut form);
    title.clone_into(&mut form.title);
    quoted.show(&mut form);
    form.status = form.status.or(state.or(before_people).map(String::from));
    form
}

/// Returns the words of a line that is struck through, with those behind them that say why: `~~rename it~~ see the other one`.
/// A word or a person alone may be.
fn struck(text: &str, names: &Names<'_>) -> Option<String> {
    let (inner, behind) = struck_in_front(text)?;
    let (inner, behind) = (inner.trim(), behind.trim());
    let is_more = inner.contains(' ') && names.people(inner, false).is_none();
    // `~~wheels~~ (Ida)`.
    let is_before_people = || {
        let bracket = behind
            .strip_prefix('(')
            .and_then(|rest| rest.split_once(')'));
        bracket.is_some_and(|(people, _)| names.known(people).is_some())
    };
    let is_line = !inner.is_empty()
        && (behind.is_empty() || is_more || is_before_people())
        && !behind.contains("~~");
    is_line.then(|| format!("{inner} {behind}"))
}

/// Removes the signs around the words of a status, which a line of which no title is known does not keep either.
pub(super) fn with_bare_status(mut form: Form) -> Form {
    if let Some(status) = form.status.take() {
        let (words, _) = without_signs(&status, &mut form);
        let bare = if words.is_empty() { &status } else { words };
        form.status = Some(bare.to_owned());
    }
    form
}
