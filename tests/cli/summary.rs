//! `sprint summary`: what the flags choose. What a report says is tested in `src/report` and in golden posts.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

#[test]
fn the_shape_can_be_chosen() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak -t CPyExt -p +armin
        1 planned: fix the leak  | on it: armin  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        $ sprint done 1 Works.
        1 done: fix the leak  | credit: armin  | result: Works.
        $ sprint plan write docs
        2 planned: write docs
        $ sprint done 2 Written.
        2 done: write docs  | result: Written.
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## CPyExt

        Works. (armin)

        ## More results

        Written.
        $ sprint summary --group none --body bullets
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        - Works. (armin)
        - Written.
        $ sprint summary --names full
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## CPyExt

        Works. (armin)

        ## More results

        Written.
        $ sprint summary --names none
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## CPyExt

        Works.

        ## More results

        Written.
    "#]]);
}

#[test]
fn gaps_are_listed_and_strict_fails() {
    sprint_session(expect![[r#"
        $ rm sprints/leysin-2017/post.md
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1
        1 done: fix the leak
        $ sprint summary
        # Leysin Winter Sprint 2017

        <!-- gap: a few sentences: where, when, who, what for; sprint edit post -->

        ## What we did

        Fix the leak.

        <!-- gap: #1 fix the leak: nothing told; sprint edit 1 -->
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
        ! remark: gap: #1 fix the leak: nothing told; sprint edit 1
        $ sprint summary --strict
        # Leysin Winter Sprint 2017

        <!-- gap: a few sentences: where, when, who, what for; sprint edit post -->

        ## What we did

        Fix the leak.

        <!-- gap: #1 fix the leak: nothing told; sprint edit 1 -->
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
        ! remark: gap: #1 fix the leak: nothing told; sprint edit 1
        ! error: the report has 2 gaps
        ! hint: fill the gaps, or leave out `--strict`
        [exit 1]
        $ sprint done 1 Works.
        1 done: fix the leak  | result: Works.
        $ printf 'Hello.%s' "$PARTS" > sprints/leysin-2017/post.md
        $ sprint summary --strict
        # Leysin Winter Sprint 2017

        Hello.

        ## What we did

        Works.
    "#]]);
}

#[test]
fn what_is_said_of_a_finished_item_later_is_in_the_report_about_that_day() {
    sprint_session(expect![[r#"
        $ sprint plan fix it -p +Ida
        1 planned: fix it  | on it: Ida
        $ sprint done 1 It works.
        1 done: fix it  | credit: Ida  | result: It works.
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint result 1 It is merged.
        1 result added: fix it  | result: It is merged.
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint summary --from tue
        # Leysin Winter Sprint 2017 (days 3-7)

        <!-- gap: a few sentences: where, when, who, what for -->

        ## What we did

        It is merged. (Ida)
        ! remark: gap: a few sentences: where, when, who, what for
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint summary --group day
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        ### Day 2: Monday, 27 February

        It works. (Ida)

        ### Day 3: Tuesday, 28 February

        It is merged. (Ida)
    "#]]);
}

#[test]
fn by_day_the_credit_is_as_it_was_corrected() {
    sprint_session(expect![[r#"
        $ sprint join Ida, Noor, Bela
        joined: Ida (ida)
        joined: Noor (noor)
        joined: Bela (bela)
        $ sprint plan fix it -p noor --with bela
        1 planned: fix it  | on it: Noor, with help from Bela
        $ sprint done 1 It works. -p ida
        1 done: fix it  | credit: Ida, with help from Bela  | no credit: Noor  | result: It works.
        $ sprint plan port it -p noor --with bela
        2 planned: port it  | on it: Noor, with help from Bela
        $ sprint done 2 It runs.
        2 done: port it  | credit: Noor, with help from Bela  | result: It runs.
        $ sprint done 2 --with ida
        2 done: port it  | credit: Noor, with help from Ida  | no credit: Bela
        $ sprint summary --group day
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        ### Day 2: Monday, 27 February

        It works. (Ida, with help from Bela)

        It runs. (Noor, with help from Ida)

        ## Attendees

        - Bela
        - Ida
        - Noor
    "#]]);
}

#[test]
fn by_day_everybody_with_credit_is_told_once_at_least() {
    sprint_session(expect![[r#"
        $ sprint join Ida, Tom, Noor, Bela
        joined: Ida (ida)
        joined: Tom (tom)
        joined: Noor (noor)
        joined: Bela (bela)
        $ sprint plan bake bread -p ida tom && sprint unassign 1 tom && sprint done 1 It tastes good.
        1 planned: bake bread  | on it: Ida, Tom
        1 unassigned: bake bread  | off it: Tom  | on it: Ida
        1 done: bake bread  | credit: Ida, Tom  | result: It tastes good.
        $ sprint plan build a kiln -p ida tom && sprint unassign 2 tom && sprint result 2 The walls stand.
        2 planned: build a kiln  | on it: Ida, Tom
        2 unassigned: build a kiln  | off it: Tom  | on it: Ida
        2 result added: build a kiln  | result: The walls stand.
        $ sprint --day 2017-02-28 assign 2 noor && sprint --day 2017-02-28 unassign 2 noor && sprint --day 2017-03-01 done 2 It burns.
        2 assigned: build a kiln  | on it: Ida, Noor
        2 unassigned: build a kiln  | off it: Noor  | on it: Ida
        2 done: build a kiln  | credit: Ida, Tom, Noor  | result added: It burns.
        ! remark: 2017-02-28 00:00 is in the future
        ! remark: 2017-02-28 00:00 is in the future
        ! remark: 2017-03-01 00:00 is in the future
        $ sprint plan eat it --with tom && sprint unassign 3 && sprint assign 3 ida && sprint --day 2017-02-28 done 3
        3 planned: eat it  | on it: with help from Tom
        3 unassigned: eat it  | nobody is on it
        3 assigned: eat it  | on it: Ida
        3 done: eat it  | credit: Ida, with help from Tom
        ! remark: 2017-02-28 00:00 is in the future
        $ sprint plan draw it -p bela && sprint result 4 There is a first sketch. && sprint --day 2017-02-28 assign 4 noor
        4 planned: draw it  | on it: Bela
        4 result added: draw it  | result: There is a first sketch.
        4 assigned: draw it  | on it: Bela, Noor
        ! remark: 2017-02-28 00:00 is in the future
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        It tastes good. (Ida, Tom)

        There is a first sketch. (Bela, Noor)

        The walls stand.

        It burns. (Ida, Tom, Noor)

        Also done: eat it (Ida, with help from Tom).

        <!-- gap: #3 eat it: nothing told; sprint edit 3 -->

        ## What is next

        - Draw it (Bela, Noor)

        ## Attendees

        - Bela
        - Ida
        - Noor
        - Tom
        ! remark: gap: #3 eat it: nothing told; sprint edit 3
        $ sprint summary --group day
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        ### Day 2: Monday, 27 February

        It tastes good. (Ida, Tom)

        There is a first sketch. (Bela, Noor)

        The walls stand. (Ida, Tom)

        ### Day 3: Tuesday, 28 February

        Eat it (Ida, with help from Tom).

        <!-- gap: #3 eat it: nothing told; sprint edit 3 -->

        ### Day 4: Wednesday, 1 March

        It burns. (Ida, Noor)

        ## What is next

        - Draw it (Bela, Noor)

        ## Attendees

        - Bela
        - Ida
        - Noor
        - Tom
        ! remark: gap: #3 eat it: nothing told; sprint edit 3
    "#]]);
}

#[test]
fn an_interim_report_is_about_its_days() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo
        joined: Armin Rigo (armin)
        $ sprint join Anto Cuni --from tue
        joined: Anto Cuni (anto; from 2017-02-28)
        $ sprint plan a -p armin
        1 planned: a  | on it: Armin
        $ sprint plan b -p anto
        2 planned: b  | on it: Anto
        $ sprint done 1 A is done.
        1 done: a  | credit: Armin  | result: A is done.
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint progress 2 half
        2 progress: b  | status: half
        $ SPRINT_NOW=2017-03-01T10:00:00+01:00 sprint done 2 B is done.
        2 done: b  | credit: Anto  | result: B is done.
        $ SPRINT_NOW=2017-03-01T12:00:00+01:00 sprint summary --to tue
        # Leysin Winter Sprint 2017 (days 1-3)

        <!-- gap: a few sentences: where, when, who, what for -->

        ## What we did

        A is done. (Armin)

        ## What is next

        - b: half (Anto)

        ## Attendees

        - Anto Cuni (from 28 February)
        - Armin Rigo
        ! remark: gap: a few sentences: where, when, who, what for
        $ SPRINT_NOW=2017-03-01T12:00:00+01:00 sprint summary --from tue --to wed
        # Leysin Winter Sprint 2017 (days 3-4)

        <!-- gap: a few sentences: where, when, who, what for -->

        ## What we did

        B is done. (Anto)

        ## Attendees

        - Anto Cuni (from 28 February)
        - Armin Rigo
        ! remark: gap: a few sentences: where, when, who, what for
        $ SPRINT_NOW=2017-03-01T12:00:00+01:00 sprint summary --day mon
        # Leysin Winter Sprint 2017 (day 2)

        <!-- gap: a few sentences: where, when, who, what for -->

        ## What we did

        A is done. (Armin)

        ## What is next

        - b (Anto)

        ## Attendees

        - Armin Rigo
        ! remark: gap: a few sentences: where, when, who, what for
        $ sprint summary --from tue --to mon
        ! error: the last day, 2017-02-27, comes before the first, 2017-02-28
        ! hint: give the first day with `--from` and the last with `--to`
        [exit 1]
    "#]]);
}

#[test]
fn the_body_can_be_grouped_by_day() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo
        joined: Armin Rigo (armin)
        $ sprint plan fix the leak -t CPyExt -p armin
        1 planned: fix the leak  | on it: Armin  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        $ sprint plan test the fix -u 1 -p armin
        2 planned: test the fix  | on it: Armin  | part of: 1 fix the leak
        $ sprint talk how the JIT works -p armin
        3 talk: how the JIT works  | on it: Armin
        $ sprint photo http://example.org/talk.png the talk
        photo: http://example.org/talk.png  | caption: the talk
        $ sprint discuss how are strings stored
        4 to discuss: how are strings stored
        $ sprint decide 4 As UTF-8.
        4 decided: how are strings stored  | decision: As UTF-8.
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint done 2 There is a test.
        2 done: test the fix  | credit: Armin  | result: There is a test.
        $ SPRINT_NOW=2017-02-28T11:00:00+01:00 sprint day Documentation day
        Tuesday, 28 February 2017: Documentation day
        $ SPRINT_NOW=2017-03-01T09:00:00+01:00 sprint day --break
        Wednesday, 1 March 2017: break
        $ SPRINT_NOW=2017-03-02T10:00:00+01:00 sprint done 1 Works.
        1 done: fix the leak  | credit: Armin  | result: Works.
        $ SPRINT_NOW=2017-03-02T11:00:00+01:00 sprint note It snowed.
        noted: It snowed.
        $ sprint summary --group day
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        ### Day 2: Monday, 27 February

        ![the talk](http://example.org/talk.png)
        *the talk*

        ### Day 3: Tuesday, 28 February: Documentation day

        There is a test. (Armin)

        ### Day 4: Wednesday, 1 March (break)

        ### Day 5: Thursday, 2 March

        Works. (Armin)

        It snowed.

        ## Decisions and discussions

        **How are strings stored**: As UTF-8.

        ## Attendees

        - Armin Rigo
        $ sprint summary --group day --from tue --to wed
        # Leysin Winter Sprint 2017 (days 3-4)

        <!-- gap: a few sentences: where, when, who, what for -->

        ## What we did

        ### Day 3: Tuesday, 28 February: Documentation day

        There is a test. (Armin)

        ### Day 4: Wednesday, 1 March (break)

        ## What is next

        - Fix the leak (Armin)

        ## Attendees

        - Armin Rigo
        ! remark: gap: a few sentences: where, when, who, what for
        $ printf '+++\ngroup = "day"\nbody = "bullets"\n+++\nHello.%s' "$PARTS" > sprints/leysin-2017/post.md
        $ sprint summary
        # Leysin Winter Sprint 2017

        Hello.

        ## What we did

        ### Day 2: Monday, 27 February

        ![the talk](http://example.org/talk.png)
        *the talk*

        ### Day 3: Tuesday, 28 February: Documentation day

        - There is a test. (Armin)

        ### Day 4: Wednesday, 1 March (break)

        ### Day 5: Thursday, 2 March

        - Works. (Armin)

        It snowed.

        ## Decisions and discussions

        - **How are strings stored**: As UTF-8.

        ## Attendees

        - Armin Rigo
    "#]]);
}

#[test]
fn the_body_can_be_grouped_by_person() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo
        joined: Armin Rigo (armin)
        $ sprint join Antonio Cuni --nick Anto
        joined: Antonio Cuni (Anto)
        $ sprint join Carl Bolz
        joined: Carl Bolz (carl)
        $ sprint join Samuele Pedroni --from tue
        joined: Samuele Pedroni (samuele; from 2017-02-28)
        $ sprint plan fix the leak -t CPyExt -p armin
        1 planned: fix the leak  | on it: Armin  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        $ sprint plan test the fix -p armin,anto
        2 planned: test the fix  | on it: Armin, Anto
        $ sprint plan write docs
        3 planned: write docs
        $ sprint plan clean the kitchen -p everybody
        4 planned: clean the kitchen  | on it: everybody
        $ sprint done 1 Works.
        1 done: fix the leak  | credit: Armin  | result: Works.
        $ sprint done 2 --with samuele
        2 done: test the fix  | credit: Armin, Anto, with help from Samuele
        $ sprint note It snowed.
        noted: It snowed.
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint done 3 Written.
        3 done: write docs  | result: Written.
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint done 4 Clean.
        4 done: clean the kitchen  | credit: everybody  | result: Clean.
        $ sprint summary --group person
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        It snowed.

        Written.

        ### Everybody

        Clean.

        ### Antonio Cuni

        Test the fix (Armin, Anto, with help from Samuele).

        <!-- gap: #2 test the fix: nothing told; sprint edit 2 -->

        ### Samuele Pedroni

        Test the fix (Armin, Anto, with help from Samuele).

        <!-- gap: #2 test the fix: nothing told; sprint edit 2 -->

        ### Armin Rigo

        Works.

        Also done: test the fix (Armin, Anto, with help from Samuele).

        <!-- gap: #2 test the fix: nothing told; sprint edit 2 -->

        ## Attendees

        - Carl Bolz
        - Antonio Cuni
        - Samuele Pedroni (from 28 February)
        - Armin Rigo
        ! remark: gap: #2 test the fix: nothing told; sprint edit 2
        $ sprint summary --group person --day mon --body bullets --strict
        # Leysin Winter Sprint 2017 (day 2)

        <!-- gap: a few sentences: where, when, who, what for -->

        ## What we did

        It snowed.

        ### Antonio Cuni

        - Test the fix (Armin, Anto, with help from Samuele)

        <!-- gap: #2 test the fix: nothing told; sprint edit 2 -->

        ### Samuele Pedroni

        - Test the fix (Armin, Anto, with help from Samuele)

        <!-- gap: #2 test the fix: nothing told; sprint edit 2 -->

        ### Armin Rigo

        - Works.
        - Also done: test the fix (Armin, Anto, with help from Samuele).

        <!-- gap: #2 test the fix: nothing told; sprint edit 2 -->

        ## What is next

        - Write docs
        - Clean the kitchen (all of us)

        ## Attendees

        - Carl Bolz
        - Antonio Cuni
        - Armin Rigo
        ! remark: gap: a few sentences: where, when, who, what for
        ! remark: gap: #2 test the fix: nothing told; sprint edit 2
        ! error: the report has 2 gaps
        ! hint: fill the gaps, or leave out `--strict`
        [exit 1]
        $ printf '+++\ngroup = "person"\nnames = "none"\n+++\nHello.%s' "$PARTS" > sprints/leysin-2017/post.md
        $ sprint summary
        # Leysin Winter Sprint 2017

        Hello.

        ## What we did

        It snowed.

        Written.

        ### Everybody

        Clean.

        ### Antonio Cuni

        Test the fix.

        <!-- gap: #2 test the fix: nothing told; sprint edit 2 -->

        ### Samuele Pedroni

        Test the fix.

        <!-- gap: #2 test the fix: nothing told; sprint edit 2 -->

        ### Armin Rigo

        Works.

        Also done: test the fix.

        <!-- gap: #2 test the fix: nothing told; sprint edit 2 -->

        ## Attendees

        - Carl Bolz
        - Antonio Cuni
        - Samuele Pedroni (from 28 February)
        - Armin Rigo
        ! remark: gap: #2 test the fix: nothing told; sprint edit 2
    "#]]);
}

#[test]
fn days_that_are_not_like_the_others_are_listed() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1 Works.
        1 done: fix the leak  | result: Works.
        $ sprint note It snowed.
        noted: It snowed.
        $ sprint day Documentation day
        Monday, 27 February 2017: Documentation day
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint day --break
        Tuesday, 28 February 2017: break
        $ SPRINT_NOW=2017-03-01T10:00:00+01:00 sprint next Release it.
        next: Release it.
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        Works.

        It snowed.

        ## Special days

        - Monday, 27 February: Documentation day
        - Tuesday, 28 February (break)

        ## What is next

        - Release it.
        $ sprint summary --group none --from tue
        # Leysin Winter Sprint 2017 (days 3-7)

        <!-- gap: a few sentences: where, when, who, what for -->

        ## Special days

        - Tuesday, 28 February (break)

        ## What is next

        - Release it.
        ! remark: gap: a few sentences: where, when, who, what for
        $ sprint summary --from wed
        # Leysin Winter Sprint 2017 (days 4-7)

        <!-- gap: a few sentences: where, when, who, what for -->

        ## What is next

        - Release it.
        ! remark: gap: a few sentences: where, when, who, what for
    "#]]);
}

#[test]
fn a_report_can_be_about_one_item() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo
        joined: Armin Rigo (armin)
        $ sprint plan fix the leak -p armin
        1 planned: fix the leak  | on it: Armin
        $ SPRINT_NOW=2017-02-28T09:00:00+01:00 sprint discuss how are strings stored -p armin
        2 to discuss: how are strings stored  | on it: Armin
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint progress strings There are two ways.
        2 progress: how are strings stored  | minutes: There are two ways.
        $ SPRINT_NOW=2017-02-28T11:00:00+01:00 sprint plan measure both -u 2 -p armin
        3 planned: measure both  | on it: Armin  | part of: 2 how are strings stored
        $ SPRINT_NOW=2017-02-28T11:01:00+01:00 sprint plan write it down -u 2
        4 planned: write it down  | part of: 2 how are strings stored
        $ SPRINT_NOW=2017-02-28T12:00:00+01:00 sprint photo http://example.org/board.png the board -i 2
        photo: http://example.org/board.png  | about: 2 how are strings stored  | caption: the board
        $ SPRINT_NOW=2017-02-28T13:00:00+01:00 sprint done 3 UTF-8 is faster.
        3 done: measure both  | credit: Armin  | result: UTF-8 is faster.
        $ SPRINT_NOW=2017-03-01T09:00:00+01:00 sprint decide 2 As UTF-8.
        2 decided: how are strings stored  | decision: As UTF-8.
        $ printf '%s\n\nThe team\n' "$PARTS" > sprints/leysin-2017/post.md
        $ sprint summary --item 2
        # How are strings stored

        There are two ways.

        As UTF-8. (Armin)

        ![the board](http://example.org/board.png)
        *the board*

        UTF-8 is faster. (Armin)

        ## What is next

        - Write it down
        $ SPRINT_NOW=2017-03-01T10:00:00+01:00 sprint summary --item 2 --day tue --body bullets
        # How are strings stored (day 3)

        There are two ways. (Armin)

        ![the board](http://example.org/board.png)
        *the board*

        UTF-8 is faster. (Armin)

        ## What is next

        - Write it down
        $ sprint summary --item leak --strict
        # Fix the leak
        $ sprint summary --item 2 --to mon
        ! error: 2 was entered on 2017-02-28, after the days of the report
        ! hint: give a later day with `--to` or `--day`, or none
        [exit 1]
        $ sprint summary --item strings
        ! error: no open item has `strings` in its text
        ! hint: did you mean 2 (how are strings stored; decided)?
        [exit 1]
        $ sprint summary --item 2 --group day
        ! error: `--item ITEM` cannot be used with `--group GROUP`
        ! hint: leave one of them out
        [exit 2]
    "#]]);
}

#[test]
fn damaged_logs_give_no_report() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ echo "1-abc = {" >> sprints/leysin-2017/2017-02-27.toml
        $ sprint summary
        ! error: sprints/leysin-2017/2017-02-27.toml:3:10: invalid TOML: `}` is missing
        !   3 | 1-abc = {
        !     |          ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
        ! error: no report was made: 1 error in the logs
        ! hint: fix the lines named above; the report would leave them out
        [exit 1]
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  fix the leak  nobody
        ! warning: sprints/leysin-2017/2017-02-27.toml:3:10: invalid TOML: `}` is missing
        !   3 | 1-abc = {
        !     |          ^
        ! hint: an entry is one line: ID = { at = …, by = "…", kind = "…", … }
    "#]]);
}

#[test]
fn what_a_talk_or_a_discussion_is_about_is_said_unless_its_text_does() {
    sprint_session(expect![[r#"
        $ sprint discuss async API "?" -t Storage
        1 to discuss: async API ?  | topic: Storage
        ! remark: `Storage` is a new topic
        $ sprint decide 1 Not now.
        1 decided: async API ?  | decision: Not now.
        $ sprint talk Property testing -p +tom -t Storage
        2 talk: Property testing  | on it: tom  | topic: Storage
        $ sprint done 2 Slides are online.
        2 done: Property testing  | credit: tom  | result: Slides are online.
        $ sprint talk The JIT -t Storage
        3 talk: The JIT  | topic: Storage
        $ sprint discuss How are strings stored -t Storage --decided "Strings are UTF-8."
        4 decided: How are strings stored  | topic: Storage  | decision: Strings are UTF-8.
        $ printf -- "- one\n- two\n" | sprint discuss Which ones --decided -
        5 decided: Which ones  | decision: - one - two
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Storage

        **Async API ?** Not now.

        **Property testing**: Slides are online. (tom)

        **How are strings stored**: Strings are UTF-8.

        ## Decisions and discussions

        **Which ones**:

        - one
        - two
    "#]]);
}

#[test]
fn what_is_not_finished_has_its_people_helpers_and_state() {
    people_session(expect![[r#"
        $ printf -- '- fix\n- it\n' | sprint plan -
        1 planned: - fix - it
        $ sprint assign 1 armin --with anto
        1 assigned: - fix - it  | on it: Armin, with help from Antonio
        $ sprint progress 1 nearly done
        1 progress: - fix - it  | status: nearly done
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What is next

        - \- fix it: nearly done (Armin, with help from Antonio)

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
    "#]]);
}

#[test]
fn days_outside_the_sprint_are_named_by_their_dates() {
    sprint_session(expect![[r#"
        $ sprint plan a
        1 planned: a
        $ sprint summary --day 2017-02-20
        # Leysin Winter Sprint 2017 (20 February)

        <!-- gap: a few sentences: where, when, who, what for -->
        ! remark: gap: a few sentences: where, when, who, what for
        $ sprint summary --from 2017-02-20 --to 2017-02-22
        # Leysin Winter Sprint 2017 (20 February to 22 February)

        <!-- gap: a few sentences: where, when, who, what for -->
        ! remark: gap: a few sentences: where, when, who, what for
    "#]]);
}

#[test]
fn nothing_active_is_in_a_post() {
    sprint_session(expect![[r#"
        $ sprint note 'see [README.md](README.md) and [script](script)alert(1)[/script](/script)'
        noted: see [README.md](README.md) and [script](script)alert(1)[/script](/scrip…
        ! remark: `[script](script)alert(1)[/script](/scri…` reads as a link
        ! hint: if it is not meant as that, put backticks around it
        $ sprint note '[x](<a(b\>\<script\>alert\(1\)\</script\>>) <img src=x onerror=alert(1)> [y](javascript:alert(1))'
        noted: [x](<a(b\>\<script\>alert\(1\)\</script\>>) <img src=x onerror=alert(1)…
        $ printf '# **T**\n\n*_q_* **b *c* d**\n' | sprint note -
        noted: # **T** *_q_* **b *c* d**
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        see README.md and scriptalert(1)/script

        x &lt;img src=x onerror=alert(1)&gt; y

        **T**

        *q* **b c d**
    "#]]);
}

#[test]
fn one_day_and_a_span_are_not_asked_for_together() {
    sprint_session(expect![[r#"
        $ sprint summary --day mon --from tue
        ! error: `--day` cannot be used with `--from` or `--to`
        ! hint: use `--day` for one day, `--from` and `--to` for several
        [exit 2]
        $ sprint --day mon summary --to tue
        ! error: `--day` cannot be used with `--from` or `--to`
        ! hint: use `--day` for one day, `--from` and `--to` for several
        [exit 2]
    "#]]);
}

#[test]
fn a_report_in_html_is_the_body_of_a_post_or_a_whole_page() {
    sprint_session(expect![[r#"
        $ printf '+++\ntitle = "R&D"\n+++\nHello &lt;b>.%s' "$PARTS" > sprints/leysin-2017/post.md
        $ cp $PHOTOS/hut.png . && sprint photo hut.png the hut
        photo: photos/hut-p1qh69c242.png  | caption: the hut
        $ sprint photo http://x.y/z.png -t JIT && sprint note "Snow & \"ice\"." -t JIT
        photo: http://x.y/z.png  | topic: JIT
        noted: Snow & "ice".  | topic: JIT
        ! remark: `JIT` is a new topic
        $ sprint plan fix the leak -t JIT && sprint done 1
        1 planned: fix the leak  | topic: JIT
        1 done: fix the leak
        $ sprint summary --for html
        <p>Hello &lt;b&gt;.</p>
        <figure>
        <img src="photos/hut-p1qh69c242.png" alt="the hut">
        <figcaption>the hut</figcaption>
        </figure>
        <h2>JIT</h2>
        <p>Snow &amp; "ice".</p>
        <p>Also done: fix the leak.</p>
        <!-- gap: #1 fix the leak: nothing told; sprint edit 1 -->
        <figure>
        <img src="http://x.y/z.png" alt="">
        </figure>
        ! remark: gap: #1 fix the leak: nothing told; sprint edit 1
        $ sprint summary --for html -o posts/hut.html && grep img posts/hut.html
        written: posts/hut.html
        <img src="../sprints/leysin-2017/photos/hut-p1qh69c242.png" alt="the hut">
        <img src="http://x.y/z.png" alt="">
        ! remark: gap: #1 fix the leak: nothing told; sprint edit 1
        $ sprint summary --page -o hut.html && sed '/<style>/,/<.style>/d' hut.html
        written: hut.html
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>R&amp;D</title>
        </head>
        <body>
        <main>
        <h1>R&amp;D</h1>
        <p>Hello &lt;b&gt;.</p>
        <figure>
        <img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGM8cec/AwMDEwMDAwMDAwAflwKnkH5S8wAAAABJRU5ErkJggg==" alt="the hut">
        <figcaption>the hut</figcaption>
        </figure>
        <h2>JIT</h2>
        <p>Snow &amp; "ice".</p>
        <p>Also done: fix the leak.</p>
        <!-- gap: #1 fix the leak: nothing told; sprint edit 1 -->
        <figure>
        <img src="http://x.y/z.png" alt="">
        </figure>
        </main>
        </body>
        </html>

        <!-- sprint writes this anew until somebody edits it: 461428f6c7765b0c -->
        ! remark: gap: #1 fix the leak: nothing told; sprint edit 1
        $ sprint summary --page --for html -o again.html && cmp again.html hut.html
        written: again.html
        ! remark: gap: #1 fix the leak: nothing told; sprint edit 1
    "#]]);
}

#[test]
fn only_html_can_be_a_page() {
    sprint_session(expect![[r#"
        $ sprint summary --page --for markdown
        ! error: only HTML can be a page
        ! hint: `--page` goes with `--for html` or with no `--for`
        [exit 2]
        $ sprint summary --page --json
        ! error: `--page` cannot be used with `--json`
        ! hint: leave one of them out
        [exit 2]
        $ sprint summary --json --for html
        ! error: `--json` cannot be used with `--for FORMAT`
        ! hint: leave one of them out
        [exit 2]
        $ sprint summary --for htm
        ! error: `htm` is not a value of `--for`
        ! hint: did you mean `html`? `--for` takes markdown, html, rst, text, json, nikola, jekyll, hugo, zola, pelican or eleventy
        [exit 2]
    "#]]);
}

#[test]
fn a_report_in_restructuredtext_has_pictures_and_comments() {
    sprint_session(expect![[r#"
        $ rm sprints/leysin-2017/post.md
        $ cp $PHOTOS/hut.png . && sprint photo hut.png the 'hut_'
        photo: photos/hut-p1qh69c242.png  | caption: the hut_
        $ printf 'See `__init__` in [the *docs*](https://x.y/a_):\n\n- one\n\n  ```rust\n  fn main() {}\n  ```\n- two' | sprint note -
        noted: See `__init__` in [the *docs*](https://x.y/a_): - one ```rust fn main()…
        $ sprint summary --for rst
        Leysin Winter Sprint 2017
        =========================

        ..
           gap: a few sentences: where, when, who, what for; sprint edit post

        .. figure:: photos/hut-p1qh69c242.png
           :alt: the hut_

           the hut\_

        What we did
        -----------

        See ``__init__`` in `the docs <https://x.y/a\_>`__:

        - one

          .. code-block:: rust

             fn main() {}

        - two
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
        $ sprint summary --for rst -o posts/hut.rst && grep figure posts/hut.rst
        written: posts/hut.rst
        .. figure:: ../sprints/leysin-2017/photos/hut-p1qh69c242.png
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
    "#]]);
}

#[test]
fn a_page_says_which_of_its_pictures_are_missing() {
    sprint_session(expect![[r#"
        $ printf 'Hello.%s' "$PARTS" > sprints/leysin-2017/post.md
        $ cp $PHOTOS/hut.png . && sprint photo hut.png the hut && sprint summary --page | grep '<img'
        photo: photos/hut-p1qh69c242.png  | caption: the hut
        <img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGM8cec/AwMDEwMDAwMDAwAflwKnkH5S8wAAAABJRU5ErkJggg==" alt="the hut">
        $ rm sprints/leysin-2017/photos/*
        $ sprint summary --page | grep -A1 '<p>Hello'
        <p>Hello.</p>
        <!-- gap: a picture is left out: photos/hut-p1qh69c242.png does not exist; add another with `sprint photo`, or `sprint undo` it -->
        ! remark: gap: a picture is left out: photos/hut-p1qh69c242.png does not exist; add another with `sprint photo`, or `sprint undo` it
        $ sprint summary --page -o hut.html --strict
        ! remark: gap: a picture is left out: photos/hut-p1qh69c242.png does not exist; add another with `sprint photo`, or `sprint undo` it
        ! error: the report has 1 gap
        ! hint: fill the gaps, or leave out `--strict`
        [exit 1]
        $ head -c 300 $PHOTOS/team.jpg > hut.jpg && sprint photo hut.jpg
        ! error: hut.jpg is a damaged JPEG: it cannot be read to its end
        ! hint: save it again with another program
        [exit 1]
        $ cp hut.jpg sprints/leysin-2017/photos/$(sed -n 's/.*photos.\(.*png\).*/\1/p' sprints/leysin-2017/2017-02-27.toml) && sprint summary --page | grep -A1 '<p>Hello'
        <p>Hello.</p>
        <!-- gap: a picture is left out: photos/hut-p1qh69c242.png is a damaged JPEG: it cannot be read to its end; add another with `sprint photo`, or `sprint undo` it -->
        ! remark: gap: a picture is left out: photos/hut-p1qh69c242.png is a damaged JPEG: it cannot be read to its end; add another with `sprint photo`, or `sprint undo` it
    "#]]);
}

#[test]
fn somebody_in_doubt_is_not_everybody() {
    sprint_session(expect![[r#"
        $ for name in Ana Bert Cleo; do sprint join $name; done > people && sprint plan one -p 'ana,cleo,bert?' && sprint plan two -p ana,bert,cleo
        1 planned: one  | on it: Ana, Cleo, Bert?
        2 planned: two  | on it: Ana, Bert, Cleo
        $ sprint summary 2>/dev/null | grep -A4 'What is next'
        ## What is next

        - One (Ana, Cleo, Bert?)
        - Two (all of us)

    "#]]);
}
