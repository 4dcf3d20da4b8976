//! Agreements (afspraken): what the people in the room will do, who, when, and what it is about.

use std::collections::HashMap;

use super::{Actor, ActorId, AgreementId, Constellation, Direction, Extra, Relation, RelationId, name_key};

/// Somebody who agreed to something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgreementParty {
    Actor(ActorId),
    /// Who is no actor, as the user wrote it.
    Text(String),
    /// The name of an actor that was removed since.
    Gone(String),
}

/// What an agreement is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum AgreementSubject {
    #[default]
    Nothing,
    Actor(ActorId),
    Relation(RelationId),
    /// The name of an actor, or of both ends of a relation, that was removed since.
    Gone(String),
}

/// One agreement of the session.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    pub id: AgreementId,
    pub what: String,
    pub who: Vec<AgreementParty>,
    /// A day as ISO 8601 has it, or the user's own words; empty when nothing was said.
    pub when: String,
    pub about: AgreementSubject,
    pub is_done: bool,
    pub note: String,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Agreement {
    /// An open agreement of which only is known what.
    pub fn new(id: AgreementId, what: &str) -> Self {
        Self {
            id,
            what: what.to_owned(),
            who: Vec::new(),
            when: String::new(),
            about: AgreementSubject::Nothing,
            is_done: false,
            note: String::new(),
            extra: Extra::new(),
        }
    }

    /// Whether it names this actor, as somebody or as what it is about.
    pub fn names_actor(&self, actor: ActorId) -> bool {
        self.who.contains(&AgreementParty::Actor(actor)) || self.about == AgreementSubject::Actor(actor)
    }

    /// The first actor that it names and that does not exist.
    pub fn missing_actor(&self, constellation: &Constellation) -> Option<ActorId> {
        let is_missing = |id: &ActorId| !constellation.actors.contains_key(id);
        let of_party = |party: &AgreementParty| match party {
            AgreementParty::Actor(id) => Some(*id),
            AgreementParty::Text(_) | AgreementParty::Gone(_) => None,
        };
        let about = match self.about {
            AgreementSubject::Actor(id) => Some(id),
            _ => None,
        };
        self.who.iter().filter_map(of_party).chain(about).find(is_missing)
    }

    /// The relation that it is about, when that does not exist.
    pub fn missing_relation(&self, constellation: &Constellation) -> Option<RelationId> {
        match self.about {
            AgreementSubject::Relation(id) if !constellation.relations.contains_key(&id) => Some(id),
            _ => None,
        }
    }
}

impl Constellation {
    /// What the party is called; empty for an actor without a name.
    pub fn party_name<'a>(&'a self, party: &'a AgreementParty) -> &'a str {
        match party {
            AgreementParty::Actor(id) => self.actor(*id).map_or("", |actor| actor.label.as_str()),
            AgreementParty::Text(name) | AgreementParty::Gone(name) => name,
        }
    }

    /// Who agreed, as one types it: names with commas between them.
    pub fn who_in_words(&self, who: &[AgreementParty]) -> String {
        let names: Vec<&str> = who.iter().map(|party| self.party_name(party)).collect();
        names.join(", ")
    }

    /// Who is meant by names with commas between them. A name that is in `before` stays who it was; else it is the actor
    /// that is called so, or a text of its own. Names of actors may have commas in them.
    pub fn parties_in(&self, text: &str, before: &[AgreementParty]) -> Vec<AgreementParty> {
        let known_before = before.iter().map(|party| (self.party_name(party), party.clone()));
        let actors = self.actors.values();
        let known_here = actors.map(|actor| (actor.label.as_str(), AgreementParty::Actor(actor.id)));
        let mut known: HashMap<String, AgreementParty> = HashMap::new();
        for (name, party) in known_before.chain(known_here) {
            // The first of two that are called alike counts: who was meant before, and then who came first.
            known.entry(name_key(name)).or_insert(party);
        }
        known.remove("");
        let meant = |name: &str| known.get(&name_key(name)).cloned();
        let mut found: Vec<AgreementParty> = Vec::new();
        let mut rest = text;
        while !rest.trim().is_empty() {
            let (party, after) = first_party(rest, &meant);
            if let Some(party) = party.filter(|party| !found.contains(party)) {
                found.push(party);
            }
            rest = after;
        }
        found
    }

    /// What a removed actor is remembered by.
    pub fn name_to_keep(&self, actor: &Actor) -> String {
        let name = actor.label.trim();
        if name.is_empty() { &actor.key } else { name }.to_owned()
    }

    /// What a removed relation is remembered by: both ends, with its direction.
    pub fn ends_to_keep(&self, relation: &Relation) -> String {
        let name = |id| {
            self.actor(id)
                .map_or_else(String::new, |actor| self.name_to_keep(actor))
        };
        let sign = match relation.direction {
            Direction::Directed => "→",
            Direction::Mutual => "↔",
            Direction::Undirected => "–",
        };
        format!("{} {sign} {}", name(relation.source), name(relation.target))
    }

    /// The agreement when these are removed: who is no longer there stays by name. `None` when it names none of them.
    pub fn agreement_without(
        &self,
        agreement: &Agreement,
        goes: impl Fn(ActorId) -> bool,
        tie_goes: impl Fn(RelationId) -> bool,
    ) -> Option<Agreement> {
        let mut after = agreement.clone();
        for party in &mut after.who {
            if let AgreementParty::Actor(id) = *party
                && goes(id)
            {
                let name = self.actor(id).map(|actor| self.name_to_keep(actor));
                *party = AgreementParty::Gone(name.unwrap_or_default());
            }
        }
        let gone = match agreement.about {
            AgreementSubject::Actor(id) if goes(id) => self.actor(id).map(|actor| self.name_to_keep(actor)),
            AgreementSubject::Relation(id) if tie_goes(id) => {
                self.relation(id).map(|relation| self.ends_to_keep(relation))
            }
            _ => None,
        };
        if let Some(name) = gone {
            after.about = AgreementSubject::Gone(name);
        }
        (after != *agreement).then_some(after)
    }
}

/// The first party of a list, and the list after it: up to the last comma before which all is one known name, or else
/// up to the first comma.
fn first_party<'a>(
    text: &'a str,
    meant: &impl Fn(&str) -> Option<AgreementParty>,
) -> (Option<AgreementParty>, &'a str) {
    /// More commas than these are in no name.
    const MOST_COMMAS: usize = 6;
    let ends = text.match_indices([',', ';', '\n']).map(|(at, _)| at);
    let mut ends: Vec<usize> = ends.take(MOST_COMMAS).collect();
    if ends.len() < MOST_COMMAS {
        ends.push(text.len());
    }
    let after = |end: usize| text.get(end + 1..).unwrap_or_default();
    for end in ends.iter().rev() {
        if let Some(party) = meant(&text[..*end]) {
            return (Some(party), after(*end));
        }
    }
    let end = ends[0];
    let own = text[..end].trim();
    let party = (!own.is_empty()).then(|| AgreementParty::Text(own.to_owned()));
    (party, after(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    fn constellation(names: &[&str]) -> Constellation {
        let mut whole = Constellation::new(Language::Nl);
        for (name, id) in names.iter().zip(1..) {
            let actor = Actor::new(ActorId(id), &format!("a{id}"), name);
            whole.actors.insert(actor.id, actor);
        }
        whole.next_id = 100;
        whole
    }

    #[test]
    fn names_between_commas_are_actors_where_somebody_is_called_so() {
        let whole = constellation(&["Anna", "Gemeente Alkmaar", "Wonen, zorg en welzijn", "Anna"]);
        let actor = |id| AgreementParty::Actor(ActorId(id));
        let text = |name: &str| AgreementParty::Text(name.to_owned());
        let meant = |typed: &str| whole.parties_in(typed, &[]);
        assert_eq!(meant("anna, de wethouder"), [actor(1), text("de wethouder")]);
        assert_eq!(meant("Wonen, zorg en welzijn, Anna"), [actor(3), actor(1)]);
        assert_eq!(meant(" , Anna ,, ANNA; gemeente  alkmaar "), [actor(1), actor(2)]);
        assert_eq!(meant("  "), []);
        // Of two that are called alike the one that it was.
        assert_eq!(whole.parties_in("Anna", &[actor(4)]), [actor(4)]);
        let gone = [AgreementParty::Gone("Piet".to_owned())];
        assert_eq!(
            whole.parties_in("Piet, Klaas", &gone),
            [gone[0].clone(), text("Klaas")]
        );
        let who = [actor(3), gone[0].clone(), text("x")];
        let words = whole.who_in_words(&who);
        assert_eq!(words, "Wonen, zorg en welzijn, Piet, x");
        assert_eq!(whole.parties_in(&words, &who), who);
    }

    #[test]
    fn who_is_removed_stays_by_name() {
        let mut whole = constellation(&["Anna", "UWV", ""]);
        let tie = Relation::new(RelationId(9), "r9", ActorId(1), ActorId(3), "geld".into());
        whole.relations.insert(tie.id, tie);
        let mut agreement = Agreement::new(AgreementId(10), "bellen");
        agreement.who = vec![
            AgreementParty::Actor(ActorId(1)),
            AgreementParty::Actor(ActorId(2)),
        ];
        agreement.about = AgreementSubject::Relation(RelationId(9));
        assert_eq!(
            whole.agreement_without(&agreement, |id| id == ActorId(3), |_| false),
            None
        );
        let after = whole
            .agreement_without(&agreement, |id| id == ActorId(1), |_| true)
            .expect("it names both");
        assert_eq!(
            after.who,
            [
                AgreementParty::Gone("Anna".to_owned()),
                AgreementParty::Actor(ActorId(2))
            ]
        );
        assert_eq!(after.about, AgreementSubject::Gone("Anna – a3".to_owned()));
    }
}
