//! Who the names of a document are.

mod bracket;
mod known;
mod learn;
mod manner;
mod presence;
mod written;

pub use self::bracket::{Bracket, Place, is_difficulty};
pub use self::known::Names;
