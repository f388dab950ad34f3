//! The number of an item in its line.

/// Cuts the number off that stands right behind a sign: `#12 fix it`. It may be a link, or have a sign behind it.
pub(super) fn number(text: &str) -> (Option<&str>, &str) {
    match linked(text).or_else(|| plain(without_count(text))) {
        Some((number, words)) => (Some(number), words.trim_start()),
        None => (None, text),
    }
}

fn plain(text: &str) -> Option<(&str, &str)> {
    let (number, words) = behind_sign(text)?;
    let words = match words.strip_prefix([':', '.']) {
        Some(rest) if rest.starts_with(' ') => rest,
        _ => words,
    };
    (words.is_empty() || words.starts_with(' ')).then_some((number, words))
}

/// Returns the second of several numbers with which a line begins: `#12 and #13`, `#12, #13: fix it`.
pub(super) fn second(text: &str) -> Option<&str> {
    let (_, behind) = behind_sign(text)?;
    let behind = behind.trim_start();
    let signs = [",", "&", "+", "/", "and ", "und "].into_iter();
    let second = signs.filter_map(|sign| behind.strip_prefix(sign)).next()?;
    behind_sign(second.trim_start()).map(|(number, _)| number)
}

/// Reads a number that stands almost as it should: `(#12) fix it`, `# 12 fix it`, `#12fix it`, `#12 - fix it`.
pub(super) fn almost(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches(['(', '[', '\\']);
    let text = text.strip_prefix('#')?.trim_start();
    let rest = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let mut letters = rest.chars();
    let has_letter = letters
        .next()
        .is_some_and(|letter| letter.is_ascii_lowercase())
        && !letters.next().is_some_and(char::is_alphanumeric);
    let (number, rest) = text.split_at(text.len() - rest.len() + usize::from(has_letter));
    let words = rest.trim_start_matches([')', ']', ':', '.', ',', '-', '–', '—', ' ']);
    let is_number = number.starts_with(|sign: char| sign.is_ascii_digit());
    (is_number && words.starts_with(char::is_alphanumeric)).then_some((number, words))
}

/// Reads `[#12](https://…) fix it`.
fn linked(text: &str) -> Option<(&str, &str)> {
    let (number, rest) = behind_sign(text.strip_prefix('[')?)?;
    let (_, words) = rest.strip_prefix("](")?.split_once(')')?;
    let words = words.strip_prefix(':').unwrap_or(words);
    (words.is_empty() || words.starts_with(' ')).then_some((number, words))
}

/// Splits `#12b` from what follows.
fn behind_sign(text: &str) -> Option<(&str, &str)> {
    let rest = text
        .strip_prefix("\\#")
        .or_else(|| text.strip_prefix('#'))?;
    let words = rest.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let digits = rest.len() - words.len();
    let words = words.trim_start_matches(|sign: char| sign.is_ascii_lowercase());
    (digits > 0).then(|| rest.split_at(rest.len() - words.len()))
}

/// Cuts off the number of a line in a list, if that of an item follows: `3. #12 fix it`.
fn without_count(text: &str) -> &str {
    count(text)
        .map(|(_, behind)| behind)
        .filter(|behind| behind.starts_with(['#', '\\']))
        .unwrap_or(text)
}

/// Splits the number of a line in a list from what follows: `3. fix it`. A longer one is a year.
pub(super) fn count(text: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 3;
    let rest = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let digits = text.len() - rest.len();
    let words = rest.strip_prefix(['.', ')'])?.trim_start();
    let count = text[..text.len() - words.len()].trim_end();
    let is_apart = words.starts_with(['#', '\\']) || count.len() + words.len() < text.len();
    ((1..=LONGEST).contains(&digits) && is_apart && !words.is_empty()).then_some((count, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_be_a_link_and_have_signs_around_it() {
        for text in [
            "#12b fix it",
            "\\#12b fix it",
            "#12b: fix it",
            "#12b. fix it",
            "[#12b](https://example.org/12) fix it",
            "[#12b](https://example.org/12): fix it",
            "3. #12b fix it",
            "3) \\#12b fix it",
        ] {
            assert_eq!(number(text), (Some("12b"), "fix it"), "{text}");
        }
        for text in [
            "fix #12",
            "12 fix it",
            "#fix it",
            "#12/3 fix",
            "[#12] x",
            "3. fix",
        ] {
            assert_eq!(number(text), (None, text));
        }
    }

    #[test]
    fn a_number_may_almost_stand_as_it_should() {
        for text in [
            "(#12) fix it",
            "[#12] fix it",
            "#12) fix it",
            "# 12 fix it",
            "#12fix it",
            "#12 - fix it",
            "#12, fix it",
        ] {
            assert_eq!(almost(text), Some(("12", "fix it")), "{text}");
        }
        assert_eq!(almost("(#12b) fix it"), Some(("12b", "fix it")));
        for text in [
            "(12) fix it",
            "#12/3 fix",
            "fix (#12)",
            "(#12)",
            "**#12** fix it",
            "#",
            "",
        ] {
            assert_eq!(almost(text), None, "{text}");
        }
    }

    #[test]
    fn the_number_of_a_line_in_a_list_is_short_and_stands_apart() {
        assert_eq!(count("3. fix it"), Some(("3.", "fix it")));
        assert_eq!(count("12)  fix it"), Some(("12)", "fix it")));
        for text in ["3.11 is out", "2017. fix it", "3 fix it", "3.", ". fix", ""] {
            assert_eq!(count(text), None, "{text}");
        }
    }
}
