//! Stories as blocks: what a list of items and notes reads like.

use crate::domain::{EntryId, ItemKind};
use crate::report::data::NextStep;
use crate::report::document::{Block, Inline, plain, push_inline};
use crate::report::lists::{bullets, figures};
use crate::report::parse::flat;
use crate::report::settings::{Body, Credit, Group, Names, Settings, Titles};
use crate::report::story::{Story, Subject};
use crate::report::title::{capitalized, ends_itself, listed, remove_end, with_stop, without_stop};
use crate::report::whose::{ALL_OF_US, WITH_HELP, Whose};

/// How a list of stories is told.
pub(in crate::report) struct Telling {
    pub settings: Settings,
    /// The level of titles that are headings.
    pub level: u8,
    /// Whether each item is followed by its number.
    pub numbers: bool,
    /// The item whose title is that of the report: it does not need it again.
    pub about: Option<EntryId>,
}

/// Tells stories in order. What only has a title is told in a sentence at the end, and its gaps follow.
pub(in crate::report) fn tell(stories: &[Story], telling: &Telling) -> Vec<Block> {
    let mut blocks: Vec<Block> = telling.section_credit(stories).into_iter().collect();
    let (bare, told): (Vec<&Story>, Vec<&Story>) = stories
        .iter()
        .partition(|one| is_bare(one) && !telling.is_about(one));
    let titles = telling.titles(&told);
    let is_bulleted = telling.settings.body == Body::Bullets;
    match (titles, is_bulleted) {
        _ if told.is_empty() => blocks.extend(telling.only_titles(&bare, titles)),
        (Titles::Heading, _) => blocks.extend(telling.under_headings(&told, &bare)),
        (titles, true) => blocks.extend(telling.in_bullets(&told, &bare, titles)),
        (titles, false) => {
            let items = told
                .iter()
                .map(|one| telling.item(one, titles, Body::Prose));
            blocks.extend(items.flatten());
            blocks.extend(telling.also(&bare).into_iter().map(Block::Paragraph));
        }
    }
    for story in stories {
        add_gaps(&mut blocks, story);
    }
    blocks
}

/// Returns whether there is nothing to tell of an item but that it is finished. That a talk was held is told for itself.
fn is_bare(story: &Story) -> bool {
    let is_talk = |subject: &Subject| subject.kind == ItemKind::Talk;
    story.item.as_ref().is_some_and(|item| !is_talk(item))
        && has_no_more(story)
        && story.parts.iter().all(is_bare)
}

fn has_only_title(story: &Story) -> bool {
    story.item.is_some() && has_no_more(story) && story.parts.is_empty()
}

/// Returns whether there is neither a text nor anything that follows it, but for parts.
fn has_no_more(story: &Story) -> bool {
    story.texts.is_empty() && story.next.is_empty() && story.pictures.is_empty()
}

/// Lists items with all their parts, each after what it is part of.
fn with_parts<'s>(stories: &[&'s Story]) -> Vec<&'s Story> {
    let mut all = Vec::new();
    for story in stories {
        all.push(*story);
        all.extend(with_parts(&story.parts.iter().collect::<Vec<_>>()));
    }
    all
}

fn add_gaps(blocks: &mut Vec<Block>, story: &Story) {
    blocks.extend(story.gap.iter().map(|gap| gap.comment()));
    story.parts.iter().for_each(|part| add_gaps(blocks, part));
}

impl Telling {
    /// Returns how the titles of a list stand: all of them alike. If nobody says, they are there where something was discussed or
    /// presented, of which a text alone seldom says what it was.
    fn titles(&self, stories: &[&Story]) -> Titles {
        let needs_title = |story: &&Story| {
            let kind = story.item.as_ref().map(|item| item.kind);
            kind.is_some_and(|kind| kind != ItemKind::Task) && !story.texts.is_empty()
        };
        self.settings
            .titles
            .unwrap_or(match stories.iter().any(needs_title) {
                true => Titles::Bold,
                false => Titles::None,
            })
    }

    /// Returns whether the title of an item stands above what is told of it.
    fn is_headed(&self, story: &Story, titles: Titles) -> bool {
        story.item.is_some() && titles == Titles::Heading || self.is_about(story)
    }

    /// Returns whether the report is about this item.
    fn is_about(&self, story: &Story) -> bool {
        let item = story.item.as_ref().map(|item| item.id);
        item.is_some() && item == self.about
    }

    /// Tells items that have nothing but titles: a bullet each, or one sentence.
    fn only_titles(&self, bare: &[&Story], titles: Titles) -> Vec<Block> {
        // A title that is a heading would have nothing below it.
        let titles = match titles {
            Titles::Heading => Titles::None,
            titles => titles,
        };
        if self.settings.body == Body::Bullets {
            let items = bare.iter().map(|one| self.item(one, titles, Body::Bullets));
            return bullets(items.collect());
        }
        match with_parts(bare)[..] {
            [one] => self.item(one, titles, Body::Prose),
            _ => {
                let sentences = self.sentences(bare, &[("Done: ", true), ("Discussed: ", false)]);
                sentences.into_iter().map(Block::Paragraph).collect()
            }
        }
    }

    /// Tells items in bullets. Notes are among them if nothing divides the post; else they are paragraphs between lists.
    fn in_bullets(&self, told: &[&Story], bare: &[&Story], titles: Titles) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut items = Vec::new();
        for story in told {
            if self.is_paragraph(story) {
                blocks.extend(bullets(std::mem::take(&mut items)));
                blocks.extend(story.texts.iter().cloned());
            } else {
                let item = self.item(story, titles, Body::Bullets);
                items.extend(Some(item).filter(|item| !item.is_empty()));
            }
        }
        let sentences = self.also(bare).into_iter().map(Block::Paragraph);
        if items.is_empty() {
            blocks.extend(sentences);
        } else {
            items.extend(sentences.map(|sentence| vec![sentence]));
        }
        blocks.extend(bullets(items));
        blocks
    }

    /// Returns whether a story is a note that is no bullet.
    fn is_paragraph(&self, story: &Story) -> bool {
        let Settings { body, group, .. } = self.settings;
        story.item.is_none() && (body == Body::Prose || group != Group::None)
    }

    /// Tells items under their titles as headings. What has no title, or nothing else, comes before the first of them.
    fn under_headings(&self, told: &[&Story], bare: &[&Story]) -> Vec<Block> {
        let (first, items): (Vec<&Story>, Vec<&Story>) = told
            .iter()
            .partition(|one| one.item.is_none() || has_only_title(one));
        let mut blocks = match self.settings.body {
            Body::Bullets => self.in_bullets(&first, &[], Titles::None),
            Body::Prose => {
                let first = first.into_iter();
                let first = first.map(|one| self.item(one, Titles::None, Body::Prose));
                first.flatten().collect()
            }
        };
        for item in items {
            if !self.is_about(item) {
                blocks.push(self.heading(item.title.clone()));
            }
            blocks.extend(self.item(item, Titles::Heading, Body::Prose));
        }
        for (heading, are_tasks) in [("Also done", true), ("Also discussed", false)] {
            for line in self.sentences(bare, &[("", are_tasks)]) {
                blocks.push(self.heading(vec![Inline::text(heading)]));
                blocks.push(Block::Paragraph(capitalized(line)));
            }
        }
        blocks
    }

    fn heading(&self, title: Vec<Inline>) -> Block {
        Block::Heading(self.level.min(6), capitalized(without_end(title)))
    }

    /// Tells items by their titles, after others that have more.
    fn also(&self, bare: &[&Story]) -> Vec<Vec<Inline>> {
        self.sentences(bare, &[("Also done: ", true), ("Also discussed: ", false)])
    }

    /// Tells items by their titles: of tasks, or of discussions, a sentence with the words that it begins with.
    fn sentences(&self, bare: &[&Story], leads: &[(&str, bool)]) -> Vec<Vec<Inline>> {
        let all = with_parts(bare);
        let is_discussion = |story: &Story| {
            story
                .item
                .as_ref()
                .is_some_and(|item| item.kind == ItemKind::Discussion)
        };
        let sentence = |(lead, are_tasks): &(&str, bool)| {
            let items = all.iter().copied();
            let items: Vec<&Story> = items
                .filter(|one| is_discussion(one) != *are_tasks)
                .collect();
            (!items.is_empty()).then(|| self.sentence(lead, &items))
        };
        leads.iter().filter_map(sentence).collect()
    }

    fn sentence(&self, lead: &str, items: &[&Story]) -> Vec<Inline> {
        let credits: Vec<Option<String>> = items.iter().map(|one| self.credit(one)).collect();
        let is_shared = credits.len() > 1 && credits.windows(2).all(|two| two[0] == two[1]);
        let titles = items.iter().zip(&credits).map(|(item, credit)| {
            let mut title = without_end(item.title.clone());
            let credit = credit.as_deref().filter(|_| !is_shared);
            let tail = self.tail(item, credit);
            push_inline(&mut title, Inline::text(tail));
            title
        });
        let mut line = vec![Inline::text(lead)];
        let rest = with_stop(listed(titles.collect()));
        rest.into_iter()
            .for_each(|inline| push_inline(&mut line, inline));
        if let Some(credit) = credits
            .first()
            .and_then(Option::as_ref)
            .filter(|_| is_shared)
        {
            push_inline(&mut line, Inline::text(format!(" ({credit})")));
        }
        line
    }

    /// Tells an item or a note: its text, its pictures, its parts, and what follows from it.
    fn item(&self, story: &Story, titles: Titles, form: Body) -> Vec<Block> {
        let (bare, told): (Vec<&Story>, Vec<&Story>) =
            story.parts.iter().partition(|part| is_bare(part));
        let introduces = match story.texts.last() {
            Some(_) => !story.parts.is_empty() && story.introduces(),
            None => !self.is_headed(story, titles) && !told.is_empty(),
        };
        let mut blocks = self.text(story, titles, form, introduces);
        let is_line = matches!(blocks.last(), Some(Block::Paragraph(line)) if !is_picture(line));
        // Nothing comes between a colon and what it introduces.
        let pictures = figures(&story.pictures);
        let (before, after) = match introduces {
            true => (Vec::new(), pictures),
            false => (pictures, Vec::new()),
        };
        blocks.extend(before);

        let is_bulleted = form == Body::Bullets || self.settings.body == Body::Bullets;
        let parts_form = match is_bulleted || introduces {
            true => Body::Bullets,
            false => Body::Prose,
        };
        // A list has all parts where there would be nothing in it but the sentence.
        let is_list_of_titles = introduces && told.is_empty()
            || story.texts.is_empty() && is_bare(story) && form == Body::Bullets;
        let (parts, bare) = match is_list_of_titles {
            true => (bare, Vec::new()),
            false => (told, bare),
        };
        let parts = parts.into_iter();
        let parts = parts.map(|part| self.item(part, Titles::None, parts_form));
        let mut parts: Vec<Vec<Block>> = parts.collect();
        let sentences = self.also(&bare).into_iter();
        let mut rest: Vec<Vec<Block>> =
            sentences.map(|line| vec![Block::Paragraph(line)]).collect();
        let next = Some(next_of(&story.next)).filter(|next| !next.is_empty());
        let may_append = is_line && parts.is_empty() && story.pictures.is_empty();
        if !parts.is_empty() {
            parts.append(&mut rest);
        }
        match !parts.is_empty() && is_bulleted {
            true => parts.extend(next),
            false => rest.extend(next),
        }
        blocks.extend(match parts_form {
            Body::Bullets => bullets(parts),
            Body::Prose => parts.concat(),
        });
        blocks.extend(after);
        // Credit in brackets may follow the end of the text.
        let mut is_ended = match story.texts.last() {
            Some(Block::Paragraph(line)) => ends_itself(line),
            Some(_) => true,
            None => form == Body::Prose || ends_itself(&without_end(story.title.clone())),
        };
        for addition in rest {
            match (&addition[..], blocks.last_mut()) {
                ([Block::Paragraph(sentence)], Some(Block::Paragraph(line))) if may_append => {
                    push_inline(line, Inline::text(if is_ended { " " } else { ". " }));
                    let sentence = sentence.iter().cloned();
                    sentence.for_each(|inline| push_inline(line, inline));
                    is_ended = true;
                }
                _ => blocks.extend(addition),
            }
        }
        blocks
    }

    /// Tells an item without its parts: its text with title, credit and number; its title, if it has no text.
    fn text(&self, story: &Story, titles: Titles, form: Body, introduces: bool) -> Vec<Block> {
        let mut blocks = story.texts.clone();
        let title = capitalized(without_end(story.title.clone()));
        let is_headed = self.is_headed(story, titles);
        let has_title = story.item.is_some() && titles == Titles::Bold && !is_headed;
        let bold = |title: Vec<Inline>| Inline::Strong(flat(title));
        let is_title = blocks.is_empty() && !is_headed;
        if is_title {
            let line = if has_title {
                vec![bold(title.clone())]
            } else {
                title.clone()
            };
            blocks.push(Block::Paragraph(line));
        }
        let credit = self.credit(story);
        let is_before = self.settings.credit == Credit::Before && !blocks.is_empty();
        let tail = self.tail(story, credit.as_deref().filter(|_| !is_before));
        add_tail(&mut blocks, &tail, introduces);
        let credit = credit.filter(|_| is_before);
        if is_title && !ends_itself(&title) {
            let sign = match form {
                _ if introduces => ":",
                Body::Prose => ".",
                Body::Bullets => "",
            };
            add_tail(&mut blocks, sign, false);
        } else if has_title && !is_title {
            // One colon in a line is enough.
            let (title, colon) = match &credit {
                Some(_) => (with_stop(title), ""),
                None if ends_itself(&title) => (title, ""),
                None => (title, ":"),
            };
            add_lead(&mut blocks, vec![bold(title), Inline::text(colon)]);
        }
        if let Some(credit) = credit {
            add_lead(&mut blocks, vec![Inline::text(begun(&credit) + ":")]);
        }
        blocks
    }

    /// Returns what stands in brackets after an item: credit, where it is not said elsewhere, and its number.
    fn tail(&self, story: &Story, credit: Option<&str>) -> String {
        let credit = credit.map(|credit| format!(" ({credit})"));
        let number = story.item.as_ref().filter(|_| self.numbers);
        let number = number.map(|item| format!(" [#{}]", item.label));
        credit.into_iter().chain(number).collect()
    }

    /// Returns whose work an item is, where that has to be said at the item.
    fn credit(&self, story: &Story) -> Option<String> {
        let is_said = story.credit.is_said
            || self.settings.names == Names::None
            || self.settings.credit == Credit::Section;
        story.credit.line().filter(|_| !is_said)
    }

    /// Names all those in a line of their own whose work anything of the section is, if that is wanted and no text says it.
    fn section_credit(&self, stories: &[Story]) -> Option<Block> {
        let settings = self.settings;
        if settings.credit != Credit::Section || settings.names == Names::None {
            return None;
        }
        let all = with_parts(&stories.iter().collect::<Vec<_>>());
        let mut union = Whose {
            is_said: true,
            ..Whose::default()
        };
        for credit in all.iter().map(|story| &story.credit) {
            if credit.line().is_none() {
                continue;
            }
            union.is_said &= credit.is_said;
            union.everybody |= credit.everybody;
            add_names(&mut union.people, &credit.people);
            add_names(&mut union.helpers, &credit.helpers);
            add_names(&mut union.others, &credit.others);
        }
        if union.everybody && !union.others.is_empty() {
            let is_other = |name: &String| union.others.contains(name);
            union.people.retain(is_other);
            union.people.insert(0, ALL_OF_US.to_owned());
            union.helpers.retain(is_other);
            union.everybody = false;
        }
        union.helpers.retain(|name| !union.people.contains(name));
        let line = union.line().filter(|_| !union.is_said)?;
        let line = vec![Inline::text(begun(&line))];
        Some(Block::Paragraph(vec![Inline::Emphasis(line)]))
    }
}

fn add_names(names: &mut Vec<String>, more: &[String]) {
    for name in more {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
}

/// Tells the next steps of an item: in a sentence, or in a list if one of them is longer than that.
fn next_of(steps: &[NextStep]) -> Vec<Block> {
    let with_people = |line: Vec<Inline>, step: &NextStep| {
        let mut line = without_end(line);
        if let Some(people) = &step.people {
            push_inline(&mut line, Inline::text(format!(" ({people})")));
        }
        line
    };
    let line = |step: &NextStep| match &step.text[..] {
        [Block::Paragraph(line)] if !plain(line).contains(". ") => {
            Some(with_people(line.clone(), step))
        }
        _ => None,
    };
    let lines: Option<Vec<Vec<Inline>>> = steps.iter().map(line).collect();
    match lines {
        _ if steps.is_empty() => Vec::new(),
        Some(lines) => {
            let mut sentence = vec![Inline::text("Next: ")];
            let rest = with_stop(listed(lines));
            rest.into_iter()
                .for_each(|inline| push_inline(&mut sentence, inline));
            vec![Block::Paragraph(sentence)]
        }
        None => {
            let steps = steps.iter().map(|step| {
                let mut blocks = step.text.clone();
                let people = step.people.iter().map(|people| format!(" ({people})"));
                add_tail(&mut blocks, &people.collect::<String>(), false);
                blocks
            });
            let lead = Block::Paragraph(vec![Inline::text("Next:")]);
            [lead].into_iter().chain(bullets(steps.collect())).collect()
        }
    }
}

/// Writes something at the beginning of a line: names stay as they are, words get a capital.
fn begun(credit: &str) -> String {
    for word in [ALL_OF_US, WITH_HELP] {
        if let Some(rest) = credit.strip_prefix(word) {
            let (first, others) = word.split_at(1);
            return format!("{}{others}{rest}", first.to_uppercase());
        }
    }
    credit.to_owned()
}

/// Adds words at the end of a text: to its last paragraph, before the colon if that introduces what comes next, or else as a paragraph
/// of their own.
fn add_tail(blocks: &mut Vec<Block>, tail: &str, introduces: bool) {
    if tail.is_empty() {
        return;
    }
    match blocks.last_mut() {
        Some(Block::Paragraph(line)) if !is_picture(line) => {
            let had_colon = introduces && remove_end(line, ':');
            push_inline(line, Inline::text(tail));
            push_inline(line, Inline::text(if had_colon { ":" } else { "" }));
        }
        _ => blocks.push(Block::Paragraph(vec![Inline::text(tail.trim_start())])),
    }
}

/// Puts words before a text: into its first paragraph, or else as a paragraph of their own.
fn add_lead(blocks: &mut Vec<Block>, lead: Vec<Inline>) {
    let mut line = Vec::new();
    lead.into_iter()
        .for_each(|inline| push_inline(&mut line, inline));
    match blocks.first_mut() {
        Some(Block::Paragraph(text)) if !is_picture(text) => {
            push_inline(&mut line, Inline::text(" "));
            text.drain(..)
                .for_each(|inline| push_inline(&mut line, inline));
            *text = line;
        }
        _ => blocks.insert(0, Block::Paragraph(line)),
    }
}

/// Removes the full stop or the colon from the end of a title.
fn without_end(title: Vec<Inline>) -> Vec<Inline> {
    let mut title = without_stop(title);
    remove_end(&mut title, ':');
    title
}

/// Returns whether a line has nothing but pictures.
fn is_picture(line: &[Inline]) -> bool {
    !line.is_empty()
        && line.iter().all(|inline| match inline {
            Inline::Image { .. } | Inline::OmittedImage { .. } | Inline::Break => true,
            Inline::Text(text) => text.trim().is_empty(),
            _ => false,
        })
}

#[cfg(test)]
mod tests;
