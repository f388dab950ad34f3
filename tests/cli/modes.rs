//! The modes of files and folders.

use expect_test::expect;

use crate::support::TestEnv;

#[test]
fn files_and_folders_have_the_modes_that_the_umask_says() {
    TestEnv::new().session(expect![[r#"
        $ cat > all.sh <<'END'
        > umask $1; mkdir $1; cd $1; export XDG_STATE_HOME=$PWD/state
        > cat $PHOTOS/hut.png > hut.png
        > sprint init hut > said; sprint photo hut.png >> said; printf '1-k7f2m9 = { at' >> sprints/hut/2017-02-27.toml
        > sprint note hello >> said 2>&1; sprint summary -o post/hut.md >> said 2>&1; sprint summary --for html --page -o hut.html >> said 2>&1
        > mkdir site; sprint summary --for hugo -o site >> said 2>&1
        > find sprints post hut.html site state -exec stat -c '%a %F' {} + | sort | uniq -c
        > END
        $ sh all.sh 002
             12 664 regular file
             11 775 directory
        $ sh all.sh 022
             12 644 regular file
             11 755 directory
        $ sh all.sh 077
             12 600 regular file
             11 700 directory
        $ stat -c '%a %n' 002/sprints/hut/.* 002/sprints/hut/* 077/sprints/hut/.lock | grep -v '/\.\.*$'
        664 002/sprints/hut/.lock
        664 002/sprints/hut/2017-02-27.toml
        664 002/sprints/hut/2017-02-27.toml.cut
        775 002/sprints/hut/photos
        664 002/sprints/hut/sprint.toml
        600 077/sprints/hut/.lock
    "#]]);
}

#[test]
fn a_file_that_is_replaced_keeps_its_mode_and_a_draft_is_private() {
    TestEnv::with_sprint().session(expect![[r#"
        $ sprint plan fix the leek && chmod 640 sprints/leysin-2017/2017-02-27.toml && umask 077 && script -qec "EDITOR='sed -i s/leek/leak/' sprint edit log" /dev/null | tr -d '\r' && stat -c %a sprints/leysin-2017/2017-02-27.toml
        1 planned: fix the leek
        sprints/leysin-2017/2017-02-27.toml: 1 line changed
        640
        $ umask 000 && script -qec "EDITOR='stat -c %a' sprint edit log" /dev/null | tr -d '\r' && stat -c %a sprints/leysin-2017/2017-02-27.toml
        600
        sprints/leysin-2017/2017-02-27.toml: nothing changed
        640
        $ rm sprints/.gitignore && echo '*.swp' > sprints/.gitignore && chmod 664 sprints/.gitignore && sprint init camp && stat -c %a sprints/.gitignore sprints/camp
        created: sprints/camp  | from Monday, 27 February 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        664
        755
        $ sprint summary -o hut.md 2>/dev/null; chmod 604 hut.md; sprint note more; sprint summary -o hut.md --force 2>/dev/null; stat -c %a hut.md
        written: hut.md
        noted: more
        written: hut.md
        604
    "#]]);
}

/// Runs as another user of the system if the test runs as root; otherwise the file is one that its owner may not write
/// to.
#[test]
fn whoever_may_not_write_to_the_lock_can_still_lock_it() {
    let env = TestEnv::with_sprint();
    let is_root = env.run("id -u") == "0\n";
    env.run("sprint note first");
    let other = if is_root {
        // All but the lock belongs to a group that both are in.
        env.run("chmod 711 . && chgrp -R 65534 sprints && chmod -R g+w sprints && chmod 644 sprints/leysin-2017/.lock && cp $(command -v sprint) . && chmod 755 sprint");
        "setpriv --reuid=65533 --regid=65534 --clear-groups env -u XDG_STATE_HOME HOME=/nowhere ./sprint --by anto"
    } else {
        env.run("chmod 444 sprints/leysin-2017/.lock");
        "sprint --by anto"
    };
    let seen = env.run(&format!(
        "{other} note second; {other} log --json | grep -c '\"text\": \"'"
    ));
    assert!(seen.contains("noted: second\n"), "{seen}");
    assert_eq!(
        env.run("grep -c 'kind = \"note\"' sprints/leysin-2017/2017-02-27.toml"),
        "2\n"
    );
    // It is a lock for them, too.
    let held = format!("flock sprints/leysin-2017/.lock -c 'timeout 2 {other} note third'");
    let seen = env.run(&held);
    assert!(seen.contains("[exit 124]"), "{seen}");
    assert_eq!(
        env.run("grep -c third sprints/leysin-2017/2017-02-27.toml"),
        "0\n[exit 1]\n"
    );
}
