# Teksten over bestanden: lezen, bewaren, herstellen.

format-native = Netwerkopstelling
format-networkx = JSON voor NetworkX
format-d3 = JSON voor D3

# Waarom een bestand niet gelezen kan worden, en wat te doen.
file-place-whole = het bestand
file-place-line = regel { $line }
read-error-empty = Het bestand is leeg.
read-error-too-large = Het bestand is { $mib } MiB; meer dan { $limit } MiB wordt niet gelezen.
read-error-not-utf8 = Regel { $line }, kolom { $column } is geen UTF-8-tekst.
read-error-utf16 = Het bestand is bewaard als UTF-16 ("Unicode"), niet als UTF-8.
read-error-syntax = Op regel { $line }, kolom { $column } klopt de JSON niet.
read-error-truncated = Het bestand houdt halverwege op, bij regel { $line }, kolom { $column }.
read-error-not-a-number = Op regel { $line }, kolom { $column } staat { $value }: geen getal dat JSON kent (geen getal, oneindig of te groot).
read-error-too-deep = Het bestand is te diep genest om een netwerk te zijn.
read-error-wrong-shape = Het bestand is JSON, maar heeft niet de vorm van een netwerk.
read-error-wrong-shape-line = Op regel { $line }, kolom { $column } heeft de JSON niet de vorm van een netwerk.
read-error-wrong-shape-path = Bij "{ $path }" hoort een lijst te staan.
read-error-too-many = In "{ $path }" staan er { $found }; meer dan { $limit } worden niet gelezen.
read-error-too-much = In "{ $path }" staat meer dan in het geheugen past dat een bestand mag vragen.
read-error-too-much-beside = Naast de actoren en relaties staat er meer in dan in het geheugen past dat een bestand mag vragen.
read-error-not-a-network = In dit bestand staat geen netwerk: een lijst "nodes" met "edges" of "links" ontbreekt.
read-error-bad-version = Bij "version" hoort een heel getal vanaf 1 te staan.
read-error-newer-version = Dit bestand is gemaakt met een nieuwer programma (bestandsversie { $found }; dit programma kent { $known }).
read-hint-backup = Kijk of er een reservekopie (.bak) naast staat en open die.
read-hint-too-large = Staat er een grote achtergrondafbeelding in, haal die eruit; splits anders het netwerk.
read-hint-too-many = Splits het netwerk over meer bestanden.
read-hint-utf8 = Bewaar het bestand opnieuw als UTF-8 en probeer het nog eens.
read-hint-utf16 = Open het in een tekstprogramma, kies Opslaan als met codering UTF-8, en probeer het nog eens.
read-hint-repair = Herstel die plaats in een teksteditor, of open de reservekopie (.bak).
read-hint-not-a-number = Zet er null of een gewoon getal neer.
read-hint-too-deep = Controleer of dit het goede bestand is.
read-hint-not-a-network = Controleer of dit het goede bestand is.
read-hint-bad-version = Zet er "version": 1 neer.
read-hint-newer-version = Werk het programma bij en open het bestand opnieuw.

# Wat er van een bestand geworden is. { $found } is de soort waarde die er stond.
read-notice-newer-minor = Gemaakt met een iets nieuwer programma (versie { $found }; dit programma kent { $known }). Wat dit programma niet kent, blijft bewaard.
read-notice-wrong-kind = Wat hier stond ({ $found ->
    [text] tekst
    [number] een getal
    [flag] waar of onwaar
    [list] een lijst
    [nothing] een lege waarde
   *[object] een object
  }) past hier niet; weggelaten.
read-notice-language = De taal "{ $found }" is onbekend; Nederlands aangenomen.
read-notice-node-id = Actor zonder id; kreeg { $id }.
read-notice-half-place = Alleen x of alleen y gegeven; de actor staat naast het bord en het getal is bewaard als "{ $name }".
read-notice-unknown-field = Onbekend veld; weggelaten.
read-notice-no-organisation = Hoort bij "{ $id }", maar dat is geen andere actor in het bestand; bewaard als "{ $name }".
read-notice-without-weight = Relatie zonder gewicht; kreeg gewicht 1.
read-notice-without-key = Relatie zonder eigen sleutel; kreeg { $fresh }.
read-notice-duplicate-key = Sleutel "{ $key }" komt vaker voor; deze relatie kreeg { $fresh }.
read-notice-note-about-nothing = De notitie gaat over "{ $id }", dat niet in het bestand staat; nu gaat ze over het geheel.
read-notice-agreement-names-nobody = De afspraak noemt "{ $id }", dat niet in het bestand staat; die naam blijft erin staan.
read-notice-board-size = De maat van het bord moet groter dan 0 zijn; de gewone maat gebruikt.
read-skip-picture = De achtergrondafbeelding is beschadigd; weggelaten.
read-notice-word-without-id = Begrip zonder id; weggelaten.
read-notice-duplicate-word = Het begrip "{ $id }" komt vaker voor; het eerste telt.
read-notice-new-word = "{ $id }" werd gebruikt maar stond niet bij de begrippen; toegevoegd.
read-notice-colour = "{ $found }" is geen kleur; grijs gebruikt.
read-notice-own-colour = "{ $found }" is geen kleur; overgeslagen.
read-notice-scaled = De plaatsen hadden een andere maat en zijn passend gemaakt op het bord.
read-notice-attribute-misfit = De waarde { $value } van { $owner } past niet bij het kenmerk "{ $attribute }" en blijft bewaard als "{ $name }".
read-notice-attribute-taken = "{ $key }" is de naam van een eigen veld en kan geen kenmerk zijn.
read-notice-kept = { $found ->
    [list] Een lijst past hier niet
    [object] Een object past hier niet
   *[other] { $value } past hier niet
  }; bewaard als "{ $name }".
read-notice-kept-top = Dit veld betekent hier iets anders; bewaard als "{ $name }".
read-notice-directed = { $found } zegt niet of relaties een richting hebben; zonder richting gelezen.
read-notice-direction = { $found } is geen richting; gelezen zoals de rest van het bestand, en de waarde bewaard.
read-notice-positions = Begin en eind van relaties zijn geen id's maar plaatsen in de lijst van actoren; zo gelezen.
read-notice-empty-id = Het id is een lege tekst; deze actor kreeg { $fresh }.
read-notice-id-of-two-kinds = Het id { $id } komt voor als getal en als tekst; deze actor kreeg { $fresh }.
read-notice-several-lists = Er zijn { $count } lijsten met deze naam; alle gelezen.
read-notice-repeated-field = Dit veld komt vaker voor; het laatste telt.
read-notice-same-list = Dezelfde lijst als "edges"; eenmaal gelezen.
read-notice-both-lists = Er is ook een lijst "edges"; beide gelezen.
read-notice-no-edges = Er is geen lijst "edges" of "links"; zonder relaties gelezen.
read-notice-not-a-number = { $count ->
    [one] 1 waarde is geen getal (NaN of oneindig) en is nu onbekend.
   *[other] { $count } waarden zijn geen getal (NaN of oneindig) en zijn nu onbekend.
  }
read-notice-long-number = { $count ->
    [one] 1 geheel getal heeft meer cijfers dan een getal kan bewaren; het is nu tekst, met al zijn cijfers.
   *[other] { $count } gehele getallen hebben meer cijfers dan een getal kan bewaren; ze zijn nu tekst, met al hun cijfers.
  }
read-notice-beyond-number = { $value } is groter dan een getal kan zijn; het is nu tekst.
read-notice-half-character = Hier staat een half teken: een code die alleen samen met een tweede een teken is. Daarvoor staat nu �.
read-notice-mirror-differs = Heen en terug verschillen (relatie "{ $key }"); nu zijn het twee relaties met richting.
read-skip-duplicate-node = Een actor met id "{ $id }" is er al; deze tweede is overgeslagen.
read-skip-edge-without-end = Relatie zonder begin of eind; overgeslagen.
read-skip-edge-to-nobody = Relatie met { $id }, die niet in het bestand staat; overgeslagen.
read-skip-weight = Gewicht { $weight } kan niet: een gewicht is een getal van een biljoenste (1e-12) tot en met een biljoen (1e12). Relatie overgeslagen.
read-skip-no-weight = Het gewicht is leeg of geen getal (null, NaN of oneindig). Relatie overgeslagen.
read-skip-ambiguous-weight = Gewicht "{ $weight }" kan twee getallen zijn, met duizendtallen of met decimalen. Relatie overgeslagen; schrijf het in het bestand als getal, zonder aanhalingstekens.
read-skip-no-object = Hier stond { $found ->
    [text] tekst
    [number] een getal
    [flag] waar of onwaar
    [list] een lijst
    [nothing] een lege waarde (null)
   *[object] iets anders
  } in plaats van een object met velden; overgeslagen.

# Wat een ander formaat niet kan bevatten.
write-loss-board = Niet mee: het bord (maat, achtergrond, plaats van de vraag).
write-loss-notes = Niet mee: { $count ->
    [one] 1 notitie.
   *[other] { $count } notities.
  }
write-loss-words = Niet mee: naam en uiterlijk van { $count ->
    [one] 1 eigen begrip.
   *[other] { $count } eigen begrippen.
  }
write-loss-name-taken = Het eigen kenmerk "{ $name }" houdt zijn naam en waarden. Voorbeelden van D3 lezen daar de naam van een actor; die staat bij "label".
write-loss-group-taken = Het eigen kenmerk "{ $name }" houdt zijn naam en waarden. Voorbeelden van D3 lezen daar de sector van een actor; die staat bij "sector".
write-loss-value-taken = Het eigen kenmerk "{ $name }" houdt zijn naam en waarden. Voorbeelden van D3 lezen daar het gewicht van een relatie; dat staat bij "weight".
write-loss-fields = Niet mee: { $count ->
    [one] 1 veld van het bestand dat dit programma niet kent.
   *[other] { $count } velden van het bestand die dit programma niet kent.
  }

# Openen, bewaren en herstellen.
file-error-open = { $file } kan niet worden geopend.
file-error-save = { $file } is niet bewaard.
file-error-save-over = { $file } is niet bewaard; wat er stond, staat er nog.
file-error-backup = Van de vorige versie van { $file } kon geen reservekopie worden gemaakt.
file-error-recover = { $file } kan niet worden hersteld.
file-in-other-window = Dit werk staat al in een ander venster van dit programma; daar kun je verder.
file-error-discard = { $file } kan niet worden weggelegd.
file-reason-not-a-file = Het is een apparaat of een pijp en geen bestand. Kies een bestand.
file-reason-read-only = Het bestand is alleen-lezen. Kies een andere naam of maak het beschrijfbaar.
file-reason-special = Het is geen gewoon bestand, maar een apparaat of iets anders van het systeem. Kies een andere naam.
file-reason-device-name = Windows houdt die naam voor een apparaat (zoals CON, NUL of COM1). Kies een andere naam.
file-reason-character = Het teken { $character } kan in Windows niet in een naam staan. Kies een naam zonder dat teken.
file-reason-name-end = In Windows kan een naam niet eindigen met een punt of een spatie. Haal die weg.
file-reason-damaged-journal = Het begin is beschadigd, dus de rest kan niet worden begrepen.
file-reason-newer-journal = Het is gemaakt met een nieuwer programma. Werk het programma bij en herstel het dan; tot die tijd blijft het staan.
save-question-empty-over-filled = Het bord is leeg, maar in { $file } { $actors ->
    [one] staat 1 actor
   *[other] staan { $actors } actoren
  } en { $relations ->
    [one] 1 relatie
   *[other] { $relations } relaties
  }. Toch vervangen door een leeg bord?
save-question-empty-over-unreadable = Het bord is leeg, en wat er in { $file } staat kan dit programma niet lezen. Toch vervangen door een leeg bord?
save-question-taken = { $file } bestaat al. Vervangen door wat op dit bord staat? Wat er nu in staat, blijft als { $backup } bewaard.
save-question-changed = { $file } is ondertussen door iemand anders veranderd. Toch vervangen door wat op dit bord staat?
recovery-damage-lines = Het logboek is beschadigd vanaf regel { $line }. Alles daarvoor is terug; { $lost ->
    [one] 1 regel ontbreekt
   *[other] { $lost } regels ontbreken
  }.
recovery-damage-misfit = Wijziging { $edit } uit het logboek past niet op de vorige. Alles daarvoor is terug; { $lost ->
    [one] 1 wijziging ontbreekt
   *[other] { $lost } wijzigingen ontbreken
  }.
settings-set-aside = De instellingen waren onleesbaar en zijn weggelegd als { $file }. De gewone instellingen zijn gebruikt.
settings-unreadable = De instellingen kunnen niet worden gelezen ({ $reason }). De gewone instellingen zijn gebruikt.

## Why the system refused: as part of a sentence, and with what to do
system-not-found = er is geen bestand of map met die naam
    .sentence = Het bestand of de map bestaat niet (meer). Kijk of de schijf of netwerkmap is aangesloten.
system-denied = het systeem staat dat niet toe
    .sentence = Er is geen toestemming voor deze plaats. Kies een andere map.
system-full = de schijf is vol
    .sentence = De schijf is vol. Maak ruimte of kies een andere plaats.
system-too-large = zo'n groot bestand past niet op deze schijf
    .sentence = Zo'n groot bestand past niet op deze schijf. Kies een andere plaats.
system-read-only = op deze schijf kan niet worden geschreven
    .sentence = Op deze schijf kan niet worden geschreven. Kies een andere plaats.
system-folder = dat is een map
    .sentence = Het is geen bestand. Kies een bestand.
system-circle = de koppelingen verwijzen in een kring naar elkaar
    .sentence = De koppelingen verwijzen in een kring naar elkaar. Kies een andere naam.
system-no-folder = een deel van het pad is geen map
    .sentence = Een deel van het pad is geen map. Kies een andere plaats.
system-exists = er staat al iets met die naam
    .sentence = Er staat al iets met die naam. Kies een andere naam.
system-name = die naam kan hier niet
    .sentence = Die naam kan hier niet. Kies een kortere naam met gewone tekens.
system-busy = een ander programma gebruikt het
    .sentence = Een ander programma gebruikt het. Sluit het daar en probeer het opnieuw.
system-network = de netwerkmap is niet bereikbaar
    .sentence = De netwerkmap is niet bereikbaar. Kijk of de verbinding er nog is, of kies een andere plaats.
system-unsupported = deze plaats kan dat niet
    .sentence = Deze plaats kan dat niet: het is geen gewoon bestand, of een schijf met minder mogelijkheden. Kies een andere plaats.
system-damaged = de inhoud is beschadigd
    .sentence = De inhoud is beschadigd. Kijk of er een .bak naast staat.
system-broken-off = het werd halverwege afgebroken
    .sentence = Het werd halverwege afgebroken. Probeer het opnieuw.
system-memory = het geheugen is vol
    .sentence = Het geheugen is vol. Sluit andere programma's en probeer het opnieuw.
system-trouble = de schijf zelf geeft een fout
    .sentence = De schijf zelf geeft een fout. Kijk of die goed is aangesloten en kies voor de zekerheid een andere plaats.
system-too-many-open = er zijn te veel bestanden in gebruik
    .sentence = Er zijn te veel bestanden in gebruik. Sluit andere programma's en probeer het opnieuw.
system-unknown = het systeem weigert, zonder bekende reden
    .sentence = Het systeem weigert, zonder bekende reden. Probeer het opnieuw of kies een andere plaats.
read-notice-code = { $value } is geen code voor een naam, of staat al voor een ander: weggelaten.
