//! Why relations do not count, each by one reason: a number beside a number is explained.

use super::{AnalysisSettings, Visible};
use crate::model::{Constellation, Relation, RelationStatus};

/// Relations that do not count, by the first of these reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    pub ended: usize,
    /// Wished for, where these are not to count.
    pub wished: usize,
    /// Of a kind that does not count.
    pub of_kind: usize,
    /// Of an actor with itself.
    pub loops: usize,
    /// Hidden by a filter, or of an actor that is.
    pub hidden: usize,
}

impl LeftOut {
    pub(super) fn of(
        constellation: &Constellation,
        settings: &AnalysisSettings,
        visible: Visible<'_>,
    ) -> Self {
        let mut found = Self::default();
        let is_seen = |id| {
            constellation
                .actor(id)
                .is_some_and(|actor| (visible.actor)(actor))
        };
        for relation in constellation.relations.values() {
            let reason = match relation.status {
                RelationStatus::Ended => &mut found.ended,
                RelationStatus::Wished if !settings.includes_wished => &mut found.wished,
                _ if !kind_counts(constellation, settings, relation) => &mut found.of_kind,
                _ if relation.is_loop() => &mut found.loops,
                _ if (visible.relation)(relation) && is_seen(relation.source) && is_seen(relation.target) => {
                    continue;
                }
                _ => &mut found.hidden,
            };
            *reason += 1;
        }
        found
    }

    pub fn total(&self) -> usize {
        self.ended + self.wished + self.of_kind + self.loops + self.hidden
    }
}

pub(super) fn kind_counts(
    constellation: &Constellation,
    settings: &AnalysisSettings,
    relation: &Relation,
) -> bool {
    match &settings.kinds {
        Some(kinds) => kinds.contains(&relation.kind),
        None => {
            let kind = constellation.vocabulary.relation_kind(&relation.kind);
            !kind.is_some_and(|kind| kind.is_negative)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::snapshot::Snapshot;
    use crate::edit::RelationField;
    use crate::edit::operations as op;
    use crate::edit::testing::{document_of, relate};

    #[test]
    fn every_relation_counts_or_is_left_out_by_one_reason() {
        let (mut document, ids) = document_of(["a", "b", "c"]);
        relate(&mut document, ids[0], ids[1], "samenwerking");
        relate(&mut document, ids[0], ids[1], "spanning");
        relate(&mut document, ids[2], ids[2], "samenwerking");
        relate(&mut document, ids[1], ids[2], "samenwerking");
        for (kind, status) in [
            ("samenwerking", RelationStatus::Wished),
            ("spanning", RelationStatus::Ended),
            ("samenwerking", RelationStatus::Ended),
        ] {
            let of_status = relate(&mut document, ids[0], ids[2], kind);
            op::edit_relations(&mut document, &[of_status], &RelationField::Status(status).into()).unwrap();
        }
        let settings = AnalysisSettings::default();
        let sees_c = |actor: &crate::model::Actor| actor.id != ids[2];
        let visible = Visible {
            actor: &sees_c,
            relation: &|_| true,
        };
        let constellation = document.constellation();
        let found = Snapshot::build(constellation, &settings, visible).unwrap();
        let expected = LeftOut {
            ended: 2,
            wished: 1,
            of_kind: 1,
            loops: 1,
            hidden: 1,
        };
        assert_eq!(found.left_out, expected);
        assert_eq!(
            found.left_out.total() + found.relations_counted(),
            constellation.relations.len()
        );
    }
}
