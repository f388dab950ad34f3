//! Writers that are killed at random moments.

use std::io::Write;
use std::process::{Child, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::env::{TestEnv, budget, tell};

/// Writers of a round, all killed at about the same time.
const TOGETHER: usize = 4;

/// Rounds in one log, so that it does not grow forever.
const ROUNDS: usize = 10;

/// Sizes of a text: a line, some pages, and enough that a kill finds the write under way.
const SIZES: [usize; 4] = [20, 20, 9_000, 120_000];

/// Numbers that look random, and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        // The generator and its constants are from Sebastiano Vigna's SplitMix64, https://prng.di.unimi.it/splitmix64.c
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (bits ^ (bits >> 31)) % end
    }
}

fn start(env: &TestEnv, text: &str, by: &str) -> Child {
    let mut writer = env
        .command(&["plan", "-"], by)
        .stdin(Stdio::piped())
        .spawn()
        .expect("a program can be started");
    let mut input = writer.stdin.take().expect("an input");
    // A process that was already killed cannot be killed again.
    let _ = input.write_all(text.as_bytes());
    writer
}

#[test]
fn what_a_killed_writer_confirmed_is_in_the_log_and_the_next_command_works() {
    let kills = budget("SPRINT_KILLS", 120);
    let mut dice = Dice(20170227);
    let (mut killed, mut confirmations, mut recorded, mut torn) = (0, 0, 0, 0);
    while killed < kills {
        let env = TestEnv::new();
        // Some writers finish before they are killed, most do not.
        let begun = Instant::now();
        let writers: Vec<Child> = (0..TOGETHER)
            .map(|writer| start(&env, &format!("first of {writer}"), "alive"))
            .collect();
        for writer in writers {
            assert_eq!(env.keeps(&writer.wait_with_output().expect("it ends")), 1);
        }
        let longest = u64::try_from(begun.elapsed().as_micros()).expect("not long") * 5 / 4;
        for round in 0..ROUNDS {
            let before = env.bytes();
            let texts: Vec<String> = (0..TOGETHER)
                .map(|writer| {
                    let padding = "x".repeat(SIZES[dice.below(SIZES.len() as u64) as usize]);
                    format!("{round} of {writer} {padding}")
                })
                .collect();
            let begun = Instant::now();
            let writers: Vec<Child> = texts
                .iter()
                .map(|text| start(&env, text, "killed"))
                .collect();
            thread::sleep(
                Duration::from_micros(dice.below(longest)).saturating_sub(begun.elapsed()),
            );
            let outputs: Vec<Output> = writers
                .into_iter()
                .map(|mut writer| {
                    writer.kill().expect("a process of ours");
                    writer.wait_with_output().expect("it has ended")
                })
                .collect();

            let after = env.bytes();
            assert!(after.starts_with(&before), "older lines were changed");
            let items = env.items();
            for output in &outputs {
                killed += usize::from(output.status.code().is_none());
                confirmations += env.keeps(output);
            }
            recorded += texts
                .iter()
                .filter(|text| items.values().any(|item| item == *text))
                .count();
            torn += usize::from(names_what_is_cut_off(&env, &after));
            env.goes_on(&format!("after round {round}"));
        }
    }
    tell(&format!(
        "kills: {killed} writers killed; {confirmations} had confirmed, none of that is lost; {} were in the log and not \
         confirmed; {torn} last lines were cut off, each named by check and moved aside by the next command",
        recorded - confirmations
    ));
}

/// Returns whether the log ends in a line that was cut off. Then `check` must say so, with its place, and nothing else.
fn names_what_is_cut_off(env: &TestEnv, log: &[u8]) -> bool {
    let check = env.run(&["check"], "reader");
    let said = String::from_utf8_lossy(&check.stdout);
    let is_torn = !log.is_empty() && !log.ends_with(b"\n") && !check.status.success();
    if is_torn {
        let lines = log.iter().filter(|byte| **byte == b'\n').count();
        let expected = format!(
            "sprints/hut/2017-02-27.toml:{}:1: warning: a line that was cut off while it was written [cut-off]\n",
            lines + 1
        );
        assert!(
            said.starts_with(&expected) && said.lines().count() == 2,
            "{said}"
        );
    } else {
        assert!(check.status.success(), "{check:?}");
    }
    is_torn
}
