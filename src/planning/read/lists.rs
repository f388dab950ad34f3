//! Lists of who is there and who is gone.

use super::headings::{Meaning, may_list_people, meaning, says_later, says_sick, without_colon};
use super::sections::{Holds, Section};
use crate::planning::lines::{Line, LineKind};
use crate::planning::names::{List, Whom};

/// Collects the lines of the lists of who is there.
pub(super) fn lists(lines: &[Line], sections: &[Section]) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    for section in sections {
        if !matches!(section.holds, Holds::Here | Holds::Away) {
            continue;
        }
        let whom = match section.holds {
            Holds::Away => whom_away(&section.title),
            _ => Whom::Here,
        };
        // Whom the bullets list that stand right of one: `- later:`.
        let mut within: Option<(usize, Whom)> = None;
        let is_inline = section.title.is_empty();
        let below = &lines[section.lines.clone()];
        let mut paragraph: Vec<(usize, &str)> = Vec::new();
        // What is in the cells of a table beside the names is nobody.
        let mut row = None;
        for line in below.iter().map(Some).chain([None]) {
            if let Some(Line {
                number,
                kind: LineKind::Text(text),
                ..
            }) = line
            {
                if row != Some(*number) {
                    paragraph.push((*number, text));
                }
                continue;
            }
            add_paragraph(&mut lists, &paragraph, whom, is_inline);
            paragraph.clear();
            if let Some(Line {
                number,
                kind: LineKind::Person { name, said, .. },
                ..
            }) = line
            {
                lists.extend(name.as_ref().map(|name| List {
                    line: *number,
                    text: format!("{name}{said}"),
                    whom,
                }));
                continue;
            }
            if let Some(line) = line.filter(|line| is_row(line)) {
                row = Some(line.number);
                continue;
            }
            if let Some(Line {
                number,
                indent,
                kind: LineKind::Bullet { text, .. },
            }) = line
            {
                within = within.filter(|(column, _)| column < indent);
                let label = without_colon(text);
                if label.len() < text.len() && meaning(label) == Meaning::Away {
                    within = Some((*indent, whom_away(label)));
                    continue;
                }
                lists.push(List {
                    line: *number,
                    text: text.clone(),
                    whom: within.map_or(whom, |(_, whom)| whom),
                });
            }
        }
    }
    lists
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
    let before = text.split_once(':').filter(|(title, _)| {
        let is_list = matches!(meaning(title), Meaning::Here | Meaning::Away);
        is_inline && (is_list || may_list_people(title) || says_sick(title))
    });
    let whom = match before {
        Some((title, _)) if whom != Whom::Here => whom_away(title),
        _ => whom,
    };
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
        }));
        return;
    }
    let whole = words.join(" ");
    let (here, away) = match whole.split_once(" Away:") {
        Some((here, away)) => (here.to_owned(), Some(away.trim().to_owned())),
        None => (whole, None),
    };
    lists.push(List {
        line: *first,
        text: here,
        whom,
    });
    lists.extend(away.map(|text| List {
        line: *first,
        text,
        whom: Whom::Away,
    }));
}
