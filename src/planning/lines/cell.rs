//! The cells of a table.

use crate::text::weekday;

/// Whether a cell says that there is nothing to say.
pub(super) fn is_nothing(cell: &str) -> bool {
    matches!(
        cell.to_lowercase().as_str(),
        "" | "-" | "–" | "—" | "--" | "n/a" | "?" | "tbd" | "…" | "..."
    )
}

/// Writes the words of links alone: `[[User:Ida Berg|Ida]]`, `[[Ida]]`, `[Ida](https://…)`, `[https://… Ida]`.
pub(super) fn unlinked(cell: &str) -> String {
    let (mut done, mut rest) = (String::new(), cell);
    while let Some((before, link)) = rest.split_once('[') {
        let cut = match link.strip_prefix('[') {
            Some(page) => page.split_once("]]").map(|(page, behind)| {
                let words = page.rsplit(['|', ':']).next();
                (words.unwrap_or(page), behind)
            }),
            None => outside(link),
        };
        let (words, behind) = cut.unwrap_or(("[", link));
        done += before;
        done += words.trim();
        rest = behind;
    }
    done + rest
}

/// Returns the words of a link of MediaWiki that a cell is: `[https://… port it]`.
pub(super) fn words_of_link(cell: &str) -> Option<&str> {
    let inside = cell.strip_prefix('[')?.strip_suffix(']')?;
    let (address, words) = inside.split_once(' ')?;
    (is_address(address) && !words.contains(['[', ']'])).then_some(words.trim())
}

/// Reads a link to an address behind its first bracket; returns its words and what follows it.
fn outside(link: &str) -> Option<(&str, &str)> {
    let (inside, behind) = link.split_once(']')?;
    if let Some((address, words)) = inside.split_once(' ')
        && is_address(address)
    {
        return Some((words, behind));
    }
    let (address, behind) = behind.strip_prefix('(')?.split_once(')')?;
    is_address(address).then_some((inside, behind))
}

fn is_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

/// Splits a cell that is one word with a capital and another one in brackets, which may be somebody else: `Max (Tom)`.
pub fn two_words(who: &str) -> Option<(&str, &str)> {
    let (first, second) = who.trim().strip_suffix(')')?.split_once(" (")?;
    let is_word =
        |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
    (is_word(first) && is_word(second) && weekday(second).is_none()).then_some((first, second))
}

/// Writes the cell of those who are on a task as a list of names: `(Ida), (Tom)` as `Ida, Tom`.
pub fn without_brackets(who: &str) -> String {
    if let Some((first, _)) = two_words(who) {
        return first.to_owned();
    }
    let mut parts = who
        .split(')')
        .map(|part| part.trim_start_matches([',', ';', ' ']));
    let first = parts.next().unwrap_or_default().to_owned();
    let whole = parts
        .filter(|part| !part.is_empty())
        .fold(first, |whole, part| {
            let sign = if part.starts_with('(') { ", " } else { " " };
            format!("{whole}{sign}{part}")
        });
    whole.replace('(', "")
}
