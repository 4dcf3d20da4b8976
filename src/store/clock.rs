//! The clock and the time zone of the system.

use jiff::{Timestamp, Zoned, tz::TimeZone};

/// The moment.
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// A moment as a clock on the wall shows it.
pub fn in_local_time(moment: Timestamp) -> String {
    let local = moment.to_zoned(TimeZone::system());
    local.strftime("%d-%m-%Y %H:%M").to_string()
}

/// Date and time as notes have it.
pub fn now_of_notes() -> String {
    Zoned::now().strftime("%Y-%m-%dT%H:%M").to_string()
}
