//! Letters that no font of the program has.

use super::App;
use crate::app::notices::Topic;
use crate::told::letter_without_font;
use crate::ui::Severity;

/// What is known of the letters on the board.
#[derive(Debug, Default)]
pub struct LettersSeen {
    /// Of which scene.
    builds: u64,
    /// Once is enough: what it says holds for all of them.
    is_told: bool,
}

impl App {
    /// The user is told once what stands in the place of letters that cannot be drawn.
    pub(super) fn tell_of_letters(&mut self) {
        let seen = &mut self.letters_seen;
        if seen.is_told || seen.builds == self.scene.builds() {
            return;
        }
        seen.builds = self.scene.builds();
        let Some((letter, text)) = self.scene.scene().letter_without_face() else {
            return;
        };
        seen.is_told = true;
        let said = letter_without_font(letter, text).text(self.texts);
        self.tell(Topic::Program, Severity::Warning, said);
    }
}
