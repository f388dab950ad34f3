//! The tags of a template: where they are, outside code, and whether they fit each other.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag as Markdown, TagEnd};

use super::TemplateError;
use super::tag::{TagKind, end_of_comment, end_of_tag};
use crate::diagnostic::TemplateFault;
use crate::domain::near;
use crate::report::depth::too_deep_marker;

/// The levels to which `if`, `for`, quotes and lists may be nested.
pub(super) const MOST_LEVELS: usize = 64;

/// The errors of one template that are looked for at most.
pub(super) const MOST_ERRORS: usize = 20;

/// A tag of the template.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tag {
    pub kind: TagKind,
    pub range: Range<usize>,
}

/// What looks like tags in a template.
pub(super) struct Scan {
    pub tags: Vec<Tag>,
    /// Where the first brace of something stands that looks like the beginning of a tag and is text.
    pub texts: Vec<usize>,
    pub errors: Vec<TemplateError>,
}

/// Finds the tags of a template. What begins as code is code, whatever is in it; what begins as a tag is a tag, whatever
/// is in that.
pub(super) fn scan(source: &str) -> Scan {
    if let Some(place) = too_deep_marker(source) {
        let fault = TemplateFault::TooDeep(MOST_LEVELS);
        return Scan {
            tags: Vec::new(),
            texts: Vec::new(),
            errors: vec![TemplateError::at(place, fault)],
        };
    }
    let code = Code::of(source).ranges;
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut end = 0;
    let mut has_comment_ends = true;
    // The errors at which the search ends: each may have cost a look at all that follows.
    let mut failed: Vec<TemplateError> = Vec::new();
    for (start, _) in source.match_indices('{') {
        let kind = TagKind::at(source, start).filter(|_| start >= end);
        let Some(kind) = kind else { continue };
        let code_start = holder(&code, start).map(|range| range.start);
        if code_start.is_some_and(|place| !is_in_tag(&candidates, place)) {
            continue;
        }
        let is_shortcode = source[start + 2..].starts_with(['<', '%']) && kind == TagKind::Print;
        let ends = match kind {
            _ if is_shortcode => Err(TemplateError::at(start, TemplateFault::Shortcode)),
            TagKind::Comment if !has_comment_ends => Err(kind.open_at(start)),
            TagKind::Comment => end_of_comment(source, start),
            _ => end_of_tag(source, start, kind),
        };
        has_comment_ends &= kind != TagKind::Comment || ends.is_ok();
        end = *ends.as_ref().unwrap_or(&(start + 2));
        failed.extend(ends.as_ref().err().cloned());
        candidates.push(Candidate { start, kind, ends });
        if failed.len() == MOST_ERRORS {
            break;
        }
    }

    let mut masked = source.to_owned().into_bytes();
    for candidate in &candidates {
        let range = candidate.start..*candidate.ends.as_ref().unwrap_or(&candidate.start);
        let tag = masked[range].iter_mut();
        tag.filter(|byte| **byte != b'\n')
            .for_each(|byte| *byte = b'x');
    }
    let code = Code::of(&String::from_utf8_lossy(&masked));
    let (mut tags, mut errors) = (Vec::new(), Vec::from_iter(code.too_deep));
    for Candidate { start, kind, ends } in candidates {
        if holder(&code.ranges, start).is_some() {
            continue;
        }
        match ends {
            Ok(end) => tags.push(Tag {
                kind,
                range: start..end,
            }),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() && failed.len() == MOST_ERRORS {
        errors = failed;
    }
    if errors.is_empty() {
        errors = misplaced(source, &tags);
        errors.extend(stray_ends(source, &tags, &code.ranges));
    }
    errors.sort_by_key(|error| error.offset);
    Scan {
        texts: texts(source, &tags),
        tags,
        errors,
    }
}

/// Finds the conflicts that git left in a text: lines with its markers, in their order.
pub(super) fn conflicts(text: &str) -> Vec<TemplateError> {
    const MARKERS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];
    let mut conflicts: Vec<TemplateError> = Vec::new();
    // Where the first marker is, and which the last is.
    let mut open: Option<(usize, usize)> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let marker = MARKERS.iter().position(|marker| {
            let label = line.strip_prefix(marker);
            label.is_some_and(|label| label.trim_end().is_empty() || label.starts_with(' '))
        });
        if let Some(marker) = marker {
            let first = match open {
                Some((first, last)) if last < marker => first,
                _ => start,
            };
            let is_known = conflicts.last().is_some_and(|known| known.offset == first);
            if first < start && !is_known {
                conflicts.push(TemplateError::at(first, TemplateFault::MergeMarker));
            }
            open = (marker + 1 < MARKERS.len()).then_some((first, marker));
        }
        start += line.len();
    }
    conflicts
}

/// Finds what ends a tag that does not begin: outside tags and code, and with fewer open braces before it in its paragraph
/// than it closes.
fn stray_ends(source: &str, tags: &[Tag], code: &[Range<usize>]) -> Vec<TemplateError> {
    let mut errors = Vec::new();
    // Whether each open brace follows a dollar sign.
    let mut open: Vec<bool> = Vec::new();
    let mut tags = tags.iter().peekable();
    let mut place = 0;
    let bytes = source.as_bytes();
    while place < bytes.len() {
        while tags.next_if(|tag| tag.range.end <= place).is_some() {}
        let tag = tags.peek().filter(|tag| tag.range.start <= place);
        if let Some(range) = tag.map(|tag| &tag.range).or_else(|| holder(code, place)) {
            place = range.end;
            continue;
        }
        let rest = &bytes[place..];
        let is_after_dollar = open.last().is_some_and(|after_dollar| *after_dollar);
        let is_after_blank = place > 0 && bytes[place - 1].is_ascii_whitespace();
        let stray = match rest {
            [b'}', b'}', ..] if open.len() < 2 && !is_after_dollar => Some("}}"),
            [b'%', b'}', ..] if !is_after_dollar && (open.is_empty() || is_after_blank) => {
                Some("%}")
            }
            _ => None,
        };
        if let Some(ends) = stray {
            errors.push(TemplateError::at(place, TemplateFault::StrayEnd(ends)));
            open.clear();
            place += ends.len();
            continue;
        }
        match rest {
            [b'{', ..] => open.push(source[..place].ends_with('$') || is_after_dollar),
            [b'}', ..] => _ = open.pop(),
            [b'\n', after @ ..] if is_blank_line(after) => open.clear(),
            _ => {}
        }
        place += 1;
    }
    errors
}

fn is_blank_line(text: &[u8]) -> bool {
    let line = text.iter().take_while(|byte| **byte != b'\n');
    line.copied().all(|byte| byte.is_ascii_whitespace())
}

/// What looks like a tag.
struct Candidate {
    start: usize,
    kind: TagKind,
    ends: Result<usize, TemplateError>,
}

/// Returns whether a place is within a tag that has an end.
fn is_in_tag(candidates: &[Candidate], place: usize) -> bool {
    let before = candidates.partition_point(|candidate| candidate.start < place);
    let candidate = candidates[..before].last();
    candidate.is_some_and(|candidate| candidate.ends.as_ref().is_ok_and(|end| place < *end))
}

/// Finds the range that holds a place.
fn holder(ranges: &[Range<usize>], place: usize) -> Option<&Range<usize>> {
    let before = ranges.partition_point(|range| range.start <= place);
    ranges[..before].last().filter(|range| place < range.end)
}

/// Finds the braces of what looks like the beginning of a tag and is not within one.
fn texts(source: &str, tags: &[Tag]) -> Vec<usize> {
    let mut tags = tags.iter().peekable();
    let braces = source.match_indices('{').map(|(start, _)| start);
    let texts = braces.filter(|start| {
        while tags.next_if(|tag| tag.range.end <= *start).is_some() {}
        let is_before_tag = tags.peek().is_none_or(|tag| *start < tag.range.start);
        is_before_tag && matches!(source.as_bytes().get(start + 1), Some(b'{' | b'%' | b'#'))
    });
    texts.collect()
}

/// Where the code of a Markdown text is.
struct Code {
    ranges: Vec<Range<usize>>,
    too_deep: Option<TemplateError>,
}

impl Code {
    fn of(markdown: &str) -> Code {
        let (mut ranges, mut too_deep) = (Vec::new(), None);
        let mut depth = 0;
        for (event, range) in Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() {
            match event {
                Event::Code(_) | Event::Start(Markdown::CodeBlock(CodeBlockKind::Fenced(_))) => {
                    ranges.push(range);
                }
                Event::Start(Markdown::BlockQuote(_) | Markdown::List(_)) => {
                    depth += 1;
                    if depth > MOST_LEVELS && too_deep.is_none() {
                        let fault = TemplateFault::TooDeep(MOST_LEVELS);
                        too_deep = Some(TemplateError::at(range.start, fault));
                    }
                }
                Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_)) => depth -= 1,
                _ => {}
            }
        }
        Code { ranges, too_deep }
    }
}

/// Returns where the code of a Markdown text is.
pub(super) fn code_of(markdown: &str) -> Vec<Range<usize>> {
    Code::of(markdown).ranges
}

/// Finds `if`, `for` and their ends where they do not fit each other, and tags that are not allowed.
fn misplaced(source: &str, tags: &[Tag]) -> Vec<TemplateError> {
    let mut errors = Vec::new();
    // The word, the place, whether there was an `else`, and how many `elif`.
    let mut open: Vec<(&str, usize, bool, usize)> = Vec::new();
    let mut line_starts = source
        .match_indices('\n')
        .map(|(place, _)| place)
        .peekable();
    let mut line = 1;
    let mut has_set_block = false;
    let mut lines: Vec<usize> = Vec::new();
    for tag in tags.iter().filter(|tag| tag.kind == TagKind::Block) {
        let start = tag.range.start;
        while line_starts.next_if(|place| *place < start).is_some() {
            line += 1;
        }
        let inside = source[start + 2..tag.range.end - 2].trim_start_matches(['-', '+']);
        let inside = inside.trim_start();
        let length = inside.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
        let (word, rest) = inside.split_at(length.unwrap_or(inside.len()));
        let mut error = |fault| errors.push(TemplateError::at(start, fault));
        let top = open.last().map(|(word, ..)| *word);
        let misplaced = || TemplateFault::MisplacedTag {
            word: word.to_owned(),
            open: top.map(str::to_owned).zip(lines.last().copied()),
        };
        match word {
            "if" | "for" => {
                if open.len() == MOST_LEVELS {
                    error(TemplateFault::TooDeep(MOST_LEVELS));
                    return errors;
                }
                open.push((word, start, false, 0));
                lines.push(line);
            }
            "set" if !rest.contains('=') => {
                error(TemplateFault::SetBlock);
                has_set_block = true;
            }
            "endset" if has_set_block => {}
            "set" => {}
            "endif" | "endfor" if top == word.strip_prefix("end") => {
                open.pop();
                lines.pop();
            }
            "endif" | "endfor" => {
                error(misplaced());
                open.pop();
                lines.pop();
            }
            "else" | "elif" => match open.last_mut() {
                Some((opened, _, had_else, branches))
                    if !*had_else && (word == "else" || *opened == "if") =>
                {
                    *had_else = word == "else";
                    *branches += 1;
                    if *branches > MOST_LEVELS {
                        error(TemplateFault::TooDeep(MOST_LEVELS));
                        return errors;
                    }
                }
                _ => error(misplaced()),
            },
            _ => error(TemplateFault::UnknownTag {
                word: word.to_owned(),
                near: near(word, TAGS.into_iter()),
            }),
        }
    }
    let unclosed = open.into_iter().map(|(word, place, ..)| {
        TemplateError::at(place, TemplateFault::OpenBlock(word.to_owned()))
    });
    errors.extend(unclosed);
    errors
}

const TAGS: [&str; 7] = ["if", "elif", "else", "endif", "for", "endfor", "set"];
