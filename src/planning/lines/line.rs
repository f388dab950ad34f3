//! A line of a document, by its form.

/// A line of a document. Blanks around its text are gone; tabs, non-breaking blanks and the like are plain blanks.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// From 1. A comment has the number of the words beside it.
    pub number: usize,
    /// The column of its first letter or sign, from 0.
    pub indent: usize,
    pub kind: LineKind,
}

/// What the form of a line says.
#[derive(Clone, Debug, PartialEq)]
pub enum LineKind {
    /// Also what is not read: a rule, the tags of a fold, a bullet or a box without text.
    Blank,
    /// `# Title`, underlined, or bold alone on its line. One without words only ends those of its level, and of lower ones.
    Heading {
        /// 1 is the highest. Underlines get their level from the order in which they first come; bold is below all.
        level: usize,
        text: String,
        is_underlined: bool,
    },
    Bullet {
        /// `-`, `*`, `•`; `1` for all numbers, `[` for a box alone, `|` for a row of a table whose header says what its
        /// cells are.
        sign: char,
        /// What stands in its box: a blank, `x`, `-`, `~` or `/`; `None` without a box.
        checkbox: Option<char>,
        /// The column of the text behind the sign and the box.
        column: usize,
        text: String,
    },
    /// Words without a sign.
    Text(String),
    /// Verbatim, on several lines: fenced code, a quote, or a table below something.
    Block(String),
    /// A line of a table whose header does not say what its cells are.
    TableRow(String),
    /// A row of a table of people.
    Person {
        /// Who it is; `None` if that is not clear.
        name: Option<String>,
        /// What stands behind the name as a list of people has it: ` (@ida, from Wed)`.
        said: String,
        /// What else the row says.
        others: Option<String>,
        /// The row itself.
        row: String,
        /// Whether the header alone says that the table lists people.
        is_sure: bool,
    },
    /// What is between `<!--` and `-->`, on one line or more; the title of an outline.
    Comment(String),
    /// What else is known of the line with the same number.
    Aside(Aside),
}

/// What an outline of Org mode says of a headline, and a table of a row, beside its words.
#[derive(Clone, Debug, PartialEq)]
pub enum Aside {
    Tags(Vec<String>),
    /// What its keyword says, if no box does.
    Status(String),
    /// Its keyword says that nobody has begun it.
    ToDo,
    /// When it is to happen.
    When(String),
    /// The cell of those who are on it, which may hold more than names.
    Who(String),
    /// The headers of columns of a table of which it is not known what they say.
    Columns(String),
    /// It is commented out or archived, with as many lines as that are.
    Hidden {
        words: String,
        count: usize,
    },
}
