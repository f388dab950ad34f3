//! `sprint join`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn an_attendee_is_called_by_the_first_name() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo
        joined: Armin Rigo (armin)
        $ sprint join Carl Friedrich Bolz --nick "Carl Friedrich" --also cf,cfbolz
        joined: Carl Friedrich Bolz (Carl Friedrich; also cf, cfbolz)
        $ sprint plan write docs -p ARMIN,cf
        1 planned: write docs  | on it: Armin, Carl Friedrich
        $ sprint board
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        ┌────────────────────────────────────────┐
        │ #   task         people                │
        ╞════════════════════════════════════════╡
        │ 1   write docs   Armin, Carl Friedrich │
        └────────────────────────────────────────┘
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        qjmvgjrgz4 = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "join", person = "Armin Rigo", nick = "armin" }
        9a2x74m5s7 = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "join", person = "Carl Friedrich Bolz", nick = "Carl Friedrich", also = ["cf", "cfbolz"] }
        1-4pj0nf = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "plan", text = "write docs", people = ["armin", "Carl Friedrich"] }
    "#]]);
}

#[test]
fn days_role_and_affiliation_are_kept() {
    sprint_session(expect![[r#"
        $ sprint join Adrian Kuhn --role visitor --org "University of Bern" --from thu --to thu
        joined: Adrian Kuhn (adrian; University of Bern; visitor; from 2017-03-02; to 2017-03-02)
        $ sprint join Armin Rigo --from 2017-02-28
        joined: Armin Rigo (armin; from 2017-02-28)
        $ sprint join Anto --to wed --role host
        joined: Anto (anto; host; to 2017-03-01)
        $ sprint join Maciej --role remote
        joined: Maciej (maciej; remote)
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Attendees

        - Anto (host, until 1 March)
        - Adrian Kuhn (University of Bern, visitor, 2 March)
        - Maciej (remote)
        - Armin Rigo (from 28 February)
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        596mshwwwa = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "join", person = "Adrian Kuhn", nick = "adrian", from = 2017-03-02, to = 2017-03-02, role = "visitor", org = "University of Bern" }
        q2pk6zec19 = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "join", person = "Armin Rigo", nick = "armin", from = 2017-02-28 }
        hmwe4zaw15 = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "join", person = "Anto", nick = "anto", to = 2017-03-01, role = "host" }
        pd472vmbc5 = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "join", person = "Maciej", nick = "maciej", role = "remote" }
    "#]]);
}

#[test]
fn who_joins_again_is_changed_not_doubled() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo
        joined: Armin Rigo (armin)
        $ sprint join armin --org PyPy
        changed: Armin Rigo (armin; PyPy)
        $ sprint join Armin Rigo --nick arigo
        changed: Armin Rigo (arigo)
        $ sprint plan docs -p arigo,armin
        1 planned: docs  | on it: Armin
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What is next

        - docs (Armin)

        ## Attendees

        - Armin Rigo (PyPy)
    "#]]);
}

#[test]
fn two_people_cannot_share_a_nick() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo
        joined: Armin Rigo (armin)
        $ sprint join Armin Ronacher --nick armin
        ! error: Armin Rigo has the nick `armin`
        ! hint: give another one with `--nick`
        [exit 1]
        $ sprint join Armin Ronacher
        joined: Armin Ronacher (armin-ronacher)
        $ sprint plan docs -p armin
        ! error: `armin` may be Armin Rigo (nick `armin`) or Armin Ronacher (nick `armin-ronacher`)
        ! hint: use the full name
        [exit 1]
        $ sprint plan docs -p "armin ronacher"
        1 planned: docs  | on it: Armin Ronacher
        $ sprint board
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        ┌───────────────────────────┐
        │ #   task   people         │
        ╞═══════════════════════════╡
        │ 1   docs   Armin Ronacher │
        └───────────────────────────┘

        ┌────────────────┐
        │ without a task │
        ╞════════════════╡
        │ Armin Rigo     │
        └────────────────┘
    "#]]);
}

#[test]
fn one_joins_at_a_time() {
    sprint_session(expect![[r#"
        $ sprint join armin, anto
        ! error: `armin, anto` is more than one person
        ! hint: join them one by one: `sprint join NAME`
        [exit 1]
        $ sprint join 42
        ! error: `42` is not a name
        ! hint: people are named by nick, first name or full name, separated by blanks or commas
        [exit 1]
        $ sprint join
        ! error: the following required arguments were not provided:
        !   <PERSON>...
        ! 
        ! Usage: sprint join <PERSON>...
        ! 
        ! For more information, try '--help'.
        [exit 2]
    "#]]);
}

#[test]
fn a_name_much_like_a_known_one_gets_a_remark() {
    sprint_session(expect![[r#"
        $ sprint join Antonio
        joined: Antonio (antonio)
        $ sprint join Antonia
        joined: Antonia (antonia)
        ! remark: Antonia is similar to Antonio, who is already known
    "#]]);
}

#[test]
fn nobody_leaves_before_coming() {
    sprint_session(expect![[r#"
        $ sprint join Anto --from wed --to tue
        ! error: the last day, 2017-02-28, comes before the first, 2017-03-01
        ! hint: give the first day with `--from` and the last with `--to`
        [exit 1]
        $ sprint join Anto --from someday
        ! error: `someday` is not a day for --from
        ! hint: use a date such as 2017-02-27, a weekday (the latest one), `today`, `yesterday` or `tomorrow`
        [exit 2]
        $ sprint join Anto --role boss
        ! error: invalid value 'boss' for '--role <ROLE>'
        !   [possible values: newcomer, visitor, remote, host]
        ! 
        ! For more information, try '--help'.
        [exit 2]
    "#]]);
}

#[test]
fn who_was_named_before_joining_is_the_same() {
    sprint_session(expect![[r#"
        $ sprint plan docs -p bea
        1 planned: docs  | on it: bea
        ! remark: bea is new here; `sprint join bea` adds an attendee
        $ sprint join Bea Düring
        joined: Bea Düring (bea)
        $ sprint board
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        ┌───────────────────┐
        │ #   task   people │
        ╞═══════════════════╡
        │ 1   docs   Bea    │
        └───────────────────┘
    "#]]);
}

#[test]
fn a_new_nick_takes_the_place_of_the_old_one_which_stays_a_name() {
    sprint_session(expect![[r#"
        $ sprint join Antonio Cuni --nick anto && sprint plan fix the leak -p anto && sprint join Antonio Cuni --nick toni
        joined: Antonio Cuni (anto)
        1 planned: fix the leak  | on it: Antonio
        changed: Antonio Cuni (toni)
        $ sprint people
        Monday, 27 February 2017

        ┌──────────────────────────┐
        │ person         nick   on │
        ╞══════════════════════════╡
        │ Antonio Cuni   toni   1  │
        └──────────────────────────┘
        $ SPRINT_BY=anto sprint assign 1 toni && tail -n 1 sprints/leysin-2017/2017-02-27.toml
        1 assigned: fix the leak  | on it: Antonio
        njkczptw1e = { at = 2017-02-27T09:00:00.000+01:00, by = "toni", kind = "assign", item = "1-z2ykj3", people = ["toni"] }
        $ sprint join Anto Xu --nick anto
        ! error: Antonio Cuni has the nick `anto`
        ! hint: give another one with `--nick`
        [exit 1]
    "#]]);
}
