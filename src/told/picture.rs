//! What is on a picture of the board, for who cannot see it: who, which relations, and what stands out at a glance.

use std::collections::BTreeMap;

use crate::i18n::{Arg, Message, shown_up_to};
use crate::model::{ActorId, Constellation, Info, RelationId, RelationStatus};

/// Whom and what a picture shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pictured {
    pub actors: Vec<ActorId>,
    pub relations: Vec<RelationId>,
}

/// Of a constellation, what is on a picture and what is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PictureCounts {
    pub actors: usize,
    pub relations: usize,
    /// Filters hide so many actors and relations.
    pub hidden: (usize, usize),
    /// So many have no place on the board.
    pub beside: usize,
    /// Of so many on the board only a part is on the picture.
    pub part_of: Option<usize>,
}

/// How many filters hide; `None` when they hide nothing.
pub fn hidden_on_picture(counts: PictureCounts) -> Option<Message> {
    let (actors, relations) = counts.hidden;
    let hidden = [("status-actors", actors), ("status-relations", relations)];
    let hidden = hidden.into_iter().filter(|(_, count)| *count > 0);
    let hidden: Vec<Message> = hidden
        .map(|(key, count)| Message::new(key).with("count", count))
        .collect();
    (!hidden.is_empty()).then(|| Message::new("picture-hidden").with("hidden", hidden))
}

/// What stands below a picture: when, where, over how many, and whose facts; what there is of it.
pub fn footer(info: &Info, counts: PictureCounts) -> Vec<Message> {
    let relations = Message::new("status-relations").with("count", counts.relations);
    let over = match counts.part_of {
        Some(all) => Message::new("picture-over-part")
            .with("count", counts.actors)
            .with("all", all)
            .with("relations", relations),
        None => Message::new("picture-over")
            .with(
                "actors",
                Message::new("status-actors").with("count", counts.actors),
            )
            .with("relations", relations),
    };
    let beside = Message::new("picture-beside").with("count", counts.beside);
    let beside = (counts.beside > 0).then_some(beside);
    let fact = |key, value: &str| {
        let value = value.trim();
        (!value.is_empty()).then(|| Message::new(key).with("text", &*shown_up_to(value, MOST_OF_FACT)))
    };
    [
        fact("picture-fact", &info.date),
        fact("picture-fact", &info.place),
        Some(over),
        hidden_on_picture(counts),
        beside,
        fact("picture-source", &info.source),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Why there is nothing to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NothingToDraw {
    NobodyOnBoard,
    AllHidden,
    NobodySelected,
    NobodyInSight,
}

impl NothingToDraw {
    /// Why, and what to do.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::NobodyOnBoard => "picture-nobody-on-board",
            Self::AllHidden => "picture-all-hidden",
            Self::NobodySelected => "picture-nobody-selected",
            Self::NobodyInSight => "picture-nobody-in-sight",
        })
    }
}

/// Letters of a fact below a picture.
const MOST_OF_FACT: usize = 160;
/// A letter that is in no font of the program, and in which text.
pub fn letter_without_font(letter: char, text: &str) -> Message {
    Message::new("picture-letter-without-font")
        .with("letter", letter.to_string())
        .with("text", text)
}

/// Of more actors than this nobody listens to all names: of each sector its number, and who has the most relations.
const MOST_NAMED: usize = 100;
/// Who has the most relations: so many are named.
const BUSIEST: usize = 3;

/// In the order in which somebody would tell it: how many, who by sector, who has the most relations and who has none,
/// and which relations are not simply there.
pub fn described(constellation: &Constellation, on_board: &Pictured) -> Vec<Message> {
    let counts = Message::new("picture-summary")
        .with("actors", on_board.actors.len())
        .with("relations", on_board.relations.len());
    let mut said = vec![counts];
    said.extend(by_sector(constellation, on_board));
    said.extend(busiest(constellation, on_board));
    said.extend(statuses(constellation, on_board));
    said
}

fn name(constellation: &Constellation, actor: ActorId) -> &str {
    constellation.actor(actor).map_or("", |actor| actor.label.trim())
}

fn named(constellation: &Constellation, actor: ActorId) -> Message {
    match name(constellation, actor) {
        "" => Message::new("board-nameless"),
        name => Message::new("picture-name").with("name", name),
    }
}

/// Who of each sector, in the order of the vocabulary; of a large board how many.
fn by_sector(constellation: &Constellation, on_board: &Pictured) -> Vec<Message> {
    let sectors = &constellation.vocabulary.sectors;
    // After the last of them who has none, or one that is no word.
    let mut members: Vec<Vec<ActorId>> = vec![Vec::new(); sectors.len() + 1];
    for &id in &on_board.actors {
        let sector = constellation.actor(id).and_then(|actor| actor.sector.as_ref());
        let at = sectors.iter().position(|one| Some(&one.id) == sector);
        members[at.unwrap_or(sectors.len())].push(id);
    }
    let labels = sectors.iter().map(|sector| Arg::from(sector.label.as_str()));
    let nobodys = Arg::from(Message::new("picture-no-sector"));
    let rows = labels.chain([nobodys]).zip(members);
    let said = rows
        .filter(|(_, members)| !members.is_empty())
        .map(|(label, members)| {
            if on_board.actors.len() > MOST_NAMED {
                let sentence = Message::new("picture-sector-count").with("sector", label);
                return sentence.with("count", members.len());
            }
            let names: Vec<Message> = members.iter().map(|&id| named(constellation, id)).collect();
            Message::new("picture-sector")
                .with("sector", label)
                .with("names", names)
        });
    said.collect()
}

/// Who has the most relations on the picture, and who has none.
fn busiest(constellation: &Constellation, on_board: &Pictured) -> Vec<Message> {
    let mut counts: BTreeMap<ActorId, usize> = on_board.actors.iter().map(|&id| (id, 0)).collect();
    for &id in &on_board.relations {
        let Some(relation) = constellation.relation(id) else {
            continue;
        };
        let ends = [relation.source, relation.target];
        // One with itself is one relation.
        let ends = if ends[0] == ends[1] { &ends[..1] } else { &ends[..] };
        for end in ends {
            if let Some(count) = counts.get_mut(end) {
                *count += 1;
            }
        }
    }
    if counts.values().all(|&count| count == 0) {
        return Vec::new();
    }
    let mut order: Vec<(ActorId, usize)> = counts.iter().map(|(&id, &count)| (id, count)).collect();
    order.sort_by_key(|&(id, count)| (std::cmp::Reverse(count), id));
    let most = order.iter().take(BUSIEST).filter(|(_, count)| *count > 0);
    let most = most.map(|&(id, count)| {
        let busy = Message::new("picture-busy").with("name", named(constellation, id));
        busy.with("count", count)
    });
    let mut said = vec![Message::new("picture-busiest").with("actors", most.collect::<Vec<_>>())];
    let alone: Vec<ActorId> = order
        .into_iter()
        .filter(|&(_, count)| count == 0)
        .map(|(id, _)| id)
        .collect();
    if alone.len() > MOST_NAMED {
        said.push(Message::new("picture-alone-count").with("count", alone.len()));
    } else if !alone.is_empty() {
        let names: Vec<Message> = alone.iter().map(|&id| named(constellation, id)).collect();
        said.push(Message::new("picture-alone").with("names", names));
    }
    said
}

/// How many relations are wished, have ended or were not verified.
fn statuses(constellation: &Constellation, on_board: &Pictured) -> Vec<Message> {
    let relations = || {
        on_board
            .relations
            .iter()
            .filter_map(|&id| constellation.relation(id))
    };
    let counts = [
        (
            "picture-wished",
            relations()
                .filter(|one| one.status == RelationStatus::Wished)
                .count(),
        ),
        (
            "picture-ended",
            relations()
                .filter(|one| one.status == RelationStatus::Ended)
                .count(),
        ),
        ("picture-assumed", relations().filter(|one| !one.verified).count()),
    ];
    let told = counts.into_iter().filter(|(_, count)| *count > 0);
    told.map(|(key, count)| Message::new(key).with("count", count))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::testing::{document_of, relate};
    use crate::edit::{ActorField, Document, RelationField, operations as op};
    use crate::i18n::Texts;
    use crate::model::Language;

    fn on_board(document: &Document) -> Pictured {
        let constellation = document.constellation();
        Pictured {
            actors: constellation.actors.keys().copied().collect(),
            relations: constellation.relations.keys().copied().collect(),
        }
    }

    fn said(document: &Document, language: Language) -> String {
        let said = described(document.constellation(), &on_board(document));
        let said: Vec<String> = said.iter().map(|one| one.text(Texts::new(language))).collect();
        said.join(" ")
    }

    #[test]
    fn a_picture_says_who_is_on_it_and_who_is_busy_or_alone() {
        let (mut document, ids) = document_of(["Alkmaar", "Bakker", "", "Dorpsraad"]);
        for (actor, sector) in [(0, "overheid"), (1, "ondernemers"), (2, "overheid")] {
            let sector = ActorField::Sector(Some(sector.into())).into();
            op::edit_actors(&mut document, &[ids[actor]], &sector).unwrap();
        }
        relate(&mut document, ids[0], ids[1], "samenwerking");
        let wished = relate(&mut document, ids[0], ids[2], "formeel");
        relate(&mut document, ids[0], ids[0], "formeel");
        let edit = RelationField::Status(RelationStatus::Wished).into();
        op::edit_relations(&mut document, &[wished], &edit).unwrap();
        let edit = RelationField::Verified(true).into();
        op::edit_relations(&mut document, &[wished], &edit).unwrap();
        assert_eq!(
            said(&document, Language::Nl),
            "4 actoren, 3 relaties. Overheid: Alkmaar en (zonder naam). Ondernemers: Bakker. Zonder sector: Dorpsraad. \
             De meeste relaties: Alkmaar (3), Bakker (1) en (zonder naam) (1). Zonder relaties: Dorpsraad. \
             1 relatie is gewenst. 2 relaties zijn aangenomen en niet nagegaan."
        );
        assert!(said(&document, Language::En).contains("Without a sector: Dorpsraad."));
    }

    #[test]
    fn below_a_picture_stands_what_is_known_and_what_is_hidden() {
        let mut info = Document::new(Constellation::new(Language::Nl))
            .constellation()
            .info
            .clone();
        let counts = PictureCounts {
            actors: 12,
            relations: 1,
            ..PictureCounts::default()
        };
        let said = |info: &Info, counts, language| {
            let said = footer(info, counts);
            let said: Vec<String> = said.iter().map(|one| one.text(Texts::new(language))).collect();
            said.join(" | ")
        };
        assert_eq!(said(&info, counts, Language::Nl), "Over 12 actoren en 1 relatie");
        info.date = "2026-11-29".to_owned();
        info.place = " Alkmaar ".to_owned();
        info.source = "bijeenkomst".to_owned();
        let counts = PictureCounts {
            hidden: (11, 0),
            beside: 1,
            part_of: Some(23),
            ..counts
        };
        assert_eq!(
            said(&info, counts, Language::Nl),
            "2026-11-29 | Alkmaar | Over 12 van 23 actoren op het bord en 1 relatie | 11 actoren verborgen | 1 actor \
             naast het bord | Bron: bijeenkomst"
        );
        assert!(said(&info, counts, Language::En).contains("11 actors hidden"));
        assert_eq!(hidden_on_picture(PictureCounts::default()), None);
    }

    #[test]
    fn of_a_large_board_nobody_has_to_hear_every_name() {
        let names: Vec<String> = (0..=MOST_NAMED).map(|at| format!("actor {at}")).collect();
        let (mut document, ids) = document_of(names.iter().map(String::as_str));
        assert!(said(&document, Language::Nl).ends_with("relaties. Zonder sector: 101 actoren."));
        relate(&mut document, ids[7], ids[8], "formeel");
        let text = said(&document, Language::Nl);
        assert!(
            text.contains("De meeste relaties: actor 7 (1) en actor 8 (1)."),
            "{text}"
        );
        assert!(
            text.contains("actor 100"),
            "who has no relation is named as long as they are few enough: {text}"
        );
    }
}
