//! What was typed, looked up in the sprint: items, people, topics.

use chrono::NaiveDate;

use crate::diagnostic::{Error, Remark, UsageError};
use crate::domain::{EntryId, Sprint, Topic};
use crate::journal::Folder;
use crate::text::is_blank;

/// What a command decides on.
pub struct Resolver<'s> {
    /// The state before the entry.
    pub sprint: &'s Sprint,
    /// The sprint's folder.
    pub folder: &'s Folder,
    /// The day that it is.
    pub today: NaiveDate,
    /// Who types.
    pub by: String,
    /// The first entry of the batch that is being recorded, if there is one already.
    pub batch: Option<EntryId>,
    /// The command's text.
    pub text: Option<String>,
    /// The text that was given as an option.
    pub option_text: Option<String>,
    /// What is to be said in addition.
    pub remarks: Vec<Remark>,
}

impl Resolver<'_> {
    /// The text of a command that needs one.
    pub fn needed_text(&self) -> Result<String, Error> {
        Ok(self.text.clone().ok_or(UsageError::NoText)?)
    }

    /// The id of the item that was typed.
    pub fn item(&self, typed: &str) -> Result<EntryId, Error> {
        Ok(self.sprint.find_item(typed)?.id)
    }

    /// The id of the item that was typed, which may be a closed one.
    pub fn any_item(&self, typed: &str) -> Result<EntryId, Error> {
        Ok(self.sprint.find_any_item(typed)?.id)
    }

    /// The people that were typed, as they are stored. A new name is remarked upon.
    pub fn people(&mut self, typed: &[String]) -> Result<Vec<String>, Error> {
        let named = self.sprint.find_people(typed)?;
        if named.names.is_empty() && !typed.is_empty() {
            return Err(UsageError::NoPeople.into());
        }
        self.remarks
            .extend(named.unknown.into_iter().map(Remark::NewName));
        Ok(named.names)
    }

    /// The topic that was typed. A new one is remarked upon.
    pub fn topic(&mut self, typed: Option<&str>) -> Result<Option<Topic>, Error> {
        let Some(typed) = typed else { return Ok(None) };
        let topic = Topic::parse(typed).ok_or(UsageError::EmptyTopic)?;
        if topic.headings().iter().any(|heading| is_blank(heading)) {
            return Err(UsageError::BlankHeading(topic.to_string()).into());
        }
        let listed = &self.folder.config.topics;
        let topic = self.sprint.find_topic(&topic, listed)?;
        if self.sprint.is_new_topic(&topic, listed) {
            self.remarks.push(Remark::NewTopic(topic.to_string()));
        }
        Ok(Some(topic))
    }
}
