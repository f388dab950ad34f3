//! Words that say how or when somebody takes part, and are not names.

use chrono::{NaiveDate, Weekday};

use crate::domain::entry::Role;
use crate::domain::typo::is_typo;
use crate::text::is_of;

/// Words for what somebody is at a sprint, beside those for roles.
const OTHERS: &str = "chair coach facilitator lead leitung main maintainer mentor moderator moderation online onsite orga \
                      organisation organisator organisatorin organiser organisers organization organizer organizers speaker \
                      sponsor student veranstalter veranstalterin virtual";

/// Words beside days.
const BESIDE_DAYS: &str = "and arrives comes from leaves on only since till to until -";

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

/// Returns the words of a typed name that say how or when somebody takes part: all of them, as in `host` and `from Wed`, or
/// the last without a capital, as in `Max Muster remote`.
pub(super) fn remark_in(name: &str) -> Option<&str> {
    let is_remark = |word: &str| is_role_word(word) || is_day(word);
    let words = || name.split(' ');
    if words().any(is_remark)
        && words().all(|word| is_remark(word) || is_of(BESIDE_DAYS, &word.to_lowercase()))
    {
        return Some(name);
    }
    // Where people are put on an item, a name may go on like this.
    const ENDS: [&str; 2] = ["around", "to review"];
    let end = ENDS.into_iter().find_map(|end| {
        let before = name.strip_suffix(end)?;
        before.ends_with(' ').then(|| &name[before.len()..])
    });
    let last = name.rsplit(' ').next().unwrap_or_default();
    let is_said = last.starts_with(char::is_lowercase) && is_role_word(last);
    end.or(is_said.then_some(last))
}

fn is_role_word(word: &str) -> bool {
    let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    role_of(word).is_some() || is_of(OTHERS, &word.to_lowercase())
}

fn is_day(word: &str) -> bool {
    let word = word.to_lowercase();
    let is_slip = |day| is_typo(day, &word);
    is_of("today tomorrow yesterday", &word)
        || ["tomorrow", "yesterday"].into_iter().any(is_slip)
        || word.parse::<Weekday>().is_ok()
        || word.parse::<NaiveDate>().is_ok()
}
