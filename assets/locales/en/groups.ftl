# The panel about groups and cohesion, and what it draws on the board.
panel-cohesion = Groups and cohesion
command-toggle-hulls = Outline found groups on the board
command-toggle-cuts = Mark cut points and bridges
legend-hulls = Groups
legend-cut-point = Cut point: without it something comes loose
legend-bridge = Bridge: without it something comes loose
groups-by = Groups by
groups-none = No groups to compare yet. Give actors a sector, scale level, domain or region and draw relations.
groups-more = { $count ->
    [one] 1 more
   *[other] { $count } more
 }
groups-helix-title = Balance between sectors
groups-matrix-title = Who with whom
groups-inward-title = Inward or outward
groups-found-title = Found groups
groups-cuts-title = Cut points and bridges
groups-core-title = Core and periphery
groups-figures-title = All figures of the network

## Mixing matrix
matrix-too-many = This division has { $count } groups. A table of who with whom is made up to { $most } groups; choose another division above.
matrix-lead = Rows and columns are groups. Orange: more relations than expected. Blue: fewer. Click a cell to see it on the board.
matrix-ratio = Ratio
matrix-ratio-hint = What there is divided by what is expected: above 1 is more than expected.
matrix-expected = Expected
matrix-expected-hint = How many there would be if relations fell regardless of groups: equally dense everywhere (Newman 2003).
matrix-weights = Count weights
matrix-cell = { $from } – { $to }: { $ties }, expected { $expected }, ratio { $ratio }.
matrix-cell-directed = From { $from } to { $to }: { $ties }, expected { $expected }, ratio { $ratio }.
matrix-cell-within = Within { $from }: { $ties }, expected { $expected }, ratio { $ratio }.
matrix-less = 4 times fewer
matrix-as-expected = as expected
matrix-more = 4 times more

## What is counted
counted-arrows = { $count ->
    [one] 1 arrow
   *[other] { $count } arrows
 }
counted-pairs = { $count ->
    [one] 1 tied pair
   *[other] { $count } tied pairs
 }
counted-weight = weight { $count } together
counted-name-arrows = Arrows
counted-name-pairs = Tied pairs
counted-name-weight = Weight
counted-how-arrows = Arrows from row to column: a relation that is mutual or has no direction counts as two; relations from the same to the same actor count as one.
counted-how-pairs = Tied pairs: two actors with one or more relations count as one pair, whichever way these relations run.
counted-how-weight-arrows = The weight of the arrows from row to column: a relation that is mutual or has no direction counts both ways.
counted-how-weight-pairs = The weight of all relations together.
figure-undefined-word = cannot be determined

## Helix
helix-lead = How are government, business, education and society divided, among the actors and in their contacts? Two actors with one or more relations are a contact of each other. The area of a petal is its part. On the dashed line all have the same.
helix-none = Give actors a sector to see the balance.
helix-actors = Actors
helix-ends = Contacts
helix-balance = balance { $balance }
helix-sentence = Balance { $of } { $balance } (0: one sector has all, 1: all have the same). { $party } has the largest part: { $share }.
helix-sentence-missing = Balance { $of } { $balance } (0: one sector has all, 1: all have the same). { $party } has the largest part: { $share }. { $count ->
    [one] One sector is missing
   *[other] { $count } sectors are missing
 }: { $missing }.
helix-of-actors = of the actors
helix-of-contacts = of the contacts
helix-of-members = of the members
helix-tables = { $count ->
    [one] At 1 table
   *[other] At { $count } tables
 }
helix-tables-lead = Who sits at the table? The least evenly divided table comes first; the number is the balance.

## E-I
inward-figure = E-I index { $ei }
inward-none = No relations yet between actors with a known group.
inward-counts = { $internal } within groups, { $external } between groups.
inward-testing = Shuffling to see whether this is chance…
inward-untested = Whether this is chance cannot be determined.
inward-is-inward = More inward than chance explains. The groups were shuffled over the actors { $runs } times: on average the index was { $mean }, and in only { $share } of the cases as low as here. A hint that groups keep to themselves.
inward-is-outward = More outward than chance explains. The groups were shuffled over the actors { $runs } times: on average the index was { $mean }, and in only { $share } of the cases as high as here. A hint that groups seek each other out.
inward-is-neither = Cannot be told from chance. The groups were shuffled over the actors { $runs } times: on average the index was { $mean }, and in { $share } of the cases as far to this side as here.
inward-is-fixed = However the groups fall over the actors, the index stays { $mean } (shuffled { $runs } times, { $share }). Nothing can be read from it.
inward-gauge = Left: all relations within groups. Right: all relations between groups. The grey band is where chance puts the index.
inward-left = all inward
inward-middle = the same
inward-right = all outward
inward-groups = Of every group
inward-group = Group
inward-within = Within
inward-out = Outside
inward-ei = Ratio E-I
inward-groups-how = A tied pair within the group counts from both ends for the index (as in UCINET).
inward-actors = Of every actor
inward-actors-lead = 1: only relations with other groups. -1: only with the own group.

## Found groups
groups-core = Core
groups-hulls = Outline on the board
groups-hulls-off = nothing
groups-found-lead = Groups that the relations themselves show: more densely tied to each other than to the rest (Leiden). Other divisions may fit as well.
groups-found-none = No separate groups can be seen.
groups-found-name = { $letter }: around { $name }
groups-found-count = { $count ->
    [one] 1 group
   *[other] { $count } groups
 }, modularity { $modularity }
groups-found-row = { $name } ({ $size ->
    [one] 1 actor
   *[other] { $size } actors
 })
groups-found-alone = { $count ->
    [one] 1 actor has no relations and is in no group.
   *[other] { $count } actors have no relations and are in no group.
 }

## Cut points, bridges, core
cuts-lead = Where does the network hang by a thread?
cuts-mark = Mark on the board
cuts-points = { $count ->
    [0] No cut points
    [one] 1 cut point
   *[other] { $count } cut points
 }
cuts-point = { $name }: without this actor its part falls into { $parts } pieces
cuts-bridges = { $count ->
    [0] No bridges
    [one] 1 bridge
   *[other] { $count } bridges
 }
cuts-bridge = { $a } – { $b }
core-none = Cannot be determined: too few actors or relations, or all are tied to all.
core-lead = Is there a core that is tied to everyone, and a periphery that is not tied among itself?
core-fit = Fits by { $fit }
core-weak = The picture of core and periphery fits badly here. The core that fits best has { $size } of the { $actors } actors.
core-some = The picture of core and periphery fits somewhat here. The core has { $size } of the { $actors } actors.
core-strong = The picture of core and periphery fits well here. The core has { $size } of the { $actors } actors.
core-outline = Outline the core on the board
core-light-up = Light up the whole core

## Figures
figures-of-dimension = By { $dimension }
figures-not-sampled = A sample cannot tell: it takes the paths from all actors.
figures-not-converged = The computation did not come to rest.
