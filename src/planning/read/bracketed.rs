//! Lines without bullets that begin with people in square brackets: `[Ida] port the scanner`.

use crate::domain::Sprint;
use crate::planning::lines::{Line, LineKind};
use crate::planning::names::are_people;

/// Makes bullets of such lines in a document that has none, where everybody in the brackets is known or all lines but its title are of
/// that form. Then the brackets of somebody new stand behind the words, where names are learnt from.
pub(super) fn with_lines_of_people(lines: Vec<Line>, sprint: &Sprint) -> Vec<Line> {
    const FEWEST: usize = 2;
    let is_bullet = |line: &Line| matches!(line.kind, LineKind::Bullet { sign, .. } if sign != '[');
    if lines.iter().any(is_bullet) {
        return lines;
    }
    let mut texts = lines.iter().filter_map(|line| match &line.kind {
        LineKind::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let title = texts.next();
    let is_title = title.is_some_and(|title| cut(title).is_none());
    let texts = title.filter(|_| !is_title).into_iter().chain(texts);
    let mut count = 0;
    let are_all = texts.map(cut).all(|cut| {
        count += 1;
        cut.is_some_and(|(inside, _)| are_people(inside))
    });
    let are_all = are_all && count >= FEWEST;
    let is_known = |name: &str| !sprint.find_person(name.trim()).is_empty();
    let mut all = Vec::with_capacity(lines.len());
    let mut last: Option<usize> = None;
    for mut line in lines {
        // What stands in the same column is no more of the words above.
        if last.is_some_and(|indent| line.indent <= indent) {
            all.push(Line {
                kind: LineKind::Blank,
                ..line.clone()
            });
        }
        last = None;
        if let LineKind::Text(text) = &line.kind
            && let Some((inside, words)) = cut(text)
        {
            let are_known = inside.split([',', '/', '&', '+']).all(is_known);
            if are_known || are_all {
                let text = match are_known {
                    true => text.clone(),
                    false => format!("{words} ({inside})"),
                };
                last = Some(line.indent);
                line.kind = LineKind::Bullet {
                    sign: '-',
                    checkbox: None,
                    column: line.indent,
                    text,
                };
            }
        }
        all.push(line);
    }
    all
}

/// Cuts a line behind the square brackets with which it begins, if these are no box and no link.
fn cut(text: &str) -> Option<(&str, &str)> {
    let (inside, words) = text.strip_prefix('[')?.split_once(']')?;
    let is_cut = inside.chars().count() > 1 && words.starts_with(' ');
    let words = words.trim_start();
    (is_cut && words.starts_with(char::is_alphanumeric)).then_some((inside, words))
}
