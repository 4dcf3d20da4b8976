//! How sure a place in the list is: a sentence with counts, a small picture, and what it rests on.

use egui::{Label, RichText, Ui};
use egui_phosphor::regular as icon;

use super::parts::{explain_ui, lighting_ui, share_bar_ui, surroundings};
use crate::analysis::live::Live;
use crate::analysis::spanners::{Stability, Standing};
use crate::command::ProgramRequest;
use crate::i18n::Texts;
use crate::model::ActorId;
use crate::told::{Sureness, Varied, load_message, mediation_rows, why_not_thinned};
use crate::ui::widgets::{bold, remark_ui};
use crate::ui::{CertaintyView, FrameContext, Intents};

/// What is known of one candidate.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct CandidateCertainty {
    pub weightings: Option<Sureness>,
    pub unverified: Option<Sureness>,
    pub is_old: bool,
}

impl CandidateCertainty {
    pub fn of(view: &CertaintyView<'_>, actor: ActorId) -> Self {
        let Some((live, standing)) = view.standing else {
            return Self::default();
        };
        let at = live.snapshot.index_of(actor);
        let at = at.and_then(|at| u32::try_from(at).ok());
        let sureness = |varied, stability: &Stability| Sureness::of(varied, stability, &live.ranks, at?);
        let unverified = standing.unverified.as_ref();
        Self {
            weightings: sureness(Varied::Weightings, &standing.weightings),
            unverified: unverified.and_then(|stability| sureness(Varied::Unverified, stability)),
            is_old: !view.standing_is_current,
        }
    }

    /// How sure it is as a whole: no surer than what it rests on least firmly.
    pub fn weakest(&self) -> Option<Sureness> {
        [self.weightings, self.unverified]
            .into_iter()
            .flatten()
            .min_by(|a, b| a.share.total_cmp(&b.share))
    }
}

/// How far the computation is, with a way to stop it or to start it again; when it is done, what was
/// computed. Always one line: what stands below must not jump while somebody aims at it.
pub fn progress_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let certainty = &context.certainty;
    ui.horizontal(|ui| {
        ui.set_min_height(ui.spacing().interact_size.y);
        if let Some(share) = certainty.progress {
            share_bar_ui(ui, context, f64::from(share), None, true);
            let values = [("percent", ((share * 100.0) as u32).into())];
            ui.label(RichText::new(context.texts.with("certainty-progress", &values)).weak());
            if ui.small_button(context.t("certainty-stop")).clicked() {
                out.push(ProgramRequest::RunCertainty(false));
            }
        } else if certainty.is_stopped && !certainty.evidence_is_current {
            if ui.small_button(context.t("certainty-start")).clicked() {
                out.push(ProgramRequest::RunCertainty(true));
            }
            let text = RichText::new(context.t("certainty-stopped")).weak().size(13.0);
            ui.add(Label::new(text).wrap());
        } else if let Some((_, standing)) = certainty.standing {
            let text = RichText::new(done_text(context.texts, standing))
                .weak()
                .size(13.0);
            ui.add(Label::new(text).wrap());
        }
    });
}

/// How often everything was computed.
fn done_text(texts: Texts, standing: &Standing) -> String {
    let count = |stability: &Stability| texts.count(u64::from(stability.runs));
    let weightings = count(&standing.weightings);
    match &standing.unverified {
        Some(unverified) => {
            let values = [
                ("weightings", weightings.into()),
                ("networks", count(unverified).into()),
            ];
            texts.with("certainty-done", &values)
        }
        None => texts.with("certainty-done-weightings", &[("weightings", weightings.into())]),
    }
}

/// The lead line of a candidate: a bar and one sentence.
pub fn lead_ui(ui: &mut Ui, context: &FrameContext<'_>, sure: &CandidateCertainty) {
    match sure.weakest() {
        Some(found) => sureness_ui(ui, context, &found, sure.is_old),
        None => {
            ui.label(RichText::new(context.t("certainty-waiting")).weak());
        }
    }
}

fn sureness_ui(ui: &mut Ui, context: &FrameContext<'_>, sure: &Sureness, is_old: bool) {
    let text = sure.message().text(context.texts);
    picture_and_text_ui(ui, context, sure.share, None, &text, is_old);
}

fn picture_and_text_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    share: f64,
    mark: Option<f64>,
    text: &str,
    is_old: bool,
) {
    ui.horizontal_top(|ui| {
        share_bar_ui(ui, context, share, mark, is_old);
        let shown = if is_old {
            RichText::new(format!("{}  {text}", icon::HOURGLASS)).weak()
        } else {
            RichText::new(text)
        };
        let response = ui.add(Label::new(shown.size(13.0)).wrap());
        if is_old {
            response.on_hover_text(context.t("certainty-old"));
        }
    });
}

/// A heading within the card, with the way to the definition.
fn part_ui(ui: &mut Ui, context: &FrameContext<'_>, key: &str, measure: &'static str, out: &mut Intents) {
    ui.add_space(2.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.label(bold(context.t(key)).size(13.0));
        explain_ui(ui, context, measure, out);
    });
}

/// All that is known of how sure one candidate is.
pub fn details_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    live: &Live,
    actor: ActorId,
    sure: &CandidateCertainty,
    out: &mut Intents,
) {
    part_ui(ui, context, "certainty-if-weighed", "stability_weightings", out);
    match &sure.weightings {
        Some(found) => sureness_ui(ui, context, found, sure.is_old),
        None => waiting_ui(ui, context),
    }
    part_ui(ui, context, "certainty-if-assumed", "stability_unverified", out);
    match (&sure.unverified, context.certainty.evidence) {
        (Some(found), _) => sureness_ui(ui, context, found, sure.is_old),
        (None, Some((_, evidence))) if context.certainty.evidence_is_current => {
            match why_not_thinned(&evidence.thinned) {
                Some(why) => {
                    remark_ui(ui, &why.text(context.texts));
                }
                None => waiting_ui(ui, context),
            }
        }
        _ => waiting_ui(ui, context),
    }
    part_ui(ui, context, "certainty-if-chance", "mediation_p", out);
    mediation_ui(ui, context, actor);
    part_ui(ui, context, "certainty-load", "spanner_load", out);
    load_ui(ui, context, live, actor, out);
}

fn waiting_ui(ui: &mut Ui, context: &FrameContext<'_>) {
    let key = if context.certainty.is_stopped {
        "certainty-stopped"
    } else {
        "certainty-waiting"
    };
    remark_ui(ui, &context.t(key));
}

fn mediation_ui(ui: &mut Ui, context: &FrameContext<'_>, actor: ActorId) {
    let certainty = &context.certainty;
    let found = certainty.evidence.and_then(|(live, evidence)| {
        let at = live.snapshot.index_of(actor)?;
        Some(mediation_rows(&live.figures, evidence, at))
    });
    let rows = found.unwrap_or_default();
    if rows.is_empty() {
        if certainty.evidence_is_current {
            remark_ui(ui, &context.t("certainty-no-mediation"));
        } else {
            waiting_ui(ui, context);
        }
        return;
    }
    for row in &rows {
        let text = row.message().text(context.texts);
        let is_old = !certainty.evidence_is_current;
        picture_and_text_ui(ui, context, row.observed, Some(row.by_chance), &text, is_old);
    }
    remark_ui(ui, &context.t("certainty-mark"));
}

/// The load, as it is now, beside that of the others.
fn load_ui(ui: &mut Ui, context: &FrameContext<'_>, live: &Live, actor: ActorId, out: &mut Intents) {
    let Some(at) = live.snapshot.index_of(actor) else {
        return;
    };
    let text = load_message(&live.load, at).text(context.texts);
    let at = u32::try_from(at).unwrap_or(u32::MAX);
    lighting_ui(ui, context, &text, || surroundings(live, [at]), out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    fn sureness(varied: Varied, share: f64) -> Sureness {
        Sureness {
            varied,
            share,
            top: 5,
            runs: 1000,
        }
    }

    #[test]
    fn a_candidate_is_as_sure_as_its_least_firm_ground() {
        let certainty = CandidateCertainty {
            weightings: Some(sureness(Varied::Weightings, 0.93)),
            unverified: Some(sureness(Varied::Unverified, 0.4)),
            is_old: false,
        };
        assert_eq!(certainty.weakest().map(|it| it.varied), Some(Varied::Unverified));
        assert_eq!(CandidateCertainty::default().weakest(), None);
    }

    #[test]
    fn the_words_fit_the_share_and_carry_the_counts() {
        let nl = |share| {
            sureness(Varied::Weightings, share)
                .message()
                .text(Texts::new(Language::Nl))
        };
        assert_eq!(
            nl(0.934),
            "Vrijwel altijd bij de eerste 5: in 93% van 1.000 wegingen"
        );
        assert_eq!(nl(1.0), "Altijd bij de eerste 5: in alle 1.000 wegingen");
        assert_eq!(nl(0.0), "Nooit bij de eerste 5: in geen van 1.000 wegingen");
        let one = Sureness {
            top: 1,
            ..sureness(Varied::Unverified, 0.004)
        };
        assert_eq!(
            one.message().text(Texts::new(Language::En)),
            "Seldom in first place: in less than 1% of 1,000 networks that lack some assumed relations"
        );
    }
}
