## Austausch: Was geben wir weiter, an wen und wofür, und was bekommen wir?

nav-austausch = Austausch
nav-austausch-wozu = Was die Stadt an andere weitergibt, mit wessen Zustimmung, und was sie von anderen bekommt.
nav-partner = Partner
nav-register = Register
nav-datenstaende = Datenstände
austausch-titel = Was geben wir weiter, und was bekommen wir?
austausch-intern = nur für Beteiligte
austausch-leit = { $gibt ->
        [0] Zurzeit geben wir nichts weiter,
        [one] Zurzeit gilt eine Weitergabe an andere,
       *[other] Zurzeit gelten { $gibt } Weitergaben an andere,
    } { $hat ->
        [0] und von anderen kommt nichts.
        [one] und eine Tabelle kommt von anderen.
       *[other] und { $hat } Tabellen kommen von anderen.
    }
austausch-geben = Was wir weitergeben
austausch-geben-leer = Hier steht, welche Tabelle an wen geht, wofür und bis wann. Weitergegeben wird nur, was die Statistikstelle für das Programm freigegeben hat.
austausch-erhalten = Was wir bekommen
austausch-erhalten-leer = Hier steht, was andere Städte weitergeben. Wer in einer anderen Installation arbeitet, schickt eine Datei; sie lässt sich oben einlesen.
austausch-lesen = Jedes Paket ist mit dem Schlüssel seiner Stadt unterschrieben. Der Fingerabdruck des eigenen Schlüssels ist { $abdruck }. Lesen Sie ihn am Telefon vor, wenn eine andere Installation Ihre Pakete annehmen soll.
austausch-tabelle = Tabelle
austausch-an = An wen
austausch-von = Von wem
austausch-zweck = Wofür
austausch-bis = Bis wann
austausch-stand = Stand
austausch-datenstand = Datenstand
austausch-merkmale = Merkmale
austausch-zeiten = Zeiten
austausch-von-bis = { $von } bis { $bis }

## Eine Weitergabe

weitergabe-neu = Tabelle weitergeben
weitergabe-neu-titel = Was geben wir weiter?
weitergabe-neu-leit = Eine Weitergabe gilt für einen Stand einer Tabelle, für einen Zweck und bis zu einem Tag. Sie lässt sich jederzeit widerrufen.
weitergabe-neu-lesen = Zur Wahl steht nur, was die Statistikstelle für das Programm oder für alle freigegeben hat. Sind Zahlen nicht öffentlich, stimmt auch die Statistikstelle zu, bevor jemand sie sieht. Was später freigegeben wird, geht nicht von selbst mit.
weitergabe-keine-tabelle = Keine Tabelle ist für das Programm freigegeben. Die Statistikstelle kann das auf der Seite eines Datenstands tun.
weitergabe-tabelle-stand = { $titel }, Datenstand { $nummer }
weitergabe-tabelle-hinweis = Für einen neueren Datenstand braucht es eine neue Weitergabe.
weitergabe-tabelle-fehlt = Wählen Sie eine Tabelle.
weitergabe-an-hinweis = Wer in einer anderen Installation arbeitet, steht hier, sobald er als Partner aufgenommen ist.
weitergabe-an-fehlt = Wählen Sie, wer die Tabelle bekommt.
weitergabe-zweck-hinweis = Ein Satz, den auch in vier Jahren jemand versteht: „Vergleich der Zuzüge in den zwölf Städten“.
weitergabe-zweck-fehlt = Schreiben Sie, wofür die Zahlen gebraucht werden.
weitergabe-bis-hinweis = Der letzte Tag, an dem die Zahlen genutzt werden dürfen; spätestens { $tag }.
weitergabe-bis-fehlt = Nennen Sie den letzten Tag.
weitergabe-bis-vorbei = Dieser Tag ist schon vorbei.
weitergabe-bis-zu-lang = So lange gilt keine Weitergabe. Nennen Sie einen früheren Tag; sie lässt sich später neu vereinbaren.
weitergabe-grenzen = Grenzen der Gebiete
weitergabe-grenzen-ja = Grenzen mitgeben
weitergabe-grenzen-hinweis = Nur nötig, wenn die Empfänger Karten zeichnen.
weitergabe-mit-grenzen = gehen mit
weitergabe-ohne-grenzen = gehen nicht mit
weitergabe-vorschlagen = Weitergeben
weitergabe-stand-wartet = wartet auf Zustimmung
weitergabe-stand-gilt = gilt
weitergabe-stand-abgelehnt = abgelehnt
weitergabe-stand-abgelaufen = abgelaufen
weitergabe-stand-widerrufen = widerrufen
weitergabe-stand-gesperrt = gesperrt
weitergabe-leit-wartet = Vorgeschlagen ist die Weitergabe an { $an } bis { $tag }. Bis die Statistikstelle zustimmt, sieht dort niemand etwas.
weitergabe-leit-gilt = { $an } darf diese Zahlen bis { $tag } nutzen.
weitergabe-leit-abgelehnt = Die Statistikstelle hat der Weitergabe an { $an } nicht zugestimmt.
weitergabe-leit-abgelaufen = { $an } durfte diese Zahlen bis { $tag } nutzen. Der Zugang ist beendet.
weitergabe-leit-widerrufen = Die Weitergabe an { $an } ist widerrufen. Der Zugang ist beendet.
weitergabe-leit-gesperrt = Diese Zahlen sind gesperrt. { $an } hat keinen Zugang mehr.
weitergabe-verlauf = Verlauf
weitergabe-schritt-coordination = Zustimmung der Koordination
weitergabe-schritt-office = Zustimmung der Statistikstelle
weitergabe-schritt-refuse = Ablehnung
weitergabe-schritt-revoke = Widerruf
weitergabe-steht-aus = steht aus
weitergabe-kopie = Kopien übermittelt seit
weitergabe-bestaetigt = Löschung bestätigt
weitergabe-bestaetigt-datei = durch eine unterschriebene Datei
weitergabe-bestaetigt-hier = hier in Ankunft
weitergabe-entscheiden = Zustimmen oder ablehnen
weitergabe-entscheiden-sinn = Es gehen nur freigegebene Werte. Sie stimmen zu, dass sie für diesen Zweck bis zu diesem Tag genutzt werden.
weitergabe-zustimmen = Zustimmen
weitergabe-ablehnen = Ablehnen
weitergabe-grund = Grund
weitergabe-grund-fehlt = Schreiben Sie den Grund; er steht im Verlauf.
weitergabe-paket = Paket
weitergabe-datei = Paket herunterladen
weitergabe-datei-sinn = Schicken Sie die Datei an die Empfänger. Das Herunterladen steht mit Ihrer Stelle und der Prüfsumme im Register.
weitergabe-partner-beendet = Die Partnerschaft ist beendet: Dieses Paket geht nicht mehr hinaus. Wer es wieder geben will, nimmt den Partner neu auf und legt eine neue Weitergabe an.
weitergabe-ansehen = Ansehen, was geht
weitergabe-ansehen-sinn = Die Empfänger arbeiten in dieser Installation und lesen die Zahlen hier; geschickt wird nichts. Sie können sich dieselbe Datei ansehen.
weitergabe-widerrufen-titel = Widerrufen
weitergabe-widerrufen-sinn = Der Widerruf beendet den Zugang sofort. Sind Kopien übermittelt, erinnert Ankunft, bis ihre Löschung bestätigt ist.
weitergabe-widerrufen = Weitergabe widerrufen
weitergabe-widerruf-datei = Widerruf als Datei herunterladen
weitergabe-loeschung-offen = Löschung nicht bestätigt
weitergabe-loeschung-sinn = { $an } hat Kopien des Pakets { $nummer }. Bitten Sie darum, sie zu löschen und das zu bestätigen.
weitergabe-teil-gesperrt = Seit { $an } Kopien des Pakets { $nummer } bekommen hat, ist ein Teil seiner Zahlen gesperrt. Bitten Sie darum, die Kopien zu löschen und das zu bestätigen. Was nicht gesperrt ist, gilt weiter.
weitergabe-loeschung-vermerken = Löschung vermerken
weitergabe-wer = Wer hat die Löschung bestätigt, und wie?
weitergabe-wer-fehlt = Schreiben Sie, wer die Löschung bestätigt hat, und auf welchem Weg.
heute-weitergabe-zustimmen = Der Weitergabe von „{ $titel }“ an { $wer } zustimmen oder sie ablehnen
heute-weitergabe-loeschung = Löschung von „{ $titel }“ bei { $wer } nachfragen
heute-paket-loeschen = „{ $titel }“ von { $wer } löschen und das bestätigen
meldung-weitergabe = Die Weitergabe gilt.
meldung-weitergabe-wartet = Die Weitergabe ist vorgeschlagen. Die Statistikstelle sieht es auf ihrer Startseite.
meldung-weitergabe-office = Zugestimmt. Die Weitergabe gilt.
meldung-weitergabe-refuse = Die Weitergabe ist abgelehnt.
meldung-weitergabe-revoke = Die Weitergabe ist widerrufen, der Zugang ist beendet.
meldung-schon-geschehen = Das ist schon geschehen. Hier steht, wie es jetzt ist.
meldung-geloescht-vermerkt = Die Löschung ist vermerkt.
meldung-geloescht-bestaetigt = Danke. Die Bestätigung ist bei der Stadt angekommen.

## Ein Paket

erhalten-leit-gilt = { $von } gibt diese Zahlen bis { $tag } weiter.
erhalten-leit-abgelaufen = { $von } hat diese Zahlen bis { $tag } weitergegeben. Die Frist ist vorbei.
erhalten-leit-widerrufen = { $von } hat diese Weitergabe widerrufen.
erhalten-leit-gesperrt = { $von } hat diese Zahlen gesperrt.
paket-nummer = Paketnummer
paket-hash = Prüfsumme
paket-schutz = Geheimhaltung
paket-gebiete = { $anzahl ->
        [one] ein Gebiet
       *[other] { $anzahl } Gebiete
    }
paket-herunterladen = Paket herunterladen
paket-lesen = Das Paket enthält die Zahlen als lange Tabelle (CSV), ihre Beschreibung, die Zustimmung und die Prüfsummen. Null, nicht gezeigt und fehlend sind in einer eigenen Spalte unterschieden. Jedes Herunterladen steht im Register beider Seiten.
paket-zu-loeschen = Zu löschen
paket-zu-loeschen-sinn = Die Zahlen dürfen nicht mehr genutzt werden. Löschen Sie alle Kopien, auch heruntergeladene, und bestätigen Sie es.
paket-teil-zu-loeschen-sinn = Seit Sie das Paket bekommen haben, ist ein Teil seiner Zahlen gesperrt. Löschen Sie alle Kopien, auch heruntergeladene, und bestätigen Sie es. Danach können Sie das Paket ohne die gesperrten Zahlen neu herunterladen.
paket-geloescht-bestaetigen = Alle Kopien sind gelöscht
paket-einlesen = Paket einlesen
paket-einlesen-titel = Ein Paket einlesen
paket-einlesen-leit = Ankunft prüft zuerst Unterschrift, Empfänger, Frist und Inhalt. Übernommen wird erst, was Sie danach annehmen.
paket-datei = Paketdatei
paket-datei-hinweis = Ein Austauschpaket, ein Widerruf oder eine Löschbestätigung (ZIP), bis { $mb } MB.
paket-gut = Das Paket ist echt und unversehrt
paket-gut-leit = Unterschrift, Empfänger, Frist und alle Prüfsummen stimmen. Noch ist nichts übernommen.
paket-widerruf-gut = Das ist ein Widerruf
paket-widerruf-gut-leit = Die Stadt nimmt ihre Zustimmung zurück. Mit dem Vermerk verschwinden die Zahlen hier sofort, und auf Ihrer Startseite steht, von welchem Paket noch Kopien zu löschen sind.
paket-loeschung-gut = Das ist eine Löschbestätigung
paket-loeschung-gut-leit = Die Empfänger bestätigen, dass alle Kopien gelöscht sind.
paket-schlecht = Das Paket wird nicht angenommen
paket-schlecht-leit = Nichts ist übernommen. Der Grund steht unten, mit dem, was zu tun ist.
paket-annehmen = Annehmen
paket-annehmen-sinn = Die Zahlen werden ein eigener Datenstand mit eigenen Gebieten. Niemand kann sie ändern oder weitergeben.
paket-neu-gemacht = Neu ausgestellt
paket-neu-gemacht-am = Nach einer Sperrung, { $tag }. Ist das frühere Paket dieser Nummer hier angenommen, tritt dieses an seine Stelle, und die früheren Zahlen verschwinden.
paket-abweichungen = Abweichungen von Kernindikatoren
paket-ersetzt-kurz = durch eine neue Fassung ersetzt
paket-ersetzt-sinn = Ein Teil dieser Zahlen wurde gesperrt. Die Stadt hat das Paket ohne ihn neu ausgestellt, und das neue steht an der Stelle von diesem.
paket-ersetzt = Zum neu ausgestellten Paket
paket-ersetzt-frueheres = Dieses Paket steht an der Stelle eines früheren mit derselben Nummer, von dem ein Teil der Zahlen gesperrt wurde.
paket-frueheres = Zum früheren Paket
paket-ersetzt-grund = Nach einer Sperrung neu ausgestellt
paket-vermerken = Vermerken
paket-angenommen = Angenommen
paket-im-atlas = Im Atlas unter „Daten“ ansehen
paket-gilt = gilt
paket-gilt-leit = { $von } gibt diese Zahlen bis { $tag } weiter. Sie stehen als eigener Datenstand im Atlas.
paket-abgelaufen = abgelaufen
paket-abgelaufen-leit = { $von } hat diese Zahlen bis { $tag } weitergegeben. Die Frist ist vorbei.
paket-widerrufen = widerrufen
paket-widerrufen-leit = { $von } hat dieses Paket widerrufen. Seine Zahlen stehen hier nicht mehr.
paket-gesperrt = gesperrt
paket-gesperrt-leit = Die Zahlen von { $von } sind gesperrt. Sie stehen hier nicht mehr.
paket-geloescht = gelöscht
paket-geloescht-leit = Die Zahlen von { $von } sind hier gelöscht. Was sie zitierte, sagt es.
paket-geloescht-grund = Weitergabe beendet
paket-loeschen-titel = Löschen
paket-loeschen-sinn = Die Zahlen verschwinden überall in dieser Stadt, auch aus Zitaten. Tag, Grund und Prüfsumme bleiben. Das lässt sich nicht rückgängig machen.
paket-loeschen = Zahlen löschen
paket-bestaetigen-sinn = Die Zahlen stehen hier nicht mehr. Löschen Sie auch heruntergeladene Kopien und bestätigen Sie es. Danach finden Sie hier die Löschbestätigung für die Stadt.
paket-bestaetigung = Löschbestätigung herunterladen
paket-bestaetigung-sinn = Schicken Sie die Bestätigung an die Stadt. Sie ist unterschrieben und enthält keine Zahlen.
meldung-paket-angenommen = Das Paket ist angenommen. Die Zahlen stehen im Atlas.
meldung-paket-ersetzt = Das Paket ist angenommen und steht an der Stelle des früheren. Die früheren Zahlen stehen hier nicht mehr.
meldung-paket-vermerkt = Vermerkt.
meldung-paket-geloescht = Die Zahlen sind gelöscht.

## Partner

partner-titel = Wessen Pakete nehmen wir an?
partner-leit = Angenommen wird, was mit einem Schlüssel unterschrieben ist, den jemand am Telefon verglichen hat. Städte dieser Installation kennen einander.
partner-eigener = Unser Schlüssel
partner-eigener-sinn = Schicken Sie den Schlüssel, wie er hier steht, und lesen Sie am Telefon den Fingerabdruck vor.
partner-abdruck = Fingerabdruck
partner-schluessel = Schlüssel
partner-schluessel-hinweis = 64 Ziffern und Buchstaben von a bis f, wie sie auf der Partnerseite der anderen stehen.
partner-schluessel-unklar = Das ist kein Schlüssel. Er hat 64 Ziffern und Buchstaben von a bis f.
partner-schluessel-eigener = Das ist der eigene Schlüssel. Gesucht ist der des anderen.
partner-schluessel-bekannt = Dieser Schlüssel ist schon aufgenommen.
partner-bekannte = Partner in anderen Installationen
partner-leer = Noch ist kein Partner aufgenommen.
partner-aufnahme = Partner aufnehmen
partner-name = Name
partner-name-hinweis = So, wie er in Listen und im Register stehen soll.
partner-name-fehlt = Nennen Sie den Partner.
partner-verglichen = Fingerabdruck
partner-verglichen-ja = Ich habe den Fingerabdruck am Telefon verglichen.
partner-nicht-verglichen = Vergleichen Sie den Fingerabdruck am Telefon und bestätigen Sie es hier.
partner-aufnehmen = Aufnehmen
partner-seit = aufgenommen { $tag }
partner-beendet = beendet { $tag }
partner-beenden = Pakete nicht mehr annehmen
meldung-partner = Der Partner ist aufgenommen.
meldung-partner-ende = Pakete mit diesem Schlüssel werden nicht mehr angenommen, Widerruf und Löschbestätigung schon.

## Register

register-titel = Übermittlungsregister
register-leit = Was wann an wen ging oder von wem kam, und wofür. Jede Zeile bleibt { $jahre } Jahre.
register-lesen = Eine Zeile wird nie geändert. Nach { $jahre } Jahren nimmt Ankunft sie beim nächsten Öffnen des Registers heraus; das Protokoll vermerkt, wie viele es waren.
register-leer = Noch ist nichts übermittelt.
register-wann = Wann
register-was = Was
register-mit = Mit wem
register-wer = Durch wen
register-exported = als Datei weitergegeben
register-fetched = Kopie geholt
register-imported = Datei angenommen
register-revoked = widerrufen
register-deleted = Löschung bestätigt
register-frozen = in einen Datenstand aufgenommen
register-template = Vorlage eingelesen

## Datenstände

datenstaende-titel = Welchen Stand der Daten zitieren wir?
datenstaende-leit = Ein Datenstand ist eine feste Liste von Paketen mit ihren Prüfsummen. Er ändert sich nie.
datenstaende-leer = Noch ist kein Datenstand eingefroren.
datenstand-neu = Datenstand einfrieren
datenstand-neu-titel = Welche Pakete gehören dazu?
datenstand-neu-leit = Der Datenstand bekommt die nächste Nummer und lässt sich danach nicht mehr ändern.
datenstand-kein-paket = Zurzeit darf kein Paket genutzt werden.
datenstand-nummer = Datenstand { $nummer }
datenstand-wofuer = Wofür
datenstand-wofuer-hinweis = Zum Beispiel der Titel der Auswertung.
datenstand-titel-fehlt = Schreiben Sie, wofür der Datenstand gebraucht wird.
datenstand-pakete = Pakete
datenstand-paket-fehlt = Wählen Sie mindestens ein Paket.
datenstand-einfrieren = Einfrieren
datenstand-wann = Eingefroren
datenstand-zitieren = So zitieren
datenstand-zitat = Ankunft, Datenstand { $nummer }, { $wer }, { $tag }, { $anzahl ->
        [one] ein Paket
       *[other] { $anzahl } Pakete
    }, SHA-256 { $hash }.
datenstand-herunterladen = Pakete herunterladen
datenstand-da = vorhanden
datenstand-weg = Datei entfernt { $tag }
datenstand-lesen = Wird eine Weitergabe widerrufen, verschwindet ihre Datei aus jedem Datenstand. Nummer und Prüfsumme bleiben: was zitiert ist, lässt sich weiter prüfen.
meldung-datenstand = Der Datenstand ist eingefroren.
meldung-datenstand-schon = Diesen Datenstand gibt es schon.

## Protokoll und Rechte

aktion-grant-propose = Weitergabe vorgeschlagen
aktion-grant-consent = Weitergabe zugestimmt
aktion-grant-refuse = Weitergabe abgelehnt
aktion-grant-revoke = Weitergabe widerrufen
aktion-grant-deliver = Paket übermittelt
aktion-grant-deleted = Löschung von Kopien bestätigt
aktion-partner-add = Partner aufgenommen
aktion-partner-end = Partner beendet
aktion-package-accept = Paket angenommen
aktion-package-delete = Zahlen eines Pakets gelöscht
aktion-package-replace = Paket durch eine neue Fassung ersetzt
aktion-package-revoked = Widerruf eines Pakets vermerkt
aktion-transfer-clear = Alte Zeilen des Registers entfernt
aktion-state-freeze = Datenstand eingefroren
ding-exchange-grant = Weitergabe
ding-exchange-partner = Partner
ding-exchange-received = Paket
ding-transfer = Register
ding-frozen-state = Datenstand
recht-exchange-see = den Austausch sehen
recht-exchange-share = Zahlen weitergeben
recht-exchange-consent = der Weitergabe zustimmen
recht-exchange-receive = Pakete nutzen
recht-exchange-freeze = Datenstände einfrieren

## Prüfhinweise

finding-bundle-no-archive = Die Datei ist kein ZIP-Archiv.
    .suggestion = Bitte die Paketdatei unverändert einlesen, so wie sie heruntergeladen wurde.
finding-bundle-broken = Das Archiv ist beschädigt.
    .suggestion = Bitte das Paket noch einmal schicken lassen.
finding-bundle-member-broken = „{ $member }“ im Archiv ist beschädigt.
    .suggestion = Bitte das Paket noch einmal schicken lassen.
finding-bundle-locked = Das Archiv ist mit einem Kennwort geschützt oder ungewöhnlich gepackt.
    .suggestion = Ein Austauschpaket braucht kein Kennwort. Bitte die Originaldatei einlesen.
finding-bundle-too-many = Im Archiv sind mehr Dateien, als ein Paket hat (höchstens { $most }).
    .suggestion = Das ist kein Austauschpaket. Bitte beim Absender nachfragen.
finding-bundle-too-large = Ausgepackt ist das Archiv größer als erlaubt ({ $limit } MB).
    .suggestion = Bitte beim Absender nachfragen; so große Pakete entstehen nicht von selbst.
finding-bundle-path = Ein Dateiname im Archiv führt aus dem Archiv heraus oder ist keiner.
    .suggestion = Das ist kein Austauschpaket. Bitte die Datei nicht öffnen und beim Absender nachfragen.
finding-bundle-twice = „{ $member }“ steht zweimal im Archiv.
    .suggestion = Das ist kein Austauschpaket. Bitte beim Absender nachfragen.
finding-package-no-manifest = Im Archiv fehlt das Verzeichnis des Pakets (manifest.json).
    .suggestion = Bitte prüfen, ob das die richtige Datei ist.
finding-package-json = Diese Datei des Pakets ist nicht lesbar.
    .suggestion = Bitte das Paket noch einmal schicken lassen.
finding-package-schema = Das Paket hat eine andere Fassung ({ $found }); diese Installation liest { $known }.
    .suggestion = Bitte die ältere der beiden Installationen erneuern und das Paket neu erzeugen.
finding-package-no-key = Das Paket nennt keinen Schlüssel.
    .suggestion = Bitte das Paket noch einmal schicken lassen.
finding-package-unknown-sender = Der Schlüssel von „{ $name }“ ist hier nicht bekannt. Sein Fingerabdruck: { $fingerprint }
    .suggestion = Bitte den Fingerabdruck am Telefon vergleichen und den Absender unter „Partner“ aufnehmen.
finding-package-signature = Die Unterschrift von { $name } passt nicht: das Verzeichnis des Pakets wurde verändert.
    .suggestion = Bitte das Paket auf einem anderen Weg noch einmal schicken lassen.
finding-package-other-recipient = Das Paket ist für „{ $name }“ bestimmt, nicht für diese Stadt.
    .suggestion = Bitte löschen und dem Absender sagen, dass es falsch angekommen ist.
finding-package-no-day = Das Paket nennt keinen letzten Tag.
    .suggestion = Bitte das Paket noch einmal schicken lassen.
finding-package-expired = Das Paket durfte bis { $day } genutzt werden.
    .suggestion = Bitte beim Absender um eine neue Weitergabe bitten.
finding-package-file-missing = Diese Datei des Pakets fehlt.
    .suggestion = Bitte das Paket noch einmal schicken lassen.
finding-package-file-altered = Diese Datei ist nicht die, die unterschrieben wurde.
    .suggestion = Bitte das Paket auf einem anderen Weg noch einmal schicken lassen.
finding-package-file-strange = Diese Datei gehört nicht zum Paket.
    .suggestion = Bitte das Paket noch einmal schicken lassen.
finding-package-revoked = Die Weitergabe { $package } ist widerrufen oder beendet.
    .suggestion = Bitte die Datei löschen. Für neue Zahlen braucht es eine neue Weitergabe.
finding-package-withdrawn = Seit dieses Paket heruntergeladen wurde, ist ein Teil seiner Zahlen gesperrt ({ $package }).
    .suggestion = Bitte die Datei löschen und das Paket neu herunterladen.
finding-package-known-already = Das Paket { $package } ist hier schon angenommen.
    .suggestion = Es ist nichts zu tun.
finding-package-replaced = Diese Fassung des Pakets { $package } ist überholt: an ihrer Stelle steht hier eine, die { $name } nach einer Sperrung neu ausgestellt hat.
    .suggestion = Bitte die Datei löschen.
finding-package-other-known = Unter der Nummer { $package } ist hier schon ein anderes Paket angenommen, und dieses wurde danach nicht wegen einer Sperrung neu ausgestellt.
    .suggestion = Bitte bei { $name } nachfragen. Für andere Zahlen braucht es eine neue Weitergabe.
finding-package-not-ours = Zu dieser Löschbestätigung gibt es hier keine Weitergabe ({ $package }).
    .suggestion = Bitte prüfen, ob die Datei für diese Stadt bestimmt ist.
finding-package-no-protection = Das Paket sagt nicht, wie seine Zahlen geheim gehalten wurden.
    .suggestion = Bitte beim Absender nachfragen. Ohne Regel, Stelle und Tag wird nichts übernommen.
finding-package-areas = Die Liste der Gebiete ist leer, oder ein Schlüssel fehlt oder steht zweimal.
    .suggestion = Bitte das Paket noch einmal erzeugen lassen.
finding-package-header = Die Spalten sind andere als in einem Austauschpaket.
    .suggestion = Bitte das Paket noch einmal erzeugen lassen.
finding-package-fields = Die Zeile hat zu viele oder zu wenige Felder.
    .suggestion = Bitte das Paket noch einmal erzeugen lassen.
finding-package-not-text = Ab hier ist die Datei kein Text.
    .suggestion = Bitte das Paket noch einmal erzeugen lassen.
finding-package-unknown-area = Dieses Gebiet steht nicht in der Liste der Gebiete.
    .suggestion = Bitte das Paket noch einmal erzeugen lassen.
finding-package-unknown-indicator = Dieses Merkmal steht nicht in der Beschreibung.
    .suggestion = Bitte das Paket noch einmal erzeugen lassen.
finding-package-period = Das ist weder ein Stichtag noch ein Zeitraum.
    .suggestion = Geschrieben wird 2024-12-31, 2024h2, 2024q4 oder 2024.
finding-package-state = Wert und Zustand sagen nicht dasselbe.
    .suggestion = Null ist 0 mit „zero“; nicht gezeigt und fehlend haben keine Zahl.
finding-package-flag = Ob der Wert unsicher ist, steht hier als 1 oder 0.
    .suggestion = Bitte das Paket noch einmal erzeugen lassen.
finding-package-figure-twice = Dieser Wert steht zweimal.
    .suggestion = Bitte das Paket noch einmal erzeugen lassen.
finding-package-too-many-figures = Das Paket hat mehr Merkmale, Tage und Gebiete, als hier gelesen werden ({ $most } Werte).
    .suggestion = Bitte den Absender um weniger Merkmale oder Stichtage in einem Paket bitten.
finding-package-incomplete = Für { $indicator } in { $period } fehlen Gebiete oder die Stadt im Ganzen.
    .suggestion = Was niemand hat, steht als „missing“ da. Bitte das Paket noch einmal erzeugen lassen.
finding-package-no-figures = Das Paket enthält keine Zahlen.
    .suggestion = Bitte beim Absender nachfragen.
finding-package-does-not-fit = Der Inhalt passt nicht zusammen; nichts ist übernommen.
    .suggestion = Bitte das Paket noch einmal erzeugen lassen.
