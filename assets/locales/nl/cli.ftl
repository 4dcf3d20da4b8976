# De opdrachtregel.
cli-about = Zet een netwerkopstelling op en zie wie de bruggen bouwt. Zonder opdracht opent het programma zijn venster.
cli-file = Opstelling om te openen
cli-lang = Taal van de meldingen (standaard Nederlands), en van het venster voor deze keer
cli-timing = Zeg op de standaardfout hoe lang het duurde tot het eerste beeld er stond, en tot het bestand op het bord stond
cli-grafisch = Waarmee het venster wordt getekend: OpenGL (glow), of op Windows ook DirectX 12 (dx12). Zonder deze optie dat wat de vorige keer werkte, en doet het een het niet, dan het ander
cli-version = Toon de versie
cli-help = Toon deze hulp
cli-see-help = Zie --help.
cli-heading-usage = Gebruik
cli-heading-arguments = Argumenten
cli-heading-options = Opties
cli-heading-commands = Opdrachten
cli-usage-options = OPTIES
cli-usage-command = OPDRACHT
cli-value-file = BESTAND
cli-value-out = UIT
cli-value-name = NAAM
cli-value-sheet = BLAD
cli-value-text = TEKST
cli-exit-codes = Eindcode: 0 gelukt, 1 invoer niet gelezen of uitvoer niet geschreven, 2 opdracht onjuist of geen beeldscherm, 3 gelezen maar iets overgeslagen.
cli-error = Fout
cli-argument-unknown = Het argument { $argument } bestaat niet.
cli-argument-missing = Er ontbreekt een argument: { $argument }.
cli-argument-value = De waarde '{ $value }' past niet bij { $argument }.
cli-argument-value-known = De waarde '{ $value }' past niet bij { $argument }; kies uit { $known }.
cli-fits-scale = Geef 1, 2, 3 of 4.
cli-fits-top = Geef een heel getal van 1 of meer.
cli-fits-sample = Geef een getal van 0.001 tot en met 0.5.
cli-no-file-name = "{ $file }" is geen naam van een bestand. Geef een naam die eindigt op { $names }.
cli-wrong-ending = De naam { $file } zegt dat het een ander soort bestand is dan wat erin komt; laat hem eindigen op { $names }.
cli-argument-conflict = Het argument { $argument } gaat niet samen met een ander argument.
cli-argument-other = Deze argumenten zijn niet te begrijpen.
cli-no-display = Er is geen beeldscherm om het venster op te tonen ({ $reason }); zonder beeldscherm werken de opdrachten { $commands }, zie --help.
cli-no-display-unset = DISPLAY en WAYLAND_DISPLAY zijn leeg
cli-check = Leest een bestand en meldt of alles erin klopt
cli-convert = Zet een netwerk om naar een ander bestandsformaat
cli-register = Maakt een opstelling van het register van gemeenschappelijke regelingen
cli-render = Tekent het bord als afbeelding
cli-svg = SVG-bestand om te schrijven
cli-png = PNG-bestand om te schrijven
cli-pdf = PDF-bestand om te schrijven: één blad, met tekst om te zoeken en voor wie het niet ziet
cli-size = Maat: A4 tot A0 (liggend), of breedte x hoogte in pixels; anders 1600x1000, en A4 voor een PDF
cli-scale = Zoveel keer zoveel pixels in de breedte en de hoogte van de PNG: 1 tot 4; anders 1
cli-transparent = Laat in de PNG weg wat onder het bord ligt, voor op een dia
cli-too-many-pixels = Een PNG van { $size } heeft bij deze schaal te veel pixels. Kies een kleinere maat of een kleinere --scale.
cli-no-picture = De afbeelding { $file } kan niet worden gemaakt. Kies een kleinere maat.
cli-letters = Letters in de SVG: text, om te zoeken en te wijzigen, of outlines, vormen die er overal hetzelfde uitzien; anders text
cli-theme = Kleuren: light, dark, white (als light, op wit) of contrast; anders light
cli-measure = Maat waarnaar de figuren groter zijn, bijvoorbeeld betweenness; anders zijn ze even groot
cli-colour-by = Waarnaar figuren zijn gekleurd: sector, level, region, kind, domain, community of een kenmerk; anders zoals het bestand het zegt
cli-no-size = De maat { $size } is geen maat van een afbeelding; gebruik A4, A3, A2, A1, A0, of breedte x hoogte van 400 tot 20000, zoals 1920x1080.
cli-nobody-on-board = In { $file } staat niemand op het bord: er is niets te tekenen.
cli-beside-board = { $count ->
    [one] { $count } actor staat
   *[other] { $count } actoren staan
} naast het bord en niet op de afbeelding.
cli-input = Bestand om te lezen
cli-output = Bestand om te schrijven
cli-format = Formaat van het nieuwe bestand: { $names }; anders volgt het uit de naam
cli-no-format = De naam { $file } zegt niet in welk formaat; gebruik .opstelling.json, .opstelling of .json, of geef --format.
cli-report = Gelezen { $read } = gemaakt { $made } + samengevoegd { $merged } + overgeslagen { $skipped }.
cli-check-sound = { $file } is in orde: { $actors ->
    [one] { $actors } actor
   *[other] { $actors } actoren
}, { $relations ->
    [one] { $relations } relatie
   *[other] { $relations } relaties
}.
cli-check-unsound = { $file } opent, maar { $count ->
    [one] { $count } onderdeel klopt niet
   *[other] { $count } onderdelen kloppen niet
}; zie hierboven.
cli-written = { $file } geschreven: { $actors ->
    [one] { $actors } actor
   *[other] { $actors } actoren
}, { $relations ->
    [one] { $relations } relatie
   *[other] { $relations } relaties
}.
cli-register-participants = Tabel van deelnames (gr_id, deelnemer, deelnemer_id, code, soort_deelnemer)
cli-register-arrangements = Tabel van regelingen (gr_id, regeling)
cli-register-municipalities = Tabel van gemeenten (gemeentecode, gemeente)
cli-register-select = Tabel code,naam,regio: alleen deze gemeenten, met hun regio; zonder deze tabel het hele register
cli-register-title = Titel van de opstelling
cli-register-question = Vraag van de opstelling
cli-register-date = Datum van de gegevens, bijvoorbeeld 2026-05-16
cli-register-source = Bron van de gegevens
cli-register-description = Toelichting bij de opstelling
cli-exists = { $file } bestaat al en is niet vervangen. Kies een andere naam of geef --force; van een netwerk blijft dan een reservekopie (.bak) staan.
cli-same-file = { $file } is in deze opdracht al gelezen of geschreven, en is gelaten zoals het was. Geef wat je laat maken een eigen naam.
cli-force = Vervang een bestand dat er al is
cli-more-remarks = En nog { $count ->
    [one] 1 opmerking
   *[other] { $count } opmerkingen
}.
cli-analyse = Berekent de cijfers van een netwerk, voor scripts of om te lezen
cli-spanners = Noemt kandidaat-bruggenbouwers, met de redenen in zinnen
cli-wished = Tel gewenste relaties mee
cli-ignore-direction = Let niet op de richting van relaties
cli-json = Schrijf JSON (standaard)
cli-csv = Schrijf CSV met komma's en decimale punten
cli-table = Schrijf een tabel om te lezen
cli-measures = Alleen deze maten, bijvoorbeeld degree,betweenness,edge_betweenness,ei
cli-dimension = Alleen deze indelingen: sector, level, domain, region, organisation, of een kenmerk van de actoren in het bestand
cli-top = Tot en met deze plaats in de volgorde; standaard 10
cli-cannot-analyse = { $file } is niet te analyseren: { $reason }.
cli-measure-unknown = De maat { $measure } bestaat niet; er zijn { $known }.
cli-measure-none-here = De maat { $measure } heeft in dit netwerk geen betekenis of is niet berekend. Zonder --measures zie je welke maten het wel heeft.
cli-measure-not-here = De maat { $measure } heeft in dit netwerk geen betekenis of is niet berekend; dit netwerk heeft { $known }.
cli-no-measure-of-actors = De maat { $name } bestaat niet voor actoren; wel { $known }.
cli-no-colour = Naar { $name } kan niet gekleurd worden; wel naar { $known }.
cli-dimension-unknown = In de indeling { $dimension } hoort geen actor bij een groep; wel in { $known }.
cli-dimension-same = De indeling { $dimension } is dezelfde als een andere die gevraagd is, en staat er niet nog eens in.
cli-dimension-none = In de indeling { $dimension } hoort geen actor bij een groep. Geen enkele indeling heeft hier groepen: geef actoren een sector, schaalniveau, domein of regio.
cli-dimension-one-group = In de indeling { $dimension } is er maar één groep, { $group }: maten die over twee groepen gaan, zijn niet gedefinieerd.
cli-no-display-unreachable = het scherm in DISPLAY of WAYLAND_DISPLAY geeft geen antwoord
cli-no-window = Het venster kan niet worden geopend. Werk de grafische stuurprogramma's bij, of installeer libgl1-mesa-dri. Wat er misging, staat in { $log }. Zonder venster werken de opdrachten { $commands }.
cli-no-graphics = Het venster kan niet worden getekend: OpenGL doet het hier niet, en DirectX 12 ook niet. Werk de stuurprogramma's van de grafische kaart bij, of vraag het de helpdesk. Wat er misging, staat in { $log }. Zonder venster werken de opdrachten { $commands }.
cli-no-window-windows = Het venster kan niet worden geopend. Start het programma opnieuw; helpt dat niet, vraag het dan de helpdesk. Wat er misging, staat in { $log }.
cli-no-log = geen logboek: er is geen map voor
cli-no-other-program = { $program } naast dit programma kan niet worden gestart: { $reason }. Installeer het programma opnieuw.
cli-quick = Sla over wat veel vaker rekenen vraagt: stabiliteit zonder aangenomen relaties, toetsen tegen toeval, ontbrekende schakels
cli-unverified-too-large = De stabiliteit zonder aangenomen relaties is niet berekend: daarvoor is het netwerk te groot.
cli-unverified-fewer = De stabiliteit zonder aangenomen relaties is over { $networks } netwerken berekend in plaats van 1.000, omdat het netwerk groot is.
cli-new-relations-too-large = Nieuwe relaties zijn niet doorgerekend: daarvoor is het netwerk te groot.
cli-csv-sheet = Schrijf CSV met komma's en decimale punten, over { $names }; standaard actors, bijvoorbeeld --csv=relations
cli-cannot-print = De uitvoer is niet te schrijven: { $reason }.
cli-sheet-without-measures = Het blad { $sheet } heeft niets van { $measures }: die maten zijn van iets anders. Kies een ander blad met --csv, of laat --csv weg.
cli-compare-placeless = Geen plaatsen naar { $measures }: die waarden zijn een naam, worden bij een vergelijking niet berekend, of ontbreken in een van beide netwerken.
cli-measure-not-of-actors = De maat { $measure } hoort niet bij actoren, en plaatsen zijn van actoren; er zijn { $known }.
cli-progress = Onderweg met { $file }.
cli-progress-paths = Onderweg met { $file }: { $percent }% van de kortste paden.
cli-progress-reading = Leest { $file }.
cli-progress-writing = Schrijft { $file }.
cli-note = Schrijft een verslag van een opstelling
cli-pseudonyms = Codes in plaats van namen: persons (personen, en wie geen soort heeft) of all (iedereen); wie welke code heeft, wordt alleen met --key geschreven
cli-key = Bestand voor de sleutel (wie welke code heeft), apart van het andere; in wat je maakt, staat ze nooit
cli-note-out = Verslag om te schrijven; de naam eindigt op { $names }
cli-note-without = Onderdelen die niet in het verslag komen: { $parts }
cli-note-no-format = De naam { $file } zegt niet wat voor verslag het wordt; laat hem eindigen op { $names }.
cli-note-no-part = Een verslag heeft geen onderdeel { $part }; wel { $parts }.
cli-render-without = Wat niet op de afbeelding komt: question (de vraag), legend (de legenda), footer (de voettekst met datum, plaats, bron en aantallen)
cli-select = Alleen deze actoren, naar hun id in het bestand, en de relaties tussen hen
cli-select-nobody = Bij --select ontbreekt wie erop staat; geef id’s van actoren met komma’s ertussen.
cli-option-of-one-kind = --{ $option } is er alleen voor --{ $kind }; vraag ook om --{ $kind } of laat --{ $option } weg.
cli-note-nothing-left = Zonder al deze onderdelen staat er niets in het verslag; laat er minstens één staan.
cli-no-such-actor = Het bestand heeft geen actor met id { $id }.
cli-taken-back = { $file } is weer weggehaald: de sleutel die erbij hoort, is er niet.
