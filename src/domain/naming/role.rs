//! Words that say what somebody is at a sprint, and are not names.

use crate::domain::entry::Role;
use crate::text::is_of;

/// Words for what somebody is at a sprint, beside those for roles.
const OTHERS: &str = "chair coach facilitator lead leitung main maintainer mentor moderator moderation online onsite orga \
                      organisation organisator organisatorin organiser organisers organization organizer organizers speaker \
                      sponsor student veranstalter veranstalterin virtual";

/// Returns the role that a word says somebody has.
pub(crate) fn role_of(word: &str) -> Option<Role> {
    match word.to_lowercase().as_str() {
        "remote" | "remotely" => Some(Role::Remote),
        "newcomer" => Some(Role::Newcomer),
        "gast" | "guest" | "visitor" => Some(Role::Visitor),
        "gastgeber" | "gastgeberin" | "host" | "local" => Some(Role::Host),
        _ => None,
    }
}

/// Returns whether a text between commas says what somebody is there, and is not a name: `host`, `local organiser`.
pub(crate) fn is_role(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    words.peek().is_some() && words.all(is_role_word)
}

/// Returns whether a word says what somebody is there.
pub(super) fn is_role_word(word: &str) -> bool {
    let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    role_of(word).is_some() || is_of(OTHERS, &word.to_lowercase())
}
