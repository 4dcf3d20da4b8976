# The panels with figures: bridge builders, centrality, cohesion, explanations.
notice-figures-copied = De cijfers staan op het klembord. Plak ze in een rekenblad.
analysis-waiting = Er wordt gerekend…
analysis-stopped = Het rekenen is gestopt.
analysis-stopped-before = Gestopt: deze cijfers zijn van vóór de laatste wijziging
analysis-updating = Er wordt gerekend…
analysis-basis-directed = Over { $actors } actoren, { $relations ->
    [one] 1 pijl
   *[other] { $relations } pijlen
 }
analysis-basis-undirected = Over { $actors } actoren, { $relations ->
    [one] 1 verbinding
   *[other] { $relations } verbindingen
 }
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
roles-title = Rollen (Gould en Fernandez)
roles-by = Per
roles-none = Niemand bemiddelt tussen deze groepen.
roles-explained = Hoe vaak iemand staat tussen twee anderen die zelf geen relatie hebben, naar de groep van alle drie. Gould en Fernandez 1989; telling als sna::brokerage in R; zonder richting telt elk paar één keer, met pijlen elke richting apart. De zinnen bij de kandidaten tellen elk paar één keer.
role-coordinator = Coördinator: alle drie uit dezelfde groep
role-coordinator-short = Coö.
role-consultant = Bemiddelaar: verbindt van buitenaf twee uit één groep
role-consultant-short = Bem.
role-representative = Vertegenwoordiger: brengt van de eigen groep naar buiten
role-representative-short = Vert.
role-gatekeeper = Poortwachter: haalt binnen voor de eigen groep
role-gatekeeper-short = Poort
role-liaison = Tussenpersoon: alle drie uit verschillende groepen
role-liaison-short = Tuss.
