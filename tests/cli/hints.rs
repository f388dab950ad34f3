//! Hints of `sprint sync`, each followed to the letter: then `sync` works and nothing is lost.

use expect_test::expect;

use crate::support::{people_session, session, sync_session, synced_session};

#[test]
fn a_folder_that_was_renamed_here_gets_its_name_back() {
    synced_session(expect![[r#"
        $ cd armin && mv sprints/hut sprints/hut-2017 && sprint note Here. && sprint sync
        noted: Here.
        ! error: the sprint in sprints/hut-2017 is in sprints/hut in origin/main
        ! hint: nothing was changed; `mv sprints/hut-2017 sprints/hut` moves it there; then sync again
        [exit 1]
        $ cd armin && mv sprints/hut-2017 sprints/hut && sprint sync && git status --short
        1 sent
        $ cd armin && git mv sprints/hut sprints/hut-2017 && sprint note There. && sprint sync
        noted: There.
        ! error: the sprint in sprints/hut-2017 is in sprints/hut in origin/main
        ! hint: nothing was changed; `git mv sprints/hut-2017 sprints/hut` moves it there; then sync again. To rename it for everybody, commit that and push it with git
        [exit 1]
        $ cd armin && git mv sprints/hut-2017 sprints/hut && sprint sync && git status --short
        1 sent
        $ cd armin && git mv sprints/hut sprints/hut-2017 && git commit -qm renamed && sprint note Everywhere. && sprint sync
        noted: Everywhere.
        ! error: the sprint in sprints/hut-2017 is in sprints/hut in origin/main
        ! hint: nothing was changed; `git mv sprints/hut-2017 sprints/hut` and `git commit -m renamed` move it there; then sync again
        [exit 1]
        $ cd armin && git mv sprints/hut-2017 sprints/hut && git commit -qm renamed && sprint sync && git status --short
        1 sent
        $ cd anto && sprint sync && sprint log | grep -c note && ls sprints
        3 received from 1 person
        3
        hut
    "#]]);
}

#[test]
fn a_folder_that_others_renamed_gets_its_name_here() {
    synced_session(expect![[r#"
        $ cd armin && git mv sprints/hut sprints/hut-2017 && git commit -qm renamed && git push -q && sprint note Here. && sprint sync
        noted: Here.
        1 sent
        $ cd anto && SPRINT_BY=anto sprint note There. && SPRINT_BY=anto sprint note Tomorrow. --day 2017-02-28 && sprint sync
        noted: There.
        noted: Tomorrow.
        ! remark: 2017-02-28 00:00 is in the future
        ! error: the sprint in sprints/hut is in sprints/hut-2017 in origin/main
        ! hint: nothing was changed; `git mv sprints/hut sprints/hut-2017` and `git commit -m renamed` move it there; then sync again
        [exit 1]
        $ cd anto && git mv sprints/hut sprints/hut-2017 && git commit -qm renamed && sprint sync && git status --short && ls sprints
        2 sent, 1 received from 1 person
        hut-2017
        $ cd armin && sprint sync && git ls-files sprints && sprint log | grep -c note
        2 received from 1 person
        sprints/.gitattributes
        sprints/.gitignore
        sprints/hut-2017/2017-02-27.toml
        sprints/hut-2017/2017-02-28.toml
        sprints/hut-2017/sprint.toml
        2
    "#]]);
}

#[test]
fn both_sides_may_rename_the_folder_to_one_name() {
    synced_session(expect![[r#"
        $ cd armin && git mv sprints/hut sprints/hut-2017 && git commit -qm renamed && git push -q && sprint note Here. && sprint sync
        noted: Here.
        1 sent
        $ cd anto && mv sprints/hut sprints/hut-2017 && SPRINT_BY=anto sprint note There. && sprint sync && git status --short
        noted: There.
        1 sent, 1 received from 1 person
        $ cd armin && sprint sync && git ls-files sprints && sprint log | grep -c note
        1 received from 1 person
        sprints/.gitattributes
        sprints/.gitignore
        sprints/hut-2017/2017-02-27.toml
        sprints/hut-2017/sprint.toml
        2
    "#]]);
}

#[test]
fn both_sides_may_rename_the_folder_to_two_names() {
    synced_session(expect![[r#"
        $ cd armin && git mv sprints/hut sprints/hut-2017 && git commit -qm renamed && git push -q && sprint note Here. && sprint sync
        noted: Here.
        1 sent
        $ cd anto && git mv sprints/hut sprints/cabin && git commit -qm renamed && SPRINT_BY=anto sprint note There. && sprint sync
        noted: There.
        ! error: the sprint in sprints/cabin is in sprints/hut-2017 in origin/main
        ! hint: nothing was changed; `git mv sprints/cabin sprints/hut-2017` and `git commit -m renamed` move it there; then sync again
        [exit 1]
        $ cd anto && git mv sprints/cabin sprints/hut-2017 && git commit -qm renamed && sprint sync && git status --short && ls sprints
        1 sent, 1 received from 1 person
        hut-2017
        $ cd armin && sprint sync && git ls-files sprints && sprint log | grep -c note
        1 received from 1 person
        sprints/.gitattributes
        sprints/.gitignore
        sprints/hut-2017/2017-02-27.toml
        sprints/hut-2017/sprint.toml
        2
    "#]]);
}

#[test]
fn both_sides_may_rename_the_folder_to_two_names_without_a_word_to_git() {
    synced_session(expect![[r#"
        $ cd armin && git mv sprints/hut sprints/hut-2017 && git commit -qm renamed && git push -q && sprint note Here. && sprint sync
        noted: Here.
        1 sent
        $ cd anto && mv sprints/hut sprints/cabin && SPRINT_BY=anto sprint note There. && sprint sync
        noted: There.
        ! error: the sprint in sprints/cabin is in sprints/hut-2017 in origin/main
        ! hint: nothing was changed; `mv sprints/cabin sprints/hut-2017` moves it there; then sync again
        [exit 1]
        $ cd anto && mv sprints/cabin sprints/hut-2017 && sprint sync && git status --short && ls sprints
        1 sent, 1 received from 1 person
        hut-2017
        $ cd armin && sprint sync && git ls-files sprints && sprint log | grep -c note
        1 received from 1 person
        sprints/.gitattributes
        sprints/.gitignore
        sprints/hut-2017/2017-02-27.toml
        sprints/hut-2017/sprint.toml
        2
    "#]]);
}

#[test]
fn a_copy_of_a_sprint_is_not_sent_as_another() {
    synced_session(expect![[r#"
        $ cd armin && cp -r sprints/hut sprints/zoo && sprint -s zoo note Here. && sprint -s zoo sync
        noted: Here.
        ! error: the sprint in sprints/zoo is in sprints/hut in origin/main
        ! hint: nothing was changed; sprints/hut also exists here: `cat sprints/zoo/2017-02-27.toml >> sprints/hut/2017-02-27.toml` adds what was not sent to it; then move sprints/zoo out of the journal, and sync again
        [exit 1]
        $ cd armin && cat sprints/zoo/2017-02-27.toml >> sprints/hut/2017-02-27.toml && mv sprints/zoo .. && sprint sync && git -C ../hub.git ls-tree -r --name-only main
        1 sent, 1 log brought up to date
        sprints/.gitattributes
        sprints/.gitignore
        sprints/hut/2017-02-27.toml
        sprints/hut/sprint.toml
    "#]]);
}

#[test]
fn a_copy_that_was_there_before_is_no_other_name() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint sync && mkdir backup && cp sprints/hut/2017-02-27.toml backup && git add backup && git commit -qm backup && git push -q && cd ../anto && sprint sync
        1 planned: fix the leak
        1 sent
        1 received from 1 person
        $ cd armin && : > sprints/hut/2017-02-27.toml && git commit -qam emptied && git push -q && cd ../anto && sprint sync && cd ../armin && sprint sync
        1 sent again
        1 received from 1 person
        ! remark: 1 entry that was missing in what others pushed was sent again: plan 1 fix the leak
    "#]]);
}

#[test]
fn a_sprint_that_somebody_deleted_comes_back() {
    synced_session(expect![[r#"
        $ cd anto && git rm -qr sprints/hut && git commit -qm deleted && git push -q && cd ../armin && sprint sync
        1 file sent, 2 sent again
        ! remark: 2 entries that were missing in what others pushed were sent again: plan 1 fix the leak; plan 2 write a test
        $ cd armin && git status --short && git ls-files sprints && cd ../anto && sprint sync
        sprints/.gitattributes
        sprints/.gitignore
        sprints/hut/2017-02-27.toml
        sprints/hut/sprint.toml
        ! error: there is no sprint here yet
        ! hint: `git pull` gets what others have begun, `git checkout HEAD -- sprints` brings back what was deleted here and `git checkout @{u} -- sprints` what was deleted in a commit, `sprint init NAME` begins one
        [exit 1]
        $ cd anto && git pull -q && sprint sync && sprint
        nothing to send, nothing received
        hut · Monday, 27 February 2017
          1  fix the leak  nobody
          2  write a test  nobody
    "#]]);
}

#[test]
fn a_branch_may_follow_one_of_another_name() {
    sync_session(expect![[r#"
        $ git -C hub.git branch -q -m main trunk && git -C armin branch -q --unset-upstream && cd armin && git fetch -q && git branch -q -u origin/trunk && sprint plan fix the leak && sprint sync
        1 planned: fix the leak
        1 sent
        $ cd armin && git -C ../hub.git update-ref -d refs/heads/trunk && sprint plan write a test && sprint sync
        2 planned: write a test
        ! error: the branch `trunk` is not in origin
        ! hint: `git push origin HEAD:trunk` sends it there, with your own commits; then sync again
        [exit 1]
        $ cd armin && git push -q origin HEAD:trunk && sprint sync && git -C ../hub.git branch
        1 sent
        * trunk
    "#]]);
}

#[test]
fn a_branch_that_is_there_already_is_followed() {
    sync_session(expect![[r#"
        $ cd anto && SPRINT_BY=anto sprint plan write a test && sprint sync && cd ../armin && git branch --unset-upstream && git remote add another ../hub.git && sprint plan fix the leak && sprint sync
        1 planned: write a test
        1 sent
        1 planned: fix the leak
        ! error: the branch `main` has no upstream branch
        ! hint: `git config branch.main.remote origin` and `git config branch.main.merge refs/heads/main` make it follow `main` there; then sync again
        [exit 1]
        $ cd armin && git config branch.main.remote origin && git config branch.main.merge refs/heads/main && sprint sync && sprint
        1 sent, 1 received from 1 person
        hut · Monday, 27 February 2017
          1a  fix the leak  nobody
          1b  write a test  nobody
    "#]]);
}

#[test]
fn two_sprints_that_began_apart_are_merged() {
    sync_session(expect![[r#"
        $ cd anto && SPRINT_BY=anto sprint plan write a test && sprint sync
        1 planned: write a test
        1 sent
        $ mkdir late && cd late && git init -q && sprint init hut --title Hut >/dev/null && sprint plan fix the leak && sprint sync
        1 planned: fix the leak
        ! error: the branch `main` has no upstream branch
        ! hint: `git remote add origin ADDRESS`, commit something, then `git push -u origin main` sends it there for the first time
        [exit 1]
        $ cd late && git remote add origin ../hub.git && sprint sync
        ! error: the branch `main` has no upstream branch
        ! hint: `git config branch.main.remote origin` and `git config branch.main.merge refs/heads/main` make it follow `main` there; then sync again
        [exit 1]
        $ cd late && git config branch.main.remote origin && git config branch.main.merge refs/heads/main && sprint sync && git status --short
        1 sent, 1 received from 1 person
         M sprints/hut/sprint.toml
        ! remark: your changes to sprints/hut/sprint.toml are not sent
        ! hint: commit and push them with git
        $ cd late && git checkout -q sprints/hut/sprint.toml && sprint sync && cd ../anto && sprint sync && sprint && cmp sprints/hut/2017-02-27.toml ../late/sprints/hut/2017-02-27.toml
        nothing to send, nothing received
        1 received from 1 person
        hut · Monday, 27 February 2017
          1a  fix the leak  nobody
          1b  write a test  nobody
    "#]]);
}

#[test]
fn two_histories_that_began_apart_are_merged() {
    sync_session(expect![[r#"
        $ cd anto && SPRINT_BY=anto sprint plan write a test && sprint sync
        1 planned: write a test
        1 sent
        $ mkdir late && cd late && git init -q && sprint init hut --title Hut >/dev/null && sprint plan fix the leak && git add sprints && git commit -qm begun && git remote add origin ../hub.git && sprint sync
        1 planned: fix the leak
        ! error: the branch `main` has no upstream branch
        ! hint: `git config branch.main.remote origin` and `git config branch.main.merge refs/heads/main` make it follow `main` there; then sync again
        [exit 1]
        $ cd late && git config branch.main.remote origin && git config branch.main.merge refs/heads/main && sprint note Here. && sprint sync
        noted: Here.
        ! error: your commits and those of others change the same lines of sprints/hut/sprint.toml
        ! hint: nothing was changed; commit your files of the sprint (`git add sprints`, `git commit`), resolve that with `git pull --no-rebase --allow-unrelated-histories`, then sync again
        [exit 1]
        $ cd late && git add sprints && git commit -qm own; git pull --no-rebase --allow-unrelated-histories 2>&1 | tail -n 3; sprint sync
        Auto-merging sprints/hut/sprint.toml
        CONFLICT (add/add): Merge conflict in sprints/hut/sprint.toml
        Automatic merge failed; fix conflicts and then commit the result.
        ! error: a merge is in progress in this repository
        ! hint: finish it, or abort it with `git merge --abort`, then sync again
        [exit 1]
        $ cd late && git checkout -q --theirs sprints/hut/sprint.toml && git add sprints && git commit -qm merged && sprint sync
        2 sent
        $ cd anto && sprint sync && sprint && cmp sprints/hut/2017-02-27.toml ../late/sprints/hut/2017-02-27.toml && cd ../late && git status --short
        2 received from 1 person
        hut · Monday, 27 February 2017
          1a  fix the leak  nobody
          1b  write a test  nobody
    "#]]);
}

#[test]
fn a_repository_is_made_and_trusted() {
    session(expect![[r#"
        $ git config --global user.name Armin && git config --global user.email armin@example.org && git config --global init.defaultBranch main && git init -q --bare hub.git && mkdir hut && cd hut && sprint init hut >/dev/null && sprint plan fix the leak && sprint sync
        1 planned: fix the leak
        ! error: sprints/hut is not in a git repository: not a git repository (or any of the parent directories): .git
        ! hint: create one with `git init`, or copy that of the others with `git clone ADDRESS`
        [exit 1]
        $ cd hut && git init && sprint sync
        Initialized empty Git repository in FOLDER/hut/.git/
        ! error: the branch `main` has no upstream branch
        ! hint: `git remote add origin ADDRESS`, commit something, then `git push -u origin main` sends it there for the first time
        [exit 1]
        $ cd hut && git remote add origin ../hub.git && git add sprints && git commit -qm begun && git push -q -u origin main && sprint plan write a test && sprint sync
        2 planned: write a test
        1 sent
        $ cd hut && sprint note Here. && GIT_TEST_ASSUME_DIFFERENT_OWNER=1 sprint sync
        noted: Here.
        ! error: sprints/hut is not in a git repository: detected dubious ownership in repository at 'FOLDER/hut'
        ! hint: `git config --global --add safe.directory FOLDER/hut` makes git trust it
        [exit 1]
        $ cd hut && git config --global --add safe.directory $PWD && GIT_TEST_ASSUME_DIFFERENT_OWNER=1 git status --short && sprint sync
         M sprints/hut/2017-02-27.toml
        1 sent
    "#]]);
}

#[test]
fn what_is_under_way_is_finished_or_given_up() {
    sync_session(expect![[r#"
        $ cd anto && echo theirs > notes && git add notes && git commit -qm theirs && git push -q && cd ../armin && echo own > notes && git add notes && git commit -qm own && sprint plan fix the leak
        1 planned: fix the leak
        $ cd armin && git pull -q --no-rebase >/dev/null 2>&1; sprint sync
        ! error: a merge is in progress in this repository
        ! hint: finish it, or abort it with `git merge --abort`, then sync again
        [exit 1]
        $ cd armin && git merge --abort && sprint sync
        ! error: your commits and those of others change the same lines of notes
        ! hint: nothing was changed; commit your files of the sprint (`git add sprints`, `git commit`), resolve that with `git pull --no-rebase`, then sync again
        [exit 1]
        $ cd armin && git add sprints && git commit -qm logs; git pull -q --no-rebase >/dev/null 2>&1; echo both > notes && git add notes && git commit -qm both && sprint sync && git status --short --branch
        1 sent
        ## main...origin/main [ahead 4]
        $ cd anto && SPRINT_BY=anto sprint plan write a test && sprint sync && git bisect start -q && sprint sync
        1 planned: write a test
        1 sent, 1 received from 1 person
        status: waiting for both good and bad commits
        ! error: a bisect is in progress in this repository
        ! hint: end it with `git bisect reset`, then sync again
        [exit 1]
        $ cd anto && git bisect reset 2>/dev/null && sprint note Here. && sprint sync && git switch -q --detach && sprint note There. && sprint sync
        Your branch is up to date with 'origin/main'.
        noted: Here.
        1 sent
        noted: There.
        ! error: no branch is checked out in this repository
        ! hint: check one out with `git switch BRANCH`, then sync again
        [exit 1]
        $ cd anto && git switch -q main && sprint sync
        1 sent
    "#]]);
}

#[test]
fn what_is_in_the_way_is_committed_or_moved() {
    sync_session(expect![[r#"
        $ cd anto && echo theirs > notes && echo theirs > more && git add notes more && git commit -qm theirs && git push -q && cd ../armin && echo own > notes && echo theirs > more && sprint plan fix the leak && sprint sync
        1 planned: fix the leak
        ! error: what was fetched cannot be checked out: Untracked working tree file 'more' would be overwritten by merge.
        ! hint: commit your changes to other files or move them out of the way, then sync again
        [exit 1]
        $ cd armin && mv notes more .. && sprint sync && git status --short
        1 sent
        $ cd anto && sprint sync && echo changed > notes && git commit -qam changed && git push -q && cd ../armin && echo dirty > notes && sprint note Here. && sprint sync
        1 received from 1 person
        noted: Here.
        ! error: what was fetched cannot be checked out: Entry 'notes' not uptodate. Cannot merge.
        ! hint: commit your changes to other files or move them out of the way, then sync again
        [exit 1]
        $ cd armin && git commit -qam own && sprint sync
        ! error: your commits and those of others change the same lines of notes
        ! hint: nothing was changed; commit your files of the sprint (`git add sprints`, `git commit`), resolve that with `git pull --no-rebase`, then sync again
        [exit 1]
    "#]]);
}

#[test]
fn what_is_ignored_is_added_by_force() {
    sync_session(expect![[r#"
        $ cd armin && echo '2017-02-27*' >> .git/info/exclude && sprint plan fix the leak && sprint sync
        1 planned: fix the leak
        ! error: git ignores sprints/hut/2017-02-27.toml
        ! hint: nothing was changed; remove it from .gitignore, or `git add --force` it, then sync again
        [exit 1]
        $ cd armin && git add --force sprints/hut/2017-02-27.toml && sprint sync && git status --short
        1 sent
    "#]]);
}

#[test]
fn a_lock_that_nobody_holds_is_deleted() {
    sync_session(expect![[r#"
        $ cd armin && touch .git/index.lock && sprint plan fix the leak && sprint sync
        1 planned: fix the leak
        ! error: another git process is running in this repository
        ! hint: wait until it has ended; if there is none, delete FOLDER/armin/.git/index.lock
        [exit 1]
        $ rm armin/.git/index.lock && cd armin && sprint sync
        1 sent
    "#]]);
}

#[test]
fn where_nothing_is_here_it_is_pulled_or_brought_back() {
    sync_session(expect![[r#"
        $ git init -q --bare new.git && git clone -q new.git early 2>/dev/null && git -C early commit -q --allow-empty -m begun && git -C early push -q && git clone -q new.git late && cd late && sprint init hut >/dev/null && sprint plan fix the leak && sprint sync
        1 planned: fix the leak
        1 sent with 3 files
        $ cd early && sprint sync
        ! error: there is no sprint here yet
        ! hint: `git pull` gets what others have begun, `git checkout HEAD -- sprints` brings back what was deleted here and `git checkout @{u} -- sprints` what was deleted in a commit, `sprint init NAME` begins one
        [exit 1]
        $ cd early && git pull -q && sprint sync
        nothing to send, nothing received
        $ cd early && git rm -rq sprints && sprint sync
        ! error: there is no sprint here yet
        ! hint: `git pull` gets what others have begun, `git checkout HEAD -- sprints` brings back what was deleted here and `git checkout @{u} -- sprints` what was deleted in a commit, `sprint init NAME` begins one
        [exit 1]
        $ cd early && git checkout -q HEAD -- sprints && sprint sync
        nothing to send, nothing received
        $ cd early && rm -r sprints/hut && sprint sync
        ! error: there is no sprint here yet
        ! hint: `git pull` gets what others have begun, `git checkout HEAD -- sprints` brings back what was deleted here and `git checkout @{u} -- sprints` what was deleted in a commit, `sprint init NAME` begins one
        [exit 1]
        $ cd early && git checkout -q HEAD -- sprints && sprint sync && git status --short
        nothing to send, nothing received
    "#]]);
}

#[test]
fn a_journal_that_was_moved_as_a_whole_is_moved_here_too() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint sync && cd ../anto && sprint sync
        1 planned: fix the leak
        1 sent
        1 received from 1 person
        $ cd armin && mkdir notes && git mv sprints notes && git commit -qm moved && git push -q && cd notes && sprint note Here. && sprint sync
        noted: Here.
        1 sent
        $ cd anto && SPRINT_BY=anto sprint note There. && sprint sync
        noted: There.
        ! error: the sprint in sprints/hut is in FOLDER/anto/notes/sprints/hut in origin/main
        ! hint: nothing was changed; `mkdir -p FOLDER/anto/notes/sprints` and `git mv sprints/hut FOLDER/anto/notes/sprints/hut` and `git commit -m renamed` move it there; then sync again
        [exit 1]
        $ cd anto && mkdir -p $PWD/notes/sprints && git mv sprints/hut $PWD/notes/sprints/hut && git commit -qm renamed && cd notes && sprint sync && git status --short
        1 sent, 1 received from 1 person
        $ cd armin/notes && sprint sync && git ls-files
        1 received from 1 person
        sprints/.gitattributes
        sprints/.gitignore
        sprints/hut/2017-02-27.toml
        sprints/hut/sprint.toml
    "#]]);
}

#[test]
fn git_is_told_who_commits() {
    sync_session(expect![[r#"
        $ cd armin && git config --global --unset user.name && git config --global --unset user.email && git config --global user.useConfigOnly true && sprint plan fix the leak && sprint sync
        1 planned: fix the leak
        ! error: git has no name and address for your commits
        ! hint: `git config --global user.name NAME` and `git config --global user.email ADDRESS` set them
        [exit 1]
        $ cd armin && git config --global user.name NAME && git config --global user.email ADDRESS && sprint sync && git log -1 --format='%an %ae'
        1 sent
        NAME ADDRESS
    "#]]);
}

#[test]
fn files_that_git_could_not_merge_are_settled() {
    sync_session(expect![[r#"
        $ cd anto && echo theirs > notes && git add notes && git commit -qm theirs && git push -q && cd ../armin && git pull -q && cd ../anto && echo more > notes && git commit -qam more && git push -q
        $ cd armin && sprint plan fix the leak && echo own > notes && git stash -q && git pull -q && git stash pop -q >/dev/null 2>&1; sprint sync
        1 planned: fix the leak
        ! error: git could not merge notes
        ! hint: resolve what git has marked in the text, then `git add notes`, then sync again
        [exit 1]
        $ cd armin && echo both > notes && git add notes && sprint sync
        1 sent
    "#]]);
}

#[test]
fn what_is_left_of_a_folder_is_not_a_sprint_of_that_name() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint sync && cd ../anto && SPRINT_BY=anto sprint note Here. && sprint sync && cd ../armin && sprint sync
        1 planned: fix the leak
        1 sent
        noted: Here.
        1 sent, 1 received from 1 person
        1 received from 1 person
        $ cd armin && git mv sprints/hut sprints/hutte && git commit -qm renamed && git push -q && cd ../anto && git pull -q && ls -A sprints/hut && cd ../armin && rm -rf sprints/hut && git mv sprints/hutte sprints/hut && git commit -qm back && git push -q
        .lock
        $ cd anto && SPRINT_BY=anto sprint plan write a test && sprint sync
        2 planned: write a test
        ! error: the sprint in sprints/hutte is in sprints/hut in origin/main
        ! hint: nothing was changed; `mv sprints/hut sprints/hut.old` and `git mv sprints/hutte sprints/hut` and `git commit -m renamed` move it there; then sync again
        [exit 1]
        $ cd anto && mv sprints/hut sprints/hut.old && git mv sprints/hutte sprints/hut && git commit -qm renamed && sprint sync && git status --short && sprint
        1 sent
        hut · Monday, 27 February 2017
          1  fix the leak  nobody
          2  write a test  nobody
        $ cd armin && sprint sync && sprint list
        1 received from 1 person
        sprint  title  from        to
        hut     hut    2017-02-26  2017-03-04  current
    "#]]);
}

#[test]
fn where_both_folders_are_here_nothing_unsent_is_moved_away() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint sync && cd ../anto && sprint sync && cp -r sprints/hut sprints/hutte && SPRINT_BY=anto sprint plan write a test --sprint hut
        1 planned: fix the leak
        1 sent
        1 received from 1 person
        2 planned: write a test
        $ cd armin && git mv sprints/hut sprints/hutte && git commit -qm renamed && git push -q && cd ../anto && sprint sync --sprint hut
        ! error: the sprint in sprints/hut is in sprints/hutte in origin/main
        ! hint: nothing was changed; sprints/hutte also exists here: `cat sprints/hut/2017-02-27.toml >> sprints/hutte/2017-02-27.toml` adds what was not sent to it; then move sprints/hut out of the journal, and sync again
        [exit 1]
        $ cd anto && cat sprints/hut/2017-02-27.toml >> sprints/hutte/2017-02-27.toml && mv sprints/hut .. && sprint sync && sprint
        1 sent, 1 log brought up to date
        hut · Monday, 27 February 2017
          1  fix the leak  nobody
          2  write a test  nobody
    "#]]);
}

#[test]
fn a_journal_that_was_deleted_in_a_commit_comes_back() {
    sync_session(expect![[r#"
        $ cd armin && sprint plan fix the leak && sprint sync && git rm -qr sprints && git commit -qm deleted && rm -rf sprints && sprint sync
        1 planned: fix the leak
        1 sent
        ! error: there is no sprint here yet
        ! hint: `git pull` gets what others have begun, `git checkout HEAD -- sprints` brings back what was deleted here and `git checkout @{u} -- sprints` what was deleted in a commit, `sprint init NAME` begins one
        [exit 1]
        $ cd armin && git checkout -q @{u} -- sprints && sprint sync && git status --short && sprint
        nothing to send, nothing received
        A  sprints/.gitattributes
        A  sprints/.gitignore
        A  sprints/hut/sprint.toml
        hut · Monday, 27 February 2017
          1  fix the leak  nobody
    "#]]);
}

#[test]
fn what_a_hint_says_to_type_about_people_is_understood() {
    people_session(expect![[r#"
        $ sprint plan fix it -p +Maria
        1 planned: fix it  | on it: Maria
        $ sprint leave Maria
        ! error: Maria has not joined
        ! hint: `sprint join Maria` adds an attendee
        [exit 1]
        $ sprint join Maria
        joined: Maria (maria)
        $ sprint done 1 '(Armin, Anto)'
        ! error: `(Armin, Anto)` may be people or the text
        ! hint: `sprint done 1 -p Armin, Anto` says whose work it was; `sprint done 1 -- TEXT` records the text
        [exit 2]
        $ sprint done 1 -p 'Armin, Anto'
        1 done: fix it  | credit: Armin, Antonio  | no credit: Maria
        $ sprint join 'Max Frisch (remote)'
        ! error: `Max Frisch (remote)` says how or when somebody takes part; it is not a name
        ! hint: `sprint join Max Frisch --role remote` says that
        [exit 1]
        $ sprint join "'Max Frisch (remote)'"
        ! error: `'Max Frisch (remote)'` says how or when somebody takes part; it is not a name
        ! hint: `sprint join Max Frisch --role remote` says that
        [exit 1]
        $ sprint join Max Frisch --role remote
        joined: Max Frisch (max; remote)
    "#]]);
}
