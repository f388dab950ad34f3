//! The program, run inside a test.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::cell::RefCell;
use std::io::{self, Cursor, Write};
use std::path::Path;
use std::rc::Rc;

use chrono::{DateTime, FixedOffset, MappedLocalTime};
use sprint_journal::cli::{Environment, Typed, Ui, run};

/// What a run wrote, and its exit status.
pub struct Run {
    pub status: u8,
    pub output: String,
    pub errors: String,
}

/// Runs a command in a folder as if it was typed at a time. The same run gives the same ids.
pub fn type_in(
    folder: &Path,
    by: &str,
    now: DateTime<FixedOffset>,
    words: &[String],
    input: &str,
) -> Run {
    let words = ["sprint".to_owned()]
        .into_iter()
        .chain(words.iter().cloned());
    let environment = Environment {
        arguments: words.map(Into::into).collect(),
        folder: folder.to_owned(),
        state: None,
        clock: Box::new(move || now),
        wait: Box::new(|| true),
        fixed: true,
        zone: Box::new(move |_| MappedLocalTime::Single(*now.offset())),
        sprint: None,
        sprint_dir: Some(folder.display().to_string()),
        sprint_by: Some(by.to_owned()),
        source_date_epoch: None,
        login: Box::new(|| None),
        random: 0,
    };
    let (output, errors) = (Stream::default(), Stream::default());
    let mut ui = Ui {
        input: Box::new(Cursor::new(input.as_bytes().to_vec())),
        output: Box::new(output.clone()),
        errors: Box::new(errors.clone()),
        prompt: Box::new(|_, _| Ok(Typed::End)),
        interactive: false,
        prompts: false,
        width: 80,
        color: false,
        screen: None,
        editor: None,
        goes_on: false,
    };
    let status = run(&environment, &mut ui);
    Run {
        status,
        output: output.text(),
        errors: errors.text(),
    }
}

/// Keeps what is written to it.
#[derive(Clone, Default)]
struct Stream(Rc<RefCell<Vec<u8>>>);

impl Stream {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.borrow()).into_owned()
    }
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
