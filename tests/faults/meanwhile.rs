//! Programs that ignore the lock and change the log while an entry is being written.

use std::fs;
use std::path::Path;
use std::process::Output;
use std::thread;
use std::time::Duration;

use crate::env::TestEnv;

/// Records something, and interferes while the writer waits for the disk: the entry is in the file and not confirmed.
fn interfere(env: &TestEnv, meddle: impl Fn(&Path)) -> Output {
    let slowly = [
        "strace",
        "-qqq",
        "-o",
        "/dev/null",
        "-e",
        "trace=fdatasync",
        "-e",
        "inject=fdatasync:delay_enter=700ms:when=1",
    ];
    let writer = env
        .command_behind(&slowly, &["plan", "new"], "armin")
        .spawn()
        .expect("a program can be started");
    while !String::from_utf8_lossy(&env.bytes()).contains("\"new\"") {
        thread::sleep(Duration::from_millis(5));
    }
    meddle(&env.log());
    let output = writer.wait_with_output().expect("it ends");
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{output:?}"
    );
    output
}

#[test]
fn an_entry_is_in_the_log_that_an_editor_puts_in_its_place() {
    let env = TestEnv::new();
    env.goes_on("old");
    let copy = env.bytes();
    let output = interfere(&env, |log| {
        let other = log.with_extension("swp");
        fs::write(&other, &copy)
            .and_then(|()| fs::rename(&other, log))
            .expect("a sound disk");
    });
    assert_eq!(env.keeps(&output), 1);
    assert!(env.bytes().starts_with(&copy));
    env.goes_on("more");
}

#[test]
fn an_entry_is_in_the_log_that_is_saved_over_it() {
    let env = TestEnv::new();
    env.goes_on("old");
    let copy = env.bytes();
    let output = interfere(&env, |log| fs::write(log, &copy).expect("a sound disk"));
    assert_eq!(env.keeps(&output), 1);
    assert!(env.bytes().starts_with(&copy));
    env.goes_on("more");
}

#[test]
fn an_entry_is_in_a_log_that_is_emptied_or_deleted_before_it_is_confirmed() {
    for meddle in [
        |log: &Path| fs::write(log, ""),
        |log: &Path| fs::remove_file(log),
    ] {
        let env = TestEnv::new();
        let output = interfere(&env, |log| meddle(log).expect("a sound disk"));
        assert_eq!(env.keeps(&output), 1);
        env.goes_on("more");
    }
}
