//! What typed words mean as items, and as people: the names of PEOPLE, of a PERSON who joins, and in brackets of a text.

mod bracket;
mod items;
mod known;
mod people;
mod person;
mod role;

pub(crate) use bracket::{either_in_doubt, groups};
pub(super) use items::choice;
pub(crate) use known::KnownPeople;
pub use people::NamedPeople;
pub(crate) use people::{is_new_name, stored_name};
pub use person::{NamedAttendee, is_reserved};
pub(crate) use role::{is_role, role_of};

#[cfg(test)]
mod tests;
