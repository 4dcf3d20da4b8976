//! Which groups the ties show, which way relations lean, and what the network hangs together by.

use super::NoteInput;
use crate::analysis::group_figures::COMMUNITY;
use crate::export::note::blocks::NoteBlock;
use crate::i18n::Message;
use crate::told::{self, cohesion, dimension, groups as leaning, note};

/// Groups, cut points and bridges that are named.
const MOST: usize = 20;

pub fn groups(input: &NoteInput<'_>) -> Vec<NoteBlock> {
    let figures = &input.figures.groups;
    if figures.snapshot.network.pairs.is_empty() {
        return Vec::new();
    }
    let mut blocks = Vec::new();
    title(input, "groups-found-title", &mut blocks);
    found(input, &mut blocks);
    title(input, "groups-inward-title", &mut blocks);
    inward(input, &mut blocks);
    title(input, "groups-cuts-title", &mut blocks);
    cuts(input, &mut blocks);
    title(input, "groups-core-title", &mut blocks);
    blocks.push(match &figures.core {
        Some(core) => {
            let actors = figures.snapshot.network.n;
            input.sentence(&cohesion::core(core.fit, core.size, actors))
        }
        None => input.text("core-none"),
    });
    if let Some(core) = &figures.core {
        let members = (0..core.is_core.len()).filter(|&v| core.is_core[v]);
        let members: Vec<String> = members.map(|v| input.node(v)).collect();
        let named = Message::new("note-group-members")
            .with("group", Message::new("groups-core"))
            .with("names", note::names(&members));
        blocks.push(input.sentence(&named));
    }
    blocks
}

fn title(input: &NoteInput<'_>, key: &str, blocks: &mut Vec<NoteBlock>) {
    blocks.push(NoteBlock::heading(&input.texts.t(key)));
}

fn found(input: &NoteInput<'_>, blocks: &mut Vec<NoteBlock>) {
    let figures = &input.figures.groups;
    blocks.push(input.text("groups-found-lead"));
    let Some(division) = figures.division(COMMUNITY) else {
        blocks.push(input.text("groups-found-none"));
        return;
    };
    if let Some(modularity) = figures.communities.modularity {
        let counted = cohesion::communities(division.sizes.len(), modularity);
        blocks.push(input.sentence(&counted));
    }
    let groups = (0u32..).zip(&division.sizes).take(MOST).map(|(group, &size)| {
        let members = (0..division.partition.len()).filter(|&v| division.partition.of(v).contains(&group));
        let members: Vec<String> = members.map(|v| input.node(v)).collect();
        let name = cohesion::found_group_name(figures, group, input.texts);
        Message::new("note-group-members")
            .with("group", cohesion::community(name, size))
            .with("names", note::names(&members))
    });
    let groups: Vec<Message> = groups.collect();
    listed(input, &groups, division.sizes.len(), blocks);
    let alone = division.partition.len() - division.sizes.iter().sum::<u32>() as usize;
    blocks.extend(cohesion::in_no_community(alone).map(|it| input.sentence(&it)));
}

fn inward(input: &NoteInput<'_>, blocks: &mut Vec<NoteBlock>) {
    let figures = input.figures;
    let divisions = figures.groups.divisions.iter().filter(|one| one.id != COMMUNITY);
    let mut lines: Vec<String> = Vec::new();
    for (division, test) in divisions.zip(&figures.certainty.ei_tests) {
        let ties = &division.external_internal;
        let counts = leaning::inward_counts(ties.internal, ties.external);
        let sure = match test {
            Some(test) => leaning::inward(test),
            None => Message::new("inward-untested"),
        };
        let said = [counts, sure].map(|one| input.say(&one)).join(" ");
        let fact = Message::new("note-fact")
            .with("name", dimension(&division.id))
            .with("value", said);
        lines.push(input.say(&fact));
    }
    if lines.is_empty() {
        blocks.push(input.text("inward-none"));
    } else {
        blocks.push(NoteBlock::list(lines));
    }
}

fn cuts(input: &NoteInput<'_>, blocks: &mut Vec<NoteBlock>) {
    let figures = &input.figures.groups;
    let points = figures.cut_points();
    blocks.push(input.sentence(&told::cohesion::cut_points(points.len())));
    let named = points.iter().take(MOST);
    let named: Vec<Message> = named
        .map(|&(v, parts)| cohesion::cut_point(&input.node(v), parts.unsigned_abs()))
        .collect();
    listed(input, &named, points.len(), blocks);
    let bridges = figures.bridges();
    blocks.push(input.sentence(&cohesion::bridges(bridges.len())));
    let named = bridges.iter().take(MOST);
    let named: Vec<Message> = named
        .map(|(ends, _)| {
            let [a, b] = ends.map(|end| input.node(end));
            cohesion::bridge([&a, &b])
        })
        .collect();
    listed(input, &named, bridges.len(), blocks);
}

fn listed(input: &NoteInput<'_>, named: &[Message], all: usize, blocks: &mut Vec<NoteBlock>) {
    if !named.is_empty() {
        blocks.push(input.list(named));
    }
    blocks.extend(note::more_rows(all - named.len()).map(|more| input.sentence(&more)));
}
