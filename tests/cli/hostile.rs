//! Names and texts that try to get out of where they belong.

use expect_test::expect;

use crate::support::{Room, sprint_session};

#[test]
fn a_name_makes_no_file_outside_of_the_sprint() {
    sprint_session(expect![[r#"
        $ sed -i 's/^# log/log/' sprints/leysin-2017/sprint.toml
        $ for name in ../../etc -rf --upload-pack=touch con '' .. . /tmp/x 'a/b' '~' '$HOME' '*' "$(printf 'x%.0s' $(seq 300))" "$(printf '\033[2J')" 'nul.toml'; do sprint --by="$name" note hello 2>&1; done | sort | uniq -c | cut -c 1-100
              1 error: it is not known who types: the system gives no login name
              1 hint: say who you are with `--by NAME`, or set SPRINT_BY
             14 noted: hello
        $ cd sprints/leysin-2017 && ls
        2017-02-27.2j-vc3cx9.toml
        2017-02-27.a-b-1vkh62.toml
        2017-02-27.con.toml
        2017-02-27.etc-z030ch.toml
        2017-02-27.home-0n6csz.toml
        2017-02-27.nul-toml-yagks4.toml
        2017-02-27.rf-8kc9bf.toml
        2017-02-27.somebody-1x4403.toml
        2017-02-27.somebody-dsf0at.toml
        2017-02-27.somebody-hx2303.toml
        2017-02-27.somebody-xk4303.toml
        2017-02-27.tmp-x-ckg87s.toml
        2017-02-27.upload-pack-touch-pcw7nj.toml
        2017-02-27.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-nangtd.toml
        sprint.toml
        $ sprint -s ../../etc board
        ! error: there is no sprint `../../etc`
        ! hint: there are: leysin-2017
        [exit 1]
        $ sprint -s "$(printf 'x%.0s' $(seq 300))" board 2>&1 | cut -c 1-40
        error: there is no sprint `xxxxxxxxxxxxx
        hint: there are: leysin-2017
        $ sprint init "$(printf 'x%.0s' $(seq 300))" 2>&1 | cut -c 1-40
        error: `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        hint: a name has lower-case letters, dig
        $ ls -A . sprints
        .:
        .local
        sprints

        sprints:
        .gitattributes
        .gitignore
        leysin-2017
    "#]]);
}

#[test]
fn a_photo_gets_a_name_that_leads_nowhere_else() {
    sprint_session(expect![[r#"
        $ mkdir ...etc && for name in ...etc/passwd -rf --upload-pack=touch con.jpg "$(printf 'x%.0s' $(seq 250)).jpg" "$(printf '\033[2J').jpg" '{{ x }}.jpg' 'a b%20c"<>.JPG' .htaccess 日本.png; do cp $PHOTOS/hut.png "./$name"; sprint photo "./$name" 2>&1 | cut -c 1-100; done
        photo: photos/passwd-ee7qap.png
        photo: photos/rf-ee7qap.png
        photo: photos/upload-pack-touch-ee7qap.png
        photo: photos/con-ee7qap.png
        photo: photos/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-ee7qap.png
        photo: photos/2j-ee7qap.png
        photo: photos/x-ee7qap.png
        photo: photos/a-b-20c-ee7qap.png
        photo: photos/htaccess-ee7qap.png
        photo: photos/ri-ben-ee7qap.png
        $ sprint photo 'javascript:alert(1)'
        ! error: cannot read javascript:alert(1): it does not exist
        ! hint: nothing was recorded; mend that and try again
        [exit 1]
        $ sprint photo ''
        ! error: cannot read : it does not exist
        ! hint: nothing was recorded; mend that and try again
        [exit 1]
        $ sprint photo ../../../../../etc
        ! error: ../../../../../etc is no regular file
        ! hint: give the path of a picture, or its address
        [exit 1]
        $ ls sprints/leysin-2017/photos | cut -c 1-100
        2j-ee7qap.png
        a-b-20c-ee7qap.png
        con-ee7qap.png
        htaccess-ee7qap.png
        passwd-ee7qap.png
        rf-ee7qap.png
        ri-ben-ee7qap.png
        upload-pack-touch-ee7qap.png
        x-ee7qap.png
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-ee7qap.png
    "#]]);
}

#[test]
fn people_and_topics_are_only_words() {
    sprint_session(expect![[r#"
        $ sprint join ../../etc; sprint join -- -rf; sprint join con; sprint join ''; sprint join "$(printf '\033[2J\007')"; sprint join "$(printf 'x%.0s' $(seq 300))" | cut -c 1-100
        joined: ../../etc (../../etc)
        joined: -rf (-rf)
        joined: con (con)
        joined: \u{1b}[2J\u{7} (\u{1b}[2j\u{7})
        joined: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        ! error: `` is no name
        ! hint: people are named by nick, first name or full name, separated by blanks or commas
        $ sprint plan a -t ../../etc; sprint plan b -t=-rf; sprint plan c -t ''; sprint plan d -t "$(printf 'a\033[2Jb')"; sprint plan e -t "$(printf 'x%.0s' $(seq 300))" 2>&1 | cut -c 1-100
        1 planned: a
        2 planned: b
        3 planned: d
        4 planned: e
        remark: `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        ! remark: `../../etc` is a new topic
        ! remark: `-rf` is a new topic
        ! error: the topic is empty
        ! hint: a topic is a heading or a path of headings: `-t "Release Work/Stackless"`
        ! remark: `a\u{1b}[2Jb` is a new topic
        $ sprint people
        Monday, 27 February 2017

        ┌──────────────────────────────────────────────────────────────────────────────┐
        │ person                                  nick                                 │
        ╞══════════════════════════════════════════════════════════════════════════════╡
        │ ../../etc                               ../../etc                            │
        │ -rf                                     -rf                                  │
        │ con                                     con                                  │
        │ \u{1b}[2J\u{7}                          \u{1b}[2j\u{7}                       │
        │ xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx   xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx │
        │ xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx   xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx │
        │ xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx   xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx │
        │ xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx   xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx │
        │ xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx   xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx │
        │ xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx   xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx │
        │ xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx   xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx │
        │ xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx   xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx │
        │ xxxx                                    xxxxxxxxxxxx                         │
        └──────────────────────────────────────────────────────────────────────────────┘
        $ ls -A . sprints sprints/leysin-2017
        .:
        .local
        sprints

        sprints:
        .gitattributes
        .gitignore
        leysin-2017

        sprints/leysin-2017:
        .lock
        2017-02-27.toml
        sprint.toml
    "#]]);
}

#[test]
fn nothing_active_reaches_the_terminal_or_the_post() {
    sprint_session(expect![[r#"
        $ sprint plan "$(printf 'a\033[31mb\033]0;owned\007c\342\200\256d')"
        1 planned: a\u{1b}[31mb\u{1b}]0;owned\u{7}c\u{202e}d
        $ sprint done 1 '<script>alert(1)</script> [x](javascript:alert(1)) {{ 7*7 }} {% raw %} <img src=x onerror=alert(1)> <!-- hidden -->'
        1 done: a\u{1b}[31mb\u{1b}]0;owned\u{7}c\u{202e}d
        $ sprint note "$(printf '\357\273\277one\r\n\r\ntwo')"
        noted: one two
        $ sprint
        Leysin Winter Sprint 2017, Monday, 27 February 2017

        No task is open.

        ┌───────────────────────────────────────────────────────┐
        │ #   closed today                                state │
        ╞═══════════════════════════════════════════════════════╡
        │ 1   a\u{1b}[31mb\u{1b}]0;owned\u{7}c\u{202e}d   done  │
        └───────────────────────────────────────────────────────┘
        $ sprint summary 2>/dev/null
        # Leysin Winter Sprint 2017

        <!-- there is no intro: write `intro` under [report] in sprint.toml -->

        ## Highlights

        &lt;script&gt;alert(1)&lt;/script&gt; \[x\](javascript:alert(1)) &#123;&#123; 7\*7 }} &#123;% raw %} &lt;img src=x onerror=alert(1)&gt; &lt;!&#45;- hidden &#45;-&gt;

        ## Notes

        one

        two
    "#]]);
}

#[test]
fn ten_megabytes_are_a_text() {
    let room = Room::with_sprint();
    let said = room.run("head -c 10000000 /dev/zero | tr '\\0' x | sprint note -");
    assert_eq!(said, format!("noted: {}…\n", "x".repeat(71)));
    expect![[r#"
        10000146
    "#]]
    .assert_eq(&room.run("wc -c < sprints/leysin-2017/2017-02-27.toml; sprint check"));
}
