//! WHAT IS TAKEN ALONG of the program, as it is asked for: a picture, a note or data. Plain data, the same for the window
//! and for the command line; [`crate::export`] makes what is asked for.

mod note;
mod part;
mod picture;
mod size;

pub use note::{NoteKind, NoteSettings};
pub use part::NotePart;
pub use picture::{LetterForm, PictureKind, PictureScope, PictureSettings, PictureTheme};
pub use size::{PictureSize, SHEET_NAMES, SLIDE};

use serde::{Deserialize, Serialize};

/// What sort of thing is taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TakenSort {
    #[default]
    Picture,
    Note,
    Data,
}

impl TakenSort {
    pub const ALL: [Self; 3] = [Self::Picture, Self::Note, Self::Data];
}

/// For other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DataKind {
    /// Actors and relations as node-link JSON.
    #[default]
    Network,
    /// A row of figures per actor.
    ActorFigures,
    /// Every figure there is, as JSON.
    AllFigures,
}

impl DataKind {
    pub const ALL: [Self; 3] = [Self::Network, Self::ActorFigures, Self::AllFigures];
}

/// All that was chosen last.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TakeAlong {
    pub sort: TakenSort,
    pub picture: PictureSettings,
    pub note: NoteSettings,
    pub data: DataKind,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn what_was_chosen_comes_back_as_it_was() {
        let chosen = TakeAlong {
            sort: TakenSort::Note,
            picture: PictureSettings {
                kind: PictureKind::Pdf,
                scope: PictureScope::Selection,
                size: PictureSize::parse(SLIDE).unwrap(),
                paper: PictureSize::parse("A1").unwrap(),
                theme: PictureTheme::White,
                scale: 3,
                is_transparent: true,
                has_footer: false,
                ..PictureSettings::default()
            },
            note: NoteSettings {
                kind: NoteKind::Odt,
                language: Some(Language::En),
                without: [NotePart::Picture, NotePart::Figures].into(),
            },
            data: DataKind::AllFigures,
        };
        let text = serde_json::to_string(&chosen).unwrap();
        assert_eq!(serde_json::from_str::<TakeAlong>(&text).unwrap(), chosen);
        assert_eq!(
            serde_json::from_str::<TakeAlong>("{}").unwrap(),
            TakeAlong::default()
        );
    }
}
