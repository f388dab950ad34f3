//! Headings and numbered lists of Textile, as Redmine and Jira have them: `h2. Tasks`, `## part`.

use super::blocks::Piece;

/// The columns between a bullet and one below it.
const STEP: usize = 2;

/// Writes them as those of Markdown, where there is such a heading: `#` counts there.
pub(super) fn without_textile(pieces: &mut [Piece]) {
    let is_heading = |piece: &Piece| match piece {
        Piece::Line(source) => source.indent == 0 && heading(&source.text).is_some(),
        _ => false,
    };
    if !pieces.iter().any(is_heading) {
        return;
    }
    for piece in pieces {
        let Piece::Line(source) = piece else { continue };
        let words = source.text.trim_start_matches('#');
        let level = source.text.len() - words.len();
        if let Some((level, words)) = heading(&source.text) {
            source.text = format!("{} {words}", "#".repeat(level));
        } else if level > 0 && words.starts_with(' ') {
            source.indent += (level - 1) * STEP;
            source.text = format!("1.{words}");
        }
    }
}

/// Reads `h2. Tasks`.
fn heading(text: &str) -> Option<(usize, &str)> {
    let (level, words) = text.strip_prefix('h')?.split_once(". ")?;
    let level = level.parse().ok().filter(|level| (1..=6).contains(level))?;
    Some((level, words.trim_start()))
}
