//! The values of attributes and styles of an SVG, as far as they draw: words that no browser reads are left out.

use std::collections::HashSet;

use super::svg_allowed::{ATTRIBUTES, COLOURS, FUNCTIONS, KEYWORDS, NUMBERS, PROPERTIES, RULES};

/// What may follow a number, the longest first where one begins as another.
const UNITS: [&str; 24] = [
    "rem", "em", "ex", "ch", "px", "pt", "pc", "mm", "cm", "in", "vmin", "vmax", "vw", "vh", "Q",
    "deg", "grad", "rad", "turn", "ms", "min", "s", "h", "%",
];

/// Returns the value of an attribute as far as it draws, if it does. What is not examined more closely stays.
pub(super) fn drawn(element: &str, name: &str, value: &str) -> Option<String> {
    let mut kept = value;
    let is_drawn = match name {
        "d" | "path" | "points" => {
            // A browser draws up to the first mistake.
            kept = &value[..end_of_path(value, name != "points")];
            true
        }
        "viewBox" => is_numbers(value),
        "transform" | "gradientTransform" | "patternTransform" => {
            is_animated(value) && !value.contains(';')
        }
        "values" if element == "feColorMatrix" => is_numbers(value),
        "values" | "from" | "to" | "by" => is_animated(value),
        _ if NUMBERS.contains(name) => is_numbers(value) || is_word_of(&KEYWORDS, value),
        _ => return Some(value.to_owned()),
    };
    (is_drawn && !kept.trim().is_empty()).then(|| kept.to_owned())
}

/// Returns whether an attribute may change by itself: not to an address or a script.
pub(super) fn may_be_animated(name: &str) -> bool {
    ATTRIBUTES.contains(name) && !["href", "style", "class", "id", "attributeName"].contains(&name)
}

/// Returns where the last number or command ends that a browser draws.
fn end_of_path(path: &str, has_commands: bool) -> usize {
    let mut rest = path;
    let mut end = 0;
    loop {
        rest = rest.trim_start_matches(is_between);
        let Some(first) = rest.chars().next() else {
            return path.len();
        };
        let command = usize::from(has_commands && "MmZzLlHhVvCcSsQqTtAa".contains(first));
        let after = &rest[command..];
        if command == 1 && first.eq_ignore_ascii_case(&'z') {
            rest = after;
        } else {
            let after = after.trim_start_matches(is_between);
            let length = number(after);
            if length == 0 {
                return end;
            }
            rest = &after[length..];
        }
        end = path.len() - rest.len();
    }
}

fn is_between(letter: char) -> bool {
    letter == ',' || letter.is_ascii_whitespace()
}

/// Returns the length of the number at the start of a text, or 0.
fn number(text: &str) -> usize {
    let digits = |from: usize| {
        let rest = text.as_bytes().get(from..).unwrap_or_default();
        rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let sign = usize::from(text.starts_with(['+', '-']));
    let whole = digits(sign);
    let mut end = sign + whole;
    let mut is_number = whole > 0;
    if text[end..].starts_with('.') {
        let part = digits(end + 1);
        is_number |= part > 0;
        end += 1 + part;
    }
    if !is_number {
        return 0;
    }
    if text[end..].starts_with(['e', 'E']) {
        let sign = usize::from(text[end + 1..].starts_with(['+', '-']));
        let power = digits(end + 1 + sign);
        end += if power > 0 { 1 + sign + power } else { 0 };
    }
    end
}

/// Returns whether a text is numbers with their units and separators.
fn is_numbers(text: &str) -> bool {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|letter| is_between(letter) || ";/:".contains(letter));
        if rest.is_empty() {
            return true;
        }
        let length = number(rest);
        if length == 0 {
            return false;
        }
        rest = &rest[length..];
        let mut units = UNITS.iter();
        rest = units
            .find_map(|unit| rest.strip_prefix(unit))
            .unwrap_or(rest);
    }
}

fn is_word_of(words: &HashSet<&str>, text: &str) -> bool {
    words.contains(text.trim().to_ascii_lowercase().as_str())
}

/// Returns whether a text is a list of values for an animation: numbers, paths, colours, transformations or known words.
fn is_animated(text: &str) -> bool {
    text.split(';').all(|value| {
        let value = value.trim();
        is_numbers(value)
            || end_of_path(value, true) == value.len()
            || is_word_of(&KEYWORDS, value)
            || is_word_of(&COLOURS, value)
            || value.strip_prefix('#').is_some_and(|digits| {
                digits.len() <= 8 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
            })
            || value
                .strip_prefix("url(#")
                .and_then(|name| name.strip_suffix(')'))
                .is_some_and(|name| !name.contains([' ', ')']))
            || is_functions(value)
    })
}

/// Returns whether a text is known functions of numbers.
fn is_functions(text: &str) -> bool {
    let mut rest = text.trim_start_matches(is_between);
    while !rest.is_empty() {
        let Some((name, after)) = rest.split_once('(') else {
            return false;
        };
        let Some((numbers, after)) = after.split_once(')') else {
            return false;
        };
        let name = name.trim_end();
        if !FUNCTIONS.contains(name) || !is_numbers(numbers) {
            return false;
        }
        rest = after.trim_start_matches(is_between);
    }
    true
}

/// Returns the parts of a style, each with what ends it: `{`, `}`, `;`, or nothing.
fn parts(style: &str) -> Vec<(&str, &str)> {
    let mut parts = Vec::new();
    let (mut begin, mut quote, mut depth) = (0, None, 0_usize);
    for (at, letter) in style.char_indices() {
        match (quote, letter) {
            (Some(open), _) if letter == open || letter == '\n' => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(letter),
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.saturating_sub(1),
            (None, '{' | '}' | ';') if depth == 0 => {
                parts.push((&style[begin..at], &style[at..=at]));
                begin = at + 1;
            }
            _ => {}
        }
    }
    parts.push((&style[begin..], ""));
    parts
}

pub(super) fn selectors(style: &str) -> impl Iterator<Item = &str> {
    let parts = parts(style).into_iter();
    parts.filter_map(|(part, end)| (end == "{").then_some(part))
}

/// Returns a style with only the declarations that draw: drawing programs and authors keep others in properties of their own.
pub(super) fn style(style: &str, in_attribute: bool) -> String {
    let mut kept = String::with_capacity(style.len());
    let mut depth = 0_usize;
    // How many blocks are open of one that is left out.
    let mut left_out = 0_usize;
    for (part, end) in parts(style) {
        match end {
            "{" if left_out > 0 || in_attribute || !is_prelude(part) => left_out += 1,
            "{" => {
                depth += 1;
                kept.push_str(part);
                kept.push_str(end);
            }
            "}" if left_out > 0 => left_out -= 1,
            _ if left_out > 0 => {}
            _ => {
                let draws = part.split_once(':').is_some_and(|(property, _)| {
                    let property = property.trim().to_ascii_lowercase();
                    (in_attribute || depth > 0)
                        && (PROPERTIES.contains(&*property) || may_be_animated(&property))
                });
                let is_kept = draws || part.trim().is_empty();
                kept.push_str(if is_kept { part } else { "" });
                kept.push_str(if is_kept || end == "}" { end } else { "" });
                depth = depth.saturating_sub(usize::from(end == "}"));
            }
        }
    }
    kept
}

/// Returns whether the content of the block after this is drawn with.
fn is_prelude(part: &str) -> bool {
    let part = part.trim();
    let part = part.strip_prefix("-->").unwrap_or(part).trim_start();
    let part = part.strip_prefix("<!--").unwrap_or(part).trim_start();
    let word = part.split([' ', '\t', '\n', '\r', '(']).next();
    let word = word.unwrap_or_default().to_ascii_lowercase();
    if word.starts_with('@') {
        return RULES.contains(word.as_str());
    }
    !part.starts_with('-')
}
