//! Many processes that record at once, and readers among them.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::env::{TestEnv, confirmed, tell};

/// Returns the number of processes, and of entries of each, that `SPRINT_CROWD=100x100` gives.
fn size() -> (usize, usize) {
    let asked = std::env::var("SPRINT_CROWD").ok();
    let asked = asked.as_deref().and_then(|size| size.split_once('x'));
    let asked =
        asked.and_then(|(writers, entries)| Some((writers.parse().ok()?, entries.parse().ok()?)));
    asked.unwrap_or((12, 6))
}

/// What readers saw: how often they looked, and how long the longest look took.
#[derive(Default)]
struct Looks {
    count: usize,
    longest: Duration,
}

/// Looks at the sprint until the writers are done. Nothing is ever wrong with what is seen, and nothing goes away.
fn look(env: &TestEnv, done: &AtomicBool) -> Looks {
    let mut looks = Looks::default();
    let mut seen = 0;
    while !done.load(Ordering::Relaxed) {
        let begun = Instant::now();
        let log = env.run(&["log", "--json"], "reader");
        looks.longest = looks.longest.max(begun.elapsed());
        looks.count += 1;
        assert!(log.status.success() && log.stderr.is_empty(), "{log:?}");
        let now = String::from_utf8_lossy(&log.stdout)
            .matches("\"kind\": \"plan\"")
            .count();
        assert!(now >= seen, "{now} entries after {seen}");
        seen = now;
        // A look at thousands of entries takes a while, and the writers need the processors too.
        thread::sleep(begun.elapsed() * 5);
    }
    looks
}

/// Lets writers record, each in its own thread, while readers look; then compares what was confirmed to what is there.
fn crowd(what: &str, writer: impl Fn(&TestEnv, usize) -> Vec<Output> + Sync) {
    let env = TestEnv::new();
    let (writers, entries) = size();
    let done = AtomicBool::new(false);
    let begun = Instant::now();
    let (outputs, looks) = thread::scope(|scope| {
        let readers: Vec<_> = (0..2).map(|_| scope.spawn(|| look(&env, &done))).collect();
        let (env, writer) = (&env, &writer);
        let writers: Vec<_> = (0..writers)
            .map(|number| {
                scope.spawn(move || {
                    let begun = Instant::now();
                    (writer(env, number), begun.elapsed())
                })
            })
            .collect();
        let outputs: Vec<_> = writers
            .into_iter()
            .map(|writer| writer.join().expect("a writer ends"))
            .collect();
        done.store(true, Ordering::Relaxed);
        let looks: Vec<Looks> = readers
            .into_iter()
            .map(|reader| reader.join().expect("a reader is content"))
            .collect();
        (outputs, looks)
    });
    let took = begun.elapsed();
    let outputs_of_all = outputs.iter().flat_map(|(outputs, _)| outputs);
    let confirmations: Vec<(u32, String)> = outputs_of_all
        .flat_map(|output| {
            assert!(output.status.success(), "{output:?}");
            confirmed(output)
        })
        .collect();
    let numbers: BTreeSet<u32> = confirmations.iter().map(|(number, _)| *number).collect();
    assert_eq!(
        numbers.len(),
        confirmations.len(),
        "a number was given twice"
    );
    let all = u32::try_from(writers * entries).expect("a number of items");
    assert_eq!(numbers, (1..=all).collect());
    let items = env.items();
    assert_eq!(items.len(), writers * entries);
    for (number, text) in confirmations {
        assert!(
            items[&number].starts_with(text.trim_end_matches('…')),
            "{number} {text}"
        );
    }
    env.goes_on("after the crowd");
    let ends: Vec<Duration> = outputs.iter().map(|(_, took)| *took).collect();
    tell(&format!(
        "{what}: {writers} writers with {entries} entries each: {all} confirmed, {} in the log, numbers 1 to {all} \
         once each, in {took:.1?}; the first writer was done after {:.1?}, the last after {:.1?}; {} looks of readers, \
         the longest {:.1?}",
        items.len(),
        ends.iter().min().copied().unwrap_or_default(),
        ends.iter().max().copied().unwrap_or_default(),
        looks.iter().map(|looks| looks.count).sum::<usize>(),
        looks
            .iter()
            .map(|looks| looks.longest)
            .max()
            .unwrap_or_default(),
    ));
}

#[test]
fn every_command_of_a_crowd_is_in_the_log_with_a_number_of_its_own() {
    crowd("commands", |env, writer| {
        let (_, entries) = size();
        let by = format!("w{writer}");
        let text = |entry: usize| format!("entry {entry} of {writer}");
        (0..entries)
            .map(|entry| env.run(&["plan", &text(entry)], &by))
            .collect()
    });
}

#[test]
fn batches_of_a_crowd_are_in_the_log_whole_and_readers_see_no_half_entry() {
    // Long enough that a batch takes several pages, so that it can be seen while it is being written.
    let padding = "x".repeat(500);
    crowd("batches", |env, writer| {
        let (_, entries) = size();
        let lines: String = (0..entries)
            .map(|entry| format!("plan entry {entry} of {writer} {padding}\n"))
            .collect();
        let mut batch = env
            .command_behind(&[], &["batch"], &format!("w{writer}"))
            .stdin(Stdio::piped())
            .spawn()
            .expect("a program can be started");
        let mut input = batch.stdin.take().expect("an input");
        input.write_all(lines.as_bytes()).expect("a reader");
        drop(input);
        vec![batch.wait_with_output().expect("the program ends")]
    });
}
