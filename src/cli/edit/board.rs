//! The board in the editor.

use std::collections::HashSet;

use crate::cli::context::Context;
use crate::cli::document::{Proposed, Source};
use crate::cli::loaded::LoadedSprint;
use crate::cli::transaction::log_writer;
use crate::cli::ui::{SHOWN_DIAGNOSTICS, Ui};
use crate::diagnostic::{Error, Failure, PlanningRemark, Remark, TakenUp};
use crate::domain::Sprint;
use crate::journal::{Draft, Folder};
use crate::planning::{Shown, write};
use crate::text::one_line;

/// How often the editor opens again before the text is put aside: a script that makes the same mistake each time must end.
const MOST_TIMES_AGAIN: usize = 20;

/// Opens the board, and records what was changed in it. While there is something in it that must not be guessed, opens it
/// again, with what is wrong as comments above the lines. Where only lines are left out, the text is kept.
pub fn edit_board(context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
    let LoadedSprint { folder, sprint, .. } = LoadedSprint::open(context, ui)?;
    let board = Shown::Board(context.today());
    let mut opened = write(&folder.name, &folder.config, &sprint, board);
    ui.edit(
        Draft::begin(opened.as_bytes(), ".md")?,
        TakenUp::Import,
        |ui, edited, draft| {
            let mut edited = plain(edited);
            if edited == plain(&opened) || edited.is_empty() {
                return ui.confirm("nothing changed");
            }
            let mut times_again = 0;
            loop {
                let text = without_problems(&edited);
                let problems = record_board(&text, context, ui, &folder, &sprint, draft)?;
                let Some((_, first)) = problems.first() else {
                    return Ok(());
                };
                opened = with_problems(&text, &problems);
                draft.replace(&opened)?;
                if times_again < MOST_TIMES_AGAIN {
                    edited = plain(&ui.open_editor(draft)?);
                    times_again += 1;
                    if edited != plain(&opened) && !edited.is_empty() {
                        continue;
                    }
                    draft.replace(&opened)?;
                }
                let (count, first) = (problems.len(), one_line(first));
                return Err(Error::BoardNotRecorded { count, first });
            }
        },
    )
}

/// Returns a text as every editor would save it.
fn plain(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.replace("\r\n", "\n").trim_end().to_owned()
}

/// Something that must not be guessed: the line that it is about, and what to say there.
type Problem = (usize, String);

/// Records what was changed since `base`, all of it or nothing: then, what is wrong.
fn record_board(
    text: &str,
    context: &Context<'_>,
    ui: &mut Ui,
    folder: &Folder,
    base: &Sprint,
    draft: &Draft,
) -> Result<Vec<Problem>, Error> {
    let context = &context.later();
    let mut writer = log_writer(ui, folder)?;
    let mut loaded = LoadedSprint::of(folder.clone(), writer.read()?);
    let mut proposed = Proposed::of(text, Some(base), context, &mut loaded)?;
    let problems = problems(&proposed);
    if !problems.is_empty() {
        return Ok(problems);
    }
    proposed.outcome.append(context, folder, &writer)?;
    drop(writer);
    if proposed.lines.is_empty() {
        ui.confirm("nothing changed")?;
    }
    for line in &proposed.outcome.confirmations {
        ui.confirm(line)?;
    }
    let remarks = proposed.outcome.take_remarks_of_document(&loaded.sprint);
    ui.remark_some(&remarks, SHOWN_DIAGNOSTICS, Remark::AndMore)?;
    // What a line was taken for is in the confirmation of its new words.
    let others = proposed.remarks.into_iter();
    let others = others.filter(|remark| !matches!(remark, PlanningRemark::Like { .. }));
    let (left_out, mut others): (Vec<_>, Vec<_>) = others.partition(PlanningRemark::is_left_out);
    others.sort_by_key(|remark| remark.line().is_some());
    let mut hints = HashSet::new();
    let others = others.into_iter().map(|remark| Remark::Planning {
        location: None,
        quote: None,
        hint: remark.hint().filter(|hint| hints.insert(hint.clone())),
        remark,
    });
    let others: Vec<Remark> = others.collect();
    ui.remark_some(&others, SHOWN_DIAGNOSTICS, Remark::AndMore)?;
    if !left_out.is_empty() {
        draft.replace(text)?;
        draft.hold();
        remark_left_out(ui, &Source::new(draft.path(), text), &left_out)?;
    }
    Ok(Vec::new())
}

/// Names the lines of which nothing is recorded, in the file in which they are kept.
fn remark_left_out(ui: &mut Ui, source: &Source, left_out: &[PlanningRemark]) -> Result<(), Error> {
    let mut hints = HashSet::new();
    let left_out = left_out
        .iter()
        .map(|remark| source.remark(remark, &mut hints));
    let left_out: Vec<Remark> = left_out.collect();
    ui.remark_some(&left_out, SHOWN_DIAGNOSTICS, Remark::AndMore)
}

/// Lists what must not be guessed, by line.
fn problems(proposed: &Proposed) -> Vec<Problem> {
    let faults = proposed.faults.iter();
    let faults = faults.map(|(line, fault)| (*line, fault.describe()));
    let remarks = proposed.remarks.iter();
    let remarks = remarks.filter(|remark| remark.refuses_edit());
    let unread = remarks.filter_map(|remark| Some((remark.line()?, remark.why_unread()?)));
    let refused = proposed.refused.iter();
    let refused = refused.map(|(line, error)| (*line, error.describe()));
    let problems = faults.chain(unread).chain(refused);
    let mut problems: Vec<Problem> = problems
        .map(|(line, Failure { message, hint, .. })| {
            let hint = hint.map(|hint| format!("; {hint}")).unwrap_or_default();
            (line, message + &hint)
        })
        .collect();
    problems.sort();
    problems
}

/// What begins a comment that says what is wrong with the line below it.
const PROBLEM: &str = "<!-- ! ";

/// Puts what is wrong as comments above the lines.
fn with_problems(text: &str, problems: &[Problem]) -> String {
    let mut with = String::new();
    let mut problems = problems.iter().peekable();
    for (place, line) in text.lines().enumerate() {
        let indent = &line[..line.len() - line.trim_start().len()];
        while let Some((_, problem)) = problems.next_if(|(number, _)| *number <= place + 1) {
            // Whatever is quoted in it, a comment ends where it says so.
            let problem = one_line(problem).replace("-->", "- ->");
            with += &format!("{indent}{PROBLEM}{problem} -->\n");
        }
        with += line;
        with.push('\n');
    }
    with
}

/// Removes what [`with_problems`] put there.
fn without_problems(text: &str) -> String {
    let lines = text.lines();
    let lines = lines.filter(|line| !line.trim_start().starts_with(PROBLEM));
    lines.map(|line| line.to_owned() + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_stands_above_its_line_and_goes_without_a_trace() {
        let text = "# Hut\n\n- [ ] fix it\n    - [ ] test it\n";
        let problems = [(3, "no".to_owned()), (4, "a -->\nb".to_owned())];
        let with = with_problems(text, &problems);
        assert_eq!(
            with,
            "# Hut\n\n<!-- ! no -->\n- [ ] fix it\n    <!-- ! a - -> b -->\n    - [ ] test it\n"
        );
        assert_eq!(without_problems(&with), text);
    }
}
