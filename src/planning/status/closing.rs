//! A status that begins with a word that closes, such as `DONE, faster by a third`, and what follows that word.

use std::iter;

use super::words::{
    HAPPENED, HARDLY, Word, bare, behind_adverbs, closes, closes_by_itself, goes_on, has_any,
    is_capitals, is_going_on_in_capitals, is_not, is_number, is_result_label, is_unsure, spaced,
    words,
};
use crate::domain::is_wordless;
use crate::planning::codes::behind_signs;
use crate::planning::document::Mark;
use crate::planning::time::is_time;
use crate::text::{is_of, weekday};

/// Returns what came of the item, if a status that closes it says so: what is behind a sign or `but`, or all of it where it says in
/// which place of a tracker, as `in #12` says nothing alone.
pub fn result(status: &str) -> Option<&str> {
    let status = bare(status);
    if is_merged_request(status) {
        return status.contains(['#', '!']).then_some(status);
    }
    let Some(closing) = closing(status) else {
        return done_at_end(status);
    };
    if let Some(place) = closing.place() {
        return (place != Place::When).then_some(status);
    }
    let rest = behind_signs(closing.rest, &[',', ':', ';', '.', '!', '-', '–', '—']);
    let rest = rest.trim();
    // `fertig, Ergebnis: es war der Cache`.
    let rest = match rest.split_once(':') {
        Some((label, result)) if is_result_label(label.trim()) => result.trim(),
        _ => rest,
    };
    let inner = rest
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let rest = inner.filter(|inner| !inner.contains(')')).unwrap_or(rest);
    (!is_wordless(rest) && !is_more_of_the_same(rest) && !is_time(rest)).then(|| rest.trim())
}

/// Words that say that something is still to be done, where one of the parts of a status ends with them: `tests missing`.
const LEFT: [&str; 26] = [
    "coming",
    "fehlen",
    "fehlt",
    "in progress",
    "in review",
    "incomplete",
    "later",
    "left",
    "left over",
    "missing",
    "needed",
    "offen",
    "open",
    "outstanding",
    "pending",
    "remain",
    "remaining",
    "remains",
    "required",
    "soon",
    "tbd",
    "to come",
    "to do",
    "to follow",
    "to go",
    "todo",
];

/// Those that say so where a part begins with them, too: `missing tests`.
const LEFT_IN_FRONT: [&str; 8] = [
    "lacking",
    "lacks",
    "missing",
    "pending",
    "remaining",
    "still",
    "to do",
    "todo",
];

/// What is written of a discussion or a talk that is over.
const RECORDS: &str = "are is minutes notes protocol recording slides still summary the video";

/// What a status leaves to be done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Left {
    Nothing,
    /// What is written of a discussion or a talk that is over.
    Records,
    Work,
}

/// The words of a sentence such as `then Carl left` that does not say what is left.
const WHEN: &str = "after before then until when";

/// Returns what the words behind one that closes leave to be done.
fn left(rest: &str) -> Left {
    const SIGNS: [char; 9] = [',', ';', ':', '.', '!', '(', ')', '[', ']'];
    let mut all = Left::Nothing;
    let mut is_sentence = false;
    for part in rest.split_inclusive(SIGNS) {
        let mut parts = part.trim_end_matches(SIGNS).split(" but ");
        let first = parts.next().unwrap_or_default();
        let first = (first, is_sentence);
        for (part, is_sentence) in iter::once(first).chain(parts.map(|part| (part, false))) {
            match left_of(part, is_sentence) {
                Left::Nothing => {}
                Left::Records => all = Left::Records,
                Left::Work => return Left::Work,
            }
        }
        is_sentence = part.ends_with([':', '.', '!']);
    }
    all
}

/// Returns whether a text that closes nothing says what is left to be done: `docs missing`, `PR open`.
pub(super) fn leaves_work(text: &str) -> bool {
    left_of(text, false) == Left::Work
}

/// Returns what one part leaves to be done. `is_sentence`: it tells what came of the item, and may end in any word if it is long.
fn left_of(part: &str, is_sentence: bool) -> Left {
    const MOST: usize = 4;
    let is_long = is_sentence && words(part).count() > MOST;
    let mut all = Left::Nothing;
    for part in part.split(" and ") {
        let words = spaced(part);
        let words = words.trim();
        let words = words.strip_prefix("but ").unwrap_or(words);
        let is_in_front = LEFT_IN_FRONT.iter().any(|left| {
            let rest = words.strip_prefix(left);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        });
        let has_gone = words.ends_with(" left")
            && words
                .split(' ')
                .next()
                .is_some_and(|word| is_of(WHEN, word));
        let behind = LEFT.iter().find_map(|left| words.strip_suffix(left));
        let behind = behind.filter(|before| before.is_empty() || before.ends_with(' '));
        match behind.filter(|_| !is_long && !has_gone) {
            Some(before)
                if !before.is_empty()
                    && before.split_whitespace().all(|word| is_of(RECORDS, word)) =>
            {
                all = Left::Records;
            }
            None if !is_in_front => {}
            _ => return Left::Work,
        }
    }
    all
}

/// A status that begins with a word that closes.
pub(super) struct Closing<'t> {
    mark: Mark,
    /// Whether it is in capitals.
    is_loud: bool,
    rest: &'t str,
}

/// Reads how a status begins that closes something.
pub(super) fn closing(status: &str) -> Option<Closing<'_>> {
    let mut end = None;
    let mut mark = None;
    for word in words(status) {
        let lower = word.text.to_lowercase();
        let between = &status[end.unwrap_or(0)..word.place];
        let is_joined = ["", "+", "&"].contains(&between.trim_matches([' ', '*', '_']));
        if !is_joined {
            break;
        }
        let is_placed = || place(&status[word.place + word.text.len()..]) == Some(Place::Where);
        let stands_alone = closes_by_itself(&lower)
            && (is_capitals(word.text) || is_before_sign(word, status) || is_placed());
        if closes(&lower) || stands_alone {
            mark = Some(Mark::Done);
        } else if HAPPENED.contains(&lower.as_str()) {
            mark = mark.or(Some(Mark::Happened));
        } else if !["all", "and"].contains(&lower.as_str()) {
            break;
        }
        end = Some(word.place + word.text.len());
    }
    let (mark, end) = (mark?, end?);
    Some(Closing {
        mark,
        is_loud: is_capitals(&status[..end]),
        rest: status[end..].trim_start_matches(['*', '_']),
    })
}

/// Returns whether a sign stands behind a word in small letters. Without it, one of another language may begin a sentence; of what is
/// left to do, only the words of German are known.
fn is_before_sign(word: Word<'_>, status: &str) -> bool {
    const FOREIGN: &str = "fait fatto hecho klaar terminado terminé";
    const SIGNS: [&str; 10] = [",", ";", ":", ".", "!", " (", " - ", " -- ", " – ", " — "];
    let behind = &status[word.place + word.text.len()..];
    let is_cut = SIGNS.iter().any(|sign| behind.starts_with(sign));
    is_cut && word.place == 0 && !is_of(FOREIGN, &word.text.to_lowercase())
}

impl Closing<'_> {
    /// Returns what it says after all.
    pub(super) fn mark(&self) -> Mark {
        match left(self.rest) {
            _ if self.is_barred() || self.is_unsure() => Mark::InProgress,
            Left::Nothing => self.mark,
            Left::Records => Mark::Happened,
            Left::Work => Mark::InProgress,
        }
    }

    /// Reads where or when that was, if nothing else follows. `done on Tuesday` may be what is planned, `DONE on Tuesday` is not.
    fn place(&self) -> Option<Place> {
        match self.is_loud && is_day(self.rest) {
            true => Some(Place::When),
            false => place(self.rest),
        }
    }

    /// Returns whether what follows a sign or `but` says what is to come, or that nobody is sure: `done, I think`.
    fn is_unsure(&self) -> bool {
        let rest = self.rest.trim();
        let spaced = spaced(rest);
        // What came of it, in a sentence: behind `DONE:`, nothing of it is about the state, and behind `done:` only its first words.
        let spaced = match rest.starts_with(':') {
            true if self.is_loud => return false,
            true => spaced.split_inclusive(' ').take(4).collect(),
            false => spaced,
        };
        let is_led = rest.starts_with(|sign: char| !sign.is_alphanumeric());
        (is_led || spaced.starts_with(" but ")) && is_unsure(&spaced, self.is_loud)
    }

    /// Returns whether what follows keeps it open: half a sentence, or words that say that it is not finished.
    fn is_barred(&self) -> bool {
        let rest = self.rest.trim();
        let Some(sign) = rest.chars().next() else {
            return false;
        };
        // What is gone is not what is missing.
        let spaced = spaced(rest);
        let spaced = spaced.replace(" no more ", " ").replace(" no longer ", " ");
        let spaced = spaced.replace(" half as ", " ");
        let is_hardly = |spaced: &str| has_any(spaced, &HARDLY) || has_any(spaced, &NOT_QUITE);
        let is_open = is_hardly(&spaced) || spaced.split(' ').any(is_not);
        match sign {
            // What came of it, in a sentence: only its first words say more about the state.
            ':' => {
                let start: String = spaced.split_inclusive(' ').take(4).collect();
                let says_more = is_hardly(&(start.clone() + " "))
                    || start.split(' ').any(is_not)
                    || spaced.starts_with(" but ");
                says_more && is_open || is_going_on_in_capitals(rest) || is_hardly_closed(rest)
            }
            ',' | ';' | '.' | '!' | '(' | '[' | '-' | '–' | '—' => is_open || goes_on_in(rest),
            _ if self.place().is_some() => false,
            _ if spaced.starts_with(" but ") => is_open || goes_on_in(rest),
            _ => true,
        }
    }
}

/// Returns whether a further status in a text, in capitals, only says that something is hardly finished: of `DONE: the parser, DONE
/// modulo bugs: the printer` only a part is done.
fn is_hardly_closed(text: &str) -> bool {
    let is_hardly = |word: Option<&Word<'_>>| {
        word.is_some_and(|word| HARDLY.contains(&word.text.to_lowercase().as_str()))
    };
    let is_closing = |word: &Word<'_>| is_capitals(word.text) && closes(&word.text.to_lowercase());
    let words: Vec<Word<'_>> = words(text).collect();
    let mut places = (0..words.len()).filter(|at| is_closing(&words[*at]));
    places.any(|at| {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        is_hardly(before) || is_hardly(words.get(at + 1))
    })
}

/// Words of German that say behind one that closes that not all is finished.
const NOT_QUITE: [&str; 25] = [
    "ausstehend",
    "außer",
    "bis auf",
    "fehlen",
    "fehlt",
    "folgen",
    "folgt",
    "größtenteils",
    "halb",
    "kein",
    "keine",
    "kommt",
    "läuft",
    "nicht",
    "noch",
    "offen",
    "ohne",
    "stehen aus",
    "steht aus",
    "später",
    "teilweise",
    "unvollständig",
    "weitgehend",
    "zur hälfte",
    "zu tun",
];

/// What the words behind one that closes say of where or when that was.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Where,
    When,
}

/// Reads words behind one that closes that only say where it was done, in a tracker or a version, or when: `in #12`, `upstream`,
/// `by owner/name!45`, `yesterday in 4.1`.
fn place(rest: &str) -> Option<Place> {
    const BEFORE: &str = "als as by durch in into mit via with";
    const WHEN: &str = "already gestern heute just schon today yesterday";
    const WHERE: &str = "upstream";
    const INTO: &str = "auf in into nach on to";
    const BRANCHES: &str = "develop main master trunk";
    const MOST: usize = 5;
    let words: Vec<&str> = rest.split_whitespace().take(MOST).collect();
    let is_one = |word: &&str| is_of(WHEN, word) || is_of(WHERE, word);
    let adverbs = words.iter().take_while(|word| is_one(word)).count();
    let is_where = words[..adverbs].iter().any(|word| is_of(WHERE, word));
    match words[adverbs..] {
        [] if adverbs == 0 => None,
        [] if is_where => Some(Place::Where),
        [] => Some(Place::When),
        [number] if number.starts_with(['#', '!']) && is_number(number) => Some(Place::Where),
        [before, place] => {
            let is_branch = is_of(INTO, before) && is_of(BRANCHES, place);
            (is_of(BEFORE, before) && is_number(place) || is_branch).then_some(Place::Where)
        }
        _ => None,
    }
}

/// Returns whether a status begins with a word that closes and goes on only with where or when that was: `MERGED as !45`.
pub fn says_where(status: &str) -> bool {
    closing(bare(status)).is_some_and(|closing| closing.place().is_some())
}

/// Returns whether a text says on which day something was or is, and nothing else: `Tue`, `on Tuesday`, `am Dienstag`.
fn is_day(text: &str) -> bool {
    const BEFORE: &str = "am el il last le on";
    let words: Vec<&str> = text.split_whitespace().collect();
    let led = words.first().is_some_and(|word| is_of(BEFORE, word));
    let rest = &words[usize::from(led)..];
    rest.first().is_some_and(|word| weekday(word).is_some())
        && !rest.contains(&"next")
        && is_time(&rest.join(" "))
}

/// Returns whether a status may say that an item is done, which is not certain: `done on Tuesday`, `docs, DONE`.
pub fn may_be_done(status: &str) -> bool {
    let status = bare(status);
    is_done_on_day(status)
        || is_more_said(status)
        || closing(status).is_some_and(|closing| closing.is_unsure())
        || loud_end(status).is_some_and(|front| !is_left_open(front))
            && done_at_end(status).is_none()
}

/// Returns whether a word of another language that closes, with a sign behind it, begins a status, and nobody knows what is said
/// then: `erledigt, Ida prüft morgen`.
fn is_more_said(status: &str) -> bool {
    const SIGNS: [char; 9] = [',', ';', ':', '.', '!', '(', '-', '–', '—'];
    let first = words(status).next().filter(|word| word.place == 0);
    first.is_some_and(|word| {
        let rest = status[word.text.len()..].trim_start();
        closes_by_itself(&word.text.to_lowercase())
            && rest.starts_with(SIGNS)
            && !is_wordless(rest)
            && !closes_alone(status)
    })
}

/// Returns whether a status is a word that closes and when that was or is to be, and nothing else: no result, if the item is closed.
pub fn is_done_on_day(status: &str) -> bool {
    let (first, rest) = bare(status).split_once(' ').unwrap_or_default();
    is_closing(first) && (is_day(rest) || is_time(rest) || place(rest) == Some(Place::When))
}

/// Returns whether a word closes an item by itself.
fn is_closing(word: &str) -> bool {
    let word = word.to_lowercase();
    closes(&word) || closes_by_itself(&word)
}

/// Cuts a word in capitals that closes off the end of a status, behind a sign.
fn loud_end(status: &str) -> Option<&str> {
    const SIGNS: [&str; 6] = [", ", "; ", ". ", " - ", " – ", " — "];
    let cuts = SIGNS
        .into_iter()
        .filter_map(|sign| status.rsplit_once(sign));
    let (front, end) = cuts.min_by_key(|(_, end)| end.len())?;
    let is_loud = is_capitals(end) && closing(end).is_some_and(|closing| is_wordless(closing.rest));
    is_loud.then_some(front)
}

/// Returns whether words in front of one that closes keep the item open.
fn is_left_open(front: &str) -> bool {
    let spaced = spaced(front);
    let is_state = |word: &str| is_capitals(word) && is_closing(word);
    has_any(&spaced, &HARDLY)
        || spaced.split(' ').any(is_not)
        || front.contains('?')
        || goes_on(front)
        || left(front) != Left::Nothing
        || words(front).any(|word| is_state(word.text))
}

/// Returns what came of an item whose status ends with a word in capitals that closes it: `it is twice as fast now, DONE`. Few words may
/// be a part of the work: `docs, DONE`.
pub(super) fn done_at_end(status: &str) -> Option<&str> {
    const FEWEST: usize = 4;
    const PARTS: &str = "first half one other others part parts rest second two";
    let front = loud_end(status).filter(|front| !is_left_open(front))?;
    if is_unsure(&spaced(front), false) {
        return None;
    }
    let mut all = words(front).map(|word| word.text.to_lowercase());
    let is_whole = !all.any(|word| is_of(PARTS, &word));
    (is_whole && words(front).count() >= FEWEST).then(|| front.trim())
}

/// Returns whether a status says that what was asked for is merged: `PR merged`, `MR !12 is merged`, `#12 merged`.
pub(super) fn is_merged_request(status: &str) -> bool {
    const REQUEST: &str = "a mr my our pr pr's pull merge request the";
    const BETWEEN: &str = "been got has is now was";
    let words: Vec<String> = status.split_whitespace().map(str::to_lowercase).collect();
    let [front @ .., last] = &words[..] else {
        return false;
    };
    let is_of_request =
        |word: &String| is_of(REQUEST, word) || word.starts_with(['#', '!']) && is_number(word);
    let count = front.iter().take_while(|word| is_of_request(word)).count();
    let says_which = |word: &String| is_of("mr pr request", word) || word.starts_with(['#', '!']);
    front[..count].iter().any(says_which)
        && front[count..].iter().all(|word| is_of(BETWEEN, word))
        && ["gemergt", "merged"].contains(&last.trim_end_matches(['.', '!']))
}

/// Returns whether a text is nothing but words, also of other languages, that close an item: `fertig, gemergt`.
pub(super) fn closes_alone(text: &str) -> bool {
    let is_one = |word: &str| closes_by_itself(word) || closes(word);
    let spaced = spaced(behind_adverbs(text));
    let ends = [" after all ", " at last "].into_iter();
    let mut fronts = ends.filter_map(|end| spaced.strip_suffix(end));
    let mut words = fronts.next().unwrap_or(&spaced).split_whitespace();
    // `wird erledigt` is yet to come.
    let is_to_come = text
        .split_whitespace()
        .any(|word| word.eq_ignore_ascii_case("wird"));
    !is_to_come
        && words.next().is_some_and(is_one)
        && words.all(|word| is_one(word) || is_of("and et und y", word))
}

/// Words that say what was done, too, behind a word that closes.
const ALSO: &str = "and pushed released reviewed";

/// Returns whether a text behind a word that closes says nothing but that once more: `merged and pushed`.
fn is_more_of_the_same(text: &str) -> bool {
    let mut words = words(text).map(|word| word.text.to_lowercase());
    words.all(|word| is_closing(&word) || is_of(ALSO, &word))
}

/// Returns whether a text behind a word that closes holds words for work that goes on, in capitals or at the beginning of a part.
fn goes_on_in(text: &str) -> bool {
    text.split([',', ';', '('])
        .any(|part| !is_more_of_the_same(part) && goes_on(part))
        || is_going_on_in_capitals(text)
}
