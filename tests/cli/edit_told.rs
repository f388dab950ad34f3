//! `sprint edit told` and `sprint edit ITEM`.

use expect_test::expect;

use crate::support::{TestEnv, sprint_session};

/// Runs the session after `edit EDITOR WORDS…` was made, which opens a scripted editor at a terminal.
fn edit_session(expected: expect_test::Expect) {
    let env = TestEnv::with_people();
    env.run(
        r#"cat > edit <<'END'
#!/bin/sh
editor=$1; shift
script -qec "EDITOR='$editor' sprint edit $*" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*\.\(md\|toml\)/sprint-XXXXXX.\1/g'
END
chmod +x edit
sprint plan fix the leak -t JIT -p armin && sprint done 1 The leak is fixed.
sprint discuss how are strings stored && sprint progress 2 We looked at both. && sprint decide 2 We keep UTF-8.
sprint plan write docs && sprint done 3
sprint talk the GC && sprint done 4
sprint note We went skiing. -t Fun
sprint plan port it && sprint result 5 Half of it works.
sprint plan drop it && sprint result 6 Nothing. && sprint drop 6"#,
    );
    env.session(expected);
}

#[test]
fn all_that_is_told_stands_under_its_number_and_title() {
    edit_session(expect![[r#"
        $ ./edit cat told
        <!-- Change the texts, and the titles behind the numbers. What you leave out stays as it is. -->

        ## #1 fix the leak

        The leak is fixed.

        ## note vmkh7x4enh

        We went skiing.

        ## #3 write docs

        ## #5 port it

        Half of it works.

        ## #2 how are strings stored

        We looked at both.

        We keep UTF-8.

        ## #4 the GC
        nothing changed
    "#]]);
}

#[test]
fn what_belongs_to_no_item_stands_under_the_id_of_its_entry() {
    sprint_session(expect![[r#"
        $ sprint join Armin, Bea
        joined: Armin (armin)
        joined: Bea (bea)
        $ sprint plan fix it && sprint done 1 It is fixed.
        1 planned: fix it
        1 done: fix it  | result: It is fixed.
        $ sprint goal ship 3.6 && sprint goal skiing --side && sprint thank Thanks, Laura.
        goal: ship 3.6
        side goal: skiing
        thanks: Thanks, Laura.
        $ sprint next -i 1 -p armin test it && sprint next write docs && sprint note We met.
        next: test it  | on it: Armin  | about: 1 fix it
        next: write docs
        noted: We met.
        $ cat > ed <<'END'
        > #!/bin/sh
        > sed -i -e 's/ship 3.6/ship 3.7/' -e 's/skiing/climbing/' -e 's/Laura/Laura and Ida/' -e 's/test it/test all/' -e 's/write docs//' $1
        > END
        $ chmod +x ed && EDITOR=./ed script -qec 'sprint edit told' /dev/null | tr -d '\r'
        goal replaced: ship 3.7
        goal replaced: climbing
        next step replaced: test all  | on it: Armin  | about: 1 fix it
        thanks replaced: Thanks, Laura and Ida.
        remark: nothing is left under next step dg650ymrka, and what it told stays
        hint: `sprint undo ID` takes a text back; `sprint show ITEM` and `sprint log DAY` show the ids
        $ EDITOR=cat script -qec 'sprint edit told' /dev/null | tr -d '\r'
        <!-- Change the texts, and the titles behind the numbers. What you leave out stays as it is. -->

        ## goal qbce75zhzx

        ship 3.7

        ## goal rvyjdz1z0d

        climbing

        ## #1 fix it

        It is fixed.

        ## next step adehd0af28

        test all

        ## note xnkm5mrjbd

        We met.

        ## next step dg650ymrka

        write docs

        ## thanks fapxbrafe3

        Thanks, Laura and Ida.
        nothing changed
        $ tail -8 sprints/leysin-2017/2017-02-27.toml | sed 's/^.*kind/kind/'
        kind = "undo", entry = "2bq4x39dmz", only = true, batch = "z8p2qerw0g" }
        kind = "goal", text = "ship 3.7", batch = "z8p2qerw0g" }
        kind = "undo", entry = "bxjdgers5h", only = true, batch = "z8p2qerw0g" }
        kind = "goal", text = "climbing", side = true, batch = "z8p2qerw0g" }
        kind = "undo", entry = "b4dwevhgpb", only = true, batch = "z8p2qerw0g" }
        kind = "next", item = "1-xy5tb7", text = "test all", people = ["armin"], batch = "z8p2qerw0g" }
        kind = "undo", entry = "tsgt9r4xfk", only = true, batch = "z8p2qerw0g" }
        kind = "thank", text = "Thanks, Laura and Ida.", batch = "z8p2qerw0g" }
        $ sprint summary --for text 2>/dev/null
        Leysin Winter Sprint 2017
        =========================

        We met in Leysin.

        Goals
        -----

        - Ship 3.7
        - Climbing (side goal)

        What we did
        -----------

        It is fixed. Next: test all (Armin).

        We met.

        What is next
        ------------

        - Write docs

        Attendees
        ---------

        - Armin
        - Bea

        Thanks
        ------

        Thanks, Laura and Ida.
        $ sprint undo
        took back 4 entries recorded together at 09:00: 2 times goal; next 1; thank Thanks, Laura and Ida.; brought back 4 entries: 2 times goal; thank; next 1 fix it: test it (Armin) (`sprint undo jpfcfrbntt` reverses that)
    "#]]);
}

#[test]
fn what_is_changed_replaces_what_was_told_and_one_undo_takes_it_back() {
    edit_session(expect![[r#"
        $ cat > ed <<'END'
        > sed -i -e 's/is fixed/is found and fixed/' -e 's/^We keep.*/**Decision:** We keep UTF-8 and UTF-16./' -e 's/fix the leak/fix the memory leak/' -e 's/write docs/write docs\n\nThe docs are written.\n/' -e 's/skiing/climbing/' -e 's/Half/Most/' $1
        > END
        $ chmod +x ed && ./edit ./ed told
        1 reworded: fix the memory leak  | was: fix the leak
        1 result replaced: fix the memory leak  | result: The leak is found and fixed.
        note replaced: We went climbing.  | topic: Fun
        3 result added: write docs  | result: The docs are written.
        5 result replaced: port it  | result: Most of it works.
        2 result replaced: how are strings stored
            result: We looked at both. **Decision:** We keep UTF-8 …
        $ tail -9 sprints/leysin-2017/2017-02-27.toml | sed 's/^.*kind/kind/'
        kind = "result", item = "6-7z5x36", text = "Nothing." }
        kind = "drop", item = "6-7z5x36" }
        kind = "reword", item = "1-wkt15q", text = "fix the memory leak", batch = "ybjhp1e1rj" }
        kind = "result", item = "1-wkt15q", text = "The leak is found and fixed.", only = true, batch = "ybjhp1e1rj" }
        kind = "undo", entry = "vmkh7x4enh", only = true, batch = "ybjhp1e1rj" }
        kind = "note", text = "We went climbing.", topic = "Fun", batch = "ybjhp1e1rj" }
        kind = "result", item = "3-ebxv7b", text = "The docs are written.", only = true, batch = "ybjhp1e1rj" }
        kind = "result", item = "5-j33c6q", text = "Most of it works.", only = true, batch = "ybjhp1e1rj" }
        kind = "result", item = "2-rcyt4m", text = "We looked at both.\n\n**Decision:** We keep UTF-8 and UTF-16.", only = true, batch = "ybjhp1e1rj" }
        $ ./edit cat told && sprint
        <!-- Change the texts, and the titles behind the numbers. What you leave out stays as it is. -->

        ## #1 fix the memory leak

        The leak is found and fixed.

        ## note h51cba7qy9

        We went climbing.

        ## #3 write docs

        The docs are written.

        ## #5 port it

        Most of it works.

        ## #2 how are strings stored

        We looked at both.

        **Decision:** We keep UTF-8 and UTF-16.

        ## #4 the GC
        nothing changed
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (3): Armin, Antonio, Bea
          5  port it                             nobody
        Closed today
          1  fix the memory leak                 Armin   done
          2  discussion: how are strings stored          decided
          3  write docs                                  done
          4  talk: the GC                                done
          6  drop it                                     dropped
        $ sprint undo && ./edit cat told && sprint undo && ./edit true told
        took back 6 entries recorded together at 09:00: reword 1; result 1, 3, 5, 2; note We went climbing. (Fun); brought back: note We went skiing. (Fun) (`sprint undo zqb67ewb6b` reverses that)
        <!-- Change the texts, and the titles behind the numbers. What you leave out stays as it is. -->

        ## #1 fix the leak

        The leak is fixed.

        ## note vmkh7x4enh

        We went skiing.

        ## #3 write docs

        ## #5 port it

        Half of it works.

        ## #2 how are strings stored

        We looked at both.

        We keep UTF-8.

        ## #4 the GC
        nothing changed
        took back: drop 6 drop it (`sprint undo h1eyaqrr4w` reverses that)
        nothing changed
    "#]]);
}

#[test]
fn an_item_is_edited_alone() {
    edit_session(expect![[r#"
        $ ./edit cat 5 && ./edit cat 6 && ./edit cat port
        <!-- Change the texts, and the titles behind the numbers. What you leave out stays as it is. -->

        ## #5 port it

        Half of it works.
        nothing changed
        <!-- Change the texts, and the titles behind the numbers. What you leave out stays as it is. -->

        ## #6 drop it

        Nothing.
        nothing changed
        <!-- Change the texts, and the titles behind the numbers. What you leave out stays as it is. -->

        ## #5 port it

        Half of it works.
        nothing changed
        $ ./edit 'sed -i -e s/Half/Most/ -e s/port/really-port/' 5 && ./edit true 5
        5 reworded: really-port it  | was: port it
        5 result replaced: really-port it  | result: Most of it works.
        nothing changed
        $ ./edit 'sed -i 3s/it/it-all/' 5 && sprint show 5
        5 reworded: really-port it-all  | was: really-port it
        5 really-port it-all
            task, open
            was: port it
            was: really-port it

        Most of it works.

        when              by     what    entry                          id
        Mon 27 Feb 09:00  armin  plan    port it                        5-j33c6q
        Mon 27 Feb 09:00  armin  result  Half of it works.              yetx0jnx0f
        Mon 27 Feb 09:00  armin  reword  really-port it                 5cptet1dhp
        Mon 27 Feb 09:00  armin  result  Most of it works. (only this)  j1ntq0dbqe
        Mon 27 Feb 09:00  armin  reword  really-port it-all             d2t3xazts3
        $ ./edit 'sed -i s/Nothing/Something/' 6
        remark: your text is kept in FOLDER/sprint-XXXXXX.md
        error: 6 is dropped
        hint: `sprint reopen 6` opens it
        $ ./edit cat 77; ./edit cat nonsense; ./edit cat 2017-02-30
        error: there is no item 77
        hint: the highest number is 6; `sprint board` shows what is open
        error: no open item has `nonsense` in its text
        hint: `sprint board` shows what is open, with numbers
        error: `2017-02-30` is not a day for DAY
        hint: use a date such as 2017-02-27, a weekday, `today`, `yesterday` or `tomorrow`
    "#]]);
}

#[test]
fn what_cannot_be_read_is_not_kept_and_not_lost() {
    edit_session(expect![[r#"
        $ ./edit 'sed -i s/#1/1/' told && cat sprint-*.md | head -3 && rm sprint-*.md
        remark: your text is kept in FOLDER/sprint-XXXXXX.md
        error: FOLDER/sprint-XXXXXX.md:3:1: `## 1 fix the leak` is not a heading that was opened
          3 | ## 1 fix the leak
            | ^
        hint: a heading keeps its number; one of your own in a text takes another number of `#`
        <!-- Change the texts, and the titles behind the numbers. What you leave out stays as it is. -->

        ## 1 fix the leak
        $ ./edit 'sed -i /#3/d' told; ./edit 'sed -i /#5/d' told && rm sprint-*.md
        nothing changed
        remark: your text is kept in FOLDER/sprint-XXXXXX.md
        error: FOLDER/sprint-XXXXXX.md:14:1: this seems to belong to `## #5 port it`, which is gone
          14 | Half of it works.
             | ^
        hint: put that heading back on a line of its own, or leave out all that stood under it
        $ ./edit 'sed -i s/.*skiing.*//' told; ./edit 'sed -i -e s/.*skiing.*// -e s/Half/All/' told
        nothing changed
        remark: nothing is left under note vmkh7x4enh, and what it told stays
        hint: `sprint undo ID` takes a text back; `sprint show ITEM` and `sprint log DAY` show the ids
        5 result replaced: port it  | result: All of it works.
        remark: nothing is left under note vmkh7x4enh, and what it told stays
        hint: `sprint undo ID` takes a text back; `sprint show ITEM` and `sprint log DAY` show the ids
        $ ./edit false told; ./edit 'truncate -s 0' told; ls | grep -v md$
        error: the editor `false` failed: it ended with exit status: 1
        hint: set VISUAL or EDITOR to another editor
        nothing changed
        edit
        sprints
    "#]]);
}

#[test]
fn what_others_record_meanwhile_stays() {
    edit_session(expect![[r#"
        $ cat > ed <<'END'
        > SPRINT_BY=anto sprint result 5 More came of it, $WHAT. >/dev/null; SPRINT_BY=anto sprint plan meanwhile >/dev/null
        > sed -i -e "s/$WHAT/found and fixed/" $1
        > END
        $ chmod +x ed && WHAT=fixed ./edit ./ed told
        1 result replaced: fix the leak  | result: The leak is found and fixed.
        $ WHAT='Half of it works' ./edit ./ed told
        remark: 7 is open and has the same words
        remark: your text is kept in FOLDER/sprint-XXXXXX.md
        error: #5 was changed by somebody else meanwhile; nothing was recorded
        hint: run the same command again, and insert the text that was kept
        $ rm sprint-*.md; sprint show 5
        5 port it
            task, open

        Half of it works.

        More came of it, fixed.

        More came of it, Half of it works.

        when              by     what    entry                               id
        Mon 27 Feb 09:00  armin  plan    port it                             5-j33c6q
        Mon 27 Feb 09:00  armin  result  Half of it works.                   yetx0jnx0f
        Mon 27 Feb 09:00  anto   result  More came of it, fixed.             7dg1ey86rk
        Mon 27 Feb 09:00  anto   result  More came of it, Half of it works.  4ehgqbw8wh
    "#]]);
}

#[test]
fn a_note_keeps_its_day_and_its_topic() {
    sprint_session(expect![[r#"
        $ SPRINT_NOW=2017-02-26T23:00:00+01:00 sprint note We went skiing. -t Fun && sprint note We came back.
        noted: We went skiing.  | topic: Fun
        noted: We came back.
        ! remark: `Fun` is a new topic
        $ script -qec "EDITOR='sed -i s/skiing/climbing/' sprint edit told" /dev/null | tr -d '\r'
        note replaced: We went climbing.  | topic: Fun
        $ cat sprints/leysin-2017/2017-02-2*.toml && sprint summary --group day 2>/dev/null | grep -v '^<'
        # Leysin Winter Sprint 2017: Sunday, 26 February 2017
        1ss9wb440k = { at = 2017-02-26T23:00:00.000+01:00, by = "armin", kind = "note", text = "We went skiing.", topic = "Fun" }
        8xynft4a81 = { at = 2017-02-26T23:00:00.001+01:00, by = "armin", kind = "note", text = "We went climbing.", topic = "Fun", entered = 2017-02-27T09:00:00.002+01:00, batch = "3ybq4rnxkj" }
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        79mh516nse = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "note", text = "We came back." }
        3ybq4rnxkj = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "undo", entry = "1ss9wb440k", only = true, batch = "3ybq4rnxkj" }
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        ### Day 1: Sunday, 26 February

        We went climbing.

        ### Day 2: Monday, 27 February

        We came back.
    "#]]);
}

/// Makes a discussion with the minutes that a command records, and `edit`, which runs `sprint edit` with an editor and shows neither
/// blank lines nor comments.
fn with_minutes(minutes: &str) -> TestEnv {
    let env = TestEnv::with_people();
    env.run(&format!(
        r#"cat > edit <<'END'
#!/bin/sh
editor=$1; shift
script -qec "EDITOR='$editor' sprint edit $*" /dev/null | tr -d '\r' | grep -v '^$\|^<!'
END
chmod +x edit; sprint discuss which license
{minutes}"#
    ));
    env
}

#[test]
fn a_minute_that_is_changed_stays_a_minute_at_its_place() {
    let env = with_minutes(
        r"printf 'progress 1 Ida likes the GPL.\nprogress 1 Bela wnats MIT.\nprogress 1 We asked Noor.\n' | sprint batch",
    );
    env.session(expect![[r#"
        $ ./edit 'sed -i s/wnats/wants/' 1
        1 changed: which license  | minutes: Bela wants MIT.
        $ sprint show 1
        1 which license
            discussion, open
            status: We asked Noor.

        when              by     what      entry                         id
        Mon 27 Feb 09:00  armin  discuss   which license                 1-esj3cd
        Mon 27 Feb 09:00  armin  progress  Ida likes the GPL.            g7s2jr86yr
        Mon 27 Feb 09:00  armin  progress  Bela wnats MIT. (taken back)  c10e3xy8rh
        Mon 27 Feb 09:00  armin  progress  We asked Noor. (taken back)   tarcvbjv5a
        Mon 27 Feb 09:00  armin  progress  Bela wants MIT.               t13gzgatqm
        Mon 27 Feb 09:00  armin  progress  We asked Noor.                pcrar98j88
        $ sprint undo && sprint show 1 | sed -n 4,8p
        took back 2 entries recorded together at 09:00: progress 1, 1; brought back 2 entries recorded together at 09:00: progress 1, 1 (`sprint undo rmv14qec0f` reverses that)

        when              by     what      entry                         id
        Mon 27 Feb 09:00  armin  discuss   which license                 1-esj3cd
        Mon 27 Feb 09:00  armin  progress  Ida likes the GPL.            g7s2jr86yr
        Mon 27 Feb 09:00  armin  progress  Bela wnats MIT.               c10e3xy8rh
        $ cat > ed <<'END'
        > sed -i -e 's/which/what/' -e 's/^Bela.*/Bela wants MIT,\nand so does Tom.\n\nSo do others./' $1; printf '\nIt is late.\n' >> $1
        > END
        $ chmod +x ed; ./edit ./ed 1 && ./edit cat 1
        1 reworded: what license  | was: which license
        1 changed: what license  | minutes: Bela wants MIT, and so does Tom. So do others.
        1 changed: what license  | minutes: It is late.
        ## #1 what license
        Ida likes the GPL.
        Bela wants MIT,
        and so does Tom.
        So do others.
        We asked Noor.
        It is late.
        nothing changed
        $ ./edit 'sed -i -e "s/^Ida/We met.\n\n&/" -e /late/d' 1 && ./edit cat 1
        1 changed: what license  | minutes: We met.
        ## #1 what license
        We met.
        Ida likes the GPL.
        Bela wants MIT,
        and so does Tom.
        So do others.
        We asked Noor.
        nothing changed
        $ ./edit 'sed -i /asked/d' 1
        1 changed: what license  | minutes deleted
        $ sprint decide 1 MIT. && ./edit 'sed -i s/met/talked/' 1
        1 decided: what license  | decision: MIT.
        1 result replaced: what license  | result: We talked. Ida likes the GPL. Bela wants MIT, a…
    "#]]);
}

#[test]
fn of_minutes_with_the_same_words_the_one_that_is_changed_is() {
    let env = with_minutes(
        "sprint --at 10:02 progress 1 yes; sprint --at 10:03 progress 1 no; sprint --at 10:04 progress 1 yes",
    );
    env.session(expect![[r#"
        $ ./edit 'sed -i 0,/yes/s//YES/' 1
        1 changed: which license  | minutes: YES
        remark: 2017-02-27 10:02 is in the future
        $ sprint show 1 | sed -n 6,20p
        Mon 27 Feb 09:00  armin  discuss   which license     1-esj3cd
        Mon 27 Feb 10:02  armin  progress  yes (taken back)  r7vkjhmpsb
        Mon 27 Feb 10:02  armin  progress  YES               1rz7bqg33c
        Mon 27 Feb 10:03  armin  progress  no                hgx29e12av
        Mon 27 Feb 10:04  armin  progress  yes               es72vzfk3g
        $ ./edit 'sed -i s/^no/NO/' 1
        1 changed: which license  | minutes: NO
        remark: 2017-02-27 10:03 is in the future
        $ ./edit cat 1
        ## #1 which license
        YES
        NO
        yes
        nothing changed
    "#]]);
}
