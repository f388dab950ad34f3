//! `@handles`, and what may follow them.

use super::tests::{check, shown};

#[test]
fn a_status_a_time_a_bracket_or_a_sign_may_follow_handles() {
    check(&[
        (
            "plug it @laura (blocked by review)",
            "plug it | (laura) | : blocked by review | InProgress",
        ),
        (
            "plug it @laura: waiting for the new runner",
            "plug it | (laura) | : waiting for the new runner | InProgress",
        ),
        (
            "plug it @laura, @armin - nearly",
            "plug it | (laura, armin) | : nearly",
        ),
        (
            "plug it @laura, Thu 17:00",
            "plug it | (laura) | at Thu 17:00",
        ),
        ("plug it @laura :tada:", "plug it :tada: | (laura)"),
        ("plug it (Laura) :tada:", "plug it :tada: | (laura)"),
        ("plug it @laura 🦀", "plug it 🦀 | (laura)"),
        ("plug it @laura (#12)", "plug it (#12) | (laura)"),
        ("plug it (Laura) (#12)", "plug it (#12) | (laura)"),
        ("plug it @laura (hard)", "plug it (hard) | (laura)"),
    ]);
}

#[test]
fn a_handle_within_a_sentence_is_no_assignment() {
    for text in [
        "tell @laura about it",
        "make @laura's cache faster",
        "@laura was faster",
        "ask @laura: is it slow",
    ] {
        check(&[(text, text)]);
    }
    for text in ["ask @laura", "wait for @laura", "pair with @laura"] {
        check(&[(text, &format!("{text} | names @laura"))]);
    }
}

#[test]
fn a_status_in_the_brackets_follows_a_handle_or_somebody_known() {
    check(&[
        (
            "plug it (@hsato, merged in #880)",
            "plug it | (+hsato) | : merged in #880 | Done",
        ),
        (
            "plug it (Armin, fixed in #880)",
            "plug it | (armin) | : fixed in #880 | Done",
        ),
        (
            "plug it (@hsato, waiting for a reply)",
            "plug it | (+hsato) | : waiting for a reply | InProgress",
        ),
    ]);
}

#[test]
fn whatever_follows_handles_and_a_sign_behind_a_known_title_is_a_status() {
    for (text, expected) in [
        ("chapter two @laura", "chapter two | (laura)"),
        (
            "chapter two @laura: halfway through",
            "chapter two | (laura) | : halfway through",
        ),
        (
            "chapter two @laura @armin - looks good",
            "chapter two | (laura, armin) | : looks good",
        ),
        (
            "chapter two @laura, started",
            "chapter two | (laura) | : started | InProgress",
        ),
        (
            "chapter two @laura, then three",
            "chapter two @laura, then three | names @laura",
        ),
    ] {
        assert_eq!(shown(text, Some("chapter two")), expected, "{text}");
    }
    let text = "ask @laura: is it slow";
    assert_eq!(shown(text, Some("ask")), text);
}

#[test]
fn what_nobody_does_now_follows_handles_without_brackets() {
    check(&[
        (
            "plug it @laura -> next sprint",
            "plug it | (laura) | : -> next sprint | Dropped",
        ),
        (
            "plug it @laura, @armin: moved to next sprint",
            "plug it | (laura, armin) | : moved to next sprint | Dropped",
        ),
        (
            "plug it @laura auf nächsten Sprint verschoben",
            "plug it | (laura) | : auf nächsten Sprint verschoben | Dropped",
        ),
        (
            "plug it @laura, abgebrochen",
            "plug it | (laura) | : abgebrochen | Dropped",
        ),
        ("plug it (@laura @hsato)", "plug it | (laura, +hsato)"),
    ]);
}

#[test]
fn whoever_is_only_mentioned_is_not_on_it() {
    for text in [
        "plug it, blocked by @laura",
        "plug it - reported by @laura",
        "plug it thanks @laura",
        "plug it, danke @laura",
        "plug it fyi @laura",
        "plug it reviewer @laura",
        "plug it /cc @laura @armin",
        "plug it not @laura",
        "plug it, gemeldet von @laura",
    ] {
        assert!(
            shown(text, None).starts_with(&format!("{text} | names @")),
            "{text}"
        );
    }
    check(&[
        ("plug it by @laura", "plug it | (laura)"),
        ("plug it - @laura", "plug it | (laura)"),
    ]);
}
