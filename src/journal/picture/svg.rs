//! SVG. <https://www.w3.org/TR/SVG2/>
//!
//! An SVG is a program as much as a picture. One that could act or lead elsewhere is refused, with the place in it. Of any other,
//! only what draws is written, by lists of what does: comments, titles, and what editors keep in namespaces of their own are left
//! out. An allowlist, since what browsers run grows.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Display;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use quick_xml::escape::{partial_escape, resolve_predefined_entity};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::QName;
use quick_xml::{Reader, XmlVersion};

use super::format::raster;
use super::svg_allowed::{ACTIVE, ATTRIBUTES, DESCRIPTIONS, ELEMENTS, FONTS, STYLES};
use super::svg_value::{self, may_be_animated};
use crate::diagnostic::{PictureFault, Position, Quote};

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// The maximal depth of elements, number of attributes of one, and number of namespaces at a place.
const DEEPEST: usize = 256;
const MOST_ATTRIBUTES: usize = 256;
const MOST_NAMESPACES: usize = 64;

/// Returns the text of an SVG, which is known by its outermost element; none for another file.
pub(super) fn root(file: &[u8]) -> Option<&str> {
    let text = str::from_utf8(file).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !text.trim_start().starts_with('<') {
        return None;
    }
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => {
                return (tag.local_name().as_ref() == "svg").then_some(text);
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// Returns whether a file is an SVG in another encoding than UTF-8. The letters of its outermost element are ASCII in all of them.
pub(super) fn is_in_other_encoding(file: &[u8]) -> bool {
    if str::from_utf8(file).is_ok() && !file.contains(&0) {
        return false;
    }
    let bom = [&b"\xff\xfe"[..], b"\xfe\xff"];
    let file = bom
        .iter()
        .find_map(|bom| file.strip_prefix(*bom))
        .unwrap_or(file);
    let letters = file.iter().filter(|byte| **byte != 0);
    let letters: Vec<u8> = letters
        .map(|byte| if byte.is_ascii() { *byte } else { b'?' })
        .collect();
    root(&letters).is_some()
}

/// Returns the picture and nothing else.
///
/// # Errors
///
/// [`PictureFault::Svg`] for one that is active, leads elsewhere, or is not XML.
pub(super) fn cleaned(text: &str) -> Result<Vec<u8>, PictureFault> {
    // What is left out may have been the last to use a name.
    Ok(cleaned_once(&cleaned_once(text)?)?.into_bytes())
}

fn cleaned_once(text: &str) -> Result<String, PictureFault> {
    let fault = |offset: usize, what: String| {
        let before = text.get(..offset).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let position = Position {
            line: before.matches('\n').count() + 1,
            column: line.chars().count() + 1,
        };
        let line = text.lines().nth(position.line - 1).unwrap_or_default();
        let quote = Box::new(Quote::of(line, position));
        PictureFault::Svg { quote, what }
    };
    let read = |take: &mut dyn FnMut(Event<'_>) -> Result<(), String>| {
        let mut reader = Reader::from_str(text);
        loop {
            let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            let event = reader.read_event().map_err(|error| {
                let at = usize::try_from(reader.error_position()).unwrap_or(at);
                fault(at, malformed(error))
            })?;
            let is_end = matches!(event, Event::Eof);
            take(event).map_err(|what| fault(at, what))?;
            if is_end {
                return Ok::<_, PictureFault>(());
            }
        }
    };
    // Names that nothing uses are words of the author.
    let mut names = Names::default();
    read(&mut |event| names.collect(&event))?;
    let mut writer = Writer {
        names,
        ..Writer::default()
    };
    read(&mut |event| writer.take(event))?;
    Ok(writer.written)
}

fn malformed(what: impl Display) -> String {
    format!("XML that is not well-formed: {what}")
}

/// Reads the attributes of an element: their names and values.
fn attributes_of<'t>(
    tag: &'t BytesStart<'_>,
) -> impl Iterator<Item = Result<(QName<'t>, Cow<'t, str>), String>> {
    let mut attributes = tag.attributes();
    attributes.with_checks(false);
    attributes.map(|attribute| {
        let attribute = attribute.map_err(malformed)?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        Ok((attribute.key, value.map_err(malformed)?))
    })
}

/// Returns the text of a reference.
fn resolved(reference: &BytesRef<'_>) -> Result<String, String> {
    match reference.resolve_char_ref().map_err(malformed)? {
        Some(letter) => Ok(letter.into()),
        None => resolve_predefined_entity(reference)
            .map(str::to_owned)
            .ok_or_else(|| format!("the entity `&{};`", &**reference)),
    }
}

/// Which names of elements and classes are used.
#[derive(Default)]
struct Names {
    used: HashSet<String>,
    /// The words in the selectors of styles.
    selected: HashSet<String>,
    /// Whether the text is that of a style.
    in_style: bool,
    style: String,
}

impl Names {
    fn collect(&mut self, event: &Event<'_>) -> Result<(), String> {
        match event {
            Event::Start(tag) | Event::Empty(tag) => {
                self.in_style = tag.local_name().as_ref() == "style";
                for attribute in attributes_of(tag) {
                    let (name, value) = attribute?;
                    match name.local_name().as_ref() {
                        "id" => {}
                        "href" => self.used.extend(value.strip_prefix('#').map(str::to_owned)),
                        // `id.click`
                        "begin" | "end" => {
                            let named = value
                                .split(';')
                                .filter_map(|part| part.trim().split_once('.'));
                            self.used.extend(named.map(|(name, _)| name.to_owned()));
                        }
                        _ => self.add(&value),
                    }
                }
            }
            // Before anything is read that uses them.
            Event::DocType(kind) => refuse_definitions(kind)?,
            Event::End(_) if self.in_style => {
                self.in_style = false;
                let style = without_comments(&std::mem::take(&mut self.style));
                self.add(&style);
                for selector in svg_value::selectors(&style) {
                    let is_of_name =
                        |letter: char| letter.is_alphanumeric() || "-_".contains(letter);
                    let words = selector.split(|letter| !is_of_name(letter));
                    self.selected.extend(words.map(str::to_owned));
                }
            }
            Event::Text(text) if self.in_style => self.style.push_str(text),
            Event::CData(text) if self.in_style => self.style.push_str(text),
            Event::GeneralRef(reference) if self.in_style => {
                self.style
                    .push_str(&resolved(reference).unwrap_or_default());
            }
            _ => {}
        }
        Ok(())
    }

    /// Adds the names after each `#`, as they end in an address and in a selector.
    fn add(&mut self, text: &str) {
        for after in text.split('#').skip(1) {
            for ends in [
                &[')', '"', '\'', ' ', '\t', '\n', '\r'][..],
                &[
                    ')', '"', '\'', ' ', '\t', '\n', '\r', '.', ':', ',', '{', '>', '+', '~', '[',
                    '*', '/', ';', '<', '&',
                ],
            ] {
                let name = after.split(ends).next().unwrap_or_default();
                self.used.insert(name.to_owned());
            }
        }
    }
}

/// An open element.
#[derive(Clone, Copy, PartialEq)]
enum Opened {
    /// Its text is not drawn.
    Shape(&'static str),
    /// Its text is drawn.
    Text(&'static str),
    Style,
    /// It is left out with all that is in it.
    Nothing,
}

impl Opened {
    /// Returns the name of the element that is written.
    fn name(self) -> Option<&'static str> {
        match self {
            Opened::Shape(name) | Opened::Text(name) => Some(name),
            Opened::Style => Some("style"),
            Opened::Nothing => None,
        }
    }
}

/// A namespace that an element has declared.
struct Namespace {
    /// The depth of that element.
    depth: usize,
    prefix: String,
    address: String,
}

/// An attribute, by its name in the file or by one that is known.
struct Attribute<N> {
    name: N,
    value: String,
}

#[derive(Default)]
struct Writer {
    written: String,
    names: Names,
    opened: Vec<Opened>,
    namespaces: Vec<Namespace>,
    style: String,
    has_root: bool,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) -> Result<(), String> {
        match event {
            Event::Start(tag) => self.open(&tag)?,
            Event::Empty(tag) => {
                self.open(&tag)?;
                self.close();
            }
            Event::End(_) => self.end()?,
            Event::Text(text) => self.text(&text.xml10_content())?,
            Event::CData(text) => self.text(&text.xml10_content())?,
            Event::GeneralRef(reference) => self.text(&resolved(&reference)?)?,
            // Programs that draw graphs write a plain one, which has no effect. One with definitions could do anything.
            Event::DocType(kind) => refuse_definitions(&kind)?,
            Event::PI(instruction) if instruction.target().to_lowercase() == "xml-stylesheet" => {
                return Err("an external stylesheet: `<?xml-stylesheet`".to_owned());
            }
            Event::Eof if !self.has_root || !self.opened.is_empty() => {
                return Err(malformed("the file ends too early"));
            }
            Event::PI(_) | Event::Comment(_) | Event::Decl(_) | Event::Eof => {}
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), String> {
        if self.opened.last() == Some(&Opened::Style) {
            let style = without_comments(&std::mem::take(&mut self.style));
            check_style(&style)?;
            let style = svg_value::style(&style, false);
            self.written.push_str(&partial_escape(style));
        }
        self.close();
        Ok(())
    }

    fn close(&mut self) {
        if let Some(name) = self.opened.pop().and_then(Opened::name) {
            self.written.push_str(&format!("</{name}>"));
        }
        let depth = self.opened.len();
        self.namespaces.retain(|namespace| namespace.depth <= depth);
    }

    fn text(&mut self, text: &str) -> Result<(), String> {
        refuse_controls(text)?;
        let text = text.replace('\r', "\n");
        match self.opened.last() {
            Some(Opened::Text(_)) => self.written.push_str(&partial_escape(text)),
            Some(Opened::Style) => self.style.push_str(&text),
            None if !text.trim().is_empty() => {
                return Err(malformed("text outside of the picture"));
            }
            Some(Opened::Shape(_) | Opened::Nothing) | None => {}
        }
        Ok(())
    }

    fn open(&mut self, tag: &BytesStart<'_>) -> Result<(), String> {
        if self.opened.len() >= DEEPEST {
            return Err(format!("elements nested more than {DEEPEST} deep"));
        }
        if self.opened.is_empty() && self.has_root {
            return Err(malformed("a second picture"));
        }
        let mut attributes = self.read_attributes(tag)?;
        let full = tag.name();
        let (prefix, name) = split(full.as_ref());
        let namespace = self.namespace(prefix);
        let lower = name.to_lowercase();
        if ACTIVE.contains(lower.as_str()) || namespace == Some(XHTML) {
            return Err(format!("the element `{}`", full.as_ref()));
        }
        // In a picture nobody can follow a link: its content is kept, and its address is not.
        let is_link = namespace == Some(SVG) && name == "a";
        if is_link {
            let is_address = |name: &str| split(name).1.eq_ignore_ascii_case("href");
            for Attribute { name, value } in &attributes {
                if is_address(name) && !may_be_followed(value) {
                    return Err(format!("an external address: `{name}`"));
                }
            }
            attributes.retain(|attribute| !is_address(&attribute.name));
        }
        let opened = match self.opened.last() {
            Some(Opened::Nothing) => Opened::Nothing,
            _ if namespace != Some(SVG) || DESCRIPTIONS.contains(&name) => Opened::Nothing,
            Some(Opened::Text(_)) if is_link => Opened::Text("tspan"),
            _ if is_link => Opened::Shape("g"),
            _ => drawn(name)
                .ok_or_else(|| format!("the element `{}`, which is not known", full.as_ref()))?,
        };
        if self.opened.last() == Some(&Opened::Style) {
            return Err("an element in a style".to_owned());
        }
        if self.opened.is_empty() && opened != Opened::Shape("svg") {
            return Err(format!("a picture that is not in the namespace `{SVG}`"));
        }
        if let Some(kept) = opened.name() {
            let attributes = self.attributes(name, &attributes)?;
            self.written.push_str(&format!("<{kept}"));
            if self.opened.is_empty() {
                self.has_root = true;
                let namespaces = format!(" xmlns=\"{SVG}\" xmlns:xlink=\"{XLINK}\"");
                self.written.push_str(&namespaces);
            }
            for Attribute { name, value } in attributes {
                let value = value.replace(['\t', '\n', '\r'], " ");
                let value = quick_xml::escape::escape(value);
                self.written.push_str(&format!(" {name}=\"{value}\""));
            }
            self.written.push('>');
        } else if let Some(script) = attributes
            .iter()
            .find(|attribute| is_script(&attribute.name))
        {
            return Err(format!("the script of `{}`", script.name));
        }
        self.opened.push(opened);
        Ok(())
    }

    /// Reads the attributes of an element. Its namespaces are kept until it ends.
    fn read_attributes(&mut self, tag: &BytesStart<'_>) -> Result<Vec<Attribute<String>>, String> {
        let depth = self.opened.len() + 1;
        let mut attributes = Vec::new();
        for attribute in attributes_of(tag) {
            let (name, value) = attribute?;
            let (name, value) = (name.as_ref(), value.into_owned());
            let prefix = if name == "xmlns" {
                Some("")
            } else {
                name.strip_prefix("xmlns:")
            };
            match prefix {
                Some(prefix) => self.namespaces.push(Namespace {
                    depth,
                    prefix: prefix.to_owned(),
                    address: value,
                }),
                None => attributes.push(Attribute {
                    name: name.to_owned(),
                    value,
                }),
            }
            if attributes.len() > MOST_ATTRIBUTES || self.namespaces.len() > MOST_NAMESPACES {
                return Err("an element with too many attributes".to_owned());
            }
        }
        Ok(attributes)
    }

    fn namespace(&self, prefix: &str) -> Option<&str> {
        if prefix == "xml" {
            return Some(XML);
        }
        let mut inner = self.namespaces.iter().rev();
        let found = inner.find(|namespace| namespace.prefix == prefix);
        found.map(|namespace| namespace.address.as_str())
    }

    /// Returns the attributes that an element keeps.
    fn attributes(
        &self,
        element: &str,
        attributes: &[Attribute<String>],
    ) -> Result<Vec<Attribute<&'static str>>, String> {
        let mut kept: Vec<Attribute<&'static str>> = Vec::new();
        for Attribute { name: full, value } in attributes {
            let (prefix, name) = split(full);
            refuse_controls(value)?;
            if is_script(name) {
                return Err(format!("the script of `{full}`"));
            }
            let namespace = match prefix {
                "" => None,
                prefix => self.namespace(prefix),
            };
            let known = match (namespace, name) {
                (Some(XML), "space") => Some("xml:space"),
                (Some(XML), "base") => {
                    return Err(format!("an external address: `{full}`"));
                }
                (Some(XLINK), "href") => Some("xlink:href"),
                (None, _) if prefix.is_empty() => ATTRIBUTES.get(name).copied(),
                _ => None,
            };
            if ["href", "src"].contains(&name.to_lowercase().as_str()) {
                let value = address(element, value)
                    .ok_or_else(|| format!("an external address: `{full}`"))?;
                kept.extend(known.map(|name| Attribute {
                    name,
                    value: value.into_owned(),
                }));
                continue;
            }
            let Some(known) = known else { continue };
            match known {
                "id" if !self.names.used.contains(value) => continue,
                "attributeName" if !may_be_animated(value) => {
                    return Err(format!("an animation of `{value}`"));
                }
                _ => {}
            }
            let mut value = value.replace(['\t', '\n', '\r'], " ");
            if known == "style" {
                value = without_comments(&value);
            }
            if !["id", "class", "d", "points"].contains(&known) {
                check_style(&value)?;
            }
            let drawn = match known {
                "style" => {
                    Some(svg_value::style(&value, true)).filter(|style| !style.trim().is_empty())
                }
                "class" => {
                    let classes = value.split_whitespace();
                    let named = classes.filter(|class| self.names.selected.contains(*class));
                    Some(named.collect::<Vec<_>>().join(" ")).filter(|classes| !classes.is_empty())
                }
                _ => svg_value::drawn(element, known, &value),
            };
            kept.extend(drawn.map(|value| Attribute { name: known, value }));
        }
        let names: HashSet<&str> = kept.iter().map(|attribute| attribute.name).collect();
        if names.len() < kept.len() {
            return Err(malformed("a duplicate attribute"));
        }
        Ok(kept)
    }
}

/// Returns what an element of the SVG namespace draws, if it is known.
fn drawn(name: &str) -> Option<Opened> {
    Some(match *ELEMENTS.get(name)? {
        "style" => Opened::Style,
        known @ ("text" | "tspan" | "textPath") => Opened::Text(known),
        known => Opened::Shape(known),
    })
}

fn refuse_controls(text: &str) -> Result<(), String> {
    match text.contains(|letter: char| letter.is_control() && !"\t\n\r".contains(letter)) {
        true => Err(malformed("a control character")),
        false => Ok(()),
    }
}

fn refuse_definitions(document_type: &str) -> Result<(), String> {
    match document_type.contains('[') {
        true => Err("definitions in a document type: `<!DOCTYPE … [`".to_owned()),
        false => Ok(()),
    }
}

/// Returns whether an attribute is a script that runs when something happens.
fn is_script(name: &str) -> bool {
    name.get(..2)
        .is_some_and(|start| start.eq_ignore_ascii_case("on"))
}

/// Returns whether a link in a picture leads to the web, to a mailbox or into the picture, and runs nothing.
fn may_be_followed(address: &str) -> bool {
    let address = address.trim().to_lowercase();
    ["http://", "https://", "mailto:", "#"]
        .iter()
        .any(|start| address.starts_with(start))
}

/// Splits a name into its prefix and its local name.
fn split(name: &str) -> (&str, &str) {
    name.split_once(':').unwrap_or(("", name))
}

/// Returns an address in the same file, or an embedded picture, which is cleaned too.
fn address<'a>(element: &str, value: &'a str) -> Option<Cow<'a, str>> {
    let value = value.trim();
    if value.starts_with('#') || value.is_empty() {
        return Some(Cow::Borrowed(value));
    }
    if !matches!(element, "image" | "feImage") {
        return None;
    }
    let (kind, content) = value.strip_prefix("data:")?.split_once(',')?;
    if !kind.starts_with("image/") || !kind.ends_with(";base64") {
        return None;
    }
    let content: String = content.split_whitespace().collect();
    let content = STANDARD.decode(content).ok()?;
    let (format, picture) = raster(&content)?;
    let address = format!(
        "data:{};base64,{}",
        format.media_type(),
        STANDARD.encode(picture?)
    );
    Some(Cow::Owned(address))
}

/// Returns a style without its comments.
fn without_comments(style: &str) -> String {
    let mut clean = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        clean.push_str(before);
        clean.push(' ');
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    clean.push_str(rest);
    clean
}

/// Refuses a style or a value that leads elsewhere, or may in some browser.
fn check_style(style: &str) -> Result<(), String> {
    let lower = style.to_lowercase();
    if let Some(found) = STYLES.iter().find(|word| lower.contains(**word)) {
        return Err(format!(
            "a style that may load something external: `{found}`"
        ));
    }
    for after in lower.split("url").skip(1) {
        let Some(target) = after.trim_start().strip_prefix('(') else {
            continue;
        };
        let target = target
            .trim_start()
            .trim_start_matches(['"', '\''])
            .trim_start();
        let is_font = FONTS.iter().any(|font| target.starts_with(font));
        if !target.starts_with('#') && !is_font {
            return Err("a style that leads elsewhere: `url(`".to_owned());
        }
    }
    Ok(())
}
