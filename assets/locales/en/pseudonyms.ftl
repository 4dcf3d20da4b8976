command-pseudonyms = Codes in place of names…
    .hint = Shows codes (P1, A1) on the board, in the hall and in all that you take along, for people who may not know who they are.
pseudonyms-title = Codes in place of names
pseudonyms-lead = With codes there is P1 or A1 where a name would be: on the board, in the hall, in the panels and in all that you take along. The file itself keeps the names.
pseudonyms-choose-nobody = Show names
pseudonyms-choose-persons = Codes for people, and for who is of no kind
pseudonyms-choose-all = Codes for everybody
pseudonyms-names-again = The names are back then, on the board too.
pseudonyms-what = What happens
pseudonyms-under-way = Looking through all texts for names…
pseudonyms-show-codes = Show codes
pseudonyms-show-names = Show names on the board
pseudonyms-save-key = Save the key…
    .hint = Saves in a file of its own who has which code. Do not hand it on with the codes.
pseudonyms-key-name = key
status-codes = Codes in place of names
path-key-title = Save the key of the codes
filter-key = CSV: code, name and id
pseudonyms-nobody = Nobody gets a code: there is nobody whose name is hidden here.
pseudonyms-counts = { $count ->
    [one] 1 actor gets a code in place of a name: { $codes }.
   *[other] { $count } actors get a code in place of a name: { $codes }.
}
pseudonyms-persons = { $count ->
    [one] 1 person ({ $codes })
   *[other] { $count } people ({ $codes })
}
pseudonyms-others = { $count ->
    [one] 1 other actor ({ $codes })
   *[other] { $count } other actors ({ $codes })
}
pseudonyms-range = { $first } to { $last }
pseudonyms-replaced = Names are replaced in { $places } too.
pseudonyms-author = Who made the constellation is left out.
pseudonyms-hint = Stays in { $place }: { $words }. See whether that points at somebody.
pseudonyms-more-hints = Something stays in { $places } too. See whether that points at somebody.
pseudonyms-more-named = what is said of { $names }
pseudonyms-files = What the file is called is in nothing that you take along. A name in what you call a new file yourself stays there.
pseudonyms-picture = The picture under the board comes along as it is: names in it are not replaced.
pseudonyms-network = A code hides a name, not a place in the network: who knows the network may recognise somebody.
pseudonyms-key = The key, who has which code, does not come along.
pseudonyms-key-written = The key, who has which code, is in { $file } and in no other file. Do not pass that file on with the codes.
pseudonyms-kept-words = Stays in the legend and with those that have it: { $words }. An actor is called so too, but others have that word as well: it does not say who anybody is.
pseudonyms-place-title = the title
pseudonyms-place-question = the question
pseudonyms-place-place = the place
pseudonyms-place-source = the source
pseudonyms-place-description = the description
pseudonyms-place-actor = what is said of { $name }
pseudonyms-place-relation = what is said of { $a } – { $b }
pseudonyms-place-word = the word { $name }
pseudonyms-place-attribute = the attribute { $name }
pseudonyms-places-actors = { $count ->
    [one] what is said of 1 actor
   *[other] what is said of { $count } actors
}
pseudonyms-places-relations = { $count ->
    [one] what is said of 1 relation
   *[other] what is said of { $count } relations
}
pseudonyms-places-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
pseudonyms-places-agreements = { $count ->
    [one] 1 agreement
   *[other] { $count } agreements
}
pseudonyms-places-words = { $count ->
    [one] 1 word
   *[other] { $count } words
}
pseudonyms-places-unknown = { $count ->
    [one] 1 unknown field of the file
   *[other] { $count } unknown fields of the file
}
pseudonyms-column-code = code
pseudonyms-column-name = name
pseudonyms-column-id = id in the file
pseudonyms-refused = There are codes in place of names on the board. Turn them off to change names and texts.
notice-recovered-codes = This constellation has codes; they are on. Codes in place of names shows the names again.
start-names-hidden = While there are codes on the board, no name of a file or constellation is shown here.
start-hidden-file = File { $number }
start-hidden-title = A constellation
