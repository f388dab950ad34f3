//! Where a text comes from.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

#[test]
fn standard_input_keeps_paragraphs_and_code() {
    sprint_session(expect![[r#"
        $ sprint plan - <<END
        > fix the leak
        > END
        1 planned: fix the leak
        $ printf "We fixed it:\r\n\r\n    free(x);\r\n\r\nIt works.\r\n\r\n" | sprint done 1 -
        1 done: fix the leak  | result: We fixed it: free(x); It works.
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        me1ev5qf6q = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "done", item = "1-44gd7a", text = "We fixed it:\n\n    free(x);\n\nIt works." }
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        We fixed it:

        ```
        free(x);
        ```

        It works.
        $ sprint summary --body bullets
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        -   We fixed it:

                free(x);

            It works.
    "#]]);
}

#[test]
fn empty_texts_are_refused() {
    sprint_session(expect![[r#"
        $ sprint plan ""
        ! error: the text is empty
        ! hint: type it after the command, or `-` to read it from standard input
        [exit 2]
        $ sprint plan "  "
        ! error: the text is empty
        ! hint: type it after the command, or `-` to read it from standard input
        [exit 2]
        $ sprint note - </dev/null
        ! error: the text is empty
        ! hint: type it after the command, or `-` to read it from standard input
        [exit 2]
        $ sprint note
        ! error: there is no text
        ! hint: type it after the command, use `-` to read it from standard input, or set EDITOR to write it at a terminal
        [exit 2]
        $ sprint plan a
        1 planned: a
        $ sprint progress 1
        ! error: there is no text
        ! hint: type it after the command, use `-` to read it from standard input, or set EDITOR to write it at a terminal
        [exit 2]
        $ ls sprints/leysin-2017
        2017-02-27.toml
        post.md
        sprint.toml
    "#]]);
}

#[test]
fn words_that_look_like_options_are_refused_and_numbers_are_text() {
    sprint_session(expect![[r#"
        $ sprint discuss -5 degrees
        1 to discuss: -5 degrees
        $ sprint plan hello --poeple sara
        ! error: `--poeple` is not an option of `plan`
        ! hint: `--people` looks like it; in a text, it goes after `--`: `sprint plan … -- TEXT`
        [exit 2]
        $ sprint plan -- -5 degrees, --people and all
        2 planned: -5 degrees, --people and all
        $ sprint log
        Monday, 27 February 2017
        time   by     what     #  entry                         id
        09:00  armin  discuss  1  -5 degrees                    1-x8cbeq
        09:00  armin  plan     2  -5 degrees, --people and all  2-spqbf9
    "#]]);
}

#[test]
fn what_is_not_text_is_refused() {
    sprint_session(expect![[r#"
        $ printf "a\377b" | sprint note -
        ! error: the text from standard input is not UTF-8
        ! hint: save the text as UTF-8 and try again
        [exit 1]
        $ printf "a\000b" | sprint note -
        ! error: there is a zero byte in the text
        ! hint: save the text as UTF-8 and try again
        [exit 1]
        $ sprint note "$(printf "a\377b")"
        ! error: invalid UTF-8 was detected in one or more arguments
        ! hint: `sprint help` lists the commands, `sprint help COMMAND` says more about one
        [exit 2]
    "#]]);
}

#[test]
fn without_a_text_the_editor_opens_at_a_terminal() {
    sprint_session(expect![[r#"
        $ script -qec "EDITOR='printf \"We fixed it.\\n\\nAll of it.\\n\" >' sprint note" /dev/null | tr -d '\r'
        noted: We fixed it. All of it.
        $ script -qec "EDITOR='true' sprint note" /dev/null | tr -d '\r'
        error: the text is empty
        hint: type it after the command, or `-` to read it from standard input
        $ script -qec "EDITOR='false' sprint note" /dev/null | tr -d '\r'
        error: the editor `false` failed: it ended with exit status: 1
        hint: set VISUAL or EDITOR to another editor
        $ script -qec "EDITOR='echo lost? >' sprint progress 12" /dev/null | tr -d '\r' | sed 's/sprint-.*md/sprint-XXXXXX.md/'
        remark: your text is kept in FOLDER/sprint-XXXXXX.md
        hint: in a shell, `sprint … - < FOLDER/sprint-XXXXXX.md` takes it up again
        error: there is no item 12
        hint: there are no items yet; `sprint plan TEXT` makes the first
        $ tail -1 sprints/leysin-2017/2017-02-27.toml
        agwxccyxbd = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "note", text = "We fixed it.\n\nAll of it." }
    "#]]);
}

#[test]
fn what_the_editor_saved_is_never_lost() {
    sprint_session(expect![[r#"
        $ script -qec "EDITOR='echo saved >' sprint progress 12" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.md/sprint-XXXXXX.md/'
        remark: your text is kept in FOLDER/sprint-XXXXXX.md
        hint: in a shell, `sprint … - < FOLDER/sprint-XXXXXX.md` takes it up again
        error: there is no item 12
        hint: there are no items yet; `sprint plan TEXT` makes the first
        $ script -qec "EDITOR='sh -c \"echo saved > \$1; exit 3\" --' sprint note" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*.md/sprint-XXXXXX.md/'
        remark: your text is kept in FOLDER/sprint-XXXXXX.md
        hint: in a shell, `sprint … - < FOLDER/sprint-XXXXXX.md` takes it up again
        error: the editor `sh -c "echo saved > $1; exit 3" --` failed: it ended with exit status: 3
        hint: set VISUAL or EDITOR to another editor
        $ cat sprint-*.md
        saved
        saved
    "#]]);
}

#[test]
fn a_person_who_is_mentioned_is_named_in_the_post() {
    sprint_session(expect![[r#"
        $ sprint join Antonio Cuni --nick anto
        joined: Antonio Cuni (anto)
        $ sprint join Carl-Friedrich Bolz --nick cfbolz
        joined: Carl-Friedrich Bolz (cfbolz)
        $ sprint plan fix the leak -p anto,cfbolz
        1 planned: fix the leak  | on it: Antonio, Carl-Friedrich
        $ sprint done 1 @anto and @carl-friedrich fixed it, see @stranger and '`@anto`'
        1 done: fix the leak
            credit: Antonio, Carl-Friedrich  | result: @anto and @carl-friedrich fixed it, see @strang…
        $ sprint plan make the release -p anto
        2 planned: make the release  | on it: Antonio
        $ sprint done 2 Antonio made it
        2 done: make the release  | credit: Antonio  | result: Antonio made it
        $ sprint show 1
        1 fix the leak
            task, done
            credit: Antonio, Carl-Friedrich

        @anto and @carl-friedrich fixed it, see @stranger and `@anto`

        when              by     what  entry                                  id
        Mon 27 Feb 09:00  armin  plan  fix the leak (Antonio,                 1-jzh9zb
                                       Carl-Friedrich)
        Mon 27 Feb 09:00  armin  done  @anto and @carl-friedrich fixed it,    91cz1j0wp0
                                       see @stranger and `@anto`
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        Antonio and Carl-Friedrich fixed it, see @stranger and `@anto`

        Antonio made it (Antonio)

        ## Attendees

        - Carl-Friedrich Bolz
        - Antonio Cuni
        $ sprint summary --names full --for html
        <p>We met in Leysin.</p>
        <h2>What we did</h2>
        <p>Antonio Cuni and Carl-Friedrich Bolz fixed it, see @stranger and <code>@anto</code></p>
        <p>Antonio made it (Antonio Cuni)</p>
        <h2>Attendees</h2>
        <ul>
        <li>Carl-Friedrich Bolz</li>
        <li>Antonio Cuni</li>
        </ul>
        $ sprint summary --names none --for rst
        Leysin Winter Sprint 2017
        =========================

        We met in Leysin.

        What we did
        -----------

        Antonio and Carl-Friedrich fixed it, see @stranger and ``@anto``

        Antonio made it

        Attendees
        ---------

        - Carl-Friedrich Bolz
        - Antonio Cuni
    "#]]);
}

#[test]
fn a_handle_that_looks_like_that_of_somebody_is_told() {
    people_session(expect![[r#"
        $ sprint plan 'ask @atno and @bae about `@arnim` and @dataclass'
        1 planned: ask @atno and @bae about `@arnim` and @dataclass
        ! remark: nobody is called `atno`, so `@atno` stays as it is
        ! hint: did you mean `@anto`?
        ! remark: nobody is called `bae`, so `@bae` stays as it is
        ! hint: did you mean `@bea`?
        $ sprint note The idea was @armni\'s.
        noted: The idea was @armni's.
        ! remark: nobody is called `armni`, so `@armni` stays as it is
        ! hint: did you mean `@armin`?
    "#]]);
}

#[test]
fn a_handle_is_a_last_name_or_a_full_name_of_one_person() {
    sprint_session(expect![[r#"
        $ sprint join Ida Lind, Tim Lind, Carl Friedrich Bolz, Zoë van der Berg, Łukasz Kos
        joined: Ida Lind (ida)
        joined: Tim Lind (tim)
        joined: Carl Friedrich Bolz (carl)
        joined: Zoë van der Berg (zoë)
        joined: Łukasz Kos (łukasz)
        $ sprint note "@bolz, @carl-friedrich, @lukasz, @kos and @van-der-berg met @ida-lind."; sprint note @lind and @friedrich found it, not @stranger.
        noted: @bolz, @carl-friedrich, @lukasz, @kos and @van-der-berg met @ida-lind.
        noted: @lind and @friedrich found it, not @stranger.
        ! remark: nobody is called `lind`, so `@lind` stays as it is
        ! hint: did you mean `@ida` or `@tim`?
        ! remark: nobody is called `friedrich`, so `@friedrich` stays as it is
        ! hint: did you mean `@carl`?
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        Carl, Carl, Łukasz, Łukasz and Zoë met Ida.

        @lind and @friedrich found it, not @stranger.

        ## Attendees

        - Zoë van der Berg
        - Carl Friedrich Bolz
        - Łukasz Kos
        - Ida Lind
        - Tim Lind
    "#]]);
}

#[test]
fn the_sign_that_a_line_begins_with_is_told() {
    people_session(expect![[r#"
        $ sprint goal '> 3 releases'; sprint plan fix the leak -p bea; sprint discuss strings
        goal: > 3 releases
        1 planned: fix the leak  | on it: Bea
        2 to discuss: strings
        $ sprint done 1 '# 5 is fixed'; sprint decide 2 '> 100 pages are too many'
        1 done: fix the leak  | credit: Bea  | result: # 5 is fixed
        2 decided: strings  | decision: > 100 pages are too many
        $ sprint note '+ a new cook'; sprint note '>>> a = 1'; sprint note '~~~'; sprint note '[1]: https://pypy.org'; sprint next '+ more tests'
        noted: + a new cook
        noted: >>> a = 1
        noted: ~~~
        noted: [1]: https://pypy.org
        next: + more tests
        $ sprint note "$(printf '# Skiing\n\nIt was cold.')"
        noted: # Skiing It was cold.
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## Goals

        - &gt; 3 releases

        ## What we did

        \# 5 is fixed (Bea)

        \+ a new cook

        &gt;&gt;&gt; a = 1

        &#126;&#126;&#126;

        \[1\]: <https://pypy.org>

        **Skiing**

        It was cold.

        ## Decisions and discussions

        **Strings**: &gt; 100 pages are too many

        ## What is next

        - \+ more tests

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
        $ sprint summary --for html
        <p>We met in Leysin.</p>
        <h2>Goals</h2>
        <ul>
        <li>&gt; 3 releases</li>
        </ul>
        <h2>What we did</h2>
        <p># 5 is fixed (Bea)</p>
        <p>+ a new cook</p>
        <p>&gt;&gt;&gt; a = 1</p>
        <p>~~~</p>
        <p>[1]: <a href="https://pypy.org">https://pypy.org</a></p>
        <p><strong>Skiing</strong></p>
        <p>It was cold.</p>
        <h2>Decisions and discussions</h2>
        <p><strong>Strings</strong>: &gt; 100 pages are too many</p>
        <h2>What is next</h2>
        <ul>
        <li>+ more tests</li>
        </ul>
        <h2>Attendees</h2>
        <ul>
        <li>Antonio Cuni</li>
        <li>Bea Meier</li>
        <li>Armin Rigo</li>
        </ul>
        $ sprint summary --for rst
        Leysin Winter Sprint 2017
        =========================

        We met in Leysin.

        Goals
        -----

        - \> 3 releases

        What we did
        -----------

        # 5 is fixed (Bea)

        \+ a new cook

        \>>> a = 1

        \ ~~~

        [1]: `<https://pypy.org>`__

        **Skiing**

        It was cold.

        Decisions and discussions
        -------------------------

        **Strings**: > 100 pages are too many

        What is next
        ------------

        - \+ more tests

        Attendees
        ---------

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
    "#]]);
}
