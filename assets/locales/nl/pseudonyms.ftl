command-pseudonyms = Codes in plaats van namen…
    .hint = Toont codes (P1, A1) op het bord, in de zaal en in alles wat je meeneemt, voor mensen die niet mogen weten wie het zijn.
pseudonyms-title = Codes in plaats van namen
pseudonyms-lead = Met codes staat er P1 of A1 waar een naam zou staan: op het bord, in de zaal, in de panelen en in alles wat je meeneemt. Het bestand zelf houdt de namen.
pseudonyms-choose-nobody = Namen tonen
pseudonyms-choose-persons = Codes voor personen, en voor wie geen soort heeft
pseudonyms-choose-all = Codes voor iedereen
pseudonyms-names-again = De namen staan er dan weer, ook op het bord.
pseudonyms-what = Wat er gebeurt
pseudonyms-under-way = Er wordt nagegaan in welke teksten namen staan…
pseudonyms-show-codes = Codes tonen
pseudonyms-show-names = Namen tonen op het bord
pseudonyms-save-key = Sleutel bewaren…
    .hint = Bewaart in een eigen bestand wie welke code heeft. Geef dat niet mee met de codes.
pseudonyms-key-name = sleutel
status-codes = Codes in plaats van namen
path-key-title = Sleutel van de codes bewaren
filter-key = CSV: code, naam en id
pseudonyms-nobody = Niemand krijgt een code: er is niemand die zo heet als hier wordt verborgen.
pseudonyms-counts = { $count ->
    [one] 1 actor krijgt een code in plaats van een naam: { $codes }.
   *[other] { $count } actoren krijgen een code in plaats van een naam: { $codes }.
}
pseudonyms-persons = { $count ->
    [one] 1 persoon ({ $codes })
   *[other] { $count } personen ({ $codes })
}
pseudonyms-others = { $count ->
    [one] 1 andere actor ({ $codes })
   *[other] { $count } andere actoren ({ $codes })
}
pseudonyms-range = { $first } tot en met { $last }
pseudonyms-replaced = Namen worden ook vervangen in { $places }.
pseudonyms-author = Wie de opstelling heeft gemaakt, staat er niet bij.
pseudonyms-hint = Blijft staan in { $place }: { $words }. Kijk of dat iemand aanwijst.
pseudonyms-more-hints = Ook in { $places } blijft iets staan. Kijk of dat iemand aanwijst.
pseudonyms-more-named = wat er bij { $names } staat
pseudonyms-files = Hoe het bestand heet, staat in niets wat je meeneemt. Zit er een naam in de naam die je zelf aan een nieuw bestand geeft, dan blijft die.
pseudonyms-picture = De afbeelding onder het bord gaat mee zoals ze is: namen daarin worden niet vervangen.
pseudonyms-network = Een code verbergt een naam, geen plaats in het netwerk: wie het netwerk kent, kan iemand herkennen.
pseudonyms-key = De sleutel, wie welke code heeft, gaat niet mee.
pseudonyms-key-written = De sleutel, wie welke code heeft, staat in { $file } en in geen ander bestand. Geef dat bestand niet mee met de codes.
pseudonyms-kept-words = Blijft staan in de legenda en bij wie het heeft: { $words }. Zo heet ook een actor, maar anderen hebben dat woord ook: het zegt niet wie iemand is.
pseudonyms-place-title = de titel
pseudonyms-place-question = de vraag
pseudonyms-place-place = de plaats
pseudonyms-place-source = de bron
pseudonyms-place-description = de toelichting
pseudonyms-place-actor = wat er bij { $name } staat
pseudonyms-place-relation = wat er bij { $a } – { $b } staat
pseudonyms-place-word = het woord { $name }
pseudonyms-place-attribute = het kenmerk { $name }
pseudonyms-places-actors = { $count ->
    [one] wat er bij 1 actor staat
   *[other] wat er bij { $count } actoren staat
}
pseudonyms-places-relations = { $count ->
    [one] wat er bij 1 relatie staat
   *[other] wat er bij { $count } relaties staat
}
pseudonyms-places-notes = { $count ->
    [one] 1 notitie
   *[other] { $count } notities
}
pseudonyms-places-agreements = { $count ->
    [one] 1 afspraak
   *[other] { $count } afspraken
}
pseudonyms-places-words = { $count ->
    [one] 1 woord
   *[other] { $count } woorden
}
pseudonyms-places-unknown = { $count ->
    [one] 1 onbekend veld van het bestand
   *[other] { $count } onbekende velden van het bestand
}
pseudonyms-column-code = Code
pseudonyms-column-name = Naam
pseudonyms-column-id = Id in het bestand
pseudonyms-refused = Er staan codes in plaats van namen op het bord. Zet ze uit om namen en teksten te wijzigen.
notice-recovered-codes = Deze opstelling heeft codes; ze staan aan. Namen zie je weer met Codes in plaats van namen.
start-names-hidden = Zolang er codes op het bord staan, staat hier geen naam van een bestand of opstelling.
start-hidden-file = Bestand { $number }
start-hidden-title = Een opstelling
