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
    let common = |place: usize| {
        let ours = ours[..place].iter().rev();
        ours.zip(before.iter().rev())
            .take_while(|(one, other)| one == other)
            .count()
    };
    let mut places: Vec<usize> = (0..=ours.len()).collect();
    places.retain(|place| ours[*place..].starts_with(&own));
    let place = places.into_iter().max_by_key(|place| common(*place));
    place.unwrap_or_default() + 1
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
}
