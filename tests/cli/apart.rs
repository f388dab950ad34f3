//! What was recorded on two laptops that were apart.

use expect_test::expect;

use crate::support::sync_session;

#[test]
fn of_two_with_one_nick_it_is_told_what_may_mean_the_second() {
    sync_session(expect![[r#"
        $ cd armin && sprint join Anna Schmidt && sprint plan docs -p anna && sprint done 1 There are docs. && sprint sync
        joined: Anna Schmidt (anna)
        1 planned: docs  | on it: Anna
        1 done: docs  | credit: Anna  | result: There are docs.
        3 sent
        $ cd anto && export SPRINT_BY=anto && sprint join Anna Weiß && sprint plan fix the parser -p anna && sprint done parser It parses. && sprint sync
        joined: Anna Weiß (anna)
        1 planned: fix the parser  | on it: Anna
        1 done: fix the parser  | credit: Anna  | result: It parses.
        3 sent, 3 received from 1 person
        your 1 is now 2: fix the parser
        1 sent
        ! warning: sprints/hut/2017-02-27.toml:2:1: Anna Schmidt joined as `anna`, but that is the nick of Anna Weiß, who is meant by it, also where armin recorded it after that: plan 1a docs (Anna Weiß)
        !   2 | cc8bxvzndd = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "…
        !     | ^
        ! hint: write `anna-schmidt` for `anna` in lines 2 and 3 of sprints/hut/2017-02-27.toml, as far as Anna Schmidt is meant there (`sprint edit log DAY` opens a log); if the two are one person, `sprint undo cc8bxvzndd --only` takes the `join` back
        $ cd anto && sprint summary | tail -9

        There are docs. (Anna Weiß)

        It parses. (Anna Weiß)

        ## Attendees

        - Anna Schmidt
        - Anna Weiß
        ! warning: sprints/hut/2017-02-27.toml:2:1: Anna Schmidt joined as `anna`, but that is the nick of Anna Weiß, who is meant by it, also where armin recorded it after that: plan 1 docs (Anna Weiß)
        !   2 | cc8bxvzndd = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "…
        !     | ^
        ! hint: write `anna-schmidt` for `anna` in lines 2 and 3 of sprints/hut/2017-02-27.toml, as far as Anna Schmidt is meant there (`sprint edit log DAY` opens a log); if the two are one person, `sprint undo cc8bxvzndd --only` takes the `join` back
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
        $ cd anto && sed -i '2,3s/"anna"/"anna-schmidt"/' sprints/hut/2017-02-27.toml && sprint check && sprint summary | tail -9

        There are docs. (Anna Schmidt)

        It parses. (Anna Weiß)

        ## Attendees

        - Anna Schmidt
        - Anna Weiß
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
        $ cd anto && SPRINT_BY=anto sprint sync && cd ../armin && sprint sync && sprint summary | tail -9
        2 sent
        6 received from 2 people

        There are docs. (Anna Schmidt)

        It parses. (Anna Weiß)

        ## Attendees

        - Anna Schmidt
        - Anna Weiß
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
    "#]]);
}

#[test]
fn one_who_joined_twice_by_one_nick_is_one_after_an_undo() {
    sync_session(expect![[r#"
        $ cd armin && sprint join Anna && sprint sync
        joined: Anna (anna)
        1 sent
        $ cd anto && export SPRINT_BY=anto && sprint join Anna Weiß && sprint sync
        joined: Anna Weiß (anna)
        1 sent, 1 received from 1 person
        ! warning: sprints/hut/2017-02-27.toml:2:1: Anna joined as `anna`, but that is the nick of Anna Weiß, who is meant by it
        !   2 | 4r62q0kd0j = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "…
        !     | ^
        ! hint: write `anna-2` for `anna` in line 2 of sprints/hut/2017-02-27.toml, as far as Anna is meant there (`sprint edit log DAY` opens a log); if the two are one person, `sprint undo 4r62q0kd0j --only` takes the `join` back
        $ cd anto && sprint undo $(grep -o '^[^ ]* .*"Anna"' sprints/hut/2017-02-27.toml | cut -d' ' -f1) --only && sprint people && sprint check
        took back: join Anna (anna) (`sprint undo x6zjmpy303` reverses that)
        Monday, 27 February 2017
        person     nick  on
        Anna Weiß  anna  free
        ! warning: sprints/hut/2017-02-27.toml:2:1: Anna joined as `anna`, but that is the nick of Anna Weiß, who is meant by it
        !   2 | 4r62q0kd0j = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "…
        !     | ^
        ! hint: write `anna-2` for `anna` in line 2 of sprints/hut/2017-02-27.toml, as far as Anna is meant there (`sprint edit log DAY` opens a log); if the two are one person, `sprint undo 4r62q0kd0j --only` takes the `join` back
    "#]]);
}

#[test]
fn a_document_that_two_imported_is_told_to_be_the_same() {
    sync_session(expect![[r#"
        $ printf '## Core\n- fix the parser (+Anna): half of it works\n- port it\n\n## Discussions\n- which colour\n' > pad.md
        $ cd armin && sprint import --yes ../pad.md && sprint sync
        plan -t Core -p +Anna -- fix the parser
        progress 1 half of it works
        plan -t Core port it
        discuss which colour
        recorded 4: 2 planned, 1 progress, 1 to discuss (`sprint undo` takes all of it back)
        4 sent
        ! remark: new names: +Anna
        ! hint: `sprint join` adds those who attend
        ! remark: `Core` is a new topic
        $ cd anto && SPRINT_BY=anto SPRINT_NOW=2017-02-27T09:05:00+01:00 sprint import --yes ../pad.md > /dev/null && SPRINT_BY=anto sprint sync
        4 sent, 4 received from 1 person
        your 1 is now 4: fix the parser
        your 2 is now 5: port it
        your 3 is now 6: which colour
        3 sent
        ! remark: new names: +Anna
        ! hint: `sprint join` adds those who attend
        ! remark: `Core` is a new topic
        ! remark: sprints/hut/2017-02-27.toml:6:1: 4, 5, 6 have the words of 1, 2, 3 (fix the parser …), and were recorded by somebody who did not know of that
        !   6 | 1-mfp564 = { at = 2017-02-27T09:05:00.000+01:00, by = "anto", kind = "pla…
        !     | ^
        ! hint: if they are the same, `sprint undo 1-mfp564` takes back what was recorded twice
        $ cd armin && sprint sync && sprint && sprint check
        7 received from 1 person
        hut · Monday, 27 February 2017
        Core
          1  fix the parser  Anna    half of it works
          2  port it         nobody
          4  fix the parser  Anna    half of it works
          5  port it         nobody
        Discussions
          3  which colour
          6  which colour
        sprints/hut/2017-02-27.toml:6:1: notice: 4, 5, 6 have the words of 1, 2, 3 (fix the parser …), and were recorded by somebody who did not know of that [same-item]
            6 | 1-mfp564 = { at = 2017-02-27T09:05:00.000+01:00, by = "anto", kind = "p…
              | ^
            hint: if they are the same, `sprint undo 1-mfp564` takes back what was recorded twice
        ! remark: sprints/hut/2017-02-27.toml:6:1: 4, 5, 6 have the words of 1, 2, 3 (fix the parser …), and were recorded by somebody who did not know of that
        !   6 | 1-mfp564 = { at = 2017-02-27T09:05:00.000+01:00, by = "anto", kind = "pla…
        !     | ^
        ! hint: if they are the same, `sprint undo 1-mfp564` takes back what was recorded twice
        $ cd armin && sprint batch < /dev/null && cp -r . ../copy && sprint undo $(sprint check | grep -o 'undo [^`]*' | cut -d' ' -f2) && sprint && sprint check
        took back 4 entries recorded together at 09:05: plan 1, 2; progress 1; discuss 3 which colour (`sprint undo q482hjp6av` reverses that)
        hut · Monday, 27 February 2017
        Core
          1  fix the parser  Anna    half of it works
          2  port it         nobody
        Discussions
          3  which colour
        $ cd copy && sprint done 1 It parses. && sprint progress 5 half of it && sprint check
        1 done: fix the parser  | credit: Anna  | result: It parses.
        5 progress: port it  | status: half of it
        sprints/hut/2017-02-27.toml:6:1: notice: 4, 5, 6 have the words of 1, 2, 3 (fix the parser …), and were recorded by somebody who did not know of that [same-item]
            6 | 1-mfp564 = { at = 2017-02-27T09:05:00.000+01:00, by = "anto", kind = "p…
              | ^
            hint: if they are the same, `sprint drop 4,2,6 recorded twice` gives up those that nobody has worked on
        $ cd copy && sprint drop 4,2,6 recorded twice && sprint check && sprint
        4 dropped: fix the parser  | on it: Anna  | why: recorded twice
        2 dropped: port it  | why: recorded twice
        6 dropped: which colour  | why: recorded twice
        hut · Monday, 27 February 2017
        Core
          5  port it                   nobody  half of it
        Discussions
          3  which colour
        Closed today
          1  fix the parser            Anna    done
          4  fix the parser            Anna    dropped
          2  port it                           dropped
          6  discussion: which colour          dropped
    "#]]);
}

#[test]
fn what_one_planned_after_the_other_is_no_copy_and_what_both_planned_is() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint sync && cd ../anto && sprint sync
        1 planned: fix the leak
        1 sent
        1 received from 1 person
        $ cd anto && export SPRINT_BY=anto && sprint plan fix the leak && sprint plan write a test && sprint sync
        2 planned: fix the leak
        3 planned: write a test
        2 sent
        ! remark: 1 is open and has the same words
        $ cd armin && sprint plan port it && sprint sync && sprint check
        2 planned: port it
        1 sent, 2 received from 1 person
        your 2 is now 4: port it
        1 sent
        $ cd anto && sprint plan port it && sprint plan draw it && sprint sync && cd ../armin && sprint note x && sprint plan call home && sprint plan draw it && sprint sync
        4 planned: port it
        5 planned: draw it
        2 sent, 2 received from 1 person
        your 4 is now 6: port it
        1 sent
        noted: x
        5 planned: call home
        6 planned: draw it
        3 sent, 3 received from 1 person
        your 5 is now 7: call home
        your 6 is now 8: draw it
        2 sent
        ! remark: sprints/hut/2017-02-27.toml:7:1: 6 has the words of 4 (port it), and was recorded by somebody who did not know of that
        !   7 | 4-ztmf8j = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "pl…
        !     | ^
        ! hint: if they are the same, `sprint undo 4-ztmf8j` takes back what was recorded twice
        ! remark: sprints/hut/2017-02-27.toml:12:1: 8 has the words of 5 (draw it), and was recorded by somebody who did not know of that
        !   12 | 6-j7mb95 = { at = 2017-02-27T09:00:00.005+01:00, by = "armin", kind = "p…
        !      | ^
        ! hint: if they are the same, `sprint undo 6-j7mb95` takes back what was recorded twice
        $ cd armin && sprint reword 6 port the other && sprint done 5 && sprint done 8 && sprint check
        6 reworded: port the other  | was: port it
        5 done: draw it
        8 done: draw it
    "#]]);
}

#[test]
fn what_was_closed_in_two_ways_is_told() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan bake bread && sprint plan fry eggs && sprint discuss which colour && sprint discuss which font && sprint sync && cd ../anto && sprint sync
        1 planned: bake bread
        2 planned: fry eggs
        3 to discuss: which colour
        4 to discuss: which font
        4 sent
        4 received from 1 person
        $ cd armin && sprint drop 1 no oven && sprint done 2 They are fried. && sprint decide 3 blue && sprint decide 4 Arial && sprint sync
        1 dropped: bake bread  | why: no oven
        2 done: fry eggs  | result: They are fried.
        3 decided: which colour  | decision: blue
        4 decided: which font  | decision: Arial
        4 sent
        $ cd anto && export SPRINT_BY=anto SPRINT_NOW=2017-02-27T09:05:00+01:00 && sprint done 1 It tastes good. && sprint drop 2 no pan && sprint decide 3 green && sprint decide 4 Arial && sprint sync && sprint check
        1 done: bake bread  | result: It tastes good.
        2 dropped: fry eggs  | why: no pan
        3 decided: which colour  | decision: green
        4 decided: which font  | decision: Arial
        4 sent, 4 received from 1 person
        sprints/hut/2017-02-27.toml:11:1: notice: 2 (fry eggs) was done by armin (They are fried.) and dropped by anto (no pan), and counts as finished [contradiction]
            11 | 1bd3s01dcx = { at = 2017-02-27T09:05:00.001+01:00, by = "anto", kind =…
               | ^
            hint: if it was given up, `sprint reopen 2`, then `sprint drop 2`
        ! remark: sprints/hut/2017-02-27.toml:10:1: 1 (bake bread) was dropped by armin (no oven) and done by anto (It tastes good.), and counts as finished
        !   10 | f5z568ewnr = { at = 2017-02-27T09:05:00.000+01:00, by = "anto", kind = "…
        !      | ^
        ! hint: if it was given up, `sprint reopen 1`, then `sprint drop 1`
        ! remark: sprints/hut/2017-02-27.toml:11:1: 2 (fry eggs) was done by armin (They are fried.) and dropped by anto (no pan), and counts as finished
        !   11 | 1bd3s01dcx = { at = 2017-02-27T09:05:00.001+01:00, by = "anto", kind = "…
        !      | ^
        ! hint: if it was given up, `sprint reopen 2`, then `sprint drop 2`
        ! remark: sprints/hut/2017-02-27.toml:12:1: 3 (which colour) was decided by armin (blue) and decided by anto (green), and the post tells both
        !   12 | dcvr9s7vzz = { at = 2017-02-27T09:05:00.002+01:00, by = "anto", kind = "…
        !      | ^
        ! hint: `sprint result 3 --only TEXT` says what holds
        $ cd anto && sprint reopen 2 && sprint drop 2 && sprint result 3 --only Green. && sprint check && sprint sync && cd ../armin && sprint sync && sprint check
        2 reopened: fry eggs
        2 dropped: fry eggs
        3 result replaced: which colour  | result: Green.
        3 sent
        7 received from 2 people
        ! remark: the post does not tell what came of 2 until it is finished again
        ! hint: `sprint done 2` finishes it with that, `sprint done 2 TEXT` with something else
        ! remark: the post does not tell what came of 2, as it tells nothing of what was dropped
        ! hint: `sprint reopen 2` and `sprint done 2` tell it after all
    "#]]);
}
