//! `sprint photo`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn a_file_is_copied_under_a_safe_name() {
    sprint_session(expect![[r#"
        $ printf picture > "My Phöto (1).JPG"
        $ sprint photo "My Phöto (1).JPG" The whole group
        photo: photos/my-photo-1-9z09bg.jpg
        $ ls sprints/leysin-2017/photos
        my-photo-1-9z09bg.jpg
        $ sprint summary
        # Leysin Winter Sprint 2017

        <!-- there is no intro: write `intro` under [report] in sprint.toml -->

        ![The whole group](photos/my-photo-1-9z09bg.jpg)
        *The whole group*
        ! remark: there is no intro: write `intro` under [report] in sprint.toml
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        avfewzhav8 = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "photo", text = "The whole group", file = "photos/my-photo-1-9z09bg.jpg" }
    "#]]);
}

#[test]
fn two_files_of_one_name_are_two_photos() {
    sprint_session(expect![[r#"
        $ mkdir a b; printf one > a/x.png; printf two > b/x.png
        $ sprint photo a/x.png
        photo: photos/x-f5qmwg.png
        $ sprint photo b/x.png
        photo: photos/x-9r5s72.png
        $ sprint photo a/x.png
        photo: photos/x-f5qmwg.png
        $ ls sprints/leysin-2017/photos
        x-9r5s72.png
        x-f5qmwg.png
    "#]]);
}

#[test]
fn an_address_stays_an_address() {
    sprint_session(expect![[r#"
        $ sprint photo https://example.org/a.png Snow
        photo: https://example.org/a.png
        $ sprint summary
        # Leysin Winter Sprint 2017

        <!-- there is no intro: write `intro` under [report] in sprint.toml -->

        ![Snow](https://example.org/a.png)
        *Snow*
        ! remark: there is no intro: write `intro` under [report] in sprint.toml
    "#]]);
}

#[test]
fn it_stands_behind_its_item_or_topic() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak -t CPyExt
        1 planned: fix the leak
        ! remark: `CPyExt` is a new topic
        $ sprint done 1 Fixed.
        1 done: fix the leak
        $ sprint plan other -t CPyExt
        2 planned: other
        $ sprint done 2 Other.
        2 done: other
        $ sprint photo http://example.org/1.png Leak -i 1
        photo: http://example.org/1.png
        $ sprint photo http://example.org/2.png Board -t CPyExt
        photo: http://example.org/2.png
        $ sprint photo http://example.org/3.png
        photo: http://example.org/3.png
        $ sprint summary
        # Leysin Winter Sprint 2017

        <!-- there is no intro: write `intro` under [report] in sprint.toml -->

        ![](http://example.org/3.png)

        ## CPyExt

        Fixed.

        ![Leak](http://example.org/1.png)
        *Leak*

        Other.

        ![Board](http://example.org/2.png)
        *Board*
        ! remark: there is no intro: write `intro` under [report] in sprint.toml
        $ sprint summary --body bullets
        # Leysin Winter Sprint 2017

        <!-- there is no intro: write `intro` under [report] in sprint.toml -->

        ![](http://example.org/3.png)

        ## CPyExt

        - Fixed.

            ![Leak](http://example.org/1.png)
            *Leak*

        - Other.

        ![Board](http://example.org/2.png)
        *Board*
        ! remark: there is no intro: write `intro` under [report] in sprint.toml
    "#]]);
}

#[test]
fn what_cannot_be_read_is_refused_before_anything_is_written() {
    sprint_session(expect![[r#"
        $ sprint photo missing.png
        ! error: cannot read missing.png: it does not exist
        ! hint: nothing was recorded; mend that and try again
        [exit 1]
        $ sprint photo .
        ! error: . is no regular file
        ! hint: give the path of a picture, or its address
        [exit 1]
        $ sprint photo x.png -i 3
        ! error: there is no item 3
        ! hint: there are no items yet; `sprint plan TEXT` makes the first
        [exit 1]
        $ ls -A sprints/leysin-2017
        .lock
        sprint.toml
    "#]]);
}

#[test]
fn an_address_that_no_link_can_hold_is_refused() {
    sprint_session(expect![[r#"
        $ sprint photo 'https://x.y/a b.png' Snow
        ! error: `https://x.y/a b.png` is no address
        ! hint: write its blanks as %20
        [exit 1]
    "#]]);
}

#[test]
fn one_of_an_open_item_stands_with_its_topic() {
    sprint_session(expect![[r#"
        $ sprint plan a -t CPyExt
        1 planned: a
        ! remark: `CPyExt` is a new topic
        $ sprint done 1 Done.
        1 done: a
        $ sprint plan b -t CPyExt
        2 planned: b
        $ sprint photo http://example.org/x.png Both -i 2
        photo: http://example.org/x.png
        $ sprint photo http://example.org/x.png Again
        photo: http://example.org/x.png
        $ sprint summary
        # Leysin Winter Sprint 2017

        <!-- there is no intro: write `intro` under [report] in sprint.toml -->

        ![Again](http://example.org/x.png)
        *Again*

        ## CPyExt

        Done.

        ![Both](http://example.org/x.png)
        *Both*

        ## What is next

        - b
        ! remark: there is no intro: write `intro` under [report] in sprint.toml
    "#]]);
}
