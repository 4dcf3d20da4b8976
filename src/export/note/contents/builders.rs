//! Who builds bridges, with how sure that is, and where a bridge is missing.

use super::{NoteInput, written};
use crate::analysis::spanners::{Candidate, NewRelations, Standing};
use crate::export::note::blocks::NoteBlock;
use crate::i18n::Message;
use crate::model::ActorId;
use crate::told::{self, BEST_OF, best_rows, dimension, dimension_name, load_message, note, whole_team};

/// Candidates that are told, those who share the last place too.
const FIRST: u32 = 5;
/// Nor more than this: in a network of equals everybody shares it.
const MOST: usize = 10;
/// Groups with their best, and members of a team, that are told.
const MOST_OF_LIST: usize = 50;
/// Pairs of groups per dimension.
const PAIRS: usize = 5;

pub fn builders(input: &NoteInput<'_>) -> Vec<NoteBlock> {
    let certainty = &input.figures.certainty;
    let Some(standing) = &certainty.standing else {
        return vec![input.text("spanners-none")];
    };
    let mut blocks = vec![input.text("spanners-lead")];
    let first = certainty.candidates().iter().filter(|it| it.rank <= FIRST);
    for candidate in first.take(MOST) {
        of_candidate(input, candidate, &mut blocks);
    }
    best(input, standing, &mut blocks);
    team(input, standing, &mut blocks);
    blocks.push(input.text("spanners-caution"));
    blocks
}

fn of_candidate(input: &NoteInput<'_>, candidate: &Candidate, blocks: &mut Vec<NoteBlock>) {
    let (live, at) = (&input.figures.live, candidate.actor as usize);
    let placed = Message::new("best-candidate")
        .with("rank", candidate.rank)
        .with("name", input.node(at));
    blocks.push(NoteBlock::heading(&input.say(&placed)));
    let reasons: Vec<Message> = live.reasons_of(at).iter().map(told::reason).collect();
    blocks.push(input.list(&reasons));
    blocks.push(input.text("spanners-open-certainty"));
    let mut sure = input.figures.certainty.messages(live, candidate.actor);
    sure.push(load_message(&live.load, at));
    blocks.push(input.list(&sure));
    of_people(input, live.snapshot.actors[at], blocks);
}

/// What people answered on the card of a candidate.
fn of_people(input: &NoteInput<'_>, actor: ActorId, blocks: &mut Vec<NoteBlock>) {
    let card = input.constellation.actor(actor).map(|actor| &actor.card);
    let Some(card) = card.filter(|card| !card.is_empty()) else {
        return;
    };
    blocks.push(input.text("note-card"));
    let answers = told::card::answers(card);
    if !answers.is_empty() {
        blocks.push(input.list(&answers));
    }
    blocks.extend(written(&card.note));
}

fn best(input: &NoteInput<'_>, standing: &Standing, blocks: &mut Vec<NoteBlock>) {
    let (live, texts) = (&input.figures.live, input.texts);
    for one in &live.snapshot.dimensions {
        let key = match BEST_OF.iter().position(|id| *id == one.id) {
            Some(0) => "best-title-region",
            Some(_) => "best-title-level",
            None => continue,
        };
        let rows = best_rows(&one.partition, &standing.ranking);
        blocks.push(NoteBlock::heading(
            &texts.with(key, &[("count", rows.len().into())]),
        ));
        let more = note::more_rows(rows.len().saturating_sub(MOST_OF_LIST));
        blocks.push(NoteBlock::list(rows.into_iter().take(MOST_OF_LIST).map(|row| {
            let candidate = |&at: &u32| {
                let placed = Message::new("best-candidate")
                    .with("rank", row.rank)
                    .with("name", input.node(at as usize));
                input.say(&placed)
            };
            let names: Vec<String> = row.candidates.iter().map(candidate).collect();
            let names = if names.is_empty() {
                texts.t("best-nobody")
            } else {
                names.join("; ")
            };
            let fact = Message::new("note-fact")
                .with("name", row.group)
                .with("value", names);
            input.say(&fact)
        })));
        blocks.extend(more.map(|more| input.sentence(&more)));
    }
}

fn team(input: &NoteInput<'_>, standing: &Standing, blocks: &mut Vec<NoteBlock>) {
    let team = whole_team(&input.figures.live.snapshot, standing);
    let title = Message::new("team-title").with("count", team.members.len());
    blocks.push(NoteBlock::heading(&input.say(&title)));
    let lead = [team.lead()].into_iter().chain(team.remarks());
    let lead: Vec<String> = lead.map(|one| input.say(&one)).collect();
    blocks.push(NoteBlock::paragraph(&lead.join(" ")));
    blocks.push(NoteBlock::list(team.members.iter().take(MOST_OF_LIST).map(
        |member| {
            let fact = Message::new("note-fact")
                .with("name", input.node(member.at as usize))
                .with("value", member.message());
            input.say(&fact)
        },
    )));
    let more = note::more_rows(team.members.len().saturating_sub(MOST_OF_LIST));
    blocks.extend(more.map(|more| input.sentence(&more)));
}

pub fn missing(input: &NoteInput<'_>) -> Vec<NoteBlock> {
    let live = &input.figures.live;
    let Some(evidence) = &input.figures.certainty.evidence else {
        return Vec::new();
    };
    let mut blocks = vec![input.text("note-missing-lead")];
    if live.snapshot.joins_only_tables() {
        blocks.push(input.text("missing-two-mode"));
    }
    for (at, one) in live.snapshot.dimensions.iter().enumerate() {
        blocks.push(NoteBlock::heading(&dimension_name(input.texts, &one.id)));
        let found = told::missing_pairs(&live.snapshot, at, &evidence.missing_links[at], PAIRS);
        let links: Vec<Message> = found.links.into_iter().map(|(_, message)| message).collect();
        if !links.is_empty() {
            blocks.push(input.list(&links));
        }
        blocks.extend(found.remark.map(|remark| input.sentence(&remark)));
        if let Some(relations) = &evidence.new_relations[at] {
            new_relations(input, &one.id, relations, &mut blocks);
        }
    }
    blocks
}

fn new_relations(input: &NoteInput<'_>, id: &str, found: &NewRelations, blocks: &mut Vec<NoteBlock>) {
    let better = found.best.iter().filter(|relation| relation.shortened > 0);
    let better: Vec<Message> = better
        .map(|relation| {
            let ends = Message::new("missing-between")
                .with("a", input.node(relation.a as usize))
                .with("b", input.node(relation.b as usize));
            Message::new("note-fact")
                .with("name", ends)
                .with("value", told::new_relation(relation))
        })
        .collect();
    if !better.is_empty() {
        let title = Message::new("note-new-relations").with("dimension", dimension(id));
        blocks.push(input.sentence(&title));
        blocks.push(input.list(&better));
    }
}
