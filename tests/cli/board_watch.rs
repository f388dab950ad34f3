//! `sprint board --watch` in a terminal: the board follows the logs.

use std::cell::{Cell, RefCell};
use std::io::{self, Cursor, Write};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::rc::Rc;

use chrono::{DateTime, MappedLocalTime};
use expect_test::expect;
use sprint_journal::cli::{Environment, Typed, Ui, run};

use crate::support::{TestEnv, sprint_session};

/// What stands for Ctrl-C among the lines that are typed.
const CTRL_C: &str = "^C";

/// What the program writes.
#[derive(Clone, Default)]
struct Stream(Rc<RefCell<Vec<u8>>>);

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Stream {
    fn shown(&self, env: &TestEnv) -> String {
        let written = String::from_utf8_lossy(&self.0.borrow()).into_owned();
        let written = written.replace('\u{1b}', "<ESC>");
        written.replace(&env.path().display().to_string(), "FOLDER")
    }
}

/// Watches the board, and runs a command in each second. Gives what was written,
/// each board after the time at which it was drawn.
fn watch(env: Rc<TestEnv>, commands: &[&str]) -> String {
    let typed = env.clone();
    let output = Stream::default();
    let drawn = output.clone();
    let second = Rc::new(Cell::new(0));
    let passed = second.clone();
    let commands: Vec<String> = commands
        .iter()
        .map(|command| (*command).to_owned())
        .collect();
    let wait = move || {
        let Some(command) = commands.get(passed.get()) else {
            resume_unwind(Box::new("the end of the test"));
        };
        typed.run(command);
        passed.set(passed.get() + 1);
        let _ = writeln!(
            drawn.clone(),
            "-- second {}, after `{command}`",
            passed.get()
        );
        true
    };
    let environment = environment(&env, &["sprint", "board", "--watch"], Box::new(wait));
    let mut ui = terminal(&output, &[]);
    let _ = catch_unwind(AssertUnwindSafe(|| run(&environment, &mut ui)));
    output.shown(&env)
}

/// Types lines at the prompt, and Ctrl-C whenever something waits. Gives what was written.
fn at_prompt(env: &TestEnv, lines: &[&str]) -> String {
    let output = Stream::default();
    let environment = environment(env, &["sprint", "batch"], Box::new(|| false));
    run(&environment, &mut terminal(&output, lines));
    output.shown(env)
}

fn environment(env: &TestEnv, arguments: &[&str], wait: Box<dyn Fn() -> bool>) -> Environment {
    let now = DateTime::parse_from_rfc3339("2017-02-27T09:00:00+01:00").expect("a time");
    Environment {
        arguments: arguments.iter().map(Into::into).collect(),
        folder: env.path().to_owned(),
        state: None,
        clock: Box::new(move || now),
        wait,
        fixed: true,
        zone: Box::new(move |_| MappedLocalTime::Single(*now.offset())),
        sprint: None,
        sprint_dir: Some(env.path().display().to_string()),
        sprint_by: Some("armin".to_owned()),
        source_date_epoch: None,
        login: Box::new(|| None),
        random: 0,
    }
}

/// Makes a terminal of 60 columns and 9 lines, at which some lines are typed.
fn terminal(output: &Stream, lines: &[&str]) -> Ui {
    let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    let mut lines = lines.into_iter();
    Ui {
        input: Box::new(Cursor::new(Vec::new())),
        output: Box::new(output.clone()),
        errors: Box::new(output.clone()),
        prompt: Box::new(move |_, _| {
            Ok(match lines.next() {
                Some(line) if line == CTRL_C => Typed::CtrlC,
                Some(line) => Typed::Line(line),
                None => Typed::End,
            })
        }),
        interactive: true,
        prompts: true,
        width: 80,
        color: false,
        screen: Some(Box::new(|| (60, 9))),
        editor: None,
        goes_on: false,
    }
}

#[test]
fn what_changes_is_drawn_in_place_and_cut_to_the_screen() {
    let env = Rc::new(TestEnv::with_people());
    let expected = expect![[r#"
        <ESC>[HLeysin Winter Sprint 2017 · Monday, 27 February 2017<ESC>[K
        Here (3): Armin, Antonio, Bea<ESC>[K
        Free (3): Armin, Antonio, Bea<ESC>[K
        No task is open.<ESC>[K
        <ESC>[J-- second 1, after `sprint plan fix the leak -t CPyExt -p armin,anto`
        <ESC>[HLeysin Winter Sprint 2017 · Monday, 27 February 2017<ESC>[K
        Here (3): Armin, Antonio, Bea<ESC>[K
        Free (1): Bea<ESC>[K
        CPyExt<ESC>[K
          1  fix the leak  Armin, Antonio<ESC>[K
        <ESC>[J-- second 2, after `true`
        -- second 3, after `sprint progress 1 found it, and the fix will take until the afternoon at least`
        <ESC>[HLeysin Winter Sprint 2017 · Monday, 27 February 2017<ESC>[K
        Here (3): Armin, Antonio, Bea<ESC>[K
        Free (1): Bea<ESC>[K
        CPyExt<ESC>[K
          1  fix the leak  Armin, Antonio  found it, and the fix wi…<ESC>[K
        <ESC>[J-- second 4, after `for number in 2 3 4 5 6; do sprint plan task $number; done`
        <ESC>[HLeysin Winter Sprint 2017 · Monday, 27 February 2017<ESC>[K
        Here (3): Armin, Antonio, Bea<ESC>[K
        Free (1): Bea<ESC>[K
          2  task 2        nobody<ESC>[K
          3  task 3        nobody<ESC>[K
          4  task 4        nobody<ESC>[K
          5  task 5        nobody<ESC>[K
        +3 more lines<ESC>[K
        <ESC>[J-- second 5, after `echo '12 = {' >> sprints/leysin-2017/2017-02-27.toml`
        <ESC>[HLeysin Winter Sprint 2017 · Monday, 27 February 2017<ESC>[K
        Here (3): Armin, Antonio, Bea<ESC>[K
        Free (1): Bea<ESC>[K
          2  task 2        nobody<ESC>[K
          3  task 3        nobody<ESC>[K
          4  task 4        nobody<ESC>[K
        +4 more lines<ESC>[K
        1 problem in the logs: `sprint check` says where<ESC>[K
        <ESC>[J-- second 6, after `mv sprints away`
        <ESC>[HLeysin Winter Sprint 2017 · Monday, 27 February 2017<ESC>[K
        Here (3): Armin, Antonio, Bea<ESC>[K
        Free (1): Bea<ESC>[K
          2  task 2        nobody<ESC>[K
          3  task 3        nobody<ESC>[K
          4  task 4        nobody<ESC>[K
        +4 more lines<ESC>[K
        there is no sprint here: no folder `sprints` in this folder…<ESC>[K
        <ESC>[J-- second 7, after `mv away sprints && sed -i '$d' sprints/leysin-2017/2017-02-27.toml`
        <ESC>[HLeysin Winter Sprint 2017 · Monday, 27 February 2017<ESC>[K
        Here (3): Armin, Antonio, Bea<ESC>[K
        Free (1): Bea<ESC>[K
          2  task 2        nobody<ESC>[K
          3  task 3        nobody<ESC>[K
          4  task 4        nobody<ESC>[K
          5  task 5        nobody<ESC>[K
        +3 more lines<ESC>[K
        <ESC>[J"#]];
    expected.assert_eq(&watch(
        env,
        &[
            "sprint plan fix the leak -t CPyExt -p armin,anto",
            "true",
            "sprint progress 1 found it, and the fix will take until the afternoon at least",
            "for number in 2 3 4 5 6; do sprint plan task $number; done",
            "echo '12 = {' >> sprints/leysin-2017/2017-02-27.toml",
            "mv sprints away",
            "mv away sprints && sed -i '$d' sprints/leysin-2017/2017-02-27.toml",
        ],
    ));
}

#[test]
fn a_sprint_that_is_not_there_is_not_watched() {
    let env = Rc::new(TestEnv::new());
    let expected = expect![[r#"
        error: there is no sprint here: no folder `sprints` in this folder or above it
        hint: create one with `sprint init NAME`, such as `sprint init leysin-2017`
    "#]];
    expected.assert_eq(&watch(env, &[]));
}

#[test]
fn at_the_prompt_ctrl_c_ends_the_watch_alone() {
    let env = TestEnv::with_people();
    let expected = expect![[r#"
        remark: one command a line, such as `board`; Tab completes, Ctrl-D ends
        <ESC>[HLeysin Winter Sprint 2017 · Monday, 27 February 2017<ESC>[K
        Here (3): Armin, Antonio, Bea<ESC>[K
        Free (3): Armin, Antonio, Bea<ESC>[K
        No task is open.<ESC>[K
        <ESC>[J
        1 planned: fix the leak
    "#]];
    expected.assert_eq(&at_prompt(&env, &["board --watch", "plan fix the leak"]));
}

#[test]
fn of_pasted_lines_each_watch_ends_by_a_ctrl_c_of_its_own() {
    sprint_session(expect![[r#"
        $ shown() { for _ in $(seq 100); do grep -aqs "$1" seen && return; sleep 0.1; done; }
        > {
        >     printf '\033[200~board --watch\nplan fix the leak\nboard --watch\033[201~\r'
        >     shown 'No task is open'; printf '\003'
        >     shown '1  fix the leak'; SPRINT_BY=anto sprint plan write a test >/dev/null
        >     shown '2  write a test'; printf '\003'
        >     sleep 0.5; printf 'plan release it\r\004'
        > } | NO_COLOR=1 TERM=xterm script -qefc 'exec sprint batch' seen >/dev/null
        $ grep -ao '[0-9]  [fw].*nobody\|No task is open\|[0-9] planned.*[a-z]' seen
        No task is open
        1 planned: fix the leak
        1  fix the leak  nobody
        1  fix the leak  nobody
        2  write a test  nobody
        3 planned: release it
    "#]]);
}

#[test]
fn at_the_prompt_ctrl_c_leaves_a_line_and_not_the_prompt() {
    let env = TestEnv::with_people();
    env.run("printf -- '- port it\n' > pad.md");
    let expected = expect![[r#"
        remark: one command a line, such as `board`; Tab completes, Ctrl-D ends
        1 planned: a
        plan port it
        nothing was recorded
        2 planned: b
    "#]];
    let import = format!("import {}", env.path().join("pad.md").display());
    let lines = [CTRL_C, "plan a", &import, CTRL_C, CTRL_C, "plan b"];
    expected.assert_eq(&at_prompt(&env, &lines));
}

#[test]
fn a_terminal_that_cannot_move_its_cursor_shows_no_codes() {
    sprint_session(expect![[r#"
        $ printf 'clear\rboard --watch\r\004' | TERM=dumb script -qec 'TERM=dumb sprint batch' /dev/null | tr -d '\r' | sed 's|^\(sprint> \)*||; /^clear$/d; /^board/d; /^$/d'
        remark: one command a line, such as `board`; Tab completes, Ctrl-D ends
        error: only a page in a file, or a board in a terminal that can move its cursor, can be kept up to date
        hint: `sprint board --watch` in a terminal; for a page, `sprint board --for html -o board.html --watch`
    "#]]);
}
