//! Why a typed word does not mean one item, person or topic, in words.

use super::failure::Failure;
use super::words::{commas, state_word};
use crate::domain::{Choice, EVERYBODY, LookupError, NameChoice};
use crate::text::excerpt;

impl LookupError {
    pub(super) fn describe(&self) -> Failure {
        match self {
            LookupError::NoSuchNumber { typed, highest } => Failure::new(
                format!("there is no item {typed}"),
                match highest {
                    0 => "there are no items yet; `sprint plan TEXT` makes the first".to_owned(),
                    _ => format!(
                        "the highest number is {highest}; `sprint board` shows what is open"
                    ),
                },
            ),
            LookupError::SharedNumber { number, choices } => Failure::new(
                format!("{} items have the number {number}", choices.len()),
                format!("say which: {}", same_number_hint(choices)),
            ),
            LookupError::NoItem => Failure::new(
                "no item is named",
                "an item is a number, an id, or a word of its text; `sprint board` shows what is open",
            ),
            LookupError::SeveralItems { typed, items } => Failure::new(
                format!("`{typed}` is several items"),
                format!(
                    "a command that takes several items needs commas between them: `{}`; other commands take one",
                    commas(items)
                ),
            ),
            LookupError::OneLetter { word, choices } => Failure::new(
                format!("`{word}` alone does not name an item"),
                format!("say its number: {}", choices_of(choices)),
            ),
            LookupError::OwnNumber(label) => Failure::new(
                format!("no other item has the number {label}"),
                "`12a` and `12b` share a number; nothing else is renumbered",
            ),
            LookupError::NoSuchWord { word, near } => Failure::new(
                format!("no open item has `{word}` in its text"),
                match near[..] {
                    [] => "`sprint board` shows what is open, with numbers".to_owned(),
                    _ => format!("did you mean {}?", choices_of(near)),
                },
            ),
            LookupError::SharedWord { word, choices } => Failure::new(
                format!("{} open items have `{word}` in their text", choices.len()),
                format!("use its number: {}", choices_of(choices)),
            ),
            LookupError::NotAName(name) => Failure::new(
                format!("`{name}` is not a name"),
                "people are named by nick, first name or full name, separated by blanks or commas",
            ),
            LookupError::SharedName { name, choices } => Failure::new(
                format!("`{name}` may be {}", either(choices)),
                "use the full name",
            ),
            LookupError::LikeName { name, known } => {
                let meant = match known.as_str() {
                    EVERYBODY => format!("`{known}`"),
                    _ => known.clone(),
                };
                Failure::new(
                    format!("nobody is called `{name}`"),
                    format!(
                        "did you mean {meant}? If it is somebody new, let them join first: `sprint join NAME`"
                    ),
                )
            }
            LookupError::PartlyKnown { name, known } => Failure::new(
                format!("nobody is called `{name}`"),
                format!(
                    "{known} is known: separate names by commas, or let somebody new join first: `sprint join NAME`"
                ),
            ),
            LookupError::SharedTopic { topic, choices } => Failure::new(
                format!("`{topic}` may be `{}`", choices.join("` or `")),
                "use the whole path",
            ),
            LookupError::LongerTopic { topic, known } => Failure::new(
                format!("`{topic}` begins with the topic `{known}`"),
                format!(
                    "did words of the text slip into it? For part of `{known}`, type `{known}/{}`; for a new topic of that name, add it to `topics` in sprint.toml first",
                    topic
                        .chars()
                        .skip(known.chars().count())
                        .collect::<String>()
                        .trim()
                ),
            ),
            LookupError::LetterTopic(topic) => Failure::new(
                format!("a heading of the new topic `{topic}` has only one letter"),
                format!(
                    "a slash separates headings; `{}` is one heading with a slash in it",
                    topic.replace('/', "\\/")
                ),
            ),
            LookupError::LikeTopic { topic, known } => Failure::new(
                format!("there is no topic `{topic}`"),
                format!(
                    "did you mean `{known}`? To use a new topic, add it to `topics` in sprint.toml first"
                ),
            ),
        }
    }
}

fn either(choices: &[NameChoice]) -> String {
    let choices: Vec<String> = choices
        .iter()
        .map(|NameChoice { name, nick }| format!("{name} (nick `{nick}`)"))
        .collect();
    choices.join(" or ")
}

fn choices_of(choices: &[Choice]) -> String {
    const SHOWN: usize = 5;
    let mut shown: Vec<String> = choices
        .iter()
        .take(SHOWN)
        .map(|choice| match choice.ending {
            None => format!("{} ({})", choice.label, excerpt(&choice.text, EXCERPT)),
            ending => format!(
                "{} ({}; {})",
                choice.label,
                excerpt(&choice.text, EXCERPT),
                state_word(ending)
            ),
        })
        .collect();
    if choices.len() > SHOWN {
        shown.push(format!("{} more", choices.len() - SHOWN));
    }
    shown.join(", ")
}

/// Lists items that share a number, and tells how to give one of them another.
pub(super) fn same_number_hint(choices: &[Choice]) -> String {
    let later = choices.last().map(|choice| choice.label.to_string());
    format!(
        "{}; `sprint renumber {}` gives it a number of its own",
        choices_of(choices),
        later.unwrap_or_default()
    )
}

/// The columns of an item's text that are enough to recognize it.
const EXCERPT: usize = 40;
