//! The line that confirms an entry: how what was typed was understood.
//!
//! `12 planned: fix the leak  | on it: Armin, Anto  | topic: Release Work › JIT`. Whatever comes from outside is shown with
//! single blanks, and every part but the first begins after two. So no text can look like a part.

use std::path::Path;

use chrono::NaiveDate;
use lean_string::LeanString;
use unicode_width::UnicodeWidthStr;

use super::{long_day, people, short};
use crate::domain::{
    Action, Assignees, Concerned, Entry, EntryId, Item, ItemKind, PersonRef, Sets, Sprint,
    TextRole, Topic, is_status,
};
use crate::text::excerpt;

/// What is between two parts.
const BETWEEN: &str = "  | ";

/// How long a line may be, so that a projector shows it whole.
const WIDTH: usize = 100;

/// How much is shown of what a text says about an item.
const BEGINNING: usize = 48;

/// How many people are named, and how many helpers: more than anybody reads.
const NAMED: usize = 50;

/// Confirms what was recorded, about an item or not.
pub fn recorded(sprint: &Sprint, entry: &Entry, what: &str) -> String {
    let fields = entry.action.fields();
    let item = sprint.subject(entry);
    let item = item.filter(|_| fields.sets != Sets::Nothing);
    let head = match item {
        Some(item) => format!("{} {what}: {}", item.label, short(&item.text)),
        None => {
            let text = fields.file.or(fields.text).unwrap_or_default();
            format!("{what}: {}", short(text))
        }
    };
    let mut parts = match item {
        Some(item) => people_of(sprint, entry, item),
        None => Vec::from_iter(labelled("on it", &named(sprint, entry))),
    };
    parts.extend(places(sprint, entry));
    parts.extend(texts(sprint, entry, item));
    line(&head, &parts)
}

/// Confirms that a sprint was created, with its dates.
pub(crate) fn created(path: &Path, from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    let from = from.map(|from| format!("from {}", long_day(from)));
    let to = to.map(|to| format!("to {}", long_day(to)));
    let parts: Vec<String> = from.into_iter().chain(to).collect();
    line(&format!("created: {}", path.display()), &parts)
}

/// Joins the parts of a confirmation, on a second line those for which the first has no room.
fn line(head: &str, parts: &[String]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| excerpt(part, WIDTH * 10)).collect();
    let parts = parts.join(BETWEEN);
    match head.width() + BETWEEN.len() + parts.width() {
        _ if parts.is_empty() => head.to_owned(),
        ..=WIDTH => format!("{head}{BETWEEN}{parts}"),
        _ => format!("{head}\n    {parts}"),
    }
}

/// Names who is on an item, or whose work it is.
fn people_of(sprint: &Sprint, entry: &Entry, item: &Item) -> Vec<String> {
    let fields = entry.action.fields();
    let on_it = assignees(sprint, &item.assignees);
    let parts = match fields.concerns {
        Concerned::Nobody => [None, None],
        Concerned::Assigned => [labelled("on it", &on_it), None],
        Concerned::TakenOff => {
            let on_it = labelled("on it", &on_it);
            let left = on_it.unwrap_or_else(|| "nobody is on it".to_owned());
            [labelled("off it", &named(sprint, entry)), Some(left)]
        }
        Concerned::Credited => {
            let corrects = fields.names().next().is_some();
            let credit = item.credit();
            let credited = assignees(sprint, &credit);
            let mut left_out = match corrects {
                true => item.uncredited(),
                false => Vec::new(),
            };
            // Those in the brackets of its text are in an entry of its own.
            let in_brackets = in_batch(sprint, entry, |other| matches!(other, Action::Assign(_)));
            let in_brackets = in_brackets.map(|assign| assign.action.fields());
            let in_brackets = in_brackets.iter().flat_map(|fields| fields.names());
            for one in refs(sprint, fields.names().chain(in_brackets)) {
                if !credit
                    .all()
                    .chain(left_out.iter().copied())
                    .any(|other| other == one)
                {
                    left_out.push(one);
                }
            }
            let left_out = first_of(sprint, &left_out, &[]);
            [
                labelled("credit", &credited),
                labelled("no credit", &left_out),
            ]
        }
    };
    parts.into_iter().flatten().collect()
}

fn assignees(sprint: &Sprint, assignees: &Assignees) -> String {
    first_of(sprint, &assignees.people, &assignees.helpers)
}

/// Names people and helpers, of many the first, and says how many are left out.
fn first_of(sprint: &Sprint, named: &[PersonRef], helpers: &[PersonRef]) -> String {
    let first = |refs: &[PersonRef]| refs.len().min(NAMED);
    let (shown, helping) = (first(named), first(helpers));
    let mut line = people(sprint, &named[..shown], &helpers[..helping]);
    let others = named.len() + helpers.len() - shown - helping;
    if others > 0 {
        line.push_str(&format!(", and {others} more"));
    }
    line
}

/// Names the people of an entry.
fn named(sprint: &Sprint, entry: &Entry) -> String {
    let fields = entry.action.fields();
    let refs = |names: Option<&[LeanString]>| -> Vec<PersonRef> {
        refs(sprint, names.unwrap_or_default().iter()).collect()
    };
    first_of(sprint, &refs(fields.people), &refs(fields.with))
}

fn refs<'s>(
    sprint: &'s Sprint,
    names: impl Iterator<Item = &'s LeanString>,
) -> impl Iterator<Item = PersonRef> {
    names.filter_map(|name| sprint.people().stored(name))
}

fn labelled(label: &str, shown: &str) -> Option<String> {
    (!shown.is_empty()).then(|| format!("{label}: {shown}"))
}

/// Says what an entry files its item under, what it makes it part of, and when it is to happen.
fn places(sprint: &Sprint, entry: &Entry) -> impl Iterator<Item = String> {
    let fields = entry.action.fields();
    let item = |id: EntryId| {
        let item = sprint.get(id);
        item.map(|item| format!("{} {}", item.label, excerpt(&item.text, BEGINNING)))
            .unwrap_or_default()
    };
    let about = fields.item.filter(|_| fields.sets == Sets::Nothing);
    let parts = [
        about.map(|id| format!("about: {}", item(id))),
        fields.topic.map(|topic| format!("topic: {}", path(topic))),
        (fields.no_topic && fields.under.is_none()).then(|| "no topic".to_owned()),
        fields.under.map(|id| format!("part of: {}", item(id))),
        (fields.top == Some(true)).then(|| "part of none".to_owned()),
        fields.when.map(|when| match when {
            "" => "no time".to_owned(),
            when => format!("when: {}", excerpt(when, BEGINNING)),
        }),
    ];
    parts.into_iter().flatten()
}

/// Writes a topic as `Release Work › JIT`.
fn path(topic: &Topic) -> String {
    topic.readable(" › ")
}

/// Finds the last entry about the same item that was recorded together with an entry.
fn in_batch<'s>(
    sprint: &'s Sprint,
    entry: &Entry,
    is: impl Fn(&Action) -> bool,
) -> Option<&'s Entry> {
    let batch = entry.batch?;
    let mut others = sprint.history(sprint.subject(entry)?);
    others.rfind(|other| other.batch == Some(batch) && is(&other.action))
}

/// Shows the beginning of what an entry says about its item.
fn texts(sprint: &Sprint, entry: &Entry, item: Option<&Item>) -> impl Iterator<Item = String> {
    let fields = entry.action.fields();
    let is_minute =
        |text: &str| item.is_some_and(|item| item.kind == ItemKind::Discussion) && !is_status(text);
    let is_done = matches!(entry.action, Action::Done(_));
    let label = match fields.text_is {
        TextRole::Status if fields.text.is_some_and(is_minute) => Some("minutes"),
        TextRole::Status => Some("status"),
        // Those before it are told as well.
        TextRole::Result if is_done && item.is_some_and(|item| item.valid_results().len() > 1) => {
            Some("result added")
        }
        TextRole::Result => Some("result"),
        TextRole::Decision => Some("decision"),
        TextRole::Reason => Some("why"),
        TextRole::Caption => Some("caption"),
        TextRole::Title | TextRole::Other => None,
    };
    let said = fields.text.zip(label);
    let said = said.map(|(text, label)| (label, text.to_owned()));
    let retitled = item.filter(|_| fields.item.is_some() && fields.text_is == TextRole::Title);
    let former = retitled.and_then(|item| Some(("was", item.former.last()?.to_string())));
    let renumbered = item.filter(|_| fields.number.is_some());
    let number = renumbered.and_then(|item| Some(("was", item.former_number?.to_string())));
    // What `done` takes for a status is an entry of its own.
    let status = || {
        let is_status = |action: &Action| action.fields().sets == Sets::Status;
        let has_result = fields.text_is == TextRole::Result;
        let status = has_result.then(|| in_batch(sprint, entry, is_status))??;
        Some(("status", status.action.fields().text?.to_string()))
    };
    let decided = fields.decided.map(|text| ("decision", text.to_string()));
    let alt = fields.alt.map(|text| ("alt", text.to_string()));
    let texts = [said.or_else(status), former, number, decided, alt]
        .into_iter()
        .flatten();
    texts.map(|(label, text)| format!("{label}: {}", excerpt(&text, BEGINNING)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Who;

    #[test]
    fn of_many_people_the_first_are_named_and_the_others_counted() {
        let everybody = PersonRef {
            who: Who::Everybody,
            doubtful: false,
        };
        let sprint = Sprint::default();
        let named = |people: usize, helpers: usize| {
            let line = first_of(&sprint, &vec![everybody; people], &vec![everybody; helpers]);
            (line.matches("verybody").count(), line)
        };
        assert_eq!(named(2, 0).1, "everybody, everybody");
        assert_eq!(named(NAMED, 1).0, NAMED + 1);
        let (count, line) = named(NAMED + 2, NAMED + 1);
        assert_eq!(count, 2 * NAMED);
        assert!(line.ends_with("everybody, and 3 more"), "{line}");
    }
}
