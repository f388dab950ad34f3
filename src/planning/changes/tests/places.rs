//! Headings and the places of items.

use super::{compared, exported, plan, shown, sprint};

#[test]
fn a_topic_of_signs_alone_is_one_however_its_heading_is_written() {
    for topic in ["#", "\\"] {
        let base = sprint(&[
            plan("speed up the parser", "", &[]),
            plan("fix the leak", topic, &[]),
        ]);
        let row = "- [ ] #1 speed up the parser\n";
        let text = exported(&base).replace(row, "") + row;
        let expected = format!("9: move 1 -t {topic}\n");
        let changes = compared(&text, &base, &base);
        assert_eq!(shown(&changes, &base), expected, "{text}");
    }
}
