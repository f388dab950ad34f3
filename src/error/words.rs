//! Words that several messages share.

use crate::domain::{ItemKind, State};

/// A state as it is said.
pub fn state_word(state: State) -> &'static str {
    match state {
        State::Open => "open",
        State::Done => "done",
        State::Decided => "decided",
        State::Dropped => "dropped",
    }
}

/// A sort of item as it is said.
pub fn kind_word(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Task => "task",
        ItemKind::Discussion => "discussion",
        ItemKind::Talk => "talk",
    }
}

/// `1 gap`, `2 gaps`.
pub fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

pub(super) fn counted_entries(count: usize) -> String {
    match count {
        1 => "1 entry was".to_owned(),
        count => format!("{count} entries were"),
    }
}

/// `a`, `a and b`, `a, b and c`.
pub fn listed<Name: AsRef<str>>(names: &[Name]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names[..] {
        [] => String::new(),
        [one] => one.to_owned(),
        [ref most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
