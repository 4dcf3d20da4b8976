agreement-what = What
agreement-who = Who
agreement-when = When
agreement-about = About
agreement-state = State
agreement-open = to do
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
agreement-new = New agreement: what will somebody do? Enter adds it
agreement-new-about = New agreement about { $name }: what will somebody do? Enter adds it
agreement-about-selection = about the selection
agreement-about-this = Make the agreement about { $name }
agreement-about-nothing = Make the agreement about nothing
agreement-light = Light up on the board: { $name }
agreement-part = { $part }: { $what }
agreement-tick = Done: { $what }
agreement-who-hint = names, with commas
agreement-when-hint = day or words
agreement-note = Explanation
agreement-note-hint = Explanation
agreement-delete = Delete agreement
agreements-none = No agreements yet. Write above what was agreed and press Enter; then fill in who does it and when.
command-write-agreement = Write down an agreement
command-agree-about = Agreement about this
