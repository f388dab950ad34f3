//! What a `sprint sync` that was killed leaves behind, wherever that was.

use crate::support::TestEnv;

/// How many commands of git one exchange takes at most.
const MOST: usize = 60;

/// Tries one command in so many. `SPRINT_KILLS=1` tries all.
fn step() -> usize {
    let step = std::env::var("SPRINT_KILLS").ok();
    step.and_then(|step| step.parse().ok()).unwrap_or(8)
}

/// Files that should not be left in the temporary folder, the sprint's folder and git's.
fn litter(env: &TestEnv) -> String {
    env.run(
        "ls -A | grep -v -x -e armin -e anto -e hub.git -e .gitconfig -e .local -e bin -e count
         ls -A armin/sprints/hut | grep -v -x -e '2017-02-27.toml' -e sprint.toml -e .lock
         ls armin/.git | grep -e sprint -e lock | grep -v -x sprint-sync.lock
         git -C armin for-each-ref refs/worktree; find armin/.git -name '*.lock' ! -name sprint-sync.lock
         git -C armin status --short; true",
    )
}

/// Runs an exchange in one of two clones that have something new, with a `git` before the real one that does `act` in
/// the place of its command number `at`. Returns whether it was killed.
fn killed(env: &TestEnv, at: usize, act: &str) -> bool {
    env.run(&format!(
        "cd anto && SPRINT_BY=anto sprint note Anto {at} && SPRINT_BY=anto sprint sync
         cd ../armin && sprint note Armin {at} && echo 0 > ../count"
    ));
    env.run("mkdir -p bin");
    let shim = format!(
        "#!/bin/sh\nn=$(($(cat FOLDER/count) + 1)); echo $n > FOLDER/count\nif [ $n = {at} ]; then {act}; fi\nPATH=$REAL exec git \"$@\"\n"
    );
    let shim = shim.replace("FOLDER", &env.path().display().to_string());
    std::fs::write(env.path().join("bin/git"), shim).expect("a sound disk");
    env.run("chmod +x bin/git");
    // A git that goes on holds the pipe open, and is waited for.
    let seen = env.run(
        "export REAL=$PATH; cd armin && { setsid -w sh -c 'PATH=$PWD/../bin:$PATH sprint sync; true' 9>&1; echo ended $?; } | cat",
    );
    !seen.contains("ended 0") || seen.contains("Killed") || seen.contains("[killed]")
}

/// Kills an exchange at one command of git after the other, and checks what the next exchange leaves.
fn kill_everywhere(act: &str) {
    let env = TestEnv::with_clones();
    env.run("cd armin && sprint plan fix the leak && sprint sync");
    let mut kills = 0;
    for at in (1..MOST).step_by(step()) {
        kills += usize::from(killed(&env, at, act));
        // A git that was killed leaves its lock on the index, and its user has to look.
        let next = env.run("cd armin && rm -f .git/index.lock && sprint sync");
        assert!(!next.contains("! error"), "killed at {at}: {next}");
        assert_eq!(litter(&env), "", "killed at {at}");
        let other = env.run("cd anto && SPRINT_BY=anto sprint sync && SPRINT_BY=anto sprint sync");
        assert!(!other.contains("! error"), "killed at {at}: {other}");
        let same =
            env.run("cmp armin/sprints/hut/2017-02-27.toml anto/sprints/hut/2017-02-27.toml");
        assert_eq!(same, "", "killed at {at}");
        let whole = env.run(&format!(
            "cd armin && grep -c -e '\"Armin {at}\"' -e '\"Anto {at}\"' sprints/hut/2017-02-27.toml && sprint check"
        ));
        assert_eq!(whole, "2\n", "killed at {at}");
    }
    assert!(kills > 2, "it was killed {kills} times");
}

#[test]
fn a_sync_that_is_killed_leaves_nothing_that_the_next_one_does_not_clear() {
    kill_everywhere("kill -9 $PPID");
}

#[test]
fn a_sync_that_is_killed_together_with_git_leaves_nothing_either() {
    kill_everywhere("kill -9 0");
}

#[test]
fn a_sync_that_is_killed_while_it_writes_leaves_nothing_either() {
    let env = TestEnv::with_clones();
    env.run("cd armin && sprint plan fix the leak && sprint sync");
    let mut kills = 0;
    for (call, at) in [
        ("rename,renameat,renameat2", 1),
        ("fsync", 1),
        ("fsync", 2),
        ("unlink,unlinkat", 1),
        ("unlink,unlinkat", 4),
        ("write", 3),
        ("write", 6),
        ("flock", 2),
    ] {
        env.run("cd anto && SPRINT_BY=anto sprint note Anto && SPRINT_BY=anto sprint sync; cd ../armin && sprint note Armin");
        let seen = env.run(&format!(
            "cd armin && strace -qq -o /dev/null -e trace={call} -e inject={call}:signal=KILL:when={at} sprint sync"
        ));
        kills += usize::from(seen.contains("137") || seen.contains("illed"));
        let next = env.run("cd armin && sprint sync");
        assert!(!next.contains("! error"), "killed at {call} {at}: {next}");
        assert_eq!(litter(&env), "", "killed at {call} {at}");
        let both = env.run("cd anto && SPRINT_BY=anto sprint sync; cmp sprints/hut/2017-02-27.toml ../armin/sprints/hut/2017-02-27.toml && sprint check --no-receipts");
        assert!(
            !both.contains('!') && !both.contains("differ"),
            "killed at {call} {at}: {both}"
        );
    }
    assert!(kills > 4, "it was killed {kills} times");
}

/// Kills an exchange in which a post conflicts, or is merged, and checks that both versions are there after the next
/// one.
#[test]
fn a_sync_that_is_killed_loses_no_version_of_a_post() {
    let env = TestEnv::with_clones();
    let text = "Intro.\\n\\nBody.\\n\\nEnd.\\n";
    env.run(&format!(
        "cd armin && printf '{text}' > sprints/hut/post.md && sprint sync; cd ../anto && sprint sync"
    ));
    let mut kills = 0;
    for (round, at) in (1..MOST).step_by(step() + 2).enumerate() {
        let is_conflict = round % 2 == 0;
        let (theirs, ours) = match is_conflict {
            true => ("2,4s/.*[a-z].*/Anto AT/", "2,4s/.*[a-z].*/Armin AT/"),
            false => ("1s/.*/Anto AT/", "5s/.*/Armin AT/"),
        };
        let [theirs, ours] = [theirs, ours].map(|edit| edit.replace("AT", &at.to_string()));
        env.run(&format!(
            "cd anto && sed -i '{theirs}' sprints/hut/post.md; cd ../armin && sed -i '{ours}' sprints/hut/post.md"
        ));
        kills += usize::from(killed(&env, at, "kill -9 $PPID"));
        let next = env.run("cd armin && rm -f .git/index.lock && sprint sync");
        assert!(!next.contains("! error"), "killed at {at}: {next}");
        let seen = env.run("cd armin/sprints/hut && cat post.md; ls; cat post.theirs.md");
        let [anto, armin] = ["Anto", "Armin"].map(|who| seen.contains(&format!("{who} {at}\n")));
        assert!(anto && armin, "killed at {at}: {seen}");
        assert_eq!(
            seen.contains("\npost.theirs.md\n"),
            is_conflict,
            "killed at {at}: {seen}"
        );
        env.run(&format!(
            "cd armin/sprints/hut && rm -f post.theirs.md && sed -i 's/^Armin {at}$/Armin and Anto {at}/' post.md && sprint sync; cd ../../../anto && SPRINT_BY=anto sprint sync"
        ));
        let same = env.run("cmp armin/sprints/hut/post.md anto/sprints/hut/post.md && git -C armin status --short && git -C armin for-each-ref refs/worktree && ls armin/sprints/hut");
        assert_eq!(
            same, "2017-02-27.toml\npost.md\nsprint.toml\n",
            "killed at {at}"
        );
    }
    assert!(kills > 2, "it was killed {kills} times");
}
