# Experiments on the board, and two constellations side by side.
command-what-if-without = Without this player
    .hint = An experiment: what changes when a player drops out?
command-what-if-with = With this relation
    .hint = An experiment: what changes when a relation is added?
whatif-title-without = Experiment: without this player
whatif-title-with = Experiment: with this relation
whatif-experiment = The constellation itself does not change.
whatif-stop = End the experiment (Esc)
whatif-point = Point at a player on the board, with the mouse or with Tab. Click to hold on.
whatif-choose = Click two players on the board, or drag from one to the other. Kind and weight are chosen above the board.
whatif-without = Without { $name }
whatif-with = { $source } → { $target }
whatif-with-kind = { $kind }, weight { $weight }
whatif-draw = Draw this relation
whatif-kind-left-out = This kind of relation does not count in the figures, so nothing changes.
whatif-whole = Nothing comes loose and nothing comes together.
whatif-loose = Come loose together: { $names }
whatif-loose-each = { $count ->
    [one] Comes loose: { $names }
   *[other] Each come to stand alone: { $names }
 }
whatif-joined = Then belong together with the rest: { $names }
whatif-joined-each = { $count ->
    [one] Then belongs: { $names }
   *[other] Then each belong: { $names }
 }
whatif-and-more = { $names } and { $count } more
whatif-lost = { $dimension }: { $a } and { $b } lose their last connection
whatif-gained = { $dimension }: { $a } and { $b } get their first connection
whatif-more-pairs = { $count ->
    [one] and 1 more pair of groups
   *[other] and { $count } more pairs of groups
 }
whatif-figures = Figures of the network
whatif-column-measure = Figure
whatif-column-now = Now
whatif-column-then = Then
whatif-column-change = Change
whatif-moves = Who rises, who falls: { $measure }
whatif-no-moves = Nobody changes places.
whatif-places = place { $before } → { $after }
whatif-mark-loose = loose
whatif-mark-joined = joined
whatif-status = Experiment: the constellation does not change. Esc ends it.
whatif-status-without = Experiment: without { $name }. The constellation does not change. Esc ends it.
whatif-status-with = Experiment: { $source } → { $target }. The constellation does not change. Esc ends it.

cli-compare = Compares two constellations: what came, went and changed
cli-compare-before = The first constellation
cli-compare-after = The later constellation
cli-compare-measures = Ranks by these measures of actors, for instance degree,betweenness_norm
compare-actors-came = Actors that came: { $count }
compare-actors-gone = Actors that went: { $count }
compare-actors-changed = Actors that changed: { $count }
compare-relations-came = Relations that came: { $count }
compare-relations-gone = Relations that went: { $count }
compare-relations-changed = Relations that changed: { $count }
compare-basis = { $side }: { $basis }.
compare-left-out = Not counted: { $why }; not in the lists above either.
compare-left-out-listed = Not counted: { $why }; in the lists above they are.
compare-ranks = Risers and fallers: { $measure }
compare-actor = { $name }
compare-actor-changed = { $name }: { $changes }
compare-change = { $field }: { $before } → { $after }
compare-changes = { $first }; { $rest }
compare-relation-directed = { $source } → { $target } ({ $kind }, { $weight })
compare-relation-undirected = { $source } – { $target } ({ $kind }, { $weight })
compare-weights = { $before } → { $after }
compare-field-label = name
compare-field-kind = kind
compare-field-sector = sector
compare-field-level = scale level
compare-field-domains = domains
compare-field-region = region
compare-field-organisation = organisation
compare-field-influence = influence
compare-field-stance = stance

command-compare = Compare with file…
    .hint = What came, went and changed since a constellation that was saved earlier?
path-compare-title = Compare with which file?
busy-comparing = Comparing
compare-title = Comparison
compare-column-file = File
compare-column-board = Board
compare-lead = From { $name } to the board as it is. Click a line to light it up on the board.
compare-same = Actors and relations are the same.
compare-moves = Who rises, who falls
