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
        ("plug it FAST FERTIG", "plug it FAST FERTIG"),
        (
            "plug it (Armin): fast fertig",
            "plug it | (armin) | : fast fertig",
        ),
        ("das Haus fertig bauen", "das Haus fertig bauen"),
    ]);
}
