//! Numbers in front of a bullet that are no number of its item.

use std::collections::HashSet;

use super::known::Known;
use super::node::Node;
use super::titles::{Titles, begins};
use crate::planning::folded::folded;
use crate::planning::likeness::Words;

/// Makes the number of a bullet a part of its words if a title begins with it, and the item with the number has other words.
pub(super) fn without_numbers_of_titles(
    nodes: &mut [Node],
    known: &Known<'_>,
    titles: &Titles<'_>,
) {
    for node in nodes {
        let Some(number) = &node.number else { continue };
        let text = format!("#{number} {}", node.text);
        let item = known.get(Some(number));
        if titles.is_numbered(&text)
            && !item.is_some_and(|item| begins(&folded(&node.text), &folded(&item.text)))
        {
            node.number = None;
            node.text = text;
        }
    }
}

/// Makes the number of a bullet without a box a part of its words if these are not like those of its item, which stands elsewhere.
pub(super) fn without_mentions(nodes: &mut [Node], known: &Known<'_>) {
    let fits: Vec<Option<bool>> = nodes
        .iter()
        .map(|node| {
            let item = known.get(node.number.as_deref())?;
            let words = Words::of(&folded(&node.text));
            let mut texts = item.former.iter().chain([&item.text]);
            Some(texts.any(|text| words.may_be(&Words::of(&folded(text)))))
        })
        .collect();
    let pairs = nodes.iter().zip(&fits);
    let own: HashSet<String> = pairs
        .filter(|(_, fits)| **fits == Some(true))
        .filter_map(|(node, _)| node.number.clone())
        .collect();
    for (node, fits) in nodes.iter_mut().zip(fits) {
        if fits == Some(false)
            && node.checkbox.is_none()
            && let Some(number) = node.number.take_if(|number| own.contains(number))
        {
            node.text = format!("#{number} {}", node.text);
        }
    }
}
