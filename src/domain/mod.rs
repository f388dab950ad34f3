//! What a sprint is: its words, its entries, and the one function that knows its rules.
//!
//! Nothing here has heard of files, TOML, the clock, the terminal or the wording of a message. The same entries give the
//! same [`Sprint`], in whatever order they come.

mod apart;
mod assignees;
mod attendance;
mod config;
mod derived;
mod entry;
mod fields;
mod fold;
mod id;
mod index;
mod insert;
mod item;
mod items;
mod limits;
mod lint;
mod lookup_error;
mod names;
mod naming;
mod person;
mod repeated;
mod resolve;
mod sprint;
mod status;
mod stays;
mod timeline;
mod timing;
mod topic;
mod topics;
mod typo;
mod typo_index;
mod undo;
mod unready;
mod violation;
mod words;

pub(crate) use apart::Exchanged;
pub(crate) use assignees::{Assignees, PersonRefs};
pub(crate) use attendance::{Absence, Attendance};
pub use config::Config;
pub(crate) use config::LogFiles;
pub use entry::{
    Action, Assign, Day, Decide, Discuss, Done, Drop, Entry, Goal, ItemResult, Join, Leave, Move,
    Next, Note, Photo, Plan, Progress, Renumber, Reopen, Reword, Role, Talk, Thank, Unassign, Undo,
};
pub(crate) use entry::{EVERYBODY, is_address};
pub(crate) use fields::{Concerned, Fields, Sets, TextRole};
pub use id::EntryId;
pub(crate) use id::Label;
pub(crate) use insert::Inserted;
pub(crate) use item::{Closed, Item, ItemKind};
pub use item::{Ending, TimedText};
pub(crate) use limits::{DEEPEST, Excess, LONGEST_LINE, LONGEST_TEXT, Limited, MOST_NAMES};
pub use lint::Markup;
pub(crate) use lint::{Closing, Copies, Lint, LintKind};
pub(crate) use lookup_error::{Choice, LookupError, NameChoice, NotOnePerson};
pub(crate) use names::latin;
pub(crate) use naming::{
    Further, KnownPeople, NamedAttendee, NamedPeople, Said, are_days, either_in_doubt, groups,
    is_affiliation, is_also_a_word, is_exception, is_gone, is_new_name, is_one_of_all, is_reserved,
    is_role, is_sick, read_stay, role_of, stored_name,
};
pub(crate) use person::{
    Attendee, People, Person, PersonId, is_everybody, is_name, split_doubt, split_plus,
};
pub use person::{PersonRef, Who};
pub(crate) use repeated::{Repeated, compared, known_result};
pub use sprint::Sprint;
pub(crate) use sprint::{NextStep, Picture, Recorded, SpecialDay, TimedNote};
pub(crate) use status::{
    is_given_up, is_sentence, is_status, is_typed_status, is_wordless, slip_of_status, unfinished,
};
pub(crate) use timeline::can_be_held;
pub use timeline::{Timed, Timeline};
pub(crate) use timing::CLOCK_TOLERANCE;
pub use topic::Topic;
pub(crate) use typo::{is_one_letter_off, is_typo, near, slip_of_day};
pub(crate) use undo::StillUndone;
pub(crate) use unready::{Reason, Unready};
pub use violation::Problem;
pub(crate) use violation::Violation;
