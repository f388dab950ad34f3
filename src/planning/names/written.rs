//! What is written as names are.

use crate::text::{is_of, normalize};

/// Words that are in brackets more often than names like them.
const NOT_NAMES: &str = "above actually after again agenda all already also always android antwort antworten apparently asap aufgabe aufgaben bald before below big bigger \
                         blocked boring both bug bugs c chrome code critical current currently day days difficult discuss discussion doc docs documentation done draft \
                         dringend each easier easy else end ends ergebnis ergebnisse erledigt even experimental external fast faster fazit few firefox first fix fixed gestern \
                         good hard harder here heute high ich idea ideas if important impossible in interesting internal issue issues it just large last late later left likely \
                         linux little long longer low mac macos maybe me medium minor module more moved much nachher needed neu neue neuer never new next nice no none not note notes notiz \
                         notizen now obvious of offen ok old on one only open optional or osx other others outcome parallel part partial partially perhaps possible possibly \
                         postponed pr probably problem probleme problems python question quick quickly ready remote remotely result results safari same see short simple slow \
                         slower small some somehow soon spater status still summary test tests that the thema then there they this too trivial two unclear unix unklar \
                         unlikely unused urgent useful very vielleicht wait waiting what when where which why wichtig windows wip wishlist with without work working yes \
                         zusammenfassung";

/// Words between or within the words of a name that are not capitalised.
const PARTICLES: [&str; 16] = [
    "al", "bin", "d'", "da", "de", "del", "den", "der", "di", "dos", "du", "la", "le", "van",
    "von", "zu",
];

/// Words of other languages that join names, if names are on both sides of them, and those that say who helps.
pub(super) const JOINING: [&str; 2] = ["et", "und"];

/// Those that stand within surnames, too, as in `Ortega y Gasset`: they join only names that are known.
pub(super) const JOINING_KNOWN: [&str; 3] = ["e", "i", "y"];

pub(super) const HELPING: [&str; 3] = ["avec", "con", "mit"];

/// Returns whether a word begins as that of a name does.
pub(super) fn is_led_as_name(word: &str) -> bool {
    word.starts_with(|sign: char| sign.is_uppercase() || "@+".contains(sign))
}

fn is_not_name(word: &str) -> bool {
    let word = normalize(word);
    is_of(NOT_NAMES, &word)
}

/// Returns whether a text is written as a name is: `Amaury`, `Adrian K`, `Eric van Riet Paap`.
pub fn is_capitalised(name: &str) -> bool {
    const MOST: usize = 5;
    let words = || name.split(' ');
    let is_name = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().is_some_and(char::is_uppercase)
            || word.starts_with(|letter: char| letter.is_alphabetic() && !letter.is_lowercase());
        let rest = letters
            .as_str()
            .trim_end_matches(|letter: char| letter.is_ascii_digit());
        let is_initial = rest.is_empty() || rest == ".";
        let is_written_so = rest.contains(char::is_lowercase) || !rest.is_ascii();
        let has_signs =
            rest.contains(|letter: char| !letter.is_alphabetic() && !"'’-.".contains(letter));
        first && (is_initial || is_written_so) && !has_signs
    };
    // `d'Arc`.
    let has_particle = |word: &str| {
        let cut = word.split_once(['\'', '’']);
        cut.is_some_and(|(particle, name)| particle.chars().count() < 3 && is_name(name))
    };
    let is_part = |(place, word): (usize, &str)| {
        is_name(word) || place > 0 && (PARTICLES.contains(&word) || has_particle(word))
    };
    words().count() <= MOST
        && words().enumerate().all(is_part)
        && words()
            .next()
            .is_some_and(|first| first.chars().count() > 1)
        && !words().any(is_not_name)
}

/// Returns whether a text is one word that may be a nick: `fijal`, `hpk42`.
pub fn is_short_word(name: &str) -> bool {
    const LONGEST: usize = 12;
    let length = name.chars().count();
    (2..=LONGEST).contains(&length)
        && name.starts_with(char::is_lowercase)
        // `looking` is what somebody does.
        && !name.ends_with("ing")
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || "-_'".contains(letter))
        && !is_not_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_no_person_is_not_written_as_a_name() {
        for word in ["Ergebnis", "Safari", "Fazit", "Later", "Max Status"] {
            assert!(!is_capitalised(word), "{word}");
        }
        for name in ["Amaury", "Adrian K", "Eric van Riet Paap", "Jeanne d'Arc"] {
            assert!(is_capitalised(name), "{name}");
        }
    }
}
