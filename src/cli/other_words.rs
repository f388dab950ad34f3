//! What other programs call our commands.

use crate::domain::is_typo;

/// Returns what to type instead of the name of a command that another program has or that people expect.
pub fn ours(typed: &str) -> Option<&'static str> {
    let typed = typed.to_lowercase();
    let is_typed = |words: &str| words.split_whitespace().any(|word| word == typed);
    let found = OTHER_WORDS.iter().find(|(words, _)| is_typed(words));
    found.map(|(_, ours)| *ours)
}

/// Returns the same for a word that looks like a typo of such a name.
pub fn near(typed: &str) -> Option<&'static str> {
    let typed = typed.to_lowercase();
    let is_slip = |words: &str| words.split_whitespace().any(|word| is_typo(word, &typed));
    let found = OTHER_WORDS.iter().find(|(words, _)| is_slip(words));
    found.map(|(_, ours)| *ours)
}

const OTHER_WORDS: [(&str, &str); 32] = [
    (
        "add new create task todo issue ticket story a subtask",
        "`sprint plan TEXT` adds a task, `sprint join NAME` an attendee",
    ),
    (
        "status",
        "`sprint board` shows what is open; `sprint progress ITEM TEXT` sets the status of an item",
    ),
    (
        "ls tasks items todos overview dashboard kanban wall now pending",
        "`sprint board` shows what is open and who is on it",
    ),
    (
        "finish finished complete completed close closed resolve resolved fix fixed do end did merged ok tick check-off",
        "`sprint done ITEM TEXT` finishes an item",
    ),
    (
        "start begin take claim pick grab work pair give delegate assigned reassign assignee",
        "`sprint assign ITEM PEOPLE` assigns people to an item; `sprint init NAME` starts a sprint",
    ),
    (
        "stop pause release untake",
        "`sprint unassign ITEM PEOPLE` takes people off an item; `sprint done ITEM TEXT` finishes it",
    ),
    (
        "update state blocked block wait waiting comment annotate append minutes",
        "`sprint progress ITEM TEXT` sets the status of an item, or adds to the minutes of a discussion",
    ),
    (
        "outcome conclusion",
        "`sprint result ITEM TEXT` adds to what came of an item",
    ),
    (
        "rm delete del remove cancel abandon postpone defer skip wontfix reject archive",
        "`sprint drop ITEM TEXT` gives up an item; `sprint undo` takes back what you typed last",
    ),
    (
        "rename retitle modify mod edit-text correct",
        "`sprint reword ITEM TEXT` changes the text of an item; `sprint move ITEM` its topic",
    ),
    (
        "mv file tag label topic project category reparent due schedule when",
        "`sprint move ITEM -t TOPIC` files an item elsewhere, `--when TEXT` says when it is to happen",
    ),
    (
        "who whois team attendees attendee participants participant persons users members",
        "`sprint people` shows who is here; `sprint join NAME` adds an attendee",
    ),
    (
        "person invite register arrive arrived arrives hello checkin check-in here user member",
        "`sprint join NAME` adds an attendee",
    ),
    (
        "left gone away kick checkout check-out unjoin bye",
        "`sprint leave PEOPLE` records who is gone",
    ),
    (
        "search find grep filter query info view cat details detail display print get",
        "`sprint show ITEM` shows the history of an item; ITEM may be a word of its text",
    ),
    (
        "open",
        "`sprint reopen ITEM` opens an item again; `sprint board` shows what is open",
    ),
    (
        "undone restore unclose unarchive undrop",
        "`sprint reopen ITEM` opens an item again; `sprint undo ID` takes back any entry",
    ),
    (
        "revert back rollback reset",
        "`sprint undo` takes back what you typed last",
    ),
    (
        "redo",
        "`sprint undo ID` of an undo brings back what it took",
    ),
    (
        "discussion question ask meeting vote",
        "`sprint discuss TEXT` adds a discussion",
    ),
    (
        "decided decision agree agreed conclude",
        "`sprint decide ITEM TEXT` closes a discussion with what was decided",
    ),
    (
        "tutorial demo lecture presentation present talks",
        "`sprint talk TEXT` adds a talk, tutorial or demo",
    ),
    (
        "remark memo notes journal write",
        "`sprint note TEXT` adds a sentence to the post",
    ),
    (
        "attach image picture pic photos pictures upload",
        "`sprint photo FILE CAPTION` adds a picture",
    ),
    (
        "thanks thank-you goals",
        "`sprint thank TEXT` adds a sentence of thanks, `sprint goal TEXT` a goal",
    ),
    (
        "report export publish blog post blogpost markdown md html generate build render site website hugo jekyll nikola pelican zola eleventy rst",
        "`sprint summary` writes the post, `sprint summary --for FORMAT` in another format or for a site generator",
    ),
    (
        "commit push pull fetch clone share send receive save synchronize",
        "`sprint sync` commits, pulls and pushes the logs",
    ),
    (
        "history today yesterday timeline activity diff entries blame",
        "`sprint log DAY` shows a day, `sprint show ITEM` the history of an item",
    ),
    (
        "validate lint verify doctor test fsck",
        "`sprint check` lists everything that is wrong with the logs",
    ),
    (
        "prompt shell repl interactive read",
        "`sprint batch` opens a prompt at a terminal, `sprint batch FILE` records the commands in a file",
    ),
    (
        "config settings set setup configure",
        "`sprint edit settings` opens `sprint.toml`; `sprint help files` lists the settings",
    ),
    (
        "exit quit q logout man usage commands version",
        "`sprint help` lists the commands; `exit` or Ctrl-D leaves the prompt of `sprint batch`",
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use clap::CommandFactory;

    use super::super::Cli;
    use super::*;

    #[test]
    fn other_words_are_not_commands_and_lead_to_commands() {
        let program = Cli::command();
        let mut seen = HashSet::new();
        for (words, ours) in OTHER_WORDS {
            for word in words.split_whitespace() {
                assert!(program.find_subcommand(word).is_none(), "{word}");
                assert!(seen.insert(word), "{word}");
            }
            for code in ours.split('`').skip(1).step_by(2) {
                if let Some(command) = code.strip_prefix("sprint ") {
                    let verb = command.split(' ').next().unwrap_or_default();
                    let is_known = verb == "help" || program.find_subcommand(verb).is_some();
                    assert!(is_known, "{code}");
                }
            }
        }
    }
}
