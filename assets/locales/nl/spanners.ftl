# Het paneel Bruggenbouwers. Een plek in het netwerk is een aanwijzing; mensen beslissen.

spanners-title = Kandidaat-bruggenbouwers
family-spanners = Kandidaat-bruggenbouwers
spanners-new-relation = nieuwe relatie
spanners-dimension = { $name }
spanners-lead = Wie verbindt groepen die anders los van elkaar staan?
spanners-none = Nog geen kandidaten. Geef actoren een sector, schaalniveau, domein of regio en teken relaties: een brug heeft twee oevers nodig.
spanners-nothing-one-group = Niemand is hier bruggenbouwer: wie een groep heeft, zit in dezelfde groep, en een brug heeft twee oevers nodig.
spanners-nothing-related = Niemand is hier bruggenbouwer: er tellen geen relaties mee tussen actoren.
spanners-nothing-between = Niemand is hier bruggenbouwer: geen kandidaat heeft contacten in meer dan één groep of zit tussen twee groepen in.
spanners-candidates = Kandidaten: de eerste { $count }
spanners-all = { $count ->
    [one] De enige kandidaat
   *[other] Alle { $shown } kandidaten op volgorde
}
spanners-selected = Gekozen op het bord:
spanners-first = De eerste kandidaten:
spanners-select = Kiezen en uitlichten op het bord
spanners-light-up = Klik om op het bord uit te lichten waarop dit rust
spanners-explain = Wat betekent dit? { $measure }
spanners-column-sure = eerste { $top }
spanners-open-reasons = Redenen ({ $count })
spanners-open-reasons-of = Redenen voor { $name } ({ $count })
spanners-open-certainty = Hoe zeker?
spanners-open-certainty-of = Hoe zeker is { $name }?
spanners-open-card = Kaart
spanners-open-card-of = Kaart van { $name }
spanners-places = Plaats per indeling en onderdeel, van de { $count } kandidaten. Hun gewogen gemiddelde geeft de volgorde.
spanners-value = Waarde: { $value }
spanners-mean-rank = gemiddeld op plaats { $rank }
spanners-caution = Een plek in het netwerk is een kans, geen bekwaamheid. Of iemand het kan en wil, bespreek je samen.

## Wat meeweegt
spanners-weights = Wat weegt mee?
spanners-weights-changed = Wat weegt mee? (aangepast)
spanners-weights-lead = 0 telt niet mee, 3 telt drie keer zo zwaar. De zekerheid rekent mee.
spanners-weights-dimensions = Indelingen
spanners-weights-components = Onderdelen
spanners-weights-equal = Alles even zwaar
spanners-without-tables = Overlegtafels niet als kandidaat
spanners-top-label = Zekerheid gaat over
spanners-top = { $top ->
    [one] plaats 1
   *[other] de eerste { $top }
}

component-span-word = Spreiding
component-span-short = spreid.
component-mediation-word = Bemiddeling
component-mediation-short = bem.
component-passage-word = Doorgang
component-passage-short = doorg.
component-last-link-word = Laatste verbinding
component-last-link-short = laatste

## Hoe zeker
certainty-top = { $top ->
    [one] op plaats 1
   *[other] bij de eerste { $top }
}
certainty-weightings-always = Altijd { certainty-top }: in alle { $runs } wegingen
certainty-weightings-mostly = Vrijwel altijd { certainty-top }: in { $percent } van { $runs } wegingen
certainty-weightings-often = Meestal { certainty-top }: in { $percent } van { $runs } wegingen
certainty-weightings-sometimes = Hangt af van de weging: in { $percent } van { $runs } wegingen { certainty-top }
certainty-weightings-seldom = Zelden { certainty-top }: in { $percent } van { $runs } wegingen
certainty-weightings-never = Nooit { certainty-top }: in geen van { $runs } wegingen
certainty-unverified-always = Altijd { certainty-top }: in alle { $runs } netwerken waarin enkele aangenomen relaties ontbreken
certainty-unverified-mostly = Vrijwel altijd { certainty-top }: in { $percent } van { $runs } netwerken waarin enkele aangenomen relaties ontbreken
certainty-unverified-often = Meestal { certainty-top }: in { $percent } van { $runs } netwerken waarin enkele aangenomen relaties ontbreken
certainty-unverified-sometimes = Hangt af van aangenomen relaties: in { $percent } van { $runs } netwerken waarin er enkele ontbreken { certainty-top }
certainty-unverified-seldom = Zelden { certainty-top }: in { $percent } van { $runs } netwerken waarin enkele aangenomen relaties ontbreken
certainty-unverified-never = Nooit { certainty-top }: in geen van { $runs } netwerken waarin enkele aangenomen relaties ontbreken
certainty-waiting = De zekerheid wordt berekend…
certainty-progress = Zekerheid: { $percent }%
certainty-done = Doorgerekend: { $weightings } wegingen, { $networks } netwerken
certainty-done-weightings = Doorgerekend: { $weightings } wegingen
certainty-stop = Stoppen
certainty-stopped = De zekerheid is niet verder berekend.
certainty-start = Verder rekenen
certainty-old = Van de vorige stand; de nieuwe wordt berekend.
certainty-if-weighed = Als je anders weegt
certainty-if-assumed = Als aangenomen relaties er niet zijn
certainty-all-verified = Alle relaties zijn nagegaan: daar hangt het niet van af.
certainty-too-large = Het netwerk is te groot om dit vaak genoeg door te rekenen.
certainty-if-chance = Bemiddeling tegen toeval
certainty-no-mediation = Bemiddelt niet tussen groepen.
certainty-mediation-striking = { $dimension }: { $observed } van alle bemiddeling; bij toeval { $chance }. Valt op ({ $p }).
certainty-mediation-chance = { $dimension }: { $observed } van alle bemiddeling; bij toeval { $chance }. Kan toeval zijn ({ $p }).
certainty-mark = Streepje: wat bij toeval te verwachten is.
certainty-load = Wat deze actor al draagt
certainty-load-text = { $ties ->
    [one] { $ties } contact
   *[other] { $ties } contacten
}{ $tables ->
    [0] { "" }
    [one] , waarvan 1 overlegtafel
   *[other] , waarvan { $tables } overlegtafels
}; { $compared }

certainty-load-most = alle { $others } anderen hebben er minder
certainty-load-least = niemand heeft er minder
certainty-load-middle = { $lighter } van de { $others } anderen { $lighter ->
    [one] heeft
   *[other] hebben
} er minder

## De beste per groep
best-title = Beste per regio en schaalniveau ({ $count })
best-title-region = Beste per regio ({ $count })
best-title-level = Beste per schaalniveau ({ $count })
best-lead = Wie komt uit de groep zelf het eerst in aanmerking?
best-light-up = Licht { $count } groepen uit
best-candidate = { $rank }. { $name }
best-nobody = niemand met relaties

## Het kleinste team
team-title = Kleinste team ({ $count })
team-title-waiting = Kleinste team
team-all-dimensions = Alles samen
team-lead = { $count ->
    [one] 1 actor bereikt
   *[other] { $count } actoren bereiken samen
} { $groups ->
    [one] de enige groep.
   *[other] alle { $groups } groepen.
}
team-lead-some = { $count ->
    [one] 1 actor bereikt
   *[other] { $count } actoren bereiken samen
} { $groups ->
    [one] 1 groep.
   *[other] { $groups } groepen.
}
team-proven = Bewezen: met minder kan het niet.
team-not-proven = Of het met minder kan, is niet bewezen; zoeken duurde te lang.
team-unreached = Niet te bereiken: { $groups }.
team-adds = { $count ->
    [one] voegt 1 groep toe: { $groups }
   *[other] voegt { $count } groepen toe: { $groups }
}
team-light-up = { $count ->
    [one] Licht deze actor uit
   *[other] Licht dit team uit
}

## Ontbrekende schakels
missing-title = Ontbrekende schakels ({ $count })
missing-title-waiting = Ontbrekende schakels
missing-pairs = Groepen met weinig verbindingen
missing-no-pairs = Geen twee groepen hebben veel minder verbindingen dan te verwachten is.
missing-no-ties = Tussen twee groepen is er nog geen relatie, dus er valt niets te vergelijken.
missing-two-mode = In dit netwerk lopen relaties alleen tussen leden en tafels. Vergeleken is hoe vaak leden van de ene groep aan tafels van de andere zitten; groepen met alleen tafels doen niet mee.
missing-none = { $a } en { $b }: geen verbinding, waar er { $expected } te verwachten zijn
missing-few = { $a } en { $b }: { $ties } van { $expected } te verwachten verbindingen
missing-no-arrows = { $a } en { $b }: geen pijl, waar er { $expected } te verwachten zijn
missing-few-arrows = { $a } en { $b }: { $ties } van { $expected } te verwachten pijlen
missing-more-pairs = { $count ->
    [one] En nog 1 paar.
   *[other] En nog { $count } paren.
}
missing-relations = Nieuwe relaties die het meest schelen
missing-no-relations = Geen nieuwe relatie brengt groepen dichter bij elkaar.
missing-too-large = Het netwerk is te groot om nieuwe relaties door te rekenen.
missing-some-evaluated = De { $evaluated } kansrijkste van { $possible } mogelijke relaties zijn doorgerekend.
missing-between = { $a } – { $b }
missing-effect-shorter = { $shortened ->
    [one] Brengt 1 paar uit verschillende groepen dichter bij elkaar.
   *[other] Brengt { $shortened } paren uit verschillende groepen dichter bij elkaar.
}
missing-effect-first = { $connected ->
    [one] Verbindt 1 paar uit verschillende groepen voor het eerst.
   *[other] Verbindt { $connected } paren uit verschillende groepen voor het eerst.
}
missing-effect = { $shortened ->
    [one] Brengt 1 paar
   *[other] Brengt { $shortened } paren
} uit verschillende groepen dichter bij elkaar, { $connected ->
    [one] waarvan 1 voor het eerst verbonden raakt.
   *[other] waarvan { $connected } voor het eerst verbonden raken.
}
missing-draw = Teken als gewenste relatie
missing-draw-between = Teken { $a } – { $b } als gewenste relatie
missing-is-wished = Staat al als gewenste relatie op het bord.

## De menselijke kaart
step-edit-card = kaart invullen
card-title = Als bruggenbouwer ({ $count } van 5 ingevuld)
card-lead = Wat het netwerk niet kan weten. Vraag het, schat het niet.
card-said = Kaart: { $answers }
card-embedded = Ingebed
card-embedded-asked = Is deze persoon of organisatie goed ingebed in de eigen regio of achterban?
card-communicative = Communicatief sterk
card-communicative-asked = Communiceert deze persoon of organisatie goed, ook tussen verschillende werelden?
card-agile = Schakelt snel
card-agile-asked = Kan er snel geschakeld worden, tussen mensen, niveaus en onderwerpen?
card-available = Beschikbaar
card-available-asked = Is er tijd voor, bijvoorbeeld één dag per week?
card-mandate = Mandaat
card-mandate-asked = Mag deze persoon of organisatie namens de achterban spreken of beslissen: waarover en tot waar?
card-note-hint = Toelichting
card-note-of = Toelichting bij de kaart van { $name }
card-source = Vragen uit Krachtig Noord-Holland Noord (Lysias, 2025), hoofdstuk 3F; mandaat voegden wij toe, naar hoofdstuk 6.
card-source-quote = ‘Concreet denken we aan personen die goed ingebed zijn in de basisregio’s, communicatief sterk, snel kunnen schakelen en beschikbaar zijn om bijvoorbeeld één dag per week actief te zijn voor het Regiobureau NHN.’
answer-unknown = nog niet besproken
answer-yes = ja
answer-partly = deels
answer-no = nee

## De rollen
roles-legend = { $short }  { $role }
