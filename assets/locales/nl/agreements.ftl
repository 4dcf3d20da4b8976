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
