# The frame around the board: menus, tools, status, start screen, questions.

# Menus
app-name = Netwerkopstelling
untitled = Untitled constellation
menu-file = File
menu-edit = Edit
menu-view = View
menu-analysis = Analysis
menu-help = Help
menu-board = On the board

# Commands
command-new = New constellation
command-open = Open…
command-start-screen = Start screen
command-back-to-board = Back to the board
command-save = Save
command-save-as = Save as…
command-properties = About this constellation…
command-settings = Settings…
settings-title = Settings
command-quit = Quit
command-undo = Undo
command-undo-step = Undo: { $step }
command-redo = Redo
command-redo-step = Redo: { $step }
command-cut = Cut
command-copy = Copy
command-paste = Paste
command-duplicate = Duplicate
command-delete = Delete
command-select-all = Select all
command-select-none = Select nothing
command-select-neighbours = Add neighbours to selection
command-find-actor = Find actor…
command-arrange = Arrange
command-arrange-hint = Places the chosen actors, or all of them, so that you see who belong together. In rings and fields everybody stays where they are.
command-align-left = Align left
command-align-centre-x = Align centres horizontally
command-align-right = Align right
command-align-top = Align top
command-align-centre-y = Align centres vertically
command-align-bottom = Align bottom
command-distribute-horizontally = Distribute horizontally
command-distribute-vertically = Distribute vertically
command-edit-vocabulary = Kinds, sectors and levels…
command-zoom-to-fit = Zoom to fit
command-zoom-to-selection = Zoom to selection
command-zoom-in = Zoom in
command-zoom-out = Zoom out
command-interface-larger = Larger interface
command-interface-smaller = Smaller interface
command-interface-normal = Normal size
command-hall-mode = Hall mode
command-toggle-left-panel = Show left panel
command-toggle-right-panel = Show right panel
command-toggle-table = Show table
command-toggle-legend = Show legend
command-show-all = Show all
command-clear-highlight = Clear highlight
command-show-spanners = Bridge builders
command-show-centrality = Centrality
command-show-cohesion = Groups and cohesion
command-copy-figures = Copy figures
command-shortcuts = Keys and gestures
command-palette = Find a command…
palette-title = Find a command
command-about = About this program
command-add-actor = Add actor
command-start-relation = Start a relation
command-rename = Rename
command-reverse-relation = Reverse relation
command-make-mutual = Make mutual
command-next-kind = Next kind of relation
command-toggle-verified = Verified or assumed
command-take-towers = Build towers
command-to-tray = Take off the board
command-place-issue = Put the issue on the board or take it off

# Steps, after "Ongedaan maken:"
step-add-actor = add actor
step-add-actors = add actors
step-edit-actor = change actor
step-rename-actor = rename
step-move-actors = move
step-to-tray = take off the board
step-add-relation = add relation
step-edit-relation = change relation
step-reverse-relation = reverse relation
step-set-kind = change kind of relation
step-set-weight = change weight
step-delete = delete
step-paste = paste
step-cut = cut
step-duplicate = duplicate
step-align = align
step-distribute = distribute
step-layout = arrange
step-edit-info = change details of the constellation
step-edit-board = change board
step-edit-vocabulary = change vocabulary
step-edit-attribute = fill in attribute
step-define-attribute = define attribute
step-remove-attribute = remove attribute
step-add-note = add note
step-edit-note = change note
step-delete-note = delete note
step-add-agreement = add agreement
step-edit-agreement = change agreement
step-tick-agreement = tick off agreement
step-delete-agreement = delete agreement
step-import = import

# Tools
tool-select = Select
tool-select-hint = Click to select, drag to move, double-click the board for a new actor.
tool-actor = Actor
tool-actor-hint = Click the board to put down an actor.
tool-relate = Relation
tool-relate-hint = Click one actor and then another. Or drag from the rim of one actor to another.
tool-towers = Towers
tool-towers-hint = Click an actor for a disc more, with Shift for one fewer. A digit sets the height, H the stance, T the tempo; Backspace: not yet given.
tool-towers-keys = 0-9 height, H stance, T tempo
towers-short = { $discs ->
    [one] 1 disc
   *[other] { $discs } discs
}, { $not_given } without; +{ $for } −{ $against } ○{ $neutral }
towers-together = { $discs ->
    [one] 1 disc
   *[other] { $discs } discs
}, { $not_given } not yet given; + { $for } for, − { $against } against, ○ { $neutral } neutral
tool-actor-kind = Kind of the next actor
tool-relation-kind = Kind of the next relation
tool-weight = Weight of the next relation
tool-weight-short = Weight
kind-none = No kind
panel-tray = Actors and tray
panel-filters = Filters
panel-table = Table
panel-selection = Selection
panel-spanners = Bridge builders
panel-centrality = Centrality
key-shift = Shift
key-delete = Delete
key-backspace = Backspace

# Status line
status-actors = { $count -> 
    [one] 1 actor
   *[other] { $count } actors
 }
status-relations = { $count -> 
    [one] 1 relation
   *[other] { $count } relations
 }
count-selected = { $count } selected
hidden-show-all = { $relations ->
    [0] { $actors ->
        [one] 1 actor
       *[other] { $actors } actors
    }
   *[other] { $actors ->
        [0] {""}
        [one] 1 actor and{" "}
       *[other] { $actors } actors and{" "}
    }{ $relations ->
        [one] 1 relation
       *[other] { $relations } relations
    }
} hidden, show all
highlight-clear = Clear highlight (Esc)
state-unsaved = Not saved
state-saved = Saved
zoom-percent = { $percent }%
notice-dismiss = Dismiss notice
notice-journal-failed = What you do is not being recorded for recovery: { $reason }. Save your work: otherwise it is lost when something fails.
notice-journal-back = Recording for recovery works again. All that is on the board is recorded.
journal-reason-gone = the journal or its folder was taken away
journal-reason-nowhere = this system has no folder for journals

# Refused edits
edit-bad-weight = A weight is a number from 1e-12 to 1e12.
edit-empty-word = Give a name first.
edit-word-in-use = ‘{ $word }’ is still in use or does not exist. Choose a replacement first.
edit-nothing-to-do = There is nothing to do this with. Select actors or relations first.
edit-no-such-actor = This actor is no longer there. Choose another.
edit-no-such-relation = This relation is no longer there. Choose another.
edit-no-such-note = This note is no longer there.
edit-no-such-agreement = This agreement is no longer there.
edit-actor-in-use = This actor still has relations, members, notes or agreements. Remove those first.
edit-relation-in-use = This relation still has notes or agreements. Remove those first.
edit-missing-end = One of the two actors of this relation is no longer there. Choose another.
edit-bad-number = One of the numbers is too large or not a number. Give another number.
edit-misfit = { $value } does not fit the attribute ‘{ $attribute }’. Choose another type first, or fill in something else.
edit-no-such-attribute = The attribute ‘{ $key }’ does not exist any more.
edit-bad-key = The key ‘{ $key }’ is empty or already taken. Choose another.
edit-bad-id = Number { $id } was not given out in this constellation. Nothing was changed.

# Start screen
start-lead = Put a network on the board and see who builds the bridges.
start-new = New constellation
start-open = Open a file…
start-drop = Or drop a file on this window.
start-recover = Unsaved work found
start-recover-lead = The program stopped unexpectedly last time. Nothing is gone.
start-recover-do = Recover
start-recover-discard = Throw away
start-recover-newer = Work of { $time }, made with a newer program. Only that program can bring it back; it stays here until then.
start-recover-item = { $title }, { $time }: { $actors ->
    [one] 1 actor
   *[other] { $actors } actors
 }, { $relations ->
    [one] 1 relation
   *[other] { $relations } relations
 }, { $edits ->
    [one] 1 edit
   *[other] { $edits } edits
 }
start-samples = Samples
start-recent = Recent
start-no-recent = No files opened yet.
start-forget-file = Remove { $name } from this list

# Settings
settings-language = Language
settings-theme = Colours
theme-system = As the system
theme-light = Light
theme-dark = Dark
theme-high-contrast = High contrast
settings-zoom = Size of everything

# About
about-version = Version { $version }
about-what = For those who want to see, discuss and compute cooperation in networks.
about-offline = Everything stays on this computer: nothing is sent out.
about-licence = Free software: MIT or Apache-2.0. Typeface: Inter (OFL). Icons: Phosphor (MIT).

# Palette, keys
palette-hint = Type a few letters of a command
palette-nothing = No command found.
shortcuts-gestures = Gestures on the board
gesture-1-do = Double-click the board
gesture-1-means = new actor, with its name in edit
gesture-2-do = Drag from rim to actor
gesture-2-means = relation of the active kind
gesture-3-do = Drag an actor
gesture-3-means = move it, with all that is selected
gesture-4-do = Drag on the empty board
gesture-4-means = select with a box
gesture-5-do = Shift and click
gesture-5-means = add to or take from the selection
gesture-6-do = Space or middle button and drag
gesture-6-means = pan the board
gesture-7-do = Wheel or pinch
gesture-7-means = zoom at the pointer
gesture-8-do = 0 to 9
gesture-8-means = weight of the relation (from 1), or influence of selected actors
gesture-9-do = Tab key
gesture-9-means = to the next actor on the board
gesture-10-do = Arrow keys
gesture-10-means = move the selected actors
gesture-11-do = Escape
gesture-11-means = back, step by step: gesture or list, window, field, highlight, selection
gesture-12-do = Right mouse button
gesture-12-means = menu of the actor, the relation or the board
gesture-13-do = Click an actor, with Towers
gesture-13-means = a disc more; with Shift a disc fewer
gesture-14-do = H, T, Backspace, with Towers
gesture-14-means = stance; tempo; influence not yet given

# Path field
path-open-title = Open a file
path-picture-title = Choose a picture
path-save-title = Save as
path-figures = A name in .csv gives a row per actor, a name in .json all figures: also of relations, of dimensions and of how sure candidates are.
path-export-title = Take along: save as
path-open-do = Open this file
path-save-do = Save here
path-why = This system offers no file dialog. So type where the file is.
path-label = Path
path-written-as = The file will be { $file }.

# Files and questions
notice-saved = Saved as { $name }.
notice-arranged-newcomers = Nobody had a place in this file. All { $count } actors were put on the board and arranged. ‘Undo’ takes them back to the edge of the table.
notice-arranged-already = Everything is arranged already.
notice-exported = Exported to { $name }.
notice-recovered = Recovered: { $edits ->
    [0] no edits
    [one] 1 edit
   *[other] { $edits } edits
  }. Save the work to keep it.
notice-recovered-draft = What was being typed or dragged at that moment is back too, as the last step: undo takes it away.
notice-failed = Something went wrong in the program itself. Your work is still here. Save it and try again.
notice-analysis-failed = The analysis stopped by a fault in the program. The constellation itself is fine; after a change it is computed again.
notice-not-compared = { $name } cannot be compared: { $reason }.
question-unsaved-title = Save first?
question-unsaved-text = ‘{ $title }’ has changes that are not saved yet.
answer-save = Save
answer-discard = Do not save
answer-cancel = Back to the board
answer-overwrite = Replace anyway
busy-arranging = Arranging…
analysing-stop = Stop computing
arranging-stop = Stop arranging
busy-opening = Opening
busy-saving = Saving
busy-analysing = Computing
filter-opstelling = Constellations
filter-pictures = Pictures
filter-json = JSON files
filter-figures-csv = CSV: a row per actor
filter-figures-json = JSON: all figures
question-replace-title = Replace it anyway?
notice-read-remarks = Everything was taken over. Good to know:
notice-read-report = Not everything could be taken over as it was: { $read } read, { $made } made, { $merged } merged, { $skipped } skipped.
picture-unreadable = The picture { $name } cannot be read. Check whether the file is still there.
picture-too-large = The picture { $name } is larger than 8 MB. Make it smaller first.
picture-too-many-pixels = The picture { $name } is wider or taller than 4096 pixels. Make it smaller first.
picture-not-a-picture = { $name } is no PNG or JPEG picture. Choose another file.
picture-in-file-too-large = The picture { $name } under the board is wider or taller than { $side } pixels and is not drawn. It stays in the file; choose a smaller one in the properties.
picture-in-file-unreadable = The picture { $name } under the board cannot be read and is not drawn. Choose another one in the properties.
language-nl = Dutch
language-en = English

# Work of before, thrown away and taken back
state-in-no-file = In no file yet
notice-recovered-file-changed = Note: { $file } has changed since this work began. Saving asks first which version stays.
notice-left-behind = There is unsaved work left of { $count ->
    [one] another constellation
   *[other] { $count } other constellations
 }.
notice-left-behind-go = To the start screen
start-discarded = Thrown away recently ({ $count })
start-discarded-lead = What was thrown away can be taken back for 30 days. After that it is gone.
start-discarded-do = Take back
start-discarded-item = { $title }, thrown away { $time }: { $actors ->
    [one] 1 actor
   *[other] { $actors } actors
 }, { $relations ->
    [one] 1 relation
   *[other] { $relations } relations
 }
settings-kept = Kept on this computer
settings-kept-nothing = Nothing: this system has no folder for settings and journals.
settings-kept-settings = Settings and the list of recent files, in { $folder }.
settings-kept-journals = Journals of constellations that are open or not saved yet, in { $folder }.
settings-kept-logs = What the program reports of its last 20 runs, without names from constellations, for 30 days at most, in { $folder }.
settings-kept-discarded = Work thrown away in the last 30 days: { $count ->
    [one] 1 constellation
   *[other] { $count } constellations
 }, { $kilobytes } kB.
settings-kept-remove = Remove thrown-away work now
question-arrived-text = While ‘{ $name }’ was being opened, ‘{ $title }’ changed. Those changes are not saved yet.
question-export-text = { $file } exists already. Replace it by what is being exported now?
question-offer-title = Later work found
question-offer-text = The program stopped unexpectedly while this file was open. There is work of { $time } that the file does not have: { $actors ->
    [one] 1 actor
   *[other] { $actors } actors
 }, { $relations ->
    [one] 1 relation
   *[other] { $relations } relations
 }. Recover it?
question-discard-title = Throw away?
question-discard-text = ‘{ $title }’ of { $time } ({ $actors ->
    [one] 1 actor
   *[other] { $actors } actors
 }, { $relations ->
    [one] 1 relation
   *[other] { $relations } relations
 }) was not saved. For 30 days it can still be taken back, at the end of the start screen.
question-remove-title = Remove for good?
question-remove-text = { $count ->
    [one] 1 constellation that was thrown away disappears
   *[other] { $count } constellations that were thrown away disappear
 } from this computer for good. This cannot be undone.
answer-recover = Recover
answer-not-now = Not now
answer-throw-away = Throw away
answer-keep = Keep
answer-remove = Remove for good

# Take along: picture, note and data
command-take-along = Take along…
command-print = Print…
take-title = Take along
take-sort = What you take along
take-picture = Picture
take-note = Note
take-data = Data
take-kind = File
take-kind-png = PNG
take-kind-png-hint = PNG: for a slide, a message or a document
take-kind-svg = SVG
take-kind-svg-hint = SVG: to edit or for a web page, sharp at any size
take-kind-pdf = PDF
take-kind-pdf-hint = PDF: for paper, from A4 to A0
take-scope = What
take-scope-board = Whole board
take-scope-selection = Selection
take-scope-in-sight = What is in sight
take-size = Size
take-size-pixels = { $wide } × { $high }
take-size-slide = Slide 16:9 ({ $wide } × { $high })
take-size-sheet = { $name }, lying
take-scale = Sharpness
take-scale-times = { $count }×
take-scale-times-hint = { $count } times as many pixels across and down
take-transparent = Transparent, with nothing under it
take-theme = Colours
take-theme-light = Light
take-theme-dark = Dark
take-theme-white = White
take-theme-contrast = High contrast
take-with = With
take-with-question = Question
take-with-legend = Legend
take-with-footer = Footer
take-with-footer-hint = Date, place, source, and over how many actors and relations it is
take-preview = Preview of the picture: { $said }
take-preview-under-way = The preview is being made…
take-png-pixels = PNG of { $wide } × { $high } pixels
take-hidden = { $hidden }; the picture says so.
take-save = Save as { $kind }…
take-copy = Copy as a picture
take-print = Print…
take-data-network = Network for NetworkX or D3 (JSON)
take-data-network-hint = Actors and relations with all their attributes. What this format cannot hold, the program says after saving.
take-data-actor-figures = Figures per actor (CSV)
take-data-actor-figures-hint = A row per actor, for a spreadsheet.
take-data-all-figures = All figures (JSON)
take-data-all-figures-hint = Also of relations, of divisions and of how sure candidates are, with the filters and sliders of now.
take-save-data = Save…
exporting-stop = Stop saving
busy-exporting = Taking along…
notice-export-stopped = Stopped: nothing was written.
notice-not-exported = { $name } was not written. { $reason }
filter-png = PNG pictures
filter-svg = SVG pictures
filter-pdf = PDF files
settings-kept-prints = What was printed last, for a day at most, in { $folder }.
take-note-lead = What a colleague needs who was not there, with the board and the figures.
take-note-parts = What is in it
take-note-hidden = { $hidden }; the note says what was left out.
note-kind-html = HTML
note-kind-html-hint = HTML: one page for the browser, with the picture inside
note-kind-md = Markdown
note-kind-md-hint = Markdown: plain text with tables
note-kind-odt = ODT
note-kind-odt-hint = ODT: for LibreOffice, to go on editing
note-kind-docx = DOCX
note-kind-docx-hint = DOCX: for Word, to go on editing
note-kind-pdf = PDF
note-kind-pdf-hint = PDF: to read and to print
notice-no-clipboard = The clipboard of your system does not take the picture. Save it as a file, or try again.
notice-picture-copied = The picture is on the clipboard.
notice-printed = The PDF is open, to be printed.
notice-printed-unseen = No program was found that shows a PDF. The PDF is in { $file }.
filter-note = Notes
take-data-hidden = { $hidden }; they do not count in the figures.
take-stop = Stop
take-letters = Letters as shapes
take-letters-hint = The same everywhere, also where this font is missing; the text can then no longer be edited
app-start-first-frame = The first picture is there { $after } ms after the start: the program began after { $loading } ms, the window was there after { $window } ms.
app-start-file-shown = The file is on the board { $after } ms after the start.
