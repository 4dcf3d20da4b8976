# Texts of the inspector, the tables, the filters and the tray.

# Values
value-unknown = onbekend
value-none = geen
value-mixed = (verschillend)
search-nothing = Niets gevonden.
choice-new-word = Nieuw woord, dan Enter
colour-hex = Kleurcode
colour-hex-refused = Dit is geen kleurcode. Schrijf zes tekens na een hekje, zoals #0072b2.

status-existing = bestaand
status-wished = gewenst
status-ended = vervallen
stance-for = + voor
stance-against = − tegen
stance-neutral = ○ neutraal
tempo-accelerator = versneller
tempo-broadener = verbreder
direction-directed = gericht: van bron naar doel
direction-mutual = wederzijds
direction-undirected = zonder richting
direction-out = hiervandaan
direction-in = hiernaartoe
verified-yes = nagegaan
verified-no = aangenomen

# Names of fields
field-name = Naam
field-kind = Soort
field-sector = Sector
field-level = Schaalniveau
field-region = Regio
field-domains = Domeinen
field-organisation = Hoort bij
field-influence = Invloed
field-gaze = Kijkrichting
field-stance = Houding
field-tempo = Tempo
field-interests = Belangen
field-form = Vorm
field-motive = Motief
field-note = Notitie
field-source = Van
field-target = Naar
field-between = Tussen
field-and = En
field-relation-kind = Soort relatie
field-weight = Gewicht
field-direction = Richting
field-status = Status
field-verified = Zekerheid
field-title = Titel
field-issue = Vraag
field-issue-hint = Welke vraag staat centraal?

# Inspector
inspector-actor = Actor
inspector-actors = { $count } actoren
inspector-all-at-once = Wat je hier verandert, geldt voor alle geselecteerde actoren.
inspector-in-tray = Staat nog niet op het bord.
inspector-position = In deze vraag
inspector-wants = Wat wil deze speler?
inspector-new-domain = Nieuw domein
basis-attributes = Deze kenmerken delen de actoren ook in
attributes-title = Kenmerken
attribute-open = Kenmerk { $name } bewerken
attribute-name = Naam
attribute-name-of = Naam van kenmerk { $name }
attribute-type = Soort
attribute-type-of = Soort van kenmerk { $name }
attribute-categories = Categorieën
attribute-categories-hint = Eén per regel
attribute-clear = Waarde wissen
attribute-remove-actors = Kenmerk verwijderen ({ $count ->
    [one] bij één actor
   *[other] bij { $count } actoren
})
attribute-remove-relations = Kenmerk verwijderen ({ $count ->
    [one] bij één relatie
   *[other] bij { $count } relaties
})
attribute-new = Nieuw kenmerk
attribute-new-type = Soort van het nieuwe kenmerk
attribute-add = Toevoegen
attribute-date-hint = dd-mm-jjjj
attribute-list-hint = Eén per regel
attribute-type-text = tekst
attribute-type-whole-number = geheel getal
attribute-type-number = getal
attribute-type-yes-no = ja/nee
attribute-type-date = datum
attribute-type-category = categorie
attribute-type-list = lijst
inspector-extra = Andere velden
inspector-extra-hint = Deze velden staan in het bestand en blijven bewaard.
inspector-relation = Relatie
inspector-relations = { $count } relaties
inspector-relations-of = Relaties ({ $count })
inspector-no-relations = Nog geen relaties. Sleep vanaf de rand van het stuk naar een ander stuk.
inspector-more-relations = { $count ->
    [one] Nog één relatie: zie de tabel
   *[other] Nog { $count } relaties: zie de tabel
}
inspector-itself = zichzelf
inspector-select-relation = Selecteer deze relatie
inspector-select-actor = Selecteer deze actor
inspector-turn = Richting met { $name }: { $direction }
inspector-overview = Deze opstelling
influence-less = Toren lager
influence-more = Toren hoger
influence-unknown = Invloed onbekend
influence-refused = Invloed is een heel getal van 0 of hoger.
weight-refused = Een gewicht is een getal van een biljoenste (1e-12) tot en met een biljoen (1e12). De relatie is niet veranderd.
gaze-none = nergens naar
gaze-up = naar boven
gaze-up-right = naar rechtsboven
gaze-right = naar rechts
gaze-down-right = naar rechtsonder
gaze-down = naar beneden
gaze-down-left = naar linksonder
gaze-left = naar links
gaze-up-left = naar linksboven
gaze-degrees = { $degrees }° vanaf boven
organisation-search = Zoek een organisatie
organisation-select = Selecteer deze organisatie
relation-reverse = Keer om
overview-properties = Over deze opstelling…
overview-counts = Wat er staat
overview-hints = Wat nog kan
overview-count-actors = Actoren
overview-count-in-tray = Niet geplaatst
overview-count-relations = Relaties
overview-count-assumed = Aangenomen
overview-count-notes = Notities
hint-no-question = Schrijf de vraag op: waar gaat dit netwerk over?
hint-no-actors = Dubbelklik op het bord om een actor neer te zetten.
hint-in-tray = { $count ->
    [one] Eén actor staat nog niet op het bord.
   *[other] { $count } actoren staan nog niet op het bord.
}
hint-no-relations = Er zijn nog geen relaties. Wie werkt met wie samen?
hint-unrelated = { $count ->
    [one] Eén actor heeft geen enkele relatie. Klopt dat?
   *[other] { $count } actoren hebben geen enkele relatie. Klopt dat?
}
hint-no-kind = { $count ->
    [one] Van één actor is de soort niet bekend.
   *[other] Van { $count } actoren is de soort niet bekend.
}
hint-no-sector = { $count ->
    [one] Van één actor is de sector niet bekend.
   *[other] Van { $count } actoren is de sector niet bekend.
}
hint-assumed = { $count ->
    [one] Eén relatie is aangenomen en nog niet nagegaan.
   *[other] { $count } relaties zijn aangenomen en nog niet nagegaan.
}

# Tables
table-actors = Actoren ({ $count })
table-relations = Relaties ({ $count })
table-agreements = Afspraken ({ $count })
table-filter = Zoek in de tabel
table-count-shown = { $shown } van { $total }
table-degree = Relaties
table-clear-filter = Wis de zoektekst
table-empty-actors = Nog geen actoren. Dubbelklik op het bord om te beginnen.
table-empty-relations = Nog geen relaties. Sleep vanaf de rand van een stuk naar een ander stuk.
table-edit-hint = Klik om te selecteren, dubbelklik om te tonen op het bord. In een geselecteerde rij kun je typen.
table-sort-by = Sorteer op { $column }
table-attributes-left-out = { $count ->
    [one] Nog één kenmerk: zie de eigenschappen van wie je selecteert.
   *[other] Nog { $count } kenmerken: zie de eigenschappen van wie je selecteert.
}
table-cell = { $column } van { $name }
table-row = Rij: { $name }

# Filters
filters-heading = Filters
filters-hidden = { $relations ->
    [0] { $actors ->
        [one] 1 actor
       *[other] { $actors } actoren
    }
   *[other] { $actors ->
        [0] {""}
        [one] 1 actor en{" "}
       *[other] { $actors } actoren en{" "}
    }{ $relations ->
        [one] 1 relatie
       *[other] { $relations } relaties
    }
} verborgen
filters-show-all = Alles tonen
filters-nothing-hidden = Alles is zichtbaar.
filters-only-long = Toon alleen { $name }
filters-only-hint = Dubbelklik: toon alleen deze
filters-from = Vanaf
filters-to = Tot
filters-of-relations = { $name } (relaties)
filters-weight-from = Gewicht vanaf
filters-weight-to = Gewicht tot
filters-attribute-from = { $name } vanaf
filters-attribute-to = { $name } tot
filters-weight-any = geen grens
filters-hide-assumed = Verberg aangenomen relaties ({ $count })
filters-section-status = Status van relaties
filters-section-weight = Gewicht
filters-section-kinds = Soort actor
filters-section-relation-kinds = Soort relatie

# Tray
tray-heading = Wie doen mee?
tray-new = Naam, dan Enter
tray-new-label = Naam van een nieuwe actor
tray-kind = Soort
tray-hint = Typ een naam en druk op Enter. Plak een lijst om er veel tegelijk toe te voegen.
tray-unplaced = Nog te plaatsen ({ $count })
tray-drag-hint = Sleep een naam naar het bord, of klik op de plus om hem in het midden te zetten.
tray-place = Zet { $name } op het bord
tray-place-all = Zet alle op het bord
tray-arrange-all = Zet alle op het bord en schik
tray-everyone-placed = Iedereen staat op het bord.
tray-all = Alle actoren ({ $count })
tray-search = Zoek een actor
drop-hint = Laat los om dit bestand te openen

# What the pieces are coloured by.
colouring = Kleur: { $by }
colouring-hint = Waarnaar de stukken zijn gekleurd
colouring-keep = Zo openen (bewaren in het bestand)
colouring-own = Eigen kleuren…
colours-title = Kleuren
colours-of = Stukken zijn nu gekleurd naar: { $by }. Wat je hier kiest, staat in het bestand.
colours-of-groups = Gevonden groepen krijgen zelf kleuren die van elkaar te onderscheiden zijn: bij andere relaties zijn het andere groepen.
colours-standard = Standaardkleur voor { $name }
colours-too-faint = Steekt te weinig af tegen het bord en wordt daar sterker getekend.
