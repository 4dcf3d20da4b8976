# The windows for the user's own words, for the properties of the whole, and for finding an actor.

vocabulary-title = Words of this constellation
vocabulary-actor-kinds = Kinds of actor
vocabulary-relation-kinds = Kinds of relation
vocabulary-sectors = Sectors
vocabulary-levels = Scale levels
vocabulary-domains = Domains
vocabulary-regions = Regions
vocabulary-actor-kinds-hint = Shape and icon are on the board. A new actor gets the sector and scale level of its kind.
vocabulary-relation-kinds-hint = Colour and line are on the board. A new relation gets the direction of its kind.
vocabulary-sectors-hint = The sector decides the colour of a piece.
vocabulary-levels-hint = From small to large: the order counts.
vocabulary-domains-hint = An actor can have several domains.
vocabulary-regions-hint = An actor belongs to one region.
vocabulary-empty = No words in this list yet.
vocabulary-new = New word
vocabulary-add = Add
vocabulary-up = { $name } up
vocabulary-down = { $name } down
vocabulary-name = Name of { $name }
vocabulary-colour = Colour of { $name }
vocabulary-icon = Icon of { $name }
vocabulary-remove = Remove { $name }
vocabulary-used = { $count } ×
vocabulary-in-use-actors = { $count ->
    [one] One actor has “{ $name }”.
   *[other] { $count } actors have “{ $name }”.
}
vocabulary-in-use-relations = { $count ->
    [one] One relation is of the kind “{ $name }”. Choose another kind.
   *[other] { $count } relations are of the kind “{ $name }”. Choose another kind.
}
vocabulary-replace-by = Replace by
vocabulary-choose = choose a kind
vocabulary-remove-it = Remove
vocabulary-keep = Keep
vocabulary-is-body = body
vocabulary-is-body-hint = A round table or partnership that others are members of.
vocabulary-negative = negative
vocabulary-negative-hint = Tension rather than connection: left out of the analysis unless you ask for it.
field-shape = Shape of the piece
field-line = Line
field-layer = Layer
shape-circle = circle
shape-square = square
shape-rounded-square = rounded
shape-diamond = diamond
shape-hexagon = hexagon
shape-octagon = octagon
shape-triangle = triangle
shape-pentagon = pentagon
shape-shield = shield
shape-pill = oval
line-solid = solid
line-dashed = dashes
line-dotted = dots
line-dash-dot = dash and dot
line-long-dash = long dashes
line-double = double
line-zigzag = zigzagging
layer-none = no layer
layer-structure = structure
layer-individual = individual
layer-fabric = fabric
direction-short-directed = directed

properties-title = About this constellation
properties-board = Board
properties-choose-picture = Choose a picture…
properties-remove-picture = Take the picture away
field-date = Date
field-place = Place
field-author = Made by
field-origin = Source
field-description = Explanation
field-language = Language
field-board-width = Width
field-board-height = Height
field-background = Background
board-size-refused = A size of the board is a number from 200 to 20,000.
background-empty = empty, with an edge
background-rings = rings of influence
background-quadrants = four quadrants
background-sector-fields = a field per sector
background-level-bands = a band per scale level
background-picture = own picture

find-title = Find an actor
find-name = A few letters of the name
