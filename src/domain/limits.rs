//! How much one entry holds. What is beyond a limit is not recorded; where it stands in a log, it counts all the same.

use super::config::Config;
use super::entry::{Action, Entry};
use super::topic::Topic;

/// How deep quotes and lists in a text, headings in a topic, and parts of tasks lie in each other at most. Everything
/// that is told lies in a tree, and whatever walks a tree goes as deep as that.
pub const DEEPEST: usize = 32;

/// The characters of what is shown on a line at most: titles, topics, names, captions.
pub const LONGEST_LINE: usize = 1_000;

/// The characters of a text at most.
pub const LONGEST_TEXT: usize = 100_000;

/// How many names there are in one entry at most.
pub const MOST_NAMES: usize = 250;

/// What has a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limited {
    /// What an item, a goal or a day is called.
    Title,
    /// A text of paragraphs.
    Text,
    /// A path of headings.
    Topic,
    /// A name of somebody, and who typed.
    Name,
    /// An affiliation.
    Org,
    /// Where a sprint is.
    Place,
    /// What is said below a picture.
    Caption,
    /// The address or the path of a picture.
    Picture,
}

impl Limited {
    /// The characters that it has at most.
    pub fn limit(self) -> usize {
        match self {
            Limited::Title
            | Limited::Topic
            | Limited::Name
            | Limited::Org
            | Limited::Place
            | Limited::Caption => LONGEST_LINE,
            Limited::Text | Limited::Picture => LONGEST_TEXT,
        }
    }

    /// What is beyond a limit if this is `text`.
    pub fn excess_of(self, text: &str) -> Option<Excess> {
        // There are no more characters than bytes.
        let is_long = text.len() > self.limit() && text.chars().count() > self.limit();
        is_long.then(|| Excess::Characters {
            what: self,
            count: text.chars().count(),
        })
    }
}

/// What is beyond a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// A text has too many characters.
    Characters {
        /// What sort of text.
        what: Limited,
        /// How many.
        count: usize,
    },
    /// So many names.
    Names(usize),
    /// A topic lies as deep as that.
    Headings(usize),
}

impl Entry {
    /// The first thing about the entry that is beyond a limit.
    pub fn excess(&self) -> Option<Excess> {
        let by = Limited::Name.excess_of(&self.by);
        by.or_else(|| self.action.excess())
    }
}

impl Action {
    fn excess(&self) -> Option<Excess> {
        let names = self.all_names();
        if names.len() > MOST_NAMES {
            return Some(Excess::Names(names.len()));
        }
        let name = names.into_iter().map(|name| (Limited::Name, name.as_str()));
        let mut limited = self.texts().into_iter().chain(name);
        let text = limited.find_map(|(what, text)| what.excess_of(text));
        text.or_else(|| self.topic().and_then(Topic::excess))
    }

    /// Every name that the entry holds.
    fn all_names(&self) -> Vec<&String> {
        match self {
            Action::Join(join) => [&join.person, &join.nick]
                .into_iter()
                .chain(&join.also)
                .collect(),
            Action::Leave(leave) => leave.people.iter().collect(),
            other => other.names(),
        }
    }

    /// The texts of the entry, and what each of them is.
    pub fn texts(&self) -> Vec<(Limited, &str)> {
        fn title(text: &str) -> (Limited, &str) {
            (Limited::Title, text)
        }
        fn some(what: Limited, text: Option<&String>) -> Option<(Limited, &str)> {
            text.map(|text| (what, text.as_str()))
        }
        match self {
            Action::Plan(plan) => vec![title(&plan.text)],
            Action::Discuss(discuss) => [title(&discuss.text)]
                .into_iter()
                .chain(some(Limited::Text, discuss.decided.as_ref()))
                .collect(),
            Action::Talk(talk) => vec![title(&talk.text)],
            Action::Goal(goal) => vec![title(&goal.text)],
            Action::Reword(reword) => vec![title(&reword.text)],
            Action::Day(day) => some(Limited::Title, day.text.as_ref())
                .into_iter()
                .collect(),
            Action::Join(join) => some(Limited::Org, join.org.as_ref()).into_iter().collect(),
            Action::Photo(photo) => some(Limited::Caption, photo.text.as_ref())
                .into_iter()
                .chain([(Limited::Picture, photo.file.as_str())])
                .collect(),
            Action::Progress(progress) => vec![(Limited::Text, &progress.text)],
            Action::Done(done) => some(Limited::Text, done.text.as_ref())
                .into_iter()
                .collect(),
            Action::Drop(drop) => some(Limited::Text, drop.text.as_ref())
                .into_iter()
                .collect(),
            Action::Reopen(reopen) => some(Limited::Text, reopen.text.as_ref())
                .into_iter()
                .collect(),
            Action::Decide(decide) => vec![(Limited::Text, &decide.text)],
            Action::Note(note) => vec![(Limited::Text, &note.text)],
            Action::Next(next) => vec![(Limited::Text, &next.text)],
            Action::Thank(thank) => vec![(Limited::Text, &thank.text)],
            Action::Assign(_)
            | Action::Unassign(_)
            | Action::Leave(_)
            | Action::Renumber(_)
            | Action::Undo(_) => Vec::new(),
        }
    }
}

impl Topic {
    fn excess(&self) -> Option<Excess> {
        let depth = Some(self.depth()).filter(|depth| *depth > DEEPEST);
        depth
            .map(Excess::Headings)
            .or_else(|| Limited::Topic.excess_of(&self.to_string()))
    }
}

impl Config {
    /// Everything in it that is beyond a limit.
    pub fn excesses(&self) -> Vec<Excess> {
        let report = &self.report;
        let texts = self.texts();
        let lines = [
            (Limited::Title, &self.title),
            (Limited::Place, &self.place),
            (Limited::Title, &report.title),
        ];
        let lines = lines
            .into_iter()
            .filter_map(|(what, text)| what.excess_of(text.as_deref()?));
        let names = report.authors.iter().chain(&report.tags);
        lines
            .chain(
                texts
                    .into_iter()
                    .filter_map(|text| Limited::Text.excess_of(text)),
            )
            .chain(names.filter_map(|name| Limited::Name.excess_of(name)))
            .chain(self.topics.iter().filter_map(Topic::excess))
            .collect()
    }

    /// The parts of the report that are written by hand.
    pub fn texts(&self) -> Vec<&str> {
        let report = &self.report;
        let texts = [
            &report.intro,
            &report.invitation,
            &report.closing,
            &report.sign_off,
        ];
        texts.into_iter().flatten().map(String::as_str).collect()
    }
}
