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
        ! remark: tuesday.md:3:1: `tom` is sick, and counts as gone from this day on
        ! hint: `sprint join tom` says when they are back
        ! remark: there is nothing to record; 1 line is not recorded in full
        ! hint: `sprint import --dry-run tuesday.md` lists it
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
        ! remark: tuesday.md:1:1: this joins as somebody new, but may be `kim`: `Kim Lee`
        ! hint: if so, give `kim` this name: `sprint join kim --also NAME`; `sprint undo ID` takes back what was recorded
        ! remark: tuesday.md:1:1: this joins as somebody new, but may be `kim`: `Kim Park`
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
        ! remark: new names: +Mia
        ! hint: `sprint join` adds those who attend
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
        ! remark: there is nothing to record; 3 lines are not recorded in full
        ! hint: `sprint import --dry-run pad.md` lists them
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
        ! remark: pad.md:8:1: `Topics` is not a topic, so the items below it have none
        ! hint: to make it one, write `Topics/`
        ! remark: pad.md:5:1: this does not belong to an item: `Welcome!`
        ! hint: indent such a line below an item, or begin it with `- `
        ! remark: there is nothing to record; 1 line is not recorded in full
        ! hint: `sprint import --dry-run pad.md` lists it
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
        leave anke
        recorded 1: 1 left (`sprint undo` takes all of it back)
        ! remark: 2 more lines are not recorded in full
        ! hint: `sprint import --dry-run tuesday.md` lists them
        ! remark: there is nothing to record; 2 lines are not recorded in full
        ! hint: `sprint import --dry-run tuesday.md` lists them
    "#]]);
}

#[test]
fn a_longer_name_is_somebody_else_where_a_list_has_the_short_one_too() {
    let env = TestEnv::with_sprint();
    env.run(
        r##"printf 'Here: Bob, Ida, Tom, Zoe, Max, Kim\n' > monday.md
printf 'Here: ~~Bob~~, Bob Lind, Ida Falk, Tom Holm, Zoe Abel, Max Toth, Kim Lee, Kim Park\nLeft: Ida\nSick: Tom\nLater: Max\n- Zoe (left)\n' > tuesday.md"##,
    );
    env.session(expect![[r#"
        $ sprint import monday.md --yes
        join Bob
        join Ida
        join Tom
        join Zoe
        join Max
        join Kim
        recorded 6: 6 joined (`sprint undo` takes all of it back)
        $ sprint import tuesday.md --yes && sprint import tuesday.md --yes
        join Bob Lind
        join Ida Falk
        join Tom Holm
        join Zoe Abel
        join Max Toth
        join Kim Lee
        join Kim Park
        leave bob
        leave ida
        leave tom
        leave zoe
        recorded 11: 7 joined, 4 left (`sprint undo` takes all of it back)
        ! remark: tuesday.md:3:1: `tom` is sick, and counts as gone from this day on
        ! hint: `sprint join tom` says when they are back
        ! remark: tuesday.md:1:1: this joins as somebody new, but may be `kim`: `Kim Lee`
        ! hint: if so, give `kim` this name: `sprint join kim --also NAME`; `sprint undo ID` takes back what was recorded
        ! remark: tuesday.md:1:1: this joins as somebody new, but may be `kim`: `Kim Park`
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn a_day_right_behind_a_name_may_be_a_surname() {
    let env = TestEnv::with_sprint();
    env.run(
        r##"printf 'Here: Ida, Ana, Bob\n- fix it (Ida Freitag)\n- read it (Ana Domingo)\n- write it (Bob, Ida Sabato)\n- draw it - Ana Sunday\n- port it (Ida on Sunday)\n- cut it (Ida, Freitag)\n- test it (Ida: Tue)\n- sing it (ida freitag)\n- play it (Ida Freitag Mittag)\n' > monday.md
printf 'Here: Ida Freitag, Ana Domingo, Bob\n- fix it (Ida Freitag)\n- read it (Ana Domingo)\n' > tuesday.md"##,
    );
    env.session(expect![[r#"
        $ sprint import monday.md --yes
        join Ida
        join Ana
        join Bob
        plan fix it
        plan read it
        plan -p bob write it
        plan draw it - Ana Sunday
        plan -p ida --when 'on Sunday' port it
        plan -p ida --when Freitag cut it
        plan -- test it (Ida: Tue)
        plan -p ida --when freitag sing it
        plan -p ida --when 'Freitag Mittag' play it
        recorded 12: 3 joined, 9 planned (`sprint undo` takes all of it back)
        ! remark: monday.md:2:1: these brackets may name people, but it is not clear whom: `fix it (Ida Freitag)`
        ! hint: name only people there, by their nicks, and write what else there is to say behind them
        ! remark: monday.md:3:1: these brackets may name people, but it is not clear whom: `read it (Ana Domingo)`
        ! remark: monday.md:4:1: these brackets may name people, but it is not clear whom: `write it (Bob, Ida Sabato)`
        ! remark: monday.md:8:1: the title names `Ida`, but nobody is put on it: `test it (Ida: Tue)`
        ! hint: write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`; `sprint assign ITEM PEOPLE` does, too
        $ sprint import tuesday.md --yes
        join ida --also 'Ida Freitag'
        join ana --also 'Ana Domingo'
        assign 1 ida
        assign 2 ana
        recorded 4: 2 joined, 2 assigned (`sprint undo` takes all of it back)
    "#]]);
}

#[test]
fn words_that_stand_within_surnames_join_only_names_that_are_known() {
    let env = TestEnv::with_sprint();
    env.run(
        r##"printf 'Here: Ana, Luis, José Ortega y Gasset\nHere: Puig i Cadafalch, Rui Costa e Silva, Élodie et Paul\n- arreglar (Ana y Luis)\n- scrivere (Ana e Luis)\n- leer (Ortega y Gasset)\n- provar (Ana i Marta)\n- read (mit Rust)\n- learn (avec Go)\n- sing (Ana con Python)\n- play (con Luis)\n' > pad.md
printf 'Here: Ana y Luis, @rosa y @pere\n' > more.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        join Ana
        join Luis
        join José Ortega y Gasset
        join Rui Costa e Silva
        join Élodie
        join Paul
        plan -p 'ana, luis' arreglar
        plan -p 'ana, luis' scrivere
        plan -p josé leer
        plan -- provar (Ana i Marta)
        plan read (mit Rust)
        plan learn (avec Go)
        plan -- sing (Ana con Python)
        plan --with luis play
        recorded 14: 6 joined, 8 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:6:1: the title names `Ana`, but nobody is put on it: `provar (Ana i Marta)`
        ! hint: write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`; `sprint assign ITEM PEOPLE` does, too
        ! remark: pad.md:9:1: the title names `Ana`, but nobody is put on it: `sing (Ana con Python)`
        ! remark: pad.md:2:1: this does not look like the name of somebody who is there: `Puig i Cadafalch`
        ! hint: write the name alone, without quotes, and `,` between two names
        $ sprint import more.md --yes
        join @rosa
        join @pere
        recorded 2: 2 joined (`sprint undo` takes all of it back)
    "#]]);
}

#[test]
fn who_has_left_stands_with_a_list_of_people_and_nothing_else() {
    let env = TestEnv::with_sprint();
    env.run(
        r##"printf 'Here: Ida, Tom, Bob, Zoe\n' > monday.md
printf 'Missing: Bob\n\nHere: Tom, Zoe\nLeft: Ida, Tom: port it\n\n- fix it\n\nGone: Tom, Zoe: write it\n\nMissing: Zoe\n' > wrong.md
printf 'Here: Tom, Zoe\n\nLeft: Ida\n\n- fix it\n\nGone: Bob\n' > tuesday.md"##,
    );
    env.session(expect![[r#"
        $ sprint import monday.md --yes
        join Ida
        join Tom
        join Bob
        join Zoe
        recorded 4: 4 joined (`sprint undo` takes all of it back)
        $ sprint import wrong.md --yes
        plan fix it
        recorded 1: 1 planned (`sprint undo` takes all of it back)
        ! remark: wrong.md:4:1: this does not belong to an item: `Left: Ida, Tom: port it`
        ! hint: indent such a line below an item, or begin it with `- `
        ! remark: wrong.md:8:1: these 2 lines, up to line 10, do not belong to an item: `Gone: Tom, Zoe: write it`
        ! remark: 1 more line is not recorded in full
        ! hint: `sprint import --dry-run wrong.md` lists it
        $ sprint import tuesday.md --yes && sprint import tuesday.md --yes
        leave ida
        leave bob
        recorded 2: 2 left (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn a_table_of_people_is_a_list_of_them() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf '## Participants\n\n| Name | GitHub | Days | Food |\n|---|---|---|---|\n| Ida Berg | @idab | Mon–Wed | vegan |\n| Tom | | only Tue | |\n| Bea Meier | [beam](https://example.org/beam) | | |\n\n## Storage\n- port it (Ida, Tom, @beam)\n' > pad.md
printf '{|\n! Name !! Arrives !! Leaves\n|-\n| Noor Haddad || Mon || Wed\n|}\n\n* fix it (Noor)\n** test it\n* <s>fuzz it</s>\n' > wiki.txt
printf '## Cooking\n| Name | Day |\n|---|---|\n| Kim | Mon |\n' > other.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        join Ida Berg --nick idab --from Mon --to Wed
        join Tom --from Tue --to Tue
        join bea --also beam
        plan -t Storage -p 'idab, tom, bea' port it
        recorded 4: 3 joined, 1 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:5:1: the words after `Ida Berg` are not understood: `Food: vegan`
        ! hint: days are read, as in `Armin (from Wed, until Fri)`, and so is a role, as in `Armin, host`; `sprint join` takes more
        ! remark: `Storage` is a new topic
        $ sprint import pad.md --yes
        ! remark: there is nothing to record; 1 line is not recorded in full
        ! hint: `sprint import --dry-run pad.md` lists it
        $ sprint import wiki.txt --yes
        join Noor Haddad --from Mon --to Wed
        plan -p noor fix it
        plan -u 2 test it
        recorded 3: 1 joined, 2 planned (`sprint undo` takes all of it back)
        ! remark: wiki.txt:9:1: this is struck through, and no item is called so, so nothing is recorded: `~~fuzz it~~`
        ! hint: write DONE or ABANDONED after it to record it with how it ended
        $ sprint import other.md --yes
        ! remark: there is nothing to record
        ! remark: other.md:4:1: nothing says whether those in this table attend: `| Kim | Mon |`
        ! hint: if they do, put a heading such as `## Participants` above it
    "#]]);
}

#[test]
fn a_table_of_people_below_a_heading_that_is_not_about_them_joins_nobody() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf '## Waiting list\n\n| Name | Arrival |\n|---|---|\n| Kim | Mon |\n\n## Machines\n\n| Name | Login | Arrival |\n|---|---|---|\n| hal | root | Tue |\n' > pad.md
printf '## Participants\n\n| Name | GitHub | Days |\n|---|---|---|\n| Noor (she/her) | noorh | Mon |\n| Berg, Tom | tomb | Tue |\n| Lea | none | |\n| Pavel | | no |\n| Total | 4 | 6 |\n' > people.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        ! remark: there is nothing to record
        ! remark: pad.md:5:1: nothing says whether those in this table attend: `| Kim | Mon |`
        ! hint: if they do, put a heading such as `## Participants` above it
        ! remark: pad.md:11:1: nothing says whether those in this table attend: `| hal | root | Tue |`
        $ sprint import people.md --yes
        join Noor --nick noorh --from Mon --to Mon
        join Lea
        recorded 2: 2 joined (`sprint undo` takes all of it back)
        ! remark: people.md:5:1: the words after `Noor` are not understood: `she/her`
        ! hint: days are read, as in `Armin (from Wed, until Fri)`, and so is a role, as in `Armin, host`; `sprint join` takes more
        ! remark: people.md:6:1: this does not look like the name of somebody who is there: `| Berg, Tom | tomb | Tue |`
        ! hint: write the name alone, without quotes, and `,` between two names
        ! remark: people.md:7:1: the words after `Lea` are not understood: `none`
        ! remark: 2 more lines are not recorded in full
        ! hint: `sprint import --dry-run people.md` lists them
    "#]]);
}

#[test]
fn a_short_day_behind_a_name_is_one_and_a_joint_between_two_surnames_is_within_a_name() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf 'Here: Ida, Noor, Jose Ortega y Gasset\nHere: Ana Puig i Cadafalch, Rui y Marta\n- draw it (Ida Thu)\n- read it (Noor Mi)\n- port it (Ida Sat, Noor)\n- fix it (Ida Sonntag)\n- test it (Ida do)\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        join Ida
        join Noor
        join Jose Ortega y Gasset
        join Ana Puig i Cadafalch
        plan -p ida --when Thu draw it
        plan -p noor --when Mi read it
        plan -p 'ida, noor' --when Sat port it
        plan fix it
        plan -- test it (Ida do)
        recorded 9: 4 joined, 5 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:6:1: these brackets may name people, but it is not clear whom: `fix it (Ida Sonntag)`
        ! hint: name only people there, by their nicks, and write what else there is to say behind them
        ! remark: pad.md:7:1: the title names `Ida`, but nobody is put on it: `test it (Ida do)`
        ! hint: write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`; `sprint assign ITEM PEOPLE` does, too
        ! remark: pad.md:2:1: this does not look like the name of somebody who is there: `Rui y Marta`
        ! hint: write the name alone, without quotes, and `,` between two names
    "#]]);
}

#[test]
fn a_line_with_a_label_does_not_go_on_with_the_people_above() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf 'Present: @tomk Tom Kruse\nLeft: @oskar\n\n- fix it (Tom)\n' > pad.md
printf 'Here: @noorh Noor Haddad\nSick: @oskar\nTeam: @lea\n\n- port it (Noor)\n' > other.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes
        join Tom Kruse --nick tomk
        plan -p tomk fix it
        recorded 2: 1 joined, 1 planned (`sprint undo` takes all of it back)
        ! remark: pad.md:2:1: `oskar` has not joined, so nothing is recorded about their leaving
        $ sprint import other.md --yes
        join Noor Haddad --nick noorh
        join @lea
        plan -p noorh port it
        recorded 3: 2 joined, 1 planned (`sprint undo` takes all of it back)
        ! remark: other.md:2:1: `oskar` has not joined, so nothing is recorded about their leaving
    "#]]);
}

#[test]
fn a_name_that_is_struck_through_is_off_the_item_wherever_it_stands() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf 'Here: Ida, Tom, Jon, Noor\n\n- [ ] draw it @ida @tom\n- [ ] read it (@ida)\n- [ ] port it (Noor)\n- [ ] sing it (Jon, Noor)\n' > monday.md
printf -- '- [ ] draw it @tom ~~@ida~~ @jon\n- [x] read it ~~(@ida)~~ (@tom)\n- [ ] port it (~~Noor~~ Jon)\n- [ ] sing it (Jon, ~~Noor~~ Ida)\n- [x] ~~cut it (Ida)~~\n- [-] ~~test it~~\n' > tuesday.md
printf 'Here: Ida\nLater: we cook\n' > 'my pad.md'"##,
    );
    env.session(expect![[r#"
        $ sprint import monday.md --yes
        join Ida
        join Tom
        join Jon
        join Noor
        plan -p 'ida, tom' draw it
        plan -p ida read it
        plan -p noor port it
        plan -p 'jon, noor' sing it
        recorded 8: 4 joined, 4 planned (`sprint undo` takes all of it back)
        $ sprint import tuesday.md --yes
        assign 1 jon
        assign 2 tom
        done 2
        assign 3 jon
        assign 4 ida
        plan -p ida cut it
        done 5
        plan test it
        drop 6
        recorded 9: 4 assigned, 2 done, 2 planned, 1 dropped (`sprint undo` takes all of it back)
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        ! remark: tuesday.md:1:1: this line does not name Ida, who stays on `1 draw it`
        ! hint: `sprint unassign 1 Ida` takes them off
        ! remark: tuesday.md:2:1: this line does not name Ida, who has the credit for `2 read it`, too
        ! hint: `sprint done 2 -p PEOPLE` says whose work it was
        ! remark: tuesday.md:3:1: this line does not name Noor, who stays on `3 port it`
        ! hint: `sprint unassign 3 Noor` takes them off
        ! remark: 1 more line is not recorded in full
        ! hint: `sprint import --dry-run tuesday.md` lists it
        $ sprint import tuesday.md --yes
        ! remark: there is nothing to record
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
        ! remark: tuesday.md:1:1: this line does not name Ida, who stays on `1 draw it`
        ! hint: `sprint unassign 1 Ida` takes them off
        ! remark: tuesday.md:3:1: this line does not name Noor, who stays on `3 port it`
        ! hint: `sprint unassign 3 Noor` takes them off
        ! remark: tuesday.md:4:1: this line does not name Noor, who stays on `4 sing it`
        ! hint: `sprint unassign 4 Noor` takes them off
        $ sprint import 'my pad.md' --yes && sprint import 'my pad.md' --yes
        ! remark: there is nothing to record; 1 line is not recorded in full
        ! hint: `sprint import --dry-run 'my pad.md'` lists it
        ! remark: there is nothing to record; 1 line is not recorded in full
        ! hint: `sprint import --dry-run 'my pad.md'` lists it
    "#]]);
}

#[test]
fn a_second_line_with_the_same_words_adds_people_a_time_and_a_status() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- build it (Armin)\n- build it (Bea), Thu 17:00: half\n- ship it (Armin), DONE\n- ship it (Bea), Fri 10:00\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --yes && sprint import pad.md --yes
        plan -p armin build it
        plan -p armin ship it
        done 2
        move 1 --when 'Thu 17:00'
        assign 1 bea
        progress 1 half
        recorded 6: 2 planned, 1 done, 1 moved, 1 assigned, 1 progress (`sprint undo` takes all of it back)
        ! remark: pad.md:2:1: this has the words of line 1, so both are one item, with the people of both
        ! hint: for two items, write into their titles what makes them two
        ! remark: pad.md:4:1: this has the words of line 3, which closes the item, so nothing of this line is recorded
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn where_somebody_works_and_words_of_headings_join_nobody() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf 'Participants:\n- Jörg Müller, Uni Bern\n- Ida Lind, Noor Ali; regrets: Tom Weber\n\n- fix it\n' > one.md
printf '**Attendees:** @kim (Kim Lee), @bela (Bela Szabo)\n\n- port it\n' > two.md"##,
    );
    env.session(expect![[r#"
        $ sprint import one.md --dry-run
        join Jörg Müller
        join Ida Lind
        join Noor Ali
        plan fix it
        ! remark: one.md:2:1: this does not look like the name of somebody who is there: `Uni Bern`
        ! hint: write the name alone, without quotes, and `,` between two names
        ! remark: one.md:3:1: this does not look like the name of somebody who is there: `regrets`
        $ sprint import two.md --dry-run
        join Kim Lee --nick kim
        join Bela Szabo --nick bela
        plan port it
    "#]]);
}

#[test]
fn names_beside_the_words_of_a_title_are_told_or_in_doubt() {
    let env = TestEnv::with_people();
    env.run(
        r##"printf -- '- fix the leak (Armin or Bea)\n- port it cc @armin\n- mend it: Bea will do it\n- shrink it => Bea\n- draw it; Bea\n- print it | Bea\n- read it @armin oder @bea\n- Armin macht die Folien\n- sweep it w/ Bea\n- the names of Bea are long\n- paint it (Armin, Bea or Anto)\n- lock it cc: Bea\n- open it assigned to Bea\n- shut it... Bea\n- fill it @armin/@bea\n- hide it (Bea oder jemand)\n' > pad.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run && sprint import pad.md --yes >/dev/null 2>&1
        plan -p 'armin?, bea?' fix the leak
        plan port it cc @armin
        plan mend it: Bea will do it
        plan -p bea shrink it
        plan draw it; Bea
        plan print it | Bea
        plan -p 'armin?, bea?' read it
        plan Armin macht die Folien
        plan sweep it w/ Bea
        plan the names of Bea are long
        plan -p 'armin?, bea?, anto?' paint it
        plan lock it cc: Bea
        plan open it assigned to Bea
        plan shut it... Bea
        plan -p 'armin, bea' fill it
        plan -p bea? hide it
        ! remark: pad.md:2:1: the title names `@armin`, but nobody is put on it: `port it cc @armin`
        ! hint: write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`; `sprint assign ITEM PEOPLE` does, too
        ! remark: pad.md:3:1: the title names `Bea`, but nobody is put on it: `mend it: Bea will do it`
        ! remark: pad.md:5:1: the title names `Bea`, but nobody is put on it: `draw it; Bea`
        ! remark: pad.md:6:1: the title names `Bea`, but nobody is put on it: `print it | Bea`
        ! remark: pad.md:8:1: the title names `Armin`, but nobody is put on it: `Armin macht die Folien`
        ! remark: pad.md:9:1: the title names `Bea`, but nobody is put on it: `sweep it w/ Bea`
        ! remark: pad.md:12:1: the title names `Bea`, but nobody is put on it: `lock it cc: Bea`
        ! remark: pad.md:13:1: the title names `Bea`, but nobody is put on it: `open it assigned to Bea`
        ! remark: pad.md:14:1: the title names `Bea`, but nobody is put on it: `shut it... Bea`
        ! remark: pad.md:16:1: `jemand` is not a name: `hide it (Bea oder jemand)`
        ! hint: name only people there, and write what else there is to say behind them
        $ sprint import pad.md --yes
        ! remark: there is nothing to record
        ! remark: pad.md:16:1: `jemand` is not a name: `hide it (Bea oder jemand)`
        ! hint: name only people there, and write what else there is to say behind them
    "#]]);
}

#[test]
fn what_stands_behind_the_name_of_one_person_on_a_line_joins_nobody() {
    let env = TestEnv::new();
    env.run(
        r##"sprint init hut; printf 'Participants:\n- Ida Lind, Acme\n- Bela Kiss\n- Tom Berg, host\n\n- fix it (Ida)\n' > pad.md; printf 'Here: Ida Lind, Tom, Google\n' > list.md"##,
    );
    env.session(expect![[r#"
        $ sprint import pad.md --dry-run
        join Ida Lind
        join Bela Kiss
        join Tom Berg --role host
        plan -p ida fix it
        ! remark: pad.md:2:1: this does not look like the name of somebody who is there: `Acme`
        ! hint: write the name alone, without quotes, and `,` between two names
        $ sprint import list.md --dry-run
        join Ida Lind
        join Tom
        ! remark: list.md:1:1: this does not look like the name of somebody who is there: `Google`
        ! hint: write the name alone, without quotes, and `,` between two names
    "#]]);
}

#[test]
fn whoever_is_certain_in_one_of_two_lines_is_so_at_once() {
    let env = TestEnv::new();
    env.run(
        r"sprint init hut; printf -- '- port it (Laura, Armin?)\n- port it (Armin)\n' > plan.md",
    );
    env.session(expect![[r#"
        $ sprint import plan.md --yes
        join Armin
        plan -p '+Laura, armin?' port it
        assign 1 armin
        recorded 3: 1 joined, 1 planned, 1 assigned (`sprint undo` takes all of it back)
        ! remark: plan.md:2:1: this has the words of line 1, so both are one item, with the people of both
        ! hint: for two items, write into their titles what makes them two
        ! remark: new names: +Laura
        ! hint: `sprint join` adds those who attend
        $ sprint import plan.md --yes
        ! remark: there is nothing to record
    "#]]);
}

#[test]
fn who_is_not_there_is_no_task_and_an_unknown_handle_in_front_is_told() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- Anto: sick today\n- Jonas: arrives Wed\n- Bea: krank bis Mittwoch\n- Tests: missing\n- Bea: late fees\n' | sprint import - --dry-run
        plan Tests: missing
        plan -p bea late fees
        ! remark: -:1:1: these 3 bullets, up to line 3, do not say what is to be done: `Anto: sick today`
        ! hint: indent such a line below its item, or give it a box if it is one: `- [ ] …`
        $ printf -- '- [ ] @ida port it\n- @property getters are slow\n- docs (Bea)\n' | sprint import - --dry-run
        plan @ida port it
        plan @property getters are slow
        plan -p bea docs
        ! remark: -:1:1: the title names `@ida`, but nobody is put on it: `@ida port it`
        ! hint: write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`; `sprint assign ITEM PEOPLE` does, too
    "#]]);
}

#[test]
fn a_german_day_and_newcomers_in_brackets_are_nobody() {
    let env = TestEnv::with_people();
    env.session(expect![[r#"
        $ printf -- '- docs (Bea, Do)\n- test (Bea; Mi)\n- port (Mo)\n- read (Bea + newcomers)\n- cut (Bea, neu)\n' | sprint import - --dry-run
        plan -p bea --when Do docs
        plan -p bea --when Mi test
        plan port (Mo)
        plan -p bea read
        plan -p bea cut
        ! remark: -:4:1: `newcomers` is not a name: `read (Bea + newcomers)`
        ! hint: name only people there, and write what else there is to say behind them
        ! remark: -:5:1: `neu` is not a name: `cut (Bea, neu)`
    "#]]);
}

#[test]
fn whoever_comes_before_the_first_day_comes_before_it() {
    let env = TestEnv::new();
    env.run("sprint init hut --from 2017-02-27 --to 2017-03-03");
    env.run(
        r##"printf 'Participants:\n- Ida Lind (Sun–Fri)\n- Bela Szabo (from Sunday)\n- Kim Ott (until Sat)\n- Tom Au (2017-03-02 - Tue)\n' > list.md
printf '| Name | Arrival | Departure |\n|---|---|---|\n| Ina Lind | Sunday | Friday |\n| Max Ott | 2017-03-02 | 2017-02-28 |\n' > table.md"##,
    );
    env.session(expect![[r#"
        $ SPRINT_NOW=2017-02-10T09:00:00+01:00 sprint import list.md --yes
        join Ida Lind --from Sun --to Fri
        join Bela Szabo --from Sunday
        join Kim Ott --to Sat
        join Tom Au
        recorded 4: 4 joined (`sprint undo` takes all of it back)
        ! remark: list.md:5:1: not recorded: the last day, 2017-02-28, comes before the first, 2017-03-02
        !   5 | - Tom Au (2017-03-02 - Tue)
        !     | ^
        ! hint: give the first day with `--from` and the last with `--to`
        $ SPRINT_NOW=2017-02-27T09:00:00+01:00 sprint import table.md --yes
        join Ina Lind --from Sunday --to Friday
        join Max Ott
        recorded 2: 2 joined (`sprint undo` takes all of it back)
        ! remark: table.md:4:1: not recorded: the last day, 2017-02-28, comes before the first, 2017-03-02
        !   4 | | Max Ott | 2017-03-02 | 2017-02-28 |
        !     | ^
        ! hint: give the first day with `--from` and the last with `--to`
        ! remark: Ina Lind is similar to Ida Lind, who is already known
        $ grep -ho 'nick.*, batch' sprints/hut/2017*.toml
        nick = "ida", from = 2017-02-26, to = 2017-03-03, batch
        nick = "bela", from = 2017-02-26, batch
        nick = "kim", to = 2017-03-04, batch
        nick = "tom", batch
        nick = "ina", from = 2017-02-26, to = 2017-03-03, batch
        nick = "max", batch
    "#]]);
}
