//! Groups of the analysis as the board shows them.

use crate::analysis::group_figures::{COMMUNITY, CORE, GroupFigures};
use crate::i18n::Texts;
use crate::model::{Constellation, Rgb};
use crate::scene::HullGroup;
use crate::told::cohesion::found_group_name;

/// The groups of a division, or the core, with their names and colours.
pub fn named_groups(
    figures: &GroupFigures,
    id: &str,
    constellation: &Constellation,
    texts: Texts,
) -> Vec<HullGroup> {
    let actors = &figures.snapshot.actors;
    if id == CORE {
        let Some(core) = &figures.core else {
            return Vec::new();
        };
        let members = actors.iter().zip(&core.is_core).filter(|(_, is_core)| **is_core);
        return vec![HullGroup {
            label: texts.t("groups-core"),
            members: members.map(|(actor, _)| *actor).collect(),
            colour: None,
        }];
    }
    let Some(division) = figures.division(id) else {
        return Vec::new();
    };
    let groups = (0u32..).zip(&division.partition.groups);
    groups
        .map(|(group, name)| HullGroup {
            label: if id == COMMUNITY {
                found_group_name(figures, group, texts)
            } else {
                name.clone()
            },
            members: (0..actors.len())
                .filter(|&v| division.partition.of(v).contains(&group))
                .map(|v| actors[v])
                .collect(),
            colour: sector_colour(constellation, id, name),
        })
        .collect()
}

/// Sectors have a colour of their own everywhere.
fn sector_colour(constellation: &Constellation, id: &str, name: &str) -> Option<Rgb> {
    let sectors = &constellation.vocabulary.sectors;
    let sector = sectors.iter().find(|sector| sector.label == name)?;
    (id == "sector").then_some(sector.colour)
}
