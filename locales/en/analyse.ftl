## Commands that apply methods to plain files

analyse-column-missing = { $flag }: { $file } has no column “{ $name }”. It has: { $columns }.
analyse-encoding-unknown = --encoding { $text }: write utf-8, utf-16le, utf-16be or windows-1252.
analyse-out-unwritable = { $path } cannot be written ({ $cause }). Does the folder exist, and may you write there? Otherwise name another place with --out.
analyse-pair-expected = { $flag } { $text }: NAME=VALUE is expected.
analyse-no-indicator = No indicator is given. Name at least one with --indicator, --group or --recipe.
analyse-indicator-unknown = --weight: the indicator “{ $name }” is in no group.
analyse-indicator-twice = --indicator: “{ $name }” is given twice.
analyse-indicator-idle = --indicator: “{ $name }” is in no group. Add it to one or leave it out.
analyse-group-unknown = --thresholds: there is no group “{ $name }”.
analyse-group-twice = --group: “{ $name }” is given twice.
analyse-thresholds-wrong = --thresholds { $text }: ascending numbers are expected, for instance status=-1,1,1.5.
analyse-weight-wrong = --weight { $text }: a weight is a number above zero, for instance S1=2.
analyse-recipe-unknown = --recipe { $id }: there is no such recipe. There are: { $known }.
analyse-recipe-other = --recipe { $id }: this recipe belongs to the command “{ $command }”.
analyse-one-of = { $flag } { $text }: write { $known }.
analyse-noise-unknown = --noise { $text }: write none, round:5, round:10 or cell-key:D,V with a variance V that deviations of at most D can have, for instance cell-key:5,2.
analyse-share-unknown = --share { $text }: write foreigners=COLUMN, arrivals-abroad=COLUMN, turnover=COLUMN or resident-over-5y=COLUMN.
analyse-count-needs-population = { $flag }: a count becomes a share with --population only. Name the column of residents, or a ready share with --share.
analyse-no-measure = No dimension is given. Name at least one column with --arrivals-abroad, --foreigners, --moves, --resident-under-5y or --share.
analyse-reference-unknown = --reference: “{ $name }” is not among --groups.

## What was noticed while reading and computing

finding-analyse-key-empty = The key of the area is missing (column “{ $column }”).
    .suggestion = Please add it in the source. Rows of sums do not belong into the table.
finding-analyse-not-a-number = “{ $text }” is no number (column “{ $name }”).
    .suggestion = A missing value is an empty field here. Please replace signs like “–” or “x” by nothing, and never by zero.
finding-analyse-value-missing = “{ $name }” is missing for { $key }. The area stands outside the comparison.
    .suggestion = It does not change the values of the others. Please supply it if the area is to be included.
finding-analyse-population-small = { $key } has { $people } residents, fewer than { $minimum }. The area stands outside the comparison.
    .suggestion = In small areas single people decide about the value. The limit can be changed with --min-population.
finding-analyse-population-missing = The number of residents is missing for { $key }. The area stands outside the comparison.
    .suggestion = Please add it in the column “{ $column }”.
finding-analyse-population-negative = The number of residents of { $key } is negative.
    .suggestion = Please correct it in the column “{ $column }”.
finding-analyse-all-equal = “{ $name }” is equal in all areas. The indicator tells nothing apart and is left out.
    .suggestion = Please check whether the right column was chosen.
finding-analyse-share-negative = “{ $name }” is negative here: { $value }. A share cannot be.
    .suggestion = It was computed with. If the column holds shares, please correct it; changes belong into the group “dynamics”.
finding-analyse-share-above-100 = “{ $name }” is above 100 here: { $value }. A share in percent cannot be.
    .suggestion = It was computed with. If the column holds shares, please correct it.
finding-analyse-share-negative-refused = A share cannot be negative: { $text } (“{ $name }”).
    .suggestion = Please correct it in the source, or empty the field.
finding-analyse-part-above-whole = “{ $name }” is larger than the whole here: { $value } of { $whole }. The area stands outside the comparison in this period.
    .suggestion = Please check whether the count and the residents come from the same source.
finding-analyse-nothing-left = No area has all values that the comparison needs.
    .suggestion = Please check whether the right columns were chosen, and whether the minimum population fits.
finding-analyse-one-area = The file holds one area only. There is nothing that it can be compared with.
    .suggestion = Please put all areas of the city into one file: the method compares within a city.
finding-analyse-period-unknown = “{ $text }” is no period.
    .suggestion = What is read is 2015, 2015h1 (a half-year) and a day like 2015-06-30.
finding-analyse-period-two-names = “{ $text }” and “{ $other }” name the same half-year.
    .suggestion = Please write each period in the same way everywhere.
finding-analyse-row-twice = { $key } stands twice in the file for { $period }, first in line { $first }.
    .suggestion = Please delete one of the two rows.
finding-analyse-rows-missing = { $count ->
        [one] One row is missing
       *[other] { $count } rows are missing
    }: not every area has every period. One example is { $key } in { $period }.
    .suggestion = Without a row the area is not judged in that period, and how long it has stood out counts as unknown from there on.
finding-analyse-period-gap = Periods are missing between { $before } and { $after }.
    .suggestion = Nothing is computed across the gap: what lay before it counts as unknown for the phase. Please supply them if the figures exist.
finding-analyse-dimension-equal = The dimension “{ $dimension }” is equal in all areas in { $period } and is left out.
    .suggestion = Please check whether the right column was chosen.
finding-analyse-dimension-empty = The dimension “{ $dimension }” has not a single value and is left out.
    .suggestion = The other dimensions carry the result; each area says which they are.
finding-analyse-area-left-out = { $key } stands outside the comparison in { $period }: { $reason ->
        [population-below-minimum] fewer than { $minimum } residents
        [no-population] the number of residents is missing or zero
        [missing] a value is missing ({ $detail })
       *[other] there is nothing that tells the areas apart
    }.
    .suggestion = It does not change the values of the others.
finding-analyse-off-grid = { $count ->
        [one] One number in “{ $name }”
       *[other] { $count } numbers in “{ $name }”
    } cannot come from the protection that was named.
    .suggestion = It was computed as if the truth lay around them. Please check whether --noise fits the source.
finding-analyse-noise-without-counts = Without the number of residents it is not known how many people stand behind a share. The probability therefore leaves the noise out.
    .suggestion = Please name the column of residents with --population.
finding-analyse-count-expected = “{ $text }” is no count (column “{ $column }”).
    .suggestion = A whole number from zero on is expected, for “nobody” too. An empty field is no zero.
finding-analyse-groups-above-total = In { $key } the groups are { $sum } people together, more than all { $total }.
    .suggestion = The groups may not overlap. Please check whether --total names the right column.
finding-analyse-index-undefined = Not all indices can be formed for “{ $group }”, because one side is empty.
    .suggestion = The values concerned stay empty.
