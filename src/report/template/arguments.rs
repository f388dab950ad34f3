//! The arguments of a placeholder.

use std::str::FromStr;

use minijinja::Value;
use minijinja::value::{Kwargs, Rest, ValueKind, from_args};
use strum::VariantNames;

use super::facts::{Data, Meaning, PictureFact, without_signs};
use super::{Filter, Kind, Part, Placeholder};
use crate::diagnostic::{Named, TemplateFault};
use crate::domain::{EntryId, Role, Topic, near};
use crate::report::settings::{Body, Credit, Group, Names, Overrides, Style, Titles};
use crate::text::normalize;

/// The names of all parts.
pub(super) const PARTS: [&str; 17] = [
    "body",
    "topic",
    "item",
    "tasks",
    "decisions",
    "talks",
    "notes",
    "goals",
    "days",
    "unfinished",
    "next",
    "attendees",
    "thanks",
    "pictures",
    "picture",
    "gap",
    "told",
];

const SETTINGS: [&str; 5] = ["group", "body", "names", "credit", "titles"];

/// Returns the names of the arguments that a part takes.
fn names_of(part: &str) -> Vec<&'static str> {
    let settings = || SETTINGS.into_iter();
    match part {
        "body" | "topic" | "item" | "thanks" => settings().chain(["level"]).collect(),
        "tasks" | "decisions" | "talks" | "notes" | "unfinished" | "next" => ["topic"]
            .into_iter()
            .chain(settings())
            .chain(["level"])
            .collect(),
        "goals" => vec!["style", "level"],
        "attendees" => vec!["group", "role", "style", "level"],
        "days" => vec!["level"],
        "pictures" => vec!["topic", "level"],
        _ => Vec::new(),
    }
}

/// Reads a placeholder.
pub(super) fn placeholder(
    part: &'static str,
    values: &[Value],
    data: &Data,
) -> Result<Placeholder, TemplateFault> {
    let arguments = Arguments::of(part, values, data)?;
    let read = match part {
        "body" => Part::Body,
        "topic" => Part::Topic(arguments.topic_value(arguments.only("one topic in quotes")?)?),
        "item" => Part::Items(arguments.items()?),
        "told" => Part::Told(arguments.items()?),
        "tasks" => Part::Kind(Kind::Tasks, arguments.filter()?),
        "decisions" => Part::Kind(Kind::Decisions, arguments.filter()?),
        "talks" => Part::Kind(Kind::Talks, arguments.filter()?),
        "notes" => Part::Kind(Kind::Notes, arguments.filter()?),
        "goals" => Part::Goals,
        "days" => Part::Days,
        "unfinished" => Part::Unfinished(arguments.filter()?),
        "next" => Part::Next(arguments.filter()?),
        "attendees" => Part::Attendees {
            group: arguments.attendee_group()?,
            role: arguments.role()?,
        },
        "thanks" => Part::Thanks,
        "pictures" => Part::Pictures(arguments.filter()?),
        "picture" => Part::Picture(arguments.picture()?),
        _ => {
            let value = arguments.only("one text in quotes")?;
            Part::Gap(arguments.text("the gap", value, "a text in quotes")?)
        }
    };
    let takes_values = ["topic", "item", "told", "picture", "gap"].contains(&part);
    if !takes_values && !arguments.values.is_empty() {
        let known = names_of(part).into_iter();
        return Err(TemplateFault::Unnamed {
            part,
            known: known.map(str::to_owned).collect(),
        });
    }
    let own = match part {
        "attendees" => Overrides::default(),
        _ => Overrides {
            group: arguments.word("group", Group::VARIANTS)?,
            body: arguments.word("body", Body::VARIANTS)?,
            names: arguments.word("names", Names::VARIANTS)?,
            credit: arguments.word("credit", Credit::VARIANTS)?,
            titles: arguments.word("titles", Titles::VARIANTS)?,
        },
    };
    Ok(Placeholder {
        part: read,
        settings: own.or(data.given).settled(),
        style: arguments
            .word("style", Style::VARIANTS)?
            .unwrap_or_default(),
        level: arguments.level()?,
        offset: 0,
    })
}

struct Arguments<'a> {
    part: &'static str,
    values: Vec<Value>,
    named: Kwargs,
    data: &'a Data,
}

impl<'a> Arguments<'a> {
    fn of(part: &'static str, values: &[Value], data: &'a Data) -> Result<Self, TemplateFault> {
        let read = from_args::<(Rest<Value>, Kwargs)>(values);
        let (Rest(values), named) = read.map_err(|_| TemplateFault::Arguments {
            part,
            takes: "a name before each argument",
        })?;
        let known = names_of(part);
        if let Some(name) = named.args().find(|name| !known.contains(name)) {
            return Err(TemplateFault::UnknownArgument {
                part,
                name: name.to_owned(),
                near: near(name, known.iter().copied()),
                known: known.into_iter().map(str::to_owned).collect(),
            });
        }
        Ok(Arguments {
            part,
            values,
            named,
            data,
        })
    }

    fn named(&self, name: &str) -> Option<Value> {
        self.named.peek::<Value>(name).ok()
    }

    /// Returns the one value that the part takes.
    fn only(&self, takes: &'static str) -> Result<&Value, TemplateFault> {
        match &self.values[..] {
            [value] => Ok(value),
            _ => Err(TemplateFault::Arguments {
                part: self.part,
                takes,
            }),
        }
    }

    fn text(&self, argument: &str, value: &Value, wanted: &str) -> Result<String, TemplateFault> {
        let text = value.as_str().map(str::to_owned);
        text.ok_or_else(|| wrong_value(argument, value, wanted))
    }

    /// Reads a word that only some values can be.
    fn word<T: FromStr>(&self, name: &str, known: &[&str]) -> Result<Option<T>, TemplateFault> {
        let Some(value) = self.named(name) else {
            return Ok(None);
        };
        let word = value.as_str().and_then(|word| word.parse().ok());
        let wanted = || either(known.iter().map(|word| format!("`\"{word}\"`")));
        word.map(Some)
            .ok_or_else(|| wrong_value(&format!("`{name}`"), &value, &wanted()))
    }

    fn level(&self) -> Result<Option<u8>, TemplateFault> {
        let Some(value) = self.named("level") else {
            return Ok(None);
        };
        let level = u8::try_from(value.clone()).ok();
        level
            .filter(|level| value.kind() == ValueKind::Number && (1..=6).contains(level))
            .map(Some)
            .ok_or_else(|| wrong_value("`level`", &value, "a number from 1 to 6"))
    }

    fn filter(&self) -> Result<Filter, TemplateFault> {
        let Some(value) = self.named("topic") else {
            return Ok(Filter::All);
        };
        Ok(Filter::Topic(self.topic_value(&value)?))
    }

    /// Finds the topic that a value names, by its path or its last headings, whatever the case and the accents.
    fn topic_value(&self, value: &Value) -> Result<Option<Topic>, TemplateFault> {
        let text = self.text(
            "a topic",
            value,
            "a topic in quotes; `\"\"` is what has no topic",
        )?;
        let Some(typed) = Topic::parse(&text) else {
            return Ok(None);
        };
        let known = &self.data.facts.known_topics;
        let is_printed = |topic: &&Topic| without_signs(&topic.to_string()) == text;
        if let Some(topic) = known.iter().find(is_printed) {
            return Ok(Some(topic.clone()));
        }
        match typed.among(known)[..] {
            [topic] => Ok(Some(topic.clone())),
            [] => {
                let is_near = |topic: &&Topic| {
                    let path = topic.to_string();
                    let last = topic.headings().last().map(String::as_str);
                    near(&text, [path.as_str()].into_iter().chain(last)).is_some()
                };
                Err(TemplateFault::NoSuchTopic {
                    near: known.iter().find(is_near).map(Topic::to_string),
                    known: known.iter().map(Topic::to_string).collect(),
                    typed: text,
                })
            }
            ref several => Err(TemplateFault::SharedTopic {
                choices: several.iter().map(ToString::to_string).collect(),
                typed: text,
            }),
        }
    }

    /// Finds the items and notes that the values name.
    fn items(&self) -> Result<Vec<EntryId>, TemplateFault> {
        if self.values.is_empty() {
            return Err(TemplateFault::Arguments {
                part: self.part,
                takes: "the number of an item, or several",
            });
        }
        self.values.iter().map(|value| self.item(value)).collect()
    }

    fn item(&self, value: &Value) -> Result<EntryId, TemplateFault> {
        let typed = match (value.kind(), value.as_str()) {
            (_, Some(text)) => text.trim().trim_start_matches('#').to_owned(),
            (ValueKind::Number, _) => value.to_string(),
            _ => {
                return Err(wrong_value(
                    "an item",
                    value,
                    "a number, or such as `12a` or an id in quotes",
                ));
            }
        };
        match self.data.meaning(&typed) {
            Some(Meaning::One(id)) => Ok(*id),
            Some(Meaning::Several(labels)) => Err(TemplateFault::SharedNumber {
                typed,
                choices: labels.clone(),
            }),
            None => {
                let items = self.data.facts.items.iter();
                let highest = items.map(|item| item.label.number).max();
                Err(TemplateFault::NoSuchItem {
                    typed,
                    highest: highest.unwrap_or_default(),
                })
            }
        }
    }

    fn role(&self) -> Result<Option<String>, TemplateFault> {
        let role: Option<Role> = self.word("role", Role::VARIANTS)?;
        Ok(role.map(|role| role.word().to_owned()))
    }

    fn attendee_group(&self) -> Result<Option<String>, TemplateFault> {
        let Some(value) = self.named("group") else {
            return Ok(None);
        };
        let typed = self.text(
            "`group`",
            &value,
            "the group of attendees in quotes; `\"\"` is who has no group",
        )?;
        if typed.trim().is_empty() {
            return Ok(Some(String::new()));
        }
        let mut known: Vec<String> = Vec::new();
        for group in self
            .data
            .facts
            .people
            .iter()
            .filter_map(|person| person.group.as_ref())
        {
            if !known.contains(group) {
                known.push(group.clone());
            }
        }
        let wanted = normalize(&typed);
        let found = known.iter().find(|group| normalize(group) == wanted);
        found
            .cloned()
            .map(Some)
            .ok_or_else(|| TemplateFault::Unknown {
                what: Named::Group,
                near: near(&typed, known.iter().map(String::as_str)),
                name: typed,
                known,
            })
    }

    /// Finds the one picture that has a word in its name or caption.
    fn picture(&self) -> Result<usize, TemplateFault> {
        let value = self.only("a word of the name or caption of a picture, in quotes")?;
        let word = self.text(
            "a picture",
            value,
            "a word of its name or caption, in quotes",
        )?;
        let wanted = normalize(&word);
        if wanted.is_empty() {
            return Err(wrong_value(
                "the picture",
                value,
                "a word of its name or caption, in quotes",
            ));
        }
        let pictures = &self.data.facts.pictures;
        let has_word = |text: &str| normalize(text).contains(&wanted);
        let found = pictures.iter().filter(|picture| {
            has_word(&picture.file) || picture.caption.as_deref().is_some_and(has_word)
        });
        let found: Vec<&PictureFact> = found.collect();
        // A whole path is no other picture's, whatever that begins with.
        let is_it = |picture: &&&PictureFact| picture.file == word;
        if let Some(picture) = found.iter().find(is_it) {
            return Ok(picture.place);
        }
        match found[..] {
            [picture] => Ok(picture.place),
            [] => {
                let mut known: Vec<String> = Vec::new();
                for picture in pictures {
                    if !known.contains(&picture.file) {
                        known.push(picture.file.clone());
                    }
                }
                Err(TemplateFault::NoSuchPicture { word, known })
            }
            ref several => Err(TemplateFault::SharedPicture {
                choices: several.iter().map(|picture| picture.file.clone()).collect(),
                word,
            }),
        }
    }
}

fn wrong_value(argument: &str, value: &Value, wanted: &str) -> TemplateFault {
    let found = match (value.kind(), value.as_str()) {
        (_, Some("")) => "an empty text".to_owned(),
        (_, Some(text)) => format!("the text `{text}`"),
        (ValueKind::None, _) => "`none` without quotes".to_owned(),
        (ValueKind::Bool, _) => format!("`{value}`"),
        (ValueKind::Number, _) => format!("the number {value}"),
        (ValueKind::Seq, _) => "a list".to_owned(),
        // A name that means nothing, or the name of a part.
        (ValueKind::Undefined | ValueKind::Plain, _) => {
            return TemplateFault::Unquoted {
                argument: argument.to_owned(),
                wanted: wanted.to_owned(),
            };
        }
        _ => "something else".to_owned(),
    };
    TemplateFault::WrongValue {
        argument: argument.to_owned(),
        found,
        wanted: wanted.to_owned(),
    }
}

fn either(words: impl Iterator<Item = String>) -> String {
    let words: Vec<String> = words.collect();
    match &words[..] {
        [most @ .., last] if !most.is_empty() => format!("{} or {last}", most.join(", ")),
        _ => words.concat(),
    }
}
