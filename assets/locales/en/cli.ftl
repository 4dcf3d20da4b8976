# The command line.
cli-about = Set up a constellation of actors and see who builds the bridges. Without a command the program opens its window.
cli-file = Constellation to open
cli-lang = Language of the messages (Dutch by default), and of the window for this time
cli-timing = Say on standard error how long it took until the first picture was there, and until the file was on the board
cli-grafisch = What draws the window: OpenGL (glow), or on Windows also DirectX 12 (dx12). Without this option what worked the last time, and when the one does not work, the other
cli-version = Show the version
cli-help = Show this help
cli-see-help = See --help.
cli-heading-usage = Usage
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-commands = Commands
cli-usage-options = OPTIONS
cli-usage-command = COMMAND
cli-value-file = FILE
cli-value-out = OUT
cli-value-name = NAME
cli-value-sheet = SHEET
cli-value-text = TEXT
cli-exit-codes = Exit code: 0 done, 1 input not read or output not written, 2 wrong arguments or no display, 3 read but something was skipped.
cli-error = Error
cli-argument-unknown = There is no argument { $argument }.
cli-argument-missing = An argument is missing: { $argument }.
cli-argument-value = The value '{ $value }' does not fit { $argument }.
cli-argument-value-known = The value '{ $value }' does not fit { $argument }; choose from { $known }.
cli-fits-scale = Give 1, 2, 3 or 4.
cli-fits-top = Give a whole number of 1 or more.
cli-fits-sample = Give a number from 0.001 to 0.5.
cli-no-file-name = "{ $file }" is no name of a file. Give a name that ends with { $names }.
cli-wrong-ending = The name { $file } says it is another kind of file than what goes into it; let it end with { $names }.
cli-argument-conflict = The argument { $argument } does not go together with another one.
cli-argument-other = These arguments cannot be understood.
cli-no-display = There is no display to show the window on ({ $reason }); without one, the commands { $commands } work, see --help.
cli-no-display-unset = DISPLAY and WAYLAND_DISPLAY are empty
cli-check = Reads a file and tells whether everything in it is right
cli-convert = Turns a network into another file format
cli-register = Makes a constellation of the register of statutory cooperation
cli-render = Draws the board as a picture
cli-svg = SVG file to write
cli-png = PNG file to write
cli-pdf = PDF file to write: one sheet, with text to search, and for who cannot see it
cli-size = Size: A4 to A0 (landscape), or width x height in pixels; else 1600x1000, and A4 for a PDF
cli-scale = As many times the pixels across and down in the PNG: 1 to 4; else 1
cli-transparent = Leave out of the PNG what lies under the board, for a slide
cli-too-many-pixels = A PNG of { $size } has too many pixels at this scale. Choose a smaller size or a smaller --scale.
cli-no-picture = The picture { $file } cannot be made. Choose a smaller size.
cli-letters = Letters in the SVG: text, to search and to change, or outlines, shapes that look the same everywhere; else text
cli-theme = Colours: light, dark, white (as light, on white) or contrast; else light
cli-measure = Measure that the pieces are larger by, such as betweenness; else they are all as large
cli-colour-by = What pieces are coloured by: sector, level, region, kind, domain, community or an attribute; else as the file says
cli-no-size = { $size } is no size of a picture; use A4, A3, A2, A1, A0, or width x height from 400 to 20000, as 1920x1080.
cli-nobody-on-board = In { $file } nobody stands on the board: there is nothing to draw.
cli-beside-board = { $count ->
    [one] { $count } actor stands
   *[other] { $count } actors stand
} beside the board and not on the picture.
cli-input = File to read
cli-output = File to write
cli-format = Format of the new file: { $names }; else its name tells
cli-no-format = The name { $file } does not tell the format; use .opstelling.json, .opstelling or .json, or give --format.
cli-report = Read { $read } = made { $made } + merged { $merged } + skipped { $skipped }.
cli-check-sound = { $file } is sound: { $actors ->
    [one] { $actors } actor
   *[other] { $actors } actors
}, { $relations ->
    [one] { $relations } relation
   *[other] { $relations } relations
}.
cli-check-unsound = { $file } opens, but { $count ->
    [one] { $count } part of it is not right
   *[other] { $count } parts of it are not right
}; see above.
cli-written = { $file } written: { $actors ->
    [one] { $actors } actor
   *[other] { $actors } actors
}, { $relations ->
    [one] { $relations } relation
   *[other] { $relations } relations
}.
cli-register-participants = Table of participations (gr_id, deelnemer, deelnemer_id, code, soort_deelnemer)
cli-register-arrangements = Table of arrangements (gr_id, regeling)
cli-register-municipalities = Table of municipalities (gemeentecode, gemeente)
cli-register-select = Table code,naam,regio: only these municipalities, with their region; without it the whole register
cli-register-title = Title of the constellation
cli-register-question = Question or task of the constellation
cli-register-date = Date of the facts, for instance 2026-05-16
cli-register-source = Source of the facts
cli-register-description = What else there is to know about the constellation
cli-exists = { $file } is there already and was not replaced. Choose another name or give --force; of a network a backup (.bak) then stays.
cli-same-file = { $file } was read or written by this command already, and was left as it was. Give what you have made a name of its own.
cli-force = Replace a file that is there already
cli-more-remarks = And { $count ->
    [one] 1 more remark
   *[other] { $count } more remarks
}.
cli-analyse = Computes the figures of a network, for scripts or to read
cli-spanners = Names candidates for bridge builder, with the reasons in sentences
cli-wished = Count wished relations as well
cli-ignore-direction = Do not look at the direction of relations
cli-json = Write JSON (default)
cli-csv = Write CSV with commas and decimal points
cli-table = Write a table to read
cli-measures = Only these measures, for instance degree,betweenness,edge_betweenness,ei
cli-dimension = Only these dimensions: sector, level, domain, region, organisation, or an attribute of the actors in the file
cli-top = Up to this place in the order; 10 by default
cli-cannot-analyse = { $file } cannot be analysed: { $reason }.
cli-measure-unknown = There is no measure { $measure }; there are { $known }.
cli-measure-none-here = The measure { $measure } has no meaning in this network, or was not computed. Without --measures you see which measures it has.
cli-measure-not-here = The measure { $measure } has no meaning in this network or was not computed; this network has { $known }.
cli-no-measure-of-actors = There is no measure { $name } of actors; there are { $known }.
cli-no-colour = Pieces cannot be coloured by { $name }; they can by { $known }.
cli-dimension-unknown = In the dimension { $dimension } no actor belongs to a group; actors do in { $known }.
cli-dimension-same = The dimension { $dimension } is the same as another one asked for, and is not there twice.
cli-dimension-none = In the dimension { $dimension } no actor belongs to a group. No dimension has groups here: give actors a sector, scale level, domain or region.
cli-dimension-one-group = In the dimension { $dimension } there is only one group, { $group }: measures about two groups are undefined.
cli-no-display-unreachable = the display in DISPLAY or WAYLAND_DISPLAY does not answer
cli-no-window = The window cannot be opened. Update the graphics drivers, or install libgl1-mesa-dri. What went wrong is in { $log }. Without a window the commands { $commands } work.
cli-no-graphics = The window cannot be drawn: OpenGL does not work here, and neither does DirectX 12. Update the drivers of the graphics card, or ask the help desk. What went wrong is in { $log }. Without a window the commands { $commands } work.
cli-no-window-windows = The window cannot be opened. Start the program again; if that does not help, ask the help desk. What went wrong is in { $log }.
cli-no-log = no log: there is no folder for one
cli-no-other-program = { $program } beside this program cannot be started: { $reason }. Install the program again.
cli-quick = Leave out what takes many more computations: stability without assumed relations, tests against chance, missing links
cli-unverified-too-large = Stability without assumed relations was not computed: the network is too large for it.
cli-unverified-fewer = Stability without assumed relations was computed over { $networks } networks instead of 1,000, as the network is large.
cli-new-relations-too-large = New relations were not computed: the network is too large for it.
cli-csv-sheet = Write CSV with commas and decimal points, about { $names }; actors by default, for example --csv=relations
cli-cannot-print = The output cannot be written: { $reason }.
cli-sheet-without-measures = The sheet { $sheet } has nothing of { $measures }: those measures are of something else. Choose another sheet with --csv, or leave --csv out.
cli-compare-placeless = No places by { $measures }: these values are a name, are not computed in a comparison, or one of the two networks has none.
cli-measure-not-of-actors = The measure { $measure } is not one of actors, and places are of actors; there are { $known }.
cli-progress = At work on { $file }.
cli-progress-paths = At work on { $file }: { $percent }% of the shortest paths.
cli-progress-reading = Reading { $file }.
cli-progress-writing = Writing { $file }.
cli-note = Writes a note of a constellation
cli-pseudonyms = Codes in place of names: persons (people, and who is of no kind) or all (everybody); who has which code is written with --key only
cli-key = File for the key (who has which code), beside the other file; it is never in what you make
cli-note-out = Note to write; its name ends with { $names }
cli-note-without = Parts that do not go into the note: { $parts }
cli-note-no-format = The name { $file } does not say what kind of note it will be; let it end with { $names }.
cli-note-no-part = A note has no part { $part }; it has { $parts }.
cli-render-without = What is not on the picture: question, legend, footer (with date, place, source and numbers)
cli-select = These actors alone, by their id in the file, and the relations between them
cli-select-nobody = --select does not say who is on it; give ids of actors with commas between them.
cli-option-of-one-kind = --{ $option } is for --{ $kind } only; ask for --{ $kind } too or leave out --{ $option }.
cli-note-nothing-left = Without all these parts there is nothing in the note; leave at least one in.
cli-no-such-actor = The file has no actor with id { $id }.
cli-taken-back = { $file } is taken away again: the key that goes with it is not there.
