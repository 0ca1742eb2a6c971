## Putting something that is open onto an agenda: which meeting shall speak about it?

tagesordnung-titel = At which meeting? { $titel }
tagesordnung-leit = Choose the meeting that shall speak about it. It then stands on its agenda.
tagesordnung-sitzung = Meeting
tagesordnung-sitzung-fehlt = Choose a meeting. If none in the list fits, call one.
tagesordnung-setzen = Put onto the agenda
tagesordnung-auf = Put onto an agenda
tagesordnung-ding = Read what it is about
tagesordnung-schon = It is being spoken about already.
    .text = It stands on an agenda. You can have another meeting discuss it too.
tagesordnung-neue = A new meeting
tagesordnung-einberufen = Call a meeting: { $gremium }
tagesordnung-keine-sitzung = No meeting has been called yet.
tagesordnung-andere = Bodies that others keep
tagesordnung-fragen = Ask the Stelle in the chair to put it onto the agenda: { $wer }.
tagesordnung-fragen-vor = Next meeting: { $wann }. Ask the Stelle in the chair to put it onto the agenda: { $wer }.
tagesordnung-ohne-vorsitz = Nobody is in the chair here. The coordination puts items onto the agenda.
tagesordnung-danach = This meeting will then speak about: { $titel }
