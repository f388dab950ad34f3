//! Texts and lists in HTML.

use html_escape::encode_text;

use crate::text::visible;

/// Writes the first parts of a list, none of which is broken, and says how many more there are.
pub(super) fn listed(parts: &[String], shown: usize) -> String {
    let last = parts.len().saturating_sub(1);
    let part = |(place, part): (usize, &String)| {
        let comma = if place < last { "," } else { "" };
        format!("<span>{}{comma}</span>", escaped(part))
    };
    let named = parts.iter().take(shown).enumerate().map(part);
    let more = (shown < parts.len()).then(|| format!("<span>+{}</span>", parts.len() - shown));
    let named: Vec<String> = named.chain(more).collect();
    named.join(" ")
}

/// Escapes text from outside.
pub(super) fn escaped(text: &str) -> String {
    encode_text(&visible(text)).into_owned()
}
