//! Which items are parts of which, with what cannot be so put right.

use crate::domain::{DEEPEST, Problem, Sprint, Violation};

impl Sprint {
    /// Cuts what would make an item part of itself or of nothing, files parts with their whole, and lifts what lies too
    /// deep, for the items from one place on.
    pub(super) fn check_parts(&mut self, first: usize) -> Vec<Problem> {
        let mut violations = self.cut_from_nothing(first);
        violations.extend(self.cut_circles(first));
        violations.extend(self.file_parts(first));
        violations.sort_by_key(|(place, _)| *place);
        let problem = |(place, violation): (usize, Violation)| Problem {
            entry: self.items[place].id,
            violation,
        };
        violations.into_iter().map(problem).collect()
    }

    /// The place of what an item is a part of.
    fn whole_of(&self, place: usize) -> Option<usize> {
        let under = self.items[place].under?;
        self.places.get(&under).copied()
    }

    /// Cuts parts of what is not there.
    fn cut_from_nothing(&mut self, first: usize) -> Vec<(usize, Violation)> {
        let mut violations = Vec::new();
        for place in first..self.items.len() {
            if self.whole_of(place).is_none()
                && let Some(under) = self.items[place].under.take()
            {
                violations.push((place, Violation::NoSuchEntry(under)));
            }
        }
        violations
    }

    /// Cuts every circle of parts at the item in it that came first. What is before `first` is in none.
    fn cut_circles(&mut self, first: usize) -> Vec<(usize, Violation)> {
        let mut violations = Vec::new();
        // From which item on each was seen, so that none is walked through twice.
        let mut seen_from: Vec<Option<usize>> = vec![None; self.items.len()];
        for start in first..self.items.len() {
            let mut path: Vec<usize> = Vec::new();
            let mut next = Some(start);
            while let Some(place) = next.filter(|place| *place >= first) {
                if let Some(seen) = seen_from[place] {
                    if seen == start {
                        let circle = path.iter().skip_while(|on_path| **on_path != place);
                        if let Some(earliest) = circle.min().copied() {
                            self.items[earliest].under = None;
                            let label = self.items[earliest].label;
                            violations.push((earliest, Violation::InsideItself(label)));
                        }
                    }
                    break;
                }
                seen_from[place] = Some(start);
                path.push(place);
                next = self.whole_of(place);
            }
        }
        violations
    }

    /// Files parts where their whole is, unless they say otherwise, and makes what lies too deep a part of the last
    /// item above it that may have parts. There are no circles any more.
    fn file_parts(&mut self, first: usize) -> Vec<(usize, Violation)> {
        let mut violations = Vec::new();
        // Of each item how many are above it, and the last of these and itself that may have parts.
        let mut known: Vec<Option<(usize, usize)>> = vec![None; self.items.len()];
        let mut lifted = Vec::new();
        for start in first..self.items.len() {
            let mut path = Vec::new();
            let mut next = Some(start);
            while let Some(place) = next.filter(|place| known[*place].is_none()) {
                path.push(place);
                next = self.whole_of(place);
            }
            for place in path.into_iter().rev() {
                let whole = self.whole_of(place);
                let above = whole.and_then(|whole| known[whole]);
                let (depth, holder) =
                    above.map_or((0, place), |(depth, holder)| (depth + 1, holder));
                let holder = if depth + 1 < DEEPEST { place } else { holder };
                known[place] = Some((depth, holder));
                if self.items[place].topic.is_none() {
                    self.items[place].topic =
                        whole.and_then(|whole| self.items[whole].topic.clone());
                }
                if depth >= DEEPEST {
                    lifted.push((place, self.items[holder].id));
                    violations.push((place, Violation::TooDeep(self.items[place].label)));
                }
            }
        }
        for (place, holder) in lifted {
            self.items[place].under = Some(holder);
        }
        violations
    }
}
