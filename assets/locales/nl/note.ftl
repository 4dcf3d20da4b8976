# Het verslag: wat een collega nodig heeft die er niet bij was.
note-untitled = Verslag van een netwerkopstelling
note-contents = Inhoud
note-fact = { $name }: { $value }
note-counted = { $name } ({ $count })
note-word = { $text }
note-names = { $names }
note-others = { $count ->
    [one] 1 andere
   *[other] { $count } anderen
 }
note-more-rows = { $count ->
    [one] Eén regel meer staat in het bestand.
   *[other] Nog { $count } regels staan in het bestand.
 }

note-part-about = Waar het over gaat
note-part-picture = Het bord
note-part-actors = Actoren per sector
note-part-relations = Relaties per soort
note-part-builders = Bruggenbouwers
note-part-towers = Torens: invloed op de vraag
note-part-missing = Ontbrekende schakels
note-part-groups = Groepen en samenhang
note-part-figures = Cijfers
note-part-agreements = Afspraken
note-part-remarks = Notities
note-part-left-out = Wat is weggelaten
note-part-program = Hoe dit verslag is gemaakt

note-picture = Het bord met { $actors }, { $relations } en de legenda.
note-picture-nobody = Er staat niemand op het bord, dus er is geen afbeelding.

note-no-actors = Er staan geen actoren in deze opstelling.
note-all-hidden = Alle actoren zijn met filters weggelaten.
note-no-relations = Er staan geen relaties in deze opstelling.
note-no-relations-shown = Alle relaties zijn met filters weggelaten.
note-sector-unknown = Sector onbekend
note-kind-unknown = Soort onbekend
note-column-more = Toelichting
note-relations-checked = { $count ->
    [one] { $relations }, nagegaan.
   *[other] { $relations }, alle nagegaan.
 }
note-relations-assumed = { $count ->
    [one] { $relations }, aangenomen en niet nagegaan.
   *[other] { $relations }, alle aangenomen en niet nagegaan.
 }
note-relations-some = { $relations }, waarvan { $assumed } aangenomen en niet nagegaan.
note-relations-wished = { $count ->
    [one] 1 is gewenst en bestaat nog niet.
   *[other] { $count } zijn gewenst en bestaan nog niet.
 }
note-relations-ended = { $count ->
    [one] 1 is vervallen.
   *[other] { $count } zijn vervallen.
 }
note-negative = Deze relaties staan voor spanning en tellen niet mee in de cijfers.

note-towers-lead = Hoe hoger het getal, hoe meer invloed de actor op deze vraag heeft.
note-missing-lead = Welke groepen hebben veel minder met elkaar te maken dan te verwachten is?
note-new-relations = Nieuwe relaties die het meest schelen, naar { $dimension }
note-group-members = { $group }: { $names }

note-figures-lead = Elk cijfer staat hier met wat het betekent.
note-column-measure = Cijfer
note-column-value = Waarde
note-column-meaning = Wat het is
note-figures-network = Van het netwerk
note-figures-dimensions = Per indeling
note-figures-actors = Per actor
note-figures-meaning-rows = Wat deze cijfers betekenen
note-figures-meaning = Wat deze kolommen betekenen

note-remark-actor = Over { $name }: { $text }
note-remark-relation = Over de relatie { $name }: { $text }

note-nothing-left-out = Er is niets weggelaten: alle actoren en relaties staan in dit verslag.
note-hidden = Met filters zijn { $actors } en { $relations } weggelaten.
note-left-out = { $list }: { $words }
note-below = { $of } onder { $value }
note-above = { $of } boven { $value }
note-assumed-hidden = Relaties die zijn aangenomen en niet nagegaan
note-parts-left-out = Deze onderdelen staan niet in dit verslag:

note-program = Gemaakt met Netwerkopstelling, versie { $version }.
note-wished-count = Gewenste relaties tellen mee in de cijfers.
note-direction-ignored = De richting van relaties telt niet mee in de cijfers.
note-weights-equal = In de volgorde van bruggenbouwers wegen alle indelingen en onderdelen even zwaar.
note-weights-own = In de volgorde van bruggenbouwers wegen indelingen en onderdelen zoals is ingesteld.
note-repeat = Wie het bestand heeft, krijgt dezelfde cijfers met de opdracht: { $command }
note-repeat-filters = Daarbij gelden de filters die hierboven staan; die zijn in te stellen in het venster van het programma.
note-card = Wat het netwerk niet weet, en mensen wel (menskaart):
