//! Lines as people type them who do not know the form.

use super::tests::check;

#[test]
fn a_status_may_be_bold_or_italic() {
    check(&[
        ("**DONE** plug it", "plug it | : DONE | Done"),
        ("**DONE:** plug it", "plug it | : DONE | Done"),
        ("*done*: plug it", "plug it | : done | Done"),
        (
            "__WIP__ plug it (Armin)",
            "plug it | (armin) | : WIP | InProgress",
        ),
        ("plug it **DONE**", "plug it | : DONE | Done"),
        (
            "plug it (Armin): **DONE**",
            "plug it | (armin) | : DONE | Done",
        ),
        (
            "plug it (Armin) _in progress_",
            "plug it | (armin) | : in progress | InProgress",
        ),
        ("*testing* is slow", "*testing* is slow"),
        (
            "make *done* a word of its own",
            "make *done* a word of its own",
        ),
    ]);
}

#[test]
fn a_tick_says_done_as_the_emoji_does() {
    check(&[
        ("plug it ✓", "plug it | Done"),
        ("plug it (Armin) ✓", "plug it | (armin) | Done"),
        ("✓ plug it (Armin)", "plug it | (armin) | Done"),
        ("plug it (Armin): ✓", "plug it | (armin) | Done"),
        ("plug it ✗", "plug it | Dropped"),
    ]);
}

#[test]
fn a_word_of_another_language_closes_an_item_if_it_is_all_of_the_status() {
    check(&[
        ("plug it: erledigt", "plug it | : erledigt | Done"),
        ("plug it (fertig)", "plug it | : fertig | Done"),
        ("plug it FERTIG", "plug it | : FERTIG | Done"),
        ("ERLEDIGT: plug it", "plug it | : ERLEDIGT | Done"),
        (
            "plug it (Armin): terminé",
            "plug it | (armin) | : terminé | Done",
        ),
        ("plug it: in Arbeit", "plug it | : in Arbeit | InProgress"),
        (
            "plug it (Armin): behoben",
            "plug it | (armin) | : behoben | Done",
        ),
        ("plug it: gelöst", "plug it | : gelöst | Done"),
        ("plug it - gemerged", "plug it | : gemerged | Done"),
        ("plug it (geschlossen)", "plug it | : geschlossen | Done"),
        ("plug it FAST FERTIG", "plug it FAST FERTIG"),
        (
            "plug it (Armin): fast fertig",
            "plug it | (armin) | : fast fertig",
        ),
        ("das Haus fertig bauen", "das Haus fertig bauen"),
    ]);
}

#[test]
fn people_who_are_known_stand_behind_signs_and_in_square_brackets_too() {
    check(&[
        ("plug it -- Armin", "plug it | (armin)"),
        ("plug it — Armin, Anto", "plug it | (armin, anto)"),
        ("plug it @ Armin", "plug it | (armin)"),
        ("plug it -> Armin", "plug it | (armin)"),
        ("plug it [Armin]", "plug it | (armin)"),
        (
            "plug it [Armin, Anto]: slow",
            "plug it | (armin, anto) | : slow",
        ),
        ("plug it [Armin] DONE", "plug it | (armin) | : DONE | Done"),
        ("[Armin] plug it", "plug it | (armin)"),
        ("Armin - plug it", "plug it | (armin)"),
        ("Armin, Anto – plug it", "plug it | (armin, anto)"),
        ("plug it -- Amaury", "plug it -- Amaury"),
        ("plug it [Amaury]", "plug it [Amaury]"),
        ("Amaury - plug it", "Amaury - plug it"),
        (
            "[Armin](https://example.org) plug it",
            "[Armin](https://example.org) plug it",
        ),
        ("numpy - plug it", "numpy - plug it"),
        ("DONE - plug it", "plug it | : DONE | Done"),
        ("plug it (Armin) #12", "plug it #12 | (armin)"),
    ]);
}

#[test]
fn a_time_may_stand_in_front_and_before_the_people() {
    check(&[
        ("14:00 apples (Armin)", "apples | (armin) | at 14:00"),
        ("Fri 11:00: apples", "apples | at Fri 11:00"),
        ("14:00 - 15:00 apples", "apples | at 14:00 - 15:00"),
        ("11:00 Armin: apples", "apples | (armin) | at 11:00"),
        (
            "apples, Fri 11:00 (Armin)",
            "apples | (armin) | at Fri 11:00",
        ),
        (
            "apples, Fri 11:00 (Armin): slow",
            "apples | (armin) | at Fri 11:00 | : slow",
        ),
        (
            "take the bus at 14:00 (Armin)",
            "take the bus at 14:00 | (armin)",
        ),
        ("3.11 is out", "3.11 is out"),
    ]);
}

#[test]
fn a_time_stands_behind_any_common_sign_in_english_or_german() {
    check(&[
        ("apples (Armin), 17 Uhr", "apples | (armin) | at 17 Uhr"),
        ("apples (Armin) @ 17:00", "apples | (armin) | at 17:00"),
        (
            "apples (Armin) - Tuesday morning",
            "apples | (armin) | at Tuesday morning",
        ),
        ("apples (Armin) – ab Mi", "apples | (armin) | at ab Mi"),
        ("apples (Armin): morgen", "apples | (armin) | at morgen"),
        (
            "apples (Armin, ab Mittwoch)",
            "apples | (armin) | at ab Mittwoch",
        ),
        ("apples (Armin, @ 17:00)", "apples | (armin) | at 17:00"),
        (
            "apples (Armin), Tue 10:00 -> yes, with 4.0",
            "apples | (armin) | at Tue 10:00 | : yes, with 4.0",
        ),
        (
            "apples (Armin), Di 10:00 => postponed",
            "apples | (armin) | at Di 10:00 | : postponed | Dropped",
        ),
        (
            "apples (Armin), Thu 17:00 done",
            "apples | (armin) | at Thu 17:00 | : done | Done",
        ),
        ("apples - Tuesday morning", "apples | at Tuesday morning"),
        ("apples @ 17:00", "apples | at 17:00"),
        ("apples (Di 10:00)", "apples | at Di 10:00"),
        // Words and versions.
        ("apples (Armin): so", "apples | (armin) | : so"),
        ("apples (3.11)", "apples (3.11)"),
        (
            "do we meet at 9 or 10? -> 9:30",
            "do we meet at 9 or 10? -> 9:30",
        ),
    ]);
}

#[test]
fn people_stand_as_handles_in_front_and_at_the_end() {
    check(&[
        ("@armin plug it", "plug it | (armin)"),
        ("@armin Plug & test it", "Plug & test it | (armin)"),
        ("@armin, @anto: plug it", "plug it | (armin, anto)"),
        ("@armin and @anto plug it", "plug it | (armin, anto)"),
        ("@armin plugged it", "@armin plugged it"),
        ("@armin has plugged it", "@armin has plugged it"),
        ("@property is slow", "@property is slow"),
        ("plug it @all", "plug it | (everybody)"),
        ("plug it **@armin**", "plug it | (armin)"),
        ("plug it @armin,@anto", "plug it | (armin, anto)"),
        ("plug it @armin (w/ @anto)", "plug it | (armin, anto helps)"),
        ("plug it by @armin", "plug it | (armin)"),
        ("plug it ✅ @armin", "plug it | (armin) | Done"),
    ]);
}

#[test]
fn people_are_known_by_other_forms_of_their_names() {
    check(&[
        ("plug it (Armin R., Ronan L)", "plug it | (armin, ronan)"),
        ("plug it (Anders H.)", "plug it | (iko)"),
        (
            "plug it (Armin X.)",
            "plug it | () | Armin X is Armin Rigo?",
        ),
        ("plug it (@samuelepedroni)", "plug it | (samuele)"),
    ]);
}

#[test]
fn a_status_stands_behind_arrows_and_bars() {
    check(&[
        (
            "plug it (Armin) -> moved to Tuesday",
            "plug it | (armin) | : moved to Tuesday",
        ),
        ("plug it (Armin) => moved", "plug it | (armin) | : moved"),
        (
            "plug it (Armin) --> DONE",
            "plug it | (armin) | : DONE | Done",
        ),
        (
            "plug it (Armin) / done",
            "plug it | (armin) | : done | Done",
        ),
        (
            "plug it (Armin) | done",
            "plug it | (armin) | : done | Done",
        ),
        ("plug it -> done", "plug it | : done | Done"),
        ("plug it / done", "plug it | : done | Done"),
        ("plug it -- done", "plug it | : done | Done"),
        (
            "plug it (Armin) -> tracker",
            "plug it | (armin) | : -> tracker | Dropped",
        ),
        ("plug the reader / testing", "plug the reader / testing"),
        (
            "plug it (Armin): /tmp is full",
            "plug it | (armin) | : /tmp is full",
        ),
    ]);
}

#[test]
fn nothing_is_cut_off_within_quotes_or_code() {
    for text in [
        "say \"a: DONE\" in the docs",
        "say \"a (Armin)\" in the docs",
        "say “it – Armin”",
        "print `DONE` in the log",
        "print `a: DONE`",
        "print 'DONE: a' in the log",
        "\"Armin: do it\" is not a title",
    ] {
        check(&[(text, text)]);
        let all = format!("{text} (Anto): faster");
        check(&[(all.as_str(), format!("{text} | (anto) | : faster").as_str())]);
    }
    check(&[
        (
            "niklaus' work: Armin's DONE",
            "niklaus' work: Armin's | : DONE | Done",
        ),
        ("a 5\" disk (Armin)", "a 5\" disk | (armin)"),
        ("plug \"it (Armin)", "plug \"it | (armin)"),
    ]);
}

#[test]
fn brackets_with_labels_are_not_read() {
    check(&[
        ("plug it (people: Armin; status: DONE)", "plug it | unclear"),
        ("plug it (who: Armin, when: Fri)", "plug it | unclear"),
        ("plug it (see: the wiki)", "plug it (see: the wiki)"),
        ("plug it (in C: DONE)", "plug it (in C: DONE)"),
    ]);
}
