//! The one command table: menu, toolbar, shortcuts, palette and help are all made from it.

/// Which menu a command is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    File,
    Edit,
    View,
    Analysis,
    Help,
    /// Works on the board only; in no menu bar menu, but in help and palette.
    Board,
}

impl Family {
    pub const MENUS: [Self; 5] = [Self::File, Self::Edit, Self::View, Self::Analysis, Self::Help];

    /// Key of the menu's name.
    pub fn key(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::View => "menu-view",
            Self::Analysis => "menu-analysis",
            Self::Help => "menu-help",
            Self::Board => "menu-board",
        }
    }
}

/// Modifiers of a shortcut. `Cmd` is Ctrl, or Command on a Mac.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Modifier {
    None,
    Shift,
    Cmd,
    CmdShift,
}

/// A key with modifiers; `key` is the name egui gives it (`egui::Key::from_name`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shortcut {
    pub modifier: Modifier,
    pub key: &'static str,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct CommandInfo {
    pub command: Command,
    pub family: Family,
    /// Key of its text; `KEY.hint` explains it in a sentence.
    pub key: &'static str,
    pub shortcuts: &'static [Shortcut],
    /// A plain key, which must not fire while somebody types a name.
    pub yields_to_typing: bool,
    /// A line above it in the menu.
    pub starts_group: bool,
}

macro_rules! commands {
    ($($variant:ident, $family:ident, $key:literal, [$($modifier:ident $name:literal),*] $(, $flag:ident)*;)*) => {
        /// A command without data.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Command {
            $($variant,)*
        }

        /// All commands, in the order of the menus.
        pub const COMMANDS: &[CommandInfo] = &[$(
            CommandInfo {
                command: Command::$variant,
                family: Family::$family,
                key: $key,
                shortcuts: &[$(Shortcut { modifier: Modifier::$modifier, key: $name }),*],
                yields_to_typing: commands!(@has typing $($flag)*),
                starts_group: commands!(@has group $($flag)*),
            },
        )*];

        impl Command {
            /// Its row in the table.
            pub fn info(self) -> &'static CommandInfo {
                &COMMANDS[self as usize]
            }
        }
    };
    (@has typing) => { false };
    (@has typing typing $($rest:ident)*) => { true };
    (@has typing $other:ident $($rest:ident)*) => { commands!(@has typing $($rest)*) };
    (@has group) => { false };
    (@has group group $($rest:ident)*) => { true };
    (@has group $other:ident $($rest:ident)*) => { commands!(@has group $($rest)*) };
}

commands! {
    New, File, "command-new", [Cmd "N"];
    Open, File, "command-open", [Cmd "O"];
    StartScreen, File, "command-start-screen", [];
    Save, File, "command-save", [Cmd "S"], group;
    SaveAs, File, "command-save-as", [CmdShift "S"];
    ExportNodeLink, File, "command-export-node-link", [], group;
    ExportFigures, File, "command-export-figures", [];
    Properties, File, "command-properties", [], group;
    Settings, File, "command-settings", [Cmd "Comma"];
    Quit, File, "command-quit", [Cmd "Q"], group;

    Undo, Edit, "command-undo", [Cmd "Z"];
    Redo, Edit, "command-redo", [CmdShift "Z", Cmd "Y"];
    Cut, Edit, "command-cut", [Cmd "X"], group;
    Copy, Edit, "command-copy", [Cmd "C"];
    Paste, Edit, "command-paste", [Cmd "V"];
    Duplicate, Edit, "command-duplicate", [Cmd "D"];
    Delete, Edit, "command-delete", [None "Delete", None "Backspace"], typing;
    SelectAll, Edit, "command-select-all", [Cmd "A"], group;
    SelectNone, Edit, "command-select-none", [CmdShift "A"];
    SelectNeighbours, Edit, "command-select-neighbours", [];
    FindActor, Edit, "command-find-actor", [Cmd "F"];
    Arrange, Edit, "command-arrange", [Cmd "L"], group;
    AlignLeft, Edit, "command-align-left", [];
    AlignCentreX, Edit, "command-align-centre-x", [];
    AlignRight, Edit, "command-align-right", [];
    AlignTop, Edit, "command-align-top", [];
    AlignCentreY, Edit, "command-align-centre-y", [];
    AlignBottom, Edit, "command-align-bottom", [];
    DistributeHorizontally, Edit, "command-distribute-horizontally", [];
    DistributeVertically, Edit, "command-distribute-vertically", [];
    EditVocabulary, Edit, "command-edit-vocabulary", [], group;

    ZoomToFit, View, "command-zoom-to-fit", [Cmd "1"];
    ZoomToSelection, View, "command-zoom-to-selection", [Cmd "2"];
    ZoomIn, View, "command-zoom-in", [];
    ZoomOut, View, "command-zoom-out", [];
    InterfaceLarger, View, "command-interface-larger", [Cmd "Plus", Cmd "Equals"], group;
    InterfaceSmaller, View, "command-interface-smaller", [Cmd "Minus"];
    InterfaceNormal, View, "command-interface-normal", [Cmd "0"];
    HallMode, View, "command-hall-mode", [None "F5", None "F11"], group;
    ToggleLeftPanel, View, "command-toggle-left-panel", [None "F7"];
    ToggleRightPanel, View, "command-toggle-right-panel", [None "F8"];
    ToggleTable, View, "command-toggle-table", [None "F6"];
    ToggleLegend, View, "command-toggle-legend", [None "F9"];
    ShowAll, View, "command-show-all", [], group;
    ClearHighlight, View, "command-clear-highlight", [];

    ShowSpanners, Analysis, "command-show-spanners", [Cmd "B"];
    ShowCentrality, Analysis, "command-show-centrality", [Cmd "R"];
    ShowCohesion, Analysis, "command-show-cohesion", [];
    ShowTables, Analysis, "command-show-tables", [];
    ToggleHulls, Analysis, "command-toggle-hulls", [], group;
    ToggleCuts, Analysis, "command-toggle-cuts", [];
    WhatIfWithout, Analysis, "command-what-if-without", [Cmd "E"], group;
    WhatIfWith, Analysis, "command-what-if-with", [CmdShift "E"];
    CompareWithFile, Analysis, "command-compare", [CmdShift "M"];
    AllMeasures, Analysis, "command-all-measures", [Cmd "M"], group;
    CopyFigures, Analysis, "command-copy-figures", [];

    Shortcuts, Help, "command-shortcuts", [None "F1", Shift "Questionmark"], typing;
    Palette, Help, "command-palette", [Cmd "K"];
    About, Help, "command-about", [], group;

    AddActor, Board, "command-add-actor", [None "A"], typing;
    StartRelation, Board, "command-start-relation", [None "R"], typing;
    Rename, Board, "command-rename", [None "Enter", None "F2"], typing;
    ReverseRelation, Board, "command-reverse-relation", [None "O"], typing;
    MakeMutual, Board, "command-make-mutual", [None "M"], typing;
    NextKind, Board, "command-next-kind", [None "K"], typing;
    ToggleVerified, Board, "command-toggle-verified", [None "V"], typing;
    ToTray, Board, "command-to-tray", [], typing;
    PlaceIssue, Board, "command-place-issue", [], typing;
}

/// Lining up the selected pieces: edges and middles, and then the room between them. In menus of their own: with
/// them a menu would be higher than the screen of a small laptop.
pub const ALIGN: [Command; 6] = [
    Command::AlignLeft,
    Command::AlignCentreX,
    Command::AlignRight,
    Command::AlignTop,
    Command::AlignCentreY,
    Command::AlignBottom,
];
pub const DISTRIBUTE: [Command; 2] = [Command::DistributeHorizontally, Command::DistributeVertically];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_row_is_found_by_its_own_command() {
        for info in COMMANDS {
            assert_eq!(info.command.info().key, info.key);
        }
    }

    #[test]
    fn no_shortcut_has_two_meanings() {
        let mut seen = HashSet::new();
        for info in COMMANDS {
            for shortcut in info.shortcuts {
                assert!(
                    seen.insert(*shortcut),
                    "{shortcut:?} of {:?} is taken",
                    info.command
                );
            }
        }
    }

    #[test]
    fn plain_keys_yield_to_typing() {
        for info in COMMANDS {
            let is_plain = |shortcut: &Shortcut| {
                matches!(shortcut.modifier, Modifier::None | Modifier::Shift)
                    && !(shortcut.key.starts_with('F') && shortcut.key.len() > 1)
            };
            if info.shortcuts.iter().any(is_plain) {
                assert!(info.yields_to_typing, "{:?}", info.command);
            }
        }
    }
}
