//! `post.md`: a template in Markdown with places for what the log tells.

//!
//! Whatever a placeholder prints is an opaque mark in the rendered text. The text is parsed as Markdown once, and only then are the
//! marks replaced by parts of the tree. So nothing of the log is ever read as template or as markup.

mod arguments;
mod facts;
mod front_matter;
mod lines;
mod render;
mod scan;
mod slips;
mod source;
mod tag;
#[cfg(test)]
mod tests;

use super::settings::{Settings, Style};
use crate::diagnostic::TemplateFault;
use crate::domain::{EntryId, ItemKind, Topic};

pub(crate) use facts::{Counts, Facts, ItemFact, NoteFact, PersonFact, PictureFact};
pub(crate) use render::diagnose;
pub use render::{BUILT_IN, Template};

/// What is wrong with a template, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct TemplateError {
    /// In bytes of the template; [`Template::position`] and `Lines` of its text convert it.
    pub offset: usize,
    /// What is wrong.
    pub fault: TemplateFault,
}

impl TemplateError {
    fn at(offset: usize, fault: TemplateFault) -> TemplateError {
        TemplateError { offset, fault }
    }
}

/// What a placeholder stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    /// `body()`: all that no other placeholder tells.
    Body,
    /// `topic("T")` with all below T; `None` is `topic("")`, what has no topic.
    Topic(Option<Topic>),
    /// `item(12, 14)`, in that order.
    Items(Vec<EntryId>),
    /// `tasks() decisions() talks() notes()`.
    Kind(Kind, Filter),
    Goals,
    Days,
    Unfinished(Filter),
    Next(Filter),
    /// `attendees(group="PyPy", role="visitor")`; the group `""` is that of who has none.
    Attendees {
        group: Option<String>,
        role: Option<String>,
    },
    Thanks,
    Pictures(Filter),
    /// `picture("WORD")`: the place of one picture among those of the sprint.
    Picture(usize),
    /// `gap("TEXT")`.
    Gap(String),
    /// `told(12)`.
    Told(Vec<EntryId>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Tasks,
    Decisions,
    Talks,
    Notes,
}

impl Kind {
    /// Returns the kind that tells items of a kind.
    pub fn of(kind: ItemKind) -> Kind {
        match kind {
            ItemKind::Task => Kind::Tasks,
            ItemKind::Discussion => Kind::Decisions,
            ItemKind::Talk => Kind::Talks,
        }
    }
}

/// `topic=` of a placeholder: everything, or what is under one topic, or what has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Filter {
    #[default]
    All,
    Topic(Option<Topic>),
}

/// A placeholder that was printed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placeholder {
    pub part: Part,
    /// With what the front matter and the options say where its own arguments say nothing.
    pub settings: Settings,
    pub style: Style,
    /// The level at which its headings begin; one deeper than the heading above it if not given.
    pub level: Option<u8>,
    /// Where it stands in `post.md`, in bytes.
    pub offset: usize,
}

/// What stands behind a mark in the rendered text.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Mark {
    Part(Placeholder),
    /// A value such as the title, with its place in `post.md`.
    Value {
        text: String,
        offset: usize,
    },
}

/// A rendered template.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rendered {
    /// Markdown in which each printed value is a mark: [`OPEN`], the place in `marks` in decimal digits, [`CLOSE`]. A part alone on its line has
    /// blank lines around it.
    pub markdown: String,
    pub marks: Vec<Mark>,
}

/// The characters around the number of a mark. They are of the private use area, and nowhere else in the rendered text.
pub(super) const OPEN: char = '\u{f8fe}';
pub(super) const CLOSE: char = '\u{f8ff}';
