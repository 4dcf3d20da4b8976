//! What is missing: pairs of groups with far fewer ties than expected, and the single new relations that
//! would bring groups closest.

use std::collections::BTreeSet;

use egui::{Id, RichText, Ui};
use egui_phosphor::regular as icon;

use super::parts::{dimension_choice_ui, explain_ui, lighting_ui, lit_actors};
use crate::analysis::live::Live;
use crate::analysis::spanners::{Evidence, MissingLink, MissingRelation};
use crate::command::{Edit, Look};
use crate::i18n::shown;
use crate::model::{ActorId, Constellation, RelationStatus};
use crate::scene::Highlight;
use crate::told;
use crate::ui::widgets::{bold, key_beyond_places, made_once, remark_ui, section_ui};
use crate::ui::{FrameContext, Intents};

/// Pairs of groups in sight; a list of every pair would be a wall.
const PAIRS: usize = 5;

/// A relation that could be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    pub source: ActorId,
    pub target: ActorId,
    pub names: [String; 2],
    pub found: MissingRelation,
    /// Somebody wished for it already.
    pub is_wished: bool,
}

/// The pairs between which somebody wishes for a relation, the lower id first.
type WishedPairs = BTreeSet<[ActorId; 2]>;

fn wished_pairs(constellation: &Constellation) -> WishedPairs {
    let relations = constellation.relations.values();
    let wished = relations.filter(|relation| relation.status == RelationStatus::Wished);
    wished
        .map(|relation| in_order([relation.source, relation.target]))
        .collect()
}

fn in_order([one, other]: [ActorId; 2]) -> [ActorId; 2] {
    [one.min(other), one.max(other)]
}

/// The new relations of a dimension whose two actors are still there, the best first.
pub fn proposals(
    constellation: &Constellation,
    wished: &WishedPairs,
    live: &Live,
    found: &[MissingRelation],
) -> Vec<Proposal> {
    let proposal = |relation: &MissingRelation| {
        let ends = [relation.a, relation.b].map(|at| live.snapshot.actors[at as usize]);
        let name = |id: ActorId| {
            constellation
                .actor(id)
                .map(|actor| shown(&actor.label).into_owned())
        };
        Some(Proposal {
            source: ends[0],
            target: ends[1],
            names: [name(ends[0])?, name(ends[1])?],
            found: *relation,
            is_wished: wished.contains(&in_order(ends)),
        })
    };
    found.iter().filter_map(proposal).collect()
}

pub fn missing_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let Some((live, evidence)) = context.certainty.evidence else {
        section_ui(
            ui,
            "spanner-missing",
            context.t("missing-title-waiting"),
            false,
            |ui| {
                super::certainty::progress_ui(ui, context, out);
            },
        );
        return;
    };
    let chosen = context.lens.missing_dimension.as_ref();
    let at = live
        .figures
        .iter()
        .position(|figures| Some(&figures.id) == chosen)
        .unwrap_or(0);
    let count = evidence.missing_links.get(at).map_or(0, Vec::len);
    let mut title = context.texts.with("missing-title", &[("count", count.into())]);
    if !context.certainty.evidence_is_current {
        title = format!("{}  {title}", icon::HOURGLASS);
    }
    section_ui(ui, "spanner-missing", title, false, |ui| {
        dimension_choice_ui(
            ui,
            context,
            "missing-dimension",
            live,
            chosen,
            None,
            |dimension| out.push(Look::MissingDimension(dimension)),
        );
        pairs_ui(ui, context, live, evidence, at, out);
        relations_ui(ui, context, live, evidence, at, out);
    });
}

fn part_ui(ui: &mut Ui, context: &FrameContext<'_>, key: &str, id: &'static str, out: &mut Intents) {
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.label(bold(context.t(key)));
        explain_ui(ui, context, id, out);
    });
}

fn pairs_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    live: &Live,
    evidence: &Evidence,
    dimension: usize,
    out: &mut Intents,
) {
    part_ui(ui, context, "missing-pairs", "missing_link", out);
    if live.snapshot.joins_only_tables() {
        remark_ui(ui, &context.t("missing-two-mode"));
    }
    let pairs = evidence
        .missing_links
        .get(dimension)
        .map_or(&[][..], Vec::as_slice);
    let missing = told::missing_pairs(&live.snapshot, dimension, pairs, PAIRS);
    for (link, message) in missing.links {
        let text = message.text(context.texts);
        lighting_ui(ui, context, &text, || both_groups(live, dimension, link), out);
    }
    if let Some(remark) = missing.remark {
        remark_ui(ui, &remark.text(context.texts));
    }
}

/// Everybody of the two groups.
fn both_groups(live: &Live, dimension: usize, link: &MissingLink) -> Highlight {
    let partition = &live.snapshot.dimensions[dimension].partition;
    let is_in = |at: &u32| {
        let own = partition.of(*at as usize);
        own.contains(&link.a) || own.contains(&link.b)
    };
    lit_actors(live, (0u32..).take(partition.len()).filter(is_in))
}

fn relations_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    live: &Live,
    evidence: &Evidence,
    dimension: usize,
    out: &mut Intents,
) {
    part_ui(ui, context, "missing-relations", "new_relation_gain", out);
    let Some(Some(found)) = evidence.new_relations.get(dimension) else {
        remark_ui(ui, &context.t("missing-too-large"));
        return;
    };
    let helpful: Vec<MissingRelation> = found
        .best
        .iter()
        .copied()
        .filter(|relation| relation.shortened > 0)
        .collect();
    let constellation = context.constellation();
    let from = key_beyond_places(context.document);
    let wished = made_once(ui.ctx(), Id::new("wished-pairs"), from, || {
        wished_pairs(constellation)
    });
    let proposals = proposals(constellation, &wished, live, &helpful);
    if proposals.is_empty() {
        remark_ui(ui, &context.t("missing-no-relations"));
    }
    for proposal in &proposals {
        proposal_ui(ui, context, proposal, out);
    }
    if found.evaluated < found.possible {
        let values = [
            ("evaluated", context.texts.count(found.evaluated as u64).into()),
            ("possible", context.texts.count(found.possible as u64).into()),
        ];
        remark_ui(ui, &context.texts.with("missing-some-evaluated", &values));
    }
}

fn proposal_ui(ui: &mut Ui, context: &FrameContext<'_>, proposal: &Proposal, out: &mut Intents) {
    let texts = context.texts;
    let [a, b] = &proposal.names;
    let values = [("a", a.clone().into()), ("b", b.clone().into())];
    egui::Frame::group(ui.style()).inner_margin(8).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let ends = texts.with("missing-between", &values);
        let light = || Highlight {
            actors: [proposal.source, proposal.target].into(),
            relations: std::collections::BTreeSet::new(),
        };
        lighting_ui(ui, context, &ends, light, out);
        let effect = told::new_relation(&proposal.found).text(texts);
        ui.add(egui::Label::new(RichText::new(effect).weak().size(13.0)).wrap());
        if proposal.is_wished {
            remark_ui(ui, &texts.t("missing-is-wished"));
            return;
        }
        let response = ui.button(texts.t("missing-draw"));
        let name = texts.with("missing-draw-between", &values);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &name));
        if response.on_hover_text(name).clicked() {
            out.push(Edit::AddWishedRelation {
                source: proposal.source,
                target: proposal.target,
            });
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Control;
    use crate::analysis::live::live;
    use crate::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
    use crate::edit::operations::{self as op, NewRelation as NewTie};
    use crate::edit::testing::{document_of, relate};
    use crate::edit::{ActorField, Document};

    #[test]
    fn a_proposal_that_somebody_wished_for_says_so_and_one_of_a_gone_actor_is_left_out() {
        let (mut document, ids) = document_of(["a", "b", "c", "d"]);
        for (half, sector) in ids.chunks(2).zip(["overheid", "ondernemers"]) {
            op::edit_actors(
                &mut document,
                half,
                &ActorField::Sector(Some(sector.into())).into(),
            )
            .unwrap();
        }
        relate(&mut document, ids[0], ids[1], "samenwerking");
        relate(&mut document, ids[2], ids[3], "samenwerking");
        let settings = AnalysisSettings::default();
        let snapshot = Snapshot::build(document.constellation(), &settings, Visible::ALL).unwrap();
        let control = Control::new();
        let live = live(snapshot, &control).unwrap();
        let evidence = live.evidence(&control).unwrap();
        let best = &evidence.new_relations[0].as_ref().unwrap().best;
        let proposals = |document: &Document| {
            let constellation = document.constellation();
            proposals(constellation, &wished_pairs(constellation), &live, best)
        };
        let found = proposals(&document);
        assert_eq!(found.len(), 4, "every pair of the two sectors");
        assert!(found.iter().all(|one| !one.is_wished && one.found.connected == 4));

        let wish = NewTie {
            source: found[0].target,
            target: found[0].source,
            kind: "samenwerking".into(),
            weight: 1.0,
        };
        op::add_wished_relation(&mut document, wish).unwrap();
        let again = proposals(&document);
        let wished: Vec<bool> = again.iter().map(|one| one.is_wished).collect();
        assert_eq!(wished, [true, false, false, false], "in either direction");

        let gone = crate::edit::Selection::of_actor(ids[3]);
        op::delete(&mut document, &gone, crate::edit::Label::Delete).unwrap();
        assert_eq!(proposals(&document).len(), 2);
    }
}
