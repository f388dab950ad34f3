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
        discuss Diskussion: Lizenz
        talk Talk: strings
        talk Vortrag: Zeichen
        talk Demo: the new parser
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
