//! Names and texts that try to escape from their place.

use std::fs;

use expect_test::expect;

use crate::support::{TestEnv, sprint_session};

#[test]
fn a_name_makes_no_file_outside_of_the_sprint() {
    sprint_session(expect![[r#"
        $ sed -i 's/^# log/log/' sprints/leysin-2017/sprint.toml
        $ for name in ../../etc -rf --upload-pack=touch con '' .. . /tmp/x 'a/b' '~' '$HOME' '*' "$(printf 'x%.0s' $(seq 300))" "$(printf '\033[2J')" 'nul.toml'; do sprint --by="$name" note hello 2>&1; done | sort | uniq -c | cut -c 1-100
              1 error: your name is not known: the system has no login name for you
             13 hint: `sprint undo` takes the second one back
              1 hint: say who you are with `--by NAME`, or set SPRINT_BY
             14 noted: hello
             13 remark: `hello` is recorded twice now
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
        post.md
        sprint.toml
        $ sprint -s ../../etc board
        ! error: there is no sprint `../../etc`
        ! hint: the sprints here are: leysin-2017
        [exit 1]
        $ sprint -s "$(printf 'x%.0s' $(seq 300))" board 2>&1 | cut -c 1-40
        error: there is no sprint `xxxxxxxxxxxxx
        hint: the sprints here are: leysin-2017
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
        photo: photos/passwd-p1qh69c242.png
        photo: photos/rf-p1qh69c242.png
        photo: photos/upload-pack-touch-p1qh69c242.png
        photo: photos/con-p1qh69c242.png
        photo: photos/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
        photo: photos/2j-p1qh69c242.png
        photo: photos/x-p1qh69c242.png
        photo: photos/a-b-20c-p1qh69c242.png
        photo: photos/htaccess-p1qh69c242.png
        photo: photos/ri-ben-p1qh69c242.png
        $ sprint photo 'javascript:alert(1)'
        ! error: cannot read javascript:alert(1): it does not exist
        ! hint: nothing was recorded; a name with blanks needs quotes around it
        [exit 1]
        $ sprint photo ''
        ! error: cannot read : it does not exist
        ! hint: nothing was recorded; a name with blanks needs quotes around it
        [exit 1]
        $ sprint photo ../../../../../etc
        ! error: ../../../../../etc is not a regular file
        ! hint: give the path of a picture, or its address
        [exit 1]
        $ ls sprints/leysin-2017/photos | cut -c 1-100
        2j-p1qh69c242.png
        a-b-20c-p1qh69c242.png
        con-p1qh69c242.png
        htaccess-p1qh69c242.png
        passwd-p1qh69c242.png
        rf-p1qh69c242.png
        ri-ben-p1qh69c242.png
        upload-pack-touch-p1qh69c242.png
        x-p1qh69c242.png
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-p1qh69c242.png
    "#]]);
}

#[test]
fn people_and_topics_are_only_words() {
    sprint_session(expect![[r#"
        $ sprint join ../../etc; sprint join -- -rf; sprint join con; sprint join ''; sprint join "$(printf '\033[2J\007')"; sprint join "$(printf 'x%.0s' $(seq 300))" | cut -c 1-100
        joined: -rf (-rf)
        joined: con (con)
        joined: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        ! error: `../../etc` may be several people
        ! hint: separate those who join by commas: `sprint join Armin Rigo, Antonio Cuni`
        ! error: nobody was named
        ! hint: name one or more: `armin anto`, `armin,anto`, `everybody`
        ! error: `\u{1b}[2J\u{7}` has brackets in it
        ! hint: say only the name; there are options for the rest: `--role`, `--org`, `--group`, `--from`, `--to`
        $ sprint plan a -t ../../etc; sprint plan b -t=-rf; sprint plan c -t ''; sprint plan d -t "$(printf 'a\033[2Jb')"; sprint plan e -t "$(printf 'x%.0s' $(seq 300))" 2>&1 | cut -c 1-100
        1 planned: a  | topic: .. › .. › etc
        2 planned: d  | topic: a\u{1b}[2Jb
        3 planned: e
            topic: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        remark: `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        ! remark: `../../etc` is a new topic
        ! error: `-t=-rf` is not an option of `plan`
        ! hint: an option and its value are two words, as in `-t CI`; in a text, it goes after `--`: `sprint plan … -- TEXT`
        ! error: the topic is empty
        ! hint: a topic is a heading or a path of headings: `-t "Release Work/Stackless"`
        ! remark: `a\u{1b}[2Jb` is a new topic
        $ sprint people
        Monday, 27 February 2017
        person                                nick                                  on
        -rf                                   -rf                                   free
        con                                   con                                   free
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  free
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        xxxxxxxxxxxx                          xxxxxxxxxxxx
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
        post.md
        sprint.toml
    "#]]);
}

#[test]
fn nothing_active_reaches_the_terminal_or_the_post() {
    sprint_session(expect![[r#"
        $ sprint plan "$(printf 'a\033[31mb\033]0;owned\007c\342\200\256d')"
        1 planned: a\u{1b}[31mb\u{1b}]0;owned\u{7}c\u{202e}d
        $ sprint done 1 '<script>alert(1)</script> [x](javascript:alert(1)) {{ 7*7 }} {% raw %} <img src=x onerror=alert(1)> <!-- hidden -->'
        1 done: a\u{1b}[31mb\u{1b}]0;owned\u{7}c\u{202e}d  | result: <script>alert(1)</script> [x](javascript:alert(…
        $ sprint note "$(printf '\357\273\277one\r\n\r\ntwo')"
        noted: one two
        $ sprint
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        No task is open.
        Closed today
          1  a\u{1b}[31mb\u{1b}]0;owned\u{7}c\u{202e}d  done
        $ sprint summary 2>/dev/null
        # Leysin Winter Sprint 2017

        We met in Leysin.

        ## What we did

        &lt;script&gt;alert(1)&lt;/script&gt; \[x\](javascript:alert(1)) &#123;&#123; 7\*7 }} &#123;% raw %} &lt;img src=x onerror=alert(1)&gt; &lt;!&#45;- hidden &#45;-&gt;

        one

        two
    "#]]);
}

#[test]
fn no_two_people_and_no_two_topics_differ_only_in_invisible_letters() {
    sprint_session(expect![[r#"
        $ sprint join Bea Kern; sprint plan a -p bea -t Docs
        joined: Bea Kern (bea)
        1 planned: a  | on it: Bea  | topic: Docs
        ! remark: `Docs` is a new topic
        $ sprint join "$(printf 'Be\302\255a Ker\342\200\213n')"
        attends: Bea Kern (bea)
        ! remark: Bea Kern was so before, so nothing changed
        $ sprint plan b -p "$(printf 'b\343\205\244ea')" -t "$(printf 'D\342\201\240ocs\357\276\240')"
        2 planned: b  | on it: Bea  | topic: Docs
        $ tail -1 sprints/leysin-2017/2017-02-27.toml
        2-083tvg = { at = 2017-02-27T09:00:00.003+01:00, by = "armin", kind = "plan", text = "b", topic = "Docs", people = ["bea"] }
        $ sprint join "$(printf '\343\205\244\302\255')"
        ! error: `\u{3164}\u{ad}` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        [exit 1]
        $ sprint join Anna --nick "$(printf '\342\240\200')"
        ! error: `\u{2800}` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        [exit 1]
        $ sprint join Anna --also "$(printf '\341\205\237')"
        ! error: `\u{115f}` is not a name
        ! hint: people are named by nick, first name, last name or full name, separated by blanks or commas
        [exit 1]
        $ sprint plan c -p "$(printf '\341\236\264')"
        ! error: nobody was named
        ! hint: name one or more: `armin anto`, `armin,anto`, `everybody`
        [exit 2]
        $ sprint plan c -t "$(printf 'Docs/\341\240\216')"
        ! error: a heading of the topic `Docs/\u{180e}` is blank
        ! hint: give every heading a letter or another visible character
        [exit 2]
        $ sprint --by "$(printf '\357\273\277')" plan c
        ! error: your name is not known: the system has no login name for you
        ! hint: say who you are with `--by NAME`, or set SPRINT_BY
        [exit 1]
        $ sprint people
        Monday, 27 February 2017
        person    nick  on
        Bea Kern  bea   1, 2
    "#]]);
}

#[test]
fn invisible_letters_alone_are_not_a_text_and_are_shown_within_one() {
    sprint_session(expect![[r#"
        $ rm sprints/leysin-2017/post.md
        $ for text in '\302\255' '\342\240\200\342\240\200' '\343\205\244 \342\200\213' '\363\240\201\201' '\314\201' '\357\270\217'; do sprint note "$(printf "$text")"; done
        ! error: the text is empty
        ! hint: type it after the command, or `-` to read it from standard input
        ! error: the text is empty
        ! hint: type it after the command, or `-` to read it from standard input
        ! error: the text is empty
        ! hint: type it after the command, or `-` to read it from standard input
        ! error: the text is empty
        ! hint: type it after the command, or `-` to read it from standard input
        ! error: the text is empty
        ! hint: type it after the command, or `-` to read it from standard input
        ! error: the text is empty
        ! hint: type it after the command, or `-` to read it from standard input
        [exit 2]
        $ sprint init other --title "$(printf '\342\201\243')"
        ! error: the text is empty
        ! hint: type it after the command, or `-` to read it from standard input
        [exit 2]
        $ sprint plan "$(printf 'Be\302\255a \342\201\252 1\357\270\217\342\203\243 \342\235\244\357\270\217 \357\270\217 \360\237\221\251\342\200\215\360\237\232\200 a\342\200\215b \331\205\333\214\342\200\214\330\256')"
        1 planned: Be\u{ad}a \u{206a} 1️⃣ ❤️ \u{fe0f} 👩‍🚀 a\u{200d}b می‌خ
        $ tail -1 sprints/leysin-2017/2017-02-27.toml | od -c | sed -n 6,7p
        0000120   x   t       =       "   B   e 302 255   a     342 201 252    
        0000140   1 357 270 217 342 203 243     342 235 244 357 270 217     357
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
          1  Be\u{ad}a \u{206a} 1️⃣ ❤️ \u{fe0f} 👩‍🚀 a\u{200d}b می‌خ  nobody
        $ sprint show 1 --json | grep text
            "text": "Be\u00ada \u206a 1️⃣ ❤️ \ufe0f 👩‍🚀 a\u200db می‌خ",
              "text": "Be\u00ada \u206a 1️⃣ ❤️ \ufe0f 👩‍🚀 a\u200db می‌خ",
        $ sprint board --for html | grep -o 'Be[^<]*'
        Be\u{ad}a \u{206a} 1️⃣ ❤️ \u{fe0f} 👩‍🚀 a\u{200d}b می‌خ
        $ for format in markdown html rst jekyll; do sprint summary --for $format 2>&1 | grep Be; done
        - Be\\u{ad}a \\u{206a} 1️⃣ ❤️ \\u{fe0f} 👩‍🚀 a\\u{200d}b می‌خ
        <li>Be\u{ad}a \u{206a} 1️⃣ ❤️ \u{fe0f} 👩‍🚀 a\u{200d}b می‌خ</li>
        - Be\\u{ad}a \\u{206a} 1️⃣ ❤️ \\u{fe0f} 👩‍🚀 a\\u{200d}b می‌خ
        description: "Be∖u(ad)a ∖u(206a) 1️⃣ ❤️ ∖u(fe0f) 👩‍🚀 a∖u(200d)b می‌خ"
        excerpt: "Be∖u(ad)a ∖u(206a) 1️⃣ ❤️ ∖u(fe0f) 👩‍🚀 a∖u(200d)b می‌خ"
        - Be\\u{ad}a \\u{206a} 1️⃣ ❤️ \\u{fe0f} 👩‍🚀 a\\u{200d}b می‌خ
    "#]]);
}

#[test]
fn what_is_nested_too_deep_is_refused() {
    sprint_session(expect![[r#"
        $ deep() { printf -- "$1%.0s" $(seq $2); }; for marker in '> ' '- ' '1. '; do sprint note -- "$(deep "$marker" 32)a"; sprint note -- "$(deep "$marker" 33)a"; sprint note -- "$(deep "$marker" 20000)a"; done 2>&1 | cut -c 1-60
        noted: > > > > > > > > > > > > > > > > > > > > > > > > > > >
        error: quotes and lists are nested deeper than 32 levels
        hint: remove some levels of nesting
        error: quotes and lists are nested deeper than 32 levels
        hint: remove some levels of nesting
        noted: - - - - - - - - - - - - - - - - - - - - - - - - - - -
        error: quotes and lists are nested deeper than 32 levels
        hint: remove some levels of nesting
        error: quotes and lists are nested deeper than 32 levels
        hint: remove some levels of nesting
        noted: 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1.
        error: quotes and lists are nested deeper than 32 levels
        hint: remove some levels of nesting
        error: quotes and lists are nested deeper than 32 levels
        hint: remove some levels of nesting
        $ sprint plan "$(printf '> %.0s' $(seq 33))a"
        ! error: quotes and lists are nested deeper than 32 levels
        ! hint: remove some levels of nesting
        [exit 1]
        $ sprint plan a -t "$(printf 'a/%.0s' $(seq 33))"
        ! error: a topic of 33 nested headings; 32 is the most
        ! hint: shorten it
        [exit 1]
        $ (echo plan a; for part in $(seq 1 31); do echo plan b -u $part; done) | sprint batch | tail -1
        32 planned: b  | part of: 31 b
        $ sprint plan c -u 32
        ! error: 33 would be deeper than 32 levels of parts
        ! hint: make it a part of an item further up, or of none
        [exit 1]
        $ sprint note "$(printf '*%.0s' $(seq 5000))a$(printf '*%.0s' $(seq 5000)) $(printf '[%.0s' $(seq 5000))" | cut -c 1-10
        noted: ***
        $ sprint check
    "#]]);
}

#[test]
fn what_is_too_long_is_refused() {
    sprint_session(expect![[r#"
        $ sprint join Armin Rigo; sprint plan a; sprint discuss b
        joined: Armin Rigo (armin)
        1 planned: a
        2 to discuss: b
        $ long() { printf "$1%.0s" $(seq $2); }; x=$(long x 1001); for command in "plan $x" "discuss $x" "talk $x" "goal $x" "reword 1 $x" "day $x" "plan a -t $x" "plan a -p +$x" "join $x" "join Bea --nick $x" "join Bea --also $x" "join Bea --org $x" "photo http://a.org/b $x" "--by $x plan a"; do sprint $command 2>&1 | cut -c 1-100; done
        error: a title of 1001 characters; 1000 is the most
        hint: shorten it
        error: a title of 1001 characters; 1000 is the most
        hint: shorten it
        error: a title of 1001 characters; 1000 is the most
        hint: shorten it
        error: a title of 1001 characters; 1000 is the most
        hint: shorten it
        error: a title of 1001 characters; 1000 is the most
        hint: shorten it
        error: a title of 1001 characters; 1000 is the most
        hint: shorten it
        error: a topic of 1001 characters; 1000 is the most
        hint: shorten it
        error: a name of 1002 characters; 1000 is the most
        hint: shorten it
        error: a name of 1001 characters; 1000 is the most
        hint: shorten it
        error: a name of 1001 characters; 1000 is the most
        hint: shorten it
        error: a name of 1001 characters; 1000 is the most
        hint: shorten it
        error: an affiliation of 1001 characters; 1000 is the most
        hint: shorten it
        error: a caption of 1001 characters; 1000 is the most
        hint: shorten it
        error: a name of 1001 characters; 1000 is the most
        hint: shorten it
        $ sprint init other --title "$(printf 'x%.0s' $(seq 1001))"
        ! error: a title of 1001 characters; 1000 is the most
        ! hint: shorten it
        [exit 1]
        $ sprint init other --place "$(printf 'x%.0s' $(seq 1001))"
        ! error: a place of 1001 characters; 1000 is the most
        ! hint: shorten it
        [exit 1]
        $ for command in "note" "progress 1" "done 1" "drop 1" "decide 2" "next" "thank"; do printf 'x%.0s' $(seq 100001) | sprint $command - ; done
        ! error: a text of 100001 characters; 100000 is the most
        ! hint: shorten it, or record it in several entries
        ! error: a text of 100001 characters; 100000 is the most
        ! hint: shorten it, or record it in several entries
        ! error: a text of 100001 characters; 100000 is the most
        ! hint: shorten it, or record it in several entries
        ! error: a text of 100001 characters; 100000 is the most
        ! hint: shorten it, or record it in several entries
        ! error: a text of 100001 characters; 100000 is the most
        ! hint: shorten it, or record it in several entries
        ! error: a text of 100001 characters; 100000 is the most
        ! hint: shorten it, or record it in several entries
        ! error: a text of 100001 characters; 100000 is the most
        ! hint: shorten it, or record it in several entries
        [exit 1]
        $ sprint assign 1 $(for name in $(seq 251); do echo +anna$name,; done)
        ! error: 251 names in one entry; 250 is the most
        ! hint: name fewer; `everybody` means everybody who is present
        [exit 1]
        $ printf 'x%.0s' $(seq 100000) | sprint note - | cut -c 1-30
        noted: xxxxxxxxxxxxxxxxxxxxxxx
        $ sprint plan "$(printf 'é%.0s' $(seq 1000))" | cut -c 1-30
        3 planned: ééééééééé�
        $ sprint log | wc -l
        2410
    "#]]);
}

#[test]
fn what_is_too_long_in_a_log_counts_and_is_cut() {
    let env = TestEnv::with_sprint();
    let title = "x".repeat(1_000_000);
    let entry = format!(
        "1-k7f2m9 = {{ at = 2017-02-27T08:12:00+01:00, by = \"armin\", kind = \"plan\", text = \"{title}\", topic = \"{title}\" }}\n"
    );
    let log = env.path().join("sprints/leysin-2017/2017-02-27.toml");
    fs::write(log, entry).expect("a writable folder");
    assert_eq!(
        env.run("sprint done 1 Good."),
        format!("1 done: {}…  | result: Good.\n", "x".repeat(71))
    );
    env.run("sprint reopen 1");
    let board = env.run("sprint board");
    assert!(board.contains('…') && board.len() < 20_000, "{board}");
    let page = env.run("sprint board --for html");
    assert!(page.contains("x…</span>") && page.len() < 20_000, "{page}");
    assert!(env.run("sprint show 1").len() > 1_000_000);
    assert!(env.run("sprint summary").len() > 1_000_000);
}
