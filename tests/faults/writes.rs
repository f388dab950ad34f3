//! Writes that are cut off by the system.

use std::fs;

use crate::room::{Room, confirmed};

#[test]
fn a_write_that_ends_early_is_undone_wherever_it_ends() {
    let room = Room::new();
    room.goes_on("the first");
    let before = room.bytes();
    let whole = room.run(&["plan", "another"], "armin");
    assert_eq!(confirmed(&whole), [(2, "another".to_owned())]);
    let after = room.bytes();
    // What is taken back by hand here is not missed.
    fs::remove_dir_all(room.path().join(".local")).expect("receipts");
    // At the limit itself the first byte is refused, and whoever goes on is killed.
    for end in before.len() + 1..after.len() {
        fs::write(room.log(), &before).expect("a sound disk");
        let limit = format!("--fsize={end}");
        let output = room.run_behind(&["prlimit", &limit], &["plan", "another"], "armin");
        assert_eq!(
            (
                output.status.code(),
                String::from_utf8_lossy(&output.stderr).as_ref()
            ),
            (
                Some(1),
                "error: cannot write to sprints/hut/2017-02-27.toml: no space left on the disk\n\
                 hint: nothing was recorded; mend that and try again\n"
            ),
            "cut at {end}"
        );
        assert_eq!(room.bytes(), before, "cut at {end}");
    }
    room.goes_on("the last");
}
