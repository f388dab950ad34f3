//! What a sprint is: its words, its entries, and the one function that knows its rules.
//!
//! Nothing here has heard of files, TOML, the clock, the terminal or the wording of a message. The same entries give the
//! same [`Sprint`], in whatever order they come.

mod config;
mod entry;
mod fields;
mod fold;
mod id;
mod insert;
mod item;
mod limits;
mod lint;
mod person;
mod resolve;
mod sprint;
mod timing;
mod topic;
mod typo;
mod undo;
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
pub use insert::Inserted;
pub use item::{Assignees, Closed, Credit, Ending, Item, ItemKind, TimedText};
pub use limits::{DEEPEST, Excess, LONGEST_LINE, LONGEST_TEXT, Limited, MOST_NAMES};
pub use lint::{Lint, LintKind};
pub use person::{Attendance, People, Person, PersonId, PersonRef, Who, is_name, split_doubt};
pub use resolve::FoundPeople;
pub use sprint::{NextStep, Picture, SpecialDay, Sprint, TimedNote};
pub use timing::{ROW, can_be_held};
pub use topic::Topic;
pub use undo::{Deleted, StillUndone, UndoEffect};
pub use unready::Unready;
pub use violation::{Choice, NameChoice, Problem, Violation};
