//! The texts of a sprint, read with what is known of it.

use std::ops::Range;

use super::document::{Block, Inline, first_line, for_each_line, is_address_of, push_inline};
use super::mention::{begins_word, mentions};
use super::parse::parse_told;
use super::selection::Builder;
use super::whose::print;
use crate::domain::PersonRef;
use crate::report::settings::Names;

impl Builder<'_> {
    /// Reads a text: Markdown in which, outside code and addresses, `@nick` is the name of somebody, and `#123` a link if
    /// the settings say where issues are.
    pub(super) fn read(&self, text: &str) -> Vec<Block> {
        self.read_as(text, self.settings.names)
    }

    /// Reads a text as [`Builder::read`] does, with the names of people in a given form.
    pub(super) fn read_as(&self, text: &str, names: Names) -> Vec<Block> {
        self.with_references(parse_told(text), names)
    }

    /// Reads a text that should be one line and may be missing.
    pub(super) fn first_line(&self, text: Option<&str>) -> Vec<Inline> {
        text.map(|text| first_line(self.read(text)))
            .unwrap_or_default()
    }

    pub(super) fn with_references(&self, mut blocks: Vec<Block>, names: Names) -> Vec<Block> {
        for_each_line(&mut blocks, &mut |line| {
            *line = self.line(std::mem::take(line), names, false);
        });
        blocks
    }

    fn line(&self, inlines: Vec<Inline>, names: Names, is_link: bool) -> Vec<Inline> {
        let mut read = Vec::with_capacity(inlines.len());
        for inline in inlines {
            let inline = match inline {
                Inline::Text(text) => {
                    self.push_text(&text, names, is_link, &mut read);
                    continue;
                }
                Inline::Emphasis(inner) => Inline::Emphasis(self.line(inner, names, is_link)),
                Inline::Strong(inner) => Inline::Strong(self.line(inner, names, is_link)),
                Inline::Link { to, text } if !is_address_of(&to, &text) => Inline::Link {
                    to,
                    text: self.line(text, names, true),
                },
                other => other,
            };
            push_inline(&mut read, inline);
        }
        read
    }

    fn push_text(&self, text: &str, names: Names, is_link: bool, read: &mut Vec<Inline>) {
        let mut references = self.mentions(text, names);
        if let Some(issues) = self.config.issues.as_deref().filter(|_| !is_link) {
            references.extend(issue_links(text, issues));
            references.sort_by_key(|(place, _)| place.start);
        }
        let mut end = 0;
        for (place, inline) in references {
            push_inline(read, Inline::Text(text[end..place.start].to_owned()));
            push_inline(read, inline);
            end = place.end;
        }
        push_inline(read, Inline::Text(text[end..].to_owned()));
    }

    fn mentions(&self, text: &str, names: Names) -> Vec<(Range<usize>, Inline)> {
        let name = |who| {
            let person_ref = PersonRef {
                who,
                doubtful: false,
            };
            Inline::text(print(self.sprint.people(), person_ref, names))
        };
        let mentions = mentions(self.sprint.people(), text).into_iter();
        mentions.map(|(place, who)| (place, name(who))).collect()
    }
}

/// Makes links of numbers of issues, such as `#123`.
fn issue_links<'t>(
    text: &'t str,
    issues: &'t str,
) -> impl Iterator<Item = (Range<usize>, Inline)> + 't {
    text.match_indices('#').filter_map(move |(start, _)| {
        let rest = &text[start + 1..];
        let after = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let number = &rest[..rest.len() - after.len()];
        let is_alone = !after.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_');
        let is_number = !number.is_empty() && is_alone && begins_word(&text[..start]);
        let place = start..start + 1 + number.len();
        is_number.then(|| {
            let link = Inline::Link {
                to: format!("{issues}{number}"),
                text: vec![Inline::text(&text[place.clone()])],
            };
            (place, link)
        })
    })
}
