# Proeven op het bord, en twee opstellingen naast elkaar.
command-what-if-without = Zonder deze speler
    .hint = Een proef: wat verandert er als een speler wegvalt?
command-what-if-with = Met deze relatie
    .hint = Een proef: wat verandert er als er een relatie bij komt?
whatif-title-without = Proef: zonder deze speler
whatif-title-with = Proef: met deze relatie
whatif-experiment = De opstelling zelf verandert niet.
whatif-stop = Stop de proef (Esc)
whatif-point = Wijs op het bord een speler aan, met de muis of met Tab. Klik om vast te houden.
whatif-choose = Klik op het bord twee spelers aan, of sleep van de een naar de ander. Soort en gewicht kies je boven het bord.
whatif-without = Zonder { $name }
whatif-with = { $source } → { $target }
whatif-with-kind = { $kind }, gewicht { $weight }
whatif-draw = Teken deze relatie
whatif-kind-left-out = Deze soort relatie telt niet mee in de cijfers; er verandert dus niets.
whatif-whole = Er valt niets los en er komt niets bij elkaar.
whatif-loose = Komen samen los te staan: { $names }
whatif-loose-each = { $count ->
    [one] Komt los te staan: { $names }
   *[other] Komen ieder alleen te staan: { $names }
 }
whatif-joined = Horen er dan samen bij: { $names }
whatif-joined-each = { $count ->
    [one] Hoort er dan bij: { $names }
   *[other] Horen er dan ieder bij: { $names }
 }
whatif-and-more = { $names } en nog { $count }
whatif-lost = { $dimension }: { $a } en { $b } verliezen hun laatste verbinding
whatif-gained = { $dimension }: { $a } en { $b } krijgen hun eerste verbinding
whatif-more-pairs = { $count ->
    [one] en nog 1 paar groepen
   *[other] en nog { $count } paren groepen
 }
whatif-figures = Cijfers van het netwerk
whatif-column-measure = Cijfer
whatif-column-now = Nu
whatif-column-then = Dan
whatif-column-change = Verschil
whatif-moves = Wie stijgt, wie daalt: { $measure }
whatif-no-moves = Niemand verandert van plaats.
whatif-places = plaats { $before } → { $after }
whatif-mark-loose = los
whatif-mark-joined = erbij
whatif-status = Proef: de opstelling verandert niet. Esc stopt.
whatif-status-without = Proef: zonder { $name }. De opstelling verandert niet. Esc stopt.
whatif-status-with = Proef: { $source } → { $target }. De opstelling verandert niet. Esc stopt.

cli-compare = Vergelijkt twee opstellingen: wat kwam, ging en veranderde
cli-compare-before = De eerste opstelling
cli-compare-after = De latere opstelling
cli-compare-measures = Rangen op deze maten van actoren, bijvoorbeeld degree,betweenness_norm
compare-actors-came = Actoren erbij: { $count }
compare-actors-gone = Actoren weg: { $count }
compare-actors-changed = Actoren veranderd: { $count }
compare-relations-came = Relaties erbij: { $count }
compare-relations-gone = Relaties weg: { $count }
compare-relations-changed = Relaties veranderd: { $count }
compare-basis = { $side }: { $basis }.
compare-left-out = Niet meegeteld: { $why }; ook niet in de lijsten hierboven.
compare-left-out-listed = Niet meegeteld: { $why }; wel in de lijsten hierboven.
compare-ranks = Stijgers en dalers: { $measure }
compare-actor = { $name }
compare-actor-changed = { $name }: { $changes }
compare-change = { $field }: { $before } → { $after }
compare-changes = { $first }; { $rest }
compare-relation-directed = { $source } → { $target } ({ $kind }, { $weight })
compare-relation-undirected = { $source } – { $target } ({ $kind }, { $weight })
compare-weights = { $before } → { $after }
compare-field-label = naam
compare-field-kind = soort
compare-field-sector = sector (vier O's)
compare-field-level = schaalniveau
compare-field-domains = domeinen
compare-field-region = regio
compare-field-organisation = organisatie
compare-field-influence = invloed
compare-field-stance = houding

command-compare = Vergelijk met bestand…
    .hint = Wat kwam, ging en veranderde sinds een eerder opgeslagen opstelling?
path-compare-title = Met welk bestand vergelijken?
busy-comparing = Bezig met vergelijken
compare-title = Vergelijking
compare-column-file = Bestand
compare-column-board = Bord
compare-lead = Van { $name } naar het bord zoals het nu is. Klik op een regel om die op het bord uit te lichten.
compare-same = Actoren en relaties zijn gelijk.
compare-moves = Wie stijgt, wie daalt
