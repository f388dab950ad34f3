//! A writer that is stopped while it holds the lock.

use crate::env::TestEnv;

#[test]
fn a_stopped_writer_is_named_holds_up_no_reader_and_goes_on() {
    let env = TestEnv::new();
    env.goes_on("before");
    let holder = env.stopped_writer(&["plan", "held"], "armin");
    let pid = holder.pid.clone();

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
                 error: process {pid} has held the lock of this sprint for at least 10 seconds\n\
                 hint: nothing was recorded; try again later, or end process {pid} if it hangs\n"
            )
            .into()
        )
    );

    let held = holder.go_on();
    assert_eq!(env.keeps(&held), 1);
    assert_eq!(env.items().len(), 2);
    env.goes_on("after");
}
