//! `sprint assign`.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

#[test]
fn people_are_added_to_those_on_it() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin
        1 planned: fix the leak  | on it: Armin
        $ sprint assign 1 anto
        1 assigned: fix the leak  | on it: Armin, Antonio
        $ sprint assign leak --with bea
        1 assigned: fix the leak  | on it: Armin, Antonio, with help from Bea
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
          1  fix the leak  Armin, Antonio, with Bea
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-nwqx2n = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak", people = ["armin"] }
        yq1v1ppybj = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "assign", item = "1-nwqx2n", people = ["anto"] }
        phfbksfmvc = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "assign", item = "1-nwqx2n", with = ["bea"] }
    "#]]);
}

#[test]
fn only_replaces_those_on_it() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin,anto
        1 planned: fix the leak  | on it: Armin, Antonio
        $ sprint assign 1 bea --only
        1 assigned only: fix the leak  | on it: Bea
        $ sprint done 1 Works.
        1 done: fix the leak  | credit: Armin, Antonio, Bea  | result: Works.
        $ sprint show 1
        1 fix the leak
            task, done
            credit: Armin, Antonio, Bea

        Works.

        when              by     what    entry                          id
        Mon 27 Feb 09:00  armin  plan    fix the leak (Armin, Antonio)  1-vs2jyw
        Mon 27 Feb 09:00  armin  assign  only Bea                       g05mygq4hw
        Mon 27 Feb 09:00  armin  done    Works.                         3nxp4vwavs
    "#]]);
}

#[test]
fn somebody_has_to_be_named() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint assign 1
        ! error: nobody was named
        ! hint: name one or more: `armin anto`, `armin,anto`, `everybody`
        [exit 2]
    "#]]);
}

#[test]
fn people_are_named_without_a_word_before_them() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint assign 1 to zoe; sprint assign 1 to Antnio; sprint assign 1 to bea; sprint assign 1 tomorow
        ! error: nobody is called `zoe`
        ! hint: people are written without `to`; somebody new joins first: `sprint join zoe`; `+zoe` is somebody new who helps and does not attend
        ! error: nobody is called `Antnio`
        ! hint: people are written without `to`; did you mean Antonio Cuni? Somebody new joins first: `sprint join Antnio`; `+Antnio` is somebody new who helps and does not attend
        ! error: `to` is not a name
        ! hint: people are written without `to`
        ! error: nobody is called `tomorow`
        ! hint: did you mean the day `tomorrow`? `--day tomorrow` records it for that day
        [exit 1]
        $ sprint unassign 1 from bea
        ! error: `from` is not a name
        ! hint: people are written without `from`
        [exit 1]
    "#]]);
}

#[test]
fn a_finished_item_cannot_be_assigned() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1
        1 done: fix the leak
        $ sprint assign 1 +anto
        ! error: 1 is done
        ! hint: `sprint reopen 1` opens it; `sprint done 1 -p PEOPLE` corrects whose work it was
        [exit 1]
    "#]]);
}

#[test]
fn a_helper_who_takes_over_is_no_longer_a_helper() {
    people_session(expect![[r#"
        $ sprint plan fix the leak --people armin
        1 planned: fix the leak  | on it: Armin
        $ sprint assign 1 --with anto
        1 assigned: fix the leak  | on it: Armin, with help from Antonio
        $ sprint assign 1 anto
        1 assigned: fix the leak  | on it: Armin, Antonio
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (1): Bea
          1  fix the leak  Armin, Antonio
    "#]]);
}

#[test]
fn everybody_is_a_person() {
    sprint_session(expect![[r#"
        $ sprint plan write docs
        1 planned: write docs
        $ sprint assign 1 everybody
        1 assigned: write docs  | on it: everybody
        $ sprint done 1 All documents are better.
        1 done: write docs  | credit: everybody  | result: All documents are better.
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        All documents are better. (all of us)
    "#]]);
}

#[test]
fn doubt_is_shown_and_not_credited() {
    sprint_session(expect![[r#"
        $ sprint plan refactor the annotator -p "+ronan?"
        1 planned: refactor the annotator  | on it: ronan?
        $ sprint assign 1 +armin
        1 assigned: refactor the annotator  | on it: ronan?, armin
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  refactor the annotator  ronan?, armin
        $ sprint done 1 It is simpler.
        1 done: refactor the annotator  | credit: armin  | result: It is simpler.
        $ sprint summary --group none
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        It is simpler. (armin)
        $ sprint plan another -p ronan?
        2 planned: another  | on it: ronan?
        $ sprint assign 2 ronan
        2 assigned: another  | on it: ronan
        $ sprint done 2 Good.
        2 done: another  | credit: ronan  | result: Good.
        $ sprint show 2
        2 another
            task, done
            credit: ronan

        Good.

        when              by     what    entry             id
        Mon 27 Feb 09:00  armin  plan    another (ronan?)  2-a6k5wy
        Mon 27 Feb 09:00  armin  assign  ronan             8dg5j4kqpf
        Mon 27 Feb 09:00  armin  done    Good.             pvja3kwqcy
    "#]]);
}

#[test]
fn people_may_follow_an_option_as_elsewhere() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint assign 1 -p armin anto
        1 assigned: fix the leak  | on it: Armin, Antonio
        $ sprint assign 1 bea -p anto --only
        1 assigned only: fix the leak  | on it: Bea, Antonio
    "#]]);
}

#[test]
fn who_is_named_in_doubt_after_being_on_an_item_keeps_the_credit_which_is_told() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -p armin,anto && sprint unassign 1 anto
        1 planned: fix the leak  | on it: Armin, Antonio
        1 unassigned: fix the leak  | off it: Antonio  | on it: Armin
        $ sprint assign 1 maybe armin, anto? && sprint assign 1 bea?
        1 assigned: fix the leak  | on it: Armin?, Antonio?
        1 assigned: fix the leak  | on it: Armin?, Antonio?, Bea?
        ! remark: Armin and Antonio were on 1 without doubt before, and keep the credit
        ! hint: `sprint done 1 -p PEOPLE` says whose work it was
        $ sprint done 1 -p bea && sprint show 1 | head -4
        1 done: fix the leak  | credit: Bea  | no credit: Armin, Antonio
        1 fix the leak
            task, done
            credit: Bea

    "#]]);
}

#[test]
fn exceptions_are_not_names() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint assign 1 everybody except bea; sprint assign 1 all but bea; sprint assign 1 everybody without bea; sprint assign 1 ohne bea
        ! error: `except` is not a name
        ! hint: nobody is taken out of a list: name everybody who is meant
        ! error: `but` is not a name
        ! hint: nobody is taken out of a list: name everybody who is meant
        ! error: `without` is not a name
        ! hint: nobody is taken out of a list: name everybody who is meant
        ! error: `ohne` is not a name
        ! hint: nobody is taken out of a list: name everybody who is meant
        [exit 1]
        $ sprint assign 1 only bea; sprint assign 1 nur bea; sprint assign 1 alle außer bea
        ! error: `only` is not a name
        ! hint: `sprint assign ITEM PEOPLE --only` puts them on it instead of those who are; people are written without `only`
        ! error: `nur` is not a name
        ! hint: `sprint assign ITEM PEOPLE --only` puts them on it instead of those who are; people are written without `only`
        ! error: `außer` is not a name
        ! hint: nobody is taken out of a list: name everybody who is meant
        [exit 1]
        $ sprint assign 1 +except bea; sprint join except; sprint plan write docs -p everybody except bea
        ! error: `+except bea` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        ! error: `except` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        ! error: `except` is not a name
        ! hint: nobody is taken out of a list: name everybody who is meant
        [exit 1]
    "#]]);
}

#[test]
fn the_item_comes_before_people() {
    people_session(expect![[r#"
        $ sprint plan fix the leak && sprint plan write docs
        1 planned: fix the leak
        2 planned: write docs
        $ sprint assign bea 2; sprint assign bea anto 2; sprint assign bea,anto 2; sprint assign bea to 1,2; sprint unassign bea 2
        ! error: `bea` is a person, not an item
        ! hint: the item comes first: `sprint assign 2 bea`
        ! error: `bea` is a person, not an item
        ! hint: the item comes first: `sprint assign 2 bea, anto`
        ! error: `bea,anto` are people, not items
        ! hint: the item comes first: `sprint assign 2 bea, anto`
        ! error: `bea` is a person, not an item
        ! hint: the item comes first: `sprint assign 1,2 bea`
        ! error: `bea` is a person, not an item
        ! hint: the item comes first: `sprint unassign 2 bea`
        [exit 2]
        $ sprint assign baa 2
        ! error: no open item has `baa` in its text
        ! hint: `sprint board` shows what is open, with numbers
        [exit 1]
    "#]]);
}
