//! Words that say that something is finished.

use super::is_of;

/// Words that say so in like places. Whoever looks for them names those that say so there.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Finished {
    /// Those that mean nothing else, wherever they stand.
    Plain,
    /// What is said of code, also in front of other words.
    OfCode,
    /// Further English words, which stand alone.
    English,
    /// German words, with their accents and without.
    German,
    /// Words of other languages. Without its accent, one is another word: `Termine`.
    Elsewhere,
    /// Words without accents that say so only as a result: elsewhere, what is `ready` is yet to be merged.
    AsResult,
}

impl Finished {
    fn words(self) -> &'static str {
        match self {
            Finished::Plain => "done finished",
            Finished::OfCode => "fixed merged",
            Finished::English => "closed complete completed landed resolved shipped solved",
            Finished::German => {
                "abgeschlossen beendet behoben erledigt fertig geloest gelost gelöst gemerged gemergt geschafft geschlossen"
            }
            Finished::Elsewhere => "fait fatto hecho klaar terminado terminé",
            Finished::AsResult => {
                "besprochen committed discussed gemacht geklaert geklart happened held ok pushed ready released"
            }
        }
    }
}

/// Returns whether a word in small letters is among some of those that say that something is finished.
pub(crate) fn says_finished(among: &[Finished], word: &str) -> bool {
    among.iter().any(|some| is_of(some.words(), word))
}

/// Returns all words that say so in English or German, where they stand alone.
pub(crate) fn words_for_finished() -> impl Iterator<Item = &'static str> {
    use Finished::{AsResult, English, German, OfCode, Plain};
    let all = [Plain, OfCode, English, German, AsResult].into_iter();
    all.flat_map(|some| some.words().split(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_counts_where_it_says_so() {
        use Finished::{AsResult, Elsewhere, English, German, OfCode, Plain};
        for (word, said_by) in [
            ("done", Plain),
            ("merged", OfCode),
            ("solved", English),
            ("gelöst", German),
            ("gelost", German),
            ("terminé", Elsewhere),
            ("ready", AsResult),
        ] {
            for some in [Plain, OfCode, English, German, Elsewhere, AsResult] {
                let is_there = some as u8 == said_by as u8;
                assert_eq!(says_finished(&[some], word), is_there, "{word} {some:?}");
            }
        }
        assert!(!says_finished(&[Plain, Elsewhere], "termine"));
    }
}
