//! `sprint photo`.

use expect_test::expect;

use crate::support::sprint_session;

#[test]
fn a_file_is_copied_under_a_safe_name() {
    sprint_session(expect![[r#"
        $ cp $PHOTOS/team.jpg "My Phöto (1).JPG"
        $ sprint photo "My Phöto (1).JPG" The whole group
        photo: photos/my-photo-1-vqk884tnx2.jpg  | caption: The whole group
        $ ls sprints/leysin-2017/photos
        my-photo-1-vqk884tnx2.jpg
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ![The whole group](photos/my-photo-1-vqk884tnx2.jpg)
        *The whole group*
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        b2wm1mtzwz = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "photo", text = "The whole group", file = "photos/my-photo-1-vqk884tnx2.jpg" }
    "#]]);
}

#[test]
fn two_files_of_one_name_are_two_photos() {
    sprint_session(expect![[r#"
        $ mkdir a b; cp $PHOTOS/hut.png a/x.png; cp $PHOTOS/snow.png b/x.png
        $ sprint photo a/x.png
        photo: photos/x-p1qh69c242.png
        $ sprint photo b/x.png
        photo: photos/x-95fe11mh94.png
        $ sprint photo a/x.png
        photo: photos/x-p1qh69c242.png
        ! remark: `photos/x-p1qh69c242.png` is recorded twice now
        ! hint: `sprint undo` takes the second one back
        $ ls sprints/leysin-2017/photos
        x-95fe11mh94.png
        x-p1qh69c242.png
    "#]]);
}

#[test]
fn a_photo_with_a_shorter_digest_in_its_name_is_found_again() {
    sprint_session(expect![[r#"
        $ mkdir sprints/leysin-2017/photos
        $ cp $PHOTOS/hut.png x.png && cp x.png sprints/leysin-2017/photos/x-ee7qap.png
        $ sprint photo x.png
        photo: photos/x-ee7qap.png
        $ cp x.png y.png && cp $PHOTOS/snow.png sprints/leysin-2017/photos/y-ee7qap.png
        $ sprint photo y.png
        photo: photos/y-p1qh69c242.png
    "#]]);
}

#[test]
fn an_address_stays_an_address() {
    sprint_session(expect![[r#"
        $ sprint photo https://example.org/a.png Snow
        photo: https://example.org/a.png  | caption: Snow
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ![Snow](https://example.org/a.png)
        *Snow*
    "#]]);
}

#[test]
fn it_comes_after_its_item_or_topic() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak -t CPyExt
        1 planned: fix the leak  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        $ sprint done 1 Works.
        1 done: fix the leak  | result: Works.
        $ sprint plan other -t CPyExt
        2 planned: other  | topic: CPyExt
        $ sprint done 2 Other.
        2 done: other  | result: Other.
        $ sprint photo http://example.org/1.png Leak -i 1
        photo: http://example.org/1.png  | about: 1 fix the leak  | caption: Leak
        $ sprint photo http://example.org/2.png Board -t CPyExt
        photo: http://example.org/2.png  | topic: CPyExt  | caption: Board
        $ sprint photo http://example.org/3.png
        photo: http://example.org/3.png
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ![](http://example.org/3.png)

        ## CPyExt

        Works.

        ![Leak](http://example.org/1.png)
        *Leak*

        Other.

        ![Board](http://example.org/2.png)
        *Board*
        $ sprint summary --body bullets
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ![](http://example.org/3.png)

        ## CPyExt

        - Works.  
            ![Leak](http://example.org/1.png)  
            *Leak*
        - Other.

        ![Board](http://example.org/2.png)
        *Board*
    "#]]);
}

#[test]
fn what_cannot_be_read_is_refused_before_anything_is_written() {
    sprint_session(expect![[r#"
        $ sprint photo missing.png
        ! error: cannot read missing.png: it does not exist
        ! hint: nothing was recorded; a name with blanks needs quotes around it
        [exit 1]
        $ sprint photo .
        ! error: . is not a regular file
        ! hint: give the path of a picture, or its address
        [exit 1]
        $ sprint photo x.png -i 3
        ! error: there is no item 3
        ! hint: there are no items yet; `sprint plan TEXT` makes the first
        [exit 1]
        $ ls -A sprints/leysin-2017
        .lock
        post.md
        sprint.toml
    "#]]);
}

#[test]
fn an_address_that_no_link_can_hold_is_refused() {
    sprint_session(expect![[r#"
        $ sprint photo 'https://x.y/a b.png' Snow
        ! error: `https://x.y/a b.png` is not an address
        ! hint: write its blanks as %20
        [exit 1]
    "#]]);
}

#[test]
fn one_of_an_open_item_stands_with_its_topic() {
    sprint_session(expect![[r#"
        $ sprint plan a -t CPyExt
        1 planned: a  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        $ sprint done 1 Good.
        1 done: a  | result: Good.
        $ sprint plan b -t CPyExt
        2 planned: b  | topic: CPyExt
        $ sprint photo http://example.org/x.png Both -i 2
        photo: http://example.org/x.png  | about: 2 b  | caption: Both
        $ sprint photo http://example.org/x.png Again
        photo: http://example.org/x.png  | caption: Again
        $ sprint summary
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ![Again](http://example.org/x.png)
        *Again*

        ## CPyExt

        Good.

        ![Both](http://example.org/x.png)
        *Both*

        ## What is next

        - b
    "#]]);
}

#[test]
fn by_day_it_stands_on_its_own_day() {
    sprint_session(expect![[r#"
        $ sprint plan a && sprint done 1 Good. && sprint photo http://example.org/mon.png Monday -i 1
        1 planned: a
        1 done: a  | result: Good.
        photo: http://example.org/mon.png  | about: 1 a  | caption: Monday
        $ sprint photo http://example.org/tue.png Tuesday -i 1 --day tomorrow
        photo: http://example.org/tue.png  | about: 1 a  | caption: Tuesday
        ! remark: 2017-02-28 00:00 is in the future
        $ sprint summary --group day 2>/dev/null | grep -v '^<'
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        ### Day 2: Monday, 27 February

        Good.

        ![Monday](http://example.org/mon.png)
        *Monday*

        ### Day 3: Tuesday, 28 February

        ![Tuesday](http://example.org/tue.png)
        *Tuesday*
        $ sprint result 1 Better. --day tomorrow && sprint summary --group day --body bullets 2>/dev/null | grep -v '^<'
        1 result added: a  | result: Better.
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        ### Day 2: Monday, 27 February

        - Good.  
            ![Monday](http://example.org/mon.png)  
            *Monday*

        ### Day 3: Tuesday, 28 February

        - Better.  
            ![Tuesday](http://example.org/tue.png)  
            *Tuesday*
        ! remark: 2017-02-28 00:00 is in the future
    "#]]);
}

#[test]
fn an_item_is_no_caption() {
    sprint_session(expect![[r#"
        $ sprint plan write docs
        1 planned: write docs
        $ for caption in 1 '#1' 'for 1'; do sprint photo http://example.org/a.png $caption; done
        ! error: `1` may be an item or a caption
        ! hint: `sprint photo FILE -i 1` adds it to the item; `sprint photo FILE -- 1` is the caption
        ! error: `#1` may be an item or a caption
        ! hint: `sprint photo FILE -i 1` adds it to the item; `sprint photo FILE -- TEXT` is the caption
        ! error: `for 1` may be an item or a caption
        ! hint: `sprint photo FILE -i 1` adds it to the item; `sprint photo FILE -- for 1` is the caption
        [exit 2]
        $ sprint photo http://example.org/a.png 1 of us
        photo: http://example.org/a.png  | caption: 1 of us
        $ sprint photo http://example.org/b.png 7
        photo: http://example.org/b.png  | caption: 7
        $ sprint photo http://example.org/c.png -- 1
        photo: http://example.org/c.png  | caption: 1
    "#]]);
}

#[test]
fn what_is_not_a_picture_is_refused_when_it_is_typed() {
    sprint_session(expect![[r#"
        $ echo '{{ x }}' > cat.njk; : > empty.jpg; echo '%PDF-1.7' > a.png; echo '<html></html>' > b.png; head -c 200 $PHOTOS/team.jpg > cut.jpg; truncate -s 33M large.png; printf '\0\0\0\030ftypheic\0\0\0\0mif1heic' > IMG_1.HEIC; gzip -c < $PHOTOS/editor.svg > x.svgz; printf '\377\376<\0s\0v\0g\0' > wide.svg
        $ for file in cat.njk /etc/passwd empty.jpg a.png b.png cut.jpg large.png IMG_1.HEIC x.svgz wide.svg /dev/zero; do sprint photo $file; done
        ! error: cat.njk is text
        ! hint: pictures are PNG, JPEG, GIF, WebP, AVIF and SVG, whatever their names; save it as one of these
        ! error: /etc/passwd is text
        ! hint: pictures are PNG, JPEG, GIF, WebP, AVIF and SVG, whatever their names; save it as one of these
        ! error: empty.jpg is empty
        ! hint: pictures are PNG, JPEG, GIF, WebP, AVIF and SVG, whatever their names; save it as one of these
        ! error: a.png is a PDF
        ! hint: pictures are PNG, JPEG, GIF, WebP, AVIF and SVG, whatever their names; save it as one of these
        ! error: b.png is HTML
        ! hint: pictures are PNG, JPEG, GIF, WebP, AVIF and SVG, whatever their names; save it as one of these
        ! error: cut.jpg is a damaged JPEG: it cannot be read to its end
        ! hint: save it again with another program
        ! error: large.png is larger than 32 MiB
        ! hint: make it smaller; a post needs no more than a few hundred KiB
        ! error: IMG_1.HEIC is HEIC, which few browsers show
        ! hint: convert it, with `heif-convert FILE photo.jpg`, `magick FILE photo.jpg`, or on a Mac `sips -s format jpeg FILE --out photo.jpg`
        ! error: x.svgz is compressed with gzip
        ! hint: pictures are PNG, JPEG, GIF, WebP, AVIF and SVG, whatever their names; save it as one of these
        ! error: wide.svg is text in UTF-16
        ! hint: pictures are PNG, JPEG, GIF, WebP, AVIF and SVG, whatever their names; save it as one of these
        ! error: /dev/zero is not a regular file
        ! hint: give the path of a picture, or its address
        [exit 1]
        $ ls -A sprints/leysin-2017
        .lock
        post.md
        sprint.toml
    "#]]);
}

#[test]
fn the_copy_ends_as_its_content_demands() {
    sprint_session(expect![[r#"
        $ for file in camera.png animated.png camera.jpg camera.gif camera.webp camera.avif animated.avif editor.svg; do cp $PHOTOS/$file holiday.JPG; sprint photo holiday.JPG; done
        photo: photos/holiday-035hee9nk9.png
        photo: photos/holiday-8w6095wx0z.png
        photo: photos/holiday-586qx6nwht.jpg
        photo: photos/holiday-zpad65sgsh.gif
        photo: photos/holiday-340jfx2wjf.webp
        photo: photos/holiday-spmwkwv64c.avif
        photo: photos/holiday-fcba0nykcz.avif
        photo: photos/holiday-smc28x8wjs.svg
    "#]]);
}

#[test]
fn an_svg_that_is_active_is_refused_with_the_place() {
    sprint_session(expect![[r#"
        $ printf '<svg xmlns="http://www.w3.org/2000/svg">\n  <g onload="x"/>\n</svg>' > a.svg && sprint photo a.svg
        ! error: a.svg is an SVG with the script of `onload` (line 2, column 3)
        !   2 |   <g onload="x"/>
        !     |   ^
        ! hint: remove that, or save the drawing as a plain SVG or as a PNG
        [exit 1]
        $ printf '<?xml version="1.0"?>\n<!DOCTYPE svg SYSTEM "x.dtd" [ ]>\n<svg xmlns="http://www.w3.org/2000/svg"/>' > b.svg && sprint photo b.svg
        ! error: b.svg is an SVG with definitions in a document type: `<!DOCTYPE … [` (line 2, column 1)
        !   2 | <!DOCTYPE svg SYSTEM "x.dtd" [ ]>
        !     | ^
        ! hint: remove that, or save the drawing as a plain SVG or as a PNG
        [exit 1]
        $ printf '<svg xmlns="http://www.w3.org/2000/svg"><g>\n</svg>' > c.svg && sprint photo c.svg
        ! error: c.svg is an SVG with XML that is not well-formed: ill-formed document: expected `</g>`, but `</svg>` was found (line 2, column 1)
        !   2 | </svg>
        !     | ^
        ! hint: remove that, or save the drawing as a plain SVG or as a PNG
        [exit 1]
    "#]]);
}

#[test]
fn whatever_the_log_says_only_pictures_in_photos_are_published() {
    sprint_session(expect![[r#"
        $ cp $PHOTOS/hut.png outside.png && cd sprints/leysin-2017 && mkdir photos && cp $PHOTOS/hut.png photos/hut.png && echo '<html>' > photos/page.html && ln -s ../../../outside.png photos/link.png && cp $PHOTOS/hut.png outside.png && printf 'Hello.%s' "$PARTS" > post.md
        $ cd sprints/leysin-2017 && for file in ../../outside.png outside.png sprint.toml photos/page.html photos/link.png photos/../outside.png photos/%2e%2e/outside.png /etc/passwd 'photos\\..\\outside.png' //x.y/z.png javascript:alert photos/none.png photos/hut.png http://x.y/z.png; do n=$((n + 1)); printf '00000000%02d = { at = 2017-02-27T09:00:00+01:00, by = "eve", kind = "photo", file = "%s" }\n' $n "$file"; done > 2017-02-27.toml
        $ sprint summary
        # Leysin Winter Sprint 2017

        Hello.

        <!-- gap: a picture is left out: ../../outside.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: outside.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: sprint.toml is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: photos/page.html is HTML; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: photos/link.png is not a regular file; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: photos/../outside.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: photos/%2e%2e/outside.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: /etc/passwd is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: photos\..\outside.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: //x.y/z.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: javascript:alert is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: photos/none.png does not exist; add another with `sprint photo`, or `sprint undo` it -->

        ![](photos/hut.png)

        ![](http://x.y/z.png)
        ! remark: gap: a picture is left out: ../../outside.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: /etc/passwd is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: photos\..\outside.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: //x.y/z.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: javascript:alert is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: outside.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: sprint.toml is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: photos/page.html is HTML; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: photos/link.png is not a regular file; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: photos/../outside.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: photos/%2e%2e/outside.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: photos/none.png does not exist; add another with `sprint photo`, or `sprint undo` it
        $ sprint summary --for html 2>&1 | grep img
        <img src="photos/hut.png" alt="">
        <img src="http://x.y/z.png" alt="">
        $ sprint summary --for rst 2>&1 | grep figure
        .. figure:: photos/hut.png
        .. figure:: http://x.y/z.png
        $ sprint summary --page 2>&1 | grep -o '<img src=".\{30\}'
        <img src="data:image/png;base64,iVBORw0K
        $ sprint summary --for jekyll 2>/dev/null | grep '!\['
        ![](/assets/leysin-2017/hut-p1qh69c242.png)
        ![](http://x.y/z.png)
        $ sprint summary --json 2>/dev/null | grep -e '"source"' -e '"message"'
                "source": "photos/hut.png",
                "source": "http://x.y/z.png",
                "message": "a picture is left out: ../../outside.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it"
                "message": "a picture is left out: /etc/passwd is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it"
                "message": "a picture is left out: photos\\..\\outside.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it"
                "message": "a picture is left out: //x.y/z.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it"
                "message": "a picture is left out: javascript:alert is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it"
                "message": "a picture is left out: outside.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it"
                "message": "a picture is left out: sprint.toml is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it"
                "message": "a picture is left out: photos/page.html is HTML; add another with `sprint photo`, or `sprint undo` it"
                "message": "a picture is left out: photos/link.png is not a regular file; add another with `sprint photo`, or `sprint undo` it"
                "message": "a picture is left out: photos/../outside.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it"
                "message": "a picture is left out: photos/%2e%2e/outside.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it"
                "message": "a picture is left out: photos/none.png does not exist; add another with `sprint photo`, or `sprint undo` it"
        $ sprint summary -o post.md --strict 2>&1 | tail -n 2
        error: the report has 12 gaps
        hint: fill the gaps, or leave out `--strict`
        $ sprint summary -o post.md 2>/dev/null; grep '!\[' post.md
        written: post.md
        ![](sprints/leysin-2017/photos/hut.png)
        ![](http://x.y/z.png)
    "#]]);
}

#[test]
fn pictures_in_texts_are_held_to_the_same() {
    sprint_session(expect![[r#"
        $ cp $PHOTOS/hut.png outside.png && cd sprints/leysin-2017 && mkdir photos && cp $PHOTOS/hut.png photos/a%20b.png && cp $PHOTOS/hut.png photos/hut.png && echo '<html>' > photos/page.html && printf 'Hello.%s' "$PARTS" > post.md
        $ sprint note '![a](../../outside.png) ![b](sprint.toml) ![c](photos/page.html) ![d](data:image/png;base64,AA) ![e](photos/hut.png) ![f](http:photos/hut.png)' | cut -c 1-20
        noted: ![a](../../ou
        $ sprint plan '![g](/etc/passwd) x' -t JIT > /dev/null && sprint done 1 -- '- ![h](photos/%2e%2e/sprint.toml)' && sprint goal '![i](photos/none.png)' && sprint photo http://x.y/z.png '![j](%2fetc/passwd)' && sprint day '![k](x.svg)'
        1 done: ![g](/etc/passwd) x  | result: - ![h](photos/%2e%2e/sprint.toml)
        goal: ![i](photos/none.png)
        photo: http://x.y/z.png  | caption: ![j](%2fetc/passwd)
        Monday, 27 February 2017: ![k](x.svg)
        ! remark: `JIT` is a new topic
        $ sprint summary
        # Leysin Winter Sprint 2017

        Hello.

        ![j](http://x.y/z.png)
        *j*

        <!-- gap: a picture is left out: %2fetc/passwd is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        ## Goals

        - i

        <!-- gap: a picture is left out: photos/none.png does not exist; add another with `sprint photo`, or `sprint undo` it -->

        ## JIT

        - h

        <!-- gap: a picture is left out: photos/%2e%2e/sprint.toml is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        ## More results

        a b c d ![e](photos/hut.png) f

        <!-- gap: a picture is left out: ../../outside.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: sprint.toml is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: photos/page.html is HTML; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: data:image/png;base64,AA is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        <!-- gap: a picture is left out: http:photos/hut.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->

        ## Special days

        - Monday, 27 February: k

        <!-- gap: a picture is left out: x.svg is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->
        ! remark: gap: a picture is left out: %2fetc/passwd is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: photos/none.png does not exist; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: photos/%2e%2e/sprint.toml is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: ../../outside.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: sprint.toml is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: photos/page.html is HTML; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: data:image/png;base64,AA is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: http:photos/hut.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: x.svg is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        $ sprint summary --page 2>&1 | grep -c data:image
        3
        $ sprint summary --json 2>/dev/null | grep '!\['
                "text": "a b c d ![e](photos/hut.png) f",
    "#]]);
}

#[test]
fn no_link_leads_out_of_the_folder_of_the_sprint() {
    sprint_session(expect![[r##"
        $ echo secret > secret && cd sprints/leysin-2017 && echo a > notes.txt && mkdir sub && echo b > sub/b.txt && ln -s ../../secret link && printf 'Hello.%s' "$PARTS" > post.md
        $ for to in ../../secret /etc/passwd photos/../../x %2e%2e/x %2E%2E%2fsecret %252e%252e/x '..\x' '<java	script:x>' //x.y/z 'http:x' 'http:/x' https: link ../leysin-2017/notes.txt file:///etc/passwd data:x; do sprint note "[out]($to)" > /dev/null; done
        ! remark: `[out](link)` reads as a link
        ! hint: if it is not meant as that, put backticks around it
        $ for to in http://x.y/z https://x.y mailto:a@b.c '#part' notes.txt ./notes.txt 'sub/b.txt#l1'; do sprint note "[in]($to)" > /dev/null; done
        $ sprint summary | grep -v '^$'
        # Leysin Winter Sprint 2017
        Hello.
        ## What we did
        out
        out
        out
        out
        out
        out
        out
        out
        out
        out
        out
        out
        out
        out
        out
        out
        [in](http://x.y/z)
        [in](https://x.y)
        [in](mailto:a@b.c)
        [in](#part)
        [in](notes.txt)
        [in](./notes.txt)
        [in](sub/b.txt#l1)
        $ sprint summary --for html | grep -o '<a.*'
        <a href="http://x.y/z">in</a></p>
        <a href="https://x.y">in</a></p>
        <a href="mailto:a@b.c">in</a></p>
        <a href="#part">in</a></p>
        <a href="notes.txt">in</a></p>
        <a href="./notes.txt">in</a></p>
        <a href="sub/b.txt#l1">in</a></p>
        $ sprint summary --for rst | grep '<.*>'
        `in <http://x.y/z>`__
        `in <https://x.y>`__
        `in <mailto:a@b.c>`__
        `in <#part>`__
        `in <notes.txt>`__
        `in <./notes.txt>`__
        `in <sub/b.txt#l1>`__
        $ sprint summary --for zola 2>/dev/null | grep '^\[in\|^in'
        [in](http://x.y/z)
        [in](https://x.y)
        [in](mailto:a@b.c)
        [in](#part)
        in
        in
        in
        $ mkdir out && sprint summary -o out/post.md > /dev/null && grep -e notes -e sub out/post.md
        [in](../sprints/leysin-2017/notes.txt)
        [in](../sprints/leysin-2017/notes.txt)
        [in](../sprints/leysin-2017/sub/b.txt#l1)
    "##]]);
}

#[test]
fn a_text_may_stand_for_it() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint photo http://example.org/a.png The leak -i 1 --alt A graph that rises
        photo: http://example.org/a.png
            about: 1 fix the leak  | caption: The leak  | alt: A graph that rises
        $ sprint photo http://example.org/b.png --alt ''
        ! error: the text is empty
        ! hint: type it after the command, or `-` to read it from standard input
        [exit 2]
        $ cat sprints/leysin-2017/2017-02-27.toml
        # Leysin Winter Sprint 2017: Monday, 27 February 2017
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        25j9y2sqty = { at = 2017-02-27T09:00:00.001+01:00, by = "armin", kind = "photo", item = "1-44gd7a", text = "The leak", file = "http://example.org/a.png", alt = "A graph that rises" }
    "#]]);
}

#[test]
fn one_command_adds_one_picture() {
    sprint_session(expect![[r#"
        $ cp $PHOTOS/hut.png a.png; cp $PHOTOS/snow.png b.png
        $ sprint photo a.png b.png
        ! error: `b.png` may be another picture or a caption
        ! hint: `sprint photo` adds one picture: type a command for each; `sprint photo FILE -- b.png` is the caption
        [exit 2]
        $ sprint photo a.png https://example.org/b.jpg
        ! error: `https://example.org/b.jpg` may be another picture or a caption
        ! hint: `sprint photo` adds one picture: type a command for each; `sprint photo FILE -- https://example.org/b.jpg` is the caption
        [exit 2]
        $ sprint photo a.png -- b.png
        photo: photos/a-p1qh69c242.png  | caption: b.png
    "#]]);
}

#[test]
fn the_number_of_an_item_in_front_of_the_file_is_the_item() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint photo 1 a.jpg; sprint photo for 1 a.jpg the whole room -t GC
        ! error: `1` is an item, and the file comes first
        ! hint: `sprint photo a.jpg -i 1` adds it to the item
        ! error: `for 1` is an item, and the file comes first
        ! hint: `sprint photo a.jpg the whole room -i 1 -t GC` adds it to the item
        [exit 2]
    "#]]);
}
