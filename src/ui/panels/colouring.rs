//! What the pieces are coloured by: a list in the status line, always in sight.

use egui::{ComboBox, Id, Ui, WidgetInfo, WidgetType};

use crate::command::{Command, Edit, Look};
use crate::i18n::Texts;
use crate::model::{AttributeOf, Constellation};
use crate::scene::ColourBy;
use crate::ui::widgets::{key_beyond_places, made_once, option_ui};
use crate::ui::{FrameContext, Intents};

pub fn colouring_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let (constellation, chosen) = (context.constellation(), &context.lens.colour_by);
    let name = name_of_colouring(chosen, constellation, context.texts);
    let text = context.texts.with("colouring", &[("by", name.into())]);
    let hint = context.t("colouring-hint");
    let response = ComboBox::from_id_salt("colour-by")
        .selected_text(&text)
        .width(150.0)
        .height(520.0)
        .truncate()
        .show_ui(ui, |ui| list_ui(ui, context, out))
        .response;
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ComboBox, true, &hint));
    response.on_hover_text(format!("{hint}\n{text}"));
}

fn list_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let (constellation, chosen) = (context.constellation(), &context.lens.colour_by);
    let kept = constellation.board.colour_by.as_deref();
    let mut is_kept = kept.map(ColourBy::of_key).unwrap_or_default() == *chosen;
    // By sector is what every file opens with that says nothing.
    let can_change = kept.is_some() || *chosen != ColourBy::default();
    let keep = egui::Checkbox::new(&mut is_kept, context.t("colouring-keep"));
    if ui.add_enabled(can_change, keep).changed() {
        let mut board = constellation.board.clone();
        let kept = is_kept && *chosen != ColourBy::default();
        board.colour_by = kept.then(|| chosen.key().to_owned());
        out.push(Edit::SetBoard(Box::new(board)));
    }
    // Before a list that can be longer than the window: below it nobody would find this.
    if option_ui(ui, false, context.t("colouring-own")).clicked() {
        out.push(Command::OwnColours);
    }
    ui.separator();
    let document = context.document;
    let offered = made_once(
        ui.ctx(),
        Id::new("colours-offered"),
        key_beyond_places(document),
        || ColourBy::offered(constellation, &document.attributes(AttributeOf::Actors)),
    );
    for offered in offered.iter() {
        let name = name_of_colouring(offered, constellation, context.texts);
        if option_ui(ui, offered == chosen, &*name).clicked() {
            out.push(Look::ColourBy(offered.clone()));
        }
    }
}

/// As it is called in the list.
pub fn name_of_colouring(one: &ColourBy, constellation: &Constellation, texts: Texts) -> String {
    let key = match one {
        ColourBy::Level => "legend-levels",
        ColourBy::Kind => "legend-kinds",
        other => return other.caption(constellation).text(texts).into_owned(),
    };
    texts.t(key)
}
