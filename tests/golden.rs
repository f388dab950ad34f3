//! Whole posts and boards of the bundled sprints, as files.

use std::path::Path;
use std::process::Command;

use expect_test::{ExpectFile, expect_file};

/// Runs the program on the bundled journal, a day after Leysin 2017, and expects nothing to be wrong.
fn seen(arguments: &str) -> String {
    let (output, errors) = run(arguments);
    assert_eq!(errors, "");
    output
}

/// Runs the program on the bundled journal, and gives its output and its remarks.
fn run(arguments: &str) -> (String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_sprint"))
        .args(arguments.split_whitespace())
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .env_clear()
        .env("SPRINT_NOW", "2017-03-05T10:00:00+01:00")
        .env("COLUMNS", "100")
        .output()
        .expect("the program can be started");
    assert!(output.status.success());
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (text(output.stdout), text(output.stderr))
}

/// Compares what the program says of the bundled journal with a file.
fn check(arguments: &str, expected: ExpectFile) {
    expected.assert_eq(&seen(arguments));
}

#[test]
fn leysin_2017_is_a_post_of_goals_and_highlights() {
    check("summary", expect_file!["golden/leysin-2017.md"]);
}

#[test]
fn leysin_2009_is_a_post_of_prose_by_topic() {
    check(
        "-s leysin-2009 summary",
        expect_file!["golden/leysin-2009.md"],
    );
}

#[test]
fn leysin_2017_can_be_prose_by_topic() {
    check(
        "summary --group topic --body prose --names full",
        expect_file!["golden/leysin-2017-prose.md"],
    );
}

#[test]
fn leysin_2009_can_be_bullets() {
    check_built_in(
        &format!("-s leysin-2009 summary {BUILT_IN} --group none --body bullets"),
        expect_file!["golden/leysin-2009-bullets.md"],
    );
}

/// The options for the built-in template.
const BUILT_IN: &str = "--template src/report/template/post.md";

/// Compares what the built-in template makes of a bundled sprint with a file.
fn check_built_in(arguments: &str, expected: ExpectFile) {
    let (post, remarks) = run(arguments);
    let gap = "remark: gap: a few sentences: where, when, who, what for\n";
    assert_eq!(remarks, gap);
    expected.assert_eq(&post);
}

#[test]
fn leysin_2017_can_be_told_by_the_built_in_template() {
    check_built_in(
        &format!("summary {BUILT_IN}"),
        expect_file!["golden/leysin-2017-built-in.md"],
    );
}

#[test]
fn leysin_2009_can_be_told_by_the_built_in_template() {
    check_built_in(
        &format!("-s leysin-2009 summary {BUILT_IN}"),
        expect_file!["golden/leysin-2009-built-in.md"],
    );
}

#[test]
fn leysin_2017_is_a_text_for_a_mail() {
    check("summary --for text", expect_file!["golden/leysin-2017.txt"]);
}

#[test]
fn leysin_2009_is_a_text_for_a_mail() {
    check(
        "-s leysin-2009 summary --for text",
        expect_file!["golden/leysin-2009.txt"],
    );
}

#[test]
fn leysin_2017_is_a_post_in_html() {
    check(
        "summary --for html",
        expect_file!["golden/leysin-2017.html"],
    );
}

#[test]
fn leysin_2009_is_a_post_in_html() {
    check(
        "-s leysin-2009 summary --for html",
        expect_file!["golden/leysin-2009.html"],
    );
}

#[test]
fn leysin_2017_is_a_post_in_restructuredtext() {
    check("summary --for rst", expect_file!["golden/leysin-2017.rst"]);
}

#[test]
fn leysin_2009_is_a_post_in_restructuredtext() {
    check(
        "-s leysin-2009 summary --for rst",
        expect_file!["golden/leysin-2009.rst"],
    );
}

#[test]
fn leysin_2009_after_three_days_is_an_interim_report() {
    check_built_in(
        "-s leysin-2009 summary --to 2009-04-16",
        expect_file!["golden/leysin-2009-days-1-3.md"],
    );
}

#[test]
fn leysin_2017_is_a_post_for_every_site() {
    check(
        "summary --for nikola",
        expect_file!["golden/leysin-2017-nikola.md"],
    );
    check(
        "summary --for jekyll",
        expect_file!["golden/leysin-2017-jekyll.md"],
    );
    check(
        "summary --for hugo",
        expect_file!["golden/leysin-2017-hugo.md"],
    );
    check(
        "summary --for zola",
        expect_file!["golden/leysin-2017-zola.md"],
    );
    check(
        "summary --for pelican",
        expect_file!["golden/leysin-2017-pelican.md"],
    );
    check(
        "summary --for eleventy",
        expect_file!["golden/leysin-2017-eleventy.md"],
    );
}

#[test]
fn leysin_2009_on_its_documentation_day_has_a_board() {
    check(
        "-s leysin-2009 board --day 2009-04-17",
        expect_file!["golden/leysin-2009-board-friday.txt"],
    );
}

#[test]
fn leysin_2009_on_its_documentation_day_has_a_board_for_the_projector() {
    check(
        "-s leysin-2009 board --for html --day 2009-04-17",
        expect_file!["golden/leysin-2009-board-friday.html"],
    );
}

#[test]
fn leysin_2009_on_its_first_day_has_a_log() {
    check(
        "-s leysin-2009 log 2009-04-14",
        expect_file!["golden/leysin-2009-log-tuesday.txt"],
    );
}

#[test]
fn a_discussion_of_leysin_2009_tells_its_story() {
    check(
        "-s leysin-2009 show 9",
        expect_file!["golden/leysin-2009-show-9.txt"],
    );
}

#[test]
fn the_bundled_sprints_are_listed() {
    check("list", expect_file!["golden/list.txt"]);
}

#[test]
fn leysin_2017_is_a_report_for_programs() {
    check("summary --json", expect_file!["golden/leysin-2017.json"]);
}

#[test]
fn leysin_2009_is_a_report_for_programs() {
    check(
        "-s leysin-2009 summary --json",
        expect_file!["golden/leysin-2009.json"],
    );
}

#[test]
fn leysin_2009_on_its_documentation_day_has_a_board_for_programs() {
    check(
        "-s leysin-2009 board --json --day 2009-04-17",
        expect_file!["golden/leysin-2009-board-friday.json"],
    );
}

#[test]
fn leysin_2009_on_its_first_day_has_a_log_for_programs() {
    check(
        "-s leysin-2009 log --json 2009-04-14",
        expect_file!["golden/leysin-2009-log-tuesday.json"],
    );
}

#[test]
fn a_discussion_of_leysin_2009_tells_its_story_to_programs() {
    check(
        "-s leysin-2009 show 9 --json",
        expect_file!["golden/leysin-2009-show-9.json"],
    );
}

#[test]
fn the_bundled_sprints_are_listed_for_programs() {
    check("list --json", expect_file!["golden/list.json"]);
}

#[test]
fn nothing_is_wrong_or_odd_in_the_bundled_sprints() {
    assert_eq!(seen("check --all --strict"), "");
}
