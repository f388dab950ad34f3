//! Wrong usage: words that no command can make sense of. The exit status is 2.

use chrono::NaiveDate;

use super::arguments::ArgumentError;
use super::failure::Failure;
use super::options::OptionError;
use super::typed_text::{OtherMeaning, TypedOption, TypedText, shown};
use super::words::{commas, near_day, written_as};
use crate::domain::Label;
use crate::text::{shell_text, shell_word, shell_words};

/// Why a line cannot be part of a batch.
#[derive(Clone, Copy, Debug)]
pub enum NotForABatch {
    /// The command neither records nor is a view.
    Command,
    /// An option that is the same for all lines.
    OptionOfBatch,
    /// An option of a view that does more than show it once, on standard output, in one format.
    Option(&'static str),
}

impl NotForABatch {
    fn hint(self) -> String {
        match self {
            NotForABatch::Command => String::from(
                "run it by itself; a batch takes the commands that record, and `board`, `show`, `log`, `people`, `ready` and `list`",
            ),
            NotForABatch::OptionOfBatch => {
                String::from("give `-s`, `-C` and `--json` to `sprint batch` itself")
            }
            NotForABatch::Option(option) => format!(
                "leave out `{option}`: a batch shows a view once, on standard output, in the format of the whole batch"
            ),
        }
    }
}

/// What is wrong with the words of a command.
#[derive(Debug)]
pub enum UsageError {
    BadTime {
        typed: String,
        option: &'static str,
        accepted: &'static str,
        /// The dates that may be meant, as other conventions write them.
        dates: Vec<NaiveDate>,
    },
    BadDay {
        typed: String,
        option: &'static str,
        dates: Vec<NaiveDate>,
    },
    /// A weekday that no day of the sprint is.
    NoSuchWeekday {
        typed: String,
        from: NaiveDate,
        to: NaiveDate,
    },
    DayAndSpan,
    EmptyText,
    NoText,
    EmptyDay,
    /// `--at` and `--day` with different days.
    TwoDays {
        at: NaiveDate,
        day: NaiveDate,
    },
    /// A caption that is another picture.
    PictureAsCaption(String),
    /// An item in front of the file.
    ItemBeforePicture {
        item: Label,
        typed: String,
        file: String,
        caption: String,
        options: Vec<TypedOption>,
    },
    /// A caption that is the number of an item.
    ItemAsCaption {
        item: Label,
        typed: String,
    },
    /// `day break`, which may be a theme or a day without work.
    BreakAsText(String),
    /// What a day is, with another day in it than the one that it is recorded for.
    DayAsText {
        day: String,
        theme: String,
        text: String,
    },
    NoPeople,
    /// Several people without commas between them, where commas are needed, among all who were typed.
    SeveralJoin {
        typed: String,
        names: Vec<String>,
        options: Vec<TypedOption>,
    },
    /// Somebody in doubt, where it must be certain who is meant.
    LeavesInDoubt(String),
    /// An undo with the time of something else.
    UndoAtATime,
    /// Options that do not go together, or are none.
    Option(OptionError),
    /// Words after the `-` that stands for standard input; of this command.
    WordsAfterDash(String),
    EmptyTopic,
    EmptyTime,
    /// A text that may be something else.
    Text(Box<TypedText>, OtherMeaning),
    /// The number of an item in a list of people.
    ItemAmongPeople {
        kind: &'static str,
        /// All items that were typed.
        items: Vec<Label>,
        word: String,
        /// The others that were typed.
        people: String,
        options: Vec<TypedOption>,
    },
    /// People in the place of the item, which comes after them.
    PersonBeforeItem {
        kind: &'static str,
        /// What stands in its place.
        typed: String,
        people: String,
        items: String,
        options: Vec<TypedOption>,
    },
    /// The number of an item in the place of the command, and the command behind it.
    ItemBeforeCommand {
        typed: String,
        item: String,
        command: Option<String>,
    },
    /// The beginning of a line of a planning document in the place of a command.
    LineOfDocument(String),
    /// A title without a letter or digit.
    NoTitle(String),
    /// A result or decision of an item that there is, or of a new one, without a letter or digit.
    NoWords {
        item: Option<Label>,
        text: String,
    },
    /// A move of an item that does not say where to, or says it without an option.
    MoveWhere {
        item: String,
        /// All items that were typed, if the words are items.
        items: Option<Vec<Label>>,
        /// All words that were typed, if they are of one item, and the options.
        whole: Option<(String, Vec<TypedOption>)>,
        words: String,
    },
    /// Nobody in the place of those who leave.
    NobodyLeaves(String),
    /// A topic with a heading that is invisible.
    BlankHeading(String),
    NotAnId(String),
    NumberNotId {
        typed: String,
        item: Option<Label>,
        count: Option<u32>,
    },
    /// A word in the place of a command, and what may be meant: `join`, `help join`.
    NotACommand {
        typed: String,
        near: Option<String>,
    },
    /// Arguments that do not go together.
    Argument(ArgumentError),
    /// What `edit` does not know, and the word that it is like.
    NotEdited {
        typed: String,
        near: String,
    },
    /// The name of a command of another program, and what to type here.
    OtherWord {
        typed: String,
        ours: &'static str,
    },
    /// A line that cannot be part of a batch.
    NotForABatch {
        line: String,
        why: NotForABatch,
    },
    /// A line of a batch that asks for help, about a command.
    HelpInABatch(Option<String>),
    PageWithoutHtml,
    /// A board that is neither in a terminal nor a page in a file, and is to follow the logs.
    NothingToWatch,
    /// An option that chooses items or a layout, with a format that has the whole board.
    WholeBoard {
        option: &'static str,
        format: &'static str,
    },
    DateWithoutSite,
}

/// What is a day.
const DAYS: &str = "use a date such as 2017-02-27, a weekday, `today`, `yesterday` or `tomorrow`";

/// Says which day may be meant, and what else can be typed.
fn instead(typed: &str, use_this: &str) -> String {
    let day = typed.split_whitespace().next().and_then(near_day);
    day.map_or(use_this.to_owned(), |day| {
        format!("did you mean `{day}`? Or {use_this}")
    })
}

impl UsageError {
    pub(super) fn describe(&self) -> Failure {
        match self {
            UsageError::BadTime {
                typed,
                option,
                accepted,
                dates,
            } => Failure::usage(
                format!("`{typed}` is not a time for {option}"),
                written_as(dates).unwrap_or_else(|| instead(typed, &format!("use {accepted}"))),
            ),
            UsageError::NoSuchWeekday { typed, from, to } => Failure::usage(
                format!("the sprint has no `{typed}`: it is from {from} to {to}"),
                format!("give a day of it, or a date such as {from}"),
            ),
            UsageError::BadDay {
                typed,
                option,
                dates,
            } => Failure::usage(
                format!("`{typed}` is not a day for {option}"),
                written_as(dates).unwrap_or_else(|| instead(typed, DAYS)),
            ),
            UsageError::DayAndSpan => Failure::usage(
                "`--day` cannot be used with `--from` or `--to`",
                "use `--day` for one day, `--from` and `--to` for several",
            ),
            UsageError::EmptyText => Failure::usage(
                "the text is empty",
                "type it after the command, or `-` to read it from standard input",
            ),
            UsageError::NoText => Failure::usage(
                "there is no text",
                "type it after the command, use `-` to read it from standard input, or set EDITOR to write it at a terminal",
            ),
            UsageError::TwoDays { at, day } => Failure::usage(
                format!("`--at` says {at}, and `--day` says {day}"),
                "give the day once; `--at` may be a time alone",
            ),
            UsageError::PictureAsCaption(file) => Failure::usage(
                format!("`{file}` may be another picture or a caption"),
                format!(
                    "`sprint photo` adds one picture: type a command for each; `sprint photo FILE -- {}` is the caption",
                    shell_text(file)
                ),
            ),
            UsageError::ItemBeforePicture {
                item,
                typed,
                file,
                caption,
                options,
            } => Failure::usage(
                format!("`{typed}` is an item, and the file comes first"),
                format!(
                    "`sprint photo {}{} -i {item}{}` adds it to the item",
                    shell_word(file),
                    match caption.as_str() {
                        "" => String::new(),
                        caption => format!(" {}", shell_words(caption)),
                    },
                    shown(options)
                ),
            ),
            UsageError::ItemAsCaption { item, typed } => Failure::usage(
                format!("`{typed}` may be an item or a caption"),
                format!(
                    "`sprint photo FILE -i {item}` adds it to the item; `sprint photo FILE -- {}` is the caption",
                    shell_text(typed)
                ),
            ),
            UsageError::BreakAsText(typed) => Failure::usage(
                format!("`{typed}` may be a day without work or a theme"),
                format!(
                    "`sprint day --break` is a day without work; `sprint day -- {typed}` is a theme"
                ),
            ),
            UsageError::DayAsText { day, theme, text } => Failure::usage(
                format!("`{text}` may be for another day, `{day}`, or a theme"),
                format!(
                    "`sprint day --day {day} {}` is for that day; `sprint day -- {}` is the theme",
                    match theme.as_str() {
                        "" => "TEXT",
                        theme => shell_text(theme),
                    },
                    shell_text(text)
                ),
            ),
            UsageError::EmptyDay => Failure::usage(
                "neither a theme nor `--break` was given",
                "type what the day is, or `--break` if nobody is expected to work",
            ),
            UsageError::NoPeople => Failure::usage(
                "nobody was named",
                "name one or more: `armin anto`, `armin,anto`, `everybody`",
            ),
            UsageError::SeveralJoin {
                typed,
                names,
                options,
            } => Failure::new(
                format!("`{typed}` may be several people"),
                format!(
                    "separate those who join by commas: `sprint join {}{}`",
                    shell_words(&names.join(", ")),
                    shown(options)
                ),
            ),
            UsageError::LeavesInDoubt(name) => Failure::usage(
                format!(
                    "whether {name} leaves is in doubt, and who left is recorded without doubt"
                ),
                "wait until it is certain, or name them without the doubt",
            ),
            UsageError::UndoAtATime => Failure::usage(
                "an undo is of now, whatever the time of what it takes back",
                "`sprint log DAY` shows the ids of a day, and `sprint undo ID` takes back the entry with that id",
            ),
            UsageError::Option(error) => error.describe(),
            UsageError::WordsAfterDash(command) => Failure::usage(
                "`-` alone reads the text from standard input, but words follow it",
                format!("to begin the text with a dash, write `sprint {command} … -- - …`"),
            ),
            UsageError::EmptyTopic => Failure::usage(
                "the topic is empty",
                "a topic is a heading or a path of headings: `-t \"Release Work/Stackless\"`",
            ),
            UsageError::Text(typed, meaning) => typed.describe(meaning),
            UsageError::ItemAmongPeople {
                kind,
                items,
                word,
                people,
                options,
            } => {
                let options = shown(options);
                let people = match (people.as_str(), *kind) {
                    ("", "unassign") => String::new(),
                    ("", _) => " PEOPLE".to_owned(),
                    (people, _) => format!(" {}", shell_words(people)),
                };
                Failure::usage(
                    format!("`{word}` is an item, not a person"),
                    format!(
                        "the same people for several items: `sprint {kind} {}{people}{options}`; others: one command for each item",
                        commas(items)
                    ),
                )
            }
            UsageError::PersonBeforeItem {
                kind,
                typed,
                people,
                items,
                options,
            } => Failure::usage(
                match typed.contains(',') {
                    true => format!("`{typed}` are people, not items"),
                    false => format!("`{typed}` is a person, not an item"),
                },
                format!(
                    "the item comes first: `sprint {kind} {items} {}{}`",
                    shell_words(people),
                    shown(options)
                ),
            ),
            UsageError::NoTitle(title) => Failure::usage(
                format!("`{title}` does not say what it is about"),
                "say it in words; after `--`, a text is taken as it is",
            ),
            UsageError::NoWords { item, text } => Failure::usage(
                format!("`{text}` does not say what came of it"),
                match item {
                    Some(item) => format!(
                        "say it in a sentence; `sprint done {item}` finishes it without a result"
                    ),
                    None => "say it in a sentence, or leave it out".to_owned(),
                },
            ),
            UsageError::EmptyTime => Failure::usage(
                "the time is empty",
                "say when, in any words: `--when Thu 17:00`, `--when after lunch`",
            ),
            UsageError::MoveWhere {
                items: Some(items),
                words,
                ..
            } => Failure::usage(
                format!("`{words}` is not an option of `move`"),
                format!(
                    "several items have commas between them: `sprint move {} -t TOPIC`",
                    commas(items)
                ),
            ),
            UsageError::MoveWhere {
                whole: Some((whole, options)),
                words,
                ..
            } => {
                let options = match &options[..] {
                    [] => " -t TOPIC".to_owned(),
                    options => shown(options),
                };
                Failure::usage(
                    format!("`{words}` is not an option of `move`"),
                    format!(
                        "several words of an item are in quotes: `sprint move {}{options}`",
                        shell_word(whole)
                    ),
                )
            }
            UsageError::MoveWhere { item, words, .. } if words.is_empty() => Failure::usage(
                format!("where should {item} be moved?"),
                format!(
                    "`sprint move {item} -t TOPIC` files it, `-u ITEM` makes it part of an item, `--top` of none, `--when TEXT` says when"
                ),
            ),
            UsageError::MoveWhere { item, words, .. } => Failure::usage(
                format!("`{words}` is not an option of `move`"),
                format!(
                    "`sprint move {item} -t {0}` files it under that topic, `-u {0}` makes it part of that item, `--when {0}` says when",
                    shell_words(words)
                ),
            ),
            UsageError::NobodyLeaves(typed) => Failure::usage(
                format!("`{typed}` is not a name"),
                "whoever is not named stays; `sprint people` shows who is here",
            ),
            UsageError::BlankHeading(topic) => Failure::usage(
                format!("a heading of the topic `{topic}` is blank"),
                "give every heading a letter or another visible character",
            ),
            UsageError::NotAnId(typed) => Failure::usage(
                format!("`{typed}` is not an entry id"),
                "`sprint log` shows the ids of a day's entries; `sprint undo` alone takes back what you typed last",
            ),
            UsageError::NumberNotId { typed, item, count } => {
                let (what, ids) = match item {
                    Some(label) => (
                        "an item",
                        format!("`sprint show {label}` shows the ids of its entries"),
                    ),
                    None => (
                        "a number",
                        "`sprint log` shows the ids of a day's entries".to_owned(),
                    ),
                };
                let undo = match count {
                    Some(1) => "; `sprint undo` alone takes back your last".to_owned(),
                    Some(count) => {
                        format!("; `sprint undo -n {count}` takes back your last {count}")
                    }
                    None => String::new(),
                };
                Failure::usage(format!("`{typed}` is {what}, not an entry id"), ids + &undo)
            }
            UsageError::ItemBeforeCommand {
                typed,
                item,
                command,
            } => Failure::usage(
                format!("`{typed}` is not a command"),
                match command {
                    Some(command) => {
                        format!("the command comes first: `sprint {command} {item} …`")
                    }
                    None => format!(
                        "the command comes first, as in `sprint done {item} TEXT`; `sprint help` lists the commands"
                    ),
                },
            ),
            UsageError::LineOfDocument(typed) => Failure::usage(
                format!("`{typed}` is not a command"),
                "`sprint import -` takes lines of a document, `sprint plan TEXT` adds a task",
            ),
            UsageError::NotACommand { typed, near } => Failure::usage(
                format!("`{typed}` is not a command"),
                match near {
                    Some(near) => {
                        format!("did you mean `sprint {near}`? `sprint help` lists the commands")
                    }
                    None => "`sprint help` lists the commands".to_owned(),
                },
            ),
            UsageError::Argument(error) => error.describe(),
            UsageError::NotEdited { typed, near } => Failure::usage(
                format!("`{typed}` is not what `edit` opens, nor a word of an open item"),
                format!("did you mean `sprint edit {near}`?"),
            ),
            UsageError::OtherWord { typed, ours } => {
                Failure::usage(format!("`{typed}` is not a command"), *ours)
            }
            UsageError::NotForABatch { line, why } => {
                Failure::usage(format!("`{line}` cannot be part of a batch"), why.hint())
            }
            UsageError::HelpInABatch(command) => {
                let command = command.as_ref().map(|name| format!("{name} "));
                let command = command.unwrap_or_default();
                Failure::usage(
                    "help is not part of a batch",
                    format!("`sprint {command}--help` prints it"),
                )
            }
            UsageError::PageWithoutHtml => Failure::usage(
                "only HTML can be a page",
                "`--page` goes with `--for html` or with no `--for`",
            ),
            UsageError::NothingToWatch => Failure::usage(
                "only a page in a file, or a board in a terminal that can move its cursor, can be kept up to date",
                "`sprint board --watch` in a terminal; for a page, `sprint board --for html -o board.html --watch`",
            ),
            UsageError::WholeBoard { option, format } => Failure::usage(
                format!("`{option}` cannot be used with `--for {format}`"),
                match *option {
                    "--full" => "`--full` is for the board in a terminal".to_owned(),
                    _ => format!(
                        "{format} has the whole board; leave out `{option}`, or use it in a terminal or with `--json`"
                    ),
                },
            ),
            UsageError::DateWithoutSite => Failure::usage(
                "only a post for a site has a date",
                "say which site the post is for, such as `--for jekyll`",
            ),
        }
    }
}

impl From<OptionError> for UsageError {
    fn from(error: OptionError) -> Self {
        UsageError::Option(error)
    }
}
