# The register of statutory cooperation.
register-error-not-utf8 = the text is not UTF-8; save the table as CSV UTF-8
register-error-utf16 = the table was saved as UTF-16 ("Unicode"); save it as CSV UTF-8
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
