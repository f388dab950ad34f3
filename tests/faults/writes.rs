//! Writes that are cut off by the system.

use std::fs;

use crate::env::{TestEnv, confirmed};

#[test]
fn a_write_that_ends_early_is_undone_wherever_it_ends() {
    let env = TestEnv::new();
    env.goes_on("the first");
    let before = env.bytes();
    let whole = env.run(&["plan", "another"], "armin");
    assert_eq!(confirmed(&whole), [(2, "another".to_owned())]);
    let after = env.bytes();
    // Without receipts, `check` does not miss what is removed by hand here.
    fs::remove_dir_all(env.path().join(".local")).expect("receipts");
    // At the limit itself the first byte is refused, and a writer that goes on is killed.
    for end in before.len() + 1..after.len() {
        fs::write(env.log(), &before).expect("a sound disk");
        let limit = format!("--fsize={end}");
        let output = env.run_behind(&["prlimit", &limit], &["plan", "another"], "armin");
        assert_eq!(
            (
                output.status.code(),
                String::from_utf8_lossy(&output.stderr).as_ref()
            ),
            (
                Some(1),
                "error: cannot write to sprints/hut/2017-02-27.toml: no space left on the disk\n\
                 hint: nothing was recorded; fix that and try again\n"
            ),
            "cut at {end}"
        );
        assert_eq!(env.bytes(), before, "cut at {end}");
    }
    env.goes_on("the last");
}
