//! `sprint next`.

use expect_test::expect;

use crate::support::people_session;

#[test]
fn what_is_next_comes_after_unfinished_work() {
    people_session(expect![[r#"
        $ sprint plan port numpy -p anto
        1 planned: port numpy  | on it: Antonio
        $ sprint progress 1 half done
        1 progress: port numpy  | status: half done
        $ sprint next merge the branch -p armin,anto
        next: merge the branch  | on it: Armin, Antonio
        $ sprint next "release it"
        next: release it
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What is next

        - Port numpy: half done (Antonio)
        - Merge the branch (Armin, Antonio)
        - Release it

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-hvd944 = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "port numpy", people = ["anto"] }
        cnbj3t4d0t = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "progress", item = "1-hvd944", text = "half done" }
        qd0j6rrn5p = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "next", text = "merge the branch", people = ["armin", "anto"] }
        a5tr5dqqc4 = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "next", text = "release it" }
    "#]]);
}

#[test]
fn it_may_follow_from_an_item_belong_to_a_topic_and_have_helpers() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -t CPyExt
        1 planned: fix the leak  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        $ sprint next write a paper -i 1 -p armin --with bea -t CPyExt
        next: write a paper  | on it: Armin, with help from Bea  | about: 1 fix the leak  | topic: CPyExt
        $ sprint next publish it -i 9
        ! error: there is no item 9
        ! hint: the highest number is 1; `sprint board` shows what is open
        [exit 1]
        $ sprint show 1
        1 fix the leak
            task, open
            topic: CPyExt

        when              by     what  entry                                  id
        Mon 27 Feb 09:00  armin  plan  fix the leak (CPyExt)                  1-1ptx1y
        Mon 27 Feb 09:00  armin  next  write a paper (CPyExt; Armin, with     jstwjsy6n2
                                       Bea)
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What is next

        - Fix the leak
        - Write a paper (Armin, with help from Bea)

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-1ptx1y = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak", topic = "CPyExt" }
        jstwjsy6n2 = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "next", item = "1-1ptx1y", text = "write a paper", topic = "CPyExt", people = ["armin"], with = ["bea"] }
    "#]]);
}

#[test]
fn a_step_of_one_word_begins_with_a_capital_too() {
    people_session(expect![[r#"
        $ sprint next upload -p bea; sprint next upload it -p bea; sprint next release; sprint next gcc -p bea
        next: upload  | on it: Bea
        next: upload it  | on it: Bea
        next: release
        next: gcc  | on it: Bea
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What is next

        - Upload (Bea)
        - Upload it (Bea)
        - Release
        - gcc (Bea)

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
    "#]]);
}
