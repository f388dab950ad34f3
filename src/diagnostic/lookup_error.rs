//! Why a typed word does not mean one item, person or topic, in words.

use super::failure::Failure;
use super::words::{commas, listed, near_day, state_word};
use crate::domain::{
    Choice, EntryId, LookupError, NameChoice, NotOnePerson, Role, Said, is_exception,
};
use crate::text::{excerpt, is_of, shell_text, shell_word, shell_words, typed_day};

impl LookupError {
    pub(super) fn describe(&self) -> Failure {
        match self {
            LookupError::NoSuchNumber { typed, highest } => Failure::new(
                format!("there is no item {typed}"),
                match highest {
                    0 => "there are no items yet; `sprint plan TEXT` makes the first".to_owned(),
                    _ => format!(
                        "the highest number is {highest}; `sprint board` shows what is open"
                    ),
                },
            ),
            LookupError::TakenBack { typed, text, by } => Failure::new(
                format!("{typed} ({}) was taken back", excerpt(text, EXCERPT)),
                match by {
                    Some(by) => format!("`sprint undo {by}` brings it back"),
                    None => "`sprint log` shows what took it back".to_owned(),
                },
            ),
            LookupError::SharedNumber { number, choices } => Failure::new(
                format!("{} items have the number {number}", choices.len()),
                format!("say which: {}", same_number_hint(choices)),
            ),
            LookupError::NoItem => Failure::new(
                "no item is named",
                "an item is a number, an id, or a word of its text; `sprint board` shows what is open",
            ),
            LookupError::SeveralItems { typed, items } => Failure::new(
                format!("`{typed}` is several items"),
                match typed.contains([',', ';']) {
                    true => format!("one item goes here, such as `{}`", commas(&items[..1])),
                    false => format!(
                        "a command that takes several items needs commas between them: `{}`; other commands take one",
                        commas(items)
                    ),
                },
            ),
            LookupError::TooLittle { word, choices } => Failure::new(
                format!("`{word}` alone does not name an item"),
                match choices[..] {
                    [] => {
                        "say its number: `sprint board` shows what is open, with numbers".to_owned()
                    }
                    _ => format!("say its number: {}", choices_of(choices)),
                },
            ),
            LookupError::OwnNumber(label) => Failure::new(
                format!("no other item has the number {label}"),
                "`12a` and `12b` share a number; nothing else is renumbered",
            ),
            LookupError::NoSuchWord { word, near } => Failure::new(
                format!("no open item has `{word}` in its text"),
                match near[..] {
                    [] => "`sprint board` shows what is open, with numbers".to_owned(),
                    _ => format!("did you mean {}?", choices_of(near)),
                },
            ),
            LookupError::SharedWord { word, choices } => Failure::new(
                format!("{} open items have `{word}` in their text", choices.len()),
                format!("use its number: {}", choices_of(choices)),
            ),
            LookupError::NotAName(name) if is_clock(name) => Failure::new(
                format!("`{name}` is not a name"),
                format!(
                    "`--when {name}` says when something is to happen, `--at {name}` when it was"
                ),
            ),
            LookupError::NotAName(name) => Failure::new(
                format!("`{name}` is not a name"),
                "people are named by nick, first name, last name or full name, separated by blanks or commas",
            ),
            LookupError::NameOfOther {
                name,
                new,
                person,
                joined,
            } => Failure::new(
                format!("`{name}` is a name of {person}, who has joined"),
                format!(
                    "if they are one person: {}, and then this is possible; of two people, one is called so: `sprint join {}` without that name",
                    undo_of(joined),
                    shell_words(new)
                ),
            ),
            LookupError::SharedName { name, choices } => Failure::new(
                format!("`{name}` may be {}", either(choices)),
                match choices.iter().all(|choice| choice.name == choices[0].name) {
                    true => "use the nick",
                    false => "use the full name",
                },
            ),
            LookupError::NoSuchPerson { name, near } => no_such_person(name, near),
            LookupError::UnknownAuthor(name) => Failure::new(
                format!("`me` is `{name}`, and nobody who joined goes by that name"),
                "`--by NICK` or the variable SPRINT_BY says who types",
            ),
            LookupError::OneOrTwo { words, one, other } => Failure::new(
                format!("`{words}` may be {}, or {}", listed(one), listed(other)),
                "separate people by commas, and quote a name of several words, or use a nick; `sprint people` shows them",
            ),
            LookupError::KnownInNew {
                name,
                known,
                is_whole,
            } => Failure::new(
                format!("`+{name}` is somebody new, and {known} is known"),
                match is_whole {
                    true => format!(
                        "{known} is named without the `+`; somebody else with that name joins: `sprint join {}`",
                        shell_words(&format!("+{name}"))
                    ),
                    false => format!(
                        "a new name with a known one in it is quoted: `\"+{name}\"`; a comma ends a new name"
                    ),
                },
            ),
            LookupError::SeveralLed { lead, words } => Failure::new(
                format!("it is not clear whom `{lead}` is about in `{words}`"),
                format!("say it of each person, with commas: `{lead} NAME, {lead} NAME`"),
            ),
            LookupError::Share(phrase) => Failure::new(
                format!("`{phrase}` does not name a person"),
                "nobody has half of a credit: name them, or as a helper with `with NAME`",
            ),
            LookupError::MixedBracket {
                inside,
                people,
                other,
            } => Failure::new(
                format!("`({inside})` says who, `{people}`, and something else, `{other}`"),
                format!(
                    "brackets that end a text say who if there is nothing else in them: move the rest before them; {LITERAL}"
                ),
            ),
            LookupError::GluedBracket(inside) => Failure::new(
                format!("`({inside})` has no blank before it"),
                format!("put one before brackets that say who; {LITERAL}"),
            ),
            LookupError::BracketBefore { inside, after } => Failure::new(
                format!("`({inside})` may say who, but `{after}` follows"),
                format!(
                    "brackets say who at the end of a text; `sprint progress ITEM {}` says where something stands; {LITERAL}",
                    shell_text(after)
                ),
            ),
            LookupError::NickOfOther { nick, person } => Failure::new(
                format!("`{nick}` means {person}"),
                "choose another nick: a nick comes before every other name",
            ),
            LookupError::NotOnePerson { typed, why } => why.describe(typed),
            LookupError::NoSuchTopic { topic, near } => Failure::new(
                format!("there is no topic `{topic}`"),
                match near {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "`sprint board` shows the topics of what is open".to_owned(),
                },
            ),
            LookupError::SharedTopic { topic, choices } => Failure::new(
                format!("`{topic}` may be `{}`", choices.join("` or `")),
                "use the whole path",
            ),
            LookupError::LongerTopic { topic, known } => Failure::new(
                format!("`{topic}` begins with the topic `{known}`"),
                format!(
                    "did words of the text slip into it? For part of `{known}`, type `{known}/{}`; a slash at the end makes a new topic of it: `-t {}`",
                    topic
                        .chars()
                        .skip(known.chars().count())
                        .collect::<String>()
                        .trim(),
                    shell_word(&format!("{topic}/"))
                ),
            ),
            LookupError::LetterTopic(topic) => Failure::new(
                format!("the headings of the new topic `{topic}` have only one letter each"),
                format!(
                    "a slash separates headings; `-t {}` is one heading with a slash in it",
                    shell_word(&topic.replace('/', "\\/"))
                ),
            ),
            LookupError::LikeTopic { topic, known } => Failure::new(
                format!("there is no topic `{topic}`"),
                format!(
                    "did you mean `{known}`? A slash at the end makes a new topic of it: `-t {}`",
                    shell_word(&format!("{topic}/"))
                ),
            ),
        }
    }
}

/// How to keep a text from being read as people.
const LITERAL: &str = "after `--`, a text is taken as it is";

/// How to say more about somebody who joins.
const OPTIONS: &str =
    "there are options for the rest: `--role`, `--org`, `--group`, `--from`, `--to`";

impl NotOnePerson {
    fn describe(&self, typed: &str) -> Failure {
        match self {
            NotOnePerson::Address => Failure::new(
                format!("`{typed}` is an address, not a name"),
                "say the name: `sprint join NAME`; `--url` takes the address of a page",
            ),
            NotOnePerson::Brackets => Failure::new(
                format!("`{typed}` has brackets in it"),
                format!("say only the name; {OPTIONS}"),
            ),
            NotOnePerson::Separator(names) => Failure::new(
                format!("`{typed}` may be several people"),
                match &names[..] {
                    [] | [_] => {
                        "separate those who join by commas: `sprint join Armin Rigo, Antonio Cuni`"
                            .to_owned()
                    }
                    names => format!(
                        "separate those who join by commas: `sprint join {}`",
                        shell_words(&names.join(", "))
                    ),
                },
            ),
            NotOnePerson::LowerCase => Failure::new(
                format!("`{typed}` may be one person or several"),
                format!(
                    "separate people by commas: `sprint join {}`; one name is written with capitals or in quotes: `sprint join {}`",
                    shell_words(&typed.replace(' ', ", ")),
                    shell_word(typed)
                ),
            ),
            NotOnePerson::KnownNames => Failure::new(
                format!("`{typed}` are names of several people who are known"),
                format!(
                    "separate people by commas; somebody new with that name is quoted: `sprint join {}`",
                    shell_word(typed)
                ),
            ),
            NotOnePerson::LastName(known) => Failure::new(
                format!("`{typed}` may be {known}"),
                format!(
                    "say the full name: `sprint join {}` says more about them, `sprint join {}` is somebody new",
                    shell_words(known),
                    shell_words(&format!("+{typed}"))
                ),
            ),
            NotOnePerson::Repeated(person) => Failure::new(
                format!(
                    "`{typed}` means {}, who is in the list already",
                    person.trim_start_matches('+')
                ),
                format!(
                    "name each person once; `sprint join {}` are two with that name",
                    shell_words(&format!("{person}, +{}", typed.trim_start_matches('+')))
                ),
            ),
            NotOnePerson::Remark => Failure::new(
                format!("`{typed}` says how or when somebody takes part; it is not a name"),
                format!("say only a full name; {OPTIONS}"),
            ),
            NotOnePerson::Stay { name, said } => Failure::new(
                format!("`{typed}` says how or when somebody takes part; it is not a name"),
                stay_hint(typed, name, said),
            ),
            NotOnePerson::Affiliation { name } => Failure::new(
                format!("`{typed}` may be where somebody works, and not a name"),
                format!(
                    "`sprint join {} --org {}` says that; who is called so joins alone, in quotes: `sprint join {}`",
                    shell_words(if name.is_empty() { "NAME" } else { name }),
                    if name.is_empty() {
                        "PLACE".into()
                    } else {
                        shell_words(typed)
                    },
                    shell_word(typed),
                ),
            ),
            NotOnePerson::NoNamesake => Failure::new(
                format!("nobody else is called `{}`", typed.trim_start_matches('+')),
                format!(
                    "`+` is for a namesake of somebody who is known: `sprint join {}`",
                    shell_words(typed.trim_start_matches('+'))
                ),
            ),
        }
    }
}

/// Says with which options somebody joins of whom more is typed than the name.
fn stay_hint(typed: &str, name: &str, said: &Said) -> String {
    let name = name.trim_matches(['"', '\'']);
    let option = |name: &str, value: Option<&str>| {
        let value = value.map(|value| format!(" {name} {value}"));
        value.unwrap_or_default()
    };
    let joins = format!(
        "`sprint join {}{}{}{}` says that",
        shell_words(if name.is_empty() { "NAME" } else { name }),
        option("--from", said.from.as_deref()),
        option("--to", said.to.as_deref()),
        option("--role", said.role.map(Role::word)),
    );
    let is_one_day = said.from.is_some() && said.from == said.to;
    let stays = match is_one_day {
        true => "; without `--to`, they stay from that day on",
        false => "",
    };
    let quoted = match name {
        // Brackets are in no name, quoted or not.
        _ if typed.contains('(') => "",
        "" => "; whoever has such a name joins with a full name",
        _ => "; in quotes, all of it is a name",
    };
    format!("{joins}{stays}{quoted}")
}

/// Returns whether a text is a time of day: `14:30`.
fn is_clock(text: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.chars().all(|sign| sign.is_ascii_digit());
    text.split_once(':')
        .is_some_and(|(hour, minute)| is_number(hour) && is_number(minute))
}

/// Says that nobody goes by a name, and what else it may be: nobody at all, a day, a typo, or somebody new.
fn no_such_person(name: &str, near: &[String]) -> Failure {
    if ["nobody", "none", "noone", "no-one"].contains(&name.to_lowercase().as_str()) {
        return Failure::new(
            format!("`{name}` is not a name"),
            "`sprint unassign ITEM` takes everybody off an item; what is planned without `-p` has nobody on it",
        );
    }
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    if is_of("or oder", &first.to_lowercase()) {
        return Failure::new(
            format!("`{first}` is not a name"),
            "who is in doubt has a question mark: `armin? anto?`",
        );
    }
    if is_exception(first) {
        return Failure::new(
            format!("`{first}` is not a name"),
            match is_of("only nur", &first.to_lowercase()) {
                true => {
                    "`sprint assign ITEM PEOPLE --only` puts them on it instead of those who are; people are written without `only`"
                }
                false => "nobody is taken out of a list: name everybody who is meant",
            },
        );
    }
    let day = match is_of(BEFORE_DAYS, &first.to_lowercase()) && !rest.is_empty() {
        true => rest,
        false => name,
    };
    if let (Some(typed), []) = (typed_day(day), near) {
        return Failure::new(
            format!("`{name}` is a day, not a name"),
            format!(
                "`--day {typed}` records it for that day; `--when {typed}` of `plan`, `discuss`, `talk` and `move` says when it is to happen"
            ),
        );
    }
    let is_time = day.contains(':') && day.chars().all(|sign| sign.is_ascii_digit() || sign == ':');
    if is_time || is_of(PARTS_OF_DAYS, &day.to_lowercase()) {
        return Failure::new(
            format!("`{name}` is a time, not a name"),
            format!(
                "`--when {}` of `plan`, `discuss`, `talk` and `move` says when it is to happen; people are written without it",
                shell_word(day)
            ),
        );
    }
    if let (Some(meant), []) = (near_day(day), near) {
        return Failure::new(
            format!("nobody is called `{day}`"),
            format!("did you mean the day `{meant}`? `--day {meant}` records it for that day"),
        );
    }
    if let Some((lead, name)) = led_by(name) {
        let without = format!("people are written without `{lead}`");
        return match name {
            name if name.is_empty() || is_of(FOR_HOW_LONG, &name.to_lowercase()) => Failure::new(
                format!("`{}` is not a name", format!("{lead} {name}").trim_end()),
                without,
            ),
            name => {
                let Failure { message, hint, .. } = no_such_person(name, near);
                let hint = hint.map(|hint| format!("{without}; {hint}"));
                Failure::new(message, hint.unwrap_or(without))
            }
        };
    }
    let bare = name.trim_matches(['(', ')', '[', ']']);
    if bare != name && !bare.is_empty() {
        return Failure::new(
            format!("`{name}` is not a name"),
            format!("people are written without brackets: `{bare}`"),
        );
    }
    let meant = match near {
        [] => "somebody".to_owned(),
        _ => format!("did you mean {}? Somebody", near.join(" or ")),
    };
    let name = excerpt(name, EXCERPT);
    let (joins, helps) = (shell_words(&name), format!("+{name}"));
    let helps = shell_words(&helps);
    Failure::new(
        format!("nobody is called `{name}`"),
        format!(
            "{meant} new joins first: `sprint join {joins}`; `{helps}` is somebody new who helps and does not attend"
        ),
    )
}

/// Tells what takes back entries, and nothing that was recorded together with them.
pub(super) fn undo_of(entries: &[EntryId]) -> String {
    let undo = |id: &EntryId| format!("`sprint undo {id} --only`");
    match entries {
        [] => "`sprint undo ID --only`, with an id that `sprint log` shows".to_owned(),
        entries => listed(&entries.iter().map(undo).collect::<Vec<_>>()),
    }
}

/// Words before a day.
const BEFORE_DAYS: &str = "ab am at bis from gegen on seit since till um until";

/// Words for a part of a day, that are no names.
const PARTS_OF_DAYS: &str = "abends afternoon evening mittags morgens morning nachmittag nachmittags night noon tonight vormittag vormittags";

/// Words with which `for` says how long, not who.
const FOR_HOW_LONG: &str = "ever good immer now today";

/// Cuts a word off a name that some put before people, and that belongs to none.
fn led_by(name: &str) -> Option<(&str, &str)> {
    let (lead, name) = name.split_once(' ').unwrap_or((name, ""));
    let word = lead.trim_end_matches(':').to_lowercase();
    is_of(
        "am at bis by for from für mit on seit to und until von zu",
        &word,
    )
    .then_some((lead, name))
}

fn either(choices: &[NameChoice]) -> String {
    let choices: Vec<String> = choices
        .iter()
        .map(|NameChoice { name, nick }| format!("{name} (nick `{nick}`)"))
        .collect();
    choices.join(" or ")
}

fn choices_of(choices: &[Choice]) -> String {
    const SHOWN: usize = 5;
    let mut shown: Vec<String> = choices
        .iter()
        .take(SHOWN)
        .map(|choice| match choice.ending {
            None => format!("{} ({})", choice.label, excerpt(&choice.text, EXCERPT)),
            ending => format!(
                "{} ({}; {})",
                choice.label,
                excerpt(&choice.text, EXCERPT),
                state_word(ending)
            ),
        })
        .collect();
    if choices.len() > SHOWN {
        shown.push(format!("{} more", choices.len() - SHOWN));
    }
    shown.join(", ")
}

/// Lists items that share a number, and tells how to give one of them another.
pub(super) fn same_number_hint(choices: &[Choice]) -> String {
    let later = choices.last().map(|choice| choice.label.to_string());
    format!(
        "{}; `sprint renumber {}` gives it a number of its own",
        choices_of(choices),
        later.unwrap_or_default()
    )
}

/// The columns of an item's text that are enough to recognize it.
const EXCERPT: usize = 40;
