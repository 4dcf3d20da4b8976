# Why somebody is a candidate, as part of a sentence: "Hoorn: has contacts in 2 other scale levels and 3 other sectors".
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

## So many groups beside its own
reason-others-sector = { $count ->
    [one] { $count } other sector
   *[other] { $count } other sectors
}
reason-others-level = { $count ->
    [one] { $count } other scale level
   *[other] { $count } other scale levels
}
reason-others-domain = { $count ->
    [one] { $count } other domain
   *[other] { $count } other domains
}
reason-others-region = { $count ->
    [one] { $count } other region
   *[other] { $count } other regions
}
reason-others-organisation = { $count ->
    [one] { $count } other organisation
   *[other] { $count } other organisations
}
reason-others-community = { $count ->
    [one] { $count } other detected community
   *[other] { $count } other detected communities
}
reason-others-other = { $count ->
    [one] { $count } other group of ‘{ $name }’
   *[other] { $count } other groups of ‘{ $name }’
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
reason-connects = has contacts in { $groups }
reason-last-link = is the only connection for { $lost } of the { $connected } connected pairs of { $groups }
reason-last-link-all = { $connected ->
    [one] is the only connection for the one connected pair of { $groups }
   *[other] is the only connection for all { $connected } connected pairs of { $groups }
}
# How often: every pair of others once; who has several groups counts for a part in each of them.
reason-times = { $times }x
reason-times-of = { $times }x, in all { $groups } together { $all }x
reason-gatekeeper = brings in from outside for { $group } (gatekeeper { $times })
reason-representative = represents { $group } to the outside (representative { $times })
reason-gate = connects { $group } with other { $groups } (gatekeeper { $times })
reason-consultant = connects actors within { $group } from outside (consultant { $times })
reason-consultant-several = connects actors within other { $groups } from outside (consultant { $times })
reason-liaison = connects other { $groups } with each other (liaison { $times })
reason-passage = lies on the shortest way between { $shares }
reason-passage-first = { $percent } of the connected pairs of actors from different { $groups }
reason-passage-first-of-all = { $percent } of the pairs of actors from different { $groups }
reason-passage-next = { $percent } of those from different { $groups }
reason-informal = { $informal ->
    [one] { $informal } of the { $relations } relations is informal ({ $percent })
   *[other] { $informal } of the { $relations } relations are informal ({ $percent })
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

## Shares and chances
percent = { $percent }%
percent-under = less than { $percent }%
percent-over = more than { $percent }%
percent-short = { $percent }%
percent-under-short = <{ $percent }%
percent-over-short = >{ $percent }%
p-is = p = { $p }
p-under = p < { $p }
