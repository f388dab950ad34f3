//! Help and version.

use expect_test::expect;

use crate::support::{TestEnv, people_session, session};

#[test]
fn help_lists_the_commands() {
    session(expect![[r#"
        $ COLUMNS=100 sprint --help
        The journal of a development sprint: plan, pair, discuss, and get the blog post

        Without a command, it shows the board. TEXT needs no quotes; `-` reads it from standard input. ITEM
        is a number, an id, or a word that occurs in exactly one open item, or, for `reopen`, `result`,
        `reword`, `move`, `show`, `edit` and options, if no open one has it, in exactly one closed item;
        `8,9` are several. PEOPLE are nicks or names of known people, with blanks or commas between them;
        `+NAME` is somebody new who helps, `everybody` is all who are present, and `bela?` means that you
        are not sure. A text may end in (PEOPLE).

        Usage: sprint [OPTIONS] [COMMAND]

        Commands:
          init      Start a sprint: a folder for its logs, with a sprint.toml to fill in
          plan      Add a task and say its number; without TEXT, show the board
          assign    Assign people to an item, in addition to those who are on it
          unassign  Take people off an item; they keep their credit
          progress  Set the status of an item; for a discussion, add to its minutes
          result    Say what came of an item so far; it stays open, or closed
          done      Finish an item and say its result; if it is finished, add to its result
          drop      Give up an item, postpone it or move it elsewhere
          reopen    Put a finished or dropped item back on the board
          move      File an item under another topic, make it part of another item or of none, or say when
                    it is to happen
          discuss   Add a discussion and say its number
          decide    Say what was decided in a discussion
          talk      Add a talk, tutorial or demo and say its number
          join      Add an attendee, or change what is known about one
          leave     Record who is gone from today on
          goal      Add a goal of the sprint
          day       Say what today is, such as "documentation day"
          note      Add a sentence or a paragraph for the report that belongs to no item
          next      Add what should happen after the sprint
          photo     Add a picture; a file is copied into the sprint's folder
          thank     Add a sentence of thanks to the report
          reword    Change the text of an item; `show` keeps the old one
          renumber  Give one of two items with the same number, such as `12b`, the next free one
          undo      Take back what you typed last, or any entry by its id; for an undo, bring back what it
                    took
          batch     Record several commands, one per line without the word `sprint`: all of them or none
          edit      Open what was recorded or written in the editor
          import    Record what a planning document says, wherever it comes from: all of it as one batch
          board     Show what is open and who is on it; with --day, as it was when that day ended
          show      Show the whole history of an item
          log       Show a day as it happened, entry by entry
          people    Show who is here today, or on another --day, and who else was named
          ready     Check that everybody has a task and a partner, and newcomers an experienced one
          list      List all sprints, and which one commands are about
          check     List everything that is wrong with the logs of a sprint, each with its place
          summary   Write the report: the blog post about the sprint, or about one item
          sync      Commit, pull and push the logs and the post with git
          help      Print this message or the help of the given subcommand(s)

        Options:
          -h, --help
                  Print help (see a summary with '-h')

          -V, --version
                  Print version

        Options of every command:
          -s, --sprint <NAME>
                  Which sprint: its name [default: the one that is on today, else the latest] [env: SPRINT]

          -C <DIR>
                  The folder that holds `sprints/` [default: the nearest one upwards] [env: SPRINT_DIR]

              --by <WHO>
                  Who types [default: your login name] [env: SPRINT_BY]

              --at <TIME>
                  When it happened: 14:30, "mon 14:30", 2017-02-27T14:30:00+01:00

              --day <DAY>
                  On which day: yesterday, mon, 2017-02-27

        See also: `sprint help planning` for the board as a text to edit, `sprint help template` for the
        words of the post, `sprint help publishing` for formats and sites, `sprint help files` for settings
        and logs, `sprint help json` for programs
    "#]]);
}

#[test]
fn every_command_has_its_own_help() {
    session(expect![[r#"
        $ COLUMNS=100 sprint assign --help
        Assign people to an item, in addition to those who are on it

        Usage: sprint assign [OPTIONS] <ITEM> [PEOPLE]...

        Arguments:
          <ITEM>       The item: a number, an id, or a word of its text; several with commas between them
          [PEOPLE]...  Nicks, first names or full names, separated by blanks or commas

        Options:
              --with <PEOPLE>  Who helps
              --only           Replace the people who are on it
              --json           Answer with JSON, for programs
          -h, --help           Print help

        Options of every command:
          -s, --sprint <NAME>  Which sprint: its name [default: the one that is on today, else the latest]
                               [env: SPRINT]
          -C <DIR>             The folder that holds `sprints/` [default: the nearest one upwards] [env:
                               SPRINT_DIR]
              --by <WHO>       Who types [default: your login name] [env: SPRINT_BY]
              --at <TIME>      When it happened: 14:30, "mon 14:30", 2017-02-27T14:30:00+01:00
              --day <DAY>      On which day: yesterday, mon, 2017-02-27
    "#]]);
}

#[test]
fn a_typo_in_a_command_gets_a_suggestion() {
    session(expect![[r#"
        $ sprint jion armin
        ! error: `jion` is not a command
        ! hint: did you mean `sprint join`? `sprint help` lists the commands
        [exit 2]
        $ sprint pln fix
        ! error: `pln` is not a command
        ! hint: did you mean `sprint plan`? `sprint help` lists the commands
        [exit 2]
    "#]]);
}

#[test]
fn a_document_of_the_reference_is_text_for_a_terminal() {
    let env = TestEnv::new();
    for document in ["files", "json", "planning", "publishing", "template"] {
        let text = env.run(&format!("sprint help {document}"));
        for line in text.lines().filter(|line| !line.starts_with("    ")) {
            assert!(line.chars().count() <= 80, "{line}");
            assert!(!line.starts_with(['#', '|']), "{line}");
            assert!(!line.contains("](") && !line.contains("**"), "{line}");
        }
    }
    session(expect![[r#"
        $ sprint help files | head -25
        THE FILES OF A SPRINT

            sprints/
              .gitattributes            [0-9]*.toml text eol=lf merge=union
              .gitignore                files that only the program uses, such as .lock, *.cut
              leysin-2017/
                sprint.toml             the settings, edited by hand
                post.md                 the words of the post, with places for what the log tells; optional
                2017-02-27.toml         a day log
                photos/                 copies of the pictures, named by content

        This page describes the settings, the log, its limits, what a confirmation is
        worth, working together, and what `check` finds.

        THE SETTINGS

        `sprint.toml` is TOML. Every setting is optional. `sprint init` writes the file
        with examples in comments.

          `title`, `place`, `from`, `to`: title, place, first and last day of the
              sprint; days have no quotes: `from = 2017-02-26`
          `topics`: a list of topics, in the order of the report
          `issues`: the address of an issue, without its number: with `issues =
              "https://github.com/pypy/pypy/issues/"`, `#123` in a text is a link in the
              post
        $ sprint help files | grep -A6 'WHAT `CHECK`'
        WHAT `CHECK` FINDS

        `sprint check` lists every problem with its place, its rule in brackets, its
        line, and what to do about it. `sprint check --explain RULE` says what a rule
        means, with an example, and how to fix it. The exit status is 1 if there is an
        error or a warning; with `--strict`, also if there is a notice.

        $ sprint help files | tail -12
                  - id: sprint-check
                    args: [--strict]    # notices also stop a commit

        On GitHub, a step `sprint check --all --format github` annotates the lines of a
        pull request. On GitLab, a job with these lines does the same:

            script: sprint check --all --format gitlab > gl-code-quality-report.json
            artifacts:
              when: always
              reports: { codequality: gl-code-quality-report.json }

        Both get paths from the root of the git repository, wherever the command runs.
    "#]]);
}

#[test]
fn what_help_edit_or_a_command_does_not_take_is_told_with_what_is_like_it() {
    people_session(expect![[r#"
        $ sprint help don; sprint help finish; sprint help zzz
        ! error: `don` is not a command
        ! hint: did you mean `sprint help done`? `sprint help` lists the commands
        ! error: `finish` is not a command
        ! hint: `sprint done ITEM TEXT` finishes an item
        ! error: `zzz` is not a command
        ! hint: `sprint help` lists the commands
        [exit 2]
        $ printf 'help don\n' | sprint batch
        ! error: -:1:1: `don` is not a command
        ! hint: nothing of the batch was recorded; did you mean `sprint help done`? `sprint help` lists the commands
        [exit 2]
        $ sprint discuss how are strings stored && sprint decide 1 in UTF-8 -p anto; sprint decide 1 it -t Core
        1 to discuss: how are strings stored
        ! error: `-p` is not an option of `decide`
        ! hint: `sprint assign 1 anto` puts them on it, `sprint decide 1 in UTF-8` is the rest; in a text, it goes after `--`: `sprint decide … -- TEXT`
        ! error: `-t` is not an option of `decide`
        ! hint: `sprint move 1 -t Core` files it, `sprint decide 1 it` is the rest; in a text, it goes after `--`: `sprint decide … -- TEXT`
        [exit 2]
        $ sprint edit settngs; sprint edit pst; sprint edit zzz
        ! error: `settngs` is not what `edit` opens, nor a word of an open item
        ! hint: did you mean `sprint edit settings`?
        ! error: `pst` is not what `edit` opens, nor a word of an open item
        ! hint: did you mean `sprint edit post`?
        ! error: no open item has `zzz` in its text
        ! hint: `sprint board` shows what is open, with numbers
        [exit 1]
    "#]]);
}
