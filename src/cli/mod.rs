//! The commands: a file for each, with its arguments, its help and what it does from top to bottom.
//!
//! Standard output carries what was asked for, standard error everything else.

mod assign;
mod batch;
mod board;
mod check;
mod context;
mod day;
mod decide;
mod discuss;
mod done;
mod drop;
mod edit;
mod environment;
mod goal;
mod init;
mod join;
mod leave;
mod list;
mod loaded;
mod log;
mod r#move;
mod next;
mod note;
mod options;
mod other_words;
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
mod result;
mod reword;
mod run;
mod show;
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
mod words;

pub use environment::Environment;
pub use run::{fail, run};
pub use time::fixed_time;
pub use ui::Ui;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, Args, CommandFactory, FromArgMatches, Parser, Subcommand};

use context::Globals;
use options::Json;
use record::Record;
use words::{KnownNames, Line, Misread, arrange};

/// The journal of a development sprint: plan, pair, discuss, and get the blog post
///
/// Without a command, it shows the board. TEXT needs no quotes; `-` reads it from standard input. ITEM is a number, an
/// id, or a word that occurs in exactly one open item, or, where an item may be closed and no open one has it, in exactly
/// one closed item; `8,9` are several. PEOPLE are nicks or names of known people,
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
    /// The line, if names of the sprint decide what its words mean.
    #[arg(skip)]
    open: Option<Line>,
}

/// The end of the overview.
const TOPICS: &str = "See also: `sprint help template` for the words of the post, `sprint help publishing` for formats \
                      and sites, `sprint help files` for settings and logs, `sprint help json` for programs";

#[derive(Subcommand)]
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
    #[command(hide = true)]
    Files,
    #[command(hide = true)]
    Json,
    #[command(hide = true)]
    Publishing,
    #[command(hide = true)]
    Template,
}

const RECORDING: [RecordingCommand; 23] = [
    recording::<plan::Plan>("plan"),
    recording::<assign::Assign>("assign"),
    recording::<unassign::Unassign>("unassign"),
    recording::<progress::Progress>("progress"),
    recording::<result::Result>("result"),
    recording::<done::Done>("done"),
    recording::<drop::Drop>("drop"),
    recording::<reopen::Reopen>("reopen"),
    recording::<r#move::Move>("move"),
    recording::<discuss::Discuss>("discuss"),
    recording::<decide::Decide>("decide"),
    recording::<talk::Talk>("talk"),
    recording::<join::Join>("join"),
    recording::<leave::Leave>("leave"),
    recording::<goal::Goal>("goal"),
    recording::<day::Day>("day"),
    recording::<note::Note>("note"),
    recording::<next::Next>("next"),
    recording::<photo::Photo>("photo"),
    recording::<thank::Thank>("thank"),
    recording::<reword::Reword>("reword"),
    recording::<renumber::Renumber>("renumber"),
    recording::<undo::Undo>("undo"),
];

/// How a command that records is read from a command line.
struct RecordingCommand {
    name: &'static str,
    arguments: fn(clap::Command) -> clap::Command,
    read: fn(&ArgMatches) -> Result<Box<dyn Record>, clap::Error>,
}

const fn recording<C: Args + Record + 'static>(name: &'static str) -> RecordingCommand {
    RecordingCommand {
        name,
        arguments: |command| Json::augment_args(C::augment_args(command)),
        read: |matches| Ok(Box::new(C::from_arg_matches(matches)?)),
    }
}

/// A command that records, as it was typed.
struct Recording {
    command: Box<dyn Record>,
    json: Json,
}

impl Subcommand for Recording {
    fn augment_subcommands(program: clap::Command) -> clap::Command {
        let define =
            |command: &RecordingCommand| (command.arguments)(clap::Command::new(command.name));
        program.subcommands(RECORDING.iter().map(define))
    }

    fn augment_subcommands_for_update(program: clap::Command) -> clap::Command {
        Recording::augment_subcommands(program)
    }

    fn has_subcommand(name: &str) -> bool {
        RECORDING.iter().any(|command| command.name == name)
    }
}

impl FromArgMatches for Recording {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let typed = matches.subcommand().and_then(|(name, matches)| {
            let command = RECORDING.iter().find(|command| command.name == name)?;
            Some((command, matches))
        });
        let (command, matches) = typed.ok_or(clap::Error::new(ErrorKind::MissingSubcommand))?;
        Ok(Recording {
            command: (command.read)(matches)?,
            json: Json::from_arg_matches(matches)?,
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Recording::from_arg_matches(matches)?;
        Ok(())
    }
}

/// Takes hidden commands out of what an error suggests.
fn without_suggestions(mut error: clap::Error, hidden: &[String]) -> clap::Error {
    const SUGGESTED: ContextKind = ContextKind::SuggestedSubcommand;
    if let Some(ContextValue::Strings(names)) = error.get(SUGGESTED) {
        let names = names.iter().filter(|name| !hidden.contains(name));
        let names: Vec<String> = names.cloned().collect();
        error.remove(SUGGESTED);
        if !names.is_empty() {
            error.insert(SUGGESTED, ContextValue::Strings(names));
        }
    }
    error
}

/// Reads a command line. Without the names that are known in the sprint, some of it may be open.
fn parse(line: &Line, known: Option<KnownNames<'_>>) -> Result<Cli, Misread> {
    let program = Cli::command();
    let arranged = arrange(&program, line, known)?;
    let hidden = program
        .get_subcommands()
        .filter(|command| command.is_hide_set());
    let hidden: Vec<String> = hidden
        .map(|command| command.get_name().to_owned())
        .collect();
    let matches = program.try_get_matches_from(arranged.words);
    let matches = matches.map_err(|error| without_suggestions(error, &hidden))?;
    Ok(Cli {
        literal: arranged.literal,
        open: arranged.is_open.then(|| line.clone()),
        ..Cli::from_arg_matches(&matches)?
    })
}
