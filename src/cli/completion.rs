//! Completion at the prompt: what the word that is being typed may become.

use std::ops::Range;

use clap::{Arg, Command};

use super::line::Line;
use super::words::{ending, fixed, is_option, option_called, value_name};
use crate::domain::{EVERYBODY, Item, Person, Sprint, Topic, latin};
use crate::text::{excerpt, visible};

/// How many columns of an item are shown in a list.
const SHOWN: usize = 60;

/// What a word may become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What replaces the word.
    pub typed: String,
    /// How it stands in a list of several.
    pub shown: String,
}

/// What can be typed at the prompt: the commands, and the names of the sprint as they were when it was made.
#[derive(Default)]
pub struct Completion {
    program: Command,
    /// The words that the prompt takes in addition to the commands.
    own: &'static [&'static str],
    open: Vec<Known>,
    closed: Vec<Known>,
    people: Vec<Known>,
    topics: Vec<Known>,
}

/// Something that can be named.
struct Known {
    candidate: Candidate,
    /// The beginnings by which it is found, as they are compared.
    keys: Vec<String>,
}

impl Completion {
    /// Takes the commands of a program and the words that the prompt takes in addition to them.
    pub fn of(program: Command, own: &'static [&'static str]) -> Completion {
        Completion {
            program,
            own,
            ..Completion::default()
        }
    }

    /// Takes the names of a sprint as well, and the topics that are listed in its settings.
    pub fn with_names(self, sprint: &Sprint, listed: &[Topic]) -> Completion {
        let items = |is_open: bool| {
            let items = sprint.items().iter();
            let items = items.filter(move |item| item.is_open() == is_open);
            items.map(Known::item).collect()
        };
        let people = sprint
            .people()
            .iter()
            .map(|(_, person)| Known::person(person));
        let mut people: Vec<Known> = people.collect();
        people.push(Known::everybody());
        people.sort_by(|one, other| one.keys.cmp(&other.keys));
        let topics = sprint.known_topics(listed);
        Completion {
            open: items(true),
            closed: items(false),
            people,
            topics: topics
                .iter()
                .map(|topic| Known::topic(&topic.to_string()))
                .collect(),
            ..self
        }
    }

    /// Returns where the part of a line begins that is being typed at its end, in bytes, and what it may become.
    pub fn complete(&self, line: &str) -> (usize, Vec<Candidate>) {
        let start = begins_after(line, char::is_whitespace);
        let (before, word) = (Line::of_text(&line[..start]), &line[start..]);
        let words = before.words();
        let command = words.first();
        let command = command.and_then(|verb| self.program.find_subcommand(verb));
        match command.filter(|command| command.get_name() != "help") {
            None if words.is_empty() || words == ["help"] => (start, self.verbs(word)),
            None => (start, Vec::new()),
            Some(command) if word.starts_with('-') => (start, self.options(command, word)),
            Some(command) => match wanted(command, words) {
                Some((argument, from)) => {
                    let from = before.start(from).unwrap_or(start);
                    self.values(command, argument, line, from..start)
                }
                None => self.people_in_text(line),
            },
        }
    }

    fn verbs(&self, typed: &str) -> Vec<Candidate> {
        let commands = self.program.get_subcommands();
        let commands = commands.filter(|command| !command.is_hide_set());
        let mut verbs: Vec<&str> = commands.map(Command::get_name).collect();
        verbs.extend(["help"].iter().chain(self.own));
        verbs.sort_unstable();
        words_that_begin(&verbs, typed)
    }

    fn options(&self, command: &Command, typed: &str) -> Vec<Candidate> {
        let arguments = command.get_arguments().chain(self.program.get_arguments());
        let options = arguments.filter(|argument| !argument.is_hide_set());
        let options = options.filter_map(Arg::get_long);
        let options: Vec<String> = options.map(|long| format!("--{long}")).collect();
        words_that_begin(&options, typed)
    }

    /// Returns what the value of an argument may become, whose first word begins at the start of `place` and whose last
    /// one at its end.
    fn values(
        &self,
        command: &Command,
        argument: &Arg,
        line: &str,
        place: Range<usize>,
    ) -> (usize, Vec<Candidate>) {
        let after_comma = begins_after(line, |sign| sign == ',').max(place.end);
        match value_name(argument) {
            "ITEM" => {
                let typed = &line[after_comma..];
                let is_about_closed = command.get_name() == "reopen";
                let mut found = matching(&self.open, typed, " ");
                if is_about_closed || (found.is_empty() && !typed.is_empty()) {
                    found = matching(&self.closed, typed, " ");
                }
                (after_comma, found)
            }
            "PEOPLE" | "PERSON" | "WHO" => (
                after_comma,
                matching(&self.people, &line[after_comma..], " "),
            ),
            "TOPIC" => {
                let typed = line[place.start..].trim_start_matches(['"', '\'']);
                (place.start, matching(&self.topics, typed, " "))
            }
            _ => match argument.get_possible_values() {
                values if values.is_empty() => self.people_in_text(line),
                values => {
                    let words: Vec<&str> = values.iter().map(|value| value.get_name()).collect();
                    (place.end, words_that_begin(&words, &line[place.end..]))
                }
            },
        }
    }

    /// Returns whom a name may mean that is being typed in the brackets at the end of a text, or after an @.
    fn people_in_text(&self, line: &str) -> (usize, Vec<Candidate>) {
        let bracket = line.rfind('(').filter(|open| !line[*open..].contains(')'));
        let separator = |sign: char| "(,;/&".contains(sign);
        let start = match bracket {
            Some(_) => begins_after(line, separator),
            None => begins_after(line, char::is_whitespace),
        };
        let start = line.len() - line[start..].trim_start().len();
        match line[start..].strip_prefix('@') {
            Some(typed) => (start + 1, matching(&self.people, typed, "")),
            None if bracket.is_some() => (start, matching(&self.people, &line[start..], "")),
            None => (start, Vec::new()),
        }
    }
}

impl Known {
    fn item(item: &Item) -> Known {
        let label = item.label.to_string();
        let mut keys = keys(&item.text);
        keys.extend([label.clone(), format!("#{label}")]);
        Known {
            candidate: Candidate {
                shown: format!("{label} {}", excerpt(&item.text, SHOWN)),
                typed: label,
            },
            keys,
        }
    }

    fn person(person: &Person) -> Known {
        let names = person.also.iter().chain([&person.name]);
        let names = names.flat_map(|name| keys(name));
        Known {
            keys: [latin(&person.nick)].into_iter().chain(names).collect(),
            candidate: Candidate {
                typed: person.nick.clone(),
                shown: match person.nick == person.name {
                    true => person.nick.clone(),
                    false => format!("{} {}", person.nick, person.name),
                },
            },
        }
    }

    fn everybody() -> Known {
        Known::word(EVERYBODY, EVERYBODY)
    }

    fn topic(topic: &str) -> Known {
        let has_blank = topic.contains(char::is_whitespace);
        let typed = match has_blank {
            true => format!("\"{}\"", topic.replace('"', "\"\"")),
            false => topic.to_owned(),
        };
        let mut known = Known::word(&typed, topic);
        known.keys.insert(0, latin(topic));
        known
    }

    fn word(typed: &str, shown: &str) -> Known {
        Known {
            keys: keys(shown),
            candidate: Candidate {
                typed: typed.to_owned(),
                shown: shown.to_owned(),
            },
        }
    }
}

/// Returns the argument or option of which a value comes next, and the place of its first word; none where a text goes on.
fn wanted<'c>(command: &'c Command, words: &[String]) -> Option<(&'c Arg, usize)> {
    let (fixed, ending) = (fixed(command), ending(command));
    let mut arguments = 0;
    let mut value: Option<(&Arg, usize)> = None;
    for place in 1..=words.len() {
        let is_after_text =
            arguments > fixed.len() || (arguments == fixed.len() && ending.is_none());
        // A list goes on after a comma.
        let goes_on =
            |from: usize| place == from || is_after_text || words[place - 1].ends_with(',');
        value = value.filter(|(_, from)| goes_on(*from));
        match words.get(place) {
            Some(word) if is_option(word) => {
                let option = option_called(command.get_arguments(), word);
                let option = option.filter(|option| option.get_action().takes_values());
                let option = option.filter(|_| !word.contains('='));
                value = option.map(|option| (option, place + 1));
            }
            Some(_) if value.is_none() => arguments += 1,
            Some(_) | None => {}
        }
    }
    let argument = || fixed.get(arguments).copied().or(ending);
    value.or_else(|| Some((argument()?, words.len())))
}

/// Returns the place after the last sign of a kind in a line.
fn begins_after(line: &str, is_sign: impl Fn(char) -> bool) -> usize {
    let last = line.char_indices().rev().find(|(_, sign)| is_sign(*sign));
    last.map_or(0, |(place, sign)| place + sign.len_utf8())
}

/// Returns those of which a name begins as typed, each with what follows it.
fn matching(known: &[Known], typed: &str, end: &str) -> Vec<Candidate> {
    let typed = latin(typed);
    let is_meant = |known: &&Known| known.keys.iter().any(|key| key.starts_with(&typed));
    // What acts on the terminal cannot be typed.
    let is_visible = |known: &&Known| visible(&known.candidate.typed) == known.candidate.typed;
    let meant = known.iter().filter(is_meant).filter(is_visible);
    let candidate = |known: &Known| Candidate {
        typed: known.candidate.typed.clone() + end,
        shown: visible(&known.candidate.shown),
    };
    meant.map(candidate).collect()
}

fn words_that_begin(words: &[impl AsRef<str>], typed: &str) -> Vec<Candidate> {
    let begin = words
        .iter()
        .map(AsRef::as_ref)
        .filter(|word| word.starts_with(typed));
    let candidate = |word: &str| Candidate {
        typed: format!("{word} "),
        shown: word.to_owned(),
    };
    begin.map(candidate).collect()
}

/// Returns the words of a name, as they are compared.
fn keys(name: &str) -> Vec<String> {
    let name = latin(name);
    let words = name.split(|sign: char| !sign.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};
    use clap::CommandFactory;
    use thin_vec::ThinVec;

    use super::super::Cli;
    use super::*;
    use crate::domain::{Action, Done, Entry, EntryId, Join, Plan};

    fn join(person: &str, nick: &str) -> Action {
        Action::Join(Box::new(Join {
            person: person.into(),
            nick: nick.into(),
            ..Join::default()
        }))
    }

    fn plan(text: &str, topic: &str) -> Action {
        Action::Plan(Plan {
            text: text.into(),
            topic: Topic::parse(topic),
            ..Plan::default()
        })
    }

    /// Makes a sprint with two open tasks, one that is closed, three people and two topics.
    fn sprint() -> Sprint {
        let start = DateTime::parse_from_rfc3339("2017-02-28T09:00:00+01:00").expect("a time");
        let closed = EntryId::new(Some(3), 6);
        let actions = [
            join("Armin Rigo", "armin"),
            join("Carl Friedrich Bolz", "carl-friedrich"),
            join("Łukasz Langa", "ambv"),
            plan("fix the memoryview leak", "CPyExt"),
            plan("port the Été tests", "Release Work/PyPy 3"),
            plan("merge the branch", ""),
            Action::Done(Done {
                item: closed,
                text: None,
                people: ThinVec::new(),
                with: ThinVec::new(),
            }),
        ];
        let mut number = 0;
        let entry = |(place, action): (usize, Action)| {
            let is_item = action.makes_item();
            number += u32::from(is_item);
            let id = EntryId::new(is_item.then_some(number), place as u64 + 1);
            let at = start + TimeDelta::minutes(place as i64);
            Entry::new(id, at, "armin".into(), action)
        };
        Sprint::from_entries(actions.into_iter().enumerate().map(entry).collect())
    }

    /// Returns what the end of a line may become, `|` between several.
    fn completed(line: &str) -> String {
        let completion = Completion::of(Cli::command(), &["clear", "exit"]);
        let (start, candidates) = completion.with_names(&sprint(), &[]).complete(line);
        let typed = candidates.iter().map(|candidate| candidate.typed.as_str());
        let lines = typed.map(|typed| format!("{}{typed}", &line[..start]));
        lines.collect::<Vec<_>>().join("|")
    }

    #[test]
    fn a_line_begins_with_a_command_or_a_word_of_the_prompt() {
        assert_eq!(completed("un"), "unassign |undo ");
        assert_eq!(completed("sprint as"), "sprint assign ");
        assert_eq!(completed("cl"), "clear ");
        assert_eq!(completed("help pub"), "");
        assert_eq!(completed("help und"), "help undo ");
        assert_eq!(completed("files"), "");
        assert_eq!(completed("nonsense a"), "");
    }

    #[test]
    fn an_item_is_found_by_its_number_and_by_the_words_of_its_text() {
        for (line, expected) in [
            ("done ", "done 1 |done 2 "),
            ("done mem", "done 1 "),
            ("assign ete", "assign 2 "),
            ("done #2", "done 2 "),
            ("done 1,por", "done 1,2 "),
            ("reopen ", "reopen 3 "),
            ("show merge", "show 3 "),
            ("plan write a test -u le", "plan write a test -u 1 "),
            ("plan -u le", "plan -u 1 "),
        ] {
            assert_eq!(completed(line), expected, "{line}");
        }
    }

    #[test]
    fn people_are_found_by_nick_and_by_each_of_their_names() {
        for (line, expected) in [
            (
                "assign 1 ",
                "assign 1 ambv |assign 1 armin |assign 1 carl-friedrich |assign 1 everybody ",
            ),
            ("assign 1 rig", "assign 1 armin "),
            ("assign 1 armin luk", "assign 1 armin ambv "),
            ("assign 1 armin,bolz", "assign 1 armin,carl-friedrich "),
            ("leave ev", "leave everybody "),
            (
                "plan fix it -p armin, fr",
                "plan fix it -p armin, carl-friedrich ",
            ),
            (
                "plan fix it -p armin fr",
                "plan fix it -p armin carl-friedrich ",
            ),
            ("plan -p ar", "plan -p armin "),
            ("plan -p armin fr", ""),
            ("plan fix it (ar", "plan fix it (armin"),
            (
                "plan fix it (armin, fr",
                "plan fix it (armin, carl-friedrich",
            ),
            ("plan fix it (armin) ar", ""),
            ("note thanks to @ca", "note thanks to @carl-friedrich"),
            ("plan fix ar", ""),
        ] {
            assert_eq!(completed(line), expected, "{line}");
        }
    }

    #[test]
    fn a_topic_is_found_by_each_of_its_headings_and_is_quoted_if_it_has_blanks() {
        for (line, expected) in [
            ("plan it -t cpy", "plan it -t CPyExt "),
            (
                "plan it -t release w",
                "plan it -t \"Release Work\" |plan it -t \"Release Work/PyPy 3\" ",
            ),
            ("move 1 -t \"pypy", "move 1 -t \"Release Work/PyPy 3\" "),
            ("plan -t pyp", "plan -t \"Release Work/PyPy 3\" "),
        ] {
            assert_eq!(completed(line), expected, "{line}");
        }
    }

    #[test]
    fn options_and_their_words_are_those_of_the_command() {
        for (line, expected) in [
            ("join Bea --ro", "join Bea --role "),
            ("join Bea --role n", "join Bea --role newcomer "),
            ("plan it --wi", "plan it --with "),
            ("board --fo", "board --for |board --force "),
            ("board --for h", "board --for html "),
            ("done 1 --to", ""),
        ] {
            assert_eq!(completed(line), expected, "{line}");
        }
    }
}
