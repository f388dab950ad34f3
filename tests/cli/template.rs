//! `post.md`, `--template` and the built-in template. The language itself is tested in `src/report/template`.

use expect_test::{Expect, expect};

use crate::support::{TestEnv, people_session, sprint_session};

/// Runs the session in a sprint with something of every kind in it, without a `post.md`.
fn week_session(expected: Expect) {
    let env = TestEnv::with_people();
    env.run(
        r#"rm sprints/leysin-2017/post.md
sprint goal Be faster
sprint plan fix the leak -t CPyExt -p armin && sprint done 1 The leak is fixed.
sprint plan port numpy -t CPyExt/NumPy -p anto,bea && sprint plan write a test for it -u 2 -p bea
sprint done 2 NumPy works. && sprint done 3
sprint plan clean up && sprint done 4 && sprint plan release -t CPyExt -p armin
sprint discuss UTF-8 && sprint decide 6 We keep it. && sprint talk the GC -p bea && sprint done 7
sprint talk the JIT -p armin && sprint note It snowed.
sprint next 'Ask @anto about SSE' && sprint thank The village of Leysin."#,
    );
    env.session(expected);
}

/// Runs the session in a sprint with one item that is done, and one that is open.
fn small_session(expected: Expect) {
    let env = TestEnv::with_people();
    env.run("sprint plan fix the leak -t CPyExt -p armin && sprint done 1 The leak is fixed. && sprint plan release");
    env.session(expected);
}

#[test]
fn the_built_in_template_is_printed_whole_and_needs_no_sprint() {
    TestEnv::new().session(expect![[r#"
        $ sprint summary --print-template
        {{ gap("a few sentences: where, when, who, what for") }}

        {{ pictures() }}

        ## Goals
        {{ goals() }}

        {% if topics and group == "topic" %}
        {{ body(level=2) }}

        ## More results
        {{ topic("") }}
        {% else %}
        ## What we did
        {{ body() }}
        {% endif %}

        ## Decisions and discussions
        {{ decisions(topic="") }}

        ## Talks
        {{ talks(topic="") }}

        ## Special days
        {{ days() }}

        ## What is next
        {{ unfinished() }}
        {{ next() }}

        ## Attendees
        {{ attendees() }}

        ## Thanks
        {{ thanks() }}
        $ sprint summary --print-template --strict
        {{ gap("a few sentences: where, when, who, what for") }}

        {{ pictures() }}

        ## Goals
        {{ goals() }}

        {% if topics and group == "topic" %}
        {{ body(level=2) }}

        ## More results
        {{ topic("") }}
        {% else %}
        ## What we did
        {{ body() }}
        {% endif %}

        ## Decisions and discussions
        {{ decisions(topic="") }}

        ## Talks
        {{ talks(topic="") }}

        ## Special days
        {{ days() }}

        ## What is next
        {{ unfinished() }}
        {{ next() }}

        ## Attendees
        {{ attendees() }}

        ## Thanks
        {{ thanks() }}
    "#]]);
}

#[test]
fn the_built_in_template_tells_all_there_is() {
    week_session(expect![[r#"
        $ sprint summary
        # Leysin Winter Sprint 2017

        <!-- gap: a few sentences: where, when, who, what for; sprint edit post -->

        ## Goals

        - Be faster

        ## CPyExt

        The leak is fixed. (Armin)

        ### NumPy

        NumPy works. (Antonio, Bea) Also done: write a test for it (Bea).

        <!-- gap: #3 write a test for it: nothing told; sprint edit 3 -->

        ## More results

        It snowed.

        Also done: clean up.

        <!-- gap: #4 clean up: nothing told; sprint edit 4 -->

        ## Decisions and discussions

        **UTF-8**: We keep it.

        ## Talks

        The GC (Bea).

        ## What is next

        - Release (Armin)
        - Ask Antonio about SSE

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo

        ## Thanks

        The village of Leysin.
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
        ! remark: gap: #3 write a test for it: nothing told; sprint edit 3
        ! remark: gap: #4 clean up: nothing told; sprint edit 4
        $ sprint summary --print-template > mine.md && sprint summary 2>/dev/null > built-in; sprint summary --template mine.md 2>/dev/null > mine; sed 's/; sprint edit post//' built-in | cmp - mine
        $ cp mine.md sprints/leysin-2017/post.md && sprint summary 2>/dev/null | cmp - built-in
        $ sprint summary --strict > /dev/null
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
        ! remark: gap: #3 write a test for it: nothing told; sprint edit 3
        ! remark: gap: #4 clean up: nothing told; sprint edit 4
        ! error: the report has 3 gaps
        ! hint: fill the gaps, or leave out `--strict`
        [exit 1]
        $ sprint check
    "#]]);
}

#[test]
fn a_template_is_any_file() {
    small_session(expect![[r#"
        $ printf '+++\ntitle = "Mine"\n+++\nOur {{ count.done }} result: {{ body() }}\n' > mine.md && sprint summary --template mine.md
        # Mine

        Our 1 result: The leak is fixed. (Armin)
        $ cp mine.md sprints/leysin-2017/other.md && cd sprints/leysin-2017 && sprint summary --template other.md | head -1
        # Mine
        $ sprint summary --template gone.md
        ! error: cannot read gone.md: it does not exist
        ! hint: nothing was recorded; fix that and try again
        [exit 1]
        $ sprint summary --template sprints
        ! error: cannot read sprints: Is a directory
        ! hint: nothing was recorded; fix that and try again
        [exit 1]
        $ printf 'a\n\nWe were {{ count.atendees }} people, {{ bdy() }}\n' > wrong.md; sprint summary --template wrong.md
        ! error: wrong.md:3:12: there is no `atendees`; did you mean `attendees`?
        !   3 | We were {{ count.atendees }} people, {{ bdy() }}
        !     |            ^
        ! hint: there are `attendees`, `newcomers`, `tasks`, `done`, `discussions`, `decisions`, `talks` and `days`
        ! error: wrong.md:3:41: there is no part `bdy()`; did you mean `body`?
        !   3 | We were {{ count.atendees }} people, {{ bdy() }}
        !     |                                         ^
        ! hint: the parts are `body`, `topic`, `item`, `tasks`, `decisions`, `talks`, `notes`, `goals`, `days`, `unfinished`, `next`, `attendees`, `thanks`, `pictures`, `picture`, `gap` and `told`
        ! error: there is no report: the template has 2 errors
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ printf 'a\377' > bytes.md; sprint summary --template bytes.md
        ! error: bytes.md is not UTF-8
        ! hint: save the text as UTF-8 and try again
        [exit 1]
        $ head -c 1048577 /dev/zero | tr '\0' a > large.md; sprint summary --template large.md
        ! error: large.md:1:1: larger than 1 MiB
        !   1 | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…
        !     | ^
        ! hint: shorten it; pictures are files of their own
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ echo '{{ body() }}' | sprint summary --template -
        ! error: cannot read -: it does not exist
        ! hint: nothing was recorded; fix that and try again
        [exit 1]
    "#]]);
}

#[test]
fn what_is_wrong_in_post_md_is_shown_with_its_line_and_no_post_is_made() {
    small_session(expect![[r#"
        $ cat > post.sh <<'END'
        > printf -- "$1" > sprints/leysin-2017/post.md; sprint summary
        > END
        $ sh post.sh '{{ body() }}\n\n{{ body() }}\n'
        ! error: sprints/leysin-2017/post.md:3:1: `body()` is told twice: also at line 1, column 1
        !   3 | {{ body() }}
        !     | ^
        ! hint: remove one of the two placeholders
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ sh post.sh '{{ item(1) }}\n\n{{ item(1, 2) }}\n'
        ! error: sprints/leysin-2017/post.md:3:1: `item(1, 2)` is told twice: also at line 1, column 1
        !   3 | {{ item(1, 2) }}
        !     | ^
        ! hint: remove one of the two placeholders
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ sh post.sh '{{ item(9) }} and {{ topic("CPython") }}\n'
        ! error: sprints/leysin-2017/post.md:1:4: there is no item 9
        !   1 | {{ item(9) }} and {{ topic("CPython") }}
        !     |    ^
        ! hint: the highest number is 2; `sprint board` shows open items, `sprint log DAY` what was recorded on a day
        ! error: sprints/leysin-2017/post.md:1:22: there is no topic `CPython`
        !   1 | {{ item(9) }} and {{ topic("CPython") }}
        !     |                      ^
        ! hint: the topics are `CPyExt`
        ! error: there is no report: the template has 2 errors
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ sh post.sh 'See `{{ body() }}` and {{ body() }}.\n'
        # Leysin Winter Sprint 2017

        See `{{ body() }}` and The leak is fixed. (Armin).
        $ sh post.sh '## Done: {{ body() }}\n'
        ! error: sprints/leysin-2017/post.md:1:10: `body()` in a heading
        !   1 | ## Done: {{ body() }}
        !     |          ^
        ! hint: put it on a line of its own, or within a paragraph
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ sh post.sh '[here]({{ body() }})\n'
        ! error: sprints/leysin-2017/post.md:1:8: `body()` in an address
        !   1 | [here]({{ body() }})
        !     |        ^
        ! hint: put it on a line of its own, or within a paragraph
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ sh post.sh '<!-- {{ body() }} -->\n'
        ! error: sprints/leysin-2017/post.md:1:6: `body()` in a comment
        !   1 | <!-- {{ body() }} -->
        !     |      ^
        ! hint: put it on a line of its own, or within a paragraph
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ sh post.sh '```\n{{ body() }}\n```\n{{ body() }}\n'
        # Leysin Winter Sprint 2017

        ```
        {{ body() }}
        ```

        ## CPyExt

        The leak is fixed. (Armin)
        $ sh post.sh '    {{ body() }}\n'
        # Leysin Winter Sprint 2017

        ## CPyExt

        The leak is fixed. (Armin)
        $ sh post.sh '+++\nbody = "bullet"\ntitle = 3\n+++\n{{ body() }}\n'
        ! error: sprints/leysin-2017/post.md:2:8: `bullet` is not `prose` or `bullets`
        !   2 | body = "bullet"
        !     |        ^
        ! error: sprints/leysin-2017/post.md:3:9: the number `3` where a text in quotes belongs
        !   3 | title = 3
        !     |         ^
        ! hint: `sprint help template` lists what the front matter can say
        ! error: there is no report: the template has 2 errors
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ sh post.sh '+++\ntitle = "A"\n{{ body() }}\n'
        ! error: sprints/leysin-2017/post.md:1:1: the front matter has no end
        !   1 | +++
        !     | ^
        ! hint: write a line `+++` after it
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ sh post.sh '\n---\ntitle: A\n---\n{{ body() }}\n'
        ! error: sprints/leysin-2017/post.md:2:1: front matter between `---` lines
        !   2 | ---
        !     | ^
        ! hint: write it as TOML between `+++` lines: title = "…"
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ sh post.sh '---\ntitle: A\n---\n{{ body() }}\n'
        ! error: sprints/leysin-2017/post.md:1:1: front matter between `---` lines
        !   1 | ---
        !     | ^
        ! hint: write it as TOML between `+++` lines: title = "…"
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ sh post.sh '{{ body(group="topics") }}\n'
        ! error: sprints/leysin-2017/post.md:1:4: `group` cannot be the text `topics`
        !   1 | {{ body(group="topics") }}
        !     |    ^
        ! hint: it can be `"topic"`, `"day"`, `"person"` or `"none"`
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ sh post.sh '{%% if topics %%}\n{{ body() }}\n'
        ! error: sprints/leysin-2017/post.md:1:1: this `{% if %}` has no end
        !   1 | {% if topics %}
        !     | ^
        ! hint: write `{% endif %}` where it ends
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ sh post.sh '{{ body() }}\n{{ range(3) }}\n'
        ! error: sprints/leysin-2017/post.md:2:4: there is no part `range()`
        !   2 | {{ range(3) }}
        !     |    ^
        ! hint: the parts are `body`, `topic`, `item`, `tasks`, `decisions`, `talks`, `notes`, `goals`, `days`, `unfinished`, `next`, `attendees`, `thanks`, `pictures`, `picture`, `gap` and `told`
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ sprint check
        sprints/leysin-2017/post.md:2:4: error: there is no part `range()` [post]
            2 | {{ range(3) }}
              |    ^
            hint: the parts are `body`, `topic`, `item`, `tasks`, `decisions`, `talks`, `notes`, `goals`, `days`, `unfinished`, `next`, `attendees`, `thanks`, `pictures`, `picture`, `gap` and `told`
        ! error: the check found 1 error
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ sprint summary --json
        ! error: sprints/leysin-2017/post.md:2:4: there is no part `range()`
        !   2 | {{ range(3) }}
        !     |    ^
        ! hint: the parts are `body`, `topic`, `item`, `tasks`, `decisions`, `talks`, `notes`, `goals`, `days`, `unfinished`, `next`, `attendees`, `thanks`, `pictures`, `picture`, `gap` and `told`
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ sprint summary --for hugo -o post.md
        ! error: sprints/leysin-2017/post.md:2:4: there is no part `range()`
        !   2 | {{ range(3) }}
        !     |    ^
        ! hint: the parts are `body`, `topic`, `item`, `tasks`, `decisions`, `talks`, `notes`, `goals`, `days`, `unfinished`, `next`, `attendees`, `thanks`, `pictures`, `picture`, `gap` and `told`
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ ls
        post.sh
        sprints
    "#]]);
}

#[test]
fn each_gap_is_told_where_it_is_and_strict_fails() {
    small_session(expect![[r#"
        $ printf 'We met.\n\n{{ gap("how it\nwas") }}\n\n{{ body() }}\n' > sprints/leysin-2017/post.md && sprint summary --strict
        # Leysin Winter Sprint 2017

        We met.

        <!-- gap: how it was; sprint edit post -->

        ## CPyExt

        The leak is fixed. (Armin)
        ! remark: gap: how it was; sprint edit post
        ! error: the report has 1 gap
        ! hint: fill the gaps, or leave out `--strict`
        [exit 1]
        $ printf 'We met.\n\n{{ attendees() }}\n' > sprints/leysin-2017/post.md && sprint summary --strict
        # Leysin Winter Sprint 2017

        We met.

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo

        <!-- gap: #1 fix the leak: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->
        ! remark: gap: #1 fix the leak: no place in post.md; `item(1)` tells it, `told(1)` leaves it out
        ! error: the report has 1 gap
        ! hint: fill the gaps, or leave out `--strict`
        [exit 1]
        $ sprint note It snowed. && sprint discuss UTF-8 && sprint decide 3 We keep it. && sprint talk the GC && sprint done 4 && sprint plan clean up && sprint done 5
        noted: It snowed.
        3 to discuss: UTF-8
        3 decided: UTF-8  | decision: We keep it.
        4 talk: the GC
        4 done: the GC
        5 planned: clean up
        5 done: clean up
        $ sprint summary --strict
        # Leysin Winter Sprint 2017

        We met.

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo

        <!-- gap: #1 fix the leak: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->

        <!-- gap: #3 UTF-8: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->

        <!-- gap: #4 the GC: no place in post.md; `item(4)` tells it, `told(4)` leaves it out -->

        <!-- gap: #5 clean up: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: a note, It snowed.: no place in post.md; `notes()` tells what is left of them -->
        ! remark: gap: #1 fix the leak: no place in post.md; `item(1)` tells it, `told(1)` leaves it out
        ! remark: gap: #3 UTF-8: no place in post.md; `item(3)` tells it, `told(3)` leaves it out
        ! remark: gap: #4 the GC: no place in post.md; `item(4)` tells it, `told(4)` leaves it out
        ! remark: gap: #5 clean up: no place in post.md; `item(5)` tells it, `told(5)` leaves it out
        ! remark: gap: a note, It snowed.: no place in post.md; `notes()` tells what is left of them
        ! error: the report has 5 gaps
        ! hint: fill the gaps, or leave out `--strict`
        [exit 1]
        $ printf 'We met. {{ told(1, 3) }}\n\n{{ talks() }}\n\n{{ notes() }}\n\n{{ tasks() }}\n' > sprints/leysin-2017/post.md && sprint summary --strict
        # Leysin Winter Sprint 2017

        We met.

        The GC.

        It snowed.

        Clean up.

        <!-- gap: #5 clean up: nothing told; sprint edit 5 -->
        ! remark: gap: #5 clean up: nothing told; sprint edit 5
        ! error: the report has 1 gap
        ! hint: fill the gaps, or leave out `--strict`
        [exit 1]
        $ sprint done 5 It is clean. && sprint summary --strict
        5 done: clean up  | result: It is clean.
        # Leysin Winter Sprint 2017

        We met.

        The GC.

        It snowed.

        It is clean.
        $ sprint photo $PHOTOS/hut.png the hut && sprint summary --strict
        photo: photos/hut-p1qh69c242.png  | caption: the hut
        # Leysin Winter Sprint 2017

        We met.

        The GC.

        It snowed.

        It is clean.

        <!-- gap: photos/hut-p1qh69c242.png: no place in post.md; `pictures()` shows what is left of them -->
        ! remark: gap: photos/hut-p1qh69c242.png: no place in post.md; `pictures()` shows what is left of them
        ! error: the report has 1 gap
        ! hint: fill the gaps, or leave out `--strict`
        [exit 1]
        $ printf 'We met. {{ told(1, 3, 4, 5) }}\n\n{{ notes() }}\n\n![](photos/gone.png)\n\n{{ pictures() }}\n' > sprints/leysin-2017/post.md && sprint summary --strict -o post.md; ls
        sprints
        ! remark: gap: a picture is left out: photos/gone.png does not exist; add another with `sprint photo`, or `sprint undo` it
        ! error: the report has 1 gap
        ! hint: fill the gaps, or leave out `--strict`
    "#]]);
}

#[test]
fn a_gap_of_the_built_in_template_is_a_remark_that_strict_allows() {
    small_session(expect![[r#"
        $ rm sprints/leysin-2017/post.md && sprint summary --strict
        # Leysin Winter Sprint 2017

        <!-- gap: a few sentences: where, when, who, what for; sprint edit post -->

        ## CPyExt

        The leak is fixed. (Armin)

        ## What is next

        - Release

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
    "#]]);
}

#[test]
fn an_item_is_told_where_its_placeholder_stands_and_nowhere_else() {
    week_session(expect![[r#"
        $ cat > sprints/leysin-2017/post.md <<'END'
        > First, {{ item(2, names="none") }} Then it snowed. {{ told(6, 7) }}
        > 
        > {{ item(3) }}
        > 
        > ## The rest
        > {{ body() }}
        > 
        > ## Left empty
        > {{ tasks(topic="Nothing") }}
        > END
        $ sprint summary
        ! error: sprints/leysin-2017/post.md:9:4: there is no topic `Nothing`
        !   9 | {{ tasks(topic="Nothing") }}
        !     |    ^
        ! hint: the topics are `CPyExt` and `CPyExt/NumPy`
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ sed -i '/tasks/s/Nothing/NumPy/' sprints/leysin-2017/post.md && sprint summary
        # Leysin Winter Sprint 2017

        First, NumPy works. Then it snowed.

        Write a test for it (Bea).

        <!-- gap: #3 write a test for it: nothing told; sprint edit 3 -->

        ## The rest

        It snowed.

        Also done: clean up.

        <!-- gap: #4 clean up: nothing told; sprint edit 4 -->

        ### CPyExt

        The leak is fixed. (Armin)
        ! remark: gap: #3 write a test for it: nothing told; sprint edit 3
        ! remark: gap: #4 clean up: nothing told; sprint edit 4
        $ sprint summary --numbers
        # Leysin Winter Sprint 2017

        First, NumPy works. [#2] Then it snowed.

        Write a test for it (Bea) [#3].

        <!-- gap: #3 write a test for it: nothing told; sprint edit 3 -->

        ## The rest

        It snowed.

        Also done: clean up [#4].

        <!-- gap: #4 clean up: nothing told; sprint edit 4 -->

        ### CPyExt

        The leak is fixed. (Armin) [#1]
        ! remark: gap: #3 write a test for it: nothing told; sprint edit 3
        ! remark: gap: #4 clean up: nothing told; sprint edit 4
    "#]]);
}

#[test]
fn the_number_of_each_item_is_shown_if_asked_for() {
    week_session(expect![[r#"
        $ sprint summary --numbers 2>/dev/null
        # Leysin Winter Sprint 2017

        <!-- gap: a few sentences: where, when, who, what for; sprint edit post -->

        ## Goals

        - Be faster

        ## CPyExt

        The leak is fixed. (Armin) [#1]

        ### NumPy

        NumPy works. (Antonio, Bea) [#2] Also done: write a test for it (Bea) [#3].

        <!-- gap: #3 write a test for it: nothing told; sprint edit 3 -->

        ## More results

        It snowed.

        Also done: clean up [#4].

        <!-- gap: #4 clean up: nothing told; sprint edit 4 -->

        ## Decisions and discussions

        **UTF-8**: We keep it. [#6]

        ## Talks

        The GC (Bea) [#7].

        ## What is next

        - Release (Armin)
        - Ask Antonio about SSE

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo

        ## Thanks

        The village of Leysin.
        $ sprint summary --numbers --body bullets --group none --for text 2>/dev/null
        Leysin Winter Sprint 2017
        =========================

        Goals
        -----

        - Be faster

        What we did
        -----------

        - The leak is fixed. (Armin) [#1]
        - NumPy works. (Antonio, Bea) [#2] Also done: write a test for it (Bea)
          [#3].
        - It snowed.
        - Also done: clean up [#4].

        Decisions and discussions
        -------------------------

        - UTF-8: We keep it. [#6]

        Talks
        -----

        - The GC (Bea) [#7]

        What is next
        ------------

        - Release (Armin)
        - Ask Antonio about SSE

        Attendees
        ---------

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo

        Thanks
        ------

        The village of Leysin.
    "#]]);
}

#[test]
fn raw_text_is_kept_for_its_format_if_asked_for() {
    small_session(expect![[r#"
        $ cat > sprints/leysin-2017/post.md <<'END'
        > We met.
        > 
        > ```raw html
        > <video src="a.mp4"></video>
        > ```
        > 
        > ```raw hugo
        > {{< youtube x >}}
        > ```
        > 
        > {{ body() }}
        > END
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met.

        ## CPyExt

        The leak is fixed. (Armin)
        ! remark: the raw text for `html` is left out
        ! hint: `--for html --raw` keeps it
        ! remark: the raw text for `hugo` is left out
        ! hint: `--for hugo --raw` keeps it
        $ sprint summary --raw
        # Leysin Winter Sprint 2017

        We met.

        ## CPyExt

        The leak is fixed. (Armin)
        ! remark: the raw text for `html` is left out
        ! hint: `--for html --raw` keeps it
        ! remark: the raw text for `hugo` is left out
        ! hint: `--for hugo --raw` keeps it
        $ sprint summary --for html
        <p>We met.</p>
        <h2>CPyExt</h2>
        <p>The leak is fixed. (Armin)</p>
        ! remark: the raw text for `html` is left out
        ! hint: `--for html --raw` keeps it
        ! remark: the raw text for `hugo` is left out
        ! hint: `--for hugo --raw` keeps it
        $ sprint summary --for html --raw
        <p>We met.</p>
        <video src="a.mp4"></video>
        <h2>CPyExt</h2>
        <p>The leak is fixed. (Armin)</p>
        ! remark: the raw text for `hugo` is left out
        ! hint: `--for hugo --raw` keeps it
        $ sprint summary --for hugo --raw
        +++
        title = "Leysin Winter Sprint 2017"
        date = 2017-02-27
        description = "We met."
        summary = "We met."
        +++

        We met.

        {{< youtube x >}}

        ## CPyExt

        The leak is fixed. (Armin)

        <!-- sprint writes this anew until somebody edits it: 9e55d16862170cb9 -->
        ! remark: the raw text for `html` is left out
        ! hint: `--for html --raw` keeps it
        $ sprint summary --raw --json
        ! error: `--raw` cannot be used with `--json`
        ! hint: leave one of them out
        [exit 2]
        $ sprint summary --strict > /dev/null
        ! remark: the raw text for `html` is left out
        ! hint: `--for html --raw` keeps it
        ! remark: the raw text for `hugo` is left out
        ! hint: `--for hugo --raw` keeps it
    "#]]);
}

#[test]
fn days_and_items_have_the_built_in_template_with_the_front_matter_of_post_md() {
    week_session(expect![[r#"
        $ printf '+++\ntitle = "A Week in the Snow"\nauthors = ["Bea Meier"]\ntags = ["sprint"]\nbody = "bullets"\nnames = "full"\n+++\nNot in a part.\n\n{{ body() }}\n' > sprints/leysin-2017/post.md
        $ sprint summary --day mon
        # A Week in the Snow (day 2)

        <!-- gap: a few sentences: where, when, who, what for -->

        ## Goals

        - Be faster

        ## CPyExt

        - The leak is fixed. (Armin Rigo)

        ### NumPy

        - NumPy works. (Antonio Cuni, Bea Meier) Also done: write a test for it (Bea Meier).

        <!-- gap: #3 write a test for it: nothing told; sprint edit 3 -->

        ## More results

        It snowed.

        Also done: clean up.

        <!-- gap: #4 clean up: nothing told; sprint edit 4 -->

        ## Decisions and discussions

        - **UTF-8**: We keep it.

        ## Talks

        - The GC (Bea Meier)

        ## What is next

        - Release (Armin Rigo)
        - Ask Antonio Cuni about SSE

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo

        ## Thanks

        The village of Leysin.
        ! remark: gap: a few sentences: where, when, who, what for
        ! remark: gap: #3 write a test for it: nothing told; sprint edit 3
        ! remark: gap: #4 clean up: nothing told; sprint edit 4
        $ sprint summary --from mon --names none --for hugo
        +++
        title = "A Week in the Snow (days 2-7)"
        date = 2017-02-27
        tags = ["sprint"]
        authors = ["Bea Meier"]
        description = "It snowed."
        summary = "It snowed."
        +++

        <!-- gap: a few sentences: where, when, who, what for -->

        ## Goals

        - Be faster

        ## CPyExt

        - The leak is fixed.

        ### NumPy

        - NumPy works. Also done: write a test for it.

        <!-- gap: #3 write a test for it: nothing told; sprint edit 3 -->

        ## More results

        It snowed.

        Also done: clean up.

        <!-- gap: #4 clean up: nothing told; sprint edit 4 -->

        ## Decisions and discussions

        - **UTF-8**: We keep it.

        ## Talks

        - The GC

        ## What is next

        - Release
        - Ask Antonio about SSE

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo

        ## Thanks

        The village of Leysin.

        <!-- sprint writes this anew until somebody edits it: 9bffcbd025e0d452 -->
        ! remark: gap: a few sentences: where, when, who, what for
        ! remark: gap: #3 write a test for it: nothing told; sprint edit 3
        ! remark: gap: #4 clean up: nothing told; sprint edit 4
        $ sprint summary --item 2
        # Port numpy

        NumPy works. (Antonio Cuni, Bea Meier) Also done: write a test for it (Bea Meier).

        <!-- gap: #3 write a test for it: nothing told; sprint edit 3 -->
        ! remark: gap: #3 write a test for it: nothing told; sprint edit 3
        $ sprint summary --item 2 --for pelican
        Title: Port numpy
        Date: 2017-02-27
        Slug: leysin-2017-2
        Tags: sprint
        Authors: Bea Meier
        Summary: NumPy works. (Antonio Cuni, Bea Meier) Also done: write a test for it (Bea Meier).

        NumPy works. (Antonio Cuni, Bea Meier) Also done: write a test for it (Bea Meier).

        <!-- gap: #3 write a test for it: nothing told; sprint edit 3 -->

        <!-- sprint writes this anew until somebody edits it: 4d7f69cd746bb1a5 -->
        ! remark: gap: #3 write a test for it: nothing told; sprint edit 3
        $ sprint summary --to tue --template sprints/leysin-2017/post.md
        # A Week in the Snow

        Not in a part.

        - **UTF-8**: We keep it.
        - **The GC** (Bea Meier)

        It snowed.

        Also done: clean up.

        <!-- gap: #4 clean up: nothing told; sprint edit 4 -->

        ## CPyExt

        - The leak is fixed. (Armin Rigo)

        ### NumPy

        - NumPy works. (Antonio Cuni, Bea Meier) Also done: write a test for it (Bea Meier).

        <!-- gap: #3 write a test for it: nothing told; sprint edit 3 -->
        ! remark: gap: #4 clean up: nothing told; sprint edit 4
        ! remark: gap: #3 write a test for it: nothing told; sprint edit 3
        $ printf '+++\nbody = "bullet"\n+++\n' > sprints/leysin-2017/post.md; sprint summary --day mon
        ! error: sprints/leysin-2017/post.md:2:8: `bullet` is not `prose` or `bullets`
        !   2 | body = "bullet"
        !     |        ^
        ! hint: `sprint help template` lists what the front matter can say
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
    "#]]);
}

#[test]
fn options_come_before_the_front_matter() {
    small_session(expect![[r#"
        $ printf '+++\ngroup = "none"\nbody = "bullets"\nnames = "none"\n+++\n{{ body() }}\n' > sprints/leysin-2017/post.md
        $ sprint summary
        # Leysin Winter Sprint 2017

        - The leak is fixed.
        $ sprint summary --group topic --body prose --names full
        # Leysin Winter Sprint 2017

        ## CPyExt

        The leak is fixed. (Armin Rigo)
        $ sprint summary --group person --names short
        # Leysin Winter Sprint 2017

        ## Armin Rigo

        - The leak is fixed.
        $ printf '{{ body(body="bullets") }}\n' > sprints/leysin-2017/post.md && sprint summary --body prose
        # Leysin Winter Sprint 2017

        ## CPyExt

        - The leak is fixed. (Armin)
    "#]]);
}

#[test]
fn a_post_is_read_with_a_byte_order_mark_and_crlf() {
    small_session(expect![[r#"
        $ printf '\357\273\277+++\r\ntitle = "Mine"\r\nbody = "bullets"\r\n+++\r\nWe met.\r\n\r\n{{ body() }}\r\n' > sprints/leysin-2017/post.md && sprint summary
        # Mine

        We met.

        ## CPyExt

        - The leak is fixed. (Armin)
        $ sprint check
        $ printf '\357\273\277+++\r\ntitle = "Mine"\r\n+++\r\nWe met.\r\n\r\n{{ bdy() }}\r\n' > sprints/leysin-2017/post.md && sprint summary
        ! error: sprints/leysin-2017/post.md:6:4: there is no part `bdy()`; did you mean `body`?
        !   6 | {{ bdy() }}
        !     |    ^
        ! hint: the parts are `body`, `topic`, `item`, `tasks`, `decisions`, `talks`, `notes`, `goals`, `days`, `unfinished`, `next`, `attendees`, `thanks`, `pictures`, `picture`, `gap` and `told`
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
    "#]]);
}

#[test]
fn a_post_that_is_not_a_file_of_the_sprint_is_refused() {
    small_session(expect![[r#"
        $ mv sprints/leysin-2017/post.md . && ln -s ../../post.md sprints/leysin-2017/post.md && sprint summary
        ! error: sprints/leysin-2017/post.md: a symbolic link where a file belongs; it is not used
        ! hint: a link is not followed: put the file itself there, or move the link away
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ sprint check
        sprints/leysin-2017/post.md: error: a symbolic link where a file belongs; it is not used [in-the-way]
            hint: a link is not followed: put the file itself there, or move the link away
        ! error: the check found 1 error
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ rm sprints/leysin-2017/post.md && mkdir sprints/leysin-2017/post.md && sprint summary
        ! error: sprints/leysin-2017/post.md: a folder where a file belongs; it is not used
        ! hint: move it away
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ rmdir sprints/leysin-2017/post.md && mkfifo sprints/leysin-2017/post.md && timeout 5 sprint summary
        ! error: sprints/leysin-2017/post.md: a named pipe where a file belongs; it is not used
        ! hint: move it away
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ rm sprints/leysin-2017/post.md && head -c 1048577 /dev/zero | tr '\0' a > sprints/leysin-2017/post.md; sprint summary
        ! error: sprints/leysin-2017/post.md: larger than 1 MiB
        ! hint: shorten it; pictures are files of their own
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ printf 'a\nb\377' > sprints/leysin-2017/post.md; sprint summary
        ! error: sprints/leysin-2017/post.md:2:2: bytes that are not UTF-8
        !   2 | b�
        !     |  ^
        ! hint: save the file as UTF-8
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (3): Armin, Antonio, Bea
        Free (3): Armin, Antonio, Bea
          2  release       nobody
        Closed today
          1  fix the leak  Armin   done
        $ rm sprints/leysin-2017/post.md && sprint summary | head -1
        # Leysin Winter Sprint 2017
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
    "#]]);
}

#[test]
fn a_post_does_not_replace_its_template() {
    small_session(expect![[r#"
        $ sprint summary -o sprints/leysin-2017/post.md
        ! error: sprints/leysin-2017/post.md is where sprint keeps what was recorded; it was left as it is
        ! hint: choose a place outside `sprints/` with `-o`
        [exit 1]
        $ sprint summary -o sprints/leysin-2017/post.md --force
        ! error: sprints/leysin-2017/post.md is where sprint keeps what was recorded; it was left as it is
        ! hint: choose a place outside `sprints/` with `-o`
        [exit 1]
        $ cd sprints/leysin-2017 && sprint summary -o POST.md; ls
        written: POST.md
        2017-02-26.toml
        2017-02-27.toml
        POST.md
        post.md
        sprint.toml
    "#]]);
}

#[test]
fn a_post_is_text_for_a_mail() {
    week_session(expect![[r#"
        $ sprint note 'See [the *docs*](https://example.org/docs) and `code`.' && printf -- 'Code:\n\n- one\n\n  ```\n  fn main() {}\n  ```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n' | sprint note - && sprint photo http://example.org/hut.png the hut
        noted: See [the *docs*](https://example.org/docs) and `code`.
        noted: Code: - one ``` fn main() {} ``` | a | b | |---|---| | 1 | 2 |
        photo: http://example.org/hut.png  | caption: the hut
        $ sprint summary --for text
        Leysin Winter Sprint 2017
        =========================

        [picture: the hut] [1]

        Goals
        -----

        - Be faster

        CPyExt
        ------

        The leak is fixed. (Armin)

        NumPy
        ~~~~~

        NumPy works. (Antonio, Bea) Also done: write a test for it (Bea).

        More results
        ------------

        It snowed.

        See the docs [2] and code.

        Code:

        - one

              fn main() {}

        a  b
        -  -
        1  2

        Also done: clean up.

        Decisions and discussions
        -------------------------

        UTF-8: We keep it.

        Talks
        -----

        The GC (Bea).

        What is next
        ------------

        - Release (Armin)
        - Ask Antonio about SSE

        Attendees
        ---------

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo

        Thanks
        ------

        The village of Leysin.

        [1] http://example.org/hut.png
        [2] https://example.org/docs
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
        ! remark: gap: #3 write a test for it: nothing told; sprint edit 3
        ! remark: gap: #4 clean up: nothing told; sprint edit 4
        $ sprint summary --for text --group none --body bullets -o post.txt && head -3 post.txt
        written: post.txt
        Leysin Winter Sprint 2017
        =========================

        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
        ! remark: gap: #3 write a test for it: nothing told; sprint edit 3
        ! remark: gap: #4 clean up: nothing told; sprint edit 4
    "#]]);
}

#[test]
fn what_the_log_says_is_never_read_as_template_or_markup() {
    people_session(expect![[r#"
        $ sprint plan '{{ body() }} {% if x %}' -t '{{ goals() }}' -p armin && sprint done 1 '{{ title }} {# no #} <b>bold</b> {{< x >}}'
        1 planned: {{ body() }} {% if x %}  | on it: Armin  | topic: {{ goals() }}
        1 done: {{ body() }} {% if x %}
            credit: Armin  | result: {{ title }} {# no #} <b>bold</b> {{< x >}}
        ! remark: `{{ goals() }}` is a new topic
        $ sprint plan '# 18. no list' -t '{{ goals() }}' && sprint done 2 '18. It has __init__ and 2 * 3 * 4.'
        2 planned: # 18. no list  | topic: {{ goals() }}
        2 done: # 18. no list  | result: 18. It has __init__ and 2 * 3 * 4.
        $ printf '{{ title }} of {{ count.done }}\n\n{{ body() }}\n' > sprints/leysin-2017/post.md && sprint summary
        # Leysin Winter Sprint 2017

        Leysin Winter Sprint 2017 of 2

        ## &#123;&#123; goals() }}

        &#123;&#123; title }} &#123;# no #} &lt;b&gt;bold&lt;/b&gt; &#123;&#123;&lt; x &gt;}} (Armin)

        18. It has \_\_init\_\_ and 2 \* 3 \* 4.
        $ for site in jekyll hugo eleventy; do sprint summary --for $site | tail -n +8; done

        Leysin Winter Sprint 2017 of 2

        ## &#123;&#123; goals() }}

        &#123;&#123; title }} &#123;# no #} &lt;b&gt;bold&lt;/b&gt; &#123;&#123;&lt; x &gt;}} (Armin)

        18. It has \_\_init\_\_ and 2 \* 3 \* 4.

        <!-- sprint writes this anew until somebody edits it: e444ec0c7183f178 -->
        Leysin Winter Sprint 2017 of 2

        ## &#123;&#123; goals() }}

        &#123;&#123; title }} &#123;# no #} &lt;b&gt;bold&lt;/b&gt; &#123;&#123;&lt; x &gt;}} (Armin)

        18. It has \_\_init\_\_ and 2 \* 3 \* 4.

        <!-- sprint writes this anew until somebody edits it: 2470a58dca48d521 -->
        Leysin Winter Sprint 2017 of 2

        ## &#123;&#123; goals() }}

        &#123;&#123; title }} &#123;# no #} &lt;b&gt;bold&lt;/b&gt; &#123;&#123;&lt; x &gt;}} (Armin)

        18. It has \_\_init\_\_ and 2 \* 3 \* 4.

        <!-- sprint writes this anew until somebody edits it: 2077333bb726a372 -->
    "#]]);
}

#[test]
fn comments_of_a_post_stay_and_are_harmless() {
    sprint_session(expect![[r#"
        $ printf 'We met.\n\n<!-- more -->\n\n<!-- a -- b > -- {# c #} {{ title }} -->\n\n<b>raw</b> {# not in the post #} &copy;\n' > sprints/leysin-2017/post.md
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met.

        <!-- more -->

        <!-- a - - b &gt; - -  Leysin Winter Sprint 2017 -->

        &lt;b&gt;raw&lt;/b&gt;  ©
        ! remark: sprints/leysin-2017/post.md:7:1: HTML is printed as it is typed
        !   7 | <b>raw</b> {# not in the post #} &copy;
        !     | ^
        ! hint: write it as Markdown; a fence such as ```raw html goes to that format as it is, with `summary --raw`
        $ sprint summary --for html
        <p>We met.</p>
        <!-- more -->
        <!-- a - - b &gt; - -  Leysin Winter Sprint 2017 -->
        <p>&lt;b&gt;raw&lt;/b&gt;  ©</p>
        ! remark: sprints/leysin-2017/post.md:7:1: HTML is printed as it is typed
        !   7 | <b>raw</b> {# not in the post #} &copy;
        !     | ^
        ! hint: write it as Markdown; a fence such as ```raw html goes to that format as it is, with `summary --raw`
        $ sprint summary --for rst
        Leysin Winter Sprint 2017
        =========================

        We met.

        .. TEASER_END

        ..
           a -- b > --  Leysin Winter Sprint 2017

        <b>raw</b>  ©
        ! remark: sprints/leysin-2017/post.md:7:1: HTML is printed as it is typed
        !   7 | <b>raw</b> {# not in the post #} &copy;
        !     | ^
        ! hint: write it as Markdown; a fence such as ```raw html goes to that format as it is, with `summary --raw`
        $ sprint summary --for text
        Leysin Winter Sprint 2017
        =========================

        We met.

        <b>raw</b>  ©
        ! remark: sprints/leysin-2017/post.md:7:1: HTML is printed as it is typed
        !   7 | <b>raw</b> {# not in the post #} &copy;
        !     | ^
        ! hint: write it as Markdown; a fence such as ```raw html goes to that format as it is, with `summary --raw`
        $ sprint summary --for hugo --date 2017-02-27 | tail -n +6

        We met.

        <!--more-->

        <!-- a - - b &gt; - -  Leysin Winter Sprint 2017 -->

        &lt;b&gt;raw&lt;/b&gt;  ©

        <!-- sprint writes this anew until somebody edits it: d274c00e0f2cf74f -->
        ! remark: sprints/leysin-2017/post.md:7:1: HTML is printed as it is typed
        !   7 | <b>raw</b> {# not in the post #} &copy;
        !     | ^
        ! hint: write it as Markdown; a fence such as ```raw html goes to that format as it is, with `summary --raw`
    "#]]);
}
