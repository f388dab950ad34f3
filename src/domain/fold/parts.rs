//! Which items are parts of which, and what to do where that is impossible.

use foldhash::HashMap;

use crate::domain::timeline::Timed;
use crate::domain::{DEEPEST, EntryId, Problem, Sprint, Violation};

/// What is wrong with where an item is.
struct Misplaced {
    /// The item's place among the items.
    place: usize,
    violation: Violation,
}

/// Where an item is among the parts of others.
#[derive(Clone, Copy)]
struct Nesting {
    /// How many items are above it.
    depth: usize,
    /// The last of these and itself that may have parts.
    holder: usize,
}

impl Sprint {
    /// Returns how many items are above a part of this one.
    pub(super) fn depth_below(&self, parent: EntryId) -> usize {
        let above = std::iter::successors(Some(parent), |id| self.get(*id)?.under);
        above.take(DEEPEST).count()
    }

    /// Checks the items at some places: cuts off what is part of itself or of an item that does not exist,
    /// files parts under the topic of their parent, and moves up what is nested too deep.
    pub(super) fn check_parts(&mut self, places: impl Iterator<Item = usize>) -> Vec<Problem> {
        let parts: Vec<usize> = places
            .filter(|place| self.items.at(*place).under.is_some())
            .collect();
        let mut violations = self.cut_from_nothing(&parts);
        violations.extend(self.cut_circles(&parts));
        violations.extend(self.file_parts(&parts));
        violations.sort_by_key(|misplaced| self.items.at(misplaced.place).key());
        let problem = |misplaced: Misplaced| Problem {
            entry: self.items.at(misplaced.place).placed_by,
            violation: misplaced.violation,
        };
        violations.into_iter().map(problem).collect()
    }

    /// Returns the place of the item that this one is part of.
    fn parent_of(&self, place: usize) -> Option<usize> {
        let under = self.items.at(place).under?;
        self.items.place(under)
    }

    /// Returns the place of an item and those of its parts, theirs, and so on.
    pub(super) fn with_parts(&self, place: usize) -> Vec<usize> {
        let mut places = vec![place];
        let mut next = 0;
        while let Some(place) = places.get(next).copied() {
            places.extend(self.items.parts(self.items.at(place).id));
            next += 1;
        }
        places
    }

    /// Makes items part of nothing whose parent does not exist.
    fn cut_from_nothing(&mut self, parts: &[usize]) -> Vec<Misplaced> {
        let mut violations = Vec::new();
        for place in parts.iter().copied() {
            if self.parent_of(place).is_none()
                && let Some(under) = self.items.at(place).under
            {
                self.items.set_under(place, None);
                violations.push(Misplaced {
                    place,
                    violation: Violation::NoSuchEntry(under),
                });
            }
        }
        violations
    }

    /// Breaks every circle of parts at the item in it that came first.
    fn cut_circles(&mut self, parts: &[usize]) -> Vec<Misplaced> {
        let mut violations = Vec::new();
        // The start from which each item was first reached, so that no way is walked twice.
        let mut seen_from: HashMap<usize, usize> = HashMap::default();
        for start in parts.iter().copied() {
            let mut path: Vec<usize> = Vec::new();
            let mut next = Some(start);
            while let Some(place) = next {
                if let Some(seen) = seen_from.get(&place).copied() {
                    if seen == start {
                        let circle = path.iter().skip_while(|on_path| **on_path != place);
                        if let Some(earliest) = circle
                            .min_by_key(|place| self.items.at(**place).key())
                            .copied()
                        {
                            self.items.set_under(earliest, None);
                            let label = self.items.at(earliest).label;
                            violations.push(Misplaced {
                                place: earliest,
                                violation: Violation::InsideItself(label),
                            });
                        }
                    }
                    break;
                }
                seen_from.insert(place, start);
                path.push(place);
                next = self.parent_of(place);
            }
        }
        violations
    }

    /// Files parts under the topic of their parent, unless they have one, and makes what is nested too deep a part of the
    /// last item above it that may have parts. There must be no circles any more.
    fn file_parts(&mut self, parts: &[usize]) -> Vec<Misplaced> {
        let mut violations = Vec::new();
        let mut known: HashMap<usize, Nesting> = HashMap::default();
        for start in parts.iter().copied() {
            let mut path = Vec::new();
            let mut next = Some(start);
            while let Some(place) = next.filter(|place| !known.contains_key(place)) {
                path.push(place);
                next = self.parent_of(place);
            }
            for place in path.into_iter().rev() {
                let parent = self.parent_of(place);
                let above = parent.and_then(|parent| known.get(&parent).copied());
                let depth = above.map_or(0, |above| above.depth + 1);
                let above_holder = above.map_or(place, |above| above.holder);
                let holder = if depth + 1 < DEEPEST {
                    place
                } else {
                    above_holder
                };
                known.insert(place, Nesting { depth, holder });
                if self.items.at(place).own_topic.is_none() {
                    let topic = parent.and_then(|parent| self.items.at(parent).topic.clone());
                    self.items.at_mut(place).topic = topic;
                }
                if depth >= DEEPEST {
                    violations.push(Misplaced {
                        place,
                        violation: Violation::TooDeep(self.items.at(place).label),
                    });
                }
            }
        }
        for Misplaced { place, .. } in &violations {
            let holder = known
                .get(place)
                .map(|nesting| self.items.at(nesting.holder).id);
            self.items.set_under(*place, holder);
        }
        violations
    }
}
