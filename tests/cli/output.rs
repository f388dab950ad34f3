//! `-o`: what is asked for, in a file.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn a_report_goes_to_a_file_and_is_not_written_twice() {
    sprint_session(expect![[r#"
        $ printf '+++\ntitle = "Hut"\n+++\nHello.%s' "$PARTS" > sprints/leysin-2017/post.md
        $ sprint summary -o posts/hut.md
        written: posts/hut.md
        $ cat posts/hut.md
        # Hut

        Hello.

        <!-- sprint writes this anew until somebody edits it: 159a920fdedca685 -->
        $ sprint summary -o posts/hut.md
        already written: posts/hut.md
        $ sprint summary -o -
        # Hut

        Hello.
        $ sprint summary --for json -o hut.json && sprint summary --json | cmp - hut.json
        written: hut.json
        $ ls -A . posts
        .:
        hut.json
        posts
        sprints

        posts:
        hut.md
        $ stat -c %A posts/hut.md
        -rw-r--r--
    "#]]);
}

#[test]
fn a_file_with_other_content_is_only_replaced_by_force() {
    sprint_session(expect![[r#"
        $ printf '+++\ntitle = "Hut"\n+++\nHello.%s' "$PARTS" > sprints/leysin-2017/post.md
        $ sprint summary -o hut.md
        written: hut.md
        $ echo "By hand." >> hut.md && chmod 600 hut.md && ln -s hut.md link.md
        $ sprint summary -o link.md
        ! error: link.md was left as it is: it has other content
        ! hint: choose another name, or replace it with `--force`
        [exit 1]
        $ tail -1 hut.md
        By hand.
        $ sprint summary -o link.md --force
        written: link.md
        $ cat hut.md
        # Hut

        Hello.

        <!-- sprint writes this anew until somebody edits it: 159a920fdedca685 -->
        $ stat -c '%A %N' hut.md link.md
        -rw------- 'hut.md'
        lrwxrwxrwx 'link.md' -> 'hut.md'
        $ sprint summary --force
        ! error: --output FILE is missing
        ! hint: type `sprint summary --output FILE --force`
        [exit 2]
    "#]]);
}

#[test]
fn what_cannot_be_written_is_said() {
    sprint_session(expect![[r#"
        $ printf '+++\ntitle = "Hut"\n+++\nHello.%s' "$PARTS" > sprints/leysin-2017/post.md
        $ mkdir posts && sprint summary -o posts
        ! error: posts is not a regular file
        ! hint: move it away, or choose another place with `-o`
        [exit 1]
        $ sprint summary -o sprints/leysin-2017/sprint.toml
        ! error: sprints/leysin-2017/sprint.toml is where sprint keeps what was recorded; it was left as it is
        ! hint: choose a place outside `sprints/` with `-o`
        [exit 1]
        $ sprint summary -o sprints/leysin-2017/sprint.toml/hut.md
        ! error: cannot write sprints/leysin-2017/sprint.toml/hut.md: Not a directory
        ! hint: nothing was recorded; fix that and try again
        [exit 1]
        $ sprint summary -o ""
        ! error: `--output` has no value
        ! hint: type it behind the option: `--output FILE`
        [exit 2]
    "#]]);
}

#[test]
fn a_strict_report_with_gaps_is_not_written() {
    sprint_session(expect![[r#"
        $ printf '{{ gap("what it was like") }}%s' "$PARTS" > sprints/leysin-2017/post.md
        $ sprint summary --strict -o hut.md
        ! remark: gap: what it was like; sprint edit post
        ! error: the report has 1 gap
        ! hint: fill the gaps, or leave out `--strict`
        [exit 1]
        $ ls
        sprints
        $ sprint summary -o hut.md
        written: hut.md
        ! remark: gap: what it was like; sprint edit post
        $ rm sprints/leysin-2017/post.md && sprint summary --strict -o hut.md
        written: hut.md
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
    "#]]);
}

#[test]
fn pictures_are_named_from_where_the_post_is() {
    sprint_session(expect![[r#"
        $ cp $PHOTOS/hut.png hut.png && sprint photo hut.png the hut
        photo: photos/hut-p1qh69c242.png  | caption: the hut
        $ printf '![here](photos/hut-%s) ![out](../../hut.png) ![gone](gone.png) ![web](http://x.y/z.png)%s' $(ls sprints/leysin-2017/photos | cut -d- -f2) "$PARTS" > sprints/leysin-2017/post.md
        $ sprint summary
        # Leysin Winter Sprint 2017

        ![here](photos/hut-p1qh69c242.png) out gone ![web](http://x.y/z.png)

        <!-- gap: a picture is left out: ../../hut.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: gone.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->
        ! remark: gap: a picture is left out: ../../hut.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: gone.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        $ sprint summary -o "a b/c/hut.md" && cat "a b/c/hut.md"
        written: a b/c/hut.md
        # Leysin Winter Sprint 2017

        ![here](../../sprints/leysin-2017/photos/hut-p1qh69c242.png) out gone ![web](http://x.y/z.png)

        <!-- gap: a picture is left out: ../../hut.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: gone.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- sprint writes this anew until somebody edits it: 3981f8e01c519e54 -->
        ! remark: gap: a picture is left out: ../../hut.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: gone.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        $ sprint summary -o sprints/leysin-2017/README.md && cat sprints/leysin-2017/README.md
        written: sprints/leysin-2017/README.md
        # Leysin Winter Sprint 2017

        ![here](photos/hut-p1qh69c242.png) out gone ![web](http://x.y/z.png)

        <!-- gap: a picture is left out: ../../hut.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: gone.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- sprint writes this anew until somebody edits it: 87df18d39978a296 -->
        ! remark: gap: a picture is left out: ../../hut.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: gone.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        $ mkdir "a b/s" && cp -r sprints "a b/s" && sprint -C "a b/s" summary -o hut.md && cat hut.md
        written: hut.md
        # Leysin Winter Sprint 2017

        ![here](a%20b/s/sprints/leysin-2017/photos/hut-p1qh69c242.png) out gone ![web](http://x.y/z.png)

        <!-- gap: a picture is left out: ../../hut.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: gone.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- sprint writes this anew until somebody edits it: 39701a1396a864a1 -->
        ! remark: gap: a picture is left out: ../../hut.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: gone.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
    "#]]);
}

#[test]
fn nothing_is_written_where_the_program_keeps_what_was_recorded() {
    sprint_session(expect![[r#"
        $ rm sprints/leysin-2017/post.md && sprint plan fix the leak && cp -r sprints before && sprint summary --print-template > built-in.md && ln -s sprints/leysin-2017 way && mkdir sprints/leysin-2017/photos && ln -s $PWD/before/secret sprints/leysin-2017/post.md
        1 planned: fix the leak
        $ for name in 2017-02-27.toml 2017-03-01.toml 2017-02-27.anto.toml 2017-02-27.toml.cut sprint.toml .lock .gitattributes photos/a.png post.md new/../sprint.toml; do sprint summary --template built-in.md -o sprints/leysin-2017/$name --force; done
        ! error: sprints/leysin-2017/2017-02-27.toml is where sprint keeps what was recorded; it was left as it is
        ! hint: choose a place outside `sprints/` with `-o`
        ! error: sprints/leysin-2017/2017-03-01.toml is where sprint keeps what was recorded; it was left as it is
        ! hint: choose a place outside `sprints/` with `-o`
        ! error: sprints/leysin-2017/2017-02-27.anto.toml is where sprint keeps what was recorded; it was left as it is
        ! hint: choose a place outside `sprints/` with `-o`
        ! error: sprints/leysin-2017/2017-02-27.toml.cut is where sprint keeps what was recorded; it was left as it is
        ! hint: choose a place outside `sprints/` with `-o`
        ! error: sprints/leysin-2017/sprint.toml is where sprint keeps what was recorded; it was left as it is
        ! hint: choose a place outside `sprints/` with `-o`
        ! error: sprints/leysin-2017/.lock is where sprint keeps what was recorded; it was left as it is
        ! hint: choose a place outside `sprints/` with `-o`
        ! error: sprints/leysin-2017/.gitattributes is where sprint keeps what was recorded; it was left as it is
        ! hint: choose a place outside `sprints/` with `-o`
        ! error: sprints/leysin-2017/photos/a.png is where sprint keeps what was recorded; it was left as it is
        ! hint: choose a place outside `sprints/` with `-o`
        ! error: sprints/leysin-2017/post.md is where sprint keeps what was recorded; it was left as it is
        ! hint: choose a place outside `sprints/` with `-o`
        ! error: sprints/leysin-2017/new/../sprint.toml is where sprint keeps what was recorded; it was left as it is
        ! hint: choose a place outside `sprints/` with `-o`
        [exit 1]
        $ sprint board --for html -o sprints/.gitignore --force; sprint summary --template built-in.md -o way/sprint.toml --force; sprint summary --template built-in.md --for hugo -o sprints/leysin-2017
        ! error: sprints/.gitignore is where sprint keeps what was recorded; it was left as it is
        ! hint: choose a place outside `sprints/` with `-o`
        ! error: way/sprint.toml is where sprint keeps what was recorded; it was left as it is
        ! hint: choose a place outside `sprints/` with `-o`
        ! error: sprints/leysin-2017 is where sprint keeps what was recorded; it was left as it is
        ! hint: choose a place outside `sprints/` with `-o`
        [exit 1]
        $ ln -s sprints/leysin-2017/sprint.toml link.md && sprint summary --template built-in.md -o link.md --force
        ! error: link.md is where sprint keeps what was recorded; it was left as it is
        ! hint: choose a place outside `sprints/` with `-o`
        [exit 1]
        $ rm sprints/leysin-2017/post.md; diff -r before sprints
        Only in sprints/leysin-2017: photos
        [exit 1]
        $ sprint summary --template built-in.md -o sprints/leysin-2017/other.md && sprint summary --template built-in.md -o sprints/post.md
        written: sprints/leysin-2017/other.md
        written: sprints/post.md
        ! remark: gap: a few sentences: where, when, who, what for
        ! remark: gap: a few sentences: where, when, who, what for
    "#]]);
}
