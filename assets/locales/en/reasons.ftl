# Why somebody is a candidate, as part of a sentence: "Hoorn: connects 3 scale levels and 4 sectors".
# A position in the network is an opportunity, not a competence; the sentences count, they do not judge.

reason-list-and = { $first } and { $rest }
reason-list-comma = { $first }, { $rest }

## So many groups
reason-count-sector = { $count ->
    [one] { $count } sector
   *[other] { $count } sectors
}
reason-count-level = { $count ->
    [one] { $count } scale level
   *[other] { $count } scale levels
}
reason-count-domain = { $count ->
    [one] { $count } domain
   *[other] { $count } domains
}
reason-count-region = { $count ->
    [one] { $count } region
   *[other] { $count } regions
}
reason-count-organisation = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
reason-count-community = { $count ->
    [one] { $count } detected community
   *[other] { $count } detected communities
}
reason-count-other = { $count ->
    [one] { $count } group of ‘{ $name }’
   *[other] { $count } groups of ‘{ $name }’
}

## The groups of a dimension
reason-groups-sector = sectors
reason-groups-level = scale levels
reason-groups-domain = domains
reason-groups-region = regions
reason-groups-organisation = organisations
reason-groups-community = detected communities
reason-groups-other = groups of ‘{ $name }’

## Reasons
reason-connects = connects { $groups }
reason-last-link = { $connected ->
    [one] is the only connection of the one connected pair of { $groups }
   *[other] is the only connection for { $lost } of the { $connected } connected pairs of { $groups }
}
reason-gatekeeper = lets in for { $group } (gatekeeper { $times }x)
reason-representative = speaks outside for { $group } (representative { $times }x)
reason-gate = connects { $group } with other { $groups } (gatekeeper { $times }x)
reason-consultant = connects actors within { $group } from outside (consultant { $times }x)
reason-consultant-several = connects actors within other { $groups } from outside (consultant { $times }x)
reason-liaison = connects other { $groups } with each other (liaison { $times }x)
reason-passage = lies on { $percent }% of the shortest paths between different { $groups }
reason-informal = { $relations ->
    [one] the only relation is informal
   *[other] relations: { $percent }% informal
}
reason-load-ties = { $ties ->
    [one] question: is there room for this, with { $ties } relation?
   *[other] question: is there room for this, with { $ties } relations?
}
reason-load = { $tables ->
    [one] question: is there room for this, with { $ties } relations of which { $tables } with a consultation table?
   *[other] question: is there room for this, with { $ties } relations of which { $tables } with consultation tables?
}
