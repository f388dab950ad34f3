//! Credit: whose work something is.

use super::document::Block;
use super::mention::Prose;
use crate::domain::{Assignees, EVERYBODY, People, PersonRef, Sprint, Who};
use crate::report::settings::Names;

/// Stands for everybody in a sentence.
pub(super) const ALL_OF_US: &str = "all of us";

/// How a list of helpers begins.
pub(super) const WITH_HELP: &str = "with help from ";

/// Whose work something is, as the post prints names.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Whose {
    /// Whether it is the work of everybody and nobody else.
    pub everybody: bool,
    pub people: Vec<String>,
    pub helpers: Vec<String>,
    /// Those of them who are no attendees: `everybody` does not mean them.
    pub others: Vec<String>,
    /// Whether the text, or the heading above it, names them all already.
    pub is_said: bool,
}

impl Whose {
    /// Gives the names of people and helpers as the report prints them; nobody if it prints no names.
    pub fn new(sprint: &Sprint, assignees: &Assignees, names: Names) -> Whose {
        if names == Names::None {
            return Whose::default();
        }
        let printed = |person_refs: &[PersonRef]| {
            let printed = person_refs.iter().map(|one| match one.who {
                Who::Everybody => ALL_OF_US.to_owned(),
                Who::Person(_) => print(sprint.people(), *one, names),
            });
            printed.collect()
        };
        let others = assignees.all().filter(|one| !is_attendee(sprint, one.who));
        Whose {
            everybody: is_everybody(sprint, assignees),
            people: printed(&assignees.people),
            helpers: printed(&assignees.helpers),
            others: printed(&others.collect::<Vec<_>>()),
            is_said: false,
        }
    }

    /// Prints `Armin, Anto, with help from Samuele`; `None` if there is nobody to name.
    pub fn line(&self) -> Option<String> {
        let (people, helpers) = (self.people.join(", "), self.helpers.join(", "));
        match (people.as_str(), helpers.as_str()) {
            _ if self.everybody => Some(ALL_OF_US.to_owned()),
            ("", "") => None,
            (_, "") => Some(people),
            ("", _) => Some(format!("{WITH_HELP}{helpers}")),
            (_, _) => Some(format!("{people}, {WITH_HELP}{helpers}")),
        }
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
    for person_ref in credit.all() {
        if !once.contains(&person_ref.who) {
            once.push(person_ref.who);
        }
    }
    once
}

/// Gives a name as the report prints it, with a question mark if in doubt.
pub(super) fn print(people: &People, person_ref: PersonRef, names: Names) -> String {
    let mark = if person_ref.doubtful { "?" } else { "" };
    match (person_ref.who, names) {
        (Who::Person(id), Names::Full) => format!("{}{mark}", people.full_name(id)),
        _ => people.print(person_ref),
    }
}

/// Returns whether something is the work of everybody and nobody else: because the log says so, or because all
/// attendees, at least three, worked on it.
fn is_everybody(sprint: &Sprint, credit: &Assignees) -> bool {
    let certain = credit.people.iter().filter(|one| !one.doubtful);
    let credited = |who: Who| certain.clone().any(|one| one.who == who);
    let people = sprint.people();
    let all = certain.clone().count() >= 3
        && people.attendees().count() >= 3
        && people
            .attendees()
            .all(|attendee| credited(Who::Person(attendee.id)));
    let others = credit.all().any(|one| !is_attendee(sprint, one.who));
    (credited(Who::Everybody) || all) && !others
}

fn is_attendee(sprint: &Sprint, who: Who) -> bool {
    match who {
        Who::Everybody => true,
        Who::Person(id) => sprint.people().get(id).attendance.is_some(),
    }
}

/// Returns whether a text names them all: as `@nick` or by full name, or, of two or more people, by the names that the report prints.
/// One word alone may be anything: `Mark the old names`, `Will be released`.
pub(super) fn names_all(
    sprint: &Sprint,
    credit: &Assignees,
    names: Names,
    text: &mut [Block],
) -> bool {
    let people = sprint.people();
    let prose = Prose::of(text, people);
    let has = |name: &str| prose.has(name);
    let has_everybody = || has(EVERYBODY) || has("Everybody") || has(ALL_OF_US) || has("All of us");
    let everyone = each_once(credit);
    let are_several = everyone.len() > 1;
    let is_named = |who: &Who| {
        prose.mentioned.contains(who)
            || match who {
                Who::Everybody => has_everybody(),
                Who::Person(id) => {
                    let full = &people.get(*id).name;
                    let printed = match names {
                        Names::Full => people.full_name(*id),
                        Names::Short | Names::None => people.short_name(*id),
                    };
                    full.contains(char::is_whitespace) && has(full) || are_several && has(printed)
                }
            }
    };
    !everyone.is_empty() && everyone.iter().all(is_named)
        || is_everybody(sprint, credit) && has_everybody()
}
