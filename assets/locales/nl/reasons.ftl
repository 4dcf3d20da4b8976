# Waarom iemand kandidaat-bruggenbouwer is, als zinsdeel: "Hoorn: heeft contacten in 2 andere schaalniveaus en 3 andere sectoren".
# Een plek in het netwerk is een kans, geen bekwaamheid; de zinnen tellen, ze beoordelen niet.

list-and = { $first } en { $rest }
list-comma = { $first }, { $rest }

## Zoveel groepen
reason-count-sector = { $count ->
    [one] { $count } sector
   *[other] { $count } sectoren
}
reason-count-level = { $count ->
    [one] { $count } schaalniveau
   *[other] { $count } schaalniveaus
}
reason-count-domain = { $count ->
    [one] { $count } domein
   *[other] { $count } domeinen
}
reason-count-region = { $count ->
    [one] { $count } regio
   *[other] { $count } regio's
}
reason-count-organisation = { $count ->
    [one] { $count } organisatie
   *[other] { $count } organisaties
}
reason-count-community = { $count ->
    [one] { $count } gevonden groep
   *[other] { $count } gevonden groepen
}
reason-count-other = { $count ->
    [one] { $count } groep van ‘{ $name }’
   *[other] { $count } groepen van ‘{ $name }’
}

## Zoveel groepen naast de eigen
reason-others-sector = { $count ->
    [one] { $count } andere sector
   *[other] { $count } andere sectoren
}
reason-others-level = { $count ->
    [one] { $count } ander schaalniveau
   *[other] { $count } andere schaalniveaus
}
reason-others-domain = { $count ->
    [one] { $count } ander domein
   *[other] { $count } andere domeinen
}
reason-others-region = { $count ->
    [one] { $count } andere regio
   *[other] { $count } andere regio's
}
reason-others-organisation = { $count ->
    [one] { $count } andere organisatie
   *[other] { $count } andere organisaties
}
reason-others-community = { $count ->
    [one] { $count } andere gevonden groep
   *[other] { $count } andere gevonden groepen
}
reason-others-other = { $count ->
    [one] { $count } andere groep van ‘{ $name }’
   *[other] { $count } andere groepen van ‘{ $name }’
}

## De groepen van een indeling
reason-groups-sector = sectoren
reason-groups-level = schaalniveaus
reason-groups-domain = domeinen
reason-groups-region = regio's
reason-groups-organisation = organisaties
reason-groups-community = gevonden groepen
reason-groups-other = groepen van ‘{ $name }’

## Eén groep van een indeling
reason-in-sector = de sector { $group }
reason-in-level = het schaalniveau { $group }
reason-in-domain = het domein { $group }
reason-in-region = { $group }
reason-in-organisation = { $group }
reason-in-community = de gevonden groep { $group }
reason-in-other = ‘{ $group }’ ({ $name })

## Redenen
reason-connects = heeft contacten in { $groups }
reason-last-link = is voor { $lost } van de { $connected } verbonden paren van { $groups } de enige verbinding
reason-last-link-all = { $connected ->
    [one] is voor het enige verbonden paar van { $groups } de enige verbinding
   *[other] is voor alle { $connected } verbonden paren van { $groups } de enige verbinding
}
# Hoe vaak: elk paar anderen één keer; wie meer groepen heeft, telt voor een deel mee in elk ervan.
reason-times = { $times }x
reason-times-of = { $times }x, in alle { $groups } samen { $all }x
reason-gatekeeper = haalt binnen voor { $group } (poortwachter { $times })
reason-representative = brengt naar buiten voor { $group } (vertegenwoordiger { $times })
reason-gate = is voor { $group } de verbinding met andere { $groups } (poortwachter { $times })
reason-consultant = verbindt van buitenaf actoren binnen { $group } (bemiddelaar { $times })
reason-consultant-several = verbindt van buitenaf actoren binnen andere { $groups } (bemiddelaar { $times })
reason-liaison = verbindt andere { $groups } met elkaar (tussenpersoon { $times })
reason-passage = ligt op de kortste weg tussen { $shares }
reason-passage-first = { $percent } van de verbonden paren actoren uit verschillende { $groups }
reason-passage-first-of-all = { $percent } van de paren actoren uit verschillende { $groups }
reason-passage-next = { $percent } van die uit verschillende { $groups }
reason-informal = { $informal ->
    [one] { $informal } van de { $relations } relaties is informeel ({ $percent })
   *[other] { $informal } van de { $relations } relaties zijn informeel ({ $percent })
}
reason-informal-all = { $relations ->
    [one] de enige relatie is informeel
   *[other] alle { $relations } relaties zijn informeel
}
reason-load-ties = { $ties ->
    [one] vraag: kan dit erbij, met { $ties } contact?
   *[other] vraag: kan dit erbij, met { $ties } contacten?
}
reason-load = { $tables ->
    [one] vraag: kan dit erbij, met { $ties } contacten, waarvan { $tables } overlegtafel?
   *[other] vraag: kan dit erbij, met { $ties } contacten, waarvan { $tables } overlegtafels?
}
reason-load-all = { $ties ->
    [one] vraag: kan dit erbij, met { $ties } contact, een overlegtafel?
   *[other] vraag: kan dit erbij, met { $ties } contacten, allemaal overlegtafels?
}

## Aandelen en kansen
percent = { $percent }%
percent-under = minder dan { $percent }%
percent-over = meer dan { $percent }%
percent-short = { $percent }%
percent-under-short = <{ $percent }%
percent-over-short = >{ $percent }%
p-is = p = { $p }
p-under = p < { $p }
