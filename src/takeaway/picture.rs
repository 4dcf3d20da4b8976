//! What a picture of the board is to be.

use serde::{Deserialize, Serialize};

use super::{PictureSize, SLIDE};
use crate::model::Rgb;
use crate::scene::{Palette, ThemeKind};

/// What a file with a picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PictureKind {
    Svg,
    #[default]
    Png,
    Pdf,
}

impl PictureKind {
    pub const ALL: [Self; 3] = [Self::Png, Self::Svg, Self::Pdf];

    /// What stands behind the name of a file of it; what the command line calls it.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Svg => &["svg"],
            Self::Png => &["png"],
            Self::Pdf => &["pdf"],
        }
    }
}

/// What of the board is on the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PictureScope {
    #[default]
    Board,
    /// Who is selected, and the relations between them.
    Selection,
    /// The part of the board that the window shows.
    InSight,
}

impl PictureScope {
    pub const ALL: [Self; 3] = [Self::Board, Self::Selection, Self::InSight];
}

/// The colours of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PictureTheme {
    #[default]
    Light,
    Dark,
    /// As light, on nothing but white: for paper, and between the lines of a text.
    White,
    Contrast,
}

impl PictureTheme {
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::White, Self::Contrast];

    /// What a user types, the same in every language; its text has the key `take-theme-NAME`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::White => "white",
            Self::Contrast => "contrast",
        }
    }

    pub fn kind(self) -> ThemeKind {
        match self {
            Self::Light | Self::White => ThemeKind::Light,
            Self::Dark => ThemeKind::Dark,
            Self::Contrast => ThemeKind::HighContrast,
        }
    }

    pub fn palette(self) -> Palette {
        const WHITE: Rgb = Rgb(0xff, 0xff, 0xff);
        let palette = Palette::of(self.kind());
        match self {
            Self::White => Palette {
                surround: WHITE,
                board: WHITE,
                halo: WHITE,
                ..palette
            },
            Self::Light | Self::Dark | Self::Contrast => palette,
        }
    }
}

/// What the letters of an SVG file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LetterForm {
    /// Text that can be searched, copied and changed, in the font of the program where the reader has it.
    #[default]
    Text,
    /// Shapes, the same for every reader; each with the words that it is.
    Outlines,
}

impl LetterForm {
    pub const ALL: [Self; 2] = [Self::Text, Self::Outlines];

    /// What a user types, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Outlines => "outlines",
        }
    }
}

/// What a picture is to be, and what is on it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PictureSettings {
    pub kind: PictureKind,
    pub scope: PictureScope,
    /// Of an SVG and a PNG.
    pub size: PictureSize,
    /// Of a PDF.
    pub paper: PictureSize,
    pub theme: PictureTheme,
    /// Of an SVG.
    pub letters: LetterForm,
    /// So many times as many pixels a side in a PNG, 1 to 4.
    pub scale: u8,
    /// Nothing lies under the rest in a PNG.
    pub is_transparent: bool,
    pub has_question: bool,
    pub has_legend: bool,
    /// When, where, by whom, and over how many. What filters hide is told with or without it.
    pub has_footer: bool,
}

impl Default for PictureSettings {
    fn default() -> Self {
        Self {
            kind: PictureKind::default(),
            scope: PictureScope::default(),
            size: PictureSize::default(),
            paper: PictureSize::paper_at_hand(),
            theme: PictureTheme::default(),
            letters: LetterForm::default(),
            scale: 2,
            is_transparent: false,
            has_question: true,
            has_legend: true,
            has_footer: true,
        }
    }
}

impl PictureSettings {
    pub fn size_of(&self, kind: PictureKind) -> PictureSize {
        match kind {
            PictureKind::Svg | PictureKind::Png => self.size,
            PictureKind::Pdf => self.paper,
        }
    }

    /// The names of the sizes to choose from for a picture of this kind; the one in use is among them.
    pub fn sizes(&self, kind: PictureKind) -> Vec<String> {
        let sheets = super::SHEET_NAMES.map(str::to_owned);
        let usual = PictureSize::default().name();
        let mut sizes: Vec<String> = match kind {
            PictureKind::Svg | PictureKind::Png => {
                [usual, SLIDE.to_owned()].into_iter().chain(sheets).collect()
            }
            PictureKind::Pdf => sheets.into(),
        };
        let current = self.size_of(kind).name();
        if !sizes.contains(&current) {
            sizes.push(current);
        }
        sizes
    }

    /// With this size for pictures of this kind.
    #[must_use]
    pub fn sized(mut self, kind: PictureKind, size: PictureSize) -> Self {
        match kind {
            PictureKind::Svg | PictureKind::Png => self.size = size,
            PictureKind::Pdf => self.paper = size,
        }
        self
    }

    /// How many pixels a PNG has; `None` for more than a picture may have.
    pub fn pixels(&self) -> Option<(u32, u32)> {
        self.size.pixels(f32::from(self.scale.clamp(1, 4)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_in_use_is_always_among_those_to_choose_from() {
        let usual = PictureSettings::default();
        assert_eq!(usual.sizes(PictureKind::Png).len(), 7);
        assert_eq!(usual.sizes(PictureKind::Pdf), ["A4", "A3", "A2", "A1", "A0"]);
        let own = PictureSize::parse("800x400").unwrap();
        let own = usual.sized(PictureKind::Svg, own);
        assert!(own.sizes(PictureKind::Png).contains(&"800x400".to_owned()));
        assert_eq!(own.size_of(PictureKind::Pdf), PictureSize::paper_at_hand());
        assert_eq!(usual.pixels(), Some((3200, 2000)));
    }

    #[test]
    fn white_is_white_and_its_letters_are_those_of_light() {
        let (white, light) = (PictureTheme::White.palette(), PictureTheme::Light.palette());
        assert_eq!(
            (white.surround, white.board),
            (Rgb(255, 255, 255), Rgb(255, 255, 255))
        );
        assert_eq!(white.ink, light.ink);
    }
}
