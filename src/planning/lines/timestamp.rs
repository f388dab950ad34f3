//! Timestamps of Org mode: `<2017-03-03 Fri 11:00>`, `[2017-03-03 Fri]`, `<2017-03-02 Thu>--<2017-03-03 Fri>`.

use std::ops::Range;

use crate::planning::time::is_time;

/// Words in front of a timestamp that say of what it is the time.
const WORDS: [&str; 3] = ["SCHEDULED:", "DEADLINE:", "CLOSED:"];

/// A text without its timestamps, and what they say.
#[derive(Debug, Default, PartialEq)]
pub struct Cut {
    pub words: String,
    /// When it is to happen. What comes again has no time.
    pub whens: Vec<String>,
    pub deadline: Option<String>,
}

/// Cuts the timestamps out of a text, if it has any.
pub fn cut(text: &str) -> Option<Cut> {
    let mut cut = Cut::default();
    let mut from = 0;
    let mut is_any = false;
    while let Some((range, stamp)) = first(text, from) {
        is_any = true;
        let front = text[from..range.start].trim_end();
        let word = WORDS.into_iter().find(|word| front.ends_with(word));
        let front = word
            .and_then(|word| front.strip_suffix(word))
            .unwrap_or(front);
        cut.words.push_str(front);
        match (word, stamp) {
            (Some("DEADLINE:"), stamp) => cut.deadline = cut.deadline.or(stamp),
            (Some("CLOSED:"), _) | (_, None) => {}
            (_, Some(when)) => cut.whens.push(when),
        }
        from = range.end;
    }
    cut.words.push_str(&text[from..]);
    cut.words = cut.words.split_whitespace().collect::<Vec<_>>().join(" ");
    is_any.then_some(cut)
}

/// Finds the first timestamp from a place on, or the first two with `--` between them, and what time it says.
fn first(text: &str, from: usize) -> Option<(Range<usize>, Option<String>)> {
    let mut places = text[from..].match_indices(['<', '[']);
    let (start, (end, when)) = places.find_map(|(place, _)| {
        let start = from + place;
        Some((start, one(text, start)?))
    })?;
    let second = text[end..]
        .strip_prefix("--")
        .and_then(|_| one(text, end + 2));
    Some(match second {
        Some((end, until)) => {
            let when = when
                .zip(until)
                .map(|(from, until)| format!("{from} to {until}"));
            (start..end, when.filter(|when| is_time(when)))
        }
        None => (start..end, when),
    })
}

/// Reads the timestamp that begins at a place: where it ends, and the time that it says if it is one to come, and only once.
fn one(text: &str, start: usize) -> Option<(usize, Option<String>)> {
    const DATE: usize = "2017-03-03".len();
    let is_active = text[start..].starts_with('<');
    let behind = &text[start + 1..];
    let (date, _) = behind.split_at_checked(DATE)?;
    let is_date = date.char_indices().all(|(place, sign)| match place {
        4 | 7 => sign == '-',
        _ => sign.is_ascii_digit(),
    });
    // Whatever else begins with such a sign may be long.
    if !is_date {
        return None;
    }
    let inside = &behind[..behind.find(if is_active { '>' } else { ']' })?];
    let rest = inside.get(DATE..)?;
    let end = start + 1 + inside.len() + 1;
    // `[2017-03-03](https://…)` is a link.
    let is_link = text[end..].starts_with(['(', ']']);
    if is_link || !(rest.is_empty() || rest.starts_with(' ')) {
        return None;
    }
    let is_warning = |word: &&str| word.starts_with('-');
    let words: Vec<&str> = inside
        .split_whitespace()
        .filter(|word| !is_warning(word))
        .collect();
    let when = words.join(" ");
    Some((end, (is_active && is_time(&when)).then_some(when)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timestamps_are_cut_out_and_say_when() {
        for (text, words, whens) in [
            (
                "port it <2017-03-03 Fri 11:00>",
                "port it",
                vec!["2017-03-03 Fri 11:00"],
            ),
            (
                "<2017-03-03 Fri> port it (Ida)",
                "port it (Ida)",
                vec!["2017-03-03 Fri"],
            ),
            ("port it [2017-03-03 Fri] now", "port it now", vec![]),
            (
                "port it <2017-03-02 Thu>--<2017-03-03 Fri>",
                "port it",
                vec!["2017-03-02 Thu to 2017-03-03 Fri"],
            ),
            ("port it <2017-03-03 Fri +1w>", "port it", vec![]),
            (
                "port it <2017-03-03 Fri -2d>",
                "port it",
                vec!["2017-03-03 Fri"],
            ),
            (
                "port it SCHEDULED: <2017-03-03 Fri>",
                "port it",
                vec!["2017-03-03 Fri"],
            ),
            ("port it CLOSED: [2017-03-03 Fri 10:00]", "port it", vec![]),
        ] {
            let cut = cut(text).unwrap_or_default();
            assert_eq!(
                (cut.words.as_str(), cut.whens),
                (words, whens.into_iter().map(str::to_owned).collect()),
                "{text}"
            );
        }
        let deadline = cut("port it DEADLINE: <2017-03-03 Fri>").and_then(|cut| cut.deadline);
        assert_eq!(deadline.as_deref(), Some("2017-03-03 Fri"));
        for text in [
            "a < b",
            "[2017-03-03](https://example.org)",
            "<2017-03>",
            "[[2017-03-03]]",
            "<2017-03-03x>",
            "é<",
            "[é",
        ] {
            assert_eq!(cut(text), None, "{text}");
        }
    }
}
