//! Who the names of a document are.

mod bracket;
mod known;
mod learn;
mod lines_of_lists;
mod list;
mod manner;
mod part;
mod presence;
mod written;

pub use self::bracket::{Bracket, Place, add_status, add_time};
pub use self::known::Names;
pub use self::lines_of_lists::{List, Whom};
pub use self::list::{are_people, may_be_people, says_what};
pub use self::part::{is_difficulty, is_nobody_yet};
