//! From a report to blocks: the order of its parts, their headings, prose and bullets.

use super::data::{Attendee, Gap, Goal, Image, NextStep, Report, Section, Story, Unfinished};
use super::document::{Block, Inline, append, plain, without_omitted};
use super::parse::flat;
use crate::domain::Body;

impl Report {
    /// Writes the report as blocks.
    pub fn to_blocks(&self) -> Vec<Block> {
        let mut page = vec![Block::Heading(1, vec![Inline::text(self.full_title())])];
        page.extend(self.intro.iter().cloned());
        if self.gaps.contains(&Gap::NoIntro) {
            page.push(Block::Comment(Gap::NoIntro.message()));
        }
        page.extend(figures(&self.pictures));
        part(
            &mut page,
            2,
            &self.headings.invitation,
            self.invitation.clone(),
        );

        let mut rest = Vec::new();
        let level = 2 + u8::from(!self.headings.summary.is_empty());
        part(&mut rest, level, &self.headings.goals, self.goals());
        for section in &self.body {
            self.section(&mut rest, level, section);
        }
        part(
            &mut rest,
            level,
            &self.headings.decisions,
            list(&self.decisions),
        );
        part(&mut rest, level, &self.headings.talks, list(&self.talks));
        part(&mut rest, level, &self.headings.notes, self.notes());
        part(&mut rest, level, &self.headings.days, self.special_days());
        part(&mut rest, level, &self.headings.next, self.next());
        part(&mut rest, level, &self.headings.attendees, self.attendees());
        part(
            &mut rest,
            level,
            &self.headings.thanks,
            self.thanks.concat(),
        );
        part(&mut page, 2, &self.headings.summary, rest);

        page.extend(self.closing.iter().cloned());
        page.extend(self.sign_off.iter().cloned());
        without_omitted(page, true)
    }

    /// Returns the title, with the days of an interim report.
    pub(crate) fn full_title(&self) -> String {
        match &self.days {
            Some(days) => format!("{} ({days})", self.title),
            None => self.title.clone(),
        }
    }

    fn goals(&self) -> Vec<Block> {
        let goal = |goal: &Goal| {
            let mut blocks = goal.text.clone();
            if goal.is_side {
                append(&mut blocks, vec![Inline::text(" (side goal)")]);
            }
            blocks
        };
        bullets(self.goals.iter().map(goal).collect())
    }

    fn section(&self, page: &mut Vec<Block>, level: u8, section: &Section) {
        if !section.heading.is_empty() {
            let level = level
                .saturating_add(u8::try_from(section.depth).unwrap_or(u8::MAX))
                .min(6);
            page.push(Block::Heading(level, section.heading.clone()));
        }
        page.extend(self.stories(&section.stories));
        page.extend(figures(&section.pictures));
    }

    fn stories(&self, stories: &[Story]) -> Vec<Block> {
        match self.shape {
            Body::Prose => prose(stories),
            Body::Bullets => list(stories),
        }
    }

    fn notes(&self) -> Vec<Block> {
        match self.shape {
            Body::Prose => self.notes.concat(),
            Body::Bullets => bullets(self.notes.clone()),
        }
    }

    fn special_days(&self) -> Vec<Block> {
        let line = |line: &Vec<Inline>| vec![Block::Paragraph(line.clone())];
        bullets(self.special_days.iter().map(line).collect())
    }

    fn next(&self) -> Vec<Block> {
        let unfinished = |item: &Unfinished| {
            let mut blocks = item.title.clone();
            if !item.status.is_empty() {
                let lead = [Inline::text(": ")].into_iter();
                append(&mut blocks, lead.chain(item.status.clone()).collect());
            }
            with_details(blocks, item.people.as_deref())
        };
        let next = |step: &NextStep| with_details(step.text.clone(), step.people.as_deref());
        let unfinished = self.unfinished.iter().map(unfinished);
        bullets(unfinished.chain(self.next.iter().map(next)).collect())
    }

    fn attendees(&self) -> Vec<Block> {
        let line = |attendee: &Attendee| {
            let name = vec![Block::Paragraph(vec![Inline::text(&attendee.name)])];
            let details = attendee.details.join(", ");
            with_details(
                name,
                Some(details.as_str()).filter(|details| !details.is_empty()),
            )
        };
        bullets(self.attendees.iter().map(line).collect())
    }
}

/// Adds a part with its heading, unless there is nothing in it.
fn part(page: &mut Vec<Block>, level: u8, heading: &str, blocks: Vec<Block>) {
    if blocks.is_empty() {
        return;
    }
    if !heading.is_empty() {
        page.push(Block::Heading(level, vec![Inline::text(heading)]));
    }
    page.extend(blocks);
}

fn prose(stories: &[Story]) -> Vec<Block> {
    with_gaps(stories.iter().flat_map(paragraphs).collect(), stories)
}

fn list(stories: &[Story]) -> Vec<Block> {
    with_gaps(bullets(stories.iter().map(bullet).collect()), stories)
}

fn paragraphs(story: &Story) -> Vec<Block> {
    let mut blocks = text(story);
    blocks.extend(story.parts.iter().flat_map(paragraphs));
    blocks
}

fn bullet(story: &Story) -> Vec<Block> {
    let mut blocks = text(story);
    blocks.extend(bullets(story.parts.iter().map(bullet).collect()));
    blocks
}

/// Returns the title, the text and the pictures of a story, without its parts.
fn text(story: &Story) -> Vec<Block> {
    let mut blocks = story.blocks.clone();
    if !story.title.is_empty() {
        let ends = plain(&story.title).ends_with(['.', '?', '!', ':']);
        let title = Inline::Strong(flat(story.title.clone()));
        match blocks.first_mut() {
            Some(Block::Paragraph(inlines)) => {
                inlines.splice(0..0, [title, Inline::text(if ends { " " } else { ": " })]);
            }
            _ => blocks.insert(0, Block::Paragraph(vec![title])),
        }
    }
    blocks.extend(figures(&story.pictures));
    blocks
}

fn with_gaps(mut blocks: Vec<Block>, stories: &[Story]) -> Vec<Block> {
    stories
        .iter()
        .for_each(|story| add_gaps(&mut blocks, story));
    blocks
}

fn add_gaps(blocks: &mut Vec<Block>, story: &Story) {
    blocks.extend(story.gap.iter().map(|gap| Block::Comment(gap.message())));
    story.parts.iter().for_each(|part| add_gaps(blocks, part));
}

fn bullets(items: Vec<Vec<Block>>) -> Vec<Block> {
    if items.is_empty() {
        Vec::new()
    } else {
        vec![Block::List { start: None, items }]
    }
}

fn figures(images: &[Image]) -> Vec<Block> {
    images
        .iter()
        .map(|image| match image.omitted() {
            Some(omitted) => Block::Comment(omitted.message()),
            None => Block::Figure {
                source: image.source.clone(),
                alt: image.alt.clone(),
                caption: image.caption.clone(),
            },
        })
        .collect()
}

fn with_details(mut blocks: Vec<Block>, details: Option<&str>) -> Vec<Block> {
    if let Some(details) = details {
        append(&mut blocks, vec![Inline::text(format!(" ({details})"))]);
    }
    blocks
}
