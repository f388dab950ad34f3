//! `sprint edit` and `sprint edit board`.

use expect_test::expect;

use crate::support::TestEnv;

/// Runs the session after `edit EDITOR WORDS…` was made, which opens a scripted editor at a terminal.
fn edit_session(expected: expect_test::Expect) {
    let env = TestEnv::with_people();
    env.run(
        r#"cat > edit <<'END'
#!/bin/sh
editor=$1; shift
script -qec "EDITOR='$editor' sprint edit $*" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*\.md/sprint-XXXXXX.md/g'
END
chmod +x edit
sprint plan fix the leak -t JIT -p armin,anto && sprint plan port the tests -t JIT && sprint done 2 They run.
sprint plan write docs && sprint discuss how are strings stored"#,
    );
    env.session(expected);
}

#[test]
fn what_is_changed_on_the_board_is_recorded_and_one_undo_takes_it_back() {
    edit_session(expect![[r#"
        $ ./edit cat
        <!-- sprint leysin-2017, as of 4-4183h7, 8 entries, b469c68b, 2017-02-27 -->
        # Leysin Winter Sprint 2017, Monday, 27 February

        Here: Armin, Antonio, Bea

        - [ ] #3 write docs

        ## JIT
        - [ ] #1 fix the leak (Armin, Antonio)
        - [x] #2 port the tests

        ## Discussions
        - [ ] #4 how are strings stored
        nothing changed
        $ cat > ed <<'END'
        > #!/bin/sh
        > sed -i -e 's/write docs/write the docs (Bea)/' -e 's/^- .*#1 .*/- [ ] #1 fix the leak (Armin, Anto): found it\n    - [ ] write a test for it (Bea)/' $1
        > END
        > chmod +x ed
        $ ./edit ./ed
        3 reworded: write the docs  | was: write docs
        3 assigned: write the docs  | on it: Bea
        1 progress: fix the leak  | status: found it
        5 planned: write a test for it  | on it: Bea  | part of: 1 fix the leak
        $ sprint undo
        took back 4 entries recorded together at 09:00: reword 3; assign 3; progress 1; plan 5 write a test for it (part of 1; … (`sprint undo ytfs05p31c` reverses that)
        $ ./edit cat board
        <!-- sprint leysin-2017, as of ytfs05p31c, 13 entries, f51d3c14, 2017-02-27 -->
        # Leysin Winter Sprint 2017, Monday, 27 February

        Here: Armin, Antonio, Bea

        - [ ] #3 write docs

        ## JIT
        - [ ] #1 fix the leak (Armin, Antonio)
        - [x] #2 port the tests

        ## Discussions
        - [ ] #4 how are strings stored
        nothing changed
    "#]]);
}

#[test]
fn nothing_is_recorded_of_a_board_that_was_only_laid_out_anew() {
    edit_session(expect![[r#"
        $ printf 'printf "\\357\\273\\277" > new; sed -e "s/$/\\r/" -e "s/^-/*/" "$1" >> new; printf "\\r\\n\\r\\n" >> new; cat new > "$1"' > ed
        $ chmod +x ed; ./edit true && ./edit ./ed && ./edit 'truncate -s 0'
        nothing changed
        nothing changed
        nothing changed
    "#]]);
}

#[test]
fn a_text_that_the_editor_deleted_is_not_said_to_be_kept() {
    edit_session(expect![[r#"
        $ ./edit rm | sed 's|: /.*/sprint-|: FOLDER/sprint-|'
        error: cannot read FOLDER/sprint-XXXXXX.md: it does not exist
        hint: nothing was recorded; fix that and try again
    "#]]);
}

#[test]
fn what_must_not_be_guessed_opens_the_editor_again_with_the_remark_above_the_line() {
    edit_session(expect![[r#"
        $ cat > ed <<'END'
        > #!/bin/sh
        > cat $1; echo ----
        > if grep -q '<!-- !' $1
        > then sed -i -e 's/quite other words xyz/fix the big leak/' -e 's/^We meet.*//' $1
        > else sed -i -e 's/fix the leak/quite other words xyz/' $1; printf '\nWe meet at nine in the kitchen, and then we look.\n' >> $1
        > fi
        > END
        > chmod +x ed
        $ ./edit ./ed
        <!-- sprint leysin-2017, as of 4-4183h7, 8 entries, b469c68b, 2017-02-27 -->
        # Leysin Winter Sprint 2017, Monday, 27 February

        Here: Armin, Antonio, Bea

        - [ ] #3 write docs

        ## JIT
        - [ ] #1 fix the leak (Armin, Antonio)
        - [x] #2 port the tests

        ## Discussions
        - [ ] #4 how are strings stored
        ----
        <!-- sprint leysin-2017, as of 4-4183h7, 8 entries, b469c68b, 2017-02-27 -->
        # Leysin Winter Sprint 2017, Monday, 27 February

        Here: Armin, Antonio, Bea

        - [ ] #3 write docs

        ## JIT
        <!-- ! `quite other words xyz` does not have the words of #1, which is `1 fix the leak`; put the item's words back behind its number, `sprint reword 1 TEXT` gives it others; without the number, the line is something new -->
        - [ ] #1 quite other words xyz (Armin, Antonio)
        - [x] #2 port the tests

        ## Discussions
        - [ ] #4 how are strings stored

        We meet at nine in the kitchen, and then we look.
        ----
        1 reworded: fix the big leak  | was: fix the leak
    "#]]);
}

#[test]
fn an_editor_that_makes_the_same_mistake_again_and_again_ends() {
    edit_session(expect![[r#"
        $ cat > ed <<'END'
        > #!/bin/sh
        > echo again >> count
        > sed -i "s/#1 .*/#1 quite other words $(wc -l < count)/" $1
        > END
        > chmod +x ed
        $ ./edit ./ed
        remark: your text is kept in FOLDER/sprint-XXXXXX.md
        hint: `sprint import FOLDER/sprint-XXXXXX.md` takes it up again
        error: nothing was recorded: 1 error in the text: `quite other words 21` does not have the words of #1, which is `1 fix the leak`; put the item's words back behind its number, `sprint reword 1 TEXT` gives it others; without the number, the line is something new
        hint: correct the lines that its comments are about
        $ wc -l < count
        21
    "#]]);
}

#[test]
fn what_is_saved_again_as_it_was_is_kept_and_can_be_imported() {
    edit_session(expect![[r#"
        $ cat > ed <<'END'
        > #!/bin/sh
        > grep -q '<!-- !' $1 || sed -i 's/#1 fix the leak/#1 quite other words/' $1
        > END
        > chmod +x ed
        $ ./edit ./ed
        remark: your text is kept in FOLDER/sprint-XXXXXX.md
        hint: `sprint import FOLDER/sprint-XXXXXX.md` takes it up again
        error: nothing was recorded: 1 error in the text: `quite other words` does not have the words of #1, which is `1 fix the leak`; put the item's words back behind its number, `sprint reword 1 TEXT` gives it others; without the number, the line is something new
        hint: correct the lines that its comments are about
        $ sprint log | tail -2 | head -1
        09:00  armin  plan     3  write docs                          3-rfpxb1
        $ cat > ed <<'END'
        > #!/bin/sh
        > if grep -q '<!-- !' $1; then : > $1; else sed -i 's/#1 fix the leak/#1 quite other words/' $1; fi
        > END
        > chmod +x ed
        $ ./edit ./ed
        remark: your text is kept in FOLDER/sprint-XXXXXX.md
        hint: `sprint import FOLDER/sprint-XXXXXX.md` takes it up again
        error: nothing was recorded: 1 error in the text: `quite other words` does not have the words of #1, which is `1 fix the leak`; put the item's words back behind its number, `sprint reword 1 TEXT` gives it others; without the number, the line is something new
        hint: correct the lines that its comments are about
    "#]]);
}

#[test]
fn what_others_record_meanwhile_stays() {
    edit_session(expect![[r#"
        $ cat > ed <<'END'
        > #!/bin/sh
        > SPRINT_BY=anto sprint plan meanwhile; SPRINT_BY=anto sprint done 3 It is written.
        > sed -i -e 's/how are strings/where are strings/' $1
        > END
        > chmod +x ed
        $ ./edit ./ed
        5 planned: meanwhile
        3 done: write docs  | result: It is written.
        4 reworded: where are strings stored  | was: how are strings stored
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (1): Bea
          5  meanwhile                 nobody
        JIT
          1  fix the leak              Armin, Antonio
        Discussions
          4  where are strings stored
        Closed today
          3  write docs                                done
          2  port the tests                            done
    "#]]);
}

#[test]
fn the_text_is_kept_if_the_editor_dies_or_there_is_no_terminal() {
    edit_session(expect![[r#"
        $ cat > ed <<'END'
        > #!/bin/sh
        > sed -i s/leak/bug/ $1; exit 3
        > END
        > chmod +x ed
        $ ./edit ./ed
        remark: your text is kept in FOLDER/sprint-XXXXXX.md
        hint: `sprint import FOLDER/sprint-XXXXXX.md` takes it up again
        error: the editor `./ed` failed: it ended with exit status: 3
        hint: set VISUAL or EDITOR to another editor
        $ sprint edit
        ! error: there is no editor to open
        ! hint: set VISUAL or EDITOR, and run this at a terminal; or edit the file itself
        [exit 1]
        $ EDITOR=true sprint edit board
        ! error: there is no terminal for the editor
        ! hint: run this at a terminal, or edit the file itself
        [exit 1]
    "#]]);
}

#[test]
fn an_edit_that_only_takes_something_back_is_taken_back_as_a_whole() {
    edit_session(expect![[r#"
        $ sprint progress 1 slow
        1 progress: fix the leak  | status: slow
        $ sprint thank Everybody helped.
        thanks: Everybody helped.
        $ printf '#!/bin/sh\nsed -i "s/: slow//" "$1"\n' > ed && chmod +x ed
        $ ./edit ./ed
        took back: progress 1 fix the leak: slow (`sprint undo and5tde0dh` reverses all of that)
        $ sprint board | grep leak
          1  fix the leak            Armin, Antonio
        $ sprint undo
        brought back: progress 1 fix the leak: slow (`sprint undo e1ztemacz9` reverses that)
        $ sprint board | grep leak
          1  fix the leak            Armin, Antonio  slow
        $ sprint undo
        took back: thank Everybody helped. (`sprint undo qcrjv7ddwe` reverses that)
    "#]]);
}

#[test]
fn of_finished_work_a_line_says_whose_it_is() {
    edit_session(expect![[r#"
        $ sprint done 1 -p armin,bea Found.
        1 done: fix the leak  | credit: Armin, Bea  | no credit: Antonio  | result: Found.
        $ ./edit cat | grep leak
        - [x] #1 fix the leak (Armin, Bea)
        $ printf '#!/bin/sh\nsed -i "s/(Armin, Bea)/(Bea)/" "$1"\n' > ed && chmod +x ed
        $ ./edit ./ed
        1 done: fix the leak  | credit: Bea  | no credit: Armin, Antonio
        $ sprint summary | grep -i found
        Found. (Bea)
        $ sprint done 2 -p anto >/dev/null
        $ sprint board --for markdown | tail -n +2 > pad
        $ sprint import pad --dry-run
        ! remark: there is nothing to record
        ! remark: nothing is taken back: the document does not say from which state of the sprint it comes
    "#]]);
}

#[test]
fn a_new_line_that_names_somebody_among_its_words_is_recorded_and_told() {
    edit_session(expect![[r#"
        $ printf '%s' 'sed -i -e "s/write docs/write docs, Bea/" -e "s/^## JIT/- [ ] new one (see Armin)\n\n&/" $1' > ed
        $ chmod +x ed; ./edit ./ed
        3 reworded: write docs, Bea  | was: write docs
        5 planned: new one (see Armin)
        remark: the title names `Bea`, but nobody is put on it: `write docs, Bea`
        hint: write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`; `sprint assign ITEM PEOPLE` does, too
        remark: the title names `Armin`, but nobody is put on it: `new one (see Armin)`
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (1): Bea
          3  write docs, Bea         nobody
          5  new one (see Armin)     nobody
        JIT
          1  fix the leak            Armin, Antonio
        Discussions
          4  how are strings stored
        Closed today
          2  port the tests                          done
    "#]]);
}

#[test]
fn nobody_goes_from_a_line_that_names_people_outside_of_brackets() {
    edit_session(expect![[r#"
        $ printf '%s' 'grep "<!-- !" $1; sed -i -e "s/the leak (Armin, Antonio)/the leak, Bea/" $1' > ed
        $ chmod +x ed; ./edit ./ed
        <!-- ! this names people outside of brackets, so it is not clear who is on it; write everybody who is on it in brackets behind the title: `(Armin, Anto)` -->
        remark: your text is kept in FOLDER/sprint-XXXXXX.md
        hint: `sprint import FOLDER/sprint-XXXXXX.md` takes it up again
        error: nothing was recorded: 1 error in the text: this names people outside of brackets, so it is not clear who is on it; write everybody who is on it in brackets behind the title: `(Armin, Anto)`
        hint: correct the lines that its comments are about
    "#]]);
}

#[test]
fn brackets_that_tell_of_one_person_are_words_where_nobody_goes_by_them() {
    edit_session(expect![[r#"
        $ printf '%s' 'sed -i -e "s/write docs/write docs (Bea pessimistic)/" $1' > ed
        $ chmod +x ed; ./edit ./ed
        3 reworded: write docs (Bea pessimistic)  | was: write docs
        remark: the title names `Bea`, but nobody is put on it: `write docs (Bea pessimistic)`
        hint: write the names alone, in brackets behind the title, to put them on it: `(Armin, Anto)`; `sprint assign ITEM PEOPLE` does, too
        $ printf '%s' 'grep "<!-- !" $1; sed -i -e "s/(Armin, Antonio)/(Armin pessimistic)/" $1' > ed
        $ ./edit ./ed
        <!-- ! these brackets may name people, but it is not clear whom; name only people there, by their nicks, and write what else there is to say behind them -->
        remark: your text is kept in FOLDER/sprint-XXXXXX.md
        hint: `sprint import FOLDER/sprint-XXXXXX.md` takes it up again
        error: nothing was recorded: 1 error in the text: these brackets may name people, but it is not clear whom; name only people there, by their nicks, and write what else there is to say behind them
        hint: correct the lines that its comments are about
    "#]]);
}

#[test]
fn words_that_belong_to_no_item_are_named_and_kept_and_all_else_is_recorded() {
    edit_session(expect![[r#"
        $ cat > ed <<'END'
        > #!/bin/sh
        > sed -i -e 's/^## JIT/&\nLunch is at 12:30\n/' -e 's/^- .*#1 .*/&: found it\nSee you at nine.\n    - [ ] write a test for it/' $1
        > printf '\nNotes:\nWe met in the kitchen.\n\n- snow\n- things\n' >> $1
        > END
        > chmod +x ed
        $ ./edit ./ed
        1 progress: fix the leak  | status: found it
        5 planned: write a test for it  | part of: 1 fix the leak
        remark: FOLDER/sprint-XXXXXX.md:9:1: this does not belong to an item: `Lunch is at 12:30`
        hint: indent such a line below an item, or begin it with `- `
        remark: FOLDER/sprint-XXXXXX.md:12:1: this does not belong to an item: `See you at nine.`
        remark: FOLDER/sprint-XXXXXX.md:19:1: the 3 lines below this heading are not items: `Notes`
        hint: a slash at its end makes a topic of it, as in `## Goals/`
        remark: your text is kept in FOLDER/sprint-XXXXXX.md
        hint: `sprint import FOLDER/sprint-XXXXXX.md` takes it up again
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (1): Bea
          3  write docs              nobody
        JIT
          1  fix the leak            Armin, Antonio  found it
          5    write a test for it   nobody
        Discussions
          4  how are strings stored
        Closed today
          2  port the tests                          done
    "#]]);
}

#[test]
fn words_below_an_open_task_are_progress_as_in_any_other_document() {
    edit_session(expect![[r#"
        $ cat > ed <<'END'
        > #!/bin/sh
        > sed -i -e 's/^- .*#1 .*/&\n    Ask Bea first./' -e 's/^- .*#2 .*/&\n    They are fast, too./' -e 's/^- .*#3 .*/&\n    result: The first page is there./' -e 's/^- .*#4 .*/&\n    Three ways./' $1
        > END
        > chmod +x ed
        $ ./edit ./ed
        3 result added: write docs  | result: The first page is there.
        1 progress: fix the leak  | status: Ask Bea first.
        2 result added: port the tests  | result: They are fast, too.
        4 progress: how are strings stored  | minutes: Three ways.
        $ printf -- '- port it (Bea)\n  Ask Armin first.\n- [x] test it (Bea)\n  It is fast.\n' > pad.md; sprint import pad.md --yes
        plan -p bea port it
        progress 5 Ask Armin first.
        plan -p bea test it
        result 6 It is fast.
        done 6
        recorded 5: 2 planned, 1 progress, 1 result, 1 done (`sprint undo` takes all of it back)
    "#]]);
}

#[test]
fn a_name_that_is_deleted_from_those_who_are_here_is_told() {
    edit_session(expect![[r#"
        $ ./edit 'sed -i "s/Antonio, Bea/Bea/"' && ./edit 'sed -i -e "/^Here/d" -e "s/write docs/& (Bea)/"'
        nothing changed
        remark: Antonio is not listed as here any more
        hint: if they have left, `sprint leave Antonio` says so
        3 assigned: write docs  | on it: Bea
        remark: Armin, Antonio, Bea are not listed as here any more
        hint: if they have left, `sprint leave Armin, Antonio, Bea` says so
        $ ./edit 'sed -i "s/, Antonio, Bea/, Bea\nAway: Antonio/"'
        left: Antonio, gone from Monday, 27 February 2017 on; still on 1
    "#]]);
}
