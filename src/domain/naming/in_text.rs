//! The people whom the words of a text name, though it puts nobody on anything.

use super::bracket::WORDS;
use super::known::KnownPeople;
use crate::domain::person::PersonId;
use crate::domain::sprint::Sprint;
use crate::text::{is_of, kept_together};

/// Words before a name that may have no capital.
const BEFORE: &str = "and by mit und with";

impl Sprint {
    /// Finds the attendees whom a text names: by a name with a capital, or by one behind `with` or `@`, or before a colon.
    pub fn named_in(&self, text: &str) -> Vec<PersonId> {
        let known = KnownPeople::new(&self.people);
        let kept = kept_together(text);
        let mut found: Vec<PersonId> = Vec::new();
        let mut before = "";
        for (place, word) in text.split_whitespace().enumerate() {
            let at = word.as_ptr() as usize - text.as_ptr() as usize;
            let bare = word.trim_end_matches([',', ':', '.', ';', '!', '?']);
            let (bare, is_handle) = match bare.strip_prefix('@') {
                Some(handle) => (handle, true),
                None => (bare, false),
            };
            let is_led = is_handle || is_of(BEFORE, before) || place == 0 && word.ends_with(':');
            let may_be_word = WORDS.contains(&bare.to_lowercase().as_str());
            let is_name = match bare.starts_with(char::is_uppercase) {
                true => is_led || place > 0 || !may_be_word,
                false => is_led && !may_be_word,
            };
            let is_alone = bare
                .chars()
                .all(|letter| letter.is_alphabetic() || letter == '-');
            let is_kept = kept.iter().any(|kept| kept.contains(&at));
            before = word;
            if !is_name || !is_alone || is_kept {
                continue;
            }
            if let [id] = known.find(bare)[..]
                && self.people.get(id).attendance.is_some()
                && !found.contains(&id)
            {
                found.push(id);
            }
        }
        found
    }
}
