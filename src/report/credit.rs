//! Whose work an outcome is, as it stands behind the outcome.

use crate::domain::{Credit, EVERYBODY, Mention, Names, Sprint, Who, fold_text};

/// `Armin, Anto, with help by Samuele`; `None` if there is nobody to name, or if `text` names them all.
pub(super) fn credit_line(
    sprint: &Sprint,
    credit: &Credit,
    names: Names,
    text: &str,
) -> Option<String> {
    if names == Names::None || names_all(sprint, credit, text) {
        return None;
    }
    let named = |mentions: &[Mention]| -> Vec<String> {
        mentions
            .iter()
            .map(|mention| print(sprint, *mention, names))
            .collect()
    };
    let (people, helpers) = (
        named(&credit.people).join(", "),
        named(&credit.helpers).join(", "),
    );
    match (
        is_everybody(sprint, credit),
        people.is_empty(),
        helpers.is_empty(),
    ) {
        (true, _, _) => Some(EVERYBODY.to_owned()),
        (_, true, true) => None,
        (_, false, true) => Some(people),
        (_, true, false) => Some(format!("with help by {helpers}")),
        (_, false, false) => Some(format!("{people}, with help by {helpers}")),
    }
}

/// A name as the report prints it.
pub(super) fn print(sprint: &Sprint, mention: Mention, names: Names) -> String {
    match (mention.who, names) {
        (Who::Person(id), Names::Full) => sprint.people().get(id).name.clone(),
        _ => sprint.people().print(mention),
    }
}

/// Whether it is the work of everybody: so it was said, or three attendees or more all had a part in it.
fn is_everybody(sprint: &Sprint, credit: &Credit) -> bool {
    let credited = |who: Who| {
        credit
            .people
            .iter()
            .chain(&credit.helpers)
            .any(|mention| mention.who == who)
    };
    credited(Who::Everybody)
        || sprint.people().attendees().count() >= 3
            && sprint
                .people()
                .attendees()
                .all(|(id, _, _)| credited(Who::Person(id)))
}

/// Whether a text has a name of each of them in it.
fn names_all(sprint: &Sprint, credit: &Credit, text: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        fold_text(text)
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let text = words(text);
    let has = |name: &str| {
        let name = words(name);
        !name.is_empty() && text.windows(name.len()).any(|window| window == name)
    };
    let mut mentions = credit.people.iter().chain(&credit.helpers).peekable();
    mentions.peek().is_some()
        && mentions.all(|mention| match mention.who {
            Who::Everybody => has(EVERYBODY),
            Who::Person(id) => {
                let person = sprint.people().get(id);
                has(sprint.people().short_name(id)) || has(&person.name) || has(&person.nick)
            }
        })
}
