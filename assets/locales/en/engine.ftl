# Measures by family, and why a figure is missing or estimated.
family-centrality = Centrality
family-brokerage = Bridges and brokerage
family-groups = Groups
family-cohesion = Cohesion
family-two-mode = Tables and their members
family-what-if = If this actor leaves
figures-too-many = This network has more than { $most } actors. Following every shortest path would take too long, so those figures are missing here.
figures-sample = Estimate from a sample
figures-sampled = Estimated: shortest paths were followed from { $sources } of the { $actors } actors. Normalised betweenness is at most { $error } from the exact value (95% sure).
figures-exact = Compute everything exactly
figures-sampling = The sample is being computed. For a large network that takes a few minutes; you can go on working.
figures-without-sample = Go on without a sample
cli-sample = Estimate what rests on shortest paths from a sample: the largest error of normalised betweenness (95% sure)
cli-skipped-paths = Not computed, because the network has more than { $most } actors: { $measures }. With --sample 0.02 the most important of these are estimated.
cli-skipped-leaving = Not computed, because the network has more than { $most } actors: { $measures }.
cli-skipped-sampled = Not computed, because these measures need all shortest paths, not a sample: { $measures }.
cli-skipped-restless = Not computed, because the iteration did not come to rest: { $measures }.

# Why a network cannot be analysed, as the end of a sentence
network-no-such-actor = relation { $relation } names actor { $actor }, which is not there
network-weight = the weight of relation { $relation } is { $weight }, which is no number to compute with
network-too-large = there are more than 2 billion actors or more than 1 billion relations
network-cancelled = the computation was stopped
