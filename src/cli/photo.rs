//! `sprint photo`: a picture.

use std::ffi::OsStr;
use std::path::Path;

use clap::Args;
use lean_string::LeanString;

use super::record::{Record, Resolver, Text};
use crate::diagnostic::{Error, UsageError};
use crate::domain::{Action, Entry, Label, Limited, Sprint, Violation, is_address};
use crate::journal::is_ending_of_picture;
use crate::report::may_link;
use crate::text::{is_blank, is_of};
use crate::view;

/// Add a picture; a file is copied into the sprint's folder
#[derive(Args, Debug)]
pub struct Photo {
    /// The file, or an http or https address
    #[arg(value_name = "FILE-OR-URL")]
    file: String,
    /// What it shows
    #[arg(value_name = "CAPTION")]
    text: Vec<String>,
    /// The topic that it belongs to
    #[arg(short, long, value_name = "TOPIC")]
    topic: Option<String>,
    /// The item that it shows
    #[arg(short, long, value_name = "ITEM")]
    item: Option<String>,
    /// What stands for it where it cannot be seen [default: the caption]
    #[arg(long, value_name = "TEXT")]
    alt: Option<String>,
}

impl Record for Photo {
    fn text(&self) -> Text<'_> {
        Text::Optional(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        if is_address(&self.file) && !may_link(&self.file) {
            return Err(Error::BadAddress(self.file.clone()));
        }
        if let [other, ..] = &self.text[..]
            && !resolver.literal
            && is_picture(&self.file)
            && self.text.iter().all(|word| is_picture(word))
        {
            return Err(UsageError::PictureAsCaption(other.clone()).into());
        }
        self.refuse_item_before(resolver)?;
        if let Some(text) = resolver.text.as_deref()
            && !resolver.literal
            && let Some(item) = item_alone(resolver.sprint, text)
        {
            let typed = text.to_owned();
            return Err(UsageError::ItemAsCaption { item, typed }.into());
        }
        if self.alt.as_deref().is_some_and(is_blank) {
            return Err(UsageError::EmptyText.into());
        }
        let excess_of = |text: Option<&str>| Limited::Caption.excess_of(text?);
        let excess = excess_of(resolver.text.as_deref());
        if let Some(excess) = excess.or_else(|| excess_of(self.alt.as_deref())) {
            return Err(Error::Refused(Violation::TooMuch(excess)));
        }
        let item = resolver.option_item(self.item.as_ref())?;
        let topic = resolver.topic(self.topic.as_deref())?;
        let file = if is_address(&self.file) {
            self.file.as_str().into()
        } else {
            resolver.folder.add_photo(Path::new(&self.file))?.into()
        };
        Ok(vec![Action::Photo(crate::domain::Photo {
            item,
            text: resolver.text.clone(),
            file,
            topic,
            alt: self.alt.as_deref().map(LeanString::from),
        })])
    }

    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String {
        view::recorded(sprint, entry, "photo")
    }
}

impl Photo {
    /// Refuses an item in front of the file.
    fn refuse_item_before(&self, resolver: &Resolver<'_>) -> Result<(), Error> {
        let words = [std::slice::from_ref(&self.file), &self.text[..]].concat();
        let place = words.iter().position(|word| is_picture(word));
        let Some(place) = place.filter(|_| !resolver.literal && self.item.is_none()) else {
            return Ok(());
        };
        let typed = words[..place].join(" ");
        let Some(item) = item_alone(resolver.sprint, &typed) else {
            return Ok(());
        };
        Err(UsageError::ItemBeforePicture {
            item,
            typed,
            file: words[place].clone(),
            caption: words[place + 1..].join(" "),
            options: resolver.options.clone(),
        }
        .into())
    }
}

/// Returns the item if that is all that a caption says: `2`, `for #2`.
fn item_alone(sprint: &Sprint, caption: &str) -> Option<Label> {
    const LEADS: &str = "for fur für item of to von zu";
    let (lead, rest) = caption.split_once(' ').unwrap_or(("", caption));
    let is_led = is_of(LEADS, &lead.to_lowercase());
    let items = sprint.listed_items(if is_led { rest } else { caption })?;
    items.first().copied().filter(|_| items.len() == 1)
}

/// Returns whether a word is the name or the address of a picture.
fn is_picture(word: &str) -> bool {
    let ending = Path::new(word).extension().and_then(OsStr::to_str);
    ending.is_some_and(is_ending_of_picture)
}
