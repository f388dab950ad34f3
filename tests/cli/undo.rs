//! `sprint undo`.

use expect_test::expect;

use crate::support::{TestEnv, people_session, sprint_session};

#[test]
fn the_last_entry_of_ones_own_is_taken_back() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ SPRINT_BY=anto sprint plan port numpy
        2 planned: port numpy
        $ sprint done 1 Works.
        1 done: fix the leak  | result: Works.
        $ sprint undo
        took back: done 1 fix the leak: Works. (`sprint undo 6n0p31gca7` reverses that)
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
          2  port numpy    nobody
        $ sprint undo
        took back: plan 1 fix the leak (`sprint undo zftnn0t0cj` reverses that)
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          2  port numpy  nobody
        $ sprint undo
        ! error: armin has recorded nothing here that could be taken back
        ! hint: `sprint undo ID` takes back what somebody else recorded
        [exit 1]
        $ sprint plan another
        3 planned: another
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        2-fwnhp2 = { at = 2017-02-27T09:00:00.000+01:00, by = "anto", kind = "plan", text = "port numpy" }
        jmmx071y79 = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "done", item = "1-44gd7a", text = "Works." }
        6n0p31gca7 = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "undo", entry = "jmmx071y79" }
        zftnn0t0cj = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "undo", entry = "1-44gd7a" }
        3-eh832d = { at = 2017-02-27T09:00:00.004+01:00, by = "armin", kind = "plan", text = "another" }
        $ sprint log
        Monday, 27 February 2017
        time   by     what  #  entry                        id
        09:00  armin  plan  1  fix the leak (taken back)    1-44gd7a
        09:00  anto   plan  2  port numpy                   2-fwnhp2
        09:00  armin  done  1  Works. (taken back)          jmmx071y79
        09:00  armin  undo     done 1 fix the leak: Works.  6n0p31gca7
        09:00  armin  undo     plan 1 fix the leak          zftnn0t0cj
        09:00  armin  plan  3  another                      3-eh832d
    "#]]);
}

#[test]
fn any_entry_is_taken_back_by_its_id_and_so_is_an_undo() {
    sprint_session(expect![[r#"
        $ SPRINT_BY=anto sprint plan fix the leak
        1 planned: fix the leak
        $ sprint undo $(tail -1 sprints/leysin-2017/2017-02-27.toml | cut -d' ' -f1)
        took back: plan 1 fix the leak (`sprint undo zg02xk2wt1` reverses that)
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        $ sprint undo $(tail -1 sprints/leysin-2017/2017-02-27.toml | cut -d' ' -f1)
        brought back: plan 1 fix the leak (`sprint undo mamjz2jpmr` reverses that)
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
        $ sprint undo $(grep -o "^1-[^ ]*" sprints/leysin-2017/2017-02-27.toml)
        took back: plan 1 fix the leak (`sprint undo x15vrs6k65` reverses that)
        $ sprint undo $(grep -o "^1-[^ ]*" sprints/leysin-2017/2017-02-27.toml)
        ! error: `1-19af4a` is already taken back
        ! hint: `sprint undo ID` of the undo brings it back; `sprint log` shows its id
        [exit 1]
    "#]]);
}

#[test]
fn what_others_build_on_is_not_taken_back() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ SPRINT_BY=anto sprint progress 1 half
        1 progress: fix the leak  | status: half
        $ sprint undo
        ! error: with this entry, the one at sprints/leysin-2017/2017-02-27.toml:3:1 would be wrong: there is no entry `1-44gd7a`
        !   3 | 0andckbrp6 = { at = 2017-02-27T09:00:00.000+01:00, by = "anto", kind = "p…
        !     | ^
        ! hint: take that one back first, with `sprint undo 0andckbrp6`
        [exit 1]
    "#]]);
}

#[test]
fn what_is_not_there_is_not_taken_back() {
    sprint_session(expect![[r#"
        $ sprint undo
        ! error: armin has recorded nothing here that could be taken back
        ! hint: `sprint undo ID` takes back what somebody else recorded
        [exit 1]
        $ sprint undo q8wd31ztha
        ! error: there is no entry `q8wd31ztha`
        [exit 1]
        $ sprint undo 12
        ! error: `12` is a number, not an entry id
        ! hint: `sprint log` shows the ids of a day's entries; `sprint undo -n 12` takes back your last 12
        [exit 2]
    "#]]);
}

#[test]
fn it_takes_back_a_done_an_attendee_a_goal_a_photo() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo
        joined: Armin Rigo (armin)
        $ sprint undo
        took back: join Armin Rigo (armin) (`sprint undo 0cemymg2bw` reverses that)
        $ sprint goal Release
        goal: Release
        $ sprint undo
        took back: goal Release (`sprint undo 7ktw7pxx02` reverses that)
        $ sprint plan a
        1 planned: a
        $ sprint done 1 Good.
        1 done: a  | result: Good.
        $ sprint undo
        took back: done 1 a: Good. (`sprint undo cy3j67whfa` reverses that)
        $ sprint photo http://example.org/x.png
        photo: http://example.org/x.png
        $ sprint undo
        took back: photo http://example.org/x.png (`sprint undo cc7tjqcp5t` reverses that)
        $ sprint day docs
        Monday, 27 February 2017: docs
        $ sprint undo
        took back: day docs (for Monday, 27 February 2017) (`sprint undo vbq25przph` reverses that)
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What is next

        - A
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  a  nobody
    "#]]);
}

#[test]
fn a_batch_is_taken_back_and_brought_back_as_a_whole() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak && printf 'join Bea\nplan a\nassign 2 bea\ndone 1 It is fixed. --day yesterday\n' | sprint batch && sprint note It rains.
        1 planned: fix the leak
        joined: Bea (bea)
        2 planned: a
        2 assigned: a  | on it: Bea
        1 done: fix the leak  | result: It is fixed.
        noted: It rains.
        $ sprint undo && sprint undo && sprint
        took back: note It rains. (`sprint undo a0vqgxgxqv` reverses that)
        took back 4 entries recorded together at 09:00: join bea; plan 2; assign 2; done 1 fix the leak: It is fixed. (`sprint undo 4e9jmx4gkh` reverses that)
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
        $ sprint log | tail -n 4
        09:00  armin  note       It rains. (taken back)                       5hpedq90c8
        09:00  armin  undo       note It rains.                               a0vqgxgxqv
        09:00  armin  undo       4 entries, the first of them: join Bea       4e9jmx4gkh
                                 (bea)
        $ sprint undo $(tail -1 sprints/leysin-2017/2017-02-27.toml | cut -d' ' -f1) && sprint
        brought back 4 entries recorded together at 09:00: join bea; plan 2; assign 2; done 1 fix the leak: It is fixed. (`sprint undo wq563abrwn` reverses that)
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (1): Bea
          2  a             Bea
        Closed on Sunday
          1  fix the leak       done
        $ sprint undo $(tail -1 sprints/leysin-2017/2017-02-27.toml | cut -d' ' -f1)
        took back 4 entries recorded together at 09:00: join bea; plan 2; assign 2; done 1 fix the leak: It is fixed. (`sprint undo ef9vqn2mte` reverses that)
        $ sprint undo && sprint undo
        took back: plan 1 fix the leak (`sprint undo fhnq91e6e2` reverses that)
        ! error: armin has recorded nothing here that could be taken back
        ! hint: `sprint undo ID` takes back what somebody else recorded
        [exit 1]
    "#]]);
}

#[test]
fn several_are_taken_back_at_once_and_brought_back_at_once() {
    sprint_session(expect![[r#"
        $ sprint plan a && printf 'plan b\nplan c\n' | sprint batch && sprint done 1 Good. && SPRINT_BY=anto sprint plan d
        1 planned: a
        2 planned: b
        3 planned: c
        1 done: a  | result: Good.
        4 planned: d
        $ sprint undo -n 4
        ! error: armin has recorded only 3 things here that could be taken back
        ! hint: `sprint undo -n 3` takes back all of that
        [exit 1]
        $ sprint undo -n 2
        took back: done 1 a: Good.
        took back 2 entries recorded together at 09:00: plan 2, 3 (`sprint undo 8n0ahvhzg8` reverses all of that)
        $ tail -n 2 sprints/leysin-2017/2017-02-27.toml
        h441g6zdb0 = { at = 2017-02-27T09:00:00.004+01:00, by = "armin", kind = "undo", entry = "3m2mpjg88r", batch = "h441g6zdb0" }
        8n0ahvhzg8 = { at = 2017-02-27T09:00:00.005+01:00, by = "armin", kind = "undo", entry = "2-bjpd7f", batch = "h441g6zdb0" }
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  a  nobody
          4  d  nobody
        $ sprint undo $(tail -1 sprints/leysin-2017/2017-02-27.toml | cut -d' ' -f1) && sprint board
        brought back 3 entries: plan 2, 3; done 1 a: Good. (`sprint undo 70t70xrgxn` reverses that)
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          4  d  nobody
          2  b  nobody
          3  c  nobody
        Closed today
          1  a          done
        $ sprint undo -n 3 && sprint undo
        took back: done 1 a: Good.
        took back 2 entries recorded together at 09:00: plan 2, 3
        took back: plan 1 a (`sprint undo 9f656n9t0k` reverses all of that)
        ! error: armin has recorded nothing here that could be taken back
        ! hint: `sprint undo ID` takes back what somebody else recorded
        [exit 1]
        $ sprint undo -n 0; sprint undo -n 2 q8wd31ztha
        ! error: `0` is not a value of `-n`
        ! hint: `-n` takes a number from 1 on
        ! error: `-n COUNT` cannot be used with `ID`
        ! hint: leave one of them out
        [exit 2]
    "#]]);
}

#[test]
fn in_a_batch_it_takes_back_a_line_before() {
    sprint_session(expect![[r#"
        $ sprint plan a
        1 planned: a
        $ printf 'plan b\nplan c\nundo\nundo -n 2\nplan d\n' | sprint batch
        2 planned: b
        3 planned: c
        took back: plan 3 c (`sprint undo wxzpvw4cmy` reverses the whole batch)
        took back: plan 2 b
        took back: plan 1 a (`sprint undo xz4jhwehrn` reverses the whole batch)
        4 planned: d
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          4  d  nobody
        $ sprint undo && sprint board
        took back: plan 4 d; brought back: plan 1 a (`sprint undo xzmc79addn` reverses that)
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  a  nobody
    "#]]);
}

#[test]
fn the_last_is_what_was_typed_last_under_whatever_name() {
    sprint_session(expect![[r#"
        $ SPRINT_BY=arigo sprint plan a
        1 planned: a
        $ SPRINT_BY='Armin Rigo' SPRINT_NOW=2017-02-27T09:01:00+01:00 sprint plan b
        2 planned: b
        $ SPRINT_BY=cfbolz SPRINT_NOW=2017-02-27T09:02:00+01:00 sprint join Armin Rigo --nick arm --also arigo
        joined: Armin Rigo (arm; also arigo)
        $ SPRINT_BY=cfbolz SPRINT_NOW=2017-02-27T09:02:00+01:00 sprint join Armin Rigo --nick Armin
        attends: Armin Rigo (Armin)
        $ SPRINT_BY=arm SPRINT_NOW=2017-02-27T09:03:00+01:00 sprint talk The JIT --at 18:00
        3 talk: The JIT
        ! remark: 2017-02-27 18:00 is in the future
        $ SPRINT_BY=armin SPRINT_NOW=2017-02-27T09:04:00+01:00 sprint note Late. --day yesterday
        noted: Late.
        $ export SPRINT_BY=rigo SPRINT_NOW=2017-02-27T09:05:00+01:00; sprint undo
        ! error: rigo has recorded nothing here that could be taken back
        ! hint: `sprint undo ID` takes back what somebody else recorded
        [exit 1]
        $ export SPRINT_BY=armin SPRINT_NOW=2017-02-27T09:05:00+01:00; sprint undo && sprint undo && sprint undo && sprint undo && sprint undo
        took back: note Late. (for Sunday, 26 February 2017) (`sprint undo 8n3krvd1an` reverses that)
        took back: talk 3 The JIT (`sprint undo y10xdg45ha` reverses that)
        took back: plan 2 b (`sprint undo 8sm011430c` reverses that)
        took back: plan 1 a (`sprint undo 75wx818a0a` reverses that)
        ! error: Armin has recorded nothing here that could be taken back
        ! hint: `sprint undo ID` takes back what somebody else recorded
        [exit 1]
        $ SPRINT_BY=cfbolz sprint undo
        took back: join Armin Rigo (Armin) (`sprint undo yygn5gkqfn` reverses that)
    "#]]);
}

#[test]
fn an_item_is_not_an_entry_and_a_hint_says_what_to_do() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak && sprint plan b && sprint done 2
        1 planned: fix the leak
        2 planned: b
        2 done: b
        $ sprint undo 2
        ! error: `2` is an item, not an entry id
        ! hint: `sprint show 2` shows the ids of its entries; `sprint undo -n 2` takes back your last 2
        [exit 2]
        $ sprint undo '#1'
        ! error: `#1` is an item, not an entry id
        ! hint: `sprint show 1` shows the ids of its entries; `sprint undo` alone takes back your last
        [exit 2]
        $ sprint undo leak
        ! error: `leak` is an item, not an entry id
        ! hint: `sprint show 1` shows the ids of its entries
        [exit 2]
        $ sprint undo 0
        ! error: `0` is not an entry id
        ! hint: `sprint log` shows the ids of a day's entries; `sprint undo` alone takes back what you typed last
        [exit 2]
        $ sprint undo nothing
        ! error: `nothing` is not an entry id
        ! hint: `sprint log` shows the ids of a day's entries; `sprint undo` alone takes back what you typed last
        [exit 2]
    "#]]);
}

#[test]
fn undoes_that_go_in_a_circle_by_hand_are_shown_and_take_nothing_back() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > 1-k7f2m9 = { at = 2017-02-27T08:00:00+01:00, by = "armin", kind = "plan", text = "a", batch = "1-k7f2m9" }
        > q8wd31ztha = { at = 2017-02-27T08:00:01+01:00, by = "armin", kind = "undo", entry = "q8wd31zthb", batch = "1-k7f2m9" }
        > q8wd31zthb = { at = 2017-02-27T08:00:02+01:00, by = "armin", kind = "undo", entry = "1-k7f2m9" }
        > q8wd31zthc = { at = 2017-02-27T08:00:03+01:00, by = "armin", kind = "undo", entry = "q8wd31zthc" }
        > END
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  a  nobody
        $ sprint log
        Monday, 27 February 2017
        time   by     what  #  entry                                          id
        08:00  armin  plan  1  a                                              1-k7f2m9
        08:00  armin  undo     undo plan 1 a                                  q8wd31ztha
        08:00  armin  undo     plan 1 a                                       q8wd31zthb
        08:00  armin  undo     undo undo undo undo undo undo undo undo        q8wd31zthc
                               q8wd31zthc
        $ sprint undo q8wd31ztha
        took back: plan 1 a (`sprint undo cnqcjggawk` reverses that)
        $ sprint undo q8wd31zthc
        took back: undo undo undo undo undo undo undo undo undo q8wd31zthc (`sprint undo sspme07z9d` reverses that)
        $ sprint check
    "#]]);
}

#[test]
fn what_sync_settled_is_not_what_somebody_typed_last() {
    let env = TestEnv::new();
    env.run(
        "git config --global user.name Armin && git config --global user.email armin@example.org
         git config --global init.defaultBranch main
         git init -q --bare hub.git && git clone -q hub.git armin 2>/dev/null && cd armin
         sprint init hut --from 2017-02-26 --to 2017-03-04 && sprint sync && cd .. && git clone -q hub.git anto",
    );
    env.session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint sync
        1 planned: fix the leak
        1 sent
        $ cd anto && export SPRINT_BY=anto SPRINT_NOW=2017-02-27T09:01:00+01:00 && sprint plan write a test && sprint sync && tail -n 1 sprints/hut/*-27.toml
        1 planned: write a test
        1 sent, 1 received from 1 person
        your 1 is now 2: write a test
        1 sent
        8m4neptzk0 = { at = 2017-02-27T09:01:00.001+01:00, by = "anto", kind = "renumber", item = "1-f9434m", number = 2, settled = true }
        $ cd anto && SPRINT_BY=anto SPRINT_NOW=2017-02-27T09:02:00+01:00 sprint undo
        took back: plan 1 write a test (`sprint undo qejxfb0k38` reverses that)
    "#]]);
}

#[test]
fn what_was_taken_back_is_in_no_view_of_the_day_that_it_was_for() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak --day yesterday && sprint done 1 A slip. --day yesterday && sprint day documentation --day yesterday
        1 planned: fix the leak
        1 done: fix the leak  | result: A slip.
        Sunday, 26 February 2017: documentation
        $ sprint undo -n 2
        took back: day documentation (for Sunday, 26 February 2017)
        took back: done 1 fix the leak: A slip. (for Sunday, 26 February 2017) (`sprint undo 7krjg3vhzb` reverses all of that)
        $ sprint board --day yesterday
        Leysin Winter Sprint 2017 · Sunday, 26 February 2017
          1  fix the leak  nobody
        $ sprint summary --day yesterday
        # Leysin Winter Sprint 2017 (day 1)

        <!-- gap: a few sentences: where, when, who, what for -->

        ## What is next

        - Fix the leak
        ! remark: gap: a few sentences: where, when, who, what for
    "#]]);
}

#[test]
fn what_another_undo_took_back_too_is_said_and_brought_back_by_the_command_that_is_named() {
    sprint_session(expect![[r#"
        $ sprint plan one && cat >> sprints/leysin-2017/2017-02-27.toml <<'END'
        > q8wd31ztha = { at = 2017-02-27T09:00:01+01:00, by = "armin", kind = "undo", entry = "1-vfvvmn" }
        > q8wd31zthb = { at = 2017-02-27T09:00:02+01:00, by = "anto", kind = "undo", entry = "1-vfvvmn" }
        > END
        1 planned: one
        $ sprint log | grep one
        09:00  armin  plan  1  one (taken back)  1-vfvvmn
        09:00  armin  undo     plan 1 one        q8wd31ztha
        09:00  anto   undo     plan 1 one        q8wd31zthb
        $ sprint undo q8wd31ztha
        took back: undo plan 1 one (`sprint undo 81w59kbbe3` reverses that)
        plan 1 one was taken back by q8wd31zthb, too: `sprint undo q8wd31zthb`
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        $ sprint undo q8wd31zthb
        brought back: plan 1 one (`sprint undo wv453nmwre` reverses that)
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  one  nobody
    "#]]);
}

#[test]
fn only_what_an_undo_changed_is_counted_and_shown() {
    sprint_session(expect![[r#"
        $ printf 'plan x\nplan y\nplan z\n' | sprint batch && script -qec "EDITOR='sed -i /\\\"x\\\"/d' sprint edit log" /dev/null | tr -d '\r'
        1 planned: x
        2 planned: y
        3 planned: z
        took back: plan 1 x (`sprint undo tc50rkkd1z` reverses that)
        $ sprint undo $(grep -o '^2-[a-z0-9]*' sprints/leysin-2017/2017-02-27.toml)
        took back 2 entries recorded together at 09:00: plan 2, 3 (`sprint undo 0amw9ka8sp` reverses that)
        $ sprint undo $(grep -o '^[a-z0-9]* .*only' sprints/leysin-2017/2017-02-27.toml | cut -d' ' -f1)
        took back: undo plan 1 x (`sprint undo 73h50by7d5` reverses that)
        plan 1 x was taken back by 0amw9ka8sp, too: `sprint undo 0amw9ka8sp`
        $ sprint undo $(tail -n 2 sprints/leysin-2017/2017-02-27.toml | head -n 1 | cut -d' ' -f1)
        brought back 3 entries recorded together at 09:00: plan 1, 2, 3 (`sprint undo wwwjf0pm69` reverses that)
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  x  nobody
          2  y  nobody
          3  z  nobody
    "#]]);
}

#[test]
fn an_undone_reword_says_from_what_to_what() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leek; sprint reword 1 fix the leak; sprint reword 1 fix the leak of memory in the extension module
        1 planned: fix the leek
        1 reworded: fix the leak  | was: fix the leek
        1 reworded: fix the leak of memory in the extension module  | was: fix the leak
        $ sprint undo
        took back: reword 1 from "fix the leak" to "fix the leak of memory in t…" (`sprint undo zfz36r4mqm` reverses that)
        $ sprint undo
        took back: reword 1 from "fix the leek" to "fix the leak" (`sprint undo w3dxmag5cs` reverses that)
        $ sprint log
        Monday, 27 February 2017
        time   by     what    #  entry                                        id
        09:00  armin  plan    1  fix the leek                                 1-r7f0ma
        09:00  armin  reword  1  fix the leak (taken back)                    0f5c3pzy78
        09:00  armin  reword  1  fix the leak of memory in the extension      jstdrz6mxe
                                 module (taken back)
        09:00  armin  undo       reword 1 from "fix the leak" to "fix the     zfz36r4mqm
                                 leak of memory in t…"
        09:00  armin  undo       reword 1 from "fix the leek" to "fix the     w3dxmag5cs
                                 leak"
    "#]]);
}

#[test]
fn an_item_that_was_taken_back_is_named_with_what_brings_it_back() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak && printf 'plan port it\nplan test it\n' | sprint batch && sprint undo -n 2
        1 planned: fix the leak
        2 planned: port it
        3 planned: test it
        took back 2 entries recorded together at 09:00: plan 2, 3
        took back: plan 1 fix the leak (`sprint undo tyn58tqdnb` reverses all of that)
        $ sprint done 1
        ! error: 1 (fix the leak) was taken back
        ! hint: `sprint undo tyn58tqdnb` brings it back
        [exit 1]
        $ sprint show '#3'
        ! error: #3 (test it) was taken back
        ! hint: `sprint undo 44kdj6c346` brings it back
        [exit 1]
        $ sprint progress 4 half way
        ! error: there is no item 4
        ! hint: the highest number is 3; `sprint board` shows what is open
        [exit 1]
    "#]]);
}

#[test]
fn the_day_is_named_of_what_is_about_a_day() {
    people_session(expect![[r#"
        $ sprint day Documentation day --day tue; sprint undo; sprint day --break; sprint undo
        Tuesday, 28 February 2017: Documentation day
        took back: day Documentation day (for Tuesday, 28 February 2017) (`sprint undo xve0h6jkj2` reverses that)
        Monday, 27 February 2017: break
        took back: day break (for Monday, 27 February 2017) (`sprint undo ep3teqss5j` reverses that)
        $ sprint leave bea --day wed; sprint undo; sprint join bea --day thu; sprint undo; sprint undo bea; sprint undo --only
        left: Bea, gone from Wednesday, 1 March 2017 on
        took back: leave Bea (for Wednesday, 1 March 2017) (`sprint undo d4tfrnx1bm` reverses that)
        attends: Bea Meier (bea)
        took back: join Bea Meier (bea) (for Thursday, 2 March 2017) (`sprint undo ww7s5a0hat` reverses that)
        ! remark: 2017-03-02 00:00 is in the future
        ! error: `bea` is not an entry id
        ! hint: `sprint log` shows the ids of a day's entries; `sprint undo` alone takes back what you typed last
        ! error: ID is missing
        ! hint: type `sprint undo --only ID`
        [exit 2]
        $ sprint plan fix the leak --day 2017-02-26; sprint plan port it --at 8:00; sprint undo -n 2
        1 planned: fix the leak
        2 planned: port it
        took back: plan 2 port it
        took back: plan 1 fix the leak (for Sunday, 26 February 2017) (`sprint undo q2fmzgtksh` reverses all of that)
    "#]]);
}

#[test]
fn it_has_no_time_of_its_own() {
    sprint_session(expect![[r#"
        $ sprint plan a
        1 planned: a
        $ sprint undo --day mon; sprint undo --at 10:00; sprint --day mon undo
        ! error: an undo is of now, whatever the time of what it takes back
        ! hint: `sprint log DAY` shows the ids of a day, and `sprint undo ID` takes back the entry with that id
        ! error: an undo is of now, whatever the time of what it takes back
        ! hint: `sprint log DAY` shows the ids of a day, and `sprint undo ID` takes back the entry with that id
        ! error: an undo is of now, whatever the time of what it takes back
        ! hint: `sprint log DAY` shows the ids of a day, and `sprint undo ID` takes back the entry with that id
        [exit 2]
        $ printf 'plan b\nundo\n' | sprint batch --day tue
        2 planned: b
        took back: plan 2 b (for Tuesday, 21 February 2017) (`sprint undo 79231aaw2q` reverses the whole batch)
        ! remark: recorded in leysin-2017 (2017-02-26 to 2017-03-04) for 2017-02-21
    "#]]);
}

#[test]
fn the_log_counts_what_was_taken_back_and_a_join_goes_after_what_builds_on_it() {
    people_session(expect![[r#"
        $ sprint plan a && sprint plan b && sprint plan c && sprint done 1,2,3 It works.
        1 planned: a
        2 planned: b
        3 planned: c
        1 done: a  | result: It works.
        2 done: b  | result: It works.
        3 done: c  | result: It works.
        $ sprint undo --only f2my6s8vj0
        took back: done 2 b: It works. (`sprint undo v2s1gxqnyk` reverses that)
        $ sprint undo
        took back 2 entries recorded together at 09:00: done 1, 3 (`sprint undo qykyx7a0b0` reverses that)
        $ sprint log
        Monday, 27 February 2017
        time   by     what  #  entry                                          id
        09:00  armin  plan  1  a                                              1-m0mzdw
        09:00  armin  plan  2  b                                              2-bjpd7f
        09:00  armin  plan  3  c                                              3-a88fjm
        09:00  armin  done  1  It works. (taken back)                         ddxst1a3s0
        09:00  armin  done  2  It works. (taken back)                         f2my6s8vj0
        09:00  armin  done  3  It works. (taken back)                         cmcfvdcsth
        09:00  armin  undo     done 2 b: It works.                            v2s1gxqnyk
        09:00  armin  undo     2 entries, the first of them: done 1 a: It     qykyx7a0b0
                               works.
        $ printf 'plan d\nleave anto\nleave bea,armin\nnote x\nnote y\nnext z\n' | sprint batch
        4 planned: d
        left: Antonio, gone from Monday, 27 February 2017 on
        left: Bea and Armin, gone from Monday, 27 February 2017 on
        noted: x
        noted: y
        next: z
        $ sprint undo
        took back 6 entries recorded together at 09:00: plan 4; 2 times leave; 2 times note; next z (`sprint undo 294z8mh0c6` reverses that)
        $ sprint join Fay Kim && sprint leave fay
        joined: Fay Kim (fay)
        left: Fay, gone from Monday, 27 February 2017 on
        $ sprint undo s0wj5zgyss
        ! error: with this entry, the one at sprints/leysin-2017/2017-02-27.toml:18:1 would be wrong: fay has not joined
        !   18 | weeeyhdsgj = { at = 2017-02-27T09:00:00.016+01:00, by = "armin", kind = …
        !      | ^
        ! hint: take that one back first, with `sprint undo weeeyhdsgj`
        [exit 1]
        $ sprint undo weeeyhdsgj && sprint undo s0wj5zgyss
        took back: leave Fay (for Monday, 27 February 2017) (`sprint undo mn74169w0g` reverses that)
        took back: join Fay Kim (fay) (`sprint undo 1amhs76rtd` reverses that)
    "#]]);
}

#[test]
fn what_something_was_part_of_for_a_time_is_not_taken_back() {
    sprint_session(expect![[r#"
        $ sprint plan a && sprint plan b && sprint plan c
        1 planned: a
        2 planned: b
        3 planned: c
        $ sprint move 3 -u 1 && sprint move 3 -u 2
        3 moved: c  | part of: 1 a
        3 moved: c  | part of: 2 b
        $ sprint undo 1-m0mzdw
        ! error: with this entry, the one at sprints/leysin-2017/2017-02-27.toml:5:1 would be wrong: there is no entry `1-m0mzdw`
        !   5 | 2e7neh00sz = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "…
        !     | ^
        ! hint: take that one back first, with `sprint undo 2e7neh00sz`
        [exit 1]
        $ sprint undo 2e7neh00sz && sprint undo 1-m0mzdw
        took back: move 3 c: (part of 1) (`sprint undo cbpw80vqpw` reverses that)
        took back: plan 1 a (`sprint undo 08htcm1gg0` reverses that)
        $ sprint check
    "#]]);
}

#[test]
fn what_comes_back_needs_what_was_taken_back_with_it() {
    sprint_session(expect![[r#"
        $ sprint join Olaf Berg && sprint leave olaf
        joined: Olaf Berg (olaf)
        left: Olaf, gone from Monday, 27 February 2017 on
        $ sprint undo && sprint undo
        took back: leave Olaf (for Monday, 27 February 2017) (`sprint undo v7pzj49adh` reverses that)
        took back: join Olaf Berg (olaf) (`sprint undo aja7hs9mgp` reverses that)
        $ sprint undo $(sprint log | grep 'undo .*leave' | grep -o '[^ ]*$')
        ! error: with this entry, the one at sprints/leysin-2017/2017-02-27.toml:3:1 would be wrong: olaf has not joined
        !   3 | rvww7s6mkx = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "…
        !     | ^
        ! hint: bring back what it needs first, with `sprint undo aja7hs9mgp`
        [exit 1]
        $ sprint undo $(sprint log | grep 'undo .*join' | grep -o '[^ ]*$') && sprint undo $(sprint log | grep 'undo .*leave' | head -1 | grep -o '[^ ]*$')
        brought back: join Olaf Berg (olaf) (`sprint undo 0xs8tdmn16` reverses that)
        brought back: leave Olaf (for Monday, 27 February 2017) (`sprint undo h9ytr6nb00` reverses that)
        $ sprint plan fix the leak && printf 'done 1 It is fixed.\nnote x\n' | sprint batch
        1 planned: fix the leak
        1 done: fix the leak  | result: It is fixed.
        noted: x
        $ sprint undo && sprint undo
        took back 2 entries recorded together at 09:00: done 1; note x (`sprint undo xkcwmxj7kk` reverses that)
        took back: plan 1 fix the leak (`sprint undo yqx5e95xdx` reverses that)
        $ sprint undo $(sprint log | grep 'undo .*done' | grep -o '[^ ]*$')
        ! error: with this entry, the one at sprints/leysin-2017/2017-02-27.toml:9:1 would be wrong: there is no entry `1-y0v44g`
        !   9 | azfmz75g00 = { at = 2017-02-27T09:00:00.007+01:00, by = "armin", kind = "…
        !     | ^
        ! hint: bring back what it needs first, with `sprint undo yqx5e95xdx`
        [exit 1]
        $ sprint undo $(sprint log | grep 'undo .*plan' | grep -o '[^ ]*$') && sprint undo $(sprint log | grep 'undo .*done' | grep -o '[^ ]*$')
        brought back: plan 1 fix the leak (`sprint undo fm0kmrkj3n` reverses that)
        brought back 2 entries recorded together at 09:00: done 1; note x (`sprint undo vtkpj2yjca` reverses that)
    "#]]);
}
