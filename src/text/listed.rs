//! Lists of words, each written as one text.

use memchr::memmem::find_iter;

/// Returns whether a word is in a list, whose words have one blank or more between them.
pub(crate) fn is_of(list: &str, word: &str) -> bool {
    let (bytes, length) = (list.as_bytes(), word.len());
    let is_blank = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_none_or(|sign| *sign == b' ')
    };
    // Most lines of a document are asked about dozens of lists.
    length > 0
        && !word.contains(' ')
        && find_iter(bytes, word)
            .any(|at| is_blank(at.checked_sub(1)) && is_blank(Some(at + length)))
}

#[cfg(test)]
mod tests {
    use super::is_of;

    #[test]
    fn a_list_has_its_whole_words_alone() {
        let list = "after before  noon\u{fc}";
        for word in ["after", "before", "noon\u{fc}"] {
            assert!(is_of(list, word), "{word}");
        }
        for word in [
            "",
            " ",
            "aft",
            "fter",
            "noon",
            "after before",
            "before ",
            "\u{fc}",
        ] {
            assert!(!is_of(list, word), "{word}");
        }
    }
}
