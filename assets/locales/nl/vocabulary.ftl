# The windows for the user's own words, for the properties of the whole, and for finding an actor.

vocabulary-title = Woorden van deze opstelling
vocabulary-actor-kinds = Soorten actor
vocabulary-relation-kinds = Soorten relatie
vocabulary-sectors = Sectoren
vocabulary-levels = Schaalniveaus
vocabulary-domains = Domeinen
vocabulary-regions = Regio's
vocabulary-actor-kinds-hint = Vorm en pictogram staan op het bord. Een nieuwe actor krijgt de sector en het schaalniveau van zijn soort.
vocabulary-relation-kinds-hint = Kleur en lijn staan op het bord. Een nieuwe relatie krijgt de richting van haar soort.
vocabulary-sectors-hint = De sector bepaalt de kleur van een stuk.
vocabulary-levels-hint = Van klein naar groot: de volgorde telt.
vocabulary-domains-hint = Een actor kan meer domeinen hebben.
vocabulary-regions-hint = Een actor hoort bij één regio.
vocabulary-empty = Nog geen woorden in deze lijst.
vocabulary-new = Nieuw woord
vocabulary-add = Voeg toe
vocabulary-up = { $name } omhoog
vocabulary-down = { $name } omlaag
vocabulary-name = Naam van { $name }
vocabulary-colour = Kleur van { $name }
vocabulary-icon = Pictogram van { $name }
vocabulary-remove = Verwijder { $name }
vocabulary-used = { $count } ×
vocabulary-in-use-actors = { $count ->
    [one] Eén actor heeft “{ $name }”.
   *[other] { $count } actoren hebben “{ $name }”.
}
vocabulary-in-use-relations = { $count ->
    [one] Eén relatie is van de soort “{ $name }”. Kies een andere soort.
   *[other] { $count } relaties zijn van de soort “{ $name }”. Kies een andere soort.
}
vocabulary-replace-by = Vervang door
vocabulary-choose = kies een soort
vocabulary-remove-it = Verwijder
vocabulary-keep = Laat staan
vocabulary-is-body = overleg
vocabulary-is-body-hint = Een overlegtafel of samenwerkingsverband waar anderen lid van zijn.
vocabulary-negative = negatief
vocabulary-negative-hint = Spanning in plaats van verbinding: telt niet mee in de analyse, tenzij je erom vraagt.
field-shape = Vorm van het stuk
field-line = Lijn
field-layer = Laag
shape-circle = cirkel
shape-square = vierkant
shape-rounded-square = afgerond
shape-diamond = ruit
shape-hexagon = zeshoek
shape-octagon = achthoek
shape-triangle = driehoek
shape-pentagon = vijfhoek
shape-shield = schild
shape-pill = ovaal
line-solid = doorlopend
line-dashed = streepjes
line-dotted = stippen
line-dash-dot = streep-punt
line-long-dash = lange strepen
line-double = dubbel
line-zigzag = zigzag
layer-none = geen laag
layer-structure = structuur
layer-individual = individu
layer-fabric = weefsel
direction-short-directed = gericht

properties-title = Over deze opstelling
properties-board = Bord
properties-choose-picture = Kies een afbeelding…
properties-remove-picture = Haal de afbeelding weg
field-date = Datum
field-place = Plaats
field-author = Gemaakt door
field-origin = Bron
field-description = Toelichting
field-language = Taal
field-board-width = Breedte
field-board-height = Hoogte
field-background = Achtergrond
board-size-refused = Een maat van het bord is een getal van 200 tot en met 20.000.
background-empty = leeg, met rand
background-rings = ringen van invloed
background-quadrants = vier kwadranten
background-sector-fields = een veld per sector
background-level-bands = een band per schaalniveau
background-picture = eigen afbeelding

find-title = Zoek een actor
find-name = Een paar letters van de naam
