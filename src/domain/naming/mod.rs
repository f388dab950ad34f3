//! What typed words mean as items and as people.

mod items;
mod people;

pub(super) use items::choice;
