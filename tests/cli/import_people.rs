//! Who a pad says is there, from one day to the next.

use expect_test::expect;

use crate::support::TestEnv;

#[test]
fn whoever_is_listed_as_gone_leaves() {
    let env = TestEnv::with_sprint();
    env.run(
        r##"printf 'Here: Carl, Ida, Noor, Bela, Tom\n' > monday.md
printf 'Here: Ida, Carl (left), ~~Noor~~, Zoe (gone)\n- Bela - departed\n- Tom (ill)\n' > tuesday.md"##,
    );
    env.session(expect![[r#"
        $ sprint import monday.md --yes
        join Carl
        join Ida
        join Noor
        join Bela
        join Tom
        recorded 5: 5 joined (`sprint undo` takes all of it back)
        $ sprint import tuesday.md --yes && sprint import tuesday.md --yes
        leave carl
        leave noor
        leave bela
        leave tom
        recorded 4: 4 left (`sprint undo` takes all of it back)
        ! remark: tuesday.md:1:1: `Zoe` has not joined, so nothing is recorded about their leaving
        ! remark: tuesday.md:3:1: `tom` is sick, and counts as gone from this day on; `sprint join tom` says when they are back
        ! remark: there is nothing to record
        ! remark: tuesday.md:1:1: `Zoe` has not joined, so nothing is recorded about their leaving
        $ sprint board --for markdown | sed 's/^Here: .*/&, ~~Ida~~/' | sprint import - --dry-run
        leave ida
    "#]]);
}

#[test]
fn a_longer_name_in_a_list_is_the_one_with_that_first_name() {
    let env = TestEnv::with_sprint();
    env.run(
        r##"printf 'Here: Tomas, Ida, Kim\n- fix the parser (Tomas)\n- port it\n' > monday.md
printf 'Here: Tomas Horak, Ida, Ida Lind, Kim Lee, Kim Park\n- fix the parser (Tomas Horak)\n- port it (Tomas Horak, Tomas)\n' > tuesday.md"##,
    );
    env.session(expect![[r#"
        $ sprint import monday.md --yes
        join Tomas
        join Ida
        join Kim
        plan -p tomas fix the parser
        plan port it
        recorded 5: 3 joined, 2 planned (`sprint undo` takes all of it back)
        $ sprint import tuesday.md --yes && sprint import tuesday.md --yes
        join tomas --also 'Tomas Horak'
        join Ida Lind
        join Kim Lee
        join Kim Park
        assign 2 tomas
        recorded 5: 4 joined, 1 assigned (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (6): Tomas, Ida, Kim, Ida Lind, Kim Lee, Kim Park
        Free (5): Ida, Kim, Ida Lind, Kim Lee, Kim Park
          1  fix the parser  Tomas
          2  port it         Tomas
    "#]]);
}

#[test]
fn whoever_was_named_on_an_item_joins_and_is_on_others_at_once() {
    let env = TestEnv::with_sprint();
    env.run(
        r##"printf -- '- theme (Mia)\n- news\n' > monday.md
printf 'People: Mia Sand, Pavel Dvorak\n\n- theme (Mia)\n- news (Mia, Pavel)\n' > tuesday.md"##,
    );
    env.session(expect![[r#"
        $ sprint import monday.md --yes
        plan -p +Mia -- theme
        plan news
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        ! remark: new names: +Mia; `sprint join` adds those who attend
        $ sprint import tuesday.md --yes && sprint import tuesday.md --yes
        join Mia Sand
        join Pavel Dvorak
        assign 2 mia, pavel
        recorded 3: 2 joined, 1 assigned (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (2): Mia, Pavel
          1  theme  Mia
          2  news   Mia, Pavel
    "#]]);
}

#[test]
fn days_in_a_list_of_people_are_nobody() {
    let env = TestEnv::with_sprint();
    env.run(
        r##"printf 'Here: Ida, Dora, Tue + Wed, from Thu, Donnerstag, Tom (Tue-Wed)\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes && sprint import pad.md --yes
        join Ida
        join Dora
        join Tom --from Tue --to Wed
        recorded 3: 3 joined (`sprint undo` takes all of it back)
        ! remark: pad.md:1:1: this does not look like the name of somebody who is there: `Tue + Wed`
        ! hint: write the name alone, without quotes, and `,` between two names
        ! remark: pad.md:1:1: this does not look like the name of somebody who is there: `from Thu`
        ! remark: pad.md:1:1: this does not look like the name of somebody who is there: `Donnerstag`
        ! remark: there is nothing to record; 3 lines are not recorded in full; `sprint import --dry-run pad.md` lists them
    "#]]);
}

#[test]
fn headings_behind_a_list_of_people_are_nobody() {
    let env = TestEnv::with_sprint();
    env.run(
        r##"printf 'Participants\nIda\nDora\n\nWelcome!\n- fix the parser (Ida)\n\nTopics\n- port it (Dora)\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes && sprint import pad.md --yes
        join Ida
        join Dora
        plan -p ida fix the parser
        plan -p dora port it
        recorded 4: 2 joined, 2 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:8:1: `Topics` is not a topic, so the items below it have none; to make it one, write `Topics/`
        ! remark: pad.md:5:1: this does not belong to an item: `Welcome!`
        ! hint: indent such a line below an item, or begin it with `- `
        ! remark: there is nothing to record; 1 line is not recorded in full; `sprint import --dry-run pad.md` lists it
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (2): Ida, Dora
          1  fix the parser  Ida
          2  port it         Dora
    "#]]);
}

#[test]
fn names_are_listed_and_joined_in_other_languages() {
    let env = TestEnv::with_sprint();
    env.run(
        r##"printf 'Présents : Ana, Luis, Élodie et Paul, Jörg und Anke\nPartis : Ana\n\n- arreglar (Ana y Luis)\n- écrire (Élodie et Paul)\n- bauen (Jörg mit Anke)\n- scrivere (con Paul)\n- réunion (tous, mardi 14h)\n- comida (todos)\n- Essen (alle)\n- port it – Luis e Paul\n- draw it (x y plot)\n' > pad.md
printf 'Left: Jörg\nAbgereist: Anke\n\nLeft: the docs\n' > tuesday.md
for title in Asistentes Participantes Deelnemers Presenti; do printf "$title: Ana\n" | sprint import - --dry-run; printf "# $title\n- Luis\n" | sprint import - --dry-run; done > titles"##,
    );
    env.session(expect![[r#"
        $ sort -u titles
        join Ana
        join Luis
        $ sprint import pad.md --yes && sprint import pad.md --yes
        join Ana
        join Luis
        join Élodie
        join Paul
        join Jörg
        join Anke
        plan -p 'ana, luis' arreglar
        plan -p 'élodie, paul' écrire
        plan -p jörg --with anke bauen
        plan --with paul scrivere
        plan -p everybody --when 'mardi 14h' réunion
        plan -p everybody comida
        plan -p everybody Essen
        plan -p 'luis, paul' port it
        plan draw it (x y plot)
        leave Ana
        recorded 16: 6 joined, 9 planned, 1 left (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        $ sprint import tuesday.md --yes && sprint import tuesday.md --yes
        leave jörg
        leave anke
        recorded 2: 2 left (`sprint undo` takes all of it back)
        ! remark: 1 more line is not recorded in full; `sprint import --dry-run tuesday.md` lists it
        ! remark: there is nothing to record; 1 line is not recorded in full; `sprint import --dry-run tuesday.md` lists it
    "#]]);
}
