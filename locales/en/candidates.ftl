## Candidates: which quarters come into question?

nav-kandidaten = Candidates
nav-kandidaten-wozu = Which quarters come into question, what the team makes of them, and what was decided.
kandidaten-titel = Which quarters come into question?
kandidaten-leit = { $anzahl ->
        [0] No quarter is being chosen among at present.
        [one] One quarter comes into question.
       *[other] { $anzahl } quarters come into question.
    }
kandidaten-leit-gewaehlt = { $anzahl ->
        [one] The decision is for { $namen }.
       *[other] The decisions are for { $namen }.
    }
kandidaten-leer = The quarters that the city chooses among stand here, with their key figures side by side. Open a quarter in the atlas and press “Note as a candidate”.
kandidaten-ansichten = On the candidates
kandidaten-reiter = Side by side
kriterien-reiter = Criteria
bewertung-reiter = My scores
ergebnis-reiter = Result
kandidaten-tabelle = Candidates in alphabetical order
kandidaten-lesen = The quarters stand in alphabetical order. The figures show how they differ. They decide nothing.
kandidaten-naechstes = What is to be done next
kandidaten-naechstes-vorstellen = Still to be presented: { $namen }.
kandidaten-naechstes-abstimmen = Still to be agreed with the research team: { $namen }.
kandidaten-naechstes-entscheiden = Ready for the decision: { $namen }.
kandidaten-naechstes-nichts = Nothing is open at present.

kandidat-quartier = Quarter
kandidat-stand = State
kandidat-seit = since { $tag }
kandidat-stand-proposed = proposed
kandidat-stand-presented = presented
kandidat-stand-agreed = agreed with the research team
kandidat-stand-chosen = chosen
kandidat-stand-not-chosen = not chosen
kandidat-stand-set-aside = set aside
kandidat-titel = { $name } as a candidate
kandidat-leit = { $name } is { $stand }, since { $tag }.
kandidat-profil = Profile of the quarter
kandidat-weg = The way so far
kandidat-tag = Day
kandidat-notiz = Note
    .hinweis = Where it was, who was there. For a step back: why. The note stays internal.
kandidat-schritt = Next step
kandidat-schritt-speichern = Record the step
kandidat-neuer-stand = New state
kandidat-weiter = on: { $stand }
kandidat-zurueck = { $stand } (with a reason)
kandidat-waehlen = please choose
kandidat-stand-fehlt = Choose how it goes on.
kandidat-tag-fehlt = Give a day that is not in the future.
kandidat-grund-fehlt = Write why. Who reads it later should understand.
kandidat-nur-berichtigung = What is decided is decided. What is wrong with it is changed by a correction of the decision.
kandidat-tafel = Candidate
kandidat-tafel-stand = This quarter is { $stand }, since { $tag }.
kandidat-tafel-keiner = This quarter is not on the list of candidates.
kandidat-ansehen = See it as a candidate
kandidat-vormerken = Note as a candidate
meldung-kandidat-vorgemerkt = Noted. The quarter is on the list of candidates now.
text-zu-lang = This is too long. Shorten it.

## Criteria

kriterien-titel = By what do we judge?
kriterien-leit = { $anzahl ->
        [0] There are no criteria yet.
        [one] The team judges by one criterion.
       *[other] The team judges by { $anzahl } criteria.
    }
kriterien-speichern = Save criteria
kriterien-streichen = Which criteria should go?
kriterien-keines = One criterion must stay.
kriterien-fest = The criteria are fixed.
    .text = A round of scoring is open. Who changes criteria now changes what others meant. Once the round is closed they can be changed again.
kriterium-name = Criterion { $nummer }
kriterium-frage = What it asks ({ $nummer })
kriterium-neu = One more criterion
kriterium-neu-frage = What the new criterion asks
kriterium-ohne-namen = Give the criterion a name.
kriterium-doppelt = Two criteria have one name. Choose another.
kriterium-bedarf = Need
    .frage = Is support with arriving needed here that does not exist yet?
kriterium-chance = Chance
    .frage = Can something be achieved here while the programme lasts?
kriterium-infrastruktur = Infrastructure
    .frage = Are there places, organisations and people that we can work with?
kriterium-wille = Will of the people there
    .frage = Do the people who live here want something to happen?
kriterium-foerderung = Fit with funding
    .frage = Does the project fit programmes that can pay for it?
punkte-titel = What the points mean
punkte-1 = speaks clearly against it
punkte-2 = speaks rather against it
punkte-3 = neither
punkte-4 = speaks rather for it
punkte-5 = speaks clearly for it
punkte-keine = I cannot judge
gewicht-0 = does not count for me
gewicht-1 = hardly counts
gewicht-2 = counts little
gewicht-3 = counts
gewicht-4 = counts much
gewicht-5 = counts most

## Scores

bewertung-titel = What do you make of the candidates?
bewertung-leit = Score on your own. Nobody sees what others think until the round is closed.
bewertung-leit-wieder = Your scores are handed in. Until the round is closed you can change them.
bewertung-gewicht = How much does “{ $kriterium }” count for you?
bewertung-speichern = Hand in scores
bewertung-abgeben = Score the candidates
bewertung-aendern = Change my scores
bewertung-unbekannt = Choose one of the values from 1 to 5, or “I cannot judge”.
bewertung-gewicht-fehlt = Say how much “{ $kriterium }” counts for you.
bewertung-ohne-punkte = Give points to at least one quarter in one criterion.
bewertung-ohne-gewicht = At least one criterion must count.
meldung-bewertet = Your scores are handed in. Until the round is closed you can change them.
heute-bewerten = { $runde }: your view is still missing, score the candidates

## Result

ergebnis-titel = What does the team make of the candidates?
ergebnis-leit = { $personen ->
        [one] One person has
       *[other] { $personen } people have
    } { $kandidaten ->
        [0] scored no quarter.
        [one] scored one quarter.
       *[other] scored { $kandidaten } quarters.
    }
ergebnis-leit-uneins = { $anzahl ->
        [0] Nowhere are their scores two or more points apart.
        [one] Once their scores are two or more points apart.
       *[other] { $anzahl } times their scores are two or more points apart.
    }
ergebnis-leit-leer = How the team sees the candidates, and where it does not agree.
ergebnis-leer = Nobody has scored candidates yet.
ergebnis-von-damals = This is how it was at the decision.
ergebnis-von-damals-text = These are the points with which it was decided on { $tag }.
ergebnis-punkte = Points
ergebnis-bild = { $personen ->
        [1] The dot shows the one person’s score.
        [2] The dot shows the middle between both scores, the line reaches from one to the other.
       *[other] The dot shows the middle score, the line reaches from the lowest to the highest.
    }
ergebnis-lesen = { $personen ->
        [1] The dot is the one person’s score.
        [2] The dot lies in the middle between both scores, the line reaches from one to the other. A long line means that the two see it differently. Where only one person scored, the dot is that person’s score.
       *[other] The dot is the median: at least half of the people gave so many points or more, at least half so many or fewer. The line reaches from the lowest to the highest score. A long line means that views differ.
    }
ergebnis-als-tabelle = As a table
ergebnis-tabelle = { $personen ->
        [1] Points of the one person
        [2] Middle of both people’s points, in brackets their points
       *[other] Median of the points, in brackets the range
    }
ergebnis-niemand = not judged
ergebnis-spanne = { $median } ({ $von } to { $bis })
ergebnis-n = { $anzahl ->
        [one] one person
       *[other] { $anzahl } people
    }
ergebnis-vorn-titel = What hangs on the weights
ergebnis-vorn-tabelle = How often each quarter is in front, in alphabetical order
ergebnis-vorn-spalte = All conceivable weightings
ergebnis-eigene-spalte = People’s own weights
ergebnis-vorn = in front in { $anzahl } of 100 conceivable weightings
ergebnis-eigene = { $von ->
        [0] nobody prefers one
        [one] { $anzahl ->
            [0] not in front for the one person
           *[other] in front for the one person
        }
       *[other] { $anzahl ->
            [0] in front for none of { $von } people
           *[other] in front for { $anzahl } of { $von } people
        }
    }{ $gleichauf ->
        [0] {""}
        [1] , once level with another
       *[other] , { $gleichauf } times level with another
    }
ergebnis-vorn-lesen = We drew 10,000 weightings of the criteria, each equally likely. If one quarter is in front nearly always, little hangs on the weights. If several often are, it depends on what matters to the team. Quarters that are level share the draw; with people’s own weights each of them counts.
ergebnis-ohne-punkte = { $anzahl ->
        [one] Nobody scored { $namen }. The quarter is not included here.
       *[other] Nobody scored { $namen }. These quarters are not included here.
    }
ergebnis-ausgelassen = Not weighed, because nobody could judge every quarter there: { $namen }.
ergebnis-nichts-zu-wiegen = Weighing begins as soon as at least two quarters have points in a common criterion.
ergebnis-uneins-titel = What to talk about
ergebnis-einig = Nowhere are two scores two or more points apart.
ergebnis-uneins-zwei = { $hoch } and { $tief } are { $punkte ->
        [2] two
        [3] three
        [4] four
       *[other] { $punkte }
    } points apart on “{ $kriterium }” in { $quartier }: { $bis } and { $von }.
ergebnis-uneins-gruppen = On “{ $kriterium }” in { $quartier } { $hoch } { $hohe ->
        [one] gives
       *[other] give
    } { $bis }, { $tief } { $von } { $von ->
        [one] point
       *[other] points
    }: { $punkte ->
        [2] two
        [3] three
        [4] four
       *[other] { $punkte }
    } points apart.
ergebnis-verfahren = Method
    .text = For each quarter and criterion the mean of the points that were given counts. Weights are drawn uniformly (from the simplex); in front is the highest weighted sum, and those that are level share the draw.
ergebnis-personen = People
ergebnis-ziehungen = Draws
ergebnis-startwert = Seed
ergebnis-gewicht = Weight of “{ $kriterium }” as people set it

## Decision

entscheidung-festhalten = Write the decision down
entscheidung-neu-titel = What did you decide?
entscheidung-leit-wahl = Choose what was decided for. Then write why.
entscheidung-leit-gruende = Decided for { $namen }. Write down who that was, when and why.
entscheidung-leer = A decision can be made as soon as a quarter is agreed with the research team. Record that step with the candidate.
entscheidung-was-geschieht = What happens then.
    .text = The points of the team are kept with the decision. All figures of the quarter are recorded as the baseline. Nothing of it is changed any more, only corrected.
entscheidung-weiter = Continue
entscheidung-gewaehlt = Chosen
    .hinweis = Quarters that are agreed with the research team can be chosen.
entscheidung-gewaehlt-fehlt = Choose at least one quarter.
entscheidung-nicht-gewaehlt = Not chosen
entscheidung-tag = Day of the decision
    .hinweis = Becomes public when the decision is published.
entscheidung-wer = Who decided
    .hinweis = for example the city council or the mayor. Becomes public when the decision is published.
entscheidung-wer-fehlt = Write who decided.
entscheidung-grund = Reasons
    .hinweis = So that somebody who was not there understands it in five years. Becomes public when the decision is published: give no names and no internal figures.
entscheidung-grund-fehlt = Write why it was decided so.
entscheidung-befunde = Findings that the reasons rest on
    .hinweis = From your folders. What you tick stays in the decision as it is, even if the data change.
entscheidung-befund-weg = A finding that was ticked no longer lies in your folders. Look through the list again.
entscheidung-minderheit = Dissenting opinions
    .hinweis = Who would have decided otherwise, and why. Stays internal.
entscheidung-aktenzeichen = File number
entscheidung-oeffentlich = Publication
    .hinweis = Quarter, reasons, day and who decided become public. Points, names and the other candidates stay inside.
entscheidung-oeffentlich-ja = publish
entscheidung-oeffentlich-nein = internal for now
entscheidung-oeffentlich-fehlt = Say whether the decision is published.
entscheidung-speichern = Write the decision down
meldung-entschieden = The decision is written down, with its baseline.
entscheidung-titel = Decision { $nummer }
entscheidung-leit = { $anzahl ->
        [one] On { $tag } it was decided for { $namen } ({ $wer }).
       *[other] On { $tag } it was decided for { $namen } ({ $wer }).
    }
entscheidung-zeile = Decision { $nummer } of { $tag }, { $wer }
entscheidung-zeile-alt = Decision { $nummer } of { $tag }, { $wer } (corrected)
entscheidung-ist-berichtigt = This version has been corrected.
entscheidung-berichtigt-durch = Decision { $nummer } holds.
entscheidung-berichtigt = This is a correction.
entscheidung-berichtigt-weil = It replaces decision { $nummer }: { $was }
entscheidung-daten-neu = The data have changed since.
entscheidung-daten-neu-text = { $anzahl ->
        [one] One figure says something else today or was withdrawn. What stands here is the state at the decision.
       *[other] { $anzahl } figures say something else today or were withdrawn. What stands here is the state at the decision.
    }
entscheidung-festgehalten = Written down
entscheidung-von = { $wann }, { $wer }
entscheidung-veroeffentlicht = Published
entscheidung-ist-oeffentlich-ja = yes
entscheidung-ist-oeffentlich-nein = no
entscheidung-ergebnis = What the team had scored
entscheidung-ergebnis-leit = { $personen ->
        [one] One person had scored.
       *[other] { $personen } people had scored.
    }
entscheidung-berichtigen = Correct
entscheidung-lesen = Read the decision
heute-entscheidung-gesperrt = A figure in decision { $nummer } was withdrawn: have a look

berichtigung-titel = What is to be corrected?
berichtigung-leit = The old version stays as it is. The new one names it and says what has changed.
berichtigung-was = What is corrected, and why
berichtigung-fehlt = Write what is corrected.
berichtigung-speichern = Write the correction down
berichtigung-bisher = in the decision already

nullmessung-titel = { $name }: baseline
nullmessung-leit = { $anzahl ->
        [0] No figure could be recorded.
        [one] One figure is recorded as it was at the decision.
       *[other] { $anzahl } figures are recorded as they were at the decision.
    } { $ohne ->
        [0] Every indicator had a value.
        [one] One indicator had no value to be seen.
       *[other] { $ohne } indicators had no value to be seen.
    }
nullmessung-zeigen = Show the baseline
zitat-festgehalten-am = recorded on { $wann }

vergleichsquartiere-titel = Comparison quarters
vergleichsquartiere-zu = Comparison quarters for { $name }
vergleichsquartiere-hinweis = The most similar by level and course of the figures. Confirm what will be compared with later; take out where something else is under way.
vergleichsquartiere-keine = The figures do not suffice to suggest quarters.
vergleichsquartiere-wie = Level and slope of the last ten years are compared, as far as both quarters have values: { $merkmale }. Each difference is divided by the standard deviation in the city; the distance is the root of the mean square. 0 means equal, 1 means one standard deviation apart on average.
vergleichsquartier-abstand = distance { $abstand }, { $verglichen } of { $von } features compared
vergleichsquartier-spalte = Distance

scan-titel = Signed version
scan-keiner = No signed version is kept here yet.
scan-datei = Attach the signed version
scan-hinweis = PDF, JPG or PNG, at most 20 MB
scan-hinterlegen = Attach
scan-angaben = { $groesse }, attached on { $wann }, checksum { $summe }…
scan-entfernt = Removed on { $wann }, because a figure of the decision was withdrawn. Attach a version without that figure.
meldung-scan-hinterlegt = The signed version is attached.

veroeffentlichen = Publish
veroeffentlichen-text = The decision is still internal. Quarter, reasons, day and who decided become public.
veroeffentlicht-text = The decision is public.
veroeffentlicht-seite = Public page
veroeffentlichung-zurueck = Take the publication back
meldung-veroeffentlicht = The decision is published.
meldung-nicht-oeffentlich = The decision is no longer public.

## Public

entscheidungen-titel = What the city has decided
entscheidungen-leit = { $anzahl ->
        [0] No decision is published yet.
        [one] One decision is published.
       *[other] { $anzahl } decisions are published.
    }
entscheidungen-leer = For which quarter the city has decided, and why, stands here as soon as it publishes it.
entscheidung-oeffentlich-titel = Decision for { $namen }

## Paper

papier-entscheidung = Choice of the arrival quarter
papier-entscheidung-tabelle = The decision
papier-was = What
papier-inhalt = Content
papier-merkmal = Indicator
papier-wert = Value
papier-nullmessung = { $gezeigt } of { $anzahl } recorded figures; all of them stand on the page of the decision
papier-vergleichsquartiere = Comparison quarters for the later evaluation, with their distance in standard deviations: { $namen }.
papier-unterschrift = Signature
papier-unterschrift-zeile = Place, day, signature: ______________________________________________
papier-entscheidung-quelle = Written down with Ankunft { $version }. Each reference shows what was to be seen at the decision and what holds today.
papier-als-pdf = Paper (PDF)
papier-als-docx = Paper (DOCX)

sperrung-decision = decision { $titel }

meldung-entscheidung-berichtigt = This decision was corrected. Here is what holds.
