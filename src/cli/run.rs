//! The run of a command line: one command, the lines of a batch, or what is typed at the prompt.

use std::ffi::OsString;
use std::io::Write;
use std::path::Path;

use clap::{CommandFactory, Parser};

use super::batch::{Batch, is_command, lines};
use super::board::Board;
use super::completion::Completion;
use super::context::Context;
use super::environment::Environment;
use super::line::Line;
use super::loaded::LoadedSprint;
use super::misread::Misread;
use super::options::Json;
use super::recording::{Recording, read_again};
use super::request::{Request, Step, ViewLine};
use super::transaction::record;
use super::ui::{Typed, Ui, unless_closed, write_error};
use super::view::show;
use super::{Cli, Command, parse};
use crate::diagnostic::{Error, Location, NotForABatch, Position, Remark, UsageError};
use crate::journal;
use crate::planning;
use crate::report;
use crate::text::visible_lines;
use crate::view;

/// Runs the command that the arguments say, and gives the exit status: 0 done, 1 refused or failed, 2 wrong usage.
pub fn run(environment: &Environment, ui: &mut Ui) -> u8 {
    let arguments = environment.arguments.iter().skip(1).cloned();
    let words: Result<_, _> = arguments.map(OsString::into_string).collect();
    let read = match words {
        Ok(words) => parse(&Line::of_words(words), None),
        // The path of a file may have any bytes.
        Err(_) => Cli::try_parse_from(&environment.arguments).map_err(Misread::from),
    };
    let cli = match read {
        Ok(cli) => cli,
        Err(Misread::Help(help)) => return print_help(ui, &help),
        Err(Misread::Usage(error)) => return fail(&mut ui.errors, &error.into(), ui.width),
    };
    match dispatch(cli, environment, ui).and_then(|()| ui.flush()) {
        Ok(()) => 0,
        Err(error) => fail(&mut ui.errors, &error, ui.width),
    }
}

/// Reports an error, and gives the exit status.
pub fn fail(errors: &mut dyn Write, error: &Error, width: usize) -> u8 {
    // If this fails, nobody reads it.
    let _ = write_error(errors, error, width);
    error.exit_status()
}

fn dispatch(cli: Cli, environment: &Environment, ui: &mut Ui) -> Result<(), Error> {
    let context = &Context::new(environment, cli.globals);
    match cli.command {
        None => Board::default().run_or_welcome(context, ui),
        Some(Command::Init(init)) => init.run(context, ui),
        Some(Command::Recording(Recording { command, json })) if command.is_bare() => {
            Board::new(json).run(context, ui)
        }
        Some(Command::Recording(Recording { command, json })) => {
            let request = Request {
                literal: cli.literal,
                options: cli.options,
                read_again: cli.open.map(read_again),
                ..Request::new(context.clone(), command)
            };
            record(context, ui, vec![Step::Record(request)], json)
        }
        Some(Command::Batch(batch)) => run_batch(&batch, context, ui),
        Some(Command::Edit(edit)) => edit.run(context, ui),
        Some(Command::Import(import)) => import.run(context, ui),
        Some(Command::Board(board)) => board.run(context, ui),
        Some(Command::Show(item)) => show(&item, context, ui),
        Some(Command::Log(log)) => show(&log, context, ui),
        Some(Command::People(people)) => show(&people, context, ui),
        Some(Command::Ready(ready)) => show(&ready, context, ui),
        Some(Command::List(list)) => list.run(context, ui),
        Some(Command::Check(check)) => check.run(context, ui),
        Some(Command::Summary(summary)) => summary.run(context, ui),
        Some(Command::Sync(sync)) => sync.run(context, ui),
        Some(Command::Files) => ui.print(&report::manual(journal::DESCRIPTION)),
        Some(Command::Json) => ui.print(&report::manual(view::json::DESCRIPTION)),
        Some(Command::Planning) => ui.print(&report::manual(planning::DESCRIPTION)),
        Some(Command::Publishing) => ui.print(&report::manual(report::DESCRIPTION)),
        Some(Command::Template) => ui.print(&report::manual(report::TEMPLATE)),
    }
}

fn run_batch(batch: &Batch, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
    let Some(text) = batch.text(ui)? else {
        return run_prompt(context, ui);
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let lines = lines(text).enumerate();
    let mut lines = lines.filter(|(_, line)| is_command(line)).peekable();
    let mut steps = Vec::new();
    while let Some((place, line)) = lines.next_if(|(_, line)| !LEAVING.contains(&line.trim())) {
        let blank = line.chars().take_while(|letter| letter.is_whitespace());
        let position = Position {
            line: place + 1,
            column: blank.count() + 1,
        };
        let location = Location::at(Path::new(batch.name()), position);
        let step = step_of(line, &location, batch.json, context);
        steps.push(step.map_err(|error| error.in_line(Some(&location)))?);
    }
    record(context, ui, steps, batch.json)?;
    match (lines.next(), lines.next()) {
        (Some((_, end)), Some((place, _))) => ui.remark(&Remark::BehindTheEnd {
            end: end.trim().to_owned(),
            line: place + 1,
        }),
        _ => Ok(()),
    }
}

/// Reads a line of a batch.
fn step_of<'e>(
    line: &str,
    location: &Location,
    json: Json,
    context: &Context<'e>,
) -> Result<Step<'e>, Error> {
    let words = Line::of_text(line);
    let cli = match parse(&words, None) {
        Err(Misread::Help(_)) => {
            return Err(UsageError::HelpInABatch(words.command(&Cli::command())).into());
        }
        read => read?,
    };
    let refused = |why| -> Result<Step<'e>, Error> {
        let line = line.trim().to_owned();
        Err(UsageError::NotForABatch { line, why }.into())
    };
    if cli.globals.choose() {
        return refused(NotForABatch::OptionOfBatch);
    }
    let context = context.with(cli.globals.or(&context.globals));
    match cli.command {
        Some(Command::Recording(Recording { command, json })) if !command.is_bare() => {
            if json.wanted {
                return refused(NotForABatch::OptionOfBatch);
            }
            Ok(Step::Record(Request {
                location: Some(location.clone()),
                literal: cli.literal,
                options: cli.options,
                read_again: cli.open.map(read_again),
                ..Request::new(context, command)
            }))
        }
        command => {
            let board = Command::Board(Board::default());
            let Some(mut view) = command.unwrap_or(board).view() else {
                return refused(NotForABatch::Command);
            };
            if std::mem::replace(view.json(), json).wanted {
                return refused(NotForABatch::OptionOfBatch);
            }
            match view.option_for_itself() {
                Some(option) => refused(NotForABatch::Option(option)),
                None => Ok(Step::Show(ViewLine {
                    location: location.clone(),
                    context,
                    view,
                })),
            }
        }
    }
}

/// What leaves the prompt, and ends a batch, in addition to the end of the input.
const LEAVING: [&str; 4] = ["exit", "quit", "q", ":q"];

/// What clears the screen.
const CLEAR: &str = "clear";

/// The words that only the prompt takes, for completion.
const OF_PROMPT: [&str; 2] = [CLEAR, LEAVING[0]];

/// Reads commands at a prompt, each recorded or answered at once, until the input ends.
fn run_prompt(context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
    ui.goes_on = true;
    ui.remark(&Remark::Prompt)?;
    loop {
        let typed = match ui.ask("sprint> ", completion(context))? {
            Typed::Line(typed) => typed,
            Typed::CtrlC => continue,
            Typed::End => return Ok(()),
        };
        // What is pasted may be several lines.
        for line in typed.lines().filter(|line| is_command(line)) {
            let word = line.trim();
            if LEAVING.contains(&word) {
                return Ok(());
            }
            let answered = match word {
                CLEAR => ui.clear_screen(),
                _ => answer(line, context, ui),
            };
            if let Err(error) = answered {
                ui.show_error(&error)?;
            }
        }
    }
}

/// Returns what completes the next line: without names, where there is no sprint yet or it cannot be read.
fn completion(context: &Context<'_>) -> Completion {
    let commands = Completion::of(Cli::command(), &OF_PROMPT);
    match context.folder().and_then(LoadedSprint::read) {
        Ok(loaded) => commands.with_names(&loaded.sprint, &loaded.folder.config.topics),
        Err(_) => commands,
    }
}

/// Records or answers a line of the prompt.
fn answer(line: &str, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
    let cli = match parse(&Line::of_text(line), None) {
        Err(Misread::Help(help)) => return ui.confirm(&help.render().to_string()),
        cli => cli?,
    };
    if matches!(cli.command, Some(Command::Batch(_))) {
        let (line, why) = (line.trim().to_owned(), NotForABatch::Command);
        return Err(UsageError::NotForABatch { line, why }.into());
    }
    let globals = cli.globals.or(&context.globals);
    dispatch(Cli { globals, ..cli }, context.environment, ui)
}

/// Writes help to standard output, without the bytes of an argument that would act on the terminal, and gives the exit status.
fn print_help(ui: &mut Ui, help: &clap::Error) -> u8 {
    let text = visible_lines(&help.render().to_string()) + "\n";
    let written = ui.output.write_all(text.as_bytes());
    let written = written.and_then(|()| ui.output.flush());
    unless_closed(written).map_or(1, |()| 0)
}
