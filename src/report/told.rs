//! What is told of items, and by entries that belong to none, as one text for an editor, and what somebody has changed in it.
//!
//! Each text stands under a heading with its number and title. Nothing is guessed: a heading that is not one of those
//! that were opened is an error, and a section that is left out changes nothing.

use foldhash::{HashMap, HashSet};

use crate::diagnostic::ToldFault;
use crate::domain::{Action, Ending, Entry, EntryId, Item, Sprint};
use crate::text::{normalize, one_line};

/// The first line of the text.
const GUIDE: &str = "<!-- Change the texts, and the titles behind the numbers. What you leave out stays as it is. -->\n";

/// The levels of headings, the best first.
const LEVELS: [&str; 6] = ["## ", "# ", "### ", "#### ", "##### ", "###### "];

/// What is told of an item, or by an entry that tells something of its own.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ToldText {
    /// The item, or the entry.
    pub(crate) id: EntryId,
    /// How it is called: `#12`, `next step q8wd31ztha`.
    pub(crate) name: String,
    /// The title of an item, on one line.
    pub(crate) title: String,
    /// Minutes, then results; the text of the entry.
    pub(crate) text: String,
}

/// What somebody has changed of a [`ToldText`].
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ToldChange {
    pub(crate) before: ToldText,
    pub(crate) title: Option<String>,
    pub(crate) text: Option<String>,
}

/// What somebody has changed of all that was opened.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct ToldChanges {
    pub(crate) changes: Vec<ToldChange>,
    /// The names of those under which nothing is left: their texts stay.
    pub(crate) emptied: Vec<String>,
}

/// What is wrong in an edited text, and in which line.
#[derive(Debug, PartialEq)]
pub(crate) struct ToldError {
    pub(crate) line: usize,
    pub(crate) fault: ToldFault,
}

impl ToldText {
    /// Returns what is told of an item, or by an entry.
    pub(crate) fn find(sprint: &Sprint, id: EntryId) -> Option<ToldText> {
        let entry = || sprint.entry(id).filter(|_| !sprint.is_undone(id));
        let item = sprint.get(id).map(ToldText::of_item);
        item.or_else(|| ToldText::of_entry(entry()?))
    }

    /// Lists what is told, and what is finished and has no text: first what is in `order`, then the rest as it is in the
    /// log. What follows from an item stands behind it, if it has no place of its own.
    pub(crate) fn all(sprint: &Sprint, order: &[EntryId]) -> Vec<ToldText> {
        let items = sprint.items().iter().filter(|item| is_told(item));
        let items = items.map(|item| (item.at, None, ToldText::of_item(item)));
        let goals = sprint.goals().iter().map(|goal| goal.id);
        let notes = sprint.notes().iter().map(|note| note.id);
        let steps = sprint.next_steps().iter().map(|step| step.id);
        let thanks = sprint.thanks().iter().map(|thanks| thanks.id);
        let entries = goals.chain(notes).chain(steps).chain(thanks);
        let entries = entries.filter_map(|id| sprint.entry(id));
        let entries = entries.filter_map(|entry| {
            let told = ToldText::of_entry(entry)?;
            Some((entry.at, entry.action.item(), told))
        });
        let mut all: Vec<_> = items.chain(entries).collect();
        let places: HashMap<EntryId, usize> = order.iter().copied().zip(0..).collect();
        let place = |id| places.get(&id).copied();
        all.sort_by_key(|(at, item, told)| {
            let place = place(told.id).or(item.and_then(place));
            (place.unwrap_or(order.len()), item.is_some(), *at)
        });
        all.into_iter().map(|(_, _, told)| told).collect()
    }

    fn of_item(item: &Item) -> ToldText {
        let told = item.minutes().chain(item.valid_results());
        let told: Vec<&str> = told.map(|told| told.text.as_str()).collect();
        ToldText {
            id: item.id,
            name: format!("#{}", item.label),
            title: one_line(&item.text),
            text: told.join("\n\n"),
        }
    }

    fn of_entry(entry: &Entry) -> Option<ToldText> {
        Some(ToldText {
            id: entry.id,
            name: format!("{} {}", told_kind(&entry.action)?, entry.id),
            title: String::new(),
            text: entry.action.fields().text?.to_owned(),
        })
    }

    fn heading(&self) -> String {
        format!("{} {}", self.name, self.title)
            .trim_end()
            .to_owned()
    }
}

/// Returns what an action is called whose text the post tells, though it is about no item.
pub(crate) fn told_kind(action: &Action) -> Option<&'static str> {
    match action {
        Action::Goal(_) => Some("goal"),
        Action::Note(_) => Some("note"),
        Action::Next(_) => Some("next step"),
        Action::Thank(_) => Some("thanks"),
        _ => None,
    }
}

/// Returns whether a post tells an item, or has a gap for it.
pub(super) fn is_told(item: &Item) -> bool {
    let has_text = !item.valid_results().is_empty() || item.minutes().next().is_some();
    item.ending() != Some(Ending::Dropped) && (item.is_finished() || has_text)
}

/// Writes texts for an editor.
pub(crate) fn write_told(told: &[ToldText]) -> String {
    let level = level(told);
    let sections = told.iter().map(|told| {
        let text = told.text.trim_end();
        let text = if text.is_empty() {
            String::new()
        } else {
            format!("\n{text}\n")
        };
        format!("\n{level}{}\n{text}", told.heading())
    });
    GUIDE.to_owned() + &sections.collect::<String>()
}

/// Reads what somebody has made of the text, and returns what they changed.
pub(crate) fn read_told(told: &[ToldText], edited: &str) -> Result<ToldChanges, ToldError> {
    let edited = edited.strip_prefix('\u{feff}').unwrap_or(edited);
    let edited = edited.replace("\r\n", "\n");
    let sections = sections(told, &edited)?;
    require_headings(told, &sections)?;
    let mut read = ToldChanges::default();
    for Section {
        told,
        line,
        title,
        lines,
    } in &sections
    {
        let Some(told) = told else { continue };
        let text = trimmed(lines.iter().map(|(_, text)| *text));
        let is_other = folded(&text) != folded(&told.text);
        let is_new = is_other && !text.is_empty();
        if is_other && !is_new {
            read.emptied.push(told.name.clone());
        }
        let other_title = *title != told.title;
        if other_title && (told.title.is_empty() || !shares_a_word(title, &told.title)) {
            return Err(ToldError {
                line: *line,
                fault: ToldFault::OtherTitle {
                    title: (*title).to_owned(),
                    heading: told.heading(),
                },
            });
        }
        if is_new || other_title {
            read.changes.push(ToldChange {
                before: (*told).clone(),
                title: other_title.then(|| (*title).to_owned()),
                text: is_new.then_some(text),
            });
        }
    }
    Ok(read)
}

/// What stands under a heading; `told` is none before the first.
struct Section<'t> {
    told: Option<&'t ToldText>,
    line: usize,
    title: &'t str,
    lines: Vec<(usize, &'t str)>,
}

fn sections<'t>(told: &'t [ToldText], edited: &'t str) -> Result<Vec<Section<'t>>, ToldError> {
    let level = level(told);
    let by_name: HashMap<&str, &ToldText> =
        told.iter().map(|told| (told.name.as_str(), told)).collect();
    let mut first_lines: HashMap<EntryId, usize> = HashMap::default();
    let mut sections = vec![Section {
        told: None,
        line: 1,
        title: "",
        lines: Vec::new(),
    }];
    for (place, text) in edited.lines().enumerate() {
        let line = place + 1;
        let Some(heading) = text.strip_prefix(level) else {
            if let Some(section) = sections.last_mut() {
                section.lines.push((line, text));
            }
            continue;
        };
        let fail = |fault| Err(ToldError { line, fault });
        let heading = heading.trim();
        // A name is up to three words.
        let blanks = heading.match_indices(char::is_whitespace);
        let mut ends = blanks.map(|(end, _)| end).take(3).chain([heading.len()]);
        let found = ends.find_map(|end| {
            let (name, title) = heading.split_at(end);
            Some((*by_name.get(name)?, title.trim()))
        });
        let Some((found, title)) = found else {
            return fail(ToldFault::OtherHeading(text.trim_end().to_owned()));
        };
        if let Some(first) = first_lines.insert(found.id, line) {
            let name = found.name.clone();
            return fail(ToldFault::Twice { name, first });
        }
        sections.push(Section {
            told: Some(found),
            line,
            title,
            lines: Vec::new(),
        });
    }
    Ok(sections)
}

/// Refuses a text without a heading, and one that seems to belong to a heading that is gone.
fn require_headings(told: &[ToldText], sections: &[Section<'_>]) -> Result<(), ToldError> {
    let there = sections.iter().filter_map(|section| section.told);
    let there: HashSet<EntryId> = there.map(|told| told.id).collect();
    let gone = told.iter().filter(|told| !there.contains(&told.id));
    let gone: Vec<&ToldText> = gone.collect();
    let (mut by_heading, mut by_first_line) = (HashMap::default(), HashMap::default());
    for (place, told) in gone.iter().enumerate() {
        let heading = told.heading();
        let heading = heading.trim_start_matches('#').to_owned();
        for heading in [heading, told.title.clone()] {
            by_heading.entry(heading).or_insert(place);
        }
        let first = told.text.lines().next().unwrap_or_default();
        by_first_line.entry(first.trim_end()).or_insert(place);
    }
    for section in sections {
        let own = section.told.map_or("", |told| &told.text);
        let own: HashSet<&str> = own.lines().map(str::trim_end).collect();
        for (line, text) in &section.lines {
            let fail = |fault| Err(ToldError { line: *line, fault });
            let line = text.trim_end();
            let bare = line.trim_start_matches(['#', ' ', '*', '\\']);
            let heading = by_heading.get(bare).filter(|_| !bare.is_empty());
            let first = by_first_line.get(line).filter(|_| !line.is_empty());
            let lost = heading.into_iter().chain(first).min();
            if let Some(place) = lost.filter(|_| !own.contains(line)) {
                let lost = gone[*place];
                return fail(ToldFault::LostHeading(format!(
                    "{}{}",
                    level(told),
                    lost.heading()
                )));
            }
            let is_comment = text.trim().is_empty() || text.trim_start().starts_with("<!--");
            if section.told.is_none() && !is_comment {
                return fail(ToldFault::NoHeading);
            }
        }
    }
    Ok(())
}

/// Returns how headings begin: as no line of a text does.
fn level(told: &[ToldText]) -> &'static str {
    let begins = |level: &str| {
        let mut lines = told.iter().flat_map(|told| told.text.lines());
        lines.any(|line| line.starts_with(level))
    };
    let mut levels = LEVELS.into_iter();
    levels.find(|level| !begins(level)).unwrap_or(LEVELS[0])
}

fn trimmed<'t>(lines: impl Iterator<Item = &'t str>) -> String {
    let lines: Vec<&str> = lines.collect();
    let is_text = |line: &&str| !line.trim().is_empty();
    let first = lines.iter().position(is_text).unwrap_or(lines.len());
    lines[first..].join("\n").trim_end().to_owned()
}

/// Drops what editors change on their own: blanks at the ends of lines.
fn folded(text: &str) -> String {
    trimmed(text.lines().map(str::trim_end))
}

fn shares_a_word(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let text = normalize(text);
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let other = words(other);
    words(one).iter().any(|word| other.contains(word))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use rustix::time::{ClockId, clock_gettime};

    use super::*;

    fn told(number: u32, title: &str, text: &str) -> ToldText {
        ToldText {
            id: EntryId::new(Some(number), 1),
            name: format!("#{number}"),
            title: title.to_owned(),
            text: text.to_owned(),
        }
    }

    fn two() -> Vec<ToldText> {
        vec![
            told(1, "fix the leak", "It is fixed.\n\nReally."),
            told(12, "write a test", ""),
        ]
    }

    const TWO: &str = "\n## #1 fix the leak\n\nIt is fixed.\n\nReally.\n\n## #12 write a test\n";

    #[test]
    fn a_text_that_was_only_opened_has_no_changes() {
        assert_eq!(write_told(&two()), GUIDE.to_owned() + TWO);
        let crlf = write_told(&two()).replace('\n', "\r\n");
        let blanks = write_told(&two()).replace('\n', "  \n") + "\n\n";
        for edited in [&write_told(&two()), &crlf, &blanks, "", "\n", GUIDE] {
            assert_eq!(
                read_told(&two(), edited),
                Ok(ToldChanges::default()),
                "{edited}"
            );
        }
    }

    #[test]
    fn texts_and_titles_that_were_changed_are_found() {
        let edited =
            write_told(&two()).replace("leak", "memory leak") + "\nIt is\n\n    written.\n";
        let ToldChanges { changes, emptied } = read_told(&two(), &edited).expect("it can be read");
        assert!(emptied.is_empty(), "{emptied:?}");
        let [leak, test] = &changes[..] else {
            panic!("{changes:?}");
        };
        assert_eq!(leak.title.as_deref(), Some("fix the memory leak"));
        assert_eq!(leak.text, None);
        assert_eq!(test.title, None);
        assert_eq!(test.text.as_deref(), Some("It is\n\n    written."));
    }

    #[test]
    fn a_heading_of_a_text_is_not_one_of_ours() {
        let all = vec![told(1, "a", "## #2 b\n\n# c"), told(2, "b", "x")];
        let written = write_told(&all);
        assert!(
            written.contains("\n### #1 a\n\n## #2 b\n\n# c\n\n### #2 b\n\nx\n"),
            "{written}"
        );
        assert_eq!(read_told(&all, &written), Ok(ToldChanges::default()));
    }

    #[test]
    fn whatever_is_unclear_is_named_with_its_line() {
        let heading = |title: &str| ToldFault::OtherHeading(title.to_owned());
        let lost = |title: &str| ToldFault::LostHeading(title.to_owned());
        for (from, to, line, fault) in [
            (
                "## #1 fix the leak",
                "## fix the leak",
                3,
                heading("## fix the leak"),
            ),
            (
                "## #1 fix the leak",
                "## #3 fix the leak",
                3,
                heading("## #3 fix the leak"),
            ),
            (
                "## #12 write",
                "## #1 write",
                9,
                ToldFault::Twice {
                    name: "#1".into(),
                    first: 3,
                },
            ),
            (
                "## #12 write a test\n",
                "#12 write a test\n",
                9,
                lost("## #12 write a test"),
            ),
            (
                "## #12 write a test\n",
                "write a test\n",
                9,
                lost("## #12 write a test"),
            ),
            ("\n## #1 fix the leak\n", "", 3, lost("## #1 fix the leak")),
            ("\n## #1 ", "\nHello.\n## #1 ", 3, ToldFault::NoHeading),
            (
                "#1 fix the leak",
                "#1 go skiing",
                3,
                ToldFault::OtherTitle {
                    title: "go skiing".into(),
                    heading: "#1 fix the leak".into(),
                },
            ),
        ] {
            let edited = write_told(&two()).replacen(from, to, 1);
            assert_eq!(
                read_told(&two(), &edited),
                Err(ToldError { line, fault }),
                "{edited}"
            );
        }
    }

    #[test]
    fn a_text_of_which_nothing_is_left_stays_and_is_named() {
        let edited = write_told(&two()).replace("It is fixed.\n\nReally.\n", "");
        let read = read_told(&two(), &(edited.clone() + "\nIt is written.\n"));
        let read = read.expect("it can be read");
        assert_eq!(read.emptied, ["#1"]);
        let [test] = &read.changes[..] else {
            panic!("{read:?}");
        };
        assert_eq!(test.text.as_deref(), Some("It is written."));
        let read = read_told(&two(), &edited.replace("fix the leak", "fix the leaks"));
        let read = read.expect("it can be read");
        assert_eq!(read.emptied, ["#1"]);
        assert_eq!(read.changes[0].title.as_deref(), Some("fix the leaks"));
        assert_eq!(read.changes[0].text, None);
    }

    #[test]
    fn four_times_as_many_texts_cost_no_more_than_that() {
        let now = || Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).expect("a time");
        let cost = |count: u32| {
            let all = (1..=count).map(|number| told(number, "write a test", "It is written."));
            let all: Vec<ToldText> = all.collect();
            let written = write_told(&all);
            // Half of them are left out, so that each line may be a heading that is gone.
            let half = written.match_indices("\n## ").nth(all.len() / 2);
            let half = &written[..half.map_or(0, |(place, _)| place)];
            let begin = now();
            assert_eq!(read_told(&all, half), Ok(ToldChanges::default()));
            now() - begin
        };
        let (short, long) = (cost(1_000), cost(4_000));
        assert!(long < 8 * short, "{short:?}, {long:?}");
    }
}
