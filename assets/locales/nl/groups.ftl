# The panel about groups and cohesion, and what it draws on the board.
panel-cohesion = Groepen en samenhang
command-toggle-hulls = Gevonden groepen omlijnen op het bord
command-toggle-cuts = Breekpunten en bruggen markeren
legend-hulls = Groepen
legend-cut-point = Breekpunt: zonder deze valt iets los
legend-bridge = Brug: zonder deze valt iets los
groups-by = Groepen naar
groups-none = Nog geen groepen om te vergelijken. Geef actoren een sector, schaalniveau, domein of regio en teken relaties.
groups-more = { $count ->
    [one] Nog 1
   *[other] Nog { $count }
 }
groups-helix-title = Balans tussen sectoren
groups-matrix-title = Wie met wie
groups-inward-title = Naar binnen of naar buiten
groups-found-title = Gevonden groepen
groups-cuts-title = Breekpunten en bruggen
groups-core-title = Kern en rand
groups-figures-title = Alle cijfers van het netwerk

## Mixing matrix
matrix-too-many = Deze indeling heeft { $count } groepen. Een tabel van wie met wie is er tot en met { $most } groepen; kies hierboven een andere indeling.
matrix-lead = Rijen en kolommen zijn groepen. Oranje: meer relaties dan verwacht. Blauw: minder. Klik op een vak om het op het bord te zien.
matrix-ratio = Verhouding
matrix-ratio-hint = Wat er is gedeeld door wat verwacht wordt: boven 1 is meer dan verwacht.
matrix-expected = Verwacht
matrix-expected-hint = Hoeveel het er zouden zijn als relaties zich niets van groepen aantrokken: overal even dicht (Newman 2003).
matrix-weights = Gewichten meetellen
matrix-cell = { $from } – { $to }: { $ties }, verwacht { $expected }, verhouding { $ratio }.
matrix-cell-directed = Van { $from } naar { $to }: { $ties }, verwacht { $expected }, verhouding { $ratio }.
matrix-cell-within = Binnen { $from }: { $ties }, verwacht { $expected }, verhouding { $ratio }.
matrix-less = 4 keer minder
matrix-as-expected = als verwacht
matrix-more = 4 keer meer

## What is counted
counted-arrows = { $count ->
    [one] 1 pijl
   *[other] { $count } pijlen
 }
counted-pairs = { $count ->
    [one] 1 verbonden paar
   *[other] { $count } verbonden paren
 }
counted-weight = samen gewicht { $count }
counted-name-arrows = Pijlen
counted-name-pairs = Verbonden paren
counted-name-weight = Gewicht
counted-how-arrows = Pijlen van rij naar kolom: een relatie die wederzijds of zonder richting is, telt als twee; relaties die van dezelfde naar dezelfde actor lopen, tellen als één.
counted-how-pairs = Verbonden paren: twee actoren met één of meer relaties tellen als één paar, welke kant die relaties ook op lopen.
counted-how-weight-arrows = Het gewicht van de pijlen van rij naar kolom: een relatie die wederzijds of zonder richting is, telt beide kanten op.
counted-how-weight-pairs = Het gewicht van alle relaties samen.
figure-undefined-word = niet te bepalen

## Helix
helix-lead = Hoe zijn overheid, ondernemers, onderwijs en omgeving verdeeld, onder de actoren en in hun contacten? Twee actoren met één of meer relaties zijn elkaars contact. Het oppervlak van een blad is het aandeel. Op de streepjeslijn hebben allen evenveel.
helix-none = Geef actoren een sector om de balans te zien.
helix-actors = Actoren
helix-ends = Contacten
helix-balance = balans { $balance }
helix-sentence = Balans { $of } { $balance } (0: één sector heeft alles, 1: allen evenveel). { $party } heeft het grootste deel: { $share }.
helix-sentence-missing = Balans { $of } { $balance } (0: één sector heeft alles, 1: allen evenveel). { $party } heeft het grootste deel: { $share }. { $count ->
    [one] Eén sector ontbreekt
   *[other] Er ontbreken { $count } sectoren
 }: { $missing }.
helix-of-actors = van de actoren
helix-of-contacts = van de contacten
helix-of-members = van de leden
helix-tables = { $count ->
    [one] Aan 1 overlegtafel
   *[other] Aan { $count } overlegtafels
 }
helix-tables-lead = Wie zitten er aan tafel? De minst gelijk verdeelde tafel staat bovenaan; het getal is de balans.

## E-I
inward-figure = E-I-index { $ei }
inward-none = Nog geen relaties tussen actoren met een bekende groep.
inward-counts = { $internal } binnen groepen, { $external } tussen groepen.
inward-testing = Er wordt geschud om te zien of dit toeval is…
inward-untested = Niet te bepalen of dit toeval is.
inward-is-inward = Meer naar binnen gericht dan toeval verklaart. De groepen zijn { $runs } keer willekeurig over de actoren geschud: gemiddeld was de index { $mean }, en maar in { $share } van de gevallen zo laag als hier. Een aanwijzing dat groepen onder elkaar blijven.
inward-is-outward = Meer naar buiten gericht dan toeval verklaart. De groepen zijn { $runs } keer willekeurig over de actoren geschud: gemiddeld was de index { $mean }, en maar in { $share } van de gevallen zo hoog als hier. Een aanwijzing dat groepen elkaar juist opzoeken.
inward-is-neither = Niet te onderscheiden van toeval. De groepen zijn { $runs } keer willekeurig over de actoren geschud: gemiddeld was de index { $mean }, en in { $share } van de gevallen zo ver naar deze kant als hier.
inward-is-fixed = Hoe de groepen ook over de actoren vallen, de index blijft { $mean } ({ $runs } keer geschud, { $share }). Hier valt niets aan af te lezen.
inward-gauge = Links: alle relaties binnen groepen. Rechts: alle relaties tussen groepen. De grijze band is waar toeval de index legt.
inward-left = alles naar binnen
inward-middle = evenveel
inward-right = alles naar buiten
inward-groups = Per groep
inward-group = Groep
inward-within = Binnen
inward-out = Buiten
inward-ei = Index
inward-groups-how = Een verbonden paar binnen de groep telt voor de index van beide kanten (als in UCINET).
inward-actors = Per actor
inward-actors-lead = 1: alleen relaties met andere groepen. -1: alleen met de eigen groep.

## Found groups
groups-core = Kern
groups-hulls = Omlijn op het bord
groups-hulls-off = niets
groups-found-lead = Groepen die de relaties zelf laten zien: onderling dichter verbonden dan met de rest (Leiden). Er kunnen meer indelingen zijn die even goed passen.
groups-found-none = Er zijn geen aparte groepen te zien.
groups-found-name = { $letter }: rond { $name }
groups-found-count = { $count ->
    [one] 1 groep
   *[other] { $count } groepen
 }, modulariteit { $modularity }
groups-found-row = { $name } ({ $size ->
    [one] 1 actor
   *[other] { $size } actoren
 })
groups-found-alone = { $count ->
    [one] 1 actor heeft geen relaties en zit in geen groep.
   *[other] { $count } actoren hebben geen relaties en zitten in geen groep.
 }

## Cut points, bridges, core
cuts-lead = Waar hangt het netwerk aan één draad?
cuts-mark = Op het bord markeren
cuts-points = { $count ->
    [0] Geen breekpunten
    [one] 1 breekpunt
   *[other] { $count } breekpunten
 }
cuts-point = { $name }: zonder deze actor valt het deel in { $parts } stukken
cuts-bridges = { $count ->
    [0] Geen bruggen
    [one] 1 brug
   *[other] { $count } bruggen
 }
cuts-bridge = { $a } – { $b }
core-none = Niet te bepalen: er zijn te weinig actoren of relaties, of allen zijn met allen verbonden.
core-lead = Is er een kern die met iedereen verbonden is, en een rand die dat onderling niet is?
core-fit = Past voor { $fit }
core-weak = Het beeld van kern en rand past hier slecht. De best passende kern telt { $size } van de { $actors } actoren.
core-some = Het beeld van kern en rand past hier enigszins. De kern telt { $size } van de { $actors } actoren.
core-strong = Het beeld van kern en rand past hier goed. De kern telt { $size } van de { $actors } actoren.
core-outline = De kern omlijnen op het bord
core-light-up = De hele kern uitlichten

## Figures
figures-of-dimension = Naar { $dimension }
figures-not-sampled = Met een steekproef is dit niet te bepalen: het vraagt om de paden vanuit alle actoren.
figures-not-converged = De berekening kwam niet tot rust.
