//! The search for the first place at which something has its effect.

/// The first place at which something is allowed and has its effect, or the first at which it is allowed.
#[derive(Debug, PartialEq)]
pub(super) enum Found<T> {
    Effective(T),
    Ineffective(T),
}

/// Finds the first of the places from 0 to `last` at which something has its effect. What has its effect at one place has
/// it at the later ones, too, so few places have to be tried. If it is not allowed at some place, or has no effect at the
/// last one, they are tried one by one.
///
/// # Errors
///
/// If no place is found: why it is not allowed at the first place where it is not allowed. If it `must_be_allowed_there`
/// and is not: why it is not allowed at the last place.
pub(super) fn earliest<T, E>(
    last: usize,
    must_be_allowed_there: bool,
    mut try_at: impl FnMut(usize) -> Result<(T, bool), E>,
) -> Result<Found<T>, E> {
    let mut at_last = must_be_allowed_there.then(|| try_at(last)).transpose()?;
    let first = match at_last.take_if(|_| last == 0) {
        Some(tried) => Ok(tried),
        None => try_at(0),
    };
    let first = match first {
        Ok((first, true)) => return Ok(Found::Effective(first)),
        Ok((first, false)) => first,
        Err(problem) => {
            let found = one_by_one(1..last + 1, try_at).0;
            return found.map(Found::Effective).ok_or(problem);
        }
    };
    // Going back from the end, the last place where it is allowed.
    let mut problem = None;
    let mut high = last;
    let mut found = None;
    while high > 0 && found.is_none() {
        match at_last.take().map_or_else(|| try_at(high), Ok) {
            Ok((tried, true)) => found = Some(tried),
            Ok((_, false)) => {
                let (between, other) = one_by_one(1..high, try_at);
                return match (between, other.or(problem)) {
                    (Some(between), _) => Ok(Found::Effective(between)),
                    (None, Some(problem)) => Err(problem),
                    (None, None) => Ok(Found::Ineffective(first)),
                };
            }
            Err(other) => {
                problem = Some(other);
                high -= 1;
            }
        }
    }
    let Some(mut found) = found else {
        return problem.map_or(Ok(Found::Ineffective(first)), Err);
    };
    let mut low = 0;
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        match try_at(middle) {
            Ok((tried, true)) => (high, found) = (middle, tried),
            Ok((_, false)) => low = middle,
            Err(_) => {
                let between = one_by_one(low + 1..high, try_at).0;
                return Ok(Found::Effective(between.unwrap_or(found)));
            }
        }
    }
    Ok(Found::Effective(found))
}

/// Finds the first of some places at which something has its effect, and why it is not allowed at the first place before
/// that where it is not.
fn one_by_one<T, E>(
    places: std::ops::Range<usize>,
    mut try_at: impl FnMut(usize) -> Result<(T, bool), E>,
) -> (Option<T>, Option<E>) {
    let mut problem = None;
    for place in places {
        match try_at(place) {
            Ok((tried, true)) => return (Some(tried), problem),
            Ok((_, false)) => {}
            Err(other) => problem = problem.or(Some(other)),
        }
    }
    (None, problem)
}
