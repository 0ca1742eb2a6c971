## Bericht des Programms: was die Kommunen von sich sagen und geben

nav-programmbericht = Bericht
programmbericht-titel = Was haben die Kommunen getan, und wie weit sind sie?
programmbericht-art = Programmbericht
programmbericht-fuer-wen = nur im Programm
programmbericht-pdf = Programmbericht (PDF)
programmbericht-docx = Programmbericht (DOCX)
programmbericht-leit = { $profile } von { $kommunen } Kommunen haben ihr Profil geschrieben, { $loi ->
        [0] noch keine hat den Letter of Intent unterzeichnet.
        [one] eine hat den Letter of Intent unterzeichnet.
       *[other] { $loi } haben den Letter of Intent unterzeichnet.
    } { $treffen ->
        [0] Getroffen haben sie sich noch nicht.
        [one] Getroffen haben sie sich einmal.
       *[other] Getroffen haben sie sich { $treffen }-mal.
    } { $karten ->
        [0] Eine Wirkungskarte gibt es noch nicht.
        [one] Eine Wirkungskarte liegt vor.
       *[other] { $karten } Wirkungskarten liegen vor.
    }
programmbericht-stand = Was vorliegt
programmbericht-profil = Profil
programmbericht-zugeordnet = Kernindikatoren zugeordnet
programmbericht-gleich = davon gleich definiert
programmbericht-gibt = Gibt dem Programm
programmbericht-karten = Wirkungskarten
programmbericht-von = { $da } von { $alle }
programmbericht-gegeben = { $titel } (bis { $bis })
programmbericht-anzahl = { $anzahl ->
        [one] eine Tabelle
       *[other] { $anzahl } Tabellen
    }
programmbericht-dateien = Was als Datei kam
programmbericht-datenstaende = Eingefrorene Datenstände
programmbericht-nummer = Nummer
programmbericht-wofuer = Wofür
programmbericht-wann = Wann
programmbericht-nichts = Dazu liegt noch nichts vor.
programmbericht-lesen = Hier steht nur, was die Kommunen selbst geschrieben oder freigegeben haben. Ein Wert steht hier, solange eine Weitergabe an Sie gilt; wird sie widerrufen, verschwindet er. Dateien mit Werten, die nicht öffentlich sind, stehen im Register des Austauschs.
