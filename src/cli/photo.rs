//! `sprint photo`: a picture.

use std::path::Path;

use clap::Args;

use super::record::{Record, Resolver, Text};
use crate::diagnostic::Error;
use crate::domain::{Action, Entry, Limited, Sprint, Violation, is_address};
use crate::report::may_link;

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
}

impl Record for Photo {
    fn text(&self) -> Text<'_> {
        Text::Optional(&self.text)
    }

    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error> {
        if is_address(&self.file) && !may_link(&self.file) {
            return Err(Error::BadAddress(self.file.clone()));
        }
        let caption = self.text.first();
        if let Some(excess) = caption.and_then(|text| Limited::Caption.excess_of(text)) {
            return Err(Error::Refused(Violation::TooMuch(excess)));
        }
        let item = resolver.option_item(self.item.as_ref())?;
        let topic = resolver.topic(self.topic.as_deref())?;
        let file = if is_address(&self.file) {
            self.file.clone()
        } else {
            resolver.folder.add_photo(Path::new(&self.file))?
        };
        Ok(vec![Action::Photo(crate::domain::Photo {
            item,
            text: resolver.text.clone(),
            file,
            topic,
            ..crate::domain::Photo::default()
        })])
    }

    fn confirmation(&self, _sprint: &Sprint, entry: &Entry) -> String {
        format!("photo: {}", entry.action.fields().file.unwrap_or_default())
    }
}
