# Het register van gemeenschappelijke regelingen.
register-error-not-utf8 = de tekst is geen UTF-8; bewaar de tabel als CSV UTF-8
register-error-utf16 = de tabel is bewaard als UTF-16 ("Unicode"); bewaar haar als CSV UTF-8
register-error-too-large = de tabel is groter dan { $limit } MiB, en meer wordt niet gelezen
register-error-values = de tabel heeft meer dan { $limit } waarden, en meer worden niet gelezen
register-error-columns = de tabel heeft meer dan { $limit } kolommen, en meer worden niet gelezen
register-error-rows = de tabel heeft meer dan { $limit } regels, en meer worden niet gelezen
register-error-too-much = met alle gegevens erbij wordt de opstelling te groot; maak een selectie of laat kolommen weg
register-error-csv = regel { $line } is geen leesbare CSV
register-error-row = regel { $line } heeft { $found } velden waar er { $expected } horen
register-error-column = de kolom { $column } ontbreekt in de kopregel
register-error-selected = regel { $line } noemt { $code }, maar geen deelnemer of regeling heeft die code
register-error-nobody = niemand in de tabel doet mee aan een geldige regeling; kloppen de tabellen bij elkaar?
register-skip-arrangement = { $name } neemt deel aan { $arrangement }, maar die regeling staat niet in de tabel
register-skip-participant = { $name } heeft geen deelnemer_id
register-skip-ended = de deelname van { $name } aan { $arrangement } is niet meer geldig
register-notice-abolished = { $name } staat niet in de tabel van gemeenten (opgeheven?) maar is nog deelnemer; opgenomen zonder regio
register-notice-domain = { $count ->
    [one] { $count } regeling heeft
   *[other] { $count } regelingen hebben
} geen domein in het register; dat is leeg gelaten
