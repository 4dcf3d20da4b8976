//! The smallest team that together reaches every group.

use std::collections::BTreeSet;

use egui::{RichText, Ui};
use egui_phosphor::regular as icon;

use super::parts::{actor_ui, dimension_choice_ui, explain_ui, surroundings};
use crate::analysis::live::Live;
use crate::analysis::spanners::Team;
use crate::command::Intent;
use crate::ui::state::ViewState;
use crate::ui::widgets::{remark_ui, section_ui};
use crate::ui::{FrameContext, Intents};

/// One of the team, with the groups nobody before it reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamMember {
    /// Position in the network.
    pub at: u32,
    pub adds: Vec<String>,
}

/// A team as it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamData {
    pub members: Vec<TeamMember>,
    /// Groups it reaches together.
    pub reached: usize,
    /// Names of groups no candidate reaches.
    pub unreached: Vec<String>,
    pub is_proven: bool,
}

/// What each member brings, in the order of the team. `dimensions`: those the team was sought for.
pub fn team_data(live: &Live, team: &Team, dimensions: &[usize]) -> TeamData {
    let partition = |dimension: usize| &live.snapshot.dimensions[dimension].partition;
    let mut reached: BTreeSet<(usize, u32)> = BTreeSet::new();
    let mut members = Vec::new();
    for &at in &team.members {
        let contacts = live.snapshot.network.under.neighbours(at as usize);
        let mut adds = Vec::new();
        for &dimension in dimensions {
            let mut groups: Vec<u32> = contacts
                .iter()
                .chain([&at])
                .flat_map(|&v| partition(dimension).of(v as usize))
                .copied()
                .collect();
            groups.sort_unstable();
            for group in groups {
                if reached.insert((dimension, group)) {
                    adds.push(partition(dimension).groups[group as usize].clone());
                }
            }
        }
        members.push(TeamMember { at, adds });
    }
    let unreached = team.unreached.iter().filter_map(|&(number, group)| {
        let groups = &partition(*dimensions.get(number)?).groups;
        groups.get(group as usize).cloned()
    });
    TeamData {
        members,
        reached: reached.len(),
        unreached: unreached.collect(),
        is_proven: team.is_proven_smallest,
    }
}

pub fn team_ui(ui: &mut Ui, context: &FrameContext<'_>, view: &mut ViewState, out: &mut Intents) {
    let Some((live, standing)) = context.certainty.standing else {
        section_ui(ui, "spanner-team", context.t("team-title-waiting"), false, |ui| {
            remark_ui(ui, &context.t("analysis-waiting"));
        });
        return;
    };
    let chosen = view.team_dimension.as_ref();
    let at = live
        .figures
        .iter()
        .position(|figures| Some(&figures.id) == chosen);
    let (team, dimensions) = match at.and_then(|at| Some((standing.teams.get(at)?, vec![at]))) {
        Some(found) => found,
        None => (&standing.whole_team, (0..live.figures.len()).collect()),
    };
    let data = team_data(live, team, &dimensions);
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
                &mut view.team_dimension,
                Some(all),
            );
            explain_ui(ui, context, view, "spanner_team");
        });
        data_ui(ui, context, live, &data, out);
    });
}

fn data_ui(ui: &mut Ui, context: &FrameContext<'_>, live: &Live, data: &TeamData, out: &mut Intents) {
    let texts = context.texts;
    let values = [
        ("count", data.members.len().into()),
        ("groups", data.reached.into()),
    ];
    let key = if data.unreached.is_empty() {
        "team-lead"
    } else {
        "team-lead-some"
    };
    let mut text = texts.with(key, &values);
    if !context.certainty.standing_is_current {
        text = format!("{}  {text}", icon::HOURGLASS);
    }
    ui.label(text);
    let key = if data.is_proven {
        "team-proven"
    } else {
        "team-not-proven"
    };
    remark_ui(ui, &texts.t(key));
    if !data.unreached.is_empty() {
        let values = [("groups", data.unreached.join(", ").into())];
        remark_ui(ui, &texts.with("team-unreached", &values));
    }
    for member in &data.members {
        let label = &live.snapshot.labels[member.at as usize];
        actor_ui(ui, context, live, member.at, label.as_str(), out);
        let values = [
            ("count", member.adds.len().into()),
            ("groups", member.adds.join(", ").into()),
        ];
        let adds = texts.with("team-adds", &values);
        ui.indent(("team-member", member.at), |ui| {
            ui.add(egui::Label::new(RichText::new(adds).weak().size(13.0)).wrap());
        });
    }
    let all = texts.with("team-light-up", &[("count", data.members.len().into())]);
    if ui.button(format!("{}  {all}", icon::LIGHTBULB)).clicked() {
        let members = data.members.iter().map(|member| member.at);
        out.push(Intent::SetHighlight(Some(surroundings(live, members))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::live::live;
    use crate::analysis::snapshot::{NamedPartition, Snapshot};
    use crate::analysis::spanners::SpannerWeights;
    use crate::analysis::{Control, Link, Network, Partition};

    #[test]
    fn each_member_is_told_with_what_nobody_before_it_reaches() {
        // Two stars: 0 reaches x, y and 3 reaches z; 6 is alone with its group w.
        let ends = [(0, 1), (0, 2), (3, 4), (3, 5)];
        let links: Vec<Link> = ends
            .map(|(source, target)| Link {
                source,
                target,
                weight: 1.0,
            })
            .into();
        let network = Network::from_links(7, false, &links).unwrap();
        let of = [0, 0, 1, 2, 2, 2, 3].map(Some);
        let groups = ["x", "y", "z", "w"].map(str::to_owned).into();
        let dimensions = vec![NamedPartition {
            id: "sector".to_owned(),
            partition: Partition::single(groups, &of),
        }];
        let snapshot = Snapshot::of_network(network, vec![false; 7], dimensions);
        let control = Control::new();
        let live = live(snapshot, &control).unwrap();
        let standing = live
            .standing(&SpannerWeights::equal(1), None, 3, &control)
            .unwrap();
        let data = team_data(&live, &standing.teams[0], &[0]);
        let adds: Vec<Vec<String>> = data.members.iter().map(|member| member.adds.clone()).collect();
        assert_eq!(adds, [vec!["x".to_owned(), "y".to_owned()], vec!["z".to_owned()]]);
        assert_eq!((data.reached, data.is_proven), (3, true));
        assert_eq!(data.unreached, ["w"], "who has no relations is no candidate");
    }
}
