//! Opening the window, or saying in one sentence why that cannot be.

use std::env;

use super::{Failure, arguments, output};
use crate::app::{Start, StartError, run_log};
use crate::i18n::Texts;
use crate::store::Folders;

/// Opens the window as it was asked for.
///
/// # Errors
/// No display: one sentence with the commands that work without one.
pub fn open(start: Start, texts: Texts) -> Result<(), Failure> {
    if !has_display(|name| env::var_os(name).is_some_and(|value| !value.is_empty())) {
        return Err(no_display(&texts.t("cli-no-display-unset"), texts));
    }
    let folders = Folders::of_user();
    run_log::begin(folders.as_ref().map(Folders::logs), |text| output::tell(text));
    let result = crate::app::run(start).map_err(|error| match error {
        StartError::NoDisplay => no_display(&texts.t("cli-no-display-unreachable"), texts),
        StartError::Window(reason) => {
            log::error!("the window cannot be opened: {reason}");
            Failure::usage(texts.t("cli-no-window"))
        }
    });
    run_log::end();
    result
}

/// Outside Linux and the BSDs a window needs no variable.
fn has_display(is_set: impl Fn(&str) -> bool) -> bool {
    let needs_variable = cfg!(all(unix, not(target_os = "macos")));
    !needs_variable || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET")
}

fn no_display(reason: &str, texts: Texts) -> Failure {
    let values = [
        ("reason", reason.to_owned().into()),
        ("commands", arguments::headless_names().into()),
    ];
    Failure::usage(texts.with("cli-no-display", &values))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    #[cfg(target_os = "linux")]
    fn either_kind_of_display_will_do() {
        assert!(!has_display(|_| false));
        assert!(has_display(|name| name == "DISPLAY"));
        assert!(has_display(|name| name == "WAYLAND_DISPLAY"));
    }

    #[test]
    fn without_a_display_one_sentence_names_the_other_commands() {
        for language in [Language::Nl, Language::En] {
            let failure = no_display("x", Texts::new(language));
            assert_eq!(failure.exit, super::super::Exit::Usage);
            assert_eq!(failure.sentence.lines().count(), 1);
            assert!(failure.sentence.contains(&arguments::headless_names()));
        }
    }
}
