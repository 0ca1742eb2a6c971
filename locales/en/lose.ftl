## Loose ends: where does the red thread stop, and who takes it up?

nav-lose-enden = Loose ends
lose-enden-titel = Loose ends
lose-enden-leit = { $anzahl ->
        [one] One loose end belongs to your Stelle.
       *[other] { $anzahl } loose ends belong to your Stelle.
    } The red thread goes on when you do what stands there, or say why there is nothing left to do.
lose-enden-leit-alle = { $anzahl ->
        [one] The city has one loose end.
       *[other] The city has { $anzahl } loose ends, spread over { $stellen ->
            [one] one owner
           *[other] { $stellen } owners
        }.
    }
lose-enden-leit-keine = The red thread stops nowhere that concerns you.
lose-enden-keine = No loose end waits for you.
lose-enden-ohne-stelle = Loose ends belong to a Stelle, and you have none in this city.
lose-enden-weitere = { $anzahl ->
        [one] One more: show all { $alle }
       *[other] { $anzahl } more: show all { $alle }
    }
lose-enden-alle-stellen = Back to all
lose-enden-stellen = All Stellen
lose-enden-stelle = { $stelle } ({ $anzahl })
lose-enden-geschlossen = Closed
lose-enden-lesen = Nobody keeps this list. It is read from what is there: whoever does what an end asks for sees it go. Where nothing is to be done, a sentence closes it. If the thing changes after that, the end stands here again. Of each Stelle the ten most urgent are shown.
lose-enden-spalte-art = What is loose
lose-enden-spalte-titel = Title
lose-enden-spalte-satz = What to do
lose-enden-spalte-stelle = Stelle
lose-enden-spalte-tag = Day
lose-enden-spalte-adresse = Address

ende-koordination = Nobody else in charge: the coordination
ende-nicht-mehr = no longer there
ende-erledigt-weil = Done, because …
ende-weil = Why is there nothing left to do?
ende-schliessen = Close
ende-oeffnen = Open again
ende-weil-fehlt = Write in one sentence why there is nothing left to do.
ende-anders = The thing changed while you were writing. Read once more what is loose, then close it.
ende-nicht-ihres = This end is closed by the Stelle that owns it, and by the coordination.
ende-inzwischen = Meanwhile { $wer } has closed this end.
    .text = “{ $weil }” Your sentence is not saved: “{ $ihr }”

ende-gesperrt = Cited value withdrawn
    .satz = A value that is cited here was withdrawn and stands nowhere any more. Take it out and rest the matter on another finding.
    .weg = Replace the finding
ende-ueberholt = Citation overtaken
    .satz = “{ $ding }” says something else today. Then: { $damals }. Today: { $heute }. See whether the reasons still hold.
    .weg = Look at the reasons
ende-neuerer-wert = Newer value
    .satz = There is a newer value of “{ $ding }”. Cited: { $damals }. New: { $heute }. Take it up before things begin.
    .weg = Look at the reasons
ende-hindernis = Obstacle without a meeting
    .satz = This is what is reported to hinder a measure, and it stands on no agenda yet. Bring it to a meeting.
    .weg = Choose a meeting
ende-ohne-wert = End without an effect
    .satz = The measure is done, and no accepted value says what came of it. Enter it and accept it.
    .weg = Enter the value
ende-ohne-massnahme = Decision without a measure
    .satz = No measure and no task follows from this decision yet. Add the measure: the decision then stands in it as its reason.
    .weg = Add a measure
ende-beobachtung = Observation without an answer
    .satz = This was seen on the ground, and no meeting has spoken about it yet. Put it on an agenda.
    .weg = Choose a meeting
ende-ohne-tag = Promise without a day
    .satz = While no day is agreed, nobody can say whether the promise is kept. Agree on one.
    .weg = Enter the day
ende-versprechen = Promise without a measure
    .satz = No measure keeps this promise. Name the one that does, or note that it has been kept.
    .weg = Name the measure
ende-ohne-befund = Measure without a finding
    .satz = Nothing says why this measure is there. Name the finding or the decision that it rests on.
    .weg = Search for a finding
ende-ohne-massstab = Measure without a yardstick
    .satz = The measure is under way, and neither a baseline nor an indicator says by what its effect will be seen. Add an indicator.
    .weg = Add an indicator
ende-ziel = Goal without a measure
    .satz = No measure serves this goal. Add one: the goal then stands in it.
    .weg = Add a measure
ende-kandidat = Candidate without a decision
    .satz = Nobody has decided about this quarter yet. Take its next step or set it aside.
    .weg = Look at the candidate

heute-lose-enden = { $anzahl ->
        [one] One loose end waits for you
       *[other] { $anzahl } loose ends wait for you
    }
meldung-ende-geschlossen = The end is closed. You find it under “Closed”.
meldung-ende-offen = The end is open again.
meldung-ende-fort = There is nothing left to do here: the end is loose no more, or somebody was faster.

aktion-loose-close = Loose end closed
aktion-loose-open = Loose end opened again
ding-loose-end = Loose end
