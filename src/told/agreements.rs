//! Agreements in words: who, what it is about, by when, and whether it was done.

use crate::i18n::{Message, Texts, shown};
use crate::model::{
    ActorId, Agreement, AgreementParty, AgreementSubject, Constellation, Direction, Language, shown_date,
};

fn named(label: &str) -> Message {
    if label.trim().is_empty() {
        Message::new("board-nameless")
    } else {
        Message::new("note-word").with("text", shown(label.trim()).as_ref())
    }
}

fn actor(constellation: &Constellation, id: ActorId) -> Message {
    named(constellation.actor(id).map_or("", |actor| actor.label.as_str()))
}

fn gone(name: &str) -> Message {
    Message::new("agreement-gone").with("name", shown(name).as_ref())
}

/// What somebody who agreed is called.
pub fn party(constellation: &Constellation, party: &AgreementParty) -> Message {
    match party {
        AgreementParty::Actor(id) => actor(constellation, *id),
        AgreementParty::Text(name) => named(name),
        AgreementParty::Gone(name) => gone(name),
    }
}

/// What it is about; nothing where nothing was said.
pub fn subject(constellation: &Constellation, about: &AgreementSubject) -> Option<Message> {
    match about {
        AgreementSubject::Nothing => None,
        AgreementSubject::Actor(id) => Some(actor(constellation, *id)),
        AgreementSubject::Relation(id) => {
            let relation = constellation.relation(*id)?;
            let sign = match relation.direction {
                Direction::Directed => "→",
                Direction::Mutual => "↔",
                Direction::Undirected => "–",
            };
            let ends = Message::new("agreement-ends").with("a", actor(constellation, relation.source));
            let ends = ends.with("sign", sign);
            Some(ends.with("b", actor(constellation, relation.target)))
        }
        AgreementSubject::Gone(name) => Some(gone(name)),
    }
}

/// A day as people who read these texts write it; other words as they are.
pub fn moment(texts: Texts, when: &str) -> String {
    let day = shown_date(when).filter(|_| texts.language == Language::Nl);
    day.unwrap_or_else(|| when.to_owned())
}

/// Key of whether it was done.
pub fn state_key(is_done: bool) -> &'static str {
    if is_done {
        "agreement-done"
    } else {
        "agreement-open"
    }
}

/// How many there are, and how many of them were done.
pub fn counted<'a>(agreements: impl Iterator<Item = &'a Agreement>) -> Message {
    let (mut count, mut done) = (0_usize, 0_usize);
    for agreement in agreements {
        count += 1;
        done += usize::from(agreement.is_done);
    }
    let key = match done {
        0 => "agreements-none-done",
        done if done == count => "agreements-all-done",
        _ => "agreements-some-done",
    };
    Message::new(key).with("count", count).with("done", done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Actor, AgreementId, Relation, RelationId};

    #[test]
    fn who_and_what_are_told_by_name_also_of_who_is_gone() {
        let mut whole = Constellation::new(Language::Nl);
        for (id, name) in [(1, "Anna"), (2, "")] {
            let actor = Actor::new(ActorId(id), &format!("a{id}"), name);
            whole.actors.insert(actor.id, actor);
        }
        let mut tie = Relation::new(RelationId(3), "r3", ActorId(1), ActorId(2), "geld".into());
        tie.direction = Direction::Directed;
        whole.relations.insert(tie.id, tie);
        let texts = [Language::Nl, Language::En].map(Texts::new);
        let both = |message: &Message| texts.map(|texts| message.text(texts));
        let gone = AgreementParty::Gone("Piet".to_owned());
        assert_eq!(
            both(&party(&whole, &gone)),
            ["Piet (verwijderd)", "Piet (removed)"]
        );
        assert_eq!(
            both(&party(&whole, &AgreementParty::Actor(ActorId(1))))[0],
            "Anna"
        );
        let about = subject(&whole, &AgreementSubject::Relation(RelationId(3)));
        assert_eq!(
            both(&about.unwrap()),
            ["Anna → (zonder naam)", "Anna → (no name)"]
        );
        assert_eq!(subject(&whole, &AgreementSubject::Nothing), None);
        assert_eq!(
            texts.map(|texts| moment(texts, "2026-12-01")),
            ["01-12-2026", "2026-12-01"]
        );
        assert_eq!(
            texts.map(|texts| moment(texts, "na de zomer")),
            ["na de zomer"; 2]
        );
    }

    #[test]
    fn they_are_counted_with_what_was_done() {
        let texts = [Language::Nl, Language::En].map(Texts::new);
        let told = |states: &[bool]| {
            let made = states.iter().map(|is_done| Agreement {
                is_done: *is_done,
                ..Agreement::new(AgreementId(1), "x")
            });
            let made: Vec<Agreement> = made.collect();
            texts.map(|texts| counted(made.iter()).text(texts))
        };
        assert_eq!(
            told(&[false]),
            ["1 afspraak, nog open.", "1 agreement, still open."]
        );
        assert_eq!(
            told(&[false, true, false]),
            [
                "3 afspraken, waarvan 1 gedaan.",
                "3 agreements, of which 1 is done."
            ]
        );
        assert_eq!(
            told(&[true, true]),
            ["2 afspraken, alle gedaan.", "2 agreements, all done."]
        );
    }
}
