//! Whole templates: what is told where, and how it stands there.

use std::iter::successors;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use thin_vec::ThinVec;

use super::{Log, id, names};
use crate::domain::{
    Action, Config, Decide, Discuss, Done, EntryId, Goal, Next, Sprint, Talk, Thank, Topic,
};
use crate::report::build::{Choices, Report};
use crate::report::data::Gap;
use crate::report::markdown::markdown;
use crate::report::template::{Template, diagnose};

/// Makes the report about a log.
fn report(log: &Log, template: &str) -> Result<Report, String> {
    let refused = |errors| {
        let found = diagnose("post.md".as_ref(), template, errors).into_iter();
        let found = found.map(|one| {
            let description = one.describe();
            let hint = description.hint.unwrap_or_default();
            format!("{}: {}\n    {hint}\n", one.location, description.message)
        });
        found.collect::<String>()
    };
    let sprint = Sprint::from_entries(log.entries.clone());
    let template = Template::parse(template).map_err(refused)?;
    let choices = Choices::default();
    Report::new(&sprint, "Title", &Config::default(), &template, choices).map_err(refused)
}

/// Makes the post of a log, without its title.
fn post(log: &Log, template: &str) -> String {
    match report(log, template) {
        Ok(report) => {
            let text = markdown(&report.to_blocks());
            let text = text.strip_prefix("# Title\n").unwrap_or(&text);
            text.trim_start_matches('\n').to_owned()
        }
        Err(refused) => refused,
    }
}

/// Shows each template with its post.
fn posts(log: &Log, templates: &[&str]) -> String {
    let posts = templates.iter().map(|template| {
        let post = post(log, template);
        format!("=== {template}\n{post}")
    });
    posts.collect()
}

impl Log {
    /// Adds a discussion that was minuted and decided.
    fn decided(self, text: &str, topic: &str, decided: &str) -> Self {
        self.then(Action::Discuss(Discuss {
            text: text.into(),
            topic: Topic::parse(topic),
            decided: Some(decided.into()),
            ..Discuss::default()
        }))
    }

    /// Adds a talk that was held.
    fn held(self, text: &str, topic: &str, people: &str) -> Self {
        let item = id(self.entries.len() as u32 + 1);
        self.then(Action::Talk(Talk {
            text: text.into(),
            topic: Topic::parse(topic),
            people: names(people),
            ..Talk::default()
        }))
        .then(Action::Done(Done {
            item,
            text: None,
            people: ThinVec::new(),
            with: ThinVec::new(),
        }))
    }

    fn goal(self, text: &str, side: bool) -> Self {
        let text = text.into();
        self.then(Action::Goal(Goal { text, side }))
    }

    fn next(self, item: Option<u32>, topic: &str, text: &str) -> Self {
        self.then(Action::Next(Next {
            text: text.into(),
            item: item.map(id),
            topic: Topic::parse(topic),
            ..Next::default()
        }))
    }

    fn thank(self, text: &str) -> Self {
        self.then(Action::Thank(Thank { text: text.into() }))
    }
}

/// Something of every kind, with two topics, one below the other.
fn everything() -> Log {
    Log::default()
        .did("A", "", "Task 1 in A.")
        .did("A/B", "", "Task 3 in A/B.")
        .part(3, "Part 5 of it.")
        .decided("what 7", "A/B", "Decision 7 in A/B.")
        .decided("what 8", "", "Decision 8.")
        .held("talk 9 in A/B", "A/B", "")
        .note("A/B", "Note 11 in A/B.")
        .note("", "Note 12.")
        .did("", "", "Task 13.")
}

#[test]
fn each_thing_is_told_by_what_names_it_most_closely() {
    let told = posts(
        &everything(),
        &[
            "{{ body() }}",
            "X\n\n{{ body() }}\n\nY\n\n{{ tasks() }}",
            "{{ tasks() }}\n\nX\n\n{{ body() }}",
            "{{ body() }}\n\nX\n\n{{ topic(\"A/B\") }}\n\nY\n\n{{ topic(\"A\") }}",
            "{{ topic(\"A\") }}\n\nX\n\n{{ topic(\"B\") }}\n\nY\n\n{{ decisions(topic=\"A\") }}\n\nZ\n\n{{ body(group=\"none\") }}",
            "{{ body(group=\"none\") }}\n\nX\n\n{{ item(3) }}\n\nY\n\n{{ tasks(topic=\"A\") }}",
            "{{ item(3) }}\n\nX\n\n{{ item(5) }}\n\n{{ told(1, 7, 8, 9, 13) }}",
            "{{ item(5, 3) }}\n\nX\n\n{{ topic(\"\") }}",
            "{{ told(3) }}{{ talks(topic=\"\") }}{{ notes(topic=\"\") }}\n\nX\n\n{{ notes() }}\n\nY\n\n{{ talks() }}",
        ],
    );
    expect_test::expect![[r#"
        === {{ body() }}
        **What 8**: Decision 8.

        Note 12.

        **The task**: Task 13.

        ## A

        Task 1 in A.

        ### B

        **The task**: Task 3 in A/B.

        Part 5 of it.

        **What 7**: Decision 7 in A/B.

        **Talk 9 in A/B**.

        Note 11 in A/B.
        === X

        {{ body() }}

        Y

        {{ tasks() }}
        X

        **What 8**: Decision 8.

        Note 12.

        ## A

        ### B

        **What 7**: Decision 7 in A/B.

        **Talk 9 in A/B**.

        Note 11 in A/B.

        Y

        Task 1 in A.

        Task 3 in A/B.

        Part 5 of it.

        Task 13.
        === {{ tasks() }}

        X

        {{ body() }}
        Task 1 in A.

        Task 3 in A/B.

        Part 5 of it.

        Task 13.

        X

        **What 8**: Decision 8.

        Note 12.

        ## A

        ### B

        **What 7**: Decision 7 in A/B.

        **Talk 9 in A/B**.

        Note 11 in A/B.
        === {{ body() }}

        X

        {{ topic("A/B") }}

        Y

        {{ topic("A") }}
        **What 8**: Decision 8.

        Note 12.

        **The task**: Task 13.

        X

        **The task**: Task 3 in A/B.

        Part 5 of it.

        **What 7**: Decision 7 in A/B.

        **Talk 9 in A/B**.

        Note 11 in A/B.

        Y

        Task 1 in A.
        === {{ topic("A") }}

        X

        {{ topic("B") }}

        Y

        {{ decisions(topic="A") }}

        Z

        {{ body(group="none") }}
        Task 1 in A.

        X

        Task 3 in A/B.

        Part 5 of it.

        Talk 9 in A/B.

        Note 11 in A/B.

        Y

        **What 7**: Decision 7 in A/B.

        Z

        **What 8**: Decision 8.

        Note 12.

        **The task**: Task 13.
        === {{ body(group="none") }}

        X

        {{ item(3) }}

        Y

        {{ tasks(topic="A") }}
        **What 7**: Decision 7 in A/B.

        **What 8**: Decision 8.

        **Talk 9 in A/B**.

        Note 11 in A/B.

        Note 12.

        **The task**: Task 13.

        X

        Task 3 in A/B.

        Part 5 of it.

        Y

        Task 1 in A.
        === {{ item(3) }}

        X

        {{ item(5) }}

        {{ told(1, 7, 8, 9, 13) }}
        Task 3 in A/B.

        X

        Part 5 of it.

        <!-- gap: a note, Note 11 in A/B.: no place in post.md; `notes()` tells what is left of them -->

        <!-- gap: a note, Note 12.: no place in post.md; `notes()` tells what is left of them -->
        === {{ item(5, 3) }}

        X

        {{ topic("") }}
        Part 5 of it.

        Task 3 in A/B.

        X

        **What 8**: Decision 8.

        Note 12.

        **The task**: Task 13.

        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->

        <!-- gap: #7 what 7: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->

        <!-- gap: #9 talk 9 in A/B: no place in post.md; `item(9)` tells it, `told(9)` leaves it out -->

        <!-- gap: a note, Note 11 in A/B.: no place in post.md; `notes()` tells what is left of them -->
        === {{ told(3) }}{{ talks(topic="") }}{{ notes(topic="") }}

        X

        {{ notes() }}

        Y

        {{ talks() }}
        Note 12.

        X

        Note 11 in A/B.

        Y

        Talk 9 in A/B.

        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->

        <!-- gap: #7 what 7: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->

        <!-- gap: #8 what 8: no place in post.md; `item(8)` tells it, `told(8)` leaves it out -->

        <!-- gap: #13 the task: no place in post.md; `item(13)` tells it, `told(13)` leaves it out -->
    "#]].assert_eq(&told);
}

#[test]
fn what_is_told_twice_is_an_error_with_both_places() {
    let told = posts(
        &everything(),
        &[
            "{{ body() }}\n\n{{ body(group=\"none\") }}",
            "{{ item(3) }}\n\n{{ item(5, 3) }}",
            "{{ item(3, 3) }}",
            "{{ told(3) }}\n\n{{ item(3) }}",
            "{{ topic(\"A\") }} {{ topic(\"a\") }}",
            "{{ tasks() }}\n\n{{ tasks(topic=\"A\") }}\n\n{{ tasks() }}",
            "{% for person in [1, 2] %}\n{{ body() }}\n{% endfor %}",
            "{{ days() }}{{ days() }}",
            "{{ pictures() }}{{ pictures() }}",
            "{{ unfinished() }}\n\n{{ unfinished() }}",
            "{{ gap(\"a\") }}{{ gap(\"b\") }}{{ gap(\"a\") }}",
            "{{ goals() }}{{ goals() }}{{ thanks() }}{{ thanks() }}{{ attendees() }}{{ attendees() }}{{ next() }}{{ next() }}",
        ],
    );
    expect_test::expect![[r#"
        === {{ body() }}

        {{ body(group="none") }}
        post.md:3:1: `body(group="none")` is told twice: also at line 1, column 1
            remove one of the two placeholders
        === {{ item(3) }}

        {{ item(5, 3) }}
        post.md:3:1: `item(5, 3)` is told twice: also at line 1, column 1
            remove one of the two placeholders
        === {{ item(3, 3) }}
        post.md:1:1: `item(3, 3)` names the same thing twice
            name it once
        === {{ told(3) }}

        {{ item(3) }}
        post.md:3:1: `item(3)` is told twice: also at line 1, column 1
            remove one of the two placeholders
        === {{ topic("A") }} {{ topic("a") }}
        post.md:1:18: `topic("a")` is told twice: also at line 1, column 1
            remove one of the two placeholders
        === {{ tasks() }}

        {{ tasks(topic="A") }}

        {{ tasks() }}
        post.md:5:1: `tasks()` is told twice: also at line 1, column 1
            remove one of the two placeholders
        === {% for person in [1, 2] %}
        {{ body() }}
        {% endfor %}
        post.md:2:1: `body()` is told each time that the loop comes to it
            put it outside `{% for %}`
        === {{ days() }}{{ days() }}
        post.md:1:13: `days()` is told twice: also at line 1, column 1
            remove one of the two placeholders
        === {{ pictures() }}{{ pictures() }}
        post.md:1:17: `pictures()` is told twice: also at line 1, column 1
            remove one of the two placeholders
        === {{ unfinished() }}

        {{ unfinished() }}
        post.md:3:1: `unfinished()` is told twice: also at line 1, column 1
            remove one of the two placeholders
        === {{ gap("a") }}{{ gap("b") }}{{ gap("a") }}
        post.md:1:29: `gap("a")` is told twice: also at line 1, column 1
            remove one of the two placeholders
        === {{ goals() }}{{ goals() }}{{ thanks() }}{{ thanks() }}{{ attendees() }}{{ attendees() }}{{ next() }}{{ next() }}
        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->

        <!-- gap: #5 a part: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: #7 what 7: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->

        <!-- gap: #8 what 8: no place in post.md; `item(8)` tells it, `told(8)` leaves it out -->

        <!-- gap: #9 talk 9 in A/B: no place in post.md; `item(9)` tells it, `told(9)` leaves it out -->

        <!-- gap: #13 the task: no place in post.md; `item(13)` tells it, `told(13)` leaves it out -->

        <!-- gap: a note, Note 11 in A/B.: no place in post.md; `notes()` tells what is left of them -->

        <!-- gap: a note, Note 12.: no place in post.md; `notes()` tells what is left of them -->
    "#]].assert_eq(&told);
}

#[test]
fn headings_are_one_deeper_than_what_is_above_or_begin_where_the_placeholder_says() {
    let told = posts(
        &everything(),
        &[
            "{{ topic(\"\") }}\n\n# H\n\n{{ body() }}",
            "## H\n\nx\n\n#### I\n\n{{ body() }}",
            "## H\n\n{{ body(level=1) }}",
            "##### H\n\n{{ body() }}",
            "- x\n\n  {{ body() }}",
            "{{ item(1, 3, titles=\"heading\", level=3) }}",
            "## H\n\n{{ tasks(titles=\"heading\", body=\"bullets\") }}",
            "## H\n\n{{ talks(titles=\"heading\") }}",
        ],
    );
    expect_test::expect![[r#"
        === {{ topic("") }}

        # H

        {{ body() }}
        **What 8**: Decision 8.

        Note 12.

        **The task**: Task 13.

        # H

        ## A

        Task 1 in A.

        ### B

        **The task**: Task 3 in A/B.

        Part 5 of it.

        **What 7**: Decision 7 in A/B.

        **Talk 9 in A/B**.

        Note 11 in A/B.
        === ## H

        x

        #### I

        {{ body() }}
        ## H

        x

        #### I

        **What 8**: Decision 8.

        Note 12.

        **The task**: Task 13.

        ##### A

        Task 1 in A.

        ###### B

        **The task**: Task 3 in A/B.

        Part 5 of it.

        **What 7**: Decision 7 in A/B.

        **Talk 9 in A/B**.

        Note 11 in A/B.
        === ## H

        {{ body(level=1) }}
        ## H

        **What 8**: Decision 8.

        Note 12.

        **The task**: Task 13.

        # A

        Task 1 in A.

        ## B

        **The task**: Task 3 in A/B.

        Part 5 of it.

        **What 7**: Decision 7 in A/B.

        **Talk 9 in A/B**.

        Note 11 in A/B.
        === ##### H

        {{ body() }}
        ##### H

        **What 8**: Decision 8.

        Note 12.

        **The task**: Task 13.

        ###### A

        Task 1 in A.

        ###### B

        **The task**: Task 3 in A/B.

        Part 5 of it.

        **What 7**: Decision 7 in A/B.

        **Talk 9 in A/B**.

        Note 11 in A/B.
        === - x

          {{ body() }}
        - x

            **What 8**: Decision 8.

            Note 12.

            **The task**: Task 13.

            **A**

            Task 1 in A.

            **B**

            **The task**: Task 3 in A/B.

            Part 5 of it.

            **What 7**: Decision 7 in A/B.

            **Talk 9 in A/B**.

            Note 11 in A/B.
        === {{ item(1, 3, titles="heading", level=3) }}
        ### The task

        Task 1 in A.

        ### The task

        Task 3 in A/B.

        Part 5 of it.

        <!-- gap: #7 what 7: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->

        <!-- gap: #8 what 8: no place in post.md; `item(8)` tells it, `told(8)` leaves it out -->

        <!-- gap: #9 talk 9 in A/B: no place in post.md; `item(9)` tells it, `told(9)` leaves it out -->

        <!-- gap: #13 the task: no place in post.md; `item(13)` tells it, `told(13)` leaves it out -->

        <!-- gap: a note, Note 11 in A/B.: no place in post.md; `notes()` tells what is left of them -->

        <!-- gap: a note, Note 12.: no place in post.md; `notes()` tells what is left of them -->
        === ## H

        {{ tasks(titles="heading", body="bullets") }}
        ## H

        ### The task

        Task 1 in A.

        ### The task

        Task 3 in A/B.

        - Part 5 of it.

        ### The task

        Task 13.

        <!-- gap: #7 what 7: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->

        <!-- gap: #8 what 8: no place in post.md; `item(8)` tells it, `told(8)` leaves it out -->

        <!-- gap: #9 talk 9 in A/B: no place in post.md; `item(9)` tells it, `told(9)` leaves it out -->

        <!-- gap: a note, Note 11 in A/B.: no place in post.md; `notes()` tells what is left of them -->

        <!-- gap: a note, Note 12.: no place in post.md; `notes()` tells what is left of them -->
        === ## H

        {{ talks(titles="heading") }}
        ## H

        Talk 9 in A/B.

        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->

        <!-- gap: #5 a part: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: #7 what 7: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->

        <!-- gap: #8 what 8: no place in post.md; `item(8)` tells it, `told(8)` leaves it out -->

        <!-- gap: #13 the task: no place in post.md; `item(13)` tells it, `told(13)` leaves it out -->

        <!-- gap: a note, Note 11 in A/B.: no place in post.md; `notes()` tells what is left of them -->

        <!-- gap: a note, Note 12.: no place in post.md; `notes()` tells what is left of them -->
    "#]].assert_eq(&told);
}

#[test]
fn a_heading_with_nothing_but_empty_placeholders_below_it_is_left_out() {
    let log = Log::default().did("", "", "One.");
    let told = posts(
        &log,
        &[
            "## H\n\n{{ goals() }}",
            "## H\n\n{{ goals() }}\n\n### I\n\n{{ thanks() }}\n\n## J\n\n{{ body() }}",
            "## H\n\n### I\n\n{{ goals() }}",
            "## H\n\n{{ goals() }}\n\n### I\n\nx",
            "## H",
            "## H\n\nWords: {{ goals() }}",
            "## H\n\n- {{ goals() }}\n- {{ thanks() }}",
            "## H\n\n> {{ goals() }}",
            "## H\n\n{{ goals() }} {{ thanks() }}",
            "## H\n\n**{{ goals() }}**",
            "## H\n\n{{ told(1) }}",
            "## H\n{{ told(1) }}\n",
            "{{ told(1) }}\n## H\n{{ goals() }}",
            "H\n==\n{{ told(1) }}",
            "## H\n\n{{ told(1) }}\n{{ goals() }}\n\n## I\n\nx",
            "## H\n\nWords\n{{ told(1) }}\nmore",
            "## H\n\n- a\n{{ told(1) }}\n- b",
            "## H\n\n{{ gap(\"words\") }}",
            "## H\n\n---\n\n{{ goals() }}",
            "## H\n\n> {{ told(1) }}\n\n## I\n\n- {{ goals() }}",
            "## Plain\n\n## X\n{{ pictures() }}\n\n## Next\n{{ body() }}",
            "# Group\n\nx\n\n## Plain\n\n# Y\n{{ pictures() }}\n\n{{ told(1) }}",
            "## A\n\n### B\n\n{{ pictures() }}\n\n## C\n\n{{ body() }}",
            "## H\n\n<!-- words -->\n\n{{ goals() }}",
        ],
    );
    expect_test::expect![[r#"
        === ## H

        {{ goals() }}
        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->
        === ## H

        {{ goals() }}

        ### I

        {{ thanks() }}

        ## J

        {{ body() }}
        ## J

        One.
        === ## H

        ### I

        {{ goals() }}
        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->
        === ## H

        {{ goals() }}

        ### I

        x
        ## H

        ### I

        x

        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->
        === ## H
        ## H

        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->
        === ## H

        Words: {{ goals() }}
        ## H

        Words:

        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->
        === ## H

        - {{ goals() }}
        - {{ thanks() }}
        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->
        === ## H

        > {{ goals() }}
        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->
        === ## H

        {{ goals() }} {{ thanks() }}
        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->
        === ## H

        **{{ goals() }}**
        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->
        === ## H

        {{ told(1) }}
        === ## H
        {{ told(1) }}

        === {{ told(1) }}
        ## H
        {{ goals() }}
        === H
        ==
        {{ told(1) }}
        # H
        === ## H

        {{ told(1) }}
        {{ goals() }}

        ## I

        x
        ## I

        x
        === ## H

        Words
        {{ told(1) }}
        more
        ## H

        Words more
        === ## H

        - a
        {{ told(1) }}
        - b
        ## H

        - a
        - b
        === ## H

        {{ gap("words") }}
        ## H

        <!-- gap: words; sprint edit post -->

        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->
        === ## H

        ---

        {{ goals() }}
        ## H

        * * *

        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->
        === ## H

        > {{ told(1) }}

        ## I

        - {{ goals() }}
        === ## Plain

        ## X
        {{ pictures() }}

        ## Next
        {{ body() }}
        ## Plain

        ## Next

        One.
        === # Group

        x

        ## Plain

        # Y
        {{ pictures() }}

        {{ told(1) }}
        # Group

        x

        ## Plain
        === ## A

        ### B

        {{ pictures() }}

        ## C

        {{ body() }}
        ## C

        One.
        === ## H

        <!-- words -->

        {{ goals() }}
        <!-- words -->

        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->
    "#]]
    .assert_eq(&told);
}

#[test]
fn a_part_alone_on_its_line_is_blocks_whatever_stands_next_to_it() {
    let log = Log::default().did("", "", "One.").did("", "", "Two.");
    let told = posts(
        &log,
        &[
            "text\n{{ body() }}\nmore",
            "- item\n{{ body() }}\n- item",
            "1. item\n   {{ body() }}\n2. item",
            "- item\n  - inner\n    {{ body() }}\n",
            "---\n{{ body() }}\n---",
            "| a |\n| - |\n| b |\n{{ body() }}\n| c |",
            "> quote\n{{ body() }}\nmore",
            "> quote\n> {{ body() }}\n> more",
            "    {{ body() }}",
            "<!-- x -->\n{{ body() }}\n<!-- y -->",
            "# H\n{{ body() }}\n# I",
            "text\n{{ body() }}\n===",
        ],
    );
    expect_test::expect![[r#"
        === text
        {{ body() }}
        more
        text

        One.

        Two.

        more
        === - item
        {{ body() }}
        - item
        - item

        One.

        Two.

        - item
        === 1. item
           {{ body() }}
        2. item
        1. item

            One.

            Two.

        2. item
        === - item
          - inner
            {{ body() }}

        - item

            - inner

                One.

                Two.
        === ---
        {{ body() }}
        ---
        * * *

        One.

        Two.

        * * *
        === | a |
        | - |
        | b |
        {{ body() }}
        | c |
        | a |
        | --- |
        | b |

        One.

        Two.

        &#124; c &#124;
        === > quote
        {{ body() }}
        more
        > quote

        One.

        Two.

        more
        === > quote
        > {{ body() }}
        > more
        > quote
        >
        > One.
        >
        > Two.
        >
        > more
        ===     {{ body() }}
        One.

        Two.
        === <!-- x -->
        {{ body() }}
        <!-- y -->
        <!-- x -->

        One.

        Two.

        <!-- y -->
        === # H
        {{ body() }}
        # I
        # H

        One.

        Two.

        # I
        === text
        {{ body() }}
        ===
        text

        One.

        Two.

        &#61;&#61;&#61;
    "#]]
    .assert_eq(&told);
}

#[test]
fn within_a_line_a_part_is_words() {
    let log = Log::default()
        .goal("be *faster*", false)
        .goal("be smaller.", true)
        .did("", "", "First.\n\nSecond.")
        .did("", "", "")
        .part(5, "Part.")
        .thank("Thanks, Laura")
        .thank("Thanks, all.")
        .next(None, "", "port it")
        .next(None, "", "test it");
    let told = posts(
        &log,
        &[
            "We wanted to {{ goals(style=\"sentence\") }}, and more.",
            "We wanted to {{ goals() }}.",
            "{{ goals(style=\"sentence\") }}",
            "{{ goals() }}",
            "{{ goals(style=\"numbers\") }}",
            "a {{ item(3) }} b",
            "a {{ item(5) }} b\nc",
            "a {{ item(5, 3) }} b",
            "a {{ item(3, 5, body=\"bullets\") }} b",
            "| a |\n| - |\n| {{ goals() }} |\n| {{ item(3) }} |",
            "**{{ goals() }}** and [{{ thanks() }}](https://x.y)",
            "{{ thanks() }} Really.",
            "{{ thanks() }}",
            "Next: {{ next() }}!",
            "See: {{ body(group=\"day\") }}",
            "{{ item(3, 5) }}, {{ goals() }}",
            "{{ next() }}",
            "# {{ title }} {{ count.done }}\n\n{{ count.done }}. {{ title }}\n{{ title }}: **{{ title }}** [x](https://x.y/{{ title }})",
        ],
    );
    expect_test::expect![[r#"
        === We wanted to {{ goals(style="sentence") }}, and more.
        We wanted to be *faster* and be smaller (side goal), and more.

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->

        <!-- gap: #5 the task: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: #7 a part: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->
        === We wanted to {{ goals() }}.
        We wanted to be *faster* and be smaller (side goal).

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->

        <!-- gap: #5 the task: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: #7 a part: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->
        === {{ goals(style="sentence") }}
        Be *faster* and be smaller (side goal).

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->

        <!-- gap: #5 the task: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: #7 a part: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->
        === {{ goals() }}
        - Be *faster*
        - Be smaller. (side goal)

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->

        <!-- gap: #5 the task: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: #7 a part: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->
        === {{ goals(style="numbers") }}
        1. Be *faster*
        2. Be smaller. (side goal)

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->

        <!-- gap: #5 the task: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: #7 a part: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->
        === a {{ item(3) }} b
        a First. Second. b

        <!-- gap: #5 the task: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: #7 a part: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->
        === a {{ item(5) }} b
        c
        a The task: Part. b c

        <!-- gap: #5 the task: nothing told; sprint edit 5 -->

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->
        === a {{ item(5, 3) }} b
        a The task: Part. First. Second. b

        <!-- gap: #5 the task: nothing told; sprint edit 5 -->
        === a {{ item(3, 5, body="bullets") }} b
        a First. Second. The task: Part. b

        <!-- gap: #5 the task: nothing told; sprint edit 5 -->
        === | a |
        | - |
        | {{ goals() }} |
        | {{ item(3) }} |
        | a |
        | --- |
        | be *faster* and be smaller (side goal) |
        | First. Second. |

        <!-- gap: #5 the task: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: #7 a part: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->
        === **{{ goals() }}** and [{{ thanks() }}](https://x.y)
        **be faster and be smaller (side goal)** and [Thanks, Laura. Thanks, all.](https://x.y)

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->

        <!-- gap: #5 the task: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: #7 a part: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->
        === {{ thanks() }} Really.
        Thanks, Laura. Thanks, all. Really.

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->

        <!-- gap: #5 the task: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: #7 a part: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->
        === {{ thanks() }}
        Thanks, Laura

        Thanks, all.

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->

        <!-- gap: #5 the task: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: #7 a part: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->
        === Next: {{ next() }}!
        Next: port it and test it!

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->

        <!-- gap: #5 the task: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: #7 a part: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->
        === See: {{ body(group="day") }}
        See: First. Second. The task: Part.

        <!-- gap: #5 the task: nothing told; sprint edit 5 -->
        === {{ item(3, 5) }}, {{ goals() }}
        First. Second. The task: Part, be *faster* and be smaller (side goal)

        <!-- gap: #5 the task: nothing told; sprint edit 5 -->
        === {{ next() }}
        - Port it
        - Test it

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->

        <!-- gap: #5 the task: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: #7 a part: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->
        === # {{ title }} {{ count.done }}

        {{ count.done }}. {{ title }}
        {{ title }}: **{{ title }}** [x](https://x.y/{{ title }})
        # Title 3

        3\. Title Title: **Title** [x](https://x.y/Title)

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->

        <!-- gap: #5 the task: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: #7 a part: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->
    "#]]
    .assert_eq(&told);
}

#[test]
fn a_part_in_code_a_heading_an_address_or_a_comment_is_an_error() {
    let told = posts(
        &everything(),
        &[
            "# {{ goals() }}",
            "a\n\n## b {{ body() }}\n\n[x](https://x.y/{{ goals() }}) ![a {{ goals() }}](x.png)",
            "<!-- {{ goals() }} -->",
            "x\n\n    code\n    {{ goals() }}",
            "<!-- {{ title }} -->",
            "`{{ goals() }}`\n\n```\n{{ goals() }}\n```",
        ],
    );
    expect_test::expect![[r#"
        === # {{ goals() }}
        post.md:1:3: `goals()` in a heading
            put it on a line of its own, or within a paragraph
        === a

        ## b {{ body() }}

        [x](https://x.y/{{ goals() }}) ![a {{ goals() }}](x.png)
        post.md:3:6: `body()` in a heading
            put it on a line of its own, or within a paragraph
        post.md:5:17: `goals()` in an address
            put it on a line of its own, or within a paragraph
        post.md:5:36: `goals()` in an address
            put it on a line of its own, or within a paragraph
        === <!-- {{ goals() }} -->
        post.md:1:6: `goals()` in a comment
            put it on a line of its own, or within a paragraph
        === x

            code
            {{ goals() }}
        x

        ```
        code
        ```

        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->

        <!-- gap: #5 a part: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: #7 what 7: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->

        <!-- gap: #8 what 8: no place in post.md; `item(8)` tells it, `told(8)` leaves it out -->

        <!-- gap: #9 talk 9 in A/B: no place in post.md; `item(9)` tells it, `told(9)` leaves it out -->

        <!-- gap: #13 the task: no place in post.md; `item(13)` tells it, `told(13)` leaves it out -->

        <!-- gap: a note, Note 11 in A/B.: no place in post.md; `notes()` tells what is left of them -->

        <!-- gap: a note, Note 12.: no place in post.md; `notes()` tells what is left of them -->
        === <!-- {{ title }} -->
        <!-- Title -->

        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->

        <!-- gap: #5 a part: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: #7 what 7: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->

        <!-- gap: #8 what 8: no place in post.md; `item(8)` tells it, `told(8)` leaves it out -->

        <!-- gap: #9 talk 9 in A/B: no place in post.md; `item(9)` tells it, `told(9)` leaves it out -->

        <!-- gap: #13 the task: no place in post.md; `item(13)` tells it, `told(13)` leaves it out -->

        <!-- gap: a note, Note 11 in A/B.: no place in post.md; `notes()` tells what is left of them -->

        <!-- gap: a note, Note 12.: no place in post.md; `notes()` tells what is left of them -->
        === `{{ goals() }}`

        ```
        {{ goals() }}
        ```
        `{{ goals() }}`

        ```
        {{ goals() }}
        ```

        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->

        <!-- gap: #5 a part: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->

        <!-- gap: #7 what 7: no place in post.md; `item(7)` tells it, `told(7)` leaves it out -->

        <!-- gap: #8 what 8: no place in post.md; `item(8)` tells it, `told(8)` leaves it out -->

        <!-- gap: #9 talk 9 in A/B: no place in post.md; `item(9)` tells it, `told(9)` leaves it out -->

        <!-- gap: #13 the task: no place in post.md; `item(13)` tells it, `told(13)` leaves it out -->

        <!-- gap: a note, Note 11 in A/B.: no place in post.md; `notes()` tells what is left of them -->

        <!-- gap: a note, Note 12.: no place in post.md; `notes()` tells what is left of them -->
    "#]].assert_eq(&told);
}

#[test]
fn the_first_heading_is_the_title_unless_another_is_given() {
    let log = Log::default().did("", "", "One.");
    let told = posts(
        &log,
        &[
            "# {{ title }}\n\n{{ body() }}",
            "# The {{ title }} of {{ count.done }}\n\n{{ goals() }}\n\n{{ told(1) }}",
            "+++\ntitle = \"Ours\"\n+++\n# Ours\n\n{{ body() }}",
            "+++\ntitle = \"Ours\"\n+++\n# Theirs\n\n{{ body() }}",
            "<!-- x -->\n# Theirs\n\n# Theirs\n\n{{ body() }}",
        ],
    );
    expect_test::expect![[r#"
        === # {{ title }}

        {{ body() }}
        One.
        === # The {{ title }} of {{ count.done }}

        {{ goals() }}

        {{ told(1) }}
        # The Title of 1
        === +++
        title = "Ours"
        +++
        # Ours

        {{ body() }}
        # Ours

        One.
        === +++
        title = "Ours"
        +++
        # Theirs

        {{ body() }}
        # Ours

        # Theirs

        One.
        === <!-- x -->
        # Theirs

        # Theirs

        {{ body() }}
        # Theirs

        <!-- x -->

        # Theirs

        One.
    "#]]
    .assert_eq(&told);
}

#[test]
fn no_link_is_in_a_link_and_no_emphasis_in_emphasis() {
    let log = Log::default().did("", "", "See [it](https://a.b), *now* or **never**.");
    let told = posts(
        &log,
        &[
            "[see {{ item(1) }}](https://x.y)",
            "*x {{ item(1) }} y*",
            "**x** __{{ item(1) }}__",
            "*{{ goals() }}*{{ told(1) }}",
            "[x](javascript:{{ title }}) ![x](/etc/{{ title }}.png){{ told(1) }}",
        ],
    );
    expect_test::expect![[r#"
        === [see {{ item(1) }}](https://x.y)
        [see See it, *now* or **never**.](https://x.y)
        === *x {{ item(1) }} y*
        *x See [it](https://a.b), now or never. y*
        === **x** __{{ item(1) }}__
        **x** **See [it](https://a.b), now or never.**
        === *{{ goals() }}*{{ told(1) }}
        === [x](javascript:{{ title }}) ![x](/etc/{{ title }}.png){{ told(1) }}
        x x

        <!-- gap: a picture is left out: /etc/Title.png is neither a web address nor a file in `photos/`; add another with `sprint photo`, or `sprint undo` it -->
    "#]].assert_eq(&told);
}

#[test]
fn a_photo_is_told_in_one_place() {
    let log = Log::default()
        .did("A", "", "One.")
        .did("", "", "Two.")
        .photo("", Some(1), "photos/1-a.png")
        .photo("A", None, "photos/2-b.png")
        .photo("", None, "photos/3-c.png");
    let told = posts(
        &log,
        &[
            "{{ body() }}",
            "{{ body() }}\n\n{{ pictures() }}",
            "{{ pictures() }}\n\n{{ body(group=\"none\") }}",
            "{{ body(group=\"day\") }}\n\n{{ pictures() }}",
            "{{ body(group=\"person\") }}\n\n{{ pictures() }}",
            "{{ topic(\"A\") }}\n\nx\n\n{{ pictures() }}",
            "{{ pictures(topic=\"A\") }}\n\nx\n\n{{ body() }}",
            "{{ picture(\"1-a\") }}\n\n{{ body() }}\n\n{{ picture(\"3-c\") }}",
            "![mine](photos/1-a.png) [see](photos/2-b.png)\n\n{{ body() }}\n\n{{ pictures() }}",
            "{{ told(1) }}\n\n{{ pictures() }}",
            "A {{ picture(\"3-c\") }} photo. {{ body() }}",
        ],
    );
    expect_test::expect![[r#"
        === {{ body() }}
        Two.

        ## A

        One.

        ![](photos/1-a.png)

        ![](photos/2-b.png)

        <!-- gap: photos/3-c.png: no place in post.md; `pictures()` shows what is left of them -->
        === {{ body() }}

        {{ pictures() }}
        Two.

        ## A

        One.

        ![](photos/1-a.png)

        ![](photos/2-b.png)

        ![](photos/3-c.png)
        === {{ pictures() }}

        {{ body(group="none") }}
        ![](photos/3-c.png)

        One.

        ![](photos/1-a.png)

        Two.

        ![](photos/2-b.png)
        === {{ body(group="day") }}

        {{ pictures() }}
        ## Day 1: Monday, 27 February

        One.

        ![](photos/1-a.png)

        Two.

        ![](photos/2-b.png)

        ![](photos/3-c.png)
        === {{ body(group="person") }}

        {{ pictures() }}
        One.

        ![](photos/1-a.png)

        Two.

        ![](photos/2-b.png)

        ![](photos/3-c.png)
        === {{ topic("A") }}

        x

        {{ pictures() }}
        One.

        ![](photos/1-a.png)

        ![](photos/2-b.png)

        x

        ![](photos/3-c.png)

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->
        === {{ pictures(topic="A") }}

        x

        {{ body() }}
        ![](photos/2-b.png)

        x

        Two.

        ## A

        One.

        ![](photos/1-a.png)

        <!-- gap: photos/3-c.png: no place in post.md; `pictures()` shows what is left of them -->
        === {{ picture("1-a") }}

        {{ body() }}

        {{ picture("3-c") }}
        ![](photos/1-a.png)

        Two.

        ## A

        One.

        ![](photos/2-b.png)

        ![](photos/3-c.png)
        === ![mine](photos/1-a.png) [see](photos/2-b.png)

        {{ body() }}

        {{ pictures() }}
        ![mine](photos/1-a.png) [see](photos/2-b.png)

        Two.

        ## A

        One.

        ![](photos/3-c.png)
        === {{ told(1) }}

        {{ pictures() }}
        ![](photos/1-a.png)

        ![](photos/2-b.png)

        ![](photos/3-c.png)

        <!-- gap: #3 the task: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->
        === A {{ picture("3-c") }} photo. {{ body() }}
        A ![](photos/3-c.png) photo. One. Two.

        ![](photos/1-a.png)

        ![](photos/2-b.png)
    "#]]
    .assert_eq(&told);
}

#[test]
fn a_photo_that_cannot_be_shown_is_a_gap_where_it_has_a_place() {
    let log = Log::default().photo("", None, "/etc/a.png");
    for (template, expected) in [("{{ pictures() }}", 1), ("![x](/etc/a.png)", 0)] {
        let gaps = report(&log, template).expect("no faults").gaps;
        let omitted = gaps.iter();
        let omitted = omitted.filter(|gap| matches!(gap, Gap::OmittedPicture(_)));
        assert_eq!(omitted.count(), expected, "{template}");
    }
}

#[test]
fn next_steps_and_open_tasks_stand_with_their_item_topic_or_in_the_list() {
    let log = Log::default()
        .did("A", "", "One.")
        .next(Some(1), "", "step of one")
        .next(None, "A", "step in A")
        .next(None, "B", "step in B")
        .next(None, "", "step")
        .open_task("open", "half");
    let told = posts(
        &log,
        &[
            "{{ body() }}\n\n{{ unfinished() }}\n{{ next() }}",
            "{{ next() }}\n{{ goals() }}\n{{ unfinished() }}",
            "{{ next(topic=\"A\") }}\n\nx\n\n{{ next() }}\n\n{{ body() }}",
            "{{ next(topic=\"\") }}\n\n{{ unfinished(topic=\"A\") }}",
            "{{ unfinished(topic=\"\") }}\n\nx\n\n{{ unfinished() }}\n\n{{ told(1) }}",
            "> {{ unfinished() }}\n> {{ next() }}",
        ],
    );
    expect_test::expect![[r#"
        === {{ body() }}

        {{ unfinished() }}
        {{ next() }}
        ## A

        One. Next: step of one.

        - Open: half
        - Step in A
        - Step in B
        - Step
        === {{ next() }}
        {{ goals() }}
        {{ unfinished() }}
        - Step of one
        - Step in A
        - Step in B
        - Step
        - Open: half

        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->
        === {{ next(topic="A") }}

        x

        {{ next() }}

        {{ body() }}
        - Step in A

        x

        - Step in B
        - Step

        ## A

        One. Next: step of one.
        === {{ next(topic="") }}

        {{ unfinished(topic="A") }}
        - Step

        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->
        === {{ unfinished(topic="") }}

        x

        {{ unfinished() }}

        {{ told(1) }}
        - Open: half

        x
        === > {{ unfinished() }}
        > {{ next() }}
        > - Open: half
        > - Step of one
        > - Step in A
        > - Step in B
        > - Step

        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->
    "#]]
    .assert_eq(&told);
}

#[test]
fn by_day_and_by_person() {
    let log = Log::default()
        .join("Anto")
        .join("Bea")
        .did("", "anto", "Done so far:")
        .part_by("bea", 3, "Part.")
        .night()
        .day("Break", true)
        .decided("what", "", "Yes.")
        .then(Action::Decide(Decide {
            item: id(8),
            text: "No.".into(),
        }))
        .note("", "A note.");
    let told = posts(
        &log,
        &[
            "{{ body(group=\"day\") }}\n\n## Days\n\n{{ days() }}",
            "{{ body(group=\"person\") }}\n\n## Days\n\n{{ days() }}",
            "{{ body(group=\"topic\") }}\n\n## Days\n\n{{ days() }}",
            "{{ body(group=\"person\", body=\"bullets\") }}",
            "{{ item(5) }}\n\n{{ body(group=\"none\") }}",
        ],
    );
    expect_test::expect![[r#"
        === {{ body(group="day") }}

        ## Days

        {{ days() }}
        ## Day 1: Monday, 27 February

        Done so far (Anto):

        - Part. (Bea)

        ## Day 2: Tuesday, 28 February: Break (break)

        **What**: Yes.

        No.

        A note.
        === {{ body(group="person") }}

        ## Days

        {{ days() }}
        **What**: Yes.

        No.

        A note.

        ## Anto

        Done so far.

        ## Bea

        Part.
        === {{ body(group="topic") }}

        ## Days

        {{ days() }}
        **The task**: Done so far (Anto):

        - Part. (Bea)

        **What**: Yes.

        No.

        A note.

        ## Days

        - Tuesday, 28 February: Break (break)
        === {{ body(group="person", body="bullets") }}
        - **What**: Yes.

            No.

        A note.

        ## Anto

        - Done so far.

        ## Bea

        - Part.
        === {{ item(5) }}

        {{ body(group="none") }}
        Part. (Bea)

        **The task**: Done so far. (Anto)

        **What**: Yes.

        No.

        A note.
    "#]]
    .assert_eq(&told);
}

#[test]
fn the_credit_of_a_section_names_helpers_from_afar_beside_everybody() {
    let log = Log::default()
        .join("Anto")
        .did("A", "everybody", "One.")
        .helped("anto", "zoe", "Two.")
        .did("A", "anto", "Three.");
    let told = posts(
        &log,
        &[
            "{{ body(group=\"none\", credit=\"section\") }}",
            "{{ body(credit=\"section\") }}",
        ],
    );
    expect_test::expect![[r#"
        === {{ body(group="none", credit="section") }}
        *All of us, with help from zoe*

        One.

        Two.

        Three.
        === {{ body(credit="section") }}
        *Anto, with help from zoe*

        Two.

        ## A

        *All of us*

        One.

        Three.
    "#]]
    .assert_eq(&told);
}

#[test]
fn a_gap_within_a_line_stands_after_the_paragraph() {
    let log = Log::default()
        .did("", "", "First.\n\nSecond.")
        .part(1, "")
        .did("", "", "");
    let told = posts(
        &log,
        &[
            "a {{ item(1) }} b\nc",
            "- a {{ item(1) }} b\n- c",
            "a {{ item(5) }} b\nc",
            "a {{ body(body=\"bullets\", group=\"none\") }} b",
            "| a |\n| - |\n| {{ item(5) }} |",
        ],
    );
    expect_test::expect![[r#"
        === a {{ item(1) }} b
        c
        a First. Second. Also done: a part. b c

        <!-- gap: #3 a part: nothing told; sprint edit 3 -->

        <!-- gap: #5 the task: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->
        === - a {{ item(1) }} b
        - c
        - a First. Second. Also done: a part. b
        - c

        <!-- gap: #3 a part: nothing told; sprint edit 3 -->

        <!-- gap: #5 the task: no place in post.md; `item(5)` tells it, `told(5)` leaves it out -->
        === a {{ item(5) }} b
        c
        a The task. b c

        <!-- gap: #5 the task: nothing told; sprint edit 5 -->

        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->

        <!-- gap: #3 a part: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->
        === a {{ body(body="bullets", group="none") }} b
        a First. Second. Also done: a part. Also done: the task. b

        <!-- gap: #3 a part: nothing told; sprint edit 3 -->

        <!-- gap: #5 the task: nothing told; sprint edit 5 -->
        === | a |
        | - |
        | {{ item(5) }} |
        | a |
        | --- |
        | The task. |

        <!-- gap: #5 the task: nothing told; sprint edit 5 -->

        <!-- gap: #1 the task: no place in post.md; `item(1)` tells it, `told(1)` leaves it out -->

        <!-- gap: #3 a part: no place in post.md; `item(3)` tells it, `told(3)` leaves it out -->
    "#]]
    .assert_eq(&told);
}

#[test]
fn the_order_of_what_is_told_is_that_of_the_post() {
    for (template, expected) in [
        ("{{ body(group=\"none\") }}", "1 3 5 7 8 9 - - 13"),
        ("{{ talks() }}{{ item(13, 1) }}{{ tasks() }}", "9 13 1 3 5"),
        (
            "{{ tasks(topic=\"\") }}\n\n{{ topic(\"A\") }}",
            "13 1 3 5 7 9 -",
        ),
    ] {
        let report = report(&everything(), template).expect("no faults");
        let number = |id: &EntryId| match everything().entries.iter().position(|e| e.id == *id) {
            Some(place) if everything().entries[place].action.makes_item() => {
                (place + 1).to_string()
            }
            _ => "-".to_owned(),
        };
        let told: Vec<String> = report.told.iter().map(number).collect();
        assert_eq!(told.join(" "), expected, "{template}");
    }
}

/// Something that a random log has to tell: the number of its entry, and the item that it is part of.
struct Thing {
    number: u32,
    under: Option<u32>,
    is_item: bool,
}

/// Makes a log of random entries. Of entry 7, `r7r` is in the text and `t7t` in the title.
fn random_log(steps: &[(u8, &str, Option<Index>)]) -> (Log, Vec<Thing>) {
    let mut log = Log::default();
    let mut things: Vec<Thing> = Vec::new();
    // The first four are of known numbers and topics: 1, 3, 5 and 7.
    let first = ["A", "A/B", "C", ""].map(|topic| (0, topic, None));
    for (kind, topic, under) in first.iter().chain(steps) {
        let number = log.entries.len() as u32 + 1;
        let items: Vec<u32> = things
            .iter()
            .filter(|thing| thing.is_item)
            .map(|thing| thing.number)
            .collect();
        let under = under.map(|under| items[under.index(items.len())]);
        let (text, title) = (format!("r{number}r"), format!("t{number}t"));
        let end = Action::Done(Done {
            item: id(number),
            text: Some(text.as_str().into()),
            people: ThinVec::new(),
            with: ThinVec::new(),
        });
        log = match kind {
            0..=2 => log.finished(&title, topic, under, "", &text),
            3 => log.decided(&title, topic, &text),
            4 => log
                .then(Action::Talk(Talk {
                    text: title.into(),
                    topic: Topic::parse(topic),
                    ..Talk::default()
                }))
                .then(end),
            5 => log.note(topic, &text),
            _ => log.photo(topic, under, &format!("photos/{number}-{text}.png")),
        };
        things.push(Thing {
            number,
            under: under.filter(|_| *kind < 3),
            is_item: *kind < 5,
        });
    }
    (log, things)
}

/// Returns the paragraph of digits before each thing in a post; what is left out or a gap has none.
fn places(post: &str, things: &[Thing]) -> Vec<Option<String>> {
    let place = |thing: &Thing| {
        let word = format!("r{0}r", thing.number);
        let mut tellers = None;
        let mut found = None;
        for line in post.lines().filter(|line| !line.starts_with("<!--")) {
            if line.starts_with("place ") {
                tellers = Some(line);
            }
            if line.contains(&word) {
                found = tellers.map(str::to_owned);
            }
        }
        found
    };
    things.iter().map(place).collect()
}

/// Puts a line before each placeholder that says which it is.
fn with_places(placeholders: &[&str]) -> String {
    let lines = placeholders.iter().map(|placeholder| {
        let name = placeholder.replace(['"', '(', ')', ',', '=', '/'], "");
        format!("place {name}\n\n{{{{ {placeholder} }}}}\n\n")
    });
    lines.collect()
}

/// Placeholders of which no two are the same part.
const POOL: [&str; 18] = [
    "body(group=\"none\")",
    "topic(\"A\", group=\"none\")",
    "topic(\"A/B\")",
    "topic(\"C\")",
    "topic(\"\")",
    "tasks()",
    "decisions()",
    "talks()",
    "notes()",
    "tasks(topic=\"A\")",
    "tasks(topic=\"A/B\", body=\"bullets\")",
    "decisions(topic=\"\")",
    "talks(topic=\"C\")",
    "notes(topic=\"A\")",
    "pictures()",
    "pictures(topic=\"A\")",
    "item(1, 5)",
    "told(3)",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn each_thing_is_told_once_or_a_gap_whatever_the_order_of_the_placeholders(
        steps in vec((0u8..7, select(&["", "A", "A/B", "C"][..]), option::of(any::<Index>())), 0..12),
        (sorted, shuffled) in subsequence(&POOL[..], 0..=POOL.len())
            .prop_flat_map(|sorted| (Just(sorted.clone()), Just(sorted).prop_shuffle())),
    ) {
        let (log, things) = random_log(&steps);
        let post = post(&log, &with_places(&shuffled));
        for thing in &things {
            let (text, title) = (format!("r{}r", thing.number), format!("t{}t", thing.number));
            let (gaps, told): (Vec<&str>, Vec<&str>) =
                post.lines().partition(|line| line.starts_with("<!-- gap: "));
            let told: usize = told.iter().map(|line| line.matches(&text[..]).count()).sum();
            let gaps = gaps.iter();
            let gaps = gaps.filter(|gap| gap.contains(&text) || gap.contains(&title)).count();
            let wholes = successors(Some(thing.number), |number| {
                things.iter().find(|thing| thing.number == *number)?.under
            });
            let is_left_out = shuffled.contains(&"told(3)") && wholes.clone().any(|whole| whole == 3);
            let least = usize::from(!(is_left_out && thing.is_item));
            prop_assert!((least..=1).contains(&(told + gaps)), "{text}: {told}, {gaps} in\n{post}");
        }
        let in_order = self::post(&log, &with_places(&sorted));
        prop_assert_eq!(places(&post, &things), places(&in_order, &things));
    }
}

#[test]
fn a_heading_of_the_page_is_its_title_unless_it_has_another() {
    let titled = |template: &str| {
        let report = report(&Log::default(), template).expect("no faults");
        markdown(&report.to_blocks())
    };
    assert_eq!(titled("# Hut\n\nHi."), "# Hut\n\nHi.\n");
    assert_eq!(titled("# {{ title }}\n\nHi."), "# Title\n\nHi.\n");
    assert_eq!(
        titled("+++\ntitle = \"Hut\"\n+++\n# Other\n\nHi."),
        "# Hut\n\n# Other\n\nHi.\n"
    );
    assert_eq!(
        titled("+++\ntitle = \"Hut\"\n+++\n# Hut\n\nHi."),
        "# Hut\n\nHi.\n"
    );
    assert_eq!(titled("+++\ntitle = \"\"\n+++\nHi."), "# Title\n\nHi.\n");
}
