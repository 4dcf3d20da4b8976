# The frame around the board: menus, tools, status, start screen, questions.

# Menus
app-name = Netwerkopstelling
untitled = Naamloze opstelling
menu-file = Bestand
menu-edit = Bewerken
menu-view = Beeld
menu-analysis = Analyse
menu-help = Hulp
menu-board = Op het bord

# Commands
command-new = Nieuwe opstelling
command-open = Openen…
command-start-screen = Startscherm
command-back-to-board = Terug naar het bord
command-save = Opslaan
command-save-as = Opslaan als…
command-properties = Over deze opstelling…
command-settings = Instellingen…
settings-title = Instellingen
command-quit = Afsluiten
command-undo = Ongedaan maken
command-undo-step = Ongedaan maken: { $step }
command-redo = Opnieuw doen
command-redo-step = Opnieuw doen: { $step }
command-cut = Knippen
command-copy = Kopiëren
command-paste = Plakken
command-duplicate = Dupliceren
command-delete = Verwijderen
command-select-all = Alles selecteren
command-select-none = Niets selecteren
command-select-neighbours = Buren erbij selecteren
command-find-actor = Actor zoeken…
command-arrange = Schikken
command-arrange-hint = Zet de gekozen actoren, of allemaal, zo neer dat je ziet wie bij elkaar hoort. In ringen en vakken blijft iedereen waar hij is.
command-align-left = Links uitlijnen
command-align-centre-x = Horizontaal centreren
command-align-right = Rechts uitlijnen
command-align-top = Boven uitlijnen
command-align-centre-y = Verticaal centreren
command-align-bottom = Onder uitlijnen
command-distribute-horizontally = Horizontaal verdelen
command-distribute-vertically = Verticaal verdelen
command-edit-vocabulary = Soorten, sectoren en niveaus…
command-zoom-to-fit = Alles in beeld
command-zoom-to-selection = Selectie in beeld
command-zoom-in = Inzoomen
command-zoom-out = Uitzoomen
command-interface-larger = Alles groter
command-interface-smaller = Alles kleiner
command-interface-normal = Gewone grootte
command-hall-mode = Zaalstand
command-toggle-left-panel = Linkerpaneel tonen
command-toggle-right-panel = Rechterpaneel tonen
command-toggle-table = Tabel tonen
command-toggle-legend = Legenda tonen
command-show-all = Alles tonen
command-clear-highlight = Uitlichting weghalen
command-show-spanners = Bruggenbouwers
command-show-centrality = Centraliteit
command-show-cohesion = Groepen en samenhang
command-copy-figures = Cijfers kopiëren
command-shortcuts = Toetsen en gebaren
command-palette = Opdracht zoeken…
palette-title = Opdracht zoeken
command-about = Over dit programma
command-add-actor = Actor toevoegen
command-start-relation = Relatie beginnen
command-rename = Naam wijzigen
command-reverse-relation = Relatie omdraaien
command-make-mutual = Wederzijds maken
command-next-kind = Volgende soort relatie
command-toggle-verified = Nagegaan of aangenomen
command-take-towers = Torens bouwen
command-to-tray = Van het bord halen
command-place-issue = Vraag op het bord zetten of weghalen

# Steps, after "Ongedaan maken:"
step-add-actor = actor toevoegen
step-add-actors = actoren toevoegen
step-edit-actor = actor wijzigen
step-rename-actor = naam wijzigen
step-move-actors = verplaatsen
step-to-tray = van het bord halen
step-add-relation = relatie toevoegen
step-edit-relation = relatie wijzigen
step-reverse-relation = relatie omdraaien
step-set-kind = soort relatie wijzigen
step-set-weight = gewicht wijzigen
step-delete = verwijderen
step-paste = plakken
step-cut = knippen
step-duplicate = dupliceren
step-align = uitlijnen
step-distribute = verdelen
step-layout = schikken
step-edit-info = gegevens van de opstelling wijzigen
step-edit-board = bord wijzigen
step-edit-vocabulary = woordenlijst wijzigen
step-edit-attribute = kenmerk invullen
step-define-attribute = kenmerk bepalen
step-remove-attribute = kenmerk verwijderen
step-add-note = notitie toevoegen
step-edit-note = notitie wijzigen
step-delete-note = notitie verwijderen
step-add-agreement = afspraak toevoegen
step-edit-agreement = afspraak aanpassen
step-tick-agreement = afspraak afvinken
step-delete-agreement = afspraak verwijderen
step-import = importeren

# Tools
tool-select = Selecteren
tool-select-hint = Klik om te selecteren, sleep om te verplaatsen, dubbelklik op het bord voor een nieuwe actor.
tool-actor = Actor
tool-actor-hint = Klik op het bord om een actor neer te zetten.
tool-relate = Relatie
tool-relate-hint = Klik op een actor en dan op een andere. Of sleep van de rand van een actor naar een andere.
tool-towers = Torens
tool-towers-hint = Klik op een actor voor een schijf erbij, met Shift voor een schijf eraf. Een cijfer zet de hoogte, H de houding, T het tempo; Backspace: nog niet gegeven.
tool-towers-keys = 0-9 hoogte, H houding, T tempo
towers-short = { $discs ->
    [one] 1 schijf
   *[other] { $discs } schijven
}, { $not_given } zonder; +{ $for } −{ $against } ○{ $neutral }
towers-together = { $discs ->
    [one] 1 schijf
   *[other] { $discs } schijven
}, { $not_given } nog niet gegeven; + { $for } voor, − { $against } tegen, ○ { $neutral } neutraal
tool-actor-kind = Soort van de volgende actor
tool-relation-kind = Soort van de volgende relatie
tool-weight = Gewicht van de volgende relatie
tool-weight-short = Gewicht
kind-none = Geen soort
panel-tray = Actoren en tafelrand
panel-filters = Filters
panel-table = Tabel
panel-selection = Selectie
panel-spanners = Bruggenbouwers
panel-centrality = Centraliteit
key-shift = Shift
key-delete = Delete
key-backspace = Backspace

# Status line
status-actors = { $count -> 
    [one] 1 actor
   *[other] { $count } actoren
 }
status-relations = { $count -> 
    [one] 1 relatie
   *[other] { $count } relaties
 }
count-selected = { $count } geselecteerd
hidden-show-all = { $relations ->
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
} verborgen, toon alles
highlight-clear = Uitlichting weghalen (Esc)
state-unsaved = Niet opgeslagen
state-saved = Opgeslagen
zoom-percent = { $percent }%
notice-dismiss = Melding sluiten
notice-journal-failed = Wat je doet, wordt nu niet vastgelegd voor herstel: { $reason }. Sla het werk op: bij een storing is het anders weg.
notice-journal-back = Het vastleggen voor herstel werkt weer. Alles wat op het bord staat, is vastgelegd.
journal-reason-gone = het logboek of zijn map is weggehaald
journal-reason-nowhere = dit systeem heeft geen map voor logboeken

# Refused edits
edit-bad-weight = Een gewicht is een getal van een biljoenste (1e-12) tot en met een biljoen (1e12).
edit-empty-word = Geef eerst een naam op.
edit-word-in-use = ‘{ $word }’ is nog in gebruik of bestaat niet. Kies eerst iets in de plaats.
edit-nothing-to-do = Er is niets om dit mee te doen. Selecteer eerst actoren of relaties.
edit-no-such-actor = Deze actor is er niet meer. Kies een andere.
edit-no-such-relation = Deze relatie is er niet meer. Kies een andere.
edit-no-such-note = Deze notitie is er niet meer.
edit-no-such-agreement = Deze afspraak is er niet meer.
edit-actor-in-use = Deze actor heeft nog relaties, leden, notities of afspraken. Verwijder die eerst.
edit-relation-in-use = Bij deze relatie staan nog notities of afspraken. Verwijder die eerst.
edit-missing-end = Een van de twee actoren van deze relatie is er niet meer. Kies een andere.
edit-bad-number = Een van de getallen is te groot of geen getal. Geef een ander getal.
edit-misfit = { $value } past niet bij het kenmerk ‘{ $attribute }’. Kies eerst een andere soort, of vul iets anders in.
edit-no-such-attribute = Het kenmerk ‘{ $key }’ bestaat niet meer.
edit-bad-key = De sleutel ‘{ $key }’ is leeg of al in gebruik. Kies een andere.
edit-bad-id = Het nummer { $id } is in deze opstelling niet uitgegeven. Er is niets veranderd.

# Start screen
start-lead = Zet een netwerk op het bord en zie wie de bruggen bouwt.
start-new = Nieuwe opstelling
start-open = Bestand openen…
start-drop = Of sleep een bestand naar dit venster.
start-recover = Niet-opgeslagen werk gevonden
start-recover-lead = Het programma is de vorige keer onverwacht gestopt. Niets is weg.
start-recover-do = Herstellen
start-recover-discard = Weggooien
start-recover-newer = Werk van { $time }, gemaakt met een nieuwer programma. Alleen dat programma kan het herstellen; hier blijft het staan.
start-recover-item = { $title }, { $time }: { $actors ->
    [one] 1 actor
   *[other] { $actors } actoren
 }, { $relations ->
    [one] 1 relatie
   *[other] { $relations } relaties
 }, { $edits ->
    [one] 1 bewerking
   *[other] { $edits } bewerkingen
 }
start-samples = Voorbeelden
start-recent = Laatst geopend
start-no-recent = Nog geen bestanden geopend.
start-forget-file = Haal { $name } uit deze lijst

# Settings
settings-language = Taal
settings-theme = Kleuren
theme-system = Zoals het systeem
theme-light = Licht
theme-dark = Donker
theme-high-contrast = Hoog contrast
settings-zoom = Grootte van alles

# About
about-version = Versie { $version }
about-what = Voor wie samenwerking in netwerken wil zien, bespreken en doorrekenen.
about-offline = Alles blijft op deze computer: er gaat niets naar buiten.
about-licence = Vrije software: MIT of Apache-2.0. Letter: Inter (OFL). Pictogrammen: Phosphor (MIT).

# Palette, keys
palette-hint = Typ een paar letters van een opdracht
palette-nothing = Geen opdracht gevonden.
shortcuts-gestures = Gebaren op het bord
gesture-1-do = Dubbelklik op het bord
gesture-1-means = nieuwe actor, met de naam in bewerking
gesture-2-do = Slepen van rand naar actor
gesture-2-means = relatie van de gekozen soort
gesture-3-do = Slepen van een actor
gesture-3-means = verplaatsen, met alles wat mee geselecteerd is
gesture-4-do = Slepen op het lege bord
gesture-4-means = selecteren met een kader
gesture-5-do = Shift en klik
gesture-5-means = aan de selectie toevoegen of eruit halen
gesture-6-do = Spatie of middelste knop slepen
gesture-6-means = het bord verschuiven
gesture-7-do = Muiswiel of knijpen
gesture-7-means = zoomen bij de aanwijzer
gesture-8-do = 0 tot en met 9
gesture-8-means = gewicht van de relatie (vanaf 1), of invloed van geselecteerde actoren
gesture-9-do = Tab
gesture-9-means = naar de volgende actor op het bord
gesture-10-do = Pijltjes
gesture-10-means = geselecteerde actoren verplaatsen
gesture-11-do = Esc
gesture-11-means = terug, stap voor stap: gebaar of lijst, venster, veld, uitlichting, selectie
gesture-12-do = Rechtermuisknop
gesture-12-means = menu van de actor, de relatie of het bord
gesture-13-do = Klik op een actor, met Torens
gesture-13-means = een schijf erbij; met Shift een schijf eraf
gesture-14-do = H, T, Backspace, met Torens
gesture-14-means = houding; tempo; invloed nog niet gegeven

# Path field
path-open-title = Bestand openen
path-picture-title = Afbeelding kiezen
path-save-title = Opslaan als
path-figures = Een naam op .csv geeft een rij per actor, een naam op .json alle cijfers: ook van relaties, van indelingen en van hoe zeker kandidaten zijn.
path-export-title = Meenemen: opslaan als
path-open-do = Open dit bestand
path-save-do = Hier opslaan
path-why = Dit systeem biedt geen bestandsvenster aan. Typ daarom zelf waar het bestand staat.
path-label = Pad
path-written-as = Dit wordt het bestand { $file }.

# Files and questions
notice-saved = Opgeslagen als { $name }.
notice-arranged-newcomers = Niemand had in dit bestand een plaats. Alle { $count } actoren zijn op het bord gezet en geschikt. Met ‘Ongedaan maken’ gaan ze terug naar de tafelrand.
notice-arranged-already = Alles staat al geschikt.
notice-exported = Geëxporteerd naar { $name }.
notice-recovered = Hersteld: { $edits ->
    [0] geen bewerkingen
    [one] 1 bewerking
   *[other] { $edits } bewerkingen
  }. Sla het werk op om het te bewaren.
notice-recovered-draft = Ook wat op dat moment werd getypt of gesleept is er weer, als laatste stap: ongedaan maken haalt het weg.
notice-failed = Er ging iets mis in het programma zelf. Je werk staat er nog. Sla het op en probeer het opnieuw.
notice-analysis-failed = De analyse liep vast door een fout in het programma. De opstelling zelf is in orde; na een wijziging wordt er opnieuw gerekend.
notice-not-compared = { $name } is niet te vergelijken: { $reason }.
question-unsaved-title = Eerst opslaan?
question-unsaved-text = ‘{ $title }’ heeft wijzigingen die nog niet zijn opgeslagen.
answer-save = Opslaan
answer-discard = Niet opslaan
answer-cancel = Terug naar het bord
answer-overwrite = Toch vervangen
busy-arranging = Schikken…
analysing-stop = Stoppen met rekenen
arranging-stop = Stoppen met schikken
busy-opening = Openen
busy-saving = Opslaan
busy-analysing = Rekenen
filter-opstelling = Opstellingen
filter-pictures = Afbeeldingen
filter-json = JSON
filter-figures-csv = CSV: een rij per actor
filter-figures-json = JSON: alle cijfers
question-replace-title = Toch vervangen?
notice-read-remarks = Alles is overgenomen. Goed om te weten:
notice-read-report = Niet alles kon zo worden overgenomen: { $read } gelezen, { $made } gemaakt, { $merged } samengevoegd, { $skipped } overgeslagen.
picture-unreadable = De afbeelding { $name } kan niet worden gelezen. Controleer of het bestand er nog is.
picture-too-large = De afbeelding { $name } is groter dan 8 MB. Maak haar eerst kleiner.
picture-too-many-pixels = De afbeelding { $name } is breder of hoger dan 4096 pixels. Maak haar eerst kleiner.
picture-not-a-picture = { $name } is geen PNG- of JPEG-afbeelding. Kies een ander bestand.
picture-in-file-too-large = De afbeelding { $name } onder het bord is breder of hoger dan { $side } pixels en wordt niet getekend. Zij blijft in het bestand; kies een kleinere bij de eigenschappen.
picture-in-file-unreadable = De afbeelding { $name } onder het bord kan niet worden gelezen en wordt niet getekend. Kies een andere bij de eigenschappen.
language-nl = Nederlands
language-en = Engels

# Work of before, thrown away and taken back
state-in-no-file = Nog in geen bestand
notice-recovered-file-changed = Let op: { $file } is veranderd sinds dit werk begon. Bij opslaan wordt eerst gevraagd welke versie blijft.
notice-left-behind = Er ligt nog niet-opgeslagen werk aan { $count ->
    [one] een andere opstelling
   *[other] { $count } andere opstellingen
 }.
notice-left-behind-go = Naar het startscherm
start-discarded = Onlangs weggegooid ({ $count })
start-discarded-lead = Wat is weggegooid, kan 30 dagen lang worden teruggehaald. Daarna is het weg.
start-discarded-do = Terughalen
start-discarded-item = { $title }, weggegooid op { $time }: { $actors ->
    [one] 1 actor
   *[other] { $actors } actoren
 }, { $relations ->
    [one] 1 relatie
   *[other] { $relations } relaties
 }
settings-kept = Op deze computer bewaard
settings-kept-nothing = Niets: dit systeem heeft geen map voor instellingen en logboeken.
settings-kept-settings = Instellingen en de lijst van laatste bestanden, in { $folder }.
settings-kept-journals = Logboeken van opstellingen die openstaan of nog niet zijn opgeslagen, in { $folder }.
settings-kept-logs = Wat het programma van zijn laatste 20 keren meldt, zonder namen uit opstellingen, hooguit 30 dagen, in { $folder }.
settings-kept-discarded = Weggegooid werk van de laatste 30 dagen: { $count ->
    [one] 1 opstelling
   *[other] { $count } opstellingen
 }, { $kilobytes } kB.
settings-kept-remove = Weggegooid werk nu verwijderen
question-arrived-text = Terwijl ‘{ $name }’ werd geopend, is ‘{ $title }’ veranderd. Die wijzigingen zijn nog niet opgeslagen.
question-export-text = { $file } bestaat al. Vervangen door wat nu wordt geëxporteerd?
question-offer-title = Later werk gevonden
question-offer-text = Het programma is onverwacht gestopt terwijl dit bestand openstond. Er is werk van { $time } dat niet in het bestand staat: { $actors ->
    [one] 1 actor
   *[other] { $actors } actoren
 }, { $relations ->
    [one] 1 relatie
   *[other] { $relations } relaties
 }. Herstellen?
question-discard-title = Weggooien?
question-discard-text = ‘{ $title }’ van { $time } ({ $actors ->
    [one] 1 actor
   *[other] { $actors } actoren
 }, { $relations ->
    [one] 1 relatie
   *[other] { $relations } relaties
 }) is niet opgeslagen. Na het weggooien kan het nog 30 dagen worden teruggehaald, onderaan het startscherm.
question-remove-title = Voorgoed verwijderen?
question-remove-text = { $count ->
    [one] 1 weggegooide opstelling verdwijnt
   *[other] { $count } weggegooide opstellingen verdwijnen
 } voorgoed van deze computer. Dit kan niet ongedaan worden gemaakt.
answer-recover = Herstellen
answer-not-now = Nu niet
answer-throw-away = Weggooien
answer-keep = Bewaren
answer-remove = Voorgoed verwijderen

# Meenemen: beeld, verslag en gegevens
command-take-along = Meenemen…
command-print = Afdrukken…
take-title = Meenemen
take-sort = Wat je meeneemt
take-picture = Beeld
take-note = Verslag
take-data = Gegevens
take-kind = Bestand
take-kind-png = PNG
take-kind-png-hint = PNG: voor een dia, een bericht of een document
take-kind-svg = SVG
take-kind-svg-hint = SVG: om te bewerken of voor een webpagina, scherp op elke maat
take-kind-pdf = PDF
take-kind-pdf-hint = PDF: voor papier, van A4 tot A0
take-scope = Wat
take-scope-board = Hele bord
take-scope-selection = Selectie
take-scope-in-sight = Wat in beeld is
take-size = Maat
take-size-pixels = { $wide } × { $high }
take-size-slide = Dia 16:9 ({ $wide } × { $high })
take-size-sheet = { $name }, liggend
take-scale = Scherpte
take-scale-times = { $count }×
take-scale-times-hint = { $count } keer zoveel pixels in de breedte en de hoogte
take-transparent = Doorzichtig, zonder ondergrond
take-theme = Kleuren
take-theme-light = Licht
take-theme-dark = Donker
take-theme-white = Wit
take-theme-contrast = Hoog contrast
take-with = Met
take-with-question = Vraag
take-with-legend = Legenda
take-with-footer = Voettekst
take-with-footer-hint = Datum, plaats, bron en over hoeveel actoren en relaties het gaat
take-preview = Voorbeeld van de afbeelding: { $said }
take-preview-under-way = Het voorbeeld wordt gemaakt…
take-png-pixels = PNG van { $wide } × { $high } pixels
take-hidden = { $hidden }; dat staat op de afbeelding.
take-save = Opslaan als { $kind }…
take-copy = Kopieer als afbeelding
take-print = Afdrukken…
take-data-network = Netwerk voor NetworkX of D3 (JSON)
take-data-network-hint = Actoren en relaties met al hun kenmerken. Wat dit formaat niet kan bevatten, zegt het programma na het opslaan.
take-data-actor-figures = Cijfers per actor (CSV)
take-data-actor-figures-hint = Een rij per actor, voor een rekenblad.
take-data-all-figures = Alle cijfers (JSON)
take-data-all-figures-hint = Ook van relaties, van indelingen en van hoe zeker kandidaten zijn, met de filters en schuiven van nu.
take-save-data = Opslaan…
exporting-stop = Stoppen met opslaan
busy-exporting = Meenemen…
notice-export-stopped = Gestopt: er is niets geschreven.
notice-not-exported = { $name } is niet geschreven. { $reason }
filter-png = PNG-afbeeldingen
filter-svg = SVG-afbeeldingen
filter-pdf = PDF-bestanden
settings-kept-prints = Wat het laatst is afgedrukt, hooguit een dag, in { $folder }.
take-note-lead = Wat een collega nodig heeft die er niet bij was, met het bord en de cijfers.
take-note-parts = Wat erin staat
take-note-hidden = { $hidden }; wat is weggelaten, staat in het verslag.
note-kind-html = HTML
note-kind-html-hint = HTML: één pagina voor de browser, met de afbeelding erin
note-kind-md = Markdown
note-kind-md-hint = Markdown: platte tekst met tabellen
note-kind-odt = ODT
note-kind-odt-hint = ODT: voor LibreOffice, om verder te bewerken
note-kind-docx = DOCX
note-kind-docx-hint = DOCX: voor Word, om verder te bewerken
note-kind-pdf = PDF
note-kind-pdf-hint = PDF: om te lezen en te printen
notice-no-clipboard = Het klembord van je systeem neemt de afbeelding niet aan. Bewaar haar als bestand, of probeer het nog eens.
notice-picture-copied = De afbeelding staat op het klembord.
notice-printed = De PDF is geopend om af te drukken.
notice-printed-unseen = Er is geen programma gevonden dat een PDF toont. De PDF staat in { $file }.
filter-note = Verslagen
take-data-hidden = { $hidden }; zij tellen niet mee in de cijfers.
take-stop = Stoppen
take-letters = Letters als vormen
take-letters-hint = Overal gelijk, ook waar dit lettertype ontbreekt; de tekst is dan niet meer te wijzigen
app-start-first-frame = Het eerste beeld staat er { $after } ms na de start: het programma begon na { $loading } ms, het venster was er na { $window } ms.
app-start-file-shown = Het bestand staat op het bord { $after } ms na de start.
