//! `sprint summary --for SITE`: posts and their pictures in the folders of sites.

use std::fs;
use std::path::Path;

use expect_test::{Expect, expect};
use sprint_journal::report::BUILT_IN;

use crate::support::{TestEnv, parts, sprint_session};

/// Runs the session in a folder with a photo from a phone, and a sprint with a title, an author and tags.
fn site_session(expected: Expect) {
    let env = TestEnv::new();
    let photo = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos/phone.jpg");
    fs::copy(photo, env.path().join("IMG 1.JPG")).expect("a copy of the photo");
    let sprint = env.path().join("sprints/hut");
    fs::create_dir_all(&sprint).expect("a folder");
    fs::write(sprint.join("sprint.toml"), "title = \"Hut\"\n").expect("a file");
    let front = "authors = [\"Armin Rigo\"]\ntags = [\"sprint\"]";
    let post = format!("+++\n{front}\n+++\nHello.{}", parts());
    fs::write(sprint.join("post.md"), post).expect("a file");
    env.session(expected);
}

#[test]
fn every_site_has_its_own_places() {
    site_session(expect![[r#"
        $ sprint photo "IMG 1.JPG" Snow
        photo: photos/img-1-ab134q83se.jpg  | caption: Snow
        $ mkdir nikola jekyll hugo zola pelican eleventy
        $ sprint summary --for nikola -o nikola
        written: nikola/images/hut/img-1-ab134q83se.jpg
        written: nikola/posts/2017/02/hut.md
        $ sprint summary --for jekyll -o jekyll
        written: jekyll/assets/hut/img-1-ab134q83se.jpg
        written: jekyll/_posts/2017-02-27-hut.md
        $ sprint summary --for hugo -o hugo
        written: hugo/content/posts/hut/img-1-ab134q83se.jpg
        written: hugo/content/posts/hut/index.md
        $ sprint summary --for zola -o zola
        written: zola/content/blog/hut/img-1-ab134q83se.jpg
        written: zola/content/blog/hut/index.md
        $ sprint summary --for pelican -o pelican
        written: pelican/content/images/hut/img-1-ab134q83se.jpg
        written: pelican/content/hut.md
        $ sprint summary --for eleventy -o eleventy
        written: eleventy/content/blog/hut/img-1-ab134q83se.jpg
        written: eleventy/content/blog/hut/index.md
        $ cat nikola/posts/2017/02/hut.md
        <!--
        .. title: Hut
        .. slug: hut
        .. date: 2017-02-27
        .. tags: sprint
        .. author: Armin Rigo
        .. description: Hello.
        .. type: text
        -->

        Hello.

        ![Snow](/images/hut/img-1-ab134q83se.jpg)
        *Snow*

        <!-- sprint writes this anew until somebody edits it: e893bb543e8021a3 -->
        $ cat jekyll/_posts/2017-02-27-hut.md
        ---
        layout: post
        title: "Hut"
        date: 2017-02-27
        tags: ["sprint"]
        author: "Armin Rigo"
        description: "Hello."
        excerpt: "Hello."
        ---

        Hello.

        ![Snow](/assets/hut/img-1-ab134q83se.jpg)
        *Snow*

        <!-- sprint writes this anew until somebody edits it: 228ce44b141c292d -->
        $ cat hugo/content/posts/hut/index.md
        +++
        title = "Hut"
        date = 2017-02-27
        tags = ["sprint"]
        authors = ["Armin Rigo"]
        description = "Hello."
        summary = "Hello."
        +++

        Hello.

        ![Snow](img-1-ab134q83se.jpg)
        *Snow*

        <!-- sprint writes this anew until somebody edits it: 37d588b06a906966 -->
        $ cat zola/content/blog/hut/index.md
        +++
        title = "Hut"
        date = 2017-02-27
        description = "Hello."
        authors = ["Armin Rigo"]

        [taxonomies]
        tags = ["sprint"]
        +++

        Hello.

        ![Snow](img-1-ab134q83se.jpg)
        *Snow*

        <!-- sprint writes this anew until somebody edits it: 729d8e10589a4c42 -->
        $ cat pelican/content/hut.md
        Title: Hut
        Date: 2017-02-27
        Slug: hut
        Tags: sprint
        Authors: Armin Rigo
        Summary: Hello.

        Hello.

        ![Snow]({static}/images/hut/img-1-ab134q83se.jpg)
        *Snow*

        <!-- sprint writes this anew until somebody edits it: 23802aba75843c6e -->
        $ cat eleventy/content/blog/hut/index.md
        ---
        title: "Hut"
        date: 2017-02-27
        tags: ["sprint"]
        author: "Armin Rigo"
        description: "Hello."
        templateEngineOverride: md
        ---

        Hello.

        ![Snow](img-1-ab134q83se.jpg)
        *Snow*

        <!-- sprint writes this anew until somebody edits it: c35117e150d24710 -->
    "#]]);
}

#[test]
fn without_a_folder_the_post_goes_to_standard_output() {
    site_session(expect![[r#"
        $ sprint photo "IMG 1.JPG"
        photo: photos/img-1-ab134q83se.jpg
        $ mkdir site && sprint summary --for jekyll -o site
        written: site/assets/hut/img-1-ab134q83se.jpg
        written: site/_posts/2017-02-27-hut.md
        $ sprint summary --for jekyll | cmp - site/_posts/2017-02-27-hut.md
    "#]]);
}

#[test]
fn a_picture_goes_without_the_place_where_it_was_taken() {
    site_session(expect![[r#"
        $ sprint photo "IMG 1.JPG"
        photo: photos/img-1-ab134q83se.jpg
        $ mkdir site && sprint summary --for hugo -o site
        written: site/content/posts/hut/img-1-ab134q83se.jpg
        written: site/content/posts/hut/index.md
        $ grep -c Leysin sprints/hut/photos/* site/content/posts/hut/*.jpg
        sprints/hut/photos/img-1-ab134q83se.jpg:3
        site/content/posts/hut/img-1-ab134q83se.jpg:0
    "#]]);
}

#[test]
fn a_post_is_written_anew_until_somebody_edits_it() {
    site_session(expect![[r#"
        $ mkdir site && sprint note One.
        noted: One.
        $ sprint summary --for hugo -o site
        written: site/content/posts/hut/index.md
        $ sprint summary --for hugo -o site
        already written: site/content/posts/hut/index.md
        $ sprint note Two.
        noted: Two.
        $ sprint summary --for hugo -o site
        written: site/content/posts/hut/index.md
        $ sed -i 's/$/\r/' site/content/posts/hut/index.md && sprint note Three.
        noted: Three.
        $ sprint summary --for hugo -o site
        written: site/content/posts/hut/index.md
        $ sed -i s/Two/2/ site/content/posts/hut/index.md
        $ sprint summary --for hugo -o site
        ! error: site/content/posts/hut/index.md was left as it is: somebody has edited it
        ! hint: move it away; or put your changes into post.md, sprint.toml or the log, and replace it with `--force`
        [exit 1]
        $ grep 2 site/content/posts/hut/index.md
        date = 2017-02-27
        2.
        $ sprint summary --for hugo -o site --force
        written: site/content/posts/hut/index.md
        $ echo "By hand." > site/content/posts/hut/index.md
        $ sprint summary --for hugo -o site
        ! error: site/content/posts/hut/index.md was left as it is: somebody has edited it
        ! hint: move it away; or put your changes into post.md, sprint.toml or the log, and replace it with `--force`
        [exit 1]
    "#]]);
}

#[test]
fn a_picture_that_was_made_smaller_by_hand_is_left_as_it_is() {
    site_session(expect![[r#"
        $ sprint photo "IMG 1.JPG"
        photo: photos/img-1-ab134q83se.jpg
        $ mkdir site && sprint summary --for jekyll -o site
        written: site/assets/hut/img-1-ab134q83se.jpg
        written: site/_posts/2017-02-27-hut.md
        $ for photo in site/assets/hut/*; do cp $PHOTOS/team.jpg $photo; done; sprint note One.
        noted: One.
        $ sprint summary --for jekyll -o site
        written: site/_posts/2017-02-27-hut.md
        $ cmp site/assets/hut/*.jpg $PHOTOS/team.jpg
        $ sprint summary --for jekyll -o site --force
        written: site/assets/hut/img-1-ab134q83se.jpg
        already written: site/_posts/2017-02-27-hut.md
        $ cmp -s site/assets/hut/*.jpg $PHOTOS/team.jpg
        [exit 1]
    "#]]);
}

#[test]
fn a_raw_copy_in_a_site_is_replaced() {
    site_session(expect![[r#"
        $ sprint photo "IMG 1.JPG"
        photo: photos/img-1-ab134q83se.jpg
        $ mkdir site && sprint summary --for jekyll -o site
        written: site/assets/hut/img-1-ab134q83se.jpg
        written: site/_posts/2017-02-27-hut.md
        $ cp site/assets/hut/*.jpg clean.jpg && cp sprints/hut/photos/*.jpg site/assets/hut && sprint summary --for jekyll -o site
        written: site/assets/hut/img-1-ab134q83se.jpg
        already written: site/_posts/2017-02-27-hut.md
        $ cmp site/assets/hut/*.jpg clean.jpg && echo Leysin >> site/assets/hut/img-1-ab134q83se.jpg && sprint summary --for jekyll -o site
        written: site/assets/hut/img-1-ab134q83se.jpg
        already written: site/_posts/2017-02-27-hut.md
        $ cmp site/assets/hut/*.jpg clean.jpg && sprint summary --for jekyll -o site
        already written: site/_posts/2017-02-27-hut.md
    "#]]);
}

#[test]
fn a_post_with_another_date_takes_the_place_of_the_former() {
    site_session(expect![[r#"
        $ mkdir -p site/_posts && echo Other. > site/_posts/2017-02-27-other-hut.md
        $ sprint note One. && sprint summary --for jekyll -o site
        noted: One.
        written: site/_posts/2017-02-27-hut.md
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint note Two.
        noted: Two.
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint summary --for jekyll -o site
        written: site/_posts/2017-02-28-hut.md
        removed: site/_posts/2017-02-27-hut.md
        $ ls site/_posts
        2017-02-27-other-hut.md
        2017-02-28-hut.md
        $ echo "By hand." >> site/_posts/2017-02-28-hut.md
        $ sprint summary --for jekyll -o site --date 2017-02-27
        ! error: site/_posts/2017-02-28-hut.md was left as it is: somebody has edited it
        ! hint: move it away; or put your changes into post.md, sprint.toml or the log, and replace it with `--force`
        [exit 1]
        $ ls site/_posts
        2017-02-27-other-hut.md
        2017-02-28-hut.md
        $ SPRINT_NOW=2017-03-01T10:00:00+01:00 sprint note Three.
        noted: Three.
        $ mkdir nikola && sprint summary --for nikola -o nikola --date 2017-02-28
        written: nikola/posts/2017/02/hut.md
        ! remark: the date of the post, 2017-02-28, is in the future
        $ SPRINT_NOW=2017-03-01T10:00:00+01:00 sprint summary --for nikola -o nikola
        written: nikola/posts/2017/03/hut.md
        removed: nikola/posts/2017/02/hut.md
        $ find nikola -type f
        nikola/posts/2017/03/hut.md
    "#]]);
}

#[test]
fn the_date_of_a_post_is_the_last_day_that_it_tells_of() {
    site_session(expect![[r#"
        $ sprint summary --for zola
        ! error: the post has no date: nothing has been recorded
        ! hint: give its day with `--date DAY`
        [exit 1]
        $ sprint note One.
        noted: One.
        $ SPRINT_NOW=2017-02-28T10:00:00+01:00 sprint note Two.
        noted: Two.
        $ SPRINT_NOW=2017-03-10T10:00:00+01:00 sprint summary --for zola | grep ^date
        date = 2017-02-28
        $ SPRINT_NOW=2017-03-10T10:00:00+01:00 sprint summary --for zola --to 2017-02-27 | grep ^date
        date = 2017-02-27
        ! remark: gap: a few sentences: where, when, who, what for
        $ SPRINT_NOW=2017-03-10T10:00:00+01:00 sprint summary --for zola --date tue | grep ^date
        date = 2017-03-07
        $ SOURCE_DATE_EPOCH=1488196799 sprint summary --for zola | grep ^date
        date = 2017-02-27
        $ SOURCE_DATE_EPOCH=1488196799 sprint summary --for zola --date 2017-02-26 | grep ^date
        date = 2017-02-26
        $ sprint summary --for hugo --date tomorrow | grep ^date
        date = 2017-02-28
        ! remark: the date of the post, 2017-02-28, is in the future; until then, hugo leaves it out
        $ sprint summary --for jekyll --date tomorrow | grep ^title
        title: "Hut"
        ! remark: the date of the post, 2017-02-28, is in the future; until then, jekyll leaves it out
        $ sprint summary --for zola --date tomorrow | grep ^date
        date = 2017-02-28
        ! remark: the date of the post, 2017-02-28, is in the future
        $ SOURCE_DATE_EPOCH=soon sprint summary --for zola
        ! error: `soon` is not a time for SOURCE_DATE_EPOCH
        ! hint: use the seconds since 1970, such as 1488588300
        [exit 2]
        $ SOURCE_DATE_EPOCH=soon sprint summary | head -1
        # Hut
        $ sprint summary --date today
        ! error: only a post for a site has a date
        ! hint: say which site the post is for, such as `--for jekyll`
        [exit 2]
    "#]]);
}

#[test]
fn a_post_about_some_days_or_one_item_has_an_address_of_its_own() {
    site_session(expect![[r#"
        $ sed -i '1a from = 2017-02-26\nto = 2017-03-04' sprints/hut/sprint.toml
        $ sprint plan 'fix "it"' -p +armin
        1 planned: fix "it"  | on it: armin
        $ sprint done 1 Works.
        1 done: fix "it"  | credit: armin  | result: Works.
        $ mkdir site && sprint summary --for eleventy -o site --to mon
        written: site/content/blog/hut-days-1-2/index.md
        ! remark: gap: a few sentences: where, when, who, what for
        $ sprint summary --for eleventy -o site --item 1
        written: site/content/blog/hut-1/index.md
        $ head -3 site/content/blog/*/index.md
        ==> site/content/blog/hut-1/index.md <==
        ---
        title: "Fix “it”"
        date: 2017-02-27

        ==> site/content/blog/hut-days-1-2/index.md <==
        ---
        title: "Hut (days 1-2)"
        date: 2017-02-27
    "#]]);
}

#[test]
fn a_picture_that_is_not_in_the_folder_of_the_sprint_is_missing() {
    site_session(expect![[r#"
        $ echo secret > secret.png && ln -s ../../secret.png sprints/hut/link.png
        $ sprint photo "IMG 1.JPG" Snow
        photo: photos/img-1-ab134q83se.jpg  | caption: Snow
        $ sprint note '![a](../../secret.png) ![b](link.png) ![c](/logo.png) ![d](http://x.y/d.png)'
        noted: ![a](../../secret.png) ![b](link.png) ![c](/logo.png) ![d](http://x.y/d…
        $ rm sprints/hut/photos/*
        $ mkdir site && sprint summary --for hugo -o site --strict
        ! remark: gap: a picture is left out: photos/img-1-ab134q83se.jpg does not exist; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: ../../secret.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: link.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: /logo.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! error: the report has 4 gaps
        ! hint: fill the gaps, or leave out `--strict`
        [exit 1]
        $ ls site
        $ sprint summary --for hugo -o site
        written: site/content/posts/hut/index.md
        ! remark: gap: a picture is left out: photos/img-1-ab134q83se.jpg does not exist; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: ../../secret.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: link.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        ! remark: gap: a picture is left out: /logo.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it
        $ find site -type f
        site/content/posts/hut/index.md
        $ grep -F -e '![' -e 'a b' -e '<!-- gap' site/content/posts/hut/index.md
        <!-- gap: a picture is left out: photos/img-1-ab134q83se.jpg does not exist; add another with `sprint photo`, or `sprint undo` it -->
        a b c ![d](http://x.y/d.png)
        <!-- gap: a picture is left out: ../../secret.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->
        <!-- gap: a picture is left out: link.png is not a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->
        <!-- gap: a picture is left out: /logo.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->
    "#]]);
}

#[test]
fn a_damaged_picture_is_left_out_and_the_post_is_made() {
    site_session(expect![[r#"
        $ sprint photo "IMG 1.JPG" Snow && head -c 100 "IMG 1.JPG" > broken && for photo in sprints/hut/photos/*; do cp broken $photo; done
        photo: photos/img-1-ab134q83se.jpg  | caption: Snow
        $ mkdir site && sprint summary --for pelican -o site
        written: site/content/hut.md
        ! remark: gap: a picture is left out: photos/img-1-ab134q83se.jpg is a damaged JPEG: it cannot be read to its end; add another with `sprint photo`, or `sprint undo` it
        $ find site -type f && grep -F -e '![' -e '<!-- gap' site/content/*.md
        site/content/hut.md
        <!-- gap: a picture is left out: photos/img-1-ab134q83se.jpg is a damaged JPEG: it cannot be read to its end; add another with `sprint photo`, or `sprint undo` it -->
        $ sprint summary --for pelican -o site --strict
        ! remark: gap: a picture is left out: photos/img-1-ab134q83se.jpg is a damaged JPEG: it cannot be read to its end; add another with `sprint photo`, or `sprint undo` it
        ! error: the report has 1 gap
        ! hint: fill the gaps, or leave out `--strict`
        [exit 1]
    "#]]);
}

#[test]
fn a_link_to_a_picture_goes_along_and_one_to_another_file_is_its_text() {
    site_session(expect![[r##"
        $ sprint photo "IMG 1.JPG" Snow
        photo: photos/img-1-ab134q83se.jpg  | caption: Snow
        $ sprint note '[the snow](photos/img-1-ab134q83se.jpg) [settings](sprint.toml) [web](http://x.y/) [mail](mailto:a@b.c) [part](#part) [none](photos/none.jpg)'
        noted: [the snow](photos/img-1-ab134q83se.jpg) [settings](sprint.toml) [web](h…
        $ for site in nikola jekyll hugo zola pelican eleventy; do mkdir $site; sprint summary --for $site -o $site > /dev/null; grep -rhF 'the snow' $site; done
        [the snow](/images/hut/img-1-ab134q83se.jpg) settings [web](http://x.y/) [mail](mailto:a@b.c) [part](#part) none
        [the snow](/assets/hut/img-1-ab134q83se.jpg) settings [web](http://x.y/) [mail](mailto:a@b.c) [part](#part) none
        [the snow](img-1-ab134q83se.jpg) settings [web](http://x.y/) [mail](mailto:a@b.c) [part](#part) none
        [the snow](img-1-ab134q83se.jpg) settings [web](http://x.y/) [mail](mailto:a@b.c) [part](#part) none
        [the snow]({static}/images/hut/img-1-ab134q83se.jpg) settings [web](http://x.y/) [mail](mailto:a@b.c) [part](#part) none
        [the snow](img-1-ab134q83se.jpg) settings [web](http://x.y/) [mail](mailto:a@b.c) [part](#part) none
        $ find . -name sprint.toml; ls pelican/content/images/hut
        ./sprints/hut/sprint.toml
        img-1-ab134q83se.jpg
        $ sprint summary --page | grep 'the snow'
        <p>the snow settings <a href="http://x.y/">web</a> <a href="mailto:a@b.c">mail</a> <a href="#part">part</a> none</p>
    "##]]);
}

#[test]
fn a_site_is_a_folder() {
    sprint_session(expect![[r#"
        $ sprint note One.
        noted: One.
        $ sprint summary --for hugo -o site
        ! error: site does not exist
        ! hint: make the folder first: `mkdir site`; or name another one with `-o`
        [exit 1]
        $ touch file && sprint summary --for hugo -o file
        ! error: file is not a folder
        ! hint: name the folder of the site with `-o`; without it, the post goes to standard output
        [exit 1]
        $ ls
        file
        sprints
    "#]]);
}

/// Runs the session with settings, a topic and a first paragraph that could act in some theme, feed or front matter.
fn hostile_site_session(expected: Expect) {
    let env = TestEnv::new();
    let sprint = env.path().join("sprints/hut");
    fs::create_dir_all(&sprint).expect("a folder");
    let settings = r#"title = "\"><script>alert(1)</script>\nTemplate: evil\n---\n{{ 7*7 }}"
"#;
    fs::write(sprint.join("sprint.toml"), settings).expect("a file");
    let front = r#"authors = ["\" onmouseover=\"alert(1)", "O'Neil <b>", "a\n.. slug: ../evil", "***"]
tags = ["R&D", "0;url=//evil.org\" http-equiv=\"refresh", "&lt;i&gt;", "../../posts/other", "index"]"#;
    let post = format!("+++\n{front}\n+++\n{BUILT_IN}");
    fs::write(sprint.join("post.md"), post).expect("a file");
    env.session(expected);
}

#[test]
fn a_paragraph_of_markup_is_a_summary_without_it() {
    site_session(expect![[r#"
        $ sed -i 's/Hello[.]/{{ gap("a word") }}/' sprints/hut/post.md
        $ sprint note "'\"><script>alert(1)</script> is what we saw"
        noted: '"><script>alert(1)</script> is what we saw
        $ sprint summary --for pelican
        Title: Hut
        Date: 2017-02-27
        Slug: hut
        Tags: sprint
        Authors: Armin Rigo
        Summary: ‘“›‹script›alert(1)‹/script› is what we saw

        <!-- gap: a word; sprint edit post -->

        ## What we did

        '"&gt;&lt;script&gt;alert(1)&lt;/script&gt; is what we saw

        <!-- sprint writes this anew until somebody edits it: 8d923f45540809d5 -->
        ! remark: gap: a word; sprint edit post
    "#]]);
}

#[test]
fn nothing_that_acts_is_in_front_matter() {
    hostile_site_session(expect![[r#"
        $ sprint note '```
        > <script>alert(1)</script>
        > more
        > ```
        > {{ 7*7 }} and "> [x](javascript:alert(1))'
        noted: ``` <script>alert(1)</script> more ``` {{ 7*7 }} and "> [x](javascript:…
        $ for site in nikola jekyll hugo zola pelican eleventy; do sprint summary --for $site | sed '/^<!-- gap/,$d'; done
        <!--
        .. title: “›‹script›alert(1)‹/script› Template: evil --- {{ 7*7 }}
        .. slug: hut
        .. date: 2017-02-27
        .. tags: R&D, 0;url=∕∕evil.org" http-equiv="refresh, &lt;i&gt;, ..∕..∕posts∕other
        .. author: " onmouseover="alert(1), O'Neil ‹b›, a .. slug: ../evil
        .. description: (( 7∗7 )) and “› x
        .. type: text
        -->

        ---
        layout: post
        title: "“›‹script›alert(1)‹/script› Template: evil --- {{ 7*7 }}"
        date: 2017-02-27
        tags: ["R&D", "0;url=∕∕evil.org” http-equiv=”refresh", "＆lt;i＆gt;", "..∕..∕posts∕other"]
        author: "“ onmouseover=”alert(1), O’Neil ‹b›, a .. slug: ../evil"
        description: "(( 7∗7 )) and “› x"
        excerpt: "(( 7∗7 )) and “› x"
        ---

        +++
        title = "“›‹script›alert(1)‹/script› Template: evil --- {{ 7*7 }}"
        date = 2017-02-27
        tags = ["R&D", "0;url=∕∕evil.org\" http-equiv=\"refresh", "&lt;i&gt;", "..∕..∕posts∕other"]
        authors = ["\" onmouseover=\"alert(1)", "O'Neil ‹b›", "a .. slug: ../evil"]
        description = "(( 7∗7 )) and “› x"
        summary = "(( 7∗7 )) and “› x"
        +++

        +++
        title = "“›‹script›alert(1)‹/script› Template: evil --- {{ 7*7 }}"
        date = 2017-02-27
        description = "(( 7∗7 )) and “› x"
        authors = ["\" onmouseover=\"alert(1)", "O'Neil ‹b›", "a .. slug: ../evil"]

        [taxonomies]
        tags = ["R&D", "0;url=∕∕evil.org\" http-equiv=\"refresh", "&lt;i&gt;", "..∕..∕posts∕other"]
        +++

        Title: “›‹script›alert(1)‹/script› Template: evil --- {{ 7*7 }}
        Date: 2017-02-27
        Slug: hut
        Tags: R&D; 0,url=∕∕evil.org” http-equiv=”refresh; ＆lt,i＆gt,; ..∕..∕posts∕other
        Authors: “ onmouseover=”alert(1); O’Neil ‹b›; a .. slug: ../evil
        Summary: (( 7∗7 )) and “› x

        ---
        title: "“›‹script›alert(1)‹/script› Template: evil --- {{ 7*7 }}"
        date: 2017-02-27
        tags: ["R&D", "0;url=∕∕evil.org\" http-equiv=\"refresh", "&lt;i&gt;", "..∕..∕posts∕other"]
        author: "\" onmouseover=\"alert(1), O'Neil ‹b›, a .. slug: ../evil"
        description: "(( 7∗7 )) and “› x"
        templateEngineOverride: md
        ---

        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
        ! remark: gap: a few sentences: where, when, who, what for; sprint edit post
    "#]]);
}

#[test]
fn nobody_waits_for_a_pipe_in_a_site_and_no_link_there_is_published() {
    sprint_session(expect![[r#"
        $ sprint note Hello. >/dev/null; sprint photo $PHOTOS/hut.png; mkdir -p site/content/posts/leysin-2017 && mkfifo site/content/posts/leysin-2017/index.md && timeout 5 sprint summary --for hugo -o site
        photo: photos/hut-p1qh69c242.png
        ! error: site/content/posts/leysin-2017/index.md is not a regular file
        ! hint: move it away, or choose another place with `-o`
        [exit 1]
        $ rm site/content/posts/leysin-2017/index.md && ln -s /etc/passwd site/content/posts/leysin-2017/hut-p1qh69c242.png && sprint summary --for hugo -o site --force
        ! error: site/content/posts/leysin-2017/hut-p1qh69c242.png is not a regular file
        ! hint: move it away, or choose another place with `-o`
        [exit 1]
    "#]]);
}

#[test]
fn a_key_that_a_site_does_not_get_is_named() {
    site_session(expect![[r#"
        $ printf '+++\ntitle = "Hut"\nsubtitle = "In snow"\npermalink = "/"\nparams = { a = 1 }\n+++\nWe met.\n' > sprints/hut/post.md; printf 'title = "Hut"\n' > sprints/hut/sprint.toml
        $ sprint summary --for pelican --date 2017-03-04
        Title: Hut
        Date: 2017-03-04
        Slug: hut
        Summary: We met.
        subtitle: In snow

        We met.

        <!-- sprint writes this anew until somebody edits it: 83f2371d1f160dc5 -->
        ! remark: the key `permalink` of the post is left out: pelican would act on it, or has no form for its value
        ! remark: the key `params` of the post is left out: pelican would act on it, or has no form for its value
        ! remark: the date of the post, 2017-03-04, is in the future
        $ sprint summary --for hugo --date 2017-03-04 >said 2>&1; grep -e remark -e params said
        params = {a = 1}
        remark: the key `permalink` of the post is left out: hugo would act on it, or has no form for its value
        remark: the date of the post, 2017-03-04, is in the future; until then, hugo leaves it out
    "#]]);
}

#[test]
fn an_option_comes_before_the_date_of_post_md() {
    site_session(expect![[r#"
        $ sprint note One. && printf '+++\ndate = 2017-02-20\n+++\n{{ body() }}\n' > sprints/hut/post.md
        noted: One.
        $ mkdir site && sprint summary --for jekyll -o site && grep ^date site/_posts/*
        written: site/_posts/2017-02-20-hut.md
        date: 2017-02-20
        $ sprint summary --for jekyll --date 2017-02-21 | grep ^date
        date: 2017-02-21
        $ sprint summary --for jekyll --to mon 2>/dev/null | grep ^date
        date: 2017-02-27
        $ sed -i 's/2017-02-20/2099-01-01T10:00:00/' sprints/hut/post.md && sprint summary --for hugo | grep ^date
        date = 2099-01-01T10:00:00
        ! remark: the date of the post, 2099-01-01, is in the future; until then, hugo leaves it out
    "#]]);
}
