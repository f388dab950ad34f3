//! The commands that record, and how each is read from a command line.

use std::sync::{LazyLock, Mutex, PoisonError};

use clap::error::ErrorKind;
use clap::{ArgMatches, Args, FromArgMatches, Subcommand};

use super::context::{Context, Globals};
use super::going_on::KnownNames;
use super::line::Line;
use super::misread::Misread;
use super::options::Json;
use super::record::Record;
use super::request::{ReadAgain, Request};
use super::words::{Arranged, arrange};
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
        options: arranged.options,
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
        let (command, arranged) = read(&line, Some(known))?;
        Ok((command, arranged.options))
    })
}

/// What clap reads lines of batches and commands of documents with. To define it takes longer than to read a line.
static PROGRAM: LazyLock<Mutex<clap::Command>> = LazyLock::new(|| {
    let program = Globals::augment_args(clap::Command::new("sprint"));
    Mutex::new(Recording::augment_subcommands(program))
});

fn read(
    line: &Line,
    known: Option<KnownNames<'_>>,
) -> Result<(Box<dyn Record>, Arranged), Misread> {
    // A parse that panicked leaves nothing behind that another would see.
    let mut program = PROGRAM.lock().unwrap_or_else(PoisonError::into_inner);
    let arranged = arrange(&program, line, known)?;
    let matches = program.try_get_matches_from_mut(&arranged.words)?;
    let recording = Recording::from_arg_matches(&matches)?;
    Ok((recording.command, arranged))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{EntryId, ItemKind, Role, Topic};
    use crate::planning::{Command, Target, Typed};

    /// Returns the words of a line as clap reads them, and whether the text is to the letter.
    fn arranged(line: &Line) -> (Vec<String>, bool) {
        let program = PROGRAM.lock().expect("a program");
        match arrange(&program, line, None) {
            Ok(arranged) => (arranged.words, arranged.literal),
            Err(misread) => panic!("{}", Error::from(misread)),
        }
    }

    /// Returns the words that a shell would have cut.
    fn in_shell(typed: &Typed) -> Line {
        let text = typed.text.iter();
        let text = text.flat_map(|text| ["--".to_owned(), text.clone()]);
        Line::of_words(typed.words.iter().cloned().chain(text).collect())
    }

    fn text() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "a",
            "it's",
            "'q'",
            "\"q\"",
            "'",
            "\"",
            "''",
            "\"\"",
            ",",
            "a,",
            "-x",
            "--",
            "-",
            "–t",
            "--topic=x",
            "#12",
            "\\",
            "(armin)",
            "+Bob",
            "é",
            "sprint",
            "-->",
            "12",
        ]);
        prop::collection::vec(word, 1..6).prop_map(|words| words.join(" "))
    }

    fn name() -> impl Strategy<Value = String> {
        text().prop_filter("a name", |name| {
            name.starts_with(char::is_alphabetic) && !name.contains(',')
        })
    }

    fn command() -> impl Strategy<Value = Command> {
        let kind = prop::sample::select(vec![ItemKind::Task, ItemKind::Discussion, ItemKind::Talk]);
        let names = || prop::collection::vec(name(), 0..3);
        let topic =
            || prop::option::of(text().prop_filter_map("a topic", |text| Topic::parse(&text)));
        let item = Target::Row(0);
        let new = (
            kind,
            text(),
            topic(),
            names(),
            names(),
            prop::option::of(text()),
        );
        let new = new.prop_map(
            move |(kind, title, topic, people, with, when)| Command::New {
                row: 1,
                under: (kind == ItemKind::Task).then_some(item),
                kind,
                title,
                topic,
                people,
                with,
                when,
            },
        );
        let moved = (topic(), prop::option::of(text()), any::<bool>());
        let moved = moved.prop_map(move |(topic, when, top)| Command::Move {
            items: vec![item, item],
            topic: Some(topic),
            under: None,
            top,
            when,
        });
        let assign = (name(), names(), names());
        let assign = assign.prop_map(move |(first, more, with)| Command::Assign {
            item,
            people: [vec![first], more].concat(),
            with,
        });
        let join = name().prop_map(|person| Command::Join {
            person,
            nick: Some("nick".to_owned()),
            also: Some("Other Name".to_owned()),
            from: Some("wed".to_owned()),
            to: None,
            role: Some(Role::Remote),
        });
        let told = (text(), names(), names());
        let told = told.prop_map(move |(text, people, with)| Command::Done {
            item,
            text: Some(text),
            people,
            with,
        });
        prop_oneof![new, moved, assign, join, told]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_line_of_a_command_is_read_as_its_words(command in command()) {
            let typed = command.typed(|_| Ok::<_, EntryId>("12".to_owned())).expect("a name");
            let line = Line::of_text(&typed.line());
            prop_assert_eq!(arranged(&line), arranged(&in_shell(&typed)), "{}", typed.line());
        }
    }
}
