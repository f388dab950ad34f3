//! Every single system call of an append fails in turn, or is the last one.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::os::unix::process::ExitStatusExt;
use std::thread;
use std::time::Duration;

use crate::env::{TestEnv, tell};

/// The loader and the runtime make the calls before this one.
const FIRST_OF_MAIN: &str = "getcwd";

/// Reasons for which a call may fail.
const REASON: [&str; 1] = ["EIO"];
const REASONS: [&str; 6] = ["EIO", "EINTR", "ENOSPC", "EACCES", "ENOMEM", "ENOSYS"];

/// Calls that have no way to fail with a reason: `brk` gives the old end of the heap then, and the others do not return.
const CANNOT_FAIL: [&str; 3] = ["brk", "exit_group", "exit"];

/// Failures that the standard library considers impossible and panics on: a folder that cannot be closed, no random
/// numbers for a hash table.
const BEYOND_US: [&str; 2] = [
    "unexpected error during closedir",
    "failed to generate random data",
];

const SIGKILL: i32 = 9;

/// How an append ended.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    /// The failure did not matter.
    Recorded,
    /// With an error.
    Refused,
    Killed,
    /// By the standard library.
    Aborted,
}

/// How a sprint looks before the append.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Scene {
    /// Nothing was recorded yet.
    Empty,
    /// The log has entries, and a last line that was cut off.
    Torn,
    /// The same, while another process holds the lock for a moment.
    Held,
}

/// How long another process holds the lock: until strace and the program have surely come to it.
const MOMENT: Duration = Duration::from_millis(400);

const OLD: &str = "1-k7f2m9 = { at = 2017-02-27T08:00:00.000+01:00, by = \"armin\", kind = \"plan\", text = \"old\" }\n";
const TAIL: &str = "2-k7f2m9 = { at = 2017-02-27T08:01:00.000+01:00, by = \"ar";

impl Scene {
    /// Puts the sprint into this state, whatever was there.
    fn prepare(self, env: &TestEnv) {
        let _ = fs::remove_dir_all(env.path().join(".local"));
        for file in [".lock", "2017-02-27.toml", "2017-02-27.toml.cut"] {
            let _ = fs::remove_file(env.sprint().join(file));
        }
        if let Scene::Torn | Scene::Held = self {
            fs::write(env.log(), [OLD, TAIL].concat()).expect("a sound disk");
        }
        if let Scene::Held = self {
            let lock = File::create(env.sprint().join(".lock")).expect("a sound disk");
            lock.lock().expect("nobody else writes");
            thread::spawn(move || {
                thread::sleep(MOMENT);
                drop(lock);
            });
        }
    }

    /// Returns the first call of interest.
    fn first(self) -> &'static str {
        match self {
            Scene::Empty | Scene::Torn => FIRST_OF_MAIN,
            Scene::Held => "flock",
        }
    }

    /// Returns what was confirmed before.
    fn old(self) -> &'static str {
        match self {
            Scene::Empty => "",
            Scene::Torn | Scene::Held => OLD,
        }
    }
}

/// Lists the system calls of an append, each with which one of its name it is in its thread, from 1.
fn calls(env: &TestEnv, scene: Scene) -> Vec<(String, usize)> {
    scene.prepare(env);
    let trace = env.path().join("trace");
    let to = trace.display().to_string();
    let output = env.run_behind(
        &["strace", "-f", "-qqq", "-o", &to],
        &["plan", "new"],
        "anto",
    );
    assert!(output.status.success(), "{output:?}");
    let trace = fs::read_to_string(trace).expect("a trace");
    let mut counts: HashMap<(&str, &str), usize> = HashMap::new();
    let all = trace.lines().filter_map(|line| {
        let (thread, rest) = line.split_once(' ')?;
        // `<... NAME resumed>` is the second half of a call that waited.
        let (name, _) = rest.trim_start().split_once('(')?;
        let name = Some(name).filter(|name| !name.starts_with('<'))?;
        let count = counts.entry((thread, name)).or_default();
        *count += 1;
        Some((name.to_owned(), *count))
    });
    let all: Vec<(String, usize)> = all.collect();
    let first = all.iter().position(|(name, _)| name == scene.first());
    let (before, behind) = all.split_at(first.expect("a call of interest"));
    // What strace counts in one thread it counts in every thread: what would hit the loader is left out.
    let mut calls: Vec<(String, usize)> = behind
        .iter()
        .filter(|call| !before.contains(call))
        .cloned()
        .collect();
    calls.sort();
    calls.dedup();
    calls
}

#[test]
fn whichever_system_call_of_a_first_entry_fails_what_is_confirmed_is_there() {
    sweep(Scene::Empty);
}

#[test]
fn whichever_system_call_fails_what_is_confirmed_is_there_and_nothing_older_is_harmed() {
    sweep(Scene::Torn);
}

#[test]
fn whichever_system_call_of_a_writer_who_waits_fails_what_is_confirmed_is_there() {
    sweep(Scene::Held);
}

fn sweep(scene: Scene) {
    let is_whole = std::env::var("SPRINT_SWEEP").is_ok_and(|sweep| sweep == "all");
    let reasons = if is_whole { &REASONS[..] } else { &REASON[..] };
    let env = TestEnv::new();
    let mut calls = calls(&env, scene);
    if scene == Scene::Held && !is_whole {
        // The lock is held for a moment each time: all of them take minutes.
        calls = calls.into_iter().step_by(12).collect();
    }
    let mut ends: BTreeMap<End, usize> = BTreeMap::new();
    for (name, number) in &calls {
        let failures = reasons.iter().map(|reason| format!("error={reason}"));
        for failure in failures.chain(["signal=KILL".to_owned()]) {
            if CANNOT_FAIL.contains(&name.as_str()) && failure != "signal=KILL" {
                continue;
            }
            scene.prepare(&env);
            let end = fail(&env, scene, name, *number, &failure);
            *ends.entry(end).or_default() += 1;
        }
    }
    tell(&format!(
        "sweep of {scene:?}: {} system calls, {} failures injected: {ends:?}; nothing lost, no hang",
        calls.len(),
        ends.values().sum::<usize>()
    ));
}

/// Lets one call fail, and says how that ended.
fn fail(env: &TestEnv, scene: Scene, name: &str, number: usize, failure: &str) -> End {
    let inject = format!("inject={name}:{failure}:when={number}");
    let trace = format!("trace={name}");
    let strace = [
        "strace",
        "-f",
        "-qqq",
        "-o",
        "/dev/null",
        "-e",
        &trace,
        "-e",
        &inject,
    ];
    let output = env.run_behind(&strace, &["plan", "new"], "anto");
    let context = format!("{scene:?}, {inject}: {output:?}");

    let said = String::from_utf8_lossy(&output.stderr);
    let is_beyond_us = BEYOND_US.iter().any(|words| said.contains(words));
    assert!(is_beyond_us || !said.contains("panicked"), "{context}");
    let log = env.bytes();
    assert!(log.starts_with(scene.old().as_bytes()), "{context}");
    let is_there = env.items().values().any(|text| text == "new");
    let is_confirmed = env.keeps(&output) > 0;
    let end = match (output.status.code(), output.status.signal()) {
        _ if is_beyond_us => End::Aborted,
        (Some(0), _) => End::Recorded,
        (Some(1), _) => End::Refused,
        (_, Some(SIGKILL)) => End::Killed,
        _ => panic!("{context}"),
    };
    match end {
        End::Recorded => assert!(is_confirmed, "{context}"),
        End::Refused => {
            assert!(said.contains("error: "), "{context}");
            // A user who reads that nothing was recorded types it again.
            let may_be_there = said.contains("look with `sprint log`");
            assert!(!is_there || may_be_there, "{context}");
        }
        End::Killed | End::Aborted => {}
    }
    let next = env.run(&["plan", "next"], "armin");
    assert!(next.status.success(), "{context}, then {next:?}");
    let check = env.run(&["check"], "armin");
    assert!(check.status.success(), "{context}, then {check:?}");
    let log = env.bytes();
    assert!(log.starts_with(scene.old().as_bytes()), "{context}");
    if let (Scene::Torn | Scene::Held, false) = (scene, is_there) {
        let aside = fs::read_to_string(env.sprint().join("2017-02-27.toml.cut"));
        assert!(aside.is_ok_and(|aside| aside.contains(TAIL)), "{context}");
    }
    end
}
