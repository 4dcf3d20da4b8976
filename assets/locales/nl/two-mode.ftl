# The panel about overlegtafels, and the networks made of them.
panel-two-mode = Overlegtafels
command-show-tables = Overlegtafels
tables-none = Nog geen overlegtafels. Geef een actor een soort met leden, zoals overlegtafel of samenwerkingsverband, en verbind wie er zit met die tafel.
tables-counts = { $tables ->
    [one] 1 overlegtafel
   *[other] { $tables } overlegtafels
 }, { $members ->
    [one] 1 deelnemer
   *[other] { $members } deelnemers
 }, { $seats ->
    [one] 1 zetel
   *[other] { $seats } zetels
 }.

## Congruence
congruence-title = Sluiten de regio's op elkaar aan?
congruence-whose = Vergelijk
congruence-everybody = iedereen
congruence-lead = Elke stip is een deelnemer. Rechtsboven: steeds dezelfde regio. Hoe verder linksonder, hoe minder de tafels op elkaar aansluiten.
congruence-axis-nesting = zelfde gezelschap aan elke tafel →
congruence-axis-peer = iemand deelt de tafels →
congruence-nesting = Naar rechts: hoeveel van het gezelschap aan de ene tafel terugkomt aan de andere. Een kleine tafel binnen een grote telt als passend.
congruence-peer = Omhoog: welk deel van de tafels de naaste gelijke deelt. Ziet ook de tafels waar iemand ontbreekt.
congruence-fit = Het percentage hieronder is het gemiddelde van die twee. De volgorde is een aanwijzing, dicht bij elkaar zegt zij niets.
congruence-verdict = { $count ->
    [0] Niemand valt ver buiten de anderen.
    [one] { $names } valt op: ver onder de anderen.
   *[other] { $count } deelnemers vallen op, de minst passende eerst: { $names }.
 }
congruence-row = Van het gezelschap keert { $nesting } terug aan de andere tafels. De naaste gelijke is { $peer }, die { $likeness } van de tafels deelt.
congruence-own = { $count ->
    [one] Eén tafel waar { $peer } niet zit: { $tables }.
   *[other] { $count } tafels waar { $peer } niet zit: { $tables }.
 }
congruence-missing = { $count ->
    [one] Ontbreekt aan één tafel waar { $peer } wel zit: { $tables }.
   *[other] Ontbreekt aan { $count } tafels waar { $peer } wel zit: { $tables }.
 }
congruence-alone = { $count ->
    [one] Aan één daarvan zit niemand anders uit dit netwerk.
   *[other] Aan { $count } daarvan zit niemand anders uit dit netwerk.
 }
congruence-and-more = { $names } en nog { $count }
congruence-none = Niet te bepalen: daarvoor moet iemand aan twee tafels zitten en daar anderen treffen.
congruence-caution = Niet passende regio's kunnen een bewuste keuze zijn. De vraag is of het werk er last van heeft.

## Overlegdruk
pressure-title = Overlegdruk
pressure-lead = Aan hoeveel tafels zit iedereen?
pressure-row = { $name }: { $count ->
    [one] 1 tafel
   *[other] { $count } tafels
 }

## Overlap
overlap-title = Overlap van tafels
overlap-lead = Waar zitten dezelfden? Misschien wordt hetzelfde gesprek twee keer gevoerd.
overlap-none = Geen twee tafels hebben een lid gemeen.
overlap-row = { $a } – { $b }: { $share } ({ $shared } van { $either } leden)

overlap-rest = { $count ->
    [one] 1 paar tafels met minder overlap staat hier niet.
   *[other] { $count } paren van tafels met minder overlap staan hier niet.
 }

## Projection
projection-title = Als nieuwe opstelling
projection-lead = Maakt van de tafels en hun leden een netwerk van één soort. Het wordt een nieuwe opstelling; deze blijft zoals zij is.
projection-actors = Deelnemers, verbonden door gedeelde tafels
projection-tables = Tafels, verbonden door gedeelde leden
projection-newman = Wat met weinigen gedeeld wordt telt zwaarder
projection-newman-hint = Een gedeelde tafel met k leden telt voor 1/(k-1) (Newman 2001). Anders telt elke gedeelde tafel voor 1.
projection-open = Openen als nieuwe opstelling
projection-kind-tables = Gedeelde overlegtafels
projection-kind-members = Gedeelde leden
projection-title-actors = { $title }: deelnemers naar gedeelde tafels
projection-title-tables = { $title }: tafels naar gedeelde leden
projection-how-actors = Deelnemers zijn verbonden als zij aan dezelfde overlegtafel zitten; het gewicht is het aantal gedeelde tafels.
projection-how-actors-newman = Deelnemers zijn verbonden als zij aan dezelfde overlegtafel zitten; een tafel met k leden telt voor 1/(k-1) (Newman 2001).
projection-how-tables = Overlegtafels zijn verbonden als zij leden delen; het gewicht is het aantal gedeelde leden.
projection-how-tables-newman = Overlegtafels zijn verbonden als zij leden delen; een lid van k tafels telt voor 1/(k-1) (Newman 2001).
notice-projected = Nieuwe opstelling gemaakt: { $actors } actoren en { $relations } relaties. Zij staat nog in geen bestand.
