//! What the reader of TOML finds wrong, in words for people who edit a log or `sprint.toml`.

const VALUE: &str = "not a value; a text must be in quotes";
const CHARACTER: &str = "a character that is not allowed here";
const CLOSING_QUOTE: &str = "the closing quote is missing";
const TWICE: &str = "the key appears twice";
const MORE: &str = "nothing more is allowed here";
const PAIR: &str = "not KEY = VALUE";
const KEY: &str = "the key is missing";
const EQUALS: &str = "`=` is missing";
const EQUALS_TWICE: &str = "`=` appears twice";
const CLOSING_BRACKET: &str = "`]` is missing";
const WORD: &str = "a word in quotes belongs here";
const DATE: &str = "not a date or time";

/// How messages of the reader begin, and what they mean. The first that fits counts.
const MEANINGS: &[(&str, &str)] = &[
    ("string values must be quoted", VALUE),
    ("missing opening quote", "the opening quote is missing"),
    (
        "invalid multi-line basic string, expected `\"`",
        "the closing `\"\"\"` is missing",
    ),
    (
        "invalid multi-line literal string, expected `'`",
        "the closing `'''` is missing",
    ),
    ("invalid basic string, expected `\"`", CLOSING_QUOTE),
    ("invalid literal string, expected `'`", CLOSING_QUOTE),
    (
        "missing escaped value",
        "an unknown escape; write a backslash as `\\\\`",
    ),
    (
        "too few unicode",
        "`\\u` needs 4 digits after it, `\\U` needs 8",
    ),
    ("invalid multi-line", CHARACTER),
    ("invalid basic string", CHARACTER),
    ("invalid literal string", CHARACTER),
    ("invalid comment character", CHARACTER),
    ("unclosed inline table", "`}` is missing"),
    ("unclosed array table", "`]]` is missing"),
    ("unclosed", CLOSING_BRACKET),
    ("missing comma", "a comma is missing"),
    ("extra comma", "a comma too many"),
    ("extra assignment", EQUALS_TWICE),
    ("extra `=`", EQUALS_TWICE),
    ("missing assignment", EQUALS),
    ("key with no value", EQUALS),
    ("missing value", "the value is missing"),
    ("missing key", KEY),
    ("unquoted keys cannot be empty", KEY),
    (
        "invalid unquoted key",
        "a key with other characters than A-Z a-z 0-9 _ - must be in quotes",
    ),
    ("keys cannot be multi-line", "a key must be on one line"),
    ("duplicate key", TWICE),
    ("cannot extend value", TWICE),
    ("invalid key-value pair", PAIR),
    ("invalid inline table element", PAIR),
    ("unexpected `=`", "`=` is not allowed here"),
    ("unexpected leading zero", VALUE),
    ("unexpected sign", VALUE),
    ("unexpected", MORE),
    ("missing table open", "`[` is missing"),
    ("cannot recurse", "nested too deep"),
    ("carriage return", "half a line end: CR without LF"),
    ("integer number overflowed", "the number is too large"),
    ("wanted string or table", WORD),
    ("expected table", WORD),
    ("invalid date", DATE),
    ("invalid time", DATE),
    ("`_` may only", VALUE),
    ("radix", VALUE),
    ("integers with a radix", VALUE),
    ("redundant", VALUE),
];

/// Puts a message of the reader into plain words.
pub(super) fn plain(message: &str) -> String {
    let mut meanings = MEANINGS.iter();
    if let Some((_, meaning)) = meanings.find(|(begins, _)| message.starts_with(begins)) {
        return (*meaning).to_owned();
    }
    let after = |begins: &str| message.strip_prefix(begins);
    let mismatch = after("invalid type: ").or(after("invalid value: "));
    if let Some((found, expected)) = mismatch.and_then(|rest| rest.rsplit_once(", expected ")) {
        return format!("{} where {} belongs", value(found), wanted(expected));
    }
    if let Some(key) = after("missing field ") {
        return format!("{key} is missing");
    }
    let unknown = after("unknown variant ");
    if let Some((word, known)) = unknown.and_then(|rest| rest.rsplit_once(", expected ")) {
        return format!("{word} is not {known}");
    }
    match message.starts_with("invalid ") {
        true => VALUE.to_owned(),
        // The domain has plain words.
        false => message.to_owned(),
    }
}

/// Names a value that was found.
fn value(found: &str) -> String {
    let (kind, shown) = found.split_once(" `").unwrap_or((found, ""));
    match kind {
        "integer" | "floating point" => format!("the number `{shown}"),
        "boolean" => format!("`{shown}"),
        "sequence" => "a list".to_owned(),
        "map" => "`{ … }`".to_owned(),
        _ => found.replacen("string ", "the text ", 1),
    }
}

/// Names what belongs in a place.
fn wanted(expected: &str) -> &str {
    match expected {
        "a string" => "a text in quotes",
        "a sequence" => "a list in `[ ]`",
        "a boolean" => "`true` or `false`",
        "u32" => "a number from 1 to 999999999",
        _ if expected.starts_with("struct ") => "`{ … }`",
        _ => expected,
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use serde::Deserialize;

    use super::*;
    use crate::domain::{Action, Config};

    #[test]
    fn what_is_not_toml_is_told_in_plain_words() {
        let documents = "x = a|x = a\"|x = \"a|x = 'a|x = '''a|x = \"\"\"a|x = \"\\q\"|x = \"\\u12\"|x = \"\u{1}\"|# \u{1}|x = { a = 1|x = { a = \"b\" c = 1 }|[[a|[a|x = [1|\
                         x = [\"a\" \"b\"]|x = { a = 1,, b = 2 }|x = [1,,2]|x 1|x == 1|x =|= 1|é = 1|\"\"\"a\"\"\" = 1|x = 1\nx = 2|x = 1\nx.y = 2|[a] b|}|]|x = 1\ry = 2|\
                         x = 2017-13-45|x = 12:61:00|x = 01|x = 1__0|x = 1.2.3|x = +-1|x = 0X1|x = -0x1|x = 0xg|x = tru";
        let mut told = String::new();
        for document in documents.split('|') {
            let (_, errors) = toml::de::DeTable::parse_recoverable(document);
            let place = |error: &&toml::de::Error| error.span().map_or(0, |span| span.start);
            let first = errors.iter().min_by_key(place).expect("it is not TOML");
            told += &format!("{}: {}\n", document.escape_debug(), plain(first.message()));
        }
        expect![[r#"
            x = a: not a value; a text must be in quotes
            x = a\": the opening quote is missing
            x = \"a: the closing quote is missing
            x = \'a: the closing quote is missing
            x = \'\'\'a: the closing `'''` is missing
            x = \"\"\"a: the closing `"""` is missing
            x = \"\\q\": an unknown escape; write a backslash as `\\`
            x = \"\\u12\": `\u` needs 4 digits after it, `\U` needs 8
            x = \"\u{1}\": a character that is not allowed here
            # \u{1}: a character that is not allowed here
            x = { a = 1: `}` is missing
            x = { a = \"b\" c = 1 }: a comma is missing
            [[a: `]]` is missing
            [a: `]` is missing
            x = [1: `]` is missing
            x = [\"a\" \"b\"]: a comma is missing
            x = { a = 1,, b = 2 }: a comma too many
            x = [1,,2]: a comma too many
            x 1: `=` is missing
            x == 1: `=` appears twice
            x =: not a value; a text must be in quotes
            = 1: the key is missing
            é = 1: a key with other characters than A-Z a-z 0-9 _ - must be in quotes
            \"\"\"a\"\"\" = 1: a key must be on one line
            x = 1\nx = 2: the key appears twice
            x = 1\nx.y = 2: the key appears twice
            [a] b: nothing more is allowed here
            }: not KEY = VALUE
            ]: `[` is missing
            x = 1\ry = 2: half a line end: CR without LF
            x = 2017-13-45: not a date or time
            x = 12:61:00: not a date or time
            x = 01: not a value; a text must be in quotes
            x = 1__0: not a value; a text must be in quotes
            x = 1.2.3: not a value; a text must be in quotes
            x = +-1: not a value; a text must be in quotes
            x = 0X1: not a value; a text must be in quotes
            x = -0x1: not a value; a text must be in quotes
            x = 0xg: not a value; a text must be in quotes
            x = tru: not a value; a text must be in quotes
        "#]]
        .assert_eq(&told);
    }

    #[test]
    fn a_value_that_does_not_fit_is_told_in_plain_words() {
        let mut told = String::new();
        for setting in [
            "title = 3",
            "title = 1.5",
            "title = true",
            "title = []",
            "title = {}",
            "topics = \"x\"",
            "log = 3",
            "log = \"x\"",
            "check = 3",
            "from = \"x\"",
            "title = 99999999999999999999999999999999999999999999",
        ] {
            let error = toml::from_str::<Config>(setting).expect_err("it does not fit");
            told += &format!("{setting}: {}\n", plain(error.message()));
        }
        for action in [
            "plan = {}",
            "plan = { text = 3 }",
            "goal = { text = \"a\", side = \"yes\" }",
            "renumber = { item = \"1-aaaaaa\", number = -1 }",
            "renumber = { item = \"1-aaaaaa\", number = 0 }",
            "renumber = { item = \"1\", number = 1 }",
            "join = { person = \"a\", nick = \"a\", role = 3 }",
            "join = { person = \"a\", nick = \"a\", role = \"x\" }",
            "join = { person = \"a\", nick = \"\" }",
            "join = { person = \"a\", nick = \"a\", from = \"x\" }",
            "note = { text = \"a\", topic = \"\" }",
        ] {
            let read = toml::de::Deserializer::parse(action).and_then(Action::deserialize);
            let error = read.expect_err("it does not fit");
            told += &format!("{action}: {}\n", plain(error.message()));
        }
        expect![[r#"
            title = 3: the number `3` where a text in quotes belongs
            title = 1.5: the number `1.5` where a text in quotes belongs
            title = true: `true` where a text in quotes belongs
            title = []: a list where a text in quotes belongs
            title = {}: `{ … }` where a text in quotes belongs
            topics = "x": the text "x" where a list in `[ ]` belongs
            log = 3: a word in quotes belongs here
            log = "x": `x` is not `shared` or `per-writer`
            check = 3: the number `3` where `{ … }` belongs
            from = "x": expected a date such as 2017-02-27
            title = 99999999999999999999999999999999999999999999: the number is too large
            plan = {}: `text` is missing
            plan = { text = 3 }: the number `3` where a text in quotes belongs
            goal = { text = "a", side = "yes" }: the text "yes" where `true` or `false` belongs
            renumber = { item = "1-aaaaaa", number = -1 }: the number `-1` where a number from 1 to 999999999 belongs
            renumber = { item = "1-aaaaaa", number = 0 }: 0 is not a number from 1 to 999999999
            renumber = { item = "1", number = 1 }: `1` is not an entry id
            join = { person = "a", nick = "a", role = 3 }: a word in quotes belongs here
            join = { person = "a", nick = "a", role = "x" }: `x` is not one of `newcomer`, `visitor`, `remote`, `host`
            join = { person = "a", nick = "" }: a name that is empty
            join = { person = "a", nick = "a", from = "x" }: expected a date such as 2017-02-27
            note = { text = "a", topic = "" }: a topic needs a heading
        "#]].assert_eq(&told);
    }
}
