//! Where the pictures and links of a report lead: only to the web and to files that are published with it.

use foldhash::{HashMap, HashSet};

use super::build::Report;
use super::data::Gap;
use super::document::{Block, Inline, OmittedPicture, for_each_line, push_inline};
use crate::domain::is_address;

/// Knows where a reader of the report finds the files of the sprint.
pub trait LinkTargets {
    /// Gives the address of a picture, from its path in the sprint's folder.
    ///
    /// # Errors
    ///
    /// What is wrong with the picture, such as `is empty`. It is then left out.
    fn picture(&mut self, source: &str) -> Result<String, String>;

    /// Gives the address of a linked file, from its path in the sprint's folder. A link without one becomes its text.
    fn link(&mut self, to: &str) -> Option<String>;
}

impl Report {
    /// Points pictures and links to where the reader finds their targets. A picture without a target is left out, and is a gap.
    pub fn rewrite_links(&mut self, targets: &mut impl LinkTargets) {
        let mut rewriter = LinkRewriter::new(targets);
        rewriter.blocks(&mut self.page);
        let omitted = rewriter.omitted.into_iter();
        self.gaps.extend(omitted.map(Gap::OmittedPicture));
    }

    /// Does the same with the data, of which not everything is in the post: what cannot be shown is left out without a gap.
    pub(crate) fn rewrite_data_links(&mut self, targets: &mut impl LinkTargets) {
        let mut rewriter = LinkRewriter::new(targets);
        self.data.for_each_line(&mut |line| rewriter.inlines(line));
        self.data
            .retain_pictures(|source| rewriter.source(source).is_ok());
    }
}

struct LinkRewriter<'p, P> {
    targets: &'p mut P,
    /// The answers so far, since a file may be named often.
    pictures: HashMap<String, Result<String, String>>,
    links: HashMap<String, Option<String>>,
    omitted: Vec<OmittedPicture>,
    seen: HashSet<OmittedPicture>,
}

impl<'p, P: LinkTargets> LinkRewriter<'p, P> {
    fn new(targets: &'p mut P) -> Self {
        LinkRewriter {
            targets,
            pictures: HashMap::default(),
            links: HashMap::default(),
            omitted: Vec::new(),
            seen: HashSet::default(),
        }
    }

    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Figure {
                    source, caption, ..
                } => match self.source(source) {
                    Ok(()) => self.inlines(caption),
                    Err(omitted) => *block = omitted.comment(),
                },
                Block::List { items, .. } => {
                    items.iter_mut().for_each(|item| self.blocks(item));
                }
                Block::Quote(inner) => self.blocks(inner),
                other => for_each_line(std::slice::from_mut(other), &mut |line| {
                    self.inlines(line);
                }),
            }
        }
    }

    /// Points the source of a picture to where the reader finds it.
    fn source(&mut self, source: &mut String) -> Result<(), OmittedPicture> {
        match self.picture(source) {
            Ok(target) => {
                *source = target;
                Ok(())
            }
            Err(fault) => {
                let omitted = OmittedPicture {
                    source: source.clone(),
                    fault,
                };
                self.omit(Some(omitted.clone()));
                Err(omitted)
            }
        }
    }

    fn inlines(&mut self, inlines: &mut Vec<Inline>) {
        let mut rewritten = Vec::with_capacity(inlines.len());
        for mut inline in inlines.drain(..) {
            match &mut inline {
                Inline::Emphasis(inner) | Inline::Strong(inner) => self.inlines(inner),
                Inline::Link { to, text } => {
                    self.inlines(text);
                    match self.link(to) {
                        Some(target) => *to = target,
                        None => {
                            text.drain(..)
                                .for_each(|inline| push_inline(&mut rewritten, inline));
                            continue;
                        }
                    }
                }
                Inline::Image { source, alt } => match self.picture(source) {
                    Ok(target) => *source = target,
                    Err(fault) => {
                        let picture = OmittedPicture {
                            source: std::mem::take(source),
                            fault,
                        };
                        self.omit(Some(picture.clone()));
                        let alt = std::mem::take(alt);
                        inline = Inline::OmittedImage { picture, alt };
                    }
                },
                Inline::OmittedImage { picture, .. } => self.omit(Some(picture.clone())),
                Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
            }
            push_inline(&mut rewritten, inline);
        }
        *inlines = rewritten;
    }

    fn picture(&mut self, source: &str) -> Result<String, String> {
        if is_address(source) {
            return Ok(source.to_owned());
        }
        let known = self.pictures.entry(source.to_owned());
        let target = known.or_insert_with(|| self.targets.picture(source));
        target.clone()
    }

    fn link(&mut self, to: &str) -> Option<String> {
        let is_mailbox = to
            .get(..7)
            .is_some_and(|start| start.eq_ignore_ascii_case("mailto:"));
        if is_address(to) || is_mailbox || to.starts_with('#') {
            return Some(to.to_owned());
        }
        let known = self.links.entry(to.to_owned());
        known.or_insert_with(|| self.targets.link(to)).clone()
    }

    fn omit(&mut self, omitted: Option<OmittedPicture>) {
        if let Some(omitted) = omitted
            && self.seen.insert(omitted.clone())
        {
            self.omitted.push(omitted);
        }
    }
}
