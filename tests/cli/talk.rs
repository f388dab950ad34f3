//! `sprint talk`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn a_talk_has_speakers_and_a_part_in_the_report() {
    sprint_session(expect![[r#"
        $ sprint talk The state of the JIT -p +armin
        1 talk: The state of the JIT  | on it: armin
        $ sprint talk Stackless -p +christian -t Stackless
        2 talk: Stackless  | on it: christian  | topic: Stackless
        ! remark: `Stackless` is a new topic
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        Stackless
          2  talk: Stackless       christian
        Talks
          1  The state of the JIT  armin
        $ sprint done 1 Armin showed graphs.
        1 done: The state of the JIT  | credit: armin  | result: Armin showed graphs.
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Talks

        **The state of the JIT**: Armin showed graphs. (armin)
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-hejd75 = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "talk", text = "The state of the JIT", people = ["+armin"] }
        2-j71bcz = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "talk", text = "Stackless", topic = "Stackless", people = ["+christian"] }
        kkewrq9pmm = { at = 2017-02-27T09:00:00.002+01:00, by = "armin", kind = "done", item = "1-hejd75", text = "Armin showed graphs." }
    "#]]);
}

#[test]
fn a_dropped_talk_was_not_held() {
    sprint_session(expect![[r#"
        $ sprint talk The state of the JIT
        1 talk: The state of the JIT
        $ sprint drop 1
        1 dropped: The state of the JIT
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.
    "#]]);
}
