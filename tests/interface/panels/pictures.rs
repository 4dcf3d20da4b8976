//! Pictures of the panels to look at, in `target/panel-pictures`.

use netwerkopstelling::desk::Dialog;
use netwerkopstelling::edit::Selection;
use netwerkopstelling::edit::operations::WordList;
use netwerkopstelling::scene::ThemeKind;
use netwerkopstelling::ui::dialogs::dialogs_ui;
use netwerkopstelling::ui::panels::filters::filters_ui;
use netwerkopstelling::ui::panels::inspector::inspector_ui;
use netwerkopstelling::ui::panels::tables::tables_ui;
use netwerkopstelling::ui::panels::tray::tray_ui;

use super::bench::{Bench, PanelUi, open_drawn, small};

fn save(name: &str, size: [f32; 2], panel: PanelUi, selection: Selection) {
    save_with(name, size, panel, selection, None);
}

fn save_with(name: &str, size: [f32; 2], panel: PanelUi, selection: Selection, dialog: Option<Dialog>) {
    for theme in [ThemeKind::Light, ThemeKind::Dark] {
        let (mut document, ..) = small();
        document.set_selection(selection.clone());
        let mut bench = Bench::new(document);
        bench.theme = theme;
        bench.desk.dialog.clone_from(&dialog);
        let mut harness = open_drawn(bench, size, panel);
        let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("panel-pictures");
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        let picture = harness.render().expect("a picture");
        picture
            .save(folder.join(format!("{name}-{theme:?}.png")))
            .expect("the picture is written");
    }
}

#[test]
#[ignore = "draws pictures for people to look at"]
fn draw_the_panels() {
    let (_, ids, ties) = small();
    let narrow = [296.0, 980.0];
    save("inspector-nothing", narrow, inspector_ui, Selection::default());
    save(
        "inspector-actor",
        narrow,
        inspector_ui,
        Selection::of_actor(ids[0]),
    );
    save(
        "inspector-actors",
        narrow,
        inspector_ui,
        Selection::of_actors(ids),
    );
    save(
        "inspector-relation",
        narrow,
        inspector_ui,
        Selection::of_relation(ties[0]),
    );
    save("tray", narrow, tray_ui, Selection::of_actor(ids[0]));
    save("filters", narrow, filters_ui, Selection::default());
    let wide = [1300.0, 260.0];
    save("tables", wide, tables_ui, Selection::of_actors([ids[1]]));
    let roomy = [720.0, 640.0];
    let windows = [
        ("words-kinds", Dialog::Vocabulary(WordList::ActorKinds)),
        ("words-relations", Dialog::Vocabulary(WordList::RelationKinds)),
        ("words-sectors", Dialog::Vocabulary(WordList::Sectors)),
        ("properties", Dialog::Properties),
        ("find", Dialog::FindActor),
    ];
    for (name, dialog) in windows {
        save_with(name, roomy, dialogs_ui, Selection::default(), Some(dialog));
    }
}
