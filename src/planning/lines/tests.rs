use proptest::prelude::*;

use super::{Line, LineKind, lines};

/// Shows lines one by one: number, indent, kind and text.
fn shown(text: &str) -> Vec<String> {
    lines(text)
        .iter()
        .filter(|line| line.kind != LineKind::Blank)
        .map(|line| {
            let said = match &line.kind {
                LineKind::Blank => String::new(),
                LineKind::Heading { level, text, .. } => format!("h{level} {text}"),
                LineKind::Bullet {
                    sign,
                    checkbox,
                    column,
                    text,
                } => {
                    let checkbox = checkbox.map(|inside| format!("[{inside}] "));
                    format!("{sign} {}{column} {text}", checkbox.unwrap_or_default())
                }
                LineKind::Text(text) => format!("text {text}"),
                LineKind::Block(text) => format!("block {text}"),
                LineKind::TableRow(text) => format!("row {text}"),
                LineKind::Person {
                    name, said, others, ..
                } => {
                    let name = name.as_deref().unwrap_or("?");
                    let others = others.as_deref().unwrap_or_default();
                    format!("person {name}{said} {others}")
                }
                LineKind::Comment(text) => format!("comment {text}"),
                LineKind::Aside(aside) => format!("aside {aside:?}"),
            };
            format!("{}:{} {said}", line.number, line.indent)
        })
        .collect()
}

fn kinds(text: &str) -> Vec<LineKind> {
    lines(text).into_iter().map(|line| line.kind).collect()
}

#[test]
fn each_sign_is_a_bullet() {
    for sign in [
        "-", "*", "+", "•", "●", "▪", "‣", "◦", "–", "->", "→", "1.", "23)",
    ] {
        let seen = shown(&format!("{sign} fix the leak"));
        let column = sign.chars().count() + 1;
        let shown_sign = match sign {
            "->" => "→",
            "–" => "-",
            "1." | "23)" => "1",
            sign => sign,
        };
        assert_eq!(
            seen,
            [format!("1:0 {shown_sign} {column} fix the leak")],
            "{sign}"
        );
    }
    assert_eq!(shown("•fix"), ["1:0 • 1 fix"]);
    assert_eq!(shown("(- fix it (soon))"), ["1:0 - 3 fix it (soon))"]);
    assert_eq!(shown("(- fix it)"), ["1:0 - 3 fix it"]);
}

#[test]
fn a_sign_needs_a_blank() {
    for text in [
        "-fix",
        "*fix* it",
        "+Amaury",
        "1.5 is out",
        "2019. It",
        "->x",
        "o no",
        "--full",
    ] {
        assert_eq!(shown(text), [format!("1:0 text {text}")]);
    }
}

#[test]
fn the_letter_o_is_a_bullet_where_several_lines_begin_with_it_or_one_below_a_bullet() {
    assert_eq!(shown("o fix\no port"), ["1:0 o 2 fix", "2:0 o 2 port"]);
    assert_eq!(shown("- fix\n  o port"), ["1:0 - 2 fix", "2:2 o 4 port"]);
}

#[test]
fn boxes_say_where_an_item_stands() {
    let seen = shown(
        "- [ ] a\n- [x] b\n- [X] c\n- [-] d\n- [~] e\n- [/] f\n- [] g\n[ ] h\n☐ i\n- ☑ j\n☒ k\n✓ l\n✔\u{fe0f} m\n- [ ]#12 n",
    );
    assert_eq!(
        seen,
        [
            "1:0 - [ ] 6 a",
            "2:0 - [x] 6 b",
            "3:0 - [x] 6 c",
            "4:0 - [-] 6 d",
            "5:0 - [~] 6 e",
            "6:0 - [/] 6 f",
            "7:0 - [ ] 5 g",
            "8:0 [ [ ] 4 h",
            "9:0 [ [ ] 2 i",
            "10:0 - [x] 4 j",
            "11:0 [ [x] 2 k",
            "12:0 [ [x] 2 l",
            "13:0 [ [x] 3 m",
            "14:0 - [ ] 5 #12 n",
        ]
    );
}

#[test]
fn what_only_looks_like_a_box_is_text() {
    assert_eq!(
        shown("- [x](https://example.org)\n- [wip] fix\n[docs] are old\n- [x]y"),
        [
            "1:0 - 2 [x](https://example.org)",
            "2:0 - 2 [wip] fix",
            "3:0 text [docs] are old",
            "4:0 - 2 [x]y",
        ]
    );
}

#[test]
fn bullets_and_boxes_without_text_are_nothing() {
    let text = "-\n- [ ]\n[ ]\n* \n1.\n☐\n- [x]   \n•";
    assert_eq!(shown(text), [""; 0]);
    assert_eq!(lines(text).len(), 8);
}

#[test]
fn blanks_of_all_kinds_are_blanks() {
    assert_eq!(
        shown("\u{feff}- a\r\n\t- b \t\r\r\u{a0}\u{a0}- c\u{a0}d\u{2003}\n \t* e\tf\n"),
        ["1:0 - 2 a", "2:4 - 6 b", "4:2 - 4 c d", "5:4 * 6 e f"]
    );
}

#[test]
fn hashes_make_headings() {
    assert_eq!(
        shown("# A #\n### B c##\n#12 text\n#!x\n####### D\n##\n    # e\n#\tF"),
        [
            "1:0 h1 A",
            "2:0 h3 B c##",
            "3:0 text #12 text",
            "4:0 text #!x",
            "5:0 text ####### D",
            "7:4 text # e",
            "8:0 h1 F",
        ]
    );
}

#[test]
fn underlines_make_headings_with_levels_in_the_order_of_their_styles() {
    assert_eq!(
        shown(
            "=====\nTitle\n=====\n\nA\n---\nB\n~~~\n\n- x\nC\n-------\n1st\n++++\nD\n***\nE\n^^^\nF\n\"\"\"\nG\n'''\n H\n======\n"
        ),
        [
            "2:0 h1 Title",
            "5:0 h2 A",
            "7:0 h3 B",
            "10:0 - 2 x",
            "11:0 h2 C",
            "13:0 h4 1st",
            "15:0 h5 D",
            "17:0 h6 E",
            "19:0 h6 F",
            "21:0 h6 G",
            "23:1 h6 H",
        ]
    );
}

#[test]
fn two_signs_underline_a_heading_that_is_as_short() {
    for underline in ["--", "==", "~~"] {
        let text = format!("Done\n====\n- a\nCI\n{underline}\n- b\n");
        let expected = ["1:0 h1 Done", "3:0 - 2 a", "4:0 h2 CI", "6:0 - 2 b"];
        let level = if underline == "==" {
            "4:0 h1 CI"
        } else {
            "4:0 h2 CI"
        };
        let expected = expected.map(|line| if line == "4:0 h2 CI" { level } else { line });
        assert_eq!(shown(&text), expected, "{underline}");
    }
    assert_eq!(
        shown("Anna wrote this\n--\nBern\n"),
        ["1:0 text Anna wrote this", "2:0 text --", "3:0 text Bern"]
    );
}

#[test]
fn with_headings_of_hashes_underlines_have_the_levels_of_markdown() {
    assert_eq!(shown("A\n---\n# B"), ["1:0 h2 A", "3:0 h1 B"]);
}

#[test]
fn rules_are_nothing() {
    let text = "---\n\n- a\n---\n\n* * *\n___\na paragraph of\ntwo lines\n---------------------\n - - -\n#####";
    assert_eq!(
        shown(text),
        ["3:0 - 2 a", "8:0 text a paragraph of", "9:0 text two lines"]
    );
}

#[test]
fn a_paragraph_may_stand_right_above_a_heading() {
    assert_eq!(
        shown("some words\nTasks\n-----"),
        ["1:0 text some words", "2:0 h1 Tasks"]
    );
}

#[test]
fn bold_alone_on_its_line_is_a_heading() {
    assert_eq!(
        shown("**Monday**\n__CPyExt__:\n**a** and **b**\n**Armin**: fix\n- **x**\n  **decided**"),
        [
            "1:0 h7 Monday",
            "2:0 h7 CPyExt:",
            "3:0 text **a** and **b**",
            "4:0 text **Armin**: fix",
            "5:0 - 2 **x**",
            "6:2 text **decided**",
        ]
    );
}

#[test]
fn fenced_code_is_one_block() {
    assert_eq!(
        shown("- a\n    ```rust\n    - b\n\t  c\t1  \n\n    ```\n- d\n~~~\n# e\n```\n~~~~\nf"),
        [
            "1:0 - 2 a",
            "2:4 block ```rust\n- b\n  c\t1\n\n```",
            "7:0 - 2 d",
            "8:0 block ~~~\n# e\n```\n~~~~",
            "12:0 text f",
        ]
    );
}

#[test]
fn a_fence_that_is_never_closed_swallows_nothing() {
    assert_eq!(
        shown("```\n- a\n\n```x```\n````rust\n- b"),
        [
            "2:0 - 2 a",
            "4:0 text ```x```",
            "5:0 text ````rust",
            "6:0 - 2 b"
        ]
    );
}

#[test]
fn tildes_below_a_title_are_no_fence() {
    assert_eq!(
        shown("Tasks\n~~~~~\n- a\n\nTalks\n~~~~~\n\nas in\n~~~\nb\n~~~"),
        [
            "1:0 h1 Tasks",
            "3:0 - 2 a",
            "5:0 h1 Talks",
            "8:0 text as in",
            "9:0 block ~~~\nb\n~~~"
        ]
    );
}

#[test]
fn a_quote_is_one_block() {
    assert_eq!(
        shown("- a\n  > b\n  >\n  > - c\n> d\n\n>= 3\n>>> code"),
        [
            "1:0 - 2 a",
            "2:2 block > b\n>\n> - c\n> d",
            "7:0 text >= 3",
            "8:0 text >>> code"
        ]
    );
}

#[test]
fn settings_at_the_top_are_not_read() {
    assert_eq!(
        shown("---\ntitle: Sprint\ntags:\n  - a\n---\n- b"),
        ["6:0 - 2 b"]
    );
    assert_eq!(shown("+++\ntitle = 1\n+++\n- b"), ["4:0 - 2 b"]);
    assert_eq!(
        shown("---\n\n- a: b\n\n---"),
        ["3:0 - 2 a: b"],
        "a rule at the top"
    );
    assert_eq!(shown("---\na: b"), ["2:0 text a: b"], "no end");
}

#[test]
fn folds_are_read_without_their_tags() {
    assert_eq!(
        shown("<details>\n<summary>Later</summary>\n\n- a\n</details>\nx<br>"),
        ["2:0 text Later", "4:0 - 2 a", "6:0 text x"]
    );
}

#[test]
fn comments_are_taken_out_of_their_lines() {
    assert_eq!(
        shown(
            "<!-- stamp -->\n- a <!-- b --> c<!---->\n  <!-- d --> * e\nf <!-- g\n- h\n--> i <!-- j\n-->\n- k"
        ),
        [
            "1:0 comment stamp",
            "2:0 - 2 a   c",
            "2:0 comment b",
            "2:0 comment ",
            "3:2 * 4 e",
            "3:2 comment d",
            "4:0 text f",
            "4:0 comment g\n- h",
            "6:0 text i",
            "6:0 comment j",
            "8:0 - 2 k",
        ]
    );
}

#[test]
fn what_begins_no_comment_is_text() {
    for text in ["- \\<!-- a -->", "- `<!-- a -->`", "- a <!-- b", "- a -->"] {
        assert_eq!(shown(text), [format!("1:0 - 2 {}", &text[2..])]);
    }
    assert_eq!(
        shown("a <!-- b\n- c\n<!-- d -->"),
        ["1:0 text a <!-- b", "2:0 - 2 c", "3:0 comment d"]
    );
}

#[test]
fn definitions_of_links_are_not_read() {
    assert_eq!(
        shown("[docs]: https://example.org/ \"Docs\"\n[Armin]: https is missing\n[1]: see below"),
        [
            "2:0 text [Armin]: https is missing",
            "3:0 text [1]: see below"
        ]
    );
}

#[test]
fn a_row_of_a_table_is_a_task() {
    assert_eq!(
        shown(
            "| Task | Who | When | Status | Link |\n|:--|---|:-:|--:|---|\n| fix \\| port `a|b` | Armin, **Anto** | Thu | in progress | https://example.org/1 |\n| test (a bit) | | | | |\n| | | | | |\n| done one | ? | | ✅ | #12\n\n- x"
        ),
        [
            "3:0 | 2 fix | port `a|b` https://example.org/1 (Armin, **Anto**), Thu: in progress",
            "4:0 | 2 test (a bit) ()",
            "6:0 | [x] 2 done one #12",
            "8:0 - 2 x",
        ]
    );
}

#[test]
fn a_table_needs_no_outer_pipes_and_has_its_columns_in_any_order() {
    assert_eq!(
        shown(
            "Done? | Assigned to | What to do | Notes\n-|-|-|-\nx | Armin (remote) | port | looks good\n- | - | [x] fix\nno | @anto | talk"
        ),
        [
            "3:0 | [x] 2 port (Armin remote)",
            "3:0 aside Who(\"Armin (remote)\")",
            "3:4 text looks good",
            "4:0 | [x] 2 fix",
            "5:0 | 2 talk (@anto)",
        ]
    );
}

#[test]
fn a_table_between_pipes_needs_no_row_of_dashes() {
    assert_eq!(
        shown("| # | Topic | Owner |\n| 1 | fix | Armin |\n| T-2 | port | |"),
        ["2:0 | 2 fix (Armin)", "3:0 | 2 port T-2"]
    );
}

#[test]
fn a_drawn_table_is_read() {
    assert_eq!(
        shown(
            "+------+-----+\n| task | who |\n+======+=====+\n| fix  | Ar- |\n| it   | min |\n+------+-----+\n| port |     |\n+------+-----+"
        ),
        [
            "4:0 | 2 fix it (Ar- min)",
            "4:0 aside Who(\"Ar- min\")",
            "7:0 | 2 port"
        ]
    );
    assert_eq!(
        shown(
            "+------+-----+\n| task | who |\n+------+-----+\n| fix | Armin |\n| port | |\n+--+--+"
        ),
        ["4:0 | 2 fix (Armin)", "5:0 | 2 port"]
    );
}

#[test]
fn a_table_of_mediawiki_is_read() {
    assert_eq!(
        shown(
            "{| class=\"wikitable\"\n|+ Our plan\n! Task !! Who\n! Status\n|-\n| fix || Armin, Anto || done\n|-\n| style=\"color: red\" | port it!!\n| Armin\n|\n|}\n\n- x"
        ),
        [
            "6:0 | 2 fix (Armin, Anto): done",
            "8:0 | 2 port it!! (Armin)",
            "13:0 - 2 x",
        ]
    );
    assert_eq!(
        shown("{|\n! time !! place\n|-\n| 9:00 || kitchen\n|}"),
        ["2:0 row ! time !! place", "4:0 row | 9:00 || kitchen"]
    );
}

#[test]
fn a_table_of_something_else_is_rows() {
    assert_eq!(
        shown(
            "| time | what |\n|---|---|\n| 9:00 | breakfast |\n\n| name | from |\n|---|---|\n| Armin | Mon |"
        ),
        [
            "1:0 row | time | what |",
            "3:0 row | 9:00 | breakfast |",
            "7:0 person Armin (from Mon) ",
        ]
    );
    assert_eq!(shown("a | b\nc | d"), ["1:0 text a | b", "2:0 text c | d"]);
}

#[test]
fn a_table_below_an_item_is_one_block() {
    assert_eq!(
        shown("- a\n  | task | who |\n  |--|--|\n  | b | c |"),
        ["1:0 - 2 a", "2:2 block | task | who |\n|--|--|\n| b | c |"]
    );
}

#[test]
fn nothing_is_read_again_and_again() {
    // Each of these takes minutes if the rest of the text or of the line is read, or copied, for each of them.
    for part in [
        "```\n",
        "~~~~\n",
        "<!--\n",
        "<!-- ",
        "<!---->",
        "|a|\n",
        "a|b\n",
        "+--+\n",
        "> \n",
        "`|",
        "a\n---\n",
        "[ ] ",
        "<br>",
        "\\|",
        "<!-- a\nb --> c ",
    ] {
        let text = part.repeat(30_000);

        assert!(!lines(&text).is_empty(), "{part:?}");
    }
}

/// Texts made of what means something, so that forms meet.
fn texts() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "- ",
        "* ",
        "1. ",
        "• ",
        "[ ] ",
        "[x]",
        "#",
        "# ",
        "##",
        "\n",
        "\n",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "    ",
        " ",
        "\u{a0}",
        "```",
        "~~~",
        "<!--",
        "-->",
        "---",
        "===",
        "+++",
        "+---+",
        "|",
        "|",
        "|---|---|",
        "task",
        "who",
        "a",
        "é",
        "日本",
        "`",
        "\\",
        ">",
        "> ",
        "**",
        "<details>",
        "title: ",
        "(",
        ")",
        ":",
        "o ",
        "✓",
        "\u{feff}",
        "\u{2028}",
    ]);
    prop_oneof![
        3 => prop::collection::vec(parts, 0..60).prop_map(|parts| parts.concat()),
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_lines_whose_words_stand_in_it(text in texts()) {
        let lines = lines(&text);
        let text = text.replace('\u{feff}', "");
        let mut last = 1;
        for line in &lines {
            prop_assert!(line.number >= last, "{lines:?}");
            last = line.number;
            prop_assert!(line.indent <= text.len() * 4);
            // What a column says has the name of the column with it.
            let is_aside = matches!(line.kind, LineKind::Aside(_));
            for word in words(line).into_iter().filter(|_| !is_aside) {
                // A table with tabs is written as one with pipes.
                let may_be_pipe = word.contains('|') && text.contains('\t');
                let is_there = text.contains(&word) || text.replace(['*', '_'], "").contains(&word);
                prop_assert!(may_be_pipe || is_there, "{word:?} of {line:?}");
            }
        }
        prop_assert!(last <= text.matches(['\n', '\r']).count() + 1);
    }

    // An `o` may be a bullet.
    #[test]
    fn every_letter_outside_of_settings_and_definitions_is_in_some_line(text in "[a-np-z*|+ >\n-]{0,60}") {
        let seen: String = lines(&text).iter().flat_map(words).collect();
        for letter in text.chars().filter(char::is_ascii_lowercase) {
            prop_assert!(seen.contains(letter), "{letter} of {text:?}");
        }
    }
}

/// The words of a line; of a row of a table, which has signs of ours, only the letters.
fn words(line: &Line) -> Vec<String> {
    let text = match &line.kind {
        LineKind::Blank => "",
        LineKind::Heading { text, .. }
        | LineKind::Bullet { text, .. }
        | LineKind::Text(text)
        | LineKind::Block(text)
        | LineKind::TableRow(text)
        | LineKind::Person { row: text, .. }
        | LineKind::Comment(text) => text,
        LineKind::Aside(aside) => &format!("{aside:?}"),
    };
    let is_row = matches!(line.kind, LineKind::Bullet { sign: '|', .. });
    text.split(|letter: char| match is_row {
        true => !letter.is_alphanumeric(),
        false => letter.is_whitespace() || letter == '\u{feff}',
    })
    .map(str::to_owned)
    .collect()
}

#[test]
fn a_text_without_lines_is_none() {
    assert_eq!(kinds(""), []);
    assert_eq!(kinds("\n\n"), [LineKind::Blank, LineKind::Blank]);
}

#[test]
fn a_bullet_of_several_stars_is_a_part_of_the_one_above() {
    assert_eq!(
        shown("* port it\n** test it\n*** mock it\n** fuzz it\n* write docs\n** bold **\n"),
        [
            "1:0 * 2 port it",
            "2:2 * 4 test it",
            "3:4 * 6 mock it",
            "4:2 * 4 fuzz it",
            "5:0 * 2 write docs",
            "6:0 text ** bold **",
        ]
    );
    assert_eq!(shown("** test it\n"), ["1:0 text ** test it"]);
    assert_eq!(
        shown("* port it\n*** mock it\n"),
        ["1:0 * 2 port it", "2:0 text *** mock it"]
    );
}

#[test]
fn what_is_struck_through_by_tags_is_so_but_not_in_code_or_in_the_title_of_an_item() {
    for (text, expected) in [
        ("* <s>port it</s>", "~~port it~~"),
        ("* <del>port it</del> DONE", "~~port it~~ DONE"),
        (
            "* port it (<strike>Ida</strike>, Bela)",
            "port it (~~Ida~~, Bela)",
        ),
        ("* use `<s>x</s>` and <s>y</s>", "use `<s>x</s>` and ~~y~~"),
        ("* [ ] #12 use <s>x</s>", "#12 use <s>x</s>"),
        ("* <s>port it", "<s>port it"),
        (
            "* use the <s> tag and the </s> tag",
            "use the <s> tag and the </s> tag",
        ),
        (
            "* <del> or </del>, and <del>which</del>",
            "<del> or </del>, and ~~which~~",
        ),
        (
            "* open <strike>, then </strike>",
            "open <strike>, then </strike>",
        ),
    ] {
        let [LineKind::Bullet { text: seen, .. }] = &kinds(text)[..] else {
            panic!("{text} is a bullet");
        };
        assert_eq!(seen, expected);
    }
}

#[test]
fn a_row_of_a_table_of_people_is_somebody_as_in_a_list() {
    let rows = |header: &str, row: &str| -> Option<String> {
        let text = format!("{header}\n|---|---|---|\n{row}\n");
        let seen = shown(&text).pop()?;
        Some(seen.trim_start_matches("3:0 ").trim_end().to_owned())
    };
    for (header, row, expected) in [
        (
            "| Name | GitHub | Days |",
            "| Ida Berg | @ida | Mon–Wed |",
            "person Ida Berg (@ida, Mon–Wed)",
        ),
        (
            "| Name | GitHub | Food |",
            "| Ida | https://github.com/idab | fish |",
            "person Ida (@idab) Food: fish",
        ),
        (
            "| Participant | Arrives | Leaves |",
            "| Ida | Mon | - |",
            "person Ida (from Mon)",
        ),
        (
            "| Nick | Name | Until |",
            "| [ida](https://ida.org) | Ida Berg | Wed |",
            "person Ida Berg (@ida, until Wed)",
        ),
        (
            "| Who | When | Role |",
            "| Ida | Tue–Thu | host |",
            "person Ida (Tue–Thu, host)",
        ),
        (
            "| Name | GitHub | Days |",
            "| Ida (she/her) | idab | Mon |",
            "person Ida (@idab, only Mon) she/her",
        ),
        (
            "| Name | GitHub | Days |",
            "| Ida (remote) | none | Tue–Thu |",
            "person Ida (remote, Tue–Thu) none",
        ),
        (
            "| Name | GitHub | Talk day |",
            "| Ida | yes | Mon |",
            "person Ida yes; Talk day: Mon",
        ),
        (
            "| Name | Arrival day | Wants to work on |",
            "| Ida | Tue | Wed |",
            "person Ida (from Tue) Wants to work on: Wed",
        ),
        (
            "| Name | Matrix | Days |",
            "| Ida | [https://ida.org ida-b] | Mon |",
            "person Ida (@ida-b, only Mon)",
        ),
        (
            "| Name | Account | Days |",
            "| Ida | [GitHub](https://github.com/idab) | Tue–Thu |",
            "person Ida (Tue–Thu) [GitHub](https://github.com/idab)",
        ),
        ("| Name | Nick | Days |", "| Total | 12 | 30 |", "person ?"),
        (
            "| Name | Nick | Days |",
            "| **Sum** | 12 | 30 |",
            "person ?",
        ),
        (
            "| Name | Nick | Days |",
            "| Berg, Ida | idab | Mon |",
            "person ?",
        ),
        (
            "| Name | Nick | Present |",
            "| Ida | idab | no |",
            "person ?",
        ),
        (
            "| Name | Confirmed? | Days |",
            "| Ida | maybe | Mon |",
            "person ?",
        ),
        (
            "| Name | Coming? | Days |",
            "| Ida | no, sorry | Mon |",
            "person ?",
        ),
        (
            "| Name | Coming? | Days |",
            "| Ida | No! | Mon |",
            "person ?",
        ),
        (
            "| Name | Coming? | Days |",
            "| Ida | ❌ | Mon |",
            "person ?",
        ),
        (
            "| Name | Coming? | Days |",
            "| Ida | cancelled on Monday | Mon |",
            "person ?",
        ),
        (
            "| Name | Days | Status |",
            "| Ida | Mon | done |",
            "row | Ida | Mon | done |",
        ),
        (
            "| Name | Days | Task |",
            "| Ida | Mon | fix it |",
            "| 2 fix it (Ida), Mon",
        ),
    ] {
        assert_eq!(rows(header, row).as_deref(), Some(expected), "{header}");
    }
}
