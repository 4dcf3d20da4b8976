//! What the program tells the user without being asked: sentences beside the board, never in its way.

use crate::ui::{NoticeView, Severity};

/// Enough to read back; older ones make room.
const KEPT: usize = 5;

/// How long an information stays when nobody dismisses it. Warnings and errors stay.
const INFO_SECS: f64 = 6.0;

#[derive(Debug, Default)]
pub struct Notices {
    shown: Vec<(NoticeView, f64)>,
    last_id: u64,
}

impl Notices {
    /// `now_secs` is the time of the frame.
    pub fn tell(&mut self, severity: Severity, text: String, now_secs: f64) {
        if self.shown.last().is_some_and(|(last, _)| last.text == text) {
            self.shown.pop();
        }
        self.last_id += 1;
        self.shown.push((
            NoticeView {
                id: self.last_id,
                severity,
                text,
            },
            now_secs,
        ));
        if self.shown.len() > KEPT {
            self.shown.remove(0);
        }
    }

    pub fn dismiss(&mut self, id: u64) {
        self.shown.retain(|(notice, _)| notice.id != id);
    }

    /// Drops what has been read long enough. Returns when to look again, in seconds from now.
    pub fn expire(&mut self, now_secs: f64) -> Option<f64> {
        let ends_at = |(notice, since): &(NoticeView, f64)| {
            (notice.severity == Severity::Info).then_some(since + INFO_SECS)
        };
        self.shown
            .retain(|entry| ends_at(entry).is_none_or(|end| end > now_secs));
        self.shown
            .iter()
            .filter_map(ends_at)
            .map(|end| end - now_secs)
            .reduce(f64::min)
    }

    pub fn views(&self) -> Vec<NoticeView> {
        self.shown.iter().map(|(notice, _)| notice.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn information_goes_by_itself_and_an_error_stays() {
        let mut notices = Notices::default();
        notices.tell(Severity::Info, "saved".to_owned(), 0.0);
        notices.tell(Severity::Error, "disk full".to_owned(), 0.0);
        assert_eq!(notices.expire(1.0), Some(5.0));
        assert_eq!(notices.expire(7.0), None);
        assert_eq!(notices.views().len(), 1);
        assert_eq!(notices.views()[0].text, "disk full");
    }
}
