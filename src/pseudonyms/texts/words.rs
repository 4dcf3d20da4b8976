//! Words of a constellation under codes: which are names, what became of their ids.

use std::collections::{BTreeMap, BTreeSet};

use super::{Rewriter, TextPlace};
use crate::model::{Actor, Language, Vocabulary, name_key, slug};
use crate::pseudonyms::WordsOf;

/// What became of the ids of words; those that are not there stayed.
#[derive(Debug, Default)]
pub struct WordCodes(BTreeMap<(WordsOf, String), String>);

impl WordCodes {
    pub fn get<'a>(&'a self, list: WordsOf, id: &'a str) -> &'a str {
        let found = self.0.get(&(list, id.to_owned()));
        found.map_or(id, String::as_str)
    }
}

impl Rewriter<'_> {
    pub(super) fn vocabulary(&mut self, words: &Vocabulary) -> Vocabulary {
        let standard = [Language::Nl, Language::En].map(Vocabulary::standard);
        let mut coded = words.clone();
        macro_rules! rewrite {
            ($($list:ident: $of:ident),*) => {$(
                let mut taken: BTreeSet<String> =
                    coded.$list.iter().map(|word| word.id.to_string()).collect();
                for word in &mut coded.$list {
                    word.extra = self.extra(&word.extra);
                    let is_standard = |one: &Vocabulary| {
                        let mut known = one.$list.iter();
                        known.any(|known| known.id == word.id && known.label == word.label)
                    };
                    // A word that the program brings says nothing of who is in it, also when somebody is called so.
                    if standard.iter().any(is_standard) {
                        continue;
                    }
                    if self.says_nothing_of_one(&word.label, WordsOf::$of, word.id.as_str()) {
                        self.kept_words.push(word.label.clone());
                        continue;
                    }
                    word.label = self.text(&word.label, &TextPlace::Word(self.plain(&word.label)));
                    if let Some(id) = self.id(word.id.as_str(), &mut taken) {
                        self.words.0.insert((WordsOf::$of, word.id.to_string()), id.clone());
                        word.id = id.as_str().into();
                    }
                }
            )*};
        }
        rewrite!(
            actor_kinds: ActorKinds,
            sectors: Sectors,
            levels: Levels,
            domains: Domains,
            regions: Regions,
            relation_kinds: RelationKinds
        );
        for kind in &mut coded.actor_kinds {
            kind.sector = kind
                .sector
                .take()
                .map(|id| self.words.get(WordsOf::Sectors, id.as_str()).into());
            kind.level = kind
                .level
                .take()
                .map(|id| self.words.get(WordsOf::Levels, id.as_str()).into());
        }
        Vocabulary::of_lists(
            coded.actor_kinds,
            coded.sectors,
            coded.levels,
            coded.domains,
            coded.regions,
            coded.relation_kinds,
            self.extra(&coded.extra),
        )
    }

    /// Whether a word that an organisation is called by stays itself: it is no name of a person, and somebody who is not
    /// called so has it too. The region Westfriesland says of a municipality where it is; a kind that only the actor of
    /// that name is of would be its name in other clothes.
    fn says_nothing_of_one(&self, label: &str, list: WordsOf, id: &str) -> bool {
        let called = self.names.codes_in(label);
        let (mut people, word) = (self.people.codes_in(label), name_key(label));
        people.extend(self.people.codes_in(id));
        // Of no kind, and called exactly so: more likely a body than a person.
        let is_body = |actor: &&Actor| actor.kind.is_none() && name_key(&actor.label) == word;
        let bodies = self.before.actors.values().filter(is_body);
        let bodies: BTreeSet<&str> = bodies.map(|actor| self.codes.code(actor)).collect();
        if called.is_empty() || !people.is_subset(&bodies) {
            return false;
        }
        let mut having = self.before.actors.values().filter(|actor| has(actor, list, id));
        having.any(|actor| !called.contains(self.codes.code(actor)))
    }

    /// Another id for one that names somebody, where ids leave the program.
    pub(super) fn id(&self, id: &str, taken: &mut BTreeSet<String>) -> Option<String> {
        let replaced = self.names.replaced_in_id(id).filter(|_| self.leaves)?;
        let id = slug(&replaced, |id| taken.contains(id));
        taken.insert(id.clone());
        Some(id)
    }

    /// Names of fields that name somebody, where these leave the program.
    pub(super) fn attribute_keys(&mut self) {
        if !self.leaves {
            return;
        }
        let before = self.before;
        let declared = before.attributes.iter().map(|one| one.key.as_str());
        let of_actors = before.actors.values().flat_map(|actor| actor.attributes.iter());
        let of_relations = before.relations.values().flat_map(|one| one.attributes.iter());
        let keys = of_actors.chain(of_relations).map(|(key, _)| key);
        let keys: BTreeSet<&str> = declared.chain(keys).collect();
        let mut taken: BTreeSet<String> = keys.iter().map(|&key| key.to_owned()).collect();
        for key in keys {
            if let Some(id) = self.id(key, &mut taken) {
                self.words.0.insert((WordsOf::Attributes, key.to_owned()), id);
            }
        }
    }
}

/// Whether an actor has a word. Those of relations and the names of attributes are sentences about somebody: no actor has
/// them.
fn has(actor: &Actor, list: WordsOf, id: &str) -> bool {
    match list {
        WordsOf::ActorKinds => actor.kind.as_ref().is_some_and(|kind| kind.as_str() == id),
        WordsOf::Sectors => actor.sector.as_ref().is_some_and(|sector| sector.as_str() == id),
        WordsOf::Levels => actor.level.as_ref().is_some_and(|level| level.as_str() == id),
        WordsOf::Domains => actor.domains.iter().any(|domain| domain.as_str() == id),
        WordsOf::Regions => actor.region.as_ref().is_some_and(|region| region.as_str() == id),
        WordsOf::RelationKinds | WordsOf::Attributes => false,
    }
}
