//! `sprint day`: what a day is.

use clap::Args;

use super::record::{Record, Resolver, Text};
use super::time;
use crate::diagnostic::{Error, Remark, UsageError};
use crate::domain::{Action, Entry, SpecialDay, Sprint, slip_of_day};
use crate::text::{is_of, normalize, shell_text, typed_day};
use crate::view;

/// Say what today is, such as "documentation day"
#[derive(Args, Debug)]
pub struct Day {
    /// The theme
    text: Vec<String>,
    /// Nobody is expected to work
    #[arg(long = "break")]
    is_break: bool,
}

impl Record for Day {
    fn text(&self) -> Text<'_> {
        Text::Optional(&self.text)
    }

    fn has_day_of_sprint(&self) -> bool {
        true
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        if self.text.is_empty() && !self.is_break {
            return Err(UsageError::EmptyDay.into());
        }
        let typed = self.text.join(" ");
        if is_break(&typed) && !self.is_break && !resolver.literal {
            return Err(UsageError::BreakAsText(typed).into());
        }
        if !resolver.literal {
            self.refuse_day_as_text(resolver)?;
        }
        let action = crate::domain::Day {
            text: resolver.text.clone(),
            is_break: self.is_break,
        };
        let known = resolver.sprint.day(resolver.day);
        resolver
            .remarks
            .extend(known.and_then(|known| replaced(known, &action)));
        Ok(vec![Action::Day(action)])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        let day = view::long_day(entry.day());
        format!("{day}: {}", view::describe(sprint, entry))
    }
}

/// Remarks on what a day was so far, if that is another theme, or a day without work, and is not said again.
fn replaced(known: &SpecialDay, new: &crate::domain::Day) -> Option<Remark> {
    const BREAK: &str = " --break";
    let theme = known.theme.as_deref();
    match (theme, new.text.as_deref()) {
        (Some(theme), None) => Some(Remark::DayReplaced {
            theme: theme.to_owned(),
            command: format!("day {}{BREAK}", shell_text(theme)),
        }),
        (None, Some(text)) if known.is_break && !new.is_break => Some(Remark::DayReplaced {
            theme: "break".to_owned(),
            command: format!("day {}{BREAK}", shell_text(text)),
        }),
        _ => None,
    }
}

/// Words that say of a day that nobody is expected to work.
const BREAKS: &str = "break brake free frei holiday off pause rest ruhetag";

impl Day {
    /// Refuses a theme that begins or ends with another day than the one that it is for.
    fn refuse_day_as_text(&self, resolver: &Resolver<'_>) -> Result<(), Error> {
        const BEFORE: &str = "am for für is ist next on this";
        let text = resolver.text.as_deref().unwrap_or_default();
        let words: Vec<&str> = text.split_whitespace().collect();
        let is_before = |word: &str| is_of(BEFORE, &word.to_lowercase());
        let (day, theme) = match words[..] {
            [lead, day, ref theme @ ..] if is_before(lead) && is_day(day) => (day, theme),
            [day, ref theme @ ..] if is_day(day) => (day, theme),
            [ref theme @ .., lead, day] if is_before(lead) && is_day(day) => (day, theme),
            [ref theme @ .., day] if is_day(day) && is_break(&theme.join(" ")) => (day, theme),
            _ => return Ok(()),
        };
        let is_sign = |word: &&&str| word.chars().all(|sign| !sign.is_alphanumeric());
        let is_lead = |word: &&&str| is_sign(word) || is_of("is ist", word);
        let skipped = theme.iter().take_while(is_lead).count();
        let day = typed_day(day)
            .or_else(|| slip_of_day(day))
            .unwrap_or_default();
        let config = &resolver.folder.config;
        let dates = config.from.zip(config.to);
        let meant = time::day_within(Some(&day), resolver.today, dates, "--day")?;
        if meant == Some(resolver.day) && skipped < theme.len() {
            return Ok(());
        }
        let theme = theme[skipped..].join(" ");
        Err(UsageError::DayAsText {
            day,
            theme: if is_break(&theme) {
                "--break".to_owned()
            } else {
                theme
            },
            text: text.to_owned(),
        }
        .into())
    }
}

/// Returns whether a theme says that nobody is expected to work.
fn is_break(theme: &str) -> bool {
    is_of(BREAKS, &normalize(theme))
}

/// Returns whether a word of a theme says on which day: not two letters, which are a word as well.
fn is_day(word: &str) -> bool {
    let bare = word.trim_end_matches(|sign: char| !sign.is_alphanumeric());
    bare.chars().count() > 2 && (typed_day(bare).is_some() || slip_of_day(bare).is_some())
}
