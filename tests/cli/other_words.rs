//! Commands as other programs and people call them.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

#[test]
fn a_command_of_another_program_is_answered_with_ours() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint status
        ! error: `status` is not a command
        ! hint: `sprint board` shows what is open; `sprint progress ITEM TEXT` sets the status of an item
        [exit 2]
        $ sprint report
        ! error: `report` is not a command
        ! hint: `sprint summary` writes the post, `sprint summary --for FORMAT` in another format or for a site generator
        [exit 2]
        $ sprint finish 1
        ! error: `finish` is not a command
        ! hint: `sprint done ITEM TEXT` finishes an item
        [exit 2]
        $ sprint who
        ! error: `who` is not a command
        ! hint: `sprint people` shows who is here; `sprint join NAME` adds an attendee
        [exit 2]
        $ sprint add fix the test
        ! error: `add` is not a command
        ! hint: `sprint plan TEXT` adds a task, `sprint join NAME` an attendee
        [exit 2]
        $ sprint close 1
        ! error: `close` is not a command
        ! hint: `sprint done ITEM TEXT` finishes an item
        [exit 2]
        $ sprint start 1
        ! error: `start` is not a command
        ! hint: `sprint assign ITEM PEOPLE` assigns people to an item; `sprint init NAME` starts a sprint
        [exit 2]
        $ sprint search leak
        ! error: `search` is not a command
        ! hint: `sprint show ITEM` shows the history of an item; ITEM may be a word of its text
        [exit 2]
        $ printf 'plan fix the test\nfinish 1\n' | sprint batch
        ! error: -:2:1: `finish` is not a command
        ! hint: nothing of the batch was recorded; `sprint done ITEM TEXT` finishes an item
        [exit 2]
    "#]]);
}

#[test]
fn at_the_prompt_nothing_is_special_and_exit_leaves() {
    sprint_session(expect![[r#"
        $ for line in "plan is it done?" "discuss which [license]* (GPL?)" "note it's 5 o'clock; \$HOME & more" "finish 1" "exit" "plan not this"; do printf '%s\r' "$line"; done | script -qec 'TERM=dumb sprint batch' /dev/null | tr -d '\r' | sed '/^sprint> $/d; s/^sprint> //' | grep -v '^plan\|^discuss\|^note \|^finish\|^exit'
        remark: one command a line, such as `board`; Tab completes, Ctrl-D ends
        1 planned: is it done?
        2 to discuss: which [license]* (GPL?)
        noted: it's 5 o'clock; $HOME & more
        error: `finish` is not a command
        hint: `sprint done ITEM TEXT` finishes an item
    "#]]);
}

#[test]
fn an_option_of_another_program_is_answered_with_ours() {
    people_session(expect![[r#"
        $ sprint plan fix the leak; sprint plan fix it --assign bea; sprint plan fix it --category Docs; sprint plan fix it --parent 1; sprint plan fix it --due fri; sprint plan -m fix it; sprint plan fix it --topc Docs
        1 planned: fix the leak
        ! error: `--assign` is not an option of `plan`
        ! hint: `sprint plan fix it --people bea` does that; in a text, it goes after `--`: `sprint plan … -- TEXT`
        ! error: `--category` is not an option of `plan`
        ! hint: `sprint plan fix it --topic Docs` does that; in a text, it goes after `--`: `sprint plan … -- TEXT`
        ! error: `--parent` is not an option of `plan`
        ! hint: `sprint plan fix it --under 1` does that; in a text, it goes after `--`: `sprint plan … -- TEXT`
        ! error: `--due` is not an option of `plan`
        ! hint: `sprint plan fix it --when fri` does that; in a text, it goes after `--`: `sprint plan … -- TEXT`
        ! error: `-m` is not an option of `plan`
        ! hint: the text needs no option; in a text, it goes after `--`: `sprint plan … -- TEXT`
        ! error: `--topc` is not an option of `plan`
        ! hint: `--topic` looks like it; in a text, it goes after `--`: `sprint plan … -- TEXT`
        [exit 2]
        $ sprint progress 1 half --assign bea; sprint done 1 --who bea; sprint done 1 --message it works; sprint assign 1 bea --replace; sprint assign 1 --helpers bea; sprint move 1 --to Docs; sprint drop 1 --reason too hard
        ! error: `--assign` is not an option of `progress`
        ! hint: `sprint assign 1 bea` puts them on it, `sprint progress 1 half` is the rest; in a text, it goes after `--`: `sprint progress … -- TEXT`
        ! error: `--who` is not an option of `done`
        ! hint: `sprint done 1 --people bea` does that; in a text, it goes after `--`: `sprint done … -- TEXT`
        ! error: `--message` is not an option of `done`
        ! hint: the text needs no option; in a text, it goes after `--`: `sprint done … -- TEXT`
        ! error: `--replace` is not an option of `assign`
        ! hint: `sprint assign 1 bea --only` does that; `sprint assign --help` shows the options
        ! error: `--helpers` is not an option of `assign`
        ! hint: `--with PEOPLE` does that; `sprint assign --help` shows the options
        ! error: `--to` is not an option of `move`
        ! hint: `--topic TOPIC` does that; `sprint move --help` shows the options
        ! error: `--reason` is not an option of `drop`
        ! hint: the text needs no option; in a text, it goes after `--`: `sprint drop … -- TEXT`
        [exit 2]
        $ sprint join Ida Lind --until fri; sprint join Ida Lind --since tue; sprint join Ida Lind --company X; sprint join Ida Lind --name ida; sprint join Ida Lind --alias idl; sprint join Ida Lind --homepage x.org; sprint join Ida Lind --kind host
        ! error: `--until` is not an option of `join`
        ! hint: `sprint join Ida Lind --to fri` does that; `sprint join --help` shows the options
        ! error: `--since` is not an option of `join`
        ! hint: `sprint join Ida Lind --from tue` does that; `sprint join --help` shows the options
        ! error: `--company` is not an option of `join`
        ! hint: `sprint join Ida Lind --org X` does that; `sprint join --help` shows the options
        ! error: `--name` is not an option of `join`
        ! hint: `sprint join Ida Lind --nick ida` does that; `sprint join --help` shows the options
        ! error: `--alias` is not an option of `join`
        ! hint: `sprint join Ida Lind --also idl` does that; `sprint join --help` shows the options
        ! error: `--homepage` is not an option of `join`
        ! hint: `sprint join Ida Lind --url x.org` does that; `sprint join --help` shows the options
        ! error: `--kind` is not an option of `join`
        ! hint: `sprint join Ida Lind --role host` does that; `sprint join --help` shows the options
        [exit 2]
        $ sprint day --brake; sprint photo a.png --caption us; sprint photo a.png --description us; sprint discuss which --decision MIT; sprint undo --count 2; sprint init hut --start mon; sprint import a.md --dry; sprint import a.md -n
        ! error: `--brake` is not an option of `day`
        ! hint: `--break` does that; in a text, it goes after `--`: `sprint day … -- TEXT`
        ! error: `--caption` is not an option of `photo`
        ! hint: the text needs no option; in a text, it goes after `--`: `sprint photo … -- TEXT`
        ! error: `--description` is not an option of `photo`
        ! hint: `--alt TEXT` does that; in a text, it goes after `--`: `sprint photo … -- TEXT`
        ! error: `--decision` is not an option of `discuss`
        ! hint: `sprint discuss which --decided MIT` does that; in a text, it goes after `--`: `sprint discuss … -- TEXT`
        ! error: `--count` is not an option of `undo`
        ! hint: `-n COUNT` does that; `sprint undo --help` shows the options
        ! error: `--start` is not an option of `init`
        ! hint: `--from DAY` does that; `sprint init --help` shows the options
        ! error: `--dry` is not an option of `import`
        ! hint: `--dry-run` looks like it; `sprint import --help` shows the options
        ! error: `-n` is not an option of `import`
        ! hint: `--dry-run` does that; `sprint import --help` shows the options
        [exit 2]
        $ sprint board --format html; sprint board --html; sprint board --follow; sprint board --user bea; sprint board --unassigned; sprint summary --format=html; sprint summary --out a.md; sprint check --html; sprint check --github; sprint log --after mon
        ! error: `--format` is not an option of `board`
        ! hint: `--for FORMAT` does that; `sprint board --help` shows the options
        ! error: `--html` is not an option of `board`
        ! hint: `--for html` does that; `sprint board --help` shows the options
        ! error: `--follow` is not an option of `board`
        ! hint: `--watch` does that; `sprint board --help` shows the options
        ! error: `--user` is not an option of `board`
        ! hint: `--people PEOPLE` does that; `sprint board --help` shows the options
        ! error: `--unassigned` is not an option of `board`
        ! hint: `--free` does that; `sprint board --help` shows the options
        ! error: `--format=html` is not an option of `summary`
        ! hint: `--for FORMAT` does that; `sprint summary --help` shows the options
        ! error: `--out` is not an option of `summary`
        ! hint: `--output` looks like it; `sprint summary --help` shows the options
        ! error: `--html` is not an option of `check`
        ! hint: `sprint check --help` shows the options
        ! error: `--github` is not an option of `check`
        ! hint: `--format github` does that; `sprint check --help` shows the options
        ! error: `--after` is not an option of `log`
        ! hint: `--since DAY` does that; `sprint log --help` shows the options
        [exit 2]
        $ sprint --date mon board; sprint board --date mon; sprint --dir x board; sprint --verbose board; sprint show 1 --verbose
        ! error: `--date` is not an option of `sprint`
        ! hint: `--day DAY` does that; `sprint --help` shows the options
        ! error: `--date` is not an option of `board`
        ! hint: `--day DAY` does that; `sprint board --help` shows the options
        ! error: `--dir` is not an option of `sprint`
        ! hint: `-C DIR` does that; `sprint --help` shows the options
        ! error: `--verbose` is not an option of `sprint`
        ! hint: `sprint --help` shows the options
        ! error: `--verbose` is not an option of `show`
        ! hint: `sprint show --help` shows the options
        [exit 2]
    "#]]);
}

#[test]
fn what_is_pasted_or_typed_the_wrong_way_round_is_answered() {
    people_session(expect![[r#"
        $ sprint plan fix the leak; printf '$ sprint progress 1 half done\nsprint> progress 1 nearly\n> board\n' | sprint batch
        1 planned: fix the leak
        1 progress: fix the leak  | status: half done
        1 progress: fix the leak  | status: nearly
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (3): Armin, Antonio, Bea
          1  fix the leak  nobody  nearly
        $ sprint 1 done; sprint '#1' fixed; sprint 12: fix it; sprint '[x]' fix it; sprint - fix it; sprint '*' fix it
        ! error: `1` is not a command
        ! hint: the command comes first: `sprint done 1 …`
        ! error: `#1` is not a command
        ! hint: the command comes first, as in `sprint done 1 TEXT`; `sprint help` lists the commands
        ! error: `12:` is not a command
        ! hint: the command comes first, as in `sprint done 12 TEXT`; `sprint help` lists the commands
        ! error: `[x]` is not a command
        ! hint: `sprint import -` takes lines of a document, `sprint plan TEXT` adds a task
        ! error: `-` is not a command
        ! hint: `sprint import -` takes lines of a document, `sprint plan TEXT` adds a task
        ! error: `*` is not a command
        ! hint: `sprint import -` takes lines of a document, `sprint plan TEXT` adds a task
        [exit 2]
        $ sprint BOARD; sprint board: ; sprint board ' > x.txt'; sprint done 1 by Monday; sprint done 1 by armin; sprint progress 1 von Bea
        ! error: `BOARD` is not a command
        ! hint: did you mean `sprint board`? `sprint help` lists the commands
        ! error: `board:` is not a command
        ! hint: did you mean `sprint board`? `sprint help` lists the commands
        ! error: ` > x.txt` is more than `sprint board` takes
        ! hint: leave it out; `sprint board --help` shows what it takes
        ! error: a result that begins with `by` is not one
        ! hint: `sprint progress 1 by Monday` sets the status; `sprint done 1 -- by Monday` records it as the result
        ! error: `by armin` may be people or the text
        ! hint: `sprint done 1 -p armin` says whose work it was; `sprint done 1 -- by armin` records the text
        ! error: `von Bea` may be people or the text
        ! hint: `sprint assign 1 Bea` puts them on it; `sprint progress 1 -- von Bea` records the text
        [exit 2]
        $ sprint plan shrink the index, -t Storage, -p bea; sprint plan write it down -t Storage --when 17:00, ; sprint decide 1 MIT,; sprint plan -- one, two,
        2 planned: shrink the index  | on it: Bea  | topic: Storage
        3 planned: write it down  | topic: Storage  | when: 17:00
        4 planned: one, two,
        ! remark: `Storage` is a new topic
        ! error: 1 is a task, not a discussion
        ! hint: `sprint done 1 TEXT` records its result
        $ sprint plan ask @bea about it; sprint day off; sprint day Pause; printf 'discuss which license (all), 17:00\n' | sprint batch
        5 planned: ask @bea about it
        6 to discuss: which license (all), 17:00
        ! remark: the text names Bea Meier, and puts nobody on it
        ! hint: `sprint assign 5 bea` puts them on it
        ! error: `off` may be a day without work or a theme
        ! hint: `sprint day --break` is a day without work; `sprint day -- off` is a theme
        ! error: `Pause` may be a day without work or a theme
        ! hint: `sprint day --break` is a day without work; `sprint day -- Pause` is a theme
        ! remark: the brackets are text, though they name all
        ! hint: `sprint assign 6 PEOPLE` says who
        ! remark: `17:00` is part of the title
        ! hint: `sprint assign 6 all`, `sprint reword 6 which license` and `sprint move 6 --when 17:00` make it the time
        $ sprint plan , ; sprint plan '???'; sprint discuss ...; sprint reword 2 !; sprint plan -- '?'; sprint join bea --org Uni Köln, --role host
        7 planned: ?
        attends: Bea Meier (bea; Uni Köln; host)
        ! error: `,` does not say what it is about
        ! hint: say it in words; after `--`, a text is taken as it is
        ! error: `???` does not say what it is about
        ! hint: say it in words; after `--`, a text is taken as it is
        ! error: `...` does not say what it is about
        ! hint: say it in words; after `--`, a text is taken as it is
        ! error: `!` does not say what it is about
        ! hint: say it in words; after `--`, a text is taken as it is
    "#]]);
}

#[test]
fn an_option_of_another_command_is_answered_with_that_command() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint assign 1 armin -t CPyExt
        ! error: `-t` is not an option of `assign`
        ! hint: `sprint move 1 -t CPyExt` files it, `sprint assign 1 armin` is the rest; `sprint assign --help` shows the options
        [exit 2]
        $ sprint assign -t CPyExt 1 armin
        ! error: `-t` is not an option of `assign`
        ! hint: `sprint move 1 -t CPyExt` files it, `sprint assign 1 armin` is the rest; `sprint assign --help` shows the options
        [exit 2]
        $ sprint result 1 It is smaller. -p armin, anto
        ! error: `-p` is not an option of `result`
        ! hint: `sprint assign 1 armin, anto` puts them on it, `sprint result 1 It is smaller.` is the rest; in a text, it goes after `--`: `sprint result … -- TEXT`
        [exit 2]
        $ sprint progress 'fix the' half done --topic CI
        ! error: `--topic` is not an option of `progress`
        ! hint: `sprint move 'fix the' -t CI` files it, `sprint progress 'fix the' half done` is the rest; in a text, it goes after `--`: `sprint progress … -- TEXT`
        [exit 2]
        $ sprint result 1 It is smaller. --with anto
        ! error: `--with` is not an option of `result`
        ! hint: `sprint assign 1 --with anto` says who helps, `sprint result 1 It is smaller.` is the rest; in a text, it goes after `--`: `sprint result … -- TEXT`
        [exit 2]
        $ sprint reword 1 fix it --when after lunch
        ! error: `--when` is not an option of `reword`
        ! hint: `sprint move 1 --when after lunch` says when, `sprint reword 1 fix it` is the rest; in a text, it goes after `--`: `sprint reword … -- TEXT`
        [exit 2]
        $ sprint unassign 1 -p armin
        ! error: `-p` is not an option of `unassign`
        ! hint: `sprint unassign 1 armin` takes them off it; `sprint unassign --help` shows the options
        [exit 2]
        $ sprint leave armin --to thu
        ! error: `--to` is not an option of `leave`
        ! hint: `sprint leave armin --day thu` is for who is gone from that day on, `sprint join armin --to thu` for whose last day it is; `sprint leave --help` shows the options
        [exit 2]
        $ sprint plan port numpy --role remote
        ! error: `--role` is not an option of `plan`
        ! hint: `sprint join PERSON --role remote` says that of somebody; in a text, it goes after `--`: `sprint plan … -- TEXT`
        [exit 2]
        $ sprint next port numpy -u 1
        ! error: `-u` is not an option of `next`
        ! hint: `sprint next port numpy --item 1` does that; in a text, it goes after `--`: `sprint next … -- TEXT`
        [exit 2]
        $ sprint plan port numpy -i 1
        ! error: `-i` is not an option of `plan`
        ! hint: `sprint plan port numpy --under 1` does that; in a text, it goes after `--`: `sprint plan … -- TEXT`
        [exit 2]
    "#]]);
}

#[test]
fn what_summary_and_sync_do_by_themselves_or_with_an_option_is_said() {
    people_session(expect![[r#"
        $ sprint summary hugo; sprint summary tue; sprint summary heute; sprint summary 2017-02-27; sprint summary '#3'; sprint summary post.md
        ! error: `hugo` is more than `sprint summary` takes
        ! hint: `sprint summary --for hugo` does that
        ! error: `tue` is more than `sprint summary` takes
        ! hint: `sprint summary --day tue` is about that day
        ! error: `heute` is more than `sprint summary` takes
        ! hint: `sprint summary --day today` is about that day
        ! error: `2017-02-27` is more than `sprint summary` takes
        ! hint: `sprint summary --day 2017-02-27` is about that day
        ! error: `#3` is more than `sprint summary` takes
        ! hint: `sprint summary --item 3` is about that item
        ! error: `post.md` is more than `sprint summary` takes
        ! hint: `--for` takes a format, `--day` a day, `--item` an item, and `-o` a file: `sprint summary -o post.md`
        [exit 2]
        $ sprint summary -t GC; sprint summary -t; sprint summary -p bea
        ! error: `-t` is not an option of `summary`
        ! hint: `{{ topic("GC") }}` in `post.md` tells of one topic: `sprint edit post`; `--item ITEM` is about one item; `sprint summary --help` shows the options
        ! error: `-t` is not an option of `summary`
        ! hint: `{{ topic("TOPIC") }}` in `post.md` tells of one topic: `sprint edit post`; `--item ITEM` is about one item; `sprint summary --help` shows the options
        ! error: `-p` is not an option of `summary`
        ! hint: `sprint summary --group person` tells what each person did; `sprint summary --help` shows the options
        [exit 2]
        $ sprint site; sprint hugo
        ! error: `site` is not a command
        ! hint: `sprint summary` writes the post, `sprint summary --for FORMAT` in another format or for a site generator
        ! error: `hugo` is not a command
        ! hint: `sprint summary` writes the post, `sprint summary --for FORMAT` in another format or for a site generator
        [exit 2]
        $ sprint sync -m 'the first day'; sprint sync --push
        ! error: `-m` is not an option of `sync`
        ! hint: `sprint sync` alone commits, pulls and pushes, with a message of its own; `sprint sync --help` shows the options
        ! error: `--push` is not an option of `sync`
        ! hint: `sprint sync` alone commits, pulls and pushes, with a message of its own; `sprint sync --help` shows the options
        [exit 2]
    "#]]);
}
