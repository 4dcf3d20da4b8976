# The panel about overlegtafels, and the networks made of them.
panel-two-mode = Tables
command-show-tables = Tables
tables-none = No tables yet. Give an actor a kind with members, such as a consultation table or partnership, and relate who sits there to that table.
tables-counts = { $tables ->
    [one] 1 table
   *[other] { $tables } tables
 }, { $members ->
    [one] 1 participant
   *[other] { $members } participants
 }, { $seats ->
    [one] 1 seat
   *[other] { $seats } seats
 }.

## Congruence
congruence-title = Do the regions match?
congruence-whose = Compare
congruence-everybody = everybody
congruence-lead = Every dot is a participant. Top right: the same region every time. The further to the bottom left, the less the tables match.
congruence-axis-nesting = same company at every table →
congruence-axis-peer = somebody shares the tables →
congruence-nesting = To the right: how much of the company at one table comes back at another. A small table within a large one counts as fitting.
congruence-peer = Upwards: which part of the tables the nearest other shares. Also sees the tables where somebody is missing.
congruence-fit = The percentage below is the mean of those two. The order is a hint; close together it says nothing.
congruence-verdict = { $count ->
    [0] Nobody is far from the others.
    [one] { $names } stands out: far below the others.
   *[other] { $count } participants stand out, the least fitting first: { $names }.
 }
congruence-row = Of the company { $nesting } comes back at the other tables. The nearest other is { $peer }, who shares { $likeness } of the tables.
congruence-own = { $count ->
    [one] One table where { $peer } is not: { $tables }.
   *[other] { $count } tables where { $peer } is not: { $tables }.
 }
congruence-missing = { $count ->
    [one] Missing at one table where { $peer } is: { $tables }.
   *[other] Missing at { $count } tables where { $peer } is: { $tables }.
 }
congruence-alone = { $count ->
    [one] At one of these nobody else of this network sits.
   *[other] At { $count } of these nobody else of this network sits.
 }
congruence-and-more = { $names } and { $count } more
congruence-none = Cannot be determined: somebody has to sit at two tables and meet others there.
congruence-caution = Regions that do not match can be a choice. The question is whether the work suffers.

## Overlegdruk
pressure-title = Load of tables
pressure-lead = At how many tables does everybody sit?
pressure-row = { $name }: { $count ->
    [one] 1 table
   *[other] { $count } tables
 }

## Overlap
overlap-title = Overlap of tables
overlap-lead = Where do the same people sit? Perhaps the same talk is held twice.
overlap-none = No two tables have a member in common.
overlap-row = { $a } – { $b }: { $share } ({ $shared } of { $either } members)

overlap-rest = { $count ->
    [one] 1 pair of tables with less overlap is not listed here.
   *[other] { $count } pairs of tables with less overlap are not listed here.
 }

## Projection
projection-title = As a new constellation
projection-lead = Makes a network of one kind from the tables and their members. It becomes a new constellation; this one stays as it is.
projection-actors = Participants, tied by shared tables
projection-tables = Tables, tied by shared members
projection-newman = What is shared with few counts for more
projection-newman-hint = A shared table with k members counts for 1/(k-1) (Newman 2001). Otherwise every shared table counts for 1.
projection-open = Open as a new constellation
projection-kind-tables = Shared tables
projection-kind-members = Shared members
projection-title-actors = { $title }: participants by shared tables
projection-title-tables = { $title }: tables by shared members
projection-how-actors = Participants are tied when they sit at the same table; the weight is the number of shared tables.
projection-how-actors-newman = Participants are tied when they sit at the same table; a table with k members counts for 1/(k-1) (Newman 2001).
projection-how-tables = Tables are tied when they share members; the weight is the number of shared members.
projection-how-tables-newman = Tables are tied when they share members; a member of k tables counts for 1/(k-1) (Newman 2001).
notice-projected = New constellation made: { $actors } actors and { $relations } relations. It is in no file yet.
