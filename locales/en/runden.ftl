## Rounds of scoring: who scores until when, and when is what seen?

runde-reiter = Round
runde-titel = How far is the scoring?
runde-leit-keine = No round of scoring is open at present.
runde-name = Round { $nummer }
runde-stand = { $abgegeben ->
        [0] { $eingeladen ->
            [one] The one invited person has not scored yet
           *[other] None of { $eingeladen } people has scored yet
        }
        [one] { $eingeladen ->
            [one] The one invited person has scored
           *[other] 1 of { $eingeladen } has scored
        }
       *[other] { $abgegeben } of { $eingeladen } have scored
    }{ $frist ->
        [ja] , until { $bis }.
       *[nein] .
    }
runde-frist-vorbei = The last day is over. Until the round is closed, scores can still be handed in.
runde-wie-viele = { $abgegeben ->
        [0] none of { $eingeladen } has scored
        [one] 1 of { $eingeladen } has scored
       *[other] { $abgegeben } of { $eingeladen } have scored
    }
runde-ansehen = To the round of scoring
runde-keine = The coordination opens the next round and invites people to it.
runde-zu-wenig = A round of scoring can be opened as soon as two quarters are on the list of candidates.
runde-quartiere = To be scored
runde-zurueckgestellt = Set aside since
runde-spaeter = Not before the next round
runde-eingeladen = Invited
runde-bis = Last day
runde-bis-fehlt = Give a day that is not before { $tag }.
runde-ohne-frist = no last day
runde-eroeffnet = Opened
runde-von = { $wann }, { $wer }

runde-neu = Open a round of scoring
runde-neu-text = To be scored: { $namen }. Who is invited scores on their own. Nobody sees the scores of others, you included, until you close the round. While it is open, the criteria are fixed.
runde-eroeffnen = Open the round
runde-wen = Whom do you invite?
    .hinweis = Who is invited finds the form on the start page.
runde-wen-fehlt = Invite at least one person.
runde-aendern = Change the last day or invite more people
runde-aendern-text = Who is invited stays invited: whose view is waited for is not for one person to say.
runde-aendern-speichern = Save the change
runde-weitere = Whom else do you invite?
    .hinweis = Leave it empty if only the last day changes.
runde-schliessen = Close the round
runde-schliessen-alle = All have scored. Once it is closed, everybody involved sees the result, and nobody can change their scores any more.
runde-schliessen-nicht-alle = Not all have scored yet. If you close it all the same, nobody can score any more. Your reason stands with the result and in the log.
runde-grund = Why is it closed early?
    .hinweis = for example: one person is away until January. Stays internal.
runde-grund-fehlt = Write why the round is closed before all have scored.
runde-vorzeitig = Closed early: { $grund }
runde-alle-zurueckgestellt = All quarters of this round are set aside.
    .text = There is nothing left to score. Close the round, or propose a quarter again. Then the criteria can be changed again, too.
runde-schon-offen = A round is open already.
    .text = No second one was opened. Here you see how far it is.
runde-schon-geschlossen = This round is closed already.
    .text = Nothing was changed any more. Here you see how things stand.
runden-frueher = Closed rounds
runde-spalte = Round
runde-bewertet = Scored
runde-geschlossen = Closed
meldung-runde-eroeffnet = The round is open. Who is invited finds it on the start page.
meldung-runde-geschlossen = The round is closed.
heute-runde-schliessen = { $runde }: all have scored, close the round

## One’s own scores

bewertung-bis = There is time until { $tag }.
bewertung-leit-keine = There is nothing to score at present.
bewertung-keine-runde = Scoring takes place in a round to which the coordination invites. None is open at present.
bewertung-nicht-eingeladen = You are not invited to this round. If you should score, too, the coordination can still invite you.
bewertung-alle-zurueckgestellt = All quarters of this round are set aside. The coordination can close the round or propose a quarter again.
bewertung-offen = “{ $kriterium }”: your answer on { $namen } is still missing.
bewertung-fehlt = Choose an answer.
bewertung-zu-spaet = The round that you scored in is closed.
    .text = What you chose last came too late and was not taken.

## The result of a round

ergebnis-runde-offen = Everybody sees the result as soon as the round is closed. So nobody is led by the others.
ergebnis-frueher = Result of { $runde }
ergebnis-geschlossen = Closed on { $wann }, { $wer }.
ergebnis-entschieden = Decision { $nummer } was made after it.
ergebnis-allein = Whether a team agrees shows only when two people score.
ergebnis-nichts-gemeinsam = No two people judged the same. Whether they agree cannot be said.
ergebnis-gleichauf = { $namen } have the same mean points in all that is weighed. No weighting tells them apart: they are level.
ergebnis-alle-gleichauf = { $anzahl ->
        [one] By their own weights one person sees all quarters level and is not counted there.
       *[other] By their own weights { $anzahl } people see all quarters level and are not counted there.
    }

## Steps and their days

kandidat-vorgeschlagen-am = Proposed on
kandidat-tag-zu-frueh = This day is before the last step ({ $stand } on { $tag }). A step cannot be before the one that precedes it.
kandidat-inzwischen = Meanwhile somebody has recorded another step. Open the candidate again and see how things stand.
entscheidung-tag-zu-frueh = The decision cannot have been made before { $tag }: on that day a candidate took its last step.
entscheidung-runde-offen = A round of scoring is still open. Close it first, so that the decision rests on its result.
entscheidung-inzwischen = Meanwhile a candidate has moved, or the decision has been recorded already. See in the register how things stand.
berichtigung-gibt-es-schon = This decision has been corrected already. Open the correction; there it can be corrected further.

## Change log

aktion-candidate-propose = Quarter noted as a candidate
aktion-candidate-step = Step of a candidate recorded
aktion-criterion-add = Criterion added
aktion-criterion-describe = Criterion described
aktion-criterion-retire = Criterion retired
aktion-round-open = Round of scoring opened
aktion-round-widen = Round of scoring changed
aktion-round-close = Round of scoring closed
aktion-ballot-hand-in = Scores handed in
