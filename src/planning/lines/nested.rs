//! Lists of MediaWiki, whose bullets have a star for each level: `** part`.

use super::blocks::Piece;

/// The columns between a bullet and one below it.
const STEP: usize = 2;

/// Gives bullets of several stars one star and the column of their level, if a bullet stands above them. Bold words have stars at
/// their end, too.
pub(super) fn without_levels(pieces: &mut [Piece]) {
    // The column of the outermost bullet above, and its level.
    let mut above: Option<(usize, usize)> = None;
    for piece in pieces {
        let Piece::Line(source) = piece else { continue };
        let words = source.text.trim_start_matches('*');
        let level = source.text.len() - words.len();
        let is_bullet = words.starts_with(' ') && level > 0 && !words.ends_with("**");
        match above {
            _ if !is_bullet => {}
            Some((column, before)) if column == source.indent && level <= before + 1 => {
                source.text = format!("*{words}");
                source.indent += (level - 1) * STEP;
                above = Some((column, level));
            }
            _ if level == 1 => above = Some((source.indent, level)),
            _ => {}
        }
    }
}
