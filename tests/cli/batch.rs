//! `sprint batch`.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

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
fn one_wrong_line_and_nothing_is_recorded() {
    sprint_session(expect![[r#"
        $ printf 'plan a\n\nassign 7 +armin\n' | sprint batch
        ! error: line 3: there is no item 7
        ! hint: nothing of the batch was recorded; the highest number is 1; `sprint board` shows what is open
        [exit 1]
        $ printf 'plan a\npln b\n' | sprint batch
        ! error: line 2: unrecognized subcommand 'pln'; a similar subcommand exists: 'plan'
        ! hint: nothing of the batch was recorded; a line is a command without the word `sprint`, such as `plan fix the leak`
        [exit 2]
        $ printf 'plan a\nboard\n' | sprint batch
        ! error: line 2: `board` cannot be part of a batch
        ! hint: nothing of the batch was recorded; a batch takes the commands that record; give `-s`, `-C` and `--json` to `sprint batch` itself
        [exit 2]
        $ printf 'plan a\nplan\n' | sprint batch
        ! error: line 2: `plan` cannot be part of a batch
        ! hint: nothing of the batch was recorded; a batch takes the commands that record; give `-s`, `-C` and `--json` to `sprint batch` itself
        [exit 2]
        $ printf 'plan a\nplan b -h\n' | sprint batch
        ! error: line 2: help is not part of a batch
        ! hint: nothing of the batch was recorded; `sprint plan --help` prints it
        [exit 2]
        $ printf 'plan a\nhelp\n' | sprint batch
        ! error: line 2: help is not part of a batch
        ! hint: nothing of the batch was recorded; `sprint --help` prints it
        [exit 2]
        $ printf 'help talk\n' | sprint batch
        ! error: line 1: help is not part of a batch
        ! hint: nothing of the batch was recorded; `sprint talk --help` prints it
        [exit 2]
        $ printf 'plan a\nplan b -s other\n' | sprint batch
        ! error: line 2: `plan b -s other` cannot be part of a batch
        ! hint: nothing of the batch was recorded; a batch takes the commands that record; give `-s`, `-C` and `--json` to `sprint batch` itself
        [exit 2]
        $ printf 'plan a\nplan b --at noon\n' | sprint batch
        ! error: line 2: `noon` is not a time for --at
        ! hint: nothing of the batch was recorded; use a time such as 14:30, a day such as 2017-02-27, `mon` or `yesterday`, both, or 2017-02-27T14:30:00+01:00
        [exit 2]
        $ printf 'plan a\nnote \n' | sprint batch
        ! error: line 2: there is no text
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
        remark: one command a line, such as `plan fix the leak`; `board` shows the board, Tab completes, Ctrl-D ends
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
        ! error: line 1: the following required arguments were not provided: <ITEM>
        ! hint: nothing of the batch was recorded; a line is a command without the word `sprint`, such as `plan fix the leak`
        [exit 2]
        $ echo 'join Zoe --role newcommer' | sprint batch
        ! error: line 1: invalid value 'newcommer' for '--role <ROLE>'; a similar value exists: 'newcomer'
        ! hint: nothing of the batch was recorded; a line is a command without the word `sprint`, such as `plan fix the leak`
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
        ! error: line 1: unrecognized subcommand 'clear'; a similar subcommand exists: 'leave'
        ! hint: nothing of the batch was recorded; a line is a command without the word `sprint`, such as `plan fix the leak`
        [exit 2]
    "#]]);
}
