//! How a report is told: what the front matter of `post.md`, the options of `summary` and the arguments of placeholders set.

use chrono::NaiveDate;
use serde::Deserialize;
use strum::{EnumString, IntoStaticStr, VariantNames};

/// What the body of the report is divided by.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, EnumString, IntoStaticStr, VariantNames,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Group {
    /// A heading for each topic.
    #[default]
    Topic,
    /// A heading for each day.
    Day,
    /// A heading for each person who has part in something.
    Person,
    /// Nothing: one list of highlights.
    None,
}

impl Group {
    /// Returns the word that is typed and compared.
    pub fn word(self) -> &'static str {
        self.into()
    }
}

/// What the body of the report is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Body {
    /// Paragraphs.
    #[default]
    Prose,
    /// A list.
    Bullets,
}

/// How people are named after a result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Names {
    /// By their first name or the nick that they print.
    #[default]
    Short,
    /// In full.
    Full,
    /// Not at all.
    None,
}

/// Where credit stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Credit {
    /// In brackets after what came of an item.
    #[default]
    After,
    /// Before it, with a colon.
    Before,
    /// Once for a section, in italics at its beginning.
    Section,
}

/// How the title of an item stands before what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Titles {
    /// Not at all.
    None,
    /// In bold, in the same paragraph.
    Bold,
    /// As a heading.
    Heading,
}

/// The form of goals and attendees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, VariantNames)]
#[strum(serialize_all = "lowercase")]
pub enum Style {
    /// A list with bullets.
    #[default]
    Bullets,
    /// A numbered list.
    Numbers,
    /// One sentence.
    Sentence,
}

/// The settings that may be given in three places. What one place leaves out, another decides: an argument of a placeholder
/// comes before an option, an option before the front matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// What the body is divided by.
    pub group: Option<Group>,
    /// What the body is made of.
    pub body: Option<Body>,
    /// How names are printed.
    pub names: Option<Names>,
    /// Where credit stands.
    pub credit: Option<Credit>,
    /// How titles stand before what came of items.
    pub titles: Option<Titles>,
}

impl Overrides {
    /// Returns these settings, and those of `other` where they say nothing.
    pub fn or(self, other: Overrides) -> Overrides {
        Overrides {
            group: self.group.or(other.group),
            body: self.body.or(other.body),
            names: self.names.or(other.names),
            credit: self.credit.or(other.credit),
            titles: self.titles.or(other.titles),
        }
    }

    /// Returns what holds when nothing else is said.
    pub fn settled(self) -> Settings {
        Settings {
            group: self.group.unwrap_or_default(),
            body: self.body.unwrap_or_default(),
            names: self.names.unwrap_or_default(),
            credit: self.credit.unwrap_or_default(),
            titles: self.titles,
        }
    }
}

/// How a part of the report is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    pub group: Group,
    pub body: Body,
    pub names: Names,
    pub credit: Credit,
    /// `None` if nobody said: then the items of a list have a bold title if one of them is a discussion or a talk with a text.
    /// How titles stand before what came of items.
    pub titles: Option<Titles>,
}

/// The days that a report is about; an end that is `None` is the sprint's.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Span {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
}

impl Span {
    pub(super) fn holds(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}
