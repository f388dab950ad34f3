//! `sprint board`, and `sprint` alone: what is open now.

use std::path::Path;

use clap::Args;
use strum::{EnumString, VariantNames};

use super::context::Context;
use super::loaded::{LoadedSprint, sprint_row};
use super::options::{Json, Output, one_of};
use super::ui::Ui;
use crate::diagnostic::{Diagnostic, Error, UsageError};
use crate::planning::{self, Shown};
use crate::view::{self, PageOptions, is_board_page};

/// The seconds after which a browser reloads a watched page.
const REFRESH: u32 = 2;

/// Show what is open and who is on it; with --day, as it was when that day ended
#[derive(Args, Debug, Default)]
pub struct Board {
    /// The format [default: text]
    #[arg(long = "for", value_name = "FORMAT", conflicts_with = "json", value_parser = one_of::<Format>())]
    format: Option<Format>,
    /// Write the page again whenever the logs change, until Ctrl-C
    #[arg(long, requires = "output", conflicts_with = "json")]
    watch: bool,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    json: Json,
}

/// What a board can be written for.
#[derive(Clone, Copy, Debug, Default, PartialEq, EnumString, VariantNames)]
#[strum(serialize_all = "lowercase")]
enum Format {
    #[default]
    Text,
    /// A page for the projector.
    Html,
    /// What people edit: see `sprint help planning`.
    Markdown,
    Json,
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
        if self.watch {
            return self.keep_watch(context.clone(), ui);
        }
        let loaded = LoadedSprint::open(context, ui)?;
        let text = self.text(context, ui.width, &loaded)?;
        self.output.deliver(context, ui, &text, is_board_page)
    }

    fn format(&self) -> Format {
        if self.json.wanted {
            Format::Json
        } else {
            self.format.unwrap_or_default()
        }
    }

    fn text(
        &self,
        context: &Context<'_>,
        width: usize,
        loaded: &LoadedSprint,
    ) -> Result<String, Error> {
        let given = context.given_day(None)?;
        let day = given.unwrap_or(context.today());
        let sprint = &loaded.sprint.until(given);
        let title = loaded.folder.title();
        Ok(match self.format() {
            Format::Text => view::board(sprint, title, day, width),
            Format::Json => view::json::board(&sprint_row(&loaded.folder, true)?, sprint, day),
            Format::Markdown => {
                let folder = &loaded.folder;
                planning::write(&folder.name, &folder.config, sprint, Shown::Board(day))
            }
            Format::Html => {
                let options = PageOptions {
                    refresh: self.watch.then_some(REFRESH),
                    problems: loaded.all_diagnostics().len(),
                };
                view::board_page(sprint, title, day, options)
            }
        })
    }

    /// Writes the page again and again, for as long as the program runs. An error is shown once, and the page stays as it
    /// was.
    fn keep_watch(&self, mut context: Context<'_>, ui: &mut Ui) -> Result<(), Error> {
        let file = self.output.file().filter(|_| self.format() == Format::Html);
        let file = file.ok_or(UsageError::NothingToWatch)?;
        let loaded = LoadedSprint::open(&context, ui)?;
        let text = self.text(&context, ui.width, &loaded)?;
        self.output.deliver(&context, ui, &text, is_board_page)?;
        let mut shown = loaded.all_diagnostics();
        let mut failed = None;
        loop {
            context.wait();
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
        let text = self.text(context, ui.width, &loaded)?;
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
