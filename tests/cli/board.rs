//! `sprint board`, and `sprint` alone.

use expect_test::expect;

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::support::{TestEnv, people_session, session, sprint_session};

#[test]
fn outside_any_sprint_it_says_how_to_begin() {
    session(expect![[r#"
        $ sprint
        sprint is the journal of a development sprint: plan, pair, discuss, and the blog post writes itself.
        Begin with `sprint init NAME`, such as `sprint init leysin-2017`; `sprint --help` lists the commands.
        $ sprint board
        ! error: there is no sprint here: no folder `sprints` in this folder or above it
        ! hint: create one with `sprint init NAME`, such as `sprint init leysin-2017`
        [exit 1]
        $ mkdir sprints
        $ sprint
        sprint is the journal of a development sprint: plan, pair, discuss, and the blog post writes itself.
        Begin with `sprint init NAME`, such as `sprint init leysin-2017`; `sprint --help` lists the commands.
        $ sprint board
        ! error: there is no sprint in sprints
        ! hint: create one with `sprint init NAME`, such as `sprint init leysin-2017`
        [exit 1]
    "#]]);
}

#[test]
fn it_shows_tasks_discussions_talks_what_was_finished_and_who_is_idle() {
    people_session(expect![[r#"
        $ sprint join Ronan Lamy
        joined: Ronan Lamy (ronan)
        $ sprint join A Visitor --role visitor
        joined: A Visitor (a; visitor)
        $ sprint plan fix the leak -t CPyExt -p armin
        1 planned: fix the leak  | on it: Armin  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        $ sprint plan write a test -u 1
        2 planned: write a test  | part of: 1 fix the leak
        $ sprint plan run it on Windows -u 2
        3 planned: run it on Windows  | part of: 2 write a test
        $ sprint plan port numpy -p bea,ronan?
        4 planned: port numpy  | on it: Bea, Ronan?
        $ sprint progress 4 nearly done
        4 progress: port numpy  | status: nearly done
        $ sprint discuss which encoding
        5 to discuss: which encoding
        $ sprint talk The JIT -p armin
        6 talk: The JIT  | on it: Armin
        $ sprint plan merge it
        7 planned: merge it
        $ sprint done merge
        7 done: merge it
        $ sprint plan old idea
        8 planned: old idea
        $ sprint drop idea
        8 dropped: old idea
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (5): Armin, Antonio, Bea, Ronan, A
        Free (2): Antonio, Ronan
          4  port numpy             Bea, Ronan?  nearly done
        CPyExt
          1  fix the leak           Armin
          2    write a test         nobody
          3      run it on Windows  nobody
        Discussions
          5  which encoding
        Talks
          6  The JIT                Armin
        Closed today
          7  merge it                            done
          8  old idea                            dropped
    "#]]);
}

#[test]
fn it_fits_sixty_eighty_and_two_hundred_columns() {
    people_session(expect![[r#"
        $ sprint plan "make the x86 backend not recompile everything after every bridge that it makes" -t "Release Work/JIT" -p "armin,anto,bea" | tail -1
            on it: Armin, Antonio, Bea  | topic: Release Work › JIT
        ! remark: `Release Work/JIT` is a new topic
        $ sprint progress 1 almost ready, more debugging needed on the machines that have less memory
        1 progress: make the x86 backend not recompile everything after every bridge that i…
            status: almost ready, more debugging needed on the mach…
        $ COLUMNS=60 sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Release Work › JIT
          1  make the x86 backend …  Armin, +2  almost ready, more …
        $ COLUMNS=80 sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Release Work › JIT
          1  make the x86 backend not …  Armin, Antonio, Bea  almost ready, more debugg…
        $ COLUMNS=200 sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Release Work › JIT
          1  make the x86 backend not recompile everything after every bridge that it makes  Armin, Antonio, Bea  almost ready, more debugging needed on the machines that have less memory
    "#]]);
}

#[test]
fn wide_and_combining_characters_keep_the_lines_straight() {
    sprint_session(expect![[r#"
        $ sprint plan "日本語のドキュメント 🎿 été" -p "+Łukasz,+李"
        1 planned: 日本語のドキュメント 🎿 été  | on it: Łukasz, 李
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  日本語のドキュメント 🎿 été  Łukasz, 李
    "#]]);
}

#[test]
fn control_characters_are_shown_and_do_nothing() {
    sprint_session(expect![[r#"
        $ sprint plan "$(printf 'red \033[31m bell \007 back\b c1 \302\233 bidi \342\200\256 end')" -t "$(printf 'to\033]0;x\007pic')" -p "$(printf '+ev\033il')"
        1 planned: red \u{1b}[31m bell \u{7} back\u{8} c1 \u{9b} bidi \u{202e} end  | on it: ev\u{1b}il  | topic: to\u{1b}]0;x\u{7}pic
        ! remark: `to\u{1b}]0;x\u{7}pic` is a new topic
        $ sprint progress 1 "$(printf 'one\ntwo\rthree\tfour')"
        1 progress: red \u{1b}[31m bell \u{7} back\u{8} c1 \u{9b} bidi \u{202e} end  | status: one two three four
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        to\u{1b}]0;x\u{7}pic
          1  red \u{1b}[31m bell \u{7} back\u{8} c1 \u{…  ev\u{1b}il  one two three four
        $ sprint show 1
        1 red \u{1b}[31m bell \u{7} back\u{8} c1 \u{9b} bidi \u{202e} end
            task, open
            status: one two three four
            topic: to\u{1b}]0;x\u{7}pic
            on it: ev\u{1b}il
            credit: ev\u{1b}il

        when              by     what      entry                              id
        Mon 27 Feb 09:00  armin  plan      red \u{1b}[31m bell \u{7}          1-wrwf4k
                                           back\u{8} c1 \u{9b} bidi \u{202e}
                                           end (to\u{1b}]0;x\u{7}pic;
                                           ev\u{1b}il)
        Mon 27 Feb 09:00  armin  progress  one two three four                 n0f8wcs7ba
        $ sprint log
        Monday, 27 February 2017
        time   by     what      #  entry                                      id
        09:00  armin  plan      1  red \u{1b}[31m bell \u{7} back\u{8} c1     1-wrwf4k
                                   \u{9b} bidi \u{202e} end
                                   (to\u{1b}]0;x\u{7}pic; ev\u{1b}il)
        09:00  armin  progress  1  one two three four                         n0f8wcs7ba
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What is next

        - Red \\u{1b}\[31m bell \\u{7} back\\u{8} c1 \\u{9b} bidi \\u{202e} end: one two three four (ev\\u{1b}il)
    "#]]);
}

#[test]
fn a_day_is_shown_as_it_ended() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint done 1
        1 done: fix the leak
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint
        Leysin Winter Sprint 2017 · Tuesday, 28 February 2017
        No task is open.
        Closed today
          1  fix the leak  done
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint board --day mon
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
    "#]]);
}

#[test]
fn a_morning_begins_with_what_the_last_day_closed_and_moved_on() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint plan port numpy
        2 planned: port numpy
        $ sprint plan not touched
        3 planned: not touched
        $ sprint done 1 Works.
        1 done: fix the leak  | result: Works.
        $ sprint progress 2 half done
        2 progress: port numpy  | status: half done
        $ sprint plan write the docs && sprint result 4 There is a first page.
        4 planned: write the docs
        4 result added: write the docs  | result: There is a first page.
        $ SPRINT_NOW=2017-02-28T09:00:00+01:00 sprint
        Leysin Winter Sprint 2017 · Tuesday, 28 February 2017
          2  port numpy      nobody  half done (1 d)
          3  not touched     nobody
          4  write the docs  nobody
        Closed on Monday
          1  fix the leak            done
        Moved on Monday: 2, 4
        $ SPRINT_NOW=2017-02-28T09:00:00+01:00 sprint plan a quick one
        5 planned: a quick one
        $ SPRINT_NOW=2017-02-28T09:00:00+01:00 sprint done quick
        5 done: a quick one
        $ SPRINT_NOW=2017-02-28T09:00:00+01:00 sprint
        Leysin Winter Sprint 2017 · Tuesday, 28 February 2017
          2  port numpy      nobody  half done (1 d)
          3  not touched     nobody
          4  write the docs  nobody
        Closed today
          5  a quick one             done
        Closed on Monday
          1  fix the leak            done
        Moved on Monday: 2, 4
    "#]]);
}

#[test]
fn it_is_a_page_for_the_wall() {
    sprint_session(expect![[r#"
        $ sprint board --for html | sed '/<style>/,/<.style>/d'
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="generator" content="sprint board">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Leysin Winter Sprint 2017</title>
        </head>
        <body>
        <header>
        <div>
        <h1>Leysin Winter Sprint 2017 <span>Monday, 27 February 2017</span></h1>
        <p>No task is open.</p>
        </div>
        <div class="facts">
        <p>0 open</p>
        </div>
        </header>
        <main>
        </main>
        </body>
        </html>
        $ printf 'title = "R&D"\n' > sprints/leysin-2017/sprint.toml
        $ sprint join Armin Rigo && sprint join Ronan Lamy && sprint join Anto --nick '<B>'
        joined: Armin Rigo (armin)
        joined: Ronan Lamy (ronan)
        joined: Anto (<B>)
        $ sprint plan 'fix <the> leak & more' -t CPyExt -p armin && sprint plan write a test -u 1
        1 planned: fix <the> leak & more  | on it: Armin  | topic: CPyExt
        2 planned: write a test  | part of: 1 fix <the> leak & more
        ! remark: `CPyExt` is a new topic
        $ sprint progress 1 'nearly "done"' && sprint discuss which encoding && sprint talk The JIT -p armin
        1 progress: fix <the> leak & more  | status: nearly "done"
        3 to discuss: which encoding
        4 talk: The JIT  | on it: Armin
        $ sprint plan merge it -p ronan && sprint done merge
        5 planned: merge it  | on it: Ronan
        5 done: merge it  | credit: Ronan
        $ sprint day Documentation day
        Monday, 27 February 2017: Documentation day
        $ sprint board --for html -o board.html && sed '/<style>/,/<.style>/d' board.html
        written: board.html
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="generator" content="sprint board">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>R&amp;D</title>
        </head>
        <body>
        <header>
        <div>
        <h1>R&amp;D <span>Monday, 27 February 2017: Documentation day</span></h1>
        <p class="free" style="--lines: 1"><strong>Free (2):</strong> <span>Ronan,</span> <span>&lt;B&gt;</span></p>
        <p class="here" style="--lines: 1"><strong>Here (3):</strong> <span>Armin,</span> <span>Ronan,</span> <span>&lt;B&gt;</span></p>
        </div>
        <div class="facts">
        <p>last change 09:00</p>
        <p>4 open, 1 with nobody</p>
        </div>
        </header>
        <main>
        <div>
        <section>
        <h2>CPyExt</h2>
        <ul>
        <li><span class="number">1</span><span class="item"><span class="text">fix &lt;the&gt; leak &amp; more</span><span class="status"><span>nearly "done"</span></span></span><span class="people"><span>Armin</span></span></li>
        <li style="--depth: 1"><span class="number">2</span><span class="item"><span class="text">write a test</span></span><span class="people"><strong>nobody</strong></span></li>
        </ul>
        </section>
        <section>
        <h2>Discussions</h2>
        <ul>
        <li><span class="number">3</span><span class="item"><span class="text">which encoding</span></span></li>
        </ul>
        </section>
        <section>
        <h2>Talks</h2>
        <ul>
        <li><span class="number">4</span><span class="item"><span class="text">The JIT</span></span><span class="people"><span>Armin</span></span></li>
        </ul>
        </section>
        </div>
        </main>
        <footer>
        <p class="closed"><strong>Closed today (1):</strong> <span>5 merge it</span></p>
        </footer>
        </body>
        </html>
        $ SPRINT_NOW=2017-02-28T09:00:00+01:00 sprint board --for html | grep '"closed"'
        <p class="closed"><strong>Closed on Monday (1):</strong> <span>5 merge it</span></p>
        <p class="closed"><strong>Moved on Monday (1):</strong> <span>1</span></p>
        $ sprint drop 1 && sprint board --for html -o board.html && grep -c dropped board.html
        1 dropped: fix <the> leak & more  | on it: Armin
        written: board.html
        1
        $ echo "12 = {" >> sprints/leysin-2017/2017-02-27.toml && sprint board --for html 2> /dev/null | grep '"warning'
        <p class="warning">1 problem in the logs: `sprint check` says where</p>
    "#]]);
}

#[test]
fn a_page_that_is_full_says_how_much_more_there_is() {
    sprint_session(expect![[r#"
        $ for number in $(seq 14); do echo plan task $number; done | sprint batch - | tail -1
        14 planned: task 14
        $ sprint board --for html | grep -o -e '--letter: [0-9.]*'
        --letter: 4.9
        $ for number in $(seq 15 300); do echo plan task $number; done | sprint batch - | tail -1
        300 planned: task 300
        $ sprint board --for html | grep -o -e '--letter: [0-9.]*'
        --letter: 1.9
        $ sprint board --for html | grep -e '"more"' -e '<p>'
        <p>last change 09:00</p>
        <p>300 open, 300 with nobody</p>
        <p class="more">+155 more</p>
        $ sprint board --for html | grep -c '<li'
        145
    "#]]);
}

#[test]
fn only_a_page_of_the_board_is_replaced_by_one() {
    sprint_session(expect![[r#"
        $ sprint board --for html -o board.html
        written: board.html
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint board --for html -o board.html && sprint board --for html -o board.html
        written: board.html
        already written: board.html
        $ sprint board -o board.txt && cat board.txt
        written: board.txt
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
        $ sprint board --for html -o board.txt
        ! error: board.txt was left as it is: it has other content
        ! hint: choose another name, or replace it with `--force`
        [exit 1]
        $ sprint board --for html --watch -o board.txt
        ! error: board.txt was left as it is: it has other content
        ! hint: choose another name, or replace it with `--force`
        [exit 1]
        $ sprint board --for json > one.json; sprint board --json | cmp - one.json
    "#]]);
}

/// A program that is killed when its test ends.
struct Watch(Child);

impl Watch {
    /// Starts to write `board.html` again and again.
    fn start(env: &TestEnv, now: &str, errors: Stdio) -> Watch {
        let watch = Command::new(env!("CARGO_BIN_EXE_sprint"))
            .args(["board", "--for", "html", "--watch", "-o", "board.html"])
            .current_dir(env.path())
            .env_clear()
            .env("SPRINT_NOW", now)
            .stdout(Stdio::null())
            .stderr(errors)
            .spawn();
        Watch(watch.expect("the program can be started"))
    }
}

/// Returns whether a file has some words.
fn holds(env: &TestEnv, file: &str, words: &str) -> bool {
    let text = fs::read_to_string(env.path().join(file)).unwrap_or_default();
    text.contains(words)
}

/// Waits until a file has some words: long enough for a busy machine, and no longer than needed.
fn comes(env: &TestEnv, file: &str, words: &str) -> bool {
    (0..1200).any(|_| {
        thread::sleep(Duration::from_millis(50));
        holds(env, file, words)
    })
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_watched_page_follows_the_logs_and_survives_what_is_wrong_with_them() {
    let env = TestEnv::with_sprint();
    let errors = fs::File::create(env.path().join("errors")).expect("a file");
    let _watch = Watch::start(&env, "2017-02-27T09:00:00+01:00", errors.into());
    let holds = |file: &str, words: &str| holds(&env, file, words);
    let comes = |file: &str, words: &str| comes(&env, file, words);
    assert!(comes("board.html", "http-equiv=\"refresh\""));
    env.run("sprint plan fix the leak");
    assert!(comes("board.html", "fix the leak"));
    env.run("echo '12 = {' >> sprints/leysin-2017/2017-02-27.toml");
    assert!(comes("errors", "2017-02-27.toml:3:"));
    assert!(comes("board.html", "1 problem in the logs"));
    assert!(holds("board.html", "fix the leak"));
    env.run("mv sprints away");
    assert!(comes("errors", "there is no sprint here"));
    assert!(holds("board.html", "fix the leak"));
    env.run("mv away sprints && sed -i '$d' sprints/leysin-2017/2017-02-27.toml && sprint plan write a test");
    assert!(comes("board.html", "write a test"));
    assert!(!holds("board.html", "problem"));
}

#[test]
fn a_watched_page_that_is_full_turns_to_the_next_every_ten_seconds() {
    let env = TestEnv::with_sprint();
    env.run("for number in $(seq 300); do echo plan task $number; done | sprint batch -");
    for (second, page) in [
        ("00", "page 1 of 3"),
        ("10", "page 2 of 3"),
        ("29", "page 3 of 3"),
        ("30", "page 1 of 3"),
    ] {
        let now = format!("2017-02-27T09:00:{second}+01:00");
        let _watch = Watch::start(&env, &now, Stdio::null());
        assert!(comes(&env, "board.html", page), "{page}");
    }
}

#[test]
fn an_item_is_not_on_the_board_of_a_day_for_what_was_taken_back() {
    sprint_session(expect![[r#"
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint plan fix it
        1 planned: fix it
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint done 1 --day mon
        1 done: fix it
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint undo
        took back: done 1 fix it (for Monday, 27 February 2017) (`sprint undo a5a1dx0cpx` reverses that)
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint board --day mon
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
    "#]]);
}
