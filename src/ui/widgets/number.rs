//! Numbers that can be dragged and typed, with comma or point.

use std::cell::RefCell;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{DragValue, Event, Id, Key, Response, Ui};

use super::field::{forget_typed, note_number, typed_number};
use super::{forget_half_typed, note_half_typed};
use crate::command::Edit;
use crate::edit::Label;
use crate::i18n::{MINUS, Texts, decimals_that_show};
use crate::model::{Language, NoteTarget};
use crate::ui::Intents;

/// More than any number on the screen has.
const MOST_SIGNS: usize = 64;

/// Why a text is not taken for a number.
#[derive(Debug, Clone, PartialEq)]
pub enum BadNumber {
    NoNumber,
    /// One thing in one language and another in the other: the user is asked.
    Ambiguous {
        typed: String,
        whole: f64,
        decimal: f64,
    },
}

impl BadNumber {
    /// What to tell the user; `refusal` is the key of what this field wants.
    pub fn text(&self, texts: Texts, refusal: &str) -> String {
        match self {
            Self::NoNumber => texts.t(refusal),
            Self::Ambiguous {
                typed,
                whole,
                decimal,
            } => texts.with(
                "number-ambiguous",
                &[
                    ("typed", typed.clone().into()),
                    ("whole", texts.plain_number(*whole, 0).into()),
                    ("decimal", texts.plain_number(*decimal, 6).into()),
                ],
            ),
        }
    }
}

/// Reads a number as people of this language write it. The decimal sign of the other language is taken too,
/// where it cannot be meant to keep thousands apart.
///
/// ```
/// use netwerkopstelling::model::Language::{En, Nl};
/// use netwerkopstelling::ui::widgets::{BadNumber, parse_number};
/// assert_eq!(parse_number("2,5", Nl), Ok(2.5));
/// assert_eq!(parse_number("2.5", Nl), Ok(2.5));
/// assert_eq!(parse_number(" 1.250,75 ", Nl), Ok(1250.75));
/// assert_eq!(parse_number("1,250", Nl), Ok(1.25));
/// assert!(matches!(parse_number("1.250", Nl), Err(BadNumber::Ambiguous { .. })));
/// assert!(matches!(parse_number("1,250", En), Err(BadNumber::Ambiguous { .. })));
/// assert_eq!(parse_number("veel", Nl), Err(BadNumber::NoNumber));
/// ```
pub fn parse_number(text: &str, language: Language) -> Result<f64, BadNumber> {
    // Copied from the screen, a number has the minus that people read.
    let as_typed = |sign| if sign == MINUS { '-' } else { sign };
    let signs = text.chars().filter(|sign| !sign.is_whitespace());
    let compact: String = signs.map(as_typed).collect();
    let (decimal, other) = match language {
        Language::Nl => (',', '.'),
        Language::En => ('.', ','),
    };
    let marks: Vec<char> = compact.chars().filter(|sign| matches!(sign, ',' | '.')).collect();
    let count = |wanted: char| marks.iter().filter(|sign| **sign == wanted).count();
    let mark = match (count(decimal), count(other)) {
        // The sign that comes last, and once, is the decimal sign.
        (1, _) if marks.last() == Some(&decimal) => Some(decimal),
        (_, 1) if marks.last() == Some(&other) => Some(other),
        // No sign, or several of one, which keep thousands apart.
        (0, _) | (_, 0) => None,
        _ => return Err(BadNumber::NoNumber),
    };
    let (whole, decimals) = match mark {
        Some(mark) => compact.split_once(mark).ok_or(BadNumber::NoNumber)?,
        None => (compact.as_str(), ""),
    };
    let parts: Vec<&str> = whole.trim_start_matches(['+', '-']).split(['.', ',']).collect();
    let groups_fit = parts[0].len() <= 3 && parts[1..].iter().all(|part| part.len() == 3);
    if parts.len() > 1 && !groups_fit {
        return Err(BadNumber::NoNumber);
    }
    let whole = whole.replace(['.', ','], "");
    let read = |text: &str| {
        let is_plain = text
            .chars()
            .all(|sign| sign.is_ascii_digit() || "+-.eE".contains(sign));
        let number = text.parse().ok();
        number.filter(|value: &f64| is_plain && value.is_finite())
    };
    let number = match mark {
        Some(_) => read(&format!("{whole}.{decimals}")),
        None => read(&whole),
    };
    let value = number.ok_or(BadNumber::NoNumber)?;
    let is_three = decimals.len() == 3 && decimals.bytes().all(|sign| sign.is_ascii_digit());
    let starts_thousands = (1..=3).contains(&parts[0].len()) && !parts[0].starts_with('0');
    if mark == Some(other) && parts.len() == 1 && is_three && starts_thousands {
        let whole = read(&format!("{whole}{decimals}")).ok_or(BadNumber::NoNumber)?;
        return Err(BadNumber::Ambiguous {
            typed: text.trim().to_owned(),
            whole,
            decimal: value,
        });
    }
    Ok(value)
}

/// A number about the document.
pub struct NumberField<'a> {
    pub id: Id,
    /// The label that names it; without one, the caller does.
    pub label: Option<Id>,
    /// The key of its name, and whom it is about: of letters that are no number a note is kept.
    pub name: &'static str,
    pub about: NoteTarget,
    pub value: f64,
    /// Shown in place of the number, e.g. that values differ.
    pub instead: Option<String>,
    /// Dragging stays at or above this.
    pub least: f64,
    pub most: f64,
    pub speed: f64,
    pub decimals: usize,
    pub suffix: &'a str,
    /// Whether what was typed may be stored.
    pub accepts: fn(f64) -> bool,
    /// Name of the step to undo.
    pub step: Label,
}

impl NumberField<'_> {
    /// Whether the document says this number already. Where it says several, or none, any number is another one.
    fn says(&self, number: f64) -> bool {
        self.instead.is_none() && number == self.value
    }

    fn written(&self, texts: Texts, value: f64) -> String {
        texts.plain_number(value, decimals_that_show(value, self.decimals))
    }
}

/// Draws the number. A drag is one step to undo and Esc takes it back; what is typed is sent on leaving.
/// Returns why the last typed text was refused, while that matters: the caller shows it.
pub fn number_ui(
    ui: &mut Ui,
    texts: Texts,
    field: &NumberField<'_>,
    out: &mut Intents,
    to_edit: impl Fn(f64) -> Edit,
) -> (Response, Option<BadNumber>) {
    let entry = NumberEntry::default();
    // What is being typed is the field's own number, as long as the document says the same as before.
    let before = typed_number(ui.ctx(), field.id, field.value)
        .or_else(|| load_unread(ui, field).map(|unread| unread.number))
        .unwrap_or(field.value);
    let mut value = before;
    let mut response = drag_ui(ui, texts, field, &entry, &mut value);
    if let Some(label) = field.label {
        response = response.labelled_by(label);
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        select_all(ui, response.id);
    }
    if response.drag_started() {
        out.push(Edit::Begin(field.step));
    }
    if response.dragged() && ui.input(|input| input.key_pressed(Key::Escape)) {
        ui.ctx().stop_dragging();
        out.push(Edit::Abort);
    } else if response.dragged() {
        let value = value.clamp(field.least, field.most);
        // Pressed and not moved yet: not even where the document says several numbers.
        if value != field.value {
            send(value, field, out, &to_edit);
        }
    } else {
        match entry.verdict() {
            Some(verdict) if response.has_focus() => {
                note_typing(ui, field, verdict.is_ok().then_some(value), &to_edit);
                if verdict.is_err() {
                    keep_unread(ui, texts, field, before, entry.letters());
                } else {
                    forget_half_typed(ui.ctx(), field.id);
                }
                // Half a number need not be one yet.
                entry.forget();
            }
            Some(verdict) => {
                forget_typed(ui.ctx(), field.id);
                if verdict.is_ok() {
                    send(value, field, out, &to_edit);
                }
            }
            // Changed by an arrow, or by who cannot see it.
            None if value != before => {
                forget_typed(ui.ctx(), field.id);
                send(value, field, out, &to_edit);
            }
            None if response.lost_focus() => forget_typed(ui.ctx(), field.id),
            // Nothing was typed in this frame.
            None if response.has_focus() => {
                if let Some(unread) = load_unread(ui, field) {
                    keep_unread(ui, texts, field, before, unread.letters);
                }
            }
            None => {}
        }
    }
    if response.drag_stopped() {
        out.push(Edit::End);
    }
    let refused = entry.refused(ui, field.id, &response, field.value);
    (response, refused)
}

fn drag_ui(
    ui: &mut Ui,
    texts: Texts,
    field: &NumberField<'_>,
    entry: &NumberEntry,
    value: &mut f64,
) -> Response {
    let is_entered = ui.input(|input| input.key_pressed(Key::Enter));
    let drag = DragValue::new(value)
        .speed(field.speed)
        // What is typed is read letter by letter, but sent on leaving: see `note_typing`.
        .update_while_editing(!is_entered)
        .suffix(field.suffix)
        .custom_formatter(|value, _| {
            let instead = field.instead.clone();
            instead.unwrap_or_else(|| field.written(texts, value))
        })
        .custom_parser(|text| {
            let text = text.trim_end_matches(field.suffix);
            if field.instead.as_deref() == Some(text) {
                return None;
            }
            if field.instead.is_none() && text == field.written(texts, field.value) {
                // Nothing was typed: what the field does not show of the number stays too.
                entry.clear();
                return Some(field.value);
            }
            entry.read(text, texts, field.accepts)
        });
    ui.push_id(field.id, |ui| ui.add_sized([72.0, 26.0], drag)).inner
}

fn send(value: f64, field: &NumberField<'_>, out: &mut Intents, to_edit: impl Fn(f64) -> Edit) {
    if !field.says(value) {
        out.push(to_edit(value));
    }
}

/// Keeps the text of the field; `number` is `None` while the field does not accept it.
fn note_typing(ui: &Ui, field: &NumberField<'_>, number: Option<f64>, to_edit: impl Fn(f64) -> Edit) {
    match number.filter(|number| !field.says(*number)) {
        Some(number) => note_number(ui.ctx(), field.id, field.value, number, to_edit(number).into()),
        None => forget_typed(ui.ctx(), field.id),
    }
}

/// Letters that are no number, or two, and the last number that was read of them.
#[derive(Clone)]
struct UnreadNumber {
    letters: String,
    number: f64,
    /// What the document said then.
    value: f64,
    last_drawn: u64,
}

fn load_unread(ui: &Ui, field: &NumberField<'_>) -> Option<UnreadNumber> {
    let unread: UnreadNumber = ui.data(|data| data.get_temp(field.id.with("half")))?;
    let still_holds = unread.value == field.value && unread.last_drawn + 1 >= ui.ctx().cumulative_pass_nr();
    still_holds.then_some(unread)
}

/// The widget throws letters away once its number is another one than they began with: it keeps the last that was read
/// until they are a number again, or are left. Nothing of it is sent.
fn keep_unread(ui: &Ui, texts: Texts, field: &NumberField<'_>, number: f64, letters: String) {
    note_half_typed(ui.ctx(), field.id, field.about, &texts.t(field.name), &letters);
    let unread = UnreadNumber {
        letters,
        number,
        value: field.value,
        last_drawn: ui.ctx().cumulative_pass_nr(),
    };
    ui.data_mut(|data| data.insert_temp(field.id.with("half"), unread));
}

/// The field keeps the keyboard after Enter: a number typed next takes the place of this one, and is not added
/// to its digits.
fn select_all(ui: &Ui, id: Id) {
    let Some(mut state) = TextEditState::load(ui.ctx(), id) else {
        return;
    };
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(MOST_SIGNS));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
}

/// What was typed in a number's field: read by the one function for all of them, and remembered when refused.
#[derive(Default)]
pub struct NumberEntry {
    letters: RefCell<String>,
    verdict: RefCell<Option<Result<(), BadNumber>>>,
}

/// A refusal, as long as its cause is there.
#[derive(Clone)]
struct Refusal {
    bad: BadNumber,
    /// What the field said then.
    value: f64,
    last_drawn: u64,
}

impl NumberEntry {
    /// For the parser of a field: the number, when the field accepts it.
    pub fn read(&self, text: &str, texts: Texts, accepts: impl Fn(f64) -> bool) -> Option<f64> {
        let read = parse_number(text, texts.language).and_then(|number| {
            if accepts(number) {
                Ok(number)
            } else {
                Err(BadNumber::NoNumber)
            }
        });
        *self.verdict.borrow_mut() = Some(read.clone().map(drop));
        text.clone_into(&mut self.letters.borrow_mut());
        read.ok()
    }

    /// What was read last.
    fn letters(&self) -> String {
        self.letters.borrow().clone()
    }

    /// Whether the text was taken, when there was one to read.
    fn verdict(&self) -> Option<Result<(), BadNumber>> {
        self.verdict.borrow().clone()
    }

    /// A number that was read is not reported.
    fn forget(&self) {
        *self.verdict.borrow_mut() = None;
    }

    /// Nothing at all was typed, and that is fine.
    pub fn clear(&self) {
        *self.verdict.borrow_mut() = Some(Ok(()));
    }

    /// Why the last text was refused. Gone once a number is taken, the field is entered again, left out of the
    /// screen (another selection) or says something else.
    pub fn refused(self, ui: &Ui, id: Id, response: &Response, value: f64) -> Option<BadNumber> {
        let key = id.with("refused");
        let now = ui.ctx().cumulative_pass_nr();
        let before: Option<Refusal> = ui.data(|data| data.get_temp(key));
        let is_left = was_escaped(ui, id, now);
        let still_holds = |refusal: &Refusal| {
            refusal.value == value
                && refusal.last_drawn + 1 >= now
                && !response.dragged()
                && !response.gained_focus()
                && !is_left
        };
        let bad = match self.verdict.into_inner() {
            Some(Ok(())) => None,
            Some(Err(_)) if is_left => None,
            Some(Err(bad)) => Some(bad),
            None => before.filter(still_holds).map(|refusal| refusal.bad),
        };
        ui.data_mut(|data| match bad.clone() {
            Some(bad) => {
                data.insert_temp(
                    key,
                    Refusal {
                        bad,
                        value,
                        last_drawn: now,
                    },
                );
            }
            None => {
                data.remove::<Refusal>(key);
            }
        });
        bad
    }
}

/// Whether Esc was pressed, whoever took the key. The field may lose the keyboard a frame later, and be read then.
fn was_escaped(ui: &Ui, id: Id, now: u64) -> bool {
    const LATER: u64 = 2;
    let is_escape = |event: &Event| {
        matches!(
            event,
            Event::Key {
                key: Key::Escape,
                pressed: true,
                ..
            }
        )
    };
    let key = id.with("escaped");
    if ui.input(|input| input.raw.events.iter().any(is_escape)) {
        ui.data_mut(|data| data.insert_temp(key, now));
    }
    let last: Option<u64> = ui.data(|data| data.get_temp(key));
    last.is_some_and(|last| last + LATER >= now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_read_where_they_can_be_nothing_else() {
        for (text, nl) in [
            ("1.250.000", 1_250_000.0),
            ("12.345,5", 12_345.5),
            ("1,250.75", 1_250.75),
            ("0.250", 0.25),
            ("1.25", 1.25),
            ("1.2500", 1.25),
            ("-3,5", -3.5),
            ("−3,5", -3.5),
            ("1e3", 1000.0),
            ("1250", 1250.0),
            ("1,", 1.0),
            (",5", 0.5),
        ] {
            assert_eq!(parse_number(text, Language::Nl), Ok(nl), "{text}");
        }
        for text in [
            "",
            "1.25.3",
            "1,2,3",
            "12.5,3.4",
            "1.2345.678",
            "1 kg",
            "0x1F",
            "NaN",
            "inf",
        ] {
            assert_eq!(
                parse_number(text, Language::Nl),
                Err(BadNumber::NoNumber),
                "{text}"
            );
        }
        assert_eq!(parse_number("1.250", Language::En), Ok(1.25));
        assert_eq!(parse_number("1,5", Language::En), Ok(1.5));
    }

    #[test]
    fn what_can_be_two_numbers_is_asked_about_in_both_languages() {
        for (text, language) in [
            ("1.250", Language::Nl),
            ("-12.500", Language::Nl),
            ("1,250", Language::En),
        ] {
            let read = parse_number(text, language);
            assert!(
                matches!(read, Err(BadNumber::Ambiguous { .. })),
                "{text}: {read:?}"
            );
        }
        let bad = parse_number("1.250", Language::Nl).unwrap_err();
        let text_of_refusal = bad.text(Texts::new(Language::Nl), "weight-refused");
        assert!(
            text_of_refusal.contains("1250") && text_of_refusal.contains("1,25"),
            "{text_of_refusal}"
        );
    }
}
