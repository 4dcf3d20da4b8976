//! The clock and the time zone of the system.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

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

/// How old this process is, and how old it was when the program in it began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProcessAge {
    pub now: Duration,
    /// Counted in hundredths of a second, where the system tells (Linux); else nothing.
    pub at_begin: Duration,
}

/// Asked for the first time where the program begins.
pub fn process_age() -> ProcessAge {
    static BEGIN: OnceLock<(Instant, Duration)> = OnceLock::new();
    let (begin, at_begin) = *BEGIN.get_or_init(|| (Instant::now(), told_age().unwrap_or_default()));
    ProcessAge {
        now: at_begin + begin.elapsed(),
        at_begin,
    }
}

/// What the system has counted: the moment of the start since the machine's own start is the twentieth number
/// behind the name in `/proc/self/stat` (`man 5 proc`), in hundredths of a second.
fn told_age() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let up = std::fs::read_to_string("/proc/uptime").ok()?;
    let (_, behind_name) = stat.rsplit_once(')')?;
    let started: f64 = behind_name.split_whitespace().nth(19)?.parse().ok()?;
    let up: f64 = up.split_whitespace().next()?.parse().ok()?;
    Duration::try_from_secs_f64(up - started / 100.0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_is_as_old_as_the_system_counts_and_grows_older() {
        let first = process_age();
        assert!(first.now >= first.at_begin);
        std::thread::sleep(Duration::from_millis(2));
        let second = process_age();
        assert!(second.now >= first.now + Duration::from_millis(2));
        assert_eq!(second.at_begin, first.at_begin);
        #[cfg(target_os = "linux")]
        {
            // The system's count goes on beside ours.
            let told = told_age().expect("Linux tells");
            assert!(told.abs_diff(process_age().now) < Duration::from_secs(1));
        }
    }
}
