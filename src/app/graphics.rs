//! What draws the window: OpenGL, or on Windows DirectX 12 where OpenGL does not answer, as over a remote desktop and in
//! many virtual machines. A way that failed leaves the process in no state to try another, so the next way is tried by a
//! new process; at that moment nothing is open, and the file that was asked for goes along.

use std::ffi::{OsStr, OsString};
use std::io;

use serde::{Deserialize, Serialize};

use super::Tell;
use crate::model::Language;
use crate::store::Location;

/// A way to draw the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Graphics {
    /// OpenGL, by glow.
    Glow,
    /// DirectX 12, by wgpu: on Windows, which can do that without a graphics card too.
    Dx12,
}

impl Graphics {
    pub const ALL: [Self; 2] = [Self::Glow, Self::Dx12];

    /// The ways that this system has, the one to try first in front.
    pub const HERE: &[Self] = if cfg!(windows) { &Self::ALL } else { &[Self::Glow] };

    /// As it is typed behind `--grafisch` and kept in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Glow => "glow",
            Self::Dx12 => "dx12",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.name() == name)
    }
}

/// What the program is started with.
#[derive(Debug, Clone, Default)]
pub struct Starting {
    /// To open on the board.
    pub file: Option<Location>,
    /// For this time; else that of the settings.
    pub language: Option<Language>,
    pub graphics: GraphicsWish,
    /// Who is told how long the start took.
    pub timing: Option<Tell>,
}

/// Why there is no window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StartError {
    /// The display does not answer.
    NoDisplay,
    /// Nothing draws on it.
    Graphics(String),
    /// There is a display, but no window can be opened on it.
    Window(String),
}

/// What the choice of a way depends on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GraphicsWish {
    /// Asked for on the command line.
    pub asked: Option<Graphics>,
    /// What opened the window last time.
    pub remembered: Option<Graphics>,
    /// What was tried for this window, in vain.
    pub failed: Vec<Graphics>,
}

/// The way to try now, of those there are: first what was asked for, then what opened the window last time, then the
/// others in their order. None twice; `None` when all have failed.
pub fn next_way(ways: &[Graphics], wish: &GraphicsWish) -> Option<Graphics> {
    let first = wish.asked.into_iter().chain(wish.remembered);
    let mut order = first.chain(ways.iter().copied());
    order.find(|way| ways.contains(way) && !wish.failed.contains(way))
}

/// The program anew, with another way to draw: the same file in the same language, and what failed so far.
pub fn arguments_again(starting: &Starting) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = Vec::new();
    for way in &starting.graphics.failed {
        arguments.extend(["--mislukt".into(), way.name().into()]);
    }
    if let Some(asked) = starting.graphics.asked {
        arguments.extend(["--grafisch".into(), asked.name().into()]);
    }
    if let Some(language) = starting.language {
        arguments.extend(["--lang".into(), language_name(language).into()]);
    }
    if starting.timing.is_some() {
        arguments.push("--timing".into());
    }
    if let Some(file) = &starting.file {
        // Whatever the name begins with, and wherever the new process is started.
        let whole = file.absolute();
        let name: &OsStr = whole.as_ref();
        arguments.extend(["--".into(), name.to_owned()]);
    }
    arguments
}

/// As `--lang` has it.
fn language_name(language: Language) -> &'static str {
    match language {
        Language::Nl => "nl",
        Language::En => "en",
    }
}

/// Opens the window by `open`; where that has no graphics, the program is started again by `again` with the next way
/// there is, and this process is done.
///
/// # Errors
/// As `open`; [`StartError::Window`] when no way is left.
pub fn with_another_way(
    mut starting: Starting,
    ways: &[Graphics],
    open: impl FnOnce(&Starting, Graphics) -> Result<(), StartError>,
    again: impl FnOnce(&[OsString]) -> io::Result<()>,
) -> Result<(), StartError> {
    let Some(way) = next_way(ways, &starting.graphics) else {
        return Err(StartError::Window("every way to draw has failed".to_owned()));
    };
    let reason = match open(&starting, way) {
        Err(StartError::Graphics(reason)) => reason,
        other => return other,
    };
    // For the log alone: who looks at the screen sees the next way, or a sentence.
    log::info!("the window cannot be drawn with {}: {reason}", way.name());
    starting.graphics.failed.push(way);
    if next_way(ways, &starting.graphics).is_none() {
        return Err(StartError::Graphics(reason));
    }
    again(&arguments_again(&starting)).map_err(|error| StartError::Window(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    use Graphics::{Dx12, Glow};

    fn wish(asked: Option<Graphics>, remembered: Option<Graphics>, failed: &[Graphics]) -> GraphicsWish {
        GraphicsWish {
            asked,
            remembered,
            failed: failed.to_vec(),
        }
    }

    /// All ways that are tried, one after the other, when none works.
    fn tried(ways: &[Graphics], mut wish: GraphicsWish) -> Vec<Graphics> {
        while let Some(way) = next_way(ways, &wish) {
            wish.failed.push(way);
        }
        wish.failed
    }

    #[test]
    fn what_is_asked_for_comes_first_then_what_worked_last_time_and_each_once() {
        let both = [Glow, Dx12];
        assert_eq!(tried(&both, wish(None, None, &[])), [Glow, Dx12]);
        assert_eq!(tried(&both, wish(None, Some(Dx12), &[])), [Dx12, Glow]);
        assert_eq!(tried(&both, wish(Some(Glow), Some(Dx12), &[])), [Glow, Dx12]);
        assert_eq!(tried(&both, wish(Some(Dx12), Some(Glow), &[])), [Dx12, Glow]);
        assert_eq!(tried(&both, wish(Some(Dx12), None, &[Dx12])), [Dx12, Glow]);
        assert_eq!(
            tried(&[Glow], wish(None, Some(Dx12), &[])),
            [Glow],
            "settings of another system, from a stick"
        );
    }

    fn starting(failed: &[Graphics]) -> Starting {
        Starting {
            file: Some(Location::typed("-map van ons/net.opstelling")),
            language: Some(Language::En),
            graphics: wish(None, None, failed),
            timing: Some(|_| {}),
        }
    }

    #[test]
    fn the_first_way_fails_and_a_new_process_gets_the_file_the_language_and_what_failed() {
        let mut given = Vec::new();
        let fails = |_: &Starting, way| {
            assert_eq!(way, Glow);
            Err(StartError::Graphics("no OpenGL".to_owned()))
        };
        let again = |arguments: &[OsString]| {
            given = arguments.to_vec();
            Ok(())
        };
        assert_eq!(
            with_another_way(starting(&[]), &[Glow, Dx12], fails, again),
            Ok(())
        );
        let file = Location::typed("-map van ons/net.opstelling")
            .absolute()
            .to_string();
        let expected = ["--mislukt", "glow", "--lang", "en", "--timing", "--", &file];
        assert_eq!(given, expected.map(OsString::from));
    }

    #[test]
    fn when_the_last_way_fails_it_is_said_and_nothing_is_started() {
        let fails = |_: &Starting, way| {
            assert_eq!(way, Dx12);
            Err(StartError::Graphics("no adapter".to_owned()))
        };
        let again = |_: &[OsString]| -> io::Result<()> { panic!("there is nothing left to try") };
        let error = with_another_way(starting(&[Glow]), &[Glow, Dx12], fails, again).unwrap_err();
        assert_eq!(error, StartError::Graphics("no adapter".to_owned()));
        let opened = |_: &Starting, _| Ok(());
        let none = with_another_way(starting(&[Glow, Dx12]), &[Glow, Dx12], opened, |_| Ok(()));
        assert!(matches!(none, Err(StartError::Window(_))));
    }

    #[test]
    fn another_error_than_that_of_graphics_is_not_tried_again() {
        let fails = |_: &Starting, _| Err(StartError::NoDisplay);
        let again = |_: &[OsString]| -> io::Result<()> { panic!("another way needs a display too") };
        let error = with_another_way(starting(&[]), &[Glow, Dx12], fails, again).unwrap_err();
        assert_eq!(error, StartError::NoDisplay);
    }

    #[test]
    fn a_way_is_known_by_its_name() {
        for way in Graphics::ALL {
            assert_eq!(Graphics::named(way.name()), Some(way));
            assert_eq!(serde_json::to_value(way).unwrap(), way.name());
        }
        assert_eq!(Graphics::named("vulkan"), None);
    }
}
