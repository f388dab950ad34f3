//! Dates as other conventions write them.

use chrono::NaiveDate;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Returns the dates that a text may mean which is not written as `2026-11-25`: `25.11.2026`, `25 Nov`; two for
/// `11/12/2026`, and none if it is not a date. A date without a year is one of `year`.
pub(crate) fn other_dates(text: &str, year: Option<i32>) -> Vec<NaiveDate> {
    // A year before 0 or after 9999.
    if text.starts_with(['-', '+']) {
        return Vec::new();
    }
    let mut month = None;
    let mut numbers: Vec<u32> = Vec::new();
    for word in text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        let digits = word.trim_end_matches(char::is_alphabetic);
        let letters = word[digits.len()..].to_lowercase();
        match (digits.parse(), letters.as_str()) {
            // The date of a computer.
            (Ok(number), "") if digits.len() == 8 => {
                numbers.extend([number / 10_000, number / 100 % 100, number % 100]);
            }
            (Ok(number), "" | "st" | "nd" | "rd" | "th") => numbers.push(number),
            (Ok(number), letters) if month_of(letters).is_some() => {
                numbers.push(number);
                month = month_of(letters);
            }
            (Err(_), letters) if month.is_none() && month_of(letters).is_some() => {
                month = month_of(letters);
            }
            (Err(_), letters) if letters.parse::<chrono::Weekday>().is_ok() => {}
            _ => return Vec::new(),
        }
    }
    let this_year = year.and_then(|year| u32::try_from(year).ok());
    let has_slashes = !text.contains('.');
    // Year, month and day.
    let meant = match (month, &numbers[..], this_year) {
        (Some(month), [day], Some(year)) => vec![[year, month, *day]],
        (Some(month), [day, year], _) if *day <= 31 => vec![[*year, month, *day]],
        (Some(month), [year, day], _) => vec![[*year, month, *day]],
        (None, [year, month, day], _) if *year > 31 => vec![[*year, *month, *day]],
        (None, [day, month, year], _) if has_slashes => {
            vec![[*year, *month, *day], [*year, *day, *month]]
        }
        (None, [day, month, year], _) => vec![[*year, *month, *day]],
        (None, [day, month], Some(year)) if has_slashes => {
            vec![[year, *month, *day], [year, *day, *month]]
        }
        (None, [day, month], Some(year)) => vec![[year, *month, *day]],
        _ => Vec::new(),
    };
    let full = |year: u32| if year < 100 { 2000 + year } else { year };
    let meant = meant.into_iter().filter_map(|[year, month, day]| {
        NaiveDate::from_ymd_opt(i32::try_from(full(year)).ok()?, month, day)
    });
    let mut dates: Vec<NaiveDate> = meant.collect();
    dates.dedup();
    dates
}

/// Returns the number of a month by its name or the first letters of it, at least three.
fn month_of(name: &str) -> Option<u32> {
    let is_month = |month: &&str| name.len() >= 3 && month.starts_with(name);
    let place = MONTHS.iter().position(is_month);
    place.and_then(|place| u32::try_from(place + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_of_another_convention_is_understood() {
        for (text, dates) in [
            ("25.11.2026", "2026-11-25"),
            ("5.1.27", "2027-01-05"),
            ("25.11.", "2026-11-25"),
            ("11/25/2026", "2026-11-25"),
            ("25/11", "2026-11-25"),
            ("11/12/2026", "2026-12-11 2026-11-12"),
            ("12/12/2026", "2026-12-12"),
            ("25-11-2026", "2026-11-25"),
            ("2026/11/25", "2026-11-25"),
            ("2026-11-5", "2026-11-05"),
            ("20261125", "2026-11-25"),
            ("25 Nov", "2026-11-25"),
            ("25nov", "2026-11-25"),
            ("Wed 25th November 2026", "2026-11-25"),
            ("November 25, 2026", "2026-11-25"),
            ("25. Sept 2026", "2026-09-25"),
            ("31/31/2026", ""),
            ("31.11.2026", ""),
            ("noon", ""),
            ("25", ""),
            ("1.2.3.4", ""),
            ("soon 25 Nov", ""),
            ("-0001-01-01", ""),
            ("+12345-01-01", ""),
        ] {
            let found = other_dates(text, Some(2026));
            let found: Vec<String> = found.iter().map(NaiveDate::to_string).collect();
            assert_eq!(found.join(" "), dates, "{text}");
        }
        assert_eq!(other_dates("25 Nov", None), []);
    }
}
