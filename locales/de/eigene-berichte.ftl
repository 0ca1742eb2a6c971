## Berichte, um die jemand mit Zugang gebeten ist

heute-bericht-eigener = Einen Bericht schreiben: { $titel }, { $zeitraum }
eigene-berichte-titel = Um welche Berichte sind Sie gebeten?
eigene-berichte-leit = Es ist derselbe Bericht, zu dem der Link in Ihrer Post führt. Nach zwei Minuten ist er meist fertig.
eigene-berichte-bis = { $zeitraum }, bis zum { $bis }
eigene-berichte-oeffnen = Bericht öffnen
eigene-berichte-keine = Zurzeit wartet niemand auf einen Bericht von Ihnen.
eigene-berichte-zurueck = Zu heute
recht-reports-own = eigene Berichte öffnen
nav-eigene-berichte = Berichte
nav-eigene-berichte-wozu = Die Berichte, um die Sie gebeten sind. Zwei Minuten, ohne Brief und Link.
