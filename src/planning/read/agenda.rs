//! Points of an agenda that count as headings: `1. Tasks` above bullets with another sign.

use super::headings::{Meaning, meaning};
use crate::planning::lines::{Line, LineKind};

/// How deep such headings stand among others.
const LEVEL: usize = 6;

/// How a line may count in an agenda.
struct Point {
    place: usize,
    has_bullets: bool,
    is_list: bool,
    /// Whether something stands right below it.
    is_above: bool,
}

/// Makes headings of the numbered lines at the left that have bullets with another sign right below them in their own column, if there
/// are several and one of them says what is listed below it. In minutes, as a line above says that they are, anything may stand there.
pub(super) fn with_points_as_headings(mut lines: Vec<Line>) -> Vec<Line> {
    let points = points(&lines);
    let with_bullets = points.iter().filter(|point| point.has_bullets).count();
    let are_headings = with_bullets > 1
        && with_bullets + 1 >= points.len()
        && points
            .iter()
            .any(|point| point.has_bullets && point.is_list);
    let are_of_minutes = || {
        let first = points.first().map_or(0, |point| point.place);
        let is_minutes = |line: &Line| match &line.kind {
            LineKind::Heading { text, .. } | LineKind::Text(text) => {
                matches!(meaning(text), Meaning::Minutes { .. })
            }
            _ => false,
        };
        points.len() > 1
            && points.iter().any(|point| point.is_above && point.is_list)
            && lines[..first].iter().any(is_minutes)
    };
    let are_headings = are_headings || are_of_minutes();
    for point in points.iter().filter(|_| are_headings) {
        if let LineKind::Bullet { text, .. } = &lines[point.place].kind {
            lines[point.place].kind = LineKind::Heading {
                level: LEVEL,
                text: text.clone(),
                is_underlined: false,
            };
        }
    }
    lines
}

fn points(lines: &[Line]) -> Vec<Point> {
    let mut points = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let LineKind::Bullet {
            sign: '1',
            checkbox: None,
            text,
            ..
        } = &line.kind
        else {
            continue;
        };
        if line.indent > 0 {
            continue;
        }
        let mut next = lines[place + 1..].iter();
        let next = next.find(|line| line.kind != LineKind::Blank);
        points.push(Point {
            place,
            has_bullets: next.is_some_and(|next| {
                next.indent < 2
                    && matches!(next.kind, LineKind::Bullet { sign, .. } if sign != '1' && sign != '|')
            }),
            is_list: !matches!(meaning(text), Meaning::Topic | Meaning::Discussion),
            is_above: next.is_some_and(|next| {
                next.indent > 0 || !matches!(next.kind, LineKind::Bullet { sign: '1', .. })
            }),
        });
    }
    points
}
