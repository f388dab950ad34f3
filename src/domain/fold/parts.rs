//! Which items are parts of which, and what to do where that is impossible.

use crate::domain::{DEEPEST, Problem, Sprint, Violation};

impl Sprint {
    /// Checks the items from the place `first` on: cuts off what is part of itself or of an item that does not exist,
    /// files parts under the topic of their whole, and moves up what is nested too deep.
    pub(super) fn check_parts(&mut self, first: usize) -> Vec<Problem> {
        let mut violations = self.cut_from_nothing(first);
        violations.extend(self.cut_circles(first));
        violations.extend(self.file_parts(first));
        violations.sort_by_key(|(place, _)| *place);
        let problem = |(place, violation): (usize, Violation)| Problem {
            entry: self.items[place].placed_by,
            violation,
        };
        violations.into_iter().map(problem).collect()
    }

    /// Returns the place of the item that this one is part of.
    fn whole_of(&self, place: usize) -> Option<usize> {
        let under = self.items[place].under?;
        self.places.get(&under).copied()
    }

    /// Makes items part of nothing whose whole does not exist.
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

    /// Breaks every circle of parts at the item in it that came first. The items before `first` are in none.
    fn cut_circles(&mut self, first: usize) -> Vec<(usize, Violation)> {
        let mut violations = Vec::new();
        // The start from which each item was first reached, so that no way is walked twice.
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

    /// Files parts under the topic of their whole, unless they have one, and makes what is nested too deep a part of the
    /// last item above it that may have parts. There must be no circles any more.
    fn file_parts(&mut self, first: usize) -> Vec<(usize, Violation)> {
        let mut violations = Vec::new();
        // For each item how many are above it, and which of these and itself is the last that may have parts.
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
                if self.items[place].own_topic.is_none() {
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
