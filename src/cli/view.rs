//! Commands that show something of a sprint: on their own, or in a batch.

use super::context::Context;
use super::loaded::LoadedSprint;
use super::options::Json;
use super::ui::Ui;
use crate::diagnostic::Error;
use crate::view::Look;

/// A command that shows something of a sprint.
pub trait View {
    fn name(&self) -> &'static str;

    fn json(&mut self) -> &mut Json;

    /// Names an option that does more than show something once, on standard output, in one format.
    fn option_for_itself(&self) -> Option<&'static str> {
        None
    }

    fn answer(
        &self,
        context: &Context<'_>,
        look: Look,
        loaded: &LoadedSprint,
    ) -> Result<Answer, Error>;
}

/// What a view shows.
pub struct Answer {
    pub text: String,
    /// For a view that asks something: why the answer is no.
    pub no: Option<Error>,
}

impl From<String> for Answer {
    fn from(text: String) -> Self {
        Answer { text, no: None }
    }
}

/// Shows something of the chosen sprint, and fails if the answer is a no.
pub fn show(view: &dyn View, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
    let loaded = LoadedSprint::open(context, ui)?;
    let answer = view.answer(context, ui.look(), &loaded)?;
    ui.print(&answer.text)?;
    ui.leave(loaded);
    answer.no.map_or(Ok(()), Err)
}
