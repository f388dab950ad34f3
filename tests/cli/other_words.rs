//! Commands as other programs and people call them.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn a_command_of_another_program_is_answered_with_ours() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint status
        ! error: `status` is not a command
        ! hint: `sprint board` shows what is open; `sprint progress ITEM TEXT` sets the status of an item
        [exit 2]
        $ sprint report
        ! error: `report` is not a command
        ! hint: `sprint summary` writes the post
        [exit 2]
        $ sprint finish 1
        ! error: `finish` is not a command
        ! hint: `sprint done ITEM TEXT` finishes an item
        [exit 2]
        $ sprint who
        ! error: `who` is not a command
        ! hint: `sprint people` shows who is here; `sprint join NAME` adds an attendee
        [exit 2]
        $ sprint add fix the test
        ! error: `add` is not a command
        ! hint: `sprint plan TEXT` adds a task, `sprint join NAME` an attendee
        [exit 2]
        $ sprint close 1
        ! error: `close` is not a command
        ! hint: `sprint done ITEM TEXT` finishes an item
        [exit 2]
        $ sprint start 1
        ! error: `start` is not a command
        ! hint: `sprint assign ITEM PEOPLE` assigns people to an item; `sprint init NAME` starts a sprint
        [exit 2]
        $ sprint search leak
        ! error: `search` is not a command
        ! hint: `sprint show ITEM` shows the history of an item; ITEM may be a word of its text
        [exit 2]
        $ printf 'plan fix the test\nfinish 1\n' | sprint batch
        ! error: -:2:1: `finish` is not a command
        ! hint: nothing of the batch was recorded; `sprint done ITEM TEXT` finishes an item
        [exit 2]
    "#]]);
}

#[test]
fn at_the_prompt_nothing_is_special_and_exit_leaves() {
    sprint_session(expect![[r#"
        $ for line in "plan is it done?" "discuss which [license]* (GPL?)" "note it's 5 o'clock; \$HOME & more" "finish 1" "exit" "plan not this"; do printf '%s\r' "$line"; done | script -qec 'TERM=dumb sprint batch' /dev/null | tr -d '\r' | sed '/^sprint> $/d; s/^sprint> //' | grep -v '^plan\|^discuss\|^note \|^finish\|^exit'
        remark: one command a line, such as `board`; Tab completes, Ctrl-D ends
        1 planned: is it done?
        2 to discuss: which [license]* (GPL?)
        noted: it's 5 o'clock; $HOME & more
        error: `finish` is not a command
        hint: `sprint done ITEM TEXT` finishes an item
    "#]]);
}
