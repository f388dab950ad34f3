//! Why a command line was not read: help was asked for, or its words do not go together.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::diagnostic::{ArgumentError, Error, UsageError};

/// Why a command line is not a command.
pub enum Misread {
    /// The help or the version, which was asked for.
    Help(clap::Error),
    Usage(UsageError),
}

impl From<clap::Error> for Misread {
    fn from(error: clap::Error) -> Self {
        match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Misread::Help(error),
            _ => Misread::Usage(UsageError::Argument(argument_error(&error))),
        }
    }
}

impl From<UsageError> for Misread {
    fn from(error: UsageError) -> Self {
        Misread::Usage(error)
    }
}

impl From<Misread> for Error {
    fn from(misread: Misread) -> Self {
        match misread {
            Misread::Help(_) => UsageError::HelpInABatch(None).into(),
            Misread::Usage(error) => error.into(),
        }
    }
}

/// Takes the facts out of an error of the parser.
fn argument_error(error: &clap::Error) -> ArgumentError {
    let texts = |kind| texts(error, kind);
    let first = |kind| texts(kind).into_iter().next().unwrap_or_default();
    let argument = first(ContextKind::InvalidArg);
    let (option, value) = argument.split_once(' ').unwrap_or((&argument, ""));
    let usage = first(ContextKind::Usage);
    let usage = usage.trim_start_matches("Usage: ").to_owned();
    let values = texts(ContextKind::ValidValue);
    let typed = first(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::MissingRequiredArgument => ArgumentError::Missing {
            arguments: texts(ContextKind::InvalidArg),
            usage,
        },
        ErrorKind::InvalidValue if typed.is_empty() => ArgumentError::NoValue {
            option: option.to_owned(),
            value: value.to_owned(),
            values,
        },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => ArgumentError::BadValue {
            typed,
            option: option.to_owned(),
            values,
            near: texts(ContextKind::SuggestedValue).into_iter().next(),
        },
        ErrorKind::ArgumentConflict => ArgumentError::Conflict {
            one: argument,
            other: texts(ContextKind::PriorArg).into_iter().next(),
        },
        ErrorKind::UnknownArgument => {
            let words = usage.split(' ');
            let words = words.take_while(|word| !word.starts_with(['[', '-']));
            ArgumentError::TooMuch {
                typed: typed_argument(error),
                command: words.collect::<Vec<_>>().join(" "),
            }
        }
        _ => {
            let text = error.render().to_string();
            let first = text.lines().next().unwrap_or_default();
            ArgumentError::Other(first.trim_start_matches("error: ").to_owned())
        }
    }
}

/// Returns the argument that an error is about, letter for letter.
fn typed_argument(error: &clap::Error) -> String {
    match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(typed)) => typed.clone(),
        _ => String::new(),
    }
}

/// Returns what an error names, as the README writes it: `ITEM`, `PEOPLE…`.
fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    let written = |text: &str| match kind {
        ContextKind::InvalidArg | ContextKind::PriorArg => {
            let text = text.replace(['<', '>', '[', ']'], "");
            text.replace("...", "…")
        }
        ContextKind::Usage => text
            .replace(['<', '>'], "")
            .replace("]...", "…]")
            .replace("...", "…"),
        _ => text.to_owned(),
    };
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![written(text)],
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| written(text)).collect(),
        Some(ContextValue::StyledStr(text)) => vec![written(&text.to_string())],
        _ => Vec::new(),
    }
}
