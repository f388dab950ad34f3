//! What is wrong in a file or odd in a sprint, in words.

use super::finding::{Finding, NewerToml, What};
use super::refused::{excess_told, twins_of};
use crate::domain::{DEEPEST, EVERYBODY, Excess, LintKind};

/// What is wrong in a file, and what to do about it, without the place.
pub fn explain(finding: &Finding) -> (String, Option<&'static str>) {
    let (text, hint) = match &finding.what {
        What::Syntax(message) => (
            format!("not valid TOML: {message}"),
            "an entry is one line: ID = { at = …, by = \"…\", kind = \"…\", … }",
        ),
        What::MergeMarker => (
            "a conflict that git left behind".to_owned(),
            "keep the lines of both sides and delete the marker lines",
        ),
        What::ZeroBytes => (
            "zero bytes, as a power cut leaves them".to_owned(),
            "delete them",
        ),
        What::NotUtf8 => (
            "bytes that are not UTF-8".to_owned(),
            "save the file as UTF-8",
        ),
        What::WideEncoding(encoding) => (
            format!("the file is {encoding}, nothing of it is read"),
            "save it as UTF-8",
        ),
        What::NotAnEntry(key) => (
            format!("`{key}` is no entry"),
            "an entry is one line: ID = { at = …, by = \"…\", kind = \"…\", … }",
        ),
        What::BadId(key) => (
            format!("`{key}` is not an id"),
            "an id is NUMBER-xxxxxx for an item and xxxxxxxxxx for anything else, each x one of 0-9 a-z without i l o u",
        ),
        What::WrongId {
            kind,
            makes_item: true,
        } => (
            format!("`{kind}` makes an item, and the id has no number"),
            "write the id as NUMBER-xxxxxx",
        ),
        What::WrongId {
            kind,
            makes_item: false,
        } => (
            format!("`{kind}` makes no item, and the id has a number"),
            "write the id as xxxxxxxxxx",
        ),
        What::MissingKey(key) => (
            format!("the entry has no `{key}`"),
            "every entry has `at`, `by` and `kind`",
        ),
        What::WrongTime(key) => (
            format!("`{key}` is no date and time with an offset"),
            "write it like 2017-02-27T09:12:33.417+01:00, without quotes",
        ),
        What::WrongDate(key) => (
            format!("`{key}` is not a date"),
            "write it like 2017-02-27, without quotes",
        ),
        What::Content(message) => (message.clone(), "README.md lists the keys of every kind"),
        What::UnknownKind(kind) => (
            format!("the kind `{kind}` is not known, the entry is skipped"),
            "a newer version of sprint may have written it",
        ),
        What::UnknownKey(key) => (
            format!("the key `{key}` is not known, it is skipped"),
            "a newer version of sprint may have written it",
        ),
        What::SameId { id, other } => (
            format!("`{id}` stands at {other} with other content, which counts"),
            "delete one of the two, or give it an id of its own",
        ),
        What::Setting(message) => (message.clone(), "README.md lists the settings"),
        What::UnknownSetting { name, near } => (
            format!(
                "the setting `{name}` is not known, it is skipped{}",
                did_you_mean(near)
            ),
            "README.md lists the settings",
        ),
        What::UnknownRule { name, near } => (
            format!(
                "the rule `{name}` is not known, it is skipped{}",
                did_you_mean(near)
            ),
            "README.md lists the rules; `sprint check` shows them in brackets",
        ),
        What::CutOff => (
            "a line that was cut off while it was written".to_owned(),
            "a killed process or a power cut leaves that; the next entry of the day moves it to a file beside the log",
        ),
        What::Gone(line) => (
            format!("this was recorded on this machine and is gone: {line}"),
            "if no other branch has it, `sprint check --restore` puts it back; `sprint check --forget` lets go of it",
        ),
        What::StrayFile => (
            "not the name of a day log, it is skipped".to_owned(),
            "a day log is called 2017-02-27.toml or 2017-02-27.WORD.toml",
        ),
        What::StrayFolder => (
            "not the name of a sprint, it is skipped".to_owned(),
            "a name has lower-case letters, digits, `-`, `_` and `.`, as in leysin-2017",
        ),
        What::TooLarge => (
            "larger than 64 MiB, it is not read".to_owned(),
            "move what is no entry out of it",
        ),
        What::InTheWay(obstacle) => (
            format!(
                "{} where a {} belongs, it is not used",
                obstacle.name(),
                obstacle.wanted()
            ),
            obstacle.hint(),
        ),
        What::LinkedFolder => (
            "a symbolic link where the folder of a sprint belongs, it is not used".to_owned(),
            "a link is not followed: put the folder itself there, or move the link away",
        ),
        What::Unreadable(reason) => (
            format!("cannot be read: {reason}"),
            "mend that and try again",
        ),
        What::WrongDay { day, log } => (
            format!("an entry of {day} in the log of {log}"),
            "move the line to the log of its day, or correct its `at`",
        ),
        What::NoSuchPhoto(file) => (
            format!("there is no picture `{file}` in the sprint's folder"),
            "put it there, or take the entry back with `sprint undo ID`",
        ),
        What::NotAPicture { file, fault } => (
            format!("the picture `{file}` is left out of every post: it {fault}"),
            fault.hint(),
        ),
        What::NewerToml(newer) => explain_newer(newer),
        What::Control(letter) if letter.is_control() => (
            format!(
                "a text with the control character {}",
                letter.escape_unicode()
            ),
            "leave it out; where a backslash was meant, write it as `\\\\`",
        ),
        What::Control(letter) => (
            format!(
                "a text with {}, which is shown as its escape",
                letter.escape_unicode()
            ),
            "leave it out: it would show as nothing, reorder what is around it, or cover it",
        ),
        What::TooDeep => (
            format!("a text with quotes and lists nested deeper than {DEEPEST} levels"),
            "take some of them out; what lies deeper is told as if it lay less deep",
        ),
        What::TooMuch(excess) => (
            excess_told(excess),
            "shorten it; the board and tables cut it",
        ),
    };
    (text, Some(hint))
}

fn did_you_mean(near: &Option<String>) -> String {
    near.as_ref()
        .map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

fn explain_newer(newer: &NewerToml) -> (String, &'static str) {
    match newer {
        NewerToml::Newline => (
            "TOML 1.0 has no line end between `{` and `}`".to_owned(),
            "write it on one line: other programs may not read the file",
        ),
        NewerToml::Comma => (
            "TOML 1.0 has no comma before `}`".to_owned(),
            "delete it: other programs may not read the file",
        ),
        NewerToml::Escape(escape) => (
            format!("TOML 1.0 has no escape `{escape}`"),
            "write it as \\uHHHH: other programs may not read the file",
        ),
        NewerToml::Time(time) => (
            format!("TOML 1.0 has no time without seconds, as in `{time}`"),
            "add the seconds: other programs may not read the file",
        ),
    }
}

/// What is odd, and what to do about it, in words.
pub fn advised(kind: &LintKind) -> (String, String) {
    match kind {
        LintKind::NeverJoined(name) => (
            format!("{name} was named and has not joined"),
            format!("`sprint join {name}` makes an attendee"),
        ),
        LintKind::LikeAttendee { name, known } => (
            format!("`{name}` looks like a slip of `{known}`"),
            "if they are one person, `sprint undo ID` takes the `join` of one of the two back"
                .to_owned(),
        ),
        LintKind::LikeName { name, known } if known == EVERYBODY => (
            format!("`{name}` looks like a slip of `{known}`"),
            "correct it in the log, `sprint edit DAY` opens one".to_owned(),
        ),
        LintKind::LikeName { name, known } => (
            format!("`{name}` looks like a slip of `{known}`"),
            format!(
                "correct it in the log, or `sprint join {known} --also \"{name}\"` says that they are one person"
            ),
        ),
        LintKind::LikeTopic { topic, known } => (
            format!("the topic `{topic}` looks like a slip of `{known}`"),
            "correct it in the log; if both are meant, list it as one of `topics` in sprint.toml"
                .to_owned(),
        ),
        LintKind::SharedNumber { number, choices } => (
            format!("{} items have the number {number}", choices.len()),
            format!("they are called {}", twins_of(choices)),
        ),
        LintKind::TooMuch(excess @ Excess::Headings(_)) => (
            excess_told(excess),
            format!("shorten the path; the last heading has all that lies deeper than {DEEPEST}"),
        ),
        LintKind::TooMuch(excess) => (
            excess_told(excess),
            "shorten it; it counts all the same, and the board and tables cut it".to_owned(),
        ),
        LintKind::OutsideSprint {
            day,
            dates: (from, to),
        } => (
            format!("{day} is not a day of the sprint, which is from {from} to {to}"),
            "correct the entry, or `from` and `to` in sprint.toml".to_owned(),
        ),
    }
}
