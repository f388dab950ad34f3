//! What can be wrong in `post.md`, in words.

use super::location::Position;
use super::rule::{Description, Rule};
use super::toml_message;
use super::words::{counted, listed};

/// Why `post.md` does not say what to tell.
#[derive(Clone, Debug, PartialEq)]
pub enum TemplateFault {
    /// Lines of a conflict that git left.
    MergeMarker,
    /// Front matter between `---` lines.
    YamlFrontMatter,
    OpenFrontMatter,
    /// Front matter that something stands before.
    LateFrontMatter,
    /// What is wrong with TOML or a value, in the words of the parser.
    FrontMatter(String),
    /// A tag without its end.
    OpenTag {
        begins: &'static str,
        ends: &'static str,
    },
    /// The end of a tag without its beginning.
    StrayEnd(&'static str),
    /// A bracket in a tag without its end.
    OpenBracket(char),
    /// A text in a tag without its closing quote.
    OpenQuote(char),
    /// A quote as books have it.
    CurlyQuote(char),
    /// A sign that no placeholder can have.
    Sign(String),
    /// A tag with more characters outside quotes than that.
    LongTag(usize),
    /// `if` or `for` without its end.
    OpenBlock(String),
    /// `endif`, `else` and the like in the wrong place.
    MisplacedTag {
        word: String,
        /// What is open there, and its line.
        open: Option<(String, usize)>,
    },
    UnknownTag {
        word: String,
        near: Option<String>,
    },
    SetBlock,
    /// A shortcode or tag of a site's engine.
    Shortcode,
    /// An expression that cannot be read, in the words of the reader.
    Expression(String),
    /// An operation that is not possible, in the words of the reader.
    Operation(String),
    /// A name that means nothing.
    Unknown {
        what: Named,
        name: String,
        near: Option<String>,
        known: Vec<String>,
    },
    /// A part without its brackets.
    NotCalled(String),
    /// A part in an expression.
    PartInExpression,
    /// Something that is called and is not a part.
    NotAPart {
        name: String,
        is_data: bool,
    },
    /// A name within something that has no such name.
    NoField {
        of: String,
        field: String,
        has: Fields,
    },
    /// A list or the like that should be printed.
    NotPrintable {
        what: String,
        /// The data in it.
        fields: Vec<String>,
    },
    UnknownFilter(String),
    UnknownTest(String),
    UnknownArgument {
        part: &'static str,
        name: String,
        near: Option<String>,
        known: Vec<String>,
    },
    /// An argument with a name is given for the second time.
    ArgumentTwice(String),
    /// The values are not as many as the part takes.
    Arguments {
        part: &'static str,
        takes: &'static str,
    },
    /// A value without a name, where none can be.
    Unnamed {
        part: &'static str,
        known: Vec<String>,
    },
    /// A word that should be a text.
    Unquoted {
        argument: String,
        wanted: String,
    },
    /// A value that does not fit.
    WrongValue {
        argument: String,
        found: String,
        wanted: String,
    },
    NoSuchTopic {
        typed: String,
        near: Option<String>,
        known: Vec<String>,
    },
    SharedTopic {
        typed: String,
        choices: Vec<String>,
    },
    NoSuchItem {
        typed: String,
        /// The highest number given so far; 0 for none.
        highest: u32,
    },
    SharedNumber {
        typed: String,
        choices: Vec<String>,
    },
    NoSuchPicture {
        word: String,
        known: Vec<String>,
    },
    SharedPicture {
        word: String,
        choices: Vec<String>,
    },
    /// A part where none can stand.
    MisplacedPart {
        part: String,
        place: Misplaced,
    },
    /// What is told by two placeholders.
    ToldTwice {
        what: String,
        /// What is in its brackets, where that is not written there.
        value: Option<String>,
        /// Where it is told first.
        first: Position,
    },
    /// What is told by one placeholder, each time that a loop comes to it.
    ToldInLoop(String),
    /// A placeholder that names the same thing twice.
    NamedTwice(String),
    /// A part with one brace around it.
    OneBrace(String),
    /// A link that no reader can follow.
    DeadLink(String),
    Html,
    TooDeep(usize),
    TooLarge,
    TooManyMarks(usize),
    OutOfFuel,
}

/// What a name that means nothing should have named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    Part,
    Data,
    Field,
    Group,
}

/// What has the name that was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fields {
    /// Nothing: the data is one text.
    Nothing,
    /// Each of a list.
    Members,
    /// An attendee, in a loop.
    Person,
}

/// Where a part cannot stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misplaced {
    Code,
    Heading,
    Address,
    Comment,
}

impl TemplateFault {
    pub fn describe(&self) -> Description {
        let fault = |message: String, hint: String| Rule::Post.error(message, hint);
        match self {
            TemplateFault::MergeMarker => Rule::MergeMarker.error(
                "an unresolved git conflict",
                "keep the lines that are to stay and delete the marker lines",
            ),
            TemplateFault::YamlFrontMatter => fault(
                "front matter between `---` lines".to_owned(),
                "write it as TOML between `+++` lines: title = \"…\"".to_owned(),
            ),
            TemplateFault::OpenFrontMatter => fault(
                "the front matter has no end".to_owned(),
                "write a line `+++` after it".to_owned(),
            ),
            TemplateFault::LateFrontMatter => Rule::Post.warning(
                "these settings are told as text, as they are not at the beginning",
                "put the lines from this `+++` to the next one at the beginning of the file",
            ),
            TemplateFault::FrontMatter(message) => fault(
                toml_message::plain(message),
                "`sprint help template` lists what the front matter can say".to_owned(),
            ),
            TemplateFault::OpenTag { begins, ends } => fault(
                format!("`{begins}` without `{ends}`"),
                match *begins {
                    "{{" => "write `{{ PART() }}`; as text, `{{` stands in `code`".to_owned(),
                    _ => format!("close it with `{ends}`; as text, `{begins}` stands in `code`"),
                },
            ),
            TemplateFault::StrayEnd(ends) => {
                let begins = if *ends == "}}" { "{{" } else { "{%" };
                fault(
                    format!("`{ends}` without `{begins}`"),
                    format!("begin it with `{begins}`; as text, `{ends}` stands in `code`"),
                )
            }
            TemplateFault::OpenBracket(bracket) => fault(
                format!("`{bracket}` without its closing bracket"),
                "write `{{ PART() }}` or `{{ PART(ARGUMENTS) }}`".to_owned(),
            ),
            TemplateFault::OpenQuote(quote) => fault(
                format!("`{quote}` without its closing quote"),
                format!("a text ends with the quote that it begins with: {quote}TEXT{quote}"),
            ),
            TemplateFault::CurlyQuote(quote) => fault(
                format!("`{quote}` does not begin or end a text in a placeholder"),
                "write straight quotes: \"TEXT\"".to_owned(),
            ),
            TemplateFault::Sign(sign) => fault(
                format!("`{sign}` is not possible here"),
                "there are parts with arguments, data, texts, numbers, lists such as `[\"a\", \"b\"]`, and comparisons".to_owned(),
            ),
            TemplateFault::LongTag(most) => fault(
                format!("a placeholder of more than {most} characters"),
                "write several, or keep a step with `{% set NAME = VALUE %}`".to_owned(),
            ),
            TemplateFault::OpenBlock(word) => fault(
                format!("this `{{% {word} %}}` has no end"),
                format!("write `{{% end{word} %}}` where it ends"),
            ),
            TemplateFault::MisplacedTag { word, open } => fault(
                match open {
                    None => format!("`{{% {word} %}}` is not within a `{{% {} %}}`", of_what(word)),
                    Some((open, line)) => {
                        format!("`{{% {word} %}}` within the `{{% {open} %}}` of line {line}")
                    }
                },
                match open {
                    None => format!("remove it, or write `{{% {} … %}}` before it", of_what(word)),
                    Some((open, _)) => format!("write `{{% end{open} %}}` before it"),
                },
            ),
            TemplateFault::UnknownTag { word, near } => fault(
                format!("there is no `{{% {word} %}}`{}", did_you_mean(near)),
                "there are `{% if %}`, `{% for %}`, `{% set NAME = VALUE %}` and comments, `{# … #}`; a tag of a site's engine \
                 goes into a fence such as ```raw jekyll"
                    .to_owned(),
            ),
            TemplateFault::SetBlock => fault(
                "`{% set %}` without a value".to_owned(),
                "write `{% set NAME = VALUE %}`".to_owned(),
            ),
            TemplateFault::Shortcode => fault(
                "what only one site's engine understands".to_owned(),
                "put it in a fence that begins with ```raw and the name of the site, such as ```raw hugo".to_owned(),
            ),
            TemplateFault::Expression(message) => fault(
                expression(message),
                "write `{{ PART() }}`, `{{ NAME }}` or `{% if NAME %}`; texts are in quotes".to_owned(),
            ),
            TemplateFault::Operation(message) => fault(
                operation(message),
                match is_about_a_loop(message) {
                    true => "only `people` and `topics` are lists; a part is printed as a whole: `{{ PART() }}`".to_owned(),
                    false => "data can be printed, compared with `==`, and looked through with `for`; texts are in quotes".to_owned(),
                },
            ),
            TemplateFault::Unknown { what, name, near, known } => {
                let (message, kind) = match what {
                    Named::Part => (format!("there is no part `{name}()`"), "the parts are"),
                    Named::Data => (format!("there is no `{name}`"), "the data are"),
                    Named::Field => (format!("there is no `{name}`"), "there are"),
                    Named::Group => (format!("no attendee is of the group `{name}`"), "the groups are"),
                };
                let hint = match known[..] {
                    [] => "nobody is of a group; `sprint join NAME --group GROUP` says so".to_owned(),
                    _ => format!("{kind} {}", listed_few(known)),
                };
                fault(message + &did_you_mean(near), hint)
            }
            TemplateFault::NotCalled(name) => fault(
                format!("`{name}` is a part and needs brackets"),
                format!("write `{{{{ {name}() }}}}`"),
            ),
            TemplateFault::PartInExpression => fault(
                "a part that is joined to a text".to_owned(),
                "print it alone: `{{ PART() }}`".to_owned(),
            ),
            TemplateFault::NotAPart { name, is_data: true } => fault(
                match name.as_str() {
                    "topics" => "`topics` is a list, not a part; did you mean `topic`?".to_owned(),
                    "people" => "`people` is a list, not a part; did you mean `attendees`?".to_owned(),
                    _ => format!("`{name}` is not a part"),
                },
                match name.as_str() {
                    "topics" => "write `{{ topic(\"TOPIC\") }}`, or `{% for t in topics %}{{ topic(t) }}{% endfor %}`".to_owned(),
                    "people" => "write `{{ attendees() }}`, or `{% for p in people %}{{ p.name }}{% endfor %}`".to_owned(),
                    "count" => "print what is in it, such as `{{ count.attendees }}`".to_owned(),
                    _ => format!("write it without brackets: `{{{{ {name} }}}}`"),
                },
            ),
            TemplateFault::NoField { of, field, has } => fault(
                match has {
                    Fields::Person => format!("there is no `{of}` with a `{field}` here"),
                    Fields::Nothing | Fields::Members => format!("`{of}` has no `{field}`"),
                },
                match (has, of.as_str()) {
                    (Fields::Nothing, _) => format!("print it as it is: `{{{{ {of} }}}}`"),
                    (Fields::Members, "topics") => "it is a list: `{% for t in topics %}{{ t }}{% endfor %}`".to_owned(),
                    (Fields::Members, _) => "it is a list: `{% for p in people %}{{ p.name }}{% endfor %}`".to_owned(),
                    (Fields::Person, _) => {
                        format!("an attendee has it, in a loop: `{{% for p in people %}}{{{{ p.{field} }}}}{{% endfor %}}`")
                    }
                },
            ),
            TemplateFault::NotAPart { name, .. } => fault(
                format!("`{name}` is not a part here"),
                "give what `{% for %}` or `{% set %}` makes a name that no part has".to_owned(),
            ),
            TemplateFault::NotPrintable { what, fields } => fault(
                format!("`{what}` is not a text"),
                match fields[..] {
                    [] if what == "people" => "print what is in it: `{% for p in people %}{{ p.name }}{% endfor %}`".to_owned(),
                    [] => format!("print what is in it: `{{% for x in {what} %}}{{{{ x }}}}{{% endfor %}}`"),
                    _ => format!("print what is in it: {}", listed_few(fields)),
                },
            ),
            TemplateFault::UnknownFilter(name) => fault(
                format!("there is no filter `{name}`"),
                "there are no filters; print it as it is".to_owned(),
            ),
            TemplateFault::UnknownTest(name) => fault(
                format!("there is no test `{name}`"),
                "compare with `==`, `!=`, `<`, `>` or `in`".to_owned(),
            ),
            TemplateFault::UnknownArgument { part, name, near, known } => fault(
                format!("`{part}()` has no argument `{name}`{}", did_you_mean(near)),
                match known[..] {
                    [] => format!("`{part}()` has no arguments with names"),
                    _ => format!("its arguments are {}", listed_few(known)),
                },
            ),
            TemplateFault::ArgumentTwice(name) => fault(
                format!("the argument `{name}` is given twice"),
                "remove one of them".to_owned(),
            ),
            TemplateFault::Arguments { part, takes } => fault(
                format!("`{part}()` needs {takes}"),
                format!("write `{}`", example(part)),
            ),
            TemplateFault::Unnamed { part, known } => fault(
                match known[..] {
                    [] => format!("`{part}()` takes no arguments"),
                    _ => format!("`{part}()` takes only arguments with a name"),
                },
                match known[..] {
                    [] => format!("write `{}`", example(part)),
                    _ => format!("its arguments are {}", listed_few(known)),
                },
            ),
            TemplateFault::Unquoted { argument, wanted } => fault(
                format!("{argument} cannot be a word without quotes"),
                match wanted.contains("in quotes") {
                    true => "put it in quotes".to_owned(),
                    false => format!("put it in quotes; it can be {wanted}"),
                },
            ),
            TemplateFault::WrongValue { argument, found, wanted } => fault(
                format!("{argument} cannot be {found}"),
                format!("it can be {wanted}"),
            ),
            TemplateFault::NoSuchTopic { typed, near, known } => fault(
                format!("there is no topic `{typed}`{}", did_you_mean(near)),
                match known[..] {
                    [] => "nothing has a topic; `sprint move ITEM -t TOPIC` gives one".to_owned(),
                    _ => format!("the topics are {}", listed_few(known)),
                },
            ),
            TemplateFault::SharedTopic { typed, choices } => fault(
                format!("`{typed}` may be {}", either(choices)),
                "write the whole path".to_owned(),
            ),
            TemplateFault::NoSuchItem { typed, highest } => fault(
                format!("there is no item {typed}"),
                match highest {
                    0 => "there are no items yet".to_owned(),
                    _ => format!("the highest number is {highest}; `sprint board` shows open items, `sprint log DAY` what was recorded on a day"),
                },
            ),
            TemplateFault::SharedNumber { typed, choices } => fault(
                format!("{} have the number {typed}", counted(choices.len(), "item")),
                format!("write {} in quotes", either(choices)),
            ),
            TemplateFault::NoSuchPicture { word, known } => fault(
                format!("no picture has `{word}` in its name or caption"),
                match known[..] {
                    [] => "there are no pictures; `sprint photo FILE` adds one".to_owned(),
                    _ => format!("the pictures are {}", listed_few(known)),
                },
            ),
            TemplateFault::SharedPicture { word, choices } => fault(
                format!("{} pictures have `{word}` in their name or caption", choices.len()),
                format!("write more of the name of one: {}", listed_few(choices)),
            ),
            TemplateFault::MisplacedPart { part, place } => fault(
                format!("`{part}` in {}", place.words()),
                "put it on a line of its own, or within a paragraph".to_owned(),
            ),
            TemplateFault::ToldTwice { what, value, first } => fault(
                format!(
                    "`{what}`{} is told twice: also at line {}, column {}",
                    value.iter().map(|value| format!(", here of `{value}`,")).collect::<String>(),
                    first.line,
                    first.column
                ),
                "remove one of the two placeholders".to_owned(),
            ),
            TemplateFault::ToldInLoop(what) => fault(
                format!("`{what}` is told each time that the loop comes to it"),
                "put it outside `{% for %}`".to_owned(),
            ),
            TemplateFault::NamedTwice(what) => fault(
                format!("`{what}` names the same thing twice"),
                "name it once".to_owned(),
            ),
            TemplateFault::OneBrace(part) => Rule::Misread.notice(
                format!("`{{ {part}(…) }}` is text"),
                format!("a placeholder has two braces: `{{{{ {part}(…) }}}}`; text stands in `code`"),
            ),
            TemplateFault::DeadLink(to) => Rule::Misread.notice(
                format!("a link to `{to}` becomes its text"),
                "links lead to http, https, mailto, or a file in the sprint's folder",
            ),
            TemplateFault::Html => Rule::Misread.notice(
                "HTML is printed as it is typed",
                "write it as Markdown; a fence such as ```raw html goes to that format as it is, with `summary --raw`",
            ),
            TemplateFault::TooDeep(most) => fault(
                format!("nesting of more than {most} levels"),
                "remove some levels".to_owned(),
            ),
            TemplateFault::TooLarge => fault(
                "larger than 1 MiB".to_owned(),
                "shorten it; pictures are files of their own".to_owned(),
            ),
            TemplateFault::TooManyMarks(most) => fault(
                format!("more than {most} printed placeholders"),
                "remove some, or the `{% for %}` around them".to_owned(),
            ),
            TemplateFault::OutOfFuel => fault(
                "the template takes too long or makes too much text".to_owned(),
                "remove some of the `{% for %}` in each other, or of what makes texts longer".to_owned(),
            ),
        }
    }
}

impl Misplaced {
    fn words(self) -> &'static str {
        match self {
            Misplaced::Code => "code",
            Misplaced::Heading => "a heading",
            Misplaced::Address => "an address",
            Misplaced::Comment => "a comment",
        }
    }
}

/// Returns what a tag such as `endif` belongs to.
fn of_what(word: &str) -> &str {
    match word {
        "endfor" => "for",
        _ => "if",
    }
}

/// Shows how a part is written.
fn example(part: &str) -> String {
    let arguments = match part {
        "topic" => "\"TOPIC\"",
        "item" | "told" => "12, 14",
        "picture" => "\"WORD\"",
        "gap" => "\"TEXT\"",
        _ => "",
    };
    format!("{{{{ {part}({arguments}) }}}}")
}

fn did_you_mean(near: &Option<String>) -> String {
    let meant = near.iter().map(|near| format!("; did you mean `{near}`?"));
    meant.collect()
}

/// The names that a hint lists at most.
const MOST_LISTED: usize = 20;

fn quoted(names: &[String]) -> Vec<String> {
    names.iter().map(|name| format!("`{name}`")).collect()
}

fn listed_few(names: &[String]) -> String {
    let few = quoted(&names[..names.len().min(MOST_LISTED)]);
    match names.len() - few.len() {
        0 => listed(&few),
        more => format!("{} and {more} more", few.join(", ")),
    }
}

fn either(names: &[String]) -> String {
    match &quoted(names)[..] {
        [] => String::new(),
        [most @ .., last] if !most.is_empty() => format!("{} or {last}", most.join(", ")),
        [one, ..] => one.clone(),
    }
}

/// Puts what the reader of expressions says into plain words.
fn expression(message: &str) -> String {
    if message.starts_with("template exceeds maximum") {
        return "brackets are nested too deep".to_owned();
    }
    let Some(rest) = message.strip_prefix("unexpected ") else {
        return match message.starts_with("cannot assign") {
            true => "`loop` and `self` cannot be set".to_owned(),
            false => "not an expression".to_owned(),
        };
    };
    match rest.split_once(", expected ") {
        Some((found, wanted)) => format!("{} where {} belongs", token(found), token(wanted)),
        None if rest == "character" => {
            "a character that is not allowed in a placeholder".to_owned()
        }
        None if rest == "end of string" => "a text without its closing quote".to_owned(),
        None => format!("{} is not allowed here", token(rest)),
    }
}

/// Names what the reader of expressions has found or wants.
fn token(name: &str) -> String {
    let plain = match name {
        "identifier" => "a name",
        "end of variable block" => "`}}`",
        "end of block" => "`%}`",
        "string" => "a text",
        "integer" | "float" => "a number",
        "end of input" => "the end of the template",
        _ if name.starts_with("end of") => "the end",
        _ => name,
    };
    plain.to_owned()
}

/// Returns whether the engine refused to look through something that is not a list.
fn is_about_a_loop(message: &str) -> bool {
    message.ends_with("is not iterable")
}

/// Puts what the engine says of an operation into plain words.
fn operation(message: &str) -> String {
    let method = message.split_once(" has no method named ");
    let types = message.split_once(" operator on unsupported types ");
    let calculation = message.strip_prefix("unable to calculate ");
    match (method, types, calculation) {
        (Some((_, name)), ..) => format!("there is no `{name}()`"),
        (_, Some((sign, _)), _) => {
            let sign = sign.rsplit(' ').next().unwrap_or_default();
            format!("`{sign}` is not possible with these values")
        }
        (.., Some(calculation)) => format!("`{calculation}` cannot be calculated"),
        _ if is_about_a_loop(message) => {
            "`for` needs a list, such as `people` or `topics`".to_owned()
        }
        _ => "this cannot be worked out".to_owned(),
    }
}
