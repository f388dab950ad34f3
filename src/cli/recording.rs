//! The commands that record, and how each is read from a command line.

use clap::error::ErrorKind;
use clap::{ArgMatches, Args, FromArgMatches, Subcommand};

use super::context::{Context, Globals};
use super::options::Json;
use super::record::Record;
use super::transaction::{ReadAgain, Request};
use super::words::{Arranged, KnownNames, Line, Misread, arrange};
use super::{
    assign, day, decide, discuss, done, drop, goal, join, leave, r#move, next, note, photo, plan,
    progress, renumber, reopen, result, reword, talk, thank, unassign, undo,
};
use crate::diagnostic::Error;

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
pub struct Recording {
    pub command: Box<dyn Record>,
    pub json: Json,
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

/// Makes the request that a line is. It can only be a command that records.
pub fn request_of<'e>(line: &Line, context: &Context<'e>) -> Result<Request<'e>, Error> {
    let (command, arranged) = read(line, None)?;
    Ok(Request {
        literal: arranged.literal,
        read_again: arranged.is_open.then(|| read_again(line.clone())),
        ..Request::new(context.clone(), command)
    })
}

/// Returns what reads a line with the names that are known in a sprint.
pub fn read_again(line: Line) -> Box<ReadAgain> {
    Box::new(move |loaded| {
        let known = KnownNames {
            sprint: &loaded.sprint,
            topics: &loaded.folder.config.topics,
        };
        Ok(read(&line, Some(known))?.0)
    })
}

fn read(
    line: &Line,
    known: Option<KnownNames<'_>>,
) -> Result<(Box<dyn Record>, Arranged), Misread> {
    let program = Globals::augment_args(clap::Command::new("sprint"));
    let program = Recording::augment_subcommands(program);
    let arranged = arrange(&program, line, known)?;
    let matches = program.try_get_matches_from(&arranged.words)?;
    let recording = Recording::from_arg_matches(&matches)?;
    Ok((recording.command, arranged))
}
