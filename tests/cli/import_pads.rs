//! What pads, other programs and people who have not read the help write into a document.

use expect_test::expect;

use crate::support::TestEnv;

#[test]
fn a_heading_above_the_title_of_a_board_is_no_topic() {
    let env = TestEnv::with_people();
    env.run("sprint plan -t Core fix the leak -p armin; sprint board --for markdown > board.md");
    env.session(expect![[r#"
        $ sed '1s/^/# Monday pad\n/' board.md | sprint import - --dry-run
        ! remark: there is nothing to record
        $ sed '1s/$/\n# Monday pad/' board.md | sprint import - --dry-run
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn only_the_last_brackets_hold_people() {
    let env = TestEnv::with_people();
    env.run("sprint plan write tests -p armin; sprint board --for markdown > board.md");
    env.session(expect![[r#"
        $ sed 's/tests/tests (unit, integration)/' board.md | sprint import - --dry-run
        reword 1 write tests (unit, integration)
        $ sed 's/(Armin)/(Armin, blockiert)/' board.md | sprint import - --dry-run
        progress 1 blockiert
        $ sed 's/(Armin)/(Armin, ich)/' board.md | sprint import - --dry-run
        ! remark: there is nothing to record
        ! remark: -:6:1: `ich` is not a name: `write tests (Armin, ich)`
        ! hint: name only people there, and write what else there is to say behind them
        $ printf -- '- port it (unit, integration) (Anto)\n' | sprint import - --dry-run
        plan -p anto port it (unit, integration)
    "#]]);
}

#[test]
fn who_is_decided_on_has_not_done_it() {
    let env = TestEnv::with_people();
    env.run("sprint discuss who cooks -p all; sprint board --for markdown > board.md");
    env.session(expect![[r#"
        $ sed 's/(all)/(all): decided: Bea/' board.md | sprint import - --dry-run
        decide 1 Bea
        $ sed 's/(all)/(all): decided: all of us/' board.md | sprint import - --dry-run
        decide 1 all of us
        $ sed 's/(all)/(all), decided: Bea/' board.md | sprint import - --dry-run
        decide 1 Bea
        $ printf '## Discussions\n- which wine: decided: Bea\n- which license\n  - DECIDED: MIT\n' | sprint import - --dry-run
        discuss which wine
        decide 2 Bea
        discuss which license
        decide 3 MIT
        $ sed 's/(all)/&\n  - Bea/' board.md > kept.md; sprint import kept.md --yes; sed 's/  - Bea/  - decided: Bea/' kept.md | sprint import - --yes
        progress 1 -- Bea
        recorded 1: 1 progress (`sprint undo` takes all of it back)
        decide 1 Bea
        recorded 1: 1 decided (`sprint undo` takes all of it back)
    "#]]);
}

#[test]
fn the_plainest_outline_has_keywords_alone() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf '* TODO port it (Armin)\n* DONE docs\n* CANCELLED logo\n' | sprint import - --dry-run
        plan -p armin port it
        plan docs
        done 2
        plan logo
        drop 3
        $ printf '# Plan\n* TODO port it (Armin)\n* fix it\n' | sprint import - --dry-run
        plan -p armin TODO port it
        plan fix it
    "#]]);
}

#[test]
fn names_above_tasks_may_end_in_a_colon() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- Armin:\n  - port it\n- **Anto:**\n  - [ ] fix it\n- Armin & Bea:\n  - write docs\n' | sprint import - --dry-run
        plan -p armin port it
        plan -p anto fix it
        plan -p 'armin, bea' write docs
    "#]]);
}

#[test]
fn lists_of_people_have_boxes_handles_and_headings_of_their_own() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf '## People\n- [x] Armin\n- [ ] Bea\n- [x] Max Frisch\n- [ ] Eva Klein\n' | sprint import - --dry-run
        join Max Frisch
        ! remark: -:5:1: the box is empty, so nobody joins: `Eva Klein`
        ! hint: tick it if they are here: `- [x] Armin`
        $ printf '## Team\n- [x] Armin\n- [x] Max Frisch\n' | sprint import - --dry-run
        join Max Frisch
        $ printf '## Team\n- [x] Fix Parser\n- [ ] Write Docs\n' | sprint import - --dry-run
        plan -t Team Fix Parser
        done 1
        plan -t Team Write Docs
        $ printf '## Mentors\n- Max Frisch (@mf, from Wed)\n\n## Newcomers\n- Eva Klein\n\n## Tasks\n- fix it (mf)\n' | sprint import - --dry-run
        join Max Frisch --nick mf --from Wed
        join Eva Klein --role newcomer
        plan -p mf fix it
        $ printf '## Teilnehmer*innen\n- Eva Klein\n' | sprint import - --dry-run
        join Eva Klein
        $ printf 'Teilnehmer:innen: Armin, Eva Klein\n' | sprint import - --dry-run
        join Eva Klein
        $ printf 'Remote: Armin, Eva Klein\n' | sprint import - --dry-run
        join armin --role remote
        join Eva Klein --role remote
    "#]]);
}

#[test]
fn whoever_is_only_named_on_items_joins_by_a_list() {
    let env = TestEnv::with_people();
    env.run("sprint plan fix it -p '+Max Frisch'");
    env.session(expect![[r#"
        $ printf 'Here: Armin, Max Frisch\n' | sprint import - --dry-run
        join Max Frisch
    "#]]);
}

#[test]
fn who_is_known_now_is_known_to_an_older_board() {
    let env = TestEnv::with_people();
    env.run("sprint plan fix it -p armin; sprint board --for markdown > board.md; sprint join Eva Klein");
    env.session(expect![[r#"
        $ sed -i 's/(Armin)/(Armin, Eva)/' board.md; sprint import board.md --yes
        assign 1 eva
        recorded 1: 1 assigned (`sprint undo` takes all of it back)
        $ sprint import board.md --yes
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn what_jira_obsidian_and_chats_write_is_understood() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf '||Task||Who||\n|docs|Armin|\n' | sprint import - --dry-run
        plan -p armin docs
        $ printf -- '- ~~wheels~~ (Anto)\n' | sprint import - --dry-run
        ! remark: there is nothing to record
        ! remark: -:1:1: this is struck through, and no item is called so, so nothing is recorded: `~~wheels~~ (Anto)`
        ! hint: write DONE or ABANDONED after it to record it with how it ended
        $ printf '✅ port it (Armin)\n☐ docs (Bea)\n' | sprint import - --dry-run
        plan -p armin port it
        done 1
        plan -p bea docs
        $ printf -- '- [x] docs (Bea) ✅ 2017-02-27\n' | sprint import - --dry-run
        plan -p bea docs
        done 1
        $ printf '## Done\n\n**Complete**\n- [x] docs (Bea)\n' | sprint import - --dry-run
        plan -p bea docs
        done 1
    "#]]);
}

#[test]
fn a_label_says_that_something_is_a_discussion_or_a_talk() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- Diskussion: Lizenz\n- Talk: strings\n- Vortrag: Zeichen\n- Demo: the new parser\n- Demo: prepare the room\n' | sprint import - --dry-run
        discuss Lizenz
        talk strings
        talk Zeichen
        talk the new parser
        plan Demo: prepare the room
    "#]]);
}

#[test]
fn who_is_not_there_and_how_it_went_are_no_tasks() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- Armin krank\n- Anto kommt später\n- Bea is late today\n' | sprint import - --dry-run
        ! remark: there is nothing to record
        ! remark: -:1:1: these 3 bullets, up to line 3, do not say what is to be done: `Armin krank`
        ! hint: indent such a line below its item, or give it a box if it is one: `- [ ] …`
        $ printf '## WLAN\n- Passwort: 123\n\n## What went well\n- CI is green\n\n## Was gut lief\n- das Essen\n' | sprint import - --dry-run
        ! remark: there is nothing to record
        ! remark: -:2:1: this does not say what is to be done: `Passwort: 123`
        ! hint: indent such a line below its item, or give it a box if it is one: `- [ ] …`
        ! remark: -:4:1: the 2 lines below these 2 headings, up to line 8, are not items: `What went well`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
    "#]]);
}

#[test]
fn a_kept_board_is_edited_twice_by_one_person() {
    let env = TestEnv::with_people();
    env.run("sprint plan write tests -p armin; sprint board --for markdown > board.md");
    env.session(expect![[r#"
        $ sed -i 's/write tests/write more tests/' board.md; sprint import board.md --yes
        reword 1 write more tests
        recorded 1: 1 reworded (`sprint undo` takes all of it back)
        $ sed -i 's/write more tests/write many more tests/' board.md; sprint import board.md --yes
        reword 1 write many more tests
        recorded 1: 1 reworded (`sprint undo` takes all of it back)
        $ sed -i 's/write many more tests/buy cheese/' board.md; sprint import board.md --yes
        ! error: board.md:6:1: `buy cheese` does not have the words of #1, which is `1 write tests`
        !   6 | - [ ] #1 buy cheese (Armin)
        !     | ^
        ! hint: put the item's words back behind its number, `sprint reword 1 TEXT` gives it others; without the number, the line is something new
        ! error: nothing was recorded: 1 error in the document
        ! hint: fix these lines and import the document again
        [exit 1]
        $ sprint reword 1 buy cheese; sprint import board.md --yes
        1 reworded: buy cheese  | was: write many more tests
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn names_of_which_some_are_unknown_are_no_status() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- write tests - Armin\n' > plan.md; sprint import plan.md --yes
        plan -p armin write tests
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        $ sed -i 's/Armin/Armin, Carla/' plan.md; sprint import plan.md --yes
        ! remark: there is nothing to record
        ! remark: plan.md:1:1: this names people outside of brackets, so it is not clear who is on it: `write tests - Armin, Carla`
        ! hint: write everybody who is on it in brackets behind the title: `(Armin, Anto)`
        $ printf -- '- port it: Armin, Carla\n- fix it (Armin), Carla\n- draw it - Anto, Carla - DONE\n' | sprint import - --dry-run
        plan port it
        plan -p armin fix it
        plan draw it
        done 4
        ! remark: -:1:1: this names people outside of brackets, so it is not clear who is on it: `port it: Armin, Carla`
        ! hint: write everybody who is on it in brackets behind the title: `(Armin, Anto)`
        ! remark: -:2:1: this names people outside of brackets, so it is not clear who is on it: `fix it (Armin), Carla`
        ! remark: -:3:1: this names people outside of brackets, so it is not clear who is on it: `draw it - Anto, Carla - DONE`
    "#]]);
}

#[test]
fn a_label_is_no_part_of_a_title_and_thanks_are_no_task() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- Discussion: release date\n- Besprechung: Release\n- talk: GC\n- lightning talk: JIT (Bea)\n- Discussion: at five in the kitchen\n- Discussion: Armin, Bea\n' | sprint import - --dry-run
        discuss release date
        discuss Release
        talk GC
        talk -p bea JIT
        discuss Discussion: at five in the kitchen
        discuss -p 'armin, bea' Discussion
        $ printf -- '- thanks Laura\n- Danke Laura und Tom!\n- Vielen Dank euch allen\n- Thx Bea for the cake\n- kudos to Armin\n- thanks page\n- Danke Karten drucken\n' | sprint import - --dry-run
        plan thanks page
        plan Danke Karten drucken
        ! remark: -:1:1: these 5 lines, up to line 5, thank somebody, and are not items: `thanks Laura`
        ! hint: `sprint thank TEXT` adds thanks to the post
    "#]]);
}

#[test]
fn a_heading_is_a_topic_from_when_it_is_written_as_one() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf '## Ideas\n- fix it (Bea)\n- port it\n' > pad.md; sprint import pad.md --yes
        plan -p bea fix it
        plan port it
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:1:1: `Ideas` is not a topic, so the items below it have none
        ! hint: to make it one, write `Ideas/`
        $ sed -i 's/Ideas/Ideas\//' pad.md; sprint import pad.md --yes; sprint import pad.md --yes
        move 1 -t Ideas
        move 2 -t Ideas
        recorded 2: 2 moved (`sprint undo` takes all of it back)
        ! remark: `Ideas` is a new topic
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn lines_that_begin_with_people_in_square_brackets_are_tasks() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf 'Day 2\n\n[Armin] fix the parser\n[Anto, Bea] write docs\nWe met at nine.\n' | sprint import - --dry-run
        plan -p armin fix the parser
        plan -p 'anto, bea' write docs
        ! remark: -:1:1: `Day 2` is not a topic, so the items below it have none
        ! hint: to make it one, write `Day 2/`
        ! remark: -:5:1: this does not belong to an item: `We met at nine.`
        ! hint: indent such a line below an item, or begin it with `- `
        $ printf 'Day 2\n\n[Max] fix the parser\n[Max, Frida] write docs\n' | sprint import - --dry-run
        join Max
        plan -p max fix the parser
        plan -p 'max, +Frida' -- write docs
        ! remark: -:1:1: `Day 2` is not a topic, so the items below it have none
        ! hint: to make it one, write `Day 2/`
        ! remark: new names: +Frida
        ! hint: `sprint join` adds those who attend
        $ printf 'Day 2\n[Max] fix the parser\nWe met at nine.\n' | sprint import - --dry-run
        ! remark: there is nothing to record
        ! remark: -:1:1: these 3 lines, up to line 3, do not belong to an item: `Day 2`
        ! hint: indent such a line below an item, or begin it with `- `
    "#]]);
}

#[test]
fn numbered_points_of_minutes_are_headings() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf 'Protokoll vom 27.02.2017\n1. Rückblick\n2. Aufgaben\n   - den Parser bauen (Bea)\n3. Diskussion\n   - welche Lizenz\n' | sprint import - --dry-run
        plan -p bea den Parser bauen
        discuss welche Lizenz
        ! remark: -:1:1: the lines below this heading are not items: `Protokoll vom 27.02.2017`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
        $ printf '# Minutes of 27 February\n\n1. Review\nWe looked at the log.\n2. Tasks\nfix the parser (Armin)\nport it (Bea)\n3. AOB\n- none\n' | sprint import - --dry-run
        ! remark: there is nothing to record
        ! remark: -:1:1: the line below these 2 headings is not an item: `Minutes of 27 February`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
        ! remark: -:6:1: these 2 lines, up to line 7, do not belong to an item: `fix the parser (Armin)`
        ! hint: indent such a line below an item, or begin it with `- `
        ! remark: -:8:1: the line below this heading is not an item: `AOB`
    "#]]);
}

#[test]
fn several_brackets_and_a_number_alone_keep_nothing_of_their_people() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- #12 (Armin)\n- #13 (Bea): in progress\n- fix it ==(Bea)==\n- ==port it== (Armin)\n- if a == b or c == d\n- oil it (Armin) and (Bea)\n- dry it (Armi), (Beaa)\n- mend it (Armi) (Beaa): slow\n' | sprint import - --dry-run
        plan -p armin #12
        plan -p bea #13
        progress 2 in progress
        plan -p bea fix it
        plan -p armin port it
        plan if a == b or c == d
        plan -p 'armin, bea' oil it
        plan dry it
        plan mend it
        progress 8 slow
        ! remark: -:7:1: nobody is called `Armi`: `dry it (Armi), (Beaa)`
        ! hint: did you mean Armin Rigo? Somebody new has a `+`: `+Armi`
        ! remark: -:7:1: nobody is called `Beaa`: `dry it (Armi), (Beaa)`
        ! hint: did you mean Bea Meier? Somebody new has a `+`: `+Beaa`
        ! remark: -:8:1: nobody is called `Armi`: `mend it (Armi) (Beaa): slow`
        ! remark: -:8:1: nobody is called `Beaa`: `mend it (Armi) (Beaa): slow`
        $ printf '| task | who |\n|---|---|\n| fix it | (Armin), (Bea) |\n| oil it | (Armi) (Beaa) |\n' | sprint import - --dry-run
        plan -p 'armin, bea' fix it
        plan oil it
        ! remark: -:4:1: nobody is called `Armi`: `oil it (Armi, Beaa)`
        ! hint: did you mean Armin Rigo? Somebody new has a `+`: `+Armi`
        ! remark: -:4:1: nobody is called `Beaa`: `oil it (Armi, Beaa)`
        ! hint: did you mean Bea Meier? Somebody new has a `+`: `+Beaa`
        $ printf -- '.. list-table::\n   :header-rows: 1\n\n   * - Task\n     - Who\n     - Status\n   * - fix the parser\n     - Armin\n     - in progress\n   * - port\n       it\n     - Bea\n     - done\n\n- draw it\n  (1) the lexer first\n' | sprint import - --dry-run
        plan -p armin fix the parser
        progress 1 in progress
        plan -p bea port it
        done 2
        plan draw it
        plan -u 3 the lexer first
    "#]]);
}

#[test]
fn labels_below_an_item_say_who_how_far_and_when() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- fix the parser\n  who: Armin\n  status: in progress\n- port it\n  Owner: [Bea, Anto]\n  When: Wed\n  Due: Thu\n- draw it\n  owner: the hut\n' > pad.md; sprint import pad.md --yes
        plan -p armin fix the parser
        progress 1 in progress
        plan -p 'bea, anto' --when Wed port it
        progress 2 Due: Thu
        plan draw it
        progress 3 owner: the hut
        recorded 6: 3 planned, 3 progress (`sprint undo` takes all of it back)
        $ sed -i -e 's/who: Armin/&, Bea/' -e 's/in progress/done/' -e 's/When: Wed/When: Fri/' pad.md; sprint import pad.md --yes; sprint import pad.md --yes
        assign 1 bea
        done 1
        move 2 --when Fri
        recorded 3: 1 assigned, 1 done, 1 moved (`sprint undo` takes all of it back)
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn dots_dashes_and_signs_lead_to_people() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- fix the parser ........ Armin\n- port it — **Bea** — 🚧\n- test it — **Bea** — ✅ Mon\n- mend it _(Anto)_\n- paint it: Armin → Bea\n- write docs -- nobody yet\n- Doku: noch niemand\n- oil it (Armin, Bea!)\n' > pad.md; sprint import pad.md --yes
        plan -p armin fix the parser
        plan -p bea port it
        progress 2 🚧
        plan -p bea test it
        done 3
        plan -p anto mend it
        plan paint it: Armin → Bea
        plan write docs
        plan Doku
        plan -p 'armin, bea' oil it
        recorded 10: 8 planned, 1 progress, 1 done (`sprint undo` takes all of it back)
        ! remark: pad.md:5:1: the title names `Armin`, `Bea`, but nobody is put on it: `paint it: Armin → Bea`
        ! hint: write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`; `sprint assign ITEM PEOPLE` does, too
        $ sed -i -e 's/nobody yet/Bea/' -e 's/noch niemand/Anto, fast fertig/' pad.md; sprint import pad.md --yes
        assign 6 bea
        assign 7 anto
        progress 7 fast fertig
        recorded 3: 2 assigned, 1 progress (`sprint undo` takes all of it back)
    "#]]);
}

#[test]
fn textile_dates_as_headings_and_a_name_alone_are_read() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf 'h1. Hut\n\nh2. Tasks\n\n# fix the parser (Armin)\n# port it\n## the lexer (Bea)\n\nh2. Core\n\n* test it\n' | sprint import - --dry-run
        plan -p armin fix the parser
        plan port it
        plan -u 2 -p bea the lexer
        plan -t Core test it
        $ printf '# 2017-02-27\n- fix it\n\n# 28.02.2017\n- fix it\n- port it\n\n# 3.11.2\n- build it\n\nunassigned:\n- paint it\n' | sprint import - --dry-run
        plan fix it
        plan port it
        plan -t 3.11.2 build it
        plan -t 3.11.2 paint it
        ! remark: -:1:1: `2017-02-27`, `28.02.2017` are not topics, so the items below them have none
        ! hint: to make `2017-02-27` one, write `2017-02-27/`
        $ printf -- '- port the tests\n  - Anto\n🔲 draw it\n' | sprint import - --dry-run
        plan port the tests
        plan draw it
        ! remark: -:2:3: this line does not say what is to be done: `Anto`
        ! hint: write it into the line, or put the names or the status on the line of their item
    "#]]);
}

#[test]
fn what_is_below_headings_of_goals_rooms_and_criteria_is_no_task() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf '## Definition of Done\n- [ ] tests are green\n- [x] docs are written\n\n## Rooms\n- Kitchen (Armin)\n\n## Tasks\n- fix it\n' | sprint import - --dry-run
        plan fix it
        ! remark: -:1:1: the 3 lines below these 2 headings, up to line 6, are not items: `Definition of Done`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
        $ printf '## Sprint-Ziele\n- Version 2\n### Aufgaben\n- Parser portieren\n' | sprint import - --dry-run
        plan Parser portieren
        ! remark: -:1:1: the line below this heading is not an item: `Sprint-Ziele`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
        $ printf '## Budget\n- [ ] pay the hotel\n\n## Kontakt & WLAN\n- Armin: 0123\n' | sprint import - --dry-run
        plan -t Budget pay the hotel
        ! remark: -:4:1: the line below this heading is not an item: `Kontakt & WLAN`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
    "#]]);
}

#[test]
fn minutes_go_on_below_their_headings_and_what_somebody_says_is_no_task() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf 'Protokoll 5.5.2017\nAnwesend: Armin, Anto\n\nTOP 1: Parser\n- Armin zeigt den Parser\n- [ ] Bericht schreiben (Anto)\n' | sprint import - --dry-run
        plan -p anto Bericht schreiben
        ! remark: -:4:1: the line below this heading is not an item: `TOP 1: Parser`
        ! hint: a slash at its end makes a topic of it, as in `## Goals/`
        $ printf '## Parser\n- Armin reports that the parser is slow\n- Armin and Anto ask who has time\n- Anto fragt: wer macht mit?\n- fix it (Anto)\n' | sprint import - --dry-run
        plan -t Parser -p anto fix it
        ! remark: -:2:1: these 3 bullets, up to line 4, do not say what is to be done: `Armin reports that the parser is slow`
        ! hint: indent such a line below its item, or give it a box if it is one: `- [ ] …`
    "#]]);
}

#[test]
fn a_time_may_stand_before_what_a_talk_or_a_discussion_is_called() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- 14:00 Vortrag: Wie wir speichern (Anto)\n- Tue 16:30 Discussion: the license\n' > pad.md; sprint import pad.md --yes; sprint import pad.md --yes
        talk -p anto --when 14:00 Wie wir speichern
        discuss --when 'Tue 16:30' the license
        recorded 2: 1 talk, 1 to discuss (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn discussions_and_talks_without_bullets_have_their_own_lines() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf 'Discussion: which license\nwe asked the lawyers (Anto)\nTalk: parsers (Armin)\n' | sprint import - --dry-run
        discuss which license
        progress 1 -- we asked the lawyers (Anto)
        talk -p armin parsers
        $ printf 'Diskussion: Lizenz (alle)\n- wir haben gefragt\n- MIT ist gut\n' | sprint import - --dry-run
        discuss -p everybody Lizenz
        progress 1 wir haben gefragt
        progress 1 MIT ist gut
    "#]]);
}

#[test]
fn whoever_may_come_does_not_join() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf 'Here: Eva (maybe), Tom (tbc), Kim (noch nicht sicher), Max (ab Mi), Armin (maybe)\n' | sprint import - --dry-run
        join Max --from Wed
        ! remark: -:1:1: it is not certain that they come, so nobody joins: `Eva (maybe)`
        ! hint: write the name alone once it is
        ! remark: -:1:1: it is not certain that they come, so nobody joins: `Tom (tbc)`
        ! remark: -:1:1: it is not certain that they come, so nobody joins: `Kim (noch nicht sicher)`
        ! remark: -:1:1: the words after `armin` are not understood: `maybe`
        ! hint: days are read, as in `Armin (from Wed, until Fri)`, and so is a role, as in `Armin, host`; `sprint join` takes more
    "#]]);
}

#[test]
fn what_nobody_is_on_stands_below_what_somebody_is_on() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf 'Armin & Anto\n- docs\nunassigned\n- release\n' | sprint import - --dry-run
        plan -p 'armin, anto' docs
        plan release
        ! remark: -:3:1: `unassigned` is not a topic, so the items below it have none
        ! hint: to make it one, write `unassigned/`
    "#]]);
}

#[test]
fn tables_of_spreadsheets_have_tabs() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf 'Task\tWho\tStatus\nport it\tArmin\tdone\nfix a|b\tAnto, Bea\t\nwrite docs\t\tin progress\n' > pad.tsv; sprint import pad.tsv --yes; sprint import pad.tsv --yes
        plan -p armin port it
        done 1
        plan -p 'anto, bea' fix a|b
        plan write docs
        progress 3 in progress
        recorded 5: 3 planned, 1 done, 1 progress (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        $ printf '| Task | Who |\n|---|---|\n| read it | Max (Tom) |\n| mend it | Armin (Anto) |\n' | sprint import - --dry-run
        plan -p +Max -- read it
        plan -p 'armin, anto' mend it
        ! remark: -:3:1: `Tom` is not a name: `read it (Max)`
        ! hint: name only people there, and write what else there is to say behind them
        ! remark: new names: +Max
        ! hint: `sprint join` adds those who attend
    "#]]);
}

#[test]
fn names_behind_a_dash_in_a_heading_are_told() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf '### Parser – Bea\n- docs\n- index (Anto)\n\n### JIT - warmup\n- measure it\n' | sprint import - --dry-run
        plan -t Parser docs
        plan -t Parser -p anto index
        plan -t "JIT - warmup" measure it
        ! remark: -:1:1: people behind a heading are not put on the items below it: `Parser – Bea`
        ! hint: write them behind each item that they work on
    "#]]);
}

#[test]
fn names_are_split_and_found_by_the_letter_of_a_surname() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf 'Here: Ida Lind, Ida Berg\n\n- docs (Ida B.)\n- index (@armin/@anto)\n- write it (Bea)\n  and the tests (Anto)\n' | sprint import - --dry-run
        join Ida Lind
        join Ida Berg
        plan -p ida-berg docs
        plan -p 'armin, anto' index
        plan -p 'anto, bea' write it and the tests
    "#]]);
}

#[test]
fn a_task_among_discussions_gets_no_decision() {
    let env = TestEnv::with_people();
    env.run("sprint plan license -p armin");
    env.session(expect![[r#"
        $ printf '## Discussions\n- [ ] license (Armin): decided: MIT\n' | sprint import - --yes
        ! remark: there is nothing to record
        ! remark: -:2:1: not recorded: 1 is a task, not a discussion
        !   2 | - [ ] license (Armin): decided: MIT
        !     | ^
        ! hint: `sprint done 1 TEXT` records its result
    "#]]);
}

#[test]
fn names_beside_those_who_are_assigned_are_tasks() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf '| Name | Assign | Status |\n|---|---|---|\n| port it | Armin, Bea | In progress |\n| docs | | Done |\n' | sprint import - --dry-run
        plan -p 'armin, bea' port it
        progress 1 In progress
        plan docs
        done 2
        $ printf -- '- fix it\n- Armin is out today\n' | sprint import - --dry-run
        plan fix it
        ! remark: -:2:1: this does not say what is to be done: `Armin is out today`
        ! hint: indent such a line below its item, or give it a box if it is one: `- [ ] …`
    "#]]);
}

#[test]
fn a_document_that_is_wrapped_says_the_same_as_before() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- [x] fix the reader (Anto): The reader takes half as much memory\n- fix the lexer (Armin): waiting for a review by Anto\n' > whole.md; printf -- '- [x] fix the reader (Anto): The reader takes\n  half as much memory\n- fix the lexer (Armin): waiting for a review by\n  Anto\n' > wrapped.md; sprint import wrapped.md --yes; sprint import whole.md --yes; sprint import wrapped.md --yes
        plan -p anto fix the reader
        done 1 The reader takes half as much memory
        plan -p armin fix the lexer
        progress 2 waiting for a review by Anto
        recorded 4: 2 planned, 1 done, 1 progress (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn an_empty_box_says_nothing_of_those_who_are_there_already() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf '### Attendees\n- [x] @ida\n- [ ] @noor (remote)\n\n### Tasks\n- fix a (@noor)\n- fix b (@noor)\n' > pad.md; sprint import pad.md --yes; sprint import pad.md --yes
        join @ida
        join noor
        plan -p noor fix a
        plan -p noor fix b
        recorded 4: 2 joined, 2 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:3:1: the box is empty, so nobody joins: `@noor`
        ! hint: tick it if they are here: `- [x] Armin`
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn whoever_only_looked_after_it_is_named_in_the_result() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- port it (Armin): done, reviewed by Anto\n- mend it (Armin): PR merged by Anto\n- wrap it (Armin): done by Anto\n- pack it, blocked by @anto\n- [x] sort it: dropped\n- [ ] #103 @ida\n' > pad.md; sprint import pad.md --yes; sprint import pad.md --yes
        plan -p armin port it
        done 1 reviewed by Anto
        plan -p armin mend it
        done 2 PR merged by Anto
        plan -p armin wrap it
        done 3 -p anto
        plan pack it, blocked by @anto
        plan sort it
        drop 5
        plan -p +ida -- #103
        recorded 10: 6 planned, 3 done, 1 dropped (`sprint undo` takes all of it back)
        ! remark: pad.md:4:1: the title names `@anto`, but nobody is put on it: `pack it, blocked by @anto`
        ! hint: write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`; `sprint assign ITEM PEOPLE` does, too
        ! remark: new names: +ida
        ! hint: `sprint join` adds those who attend
        ! remark: there is nothing to record
    "#]]);
}
