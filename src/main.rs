//! The program `sprint`: reads the outside world, and gives the exit status.

use std::env;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use anstream::{AutoStream, ColorChoice};
use chrono::{FixedOffset, Local, MappedLocalTime, NaiveDateTime, Offset, SubsecRound, TimeZone};
use etcetera::BaseStrategy;
use rustyline::completion::{Completer, Pair};
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::DefaultHistory;
use rustyline::validate::Validator;
use rustyline::{CompletionType, Config, Editor, Helper};
use signal_hook::consts::SIGINT;
use signal_hook::flag;
use sprint_journal::cli::{
    Candidate, Completion, Environment, Screen, Typed, Ui, fail, fixed_time, run,
};
use terminal_size::terminal_size;

/// The width of the output where it is not known.
const WIDTH: usize = 80;

/// The number of lines of a terminal that does not say it.
const LINES: usize = 24;

fn main() -> ExitCode {
    let variable = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let fixed = variable("SPRINT_NOW").map(|now| fixed_time(&now));
    let fixed = match fixed.transpose() {
        Ok(fixed) => fixed,
        Err(error) => return ExitCode::from(fail(&mut io::stderr(), &error, WIDTH)),
    };
    let clock = move || {
        fixed
            .unwrap_or_else(|| {
                let now = Local::now();
                now.with_timezone(&whole_minutes(now.offset().fix()))
            })
            .trunc_subsecs(3)
    };
    // A dumb terminal would print the codes that move the cursor.
    let is_dumb = variable("TERM").is_some_and(|terminal| terminal == "dumb");
    let interrupts = Rc::new(Interrupts::default());
    let waiting = interrupts.clone();
    let environment = Environment {
        arguments: env::args_os().collect(),
        folder: env::current_dir().unwrap_or_default(),
        state: state(),
        clock: Box::new(clock),
        wait: Box::new(move || waiting.wait()),
        fixed: fixed.is_some(),
        zone: match fixed {
            Some(now) => Box::new(move |_| MappedLocalTime::Single(*now.offset())),
            None => Box::new(local_offset),
        },
        sprint: variable("SPRINT"),
        sprint_dir: variable("SPRINT_DIR"),
        sprint_by: variable("SPRINT_BY"),
        source_date_epoch: variable("SOURCE_DATE_EPOCH"),
        login: Box::new(|| whoami::username().ok()),
        random: getrandom::u64().unwrap_or_else(|_| u64::from(std::process::id())),
    };
    let mut ui = Ui {
        input: Box::new(io::stdin()),
        output: Box::new(io::stdout()),
        errors: Box::new(io::stderr()),
        prompt: Box::new(prompt(interrupts)),
        interactive: io::stdin().is_terminal() && io::stderr().is_terminal(),
        prompts: io::stdin().is_terminal()
            && (io::stderr().is_terminal() || io::stdout().is_terminal()),
        width: columns().unwrap_or(WIDTH),
        color: AutoStream::choice(&io::stdout()) != ColorChoice::Never,
        screen: (io::stdout().is_terminal() && !is_dumb).then(screen),
        editor: variable("VISUAL").or(variable("EDITOR")),
        goes_on: false,
    };
    ExitCode::from(run(&environment, &mut ui))
}

/// Returns the folder for what programs keep on this machine: `$XDG_STATE_HOME/sprint`, else `~/.local/state/sprint`;
/// where there is no such convention, the one for the data of programs.
fn state() -> Option<PathBuf> {
    let places = etcetera::choose_base_strategy().ok()?;
    let state = places.state_dir().unwrap_or_else(|| places.data_dir());
    Some(state.join("sprint"))
}

/// What Ctrl-C does once there is a prompt: it ends the program, unless something waits.
#[derive(Default)]
struct Interrupts {
    /// Whether Ctrl-C was pressed.
    pressed: Arc<AtomicBool>,
    ends_program: Arc<AtomicBool>,
}

impl Interrupts {
    fn listen(&self) -> io::Result<()> {
        self.ends_program.store(true, Ordering::Relaxed);
        flag::register_conditional_default(SIGINT, self.ends_program.clone())?;
        flag::register(SIGINT, self.pressed.clone())?;
        Ok(())
    }

    /// Lets a second pass; gives `false` as soon as Ctrl-C is pressed.
    fn wait(&self) -> bool {
        const LOOKS: u32 = 20;
        self.ends_program.store(false, Ordering::Relaxed);
        let has_passed = (0..LOOKS).all(|_| {
            thread::sleep(Duration::from_secs(1) / LOOKS);
            !self.pressed.load(Ordering::Relaxed)
        });
        if !has_passed {
            // What waited is over, and the prompt may have more lines to answer.
            self.reset();
        }
        has_passed
    }

    /// Ends the program again at the next Ctrl-C.
    fn reset(&self) {
        self.pressed.store(false, Ordering::Relaxed);
        self.ends_program.store(true, Ordering::Relaxed);
    }
}

/// Makes a prompt with line editing, a history of its own and completion by the Tab key.
fn prompt(interrupts: Rc<Interrupts>) -> impl FnMut(&str, Completion) -> io::Result<Typed> {
    let mut editor = None;
    move |prompt, completion| {
        let editor: &mut Editor<Words, DefaultHistory> = match &mut editor {
            Some(editor) => editor,
            none => {
                interrupts.listen()?;
                none.insert(Editor::with_config(config()).map_err(io::Error::other)?)
            }
        };
        editor.set_helper(Some(Words(completion)));
        let read = editor.readline(prompt);
        interrupts.reset();
        match read {
            Ok(line) => {
                editor.add_history_entry(&line).map_err(io::Error::other)?;
                Ok(Typed::Line(line))
            }
            Err(ReadlineError::Interrupted) => Ok(Typed::CtrlC),
            Err(ReadlineError::Eof) => Ok(Typed::End),
            Err(cause) => Err(io::Error::other(cause)),
        }
    }
}

/// Lists all that a word may become at the first Tab, as a shell does.
fn config() -> Config {
    Config::builder()
        .completion_type(CompletionType::List)
        .completion_show_all_if_ambiguous(true)
        .build()
}

/// What rustyline asks for at the Tab key.
struct Words(Completion);

impl Completer for Words {
    type Candidate = Pair;

    fn complete(
        &self,
        line: &str,
        cursor: usize,
        _: &rustyline::Context<'_>,
    ) -> rustyline::Result<(usize, Vec<Pair>)> {
        let (start, candidates) = self.0.complete(&line[..cursor]);
        let pair = |Candidate { typed, shown }| Pair {
            display: shown,
            replacement: typed,
        };
        Ok((start, candidates.into_iter().map(pair).collect()))
    }
}

impl Helper for Words {}
impl Highlighter for Words {}
impl Hinter for Words {
    type Hint = String;
}
impl Validator for Words {}

fn local_offset(time: NaiveDateTime) -> MappedLocalTime<FixedOffset> {
    Local
        .offset_from_local_datetime(&time)
        .map(|offset| whole_minutes(offset.fix()))
}

/// Rounds an offset to one that a log can hold: zones of the past, and odd settings, have seconds.
fn whole_minutes(offset: FixedOffset) -> FixedOffset {
    const MINUTE: i32 = 60;
    FixedOffset::east_opt(offset.local_minus_utc() / MINUTE * MINUTE).unwrap_or(offset)
}

/// Returns the number of columns that `COLUMNS` gives, else the width of the terminal.
fn columns() -> Option<usize> {
    let given = env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    let given = given.filter(|columns| *columns > 0);
    given.or_else(|| Some(usize::from(terminal_size()?.0.0)))
}

/// Makes what gives the columns and lines of the terminal.
fn screen() -> Box<Screen> {
    let lines = || terminal_size().map(|(_, lines)| usize::from(lines.0));
    Box::new(move || (columns().unwrap_or(WIDTH), lines().unwrap_or(LINES)))
}
