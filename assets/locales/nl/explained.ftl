# The explanation of a figure, and the list of all measures.
command-all-measures = Alle maten…
    .hint = Elke maat met wat hij betekent, hoe er geteld wordt en de waarde nu
measures-title = Alle maten
measures-search = Zoek op naam of onderwerp
measures-lead = Klik op een maat voor uitleg. Bij maten per actor, relatie of groep staan de laagste en de hoogste waarde. Maten over groepen gaan over één indeling:
measures-lead-selected = Klik op een maat voor uitleg. Bij maten per actor staat de waarde van de geselecteerde actor. Maten over groepen gaan over één indeling:
measure-repeat-lead = Deze regel Python geeft hetzelfde cijfer, met NetworkX. Wat eraan voorafgaat, leest het opgeslagen bestand:
measure-repeat-elsewhere = NetworkX en igraph hebben deze maat niet. Wel te vinden in { $software }.
measure-repeat-chance = Dit cijfer rust op trekkingen van het toeval met een vast begingetal. Een ander programma trekt anders en komt ongeveer, niet precies, op hetzelfde uit.
measure-repeat-no-peer = Voor zover bekend berekent geen ander programma deze maat.
measure-repeat-file = opstelling.opstelling.json
measure-repeat-dimension = Voor de indeling { $dimension }.
measure-repeat-several = Voor de indeling { $dimension }. Wie hierin meer groepen heeft, telt voor een gelijk deel in elk ervan mee, en een relatie in elk paar. De regel doet dat ook.
measure-copy-line = Kopieer regel
measure-copy-program = Kopieer hele programma
    .hint = Met het inlezen van het bestand ervoor, en met dezelfde keuze van relaties als hier
