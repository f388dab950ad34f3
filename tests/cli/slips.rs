//! Remarks on texts that say something else than the command that records them.

use expect_test::expect;

use crate::support::people_session;

#[test]
fn a_title_that_says_where_it_stands_is_remarked_on() {
    people_session(expect![[r#"
        $ sprint plan fix docs DONE; sprint plan '[x] fix the index'; sprint plan TODO: write tests
        1 planned: fix docs DONE
        2 planned: [x] fix the index
        3 planned: TODO: write tests
        ! remark: `DONE` is part of the title
        ! hint: `sprint reword 1 fix docs` and `sprint done 1` finish it
        ! remark: `[x]` is part of the title
        ! hint: `sprint reword 2 fix the index` and `sprint done 2` finish it
        ! remark: `TODO:` is part of the title
        ! hint: `sprint reword 3 write tests` takes it off
        $ sprint plan -- '[x] it is a box'; sprint plan call it done; sprint plan read TODO list
        4 planned: [x] it is a box
        5 planned: call it done
        6 planned: read TODO list
    "#]]);
}

#[test]
fn another_command_within_a_text_is_remarked_on() {
    people_session(expect![[r#"
        $ cat > lines <<END
        > plan write docs; plan write tests
        > plan fix the leak && assign 1 armin
        > plan "fix the build
        > plan read the plan; it is long
        > progress 1 It works; next we look at the JIT
        > progress 1 Both run; note that Windows lacks it; talk to Ida
        > progress 1 Half done; thank you all; join us; plan the rest
        > progress 1 begun; done 2; result 3 It is gone.
        > progress 1 begun; done when it is merged && assign some of it
        > END
        $ sprint batch lines
        1 planned: write docs; plan write tests
        2 planned: fix the leak && assign 1 armin
        3 planned: "fix the build
        4 planned: read the plan; it is long
        1 progress: write docs; plan write tests  | status: It works; next we look at the JIT
        1 progress: write docs; plan write tests  | status: Both run; note that Windows lacks it; talk to I…
        1 progress: write docs; plan write tests  | status: Half done; thank you all; join us; plan the rest
        1 progress: write docs; plan write tests  | status: begun; done 2; result 3 It is gone.
        1 progress: write docs; plan write tests  | status: begun; done when it is merged && assign some of…
        ! remark: `plan write tests` is part of the text
        ! hint: `sprint undo` takes it back; each command is a line of its own
        ! remark: `assign 1 armin` is part of the text
        ! hint: `sprint undo` takes it back; each command is a line of its own
        ! remark: `"` is part of the text
        ! hint: `sprint undo` takes it back
        ! remark: `done 2` is part of the text
        ! hint: `sprint undo` takes it back; each command is a line of its own
    "#]]);
}

#[test]
fn a_day_and_whose_work_it_was_are_no_result() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1 am Montag; sprint done 1 on Monday.; sprint done 1 credit armin; sprint done 1 um 14:30
        ! error: `am Montag` says when, and nothing else
        ! hint: `sprint done 1 --day Mon` records it for then; `sprint done 1 -- am Montag` records the text
        ! error: `on Monday.` says when, and nothing else
        ! hint: `sprint done 1 --day Monday` records it for then; `sprint done 1 -- on Monday.` records the text
        ! error: `credit armin` may be people or the text
        ! hint: `sprint done 1 -p armin` says whose work it was; `sprint done 1 -- credit armin` records the text
        ! error: `um 14:30` says when, and nothing else
        ! hint: `sprint done 1 --at 14:30` records it for then; `sprint done 1 -- um 14:30` records the text
        [exit 2]
        $ sprint drop 1 done by Mira
        1 dropped: fix the leak  | why: done by Mira
        ! remark: 1 is given up, though `done by Mira` says that it is finished
        ! hint: `sprint done 1` finishes it
    "#]]);
}

#[test]
fn people_at_the_edge_of_a_title_are_remarked_on() {
    people_session(expect![[r#"
        $ sprint plan fix the cache, bea; sprint plan fix the index - armin; sprint plan 'anto+bea: read it'
        1 planned: fix the cache, bea
        2 planned: fix the index - armin
        3 planned: anto+bea: read it
        ! remark: the text names Bea Meier, and puts nobody on it
        ! hint: `sprint assign 1 bea` puts them on it
        ! remark: the text names Armin Rigo, and puts nobody on it
        ! hint: `sprint assign 2 armin` puts them on it
        $ sprint plan fix the cache, all; sprint plan -- fix it, bea
        4 planned: fix the cache, all
        5 planned: fix it, bea
        $ sprint progress 1 '(bea) half of it'
        1 progress: fix the cache, bea  | status: (bea) half of it
        ! remark: the brackets are text, though they name bea
        ! hint: `sprint assign 1 PEOPLE` says who
    "#]]);
}

#[test]
fn items_from_one_to_another_are_all_of_them() {
    people_session(expect![[r#"
        $ sprint plan a1; sprint plan a2; sprint plan a3
        1 planned: a1
        2 planned: a2
        3 planned: a3
        $ sprint done 1 bis 3; sprint done 1 to 3; sprint done 1 and 3
        ! error: `bis 3` may be items or the text
        ! hint: `sprint done 1,2,3` is about all of them; `sprint done 1 -- bis 3` records the text
        ! error: `to 3` may be items or the text
        ! hint: `sprint done 1,2,3` is about all of them; `sprint done 1 -- to 3` records the text
        ! error: `and 3` may be items or the text
        ! hint: `sprint done 1,3` is about all of them; `sprint done 1 -- and 3` records the text
        [exit 2]
    "#]]);
}
