//! Kind, sector, level, region, domains and organisation of actors.

use egui::{ComboBox, Id, Key, PopupCloseBehavior, TextEdit, Ui};

use super::data::ActorsData;
use crate::command::{Edit, Look};
use crate::edit::ActorField;
use crate::edit::operations::{ActorEdit, WordList};
use crate::i18n::shown;
use crate::model::{ActorId, Constellation};
use crate::ui::panels::order::fold;
use crate::ui::panels::words;
use crate::ui::widgets::{
    Choice, ChoiceField, Picked, Share, SharedValue, button_width, chip_ui, choice_ui, forget_standing,
    key_beyond_places, made_once, option_ui, remark_ui, row_ui, sign_button_ui, within_ui,
};
use crate::ui::{FrameContext, Intents};

/// At most this many names are offered under a search field: nobody reads more.
const MOST_NAMES: usize = 40;

pub fn describe_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &ActorsData<'_>, out: &mut Intents) {
    let texts = context.texts;
    let vocabulary = &context.constellation().vocabulary;
    let ids = &data.ids;
    let picked = word_row_ui(ui, context, "field-kind", ids, &data.kind, || {
        words::actor_kinds(texts, vocabulary)
    });
    words::send_for_actors(
        ui.ctx(),
        out,
        vocabulary,
        WordList::ActorKinds,
        ids,
        picked,
        ActorField::Kind,
    );
    let picked = word_row_ui(ui, context, "field-sector", ids, &data.sector, || {
        words::sectors(texts, vocabulary)
    });
    words::send_for_actors(
        ui.ctx(),
        out,
        vocabulary,
        WordList::Sectors,
        ids,
        picked,
        ActorField::Sector,
    );
    let picked = word_row_ui(ui, context, "field-level", ids, &data.level, || {
        words::levels(texts, vocabulary)
    });
    words::send_for_actors(
        ui.ctx(),
        out,
        vocabulary,
        WordList::Levels,
        ids,
        picked,
        ActorField::Level,
    );
    let picked = word_row_ui(ui, context, "field-region", ids, &data.region, || {
        words::regions(texts, vocabulary)
    });
    words::send_for_actors(
        ui.ctx(),
        out,
        vocabulary,
        WordList::Regions,
        ids,
        picked,
        ActorField::Region,
    );
    row_ui(ui, &context.t("field-organisation"), |ui, label| {
        organisation_ui(ui, context, label, data, out);
    });
    domains_ui(ui, context, data, out);
}

fn word_row_ui<I: Clone + PartialEq>(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    key: &str,
    ids: &[ActorId],
    current: &SharedValue<&Option<I>>,
    choices: impl Fn() -> Vec<Choice<Option<I>>>,
) -> Option<Picked<Option<I>>> {
    row_ui(ui, &context.t(key), |ui, label| {
        let field = ChoiceField::new(Id::new((key, ids)), label).with_new_word();
        let current = words::owned(current);
        let (text, symbol) = match &current {
            SharedValue::Same(id) => words::word_of(&choices(), id),
            SharedValue::Mixed => Default::default(),
        };
        choice_ui(ui, context.texts, &field, &current, &text, &symbol, choices)
    })
}

fn domains_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &ActorsData<'_>, out: &mut Intents) {
    let name = context.t("field-domains");
    ui.label(egui::RichText::new(&name).weak());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for (id, label, share) in &data.domains {
            if chip_ui(ui, &shown(label), *share).clicked() {
                let edit = match share {
                    Share::All => ActorEdit::RemoveDomain((*id).clone()),
                    Share::Some | Share::None => ActorEdit::AddDomain((*id).clone()),
                };
                out.push(Edit::EditActors(data.ids.clone(), edit));
            }
        }
        new_domain_ui(ui, context, data, out);
    });
}

fn new_domain_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &ActorsData<'_>, out: &mut Intents) {
    let key = Id::new(("new-domain", &data.ids));
    let mut text: String = ui.data(|store| store.get_temp(key)).unwrap_or_default();
    let name = context.t("inspector-new-domain");
    let response = ui.add(
        TextEdit::singleline(&mut text)
            .id(key.with("field"))
            .hint_text(name.as_str())
            .desired_width(110.0),
    );
    ui.ctx()
        .accesskit_node_builder(response.id, |builder| builder.set_label(name.as_str()));
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let (vocabulary, list) = (&context.constellation().vocabulary, WordList::Domains);
    let intent = |id: &str| Edit::EditActors(data.ids.clone(), ActorEdit::AddDomain(id.into()));
    if is_entered && !text.trim().is_empty() {
        words::send_new_word(out, vocabulary, list, text.trim(), intent);
        text.clear();
    }
    match text.trim() {
        "" => forget_standing(ui.ctx(), key),
        word => words::note_new_word(ui.ctx(), key, vocabulary, list, word, intent),
    }
    ui.data_mut(|store| store.insert_temp(key, text));
}

/// Whose name contains what is searched for, by the order of ids; the actors themselves left out.
pub fn matching_names(constellation: &Constellation, search: &str, without: &[ActorId]) -> Vec<ActorId> {
    let wanted = fold(search.trim());
    constellation
        .actors
        .values()
        .filter(|actor| !without.contains(&actor.id) && fold(&actor.label).contains(&wanted))
        .map(|actor| actor.id)
        .take(MOST_NAMES)
        .collect()
}

fn organisation_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    label: Id,
    data: &ActorsData<'_>,
    out: &mut Intents,
) {
    let constellation = context.constellation();
    let current = data.organisation.same().flatten();
    let shown = match data.organisation {
        SharedValue::Mixed => context.t("value-mixed"),
        SharedValue::Same(None) => context.t("value-none"),
        SharedValue::Same(Some(id)) => name_of(constellation, id),
    };
    let kept_free = current.map_or(0.0, |_| button_width(ui, "→"));
    let width = ui.available_width() - kept_free;
    within_ui(ui, width, |ui| {
        let combo = ComboBox::from_id_salt(Id::new(("organisation", &data.ids)))
            .selected_text(shown)
            .width(ui.available_width())
            .truncate()
            .height(320.0)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show_ui(ui, |ui| organisation_list_ui(ui, context, data, out));
        combo.response.labelled_by(label);
    });
    if let Some(id) = current
        && sign_button_ui(ui, "→", &context.t("organisation-select")).clicked()
    {
        out.push(Look::Reveal(crate::edit::Selection::of_actor(id)));
    }
}

fn organisation_list_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &ActorsData<'_>, out: &mut Intents) {
    let key = Id::new("organisation-search-text");
    let mut search: String = ui.data(|store| store.get_temp(key)).unwrap_or_default();
    let name = context.t("organisation-search");
    let response = ui.add(
        TextEdit::singleline(&mut search)
            .id(key.with("field"))
            .hint_text(name.as_str())
            .desired_width(170.0),
    );
    ui.ctx()
        .accesskit_node_builder(response.id, |builder| builder.set_label(name.as_str()));
    let mut picked = None;
    if option_ui(
        ui,
        data.organisation == SharedValue::Same(None),
        context.t("value-none"),
    )
    .clicked()
    {
        picked = Some(None);
    }
    let constellation = context.constellation();
    let from = (
        key_beyond_places(context.document),
        search.clone(),
        data.ids.clone(),
    );
    let names = made_once(ui.ctx(), key.with("found"), from, || {
        matching_names(constellation, &search, &data.ids)
    });
    for id in names.iter() {
        let is_current = data.organisation == SharedValue::Same(Some(*id));
        if option_ui(ui, is_current, name_of(constellation, *id)).clicked() {
            picked = Some(Some(*id));
        }
    }
    if names.is_empty() {
        remark_ui(ui, &context.t("search-nothing"));
    }
    if let Some(organisation) = picked {
        if data.organisation != SharedValue::Same(organisation) {
            out.push(Edit::EditActors(
                data.ids.clone(),
                ActorField::Organisation(organisation).into(),
            ));
        }
        search.clear();
        ui.close();
    }
    ui.data_mut(|store| store.insert_temp(key, search));
}

fn name_of(constellation: &Constellation, id: ActorId) -> String {
    constellation
        .actor(id)
        .map(|actor| shown(&actor.label).into_owned())
        .unwrap_or_default()
}
