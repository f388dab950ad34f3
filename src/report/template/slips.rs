//! What a template says in vain: settings that are not at its beginning, links that nobody can follow, HTML, and braces that are none of a
//! placeholder.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag as Markdown};

use super::TemplateError;
use super::arguments::PARTS;
use super::front_matter;
use super::scan::{Tag, code_of, scan};
use crate::diagnostic::TemplateFault;
use crate::report::address::may_link;

/// Those that are looked for at most.
const MOST_SLIPS: usize = 20;

/// Finds them in a template that has been read. `has_file` says whether a link leads to a file of the sprint.
pub(super) fn slips(text: &str, has_file: impl Fn(&str) -> bool) -> Vec<TemplateError> {
    let front = front_matter::split(text).ok().flatten();
    let start = front.map_or(0, |(_, start)| start);
    let body = &text[start..];
    let tags = scan(body).tags;
    let mut masked = body.to_owned().into_bytes();
    for Tag { range, .. } in &tags {
        let tag = masked[range.clone()].iter_mut();
        tag.filter(|byte| **byte != b'\n')
            .for_each(|byte| *byte = b'x');
    }
    let masked = String::from_utf8_lossy(&masked);
    let code = code_of(&masked);
    let mut slips = one_braces(&masked, &code);
    let late = front_matter::late(body).filter(|place| !is_in(*place, &code));
    slips.extend(late.map(|place| TemplateError::at(place, TemplateFault::LateFrontMatter)));
    for (event, range) in Parser::new_ext(&masked, Options::ENABLE_TABLES).into_offset_iter() {
        let next = tags.partition_point(|tag| tag.range.end <= range.start);
        let has_tag = tags
            .get(next)
            .is_some_and(|tag| tag.range.start < range.end);
        let is_comment = || masked[range.start..].trim_start().starts_with("<!--");
        let fault = match event {
            // The beginning of an element stands for its end.
            Event::InlineHtml(tag) if tag.starts_with("</") => continue,
            Event::Start(Markdown::HtmlBlock) | Event::InlineHtml(_) if !is_comment() => {
                TemplateFault::Html
            }
            Event::Start(Markdown::Link { dest_url, .. }) if !has_tag => {
                let leads = may_link(&dest_url)
                    && (dest_url.contains(':') || dest_url.starts_with('#') || has_file(&dest_url));
                if leads {
                    continue;
                }
                TemplateFault::DeadLink(dest_url.into_string())
            }
            _ => continue,
        };
        slips.push(TemplateError::at(range.start, fault));
    }
    slips.sort_by_key(|slip| slip.offset);
    slips.truncate(MOST_SLIPS);
    for slip in &mut slips {
        slip.offset += start;
    }
    slips
}

fn is_in(place: usize, ranges: &[Range<usize>]) -> bool {
    ranges.iter().any(|range| range.contains(&place))
}

/// Finds parts with one brace around them, outside code.
fn one_braces(text: &str, code: &[Range<usize>]) -> Vec<TemplateError> {
    let found = text.match_indices('{').filter_map(|(place, _)| {
        if is_in(place, code) {
            return None;
        }
        let inside = text[place + 1..].trim_start();
        let part = PARTS.into_iter().find(|part| {
            let rest = inside.strip_prefix(part);
            rest.is_some_and(|rest| rest.trim_start().starts_with('('))
        })?;
        let fault = TemplateFault::OneBrace(part.to_owned());
        Some(TemplateError::at(place, fault))
    });
    found.take(MOST_SLIPS).collect()
}
