//! `sprint reword`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn an_item_gets_other_words_and_keeps_the_old_ones() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leek -t CPyExt
        1 planned: fix the leek  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        $ sprint reword 1 fix the leak
        1 reworded: fix the leak  | was: fix the leek
        $ sprint reword leak fix the memoryview leak
        1 reworded: fix the memoryview leak  | was: fix the leak
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        CPyExt
          1  fix the memoryview leak  nobody
        $ sprint show 1
        1 fix the memoryview leak
            task, open
            topic: CPyExt
            was: fix the leek
            was: fix the leak

        when              by     what    entry                    id
        Mon 27 Feb 09:00  armin  plan    fix the leek (CPyExt)    1-n1ptj8
        Mon 27 Feb 09:00  armin  reword  fix the leak             wa4rjzr2wv
        Mon 27 Feb 09:00  armin  reword  fix the memoryview leak  9tpmxs9r9q
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-n1ptj8 = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leek", topic = "CPyExt" }
        wa4rjzr2wv = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "reword", item = "1-n1ptj8", text = "fix the leak" }
        9tpmxs9r9q = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "reword", item = "1-n1ptj8", text = "fix the memoryview leak" }
    "#]]);
}
