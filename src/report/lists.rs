//! The parts of a report that are lists: goals, days, what is left, next steps, thanks, pictures.

use super::data::{Goal, Image, NextStep, Unfinished};
use super::document::{Block, Inline, append, first_line};
use super::settings::{Body, Settings, Style};
use super::title::{capitalized, listed, without_stop};

/// Tells the goals, as a list or in a sentence, which has no full stop.
pub(super) fn goals(goals: &[Goal], style: Style) -> Vec<Block> {
    let goal = |goal: &Goal| {
        let text = match style {
            Style::Sentence => {
                let line = without_stop(first_line(goal.text.clone()));
                vec![Block::Paragraph(line)]
            }
            Style::Bullets | Style::Numbers => goal.text.clone(),
        };
        with_details(text, Some("side goal").filter(|_| goal.is_side))
    };
    styled(goals.iter().map(goal).collect(), style)
}

/// Lists the days with a theme or a break.
pub(super) fn days(days: &[Vec<Inline>]) -> Vec<Block> {
    let line = |line: &Vec<Inline>| vec![Block::Paragraph(line.clone())];
    bullets(days.iter().map(line).collect())
}

/// Lists what is not finished: titles, with status and people; in a sentence, as they were typed.
pub(super) fn unfinished(items: &[Unfinished], style: Style) -> Vec<Block> {
    let item = |item: &Unfinished| {
        let mut blocks = item.title.clone();
        if let Some(Block::Paragraph(title)) = blocks.first_mut() {
            let line = without_stop(std::mem::take(title));
            *title = match style {
                Style::Sentence => line,
                Style::Bullets | Style::Numbers => capitalized(line),
            };
        }
        if !item.status.is_empty() {
            let mut status = vec![Inline::text(": ")];
            status.extend(without_stop(item.status.clone()));
            append(&mut blocks, status);
        }
        with_details(blocks, item.people.as_deref())
    };
    styled(items.iter().map(item).collect(), style)
}

/// Lists what should happen after the sprint.
pub(super) fn next(steps: &[NextStep], style: Style) -> Vec<Block> {
    let step = |step: &NextStep| {
        let text = match style {
            Style::Sentence => {
                vec![Block::Paragraph(without_stop(first_line(
                    step.text.clone(),
                )))]
            }
            Style::Bullets | Style::Numbers => step.text.clone(),
        };
        with_details(text, step.people.as_deref())
    };
    styled(steps.iter().map(step).collect(), style)
}

/// Thanks: in paragraphs, or in bullets if everything else is and there are several.
pub(super) fn thanks(thanks: &[Vec<Block>], settings: &Settings) -> Vec<Block> {
    match (settings.body, thanks.len()) {
        (Body::Bullets, 2..) => bullets(thanks.to_vec()),
        _ => thanks.concat(),
    }
}

/// Gives each list item and paragraph a capital, as titles have it.
pub(super) fn capitalize(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(line) => *line = capitalized(std::mem::take(line)),
            Block::List { items, .. } => items.iter_mut().for_each(|item| {
                let first = item.len().min(1);
                capitalize(&mut item[..first]);
            }),
            _ => {}
        }
    }
}

/// Shows pictures; of each that cannot be shown, a comment says why.
pub(super) fn figures(images: &[Image]) -> Vec<Block> {
    images
        .iter()
        .map(|image| match image.omitted() {
            Some(omitted) => omitted.comment(),
            None => Block::Figure {
                source: image.source.clone(),
                alt: image.alt.clone(),
                caption: image.caption.clone(),
            },
        })
        .collect()
}

/// Makes a list with bullets; nothing of nothing.
pub(super) fn bullets(items: Vec<Vec<Block>>) -> Vec<Block> {
    styled(items, Style::Bullets)
}

/// Makes a list or a sentence; nothing of nothing.
pub(super) fn styled(items: Vec<Vec<Block>>, style: Style) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    let start = match style {
        Style::Bullets => None,
        Style::Numbers => Some(1),
        Style::Sentence => {
            let lines = items.into_iter().map(first_line).collect();
            return vec![Block::Paragraph(listed(lines))];
        }
    };
    vec![Block::List { start, items }]
}

/// Adds details in brackets.
pub(super) fn with_details(mut blocks: Vec<Block>, details: Option<&str>) -> Vec<Block> {
    if let Some(details) = details {
        append(&mut blocks, vec![Inline::text(format!(" ({details})"))]);
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::markdown::markdown;
    use crate::report::parse::parse;
    use crate::report::parse::parse_line;

    fn goal(text: &str, is_side: bool) -> Goal {
        Goal {
            text: parse(text),
            is_side,
        }
    }

    fn in_form(body: Body) -> Settings {
        Settings {
            body,
            ..Settings::default()
        }
    }

    fn told(blocks: &[Block]) -> String {
        markdown(blocks).trim_end().to_owned()
    }

    #[test]
    fn goals_are_bullets_numbers_or_one_sentence() {
        let all = [
            goal("release 3.5", false),
            goal("more *speed*.", false),
            goal("skiing", true),
        ];
        for (style, expected) in [
            (
                Style::Bullets,
                "- release 3.5\n- more *speed*.\n- skiing (side goal)",
            ),
            (
                Style::Numbers,
                "1. release 3.5\n2. more *speed*.\n3. skiing (side goal)",
            ),
            (
                Style::Sentence,
                "release 3.5, more *speed* and skiing (side goal)",
            ),
        ] {
            assert_eq!(told(&goals(&all, style)), expected);
        }
        assert_eq!(goals(&[], Style::Sentence), []);
    }

    #[test]
    fn list_items_and_paragraphs_begin_with_a_capital() {
        let mut blocks = parse("be faster\n\n- open *one*\n\n  and more\n- `x` again\n- pypy\n");
        capitalize(&mut blocks);
        assert_eq!(
            told(&blocks),
            "Be faster\n\n- Open *one*\n\n    and more\n\n- `x` again\n- pypy"
        );
    }

    #[test]
    fn what_is_left_is_listed_with_its_status_and_people() {
        let item = |title: &str, status: &str, people: Option<&str>| Unfinished {
            title: parse(title),
            status: parse_line(status),
            people: people.map(str::to_owned),
        };
        let items = [
            item(
                "fix OpenSSL.",
                "tests fail.",
                Some("Armin, with help from Bea"),
            ),
            item("numpy arrays", "", None),
        ];
        assert_eq!(
            told(&unfinished(&items, Style::Bullets)),
            "- Fix OpenSSL: tests fail (Armin, with help from Bea)\n- numpy arrays"
        );
    }

    #[test]
    fn next_steps_are_listed_with_their_people() {
        let step = |text: &str, people: Option<&str>| NextStep {
            text: parse(text),
            people: people.map(str::to_owned),
        };
        let steps = [step("Port it.", Some("Armin")), step("Test it.", None)];
        assert_eq!(
            told(&next(&steps, Style::Bullets)),
            "- Port it. (Armin)\n- Test it."
        );
        assert_eq!(next(&[], Style::Bullets), []);
    }

    #[test]
    fn thanks_are_bullets_if_there_are_several_among_bullets() {
        let all = [parse("Thanks, Laura."), parse("Thanks, donors.")];
        for (body, count, expected) in [
            (Body::Prose, 2, "Thanks, Laura.\n\nThanks, donors."),
            (Body::Bullets, 2, "- Thanks, Laura.\n- Thanks, donors."),
            (Body::Bullets, 1, "Thanks, Laura."),
        ] {
            assert_eq!(told(&thanks(&all[..count], &in_form(body))), expected);
        }
    }
}
