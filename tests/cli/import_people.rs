//! Who a pad says is there, from one day to the next.

use expect_test::expect;

use crate::support::TestEnv;

#[test]
fn whoever_was_named_on_an_item_joins_and_is_on_others_at_once() {
    let env = TestEnv::with_sprint();
    env.run(
        r##"printf -- '- theme (Mia)\n- news\n' > monday.md
printf 'People: Mia Sand, Pavel Dvorak\n\n- theme (Mia)\n- news (Mia, Pavel)\n' > tuesday.md"##,
    );
    env.session(expect![[r#"
        $ sprint import monday.md --yes
        plan -p +Mia -- theme
        plan news
        recorded 2: 2 planned (`sprint undo` takes all of it back)
        ! remark: new names: +Mia; `sprint join` adds those who attend
        $ sprint import tuesday.md --yes && sprint import tuesday.md --yes
        join Mia Sand
        join Pavel Dvorak
        assign 2 mia, pavel
        recorded 3: 2 joined, 1 assigned (`sprint undo` takes all of it back)
        ! remark: there is nothing to record
        $ sprint board
        Leysin Winter Sprint 2017 · Monday, 27 February 2017
        Here (2): Mia, Pavel
          1  theme  Mia
          2  news   Mia, Pavel
    "#]]);
}
