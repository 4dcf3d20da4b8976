# Why somebody is a candidate, as part of a sentence: "Hoorn: connects 3 scale levels and 4 sectors".
# A position in the network is an opportunity, not a competence; the sentences count, they do not judge.

list-and = { $first } and { $rest }
list-comma = { $first }, { $rest }

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

## One group of a dimension
reason-in-sector = the sector { $group }
reason-in-level = the scale level { $group }
reason-in-domain = the domain { $group }
reason-in-region = { $group }
reason-in-organisation = { $group }
reason-in-community = the detected community { $group }
reason-in-other = ‘{ $group }’ ({ $name })

## Reasons
reason-connects = connects { $groups }
reason-last-link = is the only connection for { $lost } of the { $connected } connected pairs of { $groups }
reason-last-link-all = { $connected ->
    [one] is the only connection for the one connected pair of { $groups }
   *[other] is the only connection for all { $connected } connected pairs of { $groups }
}
reason-gatekeeper = brings in from outside for { $group } (gatekeeper { $times }x)
reason-representative = represents { $group } to the outside (representative { $times }x)
reason-gate = connects { $group } with other { $groups } (gatekeeper { $times }x)
reason-consultant = connects actors within { $group } from outside (consultant { $times }x)
reason-consultant-several = connects actors within other { $groups } from outside (consultant { $times }x)
reason-liaison = connects other { $groups } with each other (liaison { $times }x)
reason-passage = lies on { $shares }
reason-passage-first = { $percent }% of the shortest paths between different { $groups }
reason-passage-next = { $percent }% between { $groups }
reason-informal = { $informal ->
    [one] { $informal } of the { $relations } relations is informal ({ $percent }%)
   *[other] { $informal } of the { $relations } relations are informal ({ $percent }%)
}
reason-informal-all = { $relations ->
    [one] the only relation is informal
   *[other] all { $relations } relations are informal
}
reason-load-ties = { $ties ->
    [one] question: is there room for this, with { $ties } contact?
   *[other] question: is there room for this, with { $ties } contacts?
}
reason-load = { $tables ->
    [one] question: is there room for this, with { $ties } contacts, of which { $tables } consultation table?
   *[other] question: is there room for this, with { $ties } contacts, of which { $tables } consultation tables?
}
reason-load-all = { $ties ->
    [one] question: is there room for this, with { $ties } contact, a consultation table?
   *[other] question: is there room for this, with { $ties } contacts, all of them consultation tables?
}
