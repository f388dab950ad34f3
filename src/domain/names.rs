//! The names of people in the forms in which they are looked up, and an index of them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use foldhash::HashMap;
use icu_properties::CodePointMapData;
use icu_properties::props::Script;
use smallvec::{Array, SmallVec};

use super::derived::Derived;
use super::typo_index::TypoIndex;
use crate::text::normalize;

/// The names of a person in one form.
#[derive(Debug, PartialEq, Eq)]
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

    /// Returns the same names, and the other ones of some before them.
    fn with_others_of(&self, former: &Names) -> Self {
        let new = self.others.iter();
        let new = new.filter(|name| !former.others.contains(name));
        Names {
            nick: self.nick.clone(),
            words: self.words.clone(),
            others: former.others.iter().chain(new).cloned().collect(),
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

    /// Returns whether a name is the nick, the first name or another one.
    fn is_whole(&self, name: &str) -> bool {
        let mut names = [&self.nick, &self.words[0]].into_iter().chain(&self.others);
        names.any(|known| known == name)
    }

    /// Returns everything by which a search may find them.
    fn keys(&self) -> impl Iterator<Item = String> {
        let last = self.words.len() - 1;
        let initials = [initials(&self.words), initials(&self.words[..last])];
        let names = [&self.nick].into_iter().chain(&self.words);
        let whole = [self.words.join(" ")].into_iter().chain(initials);
        let keys = names.chain(&self.others).cloned().chain(whole);
        keys.filter(|key| !key.is_empty())
    }
}

/// The names of people, by their places in a list. A search gives those who may be meant, so that not everybody has to be
/// looked at.
#[derive(Clone, Debug, Default)]
pub(super) struct NameIndex {
    given: Vec<Given>,
    /// Who has or had a whole name, in the form in which a log is read, in order.
    whole: HashMap<String, SmallVec<[usize; 1]>>,
    /// The forms in which typed names are compared, made when they are first asked for.
    forms: Derived<Forms>,
    /// Where those that may be meant are looked up among many, made when it is first asked for.
    search: Derived<NameSearch>,
    /// Most commands type no name that might be a typo.
    typos: Derived<TypoIndex>,
    asked: Asked,
}

/// How often somebody was looked for so far.
#[derive(Debug, Default)]
struct Asked(AtomicUsize);

impl Clone for Asked {
    fn clone(&self) -> Self {
        Asked(AtomicUsize::new(self.0.load(Ordering::Relaxed)))
    }
}

/// The names that somebody was given, and the other ones that are new.
#[derive(Clone, Debug)]
struct Given {
    place: usize,
    name: String,
    nick: String,
    others: Vec<String>,
}

/// They are those of the people in the list.
impl PartialEq for NameIndex {
    fn eq(&self, _: &NameIndex) -> bool {
        true
    }
}

impl NameIndex {
    /// Adds the names of somebody, or replaces the name and the nick, and adds others. By those that they had, they are still
    /// found.
    pub(super) fn set(&mut self, place: usize, name: &str, nick: &str, others: &[String]) {
        let given = Given {
            place,
            name: name.to_owned(),
            nick: nick.to_owned(),
            others: others.to_vec(),
        };
        for name in given.whole() {
            insert(self.whole.entry(name).or_default(), place);
        }
        if let Some(forms) = self.forms.made() {
            forms.set(&given);
        }
        if let Some(search) = self.search.made() {
            search.add(&given);
        }
        if let Some(typos) = self.typos.made() {
            given.add_to(typos);
        }
        self.given.push(given);
    }

    /// Returns the places of those who have or had a whole name, in order.
    pub(super) fn called(&self, name: &str) -> &[usize] {
        let places = self.whole.get(name);
        places.map(SmallVec::as_slice).unwrap_or_default()
    }

    /// Returns whether somebody has or had a whole name.
    pub(super) fn is_called(&self, place: usize, name: &str) -> bool {
        self.called(name).binary_search(&place).is_ok()
    }

    /// Returns the names of everybody in the forms in which typed ones are compared.
    pub(super) fn forms(&self) -> &Forms {
        self.forms.get(|| {
            let mut forms = Forms::default();
            for given in self.given_in_all() {
                forms.set(&given);
            }
            forms
        })
    }

    /// Returns the last name and nick of each, and all other names.
    fn given_in_all(&self) -> Vec<Cow<'_, Given>> {
        let mut all: Vec<Cow<'_, Given>> = Vec::new();
        for given in &self.given {
            match all.get_mut(given.place) {
                Some(known) => known.to_mut().change_to(given),
                None => all.push(Cow::Borrowed(given)),
            }
        }
        all
    }

    /// Returns where names are looked up.
    pub(super) fn search(&self) -> &NameSearch {
        self.search.get(|| {
            let mut search = NameSearch::default();
            for given in &self.given {
                search.add(given);
            }
            search
        })
    }

    /// Returns the places of those who may have a name, or all its words, in order.
    pub(super) fn having(&self, name: &str) -> Vec<usize> {
        self.everybody()
            .unwrap_or_else(|| self.search().having(name))
    }

    /// Returns whether something is so of the place of anybody who may have a name, or all its words.
    pub(super) fn any_having(&self, name: &str, mut is_so: impl FnMut(usize) -> bool) -> bool {
        match self.everybody() {
            Some(all) => all.into_iter().any(is_so),
            None => self.search().keys_of(name).any(|key| {
                let places = self.search().having_word(key).iter();
                places.copied().any(&mut is_so)
            }),
        }
    }

    /// Returns the places of those of whose initials and last name a nick may be made.
    pub(super) fn made_into(&self, nick: &str) -> Vec<usize> {
        self.everybody()
            .unwrap_or_else(|| self.search().made_into(nick))
    }

    /// Returns the places of those who may have a name that begins so.
    pub(super) fn beginning(&self, start: &str) -> Vec<usize> {
        self.everybody()
            .unwrap_or_else(|| self.search().beginning(start))
    }

    /// Returns the places of everybody, if they are few and were not looked for often: to look at each costs less than to make a
    /// search, which is for documents and batches.
    fn everybody(&self) -> Option<Vec<usize>> {
        const FEW: usize = 64;
        let is_seldom = self.asked.0.fetch_add(1, Ordering::Relaxed) < FEW;
        let are_few = self.given.len() <= FEW;
        (is_seldom && are_few).then(|| (0..self.forms().of.len()).collect())
    }

    /// Finds the places of those who have a name of which another may be a typo or the beginning, and of some others.
    pub(super) fn like<'n>(&'n self, name: &str) -> impl Iterator<Item = usize> + use<'n> {
        let typos = self.typos.get(|| {
            let mut typos = TypoIndex::default();
            for given in &self.given {
                given.add_to(&mut typos);
            }
            typos
        });
        let beginning = self.search().beginning(name);
        beginning.into_iter().chain(typos.near(name))
    }

    /// Returns the same places, in order.
    pub(super) fn all_like(&self, name: &str) -> Vec<usize> {
        let places: Vec<usize> = self.like(name).collect();
        sorted(places.iter())
    }
}

impl Given {
    fn change_to(&mut self, new: &Given) {
        self.name.clone_from(&new.name);
        self.nick.clone_from(&new.nick);
        self.others.extend_from_slice(&new.others);
    }

    /// Returns the whole names by which a log may name them.
    fn whole(&self) -> impl Iterator<Item = String> {
        let first = self.name.split_whitespace().next().unwrap_or(&self.name);
        let whole = [self.name.as_str(), first, &self.nick].into_iter();
        let whole = whole.chain(self.others.iter().map(String::as_str));
        whole.map(normalize).filter(|name| !name.is_empty())
    }

    /// Returns the names as they are written, and in Latin letters without marks.
    fn forms(&self) -> [Arc<Names>; 2] {
        let names = |form| Arc::new(Names::new(&self.name, &self.nick, &self.others, form));
        let plain = names(plain);
        let is_ascii = [&self.name, &self.nick].iter().all(|name| name.is_ascii());
        let latin = match is_ascii && self.others.iter().all(|name| name.is_ascii()) {
            true => Arc::clone(&plain),
            false => names(latin),
        };
        [plain, latin]
    }

    fn add_to(&self, typos: &mut TypoIndex) {
        for key in self.keys(&self.forms()) {
            typos.add(&key, self.place);
        }
    }

    /// Returns everything by which a search may find them, some of it more than once.
    fn keys(&self, [plain, latin]: &[Arc<Names>; 2]) -> impl Iterator<Item = String> {
        let whole = self.whole().filter(|name| !plain.is_whole(name));
        let latin = Some(latin).filter(|latin| *latin != plain);
        let latin = latin.into_iter().flat_map(|latin| latin.keys());
        plain.keys().chain(latin).chain(whole)
    }
}

/// Adds a place to others in order, unless it is there.
pub(super) fn insert<A: Array<Item = usize>>(places: &mut SmallVec<A>, place: usize) {
    if let Err(at) = places.binary_search(&place) {
        places.insert(at, place);
    }
}

/// The names of people in the forms in which typed ones are compared.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    /// The names of each as they are written, and in Latin letters without marks.
    pub of: Vec<[Arc<Names>; 2]>,
    /// How many words the longest name has.
    pub longest: usize,
}

impl Forms {
    fn set(&mut self, given: &Given) {
        let mut forms = given.forms();
        if let Some(former) = self.of.get(given.place) {
            forms = [0, 1].map(|form| Arc::new(forms[form].with_others_of(&former[form])));
        }
        let [plain, _] = &forms;
        let lengths = plain.others.iter().chain([&plain.nick]);
        let lengths = lengths.map(|name| name.split(' ').count());
        let longest = lengths.chain([plain.words.len()]).max();
        self.longest = self.longest.max(longest.unwrap_or(1));
        match self.of.get_mut(given.place) {
            Some(known) => *known = forms,
            None => self.of.push(forms),
        }
    }
}

/// The places of people by everything by which a typed name may find them.
#[derive(Clone, Debug, Default)]
pub(super) struct NameSearch {
    places: BTreeMap<String, SmallVec<[usize; 2]>>,
}

impl NameSearch {
    fn add(&mut self, given: &Given) {
        for key in given.keys(&given.forms()) {
            insert(self.places.entry(key).or_default(), given.place);
        }
    }

    /// Returns the places of those who have or had a name in any form, or a word of it, in order.
    pub(super) fn having_word(&self, name: &str) -> &[usize] {
        let places = self.places.get(name);
        places.map(SmallVec::as_slice).unwrap_or_default()
    }

    /// Returns the places of those who may have a name, or all its words, in order.
    fn having(&self, name: &str) -> Vec<usize> {
        self.at(self.keys_of(name))
    }

    /// Returns by what those are found who may have a name, or all its words.
    fn keys_of<'n>(&self, name: &'n str) -> impl Iterator<Item = &'n str> {
        let with = |word: &str| self.having_word(word).len();
        let rarest = name.split(' ').min_by_key(|word| with(word));
        [name].into_iter().chain(rarest)
    }

    /// Returns the places of those of whose initials and last name a nick may be made.
    fn made_into(&self, nick: &str) -> Vec<usize> {
        let cuts = nick.char_indices();
        let parts = cuts.flat_map(|(cut, _)| [&nick[..cut], &nick[cut..]]);
        self.at(parts)
    }

    /// Returns the places of those who may have a name that begins so.
    fn beginning(&self, start: &str) -> Vec<usize> {
        let names = self.places.range(start.to_owned()..);
        let names = names.take_while(|(name, _)| name.starts_with(start));
        sorted(names.flat_map(|(_, places)| places))
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
    let is_marked = |byte: u8| byte == b'-' || byte == b'\'' || byte == b'.' || byte == b'`';
    if name.is_ascii() && !name.bytes().any(is_marked) {
        return normalize(name);
    }
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
