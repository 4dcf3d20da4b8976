//! The one command table: menu, toolbar, shortcuts, palette and help are all made from it.

use crate::desk::InSight;

/// Which menu a command is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CommandFamily {
    File,
    Edit,
    View,
    Analysis,
    Help,
    /// Works on the board only; in no menu bar menu, but in help and palette.
    Board,
}

impl CommandFamily {
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

/// Where a command works. Menus, palette and keys all follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CommandReach {
    Everywhere,
    /// Where the board is in sight, from a window above it too.
    Board,
    /// Opens or closes what stands beside the board: the hall has none of it.
    Panels,
    /// Changes or chooses what is on the board: by key not from within a window above it.
    Pieces,
}

impl CommandReach {
    pub fn works_in(self, sight: InSight) -> bool {
        match sight {
            InSight::Start => self == Self::Everywhere,
            InSight::Board => true,
            InSight::Hall => self != Self::Panels,
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
    pub family: CommandFamily,
    pub reach: CommandReach,
    /// Key of its text; `KEY.hint` explains it in a sentence.
    pub key: &'static str,
    pub shortcuts: &'static [Shortcut],
    /// A plain key, which must not fire while somebody types a name.
    pub yields_to_typing: bool,
    /// A line above it in the menu.
    pub starts_group: bool,
}

impl CommandInfo {
    /// Key of the words by which somebody looks for it, beside its name.
    pub fn search_key(&self) -> String {
        format!("{}-words", self.key)
    }
}

macro_rules! commands {
    ($($variant:ident, $family:ident, $reach:ident, $key:literal, [$($modifier:ident $name:literal),*] $(, $flag:ident)*;)*) => {
        /// A command without data.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Command {
            $($variant,)*
        }

        /// All commands, in the order of the menus.
        pub const COMMANDS: &[CommandInfo] = &[$(
            CommandInfo {
                command: Command::$variant,
                family: CommandFamily::$family,
                reach: CommandReach::$reach,
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
    New, File, Everywhere, "command-new", [Cmd "N"];
    Open, File, Everywhere, "command-open", [Cmd "O"];
    StartScreen, File, Everywhere, "command-start-screen", [];
    Save, File, Board, "command-save", [Cmd "S"], group;
    SaveAs, File, Board, "command-save-as", [CmdShift "S"];
    TakeAlong, File, Board, "command-take-along", [], group;
    Print, File, Board, "command-print", [Cmd "P"];
    Properties, File, Board, "command-properties", [], group;
    Settings, File, Everywhere, "command-settings", [Cmd "Comma"];
    Quit, File, Everywhere, "command-quit", [Cmd "Q"], group;

    Undo, Edit, Board, "command-undo", [Cmd "Z"];
    Redo, Edit, Board, "command-redo", [CmdShift "Z", Cmd "Y"];
    Cut, Edit, Pieces, "command-cut", [Cmd "X"], group;
    Copy, Edit, Pieces, "command-copy", [Cmd "C"];
    Paste, Edit, Pieces, "command-paste", [Cmd "V"];
    Duplicate, Edit, Pieces, "command-duplicate", [Cmd "D"];
    Delete, Edit, Pieces, "command-delete", [None "Delete", None "Backspace"], typing;
    SelectAll, Edit, Pieces, "command-select-all", [Cmd "A"], group;
    SelectNone, Edit, Pieces, "command-select-none", [CmdShift "A"];
    SelectNeighbours, Edit, Pieces, "command-select-neighbours", [];
    FindActor, Edit, Board, "command-find-actor", [Cmd "F"];
    Arrange, Edit, Pieces, "command-arrange", [Cmd "L"], group;
    AlignLeft, Edit, Pieces, "command-align-left", [];
    AlignCentreX, Edit, Pieces, "command-align-centre-x", [];
    AlignRight, Edit, Pieces, "command-align-right", [];
    AlignTop, Edit, Pieces, "command-align-top", [];
    AlignCentreY, Edit, Pieces, "command-align-centre-y", [];
    AlignBottom, Edit, Pieces, "command-align-bottom", [];
    DistributeHorizontally, Edit, Pieces, "command-distribute-horizontally", [];
    DistributeVertically, Edit, Pieces, "command-distribute-vertically", [];
    EditVocabulary, Edit, Board, "command-edit-vocabulary", [], group;

    ZoomToFit, View, Board, "command-zoom-to-fit", [Cmd "1"];
    ZoomToSelection, View, Board, "command-zoom-to-selection", [Cmd "2"];
    ZoomIn, View, Board, "command-zoom-in", [];
    ZoomOut, View, Board, "command-zoom-out", [];
    InterfaceLarger, View, Everywhere, "command-interface-larger", [Cmd "Plus", Cmd "Equals"], group;
    InterfaceSmaller, View, Everywhere, "command-interface-smaller", [Cmd "Minus"];
    InterfaceNormal, View, Everywhere, "command-interface-normal", [Cmd "0"];
    HallMode, View, Board, "command-hall-mode", [None "F5", None "F11"], group;
    Pseudonyms, View, Board, "command-pseudonyms", [];
    OwnColours, View, Board, "colouring-own", [];
    ToggleLeftPanel, View, Panels, "command-toggle-left-panel", [None "F7"];
    ToggleRightPanel, View, Panels, "command-toggle-right-panel", [None "F8"];
    ToggleTable, View, Panels, "command-toggle-table", [None "F6"];
    ToggleLegend, View, Board, "command-toggle-legend", [None "F9"];
    WriteAgreement, View, Panels, "command-write-agreement", [Cmd "T"];
    ShowAll, View, Board, "command-show-all", [], group;
    ClearHighlight, View, Board, "command-clear-highlight", [];

    ShowSpanners, Analysis, Panels, "command-show-spanners", [Cmd "B"];
    ShowCentrality, Analysis, Panels, "command-show-centrality", [Cmd "R"];
    ShowCohesion, Analysis, Panels, "command-show-cohesion", [];
    ShowTables, Analysis, Panels, "command-show-tables", [];
    ToggleHulls, Analysis, Board, "command-toggle-hulls", [], group;
    ToggleCuts, Analysis, Board, "command-toggle-cuts", [];
    WhatIfWithout, Analysis, Board, "command-what-if-without", [Cmd "E"], group;
    WhatIfWith, Analysis, Board, "command-what-if-with", [CmdShift "E"];
    CompareWithFile, Analysis, Board, "command-compare", [CmdShift "M"];
    AllMeasures, Analysis, Board, "command-all-measures", [Cmd "M"], group;
    CopyFigures, Analysis, Board, "command-copy-figures", [];

    Shortcuts, Help, Everywhere, "command-shortcuts", [None "F1", Shift "Questionmark"], typing;
    Palette, Help, Everywhere, "command-palette", [Cmd "K"];
    About, Help, Everywhere, "command-about", [], group;

    AddActor, Board, Pieces, "command-add-actor", [None "A"], typing;
    StartRelation, Board, Pieces, "command-start-relation", [None "R"], typing;
    TakeTowers, Board, Pieces, "command-take-towers", [], typing;
    Rename, Board, Pieces, "command-rename", [None "Enter", None "F2"], typing;
    ReverseRelation, Board, Pieces, "command-reverse-relation", [None "O"], typing;
    MakeMutual, Board, Pieces, "command-make-mutual", [None "M"], typing;
    NextKind, Board, Pieces, "command-next-kind", [None "K"], typing;
    ToggleVerified, Board, Pieces, "command-toggle-verified", [None "V"], typing;
    ToTray, Board, Pieces, "command-to-tray", [], typing;
    PlaceIssue, Board, Pieces, "command-place-issue", [], typing;
    AgreeAbout, Board, Panels, "command-agree-about", [CmdShift "T"];
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
    use crate::i18n::Texts;
    use crate::model::Language;

    #[test]
    fn every_row_is_found_by_its_own_command() {
        for info in COMMANDS {
            assert_eq!(info.command.info().key, info.key);
        }
    }

    #[test]
    fn every_command_has_words_by_which_it_is_found_in_both_languages() {
        for language in [Language::Nl, Language::En] {
            let texts = Texts::new(language);
            let without = COMMANDS.iter().filter(|info| !texts.has(&info.search_key()));
            let without: Vec<&str> = without.map(|info| info.key).collect();
            assert!(without.is_empty(), "{language:?}: {without:?}");
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
    fn the_menu_of_files_stays_as_short_as_a_newcomer_can_read() {
        let of_files = COMMANDS.iter().filter(|info| info.family == CommandFamily::File);
        assert!(of_files.count() <= 12);
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
