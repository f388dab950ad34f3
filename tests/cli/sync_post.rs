//! `sprint sync` and `post.md`, with real git.

use expect_test::expect;

use crate::support::{TestEnv, sync_session};

/// Runs the session above two clones after both have a post of three paragraphs.
fn post_session(expected: expect_test::Expect) {
    let env = TestEnv::with_clones();
    env.run("cd armin && printf 'We met.\\n\\nWe worked.\\n\\nWe went home.\\n' > sprints/hut/post.md && sprint sync");
    env.run("cd anto && sprint sync");
    env.session(expected);
}

#[test]
fn a_post_and_the_pictures_that_it_names_are_sent_each_time_they_change() {
    sync_session(expect![[r#"
        $ cd armin/sprints/hut && mkdir photos && cp $PHOTOS/phone.jpg photos/hut.jpg && cp $PHOTOS/phone.jpg 'photos/the room.jpg' && cp $PHOTOS/phone.jpg photos/other.jpg && printf 'We met.\n\n![](photos/hut.jpg)\n[all](photos/the%%20room.jpg)\n' > post.md && sprint sync
        2 files sent, post.md sent
        $ cd anto && sprint sync && ls sprints/hut sprints/hut/photos && git status --short
        post.md received
        sprints/hut:
        photos
        post.md
        sprint.toml

        sprints/hut/photos:
        hut.jpg
        the room.jpg
        $ cd armin/sprints/hut && echo More. >> post.md && echo >> photos/hut.jpg && sprint sync && sprint sync
        1 file sent, post.md sent
        nothing to send, nothing received
        $ cd anto && sprint sync && tail -1 sprints/hut/post.md && cmp sprints/hut/photos/hut.jpg ../armin/sprints/hut/photos/hut.jpg && sprint sync && git status --short --branch
        post.md received
        More.
        nothing to send, nothing received
        ## main...origin/main
        $ cd armin && sprint sync && git status --short --branch
        nothing to send, nothing received
        ## main...origin/main
        ?? sprints/hut/photos/other.jpg
    "#]]);
}

#[test]
fn what_both_sides_changed_apart_is_merged() {
    post_session(expect![[r#"
        $ cd armin && sed -i 's/met/met in Leysin/' sprints/hut/post.md && sprint plan fix the leak && sprint sync
        1 planned: fix the leak
        1 sent, post.md sent
        $ cd anto && sed -i 's/home/home, tired/' sprints/hut/post.md && SPRINT_BY=anto sprint plan write a test && SPRINT_BY=anto sprint sync && cat sprints/hut/post.md && git status --short --branch
        1 planned: write a test
        1 sent, post.md merged and sent, 1 received from 1 person
        your 1 is now 2: write a test
        1 sent
        We met in Leysin.

        We worked.

        We went home, tired.
        ## main...origin/main
        $ cd armin && sprint sync && cat sprints/hut/post.md && sprint sync && git status --short --branch
        post.md received, 2 received from 1 person
        We met in Leysin.

        We worked.

        We went home, tired.
        nothing to send, nothing received
        ## main...origin/main
    "#]]);
}

#[test]
fn where_it_conflicts_both_versions_are_kept_until_somebody_has_merged_them() {
    post_session(expect![[r#"
        $ cd armin && sed -i 's/We worked/We worked on PyPy/; 1iIntro.' sprints/hut/post.md && sprint plan fix the leak && sprint sync
        1 planned: fix the leak
        1 sent, post.md sent
        $ cd anto && sed -i 's/We worked/We drank tea/' sprints/hut/post.md && SPRINT_BY=anto sprint plan write a test --at 09:10 && SPRINT_BY=anto sprint sync
        1 planned: write a test
        1 sent, 1 received from 1 person
        your 1 is now 2: write a test
        1 sent
        ! remark: 2017-02-27 09:10 is in the future
        ! remark: sprints/hut/post.md:3:1: others changed this, too, so it was not sent; the version of others is in sprints/hut/post.theirs.md
        !   3 | We drank tea.
        !     | ^
        ! hint: write into sprints/hut/post.md what is to stay of both and delete sprints/hut/post.theirs.md, then `sprint sync`
        $ cd anto && cat sprints/hut/post.md && cat sprints/hut/post.theirs.md && git status --short --branch
        We met.

        We drank tea.

        We went home.
        Intro.
        We met.

        We worked on PyPy.

        We went home.
        ## main...origin/main
         M sprints/hut/post.md
        $ cd anto && SPRINT_BY=anto sprint sync
        nothing sent, nothing received
        ! remark: sprints/hut/post.md:3:1: others changed this, too, so it was not sent; the version of others is in sprints/hut/post.theirs.md
        !   3 | We drank tea.
        !     | ^
        ! hint: write into sprints/hut/post.md what is to stay of both and delete sprints/hut/post.theirs.md, then `sprint sync`
        $ cd armin && sprint sync && echo 'Thanks to all.' >> sprints/hut/post.md && sprint sync
        2 received from 1 person
        post.md sent
        $ cd anto && SPRINT_BY=anto sprint sync
        nothing sent, nothing received
        ! remark: sprints/hut/post.md:3:1: others changed this, too, so it was not sent; the version of others is in sprints/hut/post.theirs.md
        !   3 | We drank tea.
        !     | ^
        ! hint: write into sprints/hut/post.md what is to stay of both and delete sprints/hut/post.theirs.md, then `sprint sync`
        $ cd anto && sed -i 's/We drank tea/We worked on PyPy and drank tea/; 1iIntro.' sprints/hut/post.md && rm sprints/hut/post.theirs.md && SPRINT_BY=anto sprint sync && cat sprints/hut/post.md && SPRINT_BY=anto sprint sync && git status --short --branch
        post.md merged and sent
        Intro.
        We met.

        We worked on PyPy and drank tea.

        We went home.
        Thanks to all.
        nothing to send, nothing received
        ## main...origin/main
        $ cd armin && sprint sync && cat sprints/hut/post.md && ls sprints/hut && sprint sync && git status --short --branch && git for-each-ref refs/worktree
        post.md received
        Intro.
        We met.

        We worked on PyPy and drank tea.

        We went home.
        Thanks to all.
        2017-02-27.toml
        post.md
        sprint.toml
        nothing to send, nothing received
        ## main...origin/main
    "#]]);
}

#[test]
fn somebody_may_take_either_version_instead() {
    post_session(expect![[r#"
        $ cd armin && sed -i 's/We worked/We worked on PyPy/' sprints/hut/post.md && sprint sync
        post.md sent
        $ cd anto && sed -i 's/We worked/We drank tea/' sprints/hut/post.md && sprint sync && mv sprints/hut/post.theirs.md sprints/hut/post.md && sprint sync && git status --short --branch
        nothing sent, nothing received
        nothing to send, nothing received
        ## main...origin/main
        ! remark: sprints/hut/post.md:3:1: others changed this, too, so it was not sent; the version of others is in sprints/hut/post.theirs.md
        !   3 | We drank tea.
        !     | ^
        ! hint: write into sprints/hut/post.md what is to stay of both and delete sprints/hut/post.theirs.md, then `sprint sync`
        $ cd armin && sed -i 's/We met/We all met/' sprints/hut/post.md && sprint sync
        post.md sent
        $ cd anto && sed -i 's/We met/They met/' sprints/hut/post.md && sprint sync && rm sprints/hut/post.theirs.md && sprint sync && git status --short --branch
        nothing sent, nothing received
        post.md sent
        ## main...origin/main
        ! remark: sprints/hut/post.md:1:1: others changed this, too, so it was not sent; the version of others is in sprints/hut/post.theirs.md
        !   1 | They met.
        !     | ^
        ! hint: write into sprints/hut/post.md what is to stay of both and delete sprints/hut/post.theirs.md, then `sprint sync`
        $ cd armin && sprint sync && cat sprints/hut/post.md
        post.md received
        They met.

        We worked on PyPy.

        We went home.
    "#]]);
}

#[test]
fn a_conflict_that_others_resolve_is_over() {
    post_session(expect![[r#"
        $ cd armin && sed -i 's/We worked/We worked on PyPy/' sprints/hut/post.md && sprint sync
        post.md sent
        $ cd anto && sed -i 's/We worked/We drank tea/' sprints/hut/post.md && sprint sync
        nothing sent, nothing received
        ! remark: sprints/hut/post.md:3:1: others changed this, too, so it was not sent; the version of others is in sprints/hut/post.theirs.md
        !   3 | We drank tea.
        !     | ^
        ! hint: write into sprints/hut/post.md what is to stay of both and delete sprints/hut/post.theirs.md, then `sprint sync`
        $ cd armin && sed -i 's/We worked on PyPy/We drank tea/' sprints/hut/post.md && sprint sync
        post.md sent
        $ cd anto && sprint sync && ls sprints/hut && git status --short --branch
        nothing to send, nothing received
        post.md
        sprint.toml
        ## main...origin/main
    "#]]);
}

#[test]
fn what_others_change_after_a_version_was_put_aside_is_merged_or_put_aside_next() {
    post_session(expect![[r#"
        $ cd armin && sed -i 's/We worked/We worked on PyPy/' sprints/hut/post.md && sprint sync
        post.md sent
        $ cd anto && sed -i 's/We worked/We drank tea/' sprints/hut/post.md && sprint sync
        nothing sent, nothing received
        ! remark: sprints/hut/post.md:3:1: others changed this, too, so it was not sent; the version of others is in sprints/hut/post.theirs.md
        !   3 | We drank tea.
        !     | ^
        ! hint: write into sprints/hut/post.md what is to stay of both and delete sprints/hut/post.theirs.md, then `sprint sync`
        $ cd armin && sed -i 's/on PyPy/on CPython/' sprints/hut/post.md && sprint sync
        post.md sent
        $ cd anto && sed -i 's/We drank tea/We worked on PyPy and drank tea/' sprints/hut/post.md && rm sprints/hut/post.theirs.md && sprint sync && cat sprints/hut/post.theirs.md
        nothing sent, nothing received
        We met.

        We worked on CPython.

        We went home.
        ! remark: sprints/hut/post.md:3:1: others changed this, too, so it was not sent; the version of others is in sprints/hut/post.theirs.md
        !   3 | We worked on PyPy and drank tea.
        !     | ^
        ! hint: write into sprints/hut/post.md what is to stay of both and delete sprints/hut/post.theirs.md, then `sprint sync`
        $ cd anto && sed -i 's/PyPy/CPython/' sprints/hut/post.md && rm sprints/hut/post.theirs.md && sprint sync
        post.md sent
        $ cd armin && sprint sync && cat sprints/hut/post.md
        post.md received
        We met.

        We worked on CPython and drank tea.

        We went home.
    "#]]);
}

#[test]
fn both_may_begin_one_and_a_third_clone_follows() {
    sync_session(expect![[r#"
        $ git clone -q hub.git bea && echo We met. > armin/sprints/hut/post.md && echo We met. > bea/sprints/hut/post.md && echo We came. > anto/sprints/hut/post.md
        $ cd armin && sprint sync
        post.md sent
        $ cd bea && sprint sync
        nothing to send, nothing received
        $ cd anto && sprint sync
        nothing sent, nothing received
        ! remark: sprints/hut/post.md:1:1: others changed this, too, so it was not sent; the version of others is in sprints/hut/post.theirs.md
        !   1 | We came.
        !     | ^
        ! hint: write into sprints/hut/post.md what is to stay of both and delete sprints/hut/post.theirs.md, then `sprint sync`
        $ cd anto && printf 'We came.\nWe met.\n' > sprints/hut/post.md && rm sprints/hut/post.theirs.md && sprint sync
        post.md sent
        $ cd bea && echo We left. >> sprints/hut/post.md && sprint sync
        post.md merged and sent
        $ for clone in armin anto bea; do (cd $clone && sprint sync && cat sprints/hut/post.md && git status --short --branch); done
        post.md received
        We came.
        We met.
        We left.
        ## main...origin/main
        post.md received
        We came.
        We met.
        We left.
        ## main...origin/main
        nothing to send, nothing received
        We came.
        We met.
        We left.
        ## main...origin/main
    "#]]);
}

#[test]
fn a_post_that_is_missing_comes_back_unless_a_commit_has_removed_it() {
    post_session(expect![[r#"
        $ cd anto && rm sprints/hut/post.md && sprint sync && cat sprints/hut/post.md && git status --short
        post.md received
        We met.

        We worked.

        We went home.
        $ cd anto && git rm -q sprints/hut/post.md && git commit -qm 'no post' && sprint sync && git status --short --branch
        post.md removed
        ## main...origin/main [ahead 2]
        $ cd armin && sprint sync && ls sprints/hut && git status --short --branch
        post.md removed
        sprint.toml
        ## main...origin/main
        $ cd armin && echo We met. > sprints/hut/post.md && sprint sync
        post.md sent
        $ cd anto && sprint sync && git rm -q sprints/hut/post.md && git commit -qm 'no post' && git push -q
        post.md received
        $ cd armin && echo Again. >> sprints/hut/post.md && sprint sync
        post.md sent
        $ cd anto && sprint sync && cat sprints/hut/post.md
        post.md received
        We met.
        Again.
    "#]]);
}

#[test]
fn line_ends_are_no_change_and_stay_as_they_are() {
    post_session(expect![[r#"
        $ cd anto && sed -i 's/$/\r/' sprints/hut/post.md && sprint sync
        nothing to send, nothing received
        $ cd armin && sed -i 's/met/met in Leysin/' sprints/hut/post.md && sprint sync
        post.md sent
        $ cd anto && sed -i 's/home/home, tired/' sprints/hut/post.md && sprint sync && cat -A sprints/hut/post.md
        post.md merged and sent
        We met in Leysin.^M$
        ^M$
        We worked.^M$
        ^M$
        We went home, tired.^M$
        $ cd armin && sprint sync && cat -A sprints/hut/post.md && git show HEAD:sprints/hut/post.md | cat -A
        post.md received
        We met in Leysin.$
        $
        We worked.$
        $
        We went home, tired.$
        We met in Leysin.$
        $
        We worked.$
        $
        We went home, tired.$
    "#]]);
}

#[test]
fn what_is_no_text_here_is_named_and_the_logs_are_exchanged() {
    post_session(expect![[r#"
        $ cd anto && ln -sf /etc/passwd sprints/hut/post.md && sprint plan a && sprint sync
        1 planned: a
        1 sent
        ! remark: sprints/hut/post.md is a symbolic link, so it was not sent
        ! hint: put the file itself there, or move that away, then `sprint sync`
        $ cd anto && rm sprints/hut/post.md && mkdir sprints/hut/post.md && sprint plan b && sprint sync
        2 planned: b
        1 sent
        ! remark: sprints/hut/post.md is a folder, so it was not sent
        ! hint: put the file itself there, or move that away, then `sprint sync`
        $ cd armin && echo More. >> sprints/hut/post.md && sprint sync
        post.md sent, 2 received from 1 person
        $ cd anto && sprint sync && rmdir sprints/hut/post.md && sprint sync && tail -1 sprints/hut/post.md && git status --short --branch
        nothing sent, nothing received
        post.md received
        More.
        ## main...origin/main
        ! remark: sprints/hut/post.md is a folder, so it was not sent
        ! hint: put the file itself there, or move that away, then `sprint sync`
        $ cd anto && printf 'Gr\374sse\n' >> sprints/hut/post.md && sprint plan c && sprint sync
        3 planned: c
        1 sent
        ! remark: sprints/hut/post.md is not UTF-8, so it was not sent
        ! hint: save it as UTF-8, then `sprint sync`
        $ cd armin && sed -i 's/met/all met/' sprints/hut/post.md && sprint sync
        post.md sent, 1 received from 1 person
        $ cd anto && sprint sync && iconv -f latin1 -t utf8 sprints/hut/post.md > p && mv p sprints/hut/post.md && sprint sync && cat sprints/hut/post.md
        nothing sent, nothing received
        post.md merged and sent
        We all met.

        We worked.

        We went home.
        More.
        Grüsse
        ! remark: sprints/hut/post.md is not UTF-8, so it was not sent
        ! hint: save it as UTF-8, then `sprint sync`
        $ cd anto && head -c 1100000 /dev/zero | tr '\0' 'x' >> sprints/hut/post.md && sprint plan d && sprint sync
        4 planned: d
        1 sent
        ! remark: sprints/hut/post.md is larger than 1 MiB, so it was not sent
        ! hint: make it shorter, then `sprint sync`
        $ cd armin && sprint sync && git status --short --branch
        post.md received, 1 received from 1 person
        ## main...origin/main
    "#]]);
}

#[test]
fn what_is_no_text_there_is_named_and_not_followed() {
    post_session(expect![[r#"
        $ cd armin && printf 'Gr\374sse\n' >> sprints/hut/post.md && git commit -qam latin && git push -q
        $ cd anto && sprint plan a && sprint sync
        1 planned: a
        1 sent
        ! remark: sprints/hut/post.md was not exchanged: the version of others is not UTF-8; it is in sprints/hut/post.theirs.md
        ! hint: write into sprints/hut/post.md what is to stay of both and delete sprints/hut/post.theirs.md, then `sprint sync`
        $ cd anto && sprint sync; ls sprints/hut
        nothing sent, nothing received
        2017-02-27.toml
        post.md
        post.theirs.md
        sprint.toml
        ! remark: sprints/hut/post.md was not exchanged: the version of others is not UTF-8; it is in sprints/hut/post.theirs.md
        ! hint: write into sprints/hut/post.md what is to stay of both and delete sprints/hut/post.theirs.md, then `sprint sync`
        $ cd anto && echo Grüsse >> sprints/hut/post.md && rm sprints/hut/post.theirs.md && sprint sync && git status --short --branch
        post.md sent
        ## main...origin/main
        $ cd armin && git pull -q && sprint sync && tail -1 sprints/hut/post.md && ln -sf /etc/passwd sprints/hut/post.md && git commit -qam link && git push -q
        nothing to send, nothing received
        Grüsse
        $ cd anto && sprint plan b && sprint sync && tail -1 sprints/hut/post.md && git status --short --branch && git ls-files -s sprints/hut/post.md | cut -c 1-6
        2 planned: b
        1 sent, post.md sent
        Grüsse
        ## main...origin/main
        100644
        ! remark: sprints/hut/post.md was a symbolic link in what others pushed, and is your file again
        $ cd armin && git pull -q && git rm -q sprints/hut/post.md && mkdir sprints/hut/post.md && echo x > sprints/hut/post.md/x && git add . && git commit -qm folder && git push -q
        $ cd anto && sprint plan c && sprint sync && tail -1 sprints/hut/post.md && git status --short --branch
        3 planned: c
        1 sent, post.md sent
        Grüsse
        ## main...origin/main
        ! remark: sprints/hut/post.md was a folder in what others pushed, and is your file again
    "#]]);
}

#[test]
fn attributes_have_no_say_in_a_post() {
    post_session(expect![[r#"
        $ cd armin && printf 'post.md merge=union ident -text\n' > sprints/hut/.gitattributes && git add sprints/hut/.gitattributes && git commit -qm attributes && git push -q; sed -i 's/We worked/We worked on PyPy/; s/home/home $Id$/' sprints/hut/post.md && sprint sync
        post.md sent
        $ cd anto && sprint sync && cat sprints/hut/post.md
        post.md received
        We met.

        We worked on PyPy.

        We went home $Id$.
        $ cd anto && sed -i 's/We worked on PyPy/We drank tea/' sprints/hut/post.md && sprint sync
        post.md sent
        $ cd armin && sed -i 's/We worked on PyPy/We slept/' sprints/hut/post.md && sprint sync; ls
        nothing sent, nothing received
        sprints
        ! remark: sprints/hut/post.md:3:1: others changed this, too, so it was not sent; the version of others is in sprints/hut/post.theirs.md
        !   3 | We slept.
        !     | ^
        ! hint: write into sprints/hut/post.md what is to stay of both and delete sprints/hut/post.theirs.md, then `sprint sync`
    "#]]);
}

#[test]
fn a_file_that_has_the_name_already_stays() {
    post_session(expect![[r#"
        $ cd armin && sed -i 's/We worked/We worked on PyPy/' sprints/hut/post.md && sprint sync
        post.md sent
        $ cd anto && echo mine > sprints/hut/post.theirs.md && ln -s /nowhere sprints/hut/post.theirs2.md && sed -i 's/We worked/We drank tea/' sprints/hut/post.md && sprint sync && cat sprints/hut/post.theirs.md && sprint sync
        nothing sent, nothing received
        mine
        nothing sent, nothing received
        ! remark: sprints/hut/post.md:3:1: others changed this, too, so it was not sent; the version of others is in sprints/hut/post.theirs3.md
        !   3 | We drank tea.
        !     | ^
        ! hint: write into sprints/hut/post.md what is to stay of both and delete sprints/hut/post.theirs3.md, then `sprint sync`
        ! remark: sprints/hut/post.md:3:1: others changed this, too, so it was not sent; the version of others is in sprints/hut/post.theirs3.md
        !   3 | We drank tea.
        !     | ^
        ! hint: write into sprints/hut/post.md what is to stay of both and delete sprints/hut/post.theirs3.md, then `sprint sync`
        $ cd anto && rm sprints/hut/post.theirs3.md && sprint sync && cat sprints/hut/post.theirs.md
        post.md sent
        mine
    "#]]);
}

#[test]
fn what_is_saved_during_a_sync_is_merged_too() {
    post_session(expect![[r#"
        $ cd armin && sed -i 's/met/met in Leysin/' sprints/hut/post.md && sprint sync
        post.md sent
        $ cd anto && sed -i 's/home/home, tired/' sprints/hut/post.md && printf '#!/bin/sh\nrm .git/hooks/pre-push\nsed -i "s/worked/drank tea/" sprints/hut/post.md\n' > .git/hooks/pre-push && chmod +x .git/hooks/pre-push && sprint sync && cat sprints/hut/post.md && git status --short --branch
        post.md merged and sent
        We met in Leysin.

        We drank tea.

        We went home, tired.
        ## main...origin/main
        $ cd armin && sprint sync && cat sprints/hut/post.md
        post.md received
        We met in Leysin.

        We drank tea.

        We went home, tired.
    "#]]);
}

#[test]
fn a_post_of_somebodys_own_commits_stays_in_them_and_is_sent() {
    post_session(expect![[r#"
        $ cd anto && sed -i 's/met/met in Leysin/' sprints/hut/post.md && echo own > own && git add . && git commit -qm own && sprint sync && git status --short --branch && git show --stat --format=%s origin/main | head -3
        post.md sent
        ## main...origin/main [ahead 2]
        hut: files of the sprint

         sprints/hut/post.md | 2 +-
        $ cd armin && sed -i 's/We met/They met/' sprints/hut/post.md && git commit -qam theirs && sprint plan a && sprint sync; git status --short --branch
        1 planned: a
        1 sent
        ## main...origin/main [ahead 2]
         M sprints/hut/post.md
        ! remark: sprints/hut/post.md:1:1: others changed this, too, so it was not sent; the version of others is in sprints/hut/post.theirs.md
        !   1 | They met.
        !     | ^
        ! hint: write into sprints/hut/post.md what is to stay of both and delete sprints/hut/post.theirs.md, then `sprint sync`
        $ cd armin && echo We all met in Leysin. > sprints/hut/post.md && rm sprints/hut/post.theirs.md && sprint sync && git status --short && git push -q && git log --format=%s -1 origin/main
        post.md sent
        Merge what was recorded in hut
        $ cd anto && sprint sync && cat sprints/hut/post.md && git status --short --branch
        post.md received, 1 received from 1 person
        We all met in Leysin.
        ## main...origin/main [ahead 3]
    "#]]);
}
