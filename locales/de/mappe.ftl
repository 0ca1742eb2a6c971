## Merken, Mappe und Fundstelle

nav-mappe-wozu = Was Sie für die nächste Vorlage gemerkt haben, mit Quelle und Fundstelle.
nav-mappe = Mappe
fuer-vorlage-merken = Für Vorlage merken
in-der-mappe = In der Mappe
meldung-gemerkt = Gemerkt, mit dem Stand von heute.
    .weg = Zur Mappe
heute-mappe = In Ihrer Mappe „{ $mappe }“ hat sich etwas geändert: { $anzahl ->
        [one] ein Befund
       *[other] { $anzahl } Befunde
    } ansehen

## Mappe

mappe-erste = Meine Mappe
mappe-wozu = Eine Mappe sammelt Befunde für eine Vorlage, jeden mit seiner Fundstelle.
mappe-leit = { $anzahl ->
        [0] Noch liegt nichts darin.
        [one] Ein Befund liegt darin.
       *[other] { $anzahl } Befunde liegen darin.
    }
mappe-leit-geaendert = { $anzahl ->
        [one] Einer davon hat sich seitdem geändert.
       *[other] { $anzahl } davon haben sich seitdem geändert.
    }
mappe-leit-weg = { $anzahl ->
        [one] Einer wird heute nicht mehr gezeigt.
       *[other] { $anzahl } werden heute nicht mehr gezeigt.
    }
mappe-leit-gesperrt = { $anzahl ->
        [one] Einer ist gesperrt.
       *[other] { $anzahl } sind gesperrt.
    }
mappe-leer = Hier liegt, was Sie für eine Vorlage brauchen: Zahlen mit Satz, Quelle, Stichtag und einer kurzen Fundstelle. Drücken Sie neben einer Zahl auf „Für Vorlage merken“. Gemerktes bleibt, wie es war. Ändern sich die Daten, steht es hier dabei.
mappe-leer-schritt = Zahlen ansehen
mappe-alle = Ihre Mappen
mappe-als-text = Text zum Einfügen
mappe-stand = { $stadt }, Stand { $tag }
mappe-hoch = Nach oben
mappe-runter = Nach unten
mappe-herausnehmen = Herausnehmen
mappe-neuer-stand = Neuen Stand nehmen
mappe-neu = Mappe mit eigenem Titel anlegen
mappe-verwalten = Umbenennen, neue Mappe, löschen
mappe-titel = Titel dieser Mappe
mappe-neu-titel = Titel einer neuen Mappe
mappe-titel-hinweis = zum Beispiel der Name der Vorlage
mappe-titel-fehlt = Geben Sie der Mappe einen Titel.
mappe-titel-lang = Der Titel ist zu lang. Nehmen Sie höchstens 160 Zeichen.
mappe-titel-doppelt = Eine andere Ihrer Mappen heißt schon so. Wählen Sie einen anderen Titel.
mappe-umbenennen = Umbenennen
mappe-anlegen = Mappe anlegen
mappe-loeschen = Diese Mappe löschen
    .hinweis = Gelöscht wird nur die Mappe. Die Fundstellen gelten weiter, denn in Vorlagen können sie schon stehen.
meldung-mappe-angelegt = Die Mappe ist angelegt. Was Sie jetzt merken, kommt hier hinein.
meldung-mappe-geloescht = Die Mappe ist gelöscht. Ihre Fundstellen gelten weiter.
meldung-herausgenommen = Herausgenommen. Die Fundstelle gilt weiter.
meldung-neuer-stand = Hier steht jetzt der Stand von heute, mit neuer Fundstelle. Die alte gilt weiter.
kopieren = Kopieren
kopiert = Kopiert

## Befund

zitat-stichtag = Stichtag { $tag }
zitat-zeitraum = Zeitraum { $zeit }
zitat-gemerkt = gemerkt am { $wann }
zitat-nicht-oeffentlich = nicht öffentlich: { $kreis }
zitat-fertig = { $satz } Quelle: { $quelle }. Fundstelle { $fund }.
zitat-ohne-titel = Fundstelle { $fund }
zitat-heute-ansehen = Woher wissen wir das?
zitat-geaendert = Hat sich seitdem geändert.
zitat-damals-heute = Damals { $damals }, heute { $heute } ({ $quelle }).
zitat-heute = Heute: { $heute }
zitat-weg = Wird heute nicht mehr gezeigt.
    .text = Was gemerkt ist, bleibt. Fragen Sie vor der Sitzung, ob es noch gelten soll.
zitat-gesperrt = Gesperrt.
zitat-gesperrt-weil = Zurückgezogen am { $wann }, weil: { $grund }. Streichen Sie den Wert auch dort, wo Sie ihn schon verwendet haben.
zitat-gesperrt-am = Zurückgezogen am { $wann }. Der Wert wird nirgends mehr gezeigt.
zitat-verborgen = Nicht für Ihre Ansicht.
    .text = Gemerkt hat dies jemand mit weiter gehenden Rechten.
zitat-gleich = Unverändert.
    .text = Dasselbe ist auch heute zu lesen.

## Fundstelle

fund = Fundstelle
fund-titel = Fundstelle { $fund }
fund-was = Eine Fundstelle steht in Vorlagen neben einer Zahl. Sie zeigt, was beim Zitieren zu lesen war, und ob das heute noch so ist.
fund-suchen = Fundstelle nachsehen
fund-nachsehen = Nachsehen
fund-hinweis = vier oder mehr Zeichen, zum Beispiel 7K3Q
fund-vertippt = Diese Fundstelle ist falsch geschrieben
    .text = „{ $fund }“ ist keine Fundstelle. Das letzte Zeichen prüft die anderen: Vergleichen Sie Zeichen für Zeichen mit dem Papier. Die Ziffern 0 und 1 und die Buchstaben I, L und O kommen nicht vor.
fund-unbekannt = Diese Fundstelle gibt es hier nicht
    .text = „{ $fund }“ ist richtig geschrieben, aber hier nicht vergeben. Vielleicht stammt die Vorlage von einer Stadt mit einer eigenen Installation; dann steht deren Adresse auf dem Papier.
fund-nicht-oeffentlich = Diese Fundstelle gibt es. Sie stammt aus { $stadt } und ist nicht öffentlich.
fund-recht-fehlt = Ihre Rolle dort umfasst sie nicht. Fragen Sie, wer die Vorlage geschrieben hat.
fund-anmelden = Wer dort ein Konto hat, kann sich anmelden und sieht dann, was zur eigenen Rolle gehört.
fund-in-mappe = In Ihrer Mappe „{ $mappe }“
zitat-tag = Stichtag
zitat-quelle = Quelle
zitat-festgehalten = Festgehalten am
zitat-pruefsumme = Prüfsumme
zitat-pruefsumme-stimmt = stimmt (SHA-256 mit Salz: { $summe })
zitat-pruefsumme-bleibt = bleibt als Nachweis (SHA-256 mit Salz: { $summe })

## Ein Wert des Atlas, wie er zitiert wird

zahl-titel = { $merkmal }, { $gebiet }
zahl-satz = { $merkmal }, { $gebiet }, { $wann }: { $wert }.
zahl-satz-anteil = { $merkmal }, { $gebiet }, { $wann }: { $wert } (von { $anzahl }).
zahl-quelle = { $herausgeber }, { $staende }, { $schutz }
zahl-datenstand = Datenstand { $datenstand } vom { $tag }

## Protokoll

aktion-folder-make = Mappe angelegt
aktion-folder-rename = Mappe umbenannt
aktion-folder-delete = Mappe gelöscht
aktion-citation-cite = Zitiert
aktion-citation-place = In eine Mappe gelegt
aktion-citation-remove = Aus einer Mappe genommen
aktion-citation-reorder = Mappe geordnet
aktion-citation-replace = In der Mappe erneuert
