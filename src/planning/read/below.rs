//! What stands below an item: the rest of its words, minutes, people, a status, or a part of it.

use super::verbs::{first, is_past, is_verb, is_work, plain, tells};
use super::wrapped::{
    Margin, ends_sentence, ends_within_words, goes_on_with_sentence, is_unfinished,
};
use crate::planning::document::{Mark, Says};
use crate::planning::form::{Form, form};
use crate::planning::names::Names;
use crate::planning::status::{
    self, decision, decision_behind_label, is_doubtful, is_label_of_decided, is_label_of_decision,
    is_result_label, is_status_word, mark_of,
};
use crate::planning::time::is_time;
use crate::text::{is_of, normalize};

/// How long a line of names may be.
const LONGEST_NAMES: usize = 200;

/// How a status begins that goes on in the next line.
const HEDGES: &str = "almost half mostly nearly not partially";

/// How a line begins that goes on with the one before.
const GOES_ON: &str = "about and e.g. i.e. into of or than to whether which with";

/// How a line of names begins that may go on with a sentence: `waiting for a review` with `by Ida`.
const BEFORE_NAMES: &str = "and by for from für mit oder or und von with";

/// How a note begins that says how things stand.
const NOTES: &str = "we still some no more plenty";

/// Words of a note that says how things stand.
const STATES: &str = "is works has seems";

/// More of them, in what somebody says, and those with which a note ends.
const SAID: &str = "are aren't can't cannot crashes did didn't does doesn't fail fails found had hangs have isn't needs now pass passes runs says \
     still thinks wants was wasn't were won't";
const LAST: &str = "crashes fail fails hangs pass passes";

/// What a line of words below an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Below {
    /// It goes on with the line before.
    Text,
    /// It says something of its own.
    Minutes,
    /// It is only a status.
    Status,
    /// It is only people.
    People,
}

/// Where a line ends, and whether it may be read to its end.
pub(super) struct Before<'t> {
    pub text: &'t str,
    /// The column after its last letter.
    pub end: usize,
    /// Whether a bracket is open that one of the next lines closes.
    pub is_open: bool,
    /// Whether it is the line of an item, which ends with its people and its status.
    pub is_item: bool,
}

/// Tells what a line of words below an item is. `before`: the line that it follows directly.
pub(super) fn below(
    before: Option<&Before<'_>>,
    text: &str,
    margin: Margin,
    names: &Names<'_>,
) -> Below {
    let ends_within = |before: &Before<'_>| {
        before.is_open || ends_in_hedge(before.text) || ends_within_words(before.text)
    };
    if before.is_some_and(ends_within) {
        return Below::Text;
    }
    let is_people = is_people(text, names);
    if is_people
        && !is_of(
            BEFORE_NAMES,
            text.split_whitespace().next().unwrap_or_default(),
        )
    {
        return Below::People;
    }
    let is_status = is_status(text);
    if let Some(before) = before.filter(|before| before.is_item)
        && goes_on_behind_people(before, text, is_status, margin, names)
    {
        return Below::Text;
    }
    if is_people {
        return Below::People;
    }
    if is_status {
        return Below::Status;
    }
    match before {
        Some(before) if goes_on(before, text, margin, names) => Below::Text,
        _ => Below::Minutes,
    }
}

/// Returns whether a line is only people, in brackets or not.
fn is_people(text: &str, names: &Names<'_>) -> bool {
    let people = match bracket(text) {
        Some(inside) => names.people(inside, true),
        None => names.people(text, false),
    };
    people.is_some_and(|people| !people.is_empty())
}

/// Returns whether a line begins as one that goes on with the one before.
pub(super) fn goes_on_with(text: &str) -> bool {
    is_of(GOES_ON, text.split_whitespace().next().unwrap_or_default())
}

fn ends_in_hedge(text: &str) -> bool {
    let last = text.split_whitespace().next_back();
    last.is_some_and(|word| is_of(HEDGES, &word.to_lowercase()))
}

/// Returns whether a line goes on with what an item's own line says behind its people: `(Ida): it takes` with `half as much`, but not
/// `(Ida): DONE` with `two tests are left`.
fn goes_on_behind_people(
    before: &Before<'_>,
    text: &str,
    is_status: bool,
    margin: Margin,
    names: &Names<'_>,
) -> bool {
    let is_small = text.starts_with(char::is_lowercase);
    let is_full = margin.breaks(before.end, text);
    let status = || {
        let form = form(before.text, None, names);
        let is_last = |status: &String| before.text.ends_with(status.as_str());
        form.people.and(form.status.filter(is_last))
    };
    if !is_full && !is_small {
        return false;
    }
    if end_of(before.text).len() < before.text.len() {
        return is_full || !ends_sentence(before.text);
    }
    status().is_some_and(|status| {
        let is_closed = matches!(
            mark_of(&status),
            Mark::Done | Mark::Happened | Mark::Dropped | Mark::Decided
        );
        let is_other = is_closed || is_status && status::is_status(&status);
        (is_full || !ends_sentence(&status)) && !is_other
    })
}

/// Returns whether a line goes on with the one before.
fn goes_on(before: &Before<'_>, text: &str, margin: Margin, names: &Names<'_>) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    if is_unfinished(before.text)
        || goes_on_with(text)
        || first.starts_with('(')
        || before.is_item && bracket(before.text).is_some()
    {
        return true;
    }
    if first.strip_suffix(':').is_some_and(is_status_word)
        || behind_label(text).is_some()
        || behind_people(text, names).is_some()
    {
        return false;
    }
    // Who does it stands above what is done.
    if before.is_item && before.text.len() < LONGEST_NAMES && is_people(before.text, names) {
        return false;
    }
    if !before.is_item
        && (margin.breaks(before.end, text) || goes_on_with_sentence(before.text, text))
    {
        return true;
    }
    let is_sentence = before.text.ends_with('.') && first.starts_with(char::is_uppercase)
        || before.text.ends_with('?');
    let would_fit = before.end + 1 + first.chars().count() <= margin.near;
    !(is_sentence || would_fit || before.is_item && is_complete(before.text, names))
}

/// Returns whether the end of an item's line says who is on it or where it stands.
fn is_complete(text: &str, names: &Names<'_>) -> bool {
    let text = end_of(text).trim_end();
    let last = text
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('));
    if last.is_some_and(|(before, inside)| {
        !before.trim().is_empty() && names.people(inside, true).is_some()
    }) {
        return true;
    }
    let status = form(text, None, names).status;
    status.is_some_and(|status| status != text && text.ends_with(&status))
}

/// The last words of a text, so that a long one is not read again with each of its lines.
fn end_of(text: &str) -> &str {
    const MOST: usize = 300;
    match text.char_indices().rev().nth(MOST) {
        Some((at, _)) => &text[at..],
        None => text,
    }
}

/// What stands in a bracket that a line is nothing else but.
pub(super) fn bracket(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('(')?.strip_suffix(')')?;
    (!inside.contains(['(', ')'])).then_some(inside)
}

/// Returns whether a line of its own says only where its item stands: never `DONE: we found it`, which may be a part of the work.
fn is_status(text: &str) -> bool {
    let mark = mark_of(text);
    let capitals = text.split([',', ':', '(', ';']).next().unwrap_or_default();
    let is_loud = capitals.chars().filter(|sign| sign.is_alphabetic()).count() >= 4
        && !capitals.chars().any(char::is_lowercase);
    let is_short = text.split_whitespace().count() <= 3;
    match mark {
        Mark::None | Mark::Open | Mark::Struck => false,
        Mark::InProgress => is_loud || is_short,
        Mark::Decided => decision(text) == Some(""),
        Mark::Done | Mark::Happened | Mark::Dropped => {
            is_short
                && text
                    .trim_end_matches(['.', '!', ')'])
                    .chars()
                    .all(|sign| sign != ':')
                || is_loud && capitals == text
        }
    }
}

/// Returns how many brackets are open behind a text that begins where some are.
pub(super) fn open_brackets(before: usize, text: &str) -> usize {
    text.chars().fold(before, |open, sign| match sign {
        '(' => open + 1,
        ')' => open.saturating_sub(1),
        _ => open,
    })
}

/// Returns whether one of the next lines closes a bracket that is open.
pub(super) fn is_closed_by<'t>(next: impl Iterator<Item = &'t str>) -> bool {
    const LINES: usize = 3;
    for line in next.take(LINES) {
        match line.find([')', '(']) {
            Some(at) if line[at..].starts_with(')') => return true,
            Some(_) => return false,
            None => {}
        }
    }
    false
}

/// Cuts off the bracket that stands at the far right of a line, as a margin: the words of the line go on in the next one.
pub(super) fn without_margin(text: &str) -> (&str, Option<&str>) {
    let cut = text.rfind('(').filter(|_| text.ends_with(')'));
    match cut.map(|at| text.split_at(at)) {
        Some((words, bracket)) if words.ends_with("   ") && !words.trim().is_empty() => {
            (words.trim_end(), Some(bracket))
        }
        _ => (text, None),
    }
}

/// Returns what somebody says, if a text has their name and a sign in front: `Ida: the tests pass`.
fn said<'t>(text: &'t str, form: &Form) -> Option<&'t str> {
    let is_said = form
        .people
        .as_ref()
        .is_some_and(|people| !people.is_empty());
    let (_, said) = text.split_once(": ").or_else(|| text.split_once(" - "))?;
    let said = said.trim_start();
    (is_said && !form.title.is_empty() && said.starts_with(&form.title)).then_some(said)
}

/// Returns whether the words of somebody say how things stand, and not what they will do.
fn tells_state(said: &str) -> bool {
    /// Words with which somebody says so: `looks good`, but not `looks into it`.
    const BEGINS: &str = "approved fails geht hangs lgtm looks läuft passes passt sieht";
    const GOES_ON: &str = "after at for im in into nach";
    let word = first(said);
    let next = said
        .split_whitespace()
        .nth(1)
        .map(plain)
        .unwrap_or_default();
    if is_of(BEGINS, &word) && !is_of(GOES_ON, &next) {
        return true;
    }
    let mut others = said
        .split_whitespace()
        .skip(1)
        .map(|word| plain(word).replace('’', "'"));
    says_how_it_is(said)
        || is_past(&word)
        || !is_verb(&word) && others.any(|word| is_of(SAID, &word))
}

/// Returns whether a text ends with a word that says how things stand: `all tests of the parser pass`.
fn ends_with_state(text: &str) -> bool {
    const FEWEST: usize = 3;
    let last = text.split_whitespace().skip(FEWEST - 1).last();
    last.is_some_and(|word| is_of(LAST, &plain(word)))
}

/// Returns whether a nested bullet is a part of its item, or minutes; `None` if its words do not say.
pub(super) fn is_part(text: &str, form: &Form) -> Option<bool> {
    if is_label_of_decided(text) || refers(text) || is_dated_state(text) {
        return Some(false);
    }
    let word = first(text);
    let is_loud = |status: &String| {
        !status
            .split([',', ':', '('])
            .next()
            .unwrap_or_default()
            .chars()
            .any(char::is_lowercase)
    };
    if form.status.as_ref().is_some_and(is_loud) {
        return Some(true);
    }
    if is_past(&word) && text.ends_with(':') {
        return Some(false);
    }
    if let Some(said) = said(text, form)
        && tells_state(said)
    {
        return Some(false);
    }
    if form
        .people
        .as_ref()
        .is_some_and(|people| !people.is_empty())
    {
        return Some(true);
    }
    if is_of(NOTES, &word) || is_past(&word) || tells(text) || tells_share(text) {
        return Some(false);
    }
    if matches!(form.mark, Mark::Done | Mark::Dropped) && form.title.len() < text.len() {
        return Some(true);
    }
    if is_verb(&word) {
        return Some(true);
    }
    if has_state(text) || ends_with_state(text) {
        return Some(false);
    }
    if word.len() > 5 && word.ends_with("ing") {
        return Some(true);
    }
    None
}

/// Returns whether a text says how much of something there is: `half of the pages`.
fn tells_share(text: &str) -> bool {
    const SHARES: [&str; 7] = [
        "almost all ",
        "die halfte ",
        "half of ",
        "most of ",
        "nearly all ",
        "two thirds of ",
        "zwei drittel ",
    ];
    let text = normalize(text);
    SHARES.iter().any(|share| text.starts_with(share))
}

/// Returns whether a text only says where more is written: `see notes`, but not `see why it fails`.
pub(super) fn refers(text: &str) -> bool {
    const SEE: &str = "cf. siehe s. see vgl.";
    const WORK: &str =
        "how if ob that to wann warum was welche what when where whether which who why wie wo";
    const MOST: usize = 5;
    let lower = text.to_lowercase();
    let mut words = lower.split_whitespace();
    let is_led = words.next().is_some_and(|word| is_of(SEE, word));
    let next = words.next().filter(|word| !is_of(WORK, word));
    is_led && next.is_some() && words.count() < MOST
}

/// Returns whether a text says on which day an item was done: `5.5.: merged`.
pub(super) fn is_dated_state(text: &str) -> bool {
    let cut = text.split_once(": ");
    cut.is_some_and(|(when, state)| is_time(when) && mark_of(state) == Mark::Done)
}

/// Returns whether a text says how things stand.
pub(super) fn says_how_it_is(text: &str) -> bool {
    is_of(NOTES, &first(text)) || tells(text) || has_state(text)
}

fn has_state(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.any(|word| is_of(STATES, &word.to_lowercase()))
}

/// Returns what minutes say behind a word and a colon that say what it is: `OUTCOME: we keep the old one`, `decided: MIT`.
pub(super) fn behind_label(text: &str) -> Option<(Says, &str)> {
    if let Some(decision) = decision_behind_label(text) {
        return Some((Says::Decision, decision));
    }
    let (word, result) = text.split_once(':')?;
    let word = word.trim_matches(['*', '_', ' ']);
    let result = result.trim_start_matches(['*', '_']).trim_start();
    let says = match is_label_of_decision(text) {
        true => Says::Decision,
        false => Says::Result,
    };
    (is_result_label(word) || says == Says::Decision).then_some((says, result))
}

/// How it is said that nothing came of a discussion.
const NO_RESULT: [&str; 6] = [
    "kein ergebnis",
    "keine losung",
    "mal sehen",
    "n a",
    "no conclusion",
    "no result",
];

/// Returns whether a text says that nothing came of a discussion: `no conclusion`.
pub(super) fn has_no_result(text: &str) -> bool {
    let text = normalize(text);
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words = words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    NO_RESULT.contains(&words.as_str())
}

/// Returns whether what came of a discussion ends it: it does not send the reader elsewhere, and nothing is missing or still to come.
pub(super) fn settles(text: &str) -> bool {
    const OPEN: &str = "abstimmen adjourned again aufgeschoben ask besprochen brauchen braucht check checks continue continued could \
                        deferred depends discuss discussed diskutieren diskutiert erst follow fragen halb half investigate \
                        investigates klaren konnte konnten later look looks mehr might missing more morgen nachdenken nachste \
                        nachsten need needed needs next not nicht noch offen open optionen options pending postponed prepare \
                        prepares proposal propose proposes prufen pruft schauen schaut see should siehe sollte sollten somebody \
                        someone spater still think tomorrow try uberlegen uberlegt uberlegung undecided unklar unclear unsicher \
                        unsure until versuchen verschoben vertagt vorschlag vote votes wait waiting warten weiter weitere wer \
                        who wip would";
    const NOTHING: &str = "kein keine keins na nichts none nothing";
    let text = normalize(text);
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let is_nothing = match words[..] {
        [] => true,
        [word] => is_of(NOTHING, word),
        _ => {
            let all = words.join(" ");
            NO_RESULT.iter().any(|start| all.starts_with(start))
        }
    };
    !is_nothing && !is_doubtful(&text) && !words.iter().any(|word| is_of(OPEN, word))
}

/// Returns what stands behind the people with whom a line begins: `Ida, Bela: port the scanner`.
pub(super) fn behind_people<'t>(text: &'t str, names: &Names<'_>) -> Option<&'t str> {
    const LONGEST: usize = 100;
    let (front, behind) = text.split_once(": ")?;
    let people = names.people(front, false).filter(|_| front.len() < LONGEST);
    people
        .is_some_and(|people| !people.is_empty())
        .then_some(behind)
}

/// Returns whether a line says what is to be done and, at its end, who of those who are known does it: `port the scanner: Ida, Bela`.
pub(super) fn says_who_works(text: &str, names: &Names<'_>) -> bool {
    if text.len() > LONGEST_NAMES || !text.contains([':', '(', '@']) {
        return false;
    }
    let form = form(text, None, names);
    let people = form.people.as_deref().unwrap_or_default();
    let are_known = people
        .iter()
        .all(|person| names.knows(&person.typed) && !person.typed.starts_with('+'));
    !people.is_empty()
        && are_known
        && form.unclear.is_empty()
        && form.others.is_empty()
        && is_work(&form.title)
        // Behind a dash, a name may be whose letter it is.
        && text
            .strip_prefix(&form.title)
            .is_some_and(|behind| behind.trim_start().starts_with([':', '(', '@']))
}
