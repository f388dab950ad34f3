//! `sprint init`.

use expect_test::expect;

use crate::support::{session, sprint_session};

#[test]
fn a_sprint_is_a_folder_with_a_file_to_fill_in() {
    session(expect![[r#"
        $ sprint init leysin-2017 --title "Leysin \"Winter\" Sprint" --place Leysin --from 2017-02-26 --to 2017-03-04
        leysin-2017 begun in sprints/leysin-2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ find sprints -type f | sort
        sprints/.gitattributes
        sprints/.gitignore
        sprints/leysin-2017/sprint.toml
        $ cat sprints/leysin-2017/sprint.toml sprints/.gitattributes sprints/.gitignore
        title = "Leysin \"Winter\" Sprint"
        place = "Leysin"
        from = 2017-02-26
        to = 2017-03-04
        # topics = ["Release Work", "Release Work/Stackless"]    # in the order of the report
        # log = "per-writer"     # one log per day and writer: merges without .gitattributes

        # [check]
        # off = ["never-joined"]     # rules that `sprint check` ignores

        # For the report. Every setting is optional; texts are Markdown.
        [report]
        # title = "Leysin Winter Sprint Summary"
        # authors = ["Armin Rigo"]
        # tags = ["sprint"]
        # group = "topic"      # or "day", "person", "none"
        # body = "prose"       # or "bullets"
        # names = "short"      # or "full", "none"
        # intro = """
        # """
        # invitation = """
        # """
        # closing = """
        # """
        # sign-off = "The PyPy Team"

        # [report.headings]    # of its parts; "" for none
        # highlights = "Highlights"
        # Day logs: git keeps the lines of both sides when it merges.
        [0-9]*.toml text eol=lf merge=union
        # What sprint keeps for itself while it writes.
        *.cut
        .lock
    "#]]);
}

#[test]
fn a_name_is_enough() {
    session(expect![[r#"
        $ sprint init x
        x begun in sprints/x
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ cat sprints/x/sprint.toml
        title = "x"
        # place = "Leysin, Switzerland"
        from = 2017-02-27
        # to = 2017-03-04
        # topics = ["Release Work", "Release Work/Stackless"]    # in the order of the report
        # log = "per-writer"     # one log per day and writer: merges without .gitattributes

        # [check]
        # off = ["never-joined"]     # rules that `sprint check` ignores

        # For the report. Every setting is optional; texts are Markdown.
        [report]
        # title = "Leysin Winter Sprint Summary"
        # authors = ["Armin Rigo"]
        # tags = ["sprint"]
        # group = "topic"      # or "day", "person", "none"
        # body = "prose"       # or "bullets"
        # names = "short"      # or "full", "none"
        # intro = """
        # """
        # invitation = """
        # """
        # closing = """
        # """
        # sign-off = "The PyPy Team"

        # [report.headings]    # of its parts; "" for none
        # highlights = "Highlights"
        $ sprint
        x, Monday, 27 February 2017

        No task is open.
        $ sprint summary
        # x

        <!-- there is no intro: write `intro` under [report] in sprint.toml -->
        ! remark: there is no intro: write `intro` under [report] in sprint.toml
    "#]]);
}

#[test]
fn a_sprint_is_never_begun_twice() {
    sprint_session(expect![[r#"
        $ sprint init leysin-2017
        ! error: the sprint `leysin-2017` already exists: sprints/leysin-2017
        ! hint: use it with `-s leysin-2017`, or choose another name
        [exit 1]
    "#]]);
}

#[test]
fn names_that_some_system_cannot_store_are_refused() {
    session(expect![[r#"
        $ sprint init ../../etc
        ! error: `../../etc` cannot be the name of a sprint
        ! hint: a name has lower-case letters, digits, `-`, `_` and `.`, begins with a letter or a digit, and has at most 64 characters; `etc` is possible
        [exit 1]
        $ sprint init "Leysin 2017"
        ! error: `Leysin 2017` cannot be the name of a sprint
        ! hint: a name has lower-case letters, digits, `-`, `_` and `.`, begins with a letter or a digit, and has at most 64 characters; `leysin-2017` is possible
        [exit 1]
        $ sprint init con
        ! error: `con` cannot be the name of a sprint
        ! hint: a name has lower-case letters, digits, `-`, `_` and `.`, begins with a letter or a digit, and has at most 64 characters
        [exit 1]
        $ sprint init -- -rf
        ! error: `-rf` cannot be the name of a sprint
        ! hint: a name has lower-case letters, digits, `-`, `_` and `.`, begins with a letter or a digit, and has at most 64 characters; `rf` is possible
        [exit 1]
        $ sprint init ...
        ! error: `...` cannot be the name of a sprint
        ! hint: a name has lower-case letters, digits, `-`, `_` and `.`, begins with a letter or a digit, and has at most 64 characters
        [exit 1]
        $ sprint init ""
        ! error: `` cannot be the name of a sprint
        ! hint: a name has lower-case letters, digits, `-`, `_` and `.`, begins with a letter or a digit, and has at most 64 characters
        [exit 1]
        $ ls -A
    "#]]);
}

#[test]
fn dates_are_in_order() {
    session(expect![[r#"
        $ sprint init x --from 2017-03-04 --to 2017-02-26
        ! error: the last day, 2017-02-26, comes before the first, 2017-03-04
        ! hint: give the first day with `--from` and the last with `--to`
        [exit 1]
        $ sprint init x --from 4.3.
        ! error: `4.3.` is not a day for --from
        ! hint: use a date such as 2017-02-27, a weekday (the latest one), `today`, `yesterday` or `tomorrow`
        [exit 2]
        $ ls -A
    "#]]);
}

#[test]
fn what_git_was_told_before_stays() {
    session(expect![[r#"
        $ mkdir sprints; printf "*.png binary" > sprints/.gitattributes
        $ sprint init x
        x begun in sprints/x
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint init y
        y begun in sprints/y
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ cat sprints/.gitattributes
        *.png binary
        # Day logs: git keeps the lines of both sides when it merges.
        [0-9]*.toml text eol=lf merge=union
    "#]]);
}

#[test]
fn the_folder_can_be_given() {
    session(expect![[r#"
        $ mkdir deep
        $ sprint -C deep init x
        x begun in deep/sprints/x
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ SPRINT_DIR=deep/sprints sprint init y
        y begun in deep/sprints/y
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ find . -name sprint.toml | sort
        ./deep/sprints/x/sprint.toml
        ./deep/sprints/y/sprint.toml
        $ sprint -C nowhere init x
        ! error: nowhere does not exist
        ! hint: `-C` and SPRINT_DIR name the folder that holds `sprints/`
        [exit 1]
    "#]]);
}

#[test]
fn what_was_begun_and_not_finished_can_be_begun_again() {
    session(expect![[r#"
        $ mkdir -p sprints/house && mkdir sprints/.gitignore && sprint init house; rmdir sprints/.gitignore
        ! error: sprints/.gitignore is a folder where a file belongs
        ! hint: nothing was recorded; move it away
        $ sprint init house
        house begun in sprints/house
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint init house
        ! error: the sprint `house` already exists: sprints/house
        ! hint: use it with `-s house`, or choose another name
        [exit 1]
        $ touch sprints/tent && sprint init tent
        ! error: sprints/tent is a file where a folder belongs
        ! hint: nothing was recorded; move it away
        [exit 1]
    "#]]);
}
