//! What single engines read in another way than the others.

/// How an engine reads Markdown differently from the others.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Dialect {
    /// By how many levels it demotes the headings of a post.
    pub demotes: u8,
    /// How to write code in a list or a quote.
    pub nested_code: NestedCode,
    /// What its templates would execute even in code, and a template that prints it.
    pub code_replacements: &'static [Replacement],
    /// What begins a shortcode even in code. Such code is written as HTML, with entities.
    pub shortcodes: &'static [&'static str],
    /// How it reads the alternative text of a picture.
    pub alt: Alt,
    /// What a link to a file of the site begins with, before the slash.
    pub link_prefix: &'static str,
}

/// A text in code, and what is written instead of it.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Replacement {
    pub text: &'static str,
    pub written: &'static str,
}

/// How code in a list or a quote is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::report) enum NestedCode {
    /// Between fences, as anywhere.
    Fenced,
    /// Indented; where that would be read as something else, between fences.
    Indented,
    /// Indented; where that would be read as something else, as HTML.
    Html,
}

/// How an engine reads the alternative text of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::report) enum Alt {
    /// Like any text.
    Text,
    /// With escapes left in it, or removed together with what they escape; so only plain words are written.
    Words,
}

impl Dialect {
    /// Markdown that every engine reads as intended.
    pub const PORTABLE: Dialect = Dialect {
        demotes: 0,
        nested_code: NestedCode::Indented,
        code_replacements: &[],
        shortcodes: &[],
        alt: Alt::Text,
        link_prefix: "",
    };
}
