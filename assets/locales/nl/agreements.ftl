agreement-what = Wat
agreement-who = Wie
agreement-when = Wanneer
agreement-about = Waarover
agreement-state = Stand
agreement-open = open
agreement-done = gedaan
agreement-gone = { $name } (verwijderd)
agreement-ends = { $a } { $sign } { $b }
agreements-none-done = { $count ->
    [one] 1 afspraak, nog open.
   *[other] { $count } afspraken, alle nog open.
}
agreements-some-done = { $count } afspraken, waarvan { $done } gedaan.
agreements-all-done = { $count ->
    [one] 1 afspraak, gedaan.
   *[other] { $count } afspraken, alle gedaan.
}
agreement-new = Nieuwe afspraak: wat doet iemand? Enter voegt toe
agreement-new-about = Nieuwe afspraak over { $name }: wat doet iemand? Enter voegt toe
agreement-about-selection = over de selectie
agreement-about-this = Laat de afspraak gaan over { $name }
agreement-about-nothing = Laat de afspraak nergens over gaan
agreement-light = Laat oplichten op het bord: { $name }
agreement-part = { $part }: { $what }
agreement-tick = Gedaan: { $what }
agreement-who-hint = namen, met komma’s
agreement-when-hint = dag of woorden
agreement-note = Toelichting
agreement-note-hint = Toelichting
agreement-delete = Verwijder afspraak
agreements-none = Nog geen afspraken. Schrijf hierboven wat er is afgesproken en druk op Enter; daarna vul je in wie het doet en wanneer.
command-write-agreement = Afspraak opschrijven
command-agree-about = Afspraak hierover
