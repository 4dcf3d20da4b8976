# Words on the board itself: backgrounds and legend.
zone-ring-inner = Veel invloed
zone-ring-middle = Enige invloed
zone-ring-outer = Weinig invloed
zone-lawful = Rechtmatige overheid
zone-performing = Presterende overheid
zone-networking = Netwerkende overheid
zone-responsive = Responsieve overheid
legend = Legenda
legend-no-room = Legenda: geen plaats
legend-open = Legenda tonen
legend-close = Legenda inklappen
legend-sectors = Sector
legend-level-colours = Schaalniveau (kleur)
legend-regions = Regio
legend-kind-colours = Soort (kleur)
legend-domains = Domein
legend-communities = Gevonden groep
legend-kinds = Soort actor
legend-levels = Schaalniveau
legend-relations = Relaties
legend-signs = Tekens
legend-unknown = Niet bekend
legend-wished = Gewenst
legend-ended = Vervallen
legend-assumed = Aangenomen, niet nagegaan
legend-width = Dikker is sterker
legend-tension = Spanning
legend-tower = Toren: meer schijven, meer invloed
legend-gaze = Neus: kijkt daarheen
legend-stance-for = Voor
legend-stance-neutral = Neutraal
legend-stance-against = Tegen
legend-tempo-accelerator = Versneller
legend-tempo-broadener = Verbreder
legend-size = Groter: { $measure }
legend-rank = Plaats: { $measure }
legend-active = Volgende: { $word }
board-empty = Dubbelklik op het bord om de eerste actor te plaatsen
board-issue-empty = De vraag is nog niet geschreven
board-issue-short = De vraag

# Typing a name on the board.
board-name-field = Naam van de actor
board-name-placeholder = Naam
board-name-hint = Enter: klaar · Tab: volgende actor · Esc: toch niet
board-nameless = (zonder naam)

# For screen readers.
board-name = Bord met { $actors ->
        [one] 1 actor
       *[other] { $actors } actoren
    } en { $relations ->
        [one] 1 relatie
       *[other] { $relations } relaties
    }
board-role-actor = Actor
board-role-relation = Relatie

# Menus of the board.
board-actor-count = { $count ->
        [one] 1 actor
       *[other] { $count } actoren
    }
board-relation-count = { $count ->
        [one] 1 relatie
       *[other] { $count } relaties
    }
board-relate-to-itself = Relatie met zichzelf
board-kind = Soort actor
board-sector = Sector
board-level = Schaalniveau
board-domains = Domeinen
board-not-said = (niet ingevuld)
board-line-up = Uitlijnen en verdelen
board-relation-kind = Soort relatie
board-weight = Sterkte
board-direction = Richting
board-direction-mutual = Wederzijds
board-direction-undirected = Zonder richting
board-status = Status
board-status-existing = Bestaand
board-status-wished = Gewenst
board-status-ended = Vervallen
board-verified = Nagegaan
board-add-actor-here = Actor hier toevoegen
board-add-actor-of-kind = Actor toevoegen van soort
board-place-issue-here = Vraag hier neerzetten
board-take-issue-away = Vraag van het bord halen
board-edit-issue = Vraag wijzigen
board-background = Achtergrond
board-background-empty = Leeg, met rand
board-background-rings = Ringen van invloed
board-background-quadrants = Vier kwadranten
board-background-sector-fields = Velden per sector
board-background-level-bands = Banden per schaalniveau
board-background-picture = Eigen afbeelding
picture-summary = { $actors ->
    [one] { $actors } actor
   *[other] { $actors } actoren
}, { $relations ->
    [one] { $relations } relatie
   *[other] { $relations } relaties
}.
picture-letter-without-font = De letter “{ $letter }” in “{ $text }” zit in geen lettertype van het programma: op het bord en op afbeeldingen staat er ◻. Het bestand houdt de letter, en een SVG ook.
picture-title = Netwerkopstelling
picture-question-card = De vraag
picture-name = { $name }
picture-sector = { $sector }: { $names }.
picture-sector-count = { $sector }: { $count ->
    [one] { $count } actor
   *[other] { $count } actoren
}.
picture-no-sector = Zonder sector
picture-busiest = De meeste relaties: { $actors }.
picture-busy = { $name } ({ $count })
picture-alone = Zonder relaties: { $names }.
picture-alone-count = Zonder relaties: { $count ->
    [one] { $count } actor
   *[other] { $count } actoren
}.
picture-wished = { $count ->
    [one] { $count } relatie is
   *[other] { $count } relaties zijn
} gewenst.
picture-ended = { $count ->
    [one] { $count } relatie is
   *[other] { $count } relaties zijn
} vervallen.
picture-assumed = { $count ->
    [one] { $count } relatie is
   *[other] { $count } relaties zijn
} aangenomen en niet nagegaan.
picture-over = Over { $actors } en { $relations }
picture-over-part = Over { $count } van { $all } actoren op het bord en { $relations }
picture-hidden = { $hidden } verborgen
picture-beside = { $count ->
    [one] 1 actor
   *[other] { $count } actoren
 } naast het bord
picture-fact = { $text }
picture-source = Bron: { $text }
picture-nobody-on-board = Er staat niemand op het bord: er is niets te tekenen. Zet eerst actoren op het bord.
picture-all-hidden = Filters verbergen iedereen: er is niets te tekenen. Kies ‘Alles tonen’ of verander de filters.
picture-nobody-selected = Er is niemand op het bord geselecteerd. Selecteer eerst actoren, of neem het hele bord.
picture-nobody-in-sight = In dit deel van het bord staat niemand. Schuif het bord, of neem het hele bord.
picture-too-large-to-make = Deze afbeelding krijgt te veel pixels. Kies een kleinere maat of minder pixels.
picture-not-made = De afbeelding kan niet worden gemaakt. Kies een kleinere maat.
