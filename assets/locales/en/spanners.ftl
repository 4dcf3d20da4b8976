# The panel Bridge builders. A position in the network is a hint; people decide.

spanners-title = Bridge-builder candidates
family-spanners = Bridge-builder candidates
spanners-new-relation = new relation
spanners-dimension = { $name }
spanners-lead = Who connects groups that otherwise stand apart?
spanners-none = No candidates yet. Give actors a sector, scale level, domain or region and draw relations: a bridge needs two banks.
spanners-nothing-one-group = Nobody is a bridge builder here: whoever has a group is in the same one, and a bridge needs two banks.
spanners-nothing-related = Nobody is a bridge builder here: no relations between actors count.
spanners-nothing-between = Nobody is a bridge builder here: no candidate has contacts in more than one group or is between two groups.
spanners-candidates = Candidates: the first { $count }
spanners-all = { $count ->
    [one] The only candidate
   *[other] All { $shown } candidates in order
}
spanners-selected = Chosen on the board:
spanners-first = The first candidates:
spanners-select = Select and light up on the board
spanners-light-up = Click to light up on the board what this rests on
spanners-explain = What does this mean? { $measure }
spanners-column-sure = first { $top }
spanners-open-reasons = Reasons ({ $count })
spanners-open-reasons-of = Reasons for { $name } ({ $count })
spanners-open-certainty = How sure?
spanners-open-certainty-of = How sure is { $name }?
spanners-open-card = Card
spanners-open-card-of = Card of { $name }
spanners-places = Place per dimension and component, of the { $count } candidates. Their weighted mean gives the order.
spanners-value = Value: { $value }
spanners-mean-rank = in place { $rank } on average
spanners-caution = A position in the network is an opportunity, not a competence. Whether somebody can and will is for you to discuss.

## What counts
spanners-weights = What counts?
spanners-weights-changed = What counts? (changed)
spanners-weights-lead = 0 does not count, 3 counts three times as much. Certainty follows.
spanners-weights-dimensions = Dimensions
spanners-weights-components = Components
spanners-weights-equal = Everything equal
spanners-without-tables = No consultation tables as candidates
spanners-top-label = Certainty is about
spanners-top = { $top ->
    [one] place 1
   *[other] the first { $top }
}

component-span-word = Span
component-span-short = span
component-mediation-word = Mediation
component-mediation-short = med.
component-passage-word = Passage
component-passage-short = pass.
component-last-link-word = Last link
component-last-link-short = last

## How sure
certainty-top = { $top ->
    [one] in first place
   *[other] among the first { $top }
}
certainty-weightings-always = Always { certainty-top }: in all { $runs } weightings
certainty-weightings-mostly = Nearly always { certainty-top }: in { $percent } of { $runs } weightings
certainty-weightings-often = Usually { certainty-top }: in { $percent } of { $runs } weightings
certainty-weightings-sometimes = Depends on the weighting: { certainty-top } in { $percent } of { $runs } weightings
certainty-weightings-seldom = Seldom { certainty-top }: in { $percent } of { $runs } weightings
certainty-weightings-never = Never { certainty-top }: in none of { $runs } weightings
certainty-unverified-always = Always { certainty-top }: in all { $runs } networks that lack some assumed relations
certainty-unverified-mostly = Nearly always { certainty-top }: in { $percent } of { $runs } networks that lack some assumed relations
certainty-unverified-often = Usually { certainty-top }: in { $percent } of { $runs } networks that lack some assumed relations
certainty-unverified-sometimes = Depends on assumed relations: { certainty-top } in { $percent } of { $runs } networks that lack some of them
certainty-unverified-seldom = Seldom { certainty-top }: in { $percent } of { $runs } networks that lack some assumed relations
certainty-unverified-never = Never { certainty-top }: in none of { $runs } networks that lack some assumed relations
certainty-waiting = Certainty is being computed…
certainty-progress = Certainty: { $percent }%
certainty-done = Computed: { $weightings } weightings, { $networks } networks
certainty-done-weightings = Computed: { $weightings } weightings
certainty-stop = Stop
certainty-stopped = Certainty was not computed any further.
certainty-start = Go on
certainty-old = Of how it was before; the new one is being computed.
certainty-if-weighed = If you weigh otherwise
certainty-if-assumed = If assumed relations are not there
certainty-all-verified = All relations are verified: it does not depend on that.
certainty-too-large = The network is too large to compute this often enough.
certainty-if-chance = Mediation against chance
certainty-no-mediation = Does not mediate between groups.
certainty-mediation-striking = { $dimension }: { $observed } of all mediation; by chance { $chance }. Stands out ({ $p }).
certainty-mediation-chance = { $dimension }: { $observed } of all mediation; by chance { $chance }. May be chance ({ $p }).
certainty-mark = Mark: what chance would give.
certainty-load = What this actor already carries
certainty-load-text = { $ties ->
    [one] { $ties } contact
   *[other] { $ties } contacts
}{ $tables ->
    [0] { "" }
    [one] , of which 1 consultation table
   *[other] , of which { $tables } consultation tables
}; { $compared }

certainty-load-most = all { $others } others have fewer
certainty-load-least = nobody has fewer
certainty-load-middle = { $lighter } of the { $others } others { $lighter ->
    [one] has
   *[other] have
} fewer

## The best per group
best-title = Best per region and scale level ({ $count })
best-title-region = Best per region ({ $count })
best-title-level = Best per scale level ({ $count })
best-lead = Who of the group itself comes first?
best-light-up = Light up { $count } groups
best-candidate = { $rank }. { $name }
best-nobody = nobody with relations

## The smallest team
team-title = Smallest team ({ $count })
team-title-waiting = Smallest team
team-all-dimensions = All together
team-lead = { $count ->
    [one] 1 actor reaches
   *[other] { $count } actors together reach
} { $groups ->
    [one] the only group.
   *[other] all { $groups } groups.
}
team-lead-some = { $count ->
    [one] 1 actor reaches
   *[other] { $count } actors together reach
} { $groups ->
    [one] 1 group.
   *[other] { $groups } groups.
}
team-proven = Proven: fewer cannot do it.
team-not-proven = Whether fewer could do it is not proven; the search took too long.
team-unreached = Out of reach: { $groups }.
team-adds = { $count ->
    [one] adds 1 group: { $groups }
   *[other] adds { $count } groups: { $groups }
}
team-light-up = { $count ->
    [one] Light up this actor
   *[other] Light up this team
}

## Missing links
missing-title = Missing links ({ $count })
missing-title-waiting = Missing links
missing-pairs = Groups with few ties
missing-no-pairs = No two groups have far fewer ties than expected.
missing-no-ties = No relation runs between two groups yet, so there is nothing to compare.
missing-two-mode = In this network relations run between members and tables only. What is compared is how often members of one group sit at tables of the other; groups of tables alone are left out.
missing-none = { $a } and { $b }: no tie, where { $expected } would be expected
missing-few = { $a } and { $b }: { $ties } of { $expected } expected ties
missing-no-arrows = { $a } and { $b }: no arrow, where { $expected } would be expected
missing-few-arrows = { $a } and { $b }: { $ties } of { $expected } expected arrows
missing-more-pairs = { $count ->
    [one] And 1 more pair.
   *[other] And { $count } more pairs.
}
missing-relations = New relations that help most
missing-no-relations = No new relation brings groups closer.
missing-too-large = The network is too large to compute new relations.
missing-some-evaluated = The { $evaluated } most promising of { $possible } possible relations were computed.
missing-between = { $a } to { $b }
missing-effect-shorter = { $shortened ->
    [one] Brings 1 pair of different groups closer.
   *[other] Brings { $shortened } pairs of different groups closer.
}
missing-effect-first = { $connected ->
    [one] Connects 1 pair of different groups for the first time.
   *[other] Connects { $connected } pairs of different groups for the first time.
}
missing-effect = { $shortened ->
    [one] Brings 1 pair
   *[other] Brings { $shortened } pairs
} of different groups closer, { $connected ->
    [one] of which 1 gets connected for the first time.
   *[other] of which { $connected } get connected for the first time.
}
missing-draw = Draw as a wished relation
missing-draw-between = Draw { $a } to { $b } as a wished relation
missing-is-wished = Is on the board already, as a wished relation.

## The human card
step-edit-card = fill in card
card-title = As a bridge builder ({ $count } of 5 filled in)
card-lead = What the network cannot know. Ask, do not guess.
card-said = Card: { $answers }
card-embedded = Embedded
card-embedded-asked = Is this person or organisation well embedded in its own region or constituency?
card-communicative = Good communicator
card-communicative-asked = Does this person or organisation communicate well, also between different worlds?
card-agile = Switches fast
card-agile-asked = Can they switch fast, between people, levels and subjects?
card-available = Available
card-available-asked = Is there time for it, one day a week for instance?
card-mandate = Mandate
card-mandate-asked = May this person or organisation speak or decide for its constituency: about what, and how far?
card-note-hint = Explanation
card-note-of = Explanation with the card of { $name }
card-source = Questions from Krachtig Noord-Holland Noord (Lysias, 2025), chapter 3F; mandate is our addition, after chapter 6.
card-source-quote = ‘We think of people who are well embedded in the sub-regions, communicate well, can switch fast and are available, for instance one day a week, for the regional office.’ (our translation)
answer-unknown = not discussed yet
answer-yes = yes
answer-partly = partly
answer-no = no

## The roles
roles-legend = { $short }  { $role }
