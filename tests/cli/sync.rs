//! `sprint sync`, with real git.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use expect_test::expect;

use crate::support::{TestEnv, sync_session};

#[test]
fn what_was_recorded_here_and_there_is_exchanged() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint progress 1 found it && sprint sync
        1 planned: fix the leak
        1 progress: fix the leak  | status: found it
        2 sent
        $ git -C armin log -1 --format=%B --name-only
        hut: 2 entries by armin

        plan 1 fix the leak
        progress 1 fix the leak: found it


        sprints/hut/2017-02-27.toml
        $ cd anto && SPRINT_BY=anto sprint sync && SPRINT_BY=anto sprint done leak It is fixed.
        2 received from 1 person
        1 done: fix the leak  | result: It is fixed.
        $ cd anto && SPRINT_BY=bea sprint plan write a test && sprint sync
        2 planned: write a test
        2 sent
        $ cd armin && sprint sync && sprint sync && sprint && git status --short --branch
        2 received from 2 people
        nothing to send, nothing received
        hut · Monday, 27 February 2017
          2  write a test  nobody
        Closed today
          1  fix the leak          done
        ## main...origin/main
        $ git -C hub.git log --format=%s
        hut: 2 entries by anto, bea
        hut: 2 entries by armin
        hut: files of the sprint
    "#]]);
}

#[test]
fn of_two_with_one_number_the_later_gets_another() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak --at 09:10 && sprint sync
        1 planned: fix the leak
        1 sent
        ! remark: 2017-02-27 09:10 is in the future
        $ cd anto && SPRINT_BY=anto sprint plan write a test --at 09:20 && SPRINT_BY=anto sprint progress 1 half of it && SPRINT_BY=anto sprint sync
        1 planned: write a test
        1 progress: write a test  | status: half of it
        2 sent, 1 received from 1 person
        your 1 is now 2: write a test
        1 sent
        ! remark: 2017-02-27 09:20 is in the future
        $ cd armin && sprint sync && sprint
        3 received from 1 person
        hut · Monday, 27 February 2017
          1  fix the leak  nobody
          2  write a test  nobody  half of it
    "#]]);
}

#[test]
fn the_later_of_two_is_left_to_its_own_user() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak --at 09:20 && sprint sync
        1 planned: fix the leak
        1 sent
        ! remark: 2017-02-27 09:20 is in the future
        $ cd anto && SPRINT_BY=anto sprint plan write a test --at 09:10 && SPRINT_BY=anto sprint sync && sprint
        1 planned: write a test
        1 sent, 1 received from 1 person
        hut · Monday, 27 February 2017
          1a  write a test  nobody
          1b  fix the leak  nobody
        ! remark: 2017-02-27 09:10 is in the future
        $ cd armin && sprint sync && sprint
        1 received from 1 person
        your 1 is now 2: fix the leak
        1 sent
        hut · Monday, 27 February 2017
          1  write a test  nobody
          2  fix the leak  nobody
        $ cd anto && SPRINT_BY=anto sprint sync && sprint
        1 received from 1 person
        hut · Monday, 27 February 2017
          1  write a test  nobody
          2  fix the leak  nobody
    "#]]);
}

#[test]
fn other_files_what_is_staged_and_own_commits_stay_as_they_are() {
    sync_session(expect![[r#"
        $ cd armin && echo own > own.txt && git add own.txt && git commit -qm own && echo staged > staged.txt && git add staged.txt && echo changed >> own.txt && touch untracked
        $ cd anto && SPRINT_BY=anto sprint plan write a test && echo theirs > theirs.txt && git add theirs.txt && git commit -qm theirs && git push -q && SPRINT_BY=anto sprint sync
        1 planned: write a test
        1 sent
        $ cd armin && sprint plan fix the leak && sprint sync
        1 planned: fix the leak
        1 sent, 1 received from 1 person
        $ cd armin && git status --short && cat theirs.txt && git log --format=%s @{upstream}..
         M own.txt
        A  staged.txt
        ?? untracked
        theirs
        Merge what was recorded in hut
        own
        $ cd anto && git pull -q && git log --format=%s && ls
        hut: 1 entry by armin
        hut: 1 entry by anto
        theirs
        hut: files of the sprint
        sprints
        theirs.txt
    "#]]);
}

#[test]
fn a_photo_goes_with_its_entry() {
    sync_session(expect![[r#"
        $ cd armin && cp $PHOTOS/team.jpg . && sprint photo team.jpg The team. && sprint sync
        photo: photos/team-vqk884tnx2.jpg  | caption: The team.
        1 sent with 1 file
        $ cd anto && sprint sync && cmp $PHOTOS/team.jpg sprints/hut/photos/*
        1 received from 1 person
        $ cd armin && sed -i 's/^# place.*/place = "the hut"/' sprints/hut/sprint.toml && sprint sync
        nothing to send, nothing received
        ! remark: your changes to sprints/hut/sprint.toml are not sent
        ! hint: commit and push them with git
    "#]]);
}

#[test]
fn a_name_of_a_photo_leads_to_no_other_file() {
    sync_session(expect![[r#"
        $ cd armin && echo secret > sprints/hut/secret && echo secret > secret && mkdir sprints/hut/photos && ln -s ../../../secret sprints/hut/photos/link.jpg
        $ cd armin && echo '00000q7f2m = { at = 2017-02-27T08:12:33+01:00, by = "eve", kind = "photo", file = "photos/../secret" }' >> sprints/hut/2017-02-27.toml
        $ cd armin && echo '00000q7f2n = { at = 2017-02-27T08:12:33+01:00, by = "eve", kind = "photo", file = "photos/link.jpg" }' >> sprints/hut/2017-02-27.toml
        $ cd armin && echo '00000q7f2p = { at = 2017-02-27T08:12:33+01:00, by = "eve", kind = "photo", file = "../../secret" }' >> sprints/hut/2017-02-27.toml
        $ cd armin && sprint sync && git log -1 --name-only --format=
        3 sent
        sprints/hut/2017-02-27.toml
    "#]]);
}

#[test]
fn without_a_repository_nothing_is_synchronised() {
    TestEnv::with_sprint().session(expect![[r#"
        $ sprint sync
        ! error: sprints/leysin-2017 is not in a git repository: not a git repository (or any of the parent directories): .git
        ! hint: create one with `git init`, or copy that of the others with `git clone ADDRESS`
        [exit 1]
        $ PATH=$(dirname $(command -v sprint)) sprint sync
        ! error: git cannot be started: it does not exist
        ! hint: install git; only `sprint sync` needs it
        [exit 1]
    "#]]);
}

#[test]
fn without_another_repository_it_says_how_to_name_one() {
    TestEnv::with_sprint().session(expect![[r#"
        $ git init -q -b main && git config user.name Armin && git config user.email armin@example.org && sprint plan a && sprint sync
        1 planned: a
        ! error: the branch `main` has no upstream branch
        ! hint: `git remote add origin ADDRESS`, commit something, then `git push -u origin main` sends it there for the first time
        [exit 1]
        $ git init -q --bare ../$(basename $PWD)/hub.git && git remote add origin hub.git && sprint sync
        ! error: the branch `main` has no upstream branch
        ! hint: commit something, then `git push -u origin main` sends it there for the first time
        [exit 1]
        $ git add sprints && git commit -qm begin && sprint sync
        ! error: the branch `main` has no upstream branch
        ! hint: `git push -u origin main` sends it there for the first time, then sync again
        [exit 1]
        $ git push -q -u origin main && sprint plan b && sprint sync
        2 planned: b
        1 sent
        $ git status --short --branch sprints
        ## main...origin/main
    "#]]);
}

#[test]
fn a_state_that_git_is_in_is_left_to_the_user() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && git switch -q --detach && sprint sync
        1 planned: fix the leak
        ! error: no branch is checked out in this repository
        ! hint: check one out with `git switch BRANCH`, then sync again
        [exit 1]
        $ cd armin && git switch -q main && git switch -q -c side && sprint sync
        ! error: the branch `side` has no upstream branch
        ! hint: `git push -u origin side` sends it there for the first time, then sync again
        [exit 1]
        $ cd armin && git switch -q main && touch .git/MERGE_HEAD && sprint sync; rm .git/MERGE_HEAD
        ! error: a merge is in progress in this repository
        ! hint: finish it, or abort it with `git merge --abort`, then sync again
        $ cd armin && mkdir .git/rebase-merge && sprint sync; rmdir .git/rebase-merge
        ! error: a rebase is in progress in this repository
        ! hint: finish it, or abort it with `git rebase --abort`, then sync again
        $ cd armin && touch .git/BISECT_LOG && sprint sync; rm .git/BISECT_LOG
        ! error: a bisect is in progress in this repository
        ! hint: end it with `git bisect reset`, then sync again
        $ cd armin && flock .git/sprint-sync.lock sprint sync
        ! error: another `sprint sync` is running here
        ! hint: wait until it has ended
        [exit 1]
        $ cd armin && git config --global --unset user.name && git config --global --unset user.email && git config --global user.useConfigOnly true && sprint sync
        ! error: git has no name and address for your commits
        ! hint: `git config --global user.name NAME` and `git config --global user.email ADDRESS` set them
        [exit 1]
        $ cd armin && git status --short
        ?? sprints/hut/2017-02-27.toml
    "#]]);
}

#[test]
fn offline_everything_is_left_as_it_was() {
    sync_session(expect![[r#"
        $ mv hub.git away.git && cd armin && sprint plan fix the leak && sprint sync
        1 planned: fix the leak
        ! error: cannot fetch from origin: 'FOLDER/hub.git' does not appear to be a git repository
        ! hint: nothing was changed, here or there; what was recorded is sent by the next `sprint sync`
        [exit 1]
        $ cd armin && git status --short && git log --format=%s
        ?? sprints/hut/2017-02-27.toml
        hut: files of the sprint
        $ cd armin && git remote set-url origin http://127.0.0.1:1/hub.git && sprint sync 2>&1 | sed "s/after [0-9]* ms/after N ms/"
        error: cannot fetch from origin: unable to access 'http://127.0.0.1:1/hub.git/': Failed to connect to 127.0.0.1 port 1 after N ms: Couldn't connect to server
        hint: nothing was changed, here or there; what was recorded is sent by the next `sprint sync`
        $ mv away.git hub.git && cd armin && git remote set-url origin ../hub.git && sprint sync
        1 sent
    "#]]);
}

#[test]
fn a_rejected_password_is_reported() {
    let env = TestEnv::with_clones();
    let server = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = server.local_addr().expect("an address").port();
    thread::spawn(move || {
        for stream in server.incoming() {
            let mut stream = stream.expect("a caller");
            let mut request = [0; 4096];
            let _ = stream.read(&mut request);
            let refusal = "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"hut\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            stream.write_all(refusal.as_bytes()).expect("a listener");
        }
    });
    let address = format!("http://armin:wrong@127.0.0.1:{port}/hub.git");
    env.run(&format!("cd armin && git remote set-url origin {address}"));
    let seen = env.replay("$ cd armin && sprint plan fix the leak && sprint sync");
    expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint sync
        1 planned: fix the leak
        ! error: cannot fetch from origin: Authentication failed for 'http://127.0.0.1:PORT/hub.git/'
        ! hint: nothing was changed, here or there; what was recorded is sent by the next `sprint sync`
        [exit 1]
    "#]]
    .assert_eq(&seen.replace(&port.to_string(), "PORT"));
}

#[test]
fn a_hook_that_refuses_is_reported() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && printf '#!/bin/sh\ngit diff --cached --name-only; echo no commits today >&2; exit 1' > .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit && sprint sync
        1 planned: fix the leak
        ! error: the hook `pre-commit` refused: sprints/hut/2017-02-27.toml; no commits today
        ! hint: nothing was changed; fix what it names, then sync again
        [exit 1]
        $ cd armin && rm .git/hooks/pre-commit && printf '#!/bin/sh\necho "$(cat $1) (checked)" > $1' > .git/hooks/commit-msg && chmod +x .git/hooks/commit-msg
        $ printf '#!/bin/sh\nprintf "frozen \\033[31muntil Monday\\n"; exit 1' > hub.git/hooks/pre-receive && chmod +x hub.git/hooks/pre-receive && cd armin && sprint sync
        ! error: cannot push to origin: pre-receive hook declined: frozen \u{1b}[31muntil Monday
        ! hint: nothing was changed, here or there; what was recorded is sent by the next `sprint sync`
        [exit 1]
        $ cd armin && git status --short && git log --format=%s
        ?? sprints/hut/2017-02-27.toml
        hut: files of the sprint
        $ rm hub.git/hooks/pre-receive && cd armin && sprint sync && git log -1 --format=%B
        1 sent
        hut: 1 entry by armin

        plan 1 fix the leak (checked)

        $ cd armin && printf '#!/bin/sh\nexit 1' > .git/hooks/pre-push && chmod +x .git/hooks/pre-push && sprint plan b && sprint sync
        2 planned: b
        ! error: cannot push to origin: failed to push some refs to 'FOLDER/hub.git'
        ! hint: nothing was changed, here or there; what was recorded is sent by the next `sprint sync`
        [exit 1]
    "#]]);
}

#[test]
fn what_is_in_the_way_is_named_before_anything_is_sent() {
    sync_session(expect![[r#"
        $ cd anto && echo theirs > notes.txt && git add notes.txt && git commit -qm theirs && git push -q
        $ cd armin && echo own > notes.txt && sprint plan fix the leak && sprint sync
        1 planned: fix the leak
        ! error: what was fetched cannot be checked out: Untracked working tree file 'notes.txt' would be overwritten by merge.
        ! hint: commit your changes to other files or move them out of the way, then sync again
        [exit 1]
        $ cd armin && git add notes.txt && git commit -qm own && sprint sync
        ! error: your commits and those of others change the same lines of notes.txt
        ! hint: nothing was changed; commit your files of the sprint (`git add sprints`, `git commit`), resolve that with `git pull --no-rebase`, then sync again
        [exit 1]
        $ cd armin && git status --short && git -C ../hub.git log --format=%s
        ?? sprints/hut/2017-02-27.toml
        theirs
        hut: files of the sprint
        $ cd armin && git pull -q --no-rebase; sprint sync
        Auto-merging notes.txt
        CONFLICT (add/add): Merge conflict in notes.txt
        Automatic merge failed; fix conflicts and then commit the result.
        ! error: a merge is in progress in this repository
        ! hint: finish it, or abort it with `git merge --abort`, then sync again
        [exit 1]
    "#]]);
}

#[test]
fn words_that_git_could_take_for_options_are_not_options() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan -- --upload-pack=touch owned && sprint --by=--amend note -- -rf && sprint sync && git log -1 --format=%B && ls
        1 planned: --upload-pack=touch owned
        noted: -rf
        2 sent
        hut: 2 entries by --amend, armin

        plan 1 --upload-pack=touch owned
        note -rf

        sprints
        $ cd armin && git config branch.main.remote --upload-pack=touch\ owned && sprint plan b && sprint sync; ls
        2 planned: b
        sprints
        ! error: cannot fetch from --upload-pack=touch owned: strange pathname '--upload-pack=touch owned' blocked
        ! hint: nothing was changed, here or there; what was recorded is sent by the next `sprint sync`
    "#]]);
}

#[test]
fn ten_clones_at_once_lose_nothing_and_come_to_one_state() {
    const CLONES: usize = 10;
    const ROUNDS: usize = 1;
    let env = TestEnv::with_clones();
    let work = |clone: usize| {
        let folder = format!("clone-{clone}");
        let by = format!("SPRINT_BY=p{clone}");
        env.run(&format!("git clone -q hub.git {folder}"));
        for round in 0..ROUNDS {
            let seen = env.run(&format!(
                "cd {folder} && {by} sprint plan task {round} of {clone} && {by} sprint note and more && {by} sprint sync"
            ));
            assert!(seen.contains(" sent") && !seen.contains('!'), "{seen}");
        }
    };
    thread::scope(|scope| {
        for clone in 0..CLONES {
            scope.spawn(move || work(clone));
        }
    });

    // What came last, and who has to give up a number, is known to all after two rounds more.
    for _ in 0..2 {
        for clone in 0..CLONES {
            let seen = env.run(&format!(
                "cd clone-{clone} && SPRINT_BY=p{clone} sprint sync"
            ));
            assert!(!seen.contains("! error"), "{seen}");
        }
    }
    let one = env.run("cd clone-0 && sprint && sprint summary 2>/dev/null");
    for round in 0..ROUNDS {
        for clone in 0..CLONES {
            assert!(one.contains(&format!("task {round} of {clone}")), "{one}");
        }
    }
    for clone in 1..CLONES {
        let other = env.run(&format!(
            "cd clone-{clone} && sprint && sprint summary 2>/dev/null"
        ));
        assert_eq!(one, other, "of clone {clone}");
    }
    let numbers: BTreeSet<&str> = one
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split_once("  task "))
        .map(|(number, _)| number.trim())
        .collect();
    let all = CLONES * ROUNDS;
    assert_eq!(
        numbers
            .iter()
            .filter(|number| number.parse::<u32>().is_ok())
            .count(),
        all,
        "{one}"
    );
}

#[test]
fn what_is_recorded_during_a_sync_is_in_the_log_and_goes_with_the_next() {
    const ENTRIES: usize = 15;
    let env = TestEnv::with_clones();
    let in_clone = |clone: &str, command: &str| {
        let seen = env.run(&format!("cd {clone} && SPRINT_BY={clone} sprint {command}"));
        assert!(!seen.contains("! error"), "{seen}");
    };
    thread::scope(|scope| {
        for clone in ["armin", "anto"] {
            scope.spawn(move || {
                for place in 0..ENTRIES {
                    in_clone(clone, &format!("plan task {place} of {clone}"));
                }
            });
            scope.spawn(move || {
                for _ in 0..5 {
                    in_clone(clone, "sync");
                }
            });
        }
    });
    for clone in ["armin", "anto", "armin", "anto"] {
        in_clone(clone, "sync");
    }
    let boards = ["armin", "anto"]
        .map(|clone| env.run(&format!("cd {clone} && sprint check && sprint board")));
    assert_eq!(boards[0], boards[1]);
    for clone in ["armin", "anto"] {
        for place in 0..ENTRIES {
            let task = format!("task {place} of {clone} ");
            assert_eq!(
                boards[0].matches(&task).count(),
                1,
                "{task} in {}",
                boards[0]
            );
        }
    }
}

#[test]
fn the_settings_of_a_user_change_nothing() {
    sync_session(expect![[r#"
        $ git config --global merge.autoStash true && git config --global merge.verifySignatures true && git config --global branch.main.mergeOptions --squash && git config --global pull.rebase true && git config --global merge.conflictStyle zdiff3
        $ cd armin && echo one > own.txt && git add own.txt && git commit -qm own && echo staged > own.txt && git add own.txt && echo changed > own.txt
        $ cd anto && SPRINT_BY=anto sprint plan write a test && SPRINT_BY=anto sprint sync
        1 planned: write a test
        1 sent
        $ cd armin && sprint plan fix the leak && sprint sync && git status --short && git show :own.txt && git log --first-parent --format=%s
        1 planned: fix the leak
        1 sent, 1 received from 1 person
        MM own.txt
        staged
        Merge what was recorded in hut
        own
        hut: files of the sprint
    "#]]);
}

#[test]
fn variables_of_git_lead_to_no_other_repository() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && GIT_INDEX_FILE=other GIT_DIR=$PWD/../anto/.git GIT_WORK_TREE=$PWD/../anto sprint sync && git status --short && ls && git -C ../anto status --short
        1 planned: fix the leak
        1 sent
        sprints
    "#]]);
}

#[test]
fn links_lead_nothing_in_or_out() {
    sync_session(expect![[r#"
        $ mkdir secrets && echo secret > secrets/key && echo mine > target
        $ cd anto && ln -s ../../../secrets sprints/hut/photos && ln -s ../../../target sprints/hut/2017-02-26.toml && echo '00000q7f2m = { at = 2017-02-27T08:12:33+01:00, by = "eve", kind = "photo", file = "photos/key" }' >> sprints/hut/2017-02-27.toml
        $ cd anto && git add sprints && git commit -qm links && git push -q && SPRINT_BY=anto sprint sync
        ! error: sprints/hut/2017-02-26.toml is a symbolic link where a file belongs
        ! hint: nothing was recorded; a link is not followed: put the file itself there, or move the link away
        [exit 1]
        $ cd armin && sprint plan fix the leak && sprint sync; git -C ../hub.git ls-tree -r --name-only main; cat ../target
        1 planned: fix the leak
        1 sent, 1 received from 1 person
        sprints/.gitattributes
        sprints/.gitignore
        sprints/hut/2017-02-26.toml
        sprints/hut/2017-02-27.toml
        sprints/hut/photos
        sprints/hut/sprint.toml
        mine
        ! warning: sprints/hut/2017-02-26.toml: a symbolic link where a file belongs; it is not used
        ! hint: a link is not followed: put the file itself there, or move the link away
    "#]]);
}

#[test]
fn lines_of_other_files_are_not_merged() {
    sync_session(expect![[r#"
        $ cd anto && mkdir data && echo 'a = 1' > data/1.toml && git add data && git commit -qm data && git push -q && cd ../armin && git pull -q && cd ../anto && echo 'a = 3' > data/1.toml && git commit -qam three && git push -q
        $ cd armin && echo 'a = 2' > data/1.toml && git commit -qam two && sprint plan fix the leak && sprint sync
        1 planned: fix the leak
        ! error: your commits and those of others change the same lines of data/1.toml
        ! hint: nothing was changed; commit your files of the sprint (`git add sprints`, `git commit`), resolve that with `git pull --no-rebase`, then sync again
        [exit 1]
        $ cd armin && git status --short && cat data/1.toml
        ?? sprints/hut/2017-02-27.toml
        a = 2
    "#]]);
}

#[test]
fn a_branch_that_is_gone_is_not_brought_back_with_own_commits() {
    sync_session(expect![[r#"
        $ cd armin && echo own > own.txt && git add own.txt && git commit -qm own && git -C ../hub.git update-ref -d refs/heads/main && sprint plan fix the leak && sprint sync
        1 planned: fix the leak
        ! error: the branch `main` is not in origin
        ! hint: `git push origin HEAD:main` sends it there, with your own commits; then sync again
        [exit 1]
        $ git -C hub.git branch --list; cd armin && git tag main && git push -q origin refs/heads/main && sprint sync
        1 sent
        $ cd armin && git switch -q -c side -t main 2>/dev/null; git branch -q --set-upstream-to=heads/main && sprint sync
        nothing to send, nothing received
        ! warning: not setting branch 'main' as its own upstream
    "#]]);
}

#[test]
fn what_git_is_told_to_ignore_is_not_sent() {
    sync_session(expect![[r#"
        $ cd armin && echo '2017-02-28*' >> .git/info/exclude && sprint --day 2017-02-28 plan fix the leak && sprint sync
        1 planned: fix the leak
        ! remark: 2017-02-28 00:00 is in the future
        ! error: git ignores sprints/hut/2017-02-28.toml
        ! hint: nothing was changed; remove it from .gitignore, or `git add --force` it, then sync again
        [exit 1]
    "#]]);
}

#[test]
fn another_git_at_work_is_waited_for_by_the_user() {
    sync_session(expect![[r#"
        $ cd armin && touch .git/index.lock && sprint plan fix the leak && sprint sync; rm .git/index.lock
        1 planned: fix the leak
        ! error: another git process is running in this repository
        ! hint: wait until it has ended; if there is none, delete FOLDER/armin/.git/index.lock
        $ cd armin && printf '#!/bin/sh\ngit switch -q -c other' > .git/hooks/pre-push && chmod +x .git/hooks/pre-push && sprint sync
        ! error: the local branch was not updated: what was fetched cannot be checked out: another branch or commit was checked out meanwhile
        ! hint: what was recorded has been sent; fix that, then sync again
        [exit 1]
        $ cd armin && rm .git/hooks/pre-push && git switch -q main && sprint sync && git status --short --branch
        nothing to send, nothing received
        ## main...origin/main
    "#]]);
}

#[test]
fn what_is_cut_off_stays_at_home() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && printf '2-k7f2m9 = { at = 2017-02-27T09' >> sprints/hut/2017-02-27.toml
        1 planned: fix the leak
        $ cd anto && SPRINT_BY=anto sprint plan write a test && SPRINT_BY=anto sprint sync
        1 planned: write a test
        1 sent
        $ cd armin && sprint sync && tail -c 32 sprints/hut/2017-02-27.toml && git show HEAD:sprints/hut/2017-02-27.toml | tail -n 1
        1 sent, 1 received from 1 person
        "plan", text = "fix the leak" }
        1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" }
        ! remark: a line that was cut off while it was written was moved to sprints/hut/2017-02-27.toml.cut
    "#]]);
}

#[test]
fn what_was_changed_by_hand_is_reported() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint plan write a test && sprint sync && cd ../anto && SPRINT_BY=anto sprint sync
        1 planned: fix the leak
        2 planned: write a test
        2 sent
        2 received from 1 person
        $ cd armin && sed -i 3d sprints/hut/2017-02-27.toml && sprint sync
        1 came back
        ! remark: 1 entry that was missing here came back: plan 2 write a test
        $ cd anto && SPRINT_BY=anto sprint sync && sprint
        nothing to send, nothing received
        hut · Monday, 27 February 2017
          1  fix the leak  nobody
          2  write a test  nobody
    "#]]);
}

#[test]
fn a_photo_that_was_taken_back_stays_at_home() {
    sync_session(expect![[r#"
        $ cd armin && cp $PHOTOS/team.jpg . && sprint photo team.jpg && sprint undo && sprint sync && git ls-files sprints/hut
        photo: photos/team-vqk884tnx2.jpg
        took back: photo photos/team-vqk884tnx2.jpg (`sprint undo tc1jdyvndx` reverses that)
        2 sent
        sprints/hut/2017-02-27.toml
        sprints/hut/sprint.toml
    "#]]);
}

#[test]
fn where_nothing_was_begun_it_says_how_others_come_in() {
    sync_session(expect![[r#"
        $ mkdir empty && cd empty && sprint sync
        ! error: there is no sprint here yet
        ! hint: `git pull` gets what others have begun, `git checkout HEAD -- sprints` brings back what was deleted here and `git checkout @{u} -- sprints` what was deleted in a commit, `sprint init NAME` begins one
        [exit 1]
        $ git init -q --bare late.git && git clone -q late.git late 2>/dev/null; cd armin && git push -q ../late.git main; cd ../late && sprint init hut && sprint sync
        created: sprints/hut  | from Monday, 27 February 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        nothing to send, nothing received
        ! remark: your changes to sprints/hut/sprint.toml are not sent
        ! hint: commit and push them with git
    "#]]);
}

#[test]
fn of_somebody_who_joined_later_under_another_nick_the_number_is_settled_too() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak --at 08:10 && sprint sync
        1 planned: fix the leak
        1 sent
        $ cd anto && SPRINT_BY=anto sprint plan write a test --at 08:20 && SPRINT_BY=anto sprint join Antonio Cuni --nick Tonio --also anto && SPRINT_BY=anto sprint sync
        1 planned: write a test
        joined: Antonio Cuni (Tonio; also anto)
        2 sent, 1 received from 1 person
        your 1 is now 2: write a test
        1 sent
    "#]]);
}

#[test]
fn over_ssh_the_reason_is_shown() {
    sync_session(expect![[r#"
        $ cd armin && git remote set-url origin ssh://nobody@localhost/hub.git && sprint plan fix the leak && GIT_SSH_COMMAND='sh -c "echo Permission denied \(publickey\). >&2; exit 255"' sprint sync
        1 planned: fix the leak
        ! error: cannot fetch from origin: Permission denied (publickey).; Could not read from remote repository.
        ! hint: nothing was changed, here or there; what was recorded is sent by the next `sprint sync`
        [exit 1]
    "#]]);
}

#[test]
fn logs_are_merged_wherever_they_lie_and_whatever_git_was_told() {
    sync_session(expect![[r#"
        $ cd armin && mkdir 'a [b] "c\d*' && cd a* && export SPRINT_DIR=. && sprint init tent >/dev/null && rm sprints/.gitattributes && sprint -s tent plan fix the leak && sprint -s tent sync
        1 planned: fix the leak
        1 sent with 2 files
        $ cd anto && git pull -q && cd a* && export SPRINT_DIR=. SPRINT_BY=anto && sprint -s tent plan write a test && sprint -s tent sync
        2 planned: write a test
        1 sent
        $ cd armin/a* && export SPRINT_DIR=. && sprint -s tent plan run a test && sprint -s tent sync && sprint -s tent && git status --short
        2 planned: run a test
        1 sent, 1 received from 1 person
        your 2 is now 3: run a test
        1 sent
        tent · Monday, 27 February 2017
          1  fix the leak  nobody
          2  write a test  nobody
          3  run a test    nobody
    "#]]);
}

#[test]
fn a_file_that_is_ignored_here_is_not_overwritten() {
    sync_session(expect![[r#"
        $ cd anto && echo theirs > notes && mkdir dir && echo theirs > dir/notes && git add notes dir && git commit -qm theirs && git push -q
        $ cd armin && printf 'notes\ndir\n' >> .git/info/exclude && echo mine > notes && sprint plan fix the leak && sprint sync
        1 planned: fix the leak
        ! error: what was fetched cannot be checked out: notes is in the way, a file that git does not know
        ! hint: commit your changes to other files or move them out of the way, then sync again
        [exit 1]
        $ cd armin && cat notes && git -C ../hub.git log --format=%s && mv notes ../notes && echo mine > dir && sprint sync
        mine
        theirs
        hut: files of the sprint
        ! error: what was fetched cannot be checked out: dir is in the way, a file that git does not know
        ! hint: commit your changes to other files or move them out of the way, then sync again
        [exit 1]
        $ cd armin && cat dir && rm dir && mkdir -p dir/notes && echo mine > dir/notes/mine && sprint sync
        mine
        ! error: what was fetched cannot be checked out: dir/notes/mine is in the way, a file that git does not know
        ! hint: commit your changes to other files or move them out of the way, then sync again
        [exit 1]
        $ cd armin && cat dir/notes/mine && mv dir ../dir && sprint sync && cat notes dir/notes
        mine
        1 sent
        theirs
        theirs
    "#]]);
}
