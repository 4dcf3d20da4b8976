agreement-what = What
agreement-who = Who
agreement-when = When
agreement-about = About
agreement-state = State
agreement-open = open
agreement-done = done
agreement-gone = { $name } (removed)
agreement-ends = { $a } { $sign } { $b }
agreements-none-done = { $count ->
    [one] 1 agreement, still open.
   *[other] { $count } agreements, all still open.
}
agreements-some-done = { $done ->
    [one] { $count } agreements, of which 1 is done.
   *[other] { $count } agreements, of which { $done } are done.
}
agreements-all-done = { $count ->
    [one] 1 agreement, done.
   *[other] { $count } agreements, all done.
}
