//! What `post.md` says in vain, and where hints lead.

use expect_test::expect;

use crate::support::{people_session, synced_session};

#[test]
fn a_conflict_of_git_in_the_post_is_an_error() {
    people_session(expect![[r#"
        $ printf '<<<<<<< HEAD\nIntro A\n=======\nIntro B\n>>>>>>> x\n\n{{ body() }}\n' > sprints/leysin-2017/post.md && sprint summary
        ! error: sprints/leysin-2017/post.md:1:1: an unresolved git conflict
        !   1 | <<<<<<< HEAD
        !     | ^
        ! hint: keep the lines that are to stay and delete the marker lines
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
        $ sprint check
        sprints/leysin-2017/post.md:1:1: error: an unresolved git conflict [merge-marker]
            1 | <<<<<<< HEAD
              | ^
            hint: keep the lines that are to stay and delete the marker lines
        ! error: the check found 1 error
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ printf 'A { goals() }} B\n' > sprints/leysin-2017/post.md && sprint summary
        ! error: sprints/leysin-2017/post.md:1:13: `}}` without `{{`
        !   1 | A { goals() }} B
        !     |             ^
        ! hint: begin it with `{{`; as text, `}}` stands in `code`
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
    "#]]);
}

#[test]
fn what_a_post_says_in_vain_is_a_remark_and_a_notice() {
    people_session(expect![[r#"
        $ printf 'a report' > sprints/leysin-2017/there.pdf && printf '[a](htp://x.y) [b](z.pdf) [c](there.pdf) [d](https://x.y) [e](#f) {{ goals() }}<br>\n\n<details>\nx\n</details>\n\n<!-- more -->\n\n{ goals() } and `{ goals() }`\n' > sprints/leysin-2017/post.md && sprint summary
        # Leysin Winter Sprint 2017

        a b [c](there.pdf) [d](https://x.y) [e](#f) &lt;br&gt;

        &lt;details&gt; x &lt;/details&gt;

        <!-- more -->

        &#123; goals() } and `{ goals() }`
        ! remark: sprints/leysin-2017/post.md:1:1: a link to `htp://x.y` becomes its text
        !   1 | [a](htp://x.y) [b](z.pdf) [c](there.pdf) [d](https://x.y) [e](#f) {{ goal…
        !     | ^
        ! remark: sprints/leysin-2017/post.md:1:16: a link to `z.pdf` becomes its text
        !   1 | [a](htp://x.y) [b](z.pdf) [c](there.pdf) [d](https://x.y) [e](#f) {{ goal…
        !     |                ^
        ! hint: links lead to http, https, mailto, or a file in the sprint's folder
        ! remark: sprints/leysin-2017/post.md:1:80: HTML is printed as it is typed
        !   1 | …x.y) [b](z.pdf) [c](there.pdf) [d](https://x.y) [e](#f) {{ goals() }}<br>
        !     |                                                                       ^
        ! remark: sprints/leysin-2017/post.md:3:1: HTML is printed as it is typed
        !   3 | <details>
        !     | ^
        ! hint: write it as Markdown; a fence such as ```raw html goes to that format as it is, with `summary --raw`
        ! remark: sprints/leysin-2017/post.md:9:1: `{ goals(…) }` is text
        !   9 | { goals() } and `{ goals() }`
        !     | ^
        ! hint: a placeholder has two braces: `{{ goals(…) }}`; text stands in `code`
        $ sprint check
        sprints/leysin-2017/post.md:1:1: notice: a link to `htp://x.y` becomes its text [misread]
            1 | [a](htp://x.y) [b](z.pdf) [c](there.pdf) [d](https://x.y) [e](#f) {{ go…
              | ^
            hint: links lead to http, https, mailto, or a file in the sprint's folder
        sprints/leysin-2017/post.md:1:16: notice: a link to `z.pdf` becomes its text [misread]
            1 | [a](htp://x.y) [b](z.pdf) [c](there.pdf) [d](https://x.y) [e](#f) {{ go…
              |                ^
            hint: links lead to http, https, mailto, or a file in the sprint's folder
        sprints/leysin-2017/post.md:1:80: notice: HTML is printed as it is typed [misread]
            1 | …y) [b](z.pdf) [c](there.pdf) [d](https://x.y) [e](#f) {{ goals() }}<br>
              |                                                                     ^
            hint: write it as Markdown; a fence such as ```raw html goes to that format as it is, with `summary --raw`
        sprints/leysin-2017/post.md:3:1: notice: HTML is printed as it is typed [misread]
            3 | <details>
              | ^
            hint: write it as Markdown; a fence such as ```raw html goes to that format as it is, with `summary --raw`
        sprints/leysin-2017/post.md:9:1: notice: `{ goals(…) }` is text [misread]
            9 | { goals() } and `{ goals() }`
              | ^
            hint: a placeholder has two braces: `{{ goals(…) }}`; text stands in `code`
        $ sprint summary --day mon > /dev/null
        ! remark: gap: a few sentences: where, when, who, what for
    "#]]);
}

#[test]
fn a_post_that_cannot_be_read_is_sent_with_a_warning() {
    synced_session(expect![[r#"
        $ cd armin && printf '{{ goal() }}\n' > sprints/hut/post.md && sprint sync
        post.md sent
        ! warning: sprints/hut/post.md:1:4: there is no part `goal()`; did you mean `goals`?
        !   1 | {{ goal() }}
        !     |    ^
        ! hint: the parts are `body`, `topic`, `item`, `tasks`, `decisions`, `talks`, `notes`, `goals`, `days`, `unfinished`, `next`, `attendees`, `thanks`, `pictures`, `picture`, `gap` and `told`
        $ cd armin && sprint sync
        nothing to send, nothing received
    "#]]);
}

#[test]
fn gaps_name_the_template_that_has_no_place() {
    people_session(expect![[r#"
        $ sprint note We skied.
        noted: We skied.
        $ printf '{{ gap("an introduction") }}\n' > x.md && sprint summary --template x.md
        # Leysin Winter Sprint 2017

        <!-- gap: an introduction -->

        <!-- gap: a note, We skied.: no place in x.md; `notes()` tells what is left of them -->
        ! remark: gap: an introduction
        ! remark: gap: a note, We skied.: no place in x.md; `notes()` tells what is left of them
        $ cp x.md sprints/leysin-2017/post.md && sprint summary
        # Leysin Winter Sprint 2017

        <!-- gap: an introduction; sprint edit post -->

        <!-- gap: a note, We skied.: no place in post.md; `notes()` tells what is left of them -->
        ! remark: gap: an introduction; sprint edit post
        ! remark: gap: a note, We skied.: no place in post.md; `notes()` tells what is left of them
        $ sprint summary --day mon
        # Leysin Winter Sprint 2017 (day 2)

        <!-- gap: a few sentences: where, when, who, what for -->

        ## What we did

        We skied.

        ## Attendees

        - Antonio Cuni
        - Bea Meier
        - Armin Rigo
        ! remark: gap: a few sentences: where, when, who, what for
    "#]]);
}

#[test]
fn a_topic_that_a_loop_tells_twice_is_named() {
    people_session(expect![[r#"
        $ sprint plan fix it -t CPyExt && sprint done 1 It works.
        1 planned: fix it  | topic: CPyExt
        1 done: fix it  | result: It works.
        ! remark: `CPyExt` is a new topic
        $ printf '{{ topic("CPyExt") }}\n\n{%% for t in topics %%}\n{{ topic(t) }}\n{%% endfor %%}\n' > sprints/leysin-2017/post.md && sprint summary
        ! error: sprints/leysin-2017/post.md:4:1: `topic(t)`, here of `CPyExt`, is told twice: also at line 1, column 1
        !   4 | {{ topic(t) }}
        !     | ^
        ! hint: remove one of the two placeholders
        ! error: there is no report: the template has 1 error
        ! hint: fix it; `sprint help template` lists the placeholders
        [exit 1]
    "#]]);
}

#[test]
fn who_has_no_group_can_be_listed() {
    people_session(expect![[r#"
        $ sprint join zoe --group students
        joined: zoe (zoe; students)
        $ printf 'Students: {{ attendees(group="students", style="sentence") }}\n\nOthers: {{ attendees(group="", style="sentence") }}\n' > sprints/leysin-2017/post.md && sprint summary
        # Leysin Winter Sprint 2017

        Students: zoe

        Others: Antonio Cuni, Armin Rigo and Bea Meier
    "#]]);
}

#[test]
fn hints_name_what_is_missing() {
    people_session(expect![[r#"
        $ printf 'plan a\nphoto whiteboard gc.png\n' | sprint batch -
        ! error: -:2:1: cannot read whiteboard: it does not exist
        ! hint: nothing of the batch was recorded; a name with blanks needs quotes around it
        [exit 1]
        $ sprint note We skied. && sprint summary --for hugo -o site
        noted: We skied.
        ! error: site does not exist
        ! hint: make the folder first: `mkdir site`; or name another one with `-o`
        [exit 1]
        $ EDITOR=true sprint edit post
        ! error: there is no terminal for the editor
        ! hint: run this at a terminal, or edit the file itself
        [exit 1]
        $ sprint summary --for nikola -o . && echo more >> posts/2017/02/leysin-2017.md && sprint summary --for nikola -o .
        written: ./posts/2017/02/leysin-2017.md
        ! error: ./posts/2017/02/leysin-2017.md was left as it is: somebody has edited it
        ! hint: move it away; or put your changes into post.md, sprint.toml or the log, and replace it with `--force`
        [exit 1]
    "#]]);
}
