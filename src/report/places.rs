//! Where the pictures and links of a report lead: nowhere but to the web and to what goes along with it.

use std::collections::{HashMap, HashSet};

use super::build::{Gap, Image, Report, Story};
use super::document::{Block, Inline, LostPicture};
use crate::domain::is_address;

/// Knows where the files of a sprint are for whoever reads the report.
pub trait Places {
    /// Where a picture is that the report names from the sprint's folder.
    ///
    /// # Errors
    ///
    /// What is wrong with it, such as `is empty`: then it is left out.
    fn picture(&mut self, source: &str) -> Result<String, String>;

    /// Where a file is to which the report links from the sprint's folder; of a link to none, only the text stays.
    fn link(&mut self, to: &str) -> Option<String>;
}

impl Report {
    /// Puts the pictures and links in their places. A picture that has none is left out, and is a gap.
    pub fn settle(&mut self, places: &mut impl Places) {
        let mut settler = Settler {
            places,
            pictures: HashMap::new(),
            links: HashMap::new(),
            lost: Vec::new(),
            known: HashSet::new(),
        };
        let settled = &mut settler;
        settled.blocks(&mut self.intro);
        settled.images(&mut self.pictures);
        settled.blocks(&mut self.invitation);
        for (goal, _) in &mut self.goals {
            settled.blocks(goal);
        }
        for section in &mut self.body {
            settled.stories(&mut section.stories);
            settled.images(&mut section.pictures);
        }
        settled.stories(&mut self.decisions);
        settled.stories(&mut self.talks);
        for note in &mut self.notes {
            settled.blocks(note);
        }
        for day in &mut self.special_days {
            settled.inlines(day);
        }
        for item in &mut self.unfinished {
            settled.blocks(&mut item.title);
            settled.inlines(&mut item.status);
        }
        for (next, _) in &mut self.next {
            settled.blocks(next);
        }
        for text in &mut self.thanks {
            settled.blocks(text);
        }
        settled.blocks(&mut self.closing);
        settled.blocks(&mut self.sign_off);
        let lost = settler.lost.into_iter();
        self.gaps.extend(lost.map(Gap::LostPicture));
    }
}

struct Settler<'p, P> {
    places: &'p mut P,
    /// What is known already: one file may be named often.
    pictures: HashMap<String, Result<String, String>>,
    links: HashMap<String, Option<String>>,
    lost: Vec<LostPicture>,
    known: HashSet<LostPicture>,
}

impl<P: Places> Settler<'_, P> {
    fn stories(&mut self, stories: &mut [Story]) {
        for story in stories {
            self.inlines(&mut story.title);
            self.blocks(&mut story.blocks);
            self.images(&mut story.pictures);
            self.stories(&mut story.parts);
        }
    }

    fn images(&mut self, images: &mut [Image]) {
        for image in images {
            if image.fault.is_none() {
                match self.picture(&image.source) {
                    Ok(place) => image.source = place,
                    Err(fault) => image.fault = Some(fault),
                }
            }
            self.lost(image.lost());
            self.inlines(&mut image.caption);
        }
    }

    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Heading(_, inlines) | Block::Paragraph(inlines) => self.inlines(inlines),
                Block::List { items, .. } => items.iter_mut().for_each(|item| self.blocks(item)),
                Block::Quote(inner) => self.blocks(inner),
                Block::Figure { caption, .. } => self.inlines(caption),
                Block::Code { .. } | Block::Rule | Block::Comment(_) => {}
            }
        }
    }

    fn inlines(&mut self, inlines: &mut Vec<Inline>) {
        let mut settled = Vec::with_capacity(inlines.len());
        for mut inline in inlines.drain(..) {
            match &mut inline {
                Inline::Emphasis(inner) | Inline::Strong(inner) => self.inlines(inner),
                Inline::Link { to, text } => {
                    self.inlines(text);
                    match self.link(to) {
                        Some(place) => *to = place,
                        None => {
                            settled.append(text);
                            continue;
                        }
                    }
                }
                Inline::Image { source, alt } => match self.picture(source) {
                    Ok(place) => *source = place,
                    Err(fault) => {
                        let lost = LostPicture {
                            source: std::mem::take(source),
                            fault,
                        };
                        self.lost(Some(lost.clone()));
                        let alt = std::mem::take(alt);
                        inline = Inline::LostImage { lost, alt };
                    }
                },
                Inline::LostImage { lost, .. } => self.lost(Some(lost.clone())),
                Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
            }
            settled.push(inline);
        }
        *inlines = joined(settled);
    }

    fn picture(&mut self, source: &str) -> Result<String, String> {
        if is_address(source) {
            return Ok(source.to_owned());
        }
        let known = self.pictures.entry(source.to_owned());
        known.or_insert_with(|| self.places.picture(source)).clone()
    }

    fn link(&mut self, to: &str) -> Option<String> {
        let is_mailbox = to
            .get(..7)
            .is_some_and(|start| start.eq_ignore_ascii_case("mailto:"));
        if is_address(to) || is_mailbox || to.starts_with('#') {
            return Some(to.to_owned());
        }
        let known = self.links.entry(to.to_owned());
        known.or_insert_with(|| self.places.link(to)).clone()
    }

    fn lost(&mut self, lost: Option<LostPicture>) {
        if let Some(lost) = lost
            && self.known.insert(lost.clone())
        {
            self.lost.push(lost);
        }
    }
}

/// Inlines with no word torn.
fn joined(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut joined: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match (joined.last_mut(), inline) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, inline) => joined.push(inline),
        }
    }
    joined
}
