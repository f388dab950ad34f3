//! What is wrong with the logs, for people and for the services that show such lists beside a change.

use std::collections::HashMap;
use std::hash::Hasher;

use fnv::FnvHasher;
use serde::Serialize;

use super::json::pretty;
use crate::diagnostic::{Complaint, Location, Severity};
use crate::text::visible;

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

/// A workflow command of GitHub for each complaint, which makes an annotation of it. Files have to be given as paths from
/// the root of the repository.
///
/// The format: <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>. Its escapes are those of
/// <https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts>.
pub fn github(complaints: &[Complaint]) -> String {
    let data = |text: &str| {
        text.replace('%', "%25")
            .replace('\r', "%0D")
            .replace('\n', "%0A")
    };
    let property = |text: &str| data(&visible(text)).replace(':', "%3A").replace(',', "%2C");
    let annotation = |complaint: &Complaint| {
        let hint = complaint
            .hint
            .iter()
            .map(|hint| format!("\nhint: {}", visible(hint)))
            .collect::<String>();
        format!(
            "::{} file={},line={},col={},title={}::{}\n",
            complaint.level.word(),
            property(&file(&complaint.place)),
            complaint.place.line.max(1),
            complaint.place.column.max(1),
            property(&format!("sprint check: {}", complaint.rule.name())),
            data(&(visible(&complaint.message) + &hint))
        )
    };
    complaints.iter().map(annotation).collect()
}

/// A code quality report of GitLab. Files have to be given as paths from the root of the repository.
///
/// The format: <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>. What is reported again, though
/// its line has moved, keeps its fingerprint; no two of one report have the same.
pub fn gitlab(complaints: &[Complaint]) -> String {
    let mut seen: HashMap<(String, &str, &str), usize> = HashMap::new();
    let mut issues = Vec::new();
    for complaint in complaints {
        let path = file(&complaint.place);
        let rule = complaint.rule.name();
        let before = seen
            .entry((path.clone(), rule, &complaint.subject))
            .or_default();
        let mut hasher = FnvHasher::default();
        hasher.write(format!("{path}\n{rule}\n{}\n{before}", complaint.subject).as_bytes());
        *before += 1;
        let hint = complaint.hint.iter().map(|hint| format!("; {hint}"));
        issues.push(Issue {
            description: visible(&(complaint.message.clone() + &hint.collect::<String>())),
            check_name: rule,
            fingerprint: format!("{:016x}", hasher.finish()),
            severity: match complaint.level {
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Notice => "info",
            },
            location: IssueLocation {
                path,
                lines: Lines {
                    begin: complaint.place.line.max(1),
                },
            },
        });
    }
    pretty(&issues)
}

/// One of GitLab's code quality issues.
#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: IssueLocation,
}

#[derive(Serialize)]
struct IssueLocation {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

/// The file of a place, with `/` between its parts on every system.
fn file(place: &Location) -> String {
    let parts = place.file.components();
    let parts = parts.map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::diagnostic::Rule;

    fn complaint(file: &str, line: usize, message: &str) -> Complaint {
        Complaint {
            place: Location {
                file: PathBuf::from(file),
                line,
                column: line,
            },
            rule: Rule::SameId,
            level: Severity::Error,
            message: message.to_owned(),
            hint: Some("100% sure: a,\nb".to_owned()),
            subject: message.to_owned(),
        }
    }

    #[test]
    fn what_a_workflow_command_reads_as_its_own_is_escaped() {
        assert_eq!(
            github(&[complaint(
                "a,b:c%/\u{1b}[31m.toml",
                0,
                "50%: x,\r\ny\u{202e}"
            )]),
            "::error file=a%2Cb%3Ac%25/\\u{1b}[31m.toml,line=1,col=1,title=sprint check%3A same-id\
             ::50%25: x, y\\u{202e}%0Ahint: 100%25 sure: a, b\n"
        );
    }

    /// The fingerprints of a report.
    fn fingerprints(complaints: &[Complaint]) -> Vec<String> {
        let report: serde_json::Value =
            serde_json::from_str(&gitlab(complaints)).expect("a report is JSON");
        let issues = report.as_array().expect("a list");
        let prints = issues.iter().map(|issue| issue["fingerprint"].to_string());
        prints.collect()
    }

    #[test]
    fn a_fingerprint_stays_when_lines_move_and_no_two_are_the_same() {
        let before = [
            complaint("a.toml", 3, "a"),
            complaint("a.toml", 4, "a"),
            complaint("a.toml", 5, "b"),
            complaint("b.toml", 3, "a"),
        ];
        let moved = [
            complaint("a.toml", 7, "a"),
            complaint("a.toml", 9, "a"),
            complaint("a.toml", 11, "b"),
            complaint("b.toml", 1, "a"),
        ];
        let prints = fingerprints(&before);
        assert_eq!(prints, fingerprints(&moved));
        for (place, print) in prints.iter().enumerate() {
            assert!(!prints[..place].contains(print), "{prints:?}");
        }
    }
}
