//! One text on two sides, merged with what both had.

use super::command::{Args, failed};
use super::repository::Repository;
use crate::diagnostic::Error;

/// The outcome of merging a text.
pub(crate) enum MergedText {
    Clean(Vec<u8>),
    /// Both sides changed the same lines: the first of these in ours, if the texts have lines.
    Conflict(Option<usize>),
}

const OURS: &str = "<<<<<<<";
const THEIRS: &str = "=======";

impl Repository {
    /// Merges two texts that both come from `base`, as git merges the lines of a file. No attribute and no driver of a
    /// repository has a say.
    pub(crate) fn merge_texts(
        &self,
        base: &[u8],
        ours: &[u8],
        theirs: &[u8],
    ) -> Result<MergedText, Error> {
        const MERGE: &str = "-c merge.conflictStyle=merge merge-file -p -q --marker-size=7";
        // With lines of its own at the end, a text without a last newline has none of the other's.
        let [base, mine, other] =
            [base, ours, theirs].map(|text| self.temporary_file(&with_newline(text)));
        let (base, mine, other) = (base?, mine?, other?);
        let args: Args<'_> = &[&"--", &mine, &base, &other];
        let output = self.run(MERGE, args)?;
        match output.status.code() {
            Some(0) => Ok(MergedText::Clean(output.stdout)),
            Some(1..=127) => {
                let merged = String::from_utf8_lossy(&output.stdout);
                let ours = String::from_utf8_lossy(ours);
                Ok(MergedText::Conflict(Some(first_conflict(&ours, &merged))))
            }
            // What git takes for binary has no lines.
            _ if [ours, theirs].iter().any(|text| text.contains(&0)) => {
                Ok(MergedText::Conflict(None))
            }
            _ => Err(failed("merge-file", &output)),
        }
    }
}

fn with_newline(text: &[u8]) -> Vec<u8> {
    let newline: &[u8] = match text.last() {
        None | Some(b'\n') => b"",
        Some(_) => b"\n",
    };
    [text, newline].concat()
}

/// Finds the line of our text at which the first conflict begins that a merge has marked.
fn first_conflict(ours: &str, merged: &str) -> usize {
    let ours: Vec<&str> = ours.lines().collect();
    let is_marker = |line: &&str| !line.starts_with(OURS);
    let before: Vec<&str> = merged.lines().take_while(is_marker).collect();
    let within = merged.lines().skip(before.len() + 1);
    let own: Vec<&str> = within.take_while(|line| *line != THEIRS).collect();
    // Lines of the others may stand before it: it is where most of what stands right before it is ours.
    let our_backwards: Vec<&str> = ours.iter().rev().copied().collect();
    let before_backwards: Vec<&str> = before.iter().rev().copied().collect();
    let common_before = common_beginnings(&before_backwards, &our_backwards);
    let common_after = common_beginnings(&own, &ours);
    let places = 0..=ours.len();
    let places = places.filter(|place| common_after[*place] == own.len());
    let place = places.max_by_key(|place| common_before[ours.len() - place]);
    place.unwrap_or_default() + 1
}

/// Counts with how many items of `wanted` each end of `all` begins, from the whole to the empty one. This is the Z algorithm,
/// which takes no longer than both are long: `post.md` may be a million lines that are all the same.
fn common_beginnings<T: PartialEq>(wanted: &[T], all: &[T]) -> Vec<usize> {
    let items: Vec<Option<&T>> = {
        let (wanted, all) = (wanted.iter().map(Some), all.iter().map(Some));
        wanted.chain([None]).chain(all).collect()
    };
    let mut counts = vec![0; items.len() + 1];
    // The match that ends last.
    let (mut begin, mut end) = (0, 0);
    for place in 1..items.len() {
        let mut count = match place < end {
            true => (end - place).min(counts[place - begin]),
            false => 0,
        };
        while place + count < items.len() && items[count] == items[place + count] {
            count += 1;
        }
        if place + count > end {
            (begin, end) = (place, place + count);
        }
        counts[place] = count;
    }
    counts.split_off(wanted.len() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_a_conflict_is_that_of_our_text() {
        let ours = "a\nb\n\nours\n\nc\n";
        for (merged, line) in [
            (
                "a\nnew\nb\n\n<<<<<<< x\nours\n=======\ntheirs\n>>>>>>> y\n\nc\n",
                4,
            ),
            ("<<<<<<< x\na\n=======\n>>>>>>> y\nb\n\nours\n\nc\n", 1),
            ("a\nb\n\nours\n\n<<<<<<< x\n=======\nd\n>>>>>>> y\nc\n", 6),
        ] {
            assert_eq!(first_conflict(ours, merged), line, "{merged}");
        }
        assert_eq!(first_conflict("", "<<<<<<< x\n=======\nd\n>>>>>>> y\n"), 1);
    }

    #[test]
    fn the_line_is_found_among_many_that_are_the_same() {
        let ours = "\n".repeat(100_000);
        let merged = ours.clone() + "<<<<<<< x\n=======\nd\n>>>>>>> y\n";
        assert_eq!(first_conflict(&ours, &merged), 100_001);
        let merged = format!("<<<<<<< x\n{ours}=======\nd\n>>>>>>> y\n");
        assert_eq!(first_conflict(&ours, &merged), 1);
    }
}
