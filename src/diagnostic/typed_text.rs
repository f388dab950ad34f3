//! A text that may be more than a text: items, people, or what says that an item is not finished. A hint is the whole command
//! again, with all that was typed.

use super::failure::Failure;
use super::words::commas;
use crate::domain::Label;
use crate::text::{is_of, shell_text, shell_word, shell_words};

/// The commands that take several items.
const SEVERAL: [&str; 7] = [
    "assign", "unassign", "progress", "done", "drop", "reopen", "move",
];

/// An option as it was typed, and its value; empty without one.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedOption {
    name: String,
    value: String,
}

impl TypedOption {
    pub fn new(name: &str, value: &str) -> Self {
        TypedOption {
            name: name.to_owned(),
            value: value.to_owned(),
        }
    }

    /// Returns whether a word of the value is so.
    pub fn has_word(&self, is_so: impl Fn(&str) -> bool) -> bool {
        self.value.split([' ', ',', ';']).any(is_so)
    }

    /// Returns whether it says for when something is recorded.
    fn is_when(&self) -> bool {
        ["--at", "--day"].contains(&self.name.as_str())
    }

    /// Returns whether it says whose work something is.
    fn is_of_people(&self) -> bool {
        ["-p", "--people", "--with"].contains(&self.name.as_str())
    }
}

/// Shows options, each behind a blank.
pub fn shown(options: &[TypedOption]) -> String {
    let shown = options
        .iter()
        .map(|TypedOption { name, value }| match value.as_str() {
            "" => format!(" {name}"),
            value => format!(" {name} {}", shell_word(value)),
        });
    shown.collect()
}

/// A text and all that was typed with it.
#[derive(Clone, Debug, Default)]
pub struct TypedText {
    pub kind: &'static str,
    /// The items that it is about.
    pub items: Vec<Label>,
    /// The text, without the people in brackets at its end.
    pub text: String,
    /// Those people, as they were typed.
    pub people: String,
    pub options: Vec<TypedOption>,
}

/// What a typed text may be instead.
#[derive(Clone, Debug)]
pub enum OtherMeaning {
    /// Other items and nothing else.
    Items(Vec<Label>),
    /// Other items and the text about all of them.
    ItemsAndText { others: Vec<Label>, rest: String },
    /// Other items and names.
    ItemsAndPeople { others: Vec<Label>, names: String },
    /// An item that there is not, and perhaps more: the word.
    NoItem(String),
    /// One text about each of several items, of which the command takes one.
    OfOne { typed: String },
    /// Names.
    Names(String),
    /// What says that the items are not finished: the words with which it begins.
    NotFinished(&'static str),
    /// What says that the items were given up.
    GivenUp,
    /// What says that the items are not done, or are done later.
    NotDone,
    /// A day or a time of day: the option that says so.
    When(TypedOption),
    /// A reason or a decision that says that the items are finished.
    Finished,
    /// Other words for an item, and people behind them.
    WordsAndPeople,
    /// More words of the item, and perhaps others behind them: those.
    OwnWords(String),
    /// What says that nothing is decided.
    NotDecided,
    /// A decision behind `--decided` that says that there is none.
    DecidedLater(String),
    /// The words of an item from the second on, behind its first: the whole text.
    WholeText(String),
}

impl TypedText {
    /// Shows the command again, for these items and with this text. What it cannot say of people, `assign` does.
    pub(super) fn again(&self, kind: &str, items: &[Label], text: &str) -> String {
        let mut once: Vec<Label> = Vec::new();
        for item in items {
            if !once.contains(item) {
                once.push(*item);
            }
        }
        let items = commas(&once);
        let is_other = kind != self.kind;
        let of_people = |option: &TypedOption| is_other && option.is_of_people();
        let (people, options): (Vec<TypedOption>, _) =
            self.options.iter().cloned().partition(of_people);
        let named = people.iter().map(|option| match option.name.as_str() {
            "--with" => format!(" --with {}", shell_words(&option.value)),
            _ => format!(" {}", shell_words(&option.value)),
        });
        let mut named: String = named.collect();
        let mut text = text.to_owned();
        match self.people.as_str() {
            "" => {}
            // Brackets alone are no text, and `drop` and `reword` take none.
            people if text.is_empty() || ["drop", "reword"].contains(&kind) => {
                named = format!(" {}", shell_words(people));
            }
            people => text = format!("{text} ({people})"),
        }
        let assign = match named.as_str() {
            "" => String::new(),
            named => format!("`sprint assign {items}{named}` and "),
        };
        let (items, text) = (spaced(&items), spaced(&shell_words(&text)));
        format!("{assign}`sprint {kind}{items}{text}{}`", shown(&options))
    }

    /// Shows a command for each of these items.
    fn each(&self, items: &[Label], text: &str) -> String {
        let each = items
            .iter()
            .map(|item| self.again(self.kind, &[*item], text));
        each.collect::<Vec<_>>().join(", ")
    }

    /// Shows the command that takes the text as it is.
    fn literal(&self) -> String {
        let items = commas(&self.items);
        let (mut assign, mut options) = (String::new(), shown(&self.options));
        match (self.people.as_str(), items.is_empty()) {
            ("", _) => {}
            (people, true) => options += &format!(" -p {}", shell_word(people)),
            (people, false) => {
                assign = format!("`sprint assign {items} {}` and ", shell_words(people));
            }
        }
        format!(
            "{assign}`sprint {}{}{} -- {}`",
            self.kind,
            spaced(&items),
            options,
            shell_text(&self.text)
        )
    }

    /// Shows what says that the work on these items was that of the people whom the text names.
    fn whose(&self, items: &[Label], names: &str) -> String {
        let (named, others): (Vec<TypedOption>, Vec<TypedOption>) = self
            .options
            .iter()
            .cloned()
            .partition(|option| option.name == "-p" || option.name == "--people");
        let named = named.iter().map(|option| option.value.as_str());
        let names = names.trim_matches(['(', ')', '.', ' ', '+', '&', ',']);
        let (names, helpers) = match names.split_once(' ') {
            Some((lead, helpers)) if is_of("mit with", &lead.to_lowercase()) => ("", helpers),
            Some((lead, names))
                if is_of("and by credit credits durch und von", &lead.to_lowercase()) =>
            {
                (names, "")
            }
            _ => (names, ""),
        };
        let names = named.chain([self.people.as_str(), names]);
        let names = names.filter(|names| !names.is_empty());
        let names = names.collect::<Vec<_>>().join(", ");
        let names = shell_words(&names);
        let with = match helpers {
            "" => String::new(),
            helpers => format!(" --with {}", shell_words(helpers)),
        };
        let (names, others, kind) = (spaced(&names), shown(&others), self.kind);
        let people = match names.as_str() {
            "" => with.clone(),
            names => format!(" -p{names}{with}"),
        };
        match (kind, commas(items).as_str()) {
            ("done", items) => {
                format!("`sprint done {items}{others}{people}` says whose work it was")
            }
            (_, "") => format!("`sprint {kind} TEXT{others}{people}` says who is on it"),
            ("reopen", items) => format!(
                "`sprint reopen {items}` opens it, and `sprint assign {items}{names}{with}` puts them on it"
            ),
            (_, items) => format!("`sprint assign {items}{names}{with}` puts them on it"),
        }
    }

    pub(super) fn describe(&self, meaning: &OtherMeaning) -> Failure {
        let TypedText {
            kind, items, text, ..
        } = self;
        let (text, literal) = (text.trim(), self.literal());
        let all = |others: &[Label]| [items, others].concat();
        let is_decision = *kind == "decide";
        let progress = || self.again("progress", items, text);
        let drop = || self.again("drop", items, text);
        match meaning {
            OtherMeaning::Items(others) => {
                let several = match (SEVERAL.contains(kind), *kind) {
                    (true, "progress") => format!(
                        "{} is about all of them",
                        self.again(kind, &all(others), "TEXT")
                    ),
                    (true, _) => {
                        format!(
                            "{} is about all of them",
                            self.again(kind, &all(others), "")
                        )
                    }
                    (false, _) => format!("`{kind}` takes one item"),
                };
                Failure::usage(
                    format!("`{text}` may be items or the text"),
                    format!("{several}; {literal} records the text"),
                )
            }
            OtherMeaning::ItemsAndText { others, rest } => Failure::usage(
                match text.ends_with(rest) {
                    true => format!("`{text}` may begin with items or be the text"),
                    false => format!("`{text}` may end with items or be the text"),
                },
                match SEVERAL.contains(kind) {
                    true => format!(
                        "{} is about all of them; {literal} records the text",
                        self.again(kind, &all(others), rest)
                    ),
                    false => format!(
                        "`{kind}` takes one item: {}; {literal} records the text",
                        self.each(&all(others), rest)
                    ),
                },
            ),
            OtherMeaning::NoItem(word) => Failure::usage(
                format!(
                    "`{word}` may be an item, and no open one has it in its text, or begin the text"
                ),
                format!(
                    "`sprint board` shows what is open, with numbers; {literal} records the text"
                ),
            ),
            OtherMeaning::OfOne { typed } => Failure::usage(
                format!("`{typed}` is several items, and `{kind}` takes one"),
                self.each(items, text),
            ),
            OtherMeaning::Names(names) => Failure::usage(
                format!("`{text}` may be people or the text"),
                format!("{}; {literal} records the text", self.whose(items, names)),
            ),
            OtherMeaning::ItemsAndPeople { others, names } => Failure::usage(
                format!("`{text}` may be items and people or the text"),
                format!(
                    "{}; {literal} records the text",
                    self.whose(&all(others), names)
                ),
            ),
            OtherMeaning::NotFinished(word) => Failure::usage(
                format!("a result that begins with `{word}` is not one"),
                format!(
                    "{} sets the status; {literal} records it as the result",
                    progress()
                ),
            ),
            OtherMeaning::NotDone => Failure::usage(
                format!("`{text}` says that it is not done"),
                format!(
                    "{} sets the status; {} says that it was given up; {literal} records it as the result",
                    progress(),
                    drop()
                ),
            ),
            OtherMeaning::When(option) => {
                Failure::usage(format!("`{text}` says when, and nothing else"), {
                    let mut then = self.clone();
                    then.options.retain(|typed| !typed.is_when());
                    then.options.push(option.clone());
                    let text = match *kind {
                        "result" => "TEXT",
                        _ => "",
                    };
                    let then = then.again(kind, items, text);
                    format!("{then} records it for then; {literal} records the text")
                })
            }
            OtherMeaning::Finished => Failure::usage(
                format!("`{text}` says that it is finished"),
                format!(
                    "{} finishes it; {literal} {}",
                    self.again("done", items, if is_decision { "" } else { text }),
                    match is_decision {
                        true => "records it as the decision",
                        false => "gives it up",
                    }
                ),
            ),
            OtherMeaning::WordsAndPeople => Failure::usage(
                "the brackets at the end of the text say who, and `reword` changes only the words",
                format!(
                    "{} do both; after `--`, a text is taken as it is",
                    self.again("reword", items, text)
                ),
            ),
            OtherMeaning::WholeText(whole) => Failure::usage(
                format!("`{whole}` may be the text, or its first word the item"),
                format!(
                    "{} changes the words to that; {literal} to `{text}`",
                    self.again(kind, items, whole)
                ),
            ),
            OtherMeaning::OwnWords(rest) if rest.is_empty() => Failure::usage(
                format!("`{text}` may be words of the item or the text"),
                format!(
                    "{} takes another text; {literal} records this one",
                    self.again(kind, items, "TEXT")
                ),
            ),
            OtherMeaning::OwnWords(rest) => Failure::usage(
                format!("`{text}` may begin with words of the item or be the text"),
                format!(
                    "{} records what is behind them; {literal} records the text",
                    self.again(kind, items, rest)
                ),
            ),
            OtherMeaning::NotDecided => Failure::usage(
                format!("`{text}` says that it is not decided"),
                format!(
                    "{} adds it to the minutes; {literal} records it as the decision",
                    progress()
                ),
            ),
            OtherMeaning::DecidedLater(decided) => {
                let mut open = self.clone();
                open.options.retain(|option| option.name != "--decided");
                Failure::usage(
                    format!("`{decided}` says that it is not decided"),
                    format!(
                        "{} adds it; `sprint decide ITEM -- {}` then records it as the decision",
                        open.again(kind, items, text),
                        shell_text(decided)
                    ),
                )
            }
            OtherMeaning::GivenUp => Failure::usage(
                format!("`{text}` is not a result"),
                format!(
                    "{} says that it was given up; {literal} records it as the result",
                    drop()
                ),
            ),
        }
    }
}

/// Puts a blank before words, if there are any.
fn spaced(words: &str) -> String {
    match words {
        "" => String::new(),
        words => format!(" {words}"),
    }
}
