//! Where a tag of a template ends, and what it may have in it.

use super::TemplateError;
use crate::diagnostic::TemplateFault;

/// The characters of a tag outside quotes: the engine is recursive in what is joined to each other.
const LONGEST_EXPRESSION: usize = 1_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagKind {
    /// `{{ … }}`
    Print,
    /// `{% … %}`
    Block,
    /// `{# … #}`
    Comment,
}

impl TagKind {
    /// Returns what begins at a brace. `${{` and `{#name}` are text.
    pub fn at(source: &str, start: usize) -> Option<TagKind> {
        if source[..start].ends_with('$') || source[..start].ends_with("${") {
            return None;
        }
        match &source.as_bytes()[start..] {
            [b'{', b'{', ..] => Some(TagKind::Print),
            [b'{', b'%', ..] => Some(TagKind::Block),
            [b'{', b'#', ..] if !is_name(&source[start + 2..]) => Some(TagKind::Comment),
            _ => None,
        }
    }

    pub fn open_at(self, start: usize) -> TemplateError {
        let (begins, ends) = self.ends();
        TemplateError::at(start, TemplateFault::OpenTag { begins, ends })
    }

    fn ends(self) -> (&'static str, &'static str) {
        match self {
            TagKind::Print => ("{{", "}}"),
            TagKind::Block => ("{%", "%}"),
            TagKind::Comment => ("{#", "#}"),
        }
    }
}

/// Returns whether a text begins with a name and a closing brace, as in `{#name}`.
fn is_name(text: &str) -> bool {
    let end = text.find(|letter: char| letter.is_whitespace() || "#{}".contains(letter));
    end.is_some_and(|end| end > 0 && text[end..].starts_with('}'))
}

pub(super) fn end_of_comment(source: &str, start: usize) -> Result<usize, TemplateError> {
    let text = start + "{#".len();
    let end = source[text..].find("#}");
    end.map(|end| text + end + "#}".len())
        .ok_or_else(|| TagKind::Comment.open_at(start))
}

/// Finds the end of a tag. A blank line, a backtick outside a text and the beginning of another tag end the search.
///
/// What could make a value of values is refused, since the engine takes for ever over a list of 60 lists of each other: `+`,
/// `*`, maps, tuples, and lists of anything but constants.
pub(super) fn end_of_tag(
    source: &str,
    start: usize,
    kind: TagKind,
) -> Result<usize, TemplateError> {
    let mut inside = Inside {
        source,
        start,
        end: kind.ends().1,
        brackets: Vec::new(),
    };
    let mut letters = source[start..].char_indices().skip(2);
    let mut quote = None;
    // The first text that goes on over what would end the tag.
    let mut long_text = None;
    let mut length = 0;
    while let Some((place, letter)) = letters.next() {
        let place = start + place;
        let rest = &source[place..];
        if letter == '\n' && ends_paragraph(rest) {
            break;
        }
        if let Some((opened, _)) = quote {
            if rest.starts_with(inside.end) {
                long_text = long_text.or(quote);
            }
            match letter {
                '\\' => _ = letters.next(),
                _ if letter == opened => quote = None,
                _ => {}
            }
            continue;
        }
        length += 1;
        if length > LONGEST_EXPRESSION {
            let fault = TemplateFault::LongTag(LONGEST_EXPRESSION);
            return Err(TemplateError::at(start, fault));
        }
        match inside.read(place, letter)? {
            Step::GoesOn => {}
            Step::BeginsText => quote = Some((letter, place)),
            Step::EndsTag => return Ok(place + inside.end.len()),
            Step::Stops => break,
        }
    }
    if let Some((quote, place)) = long_text.or(quote) {
        return Err(TemplateError::at(place, TemplateFault::OpenQuote(quote)));
    }
    Err(match inside.brackets.last() {
        Some(open) => TemplateError::at(open.place, TemplateFault::OpenBracket(open.letter)),
        None => kind.open_at(start),
    })
}

/// Returns whether a paragraph ends with the newline with which a text begins.
fn ends_paragraph(text: &str) -> bool {
    let next = text[1..].lines().next();
    next.is_none_or(|line| line.trim().is_empty())
}

/// What is between the ends of a tag, as far as it was read.
struct Inside<'s> {
    source: &'s str,
    start: usize,
    /// What ends the tag.
    end: &'static str,
    brackets: Vec<Bracket<'s>>,
}

/// What a letter does that is in no text.
enum Step {
    GoesOn,
    BeginsText,
    EndsTag,
    /// The tag has no end.
    Stops,
}

impl<'s> Inside<'s> {
    /// Reads a letter that is in no text.
    fn read(&mut self, place: usize, letter: char) -> Result<Step, TemplateError> {
        let rest = &self.source[place..];
        let open = self.brackets.last();
        let is_in_list = open.is_some_and(|open| open.letter == '[');
        let refused = || {
            let sign = letter.to_string();
            Err(TemplateError::at(place, TemplateFault::Sign(sign)))
        };
        match letter {
            '"' | '\'' => return Ok(Step::BeginsText),
            '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' => {
                return Err(TemplateError::at(place, TemplateFault::CurlyQuote(letter)));
            }
            '`' => return Ok(Step::Stops),
            _ if rest.starts_with(self.end) && open.is_none() => return Ok(Step::EndsTag),
            '{' if TagKind::at(self.source, place).is_some() => return Ok(Step::Stops),
            // `{%+` keeps blanks.
            '+' if place == self.start + 2 || rest[1..].starts_with(self.end) => {}
            '+' | '*' | '{' => return refused(),
            ',' if open.is_none_or(|open| open.letter == '(' && !open.is_call) => {
                return refused();
            }
            '(' | '[' if !is_in_list => {
                let is_call = is_call(self.before(place));
                self.brackets.push(Bracket {
                    place,
                    letter,
                    is_call,
                    names: Vec::new(),
                });
            }
            '=' if !rest.starts_with("==") => self.name_argument(place)?,
            ')' | ']' => {
                let opens = if letter == ')' { '(' } else { '[' };
                if open.is_none_or(|open| open.letter != opens) {
                    return Ok(Step::Stops);
                }
                self.brackets.pop();
            }
            '}' => return Ok(Step::Stops),
            _ if is_in_list && !is_of_constant(letter) => return refused(),
            _ => {}
        }
        Ok(Step::GoesOn)
    }

    /// Returns what is in the tag before a place.
    fn before(&self, place: usize) -> &'s str {
        &self.source[self.start + 2..place]
    }

    /// Notes the name of an argument, whose `=` is at a place.
    fn name_argument(&mut self, place: usize) -> Result<(), TemplateError> {
        let before = self.before(place).trim_end();
        let name = last_word(before);
        let open = self.brackets.last_mut().filter(|open| open.is_call);
        let Some(open) = open.filter(|_| !name.is_empty()) else {
            return Ok(());
        };
        if open.names.contains(&name) {
            let fault = TemplateFault::ArgumentTwice(name.to_owned());
            let offset = self.start + 2 + before.len() - name.len();
            return Err(TemplateError::at(offset, fault));
        }
        open.names.push(name);
        Ok(())
    }
}

/// Returns whether a letter may be in a list outside texts.
fn is_of_constant(letter: char) -> bool {
    letter.is_whitespace() || letter.is_ascii_digit() || ",-.:".contains(letter)
}

/// An open bracket in a tag.
struct Bracket<'s> {
    place: usize,
    letter: char,
    /// Whether it holds arguments.
    is_call: bool,
    /// The names of its arguments so far.
    names: Vec<&'s str>,
}

/// Returns the word that a text ends with; empty if it ends with something else.
fn last_word(text: &str) -> &str {
    let rest = text.trim_end_matches(|letter: char| letter.is_alphanumeric() || letter == '_');
    &text[rest.len()..]
}

/// Returns whether a bracket after this text of a tag holds arguments.
fn is_call(before: &str) -> bool {
    let before = before.trim_end();
    let word = before
        .rsplit(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .next();
    let is_operator = word.is_some_and(|word| OPERATORS.contains(&word));
    !is_operator
        && before.ends_with(|letter: char| letter.is_alphanumeric() || "_)]".contains(letter))
}

/// Words of expressions and tags that are not names.
const OPERATORS: [&str; 9] = ["and", "or", "not", "in", "is", "if", "elif", "else", "set"];
