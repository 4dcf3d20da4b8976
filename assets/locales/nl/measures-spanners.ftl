# Namen en uitleg van wat naast de kandidaat-bruggenbouwers staat; de sleutels zijn als in measures.ftl.

measure-spanner-load = Wat iemand al draagt
    .definition = Het aantal verschillende contacten van de kandidaat, en hoeveel daarvan overlegtafels zijn. Een brug die te veel draagt, raakt overbelast.
    .convention = Elk contact telt één keer, hoeveel relaties er ook zijn en in welke richting. Een overlegtafel is een actor van een soort met leden (samenwerkingsverband, overlegtafel) met minstens één contact dat zelf niet van zo een soort is. Wie zelf een overlegtafel is, zit aan geen: relaties tussen tafels tellen alleen als contact. Zo telt ook het paneel Overlegtafels.
measure-spanner-best = Beste kandidaat per groep
    .definition = Per regio en per schaalniveau de best geplaatste kandidaat uit die groep zelf. De gedachte: één boundary spanner per basisregio (Lysias 2025, hoofdstuk 3F).
    .convention = De plaats is die in de hele lijst, met de schuiven zoals ze staan. Wie een plaats deelt, staat er samen. Een actor zonder groep in deze indeling doet hier niet mee.
measure-spanner-team = Kleinste team
    .definition = Het kleinste aantal kandidaten dat samen elke groep bereikt. Een actor bereikt een groep als die er zelf bij hoort of een relatie heeft met iemand uit die groep.
    .convention = Richtingen en gewichten tellen niet. Van even kleine teams wint dat met de beste plaatsen. Tot en met 25 kandidaten is bewezen dat het niet kleiner kan; daarboven wordt zo lang gezocht als redelijk is, en staat erbij of het bewezen is.
measure-missing-link = Ontbrekende schakel tussen twee groepen
    .definition = Twee groepen met hooguit de helft van de verbindingen die bij gelijke dichtheid te verwachten zijn, en minstens één verwachte verbinding. Het grootste tekort staat bovenaan.
    .convention = Het tekort is (verwacht - geteld) / wortel van verwacht. Elk verbonden paar telt één keer, met richting elke pijl. Een actor met meer domeinen verdeelt zich gelijk over de paren. Actoren zonder groep tellen niet mee. Lopen relaties alleen tussen leden en tafels, dan tellen alleen de paren van een lid en een tafel, en een groep met alleen tafels komt niet in een paar voor.
measure-new-relation-gain = Winst van een nieuwe relatie
    .definition = Hoeveel dichter de groepen bij elkaar komen door één nieuwe relatie: de stijging van het gemiddelde van 1 / afstand, over alle paren actoren uit verschillende groepen.
    .convention = Afstand in stappen, zonder richtingen en gewichten; geen pad telt 0. Met meer domeinen verschillen twee actoren alleen als ze geen enkel domein delen. Actoren zonder groep liggen wel op paden, maar zijn geen eindpunt. In grote netwerken worden alleen de kansrijkste relaties doorgerekend; hoeveel staat erbij. Boven 4.000 actoren wordt dit niet berekend.
