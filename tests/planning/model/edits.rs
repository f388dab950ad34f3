//! Edits of a document.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{Index, select};

/// An edit of a row, and which one.
#[derive(Clone, Debug)]
pub enum Edit {
    Reword,
    People(Vec<(&'static str, bool, bool)>),
    Status(Option<&'static str>),
    Sign(char),
    When(Option<&'static str>),
    MoveTo(Index),
    PartOf(Index),
    Delete,
    New(&'static str),
    NewPart(&'static str),
    Copy(&'static str),
    /// Gives an item other words, people and another status at once.
    All(Vec<(&'static str, bool, bool)>, &'static str),
    /// Says as its status that an item is given up.
    GiveUp(&'static str),
    /// Gives the heading above an item other words.
    RenameHeading(&'static str),
    DeleteHeading,
}

pub fn edit() -> impl Strategy<Value = Edit> {
    let person = (
        select(vec!["armin", "anto", "samuele", "ronan", "Zoe"]),
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.2),
    );
    let people = prop::collection::vec(person, 0..4);
    let people = people.prop_map(|mut people| {
        let mut seen = BTreeSet::new();
        people.retain(|(nick, ..)| seen.insert(*nick));
        people
    });
    let statuses = select(vec!["found the culprit", "stuck at the linker"]);
    prop_oneof![
        2 => Just(Edit::Reword),
        3 => people.clone().prop_map(Edit::People),
        1 => (people, statuses).prop_map(|(people, status)| Edit::All(people, status)),
        1 => select(vec!["POSTPONED", "ABANDONED"]).prop_map(Edit::GiveUp),
        1 => select(vec!["Harvest", "Observatory"]).prop_map(Edit::RenameHeading),
        1 => Just(Edit::DeleteHeading),
        2 => prop::option::of(select(vec!["found the culprit", "stuck at the linker"])).prop_map(Edit::Status),
        2 => select(vec![' ', 'x', '-']).prop_map(Edit::Sign),
        1 => prop::option::of(select(vec!["Thu 17:00", "tomorrow"])).prop_map(Edit::When),
        2 => any::<Index>().prop_map(Edit::MoveTo),
        1 => any::<Index>().prop_map(Edit::PartOf),
        1 => Just(Edit::Delete),
        1 => select(vec!["polish the trombone", "water the cactus"]).prop_map(Edit::New),
        1 => select(vec!["measure the glacier", "count the marmots"]).prop_map(Edit::NewPart),
        1 => select(vec!["feed the llamas", "knit a pullover"]).prop_map(Edit::Copy),
    ]
}
