//! The commands: a file for each, with its arguments, its help and its story from top to bottom.
//!
//! Standard output carries what was asked for, standard error everything else.

mod assign;
mod batch;
mod board;
mod check;
mod day;
mod decide;
mod desk;
mod discuss;
mod done;
mod drop;
mod edit;
mod environment;
mod goal;
mod init;
mod join;
mod json;
mod leave;
mod list;
mod log;
mod next;
mod note;
mod output;
mod people;
mod photo;
mod pictures;
mod plan;
mod post;
mod progress;
mod ready;
mod record;
mod renumber;
mod reopen;
mod reword;
mod show;
mod summary;
mod sync;
mod talk;
mod thank;
mod time;
mod unassign;
mod undo;

pub use desk::Globals;
pub use environment::{Environment, Variables};
pub use time::exact;

use std::ffi::OsString;
use std::io::Write;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Parser, Subcommand};
use strum::VariantNames;

use crate::diagnostic::Error;
use crate::journal;
use crate::report;
use crate::text::visible_lines;
use crate::view;
use desk::{Desk, unless_closed};
use record::Record;

/// The journal of a development sprint: plan, pair, discuss, and get the blog post
///
/// Without a command, it shows the board. TEXT needs no quotes; `-` reads it from standard input. ITEM is a number, an
/// id, or a word that occurs in exactly one open item. PEOPLE are nicks, first names or full names, separated by blanks
/// or commas; `everybody` is one of them, and `bela?` means that you are not sure.
#[derive(Parser, Debug)]
#[command(name = "sprint", version, max_term_width = 100, after_help = TOPICS)]
struct Cli {
    #[command(flatten)]
    globals: Globals,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What the overview says of the topics.
const TOPICS: &str = "See also: `sprint help publishing` for formats and sites, `sprint help files` for settings \
                      and logs, `sprint help json` for programs";

#[derive(Subcommand, Debug)]
enum Command {
    Init(init::Init),
    #[command(flatten)]
    Recording(Recording),
    Batch(batch::Batch),
    Edit(edit::Edit),
    Board(board::Board),
    Show(show::Show),
    Log(log::Log),
    People(people::People),
    Ready(ready::Ready),
    List(list::List),
    Check(check::Check),
    Summary(summary::Summary),
    Sync(sync::Sync),
    #[command(flatten)]
    Topic(Topic),
}

/// What `sprint help` explains in addition to the commands.
#[derive(Subcommand, Debug)]
enum Topic {
    #[command(hide = true, override_help = journal::DESCRIPTION)]
    Files,
    #[command(hide = true, override_help = view::json::DESCRIPTION)]
    Json,
    #[command(hide = true, override_help = report::DESCRIPTION)]
    Publishing,
}

impl Topic {
    fn text(self) -> &'static str {
        match self {
            Topic::Files => journal::DESCRIPTION,
            Topic::Json => view::json::DESCRIPTION,
            Topic::Publishing => report::DESCRIPTION,
        }
    }
}

/// The commands that record an entry.
#[derive(Subcommand, Debug)]
enum Recording {
    Plan(plan::Plan),
    Assign(assign::Assign),
    Unassign(unassign::Unassign),
    Progress(progress::Progress),
    Done(done::Done),
    Drop(drop::Drop),
    Reopen(reopen::Reopen),
    Discuss(discuss::Discuss),
    Decide(decide::Decide),
    Talk(talk::Talk),
    Join(join::Join),
    Leave(leave::Leave),
    Goal(goal::Goal),
    Day(day::Day),
    Note(note::Note),
    Next(next::Next),
    Photo(photo::Photo),
    Thank(thank::Thank),
    Reword(reword::Reword),
    Renumber(renumber::Renumber),
    Undo(undo::Undo),
}

impl Recording {
    fn command(self) -> Box<dyn Record> {
        match self {
            Recording::Plan(plan) => Box::new(plan),
            Recording::Assign(assign) => Box::new(assign),
            Recording::Unassign(unassign) => Box::new(unassign),
            Recording::Progress(progress) => Box::new(progress),
            Recording::Done(done) => Box::new(done),
            Recording::Drop(drop) => Box::new(drop),
            Recording::Reopen(reopen) => Box::new(reopen),
            Recording::Discuss(discuss) => Box::new(discuss),
            Recording::Decide(decide) => Box::new(decide),
            Recording::Talk(talk) => Box::new(talk),
            Recording::Join(join) => Box::new(join),
            Recording::Leave(leave) => Box::new(leave),
            Recording::Goal(goal) => Box::new(goal),
            Recording::Day(day) => Box::new(day),
            Recording::Note(note) => Box::new(note),
            Recording::Next(next) => Box::new(next),
            Recording::Photo(photo) => Box::new(photo),
            Recording::Thank(thank) => Box::new(thank),
            Recording::Reword(reword) => Box::new(reword),
            Recording::Renumber(renumber) => Box::new(renumber),
            Recording::Undo(undo) => Box::new(undo),
        }
    }
}

/// Runs the command that the arguments say, and gives the exit status: 0 done, 1 refused or failed, 2 wrong usage.
pub fn run(environment: &mut Environment<'_>) -> u8 {
    let words: Vec<OsString> = environment.arguments.iter().skip(1).cloned().collect();
    let cli = match parse(&words) {
        Ok(cli) => cli,
        Err(error) => return report_usage(environment, &error),
    };
    let outcome =
        dispatch(cli, environment).and_then(|()| unless_closed(environment.output.flush()));
    match outcome {
        Ok(()) => 0,
        Err(error) => fail(&mut environment.errors, &error),
    }
}

/// Says why nothing can be done, and gives the exit status.
pub fn fail(errors: &mut dyn Write, error: &Error) -> u8 {
    // There is nobody left to tell if this fails.
    let _ = desk::complain(errors, "error", &error.to_string(), error.hint().as_deref());
    error.exit_status()
}

/// Reads the words of a command line that stand behind the program's name.
fn parse<Word: Into<OsString> + Clone>(words: &[Word]) -> Result<Cli, clap::Error> {
    let program = OsString::from("sprint");
    let words: Vec<OsString> = words.iter().cloned().map(Into::into).collect();
    let mut cli = Cli::try_parse_from([program].into_iter().chain(words.iter().cloned()))?;
    cli.globals.behind_people = behind_people(&words);
    Ok(cli)
}

/// The words right behind an option that takes people, with what the option was given. An option takes one word, and the
/// next may have been meant to be one of the people.
fn behind_people(words: &[OsString]) -> Vec<(String, String)> {
    let words: Vec<String> = words
        .iter()
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    let takes_people = |word: &&String| ["-p", "--people", "--with"].contains(&word.as_str());
    let options = words
        .iter()
        .take_while(|word| *word != "--")
        .enumerate()
        .filter(|(_, word)| takes_people(word));
    let behind = options.filter_map(|(place, _)| {
        Some((words.get(place + 1)?.clone(), words.get(place + 2)?.clone()))
    });
    behind.filter(|(_, word)| !word.starts_with('-')).collect()
}

fn dispatch(cli: Cli, environment: &mut Environment<'_>) -> Result<(), Error> {
    let desk = &mut Desk::new(environment, cli.globals);
    match cli.command {
        None => board::Board::default().run_or_welcome(desk),
        Some(Command::Init(init)) => init.run(desk),
        Some(Command::Recording(Recording::Plan(plan))) if plan.is_bare() => {
            board::Board::default().run(desk)
        }
        Some(Command::Recording(recording)) => desk.record(recording.command()),
        Some(Command::Batch(batch)) => batch.run(desk),
        Some(Command::Edit(edit)) => edit.run(desk),
        Some(Command::Board(board)) => board.run(desk),
        Some(Command::Show(show)) => show.run(desk),
        Some(Command::Log(log)) => log.run(desk),
        Some(Command::People(people)) => people.run(desk),
        Some(Command::Ready(ready)) => ready.run(desk),
        Some(Command::List(list)) => list.run(desk),
        Some(Command::Check(check)) => check.run(desk),
        Some(Command::Summary(summary)) => summary.run(desk),
        Some(Command::Sync(sync)) => sync.run(desk),
        Some(Command::Topic(topic)) => desk.say(topic.text().trim_end()),
    }
}

/// Reads one of the words of a type.
fn one_of<Word>() -> impl TypedValueParser<Value = Word>
where
    Word: FromStr<Err = strum::ParseError> + VariantNames + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(Word::VARIANTS).try_map(|word| word.parse())
}

/// Whether the parser was asked for help, and has it.
fn is_help(error: &clap::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    )
}

/// Help goes to standard output; what is wrong with the arguments to standard error, without the bytes that an argument
/// would send to the terminal.
fn report_usage(environment: &mut Environment<'_>, error: &clap::Error) -> u8 {
    let text = visible_lines(&error.render().to_string()) + "\n";
    let asked_for = is_help(error);
    let stream = if asked_for {
        &mut environment.output
    } else {
        &mut environment.errors
    };
    let written = stream
        .write_all(text.as_bytes())
        .and_then(|()| stream.flush());
    match unless_closed(written) {
        Ok(()) if asked_for => 0,
        Ok(()) => 2,
        Err(_) => 1,
    }
}
