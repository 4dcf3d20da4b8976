# The panels with figures: bridge builders, centrality, cohesion, explanations.
notice-figures-copied = De cijfers staan op het klembord. Plak ze in een rekenblad.
analysis-waiting = Er wordt gerekend…
analysis-stopped = Het rekenen is gestopt.
analysis-stopped-before = Gestopt: deze cijfers zijn van vóór de laatste wijziging
analysis-updating = Er wordt gerekend…
analysis-basis = Over { $actors }, { $relations }
basis-actors-some = { $count } van de { $all } actoren
basis-relations-some = { $count } van de { $all } relaties
left-out = Niet meegeteld: { $reasons }.
left-out-both = { $first }, { $rest }
left-out-ended = { $count ->
    [one] 1 beëindigde relatie
   *[other] { $count } beëindigde relaties
}
left-out-wished = { $count ->
    [one] 1 gewenste relatie
   *[other] { $count } gewenste relaties
}
left-out-of-kind = { $count ->
    [one] 1 relatie van een soort die niet meetelt
   *[other] { $count } relaties van een soort die niet meetelt
}
left-out-loops = { $count ->
    [one] 1 relatie van een actor met zichzelf
   *[other] { $count } relaties van een actor met zichzelf
}
left-out-hidden = { $count ->
    [one] 1 verborgen relatie
   *[other] { $count } verborgen relaties
}
analysis-arrows = Als { $pairs } pijlen gerekend: een relatie die wederzijds of zonder richting is, telt als twee; relaties die van dezelfde naar dezelfde actor lopen, tellen als één.
analysis-lines = Als { $pairs } verbindingen gerekend: relaties tussen dezelfde twee actoren tellen als één.
analysis-ignore-direction = Richting buiten beschouwing laten
analysis-include-wished = Gewenste relaties meetellen
analysis-kinds = Soorten die meetellen:
analysis-loops-out = Relaties van een actor met zichzelf tellen nergens mee. Wat verborgen is, telt niet mee.
dimension-sector = Sector
dimension-level = Schaalniveau
dimension-domain = Domein
dimension-region = Regio
dimension-organisation = Organisatie
dimension-community = Gevonden groep
component-span = Spreiding over groepen
component-mediation = Bemiddeling tussen groepen
component-passage = Doorgang tussen groepen
component-last-link = Laatste verbinding
centrality-title = Wie staat centraal?
centrality-by = Op volgorde van
centrality-size = Grootte van de stukken volgt deze maat
centrality-badges = Rang op de stukken tonen
explain-figure = Wat betekent dit cijfer?
column-rank = Nr.
column-actor = Wie
column-value = Waarde
figure-undefined = –
figure-undefined-why = Voor deze actor is dit cijfer niet te bepalen.
measure-how = Hoe er geteld wordt
measure-source = Bron
measure-repeat = Zelf narekenen
measure-id = Naam in geëxporteerde bestanden: { $id }

# Notes and roles
notes-title = Notities van de sessie
notes-delete = Notitie verwijderen
notes-new = Nieuwe notitie, dan Enter
notes-about-actor = Over { $name }
notes-about-relation = Over { $a } – { $b }
notes-select = Selecteert waar de notitie over gaat
notes-more = { $count ->
    [one] Nog 1 notitie: selecteer een actor of een relatie om te zien wat er staat.
   *[other] Nog { $count } notities: selecteer een actor of een relatie om te zien wat er staat.
}
roles-title = Rollen (Gould en Fernandez)
roles-by = Per
roles-none = In deze indeling staat niemand tussen twee anderen die zelf geen relatie hebben.
roles-explained = Hoe vaak iemand staat tussen twee anderen die zelf geen relatie hebben, naar de groep van alle drie. Gould en Fernandez 1989; telling als sna::brokerage in R: zonder richting telt elk paar in beide richtingen, met pijlen elke richting apart. De zinnen bij de kandidaten tellen elk paar één keer.
role-coordinator = Coördinator: alle drie uit dezelfde groep
role-coordinator-short = Coörd.
role-consultant = Bemiddelaar: verbindt van buitenaf twee uit één groep
role-consultant-short = Bemid.
role-representative = Vertegenwoordiger: brengt van de eigen groep naar buiten
role-representative-short = Vertw.
role-gatekeeper = Poortwachter: haalt binnen voor de eigen groep
role-gatekeeper-short = Poort
role-liaison = Tussenpersoon: alle drie uit verschillende groepen
role-liaison-short = Tussen
