# Words on the board itself: backgrounds and legend.
zone-ring-inner = Much influence
zone-ring-middle = Some influence
zone-ring-outer = Little influence
zone-lawful = Lawful government
zone-performing = Performing government
zone-networking = Networking government
zone-responsive = Responsive government
legend = Legend
legend-no-room = Legend: no room
legend-open = Show the legend
legend-close = Collapse the legend
legend-sectors = Sector of society
legend-level-colours = Scale level (colour)
legend-regions = Region
legend-kind-colours = Kind (colour)
legend-domains = Domain
legend-communities = Group found
legend-kinds = Kind of actor
legend-levels = Scale level
legend-relations = Relations
legend-signs = Signs
legend-unknown = Not known
legend-wished = Wished for
legend-ended = Ended
legend-assumed = Assumed, not verified
legend-width = Thicker is stronger
legend-tension = Tension
legend-tower = Tower: more discs, more influence
legend-gaze = Nose: looks that way
legend-stance-for = For
legend-stance-neutral = Neutral
legend-stance-against = Against
legend-tempo-accelerator = Accelerator
legend-tempo-broadener = Broadener
legend-size = Larger: { $measure }
legend-rank = Place: { $measure }
legend-active = Next: { $word }
board-empty = Double-click on the board to place the first actor
board-issue-empty = The question has not been written yet
board-issue-short = The question

# Typing a name on the board.
board-name-field = Name of the actor
board-name-placeholder = Name
board-name-hint = Enter: done · Tab: next actor · Esc: take back
board-nameless = (no name)

# For screen readers.
board-name = Board with { $actors ->
        [one] 1 actor
       *[other] { $actors } actors
    } and { $relations ->
        [one] 1 relation
       *[other] { $relations } relations
    }
board-role-actor = Actor
board-role-relation = Relation

# Menus of the board.
board-actor-count = { $count ->
        [one] 1 actor
       *[other] { $count } actors
    }
board-relation-count = { $count ->
        [one] 1 relation
       *[other] { $count } relations
    }
board-relate-to-itself = Relation to itself
board-kind = Kind of actor
board-sector = Sector
board-level = Scale level
board-domains = Domains
board-not-said = (not filled in)
board-line-up = Align and distribute
board-relation-kind = Kind of relation
board-weight = Strength
board-direction = Direction
board-direction-mutual = Mutual
board-direction-undirected = No direction
board-status = Status
board-status-existing = Existing
board-status-wished = Wished for
board-status-ended = Ended
board-verified = Verified
board-add-actor-here = Add actor here
board-add-actor-of-kind = Add actor of kind
board-place-issue-here = Place the question here
board-take-issue-away = Take the question off the board
board-edit-issue = Edit the question
board-background = Background
board-background-empty = Empty, with an edge
board-background-rings = Rings of influence
board-background-quadrants = Four quadrants
board-background-sector-fields = Fields per sector
board-background-level-bands = Bands per scale level
board-background-picture = Own picture
picture-summary = { $actors ->
    [one] { $actors } actor
   *[other] { $actors } actors
}, { $relations ->
    [one] { $relations } relation
   *[other] { $relations } relations
}.
picture-letter-without-font = The letter “{ $letter }” in “{ $text }” is in no font of the program: the board and pictures show ◻ instead. The file keeps the letter, and so does an SVG.
picture-title = Netwerkopstelling
picture-question-card = The question
picture-name = { $name }
picture-sector = { $sector }: { $names }.
picture-sector-count = { $sector }: { $count ->
    [one] { $count } actor
   *[other] { $count } actors
}.
picture-no-sector = Without a sector
picture-busiest = Most relations: { $actors }.
picture-busy = { $name } ({ $count })
picture-alone = Without relations: { $names }.
picture-alone-count = Without relations: { $count ->
    [one] { $count } actor
   *[other] { $count } actors
}.
picture-wished = { $count ->
    [one] { $count } relation is
   *[other] { $count } relations are
} wished.
picture-ended = { $count ->
    [one] { $count } relation has
   *[other] { $count } relations have
} ended.
picture-assumed = { $count ->
    [one] { $count } relation is
   *[other] { $count } relations are
} assumed and not verified.
picture-over = Over { $actors } and { $relations }
picture-over-part = Over { $count } of { $all } actors on the board and { $relations }
picture-hidden = { $hidden } hidden
picture-beside = { $count ->
    [one] 1 actor
   *[other] { $count } actors
 } beside the board
picture-fact = { $text }
picture-source = Source: { $text }
picture-nobody-on-board = Nobody is on the board: there is nothing to draw. Put actors on the board first.
picture-all-hidden = Filters hide everybody: there is nothing to draw. Choose ‘Show all’ or change the filters.
picture-nobody-selected = Nobody on the board is selected. Select actors first, or take the whole board.
picture-nobody-in-sight = Nobody stands in this part of the board. Move the board, or take the whole board.
picture-too-large-to-make = This picture would have too many pixels. Choose a smaller size or fewer pixels.
picture-not-made = The picture cannot be made. Choose a smaller size.
