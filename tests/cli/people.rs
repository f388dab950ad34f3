//! Names as people type them.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

#[test]
fn nicks_first_names_and_full_names_in_any_case_and_accent() {
    sprint_session(expect![[r#"
        $ sprint join Rémi Meier
        joined: Rémi Meier (rémi)
        $ sprint join Maciej Fijalkowski --nick fijal
        joined: Maciej Fijalkowski (fijal)
        $ sprint plan docs -p "REMI, maciej"
        1 planned: docs  | on it: Rémi, Maciej
        $ sprint assign 1 remi meier and fijal
        1 assigned: docs  | on it: Rémi Meier, Maciej
        ! remark: 1 was so before, so nothing changed
        $ sprint assign 1 "Rémi Meier" Maciej Fijalkowski
        1 assigned: docs  | on it: Rémi Meier, Maciej Fijalkowski
        ! remark: 1 was so before, so nothing changed
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        azadd7hk7x = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "join", person = "Rémi Meier", nick = "rémi" }
        arzgttmwjc = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "join", person = "Maciej Fijalkowski", nick = "fijal" }
        1-wtxasb = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "plan", text = "docs", people = ["rémi", "fijal"] }
        qbn96why7t = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "assign", item = "1-wtxasb", people = ["rémi", "fijal"] }
        psccdtr6j8 = { at = 2017-02-27T09:00:00.004+01:00, by = "armin", kind = "assign", item = "1-wtxasb", people = ["rémi", "fijal"] }
    "#]]);
}

#[test]
fn a_typo_in_a_name_is_refused_with_a_suggestion() {
    sprint_session(expect![[r#"
        $ sprint join Samuele Pedroni
        joined: Samuele Pedroni (samuele)
        $ sprint plan docs
        1 planned: docs
        $ sprint assign 1 samule
        ! error: nobody is called `samule`
        ! hint: did you mean Samuele Pedroni? Somebody new joins first: `sprint join samule`; `+samule` is somebody new who helps and does not attend
        [exit 1]
        $ sprint assign 1 "samuele pedronj"
        ! error: nobody is called `pedronj`
        ! hint: did you mean Samuele Pedroni? Somebody new joins first: `sprint join pedronj`; `+pedronj` is somebody new who helps and does not attend
        [exit 1]
        $ sprint assign 1 everbody
        ! error: nobody is called `everbody`
        ! hint: did you mean everybody? Somebody new joins first: `sprint join everbody`; `+everbody` is somebody new who helps and does not attend
        [exit 1]
        $ sprint assign 1 12
        ! error: `12` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        [exit 1]
    "#]]);
}

#[test]
fn somebody_new_is_written_with_a_plus() {
    sprint_session(expect![[r#"
        $ sprint plan docs
        1 planned: docs
        $ sprint assign 1 +bea
        1 assigned: docs  | on it: bea
        $ sprint assign 1 "+Carl Friedrich", +niko
        1 assigned: docs  | on it: bea, Carl Friedrich, niko
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  docs  bea, Carl Friedrich, niko
    "#]]);
}

#[test]
fn two_people_of_one_name_are_listed() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo --nick arigo
        joined: Armin Rigo (arigo)
        $ sprint join Armin Ronacher --nick mitsuhiko
        joined: Armin Ronacher (mitsuhiko)
        $ sprint plan docs -p armin
        ! error: `armin` may be Armin Rigo (nick `arigo`) or Armin Ronacher (nick `mitsuhiko`)
        ! hint: use the full name
        [exit 1]
        $ sprint plan docs -p arigo,mitsuhiko
        1 planned: docs  | on it: Armin Rigo, Armin Ronacher
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (2): Armin Rigo, Armin Ronacher
          1  docs  Armin Rigo, Armin Ronacher
    "#]]);
}

#[test]
fn whoever_types_is_known_by_nick() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo --nick arigo
        joined: Armin Rigo (arigo)
        $ SPRINT_BY="Armin Rigo" sprint plan docs
        1 planned: docs
        $ sprint --by Stranger plan more
        2 planned: more
        $ sprint log
        Monday, 27 February 2017
        time   by        what  #  entry               id
        09:00  Stranger  plan  2  more                2-pt70f4
        09:00  armin     join     Armin Rigo (arigo)  2rbyfzqv6e
        09:00  arigo     plan  1  docs                1-wg0k2n
        $ env -u SPRINT_BY sprint --by " " plan x
        ! error: your name is not known: the system has no login name for you
        ! hint: say who you are with `--by NAME`, or set SPRINT_BY
        [exit 1]
    "#]]);
}

#[test]
fn two_laptops_may_take_one_nick() {
    sprint_session(expect![[r#"
        $ cat > sprints/leysin-2017/2017-02-27.toml <<'END'
        > q8wd31ztha = { at = 2017-02-27T09:12:33Z, by = "armin", kind = "join", person = "Armin Rigo", nick = "armin" }
        > q8wd31zthb = { at = 2017-02-27T09:12:34Z, by = "anto", kind = "join", person = "Armin Ronacher", nick = "armin" }
        > q8wd31zthc = { at = 2017-02-27T09:12:34Z, by = "anto", kind = "leave", people = ["bea"] }
        > END
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (2): Armin Rigo, Armin Ronacher
        Free (2): Armin Rigo, Armin Ronacher
        No task is open.
        ! warning: sprints/leysin-2017/2017-02-27.toml:2:1: Armin Ronacher joined as `armin`, but that is the nick of Armin Rigo, who is meant by it
        !   2 | q8wd31zthb = { at = 2017-02-27T09:12:34Z, by = "anto", kind = "join", per…
        !     | ^
        ! hint: write `armin-ronacher` for `armin` in line 2 of sprints/leysin-2017/2017-02-27.toml, as far as Armin Ronacher is meant there (`sprint edit log DAY` opens a log); if the two are one person, `sprint undo q8wd31zthb --only` takes the `join` back
        ! warning: sprints/leysin-2017/2017-02-27.toml:3:1: bea has not joined
        !   3 | q8wd31zthc = { at = 2017-02-27T09:12:34Z, by = "anto", kind = "leave", pe…
        !     | ^
        ! hint: `sprint undo q8wd31zthc` takes the entry back
    "#]]);
}

#[test]
fn who_is_here_on_a_day_is_shown() {
    sprint_session(expect![[r#"
        $ sprint people
        Monday, 27 February 2017
        Nobody who joined is here.
        $ sprint join Armin Rigo --org PyPy
        joined: Armin Rigo (armin; PyPy)
        $ sprint join Anto Cuni --nick Anto --from wed --role remote
        joined: Anto Cuni (Anto; remote; from 2017-03-01)
        $ sprint join Bea --to mon --role newcomer
        joined: Bea (bea; newcomer; to 2017-02-27)
        $ sprint plan fix the leak -p armin,+amaury
        1 planned: fix the leak  | on it: Armin, amaury
        $ sprint discuss which -p everybody
        2 to discuss: which  | on it: everybody
        $ sprint people
        Monday, 27 February 2017
        person      nick   on       days       role      affiliation
        Armin Rigo  armin  1, 2                          PyPy
        Bea         bea    free, 2  to 27 Feb  newcomer
        Not here: Anto Cuni (from 1 Mar)
        Helping, but not here: amaury
        $ sprint people --day wed
        Wednesday, 1 March 2017
        person      nick   on       days        role    affiliation
        Armin Rigo  armin  1, 2                         PyPy
        Anto Cuni   Anto   free, 2  from 1 Mar  remote
        Not here: Bea (to 27 Feb)
        Helping, but not here: amaury
        $ SPRINT_NOW=2017-03-01T09:00:00+01:00 sprint people
        Wednesday, 1 March 2017
        person      nick   on       days        role    affiliation
        Armin Rigo  armin  1, 2                         PyPy
        Anto Cuni   Anto   free, 2  from 1 Mar  remote
        Not here: Bea (to 27 Feb)
        Helping, but not here: amaury
    "#]]);
}

#[test]
fn several_people_may_follow_an_option_that_comes_after_the_text() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo
        joined: Armin Rigo (armin)
        $ sprint join Anto Cuni
        joined: Anto Cuni (anto)
        $ sprint plan x -p armin anto
        1 planned: x  | on it: Armin, Anto
        $ sprint plan x -p armin, +bea
        2 planned: x  | on it: Armin, bea
        ! remark: 1 is open and has the same words
        $ sprint assign 1 armin --with anto everybody
        1 assigned: x  | on it: Armin, with help from Anto, everybody
        $ printf 'plan -p armin anto fixes it' | sprint batch
        ! error: -:1:1: `anto` after `-p armin` may belong to it or begin the text
        ! hint: nothing of the batch was recorded; an option takes several words after the text: `sprint plan … TEXT -p armin anto`; to begin the text here: `-p armin -- anto …`
        [exit 2]
        $ sprint plan -p armin fix the leak
        3 planned: fix the leak  | on it: Armin
        $ sprint plan fix another -p armin,anto
        4 planned: fix another  | on it: Armin, Anto
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (2): Armin, Anto
          1  x             Armin, with Anto, with everybody
          2  x             Armin, bea
          3  fix the leak  Armin
          4  fix another   Armin, Anto
    "#]]);
}

#[test]
fn words_after_two_dashes_are_text() {
    people_session(expect![[r#"
        $ sprint plan -p armin -- anto fixes it
        1 planned: anto fixes it  | on it: Armin
        $ sprint plan --people=armin anto fixes it
        ! error: `anto` after `--people armin` may belong to it or begin the text
        ! hint: an option takes several words after the text: `sprint plan … TEXT --people armin anto`; to begin the text here: `--people armin -- anto …`
        [exit 2]
        $ sprint done -p armin anto 1 fixed
        ! error: `anto` after `-p armin` may belong to it or begin the text
        ! hint: an option takes several words after the text: `sprint done … TEXT -p armin anto`
        [exit 2]
        $ sprint plan -parmin everybody out
        ! error: `-parmin` is not an option of `plan`
        ! hint: an option and its value are two words, as in `-t CI`; in a text, it goes after `--`: `sprint plan … -- TEXT`
        [exit 2]
        $ sprint plan -- -p armin anto
        2 planned: -p armin anto
        $ printf 'plan -p armin -- anto tests it' | sprint batch
        3 planned: anto tests it  | on it: Armin
    "#]]);
}

#[test]
fn a_name_that_is_partly_known_is_not_guessed_at() {
    sprint_session(expect![[r#"
        $ sprint join Ada Lovelace
        joined: Ada Lovelace (ada)
        $ sprint plan x -p "ada carl"
        ! error: nobody is called `carl`
        ! hint: somebody new joins first: `sprint join carl`; `+carl` is somebody new who helps and does not attend
        [exit 1]
        $ sprint plan x -p "ada,+carl"
        1 planned: x  | on it: Ada, carl
        $ sprint plan y -p "ada lovelace and carl"
        2 planned: y  | on it: Ada Lovelace, carl
    "#]]);
}

#[test]
fn a_full_name_counts_before_nicks_and_first_names() {
    sprint_session(expect![[r#"
        $ sprint join Ada
        joined: Ada (ada)
        $ sprint join Ada Lovelace
        joined: Ada Lovelace (ada-lovelace)
        ! remark: Ada Lovelace may be Ada, who has joined
        ! hint: if they are one person, the `join` of Ada is taken back: `sprint undo czb3w1tr4v --only`
        $ sprint plan x -p ada
        1 planned: x  | on it: Ada
        $ sprint plan y -p "ada lovelace"
        2 planned: y  | on it: Ada Lovelace
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (2): Ada, Ada Lovelace
          1  x  Ada
          2  y  Ada Lovelace
    "#]]);
}

#[test]
fn words_for_everybody_get_a_suggestion() {
    sprint_session(expect![[r#"
        $ sprint plan x
        1 planned: x
        $ sprint assign 1 everyone
        1 assigned: x  | on it: everybody
        $ sprint assign 1 all
        1 assigned: x  | on it: everybody
        ! remark: 1 was so before, so nothing changed
        $ sprint join everybody
        ! error: `everybody` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        [exit 1]
        $ sprint join "Ronan?"
        ! error: `Ronan?` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        [exit 1]
        $ sprint join Ronan --nick 7
        ! error: `7` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        [exit 1]
        $ sprint join Ana-María
        joined: Ana-María (ana-maría)
        $ sprint assign 1 ana
        1 assigned: x  | on it: everybody, Ana-María
    "#]]);
}

#[test]
fn empty_names_are_nobody() {
    sprint_session(expect![[r#"
        $ sprint plan x -p +armin
        1 planned: x  | on it: armin
        $ sprint unassign 1 ""
        ! error: nobody was named
        ! hint: name one or more: `armin anto`, `armin,anto`, `everybody`
        [exit 2]
        $ sprint unassign 1 and
        ! error: nobody was named
        ! hint: name one or more: `armin anto`, `armin,anto`, `everybody`
        [exit 2]
        $ sprint plan y -p ""
        ! error: nobody was named
        ! hint: name one or more: `armin anto`, `armin,anto`, `everybody`
        [exit 2]
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  x  armin
    "#]]);
}

#[test]
fn quotes_end_a_name_wherever_it_is_typed() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo, Anna Berger, Anna Kovács, Bob Cole, Manuel Jacob, Jacob Hallén >/dev/null
        $ sprint plan 'a (Anna Kovács)'
        1 planned: a  | on it: Anna Kovács
        $ cat > quoted <<END
        > plan b ('Anna Kovács')
        > plan c ("Anna Kovács", bob)
        > plan d -p 'Anna Kovács', bob
        > plan e -p bob,"manuel jacob"
        > assign 1 "+Zoe Quinn" armin
        > END
        $ sprint batch quoted
        2 planned: b  | on it: Anna Kovács
        3 planned: c  | on it: Anna Kovács, Bob
        4 planned: d  | on it: Anna Kovács, Bob
        5 planned: e  | on it: Bob, Manuel Jacob
        1 assigned: a  | on it: Anna Kovács, Zoe Quinn, Armin
        $ sprint plan f -p 'maybe bob'; sprint plan g -p 'armin and maybe bob'; sprint plan h -p "'Anna Kovács'"
        6 planned: f  | on it: Bob?
        7 planned: g  | on it: Armin, Bob?
        8 planned: h  | on it: Anna Kovács
        $ sprint assign 1 '+Yan Lee' bob; sprint plan -p '+Zoe Quinn' fix it; sprint done 1 -p +Zoe It works.
        1 assigned: a  | on it: Anna Kovács, Zoe Quinn, Armin, Yan Lee, Bob
        9 planned: fix it  | on it: Zoe Quinn
        ! error: `It` after `-p +Zoe` may belong to it or begin the text
        ! hint: an option takes several words after the text: `sprint done … TEXT -p +Zoe It`; to begin the text here: `-p +Zoe -- It …`
        [exit 2]
    "#]]);
}

#[test]
fn all_that_is_known_of_an_attendee_is_a_line() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo --org PyPy --group Core --url https://example.org/armin --role host --from mon --to fri
        joined: Armin Rigo (armin; PyPy; Core; https://example.org/armin; host; from 2017-02-27; to 2017-03-03)
        $ sprint join Antonio Cuni --nick anto --group Core && sprint join Late Comer --from wed && sprint plan fix it -p armin,+Zed
        joined: Antonio Cuni (anto; Core)
        joined: Late Comer (late; from 2017-03-01)
        1 planned: fix it  | on it: Armin, Zed
        $ sprint people
        Monday, 27 February 2017
        person        nick   on    days           role  affiliation  group  page
        Armin Rigo    armin  1     27 Feb to 3    host  PyPy         Core   https://exam
                                   Mar                                      ple.org/armi
                                                                            n
        Antonio Cuni  anto   free                                    Core
        Not here: Late Comer (from 1 Mar)
        Helping, but not here: Zed
        $ COLUMNS=140 sprint people
        Monday, 27 February 2017
        person        nick   on    days             role  affiliation  group  page
        Armin Rigo    armin  1     27 Feb to 3 Mar  host  PyPy         Core   https://example.org/armin
        Antonio Cuni  anto   free                                      Core
        Not here: Late Comer (from 1 Mar)
        Helping, but not here: Zed
        $ COLUMNS=60 sprint people
        Monday, 27 February 2017
        person   nick   on    days     role  affilia  group  page
                                             tion
        Armin    armin  1     27 Feb   host  PyPy     Core   https:/
        Rigo                  to 3                           /exampl
                              Mar                            e.org/a
                                                             rmin
        Antonio  anto   free                          Core
        Cuni
        Not here: Late Comer (from 1 Mar)
        Helping, but not here: Zed
    "#]]);
}

#[test]
fn a_past_day_has_its_tasks() {
    sprint_session(expect![[r#"
        $ sprint join Ida Lind, Bela Kun; sprint plan monday task -p bela
        joined: Ida Lind (ida)
        joined: Bela Kun (bela)
        1 planned: monday task  | on it: Bela
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint plan tuesday task -p ida
        2 planned: tuesday task  | on it: Ida
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint done 1
        1 done: monday task  | credit: Bela
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint people --day mon
        Monday, 27 February 2017
        person    nick  on
        Ida Lind  ida   free
        Bela Kun  bela  1
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint ready --day mon
        Ida   has no task
        Bela  is alone on 1
        ! error: planning is not complete: 2 people are not ready
        ! hint: `sprint assign ITEM PEOPLE` gives everybody a task and a partner
        [exit 1]
    "#]]);
}
