# The register of statutory cooperation.
register-error-not-utf8 = the text is not UTF-8; save the table as CSV UTF-8
register-error-utf16 = the table was saved as UTF-16 ("Unicode"); save it as CSV UTF-8
register-error-too-large = the table is larger than { $limit } MiB, and more is not read
register-error-values = the table has more than { $limit } values, and more are not read
register-error-columns = the table has more than { $limit } columns, and more are not read
register-error-rows = the table has more than { $limit } rows, and more are not read
register-error-too-much = with all its data the constellation would be too large; make a selection or leave columns out
register-error-csv = line { $line } is not readable CSV
register-error-row = line { $line } has { $found } fields where { $expected } belong
register-error-column = the column { $column } is not in the header
register-error-selected = line { $line } names { $code }, but no participant or arrangement has that code
register-error-nobody = nobody in the table takes part in a valid arrangement; do the tables belong together?
register-skip-arrangement = { $name } takes part in { $arrangement }, but that arrangement is not in the table
register-skip-participant = { $name } has no deelnemer_id
register-skip-ended = the part of { $name } in { $arrangement } is no longer valid
register-notice-abolished = { $name } is not in the table of municipalities (abolished?) but still takes part; taken in without a region
register-notice-domain = { $count ->
    [one] { $count } arrangement has
   *[other] { $count } arrangements have
} no domain in the register; that is left empty
