//! What is said about planning documents.

use super::*;

#[test]
fn what_is_wrong_with_a_number_is_said_with_what_to_do() {
    let said = |fault: PlanningFault| {
        let failure = fault.describe();
        format!("{}; {}", failure.message, failure.hint.unwrap_or_default())
    };
    assert_eq!(
        said(PlanningFault::TwoItems {
            number: "12".to_owned(),
            items: vec!["12a fix the leak".to_owned(), "12b port it".to_owned()],
        }),
        "#12 may be `12a fix the leak` or `12b port it`; write the number with its letter"
    );
    assert_eq!(
        said(PlanningFault::Row(RowFault::SecondNumber("7".to_owned()))),
        "#7 is a second item on this line; give each item a line of its own"
    );
}

#[test]
fn of_several_lines_that_are_not_read_the_first_is_shown() {
    let remark = PlanningRemark::Unread {
        line: 3,
        text: "Goals".to_owned(),
        why: UnreadKind::Prose(Run { count: 4, last: 9 }),
    };
    assert_eq!(
        remark.describe(),
        "these 4 lines, up to line 9, do not belong to an item: `Goals`"
    );
}

#[test]
fn words_among_the_people_are_named_with_what_to_do() {
    let said = |words: &[&str]| {
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        let failure = UnreadKind::NotNames(words).describe();
        format!("{}; {}", failure.message, failure.hint.unwrap_or_default())
    };
    assert_eq!(
        said(&["somebody"]),
        "`somebody` is not a name; name only people there, and write what else there is to say behind them"
    );
    assert_eq!(
        said(&["later", "somebody"]),
        "`later`, `somebody` are not names; name only people there, and write what else there is to say behind them"
    );
}

#[test]
fn a_second_time_is_named_with_what_to_do() {
    let failure = UnreadKind::OtherTimes {
        time: String::from("Wed"),
        others: vec![String::from("Tue")],
    }
    .describe();
    assert_eq!(
        format!("{}; {}", failure.message, failure.hint.unwrap_or_default()),
        "an item has one time, so `Tue` is not recorded; write all of it as one time behind the title: `, Wed and Tue`"
    );
}

#[test]
fn items_that_stay_closed_are_named_with_the_command() {
    let said = |is_given_up| {
        let items = vec![String::from("1 draw it"), String::from("2 port it")];
        let remark = PlanningRemark::StayClosed { items, is_given_up };
        format!(
            "{}; {}",
            remark.describe(),
            remark.hint().unwrap_or_default()
        )
    };
    assert_eq!(
        said(false),
        "these items are open in the document and stay closed: 1 draw it, 2 port it; `sprint reopen ITEM` opens one"
    );
    assert_eq!(
        said(true),
        "these items are given up in the document and stay done: 1 draw it, 2 port it; `sprint reopen ITEM` and then \
         `sprint drop ITEM` give one up"
    );
}

#[test]
fn headings_are_named_with_what_to_do() {
    let said = |why: UnreadKind| {
        let failure = why.describe();
        format!("{}; {}", failure.message, failure.hint.unwrap_or_default())
    };
    for (headings, count, expected) in [
        (1, 0, "the lines below this heading are not items"),
        (1, 1, "the line below this heading is not an item"),
        (1, 3, "the 3 lines below this heading are not items"),
        (2, 1, "the line below these 2 headings is not an item"),
        (
            2,
            5,
            "the 5 lines below these 2 headings, up to line 9, are not items",
        ),
    ] {
        let below = Run { count, last: 9 };
        assert_eq!(
            said(UnreadKind::Section { headings, below }),
            format!("{expected}; a slash at its end makes a topic of it, as in `## Goals/`")
        );
    }
    assert_eq!(
        said(UnreadKind::PeopleOfHeading),
        "people behind a heading are not put on the items below it; write them behind each item that they work on"
    );
    let said = |others: &[&str]| {
        let remark = PlanningRemark::NoTopics {
            line: 3,
            first: "Ideas".to_owned(),
            others: others.iter().map(|other| (*other).to_owned()).collect(),
        };
        format!(
            "{}; {}",
            remark.describe(),
            remark.hint().unwrap_or_default()
        )
    };
    assert_eq!(
        said(&[]),
        "`Ideas` is not a topic, so the items below it have none; to make it one, write `Ideas/`"
    );
    assert_eq!(
        said(&["Monday"]),
        "`Ideas`, `Monday` are not topics, so the items below them have none; to make `Ideas` one, write `Ideas/`"
    );
}
