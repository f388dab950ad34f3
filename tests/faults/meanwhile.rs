//! Programs that ignore the lock and change the log while an entry is being written.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::env::TestEnv;

/// Records something, and interferes while the writer is stopped: the entry is in the file and not confirmed.
fn interfere(env: &TestEnv, meddle: impl Fn(&Path)) -> Output {
    let writer = env.stopped_writer(&["plan", "new"], "armin");
    meddle(&env.log());
    let output = writer.go_on();
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
