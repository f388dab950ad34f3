//! Discussions that are listed in one section and told of in another.

use super::headings::key;
use super::sections::{Holds, Section};
use crate::domain::ItemKind;
use crate::planning::lines::{Line, LineKind};

/// Finds the sections whose headings have the words of a discussion that is listed elsewhere: they are its minutes.
pub(super) fn told_twice(sections: &mut [Section], lines: &[Line]) {
    let mut discussions: Vec<(Vec<String>, usize)> = Vec::new();
    for section in sections.iter() {
        if section.holds != Holds::Items(ItemKind::Discussion) {
            continue;
        }
        for line in &lines[section.lines.clone()] {
            if let LineKind::Bullet { text, .. } = &line.kind {
                discussions.push((key(text), line.number));
            }
        }
    }
    if discussions.is_empty() {
        return;
    }
    let mut above: Option<(Vec<String>, Holds)> = None;
    for section in sections.iter_mut() {
        if !matches!(
            section.holds,
            Holds::Items(ItemKind::Task) | Holds::Discussion
        ) {
            continue;
        }
        if let Some((path, holds)) = &above
            && section.path.starts_with(path)
        {
            section.holds = *holds;
            continue;
        }
        above = None;
        let title = key(&section.title);
        let found = discussions
            .iter()
            .find(|(words, _)| title.len() > 1 && *words == title);
        if let Some((_, line)) = found {
            section.holds = Holds::MinutesOf(*line);
            if !section.path.is_empty() {
                above = Some((section.path.clone(), section.holds));
            }
        }
    }
}
