# The panels with figures: bridge builders, centrality, cohesion, explanations.
notice-figures-copied = The figures are on the clipboard. Paste them into a spreadsheet.
analysis-waiting = Computing…
analysis-stopped = The computation was stopped.
analysis-stopped-before = Stopped: these figures are of before the last change
analysis-updating = Computing…
analysis-basis = Of { $actors }, { $relations }
basis-actors-some = { $count } of the { $all } actors
basis-relations-some = { $count } of the { $all } relations
left-out = Not counted: { $reasons }.
left-out-both = { $first }, { $rest }
left-out-ended = { $count ->
    [one] 1 ended relation
   *[other] { $count } ended relations
}
left-out-wished = { $count ->
    [one] 1 wished relation
   *[other] { $count } wished relations
}
left-out-of-kind = { $count ->
    [one] 1 relation of a kind that does not count
   *[other] { $count } relations of a kind that does not count
}
left-out-loops = { $count ->
    [one] 1 relation of an actor with itself
   *[other] { $count } relations of an actor with itself
}
left-out-hidden = { $count ->
    [one] 1 hidden relation
   *[other] { $count } hidden relations
}
analysis-arrows = Computed as { $pairs } arrows: a relation that is mutual or without direction counts as two; relations from the same to the same actor count as one.
analysis-lines = Computed as { $pairs } ties: relations between the same two actors count as one.
analysis-ignore-direction = Ignore direction
analysis-include-wished = Count wished relations
analysis-kinds = Kinds that count:
analysis-loops-out = Relations of an actor with itself count nowhere. What is hidden does not count.
dimension-sector = Sector
dimension-level = Scale level
dimension-domain = Domain
dimension-region = Region
dimension-organisation = Organisation
dimension-community = Community found
component-span = Span over groups
component-mediation = Mediation between groups
component-passage = Passage between groups
component-last-link = Last link
centrality-title = Who is central?
centrality-by = In order of
centrality-size = Size of the pieces follows this measure
centrality-badges = Show the rank on the pieces
explain-figure = What does this figure mean?
column-rank = No.
column-actor = Who
column-value = Value
figure-undefined = –
figure-undefined-why = This figure is not defined for this actor.
measure-how = How it is counted
measure-source = Source
measure-repeat = Repeat it yourself
measure-id = In exports: { $id }

# Notes and roles
notes-title = Notes of the session
notes-delete = Delete note
notes-new = New note, then Enter
notes-about-actor = About { $name }
notes-about-relation = About { $a } – { $b }
notes-select = Selects what the note is about
notes-more = { $count ->
    [one] 1 more note: select an actor or a relation to see what it says.
   *[other] { $count } more notes: select an actor or a relation to see what they say.
}
roles-title = Roles (Gould and Fernandez)
roles-by = By
roles-none = In this dimension nobody stands between two others who have no relation themselves.
roles-explained = How often somebody stands between two others who have no relation themselves, by the group of all three. Gould and Fernandez 1989; counted as sna::brokerage in R: without direction every pair counts in both directions, with arrows each direction apart. The sentences beside the candidates count every pair once.
role-coordinator = Coordinator: all three in the same group
role-coordinator-short = Coord.
role-consultant = Consultant: connects from outside two in one group
role-consultant-short = Consult.
role-representative = Representative: brings out of the own group
role-representative-short = Repr.
role-gatekeeper = Gatekeeper: lets into the own group
role-gatekeeper-short = Gate
role-liaison = Liaison: all three in different groups
role-liaison-short = Liaison
