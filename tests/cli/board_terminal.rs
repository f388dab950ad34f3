//! `sprint board` in a terminal: what is shown of much, for whom, and in colour.

use expect_test::expect;

use crate::support::{TestEnv, people_session, sprint_session};

#[test]
fn topics_are_headings_and_an_item_has_one_line() {
    people_session(expect![[r#"
        $ sprint plan write the docs -p everybody
        1 planned: write the docs  | on it: everybody
        $ sprint plan fix the leak -t CPyExt -p armin
        2 planned: fix the leak  | on it: Armin  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        $ sprint plan port numpy -t Release Work/JIT -p bea,armin? --with anto
        3 planned: port numpy  | on it: Bea, Armin?, with help from Antonio  | topic: Release Work › JIT
        ! remark: `Release Work/JIT` is a new topic
        $ sprint plan write a test -u 2
        4 planned: write a test  | part of: 2 fix the leak
        $ sprint plan merge it -t Release Work
        5 planned: merge it  | topic: Release Work
        $ sprint discuss which encoding -t CPyExt -p anto --when Thu 17:00
        6 to discuss: which encoding  | on it: Antonio  | topic: CPyExt  | when: Thu 17:00
        $ sprint discuss who cooks
        7 to discuss: who cooks
        $ sprint talk The JIT -p armin
        8 talk: The JIT  | on it: Armin
        $ sprint plan ask around -u 7
        9 planned: ask around  | part of: 7 who cooks
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
          1  write the docs              everybody
        CPyExt
          2  fix the leak                Armin
          4    write a test              nobody
          6  discussion: which encoding  Antonio                    Thu 17:00
        Release Work
          5  merge it                    nobody
        Release Work › JIT
          3  port numpy                  Bea, Armin?, with Antonio
        Discussions
          7  who cooks
          9    task: ask around          nobody
        Talks
          8  The JIT                     Armin
        $ printf 'title = "Hut"\ntopics = ["Release Work"]\n' > sprints/leysin-2017/sprint.toml
        $ sprint
        Hut · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
          1  write the docs              everybody
        Release Work
          5  merge it                    nobody
        Release Work › JIT
          3  port numpy                  Bea, Armin?, with Antonio
        CPyExt
          2  fix the leak                Armin
          4    write a test              nobody
          6  discussion: which encoding  Antonio                    Thu 17:00
        Discussions
          7  who cooks
          9    task: ask around          nobody
        Talks
          8  The JIT                     Armin
    "#]]);
}

#[test]
fn a_status_has_its_age_from_the_next_day_on() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak && sprint plan port numpy && sprint discuss which encoding --when Thu
        1 planned: fix the leak
        2 planned: port numpy
        3 to discuss: which encoding  | when: Thu
        $ sprint progress 1 found it && sprint progress 3 'UTF-8 or not?'
        1 progress: fix the leak  | status: found it
        3 progress: which encoding  | minutes: UTF-8 or not?
        $ SPRINT_NOW=2017-02-28T09:00:00+01:00 sprint progress 2 half done
        2 progress: port numpy  | status: half done
        $ SPRINT_NOW=2017-03-01T09:00:00+01:00 sprint
        Leysin Winter Sprint 2017 · Wednesday, 1 March 2017
          1  fix the leak    nobody  found it (2 d)
          2  port numpy      nobody  half done (1 d)
        Discussions
          3  which encoding          Thu; UTF-8 or not? (2 d)
        Moved on Tuesday: 2
    "#]]);
}

#[test]
fn tasks_of_nobody_and_people_who_have_left_are_marked() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin,anto && sprint plan port numpy && sprint talk The JIT
        1 planned: fix the leak  | on it: Armin, Antonio
        2 planned: port numpy
        3 talk: The JIT
        $ sprint leave armin --day yesterday
        left: Armin, gone from Sunday, 26 February 2017 on; still on 1
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (2): Antonio, Bea
        Free (1): Bea
          1  fix the leak  Armin (left), Antonio
          2  port numpy    nobody
        Talks
          3  The JIT
    "#]]);
}

#[test]
fn only_what_somebody_asks_for_is_shown() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -t CPyExt -p armin && sprint plan write a test -u 1 -p bea
        1 planned: fix the leak  | on it: Armin  | topic: CPyExt
        2 planned: write a test  | on it: Bea  | part of: 1 fix the leak
        ! remark: `CPyExt` is a new topic
        $ sprint plan port numpy -t CPyExt/numpy --with bea && sprint plan merge it && sprint plan clean up -p armin && sprint done clean up
        3 planned: port numpy  | on it: with help from Bea  | topic: CPyExt › numpy
        4 planned: merge it
        5 planned: clean up  | on it: Armin
        5 done: clean up  | credit: Armin  | result: up
        ! remark: `CPyExt/numpy` is a new topic
        $ sprint discuss who cooks -p everybody
        6 to discuss: who cooks  | on it: everybody
        $ sprint board -p bea
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        CPyExt
          2  write a test  Bea
        CPyExt › numpy
          3  port numpy    with Bea
        Discussions
          6  who cooks     everybody
        $ sprint board --people armin, anto
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        CPyExt
          1  fix the leak  Armin
        Discussions
          6  who cooks     everybody
        Closed today
          5  clean up      Armin      done
        $ sprint board -t cpyext
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        CPyExt
          1  fix the leak    Armin
          2    write a test  Bea
        CPyExt › numpy
          3  port numpy      with Bea
        $ sprint board -t numpy
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        CPyExt › numpy
          3  port numpy  with Bea
        $ sprint board --free
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Free (1): Antonio
          4  merge it  nobody
        $ sprint board -p anto -t numpy
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Nothing on the board matches.
        $ sprint board --free --json | grep -A2 -e '"text"' -e '"closed"'
              "text": "merge it",
              "former": [],
              "parts": [],
        --
          "closed": [],
          "here": [
            {
        $ sprint board -t cpyxt
        ! error: there is no topic `cpyxt`
        ! hint: did you mean `CPyExt`?
        [exit 1]
        $ sprint board -t jit
        ! error: there is no topic `jit`
        ! hint: `sprint board` shows the topics of what is open
        [exit 1]
        $ sprint board -p +carla
        ! error: nobody is called `carla`
        ! hint: somebody new joins first: `sprint join carla`; `+carla` is somebody new who helps and does not attend
        [exit 1]
        $ sprint board -p carla
        ! error: nobody is called `carla`
        ! hint: somebody new joins first: `sprint join carla`; `+carla` is somebody new who helps and does not attend
        [exit 1]
        $ sprint board -p bea --free
        ! error: `--people PEOPLE` cannot be used with `--free`
        ! hint: leave one of them out
        [exit 2]
        $ sprint board --free --for html
        ! error: `--free` cannot be used with `--for html`
        ! hint: html has the whole board; leave out `--free`, or use it in a terminal or with `--json`
        [exit 2]
        $ sprint board -t cpyext --for markdown
        ! error: `--topic` cannot be used with `--for markdown`
        ! hint: markdown has the whole board; leave out `--topic`, or use it in a terminal or with `--json`
        [exit 2]
        $ sprint board -p bea --for html
        ! error: `--people` cannot be used with `--for html`
        ! hint: html has the whole board; leave out `--people`, or use it in a terminal or with `--json`
        [exit 2]
        $ sprint board --full --json
        ! error: `--full` cannot be used with `--for json`
        ! hint: `--full` is for the board in a terminal
        [exit 2]
    "#]]);
}

#[test]
fn long_texts_are_cut_and_shown_in_full() {
    people_session(expect![[r#"
        $ sprint join Carl Friedrich Bolz --nick 'Carl Friedrich' && sprint join Samuele Pedroni
        joined: Carl Friedrich Bolz (Carl Friedrich)
        joined: Samuele Pedroni (samuele)
        $ sprint plan make the x86 backend not recompile everything after every bridge that it makes -t "Release Work/JIT" -p armin,anto,bea,'Carl Friedrich',samuele
        1 planned: make the x86 backend not recompile everything after every bridge that i…
            on it: Armin, Antonio, Bea, Carl Friedrich Bolz, Samuele  | topic: Release Work › JIT
        ! remark: `Release Work/JIT` is a new topic
        $ sprint progress 1 almost ready, more debugging needed on the machines that have less memory
        1 progress: make the x86 backend not recompile everything after every bridge that i…
            status: almost ready, more debugging needed on the mach…
        $ sprint plan write a test for it -u 1
        2 planned: write a test for it  | part of: 1 make the x86 backend not recompile everything a…
        $ sprint progress 2 every test that there is passes, but not on Windows
        2 progress: write a test for it  | status: every test that there is passes, but not on Win…
        $ export SPRINT_NOW=2017-03-01T09:00:00+01:00; COLUMNS=60 sprint; sprint; COLUMNS=100 sprint; COLUMNS=200 sprint
        Leysin Winter Sprint 2017 · Wednesday, 1 March 2017
        Here (5): Armin, Antonio, Bea, Carl Friedrich, Samuele
        Release Work › JIT
          1  make the x86 bac…  Armin, Antonio, +3  almost re… (2 d)
          2    write a test f…  nobody              every tes… (2 d)
        Moved on Monday: 1, 2
        Leysin Winter Sprint 2017 · Wednesday, 1 March 2017
        Here (5): Armin, Antonio, Bea, Carl Friedrich, Samuele
        Release Work › JIT
          1  make the x86 backend …  Armin, Antonio, Bea, +2  almost ready, more … (2 d)
          2    write a test for it   nobody                   every test that the… (2 d)
        Moved on Monday: 1, 2
        Leysin Winter Sprint 2017 · Wednesday, 1 March 2017
        Here (5): Armin, Antonio, Bea, Carl Friedrich, Samuele
        Release Work › JIT
          1  make the x86 backend not …  Armin, Antonio, Bea, +2  almost ready, more debugging needed… (2 d)
          2    write a test for it       nobody                   every test that there is passes, bu… (2 d)
        Moved on Monday: 1, 2
        Leysin Winter Sprint 2017 · Wednesday, 1 March 2017
        Here (5): Armin, Antonio, Bea, Carl Friedrich, Samuele
        Release Work › JIT
          1  make the x86 backend not recompile everything after every bridge that it…  Armin, Antonio, Bea, Carl Friedrich, Samuele  almost ready, more debugging needed on the machines that have less … (2 d)
          2    write a test for it                                                      nobody                                        every test that there is passes, but not on Windows (2 d)
        Moved on Monday: 1, 2
        $ COLUMNS=60 sprint board --full; sprint board --full
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (5): Armin, Antonio, Bea, Carl Friedrich, Samuele
        Release Work › JIT
          1  make the x86       Armin, Antonio,     almost ready,
             backend not        Bea,                more debugging
             recompile          Carl Friedrich,     needed on the
             everything after   Samuele             machines that
             every bridge that                      have less memory
             it makes
          2    write a test     nobody              every test that
               for it                               there is passes,
                                                    but not on
                                                    Windows
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (5): Armin, Antonio, Bea, Carl Friedrich, Samuele
        Release Work › JIT
          1  make the x86 backend    Armin, Antonio, Bea,      almost ready, more
             not recompile           Carl Friedrich, Samuele   debugging needed on the
             everything after every                            machines that have less
             bridge that it makes                              memory
          2    write a test for it   nobody                    every test that there is
                                                               passes, but not on
                                                               Windows
        $ COLUMNS=24 sprint
        Leysin Winter Sprint
        2017 · Monday, 27
        February 2017
        Here (5): Armin,
          Antonio, Bea,
          Carl Friedrich,
          Samuele
        Release Work › JIT
          1  make…  +5     almo…
          2    wr…  nobo…  ever…
    "#]]);
}

#[test]
fn colours_are_for_terminals() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -t CPyExt -p armin,anto && sprint plan port numpy && sprint plan merge it -p bea && sprint done 3
        1 planned: fix the leak  | on it: Armin, Antonio  | topic: CPyExt
        2 planned: port numpy
        3 planned: merge it  | on it: Bea
        3 done: merge it  | credit: Bea
        ! remark: `CPyExt` is a new topic
        $ sprint leave armin --day yesterday
        left: Armin, gone from Sunday, 26 February 2017 on; still on 1
        $ CLICOLOR_FORCE=1 sprint
        <ESC>[1mLeysin Winter Sprint 2017 · Monday, 27 February 2017<ESC>[0m
        <ESC>[1mHere (2):<ESC>[0m <ESC>[36mAntonio, Bea<ESC>[0m
        <ESC>[1mFree (1):<ESC>[0m <ESC>[36mBea<ESC>[0m
          <ESC>[2m2<ESC>[0m  port numpy    <ESC>[33mnobody<ESC>[0m
        <ESC>[1mCPyExt<ESC>[0m
          <ESC>[2m1<ESC>[0m  fix the leak  <ESC>[36mArmin<ESC>[0m <ESC>[33m(left)<ESC>[0m<ESC>[36m, Antonio<ESC>[0m
        <ESC>[1mClosed today<ESC>[0m
          <ESC>[2m3<ESC>[0m  <ESC>[2mmerge it<ESC>[0m      <ESC>[2mBea<ESC>[0m                    <ESC>[32mdone<ESC>[0m
        $ CLICOLOR_FORCE=1 NO_COLOR=1 sprint | head -1
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        $ CLICOLOR_FORCE=1 sprint board -o board.txt && head -1 board.txt
        written: board.txt
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        $ CLICOLOR_FORCE=1 sprint people
        <ESC>[1mMonday, 27 February 2017<ESC>[0m
        <ESC>[2mperson<ESC>[0m        <ESC>[2mnick<ESC>[0m  <ESC>[2mon<ESC>[0m
        <ESC>[36mAntonio Cuni<ESC>[0m  anto  1
        <ESC>[36mBea Meier<ESC>[0m     bea   <ESC>[33mfree<ESC>[0m
        <ESC>[1mNot here:<ESC>[0m <ESC>[36mArmin Rigo (26 Feb)<ESC>[0m
    "#]]);
}

#[test]
fn a_board_is_watched_in_a_terminal() {
    sprint_session(expect![[r#"
        $ sprint board --watch
        ! error: only a page in a file, or a board in a terminal that can move its cursor, can be kept up to date
        ! hint: `sprint board --watch` in a terminal; for a page, `sprint board --for html -o board.html --watch`
        [exit 2]
        $ sprint board --watch -o board.txt
        ! error: only a page in a file, or a board in a terminal that can move its cursor, can be kept up to date
        ! hint: `sprint board --watch` in a terminal; for a page, `sprint board --for html -o board.html --watch`
        [exit 2]
        $ sprint board --for html --watch -o -
        ! error: only a page in a file, or a board in a terminal that can move its cursor, can be kept up to date
        ! hint: `sprint board --watch` in a terminal; for a page, `sprint board --for html -o board.html --watch`
        [exit 2]
        $ sprint board --for html --watch
        ! error: only a page in a file, or a board in a terminal that can move its cursor, can be kept up to date
        ! hint: `sprint board --watch` in a terminal; for a page, `sprint board --for html -o board.html --watch`
        [exit 2]
        $ sprint board --json --watch -o board.json
        ! error: `--json` cannot be used with `--watch`
        ! hint: leave one of them out
        [exit 2]
    "#]]);
}

/// Plans a morning: 30 tasks in six topics, with people and statuses.
fn morning(env: &TestEnv) {
    let people = [
        "Armin", "Antonio", "Bea", "Carl", "Holger", "Matti", "Richard", "Ronan", "Samuele",
    ];
    let topics = [
        "JIT",
        "CPyExt",
        "Python 3.5",
        "Website",
        "Garbage collector",
        "Infrastructure",
    ];
    let mut lines = format!("join {}\n", people.join(", "));
    for number in 1..=30_usize {
        let topic = topics[number % topics.len()];
        let pair = format!("{}, {}", people[number % 9], people[number * 2 % 9]);
        lines += &format!(
            "plan task {number} of the morning, which has a title of some length -t {topic} -p {pair}\n"
        );
        lines +=
            &format!("progress {number} nearly done, waiting for whoever knows machine {number}\n");
    }
    std::fs::write(env.path().join("morning"), lines).expect("a writable folder");
    env.run("sprint batch morning");
}

#[test]
fn thirty_tasks_in_six_topics_fit_forty_lines() {
    let env = TestEnv::with_sprint();
    morning(&env);
    for width in [60, 80, 100, 200] {
        let board = env.run(&format!("COLUMNS={width} sprint"));
        assert!(!board.contains("! "), "{board}");
        assert!(board.lines().count() <= 40, "{board}");
        for line in board.lines() {
            assert!(line.chars().count() <= width, "{line}");
        }
    }
}

#[test]
fn a_task_is_free_if_nobody_is_on_any_of_its_open_parts() {
    people_session(expect![[r#"
        $ printf 'plan port it\nplan read the manual -u 1 -p anto\nplan write tests -u 1\nplan run them -u 3 -p bea\nplan skim -u 3\n' | sprint batch >/dev/null
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (1): Armin
          1  port it
          2    read the manual  Antonio
          3    write tests
          4      run them       Bea
          5      skim           nobody
        $ sprint board --free
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Free (1): Armin
          5  skim  nobody
        $ sprint board --free --json | grep '"number"'
              "number": "5",
                "number": "3",
        $ sprint done 4 >/dev/null; sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (2): Armin, Bea
          1  port it
          2    read the manual  Antonio
          3    write tests      nobody
          5      skim           nobody
        Closed today
          4  run them           Bea      done
        $ sprint unassign 2 anto >/dev/null; sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (3): Armin, Antonio, Bea
          1  port it            nobody
          2    read the manual  nobody
          3    write tests      nobody
          5      skim           nobody
        Closed today
          4  run them           Bea     done
    "#]]);
}

#[test]
fn a_task_is_free_once_all_who_were_on_it_have_left() {
    sprint_session(expect![[r#"
        $ echo "join Armin Rigo, Ronan Lamy" | sprint batch -
        joined: Armin Rigo (armin)
        joined: Ronan Lamy (ronan)
        $ sprint plan fix the leak -p armin, ronan && sprint plan port it -p armin
        1 planned: fix the leak  | on it: Armin, Ronan
        2 planned: port it  | on it: Armin
        $ SPRINT_NOW=2017-02-28T09:00:00+01:00 sprint leave armin
        left: Armin, gone from Tuesday, 28 February 2017 on; still on 1 and 2
        $ SPRINT_NOW=2017-03-01T09:00:00+01:00 sprint board --free
        Leysin Winter Sprint 2017 · Wednesday, 1 March 2017
          2  port it  Armin (left)
        $ SPRINT_NOW=2017-03-01T09:00:00+01:00 sprint board --for html | grep -e '<p>' -e '<li'
        <p>last change Tue 09:00</p>
        <p>2 open, 1 with nobody</p>
        <li><span class="number">1</span><span class="item"><span class="text">fix the leak</span></span><span class="people"><span>Armin (left),</span> <span>Ronan</span></span></li>
        <li><span class="number">2</span><span class="item"><span class="text">port it</span></span><span class="people"><span>Armin (left)</span></span></li>
    "#]]);
}
