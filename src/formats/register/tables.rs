//! The four tables together, and which of their rows are asked for.

use std::collections::{HashMap, HashSet};

use super::table::{RegisterRow, Table};
use super::{RegisterError, RegisterFiles, WhichTable};
use crate::formats::Message;

pub struct Tables {
    participants: Table,
    arrangements: Table,
    municipalities: Table,
    selection: Option<Table>,
    region_column: Option<String>,
}

/// What the selection says about a code.
#[derive(Clone, Copy, Default)]
pub struct ChosenCode<'a> {
    pub name: &'a str,
    pub region: &'a str,
}

impl Tables {
    pub fn read(files: RegisterFiles<'_>) -> Result<Self, RegisterError> {
        let participants = Table::read(WhichTable::Participants, files.participants)?;
        participants.require(&["gr_id", "deelnemer", "deelnemer_id", "code", "soort_deelnemer"])?;
        let arrangements = Table::read(WhichTable::Arrangements, files.arrangements)?;
        arrangements.require(&["gr_id", "regeling"])?;
        let municipalities = Table::read(WhichTable::Municipalities, files.municipalities)?;
        municipalities.require(&["gemeentecode", "gemeente"])?;
        let selection = files
            .selection
            .map(|bytes| {
                let table = Table::read(WhichTable::Selection, bytes)?;
                table.require(&["code", "naam", "regio"])?;
                Ok(table)
            })
            .transpose()?;
        Ok(Self {
            region_column: municipalities.column_like("arbeidsmarktregio").map(str::to_owned),
            participants,
            arrangements,
            municipalities,
            selection,
        })
    }

    pub fn participants(&self) -> impl Iterator<Item = RegisterRow<'_>> {
        self.participants.rows()
    }

    pub fn arrangements(&self) -> HashMap<&str, RegisterRow<'_>> {
        self.arrangements
            .rows()
            .map(|row| (row.get("gr_id"), row))
            .collect()
    }

    pub fn municipalities(&self) -> HashMap<&str, RegisterRow<'_>> {
        let rows = self.municipalities.rows();
        rows.map(|row| (row.get("gemeentecode"), row)).collect()
    }

    /// What is chosen by code, `None` when there is no selection and everybody is in.
    ///
    /// # Errors
    /// A selected municipality that no table has: a typing error would silently leave it out.
    pub fn chosen(&self) -> Result<Option<HashMap<&str, ChosenCode<'_>>>, RegisterError> {
        let Some(selection) = &self.selection else {
            return Ok(None);
        };
        let arrangements = self.arrangements();
        let codes: HashMap<&str, ()> = self.participants().map(|row| (row.get("code"), ())).collect();
        let mut chosen = HashMap::new();
        for row in selection.rows() {
            let code = row.get("code");
            if !codes.contains_key(code) && !arrangements.contains_key(code) {
                return Err(RegisterError {
                    table: WhichTable::Selection,
                    message: Message::new("register-error-selected")
                        .with("line", row.line())
                        .with("code", code),
                });
            }
            let (name, region) = (row.get("naam"), row.get("regio"));
            chosen.insert(code, ChosenCode { name, region });
        }
        Ok(Some(chosen))
    }

    /// Regions in the order in which the selection, else the municipalities' table, names them.
    pub fn regions(&self) -> Vec<&str> {
        let mut regions: Vec<&str> = match (&self.selection, &self.region_column) {
            (Some(selection), _) => selection.rows().map(|row| row.get("regio")).collect(),
            (None, Some(column)) => self.municipalities.rows().map(|row| row.get(column)).collect(),
            (None, None) => Vec::new(),
        };
        let mut seen = HashSet::new();
        regions.retain(|&region| !region.is_empty() && seen.insert(region));
        regions
    }

    /// The region a municipality's own row names.
    pub fn region_of<'a>(&self, municipality: RegisterRow<'a>) -> &'a str {
        self.region_column
            .as_deref()
            .map_or("", |column| municipality.get(column))
    }
}
