//! The Register van Overheidsorganisaties as tables: who takes part in which gemeenschappelijke regeling.
//!
//! Three tables with a header, comma or semicolon, UTF-8 with or without BOM; columns are found by name:
//!
//! - participants: `gr_id`, `deelnemer`, `deelnemer_id`, `code`, `soort_deelnemer`, and if present
//!   `toetredingsdatum`, `bestuursorganen`, `verdeelsleutel`, `geldig`;
//! - arrangements: `gr_id`, `regeling`, and if present `citeertitel`, `samenwerkingsvorm`,
//!   `samenwerkingsorgaan`, `domein`, `beleidsterreinen`, `bevoegdheid`, `inwerkingtreding`;
//! - municipalities: `gemeentecode`, `gemeente`; every other column is kept with the actor, and
//!   `arbeidsmarktregio_YEAR` is the region when no selection says otherwise.
//!
//! A selection is a fourth table `code,naam,regio`. A row with a municipality's code selects it, gives its
//! region and, if filled in, its name; a row with an arrangement's `gr_id` gives that a shorter name. Without
//! a selection, everybody who takes part in anything is included.
//!
//! What becomes of it: participants and arrangements are actors, an arrangement of a kind that is a table
//! others are members of; taking part is a formal, undirected, verified relation. Nobody has a place yet.

mod build;
mod names;
mod table;
mod tables;

use super::{ImportReport, Message};
use crate::model::{Constellation, Info};

/// The tables, as bytes of their files.
#[derive(Debug, Clone, Copy)]
pub struct RegisterFiles<'a> {
    pub participants: &'a [u8],
    pub arrangements: &'a [u8],
    pub municipalities: &'a [u8],
    pub selection: Option<&'a [u8]>,
}

/// Which table something is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhichTable {
    Participants,
    Arrangements,
    Municipalities,
    Selection,
}

/// Why the tables could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterError {
    pub table: WhichTable,
    pub message: Message,
}

/// Makes the two-mode network of the tables. Remarks of the report are about lines of the participants'
/// table; `made` counts actors and relations.
///
/// # Errors
/// A table that is not readable or lacks a column, or a selection that selects nobody.
pub fn read(files: RegisterFiles<'_>, info: Info) -> Result<(Constellation, ImportReport), RegisterError> {
    let tables = tables::Tables::read(files)?;
    build::build(&tables, info)
}
