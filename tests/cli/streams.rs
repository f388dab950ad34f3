//! Standard output, standard error and the terminal.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn a_closed_pipe_is_not_an_error() {
    sprint_session(expect![[r#"
        $ sprint plan a
        1 planned: a
        $ sprint log | true
        $ sprint note b | true
        $ sprint --help | true
    "#]]);
}

#[test]
fn a_full_disk_under_standard_output_is_an_error() {
    sprint_session(expect![[r#"
        $ sprint plan a >/dev/full
        ! error: cannot use the standard streams: no space left on the disk
        ! hint: the entry may have been recorded all the same: look with `sprint log`
        [exit 1]
        $ sprint board >/dev/full
        ! error: cannot use the standard streams: no space left on the disk
        ! hint: the entry may have been recorded all the same: look with `sprint log`
        [exit 1]
        $ sprint log
        Monday, 27 February 2017
        time   by     what  #  entry  id
        09:00  armin  plan  1  a      1-m0mzdw
    "#]]);
}

#[test]
fn wrong_arguments_do_not_reach_the_terminal_raw() {
    sprint_session(expect![[r#"
        $ sprint "$(printf "bo\033[31mard")"
        ! error: `bo\u{1b}[31mard` is not a command
        ! hint: `sprint help` lists the commands
        [exit 2]
        $ sprint board "--x$(printf "\033[31m")"
        ! error: `--x\u{1b}[31m` is not an option of `board`
        ! hint: `sprint board --help` shows the options
        [exit 2]
    "#]]);
}

#[test]
fn what_never_ends_is_not_read_to_its_end() {
    sprint_session(expect![[r#"
        $ timeout 60 sprint note - < /dev/zero
        ! error: the text from standard input is larger than 64 MiB
        ! hint: nothing was recorded; record it in several steps
        [exit 1]
        $ timeout 60 sprint batch /dev/zero
        ! error: /dev/zero is larger than 64 MiB
        ! hint: cut it into several files
        [exit 1]
        $ ls sprints/leysin-2017
        post.md
        sprint.toml
    "#]]);
}
