//! Typed names, each with what they mean among the people of a sprint.

use chrono::DateTime;
use thin_vec::thin_vec;

use crate::domain::{
    Action, Entry, EntryId, Join, LookupError, NamedPeople, Next, NotOnePerson, Sprint,
};

/// Everybody who joined: full name and nick.
const ATTENDEES: [(&str, &str); 24] = [
    ("Armin Rigo", "armin"),
    ("Antonio Cuni", "Anto"),
    ("Carl Friedrich Bolz", "CF"),
    ("Samuele Pedroni", "samuele"),
    ("Ronan Lamy", "ronan"),
    ("Maciej Fijalkowski", "fijal"),
    ("Łukasz Langa", "łukasz"),
    ("Eric van Riet Paap", "eric"),
    ("Richard Emslie", "richard"),
    ("Richard2", "richard2"),
    ("Anders Hammarquist", "Iko"),
    ("Anders Chrigström", "Arre"),
    ("Mark Shannon", "mark"),
    ("May Wong", "may"),
    ("Will Dennis", "will"),
    ("王小明", "王小明"),
    ("Jean-Philippe Aumasson", "jp"),
    ("Manuel Jacob", "manuel"),
    ("Jacob Hallén", "jacob"),
    ("Siobhán O'Brien", "siobhán"),
    ("Đorđe Straße", "đorđe"),
    ("Søren Ærø", "søren"),
    ("Wim Lavrijsen", "wim"),
    ("Rob Art", "rob"),
];

/// Makes a sprint in which they joined, Stian was named as new, and Ghost without a mark, as in an old log.
fn sprint() -> Sprint {
    let join = |(person, nick): &(&str, &str)| {
        Action::Join(Box::new(Join {
            person: (*person).into(),
            nick: (*nick).into(),
            ..Join::default()
        }))
    };
    let named = Action::Next(Next {
        text: "go on".into(),
        people: thin_vec!["+Stian".into(), "Ghost".into()],
        ..Next::default()
    });
    let actions = ATTENDEES.iter().map(join).chain([named]);
    let at = DateTime::parse_from_rfc3339("2017-02-27T09:00:00+01:00").expect("a time");
    let entry = |(place, action): (usize, Action)| {
        Entry::new(EntryId::new(None, place as u64), at, "armin".into(), action)
    };
    Sprint::from_entries(actions.enumerate().map(entry).collect())
}

/// Writes whom words mean, helpers after `with`, or why they mean nobody.
fn read(sprint: &Sprint, typed: &[String]) -> String {
    match sprint.read_people(typed, "armin") {
        Ok(named) => shown(&named),
        Err(error) => refusal(&error),
    }
}

fn shown(named: &NamedPeople) -> String {
    let people = named.people.join(", ");
    let shown = match named.with.is_empty() {
        true => people,
        false => format!("{people} with {}", named.with.join(", ")),
    };
    shown.trim().to_owned()
}

fn refusal(error: &LookupError) -> String {
    match error {
        LookupError::NoSuchPerson { name, near } => format!("! {name} ~ {}", near.join(", ")),
        LookupError::NotAName(name) => format!("! not a name: {name}"),
        LookupError::SharedName { name, choices } => {
            let choices: Vec<&str> = choices.iter().map(|choice| choice.nick.as_str()).collect();
            format!("! {name} is {}", choices.join(" or "))
        }
        LookupError::OneOrTwo { one, other, .. } => {
            format!("! {} or {}", one.join(" and "), other.join(" and "))
        }
        LookupError::KnownInNew { name, known, .. } => format!("! +{name} has {known}"),
        LookupError::SeveralLed { words, .. } => format!("! for whom: {words}"),
        LookupError::Share(words) => format!("! share: {words}"),
        LookupError::UnknownAuthor(name) => format!("! me is {name}"),
        LookupError::NotOnePerson {
            typed,
            why: NotOnePerson::Stay { name, said },
        } => {
            let from = said.from.iter().map(|day| format!(", from {day}"));
            let to = said.to.iter().map(|day| format!(", to {day}"));
            let role = said.role.iter().map(|role| format!(", {}", role.word()));
            let said: String = from.chain(to).chain(role).collect();
            format!("! {typed}: {name}{said}")
        }
        LookupError::NotOnePerson { typed, why } => format!("! {typed}: {why:?}"),
        error => format!("! {error:?}"),
    }
}

/// The lines of a table that mean something else.
#[derive(Default)]
struct Differences(Vec<String>);

impl Differences {
    fn check(&mut self, typed: &str, expected: &str, seen: String) {
        if seen != expected {
            self.0.push(format!(
                "{typed}\n   expected {expected}\n   seen     {seen}"
            ));
        }
    }

    fn assert_empty(&self) {
        assert!(self.0.is_empty(), "\n{}", self.0.join("\n"));
    }
}

/// Cuts a line at blanks; quotes keep words together.
fn words(line: &str) -> Vec<String> {
    let pieces = line.split('"').enumerate();
    let words = pieces.flat_map(|(place, piece)| match place % 2 {
        0 => piece.split_whitespace().map(str::to_owned).collect(),
        _ => vec![piece.to_owned()],
    });
    words.collect()
}

#[test]
fn people_are_who_is_known_and_nobody_else() {
    let (sprint, mut wrong) = (sprint(), Differences::default());
    for (typed, meant) in [
        // Nicks, first, last and full names.
        ("armin", "armin"),
        ("ARIGO", "! ARIGO ~ Armin Rigo"),
        ("rigo", "armin"),
        ("Carl Friedrich", "CF"),
        ("friedrich bolz", "CF"),
        ("carl bolz", "CF"),
        ("van paap", "eric"),
        ("paap", "eric"),
        ("richard", "richard"),
        ("anders", "! anders is Iko or Arre"),
        ("anders hammarquist", "Iko"),
        ("arre iko", "Arre, Iko"),
        ("@armin", "armin"),
        ("@carl-friedrich", "CF"),
        ("me", "armin"),
        ("armin me", "armin"),
        ("everybody", "everybody"),
        ("All", "everybody"),
        ("everyone", "everybody"),
        // Letters as they are typed.
        ("lukasz langa", "łukasz"),
        ("soren", "søren"),
        ("dorde", "đorđe"),
        ("strasse", "đorđe"),
        ("aero", "søren"),
        ("hallen", "jacob"),
        ("o'brien", "siobhán"),
        ("obrien", "siobhán"),
        ("O’Brien", "siobhán"),
        ("jean philippe", "jp"),
        ("jean-philippe", "jp"),
        ("王小明、armin", "王小明, armin"),
        // What separates.
        ("armin,anto", "armin, Anto"),
        ("armin anto", "armin, Anto"),
        ("armin and anto", "armin, Anto"),
        ("armin & anto", "armin, Anto"),
        ("armin + anto", "armin, Anto"),
        ("armin/anto;ronan&wim", "armin, Anto, ronan, wim"),
        ("armin, anto, and ronan,", "armin, Anto, ronan"),
        ("\"armin anto\"", "armin, Anto"),
        // The longest names, and what may be one person or two.
        ("carl friedrich armin", "CF, armin"),
        ("carl friedrich,armin", "CF, armin"),
        ("will may mark", "will, may, mark"),
        ("rob art", "rob"),
        (
            "manuel jacob",
            "! Manuel Jacob or Manuel Jacob and Jacob Hallén",
        ),
        ("manuel, jacob", "manuel, jacob"),
        ("\"manuel jacob\"", "manuel"),
        ("manuel-jacob", "manuel"),
        // In doubt, and who helps.
        ("ronan?", "ronan?"),
        ("?ronan", "ronan?"),
        ("maybe ronan", "ronan?"),
        ("ronan ?", "ronan?"),
        ("armin ronan? anto", "armin, ronan?, Anto"),
        ("armin, maybe carl friedrich", "armin, CF?"),
        ("armin, samuele around", "armin with samuele"),
        ("armin samuele around", "armin with samuele"),
        ("armin, Carl Friedrich remotely", "armin with CF"),
        ("armin, ronan to review", "armin with ronan"),
        ("armin, with samuele", "armin with samuele"),
        ("armin with samuele", "armin with samuele"),
        ("armin, help from samuele", "armin with samuele"),
        ("armin, with help from samuele", "armin with samuele"),
        ("armin, with some help by samuele", "armin with samuele"),
        ("with samuele ronan", "! for whom: with samuele ronan"),
        ("with samuele and ronan", "! for whom: with samuele"),
        ("half of armin", "! share: half of armin"),
        ("a bit of armin", "! share: a bit of armin"),
        // What stands for more.
        ("armin, ...", "armin"),
        ("armin…", "armin"),
        ("armin, romain...", "! romain ~ "),
        ("armin etc.", "armin"),
        ("armin, etc", "armin"),
        ("", ""),
        (", ...", ""),
        // Nobody.
        ("rnoan", "! rnoan ~ Ronan Lamy"),
        ("sam", "! sam ~ Samuele Pedroni"),
        ("samuele pedronj", "! pedronj ~ Samuele Pedroni"),
        ("stack size samuele", "! stack size ~ "),
        ("armin 9 anto", "! not a name: 9"),
        ("to armin", "! to ~ "),
        ("armin Amaury Forgeot d'Arc", "! Amaury Forgeot d'Arc ~ "),
        ("everbody", "! everbody ~ everybody"),
        // Somebody new.
        ("+Amaury", "+Amaury"),
        (
            "armin, +Amaury Forgeot d'Arc",
            "armin, +Amaury Forgeot d'Arc",
        ),
        ("armin +Amaury", "armin, +Amaury"),
        ("+Armn", "+Armn"),
        ("+Amaury?", "+Amaury?"),
        ("maybe +Amaury", "+Amaury?"),
        ("+Amaury remotely", "with +Amaury"),
        ("+Amaury armin", "! +Amaury armin has Armin Rigo"),
        ("+Amaury, armin", "+Amaury, armin"),
        ("+Amaury and Wim", "! +Amaury and Wim has Wim Lavrijsen"),
        ("+Armin", "! +Armin has Armin Rigo"),
        ("\"+Armin Ronacher\"", "+Armin Ronacher"),
        ("+1", "! not a name: +1"),
        ("+the build", "! not a name: +the build"),
        ("+fix it", "! not a name: +fix it"),
        ("+plan it", "! not a name: +plan it"),
        ("+amaury@example.org", "! not a name: +amaury@example.org"),
        ("stian", "+Stian"),
        ("+Stian", "+Stian"),
        ("ghost", "Ghost"),
    ] {
        wrong.check(typed, meant, read(&sprint, &words(typed)));
    }
    wrong.assert_empty();
}

#[test]
fn who_joins_is_one_person_between_commas() {
    let (sprint, mut wrong) = (sprint(), Differences::default());
    for (typed, meant) in [
        ("Stian Andreassen", "Stian Andreassen (stian)"),
        (
            "Adrian Kuhn, Amaury Forgeot d'Arc",
            "Adrian Kuhn (adrian), Amaury Forgeot d'Arc (amaury)",
        ),
        ("Charles de la Vallée", "Charles de la Vallée (charles)"),
        ("Niko", "Niko (niko)"),
        ("niko", "niko (niko)"),
        (
            "Carl Meyer, Carl Huber",
            "Carl Meyer (carl), Carl Huber (carl-huber)",
        ),
        ("Armin Ronacher", "Armin Ronacher (armin-ronacher)"),
        ("\"bell hooks\"", "bell hooks (bell)"),
        ("@pjenvey", "pjenvey (pjenvey)"),
        // Whoever is known.
        ("armin", "Armin Rigo (armin)"),
        ("armin rigo", "Armin Rigo (armin)"),
        ("lukasz langa", "Łukasz Langa (łukasz)"),
        ("Carl Friedrich", "Carl Friedrich Bolz (CF)"),
        ("Anders", "! Anders is Iko or Arre"),
        ("Hallén", "! Hallén: LastName(\"Jacob Hallén\")"),
        // A namesake.
        ("+Carl", "Carl (carl)"),
        ("+Armin", "Armin (armin-2)"),
        ("+Richard2", "+Richard2 (richard2-2)"),
        ("+Zoe", "! +Zoe: NoNamesake"),
        ("+Hallén", "Hallén (hallén)"),
        ("+Stian", "! +Stian: NoNamesake"),
        // Each is known to those after them.
        ("Zoe, Zoe", "! Zoe: Repeated(\"Zoe\")"),
        ("Zoe Ray, zoe", "! zoe: Repeated(\"Zoe Ray\")"),
        (
            "armin, Niko, Armin Rigo",
            "! Armin Rigo: Repeated(\"Armin Rigo\")",
        ),
        ("Zoe, +Zoe", "Zoe (zoe), +Zoe (zoe-2)"),
        ("Zoe Ray, Ray", "! Ray: LastName(\"Zoe Ray\")"),
        // What is not one name.
        ("stian amaury wim", "! stian amaury wim: LowerCase"),
        ("Armin Anto", "! Armin Anto: KnownNames"),
        (
            "Stian and Amaury",
            "! Stian and Amaury: Separator([\"Stian\", \"Amaury\"])",
        ),
        (
            "Stian/Amaury",
            "! Stian/Amaury: Separator([\"Stian\", \"Amaury\"])",
        ),
        (
            "Stian + Amaury",
            "! Stian + Amaury: Separator([\"Stian\", \"Amaury\"])",
        ),
        ("stian@example.org", "! stian@example.org: Address"),
        ("Stian (Bergen)", "! Stian (Bergen): Brackets"),
        ("everybody", "! not a name: everybody"),
        ("me", "! not a name: me"),
        ("Stian?", "! not a name: Stian?"),
        ("the party", "! not a name: the party"),
        // What is said of somebody is nobody.
        ("Zoe Ray, host", "! host: Zoe Ray, host"),
        ("Zoe Ray, Visitor, Niko", "! Visitor: Zoe Ray, visitor"),
        ("Zoe Ray, local organiser", "! local organiser: Remark"),
        (
            "Zoe Ray, remote from Wed",
            "! remote from Wed: Zoe Ray, from Wed, remote",
        ),
        (
            "Zoe Ray, till Thursday",
            "! till Thursday: Zoe Ray, to Thursday",
        ),
        (
            "Zoe Ray, 2017-02-28",
            "! 2017-02-28: Zoe Ray, from 2017-02-28, to 2017-02-28",
        ),
        ("tomorrow", "! tomorrow: , from tomorrow, to tomorrow"),
        ("yesturday", "! yesturday: , from yesterday, to yesterday"),
        ("Zoe Ray remote", "! remote: Zoe Ray, remote"),
        ("Zoe to review", "! to review: Remark"),
        ("Samuele around", "! around: Remark"),
        ("zoe host", "! host: zoe, host"),
        ("Zoe from Tuesday", "! from Tuesday: Zoe, from Tuesday"),
        ("zoe ray until thu", "! until thu: zoe ray, to thu"),
        ("Zoe ab Dienstag", "! ab Dienstag: Zoe, from Tue"),
        ("Zoe bis Do", "! bis Do: Zoe, to Thu"),
        ("Zoe on mon", "! on mon: Zoe, from mon, to mon"),
        ("Zoe nur Mittwoch", "! nur Mittwoch: Zoe, from Wed, to Wed"),
        ("Zoe Tue-Thu", "! Tue-Thu: Zoe, from Tue, to Thu"),
        (
            "Zoe (from Tuesday)",
            "! Zoe (from Tuesday): Zoe, from Tuesday",
        ),
        ("Zoe Thu", "! Thu: Zoe, from Thu, to Thu"),
        ("Zoe Tuseday", "! Tuseday: Zoe, from tuesday, to tuesday"),
        ("Zoe from Tuseday", "! from Tuseday: Zoe, from tuesday"),
        ("Zoe is here until Thu", "! is here until Thu: Remark"),
        ("Zoe for two days", "! for two days: Remark"),
        ("Max Muster from Bern", "! from Bern: Remark"),
        ("Armin until thu", "! until thu: Armin, to thu"),
        ("Wei Sun, Linh Do", "Wei Sun (wei), Linh Do (linh)"),
        ("Sam Munday", "Sam Munday (sam)"),
        (
            "Zoe with Niko",
            "! Zoe with Niko: Separator([\"Zoe\", \"Niko\"])",
        ),
        (
            "zoe mit niko",
            "! zoe mit niko: Separator([\"zoe\", \"niko\"])",
        ),
        (
            "Max, University of Bern",
            "! University of Bern: Affiliation { name: \"Max\" }",
        ),
        ("Max, CERN", "! CERN: Affiliation { name: \"Max\" }"),
        (
            "Max, Acme GmbH, Zoe",
            "! Acme GmbH: Affiliation { name: \"Max\" }",
        ),
        ("Max, CFB, Zoe", "Max (max), CFB (cfb), Zoe (zoe)"),
        ("CERN", "CERN (cern)"),
        ("\"Zoe from Tuesday\"", "Zoe from Tuesday (zoe)"),
        ("Walter Host", "Walter Host (walter)"),
        ("Walter Host, host", "! host: LastName(\"Walter Host\")"),
        ("Ana Friday, Ben Lead", "Ana Friday (ana), Ben Lead (ben)"),
        ("\"walter host\"", "walter host (walter)"),
        ("Zoe etc", "! not a name: Zoe etc"),
        ("12", "! not a name: 12"),
    ] {
        let meant_now = match sprint.read_attendees(&words(typed), None, "armin") {
            Ok(attendees) => {
                let attendees = attendees.iter();
                let shown = attendees.map(|one| format!("{} ({})", one.person, one.nick));
                shown.collect::<Vec<_>>().join(", ")
            }
            Err(error) => refusal(&error),
        };
        wrong.check(typed, meant, meant_now);
    }
    wrong.assert_empty();
}

#[test]
fn nothing_but_names_is_told_from_a_text() {
    let sprint = sprint();
    for text in [
        "armin",
        "Armin, Anto",
        "armin and anto.",
        "anders",
        "manuel jacob",
        "@armin",
    ] {
        assert!(sprint.is_only_names(text, "armin"), "{text}");
    }
    for text in [
        "",
        "...",
        "armin merged it",
        "9",
        "MERGED",
        "@armin and @anto merged it.",
        "+Amaury",
    ] {
        assert!(!sprint.is_only_names(text, "armin"), "{text}");
    }
}

#[test]
fn brackets_at_the_end_say_who_if_nothing_else_is_in_them() {
    let (sprint, mut wrong) = (sprint(), Differences::default());
    for (text, meant) in [
        ("docs (Mark)", "docs | mark"),
        ("docs (Armin, Anto).", "docs | armin, Anto"),
        ("docs (ARMIN ANTO)", "docs | armin, Anto"),
        ("docs (Armin or Anto)", "docs | armin?, Anto?"),
        ("docs (Armin, or Anto)", "docs | armin?, Anto?"),
        ("docs (Armin and/or Anto)", "docs | armin?, Anto?"),
        ("docs (Wim, Armin or Anto?)", "docs | wim?, armin?, Anto?"),
        ("docs (Wim, Armin, or Anto)", "docs | wim?, armin?, Anto?"),
        ("docs (Wim; Armin oder Anto)", "docs | wim, armin?, Anto?"),
        (
            "docs (Wim and Ronan, Armin or Anto)",
            "docs | wim, ronan, armin?, Anto?",
        ),
        (
            "docs (Armin/Anto & Ronan; Wim)",
            "docs | armin, Anto, ronan, wim",
        ),
        ("docs (Ronan?)", "docs | ronan?"),
        ("docs (all)", "docs | everybody"),
        ("docs (me)", "docs | armin"),
        ("docs: (Wim, ...)", "docs: | wim"),
        ("docs (Armin, Samuele around)", "docs | armin with samuele"),
        (
            "docs (armin, Carl Friedrich remotely)",
            "docs | armin with CF",
        ),
        (
            "docs (armin, anto, with help from samuele)",
            "docs | armin, Anto with samuele",
        ),
        ("docs (with Samuele)", "docs | with samuele"),
        ("docs (armin with samuele)", "docs | armin with samuele"),
        ("docs (armin, +Zoe Huber)", "docs | armin, +Zoe Huber"),
        ("docs (for users) (Armin)", "docs (for users) | armin"),
        ("docs (Armin) (Anto)", "docs (Armin) | Anto names Armin"),
        ("sad :( fix it (Armin)", "sad :( fix it | armin"),
        ("fix f( and f) (Armin)", "fix f( and f) | armin"),
        ("fix the ` key (Armin)", "fix the ` key | armin"),
        (
            "see https://x.org/Foo_(bar) (Armin)",
            "see https://x.org/Foo_(bar) | armin",
        ),
        // Neither people nor text.
        ("docs (armin, rnoan)", "! rnoan ~ Ronan Lamy"),
        ("docs (rnoan)", "! rnoan ~ Ronan Lamy"),
        ("docs (half of Armin)", "! share: half of Armin"),
        ("docs (anders)", "! anders is Iko or Arre"),
        ("docs (fijal, arigo)", "! arigo ~ Armin Rigo"),
        ("docs (armin, see below)", "! armin and see below"),
        ("docs(armin)", "! glued armin"),
        (
            "kill it (Manuel, Armin) WAITING FOR REVIEW",
            "! before WAITING FOR REVIEW",
        ),
        ("docs (with samuele and anto)", "! for whom: with samuele"),
        // Text.
        ("docs", "-"),
        ("(Armin)", "-"),
        ("assert isinstance(x, Class)", "-"),
        ("benchmarks (all platforms)", "-"),
        ("blocked (see Armin's branch)", "- names Armin"),
        ("merged (Armin did it, thanks)", "- names Armin"),
        ("going on (will be merged)", "-"),
        ("docs (for install and use)", "-"),
        ("docs (half of the tests)", "-"),
        ("faster by 40% (5-6x)", "-"),
        ("fix `f` (+docs)", "-"),
        ("read [it](armin)", "-"),
        ("read `it (armin)`", "-"),
        ("read ``it ` (armin)``", "-"),
        ("see https://en.wikipedia.org/wiki/Foo_(armin)", "-"),
        ("see (https://x.org/Foo_(armin))", "-"),
        ("see <https://x.org/Foo_(armin)>", "-"),
        ("docs ()", "-"),
        ("docs (Armin) on the wall", "- names Armin"),
        ("smile :)", "-"),
    ] {
        let seen = match sprint.read_brackets(text, "armin") {
            Ok(brackets) => {
                let people = brackets.people.map_or("-".to_owned(), |people| {
                    format!("{} | {}", people.text, shown(&people.named))
                });
                people
                    + &brackets
                        .mentioned
                        .map_or(String::new(), |name| format!(" names {name}"))
            }
            Err(LookupError::MixedBracket { people, other, .. }) => {
                format!("! {people} and {other}")
            }
            Err(LookupError::GluedBracket(inside)) => format!("! glued {inside}"),
            Err(LookupError::BracketBefore { after, .. }) => format!("! before {after}"),
            Err(error) => refusal(&error),
        };
        wrong.check(text, meant, seen);
    }
    wrong.assert_empty();
}
