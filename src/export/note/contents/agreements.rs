//! What was agreed: who does what, by when. All of it, whatever the filters hide: a promise is no part of a picture.

use super::{MOST_ROWS, NoteInput};
use crate::export::note::blocks::{NoteBlock, NoteColumn, NoteTable};
use crate::i18n::shown_up_to;
use crate::model::Agreement;
use crate::told::{agreements as told, note};

/// Letters of one cell.
const MOST_OF_CELL: usize = 2_000;

const COLUMNS: [&str; 6] = [
    "agreement-what",
    "agreement-who",
    "agreement-when",
    "agreement-about",
    "agreement-state",
    "note-column-more",
];

pub fn agreements(input: &NoteInput<'_>) -> Vec<NoteBlock> {
    let agreements = &input.constellation.agreements;
    if agreements.is_empty() {
        return Vec::new();
    }
    let name = input.texts.t("note-part-agreements");
    let columns = COLUMNS.map(|key| NoteColumn::words(input.texts.t(key)));
    let rows = agreements.values().take(MOST_ROWS);
    let rows = rows.map(|agreement| row(input, agreement)).collect();
    let mut blocks = vec![
        input.sentence(&told::counted(agreements.values())),
        NoteBlock::Table(NoteTable::new(&name, columns.into(), rows)),
    ];
    let more = note::more_rows(agreements.len().saturating_sub(MOST_ROWS));
    blocks.extend(more.map(|more| input.sentence(&more)));
    blocks
}

fn row(input: &NoteInput<'_>, agreement: &Agreement) -> Vec<String> {
    let constellation = input.constellation;
    let text = |text: &str| shown_up_to(text.trim(), MOST_OF_CELL).into_owned();
    let who = agreement.who.iter();
    let who: Vec<String> = who
        .map(|party| input.say(&told::party(constellation, party)))
        .collect();
    let about = told::subject(constellation, &agreement.about);
    vec![
        text(&agreement.what),
        text(&who.join(", ")),
        text(&told::moment(input.texts, &agreement.when)),
        about.map(|about| input.say(&about)).unwrap_or_default(),
        input.texts.t(told::state_key(agreement.is_done)),
        text(&agreement.note),
    ]
}
