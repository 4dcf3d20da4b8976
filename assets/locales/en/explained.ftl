# The explanation of a figure, and the list of all measures.
command-all-measures = All measures…
    .hint = Every measure with what it means, how it is counted and its value now
measures-title = All measures
measures-search = Search by name or subject
measures-lead = Click a measure for its explanation. Measures per actor, relation or group show the lowest and the highest value. Measures about groups are about one dimension:
measures-lead-selected = Click a measure for its explanation. Measures per actor show the value of the selected actor. Measures about groups are about one dimension:
measure-repeat-lead = This line of Python gives the same figure, with NetworkX. What comes before it reads the saved file:
measure-repeat-elsewhere = NetworkX and igraph do not have this measure. It can be found in { $software }.
measure-repeat-chance = This figure rests on chance draws with a fixed seed. Another program draws otherwise and comes to about, not exactly, the same.
measure-repeat-no-peer = As far as is known, no other program computes this measure.
measure-repeat-file = constellation.opstelling.json
measure-repeat-dimension = For the dimension { $dimension }.
measure-repeat-several = For the dimension { $dimension }. Who has several groups in it counts for an equal part in each, and a relation in every pair of them. So does this line.
measure-copy-line = Copy line
measure-copy-program = Copy whole program
    .hint = With the reading of the file in front, and the same choice of relations as here
