//! Lists of who is present.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, Weekday};

use super::known::Names;
use super::part::{Part, is_nobody};
use super::written::is_capitalised;
use crate::domain::{People, Role};
use crate::planning::document::{Document, Present};
use crate::planning::listed::is_of;
use crate::planning::time::weekday;
use crate::text::normalize;

/// A name of a list of who is present.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Listed {
    pub name: String,
    pub from: Option<String>,
    pub to: Option<String>,
    pub has_more: bool,
    pub role: Option<Role>,
}

impl Listed {
    /// Adds what is said of somebody behind a comma; returns whether it says a role that they lacked.
    fn add(&mut self, said: Listed) -> bool {
        self.from = self.from.take().or(said.from);
        self.to = self.to.take().or(said.to);
        self.has_more |= said.has_more;
        let is_news = self.role.is_none() && said.role.is_some();
        self.role = self.role.or(said.role);
        is_news
    }
}

/// The maximum number of names that are read of one line: each is looked for among all who are known.
const MOST_LISTED: usize = 200;

impl Names<'_> {
    /// Reads who stands in a list of who is present, in one line or an item of it, and returns with them what is not a name. Words
    /// behind a name that say something else, such as `[work on _sre]`, are left out.
    pub fn present(&self, line: usize, text: &str) -> (Vec<Present>, Vec<String>) {
        let mut all = Vec::new();
        let (mut listed, mut others) = listed_names(text, &HashSet::new());
        let many = listed.split_off(listed.len().min(MOST_LISTED));
        others.extend(many.into_iter().map(|listed| listed.name));
        for Listed {
            name,
            from,
            to,
            has_more,
            role,
        } in listed
        {
            let name = self.listed_as(&name).unwrap_or(name);
            let nick = self.nick(&name);
            let Ok(attendee) = self.sprint.people().attendee(&name, nick, &self.me) else {
                // A last name or several: whoever is known by them is there already.
                others.extend((!self.knows(&name)).then_some(name));
                continue;
            };
            let is_known = attendee.id.is_some();
            all.push(Present {
                line,
                is_known,
                nick: nick.filter(|_| !is_known).map(str::to_owned),
                typed: if is_known { attendee.nick } else { name },
                from,
                to,
                has_more,
                role,
            });
        }
        others.retain(|other| !matches!(self.part(other)[..], [Part::Known(_)]));
        (all, others)
    }

    /// Takes whoever is new and named on several items of a document for somebody who is there, as most lists of who is present
    /// lack somebody who works.
    pub fn expect_workers(&self, document: &mut Document) {
        let mut expected = self.sprint.people().clone();
        for present in document.here.iter().filter(|present| !present.is_known) {
            self.expect(&mut expected, &present.typed);
        }
        let mut items: HashMap<&str, Vec<usize>> = HashMap::new();
        for name in &document.new_people {
            items.insert(name, Vec::new());
        }
        for row in &document.rows {
            for person in row.people.iter().flatten().filter(|one| !one.is_struck) {
                if let Some(lines) = items.get_mut(person.typed.as_str()) {
                    lines.push(row.line);
                }
            }
        }
        let rows_with_people = document
            .rows
            .iter()
            .filter(|row| row.people.as_ref().is_some_and(|people| !people.is_empty()))
            .count();
        let are_listed_nowhere = document.here.is_empty()
            && self.sprint.people().attendees().next().is_none()
            && rows_with_people > 2;
        let away = document.away.iter().map(|gone| normalize(&gone.typed));
        let away: HashSet<String> = away.collect();
        let mut nicks: HashMap<String, String> = HashMap::new();
        for name in &document.new_people {
            let lines = &items[name.as_str()];
            let bare = name.trim_start_matches('+');
            if !away.contains(&normalize(bare))
                && (lines.len() > 1 || are_listed_nowhere)
                && let Some(line) = lines.first()
                && let Some(nick) = self.expect(&mut expected, bare)
            {
                document.here.push(Present {
                    line: *line,
                    typed: bare.to_owned(),
                    is_known: false,
                    nick: None,
                    from: None,
                    to: None,
                    has_more: false,
                    role: None,
                });
                nicks.insert(name.clone(), nick);
            }
        }
        document.new_people.retain(|name| !nicks.contains_key(name));
        let people = document.rows.iter_mut().flat_map(|row| &mut row.people);
        for person in people.flatten() {
            if let Some(nick) = nicks.get(&person.typed) {
                person.typed.clone_from(nick);
            }
        }
    }

    /// Adds somebody who joins; returns the nick that they get.
    pub(super) fn expect(&self, expected: &mut People, name: &str) -> Option<String> {
        if let Some(nick) = self.listed_as(name) {
            return Some(nick);
        }
        let attendee = expected.attendee(name, self.nick(name), &self.me).ok()?;
        expected.expect(&attendee);
        Some(attendee.nick)
    }
}

/// Cuts a line of a list into names, and what is not a name. `called`: what brackets of the document have as names, folded.
pub(super) fn listed_names(text: &str, called: &HashSet<String>) -> (Vec<Listed>, Vec<String>) {
    let (mut all, mut others) = (Vec::new(), Vec::new());
    for part in at_commas(text) {
        let (name, more) = name_and_more(part);
        let (from, to) = period(more);
        let has_more = words(more).any(|word| !is_gone(word));
        let role = words(more).find_map(role_of);
        for text in names_of(name, called) {
            match self::name(&text) {
                _ if is_nobody(&normalize(&text)) => {}
                _ if is_role(&text) => {
                    let said = Listed {
                        from: from.clone(),
                        to: to.clone(),
                        has_more,
                        role: role_of(&text),
                        ..Listed::default()
                    };
                    let is_taken = all.last_mut().is_some_and(|one: &mut Listed| one.add(said));
                    others.extend((!is_taken).then_some(text));
                }
                Some(name) => all.push(Listed {
                    name,
                    from: from.clone(),
                    to: to.clone(),
                    has_more,
                    role,
                }),
                None => others.push(text),
            }
        }
    }
    (all, others)
}

/// Returns whether a line has nothing but names that are written as those of people.
pub fn are_people(text: &str) -> bool {
    let (listed, others) = listed_names(text, &HashSet::new());
    let is_written_so = |listed: &Listed| {
        let capitals = listed
            .name
            .split(' ')
            .any(|word| word.starts_with(char::is_uppercase));
        text.contains('@') || capitals && is_capitalised(&listed.name)
    };
    !listed.is_empty()
        && others.iter().all(|other| is_role(other))
        && listed.iter().all(is_written_so)
}

/// Returns whether a line has nothing but names, which may be written as any nick is.
pub fn may_be_people(text: &str) -> bool {
    let (listed, others) = listed_names(text, &HashSet::new());
    !listed.is_empty() && others.iter().all(|other| is_role(other))
}

/// Returns whether a line goes on behind the first sign with something else than when somebody is there, and as what.
pub fn says_what(text: &str) -> bool {
    const SIGNS: [&str; 5] = [": ", " - ", " -- ", " – ", " — "];
    const PERIOD: &str = "ab all arrives arriving bis coming day days from in leaves leaving seit since the till to until week whole whole-time";
    let cuts = SIGNS.into_iter().filter_map(|sign| text.split_once(sign));
    let first = cuts.min_by_key(|(front, _)| front.len());
    first.is_some_and(|(_, behind)| {
        let is_when = |word: &str| {
            let mut days = word.split('-');
            PERIOD
                .split(' ')
                .any(|other| word.eq_ignore_ascii_case(other))
                || role_of(word).is_some()
                || days.all(|word| day(word).is_some())
        };
        !words(behind).all(is_when)
    })
}

/// Cuts at commas and semicolons outside brackets.
fn at_commas(text: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let parts = text.split(|letter| {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && [',', ';', '、', '，'].contains(&letter)
    });
    parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// Cuts what says more off a name: brackets, what is in another column, and words such as `until`.
fn name_and_more(part: &str) -> (&str, &str) {
    let signs = ["(", "[", "  ", " - ", " – ", " — ", ": ", " @ "];
    let words = [
        " ab ",
        " bis ",
        " until ",
        " till ",
        " from ",
        " since ",
        " whole-time",
        " arrives ",
        " leaves ",
    ];
    let lower = part.to_lowercase();
    let ends = signs.iter().filter_map(|sign| part.find(sign));
    let ends = ends.chain(
        words
            .iter()
            .filter_map(|words| lower.find(words))
            .filter(|_| lower.len() == part.len()),
    );
    let end = ends.min().filter(|end| part.is_char_boundary(*end));
    let (name, more) = part.split_at(end.unwrap_or(part.len()));
    (name.trim(), more.trim())
}

/// Returns what stands between `and` and the like, or between blanks if they are names that brackets have.
fn names_of(text: &str, called: &HashSet<String>) -> Vec<String> {
    let apart = text.replace(['&', '/', '+'], " and ");
    let mut names: Vec<Vec<&str>> = vec![Vec::new()];
    for word in apart.split_whitespace() {
        if word.eq_ignore_ascii_case("and") {
            names.push(Vec::new());
        } else if let Some(name) = names.last_mut() {
            name.push(word);
        }
    }
    let mut all = Vec::new();
    for words in names {
        const MOST_WORDS: usize = 4;
        let is_called = |word: &&&str| called.contains(&normalize(word));
        let are_names = words.iter().all(|word| is_capitalised(word));
        let are_handles = words.iter().all(|word| word.starts_with('@'));
        let are_several = words.len() > MOST_WORDS && are_names
            || are_handles
            || words.len() > 1
                && words.iter().filter(is_called).count() > 1
                && !called.contains(&normalize(&words.join(" ")));
        if are_several {
            all.extend(words.into_iter().map(str::to_owned));
        } else {
            all.push(words.join(" "));
        }
    }
    all
}

/// Returns a text without stars, quotes and full stops if it is written as a name or a nick is.
fn name(text: &str) -> Option<String> {
    let name = text
        .trim_matches(|letter: char| "*_`.:!\"“”„".contains(letter))
        .trim();
    let bare = name.trim_start_matches('@');
    let is_nick = !bare.contains(' ')
        && bare.starts_with(char::is_alphabetic)
        && bare
            .chars()
            .all(|letter| letter.is_alphanumeric() || "-_'".contains(letter))
        && bare.chars().count() > 1;
    (is_nick || is_capitalised(bare)).then(|| name.to_owned())
}

/// Reads from when to when somebody is there.
fn period(more: &str) -> (Option<String>, Option<String>) {
    let words: Vec<&str> = words(more).collect();
    let (mut from, mut to) = (None, None);
    for (place, word) in words.iter().enumerate() {
        let next = words.get(place + 1).and_then(|word| day(word));
        match word.to_lowercase().as_str() {
            "ab" | "from" | "seit" | "since" | "arrives" | "arriving" | "coming" => {
                from = from.or(next);
            }
            "bis" | "until" | "till" | "to" | "leaves" | "leaving" => to = to.or(next),
            _ => {
                if let Some((first, last)) = word.split_once('-')
                    && let (Some(first), Some(last)) = (day(first), day(last))
                {
                    (from, to) = (Some(first), Some(last));
                }
            }
        }
    }
    (from, to)
}

/// Cuts what is said of a name into words.
fn words(more: &str) -> impl Iterator<Item = &str> {
    let words = more.split(|letter: char| letter.is_whitespace() || "()[],;–".contains(letter));
    words.filter(|word| !word.is_empty())
}

/// Returns whether a word behind the name of somebody who is away says no more than that.
fn is_gone(word: &str) -> bool {
    const GONE: [&str; 8] = [
        "abwesend", "absent", "away", "gone", "ill", "krank", "left", "sick",
    ];
    GONE.iter().any(|gone| word.eq_ignore_ascii_case(gone))
}

/// Returns the role that a word says somebody has.
fn role_of(word: &str) -> Option<Role> {
    match word.to_lowercase().as_str() {
        "remote" | "remotely" => Some(Role::Remote),
        "newcomer" => Some(Role::Newcomer),
        "gast" | "guest" | "visitor" => Some(Role::Visitor),
        "gastgeber" | "gastgeberin" | "host" | "local" => Some(Role::Host),
        _ => None,
    }
}

/// Returns whether a text between commas says what somebody is there, and is nobody: `host`, `local organiser`.
fn is_role(text: &str) -> bool {
    const OTHERS: &str = "chair coach facilitator lead leitung main mentor moderator moderation orga organisation organisator \
                          organisatorin organiser organisers organization organizer organizers speaker sponsor veranstalter \
                          veranstalterin";
    let mut words = text.split_whitespace().peekable();
    words.peek().is_some()
        && words.all(|word| {
            let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
            role_of(word).is_some() || is_of(OTHERS, &word.to_lowercase())
        })
}

/// Returns the day that a word means, as `join --from` takes it.
fn day(word: &str) -> Option<String> {
    let word = word.trim_end_matches(['.', ':']);
    let is_taken = word.parse::<Weekday>().is_ok()
        || ["today", "tomorrow", "yesterday"].contains(&word.to_lowercase().as_str())
        || NaiveDate::parse_from_str(word, "%Y-%m-%d").is_ok();
    match is_taken {
        true => Some(word.to_owned()),
        false => weekday(word).map(|day| day.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_english_and_german() {
        let shown = |text: &str| {
            let (listed, _) = listed_names(text, &HashSet::new());
            let Listed { name, from, to, .. } = &listed[0];
            let day = |day: &Option<String>| day.clone().unwrap_or_default();
            format!("{name}: {}-{}", day(from), day(to))
        };
        for (text, expected) in [
            ("Ida (from Wed)", "Ida: Wed-"),
            ("Ida (ab Do)", "Ida: Thu-"),
            ("Ida (bis Mittwoch)", "Ida: -Wed"),
            ("Ida bis Fr", "Ida: -Fri"),
            ("Ida (Di-Do)", "Ida: Tue-Thu"),
            ("Ida (so)", "Ida: -"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn what_somebody_is_there_is_nobody() {
        for (text, expected, left) in [
            ("Ida Lind, host", "Ida Lind Host", ""),
            ("Ida, Bob, remote", "Ida, Bob Remote", ""),
            ("@ida-l (Ida Lind), organiser", "@ida-l", "organiser"),
            ("Ida; Local Organizer", "Ida", "Local Organizer"),
            ("Ida, host, organiser", "Ida Host", "organiser"),
            ("Ida, Gast; Bob, Gastgeber", "Ida Visitor, Bob Host", ""),
            ("Ida Gast", "Ida Gast", ""),
            ("Organisation", "", "Organisation"),
        ] {
            let (listed, others) = listed_names(text, &HashSet::new());
            let shown = listed.iter().map(|one| match one.role {
                Some(role) => format!("{} {role:?}", one.name),
                None => one.name.clone(),
            });
            let shown: Vec<String> = shown.collect();
            assert_eq!(
                (shown.join(", ").as_str(), others.join(", ").as_str()),
                (expected, left),
                "{text}"
            );
        }
    }
}
