//! Those who take part: municipalities, provinces, water boards, ministries, and who else sits at a table.

use std::collections::{BTreeMap, HashMap};

use super::{RegisterBuilder, RegisterTie, number_or_text, remark};
use crate::formats::Message;
use crate::formats::register::RegisterError;
use crate::formats::register::names;
use crate::formats::register::table::RegisterRow;
use crate::model::ActorId;

impl<'a> RegisterBuilder<'a> {
    /// Makes everybody who takes part in something; by kind, then by name.
    pub(super) fn participants(
        &mut self,
        ties: &BTreeMap<&'a str, Vec<RegisterTie<'a>>>,
    ) -> Result<HashMap<&'a str, ActorId>, RegisterError> {
        let mut rows: HashMap<&str, RegisterRow<'_>> = HashMap::new();
        for tie in ties.values().flatten() {
            let first = rows.entry(tie.participant).or_insert(tie.row);
            if tie.row.line() < first.line() {
                *first = tie.row;
            }
        }
        let kinds = ["gemeente", "provincie", "waterschap", "ministerie", "so"];
        let rank = |row: RegisterRow<'_>| kinds.iter().position(|kind| *kind == row.get("soort_deelnemer"));
        let mut order: Vec<(&str, RegisterRow<'_>, String)> = rows
            .into_iter()
            .map(|(id, row)| (id, row, self.participant_name(row)))
            .collect();
        order.sort_by_key(|(id, row, name)| {
            (
                rank(*row).unwrap_or(kinds.len()),
                name.to_lowercase(),
                (*id).to_owned(),
            )
        });
        order
            .into_iter()
            .map(|(id, row, name)| Ok((id, self.participant(id, row, &name)?)))
            .collect()
    }

    fn participant_name(&self, row: RegisterRow<'_>) -> String {
        let chosen = self
            .chosen
            .as_ref()
            .and_then(|chosen| chosen.get(row.get("code")));
        let municipality = self.municipalities.get(row.get("code"));
        let name = chosen
            .map(|it| it.name)
            .filter(|name| !name.is_empty())
            .or_else(|| municipality.map(|it| it.get("gemeente")))
            .unwrap_or_else(|| row.get("deelnemer"));
        name.strip_prefix("Gemeente ").unwrap_or(name).to_owned()
    }

    fn participant(&mut self, id: &str, row: RegisterRow<'_>, name: &str) -> Result<ActorId, RegisterError> {
        let code = row.get("code");
        let municipality = self.municipalities.get(code).copied();
        self.takes([id, name, code, row.get("soort_deelnemer")])?;
        self.takes(
            municipality
                .into_iter()
                .flat_map(RegisterRow::filled)
                .map(|(_, value)| value),
        )?;
        let key = if code.is_empty() {
            format!("deelnemer-{id}")
        } else {
            code.to_owned()
        };
        let actor_id = self.add_actor(&key, name, names::actor_kind(row.get("soort_deelnemer")));
        let region = match (&self.chosen, municipality) {
            (Some(chosen), _) => chosen.get(code).map(|it| it.region.to_owned()),
            (None, Some(municipality)) => Some(self.tables.region_of(municipality).to_owned()),
            (None, None) => None,
        };
        let region = region.and_then(|label| self.region(&label));
        if row.get("soort_deelnemer") == "gemeente" && municipality.is_none() {
            let message = Message::new("register-notice-abolished").with("name", name);
            self.report.remark(remark(row, message));
        }
        let actor = self.actor(actor_id);
        actor.region = region;
        actor.attributes.insert("deelnemer_id", id);
        actor
            .attributes
            .insert("soort_deelnemer", row.get("soort_deelnemer"));
        for (column, value) in municipality.into_iter().flat_map(RegisterRow::filled) {
            if column != "gemeente" {
                actor.attributes.insert(column, number_or_text(column, value));
            }
        }
        Ok(actor_id)
    }
}
