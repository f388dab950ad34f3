//! What is wrong with the logs, for people and for the services that show such lists next to a change.

use std::collections::HashMap;
use std::hash::Hasher;

use fnv::FnvHasher;
use serde_json::{Value, json};

use super::json::pretty;
use crate::diagnostic::{Diagnostic, Location, Position, Severity};
use crate::text::visible;

/// Prints a line for each diagnostic, and under it the line of the file that it is about, as `snippet_at` shows it with
/// an indent, and what to do about it.
pub fn check(
    diagnostics: &[Diagnostic],
    mut snippet_at: impl FnMut(&Location, usize) -> Option<String>,
) -> String {
    const INDENT: usize = 4;
    let mut text = String::new();
    let mut before = None;
    for diagnostic in diagnostics {
        let location = &diagnostic.location;
        let description = diagnostic.describe();
        let message = format!(
            "{location}: {}: {} [{}]",
            description.severity.word(),
            description.message,
            description.rule.name()
        );
        text += &format!("{}\n", visible(&message));
        let is_shown = before.replace(location) == Some(location);
        if !is_shown {
            text += &snippet_at(location, INDENT).unwrap_or_default();
        }
        if let Some(hint) = description.hint {
            text += &format!("    hint: {}\n", visible(&hint));
        }
    }
    text
}

/// Prints a workflow command of GitHub for each diagnostic, which makes an annotation of it. Files have to be given as
/// paths from the root of the repository.
///
/// The format: <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>. Its escapes are those of
/// <https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts>.
pub fn github(diagnostics: &[Diagnostic]) -> String {
    let data = |text: &str| {
        text.replace('%', "%25")
            .replace('\r', "%0D")
            .replace('\n', "%0A")
    };
    let property = |text: &str| data(&visible(text)).replace(':', "%3A").replace(',', "%2C");
    let annotation = |diagnostic: &Diagnostic| {
        let description = diagnostic.describe();
        let (line, column) = line_and_column(&diagnostic.location);
        let hint = description.hint.iter();
        let hint = hint.map(|hint| format!("\nhint: {}", visible(hint)));
        format!(
            "::{} file={},line={line},col={column},title={}::{}\n",
            description.severity.word(),
            property(&file(&diagnostic.location)),
            property(&format!("sprint check: {}", description.rule.name())),
            data(&(visible(&description.message) + &hint.collect::<String>()))
        )
    };
    diagnostics.iter().map(annotation).collect()
}

/// Prints a code quality report of GitLab. Files have to be given as paths from the root of the repository.
///
/// The format: <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>. What is reported again, though
/// its line has moved, keeps its fingerprint; no two of one report have the same.
pub fn gitlab(diagnostics: &[Diagnostic]) -> String {
    let mut seen: HashMap<(String, &str, String), usize> = HashMap::new();
    let mut issues = Vec::new();
    for diagnostic in diagnostics {
        let path = file(&diagnostic.location);
        let subject = diagnostic.subject();
        let description = diagnostic.describe();
        let rule = description.rule.name();
        let mut hasher = FnvHasher::default();
        let before = seen
            .entry((path.clone(), rule, subject.clone()))
            .or_default();
        hasher.write(format!("{path}\n{rule}\n{subject}\n{before}").as_bytes());
        *before += 1;
        let hint = description.hint.iter().map(|hint| format!("; {hint}"));
        let severity = match description.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Notice => "info",
        };
        issues.push(json!({
            "description": visible(&(description.message + &hint.collect::<String>())),
            "check_name": rule,
            "fingerprint": format!("{:016x}", hasher.finish()),
            "severity": severity,
            "location": {
                "path": path,
                "lines": { "begin": line_and_column(&diagnostic.location).0 },
            },
        }));
    }
    pretty(&Value::Array(issues))
}

/// Returns where an annotation goes; that of a whole file goes to its first line.
fn line_and_column(location: &Location) -> (usize, usize) {
    let position = location.position;
    position.map_or((1, 1), |Position { line, column }| (line, column))
}

/// Returns the file of a location, with `/` between its parts on every system.
fn file(location: &Location) -> String {
    let parts = location.file.components();
    let parts = parts.map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::diagnostic::DiagnosticKind;

    fn unknown_key(file: &str, line: usize, key: &str) -> Diagnostic {
        Diagnostic {
            location: Location {
                file: Path::new(file).into(),
                position: Some(Position { line, column: line }),
            },
            kind: DiagnosticKind::UnknownKey(key.to_owned()),
        }
    }

    #[test]
    fn what_a_workflow_command_reads_as_its_own_is_escaped() {
        assert_eq!(
            github(&[unknown_key(
                "a,b:c%/\u{1b}[31m.toml",
                2,
                "50%: x,\r\ny\u{202e}"
            )]),
            "::warning file=a%2Cb%3Ac%25/\\u{1b}[31m.toml,line=2,col=2,title=sprint check%3A unknown-key\
             ::the key `50%25: x, y\\u{202e}` is not known and is skipped\
             %0Ahint: a newer version of sprint may have written it\n"
        );
    }

    fn fingerprints(diagnostics: &[Diagnostic]) -> Vec<String> {
        let report: serde_json::Value =
            serde_json::from_str(&gitlab(diagnostics)).expect("a report is JSON");
        let issues = report.as_array().expect("a list");
        let prints = issues.iter().map(|issue| issue["fingerprint"].to_string());
        prints.collect()
    }

    #[test]
    fn a_fingerprint_stays_when_lines_move_and_no_two_are_the_same() {
        let before = [
            unknown_key("a.toml", 3, "a"),
            unknown_key("a.toml", 4, "a"),
            unknown_key("a.toml", 5, "b"),
            unknown_key("b.toml", 3, "a"),
        ];
        let moved = [
            unknown_key("a.toml", 7, "a"),
            unknown_key("a.toml", 9, "a"),
            unknown_key("a.toml", 11, "b"),
            unknown_key("b.toml", 1, "a"),
        ];
        let prints = fingerprints(&before);
        assert_eq!(prints, fingerprints(&moved));
        for (place, print) in prints.iter().enumerate() {
            assert!(!prints[..place].contains(print), "{prints:?}");
        }
    }
}
