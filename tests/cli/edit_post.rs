//! `sprint edit post` and `sprint edit settings`.

use expect_test::expect;

use crate::support::TestEnv;

fn edit_session(expected: expect_test::Expect) {
    let env = TestEnv::with_people();
    env.run("rm sprints/leysin-2017/post.md");
    env.run(
        r#"cat > edit <<'END'
#!/bin/sh
editor=$1; shift
script -qec "EDITOR='$editor' sprint edit $*" /dev/null | tr -d '\r' | sed 's/sprint-[A-Za-z0-9]*\.\(md\|toml\)/sprint-XXXXXX.\1/g'
END
chmod +x edit
sprint plan fix the leak -t JIT/Backends -p armin && sprint done 1 The leak is fixed.
sprint plan open -t Later
sprint note We went skiing. -t 'The "Fun"'
sprint plan write docs && sprint done 3 Docs are written."#,
    );
    env.session(expected);
}

#[test]
fn a_post_is_made_from_the_built_in_one_with_its_topics_when_it_is_saved() {
    edit_session(expect![[r#"
        $ ./edit true post && ls sprints/leysin-2017
        nothing changed, so no sprints/leysin-2017/post.md was made
        2017-02-26.toml
        2017-02-27.toml
        sprint.toml
        $ ./edit cat post
        +++
        # `sprint help template` explains all of this. A line without its `#` counts.
        # title = "Leysin Winter Sprint 2017"
        # authors = ["Richard Plangger"]
        # tags = ["sprint"]
        # body = "bullets"        # or "prose"
        # names = "none"          # or "short", "full"
        # credit = "after"        # or "before", "section"
        # titles = "none"         # or "bold", "heading"
        +++
        {{ gap("a few sentences: where, when, who, what for") }}

        {{ pictures() }}

        ## Goals
        {{ goals() }}

        ## JIT
        {{ topic("JIT") }}

        ## The "Fun"
        {{ topic("The \"Fun\"") }}

        ## More results
        {{ body() }}

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
        nothing changed, so no sprints/leysin-2017/post.md was made
        $ ./edit 'sed -i s/More.results/Other/' post && grep Other sprints/leysin-2017/post.md
        sprints/leysin-2017/post.md: made
        ## Other
        $ ./edit 'sed -i s/Other/Others/' post && grep Other sprints/leysin-2017/post.md && ./edit true post
        sprints/leysin-2017/post.md: changed
        ## Others
        sprints/leysin-2017/post.md: nothing changed
    "#]]);
}

#[test]
fn a_post_that_was_only_made_tells_what_the_built_in_one_tells() {
    edit_session(expect![[r#"
        $ sprint discuss strings && sprint decide 4 We keep UTF-8. && sprint talk the GC && sprint done 5 && sprint goal To fix leaks && sprint note At the top. && sprint next Release it -t JIT && sprint plan no result -t JIT && sprint done 6 && sprint thank The hosts. && sprint day Break --break
        4 to discuss: strings
        4 decided: strings  | decision: We keep UTF-8.
        5 talk: the GC
        5 done: the GC
        goal: To fix leaks
        noted: At the top.
        next: Release it  | topic: JIT
        6 planned: no result  | topic: JIT
        6 done: no result
        thanks: The hosts.
        Monday, 27 February 2017: Break, break
        $ for format in markdown html rst text jekyll; do sprint summary --for $format 2>/dev/null > built-in.$format; done; sprint summary --for markdown --names full --body bullets > built-in.bullets 2>/dev/null
        $ ./edit 'sed -i s/never/ever/' post; ./edit 'sed -i 2s/explains/has/' post
        nothing changed, so no sprints/leysin-2017/post.md was made
        sprints/leysin-2017/post.md: made
        $ for format in markdown html rst text jekyll; do sprint summary --for $format 2>/dev/null | cmp - built-in.$format; done; sprint summary --for markdown --names full --body bullets 2>/dev/null | cmp - built-in.bullets
        $ cat built-in.markdown
        # Leysin Winter Sprint 2017

        <!-- gap: a few sentences: where, when, who, what for; sprint edit post -->

        ## Goals

        - To fix leaks

        ## JIT

        No result.

        <!-- gap: #6 no result: nothing told; sprint edit 6 -->

        ### Backends

        The leak is fixed. (Armin)

        ## The "Fun"

        We went skiing.

        ## More results

        Docs are written.

        At the top.

        ## Decisions and discussions

        **Strings**: We keep UTF-8.

        ## Talks

        The GC.

        ## Special days

        - Monday, 27 February: Break (break)

        ## What is next

        - Open
        - Release it

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo

        ## Thanks

        The hosts.
        $ sprint plan later -t Later && sprint done 7 It came late. && sprint summary 2>/dev/null | grep -B3 'came late'
        7 planned: later  | topic: Later
        7 done: later  | result: It came late.

        ### Later

        It came late.
    "#]]);
}

#[test]
fn what_is_wrong_in_a_post_is_shown_and_it_is_kept() {
    edit_session(expect![[r#"
        $ ./edit 'sed -i -e s/gaols/goals/ -e s/goals/gaols/' post && grep gaols sprints/leysin-2017/post.md
        sprints/leysin-2017/post.md: made
        error: sprints/leysin-2017/post.md:16:4: there is no part `gaols()`; did you mean `goals`?
          16 | {{ gaols() }}
             |    ^
        hint: the parts are `body`, `topic`, `item`, `tasks`, `decisions`, `talks`, `notes`, `goals`, `days`, `unfinished`, `next`, `attendees`, `thanks`, `pictures`, `picture`, `gap` and `told`
        error: the post is kept as it is, and has 1 error
        hint: `sprint edit post` opens it again; `sprint help template` lists the placeholders
        {{ gaols() }}
        $ ./edit true post && ./edit 'sed -i s/gaols/goals/' post
        sprints/leysin-2017/post.md: nothing changed
        error: sprints/leysin-2017/post.md:16:4: there is no part `gaols()`; did you mean `goals`?
          16 | {{ gaols() }}
             |    ^
        hint: the parts are `body`, `topic`, `item`, `tasks`, `decisions`, `talks`, `notes`, `goals`, `days`, `unfinished`, `next`, `attendees`, `thanks`, `pictures`, `picture`, `gap` and `told`
        error: the post is kept as it is, and has 1 error
        hint: `sprint edit post` opens it again; `sprint help template` lists the placeholders
        sprints/leysin-2017/post.md: changed
        $ script -qec "EDITOR='sed -i s/goals()/gaols()/' sprint edit post" /dev/null > /dev/null
        [exit 1]
        $ ./edit 'sed -i -e s/gaols/goals/ -e "s/## Talks/{ talks() }/"' post; sprint check
        sprints/leysin-2017/post.md: changed
        remark: sprints/leysin-2017/post.md:30:1: `{ talks(…) }` is text
          30 | { talks() }
             | ^
        hint: a placeholder has two braces: `{{ talks(…) }}`; text stands in `code`
        sprints/leysin-2017/post.md:30:1: notice: `{ talks(…) }` is text [misread]
            30 | { talks() }
               | ^
            hint: a placeholder has two braces: `{{ talks(…) }}`; text stands in `code`
    "#]]);
}

#[test]
fn a_post_that_somebody_else_changes_meanwhile_is_not_overwritten() {
    edit_session(expect![[r#"
        $ printf 'We met.\n' > sprints/leysin-2017/post.md
        $ ./edit 'echo They-met. > sprints/leysin-2017/post.md; sed -i s/met/all-met/' post && cat sprints/leysin-2017/post.md sprint-*.md && rm sprint-*.md
        remark: your text is kept in FOLDER/sprint-XXXXXX.md
        error: sprints/leysin-2017/post.md was changed by somebody else meanwhile
        hint: run the same command again, and insert the text that was kept
        They-met.
        We all-met.
        $ rm sprints/leysin-2017/post.md && ./edit 'echo They-met. > sprints/leysin-2017/post.md; sed -i s/More/Other/' post && cat sprints/leysin-2017/post.md && rm sprint-*.md
        remark: your text is kept in FOLDER/sprint-XXXXXX.md
        error: sprints/leysin-2017/post.md was changed by somebody else meanwhile
        hint: run the same command again, and insert the text that was kept
        They-met.
        $ rm sprints/leysin-2017/post.md && ln -s /etc/passwd sprints/leysin-2017/post.md && ./edit true post
        error: sprints/leysin-2017/post.md is a symbolic link where a file belongs
        hint: nothing was recorded; a link is not followed: put the file itself there, or move the link away
    "#]]);
}

#[test]
fn settings_are_kept_if_they_can_be_read() {
    edit_session(expect![[r#"
        $ ./edit 'sed -i s/Leysin.Winter/Summer/' settings && head -1 sprints/leysin-2017/sprint.toml && ./edit true settings
        sprints/leysin-2017/sprint.toml: changed
        title = "Summer Sprint 2017"
        sprints/leysin-2017/sprint.toml: nothing changed
        $ ./edit 'sed -i s/^title.=/title/' settings && head -1 sprints/leysin-2017/sprint.toml && rm sprint-*.toml
        error: sprints/leysin-2017/sprint.toml:1:7: `=` is missing
          1 | title "Summer Sprint 2017"
            |       ^
        hint: `sprint help files` lists the settings
        remark: your text is kept in FOLDER/sprint-XXXXXX.toml
        error: the settings were left as they were: 1 error in the text
        hint: fix the text that was kept, and put it in with `sprint edit settings`
        title = "Summer Sprint 2017"
        $ ./edit 'sed -i s/^title/tittle/' settings
        warning: sprints/leysin-2017/sprint.toml:1:1: the setting `tittle` is not known and is skipped; did you mean `title`?
          1 | tittle = "Summer Sprint 2017"
            | ^
        hint: `sprint help files` lists the settings
        sprints/leysin-2017/sprint.toml: changed
        $ ./edit 'sed -i 1s/^/#/' log && ./edit true log 2017-02-27 && ./edit true 2017-02-27 && ./edit true log yesterday
        warning: sprints/leysin-2017/sprint.toml:1:1: the setting `tittle` is not known and is skipped; did you mean `title`?
          1 | tittle = "Summer Sprint 2017"
            | ^
        hint: `sprint help files` lists the settings
        sprints/leysin-2017/2017-02-27.toml: no entry changed, only the text around them
        warning: sprints/leysin-2017/sprint.toml:1:1: the setting `tittle` is not known and is skipped; did you mean `title`?
          1 | tittle = "Summer Sprint 2017"
            | ^
        hint: `sprint help files` lists the settings
        sprints/leysin-2017/2017-02-27.toml: nothing changed
        warning: sprints/leysin-2017/sprint.toml:1:1: the setting `tittle` is not known and is skipped; did you mean `title`?
          1 | tittle = "Summer Sprint 2017"
            | ^
        hint: `sprint help files` lists the settings
        sprints/leysin-2017/2017-02-27.toml: nothing changed
        warning: sprints/leysin-2017/sprint.toml:1:1: the setting `tittle` is not known and is skipped; did you mean `title`?
          1 | tittle = "Summer Sprint 2017"
            | ^
        hint: `sprint help files` lists the settings
        sprints/leysin-2017/2017-02-26.toml: nothing changed
    "#]]);
}

#[test]
fn settings_that_something_stands_before_are_told_as_such() {
    edit_session(expect![[r#"
        $ ./edit 'sed -i "1i We met in Leysin."' post
        sprints/leysin-2017/post.md: made
        remark: sprints/leysin-2017/post.md:2:1: these settings are told as text, as they are not at the beginning
          2 | +++
            | ^
        hint: put the lines from this `+++` to the next one at the beginning of the file
        $ sprint summary | head -20
        # Leysin Winter Sprint 2017

        We met in Leysin. +++

        # `sprint help template` explains all of this. A line without its `#` counts.

        # title = "Leysin Winter Sprint 2017"

        # authors = \["Richard Plangger"\]

        # tags = \["sprint"\]

        # body = "bullets"        \# or "prose"

        # names = "none"          \# or "short", "full"

        # credit = "after"        \# or "before", "section"

        # titles = "none"         \# or "bold", "heading"

        ! remark: sprints/leysin-2017/post.md:2:1: these settings are told as text, as they are not at the beginning
        !   2 | +++
        !     | ^
        ! hint: put the lines from this `+++` to the next one at the beginning of the file
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
        $ sprint check
        sprints/leysin-2017/post.md:2:1: warning: these settings are told as text, as they are not at the beginning [post]
            2 | +++
              | ^
            hint: put the lines from this `+++` to the next one at the beginning of the file
        ! error: the check found 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ ./edit 'sed -i -e 1d -e "s/^# credit.*/credit = \"before\"/"' post
        sprints/leysin-2017/post.md: changed
        $ sprint check
        $ printf 'Hi.\n\n+++\n\nand\n\n+++\n\n```toml\n+++\ntitle = 1\n+++\n```\n\n+++\ntitle = "A"\n+++\n' > sprints/leysin-2017/post.md && sprint check
        sprints/leysin-2017/post.md:15:1: warning: these settings are told as text, as they are not at the beginning [post]
            15 | +++
               | ^
            hint: put the lines from this `+++` to the next one at the beginning of the file
        ! error: the check found 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
    "#]]);
}
