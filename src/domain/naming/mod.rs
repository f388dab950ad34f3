//! What typed words mean as items, and as people: the names of PEOPLE, of a PERSON who joins, and in brackets of a text.

mod beside;
mod bracket;
mod in_text;
mod items;
mod known;
mod own_words;
mod people;
mod person;
mod role;
mod stay;

pub(crate) use beside::is_affiliation;
pub(crate) use bracket::{either_in_doubt, groups, is_also_a_word, is_one_of_all};
pub(crate) use items::Further;
pub(super) use items::choice;
pub(crate) use known::KnownPeople;
pub use people::NamedPeople;
pub(crate) use people::{is_exception, is_new_name, stored_name};
pub use person::{NamedAttendee, is_reserved};
pub(crate) use role::{is_role, role_of};
pub(crate) use stay::{Said, are_days, is_gone, is_sick, read_stay};

#[cfg(test)]
mod tests;
