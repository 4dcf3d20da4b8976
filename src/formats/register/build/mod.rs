//! From tables to constellation.

mod arrangements;
mod participants;

use std::collections::{BTreeMap, HashMap, HashSet};

use super::table::RegisterRow;
use super::tables::{ChosenCode, Tables};
use super::{RegisterError, WhichTable};
use crate::formats::limits::MAX_REGISTER_BYTES;
use crate::formats::{FilePlace, ImportReport, Message, Remark};
use crate::model::{Actor, ActorId, Constellation, Domain, DomainId, Extra, Info, Region, RegionId, slug};

/// A row of the participants' table that became a relation.
struct RegisterTie<'a> {
    participant: &'a str,
    row: RegisterRow<'a>,
}

struct RegisterBuilder<'a> {
    tables: &'a Tables,
    municipalities: HashMap<&'a str, RegisterRow<'a>>,
    chosen: Option<HashMap<&'a str, ChosenCode<'a>>>,
    constellation: Constellation,
    report: ImportReport,
    /// Keys of the actors.
    taken: HashSet<String>,
    region_ids: HashMap<&'a str, RegionId>,
    /// Bytes of text in what was made.
    bytes: usize,
}

pub fn build(tables: &Tables, info: Info) -> Result<(Constellation, ImportReport), RegisterError> {
    let constellation = Constellation {
        info: info.clone(),
        ..Constellation::new(info.language)
    };
    let mut builder = RegisterBuilder {
        tables,
        municipalities: tables.municipalities(),
        chosen: tables.chosen()?,
        constellation,
        report: ImportReport::default(),
        taken: HashSet::new(),
        region_ids: HashMap::new(),
        bytes: 0,
    };
    builder.regions();
    let ties = builder.ties();
    if ties.is_empty() {
        return Err(RegisterError {
            table: WhichTable::Participants,
            message: Message::new("register-error-nobody"),
        });
    }
    let participants = builder.participants(&ties)?;
    builder.arrangements(&ties, &participants)?;
    Ok((builder.constellation, builder.report))
}

impl<'a> RegisterBuilder<'a> {
    fn regions(&mut self) {
        let regions = &mut self.constellation.vocabulary.regions;
        let mut taken: HashSet<String> = regions.iter().map(|one| one.id.to_string()).collect();
        // For the same letters, numbering continues after the last one.
        let mut last: HashMap<String, u32> = HashMap::new();
        for label in self.tables.regions() {
            let plain = slug(label, |_| false);
            let id = if taken.contains(&plain) {
                let number = last.entry(plain.clone()).or_insert(1);
                loop {
                    *number += 1;
                    let id = format!("{plain}-{number}");
                    if !taken.contains(&id) {
                        break id;
                    }
                }
            } else {
                plain
            };
            taken.insert(id.clone());
            self.region_ids.entry(label).or_insert_with(|| RegionId::new(&id));
            regions.push(Region {
                id: RegionId::new(&id),
                label: label.to_owned(),
                colour: None,
                extra: Extra::new(),
            });
        }
    }

    /// Rows that become relations, by arrangement; everything else in scope is reported.
    fn ties(&mut self) -> BTreeMap<&'a str, Vec<RegisterTie<'a>>> {
        let arrangements = self.tables.arrangements();
        let mut seen = HashSet::new();
        let mut ties: BTreeMap<&str, Vec<RegisterTie<'_>>> = BTreeMap::new();
        for row in self.tables.participants() {
            let chosen = self.chosen.as_ref();
            if chosen.is_some_and(|chosen| !chosen.contains_key(row.get("code"))) {
                continue;
            }
            let (arrangement, participant) = (row.get("gr_id"), row.get("deelnemer_id"));
            let reason = if !arrangements.contains_key(arrangement) {
                Some("register-skip-arrangement")
            } else if participant.is_empty() {
                Some("register-skip-participant")
            } else if !row.get("geldig").is_empty() && !row.get("geldig").eq_ignore_ascii_case("ja") {
                Some("register-skip-ended")
            } else {
                None
            };
            if let Some(key) = reason {
                let message = Message::new(key).with("name", row.get("deelnemer"));
                self.report
                    .skipped
                    .push(remark(row, message.with("arrangement", row.get("regeling"))));
            } else if seen.insert((arrangement, participant)) {
                ties.entry(arrangement)
                    .or_default()
                    .push(RegisterTie { participant, row });
            } else {
                self.report.merged += 1;
            }
        }
        ties
    }

    fn take_id(&mut self) -> u32 {
        let id = self.constellation.next_id;
        self.constellation.next_id += 1;
        id
    }

    /// An actor with what its kind starts with.
    fn add_actor(&mut self, key: &str, name: &str, kind: Option<&'static str>) -> ActorId {
        let id = ActorId(self.take_id());
        let key = if self.taken.contains(key) {
            format!("{key}-{id}")
        } else {
            key.to_owned()
        };
        self.taken.insert(key.clone());
        let mut actor = Actor::new(id, &key, name);
        if let Some(kind) = kind.and_then(|kind| self.constellation.vocabulary.actor_kind(&kind.into())) {
            actor.kind = Some(kind.id.clone());
            actor.sector = kind.sector.clone();
            actor.level = kind.level.clone();
        }
        self.constellation.actors.insert(id, actor);
        self.report.made += 1;
        id
    }

    fn actor(&mut self, id: ActorId) -> &mut Actor {
        self.constellation.actors.get_mut(&id).expect("made just now")
    }

    fn region(&self, label: &str) -> Option<RegionId> {
        self.region_ids.get(label).cloned()
    }

    /// Counts text that is about to be made.
    ///
    /// # Errors
    /// More than fits: nothing is made of the tables then.
    fn takes<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>) -> Result<(), RegisterError> {
        // A value also takes room for its name and its entry.
        const EACH: usize = 100;
        self.bytes += texts.into_iter().map(|text| text.len() + EACH).sum::<usize>();
        if self.bytes > MAX_REGISTER_BYTES {
            return Err(RegisterError {
                table: WhichTable::Participants,
                message: Message::new("register-error-too-much"),
            });
        }
        Ok(())
    }

    fn domain(&mut self, name: &str) -> DomainId {
        let domains = &mut self.constellation.vocabulary.domains;
        let id = DomainId::new(&slug(name, |_| false));
        if domains.iter().all(|it| it.id != id) {
            let mut letters = name.chars();
            let first = letters
                .next()
                .map(|c| c.to_uppercase().to_string())
                .unwrap_or_default();
            domains.push(Domain {
                id: id.clone(),
                label: first + letters.as_str(),
                colour: None,
                extra: Extra::new(),
            });
        }
        id
    }
}

fn remark(row: RegisterRow<'_>, message: Message) -> Remark {
    Remark {
        place: FilePlace::Line {
            line: row.line(),
            column: 1,
        },
        message,
    }
}

/// Columns that count or measure; codes stay text, with their leading zeros.
fn number_or_text(column: &str, value: &str) -> serde_json::Value {
    let is_amount = ["inwoners", "oppervlakte_km2", "aantal_deelnemers"].contains(&column);
    match value.replace(',', ".").parse::<f64>() {
        Ok(number) if is_amount && number.fract() == 0.0 => (number as i64).into(),
        Ok(number) if is_amount => number.into(),
        _ => value.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::register::{RegisterFiles, read};
    use crate::model::validate;

    const PARTICIPANTS: &str = "gr_id,deelnemer,deelnemer_id,code,soort_deelnemer,geldig,regeling\n\
        1,Gemeente Hoorn,11,GM0405,gemeente,ja,Eerste\n\
        1,Gemeente Boxmeer,12,GM0756,gemeente,ja,Eerste\n\
        1,Gemeente Hoorn,11,GM0405,gemeente,ja,Eerste\n\
        2,Gemeente Hoorn,11,GM0405,gemeente,nee,Tweede\n\
        3,Gemeente Hoorn,11,GM0405,gemeente,ja,Derde\n\
        2,Gemeinde Alpen,13,,buitenlands/overig,ja,Tweede\n";
    const ARRANGEMENTS: &str = "gr_id,regeling,domein,samenwerkingsvorm\n\
        1,Gemeenschappelijke regeling Eerste,werk / organisatie en bedrijfsvoering,Openbaar lichaam\n\
        2,Tweede,,\n";
    const MUNICIPALITIES: &str =
        "gemeentecode,gemeente,inwoners,arbeidsmarktregio_2026\nGM0405,Hoorn,76202,NHN\n";

    fn files(selection: Option<&'static str>) -> RegisterFiles<'static> {
        RegisterFiles {
            participants: PARTICIPANTS.as_bytes(),
            arrangements: ARRANGEMENTS.as_bytes(),
            municipalities: MUNICIPALITIES.as_bytes(),
            selection: selection.map(str::as_bytes),
        }
    }

    fn by_label<'a>(constellation: &'a Constellation, label: &str) -> &'a Actor {
        constellation
            .actors
            .values()
            .find(|actor| actor.label == label)
            .unwrap()
    }

    #[test]
    fn dirt_is_counted_and_named_and_the_rest_is_made() {
        let (constellation, report) = read(files(None), Info::default()).unwrap();
        assert_eq!(validate(&constellation), vec![]);
        assert_eq!(
            (constellation.actors.len(), constellation.relations.len()),
            (5, 3)
        );
        assert_eq!((report.made, report.merged, report.skipped.len()), (8, 1, 2));
        let lines: Vec<&FilePlace> = report.skipped.iter().map(|it| &it.place).collect();
        assert_eq!(
            lines,
            [
                &FilePlace::Line { line: 5, column: 1 },
                &FilePlace::Line { line: 6, column: 1 }
            ]
        );
        let notices: Vec<&str> = report.notices.iter().map(|it| it.message.key.as_ref()).collect();
        assert_eq!(notices, ["register-notice-abolished", "register-notice-domain"]);
    }

    #[test]
    fn words_and_facts_of_the_register_end_up_where_they_belong() {
        let (constellation, _) = read(files(None), Info::default()).unwrap();
        let hoorn = by_label(&constellation, "Hoorn");
        assert_eq!(hoorn.key, "GM0405");
        assert_eq!(hoorn.attributes.to_fields()["inwoners"], 76202);
        assert_eq!(hoorn.region, Some("nhn".into()));
        let first = by_label(&constellation, "Eerste");
        assert_eq!(first.form, "Openbaar lichaam");
        assert_eq!(
            first.domains,
            ["arbeidsmarkt".into(), "organisatie-en-bedrijfsvoering".into()]
        );
        // Boxmeer is in no known region, so not everybody is in the same one.
        assert_eq!(first.region, None);
        assert_eq!(by_label(&constellation, "Gemeinde Alpen").kind, None);
    }

    #[test]
    fn a_selection_chooses_names_and_regions() {
        let selection = "code,naam,regio\nGM0405,,Westfriesland\n1,Kort,\n";
        let (constellation, _) = read(files(Some(selection)), Info::default()).unwrap();
        assert_eq!(constellation.actors.len(), 2);
        assert_eq!(
            by_label(&constellation, "Hoorn").region,
            Some("westfriesland".into())
        );
        assert_eq!(by_label(&constellation, "Kort").key, "GR1");
    }

    #[test]
    fn a_selected_code_nobody_knows_is_an_error() {
        let error = read(files(Some("code,naam,regio\nGM9999,,X\n")), Info::default()).unwrap_err();
        assert_eq!(error.table, WhichTable::Selection);
        assert_eq!(error.message.key, "register-error-selected");
    }
}
