//! The human card: what the network cannot know of a candidate, filled in by people.

use egui::{Id, Label, RichText, Ui, vec2};
use egui_phosphor::regular as icon;

use crate::command::Edit;
use crate::edit::ActorField;
use crate::i18n::Texts;
use crate::model::{Actor, Answer, HumanCard};
use crate::told::card::answer_key;
use crate::ui::widgets::{Field, field_ui, remark_ui};
use crate::ui::{FrameContext, Intents};

/// One question of the card.
pub struct CardQuestion {
    /// Key of its short name; `KEY-asked` is the question in full.
    pub key: &'static str,
    pub get: fn(&HumanCard) -> Option<Answer>,
    set: fn(&mut HumanCard, Option<Answer>),
}

macro_rules! question {
    ($key:literal, $field:ident) => {
        CardQuestion {
            key: $key,
            get: |card| card.$field,
            set: |card, answer| card.$field = answer,
        }
    };
}

/// In the order of the source; the mandate is ours.
pub const QUESTIONS: [CardQuestion; 5] = [
    question!("card-embedded", embedded),
    question!("card-communicative", communicative),
    question!("card-agile", agile),
    question!("card-available", available),
    question!("card-mandate", mandate),
];

const ANSWERS: [Option<Answer>; 4] = [None, Some(Answer::Yes), Some(Answer::Partly), Some(Answer::No)];

/// Width of the column of questions: two lines of the longest, beside four answers in a panel of 330.
const QUESTION_WIDTH: f32 = 112.0;

fn sign(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => icon::CHECK,
        Answer::Partly => "±",
        Answer::No => icon::X,
    }
}

/// How many of the questions have an answer.
pub fn answered(card: &HumanCard) -> usize {
    QUESTIONS
        .iter()
        .filter(|question| (question.get)(card).is_some())
        .count()
}

/// What has been filled in, as signs with words: the sign alone would ask for a legend. `None` when nothing
/// was.
pub fn signs(texts: Texts, card: &HumanCard) -> Option<String> {
    let signs: Vec<String> = QUESTIONS
        .iter()
        .filter_map(|question| {
            let answer = (question.get)(card)?;
            // One piece, so that a line never ends between the sign and its word.
            let word = texts.t(question.key).to_lowercase().replace(' ', "\u{a0}");
            Some(format!("{}\u{a0}{word}", sign(answer)))
        })
        .collect();
    (!signs.is_empty()).then(|| signs.join("   "))
}

/// The same in words, for screen readers.
pub fn spoken(texts: Texts, card: &HumanCard) -> String {
    let said: Vec<String> = QUESTIONS
        .iter()
        .filter_map(|question| {
            let answer = (question.get)(card)?;
            Some(format!(
                "{} {}",
                texts.t(question.key),
                texts.t(answer_key(Some(answer)))
            ))
        })
        .collect();
    texts.with("card-said", &[("answers", said.join(", ").into())])
}

/// The questions with their answers, and room for an explanation.
pub fn card_ui(ui: &mut Ui, context: &FrameContext<'_>, actor: &Actor, out: &mut Intents) {
    let texts = context.texts;
    let send = |card: HumanCard, out: &mut Intents| {
        out.push(Edit::EditActors(
            vec![actor.id],
            ActorField::Card(Box::new(card)).into(),
        ));
    };
    remark_ui(ui, &texts.t("card-lead"));
    for question in &QUESTIONS {
        if let Some(answer) = question_ui(ui, texts, question, &actor.card) {
            let mut card = actor.card.clone();
            (question.set)(&mut card, answer);
            send(card, out);
        }
    }
    let hint = texts.t("card-note-hint");
    let name = texts.with("card-note-of", &[("name", actor.label.clone().into())]);
    let field = Field::new(Id::new(("card-note", actor.id)), &actor.card.note)
        .named(&name)
        .hint(&hint)
        .rows(2);
    field_ui(ui, field, out, |note| {
        let card = HumanCard {
            note,
            ..actor.card.clone()
        };
        Edit::EditActors(vec![actor.id], ActorField::Card(Box::new(card)).into())
    });
    let source = Label::new(RichText::new(texts.t("card-source")).weak().size(12.0)).wrap();
    ui.add(source).on_hover_text(texts.t("card-source-quote"));
}

/// One row; returns another answer when it was chosen.
fn question_ui(
    ui: &mut Ui,
    texts: Texts,
    question: &CardQuestion,
    card: &HumanCard,
) -> Option<Option<Answer>> {
    let now = (question.get)(card);
    let name = texts.t(question.key);
    let mut chosen = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 3.0;
        ui.spacing_mut().button_padding = vec2(6.0, 4.0);
        ui.allocate_ui_with_layout(
            vec2(QUESTION_WIDTH, 26.0),
            egui::Layout::left_to_right(egui::Align::Center),
            |ui| {
                ui.set_min_width(QUESTION_WIDTH);
                ui.set_max_width(QUESTION_WIDTH);
                ui.add(Label::new(RichText::new(&name).size(13.0)).wrap())
                    .on_hover_text(texts.t(&format!("{}-asked", question.key)));
            },
        );
        for answer in ANSWERS {
            let word = texts.t(answer_key(answer));
            let shown = match answer {
                None => "?".to_owned(),
                Some(answer) => format!("{} {word}", sign(answer)),
            };
            let is_on = now == answer;
            let button = egui::Button::selectable(is_on, RichText::new(shown).size(13.0));
            let response = ui.add(button.frame_when_inactive(true));
            let label = format!("{name}: {word}");
            response.widget_info(|| {
                egui::WidgetInfo::selected(egui::WidgetType::RadioButton, true, is_on, &label)
            });
            if response.on_hover_text(label).clicked() && !is_on {
                chosen = Some(answer);
            }
        }
    });
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn every_question_reads_what_it_writes() {
        for question in &QUESTIONS {
            let mut card = HumanCard::default();
            (question.set)(&mut card, Some(Answer::Partly));
            assert_eq!((question.get)(&card), Some(Answer::Partly), "{}", question.key);
            assert_eq!(answered(&card), 1);
        }
    }

    #[test]
    fn the_signs_tell_only_what_was_filled_in() {
        let texts = Texts::new(Language::Nl);
        assert_eq!(signs(texts, &HumanCard::default()), None);
        let card = HumanCard {
            embedded: Some(Answer::Yes),
            mandate: Some(Answer::No),
            ..HumanCard::default()
        };
        let expected = format!("{}\u{a0}ingebed   {}\u{a0}mandaat", icon::CHECK, icon::X);
        assert_eq!(signs(texts, &card), Some(expected));
        assert_eq!(spoken(texts, &card), "Kaart: Ingebed ja, Mandaat nee");
    }
}
