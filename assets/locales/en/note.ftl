# The note: what a colleague who was not there needs.
note-untitled = Note of a constellation
note-contents = Contents
note-fact = { $name }: { $value }
note-counted = { $name } ({ $count })
note-word = { $text }
note-names = { $names }
note-others = { $count ->
    [one] 1 other
   *[other] { $count } others
 }
note-more-rows = { $count ->
    [one] One more row is in the file.
   *[other] { $count } more rows are in the file.
 }

note-part-about = What it is about
note-part-picture = The board
note-part-actors = Actors by sector
note-part-relations = Relations by kind
note-part-builders = Bridge builders
note-part-towers = Towers: influence on the question
note-part-missing = Missing links
note-part-groups = Groups and cohesion
note-part-figures = Figures
note-part-agreements = Agreements
note-part-remarks = Notes
note-part-left-out = What was left out
note-part-program = How this note was made

note-picture = The board with { $actors }, { $relations } and the legend.
note-picture-nobody = Nobody is on the board, so there is no picture.

note-no-actors = There are no actors in this constellation.
note-all-hidden = Filters left out all actors.
note-no-relations = There are no relations in this constellation.
note-no-relations-shown = Filters left out all relations.
note-sector-unknown = Sector unknown
note-kind-unknown = Kind unknown
note-column-more = More
note-relations-checked = { $count ->
    [one] { $relations }, checked.
   *[other] { $relations }, all checked.
 }
note-relations-assumed = { $count ->
    [one] { $relations }, assumed and not checked.
   *[other] { $relations }, all assumed and not checked.
 }
note-relations-some = { $relations }, of which { $assumed } are assumed and not checked.
note-relations-wished = { $count ->
    [one] 1 is wished for and does not exist yet.
   *[other] { $count } are wished for and do not exist yet.
 }
note-relations-ended = { $count ->
    [one] 1 has ended.
   *[other] { $count } have ended.
 }
note-negative = These relations stand for tension and do not count in the figures.

note-towers-lead = The higher the number, the more influence the actor has on this question.
note-missing-lead = Which groups have far less to do with each other than is to be expected?
note-new-relations = New relations that would help most, by { $dimension }
note-group-members = { $group }: { $names }

note-figures-lead = Every figure is here with what it means.
note-column-measure = Figure
note-column-value = Value
note-column-meaning = What it is
note-figures-network = Of the network
note-figures-dimensions = By dimension
note-figures-actors = By actor
note-figures-meaning-rows = What these figures mean
note-figures-meaning = What these columns mean

note-remark-actor = About { $name }: { $text }
note-remark-relation = About the relation { $name }: { $text }

note-nothing-left-out = Nothing was left out: all actors and relations are in this note.
note-hidden = Filters left out { $actors } and { $relations }.
note-left-out = { $list }: { $words }
note-below = { $of } below { $value }
note-above = { $of } above { $value }
note-assumed-hidden = Relations that are assumed and not checked
note-parts-left-out = These parts are not in this note:

note-program = Made with Netwerkopstelling, version { $version }.
note-wished-count = Wished relations count in the figures.
note-direction-ignored = The direction of relations does not count in the figures.
note-weights-equal = In the order of bridge builders all dimensions and components weigh the same.
note-weights-own = In the order of bridge builders dimensions and components weigh as was set.
note-repeat = Whoever has the file gets the same figures with the command: { $command }
note-repeat-filters = The filters above apply; they are set in the window of the program.
note-card = What the network does not know, and people do (human card):
