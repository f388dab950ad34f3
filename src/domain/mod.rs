//! What a sprint is: its words, its entries, and the one function that knows its rules.
//!
//! Nothing here has heard of files, TOML, the clock, the terminal or the wording of a message. The same entries give the
//! same [`Sprint`], in whatever order they come.

mod advice;
mod config;
mod entry;
mod fold;
mod id;
mod item;
mod limits;
mod moved;
mod person;
mod place;
mod ready;
mod refusal;
mod resolve;
mod sprint;
mod topic;
mod typed;

pub use advice::{Advice, Oddity};
pub use config::{Body, CheckConfig, Config, Group, Headings, LogFiles, Names, ReportConfig};
pub use entry::{
    Action, Assign, Day, Decide, Discuss, Done, Drop, EVERYBODY, Entry, Goal, Join, Leave, Next,
    Note, Photo, Plan, Progress, Renumber, Reopen, Reword, Role, Talk, Thank, Unassign, Undo,
    is_address,
};
pub use fold::Problem;
pub use id::{EntryId, Label};
pub use item::{CLOSED, Credit, Item, ItemKind, Passage, Staff, State};
pub use limits::{DEEPEST, Excess, LONGEST_LINE, LONGEST_TEXT, Limited, MOST_NAMES};
pub use moved::{Deleted, Moved};
pub use person::{
    Attendance, Mention, People, Person, PersonId, Who, fold as fold_text, is_name, split_doubt,
    without_accents,
};
pub use place::{Placed, can_be_held};
pub use ready::Lack;
pub use refusal::{Choice, Refusal};
pub use resolve::Named;
pub use sprint::{DayTheme, FiledNote, Picture, Plans, Sprint};
pub use topic::Topic;
pub use typed::ROW;
