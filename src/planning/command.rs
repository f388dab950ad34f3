//! What is to be recorded, as a person would type it.

use crate::domain::{EntryId, ItemKind, Role, Topic};
use crate::text::one_line;

/// An item that is to be changed, or one that an earlier command of the document makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    Item(EntryId),
    /// The one that the row at this place of the document makes.
    Row(usize),
}

/// A command of the document. People are as they are typed: `armin`, `ronan?`, `+Amaury`.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    Join {
        person: String,
        nick: Option<String>,
        also: Option<String>,
        from: Option<String>,
        to: Option<String>,
        role: Option<Role>,
    },
    Leave {
        people: Vec<String>,
    },
    /// `plan`, `discuss` or `talk`.
    New {
        row: usize,
        kind: ItemKind,
        title: String,
        topic: Option<Topic>,
        under: Option<Target>,
        people: Vec<String>,
        with: Vec<String>,
        when: Option<String>,
    },
    Reword {
        item: Target,
        title: String,
    },
    Move {
        items: Vec<Target>,
        /// `Some(None)` for no topic.
        topic: Option<Option<Topic>>,
        under: Option<Target>,
        /// Whether it becomes part of no other item.
        top: bool,
        /// Empty for no time.
        when: Option<String>,
    },
    Assign {
        item: Target,
        people: Vec<String>,
        with: Vec<String>,
    },
    Unassign {
        item: Target,
        people: Vec<String>,
    },
    Progress {
        item: Target,
        text: String,
    },
    Result {
        item: Target,
        text: String,
        /// Whether it replaces the earlier ones.
        only: bool,
    },
    Done {
        item: Target,
        text: Option<String>,
        /// Whose work it is, if that has to be said.
        people: Vec<String>,
        with: Vec<String>,
    },
    Decide {
        item: Target,
        text: String,
    },
    Drop {
        item: Target,
        text: Option<String>,
    },
    Reopen {
        item: Target,
    },
    /// An entry is taken back, and not what was recorded together with it.
    Undo {
        entry: EntryId,
    },
}

/// A command in the words of a command line, and its text, which is to be taken letter for letter.
#[derive(Clone, Debug, PartialEq)]
pub struct Typed {
    /// The name of the command, its arguments and its options; a value with blanks in it is one word.
    pub words: Vec<String>,
    pub text: Option<String>,
}

impl Command {
    /// Returns the row whose item it makes.
    pub fn makes(&self) -> Option<usize> {
        match self {
            Command::New { row, .. } => Some(*row),
            _ => None,
        }
    }

    /// Returns the items that it changes.
    pub fn items(&self) -> Vec<Target> {
        match self {
            Command::Join { .. } | Command::Leave { .. } | Command::Undo { .. } => Vec::new(),
            Command::New { row, .. } => vec![Target::Row(*row)],
            Command::Move { items, .. } => items.clone(),
            Command::Reword { item, .. }
            | Command::Assign { item, .. }
            | Command::Unassign { item, .. }
            | Command::Progress { item, .. }
            | Command::Result { item, .. }
            | Command::Done { item, .. }
            | Command::Decide { item, .. }
            | Command::Drop { item, .. }
            | Command::Reopen { item } => vec![*item],
        }
    }

    /// Says it in the words of a command line. `name` gives what is typed for an item.
    pub fn typed<E>(&self, name: impl Fn(Target) -> Result<String, E>) -> Result<Typed, E> {
        let mut words = Words::default();
        let mut text = None;
        match self {
            Command::Join {
                person,
                nick,
                also,
                from,
                to,
                role,
            } => {
                words.push("join").push(person);
                words.option("--nick", nick.as_deref());
                words.option("--also", also.as_deref());
                words.option("--from", from.as_deref());
                words.option("--to", to.as_deref());
                words.option("--role", role.map(Role::word));
            }
            Command::Leave { people } => {
                words.push("leave").list(people);
            }
            Command::New {
                kind,
                title,
                topic,
                under,
                people,
                with,
                when,
                ..
            } => {
                words.push(kind.command());
                let topic = topic.as_ref().map(Topic::to_string);
                let under = under.map(name).transpose()?;
                words.option("-t", topic.as_deref());
                words.option("-u", under.as_deref());
                words.people("-p", people);
                words.people("--with", with);
                words.option("--when", when.as_deref());
                text = Some(title);
            }
            Command::Reword { item, title } => {
                words.push("reword").push(&name(*item)?);
                text = Some(title);
            }
            Command::Move {
                items,
                topic,
                under,
                top,
                when,
            } => {
                let items: Result<Vec<String>, E> = items.iter().copied().map(&name).collect();
                let topic = topic.as_ref();
                let topic = topic.map(|topic| topic.as_ref().map(Topic::to_string));
                let topic = topic.map(Option::unwrap_or_default);
                let under = under.map(name).transpose()?;
                words.push("move").push(&items?.join(","));
                words.option("-t", topic.as_deref());
                words.option("-u", under.as_deref());
                if *top {
                    words.push("--top");
                }
                words.option("--when", when.as_deref());
            }
            Command::Assign { item, people, with } => {
                words.push("assign").push(&name(*item)?).list(people);
                words.people("--with", with);
            }
            Command::Unassign { item, people } => {
                words.push("unassign").push(&name(*item)?).list(people);
            }
            Command::Progress { item, text: status } => {
                words.push("progress").push(&name(*item)?);
                text = Some(status);
            }
            Command::Result {
                item,
                text: result,
                only,
            } => {
                words.push("result").push(&name(*item)?);
                if *only {
                    words.push("--only");
                }
                text = Some(result);
            }
            Command::Done {
                item,
                text: result,
                people,
                with,
            } => {
                words.push("done").push(&name(*item)?);
                words.people("-p", people);
                words.people("--with", with);
                text = result.as_ref();
            }
            Command::Decide {
                item,
                text: decision,
            } => {
                words.push("decide").push(&name(*item)?);
                text = Some(decision);
            }
            Command::Drop { item, text: reason } => {
                words.push("drop").push(&name(*item)?);
                text = reason.as_ref();
            }
            Command::Reopen { item } => {
                words.push("reopen").push(&name(*item)?);
            }
            Command::Undo { entry } => {
                words.push("undo").push(&entry.to_string()).push("--only");
            }
        }
        Ok(Typed {
            words: words.0,
            text: text.map(|text| match text.contains(['\n', '\r']) {
                true => text.clone(),
                false => text.trim().to_owned(),
            }),
        })
    }
}

/// The words of a command line.
#[derive(Default)]
struct Words(Vec<String>);

impl Words {
    fn push(&mut self, word: &str) -> &mut Self {
        self.0.push(word.to_owned());
        self
    }

    /// Adds names with commas between them.
    fn list(&mut self, names: &[String]) -> &mut Self {
        for (place, name) in names.iter().enumerate() {
            let comma = if place + 1 < names.len() { "," } else { "" };
            self.0.push(one_line(name) + comma);
        }
        self
    }

    /// Adds an option whose value has single blanks.
    fn option(&mut self, option: &str, value: Option<&str>) {
        let Some(value) = value.map(one_line) else {
            return;
        };
        if value.starts_with('-') {
            let long = LONG.iter().find(|(short, _)| *short == option);
            let long = long.map_or(option, |(_, long)| long);
            self.0.push(format!("{long}={value}"));
        } else {
            self.0.extend([option.to_owned(), value]);
        }
    }

    fn people(&mut self, option: &str, names: &[String]) {
        let names = names.join(", ");
        self.option(
            option,
            Some(names.as_str()).filter(|names| !names.is_empty()),
        );
    }
}

/// Options with a short form, and their long form, which takes a value that begins with a dash.
const LONG: [(&str, &str); 3] = [("-t", "--topic"), ("-u", "--under"), ("-p", "--people")];

impl Typed {
    /// Says with a slash behind its topic that this is the whole path, and no typo or part of another.
    pub fn with_exact_topic(mut self) -> Typed {
        for place in 0..self.words.len() {
            let is_topic = place > 0 && self.words[place - 1] == "-t";
            if is_topic || self.words[place].starts_with("--topic=") {
                self.words[place].push('/');
            }
        }
        self
    }

    /// Writes it as a line of a batch, with its text behind `--`. Newlines in its text are shown as `⏎`.
    pub fn line(&self) -> String {
        let mut line: Vec<String> = self.words.iter().map(|word| quoted(word)).collect();
        if let Some(text) = &self.text {
            line.push("--".to_owned());
            line.push(
                text.trim()
                    .replace("\r\n", "\n")
                    .replace(['\n', '\r'], " ⏎ "),
            );
        }
        line.join(" ")
    }

    /// Writes it without `--`, and a person to `join` without quotes; `None` if its text has several lines. A batch may read this
    /// differently.
    pub fn plain_line(&self) -> Option<String> {
        let is_one_line = |text: &String| !text.contains(['\n', '\r']);
        let text = self.text.as_ref();
        if !text.is_none_or(is_one_line) {
            return None;
        }
        let is_name = |place: usize| self.words[0] == "join" && place == 1;
        let words = self.words.iter().enumerate();
        let words = words.map(|(place, word)| match is_name(place) {
            true => word.clone(),
            false => quoted(word),
        });
        let line: Vec<String> = words.chain(text.cloned()).collect();
        Some(line.join(" "))
    }
}

/// Puts quotes around a word, or the value of an option, where a batch needs them.
fn quoted(word: &str) -> String {
    match word.split_once('=') {
        Some((option, value)) if word.starts_with('-') => {
            format!("{option}={}", quoted_value(value))
        }
        _ => quoted_value(word),
    }
}

fn quoted_value(word: &str) -> String {
    let is_bare = !word.is_empty()
        && !word.contains(|letter: char| letter.is_whitespace() || letter == '"')
        && !word.starts_with('\'')
        && !word.contains(",'");
    if is_bare {
        return word.to_owned();
    }
    let (value, comma) = match word.strip_suffix(',') {
        Some(value) => (value, ","),
        None => (word, ""),
    };
    // An apostrophe is no quote before an option.
    let has_option = value.split_whitespace().any(|word| word.starts_with('-'));
    if !has_option && !value.contains('\'') {
        return format!("'{value}'{comma}");
    }
    format!("\"{}\"{comma}", value.replace('"', "\"\""))
}
