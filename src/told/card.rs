//! The human card in words: what people, and not figures, know of a candidate.

use crate::i18n::Message;
use crate::model::{Answer, HumanCard};

/// Key of the short name of every question, and what was answered; in the order of the source, the mandate is ours.
pub fn questions(card: &HumanCard) -> [(&'static str, Option<Answer>); 5] {
    let HumanCard {
        embedded,
        communicative,
        agile,
        available,
        mandate,
        note: _,
    } = card;
    [
        ("card-embedded", *embedded),
        ("card-communicative", *communicative),
        ("card-agile", *agile),
        ("card-available", *available),
        ("card-mandate", *mandate),
    ]
}

/// Key of an answer.
pub fn answer_key(answer: Option<Answer>) -> &'static str {
    match answer {
        None => "answer-unknown",
        Some(Answer::Yes) => "answer-yes",
        Some(Answer::Partly) => "answer-partly",
        Some(Answer::No) => "answer-no",
    }
}

/// What was answered, each with what was asked: "Ingebed: ja".
pub fn answers(card: &HumanCard) -> Vec<Message> {
    let answered = questions(card).into_iter().filter(|(_, answer)| answer.is_some());
    let told = answered.map(|(key, answer)| {
        Message::new("note-fact")
            .with("name", Message::new(key))
            .with("value", Message::new(answer_key(answer)))
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;
    use crate::model::Language;

    #[test]
    fn what_people_answered_is_told_and_what_they_did_not_is_not() {
        let card = HumanCard {
            embedded: Some(Answer::Yes),
            mandate: Some(Answer::No),
            ..HumanCard::default()
        };
        let told = |language| -> Vec<String> {
            answers(&card)
                .iter()
                .map(|one| one.text(Texts::new(language)))
                .collect()
        };
        assert_eq!(told(Language::Nl), ["Ingebed: ja", "Mandaat: nee"]);
        assert_eq!(told(Language::En).len(), 2);
        assert_eq!(answers(&HumanCard::default()), []);
    }
}
