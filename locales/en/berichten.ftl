## Asking for reports of many measures, and what reminds by itself.

berichte-anfragen-titel = Ask for reports
    .leit = Press once, and everybody is asked. Who reports for several measures gets one letter with all links.
berichte-anfragen-leer = Here stand the measures for which somebody can report. So far there is none: a measure under way needs an indicator and somebody who can be reached.
berichte-anfragen-welche = For which measures?
    .hinweis = What is under way is ticked. Where the period has been asked for already, nobody is asked again.
berichte-anfragen-gefragt-wird = Asked: { $wer }.
berichte-anfragen-ohne-adresse = { $wer } (no address)
berichte-anfragen-schon = { $zeitraum } has been asked for already.
berichte-anfragen-keine-gewaehlt = Choose at least one measure.
berichte-anfragen-schon-alle = This period has been asked for already for every measure that you chose.
berichte-anfragen-fehlt = Measures under way for which nobody can be asked yet
berichte-anfragen-fehlt-indikator = An indicator is missing: by what do we notice it, and who reports it?
berichte-anfragen-fehlt-adresse = An address is missing: nobody who reports can be reached.
berichte-anfragen-links = Links to hand on
    .titel = No letters are sent.
    .text = Hand these links on yourself. Each opens one report only.
meldung-berichte-gefragt = Asked. The letters are on their way.

brief-berichte-bitte =
    Hello { $name },

    how did it go? { $stadt } asks you for { $anzahl } reports for { $zeitraum }. Each takes about two minutes:

    { $berichte }

    Please by { $tag }. Each link is for you only, opens this one report only and needs no account. If something is not yours to report, say there whom we should ask.
    .betreff = Your { $anzahl } reports, { $zeitraum }

brief-berichte-erinnerung =
    Hello { $name },

    { $stadt } still lacks { $anzahl } reports for { $zeitraum }. Due: { $tag }. Each takes about two minutes:

    { $berichte }

    If there was nothing to count, “nothing to report” is enough.
    .betreff = Reminder: your { $anzahl } reports, { $zeitraum }

heute-bericht-schreiben = Write a report: { $titel }, { $zeitraum }
bericht-selbst-schreiben = Report now
bericht-anderer-stelle = Another Stelle writes this report.
bericht-nicht-mehr-offen = This report has been handed in or withdrawn; there is nothing to write here now.

bericht-geschehen = What happened?
    .hinweis = Two or three sentences are enough; they stand in the report that you get back. Please no names of the people it is about.
bericht-geschehen-zuletzt = Last time ({ $zeitraum }): “{ $text }”
bericht-geschehen-ist = What happened: “{ $text }”
sachbericht-geschehen = What happened
sachbericht-geld = Money
    .lesen = Planned and spent for the whole measure, not for one partner alone.
sachbericht-geplant = planned
sachbericht-ausgegeben = spent
sachbericht-bis = In all, until { $tag }

wert-davon = of these { $teile }
wert-teile = Told apart
wert-teil = of these { $teil }
bericht-aufgliedern = Tell apart (optional)
pruefung-teile = Told apart, the parts do not add up to the value.
pruefung-anteil-sprung = The share is more than 30 points above or below the last one.
