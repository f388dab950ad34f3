//! The commands: a file for each, with its arguments, its help and what it does from top to bottom.
//!
//! Standard output carries what was asked for, standard error everything else.

mod assign;
mod batch;
mod board;
mod check;
mod completion;
mod context;
mod day;
mod decide;
mod discuss;
mod document;
mod done;
mod drop;
mod edit;
mod environment;
mod goal;
mod going_on;
mod import;
mod init;
mod items;
mod join;
mod leave;
mod line;
mod list;
mod loaded;
mod log;
mod misread;
mod r#move;
mod next;
mod note;
mod options;
mod other_options;
mod other_words;
mod people;
mod photo;
mod pictures;
mod plan;
mod post;
mod progress;
mod ready;
mod record;
mod recording;
mod renumber;
mod reopen;
mod request;
mod result;
mod reword;
mod run;
mod show;
mod slips;
mod summary;
mod sync;
mod talk;
mod template;
mod thank;
mod time;
mod transaction;
mod ui;
mod unassign;
mod undo;
mod view;
mod words;

pub use completion::{Candidate, Completion};
pub use environment::Environment;
pub use run::{fail, run};
pub use time::fixed_time;
pub use ui::{Screen, Typed, Ui};

use std::cell::RefCell;
use std::mem::ManuallyDrop;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::diagnostic::{TypedOption, UsageError};
use context::Globals;
use going_on::KnownNames;
use line::Line;
use misread::Misread;
use recording::Recording;
use view::View;
use words::arrange;

/// The journal of a development sprint: plan, pair, discuss, and get the blog post
///
/// Without a command, it shows the board. TEXT needs no quotes; `-` reads it from standard input. ITEM is a number, an
/// id, or a word that occurs in exactly one open item, or, for `reopen`, `result`, `reword`, `move`, `show`, `edit` and options,
/// if no open one has it, in exactly one closed item; `8,9` are several. PEOPLE are nicks or names of known people,
/// with blanks or commas between them; `+NAME` is somebody new who helps, `everybody` is all who are present, and
/// `bela?` means that you are not sure. A text may end in (PEOPLE).
#[derive(Parser)]
#[command(name = "sprint", version, max_term_width = 100, after_help = TOPICS)]
struct Cli {
    #[command(flatten)]
    globals: Globals,
    #[command(subcommand)]
    command: Option<Command>,
    /// Whether the text is what was typed, to the letter.
    #[arg(skip)]
    literal: bool,
    /// The options as they were typed.
    #[arg(skip)]
    options: Vec<TypedOption>,
    /// The line, if names of the sprint decide what its words mean.
    #[arg(skip)]
    open: Option<Line>,
}

/// The end of the overview.
const TOPICS: &str = "See also: `sprint help planning` for the board as a text to edit, `sprint help template` for the words of the post, \
                      `sprint help publishing` for formats and sites, `sprint help files` for settings and logs, `sprint help json` for programs";

#[derive(Subcommand)]
enum Command {
    Init(init::Init),
    #[command(flatten)]
    Recording(Recording),
    Batch(batch::Batch),
    Edit(edit::Edit),
    Import(import::Import),
    Board(board::Board),
    Show(show::Show),
    Log(log::Log),
    People(people::People),
    Ready(ready::Ready),
    List(list::List),
    Check(check::Check),
    Summary(summary::Summary),
    Sync(sync::Sync),
    #[command(hide = true)]
    Files,
    #[command(hide = true)]
    Json,
    #[command(hide = true)]
    Planning,
    #[command(hide = true)]
    Publishing,
    #[command(hide = true)]
    Template,
}

impl Command {
    /// Returns the view that it is, if it is one.
    fn view(self) -> Option<Box<dyn View>> {
        Some(match self {
            Command::Recording(Recording { command, json }) if command.is_bare() => {
                Box::new(board::Board::new(json))
            }
            Command::Board(board) => Box::new(board),
            Command::Show(show) => Box::new(show),
            Command::Log(log) => Box::new(log),
            Command::People(people) => Box::new(people),
            Command::Ready(ready) => Box::new(ready),
            Command::List(list) => Box::new(list),
            _ => return None,
        })
    }
}

thread_local! {
    /// What each command line is read with. A batch has many, and this takes longer to make than a line to read.
    /// The end of the process frees it; to do that here takes half as long as to read a line.
    static PROGRAM: ManuallyDrop<RefCell<clap::Command>> =
        ManuallyDrop::new(RefCell::new(Cli::command()));
}

/// Reads a command line. Without the names that are known in the sprint, some of it may be open.
fn parse(line: &Line, known: Option<KnownNames<'_>>) -> Result<Cli, Misread> {
    PROGRAM.with(|program| {
        let program = &mut *program.borrow_mut();
        let arranged = arrange(program, line, known)?;
        let matches = program.try_get_matches_from_mut(arranged.words)?;
        let cli = Cli {
            literal: arranged.literal,
            options: arranged.options,
            open: arranged.is_open.then(|| line.clone()),
            ..Cli::from_arg_matches(&matches)?
        };
        let is_dated = cli.globals.at.is_some() || cli.globals.day.is_some();
        match &cli.command {
            Some(Command::Recording(recording)) if is_dated && !recording.command.has_a_time() => {
                Err(UsageError::UndoAtATime.into())
            }
            _ => Ok(cli),
        }
    })
}
