//! What belongs together in a line of Markdown.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::address::addresses;

/// Finds the places of a line in which a slash separates nothing: escaped slashes, code, links and addresses.
/// They are in the order in which they begin.
pub(crate) fn kept_together(text: &str) -> Vec<Range<usize>> {
    if !text.contains(['\\', '`', '[', '<', ':']) {
        return Vec::new();
    }
    let escaped = text.match_indices("\\/").map(|(place, _)| place..place + 2);
    // Without this letter in front, a heading such as `1. x` would be a list.
    let prefix = "x";
    let line = format!("{prefix}{text}");
    let events = Parser::new(&line).into_offset_iter();
    let marked = events.filter_map(|(event, range)| match event {
        Event::Code(_) | Event::Start(Tag::Link { .. }) => {
            Some(range.start - prefix.len()..range.end - prefix.len())
        }
        _ => None,
    });
    let mut kept: Vec<Range<usize>> = escaped.chain(marked).chain(addresses(text)).collect();
    kept.sort_by_key(|range| range.start);
    kept
}
