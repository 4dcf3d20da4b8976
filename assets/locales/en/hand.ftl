# What the hand did or cannot see, said beside the board: hidden things, what was deleted, double names, numbers.

unseen-hidden = { $count ->
    [one] “{ $name }” is hidden by a filter.
   *[other] This is hidden by a filter: { $count } items.
}
unseen-hidden-relation = This relation is hidden by a filter.
unseen-show = Show on the board
unseen-off-board = { $count ->
    [one] “{ $name }” is not on the board yet.
   *[other] { $count } actors are not on the board yet.
}
unseen-place = Put on the board

removed-actors = { $actors ->
    [one] “{ $name }” was deleted.
   *[other] { $actors } actors were deleted.
}
removed-both = { $actors ->
    [one] { $relations ->
        [one] “{ $name }” and 1 relation were deleted.
       *[other] “{ $name }” and { $relations } relations were deleted.
    }
   *[other] { $relations ->
        [one] { $actors } actors and 1 relation were deleted.
       *[other] { $actors } actors and { $relations } relations were deleted.
    }
}
removed-relations = { $relations ->
    [one] 1 relation was deleted.
   *[other] { $relations } relations were deleted.
}
removed-hidden = { $hidden ->
    [one] Of these, 1 relation was hidden.
   *[other] Of these, { $hidden } relations were hidden.
}
removed-undo = Put back

number-ambiguous = “{ $typed }” can be { $whole } or { $decimal }. Write { $whole } or { $decimal }. Nothing was changed.
number-filter-refused = A weight is a number, such as 2 or 1.5. The filter was not changed.
number-next-weight-refused = A weight is a number from 0.01 to 1,000. The weight was not changed.
number-share-refused = This is a number from 0 to 3. Nothing was changed.

double-one = { $count ->
    [one] “{ $name }” is there already.
   *[other] “{ $name }” is there { $count } times already.
}
double-several = These names are there already: { $names }.
double-go = Go there

# On a Mac, in the title of the window, after the name of what is in no file yet.
window-edited = Edited
