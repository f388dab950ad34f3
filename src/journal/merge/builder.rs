//! A log while it is put together.

use std::collections::{HashMap, HashSet};

use super::outcome::Sides;
use super::side::{Occurrence, Side};
use super::split::{EntryText, Owner, SplitLog};
use super::texts::{Audience, Copies, TextKey, keys};
use crate::domain::EntryId;

/// Where new lines of a log are put.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Placement {
    /// After the line that it follows on its own side, or at the end.
    InPlace,
    Top,
    End,
}

/// Where new entries and new damage are put.
#[derive(Clone, Copy)]
pub(super) struct Placements {
    pub(super) entries: Placement,
    pub(super) damage: Placement,
}

/// A place in a log: how many lines of the first side that has the log are before it.
type Anchor = usize;

struct Line<'p> {
    bytes: &'p [u8],
    audience: Audience,
    /// The entry that it is, if it is one from another side.
    id: Option<EntryId>,
}

impl<'p> Line<'p> {
    fn of(entry: &'p EntryText) -> Line<'p> {
        Line {
            bytes: &entry.bytes,
            audience: Audience::Everybody,
            id: Some(entry.id),
        }
    }
}

/// A pass through the lines of another side.
struct Walk<'p> {
    /// The places of the texts that both sides have, the first one last.
    spots: HashMap<TextKey<'p>, Vec<Anchor>>,
    /// The place of the last line that both sides have.
    last: Anchor,
    /// What was found since.
    new: Vec<Line<'p>>,
    seen: HashSet<EntryId>,
}

/// A log while it is put together: the lines of one side, and what others add to them.
pub(super) struct LogBuilder<'b, 'p> {
    log: &'b str,
    /// The entries of the merged logs.
    chosen: &'b HashMap<EntryId, Occurrence<'p>>,
    /// The texts that are still to be put into the log.
    copies: HashMap<TextKey<'p>, Copies>,
    placements: Placements,
    has_bom: bool,
    lines: Vec<Line<'p>>,
    inserted: HashMap<Anchor, Vec<Line<'p>>>,
    end: Vec<Line<'p>>,
    /// Entries with a header: whatever follows one is part of it.
    headed: Vec<Line<'p>>,
    anchors: HashMap<EntryId, Anchor>,
    spots: HashMap<TextKey<'p>, Vec<Anchor>>,
}

/// The text of a log.
pub(super) struct LogText {
    pub(super) bytes: Vec<u8>,
    /// The numbers of the lines that are only here.
    pub(super) only_here: Vec<usize>,
}

impl<'b, 'p> LogBuilder<'b, 'p> {
    pub(super) fn fill(
        sides: &Sides<Side<'p>>,
        log: &'b str,
        chosen: &'b HashMap<EntryId, Occurrence<'p>>,
        copies: HashMap<TextKey<'p>, Copies>,
        placements: Placements,
    ) -> LogBuilder<'b, 'p> {
        let mut builder = LogBuilder {
            log,
            chosen,
            copies,
            placements,
            has_bom: false,
            lines: Vec::new(),
            inserted: HashMap::new(),
            end: Vec::new(),
            headed: Vec::new(),
            anchors: HashMap::new(),
            spots: HashMap::new(),
        };
        let mut with_log = sides.iter().filter_map(|side| side.logs.get(log));
        // The lines of the first side that has the log stay where they are.
        if let Some(first) = with_log.next() {
            builder.begin(first);
            with_log.for_each(|split| builder.add(split));
        }
        builder
    }

    /// Returns the version of an entry that this log has in the end.
    fn chosen(&self, id: EntryId) -> Option<&'p EntryText> {
        let chosen = self.chosen.get(&id).filter(|chosen| chosen.log == self.log);
        chosen.map(|chosen| chosen.entry)
    }

    fn begin(&mut self, split: &'p SplitLog) {
        self.has_bom = split.has_bom;
        // The place of the entry of which each id is the outcome.
        let mut taken: HashMap<EntryId, usize> = HashMap::new();
        for (segment, key) in split.segments.iter().zip(keys(split)) {
            if let Some(key) = key {
                if let Some(audience) = self.copies.entry(key).or_default().take() {
                    let spot = self.push(Line {
                        bytes: &segment.bytes,
                        audience,
                        id: None,
                    });
                    self.spots.entry(key).or_default().push(spot);
                }
                continue;
            }
            let Owner::Entry(place) = segment.owner else {
                continue;
            };
            let entry = &split.entries[place];
            let Some(chosen) = self.chosen(entry.id) else {
                continue;
            };
            // Segments of one entry all stay; of two entries with one id, the outcome does.
            let is_same = entry.layout == chosen.layout;
            match taken.get(&entry.id) {
                Some(taken) if *taken != place || !is_same => continue,
                Some(_) => {}
                None => {
                    taken.insert(entry.id, place);
                }
            }
            let spot = if is_same {
                self.push(Line {
                    bytes: &segment.bytes,
                    ..Line::of(chosen)
                })
            } else if chosen.has_header {
                self.headed.push(Line::of(chosen));
                self.lines.len()
            } else {
                self.push(Line::of(chosen))
            };
            self.anchors.insert(chosen.id, spot);
        }
        for spots in self.spots.values_mut() {
            spots.reverse();
        }
    }

    fn push(&mut self, line: Line<'p>) -> Anchor {
        self.lines.push(line);
        self.lines.len()
    }

    /// Adds what only another side has, after what it comes after there; what is not followed by a line that both sides
    /// have comes at the end.
    fn add(&mut self, split: &'p SplitLog) {
        let mut walk = Walk {
            spots: self.spots.clone(),
            last: 0,
            new: Vec::new(),
            seen: HashSet::new(),
        };
        for (segment, key) in split.segments.iter().zip(keys(split)) {
            match (key, &segment.owner) {
                (Some(key), _) => self.add_text(&mut walk, key, &segment.bytes),
                (None, Owner::Entry(entry)) => {
                    self.add_entry(&mut walk, split.entries[*entry].id);
                }
                (None, Owner::Words | Owner::Damage(_)) => {}
            }
        }
        let end = self.lines.len();
        for line in walk.new {
            self.anchors.extend(line.id.map(|id| (id, end)));
            self.end.push(line);
        }
    }

    fn add_text(&mut self, walk: &mut Walk<'p>, key: TextKey<'p>, bytes: &'p [u8]) {
        if let Some(spot) = walk.spots.get_mut(&key).and_then(Vec::pop) {
            self.reach(walk, spot);
            return;
        }
        let Some(audience) = self.copies.entry(key).or_default().take() else {
            return;
        };
        let id = None;
        let line = Line {
            bytes,
            audience,
            id,
        };
        match (key, self.placements.damage) {
            (TextKey::Damage(_), Placement::Top) => self.at_top(line),
            (TextKey::Damage(_), Placement::End) => self.headed.push(line),
            _ => walk.new.push(line),
        }
    }

    fn add_entry(&mut self, walk: &mut Walk<'p>, id: EntryId) {
        if let Some(spot) = self.anchors.get(&id).copied() {
            self.reach(walk, spot);
            return;
        }
        let Some(chosen) = self.chosen(id) else {
            return;
        };
        let (line, id) = (Line::of(chosen), chosen.id);
        if chosen.has_header {
            self.headed.push(line);
            self.anchors.insert(id, walk.last);
        } else if self.placements.entries == Placement::Top {
            self.at_top(line);
            self.anchors.insert(id, 0);
        } else if walk.seen.insert(id) {
            walk.new.push(line);
        }
    }

    /// Puts what was found since the last line that both sides have after that, now that another such line has followed.
    fn reach(&mut self, walk: &mut Walk<'p>, spot: Anchor) {
        for line in walk.new.drain(..) {
            self.anchors.extend(line.id.map(|id| (id, walk.last)));
            self.inserted.entry(walk.last).or_default().push(line);
        }
        walk.last = spot;
    }

    fn at_top(&mut self, line: Line<'p>) {
        self.inserted.entry(0).or_default().push(line);
    }

    pub(super) fn write(&self, audience: Audience) -> LogText {
        let mut bytes = Vec::new();
        let mut lines_before = 0;
        let mut only_here = Vec::new();
        let mut put = |line: &Line<'p>| {
            let is_only_here = line.audience == Audience::Here;
            if is_only_here && audience == Audience::Everybody {
                return;
            }
            if !bytes.is_empty() && !bytes.ends_with(b"\n") {
                bytes.push(b'\n');
                lines_before += 1;
            }
            if is_only_here {
                only_here.push(lines_before + 1);
            }
            bytes.extend_from_slice(line.bytes);
            lines_before += line.bytes.iter().filter(|byte| **byte == b'\n').count();
        };
        let inserted = |anchor| self.inserted.get(&anchor).into_iter().flatten();
        inserted(0).for_each(&mut put);
        for (place, line) in self.lines.iter().enumerate() {
            put(line);
            inserted(place + 1).for_each(&mut put);
        }
        self.end.iter().for_each(&mut put);
        self.headed.iter().for_each(&mut put);
        if self.has_bom && !bytes.is_empty() {
            bytes.splice(..0, *b"\xef\xbb\xbf");
        }
        LogText { bytes, only_here }
    }
}
