# Goals measured: where it began, where it stands, where it is to go

ziel-indikatoren = How far we are
ziel-ohne-indikator = No indicator yet. One is enough: what is counted, and a target for a year.
ziel-indikator-anlegen = Add an indicator
ziel-summe-anlegen = Add up from the measures
ziel-indikator-spaeter = What was adopted stays as it is: new indicators go into the next edition. It begins as a copy of this one.
ziel-indikator-koordination = What was adopted stays as it is: new indicators go into the next edition, and that is written by the coordination. Tell them what should be counted.
ziel-indikator-neu-leit = A name and a target for one year are enough. A missing baseline is a note, no obstacle.
ziel-indikator-sagt = What was laid down
ziel-indikator-streichen = Take out of the draft
ziel-indikator-veraltet = Somebody has changed this indicator meanwhile. Look at it again.
meldung-ziel-indikator-weg = The indicator is no longer in the draft. Earlier editions keep it.
ziel-zum-ziel = To the goal

ziel-woher = Where the values come from
ziel-woher-kept = Somebody writes them down.
ziel-woher-figure = From the atlas, as soon as they are released there.
ziel-woher-sum = Added up from the measures that serve this goal.
ziel-woher-merkmal = From the atlas: { $merkmal }, { $ort }
ziel-woher-summe = Added up: { $was }
ziel-merkmal = From the atlas: which measure?
    .hinweis = Needed only if the values come from the atlas.
ziel-merkmal-keines = none
ziel-merkmal-ort = From the atlas: where?
ziel-merkmal-fehlt = Choose which measure of the atlas gives the values.
ziel-merkmal-lesen = The values are released figures of the atlas. Whether the measures made the difference they do not show: things change elsewhere too.
ziel-ort-fremd = There is no such measure for this place. Choose another one.

ziel-summe = What is added up
ziel-summe-was = What is added up
ziel-summe-von = Indicator of the measure
ziel-summe-teil = { $name } ({ $einheit }), measure “{ $massnahme }”
ziel-summe-teil-ohne = { $name }, measure “{ $massnahme }”
ziel-summe-anteil = share
ziel-summe-fehlt = Choose at least one indicator of a measure.
ziel-summe-nicht-art = Not added: a share and a count do not add up.
ziel-summe-nicht-einheit = Not added: the unit is another one.
ziel-summe-nicht-regel = Not added: one counts since its beginning, the other what is there on a day.
ziel-summe-nicht-merkmal = Not added: a figure of the quarter belongs to no measure alone.
ziel-summe-nicht-anderswo = Not added: the measure does not serve this goal any more.
ziel-summe-doppelt = Some of these measures may count the same people at the same place. Then the sum is higher than the number of people.

ziel-zieljahr = By the end of the year
ziel-zieljahr-fehlt = Give at least one target: a year and how much by then.
ziel-zieljahr-unklar = Write the year with four digits, for example 2030.
ziel-zieljahr-doppelt = There is a target for this year already.
ziel-war-da = Reached

ziel-zeile-ausgang = Baseline { $wert } ({ $wann })
ziel-zeile-ohne-ausgang = no baseline
ziel-zeile-ist = now { $wert } ({ $wann })
ziel-zeile-ohne-ist = no value yet
ziel-zeile-ziel = target { $wert } by { $wann }
ziel-stand-empty = A first value is still missing here.
ziel-stand-stale = No value since { $tag }.
ziel-stand-open = Whether it moves, the next value will show.
ziel-stand-on-the-way = On the way.
ziel-stand-behind = Behind.
ziel-stand-reached = Target reached.

ziel-stand-lesen = On the way is what on the day of the last value lies at least on the straight line that leads from the baseline (else from the first value) through the targets at the ends of years; behind is what is not there yet; it is reached at the last target.

ziel-wert-tag = Day
ziel-wert-tag-fehlt = Say for which day the value holds.
ziel-wert-tag-kuenftig = This day is in the future.
ziel-wert-fehlt = Give a value.
ziel-wert-festhalten = Keep the value
ziel-indikator-art-fest = This indicator has values already, and they hold in all editions. So it stays a number or a share as it is. To count otherwise, drop it and make a new one.
ziel-indikator-einheit-fest = This indicator has values already, and they hold in all editions. So its unit stays. To count otherwise, drop it and make a new one.
ziel-wert-inzwischen = Somebody has written a value meanwhile. It stands above; what you typed is still there. Check it and send it again if it still holds.
ziel-wert-zaehlt-anders = Meanwhile this indicator counts otherwise, in another unit or as a share. What you typed is still there; see above what holds now, and check it.
ziel-wert-nicht-ihrer = Values are written by the Stelle that answers for the goal, and by the coordination.
ziel-wert-ohne-indikator = This indicator does not exist any more. The value is not saved.
meldung-ziel-wert = The value is kept. A correction is a new version of the same day.
ziel-wert-titel = { $name }, { $tag }
ziel-wert-satz = { $name }, { $tag }: { $wert }. For the goal “{ $ziel }”.

aktion-goal-indicator-add = Indicator of a goal added
aktion-goal-indicator-change = Indicator of a goal changed
aktion-goal-indicator-drop = Indicator of a goal taken out
aktion-goal-value-write = Value of a goal written
ding-indicator-of-goal = Indicator of a goal
ding-goal-value = Value of a goal
