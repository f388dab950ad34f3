//! Lists of who is there and who is gone.

use super::headings::{
    Meaning, at_label, may_list_people, meaning, says_later, says_sick, without_colon,
};
use super::sections::{Holds, Section};
use crate::domain::{Role, role_of};
use crate::planning::lines::{Line, LineKind};
use crate::planning::names::{List, Whom};
use crate::text::{is_of, normalize};

/// Collects the lines of the lists of who is there.
pub(super) fn lists(lines: &[Line], sections: &[Section]) -> Vec<List> {
    let mut lists = Vec::new();
    for section in sections {
        let whom = match section.holds {
            Holds::Here => Whom::Here,
            Holds::Away => whom_away(&section.title),
            _ => continue,
        };
        let first = lists.len();
        let mut collector = Collector {
            lists: &mut lists,
            whom,
            is_inline: section.title.is_empty(),
            paragraph: Vec::new(),
            within: None,
            row: None,
        };
        for line in &lines[section.lines.clone()] {
            collector.take(line);
        }
        collector.end_paragraph();
        let listed = lists.get_mut(first..).unwrap_or_default();
        let are_lines = listed.len() > 1;
        let role = role_of_list(&section.title);
        for list in listed {
            list.is_line = are_lines;
            list.role = list.role.or(role);
        }
    }
    lists
}

/// Collects the lists of one section.
struct Collector<'l, 't> {
    lists: &'l mut Vec<List>,
    whom: Whom,
    /// Whether it has no heading, so that its first line may have words before the names.
    is_inline: bool,
    /// The lines of words right above.
    paragraph: Vec<(usize, &'t str)>,
    /// Whom the bullets list that stand right of one: `- later:`.
    within: Option<(usize, Whom)>,
    /// The line of the last row of a table. What is in its cells beside the names is nobody.
    row: Option<usize>,
}

impl<'t> Collector<'_, 't> {
    fn take(&mut self, line: &'t Line) {
        let number = line.number;
        if let LineKind::Text(text) = &line.kind {
            if self.row != Some(number) {
                self.paragraph.push((number, text));
            }
            return;
        }
        self.end_paragraph();
        match &line.kind {
            LineKind::Person { name, said, .. } => {
                let text = name.as_ref().map(|name| format!("{name}{said}"));
                text.into_iter()
                    .for_each(|text| self.add(number, text, self.whom));
            }
            LineKind::Bullet { .. } if is_row(line) => self.row = Some(number),
            LineKind::Bullet {
                checkbox: Some(' '),
                text,
                ..
            } => self.add(number, text.clone(), Whom::Unticked),
            LineKind::Bullet { text, .. } => self.bullet(line, text),
            _ => {}
        }
    }

    fn bullet(&mut self, line: &Line, text: &str) {
        self.within = self.within.filter(|(column, _)| *column < line.indent);
        let text = match at_label(text) {
            Some((label, names)) if self.is_inline && meaning(label) == Meaning::Here => {
                names.trim()
            }
            _ => text,
        };
        let label = without_colon(text);
        if self.is_inline && meaning(label) == Meaning::Here {
            return;
        }
        if label.len() < text.len() && meaning(label) == Meaning::Away {
            self.within = Some((line.indent, whom_away(label)));
            return;
        }
        let whom = self.within.map_or(self.whom, |(_, whom)| whom);
        self.add(line.number, text.to_owned(), whom);
    }

    fn add(&mut self, line: usize, text: String, whom: Whom) {
        self.lists.push(List {
            line,
            text,
            whom,
            is_line: false,
            role: None,
        });
    }

    fn end_paragraph(&mut self) {
        add_paragraph(self.lists, &self.paragraph, self.whom, self.is_inline);
        self.paragraph.clear();
    }
}

/// Returns what all in a list are, as its heading says: `Remote`, `Newcomers`.
fn role_of_list(title: &str) -> Option<Role> {
    let title = without_colon(title);
    role_of(title).or_else(|| role_of(title.strip_suffix('s')?))
}

/// Returns whom a list has that says who is not there.
fn whom_away(label: &str) -> Whom {
    match (says_sick(label), says_later(label)) {
        (true, _) => Whom::Sick,
        (false, true) => Whom::Later,
        (false, false) => Whom::Away,
    }
}

/// Returns whether a line is a row of a table, of which it is known what its cells are.
pub(super) fn is_row(line: &Line) -> bool {
    matches!(line.kind, LineKind::Bullet { sign: '|', .. })
}

/// Adds lines of words to the lists: as one line that was wrapped, or each by itself.
fn add_paragraph(lists: &mut Vec<List>, paragraph: &[(usize, &str)], whom: Whom, is_inline: bool) {
    let Some((first, text)) = paragraph.first() else {
        return;
    };
    let before = at_label(text).filter(|(title, _)| {
        let is_list = matches!(meaning(title), Meaning::Here | Meaning::Away);
        is_inline && (is_list || may_list_people(title) || says_sick(title))
    });
    let whom = match before {
        Some((title, _)) if whom != Whom::Here => whom_away(title),
        _ => whom,
    };
    let role = before.and_then(|(title, _)| role_of_list(title));
    let mut words: Vec<&str> = paragraph.iter().map(|(_, text)| *text).collect();
    if let Some((_, names)) = before {
        words[0] = names.trim_start_matches(':').trim();
    }
    let has_comma = |text: &&str| text.contains([',', ';']);
    let is_balanced = |text: &str| text.matches('(').count() == text.matches(')').count();
    let goes_on = words.iter().any(|text| !is_balanced(text)) && is_balanced(&words.join(" "));
    let is_wrapped = match before {
        _ if goes_on => true,
        // Several lines of which none has a comma have a name each.
        Some(_) => {
            words.len() < 2
                || words[1..].iter().any(has_comma)
                || words.len() == 2 && has_comma(&words[0])
        }
        None => words
            .iter()
            .any(|text| text.ends_with(',') || text.matches(',').count() > 1),
    };
    if !is_wrapped {
        let texts = paragraph
            .iter()
            .zip(words)
            .filter(|(_, text)| !text.is_empty());
        lists.extend(texts.map(|((line, _), text)| List {
            line: *line,
            text: text.to_owned(),
            whom,
            is_line: false,
            role,
        }));
        return;
    }
    let whole = words.join(" ");
    for (label, text) in at_labels(&whole) {
        let (whom, role) = match label {
            None => (whom, role),
            Some(label) => whom_of(label, whom),
        };
        let text = match (label, whom) {
            (Some(label), Whom::Other) => format!("{label}: {text}"),
            _ => text.to_owned(),
        };
        lists.push(List {
            line: *first,
            text,
            whom,
            is_line: false,
            role,
        });
    }
}

/// Returns whom a list within another has, as its label says.
fn whom_of(label: &str, whom: Whom) -> (Whom, Option<Role>) {
    match meaning(label) {
        Meaning::Here => (Whom::Here, None),
        Meaning::Away => (whom_away(label), None),
        _ => match role_of_list(label) {
            Some(role) => (whom, Some(role)),
            None => (Whom::Other, None),
        },
    }
}

/// Cuts a list at the labels within it, which a formatter has put on the same line: `Ida, Bela Absent: Tom`.
fn at_labels(text: &str) -> Vec<(Option<&str>, &str)> {
    const OTHERS: &str = "chair date datum facilitator host leitung minutes moderation moderator notes ort place protokoll protokollant room \
                          raum scribe time venue when where zeit";
    let is_label = |word: &str| {
        word.starts_with(char::is_uppercase)
            && (matches!(meaning(word), Meaning::Here | Meaning::Away)
                || role_of_list(word).is_some()
                || is_of(OTHERS, &normalize(word)))
    };
    let mut lists = Vec::new();
    let (mut label, mut rest) = (None, text);
    let mut from = 0;
    while let Some(at) = rest[from..].find(':').map(|at| from + at) {
        let is_end = rest[at + 1..].is_empty() || rest[at + 1..].starts_with(' ');
        let word = rest[..at].rfind(' ').filter(|_| is_end);
        match word
            .map(|blank| blank + 1)
            .filter(|word| is_label(&rest[*word..at]))
        {
            Some(word) => {
                lists.push((label, rest[..word].trim()));
                label = Some(&rest[word..at]);
                (rest, from) = (&rest[at + 1..], 0);
            }
            None => from = at + 1,
        }
    }
    lists.push((label, rest.trim()));
    lists
}
