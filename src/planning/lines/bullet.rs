//! Signs and boxes before the words of a line.

/// Signs of bullets.
const BULLETS: &str = "-*+–—→";

/// Signs of bullets that no word begins with, so that no blank is needed.
const ROUND: &str = "•●▪‣◦∙⁃■►➤○";

/// Reads the sign of a bullet; returns it and what stands behind it.
pub fn sign(text: &str, has_o: bool) -> Option<(char, &str)> {
    let first = text.chars().next()?;
    let behind = &text[first.len_utf8()..];
    let (sign, behind) = if ROUND.contains(first) {
        return Some((first, behind.trim_start()));
    } else if let Some(behind) = text.strip_prefix("->").or(text.strip_prefix("=>")) {
        ('→', behind)
    } else if let Some(behind) = text.strip_prefix("(-") {
        ('-', behind)
    } else if BULLETS.contains(first) || (has_o && first == 'o') {
        (if "–—".contains(first) { '-' } else { first }, behind)
    } else {
        let behind = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let digits = text.len() - behind.len();
        let behind = behind.strip_prefix(['.', ')'])?;
        // A longer one is the year that ends a sentence.
        ((1..=3).contains(&digits)).then_some(('1', behind))?
    };
    (behind.is_empty() || behind.starts_with(' ')).then(|| (sign, behind.trim_start()))
}

/// Reads a box; returns what is in it and what stands behind it.
pub fn checkbox(text: &str) -> Option<(char, &str)> {
    let (inside, behind) = match text.strip_prefix('[') {
        Some(behind) => {
            let (inside, behind) = behind.split_once(']')?;
            let inside = match inside.trim() {
                "" => ' ',
                "x" | "X" | "✓" | "✔" | "✔\u{fe0f}" => 'x',
                "-" => '-',
                "~" => '~',
                "/" => '/',
                _ => return None,
            };
            (inside, behind)
        }
        None => {
            let sign = text.chars().next()?;
            let inside = match sign {
                '☐' | '□' | '▢' | '◻' | '⬜' => ' ',
                '☑' | '☒' | '✓' | '✔' | '🗹' => 'x',
                '✗' | '✘' => '-',
                _ => return None,
            };
            let behind = &text[sign.len_utf8()..];
            let behind = behind.strip_prefix('\u{fe0f}').unwrap_or(behind);
            return Some((inside, behind.trim_start()));
        }
    };
    (behind.is_empty() || behind.starts_with([' ', '#'])).then(|| (inside, behind.trim_start()))
}
