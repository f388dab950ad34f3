//! What is reported in addition to the answer, in words.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::error::Error;
use super::lint::reads_as;
use super::location::{Location, Quote};
use super::lookup_error::undo_of;
use super::planning::PlanningRemark;
use super::post::PostProblem;
use super::times::TimeRemark;
use super::typed_text::TypedText;
use super::words::{counted, entries_were, listed, listed_or};
use crate::domain::{EntryId, Label, Markup, Repeated};
use crate::text::{excerpt, shell_path, shell_text, shell_word, shell_words, visible};

/// Why a text of a log was replaced by another version of its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplaceReason {
    Damaged,
    EditedTwice,
    SameIdTwice,
}

/// How a text that was kept is taken up again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenUp {
    /// It is a planning document.
    Import,
    /// It is the text of a command.
    Input,
    /// By hand.
    Insert,
}

impl TakenUp {
    fn hint(self, path: &Path) -> Option<String> {
        let path = shell_path(path);
        match self {
            TakenUp::Import => Some(format!("`sprint import {path}` takes it up again")),
            TakenUp::Input => Some(format!(
                "in a shell, `sprint … - < {path}` takes it up again"
            )),
            TakenUp::Insert => None,
        }
    }
}

/// The columns of a text that are enough to recognize it.
const EXCERPT: usize = 40;

/// Lines of a planning document that are not recorded in full.
#[derive(Clone, Debug)]
pub struct NotInFull {
    pub count: usize,
    /// What lists them.
    pub command: String,
}

impl NotInFull {
    fn describe(&self, line: &str) -> String {
        let are = if self.count == 1 { "is" } else { "are" };
        format!("{} {are} not recorded in full", counted(self.count, line))
    }

    fn hint(&self) -> String {
        let them = if self.count == 1 { "it" } else { "them" };
        format!("`{}` lists {them}", self.command)
    }
}

/// A remark in words: what is so, the line that it is about, and what to do.
pub struct Described<'r> {
    pub text: String,
    pub quote: Option<&'r Quote>,
    pub hint: Option<String>,
}

/// What is reported in addition to the answer, on standard error.
#[derive(Debug)]
pub enum Remark {
    NewTopic {
        topic: String,
        /// A known one that goes on with more words.
        longer: Option<String>,
    },
    /// A handle of nobody in a text, and the nicks that it is like.
    NoSuchHandle {
        handle: String,
        near: Vec<String>,
    },
    /// The words of a new item name people, and nobody is put on it.
    NamesInText {
        names: Vec<String>,
        nicks: Vec<String>,
        number: u32,
    },
    /// A status that says that an item is finished or given up, which stays open, and the command that closes it.
    StaysOpen {
        label: Label,
        command: &'static str,
        text: Option<String>,
    },
    /// What is told of an item is one word that looks like a typo of one that says only where it stands.
    SlipOfStatus {
        label: Label,
        typed: String,
        like: &'static str,
    },
    /// The reason for which an item was dropped says that it is finished.
    MayBeDone {
        label: Label,
        text: String,
        result: Option<String>,
    },
    /// The title of a new item ends in a time of day.
    TimeInTitle {
        number: u32,
        title: String,
        /// Who is in brackets between the two.
        people: String,
        when: String,
    },
    /// The title of a new item says where it stands.
    StateInTitle {
        number: u32,
        state: String,
        title: String,
        is_done: bool,
    },
    /// Another command in a text, or a quote without a second one.
    PartOfText(String),
    /// A closed item still lacks a result: its number.
    NoResult(String),
    /// What came of an item is not in the post, as it was dropped: the item's number.
    DroppedResult(String),
    /// What came of an item is not in the post until it is finished again: the item's number.
    ReopenedResult(String),
    /// Parts of a closed item are open.
    OpenParts {
        label: String,
        /// Each with how it is shown.
        parts: Vec<(EntryId, String)>,
    },
    /// Brackets of a text that name somebody, and are text.
    NameInBrackets {
        name: String,
        /// What says who it is, if anything does.
        command: Option<String>,
    },
    /// What looks like names in brackets of a text, which are text as nobody is called so.
    UnknownInBrackets {
        names: Vec<String>,
        /// What says that they are people.
        command: String,
    },
    /// Somebody who is named as a helper too.
    NotAlsoHelping(String),
    /// What a day was so far, which is no longer told of it.
    DayReplaced {
        theme: String,
        /// What is said of it with both.
        command: String,
    },
    /// What is recorded was so before.
    Repeated {
        what: Repeated,
        /// The entry that has a text again, of several commands.
        entry: Option<EntryId>,
    },
    /// An open item has the same text as a new one: its number.
    SameText(String),
    /// A text that begins with the number of another item, which stays as it is.
    ItemInText {
        typed: Box<TypedText>,
        /// The first other item, and its text.
        other: (Label, String),
        others: Vec<Label>,
        /// What stands behind them.
        rest: String,
        /// The word that means the other item, if it is not its number.
        word: Option<String>,
        /// What was recorded, of several commands.
        entries: Vec<EntryId>,
    },
    /// Somebody who is put on an item has left: the name, and the nick to type.
    HasLeft {
        name: String,
        nick: String,
    },
    /// People who are on an item in doubt now, and were without.
    KeepCredit {
        names: Vec<String>,
        label: String,
    },
    /// Somebody who had left is back by something that is said about them.
    IsBack {
        name: String,
        nick: String,
        /// Their last day so far.
        last: NaiveDate,
        day: NaiveDate,
    },
    /// Somebody who was to leave attends without a last day now.
    Stays {
        name: String,
        nick: String,
        end: NaiveDate,
    },
    /// A decision is told after what was told of its item before: the item's number.
    ToldBefore(String),
    /// People who leave finished something on the day from which on they are gone.
    WorkedThen {
        names: String,
        day: String,
        /// Who leaves, as it is typed.
        people: String,
        /// The day after it.
        next: NaiveDate,
        /// Of several commands, the entry that says that they leave.
        left: Option<EntryId>,
    },
    /// A new attendee may be somebody who joined by a part of the name.
    MayBeKnown {
        name: String,
        known: String,
        /// The entries that say so.
        joined: Vec<EntryId>,
    },
    /// A result is told in the place of those that an item had before it was opened again.
    ToldInstead {
        label: Label,
        count: usize,
        last: String,
    },
    /// The name of a new attendee is similar to a known one.
    LikeKnown {
        name: String,
        known: String,
    },
    /// A line that a killed process left unfinished was moved.
    CutOff(PathBuf),
    Restored(usize),
    Forgotten(usize),
    /// Lines that others appended to an edited log were kept.
    Meanwhile(usize),
    /// This many entries that were missing here were restored; some of them are described.
    Returned(usize, Vec<String>),
    /// This many entries that were missing in what others pushed were sent again; some of them are described.
    SentAgain(usize, Vec<String>),
    /// A text of a log was replaced by another version of its entry.
    Replaced {
        id: String,
        why: ReplaceReason,
        /// The whole text.
        text: String,
        kept: PathBuf,
    },
    NotSent {
        location: Box<Location>,
        quote: Option<Box<Quote>>,
    },
    /// `post.md` was not exchanged, and the line that is in the way.
    Post(Box<PostProblem>, Option<Box<Quote>>),
    TakenBackAlready(String),
    EmptiedText,
    /// What is told of these is gone from an edited text: it stays.
    EmptiedTold(Vec<String>),
    /// A file that `init` wrote was changed since then, so that the user has to commit it.
    Unsent(PathBuf),
    /// A view in a batch that is a question, and why the answer is a no.
    AnswerIsNo {
        location: Box<Location>,
        error: Error,
    },
    /// Commands of a batch stand behind the word that ended it: the line of the first.
    BehindTheEnd {
        end: String,
        line: usize,
    },
    Prompt,
    Waiting,
    /// A word of the text reads as markup.
    Misread {
        word: String,
        markup: Markup,
    },
    /// When something was recorded.
    Time(TimeRemark),
    /// A text from the editor that was not recorded, and how it is taken up again.
    Kept {
        path: PathBuf,
        again: TakenUp,
    },
    Gap(String),
    /// A raw text of a template was left out: its format.
    RawLeftOut(String),
    /// A key of the front matter that a site does not get.
    KeyLeftOut {
        key: String,
        site: &'static str,
    },
    AndMore(usize),
    /// What was seen in a planning document, and the line that it is about.
    Planning {
        location: Option<Box<Location>>,
        quote: Option<Box<Quote>>,
        remark: PlanningRemark,
        hint: Option<String>,
    },
    /// A line of a planning document that the rules refuse.
    NotRecorded {
        location: Box<Location>,
        quote: Option<Box<Quote>>,
        message: String,
        hint: Option<String>,
    },
    /// How many of the commands that were shown a batch would record otherwise.
    Inexact(usize),
    /// A planning document has nothing new in it.
    NothingToRecord(Option<NotInFull>),
    /// Lines of a planning document about which more could be said.
    NotInFull(NotInFull),
    /// What a document would record is not what was shown.
    OthersMeanwhile,
}

impl Remark {
    /// Makes the one about what was so before.
    pub(crate) fn repeated(what: Repeated) -> Remark {
        Remark::Repeated { what, entry: None }
    }

    /// Notes which entries it is about. `is_one_of_several`: of several commands, all of which `sprint undo` would take back.
    pub(crate) fn set_entries(&mut self, ids: &[EntryId], is_one_of_several: bool) {
        match self {
            Remark::Repeated { entry, .. } | Remark::WorkedThen { left: entry, .. } => {
                *entry = ids.last().copied();
            }
            Remark::ItemInText { entries, .. } if is_one_of_several => *entries = ids.to_vec(),
            _ => {}
        }
    }

    /// Returns it in words.
    pub(crate) fn describe(&self) -> Described<'_> {
        let (mut quote, mut hint) = (None, None);
        let text = match self {
            Remark::NameInBrackets { name, command } => {
                hint = Some(match command {
                    Some(command) => format!("`sprint {command}` says who"),
                    None => format!(
                        "this command takes no people; `@{}` in a text is told as the name",
                        name.replace(' ', "-")
                    ),
                });
                format!("the brackets are text, though they name {name}")
            }
            Remark::UnknownInBrackets { names, command } => {
                let new: Vec<String> = names.iter().map(|name| format!("+{name}")).collect();
                hint = Some(format!(
                    "`sprint {command} {}` puts them on it, if they are people",
                    shell_words(&new.join(", "))
                ));
                format!(
                    "the brackets are text, as nobody is called {}",
                    listed_or(names)
                )
            }
            Remark::NotAlsoHelping(name) => {
                format!("{name} is on it, and so not named as a helper too")
            }
            Remark::DayReplaced { theme, command } => {
                hint = Some(format!("`sprint {command}` says both"));
                format!("the day was `{}` so far", excerpt(theme, EXCERPT))
            }
            Remark::Repeated { what, entry } => match what {
                Repeated::Text(text) => {
                    hint = Some(format!("{} takes the second one back", undo(*entry)));
                    format!("`{}` is recorded twice now", excerpt(text, EXCERPT))
                }
                Repeated::Result { label, text } => format!(
                    "`{}` is a result of {label} already, and is not recorded again",
                    excerpt(text, EXCERPT)
                ),
                Repeated::Listed(text) => format!(
                    "`{}` was recorded before; the post tells it once",
                    excerpt(text, EXCERPT)
                ),
                Repeated::Item(label) => format!("{label} was so before, so nothing changed"),
                Repeated::Attendee(name) => format!("{name} was so before, so nothing changed"),
                Repeated::Left(names) => {
                    format!("{} had left before, so nothing changed", listed(names))
                }
                Repeated::Day => "the day was so before, so nothing changed".to_owned(),
            },
            Remark::SameText(label) => format!("{label} is open and has the same words"),
            Remark::ItemInText {
                typed,
                other: (other, text),
                others,
                rest,
                word,
                entries,
            } => {
                let undo = match entries[..] {
                    [] => undo(None),
                    ref entries => undo_of(entries),
                };
                let rest = match (typed.kind, rest.as_str()) {
                    ("progress", "") => "TEXT",
                    (_, rest) => rest,
                };
                let all = [&typed.items[..], others].concat();
                hint = Some(format!(
                    "after {undo}, {} is about all of them",
                    typed.again(typed.kind, &all, rest)
                ));
                let begins = match word {
                    Some(word) => format!("`{word}` is a word of another item"),
                    None => format!("the text begins with {other}"),
                };
                format!(
                    "{begins}, and item {other} ({}) stays as it was",
                    excerpt(text, EXCERPT)
                )
            }
            Remark::HasLeft { name, nick } => {
                hint = Some(format!("`sprint join {nick}` if they are back"));
                format!("{name} has left")
            }
            Remark::KeepCredit { names, label } => {
                hint = Some(format!(
                    "`sprint done {label} -p PEOPLE` says whose work it was"
                ));
                let (was, keeps) = match names.len() {
                    1 => ("was", "keeps"),
                    _ => ("were", "keep"),
                };
                let names = listed(names);
                format!("{names} {was} on {label} without doubt before, and {keeps} the credit")
            }
            Remark::NewTopic { topic, longer } => {
                hint = longer.as_ref().map(|longer| {
                    let typed = shell_word(longer);
                    format!("did you mean `{longer}`? `sprint move ITEM -t {typed}` files it there")
                });
                format!("`{topic}` is a new topic")
            }
            Remark::NoSuchHandle { handle, near } => {
                let near: Vec<String> = near.iter().map(|nick| format!("`@{nick}`")).collect();
                hint = Some(format!("did you mean {}?", near.join(" or ")));
                format!("nobody is called `{handle}`, so `@{handle}` stays as it is")
            }
            Remark::NamesInText {
                names,
                nicks,
                number,
            } => {
                hint = Some(format!(
                    "`sprint assign {number} {}` puts them on it",
                    shell_words(&nicks.join(", "))
                ));
                format!("the text names {}, and puts nobody on it", listed(names))
            }
            Remark::StaysOpen {
                label,
                command,
                text,
            } => {
                let text = text.iter().map(|text| format!(" {}", shell_text(text)));
                let closes = if *command == "drop" {
                    "gives it up"
                } else {
                    "finishes it"
                };
                hint = Some(format!(
                    "`sprint {command} {label}{}` {closes}",
                    text.collect::<String>()
                ));
                format!("{label} stays open")
            }
            Remark::SlipOfStatus { label, typed, like } => {
                hint = Some(format!(
                    "`sprint undo` takes it back; `sprint result {label} TEXT --only` says something else"
                ));
                format!("`{typed}` looks like `{like}`, and the post tells it of {label}")
            }
            Remark::MayBeDone {
                label,
                text,
                result,
            } => {
                let result = result.iter().map(|text| format!(" {}", shell_text(text)));
                hint = Some(format!(
                    "`sprint done {label}{}` finishes it",
                    result.collect::<String>()
                ));
                format!("{label} is given up, though `{text}` says that it is finished")
            }
            Remark::TimeInTitle {
                number,
                title,
                people,
                when,
            } => {
                let assign = match people.as_str() {
                    "" => String::new(),
                    people => format!("`sprint assign {number} {}`, ", shell_words(people)),
                };
                hint = Some(format!(
                    "{assign}`sprint reword {number} {}` and `sprint move {number} --when {}` make it the time",
                    shell_words(title),
                    shell_words(when)
                ));
                format!("`{when}` is part of the title")
            }
            Remark::StateInTitle {
                number,
                state,
                title,
                is_done,
            } => {
                let reword = format!("`sprint reword {number} {}`", shell_words(title));
                hint = Some(match is_done {
                    true => format!("{reword} and `sprint done {number}` finish it"),
                    false => format!("{reword} takes it off"),
                });
                format!("`{state}` is part of the title")
            }
            Remark::PartOfText(part) => {
                let line = match part.as_str() {
                    "\"" => "",
                    _ => "; each command is a line of its own",
                };
                hint = Some(format!("`sprint undo` takes it back{line}"));
                format!("`{part}` is part of the text")
            }
            Remark::NoResult(label) => {
                hint = Some(format!("`sprint result {label} TEXT` says it"));
                format!("the post still lacks what came of {label}")
            }
            Remark::DroppedResult(label) => {
                hint = Some(format!(
                    "`sprint reopen {label}` and `sprint done {label}` tell it after all"
                ));
                format!(
                    "the post does not tell what came of {label}, as it tells nothing of what was dropped"
                )
            }
            Remark::ReopenedResult(label) => {
                hint = Some(format!(
                    "`sprint done {label}` finishes it with that, `sprint done {label} TEXT` with something else"
                ));
                format!("the post does not tell what came of {label} until it is finished again")
            }
            Remark::OpenParts { label, parts } => {
                let parts: Vec<&str> = parts.iter().map(|(_, shown)| shown.as_str()).collect();
                format!("parts of {label} are still open: {}", parts.join(", "))
            }
            Remark::IsBack {
                name,
                nick,
                last,
                day,
            } => {
                let nick = shell_words(nick);
                hint = Some(format!(
                    "if they are not, `sprint leave {nick} --day {day}` keeps what is known of them"
                ));
                let [last, day] = [last, day].map(|day| day.format("%A, %-d %B %Y"));
                format!("{name} had left after {last}, and is back from {day} on")
            }
            Remark::Stays { name, nick, end } => {
                let nick = shell_words(nick);
                hint = Some(format!(
                    "`sprint join {nick} --to {end}` if they leave then"
                ));
                let end = end.format("%A, %-d %B %Y");
                format!("{name} was to stay until {end}, and stays to the end now")
            }
            Remark::ToldBefore(label) => {
                hint = Some(format!(
                    "`sprint result {label} TEXT --only` replaces all of it"
                ));
                format!("the post tells this after what {label} had before")
            }
            Remark::ToldInstead { label, count, last } => {
                hint = Some(format!(
                    "`sprint show {label}` has what was told before, and `sprint edit {label}` changes what is told"
                ));
                let last = excerpt(last, EXCERPT);
                match count {
                    1 => format!(
                        "the post tells this instead of what {label} had before it was opened again: `{last}`"
                    ),
                    count => format!(
                        "the post tells this instead of the {count} results that {label} had before it was opened again, the last of them: `{last}`"
                    ),
                }
            }
            Remark::MayBeKnown {
                name,
                known,
                joined,
            } => {
                hint = Some(format!(
                    "if they are one person, the `join` of {known} is taken back: {}",
                    undo_of(joined)
                ));
                format!("{name} may be {known}, who has joined")
            }
            Remark::WorkedThen {
                names,
                day,
                people,
                next,
                left,
            } => {
                hint = Some(format!(
                    "to count it, {} and `sprint leave {} --day {next}`",
                    undo(*left),
                    shell_words(people)
                ));
                format!("{day} does not count for {names}, whose work was finished on it")
            }
            Remark::LikeKnown { name, known } => {
                format!("{name} is similar to {known}, who is already known")
            }
            Remark::CutOff(path) => format!(
                "a line that was cut off while it was written was moved to {}",
                path.display()
            ),
            Remark::Restored(count) => format!("{} put back", entries_were(*count)),
            Remark::Forgotten(count) => format!("{} forgotten", entries_were(*count)),
            Remark::Meanwhile(count) => format!(
                "{} that others recorded meanwhile {} kept",
                counted(*count, "line"),
                if *count == 1 { "was" } else { "were" }
            ),
            Remark::Returned(count, named) => format!(
                "{} missing here came back: {}",
                missing(*count),
                some(*count, named)
            ),
            Remark::SentAgain(count, named) => format!(
                "{} missing in what others pushed {} sent again: {}",
                missing(*count),
                if *count == 1 { "was" } else { "were" },
                some(*count, named)
            ),
            Remark::Replaced {
                id,
                why: ReplaceReason::Damaged,
                text,
                kept,
            } => format!(
                "what could not be read of {id} was replaced by a version that can be read, and is kept in {}: {}",
                kept.display(),
                text.trim_end()
            ),
            Remark::Replaced {
                id,
                why: ReplaceReason::SameIdTwice,
                text,
                kept,
            } => format!(
                "{id} was there twice with different content: one version stays, and the other is kept in {}: {}",
                kept.display(),
                text.trim_end()
            ),
            Remark::Replaced { id, text, kept, .. } => format!(
                "{id} was edited on both sides: the version that was pushed first stays, and the other is kept in {}: {}",
                kept.display(),
                text.trim_end()
            ),
            Remark::NotSent {
                location,
                quote: line,
            } => {
                quote = line.as_deref();
                format!("{location}: what cannot be read stays here and is not sent")
            }
            Remark::Post(problem, line) => {
                quote = line.as_deref();
                hint = problem.hint();
                problem.describe()
            }
            Remark::EmptiedTold(names) => {
                hint = Some(
                    "`sprint undo ID` takes a text back; `sprint show ITEM` and `sprint log DAY` show the ids"
                        .to_owned(),
                );
                let told = if names.len() == 1 { "it" } else { "they" };
                format!(
                    "nothing is left under {}, and what {told} told stays",
                    listed(names)
                )
            }
            Remark::EmptiedText => {
                hint = Some("delete single lines to take entries back".to_owned());
                "the text was empty, so nothing was changed".to_owned()
            }
            Remark::TakenBackAlready(id) => format!("{id} was already taken back; its line stays"),
            Remark::Unsent(path) => {
                hint = Some("commit and push them with git".to_owned());
                format!("your changes to {} are not sent", path.display())
            }
            Remark::AnswerIsNo { location, error } => {
                hint = error.hint();
                format!("{location}: {error}")
            }
            Remark::BehindTheEnd { end, line } => {
                format!("`{end}` ended the batch: nothing from line {line} on was recorded")
            }
            Remark::Prompt => {
                String::from("one command a line, such as `board`; Tab completes, Ctrl-D ends")
            }
            Remark::Misread { word, markup } => {
                hint = Some("if it is not meant as that, put backticks around it".to_owned());
                reads_as(word, *markup)
            }
            Remark::Waiting => "waiting for another process that writes to this sprint".to_owned(),
            Remark::Time(remark) => {
                let (text, what_to_do) = remark.describe();
                hint = what_to_do;
                text
            }
            Remark::Kept { path, again } => {
                hint = again.hint(path);
                format!("your text is kept in {}", path.display())
            }
            Remark::Gap(gap) => format!("gap: {gap}"),
            Remark::RawLeftOut(format) => {
                hint = Some(format!("`--for {format} --raw` keeps it"));
                format!("the raw text for `{format}` is left out")
            }
            Remark::KeyLeftOut { key, site } => visible(&format!(
                "the key `{key}` of the post is left out: {site} would act on it, or has no form for its value"
            )),
            Remark::AndMore(count) => format!("and {count} more"),
            Remark::Planning {
                location,
                quote: line,
                remark,
                hint: what_to_do,
            } => {
                hint = what_to_do.clone();
                quote = line.as_deref();
                let location = location.iter().map(|location| format!("{location}: "));
                location.collect::<String>() + &remark.describe()
            }
            Remark::NotRecorded {
                location,
                quote: line,
                message,
                hint: what_to_do,
            } => {
                hint = what_to_do.clone();
                quote = line.as_deref();
                format!("{location}: not recorded: {message}")
            }
            Remark::Inexact(count) => format!(
                "`batch` would record {count} of these commands otherwise: the end of a line is shown as `⏎`, and a control character by its number"
            ),
            Remark::NothingToRecord(None) => "there is nothing to record".to_owned(),
            Remark::NothingToRecord(Some(lines)) => {
                hint = Some(lines.hint());
                format!("there is nothing to record; {}", lines.describe("line"))
            }
            Remark::NotInFull(lines) => {
                hint = Some(lines.hint());
                lines.describe("more line")
            }
            Remark::OthersMeanwhile => {
                String::from("others have recorded meanwhile: this is what would be recorded now")
            }
        };
        Described { text, quote, hint }
    }
}

/// Prints `1 entry that was`, `2 entries that were`.
fn missing(count: usize) -> String {
    match count {
        1 => "1 entry that was".to_owned(),
        count => format!("{count} entries that were"),
    }
}

/// Lists the things that are named, and counts the others.
fn some(count: usize, named: &[String]) -> String {
    let some = named.join("; ");
    match count - named.len().min(count) {
        0 => some,
        more => format!("{some}; and {more} more"),
    }
}

/// Returns the command that takes back what was typed last, or one entry of what was recorded together.
fn undo(entry: Option<EntryId>) -> String {
    entry.map_or_else(|| "`sprint undo`".to_owned(), |id| undo_of(&[id]))
}
