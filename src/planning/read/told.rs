//! Bullets that are no work: they tell something or refer to it.

use super::below::{has_no_result, refers};
use super::headings::{Meaning, is_list_of_tasks, is_logistics, is_practical, meaning};
use super::labels::asks;
use super::meals::{is_break, is_meal};
use super::sections::Holds;
use super::verbs::{first, is_past, is_verb, is_work, plain, tells, tells_of_past_day};
use super::{Head, Reader, Role, Told};
use crate::diagnostic::{Run, UnreadKind};
use crate::domain::{EVERYBODY, ItemKind};
use crate::planning::names::Names;
use crate::planning::status::{
    is_label_of_decided, is_label_of_decision, is_put_off, says_put_off,
};
use crate::text::{is_of, normalize, weekday};

/// Words with which somebody is thanked, those before them, and what may follow them: `thanks page` is work.
const THANKS: &str = "danke dank gracias grazie kudos merci thanks thx";
const BEFORE_THANKS: &str = "besten big herzlichen huge lieben many special tausend vielen";
const BEHIND_THANKS: &str =
    "a à all alla an and au aux everybody everyone for für fur para per pour to tutti";
const BEHIND_THANKED: &str = "and et for für fur para per pour und y";

/// How many words stand at most before what somebody says: their names.
const MOST_NAMED: usize = 6;

/// What stands where nobody knows yet what comes.
const PLACEHOLDERS: &str =
    "kein keine keiner keines n/a nichts nix no none nothing tba tbc tbd todo";

/// Headings of thanks.
const HEADINGS: &str = "acknowledgements acknowledgments danksagung";

/// Texts that have contents, of which the bullets below them tell.
const TEXTS: &str = "announcement agenda invitation letter mail email";

/// Words that say that somebody is not there, or not yet, and words beside them.
const NOT_THERE: &str = "abwesend arrives away comes fehlt gone ill joins kommt krank late later leaves missing ooo out sick spater spat \
                         urlaub vacation verreist weg";
const BESIDE_NOT_THERE: &str = "a again am an are be bis bit bleibt coming early erst etwas from heute im in is ist leider \
                                morgen nach noch on out since still the til till to today tomorrow until unfortunately von wieder will wird";

/// Labels of what other commands record, and no task.
const OF_OTHERS: [&str; 10] = [
    "foto",
    "fotos",
    "goal",
    "goals",
    "next sprint",
    "nachster sprint",
    "photo",
    "photos",
    "ziel",
    "ziele",
];

/// Returns whether a text is only what is said of people who are not there: `away`, of `away: Ida`.
fn is_absence(text: &str) -> bool {
    let mut words = text.split_whitespace().map(|word| normalize(&plain(word)));
    words.clone().next().is_some() && words.all(|word| is_of(NOT_THERE, &word))
}

/// Returns whether a text has a label that says that it is no task: `Goal: ship it`.
fn is_of_others(text: &str) -> bool {
    let label = label(text).filter(|(_, rest)| !rest.is_empty());
    label.is_some_and(|(label, _)| OF_OTHERS.contains(&label.as_str()))
}

/// Returns whether a text says of one person that they are not there, or not yet, and nothing else: `Ida krank`, `Ida kommt später`.
fn says_absent(text: &str, names: &Names<'_>) -> bool {
    const MOST: usize = 8;
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_one = |name: &str| {
        names
            .known(name)
            .is_some_and(|known| known.people.len() == 1)
    };
    let ends = (1..words.len()).filter(|_| words.len() <= MOST);
    ends.rev()
        .any(|end| is_not_there(&words[end..].join(" ")) && is_one(&words[..end].join(" ")))
}

/// Returns whether what is said of somebody is only that they are not there, or not yet: `sick today`, `arrives Wed`.
fn is_not_there(text: &str) -> bool {
    let words = text.split_whitespace();
    let words: Vec<String> = words.map(|word| normalize(&plain(word))).collect();
    let is_when = |word: &String| {
        is_of(BESIDE_NOT_THERE, word) || weekday(word).is_some() || word.parse::<u32>().is_ok()
    };
    words.iter().any(|word| is_of(NOT_THERE, word))
        && words
            .iter()
            .all(|word| is_of(NOT_THERE, word) || is_when(word))
}

/// Returns whether a text says so of somebody whom nobody knows: `Ida: sick`, but not `Tests: missing`.
fn says_label_absent(text: &str) -> bool {
    const OF_PEOPLE: &str =
        "abwesend arrives away comes ill kommt krank sick urlaub vacation verreist";
    let Some((name, rest)) = text.split_once(": ") else {
        return false;
    };
    let mut rest_words = rest.split_whitespace().map(|word| normalize(&plain(word)));
    name.split_whitespace()
        .all(|word| word.starts_with(char::is_uppercase))
        && name.split_whitespace().count() < 3
        && is_not_there(rest)
        && rest_words.any(|word| is_of(OF_PEOPLE, &word))
}

impl Reader<'_> {
    /// Lists a line that says when people eat, rest, come and go, with or without a box, unless an item is called so.
    pub(super) fn meal(&mut self, place: usize, head: &Head) -> Option<Role> {
        let nodes = self.nodes;
        let node = &nodes[place];
        if self.document.stamp.is_some() || self.known.get(node.number.as_deref()).is_some() {
            return None;
        }
        let form = self.form(place);
        let is_for_all = form
            .people
            .iter()
            .flatten()
            .all(|person| person.typed == EVERYBODY);
        if !is_for_all || !node.people.is_empty() || !is_meal(form) {
            return None;
        }
        let title = form.title.clone();
        let why = UnreadKind::Meal(Run::from(node.line, 1));
        (!self.titles.has(&title)).then(|| self.list(node, why, head))
    }

    /// Takes a bullet that stands below no item and is no work.
    pub(super) fn not_work(&mut self, place: usize, head: &Head) -> Option<Role> {
        let nodes = self.nodes;
        let node = &nodes[place];
        let is_logistics = is_logistics(&self.sections[node.section].title);
        let has_status = node.status.is_some() && !is_logistics && !is_total(&node.text);
        if self.is_marked(place) || has_status {
            return None;
        }
        if self.document.stamp.is_some() {
            return self.only_tells(place);
        }
        let form = self.form(place).clone();
        let names_nobody = node.people.is_empty() && form.people.is_none();
        let is_alone = names_nobody && form.status.is_none();
        let is_empty = node.minutes.is_empty() && node.children.is_empty();
        let mut people = form.people.iter().flatten();
        let is_discussion = matches!(head.holds, Holds::Items(ItemKind::Discussion));
        let is_told = names_nobody && self.is_of_standup(place)
            || tells_of_past_day(&form.title)
            || is_for_all(&form.title) && people.all(|person| person.typed == EVERYBODY)
            || is_label_of_decided(&form.title)
            || is_alone
                && is_discussion
                && (is_for_later(&form.title) || has_no_result(&form.title))
            || is_empty && !names_nobody && is_absence(&form.title)
            || form.people.as_ref().is_none_or(Vec::is_empty) && is_total(&form.title)
            || names_nobody && is_label_of_decision(&form.title) && !is_open_question(&form.title)
            || names_nobody
                && is_logistics
                && !is_verb(&first(&form.title))
                && !is_work(&form.title)
            || names_nobody && is_empty && says_label_absent(&form.title)
            || !names_nobody && is_empty && is_not_there(&form.title)
            || is_alone
                && (tells(&form.title)
                    || says_absent(&form.title, self.names)
                    || thanks(&form.title)
                    || is_practical(&form.title)
                    || is_empty && is_of_others(&form.title)
                    || is_empty && says_met(&form.title, self.names)
                    || is_empty && reports(&form.title, self.names)
                    || is_empty && names_nothing(&form.title));
        let title = form.title.clone();
        // A line that only shares its words with an item of another line stays what it was before that item was known.
        if !is_told || self.titles.has_only_here(&title) {
            return None;
        }
        // What stands below it is no work either.
        if !is_empty && is_practical(&title) {
            let why = UnreadKind::Bullet(Run::from(node.line, 1));
            return Some(self.list(node, why, head));
        }
        let above = first(&title) == "related";
        Some(match above.then(|| self.item_above(place)).flatten() {
            Some(row) => self.tell_node(place, Told::Row(row)),
            None => self.prose(node),
        })
    }

    /// Lists a bullet without a box, typed into our own document, that only tells or refers to something.
    fn only_tells(&mut self, place: usize) -> Option<Role> {
        let nodes = self.nodes;
        let node = &nodes[place];
        let form = self.form(place);
        let title = form.title.clone();
        let is_alone = form.people.is_none() && form.status.is_none() && node.people.is_empty();
        let is_told = is_alone && (tells(&title) || thanks(&title) || refers(&title));
        (is_told && !self.titles.has(&title)).then(|| self.prose(node))
    }

    /// Returns whether a bullet is one of those with which somebody tells what they did, what they will do, and what is in the way: it has
    /// such a label, and one beside it says what was done, or what is in the way.
    fn is_of_standup(&self, place: usize) -> bool {
        const NEAR: usize = 8;
        let node = &self.nodes[place];
        if says_nothing_in_way(&node.text) {
            return true;
        }
        if !may_be_of_standup(&node.text) {
            return false;
        }
        let near = place.saturating_sub(NEAR)..(place + NEAR).min(self.nodes.len());
        self.nodes[near].iter().any(|other| {
            let is_beside = other.section == node.section && other.parent == node.parent;
            is_beside && other.line != node.line && tells_at_standup(&other.text)
        })
    }

    /// Returns the row of the bullet right above one, in the same list.
    fn item_above(&self, place: usize) -> Option<usize> {
        let node = &self.nodes[place];
        let mut above = place.checked_sub(1)?;
        while self.nodes[above].parent != node.parent {
            above = self.nodes[above].parent?;
        }
        match self.roles[above] {
            Role::Row(row) if self.nodes[above].section == node.section => Some(row),
            _ => None,
        }
    }

    /// Returns whether the bullets below one are the contents of a text that is to be written.
    pub(super) fn are_contents(&mut self, parent: usize) -> bool {
        const MOST: usize = 50;
        let nodes = self.nodes;
        let mut title = self.form(parent).title.split_whitespace().take(MOST);
        let is_text = title.any(|word| {
            let word = word.trim_end_matches([':', '.', ',']).to_lowercase();
            is_of(TEXTS, &word)
        });
        if !is_text {
            return false;
        }
        let children = &nodes[parent].children;
        let mut works = 0;
        for child in children.iter().take(MOST) {
            let is_marked = self.is_marked(*child);
            let form = self.form(*child);
            if is_marked || form.people.is_some() || form.status.is_some() {
                return false;
            }
            works += usize::from(is_verb(&first(&form.title)));
        }
        works * 2 < children.len().min(MOST)
    }
}

/// Returns whether a text only says until when something is put off: `postponed to Thursday`.
fn is_for_later(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    is_put_off(text) || says_put_off(text) && weekday(&normalize(last)).is_some()
}

/// Returns whether a text says what everybody does at some time.
fn is_for_all(text: &str) -> bool {
    let words = text.to_lowercase();
    let all = ["all of us ", "many of us ", "most of us ", "some of us "];
    !is_verb(&first(text)) && all.iter().any(|all| words.contains(all))
}

/// Returns whether a text is a heading without anything, or only says when nobody works.
fn names_nothing(text: &str) -> bool {
    let is_heading = matches!(
        meaning(text),
        Meaning::Minutes { .. } | Meaning::Words | Meaning::Here
    );
    is_heading
        || is_list_of_tasks(text) && text.ends_with('s')
        || is_break(text)
        || is_placeholder(text)
}

/// Returns the words in front of a colon, in the form in which they are compared, and what stands behind it.
fn label(text: &str) -> Option<(String, &str)> {
    const MOST: usize = 4;
    let (label, rest) = text.split_once(':')?;
    let words = label.split_whitespace().map(|word| normalize(&plain(word)));
    let words: Vec<String> = words.take(MOST + 1).collect();
    (words.len() <= MOST).then(|| (words.join(" "), rest.trim()))
}

/// What somebody did, in a label.
const DID: [&str; 6] = [
    "last time",
    "was gemacht",
    "was i did",
    "what i did",
    "what we did",
    "seit gestern",
];

/// Returns whether a text has a label that says what is in somebody's way: `Blockers: Ida is ill`.
fn is_in_way(text: &str) -> bool {
    const IN_WAY: &str = "blocker blockers blockiert hindernis hindernisse impediment impediments";
    label(text).is_some_and(|(label, _)| is_of(IN_WAY, &label))
}

/// Returns whether a text says that nothing is in somebody's way: `Blockers: none`, `no blockers`.
fn says_nothing_in_way(text: &str) -> bool {
    const NOTHING: &str = "kein keine keiner n/a nichts no none nope nothing";
    const TROUBLE: &str = "blocker blockers hindernisse impediments issues probleme problems";
    let is_nothing = |text: &str| plain(text).is_empty() || is_of(NOTHING, &plain(text));
    let is_trouble = |label: &str| is_of(TROUBLE, label) || is_in_way(&format!("{label}:"));
    match label(text) {
        Some((label, rest)) => is_trouble(&label) && is_nothing(rest),
        None => text.split_once(' ').is_some_and(|(no, trouble)| {
            is_nothing(no) && !plain(no).is_empty() && is_of(TROUBLE, &plain(trouble))
        }),
    }
}

/// Returns whether a text tells, as at a stand-up, what was done or what is in the way.
fn tells_at_standup(text: &str) -> bool {
    let is_past = || label(text).is_some_and(|(label, _)| DID.contains(&label.as_str()));
    says_nothing_in_way(text) || is_in_way(text) || tells_of_past_day(text) || is_past()
}

/// Returns whether a text may tell the same, or what is done now.
fn may_be_of_standup(text: &str) -> bool {
    const LABELS: &str = "done erledigt heute jetzt morgen next now plan today tomorrow";
    const WILL: [&str; 4] = [
        "was geplant",
        "what i will do",
        "what we will do",
        "what is next",
    ];
    const WHO: &str = "i ich we wir habe haben";
    let mut words = text.split_whitespace().map(|word| normalize(&plain(word)));
    let [first, second] = [words.next(), words.next()].map(Option::unwrap_or_default);
    let is_label = label(text)
        .is_some_and(|(label, _)| is_of(LABELS, &label) || WILL.contains(&label.as_str()));
    is_label || tells_at_standup(text) || is_of(LABELS, &first) && is_of(WHO, &second)
}

/// Returns whether what stands behind the label of a decision has to be decided yet.
fn is_open_question(title: &str) -> bool {
    let behind = title.split_once(':').map(|(_, behind)| behind.trim());
    behind.is_some_and(|behind| asks(behind) || behind.starts_with(char::is_lowercase))
}

/// Returns whether the title of a row of a table is only the label of a sum.
fn is_total(title: &str) -> bool {
    const TOTALS: &str = "gesamt gesamtsumme insgesamt sum summe total totals";
    const OF: &str = "aller all alle costs days days/person h hours kosten of personentage stunden tage time zeit";
    let is_figure = |word: &str| word.starts_with(|sign: char| sign.is_ascii_digit());
    let mut words = title.split_whitespace().map(plain);
    words.next().is_some_and(|word| is_of(TOTALS, &word))
        && words.all(|word| is_of(OF, &word) || is_figure(&word))
}

/// Returns whether a text tells what somebody did in a meeting: `Ida opened the meeting`.
fn says_met(text: &str, names: &Names<'_>) -> bool {
    let mut words = text.split_whitespace();
    let who = words.next().unwrap_or_default();
    let did = words.next().unwrap_or_default();
    words.next().is_some()
        && did.starts_with(char::is_lowercase)
        && is_past(did)
        && who.starts_with(char::is_uppercase)
        && names.knows(who)
}

/// Returns whether a text tells what somebody says: `Ida reports that the index is half the size`, `Ida berichtet: …`.
fn reports(text: &str, names: &Names<'_>) -> bool {
    const SAYS: &str = "asks believes complains explains mentions proposes reports says suggests thinks wonders ask explain mention propose \
                        report say suggest think wonder \
                        berichten berichtet erklart erklaren erzahlen erzahlt fragen fragt meinen meint sagen sagt vermutet";
    let words: Vec<&str> = text.split_whitespace().collect();
    let says = (1..words.len().min(MOST_NAMED)).find(|place| {
        let word = words[*place];
        word.starts_with(char::is_lowercase) && is_of(SAYS, &normalize(&plain(word)))
    });
    says.is_some_and(|place| {
        let who = words[..place].iter();
        let mut who = who.filter(|word| !is_of("and und &", word)).peekable();
        who.peek().is_some() && who.all(|who| names.knows(who.trim_end_matches(',')))
    })
}

/// Returns whether a text only keeps a place free: `tbd`, `???`.
fn is_placeholder(text: &str) -> bool {
    let mut words = text.split_whitespace().map(plain);
    words.all(|word| word.is_empty() || is_of(PLACEHOLDERS, &word))
}

/// Returns whether a text thanks somebody: `Thanks to Carl for the cake`, `thanks Laura`.
pub(super) fn thanks(text: &str) -> bool {
    const MOST_NAMES: usize = 3;
    // Things that are made to thank: `Danke Karten drucken`.
    const THINGS: &str = "card cards email karte karten letter mail note notes page post seite";
    let mut words = text.split_whitespace().peekable();
    let has_more = |word: &str| is_of(BEFORE_THANKS, &plain(word));
    let mut is_led = false;
    while words.next_if(|word| has_more(word)).is_some() {
        is_led = true;
    }
    let first = words.next().map(plain).unwrap_or_default();
    let rest: Vec<&str> = words.take(MOST_NAMES + 1).collect();
    let Some(second) = rest.first().map(|word| plain(word)) else {
        return is_of(THANKS, &first) || is_of(HEADINGS, &first);
    };
    // What follows the names: `Laura for the cake`, `Laura and Tom!`.
    let names = rest.iter().take_while(|word| {
        let is_name = word.starts_with(char::is_uppercase) && !is_of(THINGS, &plain(word));
        is_name && plain(word).chars().count() > 1
    });
    let count = names.count();
    let are_names = (1..=MOST_NAMES).contains(&count)
        && (rest[count - 1].ends_with(['!', ',', '.', ':'])
            || rest.get(count).is_none_or(|next| {
                is_of(BEHIND_THANKED, &plain(next)) || !next.contains(char::is_alphanumeric)
            }));
    let is_led = is_led && !is_of(THINGS, &second);
    is_of(THANKS, &first) && (is_of(BEHIND_THANKS, &second) || is_led || are_names)
        || (first.as_str(), second.as_str()) == ("thank", "you")
}
