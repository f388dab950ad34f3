//! `sprint join`.

use expect_test::expect;

use crate::support::{people_session, session, sprint_session};

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
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (2): Armin, Carl Friedrich
          1  write docs  Armin, Carl Friedrich
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

        - Adrian Kuhn (University of Bern, visitor, one day)
        - Anto (host, until 1 March)
        - Armin Rigo (from 28 February)
        - Maciej (remote)
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
        attends: Armin Rigo (armin; PyPy)
        $ sprint join Armin Rigo --nick arigo
        attends: Armin Rigo (arigo)
        $ sprint plan docs -p arigo,armin
        1 planned: docs  | on it: Armin
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What is next

        - Docs (Armin)

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
        1 planned: docs  | on it: Armin Rigo
        $ sprint plan docs -p "armin ronacher"
        2 planned: docs  | on it: Armin Ronacher
        ! remark: 1 is open and has the same words
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (2): Armin Rigo, Armin Ronacher
          1  docs  Armin Rigo
          2  docs  Armin Ronacher
    "#]]);
}

#[test]
fn one_joins_at_a_time() {
    sprint_session(expect![[r#"
        $ sprint join armin, anto
        joined: armin (armin)
        joined: anto (anto)
        $ sprint join 42
        ! error: `42` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        [exit 1]
        $ sprint join
        ! error: PERSON is missing
        ! hint: type `sprint join PERSON…`
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
fn a_title_is_not_a_first_name() {
    sprint_session(expect![[r#"
        $ sprint join Dr. Ines Weber, Prof. Hans Huber
        joined: Dr. Ines Weber (ines)
        joined: Prof. Hans Huber (hans)
        $ sprint plan fix it -p ines,hans
        1 planned: fix it  | on it: Ines, Hans
        $ sprint done 1 It works, says @ines.
        1 done: fix it  | credit: Ines, Hans  | result: It works, says @ines.
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        It works, says Ines. (Ines, Hans)

        ## Attendees

        - Prof. Hans Huber
        - Dr. Ines Weber
    "#]]);
}

#[test]
fn somebody_who_was_to_leave_and_joins_again_stays() {
    sprint_session(expect![[r#"
        $ sprint join Carl Bolz --to wed
        joined: Carl Bolz (carl; to 2017-03-01)
        $ sprint join carl
        attends: Carl Bolz (carl)
        ! remark: Carl Bolz was to stay until Wednesday, 1 March 2017, and stays to the end now
        ! hint: `sprint join carl --to 2017-03-01` if they leave then
        $ sprint join carl
        attends: Carl Bolz (carl)
        ! remark: Carl Bolz was so before, so nothing changed
        $ sprint people
        Monday, 27 February 2017
        person     nick  on
        Carl Bolz  carl  free
    "#]]);
}

#[test]
fn whoever_left_before_the_sprint_is_no_attendee_of_the_post() {
    sprint_session(expect![[r#"
        $ SPRINT_NOW=2017-02-20T10:00:00+01:00 sprint join Bea Sommer, Ida Lind
        joined: Bea Sommer (bea)
        joined: Ida Lind (ida)
        $ SPRINT_NOW=2017-02-21T10:00:00+01:00 sprint leave bea
        left: Bea, gone from Tuesday, 21 February 2017 on
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Attendees

        - Ida Lind
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
        ! hint: use a date such as 2017-02-27, a weekday, `today`, `yesterday` or `tomorrow`
        [exit 2]
        $ sprint join Anto --role boss
        ! error: `boss` is not a value of `--role`
        ! hint: `--role` takes newcomer, visitor, remote or host
        [exit 2]
    "#]]);
}

#[test]
fn who_was_named_before_joining_is_the_same() {
    sprint_session(expect![[r#"
        $ sprint plan docs -p +bea
        1 planned: docs  | on it: bea
        $ sprint join Bea Düring
        joined: Bea Düring (bea)
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (1): Bea
          1  docs  Bea
    "#]]);
}

#[test]
fn a_new_nick_takes_the_place_of_the_old_one_which_stays_a_name() {
    sprint_session(expect![[r#"
        $ sprint join Antonio Cuni --nick anto && sprint plan fix the leak -p anto && sprint join Antonio Cuni --nick toni
        joined: Antonio Cuni (anto)
        1 planned: fix the leak  | on it: Antonio
        attends: Antonio Cuni (toni)
        $ sprint people
        Monday, 27 February 2017
        person        nick  on
        Antonio Cuni  toni  1
        $ SPRINT_BY=anto sprint assign 1 toni && tail -n 1 sprints/leysin-2017/2017-02-27.toml
        1 assigned: fix the leak  | on it: Antonio
        njkczptw1e = { at = 2017-02-27T09:00:00.000+01:00, by = "toni", kind = "assign", item = "1-z2ykj3", people = ["toni"] }
        ! remark: 1 was so before, so nothing changed
        $ sprint join Anto Xu --nick anto
        ! error: `anto` means Antonio Cuni
        ! hint: choose another nick: a nick comes before every other name
        [exit 1]
    "#]]);
}

#[test]
fn a_whole_round_joins_at_once() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo, Antonio Cuni, Stian Andreassen --group PyPy --org HHU
        joined: Armin Rigo (armin; HHU; PyPy)
        joined: Antonio Cuni (antonio; HHU; PyPy)
        joined: Stian Andreassen (stian; HHU; PyPy)
        $ sprint join Armin, Stian --role host
        attends: Armin Rigo (armin; host)
        attends: Stian Andreassen (stian; host)
        $ sprint join armin, anto --nick a
        ! error: several people have no nick, other name or page in common
        ! hint: give `--nick`, `--also` and `--url` to a `join` of one person
        [exit 2]
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        kkpxnjt98h = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "join", person = "Armin Rigo", nick = "armin", org = "HHU", group = "PyPy", batch = "kkpxnjt98h" }
        wbwab1k6wk = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "join", person = "Antonio Cuni", nick = "antonio", org = "HHU", group = "PyPy", batch = "kkpxnjt98h" }
        pjb2t9emsx = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "join", person = "Stian Andreassen", nick = "stian", org = "HHU", group = "PyPy", batch = "kkpxnjt98h" }
        qevjxh5v37 = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "join", person = "Armin Rigo", nick = "armin", role = "host", batch = "qevjxh5v37" }
        svye80tg0a = { at = 2017-02-27T09:00:00.004+01:00, by = "armin", kind = "join", person = "Stian Andreassen", nick = "stian", role = "host", batch = "qevjxh5v37" }
    "#]]);
}

#[test]
fn what_is_not_one_name_is_refused() {
    sprint_session(expect![[r#"
        $ sprint join stian amaury wim
        ! error: `stian amaury wim` may be one person or several
        ! hint: separate people by commas: `sprint join stian, amaury, wim`; one name is written with capitals or in quotes: `sprint join 'stian amaury wim'`
        [exit 1]
        $ sprint join Stian and Amaury
        ! error: `Stian and Amaury` may be several people
        ! hint: separate those who join by commas: `sprint join Stian, Amaury`
        [exit 1]
        $ sprint join stian@example.org
        ! error: `stian@example.org` is an address, not a name
        ! hint: say the name: `sprint join NAME`; `--url` takes the address of a page
        [exit 1]
        $ sprint join "Stian (Bergen)"
        ! error: `Stian (Bergen)` has brackets in it
        ! hint: say only the name; there are options for the rest: `--role`, `--org`, `--group`, `--from`, `--to`
        [exit 1]
        $ sprint join everybody
        ! error: `everybody` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        [exit 1]
        $ sprint join me
        ! error: `me` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        [exit 1]
        $ sprint join "Stian?"
        ! error: `Stian?` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        [exit 1]
        $ sprint join the party
        ! error: `the party` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        [exit 1]
        $ sprint join Armin Rigo, Antonio Cuni --nick anto
        ! error: several people have no nick, other name or page in common
        ! hint: give `--nick`, `--also` and `--url` to a `join` of one person
        [exit 2]
        $ sprint join Armin Antonio
        joined: Armin Antonio (armin)
        $ sprint join Rigo
        joined: Rigo (rigo)
        $ sprint join @pjenvey, "bell hooks"
        joined: pjenvey (pjenvey)
        joined: bell hooks (bell)
        $ sprint people
        Monday, 27 February 2017
        person         nick     on
        Armin Antonio  armin    free
        Rigo           rigo     free
        pjenvey        pjenvey  free
        bell hooks     bell     free
    "#]]);
}

#[test]
fn a_plus_is_for_a_namesake() {
    sprint_session(expect![[r#"
        $ sprint join +Carl
        ! error: nobody else is called `Carl`
        ! hint: `+` is for a namesake of somebody who is known: `sprint join Carl`
        [exit 1]
        $ sprint join Carl Friedrich Bolz
        joined: Carl Friedrich Bolz (carl)
        $ sprint join Carl
        attends: Carl Friedrich Bolz (carl)
        ! remark: Carl Friedrich Bolz was so before, so nothing changed
        $ sprint join +Carl
        joined: Carl (carl-2)
        $ sprint join Zoe
        joined: Zoe (zoe)
        $ sprint join +Zoe
        joined: Zoe (zoe-2)
        $ sprint plan fix the leak -p carl
        1 planned: fix the leak  | on it: Carl Friedrich Bolz
        $ sprint assign 1 carl-2, zoe-2, zoe
        1 assigned: fix the leak  | on it: Carl Friedrich Bolz, Carl, zoe-2, zoe
        $ sprint people
        Monday, 27 February 2017
        person               nick    on
        Carl Friedrich Bolz  carl    1
        Carl                 carl-2  1
        Zoe                  zoe     1
        Zoe                  zoe-2   1
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What is next

        - Fix the leak (all of us)

        ## Attendees

        - Carl
        - Carl Friedrich Bolz
        - Zoe
        - Zoe
    "#]]);
}

#[test]
fn what_is_said_anew_leaves_the_rest_as_it_is() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo --to thu --url https://example.org/armin --group PyPy
        joined: Armin Rigo (armin; PyPy; https://example.org/armin; to 2017-03-02)
        $ sprint join armin --role remote
        attends: Armin Rigo (armin; remote; to 2017-03-02)
        $ sprint people --json | sed -n /here/,/away/p
          "here": [
            {
              "person": {
                "nick": "armin",
                "name": "Armin Rigo",
                "doubtful": false
              },
              "also": [],
              "to": "2017-03-02",
              "days": [
                {
                  "to": "2017-03-02"
                }
              ],
              "role": "remote",
              "group": "PyPy",
              "url": "https://example.org/armin",
              "on": []
            }
          ],
          "away": [],
    "#]]);
}

#[test]
fn who_merely_joins_again_stays_without_an_end() {
    sprint_session(expect![[r#"
        $ sprint join Bea --to wed
        joined: Bea (bea; to 2017-03-01)
        $ sprint --day 2017-02-28 join bea --org Bern
        attends: Bea (bea; Bern; to 2017-03-01)
        ! remark: 2017-02-28 00:00 is in the future
        $ sprint join bea --from fri
        ! error: Bea is there until Wednesday, 1 March 2017, and may come again or only then
        ! hint: `sprint join bea --day 2017-03-03` if they come again; `--from 2017-03-03 --to DAY` if these are all of their days
        [exit 1]
        $ sprint --day 2017-02-28 join bea
        attends: Bea (bea)
        ! remark: Bea was to stay until Wednesday, 1 March 2017, and stays to the end now
        ! hint: `sprint join bea --to 2017-03-01` if they leave then
        ! remark: 2017-02-28 00:00 is in the future
    "#]]);
}

#[test]
fn who_is_named_twice_in_one_line_is_refused() {
    sprint_session(expect![[r#"
        $ sprint join Bea, Bea
        ! error: `Bea` means Bea, who is in the list already
        ! hint: name each person once; `sprint join Bea, +Bea` are two with that name
        [exit 1]
        $ sprint join Armin Rigo, armin
        ! error: `armin` means Armin Rigo, who is in the list already
        ! hint: name each person once; `sprint join Armin Rigo, +armin` are two with that name
        [exit 1]
        $ sprint join Bea, +Bea
        joined: Bea (bea)
        joined: Bea (bea-2)
    "#]]);
}

#[test]
fn one_of_two_with_the_same_name_is_told_by_nick() {
    sprint_session(expect![[r#"
        $ sprint join Carl, +Carl
        joined: Carl (carl)
        joined: Carl (carl-2)
        $ sprint join Carl --org X
        ! error: `Carl` may be Carl (nick `carl`) or Carl (nick `carl-2`)
        ! hint: use the nick
        [exit 1]
        $ sprint join carl --org X
        attends: Carl (carl; X)
        $ sprint join carl-2 --nick carl
        ! error: Carl has the nick `carl`
        ! hint: give another one with `--nick`
        [exit 1]
        $ sprint join carl-2 --nick cc
        attends: Carl (cc; also carl-2)
        $ sprint join CARL --to wed
        ! error: `CARL` may be Carl (nick `carl`) or Carl (nick `cc`)
        ! hint: use the nick
        [exit 1]
        $ sprint join cc --to wed
        attends: Carl (cc; to 2017-03-01)
        $ sprint join cc --nick Carlo
        attends: Carl (Carlo; also cc; to 2017-03-01)
        $ sprint people
        Monday, 27 February 2017
        person  nick   on    days      affiliation
        Carl    carl   free            X
        Carl    Carlo  free  to 1 Mar
        $ sprint plan fix the leak -p carl-2, carl
        1 planned: fix the leak  | on it: Carlo, carl
        $ sprint check
    "#]]);
}

#[test]
fn what_is_not_a_name_or_a_free_nick_does_not_join() {
    people_session(expect![[r#"
        $ sprint join 8 armin; sprint join 3 people; sprint join Zoe Quinn -- remote; sprint join Zoe etc
        ! error: `8 armin` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        ! error: `3 people` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        ! error: `remote` says how or when somebody takes part; it is not a name
        ! hint: `sprint join Zoe Quinn --role remote` says that; in quotes, all of it is a name
        ! error: `Zoe etc` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        [exit 1]
        $ sprint join Zoe Quinn, host; sprint join Zoe Quinn, from Wed
        ! error: `host` says how or when somebody takes part; it is not a name
        ! hint: `sprint join Zoe Quinn --role host` says that; in quotes, all of it is a name
        ! error: `from Wed` says how or when somebody takes part; it is not a name
        ! hint: `sprint join Zoe Quinn --from Wed` says that; in quotes, all of it is a name
        [exit 1]
        $ sprint join Zoe Quinn Armin Rigo
        ! error: `Zoe Quinn Armin Rigo` are names of several people who are known
        ! hint: separate people by commas; somebody new with that name is quoted: `sprint join 'Zoe Quinn Armin Rigo'`
        [exit 1]
        $ sprint join A. Rigo
        joined: A. Rigo (rigo)
        $ sprint join Zoe --nick and; sprint join Zoe --nick 8a; sprint join Zoe --nick '(z)'
        ! error: `and` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        ! error: `8a` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        ! error: `(z)` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        [exit 1]
        $ sprint join Zoe --nick meier
        ! error: `meier` means Bea Meier
        ! hint: choose another nick: a nick comes before every other name
        [exit 1]
    "#]]);
}

#[test]
fn what_is_said_behind_a_name_does_not_join_with_it() {
    people_session(expect![[r#"
        $ sprint join Carla from Tuesday; sprint join Carla until thu; sprint join Carla ab Dienstag; sprint join Carla on mon; sprint join Carla tomorrow
        ! error: `from Tuesday` says how or when somebody takes part; it is not a name
        ! hint: `sprint join Carla --from Tuesday` says that; in quotes, all of it is a name
        ! error: `until thu` says how or when somebody takes part; it is not a name
        ! hint: `sprint join Carla --to thu` says that; in quotes, all of it is a name
        ! error: `ab Dienstag` says how or when somebody takes part; it is not a name
        ! hint: `sprint join Carla --from Tue` says that; in quotes, all of it is a name
        ! error: `on mon` says how or when somebody takes part; it is not a name
        ! hint: `sprint join Carla --from mon --to mon` says that; without `--to`, they stay from that day on; in quotes, all of it is a name
        ! error: `tomorrow` says how or when somebody takes part; it is not a name
        ! hint: `sprint join Carla --from tomorrow --to tomorrow` says that; without `--to`, they stay from that day on; in quotes, all of it is a name
        [exit 1]
        $ sprint join Carla Meier Tue-Thu, Niko; sprint join Bea until thu; sprint join carla from tuesday; sprint join 'Carla (bis Do)'
        ! error: `Tue-Thu` says how or when somebody takes part; it is not a name
        ! hint: `sprint join Carla Meier --from Tue --to Thu` says that; in quotes, all of it is a name
        ! error: `until thu` says how or when somebody takes part; it is not a name
        ! hint: `sprint join Bea --to thu` says that; in quotes, all of it is a name
        ! error: `from tuesday` says how or when somebody takes part; it is not a name
        ! hint: `sprint join carla --from tuesday` says that; in quotes, all of it is a name
        ! error: `Carla (bis Do)` says how or when somebody takes part; it is not a name
        ! hint: `sprint join Carla --to Thu` says that
        [exit 1]
        $ sprint join Carla for two days; sprint join Max Muster from Bern; sprint join Carla Tuseday
        ! error: `for two days` says how or when somebody takes part; it is not a name
        ! hint: say only a full name; there are options for the rest: `--role`, `--org`, `--group`, `--from`, `--to`
        ! error: `from Bern` says how or when somebody takes part; it is not a name
        ! hint: say only a full name; there are options for the rest: `--role`, `--org`, `--group`, `--from`, `--to`
        ! error: `Tuseday` says how or when somebody takes part; it is not a name
        ! hint: `sprint join Carla --from tuesday --to tuesday` says that; without `--to`, they stay from that day on; in quotes, all of it is a name
        [exit 1]
        $ sprint join Carla with Bea; sprint join Carla mit Niko; sprint join 'Carla & Niko'
        ! error: `Carla with Bea` may be several people
        ! hint: separate those who join by commas: `sprint join Carla, Bea`
        ! error: `Carla mit Niko` may be several people
        ! hint: separate those who join by commas: `sprint join Carla, Niko`
        ! error: `Carla & Niko` may be several people
        ! hint: separate those who join by commas: `sprint join Carla, Niko`
        [exit 1]
        $ sprint join Max, University of Bern; sprint join Max, CERN; sprint join Max Uni Bern
        ! error: `University of Bern` may be where somebody works, and not a name
        ! hint: `sprint join Max --org University of Bern` says that; who is called so joins alone, in quotes: `sprint join 'University of Bern'`
        ! error: `CERN` may be where somebody works, and not a name
        ! hint: `sprint join Max --org CERN` says that; who is called so joins alone, in quotes: `sprint join CERN`
        ! error: `Max Uni Bern` may be where somebody works, and not a name
        ! hint: `sprint join NAME --org PLACE` says that; who is called so joins alone, in quotes: `sprint join 'Max Uni Bern'`
        [exit 1]
        $ sprint join 'Carla from Tuesday', Ana Friday, Wei Sun
        joined: Carla from Tuesday (carla)
        joined: Ana Friday (ana)
        joined: Wei Sun (wei)
    "#]]);
}

#[test]
fn a_weekday_that_the_sprint_does_not_have_is_the_next_one() {
    session(expect![[r#"
        $ sprint init bern --from 2017-02-27 --to 2017-03-03
        created: sprints/bern  | from Monday, 27 February 2017  | to Friday, 3 March 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint join Carl Bolz --to sat
        joined: Carl Bolz (carl; to 2017-03-04)
        $ SPRINT_NOW=2017-02-24T10:00:00+01:00 sprint join Ida Lind --from sat
        joined: Ida Lind (ida; from 2017-02-25)
        $ SPRINT_NOW=2017-03-07T10:00:00+01:00 sprint leave carl --day sat
        left: Carl, gone from Saturday, 4 March 2017 on
        ! remark: recorded in bern (2017-02-27 to 2017-03-03) for 2017-03-04
    "#]]);
}

#[test]
fn a_name_of_somebody_who_has_joined_is_no_other_name() {
    people_session(expect![[r#"
        $ sprint join bea --also anto; sprint join bea --also Cuni; sprint join bea --also 'Antonio Cuni'
        ! error: `anto` is a name of Antonio Cuni, who has joined
        ! hint: if they are one person: `sprint undo xaxvav6q11 --only`, and then this is possible; of two people, one is called so: `sprint join Bea Meier` without that name
        ! error: `Cuni` is a name of Antonio Cuni, who has joined
        ! hint: if they are one person: `sprint undo xaxvav6q11 --only`, and then this is possible; of two people, one is called so: `sprint join Bea Meier` without that name
        ! error: `Antonio Cuni` is a name of Antonio Cuni, who has joined
        ! hint: if they are one person: `sprint undo xaxvav6q11 --only`, and then this is possible; of two people, one is called so: `sprint join Bea Meier` without that name
        [exit 1]
        $ sprint join Bea Meyer; sprint join bea --also 'Bea Meyer'
        joined: Bea Meyer (bea-meyer)
        ! remark: Bea Meyer is similar to Bea Meier, who is already known
        ! error: `Bea Meyer` is a name of Bea Meyer, who has joined
        ! hint: if they are one person: `sprint undo 14gvmthwaq --only`, and then this is possible; of two people, one is called so: `sprint join Bea Meier` without that name
        [exit 1]
        $ sprint undo; sprint join bea --also 'Bea Meyer'
        took back: join Bea Meyer (bea-meyer) (`sprint undo ttkrvk281h` reverses that)
        attends: Bea Meier (bea; also Bea Meyer)
        $ sprint join bea --org Bern; sprint join armin --also bea
        attends: Bea Meier (bea; Bern)
        ! error: `bea` is a name of Bea Meier, who has joined
        ! hint: if they are one person: `sprint undo 3rsjxe63pz --only`, `sprint undo 4yr5gad4gp --only` and `sprint undo b5ap7fkhcc --only`, and then this is possible; of two people, one is called so: `sprint join Armin Rigo` without that name
        [exit 1]
        $ sprint join bea --also Meier; sprint people
        attends: Bea Meier (bea; also Meier)
        Monday, 27 February 2017
        person        nick   on    affiliation
        Armin Rigo    armin  free
        Antonio Cuni  anto   free
        Bea Meier     bea    free  Bern
    "#]]);
}

#[test]
fn whose_first_name_somebody_goes_by_may_be_the_same() {
    people_session(expect![[r#"
        $ sprint join Zoë, Huber; sprint plan fix the leak -p zoë; sprint leave zoë --day fri
        joined: Zoë (zoë)
        joined: Huber (huber)
        1 planned: fix the leak  | on it: Zoë
        left: Zoë, gone from Friday, 3 March 2017 on; still on 1
        $ sprint join Zoë van der Berg
        joined: Zoë van der Berg (zoe-van-der-berg)
        ! remark: Zoë van der Berg may be Zoë, who has joined
        ! hint: if they are one person, the `join` of Zoë is taken back: `sprint undo 2wpt7r4r1j --only`
        $ sprint undo $(sprint log | grep '(zoë)' | grep -o '[^ ]*$') --only
        took back: join Zoë (zoë) (`sprint undo e51d1pqv1r` reverses that)
        $ sprint board; sprint people
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (5): Armin, Antonio, Bea, Huber, Zoë
        Free (4): Armin, Antonio, Bea, Huber
          1  fix the leak  Zoë
        Monday, 27 February 2017
        person            nick              on    days
        Armin Rigo        armin             free
        Antonio Cuni      anto              free
        Bea Meier         bea               free
        Huber             huber             free
        Zoë van der Berg  zoe-van-der-berg  1     to 2 Mar
        $ sprint join Carl Huber; sprint join +Armin Rigo; sprint join Zoë Huber Berg
        joined: Carl Huber (carl)
        joined: Armin Rigo (armin-rigo)
        ! remark: Carl Huber may be Huber, who has joined
        ! hint: if they are one person, the `join` of Huber is taken back: `sprint undo 3e0c4t0ymc --only`
        ! error: `Zoë Huber Berg` are names of several people who are known
        ! hint: separate people by commas; somebody new with that name is quoted: `sprint join 'Zoë Huber Berg'`
        [exit 1]
    "#]]);
}

#[test]
fn a_role_or_a_hint_of_when_is_no_part_of_a_name() {
    sprint_session(expect![[r#"
        $ sprint join newcomer Vera
        ! error: `newcomer` says how or when somebody takes part; it is not a name
        ! hint: `sprint join Vera --role newcomer` says that; in quotes, all of it is a name
        [exit 1]
        $ sprint join Uwe late
        ! error: `late` says how or when somebody takes part; it is not a name
        ! hint: say only a full name; there are options for the rest: `--role`, `--org`, `--group`, `--from`, `--to`
        [exit 1]
        $ sprint join Vera Late
        joined: Vera Late (vera)
    "#]]);
}

#[test]
fn whoever_was_named_by_a_longer_name_may_be_the_same() {
    people_session(expect![[r#"
        $ sprint plan 'fix it (+Carla Diaz)'
        1 planned: fix it  | on it: Carla Diaz
        $ sprint join Carla
        joined: Carla (carla)
        ! remark: Carla is similar to Carla Diaz, who is already known
    "#]]);
}

#[test]
fn a_full_stop_ends_a_list_of_names_and_separates_no_two() {
    people_session(expect![[r#"
        $ sprint join Fay Olsen. Gil Roth
        ! error: `Fay Olsen. Gil Roth` may be several people
        ! hint: separate those who join by commas: `sprint join Fay Olsen, Gil Roth`
        [exit 1]
        $ sprint join Fay Olsen, Prof. Gil Roth Jr., Joh. Seb. Meyer, Ute Brand.
        joined: Fay Olsen (fay)
        joined: Prof. Gil Roth Jr. (gil)
        joined: Joh. Seb. Meyer (meyer)
        joined: Ute Brand (ute)
        $ sprint join Mia Kern, Mia Kern
        ! error: `Mia Kern` means Mia Kern, who is in the list already
        ! hint: name each person once; `sprint join Mia Kern, +Mia Kern` are two with that name
        [exit 1]
        $ sprint join Mia Kern, +Mia Kern
        joined: Mia Kern (mia)
        joined: Mia Kern (mia-kern)
        $ sprint join Tim --also fay
        ! error: `fay` is a name of Fay Olsen, who has joined
        ! hint: if they are one person: `sprint undo bkmyjg5mdb --only`, and then this is possible; of two people, one is called so: `sprint join Tim` without that name
        [exit 1]
        $ sprint plan port numpy -p '+Carla Diaz'; sprint join +Carla; sprint join +Zoe
        1 planned: port numpy  | on it: Carla Diaz
        joined: Carla (carla)
        ! remark: Carla is similar to Carla Diaz, who is already known
        ! error: nobody else is called `Zoe`
        ! hint: `+` is for a namesake of somebody who is known: `sprint join Zoe`
        [exit 1]
        $ sprint plan read it -p 'armin, "+Bea Kern"'
        2 planned: read it  | on it: Armin, Bea Kern
        $ printf 'note ""It rained.""' | sprint batch
        noted: It rained.
    "#]]);
}

#[test]
fn what_is_said_of_somebody_who_left_tells_that_they_are_back_until_the_sprint_is_over() {
    sprint_session(expect![[r#"
        $ sprint join Fay Olsen --from mon --to tue
        joined: Fay Olsen (fay; from 2017-02-27; to 2017-02-28)
        $ sprint --day thu join fay --org ACME
        attends: Fay Olsen (fay; ACME), back from Thursday, 2 March 2017 on
        ! remark: Fay Olsen had left after Tuesday, 28 February 2017, and is back from Thursday, 2 March 2017 on
        ! hint: if they are not, `sprint leave fay --day 2017-03-02` keeps what is known of them
        ! remark: 2017-03-02 00:00 is in the future
        $ sprint people --day thu
        Thursday, 2 March 2017
        person     nick  on    days                          affiliation
        Fay Olsen  fay   free  27 Feb to 28 Feb, from 2 Mar  ACME
        $ sprint leave fay --day 2017-03-02
        left: Fay, gone from Wednesday, 1 March 2017 on
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Attendees

        - Fay Olsen (ACME, 27 February to 28 February)
        $ sprint --day thu join fay --from mon
        attends: Fay Olsen (fay; from 2017-02-27; to 2017-02-28)
        ! remark: 2017-03-02 00:00 is in the future
        $ sprint --day 2017-03-20 join fay --role visitor
        attends: Fay Olsen (fay; visitor; from 2017-02-28; to 2017-02-28)
        ! remark: 2017-03-20 00:00 is in the future
        ! remark: recorded in leysin-2017 (2017-02-26 to 2017-03-04) for 2017-03-20
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Attendees

        - Fay Olsen (ACME, visitor, 27 February to 28 February)
    "#]]);
}
