//! Reading and rendering a template.

use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Object, ObjectRepr, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value};

use super::arguments::{PARTS, placeholder};
use super::facts::{COUNTS, DATA, Data, FIELDS, Facts};
use super::front_matter::{self, FrontMatter};
use super::lines::set_apart;
use super::scan::{MOST_ERRORS, conflicts, scan};
use super::slips::slips;
use super::source::Source;
use super::{CLOSE, Mark, OPEN, Placeholder, Rendered, TemplateError};
use crate::diagnostic::{
    Diagnostic, DiagnosticKind, Fields, Lines, Named, Position, TemplateFault,
};
use crate::domain::near;
use crate::report::settings::Overrides;

/// The maximum size of a template.
pub(crate) const LARGEST: usize = 1024 * 1024;

/// The marks that a template can print at most.
pub(super) const MOST_MARKS: usize = 1_000;

/// What the engine may do: one unit is a step, or 64 bytes of text.
const FUEL: u64 = 65_536;

/// A `post.md` that has been read.
#[derive(Clone, Debug)]
pub struct Template {
    /// What stands between the `+++` lines.
    pub front: FrontMatter,
    /// The file that was named for one report; `None` for the template of the sprint.
    pub file: Option<String>,
    /// With LF at the ends of lines.
    text: String,
    source: Source,
}

impl Template {
    /// Reads a template with its front matter, with or without a byte order mark, with LF or CRLF.
    ///
    /// # Errors
    ///
    /// All that is wrong with it as far as the text alone shows.
    pub fn parse(text: &str) -> Result<Template, Vec<TemplateError>> {
        if text.len() > LARGEST {
            return Err(vec![TemplateError::at(0, TemplateFault::TooLarge)]);
        }
        let text = normalized(text);
        let conflicts = conflicts(&text);
        if !conflicts.is_empty() {
            return Err(conflicts);
        }
        let (mut front, mut errors, mut start) = (FrontMatter::default(), Vec::new(), 0);
        match front_matter::split(&text) {
            Ok(Some((range, end))) => {
                (front, errors) = front_matter::read(&text[range.clone()], range.start);
                start = end;
            }
            Ok(None) => {}
            Err(error) => return Err(vec![error]),
        }
        // What comes before has as many lines and bytes as the front matter, so that places stay right.
        let blank = |letter: char| {
            if letter == '\n' {
                "\n".to_owned()
            } else {
                " ".repeat(letter.len_utf8())
            }
        };
        let body: String = text[..start].chars().map(blank).collect::<String>() + &text[start..];
        let found = scan(&body);
        let is_whole = found.errors.is_empty();
        errors.extend(found.errors.iter().cloned());
        let Some(source) = Source::new(&body, start, &found) else {
            return Err(errors);
        };
        if is_whole {
            errors.extend(source.errors(None));
        }
        errors.truncate(MOST_ERRORS);
        match errors[..] {
            [] => Ok(Template {
                front,
                file: None,
                text,
                source,
            }),
            _ => Err(errors),
        }
    }

    /// Returns the template that is used where there is no `post.md`.
    pub fn built_in() -> Template {
        Template::parse(BUILT_IN).unwrap_or_else(|_| Template {
            front: FrontMatter::default(),
            file: None,
            text: String::new(),
            source: Source::default(),
        })
    }

    /// Finds what its words say in vain. `has_file` says whether a link leads to a file of the sprint.
    pub(crate) fn slips(&self, has_file: impl Fn(&str) -> bool) -> Vec<TemplateError> {
        slips(&self.text, has_file)
    }

    /// Returns the name of its file.
    pub(in crate::report) fn name(&self) -> &str {
        self.file.as_deref().unwrap_or("post.md")
    }

    pub(in crate::report) fn lines(&self) -> Lines<'_> {
        Lines::of(Path::new(""), &self.text)
    }

    /// Converts the place of a mark.
    pub(in crate::report) fn position(&self, offset: usize) -> Position {
        let location = self.lines().locate(offset);
        location.position.unwrap_or(Position { line: 1, column: 1 })
    }

    /// Returns the expression of the placeholder that begins at an offset, as it is written.
    pub(in crate::report) fn placeholder_at(&self, offset: usize) -> &str {
        let rest = self.text.get(offset..).unwrap_or_default();
        let rest = rest.trim_start_matches(['{', '-', '+']);
        let end = rest.find("}}").unwrap_or(rest.len());
        rest[..end].trim_end_matches(['-', '+']).trim()
    }

    /// Renders the template. What the options leave out, the front matter decides.
    ///
    /// # Errors
    ///
    /// What does not fit the sprint.
    pub(in crate::report) fn render(
        &self,
        facts: Facts,
        options: Overrides,
    ) -> Result<Rendered, Vec<TemplateError>> {
        let given = options.or(self.front.overrides);
        let data = Arc::new(Data::new(facts, given));
        match self.source.run(&data) {
            Ok(rendered) => Ok(rendered),
            Err(_) => Err(self.source.errors(Some(&data))),
        }
    }
}

/// Removes a byte order mark, and makes every end of a line LF.
fn normalized(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.replace("\r\n", "\n")
}

/// Says in which lines of its file each error of a template is.
pub(crate) fn diagnose(file: &Path, text: &str, errors: Vec<TemplateError>) -> Vec<Diagnostic> {
    let text = normalized(text);
    let lines = Lines::of(file, &text);
    let errors = errors.into_iter();
    let diagnostics = errors.map(|TemplateError { offset, fault }| {
        Diagnostic::at(
            lines.locate(offset),
            DiagnosticKind::Template(Box::new(fault)),
        )
    });
    diagnostics.collect()
}

/// The text of the template that is used where there is no `post.md`.
pub const BUILT_IN: &str = include_str!("post.md");

impl Source {
    /// Lists what is wrong: with `data`, when it is rendered; else, when it is read.
    fn errors(&self, data: Option<&Arc<Data>>) -> Vec<TemplateError> {
        let mut source = self.clone();
        let mut errors = Vec::new();
        while errors.len() < MOST_ERRORS {
            let failed = match data {
                Some(data) => source.run(data).map(|_| ()),
                None => engine().template_from_str(&source.text).map(|_| ()),
            };
            let Err(error) = failed else { break };
            let range = error.range().unwrap_or_default();
            let seen = source.text.get(range.clone()).unwrap_or_default();
            let place = source.place(range.start);
            let fault = fault(&error, seen, &source.text);
            let is_limit = matches!(
                fault,
                TemplateFault::TooManyMarks(_) | TemplateFault::OutOfFuel
            );
            errors.push(TemplateError::at(place, fault));
            // What printed the error is left out, and the rest is tried again.
            if is_limit || !source.forget_print(range.start) {
                break;
            }
        }
        errors
    }

    fn run(&self, data: &Arc<Data>) -> Result<Rendered, Error> {
        let marks = Arc::new(Mutex::new(Vec::new()));
        let mut engine = engine();
        let printed = Arc::clone(&marks);
        engine.set_formatter(move |output, state, value| print(output, state, value, &printed));
        let context = Value::from_object(Context(Arc::clone(data)));
        let rendered = engine.template_from_str(&self.text)?.render(context)?;
        let mut marks = std::mem::take(&mut *marks.lock().unwrap_or_else(PoisonError::into_inner));
        let markdown = self.restore(&rendered, &mut marks);
        Ok(Rendered {
            markdown: set_apart(&markdown, &marks),
            marks,
        })
    }
}

fn engine() -> Environment<'static> {
    let mut engine = Environment::empty();
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_debug(true);
    engine.set_fuel(Some(FUEL));
    let mut syntax = SyntaxConfig::builder();
    syntax
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true);
    // The delimiters are the usual ones, so that nothing can be wrong with them.
    if let Ok(syntax) = syntax.build() {
        engine.set_syntax(syntax);
    }
    engine
}

/// The names that a template begins with.
#[derive(Debug)]
struct Context(Arc<Data>);

impl Object for Context {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let name = key.as_str()?;
        let part = PARTS.into_iter().find(|part| *part == name);
        let data = &self.0;
        let part = part.map(|name| {
            let data = Arc::clone(data);
            Value::from_object(PartName { name, data })
        });
        part.or_else(|| data.facts.value(name, data.given.settled().group))
    }
}

/// The name of a part, to be called.
#[derive(Debug)]
struct PartName {
    name: &'static str,
    data: Arc<Data>,
}

impl Object for PartName {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn call(self: &Arc<Self>, _: &mut State<'_, '_>, values: &[Value]) -> Result<Value, Error> {
        let placeholder = placeholder(self.name, values, &self.data).map_err(failed)?;
        let data = Arc::clone(&self.data);
        Ok(Value::from_object(CalledPart { placeholder, data }))
    }

    /// As a condition, the name means the part.
    fn is_true(self: &Arc<Self>) -> bool {
        let placeholder = placeholder(self.name, &[], &self.data);
        placeholder.is_ok_and(|placeholder| self.data.tells(&placeholder.part))
    }

    fn render(self: &Arc<Self>, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Write::write_char(formatter, NOT_A_TEXT)
    }
}

/// A part that can be printed.
#[derive(Debug)]
struct CalledPart {
    placeholder: Placeholder,
    data: Arc<Data>,
}

impl Object for CalledPart {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn is_true(self: &Arc<Self>) -> bool {
        self.data.tells(&self.placeholder.part)
    }

    fn render(self: &Arc<Self>, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Write::write_char(formatter, NOT_A_TEXT)
    }
}

/// Stands in a text for a part that was joined to it.
const NOT_A_TEXT: char = OPEN;

/// Prints a value as a mark.
fn print(
    output: &mut Output,
    _: &mut State<'_, '_>,
    value: &Value,
    marks: &Mutex<Vec<Mark>>,
) -> Result<(), Error> {
    let offset = 0;
    let mark = if let Some(part) = value.downcast_object_ref::<CalledPart>() {
        Mark::Part(part.placeholder.clone())
    } else {
        let text = match (value.kind(), value.as_str()) {
            (ValueKind::Undefined, _) => return Err(Error::from(ErrorKind::UndefinedError)),
            (ValueKind::None, _) => return Ok(()),
            (_, Some("")) => return Ok(()),
            (_, Some(text)) => text.to_owned(),
            (ValueKind::Number | ValueKind::Bool, _) => value.to_string(),
            _ => {
                let fault = match value.downcast_object_ref::<PartName>() {
                    Some(part) => TemplateFault::NotCalled(part.name.to_owned()),
                    None => TemplateFault::NotPrintable {
                        what: String::new(),
                        fields: fields_of(value),
                    },
                };
                return Err(failed(fault));
            }
        };
        if text.contains(NOT_A_TEXT) {
            return Err(failed(TemplateFault::PartInExpression));
        }
        Mark::Value { text, offset }
    };
    let mut marks = marks.lock().unwrap_or_else(PoisonError::into_inner);
    if marks.len() == MOST_MARKS {
        return Err(failed(TemplateFault::TooManyMarks(MOST_MARKS)));
    }
    write_mark(output, marks.len())?;
    marks.push(mark);
    Ok(())
}

fn write_mark(output: &mut Output, number: usize) -> Result<(), Error> {
    output
        .write_str(&format!("{OPEN}{number}{CLOSE}"))
        .map_err(Error::from)
}

/// Lists the data in a value.
fn fields_of(value: &Value) -> Vec<String> {
    match value.kind() {
        ValueKind::Map => value
            .try_iter()
            .into_iter()
            .flatten()
            .map(|key| key.to_string())
            .collect(),
        _ => Vec::new(),
    }
}

/// A fault on its way through the engine.
#[derive(Debug)]
struct Failed(TemplateFault);

impl fmt::Display for Failed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.describe().message)
    }
}

impl std::error::Error for Failed {}

fn failed(fault: TemplateFault) -> Error {
    Error::new(ErrorKind::InvalidOperation, "").with_source(Failed(fault))
}

/// Returns whether a `for` or a `set` of a template makes a name.
fn binds(template: &str, name: &str) -> bool {
    let mut words = template.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let words = words.by_ref().filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    words
        .windows(2)
        .any(|pair| ["for", "set"].contains(&pair[0]) && pair[1] == name)
}

/// Says what an error of the engine means. `seen` is the piece of the template that it is about.
fn fault(error: &Error, seen: &str, template: &str) -> TemplateFault {
    let source = std::error::Error::source(error);
    let detail = error.detail().unwrap_or_default();
    if let Some(Failed(fault)) = source.and_then(|source| source.downcast_ref()) {
        return match fault {
            TemplateFault::NotPrintable { fields, .. } => TemplateFault::NotPrintable {
                what: seen.to_owned(),
                fields: fields
                    .iter()
                    .map(|field| format!("{seen}.{field}"))
                    .collect(),
            },
            fault => fault.clone(),
        };
    }
    let between = |before: &str, after: &str| {
        let name = detail.strip_prefix(before).unwrap_or(detail);
        name.strip_suffix(after).unwrap_or(name).to_owned()
    };
    let unknown = |what, name: &str, known: &[&str]| TemplateFault::Unknown {
        what,
        name: name.to_owned(),
        near: near(name, known.iter().copied()),
        known: known.iter().map(|name| (*name).to_owned()).collect(),
    };
    match error.kind() {
        ErrorKind::SyntaxError | ErrorKind::BadEscape => {
            TemplateFault::Expression(detail.to_owned())
        }
        ErrorKind::UnknownFunction => unknown(Named::Part, &between("", " is unknown"), &PARTS),
        ErrorKind::UnknownFilter => TemplateFault::UnknownFilter(between("filter ", " is unknown")),
        ErrorKind::UnknownTest => TemplateFault::UnknownTest(between("test ", " is unknown")),
        ErrorKind::UndefinedError => match seen.rsplit_once('.') {
            Some(("count", field)) => unknown(Named::Field, field, &COUNTS),
            Some((name, _)) if PARTS.contains(&name) && !binds(template, name) => {
                TemplateFault::NotCalled(name.to_owned())
            }
            Some((name, field)) => {
                let has = match name {
                    "people" | "topics" => Some(Fields::Members),
                    _ if DATA.contains(&name) => Some(Fields::Nothing),
                    _ if FIELDS.contains(&field) => Some(Fields::Person),
                    _ => None,
                };
                let is_known = name.contains('[') || binds(template, name);
                match has {
                    Some(has) => TemplateFault::NoField {
                        of: name.to_owned(),
                        field: field.to_owned(),
                        has,
                    },
                    None if is_known => unknown(Named::Field, field, &FIELDS),
                    None => unknown(Named::Data, name, &DATA),
                }
            }
            None => unknown(Named::Data, seen, &DATA),
        },
        ErrorKind::OutOfFuel => TemplateFault::OutOfFuel,
        _ if detail.ends_with("is not callable") => {
            let name = seen.split('(').next().unwrap_or(seen);
            TemplateFault::NotAPart {
                is_data: DATA.contains(&name),
                name: name.to_owned(),
            }
        }
        _ => TemplateFault::Operation(detail.to_owned()),
    }
}
