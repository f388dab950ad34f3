//! What one line about an item says, by its form: title, people, time, status.

use super::brackets::{Bracket, Place};
use super::document::{Mark, Person};
use super::folded::folded;
use super::names::Names;
use super::status::{goes_before_status, is_hardly, is_status, is_status_word, meaning};
use super::time::is_time;
use crate::domain::{groups, is_wordless};

/// The parts of a line, without its bullet, box and number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    pub title: String,
    /// `None` if the line says nothing about people; `()` is nobody.
    pub people: Option<Vec<Person>>,
    /// Names among the people that may mean several.
    pub unclear: Vec<String>,
    pub when: Option<String>,
    pub status: Option<String>,
    pub mark: Mark,
}

/// Cuts a line about an item into its parts. `title`: the exported title of the item, if the line has its number; where
/// the line begins with it, the rest is people, time and status.
pub fn form(text: &str, title: Option<&str>, names: &Names<'_>) -> Form {
    let known = title.and_then(|title| behind_title(text, title).map(|rest| (title, rest)));
    let exported = known.and_then(|(title, rest)| exported(title, rest, names));
    let mut form = exported.unwrap_or_else(|| by_form(text, names));
    if form.mark == Mark::None {
        form.mark = form.status.as_deref().map_or(Mark::None, meaning);
    }
    form
}

/// Returns what is behind a title with which a text begins.
pub(super) fn behind_title<'t>(text: &'t str, title: &str) -> Option<&'t str> {
    let wanted = folded(title);
    // Folding makes a text shorter, but for an ellipsis.
    let longest = 4 * title.len() + 16;
    let ends = text
        .char_indices()
        .filter(|(_, letter)| letter.is_whitespace() || "(,:[".contains(*letter));
    let mut ends = ends.map(|(place, _)| place).chain([text.len()]);
    let end = ends
        .by_ref()
        .take_while(|end| *end <= longest)
        .find(|end| folded(&text[..*end]) == wanted)?;
    Some(&text[end..])
}

/// Reads what is behind an exported title: people, time, status.
fn exported(title: &str, rest: &str, names: &Names<'_>) -> Option<Form> {
    let mut form = Form {
        title: title.to_owned(),
        ..Form::default()
    };
    let mut rest = rest.trim();
    if let Some((inside, after)) = bracket_at_start(rest) {
        form.take(names.bracket(inside, Place::Last)?);
        rest = after.trim();
    }
    if let Some(after) = rest.strip_prefix(", ") {
        let (when, after) = match after.split_once(": ") {
            Some((when, status)) => (when, Some(status)),
            None => (after.strip_suffix(':').unwrap_or(after), None),
        };
        if form.people.is_none() && !is_time(when) {
            return None;
        }
        form.when = Some(when.trim().to_owned());
        form.add_status(after.unwrap_or_default());
        return Some(form);
    }
    match rest.strip_prefix(':') {
        Some(status) => form.add_status(status),
        None if rest.is_empty() => {}
        None if form.people.is_some() || is_capital_status(rest) || is_bracketed_status(rest) => {
            form.add_status(rest);
        }
        None => return None,
    }
    Some(form)
}

/// Splits off a bracket with which a text begins.
fn bracket_at_start(text: &str) -> Option<(&str, &str)> {
    if !text.starts_with('(') {
        return None;
    }
    let mut depth = 0_usize;
    for (place, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((&text[1..place], &text[place + 1..]));
        }
    }
    None
}

impl Form {
    fn take(&mut self, bracket: Bracket) {
        let people = self.people.get_or_insert_default();
        for person in bracket.people {
            if !people.iter().any(|one| one.typed == person.typed) {
                people.push(person);
            }
        }
        self.unclear.extend(bracket.unclear);
        self.when = self.when.take().or(bracket.when);
        if let Some(status) = bracket.status {
            self.add_status(&status);
        }
    }

    /// Adds words of a status behind those that there are.
    fn add_status(&mut self, status: &str) {
        let status = status.trim();
        if !status.contains(|letter: char| !letter.is_whitespace() && !":-–—.,".contains(letter))
        {
            return;
        }
        self.status = Some(match self.status.take() {
            Some(before) => format!("{before}: {status}"),
            None => status.to_owned(),
        });
    }
}

fn by_form(text: &str, names: &Names<'_>) -> Form {
    let mut form = Form::default();
    let text = without_signs(text.trim(), &mut form);
    let struck = text
        .strip_prefix("~~")
        .and_then(|text| text.strip_suffix("~~"));
    let text = match struck.filter(|inner| !inner.contains("~~")) {
        Some(inner) => {
            form.mark = Mark::Struck;
            inner.trim()
        }
        None => text,
    };
    let text = at_front(text, names, &mut form);
    let text = assigned(text, names, &mut form);
    let text = at_back(&text, names, &mut form);
    form.title = text.trim().to_owned();
    form
}

/// What signs at the start or the end of a line say.
const SIGNS: [(char, Mark); 14] = [
    ('✅', Mark::Done),
    ('✔', Mark::Done),
    ('☑', Mark::Done),
    ('🚧', Mark::InProgress),
    ('⏳', Mark::InProgress),
    ('🔄', Mark::InProgress),
    ('⏸', Mark::InProgress),
    ('❌', Mark::Dropped),
    ('🚫', Mark::Dropped),
    ('❓', Mark::None),
    ('🎉', Mark::None),
    ('👍', Mark::None),
    ('❤', Mark::None),
    ('🙏', Mark::None),
];

/// Removes signs such as ✅ from both ends of a text.
fn without_signs<'t>(text: &'t str, form: &mut Form) -> &'t str {
    let mut rest = text;
    let mark_of = |letter: char| {
        SIGNS
            .iter()
            .find(|(sign, _)| *sign == letter)
            .map(|(_, mark)| *mark)
    };
    loop {
        let trimmed =
            rest.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{fe0f}');
        let first = trimmed.chars().next();
        let last = trimmed.chars().next_back();
        if let Some(mark) = first.and_then(mark_of) {
            form.mark = if form.mark == Mark::None {
                mark
            } else {
                form.mark
            };
            rest = &trimmed[first.map_or(0, char::len_utf8)..];
        } else if let Some(mark) = last.and_then(mark_of) {
            form.mark = if form.mark == Mark::None {
                mark
            } else {
                form.mark
            };
            rest = &trimmed[..trimmed.len() - last.map_or(0, char::len_utf8)];
        } else {
            return trimmed;
        }
    }
}

/// What says that an item is kept elsewhere now.
const TRACKER: &str = "-> tracker";

/// Reads people and status in front of the title.
fn at_front<'t>(text: &'t str, names: &Names<'_>, form: &mut Form) -> &'t str {
    let mut rest = text.trim();
    loop {
        let is_first = form.people.is_none();
        if let Some((inside, after)) = bracket_at_start(rest)
            && !after.trim().is_empty()
        {
            let after_sign = after.trim_start().trim_start_matches(':').trim_start();
            if is_status(inside) || is_capital_status(inside) {
                form.add_status(inside);
                rest = after_sign;
                continue;
            }
            if is_first && let Some(bracket) = names.bracket(inside, Place::Within) {
                form.take(bracket);
                rest = after_sign;
                continue;
            }
            return rest;
        }
        if let Some(after) = rest.strip_prefix('[')
            && let Some((inside, after)) = after.split_once(']')
            && (is_status(inside) || is_capital_status(inside))
            && !after.trim().is_empty()
        {
            form.add_status(inside);
            rest = after.trim_start().trim_start_matches(':').trim_start();
            continue;
        }
        if let Some(start) = rest.get(..TRACKER.len())
            && start.eq_ignore_ascii_case(TRACKER)
        {
            form.add_status(start);
            let after = &rest[TRACKER.len()..];
            rest = after.trim_start_matches(':').trim_start();
            continue;
        }
        if let Some((front, after)) = rest.split_once(':')
            && after.starts_with(' ')
            && !after.trim().is_empty()
        {
            if is_capital_status(front)
                || is_status(front)
                    && front.split(' ').count() == 1
                    && form.status.is_none()
                    && is_closing(front)
            {
                form.add_status(front);
                rest = after.trim();
                continue;
            }
            if is_first
                && !front.contains('(')
                && let Some(bracket) = names.bracket(front, Place::Within)
                && !bracket.people.is_empty()
            {
                form.take(bracket);
                rest = after.trim();
                continue;
            }
        }
        return rest;
    }
}

fn is_closing(word: &str) -> bool {
    meaning(word) == Mark::Done
}

/// Reads `Assignee: x` and `/assign @x` at the end.
fn assigned(text: &str, names: &Names<'_>, form: &mut Form) -> String {
    let mut text = text;
    for lead in [
        "/assign ",
        "Assignees:",
        "Assignee:",
        "assignee:",
        "Assigned to:",
        "assigned to:",
        "Owner:",
        "owner:",
    ] {
        if let Some((before, people)) = text.rsplit_once(lead)
            && let Some(bracket) =
                names.bracket(people.trim().trim_end_matches([')', ']']), Place::Last)
        {
            form.take(bracket);
            text = before
                .trim_end()
                .trim_end_matches(['(', '[', ',', ';', '-', '–', '—'])
                .trim_end();
        }
    }
    text.to_owned()
}

/// Reads people, time and status behind the title.
fn at_back<'t>(text: &'t str, names: &Names<'_>, form: &mut Form) -> &'t str {
    if let Some((title, bracket, rest)) = people_bracket(text, names) {
        let title = status_at_end(title, form);
        form.take(bracket);
        after_people(rest, form);
        return title;
    }
    if let Some((title, bracket, rest)) = handles(text, names) {
        form.take(bracket);
        after_people(rest, form);
        return status_at_end(title, form);
    }
    if let Some((title, bracket, rest)) = people_after_colon(text, names) {
        form.take(bracket);
        form.add_status(rest);
        return title;
    }
    let title = status_at_end(text, form);
    time_at_end(title, form)
}

/// Returns whether a text may follow the last bracket of people: nothing, a sign, or words of a status.
pub(super) fn may_follow_people(after: &str) -> bool {
    let after = after.trim();
    let Some(first) = after.split_whitespace().next() else {
        return true;
    };
    let is_capitals = first.chars().any(char::is_uppercase)
        && !first.chars().any(char::is_lowercase)
        && first.chars().count() > 1;
    after.starts_with(|letter: char| ":;,.-–—[!?".contains(letter))
        || after.starts_with('(') && is_bracketed_status(after)
        || is_capitals
        || is_status(after)
        || is_status_word(first)
        || goes_before_status(first) && after.split_whitespace().any(is_status_word)
        || SIGNS.iter().any(|(sign, _)| after.starts_with(*sign))
}

/// Finds the bracket of people: the last one with people, or one before it that a status follows.
fn people_bracket<'t>(text: &'t str, names: &Names<'_>) -> Option<(&'t str, Bracket, &'t str)> {
    let groups = groups(text);
    let mut found: Option<(&str, Bracket, &str)> = None;
    for group in groups.iter().rev() {
        let is_glued = !group.before.is_empty() && !group.before.ends_with(char::is_whitespace);
        let follows = may_follow_people(group.after);
        let place = match follows && !is_glued {
            true => Place::Last,
            false => Place::Within,
        };
        // A bracket that opens the line was read as such.
        if group.before.trim().is_empty() {
            continue;
        }
        let Some(bracket) = names.bracket(group.inside, place) else {
            continue;
        };
        if is_glued && bracket.people.is_empty() {
            continue;
        }
        match &mut found {
            None => found = Some((group.before, bracket, group.after)),
            Some((before, last, after))
                if follows && !group.after.trim_start().starts_with(['-', '–', '—', '(']) =>
            {
                let mut bracket = bracket;
                bracket.extend(std::mem::take(last));
                (*before, *last, *after) = (group.before, bracket, group.after);
            }
            Some(_) => {}
        }
    }
    found
}

/// Reads what stands behind the people: a time after a comma, and a status.
fn after_people(rest: &str, form: &mut Form) {
    let rest = rest.trim();
    if let Some(after) = rest.strip_prefix(',') {
        let (when, status) = match after.split_once(": ") {
            Some((when, status)) => (when, status),
            None => (after.strip_suffix(':').unwrap_or(after), ""),
        };
        if is_time(when) {
            form.when = Some(when.trim().to_owned());
            form.add_status(status);
            return;
        }
    }
    if is_time(rest) {
        form.when = Some(rest.trim_matches(['(', ')', ' ']).to_owned());
        return;
    }
    let status = rest.trim_start_matches([':', ',', ';', '.', '-', '–', '—', ' ']);
    let inner = status
        .strip_prefix('(')
        .and_then(|inner| inner.strip_suffix(')'));
    form.add_status(inner.filter(|inner| !inner.contains(')')).unwrap_or(status));
}

/// Reads `@handles` at the end of a text.
fn handles<'t>(text: &'t str, names: &Names<'_>) -> Option<(&'t str, Bracket, &'t str)> {
    let mut start = None;
    let mut end = text.len();
    let words: Vec<&str> = text.split_whitespace().collect();
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let is_handle = |word: &str| {
        let name = word.trim_end_matches([',', ';', ':', '.']);
        name.len() > 1 && name.starts_with('@') && !name.contains('/')
    };
    let mut rest = &words[..];
    // A status may follow.
    while let Some((last, before)) = rest.split_last()
        && !is_handle(last)
    {
        if !is_capital_status(&text[place(last)..end.max(place(last))])
            && !is_status_word(last)
            && !goes_before_status(last)
        {
            return None;
        }
        end = place(last);
        rest = before;
    }
    while let Some((last, before)) = rest.split_last() {
        let is_between = [",", "&", "and", "+"].contains(last) && start.is_some();
        if !is_handle(last) && !is_between {
            break;
        }
        start = Some(place(last));
        rest = before;
    }
    let start = start?;
    let list = text[start..end].replace('@', ", @");
    let list = list
        .trim_start_matches([',', ' '])
        .trim_end_matches([',', ' ', ':', '.']);
    let bracket = names.bracket(list, Place::Last)?;
    let title = text[..start]
        .trim_end()
        .trim_end_matches(['-', '–', '—', ':', ','])
        .trim_end();
    (!title.is_empty()).then_some((title, bracket, text[end..].trim()))
}

/// Reads `task: people` and `task: people: status`.
fn people_after_colon<'t>(text: &'t str, names: &Names<'_>) -> Option<(&'t str, Bracket, &'t str)> {
    let places: Vec<usize> = text.match_indices(": ").map(|(place, _)| place).collect();
    for (index, place) in places.iter().enumerate().rev() {
        let behind = &text[place + 2..];
        let end = places.get(index + 1).map_or(text.len(), |end| *end);
        let people = text[place + 2..end].trim();
        if people.contains('(') || behind.is_empty() {
            continue;
        }
        if let Some(bracket) = names.bracket(people, Place::Within)
            && !bracket.people.is_empty()
        {
            return Some((
                text[..*place].trim(),
                bracket,
                text[end..].trim_start_matches(':').trim(),
            ));
        }
    }
    None
}

/// Cuts a status off the end of a title: in brackets, behind a sign, or in capitals.
fn status_at_end<'t>(text: &'t str, form: &mut Form) -> &'t str {
    let text = text.trim_end();
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some(body) = text.strip_suffix(close)
            && let Some(place) = body.rfind(open)
            && place > 0
        {
            let inside = &body[place + 1..];
            let before = text[..place].trim_end();
            if is_time(inside) && !before.is_empty() {
                form.when = Some(inside.trim().to_owned());
                return status_at_end(before, form);
            }
            if (is_status(inside) || is_capital_status(inside))
                && !before.is_empty()
                && !ends_with_status(before)
            {
                form.add_status(inside);
                return before;
            }
        }
    }
    if let Some(place) = text.len().checked_sub(TRACKER.len())
        && let Some(end) = text.get(place..)
        && end.eq_ignore_ascii_case(TRACKER)
    {
        form.add_status(end);
        return text[..place].trim_end();
    }
    if let Some(place) = status_start(text) {
        let status = text[place..].trim();
        form.add_status(status);
        return text[..place]
            .trim_end()
            .trim_end_matches([':', '-', '–', '—', ',', ';'])
            .trim_end();
    }
    for sign in [": ", " - ", " – ", " — ", ", "] {
        if let Some((before, status)) = text.rsplit_once(sign)
            && !before.trim().is_empty()
            && is_status(status)
            && (sign != ", " || is_capital_status(status))
        {
            form.add_status(status);
            return before.trim_end();
        }
    }
    text
}

fn ends_with_status(text: &str) -> bool {
    text.split_whitespace()
        .next_back()
        .is_some_and(is_capital_status)
}

fn is_capitals(word: &str) -> bool {
    word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
}

/// Returns whether a text is a status in capitals, or begins with one that a sign or a bracket ends.
fn is_capital_status(text: &str) -> bool {
    status_start(text) == Some(0)
}

fn is_bracketed_status(text: &str) -> bool {
    let inner = [('(', ')'), ('[', ']')]
        .into_iter()
        .find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close));
    inner.is_some_and(|inner| is_status(inner) || is_capital_status(inner))
}

/// Finds where a status in capitals begins that goes on to the end of a text.
fn status_start(text: &str) -> Option<usize> {
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let words: Vec<&str> = text.split_whitespace().collect();
    let brackets = groups(text);
    let is_inside = |word: &str| {
        let place = place(word);
        let after = brackets.partition_point(|group| group.before.len() <= place);
        after > 0 && {
            let group = &brackets[after - 1];
            place <= group.before.len() + group.inside.len()
        }
    };
    let mut index = 0;
    while index < words.len() {
        if is_inside(words[index]) || !(is_capitals(words[index]) && is_status_word(words[index])) {
            index += 1;
            continue;
        }
        // The words of capitals from here on.
        let mut end = index;
        let mut is_cut = false;
        while end < words.len() && !is_cut && (is_capitals(words[end]) || is_wordless(words[end])) {
            is_cut = words[end].ends_with([',', ':', ';', '.', '!']);
            end += 1;
        }
        let next = words.get(end).copied().unwrap_or_default();
        const JOINS: [&str; 14] = [
            "and", "but", "except", "for", "in", "modulo", "mostly", "on", "partly", "so", "some",
            "started", "with", "without",
        ];
        let is_end = end == words.len()
            || is_cut
            || next.starts_with(['(', '[', '-', '–', '—', ':'])
            || JOINS.contains(&next.trim_end_matches(','));
        if is_end {
            let mut start = index;
            while start > 0
                && (is_capitals(words[start - 1]) && goes_before_status(words[start - 1])
                    || is_hardly(words[start - 1]))
            {
                start -= 1;
            }
            return Some(place(words[start]));
        }
        index = end.max(index + 1);
    }
    None
}

/// Cuts a time off the end of a title: behind a comma.
fn time_at_end<'t>(text: &'t str, form: &mut Form) -> &'t str {
    match text.rsplit_once(", ") {
        Some((before, when)) if is_time(when) && !before.trim().is_empty() => {
            form.when = Some(when.trim().to_owned());
            before.trim_end()
        }
        _ => text,
    }
}
