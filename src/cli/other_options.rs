//! What other programs call our options.

use clap::Arg;
use clap::builder::PossibleValue;

use crate::domain::is_typo;
use crate::text::is_of;

/// Finds the option among `known` that another program calls as it was typed, by the names that it may have here, the first of
/// those that are known.
pub fn ours<'a>(typed: &str, known: &[&'a Arg]) -> Option<&'a Arg> {
    let typed = bare(typed);
    let called = |name: &str| {
        let is_called =
            |option: &&&Arg| option.get_long() == Some(name) || option.get_id().as_str() == name;
        known.iter().find(is_called).copied()
    };
    let meant = OTHER_OPTIONS
        .iter()
        .filter(|(words, _)| is_of(words, &typed));
    let mut meant = meant.flat_map(|(_, names)| names.split_whitespace());
    meant.find_map(called)
}

/// Finds the option among `known` that was typed with a slip, or not to its end.
pub fn near<'a>(typed: &str, known: &[&'a Arg]) -> Option<&'a Arg> {
    const BEGUN: usize = 3;
    let typed = bare(typed);
    let long = |option: &&Arg, is: &dyn Fn(&str) -> bool| option.get_long().is_some_and(is);
    let is_slip = |name: &str| is_typo(name, &typed);
    let is_begun = |name: &str| typed.len() >= BEGUN && name.starts_with(&typed);
    let mut options = known.iter().copied();
    let slip = options.find(|option| long(option, &is_slip));
    let mut begun = known.iter().copied().filter(|one| long(one, &is_begun));
    slip.or_else(|| begun.next().filter(|_| begun.next().is_none()))
}

/// Returns whether other programs take a text with an option that is called so.
pub fn is_of_text(typed: &str) -> bool {
    const TEXTS: &str = "m message msg text caption comment body reason note";
    is_of(TEXTS, &bare(typed))
}

/// Returns whether `option` takes a format that was typed as an option.
pub fn takes_format(option: &Arg, typed: &str) -> bool {
    let values = option.get_possible_values();
    let mut names = values.iter().map(PossibleValue::get_name);
    option.get_id() == "format" && names.any(|name| name == bare(typed))
}

/// Returns what an option of another program is called in some command.
pub fn name_of(typed: &str) -> Option<&'static str> {
    let typed = bare(typed);
    let found = OTHER_OPTIONS.iter().find(|(words, _)| is_of(words, &typed));
    found?.1.split_whitespace().next()
}

/// Returns the name of an option as it was typed, without its dashes and its value.
fn bare(typed: &str) -> String {
    let name = typed.split('=').next().unwrap_or_default();
    name.trim_start_matches('-').to_lowercase()
}

/// Words for an option, and what it is called here: in one command so, in another so.
const OTHER_OPTIONS: [(&str, &str); 28] = [
    ("format fmt style type as to export site", "for format"),
    (
        "out outfile out-file file save write dest destination to",
        "output",
    ),
    (
        "assign assigned assignee assignees person persons user users who whom owner people member members",
        "people",
    ),
    ("helper helpers help-from together helped", "with"),
    (
        "category categories label labels tag tags project section heading in to",
        "topic",
    ),
    (
        "parent part part-of partof sub subtask subtask-of of in below into u under",
        "under item",
    ),
    ("i item", "item under"),
    (
        "time due deadline at-time date on schedule scheduled",
        "when",
    ),
    (
        "affiliation company organisation organization institute institution university employer",
        "org",
    ),
    ("until end last till stop leaves leaving", "to"),
    (
        "since start begin begins first arrives arriving starting after",
        "from since",
    ),
    ("name nickname handle login username", "nick title"),
    ("alias aliases aka other other-name names", "also"),
    ("link homepage home website page web site github", "url"),
    ("kind type status as", "role"),
    ("team", "group people"),
    ("decision decide outcome result", "decided"),
    ("date on", "day"),
    ("count number num max limit", "count"),
    ("description alt-text", "alt"),
    ("replace instead overwrite exclusive just", "only"),
    ("unassigned idle open available nobody", "free"),
    ("brake pause holiday off free rest", "is_break"),
    ("long wide verbose whole complete", "full"),
    ("follow live refresh tail loop", "watch"),
    ("dir directory cwd path", "folder"),
    ("author login me", "by"),
    ("preview simulate test dry n", "dry-run dry_run"),
];

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::super::Cli;
    use super::*;

    #[test]
    fn what_is_called_otherwise_is_an_option_of_some_command() {
        let program = Cli::command();
        let of_commands = program
            .get_subcommands()
            .flat_map(clap::Command::get_arguments);
        let known: Vec<&Arg> = of_commands.chain(program.get_arguments()).collect();
        for (words, names) in OTHER_OPTIONS {
            for name in names.split_whitespace() {
                assert!(ours(words.split(' ').next().unwrap_or_default(), &known).is_some());
                let is_known = |option: &&Arg| {
                    option.get_long() == Some(name) || option.get_id().as_str() == name
                };
                assert!(known.iter().any(is_known), "{name}");
            }
        }
    }
}
