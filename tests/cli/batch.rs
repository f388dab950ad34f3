//! `sprint batch`.

use expect_test::expect;

use crate::support::{TestEnv, people_session, sprint_session};

#[test]
fn a_morning_is_recorded_at_once() {
    sprint_session(expect![[r#"
        $ cat > morning <<END
        > # Monday
        > join Armin Rigo
        > join Anto Cuni
        > 
        > plan fix the leak -t CPyExt
        > assign leak armin anto
        > plan don't recompile everything -u 1 -p "anto"
        >   sprint progress 2 --at 8:30 thought about
        > discuss which encoding --decided "UTF-8 inside."
        > END
        $ sprint batch morning
        joined: Armin Rigo (armin)
        joined: Anto Cuni (anto)
        1 planned: fix the leak  | topic: CPyExt
        1 assigned: fix the leak  | on it: Armin, Anto
        2 planned: don't recompile everything  | on it: Anto  | part of: 1 fix the leak
        2 progress: don't recompile everything  | status: thought about
        3 decided: which encoding  | decision: UTF-8 inside.
        ! remark: `CPyExt` is a new topic
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        qjmvgjrgz4 = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "join", person = "Armin Rigo", nick = "armin", batch = "qjmvgjrgz4" }
        rg5t30vm0x = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "join", person = "Anto Cuni", nick = "anto", batch = "qjmvgjrgz4" }
        1-v04t0h = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "plan", text = "fix the leak", topic = "CPyExt", batch = "qjmvgjrgz4" }
        bfnqy5y44w = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "assign", item = "1-v04t0h", people = ["armin", "anto"], batch = "qjmvgjrgz4" }
        2-ry9khd = { at = 2017-02-27T09:00:00.004+01:00, by = "armin", kind = "plan", text = "don't recompile everything", under = "1-v04t0h", people = ["anto"], batch = "qjmvgjrgz4" }
        qce90mhpwn = { at = 2017-02-27T08:30:00.000+01:00, by = "armin", kind = "progress", item = "2-ry9khd", text = "thought about", entered = 2017-02-27T09:00:00.005+01:00, batch = "qjmvgjrgz4" }
        3-npd3p6 = { at = 2017-02-27T09:00:00.006+01:00, by = "armin", kind = "discuss", text = "which encoding", decided = "UTF-8 inside.", batch = "qjmvgjrgz4" }
    "#]]);
}

#[test]
fn it_is_read_from_a_pipe() {
    sprint_session(expect![[r#"
        $ printf 'plan a\nplan b\n' | sprint batch
        1 planned: a
        2 planned: b
        $ printf 'plan c\r\n' | sprint batch -
        3 planned: c
        $ printf '# old Mac\rplan d\rplan e' | sprint batch
        4 planned: d
        5 planned: e
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  a  nobody
          2  b  nobody
          3  c  nobody
          4  d  nobody
          5  e  nobody
    "#]]);
}

#[test]
fn exit_and_quit_end_a_batch_as_they_leave_the_prompt() {
    sprint_session(expect![[r#"
        $ printf 'plan a\nexit\n' | sprint batch && printf 'plan b\n  quit\n\n# end\n' | sprint batch && printf 'exit\n' | sprint batch
        1 planned: a
        2 planned: b
        $ printf 'plan c\nquit\n\nplan d\nplan e\n' | sprint batch
        3 planned: c
        ! remark: `quit` ended the batch: nothing from line 4 on was recorded
        $ printf 'plan d\nplan e exit\n' | sprint batch
        4 planned: d
        5 planned: e exit
    "#]]);
}

#[test]
fn one_wrong_line_and_nothing_is_recorded() {
    sprint_session(expect![[r#"
        $ printf 'plan a\n\nassign 7 +armin\n' | sprint batch
        ! error: -:3:1: there is no item 7
        ! hint: nothing of the batch was recorded; the highest number is 1; `sprint board` shows what is open
        [exit 1]
        $ printf 'plan a\npln b\n' | sprint batch
        ! error: -:2:1: `pln` is not a command
        ! hint: nothing of the batch was recorded; did you mean `sprint plan`? `sprint help` lists the commands
        [exit 2]
        $ printf 'plan a\nplan b -h\n' | sprint batch
        ! error: -:2:1: help is not part of a batch
        ! hint: nothing of the batch was recorded; `sprint plan --help` prints it
        [exit 2]
        $ printf 'plan a\nhelp\n' | sprint batch
        ! error: -:2:1: help is not part of a batch
        ! hint: nothing of the batch was recorded; `sprint --help` prints it
        [exit 2]
        $ printf 'help talk\n' | sprint batch
        ! error: -:1:1: help is not part of a batch
        ! hint: nothing of the batch was recorded; `sprint talk --help` prints it
        [exit 2]
        $ printf 'plan a\nplan b -s other\n' | sprint batch
        ! error: -:2:1: `plan b -s other` cannot be part of a batch
        ! hint: nothing of the batch was recorded; give `-s`, `-C` and `--json` to `sprint batch` itself
        [exit 2]
        $ printf 'plan a\nplan b --at noon\n' | sprint batch
        ! error: -:2:1: `noon` is not a time for --at
        ! hint: nothing of the batch was recorded; use a time such as 14:30, a day such as 2017-02-27, `mon` or `yesterday`, both, or 2017-02-27T14:30:00+01:00
        [exit 2]
        $ printf 'plan a\nnote \n' | sprint batch
        ! error: -:2:1: there is no text
        ! hint: nothing of the batch was recorded; type it after the command, use `-` to read it from standard input, or set EDITOR to write it at a terminal
        [exit 2]
        $ sprint batch missing
        ! error: cannot read missing: it does not exist
        ! hint: nothing was recorded; fix that and try again
        [exit 1]
        $ printf 'plan \377' > latin; sprint batch latin
        ! error: latin is not UTF-8
        ! hint: save the text as UTF-8 and try again
        [exit 1]
        $ printf "" | sprint batch
        $ ls sprints/leysin-2017
        post.md
        sprint.toml
    "#]]);
}

#[test]
fn a_view_shows_the_state_after_the_lines_before_it() {
    people_session(expect![[r#"
        $ cat > morning <<END
        > plan fix the leak
        > board
        > assign leak armin
        > show leak
        > undo
        > plan
        > log
        > people
        > list
        > board --day yesterday
        > END
        $ sprint batch morning
        1 planned: fix the leak
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (3): Armin, Antonio, Bea
          1  fix the leak  nobody
        1 assigned: fix the leak  | on it: Armin
        1 fix the leak
            task, open
            on it: Armin
            credit: Armin

        when              by     what    entry         id
        Mon 27 Feb 09:00  armin  plan    fix the leak  1-44gd7a
        Mon 27 Feb 09:00  armin  assign  Armin         2q00ngj41b
        took back: assign 1 fix the leak: Armin (`sprint undo 6k24bnsk06` reverses the whole batch)
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (3): Armin, Antonio, Bea
          1  fix the leak  nobody
        Monday, 27 February 2017
        time   by     what    #  entry                         id
        09:00  armin  plan    1  fix the leak                  1-44gd7a
        09:00  armin  assign  1  Armin (taken back)            2q00ngj41b
        09:00  armin  undo       assign 1 fix the leak: Armin  6k24bnsk06
        Monday, 27 February 2017
        person        nick   on
        Armin Rigo    armin  free
        Antonio Cuni  anto   free
        Bea Meier     bea    free
        sprint       title                      from        to
        leysin-2017  Leysin Winter Sprint 2017  2017-02-26  2017-03-04  current
        Leysin Winter Sprint 2017 · Sunday, 26 February 2017
        Here (3): Armin, Antonio, Bea
        Free (3): Armin, Antonio, Bea
        No task is open.
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (3): Armin, Antonio, Bea
          1  fix the leak  nobody
        $ ls -A sprints/leysin-2017
        .lock
        2017-02-26.toml
        2017-02-27.toml
        post.md
        sprint.toml
        $ printf 'sprint\nshow 1' | sprint batch; ls -A sprints/leysin-2017
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (3): Armin, Antonio, Bea
          1  fix the leak  nobody
        1 fix the leak
            task, open

        when              by     what    entry               id
        Mon 27 Feb 09:00  armin  plan    fix the leak        1-44gd7a
        Mon 27 Feb 09:00  armin  assign  Armin (taken back)  2q00ngj41b
        .lock
        2017-02-26.toml
        2017-02-27.toml
        post.md
        sprint.toml
    "#]]);
}

#[test]
fn nothing_is_shown_of_a_batch_that_is_refused() {
    people_session(expect![[r#"
        $ printf 'plan a\nboard\nshow 7\n' | sprint batch
        ! error: -:3:1: there is no item 7
        ! hint: nothing of the batch was recorded; the highest number is 1; `sprint board` shows what is open
        [exit 1]
        $ printf 'plan a\nlog someday\n' | sprint batch
        ! error: -:2:1: `someday` is not a day for DAY
        ! hint: nothing of the batch was recorded; use a date such as 2017-02-27, a weekday, `today`, `yesterday` or `tomorrow`
        [exit 2]
        $ printf 'board -p xyz\nplan a\n' | sprint batch
        ! error: -:1:1: nobody is called `xyz`
        ! hint: nothing of the batch was recorded; somebody new joins first: `sprint join xyz`; `+xyz` is somebody new who helps and does not attend
        [exit 1]
        $ printf 'show 1\n' | sprint batch
        ! error: -:1:1: there is no item 1
        ! hint: nothing of the batch was recorded; there are no items yet; `sprint plan TEXT` makes the first
        [exit 1]
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (3): Armin, Antonio, Bea
        No task is open.
    "#]]);
}

#[test]
fn what_is_neither_recorded_nor_shown_once_is_not_for_a_batch() {
    sprint_session(expect![[r#"
        $ printf 'plan a\nboard --watch\n' | sprint batch
        ! error: -:2:1: `board --watch` cannot be part of a batch
        ! hint: nothing of the batch was recorded; leave out `--watch`: a batch shows a view once, on standard output, in the format of the whole batch
        [exit 2]
        $ printf 'plan a\nboard --for html -o page.html\n' | sprint batch
        ! error: -:2:1: `board --for html -o page.html` cannot be part of a batch
        ! hint: nothing of the batch was recorded; leave out `--output`: a batch shows a view once, on standard output, in the format of the whole batch
        [exit 2]
        $ printf 'plan a\nboard --json\n' | sprint batch
        ! error: -:2:1: `board --json` cannot be part of a batch
        ! hint: nothing of the batch was recorded; give `-s`, `-C` and `--json` to `sprint batch` itself
        [exit 2]
        $ printf 'plan a\nshow 1 -s other\n' | sprint batch
        ! error: -:2:1: `show 1 -s other` cannot be part of a batch
        ! hint: nothing of the batch was recorded; give `-s`, `-C` and `--json` to `sprint batch` itself
        [exit 2]
        $ printf 'plan a\nboard --for text\n' | sprint batch --json
        ! error: -:2:1: `board --for text` cannot be part of a batch
        ! hint: nothing of the batch was recorded; leave out `--for`: a batch shows a view once, on standard output, in the format of the whole batch
        [exit 2]
        $ printf 'plan a\nboard --for json --full\n' | sprint batch
        ! error: -:2:1: `--full` cannot be used with `--for json`
        ! hint: nothing of the batch was recorded; `--full` is for the board in a terminal
        [exit 2]
        $ for command in summary check sync 'import pad.md' edit batch 'init x'; do printf 'plan a\n%s\n' "$command" | sprint batch; done
        ! error: -:2:1: `summary` cannot be part of a batch
        ! hint: nothing of the batch was recorded; run it by itself; a batch takes the commands that record, and `board`, `show`, `log`, `people`, `ready` and `list`
        ! error: -:2:1: `check` cannot be part of a batch
        ! hint: nothing of the batch was recorded; run it by itself; a batch takes the commands that record, and `board`, `show`, `log`, `people`, `ready` and `list`
        ! error: -:2:1: `sync` cannot be part of a batch
        ! hint: nothing of the batch was recorded; run it by itself; a batch takes the commands that record, and `board`, `show`, `log`, `people`, `ready` and `list`
        ! error: -:2:1: `import pad.md` cannot be part of a batch
        ! hint: nothing of the batch was recorded; run it by itself; a batch takes the commands that record, and `board`, `show`, `log`, `people`, `ready` and `list`
        ! error: -:2:1: `edit` cannot be part of a batch
        ! hint: nothing of the batch was recorded; run it by itself; a batch takes the commands that record, and `board`, `show`, `log`, `people`, `ready` and `list`
        ! error: -:2:1: `batch` cannot be part of a batch
        ! hint: nothing of the batch was recorded; run it by itself; a batch takes the commands that record, and `board`, `show`, `log`, `people`, `ready` and `list`
        ! error: -:2:1: `init x` cannot be part of a batch
        ! hint: nothing of the batch was recorded; run it by itself; a batch takes the commands that record, and `board`, `show`, `log`, `people`, `ready` and `list`
        [exit 2]
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
    "#]]);
}

#[test]
fn the_exit_status_says_whether_it_was_recorded_and_not_whether_planning_is_over() {
    sprint_session(expect![[r#"
        $ printf 'plan a\nready\n' | sprint batch
        1 planned: a
        ! remark: -:2:1: no attendee is here on 2017-02-27
        ! hint: `sprint join NAME` adds an attendee
        $ printf 'join Armin Rigo\njoin Bea\nassign 1 armin\nready\nassign 1 bea\nready\n' | sprint batch
        joined: Armin Rigo (armin)
        joined: Bea (bea)
        1 assigned: a  | on it: Armin
        Armin  is alone on 1
        Bea    has no task
        1 assigned: a  | on it: Armin, Bea
        Ready: 2 people with a task and a partner.
        ! remark: -:4:1: planning is not complete: 2 people are not ready
        ! hint: `sprint assign ITEM PEOPLE` gives everybody a task and a partner
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (2): Armin, Bea
          1  a  Armin, Bea
    "#]]);
}

#[test]
fn what_views_answer_is_part_of_the_answer_in_json() {
    sprint_session(expect![[r#"
        $ printf '# plan\nplan a\nready\nplan b\nlist\n' | sprint batch --json
        {
          "version": 2,
          "recorded": [
            {
              "id": "1-m0mzdw",
              "kind": "plan",
              "item": {
                "number": "1",
                "id": "1-m0mzdw"
              }
            },
            {
              "id": "2-bjpd7f",
              "kind": "plan",
              "item": {
                "number": "2",
                "id": "2-bjpd7f"
              }
            }
          ],
          "answers": [
            {
              "line": 3,
              "ready": {
                "sprint": {
                  "name": "leysin-2017",
                  "title": "Leysin Winter Sprint 2017",
                  "from": "2017-02-26",
                  "to": "2017-03-04"
                },
                "day": {
                  "date": "2017-02-27",
                  "break": false
                },
                "ready": false,
                "unready": []
              }
            },
            {
              "line": 5,
              "list": {
                "current": "leysin-2017",
                "sprints": [
                  {
                    "name": "leysin-2017",
                    "title": "Leysin Winter Sprint 2017",
                    "from": "2017-02-26",
                    "to": "2017-03-04"
                  }
                ]
              }
            }
          ]
        }
        ! remark: -:3:1: no attendee is here on 2017-02-27
        ! hint: `sprint join NAME` adds an attendee
        $ printf 'list\n' | sprint batch --json
        {
          "version": 2,
          "recorded": [],
          "answers": [
            {
              "line": 1,
              "list": {
                "current": "leysin-2017",
                "sprints": [
                  {
                    "name": "leysin-2017",
                    "title": "Leysin Winter Sprint 2017",
                    "from": "2017-02-26",
                    "to": "2017-03-04"
                  }
                ]
              }
            }
          ]
        }
    "#]]);
}

#[test]
fn each_day_has_one_write_of_its_own() {
    sprint_session(expect![[r#"
        $ printf 'plan a\nplan b --day yesterday\nplan c\n' | sprint batch
        1 planned: a
        2 planned: b
        3 planned: c
        $ cat sprints/leysin-2017/2017-02-26.toml sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Sunday, 26 February 2017
        2-qkpyk0 = { at = 2017-02-26T23:59:00.000+01:00, by = "armin", kind = "plan", text = "b", entered = 2017-02-27T09:00:00.001+01:00, batch = "1-m0mzdw" }
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-m0mzdw = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "a", batch = "1-m0mzdw" }
        3-a88fjm = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "plan", text = "c", batch = "1-m0mzdw" }
    "#]]);
}

#[test]
fn at_a_terminal_lines_are_typed_at_a_prompt() {
    sprint_session(expect![[r#"
        $ printf 'plan fix the leak\rassign 9 +armin\rboard\rhelp list\r\004' | script -qec 'TERM=dumb sprint batch' /dev/null | tr -d '\r' | sed '/^sprint> $/d; s/^sprint> //' | grep -v '^plan\|^assign\|^board\|^help'
        remark: one command a line, such as `board`; Tab completes, Ctrl-D ends
        1 planned: fix the leak
        error: there is no item 9
        hint: the highest number is 1; `sprint board` shows what is open
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
        List all sprints, and which one commands are about

        Usage: sprint list [OPTIONS]

        Options:
              --json  Answer with JSON, for programs
          -h, --help  Print help

        Options of every command:
          -s, --sprint <NAME>  Which sprint: its name [default: the one that is on
                               today, else the latest] [env: SPRINT]
          -C <DIR>             The folder that holds `sprints/` [default: the nearest
                               one upwards] [env: SPRINT_DIR]
              --by <WHO>       Who types [default: your login name] [env: SPRINT_BY]
              --at <TIME>      When it happened: 14:30, "mon 14:30",
                               2017-02-27T14:30:00+01:00
              --day <DAY>      On which day: yesterday, mon, 2017-02-27
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
    "#]]);
}

#[test]
fn what_is_missing_is_named_and_pasted_lines_are_commands() {
    sprint_session(expect![[r#"
        $ echo done | sprint batch
        ! error: -:1:1: ITEM is missing
        ! hint: nothing of the batch was recorded; type `sprint done ITEM [TEXT…]`; an item is a number, an id, or a word of its text: `sprint board` shows what is open
        [exit 2]
        $ echo 'join Zoe --role newcommer' | sprint batch
        ! error: -:1:1: `newcommer` is not a value of `--role`
        ! hint: nothing of the batch was recorded; did you mean `newcomer`? `--role` takes newcomer, visitor, remote or host
        [exit 2]
        $ printf '\033[200~plan a\nplan b\nexit\033[201~\r' > pasted
        $ TERM=xterm script -qec 'sprint batch' /dev/null < pasted >/dev/null; sprint log | grep -c plan
        2
    "#]]);
}

#[test]
fn at_a_terminal_tab_completes_commands_items_people_and_topics() {
    people_session(expect![[r#"
        $ sprint plan fix the memoryview leak -t "Release Work" >/dev/null
        ! remark: `Release Work` is a new topic
        $ printf 'as\tmem\trig\t\rplan write the docs -t rel\t-p be\t\rdon\tdocs\tmerged (anto\t)\r\004' > typed
        $ TERM=xterm script -qec 'sprint batch' /dev/null < typed >/dev/null; sprint log
        Monday, 27 February 2017
        time   by     what      #  entry                                   id
        09:00  armin  plan      1  fix the memoryview leak (Release Work)  1-ryt0tp
        09:00  armin  assign    1  Armin                                   03s09gd6zd
        09:00  armin  plan      2  write the docs (Release Work; Bea)      2-x3g2ef
        09:00  armin  assign    2  Antonio                                 2mqtpmm3b5
        09:00  armin  progress  2  merged                                  v8hwfa5dp6
        09:00  armin  done      2                                          fw3yqyvc6m
    "#]]);
}

#[test]
fn clear_clears_the_screen_and_is_a_word_of_the_prompt_alone() {
    sprint_session(expect![[r#"
        $ printf 'clear\r\004' | TERM=xterm script -qec 'sprint batch' /dev/null | grep -c "$(printf '\033\\[H\033\\[2J\033\\[3J')"
        1
        $ echo clear | sprint batch
        ! error: -:1:1: `clear` is not a command
        ! hint: nothing of the batch was recorded; `sprint help` lists the commands
        [exit 2]
    "#]]);
}

#[test]
fn help_about_a_command_is_printed_at_the_prompt() {
    sprint_session(expect![[r#"
        $ printf 'leave --help\rlist -h\r\004' | script -qec 'TERM=dumb sprint batch' /dev/null | tr -d '\r' | grep -A2 'who is gone\|all sprints'
        sprint> Record who is gone from today on

        Usage: sprint leave [OPTIONS] [PEOPLE]...
        --
        sprint> List all sprints, and which one commands are about

        Usage: sprint list [OPTIONS]
    "#]]);
}

#[test]
fn a_prompt_opens_where_errors_go_to_a_file_and_a_slip_of_exit_is_told() {
    let env = TestEnv::with_sprint();
    env.make_type_at();
    env.session(expect![[r#"
        $ ./type_at 'sprint> ' 'sprint batch 2>errors' 'goal ship it\r' 'exti\r' 'exit\r'; cat errors
        sprint> goal ship it
        goal: ship it
        sprint> exti
        sprint> exit
        remark: one command a line, such as `board`; Tab completes, Ctrl-D ends
        error: `exti` is not a command
        hint: `sprint help` lists the commands; `exit` or Ctrl-D leaves the prompt of `sprint batch`
        $ ./type_at 'sprint> ' 'sprint batch -' 'quit\r'
        remark: one command a line, such as `board`; Tab completes, Ctrl-D ends
        sprint> quit
        $ sprint exti; sprint finsih 1
        ! error: `exti` is not a command
        ! hint: `sprint help` lists the commands; `exit` or Ctrl-D leaves the prompt of `sprint batch`
        ! error: `finsih` is not a command
        ! hint: `sprint done ITEM TEXT` finishes an item
        [exit 2]
    "#]]);
}

#[test]
fn a_hint_takes_back_one_of_several() {
    people_session(expect![[r#"
        $ sprint note We met.; printf 'plan a task\nnote We met.\nplan another\n' | sprint batch -
        noted: We met.
        1 planned: a task
        noted: We met.
        2 planned: another
        ! remark: `We met.` is recorded twice now
        ! hint: `sprint undo 8ed9pwrtks --only` takes the second one back
    "#]]);
}

#[test]
fn what_a_later_line_settles_is_not_remarked_on() {
    people_session(expect![[r#"
        $ cat > lines <<END
        > plan fix the leak with Armin
        > assign 1 armin
        > progress 1 done
        > done 1 merged
        > result 1 It is gone.
        > plan explain "sprint -x" better -t CI
        > plan run \`cargo -q build\`
        > END
        $ sprint batch lines
        1 planned: fix the leak with Armin
        1 assigned: fix the leak with Armin  | on it: Armin
        1 progress: fix the leak with Armin  | status: done
        1 done: fix the leak with Armin  | credit: Armin  | status: merged
        1 result added: fix the leak with Armin  | result: It is gone.
        2 planned: explain "sprint -x" better  | topic: CI
        3 planned: run `cargo -q build`
        ! remark: `CI` is a new topic
    "#]]);
}
