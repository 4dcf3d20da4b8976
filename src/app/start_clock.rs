//! How long a start takes, for who asks with `--timing`: until its first picture is on the screen, and until the file
//! it was started with is on the board.

use std::time::Duration;

use crate::i18n::Texts;
use crate::store::ProcessAge;

/// What is told, in the order in which it happens. All of it counts from the start of the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Milestone {
    /// The first picture is on the screen.
    FirstFrame {
        after: Duration,
        /// The part of it in which the system loads the program.
        loading: Duration,
        /// The part of it until there is a window to draw in.
        window: Duration,
    },
    /// The file that was asked for is on the board.
    FileShown { after: Duration },
}

impl Milestone {
    pub fn sentence(self, texts: Texts) -> String {
        let millis = |time: Duration| (time.as_millis() as f64).into();
        match self {
            Self::FirstFrame {
                after,
                loading,
                window,
            } => {
                let values = [
                    ("after", millis(after)),
                    ("loading", millis(loading)),
                    ("window", millis(window)),
                ];
                texts.with("app-start-first-frame", &values)
            }
            Self::FileShown { after } => texts.with("app-start-file-shown", &[("after", millis(after))]),
        }
    }
}

/// Follows the frames of a start.
#[derive(Debug, Clone, Default)]
pub struct StartClock {
    window: Duration,
    frames: u32,
    waits_for_file: bool,
}

impl StartClock {
    /// There is a window; `with_file` when a file was asked for.
    pub fn new(age: ProcessAge, with_file: bool) -> Self {
        Self {
            window: age.now,
            frames: 0,
            waits_for_file: with_file,
        }
    }

    /// A frame begins: the one before it is on the screen. `is_opening` while a file is on its way.
    pub fn frame_begins(&mut self, age: ProcessAge, is_opening: bool) -> Option<Milestone> {
        self.frames += 1;
        if self.frames == 2 {
            return Some(Milestone::FirstFrame {
                after: age.now,
                loading: age.at_begin,
                window: self.window,
            });
        }
        if self.frames > 2 && self.waits_for_file && !is_opening {
            self.waits_for_file = false;
            return Some(Milestone::FileShown { after: age.now });
        }
        None
    }

    /// Nothing is left to tell.
    pub fn is_done(&self) -> bool {
        self.frames >= 2 && !self.waits_for_file
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn age(millis: u64) -> ProcessAge {
        ProcessAge {
            now: Duration::from_millis(millis),
            at_begin: Duration::from_millis(20),
        }
    }

    #[test]
    fn the_first_picture_is_told_when_the_second_frame_begins() {
        let mut clock = StartClock::new(age(150), false);
        assert_eq!(clock.frame_begins(age(160), false), None);
        assert!(!clock.is_done());
        let told = clock.frame_begins(age(200), false);
        let expected = Milestone::FirstFrame {
            after: Duration::from_millis(200),
            loading: Duration::from_millis(20),
            window: Duration::from_millis(150),
        };
        assert_eq!(told, Some(expected));
        assert!(clock.is_done());
        assert_eq!(clock.frame_begins(age(300), false), None);
        let sentence = expected.sentence(Texts::new(crate::model::Language::Nl));
        assert!(sentence.contains("200") && sentence.contains("150") && sentence.contains("20"));
    }

    #[test]
    fn a_file_is_told_once_when_it_is_no_longer_on_its_way() {
        let mut clock = StartClock::new(age(150), true);
        clock.frame_begins(age(160), true);
        assert!(clock.frame_begins(age(200), true).is_some());
        assert_eq!(clock.frame_begins(age(300), true), None);
        assert!(!clock.is_done());
        let after = Duration::from_millis(400);
        assert_eq!(
            clock.frame_begins(age(400), false),
            Some(Milestone::FileShown { after })
        );
        assert!(clock.is_done());
        assert_eq!(clock.frame_begins(age(500), false), None);
    }
}
