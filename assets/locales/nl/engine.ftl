# Measures by family, and why a figure is missing or estimated.
family-centrality = Centraliteit
family-brokerage = Bruggen en bemiddeling
family-groups = Groepen
family-cohesion = Samenhang
family-two-mode = Tafels en hun leden
family-what-if = Als deze speler vertrekt
figures-too-many = Dit netwerk heeft meer dan { $most } actoren. Alle kortste paden nagaan duurt dan te lang, dus die cijfers ontbreken hier.
figures-sample = Schatten met een steekproef
figures-sampled = Geschat: de kortste paden zijn gevolgd vanuit { $sources } van de { $actors } actoren. Genormaliseerde betweenness wijkt hoogstens { $error } af van de exacte waarde (95% zeker).
figures-exact = Alles precies uitrekenen
figures-sampling = De steekproef wordt doorgerekend. Bij een groot netwerk duurt dat een paar minuten; je kunt intussen verder.
figures-without-sample = Zonder steekproef verder
cli-sample = Schat wat op kortste paden rust met een steekproef: de grootste afwijking van genormaliseerde betweenness (95% zeker)
cli-skipped-paths = Niet berekend, omdat het netwerk meer dan { $most } actoren heeft: { $measures }. Met --sample 0.02 worden de belangrijkste hiervan geschat.
cli-skipped-leaving = Niet berekend, omdat het netwerk meer dan { $most } actoren heeft: { $measures }.
cli-skipped-sampled = Niet berekend, omdat deze maten alle kortste paden nodig hebben en niet een steekproef: { $measures }.
cli-skipped-restless = Niet berekend, omdat de herhaling niet tot rust kwam: { $measures }.

# Waarom een netwerk niet te analyseren is, als slot van een zin
network-no-such-actor = relatie { $relation } noemt actor { $actor }, en die is er niet
network-weight = het gewicht van relatie { $relation } is { $weight }, en dat is geen getal om mee te rekenen
network-too-large = er zijn meer dan 2 miljard actoren of meer dan 1 miljard relaties
network-cancelled = het rekenen is gestopt
