# Findings about grid cells, lists of area units, crosswalks from tables, and downloads.

finding-grid-cell-system = “{ $key }” names another reference system than EPSG:3035.
    .suggestion = Cells of the European grid are expected, such as CRS3035RES1000mN2917000E4148000.
finding-grid-cell-unreadable = “{ $key }” is no grid cell.
    .suggestion = Please look at the source. A cell is written CRS3035RES1000mN2917000E4148000 or 1kmN2917E4148.
finding-grid-cell-width = “{ $key }” has a width that the official grid does not have.
    .suggestion = There are 100 m, 1 km and 10 km. Please look at the source.
finding-grid-cell-corner = The corner of “{ $key }” does not lie on the grid.
    .suggestion = North and east must be multiples of the width. Probably a digit is missing or the number was rounded.
finding-grid-cell-twice = The cell { $key } stands twice in the file, in lines { $first } and { $second }.
    .suggestion = Please delete one of the two lines. Probably two extracts were joined.
finding-grid-cell-mixed-width = “{ $key }” is { $width } m wide, the other cells of the file { $usual } m.
    .suggestion = Please bring each width as a file of its own; otherwise people would count twice.
finding-grid-centre-mismatch = The centre { $text } does not fit the cell { $key }; there it would be { $expected }.
    .suggestion = Please check whether columns are swapped or lines have slipped.
finding-grid-outside-city = None of the { $count } cells lies in “{ $version }”.
    .suggestion = Please check whether the extract belongs to this municipality, or bring the file of the whole country.
finding-grid-brought = Cells of { $width } m in the city: { $count }; outside: { $outside }.
    .suggestion =
        { $method ->
            [centre] Each cell belongs wholly to the area in which its centre lies. At borders this is not exact.
           *[area-share] Each cell is split over the areas by its surface, as if people lived in it evenly.
        }
finding-grid-band = { $name } in the whole city: { $estimate }, likely between { $low } and { $high }.
    .suggestion = “Likely” means in nine of ten cases. The number is surely between { $least } and { $most }. Both hold if each cell was changed by at most { $noise } and each unpublished cell ({ $unpublished }) holds 0 to { $hidden }; the offices do not tell these numbers, they are assumed.
finding-grid-unit-without-cell = Areas without a single cell: { $count }. { $areas }
    .suggestion = They are kept as “not delivered”, not as zero. If an area is only too small for these cells, splitting by surface helps, or a file with cells of 100 m.
finding-grid-few-cells = Areas with fewer than four cells: { $count }. { $areas }
    .suggestion = Here the border decides how many people are counted. Cells of 100 m are more exact.
finding-grid-not-brought = These columns cannot be brought to areas: { $names }.
    .suggestion = Means and shares of cells must be weighed, and the number to weigh them by is not in the grid.
finding-grid-weights-missing = { $names } can be brought to areas only with the inhabitants of the cells; the file does not have them.
    .suggestion =
        { $file ->
            [none] Please bring both files together in one ZIP file.
           *[other] Please bring this file and { $file } together in one ZIP file; at the console --weights { $file } is enough.
        }
finding-grid-no-cells = The file holds no grid cells.
    .suggestion = A column with cells such as CRS3035RES1000mN2917000E4148000 is expected. Bring tables of areas as a table.
finding-grid-no-outlines = No version of the city’s areas has outlines to which cells could be given.
    .suggestion = Please bring the outlines of the areas first (GeoJSON, GeoPackage or Shapefile).
finding-grid-weights-useless = The file does not count what the shares are weighed by: { $by }.
    .suggestion = Please name the file with the inhabitants of the same cells with --weights.
finding-grid-weights-read = Weighed by “{ $member }”.
    .suggestion = There is nothing to do.

finding-list-code-column-missing = No column looks like the key of the areas. There are: { $columns }.
    .suggestion = Please name the column “id” or “code”.
finding-list-without-outlines = A list of areas without outlines ({ $count } lines): keys from “{ $code }”, { $name ->
        [none] without names
       *[other] names from “{ $name }”
    }.
    .suggestion = Tables can be joined with it. Pages show the values as a table; there is a map only once outlines are there.
finding-list-columns-ignored = Columns that a list of areas does not need: { $names }.
    .suggestion = There is nothing to do. Bring figures as a table afterwards.
finding-list-empty = The list holds not a single area.
    .suggestion = Please export the list again.
finding-list-code-missing = This line has no key.
    .suggestion = Please add it or delete the line.
finding-list-code-twice = The key { $key } stands twice, in lines { $first } and { $second }.
    .suggestion = Please find out which one is wrong. Two areas with one key cannot be told apart.
finding-list-name-missing = The area { $key } has no name.
    .suggestion = Pages show the key in its place.
finding-list-area-not-positive = { $text } is no surface ({ $name }).
    .suggestion = Please correct it or leave the field empty.
finding-list-zero-lost = Keys that are one digit shorter than the others ({ $length }): { $count }, for example { $key }.
    .suggestion = Probably a spreadsheet removed the leading zero. Please save the column as text.
finding-list-parent-circle = { $key } belongs to itself by way of { $parent }.
    .suggestion = Please correct the column with the area above.
finding-list-parent-unknown = { $key } is said to belong to { $parent }, but there is no such area.
    .suggestion = Please check the key of the area above.
finding-list-parents-not-there = The areas above are not there yet, for example { $parent } (of { $key }).
    .suggestion = Bring the level above first, or accept the list as it is; the key is kept.

finding-crosswalk-columns-missing = The crosswalk needs the columns “from” and “to”. There are: { $columns }.
    .suggestion = Please add the headings; “weight” is needed only where an area was divided.
finding-crosswalk-unknown-from = { $key } is not in “{ $version }”.
    .suggestion = The column “from” has keys of the earlier version. Please correct it.
finding-crosswalk-unknown-to = { $key } is not in “{ $version }”.
    .suggestion = The column “to” has keys of the new version. Please correct it.
finding-crosswalk-from-without-link = Areas of “{ $version }” from which no link leads: { $count }. { $areas }
    .suggestion = Their values cannot be carried on. Please add links if they go on.
finding-crosswalk-to-without-link = Areas of “{ $version }” to which no link leads: { $count }. { $areas }
    .suggestion = They have no past. Please add links if they were there before.
finding-crosswalk-nothing-before = There is no earlier version of this level from which the crosswalk could lead.
    .suggestion = Please bring the earlier version first, with the same level (--geography).

finding-download-failed = { $address } could not be downloaded: { $reason }.
    .suggestion = Please try again later, or fetch the file by hand and bring it.
finding-download-insecure = { $address } redirects to an address without encryption: { $target }.
    .suggestion = Nothing was fetched. Please fetch the file by hand and compare its checksum.
finding-download-too-large = { $address } is larger than { $limit } MB.
    .suggestion = Nothing was accepted. Please fetch the file by hand and bring only the part that is needed.
finding-downloaded = Fetched from { $address }: { $size } KB, SHA-256 { $hash }.
    .suggestion = Address and checksum stand with the dataset.

finding-table-of-whole-city = The file has only the numbers of the whole city.
    .suggestion = They are kept as a level of their own, “Gesamtstadt”, and change no value of any area.

finding-counts-with-fractions = Only whole numbers are rounded. There are fractions or numbers below zero in: { $names }.
    .suggestion = Please correct the column, or map it as a share or a measure; without rounding the file stays with the statistics office.
finding-outlines-undrawable = No map can be drawn from the outlines{ $area ->
        [none] .
       *[other] : the trouble is with “{ $area }”.
    }
    .suggestion = Please check in your GIS whether each area has an outline and a key of its own, and whether the reference system is right.
