finding-empty-file = The file is empty.
    .suggestion = Please export it again and choose the new file.
finding-file-too-large = The file is larger than { $limit } MB.
    .suggestion = Please split it, for example by year.
finding-unknown-format = This file is not a table that can be read here.
    .suggestion = CSV, XLSX and ODS can be read, also inside a ZIP archive. Please save it in one of these formats.
finding-old-workbook = This is a workbook in the old format (XLS).
    .suggestion = Please open it in Excel and save it as XLSX.
finding-archive-broken = The archive is damaged or cut off.
    .suggestion = Please download or pack it again. Nothing was taken over.
finding-archive-bomb = The archive would become disproportionately large. It was not unpacked.
    .suggestion = Please send the table itself, without an archive.
finding-archive-nested = There is another archive inside the archive.
    .suggestion = Please unpack it and choose the table itself.
finding-archive-encrypted = The archive is protected by a password.
    .suggestion = Please pack it without a password. The way here is encrypted.
finding-archive-empty = There is no table in the archive that can be meant.
    .suggestion = A file ending in csv, tsv, txt, xlsx or ods is expected.
finding-archive-several-tables = There are several tables in the archive: { $members }.
    .suggestion = Please say which one is meant, or bring them one by one.
finding-archive-finest-taken = The archive holds the same table in several widths: { $members }. What was read is { $member }.
    .suggestion = If another width is meant, pack that one alone; at the console --member helps.
finding-no-workbook = This is no workbook (XLSX).
    .suggestion = Please save the file as XLSX in your spreadsheet program and choose it once more.
finding-workbook-broken = The workbook cannot be read.
    .suggestion = Please open it in your spreadsheet program, save it again and choose it once more.
finding-workbook-too-large = The workbook is too large once unpacked.
    .suggestion = Please save the sheet as CSV.
finding-sheet-too-large = The sheet has more than { $limit } cells.
    .suggestion = Please save it as CSV, or delete empty ranges.
finding-sheet-missing = There is no sheet “{ $sheet }”. There are: { $sheets }.
    .suggestion = Please choose one of these sheets.
finding-several-sheets = The sheet “{ $sheet }” was read. There are: { $sheets }.
    .suggestion = If another one is meant, please choose the sheet.
finding-formula = Formulas were read with their stored result ({ $count } cells).
    .suggestion = If the workbook was not recalculated before saving, please check the results.
finding-formula-without-value = A formula has no stored result.
    .suggestion = Please open the workbook, recalculate and save it.
finding-error-value = The cell shows the error { $text }.
    .suggestion = Please correct the formula in the sheet.
finding-formula-in-text = The field looks like a formula: { $text }.
    .suggestion = It is treated as text and never run. Please check whether this is meant.
finding-wrong-encoding = The line does not fit the encoding { $encoding }.
    .suggestion = Please save the file as UTF-8, or say which encoding it has.
finding-mixed-encoding = The file is { $encoding }, but this line is not (byte { $byte }).
    .suggestion = Probably two files were joined. Please correct the line and save everything as UTF-8.
finding-mojibake = Letters are damaged: “{ $text }”.
    .suggestion = The file was saved with a wrong encoding on its way. Please export it again from the source.
finding-replacement-character = A letter was lost: “{ $text }”.
    .suggestion = Please export it again from the source.
finding-nul-byte = The line contains a NUL character.
    .suggestion = The file is damaged. Please export it again.
finding-no-delimiter = It cannot be seen what parts the columns.
    .suggestion = Please say which delimiter it is: semicolon, comma, tab or vertical bar.
finding-too-many-columns = The line has more than { $limit } columns.
    .suggestion = Please check whether the file has line ends.
finding-too-many-rows = The file has more than { $limit } rows. Reading stopped here.
    .suggestion = Please split it.
finding-cell-too-long = A field is longer than { $limit } characters.
    .suggestion = Probably a delimiter or a quote is missing. Please check the line.
finding-duplicate-column = The column “{ $name }” is there twice, first as column { $first }.
    .suggestion = Please rename or delete one of them.
finding-empty-column-name = A column with content has no heading.
    .suggestion = It is not taken over. Please give it a heading if it is needed.
finding-empty-column = An empty column without heading was skipped.
    .suggestion = There is nothing to do.
finding-empty-rows = Empty rows were skipped: { $count }.
    .suggestion = There is nothing to do.
finding-broken-quote = A quote is not closed or stands in the wrong place.
    .suggestion = Please check the line; a quote within a text is written twice.
finding-field-count = The line has { $have } fields, the header has { $want }.
    .suggestion = Please check whether a delimiter is missing or too many.
finding-cut-file = The file ends in the middle of a line.
    .suggestion = It was probably not transferred completely. Please choose it again.
finding-no-final-newline = The last line has no line end.
    .suggestion = Please check whether the file is complete and the last number is right.
finding-more-of-a-kind = There are { $count } more of these, { $total } in all.
    .suggestion = They probably have the same cause.
finding-missing-column = The column “{ $name }” is missing. “{ $profile }” expects it.
    .suggestion = Please check the headings, or choose another mapping.
finding-columns-ignored = Columns that are not taken over: { $count }.
    .suggestion = The mapping knows “{ $names }” and leaves them; shares are computed again from the counts.
finding-columns-unknown = Columns that the mapping does not know: { $names }.
    .suggestion = They are not taken over. If you need them, please add them to the mapping.
finding-wrong-column-names = Columns carry wrong names in this period: { $count }.
    .suggestion = “{ $profile }” knows this and reads them rightly: { $names }.
finding-unknown-area = There is no area “{ $key }” in “{ $version }”.
    .suggestion =
        { $suggested ->
            [none] Please check the key.
           *[other] By its name, probably { $suggested } is meant.
        }
finding-other-area-version = The file fits another area version: { $fitting } keys belong to “{ $other }”, { $known } of { $rows } rows fit “{ $version }”.
    .suggestion = Please choose “{ $other }” as area version. Areas of different versions are never mixed.
finding-duplicate-key = Two rows for the same area. { $key } stands in line { $first } and { $second }.
    .suggestion =
        { $suggested ->
            [none] Please correct or delete one of the two lines.
           *[other] Probably line { $second } is the area { $suggested } (same name).
        }
finding-key-padded = Keys without leading zero were completed: { $count }, for example { $key } to { $code }.
    .suggestion = There is nothing to do. Spreadsheet programs remove leading zeros.
finding-name-matched = “{ $key }” was read as “{ $name }”.
    .suggestion = Please check that the same area is meant.
finding-ambiguous-name = “{ $key }” can mean several areas: { $candidates }.
    .suggestion = Please enter the full name or the key.
finding-areas-missing =
    { $count ->
        [1] One area is missing: { $areas }.
       *[other] Areas without a row: { $count }. { $areas }
    }
    .suggestion = Concerned: { $periods }. They are kept as “not delivered”, not as zero.
finding-rows-set-aside =
    { $reason ->
        [sum] Rows with sums
        [mean] Rows with means
        [other-place] Rows of another city
        [not-located] Rows without area
        [other-version] Rows of another area version
       *[other] Remarks
    } were set aside: { $count } (“{ $text }” in “{ $name }”).
    .suggestion = They are no areas and are not counted.
finding-period-missing = The reference date or period cannot be seen.
    .suggestion = Please say it when bringing the file.
finding-period-unreadable = “{ $text }” is no reference date or period.
    .suggestion = Expected is, for example, 31.12.2024, 20241231, 2024h2 or 2024.
finding-empty-cell = The field “{ $name }” for { $key } is empty.
    .suggestion = It is kept as “not delivered”, not as zero. Please look it up in the source.
finding-not-a-number = “{ $text }” is no number ({ $name }).
    .suggestion = Please look it up in the source. If it is a sign for “not published”, please say so in the mapping.
finding-wrong-decimal-sign = “{ $text }” has another decimal sign than the rest of the file ({ $name }).
    .suggestion = Please write the field as the others are written.
finding-ambiguous-number = “{ $text }” can mean two things: thousands sign or decimal sign ({ $name }).
    .suggestion = Please write it without a thousands sign.
finding-not-finite = “{ $text }” is no finite number ({ $name }).
    .suggestion = Probably something was divided by zero. Please look it up in the source.
finding-negative-count = A count cannot be negative: { $text } ({ $name }).
    .suggestion = Please look it up in the source.
finding-fraction-in-count = A count has no decimals: { $text } ({ $name }).
    .suggestion = Please check whether a share or a thousands sign is meant.
finding-impossible-count = { $text } is too large for a city ({ $name }).
    .suggestion = Please check whether two fields ran together.
finding-percent-range = { $text } is no percentage between 0 and 100 ({ $name }).
    .suggestion = Please look it up in the source.
finding-count-never-shown = { $text } should not occur here ({ $name }).
    .suggestion = The source does not publish such small counts. Please check whether the file really is protected.
finding-sum-mismatch = The sum does not fit. { $parts } makes { $sum }, “{ $whole }” is { $value }.
    .suggestion = Transposed digits? Please look it up in the source (area { $key }).
finding-part-exceeds-whole = A part is larger than the whole. { $parts } makes { $sum }, “{ $whole }” is { $value }.
    .suggestion = Please look it up in the source (area { $key }).
finding-share-mismatch = The share { $text } does not fit the count: { $count } of { $whole } is { $expected } percent ({ $name }).
    .suggestion = Please check which of the two is right. The count is taken over.
finding-sum-row-mismatch = The sum row { $key } does not fit its parts: “{ $name }” is { $value }, { $parts } areas make { $least } to { $most }.
    .suggestion = Please check whether areas are missing or counted twice.
finding-totals-differ = Two tables differ for { $key }: { $value } (“{ $name }”) and { $before } (“{ $earlier }”), difference { $difference }.
    .suggestion = Please ask the office that delivers them. Both figures stay as they are.
finding-marks-read =
    { $text ->
        [empty] Empty fields
       *[other] Fields with “{ $text }”
    } were read as { $means ->
        [zero] “exactly zero”
        [suppressed] “not published”
       *[other] “not available”
    }: { $count }.
    .suggestion = “{ $profile }” lays this down.{ $interval ->
            [given] { " " }The true value lies between { $from } and { $to }.
           *[none] { "" }
        }
finding-unreliable-read = Rows with “{ $text }”: { $count }. Their values are of limited reliability.
    .suggestion = They are taken over and marked.
finding-age-group-astride = The age group “{ $text }” does not fit into “{ $indicator }”.
    .suggestion = This figure is not formed from the file, because its limits go through an age group.
finding-unknown-boundaries = The keys belong to other boundaries: of { $rows } rows { $known } fit “{ $version }”. One example is { $key }.
    .suggestion = Bring the geometry of these boundaries (after a reform, for instance), or, if there is none, a list of keys and names; or choose another level.
