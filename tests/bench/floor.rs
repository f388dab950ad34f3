//! The least that a command has to do, to measure the program against: `tests/bench/run` calls it.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};

/// Does nothing, reads all logs of a folder as text, or appends a line to a file and waits for the disk.
fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["read", folder] => {
            let mut letters = 0;
            for file in fs::read_dir(folder)? {
                let bytes = fs::read(file?.path())?;
                let text = std::str::from_utf8(&bytes).map_err(io::Error::other)?;
                letters += text.len();
            }
            assert!(letters > 0, "there are no logs in {folder}");
            Ok(())
        }
        ["append", file] => {
            let mut log = OpenOptions::new().append(true).open(file)?;
            log.write_all("# a line as long as an entry".repeat(8).as_bytes())?;
            log.write_all(b"\n")?;
            log.sync_data()
        }
        _ => Ok(()),
    }
}
