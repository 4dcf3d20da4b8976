//! The user's words as choices, and the intents that go with choosing or making one. Shared by the
//! inspector, the tables and the dialogs.

use crate::command::Edit;
use crate::edit::operations::{WordList, has_word};
use crate::edit::{ActorField, Label, RelationField};
use crate::i18n::Texts;
use crate::model::{
    ActorId, ActorKindId, Direction, Language, LevelId, RegionId, RelationId, RelationKindId, RelationStatus,
    SectorId, Stance, Tempo, Vocabulary, slug,
};
use crate::ui::Intents;
use crate::ui::widgets::{Choice, Picked, SharedValue, Symbol, note_standing};
use egui::{Context, Id};

fn unknown<T>(texts: Texts) -> Choice<Option<T>> {
    Choice::new(None, texts.t("value-unknown"))
}

pub fn actor_kinds(texts: Texts, vocabulary: &Vocabulary) -> Vec<Choice<Option<ActorKindId>>> {
    let words = vocabulary
        .actor_kinds
        .iter()
        .map(|kind| Choice::with(Some(kind.id.clone()), kind.label.clone(), Symbol::of_kind(kind)));
    std::iter::once(unknown(texts)).chain(words).collect()
}

pub fn sectors(texts: Texts, vocabulary: &Vocabulary) -> Vec<Choice<Option<SectorId>>> {
    let words = vocabulary.sectors.iter().map(|sector| {
        Choice::with(
            Some(sector.id.clone()),
            sector.label.clone(),
            Symbol::of_sector(sector),
        )
    });
    std::iter::once(unknown(texts)).chain(words).collect()
}

pub fn levels(texts: Texts, vocabulary: &Vocabulary) -> Vec<Choice<Option<LevelId>>> {
    let words = vocabulary
        .levels
        .iter()
        .map(|level| Choice::new(Some(level.id.clone()), level.label.clone()));
    std::iter::once(unknown(texts)).chain(words).collect()
}

pub fn regions(texts: Texts, vocabulary: &Vocabulary) -> Vec<Choice<Option<RegionId>>> {
    let words = vocabulary
        .regions
        .iter()
        .map(|region| Choice::new(Some(region.id.clone()), region.label.clone()));
    std::iter::once(unknown(texts)).chain(words).collect()
}

pub fn relation_kinds(vocabulary: &Vocabulary) -> Vec<Choice<RelationKindId>> {
    vocabulary
        .relation_kinds
        .iter()
        .map(|kind| {
            Choice::with(
                kind.id.clone(),
                kind.label.clone(),
                Symbol::of_relation_kind(kind),
            )
        })
        .collect()
}

pub fn statuses(texts: Texts) -> Vec<Choice<RelationStatus>> {
    [
        RelationStatus::Existing,
        RelationStatus::Wished,
        RelationStatus::Ended,
    ]
    .map(|status| Choice::new(status, texts.t(status_key(status))))
    .into()
}

pub fn status_key(status: RelationStatus) -> &'static str {
    match status {
        RelationStatus::Existing => "status-existing",
        RelationStatus::Wished => "status-wished",
        RelationStatus::Ended => "status-ended",
    }
}

pub fn stances(texts: Texts) -> Vec<Choice<Option<Stance>>> {
    [
        None,
        Some(Stance::For),
        Some(Stance::Against),
        Some(Stance::Neutral),
    ]
    .map(|stance| Choice::new(stance, texts.t(stance_key(stance))))
    .into()
}

/// A sign goes with each word, as on the board.
pub fn stance_key(stance: Option<Stance>) -> &'static str {
    match stance {
        None => "value-unknown",
        Some(Stance::For) => "stance-for",
        Some(Stance::Against) => "stance-against",
        Some(Stance::Neutral) => "stance-neutral",
    }
}

pub fn tempos(texts: Texts) -> Vec<Choice<Option<Tempo>>> {
    [None, Some(Tempo::Accelerator), Some(Tempo::Broadener)]
        .map(|tempo| Choice::new(tempo, texts.t(tempo_key(tempo))))
        .into()
}

pub fn tempo_key(tempo: Option<Tempo>) -> &'static str {
    match tempo {
        None => "value-unknown",
        Some(Tempo::Accelerator) => "tempo-accelerator",
        Some(Tempo::Broadener) => "tempo-broadener",
    }
}

pub fn languages(texts: Texts) -> Vec<Choice<Language>> {
    [Language::Nl, Language::En]
        .map(|language| Choice::new(language, texts.t(language_key(language))))
        .into()
}

pub fn language_key(language: Language) -> &'static str {
    match language {
        Language::Nl => "language-nl",
        Language::En => "language-en",
    }
}

/// Direction, the sign on its button, and its name.
pub fn directions(texts: Texts) -> [(Direction, String, String); 3] {
    [
        (Direction::Directed, "→", "direction-directed"),
        (Direction::Mutual, "↔", "direction-mutual"),
        (Direction::Undirected, "—", "direction-undirected"),
    ]
    .map(|(direction, sign, key)| (direction, sign.to_owned(), texts.t(key)))
}

pub fn direction_sign(direction: Direction) -> &'static str {
    match direction {
        Direction::Directed => "→",
        Direction::Mutual => "↔",
        Direction::Undirected => "—",
    }
}

/// Text and symbol of a word that actors have or have not.
pub fn word_of<I: PartialEq>(choices: &[Choice<Option<I>>], id: &Option<I>) -> (String, Symbol) {
    choices
        .iter()
        .find(|choice| choice.value == *id)
        .map(|choice| (choice.text.clone(), choice.symbol.clone()))
        .unwrap_or_default()
}

/// The id that a new word will get.
fn new_id(vocabulary: &Vocabulary, list: WordList, label: &str) -> String {
    slug(label, |id| has_word(vocabulary, list, id))
}

/// The id of the word with this label, however its letters are cased, if there is one.
fn existing_id(vocabulary: &Vocabulary, list: WordList, label: &str) -> Option<String> {
    let wanted = label.to_lowercase();
    labels(vocabulary, list)
        .find(|(_, known)| known.to_lowercase() == wanted)
        .map(|(id, _)| id.to_owned())
}

/// Ids and labels of a list, in its order.
pub fn labels(vocabulary: &Vocabulary, list: WordList) -> Box<dyn Iterator<Item = (&str, &str)> + '_> {
    macro_rules! pairs {
        ($list:ident) => {
            Box::new(
                vocabulary
                    .$list
                    .iter()
                    .map(|entry| (entry.id.as_str(), entry.label.as_str())),
            )
        };
    }
    match list {
        WordList::ActorKinds => pairs!(actor_kinds),
        WordList::Sectors => pairs!(sectors),
        WordList::Levels => pairs!(levels),
        WordList::Domains => pairs!(domains),
        WordList::Regions => pairs!(regions),
        WordList::RelationKinds => pairs!(relation_kinds),
    }
}

/// The id of a word that is there or would be made, and whether it is new.
pub fn find_or_new(vocabulary: &Vocabulary, list: WordList, label: &str) -> (String, bool) {
    match existing_id(vocabulary, list, label) {
        Some(id) => (id, false),
        None => (new_id(vocabulary, list, label), true),
    }
}

/// Sends the edit with the word that was typed: an existing one of that name, or a new one, as one step.
pub fn send_new_word(
    out: &mut Intents,
    vocabulary: &Vocabulary,
    list: WordList,
    label: &str,
    edit: impl FnOnce(&str) -> Edit,
) {
    out.extend(with_new_word(vocabulary, list, label, edit));
}

fn with_new_word(
    vocabulary: &Vocabulary,
    list: WordList,
    label: &str,
    edit: impl FnOnce(&str) -> Edit,
) -> Vec<Edit> {
    if let Some(id) = existing_id(vocabulary, list, label) {
        return vec![edit(&id)];
    }
    let id = new_id(vocabulary, list, label);
    let step = if list == WordList::RelationKinds {
        Label::EditRelation
    } else {
        Label::EditActor
    };
    vec![
        Edit::Begin(step),
        Edit::AddWord(list, label.to_owned()),
        edit(&id),
        Edit::End,
    ]
}

/// Notes what [`send_new_word`] would send for a word that stands in its field and is not entered yet.
pub fn note_new_word(
    ctx: &Context,
    text: Id,
    vocabulary: &Vocabulary,
    list: WordList,
    label: &str,
    edit: impl FnOnce(&str) -> Edit,
) {
    note_standing(ctx, text, with_new_word(vocabulary, list, label, edit));
}

/// Sends what was picked for actors.
pub fn send_for_actors<I: for<'a> From<&'a str>>(
    ctx: &Context,
    out: &mut Intents,
    vocabulary: &Vocabulary,
    list: WordList,
    ids: &[ActorId],
    picked: Option<Picked<Option<I>>>,
    field: impl Fn(Option<I>) -> ActorField,
) {
    let intent = |value| Edit::EditActors(ids.to_vec(), field(value).into());
    match picked {
        Some(Picked::Value(value)) => out.push(intent(value)),
        Some(Picked::NewWord(label)) => {
            send_new_word(out, vocabulary, list, &label, |id| intent(Some(I::from(id))));
        }
        Some(Picked::HalfTyped(text, label)) => {
            note_new_word(ctx, text, vocabulary, list, &label, |id| {
                intent(Some(I::from(id)))
            });
        }
        None => {}
    }
}

/// Sends the kind that was picked for relations.
pub fn send_kind(
    ctx: &Context,
    out: &mut Intents,
    vocabulary: &Vocabulary,
    ids: &[RelationId],
    picked: Option<Picked<RelationKindId>>,
) {
    let intent = |kind| Edit::EditRelations(ids.to_vec(), RelationField::Kind(kind).into());
    match picked {
        Some(Picked::Value(kind)) => out.push(intent(kind)),
        Some(Picked::NewWord(label)) => {
            send_new_word(out, vocabulary, WordList::RelationKinds, &label, |id| {
                intent(id.into())
            });
        }
        Some(Picked::HalfTyped(text, label)) => {
            let list = WordList::RelationKinds;
            note_new_word(ctx, text, vocabulary, list, &label, |id| intent(id.into()));
        }
        None => {}
    }
}

/// An owned copy of a shared value.
pub fn owned<T: Clone>(shown: &SharedValue<&T>) -> SharedValue<T> {
    match shown {
        SharedValue::Same(value) => SharedValue::Same((*value).clone()),
        SharedValue::Mixed => SharedValue::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_exists_is_used_and_a_new_one_is_made_in_one_step() {
        let vocabulary = Vocabulary::standard(Language::Nl);
        let edit = |id: &str| Edit::EditActors(vec![], ActorField::Sector(Some(id.into())).into());
        let mut out = Intents::default();
        send_new_word(&mut out, &vocabulary, WordList::Sectors, "overheid", edit);
        assert_eq!(out.as_slice(), [edit("overheid").into()]);

        let mut out = Intents::default();
        send_new_word(&mut out, &vocabulary, WordList::Sectors, "Media", edit);
        let out = out.as_slice();
        assert_eq!(out.len(), 4);
        assert_eq!(out[1], Edit::AddWord(WordList::Sectors, "Media".into()).into());
        assert_eq!(out[2], edit("media").into());
        assert_eq!(out[3], Edit::End.into());
    }
}
