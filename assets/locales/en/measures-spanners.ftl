# Names and explanations of what stands beside the bridge-builder candidates; keys as in measures.ftl.

measure-spanner-load = What somebody already carries
    .definition = The number of different contacts of the candidate, and how many of them are consultation tables. A bridge that carries too much gets overloaded.
    .convention = Every contact counts once, however many relations there are and in whatever direction. A consultation table is an actor of a kind with members (body, table) with at least one contact that is not of such a kind itself. Who is a table sits at none: relations between tables count as contacts only. The panel Tables counts the same way.
measure-spanner-best = Best candidate per group
    .definition = Per region and per scale level the best-placed candidate of that group itself. The idea: one boundary spanner per sub-region (Lysias 2025, chapter 3F).
    .convention = The place is the one in the whole list, with the sliders as they are. Who shares a place stands there together. An actor without a group in this dimension takes no part.
measure-spanner-team = Smallest team
    .definition = The smallest number of candidates that together reach every group. An actor reaches a group when it belongs to it or has a relation with somebody of it.
    .convention = Directions and weights do not count. Of equally small teams the one with the best places wins. Up to 25 candidates it is proven that no smaller team exists; beyond that the search goes on as long as is reasonable, and whether it is proven is told.
measure-missing-link = Missing link between two groups
    .definition = Two groups with at most half of the ties that equal density would give, and at least one expected tie. The largest shortage comes first.
    .convention = The shortage is (expected - counted) / square root of expected. Every tied pair counts once, with direction every arrow. An actor with several domains is split evenly over the pairs. Actors without a group do not count. Where relations run between members and tables only, only pairs of a member and a table count, and a group that has only tables is in no pair.
measure-new-relation-gain = Gain of a new relation
    .definition = How much closer the groups come through one new relation: the rise of the mean of 1 / distance, over all pairs of actors of different groups.
    .convention = Distance in steps, without directions and weights; no path counts 0. With several domains two actors differ only when they share none. Actors without a group lie on paths, but are no ends. In large networks only the most promising relations are computed; how many is given. Above 4,000 actors this is not computed.
