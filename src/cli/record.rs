//! What a command is that records an entry.

use super::resolver::Resolver;
use super::text::Text;
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Sprint};

/// A command that records something.
pub trait Record {
    /// The text of the command line.
    fn text(&self) -> Text<'_> {
        Text::None
    }

    /// A second text, given as an option.
    fn option_text(&self) -> Text<'_> {
        Text::None
    }

    /// Whether nothing was given that could be recorded, so that the board is meant.
    fn is_bare(&self) -> bool {
        false
    }

    /// What is to be recorded, decided on the state that it will be added to.
    fn action(&self, resolver: &mut Resolver<'_>) -> Result<Action, Error>;

    /// All that is to be recorded: of most commands one entry, at least one of any.
    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        self.action(resolver).map(|action| vec![action])
    }

    /// The line that says what was recorded, seen from the state after it.
    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String;

    /// The lines that say what was recorded, seen from the state after all of it.
    fn confirmations(&self, sprint: &Sprint, entries: &[Entry]) -> Vec<String> {
        let confirm = |entry| self.confirmation(sprint, entry);
        entries.iter().map(confirm).collect()
    }
}
