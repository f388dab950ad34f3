//! `sprint ready`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn planning_is_over_when_everybody_has_a_task_and_a_partner() {
    sprint_session(expect![[r#"
        $ sprint ready
        ! error: no attendee is here on 2017-02-27
        ! hint: `sprint join NAME` adds an attendee
        [exit 1]
        $ sprint join Armin Rigo
        joined: Armin Rigo (armin)
        $ sprint join Anto Cuni
        joined: Anto Cuni (anto)
        $ sprint join Bea --role newcomer
        joined: Bea (bea; newcomer)
        $ sprint join Carl --role newcomer
        joined: Carl (carl; newcomer)
        $ sprint join Gert --role visitor
        joined: Gert (gert; visitor)
        $ sprint plan fix the leak -p armin
        1 planned: fix the leak  | on it: Armin
        $ sprint plan port numpy -p bea,carl
        2 planned: port numpy  | on it: Bea, Carl
        $ sprint ready
        Armin  is alone on 1
        Anto   has no task
        Bea    is new and only with newcomers on 2
        Carl   is new and only with newcomers on 2
        ! error: planning is not complete: 4 people are not ready
        ! hint: `sprint assign ITEM PEOPLE` gives everybody a task and a partner
        [exit 1]
        $ sprint assign 1 anto,carl
        1 assigned: fix the leak  | on it: Armin, Anto, Carl
        $ sprint ready
        Bea  is new and only with newcomers on 2
        ! error: planning is not complete: one person is not ready
        ! hint: `sprint assign ITEM PEOPLE` gives everybody a task and a partner
        [exit 1]
        $ sprint assign 2 armin
        2 assigned: port numpy  | on it: Bea, Carl, Armin
        $ sprint ready
        Ready: 4 people with a task and a partner.
        $ sprint day --break
        Monday, 27 February 2017: break
        $ sprint ready
        Ready: nobody is expected to work.
    "#]]);
}

#[test]
fn whoever_has_left_and_is_still_on_an_item_lacks_nothing() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo
        joined: Armin Rigo (armin)
        $ sprint join Anto
        joined: Anto (anto)
        $ sprint plan fix the leak -p armin
        1 planned: fix the leak  | on it: Armin
        $ sprint leave armin
        left: Armin, gone from Monday, 27 February 2017 on; still on 1
        $ sprint ready --json | grep -A40 '"unready"'
          "unready": [
            {
              "person": {
                "nick": "anto",
                "name": "Anto",
                "doubtful": false
              },
              "lacks": "task",
              "left": false,
              "on": []
            },
            {
              "person": {
                "nick": "armin",
                "name": "Armin Rigo",
                "doubtful": false
              },
              "left": true,
              "on": [
                {
                  "number": "1",
                  "id": "1-kz1a5v"
                }
              ]
            }
          ]
        }
        ! error: planning is not complete: 2 people are not ready
        ! hint: `sprint assign ITEM PEOPLE` gives everybody a task and a partner
    "#]]);
}
