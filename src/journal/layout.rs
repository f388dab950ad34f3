//! How the folder of a sprint is laid out: the names of its files, and how large they may be.

use std::array;
use std::hash::Hasher;
use std::path::Path;

use chrono::NaiveDate;
use fnv::FnvHasher;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::Error;
use crate::domain::EntryId;

/// The maximum size of a log: one of 100 MB takes 1.8 GB of memory to parse.
pub(super) const LARGEST_LOG: u64 = 64 << 20;

pub(super) const CONFIG: &str = "sprint.toml";

/// The post, as far as people write it.
pub(super) const POST: &str = "post.md";

/// The maximum size of a post that people write.
pub(super) const LARGEST_POST: u64 = 1 << 20;

/// What `init` writes for git, next to the folders of all sprints.
pub(super) const FOR_GIT: [&str; 2] = [".gitattributes", ".gitignore"];

/// The lock of a sprint.
pub(super) const LOCK: &str = ".lock";

/// The folder of the photos in the folder of a sprint.
pub(super) const PHOTOS: &str = "photos";

/// The maximum length of a name that the program makes.
const LONGEST_NAME: usize = 64;

/// Names that Windows reserves for devices.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// Returns whether a file of that name in a sprint's folder is a day log.
pub(super) fn is_log(name: &str) -> bool {
    name.strip_suffix(".toml")
        .is_some_and(|stem| day_of(stem).is_some())
}

/// Parses the day in `2017-02-27` or `2017-02-27.WORD`.
pub(super) fn day_of(stem: &str) -> Option<NaiveDate> {
    let (date, word) = stem.split_once('.').unwrap_or((stem, "shared"));
    // What others have pushed may be called anything.
    let leads_elsewhere = |symbol: char| "./\\".contains(symbol) || symbol.is_control();
    let well_formed = date.len() == 10 && !word.is_empty() && !word.contains(leads_elsewhere);
    NaiveDate::parse_from_str(date, "%Y-%m-%d")
        .ok()
        .filter(|_| well_formed)
}

/// Checks that a name is fit for a sprint on every system: `[a-z0-9][a-z0-9._-]{0,63}`, no device of Windows, no dot at
/// the end.
pub(crate) fn check_name(name: &str) -> Result<(), Error> {
    if is_name(name) {
        return Ok(());
    }
    let suggestion = Some(file_word(name, "")).filter(|name| is_name(name));
    Err(Error::BadSprintName {
        name: name.to_owned(),
        suggestion,
    })
}

fn is_name(name: &str) -> bool {
    let letter_or_digit = |symbol: char| symbol.is_ascii_lowercase() || symbol.is_ascii_digit();
    let fits = |symbol: char| letter_or_digit(symbol) || "._-".contains(symbol);
    let stem = name.split('.').next().unwrap_or(name);
    let device = match stem.strip_suffix(|last: char| last.is_ascii_digit()) {
        Some(word) => NUMBERED_DEVICES.contains(&word),
        None => DEVICES.contains(&stem),
    };
    name.starts_with(letter_or_digit)
        && name.chars().all(fits)
        && name.len() <= LONGEST_NAME
        && !name.ends_with('.')
        && !device
}

/// Returns the word for a writer in the names of their logs. Two names never share one, even where a file system does
/// not distinguish capitals: unless word and name are the same letter for letter, it has a digest of the name. The
/// composed and the decomposed form of a letter are one.
pub(super) fn writer_word(by: &str) -> String {
    let name: String = by.nfc().collect();
    let word = file_word(&name, "somebody");
    let digest = short_digest(name.as_bytes());
    // Who is called like a word with a digest would share it with its owner.
    let looks_made = word
        .rsplit_once('-')
        .is_some_and(|(_, last)| last.len() == digest.len() && EntryId::may_begin_with(last));
    if word == name && !looks_made {
        word
    } else {
        format!("{word}-{digest}")
    }
}

/// Makes, of `text`, a part of a file's name that every system and every web server accepts; `otherwise` if nothing of
/// it is fit for one.
pub(super) fn file_word(text: &str, otherwise: &str) -> String {
    let word: String = slug::slugify(text).chars().take(LONGEST_NAME).collect();
    match word.trim_end_matches('-') {
        "" => otherwise.to_owned(),
        word => word.to_owned(),
    }
}

/// Makes the same of the name of a file without its extension.
pub(super) fn stem_word(file: &Path, otherwise: &str) -> String {
    let stem = file.file_stem().unwrap_or_default();
    file_word(&stem.to_string_lossy(), otherwise)
}

/// Computes ten symbols from a content, as those of an entry's id: two contents share them once in 2⁵⁰ times.
pub(super) fn digest(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let bits = u64::from_le_bytes(array::from_fn(|at| digest[at]));
    EntryId::new(None, bits).to_string()
}

/// Computes six symbols from a content. The names of logs that exist have them, and the writers of a sprint are few;
/// the pictures of a sprint had them at first.
pub(super) fn short_digest(bytes: &[u8]) -> String {
    let mut hasher = FnvHasher::default();
    hasher.write(bytes);
    let id = EntryId::new(None, hasher.finish());
    id.to_string()[..6].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_some_system_cannot_store_are_refused() {
        for name in ["leysin-2017", "a", "0", "x.y_z-1", "console", "com", "con1"] {
            assert!(check_name(name).is_ok(), "{name}");
        }
        let long = "x".repeat(65);
        for name in [
            "", ".", "..", "../etc", "-rf", "A", "a.", "a b", "con", "nul.x", "com1", "lpt9", "é",
            ".git", "a/b", &long,
        ] {
            assert!(check_name(name).is_err(), "{name}");
        }
    }

    #[test]
    fn a_writer_has_a_word_of_their_own() {
        for name in ["armin", "carl-friedrich", "anto2"] {
            assert_eq!(writer_word(name), name);
        }
        let long = "x".repeat(65);
        let plain = "armin Armin ARMIN ármin armin! Li li 李 里 anto anto! Ánto ? ! somebody con CON \
                     a-b a.b ß ss";
        let names = [" armin", "", "a b", &long, &long[..64]];
        let names: Vec<&str> = plain.split(' ').chain(names).collect();
        let mut words: Vec<String> = names.iter().map(|name| writer_word(name)).collect();
        // A word that was made of a name is not another name's.
        words.push(writer_word(&writer_word("Armin")));
        words.extend(["li-k7f2m9", "jean-pepper"].map(writer_word));
        for word in &words {
            assert_eq!(
                day_of(&format!("2017-02-27.{word}")),
                NaiveDate::from_ymd_opt(2017, 2, 27)
            );
            assert_eq!(*word, word.to_lowercase());
        }
        let count = words.len();
        words.sort();
        words.dedup();
        assert_eq!(words.len(), count, "{words:?}");
        assert_eq!(writer_word("A\u{301}nto"), writer_word("Ánto"));
    }

    #[test]
    fn a_day_log_is_named_by_its_day_and_at_most_one_word() {
        let day = NaiveDate::from_ymd_opt(2017, 2, 27);
        assert_eq!(day_of("2017-02-27"), day);
        assert_eq!(day_of("2017-02-27.armin"), day);
        for stem in [
            "2017-2-27",
            "2017-02-27.",
            "2017-02-27.a.b",
            "2017-02-30",
            "notes",
            "2017-02-27-armin",
            "2017-02-27.a/b",
            "2017-02-27.a\\b",
            "2017-02-27.a\nb",
        ] {
            assert_eq!(day_of(stem), None, "{stem}");
        }
    }
}
