//! Ways to divide the actors into groups: the five of the vocabulary, and attributes of a file.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde_json::Value;

use super::{AnalysisSettings, NamedPartition};
use crate::analysis::Partition;
use crate::model::{
    Actor, ActorId, AttributeOf, AttributeType, AttributeValue, Constellation, Language, Scalar,
    attributes_of,
};

/// The dimensions every constellation can have, in their order.
pub const OWN: [&str; 5] = ["sector", "level", "domain", "region", "organisation"];

/// The field in which other programs' files name the attributes that divide the actors.
const PARTITIONS: &str = "partitions";
/// What files of D3 call the groups of their actors, and the sector where they repeat ours.
const OTHER_NAME_OF_SECTOR: &str = "group";

/// The dimensions asked for in which a group occurs, or those of the file in which at least two do.
pub(super) fn of(
    constellation: &Constellation,
    actors: &[&Actor],
    settings: &AnalysisSettings,
) -> Vec<NamedPartition> {
    let asked = settings.dimensions.as_deref();
    let names = asked.map_or_else(|| usual(constellation, actors), <[String]>::to_vec);
    let mut found: Vec<NamedPartition> = Vec::new();
    for name in names {
        let is_sector = |name: &str| name == OWN[0] || is_sector_by_other_name(actors, name);
        let is_same = |one: &NamedPartition| one.id == name || (is_sector(&one.id) && is_sector(&name));
        if found.iter().any(is_same) {
            continue;
        }
        let Some(one) = named(constellation, actors, &name) else {
            continue;
        };
        let is_own = OWN.contains(&name.as_str());
        let counts = one.partition.groups.len() > 1
            && (is_own
                || found
                    .iter()
                    .all(|other| !divide_alike(&one.partition, &other.partition)));
        if asked.is_some() || counts {
            found.push(one);
        }
    }
    if asked.is_none() && !settings.attributes.is_empty() {
        let chosen = chosen(constellation, actors, &settings.attributes);
        let is_new = |one: &NamedPartition| found.iter().all(|other| other.id != one.id);
        let chosen: Vec<NamedPartition> = chosen.filter(is_new).collect();
        found.extend(chosen);
    }
    found
}

/// Attributes that somebody chose to divide the actors by, under the names that users see.
fn chosen<'a>(
    constellation: &'a Constellation,
    actors: &'a [&'a Actor],
    keys: &'a BTreeSet<String>,
) -> impl Iterator<Item = NamedPartition> + 'a {
    let attributes = attributes_of(constellation, AttributeOf::Actors).into_iter();
    let chosen = attributes.filter(|one| one.of_type.is_categorical() && keys.contains(&one.key));
    chosen.filter_map(|attribute| {
        let mut one = by_attribute(constellation, actors, &attribute.key)?;
        // A name of ours would be taken for ours.
        if !OWN.contains(&attribute.label.as_str()) {
            one.id = attribute.label;
        }
        (one.partition.groups.len() > 1).then_some(one)
    })
}

/// Whether both put the same actors together, whatever their groups are called: an attribute that repeats
/// another would be counted twice.
fn divide_alike(a: &Partition, b: &Partition) -> bool {
    if a.groups.len() != b.groups.len() {
        return false;
    }
    let (mut forth, mut back) = (BTreeMap::new(), BTreeMap::new());
    (0..a.len()).all(|v| {
        let (of_a, of_b) = (a.of(v), b.of(v));
        let mut pairs = of_a.iter().zip(of_b);
        of_a.len() == of_b.len()
            && pairs.all(|(g, h)| forth.entry(*g).or_insert(*h) == h && back.entry(*h).or_insert(*g) == g)
    })
}

fn is_sector_by_other_name(actors: &[&Actor], name: &str) -> bool {
    name == OTHER_NAME_OF_SECTOR && !actors.iter().any(|actor| actor.attributes.get(name).is_some())
}

fn usual(constellation: &Constellation, actors: &[&Actor]) -> Vec<String> {
    let mut names: Vec<String> = OWN.map(str::to_owned).into();
    if let Some(Value::Array(listed)) = constellation.extra.get(PARTITIONS) {
        names.extend(listed.iter().filter_map(Value::as_str).map(str::to_owned));
    }
    if names.iter().any(|name| is_sector_by_other_name(actors, name)) {
        names.retain(|name| name != OWN[0]);
    }
    // Of a file that has no words of ours and says nothing of its groups.
    if names == OWN
        && !actors.iter().any(|actor| has_words(actor))
        && is_category(actors, OTHER_NAME_OF_SECTOR)
    {
        names.push(OTHER_NAME_OF_SECTOR.to_owned());
    }
    names
}

fn has_words(actor: &Actor) -> bool {
    let is_known = [
        actor.sector.is_some(),
        actor.level.is_some(),
        actor.region.is_some(),
    ];
    is_known.contains(&true) || !actor.domains.is_empty()
}

/// Whether an attribute divides the actors: texts, yes and no, or whole numbers, one of which returns. A measurement
/// or an id does not.
fn is_category(actors: &[&Actor], name: &str) -> bool {
    let is_group = |value: &&AttributeValue| match value {
        AttributeValue::One(scalar) => !matches!(scalar, Scalar::Number(_)),
        AttributeValue::List(_) | AttributeValue::Kept(_) => false,
    };
    let values = actors.iter().filter_map(|actor| actor.attributes.get(name));
    let values: Vec<&AttributeValue> = values.filter(|value| value.is_said() || is_odd(value)).collect();
    let different: BTreeSet<String> = values.iter().map(|value| value.to_json().to_string()).collect();
    different.len() < values.len() && values.iter().all(is_group)
}

/// Something stands there that no group is called by.
fn is_odd(value: &AttributeValue) -> bool {
    match value {
        AttributeValue::Kept(value) => !value.is_null(),
        AttributeValue::List(_) => true,
        AttributeValue::One(_) => false,
    }
}

/// Names of the attributes with texts (or lists of texts) that the file has beside ours.
pub fn attributes(constellation: &Constellation) -> BTreeSet<String> {
    let values = constellation
        .actors
        .values()
        .flat_map(|actor| actor.attributes.iter());
    values
        .filter(|(_, value)| match value {
            AttributeValue::One(scalar) => matches!(scalar, Scalar::Text(_)),
            AttributeValue::List(_) => true,
            AttributeValue::Kept(value) => value.is_array(),
        })
        .map(|(name, _)| name.to_owned())
        .collect()
}

fn named(constellation: &Constellation, actors: &[&Actor], name: &str) -> Option<NamedPartition> {
    let words = &constellation.vocabulary;
    fn labels<'a, Id: ToString + 'a>(
        words: impl Iterator<Item = (&'a Id, &'a String)>,
    ) -> Vec<(String, String)> {
        words.map(|(id, label)| (id.to_string(), label.clone())).collect()
    }
    let one = |value: Option<String>| value.into_iter().collect::<Vec<_>>();
    let sector = |name| {
        let sectors = labels(words.sectors.iter().map(|word| (&word.id, &word.label)));
        partition(name, &sectors, actors, |actor| {
            one(actor.sector.as_ref().map(ToString::to_string))
        })
    };
    match name {
        "sector" => sector(name),
        "level" => {
            let levels = labels(words.levels.iter().map(|word| (&word.id, &word.label)));
            partition(name, &levels, actors, |actor| {
                one(actor.level.as_ref().map(ToString::to_string))
            })
        }
        "domain" => {
            let domains = labels(words.domains.iter().map(|word| (&word.id, &word.label)));
            partition(name, &domains, actors, |actor| {
                actor.domains.iter().map(ToString::to_string).collect()
            })
        }
        "region" => {
            let regions = labels(words.regions.iter().map(|word| (&word.id, &word.label)));
            partition(name, &regions, actors, |actor| {
                one(actor.region.as_ref().map(ToString::to_string))
            })
        }
        "organisation" => organisations(constellation, actors),
        attribute => by_attribute(constellation, actors, attribute).or_else(|| {
            (attribute == OTHER_NAME_OF_SECTOR)
                .then(|| sector(name))
                .flatten()
        }),
    }
}

/// By its field, or by the name that users see. Groups in the order that the attribute gives its words, else in
/// alphabetical order; an empty text is unknown.
fn by_attribute(constellation: &Constellation, actors: &[&Actor], name: &str) -> Option<NamedPartition> {
    let mut declared = constellation
        .attributes
        .iter()
        .filter(|one| one.of == AttributeOf::Actors);
    let by_key = declared.clone().find(|one| one.key == name);
    let declared = by_key.or_else(|| declared.find(|one| one.label == name));
    let key = declared.map_or(name, |attribute| &attribute.key);
    let values = |actor: &Actor| -> Vec<String> {
        let said = actor.attributes.get(key).map_or(&[][..], AttributeValue::scalars);
        let texts = said.iter().map(Scalar::to_string);
        texts.filter(|text| !text.is_empty()).collect()
    };
    let occurring: BTreeSet<String> = actors.iter().flat_map(|actor| values(actor)).collect();
    let listed = declared.map_or(&[][..], |attribute| &attribute.categories);
    let in_order = listed.iter().filter(|word| occurring.contains(*word));
    let others = occurring.iter().filter(|word| !listed.contains(*word));
    let is_flag = declared.is_some_and(|attribute| attribute.of_type == AttributeType::YesNo);
    let label = |word: &String| match (word.as_str(), constellation.info.language) {
        ("true", Language::Nl) if is_flag => "ja".to_owned(),
        ("false", Language::Nl) if is_flag => "nee".to_owned(),
        ("true", Language::En) if is_flag => "yes".to_owned(),
        ("false", Language::En) if is_flag => "no".to_owned(),
        _ => word.clone(),
    };
    let words: Vec<(String, String)> = in_order
        .chain(others)
        .map(|word| (word.clone(), label(word)))
        .collect();
    partition(name, &words, actors, values)
}

/// `None` when no group occurs.
fn partition(
    id: &str,
    words: &[(String, String)],
    actors: &[&Actor],
    values: impl Fn(&Actor) -> Vec<String>,
) -> Option<NamedPartition> {
    let occurring: HashSet<String> = actors.iter().flat_map(|actor| values(actor)).collect();
    let used: Vec<&(String, String)> = words
        .iter()
        .filter(|(word, _)| occurring.contains(word))
        .collect();
    if used.is_empty() {
        return None;
    }
    let number: HashMap<&str, u32> = used.iter().map(|(word, _)| word.as_str()).zip(0u32..).collect();
    let of: Vec<Vec<u32>> = actors
        .iter()
        .map(|actor| {
            values(actor)
                .iter()
                .filter_map(|value| number.get(value.as_str()).copied())
                .collect()
        })
        .collect();
    let groups = used.iter().map(|(_, label)| label.clone()).collect();
    Some(NamedPartition {
        id: id.to_owned(),
        partition: Partition::multiple(groups, &of),
    })
}

/// An organisation that has members among the actors is a group of its members and itself.
fn organisations(constellation: &Constellation, actors: &[&Actor]) -> Option<NamedPartition> {
    let with_members: BTreeSet<ActorId> = actors.iter().filter_map(|actor| actor.organisation).collect();
    let words: Vec<(String, String)> = with_members
        .iter()
        .map(|id| {
            let label = constellation
                .actor(*id)
                .map(|actor| actor.label.clone())
                .unwrap_or_default();
            (id.to_string(), label)
        })
        .collect();
    partition("organisation", &words, actors, |actor| {
        let own = with_members.contains(&actor.id).then_some(actor.id);
        actor
            .organisation
            .or(own)
            .map(|id| id.to_string())
            .into_iter()
            .collect()
    })
}
