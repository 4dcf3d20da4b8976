# Texts about files: reading, saving, recovering.

format-native = Netwerkopstelling
format-networkx = JSON for NetworkX
format-d3 = JSON for D3

# Why a file cannot be read, and what to do.
file-place-whole = the file
file-place-line = line { $line }
read-error-empty = The file is empty.
read-error-too-large = The file is { $mib } MiB; more than { $limit } MiB is not read.
read-error-not-utf8 = Line { $line }, column { $column } is not UTF-8 text.
read-error-utf16 = The file was saved as UTF-16 ("Unicode"), not as UTF-8.
read-error-syntax = The JSON is not right at line { $line }, column { $column }.
read-error-truncated = The file stops half-way, at line { $line }, column { $column }.
read-error-not-a-number = On line { $line }, column { $column } stands { $value }: no number that JSON knows (not a number, infinite or too large).
read-error-too-deep = The file is nested too deeply to be a network.
read-error-wrong-shape = The file is JSON, but does not have the shape of a network.
read-error-wrong-shape-line = At line { $line }, column { $column } the JSON has not the shape of a network.
read-error-wrong-shape-path = At "{ $path }" there should be a list.
read-error-too-many = There are { $found } in "{ $path }"; more than { $limit } are not read.
read-error-too-much = There is more in "{ $path }" than fits in the memory that a file may ask for.
read-error-too-much-beside = Beside the actors and relations there is more in it than fits in the memory that a file may ask for.
read-error-not-a-network = There is no network in this file: a list "nodes" with "edges" or "links" is missing.
read-error-bad-version = "version" should be a whole number from 1.
read-error-newer-version = This file was made by a newer program (file version { $found }; this program knows { $known }).
read-hint-backup = See whether there is a backup (.bak) beside it and open that.
read-hint-too-large = If there is a large background picture in it, take that out; otherwise split the network.
read-hint-too-many = Split the network over several files.
read-hint-utf8 = Save the file again as UTF-8 and try once more.
read-hint-utf16 = Open it in a text editor, choose Save as with encoding UTF-8, and try once more.
read-hint-repair = Repair that place in a text editor, or open the backup (.bak).
read-hint-not-a-number = Put null or an ordinary number there.
read-hint-too-deep = Check whether this is the right file.
read-hint-not-a-network = Check whether this is the right file.
read-hint-bad-version = Put "version": 1 there.
read-hint-newer-version = Update the program and open the file again.

# What became of a file. { $found } is the kind of value that stood there.
read-notice-newer-minor = Made by a slightly newer program (version { $found }; this program knows { $known }). What this program does not know is kept.
read-notice-wrong-kind = What stood here ({ $found ->
    [text] text
    [number] a number
    [flag] true or false
    [list] a list
    [nothing] an empty value
   *[object] an object
  }) does not fit; left out.
read-notice-language = The language "{ $found }" is not known; Dutch assumed.
read-notice-node-id = Actor without id; was given { $id }.
read-notice-half-place = Only x or only y given; the actor stands beside the board and the number is kept as "{ $name }".
read-notice-unknown-field = Unknown field; left out.
read-notice-no-organisation = Belongs to "{ $id }", but that is no other actor in the file; kept as "{ $name }".
read-notice-without-weight = Relation without weight; was given weight 1.
read-notice-without-key = Relation without a key of its own; was given { $fresh }.
read-notice-duplicate-key = Key "{ $key }" occurs more than once; this relation was given { $fresh }.
read-notice-note-about-nothing = The note is about "{ $id }", which is not in the file; now it is about the whole.
read-notice-agreement-names-nobody = The agreement names "{ $id }", which is not in the file; it stays in it by that name.
read-notice-board-size = The size of the board must be above 0; the usual size is used.
read-skip-picture = The background picture is damaged; left out.
read-notice-word-without-id = Word without id; left out.
read-notice-duplicate-word = The word "{ $id }" occurs more than once; the first counts.
read-notice-new-word = "{ $id }" was used but was not among the words; added.
read-notice-colour = "{ $found }" is not a colour; grey is used.
read-notice-own-colour = "{ $found }" is not a colour; left out.
read-notice-scaled = The places had another measure and were made to fit the board.
read-notice-attribute-misfit = The value { $value } of { $owner } does not fit the attribute "{ $attribute }" and is kept as "{ $name }".
read-notice-attribute-taken = "{ $key }" is the name of a field of our own and cannot be an attribute.
read-notice-kept = { $found ->
    [list] A list does not fit here
    [object] An object does not fit here
   *[other] { $value } does not fit here
  }; kept as "{ $name }".
read-notice-kept-top = This field means something else here; kept as "{ $name }".
read-notice-directed = { $found } does not say whether relations have a direction; read without direction.
read-notice-direction = { $found } is no direction; read as the rest of the file, and the value is kept.
read-notice-positions = Ends of relations are no ids but places in the list of actors; read as such.
read-notice-empty-id = The id is an empty text; this actor got { $fresh }.
read-notice-id-of-two-kinds = The id { $id } is there as a number and as text; this actor got { $fresh }.
read-notice-several-lists = There are { $count } lists of this name; all of them were read.
read-notice-repeated-field = This field is there more than once; the last one counts.
read-notice-same-list = The same list as "edges"; read once.
read-notice-both-lists = There is a list "edges" as well; both were read.
read-notice-no-edges = There is no list "edges" or "links"; read without relations.
read-notice-not-a-number = { $count ->
    [one] 1 value is no number (NaN or infinite) and is now unknown.
   *[other] { $count } values are no number (NaN or infinite) and are now unknown.
  }
read-notice-long-number = { $count ->
    [one] 1 whole number has more digits than a number can keep; it is text now, with all its digits.
   *[other] { $count } whole numbers have more digits than a number can keep; they are text now, with all their digits.
  }
read-notice-beyond-number = { $value } is larger than a number can be; it is now text.
read-notice-half-character = Half a character stands here: a code that is a character only with a second one. It is now �.
read-notice-mirror-differs = There and back differ (relation "{ $key }"); they are two directed relations now.
read-skip-duplicate-node = There already is an actor with id "{ $id }"; this second one is skipped.
read-skip-edge-without-end = Relation without source or target; skipped.
read-skip-edge-to-nobody = Relation with { $id }, who is not in the file; skipped.
read-skip-weight = Weight { $weight } is not possible: a weight is a number from 1e-12 to 1e12. Relation skipped.
read-skip-no-weight = The weight is empty or no number (null, NaN or infinite). Relation skipped.
read-skip-ambiguous-weight = Weight "{ $weight }" can be two numbers, with thousands or with decimals. Relation skipped; write it in the file as a number, without quotes.
read-skip-no-object = { $found ->
    [text] Text
    [number] A number
    [flag] True or false
    [list] A list
    [nothing] An empty value (null)
   *[object] Something else
  } stood here instead of an object with fields; skipped.

# What another format cannot hold.
write-loss-board = Left out: the board (size, background, place of the question).
write-loss-notes = Left out: { $count ->
    [one] 1 note.
   *[other] { $count } notes.
  }
write-loss-words = Left out: name and looks of { $count ->
    [one] 1 word of your own.
   *[other] { $count } words of your own.
  }
write-loss-name-taken = Your own attribute "{ $name }" keeps its name and values. Examples of D3 read the name of an actor there; it stands under "label".
write-loss-group-taken = Your own attribute "{ $name }" keeps its name and values. Examples of D3 read the sector of an actor there; it stands under "sector".
write-loss-value-taken = Your own attribute "{ $name }" keeps its name and values. Examples of D3 read the weight of a relation there; it stands under "weight".
write-loss-fields = Left out: { $count ->
    [one] 1 field of the file that this program does not know.
   *[other] { $count } fields of the file that this program does not know.
  }

# Opening, saving and recovering.
file-error-open = { $file } cannot be opened.
file-error-save = { $file } was not saved.
file-error-save-over = { $file } was not saved; what was there is still there.
file-error-backup = The version of { $file } before this one could not be kept as a backup.
file-error-recover = { $file } cannot be recovered.
file-in-other-window = This work is in another window of this program already; you can go on there.
file-error-discard = { $file } cannot be put away.
file-reason-not-a-file = It is a device or a pipe and not a file. Choose a file.
file-reason-read-only = The file is read-only. Choose another name or make it writable.
file-reason-special = It is no ordinary file, but a device or something else of the system. Choose another name.
file-reason-device-name = Windows takes that name for a device (such as CON, NUL or COM1). Choose another name.
file-reason-character = The character { $character } cannot be in a name on Windows. Choose a name without it.
file-reason-name-end = On Windows a name cannot end in a dot or a space. Take it off.
file-reason-damaged-journal = Its beginning is damaged, so the rest cannot be understood.
file-reason-newer-journal = It was made by a newer program. Update the program and recover it then; it stays where it is until then.
save-question-empty-over-filled = The board is empty, but { $file } holds { $actors ->
    [one] 1 actor
   *[other] { $actors } actors
  } and { $relations ->
    [one] 1 relation
   *[other] { $relations } relations
  }. Replace it by an empty board all the same?
save-question-empty-over-unreadable = The board is empty, and this program cannot read what is in { $file }. Replace it by an empty board all the same?
save-question-taken = { $file } exists already. Replace it by what is on this board? What is in it now stays as { $backup }.
save-question-changed = Somebody else has changed { $file } in the meantime. Replace it by what is on this board all the same?
recovery-damage-lines = The journal is damaged from line { $line }. Everything before that is back; { $lost ->
    [one] 1 line is missing
   *[other] { $lost } lines are missing
  }.
recovery-damage-misfit = Edit { $edit } of the journal does not fit the one before it. Everything before that is back; { $lost ->
    [one] 1 edit is missing
   *[other] { $lost } edits are missing
  }.
settings-set-aside = The settings could not be read and were put away as { $file }. The usual settings are used.
settings-unreadable = The settings cannot be read ({ $reason }). The usual settings are used.

## Why the system refused: as part of a sentence, and with what to do
system-not-found = there is no file or folder of that name
    .sentence = The file or folder does not exist (any more). See whether the disk or network folder is connected.
system-denied = the system does not allow it
    .sentence = There is no permission for this place. Choose another folder.
system-full = the disk is full
    .sentence = The disk is full. Make room or choose another place.
system-too-large = this disk cannot hold so large a file
    .sentence = This disk cannot hold so large a file. Choose another place.
system-read-only = this disk cannot be written
    .sentence = This disk cannot be written. Choose another place.
system-folder = that is a folder
    .sentence = It is not a file. Choose a file.
system-circle = the links lead to each other in a circle
    .sentence = The links lead to each other in a circle. Choose another name.
system-no-folder = part of the path is no folder
    .sentence = Part of the path is no folder. Choose another place.
system-exists = there already is something of that name
    .sentence = There already is something of that name. Choose another name.
system-name = that name is not possible here
    .sentence = That name is not possible here. Choose a shorter one of ordinary characters.
system-busy = another program is using it
    .sentence = Another program is using it. Close it there and try again.
system-network = the network folder cannot be reached
    .sentence = The network folder cannot be reached. See whether the connection is still there, or choose another place.
system-unsupported = this place is not able to do that
    .sentence = This place is not able to do that: it is no ordinary file, or a disk that can do less. Choose another one.
system-damaged = what is in it is damaged
    .sentence = What is in it is damaged. See whether there is a .bak beside it.
system-broken-off = it stopped half-way
    .sentence = It stopped half-way. Try again.
system-memory = there is no memory left
    .sentence = There is no memory left. Close other programs and try again.
system-trouble = something is wrong with the disk itself
    .sentence = Something is wrong with the disk itself. See whether it is well connected, and choose another place to be sure.
system-too-many-open = too many files are open
    .sentence = Too many files are open. Close other programs and try again.
system-unknown = the system refuses for no known reason
    .sentence = The system refuses for no known reason. Try again or choose another place.
read-notice-code = { $value } is no code for a name, or stands for somebody else already: left out.
