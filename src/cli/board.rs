//! `sprint board`, and `sprint` alone: what is open now.

use std::path::Path;

use clap::Args;
use strum::{EnumString, IntoStaticStr, VariantNames};

use super::context::Context;
use super::loaded::{LoadedSprint, sprint_row};
use super::options::{Json, Output, one_of};
use super::ui::Ui;
use super::view::{Answer, View};
use crate::diagnostic::{Diagnostic, Error, UsageError};
use crate::domain::{LookupError, Sprint, Topic, split_plus};
use crate::planning::{self, Shown};
use crate::view::{self, Look, PageOptions, Wanted, is_board_page};

/// The seconds after which a browser reloads a watched page.
const REFRESH: u32 = 2;

/// The seconds after which the next page is written of a board that needs several.
const TURN: i64 = 10;

/// Show what is open and who is on it; with --day, as it was when that day ended
#[derive(Args, Debug, Default)]
pub struct Board {
    /// Only what these people are on, or did
    #[arg(short, long, value_name = "PEOPLE", conflicts_with = "free")]
    people: Vec<String>,
    /// Only what is filed under this topic, or one below it
    #[arg(short, long, value_name = "TOPIC")]
    topic: Option<String>,
    /// Only tasks that nobody is on, nor on any of their parts
    #[arg(long)]
    free: bool,
    /// Show long texts in full, on several lines
    #[arg(long)]
    full: bool,
    /// The format [default: text]
    #[arg(long = "for", value_name = "FORMAT", conflicts_with = "json", value_parser = one_of::<Format>())]
    format: Option<Format>,
    /// Show the board, or write the page, again whenever the logs change, until Ctrl-C
    #[arg(long, conflicts_with = "json")]
    watch: bool,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    json: Json,
}

/// What a board can be written for.
#[derive(Clone, Copy, Debug, Default, PartialEq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase")]
enum Format {
    #[default]
    Text,
    /// A page for the wall.
    Html,
    /// What people edit: see `sprint help planning`.
    Markdown,
    Json,
}

impl View for Board {
    fn name(&self) -> &'static str {
        "board"
    }

    fn json(&mut self) -> &mut Json {
        &mut self.json
    }

    fn option_for_itself(&self) -> Option<&'static str> {
        let given = [
            (self.watch, "--watch"),
            (self.output.file().is_some(), "--output"),
            (self.json.wanted && self.format.is_some(), "--for"),
        ];
        let given = given.into_iter().find(|(is_given, _)| *is_given);
        given.map(|(_, option)| option)
    }

    fn answer(
        &self,
        context: &Context<'_>,
        look: Look,
        loaded: &LoadedSprint,
    ) -> Result<Answer, Error> {
        self.check()?;
        Ok(self.text(context, look, loaded)?.into())
    }
}

impl Board {
    /// Makes the command without other options.
    pub fn new(json: Json) -> Board {
        Board {
            json,
            ..Board::default()
        }
    }

    pub fn run(&self, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
        self.check()?;
        if self.watch {
            return self.keep_watch(context.clone(), ui);
        }
        let loaded = LoadedSprint::open(context, ui)?;
        let text = self.text(context, self.look(ui), &loaded)?;
        self.output.deliver(context, ui, &text, is_board_page)?;
        ui.leave(loaded);
        Ok(())
    }

    /// Refuses options that the format does not have.
    fn check(&self) -> Result<(), Error> {
        let format = self.format();
        let refuse = |is_given: bool, option| {
            let format = format.into();
            let error = UsageError::WholeBoard { option, format };
            if is_given { Err(error) } else { Ok(()) }
        };
        if matches!(format, Format::Html | Format::Markdown) {
            refuse(!self.people.is_empty(), "--people")?;
            refuse(self.topic.is_some(), "--topic")?;
            refuse(self.free, "--free")?;
        }
        refuse(self.full && format != Format::Text, "--full")?;
        Ok(())
    }

    fn format(&self) -> Format {
        if self.json.wanted {
            Format::Json
        } else {
            self.format.unwrap_or_default()
        }
    }

    /// Returns how the board is laid out: a file has no colours.
    fn look(&self, ui: &Ui) -> Look {
        let look = ui.look();
        Look {
            color: look.color && self.output.file().is_none(),
            ..look
        }
    }

    fn text(
        &self,
        context: &Context<'_>,
        look: Look,
        loaded: &LoadedSprint,
    ) -> Result<String, Error> {
        let folder = &loaded.folder;
        let given = context.given_day(None, &folder.config)?;
        let day = given.unwrap_or(context.today());
        let sprint = &loaded.sprint.until(given);
        let listed = &folder.config.topics;
        let wanted = self.wanted(context, sprint, listed)?;
        let board = view::Board::new(sprint, folder.title(), listed, day, &wanted);
        Ok(match self.format() {
            Format::Text => view::board(&board, look, self.full),
            Format::Json => view::json::board(&sprint_row(folder, true)?, &board),
            Format::Markdown => {
                planning::write(&folder.name, &folder.config, sprint, Shown::Board(day))
            }
            Format::Html => {
                let options = PageOptions {
                    refresh: self.watch.then_some(REFRESH),
                    problems: loaded.all_diagnostics().len(),
                    turn: match self.watch {
                        true => context.now.timestamp() / TURN,
                        false => 0,
                    },
                };
                view::board_page(&board, options)
            }
        })
    }

    /// Finds what was asked for.
    fn wanted(
        &self,
        context: &Context<'_>,
        sprint: &Sprint,
        listed: &[Topic],
    ) -> Result<Wanted, Error> {
        let mut people = Vec::new();
        if !self.people.is_empty() {
            let named = sprint.read_people(&self.people, &context.author(sprint)?)?;
            for name in named.all() {
                let known = sprint.people().stored(&name);
                let error = || LookupError::NoSuchPerson {
                    name: split_plus(&name).0.to_owned(),
                    near: Vec::new(),
                };
                people.push(known.ok_or_else(error)?.who);
            }
        }
        let topic = self.topic.as_deref().map(|typed| {
            let topic = Topic::parse(typed).ok_or(UsageError::EmptyTopic)?;
            Ok::<_, Error>(sprint.find_known_topic(&topic, listed)?)
        });
        Ok(Wanted {
            people,
            topic: topic.transpose()?,
            free: self.free,
        })
    }

    fn keep_watch(&self, context: Context<'_>, ui: &mut Ui) -> Result<(), Error> {
        match (self.format(), self.output.file()) {
            (Format::Html, Some(file)) => self.keep_page(context, ui, file),
            (Format::Text, None) if ui.screen.is_some() => self.keep_screen(context, ui),
            _ => Err(UsageError::NothingToWatch.into()),
        }
    }

    /// Shows the board again in place whenever it has changed, until it is interrupted. An error stands below the
    /// last board.
    fn keep_screen(&self, mut context: Context<'_>, ui: &mut Ui) -> Result<(), Error> {
        let mut board = String::new();
        let mut shown = None;
        loop {
            let (width, lines) = ui
                .screen
                .as_ref()
                .map_or((ui.width, usize::MAX), |size| size());
            let look = Look { width, ..ui.look() };
            let read = context.folder().and_then(LoadedSprint::read);
            let written = read.and_then(|loaded| {
                let problems = loaded.all_diagnostics().len();
                Ok((self.text(&context, look, &loaded)?, problems))
            });
            let below = match written {
                Ok((text, problems)) => {
                    board = text;
                    view::problems(problems)
                }
                Err(error) if shown.is_none() => return Err(error),
                Err(error) => Some(error.to_string()),
            };
            let screen = view::screen(&board, below.as_deref(), look, lines);
            if shown.as_ref() != Some(&screen) {
                ui.redraw(&screen)?;
                shown = Some(screen);
            }
            if !context.wait() {
                return ui.end_line();
            }
        }
    }

    /// Writes the page again and again, until it is interrupted. An error is shown once, and the page stays as it
    /// was.
    fn keep_page(&self, mut context: Context<'_>, ui: &mut Ui, file: &Path) -> Result<(), Error> {
        let loaded = LoadedSprint::open(&context, ui)?;
        let text = self.text(&context, ui.look(), &loaded)?;
        self.output.deliver(&context, ui, &text, is_board_page)?;
        let mut shown = loaded.all_diagnostics();
        let mut failed = None;
        loop {
            if !context.wait() {
                return ui.end_line();
            }
            match self.write_again(&context, ui, file, &mut shown) {
                Ok(()) => failed = None,
                Err(error) => {
                    let message = Some(error.to_string());
                    if failed != message {
                        ui.show_error(&error)?;
                    }
                    failed = message;
                }
            }
        }
    }

    fn write_again(
        &self,
        context: &Context<'_>,
        ui: &mut Ui,
        file: &Path,
        shown: &mut Vec<Diagnostic>,
    ) -> Result<(), Error> {
        let loaded = LoadedSprint::read(context.folder()?)?;
        let text = self.text(context, ui.look(), &loaded)?;
        self.output.write(file, &text, is_board_page)?;
        let diagnostics = loaded.all_diagnostics();
        if diagnostics != *shown {
            *shown = diagnostics;
            loaded.warn(ui)?;
        }
        Ok(())
    }

    /// Shows the board; where there is none, what this program is and how to begin.
    pub fn run_or_welcome(&self, context: &Context<'_>, ui: &mut Ui) -> Result<(), Error> {
        match self.run(context, ui) {
            Err(Error::NoJournal | Error::NoSprint(_)) => ui.print(
                "sprint is the journal of a development sprint: plan, pair, discuss, and the blog post writes itself.\n\
                 Begin with `sprint init NAME`, such as `sprint init leysin-2017`; `sprint --help` lists the commands.\n",
            ),
            shown => shown,
        }
    }
}
