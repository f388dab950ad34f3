//! `sprint discuss`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn a_discussion_takes_a_number_and_minutes() {
    sprint_session(expect![[r#"
        $ sprint discuss what to do with ootype -p +anto,+armin
        1 to discuss: what to do with ootype  | on it: anto, armin
        $ sprint progress 1 different constraints for different people
        1 progress: what to do with ootype  | minutes: different constraints for different people
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        Discussions
          1  what to do with ootype  anto, armin  different constraints for different p…
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Decisions and discussions

        **What to do with ootype**: different constraints for different people (anto, armin)
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-shr0vq = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "discuss", text = "what to do with ootype", people = ["+anto", "+armin"] }
        6vrd33zfjj = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "progress", item = "1-shr0vq", text = "different constraints for different people" }
    "#]]);
}

#[test]
fn it_may_be_decided_at_once() {
    sprint_session(expect![[r#"
        $ sprint discuss "which encoding?" --decided "UTF-8 inside."
        1 decided: which encoding?  | decision: UTF-8 inside.
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        Closed today
          1  discussion: which encoding?  decided
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Decisions and discussions

        **Which encoding?** UTF-8 inside.
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-cyy500 = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "discuss", text = "which encoding?", decided = "UTF-8 inside." }
    "#]]);
}

#[test]
fn the_decision_may_come_from_standard_input() {
    sprint_session(expect![[r#"
        $ echo UTF-8 inside. | sprint discuss "which encoding?" --decided -
        1 decided: which encoding?  | decision: UTF-8 inside.
        $ sprint show 1
        1 which encoding?
            discussion, decided

        UTF-8 inside.

        when              by     what     entry                           id
        Mon 27 Feb 09:00  armin  discuss  which encoding?: UTF-8 inside.  1-cyy500
    "#]]);
}
