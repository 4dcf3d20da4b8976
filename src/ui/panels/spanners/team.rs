//! The smallest team that together reaches every group.

use egui::{RichText, Ui};
use egui_phosphor::regular as icon;

use super::parts::{actor_ui, dimension_choice_ui, explain_ui, surroundings};
use crate::analysis::live::Live;
use crate::command::Look;
use crate::i18n::shown;
use crate::told::{TeamData, team_data};
use crate::ui::widgets::{remark_ui, section_ui};
use crate::ui::{FrameContext, Intents};

pub fn team_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let Some((live, standing)) = context.certainty.standing else {
        section_ui(ui, "spanner-team", context.t("team-title-waiting"), false, |ui| {
            remark_ui(ui, &context.t("analysis-waiting"));
        });
        return;
    };
    let chosen = context.lens.team_dimension.as_ref();
    let at = live
        .figures
        .iter()
        .position(|figures| Some(&figures.id) == chosen);
    let (team, dimensions) = match at.and_then(|at| Some((standing.teams.get(at)?, vec![at]))) {
        Some(found) => found,
        None => (&standing.whole_team, (0..live.figures.len()).collect()),
    };
    let partitions: Vec<_> = dimensions
        .into_iter()
        .map(|at| &live.snapshot.dimensions[at].partition)
        .collect();
    let data = team_data(&live.snapshot.network, &partitions, team);
    let title = context
        .texts
        .with("team-title", &[("count", data.members.len().into())]);
    section_ui(ui, "spanner-team", title, false, |ui| {
        ui.horizontal(|ui| {
            let all = context.t("team-all-dimensions");
            dimension_choice_ui(
                ui,
                context,
                "team-dimension",
                live,
                chosen,
                Some(all),
                |dimension| out.push(Look::TeamDimension(dimension)),
            );
            explain_ui(ui, context, "spanner_team", out);
        });
        data_ui(ui, context, live, &data, out);
    });
}

fn data_ui(ui: &mut Ui, context: &FrameContext<'_>, live: &Live, data: &TeamData, out: &mut Intents) {
    let texts = context.texts;
    let mut text = data.lead().text(texts);
    if !context.certainty.standing_is_current {
        text = format!("{}  {text}", icon::HOURGLASS);
    }
    ui.label(text);
    for remark in data.remarks() {
        remark_ui(ui, &remark.text(texts));
    }
    for member in &data.members {
        let label = &*shown(&live.snapshot.labels[member.at as usize]);
        actor_ui(ui, context, live, member.at, label, out);
        let adds = member.message().text(texts);
        ui.indent(("team-member", member.at), |ui| {
            ui.add(egui::Label::new(RichText::new(adds).weak().size(13.0)).wrap());
        });
    }
    let all = texts.with("team-light-up", &[("count", data.members.len().into())]);
    if ui.button(format!("{}  {all}", icon::LIGHTBULB)).clicked() {
        let members = data.members.iter().map(|member| member.at);
        out.push(Look::Highlight(Some(surroundings(live, members))));
    }
}
