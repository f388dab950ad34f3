//! The names of people in the forms in which they are looked up, and an index of them.

use std::collections::BTreeMap;

use icu_properties::CodePointMapData;
use icu_properties::props::Script;

use super::typo_index::TypoIndex;
use crate::text::normalize;

/// The names of a person in one form.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Names {
    pub nick: String,
    /// The words of the full name.
    pub words: Vec<String>,
    pub others: Vec<String>,
}

impl Names {
    fn new(name: &str, nick: &str, others: &[String], form: fn(&str) -> String) -> Self {
        Names {
            nick: form(nick),
            words: form(name).split(' ').map(str::to_owned).collect(),
            others: others.iter().map(|name| form(name)).collect(),
        }
    }

    /// Returns whether a text in the same form is another name, or words of the full name in their order.
    pub(super) fn has(&self, typed: &str) -> bool {
        let mut words = self.words.iter();
        let mut is_in_order = || {
            typed
                .split(' ')
                .all(|word| words.any(|other| other == word))
        };
        self.others.iter().any(|name| name == typed) || is_in_order()
    }

    /// Returns everything by which a search may find them.
    fn keys(&self) -> impl Iterator<Item = String> {
        let last = self.words.len() - 1;
        let initials = [initials(&self.words), initials(&self.words[..last])];
        let names = [&self.nick].into_iter().chain(&self.words);
        let whole = [self.words.join(" ")].into_iter().chain(initials);
        names.chain(&self.others).cloned().chain(whole)
    }
}

/// The names of people, by their places in a list. A search gives those who may be meant, so that not everybody has to be
/// looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct NameIndex {
    /// The names of each as they are written, and in Latin letters without marks.
    pub forms: Vec<[Names; 2]>,
    places: BTreeMap<String, Vec<usize>>,
    typos: TypoIndex,
    /// How many words the longest name has.
    pub longest: usize,
}

impl NameIndex {
    /// Adds the names of somebody, or replaces them. By those that they had, they are still found.
    pub(super) fn set(&mut self, place: usize, name: &str, nick: &str, others: &[String]) {
        let plain = Names::new(name, nick, others, plain);
        let is_ascii = [name, nick].iter().all(|name| name.is_ascii());
        let latin = match is_ascii && others.iter().all(|name| name.is_ascii()) {
            true => plain.clone(),
            false => Names::new(name, nick, others, latin),
        };
        let forms = [plain, latin];
        let first = name.split_whitespace().next().unwrap_or(name);
        let whole = [name, first, nick].into_iter();
        let whole = whole.chain(others.iter().map(String::as_str));
        let keys = forms.iter().flat_map(Names::keys);
        let keys = keys.chain(whole.map(normalize));
        for key in keys.filter(|key| !key.is_empty()) {
            // Most names have several of their forms alike.
            if self
                .places
                .get(&key)
                .is_some_and(|places| places.binary_search(&place).is_ok())
            {
                continue;
            }
            self.typos.add(&key, place);
            let places = self.places.entry(key).or_default();
            let at = places.partition_point(|other| *other < place);
            places.insert(at, place);
        }
        let [plain, _] = &forms;
        let lengths = plain.others.iter().chain([&plain.nick]);
        let lengths = lengths.map(|name| name.split(' ').count());
        let longest = lengths.chain([plain.words.len()]).max();
        self.longest = self.longest.max(longest.unwrap_or(1));
        match self.forms.get_mut(place) {
            Some(known) => *known = forms,
            None => self.forms.push(forms),
        }
    }

    /// Returns the places of those who have or had a name, in order.
    pub(super) fn called(&self, name: &str) -> &[usize] {
        let places = self.places.get(name);
        places.map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns the places of those who may have a name, or all its words, in order.
    pub(super) fn having(&self, name: &str) -> Vec<usize> {
        let with = |word: &str| self.places.get(word).map_or(0, Vec::len);
        let rarest = name.split(' ').min_by_key(|word| with(word));
        self.at([name].into_iter().chain(rarest))
    }

    /// Returns the places of those of whose initials and last name a nick may be made.
    pub(super) fn made_into(&self, nick: &str) -> Vec<usize> {
        let cuts = nick.char_indices();
        let parts = cuts.flat_map(|(cut, _)| [&nick[..cut], &nick[cut..]]);
        self.at(parts)
    }

    /// Returns the places of those who may have a name that begins so.
    pub(super) fn beginning(&self, start: &str) -> Vec<usize> {
        let names = self.places.range(start.to_owned()..);
        let names = names.take_while(|(name, _)| name.starts_with(start));
        sorted(names.flat_map(|(_, places)| places))
    }

    /// Finds the places of those who have a name of which another may be a typo or the beginning, and of some others.
    pub(super) fn like<'n>(&'n self, name: &str) -> impl Iterator<Item = usize> + use<'n> {
        self.beginning(name)
            .into_iter()
            .chain(self.typos.near(name))
    }

    /// Returns the same places, in order.
    pub(super) fn all_like(&self, name: &str) -> Vec<usize> {
        let places: Vec<usize> = self.like(name).collect();
        sorted(places.iter())
    }

    fn at<'k>(&self, keys: impl Iterator<Item = &'k str>) -> Vec<usize> {
        sorted(keys.filter_map(|key| self.places.get(key)).flatten())
    }
}

fn sorted<'p>(places: impl Iterator<Item = &'p usize>) -> Vec<usize> {
    let mut places: Vec<usize> = places.copied().collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// Returns the first letters of words.
pub(super) fn initials(words: &[String]) -> String {
    let letters = words.iter().filter_map(|word| word.chars().next());
    letters.collect()
}

/// Gives a name the form in which typed names are compared: a hyphen is a blank, and apostrophes and full stops are nothing.
pub(super) fn plain(name: &str) -> String {
    let marked = name.chars().filter_map(|letter| match letter {
        '-' | '\u{2010}' | '\u{2011}' => Some(' '),
        '\'' | '’' | 'ʼ' | '`' | '´' | '.' => None,
        letter => Some(letter),
    });
    normalize(&marked.collect::<String>())
}

/// Gives a name the same form with the letters of the Latin script that have no decomposition, such as ł, ø, đ and ß, as
/// those who have no such key type them.
pub(crate) fn latin(name: &str) -> String {
    let name = plain(name);
    if name.is_ascii() {
        return name;
    }
    let mut latin = String::with_capacity(name.len());
    for letter in name.chars() {
        match deunicode::deunicode_char(letter) {
            Some(typed) if CodePointMapData::<Script>::new().get(letter) == Script::Latin => {
                latin.push_str(typed);
            }
            _ => latin.push(letter),
        }
    }
    latin.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_without_a_decomposition_are_what_is_typed_for_them() {
        for (name, typed) in [
            ("Łukasz", "lukasz"),
            ("Søren", "soren"),
            ("Đorđe", "dorde"),
            ("Straße", "strasse"),
            ("Siobhán O’Brien", "siobhan obrien"),
            ("Jean-Philippe", "jean philippe"),
            ("王小明", "王小明"),
            ("Ærø", "aero"),
            ("Ольга", "ольга"),
        ] {
            assert_eq!(latin(name), typed);
        }
    }
}
