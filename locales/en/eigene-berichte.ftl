## Reports that somebody with a log-in is asked for

heute-bericht-eigener = Write a report: { $titel }, { $zeitraum }
eigene-berichte-titel = Which reports are you asked for?
eigene-berichte-leit = It is the same report that the link in your mail leads to. It is mostly done in two minutes.
eigene-berichte-bis = { $zeitraum }, by { $bis }
eigene-berichte-oeffnen = Open the report
eigene-berichte-keine = Nobody is waiting for a report from you at present.
eigene-berichte-zurueck = To today
recht-reports-own = opening one’s own reports
nav-eigene-berichte = Reports
nav-eigene-berichte-wozu = The reports that you are asked for. Two minutes, without letter and link.
