//! What may be a typo in a sprint, in words.

use super::lookup_error::same_number_hint;
use super::rule::{Description, Rule, Severity};
use super::words::{commas, some, state_word};
use crate::domain::{Closing, Copies, DEEPEST, EVERYBODY, Ending, Excess, Label, LintKind, Markup};
use crate::text::{excerpt, shell_word, shell_words};

impl LintKind {
    pub(super) fn describe(&self) -> Description {
        match self {
            LintKind::NeverJoined(name) => Rule::NeverJoined.notice(
                format!("{name} was named but has not joined"),
                format!("`sprint join {}` adds an attendee", shell_words(name)),
            ),
            LintKind::LikeAttendee { name, known } => Rule::SimilarNames.notice(
                format!("`{name}` looks like a typo of `{known}`"),
                "if they are one person, `sprint undo ID --only` takes the `join` of one of the two back",
            ),
            LintKind::LikeName { name, known } => Rule::SimilarNames.notice(
                format!("`{name}` looks like a typo of `{known}`"),
                match known.as_str() {
                    EVERYBODY => "correct it in the log, `sprint edit log DAY` opens one".to_owned(),
                    _ => format!(
                        "correct it in the log, or `sprint join {} --also {}` says that they are one person",
                        shell_words(known),
                        shell_word(name)
                    ),
                },
            ),
            LintKind::LikeTopic { topic, known } => Rule::SimilarTopics.notice(
                format!("the topic `{topic}` looks like a typo of `{known}`"),
                "correct it in the log; if both are meant, list it as one of `topics` in sprint.toml",
            ),
            LintKind::SharedNumber { number, choices } => Rule::SharedNumber.notice(
                format!("{} items have the number {number}", choices.len()),
                format!("they are called {}", same_number_hint(choices)),
            ),
            LintKind::Opposed {
                label,
                text,
                closings,
            } => opposed(*label, text, closings),
            LintKind::Copies(copies) => same_items(copies),
            LintKind::TooMuch(excess) => Description {
                severity: Severity::Notice,
                hint: Some(match excess {
                    Excess::Headings(_) => format!(
                        "shorten the path; what is deeper than {DEEPEST} is part of the last heading"
                    ),
                    Excess::Characters { .. } | Excess::Names(_) => {
                        "shorten it; it counts all the same, and the board and tables cut it"
                            .to_owned()
                    }
                }),
                ..excess.describe()
            },
            LintKind::Misread { word, markup } => Rule::Misread.notice(
                reads_as(word, *markup),
                "if it is not meant as that, put backticks around it in the log; `sprint edit log DAY` opens one",
            ),
            LintKind::NameInBrackets { label, name } => Rule::NameInBrackets.notice(
                format!("the title of {label} ends in brackets that hold the name {name}"),
                format!("`sprint assign {label} PEOPLE` says who is on it, `sprint reword {label} TEXT` takes the brackets out"),
            ),
            LintKind::OnlyStatus { label, status } => Rule::OnlyStatus.notice(
                format!("the result of {label} is only a status: {}", excerpt(status, 40)),
                format!("`sprint result {label} --only TEXT` says what came of it"),
            ),
            LintKind::LeftOnItem { label, name, nick } => Rule::LeftOnItem.notice(
                format!("{name} has left and is still on {label}"),
                format!("`sprint unassign {label} {}` takes them off; their credit stays", shell_words(nick)),
            ),
            LintKind::OutsideSprint { day, from, to } => Rule::OutsideSprint.notice(
                format!("{day} is not a day of the sprint, which is from {from} to {to}"),
                "correct the entry, or `from` and `to` in sprint.toml",
            ),
        }
    }
}

fn same_items(copies: &Copies) -> Description {
    let Copies {
        pairs,
        text,
        undo,
        drop,
    } = copies;
    let (ones, others): (Vec<Label>, Vec<Label>) = pairs.iter().copied().unzip();
    let labels = |labels: &[Label]| some(&labels.iter().map(Label::to_string).collect::<Vec<_>>());
    let words = excerpt(text, 40);
    let words = match pairs.len() {
        1 => format!("the words of {} ({words})", labels(&ones)),
        _ => format!("the words of {} ({words} …)", labels(&ones)),
    };
    let (have, was) = if pairs.len() == 1 {
        ("has", "was")
    } else {
        ("have", "were")
    };
    let hint = match (undo, &drop[..]) {
        (Some(id), _) => {
            format!("if they are the same, `sprint undo {id}` takes back what was recorded twice")
        }
        (None, []) => format!("`sprint show {}` shows what was recorded of it", others[0]),
        (None, free) => format!(
            "if they are the same, `sprint drop {} recorded twice` gives up those that nobody has worked on",
            commas(free)
        ),
    };
    let others = labels(&others);
    Rule::SameItem.notice(
        format!("{others} {have} {words}, and {was} recorded by somebody who did not know of that"),
        hint,
    )
}

fn opposed(label: Label, text: &str, closings: &[Closing; 2]) -> Description {
    let [one, other] = closings.each_ref().map(|closing| {
        let text = closing
            .text
            .iter()
            .map(|text| format!(" ({})", excerpt(text, 40)));
        format!(
            "{} by {}{}",
            state_word(Some(closing.how)),
            closing.by,
            text.collect::<String>()
        )
    });
    let are_decisions = closings
        .iter()
        .all(|closing| closing.how == Ending::Decided);
    let text = excerpt(text, 40);
    match are_decisions {
        true => Rule::Contradiction.notice(
            format!("{label} ({text}) was {one} and {other}, and the post tells both"),
            format!("`sprint result {label} --only TEXT` says what holds"),
        ),
        false => Rule::Contradiction.notice(
            format!("{label} ({text}) was {one} and {other}, and counts as finished"),
            format!("if it was given up, `sprint reopen {label}`, then `sprint drop {label}`"),
        ),
    }
}

/// Says what a word of a text reads as.
pub(super) fn reads_as(word: &str, markup: Markup) -> String {
    let markup = match markup {
        Markup::Emphasis => "emphasis",
        Markup::Link => "a link",
    };
    format!("`{}` reads as {markup}", excerpt(word, 40))
}
