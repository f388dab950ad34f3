//! A bullet as an item.

use super::below::bracket;
use super::headings::{is_todo, without_colon};
use super::labels::{Labelled, asks};
use super::node::Node;
use super::number::{number as number_of, second};
use super::sections::Holds;
use super::verbs::{first, is_verb, is_work};
use super::{Head, Reader, Role};
use crate::diagnostic::{RowFault, Run, UnreadKind};
use crate::domain::{ItemKind, is_given_up};
use crate::planning::document::{Mark, Minute, Person, Row, Says};
use crate::planning::folded::folded;
use crate::planning::form::{
    Form, behind_title, form as form_of, has_open_bracket, may_end_in_status,
};
use crate::planning::lines::is_known_sign;
use crate::planning::names::Place;
use crate::planning::row::ExportedRow;
use crate::planning::status::{self, without_emphasis};
use crate::planning::time::is_time;
use crate::text::{is_of, weekday};

impl Reader<'_> {
    /// Takes a bullet as an item.
    pub(super) fn row(
        &mut self,
        place: usize,
        head: &Head,
        kind: ItemKind,
        under: Option<usize>,
    ) -> Role {
        if let Some(role) = self.meal(place, head) {
            return role;
        }
        let node = &self.nodes[place];
        let mut form = self.form(place).clone();
        if self.document.stamp.is_none()
            && let Some(fault) = self.second_number(node, &form.title)
        {
            return self.list(node, UnreadKind::Row(fault), head);
        }
        let mut minutes = node.minutes.clone();
        let mut number = node.number.clone();
        if number.is_none() {
            let has_more = !(minutes.is_empty() && node.children.is_empty());
            self.names_alone(&mut form, has_more, node.checkbox.is_some());
            if form.title.is_empty() && form.people.is_some() {
                // Names as the item, and the task below.
                if !minutes.is_empty() {
                    form.title = minutes.remove(0).text;
                } else if !node.children.is_empty() {
                    self.not_clear(node, &form);
                    return Role::Heading(Head {
                        holds: Holds::Items(kind),
                        topic: head.topic.clone(),
                        people: form.people.unwrap_or_default(),
                        column: None,
                    });
                }
            }
            // `Mo: Ida` says when, as in a list of who cooks.
            let is_no_work = is_note(&form.title) || weekday(&form.title).is_some();
            if form.title.is_empty() || is_no_work && node.checkbox.is_none() {
                return self.no_item(node, &form, head);
            }
            if self.is_given_up_in_front(&form.title) {
                return self.list(node, UnreadKind::StatusInFront, head);
            }
            number = self.without_form(node, &mut form);
        }
        let is_number_alone = number.is_some()
            && self.document.stamp.is_some()
            && self.known.get(number.as_deref()).is_none()
            && !form.title.contains(char::is_alphanumeric);
        if is_number_alone {
            self.unread(node.line, &node.whole(), UnreadKind::NoWords);
            return self.words_below(node, head);
        }
        let kind = self.kind(node, number.as_deref(), &form, kind);
        // Whoever said something in a discussion is not the only one in it.
        let told = match kind {
            ItemKind::Discussion => &[],
            ItemKind::Task | ItemKind::Talk => minutes.as_slice(),
        };
        self.add_people(node, head, told, &mut form);
        add_status_below(node, kind, &mut form, &mut minutes);
        let mark = self.mark_of_row(node, head, &mut form);
        if mark == Mark::Struck {
            let is_new =
                self.known.get(number.as_deref()).is_none() && !self.titles.has(&form.title);
            if is_new {
                return self.struck_new(node, head);
            }
            let written = node.written.as_ref().unwrap_or(&node.text);
            self.unread(node.line, written, UnreadKind::Struck);
        }
        self.not_clear(node, &form);
        let row = Row {
            line: node.line,
            kind: Some(kind),
            fault: self.fault(node, &form.title),
            // The people of a numbered line are as they were exported.
            has_unclear_people: number.is_none() && !form.unclear.is_empty(),
            number,
            title: form.title,
            people: form.people,
            credit: form.credit,
            when: form.when,
            status: form.status,
            mark,
            is_boxed: box_mark(node.checkbox).is_some(),
            column: self.column(node, head),
            topic: head.topic.clone(),
            under,
            minutes,
        };
        self.document.rows.push(row);
        Role::Row(self.document.rows.len() - 1)
    }

    /// Tells what the box, the words and the heading of a line say about where its item stands. What contradicts is listed.
    fn mark_of_row(&mut self, node: &Node, head: &Head, form: &mut Form) -> Mark {
        let is_contrary = node.checkbox == Some(' ') && says_closed_in_front(form);
        if is_contrary {
            self.unread(node.line, &node.text, UnreadKind::EmptyBox);
            form.status = None;
            form.mark = Mark::None;
        }
        // `license, Thu 14:00 (postponed)` is put off until then.
        let is_put_off = |status: &str| !status.contains(' ') && status::says_put_off(status);
        let has_time = form.when.is_some() && form.mark == Mark::Dropped;
        if has_time && form.status.as_deref().is_some_and(is_put_off) {
            form.status = None;
            form.mark = Mark::None;
        }
        if node.checkbox.is_some_and(|sign| !is_known_sign(sign)) {
            self.unread(node.line, &node.text, UnreadKind::UnknownBox);
        }
        let end = node.end.as_ref();
        // Whoever writes something else behind it may not mean that it is done.
        let is_unclear = end.is_some_and(|end| end.mark == Mark::Struck && end.status.is_some());
        let given_up = end.map(|end| end.mark);
        let given_up = given_up.filter(|mark| *mark == Mark::Dropped);
        match given_up.unwrap_or(mark(node.checkbox, form)) {
            Mark::Done if is_unclear => Mark::Struck,
            Mark::Struck if !is_unclear => match self.mark_of_heading(node) {
                mark if mark.may_close() => mark,
                _ => Mark::Struck,
            },
            mark if mark.may_close()
                || mark == Mark::Struck
                || box_mark(node.checkbox).is_some() =>
            {
                mark
            }
            mark => self.mark_in_column(node, head, form, mark),
        }
    }

    /// Lists what is struck through and no item, with what stands below it.
    fn struck_new(&mut self, node: &Node, head: &Head) -> Role {
        let written = node.written.as_ref().unwrap_or(&node.text);
        self.unread(node.line, written, UnreadKind::StruckNew);
        self.words_below(node, head)
    }

    /// Returns whether a title begins with a word that says that nobody does it, and no item is called by the rest.
    fn is_given_up_in_front(&self, title: &str) -> bool {
        let status = status::status_in_front(title).map(|(status, _)| status);
        status.is_some_and(|status| status::mark_of(status) == Mark::Dropped)
            && !self.titles.has(title)
    }

    /// Lists a line that does not say what is to be done, and what stands below it.
    fn no_item(&mut self, node: &Node, form: &Form, head: &Head) -> Role {
        let has_words = form.title.chars().any(char::is_alphanumeric);
        let why = match has_words {
            true => UnreadKind::Bullet(Run::from(node.line, 1)),
            false => UnreadKind::NoWords,
        };
        self.list(node, why, head)
    }

    pub(super) fn list(&mut self, node: &Node, why: UnreadKind, head: &Head) -> Role {
        if !node.text.is_empty() {
            self.unread(node.line, &node.whole(), why);
        }
        self.words_below(node, head)
    }

    /// Lists what stands below a line that is no item.
    fn words_below(&mut self, node: &Node, head: &Head) -> Role {
        for minute in &node.minutes {
            self.words(minute.line, &minute.text);
        }
        Role::Heading(Head {
            holds: Holds::Words,
            topic: head.topic.clone(),
            people: Vec::new(),
            column: None,
        })
    }

    /// Removes what is around the whole title of a line without a number: a colon, brackets. Returns the number that stands
    /// within a line that is struck through.
    fn without_form(&self, node: &Node, form: &mut Form) -> Option<String> {
        if !node.children.is_empty() {
            let title = without_colon(&form.title);
            form.title.truncate(title.len());
        }
        if let Some(inside) = bracket(&form.title) {
            let inside = form_of(inside.trim(), None, self.names);
            form.title = inside.title;
            form.unclear.extend(inside.unclear);
            form.others.extend(inside.others);
            form.people = form.people.take().or(inside.people);
            form.when = form.when.take().or(inside.when);
            if form.status.is_none() {
                form.status = inside.status;
                form.mark = inside.mark;
            }
        }
        if form.mark != Mark::Struck {
            return None;
        }
        let (struck, title) = number_of(&form.title);
        let struck = struck?.to_owned();
        form.title = title.to_owned();
        Some(struck)
    }

    /// Adds the people that stand below an item or at the margin, else those of its section.
    fn add_people(&self, node: &Node, head: &Head, minutes: &[Minute], form: &mut Form) {
        let brackets = node.people.iter();
        form.take_all(brackets.filter_map(|inside| self.names.bracket(inside, Place::Last)));
        if form.people.is_none() && node.number.is_none() {
            form.people = self.people_after(minutes);
        }
        if form.people.is_none() && !head.people.is_empty() {
            form.people = Some(head.people.clone());
        }
    }

    /// Lists what is not clear about a line.
    fn not_clear(&mut self, node: &Node, form: &Form) {
        let mut unclear = form.unclear.clone();
        unclear.dedup();
        unclear.extend(
            handle_in_front(&form.title).map(|handle| UnreadKind::InTitle(vec![handle.to_owned()])),
        );
        // The people of its heading are on it, or it was told before.
        let is_told = form.people.is_some() || self.titles.has(&form.title);
        unclear.retain(|why| !is_told || !matches!(why, UnreadKind::InTitle(_)));
        if !self.titles.has(&form.title) && has_open_bracket(&node.text) {
            unclear.push(UnreadKind::OpenBracket);
        }
        if let Some(word) = may_end_in_status(&form.title)
            && !self.titles.has(&form.title)
            && !form.mark.may_close()
            && !matches!(node.checkbox, Some('x' | 'X'))
        {
            unclear.push(UnreadKind::MayBeDone(word.to_owned()));
        }
        let others = form.others.iter().cloned();
        let (times, words): (Vec<_>, Vec<_>) = others.partition(|other| is_time(other));
        if !times.is_empty() {
            let (time, others) = (form.when.clone().unwrap_or_default(), times);
            unclear.push(UnreadKind::OtherTimes { time, others });
        }
        if !words.is_empty() {
            unclear.push(UnreadKind::NotNames(words));
        }
        for why in unclear {
            self.unread(node.line, &node.text, why);
        }
    }

    /// What kind of an item a line is: a number says it, else its section and its words. A box
    /// makes a task of it, whatever its words are.
    fn kind(&self, node: &Node, number: Option<&str>, form: &Form, kind: ItemKind) -> ItemKind {
        if let Some(Labelled::Kind(kind)) = node.labelled() {
            return kind;
        }
        let is_own = self.document.stamp.is_some();
        let is_task = node.checkbox.is_some() || is_todo(&self.sections[node.section].title);
        match (self.known.get(number), kind) {
            (Some(item), ItemKind::Task) => item.kind,
            (None, ItemKind::Task) if is_task => ItemKind::Task,
            (Some(_), kind) => kind,
            (None, ItemKind::Discussion) if is_own && number.is_none() => ItemKind::Discussion,
            (None, kind) => kind_of(&form.title, form.when.is_some(), kind),
        }
    }

    /// Returns the known people in the brackets that end what stands below an item that names nobody itself.
    fn people_after(&self, minutes: &[Minute]) -> Option<Vec<Person>> {
        let mut ends = minutes.iter().filter_map(|minute| {
            let text = minute.text.strip_suffix(')')?;
            let (_, inside) = text.rsplit_once(" (")?;
            self.names.people(inside, false)
        });
        ends.rfind(|people| !people.is_empty())
    }

    /// Finds the number of a second item with which a line begins: `#12 and #13: fix it`.
    fn second_number(&self, node: &Node, title: &str) -> Option<RowFault> {
        let exported = self.known.exported(node.number.as_deref());
        let has_title =
            exported.map(|exported| behind_title(&node.text, &exported.title).is_some());
        if has_title.unwrap_or_else(|| self.titles.has(title)) {
            return None;
        }
        let whole = match &node.number {
            Some(number) => format!("#{number} {}", node.text),
            None => node.text.clone(),
        };
        let second = second(&whole)?;
        self.known.get(Some(second))?;
        Some(RowFault::SecondNumber(second.to_owned()))
    }

    /// Takes a title that is nothing but names in brackets or `@handles` for people. `has_more`: names may stand above what they do, and then `?` is nobody yet.
    fn names_alone(&self, form: &mut Form, has_more: bool, is_boxed: bool) {
        const MOST: usize = 8;
        if form.people.is_some() || form.title.split_whitespace().count() > MOST {
            return;
        }
        let inside = bracket(&form.title);
        let handle = Some(form.title.as_str()).filter(|title| title.starts_with('@'));
        if let Some(names) = inside.or(handle)
            && let Some(bracket) = self.names.bracket(names, Place::Last)
            && !bracket.people.is_empty()
            && self.titles.beginning(&form.title).is_none()
        {
            form.title.clear();
            form.take(bracket);
            return;
        }
        // `- Ida` alone says nothing of what she does.
        let is_one = || {
            let people = self.names.known(&form.title).map(|one| one.people);
            let is_certain =
                matches!(people.as_deref(), Some([one]) if !one.typed.starts_with('+'));
            is_certain && !self.titles.has(&form.title)
        };
        if !has_more && !is_boxed && is_one() {
            form.title.clear();
            form.people = Some(Vec::new());
        }
        if !has_more {
            return;
        }
        if form.title == "?" {
            form.title.clear();
            form.people = Some(Vec::new());
            return;
        }
        let title = std::mem::take(&mut form.title);
        // `Ida:`, `**Ida:**`.
        let bare = without_colon(without_emphasis(without_colon(&title)));
        let mut parts = bracket(bare).unwrap_or(bare).split(", ");
        let first = parts.next().unwrap_or_default();
        match self.names.bracket(first, Place::Within) {
            Some(bracket) if !bracket.people.is_empty() => form.take(bracket),
            _ => {
                form.title = title;
                return;
            }
        }
        // A list that begins with somebody may end in a word: `Samuele, Holger, please`.
        for part in parts {
            match self.names.bracket(part, Place::Within) {
                Some(bracket) => form.take(bracket),
                None => form.others.push(part.to_owned()),
            }
        }
    }

    /// Finds a number without words in our own document, and a second box or a second number in a line that has one: it was
    /// joined with another.
    fn fault(&self, node: &Node, title: &str) -> Option<RowFault> {
        let (number, words) = match &node.number {
            Some(number) => (Some(number.as_str()), node.text.trim()),
            None => number_of(&node.text),
        };
        let is_own = self.document.stamp.is_some();
        let exported = self.known.exported(number).filter(|_| is_own);
        if let Some(exported) = exported.filter(|row| !node.is_unchanged(row)) {
            let untitled = ExportedRow {
                title: String::new(),
                ..exported
            };
            if words.is_empty() || folded(words) == folded(&untitled.text()) {
                let number = number.unwrap_or_default();
                return Some(RowFault::NoWords(number.to_owned()));
            }
        }
        if let Some(fault) = self.second_number(node, title) {
            return Some(fault);
        }
        if node.checkbox.is_none() && node.number.is_none() {
            return None;
        }
        let exported = self.known.exported(node.number.as_deref());
        let mut rest = node.text.as_str();
        if let Some(exported) = &exported {
            if node.is_unchanged(exported) {
                return None;
            }
            rest = behind_title(rest, &exported.title).unwrap_or(rest);
        }
        let boxes = ["[ ]", "[x]", "[X]"];
        let has_box = boxes.iter().any(|sign| {
            rest.match_indices(sign).any(|(at, _)| {
                let before = &rest[..at];
                before.ends_with("- ") || before.ends_with("* ")
            })
        });
        if has_box {
            return Some(RowFault::SecondBox);
        }
        node.number.as_ref()?;
        let is_title = exported.is_some_and(|exported| number_of(&exported.title).0.is_some());
        if let (Some(second), _) = number_of(&node.text)
            && self.known.get(Some(second)).is_some()
            && !is_title
        {
            return Some(RowFault::SecondNumber(second.to_owned()));
        }
        let second = rest.match_indices(" #").find_map(|(at, _)| {
            let (second, words) = number_of(&rest[at + 1..]);
            let item = self.known.get(second)?;
            words
                .starts_with(item.text.as_str())
                .then(|| second.map(str::to_owned))
                .flatten()
        });
        second.map(RowFault::SecondNumber)
    }
}

/// Returns the handle of somebody whom nobody knows in front of what is to be done: `@ida port it`, but not `@property getters`.
fn handle_in_front(title: &str) -> Option<&str> {
    let (handle, work) = title.split_once(' ')?;
    let name = handle.strip_prefix('@')?.trim_end_matches([':', ',']);
    let is_name = |sign: char| sign.is_alphanumeric() || "-_.".contains(sign);
    let is_handle = name.chars().count() > 1 && name.chars().all(is_name);
    (is_handle && is_verb(&first(work))).then(|| handle.trim_end_matches([':', ',']))
}

/// Verbs of work that nobody takes for a noun: a list of discussions may hold a task that begins with one.
const WORK: &str =
    "add create fix implement prepare publish remove rewrite send update upgrade write";

/// Words between a talk and what it is about: `Tutorial on strings`, but not `Tutorial rewrite`.
const BEFORE_SUBJECT: &str = "about by for how into of on to with uber zu";

/// Adds the status that stands below an item. It is a minute where the line of the item has one, and so is that a discussion was put
/// off: that may be for an hour.
fn add_status_below(node: &Node, kind: ItemKind, form: &mut Form, minutes: &mut Vec<Minute>) {
    let Some(below) = &node.status else {
        return;
    };
    let is_put_off = kind == ItemKind::Discussion && status::says_put_off(below);
    if form.status.is_none() && !is_put_off {
        form.mark = status::mark_of(below);
        form.status = Some(below.clone());
        return;
    }
    let minute = Minute {
        line: node.line,
        text: below.clone(),
        says: Says::Words,
    };
    minutes.insert(0, minute);
}

/// Returns whether a status in front of the title closes an item.
fn says_closed_in_front(form: &Form) -> bool {
    form.is_status_in_front && matches!(form.mark, Mark::Done | Mark::Dropped)
}

/// Returns whether a bullet only tells the readers something.
fn is_note(title: &str) -> bool {
    let front = title.split_once(": ").map(|(front, _)| front);
    front.is_some_and(|front| {
        ["note", "nb", "status", "fyi"].contains(&front.to_lowercase().as_str())
    })
}

/// What kind of an item a title is. A talk has a subject or a time: to write it may be meant by `tutorial` alone.
fn kind_of(title: &str, has_time: bool, kind: ItemKind) -> ItemKind {
    let (_, title) = number_of(title);
    let first = title
        .split([' ', ':'])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let last = title
        .split(' ')
        .next_back()
        .unwrap_or_default()
        .to_lowercase();
    let behind = title.split_whitespace().nth(1).unwrap_or_default();
    let has_subject = is_of(BEFORE_SUBJECT, behind)
        || title
            .split(' ')
            .next()
            .is_some_and(|first| first.ends_with(':'));
    let is_certain = has_time || title.contains(' ');
    let is_talk = is_certain
        && matches!(last.as_str(), "presentation" | "talk" | "tutorial" | "demo")
        && !is_done_with(title)
        || matches!(first.as_str(), "introduction" | "tutorial" | "presentation") && has_subject;
    match kind {
        ItemKind::Task
            if matches!(
                first.as_str(),
                "discuss" | "discussion" | "discussions" | "diskussion"
            ) && !is_prepared(title)
                || last == "discussion" && !is_done_with(title) =>
        {
            ItemKind::Discussion
        }
        ItemKind::Task if is_talk && !is_verb(&first) => ItemKind::Talk,
        ItemKind::Discussion if is_of(WORK, &first) && !title.ends_with('?') => ItemKind::Task,
        kind => kind,
    }
}

/// Returns whether a title says what somebody does with the talk that it ends with: `Ida reviews the talk`, `Ida: rewrite it and the
/// demo`.
fn is_done_with(title: &str) -> bool {
    const BEFORE: &str =
        "das dem den der die ihr ihre its mein meine my our the their unser unsere your";
    let words: Vec<&str> = title.split_whitespace().collect();
    let is_of_somebody = |word: &str| word.starts_with(char::is_uppercase);
    let is_doing = |word: &str| {
        let base = word.strip_suffix('s').filter(|_| is_small(word));
        base.is_some_and(|base| is_verb(base) || base.strip_suffix('e').is_some_and(is_verb))
    };
    let does = words.len() > 2 && is_of_somebody(words[0]) && is_doing(words[1]);
    let is_asked = words
        .windows(2)
        .any(|pair| pair[0].ends_with(':') && is_verb(&first(pair[1])));
    let refers = words.len() > 2 && is_of(BEFORE, &words[words.len() - 2].to_lowercase());
    does || is_asked || refers
}

fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

/// Returns whether a title that begins as a discussion does is about something else: `Diskussion vorbereiten`, `discuss page is broken`.
fn is_prepared(title: &str) -> bool {
    let words: Vec<String> = title.split_whitespace().map(str::to_lowercase).collect();
    let is_page = || {
        let is_state = words
            .get(2)
            .is_some_and(|word| ["are", "is"].contains(&word.as_str()));
        words[0] == "discuss" && is_state && !asks(&words[1])
    };
    !is_verb(&words[0]) && is_work(title) || is_page()
}

/// What a box and the words of a line say together: a box that is not empty says it, unless the whole status says that nobody does
/// it any more.
fn mark(checkbox: Option<char>, form: &Form) -> Mark {
    match box_mark(checkbox) {
        // `[x] port it: dropped`, but not `[x] port it: replaced by the wiki`.
        Some(Mark::Done)
            if form.mark == Mark::Dropped && form.status.as_deref().is_none_or(is_no_more) =>
        {
            form.mark
        }
        Some(mark) => mark,
        None if checkbox == Some(' ') && form.mark == Mark::None => Mark::Open,
        None => form.mark,
    }
}

/// Returns whether a status has no more than the words for what is given up.
fn is_no_more(status: &str) -> bool {
    let words = status.trim_end_matches(['.', '!']);
    let are_words = words
        .chars()
        .all(|sign| sign.is_alphabetic() || " '’".contains(sign));
    are_words && (!words.contains(' ') || is_given_up(words))
}

/// What a box says that is not empty.
fn box_mark(checkbox: Option<char>) -> Option<Mark> {
    match checkbox? {
        'x' | 'X' => Some(Mark::Done),
        '-' => Some(Mark::Dropped),
        '~' | '/' => Some(Mark::InProgress),
        _ => None,
    }
}
