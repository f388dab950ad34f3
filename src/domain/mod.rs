//! What a sprint is: its words, its entries, and the one function that knows its rules.
//!
//! Nothing here has heard of files, TOML, the clock, the terminal or the wording of a message. The same entries give the
//! same [`Sprint`], in whatever order they come.

mod config;
mod entry;
mod fields;
mod fold;
mod id;
mod item;
mod limits;
mod lint;
mod moved;
mod person;
mod place;
mod resolve;
mod sprint;
mod topic;
mod typed;
mod unready;
mod violation;

pub use config::{Body, CheckConfig, Config, Group, Headings, LogFiles, Names, ReportConfig};
pub use entry::{
    Action, Assign, Day, Decide, Discuss, Done, Drop, EVERYBODY, Entry, Goal, Join, Leave, Next,
    Note, Photo, Plan, Progress, Renumber, Reopen, Reword, Role, Talk, Thank, Unassign, Undo,
    is_address,
};
pub use fields::Fields;
pub use id::{EntryId, Label};
pub use item::{Assignees, CLOSED, Credit, Item, ItemKind, State, TimedText};
pub use limits::{DEEPEST, Excess, LONGEST_LINE, LONGEST_TEXT, Limited, MOST_NAMES};
pub use lint::{Lint, LintKind};
pub use moved::{Deleted, Moved};
pub use person::{Attendance, People, Person, PersonId, PersonRef, Who, is_name, split_doubt};
pub use place::{Placed, can_be_held};
pub use resolve::Named;
pub use sprint::{DayTheme, FiledNote, Picture, Plans, Sprint};
pub use topic::Topic;
pub use typed::ROW;
pub use unready::Unready;
pub use violation::{Choice, Problem, Violation};
