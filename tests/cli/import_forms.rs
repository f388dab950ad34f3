//! The forms in which `sprint import` reads boxes, names, statuses, lists and tables.

use expect_test::expect;

use crate::support::{TestEnv, people_session};

#[test]
fn what_other_commands_record_is_no_task() {
    people_session(expect![[r#"
        $ cat > pad.md <<'END'
        > Tasks
        > - port it (Anto)
        > - Goal: ship 3.6
        > - Ziele: 3.6 ausliefern
        > - photo: photos/a.jpg
        > - next sprint: October
        > - away: Bea
        > - Bea leaves Wed
        > - goals page: write it
        > - Armin joins the tables
        > END
        $ sprint import pad.md --dry-run
        plan -p anto port it
        plan goals page: write it
        plan Armin joins the tables
        ! remark: pad.md:10:1: the title names `Armin`, but nobody is put on it: `Armin joins the tables`
        ! hint: write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`; `sprint assign ITEM PEOPLE` does, too
        ! remark: pad.md:3:1: these 5 bullets, up to line 8, do not say what is to be done: `Goal: ship 3.6`
        ! hint: indent such a line below its item, or give it a box if it is one: `- [ ] …`
    "#]]);
}

#[test]
fn boxes_of_all_forms_are_read() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- [ ] open one\n- [x] checked one\n- [X] capital one\n☐ empty box\n☑ ticked box\n- [-] dropped one\n- [~] going on\n- [ ]\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan open one
        plan checked one
        done 2
        plan capital one
        done 3
        plan empty box
        plan ticked box
        done 5
        plan dropped one
        drop 6
        plan going on
        progress 7 in progress
        $ sprint import - --yes < pad.md && sprint import pad.md --yes
        plan open one
        plan checked one
        done 2
        plan capital one
        done 3
        plan empty box
        plan ticked box
        done 5
        plan dropped one
        drop 6
        plan going on
        progress 7 in progress
        recorded 12: 7 planned, 3 done, 1 dropped, 1 progress (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn handles_name_people_and_a_team_is_text() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- fix it @armin @anto\n- port it (@anto)\n- ask @team/core about it\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan -p 'armin, anto' fix it
        plan -p anto port it
        plan ask @team/core about it
        $ sprint import - --yes < pad.md && sprint import pad.md --yes
        plan -p 'armin, anto' fix it
        plan -p anto port it
        plan ask @team/core about it
        recorded 3: 3 planned (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn references_to_trackers_and_links_are_text() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- close #123 and !45\n- see org/repo#12\n- read https://example.org/x(y)\n- [a link](https://example.org) in it\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan close #123 and !45
        plan see org/repo#12
        plan read https://example.org/x(y)
        plan [a link](https://example.org) in it
        $ sprint import - --yes < pad.md && sprint import pad.md --yes
        plan close #123 and !45
        plan see org/repo#12
        plan read https://example.org/x(y)
        plan [a link](https://example.org) in it
        recorded 4: 4 planned (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn emoji_say_how_far_a_task_is() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- ✅ tested one\n- built one 🚧\n- ❌ dropped one\n- waiting one ⏸\n- a party 🎉\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan tested one
        done 1
        plan built one
        progress 2 🚧
        plan dropped one
        drop 3
        plan waiting one
        progress 4 ⏸
        plan a party
        $ sprint import - --yes < pad.md && sprint import pad.md --yes
        plan tested one
        done 1
        plan built one
        progress 2 🚧
        plan dropped one
        drop 3
        plan waiting one
        progress 4 ⏸
        plan a party
        recorded 9: 5 planned, 1 done, 2 progress, 1 dropped (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn what_stands_behind_a_line_that_is_struck_through_says_whether_it_was_done_or_dropped() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan fix the leak -p armin; sprint progress 1 half done; sprint plan write a test; sprint board --for markdown > board.md
sed -i -e 's/#1 .*/~~&~~ DONE/' -e 's/#2 \(.*\)/#2 ~~\1~~ ABANDONED: nobody has time/' board.md
printf -- '- ~~port it (armin)~~ DONE (anto)\n- ~~rename it~~ ABANDONED\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ grep '~' board.md; sprint import board.md --yes; sprint import board.md --yes
        - [ ] ~~#1 fix the leak (Armin): half done~~ DONE
        - [ ] #2 ~~write a test~~ ABANDONED: nobody has time
        done 1
        drop 2 nobody has time
        recorded 2: 1 done, 1 dropped (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        $ sprint import pad.md --yes; sprint import pad.md --yes
        plan -p 'armin, anto' port it
        done 3
        plan rename it
        drop 4
        recorded 4: 2 planned, 1 done, 1 dropped (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn what_is_struck_through_is_asked_about() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- ~~gone task~~\n- with a ~~long~~ short word\n- shared task (armin, ~~anto~~)\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan with a ~~long~~ short word
        plan -p armin shared task
        ! remark: pad.md:1:1: this is struck through, and no item is called so, so nothing is recorded: `~~gone task~~`
        ! hint: write DONE or ABANDONED after it to record it with how it ended
        $ sprint import - --yes < pad.md && sprint import pad.md --yes
        plan with a ~~long~~ short word
        plan -p armin shared task
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        ! remark: -:1:1: this is struck through, and no item is called so, so nothing is recorded: `~~gone task~~`
        ! hint: write DONE or ABANDONED after it to record it with how it ended
        ! remark: there is nothing to record
        ! remark: pad.md:1:1: this is struck through, and no item is called so, so nothing is recorded: `~~gone task~~`
        ! hint: write DONE or ABANDONED after it to record it with how it ended
    "#]]);
}

#[test]
fn stars_around_names_and_headings_mean_nothing() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '**Porting**\n\n- **Armin**: write the docs\n- run the tests (**anto**)\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan -t Porting -p armin write the docs
        plan -t Porting -p anto run the tests
        $ sprint import - --yes < pad.md && sprint import pad.md --yes
        plan -t Porting -p armin write the docs
        plan -t Porting -p anto run the tests
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        ! remark: `Porting` is a new topic
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn a_row_of_a_table_is_a_task() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '| Task | Who | Status |\n|---|---|---|\n| fix the table | armin | DONE |\n| draw it | anto, armin | nearly done |\n\n| a | b |\n|---|---|\n| c | d |\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan -p armin fix the table
        done 1
        plan -p 'anto, armin' draw it
        progress 2 nearly done
        ! remark: pad.md:6:1: nothing says which column of this table has the tasks: `| a | b |`
        ! hint: call it `task` in the first row
        $ sprint import - --yes < pad.md && sprint import pad.md --yes
        plan -p armin fix the table
        done 1
        plan -p 'anto, armin' draw it
        progress 2 nearly done
        recorded 4: 2 planned, 1 done, 1 progress (`sprint undo` takes all of it back)
        ! remark: -:6:1: nothing says which column of this table has the tasks: `| a | b |`
        ! hint: call it `task` in the first row
        ! remark: there is nothing to record; 1 line is not recorded in full
        ! hint: `sprint import --dry-run pad.md` lists it
    "#]]);
}

#[test]
fn a_list_of_a_word_processor_is_read() {
    let env = TestEnv::with_people();
    env.run(r##"printf -- '•\tfix\302\240the “leak”\n\t•\ttest it – soon\n' > pad.md"##);
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan fix the “leak”
        plan -u 1 test it – soon
        $ sprint import - --yes < pad.md && sprint import pad.md --yes
        plan fix the “leak”
        plan -u 1 test it – soon
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn front_matter_and_comments_are_not_read_and_code_is_a_minute() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '---\ntitle: x\n---\n<!-- no task -->\n- run it:\n\n  ```\n  make all\n  ```\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan run it:
        progress 1 -- ``` ⏎ make all ⏎ ```
        ! remark: `batch` would record 1 of these commands otherwise: the end of a line is shown as `⏎`, and a control character by its number
        $ sprint import - --yes < pad.md && sprint import pad.md --yes
        plan run it:
        progress 1 -- ``` ⏎ make all ⏎ ```
        recorded 2: 1 planned, 1 progress (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn a_document_without_a_list_of_tasks_records_nothing() {
    let env = TestEnv::with_people();
    env.run(
        r##"sprint plan fix the leak
printf '{"a": [1, 2], "tasks": ["x"]}\n' > data.json
printf '<html><body><ul><li>fix it (armin)</li></ul></body></html>\n' > page.html
printf 'a\000b\n- c\000d\n' > zero"##,
    );
    env.session(expect![[r#"
        $ sprint import sprints/leysin-2017/2017-02-27.toml --yes
        ! remark: there is nothing to record
        ! remark: sprints/leysin-2017/2017-02-27.toml:2:1: this does not belong to an item: `1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armi…`
        ! hint: indent such a line below an item, or begin it with `- `
        $ sprint import sprints/leysin-2017/sprint.toml --yes
        ! remark: there is nothing to record
        ! remark: sprints/leysin-2017/sprint.toml:1:1: this does not belong to an item: `title = "Leysin Winter Sprint 2017"`
        ! hint: indent such a line below an item, or begin it with `- `
        ! remark: sprints/leysin-2017/sprint.toml:3:1: these 2 lines, up to line 4, do not belong to an item: `from = 2017-02-26 to = 2017-03-04`
        $ sprint import data.json --yes
        ! remark: there is nothing to record
        ! remark: data.json:1:1: this does not belong to an item: `{"a": [1, 2], "tasks": ["x"]}`
        ! hint: indent such a line below an item, or begin it with `- `
        $ sprint import page.html --yes
        ! remark: there is nothing to record
        ! remark: page.html:1:1: this does not belong to an item: `<html><body><ul><li>fix it (armin)</li></ul></body></html>`
        ! hint: indent such a line below an item, or begin it with `- `
        $ sprint import zero --yes
        ! remark: there is nothing to record
        ! remark: zero:2:1: not recorded: there is a zero byte in the text
        !   2 | - c\u{0}d
        !     | ^
        ! hint: save the text as UTF-8 and try again
    "#]]);
}

#[test]
fn what_is_put_off_is_dropped_or_said_to_stay_open() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- fix the docs (Armin): moved to next sprint\n- fix the parser VERSCHOBEN auf Herbst\n- fix the tests -> next sprint\n- fix the site, not this week\n- fix the logo (Bea): POSTPONED until Thursday\n- fix the door (Bea): moved to the attic\n- fix the roof (Bea): moved the tests\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes && sprint import pad.md --yes
        plan -p armin fix the docs
        drop 1 moved to next sprint
        plan fix the parser
        drop 2 VERSCHOBEN auf Herbst
        plan fix the tests
        drop 3 next sprint
        plan fix the site
        progress 4 not this week
        plan -p bea fix the logo
        progress 5 POSTPONED until Thursday
        plan -p bea fix the door
        progress 6 moved to the attic
        plan -p bea fix the roof
        progress 7 moved the tests
        recorded 14: 7 planned, 3 dropped, 4 progress (`sprint undo` takes all of it back)
        ! remark: pad.md:4:1: `fix the site` stays open
        ! hint: if `not this week` means that nobody does it in this sprint, write `POSTPONED: WHY`
        ! remark: pad.md:5:1: `fix the logo` stays open
        ! hint: if `POSTPONED until Thursday` means that nobody does it in this sprint, write `POSTPONED: WHY`
        ! remark: pad.md:6:1: `fix the door` stays open
        ! hint: if `moved to the attic` means that nobody does it in this sprint, write `POSTPONED: WHY`
        ! remark: there is nothing to record
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (2): Armin, Antonio
          4  fix the site    nobody  not this week
          5  fix the logo    Bea     POSTPONED until Thursday
          6  fix the door    Bea     moved to the attic
          7  fix the roof    Bea     moved the tests
        Closed today
          1  fix the docs    Armin   dropped
          2  fix the parser          dropped
          3  fix the tests           dropped
    "#]]);
}

#[test]
fn what_was_done_elsewhere_is_done() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- fix the docs DONE upstream in #12\n- fix the parser (Bea): merged yesterday\n- ~~fix the tests~~ done upstream\n- ~~table~~ not this week\n- ~~fix the chair~~ later\n- fix the roof DONE upstream of the parser\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes && sprint import pad.md --yes
        plan fix the docs
        done 1 DONE upstream in #12
        plan -p bea fix the parser
        done 2
        plan fix the tests
        done 3 done upstream
        plan fix the roof DONE upstream of the parser
        recorded 7: 4 planned, 3 done (`sprint undo` takes all of it back)
        ! remark: pad.md:4:1: this is struck through, and no item is called so, so nothing is recorded: `~~table~~ not this week`
        ! hint: write DONE or ABANDONED after it to record it with how it ended
        ! remark: pad.md:5:1: this is struck through, and no item is called so, so nothing is recorded: `~~fix the chair~~ later`
        ! remark: there is nothing to record
        ! remark: pad.md:4:1: this is struck through, and no item is called so, so nothing is recorded: `~~table~~ not this week`
        ! hint: write DONE or ABANDONED after it to record it with how it ended
        ! remark: pad.md:5:1: this is struck through, and no item is called so, so nothing is recorded: `~~fix the chair~~ later`
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (3): Armin, Antonio, Bea
          4  fix the roof DONE upstream of the parser  nobody
        Closed today
          1  fix the docs                                      done
          2  fix the parser                            Bea     done
          3  fix the tests                                     done
    "#]]);
}

#[test]
fn a_deadline_of_an_outline_is_kept_below_its_open_task() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf '* Tasks\n** TODO fix the very long name of the parser and of\n   DEADLINE: <2017-03-01 Wed>\n** TODO port it (Bea)\n   SCHEDULED: <2017-02-28 Tue> DEADLINE: <2017-03-02 Thu>\n** WAITING test it\n   DEADLINE: <2017-03-02 Thu +1w>\n** DONE write it\n   CLOSED: [2017-02-27 Mon] DEADLINE: <2017-03-02 Thu>\n' > plan.org"##,
    );
    env.session(expect![[r#"
        $ sprint import plan.org --yes && sprint import plan.org --yes
        plan fix the very long name of the parser and of
        progress 1 DEADLINE: 2017-03-01 Wed
        plan -p bea --when '2017-02-28 Tue' port it
        progress 2 DEADLINE: 2017-03-02 Thu
        plan test it
        progress 3 waiting
        plan write it
        done 4
        recorded 8: 4 planned, 3 progress, 1 done (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn meals_thanks_and_how_to_get_there_are_no_tasks() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- fix it (Bea)\n- tutorial (Armin)\n- demo\n- strings tutorial (Bea)\n- presentation (Anto), Thu 17:00\n- Lunch 12:30\n- Dinner at 19:00\n- Mittagessen 12:30\n- Déjeuner 12h30\n- dinner at 19:00 at the lake\n- Thanks to Bob for the cake\n- Merci à tous\n- vielen Dank\n- Thanks page\n- [ ] Kaffee 15:30\n- thank the sponsors\n- Infos pratiques\n    - Wifi: guest\n- Praktische Informationen\n\n# Practical information\n\n- Bus 12\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        plan -p bea fix it
        plan -p armin tutorial
        plan demo
        talk -p bea strings tutorial
        talk -p anto --when 'Thu 17:00' presentation
        plan Thanks page
        plan thank the sponsors
        recorded 7: 5 planned, 2 talks (`sprint undo` takes all of it back)
        ! remark: pad.md:6:1: these 5 lines, up to line 10, say when people eat, rest, come or go, and are not tasks: `Lunch 12:30`
        ! hint: what somebody is to do there says so: `cook dinner, 18:00`
        ! remark: pad.md:11:1: these 3 lines, up to line 13, thank somebody, and are not items: `Thanks to Bob for the cake`
        ! hint: `sprint thank TEXT` adds thanks to the post
        ! remark: pad.md:15:1: this says when people eat, rest, come or go, and is not a task: `Kaffee 15:30`
        ! remark: pad.md:17:1: these 3 bullets, up to line 19, do not say what is to be done: `Infos pratiques`
        ! hint: indent such a line below its item, or give it a box if it is one: `- [ ] …`
        ! remark: pad.md:21:1: the line below this heading is not an item: `Practical information`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
        $ sprint import pad.md --dry-run
        ! remark: there is nothing to record
        ! remark: pad.md:6:1: these 5 lines, up to line 10, say when people eat, rest, come or go, and are not tasks: `Lunch 12:30`
        ! hint: what somebody is to do there says so: `cook dinner, 18:00`
        ! remark: pad.md:11:1: these 3 lines, up to line 13, thank somebody, and are not items: `Thanks to Bob for the cake`
        ! hint: `sprint thank TEXT` adds thanks to the post
        ! remark: pad.md:15:1: this says when people eat, rest, come or go, and is not a task: `Kaffee 15:30`
        ! remark: pad.md:17:1: these 3 bullets, up to line 19, do not say what is to be done: `Infos pratiques`
        ! hint: indent such a line below its item, or give it a box if it is one: `- [ ] …`
        ! remark: pad.md:21:1: the line below this heading is not an item: `Practical information`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
    "#]]);
}

#[test]
fn between_dashes_somebody_known_is_on_it_and_a_status_follows() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- login timeout - Bea - needs tests\n- logout – Armin – nearly\n- cache -- Anto -- DONE\n- names - Bea - in French\n- maps - Bea - part two\n- letters - Zoe - nearly\n- numbers - Bea and others - nearly\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes && sprint import pad.md --yes
        plan -p bea login timeout
        progress 1 needs tests
        plan -p armin logout
        progress 2 nearly
        plan -p anto cache
        done 3
        plan names - Bea - in French
        plan maps - Bea - part two
        plan letters - Zoe
        progress 6 nearly
        plan -p bea numbers
        progress 7 nearly
        recorded 12: 7 planned, 4 progress, 1 done (`sprint undo` takes all of it back)
        ! remark: pad.md:4:1: the title names `Bea`, but nobody is put on it: `names - Bea - in French`
        ! hint: write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`; `sprint assign ITEM PEOPLE` does, too
        ! remark: pad.md:5:1: the title names `Bea`, but nobody is put on it: `maps - Bea - part two`
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn names_in_links_of_a_table_are_names_and_a_row_below_a_cell_that_goes_on_is_listed() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf 'Here: Jon, Yuki, Pavel, Kim\n\n{|\n! Task !! Who\n|-\n| port it || [[User:Jon Ray|Jon]], [[Yuki]]\n|-\n| [https://x.org bench it] || [[User:Yuki]]\n|-\n| rowspan="2" | fix it || [https://p.org Pavel]\n|-\n| Kim\n|-\n| test it || Kim\n|}\n' > wiki.txt
printf '| Task | Who |\n|---|---|\n| [read it](https://y.org) | [Pavel](https://p.org) & [Kim](https://k.org/a_b) |\n| draw it | [x] Kim |\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import wiki.txt --yes
        join Jon
        join Yuki
        join Pavel
        join Kim
        plan -p 'jon, yuki' port it
        plan -p yuki bench it
        plan -p pavel fix it
        plan -p kim test it
        recorded 8: 4 joined, 4 planned (`sprint undo` takes all of it back)
        ! remark: wiki.txt:12:1: this row of the table does not say what is to be done: `| Kim`
        ! hint: write it into the row, or put the names and the status into the row of their task
        $ sprint import pad.md --yes && sprint import wiki.txt --yes
        plan -p 'pavel, kim' [read it](https://y.org)
        plan -- draw it ([x] Kim)
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:4:1: the title names `Kim`, but nobody is put on it: `draw it ([x] Kim)`
        ! hint: write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`; `sprint assign ITEM PEOPLE` does, too
        ! remark: there is nothing to record; 1 line is not recorded in full
        ! hint: `sprint import --dry-run wiki.txt` lists it
    "#]]);
}

#[test]
fn tables_have_headers_in_german_a_column_of_boxes_and_columns_that_nobody_knows() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf '| Aufgabe | Wer | Stand | Bis | Prio |\n|---|---|---|---|---|\n| docs | Armin | in Arbeit | Mi | hoch |\n| lint | Bea | fertig | Fr | - |\n' > german.md
printf '| | Task | Who | Status | Due |\n|---|---|---|---|---|\n| [x] | fix it | Armin | | |\n| [ ] | port it | Bea | in progress | Wed |\n' > boxes.md"##,
    );
    env.session(expect![[r#"
        $ sprint import german.md --yes
        plan -p armin --when Mi docs
        progress 1 in Arbeit
        plan -p bea --when Fr lint
        done 2
        recorded 4: 2 planned, 1 progress, 1 done (`sprint undo` takes all of it back)
        ! remark: german.md:1:1: nothing says what these columns of the table are, so they are not recorded: `Prio`
        ! hint: a column that is called `notes` is
        $ sprint import boxes.md --yes
        plan -p armin fix it
        done 3
        plan -p bea --when Wed port it
        progress 4 in progress
        recorded 4: 2 planned, 1 done, 1 progress (`sprint undo` takes all of it back)
        $ sprint import german.md --yes
        ! remark: there is nothing to record; 1 line is not recorded in full
        ! hint: `sprint import --dry-run german.md` lists it
    "#]]);
}

#[test]
fn stand_ups_sums_decisions_and_the_first_line_of_a_letter_are_no_items() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf 'Hallo zusammen\n\nwir machen heute:\n- fix the leak (Armin)\n\n## Entscheidungen\n- no GPL\n\n## Armin\n- gestern: Parser repariert\n- heute: Scanner\n- Blocker: keine\n\n## Next\n1. Bea opened the meeting.\n\n| Task | Who |\n|---|---|\n| port it | Bea |\n|  | Armin |\n| Summe | |\n\n## Discussions\n- which license\n  Decision: MIT\n  Action: Bea adds the file\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        plan -p armin fix the leak
        plan -p bea port it
        discuss which license
        progress 3 Action: Bea adds the file
        decide 3 MIT
        ! remark: pad.md:14:1: `Next` is not a topic, so the items below it have none
        ! hint: to make it one, write `Next/`
        ! remark: pad.md:1:1: these 2 lines, up to line 3, do not belong to an item: `Hallo zusammen`
        ! hint: indent such a line below an item, or begin it with `- `
        ! remark: pad.md:6:1: the line below this heading is not an item: `Entscheidungen`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
        ! remark: pad.md:10:1: these 3 bullets, up to line 12, do not say what is to be done: `gestern: Parser repariert`
        ! hint: indent such a line below its item, or give it a box if it is one: `- [ ] …`
        ! remark: pad.md:15:1: this does not say what is to be done: `Bea opened the meeting.`
        ! remark: pad.md:20:1: this row of the table does not say what is to be done: `| | Armin |`
        ! hint: write it into the row, or put the names and the status into the row of their task
        ! remark: pad.md:21:1: this does not say what is to be done: `Summe`
    "#]]);
}

#[test]
fn a_slip_in_a_word_of_headings_is_told() {
    let env = TestEnv::with_people();
    env.run(r##"printf '## Taks\n- fix the leak (Armin)\n\n## Offene Fargen\n- which license\n\n## in progess\n- port it\n\n## Docs\n- write a guide\n' > pad.md"##);
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        plan -t Taks -p armin fix the leak
        plan -t 'Offene Fargen' which license
        plan -t 'in progess' port it
        plan -t Docs write a guide
        recorded 4: 4 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:1:1: this heading is read as a topic: `Taks`
        ! hint: did you mean `Tasks`? What stands below that is not a task, or has no topic
        ! remark: pad.md:4:1: this heading is read as a topic: `Offene Fargen`
        ! hint: did you mean `Offene Fragen`? What stands below that is not a task, or has no topic
        ! remark: pad.md:7:1: this heading is read as a topic: `in progess`
        ! hint: did you mean `in progress`? What stands below that is not a task, or has no topic
        ! remark: `Taks` is a new topic
        ! remark: `Offene Fargen` is a new topic
        ! remark: `in progess` is a new topic
        ! remark: `Docs` is a new topic
        $ sprint import pad.md --yes
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn lines_with_letters_are_a_list_and_a_status_may_stand_behind_a_dash() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf '1) fix the leak – merged in #45\n2) write the docs (Bea)\n   a) write a tutorial (Armin)\n   b) write a reference\n3) mend it - PR open\n4) port it — waiting for Bea\n5) handle errors - blocked sockets\n6) draw it – gemergt in #7\n7) print it: merged to main\n8) test the leak (fixed in 4.1)\n9) paint it - halfway\n\n- release it: Armin (needs a key)\n- release it: Bea (has one)\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        plan fix the leak
        done 1 merged in #45
        plan -p bea write the docs
        plan -u 2 -p armin write a tutorial
        plan -u 2 write a reference
        plan mend it
        progress 5 PR open
        plan port it
        progress 6 waiting for Bea
        plan handle errors - blocked sockets
        plan draw it
        done 8 gemergt in #7
        plan print it
        done 9 merged to main
        plan test the leak (fixed in 4.1)
        plan paint it
        progress 11 halfway
        plan -p armin release it
        progress 12 needs a key
        assign 12 bea
        progress 12 has one
        recorded 21: 12 planned, 3 done, 5 progress, 1 assigned (`sprint undo` takes all of it back)
        ! remark: pad.md:14:1: this has the words of line 13, so both are one item, with the people of both
        ! hint: for two items, write into their titles what makes them two
        $ sprint import pad.md --yes
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn what_is_told_at_a_stand_up_or_stands_in_minutes_is_no_item_and_tasks_below_them_are() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '## Bea\n- What I did: docs\n- What I will do: tests\n- Problems: none\n\n## Armin\n- Yesterday I fixed the leak\n- Today I will port it\n- no blockers\n\n## Rest\n- Armin: yesterday: leak; today: port\n- today: write the post\n' > standup.md
printf 'Protokoll vom 27.2.\n\n1. Bea begins\n2. Welcome\n\n## Tasks\n- fix the leak (Armin)\n' > minutes.md"##,
    );
    env.session(expect![[r#"
        $ sprint import standup.md --dry-run
        plan today: write the post
        ! remark: standup.md:11:1: `Rest` is not a topic, so the items below it have none
        ! hint: to make it one, write `Rest/`
        ! remark: standup.md:2:1: these 3 bullets, up to line 4, do not say what is to be done: `What I did: docs`
        ! hint: indent such a line below its item, or give it a box if it is one: `- [ ] …`
        ! remark: standup.md:7:1: these 3 bullets, up to line 9, do not say what is to be done: `Yesterday I fixed the leak`
        ! remark: standup.md:12:1: this does not say what is to be done: `Armin: yesterday: leak; today: port`
        $ sprint import minutes.md --dry-run
        plan -p armin fix the leak
        ! remark: minutes.md:1:1: the 2 lines below this heading are not items: `Protokoll vom 27.2.`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
    "#]]);
}

#[test]
fn lists_of_other_kinds_have_items() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf '#. port it (Armin)\n#. fix it\n' | sprint import - --dry-run
        plan -p armin port it
        plan fix it
        $ printf '(1) port it (Armin)\n(2) fix it\n    #) write a test\n' | sprint import - --dry-run
        plan -p armin port it
        plan fix it
        plan -u 2 write a test
        $ printf -- '- port it\n(1) as said on Monday\n' | sprint import - --dry-run
        plan port it (1) as said on Monday
        $ printf '#1\n#.5 is fine\n' | sprint import - --dry-run
        ! remark: there is nothing to record
        ! remark: -:1:1: these 2 lines, up to line 2, do not belong to an item: `#1`
        ! hint: indent such a line below an item, or begin it with `- `
    "#]]);
}

#[test]
fn headings_have_a_place_in_an_agenda_and_a_count() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf 'TOP 1: Aufgaben\n- port it (Armin)\n\nTOP 2: Parser\n- fix it\n\nTOP 3: Beschlüsse\n- MIT-Lizenz\n' | sprint import - --dry-run
        plan -p armin port it
        plan -t 'TOP 2: Parser' fix it
        ! remark: -:7:1: the line below this heading is not an item: `TOP 3: Beschlüsse`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
        $ printf '## 1. Tasks\n- port it\n## Agenda item 2 - Decisions\n- MIT\n## 3) Blocked\n- docs\n## 4. Discussions\n- which license\n' | sprint import - --dry-run
        plan port it
        plan docs
        progress 2 blocked
        discuss which license
        ! remark: -:3:1: the line below this heading is not an item: `Agenda item 2 - Decisions`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
        $ printf '1. Tasks\n- port it\n- fix it\n2. Parser\n- write it\n3. Decisions\n- MIT\n' | sprint import - --dry-run
        plan port it
        plan fix it
        plan -t Parser write it
        ! remark: -:6:1: the line below this heading is not an item: `Decisions`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
        $ printf '1. port it\n- it is slow\n2. fix it\n- it is broken\n' | sprint import - --dry-run
        plan port it
        plan it is slow
        plan fix it
        plan it is broken
        $ printf 'To Do (1)\n- port it\n- fix it\nDoing (2)\n- write docs\nDone (1)\n- draw a logo\n' | sprint import - --dry-run
        plan port it
        plan fix it
        plan write docs
        progress 3 in progress
        plan draw a logo
        done 4
        $ printf 'To do\n- port it\nBlocked\n- fix it\nDone\n- draw a logo\nAbandoned\n- wheels\n' | sprint import - --dry-run
        plan port it
        plan fix it
        progress 2 blocked
        plan draw a logo
        done 3
        plan wheels
        drop 4
        $ printf '## Doing [1]\n- port it\n## Zurückgestellt\n- fix it\n## 3.11\n- write docs\n## Part of it\n- draw a logo\n' | sprint import - --dry-run
        plan port it
        progress 1 in progress
        plan fix it
        drop 2
        plan -t 3.11 write docs
        plan -t 'Part of it' draw a logo
    "#]]);
}

#[test]
fn what_a_line_below_says_of_its_item_is_no_part_of_it() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- docs\n  - owner: Bea\n  - status: done\n  - **Due:** Wed\n  - write a tutorial\n- port it (Armin)\n  - Status: half way\n  - Prio: hoch\n' | sprint import - --yes
        plan -p bea docs
        progress 1 **Due:** Wed
        plan -u 1 write a tutorial
        plan -p armin port it
        progress 3 Status: half way
        progress 3 Prio: hoch
        recorded 6: 3 planned, 3 progress (`sprint undo` takes all of it back)
        ! remark: -:3:3: this line does not say what is to be done: `status: done`
        ! hint: write it into the line, or put the names or the status on the line of their item
        $ printf -- '- docs\n  - who: Bea\n  - Stand: verworfen\n' | sprint import - --dry-run
        drop 1
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        $ printf -- '- logo\n  - [ ] status: write it\n  - status page\n' | sprint import - --dry-run
        plan logo
        plan -u 4 status: write it
        plan -u 4 status page
    "#]]);
}

#[test]
fn what_stands_in_brackets_is_not_cut() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- docs [Bea] [status: nearly done]\n- port it [Armin] {bug}\n- fix it [Anto]\n- logo [see: done]: done\n' | sprint import - --dry-run
        plan docs [Bea] [status: nearly done]
        plan port it [Armin] {bug}
        plan -p anto fix it
        plan logo [see: done]
        done 4
        ! remark: -:1:1: the title names `Bea`, but nobody is put on it: `docs [Bea] [status: nearly done]`
        ! hint: write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`; `sprint assign ITEM PEOPLE` does, too
        ! remark: -:2:1: the title names `Armin`, but nobody is put on it: `port it [Armin] {bug}`
        $ printf -- '- docs (niemand)\n- logo (unassigned)\n' | sprint import - --dry-run
        plan docs
        plan logo
    "#]]);
}
