//! Minutes of an open discussion that were changed in the editor: they stay minutes, of the time at which they were recorded.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, TimeDelta};

use crate::domain::{Action, EntryId, Item, Sprint};

/// What is recorded together has times that differ by less.
const TOGETHER: TimeDelta = TimeDelta::seconds(1);

/// What becomes of the minutes of a discussion.
#[derive(Default)]
pub(super) struct ChangedMinutes {
    /// The entries of those that are taken back.
    pub gone: Vec<EntryId>,
    /// Those that are recorded in their place, in order.
    pub again: Vec<MinuteText>,
}

pub(super) struct MinuteText {
    /// When it counts; now, if none.
    pub at: Option<DateTime<FixedOffset>>,
    pub text: String,
    /// Whether it has other words than before. If not, it is recorded again only to stay behind another.
    pub is_changed: bool,
}

struct Minute {
    entry: EntryId,
    at: DateTime<FixedOffset>,
    text: String,
}

impl ChangedMinutes {
    /// Finds them in the text that tells of an item. `None` if it is closed or has no minutes, or if its results were changed.
    pub(super) fn of(sprint: &Sprint, item: &Item, text: &str) -> Option<ChangedMinutes> {
        let minutes = minutes(sprint, item);
        if minutes.is_empty() || !item.is_open() {
            return None;
        }
        let lines: Vec<&str> = text.lines().collect();
        let mut end = lines.len();
        for result in item.valid_results().iter().rev() {
            end = before(&lines[..end], &result.text)?;
        }
        // The last ones may have the same words as others before them.
        let mut same = minutes.len();
        while let Some(minute) = same.checked_sub(1).map(|place| &minutes[place])
            && let Some(start) = before(&lines[..end], &minute.text)
        {
            (same, end) = (same - 1, start);
        }
        let lines = &lines[..end];
        let starts = starts(lines);
        let mut changed = ChangedMinutes::default();
        let (mut place, mut other): (usize, Vec<&Minute>) = (0, Vec::new());
        let mut last = None;
        for minute in &minutes[..same] {
            let first = minute.text.lines().next().unwrap_or_default().trim_end();
            let starts = starts.get(first).map_or(&[][..], Vec::as_slice);
            let starts = &starts[starts.partition_point(|start| *start < place)..];
            let mut found = starts
                .iter()
                .map(|start| (*start, behind(lines, *start, &minute.text)));
            match found.find_map(|(start, behind)| Some((start, behind?))) {
                Some((start, behind)) => {
                    let texts = texts(&lines[place..start], other.len());
                    last = changed.replace(&other, texts, last, Some(minute));
                    last = changed.keep(minute, last);
                    other.clear();
                    place = behind;
                }
                None => other.push(minute),
            }
        }
        let texts = texts(&lines[place..], other.len());
        last = changed.replace(&other, texts, last, minutes.get(same));
        for minute in &minutes[same..] {
            last = changed.keep(minute, last);
        }
        Some(changed)
    }

    /// Puts texts in the place of some minutes. `last`: the time of the one before, if it was recorded again; `next`: the
    /// one after. Returns the time of the last of them.
    fn replace(
        &mut self,
        minutes: &[&Minute],
        texts: Vec<String>,
        last: Last,
        next: Option<&Minute>,
    ) -> Last {
        self.gone.extend(minutes.iter().map(|minute| minute.entry));
        let own = minutes.iter().map(|minute| minute.at);
        let near = own.clone().next_back().or(next.map(|next| next.at));
        let mut times = own.map(Some).chain(std::iter::repeat(near));
        let mut last = last;
        for text in texts {
            let at = times.next().flatten();
            let is_changed = true;
            self.again.push(MinuteText {
                at,
                text,
                is_changed,
            });
            last = at;
        }
        last
    }

    /// Leaves a minute as it is, unless one before it is recorded again for the same time: the order stays.
    fn keep(&mut self, minute: &Minute, last: Last) -> Last {
        let is_behind = last.is_some_and(|last| minute.at - last < TOGETHER);
        if !is_behind {
            return None;
        }
        self.gone.push(minute.entry);
        self.again.push(MinuteText {
            at: Some(minute.at),
            text: minute.text.clone(),
            is_changed: false,
        });
        Some(minute.at)
    }
}

/// The time of the minute before, if it is recorded again.
type Last = Option<DateTime<FixedOffset>>;

/// Returns the minutes of an item as they were recorded.
fn minutes(sprint: &Sprint, item: &Item) -> Vec<Minute> {
    let mut entries = sprint
        .history(item)
        .filter(|entry| matches!(entry.action, Action::Progress(_)) && !sprint.is_undone(entry.id));
    let minutes = item.minutes().filter_map(|minute| {
        let entry = entries.find(|entry| {
            let text = entry.action.fields().text;
            entry.at == minute.at && text == Some(minute.text.as_str())
        })?;
        Some(Minute {
            entry: entry.id,
            at: entry.at,
            text: minute.text.to_string(),
        })
    });
    minutes.collect()
}

/// Cuts lines into the texts that take the place of so many minutes: as many paragraphs, or one text.
fn texts(lines: &[&str], count: usize) -> Vec<String> {
    let paragraphs = lines.split(|line| line.trim().is_empty());
    let paragraphs = paragraphs.filter(|lines| !lines.is_empty());
    let paragraphs: Vec<String> = paragraphs.map(|lines| lines.join("\n")).collect();
    match paragraphs.is_empty() || paragraphs.len() == count {
        true => paragraphs,
        false => vec![lines.join("\n").trim_end().to_owned()],
    }
}

/// Lists where paragraphs begin, by their first lines.
fn starts<'l>(lines: &[&'l str]) -> HashMap<&'l str, Vec<usize>> {
    let mut starts: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, line) in lines.iter().enumerate() {
        let above = place.checked_sub(1).map(|above| lines[above]);
        if above.is_none_or(|above| above.trim().is_empty()) {
            starts.entry(line.trim_end()).or_default().push(place);
        }
    }
    starts
}

/// Returns the place behind a text that begins at a place among lines, if it stands there.
fn behind(lines: &[&str], start: usize, text: &str) -> Option<usize> {
    let end = start + text.lines().count();
    let is_text = lines
        .get(start..end)
        .is_some_and(|lines| is_same(lines, text));
    let mut blank = lines
        .get(end..)?
        .iter()
        .take_while(|line| line.trim().is_empty());
    let behind = end + blank.by_ref().count();
    (is_text && (behind > end || end == lines.len())).then_some(behind)
}

/// Returns the place where the lines end before a text with which they end.
fn before(lines: &[&str], text: &str) -> Option<usize> {
    let first = lines.len().checked_sub(text.lines().count())?;
    let blank = lines[..first].iter().rev();
    let blank = blank.take_while(|line| line.trim().is_empty()).count();
    let is_apart = first == 0 || blank > 0;
    (is_apart && is_same(&lines[first..], text)).then_some(first - blank)
}

fn is_same(lines: &[&str], text: &str) -> bool {
    let lines = lines.iter().map(|line| line.trim_end());
    lines.eq(text.lines().map(str::trim_end))
}
