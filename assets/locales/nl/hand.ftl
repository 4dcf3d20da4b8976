# What the hand did or cannot see, said beside the board: hidden things, what was deleted, double names, numbers.

unseen-hidden = { $count ->
    [one] ‘{ $name }’ is verborgen door een filter.
   *[other] Dit is verborgen door een filter: { $count } onderdelen.
}
unseen-hidden-relation = Deze relatie is verborgen door een filter.
unseen-show = Toon op het bord
unseen-off-board = { $count ->
    [one] ‘{ $name }’ staat nog niet op het bord.
   *[other] { $count } actoren staan nog niet op het bord.
}
unseen-place = Zet op het bord

removed-actors = { $actors ->
    [one] ‘{ $name }’ is verwijderd.
   *[other] { $actors } actoren zijn verwijderd.
}
removed-both = { $actors ->
    [one] { $relations ->
        [one] ‘{ $name }’ en 1 relatie zijn verwijderd.
       *[other] ‘{ $name }’ en { $relations } relaties zijn verwijderd.
    }
   *[other] { $relations ->
        [one] { $actors } actoren en 1 relatie zijn verwijderd.
       *[other] { $actors } actoren en { $relations } relaties zijn verwijderd.
    }
}
removed-relations = { $relations ->
    [one] 1 relatie is verwijderd.
   *[other] { $relations } relaties zijn verwijderd.
}
removed-hidden = { $hidden ->
    [one] Daarvan was 1 relatie verborgen.
   *[other] Daarvan waren { $hidden } relaties verborgen.
}
removed-undo = Terugzetten

number-ambiguous = ‘{ $typed }’ kan { $whole } zijn of { $decimal }. Schrijf { $whole } of { $decimal }. Er is niets veranderd.
number-filter-refused = Een gewicht is een getal, zoals 2 of 1,5. Het filter is niet veranderd.
number-next-weight-refused = Een gewicht is een getal van 0,01 tot en met 1.000. Het gewicht is niet veranderd.
number-share-refused = Dit is een getal van 0 tot en met 3. Er is niets veranderd.

double-one = { $count ->
    [one] ‘{ $name }’ staat er al.
   *[other] ‘{ $name }’ staat er al { $count } keer.
}
double-several = Deze namen staan er al: { $names }.
double-go = Ga ernaartoe

# On a Mac, in the title of the window, after the name of what is in no file yet.
window-edited = Bewerkt
