//! Credit: whose work a result is.

use super::document::Block;
use super::mention::Prose;
use crate::domain::{Assignees, EVERYBODY, Names, PersonRef, Sprint, Who};

/// Prints `Armin, Anto, with help by Samuele`; `None` if there is nobody to name.
pub(super) fn credit_line(sprint: &Sprint, credit: &Assignees, names: Names) -> Option<String> {
    if names == Names::None {
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
    each_once(credit)
}

fn each_once(credit: &Assignees) -> Vec<Who> {
    let mut once = Vec::new();
    for person_ref in credit.people.iter().chain(&credit.helpers) {
        if !once.contains(&person_ref.who) {
            once.push(person_ref.who);
        }
    }
    once
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
            .all(|attendee| credited(Who::Person(attendee.id)));
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

/// Returns whether a text names them all: as `@nick` or by full name, or, of two or more people, by the names that the report prints.
/// One word alone may be anything: `Mark the old names`, `Will be released`.
pub(super) fn names_all(sprint: &Sprint, credit: &Assignees, names: Names, text: &[Block]) -> bool {
    let people = sprint.people();
    let prose = Prose::of(text, people);
    let has = |name: &str| prose.has(name);
    let has_everybody = || has(EVERYBODY) || has("Everybody");
    let everyone = each_once(credit);
    let are_several = everyone.len() > 1;
    let is_named = |who: &Who| {
        prose.mentioned.contains(who)
            || match who {
                Who::Everybody => has_everybody(),
                Who::Person(id) => {
                    let full = &people.get(*id).name;
                    let printed = match names {
                        Names::Full => full,
                        Names::Short | Names::None => people.short_name(*id),
                    };
                    has(full) && full.contains(char::is_whitespace) || are_several && has(printed)
                }
            }
    };
    !everyone.is_empty() && everyone.iter().all(is_named)
        || is_everybody(sprint, credit) && has_everybody()
}

/// Splits a text into words.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}
