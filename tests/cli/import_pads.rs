//! What pads, other programs and people who have not read the help write into a document.

use expect_test::expect;

use crate::support::TestEnv;

#[test]
fn a_heading_above_the_title_of_a_board_is_no_topic() {
    let env = TestEnv::with_people();
    env.run("sprint plan -t Core fix the leak -p armin; sprint board --for markdown > board.md");
    env.session(expect![[r#"
        $ sed '1s/^/# Monday pad\n/' board.md | sprint import - --dry-run
        $ sed '1s/$/\n# Monday pad/' board.md | sprint import - --dry-run
    "#]]);
}

#[test]
fn only_the_last_brackets_hold_people() {
    let env = TestEnv::with_people();
    env.run("sprint plan write tests -p armin; sprint board --for markdown > board.md");
    env.session(expect![[r#"
        $ sed 's/tests/tests (unit, integration)/' board.md | sprint import - --dry-run
        $ sed 's/(Armin)/(Armin, blockiert)/' board.md | sprint import - --dry-run
        $ sed 's/(Armin)/(Armin, ich)/' board.md | sprint import - --dry-run
        $ printf -- '- port it (unit, integration) (Anto)\n' | sprint import - --dry-run
    "#]]);
}

#[test]
fn who_is_decided_on_has_not_done_it() {
    let env = TestEnv::with_people();
    env.run("sprint discuss who cooks -p all; sprint board --for markdown > board.md");
    env.session(expect![[r#"
        $ sed 's/(all)/(all): decided: Bea/' board.md | sprint import - --dry-run
        $ sed 's/(all)/(all): decided: all of us/' board.md | sprint import - --dry-run
        $ sed 's/(all)/(all), decided: Bea/' board.md | sprint import - --dry-run
        $ printf '## Discussions\n- which wine: decided: Bea\n- which license\n  - DECIDED: MIT\n' | sprint import - --dry-run
        $ sed 's/(all)/&\n  - Bea/' board.md > kept.md; sprint import kept.md --yes; sed 's/  - Bea/  - decided: Bea/' kept.md | sprint import - --yes
    "#]]);
}

#[test]
fn the_plainest_outline_has_keywords_alone() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf '* TODO port it (Armin)\n* DONE docs\n* CANCELLED logo\n' | sprint import - --dry-run
        $ printf '# Plan\n* TODO port it (Armin)\n* fix it\n' | sprint import - --dry-run
    "#]]);
}

#[test]
fn names_above_tasks_may_end_in_a_colon() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- Armin:\n  - port it\n- **Anto:**\n  - [ ] fix it\n- Armin & Bea:\n  - write docs\n' | sprint import - --dry-run
    "#]]);
}

#[test]
fn lists_of_people_have_boxes_handles_and_headings_of_their_own() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf '## People\n- [x] Armin\n- [ ] Bea\n- [x] Max Frisch\n- [ ] Eva Klein\n' | sprint import - --dry-run
        $ printf '## Team\n- [x] Armin\n- [x] Max Frisch\n' | sprint import - --dry-run
        $ printf '## Team\n- [x] Fix Parser\n- [ ] Write Docs\n' | sprint import - --dry-run
        $ printf '## Mentors\n- Max Frisch (@mf, from Wed)\n\n## Newcomers\n- Eva Klein\n\n## Tasks\n- fix it (mf)\n' | sprint import - --dry-run
        $ printf '## Teilnehmer*innen\n- Eva Klein\n' | sprint import - --dry-run
        $ printf 'Teilnehmer:innen: Armin, Eva Klein\n' | sprint import - --dry-run
        $ printf 'Remote: Armin, Eva Klein\n' | sprint import - --dry-run
    "#]]);
}

#[test]
fn whoever_is_only_named_on_items_joins_by_a_list() {
    let env = TestEnv::with_people();
    env.run("sprint plan fix it -p '+Max Frisch'");
    env.session(expect![[r#"
        $ printf 'Here: Armin, Max Frisch\n' | sprint import - --dry-run
    "#]]);
}

#[test]
fn who_is_known_now_is_known_to_an_older_board() {
    let env = TestEnv::with_people();
    env.run("sprint plan fix it -p armin; sprint board --for markdown > board.md; sprint join Eva Klein");
    env.session(expect![[r#"
        $ sed -i 's/(Armin)/(Armin, Eva)/' board.md; sprint import board.md --yes
        $ sprint import board.md --yes
    "#]]);
}

#[test]
fn what_jira_obsidian_and_chats_write_is_understood() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf '||Task||Who||\n|docs|Armin|\n' | sprint import - --dry-run
        $ printf -- '- ~~wheels~~ (Anto)\n' | sprint import - --dry-run
        $ printf '✅ port it (Armin)\n☐ docs (Bea)\n' | sprint import - --dry-run
        $ printf -- '- [x] docs (Bea) ✅ 2017-02-27\n' | sprint import - --dry-run
        $ printf '## Done\n\n**Complete**\n- [x] docs (Bea)\n' | sprint import - --dry-run
    "#]]);
}

#[test]
fn a_label_says_that_something_is_a_discussion_or_a_talk() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- Diskussion: Lizenz\n- Talk: strings\n- Vortrag: Zeichen\n- Demo: the new parser\n- Demo: book the room\n' | sprint import - --dry-run
    "#]]);
}

#[test]
fn who_is_not_there_and_how_it_went_are_no_tasks() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- Armin krank\n- Anto kommt später\n- Bea is late today\n' | sprint import - --dry-run
        $ printf '## WLAN\n- Passwort: 123\n\n## What went well\n- CI is green\n\n## Was gut lief\n- das Essen\n' | sprint import - --dry-run
    "#]]);
}

#[test]
fn a_kept_board_is_edited_twice_by_one_person() {
    let env = TestEnv::with_people();
    env.run("sprint plan write tests -p armin; sprint board --for markdown > board.md");
    env.session(expect![[r#"
        $ sed -i 's/write tests/write more tests/' board.md; sprint import board.md --yes
        $ sed -i 's/write more tests/write many more tests/' board.md; sprint import board.md --yes
        $ sed -i 's/write many more tests/buy cheese/' board.md; sprint import board.md --yes
        $ sprint reword 1 buy cheese; sprint import board.md --yes
    "#]]);
}

#[test]
fn names_of_which_some_are_unknown_are_no_status() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- write tests - Armin\n' > plan.md; sprint import plan.md --yes
        $ sed -i 's/Armin/Armin, Carla/' plan.md; sprint import plan.md --yes
        $ printf -- '- port it: Armin, Carla\n- fix it (Armin), Carla\n- draw it - Anto, Carla - DONE\n' | sprint import - --dry-run
    "#]]);
}
