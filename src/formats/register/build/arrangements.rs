//! The arrangements: bodies with their region, domains and legal form, and a relation for every seat.

use std::collections::{BTreeMap, HashMap};

use super::{RegisterBuilder, RegisterTie, number_or_text};
use crate::formats::register::table::RegisterRow;
use crate::formats::register::{RegisterError, names};
use crate::formats::{FilePlace, Message, Remark};
use crate::model::{ActorId, Direction, Relation, RelationId};

impl<'a> RegisterBuilder<'a> {
    pub(super) fn arrangements(
        &mut self,
        ties: &BTreeMap<&'a str, Vec<RegisterTie<'a>>>,
        participants: &HashMap<&str, ActorId>,
    ) -> Result<(), RegisterError> {
        let rows = self.tables.arrangements();
        let regions = self.regions_of_arrangements();
        let mut order: Vec<(String, &str)> = ties
            .keys()
            .filter_map(|id| Some((self.arrangement_name(id, *rows.get(id)?), *id)))
            .collect();
        order.sort_by_key(|(name, id)| (name.to_lowercase(), *id));
        let mut without_domain = 0;
        for (name, id) in order {
            let row = rows[id];
            without_domain += usize::from(row.get("domein").is_empty());
            let region = regions.get(id).copied().flatten();
            self.takes(row.filled().map(|(_, value)| value))?;
            let body = self.arrangement(id, row, &name, region);
            let mut members: Vec<(ActorId, RegisterRow<'_>)> = ties[id]
                .iter()
                .map(|tie| (participants[tie.participant], tie.row))
                .collect();
            members.sort_by_key(|(member, _)| *member);
            for (member, row) in members {
                self.tie(member, body, id, row)?;
            }
        }
        if without_domain > 0 {
            let message = Message::new("register-notice-domain").with("count", without_domain);
            self.report.remark(Remark {
                place: FilePlace::Whole,
                message,
            });
        }
        Ok(())
    }

    fn arrangement_name(&self, id: &str, row: RegisterRow<'_>) -> String {
        let chosen = self.chosen.as_ref().and_then(|chosen| chosen.get(id));
        match chosen.map(|it| it.name).filter(|name| !name.is_empty()) {
            Some(name) => name.to_owned(),
            None => names::short(["samenwerkingsorgaan", "citeertitel", "regeling"].map(|it| row.get(it))),
        }
    }

    /// The one region all municipalities of an arrangement are in, chosen or not; else `None`.
    fn regions_of_arrangements(&self) -> HashMap<&'a str, Option<&'a str>> {
        let mut regions: HashMap<&str, Option<&str>> = HashMap::new();
        for row in self.tables.participants() {
            if row.get("soort_deelnemer") != "gemeente" {
                continue;
            }
            let code = row.get("code");
            let region = match &self.chosen {
                Some(chosen) => chosen.get(code).map_or("", |it| it.region),
                None => self
                    .municipalities
                    .get(code)
                    .map_or("", |it| self.tables.region_of(*it)),
            };
            let region = Some(region).filter(|it| !it.is_empty());
            let known = regions.entry(row.get("gr_id")).or_insert(region);
            if *known != region {
                *known = None;
            }
        }
        regions
    }

    fn arrangement(&mut self, id: &str, row: RegisterRow<'_>, name: &str, region: Option<&str>) -> ActorId {
        let actor_id = self.add_actor(&format!("GR{id}"), name, Some("samenwerkingsverband"));
        let mut domains = Vec::new();
        for part in row
            .get("domein")
            .split('/')
            .map(str::trim)
            .filter(|it| !it.is_empty())
        {
            let domain = self.domain(names::domain(part));
            if !domains.contains(&domain) {
                domains.push(domain);
            }
        }
        // A region of the selection is a basisregio, one of the labour market a region.
        let level = if region.is_some() && self.chosen.is_some() {
            "basisregio"
        } else {
            "regio"
        };
        let region = region.and_then(|label| self.region(label));
        let actor = self.actor(actor_id);
        actor.sector = Some("overheid".into());
        actor.level = Some(level.into());
        actor.region = region;
        actor.domains = domains;
        actor.form = row.get("samenwerkingsvorm").to_owned();
        for column in [
            "gr_id",
            "regeling",
            "citeertitel",
            "beleidsterreinen",
            "bevoegdheid",
            "inwerkingtreding",
            "aantal_deelnemers",
        ] {
            let value = row.get(column);
            if !value.is_empty() {
                actor.attributes.insert(column, number_or_text(column, value));
            }
        }
        actor_id
    }

    fn tie(
        &mut self,
        member: ActorId,
        body: ActorId,
        arrangement: &str,
        row: RegisterRow<'_>,
    ) -> Result<(), RegisterError> {
        let id = RelationId(self.take_id());
        let key = format!("GR{arrangement}-{}", self.constellation.actors[&member].key);
        self.takes([
            key.as_str(),
            row.get("toetredingsdatum"),
            row.get("bestuursorganen"),
            row.get("verdeelsleutel"),
        ])?;
        let mut relation = Relation::new(id, &key, member, body, "formeel".into());
        relation.direction = Direction::Undirected;
        relation.verified = true;
        for column in ["toetredingsdatum", "bestuursorganen", "verdeelsleutel"] {
            let value = row.get(column);
            if !value.is_empty() {
                relation.attributes.insert(column, value);
            }
        }
        self.constellation.relations.insert(id, relation);
        self.report.made += 1;
        Ok(())
    }
}
