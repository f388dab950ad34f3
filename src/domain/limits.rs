//! How much one entry can hold. What is beyond a limit is not recorded. If it is in a log already, it still counts.

/// How deep quotes and lists in a text, headings in a topic, and parts of tasks may be nested. A report is a tree, and
/// recursion over it goes as deep as that.
pub const DEEPEST: usize = 32;

/// The maximum number of characters of what is shown on one line: titles, topics, names, captions.
pub const LONGEST_LINE: usize = 1_000;

/// The maximum number of characters of a text.
pub const LONGEST_TEXT: usize = 100_000;

/// The maximum number of names in one entry.
pub const MOST_NAMES: usize = 250;

/// A kind of text or list that has a limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Limited {
    /// What an item, a goal or a day is called.
    Title,
    /// A text of paragraphs.
    #[default]
    Text,
    Topic,
    /// A name of a person or of the writer.
    Name,
    Org,
    Group,
    /// The address of somebody's page.
    Url,
    Place,
    Caption,
    Picture,
    /// When something is to happen.
    When,
}

impl Limited {
    /// Returns the maximum number of characters.
    pub fn limit(self) -> usize {
        match self {
            Limited::Title
            | Limited::Topic
            | Limited::Name
            | Limited::Org
            | Limited::Group
            | Limited::Url
            | Limited::Place
            | Limited::Caption
            | Limited::When => LONGEST_LINE,
            Limited::Text | Limited::Picture => LONGEST_TEXT,
        }
    }

    /// Returns what is beyond the limit if this is `text`.
    pub fn excess_of(self, text: &str) -> Option<Excess> {
        // Counting is only needed if there are enough bytes.
        let is_long = text.len() > self.limit() && text.chars().count() > self.limit();
        is_long.then(|| Excess::Characters {
            what: self,
            count: text.chars().count(),
        })
    }
}

/// What exceeds a limit, and by how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    Characters { what: Limited, count: usize },
    Names(usize),
    Headings(usize),
}
