//! Text from outside may do nothing to a terminal, and hide nothing from its reader.

use icu_properties::props::{
    DefaultIgnorableCodePoint, Emoji, EmojiModifier, ExtendedPictographic, Script,
};
use icu_properties::{CodePointMapData, CodePointSetData};
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// How many marks one letter may have. Tibetan needs nine; a pile of them covers the lines around it.
pub(super) const MARKS: usize = 10;

/// The variation selectors that make plain text or an emoji of the character before them.
const PRESENTATIONS: [char; 2] = ['\u{fe0e}', '\u{fe0f}'];

/// The combining enclosing keycap, as in 1️⃣.
const KEYCAP: char = '\u{20e3}';

/// The zero width non-joiner and the zero width joiner.
pub(super) const JOINERS: [char; 2] = ['\u{200c}', '\u{200d}'];

/// The tags that follow a black flag in the flags of England, Scotland and Wales.
/// <https://unicode.org/Public/emoji/latest/emoji-sequences.txt>
const FLAGS: [&str; 3] = [
    "\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    "\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
];

/// The scripts in which a joiner between two letters changes how they are written.
const JOINING: [Script; 19] = [
    Script::Arabic,
    Script::Syriac,
    Script::Mandaic,
    Script::Nko,
    Script::Mongolian,
    Script::Devanagari,
    Script::Bengali,
    Script::Gurmukhi,
    Script::Gujarati,
    Script::Oriya,
    Script::Tamil,
    Script::Telugu,
    Script::Kannada,
    Script::Malayalam,
    Script::Sinhala,
    Script::Khmer,
    Script::Myanmar,
    Script::Tibetan,
    Script::Balinese,
];

/// The combining class of the signs that take the vowel from a letter, as in Devanagari.
const VIRAMA: u8 = 9;

/// Makes a text safe to show on one line: line ends and tabs become blanks; other control characters, characters that
/// reorder text or are invisible, and marks after the tenth on one letter become escapes.
///
/// "Trojan Source" reorders text (<https://trojansource.codes>). Joiners and variation selectors stay where emoji and
/// scripts need them. What is visible stays as it is.
pub fn visible(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    for (character, must_escape) in characters(&text.replace("\r\n", "\n")) {
        match character {
            '\n' | '\r' | '\t' => shown.push(' '),
            character if must_escape => shown.extend(character.escape_unicode()),
            character => shown.push(character),
        }
    }
    shown
}

/// Returns whether a text has nothing but visible ASCII characters and blanks, as most have: each takes one column.
pub(super) fn is_plain(text: &str) -> bool {
    // Without an early end, many bytes are looked at at once.
    text.bytes()
        .fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'))
}

/// Escapes a text as [`visible`] does, but keeps its lines.
pub(crate) fn visible_lines(text: &str) -> String {
    text.lines().map(visible).collect::<Vec<_>>().join("\n")
}

/// Returns the characters of a text, and whether each has to be escaped: in its context, it acts on a terminal,
/// reorders or hides what is around it, or is invisible.
pub(crate) fn characters(text: &str) -> impl Iterator<Item = (char, bool)> {
    let mut context = Context::default();
    let mut rest = text.chars();
    std::iter::from_fn(move || {
        let character = rest.next()?;
        Some((character, context.must_escape(character, rest.as_str())))
    })
}

/// Returns whether a character is invisible or acts on a terminal if its context is not considered. Blanks are visible.
pub(crate) fn is_invisible(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_control() && !character.is_ascii_whitespace();
    }
    character.is_control() && !character.is_whitespace()
        || u32::from(character) & 0xfffe == 0xfffe
        || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character)
        || matches!(character,
            // Annotations between lines, and how hieroglyphs are arranged.
            '\u{fff9}'..='\u{fffb}' | '\u{13430}'..='\u{13440}'
            // Noncharacters, which XML cannot hold.
            | '\u{fdd0}'..='\u{fdef}'
            // Letters and symbols that are blank.
            | '\u{2800}' | '\u{13441}' | '\u{13442}' | '\u{16fe4}' | '\u{1d159}')
}

/// Returns whether nothing of a text is visible: it has only blanks, invisible characters, and marks without a letter.
pub(crate) fn is_blank(text: &str) -> bool {
    let is_nothing = |character: char| {
        character.is_whitespace()
            || is_invisible(character)
            || !character.is_ascii() && is_combining_mark(character)
    };
    text.chars().all(is_nothing)
}

/// What precedes a character.
#[derive(Default)]
struct Context {
    /// The character right before, unless it is escaped.
    before: Option<char>,
    /// The script of the text before.
    script: Option<Script>,
    /// How many marks are right before.
    marks: usize,
    /// How many of the next characters are tags of a flag.
    tags: usize,
}

impl Context {
    /// Returns whether the next character has to be escaped; `rest` is the text after it.
    fn must_escape(&mut self, character: char, rest: &str) -> bool {
        if (' '..='~').contains(&character) {
            *self = Context {
                before: Some(character),
                ..Context::default()
            };
            return false;
        }
        let is_tag = self.tags > 0;
        let must_escape = if is_tag {
            self.tags -= 1;
            false
        } else if character.is_control() || matches!(character, '\u{2028}' | '\u{2029}') {
            true
        } else if is_invisible(character) {
            !self.is_needed(character, rest.chars().next())
        } else {
            self.marks = if is_combining_mark(character) {
                self.marks + 1
            } else {
                0
            };
            self.marks > MARKS
        };
        if must_escape {
            self.before = None;
            self.script = None;
            return true;
        }
        if character == '\u{1f3f4}' {
            let flag = FLAGS.iter().find(|flag| rest.starts_with(**flag));
            self.tags = flag.map_or(0, |flag| flag.chars().count());
        }
        self.before = Some(character);
        match CodePointMapData::<Script>::new().get(character) {
            Script::Inherited => {}
            script => self.script = Some(script),
        }
        false
    }

    /// Returns whether an invisible character changes how the characters around it are written.
    fn is_needed(&mut self, character: char, after: Option<char>) -> bool {
        let Some(before) = self.before else {
            return false;
        };
        let needed = if PRESENTATIONS.contains(&character) {
            CodePointSetData::new::<Emoji>().contains(before)
                && (!before.is_ascii() || after == Some(KEYCAP))
        } else if JOINERS.contains(&character) {
            self.joins_letters(before, after)
                || character == '\u{200d}' && joins_emoji(before, after)
        } else {
            false
        };
        if needed {
            self.marks = 0;
        }
        needed
    }

    /// Returns whether a joiner follows a virama or is between two letters of a script that uses joiners.
    fn joins_letters(&self, before: char, after: Option<char>) -> bool {
        let Some(script) = self.script.filter(|script| JOINING.contains(script)) else {
            return false;
        };
        let is_virama = |character| canonical_combining_class(character) == VIRAMA;
        let is_written =
            |character: char| character.is_alphabetic() || is_combining_mark(character);
        let is_followed = after.is_some_and(|after| {
            let is_letter = after.is_alphabetic() && !is_combining_mark(after);
            CodePointMapData::<Script>::new().get(after) == script
                && !is_invisible(after)
                && (is_letter || is_virama(after))
        });
        is_virama(before) || is_written(before) && !is_invisible(before) && is_followed
    }
}

/// Returns whether a joiner makes one emoji of two, as in 👩‍🚀.
fn joins_emoji(before: char, after: Option<char>) -> bool {
    let is_picture =
        |character: char| CodePointSetData::new::<ExtendedPictographic>().contains(character);
    let can_be_joined = is_picture(before)
        || CodePointSetData::new::<EmojiModifier>().contains(before)
        || before == '\u{fe0f}';
    can_be_joined && after.is_some_and(is_picture)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_on_a_terminal_is_shown_as_its_escape() {
        for (text, shown) in [
            ("\u{1b}[31mred", "\\u{1b}[31mred"),
            ("\u{9b}31m", "\\u{9b}31m"),
            ("bell\u{7}\u{7f}\0", "bell\\u{7}\\u{7f}\\u{0}"),
            ("a\u{202e}b\u{2066}c", "a\\u{202e}b\\u{2066}c"),
            ("one\ntwo\tthree\r\nfour\rfive", "one two three four five"),
            ("zero\u{200b}width\u{feff}", "zero\\u{200b}width\\u{feff}"),
        ] {
            assert_eq!(visible(text), shown);
        }
    }

    /// Ranges of characters that are invisible or reorder text.
    const UNSEEN: &[(u32, u32)] = &[
        (0xad, 0xad),
        (0x34f, 0x34f),
        (0x61c, 0x61c),
        (0x115f, 0x1160),
        (0x17b4, 0x17b5),
        (0x180b, 0x180f),
        (0x200b, 0x200f),
        (0x2028, 0x202e),
        (0x2060, 0x206f),
        (0x2800, 0x2800),
        (0x3164, 0x3164),
        (0xfe00, 0xfe0f),
        (0xfeff, 0xfeff),
        (0xffa0, 0xffa0),
        (0xfff0, 0xfffb),
        (0x13430, 0x13442),
        (0x16fe4, 0x16fe4),
        (0x1bca0, 0x1bca3),
        (0x1d159, 0x1d159),
        (0x1d173, 0x1d17a),
        (0xe0000, 0xe0fff),
    ];

    #[test]
    fn what_shows_as_nothing_is_shown_as_its_escape() {
        let unseen = UNSEEN
            .iter()
            .flat_map(|(first, last)| *first..=*last)
            .filter_map(char::from_u32);
        for letter in unseen {
            let escape = letter.escape_unicode();
            assert_eq!(visible(&format!("Be{letter}a")), format!("Be{escape}a"));
            assert_eq!(visible(&format!("{letter}")), escape.to_string());
            assert!(is_blank(&format!(" {letter}\n{letter}")), "{escape}");
        }
        for text in ["", " \u{3000}\u{a0}", "\u{301}\u{20e3}", "\u{1}"] {
            assert!(is_blank(text), "{text:?}");
        }
        for text in ["a", "-", "❤\u{fe0f}", "e\u{301}", "क"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }

    #[test]
    fn letters_of_every_script_stay() {
        for text in [
            "Łukasz é 日本語 שלום",
            "e\u{301}",
            "ཧྐྵྨླྺྼྻྂ",
            "שָׁלוֹם",
            "\u{600}١٢٣",
        ] {
            assert_eq!(visible(text), text);
        }
    }

    #[test]
    fn emoji_stay_and_what_makes_them_is_shown_anywhere_else() {
        for text in [
            "👩‍👩‍👧 ❤️ ☎\u{fe0e} ©️",
            "1️⃣ #️⃣",
            "🏴‍☠️ 👁️‍🗨️ ❤️‍🔥 🧑🏽‍🚀 🏳️‍🌈",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}!",
        ] {
            assert_eq!(visible(text), text);
        }
        for (text, shown) in [
            ("1\u{fe0f}", "1\\u{fe0f}"),
            ("a\u{fe0f}\u{20e3}", "a\\u{fe0f}\u{20e3}"),
            ("❤\u{fe0f}\u{fe0f}", "❤\u{fe0f}\\u{fe0f}"),
            ("👩\u{200d}", "👩\\u{200d}"),
            ("👩\u{200d}\u{200d}👩", "👩\\u{200d}\\u{200d}👩"),
            ("👩\u{200c}👩", "👩\\u{200c}👩"),
            ("🏴\u{e0061}\u{e007f}", "🏴\\u{e0061}\\u{e007f}"),
            ("葛\u{e0100}", "葛\\u{e0100}"),
        ] {
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn joiners_stay_between_letters_that_they_join() {
        // Persian, Marathi, Bengali, Sinhala, Malayalam.
        for text in [
            "می\u{200c}خواهم",
            "زود\u{200c}تر",
            "र्\u{200d}य",
            "র\u{200d}্যাব",
            "ශ්\u{200d}රී",
            "അവന്\u{200d}",
        ] {
            assert_eq!(visible(text), text);
        }
        for (text, shown) in [
            ("Auf\u{200c}lage", "Auf\\u{200c}lage"),
            ("می\u{200c}", "می\\u{200c}"),
            ("\u{200c}می", "\\u{200c}می"),
            ("م\u{200c}\u{200c}ی", "م\\u{200c}\\u{200c}ی"),
            ("م\u{200c}a", "م\\u{200c}a"),
        ] {
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn a_pile_of_marks_is_shown_as_escapes() {
        let pile = |marks: usize| format!("a{}b", "\u{301}".repeat(marks));
        assert_eq!(visible(&pile(10)), pile(10));
        assert_eq!(
            visible(&pile(12)),
            format!("a{}\\u{{301}}\\u{{301}}b", "\u{301}".repeat(10))
        );
    }

    #[test]
    fn what_is_visible_stays_as_it_is() {
        // Among them a virama, an accent, joiners, a variation selector, a keycap, a tag and a soft hyphen.
        let characters = "a1❤👩🏴مर\u{94d}\u{301}\u{200d}\u{200c}\u{fe0f}\u{20e3}\u{e0067}\u{ad}";
        let pieces: Vec<char> = characters.chars().collect();
        for one in &pieces {
            for two in &pieces {
                for three in &pieces {
                    for four in &pieces {
                        let shown = visible(&String::from_iter([one, two, three, four]));
                        assert_eq!(visible(&shown), shown);
                    }
                }
            }
        }
    }
}
