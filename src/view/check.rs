//! What is wrong with the logs.

use crate::error::Complaint;
use crate::visible::visible;

/// A line for each complaint, and under it what to do about it.
pub fn check(complaints: &[Complaint]) -> String {
    let told = |complaint: &Complaint| {
        let hint = complaint
            .hint
            .iter()
            .map(|hint| format!("    hint: {}\n", visible(hint)))
            .collect::<String>();
        format!(
            "{}\n{hint}",
            visible(&format!(
                "{}: {}: {} [{}]",
                complaint.place,
                complaint.level.word(),
                complaint.message,
                complaint.rule.name()
            ))
        )
    };
    complaints.iter().map(told).collect()
}
