//! `sprint show`.

use expect_test::expect;

use crate::support::{people_session, sprint_session};

#[test]
fn an_item_tells_its_whole_story() {
    people_session(expect![[r#"
        $ sprint plan fix the leak -t CPyExt -p armin
        1 planned: fix the leak  | on it: Armin  | topic: CPyExt
        ! remark: `CPyExt` is a new topic
        $ sprint plan write a test -u 1
        2 planned: write a test  | part of: 1 fix the leak
        $ sprint assign 1 anto --with bea
        1 assigned: fix the leak  | on it: Armin, Antonio, with help from Bea
        $ sprint progress 1 found it
        1 progress: fix the leak  | status: found it
        $ sprint done 1 - <<"END"
        > We fixed it.
        > 
        >     code
        > END
        1 done: fix the leak  | credit: Armin, Antonio, with help from Bea  | result: We fixed it. code
        ! remark: parts of 1 are still open: 2 (write a test)
        $ sprint photo http://example.org/x.png The leak -i 1
        photo: http://example.org/x.png  | about: 1 fix the leak  | caption: The leak
        $ sprint show leak
        1 fix the leak
            task, done
            topic: CPyExt
            part: 2 write a test (open)
            credit: Armin, Antonio, with help from Bea

        We fixed it.

            code

        when              by     what      entry                              id
        Mon 27 Feb 09:00  armin  plan      fix the leak (CPyExt; Armin)       1-03nj9s
        Mon 27 Feb 09:00  armin  assign    Antonio, with Bea                  9szsdz36pq
        Mon 27 Feb 09:00  armin  progress  found it                           cj0h6d4k3v
        Mon 27 Feb 09:00  armin  done      We fixed it. code                  heb8dwanfk
        Mon 27 Feb 09:00  armin  photo     http://example.org/x.png The leak  97kfysqnmp
        $ sprint show 1
        1 fix the leak
            task, done
            topic: CPyExt
            part: 2 write a test (open)
            credit: Armin, Antonio, with help from Bea

        We fixed it.

            code

        when              by     what      entry                              id
        Mon 27 Feb 09:00  armin  plan      fix the leak (CPyExt; Armin)       1-03nj9s
        Mon 27 Feb 09:00  armin  assign    Antonio, with Bea                  9szsdz36pq
        Mon 27 Feb 09:00  armin  progress  found it                           cj0h6d4k3v
        Mon 27 Feb 09:00  armin  done      We fixed it. code                  heb8dwanfk
        Mon 27 Feb 09:00  armin  photo     http://example.org/x.png The leak  97kfysqnmp
        $ sprint show 2
        2 write a test
            task, open
            topic: CPyExt
            part of: 1 fix the leak

        when              by     what  entry                     id
        Mon 27 Feb 09:00  armin  plan  write a test (part of 1)  2-kjjgx4
    "#]]);
}

#[test]
fn a_closed_item_is_found_by_its_word_too() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak
        1 planned: fix the leak
        $ sprint done leak
        1 done: fix the leak
        $ sprint show leak
        1 fix the leak
            task, done

        when              by     what  entry         id
        Mon 27 Feb 09:00  armin  plan  fix the leak  1-44gd7a
        Mon 27 Feb 09:00  armin  done                c29hct9j9v
        $ sprint reopen leak
        1 reopened: fix the leak
        $ sprint plan plug the leak
        2 planned: plug the leak
        $ sprint done 1
        1 done: fix the leak
        $ sprint show leak
        2 plug the leak
            task, open

        when              by     what  entry          id
        Mon 27 Feb 09:00  armin  plan  plug the leak  2-s40w4q
    "#]]);
}

#[test]
fn long_paragraphs_are_wrapped_and_code_is_not() {
    sprint_session(expect![[r#"
        $ sprint plan fix the leak >/dev/null
        $ printf 'The leak is gone. It was in the interpreter, and took a day to find.\n\n- the first point is longer than the terminal\n\n```\nlong_command --with=an_option --and=another_one\n```\n' | sprint result 1 - >/dev/null
        $ COLUMNS=40 sprint show 1
        1 fix the leak
            task, open

        The leak is gone. It was in the
        interpreter, and took a day to find.

        - the first point is longer than the
          terminal

        ```
        long_command --with=an_option --and=another_one
        ```

        when     by     what    entry    id
        Mon 27   armin  plan    fix the  1-44gd7
        Feb                     leak     a
        09:00
        Mon 27   armin  result  The      wv5nyrf
        Feb                     leak is  yeq
        09:00                   gone.
                                It was
                                in the
                                interpr
                                eter,
                                and
                                took a
                                day to
                                find. -
                                the
                                first
                                point
                                is
                                longer
                                than
                                the
                                termina
                                l ```
                                long_co
                                mmand
                                --with=
                                an_opti
                                on
                                --and=a
                                nother_
                                one ```
    "#]]);
}
