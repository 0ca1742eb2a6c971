## Statistikstelle: was vorliegt

office-nav-wozu = Was vorliegt, was freigegeben ist, was wartet und wer was bekommen hat.
office-nav = Statistikstelle
office-titel = Datenstände und Freigaben
office-datenstand = Datenstand { $nummer }
office-stand-im-satz = Datenstand { $nummer }
office-nummer-gebiete = Datenstand { $nummer }, { $gebiete }
office-leit-alle = { $anzahl ->
        [0] Noch liegt kein Datenstand vor.
        [one] Ein Datenstand liegt vor.
       *[other] { $anzahl } Datenstände liegen vor.
    }
office-leit-wartet = { $anzahl ->
        [0] Auf eine Freigabe wartet niemand.
        [one] Einer wartet auf Ihre Freigabe.
       *[other] { $anzahl } warten auf Ihre Freigabe.
    }
office-leit-intern = { $anzahl ->
        [0] Keiner ist allein für die Statistikstelle bestimmt.
        [one] Einer ist ungeschützt und allein für die Statistikstelle bestimmt.
       *[other] { $anzahl } sind ungeschützt und allein für die Statistikstelle bestimmt.
    }
office-heute = { $anzahl ->
        [one] Ein Datenstand wartet auf eine Freigabe
       *[other] { $anzahl } Datenstände warten auf eine Freigabe
    }
office-zeigen = Welche Datenstände
office-zeigen-alle = Alle ({ $anzahl })
office-zeigen-wartet = Wartet auf Freigabe ({ $anzahl })
office-zeigen-freigegeben = Freigegeben ({ $anzahl })
office-zeigen-intern = Nur Statistikstelle ({ $anzahl })
office-zeigen-gesperrt = Gesperrt ({ $anzahl })
office-spalte-datenstaende = Datenstand
office-spalte-stichtage = Stichtage
office-spalte-geheimhaltung = Geheimhaltung
office-spalte-freigegeben = Freigegeben für
office-spalte-uebernommen = Übernommen
office-spalten-anzahl = { $anzahl ->
        [one] eine Spalte
       *[other] { $anzahl } Spalten
    }
office-ungeschuetzt = ungeschützt
office-vorgesehen = vorgesehen für: { $nutzung }
office-stand-wartet = wartet auf Freigabe
office-stand-intern = nicht freigegeben
office-stand-gesperrt = gesperrt
office-stand-zurueckgenommen = Freigabe gesperrt
office-leer = Hier stehen die Datenstände der Stadt: was vorliegt, was davon freigegeben ist und was wartet. Bringen Sie die erste Datei.
office-keine-so = So einen Datenstand gibt es gerade nicht.
office-lesen = Eine Spalte ist ein Merkmal an einem Stichtag über alle Gebiete. Ungeschützte Zahlen sieht nur die Statistikstelle; aus ihr kommt nur, was Sie freigeben.
office-weiter = Weiteres
office-alle-weitergaben = Wer hat nicht öffentliche Daten bekommen?
office-datei-bringen = Datei bringen
office-stichtag = Stichtag oder Zeitraum

## Ein Datenstand

stand-nur-hier = nur Statistikstelle
stand-leit-wartet = Die Zahlen sind ungeschützt, nur die Statistikstelle sieht sie. Vorgesehen sind sie für: { $nutzung }. Freigegeben ist davon noch nichts.
stand-leit-intern = Die Zahlen sind ungeschützt, nur die Statistikstelle sieht sie. Freigegeben ist davon nichts.
stand-leit-gerundet = Die Zahlen sind ungeschützt, nur die Statistikstelle sieht sie. Freigegeben sind { $spalten } von { $alle } Spalten mit { $regel }, für: { $nutzung }.
stand-leit-bereits = Die Zahlen kamen geschützt hierher: { $regel }. Freigegeben sind { $spalten } von { $alle } Spalten, für: { $nutzung }.
stand-leit-gesperrt = Dieser Datenstand ist seit { $wann } gesperrt. Seine Zahlen gibt es hier nicht mehr.
stand-leit-zurueckgenommen = Die Freigabe dieses Datenstands ist gesperrt. Niemand liest ihn.
stand-ist-gesperrt = Das ist gesperrt.
    .text = Die Zahlen sind überall zurückgenommen. Freigeben oder noch einmal sperren lässt sich hier nichts.
stand-freigabe = Freigabe vorbereiten
stand-weitergaben = Wer hat das bekommen?
stand-sperren = Datenstand sperren
stand-werte = Werte
stand-ungeschuetzt = ungeschützt
stand-freigegeben = freigegeben
stand-freigegeben-mit = freigegeben, { $regel }
stand-abstand = Abstand
stand-lesen-beide = Links steht, was die Statistikstelle weiß, daneben, was andere lesen. Der Abstand ist, was das Runden verändert hat. „nicht gezeigt“ steht, wo sich die Zahl sonst aus anderen ergäbe.
stand-lesen-nur-quelle = Diese Zahlen sieht nur die Statistikstelle. Freigegeben ist zu diesem Stichtag nichts.
stand-lesen-nur-freigegeben = Das sind die Zahlen, wie sie geschützt hierher kamen und freigegeben sind.
stand-spalten = Was der Datenstand enthält
stand-merkmal = Merkmal
stand-art = Art
stand-art-count = Anzahl
stand-art-percent = Anteil
stand-art-measure = Maß
stand-art-class = Klasse
stand-von-bis = Stichtage
stand-anzahl = Wie viele
stand-davon = davon freigegeben
stand-zeiten = { $anzahl ->
        [one] ein Stichtag
       *[other] { $anzahl } Stichtage
    }
stand-freigaben = Freigaben
stand-keine-freigabe = Von diesem Datenstand ist nichts freigegeben.
stand-freigabe-regel = Geheimhaltung
stand-freigabe-nutzung = Nutzung
stand-freigabe-gebiete = Gebiete
stand-freigabe-spalten = Spalten
stand-freigabe-wann = Wann, durch wen
stand-freigabe-sperrung = Sperrung
stand-freigabe-sperren = Freigabe sperren
stand-gesperrt-am = gesperrt am { $wann }
stand-herkunft = Woher die Zahlen kommen
stand-vorgesehen = Vorgesehen für

## Freigabe

freigabe-titel = Was würde von { $stand } das Haus verlassen?
freigabe-leit = Wählen Sie Rundung und Nutzung. Sie sehen dann zuerst, was die Statistikstelle verlassen würde und was ein Angriff darin fände. Freigegeben ist damit noch nichts.
freigabe-leit-nichts = Nichts: Keine Spalte hält dem Angriff stand. Freigegeben werden kann sie so nicht.
freigabe-leit-vorschau = { $spalten ->
        [one] Eine Spalte mit { $zellen } Zellen würde das Haus verlassen, mit { $regel }, für: { $nutzung }.
       *[other] { $spalten } Spalten mit zusammen { $zellen } Zellen würden das Haus verlassen, mit { $regel }, für: { $nutzung }.
    }
freigabe-leit-angriff = { $gefunden ->
        [0] Ein Angriff fände darin nichts.
        [one] Allein mit Rundung fände ein Angriff eine Zelle; darum { $verborgen ->
            [one] bleibt eine verborgen.
           *[other] bleiben { $verborgen } verborgen.
        }
       *[other] Allein mit Rundung fände ein Angriff { $gefunden } Zellen; darum { $verborgen ->
            [one] bleibt eine verborgen.
           *[other] bleiben { $verborgen } verborgen.
        }
    }
freigabe-runden = Rundung
freigabe-runden-5 = 5er-Rundung
    .hinweis = Jede Zahl für sich auf das nächste Vielfache von 5; höchstens 2 daneben.
freigabe-runden-10 = 10er-Rundung
    .hinweis = Jede Zahl für sich auf das nächste Vielfache von 10; höchstens 5 daneben. Schützt stärker.
freigabe-runden-fehlt = Wählen Sie die Rundung.
freigabe-kreis = Nutzung: Wer darf die Zahlen lesen?
freigabe-kreis-administration = Alle, die in der Verwaltung dieser Stadt ein Konto haben.
freigabe-kreis-programme = Dazu das Forschungsteam und die anderen Kommunen des Programms.
freigabe-kreis-public = Alle, auch ohne Anmeldung.
freigabe-kreis-fehlt = Wählen Sie, für wen die Zahlen freigegeben werden.
freigabe-vorschau = Vorschau
freigabe-anders = Anders wählen
freigabe-lesen = Gerundet wird jede Zelle für sich, auch die Summe. Dann wird angegriffen: Was ließe sich aus Summen und Teilen doch genau bestimmen? Was gefunden würde, wird verborgen oder zurückgehalten.
freigabe-zahl-spalten = { $anzahl ->
        [one] Spalte verlässt das Haus
       *[other] Spalten verlassen das Haus
    }
freigabe-zahl-zellen = { $anzahl ->
        [one] Zelle, Summe eingeschlossen
       *[other] Zellen, Summen eingeschlossen
    }
freigabe-zahl-verborgen = { $anzahl ->
        [one] Zelle davon bleibt verborgen
       *[other] Zellen davon bleiben verborgen
    }
freigabe-zahl-zurueck = { $anzahl ->
        [one] Spalte wird zurückgehalten
       *[other] Spalten werden zurückgehalten
    }
freigabe-angriff = Was der Angriff sagt
freigabe-angriff-text = { $gefunden ->
        [0] Allein mit Rundung fände ein Angriff keine Zelle.
        [one] Allein mit Rundung fände ein Angriff eine Zelle.
       *[other] Allein mit Rundung fände ein Angriff { $gefunden } Zellen.
    } { $verborgen ->
        [0] Verborgen werden muss nichts.
        [one] Eine Zelle wird verborgen; danach findet er nichts mehr.
       *[other] { $verborgen } Zellen werden verborgen, zuerst Summen; danach findet er nichts mehr.
    } { $summen ->
        [0] Er kennt die Summe über die Gebiete.
        [one] Er kennt die Summe über die Gebiete und eine Summe von Merkmalen.
       *[other] Er kennt die Summe über die Gebiete und { $summen } Summen von Merkmalen.
    }
freigabe-gefunden = { $gezeigt } von { $alle } Zellen, die er fände
freigabe-gezeigt = gerundet
freigabe-moeglich = möglich wäre nur
freigabe-summen = Welche Merkmale sich addieren
freigabe-ungesehen = Für diese Merkmale sind zu wenige Zahlen da, um zu erkennen, ob sie sich mit anderen addieren; bitte prüfen Sie es selbst: { $merkmale }
freigabe-bleibt = Was zurückgehalten wird
freigabe-weil = Warum
freigabe-weil-keine-anzahl = Rundung schützt nur Anzahlen. Anteile und Mittelwerte werden aus gerundeten Anzahlen neu berechnet.
freigabe-weil-bruch = Eine Zelle ist keine ganze, nicht negative Zahl.
freigabe-weil-gefunden = Der Angriff findet Zahlen, auch wenn alles ringsum verborgen ist.
freigabe-weil-frueher = Zusammen mit einer früheren Freigabe anderer Rundung ließen sich Zahlen bestimmen.
freigabe-weil-widerspruch = Teile und Summe passen nicht zusammen; was gefunden werden könnte, lässt sich nicht sagen.
freigabe-abstand = Wie weit Summe und Teile auseinander liegen
freigabe-abstand-text = Die gerundete Summe und die Summe der gerundeten Gebiete unterscheiden sich höchstens um { $groesste }, im Mittel um { $mittel } (verglichen in { $spalten ->
        [one] einer Spalte, die alles zeigt
       *[other] { $spalten } Spalten, die alles zeigen
    }). Das ist gewollt: Jede Zahl ist für sich gerundet.
freigabe-geschwister = Dieselben Merkmale sind schon anders freigegeben.
    .text = Der Angriff rechnet das nicht mit: { $liste }. Prüfen Sie, ob sich aus beiden zusammen etwas bestimmen lässt, etwa aus verschiedenen Gebietszuschnitten.
freigabe-geschwister-gebiete = { $gebiete } ({ $anzahl ->
        [one] Datenstand { $nummern }
       *[other] Datenstände { $nummern }
    })
freigabe-endgueltig = Was freigegeben ist, ist in der Welt.
    .text = Eine Freigabe wird nie geändert. Zurücknehmen lässt sie sich nur durch eine Sperrung.
freigabe-jetzt = Jetzt freigeben
freigabe-schon = Genau so ist dieser Datenstand für diesen Kreis schon freigegeben. Wählen Sie eine weitere Nutzung, oder lassen Sie es dabei.
freigabe-ueberholt = Inzwischen hat jemand dieselben Zahlen freigegeben. Sehen Sie die Vorschau noch einmal an: Beide Freigaben zusammen könnten mehr verraten.
freigabe-nichts-haelt = Keine Spalte hält dem Angriff stand. Wählen Sie die gröbere Rundung.
freigabe-keine-quelle = Dieser Datenstand ist inzwischen gesperrt oder hat keine ungeschützten Zahlen.
freigabe-bereits = Hier ist nichts freizugeben.
    .text = Die Zahlen dieses Datenstands kamen geschützt hierher und sind mit der Übernahme freigegeben worden.
meldung-freigegeben = Freigegeben.

## Sperrung

sperrung-titel = { $stand } sperren?
sperrung-titel-freigabe = Freigabe von { $stand } sperren? ({ $regel }, { $nutzung })
sperrung-leit = Eine Sperrung nimmt den Datenstand überall zurück: seine Zahlen, seine Freigaben, die Datei und jede Stelle, die ihn zitiert. Tag, Grund und Prüfsumme bleiben.
sperrung-leit-freigabe = Eine Sperrung nimmt diese Freigabe überall zurück, auch aus jeder Stelle, die sie zitiert. Die ungeschützten Zahlen bleiben in der Statistikstelle. Tag, Grund und Prüfsumme bleiben.
sperrung-betroffen = Was und wen es betrifft
sperrung-zahl-freigaben = { $anzahl ->
        [one] Freigabe
       *[other] Freigaben
    }
sperrung-zahl-fundstellen = { $anzahl ->
        [one] Fundstelle
       *[other] Fundstellen
    }
sperrung-zahl-mappen = { $anzahl ->
        [one] Mappe
       *[other] Mappen
    }
sperrung-zahl-weitergaben = { $anzahl ->
        [one] Weitergabe des Datenstands
       *[other] Weitergaben des Datenstands
    }
sperrung-bekommen = Als Austauschpaket ging der Datenstand an: { $wer }. Wo er in dieser Installation übernommen wurde, verschwinden die Zahlen auch dort. Nach der Löschung anderer Kopien fragt die Koordination.
sperrung-durch = Von { $stadt } gesperrt
sperrung-zitiert = Wo die Zahlen zitiert sind
sperrung-fundstelle = Fundstelle
sperrung-steht = Steht in
sperrung-gehoert = Gehört
sperrung-nirgends = nirgends, nur gemerkt
sperrung-mappe = Mappe „{ $titel }“
sperrung-grund = Grund der Sperrung
    .hinweis = Er steht dauerhaft in der Liste der Sperrungen und im Brief an die Betroffenen. Nennen Sie darin keine Zahl.
sperrung-grund-fehlt = Nennen Sie den Grund. Ohne ihn wird nichts gesperrt.
sperrung-grund-lang = Der Grund ist zu lang. Höchstens 2.000 Zeichen.
sperrung-endgueltig = Das lässt sich nicht rückgängig machen.
    .text = Die Zahlen werden überschrieben. Ausgedruckte Blätter, heruntergeladene Dateien und frühere Sicherungen behalten sie; wer etwas bekommen hat, steht unter „Wer hat das bekommen?“.
sperrung-knopf = Datenstand überall sperren
sperrung-knopf-freigabe = Freigabe überall sperren
meldung-gesperrt = Gesperrt. Die Zahlen sind überall zurückgenommen.
sperrungen-titel = Sperrungen
sperrungen-leit = { $anzahl ->
        [0] Bisher ist nichts gesperrt.
        [one] Eine Sperrung gibt es bisher.
       *[other] { $anzahl } Sperrungen gibt es bisher, die neueste steht oben.
    }
sperrungen-keine = Hier steht, was zurückgenommen wurde, wann, von wem und warum. Gesperrt wird auf der Seite eines Datenstands.
sperrungen-was = Was
sperrungen-wann = Wann, durch wen
sperrungen-grund = Grund
sperrungen-betroffen = Wer zitiert hat
sperrungen-hash = Prüfsumme
sperrungen-freigabe = Freigabe: { $regel }, { $nutzung }
sperrungen-fundstelle = { $code }: { $ort } ({ $wem })
sperrungen-niemand = niemand
sperrungen-lesen = Die Prüfsumme belegt, was gesperrt wurde, ohne es zu verraten: Sie ist mit Zufall gesalzen.
sperrungen-post = Wem eine betroffene Mappe gehört, hat eine E-Mail bekommen.
sperrungen-keine-post = Diese Installation verschickt keine E-Mails. Sagen Sie es denen, die zitiert haben, selbst.
brief-sperrung =
    Guten Tag,

    die Statistikstelle von { $stadt } hat Zahlen gesperrt, die Sie zitieren.
    { $anzahl ->
        [one] Fundstelle: { $fundstellen }
       *[other] Fundstellen: { $fundstellen }
    }
    Grund: { $grund }

    In Ankunft sind die Zahlen dort nicht mehr zu sehen. Bitte verwenden Sie sie auch in Papieren und Dateien nicht weiter, die Sie schon haben.
    .betreff = Ankunft: zitierte Zahlen sind gesperrt

## Weitergaben

weitergaben-titel = Wer hat { $stand } bekommen?
weitergaben-leit = { $titel }: { $anzahl ->
        [0] Nicht öffentliche Zahlen daraus hat noch niemand heruntergeladen.
        [one] Nicht öffentliche Zahlen daraus sind einmal heruntergeladen worden.
       *[other] Nicht öffentliche Zahlen daraus sind { $anzahl }-mal heruntergeladen worden, von { $personen ->
            [one] einer Person.
           *[other] { $personen } Personen.
        }
    }
weitergaben-keine = Hier steht jede Weitergabe nicht öffentlicher Zahlen: wer, in welcher Rolle und Stelle, wann und in welcher Form. Öffentliche Zahlen werden nicht festgehalten.
weitergaben-lesen = Festgehalten wird jede heruntergeladene Datei mit Zahlen, die nicht öffentlich sind, und jedes Austauschpaket mit dem, der es bekommen hat. Seiten, die nur angesehen wurden, stehen hier nicht.
weitergaben-tabelle = Weitergaben
weitergaben-wann = Wann
weitergaben-wer = Wer
weitergaben-stelle = Rolle und Stelle
weitergaben-form = Form
weitergabe-csv = CSV
weitergabe-json = JSON
weitergabe-geojson = GeoJSON
weitergabe-csv-source = CSV, ungeschützt
weitergabe-fuer = { $form } für { $wer }

## Protokoll

aktion-release-make = Freigegeben
aktion-thing-withdraw = Gesperrt
