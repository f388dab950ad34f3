//! Links, pipes, devices and folders in the place of a file of the sprint, as git may deliver them.

use expect_test::expect;

use crate::support::TestEnv;

/// What can stand in a file's place, and what it is called.
const IN_A_FILES_PLACE: [(&str, &str); 6] = [
    ("ln -s $PWD/outside/file", "a symbolic link"),
    ("ln -s $PWD/outside/nothing", "a symbolic link"),
    ("ln -s $PWD/outside/folder", "a symbolic link"),
    ("ln -s /dev/zero", "a symbolic link"),
    ("mkfifo", "a named pipe"),
    ("mkdir", "a folder"),
];

/// What can stand in a folder's place.
const IN_A_FOLDERS_PLACE: [(&str, &str); 6] = [
    ("ln -s $PWD/outside/file", "a symbolic link"),
    ("ln -s $PWD/outside/nothing", "a symbolic link"),
    ("ln -s $PWD/outside/folder", "a symbolic link"),
    ("ln -s /dev/zero", "a symbolic link"),
    ("mkfifo", "a named pipe"),
    ("cp outside/file", "a file"),
];

/// The views, which show what can be read.
const SHOWING: [&str; 7] = [
    "sprint board",
    "sprint log",
    "sprint people",
    "sprint list",
    "sprint summary --page",
    "sprint summary --json",
    "sprint check --no-receipts",
];

/// Makes a sprint, and files outside it that must not be read or changed.
fn env() -> TestEnv {
    let env = TestEnv::with_sprint();
    let seen = env.run(
        "mkdir -p outside/folder && cp sprints/leysin-2017/sprint.toml outside/folder && cp $PHOTOS/hut.png .
         echo '1-k7f2m9 = { at = 2017-02-27T08:00:00+01:00, by = \"eve\", kind = \"plan\", text = \"a secret\" }' | tee outside/file > outside/folder/2017-02-27.toml",
    );
    assert_eq!(seen, "");
    env
}

/// Lists the files outside, with their contents.
fn outside(env: &TestEnv) -> String {
    env.run("cd outside && ls -AR . && cat file folder/*")
}

/// Puts something in the place of `path`, and checks that each command refuses it at once and by name, with nothing
/// read, written or changed outside, and that it can still be looked at.
fn refuses(
    env: &TestEnv,
    before: &str,
    path: &str,
    (obstacle, name): (&str, &str),
    commands: &[&str],
) {
    env.run(before);
    let there = env.run(&format!(
        "rm -rf {path}; {obstacle} {path} && ls -ld --full-time {path}"
    ));
    let untouched = outside(env);
    for command in commands {
        let context = format!("{obstacle} {path}; {command}");
        // Its children, such as an editor, are killed with it.
        let seen = env.run(&format!("timeout 5 sh -c {}", quoted(command)));
        let named = |wanted| {
            seen.contains(&format!(
                "error: {path} is {name} where a {wanted} belongs\n"
            ))
        };
        assert!(named("file") || named("folder"), "{context}: {seen}");
        assert!(
            seen.contains("hint: nothing was recorded; "),
            "{context}: {seen}"
        );
        assert!(seen.ends_with("[exit 1]\n"), "{context}: {seen}");
        assert!(!seen.contains("secret"), "{context}: {seen}");
        let left = env.run(&format!("ls -ld --full-time {path}"));
        assert_eq!(left, there, "{context}");
    }
    for showing in SHOWING {
        let seen = env.run(&format!("timeout 5 {showing}"));
        let context = format!("{obstacle} {path}; {showing}");
        assert!(!seen.contains("secret"), "{context}: {seen}");
        assert!(!seen.contains("[exit 124]"), "{context}: {seen}");
    }
    assert_eq!(outside(env), untouched, "{obstacle} {path}");
    assert_eq!(
        env.run(&format!("ls -ld --full-time {path}; rm -rf {path}")),
        there,
        "{obstacle} {path}"
    );
}

fn quoted(command: &str) -> String {
    format!("'{}'", command.replace('\'', r"'\''"))
}

/// The command that opens a log in an editor, which needs a terminal.
const EDIT: &str =
    "script -qec \"EDITOR='sed -i s/old/new/' sprint edit log\" /dev/null | tr -d '\\r'; exit 1";

const LOG: &str = "sprints/leysin-2017/2017-02-27.toml";

#[test]
fn nothing_is_recorded_through_what_stands_in_a_files_place() {
    let env = env();
    let torn = format!("printf '1-k7f2m9 = {{ at = 2017' > {LOG}");
    let whole = format!(
        "echo '1-k7f2m9 = {{ at = 2017-02-27T08:00:00+01:00, by = \"armin\", kind = \"plan\", text = \"old\" }}' > {LOG}"
    );
    let gone = "rm -rf .local; sprint note hello; rm sprints/leysin-2017/2017-02-27.toml";
    let recording = [
        "sprint plan a",
        "echo note hi | sprint batch",
        "sprint photo hut.png",
    ];
    let lock = "sprints/leysin-2017/.lock";
    for obstacle in IN_A_FILES_PLACE {
        let held_up = [recording.as_slice(), &["sprint undo 1-k7f2m9", EDIT]].concat();
        refuses(&env, &whole, lock, obstacle, &held_up);
        refuses(&env, &torn, &format!("{LOG}.cut"), obstacle, &recording);
        refuses(
            &env,
            "rm -rf sprints/leysin-2017/photos",
            LOG,
            obstacle,
            &recording,
        );
        refuses(
            &env,
            gone,
            lock,
            obstacle,
            &["sprint check --restore", "sprint check --forget"],
        );
        refuses(&env, "", LOG, obstacle, &[EDIT]);
        let add = "cp hut.png new.png; sprint photo new.png";
        let name =
            env.run("sprint photo hut.png | sed 's/.*hut-/new-/'; rm sprints/leysin-2017/photos/*");
        let picture = format!("sprints/leysin-2017/photos/{}", name.trim());
        refuses(&env, "", &picture, obstacle, &[add]);
        for file in ["sprints/.gitattributes", "sprints/.gitignore"] {
            refuses(
                &env,
                "rm -rf sprints/camp",
                file,
                obstacle,
                &["sprint init camp"],
            );
            env.run("sprint init camp");
        }
        env.run("rm -rf sprints/camp");
    }
}

#[test]
fn nothing_is_recorded_through_what_stands_in_a_folders_place() {
    let env = env();
    env.run("sprint init old --from 2016-01-01 --to 2016-01-02 && mv sprints/leysin-2017 kept");
    let back = "rm -rf sprints/leysin-2017; cp -r kept sprints/leysin-2017";
    for obstacle in IN_A_FOLDERS_PLACE {
        refuses(
            &env,
            back,
            "sprints/leysin-2017/photos",
            obstacle,
            &["sprint photo hut.png"],
        );
        let commands = [
            "sprint -s leysin-2017 plan a",
            "sprint -s leysin-2017 board",
            "sprint -s leysin-2017 check --restore",
            "sprint -s leysin-2017 sync",
            "SPRINT=leysin-2017 sprint summary",
            "echo note hi | sprint -s leysin-2017 batch",
            "sprint init leysin-2017",
        ];
        refuses(&env, "", "sprints/leysin-2017", obstacle, &commands);
    }
}

#[test]
fn settings_are_not_read_through_a_link() {
    let env = env();
    env.run("mv sprints/leysin-2017/sprint.toml kept; echo 'title = \"a secret\"' > outside/file");
    for (obstacle, name) in IN_A_FILES_PLACE {
        let path = "sprints/leysin-2017/sprint.toml";
        env.run(&format!("{obstacle} {path}"));
        let untouched = outside(&env);
        for command in SHOWING.into_iter().chain(["sprint note hello"]) {
            let seen = env.run(&format!("timeout 5 {command}"));
            assert!(!seen.contains("secret"), "{obstacle}, {command}: {seen}");
            assert!(
                !seen.contains("[exit 124]"),
                "{obstacle}, {command}: {seen}"
            );
            let is_named = seen.contains(&format!("{name} where a file belongs"));
            assert!(
                is_named || command == "sprint list",
                "{obstacle}, {command}: {seen}"
            );
        }
        assert_eq!(outside(&env), untouched, "{obstacle}");
        env.run(&format!("rm -r {path}"));
    }
}

#[test]
fn a_link_to_a_folder_is_named_where_it_may_have_been_meant() {
    TestEnv::with_sprint().session(expect![[r#"
        $ mkdir elsewhere && cp sprints/leysin-2017/sprint.toml elsewhere && ln -s ../elsewhere sprints/hut && ln -s ../elsewhere/sprint.toml sprints/notes.txt
        $ sprint plan a
        1 planned: a
        ! warning: sprints/hut: a symbolic link where the folder of a sprint belongs; it is not used
        ! hint: a link is not followed: put the folder itself there, or move the link away
        $ sprint -s leysin-2017 plan b
        2 planned: b
        $ sprint -s hut plan c
        ! error: sprints/hut is a symbolic link where a folder belongs
        ! hint: nothing was recorded; a link is not followed: put the folder itself there, or move the link away
        [exit 1]
        $ sprint list
        sprint       title                      from        to
        leysin-2017  Leysin Winter Sprint 2017  2017-02-26  2017-03-04  current
        ! warning: sprints/hut: a symbolic link where the folder of a sprint belongs; it is not used
        ! hint: a link is not followed: put the folder itself there, or move the link away
        $ sprint check
        sprints/hut: warning: a symbolic link where the folder of a sprint belongs; it is not used [in-the-way]
            hint: a link is not followed: put the folder itself there, or move the link away
        ! error: the check found 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ sprint -s leysin-2017 check
        $ sprint check --all
        sprints/hut: warning: a symbolic link where the folder of a sprint belongs; it is not used [in-the-way]
            hint: a link is not followed: put the folder itself there, or move the link away
        ! error: the check found 1 warning
        ! hint: `sprint edit log DAY` opens a day log, `sprint edit post` the post; fix other files in an editor
        [exit 1]
        $ rm -r sprints/leysin-2017; sprint
        ! error: sprints/hut is a symbolic link where a folder belongs
        ! hint: nothing was recorded; a link is not followed: put the folder itself there, or move the link away
        [exit 1]
        $ ls -A elsewhere
        sprint.toml
    "#]]);
}

#[test]
fn sprints_itself_and_what_leads_to_it_may_be_links() {
    TestEnv::with_sprint().session(expect![[r#"
        $ mkdir real && mv sprints real/notes && ln -s real/notes sprints && ln -s real alias && ln -s notes real/sprints
        $ sprint plan a && sprint -C alias plan b && sprint -C alias/sprints plan c && cd real && sprint plan d && sprint init camp
        1 planned: a
        2 planned: b
        3 planned: c
        4 planned: d
        created: sprints/camp  | from Monday, 27 February 2017
        Next: `sprint join NAME` for everybody who comes, `sprint plan TEXT` for every task.
        $ sprint check
        $ ls -A real/notes real/notes/leysin-2017
        real/notes:
        .gitattributes
        .gitignore
        camp
        leysin-2017

        real/notes/leysin-2017:
        .lock
        2017-02-27.toml
        post.md
        sprint.toml
    "#]]);
}

#[test]
fn a_link_that_arrives_by_git_with_a_line_that_is_cut_off_leads_nowhere() {
    TestEnv::with_sprint().session(expect![[r#"
        $ git config --global user.name Eve && git config --global user.email eve@example.org && git config --global init.defaultBranch main
        $ echo precious > .bashrc && git init -q eve && mv sprints eve && cd eve/sprints/leysin-2017 && printf '1-k7f2m9 = { at = 2017' > 2017-02-27.toml && ln -s ~/.bashrc 2017-02-27.toml.cut && ln -s ~/.bashrc 2017-02-28.toml && ln -s ~ photos && git add -f . .. && git commit -qm gift
        $ git clone -q eve armin && cd armin && sprint note hello
        ! warning: sprints/leysin-2017/2017-02-27.toml:1:1: a line that was cut off while it was written
        !   1 | 1-k7f2m9 = { at = 2017
        !     | ^
        ! hint: a killed process or a power cut leaves that; the next entry of the day moves it to a file next to the log
        ! warning: sprints/leysin-2017/2017-02-28.toml: a symbolic link where a file belongs; it is not used
        ! hint: a link is not followed: put the file itself there, or move the link away
        ! error: sprints/leysin-2017/2017-02-27.toml.cut is a symbolic link where a file belongs
        ! hint: nothing was recorded; a link is not followed: put the file itself there, or move the link away
        [exit 1]
        $ cd armin && rm sprints/leysin-2017/*.cut && sprint note hello && sprint --day tomorrow note hello
        noted: hello
        ! warning: sprints/leysin-2017/2017-02-27.toml:1:1: a line that was cut off while it was written
        !   1 | 1-k7f2m9 = { at = 2017
        !     | ^
        ! hint: a killed process or a power cut leaves that; the next entry of the day moves it to a file next to the log
        ! warning: sprints/leysin-2017/2017-02-28.toml: a symbolic link where a file belongs; it is not used
        ! hint: a link is not followed: put the file itself there, or move the link away
        ! remark: a line that was cut off while it was written was moved to sprints/leysin-2017/2017-02-27.toml.cut
        ! warning: sprints/leysin-2017/2017-02-28.toml: a symbolic link where a file belongs; it is not used
        ! hint: a link is not followed: put the file itself there, or move the link away
        ! error: sprints/leysin-2017/2017-02-28.toml is a symbolic link where a file belongs
        ! hint: nothing was recorded; a link is not followed: put the file itself there, or move the link away
        [exit 1]
        $ cat .bashrc; ls
        precious
        armin
        eve
    "#]]);
}
