//! The first `post.md` of a sprint: the built-in template with its topics spelled out, to be written on.

use super::template::BUILT_IN;
use super::told::is_told;
use crate::domain::{Config, Sprint, Topic};

/// The place in the built-in template that the topics take.
const BODY: (&str, &str) = ("{% if topics", "{% endif %}\n");

/// Returns a `post.md` that tells what the built-in template tells, with a heading for each topic that has something.
/// What is told later, and has none of these topics, comes under "More results".
pub(crate) fn first_post(sprint: &Sprint, title: &str, config: &Config) -> String {
    let mut roots: Vec<Topic> = Vec::new();
    let configured = config.topics.iter().flat_map(Topic::path);
    for topic in configured.chain(sprint.topics()) {
        if topic.headings().len() == 1 && !roots.contains(&topic) && has_any(sprint, &topic) {
            roots.push(topic);
        }
    }
    let settings = SETTINGS.replace("TITLE", &toml::Value::from(title).to_string());
    let begin = BUILT_IN.find(BODY.0).unwrap_or(BUILT_IN.len());
    let end = BUILT_IN
        .find(BODY.1)
        .map_or(begin, |end| end + BODY.1.len());
    let sections = match roots[..] {
        [] => String::from("## What we did\n{{ body() }}\n"),
        // A heading that reads as template is better left to the body.
        _ if roots.iter().any(|topic| is_template(&topic.headings()[0])) => {
            BUILT_IN[begin..end].to_owned()
        }
        _ => {
            let sections = roots.iter().map(section);
            sections.collect::<String>() + "## More results\n{{ body() }}\n"
        }
    };
    [&settings, &BUILT_IN[..begin], &sections, &BUILT_IN[end..]].concat()
}

/// What may be set, as comments: nothing of it is needed.
const SETTINGS: &str = r#"+++
# `sprint help template` explains all of this. A line without its `#` counts.
# title = TITLE
# authors = ["Richard Plangger"]
# tags = ["sprint"]
# body = "bullets"        # or "prose"
# names = "none"          # or "short", "full"
# credit = "after"        # or "before", "section"
# titles = "none"         # or "bold", "heading"
+++
"#;

fn section(topic: &Topic) -> String {
    let heading = &topic.headings()[0];
    let argument = topic.to_string().replace('\\', r"\\").replace('"', "\\\"");
    format!("## {heading}\n{{{{ topic(\"{argument}\") }}}}\n\n")
}

fn is_template(heading: &str) -> bool {
    ["{{", "{%", "{#"]
        .iter()
        .any(|begin| heading.contains(begin))
}

/// Returns whether there is anything to tell or to show under a topic.
fn has_any(sprint: &Sprint, topic: &Topic) -> bool {
    let is_under = |other: &Option<Topic>| {
        let other = other.as_ref();
        other.is_some_and(|other| other.path().any(|above| above == *topic))
    };
    let mut items = sprint.items().iter().filter(|item| is_told(item));
    items.any(|item| is_under(&item.topic))
        || sprint.notes().iter().any(|note| is_under(&note.topic))
        || sprint
            .pictures()
            .iter()
            .any(|picture| is_under(&picture.topic))
}
