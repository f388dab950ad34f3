//! Words behind an item that may be more of it, people, or what says that it is not done.

use expect_test::expect;

use crate::support::people_session;

#[test]
fn words_of_the_item_behind_it_are_no_text() {
    people_session(expect![[r#"
        $ sprint plan fix the login page; sprint plan write tests; sprint plan Doku aktualisieren; sprint plan release 2.0; sprint plan shrink the index
        1 planned: fix the login page
        2 planned: write tests
        3 planned: Doku aktualisieren
        4 planned: release 2.0
        5 planned: shrink the index
        $ sprint done write tests; sprint drop doku aktualisieren; sprint done release 2.0; sprint reopen write tests
        2 done: write tests
        3 dropped: Doku aktualisieren
        4 done: release 2.0
        2 reopened: write tests
        $ sprint progress shrink index half done
        ! error: `index half done` may begin with words of the item or be the text
        ! hint: `sprint progress 5 half done` records what is behind them; `sprint progress 5 -- index half done` records the text
        [exit 2]
        $ sprint progress shrink index
        ! error: `index` may be words of the item or the text
        ! hint: `sprint progress 5 TEXT` takes another text; `sprint progress 5 -- index` records this one
        [exit 2]
        $ sprint result shrink index it is smaller
        ! error: `index it is smaller` may begin with words of the item or be the text
        ! hint: `sprint result 5 it is smaller` records what is behind them; `sprint result 5 -- index it is smaller` records the text
        [exit 2]
        $ sprint done login page, index
        ! error: `page, index` may be items or the text
        ! hint: `sprint done 1,5` is about all of them; `sprint done 1 -- page, index` records the text
        [exit 2]
        $ sprint done login page with bea
        ! error: `page with bea` may be items and people or the text
        ! hint: `sprint done 1 --with bea` says whose work it was; `sprint done 1 -- page with bea` records the text
        [exit 2]
        $ sprint done login page half done
        ! error: a result that begins with `half done` is not one
        ! hint: `sprint progress 1 half done` sets the status; `sprint done 1 -- half done` records it as the result
        [exit 2]
        $ sprint done login page: it works '(bea)'
        1 done: fix the login page  | credit: Bea  | result: it works
        $ sprint done shrink index is half as big.
        5 done: shrink the index  | result: index is half as big.
    "#]]);
}

#[test]
fn names_with_signs_are_words_of_items() {
    people_session(expect![[r#"
        $ sprint plan C++ bindings; sprint plan port to .NET; sprint plan die Doku
        1 planned: C++ bindings
        2 planned: port to .NET
        3 planned: die Doku
        $ sprint done C++ works; sprint done .NET works
        1 done: C++ bindings  | result: works
        2 done: port to .NET  | result: works
        $ sprint done die Doku ist fertig
        ! error: `die` alone does not name an item
        ! hint: say its number: 3 (die Doku)
        [exit 1]
        $ sprint done doku 3.12
        3 done: die Doku  | result: 3.12
    "#]]);
}

#[test]
fn what_says_that_nothing_is_decided_is_no_decision() {
    people_session(expect![[r#"
        $ sprint discuss which license
        1 to discuss: which license
        $ sprint decide 1 noch offen
        ! error: `noch offen` says that it is not decided
        ! hint: `sprint progress 1 noch offen` adds it to the minutes; `sprint decide 1 -- noch offen` records it as the decision
        [exit 2]
        $ sprint discuss which colour -p bea --decided wir entscheiden morgen
        ! error: `wir entscheiden morgen` says that it is not decided
        ! hint: `sprint discuss which colour -p bea` adds it; `sprint decide ITEM -- wir entscheiden morgen` then records it as the decision
        [exit 2]
        $ sprint decide 1 -- noch offen
        1 decided: which license  | decision: noch offen
        $ sprint discuss which name; sprint decide 2 'MIT (anto, bea)'
        2 to discuss: which name
        2 decided: which name  | decision: MIT (anto, bea)
        ! remark: the brackets are text, though they name anto
        ! hint: `sprint result 2 MIT --only` and `sprint done 2 -p anto, bea` says who
        $ sprint result 2 MIT --only; sprint done 2 -p anto, bea
        2 result replaced: which name  | result: MIT
        2 done: which name  | credit: Antonio, Bea
    "#]]);
}

#[test]
fn what_does_not_work_yet_is_not_done() {
    people_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done 1 läuft noch nicht
        ! error: `läuft noch nicht` says that it is not done
        ! hint: `sprint progress 1 läuft noch nicht` sets the status; `sprint drop 1 läuft noch nicht` says that it was given up; `sprint done 1 -- läuft noch nicht` records it as the result
        [exit 2]
        $ sprint done 1 nothing is blocked any more
        1 done: fix the leak  | result: nothing is blocked any more
    "#]]);
}

#[test]
fn people_are_people_in_german_and_behind_other_words() {
    people_session(expect![[r#"
        $ sprint plan 'fix the leak (alle)'; sprint plan 'write a test (ich, mit bea)'; sprint plan read it -p wir alle; sprint plan 'ask (jeder)'
        1 planned: fix the leak  | on it: everybody
        2 planned: write a test  | on it: Armin, with help from Bea
        3 planned: read it  | on it: everybody
        4 planned: ask  | on it: everybody
        $ sprint done 1 '(mit bea)'
        ! error: `(mit bea)` may be people or the text
        ! hint: `sprint done 1 --with bea` says whose work it was; `sprint done 1 -- TEXT` records the text
        [exit 2]
        $ sprint done 1 + bea
        ! error: `+ bea` may be people or the text
        ! hint: `sprint done 1 -p bea` says whose work it was; `sprint done 1 -- + bea` records the text
        [exit 2]
        $ sprint done 1 alle
        ! error: `alle` may be people or the text
        ! hint: `sprint done 1 -p alle` says whose work it was; `sprint done 1 -- alle` records the text
        [exit 2]
        $ sprint drop 1 bea
        ! error: `bea` may be people or the text
        ! hint: `sprint assign 1 bea` puts them on it; `sprint drop 1 -- bea` records the text
        [exit 2]
        $ sprint progress 1 mit bea
        ! error: `mit bea` may be people or the text
        ! hint: `sprint assign 1 --with bea` puts them on it; `sprint progress 1 -- mit bea` records the text
        [exit 2]
        $ sprint reopen 1 bea
        ! error: `bea` may be people or the text
        ! hint: `sprint reopen 1` opens it, and `sprint assign 1 bea` puts them on it; `sprint reopen 1 -- bea` records the text
        [exit 2]
        $ sprint assign bea test
        ! error: `bea` is a person, not an item
        ! hint: the item comes first: `sprint assign test bea`
        [exit 2]
        $ sprint assign leak test bea
        ! error: `test` is an item, not a person
        ! hint: the same people for several items: `sprint assign 1,2 bea`; others: one command for each item
        [exit 2]
        $ sprint assign 1 bea at 16:00
        ! error: `at 16:00` is a time, not a name
        ! hint: `--when 16:00` of `plan`, `discuss`, `talk` and `move` says when it is to happen; people are written without it
        [exit 1]
        $ sprint leave bea for good
        ! error: `for good` is not a name
        ! hint: people are written without `for`
        [exit 1]
        $ sprint talk 'Cache (von Bea)'
        5 talk: Cache (von Bea)
        ! remark: the brackets are text, though they name Bea
        ! hint: `sprint assign 5 PEOPLE` says who
        $ sprint drop 1; sprint assign 1 bea
        1 dropped: fix the leak  | on it: everybody
        ! error: 1 is dropped
        ! hint: `sprint reopen 1` opens it
        [exit 1]
    "#]]);
}
