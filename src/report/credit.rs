//! Credit: whose work a result is.

use crate::domain::{Assignees, EVERYBODY, Names, PersonRef, Sprint, Who};
use crate::text::without_accents;

/// Prints `Armin, Anto, with help by Samuele`; `None` if there is nobody to name, or if `text` already names them all.
pub(super) fn credit_line(
    sprint: &Sprint,
    credit: &Assignees,
    names: Names,
    text: &str,
) -> Option<String> {
    if names == Names::None || names_all(sprint, credit, text) {
        return None;
    }
    let named = |person_refs: &[PersonRef]| {
        let names = person_refs
            .iter()
            .map(|person_ref| print(sprint, *person_ref, names));
        names.collect::<Vec<_>>().join(", ")
    };
    let (people, helpers) = (named(&credit.people), named(&credit.helpers));
    match (people.as_str(), helpers.as_str()) {
        _ if is_everybody(sprint, credit) => Some(EVERYBODY.to_owned()),
        ("", "") => None,
        (_, "") => Some(people),
        ("", _) => Some(format!("with help by {helpers}")),
        (_, _) => Some(format!("{people}, with help by {helpers}")),
    }
}

/// Returns everybody as one, or each person with credit once.
pub(super) fn credited(sprint: &Sprint, credit: &Assignees) -> Vec<Who> {
    if is_everybody(sprint, credit) {
        return vec![Who::Everybody];
    }
    let mut credited = Vec::new();
    for person_ref in credit.people.iter().chain(&credit.helpers) {
        if !credited.contains(&person_ref.who) {
            credited.push(person_ref.who);
        }
    }
    credited
}

/// Gives a name as the report prints it.
pub(super) fn print(sprint: &Sprint, person_ref: PersonRef, names: Names) -> String {
    match (person_ref.who, names) {
        (Who::Person(id), Names::Full) => sprint.people().get(id).name.clone(),
        _ => sprint.people().print(person_ref),
    }
}

/// Returns whether something is the work of everybody and nobody else: because the log says so, or because all
/// attendees, at least three, worked on it.
fn is_everybody(sprint: &Sprint, credit: &Assignees) -> bool {
    let certain = credit
        .people
        .iter()
        .filter(|person_ref| !person_ref.doubtful);
    let credited = |who: Who| certain.clone().any(|person_ref| person_ref.who == who);
    let all = sprint.people().attendees().count() >= 3
        && sprint
            .people()
            .attendees()
            .all(|(id, _, _)| credited(Who::Person(id)));
    let is_attendee = |who: Who| match who {
        Who::Everybody => true,
        Who::Person(id) => sprint.people().get(id).attendance.is_some(),
    };
    let others = credit
        .people
        .iter()
        .chain(&credit.helpers)
        .any(|person_ref| !is_attendee(person_ref.who));
    (credited(Who::Everybody) || all) && !others
}

/// Returns whether a text contains a printed name of each of them, in the same case: `Will` is a name, `will` is not.
fn names_all(sprint: &Sprint, credit: &Assignees, text: &str) -> bool {
    let text = without_accents(text);
    let text: Vec<&str> = words(&text).collect();
    let has = |name: &str| {
        let name = without_accents(name);
        let name: Vec<&str> = words(&name).collect();
        !name.is_empty() && text.windows(name.len()).any(|window| window == name)
    };
    let mut person_refs = credit.people.iter().chain(&credit.helpers).peekable();
    person_refs.peek().is_some()
        && person_refs.all(|person_ref| match person_ref.who {
            Who::Everybody => has(EVERYBODY) || has("Everybody"),
            Who::Person(id) => {
                has(sprint.people().short_name(id)) || has(&sprint.people().get(id).name)
            }
        })
}

/// Splits a text into words.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}
