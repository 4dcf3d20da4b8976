//! What every command asks for. A command without a request does not compile.

use super::{Command, DeskChange, Edit, FileRequest, Intent, InterfaceZoom, Look, ProgramRequest};
use crate::desk::{CameraRequest, Dialog, PathPurpose, RightTab, Tool};
use crate::edit::Selection;
use crate::edit::operations::{Alignment, Axis, WordList};
use crate::lens::WhatIf;

/// One step of zooming by command.
const ZOOM_STEP: f32 = 1.25;

impl Command {
    /// What it asks for.
    pub fn asks_for(self) -> Intent {
        match self {
            Self::New => FileRequest::New.into(),
            Self::Open => FileRequest::Open.into(),
            Self::StartScreen => FileRequest::ToggleStartScreen.into(),
            Self::Save => FileRequest::Save.into(),
            Self::SaveAs => FileRequest::Choose(PathPurpose::SaveAs).into(),
            Self::TakeAlong => DeskChange::Open(Dialog::TakeAlong).into(),
            Self::Print => FileRequest::Print.into(),
            Self::Properties => DeskChange::Open(Dialog::Properties).into(),
            Self::Settings => DeskChange::Open(Dialog::Settings).into(),
            Self::Quit => FileRequest::Quit.into(),

            Self::Undo => Edit::Undo.into(),
            Self::Redo => Edit::Redo.into(),
            Self::Cut => Edit::Cut.into(),
            Self::Copy => ProgramRequest::Copy.into(),
            Self::Paste => ProgramRequest::Paste.into(),
            Self::Duplicate => Edit::Duplicate.into(),
            Self::Delete => Edit::Delete.into(),
            Self::SelectAll => Look::SelectAll.into(),
            Self::SelectNone => Look::Select(Selection::default()).into(),
            Self::SelectNeighbours => Look::SelectNeighbours.into(),
            Self::FindActor => DeskChange::Open(Dialog::FindActor).into(),
            Self::Arrange => ProgramRequest::Arrange.into(),
            Self::AlignLeft => Edit::Align(Alignment::Left).into(),
            Self::AlignCentreX => Edit::Align(Alignment::CentreX).into(),
            Self::AlignRight => Edit::Align(Alignment::Right).into(),
            Self::AlignTop => Edit::Align(Alignment::Top).into(),
            Self::AlignCentreY => Edit::Align(Alignment::CentreY).into(),
            Self::AlignBottom => Edit::Align(Alignment::Bottom).into(),
            Self::DistributeHorizontally => Edit::Distribute(Axis::Horizontal).into(),
            Self::DistributeVertically => Edit::Distribute(Axis::Vertical).into(),
            Self::EditVocabulary => DeskChange::Open(Dialog::Vocabulary(WordList::ActorKinds)).into(),

            Self::ZoomToFit => DeskChange::MoveCamera(CameraRequest::Fit).into(),
            Self::ZoomToSelection => DeskChange::MoveCamera(CameraRequest::FitSelection).into(),
            Self::ZoomIn => DeskChange::MoveCamera(CameraRequest::ZoomBy(ZOOM_STEP)).into(),
            Self::ZoomOut => DeskChange::MoveCamera(CameraRequest::ZoomBy(1.0 / ZOOM_STEP)).into(),
            Self::InterfaceLarger => ProgramRequest::Zoom(InterfaceZoom::Larger).into(),
            Self::InterfaceSmaller => ProgramRequest::Zoom(InterfaceZoom::Smaller).into(),
            Self::InterfaceNormal => ProgramRequest::Zoom(InterfaceZoom::Normal).into(),
            Self::Pseudonyms => DeskChange::Open(Dialog::Pseudonyms).into(),
            Self::OwnColours => DeskChange::Open(Dialog::Colours).into(),
            Self::HallMode => DeskChange::ToggleHall.into(),
            Self::ToggleLeftPanel => DeskChange::ToggleLeft.into(),
            Self::ToggleRightPanel => DeskChange::ToggleRight.into(),
            Self::ToggleTable => DeskChange::ToggleTable.into(),
            Self::WriteAgreement => DeskChange::WriteAgreement.into(),
            Self::AgreeAbout => DeskChange::AgreeAboutSelected.into(),
            Self::ToggleLegend => DeskChange::ToggleLegend.into(),
            Self::ShowAll => Look::ShowAll.into(),
            Self::ClearHighlight => Look::Highlight(None).into(),

            Self::ShowSpanners => DeskChange::OpenRight(RightTab::Spanners).into(),
            Self::ShowCentrality => DeskChange::OpenRight(RightTab::Centrality).into(),
            Self::ShowCohesion => DeskChange::OpenRight(RightTab::Cohesion).into(),
            Self::ShowTables => DeskChange::OpenRight(RightTab::Tables).into(),
            Self::ToggleHulls => Look::ToggleHulls.into(),
            Self::ToggleCuts => Look::ToggleCuts.into(),
            Self::WhatIfWithout => Look::ToggleExperiment(WhatIf::Without(None)).into(),
            Self::WhatIfWith => Look::ToggleExperiment(WhatIf::With(None)).into(),
            Self::CompareWithFile => FileRequest::Choose(PathPurpose::Compare).into(),
            Self::AllMeasures => DeskChange::Open(Dialog::Measures).into(),
            Self::CopyFigures => ProgramRequest::CopyFigures.into(),

            Self::Shortcuts => DeskChange::Open(Dialog::Shortcuts).into(),
            Self::Palette => DeskChange::Open(Dialog::Palette).into(),
            Self::About => DeskChange::Open(Dialog::About).into(),

            Self::AddActor => Edit::AddActorInSight.into(),
            Self::StartRelation => DeskChange::RelateFromSelected.into(),
            Self::Rename => DeskChange::RenameSelected.into(),
            Self::ReverseRelation => Edit::Reverse.into(),
            Self::MakeMutual => Edit::MakeMutual.into(),
            Self::NextKind => Edit::NextKind.into(),
            Self::ToggleVerified => Edit::ToggleVerified.into(),
            Self::TakeTowers => DeskChange::Take(Tool::Towers).into(),
            Self::ToTray => Edit::ToTray.into(),
            Self::PlaceIssue => Edit::ToggleIssue.into(),
        }
    }
}
