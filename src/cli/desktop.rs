//! Opening the window, or saying in one sentence why that cannot be.

use std::env;
use std::ffi::OsString;

use clap::ArgMatches;

use super::{Failure, arguments, output};
use crate::app::graphics::{StartError, Starting};
use crate::app::run_log;
use crate::app::settings::Settings;
use crate::i18n::Texts;
use crate::store::{Folders, Location, show_sentence};

/// Opens the window as it was asked for.
///
/// # Errors
/// No display, or nothing that draws on it: one sentence, with the commands that work without one. Who started the
/// program from a menu sees nothing of what is printed; it stands in a box of the system too.
pub fn open(_: &[OsString], matches: &ArgMatches, texts: Texts) -> Result<(), Failure> {
    if !has_display(|name| env::var_os(name).is_some_and(|value| !value.is_empty())) {
        return Err(no_display(&texts.t("cli-no-display-unset"), texts));
    }
    let folders = Folders::of_user();
    let logs = folders.as_ref().map(Folders::logs);
    run_log::begin(logs, |text| output::tell(text));
    let mut starting = Starting {
        file: matches.get_one("file").cloned(),
        language: matches.contains_id("lang").then_some(texts.language),
        graphics: arguments::graphics(matches),
        timing: matches.get_flag("timing").then_some(|text| output::tell(text)),
    };
    let kept = folders.as_ref().and_then(Settings::peek);
    // Who opens the window reads the language of the window.
    let texts = match (starting.language, &kept) {
        (None, Some(kept)) => Texts::new(kept.language),
        _ => texts,
    };
    starting.graphics.remembered = kept.and_then(|kept| kept.graphics);
    let result = crate::app::run(starting).map_err(|error| {
        let failure = no_window(&error, logs, texts);
        if is_seen_in_a_box(&error, output::is_watched()) {
            show_sentence(&texts.t("app-name"), &failure.sentence);
        }
        failure
    });
    run_log::end();
    result
}

/// Whether nobody reads what is printed, and a box can be shown.
fn is_seen_in_a_box(error: &StartError, is_watched: bool) -> bool {
    cfg!(windows) || (!is_watched && *error != StartError::NoDisplay)
}

fn no_window(error: &StartError, logs: Option<&Location>, texts: Texts) -> Failure {
    let (what, reason) = match error {
        StartError::NoDisplay => return no_display(&texts.t("cli-no-display-unreachable"), texts),
        StartError::Graphics(reason) => ("drawn", reason),
        StartError::Window(reason) => ("opened", reason),
    };
    // The user gets a sentence; this is for the log.
    log::info!("the window cannot be {what}: {reason}");
    let key = match error {
        _ if cfg!(not(windows)) => "cli-no-window",
        StartError::Graphics(_) => "cli-no-graphics",
        _ => "cli-no-window-windows",
    };
    let log = logs.map_or_else(|| texts.t("cli-no-log"), ToString::to_string);
    let values = [
        ("log", log.into()),
        ("commands", arguments::headless_names().into()),
    ];
    Failure::usage(texts.with(key, &values))
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
    fn what_does_not_open_a_window_is_said_in_one_sentence() {
        for language in [Language::Nl, Language::En] {
            let texts = Texts::new(language);
            let logs = Location::typed("/home/jo/log");
            for error in [
                StartError::Graphics("x-y".into()),
                StartError::Window("x-y".into()),
            ] {
                let failure = no_window(&error, Some(&logs), texts);
                assert_eq!(failure.exit, super::super::Exit::Usage);
                assert!(!failure.sentence.contains("x-y"), "{}", failure.sentence);
                assert!(failure.sentence.contains("/home/jo/log"), "{}", failure.sentence);
            }
        }
    }

    #[test]
    #[cfg(not(windows))]
    fn who_started_from_a_menu_sees_a_box_and_who_typed_reads_it() {
        let drawn = StartError::Graphics("x".into());
        assert!(is_seen_in_a_box(&drawn, false));
        assert!(!is_seen_in_a_box(&drawn, true));
        assert!(
            !is_seen_in_a_box(&StartError::NoDisplay, false),
            "a box needs a display too"
        );
    }

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
