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
        ! warning: sprints/hut/2017-02-27.toml:2:1: Anna Schmidt joined as `anna`, which is the nick of Anna Weiß and means them, also where armin recorded it after that: plan 1a docs (Anna Weiß)
        !   2 | cc8bxvzndd = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "…
        !     | ^
        ! hint: write `anna-schmidt` for `anna` in lines 2 and 3 of sprints/hut/2017-02-27.toml, as far as Anna Schmidt is meant there (`sprint edit log DAY` opens a log); if the two are one person, `sprint undo cc8bxvzndd --only` takes the `join` back
        $ cd anto && sprint summary | tail -9

        There are docs. (Anna Weiß)

        It parses. (Anna Weiß)

        ## Attendees

        - Anna Schmidt
        - Anna Weiß
        ! warning: sprints/hut/2017-02-27.toml:2:1: Anna Schmidt joined as `anna`, which is the nick of Anna Weiß and means them, also where armin recorded it after that: plan 1 docs (Anna Weiß)
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
        ! warning: sprints/hut/2017-02-27.toml:2:1: Anna joined as `anna`, which is the nick of Anna Weiß and means them
        !   2 | 4r62q0kd0j = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "…
        !     | ^
        ! hint: write `anna-2` for `anna` in line 2 of sprints/hut/2017-02-27.toml, as far as Anna is meant there (`sprint edit log DAY` opens a log); if the two are one person, `sprint undo 4r62q0kd0j --only` takes the `join` back
        $ cd anto && sprint undo $(grep -o '^[^ ]* .*"Anna"' sprints/hut/2017-02-27.toml | cut -d' ' -f1) --only && sprint people && sprint check
        took back: join Anna (anna) (`sprint undo x6zjmpy303` reverses that)
        Monday, 27 February 2017
        person     nick  on
        Anna Weiß  anna  free
        ! warning: sprints/hut/2017-02-27.toml:2:1: Anna joined as `anna`, which is the nick of Anna Weiß and means them
        !   2 | 4r62q0kd0j = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "…
        !     | ^
        ! hint: write `anna-2` for `anna` in line 2 of sprints/hut/2017-02-27.toml, as far as Anna is meant there (`sprint edit log DAY` opens a log); if the two are one person, `sprint undo 4r62q0kd0j --only` takes the `join` back
    "#]]);
}
