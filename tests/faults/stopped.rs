//! A writer that is stopped while it holds the lock.

use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::env::TestEnv;

fn state(pid: &str) -> Option<char> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    status.rsplit_once(") ")?.1.chars().next()
}

#[test]
fn a_stopped_writer_is_named_holds_up_no_reader_and_goes_on() {
    let env = TestEnv::new();
    env.goes_on("before");
    let strace = [
        "strace",
        "-qqq",
        "-o",
        "/dev/null",
        "-e",
        "trace=fdatasync",
        "-e",
        "inject=fdatasync:signal=STOP",
    ];
    let holder = env
        .command_behind(&strace, &["plan", "held"], "armin")
        .spawn()
        .expect("a program can be started");
    let pid = loop {
        let lock = std::fs::read_to_string(env.sprint().join(".lock")).unwrap_or_default();
        let pid = lock.trim().to_owned();
        if matches!(state(&pid), Some('T' | 't')) && !pid.is_empty() {
            break pid;
        }
        thread::sleep(Duration::from_millis(10));
    };

    let board = env.run(&["board"], "anto");
    assert!(
        board.status.success() && board.stderr.is_empty(),
        "{board:?}"
    );
    let refused = env.run(&["plan", "more"], "anto");
    assert_eq!(
        (
            refused.status.code(),
            String::from_utf8_lossy(&refused.stderr)
        ),
        (
            Some(1),
            format!(
                "remark: waiting for another process that writes to this sprint\n\
                 error: process {pid} has been writing to this sprint for ten seconds\n\
                 hint: nothing was recorded; end process {pid} and try again\n"
            )
            .into()
        )
    );

    let go_on = Command::new("kill").args(["-CONT", &pid]).status();
    assert!(go_on.expect("a shell's command").success());
    let held = holder.wait_with_output().expect("it ends");
    assert_eq!(env.keeps(&held), 1);
    assert_eq!(env.items().len(), 2);
    env.goes_on("after");
}
