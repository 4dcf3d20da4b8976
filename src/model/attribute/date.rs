//! Days as people write them: 29-11-2026 in Dutch, 2026-11-29 in files. Of jiff only its calendar; no clock.

use jiff::civil::Date;

/// Whether the text is a day that exists, as ISO 8601 has it: `2026-11-29`.
///
/// ```
/// use netwerkopstelling::model::is_date;
/// assert!(is_date("2024-02-29"));
/// assert!(!is_date("2023-02-29") && !is_date("29-11-2026") && !is_date("2026-1-1"));
/// ```
pub fn is_date(text: &str) -> bool {
    iso(text).is_some()
}

fn iso(text: &str) -> Option<Date> {
    let [year, month, day] = parts(text, '-', [4, 2, 2])?;
    date(year, month, day)
}

/// The day that somebody typed, as files have it: `29-11-2026`, `29/11/2026` or `2026-11-29`.
///
/// ```
/// use netwerkopstelling::model::date_in;
/// assert_eq!(date_in(" 1-2-2026 ").as_deref(), Some("2026-02-01"));
/// assert_eq!(date_in("2026-02-01").as_deref(), Some("2026-02-01"));
/// assert_eq!(date_in("30-02-2026"), None);
/// assert_eq!(date_in("01-02-26"), None);
/// ```
pub fn date_in(text: &str) -> Option<String> {
    let text = text.trim();
    let found = iso(text).or_else(|| {
        let in_dutch = |mark| {
            let [day, month, year] = parts(text, mark, [0, 0, 4])?;
            date(year, month, day)
        };
        in_dutch('-').or_else(|| in_dutch('/'))
    })?;
    Some(found.strftime("%Y-%m-%d").to_string())
}

/// A day of a file as it is read in Dutch; `None` when it is none.
///
/// ```
/// assert_eq!(netwerkopstelling::model::shown_date("2026-02-01").as_deref(), Some("01-02-2026"));
/// ```
pub fn shown_date(text: &str) -> Option<String> {
    Some(iso(text)?.strftime("%d-%m-%Y").to_string())
}

/// Three numbers between marks; `lengths` says how many digits each has, and 0 that it has one or two.
fn parts(text: &str, mark: char, lengths: [usize; 3]) -> Option<[u16; 3]> {
    let mut found = [0; 3];
    let mut words = text.split(mark);
    for (number, length) in found.iter_mut().zip(lengths) {
        let word = words.next()?;
        let is_long_enough = match length {
            0 => (1..=2).contains(&word.len()),
            length => word.len() == length,
        };
        if !is_long_enough || !word.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *number = word.parse().ok()?;
    }
    words.next().is_none().then_some(found)
}

fn date(year: u16, month: u16, day: u16) -> Option<Date> {
    let small = |number: u16| i8::try_from(number).ok();
    Date::new(i16::try_from(year).ok()?, small(month)?, small(day)?).ok()
}
