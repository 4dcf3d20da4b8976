# Texts of the inspector, the tables, the filters and the tray.

# Values
value-unknown = unknown
value-none = none
value-mixed = (various)
search-nothing = Nothing found.
choice-new-word = New word, then Enter
colour-hex = Colour code
colour-hex-refused = This is not a colour code. Write six characters after a hash, such as #0072b2.

status-existing = existing
status-wished = wished for
status-ended = ended
stance-for = + for
stance-against = − against
stance-neutral = ○ neutral
tempo-accelerator = accelerator
tempo-broadener = broadener
direction-directed = directed: from source to target
direction-mutual = mutual
direction-undirected = without direction
direction-out = outgoing
direction-in = incoming
verified-yes = verified
verified-no = assumed

# Names of fields
field-name = Name
field-kind = Kind
field-sector = Sector
field-level = Scale level
field-region = Region
field-domains = Domains
field-organisation = Belongs to
field-influence = Influence
field-gaze = Gaze
field-stance = Stance
field-tempo = Pace
field-interests = Interests
field-form = Form
field-motive = Motive
field-note = Note
field-source = From
field-target = To
field-between = Between
field-and = And
field-relation-kind = Relation kind
field-weight = Weight
field-direction = Direction
field-status = Status
field-verified = Certainty
field-title = Title
field-issue = Question
field-issue-hint = Which question is at the centre?

# Inspector
inspector-actor = Actor
inspector-actors = { $count } actors
inspector-all-at-once = What you change here holds for all selected actors.
inspector-in-tray = Not on the board yet.
inspector-position = In this question
inspector-wants = What does this player want?
inspector-new-domain = New domain
basis-attributes = These attributes divide the actors as well
attributes-title = Attributes
attribute-open = Edit attribute { $name }
attribute-name = Name
attribute-name-of = Name of attribute { $name }
attribute-type = Type
attribute-type-of = Type of attribute { $name }
attribute-categories = Categories
attribute-categories-hint = One per line
attribute-clear = Clear value
attribute-remove-actors = Remove attribute ({ $count ->
    [one] of one actor
   *[other] of { $count } actors
})
attribute-remove-relations = Remove attribute ({ $count ->
    [one] of one relation
   *[other] of { $count } relations
})
attribute-new = New attribute
attribute-new-type = Type of the new attribute
attribute-add = Add
attribute-date-hint = yyyy-mm-dd
attribute-list-hint = One per line
attribute-type-text = text
attribute-type-whole-number = whole number
attribute-type-number = number
attribute-type-yes-no = yes/no
attribute-type-date = date
attribute-type-category = category
attribute-type-list = list
inspector-extra = Other fields
inspector-extra-hint = These fields are in the file and are kept.
inspector-relation = Relation
inspector-relations = { $count } relations
inspector-relations-of = Relations ({ $count })
inspector-no-relations = No relations yet. Drag from the rim of the piece to another piece.
inspector-more-relations = { $count ->
    [one] One more relation: see the table
   *[other] { $count } more relations: see the table
}
inspector-itself = itself
inspector-select-relation = Select this relation
inspector-select-actor = Select this actor
inspector-turn = Direction with { $name }: { $direction }
inspector-overview = This constellation
influence-less = Lower tower
influence-more = Higher tower
influence-unknown = Influence unknown
influence-refused = Influence is a whole number of 0 or more.
weight-refused = A weight is a number from 1e-12 to 1e12. The relation was not changed.
gaze-none = nowhere in particular
gaze-up = up
gaze-up-right = up and right
gaze-right = right
gaze-down-right = down and right
gaze-down = down
gaze-down-left = down and left
gaze-left = left
gaze-up-left = up and left
gaze-degrees = { $degrees }° from up
organisation-search = Find an organisation
organisation-select = Select this organisation
relation-reverse = Turn round
overview-properties = About this constellation…
overview-counts = What is there
overview-hints = What could come next
overview-count-actors = Actors
overview-count-in-tray = Not placed
overview-count-relations = Relations
overview-count-assumed = Assumed
overview-count-notes = Notes
hint-no-question = Write down the question: what is this network about?
hint-no-actors = Double-click on the board to put an actor there.
hint-in-tray = { $count ->
    [one] One actor is not on the board yet.
   *[other] { $count } actors are not on the board yet.
}
hint-no-relations = There are no relations yet. Who works with whom?
hint-unrelated = { $count ->
    [one] One actor has no relation at all. Is that right?
   *[other] { $count } actors have no relation at all. Is that right?
}
hint-no-kind = { $count ->
    [one] The kind of one actor is not known.
   *[other] The kind of { $count } actors is not known.
}
hint-no-sector = { $count ->
    [one] The sector of one actor is not known.
   *[other] The sector of { $count } actors is not known.
}
hint-assumed = { $count ->
    [one] One relation is assumed and not verified yet.
   *[other] { $count } relations are assumed and not verified yet.
}

# Tables
table-actors = Actors ({ $count })
table-relations = Relations ({ $count })
table-agreements = Agreements ({ $count })
table-filter = Search the table
table-count-shown = { $shown } of { $total }
table-degree = Ties
table-clear-filter = Clear the search text
table-empty-actors = No actors yet. Double-click on the board to start.
table-empty-relations = No relations yet. Drag from the rim of a piece to another piece.
table-edit-hint = Click to select, double-click to show it on the board. In a selected row you can type.
table-sort-by = Sort by { $column }
table-attributes-left-out = { $count ->
    [one] One more attribute: see the properties of what you select.
   *[other] { $count } more attributes: see the properties of what you select.
}
table-cell = { $column } of { $name }
table-row = Row: { $name }

# Filters
filters-heading = Filter
filters-hidden = { $relations ->
    [0] { $actors ->
        [one] 1 actor
       *[other] { $actors } actors
    }
   *[other] { $actors ->
        [0] {""}
        [one] 1 actor and{" "}
       *[other] { $actors } actors and{" "}
    }{ $relations ->
        [one] 1 relation
       *[other] { $relations } relations
    }
} hidden
filters-show-all = Show all
filters-nothing-hidden = Everything is visible.
filters-only-long = Show only { $name }
filters-only-hint = Double-click: show only this
filters-from = From
filters-to = Up to
filters-of-relations = { $name } (relations)
filters-weight-from = Weight from
filters-weight-to = Weight up to
filters-attribute-from = { $name } from
filters-attribute-to = { $name } up to
filters-weight-any = no limit
filters-hide-assumed = Hide assumed relations ({ $count })
filters-section-status = State of relations
filters-section-weight = Weight
filters-section-kinds = Kind of actor
filters-section-relation-kinds = Kind of relation

# Tray
tray-heading = Who takes part?
tray-new = Name, then Enter
tray-new-label = Name of a new actor
tray-kind = Kind
tray-hint = Type a name and press Enter. Paste a list to add many at once.
tray-unplaced = Still to place ({ $count })
tray-drag-hint = Drag a name onto the board, or click the plus to put it in the middle.
tray-place = Put { $name } on the board
tray-place-all = Put all on the board
tray-arrange-all = Put all on the board and arrange
tray-everyone-placed = Everybody is on the board.
tray-all = All actors ({ $count })
tray-search = Find an actor
drop-hint = Let go to open this file

# What the pieces are coloured by.
colouring = Colour: { $by }
colouring-hint = What the pieces are coloured by
colouring-keep = Open like this (kept in the file)
colouring-own = Colours of your own…
colours-title = Colours
colours-of = Pieces are now coloured by: { $by }. What you choose here is kept in the file.
colours-of-groups = Groups that were found get colours of their own that stay apart: with other relations they are other groups.
colours-standard = Standard colour for { $name }
colours-too-faint = Stands out too little from the board, where it is drawn stronger.
