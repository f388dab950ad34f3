//! What the words of a heading mean.

use chrono::NaiveDate;

use crate::domain::{ItemKind, is_sick, is_typo};
use crate::planning::codes::is_code;
use crate::planning::document::Mark;
use crate::planning::names::says_what;
use crate::planning::status::is_result_label;
use crate::text::{Finished, is_of, is_short_day, normalize, other_dates, says_finished};

/// What the words of a heading mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    Topic,
    /// What is below is filed under no topic.
    Generic,
    Here,
    Away,
    /// A list of discussions or of talks.
    Kind(ItemKind),
    Discussion,
    Minutes {
        is_result: bool,
    },
    Words,
}

/// Words that say what is listed, and not what it is about.
const LISTS: &str = "agenda aufgabe aufgaben backlog board ideas ideen items jobs list plan planning plans punkte schritte steps task tasks \
    themen thing things todo todos topic topics work unassigned unclaimed unverteilt";

/// Words beside them that do not make a topic of it: which ones, and when.
const BESIDE: &str = "a abend action after afternoon afterwards all already and april at august be before current day december diese \
    dieser dienstag do done donnerstag each evening far february first for freitag friday gestern goals heute january july june \
    kommende later left lunch main march may misc mittag mittwoch monat monday montag month more morgen morning nachmittag nachste \
    nachsten nachster new next november now october of offen offene on open other our over possible remaining rest samstag saturday \
    second session september so sonntag sprint start still sunday tag the third this thursday to today tomorrow tuesday up vormittag \
    wednesday week weitere woche yesterday";

/// Words of headings under which people are listed, and words beside them.
const PEOPLE: &str = "aanwezig aanwezigen anwesend anwesende asistente asistentes attendance attendees attending deelnemers here \
    partecipanti participantes participants people persons present presente presentes presenti presents sprinters teilnehmende \
    teilnehmer teilnehmerinnen wer who whos";
const BESIDE_PEOPLE: &str = "and are at coming currently da dabei everybody expected innen is ist list names now of registered the there these today";

/// Words of headings under which people may be listed, or else anything.
const MAYBE_PEOPLE: &str = "attending coaches crew developers devs entwickler folks gang gaste group guests helfer helfende helpers hosts mentor \
                            mentoren mentors members names neulinge newcomers online onsite organisatoren organisers organizers remote team \
                            verantwortlich verantwortliche verantwortlichen";

/// Words of headings that say that tasks are listed, and that no topic has.
const TASKS: &str =
    "agenda aufgabe aufgaben backlog board items list plan planning plans task tasks todo todos";

/// Words of headings under which those are listed who are not there.
const GONE: &str = "abgereist abwesend absent absents afwezig afwezigen assenti ausentes away departed entschuldigt excused gone later \
    left missing nicht not partis regrets spater";
const BESIDE_GONE: &str = "already and arriving coming da dabei here joining kommen kommt leaving noch now on people present who yet";

/// Words of headings under which minutes stand.
const MINUTES: &str = "minutes notes notizen protokoll status";
/// Words of headings under which stands what was decided, and words beside them.
const DECIDED: &str = "agreed agreement agreements beschlossen beschluss beschlusse decided decision decisions entscheidung entscheidungen \
                       entschieden vereinbart vereinbarung vereinbarungen";
const BESIDE_DECIDED: &str = "all alle already and bisher bisherige das der die getroffen getroffene haben heute key made of our so the today und \
                              unsere we what wichtige wir";

const TALKS: &str = "demos lectures presentations talks tutorials vortrage";
const BESIDE_TALKS: &str = "invited keynote lightning short";
const DISCUSSIONS: &str = "besprechen clarify decide discuss discussed discussion discussions diskussion diskussionen entscheiden frage fragen \
                           had issues klaren points presentations question questions talks zu";

/// Words of headings under which times stand.
const TIMES: &str = "ablauf ablaufplan calendar schedule tagesablauf times timetable zeitplan";

/// Lists of names of things, which are no work by themselves: what is said about them together is one discussion.
const THINGS: &str = "benchmarks examples";

/// Words of headings under which stands what nobody will do.
const DROPPED: &str = "abandoned abgesagt aufgeschoben canceled cancelled deferred dropped postponed rejected verschoben vertagt verworfen wont wontfix zuruckgestellt";

/// Headings of what is being worked on, and of what waits.
const STARTED: [&str; 12] = [
    "angefangen",
    "begonnen",
    "doing",
    "in arbeit",
    "in bearbeitung",
    "in progress",
    "lauft",
    "laufend",
    "ongoing",
    "started",
    "wip",
    "work in progress",
];
const WAITING: &str = "blocked blockiert paused pausiert stuck waiting wartend wartet";

/// Those of several words.
const WAITING_FOR: [&str; 13] = [
    "im review",
    "in prufung",
    "in qa",
    "in review",
    "needs review",
    "on hold",
    "ready for review",
    "ready to merge",
    "to be reviewed",
    "under review",
    "waiting for merge",
    "waiting for others",
    "waiting for review",
];

/// Headings that are columns of a board beside others that say where things stand, and topics elsewhere.
const COLUMNS: &str = "abnahme prufung qa review reviewing testing";

/// Headings of what is not for the board.
const OTHERS: &str = "acknowledgements acknowledgments annahmen ansprechpartner ansprechpartnerin ansprechpartnerinnen assumptions availability \
                      background budget contact contacts costs dank danke danksagung emergency faq glossar glossary goal goals gracias \
                      grazie hausregeln hintergrund kontakt kontaktdaten kontakte kosten kudos learnings legend legende links merci \
                      motivation notfall notfallkontakte packliste raum raume raumplan raumverteilung references resources restaurants \
                      retro retrospective retrospektive risiken risks rollen rollenverteilung room rooms ruckblick spielregeln \
                      sponsoren sponsors sprintziel sprintziele thanks verfugbarkeit verfugbarkeiten verhaltenskodex ziel ziele zimmer \
                      zimmerplan zimmerverteilung";
const BESIDE_OTHERS: &str = "and breakout data der des details die for important info information informationen main non nutzliche of our \
                             overall person personen persons plan sprint sprints the und unser unsere useful week wichtige wifi wlan woche";
/// Those of several words.
const OTHERS_OF_WORDS: [&str; 9] = [
    "code of conduct",
    "ground rules",
    "house rules",
    "lessons learned",
    "out of scope",
    "packing list",
    "roles",
    "roles and responsibilities",
    "working agreements",
];

/// Headings of what is true once the work is done.
const CRITERIA: [&str; 8] = [
    "acceptance criteria",
    "akzeptanzkriterien",
    "definition of done",
    "definition of done dod",
    "definition of ready",
    "dod",
    "erfolgskriterien",
    "success criteria",
];

/// How to get there, and the like.
const PRACTICAL: &str =
    "informacion informaciones information informationen informations informazioni info infos";
const HOW_PRACTICAL: &str = "practica practicas practical praktische pratiche pratiques";

/// Returns whether a heading says that what stands below it is for getting there and the like, and no work.
pub(super) fn is_practical(title: &str) -> bool {
    let plain = plain(title);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let any = |list: &str| words.iter().any(|word| is_of(list, word));
    words.len() == 2 && any(PRACTICAL) && any(HOW_PRACTICAL)
}

/// Returns whether a heading says that what stands below it is not for the board: goals, links, rooms.
pub(super) fn is_of_others(title: &str) -> bool {
    let plain = plain(title);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let is_one = |word: &&str| is_of(OTHERS, word);
    words.iter().any(is_one)
        && words
            .iter()
            .all(|word| is_one(word) || is_of(BESIDE_OTHERS, word))
        || OTHERS_OF_WORDS.contains(&words.join(" ").as_str())
        || CRITERIA.contains(&words.join(" ").as_str())
}

/// Returns whether a heading says that what stands below it is what has to be true once the work is done.
pub(super) fn is_criteria(title: &str) -> bool {
    let plain = plain(title);
    let words: Vec<&str> = plain.split_whitespace().collect();
    CRITERIA.contains(&words.join(" ").as_str())
}

/// Returns whether a heading says that what stands below it is mostly about where and how people live meanwhile, or is said to all.
pub(super) fn is_logistics(title: &str) -> bool {
    const LOGISTICS: &str = "accommodation anfahrt ankundigungen announcements anreise ansagen arrival dates directions drinks einleitung \
                             erwartungen essen expectations feedback food getranke highlights hinweise hints hotel introduction logistics \
                             logistik lodging meals overview termine tipps tips travel uberblick ubersicht unterkunft venue \
                             verpflegung vision wifi wlan";
    const BESIDE: &str = "and for important the und wichtige";
    let plain = plain(title);
    let mut words = plain.split_whitespace();
    let is_one = |word: &str| is_of(LOGISTICS, word);
    words.clone().any(is_one)
        && words.all(|word| is_one(word) || is_of(BESIDE, word) || is_of(PRACTICAL, word))
}

/// Tells what the words of a heading mean.
pub fn meaning(title: &str) -> Meaning {
    let plain = plain(title);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let any = |list: &str| words.iter().any(|word| is_of(list, word));
    let all = |list: &str, beside: &str| {
        any(list)
            && words
                .iter()
                .all(|word| is_of(list, word) || is_of(beside, word))
    };
    if all(GONE, BESIDE_GONE) {
        return Meaning::Away;
    }
    if all(PEOPLE, BESIDE_PEOPLE) {
        return Meaning::Here;
    }
    if words.len() == 1 && is_result_label(words[0]) || all(DECIDED, BESIDE_DECIDED) {
        return Meaning::Minutes { is_result: true };
    }
    let is_dated = || {
        let beside = "am der from meeting of sitzung the vom";
        let is_beside = |word: &&str| is_of(beside, word) || is_beside(word);
        is_of("minutes protokoll", words[0]) && words[1..].iter().all(is_beside)
    };
    if words.len() == 1 && any(MINUTES) || words.len() > 1 && is_dated() {
        return Meaning::Minutes { is_result: false };
    }
    let is_thanks = matches!(
        words[..],
        ["thank", "you"] | ["vielen" | "besten" | "herzlichen", "dank"]
    );
    let looks_back = matches!(
        words[..],
        ["what", "went", ..] | ["was", "lief", ..] | ["was", .., "lief"]
    );
    if is_of_others(title) || is_thanks || looks_back || is_practical(title) || is_times(&words) {
        return Meaning::Words;
    }
    let is_one = |word: &&&str| is_of(DISCUSSIONS, word) || is_of(TALKS, word) || is_beside(word);
    let mut others = words.iter().filter(|word| !is_one(word)).peekable();
    let is_list = others.peek().is_none();
    let discussions = [
        "besprechen",
        "clarify",
        "decide",
        "entscheiden",
        "klaren",
        "discuss",
        "discussion",
        "discussions",
        "diskussion",
        "diskussionen",
        "frage",
        "fragen",
        "question",
        "questions",
    ];
    if is_list && words.iter().any(|word| discussions.contains(word)) {
        return Meaning::Kind(ItemKind::Discussion);
    }
    if any(TALKS) && others.all(|word| is_of(BESIDE_TALKS, word)) {
        return Meaning::Kind(ItemKind::Talk);
    }
    match words.as_slice() {
        [.., "discussion"] | ["discussion", "of" | "about" | "on", ..] => Meaning::Discussion,
        [thing] if is_of(THINGS, thing) => Meaning::Discussion,
        // What is for later is kept apart from what is to be done now.
        _ if is_for_later(title) => Meaning::Topic,
        _ if is_state(&words) || is_date(title) => Meaning::Generic,
        _ if words
            .iter()
            .all(|word| is_beside(word) || is_short_day(word))
            && (!is_number(&words) || words.iter().any(|word| is_short_day(word))) =>
        {
            Meaning::Generic
        }
        _ => Meaning::Topic,
    }
}

/// Words of headings for which others are mistyped.
const OFTEN: [&str; 38] = [
    "Agenda",
    "Anwesend",
    "Anwesende",
    "Attendees",
    "Aufgaben",
    "Backlog",
    "Beschlüsse",
    "Blocked",
    "Blockiert",
    "Decisions",
    "Diskussionen",
    "Diskussion",
    "Discussions",
    "Discussion",
    "Entscheidungen",
    "Erledigt",
    "Finished",
    "Minutes",
    "Notes",
    "Notizen",
    "Participants",
    "Planning",
    "Present",
    "Presentations",
    "Protokoll",
    "Tasks",
    "Talks",
    "Teilnehmende",
    "Teilnehmer",
    "Teilnehmerinnen",
    "Tutorials",
    "Vorträge",
    "Waiting",
    "Discuss",
    "Doing",
    "Fragen",
    "Progress",
    "Questions",
];

/// Returns the words of headings that a heading with a slip is meant as: `Open tasks` of `Open taks`.
pub(super) fn slip_of_heading(title: &str) -> Option<String> {
    const MOST: usize = 3;
    let words: Vec<&str> = title.split_whitespace().collect();
    let bare = |word: &str| normalize(word.trim_matches(|sign: char| !sign.is_alphanumeric()));
    (0..words.len())
        .filter(|_| words.len() <= MOST)
        .find_map(|place| {
            let typed = bare(words[place]);
            let meant = OFTEN
                .into_iter()
                .filter(|word| is_typo(&normalize(word), &typed));
            let mut titles = meant.map(|word| {
                let is_small = words[place].starts_with(char::is_lowercase);
                let meant = if is_small {
                    word.to_lowercase()
                } else {
                    word.to_owned()
                };
                let mut words = words.clone();
                words[place] = &meant;
                words.join(" ")
            });
            titles.find(|title| meaning(title) != Meaning::Topic)
        })
}

/// Tells what a heading says about all that stands below it: `Done today`, `In progress`, `Won't do`.
pub(super) fn mark_of(title: &str) -> Mark {
    let plain = plain(title);
    let words: Vec<&str> = plain.split_whitespace().collect();
    match closed(&words) {
        Mark::None if is_started(&words) => Mark::InProgress,
        mark => mark,
    }
}

/// Returns whether a heading only says that tasks stand below it: `Open tasks`, `Done`. One such as `Ideas` may be meant as a topic.
pub(super) fn is_list_of_tasks(title: &str) -> bool {
    let plain = plain(title);
    let words: Vec<&str> = plain.split_whitespace().collect();
    is_state(&words)
        || words == ["to", "do"]
        || words.iter().all(|word| is_beside(word)) && words.iter().any(|word| is_of(TASKS, word))
}

/// Returns whether a heading says that what stands below it is to be done.
pub(super) fn is_todo(title: &str) -> bool {
    const TODO: &str = "aufgabe aufgaben do task tasks todo todos";
    let words = normalize(title);
    let mut words = words.split(|letter: char| !letter.is_alphanumeric());
    is_list_of_tasks(title) && words.any(|word| is_of(TODO, word))
}

/// Returns whether a line among people has only words of headings, and none that may be a name as well.
pub(super) fn is_no_person(text: &str) -> bool {
    const NAMES: &str = "april august january july june may";
    let says_what = match meaning(text) {
        // `the rest`, `and more`.
        Meaning::Generic => text.starts_with(char::is_uppercase),
        Meaning::Kind(_) | Meaning::Minutes { .. } | Meaning::Words => true,
        Meaning::Topic | Meaning::Here | Meaning::Away | Meaning::Discussion => false,
    };
    says_what
        && !plain(text)
            .split_whitespace()
            .any(|word| is_of(NAMES, word))
}

/// Returns whether people may be listed below a heading, which is a topic unless they are: `Team`.
pub(super) fn may_list_people(title: &str) -> bool {
    let plain = plain(title);
    let mut words = plain.split_whitespace();
    let is_one = |word: &str| is_of(MAYBE_PEOPLE, word) || is_of(PEOPLE, word);
    words.clone().any(is_one)
        && words.all(|word| is_one(word) || is_of(BESIDE_PEOPLE, word) || word == "our")
}

/// Returns whether the words of a heading say that work goes on, and perhaps when: `In progress today`.
fn is_started(words: &[&str]) -> bool {
    const NOW: &str = "aktuell currently gerade heute now today";
    let words = words.iter().copied();
    let state: Vec<&str> = words.filter(|word| !is_of(NOW, word)).collect();
    STARTED.contains(&state.join(" ").as_str())
}

/// Returns whether the words of a heading say where those below it stand, and nothing else.
fn is_state(words: &[&str]) -> bool {
    closed(words) != Mark::None || is_started(words) || is_waiting(words)
}

/// Returns whether the words of a heading say that something is waited for.
fn is_waiting(words: &[&str]) -> bool {
    matches!(words, [word] if is_of(WAITING, word))
        || WAITING_FOR.contains(&words.join(" ").as_str())
}

/// Returns whether a heading is a column of a board beside others that say where things stand: `Review`.
pub(super) fn is_column(title: &str) -> bool {
    let plain = plain(title);
    let words: Vec<&str> = plain.split_whitespace().collect();
    matches!(words[..], [word] if is_of(COLUMNS, word))
}

/// Returns whether a heading says where those below it stand, and nothing else.
pub(super) fn says_where_they_stand(title: &str) -> bool {
    let plain = plain(title);
    let words: Vec<&str> = plain.split_whitespace().collect();
    is_state(&words)
}

/// Returns whether a heading says that nobody has begun what stands below it.
pub(super) fn says_to_do(title: &str) -> bool {
    const TO_DO: [&str; 5] = ["backlog", "offen", "open", "to do", "todo"];
    let plain = plain(title);
    let words: Vec<&str> = plain.split_whitespace().collect();
    TO_DO.contains(&words.join(" ").as_str())
}

/// Returns the status that a heading which is no topic gives what stands below it, in its own words: that of `Blocked`, `In review`.
pub(super) fn status_of(title: &str) -> Option<String> {
    let plain = plain(title);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let says_so = is_waiting(&words) || is_column(title);
    let bare = |sign: char| !sign.is_alphanumeric();
    says_so.then(|| {
        let words = without_count(without_bracket(title));
        words.trim_matches(bare).to_lowercase()
    })
}

/// Returns whether a status is one that a heading gives.
pub(in crate::planning) fn is_of_column(status: &str) -> bool {
    status_of(status).is_some() || mark_of(status) == Mark::InProgress
}

/// Returns whether a heading says that what stands below it is for the next sprint.
pub(super) fn is_for_later(title: &str) -> bool {
    const NEXT: &str = "kommender nachsten nachster next";
    let plain = plain(title);
    let words: Vec<&str> = plain.split_whitespace().collect();
    matches!(words[..], ["after", .., "sprint"])
        || matches!(words[..], [next, "sprint"] if is_of(NEXT, next))
}

fn closed(words: &[&str]) -> Mark {
    const NOT_YET: &str = "kommende later left morgen nachste nachsten nachster new next offen offene open possible remaining start \
                           still to tomorrow up";
    let is_when = |word: &str| is_of(BESIDE, word) && !is_of(NOT_YET, word);
    let is_all = |is: fn(&str) -> bool| {
        words.iter().any(|word| is(word)) && words.iter().all(|word| is(word) || is_when(word))
    };
    match (is_all(is_finished), is_all(|word| is_of(DROPPED, word))) {
        (true, _) => Mark::Done,
        (false, true) => Mark::Dropped,
        (false, false) => Mark::None,
    }
}

/// Returns whether what stands below a heading of this word is finished.
fn is_finished(word: &str) -> bool {
    use Finished::{English, German, OfCode, Plain};
    says_finished(&[Plain, OfCode, English, German], word)
}

/// Returns the words of a heading in the form in which they are compared, without signs.
fn plain(title: &str) -> String {
    let words = without_count(without_bracket(title)).split_whitespace();
    let words: Vec<&str> = words.filter(|word| !is_code(word)).collect();
    normalize(&words.join(" "))
        .chars()
        .filter(|sign| !matches!(sign, '\'' | '’'))
        .map(|sign| if sign.is_alphanumeric() { sign } else { ' ' })
        .collect()
}

fn is_times(words: &[&str]) -> bool {
    matches!(
        words,
        [.., "day" | "time" | "week", "planning"] | ["each", "day"]
    ) || words.iter().any(|word| is_of(TIMES, word))
}

/// Returns whether a word says nothing about what a heading is about.
fn is_beside(word: &str) -> bool {
    is_of(LISTS, word)
        || is_of(BESIDE, word)
        || word.starts_with(|sign: char| sign.is_ascii_digit())
}

/// Returns whether a heading is a date with its year, but no version such as `3.11.2`.
fn is_date(title: &str) -> bool {
    let title = title.trim();
    let mut parts = title.split(['-', '.', '/']);
    let has_year = parts.clone().count() == 3
        && parts.any(|part| part.len() == 4 && part.bytes().all(|digit| digit.is_ascii_digit()));
    has_year && (title.parse::<NaiveDate>().is_ok() || !other_dates(title, None).is_empty())
}

/// Returns whether there are only numbers and little words, as in `3.11` and `32-on-64`: that is not a date.
fn is_number(words: &[&str]) -> bool {
    let is_number = |word: &&str| word.starts_with(|sign: char| sign.is_ascii_digit());
    words.iter().any(is_number) && words.iter().all(|word| is_number(word) || word.len() < 3)
}

/// Splits a label from what stands behind its colon. `Teilnehmer:innen` is one word.
pub(super) fn at_label(text: &str) -> Option<(&str, &str)> {
    let mut colons = text.match_indices(':').map(|(at, _)| at);
    let at = colons.find(|at| !text[at + 1..].starts_with("innen"))?;
    Some((&text[..at], &text[at + 1..]))
}

/// Cuts off the colons at the end of a heading, but not that of `:tada:`.
pub(super) fn without_colon(title: &str) -> &str {
    let title = title.trim_end();
    match title.split_whitespace().next_back() {
        Some(last) if is_code(last) => title,
        _ => title.trim_end_matches(':').trim_end(),
    }
}

/// Cuts off the place that a heading has among others: `2. Decisions`, `TOP 2: Decisions`, `Agenda item 2 - Decisions`.
pub(super) fn without_count(title: &str) -> &str {
    const POINTS: [&str; 7] = [
        "agenda item",
        "agendapunkt",
        "item",
        "part",
        "point",
        "punkt",
        "top",
    ];
    let at = title.find(|sign: char| sign.is_ascii_digit());
    let (word, behind) = title.split_at(at.unwrap_or_default());
    let rest = behind.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let words = rest.trim_start_matches([':', '.', ')', '-', '–', '—', ' ']);
    let is_counted = match word.trim_end() {
        "" => rest.starts_with(['.', ')', ':']) && rest[1..].starts_with(' '),
        word => {
            POINTS.contains(&word.to_lowercase().as_str())
                && !rest.starts_with(char::is_alphanumeric)
        }
    };
    if is_counted && rest.len() < behind.len() && words.starts_with(char::is_alphabetic) {
        words
    } else {
        title
    }
}

/// Cuts off how many stand below a heading: `Doing (2)`, `Docs [0/2]`.
pub(super) fn without_number_below(title: &str) -> &str {
    let cut = [(" (", ')'), (" [", ']')].into_iter();
    let mut cut = cut.filter_map(|(open, close)| title.strip_suffix(close)?.rsplit_once(open));
    let is_digit = |sign: char| sign.is_ascii_digit() || sign == '/';
    match cut.find(|(_, count)| !count.is_empty() && count.chars().all(is_digit)) {
        Some((before, _)) => before.trim_end(),
        None => title,
    }
}

/// Cuts off a bracket at the end, or how many stand below.
fn without_bracket(title: &str) -> &str {
    let title = without_number_below(without_colon(title));
    match title.strip_suffix(')').and_then(|rest| rest.rfind('(')) {
        Some(at) if at > 0 => title[..at].trim_end(),
        _ => title,
    }
}

/// The words of a title that are compared: without articles, capitals and what is in brackets.
pub(super) fn key(title: &str) -> Vec<String> {
    let words = without_bracket(title).split_whitespace();
    let words = words.filter(|word| word.chars().filter(|sign| sign.is_uppercase()).count() < 3);
    words
        .map(normalize)
        .filter(|word| !matches!(word.as_str(), "a" | "an" | "the"))
        .collect()
}

/// Returns whether a line begins with a label, or with somebody and what they do: `Minutes: Carla`, but not `Carla: from Wed`.
pub(super) fn is_labelled(text: &str) -> bool {
    const MOST: usize = 3;
    let label = text.split_once(':').map(|(label, _)| label);
    label.is_some_and(|label| {
        let is_word = |sign: char| sign.is_alphanumeric() || " -'’.".contains(sign);
        (1..=MOST).contains(&label.split_whitespace().count())
            && label.chars().all(is_word)
            && says_what(text)
    })
}

/// Returns whether a label below a list of people says that they are sick.
pub(super) fn says_sick(title: &str) -> bool {
    is_sick(normalize(title).trim())
}

/// Returns whether a label below a list of people says that they come later.
pub(super) fn says_later(title: &str) -> bool {
    const LATER: &str = "arriving coming joining kommen kommt later noch spater yet";
    meaning(title) == Meaning::Away && plain(title).split(' ').any(|word| is_of(LATER, word))
}
