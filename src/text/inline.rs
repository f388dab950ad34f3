//! What belongs together in a line of Markdown.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

/// Finds the places of a line in which a slash separates nothing: escaped slashes, code, links and addresses.
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
    let addresses = text.split_whitespace().filter_map(|word| {
        let (before, _) = word.split_once("://")?;
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let scheme = before.rfind(|letter: char| !letter.is_ascii_alphanumeric());
        let begin = start + scheme.map_or(0, |last| last + 1);
        let length = word.find(['>', ')', '`']).unwrap_or(word.len());
        Some(begin..start + length)
    });
    escaped.chain(marked).chain(addresses).collect()
}
