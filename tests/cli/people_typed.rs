//! People as they are typed: who is meant, who is helping, and what is refused.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

#[test]
fn names_between_blanks_are_the_longest_that_are_known() {
    people_session(expect![[r#"
        $ sprint join Carl Friedrich Bolz, Samuele Pedroni
        joined: Carl Friedrich Bolz (carl)
        joined: Samuele Pedroni (samuele)
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint assign 1 carl friedrich armin
        1 assigned: fix the leak  | on it: Carl Friedrich Bolz, Armin
        $ sprint assign 1 'samuele pedroni, bolz & anto/bea' --only
        1 assigned only: fix the leak  | on it: Samuele Pedroni, Carl, Antonio, Bea
    "#]]);
}

#[test]
fn letters_that_no_keyboard_has_are_what_is_typed_for_them() {
    sprint_session(expect![[r#"
        $ sprint join Łukasz Langa, Søren Ærø, Đorđe Straße, Siobhán O\'Brien, Jean-Philippe Aumasson, 王小明
        joined: Łukasz Langa (łukasz)
        joined: Søren Ærø (søren)
        joined: Đorđe Straße (đorđe)
        joined: Siobhán O'Brien (siobhán)
        joined: Jean-Philippe Aumasson (jean-philippe)
        joined: 王小明 (王小明)
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint assign 1 lukasz soren dorde o\'brien
        1 assigned: fix the leak  | on it: Łukasz, Søren, Đorđe, Siobhán
        $ sprint assign 1 Pat O\'Hara
        ! error: nobody is called `Pat O'Hara`
        ! hint: somebody new joins first: `sprint join "Pat O'Hara"`; `"+Pat O'Hara"` is somebody new who helps and does not attend
        [exit 1]
        $ sprint done 1 nearly, it\'s slow
        ! error: a result that begins with `nearly` is not one
        ! hint: `sprint progress 1 "nearly, it's slow"` sets the status; `sprint done 1 -- TEXT` records it as the result
        [exit 2]
        $ sprint assign 1 strasse, jean philippe --only
        1 assigned only: fix the leak  | on it: Đorđe, Jean-Philippe Aumasson
        $ sprint assign 1 王小明、lukasz --only
        1 assigned only: fix the leak  | on it: 王小明, Łukasz
        $ sprint assign 1 @jean-philippe me
        ! error: `me` is `armin`, and nobody who joined goes by that name
        ! hint: `--by NICK` or the variable SPRINT_BY says who types
        [exit 1]
    "#]]);
}

#[test]
fn what_may_be_one_person_or_two_is_refused() {
    sprint_session(expect![[r#"
        $ sprint join Manuel Jacob, Jacob Hallén && sprint join Anders Hammarquist --nick iko && sprint join Anders Chrigström --nick arre
        joined: Manuel Jacob (manuel)
        joined: Jacob Hallén (jacob)
        joined: Anders Hammarquist (iko)
        joined: Anders Chrigström (arre)
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint assign 1 manuel jacob
        ! error: `manuel jacob` may be Manuel Jacob, or Manuel Jacob and Jacob Hallén
        ! hint: separate people by commas, and quote a name of several words, or use a nick; `sprint people` shows them
        [exit 1]
        $ sprint assign 1 anders
        ! error: `anders` may be Anders Hammarquist (nick `iko`) or Anders Chrigström (nick `arre`)
        ! hint: use the full name
        [exit 1]
        $ sprint assign 1 anders hammarquist
        1 assigned: fix the leak  | on it: Anders Hammarquist
        $ sprint assign 1 "manuel jacob"
        1 assigned: fix the leak  | on it: Anders Hammarquist, Manuel Jacob
        $ sprint assign 1 manuel, jacob
        1 assigned: fix the leak  | on it: Anders Hammarquist, Manuel, Jacob
    "#]]);
}

#[test]
fn a_word_that_is_nobody_is_refused_with_what_to_do() {
    people_session(expect![[r#"
        $ sprint plan stack size
        1 planned: stack size
        $ sprint assign stack size bea
        ! error: `size` is an item, not a person
        ! hint: the same people for several items: `sprint assign 1 bea`; others: one command for each item
        [exit 2]
        $ sprint assign 1 rnoan
        ! error: nobody is called `rnoan`
        ! hint: somebody new joins first: `sprint join rnoan`; `+rnoan` is somebody new who helps and does not attend
        [exit 1]
        $ sprint assign 1 bae
        ! error: nobody is called `bae`
        ! hint: did you mean Bea Meier? Somebody new joins first: `sprint join bae`; `+bae` is somebody new who helps and does not attend
        [exit 1]
        $ sprint assign 1 evrybody
        ! error: nobody is called `evrybody`
        ! hint: did you mean everybody? Somebody new joins first: `sprint join evrybody`; `+evrybody` is somebody new who helps and does not attend
        [exit 1]
        $ sprint assign 1 armin 2 anto
        ! error: `2` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        [exit 1]
        $ sprint assign 1 to armin
        ! error: `to` is not a name
        ! hint: people are written without `to`
        [exit 1]
        $ sprint assign 1 nobody
        ! error: `nobody` is not a name
        ! hint: `sprint unassign ITEM` takes everybody off an item; what is planned without `-p` has nobody on it
        [exit 1]
        $ sprint leave armin tomorrow
        ! error: `tomorrow` is a day, not a name
        ! hint: `--day tomorrow` records it for that day; `--when tomorrow` of `plan`, `discuss`, `talk` and `move` says when it is to happen
        [exit 1]
        $ sprint leave until Wed
        ! error: `until Wed` is a day, not a name
        ! hint: `--day Wed` records it for that day; `--when Wed` of `plan`, `discuss`, `talk` and `move` says when it is to happen
        [exit 1]
        $ sprint assign 1 Amaury Forgeot, armin
        ! error: nobody is called `Amaury Forgeot`
        ! hint: somebody new joins first: `sprint join Amaury Forgeot`; `+Amaury Forgeot` is somebody new who helps and does not attend
        [exit 1]
        $ sprint plan write docs -p armni
        ! error: nobody is called `armni`
        ! hint: did you mean Armin Rigo? Somebody new joins first: `sprint join armni`; `+armni` is somebody new who helps and does not attend
        [exit 1]
        $ sprint log
        Monday, 27 February 2017
        time   by     what  #  entry       id
        09:00  armin  plan  1  stack size  1-tgcd5d
    "#]]);
}

#[test]
fn somebody_new_who_helps_is_written_with_a_plus() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint assign 1 armin, +Stian Andreassen
        1 assigned: fix the leak  | on it: Armin, Stian Andreassen
        $ sprint assign 1 +Amaury
        1 assigned: fix the leak  | on it: Armin, Stian Andreassen, Amaury
        $ sprint assign 1 amaury
        1 assigned: fix the leak  | on it: Armin, Stian Andreassen, Amaury
        ! remark: 1 was so before, so nothing changed
        $ sprint assign 1 +Amaury armin
        ! error: `+Amaury armin` is somebody new, and Amaury is known
        ! hint: a new name with a known one in it is quoted: `"+Amaury armin"`; a comma ends a new name
        [exit 1]
        $ sprint assign 1 +Armin
        ! error: `+Armin` is somebody new, and Armin Rigo is known
        ! hint: Armin Rigo is named without the `+`; somebody else with that name joins: `sprint join +Armin`
        [exit 1]
        $ sprint assign 1 "+Armin Ronacher"
        1 assigned: fix the leak  | on it: Armin Rigo, Stian Andreassen, Amaury, Armin Ronacher
        $ sprint assign 1 +fix it
        ! error: `+fix it` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        [exit 1]
        $ sprint assign 1 +the build
        ! error: `+the build` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        [exit 1]
        $ sprint assign 1 +stian@example.org
        ! error: `+stian@example.org` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        [exit 1]
        $ sprint done 1 It works.
        1 done: fix the leak
            credit: Armin Rigo, Stian Andreassen, Amaury, Armin Ronacher  | result: It works.
        $ sprint people
        Monday, 27 February 2017
        person        nick   on
        Armin Rigo    armin  free
        Antonio Cuni  anto   free
        Bea Meier     bea    free
        Helping, but not here: Stian Andreassen, Amaury, Armin Ronacher
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        y42s3q0hkm = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "assign", item = "1-44gd7a", people = ["armin", "+Stian Andreassen"] }
        yeftmpfbs1 = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "assign", item = "1-44gd7a", people = ["+Amaury"] }
        vh8zrwejkn = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "assign", item = "1-44gd7a", people = ["+Amaury"] }
        cqstdpz844 = { at = 2017-02-27T09:00:00.004+01:00, by = "armin", kind = "assign", item = "1-44gd7a", people = ["+Armin Ronacher"] }
        7ffks99dh9 = { at = 2017-02-27T09:00:00.005+01:00, by = "armin", kind = "done", item = "1-44gd7a", text = "It works." }
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        It works. (Armin Rigo, Stian Andreassen, Amaury, Armin Ronacher)

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
        $ sprint check --strict
    "#]]);
}

#[test]
fn doubt_and_help_are_said_in_words() {
    people_session(expect![[r#"
        $ sprint join Samuele Pedroni
        joined: Samuele Pedroni (samuele)
        $ sprint plan fix the leak -p armin, samuele around
        1 planned: fix the leak  | on it: Armin, with help from Samuele
        $ sprint assign 1 maybe bea --only
        1 assigned only: fix the leak  | on it: Bea?
        $ sprint assign 1 ?anto, bea ? --only
        1 assigned only: fix the leak  | on it: Antonio?, Bea?
        $ sprint assign 1 armin, anto remotely, bea to review --only
        1 assigned only: fix the leak  | on it: Armin, with help from Antonio, Bea
        $ sprint assign 1 armin, with help from samuele --only
        1 assigned only: fix the leak  | on it: Armin, with help from Samuele
        $ sprint assign 1 with samuele and anto
        ! error: it is not clear whom `with` is about in `with samuele`
        ! hint: say it of each person, with commas: `with NAME, with NAME`
        [exit 1]
        $ sprint assign 1 half of armin
        ! error: `half of armin` does not name a person
        ! hint: nobody has half of a credit: name them, or as a helper with `with NAME`
        [exit 1]
        $ sprint assign 1 armin, etc.
        1 assigned: fix the leak  | on it: Armin, with help from Samuele
        ! remark: 1 was so before, so nothing changed
        $ sprint assign 1 ...
        ! error: nobody was named
        ! hint: name one or more: `armin anto`, `armin,anto`, `everybody`
        [exit 2]
        $ sprint show 1
        1 fix the leak
            task, open
            on it: Armin, with help from Samuele
            credit: Armin, with help from Samuele, Antonio, Bea

        when              by     what    entry                               id
        Mon 27 Feb 09:00  armin  plan    fix the leak (Armin, with Samuele)  1-h74n1d
        Mon 27 Feb 09:00  armin  assign  only Bea?                           ncrgzskz8r
        Mon 27 Feb 09:00  armin  assign  only Antonio?, Bea?                 bgv2h5crxg
        Mon 27 Feb 09:00  armin  assign  only Armin, with Antonio, Bea       a8de6tjtff
        Mon 27 Feb 09:00  armin  assign  only Armin, with Samuele            dkxgf59w1b
        Mon 27 Feb 09:00  armin  assign  Armin                               crbq4dd5nz
    "#]]);
}

#[test]
fn everybody_and_me_are_people() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint assign 1 all
        1 assigned: fix the leak  | on it: everybody
        $ sprint unassign 1 everyone
        1 unassigned: fix the leak  | off it: everybody  | nobody is on it
        $ sprint --by anto assign 1 me
        1 assigned: fix the leak  | on it: Antonio
        $ sprint --by guest assign 1 me
        ! error: `me` is `guest`, and nobody who joined goes by that name
        ! hint: `--by NICK` or the variable SPRINT_BY says who types
        [exit 1]
        $ sprint leave everybody
        left: everybody, gone from Monday, 27 February 2017 on; still on 1
        $ sprint people
        Monday, 27 February 2017
        Nobody who joined is here.
        Not here: Armin Rigo (to 26 Feb), Antonio Cuni (to 26 Feb),
          Bea Meier (to 26 Feb)
    "#]]);
}

#[test]
fn nothing_but_names_is_not_a_text() {
    people_session(expect![[r#"
        $ sprint plan armin
        ! error: `armin` may be people or the text
        ! hint: `sprint plan TEXT -p armin` says who is on it; `sprint plan -- armin` records the text
        [exit 2]
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1 armin
        ! error: `armin` may be people or the text
        ! hint: `sprint done 1 -p armin` says whose work it was; `sprint done 1 -- armin` records the text
        [exit 2]
        $ sprint progress 1 armin, anto
        ! error: `armin, anto` may be people or the text
        ! hint: `sprint assign 1 armin, anto` puts them on it; `sprint progress 1 -- armin, anto` records the text
        [exit 2]
        $ sprint result 1 bea and armin.
        ! error: `bea and armin.` may be people or the text
        ! hint: `sprint assign 1 bea and armin` puts them on it; `sprint result 1 -- bea and armin.` records the text
        [exit 2]
        $ sprint reword 1 Anto
        ! error: `Anto` may be people or the text
        ! hint: `sprint assign 1 Anto` puts them on it; `sprint reword 1 -- Anto` records the text
        [exit 2]
        $ sprint next armin anto
        ! error: `armin anto` may be people or the text
        ! hint: `sprint next TEXT -p armin anto` says who is on it; `sprint next -- armin anto` records the text
        [exit 2]
        $ sprint plan -- armin
        2 planned: armin
        $ sprint progress 1 -- armin, anto
        1 progress: fix the leak  | status: armin, anto
        $ sprint done 1 @armin and @anto fixed it.
        1 done: fix the leak  | result: @armin and @anto fixed it.
    "#]]);
}

#[test]
fn a_changed_nick_is_known_at_once() {
    sprint_session(expect![[r#"
        $ sprint join Bert Freudenberg
        joined: Bert Freudenberg (bert)
        $ sprint plan fix the leak -p bert
        1 planned: fix the leak  | on it: Bert
        $ sprint join bert --nick bd
        attends: Bert Freudenberg (bd)
        $ sprint assign 1 bd --only
        1 assigned only: fix the leak  | on it: Bert
        ! remark: 1 was so before, so nothing changed
        $ sprint assign 1 bert --only
        1 assigned only: fix the leak  | on it: Bert
        ! remark: 1 was so before, so nothing changed
        $ sprint join Bert Meier
        joined: Bert Meier (bert-meier)
        $ sprint assign 1 bert
        ! error: `bert` may be Bert Freudenberg (nick `bd`) or Bert Meier (nick `bert-meier`)
        ! hint: use the full name
        [exit 1]
        $ sprint join Bert Meier --nick bd
        ! error: Bert Freudenberg has the nick `bd`
        ! hint: give another one with `--nick`
        [exit 1]
        $ sprint people
        Monday, 27 February 2017
        person            nick        on
        Bert Freudenberg  bd          1
        Bert Meier        bert-meier  free
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        3569dh17yg = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "join", person = "Bert Freudenberg", nick = "bert" }
        1-ry9y2k = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "plan", text = "fix the leak", people = ["bert"] }
        gc5d5nks0t = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "join", person = "Bert Freudenberg", nick = "bd" }
        5x7wwfznsj = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "assign", item = "1-ry9y2k", people = ["bd"], only = true }
        jt0tr9qqt7 = { at = 2017-02-27T09:00:00.004+01:00, by = "armin", kind = "assign", item = "1-ry9y2k", people = ["bd"], only = true }
        mmtnn7jwj8 = { at = 2017-02-27T09:00:00.005+01:00, by = "armin", kind = "join", person = "Bert Meier", nick = "bert-meier" }
    "#]]);
}

#[test]
fn somebody_new_with_a_known_name_is_quoted() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p +Armin Ronacher
        ! error: `+Armin Ronacher` is somebody new, and Armin Rigo is known
        ! hint: a new name with a known one in it is quoted: `"+Armin Ronacher"`; a comma ends a new name
        [exit 1]
        $ sprint plan fix the leak -p "+Armin Ronacher"
        1 planned: fix the leak  | on it: Armin Ronacher
        $ sprint plan -p "+Armin Meier" fix it
        2 planned: fix it  | on it: Armin Meier
        $ sprint plan "write docs (+Armin Huber)"
        ! error: `+Armin Huber` is somebody new, and Armin Rigo is known
        ! hint: a new name with a known one in it is quoted: `"+Armin Huber"`; a comma ends a new name
        [exit 1]
        $ printf 'assign 1 +Armin Huber\n' | sprint batch
        ! error: -:1:1: `+Armin Huber` is somebody new, and Armin Rigo is known
        ! hint: nothing of the batch was recorded; a new name with a known one in it is quoted: `"+Armin Huber"`; a comma ends a new name
        [exit 1]
        $ printf 'assign 1 anto, "+Armin Huber"\n' | sprint batch
        1 assigned: fix the leak  | on it: Armin Ronacher, Antonio, Armin Huber
        $ sprint assign 1 "+Armin Rigo"
        ! error: `+Armin Rigo` is somebody new, and Armin Rigo is known
        ! hint: Armin Rigo is named without the `+`; somebody else with that name joins: `sprint join +Armin Rigo`
        [exit 1]
    "#]]);
}

#[test]
fn a_full_name_is_one_person_beside_a_namesake() {
    people_session(expect![[r#"
        $ sprint join Anna Maria Weiss; sprint join Anna Schmidt; sprint plan fix the leak
        joined: Anna Maria Weiss (anna)
        joined: Anna Schmidt (anna-schmidt)
        1 planned: fix the leak
        $ sprint assign 1 Anna Schmidt; sprint assign 1 Anna Schmidt armin; sprint assign 1 Anna, Schmidt
        1 assigned: fix the leak  | on it: Anna Schmidt
        1 assigned: fix the leak  | on it: Anna Schmidt, Armin
        1 assigned: fix the leak  | on it: Armin, Anna Maria Weiss, Anna Schmidt
        $ sprint plan write docs; sprint assign 1 armin --with 2; sprint assign 1 armin --with 2 anto
        2 planned: write docs
        ! error: `2` is an item, not a person
        ! hint: the same people for several items: `sprint assign 1,2 armin`; others: one command for each item
        ! error: `2` is an item, not a person
        ! hint: the same people for several items: `sprint assign 1,2 armin --with anto`; others: one command for each item
        [exit 2]
    "#]]);
}
